"""What the records of a book put on the days of the calendar: follow-ups, touches, deals, key dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import Connection

from portfolio_app.models.money import from_units
from portfolio_app.models.recurrence import next_occurrence, occurrence_of
from portfolio_app.services.agenda_settings import Agenda
from portfolio_app.services.calendar_items import PER_DAY, CalendarItem, Found, Span
from portfolio_app.services.reminders import due_at

_MANY = 5_000
"""More repeating or zoned reminders than that are not looked at."""

# Follow-ups

_FOLLOW_UP = """
SELECT r.day, r.total, f.id, f.client_id, c.name, f.due_on, f.due_time, f.time_zone, f.kind, f.title, f.reason,
       f.status, f.about, f.set_on, f.repeat_every, f.repeat_unit, f.repeat_from, f.repeat_until
FROM ranked r JOIN follow_up f ON f.id = r.id JOIN client c ON c.id = f.client_id
"""
_OPEN = """
SELECT f.id, CASE WHEN f.due_on < :today THEN :today ELSE f.due_on END AS day,
       CASE WHEN f.due_on < :today THEN f.due_on ELSE '' END || '~' || f.due_time AS rank
FROM follow_up f WHERE f.status IN ('open', 'waiting') AND f.due_on <= :after
"""


def follow_ups(connection: Connection, span: Span) -> Found:
    """What is open or waiting, on its day; what is overdue on today; later turns of what repeats."""
    found = Found()
    kinds = _kinds_left(span, "f.kind")
    plain = f"{_OPEN} AND (f.due_time = '' OR f.time_zone = '') {kinds}"
    for row in _ranked(connection, plain, _FOLLOW_UP, span, found):
        found.items.append(_follow_up(row, span))
    zoned = f"{_OPEN} AND f.due_time <> '' AND f.time_zone <> '' {kinds}"
    for row in _all(connection, zoned, _FOLLOW_UP, span):
        item = _follow_up(row, span)
        if span.holds(item.on):
            found.add(item)
    repeating = f"{_OPEN} AND f.reason = 'reminder' AND f.repeat_every IS NOT NULL {kinds}"
    for row in _all(connection, repeating, _FOLLOW_UP, span):
        for item in _turns(row, span):
            found.add(item)
    return found


def _follow_up(row: Any, span: Span) -> CalendarItem:
    due_on = date.fromisoformat(row["due_on"])
    day, at = _local(due_on, row["due_time"], row["time_zone"], span.zone)
    return CalendarItem(
        key=f"follow_up:{row['id']}",
        type="follow_up",
        on=max(day, span.as_of),
        client_id=row["client_id"],
        client=row["name"],
        record_id=row["id"],
        title=row["title"],
        kind=row["kind"],
        reason=row["reason"],
        status=row["status"],
        time=at if day >= span.as_of else "",
        due_on=day,
        due_time=row["due_time"],
        time_zone=row["time_zone"],
        zone_shift=(due_on - day).days,
        about=row["about"],
        repeats=row["repeat_every"] is not None,
    )


def _turns(row: Any, span: Span) -> Iterator[CalendarItem]:
    """The later turns of a repeating reminder that fall into the span."""
    item = _follow_up(row, span)
    due_on = date.fromisoformat(row["due_on"])
    anchor = date.fromisoformat(row["repeat_from"] or row["due_on"])
    until = date.fromisoformat(row["repeat_until"] or date.max.isoformat())
    day = max(due_on, span.first - timedelta(days=2), span.as_of)
    if not row["set_on"]:
        day = max(day, _stands_for(anchor, row, due_on))
    while True:
        try:
            day = next_occurrence(anchor, row["repeat_every"], row["repeat_unit"], day)
        except ValueError:  # the calendar ends, or the repetition is none
            return
        if day > min(until, span.after()):
            return
        on, at = _local(day, row["due_time"], row["time_zone"], span.zone)
        if span.holds(on) and on > item.on:
            yield replace(
                item, key=f"{item.key}@{day}", on=on, time=at, due_on=on, status="open", is_projected=True
            )


def _stands_for(anchor: date, row: Any, due_on: date) -> date:
    """The turn that was moved to that day by hand, perhaps an earlier one: it comes no more on its own."""
    try:
        return occurrence_of(anchor, row["repeat_every"], row["repeat_unit"], due_on)
    except ValueError:
        return due_on


def _local(day: date, at: str, time_zone: str, zone: tzinfo | None) -> tuple[date, str]:
    """A time of day in its zone as the day and time it is here; what is no time counts as none."""
    try:
        here = due_at(day, at, time_zone, zone).astimezone(zone)
    except (OverflowError, ValueError):
        return day, ""
    return here.date(), f"{here:%H:%M}"


# What happened

_TOUCH = """
SELECT r.day, r.total, i.id, i.client_id, c.name, i.at, i.kind, i.minutes, '' AS reason,
       CASE WHEN i.subject <> '' THEN i.subject ELSE substr(i.body, 1, 200) END AS title,
       CASE WHEN i.kind = 'complaint' AND i.resolved_on IS NULL THEN 'open' ELSE 'done' END AS status
FROM ranked r JOIN interaction i ON i.id = r.id JOIN client c ON c.id = i.client_id
"""
_TOUCHED = """
SELECT i.id, i."on" AS day, 0 AS rank FROM interaction i WHERE i."on" BETWEEN :first AND :last
"""
_DONE = """
SELECT r.day, r.total, f.id, f.client_id, c.name, NULL AS at, f.kind, NULL AS minutes, f.reason, f.title, f.status
FROM ranked r JOIN follow_up f ON f.id = r.id JOIN client c ON c.id = f.client_id
"""
_TICKED = """
SELECT f.id, f.done_on AS day, 0 AS rank FROM follow_up f
WHERE f.status = 'done' AND f.done_on BETWEEN :first AND :last
      AND NOT EXISTS (SELECT 1 FROM interaction i WHERE i.client_id = f.client_id AND i."on" = f.done_on)
"""


def touches(connection: Connection, span: Span) -> Found:
    """Interactions, and follow-ups ticked off on days of which no interaction with the client tells."""
    found = Found()
    for name, which, rows in (
        ("interaction", f"{_TOUCHED} {_kinds_left(span, 'i.kind')}", _TOUCH),
        ("follow_up", f"{_TICKED} {_kinds_left(span, 'f.kind')}", _DONE),
    ):
        found.items += [_touch(name, row, span) for row in _ranked(connection, which, rows, span, found)]
    return found


def _touch(name: str, row: Any, span: Span) -> CalendarItem:
    on = date.fromisoformat(row["day"])
    at = ""
    if row["at"]:
        here = datetime.fromisoformat(row["at"]).astimezone(span.zone)
        at = f"{here:%H:%M}" if here.date() == on else ""
    return CalendarItem(
        key=f"{name}:{row['id']}",
        type="touch",
        on=on,
        client_id=row["client_id"],
        client=row["name"],
        record_id=row["id"],
        title=" ".join(row["title"].split()),
        kind=row["kind"],
        reason=row["reason"],
        status=row["status"],
        time=at,
        minutes=row["minutes"],
    )


# Deals and key dates

_DEAL = """
SELECT r.day, r.total, d.id, d.client_id, c.name, d.title, d.next_step, d.amount, d.status
FROM ranked r JOIN deal d ON d.id = r.id JOIN client c ON c.id = d.client_id
"""
_DEAL_DAYS = {
    "deal_close": "SELECT d.id, CASE d.status WHEN 'open' THEN d.expected_on ELSE d.closed_on END AS day, 0 AS rank "
    "FROM deal d",
    "deal_step": "SELECT d.id, d.next_step_on AS day, 0 AS rank FROM deal d WHERE d.status = 'open'",
}


def deals(connection: Connection, span: Span) -> Found:
    """Open deals on the day of their next step and of their close, the others on the day they were closed."""
    found = Found()
    for reason, which in _DEAL_DAYS.items():
        for row in _ranked(connection, which, _DEAL, span, found):
            day = date.fromisoformat(row["day"])
            step = row["next_step"] if reason == "deal_step" else ""
            found.items.append(
                CalendarItem(
                    key=f"{reason}:{row['id']}",
                    type="deal",
                    on=day,
                    client_id=row["client_id"],
                    client=row["name"],
                    record_id=row["id"],
                    title=step or row["title"],
                    reason=reason,
                    status=row["status"],
                    due_on=day,
                    about=f"deal:{row['id']}",
                    amount=None if row["amount"] is None else from_units(row["amount"]),
                )
            )
    return found


def key_dates(connection: Connection, span: Span, agenda: Agenda) -> Found:
    """Key dates, each year anew those that are yearly; birthdays and anniversaries where they are wanted."""
    found = Found()
    parts = [
        "SELECT k.id, k.client_id, c.name, k.kind, k.label, k.\"on\" AS day, k.yearly, 'key_date:' || k.id AS about "
        'FROM key_date k JOIN client c ON c.id = k.client_id WHERE k.yearly OR k."on" BETWEEN :first AND :last'
    ]
    for is_wanted, column, kind, about in (
        (agenda.birthdays, "birth_date", "birthday", "birthday"),
        (agenda.anniversaries, "client_since", "anniversary", "since"),
    ):
        if is_wanted:
            parts.append(
                f"SELECT c.id, c.id, c.name, '{kind}', '', c.{column}, 1, '{about}' FROM client c "
                f"WHERE c.{column} IS NOT NULL AND c.status <> 'former'"
            )
    days = [f"'{day:%m-%d}'" for day in span.days()]
    days += ["'02-29'"] if "'02-28'" in days else []
    sql = (
        f"SELECT * FROM ({' UNION ALL '.join(parts)}) "
        f"WHERE NOT yearly OR substr(day, 6, 5) IN ({', '.join(days)}) ORDER BY about"
    )
    rows = connection.exec_driver_sql(sql, span.params()).all()
    for record_id, client_id, name, kind, label, day, yearly, about in rows:
        start = date.fromisoformat(day)
        for on in _yearly(start, span) if yearly else [start]:
            is_on = span.holds(on) and (on > start or about.startswith("key_date"))
            if is_on and found.has_room(on):
                found.items.append(
                    CalendarItem(
                        key=f"{about}:{client_id}:{on.year}",
                        type="key_date",
                        on=on,
                        client_id=client_id,
                        client=name,
                        record_id=record_id,
                        title=label,
                        kind=kind,
                        reason="birthday" if about == "birthday" else "key_date",
                        due_on=on,
                        about=about,
                        repeats=bool(yearly),
                    )
                )
    return found


def _yearly(start: date, span: Span) -> Iterator[date]:
    """The day in each year of the span from its first one on; 29 February is 28 February elsewhere."""
    for year in range(max(span.first.year, start.year), span.last.year + 1):
        try:
            yield start.replace(year=year)
        except ValueError:
            yield date(year, 2, 28)


# SQL


def _kinds_left(span: Span, column: str) -> str:
    """A condition that leaves out the kinds not wanted."""
    listed = ", ".join(f"'{kind}'" for kind in sorted(span.without_kinds) if kind.isidentifier())
    return f"AND {column} NOT IN ({listed})" if listed else ""


def _ranked(connection: Connection, which: str, rows: str, span: Span, found: Found) -> list[Any]:
    """The rows for the first ids of each day that `which` (id, day, rank) gives; all of them are counted."""
    given = connection.exec_driver_sql(
        "WITH ranked AS MATERIALIZED (SELECT * FROM (SELECT id, day, row_number() OVER "
        "(PARTITION BY day ORDER BY rank, id) AS place, count(*) OVER (PARTITION BY day) AS total "
        f"FROM ({which}) WHERE day BETWEEN :first AND :last) WHERE place <= {PER_DAY}) "
        f"{rows} ORDER BY r.day, r.place",
        span.params(),
    )
    listed = list(given.mappings())
    found.totals.update({date.fromisoformat(row["day"]): row["total"] for row in listed})
    return listed


def _all(connection: Connection, which: str, rows: str, span: Span) -> list[Any]:
    """The rows for the ids that `which` gives, whatever their day, up to `_MANY`."""
    with_them = (
        f"WITH ranked AS MATERIALIZED (SELECT id, day, 0 AS total FROM ({which}) LIMIT {_MANY}) {rows}"
    )
    return list(connection.exec_driver_sql(with_them, span.params()).mappings())
