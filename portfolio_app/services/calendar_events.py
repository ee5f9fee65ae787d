"""Follow-ups as the events of a calendar: what each is called, why it is there, which version it is."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from portfolio_app.exchange.ics import CalendarEvent
from portfolio_app.exchange.ics_rules import Series
from portfolio_app.exchange.ics_words import Words
from portfolio_app.exchange.ics_zones import local_zone
from portfolio_app.models.enums import RepeatUnit
from portfolio_app.models.recurrence import occurrence_of
from portfolio_app.services.next_actions import NextAction, next_actions
from portfolio_app.services.portfolio import snapshot
from portfolio_app.storage import journal
from portfolio_app.storage.book import Book
from portfolio_app.storage.text import fold

COMPUTED_DAYS = 60
"""What is due by a rhythm is told so far ahead."""
MAX_COMPUTED = 2_000
"""More dues that are computed would drown a calendar: the first of the queue are told."""
BETWEEN = " — "
"""Stands between the client and what is to be done."""
_PLANNED = """
SELECT f.id, f.client_id, f.due_on, f.due_time, f.time_zone, f.kind, f.title, f.reason, f.status, f.notes, f.uid,
       f.set_on, f.repeat_every, f.repeat_unit, f.repeat_from, f.repeat_until,
       coalesce(own.full_name, '') AS contact, coalesce(nullif(own.phone, ''), own.mobile, '') AS contact_phone,
       coalesce(own.email, '') AS contact_email
FROM follow_up f LEFT JOIN contact own ON own.id = f.contact_id
WHERE f.status IN ('open', 'waiting')
"""
_LAST_CHANGE = """
SELECT coalesce((SELECT at FROM journal_step ORDER BY id DESC LIMIT 1),
                (SELECT max(created_at) FROM follow_up), (SELECT max(updated_at) FROM client))
"""
_PEOPLE = """
SELECT c.id, c.name, c.street, c.postcode, c.city, c.country, coalesce(t.full_name, '') AS contact,
       coalesce(nullif(t.phone, ''), nullif(t.mobile, ''), c.phone) AS phone,
       coalesce(nullif(t.email, ''), c.email) AS email
FROM client c LEFT JOIN contact t ON t.id = (SELECT min(id) FROM contact WHERE client_id = c.id)
WHERE c.id IN (SELECT value FROM json_each(?))
"""


@dataclass(frozen=True)
class CalendarContent:
    """What a calendar file will hold: its events and the calendar's name."""

    name: str
    events: tuple[CalendarEvent, ...]


@dataclass(frozen=True)
class _Wanted:
    """In which words, and as of when, events are told."""

    book_id: str
    words: Words
    zone: str
    sequence: int
    changed_at: datetime


def calendar_content(
    book: Book,
    as_of: date,
    *,
    follow_up_ids: Collection[int] | None = None,
    client_ids: Collection[int] | None = None,
    language: str = "en",
    computed: bool = True,
    zone: str = "",
) -> CalendarContent:
    """Every open or waiting follow-up, those only (`follow_up_ids`), or those of some clients.

    With `computed` also what is due by itself (contact rhythm, key date, …) within `COMPUTED_DAYS`, as days without
    an alarm; not together with `follow_up_ids`. `zone`: where the user is (IANA name, this computer's unless said),
    for times without a zone of their own.
    """
    wanted = _wanted(book, language, zone)
    planned = _planned(book, follow_up_ids, client_ids)
    dues: list[NextAction] = []
    if computed and follow_up_ids is None:
        dues = _computed(book, as_of, client_ids)
    people = _people(book, {row["client_id"] for row in planned} | {due.client_id for due in dues})
    events = [_event(row, people[row["client_id"]], wanted) for row in planned]
    events += [_due_event(due, people[due.client_id], wanted) for due in dues if due.client_id in people]
    return CalendarContent(wanted.words["calendar"].format(book=book.path.stem), tuple(events))


def own_uid(book_id: str, follow_up_id: int) -> str:
    """The UID of a follow-up that did not come from a calendar."""
    return f"follow-up-{follow_up_id}@{book_id}"


def _wanted(book: Book, language: str, zone: str) -> _Wanted:
    """The version of the events is that of the book: it only grows, also when a change is taken back."""
    with book.read() as connection:
        number = journal.change_number(connection)
        last = connection.exec_driver_sql(_LAST_CHANGE).scalar()
    changed_at = book.clock() if last is None else datetime.fromisoformat(last).astimezone(UTC)
    return _Wanted(book.book_id(), Words(language), zone or local_zone(), number, changed_at)


def _planned(
    book: Book, follow_up_ids: Collection[int] | None, client_ids: Collection[int] | None
) -> list[dict[str, Any]]:
    query, arguments = _PLANNED, []
    for column, ids in (("f.id", follow_up_ids), ("f.client_id", client_ids)):
        if ids is not None:
            query += f" AND {column} IN (SELECT value FROM json_each(?))"
            arguments.append(json.dumps(sorted(ids)))
    with book.read() as connection:
        rows = connection.exec_driver_sql(f"{query} ORDER BY f.due_on, f.id", tuple(arguments)).mappings()
        return [dict(row) for row in rows]


def _people(book: Book, ids: Collection[int]) -> dict[int, Mapping[str, Any]]:
    with book.read() as connection:
        rows = connection.exec_driver_sql(_PEOPLE, (json.dumps(sorted(ids)),)).mappings()
        return {int(row["id"]): dict(row) for row in rows}


def _computed(book: Book, as_of: date, client_ids: Collection[int] | None) -> list[NextAction]:
    """The dues that no follow-up stands for, those to come within `COMPUTED_DAYS`, in the queue's order."""
    import numpy as np

    last = min(as_of, date.max - timedelta(days=COMPUTED_DAYS)) + timedelta(days=COMPUTED_DAYS)
    shot = snapshot(book, as_of)
    queue = shot.queue
    planned = queue["planned_on"].to_numpy().astype("datetime64[D]")
    chosen = queue["follow_up_id"].isna().to_numpy() & (planned <= np.datetime64(last, "D"))
    if client_ids is not None:
        chosen &= queue["client_id"].isin(list(client_ids)).to_numpy()
    ids = queue["client_id"].to_numpy()[chosen][:MAX_COMPUTED].tolist()
    return list(next_actions(book, shot, ids).values())


def _day_of(action: NextAction) -> date:
    return action.planned_on or action.due_on


def _event(row: Mapping[str, Any], person: Mapping[str, Any], wanted: _Wanted) -> CalendarEvent:
    """A follow-up as an event."""
    words = wanted.words
    about = [words["why"].format(reason=words.reason(row["reason"]))]
    if row["status"] == "waiting":
        about.append(words["waiting_for_them"])
    about.append(_reachable({**person, **_own_contact(row)}))
    has_time = _is_time(row["due_time"])
    return CalendarEvent(
        uid=row["uid"] or own_uid(wanted.book_id, row["id"]),
        on=date.fromisoformat(row["due_on"]),
        time=row["due_time"] if has_time else "",
        zone=(row["time_zone"] or wanted.zone) if has_time else "",
        summary=_summary(person["name"], row["title"] or _task(row, words)),
        description="\n\n".join(part for part in (row["notes"], "\n".join(filter(None, about))) if part),
        location=_address(person),
        category=words.value(row["kind"]),
        kind=row["kind"],
        series=series_of(row),
        turn=_turn_of(row),
        changed_at=wanted.changed_at,
        sequence=wanted.sequence,
    )


def _task(row: Mapping[str, Any], words: Words) -> str:
    """What is to be done, for a follow-up without a title."""
    if row["reason"] not in ("reminder", "plan_step"):
        return _capital(words.reason(row["reason"]))
    return words.value(row["kind"]) if row["kind"] else words["follow_up"]


def _due_event(action: NextAction, person: Mapping[str, Any], wanted: _Wanted) -> CalendarEvent:
    """A due that is computed, as a day without an alarm."""
    words = wanted.words
    why = words.reason(action.reason)
    about = [words["why"].format(reason=why)]
    if action.other_reasons:
        others = ", ".join(words.reason(code) for code in action.other_reasons)
        about.append(words["also"].format(reasons=others))
    if action.last_touch is not None:
        about.append(words["last_touch"].format(day=words.day(action.last_touch)))
    if action.missing:
        fields = ", ".join(words[name] for name in action.missing)
        about.append(words["missing"].format(fields=fields))
    about.append(_reachable(person))
    mark = "-".join(filter(None, (str(action.client_id), action.reason, action.about.replace(":", "-"))))
    return CalendarEvent(
        uid=f"due-{mark}@{wanted.book_id}",
        on=_day_of(action),
        summary=_summary(person["name"], action.title or action.subject or _capital(why)),
        description="\n".join(filter(None, about)),
        location=_address(person),
        category=words.value(action.kind) if action.kind else "",
        kind=action.kind,
        changed_at=wanted.changed_at,
        sequence=wanted.sequence,
        has_alarm=False,
    )


def series_of(row: Mapping[str, Any]) -> Series | None:
    """What a recurring follow-up belongs to; None for one that comes once, or never as it is said."""
    every, unit = row["repeat_every"], row["repeat_unit"]
    if not every or every < 1 or unit not in {one.value for one in RepeatUnit}:
        return None
    first = date.fromisoformat(row["repeat_from"] or row["due_on"])
    until = date.fromisoformat(row["repeat_until"]) if row["repeat_until"] else None
    return None if until is not None and until < first else Series(first, every, unit, until)


def _turn_of(row: Mapping[str, Any]) -> date | None:
    """Which day of its series a recurring one was moved from by hand; None for one put off, which went later."""
    series = series_of(row)
    if series is None or row["set_on"]:
        return None
    try:
        return occurrence_of(series.first, series.every, series.unit, date.fromisoformat(row["due_on"]))
    except ValueError:
        return None


def _summary(name: str, task: str) -> str:
    """ "Client — task"; the task alone where it names the client already."""
    known, said = fold(name), fold(task)
    # Most tasks do not name the client, and a pattern for each name would take longer than all the rest.
    names_it = known in said and re.search(rf"(?<!\w){re.escape(known)}(?!\w)", said) is not None
    return task if names_it else f"{name}{BETWEEN}{task}"


def _own_contact(row: Mapping[str, Any]) -> dict[str, str]:
    """The person a follow-up is for, in place of the client's first one."""
    if not row["contact"]:
        return {}
    told = {"contact": row["contact"], "phone": row["contact_phone"], "email": row["contact_email"]}
    return {name: text for name, text in told.items() if text}


def _reachable(person: Mapping[str, Any]) -> str:
    return ", ".join(text for text in (person["contact"], person["phone"], person["email"]) if text)


def _address(person: Mapping[str, Any]) -> str:
    town = " ".join(text for text in (person["postcode"], person["city"]) if text)
    return ", ".join(text for text in (person["street"], town, person["country"]) if text)


def _is_time(text: str) -> bool:
    try:
        return len(text) == 5 and time.fromisoformat(text) is not None
    except ValueError:
        return False


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
