"""Run as a process of its own: reads one sheet and writes it as JSON lines to standard output.

A hostile workbook can make the reading library abort or eat all memory, so it never runs in the
program's own process. First line: `{"sheets": [...], "sheet": name}`; then one line per sheet row, a
list of cells: text, numbers, truth values and null as they are, a date or time as `["d", iso]`.
Failure: exit code 3 and one line `{"error": code, "detail": text}`.
"""

from __future__ import annotations

import contextlib
import json
import math
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

MEMORY_LIMIT = 2 * 1024**3
CPU_SECONDS = 120
FAILED = 3
_MAX_COLUMNS = 2_000


def main(arguments: list[str]) -> int:
    """`PATH [SHEET]`: writes the sheet; returns the exit code."""
    _limit_resources()
    path = arguments[0]
    wanted = arguments[1] if len(arguments) > 1 else ""
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n", closefd=False)  # noqa: SIM115
    try:
        _write_sheet(path, wanted, out)
    except _Failure as failure:
        out.write(json.dumps({"error": failure.code, "detail": failure.detail}) + "\n")
        return FAILED
    except MemoryError:
        out.write(json.dumps({"error": "too_large", "detail": "not enough memory"}) + "\n")
        return FAILED
    finally:
        out.flush()
    return 0


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
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, limit))


def _write_sheet(path: str, wanted: str, out: Any) -> None:
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
    if wanted and wanted not in names:
        raise _Failure("bad_workbook", f"there is no sheet “{wanted}”")
    problem = ""
    for name in [wanted] if wanted else names:
        try:
            sheet = book.get_sheet_by_name(name)
            rows = _rows(sheet)
            first = next(rows, None)
        except MemoryError:
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
    out.write(encode([first[0], *first[1]]) + "\n")
    for number, cells in rows:
        out.write(encode([number, *cells]) + "\n")


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
    return text[:160] or type(error).__name__


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
