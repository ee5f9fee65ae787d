"""Figures in print: every model named in them fitted here, the program's own among them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy.special import hyp2f1

from portfolio_app.analysis.order_value import OrderValue, fit_order_value
from portfolio_app.analysis.purchase_forecast import expected_orders
from portfolio_app.analysis.purchase_model import Histories, PurchaseModel, fit
from tests.analysis import published_models as published
from tests.analysis.published_models import Seen
from tests.corpus import corpus_dir

pytestmark = pytest.mark.corpus
MONTH = 365.25 / 12 / 7


@pytest.fixture(scope="module")
def folder() -> Path:
    found = corpus_dir().parent / "reference" / "clv"
    if not found.is_dir():
        pytest.skip("the reference figures are not here")
    return found


@pytest.fixture(scope="module")
def figures(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "reference.json").read_text())
    return found


@pytest.fixture(scope="module")
def cdnow(folder: Path) -> pd.DataFrame:
    """2,357 clients, in weeks up to the end of September 1997."""
    return pd.read_csv(folder / "cdnow_sample_cbs.csv")


@pytest.fixture(scope="module")
def seen(cdnow: pd.DataFrame) -> Seen:
    """The same, equal histories once."""
    rows = cdnow.groupby(["x", "tx", "T"]).size().reset_index(name="weight")
    return Seen(*(rows[name].to_numpy(float) for name in ("x", "tx", "T", "weight")))


@pytest.fixture(scope="module")
def donations(folder: Path) -> Seen:
    rows = pd.read_csv(folder / "donations_bgbb.csv")
    return Seen(*(rows[name].to_numpy(float) for name in ("x", "tx", "n", "donors")))


@pytest.fixture(scope="module")
def bg(seen: Seen) -> published.Fit:
    return published.fit(published.bg_nbd, seen)


@pytest.fixture(scope="module")
def pareto(seen: Seen) -> published.Fit:
    return published.fit(published.pareto_nbd, seen)


@pytest.fixture(scope="module")
def mbg(cdnow: pd.DataFrame) -> PurchaseModel:
    """The program's own, without priors."""
    found = fit(_histories(cdnow), priors=False)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def worth(cdnow: pd.DataFrame) -> OrderValue:
    """The program's own gamma-gamma, without priors, on those who bought again."""
    again = cdnow[cdnow["x"] > 0]
    found = fit_order_value(again["x"].to_numpy(float), again["repeat_mean_value"].to_numpy(), priors=False)
    assert found is not None
    return found


def _histories(frame: pd.DataFrame) -> Histories:
    return Histories(*(frame[name].to_numpy(float) for name in ("x", "tx", "T")), np.zeros(len(frame)))


def _one(x: float, tx: float, age: float) -> Seen:
    return Seen(*(np.array([value]) for value in (x, tx, age)), np.ones(1))


class TestFits:
    """Parameters to 3 decimals, log-likelihoods to 0.1."""

    @pytest.mark.parametrize(
        ("name", "key", "printed", "most"),
        [("bg", "bgnbd", "bgnbd", 6e-4), ("pareto", "pnbd", "pnbd", 1e-3)],
    )
    def test_of_purchases(
        self, name: str, key: str, printed: str, most: float, figures: dict[str, Any], request: Any
    ) -> None:
        found: published.Fit = request.getfixturevalue(name)
        for group, tolerance in ((figures["published"][printed], None), (figures["recomputed"][key], most)):
            decimals = group.get("decimals", {})
            names = [n for n in group if n in ("r", "alpha", "a", "b", "s", "beta")]
            for place, parameter in enumerate(names):
                allowed = tolerance or 0.6 * 10.0 ** -decimals[parameter]
                assert found.parameters[place] == pytest.approx(group[parameter], abs=allowed)
            assert found.log_likelihood == pytest.approx(group["ll"], abs=0.06)

    def test_of_the_donations(self, donations: Seen, figures: dict[str, Any]) -> None:
        found = published.fit(published.bg_bb, donations)
        printed = figures["published"]["bgbb_donations"]
        for place, name in enumerate(("alpha", "beta", "gamma", "delta")):
            assert found.parameters[place] == pytest.approx(printed[name], abs=6e-4)
        assert found.log_likelihood == pytest.approx(printed["ll"], abs=0.06)
        values = figures["spot_values"]
        for case in values["bgbb_palive_2002"]:
            alive = published.bg_bb_alive(found.parameters, _one(case["x"], case["tx"], case["n"]))
            assert alive[0] == pytest.approx(case["value"], abs=0.006)
        total = donations.weight @ published.bg_bb_expected(found.parameters, donations, 5)
        assert total == pytest.approx(values["bgbb_total_next_5_periods"], abs=0.6)

    def test_of_what_orders_bring(
        self, worth: OrderValue, cdnow: pd.DataFrame, figures: dict[str, Any]
    ) -> None:
        printed = figures["published"]["gamma_gamma"]
        for name in ("p", "q", "gamma"):
            assert getattr(worth, name) == pytest.approx(printed[name], abs=0.006)
            assert getattr(worth, name) == pytest.approx(figures["recomputed"]["gamma_gamma"][name], abs=1e-4)
        assert worth.log_likelihood == pytest.approx(printed["ll"], abs=0.006)
        ten = worth.expected(
            cdnow["x"].to_numpy(float)[:10], cdnow["repeat_mean_value"].fillna(0).to_numpy()[:10]
        )
        assert ten == pytest.approx(figures["spot_values"]["gamma_gamma_first_ten_clients"], abs=0.006)


class TestSingleValues:
    def test_of_bg_nbd(self, bg: published.Fit, figures: dict[str, Any]) -> None:
        values = figures["spot_values"]
        r, alpha, a, b = bg.parameters
        for t, expected in zip(
            values["bgnbd_E_X_t"]["t"], values["bgnbd_E_X_t"]["published_unrounded_params"], strict=True
        ):
            part = hyp2f1(r, b, a + b - 1, t / (alpha + t))
            found = (a + b - 1) / (a - 1) * (1 - (alpha / (alpha + t)) ** r * part)
            # The spreadsheet was solved to fewer digits.
            assert found == pytest.approx(expected, abs=6e-5, rel=3e-4)
        assert published.bg_expected(bg.parameters, _one(2, 30.43, 38.86), 39)[0] == pytest.approx(
            values["bgnbd_cet_x2_tx30.43_T38.86_t39"], abs=6e-4
        )
        assert published.bg_expected(bg.parameters, _one(0, 0, 0), 52)[0] == pytest.approx(
            values["bgnbd_new_client_52w"]["R_BTYD"], abs=1e-3
        )
        client, printed = _one(26, 30.857, 31), values["bgnbd_client_x26_tx30.857_T31"]
        assert published.bg_expected(bg.parameters, client, 52)[0] == pytest.approx(
            printed["cet_52w"], abs=2e-3
        )
        assert published.bg_alive(bg.parameters, client)[0] == pytest.approx(printed["palive"], abs=1e-4)

    def test_of_pareto_nbd(self, pareto: published.Fit, figures: dict[str, Any]) -> None:
        values = figures["spot_values"]
        new = published.pareto_expected(pareto.parameters, _one(0, 0, 0), 52)[0]
        assert new == pytest.approx(values["pnbd_new_client_52w"]["R_BTYD"], abs=1e-3)
        client, printed = _one(26, 30.857, 31), values["pnbd_client_x26_tx30.857_T31"]
        assert published.pareto_expected(pareto.parameters, client, 52)[0] == pytest.approx(
            printed["cet_52w"], abs=2e-3
        )
        assert published.pareto_alive(pareto.parameters, client)[0] == pytest.approx(
            printed["palive"], abs=1e-5
        )
        *hard, given = values["pnbd_numeric_stability"]
        for case in hard:
            alive = published.pareto_alive(tuple(given["params"]), _one(case["x"], case["tx"], case["T"]))[0]
            assert 0 <= alive <= 1

    def test_of_the_programs_own(self, figures: dict[str, Any]) -> None:
        model = PurchaseModel(1, *figures["spot_values"]["mbgnbd_params"], 0.0)
        for case in figures["spot_values"]["mbgnbd_palive"]:
            one = Histories(*(np.array([float(case[name])]) for name in ("x", "tx", "T")), np.zeros(1))
            assert model.p_alive(one)[0] == pytest.approx(case["palive"], abs=2e-6)
            assert expected_orders(model, one, np.array([39.0]))[0, 0] == pytest.approx(
                case["cet_39w"], abs=2e-6
            )


class TestTheNextThirtyNineWeeks:
    def test_by_orders_before(
        self, bg: published.Fit, pareto: published.Fit, mbg: PurchaseModel, cdnow: pd.DataFrame,
        figures: dict[str, Any],
    ) -> None:  # fmt: skip
        printed = figures["holdout_39_weeks"]
        every = Seen(*(cdnow[name].to_numpy(float) for name in ("x", "tx", "T")), np.ones(len(cdnow)))
        actual = cdnow["holdout_orders"].to_numpy(float)
        found = {
            "bgnbd": published.bg_expected(bg.parameters, every, 39),
            "pnbd": published.pareto_expected(pareto.parameters, every, 39),
            "mbgnbd": expected_orders(mbg, _histories(cdnow), np.array([39.0]))[:, 0],
        }
        group = np.minimum(cdnow["x"].to_numpy(), 7)
        assert np.bincount(group).tolist() == printed["clients"]
        assert np.bincount(group, actual) / np.bincount(group) == pytest.approx(printed["actual"], abs=6e-4)
        for name, orders in found.items():
            means = np.bincount(group, orders) / np.bincount(group)
            assert means == pytest.approx(printed[name], abs=1.1e-3)
            assert orders.sum() == pytest.approx(printed["sum_expected"][name], abs=0.2)
            assert np.corrcoef(orders, actual)[0, 1] == pytest.approx(printed["corr"][name], abs=6e-4)
            assert np.abs(orders - actual).mean() == pytest.approx(printed["mae"][name], abs=6e-4)
        alive = {
            "bgnbd": published.bg_alive(bg.parameters, every),
            "pnbd": published.pareto_alive(pareto.parameters, every),
            "mbgnbd": mbg.p_alive(_histories(cdnow)),
        }
        for name, chance in alive.items():
            assert chance.sum() == pytest.approx(printed["sum_palive"][name], abs=0.2)


class TestDiscountedValue:
    """Gamma-gamma 6.25, 3.74, 15.44; each month's orders discounted at its end."""

    def _value(self, reached: np.ndarray, rate: float, cdnow: pd.DataFrame) -> np.ndarray:
        worth = OrderValue(6.25, 3.74, 15.44, 0.0)
        each = worth.expected(cdnow["x"].to_numpy(float), cdnow["repeat_mean_value"].fillna(0).to_numpy())
        periods = np.arange(1, reached.shape[1] + 1)
        found: np.ndarray = each * (
            np.diff(reached, axis=1, prepend=0) @ (1 + rate) ** -periods.astype(float)
        )
        return found

    @pytest.mark.parametrize(
        ("setting", "months", "length", "rate"),
        [
            ("bgnbd_12x4.345w_1pct_per_period", 12, 4.345, 0.01),
            ("bgnbd_12_months_10pct_per_year", 12, MONTH, 1.1 ** (1 / 12) - 1),
            ("bgnbd_36_months_10pct_per_year", 36, MONTH, 1.1 ** (1 / 12) - 1),
            ("mbgnbd_12_months_10pct_per_year", 12, MONTH, 1.1 ** (1 / 12) - 1),
            ("mbgnbd_36_months_10pct_per_year", 36, MONTH, 1.1 ** (1 / 12) - 1),
        ],
    )
    def test_of_six_clients_and_all(
        self,
        setting: str,
        months: int,
        length: float,
        rate: float,
        figures: dict[str, Any],
        cdnow: pd.DataFrame,
    ) -> None:
        ends = np.arange(1, months + 1) * length
        if setting.startswith("mbg"):
            model = PurchaseModel(1, *figures["spot_values"]["mbgnbd_params"], 0.0)
            reached = expected_orders(model, _histories(cdnow), ends)
        else:
            every = Seen(*(cdnow[name].to_numpy(float) for name in ("x", "tx", "T")), np.ones(len(cdnow)))
            reached = np.column_stack(
                [published.bg_expected(tuple(figures["spot_values"]["bgnbd_params"]), every, t) for t in ends]
            )
        value, printed = self._value(reached, rate, cdnow), figures["clv"][setting]
        assert value[:6] == pytest.approx(printed["clients_1_to_6"], rel=2e-5)
        assert value.sum() == pytest.approx(printed["total"], rel=1e-5)
