"""What the program says without being asked: a toast with Undo, a banner with an error."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from portfolio_app.ui import icons, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.widgets.basic import button, clear_layout, text_label

TOAST_MS = 6_000
TOAST_MARGIN, TOAST_GAP = 24, 10
"""Between a toast and the bottom of its parent, or what it keeps off."""


class Toast(QFrame):
    """A line at the bottom of its parent that goes away by itself, but not while it is pointed at."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.hide()
        self._over = parent
        self._foot: QWidget | None = None
        self._stays = False
        self._action: Callable[[], object] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(12)
        self._text = text_label("")
        layout.addWidget(self._text)
        self._button = button("", self._act)
        layout.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self._time_out)
        parent.installEventFilter(self)

    def say(
        self,
        text: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        *,
        stays: bool = False,
    ) -> None:
        """Show `text` for six seconds (`stays`: until something else is said), with one thing to do about it."""
        self._text.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._action = on_action
        self.show()
        self._place()
        self.raise_()
        self._stays = stays
        self._wait()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def keep_off(self, foot: QWidget | None) -> None:
        """Stand above `foot`, something at the bottom of the page in front, while that is in sight."""
        self._foot = foot
        if self.isVisible():
            self._place()

    @property
    def text(self) -> str:
        """What it says, or said last."""
        return self._text.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while pointed at."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go away later."""
        self._wait()

    def _place(self) -> None:
        self.adjustSize()
        room = self._over
        bottom = room.height() - TOAST_MARGIN
        if self._foot is not None and shiboken6.isValid(self._foot) and self._foot.isVisible():
            bottom = min(bottom, self._foot.mapTo(room, QPoint(0, 0)).y() - TOAST_GAP)
        self.move((room.width() - self.width()) // 2, max(bottom - self.height(), 0))

    def _wait(self) -> None:
        if self._stays:
            self._timer.stop()
        else:
            self._timer.start()

    def _time_out(self) -> None:
        if self._button.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _act(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()


class Banner(QFrame):
    """An error or a notice across the top of the page, in plain text, until the user puts it away.

    A `sticky` one stays when the user goes to another page. Tones: "danger", "warn".
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.hide()
        self.is_sticky = False
        self._until_written = False
        self._tone = "danger"
        self._on_dismiss: Callable[[], object] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 8, 12, 8)
        layout.setSpacing(10)
        self._icon = QLabel()
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._text = text_label("", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self._text, 1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        layout.addLayout(self._actions)
        self.buttons: list[QPushButton] = []
        close = IconButton("close", self.tr("Dismiss"))
        close.clicked.connect(self.dismiss)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        theme.notifier().changed.connect(self._tint)
        self._tint(theme.current())

    @property
    def text(self) -> str:
        """What it says, or said last."""
        return self._text.text()

    def say(
        self,
        text: str,
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
        *,
        tone: Literal["danger", "warn"] = "danger",
        sticky: bool = False,
        until_written: bool = False,
        on_dismiss: Callable[[], object] | None = None,
    ) -> None:
        """Show a sentence, with what can be done about it; `on_dismiss` hears of the cross.

        With `until_written` it says that nothing was saved, which a later write makes untrue: see `written`.
        """
        self._text.setText(text)
        self.is_sticky, self._on_dismiss, self._tone = sticky, on_dismiss, tone
        self._until_written = until_written
        theme.set_property(self, "tone", tone)
        theme.set_property(self._text, "tone", tone)
        clear_layout(self._actions)
        self.buttons = [button(words, partial(self._act, call), small=True) for words, call in actions]
        for item in self.buttons:
            self._actions.addWidget(item, 0, Qt.AlignmentFlag.AlignVCenter)
        self._tint(theme.current())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def written(self) -> None:
        """The book could be written: a sentence that it could not goes away."""
        if self._until_written:
            self.hide()

    def dismiss(self) -> None:
        """The user puts it away."""
        self.hide()
        if self._on_dismiss is not None:
            self._on_dismiss()

    def _act(self, call: Callable[[], object]) -> None:
        self.hide()
        call()

    def _tint(self, tokens: theme.Tokens) -> None:
        colour = getattr(tokens, self._tone)
        self._icon.setPixmap(icons.pixmap("warning", colour, 18, self.devicePixelRatioF()))
