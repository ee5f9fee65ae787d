"""What is planned for a client: done, moved, changed or dropped in one click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages.base import UiContext
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
        title = text_label(item.title or messages.interaction_kind(item.kind), "strong", wrap=True)
        head.addWidget(title, 1)
        head.addWidget(Badge(*self._badge()), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        day = i18n.long_date(item.on)
        layout.addWidget(text_label(f"{messages.interaction_kind(item.kind)} · {day}", "muted", wrap=True))
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

    def _badge(self) -> tuple[str, Tone]:
        if self._item.status == "waiting":
            return messages.follow_up_status("waiting"), "neutral"
        text, tone = i18n.due_text(self._item.on, self._context.today())
        return text, "danger" if tone == "danger" else "good" if tone == "good" else "neutral"

    def _done(self) -> None:
        from portfolio_app.services import follow_ups

        self._context.operations.run(self, follow_ups.complete_follow_up, self._client_id, self._item.id)

    def _ask_day(self) -> None:
        self.menu = open_snooze(self.move_button, self._context.today(), self._move)

    def _move(self, day: date) -> None:
        from portfolio_app.services import follow_ups

        self._context.operations.run(self, follow_ups.snooze, self._client_id, self._item.id, day)

    def _drop(self) -> None:
        from portfolio_app.services import follow_ups

        self._context.operations.run(self, follow_ups.drop_follow_up, self._item.id)


class PlansTab(QWidget):
    """The follow-ups planned, soonest first."""

    edit_requested = Signal(object)
    """A follow-up to change; None for a new one."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[int, list[TimelineItem]] | None = None
        self.rows: list[PlanRow] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.S, 0, 0)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.S, 0)
        column.setSpacing(theme.S)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.S)
        column.addLayout(self._list)
        self._nothing = text_label(
            self.tr("No follow-up planned by hand. The contact rhythm of the segment still applies."),
            "muted",
            wrap=True,
        )
        column.addWidget(self._nothing)
        self.add_button = button(self.tr("Follow-up"), lambda: self.edit_requested.emit(None), icon="plus")
        self.add_button.setAccessibleName(self.tr("Plan a follow-up"))
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
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
            self._list.addWidget(row)
            self.rows.append(row)
        self._nothing.setVisible(not items)
