"""Readers of one cell, in one place: text, dates, numbers and words of closed lists."""

from __future__ import annotations

import re
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
    DIRECTION_WORDS,
    INTERACTION_WORDS,
    KIND_WORDS,
    OUTCOME_WORDS,
    STATUS_WORDS,
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
    "parse_int",
    "parse_minutes",
    "parse_number",
    "parse_percent",
    "parse_quantity",
    "parse_tags",
]

_TAG_SEPARATOR = re.compile(r":::|[;,|\n]")
_LONGEST_CHOICE = 200
_NO_TAGS = frozenset({"mycontacts", "my contacts", "mes contacts"})
_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]]{1,64}@[^\s@<>,;:\"()\[\]]+\.[^\s@.<>,;:\"()\[\]]{2,63}")
_PHONE = re.compile(r"\+?[\d\s().\-/\u00a0\u202f]{6,28}(?:\s*(?:x|ext\.?|poste|#)\s*\d{1,6})?", re.IGNORECASE)
_HOURS = re.compile(r"(\d{1,2})\s*(?:h|:)\s*(\d{1,2})?(?::\d{2})?\s*(?:min)?", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|mn|min|mins|minutes?)?\.?", re.IGNORECASE)

_CHOICES: dict[str, dict[str, StrEnum]] = {
    "client.kind": KIND_WORDS,
    "client.status": STATUS_WORDS,
    "interaction.kind": INTERACTION_WORDS,
    "interaction.outcome": OUTCOME_WORDS,
    "interaction.direction": DIRECTION_WORDS,
}


def parse_tags(cell: Cell) -> list[str]:
    """Tags separated by “;”, “,”, “|”, line ends or Google's “ ::: ”, each once, in the order of the cell."""
    found = (tag.strip().lstrip("*").strip() for tag in _TAG_SEPARATOR.split(clean_notes(cell)))
    return list(dict.fromkeys(tag for tag in found if tag and fold(tag) not in _NO_TAGS))


def parse_choice(field: str, cell: Cell) -> StrEnum | None:
    """The value of a closed list that a cell means, in French or English; `None` for other words."""
    table = _CHOICES[field]
    word = fold(cell_text(cell)[:_LONGEST_CHOICE])
    found = table.get(word)
    if found is None and word:
        found = next((table[part] for part in word.split() if part in table), None)
    return found


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


def looks_like_email(text: str) -> bool:
    """Whether a text has the shape of one e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def looks_like_phone(text: str) -> bool:
    """Whether a text has the shape of one telephone number: 6 to 15 digits and their punctuation."""
    return _PHONE.fullmatch(text) is not None and 6 <= sum(char.isdigit() for char in text) <= 20
