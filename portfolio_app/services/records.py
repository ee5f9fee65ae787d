"""What the services of single records share: fetching one, or saying that it is gone."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy.orm import Session

from portfolio_app.errors import NotFoundError
from portfolio_app.models.base import Base

T = TypeVar("T", bound=Base)


def get(session: Session, entity: type[T], record_id: int) -> T:
    """The record with that id. Raises `NotFoundError`."""
    record = session.get(entity, record_id)
    if record is None:
        raise NotFoundError("not_found", kind=entity.__tablename__.replace("_", " "), id=record_id)
    return record


def assign(record: Base, values: dict[str, object]) -> None:
    """Set the values, already cleaned, on the record."""
    for name, value in values.items():
        setattr(record, name, value)
