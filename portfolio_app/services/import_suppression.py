"""Who may not come in by an import, or only with their refusal: the suppression list at the door."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from portfolio_app.models.entities import Consent
from portfolio_app.storage import suppression
from portfolio_app.storage.records import RecordWriter

PERSONS = ("contact", "contact2", "contact3")
"""The groups of values that are a person's."""
_ADDRESSES = (
    *((person, field, kind) for person in PERSONS for field, kind in (
        ("email", "email"), ("phone", "phone"), ("mobile", "phone")
    )),
    ("client", "email", "email"),
    ("client", "phone", "phone"),
)  # fmt: skip


class ErasedPersonError(Exception):
    """The row is about somebody who was erased. `field` is what they were recognised by."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(field)


class ImportDoor:
    """The suppression list while rows come in. `refusals` counts the persons let in with a refusal noted."""

    def __init__(self, connection: Connection, now: str, today: str) -> None:
        self._known = suppression.load(connection)
        self._writer = RecordWriter(connection, Consent.__table__)
        self._now, self._today = now, today
        self.is_watched = not self._known.is_empty
        self.refusals = 0

    def check(self, groups: Mapping[str, Mapping[str, Any]], names: Mapping[str, str]) -> None:
        """Raises `ErasedPersonError` when the row is about an erased person; `names`: of each of `PERSONS`."""
        for group, field, kind in _ADDRESSES:
            if group in groups and self._known.reason(kind, groups[group].get(field, "")) == "erased":
                raise ErasedPersonError(f"{group}.{field}")
        if self._known.marks:
            for group in PERSONS:
                if names[group] or group == "contact":
                    self._check_descriptions(groups["client"], names[group], f"{group}.full_name")

    def _check_descriptions(self, client: Mapping[str, Any], person: str, field: str) -> None:
        reference, name = str(client.get("reference", "")), str(client.get("name", ""))
        if self._known.is_marked(suppression.person_marks(reference=reference)):
            raise ErasedPersonError("client.reference")
        place = f"{str(client.get('postcode', '')).lstrip('0')} {client.get('city', '')}"
        for one in {person, name} - {""}:
            if self._known.is_marked(suppression.person_marks(name=one, place=place)):
                raise ErasedPersonError(field if one == person else "client.name")
        if person and name and self._known.is_marked(suppression.person_marks(name=person, client=name)):
            raise ErasedPersonError(field)

    def note_refusals(
        self, client_id: int, contact_id: int | None, record: Mapping[str, Any], *, is_new: bool = True
    ) -> None:
        """Give a record the refusals that its addresses on the list stand for.

        `is_new`: the record comes in with the row; one the book has may have said something before, and what it
        was asked of another address does not open this one.
        """
        if not self.is_watched:
            return
        refused = {
            kind
            for field, kind in (("email", "email"), ("phone", "phone"), ("mobile", "phone"))
            if self._known.reason(kind, record.get(field) or "")
        }
        for channel in sorted(refused):
            if is_new or not self._refuse_known(client_id, contact_id, channel):
                self._writer.insert(
                    {
                        "client_id": client_id,
                        "contact_id": contact_id,
                        "channel": channel,
                        "state": "refused",
                        "on": self._today,
                        "source": "suppression",
                        "created_at": self._now,
                    }
                )
        self.refusals += bool(refused)

    def _refuse_known(self, client_id: int, contact_id: int | None, channel: str) -> bool:
        """Whether something was said of this channel before; from now on it is refused."""
        self._writer.flush()
        person = (client_id, contact_id, channel)
        for known in self._writer.rows("client_id = ? AND contact_id IS ? AND channel = ?", person):
            if known["state"] != "refused":
                self._writer.get(known["id"])
                self._writer.update(
                    known["id"], {"state": "refused", "on": self._today, "source": "suppression", "proof": ""}
                )
            return True
        return False

    def flush(self) -> None:
        """Write what is held back; the records it is about must be written."""
        self._writer.flush()
