from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.frames import LINE_COLUMNS, conform, empty_frame
from portfolio_app.models.entities import Client, FollowUp, Interaction, Sale
from portfolio_app.models.money import to_units
from portfolio_app.storage.book import Book
from portfolio_app.storage.frames import amounts, book_frames
from tests.analysis.books import aggregate_sales
from tests.conftest import TODAY

lines = st.lists(
    st.tuples(
        st.integers(1, 3),
        st.sampled_from([0, 99, 100, 101, 102, 129, 130, 131, 464, 465, 466, 830, 831]),
        st.sampled_from(["", "A1", "A2", "B7"]),
        st.sampled_from(["-20", "-0.5", "0", "0.01", "12.5", "957.5775"]),
        st.sampled_from([None, "0", "3.2"]),
    ),
    max_size=25,
)


def fill(book: Book, rows: list[tuple[int, int, str, str, str | None]]) -> pd.DataFrame:
    with book.step("fill") as step:
        for number in (1, 2, 3):
            step.session.add(Client(id=number, name=f"C{number}", created_at=step.now, updated_at=step.now))
        step.session.flush()
        for client_id, age, reference, amount, cost in rows:
            step.session.add(
                Sale(
                    client_id=client_id,
                    date=TODAY - timedelta(days=age - 100),
                    order_reference=reference,
                    amount=Decimal(amount),
                    cost=None if cost is None else Decimal(cost),
                )
            )
    frame = pd.DataFrame(
        [
            (
                c,
                pd.Timestamp(TODAY - timedelta(days=age - 100)),
                ref,
                to_units(Decimal(a)),
                None if k is None else to_units(Decimal(k)),
            )
            for c, age, ref, a, k in rows
        ],
        columns=list(LINE_COLUMNS),
    )
    return conform(frame, LINE_COLUMNS) if rows else empty_frame(LINE_COLUMNS)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=lines, window=st.sampled_from([None, 1, 30, 365]))
def test_what_is_read_from_the_book_is_what_was_written(
    book: Book, rows: list[tuple[int, int, str, str, str | None]], window: int | None
) -> None:
    frame = fill(book, rows)
    found = book_frames(book, TODAY, window).sales
    expected = aggregate_sales(frame, TODAY, window)
    book.undo()
    pd.testing.assert_frame_equal(
        found.sort_values("client_id").reset_index(drop=True),
        expected.sort_values("client_id").reset_index(drop=True),
    )


def test_touches_follow_ups_and_clients_as_of_a_past_day(book: Book) -> None:
    day = date(2026, 6, 30)
    with book.step("fill") as step:
        step.session.add(Client(id=1, name="A", created_at=step.now, updated_at=step.now))
        step.session.flush()
        make = lambda **values: step.session.add(Interaction(client_id=1, created_at=step.now, **values))  # noqa: E731
        make(kind="call", on=date(2026, 6, 1), minutes=10)
        make(kind="complaint", on=date(2026, 6, 10), resolved_on=date(2026, 7, 5))
        make(kind="visit", on=date(2026, 7, 20), minutes=60)
        step.session.add(
            FollowUp(
                client_id=1,
                due_on=date(2026, 6, 20),
                status="done",
                done_on=date(2026, 6, 21),
                created_at=step.now,
            )
        )
    then = book_frames(book, day, 365)
    now = book_frames(book, TODAY, 365)
    row = then.touches.iloc[0]
    assert (row.touches, row.minutes_window, row.complaints, row.complaints_open) == (2, 10, 1, 1)
    assert row.last_touch == pd.Timestamp(2026, 6, 21)
    row = now.touches.iloc[0]
    assert (row.touches, row.minutes_window, row.complaints_open) == (3, 70, 0)
    assert row.last_touch == pd.Timestamp(2026, 7, 20)


def test_amounts_by_revenue_and_margin(book: Book) -> None:
    fill(
        book,
        [
            (1, 110, "", "10", "4"),
            (1, 110, "", "5", None),
            (2, 110, "X", "-3", None),
            (2, 800, "Y", "9", None),
        ],
    )
    with book.read() as connection:
        revenue = amounts(connection, TODAY, 365, "revenue")
        margin = amounts(connection, TODAY, 365, "margin")
        ever = amounts(connection, TODAY, None, "revenue")
        with pytest.raises(ValueError, match="profit"):
            amounts(connection, TODAY, None, "profit")
    assert revenue[["client_id", "amount", "orders"]].to_numpy().tolist() == [
        [1, 15_000_000, 1],
        [2, -3_000_000, 0],
    ]
    assert margin[["client_id", "amount"]].to_numpy().tolist() == [[1, 6_000_000]]
    assert ever["amount"].tolist() == [15_000_000, 6_000_000]


def test_an_empty_book_has_empty_frames_of_the_right_types(book: Book) -> None:
    frames = book_frames(book, TODAY, 365)
    assert frames.clients.empty
    assert str(frames.sales["revenue"].dtype) == "int64"
