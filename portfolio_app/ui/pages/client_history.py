"""What happened with a client, newest first, painted as a list: a year of exchanges opens at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.models.money import to_units
from portfolio_app.ui import i18n, icons, messages, theme
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import button, text_label

if TYPE_CHECKING:
    from portfolio_app.services.client_views import TimelineItem

PAGE = 50
MAX_LINES = 4
MAX_LETTERS = 600
"""What of a long note the list shows; the whole of it stands in the panel that opens on Enter."""
DATE_WIDTH, ICON, PAD = 62, 16, 8
RESOLVE_HEIGHT = 32
_ITEM = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex


def load_page(book: Any, client_id: int, limit: int, offset: int = 0) -> list[TimelineItem]:
    """A part of the timeline."""
    from portfolio_app.services import client_views

    return client_views.timeline(book, client_id, limit, offset)


def is_open_complaint(item: TimelineItem) -> bool:
    """Whether it is a complaint that waits to be resolved."""
    return item.type == "interaction" and item.kind == "complaint" and item.resolved_on is None


class _Items(QAbstractListModel):
    """The items, and their words for readers of the screen."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.items: list[TimelineItem] = []

    def show_items(self, items: Sequence[TimelineItem]) -> None:
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def add(self, items: Sequence[TimelineItem]) -> None:
        self.beginInsertRows(QModelIndex(), len(self.items), len(self.items) + len(items) - 1)
        self.items += items
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.items[index.row()]
        if role == _ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (i18n.long_date(item.on), self.headline(item), details(item)[:MAX_LETTERS])
            return ", ".join(part for part in parts if part)
        return None

    def headline(self, item: TimelineItem) -> str:
        """ "Call · 18 min · Went well", "Order C-1184 · 2 940 €"."""
        if item.type == "order":
            name = self.tr("Order") + (f" {item.title}" if item.title else "")
            units = to_units(item.amount) if item.amount is not None else 0
            return f"{name} · {i18n.money(units, self._context.currency(), None)}"
        if item.type == "follow_up":
            return self.tr("Follow-up done")
        if item.type == "survey":
            most = "10" if item.kind == "nps" else "5"
            return self.tr("Survey · {kind} {score} of {most}").format(
                kind=item.kind.upper(), score=item.score, most=most
            )
        if item.type == "deal":
            won, lost = self.tr("Deal won"), self.tr("Deal lost")
            parts = [won if item.status == "won" else lost]
            if item.amount is not None:
                parts.append(i18n.money(to_units(item.amount), self._context.currency(), None))
            return " · ".join(parts)
        parts = [messages.interaction_kind(item.kind)]
        if item.kind == "complaint":
            parts.append(self.tr("open") if item.resolved_on is None else self.tr("resolved"))
            if item.due_on is not None and item.resolved_on is None:
                parts.append(self.tr("to be resolved by {day}").format(day=i18n.short_date(item.due_on)))
        if item.minutes:
            parts.append(i18n.minutes(item.minutes))
        if item.outcome:
            parts.append(messages.outcome(item.outcome))
        return " · ".join(parts)


def details(item: TimelineItem) -> str:
    """What stands below the headline: who, about what, what was said or bought."""
    first = [item.contact]
    if item.type != "order":
        first.append(item.title)
    lines = [
        " · ".join(part for part in first if part),
        re.sub(r",\s*", ", ", item.body) if item.type == "order" else item.body,
    ]
    return "\n".join(part for part in lines if part)


class _Painter(QStyledItemDelegate):
    """Date, icon, headline, and a few lines of text."""

    def __init__(self, context: UiContext, model: _Items, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._model = context, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QListView)
        item = index.data(_ITEM)
        width = view.viewport().width()
        metrics = QFontMetrics(theme.font())
        lines = len(_lines(details(item), width - self._left() - PAD))
        height = PAD + metrics.lineSpacing() * (1 + lines) + PAD + (2 if lines else 0)
        return QSize(width, height + (RESOLVE_HEIGHT if is_open_complaint(item) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = theme.current()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        item: TimelineItem = index.data(_ITEM)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.hover))
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        metrics = QFontMetrics(theme.font())
        top, height = rect.top() + PAD, metrics.lineSpacing()
        self._paint_day(painter, QRect(rect.left() + 4, top, DATE_WIDTH, height), item.on)
        marks = {"order": "sale", "follow_up": "check", "survey": "feedback", "deal": "close"}
        icon_name = "check" if item.status == "won" else marks.get(item.type, item.kind)
        is_open = is_open_complaint(item)
        colour = tokens.danger if is_open else tokens.accent if item.type == "order" else tokens.muted
        mark = icons.pixmap(icon_name, colour, ICON, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.left() + DATE_WIDTH + PAD, top + (height - ICON) // 2, mark)
        left = rect.left() + self._left()
        area = QRect(left, top, rect.right() - left - PAD, height)
        painter.setFont(theme.font(bold=True))
        painter.setPen(QColor(tokens.danger if is_open else tokens.text))
        shown = painter.fontMetrics().elidedText(
            self._model.headline(item), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.setFont(theme.font())
        painter.setPen(QColor(tokens.muted))
        area.translate(0, 2)
        for text in _lines(details(item), area.width()):
            area.translate(0, height)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        painter.restore()

    def _paint_day(self, painter: QPainter, area: QRect, day: date) -> None:
        tokens, today = theme.current(), self._context.today()
        painter.setFont(theme.font("caption"))
        painter.setPen(QColor(tokens.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, i18n.day_month(day))
        if day.year != today.year:
            below = area.translated(0, painter.fontMetrics().lineSpacing())
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, str(day.year))

    @staticmethod
    def _left() -> int:
        return DATE_WIDTH + PAD + ICON + PAD


def _lines(text: str, width: int) -> list[str]:
    """The first lines of a plain text wrapped to a width, the last one ending in "…" when there is more."""
    metrics = QFontMetrics(theme.font())
    result: list[str] = []
    is_cut = len(text) > MAX_LETTERS
    for paragraph in text[:MAX_LETTERS].split("\n"):
        if not paragraph.strip():
            continue
        layout = QTextLayout(paragraph, theme.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (one := layout.createLine()).isValid():
            one.setLineWidth(max(width, 20))
            if len(result) == MAX_LINES:
                is_cut = True
                break
            result.append(paragraph[one.textStart() : one.textStart() + one.textLength()].rstrip())
        layout.endLayout()
    if is_cut and result:
        result[-1] = metrics.elidedText(result[-1] + " …", Qt.TextElideMode.ElideRight, max(width, 20))
        if not result[-1].endswith("…"):
            result[-1] += " …"
    return result


class _Timeline(QListView):
    """Enter opens, Delete removes, the menu key and the right button ask."""

    opened = Signal(object)
    deleted = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(_ITEM)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of an entry."""
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(index.data(_ITEM))
        elif index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.deleted.emit(index.data(_ITEM))
        else:
            super().keyPressEvent(event)

    def _ask_for_menu(self, position: QPoint) -> None:
        index = self.indexAt(position)
        if not index.isValid():
            index = self.currentIndex()
            position = self.visualRect(index).center()
        if index.isValid():
            self.menu_wanted.emit(index.data(_ITEM), self.viewport().mapToGlobal(position))


class HistoryTab(QWidget):
    """The timeline of one client, by pages of fifty."""

    edit_requested = Signal(object)
    """A `TimelineItem` logged by hand, to be corrected."""
    order_requested = Signal(object)
    """An order, whose lines are to be shown."""
    answer_requested = Signal(object)
    """A survey answer, to be corrected."""
    deal_requested = Signal(object)
    """A deal that was closed."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.client_id: int | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.XS, 0, 0)
        layout.setSpacing(0)
        self._nothing = text_label(self.tr("Nothing has been logged yet."), "muted", wrap=True)
        self._nothing.setContentsMargins(4, theme.M, 4, theme.M)
        layout.addWidget(self._nothing)
        self.view = _Timeline()
        self.view.setAccessibleName(self.tr("History"))
        self.model = _Items(context, self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Painter(context, self.model, self.view))
        self.view.opened.connect(self._open)
        self.view.deleted.connect(self._delete)
        self.view.menu_wanted.connect(self._show_menu)
        layout.addWidget(self.view, 1)
        row = QHBoxLayout()
        self.more_button = button(self.tr("Show older ones"), self._ask_more, variant="link")
        row.addStretch()
        row.addWidget(self.more_button)
        row.addStretch()
        layout.addLayout(row)

    def show_items(self, client_id: int, items: Sequence[TimelineItem], asked: int) -> None:
        """Show the newest `asked` things of a client; the place in the list is kept for the same one."""
        is_same = client_id == self.client_id
        self.client_id = client_id
        place, row = self.view.verticalScrollBar().value(), self.view.currentIndex().row()
        if not is_same or list(items) != self.model.items:
            self.model.show_items(items)
            self._add_resolve_buttons(0)
            if is_same:
                self.view.doItemsLayout()
                self.view.setCurrentIndex(self.model.index(min(row, len(items) - 1)))
                self.view.verticalScrollBar().setValue(place)
        self._nothing.setVisible(not items)
        self.view.setVisible(bool(items))
        self.more_button.setVisible(len(items) >= asked)

    def wanted(self, client_id: int) -> int:
        """How many things to ask for, so that pages that were opened stay open."""
        return max(PAGE, len(self.model.items)) if client_id == self.client_id else PAGE

    def _ask_more(self) -> None:
        if self.client_id is None:
            return
        self._context.operations.query(
            self, load_page, self.client_id, PAGE, len(self.model.items), on_result=self._add, latest="more"
        )

    def _add(self, items: list[TimelineItem]) -> None:
        first = len(self.model.items)
        if items:
            self.model.add(items)
            self._add_resolve_buttons(first)
        self.more_button.setVisible(len(items) == PAGE)

    def _add_resolve_buttons(self, first: int) -> None:
        for row in range(first, len(self.model.items)):
            item = self.model.items[row]
            if is_open_complaint(item):
                holder = QWidget()
                layout = QHBoxLayout(holder)
                layout.setContentsMargins(DATE_WIDTH + PAD + ICON + PAD, 0, PAD, 6)
                resolve = button(self.tr("Resolve"), partial(self._resolve, item), small=True)
                layout.addWidget(resolve, 0, Qt.AlignmentFlag.AlignBottom)
                layout.addStretch()
                self.view.setIndexWidget(self.model.index(row), holder)

    def _open(self, item: TimelineItem) -> None:
        wanted = {
            "interaction": self.edit_requested,
            "order": self.order_requested,
            "survey": self.answer_requested,
            "deal": self.deal_requested,
        }.get(item.type)
        if wanted is not None:
            wanted.emit(item)

    def _resolve(self, item: TimelineItem) -> None:
        from portfolio_app.services import interactions

        self._context.operations.run(self, interactions.resolve_complaint, item.id)

    def _delete(self, item: TimelineItem) -> None:
        from portfolio_app.services import interactions, surveys

        if item.type == "interaction":
            self._context.operations.run(self, interactions.delete_interaction, item.id)
        elif item.type == "survey":
            self._context.operations.run(self, surveys.delete_answer, item.id)

    def _show_menu(self, item: TimelineItem, position: QPoint) -> None:
        menu = self.menu_for(item)
        if not menu.isEmpty():
            menu.popup(position)

    def menu_for(self, item: TimelineItem) -> QMenu:
        """What can be done with an entry."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if is_open_complaint(item):
            menu.addAction(self.tr("Resolve"), lambda: self._resolve(item))
        if item.type in ("interaction", "survey"):
            menu.addAction(self.tr("Correct…"), lambda: self._open(item))
            menu.addAction(self.tr("Delete"), lambda: self._delete(item))
        elif item.type == "order":
            menu.addAction(self.tr("Show its lines"), lambda: self._open(item))
        elif item.type == "deal":
            menu.addAction(self.tr("Show the deals"), lambda: self._open(item))
        return menu
