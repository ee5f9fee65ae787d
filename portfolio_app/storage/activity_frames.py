"""What was done with the clients, as the indicators read it: calls answered, prospects since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio_app.storage import frames
from portfolio_app.storage.book import Book
from portfolio_app.storage.frame_reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

_CALLS = """
SELECT "on" AS day, count(*) AS known, sum(outcome IN ('reached', 'positive', 'negative')) AS answered
FROM interaction WHERE direction = 'outgoing' AND outcome <> '' GROUP BY "on" ORDER BY "on"
"""

_FIRST_DEALS = "SELECT client_id, min(opened_on) AS opened_on FROM deal GROUP BY client_id ORDER BY client_id"


def calls(book: Book) -> pd.DataFrame:
    """One row per day with touches of ours whose outcome is known: day, known (how many), answered (of these)."""
    from portfolio_app.analysis.frames import DATE

    columns = {"day": DATE, "known": "int64", "answered": "int64"}

    def read() -> pd.DataFrame:
        with book.read() as connection:
            return read_frame(connection, _CALLS, {}, columns)

    return book.cache.get(("calls",), ("interaction",), read)


def prospects(book: Book) -> pd.DataFrame:
    """Since when every client is known: client_id, since (recorded, first touched or first offered something,
    whichever came first), began (the day it says it was a client since; NaT when unknown)."""

    def make() -> pd.DataFrame:
        return _prospects(book)

    return book.cache.get(("prospects",), ("client", "interaction", "follow_up", "deal"), make)


def _prospects(book: Book) -> pd.DataFrame:
    import pandas as pd

    from portfolio_app.analysis.frames import DATE

    known = frames.clients(book)
    touches = frames.touch_facts(book)
    with book.read() as connection:
        deals = read_frame(connection, _FIRST_DEALS, {}, {"client_id": "int64", "opened_on": DATE})
    ids = known["client_id"]
    first = touches.day[touches.touches.starts].astype("datetime64[D]").astype(DATE)
    since = pd.concat(
        [
            known["created_on"],
            pd.Series(first, index=touches.clients).reindex(ids).reset_index(drop=True),
            deals.set_index("client_id")["opened_on"].reindex(ids).reset_index(drop=True),
        ],
        axis=1,
    ).min(axis=1)
    return pd.DataFrame({"client_id": ids, "since": since.astype(DATE), "began": known["client_since"]})
