"""The full-text index of a book: clients and contacts by name, notes by word.

Names (with reference, city, e-mail, phone) are indexed twice: by word prefix for one or two typed
characters, by trigram for three or more, so that "risac" finds Kerisac. Notes, what is known of a client's
persona and needs, the texts in the book's own fields, bodies of interactions, deals, comments of surveys and labels
of key dates are indexed by word prefix only: trigrams of a million bodies would outweigh the book.
Texts are folded in Python before they get in, because SQLite's trigram tokenizer keeps accents.
The index follows the journal: after a step, the rows it touched are indexed again, in the same transaction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection

from portfolio_app.storage.text import fold

_TABLES = {"search_name": ("search_name_word", "search_name_trigram"), "search_note": ("search_note_word",)}
_KINDS = ("client", "contact", "interaction")
_LATER_KINDS = ("deal", "survey_answer")
"""Those numbered below zero, so that what older books hold in their index keeps its numbers."""
_NEWEST_KIND = "key_date"
"""The one numbered below `_DEPTH`, for the same reason."""
_DEPTH = -(1 << 40)
_NAME_SOURCES = {
    "client": "SELECT id, id, name || ' ' || reference || ' ' || city || ' ' || email || ' ' || phone "
    "FROM client",
    "contact": "SELECT id, client_id, full_name || ' ' || email || ' ' || phone || ' ' || mobile FROM contact",
}
_NOTE_SOURCES = {
    "client": "SELECT id, id, notes || ' ' || persona || ' ' || needs || ' ' || preferences || ' ' || "
    "CASE WHEN custom = '{}' OR NOT json_valid(custom) THEN '' ELSE coalesce("
    "(SELECT group_concat(value, ' ') FROM json_each(custom) WHERE type = 'text'), '') END FROM client",
    "contact": "SELECT id, client_id, notes FROM contact",
    "interaction": "SELECT id, client_id, subject || ' ' || body FROM interaction",
    "deal": "SELECT id, client_id, title || ' ' || stage || ' ' || lost_reason || ' ' || next_step || ' ' || "
    "notes FROM deal",
    "survey_answer": "SELECT id, client_id, comment FROM survey_answer",
    "key_date": "SELECT id, client_id, label FROM key_date",
}
_BLOCK = 20_000
_GATHERED = 64 << 20
"""Bytes of index held in memory while many texts come in."""


@dataclass(frozen=True)
class Hit:
    """One result: what kind of record, its id, and the client it belongs to."""

    kind: str
    id: int
    client_id: int


def reindex(connection: Connection, step_id: int) -> None:
    """Index again the rows that step changed."""
    for kind in (*_KINDS, *_LATER_KINDS, _NEWEST_KIND):
        touched = connection.exec_driver_sql(
            "SELECT max(op <> 'I'), count(*) FROM journal_change WHERE step_id = ? AND entity = ?",
            (step_id, kind),
        ).one()
        if touched[1] == 0:
            continue
        for table, sources in (("search_name", _NAME_SOURCES), ("search_note", _NOTE_SOURCES)):
            if kind in sources:
                if touched[0]:
                    _forget_rows(connection, table, kind, step_id)
                with _merged_once(connection, table, touched[1]):
                    _index_rows(connection, table, kind, sources[kind], step_id)


@contextmanager
def _merged_once(connection: Connection, table: str, count: int) -> Iterator[None]:
    """Many texts are gathered in memory and written once, instead of by the megabyte and merged again and again."""
    indexes = _TABLES[table] if count >= _BLOCK else ()
    _configure(connection, indexes, hashsize=_GATHERED, automerge=0)
    yield
    if indexes:
        # A savepoint has FTS5 write what it gathered.
        connection.exec_driver_sql("SAVEPOINT gathered")
        connection.exec_driver_sql("RELEASE gathered")
    _configure(connection, indexes, hashsize=1 << 20, automerge=4)


def _configure(connection: Connection, indexes: Iterable[str], **options: int) -> None:
    for index in indexes:
        for name, value in options.items():
            connection.exec_driver_sql(f"INSERT INTO {index}({index}, rank) VALUES (?, ?)", (name, value))


def _factor(kind: str) -> int:
    """A row's number in the index is its id times this, plus `_place`."""
    if kind == _NEWEST_KIND:
        return -1
    return len(_KINDS) if kind in _KINDS else -len(_LATER_KINDS)


def _place(kind: str) -> int:
    if kind == _NEWEST_KIND:
        return _DEPTH
    return _KINDS.index(kind) if kind in _KINDS else _LATER_KINDS.index(kind)


def _hit(document: int, client_id: int) -> Hit:
    if document >= 0:
        return Hit(_KINDS[document % len(_KINDS)], document // len(_KINDS), client_id)
    if document < _DEPTH:
        return Hit(_NEWEST_KIND, _DEPTH - document, client_id)
    count = len(_LATER_KINDS)
    return Hit(_LATER_KINDS[document % count], -(document // count), client_id)


def _forget_rows(connection: Connection, table: str, kind: str, step_id: int) -> None:
    """Take the old texts of the step's rows out of the index, which must be told what they were."""
    documents = (
        f"SELECT DISTINCT row_id * {_factor(kind)} + {_place(kind)} FROM journal_change "
        "WHERE step_id = ? AND entity = ?"
    )
    for index in _TABLES[table]:
        connection.exec_driver_sql(
            f"INSERT INTO {index}({index}, rowid, text) SELECT 'delete', id, text FROM {table} "
            f"WHERE id IN ({documents})",
            (step_id, kind),
        )
    connection.exec_driver_sql(f"DELETE FROM {table} WHERE id IN ({documents})", (step_id, kind))


def _index_rows(connection: Connection, table: str, kind: str, source: str, step_id: int) -> None:
    """Fold and index the texts of the step's rows, in blocks."""
    wanted = f"{source} WHERE id IN (SELECT row_id FROM journal_change WHERE step_id = ? AND entity = ?)"
    factor, place = _factor(kind), _place(kind)
    result = connection.exec_driver_sql(wanted, (step_id, kind))
    while rows := result.fetchmany(_BLOCK):
        documents = [
            (row_id * factor + place, client_id, folded)
            for row_id, client_id, text in rows
            if (folded := _searchable(text))
        ]
        if not documents:
            continue
        connection.exec_driver_sql(f"INSERT INTO {table}(id, client_id, text) VALUES (?, ?, ?)", documents)
        for index in _TABLES[table]:
            connection.exec_driver_sql(
                f"INSERT INTO {index}(rowid, text) VALUES (?, ?)", [(i, text) for i, _, text in documents]
            )


_NUMBER = re.compile(r"\+?\d[\d .()-]{6,}\d")


def _searchable(text: str) -> str:
    """Folded, with phone numbers also without their blanks, so that 0298441020 finds 02 98 44 10 20."""
    folded = fold(text)
    found = _NUMBER.findall(folded)
    if not found:
        return folded
    return " ".join([folded, *(re.sub(r"\D", "", number) for number in found)])


def search(connection: Connection, query: str, limit: int = 50) -> list[Hit]:
    """The best `limit` records for what was typed: names starting with it, then containing it, then notes."""
    words = fold(query).split()
    words = [clean for word in words if (clean := re.sub(r"[^\w@.+&'-]", "", word))]
    if not words:
        return []
    hits = _names_by_prefix(connection, words, limit)
    if not any(len(word) >= 3 for word in words):
        return hits
    if len(hits) < limit:
        hits = _merged(hits, _names_by_trigram(connection, words, limit), limit)
    # Some room is kept for notes, however many names there are.
    notes = _notes(connection, words, max(limit - len(hits), limit // 4))
    return _merged(hits[: limit - len(notes)], notes, limit)


def _merged(first: Sequence[Hit], more: Iterable[Hit], limit: int) -> list[Hit]:
    seen = {(hit.kind, hit.id) for hit in first}
    return [*first, *(hit for hit in more if (hit.kind, hit.id) not in seen)][:limit]


def _hits(rows: Iterable[Sequence[int]]) -> list[Hit]:
    return [_hit(document, client_id) for document, client_id in rows]


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _match(connection: Connection, index: str, table: str, expression: str, limit: int) -> list[Hit]:
    return _hits(
        connection.exec_driver_sql(
            f"SELECT d.id, d.client_id FROM {index} i JOIN {table} d ON d.id = i.rowid "
            f"WHERE {index} MATCH ? LIMIT ?",
            (expression, limit),
        ).all()  # type: ignore[arg-type]
    )


def _names_by_prefix(connection: Connection, words: Sequence[str], limit: int) -> list[Hit]:
    together = " ".join(f"{_quoted(word)}*" for word in words)
    starting = f"^ {_quoted(words[0])}*" + "".join(f" AND {_quoted(word)}*" for word in words[1:])
    first = _match(connection, "search_name_word", "search_name", starting, limit)
    if len(first) == limit:
        return first
    return _merged(first, _match(connection, "search_name_word", "search_name", together, limit), limit)


def _names_by_trigram(connection: Connection, words: Sequence[str], limit: int) -> list[Hit]:
    long_words = [word for word in words if len(word) >= 3]
    short_words = [word for word in words if len(word) < 3]
    expression = " AND ".join(_quoted(word) for word in long_words)
    rows = connection.exec_driver_sql(
        "SELECT d.id, d.client_id, d.text FROM search_name_trigram i JOIN search_name d ON d.id = i.rowid "
        "WHERE search_name_trigram MATCH ? LIMIT ?",
        (expression, limit * 4 if short_words else limit),
    ).all()
    kept = [(row[0], row[1]) for row in rows if all(word in row[2] for word in short_words)]
    return _hits(kept[:limit])


def _notes(connection: Connection, words: Sequence[str], limit: int) -> list[Hit]:
    """Short words do not choose among a million notes, they only narrow what the longer ones found."""
    long_words = [word for word in words if len(word) >= 3]
    short_words = [word for word in words if len(word) < 3]
    rows = connection.exec_driver_sql(
        "SELECT d.id, d.client_id, d.text FROM search_note_word i JOIN search_note d ON d.id = i.rowid "
        "WHERE search_note_word MATCH ? LIMIT ?",
        (" ".join(f"{_quoted(word)}*" for word in long_words), limit * 4 if short_words else limit),
    ).all()
    kept = [(row[0], row[1]) for row in rows if all(f" {word}" in f" {row[2]}" for word in short_words)]
    return _hits(kept[:limit])


def purge(connection: Connection) -> None:
    """Bring the open step into the index and merge it, so that no word of what is gone stays in its segments.

    FTS5 only marks words as deleted until it merges; its secure-delete would keep older SQLites from writing.
    """
    step = connection.exec_driver_sql("SELECT open_step FROM journal_state").scalar_one()
    reindex(connection, step)
    for indexes in _TABLES.values():
        for index in indexes:
            connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('optimize')")


def mentions(connection: Connection, phrases: Iterable[str], limit: int = 500) -> list[Hit]:
    """The records whose names or notes hold one of these phrases, word for word, accents and case ignored."""
    found: dict[Hit, None] = {}
    for phrase in phrases:
        for index, table in (("search_name_word", "search_name"), ("search_note_word", "search_note")):
            if words := fold(phrase):
                found |= dict.fromkeys(_match(connection, index, table, _quoted(words), limit))
    return list(found)[:limit]
