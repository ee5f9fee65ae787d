"""Reading a sheet of a workbook, or address cards, in a child process with limits of memory, time and size."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import portfolio_app
from portfolio_app import files
from portfolio_app.errors import OperationCancelled, SourceError
from portfolio_app.exchange.cells import Cell
from portfolio_app.exchange.workbook_child import ALL_SHEETS, FAILED, MAX_OUTPUT, NO_ROOM

TIME_LIMIT = 180.0


def child_command(path: Path, sheet: str) -> list[str]:
    """The command that reads a sheet; a frozen program calls itself with a hidden option."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read-workbook", str(path), sheet]
    # -P: never import from the current folder, which may be the one the file was downloaded to.
    return [sys.executable, "-P", "-m", "portfolio_app.exchange.workbook_child", str(path), sheet]


class Spool:
    """The rows of one sheet in a temporary file, so that they can be read again without the workbook.

    Of address cards one row a card; there `sheet` is the encoding to read them with and `left_out` counts what no
    column takes. The file is private to this process and goes away with the object.
    """

    def __init__(
        self, path: Path, sheet: str | None = None, should_stop: Callable[[], bool] | None = None
    ) -> None:
        self.path = path
        self._should_stop = should_stop or (lambda: False)
        folder = tempfile.mkdtemp(prefix="portfolio-sheet-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self._file = Path(folder) / "rows.jsonl"
        self._run(sheet or "")
        with self._file.open(encoding="utf-8") as stream:
            head = _loads(stream.readline(), path)
        self.sheets: list[str] = list(head["sheets"])
        self.sheet: str = str(head["sheet"])
        self.left_out: dict[str, int] = self._last_line().get("left_out", {})

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """(sheet row number, cells) of the rows that hold anything."""
        with self._file.open(encoding="utf-8") as stream:
            stream.readline()
            for line in stream:
                if line[0] == "{":
                    return
                number, *cells = _loads(line, self.path)
                yield number, [_decoded(cell) if type(cell) is list else cell for cell in cells]

    def _run(self, sheet: str) -> None:
        package_parent = str(Path(portfolio_app.__file__).resolve().parents[1])
        environment = {**os.environ, "PYTHONPATH": package_parent, "PYTHONIOENCODING": "utf-8"}
        command = child_command(self.path.resolve(), sheet)
        no_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        with files.open_new(self._file) as out:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.DEVNULL,
                env=environment,
                creationflags=no_window,
            )
            try:
                self._wait(process)
            finally:
                if process.poll() is None:
                    process.kill()
                    process.wait()
        if process.returncode == FAILED:
            raise self._failure()
        if process.returncode == NO_ROOM:
            raise SourceError("too_large", path=str(self.path), detail="the sheet has too many cells")
        if process.returncode == -getattr(signal, "SIGXCPU", 0) != 0:
            raise SourceError("too_slow", path=str(self.path))
        if process.returncode != 0:
            raise SourceError("bad_workbook", path=str(self.path), detail="its reading had to be stopped")

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        """Waits for the child, watching the clock and the size of what it writes."""
        waited, step = 0.0, 0.25
        while True:
            try:
                process.wait(timeout=step)
                return
            except subprocess.TimeoutExpired:
                waited += step
            if self._should_stop():
                raise OperationCancelled
            if waited >= TIME_LIMIT:
                raise SourceError("too_slow", path=str(self.path))
            if self._file.stat().st_size > MAX_OUTPUT:
                raise SourceError("too_large", path=str(self.path), detail="the sheet has too many cells")

    def _last_line(self) -> dict[str, Any]:
        """What the child said last, where that was no row."""
        with self._file.open("rb") as stream:
            stream.seek(max(0, self._file.stat().st_size - 4000))
            lines = stream.read().decode("utf-8", "replace").splitlines()
        try:
            found = json.loads(lines[-1]) if lines else {}
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def _failure(self) -> SourceError:
        found = self._last_line()
        code = found.get("error", "bad_workbook")
        if code in ("protected_workbook", "no_cards", "not_text"):
            return SourceError(code, path=str(self.path))
        if code == "unknown_type":
            return SourceError(code, path=str(self.path), suffix=self.path.suffix or "zip")
        detail = str(found.get("detail", "")) or "unreadable"
        return SourceError(
            code if code == "too_large" else "bad_workbook", path=str(self.path), detail=detail
        )


class AllSheets(Spool):
    """The rows of all sheets of a workbook, read at once."""

    def __init__(self, path: Path, should_stop: Callable[[], bool] | None = None) -> None:
        super().__init__(path, ALL_SHEETS, should_stop)
        self._starts: dict[str, int] = {}
        place = 0
        with self._file.open("rb") as stream:
            for line in stream:
                place += len(line)
                if line.startswith(b"{"):
                    self._starts[str(_loads(line.decode(), path)["sheet"])] = place

    def rows_of(self, sheet: str) -> Iterator[tuple[int, list[Cell]]]:
        """(sheet row number, cells) of the rows of that sheet that hold anything."""
        with self._file.open("rb") as stream:
            stream.seek(self._starts[sheet])
            for line in stream:
                if line.startswith(b"{"):
                    return
                number, *cells = _loads(line.decode(), self.path)
                yield number, [_decoded(cell) if type(cell) is list else cell for cell in cells]


def _loads(line: str, path: Path) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        raise SourceError("bad_workbook", path=str(path), detail="its reading stopped half-way") from None


def _decoded(cell: list[str]) -> Cell:
    tag, text = cell
    if tag != "d":
        return text
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
