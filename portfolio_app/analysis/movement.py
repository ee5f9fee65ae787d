"""Who moved between segments from one day to another, and what each segment is: its size, its revenue, who stayed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
import pandas as pd

NEW = "new"
"""The row of the clients unknown on the first day."""

Z_80 = 1.2815515655446004
"""The normal quantile of 0.90: four fifths of the distribution lie within this many deviations."""
LARGE_SAMPLE = 100


@dataclass(frozen=True)
class Matrix:
    """Migration between two days. Rows: segments on the first and "new"; columns: segments on the second.

    `counts`: clients. `revenue_before` and `revenue_after`: what the clients of a cell brought in the window
    of the first and of the second day, money units. So the rows of `counts` and `revenue_before` add up to
    the segments of the first day, the columns of `counts` and `revenue_after` to those of the second, and
    who came into a segment or left it is whom `profile` names.
    """

    counts: pd.DataFrame
    revenue_before: pd.DataFrame
    revenue_after: pd.DataFrame
    members: dict[tuple[str, str], tuple[int, ...]]

    def ids(self, row: str, column: str) -> tuple[int, ...]:
        """The clients behind a cell, those with most revenue first; money of either day counts."""
        return self.members.get((row, column), ())


def matrix(
    before: pd.Series,
    after: pd.Series,
    revenue_before: pd.Series,
    revenue_after: pd.Series,
    order: Sequence[str],
) -> Matrix:
    """The migration matrix of the labels `before` and `after`, each indexed by the clients of its day.

    A client only `after` has is "new"; one only `before` has cannot be, for who is known stays known, and
    raises KeyError. The revenues may cover more clients; one they do not cover brought nothing. `order`: the
    codes of the segments as they are shown; a label outside it raises KeyError.
    """
    clients = before.index.union(after.index)
    if len(clients) > len(after):
        raise KeyError(clients.difference(after.index)[0])
    row = _labels(before, clients, order)
    column = _labels(after, clients, order)
    worth_before = _worth(revenue_before, before.index, clients)
    worth_after = _worth(revenue_after, after.index, clients)
    rows, columns = [*order, NEW], list(order)
    cell = row * len(columns) + column

    def table(weights: np.ndarray) -> pd.DataFrame:
        # Summed as integers: money units of a large book leave the exact range of floats.
        cells = np.zeros(len(rows) * len(columns), dtype=np.int64)
        np.add.at(cells, cell, weights)
        return pd.DataFrame(cells.reshape(len(rows), len(columns)), index=rows, columns=columns)

    by_worth = np.argsort(-np.maximum(worth_before, worth_after), kind="stable")
    ids = clients.to_numpy()[by_worth]
    found, inverse = np.unique(cell[by_worth], return_inverse=True)
    members = {
        (rows[at // len(columns)], columns[at % len(columns)]): tuple(ids[inverse == place].tolist())
        for place, at in enumerate(found.tolist())
    }
    return Matrix(table(np.ones(len(clients), np.int64)), table(worth_before), table(worth_after), members)


def _labels(labels: pd.Series, clients: pd.Index, order: Sequence[str]) -> np.ndarray:
    """The place of each client's label in `order`, and after them that of the clients without one."""
    known = pd.Index(order, dtype=object).get_indexer(labels)
    if (known < 0).any():
        raise KeyError(labels.iloc[int(np.argmin(known))])
    places = pd.Series(known, index=labels.index).reindex(clients, fill_value=len(order))
    return places.to_numpy(dtype=np.int64)


def _worth(revenue: pd.Series, of: pd.Index, clients: pd.Index) -> np.ndarray:
    """The revenue of the clients `of` a day, 0 for the other ones; never as floats, which would round it."""
    known = revenue.fillna(0).astype(np.int64).reindex(of, fill_value=0)
    return known.reindex(clients, fill_value=0).to_numpy()


@dataclass(frozen=True)
class Rate:
    """`part` of `of` as a fraction, with its 80 % interval (Wilson 1927); from 100 on `low` and `high` are None."""

    part: int
    of: int
    value: float
    low: float | None
    high: float | None


def rate(part: int, of: int) -> Rate | None:
    """The rate, None of nothing."""
    if of <= 0:
        return None
    value = part / of
    if of >= LARGE_SAMPLE:
        return Rate(part, of, value, None, None)
    return Rate(part, of, value, *wilson(part, of))


def wilson(part: float, of: float) -> tuple[float, float]:
    """The 80 % interval of the rate part / of (Wilson 1927), `of` above zero."""
    value = part / of
    z = Z_80 * Z_80 / of
    middle = (value + z / 2) / (1 + z)
    half = sqrt(max(z * value * (1 - value) + z * z / 4, 0.0)) / (1 + z)
    return max(middle - half, 0.0), min(middle + half, 1.0)


@dataclass(frozen=True)
class SegmentProfile:
    """One segment on a day, against an earlier one. Amounts in money units over the window.

    `client_share` and `share`: fractions of the clients and of the revenue, None where there is none.
    `margin` is over `margin_known` of revenue whose cost is known, None where no cost is. `average`: revenue
    per client. `retention`: of those who were in it on the earlier day and had bought in the 12 months before
    that, who bought in the 12 months up to the day. `came`: who is in it and was not, new ones included;
    `left`: who was in it and is not; both with most revenue first. `members`: who is in it, likewise.
    """

    code: str
    clients: int
    client_share: float | None
    revenue: int
    share: float | None
    margin: int | None
    margin_known: int
    average: float | None
    retention: Rate | None
    came: tuple[int, ...]
    left: tuple[int, ...]
    members: tuple[int, ...]


def profile(
    before: pd.Series,
    after: pd.Series,
    table_before: pd.DataFrame,
    table_after: pd.DataFrame,
    order: Sequence[str],
) -> list[SegmentProfile]:
    """The segments in `order`, from the labels of two days and the tables of these days (window 12 months).

    The tables need revenue_window and orders_window, the later one margin_window and margin_known_window too.
    A label outside `order` raises KeyError.
    """
    clients = before.index.union(after.index)
    was, now = _labels(before, clients, order), _labels(after, clients, order)

    def figures(table: pd.DataFrame, name: str, of: pd.Index) -> np.ndarray:
        return _worth(table[name], of, clients)

    revenue = figures(table_after, "revenue_window", after.index)
    margin = figures(table_after, "margin_window", after.index)
    known = figures(table_after, "margin_known_window", after.index)
    bought_before = figures(table_before, "orders_window", before.index) > 0
    bought_after = figures(table_after, "orders_window", after.index) > 0
    by_revenue = np.argsort(-revenue, kind="stable")
    by_past = np.argsort(-figures(table_before, "revenue_window", before.index), kind="stable")
    ids = clients.to_numpy()
    everything = int(revenue.sum())
    found = []
    for place, code in enumerate(order):
        here, there = now == place, was == place
        count, earned, costed = int(here.sum()), int(revenue[here].sum()), int(known[here].sum())
        base = there & bought_before
        found.append(
            SegmentProfile(
                code=code,
                clients=count,
                client_share=count / len(after) if len(after) else None,
                revenue=earned,
                share=earned / everything if everything > 0 else None,
                # Costs known of a sale and its return only add up to nothing, and say nothing.
                margin=int(margin[here].sum()) if costed else None,
                margin_known=costed,
                average=earned / count if count else None,
                retention=rate(int((base & bought_after).sum()), int(base.sum())),
                came=tuple(ids[by_revenue[(here & ~there)[by_revenue]]].tolist()),
                left=tuple(ids[by_past[(there & ~here)[by_past]]].tolist()),
                members=tuple(ids[by_revenue[here[by_revenue]]].tolist()),
            )
        )
    return found
