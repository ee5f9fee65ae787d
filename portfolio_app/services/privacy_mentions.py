"""Where else a book seems to name a person: texts to be read by hand, for a program cannot tell namesakes apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from portfolio_app.services.search import excerpt
from portfolio_app.storage import client_json, search_index
from portfolio_app.storage.text import fold

MAX_MENTIONS = 200
_LOOKED_AT = 2_000

_READ = {
    "client": "SELECT c.id, c.id, c.name, NULL, c.name || char(10) || c.notes || char(10) || c.persona || char(10) || "
    "c.needs || char(10) || c.preferences || char(10) || "
    "CASE WHEN c.custom = '{{}}' OR NOT json_valid(c.custom) THEN '' ELSE coalesce("
    "(SELECT group_concat(value, char(10)) FROM json_each(c.custom) WHERE type = 'text'), '') END "
    "FROM client c WHERE c.id IN ({})",
    "contact": "SELECT t.id, c.id, c.name, NULL, t.full_name || char(10) || t.notes FROM contact t "
    "JOIN client c ON c.id = t.client_id WHERE t.id IN ({})",
    "interaction": 'SELECT i.id, c.id, c.name, i."on", trim(i.subject || char(10) || i.body) FROM interaction i '
    "JOIN client c ON c.id = i.client_id WHERE i.id IN ({})",
    "deal": "SELECT d.id, c.id, c.name, d.opened_on, d.title || char(10) || d.lost_reason || char(10) || "
    "d.next_step || char(10) || d.notes FROM deal d JOIN client c ON c.id = d.client_id WHERE d.id IN ({})",
    "survey_answer": 'SELECT s.id, c.id, c.name, s."on", s.comment FROM survey_answer s '
    "JOIN client c ON c.id = s.client_id WHERE s.id IN ({})",
    "key_date": 'SELECT k.id, c.id, c.name, k."on", k.label FROM key_date k '
    "JOIN client c ON c.id = k.client_id WHERE k.id IN ({})",
}
_UNINDEXED = (
    ("follow_up", "SELECT f.id, c.id, c.name, f.due_on, trim(f.title || char(10) || f.notes) FROM follow_up f "
     "JOIN client c ON c.id = f.client_id WHERE f.title <> '' OR f.notes <> ''"),
    ("consent", 'SELECT s.id, c.id, c.name, s."on", s.proof FROM consent s JOIN client c ON c.id = s.client_id '
     "WHERE s.proof <> ''"),
    ("client", "SELECT c.id, c.id, c.name, NULL, c.source || ' ' || c.tags FROM client c "
     "WHERE c.source <> '' OR c.tags <> '[]'"),
)  # fmt: skip
"""Texts that the search index does not hold."""


@dataclass(frozen=True)
class Mention:
    """A text elsewhere that seems to name the person: to be read and changed by hand, never by the program.

    `kind`: "client", "contact", "interaction", "follow_up", "consent", "deal", "survey_answer" or "key_date"; `on` is
    the day of those that have one.
    """

    kind: str
    id: int
    client_id: int
    client_name: str
    on: date | None
    excerpt: str


def mentions_of(
    connection: Connection,
    names: Sequence[str],
    addresses: Sequence[str],
    last_name: str,
    client_id: int,
    left_out: dict[str, set[int]],
) -> list[Mention]:
    """The texts that hold one of these names, addresses or numbers; with the same client, the last name is enough.

    `left_out`: rows by table that will be erased anyway.
    """
    whole = [name for name in names if " " in name.strip() or len(name) >= 5]
    phrases = [fold(text) for text in (*whole, *addresses) if fold(text)]
    near = [fold(last_name)] if len(last_name) >= 3 else []
    found: dict[tuple[str, int], Mention] = {}
    for mention in _all(connection, phrases, near, client_id):
        key = (mention.kind, mention.id)
        if mention.id not in left_out.get(mention.kind, ()) and key not in found:
            found[key] = mention
        if len(found) >= MAX_MENTIONS:
            break
    return list(found.values())


def _all(connection: Connection, phrases: list[str], near: list[str], client_id: int) -> Iterator[Mention]:
    hits = search_index.mentions(connection, phrases, _LOOKED_AT)
    if near:
        hits += [
            hit for hit in search_index.mentions(connection, near, _LOOKED_AT) if hit.client_id == client_id
        ]
    for kind, query in _READ.items():
        ids = [hit.id for hit in hits if hit.kind == kind]
        for start in range(0, len(ids), 500):
            some = ids[start : start + 500]
            for row in connection.exec_driver_sql(query.format(",".join("?" * len(some))), tuple(some)):
                yield _mention(kind, row, [*phrases, *near])
    for kind, query in _UNINDEXED:
        for row in connection.exec_driver_sql(query):
            words = [*phrases, *near] if row[1] == client_id else phrases
            told = f" {fold(_plain(row[4]))} "
            if any(word in told for word in words):
                yield _mention(kind, row, words)


def _plain(text: str) -> str:
    """The text as it is read: tags are stored as JSON."""
    head, bracket, tags = text.rpartition(" [")
    if not bracket:
        return text
    words = client_json.texts_of("[" + tags)
    return " ".join([head, *words]) if words else text


def _mention(kind: str, row: Any, words: Sequence[str]) -> Mention:
    day = date.fromisoformat(row[3]) if row[3] else None
    return Mention(kind, row[0], row[1], row[2], day, excerpt(_plain(row[4]), words))
