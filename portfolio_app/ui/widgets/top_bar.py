"""The bar above the page: where we are, the way to everything, and the one main action."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.skeleton import TOP_BAR_HEIGHT
from portfolio_app.ui.widgets.basic import button, text_label

TITLE_WIDTH = 150


class SearchBox(QPushButton):
    """Looks like a field and opens the search palette."""

    def __init__(self, placeholder: str, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchBox")
        self._placeholder = placeholder
        self.setAccessibleName(placeholder)
        self.setToolTip(plain_tooltip(shortcut))
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(200)
        self.setMaximumWidth(460)
        self._hint = QLabel(shortcut, self)
        self._hint.setObjectName("keyHint")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words to the room there is, keep the key at the right."""
        super().resizeEvent(event)
        size = self._hint.sizeHint()
        self._hint.setGeometry(
            self.width() - size.width() - 8, (self.height() - size.height()) // 2, size.width(), size.height()
        )
        room = self.width() - size.width() - 40
        self.setText(self.fontMetrics().elidedText(self._placeholder, Qt.TextElideMode.ElideRight, room))


class TopBar(QFrame):
    """Title, search and "Log a touch"."""

    search_requested = Signal()
    log_touch_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setFixedHeight(TOP_BAR_HEIGHT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(16)
        self._title = text_label("", "page")
        self._title.setMinimumWidth(TITLE_WIDTH)
        layout.addWidget(self._title)
        self.search = SearchBox(self.tr("Search a client, a contact, a note…"), self.tr("Ctrl K"))
        self.search.clicked.connect(self.search_requested)
        layout.addWidget(self.search, 3)
        layout.addStretch(1)
        self.log_touch = button(
            self.tr("Log a touch"), self.log_touch_requested.emit, variant="primary", icon="plus"
        )
        self.log_touch.setToolTip("Ctrl+L")
        layout.addWidget(self.log_touch)

    def set_title(self, title: str) -> None:
        """Name the page."""
        self._title.setText(title)
