"""Spreading what is due over the days, so many clients a day, without dropping anyone."""

from __future__ import annotations

from datetime import date

import numpy as np

from portfolio_app.analysis.frames import DATE
from portfolio_app.analysis.lanes import Days, Flags, number
from portfolio_app.analysis.working_days import WorkingDays

_AHEAD = 3_660
"""What is due so much later is not spread yet."""


def spread(
    due: Days, elastic: Flags, capacity: int | None, done_today: int, as_of: date, working: WorkingDays
) -> np.ndarray:
    """The day on which each line of the queue is to be done (datetime64, as the queue's other days).

    `due`: the days of the lines, in the order of the queue. Those that are not `elastic` keep their day, today at
    the earliest, and take their places first. The elastic ones fill what is left of the days: what is due first,
    in the order of the queue, then what is coming, none before its day. There are `capacity` places, one at
    least, today, a working day or not, less `done_today`, and on the working days after it; what has a day of its
    own may overfill a day. Without a capacity everything keeps its day, and what is due is for today.
    """
    today = number(as_of)
    planned = np.maximum(due, today)
    if capacity is not None:
        elastic = elastic & (planned - today <= _AHEAD)
        rows = np.flatnonzero(elastic)
        rows = rows[np.argsort(planned[rows], kind="stable")]
        taken = np.sort(np.append(planned[~elastic], np.full(done_today, today)))
        planned[rows] = _fill(planned[rows], taken, max(capacity, 1), today, working)
    return planned.astype("datetime64[D]").astype(DATE)


def _fill(wanted: Days, taken: Days, capacity: int, today: np.int64, working: WorkingDays) -> Days:
    """The first day with a place for each, on the day it wants or after; they come in the order of these days."""
    if not len(wanted):
        return wanted
    last = wanted[-1]
    length = int(last - today) + 2 * (len(wanted) // capacity) + 30
    while True:
        days = _days(today, length, working)
        used = np.searchsorted(taken, days, side="right") - np.searchsorted(taken, days)
        free = np.maximum(capacity - used, 0)
        if free[days >= last].sum() >= len(wanted):
            break
        length *= 2
    places = np.cumsum(free)
    earliest = (places - free)[np.searchsorted(days, wanted)]
    turn = np.arange(len(wanted))
    place = turn + np.maximum.accumulate(earliest - turn)
    found: Days = days[np.searchsorted(places, place, side="right")]
    return found


def _days(today: np.int64, length: int, working: WorkingDays) -> Days:
    """Today and the working days after it."""
    coming = (today + np.arange(1, length + 1)).astype("datetime64[D]")
    return np.append([today], np.unique(working.roll(coming)).astype(np.int64))
