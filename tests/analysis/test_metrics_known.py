"""What was knowable on a day: which clients there are, and that only what is asked for is worked out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.columns import COLUMNS
from portfolio_app.analysis.frames import BookFrames, Deferred
from portfolio_app.analysis.metrics import metrics
from tests.analysis.books import TODAY, book, clients, lines, touches

BEFORE = TODAY - timedelta(1)
LATER = TODAY + timedelta(1)


def test_clients_are_known_from_the_first_thing_that_is_known_of_them() -> None:
    frame = pd.concat(
        [
            clients("Ann", created_on=TODAY),
            clients("", "Bob", created_on=LATER).iloc[1:],
            clients("", "", "Cid", created_on=LATER, client_since=TODAY).iloc[2:],
            clients("", "", "", "Dee", created_on=LATER).iloc[3:],
            clients("", "", "", "", "Eve", created_on=LATER, client_since=LATER).iloc[4:],
        ],
        ignore_index=True,
    )
    sold = lines((4, TODAY, "", -5, None), (5, LATER, "", 5, None))
    frames = book(frame, sold)
    assert metrics(frames, TODAY)["client_name"].tolist() == ["Ann", "Cid", "Dee"]
    seen = touches({"client_id": 2, "last_touch": TODAY})
    assert metrics(book(frame, sold, seen), TODAY).index.tolist() == [1, 2, 3, 4]
    assert metrics(book(frame, lines(), as_of=BEFORE), BEFORE).empty


def test_what_is_asked_for_is_all_that_is_worked_out() -> None:
    def dear() -> pd.DataFrame:
        raise AssertionError("nobody asked")

    plain = book(clients("Ann", "Bob"), lines((1, TODAY, "A", 5, 1), (2, TODAY, "", 7, 1)))
    frames = replace(plain, breadth=dear, trend=dear, payments=dear, rhythm=dear, gaps=dear)
    found = metrics(frames, TODAY, only=["rank", "tags", "revenue_window", "growth"])
    assert found.columns.tolist() == ["tags", "revenue_window", "growth", "rank"]
    assert found["rank"].tolist() == [2, 1]
    assert metrics(frames, TODAY, only=()).index.tolist() == [1, 2]
    with pytest.raises(KeyError, match="luck"):
        metrics(frames, TODAY, only=["rank", "luck"])


@pytest.mark.parametrize(("name", "asked"), [("lateness", "gaps"), ("p_overdue", "rhythm")])
def test_the_model_of_the_book_is_fitted_only_for_what_needs_it(name: str, asked: str) -> None:
    plain, calls = book(clients("Ann"), lines((1, TODAY, "A", 5, 1))), []

    def noted(table: str) -> Deferred:
        return lambda: (calls.append(table), plain.rhythm())[1]

    metrics(replace(plain, rhythm=noted("rhythm"), gaps=noted("gaps")), TODAY, only=[name])
    assert calls == [asked]


_DAY = st.dates(date(2024, 1, 1), date(2026, 12, 31))
_LINE = st.tuples(
    st.integers(1, 5),
    _DAY,
    st.sampled_from(["", "", "A", "B"]),
    st.integers(-30, 100),
    st.one_of(st.none(), st.integers(0, 50)),
    st.one_of(st.none(), st.integers(1, 4)),
    st.one_of(st.none(), _DAY),
    st.one_of(st.none(), _DAY),
)


def whole(rows: list[tuple], as_of: date) -> BookFrames:
    return book(clients(*"ABCDE", client_since=date(2025, 1, 1)), lines(*rows), as_of=as_of)


@given(st.lists(_LINE, max_size=30), _DAY)
@settings(deadline=None, max_examples=5)
def test_each_column_alone_is_the_column_of_the_whole(rows: list[tuple], as_of: date) -> None:
    frames = whole(rows, as_of)
    together = metrics(frames, as_of)
    for name in COLUMNS:
        pd.testing.assert_series_equal(metrics(frames, as_of, only=[name])[name], together[name])


@given(st.lists(_LINE, max_size=30), _DAY)
@settings(deadline=None, max_examples=25)
def test_a_day_says_nothing_of_what_came_after(rows: list[tuple], as_of: date) -> None:
    """Lines dated later are not there; a line paid later is not paid; and who is known stays known."""

    def then(row: tuple) -> tuple:
        paid = row[7]
        return (*row[:7], paid if paid is None or paid <= as_of else None)

    found = metrics(whole(rows, as_of), as_of)
    known = metrics(whole([then(row) for row in rows if row[1] <= as_of], as_of), as_of)
    pd.testing.assert_frame_equal(found, known)
    begun = {row[0] for row in rows if row[1] <= as_of}
    assert set(found.index) == (begun if as_of < date(2025, 1, 1) else {1, 2, 3, 4, 5})


@given(st.lists(_LINE, min_size=1, max_size=30), st.sampled_from([None, 12, 90, 365]))
@settings(deadline=None, max_examples=40)
def test_breadth_payments_and_trend_agree_with_a_plain_loop(rows: list[tuple], window: int | None) -> None:
    frames = book(clients(*"ABCDE", client_since=date(2020, 1, 1)), lines(*rows), window_days=window)
    found = metrics(frames, TODAY, window)
    start = date.min if window is None else TODAY - timedelta(window)
    for client, row in found.iterrows():
        past = [line for line in rows if line[0] == client and line[1] <= TODAY]
        recent = [line for line in past if line[1] > start]
        for name, period in (("products", past), ("products_window", recent)):
            assert row[name] == len({line[5] for line in period if line[3] >= 0} - {None})
        due = [line for line in past if line[6] is not None]
        owed = [line for line in due if line[7] is None or line[7] > TODAY]
        late = [line for line in owed if line[6] < TODAY]
        overdue = sum(line[3] for line in late) * 1_000_000
        assert (row["unpaid"] == sum(line[3] for line in owed) * 1_000_000) if due else pd.isna(row["unpaid"])
        assert (row["overdue_amount"] == overdue) if due else pd.isna(row["overdue_amount"])
        days = [(TODAY - line[6]).days for line in late if line[3] > 0]
        assert (row["overdue_days"] == max(days)) if overdue > 0 else pd.isna(row["overdue_days"])
        paid = [line for line in due if line[7] and start < line[7] <= TODAY and line[3] > 0]
        weight = sum(line[3] for line in paid)
        delay = sum(line[3] * (line[7] - line[6]).days for line in paid)
        assert (
            (row["payment_delay_days"] == pytest.approx(delay / weight))
            if weight
            else pd.isna(row["payment_delay_days"])
        )
        sold = sum(line[3] for line in recent if line[3] > 0)
        returned = -sum(line[3] for line in recent if line[3] < 0)
        assert (
            (row["returns_rate"] == pytest.approx(returned / sold)) if sold else pd.isna(row["returns_rate"])
        )
