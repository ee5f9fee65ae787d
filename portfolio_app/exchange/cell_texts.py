"""Typed cells as texts of a file, French or English: plain ones that programs read again, or as people write them."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from portfolio_app.exchange.workbook_content import SYMBOLS, CellKind
from portfolio_app.models.money import MONEY_SCALE

Text = Callable[[Any], str]
_NARROW, _NBSP = "\u202f", "\u00a0"
_EXACT = 15
"""Digits of a number that mean something."""


def is_empty(value: Any) -> bool:
    """Whether a cell holds nothing: None, "", not-a-number, no date."""
    if value is None or value == "":
        return True
    if isinstance(value, float):
        return not math.isfinite(value)
    # pandas' NaT is the only date that differs from itself.
    return bool(value != value)


def plain_text(kind: CellKind, language: str) -> Text:
    """What writes cells of a kind for other programs: 1234,5 in French, 1234.5 in English, days as 2026-11-22."""
    mark = "," if language == "fr" else "."
    percent = f"{_NBSP}%" if language == "fr" else "%"

    def write(value: Any) -> str:
        if is_empty(value):
            return ""
        number = _number(value, kind)
        if number is None:
            return _day(value).isoformat() if kind == "date" else str(value)
        text = f"{number:f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        if kind == "money" and "." in text:
            text += "0" * (2 - len(text.partition(".")[2]))
        return text.replace(".", mark) + (percent if kind == "percent" else "")

    return write


def read_text(kind: CellKind, language: str, currency: str) -> Text:
    """What writes cells of a kind for readers: 1 234,50 €, 22/11/2026 in French, €1,234.50, 2026-11-22 in English."""
    french = language == "fr"
    decimals = {"money": 2, "percent": 1}.get(kind)

    def write(value: Any) -> str:
        if is_empty(value):
            return ""
        number = _number(value, kind)
        if number is None:
            if kind != "date":
                return str(value)
            # In English 03/04 is another day on each side of the ocean.
            return f"{_day(value):%d/%m/%Y}" if french else _day(value).isoformat()
        digits = decimals
        if digits is None:
            digits = min(3, max(0, -int(number.normalize().as_tuple().exponent)))
        rounded = number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_EVEN)
        text = f"{abs(rounded):,.{digits}f}"
        if french:
            text = text.replace(",", _NARROW).replace(".", ",")
        sign = "−" if rounded < 0 else ""
        if kind == "percent":
            return f"{sign}{text}{_NARROW}%" if french else f"{sign}{text}%"
        if kind == "money":
            symbol = SYMBOLS.get(currency, currency)
            return f"{sign}{text}{_NBSP}{symbol}" if french or len(symbol) > 1 else f"{sign}{symbol}{text}"
        return sign + text

    return write


def _number(value: Any, kind: CellKind) -> Decimal | None:
    """The number a cell shows; None for texts and days."""
    if kind in ("text", "date") or isinstance(value, (str, date)):
        return None
    if isinstance(value, Decimal):
        number = value
    else:
        # Of a float, what was meant: 0.1, not all the digits it is made of.
        number = (
            Decimal(int(value)) if float(value).is_integer() else Decimal(format(float(value), f".{_EXACT}g"))
        )
    if kind == "money":
        return number / MONEY_SCALE
    if kind == "quantity":
        return number / 1000
    if kind == "percent":
        return number * 100
    return number


def _day(value: Any) -> date:
    """The day of whatever is a day: date, datetime, pandas' Timestamp, numpy's datetime64."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return date.fromisoformat(str(value)[:10])
