from __future__ import annotations

from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.association import (
    RULE_COLUMNS,
    discoveries,
    fisher_greater,
    pair_counts,
    rules,
    wilson_low,
)


def counts(both: int, a: int, b: int) -> np.ndarray:
    return np.array([[a, both], [both, b]])


def test_the_figures_of_a_rule() -> None:
    """100 clients, 40 take A, 30 take B, 24 take both: twice as often as among all."""
    found = rules(counts(24, 40, 30), 100)
    assert list(found.columns) == list(RULE_COLUMNS)
    assert found[["a", "b"]].to_numpy().tolist() == [[0, 1], [1, 0]]
    first = found.iloc[0]
    assert (first["support"], first["confidence"], first["lift"]) == pytest.approx((0.24, 0.6, 2.0))
    assert first["lift_shrunk"] == pytest.approx((24 + 2) / (40 * 30 / 100 + 2))
    # Wilson, 90 %: (0.6 + z²/80 - z sqrt(0.24/40 + z²/6400)) / (1 + z²/40) = 0.4702; over 0.3.
    assert first["lift_low"] == pytest.approx(0.4702 / 0.3, abs=1e-3)


@pytest.mark.parametrize(
    ("both", "a", "b", "n", "stands"),
    [
        (2, 2, 2, 100, 0),  # never from two clients, however sure it looks
        (4, 10, 4, 200, 0),  # four clients are not five
        (5, 9, 5, 200, 0),  # nobody took A ten times
        (10, 10, 10, 200, 2),
        (5, 10, 5, 100, 1),  # only from A, which ten take
        (9, 300, 9, 1000, 0),  # less than 1 % of the clients
        (20, 50, 40, 100, 0),  # as many as chance gives
        (12, 30, 30, 100, 0),  # more than chance gives, but chance does that too
    ],
)
def test_what_stands(both: int, a: int, b: int, n: int, stands: int) -> None:
    assert len(rules(counts(both, a, b), n)) == stands


def test_pairs_are_counted_by_client() -> None:
    found = pair_counts(np.array([0, 0, 1, 2, 2]), np.array([0, 1, 0, 1, 2]), 3, 3)
    assert found.tolist() == [[2, 1, 0], [1, 2, 1], [0, 1, 1]]


def test_no_item_gives_no_rule() -> None:
    assert rules(np.zeros((0, 0), dtype=np.int64), 0).empty


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_fisher_is_the_sum_of_the_chances(data: st.DataObject) -> None:
    n = data.draw(st.integers(2, 60))
    a, b = data.draw(st.integers(1, n)), data.draw(st.integers(1, n))
    k = data.draw(st.integers(max(1, a + b - n), min(a, b)))
    exact = sum(comb(a, j) * comb(n - a, b - j) for j in range(k, min(a, b) + 1)) / comb(n, b)
    found = fisher_greater(np.array([k]), np.array([a]), np.array([b]), n)[0]
    assert found == pytest.approx(min(exact, 1.0), rel=1e-9, abs=1e-12)


def test_false_discoveries_are_held_at_a_tenth() -> None:
    """Benjamini-Hochberg: 0.03 <= 10 % x 3 / 10, so the three smallest are kept although 0.025 > 10 % x 2 / 10."""
    assert discoveries(np.array([0.5, 0.03, 0.001, 0.025]), 10).tolist() == [False, True, True, True]
    assert not discoveries(np.array([0.5]), 1).any()


def test_pure_noise_gives_hardly_any_rule() -> None:
    random = np.random.default_rng(5)
    total = 0
    for _ in range(10):
        client, item = np.nonzero(random.random((150, 15)) < 0.3)
        total += len(rules(pair_counts(client, item, 150, 15), 150))
    assert total <= 4


def test_wilson_of_nothing_is_nothing() -> None:
    assert wilson_low(np.array([0]), np.array([0])).tolist() == [0.0]
