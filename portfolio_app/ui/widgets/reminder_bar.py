"""The line above the page that says whose reminder is due, with what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from portfolio_app.ui import icons, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.widgets.basic import ElidedLabel, button, text_label


@dataclass(frozen=True)
class BarLine:
    """What the bar says of one reminder: when, of whom and what; `item` is what its buttons tell."""

    when: str
    text: str
    item: Any


class ReminderBar(QFrame):
    """Shows one of the lines it is given at a time; hidden without any."""

    open_asked = Signal(object)
    done_asked = Signal(object)
    snooze_asked = Signal(object)
    """These three carry the `item` of the line shown."""
    list_asked = Signal()
    put_away = Signal()
    """The user wants none of them on screen any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reminderBar")
        self.hide()
        self._lines: list[BarLine] = []
        self._place = 0
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 6, 12, 6)
        layout.setSpacing(theme.S)
        self._icon = QLabel()
        layout.addWidget(self._icon)
        self._when = text_label("", "strong")
        layout.addWidget(self._when)
        self._text = ElidedLabel()
        layout.addWidget(self._text, 1)
        self._count = text_label("", "caption")
        layout.addWidget(self._count)
        self.next_button = IconButton("chevron-right", self.tr("Next reminder"))
        self.next_button.clicked.connect(self._show_next)
        layout.addWidget(self.next_button)
        self.list_button = button(self.tr("Show the list"), self.list_asked.emit, variant="link")
        layout.addWidget(self.list_button)
        self.open_button = button(
            self.tr("Open the client"), lambda: self.open_asked.emit(self._item), small=True
        )
        self.done_button = button(self.tr("Done"), lambda: self.done_asked.emit(self._item), small=True)
        self.snooze_button = button(
            self.tr("Postpone"), lambda: self.snooze_asked.emit(self._item), small=True
        )
        for each in (self.open_button, self.done_button, self.snooze_button):
            layout.addWidget(each)
        self.close_button = IconButton("close", self.tr("Put away"))
        self.close_button.clicked.connect(self.put_away)
        layout.addWidget(self.close_button)
        theme.notifier().changed.connect(self._tint)
        self._tint(theme.current())

    @property
    def lines(self) -> tuple[BarLine, ...]:
        """What it has to say, in order."""
        return tuple(self._lines)

    @property
    def text(self) -> str:
        """What it says now, "" while it is away."""
        return f"{self._when.text()} {self._text.text()}" if self._lines else ""

    def show_lines(self, lines: Sequence[BarLine], first: object = None) -> None:
        """Show these, beginning with the one of that item, or where the bar stands."""
        wanted = first if first is not None else (self._item if self._lines else None)
        self._lines = list(lines)
        places = [n for n, each in enumerate(lines) if each.item == wanted]
        self._place = places[0] if places else min(self._place, max(len(lines) - 1, 0))
        if self._lines:
            self._show()
        self.setVisible(bool(self._lines))
        if first is not None and self._lines:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @property
    def _item(self) -> Any:
        return self._lines[self._place].item

    def _show(self) -> None:
        line = self._lines[self._place]
        self._when.setText(line.when)
        self._text.setText(line.text)
        self.setAccessibleName(f"{line.when} {line.text}")
        is_one = len(self._lines) == 1
        self._count.setText(
            self.tr("{place} of {count}").format(place=self._place + 1, count=len(self._lines))
        )
        for each in (self._count, self.next_button, self.list_button):
            each.setVisible(not is_one)

    def _show_next(self) -> None:
        self._place = (self._place + 1) % len(self._lines)
        self._show()

    def _tint(self, tokens: theme.Tokens) -> None:
        self._icon.setPixmap(icons.pixmap("bell", tokens.accent_text, 18, self.devicePixelRatioF()))
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
