"""The one table per client that everything derived is read from."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from portfolio_app.analysis.columns import COLUMNS, Column, describe_columns
from portfolio_app.analysis.frames import DATE, BookFrames, days_of
from portfolio_app.analysis.ranking import abc_by_rank, abc_by_share, rank_order

__all__ = ["COLUMNS", "Column", "metrics"]

_FROM_CLIENTS = ("client_reference", "client_name", "status", "kind", "sector", "city", "postcode", "country")
_FROM_SALES = (
    "order_days",
    "orders",
    "orders_window",
    "orders_previous",
    "revenue",
    "revenue_window",
    "revenue_previous",
    "margin_window",
    "margin_known_window",
)
_FROM_TOUCHES = ("touches", "touches_window", "minutes_window", "complaints", "complaints_open")
_NOT_A_DAY = np.datetime64("NaT", "D")


def metrics(frames: BookFrames, as_of: date, window_days: int | None = 365) -> pd.DataFrame:
    """One row per client, prospects included, indexed by client_id in the order of `frames.clients`.

    `frames` must have been made for the same `as_of` and `window_days`. The window is
    (as_of - window_days, as_of]; None means all of the past, and then there is no previous window.

    """
    clients = frames.clients
    ids = clients["client_id"].to_numpy(np.int64)
    sales = _Aligned(ids, frames.sales)
    touches = _Aligned(ids, frames.touches)
    table: dict[str, object] = {name: clients[name].array for name in _FROM_CLIENTS}
    table |= {name: sales.integers(name) for name in _FROM_SALES}
    table |= {name: touches.integers(name) for name in _FROM_TOUCHES}
    table |= _times(clients, sales, touches, np.datetime64(as_of, "D"))
    table |= _ratios(sales)
    table |= _ranks(ids, clients, sales)
    table["next_due"] = _next_due(ids, frames.follow_ups)
    index = pd.Index(ids, name="client_id")
    return pd.DataFrame({name: table[name] for name in COLUMNS}, index=index, copy=False)


metrics.__doc__ = f"{metrics.__doc__}Columns:\n\n{describe_columns()}\n"


class _Aligned:
    """Columns of a per-client table laid out in the order of the client list."""

    def __init__(self, ids: np.ndarray, frame: pd.DataFrame) -> None:
        self._frame = frame
        keys = frame["client_id"].to_numpy(np.int64)
        by_key = np.argsort(keys, kind="stable")
        place = np.searchsorted(keys, ids, sorter=by_key)
        self.found = place < len(keys)
        self._rows = by_key[place[self.found]]
        same = keys[self._rows] == ids[self.found]
        self._rows = self._rows[same]
        self.found[self.found] = same

    def integers(self, name: str) -> np.ndarray:
        """An integer column; 0 for the clients the table does not hold."""
        out = np.zeros(len(self.found), dtype=np.int64)
        out[self.found] = self._frame[name].to_numpy(np.int64)[self._rows]
        return out

    def days(self, name: str) -> np.ndarray:
        """A date column as datetime64[D]; NaT for the clients the table does not hold."""
        out = np.full(len(self.found), _NOT_A_DAY)
        out[self.found] = days_of(self._frame[name])[self._rows]
        return out


def _times(
    clients: pd.DataFrame, sales: _Aligned, touches: _Aligned, today: np.datetime64
) -> dict[str, np.ndarray]:
    first, last = sales.days("first_sale"), sales.days("last_sale")
    since = np.fmin(days_of(clients["client_since"]), first)
    last_touch = touches.days("last_touch")
    order_days = sales.integers("order_days")
    recency = _elapsed(last, today)
    with np.errstate(divide="ignore", invalid="ignore"):
        gap = np.where(order_days >= 2, _elapsed(first, today) - recency, np.nan) / (order_days - 1)
        lateness = recency / gap
    return {
        "created_on": days_of(clients["created_on"]).astype(DATE),
        "first_sale": first.astype(DATE),
        "last_sale": last.astype(DATE),
        "recency_days": recency,
        "tenure_days": np.maximum(_elapsed(since, today), 0),
        "typical_gap_days": gap,
        "lateness": lateness,
        "last_touch": last_touch.astype(DATE),
        "days_since_touch": _elapsed(last_touch, today),
        "oldest_open_complaint": touches.days("oldest_open_complaint").astype(DATE),
    }


def _elapsed(day: np.ndarray, today: np.datetime64) -> np.ndarray:
    """Days from `day` to today, NaN where `day` is missing."""
    days: np.ndarray = (today - day).astype(np.float64)
    return np.where(np.isnat(day), np.nan, days)


def _ratios(sales: _Aligned) -> dict[str, np.ndarray]:
    revenue, previous = sales.integers("revenue_window"), sales.integers("revenue_previous")
    return {
        "growth": _divide(revenue - previous, previous),
        "margin_rate": _divide(sales.integers("margin_window"), sales.integers("margin_known_window")),
        "average_basket": _divide(revenue, sales.integers("orders_window")),
    }


def _divide(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    """top / bottom where bottom is above zero, else NaN."""
    out = np.full(len(top), np.nan)
    np.divide(top, bottom, out=out, where=bottom > 0)
    return out


def _ranks(ids: np.ndarray, clients: pd.DataFrame, sales: _Aligned) -> dict[str, np.ndarray]:
    revenue = sales.integers("revenue_window")
    # A client whose lines in the window are all negative has no order there, but cannot sum to zero.
    sold = np.flatnonzero((sales.integers("orders_window") > 0) | (revenue != 0))
    reference = clients["client_reference"].to_numpy(dtype=object)[sold]
    name = clients["client_name"].to_numpy(dtype=object)[sold]
    order = sold[rank_order(revenue[sold], ids[sold], reference, name)]
    ranked = revenue[order]
    total = int(ranked.sum())
    cumulative = np.cumsum(ranked) / total if total > 0 else np.full(len(order), np.nan)
    return {
        "share": revenue / total if total > 0 else np.full(len(ids), np.nan),
        "rank": _scatter(len(ids), order, np.arange(1.0, len(order) + 1)),
        "cumulative_share": _scatter(len(ids), order, cumulative),
        "abc_rank": _scatter_text(len(ids), order, abc_by_rank(len(order))),
        "abc_revenue": _scatter_text(len(ids), order, abc_by_share(ranked, 0.6, 0.9)),
    }


def _scatter(length: int, order: np.ndarray, values: np.ndarray) -> np.ndarray:
    out = np.full(length, np.nan)
    out[order] = values
    return out


def _scatter_text(length: int, order: np.ndarray, values: np.ndarray) -> np.ndarray:
    out = np.full(length, "", dtype=object)
    out[order] = values.astype(object)
    return out


def _next_due(ids: np.ndarray, follow_ups: pd.DataFrame) -> np.ndarray:
    due = days_of(follow_ups["due_on"])
    by_due = np.argsort(due, kind="stable")
    keys, first = np.unique(follow_ups["client_id"].to_numpy(np.int64)[by_due], return_index=True)
    earliest = pd.DataFrame({"client_id": keys, "due_on": due[by_due][first].astype(DATE)})
    return _Aligned(ids, earliest).days("due_on").astype(DATE)
