"""Income statements, the whale curve and levers, worked by hand."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from portfolio_app.analysis import profit
from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.frames import DATE, BookFrames, Costs
from portfolio_app.analysis.profit_levers import levers, verdict
from tests.analysis.books import TODAY, book, clients, lines, touches

MILLION = 1_000_000
COSTS = Costs(
    per_hour=30 * MILLION, per_visit=5 * MILLION, per_km=MILLION // 2, per_order=10 * MILLION, fixed_month=0
)
LINES = (
    (1, date(2026, 1, 10), "F1", 900, 500),
    (1, date(2026, 2, 10), "F2", 200, 100, None, date(2026, 2, 20), None),
    (1, date(2026, 2, 15), "AV", -50, -25),
    (2, date(2026, 1, 5), "", 300, None),
    (2, date(2026, 1, 6), "", 100, 60),
    (1, date(2020, 1, 1), "old", 5_000, 1, None, date(2020, 2, 1), date(2020, 3, 1)),
)


def frames(costs: Costs = COSTS, sale_lines: tuple[tuple[object, ...], ...] = LINES) -> BookFrames:
    """Ann bought and was visited twice at 40 km, Bob's costs are known in part, Cid never bought, Dan did nothing."""
    people = clients("Ann", "Bob", "Cid", "Dan")
    people["visit_km"] = [40, np.nan, np.nan, 1]
    people["acquisition_cost"] = [60.0 * MILLION, np.nan, np.nan, np.nan]
    people["client_since"] = pd.Series([date(2019, 6, 1), None, None, None]).astype(DATE)
    people["created_on"] = pd.Series([date(2019, 6, 1)] * 4).astype(DATE)
    served = touches(
        {"client_id": 1, "last_touch": TODAY, "minutes_window": 120, "visits_window": 2},
        {"client_id": 3, "last_touch": TODAY, "visits_window": 1},
    )
    return book(people, lines(*sale_lines), served, costs=costs)


def discounts(*rows: tuple[int, date, int]) -> pd.DataFrame:
    found = pd.DataFrame(rows, columns=["client_id", "date", "discount"])
    return found.assign(date=found["date"].astype(DATE), discount=found["discount"].astype("int64"))


def table(
    window_days: int | None = 365, *, rate: float | None = None, late_rate: float = 0.1, costs: Costs = COSTS
) -> pd.DataFrame:
    facts = SaleFacts.from_lines(lines(*LINES))
    off = discounts((1, date(2026, 1, 10), 100 * MILLION), (1, date(2020, 1, 1), 7 * MILLION))
    return profit.statements(facts, frames(costs), off, TODAY, window_days, late_rate=late_rate, rate=rate)


def test_a_statement_adds_up_line_by_line() -> None:
    ann = table().loc[1]
    expected = {
        "gross": 1_200, "discounts": 100, "returns": 50, "revenue": 1_050, "known": 1_050, "cost": 575,
        "margin": 475, "delivery": 20, "time": 60, "visits": 50, "acquisition": 0,
    }  # fmt: skip
    assert {name: ann[name] / MILLION for name in expected} == expected
    # 200 were overdue from the 20th of February to the 31st of March: 39 days at 10 % a year.
    assert ann["late"] == round(200 * MILLION * 39 * 0.1 / 365)
    assert ann["result"] == (475 - 20 - 60 - 50) * MILLION - ann["late"]
    assert (ann["orders"], ann["minutes"], ann["journeys"], ann["unmeasured"]) == (2, 120, 2, 0)


def test_what_winning_cost_counts_once_and_late_days_only_within_the_period() -> None:
    ever = table(None).loc[1]
    assert ever["acquisition"] == 60 * MILLION
    assert ever["discounts"] == 107 * MILLION
    # 5,000 were 29 days late in 2020.
    assert ever["late"] == round((5_000 * 29 + 200 * 39) * MILLION * 0.1 / 365)
    assert table(late_rate=0.0).loc[1, "late"] == 0


def test_unknown_costs_leave_no_result_unless_estimated() -> None:
    found = table()
    bob = found.loc[2]
    assert np.isnan(bob["result"])
    assert (bob["revenue"], bob["known"], bob["margin"]) == (400 * MILLION, 100 * MILLION, 40 * MILLION)
    whole = profit.total(found[found["is_buyer"]])
    assert whole.result is None
    assert (whole.clients, whole.unknown_clients) == (2, 1)
    assert whole.own_result == found.loc[1, "result"]
    assert whole.known_share == pytest.approx(1_150 / 1_450)
    assert whole.has_margin
    assert not profit.Statement(revenue=5, unknown_lines=1).has_margin
    rate = profit.book_rate(SaleFacts.from_lines(lines(*LINES)), TODAY, 365)
    assert rate == pytest.approx(515 / 1_150)
    guessed = table(rate=rate).loc[2]
    assert guessed["estimated"] == round(300 * MILLION * (1 - 515 / 1_150))
    assert guessed["margin"] == 340 * MILLION - guessed["estimated"]
    assert guessed["result"] == guessed["margin"] - 20 * MILLION


def test_only_those_with_whom_something_happened_are_in_it() -> None:
    found = table()
    assert found.index.tolist() == [1, 2, 3]
    assert found["is_buyer"].tolist() == [True, True, False]
    assert found.loc[3, ["visits", "unmeasured", "revenue"]].tolist() == [5 * MILLION, 1, 0]
    unset = table(costs=Costs())
    assert unset[["delivery", "time", "visits"]].to_numpy().sum() == 0
    assert unset.index.tolist() == [1, 2, 3]


def test_segments_add_up_to_the_whole() -> None:
    found = table(rate=0.5)
    parts = profit.by_label(found, pd.Series(["a", "b", "a"], index=[1, 2, 3]))
    assert sum(part.revenue for part in parts.values()) == profit.total(found).revenue
    assert sum(part.result or 0 for part in parts.values()) == profit.total(found).result
    assert profit.by_label(found, pd.Series([], dtype=object)) == {}


def results(*amounts: float) -> pd.DataFrame:
    """A table of statements with these results (NaN: not known)."""
    found = pd.DataFrame(0, index=pd.RangeIndex(1, len(amounts) + 1), columns=list(profit.COLUMNS))
    return found.assign(result=np.array(amounts, dtype=float), revenue=10)


@pytest.mark.parametrize(
    ("amounts", "peak", "peak_clients", "final", "losing"),
    [
        ((50, -30, 100, -5), 150, 2, 115, 2),
        ((10, 10, 10), 30, 3, 30, 0),
        ((-1, -2), 0, 0, -3, 2),
        ((0, 0, 7), 7, 1, 7, 0),
        ((), 0, 0, 0, 0),
    ],
)
def test_the_whale_curve_rises_to_its_peak_and_falls_to_its_end(
    amounts: tuple[float, ...], peak: int, peak_clients: int, final: int, losing: int
) -> None:
    found = profit.whale(results(*amounts))
    assert (found.peak, found.peak_clients, found.final, found.losing) == (peak, peak_clients, final, losing)
    assert found.table["result"].is_monotonic_decreasing


def test_the_whale_leaves_out_whom_it_cannot_place() -> None:
    found = profit.whale(results(5, float("nan"), -1))
    assert found.table["client_id"].tolist() == [1, 3]
    assert (found.left_out, found.left_out_revenue, found.final) == (1, 10, 4)


def costly(**given: int) -> profit.Statement:
    """A client with one order of 1,000 a month that leaves -100."""
    usual = {
        "revenue": 1_000, "known": 1_000, "margin": 200, "delivery": 120, "time": 100, "visits": 80, "orders": 12,
        "minutes": 200, "journeys": 4, "clients": 1,
    }  # fmt: skip
    counts = ("orders", "minutes", "journeys", "clients", "unknown_clients")
    return profit.Statement(
        **{name: value if name in counts else value * MILLION for name, value in (usual | given).items()}
    )


def test_each_lever_goes_as_far_as_needed_and_no_further_than_realistic() -> None:
    found = {each.code: each for each in levers(costly(), COSTS, 30)}
    # 100 are missing. 10 % of the price bring them; half of the visits save 2 x (5 + 15); six deliveries 60.
    assert (found["price"].change, found["price"].amount, found["price"].suffices) == (
        0.1,
        100 * MILLION,
        True,
    )
    assert (found["visits"].change, found["visits"].amount) == (2, 40 * MILLION)
    assert (found["orders"].change, found["orders"].amount) == (6, 60 * MILLION)
    assert found["orders"].target == round(1_000 * MILLION / 6)
    assert (found["time"].change, found["time"].amount) == (90, 45 * MILLION)
    assert not found["orders"].suffices
    assert "discount" not in found
    assert "late" not in found
    small = {each.code: each for each in levers(costly(margin=299), COSTS, 30)}
    assert small["price"].change == 0.005
    assert (small["visits"].change, small["orders"].change, small["time"].change) == (1, 1, 15)
    assert levers(costly(margin=300), COSTS, 30) == ()


def test_a_verdict_never_says_to_let_go_of_whom_one_keeps_on_purpose() -> None:
    def said(role: str = "", **given: int) -> str | None:
        found = verdict(costly(**given), COSTS, 30, role)
        return None if found is None else found.code

    assert said() == "reachable"
    assert said("reference") == "strategic"
    assert said(acquisition=50, margin=240) == "reachable"
    assert said(acquisition=200, margin=310) == "new"
    assert said(margin=-5) == "below_cost"
    assert said(margin=-5, revenue=-20) == "returned"
    assert said(margin=10, revenue=100) == "out_of_reach"
    assert said(margin=400) is None
    assert said(margin=200, unknown_clients=1) is None


def test_an_empty_book_has_an_empty_table() -> None:
    facts = SaleFacts.from_lines(lines())
    empty = profit.statements(facts, book(clients()), discounts(), TODAY, 365, late_rate=0.1)
    assert empty.empty
    assert profit.total(empty).result == 0
    assert profit.book_rate(facts, TODAY, None) is None
    lone = (1, TODAY - timedelta(days=1), "", -10, None)
    facts = SaleFacts.from_lines(lines(lone))
    found = profit.statements(
        facts, book(clients("Ann"), lines(lone)), discounts(), TODAY, 365, late_rate=0.1
    )
    assert profit.total(found).known_share is None
    assert profit.total(found).result is None
