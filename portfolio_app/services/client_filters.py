"""Which clients a list keeps: those of a segment, of a group, with a tag; and what it shows of them besides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from portfolio_app.services import segment_store
from portfolio_app.services.groups import members
from portfolio_app.services.portfolio import snapshot
from portfolio_app.services.segment_labels import labels
from portfolio_app.storage import client_json
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import pandas as pd


def filtered(
    book: Book,
    as_of: date,
    ids: Sequence[int],
    *,
    segment: str = "",
    segmentation: str = "",
    group: int | None = None,
    tag: str = "",
    among: Iterable[int] | None = None,
) -> list[int]:
    """Those of `ids`, in that order, that pass every filter given; see `client_views.client_ids`."""
    kept: list[set[int]] = []
    if segment:
        kept.append(_in_segment(book, as_of, segment, segmentation))
    if group is not None:
        kept.append(set(members(book, group, as_of)))
    if tag:
        kept.append(_with_tag(book, tag))
    if among is not None:
        kept.append(set(among))
    return [client_id for client_id in ids if all(client_id in each for each in kept)]


def segment_of_all(book: Book, as_of: date, segmentation: str = "") -> pd.Series:
    """Each known client's segment by a segmentation; the one in force without `segmentation`."""
    if segmentation and segmentation != segment_store.in_force(book):
        return labels(book, as_of, segmentation).label
    return snapshot(book, as_of).metrics["segment"]


def figures(book: Book, row: dict[str, Any], columns: Sequence[str]) -> dict[str, Any]:
    """These columns of a client's row of the per-client table, missing ones as None.

    Whole numbers and money units are int, days are dates, lists are tuples, yes and no are bool.
    """
    known = segment_store.catalogue(book)
    return {name: _plain(row[name], known[name].kind) for name in columns if name in known and name in row}


def _plain(value: Any, kind: str) -> Any:
    import pandas as pd

    if kind == "list":
        return tuple(value)
    if value is None or pd.isna(value):
        return None
    if kind in ("money", "int"):
        return round(value)
    if kind == "date":
        return value.date()
    if kind == "flag":
        return bool(value)
    return float(value) if kind == "ratio" else str(value)


def _in_segment(book: Book, as_of: date, segment: str, segmentation: str) -> set[int]:
    found = segment_of_all(book, as_of, segmentation)
    return set(found.index[found == segment].tolist())


def _with_tag(book: Book, tag: str) -> set[int]:
    return {client_id for client_id, tags in _tags(book).items() if tag in tags}


def _tags(book: Book) -> dict[int, list[str]]:
    """The tags of the clients that have some."""

    def read() -> dict[int, list[str]]:
        with book.read() as connection:
            rows = connection.exec_driver_sql("SELECT id, tags FROM client WHERE tags NOT IN ('[]', '')")
            return {int(row[0]): client_json.texts_of(row[1]) for row in rows}

    return book.cache.get(("tags",), ("client",), read)
