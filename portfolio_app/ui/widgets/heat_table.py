"""A table of figures shaded by how large they are. Every cell says its figure, so that colour only helps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, cast

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from portfolio_app.ui import theme
from portfolio_app.ui.plain import plain_tooltip

Hue = Literal["", "accent", "better", "worse", "stay"]
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
HEAT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_HEIGHT = 31
_DOT, _GAP = 8, 6
_FAINTEST, _STRONGEST = 0.08, 0.62
_HUES = {"better": theme.OKABE_ITO["blue"], "worse": theme.OKABE_ITO["vermillion"]}


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a row or column: its words, the colour of its dot ("" for none), and what it means."""

    text: str
    colour: str = ""
    explain: str = ""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One cell: the figure, how strongly it is shaded (0 to 1) and in which hue, and the cell in words.

    `is_total`: a sum of others, written bold and never shaded. `is_open`: it has a list to show.
    """

    text: str
    heat: float = 0.0
    hue: Hue = ""
    explain: str = ""
    is_total: bool = False
    is_open: bool = True


def shade(cell: HeatCell, tokens: theme.Tokens) -> tuple[str, str]:
    """(background, ink) of a cell; the ink always stands out at 4.5:1 or better."""
    if not cell.hue or cell.is_total or cell.heat <= 0:
        return tokens.surface, tokens.text if cell.is_open else tokens.muted
    base = {"accent": tokens.accent, "stay": tokens.muted}.get(cell.hue) or tokens.segment(_HUES[cell.hue])
    share = _FAINTEST + (_strongest(base, tokens) - _FAINTEST) * min(cell.heat, 1.0)
    return theme.mix(tokens.surface, base, share), tokens.text


@lru_cache(maxsize=32)
def _strongest(base: str, tokens: theme.Tokens) -> float:
    """How much of a hue the surface takes before the figure on it can no longer be read."""
    share = _STRONGEST
    while share > _FAINTEST and theme.contrast(tokens.text, theme.mix(tokens.surface, base, share)) < 4.6:
        share -= 0.02
    return share


class HeatModel(QAbstractTableModel):
    """A small grid held in memory."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Heading] = ()
        self.columns: Sequence[Heading] = ()
        self.cells: Sequence[Sequence[HeatCell]] = ()

    def set_grid(
        self, rows: Sequence[Heading], columns: Sequence[Heading], cells: Sequence[Sequence[HeatCell]]
    ) -> None:
        """Show another grid; `cells[row][column]`."""
        self.beginResetModel()
        self.rows, self.columns, self.cells = rows, columns, cells
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One row per row heading."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """One column per column heading."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The figure; the cell in words as tooltip and for readers of the screen."""
        if not index.isValid():
            return None
        cell = self.cells[index.row()][index.column()]
        if role == HEAT_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(cell.explain)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.explain or cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Words and dot of a heading."""
        heads = self.columns if orientation == Qt.Orientation.Horizontal else self.rows
        if not 0 <= section < len(heads):
            return None
        head = heads[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return head.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(head.explain or head.text)
        return None


class _HeatHeader(QHeaderView):
    """Words with a dot before them; across, they take two lines where one is not enough."""

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw one heading."""
        view = cast("HeatTable", self.parent())
        across = self.orientation() == Qt.Orientation.Horizontal
        heads = view.grid().columns if across else view.grid().rows
        if not 0 <= logicalIndex < len(heads):
            return
        head, tokens = heads[logicalIndex], theme.current()
        dot = _DOT + _GAP if head.colour else 0
        area = rect.adjusted(2, 0, -2, -2) if across else rect.adjusted(_GAP, 0, -_GAP, 0)
        metrics = self.fontMetrics()
        lines = _lines(head.text, metrics, area.width() - dot)
        wide = max(metrics.horizontalAdvance(line) for line in lines)
        left = area.left() + (area.width() - wide - dot) // 2 if across else area.left()
        text = QRect(left + dot, area.top(), wide + 1, area.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if head.colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.segment(head.colour)))
            painter.drawEllipse(QRectF(left, area.center().y() - _DOT / 2 + 1, _DOT, _DOT))
        painter.setPen(QColor(tokens.muted))
        side = Qt.AlignmentFlag.AlignHCenter if across else Qt.AlignmentFlag.AlignLeft
        painter.drawText(text, int(side | Qt.AlignmentFlag.AlignVCenter), "\n".join(lines))
        painter.restore()


def _lines(text: str, metrics: QFontMetrics, room: int) -> list[str]:
    """`text` on one line if it fits, else broken at the blank that makes both lines short; each elided."""
    if metrics.horizontalAdvance(text) <= room or " " not in text:
        lines = [text]
    else:
        words = text.split(" ")
        pairs = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
        lines = list(min(pairs, key=lambda pair: max(metrics.horizontalAdvance(line) for line in pair)))
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]


class _HeatDelegate(QStyledItemDelegate):
    """Paints a cell: its shade, its figure, a ring around the chosen one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every cell is as high as every other."""
        return QSize(48, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        cell: HeatCell = index.data(HEAT_ROLE)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        view = cast("HeatTable", self.parent())
        tokens = theme.current()
        background, ink = shade(cell, tokens)
        box = QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5)
        is_current = view.hasFocus() and index == view.currentIndex()
        is_chosen = view.chosen == (index.row(), index.column())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = is_current or is_chosen or view.hovered == (index.row(), index.column())
        painter.setPen(QPen(QColor(tokens.accent), 2 if is_chosen else 1) if ring else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(background))
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(theme.font(bold=cell.is_total or is_chosen))
        painter.setPen(QColor(ink))
        text = painter.fontMetrics().elidedText(cell.text, Qt.TextElideMode.ElideRight, rect.width() - 6)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


class HeatTable(QTableView):
    """Shows a grid. Arrows walk through it; a click, Enter or Space opens the list behind a cell.

    As high as its rows, as wide as there is room. `chosen` is the cell whose list is shown elsewhere. The
    keyboard stays here; Enter asks to go on to the list.
    """

    cell_opened = Signal(int, int)
    """(row, column) of the cell whose list is wanted."""
    cell_entered = Signal()
    """The keyboard is to go into the list just opened."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.chosen: tuple[int, int] | None = None
        self.hovered: tuple[int, int] | None = None
        self.setModel(HeatModel(self))
        self.setItemDelegate(_HeatDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across = _HeatHeader(Qt.Orientation.Horizontal, self)
        down = _HeatHeader(Qt.Orientation.Vertical, self)
        self.setHorizontalHeader(across)
        self.setVerticalHeader(down)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(60)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(ROW_HEIGHT)
        for header in (across, down):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        theme.notifier().changed.connect(self._redress)

    def grid(self) -> HeatModel:
        """The model, as what it is."""
        return cast(HeatModel, self.model())

    def set_grid(
        self, rows: Sequence[Heading], columns: Sequence[Heading], cells: Sequence[Sequence[HeatCell]]
    ) -> None:
        """Show another grid; the current cell stays where it was, if it is still there."""
        place = self.currentIndex()
        row, column = place.row(), place.column()
        self.chosen = None
        self.grid().set_grid(rows, columns, cells)
        if 0 <= row < len(rows) and 0 <= column < len(columns):
            self.setCurrentIndex(self.grid().index(row, column))
        self._fit()

    def choose(self, place: tuple[int, int] | None) -> None:
        """Mark the cell whose list is shown."""
        self.chosen = place
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first cell is where the arrows start."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.grid().rowCount() and self.grid().columnCount():
            self.setCurrentIndex(self.grid().index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._open(self.currentIndex()) and event.key() != Qt.Key.Key_Space:
                self.cell_entered.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the cell."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self.indexAt(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Ring the cell under the pointer, if it has a list."""
        index = self.indexAt(event.position().toPoint())
        is_open = index.isValid() and index.data(HEAT_ROLE).is_open
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if is_open else Qt.CursorShape.ArrowCursor
        )
        self._hover((index.row(), index.column()) if is_open else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing under the pointer."""
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, place: tuple[int, int] | None) -> None:
        if place != self.hovered:
            self.hovered = place
            self.viewport().update()

    def _open(self, index: QModelIndex) -> bool:
        is_open = index.isValid() and bool(index.data(HEAT_ROLE).is_open)
        if is_open:
            self.cell_opened.emit(index.row(), index.column())
        return is_open

    def _redress(self) -> None:
        self.viewport().update()

    def _fit(self) -> None:
        """As high as the rows, headings on two lines where one is not enough."""
        metrics = self.horizontalHeader().fontMetrics()
        widest = max((metrics.horizontalAdvance(head.text) for head in self.grid().rows), default=0)
        self.verticalHeader().setFixedWidth(min(max(widest + _DOT + 3 * _GAP + 4, 70), 220))
        self.horizontalHeader().setFixedHeight(metrics.height() * 2 + 12)
        rows = self.grid().rowCount()
        self.setFixedHeight(self.horizontalHeader().height() + rows * ROW_HEIGHT + 2 * self.frameWidth() + 10)
