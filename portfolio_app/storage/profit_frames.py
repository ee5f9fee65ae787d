"""What income statements need beyond the frames of the analysis: discounts, and spending no client is charged with."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from portfolio_app.storage.book import Book
from portfolio_app.storage.frame_reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

_DISCOUNTS = """
SELECT client_id, date, discount FROM sale WHERE discount IS NOT NULL AND discount <> 0 AND amount >= 0
"""


def discounts(book: Book) -> pd.DataFrame:
    """What was taken off the sale lines that are not negative: client_id, date, discount (money units)."""

    def read() -> pd.DataFrame:
        from portfolio_app.analysis.frames import DATE

        columns = {"client_id": "int64", "date": DATE, "discount": "int64"}
        with book.read() as connection:
            return read_frame(connection, _DISCOUNTS, {}, columns)

    return book.cache.get("discounts", ("sale",), read)


def spent(book: Book, as_of: date, window_days: int | None) -> int:
    """Acquisition spending in (as_of - window_days, as_of], in money units; None: all of the past."""
    days = as_of.toordinal() - 1 if window_days is None else min(window_days, as_of.toordinal() - 1)
    after = date.min if window_days is None else as_of - timedelta(days=days)
    with book.read() as connection:
        found = connection.exec_driver_sql(
            'SELECT coalesce(sum(amount), 0) FROM spending WHERE "on" > ? AND "on" <= ?',
            (after.isoformat(), as_of.isoformat()),
        ).scalar_one()
    return int(found)


def first_sale(book: Book) -> date | None:
    """The day of the first sale line; None without one."""
    with book.read() as connection:
        found = connection.exec_driver_sql("SELECT min(date) FROM sale").scalar()
    return date.fromisoformat(found) if found else None
