"""When clients buy again, learnt from the whole book: the MBG/CNBD-k model of purchases without a contract.

The gaps between a client's orders are Erlang-k with its own rate (Gamma over the clients: `r`, `alpha`); after
each order, the first included, the client leaves with its own probability (Beta: `a`, `b`). k = 1 is MBG/NBD,
a larger k stands for more regular orders. Fitted with priors that small books need and large ones do not feel.

Source: Reutterer, Platzer & Schroeder 2021, International Journal of Research in Marketing 38(1); Batislam,
Denizel & Filiztekin 2007, the same, 24(3). An order is a purchase day; time is in any unit, days in the app.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

PHASES = (1, 2, 3)
MIN_CLIENTS = 10
MIN_REPEATS = 20
MIN_HISTORY_GAPS = 2
_BOX = 12.0
"""Bounds of the logarithms of the parameters, the longest history being one unit of time."""

_SD_SHAPE, _SD_RATE, _SD_DROPOUT, _SD_WEIGHT = 0.8, 1.0, 1.0, 0.8
_DROPOUT = -2.0
_WEIGHT = math.log(3.0)


@dataclass(frozen=True)
class Histories:
    """One row per client: `repeats` orders after the first, the last of them `last` after it, now `age` after it.

    `log_gaps` sums the logarithms of the gaps between its orders.
    """

    repeats: Values
    last: Values
    age: Values
    log_gaps: Values

    def enough(self, median_gap: float) -> bool:
        """Whether anything can be learnt: 10 clients, 20 repeat orders and a history of two median gaps."""
        return bool(
            len(self.repeats) >= MIN_CLIENTS
            and self.repeats.sum() >= MIN_REPEATS
            and self.age.max() >= MIN_HISTORY_GAPS * median_gap
        )


@dataclass(frozen=True)
class PurchaseModel:
    """The fitted parameters (see the module) and the log-likelihood they reach on the clients fitted."""

    k: int
    r: float
    alpha: float
    a: float
    b: float
    log_likelihood: float

    def p_alive(self, histories: Histories) -> Values:
        """The probability that each client still is one."""
        parameters = np.array([self.r, self.alpha, self.a, self.b])
        terms = _log_terms(parameters, histories, self.k)
        return 1.0 - np.exp(terms[-1] - np.logaddexp.reduce(terms, axis=0))

    def p_overdue(self, repeats: Values, last: Values, silence: Values) -> Values:
        """The probability of a silence this long, or longer, in a client that is still active.

        1 - I_z(k, r + k x) with z = s / (s + alpha + tx), written out for a whole k.
        """
        shape = self.r + self.k * repeats
        z = silence / (silence + self.alpha + last)
        total = np.ones_like(z)
        term = np.ones_like(z)
        for j in range(1, self.k):
            term = term * z * (shape + j - 1) / j
            total = total + term
        return np.exp(shape * np.log1p(-z)) * total

    def silence_at(self, chance: float, repeats: Values, last: Values) -> Values:
        """The silence at which `p_overdue` falls to `chance`."""
        from scipy.special import betaincinv

        # The quantile depends on the number of orders alone, of which a book has few different ones.
        distinct, place = np.unique(repeats, return_inverse=True)
        z = betaincinv(self.k, self.r + self.k * distinct, 1.0 - chance)[place.ravel()]
        silence: Values = z / (1.0 - z) * (self.alpha + last)
        return silence

    def expected_gap(self, repeats: Values, last: Values) -> Values:
        """The mean of the next gap; NaN where the mean is not finite, as for one order in a mixed book."""
        shape = self.r + self.k * repeats
        return np.where(shape > 1, self.k * (self.alpha + last) / np.where(shape > 1, shape - 1, 1), np.nan)


def fit(histories: Histories, priors: bool = True) -> PurchaseModel | None:
    """The model with the k in 1..3 under which the orders are likeliest; None when no fit comes out sound.

    A larger k is tried while it makes them likelier, which saves most books two fits of three.
    `priors=False` is plain maximum likelihood, which on small books often ends nowhere: for comparison only.
    """
    distinct, weights = _grouped(histories)
    best: PurchaseModel | None = None
    for k in PHASES:
        model = _fit_k(distinct, weights, k, priors, best)
        if model is None or (best is not None and model.log_likelihood <= best.log_likelihood):
            break
        best = model
    return best


def _fit_k(
    histories: Histories, weights: Values, k: int, priors: bool, like: PurchaseModel | None = None
) -> PurchaseModel | None:
    """The fit for one k, begun where the fit `like` for a smaller one ended."""
    from scipy.optimize import minimize

    unit = max(float(histories.age.max()), 1e-9)
    scaled = Histories(
        histories.repeats,
        histories.last / unit,
        histories.age / unit,
        histories.log_gaps - weights * histories.repeats * math.log(unit),
    )
    clients = float(weights.sum())
    orders = float(weights @ histories.repeats)
    rate = math.log(k * (orders + 0.5) / max(float(weights @ scaled.age), 1e-9))

    def loss(logs: Values) -> tuple[float, Values]:
        value, gradient = log_likelihood(np.exp(logs), scaled, k, weights)
        gradient = gradient * np.exp(logs)
        if priors:
            more, slope = log_prior(logs, rate)
            value, gradient = value + more, gradient + slope
        return -value / clients, -gradient / clients

    start = np.array([0.0, -rate, math.log(0.36), math.log(2.64)])
    if like is not None:
        # k short phases in each gap, of k times the rate.
        start = np.log([like.r, like.alpha * like.k / k / unit, like.a, like.b])
    answer = minimize(
        loss, np.clip(start, -_BOX, _BOX), jac=True, method="L-BFGS-B", bounds=[(-_BOX, _BOX)] * 4,
        options={"maxiter": 500, "ftol": 1e-12, "gtol": 1e-7},
    )  # fmt: skip
    if not np.isfinite(answer.x).all() or not np.isfinite(answer.fun):
        return None
    r, alpha, a, b = np.exp(answer.x)
    reached = log_likelihood(np.exp(answer.x), scaled, k, weights)[0] - orders * math.log(unit)
    return PurchaseModel(k, float(r), float(alpha * unit), float(a), float(b), float(reached))


def log_prior(logs: Values, rate: float) -> tuple[float, Values]:
    """Log density (less a constant) and gradient of the priors at the logarithms of r, alpha, a, b.

    Free of units: log r ~ N(0, 0.8), log(r/alpha) ~ N(rate, 1), logit(a/(a+b)) ~ N(-2, 1) (12 % leave after
    an order, 95 %: 2 to 49 %), log(a+b) ~ N(log 3, 0.8). `rate`: logarithm of the book's own order rate.
    """
    log_r, log_alpha, log_a, log_b = logs
    share = 1 / (1 + math.exp(log_b - log_a))
    shape = log_r / _SD_SHAPE
    speed = (log_r - log_alpha - rate) / _SD_RATE
    dropout = (log_a - log_b - _DROPOUT) / _SD_DROPOUT
    weight = (np.logaddexp(log_a, log_b) - _WEIGHT) / _SD_WEIGHT
    value = -0.5 * (shape**2 + speed**2 + dropout**2 + weight**2)
    gradient = np.array(
        [
            -shape / _SD_SHAPE - speed / _SD_RATE,
            speed / _SD_RATE,
            -dropout / _SD_DROPOUT - weight / _SD_WEIGHT * share,
            dropout / _SD_DROPOUT - weight / _SD_WEIGHT * (1 - share),
        ]
    )
    return float(value), gradient


def log_likelihood(
    parameters: Values, histories: Histories, k: int, weights: Values | None = None
) -> tuple[float, Values]:
    """Log-likelihood of the histories and its gradient by r, alpha, a, b, both written out.

    `weights`: how many clients each row stands for; `log_gaps` is then their sum.
    """
    from scipy.special import digamma

    r, alpha, a, b = parameters
    x, last, age = histories.repeats, histories.last, histories.age
    count = np.ones(len(x)) if weights is None else weights
    terms = _log_terms(parameters, histories, k)
    each = np.logaddexp.reduce(terms, axis=0)
    constant = (k - 1) * float(histories.log_gaps.sum()) - float(count @ x) * math.lgamma(k)
    part = np.exp(terms - each)
    dead, alive = part[-1], 1.0 - part[-1]
    shape = r + k * x
    order = digamma(shape)
    d_r = dead * (order - np.log(alpha + last))
    d_alpha = -dead * shape / (alpha + last)
    for j in range(k):
        # digamma(s + j) = digamma(s) + 1/s + ... + 1/(s + j - 1)
        d_r += part[j] * (order - np.log(alpha + age))
        d_alpha -= part[j] * (shape + j) / (alpha + age)
        order = order + 1 / (shape + j)
    both = digamma(a + b + x + 1)
    d_a = dead / a - both
    d_b = alive / (b + x) + digamma(b + x) - both
    gradient = np.array([count @ d_r, count @ d_alpha, count @ d_a, count @ d_b])
    base = digamma(a + b)
    gradient += count.sum() * np.array([math.log(alpha) - digamma(r), r / alpha, base, base - digamma(b)])
    return float(count @ each) + constant, gradient


def _log_terms(parameters: Values, histories: Histories, k: int) -> Values:
    """Logarithms of the ways a history can come about: alive in phase 0..k-1 of a gap, and, last, gone."""
    from scipy.special import betaln, gammaln

    r, alpha, a, b = parameters
    x, last, age = histories.repeats, histories.last, histories.age
    shape = r + k * x
    common = gammaln(shape) - gammaln(r) + r * math.log(alpha) - betaln(a, b)
    staying = betaln(a, b + x + 1)
    # B(a + 1, b + x) = B(a, b + x + 1) * a / (b + x)
    gone = staying + math.log(a) - np.log(b + x) - shape * np.log(alpha + last)
    terms = np.empty((k + 1, len(x)))
    terms[k] = common + gone
    with np.errstate(divide="ignore"):
        silence = np.log(age - last)
    rising = np.zeros(len(x))
    for j in range(k):
        passed = j * silence - math.lgamma(j + 1) if j else 0.0
        terms[j] = common + staying + passed + rising - (shape + j) * np.log(alpha + age)
        rising = rising + np.log(shape + j)
    return terms


def _grouped(histories: Histories) -> tuple[Histories, Values]:
    """Equal histories once, with how many clients each stands for: many bought once, on a common day."""
    rows = np.column_stack([histories.repeats, histories.last, histories.age])
    distinct, place, count = np.unique(rows, axis=0, return_inverse=True, return_counts=True)
    log_gaps = np.bincount(place.ravel(), histories.log_gaps, len(distinct)).astype(np.float64)
    return Histories(distinct[:, 0], distinct[:, 1], distinct[:, 2], log_gaps), count.astype(np.float64)
