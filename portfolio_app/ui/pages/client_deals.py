"""The offers to a client: what is open, and what was won or lost."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from portfolio_app.errors import PortfolioError
from portfolio_app.models.money import to_units
from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.dialogs.deal_sheet import open_deal
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets import Badge, button, clear_layout, scrolling, text_label

if TYPE_CHECKING:
    from portfolio_app.services.deals import DealLine

TONES: dict[str, Tone] = {"open": "neutral", "won": "good", "lost": "danger"}


def load_deals(book: Any, client_id: int) -> list[DealLine]:
    """A client's offers, the open ones first."""
    from portfolio_app.services import deals

    return deals.deals(book, client_id)


class DealCard(QFrame):
    """One offer, with what can be done about it."""

    def __init__(self, context: UiContext, deal: DealLine) -> None:
        super().__init__()
        self.setObjectName("card")
        self._context, self._deal = context, deal
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
        layout.setSpacing(theme.XS)
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(text_label(deal.title, "strong", wrap=True), 1)
        badge = Badge(messages.deal_status(deal.status), TONES.get(deal.status, "neutral"))
        head.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(text_label(self._facts(), "muted", wrap=True))
        for text in (deal.lost_reason, deal.notes[:400]):
            if text:
                layout.addWidget(text_label(text, "muted", wrap=True))
        self._build_buttons(layout)

    def _facts(self) -> str:
        deal, parts = self._deal, []
        if deal.amount is not None:
            parts.append(i18n.money(to_units(deal.amount), self._context.currency(), None))
        if deal.status == "open":
            if deal.probability is not None:
                parts.append(self.tr("{percent} likely").format(percent=i18n.percent(deal.probability / 100)))
            parts.append(deal.stage)
            if deal.expected_on is not None:
                day = i18n.short_date(deal.expected_on)
                parts.append(self.tr("decision by {day}").format(day=day))
            if deal.next_step or deal.next_step_on is not None:
                parts.append(self._next_step())
        elif deal.closed_on is not None:
            parts.append(i18n.short_date(deal.closed_on))
        return " · ".join(part for part in parts if part) or self.tr("since {day}").format(
            day=i18n.short_date(deal.opened_on)
        )

    def _next_step(self) -> str:
        """What to do next about it, and by when."""
        deal = self._deal
        if deal.next_step_on is None:
            return self.tr("next: {what}").format(what=deal.next_step)
        day = i18n.short_date(deal.next_step_on)
        if not deal.next_step:
            return self.tr("next step by {day}").format(day=day)
        return self.tr("next: {what}, by {day}").format(what=deal.next_step, day=day)

    def _build_buttons(self, layout: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.XS)
        is_open = self._deal.status == "open"
        self.won_button = button(self.tr("Won"), partial(self._close, "won"), icon="check", small=True)
        self.lost_button = button(self.tr("Lost"), self._ask_why, icon="close", small=True)
        self.reopen_button = button(self.tr("Open again"), self._reopen, small=True)
        for widget, shown in (
            (self.won_button, is_open),
            (self.lost_button, is_open),
            (self.reopen_button, not is_open),
        ):
            row.addWidget(widget)
            widget.setVisible(shown)
        row.addStretch()
        self.edit_button = IconButton("edit", self.tr("Change this deal"))
        self.delete_button = IconButton("trash", self.tr("Delete this deal"))
        self.edit_button.clicked.connect(self._edit)
        self.delete_button.clicked.connect(self._delete)
        row.addWidget(self.edit_button)
        row.addWidget(self.delete_button)
        layout.addLayout(row)
        self._why_row = QWidget()
        why = QHBoxLayout(self._why_row)
        why.setContentsMargins(0, 0, 0, 0)
        why.setSpacing(theme.XS)
        self.why = QLineEdit()
        self.why.setMaxLength(500)
        self.why.setPlaceholderText(self.tr("Why was it lost? (optional)"))
        self.why.setAccessibleName(self.tr("Why it was lost"))
        self.why.returnPressed.connect(self._lose)
        self.confirm_button = button(self.tr("Lost"), self._lose, small=True)
        self.confirm_button.setAccessibleName(self.tr("Note the deal as lost"))
        why.addWidget(self.why, 1)
        why.addWidget(self.confirm_button)
        self._why_row.hide()
        layout.addWidget(self._why_row)
        self._error = text_label("", "danger", wrap=True)
        self._error.hide()
        layout.addWidget(self._error)

    def _ask_why(self) -> None:
        self._why_row.setVisible(not self._why_row.isVisible())
        if self._why_row.isVisible():
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lose(self) -> None:
        self._close("lost", self.why.text())

    def _close(self, status: str, reason: str = "") -> None:
        from portfolio_app.services import deals

        self._context.operations.run(
            self, deals.close_deal, self._deal.id, status, None, reason, on_error=self._refused
        )

    def _refused(self, error: PortfolioError) -> None:
        self._error.setText(messages.error_text(error))
        self._error.show()

    def _reopen(self) -> None:
        from portfolio_app.services import deals

        self._context.operations.run(self, deals.reopen_deal, self._deal.id)

    def _delete(self) -> None:
        from portfolio_app.services import deals

        self._context.operations.run(self, deals.delete_deal, self._deal.id)

    def _edit(self) -> None:
        open_deal(self.window(), self._context, self._deal.client_id, self._deal)


class DealsTab(QWidget):
    """The offers, one card each."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.client_id: int | None = None
        self._shown: tuple[int, list[DealLine]] | None = None
        self.cards: list[DealCard] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.S, 0, 0)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.S, 0)
        column.setSpacing(theme.S)
        self._total = text_label("", "muted", wrap=True)
        column.addWidget(self._total)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.S)
        column.addLayout(self._list)
        self.add_button = button(self.tr("Deal"), self.add, icon="plus")
        self.add_button.setAccessibleName(self.tr("New deal"))
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        outer.addWidget(scrolling(body))

    def show_client(self, client_id: int) -> None:
        """Ask for the offers of a client."""
        self.client_id = client_id
        show = partial(self._show, client_id)
        self._context.operations.query(self, load_deals, client_id, on_result=show, latest="deals")

    def add(self) -> None:
        """Open the panel for a new offer."""
        if self.client_id is not None:
            open_deal(self.window(), self._context, self.client_id)

    def _show(self, client_id: int, deals: Sequence[DealLine]) -> None:
        if client_id != self.client_id or self._shown == (client_id, list(deals)):
            return
        self._shown = (client_id, list(deals))
        clear_layout(self._list)
        self.cards = [DealCard(self._context, deal) for deal in deals]
        for card in self.cards:
            self._list.addWidget(card)
        self._total.setText(self._words(deals))

    def _words(self, deals: Sequence[DealLine]) -> str:
        """How much is open, and what it would bring by the chances noted."""
        if not deals:
            return self.tr(
                "No offer so far. Note one to keep its amount and the day of the decision in sight."
            )
        amounts = [(to_units(d.amount), d.probability) for d in deals if d.status == "open" and d.amount]
        if not amounts:
            return self.tr("No offer is open.")
        currency = self._context.currency()
        total = i18n.money(sum(amount for amount, _ in amounts), currency)
        if any(chance is None for _, chance in amounts):
            return self.tr("Open: {amount}").format(amount=total)
        likely = round(sum(amount * (chance or 0) / 100 for amount, chance in amounts))
        return self.tr("Open: {amount}, {likely} by their chances").format(
            amount=total, likely=i18n.money(likely, currency)
        )
