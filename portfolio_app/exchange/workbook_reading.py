"""Reading one of our own workbooks after it was edited: which rows are as they were exported, and which are not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from portfolio_app.errors import OperationCancelled, SourceError
from portfolio_app.exchange.cells import Cell, cell_text
from portfolio_app.exchange.dates import DateOrder
from portfolio_app.exchange.spreadsheet import AllSheets
from portfolio_app.exchange.workbook import MAX_ROWS
from portfolio_app.exchange.workbook_checks import CHECK, ID, Check, cell_form, check_of, read_check
from portfolio_app.exchange.workbook_manifest import MANIFEST, Manifest, ManifestSheet, read_manifest

MOST_MIXED = 2_000
"""Rows without their own number that are told by what they hold; more of them take too long."""
_HEAD = 60
_TICK = 200
_CONTINUED = re.compile(r" ?\((\d{1,4})\)")

Stop = Callable[[], bool]


@dataclass(slots=True)
class EditedRow:
    """A row that is not as it was exported. `record_id` None for one put in by hand.

    `cells` and `forms` stand in the order of the sheet's columns as exported, None where the column is not there any
    more. `then`: the fingerprints of the exported row, None when they are gone.
    """

    title: str
    line: int
    record_id: int | None
    cells: list[Cell]
    forms: list[str | None]
    now: Check
    then: Check | None


@dataclass
class EditedSheet:
    """A sheet of records that came back.

    `edited`: its rows that are not as exported. `untouched`: the records whose rows are. `unknown`: columns put in by
    hand. `problem`: why its rows cannot be told, "no_numbers" or "mixed_up", empty when they can. `copies`: sheets
    that were copied from it, which are not read.
    """

    known: ManifestSheet
    title: str
    edited: list[EditedRow] = field(default_factory=list)
    untouched: set[int] = field(default_factory=set)
    unknown: tuple[str, ...] = ()
    problem: str = ""
    copies: tuple[str, ...] = ()


class ReturnedWorkbook:
    """A workbook of ours that came back. Raises `SourceError`: "not_ours" when it is not one."""

    def __init__(self, path: Path, should_stop: Stop | None = None) -> None:
        self.path = Path(path)
        self._should_stop = should_stop
        self._spool = AllSheets(self.path, should_stop)
        self.titles = self._spool.sheets
        if MANIFEST not in self.titles:
            raise SourceError("not_ours", path=str(path))
        lines = islice(self._spool.rows_of(MANIFEST), 1, None)
        try:
            self.manifest: Manifest = read_manifest(cells for _, cells in lines)
        except ValueError:
            raise SourceError("not_ours", path=str(path)) from None
        self.order: DateOrder = "DMY" if self.manifest.language == "fr" else "MDY"

    def sheet(self, known: ManifestSheet) -> EditedSheet | None:
        """The sheet of those records, with its continuations; None when it was taken out.

        Raises `OperationCancelled`.
        """
        names = sorted(filter(None, (_part_of(title, known.title) for title in self.titles)))
        if not names:
            return None
        # Excel names the copy of a sheet as we name what one sheet had no room for.
        count = max(1, -(-known.records.count // MAX_ROWS))
        found = EditedSheet(known, known.title, copies=tuple(title for _, title in names[count:]))
        rows: list[EditedRow] = []
        for _, name in names[:count]:
            reading = _SheetReading(known, name, self.order, self._spool.rows_of(name))
            if not reading.has_numbers:
                found.problem = "no_numbers"
                continue
            found.unknown += tuple(title for title in reading.unknown if title not in found.unknown)
            for count, row in enumerate(reading.rows()):
                if count % _TICK == 0 and self._should_stop is not None and self._should_stop():
                    raise OperationCancelled
                if row.record_id is not None and row.then == row.now and row.record_id not in found.untouched:
                    found.untouched.add(row.record_id)
                else:
                    rows.append(row)
        if not _put_right(rows, found):
            found.problem = "mixed_up"
            rows = []
        found.edited = _each_once(rows, found.untouched)
        return found


class _SheetReading:
    """The rows of one sheet, its columns found by their titles."""

    def __init__(
        self, known: ManifestSheet, title: str, order: DateOrder, rows: Iterator[tuple[int, list[Cell]]]
    ) -> None:
        self._known, self._title, self._order, self._rows = known, title, order, rows
        wanted = {column.title for column in known.columns}
        self.has_numbers = False
        self.unknown: list[str] = []
        self._places: list[int | None] = [None] * len(known.columns)
        for _, cells in islice(rows, _HEAD):
            titles = [cell_text(cell).strip() for cell in cells]
            if len(wanted.intersection(titles)) < max(1, len(wanted) // 3):
                continue
            self.has_numbers = ID in titles
            self._id = titles.index(ID) if ID in titles else -1
            self._check = titles.index(CHECK) if CHECK in titles else -1
            self._places = [
                titles.index(column.title) if column.title in titles else None for column in known.columns
            ]
            self.unknown = [
                text for text in titles if text and text not in wanted and text not in (ID, CHECK)
            ]
            return

    def rows(self) -> Iterator[EditedRow]:
        """The rows that hold anything beside their number; `then` of only the columns that are still there."""
        kinds = [column.kind for column in self._known.columns]
        gone = [place is None for place in self._places]
        for line, row in self._rows:
            width = len(row)
            cells = [None if place is None or place >= width else row[place] for place in self._places]
            forms = [cell_form(kind, cell, self._order) for kind, cell in zip(kinds, cells, strict=True)]
            if not any(forms):
                continue
            told = cell_text(row[self._check]) if 0 <= self._check < width else ""
            now, then = check_of(forms), read_check(told, len(kinds))
            if any(gone):
                now = _without(now, gone)
                then = None if then is None else _without(then, gone)
            shown = [None if missing else form for form, missing in zip(forms, gone, strict=True)]
            yield EditedRow(self._title, line, _number(row, self._id), cells, shown, now, then)


def _without(check: Check, gone: Sequence[bool]) -> Check:
    """The fingerprints without those of columns that are gone, of which the row's is made anew."""
    cells = tuple(0 if missing else mark for mark, missing in zip(check.cells, gone, strict=True))
    return Check(hash(cells), cells)


def _number(row: Sequence[Cell], place: int) -> int | None:
    cell = row[place] if 0 <= place < len(row) else None
    text = cell_text(cell).strip()
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 16 else None


def _part_of(name: str, title: str) -> tuple[int, str] | None:
    """A sheet that is that one (1), or goes on with it: “Sales (2)”."""
    if name == title:
        return 1, name
    found = _CONTINUED.fullmatch(name[len(title) :]) if name.startswith(title) else None
    return None if found is None else (int(found[1]), name)


def _put_right(rows: list[EditedRow], found: EditedSheet) -> bool:
    """Give rows back their numbers when only the columns in view were sorted, so that the numbers stayed behind.

    That is so when a row is exactly what another number's row was. False when there are too many other rows to tell.
    """
    numbered = [row for row in rows if row.record_id is not None and row.then is not None]
    of: dict[int, list[tuple[int, Check]]] = {}
    for row in numbered:
        if row.record_id is not None and row.then is not None and row.record_id not in found.untouched:
            of.setdefault(row.then.row, []).append((row.record_id, row.then))
    strays = [row for row in numbered if of.get(row.now.row)]
    if not strays:
        return True
    claimed: set[int] = set()
    for row in strays:
        free = [pair for pair in of[row.now.row] if pair[0] not in claimed]
        if free:
            claimed.add(free[0][0])
            row.record_id, row.then = free[0]
            found.untouched.add(row.record_id)
    others = [row for row in numbered if row.record_id not in claimed or row.then != row.now]
    pairs = [pair for listed in of.values() for pair in listed if pair[0] not in claimed]
    if len(others) > MOST_MIXED:
        return False
    for row in others:
        best = max(pairs, key=lambda pair: (_alike(row.now, pair[1]), pair[0] == row.record_id), default=None)
        if best is None or 2 * _alike(row.now, best[1]) < sum(mark != 0 for mark in best[1].cells):
            row.record_id = row.then = None
        else:
            pairs.remove(best)
            row.record_id, row.then = best
    rows[:] = [row for row in rows if row.record_id not in claimed]
    return True


def _alike(now: Check, then: Check) -> int:
    """How many filled cells are the same."""
    return sum(a == b != 0 for a, b in zip(now.cells, then.cells, strict=True))


def _each_once(rows: list[EditedRow], untouched: set[int]) -> list[EditedRow]:
    """Rows whose number another row has too, being copies of it, are rows put in by hand."""
    best: dict[int, EditedRow] = {}
    for row in rows:
        if row.record_id is None or row.record_id in untouched:
            continue
        rival = best.get(row.record_id)
        if rival is None or _kept(row) > _kept(rival):
            best[row.record_id] = row
    for row in rows:
        if row.record_id is not None and best.get(row.record_id) is not row:
            row.record_id = row.then = None
    return rows


def _kept(row: EditedRow) -> int:
    return 0 if row.then is None else _alike(row.now, row.then)
