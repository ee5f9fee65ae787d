"""Every column that is more than a copy, worked by hand on a few clients."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest

from portfolio_app.analysis.columns import COLUMNS, catalogue, custom_columns
from portfolio_app.analysis.frames import (
    CLIENT_COLUMNS,
    DEAL_COLUMNS,
    SURVEY_COLUMNS,
    BookFrames,
    Costs,
    CustomColumn,
)
from portfolio_app.analysis.metrics import metrics
from portfolio_app.analysis.ranking import rank_scores
from tests.analysis.books import TODAY, book, clients, lines, table, touches

MILLION = 1_000_000
WINDOW = timedelta(365)


def column(frames: BookFrames, name: str, as_of: date = TODAY, window_days: int | None = 365) -> list[Any]:
    """The values of one column; None where there is none."""
    values = metrics(frames, as_of, window_days, only=[name])[name]
    return [None if pd.isna(value) else value for value in values.tolist()]


def people(*rows: dict[str, Any]) -> pd.DataFrame:
    """Clients with these fields."""
    base = clients(*(f"N{i}" for i in range(len(rows)))).to_dict("records")
    return table([{**plain, **row} for plain, row in zip(base, rows, strict=True)], CLIENT_COLUMNS)


def test_every_column_says_what_it_is_and_in_which_unit() -> None:
    for name, col in COLUMNS.items():
        assert col.name == name
        assert col.meaning, name
        assert col.formula, name
        assert {part.strip() for part in col.source.split(",")} <= {
            "clients", "sales", "touches", "follow_ups", "deals", "surveys", "settings"
        }, name  # fmt: skip
        assert col.unit or col.kind in ("text", "list", "flag"), name
        assert (col.kind == "money") == (col.unit == "money units"), name


def test_fields_of_the_client_come_as_they_stand() -> None:
    frames = book(
        people(
            {
                "size": "11-50",
                "region": "Brittany",
                "acquisition_source": "fair",
                "acquisition_cost": 250.0 * MILLION,
                "tags": ("vip", "late payer"),
                "persona": "Pam",
                "strategic_role": "reference",
                "growth_potential": "high",
                "client_since": date(2020, 5, 1),
            },
            {"status": "former", "former_reason": "stopped", "gender": "female", "income_band": "B"},
        )
    )
    found = metrics(frames, TODAY)
    assert found["tags"].tolist() == [("vip", "late payer"), ()]
    assert column(frames, "acquisition_cost") == [250 * MILLION, None]
    assert found.loc[1, ["size", "region", "acquisition_source", "persona"]].tolist() == [
        "11-50", "Brittany", "fair", "Pam"
    ]  # fmt: skip
    assert found["strategic_role"].tolist() == ["reference", ""]
    assert found["former_reason"].tolist() == ["", "stopped"]
    assert found["client_since"].tolist() == [pd.Timestamp(2020, 5, 1), pd.NaT]


@pytest.mark.parametrize(
    ("born", "age"),
    [
        (date(1986, 3, 31), 40),
        (date(1986, 4, 1), 39),
        (date(1986, 3, 30), 40),
        (date(1986, 12, 31), 39),
        (date(1926, 1, 31), 100),
        (date(2026, 3, 31), 0),
        (date(2026, 4, 1), None),
        (None, None),
    ],
)
def test_age_in_full_years(born: date | None, age: int | None) -> None:
    assert column(book(people({"birth_date": born})), "age_years") == [age]


def test_who_is_born_on_29_february_is_a_year_older_on_1_march() -> None:
    frames = book(people({"birth_date": date(2000, 2, 29), "client_since": date(2020, 1, 1)}))
    ages = [column(frames, "age_years", as_of)[0] for as_of in (date(2025, 2, 28), date(2025, 3, 1))]
    assert ages == [24, 25]


def test_insolvency_is_known_from_its_day_on() -> None:
    frames = book(people({"insolvency_on": TODAY}, {"insolvency_on": TODAY + timedelta(1)}))
    assert column(frames, "insolvency_on") == [pd.Timestamp(TODAY), None]


def test_fields_of_ones_own() -> None:
    customs = (
        CustomColumn("fleet", "Vans", "number"),
        CustomColumn("opened", "Opened", "date"),
        CustomColumn("vat_paid", "Pays VAT", "yes_no"),
        CustomColumn("club", "Club", "choice", ("gold", "blue")),
    )
    frame = clients("Ann", "Bob").assign(
        **{
            "custom.fleet": [2.5, np.nan],
            "custom.opened": np.array(["2001-02-03", "NaT"], dtype="datetime64[s]"),
            "custom.vat_paid": [0.0, np.nan],
            "custom.club": pd.array(["gold", ""], dtype="str"),
        }
    )
    frames = book(frame, customs=customs)
    found = metrics(frames, TODAY)
    assert found.columns.tolist() == [*COLUMNS, *custom_columns(customs)]
    assert {name: col.kind for name, col in custom_columns(customs).items()} == {
        "custom.fleet": "ratio", "custom.opened": "date", "custom.vat_paid": "flag", "custom.club": "text"
    }  # fmt: skip
    assert custom_columns(customs)["custom.fleet"].meaning == "Vans"
    assert column(frames, "custom.fleet") == [2.5, None]
    assert column(frames, "custom.opened") == [pd.Timestamp(2001, 2, 3), None]
    assert column(frames, "custom.vat_paid") == [0.0, None]
    assert column(frames, "custom.club") == ["gold", ""]
    assert list(catalogue(customs))[: len(COLUMNS)] == list(COLUMNS)


def test_margin_of_both_windows_and_ever() -> None:
    rows = [(1, TODAY, "", 100, 60), (1, TODAY - WINDOW, "", 50, 45), (1, TODAY - 2 * WINDOW, "", 20, 5)]
    found = metrics(book(clients("Ann"), lines(*rows)), TODAY).loc[1]
    assert found[["margin", "margin_window", "margin_previous"]].tolist() == [
        60 * MILLION, 40 * MILLION, 5 * MILLION
    ]  # fmt: skip


def test_trend_of_a_straight_rise_and_of_a_single_purchase() -> None:
    """Over 12 days a part is one day. Ann buys 1, 2 .. 12: slope 1 on a mean of 6.5. Bob buys 11 on the last day:
    slope 11 * 5.5 / 143 on a mean of 11 / 12. Cid buys the same every day. Dee's sum is zero.
    """
    first = TODAY - timedelta(11)
    rows = [(1, first + timedelta(d), "", d + 1, None) for d in range(12)]
    rows += [(2, TODAY, "", 11, None), (4, first, "", 5, None), (4, TODAY, "", -5, None)]
    rows += [(3, first + timedelta(d), "", 7, None) for d in range(12)]
    rows += [(1, TODAY - timedelta(12), "", 1000, None)]  # before the window
    frames = book(clients("Ann", "Bob", "Cid", "Dee"), lines(*rows), window_days=12)
    found = column(frames, "trend", window_days=12)
    assert found[:2] == pytest.approx([1 / 6.5, 11 * 5.5 / 143 / (11 / 12)])
    assert found[2:] == [pytest.approx(0, abs=1e-12), None]


def test_trend_needs_a_window_of_twelve_days() -> None:
    for window in (None, 11):
        frames = book(clients("Ann"), lines((1, TODAY, "", 5, None)), window_days=window)
        assert column(frames, "trend", window_days=window) == [None]


def test_parts_of_the_window_begin_and_end_with_it() -> None:
    """Over 365 days the first part holds the first 31 days of the window, the last the last 30."""
    start = TODAY - timedelta(364)
    days = {1: start, 2: start + timedelta(30), 3: start + timedelta(31), 4: TODAY - timedelta(29), 5: TODAY}
    frames = book(clients(*"ABCDE"), lines(*[(who, day, "", 12, None) for who, day in days.items()]))
    step = 1 / 143 / (1 / 12)
    expected = [-5.5 * step, -5.5 * step, -4.5 * step, 5.5 * step, 5.5 * step]
    assert column(frames, "trend") == pytest.approx(expected)


def test_returns_are_a_part_of_what_was_sold() -> None:
    rows = [(1, TODAY, "", 80, None), (1, TODAY, "", 20, None), (1, TODAY, "R", -25, None)]
    rows += [(1, TODAY - WINDOW, "", -900, None), (2, TODAY, "", -3, None), (3, TODAY, "", 4, None)]
    frames = book(clients("Ann", "Bob", "Cid", "Dee"), lines(*rows))
    assert column(frames, "returns_rate") == [0.25, None, 0, None]


def test_products_are_counted_once_and_only_when_bought() -> None:
    old, older = TODAY - WINDOW, TODAY - 2 * WINDOW
    rows = [
        (1, TODAY, "", 5, None, 7), (1, TODAY, "", 5, None, 7), (1, TODAY - timedelta(9), "", 5, None, 7),
        (1, old, "", 5, None, 8), (1, older, "", 5, None, 8), (1, TODAY, "", 0, None, 9),
        (1, TODAY, "", -5, None, 10), (1, TODAY, "", 5, None, None), (2, TODAY, "", 5, None, 7),
        (2, TODAY + timedelta(1), "", 5, None, 11), (3, TODAY, "", 5, None, None),
    ]  # fmt: skip
    frames = book(clients("Ann", "Bob", "Cid", "Dee"), lines(*rows))
    assert column(frames, "products") == [3, 1, 0, 0]
    assert column(frames, "products_window") == [2, 1, 0, 0]


def test_places_in_the_book() -> None:
    """50, 30, 10, 10: shares before are 0, .5, .8 and .9; the client that begins at exactly 80 % is not vital."""
    rows = [(i, TODAY, "", amount, None) for i, amount in enumerate((10, 50, 30, 10), 1)]
    found = metrics(book(clients("Ann", "Bob", "Cid", "Dee", "Eve"), lines(*rows)), TODAY)
    assert found["rank"].tolist()[:4] == [3, 1, 2, 4]
    assert found["clients_before"].tolist()[:4] == [0.5, 0, 0.25, 0.75]
    assert found["share_before"].tolist()[:4] == [0.8, 0, 0.5, 0.9]
    assert found["pareto"].tolist() == ["other", "vital", "vital", "other", ""]
    assert found.loc[5, ["clients_before", "share_before"]].isna().all()


@pytest.mark.parametrize("n", [1, 4, 5, 6, 15, 33, 100, 101])
def test_the_first_fifth_is_who_has_less_than_a_fifth_before(n: int) -> None:
    rows = [(i, TODAY, "", 1000 - i, None) for i in range(1, n + 1)]
    before = column(book(clients(*"x" * n), lines(*rows)), "clients_before")
    assert sum(part < 0.2 for part in before) == -(-n // 5)


def test_nobody_is_vital_where_nothing_was_earned() -> None:
    frames = book(clients("Ann", "Bob"), lines((1, TODAY, "", 5, None), (2, TODAY, "", -5, None)))
    assert column(frames, "pareto") == ["", ""]
    assert column(frames, "share_before") == [None, None]


def day(offset: int) -> date:
    return TODAY + timedelta(offset)


def test_payments() -> None:
    """Ann owes 100 since 10 days and 40 not yet due, paid 60 five days late and 20 ten days early.

    Bob is all paid; Cid's credit note outweighs what is overdue; Dee pays tomorrow what is due today; of Eve
    nothing is known; Fay paid before the window.
    """
    rows = [
        (1, day(-40), "", 100, None, None, day(-10), None), (1, day(-20), "", 40, None, None, day(20), None),
        (1, day(-60), "", 60, None, None, day(-30), day(-25)), (1, day(-50), "", 20, None, None, day(-20), day(-30)),
        (2, day(-90), "", 10, None, None, day(-60), day(-60)),
        (3, day(-90), "", 10, None, None, day(-60), None), (3, day(-30), "", -15, None, None, day(-30), None),
        (4, day(-30), "", 70, None, None, TODAY, day(1)),
        (5, day(-30), "", 70, None),
        (6, day(-500), "", 9, None, None, day(-470), day(-365)),
    ]  # fmt: skip
    found = metrics(book(clients("Ann", "Bob", "Cid", "Dee", "Eve", "Fay"), lines(*rows)), TODAY)
    assert found["unpaid"].tolist()[:4] == [140 * MILLION, 0, -5 * MILLION, 70 * MILLION]
    assert found["overdue_amount"].tolist()[:4] == [100 * MILLION, 0, -5 * MILLION, 0]
    assert found.loc[5, ["unpaid", "overdue_amount"]].isna().all()
    assert found.loc[6, ["unpaid", "overdue_amount"]].tolist() == [0, 0]
    assert found["overdue_days"].tolist()[0] == 10
    assert found["overdue_days"].isna().tolist()[1:] == [True] * 5
    assert found["payment_delay_days"].tolist()[:2] == [(60 * 5 - 20 * 10) / 80, 0]
    assert found["payment_delay_days"].isna().tolist()[2:] == [True] * 4


def test_a_line_paid_later_is_unpaid_before() -> None:
    rows = [(1, day(-40), "", 100, None, None, day(-10), day(-2))]
    frame = clients("Ann")
    for as_of, owed, late in (
        (day(-41), None, None),
        (day(-10), 100, None),
        (day(-3), 100, 7),
        (TODAY, 0, None),
    ):
        frames = book(frame, lines(*rows), as_of=as_of)
        unit = None if owed is None else owed * MILLION
        assert column(frames, "unpaid", as_of) == [unit]
        assert column(frames, "overdue_days", as_of) == [late]


def test_scores_by_fifths_share_the_better() -> None:
    """60 buyers: 12 to a fifth. The 13th to 20th largest are equal, so all take the second fifth's score."""
    values = np.array([*range(100, 88, -1), *[50] * 8, *range(40, 0, -1)])
    assert rank_scores(values).tolist() == [5] * 12 + [4] * 12 + [3] * 12 + [2] * 12 + [1] * 12
    tied = np.array([7] * 13 + [5] * 47)
    assert rank_scores(tied).tolist() == [5] * 13 + [4] * 47


def test_scores_by_thirds_and_none() -> None:
    assert rank_scores(np.arange(15)).tolist() == [1] * 5 + [3] * 5 + [5] * 5
    assert rank_scores(np.arange(49))[[0, 15, 16, 31, 32]].tolist() == [1, 1, 3, 3, 5]
    assert sorted(set(rank_scores(np.arange(50)).tolist())) == [1, 2, 3, 4, 5]
    assert np.isnan(rank_scores(np.arange(14))).all()


def scored(cost: float | None) -> pd.DataFrame:
    """16 clients: number i buys i times, the last i days ago, for 10 each; the 17th bought nothing."""
    rows = [
        (i, day(-i - 20 * (time - 1)), "", 10, 9.5 if i < 16 else cost)
        for i in range(1, 17)
        for time in range(1, i + 1)
    ]
    return metrics(book(clients(*"ABCDEFGHIJKLMNOPQ"), lines(*rows)), TODAY)


def test_recency_frequency_and_monetary() -> None:
    found = scored(9.9)
    assert found.loc[[1, 6, 7, 16], "recency_score"].tolist() == [5, 5, 3, 1]
    assert found.loc[[1, 5, 6, 16], "frequency_score"].tolist() == [1, 1, 3, 5]
    # The 16th earns 16 x 0.1 of margin, as much as the third's 3 x 0.5 and a little more.
    assert found.loc[[3, 4, 15, 16], "monetary_score"].tolist() == [1, 1, 5, 1]
    assert found.loc[17, ["recency_score", "frequency_score", "monetary_score"]].isna().all()


def test_value_is_revenue_where_one_cost_is_unknown() -> None:
    assert scored(None).loc[[3, 16], "monetary_score"].tolist() == [1, 5]


def test_deals_open_on_the_day() -> None:
    rows = [
        {"client_id": 1, "status": "open", "opened_on": day(-9), "amount": 5.0 * MILLION},
        {"client_id": 1, "status": "open", "opened_on": TODAY, "amount": None},
        {"client_id": 1, "status": "open", "opened_on": day(1), "amount": 70.0 * MILLION},
        {"client_id": 1, "status": "won", "opened_on": day(-9), "closed_on": day(1), "amount": 2.0 * MILLION},
        {"client_id": 1, "status": "lost", "opened_on": day(-9), "closed_on": TODAY, "amount": 9.0 * MILLION},
        {"client_id": 2, "status": "won", "opened_on": day(-9), "closed_on": None, "amount": 9.0 * MILLION},
        {"client_id": 99, "status": "open", "opened_on": day(-9), "amount": 9.0 * MILLION},
    ]
    rows = [{"deal_id": i, **row} for i, row in enumerate(rows)]
    frames = book(clients("Ann", "Bob", "Cid"), deals=table(rows, DEAL_COLUMNS))
    assert column(frames, "deals_open") == [3, 0, 0]
    assert column(frames, "deals_open_amount") == [7 * MILLION, 0, 0]


def test_survey_answers() -> None:
    given = [
        (1, "nps", 9, -30), (1, "nps", 4, -10), (1, "nps", 10, 1), (1, "csat", 2, -3), (1, "csat", 5, -3),
        (2, "csat", 3, -400), (99, "nps", 0, -1),
    ]  # fmt: skip
    rows = [{"client_id": c, "kind": k, "score": s, "on": day(d)} for c, k, s, d in given]
    found = metrics(book(clients("Ann", "Bob", "Cid"), surveys=table(rows, SURVEY_COLUMNS)), TODAY)
    assert found["survey_answers"].tolist() == [4, 1, 0]
    assert found.loc[1, ["nps_last", "nps_mean", "csat_last", "csat_mean"]].tolist() == [4, 6.5, 5, 3.5]
    assert found.loc[2, ["csat_last", "csat_mean"]].tolist() == [3, 3]
    assert found.loc[2, ["nps_last", "nps_mean"]].isna().all()
    assert found.loc[3, ["nps_last", "csat_last", "csat_mean"]].isna().all()


def served(costs: Costs) -> BookFrames:
    """Ann and Bob each took 90 minutes and two visits; part of what Bob bought has no known cost."""
    spent = {"last_touch": TODAY, "minutes": 500, "minutes_window": 90, "visits_window": 2}
    rows = [(1, TODAY, "", 200, 80), (2, TODAY, "", 200, 80), (2, TODAY, "", 1, None)]
    return book(
        clients("Ann", "Bob", "Cid"),
        lines(*rows),
        touches({"client_id": 1, **spent}, {"client_id": 2, **spent}),
        costs=costs,
    )


def test_cost_to_serve_and_what_is_left() -> None:
    both = served(Costs(40 * MILLION, 25 * MILLION))
    assert column(both, "cost_to_serve_window") == [110 * MILLION, 110 * MILLION, 0]
    assert column(both, "net_result_window") == [10 * MILLION, None, 0]
    assert column(both, "minutes") == [500, 500, 0]
    assert column(both, "visits_window") == [2, 2, 0]
    assert column(served(Costs(per_visit=25 * MILLION)), "cost_to_serve_window")[0] == 50 * MILLION
    assert column(served(Costs(per_hour=40 * MILLION)), "cost_to_serve_window")[0] == 60 * MILLION
    for name in ("cost_to_serve_window", "net_result_window"):
        assert column(served(Costs()), name) == [None, None, None]


def test_rhythm_comes_from_the_rhythm_of_the_book() -> None:
    rhythm = pd.DataFrame(
        {
            "client_id": [2],
            "typical_gap_days": [30.0],
            "gap_spread_days": [4.5],
            "lateness": [1.5],
            "p_active": [0.3],
            "p_overdue": [0.02],
            "expected_next": np.array(["2026-04-02"], dtype="datetime64[s]"),
            "seasonal": [True],
        }
    )
    frames = BookFrames(**(vars(book(clients("Ann", "Bob"))) | {"rhythm": lambda: rhythm}))
    found = metrics(frames, TODAY)
    for name in ("typical_gap_days", "gap_spread_days", "lateness", "p_active", "p_overdue"):
        assert found[name].isna().tolist() == [True, False]
        assert found.loc[2, name] == rhythm.loc[0, name]
    assert found["expected_next"].tolist() == [pd.NaT, pd.Timestamp(2026, 4, 2)]
