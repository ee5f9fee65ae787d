"""Typed cells of a workbook being written: each column has a function that writes a value into one of its rows."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from portfolio_app.exchange.cells import escape_quote
from portfolio_app.exchange.workbook_checks import SCALES
from portfolio_app.exchange.workbook_content import MAX_TEXT, CellKind, clean_text, money_format

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

PETROL, ORANGE, PALE, LINE = "#1F6F78", "#D55E00", "#E6EEF0", "#C9D6D9"
"""The colours of our workbooks: headings and bars, the line of shares, bands, rules."""
_SUSPECT = ("", "<", "'")
"""First characters (or none) that make a text worth a second look."""

Write = Callable[[int, Any], object]


@dataclass
class Styles:
    """The formats of an open workbook, by kind of value.

    `of_kind`: in a table, `headers`: its titles, `ruled`: in the summary, `banded`: of a band of figures.
    """

    book: Workbook
    currency: str

    def __post_init__(self) -> None:
        formats = {
            "money": money_format(self.currency),
            "integer": "#,##0",
            "quantity": "General",
            "number": "General",
            "percent": "0.0%",
            "date": 14,  # the built-in short date, which every Excel shows in its own order
        }
        add = self.book.add_format
        line = {"bottom": 1, "bottom_color": LINE, "valign": "top"}
        self.of_kind: dict[str, Format] = {
            kind: add({"num_format": pattern, **line}) for kind, pattern in formats.items()
        }
        self.of_kind["text"] = add({"indent": 1, **line})
        rule = {"bottom": 1, "bottom_color": LINE, "valign": "vcenter"}
        self.ruled: dict[str, Format] = {
            kind: add({"num_format": pattern, **rule}) for kind, pattern in formats.items()
        }
        self.ruled["text"] = add({"text_wrap": True, **rule})
        self.change = add({"num_format": "+0.0%;-0.0%;0.0%", "align": "right", **rule})
        self.meaning = add({"text_wrap": True, "font_size": 9, "font_color": "#5F6B70", "indent": 1, **rule})
        band = {"bold": True, "font_size": 12, "bg_color": PALE, "align": "left", "valign": "vcenter"}
        self.banded: dict[str, Format] = {
            kind: add({"num_format": pattern, **band}) for kind, pattern in formats.items()
        }
        self.banded["text"] = add(band)
        title = {
            "bold": True,
            "font_color": "#FFFFFF",
            "bg_color": PETROL,
            "text_wrap": True,
            "valign": "vcenter",
        }
        left, right = add({**title, "indent": 1}), add({**title, "align": "right"})
        self.headers: dict[str, Format] = dict.fromkeys(formats, right) | {"text": left, "date": left}
        self.label = add(
            {"font_size": 9, "font_color": "#5F6B70", "bg_color": PALE, "text_wrap": True, "valign": "bottom"}
        )
        self.heading = add({"bold": True, "font_size": 18, "font_color": PETROL})
        self.subheading = add({"bold": True, "font_size": 12, "font_color": PETROL})
        self.note = add({"font_color": "#5F6B70"})
        self.plain = add()


def cell_writer(
    sheet: Worksheet, column: int, kind: CellKind, style: Format | None, styles: Styles, cut: str
) -> Write:
    """A function writing a value of that kind into a row of that column. None is left out."""
    if kind == "text":
        return _text_writer(sheet, column, style, styles.plain, cut)
    if kind == "date":
        return _date_writer(sheet, column, style)
    write_number, isfinite = _direct(sheet, "write_number"), math.isfinite
    divisor = SCALES.get(kind, 1)

    def write(row: int, value: Any) -> None:
        if isfinite(value):
            write_number(row, column, value / divisor, style)

    return write


def _text_writer(sheet: Worksheet, column: int, style: Format | None, plain: Format, cut: str) -> Write:
    write_string = _direct(sheet, "write_string")

    def write(row: int, value: str) -> None:
        if value.isprintable() and value[:1] not in _SUSPECT and len(value) <= MAX_TEXT // 2:
            write_string(row, column, value, style)
        elif value:
            value = clean_text(escape_quote(value), cut)
            if value.startswith("<r>") and value.endswith("</r>"):
                # XlsxWriter takes such a text for its own rich text and would copy it as markup.
                sheet.write_rich_string(row, column, plain, value[:1], value[1:], *([style] if style else []))
            elif value:
                write_string(row, column, value, style)

    return write


def _direct(sheet: Worksheet, name: str) -> Callable[..., object]:
    """A method of the sheet without the wrapper that looks for cell names like "A1" at every call."""
    method = getattr(sheet, name)
    plain = getattr(method, "__wrapped__", None)
    return method if plain is None else partial(plain, sheet)


def _date_writer(sheet: Worksheet, column: int, style: Format | None) -> Write:
    write_datetime, write_string = _direct(sheet, "write_datetime"), sheet.write_string

    def write(row: int, value: Any) -> None:
        day = day_of(value)
        if day is None:
            return
        if day.year < 1900:
            write_string(row, column, day.isoformat())  # Excel's calendar begins there
        else:
            write_datetime(row, column, day, style)

    return write


def day_of(value: Any) -> date | None:
    """The day of a date, a Timestamp or a datetime64; None for NaN and NaT."""
    if type(value) is date:
        return value
    if value != value:  # NaN and NaT are the values that differ from themselves
        return None
    if isinstance(value, datetime):
        return value.date()
    converted = value.astype("datetime64[D]").item()
    return converted if isinstance(converted, date) else None
