"""The derived side of a book: everything computed from it and a date, cached until the book changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from portfolio_app.services import segment_store
from portfolio_app.services.agenda_settings import book_agenda
from portfolio_app.services.segment_labels import RECORDS, labels
from portfolio_app.services.segment_store import CADENCE
from portfolio_app.services.segment_store import WINDOW_DAYS as WINDOW_DAYS
from portfolio_app.services.working_days import working_days
from portfolio_app.storage import frames as stored
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.concentration import Concentration
    from portfolio_app.analysis.frames import BookFrames

DERIVED_FROM = (*RECORDS, *segment_store.DEFINED_BY)
"""The kinds of record the per-client table is computed from."""
QUEUE_FROM = (*DERIVED_FROM, "contact", "deal", "key_date", "plan", "enrolment")
"""The kinds of record the queue is computed from."""
_SNAPSHOTS = 4
_LAST_TABLES = 2


@dataclass(frozen=True)
class SegmentInfo:
    """A segment as the interface shows it. `name` is empty for the built-in ones.

    `rule`: None takes everyone still left. `segmentation`: the code of the one it belongs to.
    """

    code: str
    name: str
    colour: str
    display_order: int
    ideal_days: int
    max_days: int
    rule: dict[str, Any] | None = None
    segmentation: str = segment_store.STANDARD


@dataclass(frozen=True)
class Snapshot:
    """The book on one day.

    `metrics`: one row per client known that day, indexed by client_id, see `portfolio_app.analysis.metrics`; and
    its `segment` by the segmentation in force, `segment_rule`: the one its rules say, and where these differ
    `segment_pending`: the day since which they do. Segments look at 12 months, whatever the window.
    `queue`: one row per client due now or soon, see `portfolio_app.analysis.follow_ups`.
    """

    as_of: date
    window_days: int | None
    metrics: pd.DataFrame
    queue: pd.DataFrame


@dataclass(frozen=True)
class ConcentrationView:
    """Concentration over a period: the figures and table, the orders in it, and the last day with a sale."""

    result: Concentration
    orders: int
    as_of: date
    window_days: int | None
    measure: str
    last_sale: date | None


def snapshot(book: Book, as_of: date, window_days: int | None = WINDOW_DAYS) -> Snapshot:
    """The per-client table with segments and the queue, for one day.

    Cached until the book changes, of the few days and windows asked for last.
    """
    return book.cache.get(
        ("snapshot", as_of, window_days),
        QUEUE_FROM,
        lambda: _compute(book, as_of, window_days),
        few=_SNAPSHOTS,
    )


def has_snapshot(book: Book, as_of: date, window_days: int | None = WINDOW_DAYS) -> bool:
    """Whether the snapshot of that day is there already, so that asking for it costs nothing."""
    return ("snapshot", as_of, window_days) in book.cache


def _compute(book: Book, as_of: date, window_days: int | None) -> Snapshot:
    from portfolio_app.analysis.follow_ups import queue
    from portfolio_app.analysis.segments import cadences

    frames, table = book.cache.get(
        ("table", as_of, window_days), DERIVED_FROM, lambda: _table(book, as_of, window_days), few=_SNAPSHOTS
    )
    spec = segment_store.segmentation(book, segment_store.in_force(book), as_of)
    due = queue(
        table,
        frames,
        cadences(spec.segments),
        as_of,
        agenda=book_agenda(book),
        working=working_days(book, as_of),
    )
    return Snapshot(as_of, window_days, table, due)


def _table(book: Book, as_of: date, window_days: int | None) -> tuple[BookFrames, pd.DataFrame]:
    """What the book holds on a day, and the per-client table with its segments."""
    from portfolio_app.analysis.metrics import metrics

    frames = stored.book_frames(book, as_of, window_days)
    # Of the table before the last change most columns can be taken over: a touch changes no revenue.
    last: dict[str, tuple[BookFrames, pd.DataFrame]] = book.cache.get(
        ("last_table", as_of, window_days), (), dict, few=_LAST_TABLES
    )
    table = metrics(frames, as_of, window_days, before=last.get("made"))
    last["made"] = frames, table.copy(deep=False)
    # Segments are judged by 12 months, whatever window the figures are asked for.
    found = labels(book, as_of, table=table if window_days == WINDOW_DAYS else None)
    table["segment"] = found.label.reindex(table.index)
    table["segment_rule"] = found.rule_label.reindex(table.index)
    table["segment_pending"] = found.pending_since.reindex(table.index)
    return frames, table


def segments(book: Book, code: str = "", as_of: date | None = None) -> list[SegmentInfo]:
    """The segments, in display order, of the segmentation in force or of that `code`. Raises `NotFoundError`.

    `as_of`: see `segment_store.segmentation`.
    """
    spec = segment_store.segmentation(book, code or segment_store.in_force(book), as_of)
    ordered = sorted(spec.segments, key=lambda segment: segment.display_order)
    return [
        SegmentInfo(
            code=s.code,
            name=s.name,
            colour=s.colour,
            display_order=s.display_order,
            ideal_days=s.ideal_days or CADENCE[0],
            max_days=s.max_days or CADENCE[1],
            rule=s.rule,
            segmentation=spec.code,
        )
        for s in ordered
    ]


def concentration(
    book: Book, as_of: date, window_days: int | None, measure: str = "revenue"
) -> ConcentrationView:
    """On whom the revenue (or margin) of the window depends. Cached until the book changes."""
    return book.cache.get(
        ("concentration", as_of, window_days, measure),
        ("client", "sale"),
        lambda: _concentration(book, as_of, window_days, measure),
    )


def _concentration(book: Book, as_of: date, window_days: int | None, measure: str) -> ConcentrationView:
    from portfolio_app.analysis.concentration import concentration as compute

    with book.read() as connection:
        amounts = stored.amounts(connection, as_of, window_days, measure)
        last = connection.exec_driver_sql(
            "SELECT max(date) FROM sale WHERE date <= ?", (as_of.isoformat(),)
        ).scalar()
    return ConcentrationView(
        compute(amounts),
        int(amounts["orders"].sum()),
        as_of,
        window_days,
        measure,
        date.fromisoformat(last) if last else None,
    )


def monthly_revenue(book: Book, as_of: date, months: int = 12) -> list[tuple[date, int]]:
    """Revenue (money units) of the last calendar months up to `as_of`, as (first day of the month, amount)."""
    first = month_start(as_of, months - 1)

    def read() -> dict[str, int]:
        with book.read() as connection:
            return {month: amount for _, month, amount in stored.monthly_revenue(connection, first, as_of)}

    found = book.cache.get(("months", as_of, months), ("sale",), read, until=as_of, few=_SNAPSHOTS)
    days = [month_start(as_of, back) for back in range(months - 1, -1, -1)]
    return [(day, found.get(day.isoformat()[:7], 0)) for day in days]


def month_start(day: date, back: int) -> date:
    """The first day of the month that many months before the one of `day`."""
    index = day.year * 12 + day.month - 1 - back
    return date(index // 12, index % 12 + 1, 1)
