"""Prospects most like the best clients, by what is known of both: line of business, size, place, source.

For each prospect, the combination of traits it shares with clients who bought, where at least `MIN_ALIKE` did and
where the part of best clients (class A by revenue), shrunk, is largest and above that of all buyers.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from portfolio_app.analysis.association import chance
from portfolio_app.analysis.peers import codes_of

MIN_ALIKE, MIN_BEST = 5, 2
"""How many buyers must share the traits, and how many of these must be among the best."""
TRAITS = ("sector", "size", "region", "city", "country", "acquisition_source")
MOST_TOGETHER = 3
CONVERSION_DAYS = 365
MIN_COHORT = 20
LOOK_COLUMNS = {
    "client_id": "int64", "typical": "float64", "chance": "float64", "found": "int64", "of": "int64",
    "amount": "float64", "basis": "str", "group": "int64",
}  # fmt: skip


Alike = tuple[NDArray[np.int64], tuple[tuple[str, str], ...]]
"""The ids of the clients alike, and the traits they share."""


def look_alikes(table: pd.DataFrame, conversion: float) -> tuple[pd.DataFrame, list[Alike]]:
    """Rows of `LOOK_COLUMNS` for the prospects who resemble good clients, and the groups they resemble.

    found of the clients `of` alike are among the best; typical: the median of what they brought in the window
    (money units); chance: `conversion`, how many prospects become clients (NaN where that is not known: then amount
    is NaN too); amount = chance x typical. basis: the traits, "sector+region".
    """
    buyers = ((table["orders_window"] > 0) & (table["revenue_window"] > 0)).to_numpy()
    prospects = np.flatnonzero(((table["status"] == "prospect") & table["last_sale"].isna()).to_numpy())
    best = (table["abc_revenue"] == "A").to_numpy() & buyers
    groups: list[Alike] = []
    parts = []
    if len(prospects) and best.any():
        combined = _combinations(table, buyers)
        codes = [codes_of(*(table[trait] for trait in traits)) for traits in combined]
        chosen = _strongest([each[prospects] for each in codes], codes, buyers, best)
        for place, traits in enumerate(combined):
            rows = prospects[chosen == place]
            if len(rows):
                parts.append(_of_traits(table, traits, codes[place], rows, buyers, best, groups))
    if not parts:
        return pd.DataFrame({name: pd.Series([], dtype=kind) for name, kind in LOOK_COLUMNS.items()}), []
    found = pd.concat(parts, ignore_index=True)
    found = found.assign(chance=conversion, amount=conversion * found["typical"])
    return found[list(LOOK_COLUMNS)].astype(LOOK_COLUMNS), groups


def _strongest(
    of_prospects: Sequence[NDArray[np.int64]],
    codes: Sequence[NDArray[np.int64]],
    buyers: NDArray[np.bool_],
    best: NDArray[np.bool_],
) -> NDArray[np.int64]:
    """For each prospect, which combination of traits speaks most for it; −1 for none."""
    everywhere = np.array([best.sum() / buyers.sum()])
    score = np.zeros(len(of_prospects[0]) if of_prospects else 0)
    chosen = np.full(len(score), -1, dtype=np.int64)
    for place, (mine, all_codes) in enumerate(zip(of_prospects, codes, strict=True)):
        length = int(all_codes.max()) + 1
        count = np.bincount(all_codes[buyers & (all_codes >= 0)], minlength=length)
        top = np.bincount(all_codes[best & (all_codes >= 0)], minlength=length)
        strength = chance(top, count, everywhere)
        strength[(count < MIN_ALIKE) | (top < MIN_BEST) | (strength <= everywhere)] = 0.0
        with_none = np.append(strength, 0.0)[mine]
        better = with_none > score
        score[better], chosen[better] = with_none[better], place
    return chosen


def _of_traits(
    table: pd.DataFrame,
    traits: tuple[str, ...],
    codes: NDArray[np.int64],
    prospects: NDArray[np.int64],
    buyers: NDArray[np.bool_],
    best: NDArray[np.bool_],
    groups: list[Alike],
) -> pd.DataFrame:
    """The rows of the prospects who are compared by these traits; their groups are added to `groups`."""
    ids, revenue = table.index.to_numpy(), table["revenue_window"].to_numpy(np.float64)
    values = [table[trait].to_numpy(dtype=object) for trait in traits]
    rows = np.flatnonzero(buyers & (codes >= 0))
    rows = rows[np.argsort(codes[rows], kind="stable")]
    mine = prospects[np.argsort(codes[prospects], kind="stable")]
    distinct, first, counts = np.unique(codes[mine], return_index=True, return_counts=True)
    begins, ends = (np.searchsorted(codes[rows], distinct + after) for after in (0, 1))
    alike = [rows[begin:end] for begin, end in zip(begins, ends, strict=True)]
    figures = {
        "typical": [float(np.median(revenue[each])) for each in alike],
        "found": [int(best[each].sum()) for each in alike],
        "of": [len(each) for each in alike],
        "group": range(len(groups), len(groups) + len(alike)),
    }
    for each, place in zip(alike, mine[first], strict=True):
        shared = (str(column[place]) for column in values)
        groups.append((ids[each], tuple(zip(traits, shared, strict=True))))
    found = {name: np.repeat(np.asarray(column), counts) for name, column in figures.items()}
    return pd.DataFrame({"client_id": ids[mine], "basis": "+".join(traits), **found})


def _combinations(table: pd.DataFrame, buyers: NDArray[np.bool_]) -> Sequence[tuple[str, ...]]:
    """One, two or three traits together; only of those that tell clients apart. One place at a time."""
    known = [trait for trait in TRAITS if _tells(table.loc[buyers, trait])]
    places = {"region", "city", "country"}
    found = []
    for length in range(1, MOST_TOGETHER + 1):
        found += [each for each in combinations(known, length) if len(places.intersection(each)) <= 1]
    return found


def _tells(values: pd.Series) -> bool:
    counts = values[values != ""].value_counts()
    return len(counts) > 1 and int(counts.iloc[0]) >= MIN_ALIKE


def conversion(table: pd.DataFrame, as_of: pd.Timestamp, won: int, lost: int) -> tuple[int, int, str]:
    """How many prospects become clients: (found, of, basis).

    "prospects": of those who came into the book as prospects a year ago or more, who ordered within a year; else
    "deals": of the deals closed, those won; where fewer than `MIN_COHORT` of either are known, (0, 0, "").
    """
    entered, first = table["created_on"], table["first_sale"]
    span = pd.Timedelta(days=CONVERSION_DAYS)
    cohort = (entered <= as_of - span) & (first.isna() | (first > entered))
    of = int(cohort.sum())
    if of >= MIN_COHORT:
        return int((cohort & (first <= entered + span)).sum()), of, "prospects"
    return (won, won + lost, "deals") if won + lost >= MIN_COHORT else (0, 0, "")
