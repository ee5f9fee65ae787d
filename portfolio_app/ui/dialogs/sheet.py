"""A panel at the right edge of the window, over the page, which stays usable beside it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from portfolio_app.errors import BookError, PortfolioError
from portfolio_app.ui import messages, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import button, line, scrolling, text_label

WIDTH, MARGIN, SCROLL_BAR = 420, 12, 10

S = TypeVar("S", bound="Sheet")


def host_of(window: QWidget) -> QWidget:
    """The widget a sheet lies over: what fills the window."""
    central = window.centralWidget() if isinstance(window, QMainWindow) else None
    return central or window


class Sheet(QFrame):
    """Base of the panels that take something down. Ctrl+Enter does it, Escape closes.

    Subclasses fill `content`, and say in `submit()` what the button does.
    """

    closed = Signal()

    def __init__(self, host: QWidget, context: UiContext, title: str, action: str) -> None:
        super().__init__(host)
        self.setObjectName("popup")
        self.hide()
        self.context = context
        self._host = host
        self._came_from: QWidget | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._make_header(title))
        self._body = QWidget()
        self.content = QVBoxLayout(self._body)
        self.content.setContentsMargins(theme.L, theme.XS, theme.L, theme.M)
        self.content.setSpacing(theme.S)
        outer.addWidget(scrolling(self._body), 1)
        self.error_line = text_label("", "danger", wrap=True)
        self.error_line.setContentsMargins(theme.L, theme.XS, theme.L, theme.XS)
        self.error_line.hide()
        outer.addWidget(self.error_line)
        outer.addWidget(line())
        self.footer = QHBoxLayout()
        self.footer.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        self.footer.setSpacing(theme.S)
        self.footer.addStretch()
        self.submit_button = button(action, self.submit, variant="primary")
        self.submit_button.setToolTip("Ctrl+Enter")
        self.footer.addWidget(self.submit_button)
        outer.addLayout(self.footer)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._shortcut(keys).activated.connect(self.submit)
        host.installEventFilter(self)

    def submit(self) -> None:
        """Do what the panel is for."""

    def first_field(self) -> QWidget | None:
        """Where typing starts."""
        return None

    def open_sheet(self) -> None:
        """Slide in front of the page, ready for typing; other sheets give way."""
        for other in self._host.findChildren(Sheet, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if other is not self and other.isVisible():
                other.close_sheet()
        if not self.isVisible():
            self._came_from = self.window().focusWidget()
        self.say("")
        self._place()
        self.show()
        self.raise_()
        first = self.first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_sheet(self) -> None:
        """Put it away and give the focus back."""
        came_from, self._came_from = self._came_from, None
        self.hide()
        if came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def say(self, sentence: str) -> None:
        """Say above the button what went wrong, "" for nothing."""
        self.error_line.setText(sentence)
        self.error_line.setVisible(bool(sentence))

    def hold(self) -> None:
        """What was entered is on its way: not again, and the focus waits on the sheet, not on its first field."""
        if self.submit_button.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.submit_button.setEnabled(False)

    def show_error(self, error: PortfolioError) -> None:
        """Nothing was written; what was typed stays."""
        self.submit_button.setEnabled(True)
        if self.hasFocus():
            self.submit_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.say(messages.error_text(error))
        if isinstance(error, BookError):
            self.context.operations.failed.emit(error)  # the window knows what can be done about it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size, and take it when it was opened before there was one."""
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _make_header(self, title: str) -> QHBoxLayout:
        header = QHBoxLayout()
        header.setContentsMargins(theme.L, theme.M, theme.M, theme.XS)
        self._title = text_label(title, "section")
        self.setAccessibleName(title)
        header.addWidget(self._title, 1)
        close = IconButton("close", self.tr("Close"))
        close.setToolTip(self.tr("Close (Esc)"))
        close.clicked.connect(self.close_sheet)
        header.addWidget(close)
        return header

    def _place(self) -> None:
        room = self._host.rect()
        needed = self._body.minimumSizeHint().width() + SCROLL_BAR
        width = min(max(WIDTH, needed), room.width() - 2 * MARGIN)
        self.setGeometry(room.width() - width - MARGIN, MARGIN, width, max(room.height() - 2 * MARGIN, 100))

    def _shortcut(self, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut


def sheet_of(kind: type[S], window: QWidget, context: UiContext) -> S:
    """The window's sheet of that kind, made on first use; it keeps its draft between two openings."""
    host = host_of(window)
    found = host.findChild(kind, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if found is None:
        found = kind(host, context)  # type: ignore[call-arg]
    return found
