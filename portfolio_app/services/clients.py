"""Clients and their contacts: making, changing, removing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from portfolio_app.analysis.columns import CUSTOM
from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import Client, Contact
from portfolio_app.services.changes import Changes
from portfolio_app.services.custom_fields import definitions, merged
from portfolio_app.services.fields import (
    CLIENT_FIELDS,
    CONTACT_FIELDS,
    MAX_DAYS,
    FieldSpec,
    clean,
    client_specs,
)
from portfolio_app.services.records import assign, get
from portfolio_app.storage.book import Book
from portfolio_app.storage.text import fold

_CADENCE = {"cadence_ideal_days", "cadence_max_days"}


def any_clients(book: Book) -> bool:
    """Whether the book holds a client."""
    with book.read() as connection:
        return bool(connection.exec_driver_sql("SELECT EXISTS (SELECT 1 FROM client)").scalar())


def create_client(book: Book, values: Mapping[str, Any], contact: Mapping[str, Any] | None = None) -> Changes:
    """Add a client, with a first contact if given. `changes.created["client"]` holds its id.

    `values` may hold the book's own fields, as "custom.<code>". Raises `InvalidValueError`.
    """
    cleaned = clean(values, _specs(book, values), whole=True)
    person = contact_values(contact) if contact and any(contact.values()) else None
    with book.step("create_client", name=cleaned["name"]) as step:
        client = new_client(step.session, cleaned, step.now)
        if person is not None:
            step.session.add(Contact(client_id=client.id, created_at=step.now, **person))
    return step.changes


def update_client(book: Book, client_id: int, values: Mapping[str, Any]) -> Changes:
    """Change some fields of a client, the book's own ("custom.<code>") among them.

    Raises `InvalidValueError`, `NotFoundError`.
    """
    cleaned = clean(values, _specs(book, values))
    with book.step("update_client", fields=sorted(cleaned)) as step:
        change_client(get(step.session, Client, client_id), cleaned, step.now)
    return step.changes


def new_client(session: Session, values: Mapping[str, Any], now: datetime) -> Client:
    """Put a client of these cleaned values into the book, inside a step. Raises `InvalidValueError`."""
    cleaned, custom = _split(values)
    cleaned |= own_cadence(cleaned, None, None)
    client = Client(created_at=now, updated_at=now, custom=merged({}, custom), **cleaned)
    client.sort_name = fold(client.name)
    session.add(client)
    session.flush()
    return client


def change_client(client: Client, values: Mapping[str, Any], now: datetime) -> None:
    """Give a client these cleaned values, inside a step. Raises `InvalidValueError`."""
    cleaned, custom = _split(values)
    cleaned |= own_cadence(cleaned, client.cadence_ideal_days, client.cadence_max_days)
    if custom:
        cleaned["custom"] = merged(client.custom, custom)
    before = {name: getattr(client, name) for name in cleaned}
    if before != cleaned:
        assign(client, cleaned)
        client.sort_name = fold(client.name)
        client.updated_at = now
        if client.status != "former":
            client.former_reason = ""


def delete_client(book: Book, client_id: int) -> Changes:
    """Remove a client with its contacts, history, sales and follow-ups; undo brings all of it back."""
    with book.step("delete_client") as step:
        client = get(step.session, Client, client_id)
        step.session.delete(client)
    return step.changes


def delete_clients(book: Book, client_ids: Sequence[int]) -> Changes:
    """Remove several clients in one step; those gone meanwhile are passed over."""
    if len(client_ids) == 1:
        return delete_client(book, client_ids[0])
    with book.step("delete_clients", count=len(client_ids)) as step:
        for client_id in client_ids:
            client = step.session.get(Client, client_id)
            if client is not None:
                step.session.delete(client)
    return step.changes


def create_contact(book: Book, client_id: int, values: Mapping[str, Any]) -> Changes:
    """Add a person to a client. Raises `InvalidValueError`, `NotFoundError`."""
    cleaned = contact_values(values)
    with book.step("create_contact") as step:
        get(step.session, Client, client_id)
        step.session.add(Contact(client_id=client_id, created_at=step.now, **cleaned))
    return step.changes


def update_contact(book: Book, contact_id: int, values: Mapping[str, Any]) -> Changes:
    """Change some fields of a contact. Raises `InvalidValueError`, `NotFoundError`."""
    cleaned = clean(values, CONTACT_FIELDS)
    with book.step("update_contact", fields=sorted(cleaned)) as step:
        change_contact(get(step.session, Contact, contact_id), cleaned)
    return step.changes


def change_contact(contact: Contact, cleaned: Mapping[str, Any]) -> None:
    """Give a contact these cleaned values, inside a step. Raises `InvalidValueError`."""
    assign(contact, cleaned)
    if {"first_name", "last_name"} & cleaned.keys() and "full_name" not in cleaned:
        contact.full_name = f"{contact.first_name} {contact.last_name}".strip()
    _require_identity(contact.full_name, contact.email, contact.phone, contact.mobile)


def delete_contact(book: Book, contact_id: int) -> Changes:
    """Remove a contact; what was logged with them stays with the client."""
    with book.step("delete_contact") as step:
        step.session.delete(get(step.session, Contact, contact_id))
    return step.changes


def _specs(book: Book, values: Mapping[str, Any]) -> Mapping[str, FieldSpec]:
    """What the values are checked by: the book's own fields are read only where some are given."""
    if not any(name.startswith(CUSTOM) for name in values):
        return CLIENT_FIELDS
    with book.read_session() as session:
        return client_specs(definitions(session))


def _split(cleaned: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of columns of their own, and those of the book's own fields."""
    custom = {name: value for name, value in cleaned.items() if name.startswith(CUSTOM)}
    return {name: value for name, value in cleaned.items() if name not in custom}, custom


def contact_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the record of a new contact holds. Raises `InvalidValueError`."""
    cleaned = clean(values, CONTACT_FIELDS, whole=True)
    if not cleaned.get("full_name"):
        parts = (cleaned.get("first_name", ""), cleaned.get("last_name", ""))
        cleaned["full_name"] = " ".join(part for part in parts if part)
    _require_identity(*(cleaned.get(name, "") for name in ("full_name", "email", "phone", "mobile")))
    return cleaned


def own_cadence(cleaned: Mapping[str, Any], ideal: int | None, most: int | None) -> dict[str, Any]:
    """A contact rhythm of the client's own, where some of it is given: without ideal days there is no maximum.

    Raises `InvalidValueError` for a maximum below the ideal.
    """
    if not _CADENCE & cleaned.keys():
        return {}
    ideal = cleaned.get("cadence_ideal_days", ideal)
    most = cleaned.get("cadence_max_days", most) if ideal else None
    if ideal and most is not None and most < ideal:
        allowed = f"{ideal}–{MAX_DAYS}"
        raise InvalidValueError("out_of_range", field="cadence_max_days", value=most, allowed=allowed)
    return {"cadence_ideal_days": ideal, "cadence_max_days": most}


def _require_identity(*known: str) -> None:
    if not any(known):
        raise InvalidValueError("required", field="full_name")
