"""Calendar files (.ics, RFC 5545) as other programs read them: written here, read by `ics_reading`.

The lines are written one by one: a calendar that is kept up to date is written after every change, and building it
from a library's components takes fifty times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from portfolio_app import files
from portfolio_app.exchange.cells import CONTROL
from portfolio_app.exchange.ics_rules import Series, rule_of
from portfolio_app.exchange.ics_zones import day_text, known_zone, zone_definition

KIND = "X-PORTFOLIO-KIND"
"""The property that keeps a follow-up's kind, and tells the program's own entries from others."""
_PRODUCER = "-//Portefeuille//Client portfolio//EN"
_ALL_DAY_ALARM = "PT9H"
"""After midnight: nobody wants to be woken for what has no time."""
_LENGTH = "PT30M"
_MAX_LINE = 75
"""Octets, without the end of the line (RFC 5545, 3.1)."""
_VERSION = re.compile(rb"^(?:SEQUENCE|DTSTAMP|LAST-MODIFIED):[^\r\n]*\r\n", re.MULTILINE)
_UTC = ("UTC", "Etc/UTC")


@dataclass(frozen=True)
class CalendarEvent:
    """What becomes one event.

    `on` and `time` ("14:30", "" for all day) are wall-clock in `zone` (IANA name; "" for wherever the reader is).
    `series`: what it belongs to when it comes again; `on` may be off its days, for the one that was moved. `turn`:
    the day of the series it was moved from, None for the last one gone by.
    `changed_at` and `sequence` tell which of two versions of an event is the newer.
    """

    uid: str
    on: date
    summary: str
    changed_at: datetime
    sequence: int = 0
    time: str = ""
    zone: str = ""
    description: str = ""
    location: str = ""
    category: str = ""
    kind: str = ""
    series: Series | None = None
    turn: date | None = None
    has_alarm: bool = True


def write_calendar(path: Path, events: Iterable[CalendarEvent], name: str, *, is_live: bool = False) -> None:
    """Write the events to `path`, whole or not at all; see `calendar_bytes`. Raises `OSError`.

    A live one that would be the same as what is there already is left alone, so that no program reads it anew.
    """
    content = calendar_bytes(events, name, is_live=is_live)
    if is_live and _holds_already(path, content):
        return
    with files.whole(path, durable=not is_live) as stream:
        stream.write(content)


def _holds_already(path: Path, content: bytes) -> bool:
    """Whether the file tells the same events, though perhaps as of an earlier version."""
    if files.is_held(path) or not path.is_file() or path.stat().st_size > 2 * len(content):
        return False
    return _VERSION.sub(b"", path.read_bytes()) == _VERSION.sub(b"", content)


def calendar_bytes(events: Iterable[CalendarEvent], name: str, *, is_live: bool = False) -> bytes:
    """A calendar of that name with these events and the time zones they use, in the order of their days.

    The same events give the same bytes. `is_live` asks programs that subscribe to it to look again every hour.
    """
    listed = sorted(events, key=lambda event: (event.on, event.time, event.uid))
    lines = [
        "BEGIN:VCALENDAR",
        f"PRODID:{_PRODUCER}",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    if is_live:
        lines += ["REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"]
    lines += _zones(listed)
    for event in listed:
        lines += _event(event)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _zones(events: Sequence[CalendarEvent]) -> list[str]:
    """The zones used. A calendar must hold some component: one without events says what UTC is."""
    years: dict[str, list[int]] = {}
    for event in events:
        if event.time and event.zone not in _UTC and known_zone(event.zone) is not None:
            first = event.series.last_until(event.on) if event.series is not None else event.on
            years.setdefault(event.zone, []).extend((first.year, event.on.year))
    if not events:
        years["UTC"] = [1970]
    return [
        line for name in sorted(years) for line in zone_definition(name, min(years[name]), max(years[name]))
    ]


def _event(event: CalendarEvent) -> list[str]:
    """The event; for one of a series that was moved, the series and the exception to it."""
    if event.series is None:
        return _component(event, event.on, ())
    due = event.series.last_until(event.turn or event.on)
    rule = ";".join(
        f"{name}={value}" for name, value in rule_of(event.series, event.time, event.zone).items()
    )
    lines = _component(event, due, (f"RRULE:{rule}",))
    if due != event.on:
        lines += _component(event, event.on, (_moment("RECURRENCE-ID", event, due),))
    return lines


def _component(event: CalendarEvent, on: date, more: tuple[str, ...]) -> list[str]:
    changed_at = f"{event.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    summary = _text(event.summary)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_text(event.uid)}",
        f"SEQUENCE:{event.sequence}",
        f"DTSTAMP:{changed_at}",
        f"LAST-MODIFIED:{changed_at}",
        _moment("DTSTART", event, on),
        *more,
        f"SUMMARY:{summary}",
    ]
    if event.time:
        lines.append(f"DURATION:{_LENGTH}")
    for name, text in (("DESCRIPTION", event.description), ("LOCATION", event.location)):
        if text:
            lines.append(f"{name}:{_text(text)}")
    if event.category:
        lines.append(f"CATEGORIES:{_text(event.category)}")
    # Something to do on a day leaves the day free; a time is taken.
    lines += [f"TRANSP:{'OPAQUE' if event.time else 'TRANSPARENT'}", f"{KIND}:{_text(event.kind)}"]
    if event.has_alarm:
        trigger = "PT0S" if event.time else _ALL_DAY_ALARM
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{summary}",
            f"TRIGGER:{trigger}",
            "END:VALARM",
        ]
    return [*lines, "END:VEVENT"]


def _moment(name: str, event: CalendarEvent, on: date) -> str:
    """A day; or a time: in UTC, with its zone, or floating when that is not known.

    A time that the clocks jump over keeps its figures: RFC 5545, 3.3.5 reads them with the offset before the jump.
    """
    if not event.time:
        return f"{name};VALUE=DATE:{day_text(on)}"
    clock = f"{day_text(on)}T{event.time[:2]}{event.time[3:5]}00"
    if event.zone in _UTC:
        return f"{name}:{clock}Z"
    return f"{name};TZID={event.zone}:{clock}" if known_zone(event.zone) is not None else f"{name}:{clock}"


def _text(text: str) -> str:
    """A text as its property holds it, without what no calendar file may hold."""
    plain = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    escaped = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n").replace("\t", " ")


def _folded(line: str) -> bytes:
    """The line with its end, in pieces that are short enough and hold whole characters."""
    rest = line.encode("utf-8")
    pieces, room = [], _MAX_LINE
    while len(rest) > room:
        end = room
        while rest[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(rest[:end])
        rest, room = rest[end:], _MAX_LINE - 1
    return b"\r\n ".join((*pieces, rest)) + b"\r\n"
