"""What the analysis reckons with: a card of the settings, each number kept by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets import Card, text_label
from portfolio_app.ui.widgets.fields import NumberEdit

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError
    from portfolio_app.services.analysis_settings import AnalysisSettings

WAIT_MS = 700
"""A number is kept when its field is left, or after this pause."""
WIDTH = 120
PERCENTS = frozenset({"discount_rate", "watch_share", "alarm_share", "late_rate"})
"""Those that the book holds as fractions of one and the card shows in per cent."""
BOUNDS = {
    "horizon_months": (3, 120),
    "discount_rate": (0, 100),
    "value_ratio": (1, 10),
    "payback_months": (1, 60),
    "watch_share": (1, 99),
    "alarm_share": (1, 99),
    "late_rate": (0, 100),
}


class AnalysisCard(Card):
    """Discount rate, horizon, what a new client may cost, from when on one depends on a client, late payment."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("What the analysis reckons with"))
        self._ops = operations
        self._saved: dict[str, float] = {}
        self._timers: dict[str, QTimer] = {}
        self.numbers: dict[str, NumberEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.S)
        grid.setVerticalSpacing(theme.S)
        grid.setColumnStretch(0, 1)
        for row, (name, words, explain) in enumerate(self._rows()):
            label = text_label(words, wrap=True)
            number = self.numbers[name] = self._number(name)
            number.setAccessibleName(words)
            number.setAccessibleDescription(explain)
            for widget in (label, number):
                widget.setToolTip(plain_tooltip(explain))
            label.setBuddy(number)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(number, row, 1)
        self.body.addLayout(grid)
        self.problem = text_label("", "danger", wrap=True)
        self.problem.hide()
        self.body.addWidget(self.problem)

    def show_settings(self, found: AnalysisSettings) -> None:
        """Show what the book says; what is being typed stays."""
        for name, number in self.numbers.items():
            value = float(getattr(found, name))
            self._saved[name] = value
            if not self._timers[name].isActive():
                was_blocked = number.blockSignals(True)
                number.setValue(_shown(name, value))
                number.blockSignals(was_blocked)

    def _rows(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                "horizon_months",
                self.tr("A client’s value looks ahead"),
                self.tr(
                    "How many months of margin to come count in a client’s value; never more than your history."
                ),
            ),
            (
                "discount_rate",
                self.tr("Discount rate, a year"),
                self.tr(
                    "Money to come is worth less than money today: by so much for each year one waits for it."
                ),
            ),
            (
                "value_ratio",
                self.tr("A new client must be worth its cost"),
                self.tr(
                    "3: a new client must be worth three times what winning it costs. 1: just what it costs."
                ),
            ),
            (
                "payback_months",
                self.tr("A new client must earn back its cost within"),
                self.tr(
                    "The first month in which its margin so far, discounted, reaches what winning it cost."
                ),
            ),
            (
                "watch_share",
                self.tr("Dependency: watch a client from"),
                self.tr(
                    "Part of the revenue from which one client is marked. 10 % is where accounts must name it."
                ),
            ),
            (
                "alarm_share",
                self.tr("Dependency: alarm from"),
                self.tr("Part of the revenue from which depending on one client counts as an alarm."),
            ),
            (
                "late_rate",
                self.tr("Cost of late payment, a year"),
                self.tr(
                    "What you pay for the money that clients owe you: your overdraft’s or your bank’s rate."
                ),
            ),
        )

    def _number(self, name: str) -> NumberEdit:
        low, high = BOUNDS[name]
        suffix = f"{i18n.NBSP}%" if name in PERCENTS else ""
        if name in ("horizon_months", "payback_months"):
            suffix = self.tr(" months")
        elif name == "value_ratio":
            suffix = f"{i18n.NBSP}×"
        number = NumberEdit(low, high, low, suffix)
        number.setMinimumWidth(WIDTH)
        timer = self._timers[name] = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(WAIT_MS)
        timer.timeout.connect(partial(self._left, name))
        number.valueChanged.connect(lambda _: timer.start())
        number.editingFinished.connect(partial(self._left, name))
        return number

    def _left(self, name: str) -> None:
        self._timers[name].stop()
        before = self._saved.get(name)
        shown = self.numbers[name].value()
        if before is None or shown == _shown(name, before):
            return
        value = shown / 100 if name in PERCENTS else shown
        self._saved[name] = value
        self._ops.run(
            self,
            _set,
            {name: value},
            on_done=lambda _: self.problem.hide(),
            on_error=partial(self._refused, name, before),
        )

    def _refused(self, name: str, before: float, error: PortfolioError) -> None:
        from portfolio_app.ui import messages

        self._saved[name] = before
        field = self.numbers[name]
        was_blocked = field.blockSignals(True)
        field.setValue(_shown(name, before))
        field.blockSignals(was_blocked)
        if name in ("watch_share", "alarm_share"):
            self.problem.setText(self.tr("The alarm cannot come before the watch: the number was put back."))
        else:
            self.problem.setText(messages.error_text(error))
        self.problem.show()


def _shown(name: str, value: float) -> int:
    return round(value * 100) if name in PERCENTS else round(value)


def _set(book: Any, values: dict[str, float]) -> Any:
    from portfolio_app.services import analysis_settings

    return analysis_settings.set_analysis(book, **values)


def load_analysis(book: Any) -> AnalysisSettings:
    """What the book says the analysis reckons with."""
    from portfolio_app.services import analysis_settings

    return analysis_settings.analysis_settings(book)
