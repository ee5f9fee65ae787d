"""How sure the model of purchases is: likely parameters beside the likeliest, and orders drawn by them.

Draws come from a t5 around the fit, with the spread its curvature says, weighted by how likely each is and drawn
again by weight (sampling, importance, resampling). Seeds are fixed: the same book gives the same intervals.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaln, gammaln

from portfolio_app.analysis.purchase_forecast import states
from portfolio_app.analysis.purchase_model import (
    Histories,
    PurchaseModel,
    Target,
    Values,
    grouped,
    log_prior,
)

_SEED = 20_240
_DRAWN, _FEWEST = 2_000, 240
_WORK = 600_000
"""Of a large book fewer draws are weighed, as its parameters are known well."""
_WIDER = 1.3
_FREEDOM = 5
_LEAST_EFFECTIVE = 200
_KEPT = 300
_STEP = 1e-4
_FURTHEST = 9.0


def likely_models(model: PurchaseModel, histories: Histories, keep: int = _KEPT) -> tuple[PurchaseModel, ...]:
    """So many models as likely as their number among them says, given the histories `model` was fitted on."""
    distinct, weights = grouped(histories)
    target = Target.of(distinct, weights, model.k, True)
    centre = target.logs(model)
    spread = _spread(target, centre)
    rng = np.random.default_rng(_SEED)
    count = int(np.clip(_WORK / len(distinct.repeats), _FEWEST, _DRAWN))
    for wider in (_WIDER, 2 * _WIDER):
        normal = rng.standard_normal((count, 4))
        scale = np.sqrt(_FREEDOM / rng.chisquare(_FREEDOM, (count, 1)))
        away = wider * normal * scale
        logs = np.clip(centre + away @ spread.T, centre - _FURTHEST, centre + _FURTHEST)
        shape = -(_FREEDOM + 4) / 2 * np.log1p((away**2).sum(axis=1) / wider**2 / _FREEDOM)
        reached = _log_posteriors(target, logs) - shape
        weight = np.exp(reached - reached.max())
        weight /= weight.sum()
        if 1 / (weight**2).sum() >= min(_LEAST_EFFECTIVE, count / 3):
            break
    chosen = np.searchsorted(np.cumsum(weight), (np.arange(keep) + rng.random()) / keep)
    rows = np.exp(logs[np.minimum(chosen, count - 1)])
    return tuple(
        replace(model, r=float(r), alpha=float(alpha * target.unit), a=float(a), b=float(b))
        for r, alpha, a, b in rows[rng.permutation(keep)]
    )


def _spread(target: Target, centre: Values) -> Values:
    """A root of the inverse of the curvature at the fit, made positive where it is not."""
    curvature = np.empty((4, 4))
    for place in range(4):
        step = np.zeros(4)
        step[place] = _STEP
        ahead, back = target.value(centre + step)[1], target.value(centre - step)[1]
        curvature[place] = (back - ahead) / (2 * _STEP)
    values, vectors = np.linalg.eigh((curvature + curvature.T) / 2)
    return vectors / np.sqrt(np.maximum(values, 0.25))


def _log_posteriors(target: Target, logs: Values) -> Values:
    """Log of likelihood and priors at many parameters at once, less a constant."""
    h, k, weights = target.histories, target.k, target.weights
    distinct, place = h.numbers
    out = np.empty(len(logs))
    chunk = max(1_000_000 // len(place), 1)
    with np.errstate(divide="ignore"):
        silence = np.log(h.age - h.last)
    for begin in range(0, len(logs), chunk):
        r, alpha, a, b = np.exp(logs[begin : begin + chunk]).T[:, :, None]
        shape = r + k * distinct
        common = (
            gammaln(shape) - gammaln(r) + r * np.log(alpha) + betaln(a, b + distinct + 1) - betaln(a, b)
        )[:, place]
        gone = (np.log(a) - np.log(b + distinct))[:, place] - shape[:, place] * np.log(alpha + h.last)
        still = np.log(alpha + h.age)
        each, rising = gone, np.zeros_like(shape)
        for j in range(k):
            passed = j * silence - gammaln(j + 1) if j else 0.0
            each = np.logaddexp(each, passed + rising[:, place] - (shape + j)[:, place] * still)
            rising = rising + np.log(shape + j)
        out[begin : begin + chunk] = (each + common) @ weights
    return out + np.array([log_prior(row, target.rate)[0] for row in logs])


def draw_orders(models: tuple[PurchaseModel, ...], histories: Histories, ahead: float) -> NDArray[np.int32]:
    """Orders within the time `ahead` (on the clock of the histories): a row per model, a column per client."""
    rng = np.random.default_rng(_SEED + 1)
    counts = np.zeros((len(models), len(histories.repeats)), dtype=np.int32)
    for row, model in enumerate(models):
        if row == 0 or model is not models[row - 1]:
            chance = np.cumsum(states(model, histories)[:-1], axis=0)
        counts[row] = _drawn(model, histories, chance, ahead, rng)
    return counts


def _drawn(
    model: PurchaseModel, histories: Histories, chance: Values, ahead: float, rng: np.random.Generator
) -> NDArray[np.int32]:
    """Phases passed in the time ahead, whole gaps of them, up to the order after which the client leaves.

    `chance`: of being active in phase 0, in 0 or 1, and so on.
    """
    k = model.k
    dice = rng.random(len(histories.repeats))
    active = np.flatnonzero(dice < chance[-1])
    repeats, age = histories.repeats[active], histories.age[active]
    phase = np.zeros(len(active), dtype=np.int64)
    for j in range(k - 1):
        phase += dice[active] >= chance[j][active]
    rate = rng.standard_gamma(model.r + k * repeats + phase) / (model.alpha + age)
    orders = (rng.poisson(np.minimum(rate * ahead, 1e6)) + phase) // k
    # Only whom an order is drawn for can leave after one.
    some = np.flatnonzero(orders)
    leaves = np.maximum(rng.beta(model.a, model.b + repeats[some] + 1), 1e-9)
    orders[some] = np.minimum(orders[some], rng.geometric(leaves))
    out = np.zeros(len(histories.repeats), dtype=np.int32)
    out[active] = orders
    return out
