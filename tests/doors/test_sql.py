"""The door of SQL: a text is a value, whatever it says, wherever it goes in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from portfolio_app.errors import InvalidValueError
from portfolio_app.services import (
    client_views,
    clients,
    fields,
    follow_ups,
    history,
    interactions,
    key_dates,
    plans,
    privacy,
    sales,
    search,
)
from portfolio_app.storage.book import Book
from portfolio_app.storage.opening import create_book, open_book
from tests.conftest import TODAY, fixed_clock
from tests.doors import hostile
from tests.dumps import dump, index_is_sound

SAMPLES = (*hostile.SQL, *hostile.FULL_TEXT, hostile.HTML, *hostile.FORMULAS[:4], *hostile.TEMPLATES[:4])
SORTS = ("name", "city", "status", "segment", "abc", "revenue", "last_touch", "next_action", "relevance")
texts = (
    st.text(max_size=60)
    | st.sampled_from(hostile.EVERYTHING)
    | st.text("'\"%_*^:-()NEAR OR\x00\\;", max_size=20)
)


def schema(book: Book) -> list[tuple[str, ...]]:
    """Every table, index and trigger as it was made."""
    with book.read() as connection:
        rows = connection.execute(text("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2"))
        return [tuple(row) for row in rows]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """One book for all examples."""
    path = tmp_path_factory.mktemp("sql") / "book.portfolio"
    return create_book(path, clock=fixed_clock)


@pytest.fixture(scope="module")
def filled(shared: Book) -> Book:
    """A client by every hostile name that a name can be, with everything a client can have."""
    for value in SAMPLES:
        if fields.clean_text(value):
            add(shared, value)
    return shared


def add(book: Book, value: str) -> int:
    """A client of that name, with it in every text it has; answers its id."""
    whole = {name: value for name, spec in fields.CLIENT_FIELDS.items() if spec.type in ("text", "note")}
    person = {name: value for name, spec in fields.CONTACT_FIELDS.items() if spec.type in ("text", "note")}
    short = fields.clean_text(value)[:150]
    whole = {name: short if name != "notes" else value for name in whole}
    (client_id,) = clients.create_client(
        book, whole | {"tags": [short]}, dict.fromkeys(person, short)
    ).created["client"]
    interactions.log_touch(book, client_id, {"kind": "call", "on": TODAY, "subject": short, "body": value})
    line = {"date": TODAY, "amount": "1", "order_reference": short}
    sales.add_sale(book, client_id, line, product=short)
    follow_ups.plan_follow_up(book, client_id, {"due_on": TODAY, "title": short, "notes": value})
    key_dates.create_key_date(book, client_id, {"on": TODAY, "label": short})
    (plan_id,) = plans.create_plan(book, short, [{"title": short}]).created["plan"]
    plans.enrol(book, plan_id, [client_id])
    return int(client_id)


def test_names_are_kept_as_they_were_typed(filled: Book) -> None:
    names = {
        row.name for row in client_views.client_rows(filled, client_views.client_ids(filled, TODAY), TODAY)
    }
    assert names == {fields.clean_text(value)[:150] for value in SAMPLES if fields.clean_text(value)}
    assert index_is_sound(filled)


@hostile.each("value", SAMPLES)
def test_any_question_is_answered(filled: Book, value: str) -> None:
    before = schema(filled)
    everybody = set(client_views.client_ids(filled, TODAY))
    assert set(search.matching_clients(filled, value)) <= everybody
    for found in search.search(filled, value):
        assert found.client_id in everybody
    for sort in SORTS:
        assert set(client_views.client_ids(filled, TODAY, sort=sort, query=value)) <= everybody
    assert client_views.client_ids(filled, TODAY, segment=value) == []
    assert set(client_views.client_ids(filled, TODAY, sort=value, descending=True)) == everybody
    privacy.find_persons(filled, value)
    assert schema(filled) == before


@hostile.each("value", SAMPLES)
def test_what_was_typed_is_found_by_its_words(filled: Book, value: str) -> None:
    """A name finds its client, unless nothing in it is a letter or a figure."""
    words = [word for word in fields.clean_text(value)[:150].split() if word.isalnum() and len(word) > 2]
    for word in words[:2]:
        assert search.search(filled, word)


@settings(hostile.QUICK, max_examples=20)
@given(first=texts, second=texts, query=texts)
def test_any_text_goes_in_comes_out_and_goes_away(shared: Book, first: str, second: str, query: str) -> None:
    """Made, found, listed, renamed, and all of it undone: the book is as it was."""
    before, made = dump(shared), schema(shared)
    try:
        (client_id,) = clients.create_client(shared, {"name": first, "notes": first}).created["client"]
    except InvalidValueError:
        assert not fields.clean_text(first) or len(first) > 500
        return
    steps = 1
    if fields.clean_text(second):
        steps += bool(clients.update_client(shared, client_id, {"name": second, "city": second[:200]}).kinds)
    (row,) = client_views.client_rows(shared, [client_id], TODAY, figures=False)
    assert row.name == (fields.clean_text(second) or fields.clean_text(first))
    search.search(shared, query)
    client_views.client_ids(shared, TODAY, sort="relevance", query=query)
    assert schema(shared) == made
    for _ in range(steps):
        history.undo(shared)
    assert dump(shared) == before


def test_the_name_of_a_field_is_no_column(book: Book) -> None:
    (client_id,) = clients.create_client(book, {"name": "x"}).created["client"]
    for name in (
        "id",
        "created_at",
        "sort_name",
        "name = 'y' --",
        "name; DROP TABLE client",
        "",
        "Name",
        "__class__",
    ):
        with pytest.raises(InvalidValueError):
            clients.update_client(book, client_id, {name: "y"})
        with pytest.raises(InvalidValueError):
            clients.create_client(book, {"name": "x", name: "y"})


@pytest.mark.parametrize("name", ["it's", 'a"b;', "100%", "a?b#c", "file:x?mode=memory", ":memory:", "-x"])
def test_a_book_of_any_name(name: str, tmp_path: Path, make_book: Callable[..., Book]) -> None:
    """The path of a book reaches SQLite as a path: no URI, no memory, no statement."""
    path = tmp_path / f"{name}.portfolio"
    book = create_book(path, clock=fixed_clock)
    clients.create_client(book, {"name": "Kerisac"})
    copy = tmp_path / f"copy of {name}.portfolio"
    book.copy_to(copy)
    with book.attached(copy, "other"), book.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM other.client")).scalar_one() == 1
    book.close()
    assert path.stat().st_size > 0
    reopened = open_book(path, fixed_clock)
    assert len(client_views.client_ids(reopened, TODAY)) == 1
    reopened.close()
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == sorted(
        [path.name, copy.name]
    )
