"""The door of the command line: whatever is typed after the name of the program, it answers with a sentence."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from portfolio_app import cli
from portfolio_app.services import books, clients
from tests.conftest import fixed_clock
from tests.doors import hostile

WITH_BOOK = ("metrics", "concentration", "segments", "follow-ups", "quality", "check", "undo", "history")
NO_BOOKS = (
    "",
    ".",
    "/",
    "/dev/null",
    "/dev/zero",
    "x" * 300,
    "é" * 200,
    "x" * 5_000,
    "\udcff",
    "nowhere/at/all",
    "../../../../etc/passwd",
    "file:///etc/passwd",
    ":memory:",
    "file::memory:?cache=shared",
    "{0}",
    "%s%n",
    "$(id)",
    "a\nb",
)


def run(*arguments: str) -> int:
    """The exit status, argparse's own included."""
    try:
        return cli.run(list(arguments))
    except SystemExit as end:
        return int(end.code or 0)


def assert_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """Something was said, and no trace of the program's inside."""
    said = capsys.readouterr()
    assert said.err.strip()
    assert "Traceback" not in said.err


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed book with a client."""
    book = books.new_book(tmp_path / "book.portfolio", "EUR", fixed_clock)
    clients.create_client(book, {"name": hostile.HTML, "reference": "\u202e=1"})
    book.close()
    return book.path


@pytest.mark.parametrize("name", NO_BOOKS, ids=range(len(NO_BOOKS)))
def test_what_is_no_book_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in WITH_BOOK:
        assert run(command, name) == 2
        assert_sentence(capsys)
    assert run("export", name, "out.xlsx") == 2
    assert run("import", name, "in.csv") == 2
    assert run("import", "book.portfolio", name) == 2
    assert_sentence(capsys)
    assert not any(tmp_path.rglob("*.xlsx"))


def test_a_pipe_is_not_waited_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe.portfolio")
    assert run("check", str(tmp_path / "pipe.portfolio")) == 2
    assert_sentence(capsys)


@pytest.mark.parametrize(
    "arguments",
    [
        ["metrics", "BOOK", "--as-of", "2026-02-31"],
        ["metrics", "BOOK", "--as-of", "'; DROP TABLE client"],
        ["metrics", "BOOK", "--window", "-1"],
        ["metrics", "BOOK", "--window", "1e9"],
        ["metrics", "BOOK", "--window", "9" * 5_000],
        ["metrics", "BOOK", "--window", "²"],
        ["metrics", "BOOK", "--out", "BOOK"],
        ["metrics", "BOOK", "--out", "/"],
        ["metrics", "BOOK", "--out", "x" * 300],
        ["metrics", "BOOK", "--out", "nowhere/x.csv"],
        ["metrics", "BOOK", "--out", "/dev/null/x"],
        ["concentration", "BOOK", "--top", "x"],
        ["concentration", "BOOK", "--measure", "__class__"],
        ["concentration", "BOOK", "--unknown"],
        ["history", "BOOK", "--limit", "x"],
        ["export", "BOOK", "out.exe"],
        ["export", "BOOK", "BOOK"],
        ["export", "BOOK", "../../" + "x" * 300 + ".xlsx"],
        ["export", "BOOK", "out.xlsx", "--lang", "../../x"],
        ["import", "BOOK", "BOOK"],
        ["import", "BOOK", "BOOK", "--mapping", "BOOK"],
        ["import", "BOOK", "nowhere.csv", "--refused", "BOOK"],
        ["new", "BOOK"],
        ["new", "other", "--currency", "€€€"],
        ["new", "other", "--currency", "E'R"],
        ["new", "other", "--currency", "EURO" * 1_000],
        ["new", "/nowhere/other"],
        ["new", "x" * 300],
        ["nonsense"],
        [],
    ],
    ids=lambda arguments: " ".join(arguments)[:60],
)
def test_a_hostile_argument_ends_in_a_sentence(
    arguments: list[str],
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    before = path.read_bytes()
    assert run(*(str(path) if each == "BOOK" else each for each in arguments)) == 2
    assert_sentence(capsys)
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("other*"))


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("command", ["metrics", "follow-ups"])
def test_any_day_of_the_calendar_is_answered(
    command: str, day: str, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, str(path), "--as-of", day) in (0, 2)
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("count", ["0", "-1", "99999999999999999999"])
def test_any_count_is_answered(count: str, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("concentration", str(path), "--top", count, "--json") in (0, 2)
    assert run("history", str(path), "--limit", count, "--json") in (0, 2)
    assert "Traceback" not in capsys.readouterr().err


def test_one_object_and_nothing_else_is_printed_as_json(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("concentration", "segments", "follow-ups", "check", "history"):
        assert run(command, str(path), "--json") == 0
        json.loads(capsys.readouterr().out)
    assert run("check", str(path.with_name("nowhere")), "--json") == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "missing"


def test_a_name_does_not_command_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is printed of a file or a client moves no cursor and sets no title."""
    monkeypatch.chdir(tmp_path)
    source = Path("\x1b]0;owned\x07\x1b[2J.csv")
    source.write_text("Client,Date,Amount\n\x1b[31mred,\x1b[2J,1\n", encoding="utf-8")
    assert run("new", "b") == 0
    run("import", "b", str(source))
    run("import", "b", "\x1b[2Jnowhere.csv")
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err
    assert "\x07" not in said.out + said.err
