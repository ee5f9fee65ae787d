"""Repetition in calendar files: a reminder's own as an RRULE, and an RRULE as a reminder can hold it.

A reminder's series never drifts: every month from the 31st comes on the last day of shorter months. An RRULE
passes such months over, unless it says "the last of the days 28 to 31".
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, timedelta

from portfolio_app.exchange.ics_zones import day_text, known_zone
from portfolio_app.models.recurrence import next_occurrence

_FREQUENCIES = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_UNITS = {frequency: unit for unit, frequency in _FREQUENCIES.items()}
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LONGEST = {"day": 1, "week": 7, "month": 31, "year": 366}
_PART = re.compile(r"[A-Z-]{1,20}=[A-Z0-9,+-]{1,200}")
MAX_EVERY = 999
_MAX_COUNT = 10_000
_KNOWN = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"}
)


@dataclass(frozen=True)
class Series:
    """A day that comes again every `every` `unit`s counted from `first`, up to `until`."""

    first: date
    every: int
    unit: str
    until: date | None = None

    def next_after(self, day: date) -> date | None:
        """The first day of the series after that day; None when it is over."""
        try:
            found = next_occurrence(self.first, self.every, self.unit, day)
        except ValueError:
            return None
        return None if self.until is not None and found > self.until else found

    def last_until(self, day: date) -> date:
        """The last day of the series not after `day` nor its end; its first day when `day` is before that."""
        if self.until is not None:
            day = min(day, self.until)
        longest = self.every * _LONGEST[self.unit]
        found = self.first
        if (day - self.first).days > longest:
            found = next_occurrence(self.first, self.every, self.unit, day - timedelta(days=longest + 1))
        while (later := self.next_after(found)) is not None and later <= day:
            found = later
        return found

    def holds(self, day: date) -> bool:
        """Whether that is a day of the series, its end left aside."""
        return day >= self.first and Series(self.first, self.every, self.unit).last_until(day) == day


def rule_of(series: Series, time: str, zone: str) -> dict[str, str]:
    """The parts of the RRULE. Its end has the form of the start (RFC 5545, 3.3.10): a day, local time without a
    zone, or UTC for a start with a zone.
    """
    rule = {"FREQ": _FREQUENCIES[series.unit]}
    if series.every > 1:
        rule["INTERVAL"] = str(series.every)
    if series.until is not None and series.until.year < MAXYEAR:  # until the end of all days: without an end
        rule["UNTIL"] = _end(series.until, time, zone)
    day = series.first.day
    if series.unit == "month" and day == 31:
        rule["BYMONTHDAY"] = "-1"
    elif series.unit == "month" and day > 28:
        rule |= {"BYMONTHDAY": ",".join(map(str, range(28, day + 1))), "BYSETPOS": "-1"}
    elif series.unit == "year" and (series.first.month, day) == (2, 29):
        rule |= {"BYMONTH": "2", "BYMONTHDAY": "-1"}
    return rule


def _end(until: date, time: str, zone: str) -> str:
    if not time:
        return day_text(until)
    place = known_zone(zone)
    end = datetime(until.year, until.month, until.day, int(time[:2]), int(time[3:5]), tzinfo=place)
    if place is None:
        return f"{day_text(end)}T{end:%H%M%S}"
    end = end.astimezone(UTC)
    return f"{day_text(end)}T{end:%H%M%S}Z"


def series_of(rule: str, start: date, time: str, zone: str) -> Series | None:
    """The series that an RRULE makes of what starts on `start`; None for a rule that a reminder cannot hold."""
    parts = _parts(rule)
    if parts is None:
        return None
    unit = _UNITS.get(parts.get("FREQ", ""), "")
    every = _whole(parts.get("INTERVAL", "1"), 1, MAX_EVERY)
    if not unit or every is None:
        return None
    day = _month_day(parts, unit, start)
    if day is None or not _fits(parts, unit, start):
        return None
    series = Series(_anchor(start, day, every, unit), every, unit)
    if "COUNT" in parts:
        return _counted(series, start, _whole(parts["COUNT"], 1, _MAX_COUNT))
    if "UNTIL" in parts:
        until = _until(parts["UNTIL"], time, zone)
        return None if until is None else Series(series.first, every, unit, until)
    return series


def _parts(rule: str) -> dict[str, str] | None:
    parts = {}
    for part in rule.upper().replace(" ", "").strip(";").split(";"):
        if not _PART.fullmatch(part):
            return None
        name, _, value = part.partition("=")
        if name not in _KNOWN or name in parts:
            return None
        parts[name] = value
    return parts


def _whole(text: str, low: int, high: int) -> int | None:
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else 0
    return number if low <= number <= high else None


def _fits(parts: dict[str, str], unit: str, start: date) -> bool:
    """Whether the other parts only repeat what the start says already."""
    weekday = _WEEKDAYS[start.weekday()]
    if "BYDAY" in parts:
        is_every_day = unit == "day" and set(parts["BYDAY"].split(",")) == set(_WEEKDAYS)
        if not is_every_day and not (unit == "week" and parts["BYDAY"] == weekday):
            return False
    return not ("BYMONTH" in parts and (unit != "year" or parts["BYMONTH"] != str(start.month)))


def _month_day(parts: dict[str, str], unit: str, start: date) -> int | None:
    """The day of the month that the series aims at: 31 for the last one. None when a reminder cannot hold it."""
    listed = parts.get("BYMONTHDAY")
    if listed is None:
        return None if "BYSETPOS" in parts else start.day
    if unit == "year" and "BYMONTH" not in parts:
        return None
    if unit not in ("month", "year"):
        return None
    if listed == "-1" and parts.get("BYSETPOS", "1") in ("1", "-1"):
        return _last_day(start, 31 if unit == "month" or start.month != 2 else 29)
    if listed == str(start.day) and parts.get("BYSETPOS", "1") in ("1", "-1"):
        return start.day
    for day in (29, 30, 31):
        wanted = ",".join(str(each) for each in range(28, day + 1))
        if listed == wanted and parts.get("BYSETPOS") == "-1":
            return day if start.day == min(day, monthrange(start.year, start.month)[1]) else None
    return None


def _last_day(start: date, day: int) -> int | None:
    return day if start.day == monthrange(start.year, start.month)[1] else None


def _anchor(start: date, day: int, every: int, unit: str) -> date:
    """The day the series is counted from: `start`, or one before it that has that day of the month."""
    if day == start.day:
        return start
    months = every * (12 if unit == "year" else 1)
    index = start.year * 12 + start.month - 1
    for back in range(1, 97):
        year, month = divmod(index - back * months, 12)
        if year < 1:
            break
        if monthrange(year, month + 1)[1] >= day:
            return date(year, month + 1, day)
    return start


def _counted(series: Series, start: date, count: int | None) -> Series | None:
    """The series with the end that a COUNT from `start` means."""
    if count is None:
        return None
    steps = count - 1
    if series.first != start:
        months = (start.year - series.first.year) * 12 + start.month - series.first.month
        steps += months // (series.every * (12 if series.unit == "year" else 1))
    try:
        # Counted from its first day, as the series itself is.
        last = (
            next_occurrence(series.first, series.every * steps, series.unit, series.first) if steps else start
        )
    except ValueError:
        return None
    return Series(series.first, series.every, series.unit, last)


def skips_short_months(rule: str, start: date) -> bool:
    """Whether an RRULE passes over months that lack the day, where the series of a reminder takes their last one."""
    parts = _parts(rule) or {}
    is_bare = parts.get("BYMONTHDAY", str(start.day)) == str(start.day)
    unit = _UNITS.get(parts.get("FREQ", ""), "")
    is_late = start.day > 28 if unit == "month" else unit == "year" and (start.month, start.day) == (2, 29)
    return is_bare and is_late


def _until(text: str, time: str, zone: str) -> date | None:
    """The last day that an UNTIL allows: one before the time of day is the day before."""
    found = re.fullmatch(r"(\d{8})(?:T(\d{4})\d{2}(Z?))?", text, re.ASCII)
    if found is None:
        return None
    try:
        day = datetime.strptime(found[1], "%Y%m%d").date()
        if not time or not found[2]:
            return day
        end = datetime.strptime(found[1] + found[2], "%Y%m%d%H%M")
        place = known_zone(zone)
        if found[3]:
            end = end.replace(tzinfo=UTC).astimezone(place).replace(tzinfo=None)
        is_before = end.strftime("%H:%M") < time
        return end.date() - timedelta(days=1) if is_before else end.date()
    except (ValueError, OverflowError):
        return None
