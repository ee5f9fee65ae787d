"""The published models of purchases that the program does not use, fitted here to check figures in print.

BG/NBD (Fader, Hardie & Lee 2005), Pareto/NBD (Schmittlein, Morrison & Colombo 1987; formulas of Fader & Hardie
2005) and BG/BB (Fader, Hardie & Shang 2010), each by plain maximum likelihood. x repeat orders, the last at tx,
seen until T; for BG/BB x of n chances taken, the last at tx.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import betaln, gammaln, hyp2f1

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Seen:
    """Histories; `weight`: how many clients each stands for."""

    x: Values
    tx: Values
    T: Values
    weight: Values


@dataclass(frozen=True)
class Fit:
    """Parameters in the order of the papers, and the log-likelihood reached."""

    parameters: tuple[float, ...]
    log_likelihood: float


def fit(log_likelihood: Callable[[tuple[float, ...], Seen], Values], seen: Seen) -> Fit:
    """The parameters (four, above zero) under which the histories are likeliest."""

    def loss(logs: Values) -> float:
        return -float(seen.weight @ log_likelihood(tuple(np.exp(logs)), seen)) / float(seen.weight.sum())

    answer = minimize(loss, np.zeros(4), method="L-BFGS-B", options={"ftol": 1e-14, "gtol": 1e-8})
    return Fit(tuple(float(v) for v in np.exp(answer.x)), -float(answer.fun) * float(seen.weight.sum()))


def bg_nbd(parameters: tuple[float, ...], seen: Seen) -> Values:
    """Log-likelihood of each history under BG/NBD (r, alpha, a, b)."""
    r, alpha, a, b = parameters
    x = seen.x
    gone = np.where(
        x > 0, np.log(a / np.maximum(b + x - 1, 1e-300)) - (r + x) * np.log(alpha + seen.tx), -np.inf
    )
    both = np.logaddexp(-(r + x) * np.log(alpha + seen.T), gone)
    found: Values = betaln(a, b + x) - betaln(a, b) + gammaln(r + x) - gammaln(r) + r * np.log(alpha) + both
    return found


def bg_alive(parameters: tuple[float, ...], seen: Seen) -> Values:
    """The chance of being active under BG/NBD; 1 for all without a repeat order."""
    r, alpha, a, b = parameters
    ratio = a / (b + seen.x - 1) * ((alpha + seen.T) / (alpha + seen.tx)) ** (r + seen.x)
    return 1 / (1 + np.where(seen.x > 0, ratio, 0))


def bg_expected(parameters: tuple[float, ...], seen: Seen, t: float) -> Values:
    """Orders expected within t under BG/NBD; with x = tx = T = 0 and b one higher, of a client not yet seen."""
    r, alpha, a, b = parameters
    x, now = seen.x, alpha + seen.T
    part = hyp2f1(r + x, b + x, a + b + x - 1, t / (now + t))
    whole = (a + b + x - 1) / (a - 1) * (1 - (now / (now + t)) ** (r + x) * part)
    return whole * bg_alive(parameters, seen)


def _pareto_gone(parameters: tuple[float, ...], seen: Seen) -> Values:
    """Logarithm of the integral over the times of leaving between tx and T (A0 of the notes)."""
    r, alpha, s, beta = parameters
    all_ = r + s + seen.x
    low, away, second = (
        (alpha, alpha - beta, np.full(len(seen.x), s + 1))
        if alpha >= beta
        else (beta, beta - alpha, r + seen.x)
    )
    at_tx, at_end = (
        np.log(hyp2f1(all_, second, all_ + 1, away / (low + t))) - all_ * np.log(low + t)
        for t in (seen.tx, seen.T)
    )
    with np.errstate(divide="ignore"):
        found: Values = at_tx + np.log(-np.expm1(np.minimum(at_end - at_tx, 0)))
    return found


def pareto_nbd(parameters: tuple[float, ...], seen: Seen) -> Values:
    """Log-likelihood of each history under Pareto/NBD (r, alpha, s, beta)."""
    r, alpha, s, beta = parameters
    x = seen.x
    still = -(r + x) * np.log(alpha + seen.T) - s * np.log(beta + seen.T)
    gone = np.log(s) - np.log(r + s + x) + _pareto_gone(parameters, seen)
    found: Values = (
        gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta) + np.logaddexp(still, gone)
    )
    return found


def pareto_alive(parameters: tuple[float, ...], seen: Seen) -> Values:
    """The chance of being active under Pareto/NBD."""
    r, alpha, s, beta = parameters
    still = -(r + seen.x) * np.log(alpha + seen.T) - s * np.log(beta + seen.T)
    gone = np.log(s) - np.log(r + s + seen.x) + _pareto_gone(parameters, seen)
    return 1 / (1 + np.exp(gone - still))


def pareto_expected(parameters: tuple[float, ...], seen: Seen, t: float) -> Values:
    """Orders expected within t under Pareto/NBD."""
    r, alpha, s, beta = parameters
    now = beta + seen.T
    each = (r + seen.x) * now / ((alpha + seen.T) * (s - 1)) * (1 - (now / (now + t)) ** (s - 1))
    return each * pareto_alive(parameters, seen)


def bg_bb(parameters: tuple[float, ...], seen: Seen) -> Values:
    """Log-likelihood of each history under BG/BB (alpha, beta, gamma, delta)."""
    alpha, beta, gamma, delta = parameters
    x, tx, n = seen.x, seen.tx, seen.T
    constant = betaln(alpha, beta) + betaln(gamma, delta)
    each = betaln(alpha + x, beta + n - x) + betaln(gamma, delta + n)
    for i in range(int((n - tx).max())):
        gone = betaln(alpha + x, beta + tx - x + i) + betaln(gamma + 1, delta + tx + i)
        each = np.where(i < n - tx, np.logaddexp(each, gone), each)
    return each - constant


def bg_bb_alive(parameters: tuple[float, ...], seen: Seen) -> Values:
    """The chance of being active at the next chance under BG/BB."""
    alpha, beta, gamma, delta = parameters
    x, n = seen.x, seen.T
    still = betaln(alpha + x, beta + n - x) + betaln(gamma, delta + n + 1)
    found: Values = np.exp(still - betaln(alpha, beta) - betaln(gamma, delta) - bg_bb(parameters, seen))
    return found


def bg_bb_expected(parameters: tuple[float, ...], seen: Seen, chances: int) -> Values:
    """How many of the next chances are taken, under BG/BB."""
    alpha, beta, gamma, delta = parameters
    x, n = seen.x, seen.T
    taken = betaln(alpha + x + 1, beta + n - x) - betaln(alpha, beta) - bg_bb(parameters, seen)
    constant = delta / (gamma - 1) * np.exp(gammaln(gamma + delta) - gammaln(1 + delta))
    left = np.exp(gammaln(1 + delta + n) - gammaln(gamma + delta + n))
    right = np.exp(gammaln(1 + delta + n + chances) - gammaln(gamma + delta + n + chances))
    found: Values = np.exp(taken) * constant * (left - right)
    return found
