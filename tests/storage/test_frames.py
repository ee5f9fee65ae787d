from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.frames import LINE_COLUMNS, CustomColumn, conform, empty_frame
from portfolio_app.analysis.metrics import metrics
from portfolio_app.models.entities import (
    Client,
    Contact,
    CustomField,
    Deal,
    FollowUp,
    Interaction,
    KeyDate,
    Product,
    Sale,
    Setting,
    SurveyAnswer,
)
from portfolio_app.models.money import to_units
from portfolio_app.storage import client_json
from portfolio_app.storage.book import Book, Step
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
                None,
                None,
                None,
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


def add_client(step: Step, number: int = 1, **values: Any) -> None:
    """A client of that id."""
    given = {"created_at": step.now, "updated_at": step.now, **values}
    step.session.add(Client(id=number, name=f"C{number}", **given))
    step.session.flush()


def test_products_and_payments_are_read_from_the_lines(book: Book) -> None:
    with book.step("fill") as step:
        add_client(step)
        step.session.add(Product(id=5, name="Tea"))
        step.session.flush()
        for amount, product, due, paid in (
            ("10", 5, 10, None),
            ("7", 5, 40, 2),
            ("3", None, None, None),
        ):
            step.session.add(
                Sale(
                    client_id=1,
                    date=TODAY - timedelta(days=60),
                    amount=Decimal(amount),
                    product_id=product,
                    due_on=None if due is None else TODAY - timedelta(days=due),
                    paid_on=None if paid is None else TODAY - timedelta(days=paid),
                )
            )
    frames = book_frames(book, TODAY, 365)
    assert frames.breadth().to_dict("records") == [{"client_id": 1, "products": 1, "products_window": 1}]
    assert frames.payments().to_dict("records") == [
        {
            "client_id": 1,
            "unpaid": 10_000_000,
            "overdue_amount": 10_000_000,
            "overdue_days": 10,
            "payment_delay_days": 38,
        }
    ]
    before = book_frames(book, TODAY - timedelta(days=3), 365).payments()
    assert before.loc[0, ["unpaid", "overdue_days"]].tolist() == [17_000_000, 37]


def test_deals_answers_and_costs(book: Book) -> None:
    with book.step("fill") as step:
        add_client(step)
        step.session.add(
            Deal(client_id=1, title="Vans", amount=Decimal("12.5"), opened_on=TODAY, created_at=step.now)
        )
        for score in (9, 4):
            step.session.add(
                SurveyAnswer(client_id=1, kind="nps", score=score, on=TODAY, created_at=step.now)
            )
        step.session.add(Setting(key="cost_per_hour", value="42.5"))
        step.session.add(Setting(key="cost_per_visit", value="nonsense"))
        step.session.add(Interaction(client_id=1, kind="visit", on=TODAY, minutes=30, created_at=step.now))
    frames = book_frames(book, TODAY, 365)
    assert frames.deals[["client_id", "status", "amount"]].to_numpy().tolist() == [[1, "open", 12_500_000]]
    assert frames.surveys["score"].tolist() == [9, 4]
    assert (frames.costs.per_hour, frames.costs.per_visit) == (42_500_000, None)
    row = metrics(frames, TODAY).loc[1]
    assert row[["deals_open", "deals_open_amount", "nps_last", "nps_mean"]].tolist() == [
        1,
        12_500_000,
        4,
        6.5,
    ]
    assert row[["visits_window", "minutes", "cost_to_serve_window"]].tolist() == [1, 30, 21_250_000]


def test_tags_and_fields_of_ones_own(book: Book) -> None:
    """What is of the wrong type, or of a field there is no more, is not there; a change is read again."""
    values = {"text": "x", "number": 2.5, "date": "2026-01-02", "choice": "a", "yes_no": False, "gone": 1}
    wrong = {"text": 1, "number": True, "date": "soon", "choice": ["a"], "yes_no": 1}
    with book.step("fill") as step:
        for place, kind in enumerate(("yes_no", "text", "number", "date", "choice")):
            step.session.add(
                CustomField(code=kind, name=kind.upper(), type=kind, choices=["a"], position=place)
            )
        add_client(step, 1, custom=values, tags=["vip", "é"])
        add_client(step, 2, custom=wrong)
        add_client(step, 3)
        add_client(step, 4, custom={"number": 10**400, "yes_no": True})
    frames = book_frames(book, TODAY, 365)
    assert [custom.code for custom in frames.customs] == ["yes_no", "text", "number", "date", "choice"]
    assert frames.customs[4].choices == ("a",)
    found = metrics(frames, TODAY, only=[custom.column for custom in frames.customs] + ["tags"])
    assert found["tags"].tolist() == [("vip", "é"), (), (), ()]
    assert found.loc[1, ["custom.text", "custom.number", "custom.choice", "custom.yes_no"]].tolist() == [
        "x",
        2.5,
        "a",
        0,
    ]
    assert found.loc[1, "custom.date"] == pd.Timestamp(2026, 1, 2)
    assert found["custom.yes_no"].fillna(-1).tolist() == [0, -1, -1, 1]
    for number in (2, 3):
        assert found.loc[number, ["custom.number", "custom.date", "custom.yes_no"]].isna().all()
        assert found.loc[number, ["custom.text", "custom.choice"]].tolist() == ["", ""]
    with book.step("change") as step:
        client = step.session.get(Client, 3)
        assert client is not None
        client.custom, client.tags = {"number": 7}, ["new"]
    again = metrics(book_frames(book, TODAY, 365), TODAY, only=["custom.number", "tags"])
    assert again["custom.number"].fillna(-1).tolist() == [2.5, -1, 7, -1]
    assert again.loc[3, "tags"] == ("new",)


def test_what_is_not_json_of_the_right_kind_is_nothing() -> None:
    texts = ["[", "3", '{"a": 1}', '["a", 3, "b"]', "[]"]
    assert client_json.tags(texts).tolist() == [(), (), (), ("a", "b"), ()]
    customs = (CustomColumn("a", "A", "number"),)
    values = client_json.custom_values([*texts, "{}"], customs)["custom.a"]
    assert pd.Series(values).fillna(-1).tolist() == [-1, -1, 1, -1, -1, -1]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone is the system's")
def test_the_day_a_record_came_in_is_the_local_one(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 19:00 on 21 November in Los Angeles it is already the 22nd in Greenwich."""
    evening = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
    with book.step("fill") as step:
        add_client(step, created_at=evening)
        step.session.add(FollowUp(client_id=1, due_on=date(2026, 12, 1), created_at=evening))
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    time.tzset()
    try:
        there = date(2026, 11, 21)
        frames = book_frames(book, there, 365)
        assert metrics(frames, there, only=["created_on"])["created_on"].tolist() == [pd.Timestamp(there)]
        assert len(frames.follow_ups) == 1
        day_before = book_frames(book, date(2026, 11, 20), 365)
        assert metrics(day_before, date(2026, 11, 20), only=()).empty
        assert day_before.follow_ups.empty
    finally:
        monkeypatch.undo()
        time.tzset()


def test_what_makes_due_is_read_and_brought_up_to_date(book: Book) -> None:
    with book.step("fill") as step:
        add_client(step, 1, cadence_ideal_days=0, cadence_max_days=9)
        add_client(step, 2, phone="0298000000")
        for contact in (
            Contact(client_id=1, full_name="A"),
            Contact(client_id=2, full_name="B", email="b@x.fr"),
        ):
            contact.created_at = step.now
            step.session.add(contact)
        step.session.add(
            KeyDate(client_id=1, kind="renewal", on=date(2024, 2, 29), yearly=True, created_at=step.now)
        )
        for kind, due in (("complaint", TODAY), ("complaint", None), ("call", None)):
            step.session.add(Interaction(client_id=1, kind=kind, on=TODAY, due_on=due, created_at=step.now))
        step.session.add(
            Deal(client_id=2, title="X", next_step_on=TODAY, opened_on=TODAY, created_at=step.now)
        )
    frames = book_frames(book, TODAY, 365)
    assert frames.clients["cadence_ideal_days"].fillna(-1).tolist() == [0, -1]
    assert frames.clients["cadence_max_days"].fillna(-1).tolist() == [9, -1]
    assert frames.clients["reachable"].tolist() == [0, 1]
    assert frames.deals[["deal_id", "next_step_on"]].to_numpy().tolist() == [[1, pd.Timestamp(TODAY)]]
    found = frames.dues()
    assert found.reached.tolist() == [2]
    assert found.key_dates[["key_date_id", "client_id", "yearly", "notice_days"]].to_numpy().tolist() == [
        [1, 1, 1, 30]
    ]
    assert found.complaints["due_on"].isna().tolist() == [False, True]
    assert found.answers.empty
    with book.step("change") as step:
        contact = step.session.get(Contact, 1)
        complaint = step.session.get(Interaction, 1)
        assert contact is not None
        assert complaint is not None
        contact.mobile, complaint.resolved_on = "0611111111", TODAY
    again = book_frames(book, TODAY, 365).dues()
    assert again.reached.tolist() == [1, 2]
    assert again.complaints["resolved_on"].isna().tolist() == [False, True]


def test_answers_say_which_day_they_are_about_and_data_is_no_touch(book: Book) -> None:
    given: list[dict[str, Any]] = [
        {"reason": "data", "due_on": date(2026, 11, 1), "done_on": date(2026, 11, 20)},
        {"reason": "key_date", "about": "key_date:1", "due_on": TODAY, "done_on": date(2026, 11, 10)},
        {"reason": "survey", "due_on": TODAY, "set_on": date(2026, 11, 1), "done_on": date(2026, 11, 5)},
        {"reason": "reminder", "due_on": TODAY, "done_on": date(2026, 11, 4)},
        {"reason": "rhythm", "due_on": TODAY, "done_on": date(2026, 11, 3)},
        {"reason": "deal_step", "about": "deal:1", "due_on": TODAY, "status": "open"},
    ]
    with book.step("fill") as step:
        add_client(step)
        for values in given:
            step.session.add(FollowUp(client_id=1, created_at=step.now, **{"status": "done", **values}))
    frames = book_frames(book, TODAY, 365)
    answers = frames.dues().answers
    assert answers["reason"].tolist() == ["data", "key_date", "survey"]
    assert [day.day for day in answers["answers_on"]] == [20, 22, 5]
    assert frames.touches["last_touch"].tolist() == [pd.Timestamp(2026, 11, 10)]
    assert frames.follow_ups["reason"].tolist() == ["deal_step"]


def test_follow_ups_are_those_open_that_day(book: Book) -> None:
    """Done since, they were open then; entered since, they were not there. A change is read again."""
    earlier = datetime(2026, 11, 1, 9, tzinfo=UTC)
    given: list[dict[str, Any]] = [
        {"status": "open", "created_at": earlier, "repeat_every": 2, "repeat_unit": "week", "set_on": TODAY},
        {"status": "done", "created_at": earlier, "done_on": date(2026, 11, 10), "reason": "data"},
        {"status": "done", "created_at": earlier, "done_on": date(2026, 11, 21)},
        {"status": "waiting"},
        {"status": "dropped", "created_at": earlier, "done_on": TODAY},
    ]
    with book.step("fill") as step:
        add_client(step, created_at=earlier)
        for number, values in enumerate(given, 1):
            step.session.add(
                FollowUp(id=number, client_id=1, due_on=TODAY, **{"created_at": step.now, **values})
            )

    def ids(day: date) -> list[int]:
        return sorted(book_frames(book, day, 365).follow_ups["follow_up_id"])

    assert [ids(date(2026, 11, day)) for day in (8, 10, 20, 21, 22)] == [
        [1, 2, 3, 5],
        [1, 3, 5],
        [1, 3, 5],
        [1, 5],
        [1, 4],
    ]
    rows = book_frames(book, TODAY, 365).follow_ups.set_index("follow_up_id")
    assert rows.loc[1, ["repeats", "set_on"]].tolist() == [1, pd.Timestamp(TODAY)]
    assert rows.loc[4, ["repeats", "status"]].tolist() == [0, "waiting"]
    with book.step("change") as step:
        first = step.session.get(FollowUp, 1)
        assert first is not None
        first.status, first.done_on = "done", TODAY
    assert ids(TODAY) == [4]
    book.undo()
    assert ids(TODAY) == [1, 4]
