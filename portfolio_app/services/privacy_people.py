"""Persons of a book, what each said about being reached, and whom one may therefore reach how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, Literal

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from portfolio_app.errors import InvalidValueError, NotFoundError
from portfolio_app.models.entities import Client, Consent, Contact
from portfolio_app.models.enums import Channel, ConsentSource, ConsentState
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import MAX_NOTE, clean_text
from portfolio_app.services.records import get
from portfolio_app.storage import search_index, suppression
from portfolio_app.storage.book import Book, Step
from portfolio_app.storage.suppression import SuppressionList
from portfolio_app.storage.text import fold

CHANNELS: tuple[str, ...] = tuple(member.value for member in Channel)
CONSENT_STATES: tuple[str, ...] = tuple(member.value for member in ConsentState)
CONSENT_SOURCES: tuple[str, ...] = tuple(member.value for member in ConsentSource)
LISTED_AS = {"email": "email", "phone": "phone"}
"""The kind of address that refusing a channel puts on the suppression list."""
_REFUSES = {
    ("email", "objected"): ("email",),
    ("email", "erased"): ("email",),
    ("phone", "objected"): ("phone",),
    ("phone", "erased"): ("phone", "message"),
}
"""The channels that an address or number on the list closes."""
_AT_ONCE = 500


@dataclass(frozen=True)
class Person:
    """A natural person of the book: a contact, or a client of kind person."""

    kind: Literal["contact", "client"]
    id: int


@dataclass(frozen=True)
class PersonHit:
    """A person found: who, at which client, and how to tell them from a namesake."""

    kind: Literal["contact", "client"]
    id: int
    name: str
    client_id: int
    client_name: str
    email: str
    phone: str

    @property
    def person(self) -> Person:
        """The person."""
        return Person(self.kind, self.id)


@dataclass(frozen=True)
class ConsentInfo:
    """What a person said about one channel.

    `state`: "granted", "refused", or "" when nothing is known (`on` is None then). `source`: one of
    `CONSENT_SOURCES`. `is_listed`: the address or number stands on the suppression list, which refuses it
    whatever the state says.
    """

    state: str
    on: date | None = None
    source: str = ""
    proof: str = ""
    is_listed: bool = False


@dataclass(frozen=True)
class Reach:
    """Which channels of a client are closed or open, for the client itself and for each of its contacts.

    `refused` and `granted` hold channels ("email", "phone", "message", "post"); `contacts_refused` and
    `contacts_granted` hold them by contact id, contacts without any left out. Refused includes what the
    suppression list refuses.
    """

    client_id: int
    refused: frozenset[str] = frozenset()
    granted: frozenset[str] = frozenset()
    contacts_refused: Mapping[int, frozenset[str]] = field(default_factory=dict)
    contacts_granted: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def is_refused(self, channel: str, contact_id: int | None = None) -> bool:
        """Whether that contact (or, without one, the client itself) refused the channel."""
        if contact_id is None:
            return channel in self.refused
        return channel in self.contacts_refused.get(contact_id, frozenset())


def find_persons(book: Book, text: str, limit: int = 50) -> list[PersonHit]:
    """The contacts and the clients of kind person that a name, e-mail or number finds, best first.

    The contact of a client of kind person who is that person is listed once, as the client.
    """
    with book.read() as connection:
        hits = search_index.search(connection, text, limit * 2)
        found: dict[Person, PersonHit] = {}
        for hit in hits:
            if hit.kind == "contact":
                rows = person_rows(connection, contacts=[hit.id])
            elif hit.kind == "client":
                rows = person_rows(connection, clients=[hit.id])
            else:
                continue
            for row in rows:
                found.setdefault(row.person, row)
        return list(found.values())[:limit]


_CONTACTS = (
    "SELECT t.id, t.full_name, t.email, t.phone, t.mobile, c.id, c.name, c.kind FROM contact t "
    "JOIN client c ON c.id = t.client_id WHERE {} ORDER BY t.id"
)


def person_rows(
    connection: Connection, *, contacts: Sequence[int] = (), clients: Sequence[int] = ()
) -> list[PersonHit]:
    """Those contacts, and those of the clients that are persons; who is both is given as the client."""
    found: list[PersonHit] = []
    for row in connection.exec_driver_sql(_CONTACTS.format(f"t.id IN ({_marks(contacts)})"), tuple(contacts)):
        if row[7] == "person" and fold(row[1]) in ("", fold(row[6])):
            clients = [*clients, row[5]]
        else:
            found.append(PersonHit("contact", row[0], row[1], row[5], row[6], row[2], row[3] or row[4]))
    for client_id in dict.fromkeys(clients):
        client = connection.exec_driver_sql(
            "SELECT name, email, phone FROM client WHERE id = ? AND kind = 'person'", (client_id,)
        ).first()
        if client is None:
            continue
        selves = own_contacts(connection, client_id)
        email = next((e for e in (client[1], *(s["email"] for s in selves)) if e), "")
        phones = (client[2], *(s["phone"] for s in selves), *(s["mobile"] for s in selves))
        phone = next((p for p in phones if p), "")
        found.append(PersonHit("client", client_id, client[0], client_id, client[0], email, phone))
    return found


def own_contacts(connection: Connection, client_id: int) -> list[dict[str, Any]]:
    """The contacts of a client of kind person that are that person: those of its name, or nameless."""
    rows = connection.exec_driver_sql(
        "SELECT t.*, c.name AS client_name FROM contact t JOIN client c ON c.id = t.client_id "
        "WHERE t.client_id = ? AND c.kind = 'person' ORDER BY t.id",
        (client_id,),
    ).mappings()
    return [dict(row) for row in rows if fold(row["full_name"]) in ("", fold(row["client_name"]))]


def addresses(record: Any) -> list[tuple[str, str]]:
    """The e-mail and numbers of a contact or client (a row or an entity), as (kind, value)."""
    read = record.get if isinstance(record, Mapping) else partial(getattr, record)
    fields = (("email", "email"), ("phone", "phone"), ("phone", "mobile"))
    return [(kind, value) for kind, name in fields if (value := read(name, ""))]


def consents(book: Book, person: Person) -> dict[str, ConsentInfo]:
    """What the person said, for every channel. Raises `NotFoundError`."""
    with book.read_session() as session:
        record = person_record(session, person)
        told = {
            row.channel: ConsentInfo(row.state, row.on, row.source, row.proof)
            for row in session.scalars(select(Consent).where(_of(person)))
        }
        listed = _listed(suppression.load(session.connection()), [record])
    return {
        channel: _with_list(told.get(channel, ConsentInfo("")), channel in listed) for channel in CHANNELS
    }


def _with_list(info: ConsentInfo, is_listed: bool) -> ConsentInfo:
    return ConsentInfo(info.state, info.on, info.source, info.proof, is_listed)


def set_consent(
    book: Book,
    person: Person,
    channel: str,
    state: str | None,
    *,
    on: date | None = None,
    source: str = "",
    proof: str = "",
) -> Changes:
    """Record what a person said about a channel, on a day (today unless said); None forgets it.

    Refusing e-mail or phone puts the person's addresses or numbers on the suppression list, and anything
    else takes them off again, unless somebody else with the same address refused it too.
    Raises `InvalidValueError`, `NotFoundError`.
    """
    day, text = _checked(book, channel, state, on, source, proof)
    with book.step("set_consent", channel=channel, state=state or "") as step:
        record = person_record(step.session, person)
        row = step.session.scalars(select(Consent).where(_of(person), Consent.channel == channel)).first()
        if not state:
            if row is not None:
                step.session.delete(row)
        else:
            if row is None:
                client_id = record.id if isinstance(record, Client) else record.client_id
                contact_id = None if isinstance(record, Client) else record.id
                row = Consent(
                    client_id=client_id, contact_id=contact_id, channel=channel, created_at=step.now
                )
                step.session.add(row)
            row.state, row.on, row.source, row.proof = state, day, source, text
        step.session.flush()
        if channel in LISTED_AS:
            _note_objection(step, person, record, channel, state, day)
    return step.changes


def _checked(
    book: Book, channel: str, state: str | None, on: date | None, source: str, proof: str
) -> tuple[date, str]:
    for field_name, value, allowed in (
        ("channel", channel, CHANNELS),
        ("state", state or "", ("", *CONSENT_STATES)),
        ("source", source, ("", *CONSENT_SOURCES)),
    ):
        if value not in allowed:
            choices = ", ".join(one for one in allowed if one)
            raise InvalidValueError("not_a_choice", field=field_name, value=value, allowed=choices)
    today = book.today()
    if on is not None and on > today:
        raise InvalidValueError("out_of_range", field="on", value=on.isoformat(), allowed=f"≤ {today}")
    text = clean_text(proof, multiline=True)
    if len(text) > MAX_NOTE:
        raise InvalidValueError("out_of_range", field="proof", value=text[:40] + "…", allowed=f"≤ {MAX_NOTE}")
    return on or today, text


def _note_objection(
    step: Step, person: Person, record: Client | Contact, channel: str, state: str | None, day: date
) -> None:
    """Put the person's addresses of the channel on the suppression list, or take them off."""
    kind = LISTED_AS[channel]
    for _, value in [pair for pair in addresses(record) if pair[0] == kind]:
        if state == "refused":
            suppression.add(step.connection, kind, value, "objected", day)
        elif not _refused_by_another(step.session, person, channel, suppression.normal(kind, value)):
            suppression.remove(step.connection, kind, value)


def _refused_by_another(session: Session, person: Person, channel: str, normalised: Sequence[str]) -> bool:
    refusals = session.scalars(
        select(Consent).where(Consent.channel == channel, Consent.state == "refused")
    ).all()
    for row in refusals:
        other = Person("contact", row.contact_id) if row.contact_id else Person("client", row.client_id)
        if other == person:
            continue
        record = person_record(session, other)
        used = [
            one
            for kind, value in addresses(record)
            if kind == LISTED_AS[channel]
            for one in suppression.normal(kind, value)
        ]
        if set(used) & set(normalised):
            return True
    return False


def person_record(session: Session, person: Person) -> Client | Contact:
    """The person's row. Raises `NotFoundError`."""
    if person.kind == "contact":
        return get(session, Contact, person.id)
    return get(session, Client, person.id)


def _of(person: Person) -> Any:
    """The condition that finds a person's consents."""
    if person.kind == "contact":
        return Consent.contact_id == person.id
    return (Consent.client_id == person.id) & Consent.contact_id.is_(None)


def _listed(known: SuppressionList, records: Iterable[Any]) -> set[str]:
    """The channels that the suppression list closes for somebody with these records."""
    closed: set[str] = set()
    if known.entries:
        for record in records:
            for kind, value in addresses(record):
                reason = known.reason(kind, value)
                if reason:
                    closed.update(_REFUSES[kind, reason])
    return closed


def may_reach(book: Book, client_id: int) -> Reach:
    """Which channels of one client and of its contacts are refused. Raises `NotFoundError`."""
    found = reach(book, [client_id])
    if client_id not in found:
        raise NotFoundError("not_found", kind="client", id=client_id)
    return found[client_id]


def reach(book: Book, client_ids: Sequence[int]) -> dict[int, Reach]:
    """The same for many clients, those gone meanwhile left out.

    For a client that is a person, what its own contact said counts for the client and the other way round.
    """
    found: dict[int, Reach] = {}
    with book.read() as connection:
        known = suppression.load(connection)
        for start in range(0, len(client_ids), _AT_ONCE):
            found |= reach_of(connection, client_ids[start : start + _AT_ONCE], known)
    return found


_REACH = (
    "SELECT c.id, NULL, c.kind, c.name, c.name, c.email, c.phone, '', "
    "(SELECT group_concat(s.channel || ':' || s.state) FROM consent s "
    "WHERE s.client_id = c.id AND s.contact_id IS NULL) FROM client c WHERE c.id IN ({0}) UNION ALL "
    "SELECT c.id, t.id, c.kind, c.name, t.full_name, t.email, t.phone, t.mobile, "
    "(SELECT group_concat(s.channel || ':' || s.state) FROM consent s WHERE s.contact_id = t.id) "
    "FROM client c JOIN contact t ON t.client_id = c.id WHERE c.id IN ({0})"
)


def reach_of(connection: Connection, client_ids: Sequence[int], known: SuppressionList) -> dict[int, Reach]:
    """`reach` for up to a few hundred clients, with the suppression list already loaded."""
    marks = _marks(client_ids)
    closed: dict[int, dict[int | None, set[str]]] = {}
    opened: dict[int, dict[int | None, set[str]]] = {}
    selves: dict[int, list[int]] = {}
    for row in connection.exec_driver_sql(_REACH.format(marks), (*client_ids, *client_ids)):
        client_id, contact_id, kind, client_name, name, email, phone, mobile, told = row
        pairs = [pair.split(":") for pair in told.split(",")] if told else []
        values = {"email": email, "phone": phone, "mobile": mobile}
        refused = {channel for channel, state in pairs if state == "refused"} | _listed(known, [values])
        closed.setdefault(client_id, {})[contact_id] = refused
        opened.setdefault(client_id, {})[contact_id] = {c for c, state in pairs if state == "granted"}
        if contact_id is not None and kind == "person" and fold(name) in ("", fold(client_name)):
            selves.setdefault(client_id, []).append(contact_id)
    for client_id, contact_ids in selves.items():
        for table in (closed, opened):
            both = set().union(*(table[client_id].get(i, set()) for i in (None, *contact_ids)))
            table[client_id] |= dict.fromkeys((None, *contact_ids), both)
    return {client_id: _reach(client_id, closed[client_id], opened[client_id]) for client_id in closed}


def _reach(client_id: int, closed: dict[int | None, set[str]], opened: dict[int | None, set[str]]) -> Reach:
    granted = {who: channels - closed.get(who, set()) for who, channels in opened.items()}
    return Reach(
        client_id,
        frozenset(closed.get(None, ())),
        frozenset(granted.get(None, ())),
        {who: frozenset(channels) for who, channels in closed.items() if who is not None and channels},
        {who: frozenset(channels) for who, channels in granted.items() if who is not None and channels},
    )


def _marks(ids: Sequence[int]) -> str:
    return ",".join("?" * len(ids))
