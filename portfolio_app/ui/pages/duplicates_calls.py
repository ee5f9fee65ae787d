"""What the pages about duplicates have done on the book's thread; the services are imported there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.duplicates import Comparison, Pair
    from portfolio_app.services.fields import FieldSpec


@dataclass(frozen=True)
class Looked:
    """How far the search is, from 0 to 1; at 1 the pairs, and those that were set apart."""

    share: float
    pairs: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()


@dataclass(frozen=True)
class Compared:
    """Two clients side by side, and what their fields are."""

    seen: Comparison
    specs: Mapping[str, FieldSpec]


def look(book: Any) -> Looked:
    """Search a little further."""
    from portfolio_app.services import duplicates

    share = duplicates.find_some(book)
    if share < 1:
        return Looked(share)
    return Looked(1.0, tuple(duplicates.find(book)), tuple(duplicates.set_apart(book)))


def compare(book: Any, keep_id: int, other_id: int) -> Compared:
    """The two, of which the first would stay. Raises `NotFoundError`, `InvalidValueError`."""
    from portfolio_app.services import custom_fields, duplicates
    from portfolio_app.services.fields import CLIENT_FIELDS

    return Compared(
        duplicates.compare(book, keep_id, other_id), {**CLIENT_FIELDS, **custom_fields.custom_specs(book)}
    )


def merge(book: Any, keep_id: int, other_id: int, values: Mapping[str, Any]) -> Changes:
    """Make one of two."""
    from portfolio_app.services import duplicates

    return duplicates.merge(book, keep_id, other_id, values)


def not_same(book: Any, first_id: int, second_id: int) -> Changes:
    """They are two."""
    from portfolio_app.services import duplicates

    return duplicates.not_same(book, first_id, second_id)


def same_after_all(book: Any, first_id: int, second_id: int) -> Changes:
    """They may be one."""
    from portfolio_app.services import duplicates

    return duplicates.same_after_all(book, first_id, second_id)
