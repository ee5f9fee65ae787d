"""Segments: their contact rhythm."""

from __future__ import annotations

from sqlalchemy import select

from portfolio_app.errors import InvalidValueError, NotFoundError
from portfolio_app.models.entities import Segment
from portfolio_app.services.changes import Changes
from portfolio_app.storage.book import Book

MAX_DAYS = 3_650


def set_cadence(book: Book, code: str, ideal_days: int, max_days: int) -> Changes:
    """Change how often clients of a segment are contacted: due after `ideal_days`, late after `max_days`.

    Raises `InvalidValueError`, `NotFoundError`.
    """
    if not 1 <= ideal_days <= MAX_DAYS:
        raise InvalidValueError("out_of_range", field="ideal_days", value=ideal_days, allowed=f"1–{MAX_DAYS}")
    if not ideal_days <= max_days <= MAX_DAYS:
        raise InvalidValueError(
            "out_of_range", field="max_days", value=max_days, allowed=f"{ideal_days}–{MAX_DAYS}"
        )
    with book.step("set_cadence", segment=code) as step:
        segment = step.session.scalars(select(Segment).where(Segment.code == code)).first()
        if segment is None:
            raise NotFoundError("not_found", kind="segment", id=code)
        segment.ideal_days, segment.max_days = ideal_days, max_days
    return step.changes
