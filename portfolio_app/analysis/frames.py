"""What analysis reads of a book: four typed tables.

Money is int64 money units (millionths of the book's currency unit). Dates are datetime64 without a time,
NaT when missing. Text is "" when unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

TEXT = "str"
DATE = "datetime64[s]"
INTEGER = "int64"

CLIENT_COLUMNS: dict[str, str] = {
    "client_id": INTEGER,
    "client_reference": TEXT,
    "client_name": TEXT,
    "kind": TEXT,
    "status": TEXT,
    "sector": TEXT,
    "city": TEXT,
    "postcode": TEXT,
    "country": TEXT,
    "client_since": DATE,
    "created_on": DATE,
}
SALES_COLUMNS: dict[str, str] = {
    "client_id": INTEGER,
    "first_sale": DATE,
    "last_sale": DATE,
    "order_days": INTEGER,
    "orders": INTEGER,
    "orders_window": INTEGER,
    "orders_previous": INTEGER,
    "revenue": INTEGER,
    "revenue_window": INTEGER,
    "revenue_previous": INTEGER,
    "margin": INTEGER,
    "margin_window": INTEGER,
    "margin_previous": INTEGER,
    "margin_known_window": INTEGER,
}
TOUCH_COLUMNS: dict[str, str] = {
    "client_id": INTEGER,
    "touches": INTEGER,
    "touches_window": INTEGER,
    "last_touch": DATE,
    "minutes_window": INTEGER,
    "complaints": INTEGER,
    "complaints_open": INTEGER,
    "oldest_open_complaint": DATE,
}
FOLLOW_UP_COLUMNS: dict[str, str] = {
    "follow_up_id": INTEGER,
    "client_id": INTEGER,
    "due_on": DATE,
    "due_time": TEXT,
    "kind": TEXT,
    "title": TEXT,
    "reason": TEXT,
    "status": TEXT,
}
LINE_COLUMNS: dict[str, str] = {
    "client_id": INTEGER,
    "date": DATE,
    "order_reference": TEXT,
    "amount": INTEGER,
    "cost": "Int64",
}


@dataclass(frozen=True)
class BookFrames:
    """The book as known on one day (`as_of`), for one window length.

    `clients`: one row per client, prospects and former clients included.

    `sales`: one row per client with at least one line dated on or before `as_of`; what each column
    means is `analysis.facts.SaleFacts.aggregate`.

    `touches`: one row per client with at least one interaction or completed follow-up on or before
    `as_of`. `touches` counts the interactions; `last_touch` is the latest interaction or completed
    follow-up; `minutes_window` sums the minutes noted in the window; `complaints` counts the complaints
    received, `complaints_open` those not resolved on `as_of`, `oldest_open_complaint` the day the oldest
    of these came in.

    `follow_ups`: the open and waiting ones only. `reason` is `reminder` or `cadence` (a snooze),
    `due_time` is "" for the whole day.
    """

    clients: pd.DataFrame
    sales: pd.DataFrame
    touches: pd.DataFrame
    follow_ups: pd.DataFrame

    @classmethod
    def empty(cls) -> BookFrames:
        """The frames of a book nobody has written in yet."""
        return cls(
            clients=empty_frame(CLIENT_COLUMNS),
            sales=empty_frame(SALES_COLUMNS),
            touches=empty_frame(TOUCH_COLUMNS),
            follow_ups=empty_frame(FOLLOW_UP_COLUMNS),
        )


def empty_frame(columns: dict[str, str]) -> pd.DataFrame:
    """A frame without rows that has exactly these columns and types."""
    return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in columns.items()})


def conform(frame: pd.DataFrame, columns: dict[str, str]) -> pd.DataFrame:
    """`frame` with exactly these columns, in this order and of these types.

    Missing text becomes "". Raises KeyError when a column is not there.
    """
    out: dict[str, pd.Series] = {}
    for name, dtype in columns.items():
        column = frame[name]
        if dtype == TEXT:
            column = column.fillna("")
        elif dtype == DATE and column.dtype.kind != "M":
            column = pd.to_datetime(column)
        out[name] = column if column.dtype == dtype else column.astype(dtype)
    return pd.DataFrame(out, index=frame.index)


def days_of(column: pd.Series) -> np.ndarray:
    """A date column as numpy datetime64[D]; NaT stays NaT."""
    if column.dtype.kind != "M":
        column = pd.to_datetime(column)
    return column.to_numpy().astype("datetime64[D]")
