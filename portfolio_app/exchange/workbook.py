"""The Excel workbook: typed cells, written row by row, in which no text can turn into a formula or a link."""

from __future__ import annotations

import math
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from portfolio_app import files
from portfolio_app.errors import BookWriteError, OperationCancelled
from portfolio_app.exchange.cells import escape_quote
from portfolio_app.exchange.workbook_content import (
    MAX_TEXT,
    CellKind,
    ColumnSpec,
    ConcentrationSheet,
    Figure,
    SheetData,
    WorkbookContent,
    WorkbookLabels,
    clean_text,
    money_format,
)

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = [
    "CellKind",
    "ColumnSpec",
    "ConcentrationSheet",
    "Figure",
    "SheetData",
    "WorkbookContent",
    "WorkbookLabels",
    "clean_text",
    "money_format",
    "write_workbook",
]

MAX_ROWS = 1_048_575
"""Rows of data a sheet holds under its line of titles."""
MAX_TITLE = 31
CHART_ROWS = 50
CANCEL_EVERY = 500

Cancelled = Callable[[], bool]


def write_workbook(
    path: Path, content: WorkbookContent, labels: WorkbookLabels, cancelled: Cancelled | None = None
) -> None:
    """Write `content` to `path`, replacing what is there; on any failure `path` is left as it was.

    The file is written under another name in the same folder, then renamed. Raises BookWriteError when it
    cannot be written and OperationCancelled when `cancelled()` becomes true.
    """
    from xlsxwriter.exceptions import XlsxWriterException

    path = Path(path)
    if not path.parent.is_dir():
        raise BookWriteError("no_folder", path=str(path.parent))
    try:
        with files.whole(path) as out:
            _write(out, content, labels, cancelled or _never)
    except (OSError, XlsxWriterException) as error:
        detail = str(getattr(error, "strerror", None) or error)
        raise BookWriteError("cannot_write", path=str(path), detail=detail) from error


def _never() -> bool:
    return False


def _write(out: IO[bytes], content: WorkbookContent, labels: WorkbookLabels, cancelled: Cancelled) -> None:
    import xlsxwriter

    with tempfile.TemporaryDirectory(prefix="portfolio-", ignore_cleanup_errors=True) as folder:
        options = {
            "constant_memory": True,
            "tmpdir": folder,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        book = xlsxwriter.Workbook(out, options)
        try:
            properties: dict[str, Any] = {"title": clean_text(content.title)}
            if content.created is not None:
                properties["created"] = content.created
            book.set_properties(properties)
            _Writer(book, content.currency, labels, cancelled).write(content)
            if cancelled():
                raise OperationCancelled
        except BaseException:
            _abandon(book)
            raise
        book.close()
    if cancelled():
        raise OperationCancelled


def _abandon(book: Workbook) -> None:
    """Let go of the rows already written, so that their temporary files can be deleted."""
    book.fileclosed = True
    for sheet in book.worksheets():
        rows = getattr(sheet, "row_data_fh", None)
        if rows is not None:
            rows.close()


@dataclass
class _Writer:
    """Writes sheets into an open workbook: formats, titles already used, and the words."""

    book: Workbook
    currency: str
    labels: WorkbookLabels
    cancelled: Cancelled
    titles: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        formats = {
            "money": money_format(self.currency),
            "integer": "#,##0",
            "quantity": "General",
            "number": "General",
            "percent": "0.0%",
            "date": 14,  # the built-in short date, which every Excel shows in its own order
        }
        self.formats: dict[str, Format | None] = {
            kind: self.book.add_format({"num_format": pattern}) for kind, pattern in formats.items()
        }
        self.formats["text"] = None
        self.header = self.book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#E6EEF0"}
        )
        self.bold = self.book.add_format({"bold": True})
        self.plain = self.book.add_format()

    def write(self, content: WorkbookContent) -> None:
        """All sheets; a workbook must have one, so an empty one is added when there is none."""
        if content.concentration is not None:
            self._concentration(content.concentration)
        for sheet in content.sheets:
            self._table(sheet)
        if not self.book.worksheets():
            self.book.add_worksheet()

    def _table(self, data: SheetData, rows: Iterator[Sequence[Any]] | None = None, number: int = 1) -> None:
        """The table on as many sheets as it needs; an empty one still gets its titles."""
        rows = iter(data.rows) if rows is None else rows
        while True:
            sheet = self._sheet(data, number)
            sheet.freeze_panes(1, 0)
            written = self._rows(sheet, data.columns, 0, islice(rows, MAX_ROWS))
            following = next(rows, None) if written == MAX_ROWS else None
            if following is None:
                return
            rows = _chain(following, rows)
            number += 1

    def _concentration(self, data: ConcentrationSheet) -> None:
        """Figures, then the table, not frozen: the titles stand too low to keep everything above in view."""
        sheet = self._sheet(data.table, 1)
        for row, figure in enumerate(data.figures):
            self._cell(sheet, row, 0, figure.label, "text", self.bold)
            self._cell(sheet, row, 1, figure.value, figure.kind, self.formats[figure.kind])
        top = len(data.figures) + 1 if data.figures else 0
        rows = iter(data.table.rows)
        written = self._rows(sheet, data.table.columns, top, islice(rows, MAX_ROWS - top))
        if written:
            self._chart(sheet, data, top + 1, top + min(written, CHART_ROWS))
        following = next(rows, None)
        if following is not None:
            self._table(data.table, _chain(following, rows), 2)

    def _sheet(self, data: SheetData, number: int) -> Worksheet:
        title = clean_text(data.title)
        if number > 1:
            title = self.labels.continued.format(title=title[: MAX_TITLE - 5], number=number)
        sheet = self.book.add_worksheet(self._free_title(title))
        for position, column in enumerate(data.columns):
            sheet.set_column(position, position, column.width)
        return sheet

    def _free_title(self, wanted: str) -> str:
        """A title Excel accepts and that is not used yet."""
        base = re.sub(r"[\[\]:*?/\\\n\t]", " ", wanted)[:MAX_TITLE].strip(" '") or "-"
        if base.casefold() == "history":
            base = f"{base}_"
        title, number = base, 2
        while title.casefold() in self.titles:
            title = f"{base[: MAX_TITLE - 5].rstrip()} ({number})"
            number += 1
        self.titles.add(title.casefold())
        return title

    def _rows(
        self, sheet: Worksheet, columns: Sequence[ColumnSpec], top: int, rows: Iterable[Sequence[Any]]
    ) -> int:
        """Titles at line `top`, the rows below them, a filter over all; how many rows there were."""
        for position, column in enumerate(columns):
            self._cell(sheet, top, position, column.title, "text", self.header)
        writers = [self._cell_writer(sheet, position, column.kind) for position, column in enumerate(columns)]
        line = top
        for line, row in enumerate(rows, top + 1):
            if line % CANCEL_EVERY == 0 and self.cancelled():
                raise OperationCancelled
            for write, value in zip(writers, row, strict=True):
                if value is not None:
                    write(line, value)
        if columns:
            sheet.autofilter(top, 0, line, len(columns) - 1)
        return line - top

    def _cell(
        self, sheet: Worksheet, row: int, column: int, value: Any, kind: str, style: Format | None
    ) -> None:
        if value is not None:
            self._cell_writer(sheet, column, kind, style)(row, value)

    def _cell_writer(
        self, sheet: Worksheet, column: int, kind: str, style: Format | None = None
    ) -> Callable[[int, Any], object]:
        """A function writing a value of that kind into a row of that column; the innermost loop."""
        style = style or self.formats[kind]
        if kind == "text":
            return self._text_writer(sheet, column, style)
        if kind == "date":
            return _date_writer(sheet, column, style)
        write_number, isfinite = _direct(sheet, "write_number"), math.isfinite
        divisor = {"money": 1_000_000, "quantity": 1_000}.get(kind, 1)

        def write(row: int, value: Any) -> None:
            if isfinite(value):
                write_number(row, column, value / divisor, style)

        return write

    def _text_writer(
        self, sheet: Worksheet, column: int, style: Format | None
    ) -> Callable[[int, Any], object]:
        write_string = _direct(sheet, "write_string")

        def write(row: int, value: str) -> None:
            if value.isprintable() and value[:1] not in _SUSPECT and len(value) <= MAX_TEXT // 2:
                write_string(row, column, value, style)
            elif value:
                value = clean_text(escape_quote(value), self.labels.cut_mark)
                if value.startswith("<r>") and value.endswith("</r>"):
                    # XlsxWriter takes such a text for its own rich text and would copy it as markup.
                    sheet.write_rich_string(
                        row, column, self.plain, value[:1], value[1:], *([style] if style else [])
                    )
                elif value:
                    write_string(row, column, value, style)

        return write

    def _chart(self, sheet: Worksheet, data: ConcentrationSheet, first: int, last: int) -> None:
        """Columns of the amounts and the cumulative line on a second axis, for the first clients."""
        columns = data.table.columns

        def cells(column: int) -> list[Any]:
            return [sheet.get_name(), first, column, last, column]

        names, amounts, shares = data.name_column, data.amount_column, data.cumulative_column
        bars = self.book.add_chart({"type": "column"})
        bars.add_series(
            {
                "name": clean_text(columns[amounts].title),
                "categories": cells(names),
                "values": cells(amounts),
                "fill": {"color": "#1F6F78"},
                "gap": 30,
            }
        )
        line = self.book.add_chart({"type": "line"})
        line.add_series(
            {
                "name": clean_text(columns[shares].title),
                "categories": cells(names),
                "values": cells(shares),
                "y2_axis": True,
                "line": {"color": "#D55E00", "width": 2},
            }
        )
        bars.combine(line)
        grey = {"color": "#E3E8ED"}
        bars.set_title(
            {"name": clean_text(self.labels.chart_title)} if self.labels.chart_title else {"none": True}
        )
        bars.set_y_axis(
            {"name": clean_text(self.labels.amount_axis), "major_gridlines": {"visible": True, "line": grey}}
        )
        line.set_y2_axis({"name": clean_text(self.labels.share_axis), "min": 0, "num_format": "0%"})
        bars.set_legend({"position": "bottom"})
        bars.set_size({"width": 900, "height": 420})
        sheet.insert_chart(0, len(columns) + 1, bars)


def _chain(first: Sequence[Any], rest: Iterator[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    yield first
    yield from rest


_SUSPECT = ("", "<", "'")
"""First characters (or none) that make a text worth a second look."""


def _direct(sheet: Worksheet, name: str) -> Callable[..., object]:
    """A method of the sheet without the wrapper that looks for cell names like "A1" at every call."""
    method = getattr(sheet, name)
    plain = getattr(method, "__wrapped__", None)
    return method if plain is None else partial(plain, sheet)


def _date_writer(sheet: Worksheet, column: int, style: Format | None) -> Callable[[int, Any], object]:
    write_datetime, write_string = _direct(sheet, "write_datetime"), sheet.write_string

    def write(row: int, value: Any) -> None:
        day = _day(value)
        if day is None:
            return
        if day.year < 1900:
            write_string(row, column, day.isoformat())  # Excel's calendar begins there
        else:
            write_datetime(row, column, day, style)

    return write


def _day(value: Any) -> date | None:
    if type(value) is date:
        return value
    if value != value:  # NaN and NaT are the values that differ from themselves
        return None
    if isinstance(value, datetime):
        return value.date()
    converted = value.astype("datetime64[D]").item()
    return converted if isinstance(converted, date) else None
