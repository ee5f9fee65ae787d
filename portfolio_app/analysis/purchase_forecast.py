"""What the model of purchases says of the time to come: chances of an order, and how many are expected.

All follows from the state a client is in today: gone, or active in phase j of its next gap, its rate
Gamma(r + k x + j, alpha + T), its dropout Beta(a, b + x + 1). Times are on the model's clock.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from portfolio_app.analysis.purchase_model import Histories, PurchaseModel, Values, log_terms

_NODES = 16
"""Points at which the dropout is weighed: 16 agree with the closed form to 1e-9 on real books."""
_CHUNK = 20_000
_SAMPLED_TIMES = 12
"""Of a longer list of times so many are worked out and the others read between them (to 1e-5)."""
_GRID = 40
"""Ages at which the clients with so many orders are worked out, where these are fewer than the clients."""


def states(model: PurchaseModel, histories: Histories) -> Values:
    """The chances of being active in phase 0..k-1 of a gap, a row each, and, last, of being gone."""
    terms = log_terms(np.array([model.r, model.alpha, model.a, model.b]), histories, model.k)
    return np.exp(terms - np.logaddexp.reduce(terms, axis=0))


def p_order(model: PurchaseModel, histories: Histories, ahead: float) -> Values:
    """The probability of an order within the time `ahead`.

    k = 1: P(alive) (1 - ((alpha + T)/(alpha + T + t))^(r + x)); in general, of the k - j phases that are left.
    """
    k, chance = model.k, states(model, histories)
    z = ahead / (model.alpha + histories.age + ahead)
    out = np.zeros(len(z))
    for j in range(k):
        shape = model.r + k * histories.repeats + j
        term = np.exp(shape * np.log1p(-z))
        none = term.copy()
        for passed in range(1, k - j):
            term = term * z * (shape + passed - 1) / passed
            none = none + term
        out += chance[j] * (1 - none)
    return np.clip(out, 0, 1)


def expected_orders(
    model: PurchaseModel, histories: Histories, ahead: Values, sums: Values | None = None
) -> Values:
    """The orders expected within each of the times `ahead` (rising, from above 0): a row per client.

    `sums`: a matrix of a row per time, by which the answer is multiplied; of many clients that is much quicker.
    """
    if sums is None:
        sums = np.eye(len(ahead))
    if len(ahead) > _SAMPLED_TIMES:
        return expected_orders(model, histories, sampled_times(ahead), between(ahead) @ sums)
    distinct, place = histories.numbers
    if len(place) > len(distinct) * _GRID:
        each = _read_off(model, distinct, place, histories.age, ahead, sums)
    else:
        each = _of_active(model, histories.repeats, histories.age, ahead, sums)
    out: Values = np.einsum("jn,jns->ns", states(model, histories)[:-1], each)
    return np.maximum(out, 0)


def _of_active(model: PurchaseModel, repeats: Values, age: Values, ahead: Values, sums: Values) -> Values:
    """The same for clients known to be active, by the phase of their gap: phases x clients x sums.

    For given rate and dropout p the phases of a gap run round in a circle that loses p at each order, so with
    rho = (1 - p)^(1/k), c_l = 1 - rho e^(-2 pi i l/k), from phase j
        E = rho^(j-k+1)/k sum_l e^(2 pi i l (k-1-j)/k) (1 - ((alpha+T)/(alpha+T+c_l t))^(r+kx+j))/c_l;
    k = 1: (1 - ((alpha+T)/(alpha+T+p t))^(r+x))/p. The mean over p is a Gauss-Jacobi sum.
    """
    distinct, place = np.unique(repeats, return_inverse=True)
    nodes, weights = dropout_nodes(model.a, model.b + distinct + 1)
    place, out = place.ravel(), np.empty((model.k, len(repeats), sums.shape[1]))
    for begin in range(0, len(repeats), _CHUNK):
        part = slice(begin, begin + _CHUNK)
        p, weight = nodes[place[part]], weights[place[part]]
        out[:, part] = _curves(model, repeats[part], age[part], ahead, p, weight) @ sums
    return out


def _curves(
    model: PurchaseModel, repeats: Values, age: Values, ahead: Values, p: Values, weight: Values
) -> Values:
    k = model.k
    rho = (1 - p) ** (1 / k)
    shape, scale = (model.r + k * repeats)[:, None], (model.alpha + age)[:, None]
    out = np.zeros((k, len(repeats), len(ahead)))
    for turn in range(k // 2 + 1):
        # Of a pair of conjugate turns the real part counts twice.
        times = 1.0 if turn in (0, k / 2) else 2.0
        root = np.exp(-2j * np.pi * turn / k) if times > 1 else float((-1) ** turn)
        c = p if k == 1 else 1 - rho * root
        factors = [
            weight * (times / k) * rho ** (j - k + 1) * np.conj(root) ** (k - 1 - j) / c for j in range(k)
        ]
        for place, t in enumerate(ahead):
            logs = np.log1p(c * (t / scale))
            for j in range(k):
                gone = -np.expm1(-(shape + j) * logs)
                out[j, :, place] += np.real(factors[j] * gone).sum(axis=1)
    return out


def _read_off(
    model: PurchaseModel, distinct: Values, place: NDArray[np.intp], age: Values, ahead: Values, sums: Values
) -> Values:
    """As `_of_active`, read between points of log(alpha + age) worked out for each number of orders.

    The curve through the four points around is right to 1e-6.
    """
    logs = np.log(model.alpha + age)
    low, high = float(logs.min()), float(logs.max())
    step = max((high - low) / (_GRID - 3), 1e-9)
    grid = np.exp(low + step * (np.arange(_GRID) - 1)) - model.alpha
    # A point beside the youngest may lie before the first order; the formula does not mind.
    each = _of_active(model, np.repeat(distinct, _GRID), np.tile(grid, len(distinct)), ahead, sums)
    each = each.reshape(model.k, len(distinct), _GRID, -1)
    at = np.clip((logs - low) / step, 0, _GRID - 3 - 1e-9)
    left = at.astype(np.int64)
    f = (at - left)[:, None]
    shares = (
        -f * (f - 1) * (f - 2) / 6,
        (f + 1) * (f - 1) * (f - 2) / 2,
        -(f + 1) * f * (f - 2) / 2,
        (f + 1) * f * (f - 1) / 6,
    )
    out = np.zeros((model.k, len(age), sums.shape[1]))
    for i, share in enumerate(shares):
        out += share * each[:, place, left + i]
    return out


def dropout_nodes(a: float, b: Values) -> tuple[Values, Values]:
    """Points and weights of the Gauss sums over p ~ Beta(a, b), a row for each b (Golub & Welsch 1969)."""
    left, right = b[:, None] - 1, a - 1.0
    n = np.arange(_NODES, dtype=np.float64)
    both = 2 * n + left + right
    with np.errstate(divide="ignore", invalid="ignore"):
        middle = (right**2 - left**2) / (both * (both + 2))
        beside = 4 * n * (n + left) * (n + right) * (n + left + right) / (both**2 * (both + 1) * (both - 1))
    middle[:, :1] = (right - left) / (left + right + 2)
    beside[:, 1:2] = 4 * (1 + left) * (1 + right) / ((2 + left + right) ** 2 * (3 + left + right))
    matrix = np.zeros((len(b), _NODES, _NODES))
    places = np.arange(_NODES)
    matrix[:, places, places] = middle
    matrix[:, places[1:], places[:-1]] = np.sqrt(beside[:, 1:])
    points, vectors = np.linalg.eigh(matrix)
    return np.clip((points + 1) / 2, 1e-15, 1 - 1e-15), vectors[:, 0, :] ** 2


def sampled_times(ahead: Values) -> Values:
    """The few times between 0 and the last of `ahead` from which the others can be read."""
    angles = np.pi * np.arange(1, _SAMPLED_TIMES + 1) / _SAMPLED_TIMES
    found: Values = ahead[-1] * ((1 - np.cos(angles)) / 2) ** 2
    return found


def between(ahead: Values) -> NDArray[np.float64]:
    """What makes, of a curve at `sampled_times` (0 at 0), the curve at `ahead`: a polynomial in the root of time."""
    known = np.sqrt(np.concatenate(([0.0], sampled_times(ahead))) / ahead[-1])
    asked = np.sqrt(ahead / ahead[-1])
    parts = np.ones((len(known), len(asked)))
    for i, here in enumerate(known):
        for there in np.delete(known, i):
            parts[i] *= (asked - there) / (here - there)
    return parts[1:]
