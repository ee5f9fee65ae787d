"""Whatever happens to a closed book is found when it is opened, and nothing is done to the file."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from portfolio_app.errors import BookDamagedError, BookError, BookLockedError
from portfolio_app.storage import seal
from portfolio_app.storage.book import Book
from portfolio_app.storage.inspection import inspect
from portfolio_app.storage.opening import create_book, open_book

pytestmark = pytest.mark.usefixtures("quick_keys")

Harm = Callable[[bytearray, random.Random], bytes]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def closed(make_book: Callable[..., Book], sample_book_file: Path) -> Path:
    """A book with content, closed by the program."""
    book = make_book("closed.portfolio", sample_book_file)
    book.close()
    return book.path


def flip(data: bytearray, chance: random.Random) -> bytes:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def zero(data: bytearray, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) // 4096) * 4096
    data[start : start + 4096] = bytes(4096)
    return bytes(data)


def scribble(data: bytearray, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) - 512)
    data[start : start + 512] = chance.randbytes(512)
    return bytes(data)


def truncate(data: bytearray, chance: random.Random) -> bytes:
    return bytes(data[: chance.randrange(1, len(data))])


def wipe_head(data: bytearray, chance: random.Random) -> bytes:
    length = chance.choice((16, 100, 4096))
    data[:length] = bytes(length)
    return bytes(data)


def empty(data: bytearray, chance: random.Random) -> bytes:
    return b""


def randomise(data: bytearray, chance: random.Random) -> bytes:
    return chance.randbytes(len(data))


@pytest.mark.parametrize("number", range(6))
@pytest.mark.parametrize("harm", [flip, zero, scribble, truncate, wipe_head, empty, randomise])
def test_harm_is_found_and_the_file_left_as_it_is(closed: Path, harm: Harm, number: int) -> None:
    whole, chance = closed.read_bytes(), random.Random(number)
    # Zeros may fall on what was zero already: try until something is harmed.
    data = next(data for _ in range(100) if (data := harm(bytearray(whole), chance)) != whole)
    closed.write_bytes(data)
    before = digest(closed)
    # A file that is random from end to end cannot be told from an encrypted one.
    with pytest.raises((BookDamagedError, BookLockedError) if harm is randomise else BookDamagedError):
        open_book(closed)
    assert digest(closed) == before
    assert not list(closed.parent.glob("*-journal"))


def test_harm_is_named(closed: Path) -> None:
    whole = closed.read_bytes()
    for content, code in (
        (b"", "emptied"),
        (bytes(100) + whole[100:], "header_wiped"),
        (whole[: len(whole) // 2], "truncated"),
        (bytes(len(whole)), "header_wiped"),
    ):
        closed.write_bytes(content)
        with pytest.raises(BookDamagedError) as caught:
            open_book(closed)
        assert caught.value.code == code


def test_an_amount_changed_by_another_program_is_noticed(closed: Path) -> None:
    """SQLite itself finds nothing wrong with that file."""
    from portfolio_app.storage.driver import dbapi

    connection = dbapi.connect(str(closed))
    connection.execute("DROP TRIGGER journal_sale_update")
    connection.execute("UPDATE sale SET amount = amount + 1000000 WHERE id = 1")
    connection.commit()
    connection.close()
    with pytest.raises(BookDamagedError) as caught:
        open_book(closed)
    assert caught.value.code == "altered"
    open_book(closed, accept_altered=True).close()
    open_book(closed).close()  # accepted once, sealed anew


def test_a_book_written_elsewhere_meanwhile_is_welcome(closed: Path, tmp_path: Path) -> None:
    """Another computer added steps to the same book: its number went on, nothing is wrong."""
    before = seal.seal_of(closed)
    moved = tmp_path / "elsewhere" / "closed.portfolio"
    moved.parent.mkdir()
    shutil.copy(closed, moved)
    book = open_book(moved)
    with book.step("update_setting") as step:
        step.connection.exec_driver_sql("UPDATE setting SET value = '\"CHF\"' WHERE key = 'currency'")
    book.close()
    shutil.copy(moved, closed)
    open_book(closed).close()
    assert seal.seal_of(closed) != before


def test_upkeep_does_not_look_like_harm(closed: Path) -> None:
    book = open_book(closed)
    book.compact()
    with book.maintain() as connection:
        connection.exec_driver_sql("PRAGMA optimize")
    book.close()
    seal_after = seal.seal_of(closed)
    book = open_book(closed)
    book.compact()
    book._raw.close()  # a crash right after: no new seal
    book._hold.release()  # type: ignore[union-attr]
    assert seal.seal_of(closed) == seal_after
    from portfolio_app import files

    files.let_go(closed)
    open_book(closed).close()


def test_encrypted_and_damaged_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "locked.portfolio"
    create_book(path, passphrase="open sesame").close()
    assert inspect(path).is_encrypted
    data = bytearray(path.read_bytes())
    data[9_000] ^= 4
    path.write_bytes(data)
    with pytest.raises(BookDamagedError):
        open_book(path, passphrase="open sesame")


def test_without_a_seal_the_pages_are_looked_over(closed: Path) -> None:
    seal.forget(closed)
    open_book(closed).close()
    seal.forget(closed)
    data = bytearray(closed.read_bytes())
    data[4096 * 3 : 4096 * 5] = bytes(8192)
    closed.write_bytes(data)
    with pytest.raises(BookError):
        open_book(closed)
