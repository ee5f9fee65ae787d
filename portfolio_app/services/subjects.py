"""What computed dues are of, in the user's words: the deal, the key date, the plan, the complaint behind a line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from portfolio_app.models.recurrence import next_occurrence
from portfolio_app.storage.book import Book

SINCE = "since"
"""What the anniversary of the start of a relationship is `about`."""
_DIGITS = 18
"""So many fit into an id; somebody else's book may hold anything."""
_AT_ONCE = 500
"""Lines in one SQL statement."""
_LATE_DAYS = 60
"""So long after its day an occurrence is still the one that a line speaks of."""


@dataclass(frozen=True)
class Due:
    """A line of the queue of `as_of`: whose, why, about which record ("deal:12"), and since or from when."""

    client_id: int
    reason: str
    about: str
    due_on: date
    as_of: date


@dataclass(frozen=True)
class Subject:
    """What a line is of: `text` names it, `step` is what is to be done, `kind` and `on` as its record has them.

    `missing`: of "phone" and "email", those by which nobody can be reached.
    """

    text: str = ""
    step: str = ""
    kind: str = ""
    on: date | None = None
    missing: tuple[str, ...] = ()


NOTHING = Subject()
_Reader = Callable[[Connection, list[Due]], dict[int, Subject]]


def subjects(book: Book, dues: Iterable[Due]) -> dict[int, Subject]:
    """The subject of each line that has one, by client. Records gone meanwhile are left out."""
    sorted_dues: dict[_Reader, list[Due]] = {}
    for due in dues:
        reader = _READERS.get(due.about.partition(":")[0]) or _READERS.get(due.reason)
        if reader is not None:
            sorted_dues.setdefault(reader, []).append(due)
    found: dict[int, Subject] = {}
    if sorted_dues:
        with book.read() as connection:
            for read, those in sorted_dues.items():
                for start in range(0, len(those), _AT_ONCE):
                    found |= read(connection, those[start : start + _AT_ONCE])
    return found


def record_id(about: str) -> int:
    """The id in "deal:12"; 0 where there is none."""
    number = about.partition(":")[2]
    return int(number) if number.isdecimal() and len(number) <= _DIGITS else 0


def occurrence(day: date, yearly: bool, near: date) -> date:
    """The day itself, or the return of a yearly one that is nearest to come, or was not long ago, at `near`."""
    return next_occurrence(day, 1, "year", near - timedelta(days=_LATE_DAYS + 1)) if yearly else day


def _marks(values: Collection[object]) -> str:
    return ",".join("?" * len(values))


def _deals(connection: Connection, dues: list[Due]) -> dict[int, Subject]:
    by_id = {record_id(due.about): due for due in dues}
    rows = connection.exec_driver_sql(
        f"SELECT id, title, next_step, expected_on FROM deal WHERE id IN ({_marks(by_id)})", tuple(by_id)
    )
    return {
        by_id[row[0]].client_id: Subject(
            row[1], step=row[2] if by_id[row[0]].reason == "deal_step" else "", on=_date(row[3])
        )
        for row in rows
    }


def _key_dates(connection: Connection, dues: list[Due]) -> dict[int, Subject]:
    by_id = {record_id(due.about): due for due in dues}
    rows = connection.exec_driver_sql(
        "SELECT k.id, coalesce(nullif(k.label, ''), t.full_name, ''), k.kind, k.\"on\", k.yearly FROM key_date k "
        f"LEFT JOIN contact t ON t.id = k.contact_id WHERE k.id IN ({_marks(by_id)})",
        tuple(by_id),
    )
    found = {}
    for number, label, kind, on, yearly in rows:
        due = by_id[number]
        day = occurrence(date.fromisoformat(on), bool(yearly), due.due_on)
        found[due.client_id] = Subject(label, kind=kind, on=day)
    return found


def _plan_steps(connection: Connection, dues: list[Due]) -> dict[int, Subject]:
    by_id = {record_id(due.about): due.client_id for due in dues}
    rows = connection.exec_driver_sql(
        "SELECT e.id, p.name, (SELECT count(*) FROM plan_step s WHERE s.plan_id = e.plan_id AND (s.position, s.id) "
        "<= (SELECT n.position, n.id FROM plan_step n WHERE n.id = e.step_id)), "
        "(SELECT count(*) FROM plan_step s WHERE s.plan_id = e.plan_id) "
        f"FROM enrolment e JOIN plan p ON p.id = e.plan_id WHERE e.id IN ({_marks(by_id)})",
        tuple(by_id),
    )
    return {
        by_id[number]: Subject(f"{name} · {place}/{steps}" if place else name)
        for number, name, place, steps in rows
    }


def _complaints(connection: Connection, dues: list[Due]) -> dict[int, Subject]:
    """The complaint open that day that must be resolved first: by its own day, else the oldest."""
    day = dues[0].as_of.isoformat()
    rows = connection.exec_driver_sql(
        'SELECT client_id, subject, "on" FROM interaction WHERE kind = \'complaint\' AND "on" <= ? '
        f"AND (resolved_on IS NULL OR resolved_on > ?) AND client_id IN ({_marks(dues)}) "
        'ORDER BY coalesce(due_on, "on") DESC, "on" DESC, id DESC',
        (day, day, *(due.client_id for due in dues)),
    )
    return {client_id: Subject(subject, on=date.fromisoformat(on)) for client_id, subject, on in rows}


def _birthdays(connection: Connection, dues: list[Due]) -> dict[int, Subject]:
    return _yearly(connection, dues, "birth_date", "birthday")


def _anniversaries(connection: Connection, dues: list[Due]) -> dict[int, Subject]:
    return _yearly(connection, dues, "client_since", SINCE)


def _yearly(connection: Connection, dues: list[Due], column: str, kind: str) -> dict[int, Subject]:
    by_id = {due.client_id: due for due in dues}
    rows = connection.exec_driver_sql(
        f"SELECT id, {column} FROM client WHERE {column} IS NOT NULL AND id IN ({_marks(by_id)})",
        tuple(by_id),
    )
    return {
        number: Subject(kind=kind, on=occurrence(date.fromisoformat(day), True, by_id[number].due_on))
        for number, day in rows
    }


def _unreachable(connection: Connection, dues: list[Due]) -> dict[int, Subject]:
    rows = connection.exec_driver_sql(
        "SELECT c.id, c.phone <> '' OR EXISTS (SELECT 1 FROM contact t WHERE t.client_id = c.id "
        "AND (t.phone <> '' OR t.mobile <> '')), c.email <> '' OR EXISTS (SELECT 1 FROM contact t "
        f"WHERE t.client_id = c.id AND t.email <> '') FROM client c WHERE c.id IN ({_marks(dues)})",
        tuple(due.client_id for due in dues),
    )
    return {
        number: Subject(
            missing=tuple(way for way, there in (("phone", phone), ("email", email)) if not there)
        )
        for number, phone, email in rows
    }


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


_READERS: dict[str, _Reader] = {
    "deal": _deals,
    "key_date": _key_dates,
    "enrolment": _plan_steps,
    SINCE: _anniversaries,
    "complaint": _complaints,
    "birthday": _birthdays,
    "data": _unreachable,
}
"""By what a line is about, else by its reason."""
