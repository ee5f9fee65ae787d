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
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

PHASES = (1, 2, 3)
MIN_CLIENTS = 10
MIN_REPEATS = 20
MIN_HISTORY_GAPS = 2
_BOX = 12.0
"""Bounds of the logarithms of the parameters, the longest history being one unit of time."""

_LEVEL = 1e-3
"""Slope of the log-likelihood per client below which a fit has arrived."""

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

    @cached_property
    def numbers(self) -> tuple[Values, NDArray[np.intp]]:
        """The different numbers of repeats, of which a book has few, and the place of each client's among them."""
        distinct, place = np.unique(self.repeats, return_inverse=True)
        return distinct, place.ravel()

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
        terms = log_terms(parameters, histories, self.k)
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


@dataclass(frozen=True)
class Target:
    """What a fit makes largest for one k: likelihood, and priors if asked, by the logarithms of r, alpha, a, b.

    Time is scaled: the longest history is 1, `unit` in the time of the histories. `rate`: logarithm of the
    book's own order rate. `weights`: how many clients each row stands for.
    """

    histories: Histories
    weights: Values
    k: int
    unit: float
    rate: float
    priors: bool

    @classmethod
    def of(cls, distinct: Histories, weights: Values, k: int, priors: bool) -> Target:
        """From histories that stand for several clients each (`grouped`)."""
        unit = max(float(distinct.age.max()), 1e-9)
        scaled = Histories(
            distinct.repeats,
            distinct.last / unit,
            distinct.age / unit,
            distinct.log_gaps - weights * distinct.repeats * math.log(unit),
        )
        orders = float(weights @ distinct.repeats)
        rate = math.log(k * (orders + 0.5) / max(float(weights @ scaled.age), 1e-9))
        return cls(scaled, weights, k, unit, rate, priors)

    def value(self, logs: Values) -> tuple[float, Values]:
        """Log of likelihood and priors (less a constant), and its gradient."""
        parameters = np.exp(logs)
        value, gradient = log_likelihood(parameters, self.histories, self.k, self.weights)
        gradient = gradient * parameters
        if self.priors:
            more, slope = log_prior(logs, self.rate)
            value, gradient = value + more, gradient + slope
        return value, gradient

    def model(self, logs: Values) -> PurchaseModel:
        """The model of these parameters, in the time of the histories."""
        r, alpha, a, b = np.exp(logs)
        orders = float(self.weights @ self.histories.repeats)
        reached = log_likelihood(np.exp(logs), self.histories, self.k, self.weights)[0]
        likely = reached - orders * math.log(self.unit)
        return PurchaseModel(self.k, float(r), float(alpha * self.unit), float(a), float(b), float(likely))

    def logs(self, model: PurchaseModel) -> Values:
        """The logarithms of the parameters of a model, which may be one for a smaller k."""
        # k short phases in each gap, of k times the rate.
        return np.log([model.r, model.alpha * model.k / self.k / self.unit, model.a, model.b])


def fit(histories: Histories, priors: bool = True) -> PurchaseModel | None:
    """The model with the k in 1..3 under which the orders are likeliest; None when no fit comes out sound.

    A larger k is tried while it makes them likelier, which saves most books two fits of three.
    `priors=False` is plain maximum likelihood, which on small books often ends nowhere: for comparison only.
    """
    distinct, weights = grouped(histories)
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
    """The fit for one k, begun where the fit `like` for a smaller one ended; again from elsewhere if need be."""
    from scipy.optimize import minimize

    target = Target.of(histories, weights, k, priors)
    clients = float(weights.sum())

    def loss(logs: Values) -> tuple[float, Values]:
        value, gradient = target.value(logs)
        return -value / clients, -gradient / clients

    usual = np.array([0.0, -target.rate, math.log(0.36), math.log(2.64)])
    first = usual if like is None else target.logs(like)
    for start in (first, usual + 0.3):
        answer = minimize(
            loss, np.clip(start, -_BOX, _BOX), jac=True, method="L-BFGS-B", bounds=[(-_BOX, _BOX)] * 4,
            options={"maxiter": 500, "ftol": 1e-12, "gtol": 1e-7},
        )  # fmt: skip
        if np.isfinite(answer.x).all() and np.isfinite(answer.fun) and _at_rest(answer.x, answer.jac):
            return target.model(answer.x)
    return None


def _at_rest(logs: Values, gradient: Values) -> bool:
    """Whether the slope is level where the fit stopped, the edges of the box apart."""
    inside = np.abs(logs) < _BOX - 1e-9
    return bool((np.abs(gradient[inside]) < _LEVEL).all())


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
    last, age = histories.last, histories.age
    # What depends on the number of orders alone is worked out once for each number.
    x, place = histories.numbers
    count = np.ones(len(place)) if weights is None else weights
    terms = log_terms(parameters, histories, k)
    each = np.logaddexp.reduce(terms, axis=0)
    constant = (k - 1) * float(histories.log_gaps.sum()) - float(count @ histories.repeats) * math.lgamma(k)
    part = np.exp(terms - each)
    dead, alive = part[-1], 1.0 - part[-1]
    shape = r + k * x
    order = digamma(shape)
    d_r = dead * (order[place] - np.log(alpha + last))
    d_alpha = -dead * shape[place] / (alpha + last)
    still = np.log(alpha + age)
    for j in range(k):
        # digamma(s + j) = digamma(s) + 1/s + ... + 1/(s + j - 1)
        d_r += part[j] * (order[place] - still)
        d_alpha -= part[j] * (shape + j)[place] / (alpha + age)
        order = order + 1 / (shape + j)
    both = digamma(a + b + x + 1)
    d_a = dead / a - both[place]
    d_b = alive / (b + x)[place] + (digamma(b + x) - both)[place]
    gradient = np.array([count @ d_r, count @ d_alpha, count @ d_a, count @ d_b])
    base = digamma(a + b)
    gradient += count.sum() * np.array([math.log(alpha) - digamma(r), r / alpha, base, base - digamma(b)])
    return float(count @ each) + constant, gradient


def log_terms(parameters: Values, histories: Histories, k: int) -> Values:
    """Logarithms of the ways a history can come about: alive in phase 0..k-1 of a gap, and, last, gone."""
    from scipy.special import betaln, gammaln

    r, alpha, a, b = parameters
    x, place = histories.numbers
    last, age = histories.last, histories.age
    shape = r + k * x
    common = gammaln(shape) - gammaln(r) + r * math.log(alpha) - betaln(a, b) + betaln(a, b + x + 1)
    # B(a + 1, b + x) = B(a, b + x + 1) * a / (b + x)
    gone = common + math.log(a) - np.log(b + x)
    terms = np.empty((k + 1, len(place)))
    terms[k] = gone[place] - shape[place] * np.log(alpha + last)
    still = np.log(alpha + age)
    with np.errstate(divide="ignore"):
        silence = np.log(age - last) if k > 1 else still
    for j in range(k):
        terms[j] = common[place] - (shape + j)[place] * still
        if j:
            terms[j] += j * silence - math.lgamma(j + 1)
        common = common + np.log(shape + j)
    return terms


def grouped(histories: Histories) -> tuple[Histories, Values]:
    """Equal histories once, with how many clients each stands for: many bought once, on a common day."""
    rows = np.column_stack([histories.repeats, histories.last, histories.age])
    distinct, place, count = np.unique(rows, axis=0, return_inverse=True, return_counts=True)
    log_gaps = np.bincount(place.ravel(), histories.log_gaps, len(distinct)).astype(np.float64)
    return Histories(distinct[:, 0], distinct[:, 1], distinct[:, 2], log_gaps), count.astype(np.float64)
