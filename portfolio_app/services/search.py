"""Finding a client, a contact or a note by what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from portfolio_app.storage import search_index
from portfolio_app.storage.book import Book
from portfolio_app.storage.text import fold

_SQL = {
    "client": "SELECT id, id, name, trim(city || ' ' || reference) FROM client WHERE id IN ({})",
    "contact": "SELECT t.id, t.client_id, t.full_name, c.name FROM contact t JOIN client c ON c.id = t.client_id "
    "WHERE t.id IN ({})",
    "interaction": "SELECT i.id, i.client_id, trim(i.subject || ' ' || i.body), c.name FROM interaction i "
    "JOIN client c ON c.id = i.client_id WHERE i.id IN ({})",
    "deal": "SELECT d.id, d.client_id, d.title, c.name FROM deal d JOIN client c ON c.id = d.client_id "
    "WHERE d.id IN ({})",
    "survey_answer": "SELECT s.id, s.client_id, s.comment, c.name FROM survey_answer s "
    "JOIN client c ON c.id = s.client_id WHERE s.id IN ({})",
    "key_date": "SELECT k.id, k.client_id, k.label, c.name FROM key_date k JOIN client c ON c.id = k.client_id "
    "WHERE k.id IN ({})",
}
_LONG_TEXTS = ("interaction", "survey_answer")
_EXCERPT = 90


@dataclass(frozen=True)
class SearchResult:
    """One line found: `title` what was found, `detail` where.

    `kind`: "client", "contact", "interaction", "deal", "survey_answer" or "key_date".
    """

    kind: str
    id: int
    client_id: int
    title: str
    detail: str


def search(book: Book, query: str, limit: int = 50) -> list[SearchResult]:
    """The best results for what was typed so far, accents and case ignored."""
    with book.read() as connection:
        hits = search_index.search(connection, query, limit)
        found = {
            (kind, row[0]): row
            for kind in _SQL
            for row in _rows(connection, _SQL[kind], [hit.id for hit in hits if hit.kind == kind])
        }
    words = fold(query).split()
    results = []
    for hit in hits:
        row = found.get((hit.kind, hit.id))
        if row is not None:
            title = excerpt(row[2], words) if hit.kind in _LONG_TEXTS else row[2]
            results.append(SearchResult(hit.kind, hit.id, row[1], title or row[3], row[3]))
    return results


def matching_clients(book: Book, query: str, limit: int = 2_000) -> list[int]:
    """The clients that a query finds, by themselves, their contacts or their notes; best first."""
    with book.read() as connection:
        hits = search_index.search(connection, query, limit)
    return list(dict.fromkeys(hit.client_id for hit in hits))


def excerpt(text: str, words: Sequence[str]) -> str:
    """The part of a text around the first of the folded words, on one line."""
    line = " ".join(text.split())
    if len(line) <= _EXCERPT:
        return line
    folded = fold(line)
    at = min((place for word in words if (place := folded.find(word)) >= 0), default=0)
    start = max(0, min(at - _EXCERPT // 3, len(line) - _EXCERPT))
    piece = line[start : start + _EXCERPT]
    return ("…" if start else "") + piece + ("…" if start + _EXCERPT < len(line) else "")


def _rows(connection: Connection, sql: str, ids: Sequence[int]) -> list[tuple[int, int, str, str]]:
    if not ids:
        return []
    marks = ",".join("?" * len(ids))
    return [
        (row[0], row[1], row[2], row[3]) for row in connection.exec_driver_sql(sql.format(marks), tuple(ids))
    ]
