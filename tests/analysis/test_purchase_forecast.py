"""Chances and numbers of orders to come, against simulation, the closed form and hand-worked cases."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import betainc, hyp2f1

from portfolio_app.analysis import purchase_forecast
from portfolio_app.analysis.purchase_draws import draw_orders, likely_models
from portfolio_app.analysis.purchase_forecast import dropout_nodes, expected_orders, p_order, states
from portfolio_app.analysis.purchase_model import Histories, PurchaseModel, fit
from tests.analysis.test_purchase_model import simulated


def of(*rows: tuple[float, float, float]) -> Histories:
    """Clients as (repeats, last, age)."""
    x, last, age = np.array(rows, dtype=float).T
    return Histories(x, last, age, np.zeros(len(rows)))


CLIENTS = of((0, 0, 0), (0, 0, 200), (3, 40, 60), (10, 100, 101), (25, 90, 300), (200, 365, 366))


def test_one_client_by_hand() -> None:
    """Nobody leaves (b huge): E = (r + x) t / (alpha + T), P(order) = 1 - ((alpha + T)/(alpha + T + t))^(r + x)."""
    model = PurchaseModel(1, 2.0, 10.0, 1e-6, 1e4, 0.0)
    one = of((2, 20, 30))
    assert expected_orders(model, one, np.array([20.0]))[0, 0] == pytest.approx(4 * 20 / 40, rel=1e-5)
    assert p_order(model, one, 20.0)[0] == pytest.approx(1 - (40 / 60) ** 4, rel=1e-5)


@pytest.mark.parametrize("a", [0.3, 0.891359, 2.2])
def test_one_phase_is_the_closed_form(a: float) -> None:
    model, t = PurchaseModel(1, 0.52, 6.2, a, 1.6, 0.0), 39.0
    x, age, b = CLIENTS.repeats, 6.2 + CLIENTS.age, 1.6
    part = hyp2f1(0.52 + x, b + x + 1, a + b + x, t / (age + t))
    closed = model.p_alive(CLIENTS) * (a + b + x) / (a - 1) * (1 - (age / (age + t)) ** (0.52 + x) * part)
    assert expected_orders(model, CLIENTS, np.array([t]))[:, 0] == pytest.approx(closed, rel=1e-7)


@pytest.mark.parametrize("k", [2, 3])
def test_more_phases_are_the_sum_over_the_number_of_orders(k: int) -> None:
    """P(the n-th order in t) = P(n k - j phases in t) x P(still here after n - 1): their sum is the mean."""
    model, t = PurchaseModel(k, 1.2, 20.0, 0.7, 2.5, 0.0), 80.0
    chance, wanted, first = states(model, CLIENTS), np.zeros(6), np.zeros(6)
    stays = np.ones(6)
    for n in range(1, 1500):
        for j in range(k):
            z = t / (model.alpha + CLIENTS.age + t)
            term = chance[j] * stays * betainc(n * k - j, model.r + k * CLIENTS.repeats + j, z)
            wanted += term
            first += term if n == 1 else 0
        b = model.b + CLIENTS.repeats + 1
        stays = stays * (b + n - 1) / (model.a + b + n - 1)
    assert expected_orders(model, CLIENTS, np.array([t]))[:, 0] == pytest.approx(wanted, rel=1e-6)
    assert p_order(model, CLIENTS, t) == pytest.approx(first, rel=1e-9)


@pytest.mark.parametrize("k", [1, 3])
def test_many_clients_are_read_off_the_same_curves(k: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(4)
    x, age = rng.poisson(3, 3000).astype(float), rng.integers(0, 3000, 3000).astype(float)
    many = Histories(x, age * rng.random(3000) * (x > 0), age, np.zeros(3000))
    model, months = PurchaseModel(k, 1.2, 30.0, 0.7, 2.5, 0.0), np.arange(1, 37) * 30.4375
    sums = np.stack([np.eye(36)[-1], 0.99 ** np.arange(36)], axis=1)
    quick = expected_orders(model, many, months, sums)
    monkeypatch.setattr(purchase_forecast, "_GRID", 10**9)
    monkeypatch.setattr(purchase_forecast, "_SAMPLED_TIMES", 36)
    few = Histories(*(values[:200] for values in (many.repeats, many.last, many.age, many.log_gaps)))
    slow = expected_orders(model, few, months) @ sums
    assert quick[:200] == pytest.approx(slow, rel=2e-4, abs=1e-4)


def test_the_nodes_weigh_like_the_distribution() -> None:
    """Moments of Beta(a, b), also of heavy buyers, where closed weights would overflow."""
    for a, b in ((0.3, 2.0), (0.9, 40.0), (3.0, 5000.0)):
        points, weights = dropout_nodes(a, np.array([b]))
        assert weights.sum() == pytest.approx(1)
        assert (weights * points).sum() == pytest.approx(a / (a + b))
        assert (weights * points**2).sum() == pytest.approx(a * (a + 1) / (a + b) / (a + b + 1))


def test_more_time_brings_more_and_the_silent_less() -> None:
    model = PurchaseModel(2, 1.2, 20.0, 0.7, 2.5, 0.0)
    reached = expected_orders(model, CLIENTS, np.array([1.0, 30, 365, 3650]))
    assert (np.diff(reached, axis=1) > 0).all()
    silent = expected_orders(model, of((5, 50, 60), (5, 50, 200)), np.array([90.0]))[:, 0]
    assert silent[0] > 2 * silent[1]


@pytest.mark.parametrize("k", [1, 2, 3])
def test_drawn_orders_have_the_expected_mean(k: int) -> None:
    model = PurchaseModel(k, 1.2, 20.0, 0.7, 2.5, 0.0)
    rows = CLIENTS.repeats, CLIENTS.last, CLIENTS.age, CLIENTS.log_gaps
    many = Histories(*(np.repeat(values[:5], 8000) for values in rows))
    drawn = draw_orders((model,), many, 80.0)[0].reshape(5, 8000)
    wanted = expected_orders(model, CLIENTS, np.array([80.0]))[:5, 0]
    assert drawn.mean(axis=1) == pytest.approx(wanted, rel=0.05, abs=0.02)
    assert (drawn > 0).mean(axis=1) == pytest.approx(p_order(model, CLIENTS, 80.0)[:5], abs=0.02)


def test_likely_models_surround_the_fit_and_close_in_on_it() -> None:
    spread = {}
    for n in (30, 250):
        world = simulated(n, 1, seed=8)
        model = fit(world)
        assert model is not None
        models = likely_models(model, world, 200)
        assert models == likely_models(model, world, 200)
        logs = np.log([[m.r, m.alpha, m.a, m.b] for m in models])
        assert np.isfinite(logs).all()
        assert np.abs(np.median(logs, axis=0) - np.log([model.r, model.alpha, model.a, model.b])).max() < 0.5
        spread[n] = logs.std(axis=0)
    assert (spread[250][:2] < spread[30][:2]).all()
