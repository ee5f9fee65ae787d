"""Keeping the journal bounded, and making it forget a person."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from portfolio_app.models.base import instant_text

_HARMLESS = frozenset(
    {"kind", "until", "count", "clients", "fields", "key", "segment", "files", "label", "at"}
)
"""Parameters of steps that say nothing about a person."""
_OF_CLIENT = (
    "contact", "interaction", "follow_up", "consent", "survey_answer", "deal", "key_date", "enrolment",
    "opportunity_answer",
)  # fmt: skip
"""What is forgotten with a client. Sales are accounting: they stay, under a client without a name."""
_ROW_BYTES = 60
"""About what a change takes in the file besides its data."""
_LONGEST_PAUSE, _SETTLING = timedelta(days=31), timedelta(days=7)
"""What `now` is believed to be ahead of the newest step that is at least so old."""


@dataclass(frozen=True)
class Pruned:
    """How many steps an upkeep made the journal forget."""

    steps: int = 0


def forget_rows(connection: Connection, rows: Mapping[str, Iterable[int]]) -> int:
    """Scrub what the journal holds of those rows, in every step; returns how many changes were scrubbed.

    Forgetting a client includes its contacts, touches, follow-ups, consents, survey answers, deals, key dates and
    enrolments in plans, those long deleted too.
    That something happened to a row stays, what was in it goes: taking such a step back passes over the row.
    """
    wanted = {entity: set(ids) for entity, ids in rows.items()}
    if clients := wanted.get("client"):
        for entity in _OF_CLIENT:
            wanted.setdefault(entity, set()).update(_belonging(connection, entity, clients))
    scrubbed = 0
    for entity, ids in wanted.items():
        if not ids:
            continue
        listed = json.dumps(sorted(ids))
        _scrub_params(connection, entity, listed)
        scrubbed += connection.exec_driver_sql(
            "UPDATE journal_change SET data = NULL WHERE data IS NOT NULL AND entity = ? "
            "AND row_id IN (SELECT value FROM json_each(?))",
            (entity, listed),
        ).rowcount
    return scrubbed


def _belonging(connection: Connection, entity: str, clients: set[int]) -> set[int]:
    """The rows of those clients: those in the book, and those of which the journal holds the deletion."""
    listed = json.dumps(sorted(clients))
    rows = connection.exec_driver_sql(
        f"SELECT id FROM {entity} WHERE client_id IN (SELECT value FROM json_each(?)) "
        "UNION SELECT row_id FROM journal_change WHERE entity = ? AND op = 'D' AND data IS NOT NULL "
        "AND json_extract(data, '$.client_id') IN (SELECT value FROM json_each(?))",
        (listed, entity, listed),
    )
    return {row[0] for row in rows}


def _scrub_params(connection: Connection, entity: str, listed: str) -> None:
    steps = connection.exec_driver_sql(
        "SELECT id, params FROM journal_step WHERE params <> '{}' AND id IN (SELECT step_id FROM journal_change "
        "WHERE entity = ? AND row_id IN (SELECT value FROM json_each(?)))",
        (entity, listed),
    ).all()
    for step_id, params in steps:
        kept = {name: value for name, value in json.loads(params).items() if name in _HARMLESS}
        connection.exec_driver_sql(
            "UPDATE journal_step SET params = ? WHERE id = ?", (json.dumps(kept, ensure_ascii=False), step_id)
        )


def prunable(connection: Connection, now: datetime, max_age_days: int, max_bytes: int) -> int:
    """The last step that `prune` would forget; 0 when there is nothing to forget."""
    newest = connection.exec_driver_sql(
        "SELECT coalesce((SELECT max(id) FROM journal_step WHERE kind = 'action' AND state = 'done'), "
        "(SELECT min(id) FROM journal_step WHERE kind = 'action' AND state = 'undone'), 0)"
    ).scalar_one()
    oldest_kept = _plausible(connection, now) - timedelta(days=max_age_days)
    # Only from the oldest end: a step dated by a clock that was wrong takes none before it along, and none is
    # kept for one that is still to come.
    by_age = connection.exec_driver_sql(
        "SELECT coalesce(max(id), 0) FROM journal_step WHERE kind IN ('action', 'final') AND at < ?2 AND id < "
        "coalesce((SELECT min(id) FROM journal_step WHERE kind IN ('action', 'final') AND at BETWEEN ?2 AND ?3 "
        "AND id < ?1), ?1)",
        (newest, instant_text(oldest_kept), instant_text(now)),
    ).scalar_one()
    return max(int(by_age), _over_size(connection, newest, max_bytes))


def _plausible(connection: Connection, now: datetime) -> datetime:
    """`now`, or less when the clock ran far ahead of the last work: one session by a wrong clock forgets nothing.

    A pause counts for a month until work has gone on for a week after it.
    """
    following = datetime.max.replace(tzinfo=UTC)
    for (at,) in connection.exec_driver_sql(
        "SELECT at FROM journal_step WHERE kind IN ('action', 'final') ORDER BY id DESC"
    ):
        # A step dated later than one that followed it was dated by a clock that was wrong.
        with suppress(ValueError, TypeError):  # somebody else's book may hold anything there
            following = min(following, datetime.fromisoformat(at))
        if following < now - _SETTLING:
            return min(now, following + _LONGEST_PAUSE)
    return now


def _over_size(connection: Connection, newest: int, max_bytes: int) -> int:
    pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    size = int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())  # text from SQLCipher
    if pages * size <= max_bytes:
        return 0
    total = 0
    for step_id, size in connection.exec_driver_sql(
        f"SELECT step_id, sum(coalesce(length(data), 0) + {_ROW_BYTES}) FROM journal_change "
        "GROUP BY step_id ORDER BY step_id DESC"
    ).all():
        total += size
        if total > max_bytes and step_id < newest:
            return int(step_id)
    return 0


def prune(connection: Connection, now: datetime, max_age_days: int, max_bytes: int) -> Pruned:
    """Forget the oldest steps beyond that age, and beyond that size of all; never the newest action.

    The newest step forgotten leaves a mark, so that the history can say since when it reaches back.
    """
    last = prunable(connection, now, max_age_days, max_bytes)
    if not last:
        return Pruned()
    connection.exec_driver_sql("DELETE FROM journal_change WHERE step_id <= ?", (last,))
    count = connection.exec_driver_sql(
        "SELECT count(*) FROM journal_step WHERE id <= ? AND kind IN ('action', 'final')", (last,)
    ).scalar_one()
    connection.exec_driver_sql("DELETE FROM journal_step WHERE id < ?", (last,))
    connection.exec_driver_sql(
        "UPDATE journal_step SET kind = 'pruned', label = '', params = '{}', author = '', target = NULL, "
        "state = 'done' WHERE id = ?",
        (last,),
    )
    return Pruned(int(count))
