"""The summary of an exported workbook: key figures with their meaning, months, segments, the first clients."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from portfolio_app.exchange.workbook_content import (
    CellKind,
    ColumnSpec,
    KeyFigure,
    SummarySheet,
    SummaryTable,
)
from portfolio_app.exchange.workbook_words import Words
from portfolio_app.services.export_sheets import CHOSEN
from portfolio_app.services.portfolio import SegmentInfo, Snapshot, month_start, segments
from portfolio_app.services.today import retained
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.concentration import Concentration

MONTHS = 12
TOP = 10
"""Clients shown in the summary's Pareto chart."""


@dataclass(frozen=True)
class Summarised:
    """What a summary is made from: the per-client table of the clients in the workbook, and their concentration.

    `client_ids` None: the whole book.
    """

    shot: Snapshot
    table: pd.DataFrame
    spread: Concentration
    client_ids: Sequence[int] | None
    currency: str


def summary_sheet(book: Book, given: Summarised, words: Words) -> SummarySheet:
    """The summary on the day of the snapshot."""
    day = words.day(given.shot.as_of)
    about = [words["summary_about"].format(day=day, currency=given.currency)]
    if given.client_ids is not None:
        about.append(words["summary_part"].format(count=len(given.table), all=len(given.shot.metrics)))
    return SummarySheet(
        words["summary"],
        book.path.stem,
        about,
        [words[key] for key in ("figure", "figure_now", "figure_before", "figure_change", "figure_meaning")],
        _figures(book, given, words),
        [
            table
            for table in (_months(book, given, words), _segments(book, given, words), _first(given, words))
            if table
        ],
    )


def _figures(book: Book, given: Summarised, words: Words) -> list[KeyFigure]:
    table, spread = given.table, given.spread.figures
    now, before = _sum(table, "revenue_window"), _sum(table, "revenue_previous")
    orders, orders_before = _sum(table, "orders_window"), _sum(table, "orders_previous")
    offers, weighted, count = _open_deals(book, given.client_ids)
    lines: list[tuple[str, CellKind, Any, Any]] = [
        ("kpi_clients", "integer", len(table), None),
        ("kpi_revenue", "money", now, before),
        (
            "kpi_buyers",
            "integer",
            int((table["orders_window"] > 0).sum()),
            int((table["orders_previous"] > 0).sum()),
        ),
        ("kpi_orders", "integer", orders, orders_before),
        (
            "kpi_basket",
            "money",
            now // orders if orders else None,
            before // orders_before if orders_before else None,
        ),
        ("kpi_retention", "percent", retained(table)[0], None),
        ("kpi_top1", "percent", spread.top1_share, None),
        ("kpi_80", "integer", spread.clients_for_80pct, None),
        ("kpi_hhi", "integer", None if spread.hhi is None else round(spread.hhi), None),
        ("kpi_due", "integer", _due(given), None),
        ("kpi_deals", "money", offers if count else None, None),
        ("kpi_weighted", "money", weighted if count else None, None),
    ]
    return [
        KeyFigure(words[key], kind, value, previous, words[f"{key}_meaning"])
        for key, kind, value, previous in lines
    ]


def _sum(table: pd.DataFrame, column: str) -> int:
    return int(table[column].sum())


def _due(given: Summarised) -> int:
    """Clients of the workbook who are due by the day of the summary."""
    queue = given.shot.queue
    late = queue[queue["bucket"].isin(("overdue", "today"))]
    return int(late["client_id"].isin(given.table.index).sum())


def _open_deals(book: Book, client_ids: Sequence[int] | None) -> tuple[int, int, int]:
    """Open deals: their amount, the same weighted by probability (without one: not counted), how many."""
    chosen, parameters = _chosen("client_id", client_ids)
    with book.read() as connection:
        row = connection.exec_driver_sql(
            "SELECT coalesce(sum(amount), 0), coalesce(sum(amount * probability / 100), 0), count(*) "
            f"FROM deal WHERE status = 'open'{chosen}",
            parameters,
        ).one()
    return int(row[0]), int(row[1]), int(row[2])


def _chosen(column: str, client_ids: Sequence[int] | None) -> tuple[str, tuple[str, ...]]:
    import json

    if client_ids is None:
        return "", ()
    return f" AND {column} IN {CHOSEN}", (json.dumps(list(client_ids)),)


def _months(book: Book, given: Summarised, words: Words) -> SummaryTable | None:
    as_of = given.shot.as_of
    first = month_start(as_of, 2 * MONTHS - 1)
    chosen, parameters = _chosen("client_id", given.client_ids)
    with book.read() as connection:
        found = {
            month: int(amount)
            for month, amount in connection.exec_driver_sql(
                "SELECT substr(date, 1, 7), sum(amount) FROM sale "
                f"WHERE date BETWEEN ? AND ?{chosen} GROUP BY 1",
                (first.isoformat(), as_of.isoformat(), *parameters),
            )
        }
    if not found:
        return None
    rows = []
    for back in range(MONTHS - 1, -1, -1):
        month, earlier = month_start(as_of, back), month_start(as_of, back + MONTHS)
        rows.append([words.month(month), _of(found, month), _of(found, earlier)])
    columns = [
        ColumnSpec(words["month"]),
        ColumnSpec(words["figure_total"], "money"),
        ColumnSpec(words["year_before"], "money"),
    ]
    return SummaryTable(words["by_month"], columns, rows, "column", (1, 2))


def _of(found: dict[str, int], month: date) -> int:
    return found.get(month.isoformat()[:7], 0)


def _segments(book: Book, given: Summarised, words: Words) -> SummaryTable | None:
    table = given.table
    if table.empty:
        return None
    named = [segment for segment in segments(book) if (table["segment"] == segment.code).any()]
    total = _sum(table, "revenue_window")
    rows = [_segment(table[table["segment"] == segment.code], segment, total, words) for segment in named]
    columns = [
        ColumnSpec(words["segment"]),
        ColumnSpec(words["clients"], "integer"),
        ColumnSpec(words["revenue_window"], "money"),
        ColumnSpec(words["share"], "percent"),
    ]
    colours = [segment.colour for segment in named]
    return SummaryTable(words["by_segment"], columns, rows, "bar", (2,), colours=colours)


def _segment(part: pd.DataFrame, segment: SegmentInfo, total: int, words: Words) -> list[Any]:
    revenue = _sum(part, "revenue_window")
    name = segment.name or words.value(segment.code)
    return [name, len(part), revenue, revenue / total if total > 0 else None]


def _first(given: Summarised, words: Words) -> SummaryTable | None:
    columns = [
        ColumnSpec(words["client"]),
        ColumnSpec(words["figure_total"], "money"),
        ColumnSpec(words["share"], "percent"),
        ColumnSpec(words["cumulative_share"], "percent"),
    ]
    top = given.spread.table[["name", "amount", "share", "cumulative_share"]].head(TOP)
    rows = [list(row) for row in top.itertuples(index=False, name=None)]
    if not rows:
        return None
    return SummaryTable(words["chart_title"], columns, rows, "column", (1,), line=3)
