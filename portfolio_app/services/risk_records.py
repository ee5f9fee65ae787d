"""The records a sign of risk was read from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, text

from portfolio_app.services.portfolio import WINDOW_DAYS

MOST = 4
"""So many records are named; the others are counted."""


@dataclass(frozen=True)
class Record:
    """One record: its kind ("sale", "interaction", "survey_answer", "client"), day, and what it says.

    `text`: an order reference, a subject, a comment, as the user wrote it. `amount`: money units; `days`: how late.
    """

    kind: str
    id: int
    on: date
    text: str
    amount: int | None = None
    days: int | None = None


_UNPAID = """
SELECT id, due_on, order_reference, amount, CAST(julianday(:today) - julianday(due_on) AS INTEGER)
FROM sale
WHERE client_id = :client AND date <= :today AND due_on < :today AND (paid_on IS NULL OR paid_on > :today)
ORDER BY due_on, id
"""
_OWED = _UNPAID.replace("due_on < :today", "due_on IS NOT NULL")
_PAID_LATE = """
SELECT id, date, order_reference, amount, CAST(julianday(paid_on) - julianday(due_on) AS INTEGER) AS late
FROM sale
WHERE client_id = :client AND date <= :today AND paid_on <= :today AND paid_on > :start AND paid_on > due_on
      AND amount > 0
ORDER BY late DESC, id
"""
_RETURNS = """
SELECT id, date, order_reference, amount, NULL FROM sale
WHERE client_id = :client AND date <= :today AND date > :start AND amount < 0 ORDER BY date DESC, id DESC
"""
_BELOW_COST = """
SELECT id, date, order_reference, amount - cost, NULL FROM sale
WHERE client_id = :client AND date <= :today AND date > :start AND cost > amount ORDER BY amount - cost, id
"""
_ORDERS = """
SELECT min(id), date, max(order_reference), sum(amount), NULL FROM sale
WHERE client_id = :client AND date <= :today GROUP BY date HAVING sum(amount) > 0 ORDER BY date DESC
"""
_RECENT_ORDERS = _ORDERS.replace("<= :today", "<= :today AND date > :start")
_ORDERS_OF_BOTH = _ORDERS.replace("<= :today", "<= :today AND date > :before")
_COMPLAINTS = """
SELECT id, "on", subject, NULL, NULL FROM interaction
WHERE client_id = :client AND kind = 'complaint' AND "on" <= :today
      AND (resolved_on IS NULL OR resolved_on > :today) ORDER BY "on", id
"""
_TOUCHES = """
SELECT id, "on", subject, NULL, NULL FROM interaction
WHERE client_id = :client AND "on" <= :today AND "on" > :start AND (minutes > 0 OR kind = 'visit')
ORDER BY coalesce(minutes, 0) DESC, id
"""
_ANSWERS = """
SELECT id, "on", comment, NULL, NULL FROM survey_answer
WHERE client_id = :client AND "on" <= :today ORDER BY "on" DESC, id DESC
"""

_BEHIND: dict[str, tuple[str, str]] = {
    "share": ("sale", _RECENT_ORDERS),
    "loss": ("interaction", _TOUCHES),
    "below_cost": ("sale", _BELOW_COST),
    "thin": ("interaction", _TOUCHES),
    "effort": ("interaction", _TOUCHES),
    "returns": ("sale", _RETURNS),
    "rhythm": ("sale", _ORDERS),
    "falling": ("sale", _ORDERS_OF_BOTH),
    "complaint": ("interaction", _COMPLAINTS),
    "satisfaction": ("survey_answer", _ANSWERS),
    "announced": ("sale", _OWED),
    "overdue": ("sale", _UNPAID),
    "slow": ("sale", _PAID_LATE),
}


def records_behind(
    connection: Connection, code: str, client_id: int, as_of: date
) -> tuple[tuple[Record, ...], int]:
    """The records behind a sign of a client, the most telling first, and how many there are in all.

    Of the orders one per purchase day, with its total. "price" rests on the client's own record alone: none.
    """
    if code not in _BEHIND:
        return (), 0
    kind, sql = _BEHIND[code]
    asked = {
        "client": client_id,
        "today": as_of.isoformat(),
        "start": (as_of - timedelta(days=WINDOW_DAYS)).isoformat(),
        "before": (as_of - timedelta(days=2 * WINDOW_DAYS)).isoformat(),
    }
    rows = connection.execute(text(f"SELECT *, count(*) OVER () FROM ({sql}) LIMIT {MOST}"), asked).all()
    found = tuple(
        Record(kind, row[0], date.fromisoformat(row[1]), row[2] or "", row[3], row[4]) for row in rows
    )
    return found, int(rows[0][5]) if rows else 0
