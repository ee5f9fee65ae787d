"""What the services of single records share: fetching one, or saying that it is gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from portfolio_app.errors import NotFoundError
from portfolio_app.models.base import Base
from portfolio_app.models.entities import Contact, FollowUp

T = TypeVar("T", bound=Base)
_AT_ONCE = 500
"""Ids in one SQL statement."""


def get(session: Session, entity: type[T], record_id: int) -> T:
    """The record with that id. Raises `NotFoundError`."""
    record = session.get(entity, record_id)
    if record is None:
        raise NotFoundError("not_found", kind=entity.__tablename__.replace("_", " "), id=record_id)
    return record


def check_contact(session: Session, client_id: int, contact_id: int | None) -> None:
    """Raises `NotFoundError` when there is no such person at that client; None is nobody in particular."""
    if contact_id is not None and get(session, Contact, contact_id).client_id != client_id:
        raise NotFoundError("not_found", kind="contact", id=contact_id)


def drop_answers(session: Session, client_id: int, about: str, on: date) -> None:
    """Give up, on that day, a client's follow-ups about a record that is gone or settled ("deal:12")."""
    is_open = FollowUp.status.in_(("open", "waiting"))
    for follow_up in session.scalars(
        select(FollowUp).where(FollowUp.client_id == client_id, is_open, FollowUp.about == about)
    ):
        follow_up.status, follow_up.done_on = "dropped", on


def in_parts(ids: Sequence[int]) -> Iterator[list[int]]:
    """`ids` in pieces that fit an SQL statement."""
    for start in range(0, len(ids), _AT_ONCE):
        yield list(ids[start : start + _AT_ONCE])


def assign(record: Base, values: Mapping[str, Any]) -> None:
    """Set the values, already cleaned, on the record."""
    for name, value in values.items():
        setattr(record, name, value)
