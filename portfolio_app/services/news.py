"""What happened in the book since a day: complaints, broken rhythms, deals won and lost, new clients, moves."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from portfolio_app.analysis.columns import LATE
from portfolio_app.models.enums import ClientStatus
from portfolio_app.services.agenda_settings import book_agenda
from portfolio_app.services.movement import SegmentMove, changed_since
from portfolio_app.services.portfolio import snapshot
from portfolio_app.services.today import figures_on
from portfolio_app.storage import frames as stored
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

USUAL_DAYS = 30
"""How far back one looks who never looked before."""


@dataclass(frozen=True)
class NewsItem:
    """Something that came about. `code`: "complaints" (still open, in time), "complaints_late" (past their deadline,
    whenever they came), "rhythms" (broken since), "won", "lost" (deals), "clients" (new in the book).

    `client_ids`: each once, the largest first; `count`: how many complaints, deals or clients. `amount`, money
    units: of the deals, or of what the clients bought in the last 12 months; None where that says nothing.
    """

    code: str
    count: int
    client_ids: tuple[int, ...]
    amount: int | None


@dataclass(frozen=True)
class News:
    """What is new since a day, the bad news first; and who moved between segments, see `changed_since`."""

    since: date
    items: tuple[NewsItem, ...]
    moves: tuple[SegmentMove, ...]


def news(book: Book, as_of: date, since: date | None = None) -> News:
    """What came about after `since` (30 days ago unless said) and up to `as_of`."""
    first = since or as_of - timedelta(days=USUAL_DAYS)
    table = snapshot(book, as_of).metrics
    items = [
        *_complaints(book, table, first, as_of),
        _about("rhythms", _broken(book, table, first), table),
        *_deals(book, table, first, as_of),
        _about("clients", _new(table, first), table),
    ]
    return News(first, tuple(item for item in items if item.count), tuple(changed_since(book, first, as_of)))


def _about(
    code: str, ids: Sequence[int] | np.ndarray, table: pd.DataFrame, count: int | None = None
) -> NewsItem:
    """An item about clients, the largest first, with what they bought."""
    import numpy as np
    import pandas as pd

    distinct = pd.unique(np.asarray(ids, dtype=np.int64))
    place = table.index.get_indexer(pd.Index(distinct))
    distinct, place = distinct[place >= 0], place[place >= 0]
    bought = np.maximum(table["revenue_window"].to_numpy()[place], 0)
    return NewsItem(
        code,
        len(distinct) if count is None else count,
        tuple(distinct[np.argsort(-bought, kind="stable")].tolist()),
        int(bought.sum()) or None,
    )


@dataclass(frozen=True)
class OpenComplaint:
    """A complaint not resolved yet, received `on` that day. `is_late`: past its deadline."""

    client_id: int
    on: date
    is_late: bool


def open_complaints(book: Book, as_of: date, client_ids: Collection[int]) -> list[OpenComplaint]:
    """The complaints of these clients open on a day, oldest first; the deadline is their own or the book's usual."""
    days = book_agenda(book).complaint_days
    with book.read() as connection:
        rows = connection.exec_driver_sql(
            'SELECT client_id, "on", coalesce(due_on, date("on", ?)) < ? FROM interaction '
            "WHERE kind = 'complaint' AND \"on\" <= ? AND (resolved_on IS NULL OR resolved_on > ?) "
            'AND client_id IN (SELECT value FROM json_each(?)) ORDER BY "on", id',
            (f"+{days} days", *[as_of.isoformat()] * 3, json.dumps(sorted(client_ids))),
        ).all()
    return [OpenComplaint(row[0], date.fromisoformat(row[1]), bool(row[2])) for row in rows]


def _complaints(book: Book, table: pd.DataFrame, since: date, as_of: date) -> list[NewsItem]:
    import numpy as np

    from portfolio_app.analysis.frames import days_of

    rows = stored.complaints(book)
    on, due, resolved = (days_of(rows[name]) for name in ("on", "due_on", "resolved_on"))
    today = np.datetime64(as_of, "D")
    due = np.where(np.isnat(due), on + book_agenda(book).complaint_days, due)
    is_open = (on <= today) & ~(resolved <= today)
    oldest_first = np.argsort(on, kind="stable")
    items = []
    for code, which in (
        ("complaints_late", is_open & (due < today)),
        ("complaints", is_open & (due >= today) & (on > np.datetime64(since, "D"))),
    ):
        ids = rows["client_id"].to_numpy()[oldest_first[which[oldest_first]]]
        items.append(_about(code, ids, table, len(ids)))
    return items


def _broken(book: Book, table: pd.DataFrame, since: date) -> np.ndarray:
    """Whose buying rhythm is broken, and was not on the day `since`; former clients are left out."""
    former = table["status"].to_numpy(dtype=object) == ClientStatus.FORMER.value
    now = table.index[(table["p_overdue"].to_numpy() < LATE) & ~former]
    if not len(now):
        return now.to_numpy()
    then = figures_on(book, since, ("p_overdue",))["p_overdue"].reindex(now)
    return now[~(then < LATE).to_numpy()].to_numpy()


def _deals(book: Book, table: pd.DataFrame, since: date, as_of: date) -> list[NewsItem]:
    with book.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT status, client_id, coalesce(amount, 0) FROM deal "
            "WHERE status IN ('won', 'lost') AND closed_on > ? AND closed_on <= ? ORDER BY amount DESC, id",
            (since.isoformat(), as_of.isoformat()),
        ).all()
    items = []
    for status in ("won", "lost"):
        found = [(client, int(amount)) for code, client, amount in rows if code == status]
        total = sum(amount for _, amount in found)
        ids = tuple(dict.fromkeys(client for client, _ in found))
        items.append(NewsItem(status, len(found), ids, total or None))
    return items


def _new(table: pd.DataFrame, since: date) -> np.ndarray:
    """Who came into the book since; nobody where everybody did, by an import."""
    import pandas as pd

    fresh = table.index[table["created_on"] > pd.Timestamp(since)]
    return (fresh[:0] if len(fresh) == len(table) else fresh).to_numpy()
