"""The records a step touched, field by field: one list of headings and lines, painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

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
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.widgets import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
ARROW = "→"
PAD, NAME_SHARE, NAME_MAX, MAX_LINES = 8, 0.36, 150, 3
_LINE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class Line:
    """One line of the list.

    "record": `text` is what it is called, `note` what happened to it; `client_id` makes it lead to a client.
    "field": `text` is the field, `before` and `after` its values; None where there is none to show.
    "note": a sentence; "more": asks for the rows that are still to come.
    """

    type: Literal["record", "field", "note", "more"]
    text: str
    note: str = ""
    before: str | None = None
    after: str | None = None
    client_id: int | None = None

    def spoken(self) -> str:
        """For readers of the screen."""
        values = f" {ARROW} ".join(value for value in (self.before, self.after) if value is not None)
        return ", ".join(part for part in (self.text, self.note, values) if part)


class LinesModel(QAbstractListModel):
    """The lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def add(self, lines: Sequence[Line]) -> None:
        """Put these in place of the "more" at the end."""
        if self.lines and self.lines[-1].type == "more":
            last = len(self.lines) - 1
            self.beginRemoveRows(QModelIndex(), last, last)
            del self.lines[-1]
            self.endRemoveRows()
        if lines:
            first = len(self.lines)
            self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
            self.lines += lines
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row per line."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, its words, and all of a long value as tooltip."""
        line = self.lines[index.row()]
        if role == _LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken()
        if role == Qt.ItemDataRole.ToolTipRole and len(line.spoken()) > 60:
            return plain_tooltip(line.spoken())
        return None


class _Painter(QStyledItemDelegate):
    """Records in bold with what happened to them; fields as "before → after"."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QListView)
        width = view.viewport().width()
        line: Line = index.data(_LINE)
        spacing = QFontMetrics(theme.font()).lineSpacing()
        if line.type == "field":
            rows = len(_value_rows(line, width - PAD - _name_width(width) - PAD))
            return QSize(width, spacing * max(rows, 1) + 8)
        if line.type == "note":
            return QSize(width, spacing * len(wrapped(line.text, width - 2 * PAD, theme.font(), 6)) + 10)
        return QSize(width, spacing + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        line: Line = index.data(_LINE)
        tokens = theme.current()
        painter.save()
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect, QColor(tokens.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver and leads_on(line):
            painter.fillRect(rect, QColor(tokens.hover))
        area = rect.adjusted(PAD, 0, -PAD, 0)
        if line.type == "record":
            self._paint_record(painter, rect, area, line, is_first=index.row() == 0)
        elif line.type == "field":
            self._paint_field(painter, area, line)
        else:
            self._paint_note(painter, area, line)
        painter.restore()

    def _paint_record(
        self, painter: QPainter, rect: QRect, area: QRect, line: Line, *, is_first: bool
    ) -> None:
        tokens = theme.current()
        if not is_first:
            painter.setPen(QPen(QColor(tokens.hairline), 1))
            painter.drawLine(rect.topLeft(), rect.topRight())
        painter.setFont(theme.font("caption"))
        room = painter.fontMetrics().horizontalAdvance(line.note)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.note)
        painter.setFont(theme.font(bold=True))
        painter.setPen(QColor(tokens.accent_text if line.client_id is not None else tokens.text))
        left = area.adjusted(0, 0, -room - PAD, 0)
        shown = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _paint_field(self, painter: QPainter, area: QRect, line: Line) -> None:
        tokens = theme.current()
        spacing = QFontMetrics(theme.font()).lineSpacing()
        width = _name_width(area.width() + 2 * PAD)
        name = QRect(area.left(), area.top() + 4, width - PAD, spacing)
        painter.setFont(theme.font())
        painter.setPen(QColor(tokens.muted))
        shown = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        row = QRect(area.left() + width, name.top(), area.width() - width, spacing)
        for pieces in _value_rows(line, row.width()):
            left = row.left()
            for text, is_old in pieces:
                font = theme.font()
                font.setStrikeOut(is_old)
                painter.setFont(font)
                painter.setPen(QColor(tokens.muted if is_old else tokens.text))
                room = QRect(left, row.top(), row.right() - left, spacing)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
                left += painter.fontMetrics().horizontalAdvance(text)
            row.translate(0, spacing)

    def _paint_note(self, painter: QPainter, area: QRect, line: Line) -> None:
        tokens = theme.current()
        painter.setFont(theme.font())
        painter.setPen(QColor(tokens.accent_text if line.type == "more" else tokens.muted))
        spacing = painter.fontMetrics().lineSpacing()
        row = QRect(area.left(), area.top() + (8 if line.type == "more" else 5), area.width(), spacing)
        for text in wrapped(line.text, area.width(), theme.font(), 6):
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
            row.translate(0, spacing)


def _name_width(width: int) -> int:
    return min(NAME_MAX, int(width * NAME_SHARE))


def _value_rows(line: Line, width: int) -> list[list[tuple[str, bool]]]:
    """The pieces (text, whether it is the old value) of each row of a field."""
    font = theme.font()
    metrics = QFontMetrics(font)
    before, after = line.before, line.after
    if before is None or after is None:
        is_old = after is None
        value = " ".join(((before if is_old else after) or "").split())
        return [[(text, is_old)] for text in wrapped(value, width, font, MAX_LINES)]
    old, new = " ".join(before.split()), " ".join(after.split())
    arrow = f" {ARROW} " if old else ""
    if metrics.horizontalAdvance(f"{old}{arrow}{new}") <= width:
        return [[(old, True), (f"{arrow}{new}", False)]]
    rows = [[(text, True)] for text in wrapped(old, width, font, MAX_LINES)]
    return rows + [[(text, False)] for text in wrapped(f"{ARROW} {new}", width, font, MAX_LINES)]


def wrapped(text: str, width: int, font: QFont, most: int) -> list[str]:
    """The first lines of a plain text wrapped to a width, the last one ending in "…" when there is more."""
    layout = QTextLayout(text[:1_000], font)
    result: list[str] = []
    layout.beginLayout()
    while (one := layout.createLine()).isValid():
        one.setLineWidth(max(width, 20))
        if len(result) == most:
            rest = result[-1] + " …"
            result[-1] = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, max(width, 20))
            break
        result.append(text[one.textStart() : one.textStart() + one.textLength()].rstrip())
    layout.endLayout()
    return result


def leads_on(line: Line) -> bool:
    """Whether choosing the line does something."""
    return line.type == "more" or (line.type == "record" and line.client_id is not None)


class LinesView(QListView):
    """The list; a click or Enter on a client's record asks for that client."""

    client_wanted = Signal(int)
    more_wanted = Signal()

    def __init__(self, model: LinesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Painter(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("What it changed"))
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        super().mouseMoveEvent(event)
        line = self._line_at(event.position().toPoint())
        shape = (
            Qt.CursorShape.PointingHandCursor
            if line is not None and leads_on(line)
            else Qt.CursorShape.ArrowCursor
        )
        self.viewport().setCursor(shape)

    def _line_at(self, point: QPoint) -> Line | None:
        index = self.indexAt(point)
        return index.data(_LINE) if index.isValid() else None

    def _choose(self, index: Index) -> None:
        line: Line = index.data(_LINE)
        if line.type == "more":
            self.more_wanted.emit()
        elif line.client_id is not None:
            self.client_wanted.emit(line.client_id)
