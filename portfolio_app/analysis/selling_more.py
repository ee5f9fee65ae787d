"""Clients who order less at a time, or less often, than comparable ones.

Larger orders: a client's average order below the median of the peers who mainly buy the same (and about as many
items, where enough do); expected = chance x (median - own) x the orders of the window, where chance is the part of
the peers who order at least that much. More often: a client's usual gap above the third quartile of the peers'
gaps; expected = chance x (365 / median - 365 / own) x the average order. Medians and quartiles are of the others,
without the client.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from portfolio_app.analysis.assortment import Assortment
from portfolio_app.analysis.peers import Group, codes_of, peer_groups

Integers = NDArray[np.int64]

MIN_ORDERS, MIN_DAYS = 2, 3
"""Orders in the window for an average to mean something; purchase days for a gap to."""
NOTICEABLE = 0.9
"""Nearer to the median than that is no reason to speak of it."""
MORE_COLUMNS = {
    "client_id": "int64", "own": "float64", "typical": "float64", "chance": "float64", "found": "int64",
    "of": "int64", "amount": "float64", "basis": "str", "group": "int64",
}  # fmt: skip


def larger_orders(table: pd.DataFrame, goods: Assortment) -> tuple[pd.DataFrame, list[Integers]]:
    """Rows of `MORE_COLUMNS` (own and typical: an order, money units), and the ids of those of each group who
    reach what is typical.

    `table`: the buyers of the window, columns of the per-client table; `goods`: what they take,
    by category where the products have one.
    """
    basket = table["average_basket"].to_numpy(np.float64)
    among = (table["orders_window"].to_numpy() >= MIN_ORDERS) & (basket > 0)
    if len(goods.clients):
        main, breadth = _taste(table, goods)
        alike = codes_of(table["segment"], table["abc_revenue"], main, breadth)
        size = table["abc_revenue"]
        keys = [
            ("segment_size_items", alike),
            ("size_items", codes_of(size, main, breadth)),
            ("size_main", codes_of(size, main)),
        ]
    else:
        keys = [("segment_size", codes_of(table["segment"], table["abc_revenue"]))]
    groups = peer_groups(keys, among)
    rows = _Found(table)
    orders = table["orders_window"].to_numpy(np.float64)
    for place, group in enumerate(groups):
        values = np.sort(basket[group.members])
        # Whoever is below the median of the others stands in the lower half: without them it is this.
        median = float(np.median(values[1:]))
        few = group.compared[basket[group.compared] < NOTICEABLE * median]
        reach = group.members[basket[group.members] >= median]
        gain = (median - basket[few]) * orders[few]
        rows.add(few, basket, gain, median, reach, group, place)
    return rows.frame(), rows.reached


def more_often(table: pd.DataFrame) -> tuple[pd.DataFrame, list[Integers]]:
    """Rows of `MORE_COLUMNS` (own and typical: days between orders), and the ids of those of each group who order at
    least that often.
    """
    gap = table["typical_gap_days"].to_numpy(np.float64)
    among = (table["order_days"].to_numpy() >= MIN_DAYS) & (gap > 0)
    segment, size = table["segment"], table["abc_revenue"]
    keys = [
        ("segment_size", codes_of(segment, size)),
        ("segment", codes_of(segment)),
        ("size", codes_of(size)),
    ]
    groups = peer_groups(keys, among)
    basket = table["average_basket"].to_numpy(np.float64)
    rows = _Found(table)
    for place, group in enumerate(groups):
        values = np.sort(gap[group.members])
        # Whoever is above the third quartile of the others is none of those it is made of.
        limit, median = float(np.quantile(values[:-1], 0.75)), float(np.median(values[:-1]))
        rare = group.compared[(gap[group.compared] > limit) & (basket[group.compared] > 0)]
        reach = group.members[gap[group.members] <= median]
        gain = (365 / median - 365 / gap[rare]) * basket[rare]
        rows.add(rare, gap, gain, median, reach, group, place)
    return rows.frame(), rows.reached


@dataclass
class _Found:
    """Rows gathered group by group, as arrays that become one frame in the end."""

    table: pd.DataFrame
    parts: list[tuple[Integers, NDArray[np.float64], NDArray[np.float64]]] = field(default_factory=list)
    figures: list[tuple[float, float, int, int, str, int]] = field(default_factory=list)
    reached: list[Integers] = field(default_factory=list)

    def add(
        self,
        chosen: Integers,
        own: NDArray[np.float64],
        gain: NDArray[np.float64],
        typical: float,
        reach: Integers,
        group: Group,
        place: int,
    ) -> None:
        """Clients of a group with what they do and would gain; those who `reach` what is typical are others."""
        found, of = len(reach), len(group.members) - 1
        self.reached.append(self.table.index.to_numpy()[reach])
        self.parts.append((chosen, own[chosen], found / of * gain))
        self.figures.append((typical, found / of, found, of, group.basis, place))

    def frame(self) -> pd.DataFrame:
        """The rows of `MORE_COLUMNS`."""
        if not any(len(chosen) for chosen, _, _ in self.parts):
            return pd.DataFrame({name: pd.Series([], dtype=kind) for name, kind in MORE_COLUMNS.items()})
        chosen, own, amount = (np.concatenate(each) for each in zip(*self.parts, strict=True))
        names = ("typical", "chance", "found", "of", "basis", "group")
        counts = [len(part) for part, _, _ in self.parts]
        told = pd.DataFrame(self.figures, columns=list(names)).iloc[np.repeat(np.arange(len(counts)), counts)]
        ids = self.table.index.to_numpy()[chosen]
        rows = told.reset_index(drop=True).assign(client_id=ids, own=own, amount=amount)
        return rows[list(MORE_COLUMNS)].astype(MORE_COLUMNS)


def _taste(table: pd.DataFrame, goods: Assortment) -> tuple[pd.Series, pd.Series]:
    """By row, the item most is spent on, and about how many are taken (1, 2-3, 4-7...); −1 without any."""
    order = np.lexsort((goods.item, -goods.amount, goods.owner))
    first = order[np.flatnonzero(np.diff(goods.owner[order], prepend=-1))]
    main = pd.Series(goods.item[first], index=goods.clients[goods.owner[first]])
    counts = np.bincount(goods.owner, minlength=len(goods.clients))
    bands = pd.Series(np.floor(np.log2(np.maximum(counts, 1))).astype(np.int64), index=goods.clients)
    return main.reindex(table.index, fill_value=-1), bands.reindex(table.index, fill_value=-1)
