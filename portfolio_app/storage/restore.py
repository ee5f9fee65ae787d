"""Going back to a backup in the open book: a step like any other, which undo takes back.

The backup is attached and SQL alone compares, block by block, so that a large book is
never read into Python and the work can be stopped. Only what differs is written, and the journal sees it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from portfolio_app.errors import BackupError
from portfolio_app.storage import backups, driver, opening, suppression
from portfolio_app.storage.backup_labels import BackupInfo
from portfolio_app.storage.book import Book, Step
from portfolio_app.storage.inspection import SCHEMA_VERSION, why
from portfolio_app.storage.journal import JOURNALLED, Changes
from portfolio_app.storage.stopping import Cancelled, check, stoppable

Progress = Callable[[int, int], None]

KEPT_SETTINGS = ("book_id", "needs_program", *suppression.LASTING_SETTINGS)
"""Settings that stay as the open book has them; one it does not have is taken from the backup."""

_BLOCK = 50_000
_KEYS = {"setting": ("key",), "suppression": ("kind", "hash")}
"""Tables whose rows are the same when these columns are; elsewhere the id tells."""
_ADD_ONLY = frozenset({"suppression"})
_FIRST, _LAST = -(2**63), 2**63 - 1


@dataclass(frozen=True)
class Difference:
    """How many records a restore would bring back, take out and change."""

    added: int = 0
    removed: int = 0
    changed: int = 0

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True)
class _Table:
    """One table, here and in the backup (`m` and `k` in all SQL), with the SQL that tells their rows apart."""

    name: str
    columns: tuple[str, ...]
    keys: tuple[str, ...]
    unique: tuple[str, ...]

    @property
    def same(self) -> str:
        """The rows `m` and `k` are one record."""
        return " AND ".join(f'm."{key}" = k."{key}"' for key in self.keys)

    @property
    def differs(self) -> str:
        """The one record does not hold the same in both."""
        return self._differ(self.values)

    @property
    def clashes(self) -> str:
        """A value that must be unique differs: changing it in place could meet another row's."""
        return self._differ(tuple(c for c in self.unique if c in self.values))

    @property
    def values(self) -> tuple[str, ...]:
        """The columns that may differ between two rows of one record."""
        return tuple(c for c in self.columns if c != "id" and c not in self.keys)

    @property
    def only_ours(self) -> str:
        """Rows of the open book that the backup does not have."""
        return self._narrowed("m", f"NOT EXISTS (SELECT 1 FROM kept.{self.name} k WHERE {self.same})")

    @property
    def only_theirs(self) -> str:
        """Rows of the backup that the open book does not have."""
        return self._narrowed(
            "k", f"NOT EXISTS (SELECT 1 FROM main.{self.name} m WHERE {self.same})", lasting=False
        )

    def _narrowed(self, row: str, condition: str, *, lasting: bool = True) -> str:
        if self.name == "setting" and lasting:
            return f"{condition} AND {_lasting(row)}"
        return condition

    @staticmethod
    def _differ(columns: tuple[str, ...]) -> str:
        return " OR ".join(f'm."{c}" IS NOT k."{c}"' for c in columns) or "0"

    @property
    def changed(self) -> str:
        """What makes a row of both a changed one."""
        if self.name in _ADD_ONLY:
            return "0"
        return self._narrowed("m", f"({self.differs})")


def _lasting(row: str) -> str:
    names = ", ".join(driver.quoted(name) for name in KEPT_SETTINGS)
    return f"{row}.key NOT IN ({names})"


class _Comparison:
    """The attached backup against the open book, in blocks of ids that take a fraction of a second each."""

    def __init__(
        self, connection: Connection, progress: Progress | None, cancelled: Cancelled | None
    ) -> None:
        self._connection = connection
        self._progress = progress
        self._cancelled = cancelled
        self._done = 0
        self.tables = [_table(connection, name) for name in JOURNALLED]
        self._blocks = {table.name: list(self._cut(table.name)) for table in self.tables}
        self._total = sum(map(len, self._blocks.values()))

    def count(self) -> dict[str, Difference]:
        """What differs, by kind; kinds without any difference are left out."""
        found = {}
        for table in self.tables:
            counts = [0, 0, 0]
            for low, high in self._watched(table):
                queries = (
                    f"SELECT count(*) FROM kept.{table.name} k WHERE {_within('k')} AND {table.only_theirs}",
                    f"SELECT count(*) FROM main.{table.name} m WHERE {_within('m')} AND {table.only_ours}"
                    f"{' AND 0' if table.name in _ADD_ONLY else ''}",
                    f"SELECT count(*) FROM main.{table.name} m JOIN kept.{table.name} k ON {table.same} "
                    f"WHERE {_within('m')} AND {table.changed}",
                )
                for place, query in enumerate(queries):
                    counts[place] += int(self._connection.exec_driver_sql(query, (low, high)).scalar_one())
            difference = Difference(*counts)
            if difference:
                found[table.name] = difference
        return found

    def apply(self) -> None:
        """Make the open book's records the backup's, children before parents out and after them in."""
        self._total *= 2
        self._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for table in reversed(self.tables):
            if table.name in _ADD_ONLY:
                continue
            for block in self._watched(table):
                self._take_out(table, block)
        for table in self.tables:
            for block in self._watched(table):
                self._bring_in(table, block)

    def _take_out(self, table: _Table, block: tuple[int, int]) -> None:
        self._connection.exec_driver_sql(
            f"DELETE FROM main.{table.name} AS m WHERE {_within('m')} AND {table.only_ours}", block
        )
        if table.clashes != "0":
            self._connection.exec_driver_sql(
                f"DELETE FROM main.{table.name} AS m WHERE {_within('m')} AND EXISTS (SELECT 1 "
                f"FROM kept.{table.name} k WHERE {table.same} AND ({table.clashes}))",
                block,
            )

    def _bring_in(self, table: _Table, block: tuple[int, int]) -> None:
        if table.name not in _ADD_ONLY:
            assignments = ", ".join(f'"{c}" = k."{c}"' for c in table.values)
            self._connection.exec_driver_sql(
                f"UPDATE main.{table.name} AS m SET {assignments} FROM kept.{table.name} AS k "
                f"WHERE {table.same} AND {_within('m')} AND {table.changed}",
                block,
            )
        names = ", ".join(f'"{c}"' for c in table.columns)
        values = ", ".join(self._value(table, c) for c in table.columns)
        self._connection.exec_driver_sql(
            f"INSERT INTO main.{table.name}({names}) SELECT {values} FROM kept.{table.name} k "
            f"WHERE {_within('k')} AND {table.only_theirs}",
            block,
        )

    @staticmethod
    def _value(table: _Table, column: str) -> str:
        if column == "id" and table.name in _KEYS:
            # The id is taken over where it is free; here it means nothing.
            taken = f"SELECT 1 FROM main.{table.name} t WHERE t.id = k.id"
            return f"CASE WHEN EXISTS ({taken}) THEN NULL ELSE k.id END"
        return f'k."{column}"'

    def _cut(self, table: str) -> Iterator[tuple[int, int]]:
        low = _FIRST
        while True:
            ends = [
                self._connection.exec_driver_sql(
                    f"SELECT id FROM {side}.{table} WHERE id > ? ORDER BY id LIMIT 1 OFFSET {_BLOCK - 1}",
                    (low,),
                ).scalar()
                for side in ("main", "kept")
            ]
            found = [int(end) for end in ends if end is not None]
            yield low, min(found, default=_LAST)
            if not found:
                return
            low = min(found)

    def _watched(self, table: _Table) -> Iterator[tuple[int, int]]:
        for block in self._blocks[table.name]:
            check(self._cancelled)
            yield block
            self._done += 1
            if self._progress is not None:
                self._progress(self._done, self._total)


def _within(row: str) -> str:
    return f"{row}.id > ? AND {row}.id <= ?"


def _table(connection: Connection, name: str) -> _Table:
    columns = tuple(row[1] for row in connection.exec_driver_sql(f"PRAGMA main.table_info({name})"))
    unique: list[str] = []
    for index in connection.exec_driver_sql(f"PRAGMA main.index_list({name})").all():
        if index[2]:
            unique += [row[2] for row in connection.exec_driver_sql(f"PRAGMA main.index_info({index[1]})")]
    return _Table(name, columns, _KEYS.get(name, ("id",)), tuple(dict.fromkeys(unique)))


def require_of(book: Book, info: BackupInfo) -> None:
    """Raise `BackupError` "of_another_book" unless the backup is one of this book or of a copy of it."""
    if info.path.parent.resolve() != backups.folder_of(book.book_id()).resolve():
        raise BackupError("of_another_book", name=info.name)


@contextmanager
def _attached(book: Book, info: BackupInfo, passphrase: str | None) -> Iterator[None]:
    """The verified backup under the name `kept`, in today's format: an older one as a migrated copy."""
    require_of(book, info)
    key = backups.key_for(info, book.passphrase if passphrase is None else passphrase)
    copy: Path | None = None
    try:
        if info.schema_version < SCHEMA_VERSION:
            copy = backups.working_copy(info, info.path)
            opening.migrate_copy(copy, key)
        with book.attached(copy or info.path, "kept", key):
            yield
    except OSError as error:
        raise BackupError("cannot_restore", path=str(book.path), detail=why(error)) from error
    finally:
        if copy is not None:
            backups.discard(copy)


def differences(
    book: Book,
    info: BackupInfo,
    passphrase: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> dict[str, Difference]:
    """What restoring the backup would do, by kind of record. Raises what `restore` raises."""
    with _attached(book, info, passphrase), stoppable(_raw(book), cancelled), book.read() as connection:
        return _Comparison(connection, progress, cancelled).count()


def restore(
    book: Book,
    info: BackupInfo,
    afterwards: Callable[[Step], object],
    passphrase: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Changes:
    """Make every record what it is in the backup, in one step; `afterwards` may add to that step.

    Raises `BackupError`, `BookLockedError`, `BookTooNewError`, `BookWriteError`, `OperationCancelled`;
    nothing is changed then.
    """
    with _attached(book, info, passphrase), stoppable(_raw(book), cancelled):
        try:
            with book.step("restore_backup", name=info.name, at=info.at.isoformat()) as step:
                _Comparison(step.connection, progress, cancelled).apply()
                _take_over_secrets(step.connection)
                afterwards(step)
        except IntegrityError as error:
            raise BackupError("cannot_restore", path=str(book.path), detail=str(error.orig)) from error
    return step.changes


def _raw(book: Book) -> Any:
    with book.read() as connection:
        return connection.connection.driver_connection


def _take_over_secrets(connection: Connection) -> None:
    """A backup of another copy of the book may know erased persons by a secret that this one lacks."""
    found = {
        row[0]: json.loads(row[1])
        for row in connection.exec_driver_sql(
            "SELECT key, value FROM kept.setting WHERE key IN (?, ?)", suppression.LASTING_SETTINGS
        )
    }
    keys = list(found.get(suppression.KEY_SETTING, []))
    erased = dict(found.get(suppression.ERASED_SETTING, {}))
    rows = [(str(table), int(row_id), str(created)) for table, row_id, created in erased.get("rows", [])]
    if keys:
        listed = suppression.SuppressionList(keys, {}, rows, set(erased.get("marks", [])))
        suppression.merge(connection, listed)
