"""Making, opening, copying and encrypting book files.

A file is judged before SQLite touches it (`inspection`), then locked, then looked over: against its seal, or
page by page where there is none or the program did not end well. Only then is an older format brought up to
date. What is refused stays byte for byte unchanged.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from portfolio_app import files
from portfolio_app.errors import (
    BookDamagedError,
    BookError,
    BookInUseError,
    BookLockedError,
    BookTooNewError,
    BookUnreadableError,
    BookWriteError,
    NotABookError,
)
from portfolio_app.files import private_file, sync_file, sync_folder, temporary_beside
from portfolio_app.storage import driver, holder, journal, seal
from portfolio_app.storage.book import Book, Clock, user_name, utc_now, write_error
from portfolio_app.storage.driver import DatabaseError, connect, engine_for
from portfolio_app.storage.inspection import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    has_hot_journal,
    inspect,
    needs_recovery,
    why,
)
from portfolio_app.storage.seed import seed_book

__all__ = [
    "APPLICATION_ID",
    "SCHEMA_VERSION",
    "copy_book",
    "create_book",
    "migrate_copy",
    "open_book",
    "problems_of",
    "reopen_with",
]

BeforeMigration = Callable[[Any, Path, str | None], None]
"""Called with the locked connection, the path and the passphrase in use, before an older book is brought up to date."""


def create_book(
    path: Path,
    currency: str = "EUR",
    clock: Clock = utc_now,
    passphrase: str | None = None,
    country: str = "",
) -> Book:
    """Make an empty book at `path`, with the default segments and the holidays of `country`, and open it.

    Never overwrites; a failure leaves nothing behind. Raises `BookWriteError`.
    """
    _check_name(path)
    path = _real(path)
    if path.exists():
        raise BookWriteError("exists", path=str(path))
    if not path.parent.is_dir():
        raise BookWriteError("no_folder", path=str(path.parent))

    def fill(temporary: Path) -> None:
        connection = connect(temporary, passphrase)
        try:
            _migrate(connection, temporary, lambda link: seed_book(link, currency, country))
        finally:
            connection.close()

    _make_whole(path, fill)
    return open_book(path, clock, passphrase=passphrase)


def open_book(
    path: Path,
    clock: Clock = utc_now,
    *,
    passphrase: str | None = None,
    accept_altered: bool = False,
    before_migration: BeforeMigration | None = None,
) -> Book:
    """Open the book at `path` for this program alone, bringing an older one up to date first.

    `accept_altered` takes a book that differs from its seal, if it is sound otherwise.
    Raises `BookUnreadableError`, `NotABookError`, `BookTooNewError`, `BookLockedError`, `BookDamagedError`,
    `BookInUseError`, `BookWriteError`.
    """
    path = _untouched_file(path)
    _finish_rollback(path, passphrase)
    header = inspect(path)
    if header.is_encrypted and not driver.CAN_ENCRYPT:
        raise BookLockedError("no_encryption", path=str(path))
    if header.is_encrypted and not passphrase:
        raise BookLockedError("passphrase_needed", path=str(path))
    key = passphrase if header.is_encrypted else None
    _check_rights(path)
    holder.refuse_other_computer(path)
    if needs_recovery(path):
        _recover(path, key)
    sealed = seal.seal_of(path)
    is_as_sealed = sealed is not None and _hash(path) == sealed.sha256
    connection = _locked(path, key)
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if version > SCHEMA_VERSION:
            raise BookTooNewError("too_new", path=str(path), found=version, supported=SCHEMA_VERSION)
        if not is_as_sealed:
            _look_over(connection, path, key)
            expected = sealed.change_number if sealed is not None and sealed.sha256 else None
            if not accept_altered and _number(connection) == expected:
                raise BookDamagedError("altered", path=str(path))
        if version < SCHEMA_VERSION:
            if before_migration is not None:
                before_migration(connection, path, key)
            _migrate(connection, path)
        is_older = sealed is not None and _number(connection) < sealed.change_number
        for leftover in files.leftovers_of(path):
            with contextlib.suppress(OSError):
                leftover.unlink()
        hold = holder.Hold(path, user_name(), clock())
    except DatabaseError as error:  # a page that cannot be read, met only now
        connection.close()
        raise _not_opened(path, key, error) from error
    except BaseException:
        connection.close()
        raise
    try:
        return Book(path, connection, clock, passphrase=key, hold=hold, is_older=is_older)
    except BaseException:
        hold.release()
        connection.close()
        raise


def _untouched_file(path: Path) -> Path:
    """The file that name leads to, if it may be looked into at all.

    Raises `BookInUseError` when it is open here, `BookUnreadableError`, `NotABookError`.
    """
    if files.is_held(path):
        raise BookInUseError("in_use", path=str(path))
    try:
        files.check_name(path)
    except OSError as error:
        raise BookUnreadableError("missing", path=str(path)) from error
    path = _real(path)
    if path.exists() and not path.is_file() and not path.is_dir():
        raise NotABookError("not_a_book", path=str(path))  # Reading a pipe or a device may never end.
    return path


def _real(path: Path) -> Path:
    """The file itself where links lead to it: its journal, its mark and what replaces it belong beside it."""
    try:
        return path.resolve() if any(part.is_symlink() for part in (path, *path.parents)) else path
    except (OSError, RuntimeError):
        return path


def _finish_rollback(path: Path, passphrase: str | None) -> None:
    """Let SQLite give back what a crash tore, before the file is judged by its bytes, when that is ours to do."""
    sealed = seal.seal_of(path)
    if sealed is None or not has_hot_journal(path) or not path.exists() or not path.stat().st_size:
        return
    if sealed.is_encrypted and not passphrase:
        return
    holder.refuse_other_computer(path)
    with contextlib.suppress(BookDamagedError, BookLockedError, BookUnreadableError):
        _recover(path, passphrase if sealed.is_encrypted else None)


def _check_name(path: Path) -> None:
    try:
        files.check_name(path)
    except OSError as error:
        raise BookWriteError("cannot_write", path=str(path), detail=why(error)) from error


def copy_book(connection: Any, target: Path, passphrase: str | None = None) -> None:
    """Copy an open book to `target` by SQLite's backup, whole or not at all; `target` must not exist.

    The copy is encrypted with the book's own `passphrase`, or not at all. Raises `BookWriteError`.
    """
    _check_name(target)
    target = _real(target)
    if target.exists():
        raise BookWriteError("exists", path=str(target))
    if not target.parent.is_dir():
        raise BookWriteError("no_folder", path=str(target.parent))

    def fill(temporary: Path) -> None:
        copy = connect(temporary, passphrase)
        try:
            connection.backup(copy)
        finally:
            copy.close()

    _make_whole(target, fill)


def migrate_copy(path: Path, passphrase: str | None = None) -> None:
    """Bring a closed copy of a book to today's format. Raises `BookUnreadableError`, `BookDamagedError`."""
    connection = _locked(path, passphrase)
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if version < SCHEMA_VERSION:
            _migrate(connection, path)
    finally:
        connection.close()


def reopen_with(connection: Any, path: Path, passphrase: str | None, dispose: Callable[[], None]) -> Any:
    """Write the open book anew under another passphrase (None: none), swap the files, and open the new one.

    `dispose` lets go of the old connection's engine. A crash leaves the old file or the new one, whole.
    Raises `BookWriteError`; the book stays open as it was then.
    """
    temporary = temporary_beside(path)
    try:
        private_file(temporary)
        export(connection, temporary, passphrase)
        copy = connect(temporary, passphrase)
        try:
            problems = problems_of(copy, passphrase)
            same = _counts(copy) == _counts(connection)
        finally:
            copy.close()
        if problems or not same:
            raise BookWriteError("cannot_write", path=str(path), detail="; ".join(problems) or "copy differs")
        sync_file(temporary)
        if os.name == "nt":
            # Windows does not replace a file that is open.
            dispose()
            connection.close()
        os.replace(temporary, path)
        sync_folder(path.parent)
    except DatabaseError as error:
        raise write_error(path, error) from error
    except OSError as error:
        raise BookWriteError("cannot_write", path=str(path), detail=why(error)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    dispose()
    connection.close()
    return _locked(path, passphrase)


def export(connection: Any, target: Path, passphrase: str | None) -> None:
    """Write an open book's whole content into the empty file `target`, under another passphrase or none."""
    connection.execute("ATTACH ? AS exported KEY ?", (str(target), passphrase or ""))
    try:
        # Nobody needs this file before it is whole: the caller has the disk confirm it once, at the end.
        connection.execute("PRAGMA exported.journal_mode = OFF").fetchall()
        connection.execute("PRAGMA exported.synchronous = OFF")
        connection.execute("SELECT sqlcipher_export('exported')").fetchall()
        version = connection.execute("PRAGMA main.user_version").fetchone()[0]
        connection.execute(f"PRAGMA exported.user_version = {int(version)}")
        connection.execute(f"PRAGMA exported.application_id = {APPLICATION_ID}")
    finally:
        connection.execute("DETACH exported")


def problems_of(connection: Any, passphrase: str | None = None) -> list[str]:
    """What SQLite finds wrong with a book: pages, indexes, references; encrypted pages too. Empty when sound."""
    found = []
    try:
        if passphrase is not None:
            found += [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()]
        found += [
            str(row[0])
            for row in connection.execute("PRAGMA integrity_check(20)").fetchall()
            if row[0] != "ok"
        ]
        found += [
            f"{row[0]} {row[1]}: {row[2]}"
            for row in connection.execute("PRAGMA foreign_key_check").fetchmany(20)
        ]
    except (DatabaseError, UnicodeError) as error:
        found.append(str(error))
    return found


def _make_whole(target: Path, fill: Callable[[Path], None]) -> None:
    """Have `fill` write a private temporary file, then give it its name; a failure leaves nothing behind."""
    temporary = temporary_beside(target)
    try:
        private_file(temporary)
        fill(temporary)
        _clear_away_journals(target)
        _put_in_place(temporary, target)
        seal.forget(target)
        sync_folder(target.parent)
    except DatabaseError as error:
        raise write_error(target, error) from error
    except OSError as error:
        raise BookWriteError("cannot_write", path=str(target), detail=why(error)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _clear_away_journals(target: Path) -> None:
    """What SQLite left beside a book that is gone would be played into the new one: it gets another name."""
    for suffix in ("-journal", "-wal", "-shm"):
        left = target.with_name(f"{target.name}{suffix}")
        if left.exists():
            left.rename(left.with_name(f"{left.name}.{secrets.token_hex(4)}.old"))


def _check_rights(path: Path) -> None:
    if not os.access(path, os.W_OK):
        raise BookWriteError("read_only", path=str(path))
    if not os.access(path.parent, os.W_OK):
        raise BookWriteError("folder_read_only", path=str(path), folder=str(path.parent))


def _hash(path: Path) -> str:
    try:
        return seal.file_hash(path)
    except OSError as error:
        raise BookUnreadableError("cannot_read", path=str(path), detail=why(error)) from error


def _number(connection: Any) -> int:
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'journal_step'").fetchone()
    return int(row[0]) if row else 0


def _recover(path: Path, passphrase: str | None) -> None:
    """Have SQLite roll back what a crash cut off, look the book over, and seal it as it is then.

    SQLite gives back the content, not every byte (free pages may differ), so the old seal says nothing any more.
    It is void before: SQLite rolls back under a wrong passphrase too, and a crash amid this, or that passphrase,
    would leave it to accuse a sound book.
    """
    seal.void(path)
    connection = _locked(path, passphrase)
    try:
        _look_over(connection, path, passphrase)
        number = _number(connection)
        # Played back or void, it has served; left there, every opening would think of a crash again.
        with contextlib.suppress(OSError):
            path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    finally:
        connection.close()
    seal.set_seal(path, number, is_encrypted=passphrase is not None)


def _look_over(connection: Any, path: Path, passphrase: str | None) -> None:
    problems = problems_of(connection, passphrase)
    if problems:
        raise BookDamagedError("damaged", path=str(path), detail=problems[0])


def _locked(path: Path, passphrase: str | None) -> Any:
    """A connection holding the exclusive lock, which it keeps until it is closed."""
    connection = None
    try:
        connection = connect(path, passphrase)
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute("COMMIT")
    except (DatabaseError, UnicodeError) as error:  # a damaged schema may not even be text
        if connection is not None:
            connection.close()
        raise _not_opened(path, passphrase, error) from error
    return connection


def _not_opened(path: Path, passphrase: str | None, error: BaseException) -> BookError:
    code = driver.error_code(error)
    if code in (driver.SQLITE_BUSY, driver.SQLITE_LOCKED):
        return holder.in_use(path, holder.holder_of(path))
    if code == driver.SQLITE_NOTADB and passphrase is not None:
        return BookLockedError("wrong_passphrase", path=str(path))
    if code in (driver.SQLITE_READONLY, driver.SQLITE_FULL, driver.SQLITE_PERM):
        failure = write_error(path, error)
        assert isinstance(failure, BookError)
        return failure
    if code in (driver.SQLITE_IOERR, driver.SQLITE_CANTOPEN):
        return BookUnreadableError("cannot_read", path=str(path), detail=str(error))
    return BookDamagedError("damaged", path=str(path), detail=str(error))


def _counts(connection: Any) -> list[tuple[str, int]]:
    return [
        (table, int(connection.execute(f"SELECT count(*) FROM main.{table}").fetchone()[0]))
        for table in (*journal.JOURNALLED, "journal_step", "journal_change")
    ]


def _migrate(connection: Any, path: Path, seed: Callable[[Connection], None] | None = None) -> None:
    """Run the missing migrations in one transaction, foreign keys off, and check before committing."""
    from portfolio_app.storage.migrations import upgrade

    engine = engine_for(connection)
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with engine.connect().execution_options(write=True) as link, link.begin():
            upgrade(link, SCHEMA_VERSION, APPLICATION_ID, seed)
    except BookError:
        raise
    except Exception as error:
        original = getattr(error, "orig", None)
        if driver.error_code(original) in (driver.SQLITE_FULL, driver.SQLITE_IOERR, driver.SQLITE_CANTOPEN):
            raise write_error(path, original) from error
        raise BookUnreadableError("upgrade_failed", path=str(path), detail=why(error)) from error
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _put_in_place(temporary: Path, target: Path) -> None:
    """Give `temporary` its final name without ever replacing a file that appeared meanwhile."""
    try:
        os.link(temporary, target)
    except FileExistsError as error:
        raise BookWriteError("exists", path=str(target)) from error
    except OSError:
        # FAT and some network folders have no hard links; Windows' rename refuses an existing target.
        if target.exists():
            raise BookWriteError("exists", path=str(target)) from None
        temporary.rename(target)
