"""Reading a sheet of a workbook in a child process with limits of memory, time and size."""

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
from portfolio_app.exchange.workbook_child import FAILED, MAX_OUTPUT, NO_ROOM

TIME_LIMIT = 180.0


def child_command(path: Path, sheet: str) -> list[str]:
    """The command that reads a sheet; a frozen program calls itself with a hidden option."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read-workbook", str(path), sheet]
    # -P: never import from the current folder, which may be the one the file was downloaded to.
    return [sys.executable, "-P", "-m", "portfolio_app.exchange.workbook_child", str(path), sheet]


class Spool:
    """The rows of one sheet in a temporary file, so that they can be read again without the workbook.

    The file is private to this process and goes away with the object.
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

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """(sheet row number, cells) of the rows that hold anything."""
        with self._file.open(encoding="utf-8") as stream:
            stream.readline()
            for line in stream:
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

    def _failure(self) -> SourceError:
        lines = self._file.read_bytes()[-4000:].decode("utf-8", "replace").splitlines()
        found: Any = {}
        if lines:
            try:
                found = json.loads(lines[-1])
            except ValueError:
                found = {}
        if not isinstance(found, dict):
            found = {}
        code = found.get("error", "bad_workbook")
        if code == "protected_workbook":
            return SourceError(code, path=str(self.path))
        if code == "unknown_type":
            return SourceError(code, path=str(self.path), suffix=self.path.suffix or "zip")
        detail = str(found.get("detail", "")) or "unreadable"
        return SourceError(
            code if code == "too_large" else "bad_workbook", path=str(self.path), detail=detail
        )


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
