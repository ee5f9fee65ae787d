"""What an order brings: gamma-gamma with priors, by hand, against differences, and where likelihood alone fails."""

from __future__ import annotations

import numpy as np
import pytest

from portfolio_app.analysis import order_value
from portfolio_app.analysis.order_value import OrderValue, fit_order_value


def test_between_the_own_mean_and_the_books_by_hand() -> None:
    """p 6, q 4, gamma 15: the book's mean 6 x 15 / 3 = 30; two orders of 60: 6 (15 + 120) / (12 + 3) = 54."""
    found = OrderValue(6.0, 4.0, 15.0, 0.0)
    assert found.mean == 30
    assert found.expected(np.array([0.0, 2, 1000]), np.array([0.0, 60, 60])).tolist() == pytest.approx(
        [30, 54, 60], abs=0.05
    )


def test_the_gradient_is_that_of_the_likelihood() -> None:
    count, mean = np.array([1.0, 2, 7, 30]), np.array([0.4, 1.1, 2.5, 0.9])
    logs = np.array([1.1, 0.6, 0.2])
    gradient = order_value._log_likelihood(logs, count, mean)[1]
    for place in range(3):
        step = np.eye(3)[place] * 1e-6
        higher, lower = (order_value._log_likelihood(logs + s, count, mean)[0] for s in (step, -step))
        assert gradient[place] == pytest.approx((higher - lower) / 2e-6, rel=1e-5, abs=1e-6)


@pytest.mark.parametrize(
    ("count", "mean"),
    [
        ([1.0] * 12, [100.0] * 12),
        ([1.0], [3.0]),
        ([5.0, 1], [1e-3, 1e9]),
        ([40.0] * 30, list(range(1, 31))),
        ([1.0] * 30, list(np.exp(np.random.default_rng(1).normal(0, 2, 30)))),
    ],
)
def test_no_book_is_degenerate(count: list[float], mean: list[float]) -> None:
    found = fit_order_value(np.array(count), np.array(mean))
    assert found is not None
    assert found.q > 1.01
    assert all(1e-3 < v < 1e5 for v in (found.p, found.q - 1))
    expected = found.expected(np.array(count), np.array(mean))
    assert (np.isfinite(expected) & (expected > 0)).all()


def test_amounts_in_other_units_give_the_same_answer() -> None:
    rng = np.random.default_rng(5)
    count, mean = rng.integers(1, 9, 40).astype(float), rng.lognormal(3, 0.8, 40)
    one, million = (fit_order_value(count, mean * unit) for unit in (1, 1e6))
    assert one is not None
    assert million is not None
    assert (million.p, million.q, million.gamma / 1e6) == pytest.approx((one.p, one.q, one.gamma), rel=1e-3)


def test_nothing_to_learn_from() -> None:
    assert fit_order_value(np.zeros(3), np.zeros(3)) is None


def test_drawn_sums_have_the_expected_mean() -> None:
    found = OrderValue(4.0, 4.0, 80.0, 0.0)
    count, mean = np.full(40_000, 3.0), np.full(40_000, 150.0)
    drawn = found.draw(count, mean, np.full(40_000, 2), np.random.default_rng(2))
    assert drawn.mean() == pytest.approx(2 * found.expected(count[:1], mean[:1])[0], rel=0.02)
    assert found.draw(count[:1], mean[:1], np.zeros(1, dtype=int), np.random.default_rng(2))[0] == 0
