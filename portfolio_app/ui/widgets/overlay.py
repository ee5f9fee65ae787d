"""A card that lies over the window until it is dismissed: Escape, or a click beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QWidget

from portfolio_app.ui import theme


class _Scrim(QWidget):
    """Dims what lies behind; a click on it dismisses the card."""

    def __init__(self, parent: QWidget, card: Overlay) -> None:
        super().__init__(parent)
        self._card = card
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        shade = QColor(0, 0, 0, 110 if theme.current().is_dark else 45)
        QPainter(self).fillRect(self.rect(), shade)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._card.close_overlay()


class Overlay(QFrame):
    """Base of such cards. `place(room)` says where it lies; the focus returns to where it came from."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.hide()
        self._came_from: QWidget | None = None
        self._over = parent
        self._scrim = _Scrim(parent, self)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(40)
        shadow.setOffset(0, 8)
        shadow.setColor(QColor(0, 0, 0, 90))
        self.setGraphicsEffect(shadow)
        parent.installEventFilter(self)

    def place(self, room: QRect) -> QRect:
        """Where to lie in the parent: in the middle, a little high, unless a subclass knows better."""
        size = self.sizeHint()
        return QRect(
            (room.width() - size.width()) // 2,
            max(0, (room.height() - size.height()) // 3),
            size.width(),
            size.height(),
        )

    def open_overlay(self) -> None:
        """Show it and take the keyboard."""
        if self._came_from is None:
            self._came_from = self.window().focusWidget()
        self._arrange()
        self._scrim.show()
        self._scrim.raise_()
        self.show()
        self.raise_()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus where typing starts."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_overlay(self) -> None:
        """Put it away and give the focus back."""
        self._scrim.hide()
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus()
        self._came_from = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._arrange()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape dismisses."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        room = self._over.rect()
        self._scrim.setGeometry(room)
        self.setGeometry(self.place(room))
