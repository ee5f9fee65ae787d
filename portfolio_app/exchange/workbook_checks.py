"""What lets an exported workbook come back: which record a row is, and what each of its cells was.

The sheets of records begin with two hidden columns: `ID`, the record's number, and `CHECK`, fingerprints of the
row and of each of its cells as they were exported. Both sides are fingerprinted in the form a cell can hold, so
that a file saved again by another program, its rows sorted, its columns moved, has the fingerprints it had.
"""

from __future__ import annotations

import binascii
import re
import struct
from base64 import b64decode, b64encode
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zlib import crc32

from portfolio_app.exchange.cells import Cell, CellError, cell_text, clean_notes, escape_quote
from portfolio_app.exchange.dates import DateOrder, parse_date
from portfolio_app.exchange.numbers import parse_number
from portfolio_app.exchange.workbook_content import clean_text
from portfolio_app.exchange.workbook_words import HIDDEN

ID, CHECK = HIDDEN
SCALES = {"money": 1_000_000, "quantity": 1_000, "integer": 1}
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_UNREADABLE = "\x00"
"""Begins the form of a cell that is not what its column holds; no form of a record begins with it."""


@dataclass(frozen=True, slots=True)
class Check:
    """The fingerprints of an exported row: of all of it, and of each of its cells."""

    row: int
    cells: tuple[int, ...]


def row_check(forms: Sequence[str]) -> str:
    """The text of the `CHECK` column for a row whose cells have these forms."""
    packed = struct.pack(f"<{len(forms)}I", *[crc32(form.encode()) for form in forms])
    return b64encode(crc32(packed).to_bytes(4, "little") + packed[0::4] + packed[1::4]).decode()


def check_of(forms: Sequence[str]) -> Check:
    """The fingerprints of a row as it stands now."""
    marks = [crc32(form.encode()) for form in forms]
    packed = struct.pack(f"<{len(marks)}I", *marks)
    return Check(crc32(packed), tuple(mark & 0xFFFF for mark in marks))


def read_check(text: str, width: int) -> Check | None:
    """The fingerprints in a `CHECK` cell of a row of `width` cells; None when they were damaged."""
    try:
        raw = b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    if len(raw) != 4 + 2 * width:
        return None
    low, high = raw[4 : 4 + width], raw[4 + width :]
    return Check(int.from_bytes(raw[:4], "little"), tuple(a | b << 8 for a, b in zip(low, high, strict=True)))


def former(kind: str, cut_mark: str = " […]") -> Callable[[Any], str]:
    """A function giving the form of a value as it is written into a column of that kind; empty for no value."""
    if kind == "text":
        return lambda value: _text_form(value, cut_mark)
    if kind == "date":
        return _day_form
    if kind == "number":
        return lambda value: "" if value is None or value != value else format(value, ".15g")
    return lambda value: "" if value is None or value != value else str(int(value))


def _text_form(value: str | None, cut_mark: str) -> str:
    if not value:
        return ""
    if value.isascii() and value.isprintable() and value[0] not in "' " and value[-1] != " ":
        return value if "_x" not in value else clean_notes(_unescaped(value))
    return clean_notes(_unescaped(clean_text(escape_quote(value), cut_mark)))


def _unescaped(text: str) -> str:
    """Workbooks write some characters as “_x0041_”, and a text that looks so as “_x005F_x0041_”; not all programs know.

    So that both are the same text, whoever saved it.
    """
    while "_x" in text:
        plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        if plain == text:
            break
        text = plain
    return text


def _day_form(value: Any) -> str:
    if value is None or value != value:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    day = value.astype("datetime64[D]").item()
    return day.isoformat() if isinstance(day, date) else ""


def cell_form(kind: str, cell: Cell, order: DateOrder) -> str:
    """The form of a cell read from a column of that kind, whatever program wrote it; empty for an empty cell."""
    if cell is None or cell == "":
        return ""
    if kind == "text":
        return clean_notes(_unescaped(cell_text(cell)))
    try:
        if kind == "date":
            return _read_day(cell, order).isoformat()
        number = parse_number(cell)
    except CellError:
        text = clean_notes(cell_text(cell))
        return _UNREADABLE + text if text else ""
    if kind == "number":
        return format(float(number), ".15g")
    return str(round(number * SCALES[kind]))


def _read_day(cell: Cell, order: DateOrder) -> date:
    if isinstance(cell, str):
        try:
            return date.fromisoformat(cell.strip())  # also the days before 1900, which are written as texts
        except ValueError:
            pass
    return parse_date(cell, order)


def pack_ids(ids: Iterable[int]) -> str:
    """Numbers as “1-7,9”: ascending, each once."""
    runs: list[list[int]] = []
    for number in sorted(set(ids)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


class Numbers:
    """The numbers of a text that `pack_ids` made. Raises `ValueError` for another text."""

    def __init__(self, text: str) -> None:
        self._first: list[int] = []
        self._last: list[int] = []
        for run in filter(None, text.split(",")):
            first, _, last = run.partition("-")
            low, high = int(first), int(last or first)
            if not 1 <= low <= high or (self._last and low <= self._last[-1]):
                raise ValueError(run[:40])
            self._first.append(low)
            self._last.append(high)

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(self._last) - sum(self._first) + len(self._first)

    def __contains__(self, number: int) -> bool:
        place = bisect_right(self._first, number) - 1
        return place >= 0 and number <= self._last[place]
