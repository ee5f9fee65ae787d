"""The days that matter with a client, and the plans it is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.dialogs.record_sheets import open_key_date
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.plain import plain_caption
from portfolio_app.ui.widgets import Badge, button, clear_layout, text_label

if TYPE_CHECKING:
    from portfolio_app.services.key_dates import KeyDateView
    from portfolio_app.services.plans import EnrolmentView, PlanView


@dataclass(frozen=True)
class ClientAgenda:
    """What belongs to the calendar of a client besides its follow-ups."""

    key_dates: list[KeyDateView]
    enrolments: list[EnrolmentView]
    plans: list[PlanView]


def load_agenda(book: Any, client_id: int) -> ClientAgenda:
    """The key dates and the plans of a client, and the plans there are."""
    from portfolio_app.services import key_dates, plans

    return ClientAgenda(
        key_dates.key_dates(book, client_id), plans.enrolments(book, client_id=client_id), plans.plans(book)
    )


def _card() -> tuple[QFrame, QVBoxLayout, QHBoxLayout]:
    card = QFrame()
    card.setObjectName("card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
    layout.setSpacing(theme.XS)
    head = QHBoxLayout()
    head.setSpacing(theme.S)
    layout.addLayout(head)
    return card, layout, head


class KeyDatesBlock(QWidget):
    """One card per key date, those to come first."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._client_id = 0
        self.edit_buttons: list[IconButton] = []
        self.delete_buttons: list[IconButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("Key dates"), "strong"), 1)
        self.add_button = button(self.tr("Key date"), self._add, icon="plus", small=True)
        self.add_button.setAccessibleName(self.tr("New key date"))
        head.addWidget(self.add_button)
        column.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.S)
        column.addLayout(self._list)
        self._nothing = text_label(
            self.tr("The end of a contract, a renewal, a birthday: noted here, it comes up in time."),
            "muted",
            wrap=True,
        )
        column.addWidget(self._nothing)

    def show_key_dates(self, client_id: int, key_dates: Sequence[KeyDateView]) -> None:
        """Show a client's."""
        self._client_id = client_id
        clear_layout(self._list)
        self.edit_buttons, self.delete_buttons = [], []
        for key_date in key_dates:
            self._list.addWidget(self._make_card(key_date))
        self._nothing.setVisible(not key_dates)

    def _make_card(self, key_date: KeyDateView) -> QFrame:
        card, layout, head = _card()
        kind = messages.key_date_kind(key_date.kind)
        about = key_date.label or key_date.contact
        head.addWidget(text_label(f"{kind} · {about}" if about else kind, "strong", wrap=True), 1)
        head.addWidget(self._badge(key_date), 0, Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.setSpacing(theme.XS)
        line.addWidget(text_label(self._facts(key_date), "muted", wrap=True), 1)
        edit = IconButton("edit", self.tr("Change this key date"))
        edit.clicked.connect(partial(self._edit, key_date))
        delete = IconButton("trash", self.tr("Delete this key date"))
        delete.clicked.connect(partial(self._delete, key_date.id))
        line.addWidget(edit)
        line.addWidget(delete)
        self.edit_buttons.append(edit)
        self.delete_buttons.append(delete)
        layout.addLayout(line)
        return card

    def _badge(self, key_date: KeyDateView) -> Badge:
        today = self._context.today()
        days = (key_date.next_on - today).days
        if days < 0:
            return Badge(self.tr("past"), "neutral")
        text = i18n.day_month(key_date.next_on, today) if days else self.tr("today")
        return Badge(text, "warn" if days <= key_date.notice_days else "neutral")

    def _facts(self, key_date: KeyDateView) -> str:
        parts = [i18n.long_date(key_date.on)]
        if key_date.yearly:
            parts.append(self.tr("every year"))
        if key_date.notice_days:
            parts.append(self.tr("comes up %n day(s) before", "", key_date.notice_days))
        return " · ".join(parts)

    def _add(self) -> None:
        open_key_date(self.window(), self._context, self._client_id)

    def _edit(self, key_date: KeyDateView, _: bool = False) -> None:
        open_key_date(self.window(), self._context, self._client_id, key_date)

    def _delete(self, key_date_id: int, _: bool = False) -> None:
        from portfolio_app.services import key_dates

        self._context.operations.run(self, key_dates.delete_key_date, key_date_id)


class EnrolmentsBlock(QWidget):
    """The plans a client is in, at which step, and the way into another one."""

    plans_requested = Signal()
    """There is no plan yet: one is to be made."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._client_id = 0
        self._plans: Sequence[PlanView] = ()
        self.stop_buttons: list[Any] = []
        self.menu: QMenu | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("Action plans"), "strong"), 1)
        self.add_button = button(self.tr("Put into a plan"), self._choose, icon="plus", small=True)
        head.addWidget(self.add_button)
        column.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.S)
        column.addLayout(self._list)
        self._nothing = text_label(self.tr("This client is in no plan."), "muted", wrap=True)
        column.addWidget(self._nothing)

    def show_enrolments(
        self, client_id: int, enrolments: Sequence[EnrolmentView], plans: Sequence[PlanView]
    ) -> None:
        """Show a client's."""
        self._client_id, self._plans = client_id, plans
        clear_layout(self._list)
        self.stop_buttons = []
        for enrolment in enrolments:
            self._list.addWidget(self._make_card(enrolment))
        self._nothing.setVisible(not enrolments)
        running = {each.plan_id for each in enrolments if each.ended_on is None}
        self._open = [plan for plan in plans if plan.id not in running and plan.steps]
        self.add_button.setText(self.tr("Put into a plan") if plans else self.tr("Make a plan…"))
        self.add_button.setEnabled(bool(self._open) or not plans)

    def _make_card(self, enrolment: EnrolmentView) -> QFrame:
        card, layout, head = _card()
        head.addWidget(text_label(enrolment.plan, "strong", wrap=True), 1)
        if enrolment.ended_on is None:
            step = self.tr("step {step} of {steps}").format(step=enrolment.step, steps=enrolment.steps)
            head.addWidget(Badge(step, "accent"), 0, Qt.AlignmentFlag.AlignTop)
            stop = button(self.tr("Stop"), partial(self._stop, enrolment.id), small=True)
            stop.setAccessibleName(self.tr("Take the client out of {plan}").format(plan=enrolment.plan))
            self.stop_buttons.append(stop)
        else:
            ended = self.tr("finished") if enrolment.end_reason == "finished" else self.tr("stopped")
            head.addWidget(Badge(ended, "neutral"), 0, Qt.AlignmentFlag.AlignTop)
            stop = None
        line = QHBoxLayout()
        line.addWidget(text_label(self._facts(enrolment), "muted", wrap=True), 1)
        if stop is not None:
            line.addWidget(stop)
        layout.addLayout(line)
        return card

    def _facts(self, enrolment: EnrolmentView) -> str:
        if enrolment.ended_on is not None:
            words = self.tr("{first} to {last}")
            return words.format(
                first=i18n.short_date(enrolment.started_on), last=i18n.short_date(enrolment.ended_on)
            )
        since = self.tr("since {day}").format(day=i18n.short_date(enrolment.started_on))
        due = self._due(enrolment.due_on)
        return " · ".join(part for part in (enrolment.title, due, since) if part)

    def _due(self, due_on: date | None) -> str:
        return i18n.day_month(due_on, self._context.today()) if due_on is not None else ""

    def _choose(self) -> None:
        if not self._plans:
            self.plans_requested.emit()
            return
        self.menu = QMenu(self)
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for plan in self._open:
            self.menu.addAction(plain_caption(plan.name), partial(self._enrol, plan.id))
        self.menu.popup(self.add_button.mapToGlobal(QPoint(0, self.add_button.height() + 2)))

    def _enrol(self, plan_id: int) -> None:
        from portfolio_app.services import plans

        self._context.operations.run(self, plans.enrol, plan_id, [self._client_id])

    def _stop(self, enrolment_id: int) -> None:
        from portfolio_app.services import plans

        self._context.operations.run(self, plans.stop, enrolment_id)
