"""The columns of the per-client table, each with its meaning, unit, formula and source.

Read by the table itself, by the rule parser (what may be compared with what), by the interface (what a
figure means) and by the exports (how to write it).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from portfolio_app.analysis.frames import CustomColumn

Kind = Literal["money", "int", "ratio", "date", "text", "list", "flag"]
CUSTOM = "custom."
"""What the name of a column for one of the book's own fields begins with; its code follows."""
LATE, VERY_LATE = 0.10, 0.025
"""Below these chances of being mere chance a silence is late, and very late; see the column p_overdue."""


@dataclass(frozen=True)
class Column:
    """One indicator. `kind` says how to read its values:

    money: money units, int64, or float64 where it may be missing. int: a whole number, float64 where it
    may be missing. ratio: float64, a fraction of one or a plain number. date: datetime64. text: "" when
    missing. list: a tuple of texts, () when missing. flag: float64, 1 for yes and 0 for no. A missing
    number or flag is NaN, a missing date NaT. Of a field that the user added, `meaning` is the name they gave
    it and `choices` the words one can choose from, if so.
    """

    name: str
    kind: Kind
    meaning: str
    unit: str
    formula: str
    source: str
    choices: tuple[str, ...] = ()


def _table(*rows: tuple[str, Kind, str, str, str, str]) -> dict[str, Column]:
    return {row[0]: Column(*row) for row in rows}


_DESCRIPTION = _table(
    ("client_reference", "text", "the user's own number for the client", "", "as entered", "clients"),
    ("client_name", "text", "name of the client", "", "as entered", "clients"),
    ("status", "text", "prospect, active or former", "", "as entered", "clients"),
    ("former_reason", "text", "why a former client is one: stopped, closed_down", "", "as entered", "clients"),
    ("kind", "text", "organisation or person", "", "as entered", "clients"),
    ("sector", "text", "line of business", "", "as entered", "clients"),
    ("size", "text", "size of the organisation", "", "as entered", "clients"),
    ("city", "text", "city of the client's address", "", "as entered", "clients"),
    ("postcode", "text", "postcode of the client's address", "", "as entered", "clients"),
    ("region", "text", "region of the client's address", "", "as entered", "clients"),
    ("country", "text", "country of the client's address", "", "as entered", "clients"),
    ("acquisition_source", "text", "where the client came from", "", "as entered", "clients"),
    ("acquisition_cost", "money", "what winning the client cost", "money units", "as entered", "clients"),
    ("tags", "list", "the client's tags", "", "as entered", "clients"),
    ("persona", "text", "typical profile the client belongs to", "", "as entered", "clients"),
    ("needs", "text", "what the client needs", "", "as entered", "clients"),
    ("preferences", "text", "what the client prefers", "", "as entered", "clients"),
    (
        "strategic_role", "text",
        "why a weak client is kept: economies_of_scale, market_entry, future_potential, reference", "",
        "as entered", "clients",
    ),
    ("loyalty_tier", "text", "tier in the loyalty programme", "", "as entered", "clients"),
    ("price_sensitivity", "text", "sensitivity to prices: low, medium, high", "", "as entered", "clients"),
    ("growth_potential", "text", "potential to grow: low, medium, high", "", "as entered", "clients"),
    ("gender", "text", "of a person: female, male, other", "", "as entered", "clients"),
    ("income_band", "text", "income band of a person", "", "as entered", "clients"),
    ("age_years", "int", "age of a person", "years", "full years from the birth date to as_of", "clients"),
    (
        "insolvency_on", "date", "day insolvency proceedings were announced", "date",
        "as entered; missing before that day", "clients",
    ),
    ("client_since", "date", "day the relationship began", "date", "as entered", "clients"),
    ("created_on", "date", "local day the client came into the book", "date", "as recorded", "clients"),
)  # fmt: skip

_SALES = _table(
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
        "trend", "ratio", "direction of revenue within the window", "fraction per twelfth of the window",
        "least-squares slope of the revenue of 12 equal parts of the window / (revenue_window / 12); "
        "missing unless revenue_window is above zero, and without a window of 12 days", "sales",
    ),
    (
        "margin", "money", "margin ever, where the cost is known", "money units",
        "sum of (amount - cost) over the lines with a known cost", "sales",
    ),
    (
        "margin_window", "money", "margin in the window, where the cost is known", "money units",
        "sum of (amount - cost) over the window's lines with a known cost", "sales",
    ),
    (
        "margin_previous", "money", "margin in the previous window, where the cost is known", "money units",
        "as margin_window, in the window before", "sales",
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
)  # fmt: skip

_PLACE = _table(
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
        "clients_before", "ratio", "part of the clients that are larger", "fraction",
        "(rank - 1) / number of ranked clients; below 0.2 for exactly the first ceil(0.2 n)", "sales",
    ),
    (
        "share_before", "ratio", "share of all larger clients", "fraction",
        "cumulative_share of the client one rank before, 0 for the first", "sales",
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
        "pareto", "text", "among the few that make 80 % of the revenue, or not", "vital, other",
        "vital while share_before < 80 %, else other; \"\" without a sale in the window", "sales",
    ),
    ("products", "int", "product breadth ever", "products", "distinct products on lines not negative", "sales"),
    ("products_window", "int", "product breadth", "products", "as products, in the window", "sales"),
    (
        "returns_rate", "ratio", "returns and credits as a part of what was sold in the window", "fraction",
        "- sum of negative amounts / sum of positive amounts; missing when nothing positive was sold", "sales",
    ),
)  # fmt: skip

_RHYTHM = _table(
    (
        "typical_gap_days", "ratio", "the client's own buying rhythm", "days",
        "(last_sale - first_sale) / (order_days - 1); missing below two purchase days", "sales",
    ),
    (
        "gap_spread_days", "ratio", "how irregular that rhythm is", "days",
        "standard deviation (n - 1) of the gaps between purchase days; missing below three gaps", "sales",
    ),
    (
        "lateness", "ratio", "silence measured in the client's own rhythm", "times",
        "recency_days / typical_gap_days, both in seasonal time where the book's season is known", "sales",
    ),
    (
        "p_active", "ratio", "how likely the client still is one", "probability",
        "chance of being active by the model of the book's purchases, from the number of its orders, their "
        "rhythm and the silence since; missing where p_overdue is", "sales",
    ),
    (
        "p_overdue", "ratio", "how unusual the silence is if the client is still active", "probability",
        "chance of a silence that long by the model of the book's purchases, below 0.10 late; missing below "
        "10 clients, 20 repeat orders or two median gaps of history", "sales",
    ),
    (
        "expected_next", "date", "when the next order is expected, which may be past", "date",
        "last_sale + the mean gap by the same model; missing where p_overdue is, or no mean exists", "sales",
    ),
)  # fmt: skip

_PAYMENT = _table(
    (
        "unpaid", "money", "what the client still has to pay", "money units",
        "sum of amounts with a due date, not paid on as_of; missing without a line that has one", "sales",
    ),
    (
        "overdue_amount", "money", "what should have been paid already", "money units",
        "sum of the unpaid amounts due before as_of; missing where unpaid is", "sales",
    ),
    (
        "overdue_days", "int", "how long the oldest overdue line has been so", "days",
        "as_of - due date of the oldest overdue line above zero; missing unless overdue_amount is above zero",
        "sales",
    ),
    (
        "payment_delay_days", "ratio", "how late the client pays, weighted by amount; early is negative", "days",
        "sum of amount x (paid_on - due_on) / sum of amount, over the lines above zero paid in the window",
        "sales",
    ),
)  # fmt: skip

_SCORES = _table(
    (
        "recency_score", "int", "RFM score by last_sale, 5 the most recent fifth", "1 to 5",
        "by rank among all who bought, ties share the better; thirds as 1, 3, 5 below 50 buyers; "
        "missing below 15", "sales",
    ),
    ("frequency_score", "int", "RFM score by orders ever", "1 to 5", "as recency_score, by orders", "sales"),
    (
        "monetary_score", "int", "RFM score by value", "1 to 5",
        "as recency_score, by margin + (revenue - revenue of known cost) x the margin rate of the whole book; "
        "by revenue while that rate is not above zero", "sales",
    ),
)  # fmt: skip

_RELATION = _table(
    ("touches", "int", "touches ever", "touches", "interactions noted", "touches"),
    ("touches_window", "int", "touches in the window", "touches", "as touches, in the window", "touches"),
    ("minutes", "int", "time spent ever", "minutes", "sum of minutes noted", "touches"),
    ("minutes_window", "int", "time spent in the window", "minutes", "sum of minutes noted", "touches"),
    ("visits_window", "int", "visits in the window", "visits", "touches of the kind visit", "touches"),
    ("last_touch", "date", "latest touch", "date", "last interaction or completed follow-up", "touches"),
    ("days_since_touch", "int", "time since the latest touch", "days", "as_of - last_touch", "touches"),
    ("complaints", "int", "complaints ever", "complaints", "count", "touches"),
    ("complaints_open", "int", "complaints not yet resolved", "complaints", "count", "touches"),
    (
        "oldest_open_complaint", "date", "day of the oldest complaint not yet resolved", "date",
        "earliest day among the open complaints", "touches",
    ),
    ("survey_answers", "int", "survey answers ever", "answers", "count", "surveys"),
    ("nps_last", "int", "latest answer: would recommend us", "0 to 10", "score of the latest", "surveys"),
    ("nps_mean", "ratio", "average answer: would recommend us", "0 to 10", "mean of all scores", "surveys"),
    ("csat_last", "int", "latest answer: how satisfied", "1 to 5", "score of the latest", "surveys"),
    ("csat_mean", "ratio", "average answer: how satisfied", "1 to 5", "mean of all scores", "surveys"),
    ("deals_open", "int", "deals neither won nor lost yet", "deals", "opened by as_of, closed later", "deals"),
    (
        "deals_open_amount", "money", "worth of the open deals", "money units",
        "sum of the amounts known", "deals",
    ),
    (
        "cost_to_serve_window", "money", "what serving the client cost in the window", "money units",
        "minutes_window / 60 x cost per hour + visits_window x (cost per visit + visit_km x cost per kilometre) "
        "+ orders_window x cost per order; missing when none of these costs is set, one that is not counts as zero",
        "clients, sales, touches, settings",
    ),
    (
        "net_result_window", "money", "what the client leaves once served", "money units",
        "margin_window - cost_to_serve_window; missing where the cost of a line of the window is not "
        "known, or the cost to serve", "clients, sales, touches, settings",
    ),
    ("next_due", "date", "earliest planned follow-up", "date", "first due_on, open or waiting", "follow_ups"),
)  # fmt: skip

COLUMNS: dict[str, Column] = _DESCRIPTION | _SALES | _PLACE | _RHYTHM | _PAYMENT | _SCORES | _RELATION

_CUSTOM_KINDS: dict[str, tuple[Kind, str]] = {
    "text": ("text", ""),
    "number": ("ratio", "number"),
    "date": ("date", "date"),
    "choice": ("text", ""),
    "yes_no": ("flag", ""),
}


def custom_columns(customs: Iterable[CustomColumn]) -> dict[str, Column]:
    """The columns of the book's own fields, each named `custom.<code>`."""
    found: dict[str, Column] = {}
    for custom in customs:
        kind, unit = _CUSTOM_KINDS[custom.type]
        found[custom.column] = Column(
            custom.column, kind, custom.name, unit, "as entered", "clients", custom.choices
        )
    return found


def catalogue(customs: Iterable[CustomColumn] = ()) -> dict[str, Column]:
    """Every column of a book with these fields of its own."""
    return COLUMNS | custom_columns(customs)


def describe_columns() -> str:
    """The columns as lines of text, for docstrings and help."""
    lines = []
    for column in COLUMNS.values():
        unit = f" ({column.unit})" if column.unit else ""
        lines.append(f"- {column.name}: {column.meaning}{unit} = {column.formula} [{column.source}]")
    return "\n".join(lines)
