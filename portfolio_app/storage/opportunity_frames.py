"""What was answered to opportunities, and the offers made: read for `portfolio_app.analysis.opportunities`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio_app.storage.book import Book
from portfolio_app.storage.frame_reading import read_frame
from portfolio_app.storage.frames import clients
from portfolio_app.storage.product_frames import products

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.opportunities import Records

_ANSWERS = 'SELECT client_id, kind, about, answer, "on" FROM opportunity_answer ORDER BY "on", id'
_DEALS = "SELECT client_id, title, status, opened_on, closed_on FROM deal ORDER BY id"


def opportunity_records(book: Book) -> Records:
    """The answers in the order they were given, the deals, the products, and the clients' own contact rhythms."""
    from portfolio_app.analysis.frames import DATE
    from portfolio_app.analysis.opportunities import Records

    words = dict.fromkeys(("kind", "about", "answer"), "str")
    offer = {"client_id": "int64", "title": "str", "status": "str", "opened_on": DATE, "closed_on": DATE}

    def read(sql: str, columns: dict[str, str]) -> pd.DataFrame:
        with book.read() as connection:
            return read_frame(connection, sql, {}, columns)

    answers = book.cache.get(
        "opportunity_answers",
        ("opportunity_answer",),
        lambda: read(_ANSWERS, {"client_id": "int64", **words, "on": DATE}),
    )
    deals = book.cache.get("offers", ("deal",), lambda: read(_DEALS, offer))
    longest = clients(book).set_index("client_id")["cadence_max_days"].dropna()
    return Records(answers, deals, products(book), longest)
