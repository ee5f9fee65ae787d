"""Clients, contacts, interactions, sales, follow-ups: what each action does, and that undo takes it back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from portfolio_app.errors import InvalidValueError, NotFoundError
from portfolio_app.models.entities import Client, Contact, FollowUp, Interaction, Sale
from portfolio_app.services import clients, follow_ups, interactions, sales, segments, settings
from portfolio_app.services.agenda import queue_counts
from portfolio_app.services.client_views import client_detail, planned, timeline
from portfolio_app.services.next_actions import next_actions
from portfolio_app.services.portfolio import snapshot
from portfolio_app.storage.book import Book
from tests.conftest import TODAY
from tests.dumps import dump

MONDAY = TODAY + timedelta(days=1)


@pytest.fixture
def client_id(book: Book) -> int:
    (found,) = clients.create_client(book, {"name": "Kerisac"}, {"full_name": "Anne Riou"}).created["client"]
    return found


def rows(book: Book, entity: Any) -> list[Any]:
    with book.read_session() as session:
        found = list(session.scalars(select(entity)))
        session.expunge_all()
    return found


def test_a_client_is_cleaned_and_kept(book: Book) -> None:
    clients.create_client(
        book, {"name": "  Café\u0000 de la\nGare ", "notes": " a\r\nb ", "tags": ["x", " x ", ""]}
    )
    (client,) = rows(book, Client)
    assert (client.name, client.sort_name) == ("Café de la Gare", "cafe de la gare")
    assert (client.notes, client.tags) == ("a\nb", ["x"])
    assert (client.kind, client.status) == ("organisation", "prospect")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({}, "required"),
        ({"name": "   "}, "required"),
        ({"name": "x" * 501}, "out_of_range"),
        ({"name": "A", "status": "rich"}, "not_a_choice"),
        ({"name": "A", "client_since": "soon"}, "not_a_date"),
        ({"name": "A", "password": "x"}, "unknown_field"),
    ],
)
def test_a_bad_value_is_refused_and_nothing_written(book: Book, values: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        clients.create_client(book, values)
    assert caught.value.code == code
    assert rows(book, Client) == []


def test_text_is_never_sql(book: Book) -> None:
    nasty = 'Robert\'); DROP TABLE client;-- "%s" {x} $y'
    (client_id,) = clients.create_client(book, {"name": nasty, "city": nasty}).created["client"]
    clients.update_client(book, client_id, {"notes": nasty})
    (client,) = rows(book, Client)
    assert (client.name, client.city, client.notes) == (nasty, nasty, nasty)


def test_a_former_client_keeps_why_until_it_comes_back(book: Book, client_id: int) -> None:
    clients.update_client(book, client_id, {"status": "former", "former_reason": "closed_down"})
    assert rows(book, Client)[0].former_reason == "closed_down"
    clients.update_client(book, client_id, {"status": "active"})
    assert rows(book, Client)[0].former_reason == ""


def test_a_contact_needs_a_name_or_a_way_to_reach_them(book: Book, client_id: int) -> None:
    with pytest.raises(InvalidValueError):
        clients.create_contact(book, client_id, {"role": "achats"})
    clients.create_contact(book, client_id, {"first_name": "Yann", "last_name": "Le Goff"})
    contact_id = max(contact.id for contact in rows(book, Contact))
    clients.update_contact(book, contact_id, {"last_name": "Le Guen"})
    assert rows(book, Contact)[-1].full_name == "Yann Le Guen"
    with pytest.raises(InvalidValueError):
        clients.update_contact(book, contact_id, {"full_name": ""})


def test_what_is_gone_is_said_to_be_gone(book: Book, client_id: int) -> None:
    clients.delete_client(book, client_id)
    for call in (
        lambda: clients.update_client(book, client_id, {"name": "B"}),
        lambda: interactions.log_touch(book, client_id, {}),
        lambda: client_detail(book, client_id, TODAY),
    ):
        with pytest.raises(NotFoundError):
            call()


def test_logging_a_touch_resets_the_rhythm(book: Book, client_id: int) -> None:
    before = next_actions(book, snapshot(book, TODAY))[client_id]
    # The tests' day is a Sunday: a contact rhythm waits for Monday.
    assert (before.reason, before.bucket) == ("never_touched", "week")
    interactions.log_touch(book, client_id, {"kind": "call", "minutes": 12, "body": "ok"})
    after = next_actions(book, snapshot(book, TODAY))[client_id]
    assert after.due_on == TODAY + timedelta(days=30)
    assert after.bucket == "later"


def test_a_back_dated_touch_counts_from_its_day(book: Book, client_id: int) -> None:
    interactions.log_touch(book, client_id, {"kind": "visit", "on": TODAY - timedelta(days=29)})
    assert next_actions(book, snapshot(book, TODAY))[client_id].due_on == TODAY + timedelta(days=1)
    (visit,) = rows(book, Interaction)
    assert visit.at is None
    with pytest.raises(InvalidValueError):
        interactions.log_touch(book, client_id, {"on": TODAY + timedelta(days=1)})


def test_a_touch_finishes_what_was_due_and_plans_the_next(book: Book, client_id: int) -> None:
    follow_ups.plan_follow_up(book, client_id, {"due_on": TODAY, "title": "devis"})
    follow_ups.plan_follow_up(book, client_id, {"due_on": TODAY + timedelta(days=40), "title": "salon"})
    interactions.log_touch(
        book,
        client_id,
        {"kind": "call"},
        next_due={"due_on": TODAY + timedelta(days=14), "title": "rappeler"},
    )
    assert [(item.title, item.on) for item in planned(book, client_id)] == [
        ("rappeler", TODAY + timedelta(days=14)),
        ("salon", TODAY + timedelta(days=40)),
    ]
    assert [item.type for item in timeline(book, client_id)] == ["interaction", "follow_up"]
    book.undo()
    assert [item.title for item in planned(book, client_id)] == ["devis", "salon"]


def test_a_complaint_is_open_until_resolved(book: Book, client_id: int) -> None:
    interactions.log_touch(book, client_id, {"kind": "complaint", "on": TODAY - timedelta(days=9)})
    assert next_actions(book, snapshot(book, TODAY))[client_id].reason == "complaint"
    (complaint,) = rows(book, Interaction)
    interactions.resolve_complaint(book, complaint.id)
    assert next_actions(book, snapshot(book, TODAY))[client_id].reason != "complaint"


def test_snoozing_a_computed_due_keeps_its_date(book: Book, client_id: int) -> None:
    until = TODAY + timedelta(days=10)
    follow_ups.snooze(book, client_id, None, until)
    action = next_actions(book, snapshot(book, TODAY))[client_id]
    assert (action.due_on, action.bucket) == (until, "later")
    follow_ups.snooze(book, client_id, None, until + timedelta(days=1))
    assert len(rows(book, FollowUp)) == 1
    with pytest.raises(InvalidValueError):
        follow_ups.snooze(book, client_id, None, TODAY)
    interactions.log_touch(book, client_id, {"kind": "call"})
    assert next_actions(book, snapshot(book, TODAY))[client_id].due_on == TODAY + timedelta(days=30)


def test_ticking_off_a_computed_due_counts_as_a_contact(book: Book, client_id: int) -> None:
    follow_ups.complete_follow_up(book, client_id, None)
    assert queue_counts(book, MONDAY)["today"] == 0
    assert snapshot(book, TODAY).metrics.loc[client_id, "days_since_touch"] == 0
    book.undo()
    assert queue_counts(book, MONDAY)["today"] == 1


def test_planning_moving_dropping(book: Book, client_id: int) -> None:
    (found,) = follow_ups.plan_follow_up(
        book, client_id, {"due_on": TODAY + timedelta(days=3), "title": "devis"}
    ).created["follow_up"]
    follow_ups.update_follow_up(book, found, {"due_on": TODAY + timedelta(days=5), "kind": "visit"})
    (item,) = planned(book, client_id)
    assert (item.on, item.kind) == (TODAY + timedelta(days=5), "visit")
    follow_ups.drop_follow_up(book, found)
    assert planned(book, client_id) == []
    with pytest.raises(InvalidValueError):
        follow_ups.plan_follow_up(book, client_id, {"title": "no date"})


def test_a_sale_by_hand_makes_a_prospect_active(book: Book, client_id: int) -> None:
    sales.add_sale(book, client_id, {"amount": Decimal("120.50"), "order_reference": "C-1"}, "Étiquettes")
    sales.add_sale(book, client_id, {"amount": "-20.5", "date": date(2026, 11, 1)}, "Étiquettes")
    assert rows(book, Client)[0].status == "active"
    assert len({sale.product_id for sale in rows(book, Sale)}) == 1
    detail = client_detail(book, client_id, TODAY)
    assert detail.metrics["revenue_window"] == 100_000_000
    sale_id = rows(book, Sale)[0].id
    sales.update_sale(book, sale_id, {"amount": "80"}, "Cartons")
    assert rows(book, Sale)[0].amount == Decimal(80)
    sales.delete_sale(book, sale_id)
    for value in ("beaucoup", "NaN", "1e99"):
        with pytest.raises(InvalidValueError):
            sales.add_sale(book, client_id, {"amount": value})


def test_cadence_and_currency(book: Book, client_id: int) -> None:
    segments.set_cadence(book, "prospect", 10, 20)
    interactions.log_touch(book, client_id, {"kind": "call"})
    assert next_actions(book, snapshot(book, TODAY))[client_id].due_on == TODAY + timedelta(days=10)
    for ideal, longest in ((0, 10), (20, 10), (1, 99_999)):
        with pytest.raises(InvalidValueError):
            segments.set_cadence(book, "prospect", ideal, longest)
    with pytest.raises(NotFoundError):
        segments.set_cadence(book, "nobody", 1, 2)
    settings.set_currency(book, "chf")
    assert settings.get_setting(book, "currency") == "CHF"
    with pytest.raises(InvalidValueError):
        settings.set_currency(book, "euros")


def test_every_action_can_be_taken_back(book: Book, client_id: int) -> None:
    sales.add_sale(book, client_id, {"amount": "10"})
    follow_ups.plan_follow_up(book, client_id, {"due_on": TODAY})
    interactions.log_touch(book, client_id, {"kind": "complaint"})
    ids = {"sale": 1, "follow_up": 1, "interaction": 1, "contact": 1}
    actions = [
        lambda: clients.update_client(book, client_id, {"name": "Autre", "tags": ["a"]}),
        lambda: clients.create_contact(book, client_id, {"email": "x@example.fr"}),
        lambda: clients.update_contact(book, ids["contact"], {"role": "achats"}),
        lambda: clients.delete_contact(book, ids["contact"]),
        lambda: interactions.update_interaction(book, ids["interaction"], {"body": "corrigé", "minutes": 3}),
        lambda: interactions.resolve_complaint(book, ids["interaction"]),
        lambda: interactions.delete_interaction(book, ids["interaction"]),
        lambda: follow_ups.complete_follow_up(book, client_id, ids["follow_up"]),
        lambda: follow_ups.snooze(book, client_id, ids["follow_up"], TODAY + timedelta(days=2)),
        lambda: sales.update_sale(book, ids["sale"], {"amount": "11"}),
        lambda: sales.delete_sale(book, ids["sale"]),
        lambda: segments.set_cadence(book, "top", 5, 6),
        lambda: settings.set_currency(book, "USD"),
        lambda: clients.delete_client(book, client_id),
    ]
    before = dump(book)
    for action in actions:
        action()
        assert dump(book) != before
        book.undo()
        assert dump(book) == before
