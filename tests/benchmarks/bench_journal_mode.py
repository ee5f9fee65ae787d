"""Which of SQLite's journal modes, sync levels and locking modes a book uses, and what the others would cost.

    python -m tests.benchmarks.bench_journal_mode [COMMITS]

For each combination: the median time of a commit like the one that logs a touch (a few rows in four tables of a
book of 8,000 rows), as a ratio to the one in use, and how many times it makes the disk confirm something, counted
by strace. The combinations take turns, so that what else the machine does falls on all of them. The folder of
temporary files must be on a real disk (TMPDIR chooses), or confirming costs nothing.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from portfolio_app.storage import driver

COMMITS, TURNS = 500, 10
JOURNALS = ("DELETE", "TRUNCATE", "PERSIST", "WAL")
SYNCS = ("NORMAL", "FULL", "EXTRA")
LOCKS = ("NORMAL", "EXCLUSIVE")
IN_USE = ("DELETE", "EXTRA", "EXCLUSIVE")
COUNTED = "fsync,fdatasync,sync_file_range"

Mode = tuple[str, str, str]


def open_in(path: Path, mode: Mode) -> Any:
    """A connection set up as a book's, but for these three."""
    journal, sync, lock = mode
    connection = driver.dbapi.connect(str(path), isolation_level=None)  # type: ignore[attr-defined]
    connection.execute(f"PRAGMA locking_mode = {lock}").fetchone()
    connection.execute(f"PRAGMA journal_mode = {journal}").fetchone()
    connection.execute(f"PRAGMA synchronous = {sync}")
    connection.execute("PRAGMA secure_delete = ON").fetchone()
    return connection


def make(path: Path, mode: Mode) -> None:
    """Four tables, as a touch writes to: the record, its search text, the journal's step and its change."""
    connection = open_in(path, mode)
    connection.execute("BEGIN IMMEDIATE")
    for table in ("interaction", "search_note", "journal_step", "journal_change"):
        connection.execute(f"CREATE TABLE {table}(id INTEGER PRIMARY KEY, client_id, text)")
        connection.execute(f"CREATE INDEX ix_{table} ON {table}(client_id, id)")
        connection.executemany(
            f"INSERT INTO {table}(client_id, text) VALUES (?, ?)", [(n % 300, "x" * 120) for n in range(2000)]
        )
    connection.execute("COMMIT")
    connection.close()


def commits(path: Path, mode: Mode, count: int) -> Iterator[float]:
    """The seconds of each commit, its writes included."""
    connection = open_in(path, mode)
    for number in range(count):
        begun = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for table in ("interaction", "search_note", "journal_step", "journal_change"):
            row = (number * 7 % 300, "y" * 120)
            connection.execute(f"INSERT INTO {table}(client_id, text) VALUES (?, ?)", row)
        connection.execute("COMMIT")
        yield time.perf_counter() - begun
    connection.close()


def confirmations(path: Path, mode: Mode, count: int) -> float:
    """How many times per commit the disk is made to confirm, seen from outside."""
    command = ["strace", "-f", "-c", "-e", f"trace={COUNTED}", "-o", f"{path}.calls"]
    here = [
        sys.executable,
        "-m",
        "tests.benchmarks.bench_journal_mode",
        "--commits",
        str(count),
        str(path),
        *mode,
    ]
    totals = []
    for commits_made in (0, count):
        here[4] = str(commits_made)
        subprocess.run([*command, *here], check=True)
        lines = Path(f"{path}.calls").read_text(encoding="utf-8").splitlines()
        totals.append(
            sum(int(line.split()[3]) for line in lines if line.split()[-1:] and line.split()[-1] in COUNTED)
        )
    return (totals[1] - totals[0]) / count


def measure(folder: Path, count: int) -> dict[Mode, tuple[float, float | None]]:
    """Per combination the median of `count` commits in seconds, and the confirmations of one, if strace is there."""
    paths = {mode: folder / f"{'-'.join(mode)}.db" for mode in product(JOURNALS, SYNCS, LOCKS)}
    for mode, path in paths.items():
        make(path, mode)
    times: dict[Mode, list[float]] = {mode: [] for mode in paths}
    for _ in range(TURNS):
        for mode, path in paths.items():
            times[mode] += commits(path, mode, count // TURNS)
    can_count = shutil.which("strace") is not None
    return {
        mode: (statistics.median(times[mode]), confirmations(path, mode, 50) if can_count else None)
        for mode, path in paths.items()
    }


def main(arguments: list[str]) -> None:
    """Print a line per combination; `--commits` only works, to be watched."""
    if arguments[:1] == ["--commits"]:
        journal, sync, lock = arguments[3:6]
        for _ in commits(Path(arguments[2]), (journal, sync, lock), int(arguments[1])):
            pass
        return
    count = int(arguments[0]) if arguments else COMMITS
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), count)
    least = found[IN_USE][0]
    print(f"{'journal':<10}{'sync':<8}{'locking':<11}{'commit':>10}{'ratio':>8}{'confirmations':>15}")
    for mode, (median, calls) in found.items():
        mark = "  in use" if mode == IN_USE else ""
        told = f"{calls:>15.1f}" if calls is not None else f"{'no strace':>15}"
        print(
            f"{mode[0]:<10}{mode[1]:<8}{mode[2]:<11}{median * 1000:>7.2f} ms{median / least:>8.2f}{told}{mark}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
