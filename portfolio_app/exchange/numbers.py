"""Reading amounts, quantities and percentages the way French and English files write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Literal

from portfolio_app.exchange.cells import Cell, CellError, float_text
from portfolio_app.models.money import MAX_MONEY

DecimalMark = Literal[",", "."]
DECIMAL_MARKS: tuple[DecimalMark, ...] = (",", ".")

MAX_QUANTITY = Decimal(1_000_000_000)
_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,12})?")
_CURRENCY = re.compile(
    r"(?:€|\$|£|¥|₣|(?:\b|(?<=\d))(?:EUR|EUROS?|USD|GBP|CHF|CAD|XOF|XAF|MAD|Fr)\b\.?|\b[A-Z]{1,2}(?=\$))",
    re.IGNORECASE,
)
_TAX = re.compile(r"\s*\b(?:HT|TTC|H\.T\.?|T\.T\.C\.?)$", re.IGNORECASE)
_BLANKS = re.compile(r"[\s\u00a0\u202f\u2007\u2009'’`´]+")
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:(?:[.,]\d+)[eE][+-]?|[eE][+-])\d{1,2}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|[.,]\d+")
_NUMBER_WITH_BLANKS = re.compile(r"\d{1,3}(?:[\s\u00a0\u202f\u2007\u2009'’`´]\d{3})+(?:[.,]\d+)?|[\d.,]+")
_MULTIPLE = re.compile(r"(.*\d)\s?(k|K|M|Md|Mds)\s?(?=€|\$|£|EUR|USD|GBP|CHF)(\D*)")
_TITLE_MULTIPLE = re.compile(
    r"\(?\b(?:en\s+|in\s+)?(k|m)\s?(?:€|eur\b|euros?\b|\$|£|usd\b|gbp\b|chf\b)|"
    r"(?:€|\beur|\$|£)\s?(k|m)\b|\b(milliers|thousands)\b|\b(millions)\b",
    re.IGNORECASE,
)
_FACTORS = {"k": Decimal(1000), "M": Decimal(1_000_000), "Md": Decimal(10**9), "Mds": Decimal(10**9)}
_WITH_UNIT = re.compile(r"([^A-Za-zÀ-ÿ]*\d)\s?([^\W\d_]{1,12})\.?")
_GROUPED = {mark: re.compile(rf"\d{{1,3}}(?:\{mark}\d{{3}})+") for mark in (",", ".")}
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2010": "-", "\u2011": "-", "\uff0d": "-"})


def parse_amount(cell: Cell, decimal: DecimalMark | None = None) -> Decimal:
    """An amount of money, without its currency sign.

    Understands “1 234,56 €” (any kind of blank), “$1,234.56”, “1.234,56”, “1'234.50”, “12 k€” for 12000, “(45.00)”
    and “45,00-” for negatives. `decimal` decides only where both readings are possible (“1,234”): a mark that
    can only be the decimal one (“12,5”) is read so whatever the column's mark.
    Raises `CellError` `bad_amount` (letters mixed in, not a number) or `amount_out_of_range`.
    """
    number = parse_number(cell, decimal, code="bad_amount")
    if abs(number) > MAX_MONEY:
        raise CellError("amount_out_of_range")
    return number


def multiple_of(title: str) -> Decimal:
    """What the figures of a column stand for by its name: 1000 for “CA (k€)” or “Revenue in thousands”, usually 1."""
    match = _TITLE_MULTIPLE.search(title)
    if not match:
        return Decimal(1)
    word = next(part for part in match.groups() if part).lower()
    return _FACTORS["k"] if word in ("k", "milliers", "thousands") else _FACTORS["M"]


def parse_quantity(cell: Cell, decimal: DecimalMark | None = None) -> Decimal:
    """A quantity, its unit left aside (“12 pcs”, “2,5 kg”); negative for a return.

    Raises `CellError` `bad_quantity` or `quantity_out_of_range`.
    """
    with_unit = _WITH_UNIT.fullmatch(cell.strip()) if type(cell) is str and len(cell) <= 60 else None
    if with_unit and with_unit[2] not in _FACTORS:
        cell = with_unit[1]
    number = parse_number(cell, decimal, code="bad_quantity")
    if abs(number) > MAX_QUANTITY:
        raise CellError("quantity_out_of_range")
    return number


def parse_percent(cell: Cell, decimal: DecimalMark | None = None, *, points: bool = False) -> Decimal:
    """A share as a fraction of 1: “20 %” and, with `points`, “20” are 0.2; without `points` “0.2” is 0.2.

    A bare number above 1 is always taken as percent points. Raises `CellError` `bad_percent` beyond ±100 %.
    """
    if isinstance(cell, str) and "%" in cell:
        fraction = parse_number(cell.replace("%", ""), decimal, code="bad_percent") / 100
    else:
        fraction = parse_number(cell, decimal, code="bad_percent")
        if points or abs(fraction) > 1:
            fraction /= 100
    if abs(fraction) > 1:
        raise CellError("bad_percent")
    return fraction


def parse_int(cell: Cell, decimal: DecimalMark | None = None) -> int:
    """A whole number. Raises `CellError` `bad_number`."""
    number = parse_number(cell, decimal, code="bad_number")
    if number != number.to_integral_value() or abs(number) > 10**15:
        raise CellError("bad_number")
    return int(number)


def parse_number(cell: Cell, decimal: DecimalMark | None = None, *, code: str = "bad_number") -> Decimal:
    """Any decimal number; raises `CellError(code)`."""
    if type(cell) is not str:
        return _number_of_value(cell, code)
    if _PLAIN.fullmatch(cell) and (decimal != "," or not _GROUPED["."].fullmatch(cell.lstrip("-"))):
        return Decimal(cell)
    multiple = _MULTIPLE.fullmatch(cell.strip()) if len(cell) <= 60 else None
    if multiple:
        factor = _FACTORS[multiple[2].replace("K", "k")]
        return parse_number(multiple[1] + multiple[3], decimal, code=code) * factor
    text, negative = _unsigned(cell, code)
    if _SCIENTIFIC.fullmatch(text):
        return _to_decimal(text.replace(",", "."), negative, code)
    if not _NUMBER_WITH_BLANKS.fullmatch(text):
        raise CellError(code)
    text = _BLANKS.sub("", text)
    if not _NUMBER.fullmatch(text) and not _NUMBER.fullmatch(text.rstrip(".,")):
        raise CellError(code)
    return _to_decimal(_with_point(text.rstrip(".,"), decimal, code), negative, code)


def _number_of_value(cell: Cell, code: str) -> Decimal:
    if isinstance(cell, bool):
        raise CellError(code)
    if isinstance(cell, int):
        return Decimal(cell)
    if isinstance(cell, float) and cell == cell and abs(cell) != float("inf"):
        return Decimal(float_text(cell))
    raise CellError(code)


def _unsigned(cell: str, code: str) -> tuple[str, bool]:
    """The text without sign, currency and outer blanks, and whether it is negative."""
    if len(cell) > 60:
        raise CellError(code)
    text = cell.translate(_MINUS).strip(" \t\u00a0\u202f'")
    negative = False
    if text.startswith("(") and text.endswith(")"):
        text, negative = text[1:-1], True
    text = _TAX.sub("", text)
    text = _CURRENCY.sub("", text, count=1).strip()
    if text.startswith("(") and text.endswith(")"):
        text, negative = text[1:-1].strip(), True
    if text[:1] in ("-", "+"):
        negative = negative or text[0] == "-"
        text = text[1:].strip()
    elif text[-1:] == "-":
        negative, text = True, text[:-1].strip()
    return text, negative


def _with_point(text: str, decimal: DecimalMark | None, code: str) -> str:
    """`text` of digits, points and commas, with the decimal mark made a point and groups joined."""
    commas, points = text.count(","), text.count(".")
    if commas and points:
        mark = "," if text.rfind(",") > text.rfind(".") else "."
        group = "." if mark == "," else ","
        whole, _, fraction = text.partition(mark) if text.count(mark) == 1 else (text, "", "x")
        if fraction == "x" or group in fraction or not _GROUPED[group].fullmatch(whole):
            raise CellError(code)
        return f"{whole.replace(group, '')}.{fraction}"
    mark = "," if commas else "."
    if commas + points > 1:
        if not _GROUPED[mark].fullmatch(text):
            raise CellError(code)
        return text.replace(mark, "")
    if commas + points == 1 and _GROUPED[mark].fullmatch(text) and decimal and decimal != mark:
        return text.replace(mark, "") if not text.startswith("0") else text.replace(mark, ".")
    return text.replace(mark, ".")


def _to_decimal(text: str, negative: bool, code: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise CellError(code) from None
    return -number if negative and number else number


def infer_decimal(samples: Iterable[Cell], *, default: DecimalMark = ".") -> DecimalMark:
    """The decimal mark of a column (or of several), from cells whose reading is certain; else `default`.

    A mark is certain when it stands once and is not followed by exactly three digits, or comes after
    the other mark; a repeated mark is a thousands mark.
    """
    votes = {",": 0, ".": 0}
    for cell in samples:
        if type(cell) is not str:
            continue
        text = re.sub(r"[^\d.,]", "", cell)
        commas, points = text.count(","), text.count(".")
        if not text or not (commas or points):
            continue
        if commas and points:
            votes["," if text.rfind(",") > text.rfind(".") else "."] += 1
        elif commas + points > 1:
            votes["." if commas else ","] += 1
        elif not re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", text):
            votes["," if commas else "."] += 1
    if votes[","] == votes["."]:
        return default
    return "," if votes[","] > votes["."] else "."
