"""Who moved between segments, and what each segment is: its size, its revenue, who came and who left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from portfolio_app.models.enums import ClientStatus
from portfolio_app.services.portfolio import (
    DERIVED_FROM,
    WINDOW_DAYS,
    SegmentInfo,
    has_snapshot,
    segments,
    snapshot,
)
from portfolio_app.services.segment_labels import labels
from portfolio_app.storage import frames as stored
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.movement import Matrix

_TABLES = 4
_FIGURES = (
    "client_name", "status", "revenue_window", "revenue_previous", "orders_window", "margin_window",
    "margin_known_window",
)  # fmt: skip


@dataclass(frozen=True)
class MovementView:
    """The migration between two days, see `analysis.movement.matrix`; `order`: segment codes in display order.

    Former clients are in it like everyone else, in the segment whose rule they meet: since when a client is
    former is not written down, and `segment_profiles` counts them too. `former` says how many are so now.
    `names` and `revenue` (of the 12 months up to the first and up to the second day, money units): of every
    client in it.
    """

    before: date
    after: date
    matrix: Matrix
    order: tuple[str, ...]
    segments: tuple[SegmentInfo, ...]
    names: dict[int, str]
    revenue: dict[int, tuple[int, int]]
    former: int


@dataclass(frozen=True)
class Passage:
    """A client that came into a segment or left it: where from ("new": nowhere), or where it is now."""

    client_id: int
    name: str
    segment: str


@dataclass(frozen=True)
class SegmentProfile:
    """A segment on one day. Amounts in money units over the last 12 months, shares as ratios.

    `margin` is over `margin_known` of revenue, None where no cost is known; `average` is revenue per client.
    `retention`: of its members at `since` who had bought in the 12 months before, the part who bought in the
    12 months up to the day; `retention_base` how many these were; below 100 of them `retention_low` and
    `retention_high` are the 80 % interval. `came` and `left` since that day, and `members` on the day itself,
    the largest first.
    """

    segment: SegmentInfo
    clients: int
    client_share: float | None
    revenue: int
    share: float | None
    margin: int | None
    margin_known: int
    average: float | None
    retention: float | None
    retention_low: float | None
    retention_high: float | None
    retention_base: int
    came: tuple[Passage, ...]
    left: tuple[Passage, ...]
    members: tuple[int, ...]


@dataclass(frozen=True)
class SegmentMove:
    """Clients that went from one segment to another, the largest first, and their revenue in money units.

    The revenue of a client counts with the better of its last 12 months and the 12 before, so that one who
    stopped buying still weighs what he was worth.
    """

    before: str
    after: str
    client_ids: tuple[int, ...]
    revenue: int


def movement(book: Book, before: date, after: date) -> MovementView:
    """Who was where on two days, by the segmentation in force. Cached until the book changes."""
    return book.cache.get(
        ("movement", before, after), DERIVED_FROM, lambda: _movement(book, before, after), few=_TABLES
    )


def _movement(book: Book, before: date, after: date) -> MovementView:
    from portfolio_app.analysis.movement import matrix

    known = segments(book, as_of=after)
    order = tuple(segment.code for segment in known)
    then, now = _table(book, before), _table(book, after)
    found = matrix(
        labels(book, before).label.reindex(then.index),
        labels(book, after).label.reindex(now.index),
        then["revenue_window"],
        now["revenue_window"],
        order,
    )
    names = {int(i): str(name) for i, name in now["client_name"].items()}
    revenue_then = then["revenue_window"].reindex(now.index, fill_value=0)
    revenue = {
        int(i): (int(first), int(second))
        for i, first, second in zip(now.index, revenue_then, now["revenue_window"], strict=True)
    }
    former = int((now["status"] == ClientStatus.FORMER).sum())
    return MovementView(before, after, found, order, tuple(known), names, revenue, former)


def segment_profiles(book: Book, as_of: date, since: date, code: str = "") -> list[SegmentProfile]:
    """The segments of a segmentation (the one in force without `code`), in display order.

    Raises `NotFoundError`.
    """
    return list(
        book.cache.get(
            ("profiles", as_of, since, code),
            DERIVED_FROM,
            lambda: _profiles(book, as_of, since, code),
            few=2 * _TABLES,
        )
    )


def _profiles(book: Book, as_of: date, since: date, code: str) -> list[SegmentProfile]:
    from portfolio_app.analysis.movement import NEW, profile

    known = segments(book, code, as_of)
    then, now = _table(book, since), _table(book, as_of)
    before, after = labels(book, since, code).label, labels(book, as_of, code).label
    names = {**then["client_name"].to_dict(), **now["client_name"].to_dict()}

    def passages(ids: tuple[int, ...], elsewhere: pd.Series) -> tuple[Passage, ...]:
        places = elsewhere.reindex(ids).fillna(NEW)
        return tuple(Passage(i, str(names[i]), str(place)) for i, place in zip(ids, places, strict=True))

    found = profile(before, after, then, now, [segment.code for segment in known])
    return [
        SegmentProfile(
            segment=segment,
            clients=row.clients,
            client_share=row.client_share,
            revenue=row.revenue,
            share=row.share,
            margin=row.margin,
            margin_known=row.margin_known,
            average=row.average,
            retention=row.retention.value if row.retention else None,
            retention_low=row.retention.low if row.retention else None,
            retention_high=row.retention.high if row.retention else None,
            retention_base=row.retention.of if row.retention else 0,
            came=passages(row.came, before),
            left=passages(row.left, after),
            members=row.members,
        )
        for segment, row in zip(known, found, strict=True)
    ]


def stopped_on(book: Book, as_of: date) -> date | None:
    """The last day with a sale, if none lies in the 12 months up to `as_of` but some do before; else None."""
    import pandas as pd

    from portfolio_app.analysis.metrics import metrics

    if (_table(book, as_of)["orders_window"] > 0).any():
        return None
    frames = stored.book_frames(book, as_of, WINDOW_DAYS)
    last = metrics(frames, as_of, WINDOW_DAYS, only=["last_sale"])["last_sale"].max()
    return None if pd.isna(last) else last.date()


def changed_since(book: Book, since: date, as_of: date) -> list[SegmentMove]:
    """Who changed segment since a day, the moves with most revenue first; newcomers are left out."""
    now = _table(book, as_of)
    after = labels(book, as_of).label.reindex(now.index)
    before = labels(book, since).label.reindex(now.index)
    changed = now.index[(before != after) & before.notna()]
    worth = now.loc[changed, ["revenue_window", "revenue_previous"]].max(axis=1)
    moves = []
    for (old, new), part in worth.groupby([before.loc[changed], after.loc[changed]]):
        ids = part.sort_values(ascending=False, kind="stable").index
        moves.append(SegmentMove(str(old), str(new), tuple(int(i) for i in ids), int(part.sum())))
    return sorted(moves, key=lambda move: (-move.revenue, move.before, move.after))


def _table(book: Book, day: date) -> pd.DataFrame:
    """The per-client table of a day, or at least what is asked of it here."""
    from portfolio_app.analysis.metrics import metrics

    if has_snapshot(book, day):
        return snapshot(book, day).metrics
    return book.cache.get(
        ("movement_table", day),
        DERIVED_FROM,
        lambda: metrics(stored.book_frames(book, day, WINDOW_DAYS), day, WINDOW_DAYS, only=_FIGURES),
        until=day,
        few=_TABLES,
    )
