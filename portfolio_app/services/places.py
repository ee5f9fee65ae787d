"""Where the clients are: by French department and by country."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from portfolio_app.services.agenda_settings import book_agenda
from portfolio_app.services.portfolio import QUEUE_FROM, WINDOW_DAYS, snapshot
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

HOME = "FR"


@dataclass(frozen=True)
class Area:
    """A department or a country by its code ("" for clients whose place is unknown), and its clients.

    `buyers`: those with an order in the window; `revenue` (money units) that of the window; `due`: clients to be
    contacted today or overdue; `ids`: the clients, the largest revenue first.
    """

    code: str
    clients: int
    buyers: int
    revenue: int
    due: int
    ids: tuple[int, ...]


@dataclass(frozen=True)
class PlacesView:
    """The departments of the clients in France, and the countries of all clients, the largest revenue first."""

    as_of: date
    window_days: int | None
    departments: tuple[Area, ...]
    countries: tuple[Area, ...]


def places(book: Book, as_of: date, window_days: int | None = WINDOW_DAYS) -> PlacesView:
    """Who is where, see `countries_of`. Cached until the book changes."""
    return book.cache.get(
        ("places", as_of, window_days), QUEUE_FROM, lambda: _places(book, as_of, window_days), few=2
    )


def _places(book: Book, as_of: date, window_days: int | None) -> PlacesView:
    import numpy as np
    import pandas as pd

    from portfolio_app.analysis.places import department

    shot = snapshot(book, as_of, window_days)
    table = shot.metrics
    countries = countries_of(book, table)
    french = table[countries.eq(HOME).to_numpy()]
    codes = {each: department(each) for each in set(french["postcode"])}
    departments = pd.Series(french["postcode"].map(codes), index=french.index, dtype=object)
    due = shot.queue.loc[shot.queue["bucket"].isin(("overdue", "today")), "client_id"].to_numpy(np.int64)
    return PlacesView(as_of, window_days, _areas(departments, french, due), _areas(countries, table, due))


def countries_of(book: Book, clients: pd.DataFrame) -> pd.Series:
    """The country code of each row of a table of clients with `country` and `postcode`; "" where it is not known.

    A client without a country is taken to be where the book is at home; without a home, in France if its postcode
    could be French and the book knows of clients in France, or of no country at all.
    """
    from portfolio_app.analysis.places import department
    from portfolio_app.exchange.countries import country_code

    texts, home = clients["country"], book_agenda(book).country
    codes = {text: country_code(text) or ("" if text.strip() else home) for text in set(texts)}
    found = texts.map(codes).fillna("").astype(object)
    if home or not (found.eq(HOME).any() or found.eq("").all()):
        return found
    is_french = {each: bool(department(each)) for each in set(clients["postcode"])}
    could_be = clients["postcode"].map(is_french).fillna(False).astype(bool)
    return found.mask(could_be & texts.str.strip().eq(""), HOME)


def _areas(codes: pd.Series, table: pd.DataFrame, due: np.ndarray) -> tuple[Area, ...]:
    from portfolio_app.analysis.places import by_area

    if not len(table):
        return ()
    ranked = table["revenue_window"].sort_values(ascending=False, kind="stable").index
    members = codes.reindex(ranked).groupby(codes.reindex(ranked), sort=False).groups
    return tuple(
        Area(
            code=str(row.Index),
            clients=int(row.clients),
            buyers=int(row.buyers),
            revenue=int(row.revenue),
            due=int(row.due),
            ids=tuple(members[row.Index].tolist()),
        )
        for row in by_area(codes, table, due).itertuples()
    )
