"""Writing many records of one table fast: ids given beforehand, rows held back and written in blocks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Connection, FromClause, Table

from portfolio_app.models.base import Json

_BLOCK = 20_000
_AT_ONCE = 1_000
"""Rows from which on it is worth while to have the journal take them together."""
_KEPT = 100_000
"""Rows remembered after they were written or read, because a later row of a file may be about them again."""


class _Row(dict[str, Any]):
    """A row's values; those nothing was said of are their columns' defaults."""

    __slots__ = ("defaults",)

    defaults: dict[str, Any]

    def __missing__(self, name: str) -> Any:
        return self.defaults[name]


class RecordWriter:
    """Inserts and updates of one table inside an open step.

    Values are what the database stores (ISO dates, money units), except JSON columns, which are lists or dicts.
    `stamp`: a column that tells when a row was changed, so that it alone is no change.
    """

    def __init__(self, connection: Connection, table: FromClause, stamp: str = "") -> None:
        self._connection = connection
        self._table = cast(Table, table)
        self._stamp = stamp
        self._json = {c.name: c.type for c in self._table.columns if isinstance(c.type, Json)}
        self._defaults = {c.name: _default(c) for c in self._table.columns if c.name != "id"}
        self._names = ["id", *self._defaults]
        self._select = f"SELECT {', '.join(map(_quoted, self._names))} FROM {self._table.name} WHERE "
        self._next = self._last_id() + 1
        self._first_new = self._next
        self._pending: dict[int, _Row] = {}
        self._before: dict[int, dict[str, Any]] = {}
        self._known: dict[int, dict[str, Any]] = {}
        self.created = 0

    @property
    def next_id(self) -> int:
        """The id that the next row will get; 1 while the table never held a row."""
        return self._next

    def is_new(self, row_id: int) -> bool:
        """Whether this writer inserted that row."""
        return row_id >= self._first_new

    def insert(self, values: dict[str, Any]) -> int:
        """Add a row; returns its id."""
        row_id = self._next
        self._next += 1
        self.created += 1
        row = _Row(values)
        row.defaults = self._defaults
        self._pending[row_id] = row
        if len(self._pending) >= _BLOCK:
            self.flush()
        return row_id

    def exists(self, row_id: int) -> bool:
        """Whether there is such a row, written or held back."""
        return row_id in self._pending or row_id in self._known or any(self.rows("id = ?", (row_id,)))

    def get(self, row_id: int) -> Mapping[str, Any]:
        """A row's values as they stand, changes held back included."""
        row = self._pending.get(row_id) or self._known.get(row_id)
        if row is None:
            row = next(self.rows("id = ?", (row_id,)))
            if len(self._known) >= _KEPT:
                self.flush()
                self._known.clear()
            self._known[row_id] = row
        return row

    def update(self, row_id: int, values: dict[str, Any]) -> None:
        """Change a row."""
        pending = self._pending.get(row_id)
        if pending is not None:
            pending.update(values)
            return
        known = self.get(row_id)
        before = self._before.setdefault(row_id, {})
        for name in values:
            before.setdefault(name, known[name])
        self._known[row_id].update(values)

    def rows(self, condition: str, parameters: Sequence[Any]) -> Iterator[dict[str, Any]]:
        """Rows already written that meet an SQL condition of the caller's own making."""
        cursor = self._connection.connection.cursor()
        cursor.execute(self._select + condition, tuple(parameters))
        for row in cursor.fetchall():
            values = dict(zip(self._names, row, strict=True))
            for name, kept in self._json.items():
                values[name] = kept.read(values[name])
            yield values

    def columns(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """Some columns of every row."""
        chosen = ", ".join(map(_quoted, names))
        for row in self._connection.exec_driver_sql(f"SELECT {chosen} FROM {self._table.name}"):
            yield tuple(row)

    def count_below(self, row_id: int, key: dict[str, Any]) -> int:
        """How many written rows with these values have a smaller id."""
        condition = " AND ".join(f'"{name}" IS ?' for name in key)
        row = self._connection.exec_driver_sql(
            f"SELECT count(*) FROM {self._table.name} WHERE {condition} AND id < ?",
            (*key.values(), row_id),
        ).one()
        return int(row[0])

    def nth_below(self, row_id: int, key: dict[str, Any], place: int) -> int:
        """The id of the `place`-th (from 1) written row with these values below that id, from the newest."""
        condition = " AND ".join(f'"{name}" IS ?' for name in key)
        row = self._connection.exec_driver_sql(
            f"SELECT id FROM {self._table.name} WHERE {condition} AND id < ? ORDER BY id DESC LIMIT 1 OFFSET ?",
            (*key.values(), row_id, place - 1),
        ).one()
        return int(row[0])

    def flush(self) -> None:
        """Write what is held back."""
        if self._pending:
            self._insert_pending()
        if self._before:
            self._write_updates()
        if len(self._known) + len(self._pending) > _KEPT:
            self._known.clear()
        self._known.update(self._pending)
        self._pending.clear()

    def _insert_pending(self) -> None:
        """Only the columns that some row fills are written; the database knows the others' defaults."""
        filled = set().union(*self._pending.values())
        names = [name for name in self._defaults if name in filled]
        columns = ", ".join(map(_quoted, ["id", *names]))
        marks = ", ".join("?" * (len(names) + 1))
        values_of = itemgetter(*names) if len(names) > 1 else lambda row: (row[names[0]],)
        rows: Sequence[Sequence[Any]] = [(id, *values_of(row)) for id, row in self._pending.items()]
        places = [place for place, name in enumerate(names, start=1) if name in self._json]
        if places:
            rows = [_with_json(list(row), places) for row in rows]
        with _journalled_at_once(self._connection, self._table.name, next(iter(self._pending)), len(rows)):
            self._connection.exec_driver_sql(
                f"INSERT INTO {self._table.name}({columns}) VALUES ({marks})", cast(Any, rows)
            )

    def _write_updates(self) -> None:
        """What is other than it was before; a row that was changed back and forth is as it was."""
        by_columns: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
        for row_id, before in self._before.items():
            row = self._known[row_id]
            names = tuple(name for name in before if row[name] != before[name])
            if names in ((), (self._stamp,)):
                continue
            values = (*(self._stored(name, row[name]) for name in names), row_id)
            by_columns.setdefault(names, []).append(values)
        for names, rows in by_columns.items():
            assignments = ", ".join(f"{_quoted(name)} = ?" for name in names)
            self._connection.exec_driver_sql(
                f"UPDATE {self._table.name} SET {assignments} WHERE id = ?", cast(Any, rows)
            )
        self._before.clear()

    def _stored(self, name: str, value: Any) -> Any:
        return _json(value) if name in self._json else value

    def _last_id(self) -> int:
        row = self._connection.exec_driver_sql(
            "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0), "
            f"coalesce((SELECT max(id) FROM {self._table.name}), 0))",
            (self._table.name,),
        ).one()
        return int(row[0])


@contextmanager
def _journalled_at_once(connection: Connection, table: str, first_id: int, count: int) -> Iterator[None]:
    """Many new rows, from that id on, enter the journal by one statement: row by row takes twice as long as they do.

    The trigger is back when the block ends; being in the same transaction, it is never away for anybody else.
    """
    name = f"journal_{table}_insert"
    trigger = None
    if count >= _AT_ONCE:
        trigger = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (name,)
        ).scalar()
    if trigger is None:
        yield
        return
    connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    connection.exec_driver_sql(
        "INSERT INTO journal_change(step_id, entity, row_id, op, data) "
        f"SELECT (SELECT open_step FROM journal_state), ?, id, 'I', NULL FROM {table} WHERE id >= ? ORDER BY id",
        (table, first_id),
    )
    connection.exec_driver_sql(trigger)


def _quoted(name: str) -> str:
    return f'"{name}"'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _with_json(row: list[Any], places: Sequence[int]) -> tuple[Any, ...]:
    for place in places:
        row[place] = _json(row[place])
    return tuple(row)


def _default(column: Any) -> Any:
    """What a column holds when nothing is said: the literal of its server default."""
    if isinstance(column.type, Json):
        return json.loads(str(column.server_default.arg)) if column.server_default is not None else []
    if column.server_default is not None:
        return str(column.server_default.arg)
    return None
