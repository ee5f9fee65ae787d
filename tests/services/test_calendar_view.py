"""What stands on which day of the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from portfolio_app.services import agenda_settings, deals, follow_ups, interactions, key_dates
from portfolio_app.services.calendar_items import PER_DAY, CalendarItem
from portfolio_app.services.calendar_view import (
    TYPES,
    CalendarView,
    calendar_view,
    moved,
)
from portfolio_app.services.clients import create_client
from portfolio_app.storage.book import Book
from tests.conftest import TODAY

PARIS = ZoneInfo("Europe/Paris")
FIRST, LAST = date(2026, 10, 26), date(2026, 12, 6)


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def client(book: Book, name: str = "Morel", **values: Any) -> int:
    return next(
        iter(create_client(book, {"name": name, "status": "active", **values}).created["client"] or ())
    )


def plan(book: Book, client_id: int, due_on: date, **values: Any) -> int:
    changes = follow_ups.plan_follow_up(book, client_id, {"due_on": due_on, **values})
    return next(iter(changes.created["follow_up"] or ()))


def shown(book: Book, first: date = FIRST, last: date = LAST, **options: Any) -> CalendarView:
    return calendar_view(book, first, last, TODAY, zone=PARIS, **options)


def of(view: CalendarView, *types: str) -> list[CalendarItem]:
    return [item for item in view.items if item.type in types]


def on_days(view: CalendarView, *types: str) -> list[tuple[date, str]]:
    return [(item.on, item.title) for item in of(view, *types)]


def test_what_is_planned_stands_on_its_day_and_what_is_overdue_on_today(book: Book) -> None:
    morel = client(book)
    plan(book, morel, day(12, 3), title="Offer", due_time="14:30")
    plan(book, morel, day(11, 2), title="Late")
    plan(book, morel, day(12, 20), title="Beyond")
    view = shown(book)
    assert on_days(view, "follow_up") == [(TODAY, "Late"), (day(12, 3), "Offer")]
    late, offer = of(view, "follow_up")
    assert (late.is_late, late.due_on, offer.is_late, offer.time) == (True, day(11, 2), False, "14:30")
    # A month that is past does not show it a second time.
    assert of(shown(book, day(10, 26), day(11, 8)), "follow_up") == []


def test_a_time_of_another_zone_is_told_here_and_kept_there(book: Book) -> None:
    morel = client(book)
    plan(book, morel, day(12, 3), due_time="23:30", time_zone="America/New_York")
    (item,) = of(shown(book), "follow_up")
    assert (item.on, item.time, item.zone_shift) == (day(12, 4), "05:30", -1)
    assert moved(item, day(12, 10), None, PARIS) == {"due_on": day(12, 9)}
    assert moved(item, day(12, 10), "09:00", PARIS) == {"due_on": day(12, 10), "due_time": "03:00"}
    assert moved(item, day(12, 10), "", PARIS) == {"due_on": day(12, 10), "due_time": "", "time_zone": ""}


def test_a_repeating_reminder_shows_its_later_turns_which_cannot_be_moved(book: Book) -> None:
    morel = client(book)
    plan(
        book, morel, day(11, 24), title="Weekly",
        repeat_every=1, repeat_unit="week", repeat_until=day(12, 2),
    )  # fmt: skip
    first, *turns = of(shown(book), "follow_up")
    assert (first.on, first.can_move, first.repeats) == (day(11, 24), True, True)
    assert [(turn.on, turn.is_projected, turn.can_move) for turn in turns] == [(day(12, 1), True, False)]


def test_a_turn_moved_to_an_earlier_day_by_hand_comes_no_more_on_its_own(book: Book) -> None:
    morel = client(book)
    plan(book, morel, day(11, 24), repeat_every=1, repeat_unit="week")
    (first,) = (item for item in of(shown(book), "follow_up") if not item.is_projected)
    assert first.record_id is not None
    follow_ups.complete_follow_up(book, morel, first.record_id)  # comes again on 1 December
    follow_ups.update_follow_up(book, first.record_id, {"due_on": day(11, 30)})
    assert day(12, 1) not in [item.on for item in of(shown(book), "follow_up")]


def test_what_is_due_by_itself_stands_where_the_queue_plans_it(book: Book) -> None:
    due, coming = client(book, "Due"), client(book, "Coming")
    interactions.log_touch(book, due, {"on": TODAY - timedelta(days=200)})
    interactions.log_touch(book, coming, {"on": TODAY - timedelta(days=20)})
    planned = client(book, "Planned")
    plan(book, planned, day(11, 25))
    found = {item.client: item.on for item in of(shown(book), "due")}
    assert found["Due"] == TODAY
    assert found["Coming"] > TODAY
    assert "Planned" not in found
    assert of(shown(book, day(10, 26), day(11, 8)), "due") == []


def test_touches_and_what_was_ticked_off_without_one(book: Book) -> None:
    morel, goff = client(book), client(book, "Le Goff")
    interactions.log_touch(book, morel, {"on": day(11, 10), "kind": "visit", "subject": "Samples"})
    interactions.log_touch(book, morel, {"on": TODAY, "kind": "complaint", "subject": "Broken"})
    number = plan(book, goff, TODAY, title="Ring")
    follow_ups.complete_follow_up(book, goff, number)
    visit, complaint, ticked = of(shown(book), "touch")
    assert (visit.on, visit.kind, visit.status, visit.time) == (day(11, 10), "visit", "done", "")
    assert (complaint.status, complaint.time) == ("open", "11:00")  # 10:00 in UTC
    assert (ticked.key, ticked.title, ticked.on) == (f"follow_up:{number}", "Ring", TODAY)
    assert not any(item.can_move for item in (visit, complaint, ticked))


def test_deals_on_their_step_and_close_and_key_dates_each_year(book: Book) -> None:
    morel = client(book)
    deals.create_deal(
        book, morel,
        {"title": "Fleet", "expected_on": day(12, 1), "next_step": "Call", "next_step_on": day(11, 26)},
    )  # fmt: skip
    values = {"kind": "renewal", "label": "Lease", "on": date(2020, 11, 30), "yearly": True}
    key_dates.create_key_date(book, morel, values)
    key_dates.create_key_date(book, morel, {"kind": "other", "label": "Fair", "on": date(2020, 11, 30)})
    view = shown(book)
    assert on_days(view, "deal", "key_date") == [
        (day(11, 26), "Call"), (day(11, 30), "Lease"), (day(12, 1), "Fleet"),
    ]  # fmt: skip
    assert [item.can_move for item in of(view, "deal", "key_date")] == [True, False, True]
    # The due of a step stands where the step does: once is enough.
    assert [item for item in of(view, "due") if item.on == day(11, 26)] == []


def test_birthdays_of_a_leap_day_and_only_where_they_are_wanted(book: Book) -> None:
    client(book, "Anne", kind="person", birth_date=date(2000, 2, 29))
    february = (date(2027, 2, 1), date(2027, 2, 28))
    assert of(shown(book, *february), "key_date") == []
    agenda_settings.set_agenda(book, birthdays=True)
    (item,) = of(shown(book, *february), "key_date")
    assert (item.on, item.kind, item.reason) == (date(2027, 2, 28), "birthday", "birthday")
    (leap,) = of(shown(book, date(2028, 2, 20), date(2028, 3, 5)), "key_date")
    assert leap.on == date(2028, 2, 29)


def test_days_off_are_weekends_and_holidays_with_their_names(book: Book) -> None:
    agenda_settings.set_agenda(book, country="FR")
    view = shown(book, language="fr")
    assert view.holidays == {day(11, 1): "Toussaint", day(11, 11): "Armistice"}
    assert {day(11, 7), day(11, 8), day(11, 11)} <= view.days_off
    assert day(11, 12) not in view.days_off


def test_types_and_kinds_can_be_left_out_and_are_counted_all_the_same(book: Book) -> None:
    morel = client(book)
    plan(book, morel, day(12, 3), kind="visit")
    plan(book, morel, day(12, 4), kind="call")
    interactions.log_touch(book, morel, {"on": day(11, 10), "kind": "email"})
    view = shown(book, types=("touch",), without_kinds={"call"})
    assert [item.type for item in view.items] == ["touch"]
    assert view.counts == {"follow_up": 1, "due": 0, "touch": 1, "deal": 0, "key_date": 0}


def test_a_crowded_day_is_told_in_part_and_counted_whole(book: Book) -> None:
    morel = client(book)
    rows = [(morel, TODAY.isoformat(), "call", f"R{n}", "2026-11-01T00:00:00Z") for n in range(PER_DAY + 40)]
    with book.step("fill") as step:
        step.connection.exec_driver_sql(
            "INSERT INTO follow_up(client_id, due_on, kind, title, created_at) VALUES (?,?,?,?,?)", rows
        )
    view = shown(book, types=("follow_up",))
    assert (len(view.items), view.beyond, view.counts["follow_up"]) == (PER_DAY, {TODAY: 40}, PER_DAY + 40)


@pytest.mark.parametrize("types", [TYPES, ()])
def test_an_empty_book_and_the_edges_of_the_calendar(
    make_book: Callable[..., Book], types: tuple[str, ...]
) -> None:
    book = make_book("empty.portfolio")
    view = shown(book, types=types)
    assert (view.items, view.has_clients, set(view.counts.values())) == ((), False, {0})
    assert not shown(book, date(9999, 11, 1), date(9999, 12, 31)).items


def test_times_and_repetitions_that_are_none_do_no_harm(book: Book) -> None:
    morel = client(book)
    plan(book, morel, day(12, 3), title="Odd")
    with book.step("fill") as step:
        step.connection.exec_driver_sql(
            "UPDATE follow_up SET due_time = 'noon', time_zone = 'Mars/Base', repeat_every = 1, repeat_unit = 'eon'"
        )
    (item,) = of(shown(book), "follow_up")
    assert (item.on, item.time) == (day(12, 3), "")
    assert moved(item, day(12, 5), None, PARIS) == {"due_on": day(12, 5)}
