"""What is spent on winning clients, source by source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import Spending
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import SPENDING_FIELDS, clean
from portfolio_app.services.records import assign, get
from portfolio_app.storage.book import Book


@dataclass(frozen=True)
class SpendingLine:
    """One amount spent through a source (as `Client.source` names it), on a day or in its month."""

    id: int
    on: date
    source: str
    amount: Decimal
    notes: str


def spending_lines(book: Book) -> list[SpendingLine]:
    """All that was noted, the newest first."""
    with book.read_session() as session:
        rows = session.scalars(select(Spending).order_by(Spending.on.desc(), Spending.id.desc()))
        return [SpendingLine(row.id, row.on, row.source, row.amount, row.notes) for row in rows]


def sources(book: Book) -> list[str]:
    """The sources that clients or spending name, in alphabetical order, to propose while one is typed."""
    sql = "SELECT source FROM client WHERE source <> '' UNION SELECT source FROM spending ORDER BY 1"
    with book.read() as connection:
        found = [row[0] for row in connection.exec_driver_sql(sql)]
    return sorted(found, key=str.casefold)


def add_spending(book: Book, values: Mapping[str, Any]) -> Changes:
    """Note an amount spent. `changes.created["spending"]` holds its id. Raises `InvalidValueError`."""
    cleaned = _clean({"on": book.today(), **values}, whole=True)
    with book.step("add_spending") as step:
        step.session.add(Spending(created_at=step.now, **cleaned))
    return step.changes


def update_spending(book: Book, spending_id: int, values: Mapping[str, Any]) -> Changes:
    """Correct an amount. Raises `InvalidValueError`, `NotFoundError`."""
    cleaned = _clean(values)
    with book.step("update_spending") as step:
        assign(get(step.session, Spending, spending_id), cleaned)
    return step.changes


def delete_spending(book: Book, spending_id: int) -> Changes:
    """Remove an amount. Raises `NotFoundError`."""
    with book.step("delete_spending") as step:
        step.session.delete(get(step.session, Spending, spending_id))
    return step.changes


def _clean(values: Mapping[str, Any], *, whole: bool = False) -> dict[str, Any]:
    cleaned = clean(values, SPENDING_FIELDS, whole=whole)
    amount = cleaned.get("amount")
    if amount is not None and amount < 0:
        raise InvalidValueError("out_of_range", field="amount", value=amount, allowed="≥ 0")
    return cleaned
