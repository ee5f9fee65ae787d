"""The one place that knows which SQLite the program talks to, and how a connection is set up.

`sqlcipher3` brings one modern SQLite everywhere, and encryption; without it Python's own serves, unencrypted.
A book has ONE connection: rollback journal, EXTRA synchronous and an exclusive lock. Several connections
in WAL mode would read while writing, but SQLite 3.7–3.51 can corrupt such a book, a copy of its main file
alone loses data, and network folders do not support it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool

try:
    from sqlcipher3 import dbapi2 as dbapi
except ImportError:  # no wheel for this platform
    import sqlite3 as dbapi  # type: ignore[no-redef]

DatabaseError: type[Exception] = dbapi.DatabaseError
OperationalError: type[Exception] = dbapi.OperationalError
SQLITE_VERSION: str = dbapi.sqlite_version


CAN_ENCRYPT = dbapi.__name__.startswith("sqlcipher3")


def connect(path: Path, passphrase: str | None = None) -> Any:
    """A DBAPI connection set up for a book; transactions are begun explicitly, so DDL rolls back too.

    A wrong passphrase shows at the first read, as SQLite's "not a database".
    """
    connection = dbapi.connect(str(path), isolation_level=None, check_same_thread=False, timeout=0.5)
    try:
        if CAN_ENCRYPT:
            # SQLCipher would tell a wrong passphrase to the terminal as well.
            connection.execute("PRAGMA cipher_log_level = NONE").close()
        if passphrase is not None:
            connection.execute(f"PRAGMA key = {quoted(passphrase)}").close()
        for pragma in (
            "locking_mode = EXCLUSIVE",
            "journal_mode = DELETE",
            "synchronous = EXTRA",
            "foreign_keys = ON",
            "cache_size = -64000",
            "temp_store = MEMORY",
            "secure_delete = ON",
            "trusted_schema = OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")
        if sys.platform == "darwin":
            connection.execute("PRAGMA fullfsync = 1")
    except BaseException:
        connection.close()  # whoever keeps the error would keep the file locked with it
        raise
    return connection


def connect_untouched(path: Path) -> Any:
    """A connection that takes no lock and writes nothing, whatever the file is; for looking only."""
    return dbapi.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)


def is_locked(path: Path) -> bool:
    """Whether somebody has the file open for writing. Read-only: no journal left beside it is played back."""
    try:
        link = dbapi.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0)
    except DatabaseError:
        return False
    try:
        if CAN_ENCRYPT:
            link.execute("PRAGMA cipher_log_level = NONE").close()
        link.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except DatabaseError as error:
        return error_code(error) in (SQLITE_BUSY, SQLITE_LOCKED)
    finally:
        link.close()
    return False


def quoted(text: str) -> str:
    """`text` as an SQL string, for the few statements that take no parameters."""
    return "'" + text.replace("'", "''") + "'"


def error_code(error: BaseException | None) -> int:
    """SQLite's primary result code of an error, 0 when it is not one of SQLite's."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


SQLITE_PERM, SQLITE_BUSY, SQLITE_LOCKED, SQLITE_READONLY, SQLITE_IOERR = 3, 5, 6, 8, 10
SQLITE_CORRUPT, SQLITE_FULL, SQLITE_CANTOPEN, SQLITE_NOTADB = 11, 13, 14, 26


def engine_for(connection: Any) -> Engine:
    """An engine over that single connection, whose transactions start with an explicit BEGIN."""
    engine = create_engine(
        "sqlite://", module=dbapi, creator=lambda: connection, poolclass=StaticPool, isolation_level=None
    )

    @event.listens_for(engine, "begin")
    def _begin(conn: Any) -> None:
        conn.exec_driver_sql("BEGIN IMMEDIATE" if conn.get_execution_options().get("write") else "BEGIN")

    return engine
