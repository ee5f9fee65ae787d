"""Small books made by hand, and random ones, for the tests of analysis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.frames import (
    ANSWER_COLUMNS,
    CLIENT_COLUMNS,
    COMPLAINT_COLUMNS,
    DEAL_COLUMNS,
    FOLLOW_UP_COLUMNS,
    KEY_DATE_COLUMNS,
    LINE_COLUMNS,
    TEXT,
    TOUCH_COLUMNS,
    BookFrames,
    DueRecords,
    conform,
)
from portfolio_app.analysis.rhythm import rhythm

TODAY = date(2026, 3, 31)

_CLIENT = {name: "" for name, dtype in CLIENT_COLUMNS.items() if dtype == TEXT} | {
    "kind": "organisation",
    "status": "active",
    "tags": (),
    "reachable": 1,
}
_TOUCH = {
    "touches": 1,
    "touches_window": 1,
    "minutes": 0,
    "minutes_window": 0,
    "visits_window": 0,
    "complaints": 0,
    "complaints_open": 0,
    "oldest_open_complaint": None,
}
_FOLLOW_UP = {
    "due_time": "",
    "kind": "call",
    "title": "Call back",
    "reason": "reminder",
    "status": "open",
    "about": "",
    "repeats": 0,
}


def table(rows: list[dict[str, Any]], columns: dict[str, str]) -> pd.DataFrame:
    """Rows as a frame with exactly these columns."""
    return conform(pd.DataFrame(rows, columns=list(columns)), columns)


def clients(*names: str, **given: Any) -> pd.DataFrame:
    """Clients numbered from 1, with the reference C1, C2, ..."""
    return table(
        [
            {
                **_CLIENT,
                "client_id": i,
                "client_reference": f"C{i}",
                "client_name": name,
                "created_on": date(2026, 1, 1),
                **given,
            }
            for i, name in enumerate(names, 1)
        ],
        CLIENT_COLUMNS,
    )


def lines(*rows: tuple[Any, ...]) -> pd.DataFrame:
    """Sale lines (client_id, date, order reference, amount, cost or None), amounts in currency units.

    A line may go on with its product, the day it is due and the day it is paid, each or None.
    """
    return table(
        [
            {
                "client_id": client,
                "date": day,
                "order_reference": reference,
                "amount": round(amount * 1_000_000),
                "cost": None if cost is None else round(cost * 1_000_000),
            }
            | dict(zip(("product_id", "due_on", "paid_on"), more, strict=False))
            for client, day, reference, amount, cost, *more in rows
        ],
        LINE_COLUMNS,
    )


def touches(*rows: dict[str, Any]) -> pd.DataFrame:
    """Touches per client; client_id and last_touch are required."""
    return table([{**_TOUCH, **row} for row in rows], TOUCH_COLUMNS)


def follow_ups(*rows: dict[str, Any]) -> pd.DataFrame:
    """Follow-ups numbered from 1; client_id and due_on are required."""
    return table(
        [{"follow_up_id": i, **_FOLLOW_UP, **row} for i, row in enumerate(rows, 1)], FOLLOW_UP_COLUMNS
    )


def deals(*rows: dict[str, Any]) -> pd.DataFrame:
    """Deals numbered from 1, open for long; client_id is required."""
    given = {"status": "open", "opened_on": date(2020, 1, 1), "amount": 0.0}
    return table([{"deal_id": i, **given, **row} for i, row in enumerate(rows, 1)], DEAL_COLUMNS)


def dues(
    key_dates: Sequence[dict[str, Any]] = (),
    complaints: Sequence[dict[str, Any]] = (),
    answers: Sequence[dict[str, Any]] = (),
    reached: Sequence[int] = (),
) -> Callable[[], DueRecords]:
    """What else makes due: key dates (numbered from 1; `on` is required), complaints (`on`), answers (`done_on`).

    All are of client 1 unless said.
    """
    day = {"client_id": 1, "kind": "other", "yearly": 0, "notice_days": 30, "created_on": date(2020, 1, 1)}
    dated = [{"key_date_id": i, **day, **row} for i, row in enumerate(key_dates, 1)]
    given = [{"client_id": 1, "about": "", "answers_on": row["done_on"], **row} for row in answers]
    found = DueRecords(
        table(dated, KEY_DATE_COLUMNS),
        table([{"client_id": 1, **row} for row in complaints], COMPLAINT_COLUMNS),
        table(given, ANSWER_COLUMNS),
        np.array(reached, dtype=np.int64),
    )
    return lambda: found


def book(
    client_frame: pd.DataFrame,
    sale_lines: pd.DataFrame | None = None,
    touch_frame: pd.DataFrame | None = None,
    follow_up_frame: pd.DataFrame | None = None,
    as_of: date = TODAY,
    window_days: int | None = 365,
    **given: Any,
) -> BookFrames:
    """The frames of a book on a day."""
    facts = SaleFacts.from_lines(lines() if sale_lines is None else sale_lines)
    return BookFrames(
        clients=client_frame,
        sales=facts.aggregate(as_of, window_days),
        touches=touches() if touch_frame is None else touch_frame,
        follow_ups=follow_ups() if follow_up_frame is None else follow_up_frame,
        breadth=lambda: facts.breadth(as_of, window_days),
        trend=lambda: facts.trend(as_of, window_days),
        payments=lambda: facts.payments(as_of, window_days),
        **{"rhythm": lambda: rhythm(facts, as_of), **given},
    )


def aggregate_sales(sale_lines: pd.DataFrame, as_of: date, window_days: int | None) -> pd.DataFrame:
    """The sales table of those lines on that day."""
    return SaleFacts.from_lines(sale_lines).aggregate(as_of, window_days)
