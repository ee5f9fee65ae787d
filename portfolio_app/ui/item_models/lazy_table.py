"""A table of ids whose rows are fetched as they come into sight.

The model keeps the ids (all of them) and the rows it was given (blocks of `BLOCK`, the least recently
asked forgotten beyond `MAX_BLOCKS`). A row that is not there yet shows blank and is filled in when it
arrives. Strings are formatted once per row, not once per repaint.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from portfolio_app.ui.item_models.cells import CELL_ROLE, STYLE_ROLE, Cell
from portfolio_app.ui.operations import OnError, Operations

BLOCK = 200
MAX_BLOCKS = 50
FEW = 8
"""So many ids are looked for one by one, before a table of all their places pays."""
ID_ROLE = int(Qt.ItemDataRole.UserRole)
"""The id of the row."""

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


@dataclass(frozen=True)
class Column:
    """One column. `format(row)` makes its cell; `sort_key` is what to order by, "" when it cannot be.

    `width` in logical pixels at 100 %; the first column with `stretch` takes what is left. `least`: how narrow
    it may become where there is no room for all, 0 for never below `width`.
    """

    key: str
    title: str
    format: Callable[[Any], Cell]
    align: Literal["left", "right", "center"] = "left"
    sort_key: str = ""
    width: int = 100
    style: Literal["body", "muted", "strong"] = "body"
    stretch: bool = False
    explain: str = ""
    least: int = 0


_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


class LazyTableModel(QAbstractTableModel):
    """`fetch(book, ids) -> {id: row}` runs on the book's thread; ids it leaves out stay blank."""

    sort_requested = Signal(str, bool)
    """(sort_key, descending): ask for the ids in that order, then `set_ids`."""

    def __init__(
        self,
        operations: Operations,
        fetch: Callable[[Any, list[int]], dict[int, Any]],
        columns: Sequence[Column],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ops = operations
        self._fetch = fetch
        self.columns = list(columns)
        self._ids: list[int] = []
        self._rows_of: dict[int, int] | None = None
        self._looked_up = 0
        self._cells: OrderedDict[int, dict[int, tuple[Any, tuple[Cell, ...]]]] = OrderedDict()
        self._asked: set[int] = set()
        self._stale: set[int] = set()
        self._generation = 0
        self._sorted_column = -1
        self._sort_mark = ""
        self._aligns = self._column_aligns()

    @property
    def ids(self) -> Sequence[int]:
        """The ids, in the order shown."""
        return self._ids

    @property
    def operations(self) -> Operations:
        """The road to the book."""
        return self._ops

    def fetch_rows(
        self,
        owner: QObject,
        ids: list[int],
        on_result: Callable[[dict[int, Any]], None],
        on_error: OnError,
    ) -> None:
        """Fetch rows for somebody else, as they would be shown; what the table holds is left alone."""
        self._ops.query(owner, self._fetch, ids, on_result=on_result, on_error=on_error)

    def set_ids(self, ids: Iterable[int], rows: dict[int, Any] | None = None) -> None:
        """Show these, in this order. Rows known already may come along, to be there at the first paint."""
        self.beginResetModel()
        self._ids = list(ids)
        self._rows_of = None
        self._looked_up = 0
        self._forget()
        if rows:
            for start in range(0, len(self._ids), BLOCK):
                block = self._ids[start : start + BLOCK]
                if all(item in rows for item in block):
                    self._cells[start // BLOCK] = {item: self._formatted(rows[item]) for item in block}
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns; the rows are fetched again, as they may need more now."""
        sorted_by = self.columns[self._sorted_column].key if self._sorted_column >= 0 else ""
        self.beginResetModel()
        self.columns = list(columns)
        self._aligns = self._column_aligns()
        keys = [column.key for column in self.columns]
        self._sorted_column = keys.index(sorted_by) if sorted_by in keys else -1
        self._forget()
        self.endResetModel()

    def invalidate(self, ids: Iterable[int] | None = None) -> None:
        """These rows (None: all) changed in the book: fetch them again; the old text stays until then."""
        if ids is None:
            self._stale |= set(self._cells)
        else:
            rows = (self.row_of(item) for item in ids)
            self._stale |= {row // BLOCK for row in rows if row >= 0} & set(self._cells)
        self._generation += 1
        repainted = self._stale | self._asked
        self._asked = set()
        if self._ids:
            last = len(self.columns) - 1
            for block in repainted:
                first = block * BLOCK
                final = min(first + BLOCK, len(self._ids)) - 1
                self.dataChanged.emit(self.index(first, 0), self.index(final, last))

    def reformat(self) -> None:
        """Format everything again from the rows at hand (another language, currency or day)."""
        for block in self._cells.values():
            for item, (row, _) in block.items():
                block[item] = self._formatted(row)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    def mark_sorted(self, column: int, *, descending: bool) -> None:
        """Show in the header by which column, and which way, the ids are ordered."""
        self._sorted_column = column if 0 <= column < len(self.columns) else -1
        self._sort_mark = " ↓" if descending else " ↑"
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def id_at(self, row: int) -> int | None:
        """The id shown in `row`."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, item: int) -> int:
        """Where an id is shown, −1 when it is not."""
        if self._rows_of is None:
            if self._looked_up < FEW:
                self._looked_up += 1
                return self._ids.index(item) if item in self._ids else -1
            self._rows_of = {each: row for row, each in enumerate(self._ids)}
        return self._rows_of.get(item, -1)

    def row_data(self, row: int) -> Any | None:
        """The fetched row behind `row`, None while it is not there."""
        entry = self._entry(row)
        return entry[0] if entry is not None else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One row per id."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """One column per `Column`."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, cell, id, alignment or style; asks for the row when it is not there."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role in (CELL_ROLE, Qt.ItemDataRole.DisplayRole):
            entry = self._entry(index.row())
            if entry is None:
                return ""
            cell = entry[1][index.column()]
            return cell if role == CELL_ROLE else str(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._aligns[index.column()]
        if role == STYLE_ROLE:
            return self.columns[index.column()].style
        if role == ID_ROLE:
            return self._ids[index.row()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles, their alignment and what they mean."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title + self._sort_mark if section == self._sorted_column else column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._aligns[section]
        if role == Qt.ItemDataRole.ToolTipRole and column.explain:
            return column.explain
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask whoever owns the ids for another order."""
        if 0 <= column < len(self.columns) and self.columns[column].sort_key:
            self.sort_requested.emit(self.columns[column].sort_key, order == Qt.SortOrder.DescendingOrder)

    def _entry(self, row: int) -> tuple[Any, tuple[Cell, ...]] | None:
        number = row // BLOCK
        block = self._cells.get(number)
        if block is None or number in self._stale:
            self._ask(number)
        if block is None:
            return None
        return block.get(self._ids[row])

    def _ask(self, number: int) -> None:
        if number in self._asked:
            return
        self._asked.add(number)
        wanted = self._ids[number * BLOCK : (number + 1) * BLOCK]
        generation = self._generation
        self._ops.query(
            self,
            self._fetch,
            wanted,
            on_result=lambda rows: self._arrived(generation, number, rows),
            urgent=True,
        )

    def _arrived(self, generation: int, number: int, rows: dict[int, Any]) -> None:
        if generation != self._generation:
            return
        self._asked.discard(number)
        self._stale.discard(number)
        self._cells[number] = {item: self._formatted(row) for item, row in rows.items()}
        self._cells.move_to_end(number)
        while len(self._cells) > MAX_BLOCKS:
            self._cells.popitem(last=False)
        first = number * BLOCK
        last = min(first + BLOCK, len(self._ids)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _formatted(self, row: Any) -> tuple[Any, tuple[Cell, ...]]:
        return row, tuple(column.format(row) for column in self.columns)

    def _column_aligns(self) -> list[int]:
        return [int(_ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter) for column in self.columns]

    def _forget(self) -> None:
        self._generation += 1
        self._cells.clear()
        self._asked.clear()
        self._stale.clear()
