"""Are newer clients better? Clients by when they first ordered, and how many of them still buy at each age."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import numpy as np

from portfolio_app.analysis.periods import Period, day_number, first_of, last_of, month_number
from portfolio_app.analysis.retention import Activity, Mask

Measure = Literal["active", "ordered"]
MOST = {1: 24, 3: 16, 12: 12}
"""How many cohorts are shown, and how many steps of age, by grain."""
_EPOCH = 1970 * 12
_FEWEST = 5


@dataclass(frozen=True)
class Cohorts:
    """One row per cohort that has clients, the oldest first; columns: age 0, 1, 2… in steps of `grain` months.

    `share`: of the cohort, who is active at the end of that step (bought within `window` days up to it), or
    ordered within the step; NaN where it has not begun. `counts`: how many these are. `provisional`: the last
    `window` days for "active", a step that is not over for "ordered". `sizes`: clients by cohort; `starts`: first
    day of each cohort. `everybody`: by age, the share of all the cohorts that have that step behind them.
    """

    grain: int
    measure: Measure
    window: int
    starts: tuple[date, ...]
    sizes: np.ndarray = field(repr=False)
    counts: np.ndarray = field(repr=False)
    share: np.ndarray = field(repr=False)
    provisional: np.ndarray = field(repr=False)
    everybody: np.ndarray = field(repr=False)
    members: dict[tuple[int, int], np.ndarray] = field(repr=False)
    """By (cohort, age) the ids of the clients counted; age -1: the whole cohort."""

    def newer_against_older(self) -> tuple[int, float, float] | None:
        """(age, share of the newer half of the cohorts, share of the older half) at the age best known.

        That is the latest age which at least four cohorts of five clients or more have surely reached.
        """
        sure = np.isfinite(self.share) & ~self.provisional & (self.sizes >= _FEWEST)[:, None]
        ages = [age for age in range(1, self.share.shape[1]) if sure[:, age].sum() >= 4]
        telling = [age for age in ages if np.nanmin(self.share[sure[:, age], age]) < 1]
        if not telling:
            return None
        age = telling[len(telling) // 2]
        rows = np.flatnonzero(sure[:, age])
        older, newer = rows[: len(rows) // 2], rows[len(rows) // 2 :]
        new, old = (float(self.counts[part, age].sum() / self.sizes[part].sum()) for part in (newer, older))
        return age, new, old


def fitting_grain(activity: Activity, as_of: date) -> int:
    """Months per cohort that suit the book's pace and the length of its history."""
    first = activity.nth(0)
    some = first[first <= day_number(as_of)]
    if not len(some):
        return 3
    years = (int(day_number(as_of)) - int(some.min())) / 365
    if activity.window <= 90 and years <= 2:
        return 1
    return 12 if activity.window > 180 and years >= 4 else 3


def cohorts(activity: Activity, as_of: date, grain: int, measure: Measure = "active") -> Cohorts:
    """The cohorts up to a day, the latest `MOST` of them."""
    today = day_number(as_of)
    first = activity.nth(0)
    last = month_number(as_of) // grain
    known = np.flatnonzero(first <= today)
    month = np.full(len(first), -1, dtype=np.int64)
    month[known] = first[known].astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + _EPOCH
    cohort = np.where(month >= 0, month // grain, -1)
    begin = max(int(cohort[known].min()), last - MOST[grain] + 1) if len(known) else last + 1
    shown = range(begin, last + 1)
    place = np.where(cohort >= begin, cohort - begin, -1)
    sizes = np.bincount(place[place >= 0], minlength=len(shown))
    counts = np.zeros((len(shown), len(shown)), dtype=np.int64)
    share = np.full(counts.shape, np.nan)
    provisional = np.zeros(counts.shape, dtype=bool)
    members: dict[tuple[int, int], np.ndarray] = {}
    for step, number in enumerate(shown):
        period = Period(first_of(number * grain), min(last_of(number * grain + grain - 1), as_of))
        here = _counted(activity, period, measure) & (place >= 0) & (place <= step)
        found = np.bincount(place[here], minlength=len(shown))
        is_open = period.end < last_of(number * grain + grain - 1)
        is_late = period.until > today - activity.window if measure == "active" else is_open
        for row in range(step + 1):
            counts[row, step - row] = found[row]
            share[row, step - row] = found[row] / sizes[row] if sizes[row] else np.nan
            provisional[row, step - row] = is_late or is_open
        _remember(members, activity, here, place, step)
    for row in range(len(shown)):
        members[row, -1] = activity.facts.clients[place == row]
    some = np.flatnonzero(sizes)  # a month in which nobody came is no row
    members = {
        (new, age): members[row, age] for new, row in enumerate(some.tolist()) for age in _ages(members, row)
    }
    starts = tuple(first_of(shown[row] * grain) for row in some)
    sizes, counts, share, provisional = (each[some] for each in (sizes, counts, share, provisional))
    return Cohorts(
        grain=grain,
        measure=measure,
        window=activity.window,
        starts=starts,
        sizes=sizes,
        counts=counts,
        share=share,
        provisional=provisional,
        everybody=_everybody(counts, sizes, provisional, share),
        members=members,
    )


def _ages(members: dict[tuple[int, int], np.ndarray], row: int) -> list[int]:
    return [age for at, age in members if at == row]


def _counted(activity: Activity, period: Period, measure: Measure) -> Mask:
    return activity.active(period.until) if measure == "active" else activity.bought(period)


def _remember(
    members: dict[tuple[int, int], np.ndarray], activity: Activity, here: Mask, place: np.ndarray, step: int
) -> None:
    """Whose ids stand behind the cells of one step."""
    chosen = np.flatnonzero(here)
    order = chosen[np.argsort(place[chosen], kind="stable")]
    ids, rows = activity.facts.clients[order], place[order]
    edges = np.searchsorted(rows, np.arange(step + 2))
    for row in range(step + 1):
        members[row, step - row] = ids[edges[row] : edges[row + 1]]


def _everybody(
    counts: np.ndarray, sizes: np.ndarray, provisional: np.ndarray, share: np.ndarray
) -> np.ndarray:
    """By age, the share over all cohorts that have surely reached it."""
    sure = np.isfinite(share) & ~provisional
    whole = (sure * sizes[:, None]).sum(axis=0)
    found = np.full(counts.shape[1], np.nan)
    np.divide((counts * sure).sum(axis=0), whole, out=found, where=whole > 0)
    return found
