from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.special import betainc

from portfolio_app.analysis import purchase_model
from portfolio_app.analysis.purchase_model import Histories, PurchaseModel, fit, log_likelihood, log_prior
from tests.corpus import corpus_dir


def histories(*rows: tuple[float, ...]) -> Histories:
    """Clients as (repeats, last, age); their gaps equal."""
    given = np.array([row[:3] for row in rows], dtype=float)
    repeats, last, age = given.T
    gaps = np.where(repeats > 0, repeats * np.log(np.where(repeats > 0, last / np.maximum(repeats, 1), 1)), 0)
    return Histories(repeats, last, age, gaps)


def simulated(n: int, k: int, seed: int, leaves: float = 0.1, weeks: float = 104) -> Histories:
    """Clients of an Erlang-k world of so many weeks, who begin in its first half; in days."""
    rng = np.random.default_rng(seed)
    rows = []
    for _ in range(n):
        begun, rate, stays = rng.uniform(0, weeks / 2), rng.gamma(2, 0.08), 1 - leaves
        orders = [0.0]
        while rng.random() < stays and orders[-1] < weeks:
            orders.append(orders[-1] + rng.gamma(k, 1 / (rate * k)))
        seen = [math.ceil(7 * order) for order in orders if begun + order <= weeks]
        days = sorted(set(seen))
        rows.append((len(days) - 1, days[-1], 7 * (weeks - begun) + 1, np.log(np.diff(days)).sum()))
    return Histories(*np.array(rows, dtype=float).T)


CASES = histories((0, 0, 0), (0, 0, 40), (1, 5, 5), (2, 30, 39), (7, 20, 80), (26, 30.9, 31))


@pytest.mark.parametrize("k", [1, 2, 3])
def test_the_gradient_is_that_of_the_likelihood(k: int) -> None:
    parameters = np.array([0.7, 6.0, 0.9, 2.5])
    weights = np.array([3.0, 1, 1, 2, 1, 1])
    _, gradient = log_likelihood(parameters, CASES, k, weights)
    for place, value in enumerate(parameters):
        step = np.zeros(4)
        step[place] = 1e-6 * value
        higher = log_likelihood(parameters + step, CASES, k, weights)[0]
        lower = log_likelihood(parameters - step, CASES, k, weights)[0]
        assert gradient[place] == pytest.approx((higher - lower) / (2e-6 * value), rel=1e-6, abs=1e-6)


def test_the_gradient_is_that_of_the_priors() -> None:
    logs = np.array([0.3, 1.9, -0.4, 0.8])
    _, gradient = log_prior(logs, -2.2)
    for place in range(4):
        step = np.eye(4)[place] * 1e-6
        slope = (log_prior(logs + step, -2.2)[0] - log_prior(logs - step, -2.2)[0]) / 2e-6
        assert gradient[place] == pytest.approx(slope, abs=1e-8)


def test_the_likelihood_of_one_order_by_hand() -> None:
    """One order, silent for 10: gone at once (a/(a+b)) or still here without a gap over (alpha/(alpha+10))^r."""
    value, _ = log_likelihood(np.array([2.0, 5.0, 1.0, 3.0]), histories((0, 0, 10)), 1)
    assert value == pytest.approx(math.log(1 / 4 + 3 / 4 * (5 / 15) ** 2))


def test_the_chance_of_a_silence_by_hand() -> None:
    """r 1, alpha 10, three orders over 20 days, silent for 30: ((10 + 20) / (10 + 20 + 30)) ** (1 + 2)."""
    three, span, silence = np.array([2.0, 2, 0]), np.array([20.0, 20, 0]), np.array([30.0, 0, 10])
    one = PurchaseModel(1, 1.0, 10.0, 1.0, 3.0, 0.0)
    assert one.p_overdue(three, span, silence).tolist() == pytest.approx([0.125, 1, 0.5])
    assert one.expected_gap(three, span)[:2].tolist() == pytest.approx([15, 15])
    assert np.isnan(one.expected_gap(three, span)[2])


@pytest.mark.parametrize("k", [1, 2, 3])
def test_the_chance_of_a_silence_is_the_incomplete_beta(k: int) -> None:
    model = PurchaseModel(k, 1.3, 12.0, 1.0, 3.0, 0.0)
    repeats, last = np.array([0.0, 1, 4, 9]), np.array([0.0, 6, 40, 45])
    silence = np.array([3.0, 100, 1, 30])
    z = silence / (silence + 12 + last)
    assert model.p_overdue(repeats, last, silence) == pytest.approx(1 - betainc(k, 1.3 + k * repeats, z))
    assert model.expected_gap(repeats, last)[1:] == pytest.approx(
        k * (12 + last[1:]) / (1.3 + k * repeats[1:] - 1)
    )


@pytest.mark.parametrize(("k", "n"), [(1, 300), (3, 120)])
def test_the_regularity_of_orders_is_recognised(k: int, n: int) -> None:
    model = fit(simulated(n, k, seed=5))
    assert model is not None
    assert model.k == k


def test_regular_buyers_are_late_sooner() -> None:
    repeats, last, silence = np.array([10.0]), np.array([300.0]), np.array([80.0])
    chance = {k: fit(simulated(150, k, seed=k)).p_overdue(repeats, last, silence)[0] for k in (1, 3)}  # type: ignore[union-attr]
    assert chance[3] < chance[1]


def test_active_clients_are_rarely_called_late() -> None:
    """Nobody leaves: about one client in ten is silent so long that its chance is below 10 %."""
    world = simulated(300, 2, seed=11, leaves=0)
    model = fit(world)
    assert model is not None
    late = model.p_overdue(world.repeats, world.last, world.age - world.last) < 0.10
    assert 0.04 < late.mean() < 0.16


def test_no_small_book_is_degenerate() -> None:
    """Forty random books of 5 to 300 clients: a sound fit away from the edges, chances within [0, 1]."""
    rng = np.random.default_rng(3)
    edge = math.log(500)
    for book in range(40):
        n = int(np.exp(rng.uniform(np.log(5), np.log(301))))
        world = simulated(n, int(rng.integers(1, 4)), 100 + book, rng.uniform(0, 0.5), rng.choice([26, 104]))
        model = fit(world)
        assert model is not None
        scaled = (model.r, model.alpha / world.age.max(), model.a, model.b)
        assert all(abs(math.log(value)) < edge for value in scaled), (book, n, model)
        chance = model.p_overdue(world.repeats, world.last, world.age - world.last)
        alive = model.p_alive(world)
        assert ((chance >= 0) & (chance <= 1)).all()
        assert ((alive >= 0) & (alive <= 1)).all()


@pytest.mark.parametrize(
    "world",
    [
        histories(*[(0, 0, 1)] * 12),
        histories(*[(30, 30, 30)] * 12),
        histories(*[(1, 1, 3000)] * 12),
        histories((0, 0, 0)),
        Histories(*np.zeros((4, 30))),
    ],
)
def test_odd_books_still_have_a_model(world: Histories) -> None:
    model = fit(world)
    assert model is not None
    assert np.isfinite(model.p_overdue(world.repeats, world.last, world.age - world.last)).all()


def test_the_unit_of_time_does_not_matter() -> None:
    days = simulated(40, 2, seed=8)
    in_weeks = Histories(
        days.repeats, days.last / 7, days.age / 7, days.log_gaps - days.repeats * math.log(7)
    )
    one, other = fit(days), fit(in_weeks)
    assert one is not None
    assert other is not None
    assert (other.k, other.r, other.alpha) == (
        one.k,
        pytest.approx(one.r, 1e-4),
        pytest.approx(one.alpha / 7, 1e-4),
    )


def test_too_little_to_learn_from() -> None:
    rows = [(2, 30, 90)] * 10
    assert histories(*rows).enough(median_gap=15)
    assert not histories(*rows[:9]).enough(median_gap=15)
    assert not histories(*rows).enough(median_gap=46)
    assert not histories(*[(1, 30, 90)] * 10).enough(median_gap=15)


@pytest.fixture(scope="module")
def reference() -> Path:
    folder = corpus_dir().parent / "reference" / "clv"
    if not folder.is_dir():
        pytest.skip("the reference figures are not here")
    return folder


@pytest.fixture(scope="module")
def cdnow(reference: Path) -> Histories:
    """Weeks to the end of September 1997; the gaps are those between the purchase days."""
    orders = pd.read_csv(reference / "cdnow_sample_orders.csv", parse_dates=["date"])
    days = orders[orders["date"] <= "1997-09-30"].drop_duplicates(["client", "date"])
    days = days.sort_values(["client", "date"])
    gaps = np.log(days.groupby("client")["date"].diff().dt.days / 7)
    frame = pd.read_csv(reference / "cdnow_sample_cbs.csv").set_index("client")
    frame["gaps"] = gaps.groupby(days["client"]).sum()
    return Histories(*(frame[name].to_numpy(float) for name in ("x", "tx", "T", "gaps")))


@pytest.mark.corpus
class TestCdnow:
    """The published data set: 2,357 clients, in weeks."""

    def test_without_priors_the_published_figures_come_out(self, cdnow: Histories, reference: Path) -> None:
        expected = json.loads((reference / "reference.json").read_text())["recomputed"]
        model = fit(cdnow, priors=False)
        assert model is not None
        assert model.k == 1
        figures = expected["mbgnbd"]
        for name in ("r", "alpha", "a", "b"):
            assert getattr(model, name) == pytest.approx(figures[name], abs=2e-5)
        assert model.log_likelihood == pytest.approx(figures["ll"], abs=1e-3)

    def test_other_regularities_are_less_likely(self, cdnow: Histories, reference: Path) -> None:
        expected = json.loads((reference / "reference.json").read_text())["recomputed"]["mbg_cnbd_k_cdnow_ll"]
        distinct = purchase_model.grouped(cdnow)
        for k in (1, 2, 3):
            model = purchase_model._fit_k(*distinct, k, priors=False)
            assert model is not None
            assert model.log_likelihood == pytest.approx(expected[str(k)], abs=0.1)

    def test_the_chance_to_be_a_client_still(self, cdnow: Histories, reference: Path) -> None:
        values = json.loads((reference / "reference.json").read_text())
        model = PurchaseModel(1, *values["spot_values"]["mbgnbd_params"], 0.0)
        for case in values["spot_values"]["mbgnbd_palive"]:
            one = Histories(*(np.array([float(case[name])]) for name in ("x", "tx", "T")), np.zeros(1))
            assert model.p_alive(one)[0] == pytest.approx(case["palive"], abs=2e-6)
        total = values["holdout_39_weeks"]["sum_palive"]["mbgnbd"]
        assert model.p_alive(cdnow).sum() == pytest.approx(total, abs=0.1)

    def test_with_priors_hardly_anything_changes(self, cdnow: Histories) -> None:
        model = fit(cdnow)
        assert model is not None
        assert model.k == 1
        assert model.log_likelihood == pytest.approx(-9582.14, abs=0.5)
