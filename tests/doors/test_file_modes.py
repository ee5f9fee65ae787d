"""The door of the disk: what the program writes is for its owner only, whatever the system would allow by itself."""

from __future__ import annotations

import ast
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import portfolio_app
from portfolio_app import cli, files
from portfolio_app.config import Settings
from portfolio_app.errors import BookWriteError, SourceError
from portfolio_app.exchange.mapping import Mapping, MappingError
from portfolio_app.exchange.tabular import open_table
from portfolio_app.services import backups, books, clients, export, import_, privacy
from portfolio_app.storage.book import Book
from portfolio_app.ui.widgets import chart_worker
from tests.conftest import TODAY, fixed_clock


@pytest.fixture(params=[0o000, 0o077], ids=["open", "closed"])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """What the system takes away from the rights of new files."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def assert_private(root: Path, *, but: set[Path] = frozenset()) -> int:  # type: ignore[assignment]
    """Every file 0600 (or 0400), every folder 0700; how many files there are."""
    count = 0
    for path in root.rglob("*"):
        if path in but or path.is_symlink():
            continue
        mode = stat.S_IMODE(path.stat().st_mode)
        if path.is_dir():
            assert mode == 0o700, f"{path} is {mode:o}"
        else:
            assert mode in (0o600, 0o400), f"{path} is {mode:o}"
            count += 1
    return count


def test_a_book_and_everything_around_it(tmp_path: Path, umask: int) -> None:
    """Book, journal, copy, backups, seal, preferences: all that is written while somebody works."""
    root = files.private_folder(tmp_path / "root")
    path = root / "book.portfolio"
    book = books.new_book(path, "EUR", fixed_clock)
    (client_id,) = clients.create_client(book, {"name": "Kerisac"}, {"full_name": "Anne"}).created["client"]
    with book.step("update_client") as step:
        step.connection.exec_driver_sql("UPDATE client SET city = 'Quimper'")
        assert_private(root)
    assert client_id
    assert backups.make_backup(book, "manual") is not None
    books.save_copy(book, root / "copy.portfolio")
    Settings(language="fr").save()
    books.close_book(book)
    books.close_book(books.open_book(path, fixed_clock))
    assert assert_private(root) >= 2
    assert assert_private(tmp_path / "home") >= 3
    assert stat.S_IMODE((tmp_path / "home").stat().st_mode) == 0o700


@pytest.mark.parametrize("umask", [0o000], indirect=True)
def test_what_is_exported(sample_book: Book, tmp_path: Path, umask: int) -> None:
    root = files.private_folder(tmp_path / "out")
    export.export_workbook(sample_book, root / "all.xlsx", TODAY, "fr")
    export.export_concentration(sample_book, root / "concentration.xlsx", TODAY, "fr")
    source = tmp_path / "in.csv"
    source.write_text("Client,Date,Amount\nx,y,z\n", encoding="utf-8")
    mapping = Mapping({"Client": "client.name", "Date": "sale.date", "Amount": "sale.amount"})
    report = import_.preview_import(sample_book, [import_.read_source(source, mapping)])
    import_.save_refused(report.files[0], root / "refused.csv")
    chart_worker.write(lambda figure, palette: None, root / "chart.svg", 200, 100)
    privacy.export_person(sample_book, privacy.Person("contact", 1), root, language="fr")
    privacy.campaign_list(sample_book, "email", root / "campaign.csv")
    privacy.register_of_processing(sample_book, root / "register.pdf", "fr", {})
    assert assert_private(root) >= 7


def test_what_the_command_line_writes(tmp_path: Path, umask: int, capsys: pytest.CaptureFixture[str]) -> None:
    root = files.private_folder(tmp_path / "out")
    book = root / "book.portfolio"
    assert cli.run(["new", str(book)]) == 0
    source = tmp_path / "in.csv"
    source.write_text("Client,Date,Amount\nKerisac,2026-01-01,12\nx,y,z\n", encoding="utf-8")
    assert cli.run(["import", str(book), str(source), "--refused", str(root / "refused.csv")]) == 1
    assert cli.run(["metrics", str(book), "--out", str(root / "metrics.csv")]) == 0
    assert cli.run(["export", str(book), str(root / "all.xlsx")]) == 0
    assert assert_private(root) >= 4
    assert_private(tmp_path / "home")


class TestWhole:
    """Files that are there whole or not at all."""

    def test_a_failure_leaves_what_was_there(self, tmp_path: Path) -> None:
        path = tmp_path / "x.csv"
        path.write_text("old", encoding="utf-8")

        def fail() -> None:
            with files.whole(path, "w", encoding="utf-8") as stream:
                stream.write("half")
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            fail()
        assert path.read_text(encoding="utf-8") == "old"
        assert [each.name for each in tmp_path.iterdir()] == ["x.csv"]

    def test_a_link_is_replaced_and_not_followed(self, tmp_path: Path) -> None:
        target = tmp_path / "target"
        target.write_text("safe", encoding="utf-8")
        link = tmp_path / "link.csv"
        link.symlink_to(target)
        with files.whole(link, "w", encoding="utf-8") as stream:
            stream.write("new")
        assert target.read_text(encoding="utf-8") == "safe"
        assert link.read_text(encoding="utf-8") == "new"

    @pytest.mark.parametrize("name", ["a\x00b", "x" * 300, "\ud800", "é" * 200])
    def test_an_impossible_name_is_an_error_of_the_disk(self, name: str, tmp_path: Path) -> None:
        def write() -> None:
            with files.whole(tmp_path / name) as stream:
                stream.write(b"x")

        with pytest.raises(OSError):  # noqa: PT011 the number depends on the system
            write()
        assert list(tmp_path.iterdir()) == []

    def test_folders_are_made_private_and_left_as_they_are(self, tmp_path: Path) -> None:
        before = os.umask(0)
        try:
            (tmp_path / "there").mkdir(0o755)
            made = files.private_folder(tmp_path / "there" / "a" / "b")
        finally:
            os.umask(before)
        assert [stat.S_IMODE(path.stat().st_mode) for path in (made, made.parent, tmp_path / "there")] == [
            0o700,
            0o700,
            0o755,
        ]
        (tmp_path / "file").touch()
        with pytest.raises(NotADirectoryError):
            files.private_folder(tmp_path / "file" / "x")


class TestTheOpenBook:
    """A book that is open is neither read nor written by another road: that would drop its lock."""

    @pytest.fixture
    def names(self, book: Book, tmp_path: Path) -> list[Path]:
        """The book by all its names."""
        os.link(book.path, tmp_path / "hard.csv")
        (tmp_path / "soft.xlsx").symlink_to(book.path)
        return [
            book.path,
            tmp_path / "hard.csv",
            tmp_path / "soft.xlsx",
            book.path.parent / "." / book.path.name,
        ]

    @pytest.mark.parametrize("place", range(4))
    def test_it_is_no_file_to_import(self, names: list[Path], place: int, book: Book) -> None:
        with pytest.raises(SourceError) as caught:
            open_table(names[place])
        assert caught.value.code == "open_book"
        with pytest.raises(MappingError):
            Mapping.from_json(names[place])
        assert is_locked(book.path)

    @pytest.mark.parametrize("place", range(4))
    def test_nothing_is_written_in_its_place(self, names: list[Path], place: int, book: Book) -> None:
        def write() -> None:
            with files.whole(names[place]) as stream:
                stream.write(b"x")

        with pytest.raises(OSError, match="busy"):
            write()
        assert is_locked(book.path)
        clients.create_client(book, {"name": "Kerisac"})

    def test_refused_rows_are_not_saved_over_it(self, book: Book, tmp_path: Path) -> None:
        source = tmp_path / "in.csv"
        source.write_text("Client,Date,Amount\nx,y,z\n", encoding="utf-8")
        mapping = Mapping({"Client": "client.name", "Date": "sale.date", "Amount": "sale.amount"})
        report = import_.preview_import(book, [import_.read_source(source, mapping)])
        with pytest.raises(BookWriteError):
            import_.save_refused(report.files[0], book.path)
        assert is_locked(book.path)

    def test_a_closed_one_is_a_file_like_others(self, book: Book) -> None:
        book.close()
        with pytest.raises(SourceError) as caught:
            open_table(book.path)
        assert caught.value.code == "not_text"


def is_locked(path: Path) -> bool:
    """Whether another process finds the book locked."""
    program = (
        "import sqlite3, sys\n"
        "try: sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT count(*) FROM sqlite_master').fetchall()\n"
        "except sqlite3.OperationalError as error: sys.exit(7 if 'locked' in str(error) else 1)\n"
    )
    return subprocess.run([sys.executable, "-c", program, str(path)], check=False).returncode == 7


WRITES = ("write_text", "write_bytes", "mkdir", "makedirs", "touch")


def test_nothing_is_written_by_another_road() -> None:
    """`files` and SQLite make files and folders, nobody else."""
    found = []
    for path in sorted(Path(portfolio_app.__file__).parent.rglob("*.py")):
        if path.name == "files.py":
            continue
        source = path.read_text(encoding="utf-8")
        if not any(f"{name}(" in source for name in (*WRITES, "open")):
            continue
        for node in ast.walk(ast.parse(source)):
            # What is opened within an archive stands in the file that `files` made for it.
            is_entry = isinstance(node, ast.Call) and ast.unparse(node.func) == "archive.open"
            if isinstance(node, ast.Call) and _writes(node) and not is_entry:
                found.append(f"{path.name}:{node.lineno}: {ast.unparse(node)}")
    assert found == []


def _writes(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name != "open":
        return name in WRITES
    modes = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    # A descriptor that is open already is no new file.
    return any(set(mode) & set("wxa") and len(mode) < 4 for mode in modes) and "fileno" not in ast.unparse(
        call
    )
