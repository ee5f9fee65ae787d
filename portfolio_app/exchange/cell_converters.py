"""From the cells of a column to the values of its field."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from portfolio_app.exchange.cells import Cell, CellError, cell_text, clean_notes, clean_text
from portfolio_app.exchange.dates import DateOrder, is_zero_date, parse_date
from portfolio_app.exchange.fields import Field, longest
from portfolio_app.exchange.numbers import (
    DecimalMark,
    parse_amount,
    parse_number,
    parse_percent,
    parse_quantity,
)
from portfolio_app.exchange.values import (
    looks_like_email,
    parse_choice,
    parse_days,
    parse_float,
    parse_minutes,
    parse_own_choice,
    parse_probability,
    parse_score,
    parse_tags,
    parse_truth,
)
from portfolio_app.models.money import MAX_MONEY

Converter = Callable[[Cell], Any]

_PLAIN = re.compile(r"-?\d{1,8}(?:\.\d{1,12})?").fullmatch
_THOUSANDS = re.compile(
    r"(?<![a-z])(?:k ?(?:€|eur|euros?|\$|£|chf)|milliers|thousands?|000s)(?![a-z])", re.IGNORECASE
)
_MILLIONS = re.compile(r"(?<![a-z])(?:m ?(?:€|eur)|millions?)(?![a-z])", re.IGNORECASE)
_KEPT_AS_TEXT = re.compile(r"'(\d[^']*)|=\"([^\"]*)\"").fullmatch
_BRACKETED = re.compile(r"[^<>]*<(?:mailto:)?([^<>\s]+@[^<>\s]+)>\W*", re.IGNORECASE).fullmatch
_LOST_ZERO = re.compile(r"[1-9]\d{8}").fullmatch
_NO_PLUS = re.compile(r"33[1-9]\d{8}").fullmatch
_SHORT_POSTCODE = re.compile(r"[1-9]\d{3}").fullmatch
_OWN_UNIT = re.compile(r"\d\s*(?:k|m)", re.IGNORECASE)


def converter(wanted: Field, decimal: DecimalMark, order: DateOrder, *, points: bool) -> Converter:
    """What reads a cell into a value of `wanted`, `None` for a blank one; it raises `CellError`.

    `points`: the column writes percentages as points (20), not as fractions (0.2).
    """
    kind, limit = wanted.type, longest(wanted)
    simple: dict[str, Converter] = {
        "date": lambda cell: _date(cell, order),
        "money": lambda cell: _number(cell, parse_amount, decimal),
        "quantity": lambda cell: _number(cell, parse_quantity, decimal),
        "percent": _unless_blank(lambda cell: parse_percent(cell, decimal, points=points)),
        "probability": _unless_blank(lambda cell: parse_probability(cell, decimal, points=points)),
        "integer": _unless_blank(parse_score),
        "minutes": _unless_blank(parse_minutes, marks=""),
        "days": _unless_blank(parse_days, marks=""),
        "choice": lambda cell: _choice(wanted.name, cell),
        "number": _unless_blank(lambda cell: parse_float(cell, decimal)),
        "truth": parse_truth,
        "own_choice": lambda cell: parse_own_choice(wanted.choices, cell),
        "tags": lambda cell: _limited(parse_tags, cell, limit),
        "notes": lambda cell: _limited(clean_notes, cell, limit),
        "address": lambda cell: _limited(clean_notes, cell, limit),
    }
    if kind in simple:
        return simple[kind]
    if wanted.name.endswith((".reference", ".order_reference")):
        return lambda cell: _reference(cell, limit)
    if kind == "email":
        return lambda cell: _email(_line_of_text(cell, limit))
    if kind == "phone" or wanted.name in ("client.postcode", "client.siret"):
        return lambda cell: _digits(_line_of_text(cell, limit))
    return lambda cell: _line_of_text(cell, limit)


def zero_restored(read: Converter, kind: str) -> Converter:
    """`read` for a column of French telephones, or of five-digit postcodes, whose first zero a spreadsheet ate."""
    lost, lengths = (_LOST_ZERO, (9, 11)) if kind == "phone" else (_SHORT_POSTCODE, (4,))

    def read_restored(cell: Cell) -> Any:
        text = read(cell)
        if type(text) is not str or len(text) not in lengths:
            return text
        if kind == "phone" and _NO_PLUS(text):
            return f"+{text}"
        return f"0{text}" if lost(text) else text

    return read_restored


def scaled(read: Converter, column: str) -> Converter:
    """`read` for a column of money whose name says thousands or millions (“CA (k€)”)."""
    factor = 1_000 if _THOUSANDS.search(column) else 1_000_000 if _MILLIONS.search(column) else 1
    if factor == 1:
        return read

    def read_scaled(cell: Cell) -> Any:
        value = read(cell)
        if value is None or (isinstance(cell, str) and _OWN_UNIT.search(cell)):
            return value
        if abs(value * factor) > MAX_MONEY:
            raise CellError("amount_out_of_range")
        return value * factor

    return read_scaled


def above_one(cell: Cell, decimal: DecimalMark) -> bool:
    """Whether a cell of percentages holds a number above 1, written without “%”."""
    text = cell_text(cell).strip()
    if not text or text in ("0", "0.0", "0,0") or "%" in text:
        return False
    try:
        return abs(parse_number(text, decimal)) > 1
    except CellError:
        return False


def _unless_blank(read: Converter, marks: str = "-–—") -> Converter:
    return lambda cell: read(cell) if cell_text(cell).strip(" \t\n" + marks) else None


def _date(cell: Cell, order: DateOrder) -> Any:
    if type(cell) is str:
        text = cell.strip()
        if not text or text in ("-", "–", "—") or is_zero_date(text):
            return None
        return parse_date(text, order)
    return parse_date(cell, order)


def _number(
    cell: Cell, parse: Callable[[Cell, DecimalMark], Decimal], decimal: DecimalMark
) -> Decimal | None:
    if type(cell) is str:
        if decimal == "." and _PLAIN(cell):
            return Decimal(cell)
        text = cell.strip()
        if not text or text in ("-", "–", "—"):
            return None
        return parse(text, decimal)
    return parse(cell, decimal)


def _reference(cell: Cell, limit: int) -> str | None:
    """A code; “13085.0” is a number that passed through a spreadsheet or pandas: the code is 13085."""
    text = _digits(_line_of_text(cell, limit))
    return text[:-2] if text and text.endswith(".0") and text[:-2].isdecimal() else text


def _digits(text: str | None) -> str | None:
    """Without the marks that keep a spreadsheet from counting: “'0612345678” and “="0612345678"”."""
    if not text or text[0] not in "'=":
        return text
    marked = _KEPT_AS_TEXT(text)
    return marked[1] or marked[2] if marked else text


def _email(text: str | None) -> str | None:
    """The address in “mailto:jean@acme.fr”, “Jean <jean@acme.fr>” and “jean@acme.fr;”; anything else as it is."""
    if not text or looks_like_email(text):
        return text
    bare = text.removeprefix("mailto:").removeprefix("MAILTO:").strip(" ;,<>\"'")
    bracketed = _BRACKETED(text)
    for found in (bare, bracketed[1].strip() if bracketed else ""):
        if looks_like_email(found):
            return found
    return text


def _line_of_text(cell: Cell, limit: int) -> str | None:
    if type(cell) is str and len(cell) <= limit and cell.isascii() and cell.isprintable():
        text = cell.strip()
        if "  " not in text and text[:1] != "'":
            return text or None
    text = clean_text(cell)
    if len(text) > limit:
        raise CellError("too_long")
    return text or None


def _choice(name: str, cell: Cell) -> Any:
    found = parse_choice(name, cell)
    if found is None and cell_text(cell).strip():
        raise CellError("bad_choice")
    return found


def _limited(read: Converter, cell: Cell, limit: int) -> Any:
    if type(cell) is str and len(cell) > 2 * limit:
        cell = cell.strip()  # what cleaning may take away besides is little
        if len(cell) > 2 * limit:
            raise CellError("too_long")
    value = read(cell)
    length = len(value) if type(value) is str else sum(map(len, value))
    if length > limit:
        raise CellError("too_long")
    return value or None
