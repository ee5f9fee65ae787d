"""Taking persons out of the records: what is deleted, what is emptied, what the journal forgets.

Sales are accounting and stay. So does the record of a client that has some, under a name that says nothing:
"Client 12" reads the same in French and in English.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from portfolio_app.models.base import instant_text
from portfolio_app.storage.journal_upkeep import forget_rows
from portfolio_app.storage.suppression import Erased, SuppressionList, load, person_marks
from portfolio_app.storage.text import fold

_BLANK_TEXTS = (
    "reference", "sector", "size", "siret", "vat", "email", "phone", "website", "street", "postcode", "city",
    "region", "country", "source", "notes", "persona", "needs", "preferences", "strategic_role", "loyalty_tier",
    "price_sensitivity", "growth_potential", "gender", "income_band", "pinned_segment",
)  # fmt: skip
_BLANK_VALUES = {
    "tags": "'[]'", "custom": "'{}'", "client_since": "NULL", "birth_date": "NULL", "insolvency_on": "NULL",
    "acquisition_cost": "NULL", "cadence_ideal_days": "NULL", "cadence_max_days": "NULL",
    "pinned_on": "NULL", "verified_on": "NULL", "visit_km": "NULL", "replace_months": "NULL",
}  # fmt: skip
"""The other columns of a client that tell of a person, and what stands in them when they tell nothing."""
_IN = "IN (SELECT value FROM json_each(?))"
_WITH_CONTACT = ("interaction", "follow_up", "consent", "survey_answer", "key_date")
_WITHOUT_CONTACT = ("deal", "enrolment", "opportunity_answer")
_OF_CLIENT = (*_WITH_CONTACT, *_WITHOUT_CONTACT)
NAMED = "named_client"
"""How the list of the erased calls a client whose name was kept."""


@dataclass
class Scope:
    """Whom to forget: clients that are persons, contacts, and fields of organisations that hold a person's address."""

    clients: set[int] = field(default_factory=set)
    contacts: set[int] = field(default_factory=set)
    fields: dict[int, tuple[str, ...]] = field(default_factory=dict)
    named: set[int] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.clients) + len(self.contacts) + len(self.fields)

    def widen(self, connection: Connection) -> Scope:
        """Include the contacts of the clients."""
        rows = connection.exec_driver_sql(
            f"SELECT id FROM contact WHERE client_id {_IN}", (_listed(self.clients),)
        )
        self.contacts |= {row[0] for row in rows}
        return self


def neutral_name(client_id: int) -> str:
    """What a client is called whose name was erased."""
    return f"Client {client_id}"


def rows_of(connection: Connection, scope: Scope) -> dict[str, set[int]]:
    """The rows that hold something about them, by table; those that only the journal still knows included."""
    rows: dict[str, set[int]] = {"client": set(scope.clients), "contact": set(scope.contacts)}
    contacts, clients = _listed(scope.contacts), _listed(scope.clients)
    for table in _WITH_CONTACT:
        found = connection.exec_driver_sql(
            f"SELECT id FROM {table} WHERE contact_id {_IN} OR client_id {_IN} "
            f"UNION SELECT row_id FROM journal_change WHERE entity = '{table}' AND op = 'D' AND data IS NOT NULL "
            f"AND (json_extract(data, '$.contact_id') {_IN} OR json_extract(data, '$.client_id') {_IN}) "
            f"UNION SELECT row_id FROM journal_change WHERE entity = '{table}' AND op = 'U' AND data IS NOT NULL "
            f"AND json_extract(data, '$.contact_id[0]') {_IN}",
            (contacts, clients, contacts, clients, contacts),
        )
        rows[table] = {row[0] for row in found}
    for table in _WITHOUT_CONTACT:
        found = connection.exec_driver_sql(f"SELECT id FROM {table} WHERE client_id {_IN}", (clients,))
        rows[table] = {row[0] for row in found}
    for table in ("contact", *_WITHOUT_CONTACT):
        gone = connection.exec_driver_sql(
            f"SELECT row_id FROM journal_change WHERE entity = '{table}' AND op = 'D' AND data IS NOT NULL "
            f"AND json_extract(data, '$.client_id') {_IN}",
            (clients,),
        )
        rows[table] |= {row[0] for row in gone}
    return rows


def forget_in_journal(
    connection: Connection,
    rows: dict[str, set[int]],
    texts: Collection[str],
    recognised: SuppressionList | None = None,
) -> None:
    """Scrub from the journal those rows, and every image or parameter of a step that holds one of the texts.

    `recognised`: also what tells of these persons in another spelling, see `_forget_alike`.
    The step being written keeps its own parameters, which say nothing about anybody.
    """
    step = connection.exec_driver_sql("SELECT open_step FROM journal_state").scalar()
    params = connection.exec_driver_sql("SELECT params FROM journal_step WHERE id = ?", (step,)).scalar()
    forget_rows(connection, rows)
    if recognised is not None:
        _forget_alike(connection, recognised)
    connection.exec_driver_sql("UPDATE journal_step SET params = ? WHERE id = ?", (params, step))
    for text in texts:
        # As it stands inside the JSON of an image.
        inside = json.dumps(text, ensure_ascii=False)[1:-1]
        connection.exec_driver_sql(
            "UPDATE journal_change SET data = NULL WHERE data IS NOT NULL AND step_id <> ? "
            "AND instr(lower(data), lower(?)) > 0",
            (step, inside),
        )
    _scrub_params(connection, [fold(text) for text in texts], step)


def _forget_alike(connection: Connection, recognised: SuppressionList) -> None:
    """Scrub the images of clients and contacts that hold one of these addresses or names, however written.

    Of a row that is gone, which was the person under another spelling, everything is forgotten; of one that is
    somebody else's, only the images that tell.
    """
    found = [
        (seq, entity, row_id, json.loads(data))
        for seq, entity, row_id, data in connection.exec_driver_sql(
            "SELECT seq, entity, row_id, data FROM journal_change WHERE entity IN ('client', 'contact') "
            "AND data IS NOT NULL"
        )
    ]
    houses = _houses(connection, found)
    images, gone = [], Scope()
    for seq, entity, row_id, image in found:
        house = houses.get(row_id, "") if entity == "contact" else ""
        if any(_is_told_by(recognised, entity, side, house) for side in _sides(image)):
            images.append(seq)
            (gone.clients if entity == "client" else gone.contacts).add(row_id)
    if not images:
        return
    connection.exec_driver_sql(f"UPDATE journal_change SET data = NULL WHERE seq {_IN}", (_listed(images),))
    for entity, ids in (("client", gone.clients), ("contact", gone.contacts)):
        present = connection.exec_driver_sql(f"SELECT id FROM {entity} WHERE id {_IN}", (_listed(ids),))
        ids -= {row[0] for row in present.all()}
    forget_rows(connection, rows_of(connection, gone))


def _houses(connection: Connection, images: Iterable[tuple[int, str, int, dict[str, Any]]]) -> dict[int, str]:
    """The name of each contact's client, of those deleted long ago too."""
    names: dict[int, str] = {}
    owners: dict[int, int] = {}
    for _seq, entity, row_id, image in images:
        if entity == "client" and isinstance(image.get("name"), str):
            names[row_id] = image["name"]
        elif entity == "contact" and isinstance(image.get("client_id"), int):
            owners[row_id] = image["client_id"]
    names |= {row[0]: row[1] for row in connection.exec_driver_sql("SELECT id, name FROM client")}
    owners |= {row[0]: row[1] for row in connection.exec_driver_sql("SELECT id, client_id FROM contact")}
    return {contact: names.get(client, "") for contact, client in owners.items()}


def _sides(image: dict[str, Any]) -> list[dict[str, str]]:
    """A row as an image holds it: a deleted one whole, of a changed one what it held before and after."""
    pairs = [(name, value if isinstance(value, list) else [value]) for name, value in image.items()]
    return [
        {name: value[side] for name, value in pairs if side < len(value) and isinstance(value[side], str)}
        for side in (0, 1)
    ]


def _is_told_by(recognised: SuppressionList, entity: str, row: dict[str, str], client: str) -> bool:
    for name, kind in (("email", "email"), ("phone", "phone"), ("mobile", "phone")):
        if recognised.reason(kind, row.get(name, "")) == "erased":
            return True
    if entity == "client":
        marks = person_marks(reference=row.get("reference", ""))
        name = row.get("name", "") if row.get("kind", "person") == "person" else ""
        return recognised.is_marked([*marks, *person_marks(name=name)])
    first, last = row.get("first_name", ""), row.get("last_name", "")
    names = {row.get("full_name", ""), f"{first} {last}".strip(), f"{last} {first}".strip()}
    return bool(client) and recognised.is_marked(
        mark for name in names for mark in person_marks(name=name, client=client)
    )


def _scrub_params(connection: Connection, folded: Collection[str], step: int | None) -> None:
    steps = connection.exec_driver_sql(
        "SELECT id, params FROM journal_step WHERE params <> '{}' AND id <> ?", (step,)
    )
    for step_id, params in steps.all():
        values: dict[str, Any] = json.loads(params)
        kept = {name: value for name, value in values.items() if not _names(value, folded)}
        if len(kept) < len(values):
            connection.exec_driver_sql(
                "UPDATE journal_step SET params = ? WHERE id = ?",
                (json.dumps(kept, ensure_ascii=False), step_id),
            )


def _names(value: Any, folded: Collection[str]) -> bool:
    told = fold(json.dumps(value, ensure_ascii=False))
    return any(text in told for text in folded)


def wipe(connection: Connection, scope: Scope, now: datetime) -> None:
    """Take them out of the records, inside an open step.

    What was exchanged with a contact keeps its day and kind for the organisation's history, not its words; so does
    the score they gave. Their key dates go: a birthday tells who it is.
    """
    contacts, clients = _listed(scope.contacts), _listed(scope.clients)
    for table in _OF_CLIENT:
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE client_id {_IN}", (clients,))
    connection.exec_driver_sql(f"DELETE FROM consent WHERE contact_id {_IN}", (contacts,))
    connection.exec_driver_sql(
        f"UPDATE interaction SET contact_id = NULL, subject = '', body = '' WHERE contact_id {_IN}",
        (contacts,),
    )
    # The step of a plan stays to be done with the client, without their name and words.
    connection.exec_driver_sql(
        f"DELETE FROM follow_up WHERE contact_id {_IN} AND status IN ('open', 'waiting') "
        "AND reason <> 'plan_step'",
        (contacts,),
    )
    connection.exec_driver_sql(
        f"UPDATE follow_up SET contact_id = NULL, title = '', notes = '' WHERE contact_id {_IN}", (contacts,)
    )
    connection.exec_driver_sql(
        "DELETE FROM follow_up WHERE about IN "
        f"(SELECT 'key_date:' || id FROM key_date WHERE contact_id {_IN})",
        (contacts,),
    )
    connection.exec_driver_sql(f"DELETE FROM key_date WHERE contact_id {_IN}", (contacts,))
    connection.exec_driver_sql(
        f"UPDATE survey_answer SET contact_id = NULL, comment = '' WHERE contact_id {_IN}", (contacts,)
    )
    connection.exec_driver_sql(f"DELETE FROM contact WHERE id {_IN}", (contacts,))
    _wipe_clients(connection, scope, now)


def _wipe_clients(connection: Connection, scope: Scope, now: datetime) -> None:
    blanks = ", ".join(
        [
            *(f"{name} = ''" for name in _BLANK_TEXTS),
            *(f"{name} = {value}" for name, value in _BLANK_VALUES.items()),
        ]
    )
    for client_id in sorted(scope.clients):
        if not has_sales(connection, client_id):
            connection.exec_driver_sql("DELETE FROM client WHERE id = ?", (client_id,))
            continue
        connection.exec_driver_sql(
            f"UPDATE client SET {blanks}, status = 'former', "
            "former_reason = 'stopped', updated_at = ? WHERE id = ?",
            (instant_text(now), client_id),
        )
        if client_id not in scope.named:
            name = neutral_name(client_id)
            connection.exec_driver_sql(
                "UPDATE client SET name = ?, sort_name = ? WHERE id = ?", (name, fold(name), client_id)
            )
    for client_id, names in scope.fields.items():
        assignments = ", ".join(f"{name} = ''" for name in names)
        connection.exec_driver_sql(f"UPDATE client SET {assignments} WHERE id = ?", (client_id,))


def has_sales(connection: Connection, client_id: int) -> bool:
    """Whether there is something to keep for the accounts."""
    row = connection.exec_driver_sql("SELECT 1 FROM sale WHERE client_id = ? LIMIT 1", (client_id,)).first()
    return row is not None


def returned(connection: Connection, known: SuppressionList) -> Scope:
    """The erased persons that older records brought back: their own rows, and others with an erased address."""
    scope = Scope()
    for table, row_id, created in known.rows:
        _take_row(connection, scope, (table, row_id, created))
    if any(reason == "erased" for reason, _ in known.entries.values()):
        _take_addresses(connection, scope, known)
    return scope.widen(connection)


def forget_returned(connection: Connection, now: datetime) -> int:
    """Inside a step that brought old records back: take the persons erased since out again; says how many."""
    known = load(connection)
    if known.is_empty:
        return 0
    scope = returned(connection, known)
    if scope:
        rows = rows_of(connection, scope)
        wipe(connection, scope, now)
        forget_in_journal(connection, rows, (), known)
    return len(scope)


def forget_brought_back(connection: Connection, target: int, now: datetime) -> list[tuple[str, int]]:
    """Inside the step that took back the step `target`: take out again whom it brought back though erased since.

    The rows concerned, by table. An organisation's field keeps what it held instead.
    """
    is_older = connection.exec_driver_sql(
        "SELECT 1 FROM journal_step WHERE kind = 'final' AND id > ? LIMIT 1", (target,)
    ).first()
    known = load(connection) if is_older else SuppressionList()
    if known.is_empty:
        return []
    scope, before = Scope(), {}
    for entity, row_id, op, data in connection.exec_driver_sql(
        "SELECT entity, row_id, op, data FROM journal_change WHERE entity IN ('client', 'contact') AND op <> 'D' "
        "AND step_id = (SELECT open_step FROM journal_state) ORDER BY seq"
    ).all():
        row, house = _row(connection, entity, row_id)
        if not _is_told_by(known, entity, row, house):
            continue
        if entity == "contact":
            scope.contacts.add(row_id)
        elif row["kind"] == "person":
            scope.clients.add(row_id)
        elif names := _erased_fields(known, row["email"], row["phone"]):
            scope.fields[row_id] = names
            held = {} if op == "I" else {name: pair[0] for name, pair in json.loads(data).items()}
            before[row_id] = _clean(known, {name: held.get(name, "") for name in names})
    if scope:
        rows = rows_of(connection, scope.widen(connection))
        wipe(connection, scope, now)
        for client_id, values in before.items():
            for name, value in values.items():
                connection.exec_driver_sql(f"UPDATE client SET {name} = ? WHERE id = ?", (value, client_id))
        forget_in_journal(connection, rows, (), known)
    return [
        *(("client", row_id) for row_id in sorted({*scope.clients, *scope.fields})),
        *(("contact", row_id) for row_id in sorted(scope.contacts)),
    ]


def _row(connection: Connection, entity: str, row_id: int) -> tuple[dict[str, str], str]:
    """A client or contact as it stands, and the name of the contact's client; nothing for one that is gone."""
    found = connection.exec_driver_sql(f"SELECT * FROM {entity} WHERE id = ?", (row_id,)).mappings().first()
    if found is None:
        return {}, ""
    client = found.get("client_id")
    house = connection.exec_driver_sql("SELECT name FROM client WHERE id = ?", (client,)).scalar()
    return {name: value for name, value in found.items() if isinstance(value, str)}, str(house or "")


def _erased_fields(known: SuppressionList, email: str, phone: str) -> tuple[str, ...]:
    values = {"email": email, "phone": phone}
    return tuple(name for name, value in values.items() if known.reason(name, value) == "erased")


def _clean(known: SuppressionList, values: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if known.reason(name, value) != "erased"}


def _take_row(connection: Connection, scope: Scope, row: Erased) -> None:
    table, row_id, created = row
    if table == "contact":
        found = connection.exec_driver_sql(
            "SELECT 1 FROM contact WHERE id = ? AND created_at = ?", (row_id, created)
        ).first()
        if found:
            scope.contacts.add(row_id)
        return
    names = ", ".join([*_BLANK_TEXTS, *(f"{name} IS NOT {value}" for name, value in _BLANK_VALUES.items())])
    client = connection.exec_driver_sql(
        f"SELECT name, {names} FROM client WHERE id = ? AND created_at = ?", (row_id, created)
    ).first()
    if client is None:
        return
    if table == NAMED:
        scope.named.add(row_id)
    is_named = table != NAMED and client[0] != neutral_name(row_id)
    if is_named or any(client[1:]) or _has_rest(connection, row_id):
        scope.clients.add(row_id)


def _has_rest(connection: Connection, client_id: int) -> bool:
    tables = ("contact", *_OF_CLIENT)
    parts = " UNION ALL ".join(f"SELECT 1 FROM {table} WHERE client_id = ?1" for table in tables)
    return connection.exec_driver_sql(f"{parts} LIMIT 1", (client_id,)).first() is not None


def _take_addresses(connection: Connection, scope: Scope, known: SuppressionList) -> None:
    for contact_id, email, *phones in connection.exec_driver_sql(
        "SELECT id, email, phone, mobile FROM contact"
    ):
        if _is_erased(known, email, phones):
            scope.contacts.add(contact_id)
    for client_id, kind, email, phone in connection.exec_driver_sql(
        "SELECT id, kind, email, phone FROM client"
    ):
        if kind == "person":
            if _is_erased(known, email, [phone]):
                scope.clients.add(client_id)
            continue
        if names := _erased_fields(known, email, phone):
            scope.fields[client_id] = names


def _is_erased(known: SuppressionList, email: str, phones: Iterable[str]) -> bool:
    """A number may have been handed on: it tells a person only where no other address does."""
    if email:
        return known.reason("email", email) == "erased"
    return any(known.reason("phone", phone) == "erased" for phone in phones)


def texts_of(connection: Connection, scope: Scope) -> list[str]:
    """The names, addresses and numbers of these persons as they stand, to look for in the journal."""
    return list(dict.fromkeys(text for text in _texts(connection, scope) if _tells(text)))


def _texts(connection: Connection, scope: Scope) -> Iterator[str]:
    contacts = connection.exec_driver_sql(
        "SELECT full_name, trim(first_name || ' ' || last_name), trim(last_name || ' ' || first_name), email, "
        f"phone, mobile FROM contact WHERE id {_IN}",
        (_listed(scope.contacts),),
    ).all()
    clients = connection.exec_driver_sql(
        f"SELECT name, email, phone FROM client WHERE id {_IN}", (_listed(scope.clients - scope.named),)
    ).all()
    for row in (*contacts, *clients):
        yield from row


def _tells(text: str) -> bool:
    """Whether a text says who it is: a whole name, an address, a number; not a first name."""
    return " " in text.strip() or "@" in text or sum(char.isdigit() for char in text) >= 6


def _listed(ids: Iterable[int]) -> str:
    return json.dumps(sorted(ids))
