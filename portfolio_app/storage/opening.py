"""Making, checking, opening and copying book files.

The header of the file is read and judged before SQLite touches it, so a file that is no book, or is too
new, is refused byte for byte unchanged.
"""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from portfolio_app.errors import (
    BookError,
    BookInUseError,
    BookTooNewError,
    BookUnreadableError,
    BookWriteError,
    NotABookError,
)
from portfolio_app.storage.book import Book, Clock, utc_now
from portfolio_app.storage.driver import DatabaseError, OperationalError, connect, engine_for
from portfolio_app.storage.seed import seed_book

APPLICATION_ID = 0x50464C31
"""SQLite's application_id of a book: "PFL1"."""
SCHEMA_VERSION = 1
"""The newest book format this program reads and writes: the number of the last migration."""

_MAGIC = b"SQLite format 3\x00"


def create_book(path: Path, currency: str = "EUR", clock: Clock = utc_now) -> Book:
    """Make an empty book at `path`, with the default segments, and open it.

    Never overwrites; a failure leaves nothing behind. Raises `BookWriteError`.
    """
    if path.exists():
        raise BookWriteError("exists", path=str(path))
    if not path.parent.is_dir():
        raise BookWriteError("no_folder", path=str(path.parent))
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.tmp")
    try:
        _private_file(temporary)
        connection = connect(temporary)
        try:
            _migrate(connection, temporary, lambda link: seed_book(link, currency))
        finally:
            connection.close()
        _put_in_place(temporary, path)
    except (OSError, DatabaseError) as error:
        raise BookWriteError("cannot_write", path=str(path), detail=_why(error)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    return open_book(path, clock)


def open_book(path: Path, clock: Clock = utc_now) -> Book:
    """Open the book at `path` for this program alone, bringing an older one up to date first.

    Raises `BookUnreadableError`, `NotABookError`, `BookTooNewError`, `BookInUseError`, `BookWriteError`.
    """
    version = check_header(path)
    if not os.access(path, os.W_OK):
        raise BookWriteError("read_only", path=str(path))
    connection = _locked(path)
    try:
        if version < SCHEMA_VERSION:
            _migrate(connection, path)
        return Book(path, connection, clock)
    except BaseException:
        connection.close()
        raise


def check_header(path: Path) -> int:
    """The book format of the file, read from its header only. Raises when it is no book or too new."""
    if not path.exists():
        raise BookUnreadableError("missing", path=str(path))
    if path.is_dir():
        raise BookUnreadableError("is_a_folder", path=str(path))
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except PermissionError as error:
        raise BookUnreadableError("no_permission", path=str(path)) from error
    except OSError as error:
        raise BookUnreadableError("damaged", path=str(path), detail=_why(error)) from error
    if not header:
        raise NotABookError("empty_file", path=str(path))
    if header[:16] != _MAGIC or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotABookError("not_a_book", path=str(path))
    version = int.from_bytes(header[60:64], "big")
    if version > SCHEMA_VERSION:
        raise BookTooNewError("too_new", path=str(path), found=version, supported=SCHEMA_VERSION)
    return version


def copy_book(connection: Any, target: Path) -> None:
    """Copy an open book to `target` by SQLite's backup, whole or not at all; `target` must not exist."""
    if target.exists():
        raise BookWriteError("exists", path=str(target))
    if not target.parent.is_dir():
        raise BookWriteError("no_folder", path=str(target.parent))
    temporary = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}.tmp")
    try:
        _private_file(temporary)
        copy = connect(temporary)
        try:
            connection.backup(copy)
        finally:
            copy.close()
        _put_in_place(temporary, target)
    except (OSError, DatabaseError) as error:
        raise BookWriteError("cannot_write", path=str(target), detail=_why(error)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _locked(path: Path) -> Any:
    """A connection holding the exclusive lock, which it keeps until it is closed."""
    connection = None
    try:
        connection = connect(path)
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute("COMMIT")
    except OperationalError as error:
        if connection is not None:
            connection.close()
        if "locked" in str(error) or "busy" in str(error):
            raise BookInUseError("in_use", path=str(path)) from error
        if "readonly" in str(error):
            raise BookWriteError("read_only", path=str(path)) from error
        raise BookUnreadableError("damaged", path=str(path), detail=_why(error)) from error
    except DatabaseError as error:
        if connection is not None:
            connection.close()
        raise BookUnreadableError("damaged", path=str(path), detail=_why(error)) from error
    return connection


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
        raise BookUnreadableError("upgrade_failed", path=str(path), detail=_why(error)) from error
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _private_file(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


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


def _why(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error)
