from __future__ import annotations

import pytest

from portfolio_app.services import clients, interactions
from portfolio_app.services.search import matching_clients, search
from portfolio_app.storage.book import Book
from portfolio_app.storage.text import fold
from tests.dumps import index_is_sound


@pytest.fixture
def searched(book: Book) -> Book:
    (kerisac,) = clients.create_client(
        book,
        {"name": "Cidrerie Kérisac", "city": "Pleudihen", "reference": "C-017", "phone": "02 98 44 10 20"},
        {"full_name": "Anne Riou", "email": "a.riou@example.fr"},
    ).created["client"]
    clients.create_client(book, {"name": "Œuvres d’Éric"})
    clients.create_client(book, {"name": "Garage Océane", "notes": "préfère le matin, 100% bio"})
    interactions.log_touch(book, kerisac, {"kind": "call", "body": "Veut tester le carton recyclé"})
    return book


@pytest.mark.parametrize(
    ("typed", "kind", "title"),
    [
        ("k", "client", "Cidrerie Kérisac"),
        ("KERISAC", "client", "Cidrerie Kérisac"),
        ("risac", "client", "Cidrerie Kérisac"),
        ("oeuvres", "client", "Œuvres d’Éric"),
        ("d'eric", "client", "Œuvres d’Éric"),
        ("c-017", "client", "Cidrerie Kérisac"),
        ("0298441020", "client", "Cidrerie Kérisac"),
        ("02 98 44", "client", "Cidrerie Kérisac"),
        ("riou", "contact", "Anne Riou"),
        ("a.riou@ex", "contact", "Anne Riou"),
        ("riou an", "contact", "Anne Riou"),
        ("recycle", "interaction", "Veut tester le carton recyclé"),
        ("prefere mat", "client", "Garage Océane"),
    ],
)
def test_found_whatever_accents_case_and_order(searched: Book, typed: str, kind: str, title: str) -> None:
    results = search(searched, typed)
    assert results
    assert (results[0].kind, results[0].title) == (kind, title)


@pytest.mark.parametrize(
    "typed", ["", "   ", "zzz", '"', "*", "a OR b NOT", "' ; DROP TABLE client", "%%", "((", "^", "-"]
)
def test_anything_may_be_typed(searched: Book, typed: str) -> None:
    assert isinstance(search(searched, typed), list)


def test_names_come_before_notes_and_starts_before_middles(searched: Book) -> None:
    clients.create_client(searched, {"name": "Oceane Services"})
    titles = [result.title for result in search(searched, "ocean")]
    assert titles == ["Oceane Services", "Garage Océane"]


def test_the_index_follows_edits_deletes_and_undo(searched: Book) -> None:
    (client_id,) = matching_clients(searched, "oceane")
    clients.update_client(searched, client_id, {"name": "Garage Atlantique"})
    assert matching_clients(searched, "oceane") == []
    assert matching_clients(searched, "atlant") == [client_id]
    clients.delete_client(searched, client_id)
    assert matching_clients(searched, "atlant") == []
    assert matching_clients(searched, "prefere") == []
    searched.undo()
    searched.undo()
    assert matching_clients(searched, "oceane") == [client_id]
    assert index_is_sound(searched)


def test_fold() -> None:
    assert fold("  Éric   LAINÉ ") == "eric laine"
    assert fold("Straße Œuf Ægir") == "strasse oeuf aegir"
