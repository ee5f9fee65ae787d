"""What the indicators of a book are read from, and what several of them share."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pandas as pd

from portfolio_app.analysis.by_client import NEVER, Integers
from portfolio_app.analysis.facts import SaleFacts, TouchFacts
from portfolio_app.analysis.frames import days_of
from portfolio_app.analysis.movement import LARGE_SAMPLE, wilson
from portfolio_app.analysis.periods import Period
from portfolio_app.analysis.retention import Activity, activity_days


@dataclass(frozen=True)
class Records:
    """What the indicators read, as known on `as_of`.

    `touches`; `calls`: one row per day (day, outgoing touches with a known outcome, of these answered), sorted;
    `deals`: client_id, status, opened_on, closed_on; `surveys`: client_id, kind, score, on; `prospects`: client_id
    and `since`, the day a client became known, and `began`: the day it says it was a client since (NaT: unknown).
    """

    as_of: date
    facts: SaleFacts
    touches: TouchFacts
    calls: pd.DataFrame
    deals: pd.DataFrame
    surveys: pd.DataFrame
    prospects: pd.DataFrame


@dataclass(frozen=True)
class Reading:
    """An indicator over a period: `value` None where there is nothing to go by; `part` and `of` of a rate.

    `low`, `high`: the 80 % interval of a rate or score, whatever its size; `n`: how many it rests on. Amounts in
    money units, rates and ratios as fractions, scores -100 to 100.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    part: float | None = None
    of: float | None = None

    @property
    def shows_interval(self) -> bool:
        """Whether the interval belongs beside the figure: with fewer than a hundred it does."""
        return self.low is not None and self.of is not None and self.of < LARGE_SAMPLE


NOTHING = Reading(None)


def rate_of(part: float, of: float) -> Reading:
    """A part of a whole with its interval; no value without a whole."""
    if of <= 0:
        return Reading(None, part=part, of=of)
    return Reading(part / of, *wilson(part, of), part, of)


@dataclass(frozen=True)
class Board:
    """The records with H, and what several indicators share, worked out once."""

    records: Records
    window: int
    activity: Activity = field(repr=False)
    _kept: dict[tuple[str, object], Integers] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, records: Records) -> Board:
        """With H as of the day of the records."""
        window = activity_days(records.facts, records.as_of)
        given = records.prospects.set_index("client_id")["began"].reindex(records.facts.clients)
        day = days_of(given)
        began = np.where(np.isnat(day), NEVER, day.astype(np.int64))
        return cls(records, window, Activity(records.facts, window, began))

    def line_ends(self, day: np.int64) -> Integers:
        """Where each client's sale lines up to and with a day end."""
        facts, key = self.records.facts, ("lines", int(day))
        if key not in self._kept:
            self._kept[key] = facts.lines.until(facts.day, day)
        return self._kept[key]

    def touch_ends(self, day: np.int64) -> Integers:
        """Where each touched client's touches up to and with a day end."""
        touches, key = self.records.touches, ("touches", int(day))
        if key not in self._kept:
            self._kept[key] = touches.touches.until(touches.day, day)
        return self._kept[key]

    def sums(self, name: str, period: Period) -> Integers:
        """Each client's sum of `SaleFacts.sums` over a period."""
        running = self.records.facts.sums[name]
        total: Integers = running[self.line_ends(period.until)] - running[self.line_ends(period.after)]
        return total

    def revenue(self, period: Period) -> Integers:
        """Each client's net revenue in a period."""
        key = ("revenue", period)
        if key not in self._kept:
            self._kept[key] = self.sums("revenue", period)
        return self._kept[key]

    def answers(self, kind: str) -> tuple[Integers, Integers, Integers]:
        """The answers of one kind, by day: their days, clients and scores."""
        key = ("answers", kind)
        if key not in self._kept:
            surveys = self.records.surveys
            chosen = np.flatnonzero((surveys["kind"] == kind).to_numpy())
            day = days_of(surveys["on"]).astype(np.int64)[chosen]
            order = np.argsort(day, kind="stable")
            rows = chosen[order]
            columns = (surveys[name].to_numpy(np.int64)[rows] for name in ("client_id", "score"))
            self._kept[key] = np.stack([day[order], *columns])
        found = self._kept[key]
        return found[0], found[1], found[2]

    def first_orders(self) -> Integers:
        """The day of the first order of each client of `Records.prospects`; `NEVER` without one."""
        key = ("first", "prospects")
        if key not in self._kept:
            ids = self.records.prospects["client_id"].to_numpy(np.int64)
            clients = self.records.facts.clients
            first = np.full(len(ids), NEVER)
            if len(clients):
                place = np.minimum(np.searchsorted(clients, ids), len(clients) - 1)
                found = clients[place] == ids
                first[found] = self.activity.nth(0)[place[found]]
            self._kept[key] = first
        return self._kept[key]

    def begins(self, of: str) -> np.int64 | None:
        """The first day of which the book knows a "sale" or a "touch"."""
        day = self.records.facts.day if of == "sale" else self.records.touches.day
        return np.int64(day.min()) if len(day) else None


def reference(period: Period) -> Period:
    """What revenue kept is measured against: the same season a year before; just before, if it is longer than that."""
    return period.moved(-12) if period.days <= 366 else period.before()
