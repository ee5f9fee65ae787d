"""An open book: its one connection, its transactions, its steps.

Reading: `with book.read() as connection`. Writing: `with book.step("create_client") as step`, one labelled
transaction that is committed whole or not at all, journalled and indexed. Nothing else opens transactions.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from portfolio_app.errors import BookUnreadableError, BookWriteError, PortfolioError
from portfolio_app.storage import journal, search_index
from portfolio_app.storage.cache import BookCache
from portfolio_app.storage.driver import engine_for
from portfolio_app.storage.journal import Changes, StepInfo

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The system clock, aware and in UTC."""
    return datetime.now(UTC)


class Step:
    """A step being written: use `session` (ORM) or `connection` (bulk). `changes` is known once it ended."""

    def __init__(self, session: Session, connection: Connection, now: datetime) -> None:
        self.session = session
        self.connection = connection
        self.now = now
        self.changes: Changes = Changes(0, "", frozenset())


class Book:
    """An open book. Use it from one thread at a time; `close` gives the file free."""

    def __init__(self, path: Path, connection: Any, clock: Clock = utc_now) -> None:
        self.path = path
        self.clock = clock
        self.cache = BookCache()
        self._raw = connection
        self._engine: Engine = engine_for(connection)
        self._author = _user_name()

    def today(self) -> date:
        """The local calendar day, by the book's clock."""
        return self.clock().astimezone().date()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection for reading."""
        try:
            with self._engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise self._reading_failed(error) from error

    @contextmanager
    def read_session(self) -> Iterator[Session]:
        """A session for reading entities."""
        with self.read() as connection, Session(connection) as session:
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One write transaction: committed at the end, or rolled back whole."""
        try:
            with self._engine.connect().execution_options(write=True) as connection, connection.begin():
                yield connection
        except DBAPIError as error:
            raise self._writing_failed(error) from error

    @contextmanager
    def step(self, label: str, *, origin: bool = False, **params: Any) -> Iterator[Step]:
        """One labelled, journalled, indexed transaction.

        An `origin` step is what a book begins with (the sample's data): it cannot be taken back.
        One that changes nothing leaves the file untouched.
        Raises whatever the block raises, and `BookWriteError` when the file cannot be written; nothing of
        the step is kept then.
        """
        with self._writing() as connection:
            now = self.clock()
            kind = "origin" if origin else "action"
            step_id = journal.open_step(connection, label, params, self._author, now, kind)
            with Session(connection, autoflush=True) as session:
                step = Step(session, connection, now)
                yield step
                session.flush()
            search_index.reindex(connection, step_id)
            step.changes = journal.close_step(connection, step_id, label)
            if origin:
                journal.drop_steps(connection, [step_id])
            elif not step.changes.kinds:
                connection.get_transaction().rollback()  # type: ignore[union-attr]
        self.cache.forget(step.changes)

    def undo(self) -> Changes:
        """Take back the newest action. Raises `NothingToUndoError`."""
        with self._writing() as connection:
            changes = journal.undo_last(connection, self._author, self.clock())
            search_index.reindex(connection, changes.step_id)
        self.cache.forget(changes)
        return changes

    def redo(self) -> Changes:
        """Do again what was undone last. Raises `NothingToUndoError`."""
        with self._writing() as connection:
            changes, spent = journal.redo_last(connection, self._author, self.clock())
            search_index.reindex(connection, changes.step_id)
            journal.drop_steps(connection, spent)
        self.cache.forget(changes)
        return changes

    def history(self, limit: int = 200) -> list[StepInfo]:
        """The newest actions first."""
        with self.read() as connection:
            return journal.history(connection, limit)

    def copy_to(self, target: Path) -> None:
        """Write a copy of the whole book, by SQLite's backup. `target` must not exist yet."""
        from portfolio_app.storage.opening import copy_book

        copy_book(self._raw, target)

    def close(self) -> None:
        """Give the file free."""
        self._engine.dispose()
        self._raw.close()

    def _reading_failed(self, error: DBAPIError) -> PortfolioError:
        return BookUnreadableError("damaged", path=str(self.path), detail=_detail(error))

    def _writing_failed(self, error: DBAPIError) -> PortfolioError:
        return BookWriteError("cannot_write", path=str(self.path), detail=_detail(error))


def _detail(error: DBAPIError) -> str:
    return str(error.orig)


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def currency_of(connection: Connection) -> str:
    """The book's currency code."""
    row = connection.execute(
        text("SELECT json_extract(value, '$') FROM setting WHERE key = 'currency'")
    ).first()
    return str(row[0]) if row else "EUR"
