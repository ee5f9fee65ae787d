"""What a cell looks like: the evidence used to find delimiters, headers and the meaning of columns."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from portfolio_app.exchange.cells import Cell, CellError, cell_text
from portfolio_app.exchange.dates import DATE_ORDERS, is_zero_date, parse_date
from portfolio_app.exchange.numbers import parse_number
from portfolio_app.exchange.values import looks_like_email
from portfolio_app.exchange.words import words_of

KINDS = ("empty", "integer", "decimal", "percent", "date", "email", "phone", "url", "truth", "text")

_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PHONE_SHAPED = re.compile(r"(?:\+|00|\(|0)[\d\s().\-/\u00a0\u202f]{7,24}")
_PHONE_EXTENSION = re.compile(r"\s*(?:x|ext\.?|poste|#)\s*\d{1,6}$", re.IGNORECASE)
_DASHED_PHONE = re.compile(r"\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}")
_WITH_ADDRESS = re.compile(r".*[(<][^\s()<>@]+@[^\s()<>@]+\.[^\s()<>@]+[)>]").match
_INTEGER = re.compile(r"[+-]?\d{1,18}")
_TRUTHS = words_of("true|false|yes|no|oui|non|vrai|faux|y|n|t|f|o")


def kind_of(cell: Cell) -> str:
    """One of `KINDS`."""
    if type(cell) is str:
        return _kind_of_text(cell.strip()) if len(cell) <= 120 else "text"
    if cell is None:
        return "empty"
    if isinstance(cell, bool):
        return "truth"
    if isinstance(cell, int) or (isinstance(cell, float) and cell == cell // 1):
        return "integer"
    if isinstance(cell, float):
        return "decimal"
    return "date" if isinstance(cell, date) else _kind_of_text(cell_text(cell))


@lru_cache(maxsize=50_000)
def _kind_of_text(text: str) -> str:
    if not text:
        return "empty"
    if text[0] == "'" and text[1:2].isdigit():
        text = text[1:]  # kept as a text by a spreadsheet
    if not any(char.isdigit() for char in text):
        if "@" in text and looks_like_email(text):
            return "email"
        if _URL.fullmatch(text):
            return "url"
        return "truth" if text.lower() in _TRUTHS else "text"
    if _INTEGER.fullmatch(text):
        return _kind_of_digits(text)
    if "@" in text:
        return "email" if looks_like_email(text) else "text"
    if _URL.fullmatch(text):
        return "url"
    if text.endswith("%") and _is_number(text[:-1]):
        return "percent"
    if _is_date(text):
        return "date"
    stripped = _PHONE_EXTENSION.sub("", text)
    if (_PHONE_SHAPED.fullmatch(stripped) or _DASHED_PHONE.fullmatch(stripped)) and (
        8 <= sum(char.isdigit() for char in stripped) <= 15 and not re.fullmatch(r"0[.,]\d+", stripped)
    ):
        return "phone"
    return "decimal" if _is_number(text) else "text"


def _kind_of_digits(text: str) -> str:
    if len(text) == 10 and text.startswith("0"):
        return "phone"
    if text.startswith("+") and len(text) >= 9:
        return "phone"
    if len(text) == 8 and "19000101" <= text <= "21001231" and _is_date(text):
        return "date"
    return "integer"


def _is_date(text: str) -> bool:
    if is_zero_date(text) and not text.replace(".", "", 1).replace(",", "", 1).isdigit():
        return True
    for order in DATE_ORDERS[1:]:
        try:
            parse_date(text, order)
        except CellError:
            continue
        return True
    return False


def _is_number(text: str) -> bool:
    try:
        parse_number(text)
    except CellError:
        return False
    return True


def is_data(cell: Cell) -> bool:
    """Whether a cell is a value (number, date, address…) and so cannot be the name of a column."""
    return kind_of(cell) not in ("empty", "text", "truth") or _WITH_ADDRESS(cell_text(cell)[:200]) is not None


def is_year(cell: Cell) -> bool:
    """A bare year, which sheets do use as the name of a column."""
    text = cell_text(cell)
    return len(text) == 4 and text.isdigit() and "1990" <= text <= "2099"
