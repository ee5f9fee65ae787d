"""What clients are worth: levels and refusals, money by hand, intervals, tests on the past, odd books."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest

from portfolio_app.analysis import customer_value as module
from portfolio_app.analysis.back_test import _missed, _spread
from portfolio_app.analysis.customer_value import (
    BackTest,
    CustomerValues,
    NewClient,
    ValueChoices,
    customer_values,
    equity_over_time,
)
from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.frames import empty_frame
from portfolio_app.analysis.simple_value import retention_value
from portfolio_app.analysis.value_types import CLIENT_VALUE_COLUMNS, REASONS
from tests.analysis.books import TODAY, lines
from tests.analysis.purchase_worlds import BEGIN, facts, orders

MONEY = 1_000_000
NO_TABLE = pd.DataFrame(index=pd.Index([], name="client_id"))
AS_OF = BEGIN + timedelta(days=900)


def values(
    of: SaleFacts, as_of: date = AS_OF, table: pd.DataFrame = NO_TABLE, quick: bool = False, **choices: Any
) -> CustomerValues:
    return customer_values(of, table, as_of, ValueChoices(**choices), quick=quick)


@pytest.fixture(scope="module")
def world() -> SaleFacts:
    return facts(orders(120, 3))


@pytest.fixture(scope="module")
def segments() -> pd.DataFrame:
    ids = np.arange(1, 121)
    return pd.DataFrame({"segment": np.where(ids <= 60, "one", "two")}, index=pd.Index(ids, name="client_id"))


@pytest.fixture(scope="module")
def solid(world: SaleFacts, segments: pd.DataFrame) -> CustomerValues:
    return values(world, table=segments, horizon_days=365)


class TestLevels:
    @pytest.mark.parametrize(
        ("clients", "each", "level", "why"),
        [(9, 9, 0, "few_clients"), (10, 1, 0, "few_orders"), (10, 2, 1, ""), (29, 9, 1, ""), (30, 2, 2, "")],
    )
    def test_follow_from_clients_and_orders(self, clients: int, each: int, level: int, why: str) -> None:
        """Each client has `each` orders after the first, a month apart, the last half a month ago."""
        days = [TODAY - timedelta(days=15 + 30 * back) for back in range(each + 1)]
        rows = [(c, day - timedelta(days=c % 7), "", 100.0, None) for c in range(clients) for day in days]
        found = values(facts(rows), TODAY, quick=True)
        assert (found.level, found.why) == (level, why)
        assert (found.model is not None) is (why == "")
        assert found.clients["expected_orders"].notna().all() == (why == "")
        assert found.clients["simple_value"].notna().all()

    def test_the_solid_one(self, solid: CustomerValues) -> None:
        assert (solid.level, solid.why) == (3, "")
        assert solid.preferred in ("model", "naive")

    def test_two_median_gaps_of_history_are_needed(self) -> None:
        rows = [
            (c, TODAY - timedelta(days=back), "", 100.0, None) for c in range(25) for back in (c % 3, 200 + c)
        ]
        assert values(facts(rows), TODAY, quick=True).why == "short_history"

    def test_months_without_any_order_are_missing_data(self, world: SaleFacts) -> None:
        found = values(world, AS_OF + timedelta(days=95), quick=True)
        assert (found.level, found.why, found.preferred) == (0, "missing_months", "naive")
        assert values(world, AS_OF + timedelta(days=80), quick=True).why == ""

    def test_no_sound_fit(self, world: SaleFacts, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("portfolio_app.analysis.rhythm.fit", lambda histories: None)
        assert values(world, quick=True).why == "no_convergence"

    def test_forecasts_that_missed_are_not_repeated(
        self, world: SaleFacts, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("portfolio_app.analysis.back_test._missed", lambda tests: True)
        found = values(world)
        assert (found.level, found.why) == (0, "bad_back_test")
        assert np.isnan(found.total.expected)
        assert len(found.back_tests) == 2
        assert set(REASONS) >= {found.why}


class TestHorizon:
    def test_is_three_years_but_no_longer_than_the_history(self, world: SaleFacts) -> None:
        found = values(world, quick=True)
        assert (found.horizon_days, found.horizon_cut) == (found.history_days, True)
        assert values(world, quick=True, horizon_days=200).horizon_cut is False

    def test_a_longer_one_asked_for_is_refused(self, world: SaleFacts) -> None:
        history = values(world, quick=True).history_days
        refused = values(world, quick=True, horizon_days=round(history * 1.2), is_asked=True)
        assert (refused.level, refused.why) == (0, "long_horizon")
        nearly = values(world, quick=True, horizon_days=history + 1, is_asked=True)
        assert (nearly.why, nearly.horizon_days) == ("", history + 1)

    def test_is_a_year_at_level_1(self) -> None:
        found = values(facts(orders(20, 5, leaves=0.02)), quick=True)
        assert (found.level, found.horizon_days, found.horizon_cut) == (1, 365, True)


class TestFigures:
    def test_each_client_has_them_all(self, solid: CustomerValues) -> None:
        table = solid.clients
        assert list(table.columns) == list(CLIENT_VALUE_COLUMNS)
        numbers = [name for name, kind in CLIENT_VALUE_COLUMNS.items() if kind == "float64"]
        assert np.isfinite(table[numbers].to_numpy(float)).all()
        for name in ("p_active", "p_order", "p_order_90"):
            assert table[name].between(0, 1).all()
        assert (table["p_order"] <= table["p_active"] + 1e-9).all()
        assert (table["orders_low"] <= table["orders_high"]).all()
        assert (table["value_low"] <= table["value_high"]).all()
        assert set(table["tier"]) <= {"likely", "uncertain", "unlikely"}

    def test_totals_are_those_of_the_clients(self, solid: CustomerValues) -> None:
        assert solid.total.expected == pytest.approx(solid.clients["value"].sum())
        assert solid.orders_total.expected == pytest.approx(solid.clients["expected_orders"].sum())
        assert solid.total.low < solid.total.expected < solid.total.high
        assert solid.orders_total.low < solid.orders_total.expected < solid.orders_total.high
        assert solid.naive_orders == solid.clients["naive_orders"].sum()
        assert 0 < solid.top_share() < 1

    def test_segments_add_up(self, solid: CustomerValues) -> None:
        table = solid.by_segment
        assert table["clients"].sum() == len(solid.clients)
        assert table["value"].sum() == pytest.approx(solid.total.expected)
        assert table["share"].sum() == pytest.approx(1)
        assert (table["low"] < table["value"]).all()
        assert (table["value"] < table["high"]).all()

    def test_twice_the_same(self, world: SaleFacts, segments: pd.DataFrame, solid: CustomerValues) -> None:
        again = values(world, table=segments, horizon_days=365)
        pd.testing.assert_frame_equal(again.clients, solid.clients)
        assert again.total == solid.total

    def test_costs_and_returns_reduce_what_an_order_brings(
        self, world: SaleFacts, solid: CustomerValues
    ) -> None:
        assert solid.margin_known
        assert solid.clients["margin_rate"].to_numpy() == pytest.approx(0.4, abs=0.01)
        ratio = solid.clients["value"] / solid.clients["value_revenue"]
        assert ratio.to_numpy() == pytest.approx(0.4, abs=0.01)
        rows = orders(120, 3)
        back = [(c, day + timedelta(days=1), "back", -amount, None) for c, day, _, amount, _ in rows[::2]]
        returned = values(facts([*rows, *back]), quick=True, horizon_days=365)
        assert returned.clients["order_value"].sum() < 0.7 * solid.clients["order_value"].sum()
        assert returned.clients["expected_orders"].sum() == pytest.approx(
            solid.orders_total.expected, rel=0.02
        )

    def test_what_serving_costs_is_taken_off(self, world: SaleFacts, solid: CustomerValues) -> None:
        ids = pd.Index(np.arange(1, 121), name="client_id")
        table = pd.DataFrame({"cost_to_serve_window": 30.0 * MONEY, "orders_window": 3.0}, index=ids)
        served = values(world, table=table, quick=True, horizon_days=365)
        less = solid.clients["value"] - served.clients["value"]
        discounted = solid.clients["value_revenue"] / solid.clients["order_value"]
        assert less.to_numpy() == pytest.approx(10 * MONEY * discounted.to_numpy(), rel=1e-6)

    def test_discount_is_by_month_at_its_end(self, world: SaleFacts) -> None:
        """One month: all orders count 1.1 ** (-30 / 365.25)."""
        found = values(world, quick=True, horizon_days=30, discount_rate=0.1).clients
        wanted = found["expected_orders"] * found["order_value"] * 1.1 ** (-30 / 365.25)
        assert found["value_revenue"].to_numpy() == pytest.approx(wanted.to_numpy())
        dear, cheap = (values(world, quick=True, discount_rate=d).total.expected for d in (0.0, 0.5))
        assert dear > cheap


class TestSimpleValue:
    """Two years of history; client 1 spends 100 four times, client 2 300 twice, the second a year ago."""

    ROWS = (
        *[(1, TODAY - timedelta(days=d), "", 100.0, 75.0) for d in (730, 500, 300, 10)],
        *[(2, TODAY - timedelta(days=d), "", 300.0, 150.0) for d in (730, 365)],
    )

    def test_by_hand(self) -> None:
        found = values(facts(list(self.ROWS)), TODAY)
        table, years = found.clients, 730 / 365.25
        assert found.relationship_years == pytest.approx(years)
        assert table["orders_a_year"].tolist() == pytest.approx([4 / years, 2 / years])
        assert table["simple_value"].tolist() == pytest.approx([400 * MONEY, 600 * MONEY])
        book = (400 * 0.25 + 600 * 0.5) / 1000
        drawn = 5 * 1000 / 6
        rates = [(100 + drawn * book) / (400 + drawn), (300 + drawn * book) / (600 + drawn)]
        assert table["margin_rate"].tolist() == pytest.approx(rates)
        assert (found.level, found.why) == (0, "few_clients")

    def test_an_older_relationship_is_told_by_the_client_table(self) -> None:
        ids = pd.Index([1, 2], name="client_id")
        table = pd.DataFrame({"tenure_days": [1460.0, np.nan], "status": ["active", "former"]}, index=ids)
        found = values(facts(list(self.ROWS)), TODAY, table)
        assert found.clients["relationship_days"].tolist() == [1460, 365]
        assert found.clients["at_least"].tolist() == [True, False]
        assert found.relationship_years == pytest.approx((1460 + 365) / 2 / 365.25)

    def test_the_retention_form_by_hand(self) -> None:
        """100 a year, 80 % stay, 10 %: 100 x .8 / .3; nothing is left of nobody."""
        assert retention_value(100, 0.8, 0.1) == pytest.approx(266.67, abs=0.01)
        assert retention_value(100, 0, 0.1) == 0
        assert np.isnan(retention_value(100, 1.0, 0.0))

    def test_a_point_more_retention(self, solid: CustomerValues) -> None:
        kept = solid.retention
        assert 0 < kept.retention < 1
        r, m = kept.retention, kept.margin
        assert kept.value == pytest.approx(m * r / (1.1 - r))
        assert kept.value + kept.one_point == pytest.approx(m * (r + 0.01) / (1.09 - r))
        assert solid.churn_years == pytest.approx(1 / (1 - r))


class TestBackTests:
    def test_stand_on_the_last_thirds_of_the_history(self, solid: CustomerValues, world: SaleFacts) -> None:
        last, before = solid.back_tests
        third = timedelta(days=solid.history_days // 3)
        assert (last.end, last.start, before.end, before.start) == (
            AS_OF, AS_OF - third, AS_OF - third, AS_OF - 2 * third,
        )  # fmt: skip
        for test in solid.back_tests:
            assert test.low < test.expected < test.high
        day = np.datetime64(last.start).astype(int), np.datetime64(last.end).astype(int)
        came = 0
        for start, end in zip(world.paid.starts, world.paid.ends, strict=True):
            days = world.paid_day[start:end]
            came += int(((days > day[0]) & (days <= day[1])).sum()) if days[0] <= day[0] else 0
        assert last.actual == came

    def test_widen_what_is_said(self) -> None:
        assert _spread([(100.0, 100), (100, 100)]) == 0.15
        assert _spread([(99.5, 199.5), (199.5, 99.5)]) == pytest.approx(np.log(2))
        assert _spread([(100.0, 100)]) == pytest.approx(0.25 / np.sqrt(2))

    def test_over_60_percent_off_is_a_miss_unless_by_chance(self) -> None:
        def tests(*pairs: tuple[float, float]) -> list[BackTest]:
            return [BackTest(TODAY, TODAY, forecast, 0, 0, 0, came) for forecast, came in pairs]

        assert _missed(tests((161, 100)))
        assert not _missed(tests((159, 100)))
        assert not _missed(tests((161, 100), (100, 100)))
        assert not _missed(tests((4, 2)))
        assert _missed(tests((40, 150)))
        assert not _missed([])


class TestNewClients:
    def test_the_first_order_and_what_follows(self, solid: CustomerValues) -> None:
        new = solid.new_client()
        assert new is not None
        assert new.value > new.first_order > 0
        assert new.low <= new.cautious <= new.value <= new.high
        assert list(new.by_month) == sorted(new.by_month)
        assert new.by_month[-1] == pytest.approx(new.value)
        assert new.first_order == pytest.approx(
            (solid.clients["order_value"] * solid.clients["margin_rate"]).mean()
        )
        one = solid.new_client("one")
        assert one is not None
        assert one.value != new.value
        assert solid.new_client("three") is None

    def test_ceiling_and_payback_by_hand(self) -> None:
        new = NewClient(300, 200, 400, 240, 600, 100, (30, 60, 90), (180, 250, 300), 3)
        assert (new.ceiling(3), new.ceiling(1)) == (100, 300)
        assert [new.payback_days(cost) for cost in (100, 101, 200, 300, 301)] == [0, 30, 60, 90, None]
        cautious = NewClient(300, 200, 400, 240, 600, 100, (30,), (180,), 2)
        assert cautious.ceiling(3) == 80


def test_value_over_time(world: SaleFacts, segments: pd.DataFrame) -> None:
    days = [AS_OF - timedelta(days=91 * back) for back in (0, 1, 9)]
    found = equity_over_time(world, dict.fromkeys(days, segments), ValueChoices())
    assert list(found.columns) == ["day", "segment", "clients", "value", "level", "horizon_days"]
    assert set(found["day"]) == set(days)
    now = found[found["day"] == AS_OF]
    assert now["segment"].tolist() == ["one", "two"]
    assert now["value"].gt(0).all()
    assert found["horizon_days"].nunique() == 1
    assert found.loc[found["day"] == days[2], "value"].isna().all()


class TestOddBooks:
    def check(self, found: CustomerValues, quick: bool = False) -> None:
        table = found.clients
        assert not np.isinf(table.select_dtypes("number").to_numpy(float)).any()
        if found.level:
            forecast = table[["p_active", "p_order", "expected_orders", "value"]]
            assert np.isfinite(forecast.to_numpy(float)).all()
            if not quick:
                assert np.isfinite(table[["value_low", "value_high", "orders_high"]].to_numpy(float)).all()
                assert np.isfinite([found.total.low, found.total.high, found.orders_total.high]).all()
            assert found.orders_total.expected <= 20 * max(found.clients["own_orders"].sum(), 1)

    def test_empty(self) -> None:
        found = values(SaleFacts.from_lines(empty_frame(dict(lines().dtypes.astype(str)))), TODAY)
        assert (found.level, found.why, len(found.clients)) == (0, "few_clients", 0)
        assert found.top_share() != found.top_share()

    @pytest.mark.parametrize(
        "rows",
        [
            [(1, TODAY, "", 100.0, None)],
            [(c, TODAY, "", 100.0, None) for c in range(40)],
            [(c, TODAY - timedelta(days=d), "", 100.0, None) for c in range(40) for d in range(0, 300, 30)],
            [(c, TODAY - timedelta(days=d), "", -50.0, None) for c in range(12) for d in (1, 40)],
            [
                (c, TODAY - timedelta(days=d), "", 50.0, 80.0)
                for c in range(12)
                for d in range(0, 200, c + 20)
            ],
            [(1, TODAY - timedelta(days=d), "", 10.0, None) for d in range(900)]
            + [
                (c, TODAY - timedelta(days=d), "", 1e6, None) for c in range(2, 14) for d in (c, 300 + c, 700)
            ],
        ],
        ids=["one order", "one day", "all alike", "returns only", "at a loss", "one a day, others never"],
    )
    def test_by_hand(self, rows: list[tuple[Any, ...]]) -> None:
        self.check(values(facts(rows), TODAY))

    def test_random_small_books(self) -> None:
        rng = np.random.default_rng(12)
        for book in range(8):
            world = orders(
                int(rng.integers(5, 60)), book, days=int(rng.integers(100, 900)), k=int(rng.integers(1, 4)),
                rate=float(rng.choice([0.005, 0.02, 0.1])), leaves=float(rng.uniform(0, 0.5)),
            )  # fmt: skip
            days = max(row[1] for row in world)
            quick = book % 4 > 0
            self.check(values(facts(world), days, quick=quick), quick)


def test_classes_where_the_interval_is_wide(solid: CustomerValues) -> None:
    """Also where hardly anybody orders: 9 draws in 10 say nothing, which is no range for what is expected."""
    for middle, name in (("expected_orders", "orders"), ("value", "value")):
        within = solid.clients[middle].between(solid.clients[f"{name}_low"], solid.clients[f"{name}_high"])
        assert within.all(), name
    wide = solid.clients["value_high"] - solid.clients["value_low"] >= solid.clients["value"]
    assert solid.clients["shown"].eq("class").tolist() == wide.tolist()
    assert module._tiers(np.array([0.7, 0.5, 0.1])).tolist() == ["likely", "uncertain", "unlikely"]
