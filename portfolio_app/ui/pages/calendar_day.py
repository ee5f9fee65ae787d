"""The list of everything on one day of the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages import calendar_words
from portfolio_app.ui.pages.calendar_paint import ItemPainter
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets import text_label
from portfolio_app.ui.widgets.popup import Popup

if TYPE_CHECKING:
    from portfolio_app.services.calendar_view import CalendarItem

WIDTH, ROWS = 420, 14
_ITEM = Qt.ItemDataRole.UserRole
_KEYS = {
    Qt.Key.Key_L: "log",
    Qt.Key.Key_D: "done",
    Qt.Key.Key_S: "later",
    Qt.Key.Key_M: "later",
    Qt.Key.Key_E: "export",
}


class _Delegate(QStyledItemDelegate):
    """Paints the lines as the calendar does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.painter = ItemPainter()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line and air."""
        return QSize(100, self.painter.line_height + 8)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one line."""
        rect = option.rect  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if chosen:
            painter.fillRect(rect, QColor(self.painter.tokens.hover))
        self.painter.paint(painter, rect.adjusted(4, 3, -4, -3), index.data(_ITEM), chosen=chosen)


class DayList(Popup):
    """Enter or a click opens an item, the letters act as in the calendar, Esc leaves."""

    opened = Signal(object, object)
    """(item, place on the screen)."""
    acted = Signal(str, object)
    """As of `CalendarGrid`."""

    def __init__(
        self, day: date, holiday: str, items: Sequence[CalendarItem], beyond: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.day = day
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.S)
        title = i18n.long_date(day)
        title = title[:1].upper() + title[1:]
        self.setAccessibleName(title)
        layout.addWidget(text_label(title, "card"))
        parts = [holiday] if holiday else []
        parts.append(self.tr("%n entry(s)", "", len(items) + beyond))
        layout.addWidget(text_label(" · ".join(parts), "caption"))
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Delegate(self.list))
        for item in items:
            row = QListWidgetItem(calendar_words.story(item).replace("\n", ", "))
            row.setData(_ITEM, item)
            row.setToolTip(plain_tooltip(calendar_words.story(item)))
            self.list.addItem(row)
        self.list.itemClicked.connect(self._open)
        self.list.setCurrentRow(0)
        self.list.installEventFilter(self)
        height = self.list.sizeHintForRow(0) if items else 0
        self.list.setFixedHeight(min(len(items), ROWS) * height + 4)
        layout.addWidget(self.list)
        if not items:
            self.list.hide()
        if beyond:
            more = self.tr("%n more, not listed here: narrow it down with the filters.", "", beyond)
            layout.addWidget(text_label(more, "caption", wrap=True))

    def open_at(self, place: QPoint) -> None:
        """Show it, ready for the keyboard."""
        self.adjustSize()
        super().open_at(place)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the list: Enter, Esc and the letters, which the list would look for names by."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.modifiers():
            return False
        row = self.list.currentItem()
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self._open(row)
        elif event.key() in _KEYS and row is not None:
            item = row.data(_ITEM)
            self.close()
            self.acted.emit(_KEYS[Qt.Key(event.key())], item)
        else:
            return False
        return True

    def _open(self, row: QListWidgetItem) -> None:
        item, place = row.data(_ITEM), self.pos()
        self.close()
        self.opened.emit(item, place)
