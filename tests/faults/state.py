"""What a book holds, as one short text, and whether all of it hangs together."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from portfolio_app.errors import NothingToUndoError
from portfolio_app.services import history
from portfolio_app.storage.book import Book
from portfolio_app.storage.journal import JOURNALLED
from tests.dumps import dump, index_is_sound

TABLES = (
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
    "AND name NOT LIKE 'sqlite_%' ORDER BY name"
)


def digest(book: Book, tables: tuple[str, ...] = ()) -> str:
    """SHA-256 of every row of every ordinary table: records, journal, search texts (or of `tables` only)."""
    found = hashlib.sha256()
    with book.read() as connection:
        names = tables or tuple(row[0] for row in connection.exec_driver_sql(TABLES))
        for name in names:
            found.update(f"\n{name}\n".encode())
            for row in sorted(repr(tuple(r)) for r in connection.exec_driver_sql(f'SELECT * FROM "{name}"')):
                found.update(row.encode())
    return found.hexdigest()[:20]


def records(book: Book) -> str:
    """The digest of the records alone, whatever the journal remembers of how they came to be."""
    return digest(book, JOURNALLED)


def unsound(book: Book) -> list[str]:
    """What SQLite and the full-text indexes find wrong; nothing when all is well."""
    with book.read() as connection:
        found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        is_open = connection.exec_driver_sql("SELECT open_step FROM journal_state").scalar()
    problems = [f"integrity_check: {line}" for line in found[:3]]
    problems += [f"{len(orphans)} rows without their parent"] if orphans else []
    problems += [f"step {is_open} was left open"] if is_open is not None else []
    if not problems:
        try:
            index_is_sound(book)
        except Exception as error:  # whatever it says, it is the finding
            problems.append(f"search index: {error}")
    return problems


def undo_everything(book: Book) -> dict[str, list[tuple[Any, ...]]]:
    """Take back all that can be, newest first; what is left."""
    while True:
        try:
            history.undo(book)
        except NothingToUndoError:
            return without_name(book)


def without_name(book: Book) -> dict[str, list[tuple[Any, ...]]]:
    """All records and search texts, without the number that no two books share."""
    found = dump(book)
    return found | {"setting": [row for row in found["setting"] if "book_id" not in row]}


def file_hash(path: Path) -> str:
    """SHA-256 of a file nobody has open; empty when there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
