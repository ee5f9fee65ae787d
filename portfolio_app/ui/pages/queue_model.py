"""The queue as a model: groups as headings, their clients below, lines fetched as they come into sight.

It holds the ids of everybody (tens of thousands are nothing) and the lines of what was looked at. A line
not there yet paints as a placeholder. After a change the old text stays until the new one arrives.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from portfolio_app.ui import messages, reasons
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages import queue_words
from portfolio_app.ui.theme import Tone

if TYPE_CHECKING:
    from portfolio_app.services.agenda import QueueGroup, QueueRow, QueueView

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
LINE_ROLE = int(Qt.ItemDataRole.UserRole)
"""A `Heading`, a `Line`, or None while the line is not there."""
BLOCK = 100
MAX_BLOCKS = 60


@dataclass(frozen=True, slots=True)
class Heading:
    """A group's line: its chip, its rhythm in words ("" where it is no segment), how many clients, how many overdue.

    `key` is a segment's code, or what else the queue is grouped `by`.
    """

    key: str
    by: str
    name: str
    colour: str
    rhythm: str
    total: int
    overdue: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A client's line, as text.

    `refusal` says what the person to reach does not want, "" for nothing. `short_reason` leaves the rule out,
    where room is short. `done` and `later` are the words on the buttons
    ("" for no button), `done_hint` what ticking it off means; `row` is what it was made of. `reach`: "call",
    "email", as far as known and not refused.
    """

    row: QueueRow
    client_id: int
    name: str
    contact: str
    reason: str
    short_reason: str
    stake: str
    badge: str
    tone: Tone
    done: str
    done_hint: str
    later: str
    explanation: str
    refusal: str = ""
    reach: tuple[str, ...] = ()


class QueueModel(QAbstractTableModel):
    """Give it a `QueueView` with `show_view`. `fetch(book, ids) -> {id: QueueRow}` runs on the book's thread.

    `format(row, segment name) -> Line` makes the texts.
    """

    def __init__(
        self,
        operations: Operations,
        fetch: Callable[[Any, Sequence[int]], dict[int, QueueRow]],
        format_row: Callable[[QueueRow, str], Line],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ops, self._fetch, self._format = operations, fetch, format_row
        self._all: list[QueueGroup] = []
        self._groups: list[QueueGroup] = []
        self._names: dict[str, tuple[str, str]] = {}
        self._heads: dict[str, tuple[str, str]] = {}
        self._closed: set[str] = set()
        self._only: str | None = None
        self._flat: list[int] = []
        self._firsts: list[int] = []
        self._starts: list[int] = []
        self._rows = 0
        self._places: dict[int, int] | None = None
        self._lines: OrderedDict[int, dict[int, Line]] = OrderedDict()
        self._before: dict[int, Line] = {}
        self._asked: set[int] = set()
        self._generation = 0
        self.checked: set[int] = set()
        self.pending: set[int] = set()

    # What is shown

    def show_view(self, view: QueueView) -> None:
        """Show another view, or the same one after a change."""
        self.beginResetModel()
        self._all = list(view.groups)
        self._names = {s.code: (messages.segment_name(s.code, s.name), s.colour) for s in view.segments}
        self._heads = {group.key: self._head(group, view.as_of) for group in view.groups}
        self._keep_known(view.rows)
        self.pending = set()
        self._choose()
        if self.checked:
            self.checked &= set(self._flat)
        self.endResetModel()

    def show_only(self, key: str | None) -> None:
        """Show one group, or all (None)."""
        if key != self._only:
            self.beginResetModel()
            self._only = key
            self.checked = set()
            for block in self._lines.values():
                self._before.update(block)
            self._choose()
            self.endResetModel()

    def toggle(self, key: str) -> None:
        """Fold a group's clients away, or show them again."""
        self.beginResetModel()
        self._closed ^= {key}
        self._place()
        self.endResetModel()

    def _keep_known(self, rows: Sequence[QueueRow]) -> None:
        self._before = {client: line for block in self._lines.values() for client, line in block.items()}
        self._before |= {row.client_id: self._format(row, self._name(row.segment)) for row in rows}

    def _choose(self) -> None:
        self._groups = [group for group in self._all if self._only in (None, group.key)]
        self._flat = [client for group in self._groups for client in group.client_ids]
        self._places = None
        self._generation += 1
        self._lines.clear()
        self._asked.clear()
        self._place()

    def _place(self) -> None:
        """Where each group begins: in the rows on screen, and among all ids."""
        self._starts, self._firsts = [], []
        row = first = 0
        for group in self._groups:
            self._starts.append(row)
            self._firsts.append(first)
            row += 1 + (0 if group.key in self._closed else len(group.client_ids))
            first += len(group.client_ids)
        self._rows = row

    def _head(self, group: QueueGroup, as_of: date) -> tuple[str, str]:
        """Name and colour of a group."""
        if group.by == "segment":
            return self._names.get(group.key, (group.key, ""))
        return queue_words.group_name(group, as_of), ""

    def head(self, key: str) -> tuple[str, str]:
        """Name and colour of the group of that key."""
        return self._heads.get(key, (key, ""))

    def _name(self, segment: str) -> str:
        return self._names.get(segment, (segment, ""))[0]

    # Where things are

    @property
    def ids(self) -> Sequence[int]:
        """Every client of the view, folded away or not, in order."""
        return self._flat

    def heading_rows(self) -> list[int]:
        """The rows that are headings."""
        return self._starts

    def heading_of(self, row: int) -> int:
        """The row of the heading above `row`, or itself."""
        return self._starts[bisect_right(self._starts, row) - 1] if self._starts else -1

    def is_heading(self, row: int) -> bool:
        """Whether a group's heading stands in `row`."""
        return 0 <= row < self._rows and self.heading_of(row) == row

    def id_at(self, row: int) -> int | None:
        """The client shown in `row`; None for a heading."""
        place = self._position(row)
        return None if place is None else self._flat[place]

    def row_of(self, client_id: int) -> int:
        """Where a client is shown, −1 when absent or folded away."""
        if self._places is None:
            self._places = {client: place for place, client in enumerate(self._flat)}
        place = self._places.get(client_id, -1)
        if place < 0:
            return -1
        number = bisect_right(self._firsts, place) - 1
        if self._groups[number].key in self._closed:
            return -1
        return self._starts[number] + 1 + place - self._firsts[number]

    def _position(self, row: int) -> int | None:
        if not 0 <= row < self._rows:
            return None
        number = bisect_right(self._starts, row) - 1
        offset = row - self._starts[number] - 1
        return None if offset < 0 else self._firsts[number] + offset

    def heading(self, row: int) -> Heading:
        """The heading in `row`."""
        group = self._groups[bisect_right(self._starts, row) - 1]
        is_segment = group.by == "segment"
        return Heading(
            group.key,
            group.by,
            *self.head(group.key),
            reasons.rhythm(group.ideal_days, group.max_days) if is_segment else "",
            group.total,
            group.overdue,
            group.key not in self._closed,
        )

    def line(self, row: int) -> Line | None:
        """The client's line in `row`; None for headings, and while it is being fetched."""
        place = self._position(row)
        if place is None:
            return None
        block = self._lines.get(place // BLOCK)
        if block is None:
            self._ask(place // BLOCK)
            return self._before.get(self._flat[place])
        return block.get(self._flat[place])

    # Marks

    def set_pending(self, ids: Collection[int], *, pending: bool = True) -> None:
        """Paint these as being dealt with, or not any more."""
        self.pending = self.pending | set(ids) if pending else self.pending - set(ids)
        self._repaint()

    def set_checked(self, ids: Collection[int]) -> None:
        """Tick exactly these."""
        self.checked = set(ids)
        self._repaint()

    def _repaint(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, 0))

    # Qt's side

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Headings and the clients of open groups."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """One, painted as a whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line itself, or its text for readers of the screen."""
        if not index.isValid():
            return None
        if role == LINE_ROLE:
            row = index.row()
            return self.heading(row) if self.is_heading(row) else self.line(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(index.row())
        return None

    def _spoken(self, row: int) -> str:
        if self.is_heading(row):
            heading = self.heading(row)
            return ", ".join(part for part in (heading.name, heading.rhythm, str(heading.total)) if part)
        line = self.line(row)
        if line is None:
            return ""
        return ", ".join(
            part for part in (line.name, line.contact, line.refusal, line.reason, line.badge) if part
        )

    # Fetching

    def _ask(self, number: int) -> None:
        if number in self._asked:
            return
        self._asked.add(number)
        wanted = self._flat[number * BLOCK : (number + 1) * BLOCK]
        generation = self._generation
        self._ops.query(
            self,
            self._fetch,
            wanted,
            on_result=lambda rows: self._arrived(generation, number, rows),
            urgent=True,
        )

    def _arrived(self, generation: int, number: int, rows: dict[int, QueueRow]) -> None:
        if generation != self._generation:
            return
        self._asked.discard(number)
        self._lines[number] = {
            client: self._format(row, self._name(row.segment)) for client, row in rows.items()
        }
        while len(self._lines) > MAX_BLOCKS:
            self._lines.popitem(last=False)
        self._repaint()
