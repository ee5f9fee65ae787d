"""Run as a process of its own: reads one sheet, or address cards, and writes them as JSON lines to standard output.

A hostile workbook can make the reading library abort or eat all memory, so it never runs in the
program's own process. First line: `{"sheets": [...], "sheet": name}`; then one line per sheet row, a
list of cells: text, numbers, truth values and null as they are, a date or time as `["d", iso]`. Of cards a last
line tells what was not taken, `{"left_out": {what: count}}`.
Failure: exit code 3 and one line `{"error": code, "detail": text}`; exit code 4 when there is no room to write it.
"""

from __future__ import annotations

import contextlib
import json
import math
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

from portfolio_app.errors import SourceError
from portfolio_app.exchange.file_kind import file_kind
from portfolio_app.exchange.vcard_reading import write_cards

MEMORY_LIMIT = 2 * 1024**3
CPU_SECONDS = 120
FAILED = 3
NO_ROOM = 4
ALL_SHEETS = "*"
"""Asked for instead of one sheet; no sheet can be called so."""
MAX_OUTPUT = 2 * 1024**3
MAX_UNZIPPED = 2 * 1024**3
MAX_PARTS = 5_000
MAX_RATIO = 150
_RATIO_MATTERS_FROM = 50 * 1024**2
_MAX_COLUMNS = 2_000
_MAX_LINE = 8_000_000
"""Most characters of one row as it is written."""


def main(arguments: list[str]) -> int:
    """`PATH [SHEET]` (for cards `PATH [ENCODING]`): writes the sheet; returns the exit code."""
    if not arguments:
        return FAILED
    _limit_resources()
    path = arguments[0]
    wanted = arguments[1] if len(arguments) > 1 else ""
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n", closefd=False)  # noqa: SIM115
    try:
        failure = _tried(path, wanted, out)
        if failure is not None:
            out.write(json.dumps({"error": failure.code, "detail": failure.detail}) + "\n")
        out.flush()
    except OSError:
        return NO_ROOM
    return 0 if failure is None else FAILED


def _tried(path: str, wanted: str, out: Any) -> _Failure | None:
    """Write the sheet; what stood in the way, if anything did."""
    try:
        if file_kind(Path(path)) == "vcard":
            write_cards(Path(path), wanted, out)
            return None
        _check_archive(path)
        _write_sheet(path, wanted, out)
    except _Failure as failure:
        return failure
    except SourceError as error:
        return _Failure(error.code, str(error.params.get("detail", "")))
    except MemoryError:
        return _Failure("too_large", "not enough memory")
    except (ValueError, LookupError, RecursionError, RuntimeError) as error:
        return _Failure("bad_workbook", _detail(error))
    return None


def _check_archive(path: str) -> None:
    """Refuses an archive that unzips to far more than a real workbook does, and one that is no workbook.

    Nothing in it is unpacked to the disk, whatever the names in it say.
    """
    with open(path, "rb") as stream:
        if stream.read(4) != b"PK\x03\x04":
            return
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        raise _Failure("bad_workbook", "damaged archive") from None
    if len(parts) > MAX_PARTS:
        raise _Failure("too_large", f"it holds {len(parts)} files")
    unzipped = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts) or 1
    if unzipped > MAX_UNZIPPED or (unzipped > _RATIO_MATTERS_FROM and unzipped / packed > MAX_RATIO):
        raise _Failure("too_large", f"it unpacks to {unzipped // 1024**2} MB")
    names = {part.filename.lower() for part in parts}
    inside = any(
        name.startswith(("xl/", "/xl/", "xl\\")) or name in ("content.xml", "mimetype") for name in names
    )
    is_sheet = inside or any("workbook" in name or "sheet" in name for name in names)
    if not is_sheet or any(name.startswith(("word/", "ppt/")) for name in names):
        raise _Failure("unknown_type")


class _Failure(Exception):
    def __init__(self, code: str, detail: str = "") -> None:
        self.code, self.detail = code, detail
        super().__init__(code)


def _limit_resources() -> None:
    if sys.platform == "win32":
        return
    import resource

    for kind, limit in (
        (resource.RLIMIT_AS, MEMORY_LIMIT),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, MAX_OUTPUT),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, limit))


def _write_sheet(path: str, wanted: str, out: Any) -> None:
    """By the fast reader; what it refuses the patient one may still read."""
    try:
        names, rows_of = _fast_reader(path)
        _write_first(names, rows_of, wanted, out)
    except _Failure as failure:
        if failure.code != "bad_workbook" or not zipfile.is_zipfile(path):
            raise
        try:
            names, rows_of = _patient_reader(path)
            _write_first(names, rows_of, wanted, out)
        except MemoryError:
            raise
        except Exception:
            raise failure from None


RowsOf = Callable[[str], Iterator[tuple[int, list[Any]]]]


def _fast_reader(path: str) -> tuple[list[str], RowsOf]:
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_path(path)
        names = [str(name) for name in book.sheet_names]
    except calamine.PasswordError:
        raise _Failure("protected_workbook") from None
    except MemoryError:
        raise
    except Exception as error:
        code = "protected_workbook" if "password" in str(error).lower() else "bad_workbook"
        raise _Failure(code, _detail(error)) from None
    return names, lambda name: _rows(book.get_sheet_by_name(name))


def _patient_reader(path: str) -> tuple[list[str], RowsOf]:
    """Much slower, and reads what deviates from the rules."""
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return [sheet.title for sheet in book.worksheets], lambda name: _patient_rows(book[name])


def _patient_rows(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if len(cells) > _MAX_COLUMNS:
            raise _Failure("too_large", f"{len(cells)} columns")
        last = next((place for place in range(len(cells), 0, -1) if cells[place - 1] is not None), 0)
        if last:
            yield number, list(cells[:last])


def _write_first(names: list[str], rows_of: RowsOf, wanted: str, out: Any) -> None:
    """The sheet that is wanted, or all one after the other, else the first that holds anything."""
    if wanted == ALL_SHEETS:
        for name in names:
            out.write(json.dumps({"sheets": names, "sheet": name}, ensure_ascii=False) + "\n")
            rows = rows_of(name)
            _write_rows(next(rows, None), rows, out)
        return
    if wanted and wanted not in names:
        raise _Failure("bad_workbook", f"there is no sheet “{wanted}”")
    problem = ""
    for name in [wanted] if wanted else names:
        try:
            rows = rows_of(name)
            first = next(rows, None)
        except (MemoryError, _Failure):
            raise
        except Exception as error:
            problem = problem or _detail(error)
            continue
        if first is None and not wanted and name != names[-1]:
            continue
        out.write(json.dumps({"sheets": names, "sheet": name}, ensure_ascii=False) + "\n")
        _write_rows(first, rows, out)
        return
    if problem:
        raise _Failure("bad_workbook", problem)
    out.write(json.dumps({"sheets": names, "sheet": ""}, ensure_ascii=False) + "\n")


def _rows(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    """(sheet row number, cells) of rows with at least one cell; columns counted from A."""
    if sheet.start is None:
        return
    if sheet.width > _MAX_COLUMNS:
        raise _Failure("too_large", f"{sheet.width} columns")
    before = [None] * sheet.start[1]
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if any(cell != "" and cell is not None for cell in cells):
            yield number, [*before, *cells]


def _write_rows(first: tuple[int, list[Any]] | None, rows: Iterator[tuple[int, list[Any]]], out: Any) -> None:
    encode = json.JSONEncoder(
        ensure_ascii=False, default=_encoded, separators=(",", ":"), allow_nan=True
    ).encode
    if first is None:
        return
    for number, cells in chain((first,), rows):
        line = encode([number, *cells])
        if len(line) > _MAX_LINE:
            raise _Failure("too_large", f"row {number} holds {len(line)} characters")
        out.write(line + "\n")


def _encoded(cell: Any) -> list[str]:
    if isinstance(cell, (datetime, date)):
        return ["d", cell.isoformat()]
    if isinstance(cell, time):
        return ["t", cell.isoformat()]
    if isinstance(cell, timedelta):
        return ["t", str(cell) if math.isfinite(cell.total_seconds()) else ""]
    return ["t", str(cell)]


def _detail(error: Exception) -> str:
    text = " ".join(str(error).split())
    if "{" in text or "::" in text:
        return "its content is not as it should be"  # The reader's own notes for programmers.
    return text[:160] or type(error).__name__


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
