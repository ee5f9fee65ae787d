"""Who does not want to be reached, and who may be reached instead."""

from __future__ import annotations

from datetime import date

import pytest

from portfolio_app.errors import NotFoundError
from portfolio_app.services import agenda, client_views, clients, interactions, privacy
from portfolio_app.services.opt_outs import OptOut, client_opt_outs, first_opt_outs
from portfolio_app.storage.book import Book
from tests.conftest import TODAY

ANA, BOB = privacy.Person("contact", 1), privacy.Person("contact", 2)


@pytest.fixture
def two_people(book: Book) -> Book:
    """Client 1 with Ana (e-mail, number) and Bob (number), and a switchboard; client 2 with nobody."""
    clients.create_client(
        book,
        {"name": "Atelier", "phone": "02 98 00 00 01"},
        {"full_name": "Ana", "email": "ana@example.com", "mobile": "06 11 11 11 11"},
    )
    clients.create_contact(book, 1, {"full_name": "Bob", "phone": "06 22 22 22 22"})
    clients.create_client(book, {"name": "Brasserie", "email": "b@example.com"})
    return book


def test_nobody_refused_anything(two_people: Book) -> None:
    assert first_opt_outs(two_people, [1, 2]) == {}
    assert client_opt_outs(two_people, 1) == {}


def test_another_way_first_then_another_person(two_people: Book) -> None:
    privacy.set_consent(two_people, ANA, "phone", "refused")
    wanted = OptOut("Ana", frozenset({"phone"}), (("email", ""), ("phone", "Bob")))
    assert first_opt_outs(two_people, [1, 2]) == {1: wanted}
    assert client_opt_outs(two_people, 1) == {1: wanted}


def test_who_refuses_too_is_not_proposed(two_people: Book) -> None:
    for person in (ANA, BOB):
        privacy.set_consent(two_people, person, "phone", "refused")
    found = client_opt_outs(two_people, 1)
    assert found[1].instead == (("email", ""), ("phone", "Atelier"))
    assert found[2].instead == (("phone", "Atelier"),)


def test_the_second_contact_alone_does_not_mark_the_client(two_people: Book) -> None:
    privacy.set_consent(two_people, BOB, "phone", "refused")
    assert first_opt_outs(two_people, [1]) == {}
    assert set(client_opt_outs(two_people, 1)) == {2}


def test_the_list_refuses_as_well(two_people: Book) -> None:
    privacy.suppress(two_people, "email", "B@example.com")
    assert first_opt_outs(two_people, [1, 2])[2] == OptOut("Brasserie", frozenset({"email"}))


def test_the_queue_carries_it(two_people: Book) -> None:
    privacy.set_consent(two_people, ANA, "email", "refused")
    rows = {row.client_id: row.opt_out for row in agenda.queue_rows(two_people, [1, 2], TODAY)}
    assert rows[1] is not None
    assert rows[1].refused == {"email"}
    assert rows[2] is None


def test_the_person_of_a_touch_belongs_to_the_client(two_people: Book) -> None:
    with pytest.raises(NotFoundError):
        interactions.log_touch(two_people, 2, {"kind": "call"}, contact_id=1)
    interactions.log_touch(two_people, 1, {"kind": "call", "on": date(2026, 11, 1)}, contact_id=1)
    (item,) = client_views.timeline(two_people, 1)
    interactions.update_interaction(two_people, item.id, {"minutes": 5})
    assert client_views.timeline(two_people, 1)[0].contact == "Ana"
    interactions.update_interaction(two_people, item.id, {}, contact_id=2)
    assert client_views.timeline(two_people, 1)[0].contact == "Bob"
    interactions.update_interaction(two_people, item.id, {}, contact_id=None)
    assert client_views.timeline(two_people, 1)[0].contact == ""
    clients.create_contact(two_people, 2, {"full_name": "Eve"})
    with pytest.raises(NotFoundError):
        interactions.update_interaction(two_people, item.id, {}, contact_id=3)
