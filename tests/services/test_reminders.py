"""The instants of reminders: across changed clocks, leap days, zones; and putting one off within the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portfolio_app.errors import InvalidValueError
from portfolio_app.services import clients, follow_ups, history
from portfolio_app.services.reminders import MORNING, Reminder, due_at, remind_later, reminders
from portfolio_app.storage.book import Book
from tests.conftest import NOW

PARIS = ZoneInfo("Europe/Paris")
FAR = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "clock", "zone", "instant"),
    [
        # Winter and summer.
        (date(2026, 11, 22), "14:30", "", "2026-11-22T13:30"),
        (date(2026, 7, 1), "14:30", "", "2026-07-01T12:30"),
        # 28 March 2027: 02:00 becomes 03:00, so 02:30 is 03:30.
        (date(2027, 3, 28), "01:59", "", "2027-03-28T00:59"),
        (date(2027, 3, 28), "02:30", "", "2027-03-28T01:30"),
        (date(2027, 3, 28), "03:00", "", "2027-03-28T01:00"),
        # 25 October 2026: 03:00 becomes 02:00, so 02:30 comes twice; the first one counts.
        (date(2026, 10, 25), "02:30", "", "2026-10-25T00:30"),
        (date(2026, 10, 25), "03:00", "", "2026-10-25T02:00"),
        # Its own zone, whatever the user's; New York changes a week later.
        (date(2026, 10, 28), "09:00", "America/New_York", "2026-10-28T13:00"),
        (date(2026, 11, 4), "09:00", "America/New_York", "2026-11-04T14:00"),
        (date(2026, 11, 4), "09:00", "Asia/Kolkata", "2026-11-04T03:30"),
        # No such zone: where the user is.
        (date(2026, 7, 1), "14:30", "Mars/Phobos", "2026-07-01T12:30"),
        (date(2026, 7, 1), "14:30", "../../etc/passwd", "2026-07-01T12:30"),
        (date(2028, 2, 29), "08:00", "", "2028-02-29T07:00"),
    ],
)
def test_the_instant_of_a_time_on_the_wall(day: date, clock: str, zone: str, instant: str) -> None:
    assert due_at(day, clock, zone, PARIS) == datetime.fromisoformat(f"{instant}+00:00")


@pytest.mark.parametrize("clock", ["", "24:00", "9:00", "14:3", "14h30", "x"])
def test_what_is_no_time_of_day(clock: str) -> None:
    with pytest.raises(ValueError, match="no time"):
        due_at(date(2026, 7, 1), clock, "", PARIS)


@given(
    st.dates(), st.times(), st.sampled_from(["", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Dublin"])
)
@example(date.min, time(8, 30), "Pacific/Kiritimati")
@example(date.max, time(23, 59), "Pacific/Pago_Pago")
def test_any_time_of_any_day_has_an_instant(day: date, clock: time, zone: str) -> None:
    at = due_at(day, f"{clock:%H:%M}", zone, PARIS)
    assert abs(at - datetime.combine(day, clock.replace(second=0, microsecond=0), UTC)) < timedelta(hours=26)


def plan(book: Book, **values: object) -> int:
    """A follow-up of a client of its own."""
    (client_id,) = clients.create_client(book, {"name": f"Client {len(values)}"}).created["client"]
    (number,) = follow_ups.plan_follow_up(book, client_id, values).created["follow_up"]
    return number


def listed(book: Book, until: datetime = FAR) -> list[Reminder]:
    return reminders(book, until, PARIS)


def test_open_and_waiting_ones_are_listed_the_earliest_first(book: Book) -> None:
    late = plan(book, due_on=date(2026, 11, 24), due_time="09:00", title="Devis", kind="visit")
    whole_day = plan(book, due_on=date(2026, 11, 23))
    done = plan(book, due_on=date(2026, 11, 22))
    follow_ups.complete_follow_up(book, 3, done)
    first, second = listed(book)
    assert (first.follow_up_id, first.all_day, first.due_time) == (whole_day, True, "")
    assert first.at == datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
    assert (second.follow_up_id, second.client, second.title, second.kind) == (
        late,
        "Client 4",
        "Devis",
        "visit",
    )
    assert second.at == datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    assert listed(book, datetime(2026, 11, 23, 7, 29, tzinfo=UTC)) == []
    assert [one.follow_up_id for one in listed(book, first.at)] == [whole_day]


def test_what_the_day_has_no_time_for_waits_for_the_morning_of_the_user(book: Book) -> None:
    plan(book, due_on=date(2026, 11, 23))
    (one,) = reminders(book, FAR, ZoneInfo("Asia/Tokyo"), time(7, 0))
    assert one.at == datetime(2026, 11, 22, 22, 0, tzinfo=UTC)
    assert time(8, 30) == MORNING


def test_the_key_is_of_the_follow_up_on_its_day_and_time_alone(book: Book) -> None:
    number = plan(book, due_on=date(2026, 11, 23), due_time="09:00")
    (one,) = listed(book)
    (abroad,) = reminders(book, FAR, ZoneInfo("Asia/Tokyo"))
    assert abroad.key == one.key
    assert abroad.at != one.at
    follow_ups.snooze(book, 1, number, date(2026, 11, 25))
    (moved,) = listed(book)
    assert moved.key != one.key
    history.undo(book)
    assert listed(book) == [one]


def test_a_book_with_nonsense_in_it_is_survived(book: Book) -> None:
    plan(book, due_on=date(2026, 11, 23), due_time="09:00")
    with book.step("spoil") as step:
        step.connection.exec_driver_sql("UPDATE follow_up SET due_time = 'noon', time_zone = '/'")
    (one,) = listed(book)
    assert one.all_day
    with book.step("spoil") as step:
        step.connection.exec_driver_sql("UPDATE follow_up SET due_on = '2026-02-30'")
    assert listed(book) == []


class TestLater:
    def test_minutes_later_in_its_own_zone(self, make_book: Callable[..., Book]) -> None:
        book = make_book("later.portfolio")  # it is 11:00 in Paris, 05:00 in New York
        here = plan(book, due_on=date(2026, 11, 22))
        there = plan(book, due_on=date(2026, 11, 22), due_time="04:00", time_zone="America/New_York")
        for number in (here, there):
            remind_later(book, number, NOW + timedelta(minutes=10), PARIS)
        found = {one.follow_up_id: one for one in listed(book)}
        assert (found[here].due_time, found[there].due_time) == ("11:10", "05:10")
        assert {one.at for one in found.values()} == {NOW + timedelta(minutes=10)}
        history.undo(book)
        assert {one.due_time for one in listed(book)} == {"11:10", "04:00"}

    def test_past_midnight(self, book: Book) -> None:
        number = plan(book, due_on=date(2026, 11, 22))
        remind_later(book, number, datetime(2026, 11, 22, 23, 5, tzinfo=UTC), PARIS)
        (one,) = listed(book)
        assert (one.due_on, one.due_time) == (date(2026, 11, 23), "00:05")

    def test_never_back_into_the_first_of_two_hours(self, book: Book) -> None:
        number = plan(book, due_on=date(2026, 11, 22))
        at = datetime(2027, 10, 31, 1, 35, tzinfo=UTC)  # 02:35 in Paris, for the second time
        remind_later(book, number, at, PARIS)
        (one,) = listed(book)
        assert one.at >= at
        assert one.due_time == "03:00"

    def test_only_to_a_time_to_come(self, book: Book) -> None:
        number = plan(book, due_on=date(2026, 11, 22))
        with pytest.raises(InvalidValueError):
            remind_later(book, number, NOW, PARIS)
