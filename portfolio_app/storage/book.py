"""An open book: its one connection, its transactions, its steps.

Reading: `with book.read() as connection`. Writing: `with book.step("create_client") as step`, one labelled
transaction that is committed whole or not at all, journalled and indexed. Nothing else opens transactions.
"""

from __future__ import annotations

import contextlib
import getpass
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from portfolio_app import files
from portfolio_app.errors import (
    BookDamagedError,
    BookUnreadableError,
    BookWriteError,
    PortfolioError,
)
from portfolio_app.storage import driver, journal, journal_reading, seal, search_index
from portfolio_app.storage.cache import BookCache
from portfolio_app.storage.driver import engine_for
from portfolio_app.storage.holder import Hold
from portfolio_app.storage.journal import Changes, TakenBack
from portfolio_app.storage.journal_reading import StepInfo

Clock = Callable[[], datetime]

MIN_FREE_BYTES = 1 << 20
"""A disk with less room than this is called full when writing fails."""


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
    """An open book. Use it from one thread at a time; `close` gives the file free.

    `passphrase` is None for a book that is not encrypted. `is_older`: this computer last closed a later state of
    it, so an older file was put in its place.
    """

    def __init__(
        self,
        path: Path,
        connection: Any,
        clock: Clock = utc_now,
        *,
        passphrase: str | None = None,
        hold: Hold | None = None,
        is_older: bool = False,
    ) -> None:
        self.path = path
        self.clock = clock
        self.passphrase = passphrase
        self.cache = BookCache()
        self.is_older = is_older
        self._hold = hold
        self._author = user_name()
        self._use(connection)

    def _use(self, connection: Any) -> None:
        self._raw = connection
        self._engine: Engine = engine_for(connection)
        self._number = 0
        self._identity = file_identity(self.path)
        files.hold(self.path)
        self._remember()

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
        """One write transaction: committed at the end, or rolled back whole.

        What was committed to a file that is no longer the book's is not acknowledged. What the disk did not
        confirm at once, but is there, is confirmed anew rather than called unsaved and entered twice.
        """
        self._check_untouched()
        before: int | None = None
        try:
            with self._engine.connect().execution_options(write=True) as connection, connection.begin():
                before = journal.change_number(connection)
                yield connection
        except DBAPIError as error:
            if before is None or not self._is_there_after_all(before, error):
                raise self._writing_failed(error) from error
        finally:
            self._remember()
        self._check_place()

    def _remember(self) -> None:
        """Note the file as our own last write left it."""
        self._stamp = file_stamp(self.path)
        with contextlib.suppress(driver.DatabaseError):
            row = self._raw.execute("SELECT seq FROM sqlite_sequence WHERE name = 'journal_step'").fetchone()
            self._number = int(row[0]) if row else 0

    def _is_there_after_all(self, before: int, error: DBAPIError) -> bool:
        """Whether a commit that the disk did not confirm took effect, which it does if only the last word was missing.

        Has the disk confirm it then, by a commit that changes nothing. Raises `BookWriteError` "unconfirmed".
        """
        if driver.error_code(error.orig) != driver.SQLITE_IOERR:
            return False
        try:
            with self._engine.connect().execution_options(write=True) as connection, connection.begin():
                if journal.change_number(connection) == before:
                    return False
                connection.exec_driver_sql("UPDATE journal_state SET open_step = open_step")
        except DBAPIError as again:
            self.cache = BookCache()
            raise BookWriteError("unconfirmed", path=str(self.path), detail=str(again.orig)) from again
        return True

    @contextmanager
    def maintain(self) -> Iterator[Connection]:
        """A write transaction for upkeep that is no step: the journal's triggers refuse records in it.

        It is counted by the change number. Raises `BookWriteError`.
        """
        with self._writing() as connection:
            journal.bump_change_number(connection)
            yield connection

    @contextmanager
    def attached(self, path: Path, alias: str, passphrase: str | None = None) -> Iterator[None]:
        """Another book's file under the name `alias`, for SQL over both. Not inside a step.

        Raises `BookDamagedError` when it cannot be read.
        """
        try:
            if driver.CAN_ENCRYPT:
                # Without a KEY, SQLCipher would try this book's own.
                self._raw.execute(f"ATTACH ? AS {alias} KEY ?", (str(path), passphrase or ""))
            else:
                self._raw.execute(f"ATTACH ? AS {alias}", (str(path),))
        except driver.DatabaseError as error:
            raise BookDamagedError("damaged", path=str(path), detail=str(error)) from error
        try:
            yield
        finally:
            self._raw.execute(f"DETACH {alias}")

    def book_id(self) -> str:
        """The identity the book was born with, which its copies share."""
        with self.read() as connection:
            row = connection.execute(
                text("SELECT json_extract(value, '$') FROM setting WHERE key = 'book_id'")
            ).first()
        return str(row[0]) if row else ""

    def change_number(self) -> int:
        """The number of the last step ever written: equal numbers of one book mean equal content."""
        with self.read() as connection:
            return journal.change_number(connection)

    @contextmanager
    def step(self, label: str, *, origin: bool = False, final: bool = False, **params: Any) -> Iterator[Step]:
        """One labelled, journalled, indexed transaction.

        An `origin` step is what a book begins with (the sample's data): it cannot be taken back, and no history
        tells of it. A `final` one is told, but nothing of what was in its rows is kept to take it back.
        One that changes nothing leaves the file untouched.
        Raises whatever the block raises, and `BookWriteError` when the file cannot be written; nothing of
        the step is kept then.
        """
        with self._writing() as connection:
            now = self.clock()
            kind = "origin" if origin else "final" if final else "action"
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
            elif final:
                journal.seal_final(connection, step_id)
        self._written(step.changes)

    def undo(self) -> Changes:
        """Take back the newest action, never one older than a final step. Raises `NothingToUndoError`."""
        with self._writing() as connection:
            changes = journal.undo_last(connection, self._author, self.clock()).changes
            search_index.reindex(connection, changes.step_id)
        self._written(changes)
        return changes

    def redo(self) -> Changes:
        """Do again what was undone last. Raises `NothingToUndoError`."""
        with self._writing() as connection:
            changes, spent = journal.redo_last(connection, self._author, self.clock())
            search_index.reindex(connection, changes.step_id)
            journal.drop_steps(connection, spent)
        self._written(changes)
        return changes

    def take_back(self, step_id: int) -> TakenBack:
        """Take back one action of the history, whichever; the newest is undone, an older one by a new action.

        Rows edited since are kept and listed. Raises `NothingToUndoError`, `BookWriteError`.
        """
        with self._writing() as connection:
            taken = journal.take_back(connection, step_id, self._author, self.clock())
            search_index.reindex(connection, taken.changes.step_id)
            if not taken.changes.kinds:
                connection.get_transaction().rollback()  # type: ignore[union-attr]
        self._written(taken.changes)
        return taken

    def _written(self, changes: Changes) -> None:
        """A step was committed: drop what was computed from before it, mirror the suppression list it changed."""
        self.cache.forget(changes)
        if changes.touches("suppression", "setting"):
            self.mirror_suppressions()

    def mirror_suppressions(self) -> None:
        """Write the suppression list beside the backups, for an older file put in the book's place to be told."""
        from portfolio_app.storage import suppression_mirror

        # What was committed stays committed: the next change, or closing, writes the mirror again.
        with contextlib.suppress(OSError, PortfolioError):
            book_id = self.book_id()
            if book_id:
                with self.read() as connection:
                    suppression_mirror.write_mirror(connection, book_id, self.passphrase)

    def history(self, limit: int = 200) -> list[StepInfo]:
        """The newest actions first."""
        with self.read() as connection:
            return journal_reading.history(connection, limit)

    def problems(self) -> list[str]:
        """What SQLite finds wrong with the book, in its own words; empty when it is sound."""
        from portfolio_app.storage.opening import problems_of

        return problems_of(self._raw, self.passphrase)

    def copy_to(self, target: Path) -> None:
        """Write a copy of the whole book, by SQLite's backup. `target` must not exist yet."""
        from portfolio_app.storage.opening import copy_book

        copy_book(self._raw, target, self.passphrase)

    def set_passphrase(self, passphrase: str | None) -> None:
        """Encrypt the book's file anew with that passphrase; None leaves it readable by anybody.

        A whole new file takes the place of the old one, so that a crash leaves either. Raises `BookWriteError`.
        """
        from portfolio_app.storage.opening import reopen_with

        with self.maintain():
            pass  # The new file must not be taken for the old one altered.
        self._use(reopen_with(self._raw, self.path, passphrase, self._engine.dispose))
        self.passphrase = passphrase
        self.mirror_suppressions()

    def compact(self) -> None:
        """Rewrite the file without its free pages, so that nothing deleted is left in them."""
        with self.maintain():
            pass
        try:
            self._raw.execute("VACUUM")
        except driver.DatabaseError as error:
            raise write_error(self.path, error) from error
        finally:
            self._remember()

    def close(self) -> None:
        """Give the file free, and seal it as it is now."""
        number: int | None = None
        try:
            self._check_untouched()
            number = self.change_number()
        except PortfolioError:
            seal.forget(self.path)
        finally:
            self._engine.dispose()
            self._raw.close()
            files.let_go(self.path)
            if number is not None:
                seal.set_seal(self.path, number, is_encrypted=self.passphrase is not None)
            if self._hold is not None:
                self._hold.release()

    def _is_in_place(self) -> bool:
        return self._identity is None or file_identity(self.path) == self._identity

    def _check_place(self) -> None:
        """Refuse to write to a file that the book's name does not lead to any more, or that another holds."""
        if not self._is_in_place():
            raise BookWriteError("swapped", path=str(self.path))
        if self._hold is not None:
            self._hold.check()

    def _check_untouched(self) -> None:
        """Refuse to write over what another program wrote into the file itself (a copy that kept its name).

        A date alone proves nothing, disks and networks set it late: then SQLite is made to read the file anew.
        """
        self._check_place()
        if file_stamp(self.path) != self._stamp:
            if not self._is_as_we_left_it():
                raise BookWriteError("swapped", path=str(self.path))
            self._remember()

    def _is_as_we_left_it(self) -> bool:
        raw = self._raw
        try:
            raw.execute("PRAGMA locking_mode = NORMAL")
            raw.execute(
                "SELECT count(*) FROM sqlite_master"
            ).fetchone()  # gives the lock back, and the cache up
            raw.execute("PRAGMA locking_mode = EXCLUSIVE")
            raw.execute("BEGIN EXCLUSIVE")
            row = raw.execute("SELECT seq FROM sqlite_sequence WHERE name = 'journal_step'").fetchone()
            found = raw.execute("PRAGMA quick_check(1)").fetchone()[0]
            raw.execute("COMMIT")
        except (driver.DatabaseError, UnicodeError):
            return False
        return found == "ok" and (int(row[0]) if row else 0) == self._number

    def _reading_failed(self, error: DBAPIError) -> PortfolioError:
        if driver.error_code(error.orig) in (driver.SQLITE_CORRUPT, driver.SQLITE_NOTADB):
            return BookDamagedError("damaged", path=str(self.path), detail=str(error.orig))
        return BookUnreadableError("cannot_read", path=str(self.path), detail=str(error.orig))

    def _writing_failed(self, error: DBAPIError) -> Exception:
        if isinstance(error, IntegrityError):
            return error  # A fault of ours: the disk has nothing to do with it.
        return write_error(self.path, error.orig)


def write_error(path: Path, error: BaseException | None) -> PortfolioError:
    """What SQLite's failure to write means to the user."""
    code = driver.error_code(error)
    if code in (driver.SQLITE_CORRUPT, driver.SQLITE_NOTADB):
        return BookDamagedError("damaged", path=str(path), detail=str(error))
    if code == driver.SQLITE_FULL or (code == driver.SQLITE_IOERR and _is_full(path)):
        return BookWriteError("disk_full", path=str(path))
    if code == driver.SQLITE_IOERR:
        return BookWriteError("io_error", path=str(path), detail=str(error))
    if code in (driver.SQLITE_CANTOPEN, driver.SQLITE_PERM):
        return BookWriteError("folder_read_only", path=str(path), folder=str(path.parent))
    if code == driver.SQLITE_READONLY:
        return BookWriteError("read_only", path=str(path))
    return BookWriteError("cannot_write", path=str(path), detail=str(error))


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < MIN_FREE_BYTES
    except OSError:
        return False


def file_identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another under the same name; None where the system does not say."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino) if found.st_ino else None


def file_stamp(path: Path) -> tuple[int, int]:
    """The size and the date of a file, in bytes and nanoseconds; zeros when it is gone."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_size, found.st_mtime_ns)


def user_name() -> str:
    """The person at this computer, for the history; "" when unknown."""
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
