from __future__ import annotations

import hashlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from portfolio_app.errors import (
    BookDamagedError,
    BookInUseError,
    BookTooNewError,
    BookUnreadableError,
    BookWriteError,
    NotABookError,
)
from portfolio_app.storage.book import Book
from portfolio_app.storage.driver import dbapi
from portfolio_app.storage.opening import APPLICATION_ID, SCHEMA_VERSION, create_book, open_book
from tests.conftest import fixed_clock


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_new_book_is_private_and_carries_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "new.portfolio"
    create_book(path, "CHF", fixed_clock).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    connection = dbapi.connect(str(path))
    assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
    assert connection.execute("SELECT value FROM setting WHERE key = 'currency'").fetchone()[0] == '"CHF"'
    assert connection.execute("SELECT count(*) FROM segment").fetchone()[0] == 6
    connection.close()
    assert [file.name for file in tmp_path.iterdir() if "new" in file.name] == ["new.portfolio"]


def test_creating_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "precious.portfolio"
    path.write_text("mine")
    with pytest.raises(BookWriteError, match="already exists"):
        create_book(path)
    assert path.read_text() == "mine"


def test_creating_in_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(BookWriteError, match="does not exist"):
        create_book(tmp_path / "nowhere" / "book.portfolio")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"name;city\nKerisac;Brest\n", "not_a_book"),
        (b"SQLite format 3\x00" + b"\x00" * 200, "not_a_book"),
        (bytes(range(32, 127)) * 90, "not_a_book"),
    ],
)
def test_a_file_that_is_no_book_is_refused_untouched(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "other.portfolio"
    path.write_bytes(content)
    before = digest(path)
    with pytest.raises(NotABookError) as caught:
        open_book(path)
    assert caught.value.code == code
    assert str(path) in str(caught.value)
    assert digest(path) == before


def test_another_sqlite_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = dbapi.connect(str(path))
    connection.execute("CREATE TABLE t(x)")
    connection.commit()
    connection.close()
    with pytest.raises(NotABookError):
        open_book(path)


def test_an_empty_file_of_another_name_is_no_book(tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.touch()
    with pytest.raises(NotABookError, match="0 bytes"):
        open_book(path)


def make_newer(path: Path) -> None:
    """A book as a later version of the program would leave it."""
    connection = dbapi.connect(str(path))
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 41}")
    connection.execute("UPDATE alembic_version SET version_num = ?", (f"{SCHEMA_VERSION + 41:04d}",))
    connection.execute("DROP TRIGGER journal_setting_update")
    connection.execute("UPDATE setting SET value = '\"7.3\"' WHERE key = 'needs_program'")
    connection.commit()
    connection.close()


def test_a_newer_book_is_refused_untouched_naming_the_version_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "newer.portfolio"
    create_book(path).close()
    make_newer(path)
    before = digest(path)
    with pytest.raises(BookTooNewError, match=f"version 7.3.*{SCHEMA_VERSION + 41}.*up to {SCHEMA_VERSION}"):
        open_book(path)
    assert digest(path) == before
    assert [file.name for file in tmp_path.iterdir() if "newer" in file.name] == ["newer.portfolio"]


def test_a_newer_book_with_a_passphrase_is_refused_too(tmp_path: Path) -> None:
    path = tmp_path / "newer.portfolio"
    create_book(path, passphrase="open sesame").close()
    connection = dbapi.connect(str(path))
    connection.execute("PRAGMA key = 'open sesame'")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 41}")
    connection.close()
    with pytest.raises(BookTooNewError, match=f"{SCHEMA_VERSION + 41}"):
        open_book(path, passphrase="open sesame")


def test_a_flipped_bit_in_the_format_number_is_damage_not_the_future(tmp_path: Path) -> None:
    path = tmp_path / "book.portfolio"
    create_book(path).close()
    data = bytearray(path.read_bytes())
    data[62] ^= 0x10  # one bit of user_version
    path.write_bytes(data)
    with pytest.raises(BookDamagedError):
        open_book(path)


def test_missing_and_folder(tmp_path: Path) -> None:
    with pytest.raises(BookUnreadableError, match="no file"):
        open_book(tmp_path / "gone.portfolio")
    with pytest.raises(BookUnreadableError, match="is a folder"):
        open_book(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may do anything")
def test_a_read_only_book_says_so(tmp_path: Path) -> None:
    path = tmp_path / "book.portfolio"
    create_book(path).close()
    path.chmod(0o400)
    with pytest.raises(BookWriteError, match="read-only"):
        open_book(path)


def test_a_book_open_in_another_process_is_refused(book: Book) -> None:
    code = "import sys; from pathlib import Path; from portfolio_app.storage.opening import open_book\n"
    code += "try: open_book(Path(sys.argv[1]))\nexcept Exception as e: print(type(e).__name__)"
    answer = subprocess.run(
        [sys.executable, "-c", code, str(book.path)], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == BookInUseError.__name__


def test_damage_inside_is_an_error_not_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "book.portfolio"
    create_book(path).close()
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * (4096 - 100)
    path.write_bytes(data)
    with pytest.raises(BookDamagedError, match="damaged"):
        open_book(path)


def test_a_book_already_open_here_is_refused_without_touching_its_lock(book: Book) -> None:
    """Closing any handle on the file would drop the lock SQLite holds on it."""
    with pytest.raises(BookInUseError):
        open_book(book.path)
    test_a_book_open_in_another_process_is_refused(book)


def test_a_copy_opens_and_equals(sample_book: Book, tmp_path: Path) -> None:
    from tests.dumps import dump

    target = tmp_path / "copy.portfolio"
    sample_book.copy_to(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with pytest.raises(BookWriteError, match="already exists"):
        sample_book.copy_to(target)
    copy = open_book(target)
    try:
        assert dump(copy) == dump(sample_book)
    finally:
        copy.close()
