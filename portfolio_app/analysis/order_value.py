"""What an order of a client brings: gamma-gamma, fitted with priors on all orders.

A client's orders are Gamma(p) with its own rate, the rates Gamma(q, gamma) over the clients. What is expected of
a client lies between the mean of its own n orders, z, and that of the book: p (gamma + n z) / (p n + q - 1).

Source: Fader & Hardie 2013, The Gamma-Gamma Model of Monetary Value (note 025). Amounts in any unit above zero.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from portfolio_app.analysis.purchase_model import Values

_BOX = 9.0
_SHAPE, _SD_SHAPE = math.log(4.0), 1.0
_TAIL, _SD_TAIL = math.log(3.0), 0.8
_SD_MEAN = 1.0
MAX_FITTED = 5_000


@dataclass(frozen=True)
class OrderValue:
    """The fitted p, q (above 1: the mean is finite) and gamma, and the log-likelihood they reach."""

    p: float
    q: float
    gamma: float
    log_likelihood: float

    @property
    def mean(self) -> float:
        """What an order of an unknown client brings."""
        return self.p * self.gamma / (self.q - 1)

    def expected(self, count: Values, mean: Values) -> Values:
        """What an order of each client is expected to bring, from how many it made (may be 0) and their mean."""
        some = np.where(count > 0, count * mean, 0.0)
        return self.p * (self.gamma + some) / (self.p * count + self.q - 1)

    def draw(self, count: Values, mean: Values, orders: np.ndarray, rng: np.random.Generator) -> Values:
        """The sum of so many orders of each client, drawn: its own level first, then its orders."""
        total = np.zeros(len(orders))
        some = np.flatnonzero(orders)
        level = rng.standard_gamma(self.p * count[some] + self.q) / (self.gamma + count[some] * mean[some])
        total[some] = rng.standard_gamma(self.p * orders[some]) / level
        return total


def fit_order_value(count: Values, mean: Values, priors: bool = True) -> OrderValue | None:
    """The likeliest p, q, gamma for clients with so many orders of such a mean; None when no fit comes out sound.

    `priors=False` is plain maximum likelihood, which on small books often ends nowhere: for comparison only.
    """
    from scipy.optimize import minimize

    usable = (count > 0) & (mean > 0) & np.isfinite(mean)
    if not usable.any():
        return None
    places = np.flatnonzero(usable)
    if len(places) > MAX_FITTED:
        places = places[np.linspace(0, len(places) - 1, MAX_FITTED).astype(np.int64)]
    unit = float(np.median(mean[places]))
    n, z = count[places], mean[places] / unit

    def loss(logs: Values) -> tuple[float, Values]:
        value, gradient = _log_likelihood(logs, n, z)
        if priors:
            away = (logs - (_SHAPE, _TAIL, 0.0)) / (_SD_SHAPE, _SD_TAIL, _SD_MEAN)
            value -= 0.5 * float(away @ away)
            gradient = gradient - away / (_SD_SHAPE, _SD_TAIL, _SD_MEAN)
        return -value / len(n), -gradient / len(n)

    start = np.array([_SHAPE, _TAIL, 0.0])
    answer = minimize(
        loss, start, jac=True, method="L-BFGS-B", bounds=[(-_BOX, _BOX)] * 3,
        options={"maxiter": 500, "ftol": 1e-12, "gtol": 1e-7},
    )  # fmt: skip
    if not np.isfinite(answer.x).all() or not np.isfinite(answer.fun):
        return None
    p, tail, level = np.exp(answer.x)
    gamma = level * tail / p * unit
    reached = _log_likelihood(answer.x, n, z)[0] - len(n) * math.log(unit)
    return OrderValue(float(p), float(1 + tail), float(gamma), float(reached))


def _log_likelihood(logs: Values, n: Values, z: Values) -> tuple[float, Values]:
    """Log-likelihood of the mean values and its gradient, by the logarithms of p, q - 1 and the mean of an order.

    gammaln(pn+q) - gammaln(pn) - gammaln(q) + q ln g + (pn-1) ln z + pn ln n - (pn+q) ln(g + n z), with
    g = mean (q - 1) / p.
    """
    from scipy.special import digamma, gammaln

    p, tail, level = np.exp(logs)
    q, g = 1 + tail, level * tail / p
    pn, base = p * n, np.log(g + n * z)
    value = (
        gammaln(pn + q) - gammaln(pn) - gammaln(q) + q * math.log(g)
        + (pn - 1) * np.log(z) + pn * np.log(n) - (pn + q) * base
    ).sum()  # fmt: skip
    d_g = g * (q / g - (pn + q) / (g + n * z)).sum()
    d_p = p * (n * (digamma(pn + q) - digamma(pn) + np.log(z) + np.log(n) - base)).sum() - d_g
    d_q = tail * (digamma(pn + q) - digamma(q) + math.log(g) - base).sum() + d_g
    return float(value), np.array([d_p, d_q, d_g])
