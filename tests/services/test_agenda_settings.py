"""What the user decides about follow-ups for the whole book."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import InvalidValueError
from portfolio_app.services import agenda_settings, books, history
from portfolio_app.services.agenda_settings import Agenda, book_agenda, set_agenda
from portfolio_app.storage.book import Book
from tests.conftest import fixed_clock


def stored(book: Book) -> Any:
    from portfolio_app.services.settings import get_setting

    return get_setting(book, agenda_settings.KEY)


def test_choices_are_kept_as_far_as_they_differ_and_can_be_undone(book: Book) -> None:
    assert book_agenda(book) == Agenda()
    set_agenda(book, country="fr", capacity=12, working_days=[5, 1, 1], survey_days=180)
    assert book_agenda(book) == Agenda(country="FR", capacity=12, working_days=(1, 5), survey_days=180)
    assert stored(book) == {"country": "FR", "capacity": 12, "working_days": [1, 5], "survey_days": 180}
    set_agenda(book, capacity=None, working_days=range(5) and (0, 1, 2, 3, 4), survey_days=None)
    assert stored(book) == {"country": "FR"}
    assert not set_agenda(book, country="FR").kinds
    set_agenda(book, country="")
    assert stored(book) is None
    book.undo()
    book.undo()
    assert book_agenda(book).capacity == 12


def test_another_country_has_no_region_until_one_is_chosen(book: Book) -> None:
    set_agenda(book, country="DE", region="BY")
    set_agenda(book, capacity=5)
    assert book_agenda(book).region == "BY"
    set_agenda(book, country="FR")
    assert (book_agenda(book).country, book_agenda(book).region) == ("FR", "")
    set_agenda(book, country="ES", region="AN")
    assert book_agenda(book).region == "AN"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"capacity": 0}, "out_of_range"),
        ({"capacity": 501}, "out_of_range"),
        ({"capacity": True}, "out_of_range"),
        ({"complaint_days": None}, "out_of_range"),
        ({"survey_days": 6}, "out_of_range"),
        ({"deal_days": "7"}, "out_of_range"),
        ({"working_days": []}, "not_a_choice"),
        ({"working_days": [7]}, "not_a_choice"),
        ({"working_days": [True]}, "not_a_choice"),
        ({"working_days": "0123"}, "not_a_choice"),
        ({"rhythm": 1}, "not_a_choice"),
        ({"country": "FRA"}, "not_a_choice"),
        ({"region": "<b>"}, "not_a_choice"),
        ({"colour": "red"}, "unknown_field"),
    ],
)
def test_what_cannot_be_is_refused_whole(book: Book, values: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        set_agenda(book, birthdays=True, **values)
    assert caught.value.code == code
    assert book_agenda(book) == Agenda()


@pytest.mark.parametrize(
    "value", ['"abc"', "[1, 2]", '{"capacity": -3, "country": 5, "x": 1, "rhythm": false}']
)
def test_what_somebody_else_wrote_there_is_no_obstacle(book: Book, value: str) -> None:
    with book.step("update_setting") as step:
        step.connection.exec_driver_sql("INSERT INTO setting(key, value) VALUES ('agenda', ?)", (value,))
    assert book_agenda(book) == Agenda(rhythm="false" not in value)
    set_agenda(book, deal_days=3)
    assert book_agenda(book).deal_days == 3


def test_a_new_book_knows_its_country(tmp_path: Path, make_book: Callable[..., Book]) -> None:
    book = books.new_book(tmp_path / "fr", clock=fixed_clock, country="fr")
    try:
        assert book_agenda(book) == Agenda(country="FR")
        assert book.history() == []
    finally:
        book.close()
    with pytest.raises(InvalidValueError):
        books.new_book(tmp_path / "no", country="France")
    assert not (tmp_path / "no.portfolio").exists()


def test_the_history_tells_the_choices(book: Book) -> None:
    set_agenda(book, capacity=12)
    (row,) = history.details(book, book.history()[0].id).rows
    assert row.name.code == "agenda"
    assert [field.after for field in row.fields if field.name == "value"] == [{"capacity": 12}]
