"""The card beside the list: one opportunity with its evidence, and what can be made of it in one click."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.ui import messages, theme
from portfolio_app.ui.pages.analysis import opportunities_data as data
from portfolio_app.ui.pages.analysis import opportunities_words as words
from portfolio_app.ui.pages.analysis.opportunities_data import Answer, Row
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Card, SegmentChip, button, plain_tooltip, text_label

if TYPE_CHECKING:
    from portfolio_app.services.plans import PlanView

Offer = tuple[int, str, str]


class OpportunityCard(Card):
    """Shows a row; its buttons plan a follow-up, put the client into a plan, or set the opportunity aside."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._answer: Answer | None = None
        self._rows: list[Row] = []
        self.hint = text_label(self.tr("Choose an opportunity in the list."), "muted", wrap=True)
        self._segment = SegmentChip("")
        self.header.addWidget(self._segment)
        self.what = text_label("", "section", wrap=True)
        self.worth = text_label("", "strong", wrap=True)
        self.reason = text_label("", wrap=True)
        self.chance = text_label("", "muted", wrap=True)
        self.more = text_label("", "muted", wrap=True)
        self.caution = text_label("", "danger", wrap=True)
        self.sums = text_label("", "caption", wrap=True)
        for label in (self.hint, self.what, self.worth, self.reason, self.chance, self.caution):
            self.body.addWidget(label)
        self.body.addLayout(self._actions())
        self.body.addWidget(self.more)
        self.behind = button("", self._show_behind, variant="link", small=True)
        self.client = button(self.tr("Open the client"), self._open, variant="link", small=True)
        links = QHBoxLayout()
        links.addWidget(self.behind)
        links.addWidget(self.client)
        links.addStretch()
        self.body.addLayout(links)
        self.body.addWidget(self.sums)
        self.body.addStretch(1)
        self.show_rows(None, [])

    def _actions(self) -> QVBoxLayout:
        self.plan = button(self.tr("Plan a follow-up"), self._plan, variant="primary", icon="check")
        self.plan.setToolTip(plain_tooltip(self.tr("For the next working day, with the reason as its title")))
        self.enrol = button(self.tr("Into a plan…"), self._ask_plan)
        self.refuse = button(self.tr("Not interested"), self._refuse)
        self.refuse.setToolTip(plain_tooltip(self.tr("Not proposed again for six months")))
        column, row = QVBoxLayout(), QHBoxLayout()
        column.setSpacing(theme.S)
        row.setSpacing(theme.S)
        column.addWidget(self.plan)
        row.addWidget(self.enrol, 1)
        row.addWidget(self.refuse, 1)
        column.addLayout(row)
        return column

    def show_rows(self, answer: Answer | None, rows: list[Row]) -> None:
        """Show one opportunity, or of several what can be done with all of them."""
        self._answer, self._rows = answer, rows
        single = rows[0] if len(rows) == 1 else None
        shown = (self.what, self.worth, self.reason, self.chance, self.sums, self.client)
        for widget in shown:
            widget.setVisible(single is not None)
        for widget in (self.more, self.caution, self.behind):
            widget.hide()
        self._segment.setVisible(single is not None and bool(single.segment))
        self.hint.setVisible(single is None)
        for widget in (self.enrol, self.refuse):
            widget.setVisible(bool(rows))
        self.plan.setVisible(single is not None)
        if single is not None and answer is not None:
            self._fill(answer, single)
        elif rows:
            count = len(rows)
            self.set_title(self.tr("%n opportunity(ies) selected", "", count))
            self.hint.setText(self.tr("Put their clients into a plan, or set them aside together."))
        else:
            self.set_title(self.tr("Why, and what now"))
            self.hint.setText(self.tr("Choose an opportunity in the list."))

    def _fill(self, answer: Answer, row: Row) -> None:
        currency = self._context.currency()
        self.set_title(row.client)
        self._segment.set_segment(messages.segment_name(row.segment, row.segment_name), row.colour)
        self.what.setText(words.what(row))
        self.worth.setText(words.worth(row, currency))
        self.reason.setText(words.reason(row, currency) + ".")
        chance = words.chance_of(row)
        self.chance.setText(self.tr("Chance of success: {chance}").format(chance=chance))
        self.chance.setVisible(row.chance is not None)
        more = " ".join(part for part in (words.last_bought(row), words.basis(row)) if part)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.caution.setText(self.tr("A complaint is open: answer it first."))
        self.caution.setVisible(row.complaint)
        self.sums.setText(words.sum_of(row, answer))
        count = len(data.behind(answer, row.place))
        self.behind.setText(self.tr("See these %n client(s)", "", count))
        self.behind.setVisible(count > 0)

    def _offers(self) -> list[Offer]:
        return [(row.client_id, row.kind, row.about) for row in self._rows]

    def _show_behind(self) -> None:
        if self._answer is not None and self._rows:
            row = self._rows[0]
            name = words.reason(row, self._context.currency())
            self.open_requested.emit("clients", {"ids": data.behind(self._answer, row.place), "title": name})

    def _open(self) -> None:
        if self._rows:
            self.open_requested.emit("client", self._rows[0].client_id)

    def _plan(self) -> None:
        row = self._rows[0]
        title = words.title(row, self._context.currency())
        self._context.operations.run(self, data.plan, self._offers()[0], title)

    def _refuse(self) -> None:
        self._context.operations.run(self, data.refuse, self._offers())

    def _ask_plan(self) -> None:
        self._context.operations.query(self, data.plans, on_result=self._offer_plans, latest="plans")

    def _offer_plans(self, plans: list[PlanView]) -> None:
        from portfolio_app.ui.pages.queue_menu import PlanMenu
        from portfolio_app.ui.pages.queue_panel import PLANS

        make = partial(self.open_requested.emit, "follow_ups", PLANS)
        self.menu = PlanMenu(plans, self.enrol_in, make, self)
        self.menu.popup(self.enrol.mapToGlobal(QPoint(0, self.enrol.height() + 2)))

    def enrol_in(self, plan_id: int) -> None:
        """Put the clients shown into a plan."""
        self._context.operations.run(self, data.enrol, plan_id, self._offers())
