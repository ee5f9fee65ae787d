"""Who may not come in by an import, or only with their refusal: the suppression list at the door."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from portfolio_app.models.entities import Consent
from portfolio_app.storage import suppression
from portfolio_app.storage.records import RecordWriter

_ADDRESSES = (
    ("contact", "email", "email"),
    ("contact", "phone", "phone"),
    ("contact", "mobile", "phone"),
    ("client", "email", "email"),
    ("client", "phone", "phone"),
)


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

    def check(self, groups: Mapping[str, Mapping[str, Any]], person: str) -> None:
        """Raises `ErasedPersonError` when the row is about an erased person; `person` is the contact's name."""
        for group, field, kind in _ADDRESSES:
            if self._known.reason(kind, groups[group].get(field, "")) == "erased":
                raise ErasedPersonError(f"{group}.{field}")
        if self._known.marks:
            self._check_descriptions(groups["client"], person)

    def _check_descriptions(self, client: Mapping[str, Any], person: str) -> None:
        reference, name = str(client.get("reference", "")), str(client.get("name", ""))
        if self._known.is_marked(suppression.person_marks(reference=reference)):
            raise ErasedPersonError("client.reference")
        place = f"{str(client.get('postcode', '')).lstrip('0')} {client.get('city', '')}"
        for one in {person, name} - {""}:
            if self._known.is_marked(suppression.person_marks(name=one, place=place)):
                raise ErasedPersonError("contact.full_name" if one == person else "client.name")
        if person and name and self._known.is_marked(suppression.person_marks(name=person, client=name)):
            raise ErasedPersonError("contact.full_name")

    def note_refusals(self, client_id: int, contact_id: int | None, record: Mapping[str, Any]) -> None:
        """Give a new record the refusals that its addresses on the list stand for."""
        if not self.is_watched:
            return
        refused = {
            kind
            for field, kind in (("email", "email"), ("phone", "phone"), ("mobile", "phone"))
            if self._known.reason(kind, record.get(field) or "")
        }
        for channel in sorted(refused):
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

    def flush(self) -> None:
        """Write what is held back; the records it is about must be written."""
        self._writer.flush()
