"""Opening what does not open: passphrases, damaged and missing books, books in use, shared folders."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings, data_dir, settings_path
from portfolio_app.errors import BackupError, BookInUseError
from portfolio_app.services import backups, books, clients, passphrases
from portfolio_app.ui import book_calls, i18n
from portfolio_app.ui.backup_keeper import BackupKeeper
from portfolio_app.ui.dialogs.passphrase import PassphraseDialog
from portfolio_app.ui.pages.settings import SettingsPage
from tests.ui.desks import PASSPHRASE, Desk, book_with_backups, button_of, spoil

pytestmark = pytest.mark.usefixtures("quick_keys")


class Memory(KeyringBackend):
    """A keyring that forgets with the test."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def memory() -> Iterator[Memory]:
    """The system's keyring, for the time of a test."""
    before = keyring.get_keyring()
    made = Memory()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    made = Desk(qtbot, qapp)
    yield made
    made.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Clients.portfolio"


@pytest.fixture
def locked(path: Path, desk: Desk) -> Path:
    """A protected book of Anne and Bruno."""
    book_with_backups(path, desk.clock, passphrase=PASSPHRASE)
    return path


class TestPassphrase:
    def test_a_wrong_one_says_so_and_the_right_one_opens(
        self, desk: Desk, locked: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        with caplog.at_level(logging.DEBUG):
            desk.start(locked)
            box = desk.passphrase_box()
            assert not box.open_button.isEnabled()
            desk.enter("Not this one")
            assert desk.passphrase_box() is box
            assert "does not open" in box.problem.text()
            assert box.field.editor.selectedText()
            desk.enter(PASSPHRASE)
            assert desk.desktop.door.box is None
            assert desk.client_names() == ["Anne", "Bruno"]
            desk.close()
        said = caplog.text + settings_path().read_text(encoding="utf-8")
        assert PASSPHRASE not in said
        assert "Not this one" not in said

    def test_typing_takes_the_reproach_away(self, desk: Desk, locked: Path) -> None:
        desk.start(locked)
        box = desk.passphrase_box()
        desk.enter("Not this one")
        assert box.problem.isVisible()
        desk.qtbot.keyClicks(box.field.editor, "a")
        assert box.problem.isHidden()

    def test_escape_leaves_a_sentence_and_the_way_back(self, desk: Desk, locked: Path) -> None:
        desk.start(locked)
        desk.qtbot.keyClick(desk.passphrase_box(), Qt.Key.Key_Escape)
        desk.settle()
        assert desk.desktop.door.box is None
        assert desk.desktop.window.current_key == "welcome"
        assert "protected by a passphrase" in desk.banner
        desk.click_banner("Type the passphrase…")
        desk.enter(PASSPHRASE)
        assert desk.client_names() == ["Anne", "Bruno"]

    def test_the_open_book_stays_until_the_other_one_opens(
        self, desk: Desk, locked: Path, tmp_path: Path
    ) -> None:
        other = tmp_path / "Other.portfolio"
        book_with_backups(other, desk.clock, ("Zoé",))
        desk.start(other)
        desk.desktop.open_book(locked)
        desk.settle()
        assert desk.client_names() == ["Zoé"]
        desk.click(desk.passphrase_box().cancel_button)
        assert desk.client_names() == ["Zoé"]
        assert desk.desktop.is_open(other)
        desk.desktop.open_book(locked)
        desk.settle()
        desk.enter(PASSPHRASE)
        assert desk.client_names() == ["Anne", "Bruno"]

    def test_caps_lock_is_noticed(self, desk: Desk, locked: Path) -> None:
        desk.start(locked)
        field = desk.passphrase_box().field
        desk.qtbot.keyClicks(field.editor, "a")
        assert field.caps.isHidden()
        desk.qtbot.keyClick(field.editor, "A", Qt.KeyboardModifier.ShiftModifier)
        assert field.caps.isHidden()
        desk.qtbot.keyClick(field.editor, "A")
        assert field.caps.isVisible()

    def test_what_is_typed_can_be_shown(self, desk: Desk, locked: Path) -> None:
        desk.start(locked)
        field = desk.passphrase_box().field
        desk.qtbot.keyClicks(field.editor, "secret")
        assert "secret" not in field.editor.displayText()
        desk.click(field.eye)
        assert field.editor.displayText() == "secret"
        desk.click(field.eye)
        assert "secret" not in field.editor.displayText()

    def test_remembering_is_only_offered_with_a_keyring(
        self, desk: Desk, locked: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(passphrases, "can_remember", lambda: False)
        desk.start(locked)
        assert desk.passphrase_box().remember.isHidden()

    def test_a_remembered_one_opens_without_asking(self, desk: Desk, locked: Path, memory: Memory) -> None:
        desk.start(locked)
        box = desk.passphrase_box()
        desk.click(box.remember)
        desk.enter("Not this one")
        assert memory.kept == {}
        desk.enter(PASSPHRASE)
        assert list(memory.kept.values()) == [PASSPHRASE]
        desk.close()
        desk.start(locked)
        assert desk.desktop.door.box is None
        assert desk.client_names() == ["Anne", "Bruno"]

    def test_one_that_was_changed_elsewhere_is_asked_for(
        self, desk: Desk, locked: Path, memory: Memory
    ) -> None:
        passphrases.remember(locked, "the former one")
        desk.start(locked)
        assert desk.passphrase_box().problem.isHidden()
        desk.enter(PASSPHRASE)
        assert desk.client_names() == ["Anne", "Bruno"]


DAMAGE = ["zeroed", "random", "truncated", "header", "empty", "bit"]


class TestDamage:
    @pytest.mark.parametrize("how", DAMAGE)
    def test_the_newest_backup_takes_its_place(self, desk: Desk, path: Path, how: str) -> None:
        book_with_backups(path, desk.clock)
        content = spoil(path, how)
        desk.start(path)
        if isinstance(desk.desktop.door.box, PassphraseDialog):  # chance looks like encryption
            desk.click(desk.passphrase_box().backups_button)
        box = desk.recovery()
        assert "Clients.portfolio" in box.explanation.text()
        assert [info.clients for info in box.table.infos] == [2, 1]
        assert box.table.current() is box.table.infos[0]
        assert box.as_it_is_button.isVisible() == (how == "bit")
        assert path.read_bytes() == content
        desk.qtbot.keyClick(box.table, Qt.Key.Key_Return)
        desk.settle()
        assert desk.client_names() == ["Anne", "Bruno"]
        (aside,) = path.parent.glob("*damaged*.portfolio")
        assert aside.read_bytes() == content
        assert aside.name in desk.banner

    def test_an_older_one_can_be_chosen(self, desk: Desk, path: Path) -> None:
        book_with_backups(path, desk.clock)
        spoil(path, "header")
        desk.start(path)
        box = desk.recovery()
        desk.qtbot.keyClick(box.table, Qt.Key.Key_Down)
        desk.click(box.restore_button)
        assert desk.client_names() == ["Anne"]

    def test_one_of_a_book_elsewhere_says_so(self, desk: Desk, path: Path) -> None:
        """A book of that name that is gone from its place may be this one before it was moved, or another one."""
        book_with_backups(path, desk.clock)
        moved = path.parent / "elsewhere" / path.name
        moved.parent.mkdir()
        path.rename(moved)
        spoil(moved, "header")
        desk.start(moved)
        assert f"made of “{path}”" in desk.recovery().advice.text()

    def test_a_damaged_backup_is_not_offered(self, desk: Desk, path: Path) -> None:
        newest, oldest = book_with_backups(path, desk.clock)
        spoil(newest.path, "header")
        spoil(path, "header")
        desk.start(path)
        box = desk.recovery()
        assert box.table.infos == [oldest]
        desk.click(box.restore_button)
        assert desk.client_names() == ["Anne"]

    def test_without_a_good_backup_it_says_so(self, desk: Desk, path: Path) -> None:
        for info in book_with_backups(path, desk.clock):
            spoil(info.path, "header")
        spoil(path, "header")
        desk.start(path)
        box = desk.recovery()
        assert box.table.isHidden() or not box.card.isVisible()
        assert not box.restore_button.isVisible()
        assert "no good backup" in box.advice.text()
        desk.click(button_of(box, "Cancel"))
        assert desk.desktop.window.current_key == "welcome"
        assert "overwritten" in desk.banner
        desk.click_banner("Show its backups…")
        desk.recovery()

    def test_one_altered_by_another_program_can_be_opened_as_it_is(self, desk: Desk, path: Path) -> None:
        book_with_backups(path, desk.clock)
        spoil(path, "bit")
        desk.start(path)
        desk.click(desk.recovery().as_it_is_button)
        assert desk.client_names() == ["Anne", "Cruno"]
        assert list(path.parent.glob("*damaged*")) == []

    def test_another_book_can_be_chosen(
        self, desk: Desk, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        other = tmp_path / "Other.portfolio"
        book_with_backups(other, desk.clock, ("Zoé",))
        book_with_backups(path, desk.clock)
        spoil(path, "truncated")
        desk.start(path)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(other), ""))
        desk.click(desk.recovery().other_button)
        assert desk.desktop.door.box is None
        assert desk.client_names() == ["Zoé"]

    def test_an_encrypted_backup_asks_for_its_passphrase(self, desk: Desk, locked: Path) -> None:
        spoil(locked, "empty")
        desk.start(locked)
        box = desk.recovery()
        assert box.passphrase.isVisible()
        assert not box.restore_button.isEnabled()
        desk.qtbot.keyClicks(box.passphrase.editor, "Not this one")
        desk.click(box.restore_button)
        assert desk.recovery() is box
        assert box.problem.isVisible()
        assert locked.read_bytes() == b""
        box.passphrase.editor.selectAll()
        desk.qtbot.keyClicks(box.passphrase.editor, PASSPHRASE)
        desk.qtbot.keyClick(box.passphrase.editor, Qt.Key.Key_Return)
        desk.settle()
        assert desk.client_names() == ["Anne", "Bruno"]

    def test_the_open_book_is_not_disturbed(self, desk: Desk, path: Path, tmp_path: Path) -> None:
        other = tmp_path / "Other.portfolio"
        book_with_backups(other, desk.clock, ("Zoé",))
        book_with_backups(path, desk.clock)
        spoil(path, "header")
        desk.start(other)
        desk.desktop.open_book(path)
        desk.settle()
        desk.qtbot.keyClick(desk.recovery(), Qt.Key.Key_Escape)
        desk.settle()
        assert desk.client_names() == ["Zoé"]
        assert "overwritten" in desk.banner

    @pytest.mark.parametrize("language", ["en", "fr"])
    def test_nothing_is_clipped(self, desk: Desk, path: Path, qapp: QApplication, language: str) -> None:
        desk.settings.language = language
        book_with_backups(path, desk.clock)
        spoil(path, "bit")
        desk.start(path)
        box = desk.recovery()
        for label in (box.explanation, box.advice):
            assert label.height() >= label.heightForWidth(label.width())
        assert box.table.horizontalScrollBar().maximum() == 0
        i18n.set_language(qapp, "en")


class TestMissing:
    def test_the_last_book_is_gone_and_its_backup_comes_back(self, desk: Desk, path: Path) -> None:
        book_with_backups(path, desk.clock)
        path.unlink()
        desk.settings.recent = [str(path)]
        desk.start()
        box = desk.recovery()
        assert "no file" in box.explanation.text()
        assert "put aside" not in box.advice.text()
        desk.click(box.restore_button)
        assert desk.client_names() == ["Anne", "Bruno"]
        assert desk.desktop.is_open(path)

    def test_without_backups_the_one_before_opens_and_it_is_said(
        self, desk: Desk, path: Path, tmp_path: Path
    ) -> None:
        book_with_backups(path, desk.clock, ("Zoé",))
        desk.settings.recent = [
            str(tmp_path / "gone.portfolio"),
            str(tmp_path / "gone too.portfolio"),
            str(path),
        ]
        desk.start()
        assert desk.client_names() == ["Zoé"]
        assert "gone.portfolio" in desk.banner

    def test_with_nothing_left_the_welcome_page_says_it(self, desk: Desk, tmp_path: Path) -> None:
        desk.settings.recent = [str(tmp_path / "gone.portfolio")]
        desk.start()
        window = desk.desktop.window
        assert window.current_key == "welcome"
        assert "gone.portfolio" in desk.banner
        assert list(window.sidebar._items) == ["settings", "welcome", "open_book", "new_book", "import"]
        assert not window.top_bar.log_touch.isVisible()
        desk.click(window.sidebar._items["settings"])
        page = window.page("settings")
        assert isinstance(page, SettingsPage)
        assert page.language.isVisible()
        assert not page.protection.isVisible()
        assert not page.rhythm.isVisible()
        desk.click(window.sidebar._items["import"])
        assert window.current_key == "import", "a book was made for it"
        assert "export" in window.sidebar._items

    def test_the_default_book_that_is_damaged_is_not_passed_over(self, desk: Desk) -> None:
        default = data_dir() / "My clients.portfolio"
        default.parent.mkdir(parents=True)
        book_with_backups(default, desk.clock)
        spoil(default, "header")
        desk.start()
        desk.click(desk.recovery().restore_button)
        assert desk.client_names() == ["Anne", "Bruno"]


def test_an_older_version_in_the_place_of_the_book_is_told(desk: Desk, path: Path) -> None:
    book_with_backups(path, desk.clock)
    before = path.read_bytes()
    book = books.open_book(path, desk.clock)
    clients.create_client(book, {"name": "Chloé"})
    books.close_book(book)
    path.write_bytes(before)
    desk.start(path)
    assert "older version of your book" in desk.banner
    desk.click_banner("Show the backups")
    assert desk.desktop.window.current_key == "backups"


class TestInUse:
    def test_try_again_opens_it_once_it_is_free(self, desk: Desk, path: Path) -> None:
        book_with_backups(path, desk.clock)
        holder = books.open_book(path, desk.clock)
        desk.start(path)
        assert "open elsewhere" in desk.banner
        desk.click_banner("Try again")
        assert "open elsewhere" in desk.banner
        books.close_book(holder)
        desk.click_banner("Try again")
        assert desk.client_names() == ["Anne", "Bruno"]
        assert desk.banner == ""

    def test_another_computer_is_named_and_can_be_waited_for(self, desk: Desk, path: Path) -> None:
        book_with_backups(path, desk.clock)
        desk.start(path)
        facts = {"host": "PC-BUREAU", "holder": "anne", "since": "2026-11-22 09:10", "minutes": 2}
        window = desk.desktop.window
        window.show_error(BookInUseError("in_use_by", path="/shared/b.portfolio", **facts))
        assert "PC-BUREAU" in desk.banner
        assert [item.text() for item in window.banner.buttons] == ["Try again"]
        window.show_error(BookInUseError("in_use_by", path=str(path), **facts))
        assert [item.text() for item in window.banner.buttons] == ["Save a copy…"]

    def test_the_book_in_the_window_is_not_opened_twice(self, desk: Desk, path: Path) -> None:
        book_with_backups(path, desk.clock)
        desk.start(path)
        desk.desktop.window.show_page("clients")
        desk.desktop.come_forward(path)
        desk.settle()
        assert desk.banner == ""
        assert desk.desktop.window.current_key == "clients"


class TestSharedFolder:
    @pytest.fixture
    def shared(self, tmp_path: Path, desk: Desk) -> Path:
        folder = tmp_path / "Dropbox"
        folder.mkdir()
        path = folder / "Clients.portfolio"
        book_with_backups(path, desk.clock)
        return path

    def test_the_risk_is_explained_once(self, desk: Desk, shared: Path) -> None:
        desk.start(shared)
        assert "Dropbox" in desk.banner
        desk.desktop.window.show_page("clients")
        assert "Dropbox" in desk.banner
        desk.click_banner("I understand")
        assert desk.banner == ""
        desk.close()
        desk.settings = Settings.load()
        desk.start(shared)
        assert desk.banner == ""

    def test_the_book_moves_to_this_computers_folder(self, desk: Desk, shared: Path) -> None:
        desk.start(shared)
        desk.click_banner("Move the book…")
        assert desk.desktop.book_path == data_dir() / "Clients.portfolio"
        assert desk.client_names() == ["Anne", "Bruno"]
        assert shared.exists()
        assert "left as it was" in desk.banner
        assert str(shared) not in desk.settings.recent

    def test_a_protected_book_moves_with_its_passphrase(self, desk: Desk, tmp_path: Path) -> None:
        folder = tmp_path / "OneDrive"
        folder.mkdir()
        path = folder / "Clients.portfolio"
        book_with_backups(path, desk.clock, passphrase=PASSPHRASE)
        desk.start(path)
        desk.enter(PASSPHRASE)
        desk.click_banner("Move the book…")
        assert desk.desktop.door.box is None
        assert desk.client_names() == ["Anne", "Bruno"]
        assert not (data_dir() / "Clients.portfolio").read_bytes().startswith(b"SQLite")


class TestBackupsWhileOpen:
    def test_a_failure_is_told_once(self, desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        book_with_backups(path, desk.clock)
        desk.start(path)
        keeper: BackupKeeper = desk.desktop.keeper

        def fail(book: object) -> None:
            raise BackupError("cannot_make", folder="/backups", detail="No space left on device")

        monkeypatch.setattr(backups, "begin_if_due", fail)
        keeper.ask()
        desk.settle()
        assert "No backup could be made" in desk.banner
        desk.desktop.window.banner.dismiss()
        keeper.ask()
        desk.settle()
        assert desk.banner == ""
        monkeypatch.setattr(backups, "begin_if_due", lambda book: None)
        keeper.ask()
        desk.settle()
        monkeypatch.setattr(backups, "begin_if_due", fail)
        keeper.ask()
        desk.settle()
        assert "No backup could be made" in desk.banner

    def test_one_is_made_when_due_and_the_page_shows_it(self, desk: Desk, path: Path) -> None:
        book_with_backups(path, desk.clock)
        desktop = desk.start(path)
        desktop.window.show_page("backups")
        desk.settle()
        from portfolio_app.services import clients

        desktop.operations.run(desktop, clients.create_client, {"name": "Carla"})
        desk.settle()
        desk.clock.forward(1)
        desktop.keeper.ask()
        desk.settle()
        desktop.keeper.shut_down()
        desk.settle()
        page = desktop.window.page("backups")
        assert page.table.infos[0].reason == "periodic"  # type: ignore[union-attr]
        assert desk.banner == ""

    def test_a_copy_whose_answer_comes_after_closing_leaves_nothing(
        self, desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        book_with_backups(path, desk.clock)
        desktop = desk.start(path)
        desktop.operations.run(desktop, clients.create_client, {"name": "Carla"})
        desk.settle()
        desk.clock.forward(1)
        begun, begin = threading.Event(), backups.begin_if_due

        def watched(book: books.Book) -> backups.PendingBackup | None:
            pending = begin(book)
            assert pending is not None
            begun.set()
            return pending

        monkeypatch.setattr(backups, "begin_if_due", watched)
        desktop.keeper.ask()
        assert begun.wait(30)  # no answer is heard meanwhile
        desktop.window.close()
        newest = backups.backups_for(path)[0]
        assert newest.reason == "close"
        assert {file.suffix for file in newest.path.parent.iterdir()} == {".portfolio", ".json"}

    def test_it_waits_while_the_book_is_busy(self, desk: Desk, path: Path) -> None:
        book_with_backups(path, desk.clock)
        desktop = desk.start(path)
        asked: list[object] = []
        desktop.operations.query(desktop, lambda book: None, on_result=asked.append)
        desktop.keeper.ask()
        assert desktop.keeper._timer.interval() == 10_000
        desk.settle()

    def test_closing_and_swapping_back_up_what_changed(self, desk: Desk, path: Path, tmp_path: Path) -> None:
        from portfolio_app.services import clients

        other = tmp_path / "Other.portfolio"
        book_with_backups(other, desk.clock, ("Zoé",))
        book_with_backups(path, desk.clock)
        for end in ("swap", "close"):
            desktop = desk.start(path)
            desktop.operations.run(desktop, clients.create_client, {"name": f"Before {end}"})
            desk.settle()
            desk.clock.forward(1)
            if end == "swap":
                desktop.open_book(other)
                desk.settle()
                assert desk.client_names() == ["Zoé"]
            desktop.window.close()
            newest, *_ = backups.backups_for(path)
            assert newest.reason == "close"
            assert newest.clients == (3 if end == "swap" else 4)

    def test_a_demo_leaves_nothing_behind(self, desk: Desk) -> None:
        from portfolio_app.config import backups_dir
        from portfolio_app.services import clients

        desktop = desk.start(demo=True)
        desktop.operations.run(desktop, clients.create_client, {"name": "Nobody"})
        desk.settle()
        desktop.window.close()
        assert not backups_dir().exists()
        assert not settings_path().exists()


def test_an_attempt_never_shows_its_passphrase(path: Path) -> None:
    assert PASSPHRASE not in repr(book_calls.Attempt(path, PASSPHRASE))


def test_what_needs_time_on_closing_says_so(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    book_with_backups(path, desk.clock)
    desktop = desk.start(path)
    said: list[str] = []

    def slowly(book: object) -> None:
        time.sleep(0.6)
        said.append(desktop.window.toast.text)
        book.close()  # type: ignore[attr-defined]

    monkeypatch.setattr(book_calls, "close_book", slowly)
    monkeypatch.setattr(desktop.operations, "_close", slowly)
    desktop.window.close()
    assert said == ["Saving a backup…"]
    assert not desktop.window.isVisible()
