"""The columns of the per-client table, each with its meaning, unit, formula and source.

Read by the table itself, by the rule parser (what may be compared with what), by the interface (what a
figure means) and by the exports (how to write it).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["money", "int", "ratio", "date", "text"]


@dataclass(frozen=True)
class Column:
    """One indicator. `kind` says how to read its values:

    money: money units, int64, or float64 where it may be missing. int: a whole number, float64 where it
    may be missing. ratio: float64, a fraction of one or a plain factor. date: datetime64. text: "" when
    missing. A missing number is NaN, a missing date NaT.
    """

    name: str
    kind: Kind
    meaning: str
    unit: str
    formula: str
    source: str


def _table(*rows: tuple[str, Kind, str, str, str, str]) -> dict[str, Column]:
    return {row[0]: Column(*row) for row in rows}


COLUMNS: dict[str, Column] = _table(
    ("client_reference", "text", "the user's own number for the client", "", "as entered", "clients"),
    ("client_name", "text", "name of the client", "", "as entered", "clients"),
    ("status", "text", "prospect, active or former", "", "as entered", "clients"),
    ("kind", "text", "organisation or person", "", "as entered", "clients"),
    ("sector", "text", "line of business", "", "as entered", "clients"),
    ("city", "text", "city of the client's address", "", "as entered", "clients"),
    ("postcode", "text", "postcode of the client's address", "", "as entered", "clients"),
    ("country", "text", "country of the client's address", "", "as entered", "clients"),
    ("created_on", "date", "day the client came into the book", "date", "as recorded", "clients"),
    ("first_sale", "date", "first purchase day", "date", "first day with a total above zero", "sales"),
    ("last_sale", "date", "latest purchase day", "date", "last day with a total above zero", "sales"),
    ("recency_days", "int", "time since the latest purchase", "days", "as_of - last_sale", "sales"),
    (
        "tenure_days", "int", "time since the relationship began", "days",
        "as_of - the earlier of client_since and first_sale", "clients, sales",
    ),
    ("order_days", "int", "purchase days ever", "days", "days with a total above zero", "sales"),
    (
        "orders", "int", "orders ever", "orders",
        "distinct order references, or days without a reference, having a line that is not negative", "sales",
    ),
    ("orders_window", "int", "orders in the window", "orders", "as orders, in the window", "sales"),
    ("orders_previous", "int", "orders in the previous window", "orders", "as orders, before it", "sales"),
    ("revenue", "money", "revenue ever, net of returns", "money units", "sum of amounts", "sales"),
    (
        "revenue_window", "money", "revenue in the window, net of returns", "money units",
        "sum of amounts dated in (as_of - window, as_of]", "sales",
    ),
    (
        "revenue_previous", "money", "revenue in the previous window", "money units",
        "sum of amounts dated in (as_of - 2 windows, as_of - window]", "sales",
    ),
    (
        "growth", "ratio", "change of revenue against the previous window", "fraction",
        "(revenue_window - revenue_previous) / revenue_previous; missing unless that is above zero", "sales",
    ),
    (
        "margin_window", "money", "margin in the window, where the cost is known", "money units",
        "sum of (amount - cost) over the window's lines with a known cost", "sales",
    ),
    (
        "margin_known_window", "money", "revenue in the window whose cost is known", "money units",
        "sum of amounts over the window's lines with a known cost", "sales",
    ),
    (
        "margin_rate", "ratio", "margin as a part of the revenue it was made on", "fraction",
        "margin_window / margin_known_window; missing when that is not above zero", "sales",
    ),
    (
        "average_basket", "money", "average order in the window", "money units",
        "revenue_window / orders_window; missing without an order", "sales",
    ),
    (
        "share", "ratio", "part of the book's revenue in the window", "fraction",
        "revenue_window / sum of revenue_window; missing when that sum is not above zero", "sales",
    ),
    (
        "rank", "int", "place by revenue in the window, 1 the largest", "rank",
        "order of revenue_window among clients with a sale in the window; ties by reference or name",
        "sales",
    ),
    (
        "cumulative_share", "ratio", "share of this client and all larger ones", "fraction",
        "running sum of share in rank order; missing without a sale in the window", "sales",
    ),
    (
        "abc_rank", "text", "ABC class by number of clients, 20/20/60 %", "A, B, C",
        "A the first ceil(0.2 n) by rank, A+B the first ceil(0.4 n)", "sales",
    ),
    (
        "abc_revenue", "text", "ABC class by revenue, 60/30/10 %", "A, B, C",
        "A while the cumulative share before the client is < 60 %, B while < 90 %", "sales",
    ),
    (
        "typical_gap_days", "ratio", "the client's own buying rhythm", "days",
        "(last_sale - first_sale) / (order_days - 1); missing below two purchase days", "sales",
    ),
    (
        "lateness", "ratio", "silence measured in the client's own rhythm", "times",
        "recency_days / typical_gap_days", "sales",
    ),
    ("touches", "int", "touches ever", "touches", "interactions noted", "touches"),
    ("touches_window", "int", "touches in the window", "touches", "as touches, in the window", "touches"),
    ("last_touch", "date", "latest touch", "date", "last interaction or completed follow-up", "touches"),
    ("days_since_touch", "int", "time since the latest touch", "days", "as_of - last_touch", "touches"),
    ("minutes_window", "int", "time spent in the window", "minutes", "sum of minutes noted", "touches"),
    ("complaints", "int", "complaints ever", "complaints", "count", "touches"),
    ("complaints_open", "int", "complaints not yet resolved", "complaints", "count", "touches"),
    (
        "oldest_open_complaint", "date", "day of the oldest complaint not yet resolved", "date",
        "earliest day among the open complaints", "touches",
    ),
    ("next_due", "date", "earliest planned follow-up", "date", "first due_on, open or waiting", "follow_ups"),
)  # fmt: skip


def describe_columns() -> str:
    """The columns as lines of text, for docstrings and help."""
    lines = []
    for column in COLUMNS.values():
        unit = f" ({column.unit})" if column.unit else ""
        lines.append(f"- {column.name}: {column.meaning}{unit} = {column.formula} [{column.source}]")
    return "\n".join(lines)
