"""The one thing about the book that matters most today, and what is worth doing on an empty day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from portfolio_app.analysis.columns import LATE
from portfolio_app.models.enums import ClientStatus
from portfolio_app.services.news import OpenComplaint, open_complaints
from portfolio_app.services.portfolio import Snapshot, snapshot
from portfolio_app.services.segment_labels import labels
from portfolio_app.services.segment_store import STANDARD
from portfolio_app.services.today import TodayView, today_view
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import pandas as pd

BIG = 0.03
"""From this share of the revenue on, one client's trouble is news."""
DEAL_DAYS = 14
"""How far ahead the close of a deal is looked for."""
SPREAD, KEPT, KEPT_OF = 0.10, 0.05, 20
"""By how much the equivalent clients must change, the retention fall (of so many clients at least) to be told."""
NAMES = 3
REST_DAYS = 7
"""Who was contacted within so many days is left in peace."""
_IDEAS_READ = [
    "client_name", "status", "sector", "growth_potential", "revenue", "revenue_window", "orders_window",
    "days_since_touch",
]  # fmt: skip
_WEIGHTS = {"complaint": 3.0, "slipping": 2.5, "deal": 1.5, "dependency": 0.5}


@dataclass(frozen=True)
class Insight:
    """Something that matters, with its figures. `weight` ranks it: urgency times the part of the revenue at stake.

    `code`: "complaint" (open at a large client, since `days`; `is_late`: past its deadline), "slipping" (a large
    client silent for `days`, against a usual gap of `usual`), "deal" (`title`, `amount` money units, expected
    `on`), "dependency" (`count` average clients would replace the first one; `others` could grow), "narrower"
    and "spread" (equivalent clients `before` and `after`), "retention" (the rate `before` and `after`).
    `share`: of the revenue of the last 12 months.
    """

    code: str
    weight: float
    client_id: int | None = None
    client: str = ""
    share: float | None = None
    days: int | None = None
    usual: int | None = None
    is_late: bool = False
    title: str = ""
    amount: int | None = None
    on: date | None = None
    count: int | None = None
    before: float | None = None
    after: float | None = None
    others: tuple[tuple[int, str], ...] = field(default=())


@dataclass(frozen=True)
class Idea:
    """Something worth doing on an empty day: the clients it is about, best first, and the names of the first.

    `code`: "prospects" (not contacted lately, the promising first), "unplanned" (no next
    action), "dormant" (no order for a year, by what they bought before), "data" (bought, and cannot be reached).
    """

    code: str
    client_ids: tuple[int, ...]
    names: tuple[tuple[int, str], ...]


def insights(book: Book, as_of: date) -> list[Insight]:
    """What matters, most important first; empty where there is nothing to tell from."""
    shot = snapshot(book, as_of)
    view = today_view(book, as_of)
    found = [*_clients(book, shot), *_deals(book, view), *_whole_book(view)]
    return sorted(found, key=lambda insight: -insight.weight)


def _clients(book: Book, shot: Snapshot) -> Iterable[Insight]:
    """Large clients in trouble: a complaint, or a rhythm that is broken."""
    import numpy as np

    table = shot.metrics
    big = table.iloc[np.flatnonzero(table["share"].to_numpy() >= BIG)]
    big = big[big["status"] != ClientStatus.FORMER.value]
    complaints: dict[int, OpenComplaint] = {}
    for each in open_complaints(book, shot.as_of, big.index.tolist()):
        complaints.setdefault(each.client_id, each)
    for client, row in big.iterrows():
        share = float(row["share"])
        complaint = complaints.get(int(str(client)))
        if complaint is not None:
            yield Insight(
                "complaint",
                _WEIGHTS["complaint"] * share,
                int(str(client)),
                str(row["client_name"]),
                share,
                (shot.as_of - complaint.on).days,
                is_late=complaint.is_late,
            )
        if row["p_overdue"] < LATE:
            yield Insight(
                "slipping",
                _WEIGHTS["slipping"] * share,
                int(str(client)),
                str(row["client_name"]),
                share,
                int(row["recency_days"]),
                usual=round(row["typical_gap_days"]) if row["typical_gap_days"] > 0 else None,
            )


def _deals(book: Book, view: TodayView) -> Iterable[Insight]:
    """The largest offer that is to be decided soon, or should have been."""
    with book.read() as connection:
        row = connection.exec_driver_sql(
            "SELECT d.client_id, c.name, d.title, d.amount, d.expected_on FROM deal d "
            "JOIN client c ON c.id = d.client_id WHERE d.status = 'open' AND d.amount > 0 AND d.expected_on <= ? "
            "ORDER BY d.amount DESC, d.id LIMIT 1",
            ((view.as_of + timedelta(days=DEAL_DAYS)).isoformat(),),
        ).first()
    if row is None or view.revenue <= 0:
        return
    share = int(row[3]) / view.revenue
    on = date.fromisoformat(row[4])
    yield Insight(
        "deal",
        _WEIGHTS["deal"] * min(share, 1),
        row[0],
        row[1],
        share,
        title=row[2],
        amount=int(row[3]),
        on=on,
    )


def _whole_book(view: TodayView) -> Iterable[Insight]:
    if view.top_client_id is not None and view.top_share is not None and view.buyers > 1:
        yield Insight(
            "dependency",
            _WEIGHTS["dependency"] * view.top_share,
            view.top_client_id,
            view.top_client,
            view.top_share,
            count=view.replacements,
            others=view.look_alikes,
        )
    then, now = view.effective_previous, view.effective_clients
    if then and now and abs(now - then) >= max(SPREAD * then, 1):
        better = now > then
        yield Insight("spread" if better else "narrower", 0.03 if better else 0.05, before=then, after=now)
    was, is_now = view.retention_previous, view.retention
    enough = min(view.retention_base, view.retention_base_previous) >= KEPT_OF
    if was is not None and is_now is not None and was - is_now >= KEPT and enough:
        yield Insight("retention", was - is_now, before=was, after=is_now)


def ideas(book: Book, as_of: date) -> list[Idea]:
    """What is worth doing when nothing is due; only ideas that somebody falls under."""
    from portfolio_app.analysis.follow_ups import none_planned

    shot = snapshot(book, as_of)
    former = shot.metrics["status"].to_numpy(dtype=object) == ClientStatus.FORMER.value
    table = shot.metrics[_IDEAS_READ][~former]
    standing = labels(book, as_of, STANDARD).label.reindex(table.index)
    rested = ~(table["days_since_touch"] < REST_DAYS)
    dormant = table[(standing == "dormant") & (table["revenue"] > 0) & rested]
    found = {
        "prospects": _prospects(table, rested),
        "unplanned": none_planned(shot.metrics[_IDEAS_READ], shot.queue),
        "dormant": dormant.sort_values("revenue", ascending=False, kind="stable"),
        "data": _unreachable(book, table),
    }
    return [
        Idea(code, tuple(part.index.tolist()), _first_names(part, shot.metrics))
        for code, part in found.items()
        if len(part)
    ]


def _first_names(part: pd.DataFrame, table: pd.DataFrame) -> tuple[tuple[int, str], ...]:
    first = part.index[:NAMES]
    return tuple((int(i), str(name)) for i, name in table.loc[first, "client_name"].items())


def _prospects(table: pd.DataFrame, rested: pd.Series[bool]) -> pd.DataFrame:
    """Prospects, those judged promising and of the lines of business that buy most first."""
    prospects = table[(table["status"] == ClientStatus.PROSPECT.value) & rested]
    buyers = table[(table["revenue_window"] > 0) & (table["sector"] != "")]
    usual = buyers.groupby("sector")["revenue_window"].mean()
    ranked = prospects.assign(
        promise=prospects["growth_potential"].map({"high": 2, "medium": 1}).fillna(0),
        usual=prospects["sector"].map(usual).astype(float).fillna(0),
    )
    return ranked.sort_values(["promise", "usual"], ascending=False, kind="stable")


def _unreachable(book: Book, table: pd.DataFrame) -> pd.DataFrame:
    """Buyers of the last 12 months without any phone number or e-mail address, their own or a contact's."""
    with book.read() as connection:
        reached = connection.exec_driver_sql(
            "SELECT id FROM client WHERE phone <> '' OR email <> '' UNION "
            "SELECT client_id FROM contact WHERE phone <> '' OR mobile <> '' OR email <> ''"
        ).all()
    buyers = table[(table["orders_window"] > 0) & ~table.index.isin([row[0] for row in reached])]
    return buyers.sort_values("revenue_window", ascending=False, kind="stable")
