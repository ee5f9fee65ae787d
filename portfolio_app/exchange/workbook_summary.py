"""The first sheet of a workbook: key figures with their meaning, and tables with native charts, on one page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from portfolio_app.exchange.workbook_cells import Styles, cell_writer
from portfolio_app.exchange.workbook_charts import bar_chart, pareto_chart
from portfolio_app.exchange.workbook_content import CellKind, SummarySheet, SummaryTable, WorkbookLabels

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

WIDTHS = (30.0, 17.0, 17.0, 12.0, 72.0)
"""Of the columns of key figures; the tables stand in the same ones, their charts over the last."""
CHART_WIDTH = 495
_CHART_LINES, _PARETO_LINES = 14, 18
"""Rows of 20 points that a chart covers; the names of clients need more room."""
_LONG = 84
"""Characters of a meaning that fit on one line."""


def write_summary(
    book: Workbook,
    sheet: Worksheet,
    data: SummarySheet,
    styles: Styles,
    labels: WorkbookLabels,
    *,
    charts: bool,
) -> None:
    """Write the summary into an empty sheet."""
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    pen = _Pen(sheet, styles, labels)
    pen.put(0, 0, data.heading, "text", styles.heading)
    sheet.set_row(0, 28)
    line = 1
    for text in data.about:
        pen.put(line, 0, text, "text", styles.note)
        line += 1
    line = _figures(pen, data, line + 1)
    for table in data.tables:
        line = _table(book, pen, table, line + 1, charts=charts)
    sheet.set_first_sheet()
    sheet.activate()


class _Pen:
    """Writes single cells in a sheet."""

    def __init__(self, sheet: Worksheet, styles: Styles, labels: WorkbookLabels) -> None:
        self.sheet, self.styles, self.labels = sheet, styles, labels

    def put(self, row: int, column: int, value: Any, kind: CellKind, style: Any) -> None:
        """One cell; an empty one keeps its style."""
        if value is None or value != value or value == "":
            self.sheet.write_blank(row, column, None, style)
        else:
            cell_writer(self.sheet, column, kind, style, self.styles, self.labels.cut_mark)(row, value)

    def titles(self, row: int, titles: Sequence[str], kinds: Sequence[CellKind]) -> None:
        """A line of column titles."""
        for column, (title, kind) in enumerate(zip(titles, kinds, strict=True)):
            self.put(row, column, title, "text", self.styles.headers[kind])
        self.sheet.set_row(row, 32)


def _figures(pen: _Pen, data: SummarySheet, line: int) -> int:
    """The key figures from that row on; the row after them."""
    styles = pen.styles
    pen.titles(line, data.titles, ("text", "money", "money", "percent", "text"))
    row = line
    for row, figure in enumerate(data.figures, line + 1):
        pen.put(row, 0, figure.label, "text", styles.ruled["text"])
        pen.put(row, 1, figure.value, figure.kind, styles.ruled[figure.kind])
        pen.put(row, 2, figure.before, figure.kind, styles.ruled[figure.kind])
        pen.put(row, 3, _change(figure.value, figure.before, figure.kind), "percent", styles.change)
        pen.put(row, 4, figure.meaning, "text", styles.meaning)
        pen.sheet.set_row(row, 28 if len(figure.meaning) > _LONG else 20)
    return row + 1


def _change(value: Any, before: Any, kind: CellKind) -> float | None:
    """By how much an amount or a number changed; of shares the difference says nothing as a rate."""
    if kind == "percent" or value is None or not before or before < 0:
        return None
    return float(value / before - 1)


def _table(book: Workbook, pen: _Pen, table: SummaryTable, line: int, *, charts: bool) -> int:
    """A table with its chart from that row on; the row after both."""
    sheet, styles = pen.sheet, pen.styles
    pen.put(line, 0, table.title, "text", styles.subheading)
    pen.titles(
        line + 1, [column.title for column in table.columns], [column.kind for column in table.columns]
    )
    first = line + 2
    for row, cells in enumerate(table.rows, first):
        for column, (spec, value) in enumerate(zip(table.columns, cells, strict=True)):
            pen.put(row, column, value, spec.kind, styles.ruled[spec.kind])
    last = first + len(table.rows) - 1
    if not (charts and table.chart and table.rows):
        return last + 1
    if table.line is not None:
        words = (table.title, "", "")
        columns = (0, table.bars[0], table.line)
        chart = pareto_chart(book, sheet, table.columns, columns, (first, last), words)
    else:
        chart = bar_chart(
            book,
            sheet,
            table.columns,
            (0, table.bars),
            (first, last),
            table.title,
            is_lying=table.chart == "bar",
            colours=table.colours,
        )
    lines = _CHART_LINES if table.line is None else _PARETO_LINES
    chart.set_size({"width": CHART_WIDTH, "height": 20 * lines - 10})
    sheet.insert_chart(line, 4, chart, {"x_offset": 12, "y_offset": 2, "object_position": 3})
    return max(last + 1, line + lines)
