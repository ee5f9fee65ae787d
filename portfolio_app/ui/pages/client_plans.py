"""What is planned for a client: done, moved, changed or dropped in one click; its rhythm, plans, key dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.ui import agenda_words, i18n, messages, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.client_key_dates import (
    ClientAgenda,
    EnrolmentsBlock,
    KeyDatesBlock,
    load_agenda,
)
from portfolio_app.ui.pages.client_rhythm import RhythmRow
from portfolio_app.ui.pages.next_offer import NextOffer, Place, below
from portfolio_app.ui.pages.queue_snooze import SnoozeMenu
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets import Badge, button, clear_layout, scrolling, text_label

if TYPE_CHECKING:
    from portfolio_app.services.client_views import TimelineItem


def open_snooze(anchor: QWidget, today: date, choose: Callable[[date], object]) -> SnoozeMenu:
    """Pop up, below a button, the days something can be moved to."""
    menu = SnoozeMenu(today, choose, anchor)
    menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height() + 2)))
    return menu


class PlanRow(QFrame):
    """One follow-up."""

    done = Signal()

    def __init__(self, context: UiContext, client_id: int, item: TimelineItem) -> None:
        super().__init__()
        self.setObjectName("card")
        self._context = context
        self._client_id, self._item = client_id, item
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
        layout.setSpacing(theme.XS)
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        title = text_label(self._title(), "strong", wrap=True)
        head.addWidget(title, 1)
        head.addWidget(Badge(*self._badge()), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(text_label(self._facts(), "muted", wrap=True))
        if item.body:
            layout.addWidget(text_label(item.body[:400], "muted", wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.XS)
        self.done_button = button(self.tr("Done"), self._done, icon="check", small=True)
        self.move_button = button(self.tr("Move"), self._ask_day, icon="chevron-down", small=True)
        self.move_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.menu: SnoozeMenu | None = None
        self.edit_button = IconButton("edit", self.tr("Change this follow-up"))
        self.drop_button = IconButton("trash", self.tr("Drop this follow-up"))
        self.drop_button.clicked.connect(self._drop)
        for widget in (self.done_button, self.move_button):
            buttons.addWidget(widget)
        buttons.addStretch()
        buttons.addWidget(self.edit_button)
        buttons.addWidget(self.drop_button)
        layout.addLayout(buttons)

    def _title(self) -> str:
        """What there is to do, in the user's words or by the reason it was put off."""
        item = self._item
        if item.title or item.reason in ("reminder", ""):
            return item.title or messages.interaction_kind(item.kind)
        return self.tr("Put off: {reason}").format(reason=messages.follow_up_reason(item.reason))

    def _facts(self) -> str:
        """How, when, and how often."""
        item = self._item
        when = i18n.long_date(item.on)
        if item.due_time:
            at = agenda_words.at_time(item.due_time, item.time_zone)
            when = self.tr("{day} at {time}").format(day=when, time=at)
        again = agenda_words.repetition(item.repeat_every, item.repeat_unit, item.repeat_until)
        return " · ".join(part for part in (messages.interaction_kind(item.kind), when, again) if part)

    def _badge(self) -> tuple[str, Tone]:
        if self._item.status == "waiting":
            return messages.follow_up_status("waiting"), "neutral"
        text, tone = i18n.due_text(self._item.on, self._context.today())
        return text, "danger" if tone == "danger" else "good" if tone == "good" else "neutral"

    def _done(self) -> None:
        from portfolio_app.services import follow_ups

        self._context.operations.run(
            self,
            follow_ups.complete_follow_up,
            self._client_id,
            self._item.id,
            on_done=lambda _: self.done.emit(),
        )

    def _ask_day(self) -> None:
        self.menu = open_snooze(self.move_button, self._context.today(), self._move)

    def _move(self, day: date) -> None:
        from portfolio_app.services import follow_ups

        self._context.operations.run(self, follow_ups.snooze, self._client_id, self._item.id, day)

    def _drop(self) -> None:
        from portfolio_app.services import follow_ups

        self._context.operations.run(self, follow_ups.drop_follow_up, self._item.id)


class PlansTab(QWidget):
    """What is to come with a client: its follow-ups, plans and key dates, and how often it is contacted."""

    edit_requested = Signal(object)
    """A follow-up to change; None for a new one."""
    plans_requested = Signal()
    """A plan is to be made."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.client_id: int | None = None
        self._shown: tuple[int, list[TimelineItem]] | None = None
        self._agenda: tuple[int, ClientAgenda] | None = None
        self.rows: list[PlanRow] = []
        self.offer = NextOffer(context.operations, context.today, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.S, 0, 0)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.S, 0)
        column.setSpacing(theme.S)
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("Follow-ups"), "strong"), 1)
        self.add_button = button(
            self.tr("Follow-up"), lambda: self.edit_requested.emit(None), icon="plus", small=True
        )
        self.add_button.setAccessibleName(self.tr("Plan a follow-up"))
        head.addWidget(self.add_button)
        column.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.S)
        column.addLayout(self._list)
        self._nothing = text_label(
            self.tr("No follow-up planned by hand. The contact rhythm still applies."), "muted", wrap=True
        )
        column.addWidget(self._nothing)
        self.rhythm = RhythmRow(context)
        self.key_dates = KeyDatesBlock(context)
        self.enrolments = EnrolmentsBlock(context)
        self.enrolments.plans_requested.connect(self.plans_requested)
        for widget in (self.rhythm, self.key_dates, self.enrolments):
            column.addSpacing(theme.S)
            column.addWidget(widget)
        column.addStretch()
        outer.addWidget(scrolling(body))

    def show_items(self, client_id: int, items: Sequence[TimelineItem]) -> None:
        """Show what is planned for a client."""
        if self._shown == (client_id, list(items)):
            return
        self._shown = (client_id, list(items))
        clear_layout(self._list)
        self.rows = []
        for item in items:
            row = PlanRow(self._context, client_id, item)
            row.edit_button.clicked.connect(partial(self.edit_requested.emit, item))
            row.done.connect(partial(self._propose_next, client_id))
            self._list.addWidget(row)
            self.rows.append(row)
        self._nothing.setVisible(not items)

    def _propose_next(self, client_id: int) -> None:
        """Finishing one thing offers the next, below the button that plans one."""

        def place() -> Place | None:
            is_here = self._shown is not None and self._shown[0] == client_id and self.isVisible()
            return below(self.add_button) if is_here else None

        self.offer.ask(client_id, place)

    def show_client(self, client_id: int) -> None:
        """Ask for the plans and key dates of a client."""
        self.client_id = client_id
        show = partial(self._show_agenda, client_id)
        self._context.operations.query(self, load_agenda, client_id, on_result=show, latest="agenda")

    def _show_agenda(self, client_id: int, agenda: ClientAgenda) -> None:
        if client_id != self.client_id or self._agenda == (client_id, agenda):
            return
        self._agenda = (client_id, agenda)
        self.key_dates.show_key_dates(client_id, agenda.key_dates)
        self.enrolments.show_enrolments(client_id, agenda.enrolments, agenda.plans)
