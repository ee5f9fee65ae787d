"""What the Follow-ups and Today pages show: who is due, in groups, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from portfolio_app.services.client_views import NextAction, next_actions
from portfolio_app.services.movement import SegmentMove, changed_since
from portfolio_app.services.opt_outs import OptOut, first_opt_outs
from portfolio_app.services.portfolio import (
    WINDOW_DAYS,
    SegmentInfo,
    concentration,
    monthly_revenue,
    segments,
    snapshot,
)
from portfolio_app.services.segment_labels import labels
from portfolio_app.services.segment_store import STANDARD
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import pandas as pd

DUE = ("overdue", "today")
COMING = ("week", "later", "waiting")
UNPLANNED = "unplanned"
VIEWS: dict[str, tuple[str, ...]] = {
    "due": DUE,
    "week": ("week",),
    "later": ("later",),
    "waiting": ("waiting",),
    UNPLANNED: (UNPLANNED,),
}
"""The views of the queue and the buckets in each; "unplanned" are the clients without any next action."""
MOVES_DAYS = 30
FIRST_ROWS = 40
"""How many lines come along with the ids, to be there at the first paint."""
_AT_ONCE = 500
"""Ids in one SQL statement."""


@dataclass(frozen=True)
class QueueRow:
    """One line of the queue, with whom to reach and how. Amounts in money units.

    `at_stake` is the revenue of the last 12 months, not below zero; `last_touch` and `complaint_on` (the
    oldest complaint still open) are None when there is none. `action` is None for the unplanned. `opt_out`:
    what the person to reach does not want, None when nothing was refused.
    """

    client_id: int
    name: str
    city: str
    segment: str
    contact: str
    phone: str
    email: str
    at_stake: int
    last_touch: date | None
    last_sale: date | None
    complaint_on: date | None
    action: NextAction | None
    opt_out: OptOut | None = None


@dataclass(frozen=True)
class QueueGroup:
    """The clients of one segment in the queue, best first.

    `total` counts them all, also those a limit left out of `client_ids`; `overdue` those past their limit.
    """

    segment: str
    ideal_days: int
    max_days: int
    client_ids: tuple[int, ...]
    total: int
    overdue: int


@dataclass(frozen=True)
class QueueView:
    """What a list of the queue shows: one of `VIEWS`, in groups, with its first lines.

    `counts` has the number of clients by view, and "overdue"; `clients` is the number in the book.
    """

    as_of: date
    view: str
    clients: int
    counts: dict[str, int]
    segments: tuple[SegmentInfo, ...]
    groups: tuple[QueueGroup, ...]
    rows: tuple[QueueRow, ...]


@dataclass(frozen=True)
class TodayView:
    """The figures of the Today page, at `as_of` and (previous) a year or a month before.

    Money in money units, shares and rates as ratios; None where nothing can be computed. `retention`: of the
    clients who bought in the previous 12 months, the share who bought in the last 12. `replacements`: how many
    clients of average revenue the first one weighs. `months`: revenue of the last 12 calendar months.
    """

    as_of: date
    clients: int
    due: int
    overdue: int
    revenue: int
    revenue_previous: int
    buyers: int
    top_client_id: int | None
    top_client: str
    top_share: float | None
    effective_clients: float | None
    retention: float | None
    retention_base: int
    replacements: int | None
    look_alikes: tuple[tuple[int, str], ...]
    moves: tuple[SegmentMove, ...]
    months: tuple[tuple[date, int], ...]
    last_sale: date | None


def queue_groups(
    book: Book, as_of: date, buckets: Sequence[str] = DUE, limit: int | None = None
) -> list[QueueGroup]:
    """The queue by segment, in the segments' display order; only segments with somebody in those buckets.

    With `limit`, only that many clients, the best of all segments together.
    """
    if tuple(buckets) == (UNPLANNED,):
        table = _unplanned(book, as_of)
        segment_of, ids = table["segment"].to_numpy(), table.index.to_numpy()
        late = ids < 0
    else:
        queue = snapshot(book, as_of).queue
        chosen = queue[queue["bucket"].isin(list(buckets))]
        segment_of, ids = chosen["segment"].to_numpy(), chosen["client_id"].to_numpy()
        late = (chosen["bucket"] == "overdue").to_numpy()
    groups = []
    for segment in segments(book):
        among = segment_of == segment.code
        kept = among if limit is None else among[:limit]
        if kept.any():
            groups.append(
                QueueGroup(
                    segment.code,
                    segment.ideal_days,
                    segment.max_days,
                    tuple(ids[: len(kept)][kept].tolist()),
                    int(among.sum()),
                    int((among & late).sum()),
                )
            )
    return groups


def queue_view(book: Book, as_of: date, view: str = "due", limit: int | None = None) -> QueueView:
    """One view of the queue, see `VIEWS`, ready to be shown. Raises KeyError for another name."""
    groups = queue_groups(book, as_of, VIEWS[view], limit)
    buckets = queue_counts(book, as_of)
    counts = {name: sum(buckets.get(bucket, 0) for bucket in VIEWS[name]) for name in VIEWS}
    counts |= {UNPLANNED: len(_unplanned(book, as_of)), "overdue": buckets["overdue"]}
    first = list(islice((client for group in groups for client in group.client_ids), FIRST_ROWS))
    return QueueView(
        as_of=as_of,
        view=view,
        clients=len(snapshot(book, as_of).metrics),
        counts=counts,
        segments=tuple(segments(book)),
        groups=tuple(groups),
        rows=tuple(queue_rows(book, first, as_of)),
    )


def worth_doing(book: Book, as_of: date, limit: int | None = None) -> QueueView:
    """What is due; on a day without anything due, what comes next: the unplanned, this week, later."""
    best = queue_view(book, as_of, "due", limit)
    for view in (UNPLANNED, "week", "later"):
        if not best.groups and best.counts[view]:
            return queue_view(book, as_of, view, limit)
    return best


def queue_counts(book: Book, as_of: date) -> dict[str, int]:
    """Number of clients by bucket: overdue, today, week, later, waiting."""
    counts = snapshot(book, as_of).queue["bucket"].value_counts()
    return {bucket: int(counts.get(bucket, 0)) for bucket in (*DUE, *COMING)}


def due_ids(book: Book, as_of: date, limit: int | None = None) -> list[int]:
    """The clients due now, best first."""
    queue = snapshot(book, as_of).queue
    chosen = queue.loc[queue["bucket"].isin(DUE), "client_id"]
    return [int(i) for i in (chosen if limit is None else chosen.head(limit))]


def _unplanned(book: Book, as_of: date) -> pd.DataFrame:
    from portfolio_app.analysis.follow_ups import none_planned

    shot = snapshot(book, as_of)
    return none_planned(shot.metrics, shot.queue)


def queue_rows(book: Book, ids: Sequence[int], as_of: date) -> list[QueueRow]:
    """The lines of these clients, in that order; clients gone meanwhile are left out."""
    if not ids:
        return []
    shot = snapshot(book, as_of)
    actions = next_actions(book, shot, ids)
    people = _people(book, ids)
    opt_outs = first_opt_outs(book, ids)
    columns = ["segment", "revenue_window", "last_touch", "last_sale", "oldest_open_complaint"]
    table = shot.metrics[columns].loc[[i for i in ids if i in people and i in shot.metrics.index]]
    return [
        QueueRow(
            client_id=int(client_id),
            name=people[client_id][0],
            city=people[client_id][1],
            segment=str(segment),
            contact=people[client_id][2],
            phone=people[client_id][3],
            email=people[client_id][4],
            at_stake=max(int(revenue), 0),
            last_touch=_day(touch),
            last_sale=_day(sale),
            complaint_on=_day(complaint),
            action=actions.get(int(client_id)),
            opt_out=opt_outs.get(int(client_id)),
        )
        for client_id, segment, revenue, touch, sale, complaint in table.itertuples()
    ]


def _people(book: Book, ids: Sequence[int]) -> dict[int, tuple[str, str, str, str, str]]:
    """Client id to (name, city, contact, phone, email), of its first contact where there is one."""
    found = {}
    with book.read() as connection:
        for part in in_parts(ids):
            marks = ",".join("?" * len(part))
            for row in connection.exec_driver_sql(
                "SELECT c.id, c.name, c.city, coalesce(t.full_name, ''), coalesce(nullif(t.phone, ''), "
                "nullif(t.mobile, ''), c.phone), coalesce(nullif(t.email, ''), c.email) "
                "FROM client c LEFT JOIN contact t ON t.id = (SELECT min(id) FROM contact WHERE client_id = c.id) "
                f"WHERE c.id IN ({marks})",
                tuple(part),
            ):
                found[int(row[0])] = (row[1], row[2], row[3], row[4] or "", row[5] or "")
    return found


def _day(value: pd.Timestamp) -> date | None:
    return None if value != value else value.date()  # NaT is not equal to itself


def in_parts(ids: Sequence[int]) -> Iterator[list[int]]:
    """`ids` in pieces that fit an SQL statement."""
    for start in range(0, len(ids), _AT_ONCE):
        yield list(ids[start : start + _AT_ONCE])


def client_names(book: Book, ids: Sequence[int]) -> list[tuple[int, str]]:
    """(id, name) of these clients, in that order; those gone meanwhile are left out."""
    people = _people(book, ids)
    return [(client_id, people[client_id][0]) for client_id in ids if client_id in people]


def today_view(book: Book, as_of: date, *, moves: bool = True) -> TodayView:
    """The figures of the Today page; without `moves`, which need the book of a month ago too, sooner."""
    shot = snapshot(book, as_of)
    table = shot.metrics
    spread = concentration(book, as_of, WINDOW_DAYS)
    figures = spread.result.figures
    ranked = spread.result.table
    counts = queue_counts(book, as_of)
    top_id = int(ranked["client_id"].iloc[0]) if len(ranked) and figures.total > 0 else None
    top_amount = int(ranked["amount"].iloc[0]) if top_id is not None else 0
    others = figures.clients - 1
    rest = figures.total - top_amount
    average = rest / others if others > 0 and rest > 0 else 0
    before = table["orders_previous"] > 0
    kept = before & (table["orders_window"] > 0)
    return TodayView(
        as_of=as_of,
        clients=len(table),
        due=counts["overdue"] + counts["today"],
        overdue=counts["overdue"],
        revenue=int(table["revenue_window"].sum()),
        revenue_previous=int(table["revenue_previous"].sum()),
        buyers=figures.clients,
        top_client_id=top_id,
        top_client=str(ranked["name"].iloc[0]) if top_id is not None else "",
        top_share=figures.top1_share if top_id is not None else None,
        effective_clients=figures.effective_clients,
        retention=float(kept.sum() / before.sum()) if before.any() else None,
        retention_base=int(before.sum()),
        replacements=-(-top_amount // int(average)) if average >= 1 else None,
        look_alikes=_look_alikes(book, as_of, top_id),
        moves=tuple(segment_moves(book, as_of)) if moves else (),
        months=tuple(monthly_revenue(book, as_of)),
        last_sale=spread.last_sale,
    )


def segment_moves(book: Book, as_of: date, days: int = MOVES_DAYS) -> list[SegmentMove]:
    """Who changed segment since `days` ago, the moves with most revenue first; newcomers are left out."""
    return changed_since(book, as_of - timedelta(days=days), as_of)


def _look_alikes(book: Book, as_of: date, top_id: int | None) -> tuple[tuple[int, str], ...]:
    """Up to three clients of the first one's sector who could grow: high potential first, then prospects."""
    if top_id is None:
        return ()
    table = snapshot(book, as_of).metrics
    sector = table.at[top_id, "sector"]
    if not sector:
        return ()
    # Whatever segmentation is in force, who could grow is said by the standard one.
    standing = labels(book, as_of, STANDARD).label.reindex(table.index)
    alike = table[(table["sector"] == sector) & standing.isin(["high_potential", "prospect"])]
    alike = alike.assign(standing=standing)
    best = alike.sort_values(["standing", "revenue_window"], ascending=[True, False], kind="stable").head(3)
    return tuple((int(i), str(name)) for i, name in best["client_name"].items())
