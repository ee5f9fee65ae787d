"""The change journal: every change of a record, grouped in labelled steps that can be taken back.

Triggers on every journalled table write one row per change: the table, the row's id, what happened, and

* insert: nothing (the row itself is the witness, taking it back is deleting it);
* update: the changed columns only, each as `[before, after]`;
* delete: the whole row.

A write outside a step fails, because the triggers find no open step. Taking a step back is a step too (kind
"undo"), so its own journal rows are what redo needs; once redone they are dropped, the book being again as
the first step left it. A new action closes the road to what was undone: those steps become "dead".

An older step can be taken back by itself: that is a new action ("take_back") whose target is then "taken".
A step of kind "final" can not: it keeps which rows it touched, but nothing of what was in them. Undoing, newest
first, stops there rather than jump over it to older work; that is only taken back by name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from portfolio_app.errors import NothingToUndoError
from portfolio_app.models.base import instant_text
from portfolio_app.storage.journal_images import require_known
from portfolio_app.storage.journal_upkeep import forget_rows as forget_rows
from portfolio_app.storage.journal_upkeep import prunable as prunable
from portfolio_app.storage.journal_upkeep import prune as prune
from portfolio_app.storage.selective import ERASED, KeptRow, reverse_selectively
from portfolio_app.storage.selective import REMEMBERED as REMEMBERED

JOURNALLED = (
    "client", "contact", "interaction", "product", "sale", "follow_up", "segment", "setting", "consent", "suppression",
    "segmentation", "client_group", "custom_field", "deal", "survey_answer",
    "key_date", "plan", "plan_step", "enrolment", "not_duplicate", "watched_file", "spending",
    "opportunity_answer",
)  # fmt: skip
_DAYS = {"sale": "date", "interaction": "on", "survey_answer": "on"}
"""The day on which what a record tells of happened, for kinds that say nothing of the days before."""
_OWNED = ("interaction", "follow_up", "contact")
TAKE_BACK = "take_back"
MAX_LISTED = 5_000
"""A step touching more rows of a kind than this reports "all of them"."""

Row = tuple[int, str, int, str, str | None]


@dataclass(frozen=True)
class Changes:
    """What one step changed. `kinds` are table names; `ids[kind]` is None when too many to list.

    `created[kind]` holds the ids of new rows, under the same limit. `since[kind]`: the earliest day that the
    changed records are about, before or after the change; not there when unknown. `clients[kind]`: the clients that
    the changed touches, follow-ups or contacts are of, before or after the change; not there when too many.
    """

    step_id: int
    label: str
    kinds: frozenset[str]
    ids: dict[str, frozenset[int] | None] = field(default_factory=dict)
    created: dict[str, frozenset[int]] = field(default_factory=dict)
    since: dict[str, date] = field(default_factory=dict)
    clients: dict[str, frozenset[int]] = field(default_factory=dict)

    def touches(self, *kinds: str) -> bool:
        """Whether the step changed a row of one of these kinds."""
        return not self.kinds.isdisjoint(kinds)


@dataclass(frozen=True)
class TakenBack:
    """What taking a step back changed, and the rows that it left as they are, each with the reason.

    `is_undo`: it was the newest action and was undone, so that redo brings it back.
    """

    changes: Changes
    kept: list[KeptRow] = field(default_factory=list)
    is_undo: bool = False


def install_triggers(connection: Connection) -> None:
    """(Re)create the journal triggers for the tables as they now are. Migrations end with this."""
    for table in JOURNALLED:
        columns = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
        for statement in _trigger_statements(table, columns):
            connection.exec_driver_sql(statement)


def _trigger_statements(table: str, columns: list[str]) -> Iterator[str]:
    step = "(SELECT open_step FROM journal_state)"
    insert = "INSERT INTO journal_change(step_id, entity, row_id, op, data) VALUES"
    compared = " UNION ALL ".join(f'SELECT \'{c}\' AS k, OLD."{c}" AS b, NEW."{c}" AS a' for c in columns)
    # With the plus, texts are compared as texts: a compound select lends all of them the affinity of its first
    # column, a number, and "1000" would be no other than "01000".
    changed = f"(SELECT json_group_object(k, json_array(b, a)) FROM ({compared}) WHERE +b IS NOT +a)"
    differs = " OR ".join(f'OLD."{c}" IS NOT NEW."{c}"' for c in columns)
    pairs = ", ".join(f"'{c}', OLD.\"{c}\"" for c in columns)
    whole = f"json_object({pairs})"
    for op in ("insert", "update", "delete"):
        yield f"DROP TRIGGER IF EXISTS journal_{table}_{op}"
    yield (
        f"CREATE TRIGGER journal_{table}_insert AFTER INSERT ON {table} BEGIN "
        f"{insert} ({step}, '{table}', NEW.id, 'I', NULL); END"
    )
    yield (
        f"CREATE TRIGGER journal_{table}_update AFTER UPDATE ON {table} WHEN {differs} BEGIN "
        f"{insert} ({step}, '{table}', NEW.id, 'U', {changed}); END"
    )
    yield (
        f"CREATE TRIGGER journal_{table}_delete AFTER DELETE ON {table} BEGIN "
        f"{insert} ({step}, '{table}', OLD.id, 'D', {whole}); END"
    )


def open_step(
    connection: Connection,
    label: str,
    params: dict[str, Any],
    author: str,
    at: datetime,
    kind: str = "action",
    target: int | None = None,
) -> int:
    """Begin a step inside the current transaction; every write from here to `close_step` belongs to it."""
    if kind in ("action", "final"):
        _forget_undone(connection)
    step_id = connection.exec_driver_sql(
        "INSERT INTO journal_step(at, label, params, author, kind, target, state) VALUES (?,?,?,?,?,?,'done')",
        (instant_text(at), label, json.dumps(params, ensure_ascii=False), author, kind, target),
    ).lastrowid
    connection.exec_driver_sql("UPDATE journal_state SET open_step = ?", (step_id,))
    return int(step_id)


def close_step(connection: Connection, step_id: int, label: str) -> Changes:
    """End the step and say what it changed."""
    connection.exec_driver_sql("UPDATE journal_state SET open_step = NULL")
    return _summary(connection, step_id, label)


def seal_final(connection: Connection, step_id: int) -> None:
    """A final step, once read: forget what was in the rows it touched."""
    connection.exec_driver_sql("UPDATE journal_change SET data = NULL WHERE step_id = ?", (step_id,))


def _summary(connection: Connection, step_id: int, label: str) -> Changes:
    counts = connection.exec_driver_sql(
        "SELECT entity, count(*) FROM journal_change WHERE step_id = ? GROUP BY entity", (step_id,)
    ).all()
    ids: dict[str, frozenset[int] | None] = {}
    created: dict[str, frozenset[int]] = {}
    since: dict[str, date] = {}
    clients: dict[str, frozenset[int]] = {}
    for entity, count in counts:
        ids[entity] = None
        if count <= MAX_LISTED:
            if (day := _earliest(connection, step_id, entity)) is not None:
                since[entity] = day
            if entity in _OWNED:
                clients[entity] = frozenset(_values(connection, step_id, entity, "client_id"))
            rows = connection.exec_driver_sql(
                "SELECT row_id, op FROM journal_change WHERE step_id = ? AND entity = ?", (step_id, entity)
            ).all()
            ids[entity] = frozenset(row_id for row_id, _ in rows)
            created[entity] = frozenset(row_id for row_id, op in rows if op == "I")
    created = {kind: found for kind, found in created.items() if found}
    return Changes(step_id, label, frozenset(ids), ids, created, since, clients)


def _earliest(connection: Connection, step_id: int, entity: str) -> date | None:
    """The earliest day that the records of a kind are about which the step changed; None when one is not known."""
    column = _DAYS.get(entity)
    if column is None:
        return None
    days = _values(connection, step_id, entity, column)
    if not days or any(day is None for day in days):
        return None
    return date.fromisoformat(min(days))


def _values(connection: Connection, step_id: int, entity: str, column: str) -> list[Any]:
    """What stood in a column of the records of a kind that a step changed, before or after it."""
    rows = connection.exec_driver_sql(
        f"""SELECT "{column}" FROM {entity} WHERE id IN (
            SELECT row_id FROM journal_change WHERE step_id = :step AND entity = :entity AND op <> 'D')
        UNION SELECT CASE op WHEN 'D' THEN json_extract(data, '$.{column}')
            ELSE json_extract(data, '$.{column}[0]') END
        FROM journal_change WHERE step_id = :step AND entity = :entity
            AND (op = 'D' OR json_type(data, '$.{column}') IS NOT NULL)""",
        {"step": step_id, "entity": entity},
    )
    return [value for (value,) in rows]


def _forget_undone(connection: Connection) -> None:
    """A new action: what was undone cannot be redone any more."""
    undone = connection.exec_driver_sql("SELECT 1 FROM journal_step WHERE state = 'undone' LIMIT 1").first()
    if undone is None:
        return
    connection.exec_driver_sql(
        "DELETE FROM journal_change WHERE step_id IN (SELECT id FROM journal_step WHERE kind = 'undo' "
        "OR state = 'undone')"
    )
    connection.exec_driver_sql("DELETE FROM journal_step WHERE kind = 'undo'")
    connection.exec_driver_sql("UPDATE journal_step SET state = 'dead' WHERE state = 'undone'")


def change_number(connection: Connection) -> int:
    """How many steps were ever written: it only grows, whatever is undone, pruned or restored."""
    row = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'journal_step'").first()
    return int(row[0]) if row else 0


def bump_change_number(connection: Connection, at_least: int = 0) -> None:
    """Count a write that is no step (maintenance), so that the book's file is known to have changed."""
    number = max(change_number(connection), at_least) + 1
    changed = connection.exec_driver_sql(
        "UPDATE sqlite_sequence SET seq = ? WHERE name = 'journal_step'", (number,)
    ).rowcount
    if not changed:
        connection.exec_driver_sql(
            "INSERT INTO sqlite_sequence(name, seq) VALUES ('journal_step', ?)", (number,)
        )


def undo_last(connection: Connection, author: str, at: datetime) -> TakenBack:
    """Take back the newest action. Rows are kept only where the journal was made to forget what was in them.

    Raises `NothingToUndoError`, "step_final" when the newest is one made to last.
    """
    target = _newest_action(connection)
    if target is None:
        raise NothingToUndoError("nothing_to_undo")
    if target.kind == "final":
        raise NothingToUndoError("step_final")
    step = open_step(connection, target.label, {}, author, at, "undo", target.id)
    kept: list[KeptRow] = []
    if _is_reversible(connection, target.id):
        _reverse(connection, target.id)
    else:
        kept = reverse_selectively(connection, target.id)
    _set_state(connection, target.id, "undone")
    return TakenBack(close_step(connection, step, target.label), kept, is_undo=True)


def redo_last(connection: Connection, author: str, at: datetime) -> tuple[Changes, list[int]]:
    """Do again the action undone last. Returns the changes and the steps to drop once they were read."""
    target = connection.exec_driver_sql(
        "SELECT s.id, s.label, u.id AS undo_id FROM journal_step s JOIN journal_step u ON u.target = s.id "
        "WHERE s.state = 'undone' AND u.kind = 'undo' ORDER BY s.id LIMIT 1"
    ).first()
    if target is None:
        raise NothingToUndoError("nothing_to_redo")
    step = open_step(connection, target.label, {}, author, at, "redo", target.id)
    _reverse(connection, target.undo_id)
    _set_state(connection, target.id, "done")
    return close_step(connection, step, target.label), [step, target.undo_id]


def take_back(connection: Connection, step_id: int, author: str, at: datetime) -> TakenBack:
    """Take back one action, whichever; the newest is simply undone. Raises `NothingToUndoError`."""
    target = connection.exec_driver_sql(
        "SELECT id, at, label, kind, state FROM journal_step WHERE id = ?", (step_id,)
    ).first()
    if target is None or target.kind not in ("action", "final"):
        raise NothingToUndoError("step_gone")
    if target.kind == "final":
        raise NothingToUndoError("step_final")
    if target.state != "done":
        raise NothingToUndoError("already_taken_back")
    newest = _newest_action(connection)
    if newest is not None and newest.id == step_id:
        return undo_last(connection, author, at)
    params = {"label": target.label, "at": target.at}
    step = open_step(connection, TAKE_BACK, params, author, at, "action", step_id)
    kept = reverse_selectively(connection, step_id)
    kept += _still_erased(connection, step_id, at)
    _set_state(connection, step, "done")
    return TakenBack(close_step(connection, step, TAKE_BACK), kept)


def _still_erased(connection: Connection, step_id: int, at: datetime) -> list[KeptRow]:
    """Take erased persons out again that a step from before brought back under another spelling."""
    from portfolio_app.storage.forgetting import forget_brought_back

    return [
        KeptRow(kind, row_id, "", ERASED) for kind, row_id in forget_brought_back(connection, step_id, at)
    ]


def _newest_action(connection: Connection) -> Any:
    return connection.exec_driver_sql(
        "SELECT id, label, kind FROM journal_step WHERE kind IN ('action', 'final') AND state = 'done' "
        "ORDER BY id DESC LIMIT 1"
    ).first()


def _set_state(connection: Connection, step_id: int, state: str) -> None:
    """Note that a step is done or undone; the one it takes back is taken back, or is not, with it."""
    connection.exec_driver_sql("UPDATE journal_step SET state = ? WHERE id = ?", (state, step_id))
    target = connection.exec_driver_sql(
        "SELECT t.id, t.target FROM journal_step s JOIN journal_step t ON t.id = s.target WHERE s.id = ?",
        (step_id,),
    ).first()
    if target is None:
        return
    if state == "done":
        connection.exec_driver_sql("UPDATE journal_step SET state = 'taken' WHERE id = ?", (target.id,))
        # Taking back a taking back: the first step stands again.
        connection.exec_driver_sql("UPDATE journal_step SET state = 'done' WHERE id = ?", (target.target,))
    else:
        connection.exec_driver_sql("UPDATE journal_step SET state = 'done' WHERE id = ?", (target.id,))
        connection.exec_driver_sql("UPDATE journal_step SET state = 'taken' WHERE id = ?", (target.target,))


def _is_reversible(connection: Connection, step_id: int) -> bool:
    """Whether the journal still holds all of the step."""
    row = connection.exec_driver_sql(
        "SELECT EXISTS(SELECT 1 FROM journal_change WHERE step_id = ? AND op <> 'I' AND data IS NULL)",
        (step_id,),
    ).scalar_one()
    return not row


def drop_steps(connection: Connection, step_ids: Iterable[int]) -> None:
    """Forget steps whose journal rows serve no more."""
    for step_id in step_ids:
        connection.exec_driver_sql("DELETE FROM journal_change WHERE step_id = ?", (step_id,))
        connection.exec_driver_sql("DELETE FROM journal_step WHERE id = ?", (step_id,))


def _reverse(connection: Connection, step_id: int) -> None:
    """Put every row of the step back as it was, newest change first."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    rows: list[Row] = [
        (r[0], r[1], r[2], r[3], r[4])
        for r in connection.exec_driver_sql(
            "SELECT seq, entity, row_id, op, data FROM journal_change WHERE step_id = ? ORDER BY seq DESC",
            (step_id,),
        )
    ]
    for (entity, op), run in groupby(rows, key=lambda row: (row[1], row[3])):
        require_known(connection, entity)
        if op == "I":
            connection.exec_driver_sql(
                f"DELETE FROM {entity} WHERE id = ?", [(row_id,) for _, _, row_id, _, _ in run]
            )
        elif op == "U":
            _restore_updates(connection, entity, run)
        else:
            _restore_deleted(connection, entity, run)


def _restore_updates(connection: Connection, entity: str, run: Iterable[Row]) -> None:
    for _, _, row_id, _, data in run:
        before = {column: pair[0] for column, pair in json.loads(data or "{}").items()}
        if not before:
            continue  # As older triggers wrote it of a text that stayed the same number.
        require_known(connection, entity, before)
        assignments = ", ".join(f'"{column}" = ?' for column in before)
        connection.exec_driver_sql(
            f"UPDATE {entity} SET {assignments} WHERE id = ?", (*before.values(), row_id)
        )


def _restore_deleted(connection: Connection, entity: str, run: Iterable[Row]) -> None:
    images = [json.loads(data or "{}") for _, _, _, _, data in run]
    for columns, group in groupby(images, key=_columns_of):
        require_known(connection, entity, columns)
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        connection.exec_driver_sql(
            f"INSERT INTO {entity}({names}) VALUES ({marks})", [tuple(image.values()) for image in group]
        )


def _columns_of(image: dict[str, Any]) -> tuple[str, ...]:
    return tuple(image)
