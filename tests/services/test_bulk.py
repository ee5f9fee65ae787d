"""Changing many clients at once, and putting them into a segment by hand."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from portfolio_app.errors import InvalidValueError
from portfolio_app.services import bulk, clients, custom_fields, explain, movement, portfolio
from portfolio_app.storage.book import Book
from tests.conftest import TODAY
from tests.dumps import dump


def made(book: Book, *names: str, **values: Any) -> list[int]:
    return [next(iter(clients.create_client(book, {"name": n, **values}).created["client"])) for n in names]


def column(book: Book, name: str) -> list[Any]:
    with book.read() as connection:
        return [row[0] for row in connection.exec_driver_sql(f"SELECT {name} FROM client ORDER BY id")]


def test_one_field_of_many_is_one_step_and_comes_back_with_one_undo(book: Book) -> None:
    ids = made(book, "A", "B", "C", city="Brest")
    before = dump(book)
    changes = bulk.set_field(book, [*ids[:2], 9_999], "city", " Quimper ")
    assert changes.ids["client"] == frozenset(ids[:2])
    assert column(book, "city") == ["Quimper", "Quimper", "Brest"]
    assert not bulk.set_field(book, ids[:2], "city", "Quimper").kinds  # as wanted already
    book.undo()
    assert dump(book) == before


def test_amounts_dates_and_own_fields_are_read_as_in_a_record(book: Book) -> None:
    ids = made(book, "A", "B")
    custom_fields.create_custom_field(book, "Surface", "number")
    bulk.set_field(book, ids, "acquisition_cost", "12.5")
    bulk.set_field(book, ids, "client_since", "2024-02-29")
    bulk.set_field(book, ids, "custom.surface", 80)
    assert column(book, "acquisition_cost") == [12_500_000, 12_500_000]
    assert column(book, "client_since") == ["2024-02-29"] * 2
    assert column(book, "custom") == ['{"surface": 80.0}'] * 2
    bulk.set_field(book, ids[:1], "custom.surface", "")
    assert column(book, "custom") == ["{}", '{"surface": 80.0}']


@pytest.mark.parametrize(
    ("field", "value"), [("name", "X"), ("status", ""), ("client_since", "x"), ("kind", "y")]
)
def test_what_makes_no_sense_is_refused_and_nothing_written(book: Book, field: str, value: str) -> None:
    ids = made(book, "A", "B")
    before = dump(book)
    with pytest.raises(InvalidValueError):
        bulk.set_field(book, ids, field, value)
    assert dump(book) == before


def test_tags_are_added_once_and_taken_away(book: Book) -> None:
    ids = made(book, "A", "B", tags=["Bio"])
    bulk.add_tags(book, ids, ["Salon", "Bio", " "])
    assert column(book, "tags") == ['["Bio", "Salon"]'] * 2
    bulk.remove_tags(book, ids[:1], ["Bio"])
    assert column(book, "tags") == ['["Salon"]', '["Bio", "Salon"]']
    with pytest.raises(InvalidValueError):
        bulk.add_tags(book, ids, ["  "])


def test_a_note_goes_under_the_others_and_is_never_cut(book: Book) -> None:
    ids = [*made(book, "A", notes="Premier"), *made(book, "B")]
    bulk.add_note(book, ids, " Vu au salon ")
    assert column(book, "notes") == ["Premier\nVu au salon", "Vu au salon"]
    before = dump(book)
    with pytest.raises(InvalidValueError):
        bulk.add_note(book, ids, "x" * 99_995)
    assert dump(book) == before


def test_a_rhythm_for_many(book: Book) -> None:
    ids = made(book, "A", "B")
    bulk.set_cadence(book, ids, 20, 40)
    assert column(book, "cadence_max_days") == [40, 40]
    with pytest.raises(InvalidValueError):
        bulk.set_cadence(book, ids, 20, 10)
    bulk.set_cadence(book, ids, None, None)
    assert column(book, "cadence_ideal_days") == [None, None]


def test_a_segment_set_by_hand_holds_from_that_day_and_says_so(sample_book: Book) -> None:
    table = portfolio.snapshot(sample_book, TODAY).metrics
    codes = [segment.code for segment in portfolio.segments(sample_book)]
    client = int(table.index[0])
    was = str(table.loc[client, "segment"])
    wanted = next(code for code in codes if code != was)
    bulk.pin_segment(sample_book, [client], wanted)
    now = portfolio.snapshot(sample_book, TODAY).metrics
    assert now.loc[client, "segment"] == wanted
    assert now.loc[client, "segment_rule"] == table.loc[client, "segment_rule"]
    assert (now["segment"].drop(client) == table["segment"].drop(client)).all()
    told = explain.client_explanation(sample_book, client, TODAY)
    assert (told.segment, told.pinned_on, told.entered_on) == (wanted, TODAY, TODAY)
    yesterday = TODAY - timedelta(days=1)
    assert [m.client_ids for m in movement.changed_since(sample_book, yesterday, TODAY)] == [(client,)]
    bulk.pin_segment(sample_book, [client], "")
    assert portfolio.snapshot(sample_book, TODAY).metrics.loc[client, "segment"] == was
    with pytest.raises(InvalidValueError):
        bulk.pin_segment(sample_book, [client], "nowhere")
