"""Indicators over time, worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis import kpi_groups, kpis
from portfolio_app.analysis.cohorts import cohorts, fitting_grain
from portfolio_app.analysis.facts import SaleFacts, TouchFacts
from portfolio_app.analysis.frames import DATE, DEAL_COLUMNS, SURVEY_COLUMNS
from portfolio_app.analysis.kpi_board import Board, Reading, Records, rate_of
from portfolio_app.analysis.movement import wilson
from portfolio_app.analysis.periods import Period, compared_with, named_period
from portfolio_app.analysis.retention import Activity, activity_days
from portfolio_app.analysis.revenue_bridge import STEPS, bridge
from portfolio_app.analysis.revenue_forecast import monthly, revenue_forecast
from tests.analysis.books import lines, table

AS_OF = date(2026, 3, 31)
YEAR = Period(date(2025, 4, 1), AS_OF)
_TOUCH = {"minutes": 0, "counted": 1, "visit": 0, "complaint": 0, "resolved_on": None}
_TOUCH_TYPES = dict.fromkeys(("client_id", "minutes", "counted", "visit", "complaint"), "int64") | {
    "day": DATE,
    "resolved_on": DATE,
}


def facts(*orders: tuple[int, date, float]) -> SaleFacts:
    """Sales of (client, day, amount)."""
    return SaleFacts.from_lines(lines(*((c, day, "", amount, None) for c, day, amount in orders)))


def board(
    sales: SaleFacts,
    touches: list[dict[str, Any]] | None = None,
    calls: list[dict[str, Any]] | None = None,
    deals: list[dict[str, Any]] | None = None,
    surveys: list[dict[str, Any]] | None = None,
    prospects: list[dict[str, Any]] | None = None,
    window: int | None = None,
) -> Board:
    """What the indicators read, as of `AS_OF`; H as said, or as the sales say."""
    rows = [{**_TOUCH, **each} for each in touches or []]
    records = Records(
        as_of=AS_OF,
        facts=sales,
        touches=TouchFacts.from_rows(table(rows, _TOUCH_TYPES)),
        calls=table(calls or [], {"day": DATE, "known": "int64", "answered": "int64"}),
        deals=table([{"deal_id": 1, "amount": 0.0, **each} for each in deals or []], DEAL_COLUMNS),
        surveys=table(surveys or [], SURVEY_COLUMNS),
        prospects=table(prospects or [], {"client_id": "int64", "since": DATE, "began": DATE}),
    )
    made = Board.of(records)
    return made if window is None else Board(records, window, Activity(sales, window, made.activity.began))


def value(of: Board, code: str, period: Period = YEAR) -> float | None:
    return kpis.read(of, code, period).value


# How long a client counts as active


def test_h_is_the_ninetieth_percentile_of_all_gaps_rounded_up_to_a_month() -> None:
    """Gaps of 10, 20 … 100 days: the 90th percentile is 91, so 120 days."""
    day, orders = date(2024, 1, 1), []
    for client, gap in enumerate(range(10, 101, 10), 1):
        orders += [(client, day, 1.0), (client, day + timedelta(days=gap), 1.0)]
    found = facts(*orders)
    assert activity_days(found, AS_OF) == 120
    # As known earlier, only the gaps that had ended by then count: 10, 20, 30 -> 28 -> 30 days.
    assert activity_days(found, day + timedelta(days=30)) == 30


def test_h_stays_between_a_month_and_a_year() -> None:
    daily = facts(*((1, date(2025, 1, 1) + timedelta(days=n), 1.0) for n in range(9)))
    assert activity_days(daily, AS_OF) == 30
    rare = facts((1, date(2020, 1, 1), 1.0), (1, date(2024, 1, 1), 1.0))
    assert activity_days(rare, AS_OF) == 365
    assert activity_days(facts((1, date(2025, 1, 1), 1.0)), AS_OF) == 365
    assert activity_days(facts(), AS_OF) == 365


def flows_book() -> Board:
    """H 90 days, a year from 2025-04-01: 1 stays, 2 lapses, 3 is new, 4 comes back, 5 only returns goods."""
    return board(
        facts(
            (1, date(2025, 3, 1), 100.0),
            (1, date(2026, 3, 1), 120.0),
            (2, date(2025, 2, 1), 50.0),
            (2, date(2025, 6, 1), 40.0),
            (3, date(2026, 1, 15), 30.0),
            (4, date(2023, 1, 1), 10.0),
            (4, date(2026, 2, 1), 20.0),
            (5, date(2025, 3, 15), 5.0),
            (5, date(2026, 3, 15), -5.0),
        ),
        window=90,
    )


def test_who_stays_lapses_comes_and_comes_back() -> None:
    of = flows_book()
    flows = of.activity.flows(YEAR)
    ids = of.records.facts.clients
    assert ids[flows.retained].tolist() == [1]
    assert ids[flows.lapsed].tolist() == [2, 5]  # a return is no order
    assert ids[flows.new].tolist() == [3]
    assert ids[flows.reactivated].tolist() == [4]
    assert value(of, "active") == 3
    assert kpis.read(of, "retention", YEAR) == rate_of(1, 3)
    assert kpis.read(of, "churn", YEAR) == rate_of(2, 3)
    assert (value(of, "new"), value(of, "lost"), value(of, "reactivated")) == (1, 2, 1)
    assert kpi_groups.groups(of, "churn", YEAR)["lapsed"].tolist() == [2, 5]


def test_who_says_to_be_a_client_for_longer_is_not_new() -> None:
    sales = facts((1, date(2025, 5, 1), 1.0), (2, date(2025, 5, 1), 1.0))
    of = board(
        sales,
        prospects=[
            {"client_id": 1, "since": date(2025, 1, 1), "began": date(2019, 1, 1)},
            {"client_id": 2, "since": date(2025, 1, 1), "began": None},
        ],
    )
    assert value(of, "new") == 1


_ORDERS = st.lists(
    st.tuples(st.integers(1, 6), st.integers(0, 700), st.integers(-40, 90).filter(bool)),
    min_size=1,
    max_size=25,
)


@given(_ORDERS, st.integers(30, 365), st.integers(1, 400))
@settings(deadline=None, max_examples=40)
def test_active_is_retained_new_and_reactivated(
    orders: list[tuple[int, int, int]], window: int, length: int
) -> None:
    """And the bridge adds up to the last unit, each client in one step, GRR at most 1 and at most NRR."""
    start = date(2024, 1, 1)
    sales = facts(*((client, start + timedelta(days=day), float(amount)) for client, day, amount in orders))
    activity = Activity(sales, window)
    period = Period(start + timedelta(days=300), start + timedelta(days=299 + length))
    flows = activity.flows(period)
    assert flows.after.sum() == (
        flows.retained.sum() + flows.new.sum() - flows.new_gone.sum() + flows.reactivated.sum()
    )
    found = bridge(activity, period.before(), period)
    assert found.before + sum(found.amounts.values()) == found.after
    listed = [client for step in STEPS for client in found.clients[step]]
    assert len(listed) == len(set(listed))
    if found.nrr is not None and found.grr is not None:
        assert found.grr <= 1
        assert found.grr <= found.nrr + 1e-12


# Revenue kept and grown


def test_the_bridge_by_hand() -> None:
    """100 -> 0 lost, 80 -> 50 less, 60 -> 90 more, new 40, back 25, and a credit note of -10 to one without sales."""
    before, after = date(2024, 6, 1), date(2025, 6, 1)
    sales = facts(
        (1, before, 100.0),
        (2, before, 80.0),
        (2, after, 50.0),
        (3, before, 60.0),
        (3, after, 90.0),
        (4, after, 40.0),
        (5, date(2022, 1, 1), 5.0),
        (5, after, 25.0),
        (6, date(2022, 1, 1), 5.0),
        (6, after, -10.0),
    )
    first, second = YEAR.moved(-12), YEAR
    found = bridge(Activity(sales, 365), first, second)
    assert {code: amount / 1e6 for code, amount in found.amounts.items()} == {
        "lost": -100, "contraction": -30, "expansion": 30, "reactivated": 25, "new": 40, "other": -10,
    }  # fmt: skip
    assert (found.before / 1e6, found.after / 1e6) == (240, 195)
    assert found.nrr == pytest.approx(140 / 240)
    assert found.grr == pytest.approx(110 / 240)
    assert found.logo_retention == pytest.approx(2 / 3)
    assert found.clients["lost"] == (1,)
    assert bridge(Activity(sales, 365), Period(first.start, date(2024, 6, 30)), second).nrr is None
    of = board(sales)
    assert value(of, "nrr") == pytest.approx(140 / 240)
    assert value(of, "grr") == pytest.approx(110 / 240)


def test_revenue_kept_is_not_said_of_years_the_book_does_not_know() -> None:
    of = board(facts((1, date(2025, 1, 1), 10.0), (1, date(2025, 6, 1), 30.0)))
    assert value(of, "nrr") is None
    assert value(of, "revenue") == 30e6
    found = bridge(of.activity, YEAR.moved(-12), YEAR)
    assert (found.is_covered, found.nrr, found.before, found.after) == (False, None, 10e6, 30e6)


def test_without_any_touch_nothing_is_said_of_them() -> None:
    of = board(facts((1, date(2026, 3, 1), 1.0)))
    assert (value(of, "touches"), value(of, "coverage")) == (None, None)


# Rates


def test_second_orders_within_h_of_first_ones_older_than_h() -> None:
    """H 60: 1 came back after 60 days, 2 after 61, 3 never; 4 is too young to be judged."""
    first = date(2025, 6, 1)
    of = board(
        facts(
            (1, first, 1.0),
            (1, first + timedelta(days=60), 1.0),
            (2, first, 1.0),
            (2, first + timedelta(days=61), 1.0),
            (3, first, 1.0),
            (4, date(2026, 3, 1), 1.0),
        ),
        window=60,
    )
    assert kpis.read(of, "second_order", YEAR) == rate_of(1, 3)
    assert kpi_groups.groups(of, "second_order", YEAR)["not_again"].tolist() == [2, 3]
    assert kpis.read(of, "repeat", YEAR) == rate_of(2, 4)


def test_conversion_counts_the_prospects_of_the_cohort_only() -> None:
    """1 ordered in 90 days, 2 on the 91st, 3 never; 4 ordered before it was known, 5 is too young, 6 was a client."""
    since = date(2025, 6, 1)
    of = board(
        facts(
            (1, since + timedelta(days=90), 1.0),
            (2, since + timedelta(days=91), 1.0),
            (4, date(2025, 5, 1), 1.0),
        ),
        prospects=[{"client_id": c, "since": since, "began": None} for c in (1, 2, 3, 4)]
        + [
            {"client_id": 5, "since": date(2026, 3, 1), "began": None},
            {"client_id": 6, "since": since, "began": date(2020, 1, 1)},
        ],
    )
    assert kpis.read(of, "conversion", YEAR) == rate_of(1, 3)
    assert kpi_groups.groups(of, "conversion", YEAR)["not_ordered"].tolist() == [2, 3]


def test_deals_won_of_those_closed() -> None:
    day = {"opened_on": date(2025, 1, 1), "client_id": 1}
    of = board(
        facts(),
        deals=[
            {**day, "status": "won", "closed_on": date(2025, 5, 1)},
            {**day, "status": "lost", "closed_on": date(2025, 6, 1)},
            {**day, "status": "lost", "closed_on": date(2024, 6, 1)},
            {**day, "status": "open", "closed_on": None},
        ],
    )
    assert kpis.read(of, "win_rate", YEAR) == rate_of(1, 2)


def test_satisfaction_plain_and_by_revenue() -> None:
    """Latest answers: 9, 7, 3. NPS (1 - 1) / 3 = 0; by revenue 10, 30, 60: 10 % - 60 % = -50."""
    on = {"on": date(2025, 9, 1), "kind": "nps"}
    of = board(
        facts((1, date(2025, 6, 1), 10.0), (2, date(2025, 6, 1), 30.0), (3, date(2025, 6, 1), 60.0)),
        surveys=[
            {"client_id": 1, "score": 0, "kind": "nps", "on": date(2025, 5, 1)},
            {"client_id": 1, "score": 9, **on},
            {"client_id": 2, "score": 7, **on},
            {"client_id": 3, "score": 3, **on},
            {"client_id": 1, "score": 5, "kind": "csat", "on": date(2025, 9, 1)},
            {"client_id": 3, "score": 3, "kind": "csat", "on": date(2025, 9, 1)},
        ],
    )
    found = kpis.read(of, "nps", YEAR)
    assert (found.value, found.of) == (0, 3)
    assert found.low is not None
    assert found.high is not None
    assert found.low < -30 < 30 < found.high
    assert value(of, "nps_weighted") == pytest.approx(-50)
    assert kpis.read(of, "csat", YEAR) == rate_of(1, 2)
    assert value(of, "csat_weighted") == pytest.approx(10 / 70)
    assert kpi_groups.groups(of, "nps", YEAR)["critics"].tolist() == [3]


def test_what_is_done_with_clients() -> None:
    of = board(
        facts((1, date(2026, 3, 1), 1.0), (2, date(2026, 3, 1), 1.0)),
        touches=[
            {"client_id": 1, "day": date(2025, 7, 1)},
            {"client_id": 1, "day": date(2025, 8, 1)},
            {"client_id": 9, "day": date(2025, 8, 1)},
            {"client_id": 2, "day": date(2024, 8, 1)},
        ],
        calls=[{"day": date(2025, 7, 1), "known": 4, "answered": 3}],
    )
    assert value(of, "touches") == 3
    assert kpis.read(of, "coverage", YEAR) == rate_of(1, 2)
    assert kpis.read(of, "response", YEAR) == rate_of(3, 4)


def test_wilson_by_hand() -> None:
    """8 of 10 at 80 %: z 1.2816, middle (0.8 + 0.0821) / 1.1642, half 0.1561."""
    low, high = wilson(8, 10)
    assert low == pytest.approx(0.6016, abs=1e-4)
    assert high == pytest.approx(0.9138, abs=1e-4)
    assert rate_of(8, 10).shows_interval
    assert not rate_of(80, 100).shows_interval


def test_a_difference_may_be_chance() -> None:
    assert kpis.is_chance(rate_of(8, 10), rate_of(7, 10))
    assert not kpis.is_chance(rate_of(800, 1000), rate_of(700, 1000))
    assert not kpis.is_chance(Reading(5.0), Reading(6.0))


def test_lights_and_targets_over_other_periods() -> None:
    assert [kpis.light(each, (0.9, 0.8)) for each in (0.9, 0.8, 0.79, None)] == ["good", "warn", "bad", ""]
    assert [kpis.light(each, (0.1, 0.2)) for each in (0.1, 0.2, 0.21)] == ["good", "warn", "bad"]
    assert kpis.scaled_target("revenue", (365.25, 0.0), 30)[0] == pytest.approx(30)
    kept = kpis.scaled_target("retention", (0.81, 0.64), 183)[0]
    assert kept == pytest.approx(0.9, abs=0.001)
    assert kpis.scaled_target("churn", (0.19, 0.4), 183)[0] == pytest.approx(1 - kept)
    assert kpis.scaled_target("nps", (50, 30), 30) == (50, 30)


def test_the_course_leaves_out_what_the_book_does_not_know() -> None:
    of = board(facts(*((1, date(2025, 1, 10) + timedelta(days=30 * n), 10.0) for n in range(14))))
    course = kpis.course(of, Period(date(2026, 3, 1), AS_OF), ("revenue", "retention"))
    assert len(course) == 24
    assert course["revenue"].isna().sum() == 9  # April to December 2024; the month of the first sale counts
    assert course["revenue"].iloc[-2] == 10e6
    nothing = kpis.course(board(facts()), YEAR, tuple(kpis.INDICATORS), 2)
    assert nothing[list(kpis.INDICATORS)].isna().all(axis=None)


def test_every_indicator_bears_an_empty_book_and_one_client() -> None:
    for of in (board(facts()), board(facts((1, date(2026, 3, 1), -5.0)))):
        for code in kpis.INDICATORS:
            found = kpis.read(of, code, YEAR).value
            assert found is None or np.isfinite(found)
            assert isinstance(kpi_groups.groups(of, code, YEAR), dict)


# Periods


def test_periods_by_name() -> None:
    day = date(2026, 11, 22)
    assert named_period("year", day) == Period(date(2025, 11, 23), day)
    assert named_period("month", day) == Period(date(2026, 10, 1), date(2026, 10, 31))
    assert named_period("month", date(2026, 10, 31)) == Period(date(2026, 10, 1), date(2026, 10, 31))
    assert named_period("quarter", day) == Period(date(2026, 7, 1), date(2026, 9, 30))
    assert named_period("full_year", day) == Period(date(2025, 11, 1), date(2026, 10, 31))
    assert named_period("so_far", day) == Period(date(2026, 1, 1), day)
    february = Period(date(2024, 2, 1), date(2024, 2, 29))
    assert compared_with("year", february) == Period(date(2023, 2, 1), date(2023, 2, 28))
    assert compared_with("before", february) == Period(date(2024, 1, 1), date(2024, 1, 31))
    assert compared_with("year", named_period("year", date(2024, 2, 29))).end == date(2023, 2, 28)
    free = Period(date(2026, 3, 10), date(2026, 3, 19))
    assert compared_with("before", free) == Period(date(2026, 2, 28), date(2026, 3, 9))
    assert compared_with("year", free) == Period(date(2025, 3, 10), date(2025, 3, 19))
    assert Period(date(1, 1, 1), date(1, 2, 28)).before().end <= date(1, 2, 28)
    with pytest.raises(ValueError, match="2026-03-02"):
        Period(date(2026, 3, 2), date(2026, 3, 1))


# Cohorts


def test_periods_at_the_beginning_of_the_calendar() -> None:
    first = date.min
    for day in (first, date(1, 1, 5), date(1, 6, 30)):
        year = named_period("year", day)
        assert (year.start <= year.end, year.end) == (True, day)
        for name in ("year", "before"):
            assert compared_with(name, year).end <= day
    assert Period(first, date(2026, 11, 22)).before() == Period(first, first)
    assert Period(first, date(2026, 12, 31)).moved(-12).start == first


def test_cohorts_by_hand() -> None:
    """H 31. January: 1 orders monthly, 2 once. February: 3 orders again in March."""
    sales = facts(
        (1, date(2026, 1, 10), 1.0),
        (1, date(2026, 2, 10), 1.0),
        (1, date(2026, 3, 10), 1.0),
        (2, date(2026, 1, 20), 1.0),
        (3, date(2026, 2, 5), 1.0),
        (3, date(2026, 3, 5), 1.0),
    )
    found = cohorts(Activity(sales, 31), date(2026, 3, 15), 1, "ordered")
    assert found.sizes.tolist() == [2, 1]
    assert found.counts.tolist() == [[2, 1, 1], [1, 1, 0]]
    assert found.share[0].tolist() == [1, 0.5, 0.5]
    assert np.isnan(found.share[1, 2])
    assert found.provisional.tolist() == [[False, False, True], [False, True, False]]
    assert found.members[0, 1].tolist() == [1]
    assert found.everybody[:2].tolist() == [1, 0.5]
    active = cohorts(Activity(sales, 31), date(2026, 3, 15), 1)
    assert active.counts[0].tolist() == [2, 1, 1]
    assert active.provisional[0].tolist() == [False, True, True]
    assert fitting_grain(Activity(sales, 31), AS_OF) == 1
    assert not len(cohorts(Activity(facts(), 31), AS_OF, 3).sizes)


# The forecast


def monthly_sales(*amounts: float, last: date = AS_OF) -> SaleFacts:
    """One sale in the middle of each month, the last amount in the month of `last`."""
    months = pd.period_range(end=pd.Period(last, "M"), periods=len(amounts), freq="M")
    return facts(
        *(
            (1, month.start_time.date().replace(day=10), amount)
            for month, amount in zip(months, amounts, strict=True)
        )
    )


def test_a_steady_book_is_forecast_as_it_was() -> None:
    found = revenue_forecast(monthly_sales(*[100.0] * 18), AS_OF)
    assert found.why == ""
    assert found.method == "last_year"  # all are right: the simplest wins
    assert found.total == pytest.approx(300e6)
    assert found.error == 0
    # Never surer than 10 % either way: exp(1.2816 * 0.1) = 1.1367.
    assert found.high == pytest.approx(300e6 * 1.13669, rel=1e-4)
    assert [day for day, *_ in found.months] == [date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1)]


def test_a_seasonal_book_takes_the_year_before_and_growth_the_trend() -> None:
    year = [10.0, 10, 10, 10, 10, 10, 50, 10, 10, 10, 10, 90]
    assert revenue_forecast(monthly_sales(*year, *year, *year), AS_OF).method == "last_year"
    grown = [*year, *(1.5 * each for each in year), *(2.25 * each for each in year)]
    found = revenue_forecast(monthly_sales(*grown), AS_OF)
    assert found.method == "seasonal_trend"
    assert found.total == pytest.approx(30e6 * 1.5**3)
    assert found.naive == pytest.approx(30e6 * 1.5**2)


def test_forecast_tests_by_hand() -> None:
    """Nine months 10 … 90: each test of "the last three" is wrong by nine times the step: 90 of what came."""
    found = revenue_forecast(monthly_sales(*[10.0 * n for n in range(1, 10)]), AS_OF)
    assert found.method == "last_three"
    assert [test.forecast / 1e6 for test in found.tests] == pytest.approx([60, 90, 120, 150])
    assert [test.actual / 1e6 for test in found.tests] == pytest.approx([150, 180, 210, 240])
    assert found.errors["last_three"] == pytest.approx(360 / 780)
    assert found.low < found.total < found.high


def test_no_forecast_where_nothing_can_be_said() -> None:
    assert revenue_forecast(facts(), AS_OF).why == "short"
    assert revenue_forecast(monthly_sales(*[5.0] * 8), AS_OF).why == "short"
    silent = monthly_sales(*[5.0] * 18, last=date(2025, 12, 31))
    assert revenue_forecast(silent, AS_OF).why == "silent"
    wild = monthly_sales(*[4.0**n for n in range(12)])
    assert revenue_forecast(wild, AS_OF).why == "bad_back_test"
    returns = revenue_forecast(monthly_sales(*[100.0, -20.0] * 9), AS_OF)
    assert returns.why or returns.low <= returns.total <= returns.high


def test_the_current_month_is_no_whole_one() -> None:
    sales = monthly_sales(*[100.0] * 12)
    first, past, running = monthly(sales, date(2026, 3, 20))
    assert len(past) == 11
    assert running == 100e6
    assert first == 2025 * 12 + 3
    # What comes after the day is not known.
    assert monthly(sales, date(2026, 3, 5))[2] == 0
