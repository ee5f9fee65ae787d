"""What the clients of a book are worth, what winning new ones may cost, and what it did cost."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from portfolio_app.services.analysis_settings import AnalysisSettings, analysis_settings
from portfolio_app.services.portfolio import WINDOW_DAYS, has_snapshot, month_start, snapshot
from portfolio_app.services.segment_labels import labels
from portfolio_app.storage import frames as stored
from portfolio_app.storage import value_frames
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.acquisition import Source
    from portfolio_app.analysis.facts import SaleFacts
    from portfolio_app.analysis.value_types import CustomerValues, NewClient, ValueChoices

COLUMNS = (
    "client_reference", "client_name", "status", "tenure_days", "first_sale", "last_sale", "recency_days",
    "typical_gap_days", "order_days", "share", "revenue_window", "margin_window", "margin_known_window",
    "acquisition_source", "acquisition_cost", "cost_to_serve_window", "orders_window",
)  # fmt: skip
QUARTERS = 8
"""So many quarter-ends are looked back on."""
AT_ONCE = 3_000
"""In books of more clients, a client's page shows its value only where it has been worked out already."""
EQUITY_FROM = ("client", "sale", "segment", "segmentation", "setting")
"""The kinds of record whose changes make the value over time another; a touch hardly does."""
LEAST_AHEAD = 182
"""Days: the past is not looked at over less than that."""
_JUDGED_BY = ("tenure_days", "status", "segment", "cost_to_serve_window")
_KEPT = 4
_MONTH = 365.25 / 12


@dataclass(frozen=True)
class ValueView:
    """The values on a day, with what is told beside them.

    `table`: one row per client known that day, the columns `COLUMNS` and `segment`. `months`: (first day of the
    month, orders) of the months shown beside the tests on the past. `last_sale`: the last day with an order, up to
    `as_of`.
    """

    as_of: date
    values: CustomerValues
    table: pd.DataFrame
    months: tuple[tuple[date, int], ...]
    last_sale: date | None


@dataclass(frozen=True)
class Acquisition:
    """What was spent on winning clients in (after, until] by source, and what a new client is worth.

    `new`: None where nothing can be forecast.
    """

    after: date
    until: date
    sources: tuple[Source, ...]
    new: NewClient | None


@dataclass(frozen=True)
class Equity:
    """The value of all clients over time; money units.

    `days`: quarter-ends and `as_of`, oldest first, all looking `horizon_days` ahead; `parts`: segment -> value on
    each day. `low` to `high`: the total of `as_of` 8 times in 10, as wide in proportion as `CustomerValues.total`; NaN
    where not known. The change since `since`, a year before, None where that day could not be forecast: `before` became
    `after` by `new` clients, `grown` and `shrunk` ones, and those `lost` (unlikely to order again, and not so then).
    """

    days: tuple[date, ...]
    horizon_days: int
    parts: dict[str, tuple[float, ...]]
    low: float
    high: float
    since: date | None
    before: float = 0.0
    new: float = 0.0
    grown: float = 0.0
    shrunk: float = 0.0
    lost: float = 0.0
    after: float = 0.0


@dataclass(frozen=True)
class Worth:
    """One client's row of `CustomerValues.clients`, with the level of the whole."""

    level: int
    why: str
    horizon_days: int
    figures: dict[str, float | str | bool]


def horizon_of(months: float) -> int:
    """A number of months in days."""
    return round(months * _MONTH)


def value_choices(
    settings: AnalysisSettings, horizon_days: int | None = None, discount_rate: float | None = None
) -> ValueChoices:
    """What is asked for where it is, else what the book's settings say; these are cut to the history silently."""
    from portfolio_app.analysis.value_types import ValueChoices

    rate = settings.discount_rate if discount_rate is None else discount_rate
    if horizon_days is not None:
        return ValueChoices(horizon_days, rate, is_asked=True)
    return ValueChoices(horizon_of(settings.horizon_months), rate)


def customer_values(
    book: Book, as_of: date, horizon_days: int | None = None, discount_rate: float | None = None
) -> CustomerValues:
    """See `analysis.customer_value`; a horizon or rate that is not asked for is that of the settings.

    Kept until a sale changes, or what else is looked at: the clients' beginnings, statuses and segments.
    """
    choices = value_choices(analysis_settings(book), horizon_days, discount_rate)
    return _values(book, as_of, choices, _table(book, as_of))


def _values(book: Book, as_of: date, choices: ValueChoices, table: pd.DataFrame) -> CustomerValues:
    from portfolio_app.analysis import customer_value

    judged = table[list(_JUDGED_BY)]
    kept: dict[str, Any] = book.cache.get(
        ("customer_values", as_of, choices), ("sale",), dict, until=as_of, few=_KEPT
    )
    if "judged" not in kept or not kept["judged"].equals(judged):
        pace = stored.pace(book, as_of)
        kept["values"] = customer_value.customer_values(
            stored.sale_facts(book), table, as_of, choices, pace=pace
        )
        kept["judged"] = judged
    found: CustomerValues = kept["values"]
    return found


def _table(book: Book, day: date) -> pd.DataFrame:
    """The columns `COLUMNS` of the per-client table of a day, and the segments."""
    from portfolio_app.analysis.metrics import metrics

    if has_snapshot(book, day):
        return snapshot(book, day).metrics[[*COLUMNS, "segment"]]
    table = metrics(stored.book_frames(book, day, WINDOW_DAYS), day, WINDOW_DAYS, only=COLUMNS)
    return table.assign(segment=labels(book, day).label.reindex(table.index))


def value_view(
    book: Book, as_of: date, horizon_days: int | None = None, discount_rate: float | None = None
) -> ValueView:
    """The values and what is shown beside them, see `customer_values`."""
    choices = value_choices(analysis_settings(book), horizon_days, discount_rate)
    table = _table(book, as_of)
    values = _values(book, as_of, choices, table)
    months, last = _monthly_orders(book, as_of, values)
    return ValueView(as_of, values, table, months, last)


def _monthly_orders(
    book: Book, as_of: date, values: CustomerValues
) -> tuple[tuple[tuple[date, int], ...], date | None]:
    """The orders (purchase days) by month since the first test on the past, or of two years; and the last one."""
    import numpy as np

    today = np.datetime64(as_of, "D").astype(np.int64)
    days = stored.sale_facts(book).paid_day
    days = days[days <= today]
    if not len(days):
        return (), None
    tested = [test.start for test in values.back_tests]
    since = min([*tested, month_start(as_of, 23)])
    since = max(since, days.min().astype("datetime64[D]").item())
    back = (as_of.year - since.year) * 12 + as_of.month - since.month
    starts = [month_start(as_of, each) for each in range(back, -1, -1)]
    edges = np.append(np.array(starts, dtype="datetime64[D]").astype(np.int64), today + 1)
    counts = np.histogram(days, edges)[0].tolist()
    return tuple(zip(starts, counts, strict=True)), days.max().astype("datetime64[D]").item()


def acquisition(book: Book, as_of: date, days: int = WINDOW_DAYS) -> Acquisition:
    """What was spent in the last `days` by source, and what came of it. A new client's value: as the settings say."""
    from portfolio_app.analysis.acquisition import acquisition as by_source

    table = _table(book, as_of)
    values = _values(book, as_of, value_choices(analysis_settings(book)), table)
    after = as_of - timedelta(days=min(days, as_of.toordinal() - 1))
    sources = by_source(table, value_frames.spending(book), after, as_of)
    return Acquisition(after, as_of, sources, values.new_client())


def retained(margin: float, retention: float, discount: float) -> float:
    """What a book of that yearly margin and retention is worth without end of time."""
    from portfolio_app.analysis.simple_value import retention_value

    return retention_value(margin, retention, discount)


def equity_days(book: Book, as_of: date, discount_rate: float | None = None) -> tuple[date, ...]:
    """The days that `equity` looks at, oldest first; none where nothing can be forecast."""
    facts = stored.sale_facts(book)
    ahead = _common_horizon(facts, as_of, value_choices(analysis_settings(book), None, discount_rate))
    if not ahead:
        return ()
    ends = [*(_quarter_end(as_of, back) for back in range(QUARTERS - 1, -1, -1)), as_of]
    return tuple(day for day in dict.fromkeys(ends) if (day - _first_order(facts)).days + 1 >= ahead)


def equity_on(book: Book, as_of: date, day: date, discount_rate: float | None = None) -> dict[str, float]:
    """The value by segment on one of the `equity_days`; empty where nothing could be forecast. Kept as `equity`."""
    choices = _compared(book, as_of, discount_rate)

    def compute() -> dict[str, float]:
        from portfolio_app.analysis.customer_value import equity_over_time

        frame = equity_over_time(stored.sale_facts(book), {day: _table(book, day)}, choices)
        frame = frame[frame["value"].notna()]
        return dict(zip(frame["segment"].astype(str), frame["value"].astype(float), strict=True))

    return book.cache.get(("equity_on", day, choices), EQUITY_FROM, compute, until=day, few=QUARTERS + _KEPT)


def equity(book: Book, as_of: date, discount_rate: float | None = None) -> Equity:
    """The value of all clients at the last quarter-ends and on `as_of`, and what changed it in a year.

    In large books each day takes a while: those asked for before by `equity_on` are there already. Kept until a
    record changes that the values or the segments are judged by.
    """
    days = equity_days(book, as_of, discount_rate)
    if not days:
        return Equity((), 0, {}, math.nan, math.nan, None)
    choices = _compared(book, as_of, discount_rate)
    found = {day: equity_on(book, as_of, day, discount_rate) for day in days}
    known = tuple(day for day in days if found[day])
    codes = dict.fromkeys(code for day in known for code in found[day])
    parts = {code: tuple(found[day].get(code, 0.0) for day in known) for code in codes}
    change = book.cache.get(
        ("equity_change", as_of, choices),
        EQUITY_FROM,
        lambda: _change(book, as_of, choices),
        until=as_of,
        few=_KEPT,
    )
    total = customer_values(book, as_of, None, discount_rate).total
    is_told = bool(known) and known[-1] == as_of and total.expected > 0
    last = sum(values[-1] for values in parts.values()) if is_told else math.nan
    low, high = (last * end / total.expected if is_told else math.nan for end in (total.low, total.high))
    return Equity(known, choices.horizon_days or 0, parts, low, high, **change)


def _compared(book: Book, as_of: date, discount_rate: float | None) -> ValueChoices:
    """What is chosen, with a horizon that today and a year ago can both look ahead."""
    choices = value_choices(analysis_settings(book), None, discount_rate)
    ahead = _common_horizon(stored.sale_facts(book), as_of, choices)
    return replace(choices, horizon_days=ahead, is_asked=True)


def _common_horizon(facts: SaleFacts, as_of: date, choices: ValueChoices) -> int:
    """How far ahead today and a year ago can both look, within what was chosen; half a year at least; 0: neither."""
    if not len(facts.paid_day):
        return 0
    history = (as_of - _first_order(facts)).days + 1
    ahead = max(min(choices.horizon_days or horizon_of(36), history - WINDOW_DAYS), LEAST_AHEAD)
    return ahead if ahead <= history else 0


def _first_order(facts: SaleFacts) -> date:
    first: date = facts.paid_day.min().astype("datetime64[D]").item()
    return first


def _change(book: Book, as_of: date, choices: ValueChoices) -> dict[str, Any]:
    """What became of the value of a year before."""
    import numpy as np

    from portfolio_app.analysis.customer_value import customer_values as compute

    since = as_of - timedelta(days=WINDOW_DAYS)
    facts, earlier = stored.sale_facts(book), _table(book, since)
    then = compute(facts, earlier, since, choices, quick=True)
    now = compute(facts, _table(book, as_of), as_of, choices, quick=True)
    if not then.level or not now.level:
        return {"since": None}
    index = now.clients.index.union(then.clients.index)
    before, after = (each.clients["value"].reindex(index).fillna(0.0).to_numpy() for each in (then, now))
    is_new = ~index.isin(then.clients.index)
    was, is_now = (each.clients["tier"].reindex(index).fillna("").to_numpy(object) for each in (then, now))
    gone = ~is_new & (was != "unlikely") & (is_now == "unlikely")
    moved = np.where(is_new | gone, 0.0, after - before)
    return {
        "since": since,
        "before": float(before.sum()),
        "new": float(after[is_new].sum()),
        "grown": float(moved[moved > 0].sum()),
        "shrunk": float(moved[moved < 0].sum()),
        "lost": float((after - before)[gone].sum()),
        "after": float(after.sum()),
    }


def _quarter_end(day: date, back: int) -> date:
    """The last day of a quarter before that of `day`; `back` 0 is the latest that is over."""
    first = month_start(day, (day.month - 1) % 3 + 3 * back)
    return first - timedelta(days=1)


def worth_is_known(book: Book, as_of: date) -> bool:
    """Whether `worth` answers at once; else it takes a second or more."""
    key = ("customer_values", as_of, value_choices(analysis_settings(book)))
    if key not in book.cache:
        return False
    kept: dict[str, Any] = book.cache.get(key, ("sale",), dict)
    return "judged" in kept and kept["judged"].equals(_table(book, as_of)[list(_JUDGED_BY)])


def worth(book: Book, client_id: int, as_of: date) -> Worth | None:
    """What one client is worth; None without an order, and in large books until the whole has been asked for."""
    if len(stored.sale_facts(book).clients) > AT_ONCE and not worth_is_known(book, as_of):
        return None
    found = customer_values(book, as_of)
    if client_id not in found.clients.index:
        return None
    row = found.clients.loc[client_id].to_dict()
    return Worth(found.level, found.why, found.horizon_days, row)
