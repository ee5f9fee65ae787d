"""The due visits by area, and the postcodes that tell the areas."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_app.analysis.route import area_of, street_key
from portfolio_app.services import follow_ups
from portfolio_app.services.agenda_settings import set_agenda
from portfolio_app.services.route import RouteStop, route
from portfolio_app.storage.book import Book
from tests.conftest import TODAY
from tests.services.test_agenda import add_client


@pytest.mark.parametrize(
    ("postcode", "country", "area"),
    [
        ("29200", "France", "FR-29"),
        (" 29 200 ", "fr", "FR-29"),
        ("F-29200", "FRANCE", "FR-29"),
        ("01000", "France", "FR-01"),
        ("97410", "France", "FR-974"),
        ("20090", "France", "FR-20"),
        ("1000", "Belgique", "BE-10"),
        ("B-1000", "Belgium", "BE-10"),
        ("SW1A 1AA", "United Kingdom", "GB-SW"),
        ("m1 1ae", "UK", "GB-M"),
        ("D02 AF30", "Ireland", "IE-D02"),
        ("M5V 3L9", "Canada", "CA-M5"),
        ("90210", "USA", "US-902"),
        ("20095", "Allemagne", "DE-20"),
        ("22041-080", "Brésil", "Brésil-22"),
        ("29200", "", "29"),
        ("", "France", ""),
        ("—", "France", ""),
        ("Quimper", "France", "FR-QU"),
    ],
)
def test_the_area_of_a_postcode(postcode: str, country: str, area: str) -> None:
    assert area_of(postcode, country) == area


def test_a_country_left_out_is_the_book_s() -> None:
    assert area_of("29200", "", "FR") == "FR-29"
    assert area_of("1000", "Belgique", "FR") == "BE-10"


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=30))
def test_any_text_has_an_area_and_a_place_in_the_street(postcode: str, country: str, street: str) -> None:
    area = area_of(postcode, country)
    assert area == "" or any(letter.isalnum() for letter in area)
    assert street_key(street) >= ("", 0, "")


def test_streets_are_walked_along() -> None:
    streets = ["12 rue du Port", "2 bis rue du Port", "2, rue du Port", "100 avenue Foch", "Zone du Port"]
    assert sorted(streets, key=street_key) == [
        "100 avenue Foch",
        "2, rue du Port",
        "2 bis rue du Port",
        "12 rue du Port",
        "Zone du Port",
    ]


def visit(book: Book, name: str, days: int, kind: str = "visit", **values: Any) -> int:
    """A client to be seen in so many days."""
    client = add_client(book, name, touched=0, **values)
    follow_ups.plan_follow_up(book, client, {"due_on": TODAY + timedelta(days=days), "kind": kind})
    return client


def names(stops: tuple[RouteStop, ...]) -> list[tuple[str, bool]]:
    return [(stop.name, stop.is_due) for stop in stops]


def test_the_day_s_visits_by_area_with_those_near(book: Book) -> None:
    set_agenda(book, country="FR")
    visit(book, "Port 12", 0, street="12 rue du Port", postcode="29200", city="Brest", phone="02 98 00 00 00")
    visit(book, "Port 2", -3, street="2 rue du Port", postcode="29200", city="Brest")
    visit(book, "Quimper", 0, postcode="29000", city="Quimper")
    visit(book, "Near, in 3 days", 3, postcode="29100", city="Douarnenez")
    visit(book, "Near, in 20 days", 20, postcode="29100", city="Douarnenez")
    visit(book, "Elsewhere, in 3 days", 3, postcode="35000", city="Rennes")
    visit(book, "Paris", 0, "call", postcode="75001", city="Paris")
    visit(book, "Nobody knows where", 0)
    visit(book, "Nor this one, in 3 days", 3)
    found = route(book, TODAY)
    assert [(each.area, names(each.stops)) for each in found] == [
        ("FR-29", [("Quimper", True), ("Near, in 3 days", False), ("Port 2", True), ("Port 12", True)]),
        ("FR-75", [("Paris", True)]),
        ("", [("Nobody knows where", True)]),
    ]
    last = found[0].stops[-1]
    assert (last.address, last.phone, last.kind) == (
        "12 rue du Port, 29200 Brest",
        "02 98 00 00 00",
        "visit",
    )
    assert last.action.days_late == 0
    assert [each.area for each in route(book, TODAY, visits_only=True)] == ["FR-29", ""]
    assert [each.area for each in route(book, TODAY, ["FR-75"])] == ["FR-75"]
    assert route(book, TODAY, []) == []


def test_an_empty_book_has_no_route(book: Book) -> None:
    assert route(book, TODAY) == []
