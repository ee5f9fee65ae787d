"""Reading dates the way French and English files write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from portfolio_app.exchange.cells import Cell, CellError
from portfolio_app.exchange.words import fold

DateOrder = Literal["YMD", "DMY", "MDY"]
DATE_ORDERS: tuple[DateOrder, ...] = ("YMD", "DMY", "MDY")

FIRST_YEAR, LAST_YEAR = 1900, 2100
_EXCEL_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 73_415

_TIME = (
    r"(?:(?:\s*[T,]\s*|\s+(?:à\s+|at\s+)?)\d{1,2}\s?[:hH.]\s?\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,9})?"
    r"\s*(?:[AaPp]\.?\s?[Mm]\.?)?\s*(?:Z|UTC|GMT)?\s*(?:[+-]\d{2}:?\d{2})?)?"
)
_LONGEST = 120
_ISO = re.compile(rf"(\d{{4}})[-/.\\](\d{{1,2}})[-/.\\](\d{{1,2}}){_TIME}")
_NUMERIC = re.compile(rf"(\d{{1,2}})([-/. ])(\d{{1,2}})[-/. ](\d{{4}}|\d{{2}}){_TIME}")
_COMPACT = re.compile(r"(\d{8})(?:T?\d{6}Z?)?(?:[ T]\d{2}:\d{2}(?::\d{2})?)?")
_DAY_FIRST = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?(\d{1,2})(?:er|st|nd|rd|th|\.)?[\s-]+([^\W\d]+)\.?,?[\s-]+'?(\d{4}|\d{2})" + _TIME
)
_MONTH_FIRST = re.compile(
    r"(?:[^\W\d]+\.?,\s+)?([^\W\d]+)\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})" + _TIME
)
_YEAR_FIRST = re.compile(rf"(\d{{4}})[\s-]+([^\W\d]+)\.?[\s-]+(\d{{1,2}}){_TIME}")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d{1,12})?")
_ZERO = re.compile(r"[0\s./:T-]+")
_AM_PM = re.compile(r"\d\s*[AaPp]\.?[Mm]\b")

_MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "janvier janv jan january januar enero ene gennaio gen janeiro januari",
        "fevrier fevr fev feb february februar febrero febbraio fevereiro februari",
        "mars mar march marz marzo maart marco",
        "avril avr apr april abril abr aprile",
        "mai may mayo maggio mag maio mei",
        "juin jun june juni junio giugno giu junho",
        "juillet juil jul july juli julio luglio lug julho",
        "aout aou aug august agosto ago augustus",
        "septembre sept sep september septiembre settembre set setembro",
        "octobre oct october okt oktober octubre ottobre ott outubro",
        "novembre nov november noviembre novembro",
        "decembre dec december dez dezember diciembre dic dicembre dezembro",
    ),
    start=1,
):
    for _name in _names.split():
        _MONTHS[_name] = _number


def parse_date(cell: Cell, order: DateOrder = "DMY") -> date:
    """The calendar day of a cell; a time of day and a zone are dropped, the day stays as written.

    `order` only decides between readings of “03/04/2026”; ISO dates, months in letters, eight digits
    and dates of a sheet, or their five-digit numbers in a text, are read alike in every order. Two-digit years
    lie in 1970–2069.
    Raises `CellError` with code `bad_date` (not a date), `no_such_date` (31 February) or
    `date_out_of_range` (before 1900 or after 2100).
    """
    if type(cell) is not str:
        return _date_of_value(cell, order)
    if len(cell) > _LONGEST:
        raise CellError("bad_date")
    text = cell.strip().replace("\u00a0", " ").replace("\u202f", " ")
    match = _ISO.fullmatch(text)
    if match:
        return _make(int(match[1]), int(match[2]), int(match[3]))
    match = _NUMERIC.fullmatch(text)
    if match:
        return _numeric(match, order)
    match = _COMPACT.fullmatch(text)
    if match:
        return _compact(match[1], order)
    match = _SERIAL.fullmatch(text)
    if match and _FIRST_SERIAL <= int(match[1]) <= _LAST_SERIAL:
        return _EXCEL_EPOCH + timedelta(days=int(match[1]))
    return _with_month_name(text)


def is_zero_date(text: str) -> bool:
    """“0000-00-00”, “00/00/0000”, “0.0.00”: how some programs write no date."""
    return "0" in text and len(text) >= 6 and _ZERO.fullmatch(text) is not None


def _date_of_value(cell: Cell, order: DateOrder) -> date:
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return _make(cell.year, cell.month, cell.day)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        if _FIRST_SERIAL <= cell <= _LAST_SERIAL:
            return _EXCEL_EPOCH + timedelta(days=int(cell))
        if 10_000_000 <= cell <= 99_999_999 and cell == int(cell):
            return _compact(str(int(cell)), order)
    raise CellError("bad_date")


def _numeric(match: re.Match[str], order: DateOrder) -> date:
    first, second, last = int(match[1]), int(match[3]), int(match[4])
    if order == "YMD" and len(match[4]) == 2 and len(match[1]) == 2:
        return _make(_full_year(first), second, last)
    year = _full_year(last) if len(match[4]) == 2 else last
    if order == "MDY":
        return _make(year, first, second)
    return _make(year, second, first)


def _compact(digits: str, order: DateOrder) -> date:
    year = int(digits[:4])
    if FIRST_YEAR <= year <= LAST_YEAR and 1 <= int(digits[4:6]) <= 12:
        return _make(year, int(digits[4:6]), int(digits[6:]))
    first, second, year = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CellError("bad_date")
    return _make(year, first, second) if order == "MDY" else _make(year, second, first)


def _with_month_name(text: str) -> date:
    for pattern, (year, month, day) in (
        (_DAY_FIRST, (3, 2, 1)),
        (_MONTH_FIRST, (3, 1, 2)),
        (_YEAR_FIRST, (1, 2, 3)),
    ):
        match = pattern.fullmatch(text)
        if match:
            number = _MONTHS.get(fold(match[month]))
            if number:
                found = int(match[year])
                return _make(_full_year(found) if len(match[year]) == 2 else found, number, int(match[day]))
    raise CellError("bad_date")


def month_number(word: str) -> int:
    """1 to 12 for the name of a month or its abbreviation, folded; 0 for another word."""
    return _MONTHS.get(word, 0)


def _full_year(two_digits: int) -> int:
    return 2000 + two_digits if two_digits < 70 else 1900 + two_digits


def _make(year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise CellError("no_such_date") from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CellError("date_out_of_range")
    return found


@dataclass(frozen=True, slots=True)
class DateOrderGuess:
    """`order` as read from the cells; `ambiguous` when no cell decided (or cells contradict each other)."""

    order: DateOrder
    ambiguous: bool


def infer_date_order(samples: Iterable[Cell], *, english: bool = False) -> DateOrderGuess:
    """Day first or month first, from the cells of one column.

    Evidence first: a number above 12 in first or second place decides; with both, the more frequent wins
    and the guess is ambiguous. Without evidence: times with AM/PM mean month first; slashes under English
    column names (`english`) mean month first; everything else is day first, as in France.
    """
    day_first = month_first = undecided = slashes = am_pm = named = 0
    for cell in samples:
        if type(cell) is not str:
            named += cell is not None
            continue
        match = _NUMERIC.fullmatch(cell.strip())
        if not match:
            named += bool(cell.strip())
            continue
        first, second = int(match[1]), int(match[3])
        if first > 12 >= second:
            day_first += 1
        elif second > 12 >= first:
            month_first += 1
        elif first != second:
            undecided += 1
        slashes += match[2] == "/"
        am_pm += _AM_PM.search(cell) is not None
    if day_first or month_first:
        order: DateOrder = "DMY" if day_first >= month_first else "MDY"
        return DateOrderGuess(order, bool(day_first and month_first))
    if not undecided:
        return DateOrderGuess("YMD" if named and not slashes else "MDY" if english else "DMY", False)
    return DateOrderGuess("MDY" if am_pm or (english and slashes) else "DMY", True)
