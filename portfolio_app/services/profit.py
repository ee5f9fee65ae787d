"""What clients leave once everything they cost is taken off: statements, the whale curve, costly clients."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from portfolio_app.services.analysis_settings import analysis_settings
from portfolio_app.services.portfolio import DERIVED_FROM, WINDOW_DAYS, SegmentInfo, segments
from portfolio_app.services.segment_labels import labels
from portfolio_app.storage import frames as stored
from portfolio_app.storage import profit_frames
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.frames import Costs
    from portfolio_app.analysis.profit import Statement, Whale
    from portfolio_app.analysis.profit_levers import Verdict

DEPENDS_ON = (*DERIVED_FROM, "spending")
"""The kinds of record that statements are computed from."""
_KEPT = 4


@dataclass(frozen=True)
class BelowTheLine:
    """What the whole book costs beyond its clients' own statements, in money units.

    `prospects`: serving those who never bought; `spending`: acquisition no client is charged with; `fixed`: the costs
    that are there whatever is sold, None where they are not known.
    """

    prospects: int
    spending: int
    fixed: int | None

    @property
    def total(self) -> int:
        """All of it."""
        return self.prospects + self.spending + (self.fixed or 0)


@dataclass(frozen=True)
class ProfitView:
    """The statements of a period, and of the one before (None where the period is all time, or nobody
    bought before it).

    `table`: see `analysis.profit.statements`, buyers only, with `name`, `segment`, `strategic_role` and `visit_km`.
    `statements` and `statements_before` by segment code. `rate`: the margin rate by which unknown costs of goods were
    estimated; None where they were not. `can_estimate`: whether there is such a rate.
    """

    as_of: date
    window_days: int | None
    rate: float | None
    can_estimate: bool
    table: pd.DataFrame
    before: pd.DataFrame | None
    total: Statement
    total_before: Statement | None
    statements: dict[str, Statement]
    statements_before: dict[str, Statement]
    segments: tuple[SegmentInfo, ...]
    whale: Whale
    costs: Costs
    late_rate: float
    below: BelowTheLine
    below_before: BelowTheLine | None

    @property
    def not_counted(self) -> tuple[str, ...]:
        """The costs of serving that count as nothing because the user has not said what they are."""
        costs = {
            "time": (self.costs.per_hour,),
            "visits": (self.costs.per_visit, self.costs.per_km),
            "delivery": (self.costs.per_order,),
        }
        return tuple(name for name, known in costs.items() if all(cost is None for cost in known))


def profit(
    book: Book, as_of: date, window_days: int | None = WINDOW_DAYS, *, estimate: bool = False
) -> ProfitView:
    """The statements of (as_of - window_days, as_of]; None: all time. Cached until the book changes.

    `estimate`: unknown costs of goods at the margin rate of the whole book.
    """
    return book.cache.get(
        ("profit", as_of, window_days, estimate),
        DEPENDS_ON,
        lambda: _profit(book, as_of, window_days, estimate),
        few=_KEPT,
    )


def statement_of(view: ProfitView, client_id: int) -> tuple[Statement, Statement | None] | None:
    """A client's statement, and that of the period before; None where nothing happened in it."""
    from portfolio_app.analysis.profit import total

    if client_id not in view.table.index:
        return None
    has_before = view.before is not None and client_id in view.before.index
    before = total(view.before.loc[[client_id]]) if view.before is not None and has_before else None
    return total(view.table.loc[[client_id]]), before


def verdict_of(view: ProfitView, client_id: int) -> Verdict | None:
    """What to make of a client with a result below zero; None for any other."""
    from portfolio_app.analysis.profit import total
    from portfolio_app.analysis.profit_levers import verdict

    row = view.table.loc[client_id]
    distance = float(row["visit_km"])
    known = None if distance != distance else distance
    return verdict(total(view.table.loc[[client_id]]), view.costs, known, str(row["strategic_role"]))


def costly(view: ProfitView) -> list[int]:
    """The clients with a result below zero, the worst first."""
    worst = view.whale.table.iloc[::-1]
    return [int(client) for client in worst.loc[worst["result"] < 0, "client_id"]]


def _profit(book: Book, as_of: date, window_days: int | None, estimate: bool) -> ProfitView:
    from portfolio_app.analysis import profit as work

    facts, late_rate = stored.sale_facts(book), analysis_settings(book).late_rate
    off = profit_frames.discounts(book)
    rate = work.book_rate(facts, as_of, window_days)
    used = rate if estimate else None
    # Everything of the period but the discounts is asked of tables that other pages ask for too.
    frames = stored.book_frames(book, as_of, window_days)

    def made(day: date) -> pd.DataFrame:
        of_day = frames if day == as_of else stored.book_frames(book, day, window_days, keep=False)
        return work.statements(facts, of_day, off, day, window_days, late_rate=late_rate, rate=used)

    everyone = _described(made(as_of), frames.clients, labels(book, as_of).label)
    table = everyone[everyone["is_buyer"]]
    day_before = _day_before(as_of, window_days)
    all_before = None if day_before is None else made(day_before)
    before = None if all_before is None else all_before[all_before["is_buyer"]]
    if before is not None and before.empty:
        before = None
    return ProfitView(
        as_of=as_of,
        window_days=window_days,
        rate=used,
        can_estimate=rate is not None,
        table=table,
        before=before,
        total=work.total(table),
        total_before=None if before is None else work.total(before),
        statements=work.by_label(table, table["segment"]),
        statements_before={} if before is None else work.by_label(before, everyone["segment"]),
        segments=tuple(segments(book, as_of=as_of)),
        whale=work.whale(table),
        costs=frames.costs,
        late_rate=late_rate,
        below=_below(book, frames.costs, everyone, as_of, window_days),
        below_before=None
        if day_before is None or all_before is None
        else _below(book, frames.costs, all_before, day_before, window_days),
    )


def _day_before(as_of: date, window_days: int | None) -> date | None:
    """The last day of the period before; None where there is none."""
    if window_days is None or as_of.toordinal() <= 2 * window_days:
        return None
    return as_of - timedelta(days=window_days)


def _described(table: pd.DataFrame, clients: pd.DataFrame, segment: pd.Series) -> pd.DataFrame:
    about = clients.set_index("client_id")
    columns: dict[str, Any] = {
        "name": about["client_name"], "strategic_role": about["strategic_role"], "visit_km": about["visit_km"],
    }  # fmt: skip
    named = {name: column.reindex(table.index) for name, column in columns.items()}
    return table.assign(**named, segment=segment.reindex(table.index))


def _below(
    book: Book, costs: Costs, table: pd.DataFrame, as_of: date, window_days: int | None
) -> BelowTheLine:
    others = table[~table["is_buyer"]]
    # What winning somebody cost who never bought is lost for the period like the rest.
    served = int(others[["time", "visits", "acquisition"]].to_numpy().sum())
    return BelowTheLine(
        prospects=served,
        spending=profit_frames.spent(book, as_of, window_days),
        fixed=_fixed(book, costs, as_of, window_days),
    )


def _fixed(book: Book, costs: Costs, as_of: date, window_days: int | None) -> int | None:
    if costs.fixed_month is None:
        return None
    first = profit_frames.first_sale(book)
    days = window_days if window_days is not None else (as_of - first).days + 1 if first is not None else 0
    return round(costs.fixed_month * max(days, 0) * 12 / WINDOW_DAYS)
