"""The door of file names: what is made of a name stays where it belongs, and is a name every disk can hold."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from portfolio_app.config import Settings, backups_dir, data_dir
from portfolio_app.errors import BookWriteError, PortfolioError
from portfolio_app.exchange.person_file import free_paths
from portfolio_app.services import backups, books, clients, export, privacy
from portfolio_app.storage.backup_labels import folder_of
from portfolio_app.storage.book import Book
from portfolio_app.ui.desktop import Desktop
from portfolio_app.ui.pages import import_calls
from tests.conftest import TODAY, fixed_clock
from tests.doors import hostile

RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def assert_good_name(path: Path, folder: Path) -> None:
    """A file in that very folder, whose name no system minds."""
    assert path.parent == folder
    name = path.name
    assert len(name.encode()) <= 255
    assert not re.search(r'[\x00-\x1f/\\:*?"<>|\u202a-\u202e\u2066-\u2069]', name)
    assert not name.startswith((".", "-", " ", "~"))
    assert not name.endswith((".", " "))
    assert not RESERVED.fullmatch(name)


@hostile.each("name", [*hostile.EVERYTHING, "", "💡" * 100])
def test_the_files_about_a_person(name: str, tmp_path: Path) -> None:
    for path in free_paths(tmp_path, name, TODAY):
        assert_good_name(path, tmp_path)
        path.touch()
    again = free_paths(tmp_path, name, TODAY)
    assert not any(path.exists() for path in again)


@pytest.mark.parametrize("name", hostile.NAMES[:12], ids=range(12))
def test_a_person_of_any_name_is_exported_into_the_folder(book: Book, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "deep" / "er"
    folder.mkdir(parents=True)
    created = clients.create_client(book, {"name": "x"}, {"full_name": name})
    (contact_id,) = created.created["contact"]
    before = {path for path in tmp_path.rglob("*") if folder not in path.parents}
    written = privacy.export_person(book, privacy.Person("contact", contact_id), folder, language="fr")
    for path in written:
        assert_good_name(path, folder)
    json.loads(written[0].read_text(encoding="utf-8"))
    assert {path for path in tmp_path.rglob("*") if folder not in path.parents} == before


@hostile.each("identity", [*hostile.NAMES, *hostile.SQL[:5], "", "../../" * 20])
def test_the_identity_of_a_book_leads_nowhere(identity: str) -> None:
    """It is read from the book's file, which may have come by mail."""
    folder = folder_of(identity)
    assert folder.parent == backups_dir()
    assert re.fullmatch(r"[0-9a-f-]{32,36}", folder.name)


def test_backups_of_a_book_with_a_hostile_identity(book: Book, tmp_path: Path) -> None:
    with book.step("update_setting") as step:
        step.connection.execute(
            text("UPDATE setting SET value = json_quote(:id) WHERE key = 'book_id'"),
            {"id": "../../../escaped"},
        )
    info = backups.make_backup(book, "manual")
    assert info is not None
    assert backups_dir() in info.path.parents
    assert not any("escaped" in path.name for path in tmp_path.rglob("*"))


@pytest.mark.parametrize(
    "name",
    ["it's", "a\nb", "-rf", ".hidden", "é" * 60, "\u202egpj", "a:b*c?d", "v1.2", "CON", "$HOME %s {0}"],
)
def test_a_book_of_any_file_name_is_opened_backed_up_and_copied(
    name: str, make_book: Callable[..., Book], tmp_path: Path
) -> None:
    book = make_book(f"{name}.portfolio")
    clients.create_client(book, {"name": "Kerisac"})
    info = backups.make_backup(book, "manual")
    assert info is not None
    assert_good_name(info.path, info.path.parent)
    copy = books.save_copy(book, tmp_path / f"{name} 2")
    assert copy.exists()
    assert copy.parent == tmp_path
    assert export.export_workbook(book, tmp_path / f"{name}.xlsx", TODAY, "fr").exists()


@pytest.mark.parametrize("name", ["x" * 300, "é" * 200, "a\x00b", "a/b", "../nowhere/x", "\ud800"])
def test_a_name_no_disk_can_hold_ends_in_a_sentence(name: str, book: Book, tmp_path: Path) -> None:
    for call in (
        lambda: books.new_book(tmp_path / f"{name}.portfolio", "EUR", fixed_clock),
        lambda: books.open_book(tmp_path / f"{name}.portfolio", fixed_clock),
        lambda: books.save_copy(book, tmp_path / f"{name}.portfolio"),
        lambda: export.export_workbook(book, tmp_path / f"{name}.xlsx", TODAY, "fr"),
    ):
        with pytest.raises(PortfolioError) as caught:
            call()
        assert str(caught.value)


def test_refused_rows_of_several_files_stay_in_their_folder(tmp_path: Path) -> None:
    """Each list is named after its file; names that are too long together are refused with a sentence."""
    source = SimpleNamespace(path=Path("/elsewhere") / ("x" * 250 + ".csv"))
    reports = [SimpleNamespace(refused=[1], source=source)] * 2
    with pytest.raises((BookWriteError, AttributeError)):
        import_calls.save_refused(reports, tmp_path / "out.csv", lambda row: "", ("", ""))  # type: ignore[arg-type]
    assert list(tmp_path.glob("*")) == []


class TestProposals:
    """What the window proposes as the name of a file."""

    @pytest.fixture
    def proposed(self, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
        """The names proposed; none is chosen."""
        names: list[Path] = []

        def ask(parent: object, title: str, name: str, *_: object) -> tuple[str, str]:
            names.append(Path(name))
            return "", ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return names

    @pytest.fixture(params=["v1.2.portfolio", "Q7{0}%n.portfolio", "-rf.portfolio", "2026-11-22.portfolio"])
    def desktop(
        self,
        request: pytest.FixtureRequest,
        qtbot: QtBot,
        qapp: QApplication,
        empty_book_file: Path,
        tmp_path: Path,
    ) -> Iterator[Desktop]:
        path = tmp_path / request.param
        shutil.copy(empty_book_file, path)
        made = Desktop(qapp, Settings(language="en"), lambda: TODAY, fixed_clock)
        made.start(path)
        qtbot.waitUntil(lambda: made.window.current_key != "" and not made.operations.is_busy, timeout=20_000)
        yield made
        made.window.close()
        made.window.deleteLater()

    def test_they_keep_the_name_of_the_book(
        self, desktop: Desktop, proposed: list[Path], tmp_path: Path
    ) -> None:
        assert desktop._book_path is not None
        stem = desktop._book_path.stem
        desktop.exporting.ask()
        desktop.save_copy()
        exported, copied = proposed
        assert exported.name.startswith(stem)
        assert exported.name.endswith(".xlsx")
        assert exported.parent in (data_dir(), Path.home())
        assert copied.parent == tmp_path
        assert copied.name == f"{stem} {TODAY.isoformat()}.portfolio"
