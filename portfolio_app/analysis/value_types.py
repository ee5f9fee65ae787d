"""What is said about the value of clients: the choices it rests on, and the answers with how sure they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pandas as pd

from portfolio_app.analysis.purchase_model import PurchaseModel

NUMBER_SHOWN, CLASS_SHOWN = "number", "class"
LIKELY, UNCERTAIN, UNLIKELY = "likely", "uncertain", "unlikely"
MODEL, NAIVE = "model", "naive"
REASONS = (
    "",
    "few_clients",
    "few_orders",
    "short_history",
    "no_convergence",
    "bad_back_test",
    "missing_months",
    "long_horizon",
)
"""Why nothing is forecast (level 0); "" where something is.

few_clients: under 10; few_orders: under 20 orders after the first; short_history: under two median gaps;
no_convergence: no sound fit; bad_back_test: the tests on the past missed by over 60 %; missing_months: no order
at all in the last 3 months of a book in which several were due; long_horizon: asked for further ahead than the
history reaches back.
"""

CLIENT_VALUE_COLUMNS: dict[str, str] = {
    "simple_value": "float64",
    "simple_margin_value": "float64",
    "orders_a_year": "float64",
    "relationship_days": "float64",
    "p_active": "float64",
    "p_order_90": "float64",
    "p_order": "float64",
    "expected_orders": "float64",
    "orders_low": "float64",
    "orders_high": "float64",
    "order_value": "float64",
    "margin_rate": "float64",
    "value": "float64",
    "value_revenue": "float64",
    "value_low": "float64",
    "value_high": "float64",
    "naive_orders": "float64",
    "own_orders": "float64",
    "at_least": "bool",
    "shown": "str",
    "tier": "str",
}


@dataclass(frozen=True)
class ValueChoices:
    """How far ahead (days; None: 36 months) and at what discount a year a client's value is counted.

    `is_asked`: the user asked for this very horizon; it is then refused rather than cut when it is too long.
    """

    horizon_days: int | None = None
    discount_rate: float = 0.10
    is_asked: bool = False


@dataclass(frozen=True)
class Range:
    """An expected figure, and between what it falls 8 times out of 10; NaN where nothing is forecast."""

    low: float = np.nan
    expected: float = np.nan
    high: float = np.nan


@dataclass(frozen=True)
class BackTest:
    """What would have been forecast on the day `start` for the orders after it up to `end`, and what came.

    `naive`: as many as in the period before. `low` to `high`: 80 %, widened as today's total is. Orders are those
    of the clients known on `start`; `expected_revenue` and `actual_revenue` are theirs too, in money units.
    """

    start: date
    end: date
    expected: float
    low: float
    high: float
    naive: float
    actual: float
    expected_revenue: float = np.nan
    actual_revenue: float = np.nan


@dataclass(frozen=True)
class NewClient:
    """What a new client is worth, its first order included: discounted margin in money units over the horizon.

    `low` to `high`: 80 % for the mean of such clients; `cautious`: reached with 80 % (the lower 20 % bound).
    `revenue` is discounted too. `first_order`: margin of the first order. `by_month`: the value reached at each of
    `month_ends` (days from the first order), the first order standing at the beginning.
    """

    value: float
    low: float
    high: float
    cautious: float
    revenue: float
    first_order: float
    month_ends: tuple[float, ...]
    by_month: tuple[float, ...]
    level: int

    def ceiling(self, ratio: float) -> float:
        """The most that winning such a client may cost, the client being worth `ratio` times that (1: break even).

        Up to level 2 counted from the cautious value.
        """
        return max(self.value if self.level >= 3 else self.cautious, 0.0) / ratio

    def payback_days(self, cost: float) -> int | None:
        """Days after which the margin has paid `cost`; 0 if the first order does, None if the horizon does not."""
        if cost <= self.first_order:
            return 0
        for end, reached in zip(self.month_ends, self.by_month, strict=True):
            if reached >= cost:
                return round(end)
        return None


@dataclass(frozen=True)
class Retention:
    """The value of the book by margin a year and yearly retention, and of one point more: m r / (1 + d - r).

    `margin`: of the last 12 months, money units; `retention`: part of the clients active a year ago who still are,
    NaN where that cannot be said (then so are the values).
    """

    margin: float
    retention: float
    value: float
    one_point: float


@dataclass(frozen=True)
class CustomerValues:
    """What the clients of a book will buy and are worth, as known on one day.

    level: 0 facts only (`why`, see `REASONS`), 1 very rough, 2 cautious, 3 solid. `horizon_cut`: shorter than
    asked or set, because the history (level 1: 12 months) is. `history_days`: from the first order to `as_of`.

    `clients`: one row per client with an order on or before `as_of`, by client_id. Money is in money units (float).

    - simple_value: average order x orders a year x average relationship of the book's clients in years;
      simple_margin_value: that x margin rate
    - orders_a_year: orders over the years since the relationship began; relationship_days: since then
    - p_active: chance that the client still is one; p_order_90, p_order: of an order within 90 days, the horizon
    - expected_orders, with orders_low to orders_high (80 %), within the horizon
    - order_value: what an order is expected to bring net of returns; margin_rate: part of it that is margin
    - value: discounted margin expected over the horizon, value_low to value_high 80 %; value_revenue: the revenue
    - naive_orders: as many orders (after the first) as in the last period of the horizon's length
    - own_orders: orders after the first, on which the client's own figures rest; 0: the others' alone
    - at_least: the relationship is older than the orders in the book
    - shown: "class" where the interval is as wide as the estimate or wider, or at level 1; else "number"
    - tier: "likely", "uncertain", "unlikely" to order within the horizon (from 2/3, from 1/3, below)

    Forecast columns are NaN at level 0. `total` (discounted margin) and `orders_total` have 80 % intervals widened by
    the error of the program's own tests on the past (`spread`: standard deviation of the logarithm).
    `preferred`: "naive" once as many orders as last time has been nearer twice, and at level 0. `naive_value`: the
    naive orders at the book's mean discounted margin per order.

    `by_segment`: segment -> clients, value, low, high, share. `margin_known`: some cost is known; else margins are
    revenue. `correlation`: rank correlation of order value and frequency (`correlated` above 0.3, where the value
    of an order should be read with care). `truncated`: most histories begin with the book: relationships are older
    than it shows. `relationship_years`: mean; `churn_years`: 1 / yearly churn, NaN without churn.
    """

    as_of: date
    level: int
    why: str
    horizon_days: int
    horizon_cut: bool
    history_days: int
    discount_rate: float
    model: PurchaseModel | None
    clients: pd.DataFrame
    total: Range
    orders_total: Range
    back_tests: tuple[BackTest, ...]
    preferred: str
    naive_orders: float
    naive_value: float
    spread: float
    by_segment: pd.DataFrame
    margin_known: bool
    correlation: float
    truncated: bool
    relationship_years: float
    churn_years: float
    retention: Retention
    new_clients: Mapping[str | None, NewClient] = field(default_factory=dict)

    @property
    def correlated(self) -> bool:
        """Whether frequent buyers order so much more, or less, at a time that the two are not independent."""
        return bool(abs(self.correlation) > 0.3)

    @property
    def relationship_differs(self) -> bool:
        """Whether the relationships so far and 1 / churn tell lengths that differ twofold."""
        pair = self.relationship_years, self.churn_years
        return bool(min(pair) > 0 and max(pair) >= 2 * min(pair))

    def top_share(self, count: int = 10) -> float:
        """The part of the total value in the `count` most valuable clients; NaN without a value."""
        value = self.clients["value"].to_numpy()
        total = float(np.nansum(value))
        return float(np.sort(value[value > 0])[-count:].sum() / total) if total > 0 else np.nan

    def new_client(self, segment: str | None = None) -> NewClient | None:
        """What a new client of a segment, or of the book, is worth; None at level 0 or without clients there."""
        return self.new_clients.get(segment)
