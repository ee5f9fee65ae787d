"""Try to lose a book, in every way there is a tool for, and print what came of it.

    python -m tests.faults [--long] [--only NAME] [--seed N] [--jobs N] [--list]

The short form (about a minute) also runs with the tests; the long one kills at every call and takes an hour of
processor time. `--only` takes a part of a name that `--list` shows. Exit code 1 when anything was lost.
"""

from __future__ import annotations

import argparse
import itertools
import os
import shutil
import sys
import tempfile
import textwrap
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.faults.catalogue import FAULTS, NEEDED, SHORT, begin, grouped, run_here
from tests.faults.harness import Row

WIDTHS = (28, 66, 7, 10, 17, 8)
HEAD = ("fault", "how", "tried", "survived", "lost, must be 0", "seconds")


def main(arguments: list[str]) -> int:
    """Run what was asked for and print the table; 1 when something was lost, 2 when nothing could be tried."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__.splitlines()[0])
    parser.add_argument("--long", action="store_true", help="every call, a hundred random moments")
    parser.add_argument("--only", default="", metavar="NAME", help="faults whose name has this in it")
    parser.add_argument("--seed", type=int, default=1, help="other random moments and places")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    parser.add_argument("--list", action="store_true", help="only list the names")
    options = parser.parse_args(arguments)
    # Asked for by name, a fault is tried in the short form too.
    names = [name for name in (FAULTS if options.long or options.only else SHORT) if options.only in name]
    if options.list or not names:
        print("\n".join(names or FAULTS))
        return 0 if names else 2
    if shutil.which("strace") is None:
        print(NEEDED, file=sys.stderr)
        return 2
    begun = time.perf_counter()
    print(_line(HEAD), flush=True)
    rows = []
    groups = grouped(names)
    with (
        tempfile.TemporaryDirectory(prefix="faults-") as folder,
        _workers(options, folder, len(groups)) as pool,
    ):
        for future in [pool.submit(run_here, group) for group in groups]:
            for row in itertools.chain.from_iterable(future.result().values()):
                print(_cells(row), flush=True)
                rows.append(row)
    tried, lost = sum(row.tried for row in rows), sum(row.lost for row in rows)
    spent = time.perf_counter() - begun
    spent = time.perf_counter() - begun
    print(f"\n{tried} tried, {tried - lost} survived, {lost} lost, {spent:.0f} s, seed {options.seed}")
    for row in rows:
        for failure in row.failures:
            print(f"LOST  {row.fault}: {failure}")
    return 1 if lost else 0


def _workers(options: argparse.Namespace, folder: str, groups: int) -> ProcessPoolExecutor:
    jobs = max(1, min(options.jobs, groups))
    start = (folder, options.long, options.seed)
    return ProcessPoolExecutor(jobs, get_context("spawn"), initializer=begin, initargs=start)


def _cells(row: Row) -> str:
    survived = f"{row.tried - row.lost}"
    how = f"{row.how} ({row.note})" if row.note else row.how
    return _line((row.fault, how, str(row.tried), survived, str(row.lost), f"{row.seconds:.0f}"))


def _line(cells: tuple[str, ...]) -> str:
    """One row, its second column on as many lines as it needs."""
    wrapped = textwrap.wrap(cells[1], WIDTHS[1] - 2) or [""]
    first = [cells[0], wrapped[0], *cells[2:]]
    lines = ["".join(cell.ljust(width) for cell, width in zip(first, WIDTHS, strict=True)).rstrip()]
    lines += [" " * WIDTHS[0] + more for more in wrapped[1:]]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
