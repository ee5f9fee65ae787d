"""What a new client is worth, in the book and in each segment: how much may winning one cost?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from portfolio_app.analysis.purchase_forecast import expected_orders
from portfolio_app.analysis.purchase_model import Histories, PurchaseModel, Values
from portfolio_app.analysis.value_types import NewClient

_NEW = Histories(*np.zeros((4, 1)))
_LEAST_CLIENTS = 10
_MOST_MODELS = 60
_FURTHEST = 10.0
_CAUTIOUS = 0.2


@dataclass(frozen=True)
class Horizon:
    """The ends of the months looked ahead: in days, in time on the model's clock, and the discount there."""

    days: Values
    ahead: Values
    discount: Values


def new_client(
    models: Sequence[PurchaseModel], horizon: Horizon, revenue: Values, margin: Values, level: int
) -> NewClient:
    """By the model (first of `models`; the others say how sure it is) and what orders bring such clients.

    `revenue`, `margin`: what an order of each client of the kind is expected to bring, net of returns and, for
    the margin, of costs. The first order is not discounted.
    """
    from scipy.special import ndtri

    curves = [_orders(model, horizon) for model in models[: _MOST_MODELS + 1]]
    each, first = float(revenue.mean()), float(margin.mean())
    worth = np.array([1 + curve[-1] for curve in curves]) * first
    # The mean order of such clients is known only as well as their number allows.
    scale = max(abs(first), 1e-12)
    error = float(margin.std(ddof=1)) / scale / np.sqrt(len(margin)) if len(margin) > 1 else 0.5
    center, spread = float(worth[0]), np.abs(worth[0]) * error
    apart = (np.arange(25) + 0.5) / 25
    drawn = (worth[1:, None] if len(worth) > 1 else worth[:, None]) + spread * ndtri(apart)[None, :]
    low, cautious, high = (float(v) for v in np.quantile(drawn, (0.1, _CAUTIOUS, 0.9)))
    return NewClient(
        value=center,
        low=min(low, center),
        high=max(high, center),
        cautious=min(cautious, center),
        revenue=(1 + float(curves[0][-1])) * each,
        first_order=first,
        month_ends=tuple(float(day) for day in horizon.days),
        by_month=tuple(float(v) for v in (1 + curves[0]) * first),
        level=level,
    )


def _orders(model: PurchaseModel, horizon: Horizon) -> Values:
    """Discounted orders after the first expected of a new client up to each month's end."""
    reached = expected_orders(model, _NEW, horizon.ahead)[0]
    found: Values = np.cumsum(np.diff(reached, prepend=0.0) * horizon.discount)
    return found


def of_kind(
    models: Sequence[PurchaseModel], histories: Histories, places: np.ndarray
) -> list[PurchaseModel] | None:
    """The models for new clients who order as often as those at `places`; None for fewer than ten of these.

    The mean rate is theirs as the model sees it, the differences between them and the chance of leaving those
    of the book.
    """
    if len(places) < _LEAST_CLIENTS:
        return None
    out = []
    for model in models[: _MOST_MODELS + 1]:
        rate = (model.r + model.k * histories.repeats) / (model.alpha + histories.age)
        faster = float(np.clip(rate[places].mean() / rate.mean(), 1 / _FURTHEST, _FURTHEST))
        out.append(replace(model, alpha=model.alpha / faster))
    return out
