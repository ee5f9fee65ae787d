"""What a killed program leaves beside a book, and books that are not quite where they seem to be."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from portfolio_app.errors import BookDamagedError, BookInUseError, BookLockedError, BookWriteError
from portfolio_app.files import leftovers_of, temporary_beside
from portfolio_app.storage import holder, seal
from portfolio_app.storage.book import Book
from portfolio_app.storage.opening import copy_book, create_book, open_book
from tests.conftest import fixed_clock
from tests.dumps import dump
from tests.storage.test_holder import leave_mark

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kills as POSIX does")

_KILLED_IN_A_STEP = """
import os, signal, sys
from pathlib import Path
from portfolio_app.storage.opening import open_book
book = open_book(Path(sys.argv[1]), passphrase=sys.argv[2] or None)
book._raw.execute("PRAGMA cache_size = 5")
with book.step("update_client") as step:
    step.connection.exec_driver_sql("UPDATE client SET notes = notes || hex(randomblob(5000))")
    {last}
"""
KILL = "os.kill(os.getpid(), signal.SIGKILL)"


def kill_in_a_step(path: Path, passphrase: str = "", *, after_it: bool = False) -> None:
    """Have another process die amid a change that is in the file already, or right after one that ended."""
    code = _KILLED_IN_A_STEP.format(last="pass" if after_it else KILL) + (f"\n{KILL}" if after_it else "")
    done = subprocess.run([sys.executable, "-c", code, str(path), passphrase], check=False)
    assert done.returncode == -9


@pytest.fixture
def closed(tmp_path: Path, sample_book_file: Path) -> Path:
    path = tmp_path / "book.portfolio"
    shutil.copy(sample_book_file, path)
    open_book(path).close()
    return path


def journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    book = open_book(path, fixed_clock)
    found = dump(book)
    assert book.problems() == []
    book.close()
    return found


def test_a_step_that_was_cut_off_never_was(closed: Path) -> None:
    before = content(closed)
    kill_in_a_step(closed)
    assert journal_of(closed).stat().st_size > 0
    assert content(closed) == before
    assert not journal_of(closed).exists()


def test_after_a_crash_a_flipped_bit_is_still_found(closed: Path) -> None:
    """SQLite leaves a void journal behind, which must not pass for a crash for ever."""
    kill_in_a_step(closed, after_it=True)
    open_book(closed).close()
    data = bytearray(closed.read_bytes())
    data[len(data) // 2] ^= 1
    closed.write_bytes(data)
    with pytest.raises(BookDamagedError):
        open_book(closed)


@pytest.mark.parametrize("passphrase", ["", "open sesame"])
def test_a_torn_first_sector_is_given_back_by_the_journal(closed: Path, passphrase: str) -> None:
    if passphrase:
        book = open_book(closed)
        book.set_passphrase(passphrase)
        book.close()
    kill_in_a_step(closed, passphrase)
    data = bytearray(closed.read_bytes())
    data[:512] = bytes(512)
    closed.write_bytes(data)
    book = open_book(closed, passphrase=passphrase or None)
    assert book.problems() == []
    book.close()


def test_a_wrong_passphrase_leaves_the_journal_to_the_right_one(closed: Path) -> None:
    book = open_book(closed, fixed_clock)
    before = dump(book)
    book.set_passphrase("open sesame")
    book.close()
    kill_in_a_step(closed, "open sesame")
    with pytest.raises(BookLockedError):
        open_book(closed, passphrase="wrong one")
    book = open_book(closed, passphrase="open sesame")
    assert dump(book) == before
    book.close()


class TestLinks:
    """A link and the file it leads to are one book."""

    @pytest.fixture
    def link(self, closed: Path, tmp_path: Path) -> Path:
        link = tmp_path / "desk" / "link.portfolio"
        link.parent.mkdir()
        link.symlink_to(closed)
        return link

    def test_a_crash_is_no_damage(self, closed: Path, link: Path) -> None:
        before = content(closed)
        kill_in_a_step(link)
        assert content(link) == before

    def test_a_passphrase_leaves_nothing_readable(self, closed: Path, link: Path) -> None:
        book = open_book(link)
        assert book.path == closed
        book.set_passphrase("open sesame")
        book.close()
        assert link.is_symlink()
        assert not closed.read_bytes().startswith(b"SQLite")

    def test_the_same_book_is_not_opened_twice(self, closed: Path, link: Path) -> None:
        book = open_book(link)
        for path in (closed, link):
            with pytest.raises(BookInUseError):
                open_book(path)
        book.close()


def test_a_new_book_where_another_was_deleted(tmp_path: Path) -> None:
    path = tmp_path / "book.portfolio"
    for _ in range(2):
        create_book(path).close()
        open_book(path).close()
        path.unlink()


def test_a_journal_left_behind_is_not_played_into_a_new_book(closed: Path, sample_book: Book) -> None:
    kill_in_a_step(closed)
    journal = journal_of(closed).read_bytes()
    closed.unlink()
    fresh = create_book(closed)
    assert fresh.problems() == []
    fresh.close()
    (aside,) = closed.parent.glob(f"{closed.name}-journal.*.old")
    assert aside.read_bytes() == journal  # the book may only have been moved: it would need it
    target = closed.with_name("copy.portfolio")
    journal_of(target).write_bytes(journal)
    copy_book(sample_book._raw, target)
    assert content(target) == dump(sample_book)


def test_a_file_rewritten_in_place_gets_nothing_and_is_not_sealed(
    sample_book: Book, empty_book_file: Path
) -> None:
    """`cp other book` keeps the file and its name; SQLite, sure of its lock, would write on in the old pages."""
    sample_book.path.write_bytes(empty_book_file.read_bytes())
    for _ in range(2):
        with pytest.raises(BookWriteError) as caught, sample_book.step("delete_client") as step:
            step.connection.exec_driver_sql("DELETE FROM client WHERE id = 1")
        assert caught.value.code == "swapped"
    sample_book.close()
    assert seal.seal_of(sample_book.path) is None
    assert sample_book.path.read_bytes() == empty_book_file.read_bytes()


def test_a_date_that_was_set_late_is_no_reason_to_refuse(sample_book: Book) -> None:
    """Networks do that."""
    os.utime(sample_book.path, (1_000_000_000, 1_000_000_000))
    with sample_book.step("delete_client") as step:
        step.connection.exec_driver_sql("DELETE FROM client WHERE id = 1")
    code = "import sys; from pathlib import Path; from portfolio_app.storage.opening import open_book\n"
    code += "try: open_book(Path(sys.argv[1]))\nexcept Exception as e: print(type(e).__name__)"
    answer = subprocess.run(
        [sys.executable, "-c", code, str(sample_book.path)], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == BookInUseError.__name__


def test_another_computer_that_comes_while_we_look_is_respected(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from portfolio_app.storage import opening

    seal.forget(closed)
    monkeypatch.setattr(opening, "_look_over", lambda *arguments: leave_mark(closed, age=1))
    with pytest.raises(BookInUseError, match="POSTE-2"):
        open_book(closed)
    assert holder.holder_of(closed).host == "POSTE-2"  # type: ignore[union-attr]


def test_what_became_of_unfinished_files_is_swept(closed: Path) -> None:
    """A conversion cut off leaves the whole book in the clear beside the protected one."""
    ours, others = temporary_beside(closed), temporary_beside(closed.with_name("other.portfolio"))
    for left in (ours, ours.with_name(f"{ours.name}-journal"), others):
        left.write_bytes(b"a whole book")
    open_book(closed).close()
    assert leftovers_of(closed) == []
    assert others.exists()


def test_an_older_file_in_its_place_says_so(closed: Path, tmp_path: Path) -> None:
    older = tmp_path / "older"
    shutil.copy(closed, older)
    book = open_book(closed)
    with book.step("delete_client") as step:
        step.connection.exec_driver_sql("DELETE FROM client WHERE id = 1")
    assert not book.is_older
    book.close()
    shutil.copy(older, closed)
    for expected in (True, False):
        book = open_book(closed)
        assert book.is_older is expected
        book.close()
