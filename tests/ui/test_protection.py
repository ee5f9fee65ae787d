"""The passphrase card of the settings: putting one on, changing it, taking it off, remembering it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from portfolio_app.errors import BookWriteError
from portfolio_app.services import backups, books, passphrases
from portfolio_app.ui.pages.settings import SettingsPage
from portfolio_app.ui.pages.settings_protection import ProtectionCard
from portfolio_app.ui.widgets.passphrase_field import PassphraseField, hint_for, problem_with
from tests.ui.desks import PASSPHRASE, Desk, book_with_backups, spoil
from tests.ui.test_recovery import Memory, memory

pytestmark = pytest.mark.usefixtures("quick_keys")

__all__ = ["memory"]


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    made = Desk(qtbot, qapp)
    yield made
    made.close()


@pytest.fixture
def path(tmp_path: Path, desk: Desk) -> Path:
    path = tmp_path / "Clients.portfolio"
    book_with_backups(path, desk.clock)
    return path


def card_of(desk: Desk) -> ProtectionCard:
    desk.desktop.window.show_page("settings")
    desk.settle()
    page = desk.desktop.window.page("settings")
    assert isinstance(page, SettingsPage)
    return page.protection


def write(desk: Desk, field: PassphraseField, text: str) -> None:
    field.editor.selectAll()
    desk.qtbot.keyClicks(field.editor, text)


def protect(desk: Desk, card: ProtectionCard, text: str = PASSPHRASE) -> None:
    desk.click(card.protect_button)
    write(desk, card.fresh, text)
    write(desk, card.again, text)
    desk.click(card.submit_button)


def is_plain(path: Path) -> bool:
    return path.read_bytes()[:6] == b"SQLite"


def test_the_book_and_its_backups_are_encrypted(
    desk: Desk, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        desk.start(path)
        card = card_of(desk)
        assert "no passphrase" in card.state.text()
        desk.click(card.protect_button)
        assert card.fresh.editor.hasFocus()
        assert card.warning.isVisible()
        assert not card.current.isVisible()
        write(desk, card.fresh, PASSPHRASE)
        write(desk, card.again, PASSPHRASE)
        desk.qtbot.keyClick(card.again.editor, Qt.Key.Key_Return)
        desk.settle()
        assert "Done" in card.result.text()
        assert card.form.isHidden()
        assert card.fresh.text() == ""
        assert card.change_button.hasFocus()
        desk.desktop.window.close()
    assert not is_plain(path)
    assert not any(is_plain(info.path) for info in backups.backups_for(path))
    book = books.open_book(path, desk.clock, passphrase=PASSPHRASE)
    books.close_book(book)
    assert PASSPHRASE not in caplog.text
    assert all(PASSPHRASE not in f.read_text(errors="replace") for f in (path.parent / "home").glob("*.json"))


def test_two_that_differ_are_not_taken(desk: Desk, path: Path) -> None:
    desk.start(path)
    card = card_of(desk)
    desk.click(card.protect_button)
    write(desk, card.fresh, PASSPHRASE)
    write(desk, card.again, PASSPHRASE + "x")
    desk.click(card.submit_button)
    assert "not the same" in card.problem.text()
    assert card.again.editor.hasFocus()
    assert not desk.ask(passphrases.is_protected)
    write(desk, card.again, PASSPHRASE)
    assert card.problem.isHidden()
    desk.click(card.submit_button)
    assert desk.ask(passphrases.is_protected)


@pytest.mark.parametrize("weak", ["", "short", "1234567", "aaaaaaaaaaaa"])
def test_a_weak_one_is_not_taken(desk: Desk, path: Path, weak: str) -> None:
    desk.start(path)
    card = card_of(desk)
    desk.click(card.protect_button)
    write(desk, card.fresh, weak)
    write(desk, card.again, weak)
    assert not card.submit_button.isEnabled()
    desk.qtbot.keyClick(card.again.editor, Qt.Key.Key_Return)
    desk.settle()
    assert not desk.ask(passphrases.is_protected)


def test_hints_say_only_what_is_sure() -> None:
    assert problem_with("abcdefg")
    assert not problem_with("abcdefgh")
    assert len(problem_with("short")) > 0
    assert "digits" in hint_for("4815162342")
    assert "more" in hint_for("cheval agrafe")
    assert "good" in hint_for("cheval agrafe pile correct")
    assert len("abcdefgh") == passphrases.MIN_LENGTH


def test_it_is_changed_and_taken_off(desk: Desk, path: Path) -> None:
    desk.start(path)
    card = card_of(desk)
    protect(desk, card)
    desk.click(card.change_button)
    assert card.current.editor.hasFocus()
    write(desk, card.current, "not this one")
    write(desk, card.fresh, "de tout autres mots")
    write(desk, card.again, "de tout autres mots")
    desk.click(card.submit_button)
    assert "Nothing was changed" in card.problem.text()
    assert card.fresh.text() == "de tout autres mots"
    write(desk, card.current, PASSPHRASE)
    desk.click(card.submit_button)
    assert "new passphrase" in card.result.text()
    desk.click(card.remove_button)
    assert not card.fresh.isVisible()
    assert not card.warning.isVisible()
    write(desk, card.current, PASSPHRASE)
    desk.click(card.submit_button)
    assert "Nothing was changed" in card.problem.text()
    write(desk, card.current, "de tout autres mots")
    desk.click(card.submit_button)
    assert "no passphrase any more" in card.result.text()
    assert card.protect_button.isVisible()
    desk.desktop.window.close()
    assert is_plain(path)
    assert all(is_plain(info.path) for info in backups.backups_for(path))


def test_backups_that_stay_as_they_were_are_named(desk: Desk, path: Path) -> None:
    bad = backups.backups_for(path)[1]
    spoil(bad.path, "header")
    desk.start(path)
    card = card_of(desk)
    protect(desk, card)
    assert bad.name in card.result.text()
    assert "read by anybody" in card.result.text()
    assert card.folder_button.isVisible()


def test_giving_up_forgets_what_was_typed(desk: Desk, path: Path) -> None:
    desk.start(path)
    card = card_of(desk)
    desk.click(card.protect_button)
    write(desk, card.fresh, PASSPHRASE)
    desk.click(card.cancel_button)
    assert card.form.isHidden()
    assert card.fresh.text() == ""
    assert card.protect_button.isVisible()


def test_what_cannot_be_written_leaves_all_as_it_was(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.start(path)
    card = card_of(desk)

    def fail(*args: object, **options: object) -> None:
        raise BookWriteError("disk_full", path=str(path))

    monkeypatch.setattr(passphrases, "set_passphrase", fail)
    protect(desk, card)
    assert "is full" in card.problem.text()
    assert card.fresh.text() == PASSPHRASE
    assert card.submit_button.isEnabled()
    assert card.progress.isHidden()


def test_remembering_is_turned_on_and_off(desk: Desk, path: Path, memory: Memory) -> None:
    desk.start(path)
    card = card_of(desk)
    assert card.remember.isHidden()
    protect(desk, card)
    assert card.remember.isVisible()
    assert not card.remember.isChecked()
    desk.click(card.remember)
    assert list(memory.kept.values()) == [PASSPHRASE]
    desk.click(card.remember)
    assert memory.kept == {}


def test_a_keyring_that_does_not_keep_it_is_not_believed(
    desk: Desk, path: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.start(path)
    card = card_of(desk)
    protect(desk, card)
    monkeypatch.setattr(passphrases, "remember", lambda path, passphrase: False)
    desk.click(card.remember)
    assert not card.remember.isChecked()
    assert "did not keep" in card.result.text()


def test_without_encryption_it_says_so(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrases, "can_protect", lambda: False)
    desk.start(path)
    card = card_of(desk)
    assert "cannot encrypt" in card.state.text()
    assert not card.protect_button.isVisible()


def test_the_places_name_the_backups(desk: Desk, path: Path) -> None:
    from portfolio_app.config import backups_dir
    from tests.ui.desks import button_of

    desk.start(path)
    card_of(desk)
    page = desk.desktop.window.page("settings")
    assert page is not None
    assert "Backups" in button_of(page, str(backups_dir())).accessibleName()
