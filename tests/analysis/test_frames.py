from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.frames import CLIENT_COLUMNS, SALES_COLUMNS, BookFrames
from tests.analysis.books import TODAY, aggregate_sales, lines

MILLION = 1_000_000


def test_empty_frames_have_every_column_and_type() -> None:
    frames = BookFrames.empty()
    assert {name: str(dtype) for name, dtype in frames.clients.dtypes.items()} == CLIENT_COLUMNS
    assert {name: str(dtype) for name, dtype in frames.sales.dtypes.items()} == SALES_COLUMNS
    assert len(frames.touches) == len(frames.follow_ups) == 0


def test_hand_worked_aggregates() -> None:
    """One client: two orders with references, one client-day, a credit note, a day that nets to zero."""
    sales = aggregate_sales(
        lines(
            (7, date(2026, 3, 1), "F1", 100, 60),
            (7, date(2026, 3, 2), "F1", 50, None),
            (7, date(2026, 3, 10), "", 30, 10),
            (7, date(2026, 3, 10), "", 20, 10),
            (7, date(2026, 3, 20), "CN1", -40, -20),
            (7, date(2026, 3, 25), "", 15, 5),
            (7, date(2026, 3, 25), "", -15, -5),
            (7, date(2025, 3, 31), "F0", 200, 150),
            (7, date(2026, 4, 1), "F9", 999, 1),
        ),
        TODAY,
        365,
    )
    assert len(sales) == 1
    row = sales.iloc[0]
    assert row["client_id"] == 7
    assert (row["first_sale"], row["last_sale"]) == (pd.Timestamp(2025, 3, 31), pd.Timestamp(2026, 3, 10))
    assert row["order_days"] == 4
    assert (row["orders"], row["orders_window"], row["orders_previous"]) == (4, 3, 1)
    assert row["revenue"] == 360 * MILLION
    assert row["revenue_window"] == 160 * MILLION
    assert row["revenue_previous"] == 200 * MILLION
    # window: 40 + 20 + 10 - 20 + 10 - 10; the line without a cost is left out
    assert row["margin_window"] == 50 * MILLION
    assert row["margin"] == 100 * MILLION
    assert row["margin_previous"] == 50 * MILLION
    assert row["margin_known_window"] == 110 * MILLION


def test_window_bounds_are_open_then_closed() -> None:
    days = [
        TODAY,
        TODAY - timedelta(364),
        TODAY - timedelta(365),
        TODAY - timedelta(729),
        TODAY - timedelta(730),
    ]
    sales = aggregate_sales(lines(*[(1, day, "", 1, None) for day in days]), TODAY, 365)
    assert sales.loc[0, ["orders", "orders_window", "orders_previous"]].tolist() == [5, 2, 2]


def test_all_time_has_no_previous_window() -> None:
    sales = aggregate_sales(lines((1, date(2001, 1, 1), "", 8, 3), (1, TODAY, "", 1, None)), TODAY, None)
    assert sales.loc[0, "revenue_window"] == 9 * MILLION
    assert sales.loc[0, "revenue_previous"] == 0
    assert sales.loc[0, "orders_previous"] == 0


def test_client_with_returns_only_has_no_purchase_day() -> None:
    sales = aggregate_sales(lines((1, TODAY, "CN", -8, None)), TODAY, 365)
    assert pd.isna(sales.loc[0, "first_sale"])
    assert sales.loc[0, ["orders", "order_days"]].tolist() == [0, 0]
    assert sales.loc[0, "revenue_window"] == -8 * MILLION


def test_days_before_1970_and_mixed_references_stay_apart() -> None:
    sales = aggregate_sales(
        lines(
            (1, date(1969, 12, 31), "", 1, None),
            (1, date(1970, 1, 1), "", 1, None),
            (1, date(1970, 1, 1), "A", 1, None),
        ),
        TODAY,
        None,
    )
    assert sales.loc[0, "orders"] == 3


def test_same_reference_of_two_clients_is_two_orders() -> None:
    sales = aggregate_sales(lines((1, TODAY, "A", 1, None), (2, TODAY, "A", 1, None)), TODAY, 365)
    assert sales["orders"].tolist() == [1, 1]


_LINE = st.tuples(
    st.integers(1, 4),
    st.dates(date(2023, 1, 1), date(2027, 1, 1)),
    st.sampled_from(["", "", "A", "B"]),
    st.integers(-50, 200),
    st.one_of(st.none(), st.integers(0, 100)),
)


@given(st.lists(_LINE, max_size=40), st.dates(date(2023, 1, 1), date(2027, 1, 1)))
@settings(deadline=None, max_examples=40)
def test_later_sales_never_change_an_earlier_day(rows: list[tuple], as_of: date) -> None:
    everything = aggregate_sales(lines(*rows), as_of, 365)
    known = aggregate_sales(lines(*[row for row in rows if row[1] <= as_of]), as_of, 365)
    pd.testing.assert_frame_equal(everything, known)


@given(st.lists(_LINE, min_size=1, max_size=40), st.one_of(st.none(), st.integers(1, 800)))
@settings(deadline=None, max_examples=40)
def test_aggregates_agree_with_a_plain_loop(rows: list[tuple], window: int | None) -> None:
    as_of = date(2027, 1, 1)
    sales = aggregate_sales(lines(*rows), as_of, window).set_index("client_id")
    for client, row in sales.iterrows():
        mine = [line for line in rows if line[0] == client]
        recent = [line for line in mine if window is None or as_of - line[1] < timedelta(window)]
        keys = {(line[2] or line[1]) for line in recent if line[3] >= 0}
        totals: dict[date, int] = {}
        for line in mine:
            totals[line[1]] = totals.get(line[1], 0) + line[3]
        paid = sorted(day for day, total in totals.items() if total > 0)
        assert row["orders_window"] == len(keys)
        assert row["revenue_window"] == sum(line[3] for line in recent) * MILLION
        assert (
            row["margin_window"] == sum(line[3] - line[4] for line in recent if line[4] is not None) * MILLION
        )
        assert row["order_days"] == len(paid)
        assert (row["first_sale"] == pd.Timestamp(paid[0])) if paid else pd.isna(row["first_sale"])
        assert (row["last_sale"] == pd.Timestamp(paid[-1])) if paid else pd.isna(row["last_sale"])
