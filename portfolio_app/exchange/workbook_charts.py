"""The native charts of a workbook. Their texts are plain texts, their ranges cells of the same sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from portfolio_app.exchange.workbook_cells import LINE, ORANGE, PETROL
from portfolio_app.exchange.workbook_content import ColumnSpec, clean_text

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.chart import Chart
    from xlsxwriter.worksheet import Worksheet

SERIES = (PETROL, "#9DB8BC", "#0072B2")
"""The colours of several series of bars."""


def pareto_chart(
    book: Workbook,
    sheet: Worksheet,
    specs: Sequence[ColumnSpec],
    columns: tuple[int, int, int],
    lines: tuple[int, int],
    words: tuple[str, str, str],
) -> Chart:
    """Columns of the amounts and the cumulative line on a second axis.

    `columns`: of the names, the amounts, the cumulative shares. `lines`: the first and the last row. `words`: the
    title, the axis of the amounts, the axis of the shares.
    """
    names, amounts, shares = columns
    title, amount_axis, share_axis = (clean_text(word) for word in words)
    bars = bar_chart(book, sheet, specs, (names, (amounts,)), lines, title)
    line = book.add_chart({"type": "line"})
    line.add_series(
        {
            "name": clean_text(specs[shares].title),
            "categories": cells(sheet, lines, names),
            "values": cells(sheet, lines, shares),
            "y2_axis": True,
            "line": {"color": ORANGE, "width": 2},
        }
    )
    bars.combine(line)
    bars.set_y_axis({"name": amount_axis, **_QUIET})
    line.set_y2_axis({"name": share_axis, "min": 0, "num_format": "0%", "line": {"none": True}})
    bars.set_legend({"position": "bottom"})
    return bars


def bar_chart(
    book: Workbook,
    sheet: Worksheet,
    specs: Sequence[ColumnSpec],
    columns: tuple[int, Sequence[int]],
    lines: tuple[int, int],
    title: str,
    *,
    is_lying: bool = False,
    colours: Sequence[str] = (),
) -> Chart:
    """Bars of one or more columns by name. `colours`: of the bars of a single series, one by one."""
    chart = book.add_chart({"type": "bar" if is_lying else "column"})
    names, values = columns
    for place, column in enumerate(values):
        series: dict[str, Any] = {
            "name": clean_text(specs[column].title),
            "categories": cells(sheet, lines, names),
            "values": cells(sheet, lines, column),
            "fill": {"color": SERIES[place % len(SERIES)]},
            "gap": 40,
        }
        if colours:
            series["points"] = [{"fill": {"color": colour}} for colour in colours]
        chart.add_series(series)
    chart.set_title(
        {"name": clean_text(title), "name_font": {"size": 12}, "overlay": False} if title else {"none": True}
    )
    chart.set_legend({"position": "bottom"} if len(values) > 1 else {"none": True})
    if is_lying:
        chart.set_y_axis({"reverse": True, "crossing": "max", "line": {"none": True}})
        chart.set_x_axis(_QUIET)
    else:
        chart.set_y_axis(_QUIET)
    return chart


def cells(sheet: Worksheet, lines: tuple[int, int], column: int) -> list[Any]:
    """The cells of a column between two rows, as a chart names them."""
    return [sheet.get_name(), lines[0], column, lines[1], column]


_QUIET: dict[str, Any] = {
    "num_format": "#,##0",
    "major_gridlines": {"visible": True, "line": {"color": LINE}},
    "line": {"none": True},
}
