"""Segments: their contact rhythm, and what may be said of one."""

from __future__ import annotations

import re

from sqlalchemy import select

from portfolio_app.errors import InvalidValueError, NotFoundError
from portfolio_app.models.entities import Segment
from portfolio_app.services import segment_store
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import MAX_DAYS, FieldSpec, clean
from portfolio_app.storage.book import Book

_NAME = {"name": FieldSpec("name", required=True)}


def set_cadence(book: Book, code: str, ideal_days: int, max_days: int) -> Changes:
    """Change how often clients of a segment are contacted: due after `ideal_days`, late after `max_days`.

    Raises `InvalidValueError`, `NotFoundError`.
    """
    check_cadence(ideal_days, max_days)
    with book.step("set_cadence", segment=code) as step:
        segment = step.session.scalars(select(Segment).where(Segment.code == code)).first()
        if segment is None:
            found = segment_store.built_in_segment(code)
            if found is None:
                raise NotFoundError("not_found", kind="segment", id=code)
            segment = segment_store.record(*found)
            step.session.add(segment)
        segment.ideal_days, segment.max_days = ideal_days, max_days
    return step.changes


def check_cadence(ideal_days: int, max_days: int) -> None:
    """Raises `InvalidValueError` for a rhythm that cannot be kept."""
    if not 1 <= ideal_days <= MAX_DAYS:
        raise InvalidValueError("out_of_range", field="ideal_days", value=ideal_days, allowed=f"1–{MAX_DAYS}")
    if not ideal_days <= max_days <= MAX_DAYS:
        raise InvalidValueError(
            "out_of_range", field="max_days", value=max_days, allowed=f"{ideal_days}–{MAX_DAYS}"
        )


def check_name(name: str) -> str:
    """A name as it is kept. Raises `InvalidValueError`."""
    kept: str = clean({"name": name}, _NAME)["name"]
    return kept


def check_colour(colour: str) -> str:
    """A colour as it is kept, like "#0072B2". Raises `InvalidValueError`."""
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", colour):
        raise InvalidValueError("bad_colour", value=colour[:40])
    return colour.upper()
