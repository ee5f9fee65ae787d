from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.columns import COLUMNS
from portfolio_app.analysis.concentration import concentration
from portfolio_app.analysis.frames import BookFrames
from portfolio_app.analysis.metrics import metrics
from tests.analysis.books import TODAY, book, clients, follow_ups, lines, touches

MILLION = 1_000_000


def test_empty_book_has_every_column() -> None:
    table = metrics(BookFrames.empty(), TODAY)
    assert table.columns.tolist() == list(COLUMNS)
    assert table.index.name == "client_id"
    assert table.empty


def test_reference_and_name_come_first_and_the_docstring_lists_all() -> None:
    assert list(COLUMNS)[:2] == ["client_reference", "client_name"]
    assert metrics.__doc__ is not None
    assert all(f"- {name}: {column.meaning}" in metrics.__doc__ for name, column in COLUMNS.items())


def test_types_follow_the_kinds() -> None:
    table = metrics(book(clients("Ann", "Bob"), lines((1, TODAY, "", 5, 1))), TODAY)
    for name, column in COLUMNS.items():
        kind = table[name].dtype.kind
        if column.kind == "date":
            assert kind == "M", name
        elif column.kind in ("text", "list"):
            assert kind not in "iufM", name
        else:
            assert kind in "if", name


@pytest.fixture
def worked() -> pd.DataFrame:
    """Ann buys every 10 days, Bob bought once long ago, Cid only sent goods back, Dee is a prospect."""
    frames = book(
        clients("Ann", "Bob", "Cid", "Dee"),
        lines(
            (1, date(2026, 3, 1), "F1", 300, 200),
            (1, date(2026, 3, 11), "F2", 200, None),
            (1, date(2026, 3, 21), "F3", 100, 50),
            (1, date(2025, 3, 1), "F0", 400, None),
            (2, date(2025, 6, 1), "", 400, 100),
            (3, date(2026, 2, 1), "CN", -50, None),
        ),
        touches(
            {
                "client_id": 1,
                "last_touch": date(2026, 3, 28),
                "touches": 4,
                "touches_window": 3,
                "minutes_window": 45,
            },
            {
                "client_id": 4,
                "last_touch": date(2026, 1, 31),
                "complaints": 2,
                "complaints_open": 1,
                "oldest_open_complaint": date(2026, 1, 30),
            },
        ),
        follow_ups(
            {"client_id": 4, "due_on": date(2026, 5, 1)},
            {"client_id": 4, "due_on": date(2026, 4, 2), "status": "waiting"},
        ),
    )
    return metrics(frames, TODAY)


def test_money_and_orders(worked: pd.DataFrame) -> None:
    assert worked["revenue_window"].tolist() == [600 * MILLION, 400 * MILLION, -50 * MILLION, 0]
    assert worked["revenue"].tolist() == [1000 * MILLION, 400 * MILLION, -50 * MILLION, 0]
    assert worked["orders_window"].tolist() == [3, 1, 0, 0]
    assert worked["average_basket"].tolist()[:2] == [200 * MILLION, 400 * MILLION]
    assert worked["average_basket"].isna().tolist() == [False, False, True, True]
    assert worked.loc[1, "growth"] == pytest.approx(0.5)
    assert worked["growth"].isna().tolist() == [False, True, True, True]
    assert worked.loc[1, "margin_window"] == 150 * MILLION
    assert worked.loc[1, "margin_rate"] == pytest.approx(150 / 400)
    assert worked["margin_rate"].isna().tolist() == [False, False, True, True]


def test_rhythm(worked: pd.DataFrame) -> None:
    assert worked["recency_days"].tolist()[:2] == [10, 303]
    assert worked["recency_days"].isna().tolist() == [False, False, True, True]
    assert worked.loc[1, "order_days"] == 4
    assert worked.loc[1, "typical_gap_days"] == pytest.approx(385 / 3)
    assert worked.loc[1, "lateness"] == pytest.approx(10 / (385 / 3))
    assert worked["typical_gap_days"].isna().tolist() == [False, True, True, True]
    assert worked.loc[1, "tenure_days"] == 395


def test_place_in_the_book(worked: pd.DataFrame) -> None:
    assert worked["share"].tolist() == pytest.approx([600 / 950, 400 / 950, -50 / 950, 0])
    assert worked["rank"].tolist()[:3] == [1, 2, 3]
    assert worked["rank"].isna().tolist() == [False, False, False, True]
    assert worked["cumulative_share"].tolist()[:3] == pytest.approx([600 / 950, 1000 / 950, 1])
    assert worked["abc_rank"].tolist() == ["A", "B", "C", ""]
    assert worked["abc_revenue"].tolist() == ["A", "B", "C", ""]


def test_touches_and_follow_ups(worked: pd.DataFrame) -> None:
    assert worked.loc[1, ["touches", "touches_window", "minutes_window"]].tolist() == [4, 3, 45]
    assert worked["days_since_touch"].tolist()[::3] == [3, 59]
    assert worked["days_since_touch"].isna().tolist() == [False, True, True, False]
    assert worked.loc[4, ["complaints", "complaints_open"]].tolist() == [2, 1]
    assert worked.loc[4, "oldest_open_complaint"] == pd.Timestamp(2026, 1, 30)
    assert worked.loc[4, "next_due"] == pd.Timestamp(2026, 4, 2)
    assert worked["next_due"].isna().tolist() == [True, True, True, False]


def test_tenure_takes_the_earlier_beginning() -> None:
    frame = clients("Ann", "Bob", client_since=date(2026, 3, 1))
    table = metrics(book(frame, lines((2, date(2026, 1, 30), "", 1, None))), TODAY)
    assert table["tenure_days"].tolist() == [30, 60]


def test_order_of_clients_is_kept_whatever_the_order_of_the_tables() -> None:
    frames = book(clients("Ann", "Bob", "Cid"), lines((3, TODAY, "", 3, None), (1, TODAY, "", 1, None)))
    turned = BookFrames(frames.clients.iloc[::-1], frames.sales.iloc[::-1], frames.touches, frames.follow_ups)
    table = metrics(turned, TODAY)
    assert table.index.tolist() == [3, 2, 1]
    assert table["revenue_window"].tolist() == [3 * MILLION, 0, MILLION]


def test_nothing_sold_in_the_window_leaves_shares_unknown() -> None:
    table = metrics(book(clients("Ann"), lines((1, date(2020, 1, 1), "", 9, None))), TODAY)
    assert table["share"].isna().all()
    assert table["rank"].isna().all()
    assert table.loc[1, "abc_rank"] == ""


_SALE = st.tuples(
    st.integers(1, 6),
    st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    st.just(""),
    st.integers(-30, 100),
    st.none(),
)


@given(st.lists(_SALE, max_size=40))
@settings(deadline=None, max_examples=40)
def test_shares_sum_to_one_and_agree_with_concentration(rows: list[tuple]) -> None:
    table = metrics(book(clients("Ann", "Bob", "Cid", "Dee", "Eve", "Fay"), lines(*rows)), TODAY)
    sold = table[table["rank"].notna()]
    if table["revenue_window"].sum() <= 0:
        assert table["share"].isna().all()
        return
    assert table["share"].sum() == pytest.approx(1)
    same = concentration(
        pd.DataFrame(
            {
                "client_id": sold.index,
                "reference": sold["client_reference"],
                "name": sold["client_name"],
                "amount": sold["revenue_window"],
            }
        )
    ).table.set_index("client_id")
    for name in ("rank", "share", "cumulative_share", "abc_rank", "abc_revenue"):
        assert sold[name].tolist() == same.loc[sold.index, name].tolist()


def test_large_amounts_keep_their_last_unit() -> None:
    table = metrics(book(clients("Ann"), lines((1, TODAY, "", 8_999_999_999.123457, None))), TODAY)
    assert table.loc[1, "revenue_window"] == 8_999_999_999_123_457
    assert table["revenue_window"].dtype == np.int64
