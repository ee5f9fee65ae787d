"""A disk that is full, fails or may not be written: a clear sentence, nothing acknowledged lost, work goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.faults import state
from tests.faults.harness import Context, Outcome, Row, Stage, spread
from tests.faults.scenes import SCENES
from tests.faults.workload import BOOK, GAVE_UP

NOBODY = 65_534
SMALL = 16 << 20
FAILING = {
    "ENOSPC": ("pwrite64", "write", "ftruncate", "link"),
    "EIO": ("pwrite64", "write", "ftruncate", "fsync", "fdatasync", "unlink", "rename", "pread64"),
}
"""The calls each error can be the answer to."""
DENSEST = 25
SENTENCES = ("BookWriteError", "BookUnreadableError", "BookDamagedError", "BackupError")


def failing(context: Context, scene: str, error: str) -> Row:
    """The N-th call of each kind fails once; then all from the N-th on."""
    stage, reference = context.stage(scene)
    begun = time.perf_counter()
    calls = FAILING[error]
    met = stage.play(calls=calls).calls
    named = ", ".join(f"{met[call]} {call}" for call in calls if met[call])
    chosen = f"each, at most {DENSEST} of a kind," if context.is_long else "some"
    row = Row(f"{error}, {scene}", f"at {chosen} of {named}: once, and from there on")
    for call in calls:
        for point in spread(met[call], context.is_long, DENSEST):
            for when in (f"{point}", f"{point}+") if context.is_long or call == calls[0] else (f"{point}",):
                outcome = stage.play(f"inject={call}:error={error}:when={when}", calls=(call,))
                row.count(judge(stage, outcome, reference), f"{call} {when}")
    row.seconds = time.perf_counter() - begun
    return row


def no_growth(context: Context) -> Row:
    """No file may be written beyond its first page, until the user was told."""
    begun = time.perf_counter()
    row = Row("no room (RLIMIT_FSIZE)", "setrlimit(RLIMIT_FSIZE, 4096), lifted once the user was told")
    for scene in ("edits", "import", "undo") if context.is_long else ("edits",):
        stage, reference = context.stage(scene)
        outcome = stage.play(squeeze="rlimit")
        row.count(judge(stage, outcome, reference, must_refuse=True), scene)
    row.seconds = time.perf_counter() - begun
    return row


def small_disk(context: Context) -> Row:
    """A file system that is really full, until the user makes room."""
    begun = time.perf_counter()
    row = Row("disk full (tmpfs)", f"mount -t tmpfs -o size={SMALL >> 20}m, filled to the last byte")
    for scene in ("edits", "import"):
        folder = context.folder / f"small-{scene}"
        folder.mkdir()
        with _mounted(folder) as why_not:
            if why_not:
                row.note = f"not tried: {why_not}"
                break
            stage = Stage(context.nursery, folder, SCENES[scene])
            outcome = stage.play(squeeze="fill")
            row.count(judge(stage, outcome, stage.reference(), must_refuse=True), scene)
    row.seconds = time.perf_counter() - begun
    return row


def not_allowed(context: Context) -> Row:
    """A user who lacks one right or another, from the beginning or from one moment to the next."""
    begun = time.perf_counter()
    row = Row(
        "no permission", "setuid to another user; chmod 0400 and 0000 book, 0555 folder, also while open"
    )
    stage, reference = context.stage("edits")
    user = NOBODY if os.geteuid() == 0 else 0
    for what, book_mode, folder_mode in (
        ("read-only book", 0o400, 0o700),
        ("unreadable book", 0o000, 0o700),
        ("read-only folder", 0o600, 0o555),
    ):
        prepare = partial(_limit, user=user, book_mode=book_mode, folder_mode=folder_mode)
        outcome = stage.play(prepare=prepare, user=user)
        _limit(stage.folder, user=os.geteuid(), book_mode=0o600, folder_mode=0o700)
        problems = _sentences(outcome, must_refuse=True)
        problems += [] if outcome.status == GAVE_UP else ["it was opened all the same"]
        problems += [] if state.file_hash(stage.book) == stage.hash_before else ["the file changed"]
        row.count(problems, what)
    prepare = partial(_limit, user=user, book_mode=0o600, folder_mode=0o700)
    outcome = stage.play(prepare=prepare, user=user, squeeze="folder")
    _limit(stage.folder, user=os.geteuid(), book_mode=0o600, folder_mode=0o700)
    row.count(judge(stage, outcome, reference, must_refuse=True), "folder turned read-only")
    row.seconds = time.perf_counter() - begun
    return row


def judge(stage: Stage, outcome: Outcome, reference: Outcome, *, must_refuse: bool = False) -> list[str]:
    """What is wrong after a run whose disk failed it: nothing but what was acknowledged may be in the book."""
    problems = _sentences(outcome, must_refuse=must_refuse)
    if outcome.states != reference.states[: len(outcome.states)] or (
        outcome.status == 0 and outcome.finished < reference.finished
    ):
        problems.append("it went on, but did not end as without the fault")
    elif outcome.status not in (0, GAVE_UP):
        problems.append(f"it ended with {outcome.status}")
    # Of a change that the disk did not confirm, the user was told that it may be there or not.
    is_open = bool(outcome.refusals) and outcome.refusals[-1]["code"] == "unconfirmed"
    with stage.at_home():
        states = [stage.before, *reference.states][outcome.finished :]
        return problems + stage.judge_book(set(states[: 2 if is_open else 1]))


def _sentences(outcome: Outcome, *, must_refuse: bool) -> list[str]:
    """Whether what the user was told is a sentence about the disk."""
    problems = [outcome.broken] if outcome.broken else []
    problems += ["nobody was told"] if must_refuse and not outcome.refusals else []
    for refusal in outcome.refusals:
        if refusal["kind"] not in SENTENCES or not str(refusal["sentence"]).endswith("."):
            problems.append(f"no clear sentence: {refusal['sentence']}")
    return problems


def _limit(folder: Path, *, user: int, book_mode: int, folder_mode: int) -> None:
    """Give the folder to that user (0: leave it), with just those rights."""
    if os.geteuid() == 0:
        for outer in folder.parents[:3]:
            outer.chmod(0o755)
        for path in (folder, *folder.rglob("*")):
            os.chown(path, user, user)
    (folder / BOOK).chmod(book_mode)
    folder.chmod(folder_mode)


@contextmanager
def _mounted(folder: Path) -> Iterator[str]:
    """A small file system at `folder`; else why there is none."""
    if shutil.which("mount") is None or os.geteuid() != 0:
        yield "only an administrator may mount a file system"
        return
    command = ["mount", "-t", "tmpfs", "-o", f"size={SMALL},mode=755", "tmpfs", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        yield done.stderr.strip()
        return
    try:
        yield ""
    finally:
        subprocess.run(["umount", str(folder)], check=True)
