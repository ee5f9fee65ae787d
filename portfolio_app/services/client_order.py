"""The orders a list of clients can stand in."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from portfolio_app.services import segment_store
from portfolio_app.services.portfolio import QUEUE_FROM, Snapshot, segments, snapshot
from portfolio_app.storage.book import Book
from portfolio_app.storage.text import fold

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

PLAIN_SORTS = {"name": "sort_name", "city": "city COLLATE NOCASE, sort_name", "status": "status, sort_name"}
COMPUTED_SORTS = ("segment", "abc", "revenue", "last_touch", "next_action")
_ABC_ORDER = {"A": 0, "B": 1, "C": 2}


def client_order(book: Book, as_of: date, sort: str, descending: bool) -> list[int]:
    """The ids of all clients in that order, see `client_views.client_ids`; cached until the book changes.

    Clients not known yet on that day come last in a computed order.
    """
    if sort not in PLAIN_SORTS and (sort in COMPUTED_SORTS or sort in segment_store.catalogue(book)):
        return book.cache.get(
            ("order", as_of, sort, descending),
            QUEUE_FROM,
            lambda: _with_unknown(book, _computed_order(snapshot(book, as_of), sort, descending, book)),
        )
    return book.cache.get(
        ("order", sort, descending), ("client",), lambda: _plain_order(book, sort, descending)
    )


def _with_unknown(book: Book, known: list[int]) -> list[int]:
    everyone = _plain_order(book, "name", False)
    if len(everyone) == len(known):
        return known
    there = set(known)
    return known + [client_id for client_id in everyone if client_id not in there]


def _plain_order(book: Book, sort: str, descending: bool) -> list[int]:
    direction = " DESC" if descending else ""
    order = PLAIN_SORTS.get(sort, "sort_name").replace(",", f"{direction},") + direction
    # One text of all ids costs a quarter of as many result rows.
    with book.read() as connection:
        ids = connection.exec_driver_sql(
            f"SELECT json_group_array(id) FROM (SELECT id FROM client ORDER BY {order}, id)"
        ).scalar_one()
    found: list[int] = json.loads(ids)
    return found


def _computed_order(shot: Snapshot, sort: str, descending: bool, book: Book) -> list[int]:
    import numpy as np

    table = shot.metrics
    if sort == "next_action":
        queued = [int(i) for i in shot.queue["client_id"]]
        rest = sorted(set(table.index.tolist()) - set(queued))
        return (rest + queued[::-1]) if descending else (queued + rest)
    values = _sort_values(table, sort, book)
    # Missing ones last, either way round. Within equal values bigger clients first, so that a segment's list
    # starts with those that matter.
    tie = -table["revenue_window"].to_numpy(dtype=float)
    order_by = np.lexsort((tie, -values if descending else values, np.isnan(values)))
    ids: list[int] = table.index.to_numpy()[order_by].tolist()
    return ids


def _sort_values(table: pd.DataFrame, sort: str, book: Book) -> np.ndarray:
    """A column as numbers to sort by, NaN where it is missing."""
    import numpy as np
    import pandas as pd

    if sort == "segment":
        order = {segment.code: n for n, segment in enumerate(segments(book))}
        return table["segment"].map(order).to_numpy(dtype=float)
    if sort == "abc":
        return table["abc_rank"].map(_ABC_ORDER).astype(float).fillna(9).to_numpy()
    if sort == "last_touch":
        return table["days_since_touch"].astype(float).fillna(1e9).to_numpy()
    column = table["revenue_window" if sort == "revenue" else sort]
    kind = segment_store.catalogue(book)[str(column.name)].kind
    if kind == "date":
        days = column.to_numpy().astype("datetime64[D]")
        return np.where(np.isnat(days), np.nan, days.astype(np.int64).astype(float))
    if kind not in ("text", "list"):
        return column.to_numpy(dtype=float)
    words = [fold(", ".join(value) if kind == "list" else value) for value in column]
    codes, _ = pd.factorize(pd.Series(words, dtype=object), sort=True)
    return np.where([bool(word) for word in words], codes, np.nan)
