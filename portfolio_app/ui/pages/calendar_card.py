"""What opens on an item of the calendar: the whole of it, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from portfolio_app.models.money import to_units
from portfolio_app.ui import i18n, messages, reasons, theme
from portfolio_app.ui.pages import calendar_calls, calendar_words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets import button, text_label
from portfolio_app.ui.widgets.popup import Popup

if TYPE_CHECKING:
    from portfolio_app.services.agenda import QueueRow
    from portfolio_app.services.calendar_view import CalendarItem

WIDTH = 360


def actions_of(item: CalendarItem) -> list[str]:
    """What can be done about an item, in order: "open", "log", "done", "later", "export"."""
    if item.type == "touch" or item.is_projected or item.status in ("won", "lost"):
        return ["open"]
    if item.type == "follow_up":
        return ["open", "log", "done", "later", "export"]
    if item.type == "due":
        return ["open", "log", "done", "later"]
    return ["open", "log", "later"] if item.can_move else ["open", "log"]


class ItemCard(Popup):
    """Closes with Esc, a click beside it, or with what was chosen."""

    acted = Signal(str, object)
    """(one of `actions_of`, item)."""

    def __init__(self, context: UiContext, item: CalendarItem, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self.setAccessibleName(calendar_words.line(item))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.XS)
        layout.addWidget(text_label(item.client, "card", wrap=True))
        layout.addWidget(text_label(calendar_words.what(item), wrap=True))
        layout.addWidget(text_label(calendar_words.when(item), "muted", wrap=True))
        sort = calendar_words.sort(item)
        if item.amount is not None:
            sort += f" · {i18n.money(to_units(item.amount), context.currency())}"
        layout.addWidget(text_label(sort, "caption", wrap=True))
        self.why = text_label("", "caption", wrap=True)
        layout.addWidget(self.why)
        self.why.hide()
        row = QHBoxLayout()
        row.setContentsMargins(0, theme.S, 0, 0)
        row.setSpacing(theme.XS)
        self.buttons: dict[str, QPushButton] = {}
        for name in actions_of(item):
            self.buttons[name] = self._button(name)
            row.addWidget(self.buttons[name])
        row.addStretch()
        layout.addLayout(row)
        self.setFixedWidth(max(WIDTH, row.sizeHint().width() + 2 * theme.L + theme.S))
        if item.type == "due":
            context.operations.query(
                self, calendar_calls.queue_row, item.client_id, context.today(), on_result=self._explain
            )

    def _button(self, name: str) -> QPushButton:
        words = {
            "open": (self.tr("Open"), "", self.tr("Open the client (Enter)")),
            "log": (self.tr("Log"), "edit", self.tr("Log a touch (L)")),
            "done": (self.tr("Done"), "check", self.tr("Tick it off (D)")),
            "later": (self.tr("Move"), "snooze", self.tr("Put it on another day (M)")),
            "export": ("", "export", self.tr("Export as a calendar file (E)")),
        }
        text, icon, tip = words[name]
        made = button(
            text,
            lambda: self._act(name),
            variant="primary" if name == "open" else "",
            icon=icon,
            small=name != "open",
        )
        made.setToolTip(plain_tooltip(tip))
        if not text:
            made.setAccessibleName(tip)
        return made

    def _explain(self, answer: tuple[QueueRow | None, str, str]) -> None:
        row, code, name = answer
        if row is not None:
            self.why.setText(reasons.reason(row, messages.segment_name(code, name)))
            self.why.show()
            self.adjustSize()

    def _act(self, name: str) -> None:
        self.close()
        self.acted.emit(name, self.item)

    def open_at(self, place: QPoint) -> None:
        """Show it, ready for the keyboard."""
        self.adjustSize()
        super().open_at(place + QPoint(0, 2))
        self.buttons["open"].setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letters of the calendar work here too; Enter does what the button says."""
        keys = {Qt.Key.Key_L: "log", Qt.Key.Key_D: "done", Qt.Key.Key_M: "later", Qt.Key.Key_S: "later"}
        name = keys.get(Qt.Key(event.key()), "export" if event.key() == Qt.Key.Key_E else "")
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            (focused if isinstance(focused, QPushButton) else self.buttons["open"]).click()
        elif name in self.buttons:
            self._act(name)
        else:
            super().keyPressEvent(event)
