"""Writing many records of one table fast: ids given beforehand, rows held back and written in blocks."""

from __future__ import annotations

import json
from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection, FromClause, Table

from portfolio_app.models.base import Json

_BLOCK = 20_000
_KEPT = 100_000
"""Rows remembered after they were written or read, because a later row of a file may be about them again."""


class RecordWriter:
    """Inserts and updates of one table inside an open step.

    Values are what the database stores (ISO dates, money units), except JSON columns, which are lists or dicts.
    """

    def __init__(self, connection: Connection, table: FromClause) -> None:
        self._connection = connection
        self._table = cast(Table, table)
        self._json = {c.name: c.type for c in self._table.columns if isinstance(c.type, Json)}
        self._defaults = {c.name: _default(c) for c in self._table.columns if c.name != "id"}
        self._next = self._last_id() + 1
        self._first_new = self._next
        self._pending: dict[int, dict[str, Any]] = {}
        self._updates: dict[int, dict[str, Any]] = {}
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
        self._pending[row_id] = values
        if len(self._pending) >= _BLOCK:
            self.flush()
        return row_id

    def get(self, row_id: int) -> Mapping[str, Any]:
        """A row's values as they stand, changes held back included."""
        row = self._pending.get(row_id) or self._known.get(row_id)
        if row is None:
            row = next(self.rows("id = ?", (row_id,)))
            self._remember(row_id, row)
        return ChainMap(row, self._defaults)

    def update(self, row_id: int, values: dict[str, Any]) -> None:
        """Change a row."""
        pending = self._pending.get(row_id)
        if pending is not None:
            pending.update(values)
            return
        self._updates.setdefault(row_id, {}).update(values)
        if row_id in self._known:
            self._known[row_id].update(values)

    def _remember(self, row_id: int, row: dict[str, Any]) -> None:
        if len(self._known) >= _KEPT:
            self.flush()
            self._known.clear()
        self._known[row_id] = row

    def rows(self, condition: str, parameters: Sequence[Any]) -> Iterator[dict[str, Any]]:
        """Rows already written that meet an SQL condition of the caller's own making."""
        names = ["id", *self._defaults]
        columns = ", ".join(f'"{name}"' for name in names)
        cursor = self._connection.connection.cursor()
        cursor.execute(f"SELECT {columns} FROM {self._table.name} WHERE {condition}", tuple(parameters))
        for row in cursor.fetchall():
            values = dict(zip(names, row, strict=True))
            for name, kept in self._json.items():
                values[name] = kept.read(values[name])
            yield values

    def columns(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """Some columns of every row."""
        chosen = ", ".join(f'"{name}"' for name in names)
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
        for row_id, values in self._updates.items():
            assignments = ", ".join(f'"{name}" = ?' for name in values)
            stored = [self._stored(name, value) for name, value in values.items()]
            self._connection.exec_driver_sql(
                f"UPDATE {self._table.name} SET {assignments} WHERE id = ?", (*stored, row_id)
            )
        self._updates.clear()
        if len(self._known) + len(self._pending) > _KEPT:
            self._known.clear()
        self._known.update(self._pending)
        self._pending.clear()

    def _insert_pending(self) -> None:
        """Only the columns that some row fills are written; the database knows the others' defaults."""
        filled = set().union(*self._pending.values())
        names = [name for name in self._defaults if name in filled]
        columns = ", ".join(["id", *(f'"{name}"' for name in names)])
        marks = ", ".join("?" * (len(names) + 1))
        pairs = [(name, self._defaults[name]) for name in names]
        places = [place for place, name in enumerate(names, start=1) if name in self._json]
        self._connection.exec_driver_sql(
            f"INSERT INTO {self._table.name}({columns}) VALUES ({marks})",
            [
                _with_json([row_id, *[values.get(name, default) for name, default in pairs]], places)
                for row_id, values in self._pending.items()
            ],
        )

    def _stored(self, name: str, value: Any) -> Any:
        return json.dumps(value, ensure_ascii=False) if name in self._json else value

    def _last_id(self) -> int:
        row = self._connection.exec_driver_sql(
            "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0), "
            f"coalesce((SELECT max(id) FROM {self._table.name}), 0))",
            (self._table.name,),
        ).one()
        return int(row[0])


def _with_json(row: list[Any], places: Sequence[int]) -> tuple[Any, ...]:
    for place in places:
        row[place] = json.dumps(row[place], ensure_ascii=False)
    return tuple(row)


def _default(column: Any) -> Any:
    """What a column holds when nothing is said: the literal of its server default."""
    if isinstance(column.type, Json):
        return json.loads(str(column.server_default.arg)) if column.server_default is not None else []
    if column.server_default is not None:
        return str(column.server_default.arg)
    return None
