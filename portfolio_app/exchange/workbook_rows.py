"""The rows of a long table, written straight into the sheet's own file of rows.

XlsxWriter takes and checks every cell for itself, which costs more than half of the time of an export. Here a row is
one text, in the form XlsxWriter gives it (`tests/exchange/test_workbook.py` compares the two).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from portfolio_app.exchange.cells import escape_quote
from portfolio_app.exchange.workbook_cells import day_of
from portfolio_app.exchange.workbook_checks import SCALES
from portfolio_app.exchange.workbook_content import MAX_TEXT, CellKind, clean_text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LITERAL = re.compile("(_x[0-9a-fA-F]{4}_)")
_EPOCH, _NO_LEAP_DAY = 693_595, 59
"""The day before Excel's first, and the last before the 29 February 1900 that only Excel knows."""

Cell = Callable[[str, Any], str]


class RowWriter:
    """Writes rows below what a sheet in constant memory already has. Nothing else may be written meanwhile."""

    def __init__(
        self, sheet: Worksheet, kinds: Sequence[CellKind], styles: Sequence[Format], first: int, cut_mark: str
    ) -> None:
        from xlsxwriter.utility import xl_col_to_name

        self._sheet, self._next = sheet, first
        sheet._write_single_row(first)  # what is above must be in the file
        self._write = sheet.row_data_fh.write
        self._cells = [
            _cell(kind, f'<c r="{xl_col_to_name(place)}', style._get_xf_index(), cut_mark)
            for place, (kind, style) in enumerate(zip(kinds, styles, strict=True))
        ]

    def write(self, values: Sequence[Any]) -> None:
        """One row; None leaves a cell empty."""
        self._next += 1
        line = str(self._next)
        cells = [
            cell(line, value) for cell, value in zip(self._cells, values, strict=True) if value is not None
        ]
        self._write(f'<row r="{line}">{"".join(cells)}</row>')

    def close(self) -> None:
        """Tell the sheet how far it reaches; what is written next stands below."""
        sheet = self._sheet
        sheet.previous_row = self._next
        sheet.dim_rowmax = max(sheet.dim_rowmax or 0, self._next - 1)


def _cell(kind: CellKind, head: str, style: int, cut_mark: str) -> Cell:
    """A function giving the XML of a value of that kind in a line of that column."""
    if kind == "text":
        return _text_cell(head, style, cut_mark)
    number = f'" s="{style}"><v>'
    if kind == "date":
        return _date_cell(head, number, _text_cell(head, style, cut_mark))
    divisor, isfinite = SCALES.get(kind, 1), math.isfinite

    def cell(line: str, value: Any) -> str:
        return f"{head}{line}{number}{value / divisor:.16G}</v></c>" if isfinite(value) else ""

    return cell


def _text_cell(head: str, style: int, cut_mark: str) -> Cell:
    plain = f'" s="{style}" t="inlineStr"><is><t>'
    kept = f'" s="{style}" t="inlineStr"><is><t xml:space="preserve">'

    def cell(line: str, value: str) -> str:
        if not value.isprintable() or value[:1] in ("", "'") or len(value) > MAX_TEXT // 2:
            value = clean_text(escape_quote(value), cut_mark)
            if not value:
                return ""
        if "_x" in value:
            value = _LITERAL.sub(r"_x005F\1", value)
        if "&" in value or "<" in value or ">" in value:
            value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        start = kept if value[0].isspace() or value[-1].isspace() else plain
        return f"{head}{line}{start}{value}</t></is></c>"

    return cell


def _date_cell(head: str, number: str, text: Cell) -> Cell:
    def cell(line: str, value: Any) -> str:
        day = day_of(value)
        if day is None:
            return ""
        if day.year < 1900:
            return text(line, day.isoformat())  # Excel's calendar begins there
        serial = day.toordinal() - _EPOCH
        return f"{head}{line}{number}{serial + (serial > _NO_LEAP_DAY)}</v></c>"

    return cell
