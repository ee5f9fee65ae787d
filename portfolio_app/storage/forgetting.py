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
from portfolio_app.storage import journal
from portfolio_app.storage.suppression import Erased, SuppressionList
from portfolio_app.storage.text import fold

_BLANK_TEXTS = (
    "reference", "sector", "size", "siret", "vat", "email", "phone", "website", "street", "postcode", "city",
    "region", "country", "source", "notes",
)  # fmt: skip
_IN = "IN (SELECT value FROM json_each(?))"
_WITH_CONTACT = ("interaction", "follow_up", "consent")
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
    gone = connection.exec_driver_sql(
        "SELECT row_id FROM journal_change WHERE entity = 'contact' AND op = 'D' AND data IS NOT NULL "
        f"AND json_extract(data, '$.client_id') {_IN}",
        (clients,),
    )
    rows["contact"] |= {row[0] for row in gone}
    return rows


def forget_in_journal(connection: Connection, rows: dict[str, set[int]], texts: Collection[str]) -> None:
    """Scrub from the journal those rows, and every image or parameter of a step that holds one of the texts.

    The step being written keeps its own parameters, which say nothing about anybody.
    """
    step = connection.exec_driver_sql("SELECT open_step FROM journal_state").scalar()
    params = connection.exec_driver_sql("SELECT params FROM journal_step WHERE id = ?", (step,)).scalar()
    journal.forget_rows(connection, rows)
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

    What was exchanged with a contact keeps its day and kind for the organisation's history, not its words.
    """
    contacts, clients = _listed(scope.contacts), _listed(scope.clients)
    for table in _WITH_CONTACT:
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE client_id {_IN}", (clients,))
    connection.exec_driver_sql(f"DELETE FROM consent WHERE contact_id {_IN}", (contacts,))
    connection.exec_driver_sql(
        f"UPDATE interaction SET contact_id = NULL, subject = '', body = '' WHERE contact_id {_IN}",
        (contacts,),
    )
    connection.exec_driver_sql(
        f"DELETE FROM follow_up WHERE contact_id {_IN} AND status IN ('open', 'waiting')", (contacts,)
    )
    connection.exec_driver_sql(
        f"UPDATE follow_up SET contact_id = NULL, title = '' WHERE contact_id {_IN}", (contacts,)
    )
    connection.exec_driver_sql(f"DELETE FROM contact WHERE id {_IN}", (contacts,))
    _wipe_clients(connection, scope, now)


def _wipe_clients(connection: Connection, scope: Scope, now: datetime) -> None:
    blanks = ", ".join(f"{name} = ''" for name in _BLANK_TEXTS)
    for client_id in sorted(scope.clients):
        if not has_sales(connection, client_id):
            connection.exec_driver_sql("DELETE FROM client WHERE id = ?", (client_id,))
            continue
        connection.exec_driver_sql(
            f"UPDATE client SET {blanks}, tags = '[]', client_since = NULL, status = 'former', "
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


def _take_row(connection: Connection, scope: Scope, row: Erased) -> None:
    table, row_id, created = row
    if table == "contact":
        found = connection.exec_driver_sql(
            "SELECT 1 FROM contact WHERE id = ? AND created_at = ?", (row_id, created)
        ).first()
        if found:
            scope.contacts.add(row_id)
        return
    names = ", ".join(_BLANK_TEXTS)
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
    tables = ("contact", *_WITH_CONTACT)
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
        values = {"email": email, "phone": phone}
        names = tuple(name for name, value in values.items() if known.reason(name, value) == "erased")
        if names:
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
