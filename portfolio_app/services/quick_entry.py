"""One line of text that becomes a touch and a next action: read first, shown, and logged when it is right."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from portfolio_app.models.enums import Direction
from portfolio_app.services import follow_ups, interactions
from portfolio_app.services.changes import Changes
from portfolio_app.services.records import in_parts
from portfolio_app.storage.book import Book
from portfolio_app.storage.text import fold

if TYPE_CHECKING:
    from portfolio_app.analysis.name_match import Named, NameIndex
    from portfolio_app.analysis.quick_entry import QuickEntry

SUBJECT_LENGTH = 120
"""A note up to so many letters is the subject of the touch, a longer one its text."""
MOST = 9
FROM_THE_CLIENT = frozenset({"complaint", "feedback"})


@dataclass(frozen=True)
class Meant:
    """A client that may be meant, or a person there; `detail` tells it from others: the person, the town."""

    client_id: int
    contact_id: int | None
    name: str
    detail: str


@dataclass(frozen=True)
class QuickDraft:
    """A line that was read, and who may be meant, best first. `entry.is_sure`: the first one is."""

    entry: QuickEntry
    meant: tuple[Meant, ...]


def read(
    book: Book,
    text: str,
    as_of: date,
    dropped: Collection[str] = (),
    client_id: int | None = None,
    *,
    month_first: bool = False,
) -> QuickDraft:
    """What a line says on a day. Nothing is written.

    `dropped`: the roles whose words are to be note, see `analysis.quick_entry.Role`. `client_id`: who is
    meant where the line names nobody. `month_first`: 3/12 is the 12th of March.
    """
    from portfolio_app.analysis import quick_entry

    words = quick_entry.words_of(text, fold)
    at = book.clock().astimezone()
    now = at.hour * 60 + at.minute if at.date() == as_of else 0
    entry = quick_entry.read(words, _names(book), as_of, dropped=dropped, month_first=month_first, now=now)
    found = entry.found[:MOST]
    if not found and client_id is not None:
        found = ((client_id, None),)
    return QuickDraft(entry, tuple(_meant(book, found)))


def log(book: Book, client_id: int, entry: QuickEntry, contact_id: int | None = None) -> Changes:
    """Log what a line says: the touch with its next action, or the next action alone. One step.

    Raises `InvalidValueError`, `NotFoundError`.
    """
    due: dict[str, Any] | None = None
    if entry.next is not None:
        due = {
            "kind": entry.next.kind,
            "title": entry.next.title,
            "due_on": entry.next.due_on,
            "due_time": entry.next.due_time,
        }
    if not entry.is_touch and due is not None:
        return follow_ups.plan_follow_up(book, client_id, due)
    direction = entry.direction or (
        Direction.INCOMING if entry.kind in FROM_THE_CLIENT else Direction.OUTGOING
    )
    values: dict[str, Any] = {
        "kind": entry.kind,
        "on": entry.on,
        "outcome": entry.outcome,
        "direction": str(direction),
        "subject" if len(entry.note) <= SUBJECT_LENGTH else "body": entry.note,
    }
    if entry.minutes is not None:
        values["minutes"] = entry.minutes
    return interactions.log_touch(book, client_id, values, contact_id=contact_id, next_due=due)


def _names(book: Book) -> NameIndex:
    """The names of the book's clients and of their people. Cached until one of them changes."""
    from portfolio_app.analysis.name_match import NameIndex

    def update(index: NameIndex, client_ids: frozenset[int]) -> NameIndex:
        index.replace(client_ids, _named(book, client_ids))
        return index

    return book.cache.get(
        ("names",), ("client", "contact"), lambda: NameIndex(_named(book)), update, of_clients=True
    )


def _named(book: Book, client_ids: Collection[int] | None = None) -> list[Named]:
    """The names of all clients and their people, or of these."""
    from portfolio_app.analysis.name_match import Named, name_words

    some = client_ids is not None
    among = "IN (SELECT value FROM json_each(?))"
    which = (json.dumps(sorted(client_ids)),) if client_ids is not None else ()
    with book.read() as connection:
        clients = connection.exec_driver_sql(
            f"SELECT id, name, city, reference FROM client {f'WHERE id {among}' if some else ''} ORDER BY id",
            which,
        ).all()
        people = connection.exec_driver_sql(
            "SELECT client_id, id, full_name FROM contact WHERE full_name <> '' "
            f"{f'AND client_id {among}' if some else ''} ORDER BY id",
            which,
        ).all()
    towns = {city: name_words(fold(city)) for city in {row[2] for row in clients}}
    names = []
    for client_id, name, city, reference in clients:
        names.append(Named(client_id, None, name_words(fold(name)), towns[city]))
        if reference:
            names.append(Named(client_id, None, name_words(fold(reference))))
    names += [Named(client_id, contact, name_words(fold(full))) for client_id, contact, full in people]
    return names


def _meant(book: Book, found: Collection[tuple[int, int | None]]) -> list[Meant]:
    """These clients and people with their names; those gone meanwhile are left out."""
    clients: dict[int, tuple[str, str]] = {}
    people: dict[int, str] = {}
    with book.read() as connection:
        for part in in_parts([client for client, _ in found]):
            marks = ",".join("?" * len(part))
            sql = f"SELECT id, name, city FROM client WHERE id IN ({marks})"
            clients |= {row[0]: (row[1], row[2]) for row in connection.exec_driver_sql(sql, tuple(part))}
        for part in in_parts([contact for _, contact in found if contact is not None]):
            marks = ",".join("?" * len(part))
            sql = f"SELECT id, full_name FROM contact WHERE id IN ({marks})"
            people |= {row[0]: row[1] for row in connection.exec_driver_sql(sql, tuple(part))}
    return [
        Meant(client, contact, clients[client][0], people.get(contact or 0, clients[client][1]))
        for client, contact in found
        if client in clients
    ]
