"""What one client is worth, as a small figure on its page: the value or a class, and how sure that is."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from portfolio_app.ui import i18n
from portfolio_app.ui.pages.analysis import value_words as words
from portfolio_app.ui.pages.base import UiContext

if TYPE_CHECKING:
    from portfolio_app.services.value import Worth

translate = QCoreApplication.translate
WAIT_MS = 3_000
"""Working out what all clients are worth keeps the book busy: not while the user leafs through its clients."""


class WorthLoader(QObject):
    """Asks what a client is worth: at once where that is known, else when the user stays with that client."""

    found = Signal(int, object)
    """The client's id and its `Worth`."""

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._client_id = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(partial(self._ask, True))

    def load(self, client_id: int) -> None:
        """Ask for another client, or for the same one again."""
        self._timer.stop()
        self._client_id = client_id
        self._ask(False)

    def _ask(self, at_any_cost: bool) -> None:
        self._context.operations.query(
            self,
            _load,
            self._client_id,
            self._context.today(),
            at_any_cost,
            on_result=partial(self._answer, self._client_id),
            latest="worth",
        )

    def _answer(self, client_id: int, answer: tuple[bool, Worth | None]) -> None:
        was_known, worth = answer
        if client_id != self._client_id:
            return
        if was_known:
            self.found.emit(client_id, worth)
        else:
            self._timer.start()


def _load(book: Any, client_id: int, today: date, at_any_cost: bool) -> tuple[bool, Worth | None]:
    """Whether the answer was to be had, and what the client is worth; None without an order."""
    from portfolio_app.services import value

    if not at_any_cost and not value.worth_is_known(book, today):
        return False, None
    return True, value.worth(book, client_id, today)


def figure(found: Worth, currency: str) -> tuple[str, str, str]:
    """Label, value and explanation."""
    row, days = found.figures, found.horizon_days
    if not found.level:
        simple = float(row["simple_value"])
        explain = translate(
            "ClientWorth",
            "Average order × orders a year × average relationship of your clients in years, counted from the past.",
        )
        why = translate("ValueTab", str(words.LEVELS[0]))
        return translate("ClientWorth", "Simple value"), words.about(simple, currency), f"{explain}\n{why}"
    label = translate("ClientWorth", "Value {months} m").format(months=i18n.number(words.months_of(days)))
    is_number = row["shown"] == "number"
    value = words.about(float(row["value"]), currency) if is_number else words.tier(str(row["tier"]))
    return label, value, _explain(found, currency, is_number)


def _explain(found: Worth, currency: str, is_number: bool) -> str:
    row = found.figures
    parts = [
        translate("ClientWorth", "Margin expected over {horizon}, discounted.").format(
            horizon=words.horizon(found.horizon_days)
        )
    ]
    if is_number:
        ends = words.span(float(row["value_low"]), float(row["value_high"]), currency)
        parts.append(translate("ClientWorth", "8 times in 10 it will be {range}.").format(range=ends))
    else:
        parts.append(
            translate(
                "ClientWorth", "Too little is known for an amount: a class says how likely an order is."
            )
        )
    if found.level > 1:
        chances = words.chances(float(row["p_order_90"]))
        parts.append(translate("ClientWorth", "An order within 90 days: {chances}.").format(chances=chances))
    own = int(float(row["own_orders"]))
    basis = words.rests_on(own)
    parts.append(basis[:1].upper() + basis[1:] + ".")
    parts.append(translate("ValueTab", str(words.LEVELS[found.level])))
    return "\n".join(parts)
