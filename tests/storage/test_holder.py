"""Who has the book open: other computers, marks left behind, files swapped underneath."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path

import pytest

from portfolio_app.errors import BookInUseError, BookWriteError
from portfolio_app.storage import holder
from portfolio_app.storage.book import Book
from portfolio_app.storage.opening import create_book, open_book
from tests.dumps import dump


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    path = tmp_path / "book.portfolio"
    create_book(path).close()
    return path


def leave_mark(path: Path, age: float, host: str = "POSTE-2", **more: object) -> Path:
    """What another computer's program leaves beside the book it has open."""
    mark = holder.mark_path(path)
    content = {"host": host, "user": "marie", "since": "2026-11-22T08:12:00+00:00", "process": 4, **more}
    mark.write_text(json.dumps(content))
    then = time.time() - age
    os.utime(mark, (then, then))
    return mark


def test_another_computer_is_named(closed: Path) -> None:
    leave_mark(closed, age=20)
    with pytest.raises(BookInUseError, match=r"POSTE-2.*marie") as caught:
        open_book(closed)
    assert caught.value.code == "in_use_by"


@pytest.mark.parametrize("age", [holder.STALE_SECONDS + 5, 86_400, -3_600])
def test_a_mark_left_behind_never_blocks(closed: Path, age: float) -> None:
    mark = leave_mark(closed, age)
    book = open_book(closed)
    assert json.loads(mark.read_text())["host"] == holder.host_name()
    book.close()
    assert not mark.exists()


def test_our_own_crash_never_blocks(closed: Path) -> None:
    leave_mark(closed, age=1, host=holder.host_name())
    open_book(closed).close()


@pytest.mark.parametrize("content", ["", "{}", "[]", "nonsense", '{"host": 3, "since": "x"}', "null"])
def test_an_unreadable_mark_never_blocks(closed: Path, content: str) -> None:
    holder.mark_path(closed).write_text(content)
    open_book(closed).close()


def test_the_mark_is_kept_alive_and_a_loss_noticed(book: Book) -> None:
    mark = holder.mark_path(book.path)
    hold = book._hold
    assert hold is not None
    os.utime(mark, (1, 1))
    hold.beat()
    assert mark.stat().st_mtime > 1
    leave_mark(book.path, age=0, token="theirs")
    hold.beat()
    assert hold.is_lost
    with pytest.raises(BookInUseError, match="POSTE-2"), book.step("update_setting"):
        pass
    book.close()
    assert mark.exists()  # theirs


def test_a_mark_that_was_swept_away_comes_back(book: Book) -> None:
    mark = holder.mark_path(book.path)
    mark.unlink()
    assert book._hold is not None
    book._hold.beat()
    assert mark.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be replaced")
def test_a_file_swapped_underneath_gets_nothing_and_what_is_open_can_be_saved(
    sample_book: Book, tmp_path: Path
) -> None:
    before = dump(sample_book)
    other = tmp_path / "other.portfolio"
    create_book(other).close()
    content = other.read_bytes()
    os.replace(other, sample_book.path)
    with pytest.raises(BookWriteError) as caught, sample_book.step("delete_client") as step:
        step.connection.exec_driver_sql("DELETE FROM client")
    assert caught.value.code == "swapped"
    assert sample_book.path.read_bytes() == content
    rescued = tmp_path / "rescued.portfolio"
    sample_book.copy_to(rescued)
    sample_book.close()
    copy = open_book(rescued)
    assert dump(copy) == before
    copy.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be removed")
def test_a_file_removed_underneath_is_noticed(sample_book: Book, tmp_path: Path) -> None:
    shutil.move(sample_book.path, tmp_path / "away.portfolio")
    with pytest.raises(BookWriteError) as caught, sample_book.step("delete_client") as step:
        step.connection.exec_driver_sql("DELETE FROM client")
    assert caught.value.code == "swapped"
    assert not sample_book.path.exists()
