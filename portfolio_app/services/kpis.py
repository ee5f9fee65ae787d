"""The indicators of a book over any period against any other, their course, and what stands behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from portfolio_app.models.money import MONEY_SCALE
from portfolio_app.services.analysis_settings import analysis_settings
from portfolio_app.storage import activity_frames
from portfolio_app.storage import frames as stored
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from portfolio_app.analysis.cohorts import Cohorts, Measure
    from portfolio_app.analysis.kpi_board import Board, Reading
    from portfolio_app.analysis.kpis import Indicator
    from portfolio_app.analysis.revenue_bridge import Bridge
    from portfolio_app.analysis.revenue_forecast import Forecast

READS = ("client", "sale", "interaction", "follow_up", "deal", "survey_answer")
"""The kinds of record the indicators are computed from."""
Days = tuple[date, date]
"""The first and the last day of a period, both included."""
_BOARDS = 2
_VIEWS = 4
YEARS_SHOWN = 36
"""Months of course read for one indicator: two years, and the one before them."""


@dataclass(frozen=True)
class KpiView:
    """Every indicator over `period` and over `against`, see `analysis.kpis`.

    `window`: H, within how many days of an order a client counts as active. By code: `readings`, `before` (over
    `against`), `lights` ("good", "warn", "bad", "" without a target) and `targets` (aimed at, still acceptable;
    amounts in currency units, what adds up over time for a year), of which `aims` are those for the period.
    `chance`: of which the two differ by no more than chance does. `course`: see `analysis.kpis.course`.
    """

    as_of: date
    period: Days
    against: Days
    window: int
    indicators: Mapping[str, Indicator] = field(repr=False)
    readings: dict[str, Reading] = field(repr=False)
    before: dict[str, Reading] = field(repr=False)
    chance: frozenset[str]
    lights: dict[str, str]
    targets: Mapping[str, tuple[float, float]]
    aims: dict[str, tuple[float, float]]
    course: pd.DataFrame = field(repr=False)


@dataclass(frozen=True)
class KpiDetail:
    """One indicator: its course over three years, and the clients behind it by group, now and at each month.

    `months` are parallel to the last rows of `course`.
    """

    code: str
    course: pd.DataFrame = field(repr=False)
    groups: dict[str, np.ndarray] = field(repr=False)
    months: tuple[dict[str, np.ndarray], ...] = field(repr=False)


def named_period(name: str, as_of: date) -> Days:
    """See `analysis.periods.named_period`."""
    from portfolio_app.analysis import periods

    found = periods.named_period(name, as_of)
    return found.start, found.end


def compared_with(name: str, period: Days) -> Days:
    """See `analysis.periods.compared_with`."""
    from portfolio_app.analysis import periods

    found = periods.compared_with(name, periods.Period(*period))
    return found.start, found.end


def indicators(book: Book, as_of: date, period: Days, against: Days) -> KpiView:
    """The indicators as known on a day; periods end no later than it. Cached until the book changes."""
    from portfolio_app.analysis import kpis
    from portfolio_app.analysis.periods import Period

    period, against = _known(period, as_of), _known(against, as_of)
    key = ("kpis", as_of, period, against)
    first, second = Period(*against), Period(*period)

    def make() -> tuple[int, dict[str, Reading], dict[str, Reading], pd.DataFrame]:
        board = _board(book, as_of)
        now, then = (
            {code: kpis.read(board, code, each) for code in kpis.INDICATORS} for each in (second, first)
        )
        return board.window, now, then, kpis.course(board, second, kpis.INDICATORS)

    window, readings, before, course = book.cache.get(key, READS, make, few=_VIEWS)
    targets = {
        code: pair for code, pair in analysis_settings(book).targets.items() if code in kpis.INDICATORS
    }
    aims = {code: _aim(kpis.INDICATORS[code], pair, second.days) for code, pair in targets.items()}
    return KpiView(
        as_of=as_of,
        period=period,
        against=against,
        window=window,
        indicators=kpis.INDICATORS,
        readings=readings,
        before=before,
        chance=frozenset(code for code in readings if kpis.is_chance(readings[code], before[code])),
        lights={code: kpis.light(each.value, aims.get(code)) for code, each in readings.items()},
        targets=targets,
        aims=aims,
        course=course,
    )


def _aim(indicator: Indicator, target: tuple[float, float], days: int) -> tuple[float, float]:
    from portfolio_app.analysis.kpis import scaled_target

    aimed, acceptable = scaled_target(indicator.code, target, days)
    scale = MONEY_SCALE if indicator.unit == "money" else 1
    return aimed * scale, acceptable * scale


def detail(book: Book, as_of: date, period: Days, code: str) -> KpiDetail:
    """One indicator with the clients behind it. Raises KeyError for an unknown code."""
    from portfolio_app.analysis import kpi_groups, kpis
    from portfolio_app.analysis.periods import Period

    period = _known(period, as_of)

    def make() -> KpiDetail:
        board = _board(book, as_of)
        ends = kpis.trend_ends(Period(*period))
        months = tuple(kpi_groups.groups(board, code, each) for each in ends)
        course = kpis.course(board, Period(*period), (code,), YEARS_SHOWN)
        return KpiDetail(code, course, months[-1], months)

    return book.cache.get(("kpi_detail", as_of, period, code), READS, make, few=_VIEWS)


def bridge(book: Book, as_of: date, first: Days, second: Days) -> Bridge:
    """What moved the revenue from one period to another."""
    from portfolio_app.analysis.periods import Period
    from portfolio_app.analysis.revenue_bridge import bridge as compute

    first, second = _known(first, as_of), _known(second, as_of)
    return book.cache.get(
        ("bridge", as_of, first, second),
        READS,
        lambda: compute(_board(book, as_of).activity, Period(*first), Period(*second)),
        few=_VIEWS,
    )


def cohorts(book: Book, as_of: date, grain: int | None = None, measure: Measure = "active") -> Cohorts:
    """The clients by when they first ordered; `grain` in months, None for what suits the book."""
    from portfolio_app.analysis import cohorts as by_age

    def make() -> Cohorts:
        activity = _board(book, as_of).activity
        return by_age.cohorts(activity, as_of, grain or by_age.fitting_grain(activity, as_of), measure)

    return book.cache.get(("cohorts", as_of, grain, measure), READS, make, few=_VIEWS)


def forecast(book: Book, as_of: date) -> Forecast:
    """The revenue of the next three months, and how wrong such forecasts were."""
    from portfolio_app.analysis.revenue_forecast import revenue_forecast

    facts = stored.sale_facts(book)
    return book.cache.get(
        ("revenue_forecast", as_of),
        ("sale",),
        lambda: revenue_forecast(facts, as_of),
        until=as_of,
        few=_VIEWS,
    )


def _known(period: Days, as_of: date) -> Days:
    """What a day knows of a period."""
    return min(period[0], as_of), min(period[1], as_of)


def _board(book: Book, as_of: date) -> Board:
    from portfolio_app.analysis.kpi_board import Board, Records

    def make() -> Board:
        of_book = stored.book_frames(book, as_of, None, touches=False)
        return Board.of(
            Records(
                as_of=as_of,
                facts=stored.sale_facts(book),
                touches=stored.touch_facts(book),
                calls=activity_frames.calls(book),
                deals=of_book.deals,
                surveys=of_book.surveys,
                prospects=activity_frames.prospects(book),
            )
        )

    return book.cache.get(("kpi_board", as_of), READS, make, few=_BOARDS)
