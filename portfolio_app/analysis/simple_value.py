"""The value of clients without a model: from what they did so far, and from how many stay from year to year."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from portfolio_app.analysis.purchase_model import Values
from portfolio_app.analysis.purchase_past import Past
from portfolio_app.analysis.value_types import Retention

YEAR = 365.25
MONTH = YEAR / 12
_OWN_ORDERS = 5.0
"""A client's own rates are drawn to the book's as by so many average orders."""
_LEAST_CLIENTS = 10
_LATER_BEGUN_DAYS = 30


@dataclass(frozen=True)
class Money:
    """What becomes of a client's orders: `kept` of their amount after returns, of that `margin` (fractions).

    `serving`: cost to serve per order, `revenue`: net revenue of the last 12 months, both in money units.
    """

    kept: Values
    margin: Values
    serving: Values
    revenue: Values
    known: bool


def money(past: Past, table: pd.DataFrame) -> Money:
    """Read from all lines up to today; a client's own rates are drawn to those of the book."""
    facts, places = past.facts, past.days.places
    end = facts.lines.until(facts.day, np.int64(past.today))
    begin = facts.lines.starts
    year = facts.lines.until(facts.day, np.int64(past.today - 365))

    def total(name: str, since: np.ndarray = begin) -> Values:
        return (facts.sums[name][end] - facts.sums[name][since])[places].astype(np.float64)

    gross = past.count * past.mean
    some = _OWN_ORDERS * float(gross.sum() / past.count.sum())
    net, margin, known = total("revenue"), total("margin"), total("known")
    book_kept = min(max(float(net.sum() / gross.sum()), 0.0), 1.0)
    kept = np.clip((net + some * book_kept) / (gross + some), 0, 1)
    has_costs = float(known.sum()) > 0
    rate = np.ones(len(gross))
    if has_costs:
        book_rate = float(margin.sum() / known.sum())
        rate = (margin + some * book_rate) / (np.maximum(known, 0) + some)
        rate = np.clip(np.where(known > 0, rate, book_rate), -1, 1)
    return Money(kept, rate, _serving(past, table), total("revenue", year), has_costs)


def _serving(past: Past, table: pd.DataFrame) -> Values:
    """Cost to serve per order in the window; a client without an order there counts as with one."""
    if not {"cost_to_serve_window", "orders_window"} <= set(table.columns):
        return np.zeros(len(past.count))
    ids = past.facts.clients[past.days.places]
    found = table[["cost_to_serve_window", "orders_window"]].reindex(ids)
    spent = found["cost_to_serve_window"].fillna(0).to_numpy(np.float64)
    return spent / np.maximum(found["orders_window"].fillna(0).to_numpy(np.float64), 1)


@dataclass(frozen=True)
class Simple:
    """Per client: days since the relationship began, orders a year, average order x orders a year x the mean
    relationship of the book in years (`years`), and whether the relationship is older than the orders.
    """

    relationship: Values
    orders_a_year: Values
    value: Values
    at_least: np.ndarray
    years: float


def simple_values(past: Past, of: Money, table: pd.DataFrame) -> Simple:
    """The value as the textbook has it: average order value x number of orders a year x years.

    A relationship lasts until today, that of a former client until its last order. Orders a year are counted from
    the first order, over a year at least (over the whole history where that is shorter).
    """
    ids = past.facts.clients[past.days.places]
    seen = (past.today - past.first_day).astype(np.float64)
    told = seen
    if "tenure_days" in table:
        told = np.fmax(table["tenure_days"].reindex(ids).to_numpy(np.float64), seen)
    relationship = told
    if "status" in table:
        former = (table["status"].reindex(ids) == "former").to_numpy(bool)
        relationship = np.where(former, told - (past.today - past.last_day), told)
    years = float(relationship.mean()) / YEAR
    least = min(YEAR, float(past.history_days))
    orders = past.count * YEAR / np.maximum(seen, least)
    return Simple(
        relationship, orders, past.mean * of.kept * orders * years, told > seen + _LATER_BEGUN_DAYS, years
    )


def yearly_retention(past: Past) -> float:
    """The part of the clients active a year ago that is active today; NaN below 10 of them or 2 years.

    Active: an order within the time in which nine of ten gaps end, in whole months, 30 to 365 days.
    """
    days = past.days
    gaps = np.diff(days.day)[days.client[1:] == days.client[:-1]]
    if not len(gaps):
        return np.nan
    within = int(np.clip(np.ceil(np.quantile(gaps, 0.9) / 30) * 30, 30, 365))
    if past.history_days < 365 + within:
        return np.nan
    then, now = (
        np.bincount(days.client[(days.day > day - within) & (days.day <= day)], minlength=len(past.count)) > 0
        for day in (past.today - 365, past.today)
    )
    return float((then & now).sum() / then.sum()) if then.sum() >= _LEAST_CLIENTS else np.nan


def retention_value(margin: float, retention: float, discount: float) -> float:
    """m r / (1 + d - r): what is left to come of a margin of m a year (Gupta & Lehmann 2003); NaN where endless."""
    return margin * retention / (1 + discount - retention) if retention < 1 + discount else np.nan


def retention_of(past: Past, of: Money, discount: float) -> tuple[Retention, float]:
    """The retention form of the book's value and what one point more is worth; and 1 / yearly churn in years."""
    margin = float((of.revenue * of.margin).sum())
    kept = yearly_retention(past)
    value = retention_value(margin, kept, discount)
    more = retention_value(margin, min(kept + 0.01, 1.0), discount)
    return Retention(margin, kept, value, more - value), 1 / (1 - kept) if kept < 1 else np.nan


def rank_correlation(past: Past) -> float:
    """Spearman's correlation between number and mean amount of orders, of clients with two; NaN below ten."""
    again = past.count > 1
    if again.sum() < _LEAST_CLIENTS:
        return np.nan
    ranks = pd.DataFrame({"count": past.count[again], "mean": past.mean[again]}).rank()
    if (ranks.std() == 0).any():
        return np.nan
    return float(np.corrcoef(ranks["count"], ranks["mean"])[0, 1])
