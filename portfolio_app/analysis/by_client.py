"""Arrays sorted by client and day, and what can be asked of all clients at once over a period of days.

A period is (after, until]: the days later than `after`, up to and with `until`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
NEVER = np.int64(2**31 - 1)
"""A day number past any calendar day."""
BEGINNING = np.int64(-(2**31))
"""A day number before any calendar day."""


@dataclass(frozen=True)
class Groups:
    """Where each client's rows begin and end in arrays sorted by client."""

    starts: Integers
    ends: Integers

    @classmethod
    def of(cls, clients: Integers, owner: Integers) -> Groups:
        """The groups of `clients` in rows whose sorted owners are `owner`."""
        return cls(np.searchsorted(owner, clients, "left"), np.searchsorted(owner, clients, "right"))

    def total(self, values: NDArray[np.int64] | NDArray[np.bool_]) -> Integers:
        """The sum of each client's rows."""
        if values.dtype == bool:
            # Counts fit into half the memory, which halves the time.
            counted = np.zeros(len(values) + 1, dtype=np.int32)
            np.cumsum(values, out=counted[1:], dtype=np.int32)
            return (counted[self.ends] - counted[self.starts]).astype(np.int64)
        running = running_total(values)
        return running[self.ends] - running[self.starts]

    def until(self, day: Integers, last: np.int64) -> Integers:
        """Where each client's rows up to and with a day end, in rows sorted by client and day."""
        return self.starts + self.total(day <= last)


@dataclass(frozen=True)
class Distinct:
    """Rows by client and day that show something, such as an order or a product, perhaps several times.

    `before` is the day on which the client showed the same thing the time before, `BEGINNING` if never.
    """

    rows: Groups
    day: Integers
    before: Integers

    @classmethod
    def of(cls, clients: Integers, owner: Integers, day: Integers, thing: Integers) -> Distinct:
        """From rows sorted by client and day; `thing` numbers what is shown, apart for each client."""
        by = np.argsort(thing, kind="stable")
        again = np.flatnonzero(thing[by][1:] == thing[by][:-1]) + 1
        before = np.full(len(day), BEGINNING)
        before[by[again]] = day[by[again - 1]]
        first = before < day  # showing it again on the same day says nothing more, in any period
        return cls(Groups.of(clients, owner[first]), day[first], before[first])

    def count(self, after: np.int64, until: np.int64) -> Integers:
        """How many distinct things each client showed in the period: those whose time before is not in it."""
        return self.rows.total((self.day > after) & (self.day <= until) & (self.before <= after))


def by_client_and_day(owner: Integers, day: Integers) -> NDArray[np.intp]:
    """The order of rows by client and day; quick on rows that mostly stand so already, as those of a book do."""
    if not len(day):
        return np.zeros(0, dtype=np.intp)
    first = day.min()
    return np.argsort(owner * (day.max() - first + 1) + (day - first), kind="stable")


def number_clients(owner: Integers) -> tuple[Integers, Integers]:
    """The distinct clients of sorted owners, and the place among them of each row's."""
    begins = np.diff(owner, prepend=owner[:1] - 1) != 0
    return owner[begins], np.cumsum(begins) - 1


def running_total(values: NDArray[np.int64] | NDArray[np.bool_]) -> Integers:
    """Sums of the first 0, 1, 2... values: a sum of neighbours is the difference of two of them.

    That is exact even where the total over all clients runs past 64 bits, as long as each client's does not.
    """
    out = np.zeros(len(values) + 1, dtype=np.int64)
    np.cumsum(values, out=out[1:])
    return out
