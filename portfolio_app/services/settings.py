"""Choices that belong to the book."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import select

from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import Setting
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import FieldSpec, clean
from portfolio_app.storage.book import Book

_COSTS = {name: FieldSpec(name, "money") for name in ("per_hour", "per_visit")}


@dataclass(frozen=True)
class ContactCosts:
    """What time spent on clients costs, in the book's currency; None where it is not known."""

    per_hour: Decimal | None
    per_visit: Decimal | None


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


def costs(book: Book) -> ContactCosts:
    """What an hour of work and a visit (the journey) cost; what cannot be read counts as unknown."""
    return ContactCosts(*(_as_cost(get_setting(book, f"cost_{name}")) for name in _COSTS))


def set_costs(book: Book, per_hour: Any, per_visit: Any) -> Changes:
    """Say what an hour and a visit cost, None for unknown. Raises `InvalidValueError`."""
    cleaned = clean({"per_hour": per_hour, "per_visit": per_visit}, _COSTS)
    for name, cost in cleaned.items():
        if cost is not None and cost < 0:
            raise InvalidValueError("out_of_range", field=name, value=cost, allowed="≥ 0")
    with book.step("update_setting", key="costs") as step:
        for name, cost in cleaned.items():
            key = f"cost_{name}"
            setting = step.session.scalars(select(Setting).where(Setting.key == key)).first()
            if cost is None:
                if setting is not None:
                    step.session.delete(setting)
            elif setting is None:
                step.session.add(Setting(key=key, value=f"{cost:f}"))
            else:
                setting.value = f"{cost:f}"
    return step.changes


def _as_cost(stored: Any) -> Decimal | None:
    try:
        cost = Decimal(str(stored)) if stored is not None else None
    except InvalidOperation:
        return None
    return cost if cost is not None and cost.is_finite() and cost >= 0 else None
