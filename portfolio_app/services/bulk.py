"""Changing many clients at once: a field, tags, the segment, the rhythm, a note, the day of verification.

Each function is one step, undone as one; clients that are as wanted already, or gone, are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, or_, select, update

from portfolio_app.analysis.columns import CUSTOM
from portfolio_app.errors import InvalidValueError
from portfolio_app.models.base import instant_text, read_json
from portfolio_app.models.entities import Client
from portfolio_app.services import segment_store
from portfolio_app.services.changes import Changes
from portfolio_app.services.clients import own_cadence
from portfolio_app.services.custom_fields import custom_specs, merged
from portfolio_app.services.fields import CLIENT_FIELDS, MAX_NOTE, FieldSpec, clean, clean_text
from portfolio_app.services.records import in_parts
from portfolio_app.storage.book import Book, Step

FIELDS = (
    "status", "kind", "sector", "size", "city", "postcode", "region", "country", "source", "client_since", "persona",
    "strategic_role", "loyalty_tier", "price_sensitivity", "growth_potential", "income_band", "acquisition_cost",
    "insolvency_on", "needs", "preferences", "verified_on",
)  # fmt: skip
"""The fields that make sense for several clients; what tells one client from another is not among them."""


def bulk_specs(book: Book) -> dict[str, FieldSpec]:
    """The fields that can be set for many clients, the book's own ("custom.<code>") last."""
    return {name: CLIENT_FIELDS[name] for name in FIELDS} | custom_specs(book)


def set_field(book: Book, client_ids: Sequence[int], field: str, value: Any) -> Changes:
    """Give all these clients one value in one field; an empty one clears it. Raises `InvalidValueError`."""
    cleaned = clean({field: value}, bulk_specs(book))
    if field in ("status", "kind") and not cleaned[field]:
        raise InvalidValueError("required", field=field)
    with book.step("bulk_field", fields=[field], count=len(client_ids)) as step:
        if field.startswith(CUSTOM):
            _rewrite(step, client_ids, "custom", lambda stored: merged(stored, cleaned))
        else:
            values = {field: cleaned[field]} | ({"former_reason": ""} if cleaned.get("status") else {})
            _set(step, client_ids, values, getattr(Client, field).is_distinct_from(cleaned[field]))
    return step.changes


def add_tags(book: Book, client_ids: Sequence[int], tags: Iterable[str]) -> Changes:
    """Give these tags to all these clients. Raises `InvalidValueError` when there is none."""
    wanted = _tags(tags)
    with book.step("bulk_add_tags", tags=wanted, count=len(client_ids)) as step:
        _rewrite(step, client_ids, "tags", lambda stored: list(dict.fromkeys([*stored, *wanted])))
    return step.changes


def remove_tags(book: Book, client_ids: Sequence[int], tags: Iterable[str]) -> Changes:
    """Take these tags from all these clients. Raises `InvalidValueError` when there is none."""
    unwanted = set(_tags(tags))
    with book.step("bulk_remove_tags", tags=sorted(unwanted), count=len(client_ids)) as step:
        _rewrite(step, client_ids, "tags", lambda stored: [tag for tag in stored if tag not in unwanted])
    return step.changes


def pin_segment(book: Book, client_ids: Sequence[int], segment: str) -> Changes:
    """Put these clients into a segment of the segmentation in force by hand, from today on; "" lets the rules decide.

    Raises `InvalidValueError` for a segment that is none of it.
    """
    code = segment_store.in_force(book)
    known = [each.code for each in segment_store.segmentation(book, code, book.today()).segments]
    if segment and segment not in known:
        allowed = ", ".join(known)
        raise InvalidValueError("not_a_choice", field="pinned_segment", value=segment, allowed=allowed)
    pinned = f"{code}:{segment}" if segment else ""
    with book.step("bulk_pin_segment", segment=segment, count=len(client_ids)) as step:
        values = {"pinned_segment": pinned, "pinned_on": book.today() if pinned else None}
        _set(step, client_ids, values, Client.pinned_segment != pinned)
    return step.changes


def set_cadence(book: Book, client_ids: Sequence[int], ideal: int | None, most: int | None) -> Changes:
    """Give all these clients a contact rhythm in days; None: their segment's, 0: never by rhythm.

    Raises `InvalidValueError` for a maximum below the ideal.
    """
    cleaned = clean({"cadence_ideal_days": ideal, "cadence_max_days": most}, CLIENT_FIELDS)
    values = own_cadence(cleaned, None, None)
    with book.step("bulk_cadence", count=len(client_ids)) as step:
        differs = or_(*(getattr(Client, name).is_distinct_from(value) for name, value in values.items()))
        _set(step, client_ids, values, differs)
    return step.changes


def add_note(book: Book, client_ids: Sequence[int], text: str) -> Changes:
    """Add a paragraph to the notes of all these clients. Raises `InvalidValueError` when it is empty or too long."""
    note = clean_text(text, multiline=True)
    if not note:
        raise InvalidValueError("required", field="notes")
    with book.step("bulk_note", count=len(client_ids)) as step:
        for part in in_parts(client_ids):
            longest = select(func.max(func.length(Client.notes))).where(Client.id.in_(part))
            if (step.connection.execute(longest).scalar() or 0) + len(note) + 1 > MAX_NOTE:
                allowed = f"≤ {MAX_NOTE}"
                raise InvalidValueError("out_of_range", field="notes", value=note[:40] + "…", allowed=allowed)
        _set(step, client_ids, {"notes": func.ltrim(Client.notes + "\n" + note, "\n")})
    return step.changes


def mark_verified(book: Book, client_ids: Sequence[int], on: date) -> Changes:
    """Note that somebody made sure on that day that these records are right."""
    with book.step("bulk_verified", count=len(client_ids)) as step:
        _set(step, client_ids, {"verified_on": on}, Client.verified_on.is_distinct_from(on))
    return step.changes


def _set(step: Step, client_ids: Sequence[int], values: dict[str, Any], differs: Any = None) -> None:
    for part in in_parts(client_ids):
        wanted = update(Client).where(Client.id.in_(part)).values(**values, updated_at=step.now)
        step.connection.execute(wanted if differs is None else wanted.where(differs))


def _rewrite(step: Step, client_ids: Sequence[int], column: str, change: Callable[[Any], Any]) -> None:
    """Replace a column of JSON by what `change` makes of it, where that is something else."""
    for part in in_parts(client_ids):
        changed = [
            (json.dumps(new, ensure_ascii=False), instant_text(step.now), row_id)
            for row_id, stored in _stored(step.connection, part, column)
            if (new := change(stored)) != stored
        ]
        if changed:
            step.connection.exec_driver_sql(
                f"UPDATE client SET {column} = ?, updated_at = ? WHERE id = ?", changed
            )


def _stored(connection: Connection, client_ids: Sequence[int], column: str) -> list[tuple[int, Any]]:
    kind = dict if column == "custom" else list
    rows = connection.exec_driver_sql(
        f"SELECT id, {column} FROM client WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(client_ids)),),
    ).all()
    found = ((row_id, read_json(text)) for row_id, text in rows)
    return [(row_id, value if isinstance(value, kind) else kind()) for row_id, value in found]


def _tags(tags: Iterable[str]) -> list[str]:
    wanted: list[str] = clean({"tags": list(tags)}, CLIENT_FIELDS)["tags"]
    if not wanted:
        raise InvalidValueError("required", field="tags")
    return wanted
