"""The page of backups, by clicks and keys in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from portfolio_app.errors import BackupError, OperationCancelled
from portfolio_app.services import backups, books, clients, passphrases, sales
from portfolio_app.ui import backup_words
from portfolio_app.ui.pages.backups import BackupsPage
from tests.conftest import NOW, TODAY
from tests.ui.desks import PASSPHRASE, Desk, book_with_backups, spoil

pytestmark = pytest.mark.usefixtures("quick_keys")


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    made = Desk(qtbot, qapp)
    yield made
    made.close()


@pytest.fixture
def path(tmp_path: Path, desk: Desk) -> Path:
    """Closed; backups of Anne, Anne and Bruno, and all three, an hour apart; the last is what it holds."""
    path = tmp_path / "Clients.portfolio"
    book_with_backups(path, desk.clock, ("Anne", "Bruno", "Carla"))
    return path


def page_of(desk: Desk) -> BackupsPage:
    desk.desktop.window.show_page("backups")
    desk.settle()
    page = desk.desktop.window.page("backups")
    assert isinstance(page, BackupsPage)
    look(desk, page)
    return page


def look(desk: Desk, page: BackupsPage) -> None:
    """Wait until all backups are looked over and the chosen one is compared."""
    desk.qtbot.waitUntil(lambda: not page.table.is_checking, timeout=10_000)
    desk.qtbot.waitUntil(lambda: not page._timer.isActive())
    desk.settle()


def choose(desk: Desk, page: BackupsPage, row: int) -> None:
    index = page.table.lazy_model().index(row, 0)
    place = page.table.visualRect(index).center()
    desk.qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    look(desk, page)


def states(page: BackupsPage) -> list[str]:
    model = page.table.lazy_model()
    last = model.columnCount() - 1
    return [str(model.index(row, last).data()) for row in range(model.rowCount())]


def test_the_list_says_when_why_and_how_many(desk: Desk, path: Path) -> None:
    desk.start(path)
    page = page_of(desk)
    model = page.table.lazy_model()
    shown = [[str(model.index(row, column).data()) for column in (1, 3)] for row in range(3)]
    assert shown == [["On closing", "3"], ["On demand", "2"], ["On demand", "1"]]
    assert states(page) == ["Good", "Good", "Good"]
    assert page.table.current() is page.table.infos[0]
    assert page.detail.lines == ["Nothing: the book holds exactly what this backup holds."]
    assert not page.detail.restore_button.isEnabled()


def test_what_was_done_since_is_said_in_words(desk: Desk, path: Path) -> None:
    desktop = desk.start(path)
    for service, *args in (
        (clients.create_client, {"name": "Dora"}),
        (clients.update_client, 1, {"city": "Brest"}),
        (sales.add_sale, 1, {"amount": "10"}),
    ):
        desktop.operations.run(desktop, service, *args)
    desk.settle()
    page = page_of(desk)
    choose(desk, page, 1)
    lines = "\n".join(page.detail.lines)
    assert "2 client" in lines
    assert "added" in lines
    assert "1 client" in lines
    assert "changed" in lines
    assert "1 sale" in lines


def test_one_click_restores_and_undo_takes_it_back(desk: Desk, path: Path) -> None:
    desk.start(path)
    page = page_of(desk)
    choose(desk, page, 2)
    desk.click(page.detail.restore_button)
    look(desk, page)
    assert desk.client_names() == ["Anne"]
    toast = desk.desktop.window.toast
    assert toast.text == "Backup restored"
    assert page.table.current() == page.table.infos[-1]
    assert page.detail.lines == ["Nothing: the book holds exactly what this backup holds."]
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.client_names() == ["Anne", "Bruno", "Carla"]
    look(desk, page)
    assert page.detail.restore_button.isEnabled()


def test_a_damaged_one_is_marked_and_not_restored(desk: Desk, path: Path) -> None:
    desk.start(path)
    spoil(backups.backups_for(path)[1].path, "header")
    page = page_of(desk)
    assert states(page) == ["Good", "Damaged", "Good"]
    choose(desk, page, 1)
    assert "not as it was written" in page.detail.lines[0]
    assert not page.detail.restore_button.isEnabled()


def test_back_up_now(desk: Desk, path: Path) -> None:
    desktop = desk.start(path)
    page = page_of(desk)
    desk.click(page.now_button)
    assert "Nothing changed since" in desktop.window.toast.text
    desktop.operations.run(desktop, clients.create_client, {"name": "Dora"})
    desk.settle()
    desk.clock.forward(1)
    desk.click(page.now_button)
    assert "made" in desktop.window.toast.text
    look(desk, page)
    assert [info.reason for info in page.table.infos][:2] == ["manual", "close"]
    assert page.table.infos[0].clients == 4


def test_one_that_cannot_be_made_says_why(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.start(path)
    page = page_of(desk)

    def fail(book: object, reason: str) -> None:
        raise BackupError("cannot_make", folder="/backups", detail="No space left on device")

    monkeypatch.setattr(backups, "make_backup", fail)
    desk.click(page.now_button)
    assert "No space left" in desk.banner
    assert page.now_button.isEnabled()


def test_a_restore_can_be_stopped(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.start(path)
    page = page_of(desk)
    choose(desk, page, 2)

    def slowly(
        book: object, info: object, *, passphrase: object, progress: object, cancelled: object
    ) -> None:
        import time

        for step in range(500):
            progress(step, 500)  # type: ignore[operator]
            if cancelled():  # type: ignore[operator]
                raise OperationCancelled
            time.sleep(0.01)

    monkeypatch.setattr(backups, "restore", slowly)
    desk.qtbot.mouseClick(page.detail.restore_button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: "%" in page.detail.restore_button.text())
    assert not page.detail.restore_button.isEnabled()
    desk.click(page.detail.stop_button)
    assert page.detail.restore_button.text() == "Restore this backup"
    assert desk.client_names() == ["Anne", "Bruno", "Carla"]


def test_an_empty_list_says_what_to_do(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "Bare.portfolio"
    books.new_book(path, "EUR", desk.clock).close()
    desk.start(path)
    page = page_of(desk)
    assert page._stack.currentIndex() == 2
    empty = page._stack.currentWidget()
    desk.click(empty.buttons[0])  # type: ignore[union-attr]
    look(desk, page)
    assert [info.reason for info in page.table.infos] == ["manual"]


def test_one_under_a_former_passphrase_asks_for_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Clients.portfolio"
    book_with_backups(path, desk.clock, ("Anne", "Bruno"), passphrase="the former words")
    book = books.open_book(path, desk.clock, passphrase="the former words")
    with monkeypatch.context() as patched:
        patched.setattr(backups, "convert_all", lambda *a, **k: (0, []))
        passphrases.set_passphrase(book, "the former words", PASSPHRASE)
    books.close_book(book)
    desk.start(path)
    desk.enter(PASSPHRASE)
    page = page_of(desk)
    assert "encrypted with" in page.note.text()
    choose(desk, page, len(page.table.infos) - 1)
    assert "another passphrase" in page.detail.lines[0]
    for words in ("not these words", "the former words"):
        page.detail.passphrase.editor.selectAll()
        desk.qtbot.keyClicks(page.detail.passphrase.editor, words)
        desk.qtbot.keyClick(page.detail.passphrase.editor, Qt.Key.Key_Return)
        desk.settle()
        if words.startswith("not"):
            assert "does not open it" in page.detail.lines[0]
            assert not page.detail.restore_button.isEnabled()
    desk.click(page.detail.restore_button)
    assert desk.client_names() == ["Anne"]


def test_the_doors_around_it(desk: Desk, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    copy = tmp_path / "Copy.portfolio"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(copy), ""))
    desk.start(path)
    page = page_of(desk)
    desk.click(page.folder_button)
    assert Path(opened[0]) == page.table.infos[0].path.parent
    desk.click(page.copy_button)
    assert copy.exists()
    assert "not encrypted" in page.note.text()
    desk.click(page.settings_button)
    assert desk.desktop.window.current_key == "settings"


def test_the_keyboard_reaches_all_of_it(desk: Desk, path: Path) -> None:
    desk.start(path)
    page = page_of(desk)
    assert page.table.hasFocus() or page.table.viewport().hasFocus()
    desk.press(Qt.Key.Key_Down)
    look(desk, page)
    assert page.table.current() is page.table.infos[1]
    desk.press(Qt.Key.Key_Tab)
    assert page.detail.restore_button.hasFocus()
    desk.press(Qt.Key.Key_Space)
    look(desk, page)
    assert desk.client_names() == ["Anne", "Bruno"]


@pytest.mark.parametrize("width", [960, 1280, 1600])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_is_clipped(desk: Desk, path: Path, width: int, language: str) -> None:
    desk.settings.language = language
    desk.start(path)
    desk.desktop.window.resize(width, 720)
    page = page_of(desk)
    assert page.table.horizontalScrollBar().maximum() <= 0
    assert page.note.height() >= page.note.heightForWidth(page.note.width())


class TestWords:
    def test_moments(self) -> None:
        assert backup_words.moment(NOW, TODAY).startswith("Today, ")
        assert backup_words.moment(NOW).startswith("22 Nov 2026, ")

    def test_every_reason_has_words(self) -> None:
        assert set(backups.REASONS) <= set(backup_words.REASONS)

    def test_every_kind_is_counted(self) -> None:
        found = {
            "client": backups.Difference(1, 2, 3),
            "consent": backups.Difference(0, 1, 0),
            "setting": backups.Difference(0, 0, 2),
            "something_new": backups.Difference(1, 0, 0),
        }
        lines = backup_words.differences(found)
        assert len(lines) == 6
        assert lines[0].startswith("2 client")
        assert lines[1].startswith("1 client")
        assert "deleted" in lines[1]
