"""The door of workbooks: whatever a file holds, it is read or refused with a sentence, and nothing else happens."""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from portfolio_app.errors import PortfolioError, SourceError
from portfolio_app.exchange import spreadsheet, workbook_child
from portfolio_app.exchange.mapping import Mapping
from portfolio_app.exchange.tabular import open_table
from portfolio_app.services import import_
from portfolio_app.storage.book import Book
from tests.doors import workbooks

PARENT_GROWTH = 100 * 1024
"""Kilobytes the reading process may grow by, whatever the file asks for."""
REFUSED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "5 KB, a hundred gigabytes of cells": (workbooks.huge_dimension, "bad_workbook"),
    "a cell in the last row": (workbooks.tall, "bad_workbook"),
    "a cell outside every sheet": (workbooks.beyond_the_last_cell, "bad_workbook"),
    "a bomb": (lambda path: workbooks.bomb(path, 52), "too_large"),
    "a bomb that lies about its size": (workbooks.lying_bomb, "bad_workbook"),
    "nothing but names": (workbooks.many_parts, "too_large"),
    "a thousand million laughs": (workbooks.laughs, "bad_workbook"),
    "laughs among the shared texts": (workbooks.laughs_in_strings, "bad_workbook"),
    "an entity that is another file": (workbooks.external_entity, "bad_workbook"),
    "quadratic growth": (workbooks.quadratic, "bad_workbook"),
    "one enormous shared text": (workbooks.shared_string_bomb, "too_large"),
    "a password": (workbooks.encrypted, "protected_workbook"),
    "laughs in OpenDocument": (
        lambda p: workbooks.ods(p, head=workbooks.LAUGHS, text="&a9;"),
        "bad_workbook",
    ),
    "another file in OpenDocument": (
        lambda path: workbooks.ods(path, head=workbooks.EXTERNAL, text="&leak;"),
        "bad_workbook",
    ),
    "a million times a million cells in OpenDocument": (
        lambda path: workbooks.ods(path, repeated="1000000"),
        "bad_workbook",
    ),
    "more repetitions in OpenDocument than a number holds": (
        lambda path: workbooks.ods(path, repeated="9" * 20),
        "bad_workbook",
    ),
}


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, which must be empty in the end."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_workbook_ends_in_a_sentence(name: str, tmp_path: Path, temporary: Path) -> None:
    make, code = REFUSED[name]
    path = make(tmp_path / ("hostile.ods" if "OpenDocument" in name else "hostile.xlsx"))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(SourceError) as caught:
        open_table(path)
    assert caught.value.code == code
    assert path.name in str(caught.value)
    assert "_rels" not in str(caught.value)
    assert "root:" not in str(caught.value)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < PARENT_GROWTH
    del caught
    gc.collect()
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("make", [workbooks.good, workbooks.traversal, workbooks.nested_bomb, workbooks.ods])
def test_what_is_not_part_of_the_table_is_left_in_the_file(
    make: Callable[[Path], Path], tmp_path: Path, temporary: Path
) -> None:
    folder = tmp_path / "inside" / "of"
    folder.mkdir(parents=True)
    name = "book.ods" if make is workbooks.ods else "book.xlsx"
    table = open_table(make(folder / name))
    assert [cells[0] for _line, cells in table.rows()] == ["Kerisac"]
    assert [
        path.name for path in tmp_path.rglob("*") if path.is_file() and temporary not in path.parents
    ] == [name]
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in temporary.rglob("*")}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}


@pytest.mark.parametrize(
    "field", ["sale.amount", "sale.date", "sale.quantity", "client.reference", "interaction.minutes"]
)
def test_numbers_that_are_none_are_refused_by_the_row(field: str, book: Book, tmp_path: Path) -> None:
    path = workbooks.not_numbers(tmp_path / "numbers.xlsx")
    for column in (1, 3):
        columns = {f"Column {column}": field, f"Column {column % 5 + 1}": "client.name"}
        if field.startswith("sale.") and field != "sale.date":
            columns[f"Column {(column + 1) % 5 + 1}"] = "sale.date"
        if field not in ("sale.amount", "client.reference", "interaction.minutes"):
            columns[f"Column {(column + 2) % 5 + 1}"] = "sale.amount"
        with contextlib.suppress(PortfolioError):
            source = import_.read_source(path, Mapping(columns, has_header=False))
            report = import_.preview_import(book, [source])
            assert sum(file.rows for file in report.files) == 2


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods"])
@pytest.mark.parametrize("kind", ["cut", "flipped", "zeroed", "head only"])
def test_a_damaged_workbook_ends_in_a_sentence(suffix: str, kind: str, tmp_path: Path) -> None:
    source = workbooks.ods if suffix == ".ods" else workbooks.good
    path = source(tmp_path / f"damaged{suffix}")
    if suffix == ".xls":
        workbooks.encrypted(path)
    content = bytearray(path.read_bytes())
    if kind == "cut":
        del content[len(content) // 2 :]
    elif kind == "flipped":
        for place in range(40, len(content), 7):
            content[place] ^= 0x55
    elif kind == "zeroed":
        content[30:-30] = bytes(len(content) - 60)
    else:
        del content[8:]
    path.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        open_table(path)
    assert "damaged" in str(caught.value)


class TestTheReader:
    """The process that reads workbooks: what it is allowed."""

    def test_its_memory_time_and_output_are_limited(self) -> None:
        program = (
            "import json, resource; from portfolio_app.exchange import workbook_child as child; "
            "child._limit_resources(); print(json.dumps([resource.getrlimit(kind)[0] for kind in "
            "(resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE)]))"
        )
        answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        limits = [workbook_child.MEMORY_LIMIT, workbook_child.CPU_SECONDS, workbook_child.MAX_OUTPUT, 0]
        assert answer.stdout.strip() == str(limits)

    def test_it_is_given_nothing_of_the_parents(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = (
            "import json, os, sys; fds = [int(name) for name in os.listdir('/proc/self/fd')]\n"
            "assert sys.stdin.read() == ''\n"
            "print(json.dumps({'sheets': ['S'], 'sheet': 'S'})); print('[1, \"Name\"]')\n"
            "print(json.dumps([2, str(max(fds) < 6)]))"
        )
        monkeypatch.setattr(spreadsheet, "child_command", lambda *_: [sys.executable, "-c", program])
        path = workbooks.good(tmp_path / "book.xlsx")
        with (tmp_path / "other").open("wb") as other:
            os.set_inheritable(other.fileno(), True)
            table = open_table(path)
        assert [cells for _line, cells in table.rows()] == [["True"]]

    def test_too_much_output_is_too_large(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        program = (
            "import sys; from portfolio_app.exchange import workbook_child as child; "
            "child.MAX_OUTPUT = 20; sys.exit(child.main(sys.argv[1:]))"
        )
        monkeypatch.setattr(
            spreadsheet,
            "child_command",
            lambda path, sheet: [sys.executable, "-c", program, str(path), sheet],
        )
        with pytest.raises(SourceError) as caught:
            open_table(workbooks.good(tmp_path / "book.xlsx"))
        assert caught.value.code == "too_large"

    def test_too_little_memory_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        program = (
            "import sys; from portfolio_app.exchange import workbook_child as child\n"
            "def hungry(*_): raise MemoryError\n"
            "child._write_sheet = hungry; sys.exit(child.main(sys.argv[1:]))"
        )
        monkeypatch.setattr(
            spreadsheet,
            "child_command",
            lambda path, sheet: [sys.executable, "-c", program, str(path), sheet],
        )
        with pytest.raises(SourceError) as caught:
            open_table(workbooks.good(tmp_path / "book.xlsx"))
        assert caught.value.code == "too_large"

    @pytest.mark.parametrize(
        "output", ["", "x", "[]", "3", '{"error": 7}', '["error"]', '{"error": "nonsense", "detail": {}}']
    )
    def test_whatever_it_says_in_failing_is_a_sentence(
        self, output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = f"import sys; print({output!r}); sys.exit({workbook_child.FAILED})"
        monkeypatch.setattr(spreadsheet, "child_command", lambda *_: [sys.executable, "-c", program])
        with pytest.raises(SourceError) as caught:
            open_table(workbooks.good(tmp_path / "book.xlsx"))
        assert caught.value.code == "bad_workbook"

    def test_a_name_that_looks_like_an_option_is_a_name(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        workbooks.good(tmp_path / "--help.xlsx")
        assert len(list(open_table(Path("--help.xlsx")).rows())) == 1

    def test_modules_beside_the_file_are_not_run(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        for name in ("json", "python_calamine", "zipfile"):
            (tmp_path / f"{name}.py").write_text("raise SystemExit('ran')", encoding="utf-8")
        assert len(list(open_table(workbooks.good(tmp_path / "book.xlsx")).rows())) == 1

    def test_without_arguments_it_only_fails(self) -> None:
        assert workbook_child.main([]) == workbook_child.FAILED
