"""What the Value tab asks for, and what it shows, without a widget in sight.

The looks run on the book's thread and leave nothing to compute to the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.acquisition import Source
    from portfolio_app.analysis.value_types import BackTest, CustomerValues, NewClient, Range
    from portfolio_app.services.analysis_settings import AnalysisSettings
    from portfolio_app.services.portfolio import SegmentInfo
    from portfolio_app.services.spending import SpendingLine
    from portfolio_app.services.value import Equity

TOP = 10
FIRST = 200
YEAR = 365.25


@dataclass(frozen=True)
class Question:
    """What is asked. `as_of`: the day looked from. None: the horizon, or the rate, of the book's settings."""

    as_of: date
    today: date
    horizon_months: int | None = None
    discount_rate: float | None = None


@dataclass(frozen=True)
class ValueLine:
    """One client of the table. Amounts in money units; what cannot be said is None.

    `shown`: "number" or "class", see `CustomerValues.clients`.
    """

    id: int
    name: str
    segment: str
    last_sale: date | None
    recency: int | None
    gap: float | None
    revenue: int
    simple: float | None
    p: float | None
    expected_orders: float | None
    value: float | None
    low: float | None
    high: float | None
    own_orders: int
    shown: str
    tier: str


@dataclass(frozen=True)
class Map:
    """What the chart of value and activity draws: `frame` as `charts.value_map` takes it, colours still to come.

    `quiet` clients with an amount above zero in 12 months, `quiet_amount` together, are less likely than not to
    order within 90 days (at level 1: over the time looked ahead); `left_out` have no amount above zero.
    """

    frame: pd.DataFrame
    quiet: int
    quiet_amount: float
    left_out: int


@dataclass(frozen=True)
class SegmentLine:
    """What clients of a segment are worth ("" for all), one on average, and the middle 80 % of them; a new one too.

    `ceiling`: the most a new one may cost; `cost`: what one did cost, as noted at these clients.
    """

    code: str
    clients: int
    total: float
    mean: float
    low: float
    high: float
    ceiling: float | None
    cost: float | None
    costed: int


@dataclass(frozen=True)
class Answer:
    """Everything the tab shows but the value over time and the acquisition.

    `ids`: the clients with an order, the most valuable first (without a forecast: those with the largest simple
    value); `frame`: a row for each of them.
    """

    question: Question
    settings: AnalysisSettings
    values: CustomerValues
    segments: dict[str, SegmentInfo]
    months: tuple[tuple[date, int], ...]
    last_sale: date | None
    clients: int
    ids: list[int]
    first: dict[int, ValueLine] = field(repr=False)
    frame: pd.DataFrame = field(repr=False)
    map: Map = field(repr=False)
    by_segment: tuple[SegmentLine, ...]

    @property
    def level(self) -> int:
        """How sure the forecast is, 0 (none) to 3."""
        return self.values.level

    @property
    def new(self) -> NewClient | None:
        """What a new client is worth."""
        return self.values.new_client()

    @property
    def total(self) -> Range:
        """The value of all clients."""
        return self.values.total

    @property
    def back_test(self) -> BackTest | None:
        """The latest test on the past."""
        return max(self.values.back_tests, key=lambda each: each.end, default=None)


@dataclass(frozen=True)
class Spent:
    """Acquisition: by source, the lines noted, the sources to propose, the settings."""

    after: date
    until: date
    sources: tuple[Source, ...]
    new: NewClient | None
    lines: tuple[SpendingLine, ...]
    names: tuple[str, ...]
    settings: AnalysisSettings


def look(book: Any, question: Question) -> Answer:
    """The values of a day, ready to be shown."""
    from portfolio_app.services import portfolio
    from portfolio_app.services.analysis_settings import analysis_settings
    from portfolio_app.services.value import horizon_of, value_view

    months = question.horizon_months
    days = None if months is None else horizon_of(months)
    view = value_view(book, question.as_of, days, question.discount_rate)
    settings = analysis_settings(book)
    frame = view.values.clients.join(view.table, how="left")
    frame = frame.assign(client_id=frame.index)
    main = "value" if view.values.level else "simple_value"
    ids = ordered(frame, main, True)
    infos = {each.code: each for each in portfolio.segments(book, as_of=question.as_of)}
    return Answer(
        question=question,
        settings=settings,
        values=view.values,
        segments=infos,
        months=view.months,
        last_sale=view.last_sale,
        clients=len(view.table),
        ids=ids,
        first=_lines(frame, ids[:FIRST], view.values.level),
        frame=frame,
        map=_map(view.values, frame),
        by_segment=_by_segment(view.values, frame, infos, settings),
    )


def look_today(book: Any, today: date) -> Answer:
    """The values as the settings say, for a dashboard."""
    return look(book, Question(today, today))


def fetch(answer: Answer | None, ids: list[int]) -> dict[int, ValueLine]:
    """The lines of these clients; those without an order are left out."""
    return {} if answer is None else _lines(answer.frame, ids, answer.level)


def order(book: Any, answer: Answer, key: str, descending: bool) -> list[int]:
    """The ids by that column."""
    return ordered(answer.frame, key, descending)


_SORTS = {"p": "p_order_90", "simple": "simple_value", "name": "client_name", "recency": "recency_days",
          "gap": "typical_gap_days", "revenue": "revenue_window"}  # fmt: skip


def ordered(frame: pd.DataFrame, key: str, descending: bool) -> list[int]:
    """The ids by a column, those without a figure last, ties by name."""
    column = _SORTS.get(key, key)
    if column == "client_name":
        keys = frame[column].str.casefold()
        return [int(each) for each in keys.sort_values(ascending=not descending, kind="stable").index]
    by_name = frame[[column, "client_name"]].sort_values("client_name", kind="stable")
    found = by_name[column].sort_values(ascending=not descending, kind="stable", na_position="last")
    return [int(each) for each in found.index]


def _lines(frame: pd.DataFrame, ids: list[int], level: int) -> dict[int, ValueLine]:
    known = frame.index
    rows = frame.loc[[each for each in ids if each in known]]
    has = level > 0
    return {
        int(row.client_id): ValueLine(
            id=int(row.client_id),
            name=str(row.client_name),
            segment=_text(row.segment),
            last_sale=None
            if row.last_sale is None or row.last_sale != row.last_sale
            else row.last_sale.date(),
            recency=_whole(row.recency_days),
            gap=_number(row.typical_gap_days),
            revenue=int(row.revenue_window),
            simple=_number(row.simple_value),
            p=_number(row.p_order_90) if has else None,
            expected_orders=_number(row.expected_orders) if has else None,
            value=_number(row.value) if has else None,
            low=_number(row.value_low) if has else None,
            high=_number(row.value_high) if has else None,
            own_orders=_whole(row.own_orders) or 0,
            shown=str(row.shown),
            tier=_text(row.tier) if has else "",
        )
        for row in rows.itertuples(index=False, name="Row")
    }


def _map(values: CustomerValues, frame: pd.DataFrame) -> Map:
    import numpy as np

    yearly = frame["margin_window" if values.margin_known else "revenue_window"].astype(float)
    is_number = (frame["shown"] == "number").to_numpy()
    years = values.horizon_days / YEAR
    drawn = frame[["client_id", "segment", "value"]].assign(
        p=frame["p_order" if values.level == 1 else "p_order_90"],
        yearly=yearly,
        low=np.where(is_number, frame["value_low"] / years, np.nan),
        high=np.where(is_number, frame["value_high"] / years, np.nan),
    )
    quiet = (drawn["p"] < 0.5) & (yearly > 0)
    return Map(
        drawn.reset_index(drop=True), int(quiet.sum()), float(yearly[quiet].sum()), int((yearly <= 0).sum())
    )


def _by_segment(
    values: CustomerValues, frame: pd.DataFrame, infos: dict[str, SegmentInfo], settings: AnalysisSettings
) -> tuple[SegmentLine, ...]:
    """By segment at level 3; below, all clients together: there are too few to tell segments apart."""
    if not values.level:
        return ()
    if values.level < 3:
        return (_segment_line("", None, frame, values, settings),)
    groups = dict(list(frame.groupby("segment", sort=False)))
    return tuple(
        _segment_line(code, code, groups[code], values, settings) for code in infos if code in groups
    )


def _segment_line(
    name: str, code: str | None, rows: pd.DataFrame, values: CustomerValues, settings: AnalysisSettings
) -> SegmentLine:
    new = values.new_client(code)
    worth, cost = rows["value"].dropna(), rows["acquisition_cost"].dropna()
    return SegmentLine(
        code=name,
        clients=len(rows),
        total=float(worth.sum()),
        mean=float(worth.mean()) if len(worth) else 0.0,
        low=float(worth.quantile(0.1)) if len(worth) else 0.0,
        high=float(worth.quantile(0.9)) if len(worth) else 0.0,
        ceiling=None if new is None else new.ceiling(settings.value_ratio),
        cost=float(cost.mean()) if len(cost) else None,
        costed=len(cost),
    )


def equity_days(book: Any, as_of: date, discount_rate: float | None) -> tuple[date, ...]:
    """The days whose values the chart over time shows."""
    from portfolio_app.services.value import equity_days

    return equity_days(book, as_of, discount_rate)


def work_out(book: Any, as_of: date, day: date, discount_rate: float | None) -> None:
    """Work out one of these days, so that `look_equity` finds it done."""
    from portfolio_app.services.value import equity_on

    equity_on(book, as_of, day, discount_rate)


def look_equity(
    book: Any, as_of: date, discount_rate: float | None = None
) -> tuple[Equity, dict[str, SegmentInfo]]:
    """The value over time, and the segments it is of."""
    from portfolio_app.services import portfolio
    from portfolio_app.services.value import equity

    infos = {each.code: each for each in portfolio.segments(book, as_of=as_of)}
    return equity(book, as_of, discount_rate), infos


def look_spent(book: Any, as_of: date) -> Spent:
    """What was spent on winning clients, and what may be."""
    from portfolio_app.services import spending
    from portfolio_app.services.analysis_settings import analysis_settings
    from portfolio_app.services.value import acquisition

    found = acquisition(book, as_of)
    return Spent(
        found.after,
        found.until,
        found.sources,
        found.new,
        tuple(spending.spending_lines(book)),
        tuple(spending.sources(book)),
        analysis_settings(book),
    )


def _number(value: Any) -> float | None:
    return None if value is None or value != value else float(value)


def _whole(value: Any) -> int | None:
    return None if value is None or value != value else int(value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
