"""Ranking clients by an amount, the three ABC readings of that ranking, and scores by rank.

The amounts are integers, so shares are one correctly rounded division each and a limit that is hit
exactly (80 of 100) compares as one expects.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

CLASSES = ("A", "B", "C")
PLACES = ("rank", "cumulative_share", "clients_before", "share_before", "abc_rank", "abc_revenue", "pareto")
"""What `figures_of_places` says of a client by its place."""
FEWEST_SCORED, FEWEST_FIFTHS = 15, 50
_VITAL = 0.8


def rank_order(
    amount: np.ndarray, client_id: np.ndarray, reference: Sequence[str], name: Sequence[str]
) -> np.ndarray:
    """Positions from the largest amount to the smallest.

    Ties: by reference as a number when every reference is one, else by name; then by client_id.
    """
    order = np.argsort(-amount)
    ranked = amount[order]
    same = ranked[1:] == ranked[:-1]
    if same.any():
        order = np.lexsort((client_id, -amount))
        numeric = all(text.isascii() and text.isdecimal() for text in reference)
        break_ties(order, same, np.asarray(reference if numeric else name, dtype=object), numeric)
    return order


def break_ties(order: np.ndarray, same_as_next: np.ndarray, key: np.ndarray, numeric: bool = False) -> None:
    """Sort, in place, each run of equals in `order` by `key`, a text; as whole numbers when `numeric`.

    Only the runs are sorted: texts are slow to compare, and sorting them all would cost more than
    everything else on a large book.
    """
    begins = np.concatenate(([True], ~same_as_next))
    tied = np.flatnonzero(~begins | np.append(same_as_next, False))
    rows = order[tied]
    texts = key[rows].tolist()
    keys = list(zip(np.cumsum(begins)[tied].tolist(), map(int, texts) if numeric else texts, strict=True))
    order[tied] = rows[sorted(range(len(rows)), key=keys.__getitem__)]


def share_count(n: int, percent: int) -> int:
    """ceil(percent % of n), in integers so that 20 % of 15 is 3 and never 4."""
    return -(-n * percent // 100)


def abc_by_rank(n: int) -> np.ndarray:
    """Classes of n ranked clients, 20/20/60 % of the clients: A the first ceil(0.2 n), A+B ceil(0.4 n)."""
    return _class_of_place(np.arange(n), n)


def _class_of_place(place: np.ndarray, n: int) -> np.ndarray:
    return np.where(place < share_count(n, 20), "A", np.where(place < share_count(n, 40), "B", "C"))


def abc_by_share(ranked: np.ndarray, limit_a: float, limit_b: float) -> np.ndarray:
    """Classes of ranked amounts: A while the cumulative share BEFORE the client is < limit_a, B < limit_b.

    60/30/10 is (0.6, 0.9), the classic reading (0.8, 0.95). All "" when the total is not above zero.
    """
    total = int(ranked.sum())
    if total <= 0:
        return np.full(len(ranked), "", dtype="<U1")
    return _class_of_share((np.cumsum(ranked) - ranked) / total, limit_a, limit_b)


def _class_of_share(before: np.ndarray, limit_a: float, limit_b: float) -> np.ndarray:
    return np.where(before < limit_a, "A", np.where(before < limit_b, "B", "C"))


def figures_of_places(
    place: np.ndarray, amount: np.ndarray, larger: np.ndarray, total: np.ndarray, n: int
) -> dict[str, np.ndarray]:
    """`PLACES` of clients that stand at `place`, 0 the first, among n clients who bought `total` together.

    `larger`: the sum of the amounts ranked before each client's own. Without a total above zero there are no
    shares, and the classes by share are "".
    """
    some = total > 0
    whole = np.where(some, total, 1)
    before = np.where(some, larger / whole, np.nan)
    return {
        "rank": place + 1.0,
        "cumulative_share": np.where(some, (larger + amount) / whole, np.nan),
        "clients_before": place / n,
        "share_before": before,
        "abc_rank": _class_of_place(place, n),
        "abc_revenue": np.where(some, _class_of_share(before, 0.6, 0.9), ""),
        "pareto": np.where(some, np.where(before < _VITAL, "vital", "other"), ""),
    }


def rank_scores(values: np.ndarray) -> np.ndarray:
    """Scores 1 to 5 by rank, 5 for the largest values; equals share the better score.

    Fifths; below 50 values thirds, scored 1, 3 and 5; below 15 none (NaN).
    """
    n = len(values)
    by = np.argsort(values)
    ascending = values[by]
    scores = np.empty(n)
    scores[by] = score(n - np.searchsorted(ascending, ascending, side="right"), n)
    return scores


def score(larger: np.ndarray, n: int) -> np.ndarray:
    """The score of `rank_scores` where so many of the n values are larger than one's own."""
    if n < FEWEST_SCORED:
        return np.full(len(larger), np.nan)
    classes, step = (5, 1) if n >= FEWEST_FIFTHS else (3, 2)
    return (5 - step * (larger * classes // n)).astype(np.float64)
