"""The road to the services: order, newest wins, owners that went away, cancelling, failures."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from portfolio_app.errors import InvalidValueError, OperationCancelled, PortfolioError
from portfolio_app.ui.operations import Operations, UnexpectedError, changes_of
from tests.ui.conftest import FakeBook, FakeChanges


def note(book: FakeBook, what: object) -> object:
    book.calls.append(what)
    return what


def write(book: FakeBook, what: object, **kw: object) -> FakeChanges:
    book.calls.append((what, kw) if kw else what)
    return FakeChanges()


def fail(book: FakeBook) -> None:
    raise InvalidValueError("required", field="name")


def idle(qtbot: QtBot, operations: Operations) -> None:
    qtbot.waitUntil(lambda: not operations.is_busy)


class Gate:
    """Holds the worker until it is opened."""

    def __init__(self) -> None:
        self.began, self.open = threading.Event(), threading.Event()

    def __call__(self, book: FakeBook) -> None:
        self.began.set()
        assert self.open.wait(10)


@pytest.fixture
def owner() -> QObject:
    return QObject()


def test_work_is_done_in_order_and_answered_on_this_thread(
    qtbot: QtBot, operations: Operations, book: FakeBook, owner: QObject
) -> None:
    got: list[object] = []
    threads: set[object] = set()

    def receive(value: object) -> None:
        got.append(value)
        threads.add(QThread.currentThread())

    for number in range(20):
        operations.query(owner, note, number, on_result=receive)
    idle(qtbot, operations)
    assert got == book.calls == list(range(20))
    assert threads == {QThread.currentThread()}


def test_only_the_newest_of_a_key_is_run_and_answered(
    qtbot: QtBot, operations: Operations, book: FakeBook, owner: QObject
) -> None:
    gate, got = Gate(), []
    operations.query(owner, gate, on_result=lambda _: None)
    assert gate.began.wait(10)
    for number in range(5):
        operations.query(owner, note, number, on_result=got.append, latest="page")
    other = QObject()
    operations.query(other, note, "other", on_result=got.append, latest="page")
    gate.open.set()
    idle(qtbot, operations)
    assert got == book.calls == [4, "other"]


def test_an_answer_under_way_is_dropped_for_a_newer_one(
    qtbot: QtBot, operations: Operations, owner: QObject
) -> None:
    gate, got = Gate(), []

    def slow(book: FakeBook) -> str:
        gate(book)
        return "old"

    operations.query(owner, slow, on_result=got.append, latest="key")
    assert gate.began.wait(10)
    operations.query(owner, note, "new", on_result=got.append, latest="key")
    gate.open.set()
    idle(qtbot, operations)
    assert got == ["new"]


def test_urgent_reads_overtake(qtbot: QtBot, operations: Operations, book: FakeBook, owner: QObject) -> None:
    gate = Gate()
    operations.query(owner, gate, on_result=lambda _: None)
    assert gate.began.wait(10)
    operations.query(owner, note, "later", on_result=lambda _: None)
    operations.query(owner, note, "now", on_result=lambda _: None, urgent=True)
    gate.open.set()
    idle(qtbot, operations)
    assert book.calls == ["now", "later"]


def test_reads_of_an_owner_that_went_away_are_not_run_but_its_writes_are(
    qtbot: QtBot, operations: Operations, book: FakeBook
) -> None:
    gate, got, changed = Gate(), [], []
    owner, other = QObject(), QObject()
    operations.changed.connect(changed.append)
    operations.query(other, gate, on_result=lambda _: None)
    assert gate.began.wait(10)
    operations.query(owner, note, "read", on_result=got.append)
    operations.run(owner, write, "write", on_done=got.append)
    shiboken6.delete(owner)
    gate.open.set()
    idle(qtbot, operations)
    assert book.calls == ["write"]
    assert got == []
    assert len(changed) == 1


def test_an_answer_does_not_reach_an_owner_that_went_away_meanwhile(
    qtbot: QtBot, operations: Operations
) -> None:
    gate, got = Gate(), []
    owner = QObject()
    operations.query(owner, gate, on_result=got.append)
    assert gate.began.wait(10)
    shiboken6.delete(owner)
    gate.open.set()
    idle(qtbot, operations)
    assert got == []


def test_a_service_tells_what_it_changed(
    qtbot: QtBot, operations: Operations, book: FakeBook, owner: QObject
) -> None:
    heard: list[str] = []
    operations.changed.connect(lambda changes: heard.append(f"changed {changes.label}"))
    operations.recorded.connect(lambda changes: heard.append("recorded"))
    operations.run(owner, write, 7, kind="call", on_done=lambda _: heard.append("done"))
    operations.run(owner, write, 8, announce=False)
    idle(qtbot, operations)
    assert heard == ["changed log_touch", "recorded", "done", "changed log_touch"]
    assert book.calls == [(7, {"kind": "call"}), 8]


def test_undo_and_redo(qtbot: QtBot, operations: Operations, book: FakeBook) -> None:
    heard: list[str] = []
    operations.reverted.connect(lambda changes, way: heard.append(way))
    operations.undo()
    operations.redo()
    idle(qtbot, operations)
    assert heard == book.calls == ["undo", "redo"]


def test_errors_go_to_who_asked_or_to_everybody(qtbot: QtBot, operations: Operations, owner: QObject) -> None:
    mine: list[PortfolioError] = []
    everybodys: list[PortfolioError] = []
    operations.failed.connect(everybodys.append)
    operations.run(owner, fail, on_error=mine.append)
    operations.run(owner, fail)
    idle(qtbot, operations)
    assert [error.code for error in mine] == [error.code for error in everybodys] == ["required"]


def test_a_fault_becomes_a_calm_message_and_is_logged(
    qtbot: QtBot, operations: Operations, owner: QObject, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(book: FakeBook) -> None:
        raise ZeroDivisionError("secret detail")

    heard: list[PortfolioError] = []
    operations.failed.connect(heard.append)
    operations.query(owner, broken, on_result=lambda _: None)
    idle(qtbot, operations)
    assert isinstance(heard[0], UnexpectedError)
    assert "secret" not in str(heard[0])
    assert "ZeroDivisionError" in caplog.text


def test_long_work_reports_and_can_be_cancelled(qtbot: QtBot, operations: Operations, owner: QObject) -> None:
    def count(book: FakeBook, total: int, *, progress: Any, cancelled: Any) -> FakeChanges:
        for done in range(total):
            progress(done + 1, total)
            if cancelled():
                raise OperationCancelled
            time.sleep(0.002)
        return FakeChanges()

    seen: list[tuple[int, int]] = []
    ended: list[object] = []
    handle = operations.long(
        owner, count, 10, on_progress=lambda *step: seen.append(step), on_done=ended.append
    )
    assert handle.is_running
    idle(qtbot, operations)
    assert seen[-1] == (10, 10)
    assert len(ended) == 1
    assert not handle.is_running

    errors: list[PortfolioError] = []
    failed: list[PortfolioError] = []
    operations.failed.connect(failed.append)
    handle = operations.long(owner, count, 100_000, on_error=errors.append)
    began = time.monotonic()
    handle.cancel()
    idle(qtbot, operations)
    assert time.monotonic() - began < 1
    assert [error.code for error in errors] == ["cancelled"]
    operations.long(owner, count, 100_000).cancel()
    idle(qtbot, operations)
    assert failed == []


def test_progress_is_not_a_flood(qtbot: QtBot, operations: Operations, owner: QObject) -> None:
    def hurry(book: FakeBook, *, progress: Any, cancelled: Any) -> None:
        for done in range(50_000):
            progress(done + 1, 50_000)

    seen: list[int] = []
    operations.long(owner, hurry, on_progress=lambda done, total: seen.append(done))
    idle(qtbot, operations)
    assert seen[-1] == 50_000
    assert len(seen) < 500


def test_the_book_is_opened_used_and_closed_on_the_worker(qtbot: QtBot, owner: QObject) -> None:
    operations = Operations()
    threads: list[int] = []
    closed: list[str] = []

    def opener(name: str) -> Any:
        def make() -> str:
            threads.append(threading.get_ident())
            return name

        return make

    got: list[str] = []
    operations.query(owner, lambda book: book, on_result=got.append)
    operations.open_book(owner, opener("first"), closed.append)
    operations.query(owner, lambda book: book, on_result=got.append)
    operations.open_book(owner, opener("second"), closed.append)
    operations.query(owner, lambda book: book, on_result=got.append)

    def refuse() -> str:
        raise InvalidValueError("required", field="name")

    refused: list[PortfolioError] = []
    operations.open_book(owner, refuse, closed.append, on_error=refused.append)
    operations.query(owner, lambda book: book, on_result=got.append)
    idle(qtbot, operations)
    assert got == ["first", "second", "second"]
    assert closed == ["first"]
    assert len(refused) == 1
    operations.shutdown()
    assert closed == ["first", "second"]
    assert len(set(threads)) == 1
    assert threading.get_ident() not in threads


def test_shutdown_finishes_what_writes(operations: Operations, book: FakeBook, owner: QObject) -> None:
    gate = Gate()
    operations.query(owner, gate, on_result=lambda _: None)
    assert gate.began.wait(10)
    operations.query(owner, note, "read", on_result=lambda _: None)
    operations.run(owner, write, "write")
    threading.Timer(0.05, gate.open.set).start()
    operations.shutdown()
    assert book.calls == ["write"]
    operations.query(owner, note, "late", on_result=lambda _: None)
    assert not operations.is_busy


def test_changes_are_found_in_what_a_service_returns() -> None:
    changes = FakeChanges()

    class Report:
        def __init__(self) -> None:
            self.changes = changes

    assert changes_of(changes) is changes
    assert changes_of((changes, 3)) is changes
    assert changes_of(Report()) is changes
    assert changes_of(None) is None
    assert changes_of("text") is None
