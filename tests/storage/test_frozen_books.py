"""Every format the program ever wrote comes up to today's with every row intact.

The frozen books are in tests/fixtures/books, each with its rows as plain values.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.storage import driver
from portfolio_app.storage.book import Book
from portfolio_app.storage.opening import SCHEMA_VERSION, open_book
from tests.conftest import fixed_clock
from tests.dumps import dump, index_is_sound
from tests.fixtures.books.freeze import FOLDER, dump_rows

VERSIONS = range(1, SCHEMA_VERSION + 1)
ADDED_SETTINGS = {"needs_program"}
"""What a migration may write of its own."""

Rows = dict[str, list[dict[str, Any]]]


def frozen(version: int) -> tuple[Path, Rows]:
    path = FOLDER / f"v{version}.portfolio"
    return path, json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def copy(version: int, tmp_path: Path) -> Path:
    path = tmp_path / "old.portfolio"
    shutil.copy(frozen(version)[0], path)
    path.chmod(0o600)
    return path


def test_every_row_is_intact(version: int, copy: Path) -> None:
    book = open_book(copy, fixed_clock)
    after = dump_rows(book)
    for table, rows in frozen(version)[1].items():
        if table == "alembic_version":
            continue
        # Columns may be added, rows and values may not go.
        found = [row for row in after[table] if table != "setting" or row["key"] not in ADDED_SETTINGS]
        assert len(found) == len([row for row in rows if row.get("key") not in ADDED_SETTINGS]), table
        for old, new in zip(
            [row for row in rows if row.get("key") not in ADDED_SETTINGS], found, strict=True
        ):
            assert {name: new[name] for name in old} == old, table
    assert book.problems() == []
    assert index_is_sound(book)
    book.close()


def test_it_is_like_one_made_today(copy: Path, book: Book) -> None:
    """Same tables, columns, indexes and triggers, whichever road they came."""
    migrated = open_book(copy, fixed_clock)
    assert schema_of(migrated) == schema_of(book)
    migrated.close()


def schema_of(book: Book) -> list[tuple[str, str, str]]:
    with book.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
        ).all()
    return [(row[0], row[1], " ".join(row[2].split())) for row in rows]


def test_what_was_done_before_can_still_be_undone_and_redone(copy: Path) -> None:
    book = open_book(copy, fixed_clock)
    before = dump(book)
    count = 0
    while _undo(book):
        count += 1
    assert count > 15
    with book.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM client").scalar() == 0
    for _ in range(count):
        book.redo()
    assert dump(book) == before
    book.close()


def _undo(book: Book) -> bool:
    from portfolio_app.errors import NothingToUndoError

    try:
        book.undo()
    except NothingToUndoError:
        return False
    return True


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from portfolio_app.errors import BookUnreadableError
    from portfolio_app.storage import migrations

    def fail(connection: object) -> None:
        raise RuntimeError("the last moment")

    before = hashlib.sha256(copy.read_bytes()).hexdigest()
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "install_triggers", fail)
        with pytest.raises(BookUnreadableError, match="left as it was"):
            open_book(copy, fixed_clock)
    assert hashlib.sha256(copy.read_bytes()).hexdigest() == before
    open_book(copy, fixed_clock).close()


def test_foreign_keys_are_on_again_afterwards(copy: Path) -> None:
    book = open_book(copy, fixed_clock)
    with book.read() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    book.close()


def test_the_frozen_files_are_what_they_were(version: int) -> None:
    """A frozen book is never made again: its rows, read without opening it, are those written down."""
    path, rows = frozen(version)
    connection = driver.connect_untouched(path)
    try:
        for table, expected in rows.items():
            assert connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] == len(expected)
    finally:
        connection.close()
