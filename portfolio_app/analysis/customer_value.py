"""What clients are worth: simply, from their past, and by the model of their purchases, with how sure that is."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from portfolio_app.analysis import rhythm
from portfolio_app.analysis.back_test import Tested, back_tests
from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.new_client_value import Horizon, new_client, of_kind
from portfolio_app.analysis.order_value import OrderValue
from portfolio_app.analysis.purchase_draws import draw_orders, likely_models
from portfolio_app.analysis.purchase_forecast import expected_orders, p_order
from portfolio_app.analysis.purchase_model import (
    MIN_CLIENTS,
    MIN_HISTORY_GAPS,
    MIN_REPEATS,
    PurchaseModel,
    Values,
)
from portfolio_app.analysis.purchase_past import Past, purchase_amounts
from portfolio_app.analysis.rhythm import Pace
from portfolio_app.analysis.simple_value import (
    MONTH,
    YEAR,
    Money,
    Simple,
    money,
    rank_correlation,
    retention_of,
    simple_values,
)
from portfolio_app.analysis.value_types import (
    CLASS_SHOWN,
    CLIENT_VALUE_COLUMNS,
    LIKELY,
    MODEL,
    NAIVE,
    NUMBER_SHOWN,
    UNCERTAIN,
    UNLIKELY,
    BackTest,
    CustomerValues,
    NewClient,
    Range,
    Retention,
    ValueChoices,
)

__all__ = [
    "CLIENT_VALUE_COLUMNS",
    "BackTest",
    "CustomerValues",
    "NewClient",
    "Range",
    "Retention",
    "ValueChoices",
    "customer_values",
    "equity_over_time",
]

DEFAULT_HORIZON = 1096
LEVEL_1_HORIZON = 365
_BEYOND = 1.1
"""By how much an asked horizon may pass the history: nine months asked of 8.8 are no reason to refuse."""
_SILENT_DAYS = 92
_DUE_ORDERS = 5
_LEVELS = ((10, 20), (30, 60), (100, 200))
"""Clients and orders after the first from which a level is reached."""
_LIKELY, _UNLIKELY = 2 / 3, 1 / 3
_DRAWS = 200_000
_FEWEST_DRAWS, _MOST_DRAWS = 40, 300
_KNOWN_WELL = 5_000
"""Of a book with so many clients the parameters are known so well that only the orders are drawn."""
_SEED = 77
_NORMALS = 25


def customer_values(
    facts: SaleFacts,
    table: pd.DataFrame,
    as_of: date,
    choices: ValueChoices,
    *,
    pace: Pace | None = None,
    quick: bool = False,
) -> CustomerValues:
    """What the clients with an order on or before `as_of` will buy and are worth.

    `table`: the per-client table of that day (`metrics`), of which tenure_days, status, cost_to_serve_window,
    orders_window and segment are read where they are there. `pace`: what `rhythm.pace` said of the book on that
    day, with its model, to save learning it again. `quick`: the expected figures only, without tests on the past
    and intervals.
    """
    amounts = purchase_amounts(facts)
    past = Past.of(facts, pace or rhythm.pace(facts, as_of), amounts)
    if past is None:
        return _nothing(as_of, choices)
    level, why = _level(past)
    horizon_days, cut = _horizon(past, choices, level)
    if not why and choices.is_asked and horizon_days > past.history_days * _BEYOND:
        level, why = 0, "long_horizon"
    worth = past.order_value()
    if not why and worth is None:
        level, why = 0, "no_convergence"
    tested = None
    if not why and not quick:
        tested = back_tests(facts, amounts, past, horizon_days)
        if tested.missed:
            level, why = 0, "bad_back_test"
    book = _Book(past, table, choices, horizon_days, level, worth, tested)
    return _facts_only(book, why, cut) if why else _forecast(book, cut, quick)


def _level(past: Past) -> tuple[int, str]:
    """How much can be said, and why nothing where that is so."""
    clients, repeats = len(past.count), float(past.histories.repeats.sum())
    if clients < MIN_CLIENTS:
        return 0, "few_clients"
    if repeats < MIN_REPEATS:
        return 0, "few_orders"
    if past.histories.age.max() < MIN_HISTORY_GAPS * past.days.median_gap(past.time):
        return 0, "short_history"
    recent = past.days.day > past.today - _SILENT_DAYS
    due = past.count.sum() * _SILENT_DAYS / past.history_days
    if not recent.any() and due >= _DUE_ORDERS:
        return 0, "missing_months"
    if past.model is None:
        return 0, "no_convergence"
    return sum(clients >= n and repeats >= orders for n, orders in _LEVELS), ""


def _horizon(past: Past, choices: ValueChoices, level: int) -> tuple[int, bool]:
    """How many days ahead are looked at, and whether that is less than what was set."""
    wanted = max(choices.horizon_days or DEFAULT_HORIZON, 1)
    if choices.is_asked:
        return wanted, False
    most = min(past.history_days, LEVEL_1_HORIZON) if level == 1 else past.history_days
    return min(wanted, most), wanted > most


@dataclass(frozen=True)
class _Book:
    """What the figures are made from."""

    past: Past
    table: pd.DataFrame
    choices: ValueChoices
    horizon_days: int
    level: int
    worth: OrderValue | None
    tested: Tested | None

    @property
    def ids(self) -> np.ndarray:
        ids: np.ndarray = self.past.facts.clients[self.past.days.places]
        return ids

    def months(self) -> Horizon:
        """The horizon in steps of about a month, each discounted at its end."""
        steps = max(round(self.horizon_days / MONTH), 1)
        days = self.horizon_days * np.arange(1, steps + 1) / steps
        return Horizon(days, self.past.ahead(days), (1 + self.choices.discount_rate) ** (-days / YEAR))

    def segments(self) -> np.ndarray:
        """The segment of each client, "" where none is known."""
        if "segment" not in self.table:
            return np.full(len(self.ids), "", dtype=object)
        found: np.ndarray = self.table["segment"].reindex(self.ids).fillna("").to_numpy(object)
        return found


@dataclass(frozen=True)
class _Expected:
    """Per client: orders, discounted orders, revenue and margin (costs to serve off) of an order."""

    orders: Values
    discounted: Values
    revenue: Values
    margin: Values


def _forecast(book: _Book, cut: bool, quick: bool) -> CustomerValues:
    past, model, worth = book.past, book.past.model, book.worth
    assert model is not None
    assert worth is not None
    of, horizon = money(past, book.table), book.months()
    simple = simple_values(past, of, book.table)
    expected = _expected(past, model, worth, of, horizon)
    clients = _table(book, of, simple)
    clients["p_active"] = model.p_alive(past.histories)
    clients["p_order_90"] = p_order(model, past.histories, float(past.ahead(np.array([90.0]))[0]))
    clients["p_order"] = p_order(model, past.histories, float(horizon.ahead[-1]))
    clients["expected_orders"] = expected.orders
    clients["order_value"] = expected.revenue
    clients["value"] = expected.discounted * expected.margin
    clients["value_revenue"] = expected.discounted * expected.revenue
    clients["tier"] = _tiers(clients["p_order"].to_numpy())
    models: tuple[PurchaseModel, ...] = (model,)
    by_segment: pd.DataFrame | None = None
    total, orders_total = (
        Range(expected=float(clients[name].sum())) for name in ("value", "expected_orders")
    )
    if not quick:
        models = _models(model, past)
        total, orders_total, by_segment = _intervals(book, models, of, expected, clients)
    clients["shown"] = _shown(clients, book.level)
    return _answer(
        book, "", cut, clients, of, simple, total, orders_total, by_segment, _new(book, models, expected)
    )


def _expected(past: Past, model: PurchaseModel, worth: OrderValue, of: Money, horizon: Horizon) -> _Expected:
    steps = len(horizon.days)
    sums = np.zeros((steps, 2))
    sums[-1, 0] = 1
    # Sum of (E_h - E_(h-1)) d_h, with the E_h gathered.
    sums[:, 1] = horizon.discount - np.append(horizon.discount[1:], 0.0)
    found = expected_orders(model, past.histories, horizon.ahead, sums)
    revenue = worth.expected(past.count, past.mean) * of.kept
    return _Expected(found[:, 0], found[:, 1], revenue, revenue * of.margin - of.serving)


def _models(model: PurchaseModel, past: Past) -> tuple[PurchaseModel, ...]:
    """The models the orders are drawn by, likely ones in the proportion in which they are."""
    count = int(np.clip(_DRAWS / len(past.count), _FEWEST_DRAWS, _MOST_DRAWS))
    if len(past.count) >= _KNOWN_WELL:
        return (model,) * count
    return likely_models(model, past.histories, count)


def _intervals(
    book: _Book, models: tuple[PurchaseModel, ...], of: Money, expected: _Expected, clients: pd.DataFrame
) -> tuple[Range, Range, pd.DataFrame]:
    """Fills the intervals of the clients in; of the totals, widened, and of the segments."""
    past, worth = book.past, book.worth
    assert worth is not None
    assert book.tested is not None
    drawn = draw_orders(models, past.histories, float(past.ahead(np.array([book.horizon_days]))[0]))
    rng = np.random.default_rng(_SEED)
    # What an order in the horizon counts for after discount, on average.
    later = expected.discounted / np.maximum(expected.orders, 1e-12)
    share = of.kept * of.margin
    codes, names = pd.factorize(book.segments())
    totals, segments = np.empty((2, len(drawn))), np.empty((len(drawn), len(names)))
    values = np.empty(drawn.shape, dtype=np.float32)
    for row, orders in enumerate(drawn):
        value = (worth.draw(past.count, past.mean, orders, rng) * share - orders * of.serving) * later
        values[row] = value
        totals[:, row] = value.sum(), orders.sum()
        segments[row] = np.bincount(codes, value, minlength=len(names))
    low, high = _bounds(len(drawn))
    for name, rows in (("orders", drawn), ("value", values)):
        rows.partition((low, high), axis=0)
        # Where 9 draws in 10 hold no order at all, what is expected is more than any of them.
        middle = expected.orders if name == "orders" else clients["value"].to_numpy()
        clients[f"{name}_low"] = np.minimum(rows[low].astype(float), middle)
        clients[f"{name}_high"] = np.maximum(rows[high].astype(float), middle)
    spread, of_revenue = book.tested.spread, book.tested.revenue_spread
    of_segments = pd.DataFrame(index=pd.Index(names, name="segment"))
    of_segments["clients"] = np.bincount(codes, minlength=len(names))
    value = clients["value"].to_numpy()
    of_segments["value"] = np.bincount(codes, value, minlength=len(names))
    ranges = [_widened(segments[:, i], of_segments["value"].iloc[i], of_revenue) for i in range(len(names))]
    of_segments["low"], of_segments["high"] = [r.low for r in ranges], [r.high for r in ranges]
    whole = float(value.sum())
    of_segments["share"] = of_segments["value"] / whole if whole > 0 else np.nan
    return (
        _widened(totals[0], whole, of_revenue),
        _widened(totals[1], float(expected.orders.sum()), spread),
        of_segments.sort_values("value", ascending=False),
    )


def _bounds(count: int) -> tuple[int, int]:
    """The places, in draws by size, between which 80 % lie."""
    low = max(math.ceil(0.1 * count) - 1, 0)
    return low, count - 1 - low


def _widened(drawn: Values, expected: float, spread: float) -> Range:
    """80 % of what was drawn, times what the tests on the past were off by."""
    from scipy.special import ndtri

    apart = np.exp(spread * ndtri((np.arange(_NORMALS) + 0.5) / _NORMALS))
    low, high = np.quantile(np.outer(drawn, apart), (0.1, 0.9))
    return Range(min(float(low), expected), expected, max(float(high), expected))


def _tiers(chance: Values) -> np.ndarray:
    return np.select([chance >= _LIKELY, chance >= _UNLIKELY], [LIKELY, UNCERTAIN], UNLIKELY)


def _shown(clients: pd.DataFrame, level: int) -> np.ndarray:
    """A class where a number would say more than is known: at level 1, and for intervals as wide as the value."""
    width, value = (
        (clients["value_high"] - clients["value_low"]).to_numpy(),
        clients["value"].abs().to_numpy(),
    )
    wide = (width > 0) & (width >= value)
    return np.where(wide | (level < 2), CLASS_SHOWN, NUMBER_SHOWN)


def _new(book: _Book, models: tuple[PurchaseModel, ...], expected: _Expected) -> dict[str | None, NewClient]:
    """What new clients are worth: of the book, and at level 3 of each segment with ten clients."""
    horizon, level = book.months(), book.level
    fitted = book.past.model
    assert fitted is not None
    first = (fitted, *(() if models[0] is fitted else models))
    found: dict[str | None, NewClient] = {
        None: new_client(first, horizon, expected.revenue, expected.margin, level)
    }
    if level >= 3:
        segments = book.segments()
        for name in dict.fromkeys(segments):
            places = np.flatnonzero(segments == name)
            kind = of_kind(first, book.past.histories, places) if name else None
            if kind is not None:
                found[name] = new_client(
                    kind, horizon, expected.revenue[places], expected.margin[places], level
                )
    return found


def _table(book: _Book, of: Money, simple: Simple) -> pd.DataFrame:
    """The columns that need no forecast; the others NaN, shown as classes, unlikely."""
    past = book.past
    found = pd.DataFrame(index=pd.Index(book.ids, name="client_id"))
    for name, kind in CLIENT_VALUE_COLUMNS.items():
        found[name] = "" if kind == "str" else np.nan if kind == "float64" else False
    found["simple_value"] = simple.value
    found["simple_margin_value"] = simple.value * of.margin
    found["orders_a_year"] = simple.orders_a_year
    found["relationship_days"] = simple.relationship
    found["margin_rate"] = of.margin
    found["naive_orders"] = past.repeats_within(past.today - book.horizon_days, past.today)
    found["own_orders"] = past.histories.repeats
    found["at_least"] = simple.at_least
    found["shown"], found["tier"] = CLASS_SHOWN, UNCERTAIN
    return found


def _facts_only(book: _Book, why: str, cut: bool) -> CustomerValues:
    of = money(book.past, book.table)
    simple = simple_values(book.past, of, book.table)
    return _answer(book, why, cut, _table(book, of, simple), of, simple, Range(), Range(), None, {})


def _answer(
    book: _Book, why: str, cut: bool, clients: pd.DataFrame, of: Money, simple: Simple,
    total: Range, orders_total: Range, by_segment: pd.DataFrame | None, new: Mapping[str | None, NewClient],
) -> CustomerValues:  # fmt: skip
    past, tested = book.past, book.tested
    retention, churn_years = retention_of(past, of, book.choices.discount_rate)
    naive = float(clients["naive_orders"].sum())
    orders = orders_total.expected
    return CustomerValues(
        as_of=np.datetime64(past.today, "D").astype(date),
        level=book.level,
        why=why,
        horizon_days=book.horizon_days,
        horizon_cut=cut,
        history_days=past.history_days,
        discount_rate=book.choices.discount_rate,
        model=past.model,
        clients=clients,
        total=total,
        orders_total=orders_total,
        back_tests=tested.tests if tested else (),
        preferred=NAIVE if why or (tested is not None and tested.naive_won) else MODEL,
        naive_orders=naive,
        naive_value=naive * total.expected / orders if orders > 0 else np.nan,
        spread=tested.spread if tested else np.nan,
        by_segment=_no_segments() if by_segment is None else by_segment,
        margin_known=of.known,
        correlation=rank_correlation(past),
        truncated=_is_truncated(past, simple),
        relationship_years=simple.years,
        churn_years=churn_years,
        retention=retention,
        new_clients=new,
    )


def _is_truncated(past: Past, simple: Simple) -> bool:
    """Whether most clients' first orders stand in the first tenth of the history, or are known to be no first."""
    early = past.first_day < past.days.day.min() + past.history_days / 10
    return bool(len(early) >= MIN_CLIENTS and (early | simple.at_least).mean() > 0.5)


def _no_segments() -> pd.DataFrame:
    columns = ["clients", "value", "low", "high", "share"]
    return pd.DataFrame(columns=columns, index=pd.Index([], name="segment"), dtype=float)


def _nothing(as_of: date, choices: ValueChoices) -> CustomerValues:
    """The answer for a book without a sale."""
    clients = pd.DataFrame({name: pd.Series([], dtype=kind) for name, kind in CLIENT_VALUE_COLUMNS.items()})
    clients.index = pd.Index([], name="client_id", dtype=np.int64)
    none = Retention(0.0, np.nan, np.nan, np.nan)
    return CustomerValues(
        as_of, 0, "few_clients", choices.horizon_days or DEFAULT_HORIZON, False, 0, choices.discount_rate, None,
        clients, Range(), Range(), (), NAIVE, 0.0, np.nan, np.nan, _no_segments(), False, np.nan, False, np.nan,
        np.nan, none,
    )  # fmt: skip


def equity_over_time(
    facts: SaleFacts, tables: Mapping[date, pd.DataFrame], choices: ValueChoices
) -> pd.DataFrame:
    """The value of the clients on several days: one row per day and segment.

    `tables`: for each day its per-client table with `segment`. Columns: day (date), segment, clients, value
    (money units; NaN where nothing could be forecast that day), level, horizon_days. The horizon is the same on
    all days, for them to compare: that of `choices`, cut to the shortest history from which something can be
    forecast, but not below half the longest one; days with less behind them stay without a value.
    """
    paces = {day: rhythm.pace(facts, day) for day in sorted(tables)}
    able = [day for day, pace in paces.items() if pace.model is not None]
    first = int(facts.paid_day.min()) if len(facts.paid_day) else 0
    reach = [int(np.datetime64(day, "D").astype(np.int64)) - first + 1 for day in able] or [1]
    horizon = min(choices.horizon_days or DEFAULT_HORIZON, max(min(reach), max(reach) // 2, 1))
    same = ValueChoices(horizon, choices.discount_rate, is_asked=True)
    rows: list[dict[str, object]] = []
    for day, pace in paces.items():
        found = customer_values(facts, tables[day], day, same, pace=pace, quick=True)
        segment = (
            tables[day]["segment"].reindex(found.clients.index).fillna("") if "segment" in tables[day] else ""
        )
        of = found.clients.assign(segment=segment).groupby("segment", sort=True)["value"]
        for name, values in of:
            worth = float(values.sum()) if found.level else np.nan
            rows.append(
                {
                    "day": day,
                    "segment": name,
                    "clients": len(values),
                    "value": worth,
                    "level": found.level,
                    "horizon_days": horizon,
                }
            )
    return pd.DataFrame(rows, columns=["day", "segment", "clients", "value", "level", "horizon_days"])
