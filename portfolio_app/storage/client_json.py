"""The lists and values that records hold as JSON, read so that what is not of the right type counts as missing."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from portfolio_app.models.base import read_json

if TYPE_CHECKING:
    from portfolio_app.analysis.frames import CustomColumn

T = TypeVar("T")


def read(stored: object, kind: type[T]) -> T:
    """What a JSON column says if it is of that kind, else an empty one."""
    found = read_json(stored)
    return found if isinstance(found, kind) else kind()


def texts_of(stored: object) -> list[str]:
    """The texts in a list that is stored as JSON, such as tags or choices."""
    return [part for part in read(stored, list) if isinstance(part, str)]


def tags(texts: list[str]) -> Any:
    """A column of tuples from the clients' lists of tags."""
    import numpy as np

    known = {text: tuple(texts_of(text)) for text in set(texts)}
    found = np.empty(len(texts), dtype=object)
    found[:] = [known[text] for text in texts]
    return found


def custom_values(texts: list[str], customs: tuple[CustomColumn, ...]) -> dict[str, Any]:
    """A column of values per custom field, from the clients' JSON; a value of the wrong type is missing."""
    import pandas as pd

    from portfolio_app.analysis.frames import CUSTOM_TYPES

    empty: dict[str, Any] = {}
    rows = [read(text, dict) if text != "{}" else empty for text in texts] if customs else []
    return {
        field.column: pd.array(
            [_READERS[field.type](row.get(field.code)) for row in rows], dtype=CUSTOM_TYPES[field.type]
        )
        for field in customs
    }


def _as_text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _as_number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return math.nan
    try:
        number = float(value)
    except OverflowError:
        return math.nan
    return number if math.isfinite(number) else math.nan


def _as_day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _as_flag(value: object) -> float:
    return float(value) if isinstance(value, bool) else math.nan


_READERS: dict[str, Callable[[object], Any]] = {
    "text": _as_text,
    "number": _as_number,
    "date": _as_day,
    "choice": _as_text,
    "yes_no": _as_flag,
}
