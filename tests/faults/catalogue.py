"""All faults by name, each run on its own."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.faults import crashes, damages, disks, writers
from tests.faults.harness import Context, Row
from tests.faults.scenes import CRASHED

NEEDED = (
    "strace is missing, without which calls cannot be made to fail. Install it "
    "(Debian and Ubuntu: apt-get install strace), then try again."
)
SHORT_FAILING = ("edits",)
"""Those of them in the short form, too."""
FAILING = ("edits", "import", "undo", "migration", "closing", "backup", "restore")
"""The scenes that go on after the disk refused."""

Fault = Callable[[Context], Row | list[Row]]


def _faults() -> dict[str, Fault]:
    found: dict[str, Fault] = {}
    for scene in CRASHED:
        found[f"random:{scene.name}"] = partial(crashes.at_random, scene=scene.name)
        found[f"calls:{scene.name}"] = partial(crashes.at_every_call, scene=scene.name)
    found["recovery"] = crashes.in_recovery
    for name in FAILING:
        for error in disks.FAILING:
            found[f"{error.lower()}:{name}"] = partial(disks.failing, scene=name, error=error)
    found["rlimit"] = disks.no_growth
    found["tmpfs"] = disks.small_disk
    found["permission"] = disks.not_allowed
    found["damage"] = damages.damaged
    found["swapped"] = damages.swapped
    found["writer"] = writers.one_writer
    return found


FAULTS = _faults()
LONG_ONLY = {
    *(name for name in FAULTS if "passphrase-" in name and name != "calls:passphrase-on"),
    "random:edits",
    "random:protected",
    "random:backup",
    *(
        f"{error.lower()}:{scene}"
        for error in disks.FAILING
        for scene in FAILING
        if scene not in SHORT_FAILING
    ),
}
SHORT = [name for name in FAULTS if name not in LONG_ONLY]


def grouped(names: list[str]) -> list[list[str]]:
    """Those that play the same scene together, so that it is set up once."""
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(name.partition(":")[2] or name, []).append(name)
    return list(groups.values())


def run(context: Context, name: str) -> list[Row]:
    """One fault; its random moments and places depend on its name and the seed alone."""
    context.random = random.Random(f"{context.seed} {name}")
    rows = FAULTS[name](context)
    return rows if isinstance(rows, list) else [rows]


_context: Context | None = None


def begin(folder: str, is_long: bool, seed: int) -> None:
    """A worker starts: it has a folder and a process that forks of its own, for all it will be given."""
    global _context
    own = Path(folder) / str(os.getpid())
    own.mkdir()
    _context = Context(own, is_long=is_long, seed=seed)


def run_here(names: list[str]) -> dict[str, list[Row]]:
    """Some faults in a worker that has begun."""
    assert _context is not None
    return {name: run(_context, name) for name in names}
