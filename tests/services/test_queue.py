"""The queue of a real book: what each record makes due, and that every change shows at once and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from portfolio_app.services import (
    agenda_actions,
    clients,
    deals,
    follow_ups,
    interactions,
    key_dates,
    next_actions,
    plans,
    portfolio,
    sales,
)
from portfolio_app.services.agenda_settings import set_agenda
from portfolio_app.storage.book import Book
from tests.conftest import TODAY

MONDAY = TODAY + timedelta(days=1)


def created(changes: Any, kind: str) -> int:
    (found,) = changes.created[kind]
    return int(found)


@pytest.fixture
def ann(book: Book) -> int:
    """A client who bought and was called today: nothing is due."""
    client_id = created(clients.create_client(book, {"name": "Ann", "phone": "0298000000"}), "client")
    sales.add_sale(book, client_id, {"date": TODAY, "amount": "50"})
    interactions.log_touch(book, client_id, {"kind": "call"})
    return client_id


def due(book: Book, as_of: date = TODAY) -> list[tuple[str, str, str]]:
    """(bucket, reason, about) of what is due."""
    queue = portfolio.snapshot(book, as_of).queue
    now = queue[queue["bucket"].isin(["overdue", "today"])]
    return list(now[["bucket", "reason", "about"]].itertuples(index=False, name=None))


def test_every_kind_of_record_shows_at_once_and_undo_takes_it_back(book: Book, ann: int) -> None:
    assert due(book) == []
    plan = plans.create_plan(book, "Wake up", [{"after_days": 0, "kind": "call", "title": "Call"}])
    plan_id = created(plan, "plan")

    steps: list[tuple[Callable[[], object], tuple[str, str, str]]] = [
        (
            lambda: deals.create_deal(
                book, ann, {"title": "Vans", "next_step": "Call", "next_step_on": TODAY}
            ),
            ("today", "deal_step", "deal:1"),
        ),
        (
            lambda: deals.create_deal(book, ann, {"title": "Vans", "expected_on": TODAY + timedelta(days=7)}),
            ("today", "deal_close", "deal:"),
        ),
        (
            lambda: key_dates.create_key_date(
                book, ann, {"kind": "renewal", "on": TODAY, "label": "Contract"}
            ),
            ("today", "key_date", "key_date:"),
        ),
        (
            lambda: interactions.log_touch(
                book, ann, {"kind": "complaint", "on": TODAY - timedelta(days=9), "due_on": TODAY}
            ),
            ("today", "complaint", ""),
        ),
        (lambda: clients.update_client(book, ann, {"cadence_ideal_days": 1}), ("", "", "")),
        (lambda: set_agenda(book, anniversaries=True), ("", "", "")),
    ]
    for act, (bucket, reason, about) in steps:
        act()
        if reason:
            (found,) = due(book)
            assert found[:2] == (bucket, reason)
            assert found[2].startswith(about)
        book.undo()
        assert due(book) == []
        book.redo()
        assert bool(due(book)) == bool(reason)
        book.undo()
    plans.enrol(book, plan_id, [ann])
    assert [reason for _, reason, _ in due(book, MONDAY)] == ["plan_step"]
    book.undo()
    assert due(book, MONDAY) == []


def test_a_contact_with_a_phone_makes_a_client_reachable(book: Book, ann: int) -> None:
    """What is to be completed can wait for the working week."""
    clients.update_client(book, ann, {"phone": ""})
    assert due(book) == []
    assert due(book, MONDAY) == [("today", "data", "")]
    person = created(clients.create_contact(book, ann, {"full_name": "Bob"}), "contact")
    assert due(book, MONDAY) == [("today", "data", "")]
    clients.update_contact(book, person, {"mobile": "0611111111"})
    assert due(book, MONDAY) == []
    clients.delete_contact(book, person)
    assert due(book, MONDAY) == [("today", "data", "")]


def test_a_rhythm_of_its_own_and_the_working_week(book: Book, ann: int) -> None:
    """Called on Sunday 22 November: 5 days later is Friday 27th, which the book does not work."""
    clients.update_client(book, ann, {"cadence_ideal_days": 5})
    queue = portfolio.snapshot(book, TODAY).queue
    assert queue["due_on"].tolist()[0].date() == date(2026, 11, 27)
    set_agenda(book, working_days=(0, 1, 2, 3))
    queue = portfolio.snapshot(book, TODAY).queue
    assert queue["due_on"].tolist()[0].date() == date(2026, 11, 30)


def test_a_capacity_spreads_and_is_taken_back(sample_book: Book) -> None:
    def planned() -> list[date]:
        queue = portfolio.snapshot(sample_book, TODAY).queue
        now = queue["bucket"].isin(["overdue", "today"])
        return [day.date() for day in queue.loc[now, "planned_on"]]

    before = planned()
    assert set(before) == {TODAY}
    set_agenda(sample_book, capacity=12)
    days = planned()
    assert len(days) == len(before)
    assert max(days) > TODAY + timedelta(days=3)
    assert all(days.count(day) <= 12 for day in set(days) if day > TODAY)
    assert all(day == TODAY or day.weekday() < 5 for day in days)
    sample_book.undo()
    assert set(planned()) == {TODAY}


def test_who_is_due_is_so_until_something_is_done_and_a_touch_answers(sample_book: Book) -> None:
    """A day's work on the sample: each line is ticked off, put off, or its client called; none comes back today."""
    queue = portfolio.snapshot(sample_book, TODAY).queue
    now = queue[queue["bucket"].isin(["overdue", "today"])]
    ids = [int(client) for client in now["client_id"]]
    done, later, called = ids[0::3], ids[1::3], ids[2::3]
    agenda_actions.postpone(sample_book, later, TODAY, TODAY + timedelta(days=10))
    after = portfolio.snapshot(sample_book, TODAY).queue.set_index("client_id")
    assert (after.loc[later, "days_late"] < 0).all()
    assert set(ids) <= set(after.index)
    on_its_day = portfolio.snapshot(sample_book, TODAY + timedelta(days=10)).queue.set_index("client_id")
    assert on_its_day.loc[later, "bucket"].isin(["overdue", "today"]).all()
    for client in called:
        interactions.log_touch(sample_book, client, {"kind": "call"}, finish_due=True)
    rhythm = portfolio.snapshot(sample_book, TODAY).queue.set_index("client_id")
    still = rhythm.loc[rhythm.index.intersection(called)]
    assert not (
        still["bucket"].isin(["overdue", "today"]) & still["reason"].isin(["cadence", "rhythm"])
    ).any()
    for _ in range(4):  # Another reason may stand behind the one ticked off.
        agenda_actions.finish(sample_book, done, TODAY)
        left = portfolio.snapshot(sample_book, TODAY).queue
        due_now = set(left.loc[left["bucket"].isin(["overdue", "today"]), "client_id"])
        done = [client for client in done if client in due_now]
        if not done:
            break
    assert done == []


def test_a_book_of_the_format_before_keeps_its_queue(make_book: Callable[..., Book]) -> None:
    """A snooze of the third format has no day of decision; it rests until its day all the same."""
    fixtures = Path(__file__).parent.parent / "fixtures" / "books"
    book = make_book("old.portfolio", fixtures / "v3.portfolio")
    with book.read() as connection:
        snoozed = connection.execute(
            text("SELECT count(*) FROM follow_up WHERE set_on IS NOT NULL")
        ).scalar_one()
    assert snoozed == 0
    queue = portfolio.snapshot(book, TODAY).queue
    assert queue["client_id"].is_unique


def test_what_a_clock_that_ran_ahead_entered_is_there_once_it_is_right(book: Book, ann: int) -> None:
    follow_ups.plan_follow_up(book, ann, {"due_on": TODAY})
    with book.step("undo") as step:
        step.session.execute(text("UPDATE follow_up SET created_at = '2030-01-01 09:00:00'"))
    assert due(book) == [("today", "reminder", "")]


def test_a_complaint_that_came_later_is_not_spoken_of_earlier(book: Book, ann: int) -> None:
    """Nor is one passed over that was open that day and has been resolved since."""
    came = TODAY - timedelta(days=30)
    logged = interactions.log_touch(book, ann, {"kind": "complaint", "on": came, "subject": "Leaks"})
    interactions.resolve_complaint(book, created(logged, "interaction"))
    interactions.log_touch(book, ann, {"kind": "complaint", "on": TODAY, "due_on": TODAY, "subject": "Late"})

    def spoken(day: date) -> tuple[str, date | None]:
        found = next_actions.next_actions(book, portfolio.snapshot(book, day))[ann]
        assert found.reason == "complaint"
        return found.subject, found.subject_on

    assert spoken(TODAY - timedelta(days=10)) == ("Leaks", came)
    assert spoken(TODAY) == ("Late", TODAY)
