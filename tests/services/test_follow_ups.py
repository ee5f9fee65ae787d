"""Planning follow-ups, their repetition, and what becoming done brings about."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import FollowUp
from portfolio_app.services import deals, follow_ups, history, interactions, plans
from portfolio_app.services.clients import create_client
from portfolio_app.storage.book import Book
from tests.conftest import TODAY

FIELDS = ("due_on", "status", "done_on", "repeat_every", "repeat_unit", "repeat_from", "repeat_until")


@pytest.fixture
def client(book: Book) -> int:
    """A client."""
    return next(iter(create_client(book, {"name": "Atelier"}).created["client"]))


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


def plan(book: Book, client: int, days: int = 0, **values: Any) -> int:
    """A follow-up due in so many days."""
    changes = follow_ups.plan_follow_up(book, client, {"due_on": in_days(days), "title": "Devis", **values})
    return next(iter(changes.created["follow_up"]))


def stored(book: Book, **given: Any) -> list[FollowUp]:
    """The follow-ups with these values, by id."""
    with book.read_session() as session:
        return list(session.scalars(select(FollowUp).filter_by(**given).order_by(FollowUp.id)))


def values(follow_up: FollowUp) -> dict[str, Any]:
    return {name: getattr(follow_up, name) for name in FIELDS}


def test_a_recurring_reminder_moves_on_and_leaves_a_done_copy(book: Book, client: int) -> None:
    number = plan(
        book,
        client,
        repeat_every=2,
        repeat_unit="week",
        notes="code 4512",
        due_time="9h30",
        time_zone="Europe/Paris",
        uid="abc@calendar",
    )
    follow_ups.complete_follow_up(book, client, number)
    moved, copy = stored(book)
    assert (moved.id, moved.due_on, moved.status, moved.done_on) == (number, in_days(14), "open", None)
    assert (moved.due_time, moved.uid, moved.repeat_from) == ("09:30", "abc@calendar", TODAY)
    assert (copy.due_on, copy.status, copy.done_on) == (TODAY, "done", TODAY)
    assert (copy.title, copy.notes, copy.due_time, copy.time_zone) == (
        "Devis",
        "code 4512",
        "09:30",
        "Europe/Paris",
    )
    assert (copy.repeat_every, copy.repeat_unit, copy.repeat_from, copy.uid) == (None, "", None, "")
    history.undo(book)
    (back,) = stored(book)
    assert (back.due_on, back.status) == (TODAY, "open")


@pytest.mark.parametrize(
    ("due", "expected"),
    [(-3, 4), (-20, 1), (-21, 7), (0, 7), (2, 9)],
    ids="late missed week now early".split(),
)
def test_a_series_goes_on_from_where_it_stands(book: Book, client: int, due: int, expected: int) -> None:
    """Done late it skips what was missed, done early it does not ask for the same day again."""
    number = plan(book, client, due, repeat_every=1, repeat_unit="week")
    follow_ups.complete_follow_up(book, client, number)
    (moved,) = stored(book, status="open")
    assert moved.due_on == in_days(expected)


def test_a_postponed_occurrence_does_not_shift_its_series(book: Book, client: int) -> None:
    number = plan(book, client, repeat_every=1, repeat_unit="month")  # the 22nd of each month
    follow_ups.snooze(book, client, number, in_days(5))
    follow_ups.complete_follow_up(book, client, number)
    (moved,) = stored(book, status="open")
    assert (moved.due_on, moved.repeat_from, moved.set_on) == (date(2026, 12, 22), TODAY, None)


@pytest.mark.parametrize(("moved", "expected"), [(5, 15), (8, 15), (11, 15), (3, 8)])
def test_an_occurrence_moved_by_hand_does_not_come_twice(
    book: Book, client: int, moved: int, expected: int
) -> None:
    """That of the 8th day; so near the one of the 1st, it counts as that one moved on."""
    number = plan(book, client, 1, repeat_unit="week")
    follow_ups.complete_follow_up(book, client, number)
    follow_ups.update_follow_up(book, number, {"due_on": in_days(moved)})
    follow_ups.complete_follow_up(book, client, number)
    assert stored(book, id=number)[0].due_on == in_days(expected)


def test_a_month_end_stays_the_month_end(book: Book, client: int) -> None:
    number = plan(book, client, due_on=date(2027, 1, 31), repeat_every=1, repeat_unit="month")
    for expected in (date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30)):
        follow_ups.complete_follow_up(book, client, number)
        assert stored(book, id=number)[0].due_on == expected


def test_a_series_ends_with_its_last_day(book: Book, client: int) -> None:
    number = plan(book, client, repeat_unit="week", repeat_until=in_days(13))
    follow_ups.complete_follow_up(book, client, number)
    assert stored(book, id=number)[0].due_on == in_days(7)
    follow_ups.complete_follow_up(book, client, number)
    assert stored(book, status="open") == []
    assert [each.due_on for each in stored(book, status="done")] == [in_days(7), TODAY]
    follow_ups.complete_follow_up(book, client, number)  # done is done
    assert len(stored(book)) == 2


def test_the_end_of_the_calendar_ends_a_series(book: Book, client: int) -> None:
    number = plan(book, client, due_on=date(9999, 12, 31), repeat_unit="year")
    follow_ups.complete_follow_up(book, client, number)
    assert stored(book, id=number)[0].status == "done"


def test_when_a_series_begins_anew(book: Book, client: int) -> None:
    number = plan(book, client, repeat_every=1, repeat_unit="month")

    def series() -> tuple[Any, ...]:
        (found,) = stored(book)
        return found.due_on, found.repeat_every, found.repeat_unit, found.repeat_from

    follow_ups.update_follow_up(book, number, {"due_on": in_days(2)})  # dragged: this occurrence alone
    assert series() == (in_days(2), 1, "month", TODAY)
    same = {"due_on": in_days(2), "title": "Rappeler", "repeat_every": 1, "repeat_unit": "month"}
    follow_ups.update_follow_up(book, number, same)  # the form, nothing of the series touched
    assert series() == (in_days(2), 1, "month", TODAY)
    follow_ups.update_follow_up(book, number, {**same, "due_on": in_days(3)})
    assert series() == (in_days(3), 1, "month", in_days(3))
    follow_ups.update_follow_up(book, number, {"repeat_unit": "week"})
    assert series() == (in_days(3), 1, "week", in_days(3))
    follow_ups.update_follow_up(book, number, {"repeat_every": None, "repeat_unit": ""})
    assert series() == (in_days(3), None, "", None)


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ({"due_time": "25:00"}, "not_a_time", "due_time"),
        ({"due_time": "noon"}, "not_a_time", "due_time"),
        ({"due_time": "9:60"}, "not_a_time", "due_time"),
        ({"time_zone": "Paris"}, "not_a_zone", "time_zone"),
        ({"time_zone": "../etc/passwd"}, "not_a_zone", "time_zone"),
        ({"time_zone": "/etc"}, "not_a_zone", "time_zone"),
        ({"repeat_every": 2}, "required", "repeat_unit"),
        ({"repeat_every": 0, "repeat_unit": "day"}, "out_of_range", "repeat_every"),
        ({"repeat_every": 1000, "repeat_unit": "day"}, "out_of_range", "repeat_every"),
        ({"repeat_unit": "fortnight"}, "not_a_choice", "repeat_unit"),
        ({"repeat_unit": "day", "repeat_until": in_days(-1)}, "out_of_range", "repeat_until"),
    ],
)
def test_what_cannot_be_planned_is_refused(
    book: Book, client: int, wrong: dict[str, Any], code: str, field: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        plan(book, client, **wrong)
    assert (caught.value.code, caught.value.params["field"]) == (code, field)
    assert caught.value.sentence()
    number = plan(book, client)
    with pytest.raises(InvalidValueError):
        follow_ups.update_follow_up(book, number, wrong)


@pytest.mark.parametrize(
    ("typed", "kept"), [("", ""), ("9:05", "09:05"), ("9h", "09:00"), ("14h30", "14:30"), ("23.59", "23:59")]
)
def test_times_as_people_write_them(book: Book, client: int, typed: str, kept: str) -> None:
    plan(book, client, due_time=typed)
    assert stored(book)[0].due_time == kept


def test_a_touch_finishes_what_was_due_by_its_day(book: Book, client: int) -> None:
    due, later, old = plan(book, client, -1), plan(book, client, 3), plan(book, client, -9)
    weekly = plan(book, client, -2, repeat_unit="week")
    interactions.log_touch(book, client, {"on": in_days(-1)})
    assert {each.id for each in stored(book, status="open")} == {later, weekly}
    assert {each.id for each in stored(book, status="done", done_on=in_days(-1))} >= {due, old}
    assert stored(book, id=weekly)[0].due_on == in_days(5)
    interactions.log_touch(book, client, {"on": in_days(0)}, finish_due=False)
    assert len(stored(book, status="open")) == 2


def test_a_touch_answers_a_rhythm_put_off_unless_it_was_before(book: Book, client: int) -> None:
    follow_ups.snooze(book, client, None, in_days(10))
    interactions.log_touch(book, client, {"on": in_days(-4)})  # entered late: the user knew of it
    assert stored(book)[0].status == "open"
    interactions.log_touch(book, client, {"kind": "complaint"})  # it was the client who called
    assert stored(book)[0].status == "open"
    interactions.log_touch(book, client, {}, finish_due=False)
    assert stored(book)[0].status == "done"


def test_a_plan_goes_on_when_its_step_is_done_by_a_touch_or_dropped(book: Book, client: int) -> None:
    steps: list[dict[str, Any]] = [
        {"title": "Appel"},
        {"title": "Visite", "after_days": 7},
        {"title": "Bilan", "after_days": 1},
    ]
    number = next(iter(plans.create_plan(book, "Réveil", steps).created["plan"]))
    plans.enrol(book, number, [client])
    (first,) = stored(book)
    follow_ups.update_follow_up(book, first.id, {"due_on": TODAY})
    interactions.log_touch(book, client, {})
    (second,) = stored(book, status="open")
    assert (second.title, second.reason, second.due_on) == ("Visite", "plan_step", date(2026, 11, 30))
    follow_ups.drop_follow_up(book, second.id)
    follow_ups.drop_follow_up(book, second.id)  # once only
    (third,) = stored(book, status="open")
    assert third.title == "Bilan"
    follow_ups.complete_follow_up(book, client, third.id)
    assert stored(book, status="open") == []
    (enrolment,) = plans.enrolments(book, client_id=client)
    assert (enrolment.end_reason, enrolment.ended_on) == ("finished", TODAY)


def test_finishing_a_deal_s_step_put_off_clears_it(book: Book, client: int) -> None:
    offer = {"title": "Refonte", "next_step": "envoyer le devis", "next_step_on": in_days(1)}
    deal = next(iter(deals.create_deal(book, client, offer).created["deal"]))
    with book.step("snooze") as step:
        record = FollowUp(
            client_id=client, due_on=TODAY, reason="deal_step", about=f"deal:{deal}", created_at=step.now
        )
        step.session.add(record)
    follow_ups.complete_follow_up(book, client, stored(book)[0].id)
    (line,) = deals.deals(book, client)
    assert (line.next_step, line.next_step_on) == ("", None)
    history.undo(book)
    assert deals.deals(book, client)[0].next_step == "envoyer le devis"
