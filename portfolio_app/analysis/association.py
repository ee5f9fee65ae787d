"""What is bought together: rules "who buys A also buys B", kept only where chance does not explain them.

The unit is the client over the period, not the order: what is proposed is proposed to a client, and few books
have orders enough. With n clients, n_A of whom buy A, n_B B and n_AB both:

support = n_AB / n, confidence = n_AB / n_A, lift = confidence / (n_B / n),
lift_shrunk = (n_AB + 2) / (n_A n_B / n + 2), which little data leaves near 1.

Kept where n_AB >= max(5, 1 % of n), n_A >= 10, the lower end of the 90 % interval (Wilson) of the lift is above 1,
and Fisher's exact test passes with false discoveries held at 10 % (Benjamini-Hochberg) over all pairs that could
have been found. Two clients never make a rule.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import gammaln

Values = NDArray[np.float64]
Integers = NDArray[np.int64]

MIN_PAIR, MIN_PAIR_SHARE, MIN_BASE = 5, 0.01, 10
"""How many clients must buy both (or that part of all), and how many the first of the two."""
FALSE_DISCOVERIES = 0.10
_Z90 = 1.6448536269514722
"""Half the width of a 90 % interval, in standard deviations."""
RULE_COLUMNS = (
    "a", "b", "n", "n_a", "n_b", "n_ab", "support", "confidence", "lift", "lift_shrunk", "lift_low", "p_value",
)  # fmt: skip


def pair_counts(client: Integers, item: Integers, clients: int, items: int) -> Integers:
    """How many clients buy each pair of items; on the diagonal, each item. One row per client and item, once."""
    marks = np.ones(len(client), dtype=np.int32)
    bought = sparse.csr_matrix((marks, (client, item)), shape=(clients, items))
    return np.asarray((bought.T @ bought).todense(), dtype=np.int64)


def rules(counts: Integers, n: int) -> pd.DataFrame:
    """The rules that stand, the strongest lift_shrunk first; a and b are places in `counts` (of `pair_counts`).

    Columns `RULE_COLUMNS`; `lift_low` is the lower end of the 90 % interval, `p_value` Fisher's, one-sided.
    """
    bought = np.diag(counts)
    first, second = np.triu_indices(len(bought), 1)
    could = np.minimum(bought[first], bought[second]) >= MIN_PAIR
    could &= np.maximum(bought[first], bought[second]) >= MIN_BASE
    first, second = first[could], second[could]
    tested = len(first)
    both = counts[first, second]
    least = max(MIN_PAIR, MIN_PAIR_SHARE * n)
    attracts = both * n > bought[first] * bought[second]
    kept = (both >= least) & attracts
    first, second, both = first[kept], second[kept], both[kept]
    p_value = fisher_greater(both, bought[first], bought[second], n)
    is_real = discoveries(p_value, tested)
    first, second, both, p_value = first[is_real], second[is_real], both[is_real], p_value[is_real]
    a, b = np.r_[first, second], np.r_[second, first]
    n_a, n_b, n_ab = bought[a], bought[b], np.r_[both, both]
    share = n_b / max(n, 1)
    confidence = n_ab / np.maximum(n_a, 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        table = pd.DataFrame(
            {
                "a": a,
                "b": b,
                "n": n,
                "n_a": n_a,
                "n_b": n_b,
                "n_ab": n_ab,
                "support": n_ab / max(n, 1),
                "confidence": confidence,
                "lift": confidence / share,
                "lift_shrunk": lift_shrunk(n_ab, n_a, share),
                "lift_low": wilson_low(n_ab, n_a) / share,
                "p_value": np.r_[p_value, p_value],
            },
            columns=list(RULE_COLUMNS),
        )
    stands = (table["n_a"] >= MIN_BASE) & (table["lift_low"] > 1)
    return table[stands].sort_values(["lift_shrunk", "n_ab", "a", "b"], ascending=[False, False, True, True],
                                     ignore_index=True)  # fmt: skip


def lift_shrunk(n_ab: Integers, n_a: Integers, share: Values) -> Values:
    """The lift with two clients who buy both, and two expected to, added to what was counted."""
    found: Values = (n_ab + 2) / (n_a * share + 2)
    return found


def chance(n_ab: Integers, n_a: Integers, share: Values) -> Values:
    """The chance of buying B, given A, that goes with `lift_shrunk`; `share` of all clients buy B."""
    return np.minimum(lift_shrunk(n_ab, n_a, share) * share, 1.0)


def wilson_low(found: Integers, of: Integers) -> Values:
    """The lower end of the 90 % interval of a rate (Wilson), 0 where nothing was counted."""
    n = np.maximum(of, 1).astype(np.float64)
    rate, z2 = found / n, _Z90**2
    spread = _Z90 * np.sqrt(rate * (1 - rate) / n + z2 / (4 * n * n))
    low: Values = np.maximum((rate + z2 / (2 * n) - spread) / (1 + z2 / n), 0.0)
    return low


def fisher_greater(n_ab: Integers, n_a: Integers, n_b: Integers, n: int) -> Values:
    """By Fisher's exact test, the chance that at least n_ab buy both if buying one says nothing of the other."""
    if not len(n_ab):
        return np.zeros(0)
    a, b, k = n_a.astype(np.float64), n_b.astype(np.float64), n_ab.astype(np.float64)
    start = _log_choose(a, k) + _log_choose(n - a, b - k) - _log_choose(np.full(len(a), float(n)), b)
    term, total = np.ones(len(a)), np.ones(len(a))
    while (term > 1e-12 * total).any():
        term = term * (a - k) * (b - k) / ((k + 1) * (n - a - b + k + 1))
        total += term
        k += 1
    return np.minimum(np.exp(start) * total, 1.0)


def discoveries(p_value: Values, tested: int, rate: float = FALSE_DISCOVERIES) -> NDArray[np.bool_]:
    """Which of these, the smallest p-values of `tested`, are kept so that of those kept `rate` are false."""
    order = np.argsort(p_value, kind="stable")
    fits = np.flatnonzero(p_value[order] <= rate * np.arange(1, len(order) + 1) / max(tested, 1))
    kept = np.zeros(len(p_value), dtype=bool)
    if len(fits):
        kept[order[: fits[-1] + 1]] = True
    return kept


def _log_choose(n: Values, k: Values) -> Values:
    found: Values = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)
    return found
