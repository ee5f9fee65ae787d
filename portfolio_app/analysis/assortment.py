"""What clients take, by product or by category: the items that cross-selling compares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

Unit = Literal["product", "category"]
Integers = NDArray[np.int64]

MANY_PRODUCTS = 40
"""With more products than these, categories are compared, where most of the sales have one."""
MIN_CATEGORIES, CATEGORISED = 3, 0.8
MAX_ITEMS = 200
"""The items bought by most clients; beyond them nobody's peers would be enough."""


@dataclass(frozen=True)
class Assortment:
    """Who takes which item: one row per client and item, sorted by client.

    `clients`: ids of those who take one at least, ascending; `owner`, `item`: places in `clients` and `keys`;
    `amount`, `margin`, `known`: as in `analysis.client_products`, summed over the item. An item that was wholly
    returned is not taken. `keys`: "product:12" or "category:Wine"; `names` in the same order.
    """

    unit: Unit
    clients: Integers
    owner: Integers
    item: Integers
    amount: Integers
    margin: NDArray[np.float64]
    known: Integers
    keys: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def matrix(self) -> sparse.csr_matrix:
        """Clients by items, 1 where taken."""
        marks = np.ones(len(self.owner), dtype=np.int32)
        return sparse.csr_matrix((marks, (self.owner, self.item)), shape=(len(self.clients), len(self.keys)))

    def margin_rates(self, of_book: float) -> NDArray[np.float64]:
        """Each item's margin over the revenue whose cost is known; that of the book where none is."""
        margin = np.bincount(self.item, np.nan_to_num(self.margin), len(self.keys))
        known = np.bincount(self.item, self.known, len(self.keys))
        rates = np.full(len(self.keys), of_book)
        np.divide(margin, known, out=rates, where=known > 0)
        return rates


def proposed_unit(bought: pd.DataFrame) -> Unit:
    """Products, unless they are many and at least 80 % of the sales have one of three categories or more."""
    named = bought[(bought["product_id"] > 0) & (bought["amount"] > 0)]
    is_few = named["product_id"].nunique() <= MANY_PRODUCTS
    return "category" if not is_few and is_categorised(bought) else "product"


def is_categorised(bought: pd.DataFrame) -> bool:
    """Whether at least 80 % of the sales of products have a category, and three categories or more are sold."""
    named = bought[(bought["product_id"] > 0) & (bought["amount"] > 0)]
    has_category = named["category"] != ""
    part = named["amount"][has_category].sum() / max(named["amount"].sum(), 1)
    several = named["category"][has_category].nunique() >= MIN_CATEGORIES
    return bool(several and part >= CATEGORISED)


def assortment(bought: pd.DataFrame, unit: Unit) -> Assortment:
    """Of the table of `analysis.client_products`, by product or by category."""
    named = bought[bought["product_id"] > 0]
    if unit == "category":
        named = named[named["category"] != ""]
        code, keys = pd.factorize(named["category"], sort=True)
        names = tuple(map(str, keys))
        labels = tuple(f"category:{name}" for name in names)
    else:
        code, keys = pd.factorize(named["product_id"], sort=True)
        first = named.drop_duplicates("product_id").set_index("product_id")["product"]
        names = tuple(first.reindex(keys).astype(str))
        labels = tuple(f"product:{key}" for key in keys)
    rows = pd.DataFrame(
        {
            "client": named["client_id"].to_numpy(np.int64),
            "item": code.astype(np.int64),
            "amount": named["amount"].to_numpy(np.int64),
            "margin": named["margin"].to_numpy(np.float64),
            "known": named["known"].to_numpy(np.int64),
            "orders": named["orders"].to_numpy(np.int64),
        }
    )
    if unit == "category":
        rows = rows.groupby(["client", "item"], sort=True).sum(min_count=1).reset_index()
    rows = rows[(rows["amount"] > 0) & (rows["orders"] > 0)]
    return _of(unit, rows, labels, names)


def _of(unit: Unit, rows: pd.DataFrame, keys: tuple[str, ...], names: tuple[str, ...]) -> Assortment:
    takers = np.bincount(rows["item"], minlength=len(keys))
    kept = np.sort(np.argsort(-takers, kind="stable")[:MAX_ITEMS])
    kept = kept[takers[kept] > 0]
    place = np.full(len(keys), -1, dtype=np.int64)
    place[kept] = np.arange(len(kept))
    item = place[rows["item"].to_numpy(np.int64)] if len(rows) else np.zeros(0, dtype=np.int64)
    clients, owner = np.unique(rows["client"].to_numpy(np.int64), return_inverse=True)
    shown = item >= 0
    return Assortment(
        unit=unit,
        clients=clients,
        owner=owner.astype(np.int64)[shown],
        item=item[shown],
        amount=rows["amount"].to_numpy(np.int64)[shown],
        margin=rows["margin"].to_numpy(np.float64)[shown],
        known=rows["known"].to_numpy(np.int64)[shown],
        keys=tuple(keys[place] for place in kept),
        names=tuple(names[place] for place in kept),
    )
