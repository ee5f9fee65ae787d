"""One door to every table that can be imported: CSV and its cousins, aligned text, workbooks, address cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from portfolio_app.errors import SourceError
from portfolio_app.exchange import csv_dialect, text_source
from portfolio_app.exchange.cells import Cell
from portfolio_app.exchange.column_names import is_known_header
from portfolio_app.exchange.file_kind import file_kind, is_workbook
from portfolio_app.exchange.header import column_names, find_header, header_rows
from portfolio_app.exchange.spreadsheet import Spool
from portfolio_app.exchange.vcard_reading import COLUMNS
from portfolio_app.exchange.workbook_words import import_order

Row = tuple[int, list[Cell]]

_HEAD_RECORDS = 120
_HEAD_CHARACTERS = 8_000_000
_SAMPLED_ROWS = 300_000
_SAMPLED_CHARACTERS = 100_000
_CUT_TO = 200
_OTHER_SHEETS = 5
"""Most sheets looked at behind a first one that is hardly a table."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the file was read. `kind` is “csv”, “fixed” (aligned by blanks), “xlsx” (any workbook) or “vcard”.

    `header_line` is the 1-based line (or sheet row) of the column names, 0 without header.
    """

    kind: str
    encoding: str = ""
    delimiter: str = ""
    quote: str = ""
    has_header: bool = True
    header_line: int = 0
    sheet: str = ""
    sheets: list[str] = field(default_factory=list)
    escape: str = ""

    def to_dict(self) -> dict[str, object]:
        """The dialect for a JSON report, without what does not apply."""
        found: dict[str, object] = {
            "kind": self.kind,
            "has_header": self.has_header,
            "header_line": self.header_line,
        }
        if self.kind == "xlsx":
            return {**found, "sheet": self.sheet, "sheets": list(self.sheets)}
        if self.kind == "vcard":
            return {**found, "encoding": self.encoding}
        return {**found, "encoding": self.encoding, "delimiter": self.delimiter, "quote": self.quote}


@dataclass(slots=True)
class Table:
    """A table in a file: its columns, and its rows as often as wanted.

    `left_out` counts what the file holds and no row tells: “pictures” and “other” lines of address cards.
    """

    path: Path
    columns: list[str]
    dialect: Dialect
    header_cells: list[Cell]
    first_line: int
    left_out: dict[str, int] = field(default_factory=dict, kw_only=True)
    _read: Callable[[], Iterator[tuple[int, list[Cell]]]] = field(repr=False)

    def rows(self) -> Iterator[Row]:
        """(1-based line or sheet row, cells) of every record below the column names, blank ones included.

        Short rows are filled up with empty cells; longer ones keep what they have.
        Raises `SourceError` `bad_line` where the file stops being a table.
        """
        first, width = self.first_line, len(self.columns)
        padding: list[Cell] = [""] * width if self.dialect.kind != "xlsx" else [None] * width
        for line, cells in self._read():
            if line < first:
                continue
            if len(cells) < width:
                cells = cells + padding[len(cells) :]
            yield line, cells

    def sample(self, count: int = 200) -> list[Row]:
        """Up to `count` rows that hold something: the first ones, then rows spread evenly over the file.

        Of enormous rows only the beginning of each cell.
        """
        filled = (row for row in islice(self.rows(), _SAMPLED_ROWS) if any(row[1]))
        head = [_cut(row) for row in islice(filled, count // 2)]
        spread: list[Row] = []
        step = 1
        for place, row in enumerate(filled):
            if place % step == 0:
                spread.append(_cut(row))
                if len(spread) > count:
                    spread, step = spread[::2], step * 2
        keep = count - len(head)
        if len(spread) > keep:
            spread = [spread[place * len(spread) // keep] for place in range(keep)]
        return head + spread

    def column_index(self) -> dict[str, int]:
        """Place of each column by name."""
        return {name: place for place, name in enumerate(self.columns)}


def open_table(
    path: Path,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    has_header: bool | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Table:
    """Opens a file as a table; what is not given is found out from the file.

    `delimiter` may be “fixed” for columns aligned by blanks. `should_stop` is asked a few times a second
    while a workbook is read; a true answer raises `OperationCancelled`. Raises `SourceError` when the file cannot be
    read as a table at all (see `portfolio_app.errors`).
    """
    path = Path(path)
    text_source.check_readable(path)
    kind = file_kind(path)
    if kind == "vcard":
        return _open_cards(path, encoding, should_stop)
    if kind != "table":
        raise SourceError("is_a_calendar" if kind == "calendar" else "is_a_copy", path=str(path))
    if is_workbook(path):
        return _open_sheet(path, sheet, has_header, should_stop)
    return _open_text_table(path, encoding, delimiter, has_header)


def _open_cards(path: Path, encoding: str | None, should_stop: Callable[[], bool] | None) -> Table:
    """Address cards: one row each, under columns of our own."""
    spool = Spool(path, encoding, should_stop)
    if not any(any(cells) for _line, cells in spool.rows()):
        raise SourceError("no_cards", path=str(path))
    return Table(
        path=path,
        columns=list(COLUMNS),
        dialect=Dialect("vcard", encoding=encoding or ""),
        header_cells=list(COLUMNS),
        first_line=1,
        left_out=spool.left_out,
        _read=spool.rows,
    )


def _open_text_table(
    path: Path, encoding: str | None, delimiter: str | None, has_header: bool | None
) -> Table:
    found = (
        text_source.detect_encoding(path) if encoding is None else text_source.check_encoding(path, encoding)
    )
    head = text_source.text_head(path, found)
    if not head.strip():
        raise SourceError("empty_file", path=str(path))
    named = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}.get(
        delimiter or "", delimiter
    )
    form = csv_dialect.sniff(head, named)
    first_line, form = _separator_line(head, form, delimiter)

    def read() -> Iterator[tuple[int, list[Cell]]]:
        with text_source.open_text(path, found) as stream:
            lines = text_source.lines_of(stream, path)
            for _skipped in range(first_line - 1):
                next(lines, None)
            yield from csv_dialect.read_records(lines, form, path=path, first_line=first_line)  # type: ignore[misc]

    kind = "fixed" if form.delimiter == csv_dialect.FIXED else "csv"
    shown = form.delimiter if kind == "csv" else " "
    dialect = Dialect(kind, encoding=found, delimiter=shown, quote=form.quote, escape=form.escape)
    return _with_header(path, dialect, read, has_header)


def _separator_line(
    head: str, form: csv_dialect.Format, chosen: str | None
) -> tuple[int, csv_dialect.Format]:
    """Excel's first line “sep=;” names the delimiter and is no row."""
    first = head.splitlines()[0].strip().strip('"') if head else ""
    if first.lower().startswith("sep=") and len(first) <= 5:
        return 2, form if chosen or len(first) < 5 else replace(form, delimiter=first[4], quote='"')
    return 1, form


def _open_sheet(
    path: Path, sheet: str | None, has_header: bool | None, should_stop: Callable[[], bool] | None
) -> Table:
    spool = Spool(path, sheet, should_stop)
    first, *others = [spool.sheet] if sheet is not None else import_order(spool.sheets, spool.sheet)
    if first != spool.sheet:
        spool = Spool(path, first, should_stop)
    try:
        table = _table_of(path, spool, has_header)
    except SourceError as error:
        # A cover or a note in front of the data: the first sheet that holds a table is meant.
        if error.code not in ("no_rows", "empty_file"):
            raise
        found = next(_tables(path, others, has_header, should_stop), None)
        if found is None:
            raise
        return found
    if others and len(table.columns) == 1:
        # A “Read me” of a few lines is no list of clients where another sheet bears its names.
        for other in _tables(path, others[:_OTHER_SHEETS], has_header, should_stop):
            if sum(map(is_known_header, other.columns)) >= 2:
                return other
    return table


def _tables(
    path: Path,
    sheets: Sequence[str],
    has_header: bool | None,
    should_stop: Callable[[], bool] | None,
) -> Iterator[Table]:
    """The tables of these sheets, those without one left out."""
    for sheet in sheets:
        with suppress(SourceError):
            yield _table_of(path, Spool(path, sheet, should_stop), has_header)


def _table_of(path: Path, spool: Spool, has_header: bool | None) -> Table:
    dialect = Dialect("xlsx", sheet=spool.sheet, sheets=spool.sheets)
    return _with_header(path, dialect, spool.rows, has_header)


def _first_records(rows: Iterator[Row]) -> Sequence[tuple[int, Sequence[Cell]]]:
    """The rows among which the column names stand; fewer when they are enormous."""
    records: list[Row] = []
    size = 0
    for row in islice(rows, _HEAD_RECORDS):
        records.append(row)
        size += _characters(row)
        if size > _HEAD_CHARACTERS:
            break
    return records


def _characters(row: Row) -> int:
    return sum(len(cell) for cell in row[1] if type(cell) is str)


def _cut(row: Row) -> Row:
    if _characters(row) <= _SAMPLED_CHARACTERS:
        return row
    return row[0], [cell[:_CUT_TO] if type(cell) is str else cell for cell in row[1]]


def _with_header(
    path: Path,
    dialect: Dialect,
    read: Callable[[], Iterator[tuple[int, list[Cell]]]],
    has_header: bool | None,
) -> Table:
    records = _first_records(read())
    place = find_header(records, has_header)
    if place.width == 0:
        raise SourceError("empty_file", path=str(path))
    named = place.index >= 0
    header_cells = list(records[place.index][1]) if named else []
    header_line = records[place.index][0] if named else 0
    names, last = header_rows(records, place) if named else ([], -1)
    following = next((line for line, _cells in records[last + 1 :]), 0) if named else records[place.first][0]
    table = Table(
        path=path,
        columns=column_names(names, place.width),
        dialect=replace(dialect, has_header=named, header_line=header_line),
        header_cells=header_cells,
        first_line=following or (records[last][0] if named else 0) + 1,
        _read=read,
    )
    if (
        next((True for _line, cells in table.rows() if any(cell not in (None, "") for cell in cells)), None)
        is None
    ):
        raise SourceError("no_rows", path=str(path))
    return table
