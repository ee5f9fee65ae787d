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

_COSTS = {
    name: FieldSpec(name, "money") for name in ("per_hour", "per_visit", "per_km", "per_order", "fixed_month")
}
_AS_BEFORE: Any = object()


@dataclass(frozen=True)
class ContactCosts:
    """What serving clients costs, in the book's currency; None where it is not known.

    An hour of work, a visit and a kilometre of the way to it, an order's delivery; and what a month costs whatever
    is sold.
    """

    per_hour: Decimal | None
    per_visit: Decimal | None
    per_km: Decimal | None = None
    per_order: Decimal | None = None
    fixed_month: Decimal | None = None


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
    """What serving clients costs; what cannot be read counts as unknown."""
    return ContactCosts(*(_as_cost(get_setting(book, f"cost_{name}")) for name in _COSTS))


def set_costs(
    book: Book,
    per_hour: Any = _AS_BEFORE,
    per_visit: Any = _AS_BEFORE,
    per_km: Any = _AS_BEFORE,
    per_order: Any = _AS_BEFORE,
    fixed_month: Any = _AS_BEFORE,
) -> Changes:
    """Say what some of `ContactCosts` are, None for unknown; the others stay. Raises `InvalidValueError`."""
    given = dict(zip(_COSTS, (per_hour, per_visit, per_km, per_order, fixed_month), strict=True))
    cleaned = clean({name: cost for name, cost in given.items() if cost is not _AS_BEFORE}, _COSTS)
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
