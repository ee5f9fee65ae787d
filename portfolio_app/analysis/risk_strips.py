"""Why a client is found late: its purchase days, when the next one was to be expected, and today, as strips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.rhythm import Pace
from portfolio_app.analysis.season import clock

SOONEST, LATEST = 0.90, 0.10
"""The chances of a longer silence between which eight next orders of ten come."""
_OWN_GAPS = 3
"""Of so many gaps of its own a client's usual ones can be told where the book's model cannot."""


@dataclass(frozen=True)
class Strip:
    """One client's past, in days before today (0; none is positive), the latest last.

    `soonest`, `latest`: between which the next order was expected, eight times of ten, in days from today (negative:
    past); None where nothing is known of its rhythm. `by_others`: one purchase day only, so that they rest on the
    other clients alone. `by_own`: they rest on the client's own gaps alone, for want of history in the book.
    """

    client_id: int
    days: tuple[int, ...]
    soonest: float | None
    latest: float | None
    by_others: bool = False
    by_own: bool = False


def strips(facts: SaleFacts, pace: Pace, client_ids: Sequence[int]) -> list[Strip]:
    """The strips of these clients in their order; those who had not bought by the day of `pace` are left out."""
    return [strip for client in client_ids if (strip := _strip(facts, pace, client)) is not None]


def _strip(facts: SaleFacts, pace: Pace, client: int) -> Strip | None:
    place = int(np.searchsorted(facts.clients, client))
    if place >= len(facts.clients) or facts.clients[place] != client:
        return None
    days = facts.paid_day[facts.paid.starts[place] : facts.paid.ends[place]]
    days = days[days <= pace.today]
    if not len(days):
        return None
    shown = tuple((days - pace.today).tolist())
    band = _by_model(days, pace) if pace.model is not None else _by_own_gaps(days, pace)
    if band is None:
        return Strip(client, shown, None, None)
    return Strip(client, shown, *band, by_others=len(days) == 1, by_own=pace.model is None)


def _by_model(days: NDArray[np.int64], pace: Pace) -> tuple[float, float] | None:
    """By the law of the next gap that the overdue rule uses, in the time of the book's season."""
    assert pace.model is not None
    time = clock(pace.index, int(days[0]), pace.today)
    begun, latest = time.at(days[:1]), time.at(days[-1:])
    repeats = np.array([len(days) - 1.0])
    ends = [
        float(time.day_at(latest + pace.model.silence_at(chance, repeats, latest - begun))[0]) - pace.today
        for chance in (SOONEST, LATEST)
    ]
    # A day past the end of the clock, ten years from now, is no day to draw.
    return (
        None if not np.isfinite(ends[0]) else (ends[0], ends[1] if np.isfinite(ends[1]) else ends[0] + 3650)
    )


def _by_own_gaps(days: NDArray[np.int64], pace: Pace) -> tuple[float, float] | None:
    gaps = np.diff(days)
    if len(gaps) < _OWN_GAPS:
        return None
    low, high = np.quantile(gaps, [1 - SOONEST, 1 - LATEST])
    last = float(days[-1] - pace.today)
    return last + float(low), last + float(high)
