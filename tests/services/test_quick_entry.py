"""One line read against a real book, and logged."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from portfolio_app.services import client_views, clients, history, quick_entry
from portfolio_app.storage.book import Book
from tests.conftest import TODAY


def _client(book: Book, name: str, **values: Any) -> int:
    return next(iter(clients.create_client(book, {"name": name, **values}).created["client"]))


def _touches(book: Book) -> list[tuple[Any, ...]]:
    with book.read() as connection:
        return [
            tuple(row)
            for row in connection.exec_driver_sql(
                'SELECT client_id, contact_id, kind, direction, "on", minutes, outcome, subject FROM interaction'
            )
        ]


def _plans(book: Book) -> list[tuple[Any, ...]]:
    with book.read() as connection:
        return [
            tuple(row)
            for row in connection.exec_driver_sql(
                "SELECT client_id, kind, title, due_on, due_time FROM follow_up WHERE status = 'open'"
            )
        ]


def test_a_line_becomes_a_touch_and_a_next_action_in_one_step(book: Book) -> None:
    client = _client(book, "Cidrerie Kerisac", city="Quimper")
    draft = quick_entry.read(book, "appel Kerisac hier 15 min : devis envoyé, rappeler mardi à 14h30", TODAY)
    assert [(each.client_id, each.name, each.detail) for each in draft.meant] == [
        (client, "Cidrerie Kerisac", "Quimper")
    ]
    quick_entry.log(book, client, draft.entry)
    yesterday = str(TODAY - timedelta(days=1))
    assert _touches(book) == [(client, None, "call", "outgoing", yesterday, 15, "", "devis envoyé")]
    assert _plans(book) == [(client, "call", "", "2026-11-24", "14:30")]
    history.undo(book)
    assert (_touches(book), _plans(book)) == ([], [])


def test_a_line_about_what_is_to_come_logs_nothing(book: Book) -> None:
    client = _client(book, "Kerisac")
    draft = quick_entry.read(book, "rappeler Kerisac vendredi", TODAY)
    quick_entry.log(book, client, draft.entry)
    assert _touches(book) == []
    assert _plans(book) == [(client, "call", "", "2026-11-27", "")]


def test_a_person_named_is_whom_it_was_with(book: Book) -> None:
    client = _client(book, "Menuiserie Le Goff")
    made = clients.create_contact(book, client, {"full_name": "Soizic Abalain"})
    contact = next(iter(made.created["contact"]))
    draft = quick_entry.read(book, "call from Soizic Abalain today", TODAY)
    (meant,) = draft.meant
    assert (meant.client_id, meant.contact_id, meant.detail) == (client, contact, "Soizic Abalain")
    quick_entry.log(book, client, draft.entry, meant.contact_id)
    assert _touches(book)[0][:4] == (client, contact, "call", "incoming")


def test_a_complaint_comes_from_the_client_and_a_long_note_is_its_text(book: Book) -> None:
    client = _client(book, "Kerisac")
    note = "caisse abîmée " * 20
    draft = quick_entry.read(book, f"réclamation Kerisac {note}", TODAY)
    quick_entry.log(book, client, draft.entry)
    assert _touches(book) == [(client, None, "complaint", "incoming", str(TODAY), None, "", "")]
    (item,) = client_views.timeline(book, client)
    assert item.body == note.strip()


def test_the_client_in_sight_is_meant_where_nobody_is_named(book: Book) -> None:
    client = _client(book, "Kerisac")
    assert [m.client_id for m in quick_entry.read(book, "appel 5 min", TODAY, client_id=client).meant] == [
        client
    ]
    other = _client(book, "Ty Mad")
    found = quick_entry.read(book, "appel Ty Mad 5 min", TODAY, client_id=client).meant
    assert [m.client_id for m in found] == [other]


def test_names_follow_the_book(book: Book) -> None:
    client = _client(book, "Kerisac")
    assert quick_entry.read(book, "appel Kerisac", TODAY).meant
    clients.update_client(book, client, {"name": "Ty Mad"})
    assert not quick_entry.read(book, "appel Kerisac", TODAY).meant
    assert quick_entry.read(book, "appel Ty Mad", TODAY).meant
