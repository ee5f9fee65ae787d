"""Where the clients are, from what people write as country and postcode."""

from __future__ import annotations

from portfolio_app.services import agenda_settings, clients, concentration, places, sales
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
    add(book, "Unknown", "SW1A 1AA", "")
    found = places.places(book, TODAY)
    assert told(found.departments) == [("29", 2, 2, 400), ("75", 1, 1, 50), ("", 1, 0, 0)]
    assert found.departments[0].ids == (quimper, brest)
    assert told(found.countries) == [("FR", 4, 3, 450), ("BE", 1, 1, 20), ("", 1, 0, 0)]
    agenda_settings.set_agenda(book, country="FR")
    assert told(places.places(book, TODAY).departments)[-1] == ("", 2, 0, 0)


def test_without_a_country_the_book_of_a_french_seller_is_french(book: Book) -> None:
    add(book, "Blank", "29200", "", "30")
    add(book, "Liège", "4000", "Belgique", "20")
    add(book, "Nobody knows where", "29200", "Atlantis", "5")

    def both() -> list[dict[str, int]]:
        spread = concentration.spread(book, TODAY, 365, "department").result.table
        shown = {area.code: area.revenue for area in places.places(book, TODAY).departments}
        return [dict(zip(spread["name"], spread["amount"].tolist(), strict=True)), shown]

    # Blanks and Belgians alone could be a Belgian's clients; one in France says whose they are.
    assert both() == [{}, {}]
    add(book, "Paris", "75011", "France", "50")
    assert both() == 2 * [{"75": 50_000_000, "29": 30_000_000}]
    agenda_settings.set_agenda(book, country="BE")
    assert both() == 2 * [{"75": 50_000_000}]


def test_a_book_without_any_country_is_french_where_its_postcodes_could_be(book: Book) -> None:
    add(book, "Brest", "29200", "", "10")
    add(book, "London", "SW1A 1AA", "")
    found = places.places(book, TODAY)
    assert told(found.departments) == [("29", 1, 1, 10)]
    assert told(found.countries) == [("FR", 1, 1, 10), ("", 1, 0, 0)]


def test_an_empty_book_has_no_places(book: Book) -> None:
    found = places.places(book, TODAY)
    assert (found.departments, found.countries) == ((), ())
