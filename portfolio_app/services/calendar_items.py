"""One thing on one day of the calendar, and what collects them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta, tzinfo
from decimal import Decimal
from typing import Any

TYPES = ("follow_up", "due", "touch", "deal", "key_date")
"""What can stand on a day: a follow-up that was planned; a due that is computed (a contact rhythm, …); what
happened (an interaction, a follow-up ticked off); a deal's next step or close; a key date or an anniversary."""
PER_DAY = 100
"""So many things of a type are told of a day; the rest is only counted."""


@dataclass(frozen=True)
class CalendarItem:
    """One thing on one day.

    `key` stays the same from one answer to the next. `time` is the local time of day, "14:30" or "". `due_on` is
    the local day it is due (earlier than `on` for what is overdue: that stands on today); a follow-up of another
    `time_zone` keeps `due_time` there, on a day that is `zone_shift` later. `kind`: of the interaction, or of the
    key date. `status`: open, waiting, done, won, lost. `about`: the record behind it ("deal:12", "key_date:3",
    "birthday", "since"). `is_projected`: a later turn of a repeating reminder. `amount` in the book's currency.
    """

    key: str
    type: str
    on: date
    client_id: int
    client: str
    record_id: int | None = None
    title: str = ""
    kind: str = ""
    reason: str = ""
    status: str = "open"
    time: str = ""
    minutes: int | None = None
    due_on: date | None = None
    due_time: str = ""
    time_zone: str = ""
    zone_shift: int = 0
    about: str = ""
    repeats: bool = False
    is_projected: bool = False
    amount: Decimal | None = None

    @property
    def is_late(self) -> bool:
        """Whether it should have been done on an earlier day."""
        return self.status in ("open", "waiting") and self.due_on is not None and self.due_on < self.on

    @property
    def can_move(self) -> bool:
        """Whether it can be put on another day: what happened, and days that are facts, cannot."""
        if self.is_projected or self.status not in ("open", "waiting"):
            return False
        return self.type in ("follow_up", "due", "deal")


@dataclass
class Found:
    """Items of one type and how many there are by day."""

    items: list[CalendarItem] = field(default_factory=list)
    totals: Counter[date] = field(default_factory=Counter)

    def add(self, item: CalendarItem) -> None:
        """One more, told unless its day is full."""
        if self.has_room(item.on):
            self.items.append(item)

    def has_room(self, on: date) -> bool:
        """Count one more on that day; whether it is to be told."""
        self.totals[on] += 1
        return self.totals[on] <= PER_DAY


@dataclass(frozen=True)
class Span:
    """What is asked for."""

    first: date
    last: date
    as_of: date
    without_kinds: frozenset[str]
    zone: tzinfo | None

    def params(self) -> dict[str, Any]:
        """For SQL."""
        return {
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "after": self.after().isoformat(),
            "today": self.as_of.isoformat(),
        }

    def after(self) -> date:
        """The day after the last one, which may be the last here in another time zone."""
        return self.last + timedelta(days=1) if self.last < date.max else date.max

    def days(self) -> Iterator[date]:
        """Each day."""
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))

    def holds(self, day: date) -> bool:
        """Whether it is one of them."""
        return self.first <= day <= self.last
