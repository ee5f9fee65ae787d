from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest

from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.frames import RHYTHM_COLUMNS
from portfolio_app.analysis.rhythm import apply, pace, rhythm
from portfolio_app.analysis.season import clock, monthly_index
from tests.analysis.books import lines

TODAY = date(2026, 3, 31)


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def facts(*rows: tuple[Any, ...]) -> SaleFacts:
    """Sales as (client, days ago, amount)."""
    return SaleFacts.from_lines(
        lines(*[(client, ago(days), "", amount, None) for client, days, amount in rows])
    )


def trade(n: int = 40, seed: int = 1, months: int = 12) -> SaleFacts:
    """A book whose clients buy about every 30 days."""
    rng = np.random.default_rng(seed)
    rows = []
    for client in range(1, n + 1):
        day = int(rng.integers(0, 30)) + 30 * months
        while day > 0:
            rows.append((client, day, 10))
            day -= int(rng.integers(20, 41))
    return facts(*rows)


def test_no_sale_no_row() -> None:
    for table in (rhythm(facts(), TODAY), rhythm(facts((1, -1, 5)), TODAY), rhythm(facts((1, 1, -5)), TODAY)):
        assert table.empty
        assert {name: str(dtype) for name, dtype in table.dtypes.items()} == RHYTHM_COLUMNS


def test_own_gaps_by_hand() -> None:
    """Ann: gaps of 10, 20, 30 days, silent for 40; Bob: two purchases on one day and one later; Cid: one."""
    table = rhythm(
        facts(
            (1, 100, 5),
            (1, 90, 5),
            (1, 70, 5),
            (1, 40, 5),
            (1, -3, 5),
            (2, 50, 5),
            (2, 50, 5),
            (2, 10, 5),
            (3, 7, 5),
        ),
        TODAY,
    ).set_index("client_id")
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == dict(
        list(RHYTHM_COLUMNS.items())[1:]
    )
    assert table["typical_gap_days"].tolist()[:2] == [20, 40]
    assert table["lateness"].tolist()[:2] == [2, 0.25]
    assert table.loc[1, "gap_spread_days"] == pytest.approx(10)
    assert table.loc[2:, "gap_spread_days"].isna().all()
    assert table.loc[3, ["typical_gap_days", "lateness"]].isna().all()
    assert table["p_overdue"].isna().all()
    assert table["expected_next"].isna().all()
    assert not table["seasonal"].any()


def test_late_clients_have_a_small_chance_and_a_date() -> None:
    table = rhythm(trade(), TODAY).set_index("client_id")
    assert table["p_overdue"].between(0, 1).all()
    assert table["expected_next"].notna().all()
    silent = SaleFacts.from_lines(
        lines(
            *[(c, ago(360 - 30 * i), "", 9, None) for c in range(1, 31) for i in range(13 if c < 30 else 9)]
        )
    )
    late = rhythm(silent, TODAY).set_index("client_id")
    assert late.loc[30, "p_overdue"] < 0.025 < 0.9 < late.loc[1, "p_overdue"]
    assert abs(late.loc[1, "expected_next"] - pd.Timestamp(TODAY + timedelta(30))) < pd.Timedelta(days=8)
    assert late.loc[30, "expected_next"] < pd.Timestamp(TODAY)


def test_only_what_is_asked_is_learnt() -> None:
    book = trade()
    cheap, full = rhythm(book, TODAY, only=("lateness",)), rhythm(book, TODAY)
    assert cheap["p_overdue"].isna().all()
    assert cheap["expected_next"].isna().all()
    counted = ["client_id", "typical_gap_days", "gap_spread_days", "lateness"]
    pd.testing.assert_frame_equal(cheap[counted], full[counted])


def test_what_comes_later_changes_nothing() -> None:
    early = [(c, d, 5) for c in range(1, 20) for d in range(400, 90, -20 - c)]
    book, more = facts(*early), facts(*early, *[(c, d, 5) for c in range(1, 30) for d in (80, 60, 9)])
    pd.testing.assert_frame_equal(rhythm(book, ago(90)), rhythm(more, ago(90)))


def test_one_client_by_the_pace_of_the_book_is_its_row_of_the_table() -> None:
    rows = [(c, d, 5) for c in range(1, 30) for d in range(390, 10, -10 - c)]
    book, one = facts(*rows), facts(*[row for row in rows if row[0] == 7])
    whole = rhythm(book, TODAY)
    alone = apply(pace(book, TODAY), one)
    pd.testing.assert_frame_equal(alone, whole[whole["client_id"] == 7].reset_index(drop=True))


def seasonal_trade(years: int = 3) -> list[tuple[int, date, str, float, None]]:
    """Sixty clients who order on the 5th, 15th and 25th of most months, once in July, never in August."""
    rows: list[tuple[int, date, str, float, None]] = []
    for client in range(1, 61):
        for month in range(12 * years):
            year, calendar = 2023 + month // 12, month % 12 + 1
            days = {7: (5,), 8: ()}.get(calendar, (5, 15, 25))
            rows += [(client, date(year, calendar, day), "", 10, None) for day in days]
    return rows


def test_a_silence_in_the_quiet_month_is_no_delay() -> None:
    book = SaleFacts.from_lines(lines(*seasonal_trade()))
    after_summer, in_spring = date(2025, 8, 31), date(2025, 5, 25) + timedelta(57)
    spring_only = SaleFacts.from_lines(
        lines(*[row for row in seasonal_trade() if row[1] <= date(2025, 5, 25)])
    )
    summer = rhythm(book, after_summer).iloc[0]
    spring = rhythm(spring_only, in_spring).iloc[0]
    assert summer["seasonal"]
    assert summer["typical_gap_days"] == pytest.approx(11.4, abs=0.1)
    assert summer["lateness"] < 0.6 * 57 / 11.4
    assert summer["p_overdue"] > 20 * spring["p_overdue"]


def test_the_index_of_the_season() -> None:
    book = SaleFacts.from_lines(lines(*seasonal_trade()))
    today = int(np.datetime64("2026-01-01").astype(int))
    client = np.repeat(np.arange(60), book.paid.ends - book.paid.starts)
    index = monthly_index(book.paid_day, client, today)
    assert index is not None
    assert np.average(index, weights=[31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) == pytest.approx(1)
    assert index[7] < 0.25 < index[6] < 0.6 < 1 < index[:6].min()
    assert monthly_index(book.paid_day[:499], client[:499], today) is None
    early = book.paid_day < today - 2 * 366 - 31
    assert monthly_index(book.paid_day[early], client[early], int(book.paid_day[early].max())) is None


def test_a_growing_book_is_no_season() -> None:
    """Every client orders on the 10th of each month; each month five new clients come."""
    rows = [
        (5 * begun + c, date(2023 + m // 12, m % 12 + 1, 10), "", 1, None)
        for begun in range(36)
        for c in range(5)
        for m in range(begun, 36)
    ]
    book = SaleFacts.from_lines(lines(*rows))
    client = np.repeat(np.arange(180), book.paid.ends - book.paid.starts)
    index = monthly_index(book.paid_day, client, int(np.datetime64("2026-01-01").astype(int)))
    assert index is not None
    assert index == pytest.approx(np.ones(12), abs=0.12)


def test_the_clock_goes_round_and_back() -> None:
    index = np.r_[np.full(6, 1.5), np.full(6, 0.5)]
    begin, end = (int(np.datetime64(day).astype(int)) for day in ("2024-01-01", "2025-12-31"))
    time = clock(index, begin, end)
    days = np.array([begin, begin + 10, begin + 200, end])
    assert time.at(days)[:2].tolist() == pytest.approx([0, 15])
    assert time.day_at(time.at(days)) == pytest.approx(days)
    assert np.isnan(time.day_at(np.array([1e9, np.nan]))).all()
    assert clock(None, begin, end).at(days) == pytest.approx(days - begin)


def test_many_clients_are_learnt_from_a_part_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    from portfolio_app.analysis import rhythm as module

    book = trade(60)
    whole = pace(book, TODAY).model
    monkeypatch.setattr(module, "MAX_FITTED", 30)
    part = pace(book, TODAY).model
    assert whole is not None
    assert part is not None
    assert part != whole
    assert part == pace(book, TODAY).model
    repeats, last, silence = np.array([10.0]), np.array([300.0]), np.array([45.0])
    assert part.p_overdue(repeats, last, silence) == pytest.approx(
        whole.p_overdue(repeats, last, silence), abs=0.1
    )


@pytest.mark.parametrize("seasonal", [False, True])
def test_the_days_a_silence_became_late_are_those_the_chance_fell(seasonal: bool) -> None:
    """Looked at on the days around them, by the same pace: p_overdue falls below 0.10 and 0.025 just then."""
    book = SaleFacts.from_lines(lines(*seasonal_trade())) if seasonal else trade(30, months=8)
    as_of = date(2026, 3, 1) if seasonal else TODAY + timedelta(60)
    of_book = pace(book, as_of)
    table = apply(of_book, book)
    assert table["overdue_on"].notna().all()
    assert (table["overdue_on"] <= table["very_overdue_on"]).all()
    for column, level in (("overdue_on", 0.10), ("very_overdue_on", 0.025)):
        day = table[column].to_numpy().astype("datetime64[D]").astype(np.int64)
        then, before = (apply(of_book, book, day - back)["p_overdue"] for back in (0, 1))
        assert (then < level).all()
        assert (before >= level).all()


def test_who_is_not_late_has_no_such_day() -> None:
    table = rhythm(trade(), TODAY)
    late = table["p_overdue"] < 0.10
    assert not late.all()
    assert (table["overdue_on"].notna() == late).all()
    assert table["very_overdue_on"].isna().equals(table["overdue_on"].isna())
    assert (table.loc[late, "overdue_on"] <= pd.Timestamp(TODAY)).all()
