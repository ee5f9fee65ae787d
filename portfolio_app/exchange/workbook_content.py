"""What goes into an Excel workbook: sheets of typed columns, figures, and the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

MAX_TEXT = 32_767
"""UTF-16 units a cell holds."""

CellKind = Literal["text", "money", "integer", "quantity", "number", "percent", "date"]


@dataclass(frozen=True)
class ColumnSpec:
    """One column. `kind` says what its cells hold and how they look:

    text: str. money: money units (int or float), shown with the currency. integer: a whole number.
    quantity: thousandths. number: any plain number. percent: a fraction of 1. date: date, datetime, Timestamp or
    datetime64. None, NaN, NaT and "" leave the cell empty. `width` is in characters.
    """

    title: str
    kind: CellKind = "text"
    width: float = 14.0


@dataclass(frozen=True)
class SheetData:
    """One sheet: a table under a frozen line of titles. Rows are read once, in order.

    `hidden`: so many columns at the left are not shown. `frozen`: so many, the hidden ones among them, stay in view.
    `is_visible`: False for a sheet that is for the program alone.
    """

    title: str
    columns: Sequence[ColumnSpec]
    rows: Iterable[Sequence[Any]]
    hidden: int = 0
    frozen: int = 0
    is_visible: bool = True


@dataclass(frozen=True)
class Figure:
    """One of a band of figures: what it is, its value, how to show it."""

    label: str
    value: Any
    kind: CellKind


@dataclass(frozen=True)
class ConcentrationSheet:
    """The sheet with a title and a band of figures, both in view, the ranked table below and a Pareto chart beside.

    `name_column`, `amount_column` and `cumulative_column` are positions in `table.columns`.
    """

    table: SheetData
    figures: Sequence[Figure]
    name_column: int
    amount_column: int
    cumulative_column: int
    heading: str = ""


@dataclass(frozen=True)
class KeyFigure:
    """A line of the summary: an indicator, its value and the one before, and what it means."""

    label: str
    kind: CellKind
    value: Any
    before: Any
    meaning: str


@dataclass(frozen=True)
class SummaryTable:
    """A table of the summary with its native chart beside.

    The first column names the rows. `bars`: the columns shown as bars; `line`: one shown as a line of per cents on a
    second axis. `chart`: "column", "bar" (lying), or "" for none. `colours`: of the bars one by one, else of a series.
    """

    title: str
    columns: Sequence[ColumnSpec]
    rows: Sequence[Sequence[Any]]
    chart: str = ""
    bars: Sequence[int] = ()
    line: int | None = None
    colours: Sequence[str] = ()


@dataclass(frozen=True)
class SummarySheet:
    """The first sheet: a heading, lines about what the workbook holds, key figures, tables with charts.

    `titles`: of the columns of key figures: indicator, value, value before, change, meaning.
    """

    title: str
    heading: str
    about: Sequence[str]
    titles: Sequence[str]
    figures: Sequence[KeyFigure]
    tables: Sequence[SummaryTable]


@dataclass(frozen=True)
class WorkbookContent:
    """What goes into the file: the summary, the concentration, then the sheets. `currency` is a code such as EUR.

    `created` is noted in the file's properties. `footer` stands at the foot of every printed page, beside its number.
    """

    currency: str
    sheets: Sequence[SheetData] = ()
    concentration: ConcentrationSheet | None = None
    created: datetime | None = None
    title: str = ""
    summary: SummarySheet | None = None
    footer: str = ""
    charts: bool = True


@dataclass(frozen=True)
class WorkbookLabels:
    """Words of the file in the user's language.

    `cut_mark` ends a text too long for a cell; `continued` titles the next sheet of a table too long for
    one, from {title} and {number}; `page` stands in the footer, with {page} and {pages}.
    """

    chart_title: str = ""
    amount_axis: str = ""
    share_axis: str = ""
    cut_mark: str = " […]"
    continued: str = "{title} ({number})"
    page: str = "{page} / {pages}"


_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean_text(text: str, cut_mark: str = " […]") -> str:
    """`text` as a cell can hold it: no control characters, ends of line as \\n, cut at 32,767 UTF-16 units.

    A text that had to be cut ends in `cut_mark`.
    """
    text = _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) <= MAX_TEXT // 2:
        return text
    encoded = text.encode("utf-16-le")
    if len(encoded) <= 2 * MAX_TEXT:
        return text
    room = 2 * MAX_TEXT - len(cut_mark.encode("utf-16-le"))
    return encoded[:room].decode("utf-16-le", errors="ignore") + cut_mark


SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$", "CAD": "$", "AUD": "$", "JPY": "¥", "CHF": "CHF", "PLN": "zł"}
_LEADING = {"GBP", "USD", "CAD", "AUD", "JPY"}
_WITHOUT_CENTS = {
    "JPY",
    "KRW",
    "XOF",
    "XAF",
    "XPF",
    "CLP",
    "VND",
    "ISK",
    "PYG",
    "UGX",
    "RWF",
    "GNF",
    "KMF",
    "DJF",
}
_THREE_DECIMALS = {"TND", "KWD", "BHD", "JOD", "OMR", "IQD", "LYD"}


def money_format(currency: str) -> str:
    """The Excel number format of amounts in that currency (ISO 4217 code)."""
    decimals = 0 if currency in _WITHOUT_CENTS else 3 if currency in _THREE_DECIMALS else 2
    number = "#,##0" + ("." + "0" * decimals if decimals else "")
    symbol = SYMBOLS.get(currency, re.sub(r"[^A-Za-z]", "", currency))
    if not symbol:
        return number
    return f'"{symbol}"{number}' if currency in _LEADING else f'{number}\\ "{symbol}"'
