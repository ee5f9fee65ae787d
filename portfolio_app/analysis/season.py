"""Operational time: a clock that runs faster in the months in which the book's clients order more.

A client silent in August of a trade that sleeps in August is not late. Silences and gaps are therefore
measured on this clock where the history is long enough to tell a season from chance.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.int64]
Times = NDArray[np.float64]

MIN_MONTHS = 24
MIN_ORDERS = 500
_MAX_MONTHS = 60
_ACTIVE_DAYS = 365
_SHRINK_ORDERS = 20
_AHEAD_DAYS = 3660
"""How far past the last day asked the clock still turns, for dates to come."""
_DAYS_OF_MONTH = np.array([31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])


@dataclass(frozen=True)
class Clock:
    """Operational time of the days from `origin` on; a year lasts a year, a busy day more than a quiet one.

    `reading[i]` is the time passed from `origin` to day `origin + i`.
    """

    origin: int
    reading: Times

    def at(self, day: Days) -> Times:
        """The time on these days (since 1970-01-01), none earlier than `origin`."""
        return self.reading[day - self.origin]

    def day_at(self, time: Times) -> Times:
        """The day on which the clock shows this time, as a fraction of days; NaN beyond its end."""
        days = np.arange(len(self.reading), dtype=np.float64) + self.origin
        return np.interp(time, self.reading, days, left=np.nan, right=np.nan)


def monthly_index(day: Days, client: Days, today: int) -> Times | None:
    """How much more, or less, clients order in each calendar month: twelve factors whose mean day is 1.

    `day`: purchase days up to `today`, sorted within `client`. Orders of a month are divided by the clients
    active at its beginning (who bought in the year before it), so that a growing book is no season; whole
    years only, five at most. Each month is drawn to 1 by 20 orders. None with less than 24 whole months or
    500 purchase days. Source: METHODS, overdue rule.
    """
    if len(day) < MIN_ORDERS:
        return None
    this_month = int(np.datetime64(today, "D").astype("datetime64[M]").astype(np.int64))
    first_month = int(np.datetime64(int(day.min()), "D").astype("datetime64[M]").astype(np.int64)) + 1
    if this_month - first_month < MIN_MONTHS:
        return None
    months = min((this_month - first_month) // 12 * 12, _MAX_MONTHS)
    starts = np.arange(this_month - months, this_month + 1).astype("datetime64[M]").astype("datetime64[D]")
    edges = starts.astype(np.int64)
    again = np.zeros(len(day), dtype=bool)
    again[1:] = client[1:] == client[:-1]
    orders = _month_counts(day[again], edges)
    exposure = _active_at(day, again, edges)[:-1] * np.diff(edges)
    if exposure.sum() <= 0 or orders.sum() <= 0:
        return None
    expected = exposure * (orders.sum() / exposure.sum())
    calendar = (np.arange(this_month - months, this_month)) % 12
    index = (np.bincount(calendar, orders, 12) + _SHRINK_ORDERS) / (
        np.bincount(calendar, expected, 12) + _SHRINK_ORDERS
    )
    return index / np.average(index, weights=_DAYS_OF_MONTH)


def _month_counts(day: Days, edges: Days) -> Times:
    """How many of the days fall in each month between the edges."""
    by_day = np.bincount(
        day[(day >= edges[0]) & (day < edges[-1])] - edges[0], minlength=edges[-1] - edges[0]
    )
    return np.add.reduceat(by_day, edges[:-1] - edges[0]).astype(np.float64)


def _active_at(day: Days, again: NDArray[np.bool_], edges: Days) -> Times:
    """How many clients had bought within the year before each of these days.

    Each purchase keeps its client active from the day after it until the next one, a year at most.
    """
    until = day + _ACTIVE_DAYS
    followed = np.flatnonzero(again)
    until[followed - 1] = np.minimum(until[followed - 1], day[followed])
    low, high = int(edges[0]), int(edges[-1])
    span = high - low + 2
    come = np.bincount(np.clip(day + 1, low, high + 1) - low, minlength=span)
    gone = np.bincount(np.clip(until + 1, low, high + 1) - low, minlength=span)
    return np.cumsum(come - gone)[edges - low].astype(np.float64)


def clock(index: Times | None, first: int, last: int) -> Clock:
    """The clock from day `first` to well after day `last`; the calendar itself without an index."""
    days = np.arange(first, last + _AHEAD_DAYS)
    if index is None:
        return Clock(first, (days - first).astype(np.float64))
    month = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) % 12
    return Clock(first, np.concatenate(([0.0], np.cumsum(index[month])[:-1])))
