from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import Client
from portfolio_app.services import clients, history, import_, interactions, sales, settings
from portfolio_app.storage import journal
from portfolio_app.storage.book import Book
from tests.conftest import NOW, fixed_clock


def add(book: Book, name: str, **values: object) -> int:
    (client_id,) = clients.create_client(book, {"name": name, **values}).created["client"]
    return client_id


def test_steps_tell_when_what_whom_and_how_many(book: Book) -> None:
    client_id = add(book, "Élan")
    sales.add_sale(book, client_id, {"amount": "5"}, "Miel")
    settings.set_currency(book, "CHF")
    currency, sale, created = history.steps(book)
    assert (created.label, created.at, created.counts) == ("create_client", NOW, {"client": 1})
    assert sale.counts == {"client": 1, "product": 1, "sale": 1}
    assert sale.subject is not None
    assert (sale.subject.client_id, sale.subject.client) == (client_id, "Élan")
    assert (currency.subject, currency.params) == (None, {"key": "currency"})
    assert all(
        step.author and step.state == "done" and step.can_take_back for step in (currency, sale, created)
    )


def test_steps_can_be_read_on(book: Book) -> None:
    for number in range(5):
        add(book, f"C{number}")
    first = history.steps(book, 2)
    rest = history.steps(book, 10, before=first[-1].id)
    assert [step.id for step in first + rest] == [step_id for step_id, _ in history.outline(book).steps]
    assert len(rest) == 3


def test_a_client_deleted_since_is_still_named(book: Book) -> None:
    client_id = add(book, "Zoé")
    sales.add_sale(book, client_id, {"amount": "5"})
    clients.update_client(book, client_id, {"city": "Brest"})
    clients.delete_client(book, client_id)
    named = [step.subject.client if step.subject else "" for step in history.steps(book)]
    assert named == ["Zoé", "Zoé", "Zoé", "Zoé"]


def test_a_client_whose_creation_was_undone_for_good_is_still_named(book: Book) -> None:
    add(book, "Élan")
    book.undo()
    add(book, "Kerisac")
    newest, undone = history.steps(book)
    assert (newest.subject and newest.subject.client, undone.state) == ("Kerisac", "undone")
    assert undone.subject == history.RecordName(text="Élan", client="Élan")


def test_a_step_about_several_clients_names_none(book: Book) -> None:
    ids = [add(book, name) for name in ("A", "B")]
    clients.delete_clients(book, ids)
    newest = history.steps(book)[0]
    assert newest.subject is None
    assert newest.counts == {"client": 2}


def test_details_of_a_change_a_creation_and_a_deletion(book: Book) -> None:
    client_id = add(book, "Élan", city="Brest", tags=["bio"])
    clients.update_client(
        book, client_id, {"city": "Quimper", "tags": ["bio", "été"], "client_since": "2020-05-01"}
    )
    touch = interactions.log_touch(book, client_id, {"subject": "Tarif", "minutes": 18})
    sales.add_sale(book, client_id, {"amount": "957.5775", "quantity": "2.5"}, "Miel")
    (interaction_id,) = touch.created["interaction"]
    interactions.delete_interaction(book, interaction_id)
    deleted, sale, _, changed, created = history.steps(book)

    row = history.details(book, created.id).rows[0]
    told = {change.name: (change.before, change.after) for change in row.fields}
    assert (row.op, told["name"], told["city"]) == ("created", (None, "Élan"), (None, "Brest")), (
        "as it was then"
    )
    assert not {"id", "sort_name", "created_at", "notes"} & told.keys()

    row = history.details(book, changed.id).rows[0]
    told = {change.name: (change.before, change.after) for change in row.fields}
    assert (row.op, row.client_exists) == ("changed", True)
    assert told == {
        "city": ("Brest", "Quimper"),
        "tags": (["bio"], ["bio", "été"]),
        "client_since": (None, date(2020, 5, 1)),
    }

    lines = {row.kind: row for row in history.details(book, sale.id).rows}
    told = {change.name: (change.type, change.after) for change in lines["sale"].fields}
    assert told["amount"] == ("money", 957_577_500)
    assert told["quantity"] == ("quantity", Decimal("2.5"))
    assert told["product_id"] == ("text", "Miel")
    assert lines["client"].fields[0].after == "active"

    row = history.details(book, deleted.id).rows[0]
    told = {change.name: (change.before, change.after) for change in row.fields}
    assert (row.op, row.name.text, row.name.client) == ("deleted", "Tarif", "Élan")
    assert (told["minutes"], told["on"]) == ((18, None), (date(2026, 11, 22), None))


def test_details_come_in_parts(sample_book: Book) -> None:
    clients.delete_client(sample_book, 7)
    (step, *_) = history.steps(sample_book)
    first = history.details(sample_book, step.id, 10)
    rest = history.details(sample_book, step.id, 10_000, 10)
    assert first.total == sum(step.counts.values()) == len(first.rows) + len(rest.rows)
    assert first.rows[0].kind == "client"
    assert not first.rows[0].client_exists
    assert history.details(sample_book, 99_999).step is None


def test_what_was_scrubbed_is_told_as_erased(book: Book) -> None:
    client_id = add(book, "Zoé", city="Brest")
    changed = clients.update_client(book, client_id, {"city": "Lorient"})
    with book.step("erase_person", final=True) as step:
        step.session.get_one(Client, client_id).name = "erased"
        step.session.flush()
        journal.forget_rows(step.connection, {"client": [client_id]})
    row = history.details(book, changed.step_id).rows[0]
    assert (row.is_erased, row.fields) == (True, [])
    assert "Zo" not in str(history.steps(book))


def test_looking_for_a_client_an_action_or_a_user(book: Book, tmp_path: Path) -> None:
    kerisac = add(book, "Kerisac & fils")
    sales.add_sale(book, kerisac, {"amount": "5"})
    other = add(book, "Élan")
    clients.delete_client(book, other)
    source = tmp_path / "list.csv"
    source.write_text("Client;Ville\nKerisac & fils;Brest\nAutre;Brest\n", encoding="utf-8")
    import_.import_files(book, [import_.read_source(source)])

    def found(text: str, *labels: str) -> list[str]:
        wanted = {step_id for step_id, _ in history.outline(book, text, labels).steps}
        return [step.label for step in history.steps(book) if step.id in wanted]

    assert found("kerisac") == ["import_files", "add_sale", "create_client"]
    assert found("elan") == ["delete_client", "create_client"]
    assert found("sale", "add_sale") == ["add_sale"]
    assert found(history.steps(book)[0].author.upper()) == [step.label for step in history.steps(book)]
    assert found("nothing like it") == []
    outline = history.outline(book, "nothing like it")
    assert (outline.steps, outline.total) == ([], 5)


def test_the_outline_tells_local_days(book: Book) -> None:
    book.clock = lambda: datetime(2026, 6, 1, 22, 30, tzinfo=UTC)
    add(book, "late in Paris")
    local = datetime(2026, 6, 1, 22, 30, tzinfo=UTC).astimezone().date()
    assert history.outline(book).steps[0][1] == history.outline(book).since == local


def test_the_limit_is_a_setting_of_the_book(book: Book) -> None:
    assert history.history_limit(book) == history.HistoryLimit(365, 200)
    history.set_history_limit(book, 30, 10)
    history.set_history_limit(book, 40, 20)
    assert history.history_limit(book) == history.HistoryLimit(40, 20)
    book.undo()
    assert history.history_limit(book) == history.HistoryLimit(30, 10)
    book.undo()
    assert history.history_limit(book) == history.HistoryLimit()
    for days, megabytes in ((1, 100), (10_000, 100), (100, 1), (100, 10_000)):
        with pytest.raises(InvalidValueError):
            history.set_history_limit(book, days, megabytes)


def test_pruning_follows_the_limit(book: Book) -> None:
    book.clock = lambda: NOW - timedelta(days=50)
    add(book, "old")
    book.clock = lambda: NOW - timedelta(days=20)
    add(book, "later")
    book.clock = fixed_clock
    history.set_history_limit(book, 60, 100)
    assert history.prune(book) == 0
    history.set_history_limit(book, 40, 100)
    assert history.prune(book) == 1
    assert [step.label for step in history.steps(book)] == [
        "update_setting",
        "update_setting",
        "create_client",
    ]
