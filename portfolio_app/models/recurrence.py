"""When something that comes again comes next."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from portfolio_app.models.enums import RepeatUnit

_DAYS = {RepeatUnit.DAY: 1, RepeatUnit.WEEK: 7}
_MONTHS = {RepeatUnit.MONTH: 1, RepeatUnit.YEAR: 12}


def next_occurrence(first: date, every: int, unit: str, after: date) -> date:
    """The first day after `after` of a series that begins on `first` and comes every `every` `unit`s.

    Each is counted from `first`, so that none drifts: from 31 January every month comes 28 February, then
    31 March; 29 February is the 28th in other years. `unit`: one of `RepeatUnit`. Raises `ValueError` for
    another one, for `every` below 1 or not whole, and when the calendar ends before (year 9999).
    """
    if not isinstance(every, int) or every < 1:  # A file may hold anything in a column of whole numbers.
        raise ValueError(f"every {every!r}")
    step = RepeatUnit(unit)
    if after < first:
        return first
    if step in _DAYS:
        days = every * _DAYS[step]
        count = (after - first).days // days + 1
        return _plus(first, days=count * days)
    months = every * _MONTHS[step]
    gone = (after.year - first.year) * 12 + after.month - first.month
    count = max(gone // months, 0)
    while (day := _plus(first, months=count * months)) <= after:
        count += 1
    return day


def occurrence_of(first: date, every: int, unit: str, day: date) -> date:
    """Which day of a series was moved to `day`: itself, the next one when that is nearer, else one gone by.

    Raises `ValueError` as `next_occurrence` does.
    """
    following = next_occurrence(first, every, unit, day - timedelta(days=1)) if day > date.min else first
    if following == day or day < first:
        return following
    try:
        gap = next_occurrence(first, every, unit, following) - following
    except ValueError:  # The calendar ends.
        return day
    return following if 2 * (following - day) < gap else day


def _plus(first: date, *, days: int = 0, months: int = 0) -> date:
    """So many days or months later, on the month's last day where it has no such day."""
    try:
        if days:
            return first + timedelta(days=days)
        index = first.year * 12 + first.month - 1 + months
        year, month = index // 12, index % 12 + 1
        return date(year, month, min(first.day, monthrange(year, month)[1]))
    except (OverflowError, ValueError) as error:
        raise ValueError(f"no day of the calendar after {first}") from error
