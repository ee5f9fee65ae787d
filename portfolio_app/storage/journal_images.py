"""What the journal knows of a row: the net effect of a step on it, and what the step left there.

A step may touch a row several times. Its net effect is one of: created, changed (per column the value before
and after), deleted (the row as it was before the step), or nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from portfolio_app.errors import BookDamagedError
from portfolio_app.models.entities import Client

Image = dict[str, Any]
_COLUMNS = {table.name: frozenset(table.columns.keys()) for table in Client.metadata.sorted_tables}
Key = tuple[str, int]
CREATED, CHANGED, DELETED, NOTHING = "created", "changed", "deleted", "nothing"


@dataclass
class Net:
    """The net effect on one row. `is_erased`: the journal was made to forget what was in the row.

    `is_replaced`: deleted and made again under its id, so that `after` says nothing.
    """

    op: str
    before: Image = field(default_factory=dict)
    after: Image = field(default_factory=dict)
    is_erased: bool = False
    is_replaced: bool = False

    def add(self, op: str, data: str | None) -> None:
        """One more change of the row, in the order they happened."""
        if op == "I":
            self.is_replaced = self.op != NOTHING
            self.op = CREATED if self.op == NOTHING else CHANGED
        elif self.op == CREATED:
            self.op = NOTHING if op == "D" else CREATED
        elif data is None:
            self.is_erased = True
            self.op = DELETED if op == "D" else self.op
        elif op == "D":
            if not self.is_replaced:
                self.before = {**json.loads(data), **self.before}
            self.op = DELETED
        elif not self.is_replaced:
            for column, (before, after) in json.loads(data).items():
                self.before.setdefault(column, before)
                self.after[column] = after


@dataclass
class Left:
    """What a step left in a row, as far as later changes tell: only the columns changed since."""

    values: Image = field(default_factory=dict)
    is_unknown: bool = False
    is_closed: bool = False

    def add(self, op: str, data: str | None) -> None:
        """One more later change, in the order they happened."""
        if self.is_closed or op == "I":
            self.is_closed = True
        elif data is None:
            self.is_unknown = self.is_closed = True
        elif op == "D":
            self.values = {**json.loads(data), **self.values}
            self.is_closed = True
        else:
            for column, (before, _) in json.loads(data).items():
                self.values.setdefault(column, before)


def net_changes(
    connection: Connection, step_id: int, only: dict[str, list[int]] | None = None
) -> dict[Key, Net]:
    """The net effect of a step by row, in the order the rows were first touched."""
    found: dict[Key, Net] = {}
    for entity, row_id, op, data in _changes(connection, "step_id = ?", step_id, only):
        net = found.get((entity, row_id))
        if net is None:
            net = found[entity, row_id] = Net(CREATED if op == "I" else CHANGED)
            if op == "I":
                continue
        net.add(op, data)
    for (entity, _), net in found.items():
        require_known(connection, entity, net.before.keys() | net.after.keys())
    return found


def require_known(connection: Connection, entity: str, columns: Iterable[str] = ()) -> None:
    """The names in the journal of somebody else's book become SQL: only those of our own tables may.

    Raises `BookDamagedError`.
    """
    if not _COLUMNS.get(entity, frozenset()).issuperset(columns) or entity not in _COLUMNS:
        path = connection.exec_driver_sql("PRAGMA database_list").all()[0][2]
        raise BookDamagedError("damaged", path=str(path), detail="journal_change")


def left_by(connection: Connection, step_id: int, wanted: dict[str, list[int]]) -> dict[Key, Left]:
    """What later steps tell about those rows as that step left them; rows not touched since are left out."""
    found: dict[Key, Left] = {}
    for entity, row_id, op, data in _changes(connection, "step_id > ?", step_id, wanted):
        found.setdefault((entity, row_id), Left()).add(op, data)
    return found


def _changes(
    connection: Connection, condition: str, step_id: int, only: dict[str, list[int]] | None
) -> Iterator[tuple[str, int, str, str | None]]:
    select = f"SELECT entity, row_id, op, data FROM journal_change WHERE {condition}"
    if only is None:
        yield from map(tuple, connection.exec_driver_sql(f"{select} ORDER BY seq", (step_id,)))  # type: ignore[arg-type]
        return
    for entity, ids in only.items():
        rows = connection.exec_driver_sql(
            f"{select} AND entity = ? AND row_id IN (SELECT value FROM json_each(?)) ORDER BY seq",
            (step_id, entity, json.dumps(ids)),
        )
        yield from map(tuple, rows)  # type: ignore[arg-type]


def settle_replaced(nets: dict[Key, Net], left: dict[Key, Left], present: dict[Key, Image]) -> None:
    """Find out what a step left in the rows that it deleted and made again."""
    for key, net in nets.items():
        if net.is_replaced and net.op == CHANGED:
            known = left.get(key, Left())
            net.is_erased = net.is_erased or known.is_unknown
            net.after = {**present.get(key, {}), **known.values}


def present_rows(connection: Connection, entity: str, ids: Iterable[int]) -> dict[int, Image]:
    """Those rows as they stand in the book; rows that are gone are left out."""
    result = connection.exec_driver_sql(
        f"SELECT * FROM {entity} WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    )
    names = list(result.keys())
    return {row[0]: dict(zip(names, row, strict=True)) for row in result}


def by_entity(keys: Iterable[Key]) -> dict[str, list[int]]:
    """The row ids of each kind."""
    grouped: dict[str, list[int]] = {}
    for entity, row_id in keys:
        grouped.setdefault(entity, []).append(row_id)
    return grouped
