"""Readers of one cell, in one place: text, dates, numbers and words of closed lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from portfolio_app.exchange.cells import Cell, CellError, cell_text, clean_notes, clean_text, escape_formula
from portfolio_app.exchange.dates import (
    DATE_ORDERS,
    DateOrder,
    DateOrderGuess,
    infer_date_order,
    is_zero_date,
    parse_date,
)
from portfolio_app.exchange.numbers import (
    DECIMAL_MARKS,
    DecimalMark,
    infer_decimal,
    parse_amount,
    parse_int,
    parse_number,
    parse_percent,
    parse_quantity,
)
from portfolio_app.exchange.words import (
    CHOICE_WORDS,
    NO_WORDS,
    YES_WORDS,
    fold,
    is_won,
)

__all__ = [
    "DATE_ORDERS",
    "DECIMAL_MARKS",
    "Cell",
    "CellError",
    "DateOrder",
    "DateOrderGuess",
    "DecimalMark",
    "cell_text",
    "clean_notes",
    "clean_text",
    "escape_formula",
    "infer_date_order",
    "infer_decimal",
    "is_won",
    "is_zero_date",
    "looks_like_email",
    "looks_like_phone",
    "parse_amount",
    "parse_choice",
    "parse_date",
    "parse_days",
    "parse_float",
    "parse_int",
    "parse_minutes",
    "parse_number",
    "parse_own_choice",
    "parse_percent",
    "parse_probability",
    "parse_quantity",
    "parse_score",
    "parse_tags",
    "parse_truth",
]

_TAG_SEPARATOR = re.compile(r":::|[;,|\n]")
_LONGEST_CHOICE = 200
_NO_TAGS = frozenset({"mycontacts", "my contacts", "mes contacts"})
_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]]{1,64}@[^\s@<>,;:\"()\[\]]+\.[^\s@.<>,;:\"()\[\]]{2,63}")
_PHONE = re.compile(r"\+?[\d\s().\-/\u00a0\u202f]{6,28}(?:\s*(?:x|ext\.?|poste|#)\s*\d{1,6})?", re.IGNORECASE)
_HOURS = re.compile(r"(\d{1,2})\s*(?:h|:)\s*(\d{1,2})?(?::\d{2})?\s*(?:min)?", re.IGNORECASE)
_DAYS = re.compile(r"(\d{1,4})\s*(?:j|jours?|d|days?)?\.?", re.IGNORECASE)
_MOST_DAYS = 3650
_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|mn|min|mins|minutes?)?\.?", re.IGNORECASE)

_SCORE = re.compile(r"(\d{1,2})(?:[.,]0+)?(?:\s*/\s*(?:5|10))?", re.ASCII)

_LARGEST_NUMBER = 10**15


def parse_tags(cell: Cell) -> list[str]:
    """Tags separated by “;”, “,”, “|”, line ends or Google's “ ::: ”, each once, in the order of the cell."""
    found = (tag.strip(' \t"').lstrip("*").strip() for tag in _TAG_SEPARATOR.split(clean_notes(cell)))
    return list(dict.fromkeys(tag for tag in found if tag and fold(tag) not in _NO_TAGS))


def parse_choice(field: str, cell: Cell) -> StrEnum | None:
    """The value of a closed list that a cell means, in French or English; `None` for other words."""
    table = CHOICE_WORDS[field]
    word = fold(cell_text(cell)[:_LONGEST_CHOICE])
    found = table.get(word)
    if found is None and word:
        found = next((table[part] for part in word.split() if part in table), None)
    return found


def parse_own_choice(choices: Sequence[str], cell: Cell) -> str | None:
    """The one of `choices` that a cell names, whatever its accents and case; `None` for a blank cell.

    Raises `CellError` `bad_choice`.
    """
    plain = clean_text(cell)
    word = fold(plain[:_LONGEST_CHOICE])
    found = next((one for one in choices if one == plain), None) or next(
        (one for one in choices if word and fold(one) == word), None
    )
    if found is None and plain:
        raise CellError("bad_choice")
    return found


def parse_truth(cell: Cell) -> bool | None:
    """Yes or no, in French or English, as a tick or as 1 and 0; `None` for a blank cell. Raises `CellError`."""
    if isinstance(cell, bool):
        return cell
    text = cell_text(cell).strip()
    word = fold(text[:_LONGEST_CHOICE]) or text
    if word in YES_WORDS or word in NO_WORDS:
        return word in YES_WORDS
    if text:
        raise CellError("bad_choice")
    return None


def parse_float(cell: Cell, decimal: DecimalMark | None = None) -> float:
    """A plain number below 10^15. Raises `CellError` `bad_number`."""
    number = float(parse_number(cell, decimal))
    if abs(number) >= _LARGEST_NUMBER:
        raise CellError("bad_number")
    return number


def parse_minutes(cell: Cell) -> int:
    """A duration in minutes: “45”, “45 min”, “1h30”, “01:30”. Raises `CellError` `bad_number`."""
    text = cell_text(cell).strip()
    match = _MINUTES.fullmatch(text)
    if match:
        return int(match[1])
    match = _HOURS.fullmatch(text)
    if match:
        return int(match[1]) * 60 + int(match[2] or 0)
    return parse_int(cell)


def parse_days(cell: Cell) -> int:
    """A number of days, up to ten years: “30”, “30 j”, “30 days”. Raises `CellError` `bad_number`."""
    match = _DAYS.fullmatch(cell_text(cell).strip())
    days = int(match[1]) if match else parse_int(cell)
    if not 0 <= days <= _MOST_DAYS:
        raise CellError("bad_number")
    return days


def parse_score(cell: Cell) -> int:
    """The answer to a survey, 0 to 10: “9”, “9/10”, “4 / 5”. Raises `CellError` `bad_score`."""
    match = _SCORE.fullmatch(cell_text(cell).strip())
    if match is None or int(match[1]) > 10:
        raise CellError("bad_score")
    return int(match[1])


def parse_probability(cell: Cell, decimal: DecimalMark | None = None, *, points: bool = True) -> int:
    """Per cent, 0 to 100, read as `parse_percent` reads a share. Raises `CellError` `bad_probability`."""
    try:
        share = parse_percent(cell, decimal, points=points)
    except CellError:
        raise CellError("bad_probability") from None
    if share < 0:
        raise CellError("bad_probability")
    return round(share * 100)


def looks_like_email(text: str) -> bool:
    """Whether a text has the shape of one e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def looks_like_phone(text: str) -> bool:
    """Whether a text has the shape of one telephone number: 6 to 15 digits and their punctuation."""
    return _PHONE.fullmatch(text) is not None and 6 <= sum(char.isdigit() for char in text) <= 20
