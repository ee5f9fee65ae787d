"""The figures of the Today page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from portfolio_app.services.agenda import queue_counts
from portfolio_app.services.portfolio import (
    QUEUE_FROM,
    WINDOW_DAYS,
    concentration,
    has_snapshot,
    monthly_revenue,
    snapshot,
)
from portfolio_app.services.segment_labels import labels
from portfolio_app.services.segment_store import STANDARD
from portfolio_app.storage import frames as stored
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import pandas as pd

_DAYS_KEPT = 4


@dataclass(frozen=True)
class TodayView:
    """The figures of the Today page, at `as_of` and (previous) the same figures a year before.

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
    months: tuple[tuple[date, int], ...]
    last_sale: date | None
    top_share_previous: float | None = None
    effective_previous: float | None = None
    retention_previous: float | None = None
    retention_base_previous: int = 0


def today_view(book: Book, as_of: date) -> TodayView:
    """The figures of the Today page. Cached until the book changes."""
    return book.cache.get(("today_view", as_of), QUEUE_FROM, lambda: _view(book, as_of), few=2)


def _view(book: Book, as_of: date) -> TodayView:
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
    year_ago = _a_year_before(as_of)
    earlier = concentration(book, year_ago, WINDOW_DAYS).result.figures
    retention, base = retained(table)
    retention_then, base_then = retained(figures_on(book, year_ago, ("orders_window", "orders_previous")))
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
        retention=retention,
        retention_base=base,
        replacements=-(-top_amount // int(average)) if average >= 1 else None,
        look_alikes=_look_alikes(book, as_of, top_id),
        months=tuple(monthly_revenue(book, as_of)),
        last_sale=spread.last_sale,
        top_share_previous=earlier.top1_share,
        effective_previous=earlier.effective_clients,
        retention_previous=retention_then,
        retention_base_previous=base_then,
    )


def retained(table: pd.DataFrame) -> tuple[float | None, int]:
    """Of the clients of a table who bought in the 12 months before, the share who bought again, and their number."""
    before = table["orders_previous"] > 0
    kept = before & (table["orders_window"] > 0)
    return (float(kept.sum() / before.sum()) if before.any() else None), int(before.sum())


def figures_on(book: Book, day: date, only: tuple[str, ...]) -> pd.DataFrame:
    """Some columns, those that come from sales, of the per-client table of another day.

    Cached until a sale of before it changes. Clients known only by a touch may be missing.
    """
    from portfolio_app.analysis.metrics import metrics

    if has_snapshot(book, day):
        return snapshot(book, day).metrics
    return book.cache.get(
        ("figures_on", only, day),
        ("client", "custom_field", "sale"),
        lambda: metrics(
            stored.book_frames(book, day, WINDOW_DAYS, touches=False), day, WINDOW_DAYS, only=only
        ),
        until=day,
        few=_DAYS_KEPT,
    )


def _a_year_before(day: date) -> date:
    return day - timedelta(days=min(WINDOW_DAYS, day.toordinal() - 1))


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
    alike = table[["client_name", "sector", "revenue_window"]]
    alike = alike[(table["sector"] == sector) & standing.isin(["high_potential", "prospect"])]
    alike = alike.assign(standing=standing)
    best = alike.sort_values(["standing", "revenue_window"], ascending=[True, False], kind="stable").head(3)
    return tuple((int(i), str(name)) for i, name in best["client_name"].items())
