"""Where the keyboard goes when the widget it was at is disabled, hidden or left for a file dialog.

Qt then goes on to the next widget, wherever that is: Enter would do something nobody asked for.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from portfolio_app.ui.dialogs.sheet import Sheet
from portfolio_app.ui.pages.base import Page
from portfolio_app.ui.widgets.overlay import Overlay


class FocusKeeper(QObject):
    """Keeps the focus of one window on the page or the sheet it was on.

    A widget that can take the focus no more gives it to its page, from where Tab goes on; it gets the focus
    back when it can take it again, unless the user went elsewhere.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._left: QWidget | None = None
        """Where the focus was when the window lost it."""
        self._waiting: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The widget that waits for the focus can take it again."""
        if event.type() in (QEvent.Type.EnabledChange, QEvent.Type.Show) and watched is self._waiting:
            widget = self._waiting
            place = _place_of(widget)
            if _is_usable(widget):
                self._wait_for(None)
                if place is not None and place.hasFocus():
                    widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None and now is None:
            self._left = old if self._is_here(old) else None
            return
        if now is None or not self._is_here(now):
            return
        is_back = old is None
        if is_back:
            old, self._left = self._left, None
        if old is None or not shiboken6.isValid(old) or not self._is_here(old):
            return
        place = _place_of(old)
        if place is None or now is place or _was_just_opened(now, place):
            return
        if not is_back and _is_usable(old):
            self._wait_for(None)  # the user went elsewhere
        if not _is_usable(old):
            # Coming back to the window, what has the focus on the page may have been given it.
            if not (is_back and place.isAncestorOf(now)):
                self._wait_for(old)
                place.setFocus(Qt.FocusReason.OtherFocusReason)
        elif is_back and not place.isAncestorOf(now) and _place_of(now) is None:
            old.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_here(self, widget: QWidget) -> bool:
        return shiboken6.isValid(self._window) and widget.window() is self._window

    def _wait_for(self, widget: QWidget | None) -> None:
        if self._waiting is not None and shiboken6.isValid(self._waiting):
            self._waiting.removeEventFilter(self)
        self._waiting = widget
        if widget is not None:
            widget.installEventFilter(self)


def _is_usable(widget: QWidget) -> bool:
    return widget.isEnabled() and widget.isVisible()


def _was_just_opened(now: QWidget, place: QWidget) -> bool:
    """Whether `now` is where typing starts in something that was opened over that place."""
    over: QWidget | None = now
    while over is not None and not isinstance(over, Overlay | Sheet):
        over = over.parentWidget()
    if over is None or over is place or not over.isVisible():
        return False
    if isinstance(over, Overlay):
        return True  # nothing beside it is in reach
    first = over.first_field()
    return first is not None and (now in (first, first.focusProxy()) or first.isAncestorOf(now))


def _place_of(widget: QWidget) -> QWidget | None:
    """The page or the sheet in sight that a widget stands on."""
    parent: QWidget | None = widget
    while parent is not None and not parent.isWindow():
        if isinstance(parent, Page | Sheet) and parent.isVisible():
            return parent
        parent = parent.parentWidget()
    return None
