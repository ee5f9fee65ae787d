"""What a calendar file asks to be reminded of: its events and tasks as a follow-up can hold them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from portfolio_app.exchange.cells import CONTROL
from portfolio_app.exchange.ics import KIND
from portfolio_app.exchange.ics_lines import Line, Part, read_parts
from portfolio_app.exchange.ics_rules import Series, series_of, skips_short_months
from portfolio_app.exchange.ics_zones import known_zone
from portfolio_app.models.enums import InteractionKind

FIRST_YEAR, LAST_YEAR = 1970, 2199
"""Nothing to be reminded of lies outside these years."""
MAX_TITLE, MAX_NOTES, MAX_UID = 500, 100_000, 500
_MAX_EMAILS = 20
_WHEN = re.compile(r"(\d{8})(?:T(\d{2})(\d{2})(?:\d{2})?(Z?))?", re.ASCII)
_EMAIL = re.compile(r"(?:mailto:)?([^\s:<>,;]{1,200}@[^\s:<>,;]{1,200})", re.IGNORECASE)
_KINDS: dict[str, tuple[str, ...]] = {
    "call": ("appel", "rappel", "teleph", "phon", "call"),
    "visit": ("visit", "passer", "tournee"),
    "email": ("mail", "email", "courriel"),
    "meeting": ("rdv", "rendez", "reunion", "meet", "dejeuner", "lunch", "visio"),
    "letter": ("courrier", "lettre", "letter"),
    "message": ("sms", "message", "whatsapp"),
}
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class CalendarEntry:
    """An entry of a calendar as a reminder.

    `due_on` None, or a `problem`, means that it cannot become one: "no_date", "bad_date", "cancelled", "done".
    `due_time` ("14:30", "" for all day) is wall-clock in `time_zone` (IANA name; "" for this computer's). It comes
    again every `repeat_every` `repeat_unit`s counted from `repeat_from`, up to `repeat_until`. `is_moved`: `due_on`
    is not the day its series says. `is_own`: this program wrote it. `emails`: of those who take part.
    `hints` say what is not taken over: "rule" (a repetition of another sort, only its first day is), "exceptions"
    (single days left out or added), "month_end" (months without that day were passed over), "time_zone" (not
    known, so read as this computer's), "text" (too long, cut).
    """

    uid: str
    due_on: date | None
    due_time: str = ""
    time_zone: str = ""
    title: str = ""
    notes: str = ""
    location: str = ""
    kind: str = "call"
    repeat_every: int | None = None
    repeat_unit: str = ""
    repeat_from: date | None = None
    repeat_until: date | None = None
    is_moved: bool = False
    is_own: bool = False
    emails: tuple[str, ...] = ()
    changed_at: datetime | None = None
    hints: tuple[str, ...] = ()
    problem: str = ""

    @property
    def series(self) -> Series | None:
        """The days it comes on, when it comes again."""
        if self.repeat_every is None or self.repeat_from is None:
            return None
        return Series(self.repeat_from, self.repeat_every, self.repeat_unit, self.repeat_until)


@dataclass(frozen=True)
class _When:
    on: date
    time: str = ""
    zone: str = ""
    is_zone_known: bool = True


def read_calendar(path: Path, zone: str) -> list[CalendarEntry]:
    """The entries of a calendar file in its order, one for each UID. `zone`: this computer's, "" when unknown.

    Raises `SourceError`: "not_a_calendar", "too_large", "too_many_entries", or as for any file to import.
    """
    parts = read_parts(path)
    places = {part.text("TZID"): part.text("X-LIC-LOCATION") for part in parts if part.kind == "VTIMEZONE"}
    wholes: dict[str, CalendarEntry] = {}
    order: dict[str, int] = {}
    moved: list[tuple[Part, CalendarEntry]] = []
    for part in (part for part in parts if part.kind != "VTIMEZONE"):
        entry = _entry(part, places, zone)
        if part.first("RECURRENCE-ID") is not None:
            moved.append((part, entry))
        elif (number := _sequence(part)) >= order.get(entry.uid, 0):
            wholes[entry.uid], order[entry.uid] = entry, number
    for part, entry in moved:
        whole = wholes.get(entry.uid)
        wholes[entry.uid] = entry if whole is None else _with_exception(whole, part, entry, places)
    return list(wholes.values())


def _sequence(part: Part) -> int:
    text = part.text("SEQUENCE").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 10 else 0


def _with_exception(
    whole: CalendarEntry, part: Part, entry: CalendarEntry, places: Mapping[str, str]
) -> CalendarEntry:
    """A series one day of which was moved: its first one is what comes next, others cannot be held."""
    line = part.first("RECURRENCE-ID")
    place = None if line is None else _when(line, places)
    if place is not None and place.on == whole.due_on and not whole.is_moved and entry.due_on is not None:
        return replace(whole, due_on=entry.due_on, is_moved=True)
    return replace(whole, hints=_added(whole.hints, "exceptions"))


def _entry(part: Part, places: Mapping[str, str], zone: str) -> CalendarEntry:
    names = ("DUE", "DTSTART") if part.kind == "VTODO" else ("DTSTART",)
    line = next((found for name in names if (found := part.first(name)) is not None), None)
    when = None if line is None else _when(line, places)
    title, notes, hints = texts(part.text("SUMMARY"), part.text("DESCRIPTION"))
    entry = CalendarEntry(
        uid=_uid(part, line),
        due_on=None,
        title=title,
        notes=notes,
        location=" ".join(CONTROL.sub("", part.text("LOCATION")).split())[:MAX_TITLE],
        kind=_kind(part, title, bool(when and when.time)),
        is_own=part.first(KIND) is not None,
        emails=_emails(part),
        changed_at=_instant(part.text("LAST-MODIFIED").strip()),
        hints=hints,
        problem=_problem(part) or ("no_date" if line is None else "bad_date" if when is None else ""),
    )
    return entry if when is None else _dated(entry, part, when, zone)


def _problem(part: Part) -> str:
    status = part.text("STATUS").strip().upper()
    if status == "CANCELLED":
        return "cancelled"
    return "done" if status == "COMPLETED" or part.first("COMPLETED") is not None else ""


def _dated(entry: CalendarEntry, part: Part, when: _When, zone: str) -> CalendarEntry:
    """The entry with its day, time and repetition."""
    hints = entry.hints if when.is_zone_known else _added(entry.hints, "time_zone")
    rules = [] if part.first("RECURRENCE-ID") is not None else part.lines.get("RRULE", [])
    if any(part.first(name) is not None for name in ("EXDATE", "RDATE", "EXRULE")):
        hints = _added(hints, "exceptions")
    if not rules and when.zone == "UTC":
        when = _as_local(when, zone)
    entry = replace(entry, due_on=when.on, due_time=when.time, time_zone=when.zone, hints=hints)
    if not rules:
        return entry
    series = series_of(rules[0].value, when.on, when.time, when.zone) if len(rules) == 1 else None
    if series is None:
        return replace(entry, hints=_added(hints, "rule"))
    if skips_short_months(rules[0].value, when.on):
        hints = _added(hints, "month_end")
    until = series.until if series.until is None or series.until.year <= LAST_YEAR else None
    return replace(
        entry,
        repeat_every=series.every,
        repeat_unit=series.unit,
        repeat_from=series.first,
        repeat_until=until,
        hints=hints,
    )


def _added(hints: tuple[str, ...], hint: str) -> tuple[str, ...]:
    return hints if hint in hints else (*hints, hint)


def _when(line: Line, places: Mapping[str, str]) -> _When | None:
    """The day, or the time and its zone; None for what is no date, or one of another age."""
    found = _WHEN.fullmatch(line.value.strip())
    if found is None:
        return None
    try:
        day = datetime.strptime(found[1], "%Y%m%d").date()
        if found[2] is not None:
            datetime(2000, 1, 1, int(found[2]), int(found[3]))
    except ValueError:
        return None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    if found[2] is None:
        return _When(day)
    time = f"{found[2]}:{found[3]}"
    if found[4]:
        return _When(day, time, "UTC")
    named = line.parameters.get("TZID", "")
    zone = zone_named(named, places.get(named, ""))
    return _When(day, time, zone, bool(zone) or not named)


def _as_local(when: _When, zone: str) -> _When:
    """A moment in UTC by the clocks of this computer."""
    moment = datetime.combine(when.on, datetime.strptime(when.time, "%H:%M").time(), UTC)
    local = moment.astimezone(known_zone(zone))
    return _When(local.date(), local.strftime("%H:%M"))


@lru_cache(maxsize=200)
def zone_named(name: str, place: str = "") -> str:
    """The IANA name of a time zone that a file names in its own way; "" when it is not known.

    `place`: what the file says of it besides (X-LIC-LOCATION). Known ways: "/mozilla.org/2005/Europe/Paris",
    "Romance Standard Time" (Windows), "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris" (Exchange).
    """
    pieces = name.strip("/ ").split("/")
    for text in (name, *("/".join(pieces[-count:]) for count in (3, 2)), place):
        if known_zone(text) is not None:
            return text
    if not name or len(name) > 200:
        return ""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    known = WINDOWS_TO_OLSON.get(name.strip('"'), "")
    if known_zone(known) is not None:
        return str(known)
    _, bracket, cities = name.partition(")")
    listed = [city.strip().replace(" ", "_") for city in cities.split(",")] if bracket else []
    by_city = _zones_by_city() if listed else {}
    return next((by_city[city] for city in reversed(listed) if city in by_city), "")


@lru_cache(maxsize=1)
def _zones_by_city() -> dict[str, str]:
    from zoneinfo import available_timezones

    return {zone.rpartition("/")[2]: zone for zone in sorted(available_timezones()) if "/" in zone}


def _instant(text: str) -> datetime | None:
    """A moment in UTC; None for anything else."""
    try:
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None


def _uid(part: Part, start: Line | None) -> str:
    """The UID; one made of what the entry says where there is none, or one longer than a record can hold."""
    uid = " ".join(CONTROL.sub("", part.text("UID")).split())
    if uid and len(uid) <= MAX_UID:
        return uid
    said = uid or f"{part.kind}|{start.value if start else ''}|{part.text('SUMMARY')}"
    return "sha256-" + hashlib.sha256(said.encode("utf-8", "backslashreplace")).hexdigest()


def texts(summary: str, description: str) -> tuple[str, str, tuple[str, ...]]:
    """Title, notes and hints; a title that is too long stands whole in the notes."""
    title = " ".join(CONTROL.sub("", unicodedata.normalize("NFC", summary)).split())
    lines = description.replace("\r\n", "\n").replace("\r", "\n")
    notes = CONTROL.sub("", unicodedata.normalize("NFC", lines)).strip()
    if len(title) > MAX_TITLE:
        notes = f"{title}\n\n{notes}".strip()
        title = title[: MAX_TITLE - 1].rstrip() + "…"
    if len(notes) > MAX_NOTES:
        return title, notes[: MAX_NOTES - 1].rstrip() + "…", ("text",)
    return title, notes, ()


def _emails(part: Part) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in ("ATTENDEE", "ORGANIZER"):
        for line in part.lines.get(name, [])[: 10 * _MAX_EMAILS]:
            for text in (line.value.strip(), line.parameters.get("EMAIL", "")):
                if (address := _EMAIL.fullmatch(text)) is not None:
                    found[address[1].lower()] = None
    return tuple(found)[:_MAX_EMAILS]


def _kind(part: Part, title: str, has_time: bool) -> str:
    """What sort of contact it is: as this program wrote it, or by the words of the title."""
    own = part.text(KIND).strip().lower()
    if own in {kind.value for kind in InteractionKind}:
        return own
    for word in _WORD.findall(_folded(title))[:60]:
        for kind, beginnings in _KINDS.items():
            if word.startswith(beginnings):
                return kind
    return "meeting" if part.kind == "VEVENT" and has_time else "call"


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
