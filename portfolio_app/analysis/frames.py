"""What analysis reads of a book: typed tables, and figures that are worked out when they are asked for.

Money is int64 money units (millionths of the book's currency unit). Dates are datetime64 without a time,
NaT when missing. Text is "" when unknown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial

import numpy as np
import pandas as pd

from portfolio_app.analysis.columns import CUSTOM

TEXT = "str"
DATE = "datetime64[s]"
INTEGER = "int64"
NUMBER = "float64"
LIST = "object"

CLIENT_COLUMNS: dict[str, str] = {
    "client_id": INTEGER,
    "client_reference": TEXT,
    "client_name": TEXT,
    "status": TEXT,
    "former_reason": TEXT,
    "kind": TEXT,
    "sector": TEXT,
    "size": TEXT,
    "city": TEXT,
    "postcode": TEXT,
    "region": TEXT,
    "country": TEXT,
    "acquisition_source": TEXT,
    "acquisition_cost": NUMBER,
    "tags": LIST,
    "persona": TEXT,
    "needs": TEXT,
    "preferences": TEXT,
    "strategic_role": TEXT,
    "loyalty_tier": TEXT,
    "price_sensitivity": TEXT,
    "growth_potential": TEXT,
    "gender": TEXT,
    "income_band": TEXT,
    "birth_date": DATE,
    "insolvency_on": DATE,
    "client_since": DATE,
    "created_on": DATE,
    "cadence_ideal_days": "Int64",
    "cadence_max_days": "Int64",
    "reachable": INTEGER,
    "visit_km": NUMBER,
}
SALES_COLUMNS: dict[str, str] = {
    "client_id": INTEGER,
    "first_sale": DATE,
    "last_sale": DATE,
    "order_days": INTEGER,
    "orders": INTEGER,
    "orders_window": INTEGER,
    "orders_previous": INTEGER,
    "revenue": INTEGER,
    "revenue_window": INTEGER,
    "revenue_previous": INTEGER,
    "margin": INTEGER,
    "margin_window": INTEGER,
    "margin_previous": INTEGER,
    "margin_known": INTEGER,
    "margin_known_window": INTEGER,
    "cost_unknown_window": INTEGER,
}
BREADTH_COLUMNS: dict[str, str] = {"client_id": INTEGER, "products": INTEGER, "products_window": INTEGER}
TREND_COLUMNS: dict[str, str] = {"client_id": INTEGER, "trend": NUMBER, "returns_rate": NUMBER}
PAYMENT_COLUMNS: dict[str, str] = {
    "client_id": INTEGER,
    "unpaid": NUMBER,
    "overdue_amount": NUMBER,
    "overdue_days": NUMBER,
    "payment_delay_days": NUMBER,
}
RHYTHM_COLUMNS: dict[str, str] = {
    "client_id": INTEGER,
    "typical_gap_days": NUMBER,
    "gap_spread_days": NUMBER,
    "lateness": NUMBER,
    "p_active": NUMBER,
    "p_overdue": NUMBER,
    "overdue_on": DATE,
    "very_overdue_on": DATE,
    "expected_next": DATE,
    "seasonal": "bool",
}
TOUCH_COLUMNS: dict[str, str] = {
    "client_id": INTEGER,
    "touches": INTEGER,
    "touches_window": INTEGER,
    "last_touch": DATE,
    "minutes": INTEGER,
    "minutes_window": INTEGER,
    "visits_window": INTEGER,
    "complaints": INTEGER,
    "complaints_open": INTEGER,
    "oldest_open_complaint": DATE,
}
FOLLOW_UP_COLUMNS: dict[str, str] = {
    "follow_up_id": INTEGER,
    "client_id": INTEGER,
    "due_on": DATE,
    "due_time": TEXT,
    "kind": TEXT,
    "title": TEXT,
    "reason": TEXT,
    "status": TEXT,
    "about": TEXT,
    "set_on": DATE,
    "repeats": INTEGER,
}
LINE_COLUMNS: dict[str, str] = {
    "client_id": INTEGER,
    "date": DATE,
    "order_reference": TEXT,
    "amount": INTEGER,
    "cost": "Int64",
    "product_id": "Int64",
    "due_on": DATE,
    "paid_on": DATE,
}
DEAL_COLUMNS: dict[str, str] = {
    "client_id": INTEGER,
    "status": TEXT,
    "amount": NUMBER,
    "opened_on": DATE,
    "closed_on": DATE,
    "deal_id": INTEGER,
    "expected_on": DATE,
    "next_step_on": DATE,
}
SURVEY_COLUMNS: dict[str, str] = {"client_id": INTEGER, "kind": TEXT, "score": INTEGER, "on": DATE}
KEY_DATE_COLUMNS: dict[str, str] = {
    "key_date_id": INTEGER,
    "client_id": INTEGER,
    "kind": TEXT,
    "on": DATE,
    "yearly": INTEGER,
    "notice_days": INTEGER,
    "created_on": DATE,
}
COMPLAINT_COLUMNS: dict[str, str] = {
    "client_id": INTEGER,
    "on": DATE,
    "due_on": DATE,
    "resolved_on": DATE,
}
ANSWER_COLUMNS: dict[str, str] = {
    "client_id": INTEGER,
    "reason": TEXT,
    "about": TEXT,
    "done_on": DATE,
    "answers_on": DATE,
}
CUSTOM_TYPES: dict[str, str] = {
    "text": TEXT,
    "number": NUMBER,
    "date": DATE,
    "choice": TEXT,
    "yes_no": NUMBER,
}
"""The type of the column that holds each type of custom field."""


@dataclass(frozen=True)
class CustomColumn:
    """A field of clients that the user added; `type` is one of `CUSTOM_TYPES`."""

    code: str
    name: str
    type: str
    choices: tuple[str, ...] = ()

    @property
    def column(self) -> str:
        """The name of its column."""
        return CUSTOM + self.code


@dataclass(frozen=True)
class Costs:
    """What serving clients costs, in money units; None where the user has not said.

    `per_km` is for each kilometre of the way to a visit and back, `per_order` for an order's delivery,
    `fixed_month` what a month costs whatever is sold.
    """

    per_hour: int | None = None
    per_visit: int | None = None
    per_km: int | None = None
    per_order: int | None = None
    fixed_month: int | None = None


def empty_frame(columns: dict[str, str]) -> pd.DataFrame:
    """A frame without rows that has exactly these columns and types."""
    return _empty_frame(tuple(columns.items())).copy()


@lru_cache(maxsize=64)
def _empty_frame(columns: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    # Made once: column by column it takes as long as the figures of a small book.
    return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in columns})


@dataclass(frozen=True)
class DueRecords:
    """What else makes clients due, whatever the day; one row per record.

    `key_dates`: days that matter (`yearly` 1: they come back), `complaints`: those received, `answers`: what the
    user ticked off of the dues that are computed (follow-ups that are done and were neither a reminder nor a
    plan's step; `about` names the record, `answers_on` is the day of the due where it was ticked off before,
    else `done_on`), `reached`: the ids of the clients with a contact who has a phone or an e-mail.
    """

    key_dates: pd.DataFrame = field(default_factory=partial(empty_frame, KEY_DATE_COLUMNS))
    complaints: pd.DataFrame = field(default_factory=partial(empty_frame, COMPLAINT_COLUMNS))
    answers: pd.DataFrame = field(default_factory=partial(empty_frame, ANSWER_COLUMNS))
    reached: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.int64))


Deferred = Callable[[], pd.DataFrame]
_NO_DEALS: Deferred = partial(empty_frame, DEAL_COLUMNS)
_NO_SURVEYS: Deferred = partial(empty_frame, SURVEY_COLUMNS)
_NO_BREADTH: Deferred = partial(empty_frame, BREADTH_COLUMNS)
_NO_TREND: Deferred = partial(empty_frame, TREND_COLUMNS)
_NO_PAYMENTS: Deferred = partial(empty_frame, PAYMENT_COLUMNS)
_NO_RHYTHM: Deferred = partial(empty_frame, RHYTHM_COLUMNS)


@dataclass(frozen=True)
class BookFrames:
    """The book as known on one day (`as_of`), for one window length.

    `clients`: one row per client of the book, prospects and former clients included, as described today,
    with a column `custom.<code>` of the type `CUSTOM_TYPES` says for each of `customs`. `tags` holds tuples.

    `sales`: one row per client with at least one line dated on or before `as_of`; what each column
    means is `analysis.facts.SaleFacts.aggregate`.

    `touches`: one row per client with at least one interaction or completed follow-up on or before
    `as_of`. `touches` counts the interactions; `last_touch` is the latest interaction or completed
    follow-up; `minutes` sums the minutes noted, `visits_window` counts the visits; `complaints` counts the
    complaints received, `complaints_open` those not resolved on `as_of`, `oldest_open_complaint` the day the
    oldest of these came in.

    `follow_ups`: the open and waiting ones only. `reason` is one of `enums.FollowUpReason`: reminder and
    plan_step are planned, any other puts off a due that is computed, which `about` names ("deal:12"), on the day
    `set_on`. `due_time` is "" for the whole day, `repeats` 1 for a reminder that comes back.

    `deals`, `surveys`: one row per deal and per survey answer, whatever its day; answers of one day stand in
    the order they were recorded.

    `breadth`, `trend`, `payments` (`SaleFacts`), `rhythm` (`analysis.rhythm`): tables of one row per client
    that are costly and so are made when they are asked for. `gaps` is `rhythm` without p_active, p_overdue
    and expected_next, which cost the most; None when it is no cheaper. `dues`: what only the queue reads.
    """

    clients: pd.DataFrame
    sales: pd.DataFrame
    touches: pd.DataFrame
    follow_ups: pd.DataFrame
    deals: pd.DataFrame = field(default_factory=_NO_DEALS)
    surveys: pd.DataFrame = field(default_factory=_NO_SURVEYS)
    costs: Costs = Costs()
    customs: tuple[CustomColumn, ...] = ()
    breadth: Deferred = _NO_BREADTH
    trend: Deferred = _NO_TREND
    payments: Deferred = _NO_PAYMENTS
    rhythm: Deferred = _NO_RHYTHM
    gaps: Deferred | None = None
    dues: Callable[[], DueRecords] = DueRecords

    @classmethod
    def empty(cls) -> BookFrames:
        """The frames of a book nobody has written in yet."""
        return cls(
            clients=empty_frame(CLIENT_COLUMNS),
            sales=empty_frame(SALES_COLUMNS),
            touches=empty_frame(TOUCH_COLUMNS),
            follow_ups=empty_frame(FOLLOW_UP_COLUMNS),
        )


def conform(frame: pd.DataFrame, columns: dict[str, str]) -> pd.DataFrame:
    """`frame` with exactly these columns, in this order and of these types.

    Missing text becomes "". Raises KeyError when a column is not there.
    """
    out: dict[str, pd.Series] = {}
    for name, dtype in columns.items():
        column = frame[name]
        if dtype == TEXT:
            column = column.fillna("")
        elif dtype == DATE and column.dtype.kind != "M":
            column = pd.to_datetime(column)
        out[name] = column if column.dtype == dtype else column.astype(dtype)
    return pd.DataFrame(out, index=frame.index)


def days_of(column: pd.Series) -> np.ndarray:
    """A date column as numpy datetime64[D]; NaT stays NaT."""
    if column.dtype.kind != "M":
        column = pd.to_datetime(column)
    return column.to_numpy().astype("datetime64[D]")
