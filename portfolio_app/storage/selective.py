"""Taking back an old step: what was not touched since goes back, the rest is kept and listed.

Per row of the step, by its net effect:

* created: deleted, unless it was edited since, or something else hangs on it;
* changed: each column goes back if it still holds what the step left there;
* deleted: brought back, unless what it belongs to is gone, or its unique value was given to another.

The order of the writes keeps every reference good: new leaves with unique values go first, then what was
deleted comes back, parents before children, then columns change, then created rows go, children first.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table

from portfolio_app.models import entities
from portfolio_app.storage import journal_images as images
from portfolio_app.storage.journal_images import Image, Key, Net
from portfolio_app.storage.journal_names import RecordName, image_names, present_names

EDITED, IN_USE, DELETED_SINCE = "edited", "in_use", "deleted_since"
PARENT_GONE, LINK_GONE, TAKEN, THERE_AGAIN, ERASED = (
    "parent_gone",
    "link_gone",
    "taken",
    "there_again",
    "erased",
)
REASONS = (EDITED, IN_USE, DELETED_SINCE, PARENT_GONE, LINK_GONE, TAKEN, THERE_AGAIN, ERASED)

_UPKEEP = frozenset({"updated_at", "sort_name"})
"""Columns that the program keeps by itself: nobody "edited" them."""


@dataclass(frozen=True)
class KeptRow:
    """A row that did not go back, or only in part (`fields` did not), and why: one of `REASONS`."""

    kind: str
    id: int
    title: str
    reason: str
    fields: tuple[str, ...] = ()
    name: RecordName = field(default_factory=RecordName)


@dataclass(frozen=True)
class _Reference:
    """A column that points to another table; `is_owner`: the row goes when that other one goes."""

    child: str
    column: str
    parent: str
    is_owner: bool


REMEMBERED = ("import_shape", "quality_score")
"""Tables that no step covers: what was learned on the way, which undoing an action does not unlearn."""
_TABLES: dict[str, Table] = {
    table.name: table for table in entities.Client.metadata.sorted_tables if table.name not in REMEMBERED
}
ORDER = tuple(_TABLES)
"""Every kind of record, parents before children."""
_REFERENCES = [
    _Reference(table.name, key.parent.name, key.column.table.name, key.ondelete == "CASCADE")
    for table in _TABLES.values()
    for key in table.foreign_keys
]
_PARENTS = frozenset(reference.parent for reference in _REFERENCES)


def reverse_selectively(connection: Connection, step_id: int) -> list[KeptRow]:
    """Put the rows of that step back where that is still right, inside the open step. Says what was kept."""
    return _Reversal(connection, step_id).run()


class _Reversal:
    def __init__(self, connection: Connection, step_id: int) -> None:
        self._connection = connection
        self._step_id = step_id
        self._net = images.net_changes(connection, step_id)
        for row_id in self._lasting_settings():
            self._net.pop(("setting", row_id), None)
        self._kept: dict[Key, tuple[str, list[str]]] = {}
        self._lost: dict[Key, Image] = {}

    def run(self) -> list[KeptRow]:
        self._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        created = self._unedited()
        for entity in ORDER:
            if entity not in _PARENTS:
                self._delete(entity, created.get(entity, set()))
        for entity in ORDER:
            self._bring_back(entity, self._rows_with(entity, images.DELETED))
        for entity in ORDER:
            self._change_back(entity, self._rows_with(entity, images.CHANGED))
        doomed = {entity: ids for entity, ids in created.items() if entity in _PARENTS}
        self._spare_those_in_use(doomed)
        for entity in reversed(ORDER):
            self._delete(entity, doomed.get(entity, set()))
        return self._listed()

    def _lasting_settings(self) -> list[int]:
        """Settings that later records were written by (the key of their hashes) stay, whoever made them."""
        from portfolio_app.storage.suppression import LASTING_SETTINGS

        rows = self._connection.exec_driver_sql(
            "SELECT id FROM setting WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(LASTING_SETTINGS),),
        )
        return [row[0] for row in rows]

    def _rows_with(self, entity: str, op: str) -> dict[int, Net]:
        return {key[1]: net for key, net in self._net.items() if key[0] == entity and net.op == op}

    def _keep(self, key: Key, reason: str, fields: Iterable[str] = ()) -> None:
        _, known = self._kept.setdefault(key, (reason, []))
        known += [name for name in fields if name not in known]

    # Rows the step created

    def _unedited(self) -> dict[str, set[int]]:
        """The rows it created that are there and as it left them."""
        created = images.by_entity(key for key, net in self._net.items() if net.op == images.CREATED)
        left = images.left_by(self._connection, self._step_id, created)
        touched = images.by_entity(left)
        result = {}
        for entity, ids in created.items():
            there = self._there(entity, ids)
            for row_id, present in images.present_rows(
                self._connection, entity, touched.get(entity, ())
            ).items():
                known = left[entity, row_id]
                edited = [
                    column
                    for column, value in known.values.items()
                    if column in present and present[column] != value
                ]
                if known.is_unknown or edited:
                    there.discard(row_id)
                    self._keep((entity, row_id), EDITED)
            result[entity] = there
        return result

    def _there(self, entity: str, ids: Collection[int]) -> set[int]:
        rows = self._connection.exec_driver_sql(
            f"SELECT id FROM {entity} WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
        )
        return {row[0] for row in rows}

    def _spare_those_in_use(self, doomed: dict[str, set[int]]) -> None:
        """Rows that others point to stay; those others are decided on first."""
        for entity in reversed(ORDER):
            for reference in _REFERENCES:
                if reference.parent != entity or not doomed.get(entity):
                    continue
                going = doomed.get(reference.child, set())
                rows = self._connection.exec_driver_sql(
                    f'SELECT DISTINCT "{reference.column}" FROM {reference.child} '
                    f'WHERE "{reference.column}" IN (SELECT value FROM json_each(?)) '
                    "AND id NOT IN (SELECT value FROM json_each(?))",
                    (json.dumps(list(doomed[entity])), json.dumps(list(going))),
                )
                for (row_id,) in rows.all():
                    doomed[entity].discard(row_id)
                    self._keep((entity, row_id), IN_USE)

    def _delete(self, entity: str, ids: Collection[int]) -> None:
        if ids:
            self._connection.exec_driver_sql(
                f"DELETE FROM {entity} WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(sorted(ids)),),
            )

    # Rows the step deleted

    def _bring_back(self, entity: str, rows: Mapping[int, Net]) -> None:
        there = self._there(entity, rows)
        wanted: dict[int, Image] = {}
        columns = set(_TABLES[entity].columns.keys())
        for row_id, net in rows.items():
            if net.is_erased:
                self._lose(entity, row_id, net.before, ERASED)
            elif row_id in there:
                self._keep((entity, row_id), THERE_AGAIN)
            else:
                wanted[row_id] = {name: value for name, value in net.before.items() if name in columns}
        self._find_parents(entity, wanted)
        shapes: dict[tuple[str, ...], list[Image]] = {}
        for image in wanted.values():
            shapes.setdefault(tuple(image), []).append(image)
        for names, group in shapes.items():
            listed = ", ".join(f'"{name}"' for name in names)
            marks = ", ".join("?" * len(names))
            self._connection.exec_driver_sql(
                f"INSERT OR IGNORE INTO {entity}({listed}) VALUES ({marks})",
                [tuple(image.values()) for image in group],
            )
        back = self._there(entity, wanted)
        for row_id, image in wanted.items():
            if row_id not in back:
                self._lose(entity, row_id, image, TAKEN)

    def _find_parents(self, entity: str, wanted: dict[int, Image]) -> None:
        """Rows whose owner is gone stay away; a mere link to something gone is left empty."""
        for reference in _REFERENCES:
            if reference.child != entity or not wanted:
                continue
            links = [image.get(reference.column) for image in wanted.values()]
            pointed = {link for link in links if link is not None}
            there = self._there(reference.parent, pointed)
            for row_id, image in list(wanted.items()):
                if image.get(reference.column) in pointed - there:
                    if reference.is_owner:
                        self._lose(entity, row_id, wanted.pop(row_id), PARENT_GONE)
                    else:
                        image[reference.column] = None
                        self._keep((entity, row_id), LINK_GONE, [reference.column])

    def _lose(self, entity: str, row_id: int, image: Image, reason: str) -> None:
        """A deleted row that stays away: only its image can still say what it was called."""
        self._lost[entity, row_id] = image
        self._kept[entity, row_id] = (reason, [])

    # Rows the step changed

    def _change_back(self, entity: str, rows: Mapping[int, Net]) -> None:
        if not rows:
            return
        present = images.present_rows(self._connection, entity, rows)
        self._settle_replaced(entity, rows, present)
        shapes: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
        asked: dict[int, Image] = {}
        for row_id, net in rows.items():
            if row_id not in present:
                self._keep((entity, row_id), DELETED_SINCE)
            elif net.is_erased:
                self._keep((entity, row_id), ERASED)
            elif back := self._columns_back((entity, row_id), net, present[row_id]):
                asked[row_id] = back
        self._drop_dead_links(entity, asked)
        for row_id, back in asked.items():
            if back:
                shapes.setdefault(tuple(back), []).append((*back.values(), row_id))
        for names, group in shapes.items():
            assignments = ", ".join(f'"{name}" = ?' for name in names)
            self._connection.exec_driver_sql(
                f"UPDATE OR IGNORE {entity} SET {assignments} WHERE id = ?", group
            )
        self._list_ignored(entity, asked)

    def _settle_replaced(self, entity: str, rows: Mapping[int, Net], present: Mapping[int, Image]) -> None:
        replaced = {(entity, row_id): net for row_id, net in rows.items() if net.is_replaced}
        if replaced:
            left = images.left_by(self._connection, self._step_id, images.by_entity(replaced))
            shown = {(entity, row_id): image for row_id, image in present.items()}
            images.settle_replaced(replaced, left, shown)

    def _columns_back(self, key: Key, net: Net, present: Image) -> Image:
        back: Image = {}
        edited = []
        for column, before in net.before.items():
            if column not in present or present[column] == before:
                continue
            if present[column] == net.after[column]:
                back[column] = before
            else:
                edited.append(column)
        told = [column for column in edited if column not in _UPKEEP]
        if told:
            self._keep(key, EDITED, told)
        return back

    def _drop_dead_links(self, entity: str, asked: dict[int, Image]) -> None:
        for reference in _REFERENCES:
            if reference.child != entity:
                continue
            column = reference.column
            pointed = {image[column] for image in asked.values() if image.get(column) is not None}
            gone = pointed - self._there(reference.parent, pointed) if pointed else set()
            for row_id, image in asked.items():
                if image.get(column) in gone and image.get(column) is not None:
                    del image[column]
                    self._keep((entity, row_id), PARENT_GONE, [column])

    def _list_ignored(self, entity: str, asked: Mapping[int, Image]) -> None:
        """Updates that a unique value of another row forbade changed nothing: say so."""
        if not any(_is_unique(entity, column) for image in asked.values() for column in image):
            return
        present = images.present_rows(self._connection, entity, asked)
        for row_id, image in asked.items():
            missed = [column for column, value in image.items() if present[row_id][column] != value]
            if missed:
                self._keep((entity, row_id), TAKEN, missed)

    def _listed(self) -> list[KeptRow]:
        names = present_names(self._connection, self._kept.keys() - self._lost.keys())
        gone = [key for key in self._kept if key not in names and key not in self._lost]
        left = images.left_by(self._connection, self._step_id, images.by_entity(gone))
        names |= image_names(
            self._connection, self._lost | {key: known.values for key, known in left.items()}
        )
        return [
            KeptRow(entity, row_id, name.title, reason, tuple(fields), name)
            for (entity, row_id), (reason, fields) in self._kept.items()
            for name in [names.get((entity, row_id), RecordName())]
        ]


def _is_unique(entity: str, column: str) -> bool:
    table = _TABLES[entity]
    indexed = {name for index in table.indexes if index.unique for name in list(index.columns.keys())}
    return column in indexed or bool(table.columns[column].unique)
