"""The one place that knows which SQLite the program talks to, and how a connection is set up.

`sqlcipher3` brings one modern SQLite everywhere (and encryption later); without it Python's own serves.
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


def connect(path: Path) -> Any:
    """A DBAPI connection set up for a book; transactions are begun explicitly, so DDL rolls back too."""
    connection = dbapi.connect(str(path), isolation_level=None, check_same_thread=False, timeout=0.5)
    for pragma in (
        "locking_mode = EXCLUSIVE",
        "journal_mode = DELETE",
        "synchronous = EXTRA",
        "foreign_keys = ON",
        "cache_size = -64000",
        "temp_store = MEMORY",
        "trusted_schema = OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync = 1")
    return connection


def engine_for(connection: Any) -> Engine:
    """An engine over that single connection, whose transactions start with an explicit BEGIN."""
    engine = create_engine(
        "sqlite://", module=dbapi, creator=lambda: connection, poolclass=StaticPool, isolation_level=None
    )

    @event.listens_for(engine, "begin")
    def _begin(conn: Any) -> None:
        conn.exec_driver_sql("BEGIN IMMEDIATE" if conn.get_execution_options().get("write") else "BEGIN")

    return engine
