"""The journal told: which actions there were, what each of them did to which record."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection

from portfolio_app.storage import journal_images as images
from portfolio_app.storage.journal_images import Image, Key, Net
from portfolio_app.storage.journal_names import RecordName, image_names, present_names

Links = dict[Key, str]
State = Literal["done", "undone", "taken_back", "final"]
_STATES: dict[str, State] = {"done": "done", "undone": "undone", "dead": "undone", "taken": "taken_back"}
_SUBJECTS = 12
"""So many changes of a step are looked at to tell whom it was about."""
_LISTED = "kind IN ('action', 'final')"


@dataclass(frozen=True)
class StepInfo:
    """One line of the history: an action, when and by whom, and what became of it.

    `counts`: how many records of each kind it touched. `subject`: the client it was about, None for several.
    `state` "final" cannot be taken back; `target` is the step that this one took back.
    """

    id: int
    at: datetime
    label: str
    params: dict[str, Any]
    author: str
    undone: bool
    state: State = "done"
    target: int | None = None
    counts: dict[str, int] = field(default_factory=dict)
    subject: RecordName | None = None

    @property
    def can_take_back(self) -> bool:
        """Whether `take_back` would accept it."""
        return self.state == "done"


@dataclass(frozen=True)
class RowChange:
    """What a step did to one record: "created", "changed" or "deleted".

    `fields` are (column, before, after) as the database stores them, `before` None for a new record and `after`
    None for a deleted one. `is_erased`: the journal was made to forget what was in it.
    """

    kind: str
    id: int
    op: str
    name: RecordName
    fields: list[tuple[str, Any, Any]] = field(default_factory=list)
    is_erased: bool = False


def history(connection: Connection, limit: int = 200, before: int | None = None) -> list[StepInfo]:
    """The newest actions first; those before the step `before`, to go on reading."""
    rows = connection.exec_driver_sql(
        f"SELECT id FROM journal_step WHERE {_LISTED} AND id < coalesce(?, id + 1) ORDER BY id DESC LIMIT ?",
        (before, limit),
    )
    ids = [row[0] for row in rows]
    known = steps(connection, ids)
    return [known[step_id] for step_id in ids]


def steps(connection: Connection, ids: Sequence[int]) -> dict[int, StepInfo]:
    """Those steps by id; those forgotten meanwhile are left out."""
    listed = json.dumps(list(ids))
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    for step_id, entity, count in connection.exec_driver_sql(
        "SELECT step_id, entity, count(DISTINCT row_id) FROM journal_change "
        "WHERE step_id IN (SELECT value FROM json_each(?)) GROUP BY step_id, entity",
        (listed,),
    ):
        counts[step_id][entity] = count
    rows = connection.exec_driver_sql(
        f"SELECT id, at, label, params, author, kind, state, target FROM journal_step WHERE {_LISTED} "
        "AND id IN (SELECT value FROM json_each(?))",
        (listed,),
    ).all()
    subjects = _subjects(connection, [row.id for row in rows])
    return {
        row.id: StepInfo(
            id=row.id,
            at=datetime.fromisoformat(row.at),
            label=row.label,
            params=json.loads(row.params),
            author=row.author,
            undone=row.state != "done",
            state="final" if row.kind == "final" else _STATES[row.state],
            target=row.target,
            counts=counts.get(row.id, {}),
            subject=subjects.get(row.id) or _named_by(row.label, row.params),
        )
        for row in rows
    }


def _named_by(label: str, params: str) -> RecordName | None:
    """The client whom a step was about by its own words: all that is left once it cannot be redone any more."""
    name = json.loads(params).get("name") if label == "create_client" else None
    return RecordName(text=name, client=name) if isinstance(name, str) and name else None


def _subjects(connection: Connection, ids: Iterable[int]) -> dict[int, RecordName]:
    """The one client that each step was about, where there is one and the book or the journal knows it."""
    touched: dict[int, list[Key]] = {}
    found: dict[Key, Image] = {}
    for step_id in ids:
        select = "SELECT entity, row_id, CASE op WHEN 'D' THEN data END FROM journal_change WHERE step_id = ?"
        rows = connection.exec_driver_sql(f"{select} AND entity = 'client' LIMIT 2", (step_id,)).all()
        if not rows:
            rows = connection.exec_driver_sql(f"{select} LIMIT {_SUBJECTS}", (step_id,)).all()
        touched[step_id] = [(row[0], row[1]) for row in rows] if len(rows) < _SUBJECTS else []
        found |= {(row[0], row[1]): json.loads(row[2]) for row in rows if row[2]}
    keys = {key for listed in touched.values() for key in listed}
    names = image_names(connection, found) | present_names(connection, keys)
    missing = {key for key in keys if key not in names and key[0] == "client"}
    if missing:
        names |= image_names(connection, _deleted_clients(connection, missing, min(touched)))
    subjects = {}
    for step_id, listed in touched.items():
        owners = {names[key].client_id for key in listed if key in names} - {None}
        if len(owners) == 1:
            of_owner = (names[key] for key in listed if key in names and names[key].client)
            if (name := next(of_owner, None)) is not None:
                subjects[step_id] = RecordName(text=name.client, client_id=name.client_id, client=name.client)
    return subjects


def _deleted_clients(connection: Connection, keys: set[Key], since: int) -> dict[Key, Image]:
    rows = connection.exec_driver_sql(
        "SELECT row_id, data FROM journal_change WHERE step_id > ? AND entity = 'client' AND op = 'D' "
        "AND data IS NOT NULL AND row_id IN (SELECT value FROM json_each(?))",
        (since, json.dumps([row_id for _, row_id in keys])),
    )
    return {("client", row[0]): json.loads(row[1]) for row in rows}


def matching(
    connection: Connection, labels: Sequence[str], client_ids: Sequence[int], words: str = ""
) -> list[int]:
    """The steps, newest first, of one of these labels, about one of these clients, or by an author of that name.

    Clients deleted since are found by their folded name holding `words`.
    """
    found = set(client_ids) | _gone_clients(connection, words)
    owned = json.dumps(sorted(found))
    of_clients = " UNION ALL ".join(_steps_about(entity) for entity in _WITH_OWNER) if found else ""
    about = f"OR id IN ({of_clients})" if found else ""
    statement = (
        f"SELECT id FROM journal_step WHERE {_LISTED} AND (label IN (SELECT value FROM json_each(?1)) "
        f"OR (?2 <> '' AND instr(lower(author), lower(?2))) {about}) ORDER BY id DESC"
    )
    values = (json.dumps(list(labels)), words) + ((owned,) if found else ())
    return [row[0] for row in connection.exec_driver_sql(statement, values)]


_WITH_OWNER = (
    "client", "contact", "interaction", "sale", "follow_up", "consent", "deal", "survey_answer", "key_date",
    "enrolment", "opportunity_answer",
)  # fmt: skip


def _steps_about(entity: str) -> str:
    """The steps that touched a record of these clients (parameter 3), in the book or deleted."""
    if entity == "client":
        return (
            "SELECT step_id FROM journal_change WHERE entity = 'client' "
            "AND row_id IN (SELECT value FROM json_each(?3))"
        )
    owner = "client_id IN (SELECT value FROM json_each(?3))"
    return (
        f"SELECT step_id FROM journal_change WHERE entity = '{entity}' AND (row_id IN "
        f"(SELECT id FROM {entity} WHERE {owner}) OR (op = 'D' AND data IS NOT NULL "
        "AND json_extract(data, '$.client_id') IN (SELECT value FROM json_each(?3))))"
    )


def _gone_clients(connection: Connection, words: str) -> set[int]:
    if not words:
        return set()
    rows = connection.exec_driver_sql(
        "SELECT row_id FROM journal_change WHERE entity = 'client' AND op = 'D' AND data IS NOT NULL "
        "AND instr(json_extract(data, '$.sort_name'), ?)",
        (words,),
    )
    return {row[0] for row in rows}


def details(connection: Connection, step_id: int, limit: int = 200, offset: int = 0) -> list[RowChange]:
    """What a step did, record by record, in the order it did it, but clients first."""
    keys = connection.exec_driver_sql(
        "SELECT entity, row_id FROM journal_change WHERE step_id = ? GROUP BY entity, row_id "
        "ORDER BY entity <> 'client', min(seq) LIMIT ? OFFSET ?",
        (step_id, limit, offset),
    ).all()
    wanted = images.by_entity((row[0], row[1]) for row in keys)
    nets = images.net_changes(connection, step_id, wanted)
    left = images.left_by(connection, step_id, wanted)
    present = {
        (entity, row_id): row
        for entity, ids in wanted.items()
        for row_id, row in images.present_rows(connection, entity, ids).items()
    }
    images.settle_replaced(nets, left, present)
    after = {
        key: {**present.get(key, {}), **(left[key].values if key in left else {})}
        for key, net in nets.items()
        if net.op in (images.CREATED, images.CHANGED)
    }
    values = {key: after.get(key) or net.before for key, net in nets.items()}
    names = image_names(connection, values)
    return [
        RowChange(*key, nets[key].op, names[key], _fields(nets[key], after.get(key, {})), nets[key].is_erased)
        for row in keys
        for key in [(row[0], row[1])]
        if nets[key].op != images.NOTHING
    ]


def _fields(net: Net, after: Image) -> list[tuple[str, Any, Any]]:
    if net.is_erased:
        return []
    if net.op == images.CREATED:
        return [(column, None, value) for column, value in after.items()]
    if net.op == images.DELETED:
        return [(column, value, None) for column, value in net.before.items()]
    return [
        (column, value, net.after.get(column))
        for column, value in net.before.items()
        if value != net.after.get(column)
    ]


def reaches_back(connection: Connection) -> tuple[datetime | None, bool]:
    """The time of the oldest action still known, and whether older ones were forgotten."""
    oldest = connection.exec_driver_sql(
        f"SELECT at FROM journal_step WHERE {_LISTED} ORDER BY id LIMIT 1"
    ).scalar()
    pruned = connection.exec_driver_sql("SELECT 1 FROM journal_step WHERE kind = 'pruned' LIMIT 1").first()
    return datetime.fromisoformat(oldest) if oldest else None, pruned is not None


def days(connection: Connection) -> list[tuple[int, datetime]]:
    """Every action and its time, newest first."""
    rows = connection.exec_driver_sql(f"SELECT id, at FROM journal_step WHERE {_LISTED} ORDER BY id DESC")
    return [(row[0], datetime.fromisoformat(row[1])) for row in rows]


_LINKS = {
    "client_id": "client", "contact_id": "contact", "product_id": "product", "plan_id": "plan", "step_id": "plan_step",
}  # fmt: skip
"""The columns that point to another record, and its kind."""


def link_names(connection: Connection, rows: Iterable[RowChange]) -> Links:
    """The names of the records that fields of these rows point to, as far as the book still has them."""
    wanted = {
        (_LINKS[column], value)
        for row in rows
        for column, before, after in row.fields
        if column in _LINKS
        for value in (before, after)
        if value is not None
    }
    return {key: name.text for key, name in present_names(connection, wanted).items()}


def existing(connection: Connection, entity: str, ids: Iterable[int | None]) -> set[int]:
    """Which of those records are in the book."""
    return set(images.present_rows(connection, entity, [row_id for row_id in ids if row_id is not None]))
