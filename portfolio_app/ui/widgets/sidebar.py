"""The column on the left: where one can go, how much waits there, and which book is open."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from portfolio_app.config import APP_NAME
from portfolio_app.ui import icons, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.skeleton import SIDEBAR_WIDTH
from portfolio_app.ui.widgets.basic import ElidedLabel, line, text_label

WIDTH = SIDEBAR_WIDTH


class NavItem(QAbstractButton):
    """One place to go: icon, name, and a count of what waits there."""

    def __init__(
        self, key: str, title: str, icon: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._icon = icon
        self._count = 0
        self.setText(title)
        self.setToolTip(plain_tooltip(hint))
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self.update)

    def set_count(self, count: int) -> None:
        """Show a count; 0 hides it."""
        self._count = count
        self.setAccessibleName(f"{self.text()} ({count})" if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the sidebar, as high as a comfortable row."""
        return QSize(WIDTH - 20, QFontMetrics(theme.font()).height() + 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw background, icon, name and count."""
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)
        active = self.isChecked()
        if active or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft if active else tokens.hover))
            painter.drawRoundedRect(box, 7, 7)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 7, 7)
        colour = tokens.accent_text if active else tokens.text
        shade = tokens.accent_text if active else tokens.muted
        mark = icons.pixmap(self._icon, shade, 18, self.devicePixelRatioF())
        painter.drawPixmap(10, (self.height() - 18) // 2, mark)
        right = self._paint_count(painter, box) - 4 if self._count else self.width() - 4
        painter.setPen(QColor(colour))
        painter.setFont(theme.font(bold=active))
        area = QRectF(38, 0, right - 38, self.height())
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_count(self, painter: QPainter, box: QRectF) -> float:
        tokens = theme.current()
        text = str(self._count) if self._count < 1000 else "999+"
        painter.setFont(theme.font("caption", bold=True))
        metrics = painter.fontMetrics()
        height = metrics.height() + 4
        width = max(metrics.horizontalAdvance(text) + 12, height + 2)
        pill = QRectF(box.right() - width - 8, box.center().y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.danger_soft))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(QColor(tokens.danger))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        return pill.left()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there, up and down move between places."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class Sidebar(QFrame):
    """Pages in three sections ("main", "tools", "bottom") and actions among them."""

    chosen = Signal(str)
    """The key of a place or an action."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setFixedWidth(WIDTH)
        self._items: dict[str, NavItem] = {}
        self._current = ""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(10, 12, 10, 12)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(10, 0, 0, 8)
        head.addWidget(text_label(APP_NAME, "section"), 1)
        self.menu_button = IconButton("menu", self.tr("File menu"), shortcut="F10")
        head.addWidget(self.menu_button)
        outer.addLayout(head)
        self._sections: dict[str, QVBoxLayout] = {}
        for name in ("main", "tools", "bottom"):
            section = QVBoxLayout()
            section.setSpacing(0)
            self._sections[name] = section
        outer.addLayout(self._sections["main"])
        rule = line()
        outer.addSpacing(10)
        outer.addWidget(rule)
        outer.addSpacing(10)
        outer.addLayout(self._sections["tools"])
        outer.addStretch()
        outer.addLayout(self._sections["bottom"])
        self._book, self._saved = ElidedLabel("", "caption"), ElidedLabel("", "caption")
        foot = QVBoxLayout()
        foot.setContentsMargins(10, 6, 4, 0)
        foot.setSpacing(1)
        foot.addWidget(self._book)
        foot.addWidget(self._saved)
        outer.addLayout(foot)

    def add(
        self, key: str, title: str, icon: str, section: str, hint: str = "", *, is_page: bool = True
    ) -> None:
        """Add a place, or with `is_page` False an action, at the end of a section."""
        item = NavItem(key, title, icon, hint, self)
        item.setCheckable(is_page)
        item.clicked.connect(lambda: self._choose(key))
        self._items[key] = item
        self._sections[section].addWidget(item)

    def _choose(self, key: str) -> None:
        self.set_current(self._current)  # a click alone moves no mark; the shell says where the user is
        self.chosen.emit(key)

    def set_current(self, key: str) -> None:
        """Mark where the user is."""
        self._current = key
        for name, item in self._items.items():
            item.setChecked(name == key)

    def set_count(self, key: str, count: int) -> None:
        """Show how much waits at a place."""
        if key in self._items:
            self._items[key].set_count(count)

    def set_status(self, book: str, saved: str) -> None:
        """The quiet lines at the bottom: which book, and when it was last written."""
        self._book.setText(book)
        self._saved.setText(saved)
        self._saved.setVisible(bool(saved))
