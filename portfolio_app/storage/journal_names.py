"""What to call a record when the history speaks of it, also one that is gone from the book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from portfolio_app.models.money import from_units
from portfolio_app.storage.journal_images import Image, Key, by_entity, present_rows


@dataclass(frozen=True)
class RecordName:
    """The record's own words and the facts that tell it from others of its kind.

    `text` is the user's (a name, a subject), `code` one of the program's (a kind of touch, a setting's key);
    `amount` is in money units. `client_id` is None for what belongs to no client.
    """

    text: str = ""
    code: str = ""
    day: date | None = None
    amount: int | None = None
    client_id: int | None = None
    client: str = ""

    @property
    def title(self) -> str:
        """All of it on one line, in no language."""
        amount = "" if self.amount is None else f"{from_units(self.amount):f}"
        day = self.day.isoformat() if self.day else ""
        parts = (self.client if self.client != self.text else "", self.text or self.code, day, amount)
        return " · ".join(part for part in parts if part)


_PARTS = {
    "client": {"text": "name"},
    "contact": {"text": "full_name"},
    "interaction": {"text": "subject", "code": "kind", "day": "on"},
    "product": {"text": "name"},
    "sale": {"text": "order_reference", "day": "date", "amount": "amount"},
    "follow_up": {"text": "title", "code": "kind", "day": "due_on"},
    "segment": {"text": "name", "code": "code"},
    "setting": {"code": "key"},
    "consent": {"code": "channel"},
    "suppression": {"code": "kind", "day": "on"},
    "segmentation": {"text": "name", "code": "code"},
    "client_group": {"text": "name"},
    "custom_field": {"text": "name"},
    "deal": {"text": "title", "day": "opened_on", "amount": "amount"},
    "survey_answer": {"code": "kind", "day": "on"},
    "key_date": {"text": "label", "code": "kind", "day": "on"},
    "plan": {"text": "name"},
    "plan_step": {"text": "title", "code": "kind"},
    "enrolment": {"day": "started_on"},
    "watched_file": {"text": "path"},
    "spending": {"text": "source", "day": "on", "amount": "amount"},
    "opportunity_answer": {"code": "kind", "day": "on"},
}


def name_of(entity: str, row_id: int, values: Image, clients: dict[int, str]) -> RecordName:
    """The name of a record from its values; `clients` are the names known by id."""
    parts: dict[str, Any] = {part: values.get(column) for part, column in _PARTS.get(entity, {}).items()}
    client_id = row_id if entity == "client" else values.get("client_id")
    text = str(parts.get("text") or "")
    if entity == "contact" and not text:
        text = str(values.get("email") or values.get("phone") or values.get("mobile") or "")
    return RecordName(
        text=text,
        code=str(parts.get("code") or ""),
        day=_day(parts.get("day")),
        amount=parts.get("amount"),
        client_id=client_id,
        client=text if entity == "client" else clients.get(client_id or 0, ""),
    )


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if value else None


def present_names(connection: Connection, keys: Iterable[Key]) -> dict[Key, RecordName]:
    """The names of records that are in the book; those gone are left out."""
    rows = {entity: present_rows(connection, entity, ids) for entity, ids in by_entity(keys).items()}
    owners = {
        values["client_id"] for found in rows.values() for values in found.values() if "client_id" in values
    }
    clients = client_names(connection, owners)
    return {
        (entity, row_id): name_of(entity, row_id, values, clients)
        for entity, found in rows.items()
        for row_id, values in found.items()
    }


def image_names(connection: Connection, found: Mapping[Key, Image]) -> dict[Key, RecordName]:
    """The names of records that are not in the book, from what the journal holds of them."""
    owners = {image["client_id"] for image in found.values() if image.get("client_id") is not None}
    clients = client_names(connection, owners)
    clients |= {
        row_id: str(image.get("name", "")) for (kind, row_id), image in found.items() if kind == "client"
    }
    return {key: name_of(*key, image, clients) for key, image in found.items()}


def client_names(connection: Connection, ids: Iterable[int]) -> dict[int, str]:
    """The names of clients that are in the book."""
    return {row_id: row["name"] for row_id, row in present_rows(connection, "client", ids).items()}
