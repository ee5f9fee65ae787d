"""Each client's purchase days up to a day, and what of them the model of purchases learns from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.purchase_model import Histories
from portfolio_app.analysis.season import Clock, Days, clock


@dataclass(frozen=True)
class PurchaseDays:
    """The purchase days up to a day, of the clients that have any, which stand at `places` in the facts.

    `client` is the number of each day's client here.
    """

    places: Days
    day: Days
    client: Days
    begins: Days
    ends: Days

    @classmethod
    def until(cls, facts: SaleFacts, today: Days | int) -> PurchaseDays:
        """Of the clients of the facts, each up to its own day of `today`, or all up to one day."""
        each = np.broadcast_to(np.asarray(today, dtype=np.int64), len(facts.clients))
        past = facts.paid_day <= np.repeat(each, facts.paid.ends - facts.paid.starts)
        count = facts.paid.total(past)
        return cls._laid_out(np.flatnonzero(count), facts.paid_day[past], count[count > 0])

    @classmethod
    def _laid_out(cls, places: Days, day: Days, count: Days) -> PurchaseDays:
        ends = np.cumsum(count)
        return cls(places, day, np.repeat(np.arange(len(count)), count), ends - count, ends)

    def of(self, chosen: Days) -> PurchaseDays:
        """Of some of the clients only."""
        keep = np.zeros(len(self.places), dtype=bool)
        keep[chosen] = True
        count = (self.ends - self.begins)[keep]
        return PurchaseDays._laid_out(self.places[keep], self.day[keep[self.client]], count)

    def spread_over(self, most: int) -> PurchaseDays:
        """Of at most so many clients, spread evenly over the list, the same ones every time."""
        if len(self.places) <= most:
            return self
        return self.of(np.linspace(0, len(self.places) - 1, most).astype(np.int64))

    def histories(self, time: Clock, today: int) -> Histories:
        """What the model learns from, on the clock `time`."""
        shown = time.at(self.day)
        inside = self.client[1:] == self.client[:-1]
        gaps, owner = np.diff(shown)[inside], self.client[1:][inside]
        first = shown[self.begins]
        return Histories(
            repeats=(self.ends - self.begins - 1).astype(np.float64),
            last=shown[self.ends - 1] - first,
            age=time.at(np.array([today]))[0] - first,
            log_gaps=np.bincount(owner, np.log(gaps), len(self.places)).astype(np.float64),
        )

    def median_gap(self, time: Clock) -> float:
        """The middle one of all gaps between two purchase days of a client, on the clock; NaN without any."""
        inside = self.client[1:] == self.client[:-1]
        gaps = np.diff(time.at(self.day))[inside]
        return float(np.median(gaps)) if len(gaps) else np.nan

    def clock(self, index: np.ndarray | None, today: int) -> Clock:
        """The clock of these days: of the season `index`, or the calendar."""
        return clock(index, int(self.day.min()), today)
