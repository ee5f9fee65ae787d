"""A person's records: which rows they are, which addresses are theirs alone, where else the book names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from portfolio_app.errors import InvalidValueError, NotFoundError
from portfolio_app.services.privacy_mentions import Mention, mentions_of
from portfolio_app.services.privacy_people import Person, PersonHit, addresses, own_contacts, person_rows
from portfolio_app.storage import forgetting, suppression
from portfolio_app.storage.forgetting import Scope
from portfolio_app.storage.text import fold

_MOBILE = ("+336", "+337")


@dataclass(frozen=True)
class Found:
    """A person with everything that is about them.

    `own`: addresses and numbers that nobody else uses, normalised, by kind; `told`: the same as they are written;
    `marks`: what else an import knows them by.
    """

    person: Person
    name: str
    client_id: int
    scope: Scope
    told: tuple[str, ...]
    own: tuple[tuple[str, str], ...]
    shared: int
    also: tuple[PersonHit, ...]
    marks: tuple[str, ...]
    names: tuple[str, ...]
    last_name: str


def find_records(connection: Connection, person: Person) -> Found:
    """The person's records. A contact that is the client itself stands for the client."""
    table = "contact" if person.kind == "contact" else "client"
    row = connection.exec_driver_sql(f"SELECT * FROM {table} WHERE id = ?", (person.id,)).mappings().first()
    if row is None:
        raise NotFoundError("not_found", kind=table, id=person.id)
    record = dict(row)
    if person.kind == "client":
        return _client_person(connection, record)
    if any(one["id"] == person.id for one in own_contacts(connection, record["client_id"])):
        return find_records(connection, Person("client", record["client_id"]))
    return _contact_person(connection, record)


def _client_person(connection: Connection, client: dict[str, Any]) -> Found:
    if client["kind"] != "person":
        raise InvalidValueError("not_a_person", name=client["name"])
    scope = Scope(clients={client["id"]}).widen(connection)
    selves = own_contacts(connection, client["id"])
    told = [pair for record in (client, *selves) for pair in addresses(record)]
    place = f"{client['postcode'].lstrip('0')} {client['city']}"
    marks = [
        *suppression.person_marks(reference=client["reference"], name=client["name"], place=place),
        *suppression.person_marks(name=client["name"]),
    ]
    own, shared, also = _owned(connection, scope, told, client["name"])
    return Found(
        person=Person("client", client["id"]),
        name=client["name"],
        client_id=client["id"],
        scope=scope,
        told=_written(told, own),
        own=own,
        shared=shared,
        also=also,
        marks=tuple(marks),
        names=_names_of(client["name"], *selves),
        last_name="",
    )


def _contact_person(connection: Connection, contact: dict[str, Any]) -> Found:
    client = dict(
        connection.exec_driver_sql("SELECT * FROM client WHERE id = ?", (contact["client_id"],))
        .mappings()
        .one()
    )
    scope = Scope(contacts={contact["id"]})
    name = contact["full_name"]
    told = addresses(contact)
    own, shared, also = _owned(connection, scope, told, name)
    own, kept = _without_organisation(client, contact, own)
    fields = tuple(
        field
        for field in ("email", "phone")
        if set(suppression.normal(field, client[field])) & {one for kind, one in own if kind == field}
    )
    if fields:
        scope.fields[client["id"]] = fields
    marks = suppression.person_marks(name=name, client=client["name"]) if name else []
    return Found(
        person=Person("contact", contact["id"]),
        name=name,
        client_id=client["id"],
        scope=scope,
        told=_written(told, own),
        own=own,
        shared=shared + kept,
        also=also,
        marks=tuple(marks),
        names=_names_of(name, contact),
        last_name=contact["last_name"],
    )


def _without_organisation(
    client: dict[str, Any], contact: dict[str, Any], own: tuple[tuple[str, str], ...]
) -> tuple[tuple[tuple[str, str], ...], int]:
    """The addresses without those that are rather the organisation's: its landline, its general mailbox."""
    house = {(kind, one) for kind in ("email", "phone") for one in suppression.normal(kind, client[kind])}
    words = [word for word in fold(contact["full_name"]).split() if len(word) >= 3]

    def is_house(kind: str, value: str) -> bool:
        if (kind, value) not in house:
            return False
        if kind == "phone":
            return not value.startswith(_MOBILE) and value not in suppression.normal(
                "phone", contact["mobile"]
            )
        return not any(word in fold(value.partition("@")[0]) for word in words)

    kept = tuple(pair for pair in own if not is_house(*pair))
    return kept, len(own) - len(kept)


def _written(told: list[tuple[str, str]], own: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The addresses as they are written, numbers also without blanks, as the search index has them."""
    mine = [
        (kind, value)
        for kind, value in told
        if {(kind, one) for one in suppression.normal(kind, value)} & set(own)
    ]
    digits = ["".join(char for char in value if char.isdigit()) for kind, value in mine if kind == "phone"]
    return tuple(dict.fromkeys([*(value for _, value in mine), *digits]))


def _names_of(name: str, *contacts: dict[str, Any]) -> tuple[str, ...]:
    names = [name]
    for contact in contacts:
        first, last = contact["first_name"], contact["last_name"]
        names += [contact["full_name"], f"{first} {last}".strip(), f"{last} {first}".strip()]
    return tuple(dict.fromkeys(one for one in names if one))


def _owned(
    connection: Connection, scope: Scope, told: list[tuple[str, str]], name: str
) -> tuple[tuple[tuple[str, str], ...], int, tuple[PersonHit, ...]]:
    """Of these addresses: those nobody of another name uses, how many others do, and who has any of them."""
    mine = {(kind, one) for kind, value in told for one in suppression.normal(kind, value)}
    used_by_others: set[tuple[str, str]] = set()
    contacts: list[int] = []
    clients: list[int] = []
    for kind, row_id, client_kind, other_name, *values in connection.exec_driver_sql(_ALL_ADDRESSES):
        if row_id in (scope.contacts if kind == "contact" else scope.clients):
            continue
        email, phone, mobile = values
        theirs = {("email", one) for one in suppression.normal("email", email)}
        theirs |= {("phone", one) for text in (phone, mobile) for one in suppression.normal("phone", text)}
        common = theirs & mine
        if not common or (kind == "client" and client_kind != "person"):
            continue
        (contacts if kind == "contact" else clients).append(row_id)
        if fold(other_name) != fold(name):
            used_by_others |= common
    also = tuple(person_rows(connection, contacts=contacts, clients=clients))
    return tuple(sorted(mine - used_by_others)), len(used_by_others), also


_ALL_ADDRESSES = (
    "SELECT 'contact', id, '', full_name, email, phone, mobile FROM contact "
    "WHERE email <> '' OR phone <> '' OR mobile <> '' UNION ALL "
    "SELECT 'client', id, kind, name, email, phone, '' FROM client WHERE email <> '' OR phone <> ''"
)


def mentions_in(connection: Connection, found: Found) -> list[Mention]:
    """Where else the book seems to name the person."""
    erased = forgetting.rows_of(connection, found.scope)
    return mentions_of(connection, found.names, found.told, found.last_name, found.client_id, erased)
