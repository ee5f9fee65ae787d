"""The people of clients while rows come in: each is the client's one with that e-mail or name, or is new."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portfolio_app.services.fields import CONTACT_FIELDS
from portfolio_app.services.import_keys import KnownClients, folded, is_same_person
from portfolio_app.services.import_suppression import ImportDoor
from portfolio_app.storage.records import RecordWriter

CREATED, UPDATED, UNCHANGED = "created", "updated", "unchanged"
_WAYS = ("full_name", "first_name", "last_name", "email", "phone", "mobile")
"""What makes somebody of a row's values: a role alone is nobody."""
_MOST_SHARING = 20
"""People of one client with one address who are told apart by their names."""


class People:
    """The contacts of clients, known and new."""

    def __init__(self, contacts: RecordWriter, clients: RecordWriter, door: ImportDoor, now: str) -> None:
        self._contacts = contacts
        self._clients = clients
        self._door = door
        self._now = now
        self._of: dict[int, dict[str, int]] = {}
        self._sharing: dict[tuple[int, str], list[int]] = {}

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
        contact_id = self._found(client_id, people, given)
        if contact_id is None:
            return None, dict(given)
        known = self._contacts.get(contact_id)
        changed = {k: v for k, v in given.items() if v != known[k] and (overwrite or not known[k])}
        return contact_id, changed

    def _found(self, client_id: int, people: Mapping[str, int], given: Mapping[str, Any]) -> int | None:
        """The one among a client's people; somebody of another name may have the same address (info@…)."""
        name = person_name(given)
        for key in _contact_keys(given):
            if key not in people:
                continue
            for contact_id in (people[key], *self._sharing.get((client_id, key), ())):
                known = person_name(self._contacts.get(contact_id))
                if not key.startswith("e:") or not name or not known or is_same_person(name, known):
                    return contact_id
        return None

    def _note(
        self, client_id: int, people: dict[str, int], known: Mapping[str, Any], contact_id: int
    ) -> None:
        for key in _contact_keys(known):
            before = people.get(key, contact_id)
            people[key] = contact_id
            if before != contact_id:
                others = self._sharing.setdefault((client_id, key), [])
                if contact_id in others:
                    others.remove(contact_id)
                if len(others) < _MOST_SHARING:
                    others.append(before)

    def drop_own(self, client_id: int, given: dict[str, Any]) -> None:
        """Take out what a row says of a client's person that stands with the client already, being that person.

        As the card of one does: it is told with the person what a book has with the client.
        """
        client = self._clients.get(client_id)
        if client["kind"] != "person" or not given:
            return
        if not set(given.get("notes", "").splitlines()) - set(client["notes"].splitlines()):
            given.pop("notes", None)
        ways = {value for name, value in given.items() if value and name in ("email", "phone", "mobile")}
        if (
            given.keys() <= set(_WAYS)
            and folded(person_name(given)) == client["sort_name"]
            and ways <= {client["email"], client["phone"]}
            and not self._keys(client_id)
        ):
            given.clear()

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
        self._note(client_id, self._of[client_id], given, contact_id)
        known.note_person(client_id, given)
        return contact_id, outcome

    def _keys(self, client_id: int) -> dict[str, int]:
        people = self._of.get(client_id)
        if people is None:
            people = self._of[client_id] = {}
            if not self._clients.is_new(client_id):
                for known in self._contacts.rows("client_id = ?", (client_id,)):
                    self._note(client_id, people, known, known["id"])
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
