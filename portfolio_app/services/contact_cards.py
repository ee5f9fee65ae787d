"""The clients and their contacts as address cards (vCard), for phones and mail programs."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import Connection

from portfolio_app import files
from portfolio_app.errors import BookWriteError, ExportError, InvalidValueError, OperationCancelled
from portfolio_app.exchange.vcard_writing import VERSIONS, Address, Card, Phone, write_cards
from portfolio_app.storage import client_json
from portfolio_app.storage.book import Book

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_Row: TypeAlias = Any
"""A line of `_SQL`, by column name."""
SUFFIX = ".vcf"
_TICK = 200
_SQL = """
SELECT c.id, c.name, c.kind, c.email, c.phone, c.website, c.street, c.postcode, c.city, c.region, c.country,
       c.tags, c.notes, c.birth_date, c.updated_at,
       t.id AS contact_id, coalesce(t.full_name, '') AS full_name, coalesce(t.first_name, '') AS first_name,
       coalesce(t.last_name, '') AS last_name, coalesce(t.role, '') AS role, coalesce(t.email, '') AS own_email,
       coalesce(t.phone, '') AS own_phone, coalesce(t.mobile, '') AS mobile, coalesce(t.notes, '') AS own_notes,
       (SELECT min("on") FROM key_date k WHERE k.contact_id = t.id AND k.kind = 'birthday') AS birthday
FROM client c LEFT JOIN contact t ON t.client_id = c.id
"""


def export_cards(
    book: Book,
    path: Path,
    *,
    client_ids: Collection[int] | None = None,
    version: str = "3.0",
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> int:
    """Write the cards of all clients, or of these, to a .vcf file, whole or not at all; returns how many.

    An organisation has a card of its own and one for each of its contacts; a person has one. `version`: "3.0",
    which every program reads, or "4.0".
    Raises `BookWriteError`, `OperationCancelled`, `InvalidValueError` about the version, and `ExportError` when the
    name does not end in .vcf.
    """
    target = path if path.suffix else path.with_suffix(SUFFIX)
    if target.suffix.lower() != SUFFIX:
        raise ExportError("unknown_type", path=str(target), suffix=target.suffix)
    known = {each: each for each in VERSIONS}
    if version not in known:
        raise InvalidValueError("not_a_choice", value=version, field="version", allowed=", ".join(VERSIONS))
    identity = book.book_id()
    with book.read() as connection:
        total = (
            int(connection.exec_driver_sql("SELECT count(*) FROM client").scalar_one())
            if client_ids is None
            else len(client_ids)
        )
        cards = _cards(connection, identity, client_ids, total, progress, cancelled)
        try:
            with files.whole(target) as stream:
                return write_cards(stream, cards, known[version])  # type: ignore[arg-type]
        except OSError as error:
            raise BookWriteError("cannot_write", path=str(target), detail=error.strerror or "") from error


def _cards(
    connection: Connection,
    identity: str,
    client_ids: Collection[int] | None,
    total: int,
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> Iterator[Card]:
    wanted = None if client_ids is None else frozenset(client_ids)
    rows = connection.exec_driver_sql(f"{_SQL} ORDER BY c.sort_name, c.id, t.id").mappings()
    done = 0
    for client_id, found in groupby(rows, key=lambda row: row["id"]):
        if wanted is not None and client_id not in wanted:
            continue
        if done % _TICK == 0:
            if cancelled is not None and cancelled():
                raise OperationCancelled
            if progress is not None:
                progress(done, total)
        done += 1
        people = list(found)
        if people[0]["kind"] == "person":
            yield _person(people[0], identity)
            others = people[1:]
        else:
            yield _organisation(people[0], identity)
            others = [row for row in people if row["contact_id"] is not None]
        for row in others:
            yield _contact(row, identity)


def _uid(identity: str, kind: str, row_id: int) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"portfolio:{identity}/{kind}/{row_id}").urn


def _organisation(row: _Row, identity: str) -> Card:
    return Card(
        _uid(identity, "client", row["id"]),
        organisation=row["name"],
        is_organisation=True,
        emails=_distinct(row["email"]),
        phones=_phones((row["phone"], "work")),
        address=_address(row),
        website=row["website"],
        tags=tuple(client_json.texts_of(row["tags"])),
        notes=row["notes"],
        changed_at=_instant(row["updated_at"]),
    )


def _contact(row: _Row, identity: str) -> Card:
    """A person at an organisation: its address is where they work."""
    return Card(
        _uid(identity, "contact", row["contact_id"]),
        full_name=row["full_name"] or ("" if row["first_name"] or row["last_name"] else row["name"]),
        first_name=row["first_name"],
        last_name=row["last_name"],
        organisation=row["name"],
        role=row["role"],
        emails=_distinct(row["own_email"]),
        phones=_phones((row["own_phone"], "work"), (row["mobile"], "cell")),
        address=_address(row),
        birthday=_day(row["birthday"]),
        notes=row["own_notes"],
        changed_at=_instant(row["updated_at"]),
    )


def _person(row: _Row, identity: str) -> Card:
    """A client that is a person, with what is known of them as their own contact."""
    return Card(
        _uid(identity, "client", row["id"]),
        full_name=row["full_name"] or row["name"],
        first_name=row["first_name"],
        last_name=row["last_name"],
        role=row["role"],
        emails=_distinct(row["own_email"], row["email"]),
        phones=_phones((row["own_phone"], "home"), (row["phone"], "home"), (row["mobile"], "cell")),
        address=_address(row, is_home=True),
        website=row["website"],
        birthday=_day(row["birth_date"]) or _day(row["birthday"]),
        tags=tuple(client_json.texts_of(row["tags"])),
        notes="\n".join(_distinct(row["notes"], row["own_notes"])),
        changed_at=_instant(row["updated_at"]),
    )


def _address(row: _Row, *, is_home: bool = False) -> Address:
    return Address(row["street"], row["city"], row["region"], row["postcode"], row["country"], is_home)


def _distinct(*texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _phones(*numbers: tuple[str, str]) -> tuple[Phone, ...]:
    """Each number once, however it is spaced."""
    found: dict[str, Phone] = {}
    for number, kind in numbers:
        if number:
            bare = "".join(char for char in number if char.isalnum() or char == "+")
            found.setdefault(bare, Phone(number, kind))  # type: ignore[arg-type]
    return tuple(found.values())


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _instant(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
