"""The people of clients while rows come in: each is the client's one with that e-mail or name, or is new."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portfolio_app.services.fields import CONTACT_FIELDS
from portfolio_app.services.import_keys import KnownClients, folded
from portfolio_app.services.import_suppression import ImportDoor
from portfolio_app.storage.records import RecordWriter

CREATED, UPDATED, UNCHANGED = "created", "updated", "unchanged"
_WAYS = ("full_name", "first_name", "last_name", "email", "phone", "mobile")
"""What makes somebody of a row's values: a role alone is nobody."""


class People:
    """The contacts of clients, known and new."""

    def __init__(self, contacts: RecordWriter, clients: RecordWriter, door: ImportDoor, now: str) -> None:
        self._contacts = contacts
        self._clients = clients
        self._door = door
        self._now = now
        self._of: dict[int, dict[str, int]] = {}

    def of(self, client_id: int) -> list[Mapping[str, Any]]:
        """The contacts of a client as they stand."""
        return [self._contacts.get(contact_id) for contact_id in set(self._keys(client_id).values())]

    def changes(
        self, client_id: int, given: Mapping[str, Any], overwrite: bool
    ) -> tuple[int | None, dict[str, Any]]:
        """Who of the client's people these values are about (None: somebody new), and what they would change.

        `given` as `person_values` makes it.
        """
        people = self._keys(client_id)
        if not people:
            return None, dict(given)
        contact_id = next((people[key] for key in _contact_keys(given) if key in people), None)
        if contact_id is None:
            return None, dict(given)
        known = self._contacts.get(contact_id)
        changed = {k: v for k, v in given.items() if v != known[k] and (overwrite or not known[k])}
        return contact_id, changed

    def put(
        self, client_id: int, given: Mapping[str, Any], overwrite: bool, known: KnownClients
    ) -> tuple[int, str]:
        """Put a person in; their id and whether they are new, changed or as before."""
        contact_id, changed = self.changes(client_id, given, overwrite)
        if contact_id is None:
            contact_id = self._contacts.insert({"client_id": client_id, "created_at": self._now, **changed})
            self._door.note_refusals(client_id, contact_id, changed)
            outcome = CREATED
        elif changed:
            self._contacts.update(contact_id, changed)
            self._door.note_refusals(client_id, contact_id, changed, is_new=False)
            outcome = UPDATED
        else:
            return contact_id, UNCHANGED
        people = self._of[client_id]
        for key in _contact_keys(given):
            people[key] = contact_id
        known.note_person(client_id, given)
        return contact_id, outcome

    def _keys(self, client_id: int) -> dict[str, int]:
        people = self._of.get(client_id)
        if people is None:
            people = self._of[client_id] = {}
            if not self._clients.is_new(client_id):
                for known in self._contacts.rows("client_id = ?", (client_id,)):
                    people.update(dict.fromkeys(_contact_keys(known), known["id"]))
        return people


def person_values(given: Mapping[str, Any]) -> dict[str, Any]:
    """A row's values of a person as the database stores them; empty where they make nobody."""
    values = {name: value for name, value in given.items() if value and name in CONTACT_FIELDS}
    if values.keys().isdisjoint(_WAYS):
        return {}
    values["full_name"] = person_name(values)
    return values


def person_name(contact: Mapping[str, Any]) -> str:
    """What a person is called: the whole name, or its parts."""
    full = contact.get("full_name")
    if full:
        return str(full)
    first, last = contact.get("first_name", ""), contact.get("last_name", "")
    return f"{first} {last}" if first and last else first or last


def _contact_keys(contact: Mapping[str, Any]) -> list[str]:
    """What a contact is recognised by among its client's."""
    email, name = contact.get("email"), person_name(contact)
    keys = ["e:" + folded(email)] if email else []
    if name:
        keys.append("n:" + folded(name))
    elif not email:
        keys.append("p:" + (contact.get("phone") or contact.get("mobile") or ""))
    return keys
