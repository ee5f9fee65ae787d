"""Stretches of days that are compared: a month, a quarter, a year, or days chosen freely."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np


@dataclass(frozen=True)
class Period:
    """From `start` to `end`, both included. Raises `ValueError` where it would end before it begins."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"{self.start}..{self.end}")

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    @property
    def after(self) -> np.int64:
        """The day before it, since 1970-01-01: the period is (after, until]."""
        return day_number(self.start) - np.int64(1)

    @property
    def until(self) -> np.int64:
        """Its last day, since 1970-01-01."""
        return day_number(self.end)

    @property
    def months(self) -> int:
        """How many whole calendar months it is; 0 when it is not made of whole ones."""
        if self.start.day != 1 or self.end.day != monthrange(self.end.year, self.end.month)[1]:
            return 0
        return month_number(self.end) - month_number(self.start) + 1

    def moved(self, months: int) -> Period:
        """The same period so many months later; whole months stay whole, others keep their number of days.

        Where the calendar ends, it stays what it is there: the first day there can be.
        """
        if self.months:
            start, end = first_of(month_number(self.start) + months), last_of(month_number(self.end) + months)
            return Period(start, end)
        last = last_of(month_number(self.end) + months)
        end = last.replace(day=min(self.end.day, last.day))
        before = _day_before(self.start)
        if self.end.day > 1 and before < self.start and before.day == self.end.day:
            # A year up to a day stays a year, whether or not it has a 29th of February.
            month = last_of(month_number(before) + months)
            start = month.replace(day=min(before.day, month.day)) + timedelta(days=1)
            return Period(min(start, end), end)
        return Period(date.fromordinal(max(1, end.toordinal() - self.days + 1)), end)

    def before(self) -> Period:
        """The period of the same length that ends the day before this one."""
        if self.months:
            return self.moved(-self.months)
        end = _day_before(self.start)
        return Period(date.fromordinal(max(1, end.toordinal() - self.days + 1)), end)


def _day_before(day: date) -> date:
    """The day before; the first day there can be has none, and is its own."""
    return date.fromordinal(max(1, day.toordinal() - 1))


def day_number(day: date) -> np.int64:
    """Days since 1970-01-01."""
    return np.datetime64(day, "D").astype(np.int64)


def month_number(day: date) -> int:
    """Months since year 0."""
    return day.year * 12 + day.month - 1


def first_of(month: int) -> date:
    """The first day of a month of that number; the earliest and latest there are, beyond the calendar."""
    month = min(max(month, 12), 12 * 9999 + 11)
    return date(month // 12, month % 12 + 1, 1)


def last_of(month: int) -> date:
    """The last day of a month of that number."""
    first = first_of(month)
    return first.replace(day=monthrange(first.year, first.month)[1])


def named_period(name: str, as_of: date) -> Period:
    """A period by its name: "year": the twelve months up to a day; "month", "quarter": the last whole ones;
    "full_year": the last twelve whole months; "so_far": the calendar year up to the day. Raises KeyError.
    """
    whole = month_number(as_of) if last_of(month_number(as_of)) == as_of else month_number(as_of) - 1
    if name == "year":
        before = Period(as_of, as_of).moved(-12).end
        return Period(min(date.fromordinal(before.toordinal() + 1), as_of), as_of)
    if name == "so_far":
        return Period(as_of.replace(month=1, day=1), as_of)
    if name == "quarter":
        last = whole - (whole + 1) % 3
        return Period(first_of(last - 2), last_of(last))
    months = {"month": 1, "full_year": 12}[name]
    return Period(first_of(whole - months + 1), last_of(whole))


def compared_with(name: str, period: Period) -> Period:
    """What a period is compared with: "year": the same a year before, "before": the one just before. KeyError."""
    return {"year": lambda: period.moved(-12), "before": period.before}[name]()
