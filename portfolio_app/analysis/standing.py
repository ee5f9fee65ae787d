"""Where one client would stand among the others: as they are, sorted once, and it with other sales."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from portfolio_app.analysis.indicators import SCORES, Aligned, Figures, Sheet, has_sold, worth
from portfolio_app.analysis.ranking import PLACES, figures_of_places, score

COMPARED = frozenset({"share", *PLACES, *SCORES})
"""The columns that depend on the sales of the other clients too."""

_WORTH = ("revenue", "margin", "margin_known")


class Standing:
    """One client of a sheet, to be placed among the others of it."""

    def __init__(self, sheet: Sheet, client: int) -> None:
        self._sheet, self._client = sheet, client
        self._others = sheet.ids != client

    def figures(self, own: Aligned, wanted: frozenset[str]) -> Figures:
        """The columns of `COMPARED` wanted, for each row of sales the client might have."""
        found: Figures = {}
        if not wanted.isdisjoint(SCORES):
            found |= self._scores(own)
        if wanted - set(SCORES):
            found |= self._places(own)
        return {name: found[name] for name in wanted}

    @cached_property
    def _ranked(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The others with a sale in the window, from the largest; their revenue without its sign; running sums."""
        revenue = self._sheet["revenue_window"]
        rows = np.flatnonzero(has_sold(self._sheet["orders_window"], revenue) & self._others)
        rows = rows[np.argsort(-revenue[rows])]
        return rows, -revenue[rows], np.concatenate(([0], np.cumsum(revenue[rows])))

    def _places(self, own: Aligned) -> Figures:
        rows, descending, running = self._ranked
        revenue = own.integers("revenue_window")
        sold = has_sold(own.integers("orders_window"), revenue)
        place = np.searchsorted(descending, -revenue, "left")
        end = np.searchsorted(descending, -revenue, "right")
        for case in np.flatnonzero(sold & (end > place)).tolist():
            place[case] += self._before(rows[place[case] : end[case]])
        total = running[-1] + revenue
        share = np.where(total > 0, revenue / np.where(total > 0, total, 1), np.nan)
        found = figures_of_places(place, revenue, running[place], total, len(rows) + 1)
        for name, values in found.items():
            text = values.dtype.kind == "U"
            found[name] = np.where(sold, values.astype(object) if text else values, "" if text else np.nan)
        return {"share": share, **found}

    def _before(self, rows: np.ndarray) -> int:
        """How many of these stand before the client, of equal revenue; as `ranking.rank_order` has it."""
        texts, numeric = self._texts
        keys = [int(texts[row]) if numeric else texts[row] for row in [*rows.tolist(), self._own_row]]
        ids = [*self._sheet.ids[rows].tolist(), self._client]
        own = keys[-1], ids[-1]
        return sum(pair < own for pair in zip(keys, ids, strict=True))

    @cached_property
    def _own_row(self) -> int:
        return int(np.flatnonzero(~self._others)[0])

    @cached_property
    def _texts(self) -> tuple[np.ndarray, bool]:
        """What equals are ranked by, and whether it is to be read as numbers."""
        references, names = (
            self._sheet.described(name).to_numpy(dtype=object) for name in ("client_reference", "client_name")
        )
        sold = np.append(self._ranked[0], self._own_row)
        numeric = all(text.isascii() and text.isdecimal() for text in references[sold].tolist())
        return (references, True) if numeric else (names, False)

    @cached_property
    def _buyers(self) -> tuple[dict[str, np.ndarray], tuple[np.ndarray, ...]]:
        """The others who ever bought: figures sorted each by itself, and what `worth` is made from."""
        sheet = self._sheet
        rows = np.flatnonzero((sheet["order_days"] > 0) & self._others)
        figures = {"last_sale": _numbers(sheet["last_sale"][rows]), "orders": sheet["orders"][rows]}
        amounts = tuple(sheet.sales.integers(name)[rows] for name in _WORTH)
        return {name: np.sort(values) for name, values in figures.items()}, amounts

    def _larger(self, own: Aligned) -> np.ndarray:
        """How many of the others are worth more than the client in each case: its sales change the book's rate."""
        _, amounts = self._buyers
        revenues, margins, knowns = amounts
        margin, known = float(margins.sum()), float(knowns.sum())
        cases = np.stack([own.integers(name) for name in _WORTH]).T
        found = np.zeros(len(cases), dtype=np.int64)
        distinct, which = np.unique(cases, axis=0, return_inverse=True)
        for number, case in enumerate(distinct):
            of_book = margin + float(case[1]), known + float(case[2])
            mine = worth(case[:1], case[1:2], case[2:], *of_book)
            found[which.ravel() == number] = np.count_nonzero(
                worth(revenues, margins, knowns, *of_book) > mine
            )
        return found

    def _scores(self, own: Aligned) -> Figures:
        others, _ = self._buyers
        bought = own.integers("order_days") > 0

        def of_larger(larger: np.ndarray) -> np.ndarray:
            return np.where(bought, score(larger, len(others["orders"]) + 1), np.nan)

        def scored(name: str, values: np.ndarray) -> np.ndarray:
            return of_larger(len(others[name]) - np.searchsorted(others[name], values, "right"))

        return {
            "recency_score": scored("last_sale", _numbers(own.dates("last_sale"))),
            "frequency_score": scored("orders", own.integers("orders")),
            "monetary_score": of_larger(self._larger(own)),
        }


def _numbers(days: np.ndarray) -> np.ndarray:
    return days.astype("datetime64[D]").astype(np.int64)
