"""Who still buys, where nobody signs off: active clients, who stays, lapses, comes and comes back.

A client is active on a day when it bought within the H days up to it. H is one number for the whole book and
series, `activity_days`. An order is a purchase day: one on which the lines of a client sum to more than zero.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from portfolio_app.analysis.by_client import BEGINNING, NEVER, Integers
from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.periods import Period, day_number

Mask = NDArray[np.bool_]
SHORTEST, LONGEST, MONTH = 30, 365, 30
_PERCENTILE = 90


def activity_days(facts: SaleFacts, as_of: date) -> int:
    """H: the 90th percentile of all gaps between purchases up to a day, rounded up to a month of 30 days.

    Between 30 and 365 days; 365 where nobody has bought twice. Source: METHODS, retention.
    """
    gaps = _gaps(facts, day_number(as_of))
    if not len(gaps):
        return LONGEST
    months = int(np.ceil(float(np.percentile(gaps, _PERCENTILE)) / MONTH - 1e-9))
    return min(max(months * MONTH, SHORTEST), LONGEST)


def _gaps(facts: SaleFacts, today: np.int64) -> Integers:
    """Days between one purchase of a client and its next, of all clients, up to a day."""
    owner = np.repeat(np.arange(len(facts.clients)), facts.paid.ends - facts.paid.starts)
    same = (owner[1:] == owner[:-1]) & (facts.paid_day[1:] <= today)
    gaps: Integers = np.diff(facts.paid_day)[same]
    return gaps


@dataclass(frozen=True)
class Flows:
    """The clients of `SaleFacts.clients` over a period (t0, t1], as masks.

    retained: active on both days; lapsed: on t0 only; new: first order in the period, and no
    client before by its own record; reactivated: active on t1,
    not on t0 and not new; `new_gone`: those new who are no longer active on t1, which takes a period longer than
    H. So active after = retained + new - new_gone + reactivated.
    """

    before: Mask
    after: Mask
    new: Mask

    @property
    def retained(self) -> Mask:
        """Active on both days."""
        return self.before & self.after

    @property
    def lapsed(self) -> Mask:
        """Active at the beginning, no longer at the end."""
        return self.before & ~self.after

    @property
    def reactivated(self) -> Mask:
        """Active again at the end."""
        return self.after & ~self.before & ~self.new

    @property
    def new_gone(self) -> Mask:
        """First order in the period, and silent since."""
        return self.new & ~self.after


@dataclass(frozen=True)
class Activity:
    """What the purchase days say of any day, each worked out once.

    `window`: H in days. `began`: the day each client says it was a client since, `NEVER` where it does not.
    """

    facts: SaleFacts
    window: int
    began: Integers | None = None
    _last: dict[int, Integers] = field(default_factory=dict, repr=False)

    def last_before(self, day: np.int64) -> Integers:
        """Each client's last purchase day up to and with a day; `BEGINNING` without one."""
        if int(day) not in self._last:
            end = self.facts.paid.until(self.facts.paid_day, day)
            some = end > self.facts.paid.starts
            found = np.full(len(self.facts.clients), BEGINNING)
            found[some] = self.facts.paid_day[end[some] - 1]
            self._last[int(day)] = found
        return self._last[int(day)]

    def nth(self, number: int) -> Integers:
        """The day of each client's first (0), second (1)… purchase; `NEVER` without one."""
        key = -1 - number - 2**40  # no day has such a number
        if key not in self._last:
            place = self.facts.paid.starts + number
            some = place < self.facts.paid.ends
            found = np.full(len(self.facts.clients), NEVER)
            found[some] = self.facts.paid_day[place[some]]
            self._last[key] = found
        return self._last[key]

    def known_since(self) -> Integers:
        """The day of each client's first purchase, or the earlier one since which it says it was a client."""
        first = self.nth(0)
        return first if self.began is None else np.minimum(first, self.began)

    def active(self, day: np.int64) -> Mask:
        """Who bought within the H days up to a day."""
        return self.last_before(day) > day - self.window

    def bought(self, period: Period) -> Mask:
        """Who bought in a period."""
        return self.last_before(period.until) > period.after

    def flows(self, period: Period) -> Flows:
        """Who stayed, lapsed, came and came back over a period."""
        first = self.nth(0)
        return Flows(
            before=self.active(period.after),
            after=self.active(period.until),
            new=(self.known_since() > period.after) & (first <= period.until),
        )

    def second_orders(self, period: Period) -> tuple[Mask, Mask]:
        """Whose first order lies in the period moved back by H, and who of them ordered again within H of it."""
        first, second = self.nth(0), self.nth(1)
        cohort = (first > period.after - self.window) & (first <= period.until - self.window)
        return cohort, cohort & (second - first <= self.window)
