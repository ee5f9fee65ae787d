from __future__ import annotations

from datetime import date

import pytest

from portfolio_app.services.agenda_settings import set_agenda
from portfolio_app.services.working_days import countries, holidays_of, working_days
from portfolio_app.storage.book import Book
from tests.conftest import TODAY


def test_holidays_of_a_country_in_the_language_asked() -> None:
    french = holidays_of("FR", "", [2026], "fr")
    assert len(french) == 11
    assert french[date(2026, 7, 14)] == "Fête nationale"
    assert holidays_of("fr", "", [2026], "en")[date(2026, 7, 14)] == "National Day"
    assert holidays_of("GB", "", [2026], "en")[date(2026, 12, 25)] == "Christmas Day"
    assert holidays_of("DE", "", [2026], "fr")[date(2026, 10, 3)] == "Tag der Deutschen Einheit"


def test_a_region_has_holidays_of_its_own() -> None:
    """Good Friday and Boxing Day are holidays in Moselle; 2026 has Easter on 5 April."""
    moselle = holidays_of("FR", "57", [2026], "fr")
    assert set(moselle) - set(holidays_of("FR", "", [2026])) == {date(2026, 4, 3), date(2026, 12, 26)}


@pytest.mark.parametrize(("country", "region"), [("", ""), ("XX", ""), ("../..", ""), ("1", "57")])
def test_an_unknown_country_has_none(country: str, region: str) -> None:
    assert holidays_of(country, region, [2026]) == {}


def test_an_unknown_region_is_none_and_no_year_has_none() -> None:
    assert holidays_of("FR", "Atlantis", [2026]) == holidays_of("FR", "", [2026])
    assert holidays_of("FR", "", []) == {}


def test_what_is_given_out_may_be_changed() -> None:
    holidays_of("FR", "", [2026]).clear()
    countries().clear()
    assert holidays_of("FR", "", [2026])


def test_countries_and_their_regions() -> None:
    known = dict(countries())
    assert {"FR", "BE", "CH", "GB", "US"} <= set(known)
    assert "57" in known["FR"]
    assert not any(region.startswith("Zone") for region in known["FR"])
    assert all(len(code) == 2 for code in known)


def test_a_book_works_by_its_choices(book: Book) -> None:
    """14 July 2026 is a Tuesday."""
    holiday = date(2026, 7, 14)
    assert working_days(book, TODAY).is_working(holiday)
    set_agenda(book, country="FR")
    assert working_days(book, TODAY).on_or_after(holiday) == date(2026, 7, 15)
    set_agenda(book, working_days=(5, 6))
    assert working_days(book, TODAY).on_or_after(holiday) == date(2026, 7, 18)
    book.undo()
    assert working_days(book, TODAY).on_or_after(holiday) == date(2026, 7, 15)
    assert not working_days(book, TODAY).is_working(date(2029, 12, 25))
    assert not working_days(book, TODAY).is_working(date(2024, 12, 25))
