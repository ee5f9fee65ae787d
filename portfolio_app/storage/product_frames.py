"""Who bought which products: the sale lines of a period by client and product."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from portfolio_app.storage.book import Book
from portfolio_app.storage.frame_reading import read_frame
from portfolio_app.storage.frames import sale_lines

if TYPE_CHECKING:
    import pandas as pd

_PRODUCTS = "SELECT id AS product_id, name AS product, category FROM product ORDER BY id"
_KEPT = 4
"""Of how many days and windows the table is kept."""


def products(book: Book) -> pd.DataFrame:
    """The products: product_id, product (its name), category."""
    from portfolio_app.analysis.client_products import PRODUCT_COLUMNS

    def read() -> pd.DataFrame:
        with book.read() as connection:
            return read_frame(connection, _PRODUCTS, {}, PRODUCT_COLUMNS)

    return book.cache.get("products", ("product",), read)


def client_products(book: Book, as_of: date, window_days: int | None) -> pd.DataFrame:
    """What each client bought of each product in (as_of - window_days, as_of]; None is all time.

    One row per client and product, see `portfolio_app.analysis.client_products`: client_id, product_id (0 for the
    lines that name none), product, category, amount, margin, orders, first, last.
    """
    from portfolio_app.analysis import client_products as bought

    lines, named = sale_lines(book), products(book)
    return book.cache.get(
        ("client_products", as_of, window_days),
        ("sale", "product"),
        lambda: bought.client_products(lines, named, as_of, window_days),
        few=_KEPT,
    )
