"""What people type in a field, read the way their language writes it, and written back for editing.

A text that cannot be read is handed on as it is: the service refuses it with the sentence to show.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QDate

from portfolio_app.ui import i18n

YES, NO = "yes", "no"
"""How a field of type "yes_no" stands in its editor."""

_GROUPS = re.compile(r"[\s\u00a0\u202f'’]")
_CURRENCY = re.compile(r"^[^\d+\-−.,]+|[^\d.,]+$")


def read_day(text: str, today: date) -> date | str:
    """A day from "31/3/2026", "31/3/26", "31/3" (this year), "2026-03-31" or the locale's own short form."""
    typed = text.strip()
    try:
        return date.fromisoformat(typed)
    except ValueError:
        pass
    parts = re.fullmatch(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?", typed)
    if parts is None:
        shown = i18n.locale().toDate(typed, i18n.locale().FormatType.ShortFormat)
        return _python_date(shown) if shown.isValid() else typed
    first, second, year = int(parts[1]), int(parts[2]), parts[3]
    day, month = (second, first) if _month_first() else (first, second)
    full_year = today.year if year is None else int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(full_year, month, day)
    except ValueError:
        return typed


def read_time(text: str) -> str:
    """A time of the day as "14:30" from "14:30", "14h30", "14 h", "9", "2.30 pm"; other texts as they are."""
    typed = text.strip()
    parts = re.fullmatch(r"(\d{1,2})(?:\s*[:hH.]\s*(\d{2})?)?\s*([aApP])?(?:\.?[mM]\.?)?", typed)
    if parts is None:
        return typed
    hour, minute, half = int(parts[1]), int(parts[2] or 0), (parts[3] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else typed


def write_day(day: date | None) -> str:
    """A day as it can be typed, with four figures for the year; nothing for None."""
    return i18n.short_date(day) if day is not None else ""


def read_decimal(text: str) -> Decimal | str | None:
    """An amount or quantity from "1 234,50", "1,234.50", "€ -12.5"; None for nothing."""
    typed = text.strip()
    if not typed:
        return None
    bare = _CURRENCY.sub("", _GROUPS.sub("", typed)).replace("−", "-")
    dot, comma = bare.rfind("."), bare.rfind(",")
    if dot >= 0 and comma >= 0:
        group = "." if comma > dot else ","
        bare = bare.replace(group, "")
    elif comma >= 0 and i18n.locale().groupSeparator() == "," and re.fullmatch(r"-?\d{1,3}(,\d{3})+", bare):
        bare = bare.replace(",", "")
    try:
        number = Decimal(bare.replace(",", "."))
    except InvalidOperation:
        return typed
    return number if number.is_finite() else typed


def write_decimal(number: Decimal | None) -> str:
    """A number as it can be typed: no groups, the locale's decimal sign, no more decimals than it has."""
    if number is None:
        return ""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", i18n.locale().decimalPoint())


def read_tags(text: str) -> list[str]:
    """Words between commas or semicolons."""
    return [tag for part in re.split(r"[,;\n]", text) if (tag := " ".join(part.split()))]


def write_value(value: Any, kind: str) -> str:
    """Any field's value as text, by the type of the field."""
    if value is None:
        return ""
    if kind == "date":
        return write_day(value)
    if kind in ("money", "quantity"):
        return write_decimal(value)
    if kind == "number":
        return write_decimal(Decimal(repr(value)))
    if kind == "yes_no":
        return YES if value else NO
    return ", ".join(value) if kind == "tags" else str(value)


def read_value(text: str, kind: str, today: date) -> Any:
    """The value a typed text means, by the type of the field; the text itself where it means none."""
    if kind == "date":
        return read_day(text, today) if text.strip() else None
    if kind in ("money", "quantity", "number"):
        return read_decimal(text)
    if kind == "yes_no":
        return text == YES if text else None
    if kind == "tags":
        return read_tags(text)
    return text


def _month_first() -> bool:
    pattern = i18n.locale().dateFormat(i18n.locale().FormatType.ShortFormat)
    return pattern.find("M") < pattern.find("d")


def _python_date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
