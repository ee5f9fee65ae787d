from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest

from portfolio_app.analysis import look_alikes, selling_more, under_served, win_back
from portfolio_app.analysis.assortment import Assortment
from portfolio_app.analysis.facts import SaleFacts
from tests.analysis import books

AS_OF = date(2026, 3, 31)


def no_goods() -> Assortment:
    none = np.zeros(0, dtype=np.int64)
    return Assortment("product", none, none, none, none, none.astype(float), none, (), ())


def table(size: int, **columns: Any) -> pd.DataFrame:
    """So many clients, alike but for these columns."""
    given = {
        "segment": "top",
        "abc_revenue": "A",
        "average_basket": 100.0,
        "orders_window": 4,
        "order_days": 5,
        "typical_gap_days": 30.0,
        "status": "active",
        "former_reason": "",
        "revenue_window": 400.0,
        "recency_days": 10.0,
        "p_overdue": 0.5,
        "last_sale": pd.Timestamp("2026-03-21"),
        "first_sale": pd.Timestamp("2025-01-01"),
        "created_on": pd.Timestamp("2025-01-01"),
        "touches_window": 1,
        "minutes_window": 10,
        "days_since_touch": 20.0,
        **dict.fromkeys(look_alikes.TRAITS, ""),
    }
    return pd.DataFrame(given | columns, index=pd.RangeIndex(1, size + 1, name="client_id"))


def test_orders_below_the_median_of_comparable_clients() -> None:
    """11 clients: 60, 100, 100, ... 190: without the first the median is 145, reached by 5 of 10."""
    baskets = [60.0, *(100.0 + 10 * place for place in range(10))]
    found, reached = selling_more.larger_orders(table(11, average_basket=baskets), no_goods())
    row = found.iloc[0]
    assert (row["client_id"], row["own"], row["typical"], row["found"], row["of"]) == (1, 60.0, 145.0, 5, 10)
    assert row["amount"] == pytest.approx(0.5 * (145 - 60) * 4)
    assert (row["basis"], reached[0].tolist()) == ("segment_size", [7, 8, 9, 10, 11])
    # 100 to 130 are below nine tenths of what the others' median is.
    assert found["own"].tolist() == [60.0, 100.0, 110.0, 120.0, 130.0]


def test_orders_rarer_than_those_of_three_quarters() -> None:
    """Gaps of 10, 12, ... 28 and one of 73: the others' third quartile is 23.5, their median 19, reached by 5 of 10."""
    gaps = [73.0, *(10.0 + 2 * place for place in range(10))]
    found, _ = selling_more.more_often(table(11, typical_gap_days=gaps))
    row = found.iloc[0]
    assert (row["client_id"], row["typical"], row["found"], row["of"]) == (1, 19.0, 5, 10)
    assert row["amount"] == pytest.approx(0.5 * (365 / 19 - 365 / 73) * 100)
    assert found["own"].tolist() == [73.0, 24.0, 26.0, 28.0]


@pytest.mark.parametrize("size", [0, 1, 10])
def test_too_few_clients_are_not_compared(size: int) -> None:
    rows = table(size, average_basket=np.linspace(10, 100, size), typical_gap_days=np.linspace(10, 100, size))
    assert selling_more.larger_orders(rows, no_goods())[0].empty
    assert selling_more.more_often(rows)[0].empty


def test_clients_all_alike_give_nothing() -> None:
    assert selling_more.larger_orders(table(30), no_goods())[0].empty
    assert selling_more.more_often(table(30))[0].empty


def test_who_is_silent() -> None:
    rows = table(
        7,
        recency_days=[179.0, 181.0, 181.0, 400.0, 400.0, 20.0, 400.0],
        p_overdue=[0.01, 0.09, 0.11, np.nan, 0.3, 0.5, 0.01],
        orders_window=[1, 1, 1, 0, 0, 1, 0],
        status=["active"] * 5 + ["former"] * 2,
        former_reason=[""] * 5 + ["stopped", "closed_down"],
    )
    assert win_back.silent(rows).tolist() == [False, True, False, True, False, True, False]


UNIT = 1_000_000


def sold(*sales: tuple[int, int, int]) -> SaleFacts:
    """From (client, how many days before `AS_OF`, amount)."""
    days = [(client, AS_OF - timedelta(days=ago), "", amount, None) for client, ago, amount in sales]
    return SaleFacts.from_lines(books.lines(*days))


def test_how_many_as_silent_came_back() -> None:
    """A year before, 12 clients had been silent for 200 days; 3 of them ordered since, for 100 where they had 200."""
    early = [(client, ago, 100) for client in range(1, 13) for ago in (565, 600)]
    facts = sold(*early, *[(client, 100, 100) for client in (1, 2, 3)], (13, 800, 100))
    past = win_back.returned(facts, AS_OF)
    half_year = 1
    assert (past.found[half_year], past.of[half_year]) == (3, 12)
    assert (past.long_found, past.long_of) == (3, 13)
    assert past.kept == 1.0  # fewer than ten came back: nothing is known of what they bring
    rows = table(13, recency_days=200.0, p_overdue=np.nan, orders_window=0)
    # Now they have been silent for 565 days; only one had been a year ago, but 13 for half a year or more.
    silent = win_back.win_backs(rows.iloc[3:12], facts, AS_OF).set_index("client_id")
    assert silent.loc[4, ["basis", "found", "of"]].tolist() == ["long", 3, 13]
    assert silent.loc[4, "amount"] == pytest.approx(3 / 13 * 200 * UNIT)


def test_without_experience_the_chance_is_to_be_still_a_client() -> None:
    facts = sold(*[(client, 565, 100) for client in range(1, 10)])
    rows = table(9, recency_days=565.0, p_overdue=np.nan, orders_window=0)
    unknown = win_back.win_backs(rows, facts, AS_OF).iloc[0]
    assert (unknown["basis"], unknown["of"]) == ("", 0)
    assert np.isnan(unknown["amount"])
    known = win_back.win_backs(rows.assign(p_active=0.4), facts, AS_OF).iloc[0]
    assert (known["basis"], known["chance"]) == ("active", 0.4)
    assert known["amount"] == pytest.approx(0.4 * 100 * UNIT)


def test_value_times_chance_times_what_came_back() -> None:
    """20 were silent for 200 days a year ago; 12 came back, for 50 where they had 100; so was the client of now."""
    before = [(client, 565, 100) for client in range(1, 21)]
    facts = sold(*before, *[(client, 50, 50) for client in range(1, 13)], (21, 200, 300))
    rows = table(21, recency_days=200.0, p_overdue=np.nan, orders_window=0)
    found = win_back.win_backs(rows.loc[[21]], facts, AS_OF).iloc[0]
    assert (found["found"], found["of"], found["basis"]) == (12, 20, "silences")
    assert found["amount"] == pytest.approx(0.6 * 300 * 0.5 * UNIT)


def test_prospects_like_the_best_clients() -> None:
    """In hotels 4 of 6 clients are among the best, of 20 in all 5: a prospect there is worth a call."""
    sector = ["Hotels"] * 6 + ["Garages"] * 14 + ["Hotels", "Garages", ""]
    status = ["active"] * 20 + ["prospect"] * 3
    rows = table(
        23,
        sector=sector,
        status=status,
        abc_revenue=["A"] * 4 + ["C"] * 15 + ["A"] + [""] * 3,
        revenue_window=[900.0, 800.0, 700.0, 600.0, 10.0, 10.0] + [50.0] * 14 + [0.0] * 3,
        orders_window=[4] * 20 + [0] * 3,
        last_sale=[pd.Timestamp("2026-01-01")] * 20 + [pd.NaT] * 3,
    )
    found, groups = look_alikes.look_alikes(rows, 0.25)
    row = found.iloc[0]
    assert found["client_id"].tolist() == [21]
    assert (row["found"], row["of"], row["typical"], row["basis"]) == (4, 6, 650.0, "sector")
    assert row["amount"] == pytest.approx(0.25 * 650)
    assert groups[0][0].tolist() == [1, 2, 3, 4, 5, 6]
    assert groups[0][1] == (("sector", "Hotels"),)
    unknown, _ = look_alikes.look_alikes(rows, float("nan"))
    assert unknown["amount"].isna().all()


def test_how_many_prospects_become_clients() -> None:
    today = pd.Timestamp(AS_OF)
    late = pd.Timestamp("2024-06-01")
    rows = table(20, created_on=late, first_sale=[late + pd.Timedelta(days=9)] * 5 + [pd.NaT] * 15)
    assert look_alikes.conversion(rows, today, 0, 0) == (5, 20, "prospects")
    assert look_alikes.conversion(rows.iloc[1:], today, 6, 14) == (6, 20, "deals")
    assert look_alikes.conversion(rows.iloc[1:], today, 5, 14) == (0, 0, "")


def test_segments_that_get_less_than_they_are_worth() -> None:
    """Top brings 3 of 4 parts and gets 10 of 40 contacts; new is seen too late."""
    rows = table(
        8,
        segment=["top"] * 4 + ["new"] * 4,
        revenue_window=[300.0] * 4 + [100.0] * 4,
        touches_window=[2, 3, 2, 3, 8, 7, 8, 7],
        days_since_touch=[5.0] * 4 + [95.0, 95.0, 5.0, 95.0],
        recency_days=[50.0] * 8,
    )
    potential = pd.Series({1: 300.0, 5: 100.0})
    found = under_served.served(
        rows, potential, {"top": (30, 60), "new": (20, 40)}, pd.Series({7: 3}, dtype="Int64")
    ).set_index("segment")
    top, new = found.loc["top"], found.loc["new"]
    assert (top["worth_share"], top["touch_share"], top["effort"]) == pytest.approx((0.75, 0.25, 1 / 3))
    assert (top["on_time"], top["of"], top["why"]) == (4, 4, "effort")
    assert (new["on_time"], new["of"], new["why"]) == (0, 4, "rhythm")
    few = under_served.served(
        rows.assign(touches_window=1), potential, {"top": (30, 60)}, pd.Series(dtype="Int64")
    )
    assert few["effort"].isna().all()
    assert (few["why"] == "").all()
