"""The four axes of risk: every rule by hand, and what holds whatever the book."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.columns import COLUMNS
from portfolio_app.analysis.dependency import at_risk
from portfolio_app.analysis.frames import RHYTHM_COLUMNS, SURVEY_COLUMNS, BookFrames, empty_frame
from portfolio_app.analysis.metrics import metrics
from portfolio_app.analysis.risk import AXES, SIGNS, Limits, at_risk_range, risk_table, unknown
from tests.analysis.books import TODAY

EURO = 1_000_000
DAY = pd.Timestamp(TODAY)
_TEXT = {"text": "", "list": ()}


def one(**given_: Any) -> pd.DataFrame:
    """A per-client table of one client who bought 1,200 in 12 orders, with nothing wrong, and what is given."""
    plain: dict[str, Any] = {
        name: _TEXT.get(column.kind, pd.NaT if column.kind == "date" else np.nan)
        for name, column in COLUMNS.items()
    }
    plain |= {
        "status": "active", "orders": 24, "order_days": 24, "orders_window": 12, "orders_previous": 12,
        "revenue_window": 1_200 * EURO, "revenue_previous": 1_200 * EURO, "growth": 0.0, "share": 0.02,
        "margin_window": 400 * EURO, "margin_known_window": 1_200 * EURO, "returns_rate": 0.0,
        "p_overdue": 0.5, "p_active": 0.9, "lateness": 0.8, "complaints": 0, "complaints_open": 0,
        "minutes_window": 0,
    }  # fmt: skip
    return pd.DataFrame([plain | given_], index=pd.Index([1], name="client_id"))


def found(table: pd.DataFrame, surveys: pd.DataFrame | None = None, **limits: Any) -> pd.Series:
    """The row of risks of the one client of a table."""
    answers = empty_frame(SURVEY_COLUMNS) if surveys is None else surveys
    return risk_table(table, empty_frame(RHYTHM_COLUMNS), answers, TODAY, Limits(**limits)).iloc[0]


def test_a_sound_client_shows_nothing() -> None:
    row = found(one())
    assert [row[axis] for axis in AXES] == [0, 0, 0, 0]
    assert not row[["dissatisfied", "unfaithful", "insolvent", "shielded"]].any()
    assert row["exposed"] == 0
    assert row["stake"] == 1_200 * EURO
    assert row["at_risk"] == pytest.approx(120 * EURO)


@pytest.mark.parametrize(
    ("sign", "given_", "level"),
    [
        ("share", {"share": 0.0999}, 0),
        ("share", {"share": 0.10}, 1),
        ("share", {"share": 0.25}, 2),
        ("loss", {"net_result_window": -EURO, "cost_to_serve_window": 401 * EURO}, 2),
        ("loss", {"net_result_window": 0, "margin_window": 0, "cost_to_serve_window": 0}, 0),
        ("below_cost", {"margin_window": -EURO}, 2),
        ("thin", {"net_result_window": 200 * EURO, "cost_to_serve_window": 200 * EURO}, 1),
        ("thin", {"net_result_window": 201 * EURO, "cost_to_serve_window": 199 * EURO}, 0),
        ("effort", {"minutes_window": 300}, 1),
        ("effort", {"minutes_window": 299}, 0),
        # Once an hour has a cost, time is in the result.
        ("effort", {"minutes_window": 300, "cost_to_serve_window": 5 * EURO, "net_result_window": EURO}, 0),
        ("returns", {"returns_rate": 0.10}, 1),
        ("returns", {"returns_rate": 0.30}, 2),
        ("rhythm", {"p_overdue": 0.10}, 0),
        ("rhythm", {"p_overdue": 0.099}, 1),
        ("rhythm", {"p_overdue": 0.024}, 2),
        # Where no chance is known, the client's own gaps, of three purchase days at least.
        ("rhythm", {"p_overdue": np.nan, "lateness": 2.1}, 1),
        ("rhythm", {"p_overdue": np.nan, "lateness": 3.1}, 2),
        ("rhythm", {"p_overdue": np.nan, "lateness": 3.1, "order_days": 2}, 0),
        ("rhythm", {"p_overdue": 0.5, "lateness": 9.0}, 0),
        # Halved by smaller orders, as many as before; and by fewer ones, too few for chance.
        ("falling", {"growth": -0.5}, 1),
        ("falling", {"growth": -0.5, "orders_window": 4}, 2),
        ("falling", {"growth": -0.5, "orders_previous": 2}, 0),
        # 4 of 16 orders in the second year: 1 chance in 26 if both were alike. 8 of 20: 1 in 4.
        ("falling", {"growth": -0.3, "orders_window": 4}, 1),
        ("falling", {"growth": -0.3, "orders_window": 8}, 0),
        ("falling", {"growth": -0.24, "orders_window": 1}, 0),
        ("complaint", {"complaints_open": 1, "oldest_open_complaint": DAY - pd.Timedelta(days=7)}, 1),
        ("complaint", {"complaints_open": 1, "oldest_open_complaint": DAY - pd.Timedelta(days=8)}, 2),
        ("satisfaction", {"nps_last": 6}, 1),
        ("satisfaction", {"nps_last": 7}, 0),
        ("satisfaction", {"csat_last": 2}, 1),
        ("price", {"price_sensitivity": "high"}, 1),
        ("price", {"price_sensitivity": "medium"}, 0),
        ("announced", {"insolvency_on": DAY}, 2),
        ("overdue", {"overdue_days": 30, "overdue_amount": EURO}, 0),
        ("overdue", {"overdue_days": 31, "overdue_amount": EURO}, 1),
        ("overdue", {"overdue_days": 61, "overdue_amount": EURO}, 2),
        ("slow", {"payment_delay_days": 30.0}, 1),
        ("slow", {"payment_delay_days": 29.9}, 0),
        ("slow", {"payment_delay_days": -3.0}, 0),
    ],
)
def test_each_sign_stands_from_its_limit_on(sign: str, given_: dict[str, Any], level: int) -> None:
    row = found(one(**given_))
    assert row[f"sign_{sign}"] == level
    assert row[SIGNS[sign]] == level
    others = [code for code in SIGNS if code != sign and row[f"sign_{code}"]]
    assert others == []


def test_time_that_goes_with_the_revenue_is_no_sign() -> None:
    # All the time noted for a third of the revenue is three times its part; for more than a third it is less.
    assert found(one(minutes_window=300, share=0.33))["cost"] == 1
    assert found(one(minutes_window=300, share=0.34))["cost"] == 0


def test_a_former_client_can_only_fail_to_pay() -> None:
    row = found(
        one(
            status="former", share=0.5, margin_window=-EURO, p_overdue=0.001, complaints_open=1,
            price_sensitivity="high", overdue_days=90, overdue_amount=70 * EURO, unpaid=80 * EURO,
        )
    )  # fmt: skip
    assert [row[axis] for axis in AXES] == [0, 0, 0, 2]
    assert (row["owed"], row["exposed"], row["stake"], row["loss"]) == (70 * EURO, 70 * EURO, 0, 0)
    assert np.isnan(row["p_active"])


def test_what_a_prospect_costs_is_no_loss_but_the_price_of_winning() -> None:
    spent = {"margin_window": 0, "cost_to_serve_window": 50 * EURO, "net_result_window": -50 * EURO}
    never = {
        "orders": 0,
        "orders_window": 0,
        "revenue_window": 0,
        "orders_previous": 0,
        "revenue_previous": 0,
    }
    row = found(one(status="prospect", **spent, **never))
    assert (row["cost"], row["loss"], row["exposed"]) == (0, 0, 0)
    row = found(one(**spent, **never | {"orders": 3}))
    assert (row["cost"], row["loss"], row["exposed"]) == (2, 50 * EURO, 50 * EURO)


def test_who_bought_nothing_for_two_years_is_past_being_unstable() -> None:
    gone = {"orders_window": 0, "revenue_window": 0, "orders_previous": 0, "revenue_previous": 0}
    assert found(one(p_overdue=0.001, p_active=0.01, **gone))["instability"] == 0


def test_silent_for_a_year_still_has_the_revenue_of_the_year_before_at_stake() -> None:
    row = found(one(orders_window=0, revenue_window=0, growth=-1.0, p_overdue=0.01, p_active=0.25))
    assert (row["instability"], row["stake"]) == (2, 1_200 * EURO)
    assert row["exposed"] == row["at_risk"] == pytest.approx(900 * EURO)


def test_exposed_is_the_largest_of_what_the_axes_are_about_never_a_sum() -> None:
    row = found(
        one(
            p_overdue=0.05,
            p_active=0.5,
            margin_window=-700 * EURO,
            overdue_days=70,
            overdue_amount=100 * EURO,
        )
    )
    assert (row["at_risk"], row["loss"], row["owed"]) == (600 * EURO, 700 * EURO, 100 * EURO)
    assert row["exposed"] == 700 * EURO
    # Without a chance of being active the whole revenue is in doubt.
    assert found(one(complaints_open=1, p_active=np.nan))["exposed"] == 1_200 * EURO


def test_all_that_is_unpaid_is_at_stake_once_insolvency_is_announced() -> None:
    row = found(one(insolvency_on=DAY, unpaid=80 * EURO, overdue_amount=10 * EURO))
    assert (row["owed"], row["insolvent"]) == (80 * EURO, True)


def test_the_three_flags_are_facts_by_themselves() -> None:
    assert found(one(csat_last=1))[["dissatisfied", "unfaithful", "insolvent"]].tolist() == [
        True,
        False,
        False,
    ]
    assert found(one(growth=-0.6))[["dissatisfied", "unfaithful", "insolvent"]].tolist() == [
        False,
        True,
        False,
    ]
    late = one(overdue_days=45, overdue_amount=EURO)
    assert not found(late)["insolvent"]
    assert found(one(strategic_role="reference"))["shielded"]


def test_limits_are_those_that_were_chosen() -> None:
    assert found(one(share=0.15), share=(0.2, 0.3))["dependency"] == 0
    waiting = one(complaints_open=1, oldest_open_complaint=DAY - pd.Timedelta(days=8))
    assert found(waiting, complaint_days=30)["instability"] == 1


def test_the_day_of_a_bad_answer_is_that_of_the_latest_of_its_kind() -> None:
    rows = [("nps", 3, date(2025, 1, 5)), ("nps", 9, date(2026, 1, 5)), ("csat", 2, date(2025, 6, 1)),
            ("csat", 1, date(2026, 4, 30))]  # fmt: skip
    surveys = pd.DataFrame(
        [{"client_id": 1, "kind": kind, "score": score, "on": pd.Timestamp(on)} for kind, score, on in rows]
    )
    # The good NPS took the bad one back; the last CSAT came after the day.
    assert found(one(csat_last=2, nps_last=9), surveys)["answered_on"] == pd.Timestamp(2025, 6, 1)


def test_what_cannot_be_told_says_why() -> None:
    nothing = one(
        revenue_window=0, margin_known_window=0, returns_rate=np.nan, p_overdue=np.nan, complaints=0,
    )  # fmt: skip
    assert unknown(nothing) == {
        "dependency": "no_revenue",
        "cost": "no_costs",
        "instability": "no_history",
        "insolvency": "no_due_dates",
    }
    assert unknown(one(unpaid=0.0)) == {}


def test_the_range_of_the_revenue_at_risk() -> None:
    """One client of 100 with one chance in two: nothing or all. A thousand small ones: close to what is expected."""
    single = at_risk(pd.DataFrame({"client_id": [1], "amount": [100]}), pd.Series([0.5], index=[1]))
    assert at_risk_range(single) == (0.0, 100.0)
    ids = np.arange(1, 1_001)
    many = at_risk(pd.DataFrame({"client_id": ids, "amount": 100}), pd.Series(0.8, index=ids))
    low, high = at_risk_range(many) or (0, 0)
    # 200 leave, with a deviation of sqrt(1000 x .8 x .2) = 12.6; 1.28 of these either way.
    assert low == pytest.approx(100 * (200 - 16.2), rel=0.02)
    assert high == pytest.approx(100 * (200 + 16.2), rel=0.02)
    assert (
        at_risk_range(at_risk(pd.DataFrame({"client_id": [1], "amount": [5]}), pd.Series(dtype=float)))
        is None
    )


def test_an_empty_book() -> None:
    frames = BookFrames.empty()
    table = metrics(frames, TODAY)
    risks = risk_table(table, frames.rhythm(), frames.surveys, TODAY, Limits())
    assert len(risks) == 0
    assert set(AXES) <= set(risks.columns)
    assert unknown(table)["dependency"] == "no_revenue"


_AMOUNTS = (
    "net_result_window", "margin_window", "cost_to_serve_window", "unpaid", "overdue_amount", "overdue_days",
    "payment_delay_days", "growth", "returns_rate", "share",
)  # fmt: skip
_NUMBER = st.one_of(st.just(np.nan), st.floats(-1e12, 1e12))


@settings(max_examples=12, deadline=None)
@given(
    st.fixed_dictionaries(dict.fromkeys(_AMOUNTS, _NUMBER) | {"revenue_window": st.floats(-1e12, 1e12)}),
    st.floats(0, 1),
    st.sampled_from(["active", "former", "prospect"]),
)
def test_whatever_the_figures(given_: dict[str, float], p_active: float, status: str) -> None:
    row = found(one(**given_, p_active=p_active, status=status))
    for axis in AXES:
        assert row[axis] == max(row[f"sign_{code}"] for code, of in SIGNS.items() if of == axis)
    for amount in ("stake", "loss", "owed", "exposed"):
        assert row[amount] >= 0
    assert np.isnan(row["at_risk"]) or 0 <= row["at_risk"] <= row["stake"]
    if not any(row[axis] for axis in AXES):
        assert row["exposed"] == 0
