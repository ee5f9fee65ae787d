"""Random calls of every service, taken back and done again in every order: nothing is ever lost or left over.

The short form runs in CI. For long, and each time with other calls:
`UNDO_EXAMPLES=500 pytest -o faulthandler_timeout=0 tests/services/test_undo_machine.py`.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from portfolio_app import config
from portfolio_app.errors import NothingToUndoError, PortfolioError
from portfolio_app.models.entities import Client
from portfolio_app.services import history
from portfolio_app.storage import journal, search_index
from portfolio_app.storage.book import Book
from portfolio_app.storage.opening import create_book, open_book
from tests.conftest import fixed_clock
from tests.dumps import dump, index_is_sound
from tests.services.undo_services import (
    CALLS,
    EXEMPT,
    Draw,
    NothingToPick,
    changes_a_book,
    changes_in,
    changing_services,
)

EXAMPLES = int(os.environ.get("UNDO_EXAMPLES", "15"))
STEPS = 30


def test_every_service_has_its_entry() -> None:
    found = changing_services().keys()
    assert found - CALLS.keys() - EXEMPT.keys() == set(), "a service the undo machine does not know"
    assert (CALLS.keys() | EXEMPT.keys()) - found == set(), "an entry for a service that is gone"
    assert CALLS.keys() & EXEMPT.keys() == set()
    assert all(reason for reason in EXEMPT.values())


def test_introspection_sees_what_it_should() -> None:
    assert "import_.import_files" in changing_services()  # in a tuple
    assert "history.take_back" in changing_services()  # in an object
    assert not changes_a_book(history.steps)
    assert not changes_a_book(history.prune)
    assert len(changing_services()) >= 25


def assert_index_tells_the_records(book: Book) -> None:
    """The search index holds the texts of the records as they are, and of no others."""
    with book.read() as connection:
        for table, sources in (
            ("search_name", search_index._NAME_SOURCES),
            ("search_note", search_index._NOTE_SOURCES),
        ):
            wanted = {
                row[0] * search_index._factor(kind) + search_index._place(kind): (row[1], text)
                for kind, source in sources.items()
                for row in connection.exec_driver_sql(source)
                if (text := search_index._searchable(row[2]))
            }
            rows = connection.exec_driver_sql(f"SELECT id, client_id, text FROM {table}")
            assert {row[0]: (row[1], row[2]) for row in rows} == wanted


class UndoMachine(RuleBasedStateMachine):
    """`states[-1]` is the book now, those before are what undo leads back to, `undone` what redo leads to."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="undo-machine-"))
        # The backups of the example before, whose book has the same identity, are not this one's to restore.
        shutil.rmtree(config.backups_dir(), ignore_errors=True)
        path = self.folder / "book.portfolio"
        shutil.copy(self.template, path)
        self.book: Book = open_book(path, fixed_clock)
        self.states = [dump(self.book)]
        self.undone: list[dict[str, list[tuple[Any, ...]]]] = []

    @initialize(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        for name in (
            "clients.create_client",
            "clients.create_contact",
            "sales.add_sale",
            "import_.import_files",
        ):
            self._call(name, data)

    @rule(data=st.data(), name=st.sampled_from(sorted(CALLS)))
    def call(self, name: str, data: st.DataObject) -> None:
        self._call(name, data)

    def _call(self, name: str, data: st.DataObject) -> None:
        before = self._step_ids()
        changes = None
        with suppress(NothingToPick, PortfolioError):
            changes = changes_in(CALLS[name](Draw(self.book, self.folder, data)))
        now = dump(self.book)
        if self._step_ids() == before:
            assert now == self.states[-1], f"{name} changed the book without a step"
            assert changes is None or not changes.kinds
            return
        assert changes is not None
        assert now != self.states[-1]
        self.states.append(now)
        self.undone.clear()

    @rule()
    def undo(self) -> None:
        if len(self.states) == 1:
            with pytest.raises(NothingToUndoError):
                self.book.undo()
            return
        self.book.undo()
        self.undone.append(self.states.pop())
        assert dump(self.book) == self.states[-1]

    @rule()
    def redo(self) -> None:
        if not self.undone:
            with pytest.raises(NothingToUndoError):
                self.book.redo()
            return
        self.book.redo()
        self.states.append(self.undone.pop())
        assert dump(self.book) == self.states[-1]

    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        self._take_back(data)

    @rule(data=st.data())
    def take_back_another(self, data: st.DataObject) -> None:
        self._take_back(data)

    def _take_back(self, data: st.DataObject) -> None:
        steps = self.book.history(1_000)
        if not steps:
            return
        step = data.draw(st.sampled_from(steps))
        if not step.can_take_back:
            with pytest.raises(NothingToUndoError):
                history.take_back(self.book, step.id)
            return
        newest = next(each for each in steps if not each.undone or each.state == "final")
        taken = history.take_back(self.book, step.id)
        now = dump(self.book)
        if step.id == newest.id:
            self.undone.append(self.states.pop())
            assert not taken.kept
            assert now == self.states[-1]
        elif taken.changes.kinds:
            assert_index_tells_the_records(self.book)
            self.states.append(now)
            self.undone.clear()
            assert next(each for each in self.book.history(1_000) if each.id == step.id).state == "taken_back"
        else:
            assert now == self.states[-1]

    @rule(data=st.data(), chance=st.integers(0, 2))
    def erase(self, data: st.DataObject, chance: int) -> None:
        """What is made to last: no undo leads past it."""
        if chance:
            return
        with suppress(NothingToPick):
            client_id = Draw(self.book, self.folder, data).id("client")
            number = self.book.change_number()
            with self.book.step("erase_person", final=True) as step:
                step.session.get_one(Client, client_id).notes = f"erased after {number}"
                step.session.flush()
                journal.forget_rows(step.connection, {"client": [client_id]})
            self.states = [dump(self.book)]
            self.undone.clear()

    @rule()
    def restart(self) -> None:
        self.book.close()
        self.book = open_book(self.book.path, fixed_clock)
        assert dump(self.book) == self.states[-1]

    @rule(chance=st.integers(0, 4))
    def forget_what_is_old(self, chance: int) -> None:
        if chance or len(self.states) == 1:
            return
        with self.book.maintain() as connection:
            journal.prune(connection, self.book.clock(), 0, 0)
        assert dump(self.book) == self.states[-1]
        self.states = self.states[-2:]

    @invariant()
    def references_are_good(self) -> None:
        with self.book.read() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []

    def teardown(self) -> None:
        try:
            self._there_and_back()
        finally:
            self.book.close()
            shutil.rmtree(self.folder)

    def _there_and_back(self) -> None:
        """Undo everything there is since the last final step, then redo it: every state of the way is met again."""
        while len(self.states) > 1:
            self.undo()
        with pytest.raises(NothingToUndoError):
            self.book.undo()
        while self.undone:
            self.redo()
        assert index_is_sound(self.book)
        assert_index_tells_the_records(self.book)

    def _step_ids(self) -> list[int]:
        return [step.id for step in self.book.history(1_000) if not step.undone]


@pytest.mark.usefixtures("_own_home")
def test_everything_can_be_undone(tmp_path: Path) -> None:
    UndoMachine.template = tmp_path / "template.portfolio"
    create_book(UndoMachine.template, clock=fixed_clock).close()
    run_state_machine_as_test(
        UndoMachine,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            derandomize=EXAMPLES <= 15,
            suppress_health_check=list(HealthCheck),
        ),
    )
