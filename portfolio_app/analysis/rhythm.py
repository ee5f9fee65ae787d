"""Each client's buying rhythm on a day: its usual gap, how late it is, and whether that is still chance."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from portfolio_app.analysis.columns import LATE, VERY_LATE
from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.frames import DATE, RHYTHM_COLUMNS, empty_frame
from portfolio_app.analysis.purchase_days import PurchaseDays
from portfolio_app.analysis.purchase_model import Histories, PurchaseModel, fit
from portfolio_app.analysis.season import Clock, Days, Times, clock, monthly_index

MODELLED = frozenset({"p_active", "p_overdue", "expected_next"})
"""The columns that need the model of the whole book; the others are counted from the client's own days."""
MAX_FITTED = 5_000
_MIN_GAPS_OF_SPREAD = 3
_NOT_A_DAY = np.datetime64("NaT", "D")


@dataclass(frozen=True)
class Pace:
    """What the whole book says on a day: the clock its season runs by, and the model of its purchases.

    `index` is None without a season, `model` where the history is too short to learn from, or was not asked.
    """

    today: int
    index: Times | None
    model: PurchaseModel | None


def rhythm(facts: SaleFacts, as_of: date, only: Collection[str] | None = None) -> pd.DataFrame:
    """One row per client with a purchase day on or before `as_of`: client_id and

    - typical_gap_days: (last - first purchase day) / (purchase days - 1); NaN below two purchase days
    - gap_spread_days: standard deviation (n - 1) of the gaps; NaN below three gaps
    - lateness: silence since the last purchase over the typical gap; both in seasonal time where `seasonal`
    - p_overdue: probability of a silence this long, or longer, in a client that is still active; below 0.10 it
      is late, below 0.025 very late. With one purchase day it rests on the other clients alone
    - overdue_on, very_overdue_on: of those who are late, the day they became so, and the day they are, or will
      be, very late; NaT for the others
    - p_active: probability that the client still is one, by the same model
    - expected_next: the day the next order is expected, which may be past; NaT where no mean gap exists
    - seasonal: whether time was counted by the book's season (24 months and 500 orders at least)

    p_active, p_overdue and expected_next are missing below 10 clients, 20 repeat orders or two median gaps of history,
    and where `only` names none of them: learning them takes longer than all the rest. Source: METHODS,
    purchases and overdue rule.
    """
    wanted = only is None or bool(MODELLED & set(only))
    return apply(pace(facts, as_of, wanted), facts)


def pace(facts: SaleFacts, as_of: date, model: bool = True) -> Pace:
    """What the book as known on `as_of` says of its season and, if asked, of its clients' purchases."""
    today = _number(as_of)
    days = PurchaseDays.until(facts, today)
    index = monthly_index(days.day, days.client, today)
    return Pace(today, index, _learn(days, index, today) if model else None)


def apply(of_book: Pace, facts: SaleFacts, today: Days | None = None) -> pd.DataFrame:
    """The table of `rhythm` for the clients of `facts`, by what is known of the whole book.

    `today`: for each client of `facts` the day it is looked at (since 1970-01-01), by default that of the book.
    """
    asked = np.full(len(facts.clients), of_book.today) if today is None else today
    days = PurchaseDays.until(facts, asked)
    if not len(days.day):
        return empty_frame(RHYTHM_COLUMNS)
    asked = asked[days.places]
    time = clock(of_book.index, int(days.day.min()), int(asked.max()))
    first, last = days.day[days.begins], days.day[days.ends - 1]
    repeats = (days.ends - days.begins - 1).astype(np.float64)
    begun, latest = time.at(first), time.at(last)
    silence = time.at(asked) - latest
    with np.errstate(divide="ignore", invalid="ignore"):
        gap = np.where(repeats > 0, (last - first) / repeats, np.nan)
        late = np.where(repeats > 0, silence / ((latest - begun) / repeats), np.nan)
    chance, active = np.full((2, len(first)), np.nan)
    expected: NDArray[np.datetime64] = np.full(len(first), _NOT_A_DAY)
    since, very = expected.copy(), expected.copy()
    if of_book.model is not None:
        chance = of_book.model.p_overdue(repeats, latest - begun, silence)
        past = Histories(repeats, latest - begun, latest - begun + silence, np.zeros(len(first)))
        active = of_book.model.p_alive(past)
        expected = _dates(time, latest + of_book.model.expected_gap(repeats, latest - begun))
        late_ones = np.flatnonzero(chance < LATE)
        since[late_ones], very[late_ones] = (
            _falls_below(
                of_book.model, chance_left, time, latest[late_ones], begun[late_ones], repeats[late_ones]
            )
            for chance_left in (LATE, VERY_LATE)
        )
    return pd.DataFrame(
        {
            "client_id": facts.clients[days.places],
            "typical_gap_days": gap,
            "gap_spread_days": _spread(days, repeats),
            "lateness": late,
            "p_active": active,
            "p_overdue": chance,
            "overdue_on": since.astype(DATE),
            "very_overdue_on": very.astype(DATE),
            "expected_next": expected.astype(DATE),
            "seasonal": np.full(len(first), of_book.index is not None),
        },
        copy=False,
    )


def _learn(days: PurchaseDays, index: Times | None, today: int) -> PurchaseModel | None:
    """The model fitted on all clients, or on 5,000 spread evenly over the list, the same ones every time."""
    if not len(days.day):
        return None
    days = days.spread_over(MAX_FITTED)
    time = days.clock(index, today)
    histories = days.histories(time, today)
    return fit(histories) if histories.enough(days.median_gap(time)) else None


def _spread(days: PurchaseDays, repeats: Times) -> Times:
    """Standard deviation of each client's gaps in calendar days, from exact sums of whole days."""
    inside = days.client[1:] == days.client[:-1]
    gaps, owner = np.diff(days.day)[inside].astype(np.float64), days.client[1:][inside]
    total = np.bincount(owner, gaps, len(days.places))
    squares = np.bincount(owner, gaps**2, len(days.places))
    out = np.full(len(days.places), np.nan)
    some = repeats >= _MIN_GAPS_OF_SPREAD
    n = repeats[some]
    out[some] = np.sqrt((n * squares[some] - total[some] ** 2) / (n * (n - 1)))
    return out


def _dates(time: Clock, shown: Times) -> NDArray[np.datetime64]:
    day = np.rint(time.day_at(shown))
    out = np.full(len(day), _NOT_A_DAY)
    known = np.isfinite(day)
    out[known] = day[known].astype(np.int64).astype("datetime64[D]")
    return out


def _falls_below(
    model: PurchaseModel, level: float, time: Clock, latest: Times, begun: Times, repeats: Times
) -> NDArray[np.datetime64]:
    """The first day on which the chance of the silence since `latest` is below that level."""
    reached = time.day_at(latest + model.silence_at(level, repeats, latest - begun))
    out = np.full(len(reached), _NOT_A_DAY)
    known = np.isfinite(reached)
    # A hair off a whole day is rounding of the clock, not another day.
    out[known] = (np.floor(reached[known] + 1e-9).astype(np.int64) + 1).astype("datetime64[D]")
    return out


def _number(day: date) -> int:
    return int(np.datetime64(day, "D").astype(np.int64))
