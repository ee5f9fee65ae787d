"""What the analysis of value reads beside the frames of the whole book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio_app.storage.book import Book
from portfolio_app.storage.frame_reading import read_frame

if TYPE_CHECKING:
    import pandas as pd


def spending(book: Book) -> pd.DataFrame:
    """What was spent on winning clients: on, source, amount (money units), in the order it was noted."""
    from portfolio_app.analysis.acquisition import SPENDING_COLUMNS

    def read() -> pd.DataFrame:
        with book.read() as connection:
            return read_frame(
                connection, 'SELECT "on", source, amount FROM spending ORDER BY id', {}, SPENDING_COLUMNS
            )

    return book.cache.get("spending_frame", ("spending",), read)
