"""How each column of the per-client table is worked out, and only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from portfolio_app.analysis.columns import CUSTOM
from portfolio_app.analysis.frames import (
    BREADTH_COLUMNS,
    CLIENT_COLUMNS,
    DATE,
    INTEGER,
    NUMBER,
    PAYMENT_COLUMNS,
    RHYTHM_COLUMNS,
    SALES_COLUMNS,
    TOUCH_COLUMNS,
    TREND_COLUMNS,
    BookFrames,
    Deferred,
    days_of,
)
from portfolio_app.analysis.ranking import CLASSES, PLACES, figures_of_places, rank_order, rank_scores

_NOT_A_DAY = np.datetime64("NaT", "D")
_MODELLED = frozenset({"p_active", "p_overdue", "expected_next"})
PARETO = ("vital", "other")
SCORES = ("recency_score", "frequency_score", "monetary_score")
Figures = dict[str, Any]


class Sheet:
    """The columns of the clients known on a day, each worked out once, when `sheet[name]` is first asked."""

    def __init__(self, frames: BookFrames, as_of: date, wanted: Collection[str]) -> None:
        self.frames = frames
        self.today = np.datetime64(as_of, "D")
        self.wanted = wanted
        self.ids = frames.clients["client_id"].to_numpy(np.int64)
        self.sales, self.touches = Aligned(self.ids, frames.sales), Aligned(self.ids, frames.touches)
        known = self.sales.found | self.touches.found
        for name in ("created_on", "client_since"):
            known |= days_of(frames.clients[name]) <= self.today
        self._known = None if known.all() else known
        if self._known is not None:
            self.ids = self.ids[known]
            self.sales, self.touches = Aligned(self.ids, frames.sales), Aligned(self.ids, frames.touches)
        self._done: Figures = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._done:
            self._done |= self._make(name)
        return self._done[name]

    def _make(self, name: str) -> Figures:
        if name in _MAKERS:
            return _MAKERS[name](self)
        if name in _DEFERRED:
            return self._deferred(name)
        for source, columns in ((self.sales, SALES_COLUMNS), (self.touches, TOUCH_COLUMNS)):
            if name in columns:
                read = source.integers if columns[name] == INTEGER else source.dates
                return {name: read(name)}
        if name in CLIENT_COLUMNS or name.startswith(CUSTOM):
            return {name: self.described(name).array}
        raise KeyError(name)

    def described(self, name: str) -> pd.Series:
        """A column of the clients' own table, of those known on the day."""
        column = self.frames.clients[name]
        return column if self._known is None else column[self._known]

    def _deferred(self, name: str) -> Figures:
        table, columns = _DEFERRED[name]
        made: Deferred = getattr(self.frames, table)
        if table == "rhythm" and self.frames.gaps is not None and not _MODELLED.intersection(self.wanted):
            made = self.frames.gaps
        found = Aligned(self.ids, made())
        readers = {DATE: found.dates, INTEGER: found.integers}
        return {
            each: readers.get(columns[each], found.numbers)(each) for each in columns if each in _DEFERRED
        }

    def elapsed(self, day: np.ndarray) -> np.ndarray:
        """Days from `day` to the day of the sheet, NaN where `day` is missing."""
        days: np.ndarray = (self.today - day.astype("datetime64[D]")).astype(np.float64)
        return np.where(np.isnat(day), np.nan, days)

    def per_client(self, owner: pd.Series | np.ndarray) -> np.ndarray:
        """The place of each row's client in the sheet, -1 where it has none."""
        place = pd.Index(self.ids).get_indexer(np.asarray(owner, dtype=np.int64))
        found: np.ndarray = place
        return found

    @cached_property
    def order(self) -> np.ndarray:
        """The clients with a sale in the window, from the largest."""
        revenue = self["revenue_window"]
        sold = np.flatnonzero(has_sold(self["orders_window"], revenue))
        reference, name = (
            self.described(column).array[sold] for column in ("client_reference", "client_name")
        )
        return sold[rank_order(revenue[sold], self.ids[sold], reference, name)]


def has_sold(orders: np.ndarray, revenue: np.ndarray) -> np.ndarray:
    """Who had a sale in the window, by the orders and the revenue of the window."""
    # A client whose lines in the window are all negative has no order there, but cannot sum to zero.
    sold: np.ndarray = (orders > 0) | (revenue != 0)
    return sold


class Aligned:
    """Columns of a per-client table laid out in the order of the client list."""

    def __init__(self, ids: np.ndarray, frame: pd.DataFrame) -> None:
        self._frame = frame
        keys = frame["client_id"].to_numpy(np.int64)
        self._rows = np.zeros(len(ids), dtype=np.int64)
        self.found = np.zeros(len(ids), dtype=bool)
        if not len(keys):
            return
        # The tables come sorted, and looking up in them as they stand is much faster.
        by_key = None if (keys[1:] > keys[:-1]).all() else np.argsort(keys)
        place = np.minimum(np.searchsorted(keys, ids, sorter=by_key), len(keys) - 1)
        self._rows = place if by_key is None else by_key[place]
        self.found = keys[self._rows] == ids

    def integers(self, name: str) -> np.ndarray:
        """An integer column; 0 for the clients the table does not hold."""
        return self._laid_out(name, INTEGER, 0)

    def numbers(self, name: str) -> np.ndarray:
        """A column of numbers; NaN for the clients the table does not hold."""
        return self._laid_out(name, NUMBER, np.nan)

    def dates(self, name: str) -> np.ndarray:
        """A date column; NaT for the clients the table does not hold."""
        return self._laid_out(name, DATE, np.datetime64("NaT"))

    def _laid_out(self, name: str, dtype: str, missing: object) -> np.ndarray:
        values = self._frame[name].to_numpy(dtype)
        if not len(values):
            return np.full(len(self.found), missing, dtype=dtype)
        out = values[self._rows]
        out[~self.found] = missing
        found: np.ndarray = out
        return found


def _tenure(sheet: Sheet) -> Figures:
    since = np.fmin(days_of(sheet.described("client_since")), sheet["first_sale"].astype("datetime64[D]"))
    return {"tenure_days": np.maximum(sheet.elapsed(since), 0)}


def _age(sheet: Sheet) -> Figures:
    born = days_of(sheet.described("birth_date"))
    months = (sheet.today.astype("datetime64[M]") - born.astype("datetime64[M]")).astype(np.float64)
    days = (born - born.astype("datetime64[M]")).astype(np.int64)
    this_day = (sheet.today - sheet.today.astype("datetime64[M]")).astype(np.int64)
    years = np.floor((months - (days > this_day)) / 12)
    return {"age_years": np.where(np.isnat(born) | (years < 0), np.nan, years)}


def _insolvency(sheet: Sheet) -> Figures:
    announced = days_of(sheet.described("insolvency_on"))
    return {"insolvency_on": np.where(announced <= sheet.today, announced, _NOT_A_DAY).astype(DATE)}


def _growth(sheet: Sheet) -> Figures:
    revenue, previous = sheet["revenue_window"], sheet["revenue_previous"]
    return {"growth": _divide(revenue - previous, previous)}


def _margin_rate(sheet: Sheet) -> Figures:
    return {"margin_rate": _divide(sheet["margin_window"], sheet["margin_known_window"])}


def _basket(sheet: Sheet) -> Figures:
    return {"average_basket": _divide(sheet["revenue_window"], sheet["orders_window"])}


def _divide(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    """top / bottom where bottom is above zero, else NaN."""
    out = np.full(len(top), np.nan)
    np.divide(top, bottom, out=out, where=bottom > 0)
    return out


def _share(sheet: Sheet) -> Figures:
    revenue = sheet["revenue_window"]
    total = int(revenue.sum())
    return {"share": revenue / total if total > 0 else np.full(len(revenue), np.nan)}


def _places(sheet: Sheet) -> Figures:
    length, order = len(sheet.ids), sheet.order
    n = len(order)
    ranked = sheet["revenue_window"][order]
    total = np.broadcast_to(ranked.sum(), n)
    found = figures_of_places(np.arange(n), ranked, np.cumsum(ranked) - ranked, total, n)
    words = {"abc_rank": CLASSES, "abc_revenue": CLASSES, "pareto": PARETO}
    return {
        name: _scatter_text(length, order, values, words[name])
        if name in words
        else _scatter(length, order, values)
        for name, values in found.items()
    }


def _scatter(length: int, order: np.ndarray, values: np.ndarray) -> np.ndarray:
    out = np.full(length, np.nan)
    out[order] = values
    return out


def _scatter_text(length: int, order: np.ndarray, values: np.ndarray, words: Sequence[str]) -> np.ndarray:
    """The values, each one of `words`; by number, because spreading Python objects is slow."""
    number = np.zeros(length, dtype=np.int8)
    for place, word in enumerate(words, 1):
        number[order[values == word]] = place
    found: np.ndarray = np.array(("", *words), dtype=object)[number]
    return found


def _scores(sheet: Sheet) -> Figures:
    buyers = np.flatnonzero(sheet["order_days"] > 0)
    revenue, margin, known = (
        sheet.sales.integers(name)[buyers] for name in ("revenue", "margin", "margin_known")
    )
    by = {
        "recency_score": sheet["last_sale"].astype("datetime64[D]").astype(np.int64)[buyers],
        "frequency_score": sheet["orders"][buyers],
        "monetary_score": worth(revenue, margin, known, float(margin.sum()), float(known.sum())),
    }
    return {name: _scatter(len(sheet.ids), buyers, rank_scores(values)) for name, values in by.items()}


def worth(
    revenue: np.ndarray, margin: np.ndarray, known: np.ndarray, book_margin: float, book_known: float
) -> np.ndarray:
    """What clients brought, for their monetary score: the margin, at the book's rate where it is not known.

    `known`: the revenue on which `margin` was made. Of a book without a margin rate above zero, the revenue.
    """
    if book_known <= 0 or book_margin <= 0:
        return revenue.astype(np.float64)
    found: np.ndarray = margin + (revenue - known) * (book_margin / book_known)
    return found


def _silence(name: str, day: str) -> Callable[[Sheet], Figures]:
    return lambda sheet: {name: sheet.elapsed(sheet[day])}


def _deals(sheet: Sheet) -> Figures:
    deals = sheet.frames.deals
    opened, closed = days_of(deals["opened_on"]), days_of(deals["closed_on"])
    still = (deals["status"] == "open").to_numpy(bool) | (closed > sheet.today)
    place = sheet.per_client(deals["client_id"])
    counted = still & (opened <= sheet.today) & (place >= 0)
    amount = deals["amount"].fillna(0).to_numpy(np.float64)
    n = len(sheet.ids)
    return {
        "deals_open": np.bincount(place[counted], minlength=n),
        "deals_open_amount": np.bincount(place[counted], amount[counted], minlength=n).astype(np.int64),
    }


def _surveys(sheet: Sheet) -> Figures:
    surveys, n = sheet.frames.surveys, len(sheet.ids)
    on = days_of(surveys["on"])
    place = sheet.per_client(surveys["client_id"])
    score = surveys["score"].to_numpy(np.float64)
    given = (on <= sheet.today) & (place >= 0)
    out: Figures = {"survey_answers": np.bincount(place[given], minlength=n)}
    for kind in ("nps", "csat"):
        rows = np.flatnonzero(given & (surveys["kind"] == kind).to_numpy(bool))
        rows = rows[np.argsort(on[rows], kind="stable")]
        where, scores = place[rows], score[rows]
        last = np.full(n, np.nan)
        last[where] = scores  # numpy keeps the last of several for one place
        out[f"{kind}_last"] = last
        out[f"{kind}_mean"] = _divide(
            np.bincount(where, scores, minlength=n), np.bincount(where, minlength=n)
        )
    return out


def _cost_to_serve(sheet: Sheet) -> Figures:
    costs = sheet.frames.costs
    if not any(cost is not None for cost in (costs.per_hour, costs.per_visit, costs.per_km, costs.per_order)):
        return {"cost_to_serve_window": np.full(len(sheet.ids), np.nan)}
    spent = sheet["minutes_window"] * ((costs.per_hour or 0) / 60)
    journey: Any = costs.per_visit or 0
    if costs.per_km is not None:
        journey = journey + np.nan_to_num(sheet.described("visit_km").to_numpy(np.float64)) * costs.per_km
    delivered = sheet["orders_window"] * (costs.per_order or 0)
    return {"cost_to_serve_window": np.round(spent + sheet["visits_window"] * journey + delivered)}


def _net_result(sheet: Sheet) -> Figures:
    known = sheet["cost_unknown_window"] == 0
    result = sheet["margin_window"] - sheet["cost_to_serve_window"]
    return {"net_result_window": np.where(known, result, np.nan)}


def _next_due(sheet: Sheet) -> Figures:
    follow_ups = sheet.frames.follow_ups
    due = days_of(follow_ups["due_on"])
    by_due = np.argsort(due, kind="stable")
    keys, first = np.unique(follow_ups["client_id"].to_numpy(np.int64)[by_due], return_index=True)
    earliest = pd.DataFrame({"client_id": keys, "due_on": due[by_due][first].astype(DATE)})
    return {"next_due": Aligned(sheet.ids, earliest).dates("due_on")}


_MAKERS: dict[str, Callable[[Sheet], Figures]] = {
    "recency_days": _silence("recency_days", "last_sale"),
    "days_since_touch": _silence("days_since_touch", "last_touch"),
    "tenure_days": _tenure,
    "age_years": _age,
    "insolvency_on": _insolvency,
    "growth": _growth,
    "margin_rate": _margin_rate,
    "average_basket": _basket,
    "share": _share,
    "cost_to_serve_window": _cost_to_serve,
    "net_result_window": _net_result,
    "next_due": _next_due,
}
for _names, _maker in (
    (PLACES, _places),
    (SCORES, _scores),
    (("deals_open", "deals_open_amount"), _deals),
    (("survey_answers", "nps_last", "nps_mean", "csat_last", "csat_mean"), _surveys),
):
    _MAKERS |= dict.fromkeys(_names, _maker)

_DEFERRED: dict[str, tuple[str, dict[str, str]]] = {
    name: (table, columns)
    for table, columns in (
        ("breadth", BREADTH_COLUMNS),
        ("trend", TREND_COLUMNS),
        ("payments", PAYMENT_COLUMNS),
        ("rhythm", RHYTHM_COLUMNS),
    )
    for name in columns
    if name not in ("client_id", "seasonal", "overdue_on", "very_overdue_on")
}
