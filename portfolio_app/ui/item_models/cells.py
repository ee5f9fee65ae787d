"""What a table cell can hold besides text, and how a row of them is painted fast.

A column's `format(row)` returns a string, or one of `Chip`, `BadgeCell`, `Spark`, `TwoLines`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from portfolio_app.ui import theme
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets.chips import paint_badge, paint_chip

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The cell as `Column.format` made it: a string or one of the classes below."""
STYLE_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""The column's text style: "body", "muted" or "strong"."""
ROW_HEIGHT = 34


@dataclass(frozen=True, slots=True)
class Chip:
    """A segment: its name and its colour as stored."""

    text: str
    colour: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class BadgeCell:
    """A short text on the soft background of its tone."""

    text: str
    tone: Tone = "neutral"

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Spark:
    """A small line of values over time; `text` says it in words, for readers of the screen."""

    values: Sequence[float]
    colour: str = ""
    text: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class TwoLines:
    """A text and what belongs to it in small below, in the colour of its tone; for tables with high rows."""

    text: str
    below: str
    tone: Tone = "neutral"

    def __str__(self) -> str:
        return f"{self.text} · {self.below}" if self.below else self.text


_CHIP_ROOM, _CHIP_MARGIN = 32, 10
"""What a chip takes beside its text, and its column beside the chip."""
Cell = str | Chip | BadgeCell | Spark | TwoLines


def paint_spark(painter: QPainter, rect: QRectF, values: Sequence[float], colour: str) -> None:
    """Draw `values` as a line filling `rect`; nothing for fewer than two, a flat line when all are equal."""
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    span = (high - low) or 1.0
    step = rect.width() / (len(values) - 1)
    base = rect.bottom() if high > low else rect.center().y()
    points = [
        QPointF(rect.left() + i * step, base - (v - low) / span * rect.height()) for i, v in enumerate(values)
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.5, j=Qt.PenJoinStyle.RoundJoin, c=Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(QPolygonF(points))
    painter.restore()


def chip_width(text: str) -> int:
    """How wide a column must be for a chip with this text to be read whole."""
    return QFontMetrics(theme.font("caption")).horizontalAdvance(text) + _CHIP_ROOM + _CHIP_MARGIN


class RowDelegate(QStyledItemDelegate):
    """Paints rows of text, chips, badges and sparklines with a hairline below each row.

    `hovered_row` is kept by the view; selection and hover colour the whole row. `high`: rows have room for
    `TwoLines`.
    """

    def __init__(self, parent: QWidget | None = None, *, high: bool = False) -> None:
        super().__init__(parent)
        self.hovered_row = -1
        self._high = high
        self._dress(theme.current())
        theme.notifier().changed.connect(self._dress)

    def _dress(self, tokens: theme.Tokens) -> None:
        self._selected = QColor(tokens.accent_soft)
        self._hover = QColor(tokens.hover)
        self._line = QPen(QColor(tokens.hairline), 1)
        self._pens = {
            "body": QColor(tokens.text),
            "strong": QColor(tokens.text),
            "muted": QColor(tokens.muted),
        }
        self._fonts = {"body": theme.font(), "strong": theme.font(bold=True), "muted": theme.font()}
        self._metrics = {style: QFontMetrics(font) for style, font in self._fonts.items()}
        self._caption = QFontMetrics(theme.font("caption"))
        self._badge = QFontMetrics(theme.font("caption", bold=True))
        self._tokens = tokens

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is as high as every other."""
        lines = self._metrics["body"].height() + (self._caption.height() + 2 if self._high else 0)
        return QSize(60, max(ROW_HEIGHT, lines + 16))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._selected)
        elif index.row() == self.hovered_row:
            painter.fillRect(rect, self._hover)
        painter.setPen(self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        cell = index.data(CELL_ROLE)
        if isinstance(cell, str):
            if cell:
                self._paint_text(painter, rect, cell, index)
        elif isinstance(cell, Chip):
            if cell.text:
                width = min(
                    self._caption.horizontalAdvance(cell.text) + _CHIP_ROOM, rect.width() - _CHIP_MARGIN
                )
                paint_chip(
                    painter, self._middle(rect, width, self._caption.height() + 7), cell.text, cell.colour
                )
        elif isinstance(cell, BadgeCell):
            self._paint_badge(painter, rect, cell)
        elif isinstance(cell, TwoLines):
            self._paint_lines(painter, rect, cell, index)
        elif isinstance(cell, Spark):
            colour = self._tokens.segment(cell.colour) if cell.colour else self._tokens.accent
            paint_spark(painter, QRectF(rect).adjusted(8, 11, -12, -11), cell.values, colour)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show under the pointer what the model tells, else what the cell has no room for."""
        if index.data(Qt.ItemDataRole.ToolTipRole):
            return super().helpEvent(event, view, option, index)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        QToolTip.showText(event.globalPos(), plain_tooltip(self.cut_text(index, rect.width())), view)
        return True

    def cut_text(self, index: QModelIndex | QPersistentModelIndex, width: int) -> str:
        """The text of a cell in full when it is cut at that width, "" when all of it is seen."""
        cell, room = index.data(CELL_ROLE), width - 16
        metrics = self._metrics[index.data(STYLE_ROLE) or "body"]
        if isinstance(cell, TwoLines):
            is_cut = metrics.horizontalAdvance(cell.text) > room
            is_cut |= self._caption.horizontalAdvance(cell.below) > room
            return f"{cell.text}\n{cell.below}" if is_cut else ""
        if isinstance(cell, Chip):
            is_cut = self._caption.horizontalAdvance(cell.text) + _CHIP_ROOM > width - _CHIP_MARGIN
        else:
            is_cut = isinstance(cell, str) and metrics.horizontalAdvance(cell) > room
        return str(cell) if is_cut else ""

    def _paint_text(
        self, painter: QPainter, rect: QRect, text: str, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        style = index.data(STYLE_ROLE) or "body"
        area = rect.adjusted(8, 0, -8, 0)
        metrics = self._metrics[style]
        if metrics.horizontalAdvance(text) > area.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self._pens[style])
        painter.setFont(self._fonts[style])
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(area, int(align) | Qt.TextFlag.TextSingleLine, text)

    def _paint_lines(
        self, painter: QPainter, rect: QRect, cell: TwoLines, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if not cell.below:
            self._paint_text(painter, rect, cell.text, index)
            return
        middle = rect.adjusted(0, 7, 0, -8)
        upper = middle.adjusted(0, 0, 0, -self._caption.height() - 2)
        self._paint_text(painter, upper, cell.text, index)
        area = middle.adjusted(8, upper.height() + 2, -8, 0)
        colour = self._pens["muted"] if cell.tone == "neutral" else QColor(self._tokens.tone(cell.tone)[0])
        painter.setPen(colour)
        painter.setFont(theme.font("caption"))
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        shown = self._caption.elidedText(cell.below, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(align) | Qt.TextFlag.TextSingleLine, shown)

    def _paint_badge(self, painter: QPainter, rect: QRect, cell: BadgeCell) -> None:
        if not cell.text:
            return
        width = min(self._badge.horizontalAdvance(cell.text) + 15, rect.width() - 8)
        box = self._middle(rect, width, self._badge.height() + 5)
        if cell.tone == "neutral":
            painter.setPen(self._pens["body"])
            painter.setFont(self._fonts["body"])
            painter.drawText(rect.adjusted(8, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, cell.text)
        else:
            paint_badge(painter, box, cell.text, cell.tone)

    @staticmethod
    def _middle(rect: QRect, width: float, height: float) -> QRectF:
        return QRectF(rect.left() + 6, rect.top() + (rect.height() - 1 - height) / 2, width, height)
