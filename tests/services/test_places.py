"""Where the clients are, from what people write as country and postcode."""

from __future__ import annotations

from portfolio_app.services import agenda_settings, clients, places, sales
from portfolio_app.storage.book import Book
from tests.conftest import TODAY


def add(book: Book, name: str, postcode: str, country: str, amount: str = "") -> int:
    values = {"name": name, "postcode": postcode, "country": country}
    (client,) = clients.create_client(book, values).created["client"]
    if amount:
        sales.add_sale(book, client, {"date": TODAY, "amount": amount})
    return client


def told(areas: tuple[places.Area, ...]) -> list[tuple[str, int, int, int]]:
    return [(area.code, area.clients, area.buyers, area.revenue // 1_000_000) for area in areas]


def test_departments_and_countries(book: Book) -> None:
    brest = add(book, "Brest", "29200", "France", "100")
    quimper = add(book, "Quimper", "29000", "fr", "300")
    add(book, "Paris", "75011", "FRANCE", "50")
    add(book, "Nowhere", "", "France")
    add(book, "Liège", "4000", "Belgique", "20")
    add(book, "Unknown", "29200", "")
    found = places.places(book, TODAY)
    assert told(found.departments) == [("29", 2, 2, 400), ("75", 1, 1, 50), ("", 1, 0, 0)]
    assert found.departments[0].ids == (quimper, brest)
    assert told(found.countries) == [("FR", 4, 3, 450), ("BE", 1, 1, 20), ("", 1, 0, 0)]
    agenda_settings.set_agenda(book, country="FR")
    assert told(places.places(book, TODAY).departments)[0] == ("29", 3, 2, 400)


def test_a_book_without_any_country_is_french_where_its_postcodes_could_be(book: Book) -> None:
    add(book, "Brest", "29200", "", "10")
    add(book, "London", "SW1A 1AA", "")
    found = places.places(book, TODAY)
    assert told(found.departments) == [("29", 1, 1, 10)]
    assert told(found.countries) == [("FR", 1, 1, 10), ("", 1, 0, 0)]


def test_an_empty_book_has_no_places(book: Book) -> None:
    found = places.places(book, TODAY)
    assert (found.departments, found.countries) == ((), ())
