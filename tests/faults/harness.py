"""Starting a scene, tampering with it, and judging what is left: shared by all faults."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from portfolio_app.errors import PortfolioError
from portfolio_app.services.books import open_book
from portfolio_app.storage.opening import create_book
from tests.faults import state
from tests.faults.scenes import SCENES, Scene
from tests.faults.workload import BOOK, NOW

ROOT = Path(__file__).resolve().parents[2]
CALLS = (
    "pwrite64", "write", "fdatasync", "fsync", "ftruncate", "unlink", "unlinkat",
    "rename", "renameat", "renameat2", "link", "linkat",
)  # fmt: skip
"""The calls that change a file or a name, or wait for the disk."""
MANY = 50
"""From how many calls of a kind on the short form tampers with two."""
PATIENCE = 120.0
"""Seconds after which a run counts as hanging."""


@dataclass
class Outcome:
    """How a run ended and what it said. `status` is negative for a signal, as Python has it."""

    status: int
    lines: list[dict[str, Any]] = field(default_factory=list)
    calls: Counter[str] = field(default_factory=Counter)

    @property
    def states(self) -> list[str]:
        """What the book held after each finished step."""
        return [line["state"] for line in self.lines if "state" in line]

    @property
    def finished(self) -> int:
        """How many steps were said to be done."""
        return sum("is_step" in line for line in self.lines)

    @property
    def refusals(self) -> list[dict[str, Any]]:
        """The sentences a user would have read."""
        return [line for line in self.lines if "refused" in line]

    @property
    def broken(self) -> str:
        """The last line of an error nobody should see."""
        return next((line["broken"].strip().splitlines()[-1] for line in self.lines if "broken" in line), "")


@dataclass
class Row:
    """A line of the table."""

    fault: str
    how: str
    tried: int = 0
    failures: list[str] = field(default_factory=list)
    lost: int = 0
    seconds: float = 0.0
    note: str = ""

    def count(self, problems: list[str], where: str) -> None:
        """One try and what was found wrong after it."""
        self.tried += 1
        if problems:
            self.lost += 1
            self.failures.append(f"{where}: {'; '.join(problems)}")


class Nursery:
    """The process that forks the runs; see `tests.faults.workload`."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair()
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.workload", str(theirs.fileno())],
            cwd=ROOT, env=environment, pass_fds=[theirs.fileno()],
        )  # fmt: skip
        theirs.close()
        self._answers = self._control.makefile("r", encoding="utf-8")
        if self._answers.readline() != "ready\n":
            raise RuntimeError("the process that runs the scenes did not start")

    def close(self) -> None:
        """End it."""
        self._answers.close()
        self._control.close()
        self._process.wait(timeout=30)

    @contextmanager
    def started(self, **orders: Any) -> Iterator[Run]:
        """A run that waits to be let go."""
        ours, theirs = socket.socketpair()
        with ours:
            socket.send_fds(self._control, [json.dumps(orders).encode()], [theirs.fileno()])
            theirs.close()
            run = Run(json.loads(self._answers.readline())["pid"], ours)
            yield run
            run.outcome.status = json.loads(self._answers.readline())["status"]
            run.close()


class Run:
    """One forked run, from its letting go to its end."""

    def __init__(self, pid: int, channel: socket.socket) -> None:
        self.pid = pid
        self.outcome = Outcome(0)
        self._channel = channel
        # A number may be given to another process; this handle never is.
        self._handle = os.pidfd_open(pid)

    def go(self) -> None:
        """Let it begin."""
        self._channel.sendall(b"g")

    def kill(self) -> None:
        """`kill -9`, unless it ended already."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def close(self) -> None:
        """Let go of it once it ended."""
        os.close(self._handle)

    def wait(self) -> None:
        """Read what it says until it ends; a run that hangs is ended and says so."""
        self._channel.settimeout(PATIENCE)
        said = bytearray()
        try:
            while block := self._channel.recv(65_536):
                said += block
        except TimeoutError:
            self.kill()
            said += b'{"broken": "it hung"}\n'
        except ConnectionResetError:
            pass
        # A line cut off by the kill acknowledges nothing.
        self.outcome.lines = [json.loads(line) for line in bytes(said).split(b"\n")[:-1]]

    def next_line(self) -> dict[str, Any]:
        """Wait for one line, while it goes on running."""
        self._channel.settimeout(PATIENCE)
        said = b""
        while not said.endswith(b"\n"):
            block = self._channel.recv(1)
            if not block:
                raise RuntimeError(f"the run ended early: {said!r}")
            said += block
        answer: dict[str, Any] = json.loads(said)
        self.outcome.lines.append(answer)
        return answer


@contextmanager
def traced(pid: int, calls: tuple[str, ...], *expressions: str) -> Iterator[list[str]]:
    """Watch and tamper with a run's calls; the list holds the watcher's lines once it is over."""
    lines: list[str] = []
    with tempfile.NamedTemporaryFile("r", prefix="strace") as log:
        command = ["strace", "-f", "-p", str(pid), "-o", log.name, "-e", f"trace={','.join(calls)}"]
        for expression in expressions:
            command += ["-e", expression]
        watcher = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert watcher.stderr is not None
        try:
            first = watcher.stderr.readline()
            if "attached" not in first:
                raise RuntimeError(f"strace cannot watch: {first.strip()}")
            yield lines
            watcher.wait(timeout=PATIENCE)
        finally:
            watcher.stderr.close()
            if watcher.poll() is None:
                watcher.kill()
                watcher.wait()
        lines.extend(log.read().splitlines())


class Stage:
    """The folder a scene plays in, laid anew for each try, always at the same path."""

    def __init__(self, nursery: Nursery, folder: Path, scene: Scene) -> None:
        self.scene = scene
        self.nursery = nursery
        self.folder = folder / "stage"
        self._template = folder / "template"
        self._sound: set[str] = set()
        self.reset()
        with self.at_home():
            scene.prepare(self.folder)
        shutil.move(self.folder, self._template)
        self.hash_before = state.file_hash(self._template / BOOK)
        self.size = (self._template / BOOK).stat().st_size
        self.before = self._digest_of_template()
        self._nothing = _nothing(folder)

    @property
    def book(self) -> Path:
        """The book's file."""
        return self.folder / BOOK

    @contextmanager
    def at_home(self) -> Iterator[None]:
        """This process keeps what it remembers where the runs do."""
        saved = os.environ.get("PORTFOLIO_HOME")
        os.environ["PORTFOLIO_HOME"] = str(self.folder / "home")
        try:
            yield
        finally:
            if saved is None:
                del os.environ["PORTFOLIO_HOME"]
            else:
                os.environ["PORTFOLIO_HOME"] = saved

    def reset(self) -> None:
        """The folder as the scene begins."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._template.is_dir():
            shutil.copytree(self._template, self.folder)
        else:
            self.folder.mkdir(parents=True)

    @contextmanager
    def from_here(self, scene: Scene) -> Iterator[None]:
        """Another scene, which begins with the folder as it now is."""
        saved = self.scene, self._template
        self._template = self.folder.with_name("interrupted")
        shutil.rmtree(self._template, ignore_errors=True)
        shutil.move(self.folder, self._template)
        self.scene = scene
        try:
            yield
        finally:
            self.scene, self._template = saved

    def play(
        self,
        *tampering: str,
        calls: tuple[str, ...] = (),
        prepare: Callable[[Path], None] | None = None,
        **orders: Any,
    ) -> Outcome:
        """The scene from its beginning; with `calls` watched, `tampering` are strace's expressions.

        `prepare` is called with the folder before it begins.
        """
        self.reset()
        if prepare is not None:
            prepare(self.folder)
        with self.nursery.started(folder=str(self.folder), scene=self.scene.name, **orders) as run:
            if not calls:
                run.go()
                run.wait()
                return run.outcome
            with traced(run.pid, calls, *tampering) as lines:
                run.go()
                run.wait()
        found = (re.match(rf"{run.pid} +(\w+)\(", line) for line in lines)
        run.outcome.calls = Counter(match.group(1) for match in found if match)
        return run.outcome

    def play_and_kill(self, moment: float) -> Outcome:
        """The scene, killed after that many seconds."""
        self.reset()
        with self.nursery.started(folder=str(self.folder), scene=self.scene.name) as run:
            run.go()
            time.sleep(moment)
            run.kill()
            run.wait()
        return run.outcome

    def reference(self) -> Outcome:
        """The scene undisturbed, its calls counted."""
        outcome = self.play(calls=CALLS)
        if outcome.status != 0 or outcome.broken:
            said = [line["sentence"] for line in outcome.refusals]
            raise RuntimeError(f"{self.scene.name} fails without any fault: {outcome.broken or said}")
        return outcome

    def may_be(self, outcome: Outcome, reference: Outcome) -> set[str]:
        """The states a killed run may leave: after its last acknowledged step, or after the one it was at."""
        return set([self.before, *reference.states][outcome.finished :][:2])

    def judge_book(self, allowed: set[str], passphrase: str | None = None) -> list[str]:
        """Open the book as the program does and look at all of it. `allowed`: the states it may be in."""
        try:
            book = open_book(self.book, lambda: NOW, passphrase=passphrase)
        except PortfolioError as error:
            return [f"does not open: {error}"]
        try:
            found = state.digest(book)
            problems = [] if found in allowed else ["not as after its last finished step, nor the one after"]
        finally:
            book.close()
        mark = state.file_hash(self.book)
        if problems or mark not in self._sound:
            problems += self._judge_deeply(passphrase)
            if not problems:
                self._sound.add(mark)
        return problems

    def _judge_deeply(self, passphrase: str | None) -> list[str]:
        """Everything that depends on nothing but the file's bytes, so that equal files are looked at once."""
        book = open_book(self.book, lambda: NOW, passphrase=passphrase)
        try:
            problems = state.unsound(book)
            if self.scene.undoes_to_nothing and not problems and state.undo_everything(book) != self._nothing:
                problems.append("undoing everything does not lead back to the beginning")
            return problems + ([] if problems else state.unsound(book))
        finally:
            book.close()

    def _digest_of_template(self) -> str:
        """What the book holds before the scene; "" when it cannot be opened as it is."""
        self.reset()
        with self.at_home():
            try:
                book = open_book(self.book, lambda: NOW, passphrase=self.scene.passphrase)
            except PortfolioError:
                return ""
            try:
                return state.digest(book)
            finally:
                book.close()


def spread(count: int, is_long: bool, densest: int | None = None) -> list[int]:
    """The numbers of the calls to tamper with, of `count`: all or many in the long form, one or two in the short."""
    if count == 0:
        return []
    if not is_long:
        return [(count + 1) // 2] if count < MANY else [count // 2, count - 1]
    if densest is None or count <= densest:
        return list(range(1, count + 1))
    return sorted({1 + number * (count - 1) // (densest - 1) for number in range(densest)})


def _nothing(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The content of a book in which nothing was done yet."""
    path = folder / "nothing.portfolio"
    book = open_book(path, lambda: NOW) if path.exists() else create_book(path, clock=lambda: NOW)
    try:
        return state.without_name(book)
    finally:
        book.close()


class Context:
    """What the faults share: the process that forks, the stages already set, how thorough to be."""

    def __init__(self, folder: Path, *, is_long: bool, seed: int = 1) -> None:
        self.folder = folder
        self.is_long = is_long
        self.seed = seed
        self.random = random.Random(seed)
        self.nursery = Nursery()
        self._stages: dict[str, tuple[Stage, Outcome]] = {}

    def stage(self, scene: str) -> tuple[Stage, Outcome]:
        """The stage of a scene, and how the scene goes undisturbed."""
        if scene not in self._stages:
            folder = self.folder / scene
            folder.mkdir()
            stage = Stage(self.nursery, folder, SCENES[scene])
            self._stages[scene] = stage, stage.reference()
        return self._stages[scene]

    def close(self) -> None:
        """End the process that forks."""
        self.nursery.close()
