"""The declarative base and the column types that give records their Python values."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, BigInteger, MetaData, String, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase

from portfolio_app.models.money import from_thousandths, from_units, to_thousandths, to_units

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of every entity."""

    metadata = MetaData(naming_convention=NAMING)


def read_json(stored: object) -> Any:
    """What a JSON column holds, of any book whoever wrote it: the stored value itself where it is no JSON.

    Nor is what could not be written as JSON again: not-a-number, infinity, nesting beyond what can be read.
    """
    # SQLite keeps a bare number in such a column as a number.
    if not isinstance(stored, str):
        return stored
    try:
        found = json.loads(stored)
        json.dumps(found, allow_nan=False)
    except (ValueError, RecursionError):
        return stored
    return found


class Json(JSON):
    """Texts in a list, a dict or, for `object`, anything, as JSON in the database; see `read_json`.

    Where the value is not of that kind it reads as an empty one; of a list only the texts count.
    """

    def __init__(self, kind: type = object, none_as_null: bool = False) -> None:
        super().__init__(none_as_null)
        self.kind = kind

    def adapt(self, cls: Any, **kw: Any) -> Any:
        # SQLite's own way of reading raises where the text is no JSON.
        return Json(self.kind, self.none_as_null)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        return self.read

    def read(self, stored: object) -> Any:
        """A stored value as Python has it."""
        found = read_json(stored)
        if self.kind is object:
            return found
        if not isinstance(found, self.kind):
            return self.kind()
        return [part for part in found if isinstance(part, str)] if isinstance(found, list) else found


class Money(TypeDecorator[Decimal]):
    """`Decimal` currency units in Python, integer money units (millionths) in the database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else to_units(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else from_units(value)


class Quantity(TypeDecorator[Decimal]):
    """`Decimal` in Python, integer thousandths in the database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else to_thousandths(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else from_thousandths(value)


class Instant(TypeDecorator[datetime]):
    """An aware UTC `datetime` in Python, `2026-11-22T14:05:09Z` in the database."""

    impl = String(20)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else instant_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


def instant_text(value: datetime) -> str:
    """How an aware instant is stored: UTC, to the second."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
