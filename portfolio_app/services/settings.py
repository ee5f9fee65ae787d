"""Choices that belong to the book."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import select

from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import Setting
from portfolio_app.services.changes import Changes
from portfolio_app.storage.book import Book


def get_setting(book: Book, key: str, default: Any = None) -> Any:
    """A setting's value."""
    with book.read_session() as session:
        setting = session.scalars(select(Setting).where(Setting.key == key)).first()
        return default if setting is None else setting.value


def set_currency(book: Book, currency: str) -> Changes:
    """Say which currency the book's amounts are in; amounts themselves do not change.

    Raises `InvalidValueError` "bad_currency".
    """
    if not re.fullmatch(r"[A-Za-z]{3}", currency):
        raise InvalidValueError("bad_currency", value=currency)
    with book.step("update_setting", key="currency") as step:
        setting = step.session.scalars(select(Setting).where(Setting.key == "currency")).one()
        setting.value = currency.upper()
    return step.changes
