"""The calendar file that is kept up to date while somebody works."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from portfolio_app.services import books, clients, follow_ups
from portfolio_app.ui import live_calendar
from tests.conftest import fixed_clock
from tests.ui.desks import Desk

pytestmark = pytest.mark.usefixtures("quick_keys")


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(live_calendar, "WAIT_MS", 10)
    made = Desk(qtbot, qapp)
    yield made
    made.close()


def make(path: Path, name: str) -> Path:
    book = books.new_book(path, "EUR", fixed_clock)
    (client_id,) = clients.create_client(book, {"name": name}).created["client"]
    follow_ups.plan_follow_up(book, client_id, {"due_on": "2026-12-03", "title": "Devis"})
    books.close_book(book)
    return path


def rename(desk: Desk, name: str) -> None:
    desk.desktop.operations.run(desk.desktop, clients.update_client, 1, {"name": name})


def choose(desk: Desk, path: Path | None) -> None:
    desk.desktop.window.open("live_calendar", path)
    desk.settle()


def holds(path: Path, words: str) -> bool:
    return path.is_file() and words.encode() in path.read_bytes()


def test_it_follows_every_change_and_restart(desk: Desk, tmp_path: Path) -> None:
    book, live = make(tmp_path / "a.portfolio", "Kerisac"), tmp_path / "live.ics"
    desk.start(book)
    choose(desk, live)
    assert holds(live, "SUMMARY:Kerisac — Devis")
    assert live.stat().st_mode & 0o777 == 0o600
    rename(desk, "Durand")
    desk.qtbot.waitUntil(lambda: holds(live, "Durand — Devis"))
    desk.desktop.operations.undo()
    desk.qtbot.waitUntil(lambda: holds(live, "Kerisac — Devis"))
    desk.close()
    live.unlink()
    desk.start(book)
    desk.qtbot.waitUntil(lambda: holds(live, "Kerisac — Devis"))
    choose(desk, None)
    rename(desk, "Martin")
    desk.settle()
    assert holds(live, "Kerisac — Devis")


def test_a_protected_book_says_that_its_file_is_not(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.portfolio"
    said: list[str] = []
    book = books.new_book(path, "EUR", fixed_clock, passphrase="four kind words here")
    books.close_book(book)
    desk.start(path)
    desk.enter("four kind words here")
    desk.desktop.live.said.connect(said.append)
    choose(desk, tmp_path / "live.ics")
    assert "does not protect this file" in said[-1]


def test_what_waits_is_written_before_the_book_is_closed(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_calendar, "WAIT_MS", 600_000)
    live = tmp_path / "live.ics"
    desk.start(make(tmp_path / "a.portfolio", "Kerisac"))
    choose(desk, live)
    rename(desk, "Durand")
    desk.settle()
    assert holds(live, "Kerisac")
    desk.close()
    assert holds(live, "Durand")


def test_each_book_has_its_own(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_calendar, "WAIT_MS", 600_000)
    first, second = make(tmp_path / "a.portfolio", "Kerisac"), make(tmp_path / "b.portfolio", "Durand")
    one, two = tmp_path / "one.ics", tmp_path / "two.ics"
    desk.start(first)
    choose(desk, one)
    rename(desk, "Kerisac SA")
    desk.settle()
    assert not holds(one, "Kerisac SA")
    desk.desktop.open_book(second)
    desk.settle()
    choose(desk, two)
    assert holds(one, "Kerisac SA")
    assert holds(two, "Durand")
    assert not holds(one, "Durand")


def test_a_failure_is_said_once(desk: Desk, tmp_path: Path) -> None:
    desk.start(make(tmp_path / "a.portfolio", "Kerisac"))
    told: list[Any] = []
    desk.desktop.live.failed.connect(told.append)
    choose(desk, tmp_path / "none" / "live.ics")
    assert [error.code for error in told] == ["cannot_write"]
    assert desk.settings.live_calendars == {}
    folder = tmp_path / "there"
    folder.mkdir()
    choose(desk, folder / "live.ics")
    (folder / "live.ics").unlink()
    folder.rmdir()
    for name in ("Durand", "Martin"):
        rename(desk, name)
        desk.qtbot.wait(60)
        desk.settle()
    assert len(told) == 2
    folder.mkdir()
    rename(desk, "Petit")
    desk.qtbot.waitUntil(lambda: holds(folder / "live.ics", "Petit"))


def test_the_file_of_one_book_never_holds_another(make_book: Callable[[str], Any], tmp_path: Path) -> None:
    """What waited to be written may come after another book was opened."""
    other, path = make_book("other.portfolio"), tmp_path / "live.ics"
    live_calendar._write_live(other, "of another book", path, fixed_clock().date(), "en", "")
    assert not path.exists()
    live_calendar._write_live(other, other.book_id(), path, fixed_clock().date(), "en", "")
    assert path.is_file()
