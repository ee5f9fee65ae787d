"""The queue in groups and views, acting on it, and the figures of the Today page."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from portfolio_app.errors import InvalidValueError, NotFoundError
from portfolio_app.services import (
    agenda,
    agenda_actions,
    clients,
    deals,
    follow_ups,
    history,
    interactions,
    key_dates,
    plans,
    records,
    sales,
)
from portfolio_app.services.agenda_settings import set_agenda
from portfolio_app.services.clients import create_client, delete_client
from portfolio_app.storage.book import Book
from tests.conftest import TODAY

MONDAY = TODAY + timedelta(days=1)


def add_client(
    book: Book, name: str, *, touched: int | None = None, sold: int | None = None, **values: Any
) -> int:
    """A client, touched and having bought so many days ago."""
    changes = create_client(book, {"name": name, **values}, {"full_name": f"{name} Contact"})
    client_id = next(iter(changes.created["client"]))
    if sold is not None:
        sales.add_sale(book, client_id, {"date": TODAY - timedelta(days=sold), "amount": 100})
    if touched is not None:
        interactions.log_touch(book, client_id, {"on": TODAY - timedelta(days=touched)})
    return client_id


def remind(book: Book, client_id: int, days: int, title: str = "propose the annual service") -> int:
    """A reminder due in so many days."""
    changes = follow_ups.plan_follow_up(
        book, client_id, {"due_on": TODAY + timedelta(days=days), "title": title}
    )
    return next(iter(changes.created["follow_up"]))


def due(book: Book) -> list[int]:
    return agenda.due_ids(book, TODAY)


def steps(book: Book) -> int:
    return len(book.history(1_000))


def test_groups_stand_in_the_order_of_the_segments_and_a_limit_keeps_the_best(sample_book: Book) -> None:
    whole = agenda.queue_groups(sample_book, TODAY)
    assert [g.key for g in whole] == [
        "top",
        "high_potential",
        "regular",
        "at_risk",
        "dormant",
        "prospect",
    ]
    assert all(g.total == len(g.client_ids) for g in whole)
    counts = agenda.queue_counts(sample_book, TODAY)
    assert sum(g.total for g in whole) == counts["overdue"] + counts["today"]
    assert sum(g.overdue for g in whole) == counts["overdue"]

    assert all((g.by, g.ideal_days > 0) == ("segment", True) for g in whole)

    best = agenda.queue_groups(sample_book, TODAY, limit=10)
    assert {i for g in best for i in g.client_ids} == set(agenda.due_ids(sample_book, TODAY, 10))
    totals = {g.key: g.total for g in whole}
    assert all(g.total == totals[g.key] for g in best)


def test_a_view_brings_counts_groups_and_the_first_lines(sample_book: Book) -> None:
    view = agenda.queue_view(sample_book, TODAY, "week")
    assert view.clients == 143
    assert view.counts["week"] == sum(g.total for g in view.groups)
    ids = [i for g in view.groups for i in g.client_ids]
    assert [row.client_id for row in view.rows] == ids[: agenda.FIRST_ROWS]
    assert all(row.action is not None and row.action.bucket == "week" for row in view.rows)
    due_view = agenda.queue_view(sample_book, TODAY)
    assert due_view.counts["due"] == sum(g.total for g in due_view.groups) == len(due(sample_book))


def test_an_empty_book_has_empty_views(make_book: Any) -> None:
    book = make_book("book.portfolio")
    for view in agenda.VIEWS:
        shown = agenda.queue_view(book, TODAY, view)
        assert (shown.clients, shown.groups, shown.rows) == (0, (), ())
    assert agenda.worth_doing(book, TODAY, 50).view == "due"


def test_a_day_without_anything_due_shows_what_comes_next(book: Book) -> None:
    client = add_client(book, "Quai", touched=27)
    later = add_client(book, "Phare", touched=0)
    view = agenda.worth_doing(book, TODAY, 50)
    assert view.view == "week"
    assert view.groups[0].client_ids == (client,)
    interactions.log_touch(book, client, {})
    assert agenda.worth_doing(book, TODAY, 50).view == "later"
    remind(book, later, 0)
    assert agenda.worth_doing(book, TODAY, 50).groups[0].client_ids == (later,)


def test_a_line_says_whom_to_reach_and_what_is_at_stake(book: Book) -> None:
    client = add_client(book, "Atelier", sold=45, city="Brest", phone="02 61 91 16 75")
    (row,) = agenda.queue_rows(book, [client, 999], TODAY)
    assert (row.name, row.city, row.contact, row.phone) == (
        "Atelier",
        "Brest",
        "Atelier Contact",
        "02 61 91 16 75",
    )
    assert row.at_stake == 100_000_000
    assert (row.last_touch, row.last_sale) == (None, TODAY - timedelta(days=45))
    assert row.action is not None
    assert row.action.touch_is_order


def test_ticking_off_a_rhythm_counts_as_a_contact_and_can_be_taken_back(book: Book) -> None:
    client = add_client(book, "Atelier", touched=70)
    assert due(book) == [client]
    agenda_actions.finish(book, [client], TODAY)
    assert due(book) == []
    (row,) = agenda.queue_rows(book, [client], TODAY)
    assert row.last_touch == TODAY
    history.undo(book)
    assert due(book) == [client]


def test_ticking_off_several_is_one_step(book: Book) -> None:
    rhythm = add_client(book, "Atelier", touched=70)
    reminder = add_client(book, "Brasserie", touched=1)
    remind(book, reminder, -3)
    complaint = add_client(book, "Cidrerie", touched=1)
    interactions.log_touch(book, complaint, {"kind": "complaint", "on": TODAY - timedelta(days=12)})
    interactions.log_touch(book, complaint, {"kind": "complaint", "on": TODAY - timedelta(days=2)})
    before = steps(book)
    assert sorted(due(book)) == [rhythm, reminder, complaint]
    changes = agenda_actions.finish(book, [rhythm, reminder, complaint], TODAY)
    assert changes.touches("follow_up", "interaction")
    assert steps(book) == before + 1
    assert due(book) == []
    (row,) = agenda.queue_rows(book, [complaint], TODAY)
    assert row.complaint_on == TODAY - timedelta(days=2)  # the fresh one is still open
    history.undo(book)
    assert sorted(due(book)) == [rhythm, reminder, complaint]


def test_ticking_off_nothing_is_refused(book: Book) -> None:
    client = add_client(book, "Atelier", status="former")
    with pytest.raises(NotFoundError):
        agenda_actions.finish(book, [client], TODAY)
    with pytest.raises(NotFoundError):
        agenda_actions.finish(book, [], TODAY)


def test_postponing_several_moves_reminders_and_rhythms_and_plans_for_the_rest(book: Book) -> None:
    rhythm = add_client(book, "Atelier", touched=70)
    reminder = add_client(book, "Brasserie", touched=1)
    remind(book, reminder, -3)
    former = add_client(book, "Cidrerie", status="former")
    until = TODAY + timedelta(days=14)
    before = steps(book)
    agenda_actions.postpone(book, [rhythm, reminder, former], TODAY, until)
    assert steps(book) == before + 1
    assert due(book) == []
    rows = agenda.queue_rows(book, [rhythm, reminder, former], TODAY)
    assert [row.action.due_on for row in rows if row.action] == [until] * 3
    agenda_actions.postpone(book, [rhythm, reminder], TODAY, until + timedelta(days=1))
    rows = agenda.queue_rows(book, [rhythm, reminder], TODAY)
    assert [row.action.due_on for row in rows if row.action] == [until + timedelta(days=1)] * 2
    history.undo(book)
    history.undo(book)
    assert sorted(due(book)) == [rhythm, reminder]


@pytest.mark.parametrize("days", [0, -1])
def test_postponing_to_a_day_gone_by_is_refused(book: Book, days: int) -> None:
    client = add_client(book, "Atelier", touched=70)
    with pytest.raises(InvalidValueError):
        agenda_actions.postpone(book, [client], TODAY, TODAY + timedelta(days=days))


def test_postponing_one_without_a_next_action_plans_it(book: Book) -> None:
    former = add_client(book, "Cidrerie", status="former")
    agenda_actions.postpone(book, [former], TODAY, TODAY + timedelta(days=3))
    (row,) = agenda.queue_rows(book, [former], TODAY)
    assert row.action is not None
    assert (row.action.reason, row.action.due_on) == ("reminder", TODAY + timedelta(days=3))


def test_names_come_in_the_order_asked(book: Book) -> None:
    first, second = add_client(book, "Zinc"), add_client(book, "Ardoise")
    assert agenda.client_names(book, [first, 999, second]) == [(first, "Zinc"), (second, "Ardoise")]
    delete_client(book, first)
    assert agenda.client_names(book, [first, second]) == [(second, "Ardoise")]


def test_many_ids_are_asked_for_in_pieces() -> None:
    assert [len(part) for part in records.in_parts(range(1_001))] == [500, 500, 1]
    assert list(records.in_parts([])) == []


def test_the_day_is_a_parameter(book: Book) -> None:
    client = add_client(book, "Atelier", touched=0)
    assert agenda.due_ids(book, TODAY) == []
    assert agenda.due_ids(book, date(2027, 6, 1)) == [client]


@pytest.mark.parametrize("as_of", [date.min, date.max])
def test_the_ends_of_the_calendar_have_views(book: Book, as_of: date) -> None:
    add_client(book, "Atelier", touched=9)
    for by in agenda.GROUPINGS:
        assert agenda.queue_view(book, as_of, "week", by=by).view == "week"


def test_a_view_is_grouped_by_day_place_or_kind(book: Book) -> None:
    set_agenda(book, country="FR")
    brest = add_client(book, "Quai", postcode="29200", city="Brest")
    rennes = add_client(book, "Phare", postcode="35000", country="France")
    nowhere = add_client(book, "Anse")
    remind(book, brest, 3)
    remind(book, rennes, 5)
    remind(book, nowhere, 3)
    follow_ups.plan_follow_up(book, nowhere, {"due_on": TODAY + timedelta(days=2), "kind": "visit"})

    def groups(by: str) -> dict[str, tuple[int, ...]]:
        view = agenda.queue_view(book, TODAY, "week", by=by)
        assert all((g.by, g.ideal_days) == (by, 0) for g in view.groups)
        return {group.key: group.client_ids for group in view.groups}

    assert groups("date") == {"2026-11-24": (nowhere,), "2026-11-25": (brest,), "2026-11-27": (rennes,)}
    assert groups("place") == {"FR-29": (brest,), "FR-35": (rennes,), "": (nowhere,)}
    assert groups("kind") == {"call": (brest, rennes), "visit": (nowhere,)}
    assert list(groups("kind")) == ["call", "visit"]
    with pytest.raises(ValueError, match="week by colour"):
        agenda.queue_groups(book, TODAY, "week", by="colour")


def test_the_unplanned_are_grouped_by_place_too(book: Book) -> None:
    without = [add_client(book, name, postcode=code) for name, code in (("A", "29200"), ("B", ""))]
    for client in without:
        clients.update_client(book, client, {"cadence_ideal_days": 0})
    groups = agenda.queue_groups(book, TODAY, "unplanned", by="place")
    assert [(g.key, g.client_ids) for g in groups] == [("29", (without[0],)), ("", (without[1],))]
    assert [g.key for g in agenda.queue_groups(book, TODAY, "unplanned", by="kind")] == [""]
    assert [g.key for g in agenda.queue_groups(book, TODAY, "unplanned", by="date")] == [""]


def test_what_the_day_cannot_hold_stands_in_the_week_and_is_counted(book: Book) -> None:
    set_agenda(book, capacity=2)
    ids = [add_client(book, f"Client {n}", touched=300 + n) for n in range(5)]
    counts = agenda.view_counts(book, TODAY)
    assert (counts["due"], counts["week"], counts["spread"], counts["overdue"]) == (2, 3, 3, 5)
    assert len(due(book)) == 2
    week = agenda.queue_view(book, TODAY, "week", by="date")
    assert [(g.key, g.total, g.overdue) for g in week.groups] == [("2026-11-23", 2, 2), ("2026-11-24", 1, 1)]
    assert all(row.action is not None and row.action.bucket == "overdue" for row in week.rows)
    interactions.log_touch(book, due(book)[0], {})
    counts = agenda.view_counts(book, TODAY)
    assert (counts["due"], counts["spread"], counts["done_today"]) == (1, 3, 1)
    assert sum(counts[view] for view in agenda.VIEWS) == len(ids)


def test_a_line_says_what_it_is_of(book: Book) -> None:
    set_agenda(book, birthdays=True, anniversaries=True)
    offer = {"title": "Refonte", "next_step": "envoyer le devis", "next_step_on": TODAY}
    values: dict[str, dict[str, Any]] = {
        "birthday": {"kind": "person", "birth_date": date(1980, 11, 22)},
        "since": {"client_since": date(2020, 11, 22)},
    }
    names = ("step", "close", "contract", "birthday", "since", "complaint", "plan")
    named = {name: add_client(book, name, touched=0, **values.get(name, {})) for name in names}
    deals.create_deal(book, named["step"], offer)
    deals.create_deal(book, named["close"], {"title": "Toiture", "expected_on": TODAY + timedelta(days=2)})
    contract = {"kind": "renewal", "label": "Maintenance", "on": date(2025, 12, 5), "yearly": True}
    key_dates.create_key_date(book, named["contract"], contract)
    late = {"kind": "complaint", "on": TODAY - timedelta(days=9), "subject": "Retard"}
    interactions.log_touch(book, named["complaint"], late)
    made = plans.create_plan(book, "Réveil", [{"title": "Appel"}, {"title": "Visite"}])
    plans.enrol(book, next(iter(made.created["plan"])), [named["plan"]])

    def line(name: str, as_of: date = TODAY) -> tuple[Any, ...]:
        (row,) = agenda.queue_rows(book, [named[name]], as_of)
        assert row.action is not None
        action = row.action
        return action.reason, action.title, action.subject, action.subject_kind, action.subject_on

    assert line("step") == ("deal_step", "envoyer le devis", "Refonte", "", None)
    assert line("close") == ("deal_close", "", "Toiture", "", TODAY + timedelta(days=2))
    assert line("contract") == ("key_date", "", "Maintenance", "renewal", date(2026, 12, 5))
    assert line("birthday") == ("birthday", "", "", "birthday", TODAY)
    assert line("since") == ("key_date", "", "", "since", TODAY)
    assert line("complaint") == ("complaint", "", "Retard", "", TODAY - timedelta(days=9))
    assert line("plan", MONDAY) == ("plan_step", "Appel", "Réveil · 1/2", "", None)


def test_a_line_says_what_is_missing_and_where_to_go(book: Book) -> None:
    client = add_client(
        book, "Atelier", sold=1, touched=1, street="3 rue du Port", postcode="29200", city="Brest"
    )
    seen = TODAY + timedelta(days=2)
    (row,) = agenda.queue_rows(book, [client], seen)
    assert row.action is not None
    assert (row.action.reason, row.action.missing) == ("data", ("phone", "email"))
    assert row.address == "3 rue du Port, 29200 Brest"
    assert agenda.proposed_kind("data", "") == ""
    assert agenda.proposed_kind("rhythm", "") == "call"
    assert agenda.one_line("", "29200", "", "France") == ""
