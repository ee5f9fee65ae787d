"""Ranking clients by an amount, the three ABC readings of that ranking, and scores by rank.

The amounts are integers, so shares are one correctly rounded division each and a limit that is hit
exactly (80 of 100) compares as one expects.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

CLASSES = ("A", "B", "C")
FEWEST_SCORED, FEWEST_FIFTHS = 15, 50


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
    edges = np.diff(same_as_next.astype(np.int8), prepend=0, append=0)
    texts = key.tolist()

    def number(position: int) -> int:
        return int(texts[position])

    by: Callable[[int], object] = number if numeric else texts.__getitem__
    for start, end in zip(
        np.flatnonzero(edges == 1).tolist(), np.flatnonzero(edges == -1).tolist(), strict=True
    ):
        order[start : end + 1] = sorted(order[start : end + 1].tolist(), key=by)  # type: ignore[arg-type]


def share_count(n: int, percent: int) -> int:
    """ceil(percent % of n), in integers so that 20 % of 15 is 3 and never 4."""
    return -(-n * percent // 100)


def abc_by_rank(n: int) -> np.ndarray:
    """Classes of n ranked clients, 20/20/60 % of the clients: A the first ceil(0.2 n), A+B ceil(0.4 n)."""
    classes = np.full(n, "C", dtype="<U1")
    classes[: share_count(n, 40)] = "B"
    classes[: share_count(n, 20)] = "A"
    return classes


def abc_by_share(ranked: np.ndarray, limit_a: float, limit_b: float) -> np.ndarray:
    """Classes of ranked amounts: A while the cumulative share BEFORE the client is < limit_a, B < limit_b.

    60/30/10 is (0.6, 0.9), the classic reading (0.8, 0.95). All "" when the total is not above zero.
    """
    total = int(ranked.sum())
    if total <= 0:
        return np.full(len(ranked), "", dtype="<U1")
    before = (np.cumsum(ranked) - ranked) / total
    return np.where(before < limit_a, "A", np.where(before < limit_b, "B", "C"))


def rank_scores(values: np.ndarray) -> np.ndarray:
    """Scores 1 to 5 by rank, 5 for the largest values; equals share the better score.

    Fifths; below 50 values thirds, scored 1, 3 and 5; below 15 none (NaN).
    """
    n = len(values)
    if n < FEWEST_SCORED:
        return np.full(n, np.nan)
    classes, step = (5, 1) if n >= FEWEST_FIFTHS else (3, 2)
    by = np.argsort(values)
    ascending = values[by]
    larger = n - np.searchsorted(ascending, ascending, side="right")
    scores = np.empty(n)
    scores[by] = 5 - step * (larger * classes // n)
    return scores
