"""What one cell of a table can be, and its text."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from typing import TypeAlias

Cell: TypeAlias = str | int | float | bool | date | datetime | None
"""Text files give `str` only; sheets also give numbers, truth values and dates, `None` for an empty cell."""

CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+"
)
"""What no text of a record holds: control characters, marks of direction and order, halves of characters."""
ANY_SPACE = re.compile(r"\s+")
NOTHING = frozenset(
    {
        "NULL", "null", "(null)", "[null]", "<null>", "\\N", "N/A", "n/a", "#N/A", "#N/D", "(n/a)", "N/D", "n/d",
        "n.c.", "N.C.", "nan", "NaN", "NaT", "undefined", "(vide)", "(blank)", "(empty)", "-", "--", "---", "–", "—",
        "/",
    }
)  # fmt: skip
"""What programs and people write into a cell that holds nothing: NULL, N/A, a dash."""
_FORMULA = re.compile("'*[=@+\\-\t\r\n＝＠＋－]")
"""A text that a spreadsheet may run, or one that was protected against it, however often."""


class CellError(ValueError):
    """A cell that cannot be read as what its column holds. `code` names the sentence of the refusal."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def cell_text(cell: Cell) -> str:
    """The cell as the user sees it in the file: a whole number without “.0”, a date as ISO."""
    if type(cell) is str:
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return float_text(cell)
    if isinstance(cell, datetime):
        midnight = not (cell.hour or cell.minute or cell.second)
        return cell.date().isoformat() if midnight else cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


def float_text(number: float) -> str:
    """A sheet's number with the 15 digits a spreadsheet shows, never in scientific notation up to 1e15."""
    if number == int(number) if abs(number) < 1e15 else False:
        return str(int(number))
    return format(number, ".15g")


def clean_text(cell: Cell) -> str:
    """One line of text: NFC, no control characters, blanks collapsed, ends stripped."""
    text = cell_text(cell)
    if text.isascii() and text.isprintable():
        text = text.strip()
        if "  " in text:
            text = ANY_SPACE.sub(" ", text)
    else:
        text = unicodedata.normalize("NFC", CONTROL.sub(" ", text))
        text = ANY_SPACE.sub(" ", text).strip()
    return unescape_formula(text)


def clean_notes(cell: Cell) -> str:
    """Text of several lines: line ends become “\\n”; otherwise as `clean_text`, inner blanks kept."""
    text = cell_text(cell)
    if not (text.isascii() and text.isprintable()):
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
        text = unicodedata.normalize("NFC", CONTROL.sub(" ", text))
    return unescape_formula(text.strip()).strip()


def unescape_formula(text: str) -> str:
    """Takes away the apostrophe that protects a text such as “'=1+1” in exported files."""
    if text[:1] == "'" and _FORMULA.match(text):
        return text[1:]
    return text


def escape_formula(text: str) -> str:
    """Puts an apostrophe before what a spreadsheet would run as a formula; numbers and phones stay.

    A text that begins with such an apostrophe already gets another, so that `unescape_formula` gives back
    every text as it was.
    """
    if _FORMULA.match(text) and not is_number_or_phone(text):
        return "'" + text
    return text


def escape_quote(text: str) -> str:
    """Doubles the apostrophe that `unescape_formula` would take away, for files whose cells run nothing."""
    return "'" + text if text[:1] == "'" and _FORMULA.match(text) else text


_FIGURES = re.compile("[+-][0-9 ().,\u00a0\u202f/-]*+")
_AFTER_LAST_DIGIT = " ().,\u00a0\u202f"


def is_number_or_phone(text: str) -> bool:
    """Whether a text that begins with + or - is only digits, blanks and their punctuation."""
    return _FIGURES.fullmatch(text) is not None and text.rstrip(_AFTER_LAST_DIGIT)[-1:].isdigit()
