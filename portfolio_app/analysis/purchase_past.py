"""A book's purchases as known on a day, ready to be forecast from: histories, clock, model, amounts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.order_value import OrderValue, fit_order_value
from portfolio_app.analysis.purchase_days import PurchaseDays
from portfolio_app.analysis.purchase_model import Histories, PurchaseModel, Values
from portfolio_app.analysis.rhythm import Pace
from portfolio_app.analysis.season import Clock, Days


@dataclass(frozen=True)
class Past:
    """The clients who bought by `today`. Days are numbers since 1970-01-01, amounts money units.

    `count`, `mean`: each client's purchase days and their mean amount; `first_day`, `last_day`.
    """

    facts: SaleFacts
    today: int
    days: PurchaseDays
    time: Clock
    histories: Histories
    model: PurchaseModel | None
    count: Values
    mean: Values
    first_day: Days
    last_day: Days

    @classmethod
    def of(cls, facts: SaleFacts, pace: Pace, amounts: Values) -> Past | None:
        """As known on the day of `pace`; None without a purchase. `amounts`: `purchase_amounts` of the facts."""
        today = pace.today
        days = PurchaseDays.until(facts, today)
        if not len(days.day):
            return None
        time = days.clock(pace.index, today)
        spent = np.where(facts.paid_day <= today, amounts, 0.0)
        running = np.concatenate(([0.0], np.cumsum(spent)))
        total = (running[facts.paid.ends] - running[facts.paid.starts])[days.places]
        count = (days.ends - days.begins).astype(np.float64)
        return cls(
            facts, today, days, time, days.histories(time, today), pace.model, count, total / count,
            days.day[days.begins], days.day[days.ends - 1],
        )  # fmt: skip

    @property
    def history_days(self) -> int:
        """Days from the book's first order to today, both counted."""
        return int(self.today - self.days.day.min()) + 1

    def order_value(self) -> OrderValue | None:
        """What orders bring, fitted on all of them."""
        return fit_order_value(self.count, self.mean)

    def ahead(self, days: Values) -> Values:
        """How much time passes on the clock in so many days from today."""
        shown = np.interp(
            self.today + days - self.time.origin, np.arange(len(self.time.reading)), self.time.reading
        )
        return shown - self.time.at(np.array([self.today]))[0]

    def repeats_within(self, after: int, until: int) -> Values:
        """By client of this past, the orders later than `after`, up to and with `until`; the first one apart."""
        return self.facts.paid.total(self._repeats(after, until))[self.days.places].astype(np.float64)

    def sum_within(self, amounts: Values, after: int, until: int) -> float:
        """What the orders counted by `repeats_within` amount to, of all clients of this past."""
        return float(amounts[self._repeats(after, until)].sum())

    def _repeats(self, after: int, until: int) -> NDArray[np.bool_]:
        """Which of the facts' purchase days are orders after the first, of known clients, in (after, until]."""
        facts = self.facts
        first = np.full(len(facts.clients), np.iinfo(np.int64).max)
        first[self.days.places] = self.first_day
        later = np.maximum(np.repeat(first, facts.paid.ends - facts.paid.starts), after)
        return (facts.paid_day > later) & (facts.paid_day <= until)


def purchase_amounts(facts: SaleFacts) -> Values:
    """What each purchase day of the facts amounts to, in their order: the sum of the client's lines that day."""
    if not len(facts.day):
        return np.zeros(0)
    client = np.repeat(np.arange(len(facts.clients)), facts.lines.ends - facts.lines.starts)
    begins = np.flatnonzero(np.r_[True, (np.diff(client) != 0) | (np.diff(facts.day) != 0)])
    total = np.add.reduceat(facts.amount, begins)
    return total[total > 0].astype(np.float64)
