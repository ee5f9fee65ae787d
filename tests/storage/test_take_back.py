"""Taking back an old step by itself, steps that are final, what is forgotten, and how long the journal is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from portfolio_app.errors import NothingToUndoError
from portfolio_app.models.entities import Client, Sale
from portfolio_app.services import clients, follow_ups, history, interactions, privacy_lists, sales, settings
from portfolio_app.storage import journal
from portfolio_app.storage.book import Book
from portfolio_app.storage.journal import JOURNALLED
from portfolio_app.storage.opening import open_book
from portfolio_app.storage.selective import ORDER
from tests.conftest import NOW, TODAY, fixed_clock
from tests.dumps import dump, index_is_sound


def add(book: Book, name: str, **values: Any) -> tuple[int, int]:
    """(step, client)."""
    changes = clients.create_client(book, {"name": name, **values})
    (client_id,) = changes.created["client"]
    return changes.step_id, client_id


def one(changes: Any, kind: str) -> int:
    (row_id,) = changes.created[kind]
    return int(row_id)


def rows(book: Book, table: str) -> dict[int, dict[str, Any]]:
    with book.read() as connection:
        result = connection.exec_driver_sql(f"SELECT * FROM {table}")
        names = list(result.keys())
        return {row[0]: dict(zip(names, row, strict=True)) for row in result}


def kept(taken: Any) -> list[tuple[str, int, str]]:
    return [(row.kind, row.id, row.reason) for row in taken.kept]


def check(book: Book) -> None:
    with book.read() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    assert index_is_sound(book)


def test_every_journalled_table_has_its_place_in_the_order() -> None:
    assert set(ORDER) == set(JOURNALLED)
    assert ORDER.index("client") < ORDER.index("contact") < ORDER.index("interaction")


def test_an_old_change_goes_back_and_later_ones_stay(book: Book) -> None:
    _, client_id = add(book, "Élan", city="Brest", phone="02 98")
    old = clients.update_client(book, client_id, {"city": "Quimper", "phone": "06 00", "notes": "matin"})
    clients.update_client(book, client_id, {"phone": "07 11"})
    before = dump(book)
    taken = book.take_back(old.step_id)
    row = rows(book, "client")[client_id]
    assert (row["city"], row["phone"], row["notes"]) == ("Brest", "07 11", "")
    assert kept(taken) == [("client", client_id, "edited")]
    assert taken.kept[0].fields == ("phone",)
    assert taken.kept[0].title == "Élan"
    assert not taken.is_undo
    check(book)
    book.undo()
    assert dump(book) == before


def test_a_value_that_came_back_by_itself_is_nothing_to_keep(book: Book) -> None:
    _, client_id = add(book, "Élan", city="Brest")
    old = clients.update_client(book, client_id, {"city": "Quimper", "phone": "1"})
    clients.update_client(book, client_id, {"city": "Brest"})
    taken = book.take_back(old.step_id)
    assert taken.kept == []
    assert rows(book, "client")[client_id]["phone"] == ""


def test_a_created_client_goes_unless_it_was_edited(book: Book) -> None:
    first, gone = add(book, "A")
    second, stays = add(book, "B")
    clients.update_client(book, stays, {"city": "Brest"})
    assert book.take_back(first).kept == []
    assert kept(book.take_back(second)) == [("client", stays, "edited")]
    assert set(rows(book, "client")) == {stays}
    assert gone not in rows(book, "client")
    check(book)


def test_editing_and_editing_back_is_no_edit(book: Book) -> None:
    step, client_id = add(book, "A", city="Brest")
    with book.step("edit") as edit:
        edit.session.get_one(Client, client_id).city = "Lorient"
    with book.step("edit") as edit:
        edit.session.get_one(Client, client_id).city = "Brest"
    assert book.take_back(step).kept == []
    assert rows(book, "client") == {}


def test_what_later_records_hang_on_is_kept(book: Book) -> None:
    step, client_id = add(book, "A", status="active")
    contact = clients.create_contact(book, client_id, {"full_name": "Anne"})
    sales.add_sale(book, client_id, {"amount": "5"}, "Miel")
    taken = book.take_back(step)
    assert kept(taken) == [("client", client_id, "in_use")]
    assert not taken.changes.kinds
    assert len(book.history()) == 3, "taking back nothing is no step"
    assert next(each for each in book.history() if each.id == step).can_take_back
    book.take_back(contact.step_id)
    assert rows(book, "contact") == {}


def test_a_kept_child_keeps_its_parents(book: Book) -> None:
    with book.step("import_files") as step:
        step.session.add_all([Client(id=n, name=f"C{n}", created_at=NOW, updated_at=NOW) for n in (1, 2)])
        step.session.flush()
        step.session.add_all([Sale(id=n, client_id=n, date=TODAY, amount=Decimal(n)) for n in (1, 2)])
    sales.update_sale(book, 2, {"amount": "9"})
    taken = book.take_back(step.changes.step_id)
    assert sorted(kept(taken)) == [("client", 2, "in_use"), ("sale", 2, "edited")]
    assert set(rows(book, "client")) == set(rows(book, "sale")) == {2}
    check(book)


def test_a_product_of_a_sale_taken_back_goes_with_it(book: Book) -> None:
    _, client_id = add(book, "A", status="active")
    plain = sales.add_sale(book, client_id, {"amount": "5"})
    named = sales.update_sale(book, one(plain, "sale"), {}, "Miel")
    clients.update_client(book, client_id, {"city": "Brest"})
    assert book.take_back(named.step_id).kept == []
    assert rows(book, "product") == {}
    assert rows(book, "sale")[one(plain, "sale")]["product_id"] is None


def test_a_deleted_client_comes_back_whole(sample_book: Book) -> None:
    before = dump(sample_book)
    deleted = clients.delete_client(sample_book, 7)
    settings.set_currency(sample_book, "CHF")
    assert sample_book.take_back(deleted.step_id).kept == []
    now = dump(sample_book)
    assert {table: now[table] for table in now if table != "setting"} == {
        table: before[table] for table in before if table != "setting"
    }
    check(sample_book)


def test_what_belongs_to_nobody_any_more_stays_away(book: Book) -> None:
    _, client_id = add(book, "A", status="active")
    sale = sales.add_sale(book, client_id, {"amount": "5"})
    gone = sales.delete_sale(book, one(sale, "sale"))
    clients.delete_client(book, client_id)
    taken = book.take_back(gone.step_id)
    assert [(row.kind, row.reason, row.name.amount) for row in taken.kept] == [
        ("sale", "parent_gone", 5_000_000)
    ]
    check(book)


def test_a_link_to_something_gone_is_left_empty_and_told(book: Book) -> None:
    _, client_id = add(book, "A")
    contact = one(clients.create_contact(book, client_id, {"full_name": "Anne"}), "contact")
    touch = one(interactions.log_touch(book, client_id, {"subject": "x"}, contact_id=contact), "interaction")
    gone = interactions.delete_interaction(book, touch)
    clients.delete_contact(book, contact)
    taken = book.take_back(gone.step_id)
    assert [(row.reason, row.fields) for row in taken.kept] == [("link_gone", ("contact_id",))]
    assert rows(book, "interaction")[touch]["contact_id"] is None
    check(book)


def test_a_changed_row_deleted_since_is_told_by_its_name(book: Book) -> None:
    _, client_id = add(book, "Zoé")
    old = clients.update_client(book, client_id, {"city": "Brest"})
    clients.delete_client(book, client_id)
    taken = book.take_back(old.step_id)
    assert [(row.reason, row.title) for row in taken.kept] == [("deleted_since", "Zoé")]


def test_a_unique_value_given_to_another_keeps_the_row_away(book: Book) -> None:
    limit = history.set_history_limit(book, 30, 10)
    with book.read() as connection:
        row_id = connection.exec_driver_sql("SELECT id FROM setting WHERE key = 'history_limit'").scalar_one()
    with book.step("forget") as step:
        step.connection.exec_driver_sql("DELETE FROM setting WHERE id = ?", (row_id,))
    history.set_history_limit(book, 40, 20)
    taken = book.take_back(step.changes.step_id)
    assert kept(taken) == [("setting", row_id, "taken")]
    assert history.history_limit(book).days == 40
    assert limit.kinds == {"setting"}


def test_the_newest_step_is_simply_undone(book: Book) -> None:
    before = dump(book)
    step, _ = add(book, "A")
    after = dump(book)
    assert book.take_back(step).is_undo
    assert dump(book) == before
    book.redo()
    assert dump(book) == after


def test_nothing_is_taken_back_twice(book: Book) -> None:
    step, _ = add(book, "A")
    add(book, "B")
    book.take_back(step)
    with pytest.raises(NothingToUndoError, match="taken back already"):
        book.take_back(step)
    with pytest.raises(NothingToUndoError, match="not in the history"):
        book.take_back(999)
    book.undo()
    assert book.take_back(step).changes.kinds, "its taking back was undone"


def test_taking_back_a_taking_back(book: Book) -> None:
    step, client_id = add(book, "A")
    add(book, "B")
    whole = dump(book)
    first = book.take_back(step)
    add(book, "C")
    second = book.take_back(first.changes.step_id)
    assert client_id in rows(book, "client")
    states = {each.id: each.state for each in book.history()}
    assert states[step] == "done"
    assert states[first.changes.step_id] == "taken_back"
    assert second.kept == []
    book.undo()
    assert client_id not in rows(book, "client")
    assert {each.id: each.state for each in book.history()}[step] == "taken_back"
    book.undo()
    book.undo()
    assert dump(book) == whole


def test_taking_back_survives_a_restart(book: Book) -> None:
    step, client_id = add(book, "Zoé")
    add(book, "B")
    before = dump(book)
    book.take_back(step)
    after = dump(book)
    book.close()
    again = open_book(book.path, fixed_clock)
    try:
        again.undo()
        assert dump(again) == before
        again.redo()
        assert dump(again) == after
        assert client_id not in rows(again, "client")
    finally:
        again.close()


class TestFinalSteps:
    def erase(self, book: Book, client_id: int, label: str = "erase_person") -> int:
        with book.step(label, final=True) as step:
            step.session.get_one(Client, client_id).name = "erased"
            step.session.get_one(Client, client_id).city = ""
            step.session.flush()
            journal.forget_rows(step.connection, {"client": [client_id]})
        return step.changes.step_id

    def test_it_is_listed_and_cannot_be_taken_back(self, book: Book) -> None:
        _, client_id = add(book, "Zoé Martin", city="Brest")
        final = self.erase(book, client_id)
        (newest, *_) = book.history()
        assert (newest.id, newest.state, newest.can_take_back, newest.counts) == (
            final, "final", False, {"client": 1}
        )  # fmt: skip
        with pytest.raises(NothingToUndoError, match="made to last"):
            book.take_back(final)

    @pytest.mark.parametrize("label", ["erase_person", "merge_suppressed"])
    def test_undo_stops_at_it_and_touches_nothing_older(self, book: Book, label: str) -> None:
        _, client_id = add(book, "Zoé Martin", city="Brest")
        add(book, "B")
        self.erase(book, client_id, label)
        before, number = dump(book), book.change_number()
        for _ in range(2):
            with pytest.raises(NothingToUndoError) as refused:
                book.undo()
            assert refused.value.code == "step_final"
        assert "one by one in History" in str(refused.value)
        assert (dump(book), book.change_number()) == (before, number)
        assert [step.undone for step in book.history()] == [False] * 3

    def test_what_came_after_it_is_undone_and_redone_as_ever(self, book: Book) -> None:
        _, client_id = add(book, "Zoé Martin", city="Brest")
        self.erase(book, client_id)
        states = [dump(book)]
        for name in ("C", "D"):
            add(book, name)
            states.append(dump(book))
        for expected in (states[1], states[0]):
            book.undo()
            assert dump(book) == expected
        with pytest.raises(NothingToUndoError, match="made to last"):
            book.undo()
        for expected in states[1:]:
            book.redo()
            assert dump(book) == expected
        check(book)

    def test_older_actions_are_still_taken_back_one_by_one(self, book: Book) -> None:
        _, client_id = add(book, "Zoé Martin", city="Brest")
        newest, _ = add(book, "B")
        self.erase(book, client_id)
        before = dump(book)
        taken = book.take_back(newest)
        assert (taken.is_undo, taken.kept) == (False, [])
        assert set(rows(book, "client")) == {client_id}
        after = dump(book)
        book.undo()
        assert dump(book) == before
        book.redo()
        assert dump(book) == after
        check(book)

    def test_nothing_of_the_person_is_left_in_the_journal(self, book: Book) -> None:
        _, client_id = add(book, "Zoé Martin", email="zoe@exemple.fr")
        contact = one(clients.create_contact(book, client_id, {"full_name": "Zoé Martin"}), "contact")
        touch = one(interactions.log_touch(book, client_id, {"subject": "Zoé Martin malade"}), "interaction")
        follow_ups.plan_follow_up(book, client_id, {"due_on": TODAY, "title": "Rappeler Zoé Martin"})
        clients.update_contact(book, contact, {"full_name": "Zoé Martin-Le Goff"})
        interactions.update_interaction(book, touch, {"subject": "Zoé Martin va mieux"})
        interactions.delete_interaction(book, touch)
        clients.delete_contact(book, contact)
        clients.update_client(book, client_id, {"email": "z@exemple.fr"})
        self.erase(book, client_id)
        with book.read() as connection:
            for table in ("journal_change", "journal_step"):
                held = str([tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table}")])
                assert "Zo" not in held
                assert "exemple" not in held
        for step in book.history()[1:]:
            book.take_back(step.id)
            check(book)
        assert rows(book, "interaction") == {}

    def test_it_closes_the_road_to_what_was_undone(self, book: Book) -> None:
        _, client_id = add(book, "Zoé")
        add(book, "B")
        book.undo()
        self.erase(book, client_id)
        with pytest.raises(NothingToUndoError):
            book.redo()


class TestPruning:
    @pytest.fixture
    def aged(self, book: Book) -> Book:
        """Ten steps, one a day, the newest yesterday."""
        for days in range(10, 0, -1):
            book.clock = lambda days=days: NOW - timedelta(days=days)
            add(book, f"C{days}")
        book.clock = fixed_clock
        return book

    def prune(self, book: Book, days: int, size: int = 10**9, now: datetime = NOW) -> int:
        with book.maintain() as connection:
            return journal.prune(connection, now, days, size).steps

    def test_old_steps_leave_the_list_and_undo_stops_there(self, aged: Book) -> None:
        before = dump(aged)
        assert self.prune(aged, 3) == 7
        assert len(aged.history()) == 3
        assert dump(aged) == before, "records stay"
        for _ in range(3):
            aged.undo()
        with pytest.raises(NothingToUndoError):
            aged.undo()
        assert {row["name"] for row in rows(aged, "client").values()} == {f"C{n}" for n in range(4, 11)}
        for _ in range(3):
            aged.redo()
        assert dump(aged) == before

    def test_the_newest_action_is_never_forgotten(self, aged: Book) -> None:
        assert self.prune(aged, 0, 0) == 9
        aged.undo()
        assert len(rows(aged, "client")) == 9

    def test_what_can_be_redone_is_kept(self, aged: Book) -> None:
        for _ in range(10):
            aged.undo()
        assert self.prune(aged, 0, 0) == 0
        for _ in range(10):
            aged.redo()
        assert len(rows(aged, "client")) == 10

    def test_by_size(self, aged: Book) -> None:
        with aged.read() as connection:
            assert journal.prunable(connection, NOW, 365, 10**9) == 0
            assert journal.prunable(connection, NOW, 365, 1) > 0
        assert self.prune(aged, 365, 200) == 7

    def test_a_step_dated_by_a_wrong_clock_takes_none_along(self, aged: Book) -> None:
        aged.clock = lambda: NOW - timedelta(days=9_000)
        add(aged, "wrong clock")
        aged.clock = fixed_clock
        add(aged, "right again")
        assert self.prune(aged, 30) == 0

    def test_one_session_by_a_clock_far_ahead_forgets_no_more_than_a_month_does(self, aged: Book) -> None:
        aged.clock = lambda: NOW + timedelta(days=3_650)
        add(aged, "wrong clock")
        add(aged, "wrong clock again")
        assert self.prune(aged, 365, now=aged.clock()) == 0
        assert self.prune(aged, 35, now=aged.clock()) == 5, "as 31 days after the work of yesterday"
        assert len(aged.history()) == 7

    def test_two_such_sessions_forget_no_more(self, aged: Book) -> None:
        for days in (2_000, 0, 4_000):
            aged.clock = lambda days=days: NOW + timedelta(days=days)
            add(aged, f"in {days}")
        assert self.prune(aged, 365, now=aged.clock()) == 0

    def test_a_clock_far_behind_forgets_nothing(self, aged: Book) -> None:
        aged.clock = lambda: NOW - timedelta(days=9_000)
        add(aged, "wrong clock")
        assert self.prune(aged, 30, now=aged.clock()) == 0

    def test_a_step_from_the_future_keeps_nothing_else(self, book: Book) -> None:
        for days in (-100, 3_650, -90, -10, -8, 0):
            book.clock = lambda days=days: NOW + timedelta(days=days)
            add(book, f"{days}")
        assert self.prune(book, 30) == 3
        assert len(book.history()) == 3

    def test_after_a_long_pause_a_week_of_work_brings_the_limit_back(self, book: Book) -> None:
        for days in (-800, -700, -8):
            book.clock = lambda days=days: NOW + timedelta(days=days)
            add(book, f"{days}")
        assert self.prune(book, 365, now=book.clock()) == 0
        book.clock = fixed_clock
        add(book, "now")
        assert self.prune(book, 365) == 2

    def test_nothing_to_forget_writes_nothing(self, aged: Book, make_book: Callable[..., Book]) -> None:
        content = aged.path.read_bytes()
        assert history.prune(aged) == 0
        assert aged.path.read_bytes() == content

    def test_the_history_says_since_when_it_reaches_back(self, aged: Book) -> None:
        whole = history.outline(aged)
        assert (whole.is_cut, whole.since) == (False, (NOW - timedelta(days=10)).date())
        self.prune(aged, 3)
        cut = history.outline(aged)
        assert (cut.is_cut, cut.since, cut.total) == (True, (NOW - timedelta(days=3)).date(), 3)

    def test_a_taking_back_whose_step_was_forgotten_can_be_undone(self, aged: Book) -> None:
        oldest = aged.history()[-1]
        before = dump(aged)
        aged.take_back(oldest.id)
        after = dump(aged)
        self.prune(aged, 5)
        aged.undo()
        assert dump(aged) == before
        aged.redo()
        assert dump(aged) == after


def test_a_row_deleted_and_made_again_under_its_id_goes_back(book: Book) -> None:
    _, client_id = add(book, "Élan", city="Brest")
    with book.step("restore_backup") as step:
        image = rows_in(step.connection, client_id)
        step.connection.exec_driver_sql("DELETE FROM client WHERE id = ?", (client_id,))
        image |= {"city": "Lorient", "phone": "1"}
        names = ", ".join(image)
        marks = ", ".join("?" * len(image))
        step.connection.exec_driver_sql(
            f"INSERT INTO client({names}) VALUES ({marks})", tuple(image.values())
        )
    clients.update_client(book, client_id, {"phone": "2"})
    (row,) = history.details(book, step.changes.step_id).rows
    assert (row.op, {(c.name, c.before, c.after) for c in row.fields}) == (
        "changed", {("city", "Brest", "Lorient"), ("phone", "", "1")}
    )  # fmt: skip
    taken = book.take_back(step.changes.step_id)
    assert [(row.reason, row.fields) for row in taken.kept] == [("edited", ("phone",))]
    assert rows(book, "client")[client_id]["city"] == "Brest"
    check(book)


def rows_in(connection: Any, client_id: int) -> dict[str, Any]:
    result = connection.exec_driver_sql("SELECT * FROM client WHERE id = ?", (client_id,))
    return dict(zip(result.keys(), result.one(), strict=True))


def test_the_key_of_the_suppression_list_outlives_the_step_that_made_it(book: Book) -> None:
    first = privacy_lists.suppress(book, "email", "a@exemple.fr")
    privacy_lists.suppress(book, "email", "b@exemple.fr")
    assert book.take_back(first.step_id).kept == []
    assert privacy_lists.is_suppressed(book, "email", "a@exemple.fr") is None
    assert privacy_lists.is_suppressed(book, "email", "b@exemple.fr") == "objected"
    told = [row for step in history.steps(book) for row in history.details(book, step.id).rows]
    assert all(row.fields == [] for row in told if row.kind == "setting"), "no secret is shown"


def test_a_changed_link_to_something_gone_since_is_kept(book: Book) -> None:
    _, client_id = add(book, "A", status="active")
    sale = one(sales.add_sale(book, client_id, {"amount": "5"}), "sale")
    first = sales.update_sale(book, sale, {}, "Miel")
    second = sales.update_sale(book, sale, {"amount": "6"}, "Cidre")
    add(book, "B")
    assert kept(book.take_back(first.step_id)) == [("sale", sale, "edited")]
    assert [row["name"] for row in rows(book, "product").values()] == ["Cidre"]
    taken = book.take_back(second.step_id)
    assert [(row.kind, row.reason, row.fields) for row in taken.kept] == [
        ("sale", "parent_gone", ("product_id",)),
        ("product", "in_use", ()),
    ]
    assert rows(book, "sale")[sale]["amount"] == 5_000_000
    check(book)
