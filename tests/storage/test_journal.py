from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from portfolio_app.errors import BookDamagedError, BookWriteError, NothingToUndoError
from portfolio_app.models.entities import Client, Contact, Sale
from portfolio_app.services import clients
from portfolio_app.storage.book import Book
from portfolio_app.storage.journal import MAX_LISTED
from portfolio_app.storage.opening import open_book
from tests.conftest import NOW, fixed_clock
from tests.dumps import dump, index_is_sound


def add(book: Book, name: str) -> int:
    (client_id,) = clients.create_client(book, {"name": name}).created["client"]
    return client_id


def test_undo_and_redo_walk_the_history(book: Book) -> None:
    states = [dump(book)]
    client_id = add(book, "Élan")
    states.append(dump(book))
    clients.update_client(book, client_id, {"name": "Élan & fils", "tags": ["bio", "été"], "notes": "a\nb"})
    states.append(dump(book))
    clients.create_contact(book, client_id, {"full_name": "Zoé"})
    states.append(dump(book))
    clients.delete_client(book, client_id)
    states.append(dump(book))
    for state in states[-2::-1]:
        book.undo()
        assert dump(book) == state
    with pytest.raises(NothingToUndoError, match="nothing to undo"):
        book.undo()
    for state in states[1:]:
        book.redo()
        assert dump(book) == state
    with pytest.raises(NothingToUndoError, match="nothing to redo"):
        book.redo()
    for state in states[-2::-1]:
        book.undo()
        assert dump(book) == state
    assert index_is_sound(book)


@pytest.mark.parametrize(
    "pair", [("1000", "01000"), ("0298112233", "298112233"), ("1.0", "1"), ("1e3", "1000")]
)
def test_texts_that_are_the_same_number_are_other_texts(book: Book, pair: tuple[str, str]) -> None:
    (client_id,) = clients.create_client(book, {"name": "Ain", "postcode": pair[0]}).created["client"]
    before = dump(book)
    clients.update_client(book, client_id, {"postcode": pair[1]})
    after = dump(book)
    book.undo()
    assert dump(book) == before
    book.redo()
    assert dump(book) == after


VALUES = (
    "''", "0", "0.0", "'0'", "'00'", "1", "'1'", "1.5", "'1.5'", "1e3", "'1000'", "'1e3'", "0.1 + 0.2", "1 << 62",
    "'[1]'", "'{}'", "'null'", "'a' || char(10) || '\"'", "NULL",
)  # fmt: skip


@pytest.mark.parametrize(("column", "values"), [("website", VALUES[:-1]), ("acquisition_cost", VALUES)])
def test_any_value_after_any_other_goes_back_as_it_was(
    book: Book, column: str, values: tuple[str, ...]
) -> None:
    """Also what only a stranger's book holds, in a column of texts and one of numbers."""
    pairs = list(permutations(values, 2))
    with book.step("many") as step:
        step.session.add_all(Client(name="x", created_at=NOW, updated_at=NOW) for _ in pairs)

    def put(place: int) -> list[tuple[object, ...]]:
        with book.step("odd") as step:
            for number, pair in enumerate(pairs, 1):
                step.connection.exec_driver_sql(
                    f"UPDATE client SET {column} = {pair[place]} WHERE id = {number}"
                )
        return held()

    def held() -> list[tuple[object, ...]]:
        with book.read() as connection:
            query = f"SELECT {column}, typeof({column}), hex({column}) FROM client ORDER BY id"
            return [tuple(row) for row in connection.exec_driver_sql(query)]

    states = [put(0), put(1)]
    assert sum(one != other for one, other in zip(*states, strict=True)) > 200
    book.undo()
    assert [*zip(pairs, held(), strict=True)] == [*zip(pairs, states[0], strict=True)]
    book.redo()
    assert [*zip(pairs, held(), strict=True)] == [*zip(pairs, states[1], strict=True)]


def test_what_the_journal_cannot_hold_is_not_written(book: Book) -> None:
    add(book, "Ain")
    before = dump(book)
    with pytest.raises(BookWriteError), book.step("odd") as step:
        step.connection.exec_driver_sql("UPDATE client SET website = x'00ff'")
    assert dump(book) == before


def test_a_step_that_older_triggers_wrote_can_be_taken_back(book: Book) -> None:
    client_id = add(book, "Ain")
    clients.update_client(book, client_id, {"postcode": "1000"})
    with book.maintain() as connection:
        connection.exec_driver_sql("UPDATE journal_change SET data = '{}' WHERE op = 'U'")
    book.undo()
    book.undo()
    assert not rows_of(book)


def rows_of(book: Book) -> list[str]:
    with book.read() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT name FROM client")]


def test_undo_survives_a_restart(book: Book) -> None:
    before = dump(book)
    client_id = add(book, "Kerisac")
    middle = dump(book)
    clients.delete_client(book, client_id)
    book.close()
    again = open_book(book.path, fixed_clock)
    again.undo()
    assert dump(again) == middle
    again.close()
    third = open_book(book.path, fixed_clock)
    try:
        third.undo()
        assert dump(third) == before
        third.redo()
        assert dump(third) == middle
    finally:
        third.close()


def test_deleting_a_client_takes_everything_and_undo_brings_it_back(sample_book: Book) -> None:
    before = dump(sample_book)
    with sample_book.read_session() as session:
        client_id = session.scalars(select(Sale.client_id).limit(1)).one()
    changes = clients.delete_client(sample_book, client_id)
    assert {"client", "contact", "sale"} <= changes.kinds
    assert all(row[1] != client_id for row in dump(sample_book)["sale"])
    sample_book.undo()
    assert dump(sample_book) == before


def test_a_new_action_closes_the_road_to_what_was_undone(book: Book) -> None:
    add(book, "A")
    book.undo()
    add(book, "B")
    with pytest.raises(NothingToUndoError):
        book.redo()
    labels = [(step.label, step.undone) for step in book.history()]
    assert labels == [("create_client", False), ("create_client", True)]


def test_a_write_outside_a_step_is_impossible(book: Book) -> None:
    with pytest.raises(IntegrityError), book._writing() as connection:
        connection.exec_driver_sql("DELETE FROM setting")
    assert dump(book)["setting"]


def fail_half_way(book: Book) -> None:
    with book.step("create_client") as step:
        step.session.add(Client(name="half", created_at=step.now, updated_at=step.now))
        step.session.flush()
        raise ZeroDivisionError


def test_a_failing_step_leaves_nothing(book: Book) -> None:
    before = dump(book)
    with pytest.raises(ZeroDivisionError):
        fail_half_way(book)
    assert dump(book) == before
    assert book.history() == []
    add(book, "still works")


def test_a_step_without_effect_is_no_step(book: Book) -> None:
    client_id = add(book, "Same")
    before = book.path.read_bytes()
    changes = clients.update_client(book, client_id, {"name": "Same"})
    assert changes.kinds == frozenset()
    assert book.path.read_bytes() == before
    assert len(book.history()) == 1


def test_money_survives_the_journal_to_the_last_digit(book: Book) -> None:
    client_id = add(book, "A")
    amounts = [Decimal("957.5775"), Decimal("-0.000001"), Decimal("8999999999.999999")]
    with book.step("add_sale") as step:
        for amount in amounts:
            step.session.add(Sale(client_id=client_id, date=date(2026, 1, 1), amount=amount))
    clients.delete_client(book, client_id)
    book.undo()
    with book.read_session() as session:
        assert list(session.scalars(select(Sale.amount).order_by(Sale.id))) == amounts


def test_changes_list_ids_until_there_are_too_many(book: Book) -> None:
    with book.step("bulk") as step:
        step.session.add_all(
            Client(name=f"C{n}", created_at=step.now, updated_at=step.now) for n in range(MAX_LISTED + 1)
        )
        step.session.flush()
        step.session.add(Contact(client_id=1, full_name="x", created_at=step.now))
    assert step.changes.ids["client"] is None
    assert step.changes.ids["contact"] == frozenset({1})
    assert step.changes.touches("client")
    assert not step.changes.touches("sale")
    book.undo()
    assert dump(book)["client"] == []


@pytest.mark.parametrize(
    ("entity", "data"),
    [
        ("client", r'{"city\" = \"x\", \"name": ["a", "b"]}'),
        ("client", '{"nothing": ["a", "b"]}'),
        ("client WHERE 1 --", '{"name": ["a", "b"]}'),
        ("journal_step", '{"label": ["a", "b"]}'),
    ],
)
@pytest.mark.parametrize("older", [False, True])
def test_names_in_a_stranger_s_journal_never_become_sql(
    book: Book, entity: str, data: str, older: bool
) -> None:
    """Somebody may send a book whose journal was written by hand."""
    clients.create_client(book, {"name": "A"})
    clients.update_client(book, 1, {"city": "Brest"})
    with book.maintain() as connection:
        target = connection.exec_driver_sql("SELECT max(id) FROM journal_step").scalar()
        connection.exec_driver_sql(
            "UPDATE journal_change SET entity = ?, data = ? WHERE step_id = ?", (entity, data, target)
        )
    if older:
        clients.create_client(book, {"name": "B"})
    before = dump(book)
    with pytest.raises(BookDamagedError):
        book.take_back(int(target)) if older else book.undo()  # type: ignore[arg-type]
    assert dump(book) == before
