"""The Excel workbook: typed cells, written row by row, in which no text can turn into a formula or a link."""

from __future__ import annotations

import math
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from portfolio_app import files
from portfolio_app.errors import BookWriteError, OperationCancelled
from portfolio_app.exchange.workbook_cells import Styles, cell_writer
from portfolio_app.exchange.workbook_charts import pareto_chart
from portfolio_app.exchange.workbook_content import (
    CellKind,
    ColumnSpec,
    ConcentrationSheet,
    Figure,
    KeyFigure,
    SheetData,
    SummarySheet,
    SummaryTable,
    WorkbookContent,
    WorkbookLabels,
    clean_text,
    money_format,
)
from portfolio_app.exchange.workbook_rows import RowWriter
from portfolio_app.exchange.workbook_summary import write_summary

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = [
    "CellKind",
    "ColumnSpec",
    "ConcentrationSheet",
    "Figure",
    "KeyFigure",
    "SheetData",
    "SummarySheet",
    "SummaryTable",
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
BAND = 4
"""Lines above the titles of the concentration: its heading, the figures' labels, the figures, a blank one."""
MAX_FOOTER = 120
PAGE_WIDTH = 240.0
"""Characters across a printed page that are still easily read."""
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
            _Writer(book, content, labels, cancelled).write()
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
    """Writes sheets into an open workbook: styles, titles already used, and the words."""

    book: Workbook
    content: WorkbookContent
    labels: WorkbookLabels
    cancelled: Cancelled
    titles: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.styles = Styles(self.book, self.content.currency)

    def write(self) -> None:
        """All sheets; a workbook must have one, so an empty one is added when there is none."""
        content = self.content
        if content.summary is not None:
            sheet = self.book.add_worksheet(self._free_title(content.summary.title))
            self._page(sheet, portrait=True)
            write_summary(self.book, sheet, content.summary, self.styles, self.labels, charts=content.charts)
        if content.concentration is not None:
            self._concentration(content.concentration)
        for data in content.sheets:
            self._table(data)
        if not any(sheet.get_name() and not sheet.hidden for sheet in self.book.worksheets()):
            self.book.add_worksheet()

    def _page(
        self, sheet: Worksheet, header: int | None = None, *, wide: int = 1, portrait: bool = False
    ) -> None:
        """How the sheet is printed: A4, `wide` pages wide, the titles and a footer on every page."""
        if portrait:
            sheet.set_portrait()
        else:
            sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.fit_to_pages(wide, 0)
        sheet.hide_gridlines(2 if portrait else 1)
        if header is not None:
            sheet.repeat_rows(header)
        page = self.labels.page.format(page="&P", pages="&N")
        text = clean_text(self.content.footer).replace("\n", " ")[:MAX_FOOTER].replace("&", "&&")
        sheet.set_footer(f"&L&8{' ' if text[:1].isdigit() else ''}{text}&R&8 {page}")

    def _table(self, data: SheetData, rows: Iterator[Sequence[Any]] | None = None, number: int = 1) -> None:
        """The table on as many sheets as it needs; an empty one still gets its titles."""
        rows = iter(data.rows) if rows is None else rows
        while True:
            sheet = self._sheet(data, number)
            shown = sum(column.width for column in data.columns[data.hidden :])
            self._page(sheet, 0, wide=max(1, math.ceil(shown / PAGE_WIDTH)))
            if data.frozen > data.hidden:
                sheet.repeat_columns(data.hidden, data.frozen - 1)
            sheet.freeze_panes(1, data.frozen)
            if not data.is_visible:
                sheet.very_hidden()
            written = self._rows(sheet, data, 0, islice(rows, MAX_ROWS))
            following = next(rows, None) if written == MAX_ROWS else None
            if following is None:
                return
            rows = _chain(following, rows)
            number += 1

    def _concentration(self, data: ConcentrationSheet) -> None:
        """The heading and the figures from left to right, the titles below them frozen, then the table."""
        table = data.table
        sheet = self._sheet(table, 1)
        top = BAND if data.figures else 0
        if data.figures:
            self._cell(sheet, 0, 0, data.heading or table.title, "text", self.styles.subheading)
            for column, figure in enumerate(data.figures):
                self._cell(sheet, 1, column, figure.label, "text", self.styles.label)
            sheet.set_row(1, 30)
            for column, figure in enumerate(data.figures):
                self._cell(sheet, 2, column, figure.value, figure.kind, self.styles.banded[figure.kind])
            sheet.set_row(2, 22)
        self._page(sheet, top)
        sheet.freeze_panes(top + 1, 0)
        rows = iter(table.rows)
        written = self._rows(sheet, table, top, islice(rows, MAX_ROWS - top))
        if written and self.content.charts:
            names = (self.labels.chart_title, self.labels.amount_axis, self.labels.share_axis)
            columns = (data.name_column, data.amount_column, data.cumulative_column)
            chart = pareto_chart(
                self.book, sheet, table.columns, columns, (top + 1, top + min(written, CHART_ROWS)), names
            )
            chart.set_size({"width": 720, "height": 420})
            if self.content.summary is not None:  # which has this chart on its printed page
                sheet.print_area(0, 0, top + written, len(table.columns) - 1)
            sheet.insert_chart(top, len(table.columns) + 1, chart, {"object_position": 3})
        following = next(rows, None)
        if following is not None:
            self._table(table, _chain(following, rows), 2)

    def _sheet(self, data: SheetData, number: int) -> Worksheet:
        title = clean_text(data.title)
        if number > 1:
            title = self.labels.continued.format(title=title[: MAX_TITLE - 5], number=number)
        sheet = self.book.add_worksheet(self._free_title(title))
        for position, column in enumerate(data.columns):
            options = {"hidden": True} if position < data.hidden else {}
            # Rows added by hand look, and are typed, like the others.
            sheet.set_column(position, position, column.width, self.styles.of_kind[column.kind], options)
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

    def _rows(self, sheet: Worksheet, data: SheetData, top: int, rows: Iterable[Sequence[Any]]) -> int:
        """Titles at line `top`, the rows below them, a filter over all; how many rows there were.

        The filter covers the hidden columns too, so that sorting by it moves them with their rows.
        """
        columns = data.columns
        for position, column in enumerate(columns):
            self._cell(sheet, top, position, column.title, "text", self.styles.headers[column.kind])
        if columns and data.is_visible:
            sheet.set_row(top, 32)
        kinds = [column.kind for column in columns]
        styles = [self.styles.of_kind[kind] for kind in kinds]
        writer = RowWriter(sheet, kinds, styles, top + 1, self.labels.cut_mark)
        line = top
        for line, row in enumerate(rows, top + 1):
            if line % CANCEL_EVERY == 0 and self.cancelled():
                raise OperationCancelled
            writer.write(row)
        writer.close()
        if columns and data.is_visible:
            sheet.autofilter(top, 0, line, len(columns) - 1)
        return line - top

    def _cell(self, sheet: Worksheet, row: int, column: int, value: Any, kind: CellKind, style: Any) -> None:
        if value is not None:
            cell_writer(sheet, column, kind, style, self.styles, self.labels.cut_mark)(row, value)


def _chain(first: Sequence[Any], rest: Iterator[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    yield first
    yield from rest
