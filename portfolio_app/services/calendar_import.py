"""Reminders from a calendar file: whose they are, what is new in them, taking them in.

What comes from the file a second time changes nothing: an entry is known by its UID, and compared with what the
program itself would write for the follow-up it became.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from portfolio_app.exchange import ics_reading
from portfolio_app.exchange.ics_reading import CalendarEntry as CalendarEntry
from portfolio_app.exchange.ics_rules import Series
from portfolio_app.exchange.ics_words import Words
from portfolio_app.exchange.ics_zones import known_zone, local_zone
from portfolio_app.models.entities import Client, FollowUp
from portfolio_app.models.enums import RepeatUnit
from portfolio_app.services.calendar_events import BETWEEN, calendar_content, own_uid
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import clean_text
from portfolio_app.services.follow_ups import TO_DO, new_follow_up
from portfolio_app.services.records import get
from portfolio_app.services.reminders import due_at
from portfolio_app.storage.book import Book
from portfolio_app.storage.text import fold

NEW, CHANGED, SAME, KEPT, REFUSED = "new", "changed", "same", "kept", "refused"
_LONGEST_NAME = 10
_MAX_WORDS = 80
_SHORTEST_NAME = 3
_WORD = re.compile(r"\w+")
_OWN_DUE = re.compile(r"due-\d+-")


@dataclass(frozen=True)
class CalendarMatch:
    """What can become of an entry. `state`: "new", "changed" (its follow-up is known and differs), "same", "kept" (it
    differs, but the follow-up was changed here since, and stays), "refused".

    `client_ids` with their `names`, the likeliest first; none when nobody was recognised, several when it is to be
    chosen. `by`: what they were recognised by, "uid", "email" or "name". `due_on`: the day it would be due on.
    `problem` of a refused one: those of `CalendarEntry`, "computed" (the program works it out itself) or "over" (it
    does not come again).
    """

    entry: CalendarEntry
    state: str
    client_ids: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    by: str = ""
    due_on: date | None = None
    problem: str = ""
    follow_up_id: int | None = None

    @property
    def client_id(self) -> int | None:
        """The one client it is about; None when nobody or several were recognised."""
        return self.client_ids[0] if len(self.client_ids) == 1 else None

    @property
    def client(self) -> str:
        """The name of that client, "" without one."""
        return self.names[0] if len(self.names) == 1 else ""


@dataclass
class _Names:
    """The book's clients by e-mail address and by name, the words of it folded."""

    names: dict[int, str] = field(default_factory=dict)
    by_email: dict[str, dict[int, None]] = field(default_factory=dict)
    by_name: dict[tuple[str, ...], dict[int, None]] = field(default_factory=dict)

    def add(self, client_id: int, name: str, emails: Iterable[str]) -> None:
        """A name and addresses that lead to a client."""
        words = tuple(_WORD.findall(fold(name)))
        if words and len("".join(words)) >= _SHORTEST_NAME and len(words) <= _LONGEST_NAME:
            self.by_name.setdefault(words, {})[client_id] = None
        for email in emails:
            if "@" in email:
                self.by_email.setdefault(email.strip().lower(), {})[client_id] = None

    def whose(self, entry: CalendarEntry) -> tuple[tuple[int, ...], str]:
        """The clients an entry is about, and by what that is known."""
        found = [client for email in entry.emails for client in self.by_email.get(email, {})]
        if found:
            return tuple(dict.fromkeys(found)), "email"
        words = _WORD.findall(fold(entry.title))[:_MAX_WORDS]
        for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
            parts = (tuple(words[at : at + length]) for at in range(len(words) - length + 1))
            found = [client for part in parts for client in self.by_name.get(part, {})]
            if found:
                return tuple(dict.fromkeys(found)), "name"
        return (), ""


@dataclass(frozen=True)
class _Told:
    """What the program writes for a follow-up, in any of its languages, and when it was last changed."""

    titles: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    changed_at: datetime | None = None


def read_calendar(path: Path, zone: str = "") -> list[CalendarEntry]:
    """The entries of an .ics file. `zone`: where the user is (IANA name, this computer's unless said).

    Raises `SourceError`: "not_a_calendar", "too_large", "too_many_entries", or as for any file to import.
    """
    return ics_reading.read_calendar(path, zone or local_zone())


def match_clients(book: Book, entries: Sequence[CalendarEntry]) -> list[CalendarMatch]:
    """For each entry, in their order: whom it is about and what taking it in would do."""
    people = _people(book)
    told = _told(book, entries)
    with book.read_session() as session:
        known = _known(session, book.book_id(), entries)
        return [_match(book.today(), people, known.get(entry.uid), told, entry) for entry in entries]


def import_reminders(book: Book, pairs: Sequence[tuple[int, CalendarEntry]]) -> Changes:
    """Take entries in as reminders of these clients, in one step; those known are brought up to date.

    One that was changed here after it was in the calendar stays as it is, and refused ones are passed over.
    Raises `NotFoundError`, `InvalidValueError`.
    """
    entries = [entry for _, entry in pairs]
    book_id, today, told = book.book_id(), book.today(), _told(book, entries)
    with book.step("import_reminders", count=len(pairs)) as step:
        known = _known(step.session, book_id, entries)
        for client_id, entry in pairs:
            due_on, problem = _coming(entry, today)
            if due_on is None or problem:
                continue
            client = get(step.session, Client, client_id)
            record = known.get(entry.uid)
            if record is None:
                known[entry.uid] = _new(client, entry, due_on, step.now)
                step.session.add(known[entry.uid])
                continue
            before = told.get(record.id, _Told())
            wanted = _differences(record, entry, before, client.name, today)
            if record.client_id != client_id:
                wanted |= {"client_id": client_id, "contact_id": None}
            elif _is_stale(entry, before):
                continue
            for name, value in wanted.items():
                setattr(record, name, value)
    return step.changes


def _people(book: Book) -> _Names:
    found = _Names()
    with book.read() as connection:
        for client_id, name, email in connection.exec_driver_sql("SELECT id, name, email FROM client"):
            found.names[client_id] = name
            found.add(client_id, name, (email,))
        for client_id, name, email in connection.exec_driver_sql(
            "SELECT client_id, full_name, email FROM contact"
        ):
            # A first name alone says nothing.
            found.add(client_id, name if len(name.split()) > 1 else "", (email,))
    return found


def _known(session: Session, book_id: str, entries: Iterable[CalendarEntry]) -> dict[str, FollowUp]:
    """The follow-ups that entries became or were written for, by UID; an open one before one that is done."""
    uids = {entry.uid for entry in entries}
    own = re.compile(rf"follow-up-(\d{{1,18}})@{re.escape(book_id)}")
    ids = {int(found[1]): uid for uid in uids if (found := own.fullmatch(uid)) is not None}
    query = select(FollowUp).where(
        or_(
            FollowUp.uid.in_(select(_listed(sorted(uids)))),
            FollowUp.id.in_(select(_listed(sorted(ids)))),
        )
    )
    records = sorted(session.scalars(query), key=lambda record: (record.status in TO_DO, record.id))
    return {record.uid if record.uid in uids else ids[record.id]: record for record in records}


def _listed(values: Sequence[Any]) -> Any:
    """Any number of values as a column of a query."""
    from sqlalchemy import column, func

    return func.json_each(json.dumps(values)).table_valued(column("value")).c.value


def _told(book: Book, entries: Sequence[CalendarEntry]) -> dict[int, _Told]:
    """What is known of the follow-ups that entries became: by id, as they would be written now."""
    book_id = book.book_id()
    with book.read_session() as session:
        known = _known(session, book_id, entries)
        uids = {record.uid or own_uid(book_id, record.id): record.id for record in known.values()}
        changed = {record.id: record.created_at for record in known.values()} | _changed(
            session, uids.values()
        )
    titles: dict[int, set[str]] = {record: set() for record in changed}
    notes: dict[int, set[str]] = {record: set() for record in changed}
    for language in ("en", "fr") if uids else ():
        content = calendar_content(book, book.today(), follow_up_ids=set(changed), language=language)
        for event in content.events:
            title, text, _ = ics_reading.texts(event.summary, event.description)
            titles[uids[event.uid]].add(_line(title))
            notes[uids[event.uid]].add(_lines(text))
    return {
        record: _Told(frozenset(titles[record]), frozenset(notes[record]), at)
        for record, at in changed.items()
    }


def _changed(session: Session, ids: Iterable[int]) -> dict[int, datetime]:
    """When these follow-ups were last changed, as far as the history knows."""
    rows = session.connection().exec_driver_sql(
        "SELECT c.row_id, max(s.at) FROM journal_change c JOIN journal_step s ON s.id = c.step_id "
        "WHERE c.entity = 'follow_up' AND c.row_id IN (SELECT value FROM json_each(?)) GROUP BY c.row_id",
        (json.dumps(sorted(ids)),),
    )
    return {int(row[0]): datetime.fromisoformat(row[1]).astimezone(UTC) for row in rows}


def _is_stale(entry: CalendarEntry, told: _Told) -> bool:
    """Whether the follow-up was changed here after the entry was in the calendar."""
    if entry.changed_at is None or told.changed_at is None:
        return False
    # Calendars tell whole seconds. One written in the second of the last change holds that change.
    return entry.changed_at < told.changed_at.replace(microsecond=0)


def _match(
    today: date, people: _Names, record: FollowUp | None, told: Mapping[int, _Told], entry: CalendarEntry
) -> CalendarMatch:
    due_on, problem = _coming(entry, today)
    ids, by = people.whose(entry) if record is None else ((record.client_id,), "uid")
    names = tuple(people.names[client_id] for client_id in ids)
    if problem:
        return CalendarMatch(entry, REFUSED, ids, names, by, due_on, problem)
    if record is None:
        return CalendarMatch(entry, NEW, ids, names, by, due_on)
    before = told.get(record.id, _Told())
    differs = _differences(record, entry, before, names[0], today)
    state = SAME if not differs else KEPT if _is_stale(entry, before) else CHANGED
    due_on = differs.get("due_on", record.due_on) if state == CHANGED else record.due_on
    return CalendarMatch(entry, state, ids, names, by, due_on, follow_up_id=record.id)


def _coming(entry: CalendarEntry, today: date) -> tuple[date | None, str]:
    """When an entry is due next, and why it cannot be taken in. What comes once may be past."""
    if entry.problem or entry.due_on is None:
        return entry.due_on, entry.problem or "no_date"
    if entry.is_own and _OWN_DUE.match(entry.uid):
        return entry.due_on, "computed"
    if entry.series is None or entry.is_moved or entry.due_on >= today:
        return entry.due_on, ""
    coming = entry.series.next_after(today - timedelta(days=1))
    return (entry.due_on, "over") if coming is None else (coming, "")


def _new(client: Client, entry: CalendarEntry, due_on: date, now: Any) -> FollowUp:
    values: dict[str, Any] = {
        "due_on": due_on,
        "due_time": entry.due_time,
        "time_zone": entry.time_zone,
        "kind": entry.kind,
        "title": _bare(entry.title, client.name),
        "notes": _own_notes(entry),
        "uid": entry.uid,
    }
    record = new_follow_up(client.id, values, now)
    for name, value in _repeated(entry).items():
        setattr(record, name, value)
    return record


def _repeated(entry: CalendarEntry) -> dict[str, Any]:
    return {
        "repeat_every": entry.repeat_every,
        "repeat_unit": entry.repeat_unit,
        "repeat_from": entry.repeat_from,
        "repeat_until": entry.repeat_until,
    }


def _differences(
    record: FollowUp, entry: CalendarEntry, told: _Told, name: str, today: date
) -> dict[str, Any]:
    """What an entry says otherwise than the follow-up it is known as; {} when nothing."""
    if record.status not in TO_DO:
        if entry.series is not None or entry.due_on is None or entry.due_on <= max(record.due_on, today):
            return {}
        return {"due_on": entry.due_on, "status": "open", "done_on": None, "set_on": None}
    wanted = _when(record, entry, today)
    title = _bare(entry.title, name)
    if _line(entry.title) not in told.titles | {record.title} and title != record.title:
        wanted["title"] = title
    notes = _own_notes(entry)
    if _lines(entry.notes) not in told.notes | {record.notes} and notes != record.notes:
        wanted["notes"] = notes
    return wanted


def _when(record: FollowUp, entry: CalendarEntry, today: date) -> dict[str, Any]:
    """The day, the time and the repetition, as far as they differ."""
    wanted: dict[str, Any] = {}
    mine, theirs = _series(record), entry.series
    is_same_series = mine is not None and theirs is not None and _are_alike(mine, theirs)
    coming, _ = _coming(entry, today)
    if mine != theirs and not is_same_series:
        return _repeated(entry) | {
            "due_on": coming,
            "due_time": entry.due_time,
            "time_zone": entry.time_zone,
            "set_on": None,
        }
    if coming is not None and coming != record.due_on and (theirs is None or entry.is_moved):
        put_off = record.set_on is not None and coming <= record.due_on
        # The one that was moved is done meanwhile: the record has come to a later day of its series.
        is_past = mine is not None and theirs is not None and theirs.first < record.due_on
        is_past = is_past and mine is not None and mine.holds(record.due_on)
        if not put_off and not is_past and not _is_same_moment(record, entry):
            wanted["due_on"] = coming
    if not _is_same_time(record, entry) and not _is_same_moment(record, entry):
        wanted |= {"due_time": entry.due_time, "time_zone": entry.time_zone}
    return wanted


def _series(record: FollowUp) -> Series | None:
    if not record.repeat_every or record.repeat_unit not in {unit.value for unit in RepeatUnit}:
        return None
    return Series(
        record.repeat_from or record.due_on, record.repeat_every, record.repeat_unit, record.repeat_until
    )


def _are_alike(mine: Series, theirs: Series) -> bool:
    """Whether a series is the same, perhaps told from a later day of it on."""
    same = (mine.every, mine.unit, mine.until) == (theirs.every, theirs.unit, theirs.until)
    return same and mine.holds(theirs.first)


def _is_same_time(record: FollowUp, entry: CalendarEntry) -> bool:
    if record.due_time != entry.due_time:
        return False
    here = local_zone()
    return not entry.due_time or (record.time_zone or here) == (entry.time_zone or here)


def _is_same_moment(record: FollowUp, entry: CalendarEntry) -> bool:
    """Whether both are one moment, told by the clocks of different zones."""
    if entry.due_on is None or not record.due_time or not entry.due_time:
        return False
    if abs((record.due_on - entry.due_on).days) > 1:
        return False
    here = known_zone(local_zone())
    return due_at(record.due_on, record.due_time, record.time_zone, here) == due_at(
        entry.due_on, entry.due_time, entry.time_zone, here
    )


def _bare(title: str, name: str) -> str:
    """The title without the client it begins with."""
    return _line(title).removeprefix(f"{_line(name)}{BETWEEN}")[: ics_reading.MAX_TITLE]


def _own_notes(entry: CalendarEntry) -> str:
    """The notes without what the program adds to them; of another program's entry, the place comes first."""
    if not entry.is_own:
        place = entry.location if fold(entry.location) not in fold(entry.notes) else ""
        return _lines("\n\n".join(text for text in (place, entry.notes) if text))[: ics_reading.MAX_NOTES]
    notes = _lines(entry.notes)
    for language in ("en", "fr"):
        mark = Words(language)["why"].partition("{")[0]
        found = 0 if notes.startswith(mark) else notes.rfind(f"\n\n{mark}")
        if found >= 0:
            notes = notes[:found]
    return notes.strip()


def _line(text: str) -> str:
    return clean_text(text)


def _lines(text: str) -> str:
    return clean_text(text, multiline=True)
