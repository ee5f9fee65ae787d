"""Time zones in calendar files: which one this computer is in, and what a file says of one (VTIMEZONE)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

_LINK, _NAME = Path("/etc/localtime"), Path("/etc/timezone")
_AHEAD = 10
"""Years of changes that are looked at to find the rule they follow."""
_YEARS = (1970, 2199)
"""Changes of the clocks are not told beyond these."""
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class _Change:
    """One change of the clocks: when, by the clocks before it, and what they show from then on."""

    on: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


@lru_cache(maxsize=600)
def known_zone(name: str) -> ZoneInfo | None:
    """The time zone of that IANA name; None for "" and for one that is not known here."""
    if not name or len(name) > 60:
        return None
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # one that is not found is a KeyError
        return None


def local_zone() -> str:
    """The IANA name of this computer's time zone, "" where the system does not tell it."""
    names = [os.environ.get("TZ", "").removeprefix(":")]
    if not names[0]:
        try:
            _, found, name = str(_LINK.resolve(strict=True)).partition("zoneinfo/")
            names.append(name if found else "")
            names.append(_NAME.read_text(encoding="ascii").strip())
        except (OSError, ValueError):
            pass
    return next((name for name in names if known_zone(name) is not None), "")


@lru_cache(maxsize=64)
def zone_definition(name: str, first: int, last: int) -> tuple[str, ...]:
    """The lines of the VTIMEZONE of `name`, for events of the years `first` to `last` and after; none when unknown.

    As RFC 5545, 3.6.5 has it: each onset is told by the clocks before the change. Changes that follow a rule such
    as "the last Sunday of March" are told by it, so that they hold for events that repeat without end; others are
    listed up to ten years after `last`.
    """
    zone = known_zone(name)
    if zone is None:
        return ()
    first, last = max(first, _YEARS[0]), min(last, _YEARS[1])
    start, end = first - 1, last + _AHEAD
    groups: dict[tuple[timedelta, timedelta, str, bool], list[_Change]] = {}
    for change in _changes(zone, start, end):
        groups.setdefault((change.before, change.after, change.name, change.is_summer), []).append(change)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    if not groups or min(group[0].on.year for group in groups.values()) >= first:
        begin = datetime(start, 1, 1, tzinfo=zone)
        offset = begin.utcoffset() or timedelta()
        here = _Change(begin.replace(tzinfo=None), offset, offset, begin.tzname() or name, bool(begin.dst()))
        lines += _observance([here], end)
    for group in groups.values():
        lines += _observance(group, end)
    return (*lines, "END:VTIMEZONE")


def day_text(day: date) -> str:
    """A day as calendar files write it."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _changes(zone: ZoneInfo, first: int, last: int) -> Iterator[_Change]:
    """The changes of the clocks from the year `first` to the year `last`."""
    day = datetime(first, 1, 1, tzinfo=UTC)
    before = day.astimezone(zone)
    while day.year <= last:
        day += timedelta(days=1)
        after = day.astimezone(zone)
        if (after.utcoffset(), after.tzname()) != (before.utcoffset(), before.tzname()):
            yield _change(zone, day - timedelta(days=1), day)
        before = after


def _change(zone: ZoneInfo, early: datetime, late: datetime) -> _Change:
    """The change between two moments in UTC, found to the second."""
    old = early.astimezone(zone)
    shown = (old.utcoffset(), old.tzname())
    while late - early > timedelta(seconds=1):
        middle = early + timedelta(seconds=(late - early) // timedelta(seconds=2))
        here = middle.astimezone(zone)
        if (here.utcoffset(), here.tzname()) == shown:
            early = middle
        else:
            late = middle
    new = late.astimezone(zone)
    before, after = old.utcoffset() or timedelta(), new.utcoffset() or timedelta()
    return _Change((late + before).replace(tzinfo=None), before, after, new.tzname() or "", bool(new.dst()))


def _observance(changes: list[_Change], last: int) -> list[str]:
    first = changes[0]
    kind = "DAYLIGHT" if first.is_summer else "STANDARD"
    lines = [
        f"BEGIN:{kind}",
        f"DTSTART:{_clock(first.on)}",
        f"TZOFFSETFROM:{_offset(first.before)}",
        f"TZOFFSETTO:{_offset(first.after)}",
        f"TZNAME:{first.name}",
    ]
    rule = _rule([change.on for change in changes], last)
    if rule:
        lines.append(f"RRULE:{rule}")
    elif len(changes) > 1:
        lines.append(f"RDATE:{','.join(_clock(change.on) for change in changes[1:])}")
    return [*lines, f"END:{kind}"]


def _clock(moment: datetime) -> str:
    return f"{day_text(moment)}T{moment:%H%M%S}"


def _offset(offset: timedelta) -> str:
    seconds = int(offset.total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    minutes, odd = divmod(rest, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02}{minutes:02}" + (f"{odd:02}" if odd else "")


def _rule(onsets: list[datetime], last: int) -> str:
    """The yearly rule that all these onsets follow, each year one up to `last`; "" when there is none."""
    first = onsets[0]
    alike = {(day.month, day.weekday(), day.time()) for day in onsets}
    years = [day.year for day in onsets]
    if len(onsets) < _AHEAD or len(alike) > 1 or years != list(range(years[0], last + 1)):
        return ""
    from_start = {(day.day - 1) // 7 + 1 for day in onsets}
    is_last = all((day + timedelta(days=7)).month != day.month for day in onsets)
    if not is_last and len(from_start) > 1:
        return ""
    place = -1 if is_last else from_start.pop()
    return f"FREQ=YEARLY;BYMONTH={first.month};BYDAY={place}{_WEEKDAYS[first.weekday()]}"
