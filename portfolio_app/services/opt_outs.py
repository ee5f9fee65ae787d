"""Who of a client does not want to be called or written to, and whom one may reach instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portfolio_app.services.privacy_people import Reach, reach
from portfolio_app.storage.book import Book

_AT_ONCE = 500
"""Ids in one SQL statement."""
_WAYS = ("phone", "email")


@dataclass(frozen=True)
class OptOut:
    """What a person refused: channels ("email", "phone", "message", "post").

    `instead`: ways that are open, as (channel, name of the person); the name is "" for the person itself.
    """

    name: str
    refused: frozenset[str]
    instead: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class _Someone:
    """A contact, or (`contact_id` None) the client itself, with what is known of them and what they refused."""

    contact_id: int | None
    name: str
    known: frozenset[str]
    refused: frozenset[str]


def first_opt_outs(book: Book, client_ids: Sequence[int]) -> dict[int, OptOut]:
    """By client: what the person one reaches first (the first contact, else the client) refused, if anything."""
    return {
        client_id: _opt_out(people[0], people)
        for client_id, people in _people(book, client_ids).items()
        if people[0].refused
    }


def client_opt_outs(book: Book, client_id: int) -> dict[int | None, OptOut]:
    """By contact (None: the client itself): what they refused; those who refused nothing are left out."""
    people = _people(book, [client_id]).get(client_id, [])
    return {someone.contact_id: _opt_out(someone, people) for someone in people if someone.refused}


def _opt_out(someone: _Someone, people: Sequence[_Someone]) -> OptOut:
    instead = []
    for channel in _WAYS:
        if channel in someone.refused:
            names = (
                other.name
                for other in people
                if other is not someone and channel in other.known and channel not in other.refused
            )
            if name := next(names, ""):
                instead.append((channel, name))
        elif channel in someone.known:
            instead.insert(0, (channel, ""))
    return OptOut(someone.name, someone.refused, tuple(instead))


def _people(book: Book, client_ids: Sequence[int]) -> dict[int, list[_Someone]]:
    """The people of those clients where somebody refused something: contacts in order, then the client itself."""
    found = {
        client_id: each
        for client_id, each in reach(book, client_ids).items()
        if each.refused or any(each.contacts_refused.values())
    }
    people: dict[int, list[_Someone]] = {client_id: [] for client_id in client_ids if client_id in found}
    for client_id, contact_id, name, email, phone in _rows(book, list(people)):
        people[client_id].append(_someone(found[client_id], contact_id, name, email, phone))
    return {client_id: known for client_id, known in people.items() if known}


def _someone(found: Reach, contact_id: int | None, name: str, email: str, phone: str) -> _Someone:
    known = frozenset(channel for channel, value in (("email", email), ("phone", phone)) if value)
    refused = found.refused if contact_id is None else found.contacts_refused.get(contact_id, frozenset())
    return _Someone(contact_id, name, known, frozenset(refused))


def _rows(book: Book, client_ids: Sequence[int]) -> Iterator[tuple[int, int | None, str, str, str]]:
    """(client, contact, name, e-mail, number) of everybody at those clients, the client itself last."""
    with book.read() as connection:
        for start in range(0, len(client_ids), _AT_ONCE):
            part = tuple(client_ids[start : start + _AT_ONCE])
            marks = ",".join("?" * len(part))
            yield from (
                (row[0], row[1], row[2], row[3], row[4])
                for row in connection.exec_driver_sql(
                    "SELECT client_id, id, coalesce(nullif(full_name, ''), nullif(email, ''), phone), email, "
                    "coalesce(nullif(phone, ''), mobile), 0 AS rank FROM contact "
                    f"WHERE client_id IN ({marks}) "
                    "UNION ALL SELECT id, NULL, name, email, phone, 1 FROM client "
                    f"WHERE id IN ({marks}) ORDER BY rank, 2",
                    part + part,
                )
            )
