"""Days that come back every year, and which of them still waits to be answered.

The 29 February is the 28th in other years. Days are numbers since 1970-01-01.
"""

from __future__ import annotations

import numpy as np

from portfolio_app.analysis.lanes import NEVER, Days, Flags

EARLY_DAYS = 7
"""Ticked off so long before it is due, an occurrence counts as answered."""


def first_from(first: Days, yearly: Flags, day: Days) -> Days:
    """Each date's first occurrence on or after `day`, none before `first`; `NEVER` when there is none."""
    start = np.maximum(first, day)
    this = _in_year(first, _year(start))
    coming = np.where(this >= start, this, _in_year(first, _year(start) + 1))
    return np.where(yearly, coming, np.where(first >= day, first, NEVER))


def unanswered(
    first: Days, yearly: Flags, notice: Days, late: Days, answers: tuple[Days, Days], today: np.int64
) -> Days:
    """Of each date the occurrence that is coming, or `late` days past at most, and was not answered.

    `answers`: (place of the date, day it was ticked off). An answer is about the earliest occurrence still open
    that day, if it came no sooner than `EARLY_DAYS` before its notice: a date moved to later is open again.
    """
    passed = np.full(len(first), first.min(initial=0) - 1)
    place, day = (column[np.lexsort((answers[1], answers[0]))] for column in answers)
    rank = np.arange(len(place)) - np.searchsorted(place, place)
    for turn in range(int(rank.max(initial=-1)) + 1):
        at, on = place[rank == turn], day[rank == turn]
        open_then = first_from(first[at], yearly[at], np.maximum(passed[at] + 1, on - late[at]))
        answered = (open_then < NEVER) & (on >= open_then - notice[at] - EARLY_DAYS)
        passed[at] = np.where(answered, open_then, passed[at])
    return first_from(first, yearly, np.maximum(passed + 1, today - late))


def _year(day: Days) -> Days:
    years: Days = day.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64)
    return years


def _in_year(first: Days, year: Days) -> Days:
    """The month and day of `first` in that year (since 1970)."""
    months = first.astype("datetime64[D]").astype("datetime64[M]")
    in_month = first - months.astype("datetime64[D]").astype(np.int64)
    month = (year * 12 + months.astype(np.int64) % 12).astype("datetime64[M]")
    begins = month.astype("datetime64[D]").astype(np.int64)
    last = (month + 1).astype("datetime64[D]").astype(np.int64) - 1
    return np.minimum(begins + in_month, last)
