"""What a client does not take and comparable ones do: who else buys it, how likely it is, what it would bring.

Peers are the others of the same segment and size class. For an item B that the client does not take:

chance = P(B | A, peers), A being what the client takes that speaks most for B by a rule that stands (see
`analysis.association`), else P(B | peers); both shrunk as the lift is.
expected amount = chance x median spent on B by the peers who take it, at most their third quartile.
expected margin = that x the item's margin rate.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from portfolio_app.analysis.association import MIN_BASE, MIN_PAIR, chance, pair_counts
from portfolio_app.analysis.assortment import Assortment
from portfolio_app.analysis.peers import Group

Integers = NDArray[np.int64]
Values = NDArray[np.float64]

LEAST_CHANCE = 0.25
"""Below one chance in four nothing is proposed."""
PER_CLIENT = 3
"""The best proposals of a client; more is not read."""
BOOK = "book"
"""The basis of those without enough peers: who buys what they buy, in the whole book, by proven rules alone."""
_AT_ONCE = 2_000_000


@dataclass(frozen=True)
class _View:
    """One group, its matrix, and how often its members take each item."""

    group: Group
    taken: sparse.csr_matrix
    takers: Integers
    size: int


def gaps(goods: Assortment, groups: list[Group], rules: pd.DataFrame, rates: Values) -> pd.DataFrame:
    """At most `PER_CLIENT` rows per client: client (place), item, given (item A, −1: none), chance, found, of,
    typical (the median, money units), amount, margin, group (place in `groups`). Best margin first.

    `groups` are of the places in `goods.clients`; `rates` the items' margin rates, NaN where not known: then the
    amount decides. What would bring no margin is not proposed.
    """
    whole = goods.matrix
    share = np.bincount(goods.item, minlength=len(goods.keys)) / max(len(goods.clients), 1)
    stands = np.zeros((len(goods.keys), len(goods.keys)), dtype=bool)
    stands[rules["a"], rules["b"]] = True
    parts = [
        _of_group(place, group, goods, whole, share, stands, rates) for place, group in enumerate(groups)
    ]
    parts = [part for part in parts if len(part)]
    if not parts:
        return pd.DataFrame(columns=list(GAP_COLUMNS)).astype(GAP_COLUMNS)
    return pd.concat(parts, ignore_index=True)[list(GAP_COLUMNS)].astype(GAP_COLUMNS)


GAP_COLUMNS = {
    "client": "int64",
    "item": "int64",
    "given": "int64",
    "chance": "float64",
    "found": "int64",
    "of": "int64",
    "typical": "float64",
    "amount": "float64",
    "margin": "float64",
    "group": "int64",
}


def _of_group(
    place: int,
    group: Group,
    goods: Assortment,
    whole: sparse.csr_matrix,
    share: Values,
    stands: NDArray[np.bool_],
    rates: Values,
) -> pd.DataFrame:
    taken = whole[group.members]
    takers = np.asarray(taken.sum(axis=0)).ravel()
    view = _View(group, taken, takers, len(group.members))
    spent, most = _spent(goods, group)
    known = (takers >= MIN_PAIR) & np.isfinite(spent) & ~(rates <= 0)
    if not known.any() or not len(group.compared):
        return pd.DataFrame()
    if group.basis == BOOK:
        alone = np.zeros(len(takers))
    else:
        alone = np.where(known, chance(takers, np.full(len(takers), view.size - 1), share), 0.0)
    given = _given(view, stands) * known
    with np.errstate(invalid="ignore"):
        worth = np.where(np.isnan(rates).all(), 1.0, np.nan_to_num(rates)) * spent
    mine = whole[group.compared]
    parts = []
    step = max(1, _AT_ONCE // max(mine.shape[1], 1))
    for start in range(0, mine.shape[0], step):
        block = mine[start : start + step]
        parts.append(_best(block, alone, given, np.nan_to_num(worth)).assign(offset=start))
    table = pd.concat(parts, ignore_index=True)
    if table.empty:
        return table
    item, by = table["item"].to_numpy(), table["given"].to_numpy()
    table["client"] = group.compared[table["row"].to_numpy() + table["offset"].to_numpy()]
    pairs = pair_counts(taken.tocoo().row, taken.tocoo().col, view.size, len(takers))
    table["found"] = np.where(by >= 0, pairs[by, item], takers[item])
    table["of"] = np.where(by >= 0, takers[by] - 1, view.size - 1)
    table["typical"] = spent[item]
    table["amount"] = np.minimum(table["chance"] * spent[item], most[item])
    table["margin"] = table["amount"] * rates[item]
    table["group"] = place
    return table


def _spent(goods: Assortment, group: Group) -> tuple[Values, Values]:
    """By item, the median and the third quartile of what the members who take it spent; NaN where none does."""
    is_member = np.zeros(len(goods.clients), dtype=bool)
    is_member[group.members] = True
    rows = is_member[goods.owner]
    amounts = pd.Series(goods.amount[rows].astype(np.float64)).groupby(goods.item[rows])
    everything = np.arange(len(goods.keys))
    median, most = (amounts.quantile(part).reindex(everything).to_numpy(np.float64) for part in (0.5, 0.75))
    return median, most


def _given(view: _View, stands: NDArray[np.bool_]) -> Values:
    """P(B | A) among the members by rows A and columns B, shrunk; 0 where no rule says so or they are too few.

    Whoever is proposed B takes A and not B: the others who take A are one less.
    """
    coo = view.taken.tocoo()
    pairs = pair_counts(coo.row, coo.col, view.size, len(view.takers))
    others = view.takers[:, None] - 1
    enough = stands & (pairs >= MIN_PAIR) & (others >= MIN_BASE)
    found = chance(pairs, np.maximum(others, 1), (view.takers / view.size)[None, :])
    return np.where(enough, found, 0.0)


def _best(block: sparse.csr_matrix, alone: Values, given: Values, worth: Values) -> pd.DataFrame:
    """Of some clients: row, item, given, chance of their best items not taken yet."""
    owner = np.repeat(np.arange(block.shape[0]), np.diff(block.indptr))
    by_rule = np.zeros(block.shape)
    has_some = np.diff(block.indptr) > 0
    if given.any():
        for first in range(0, block.shape[0], step := max(1, _AT_ONCE // max(block.shape[1] * 10, 1))):
            rows = np.arange(first, min(first + step, block.shape[0]))
            rows = rows[has_some[rows]]
            if len(rows):
                begin, end = block.indptr[rows[0]], block.indptr[rows[-1] + 1]
                strengths = given[block.indices[begin:end]]
                by_rule[rows] = np.maximum.reduceat(strengths, block.indptr[rows] - begin, axis=0)
    chances = np.maximum(by_rule, alone[None, :])
    chances[owner, block.indices] = 0.0
    value = np.where(chances >= LEAST_CHANCE, chances * worth[None, :], 0.0)
    kept = min(PER_CLIENT, value.shape[1])
    top = np.argsort(-value, axis=1, kind="stable")[:, :kept]
    row, place = np.nonzero(np.take_along_axis(value, top, axis=1) > 0)
    item = top[row, place]
    by_which = np.full(len(row), -1, dtype=np.int64)
    uses_rule = by_rule[row, item] > alone[item]
    by_which[uses_rule] = _strongest(block, given, row[uses_rule], item[uses_rule])
    return pd.DataFrame({"row": row, "item": item, "given": by_which, "chance": chances[row, item]})


def _strongest(block: sparse.csr_matrix, given: Values, row: Integers, item: Integers) -> Integers:
    """Which of a client's items speaks most for that one, for each pair of a row and an item."""
    if not len(row):
        return np.zeros(0, dtype=np.int64)
    length = np.diff(block.indptr)[row]
    begins = np.cumsum(length) - length
    place = np.arange(length.sum()) - np.repeat(begins, length) + np.repeat(block.indptr[row], length)
    own = block.indices[place]
    strength = given[own, np.repeat(item, length)]
    strongest = np.flatnonzero(strength == np.repeat(np.maximum.reduceat(strength, begins), length))
    _, first = np.unique(np.repeat(np.arange(len(row)), length)[strongest], return_index=True)
    found: Integers = own[strongest[first]].astype(np.int64)
    return found
