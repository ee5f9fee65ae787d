"""Passphrases: on, changed, off; nothing readable on disk; a wrong one says so."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from portfolio_app.errors import BookLockedError
from portfolio_app.storage import driver
from portfolio_app.storage.book import Book
from portfolio_app.storage.opening import create_book, open_book
from tests.conftest import fixed_clock
from tests.dumps import dump, index_is_sound

FIRST, SECOND = "l’été d’O'Brien", "une autre phrase"

pytestmark = pytest.mark.skipif(not driver.CAN_ENCRYPT, reason="this SQLite cannot encrypt")


def test_on_changed_off_with_every_row_intact(sample_book: Book) -> None:
    path, before = sample_book.path, dump(sample_book)
    name = before["client"][0][1].encode()
    for passphrase in (FIRST, SECOND):
        sample_book.set_passphrase(passphrase)
        assert dump(sample_book) == before
        assert index_is_sound(sample_book)
        data = _closed_bytes(sample_book)
        assert not data.startswith(b"SQLite")
        assert name not in data
        with pytest.raises(BookLockedError, match="protected by a passphrase"):
            open_book(path)
        for wrong in (FIRST.upper(), FIRST + " ", SECOND if passphrase == FIRST else FIRST):
            with pytest.raises(BookLockedError, match="does not open"):
                open_book(path, passphrase=wrong)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        sample_book = open_book(path, fixed_clock, passphrase=passphrase)
    sample_book.set_passphrase(None)
    assert dump(sample_book) == before
    assert _closed_bytes(sample_book).startswith(b"SQLite format 3")
    reopened = open_book(path, fixed_clock)
    assert dump(reopened) == before
    reopened.close()
    assert [item.name for item in path.parent.iterdir() if "sample" in item.name] == [path.name]


def _closed_bytes(book: Book) -> bytes:
    book.close()
    return book.path.read_bytes()


def test_undo_reaches_back_before_the_passphrase(sample_book: Book) -> None:
    before = dump(sample_book)
    with sample_book.step("delete_client") as step:
        step.connection.exec_driver_sql("DELETE FROM client WHERE id = 1")
    sample_book.set_passphrase(FIRST)
    sample_book.undo()
    assert dump(sample_book) == before


def test_copies_of_a_protected_book_are_protected(tmp_path: Path) -> None:
    book = create_book(tmp_path / "a.portfolio", passphrase=FIRST)
    book.copy_to(tmp_path / "copy.portfolio")
    book.close()
    with pytest.raises(BookLockedError):
        open_book(tmp_path / "copy.portfolio")
    open_book(tmp_path / "copy.portfolio", passphrase=FIRST).close()


def test_a_book_that_is_open_stays_locked_for_others_after_the_change(sample_book: Book) -> None:
    from tests.storage.test_opening import test_a_book_open_in_another_process_is_refused

    sample_book.set_passphrase(FIRST)
    sample_book.set_passphrase(None)
    test_a_book_open_in_another_process_is_refused(sample_book)


def test_a_passphrase_given_for_a_plain_book_does_not_matter(tmp_path: Path) -> None:
    create_book(tmp_path / "a.portfolio").close()
    book = open_book(tmp_path / "a.portfolio", passphrase=FIRST)
    assert book.passphrase is None
    book.close()
