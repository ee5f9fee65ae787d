"""The process that is killed: it does real work on a real book and says what it finished.

    python -m tests.faults.workload SOCKET

stays ready with everything imported and forks for each run, so that a run begins at its first call on the
book and hundreds of them take minutes, not hours. A run waits until it is let go (a tracer may be attached
meanwhile), does the steps of one scene, and writes a line of JSON for each one finished, with the digest of
what the book then holds. Lines go through a socket: `sendto` is none of the calls that are tampered with.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import logging
import os
import resource
import socket
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from portfolio_app.errors import PortfolioError
from portfolio_app.services.books import open_book
from portfolio_app.storage.book import Book
from tests.faults.state import digest

BOOK = "book.portfolio"
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
ATTEMPTS = 3
GAVE_UP = 3
"""Exit code of a run that met the same refusal again and again."""

_SET_PTRACER, _ANY_TRACER = 0x59616D61, -1
T = TypeVar("T")


class GaveUp(Exception):
    """A step was refused each time it was tried."""


class Job:
    """One run: the folder it works in, its clock, and its line to whoever watches."""

    def __init__(
        self, folder: Path, channel: socket.socket | None = None, squeeze: str = "", *, is_held: bool = False
    ) -> None:
        self.folder = folder
        self.path = folder / BOOK
        self.now = NOW
        self._channel = channel
        self._squeeze = squeeze
        self._is_held = is_held

    def clock(self) -> datetime:
        """The same instant until `wait`, so that every run writes the same."""
        return self.now

    def wait(self, **span: float) -> None:
        """Time passes."""
        self.now += timedelta(**span)

    def open(self, **options: Any) -> Book:
        """Open the scene's book as the program does."""
        return self.attempt("open", lambda: open_book(self.path, self.clock, **options))

    def step(self, book: Book, name: str, action: Callable[[], T]) -> T:
        """Do something, say that it is done, and then what the book holds now."""
        answer = self.attempt(name, action)
        self.say(done=name, is_step=True)
        self.say(state=self.attempt(f"{name}, seen", lambda: digest(book)))
        return answer

    def attempt(self, name: str, action: Callable[[], T]) -> T:
        """Do something; refused with a sentence, say so and try again as a person would."""
        for _ in range(ATTEMPTS):
            try:
                return action()
            except PortfolioError as error:
                self.say(refused=name, kind=type(error).__name__, code=error.code, sentence=str(error))
                if error.code == "unconfirmed":
                    raise GaveUp from error  # nobody would do it again without looking
                self._relieve()
        raise GaveUp

    def say(self, **line: Any) -> None:
        """One line; with nobody listening, none."""
        if self._channel is not None:
            self._channel.sendall(json.dumps(line).encode() + b"\n")

    def linger(self) -> None:
        """Stay until killed, if the run is about that."""
        if self._is_held and self._channel is not None:
            self._channel.recv(1)

    def tighten(self) -> None:
        """Scenes call this once the book is open: from here on there is no room, if the run is about that."""
        if self._squeeze == "rlimit":
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        elif self._squeeze == "fill":
            with contextlib.suppress(OSError), (self.folder / "filler").open("wb", buffering=0) as file:
                while True:
                    file.write(b"\0" * 4096)
        elif self._squeeze == "folder":
            self.folder.chmod(0o555)

    def _relieve(self) -> None:
        """What the user would do about it."""
        if self._squeeze == "rlimit":
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        elif self._squeeze == "fill":
            (self.folder / "filler").unlink(missing_ok=True)
        elif self._squeeze == "folder":
            self.folder.chmod(0o700)


def perform(orders: dict[str, Any], channel: socket.socket) -> int:
    """The run of one scene in its own process; its exit code."""
    from tests.faults.scenes import SCENES

    # Some systems let only a parent trace; the tracer here is a sister.
    ctypes.CDLL(None).prctl(_SET_PTRACER, ctypes.c_long(_ANY_TRACER), 0, 0, 0)
    folder = Path(orders["folder"])
    os.environ["PORTFOLIO_HOME"] = str(folder / "home")
    os.environ["LOGNAME"] = "tester"  # the history names who it was
    if channel.recv(1) != b"g":
        return 2
    if user := orders.get("user"):
        os.setgid(user)
        os.setuid(user)
    job = Job(folder, channel, orders.get("squeeze", ""), is_held=orders.get("is_held", False))
    try:
        SCENES[orders["scene"]].run(job)
    except GaveUp:
        return GAVE_UP
    except BaseException:
        job.say(broken=traceback.format_exc())
        return 1
    return 0


def serve(control: socket.socket) -> None:
    """Fork for each order that comes in, until the other end is closed."""
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 65_536, 1)
        if not message:
            return
        child = os.fork()
        if child == 0:
            control.close()
            with socket.socket(fileno=descriptors[0]) as channel:
                os._exit(perform(json.loads(message), channel))
        os.close(descriptors[0])
        control.sendall(json.dumps({"pid": child}).encode() + b"\n")
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        control.sendall(json.dumps({"status": status}).encode() + b"\n")


def main(arguments: list[str]) -> None:
    """Import everything a scene will need, say so, and serve."""
    import tests.faults.scenes
    from portfolio_app.storage.migrations import upgrade

    assert upgrade is not None
    tests.faults.scenes.warm_up()
    # What the program would write to its log is not what is looked at here.
    logging.disable()
    control = socket.socket(fileno=int(arguments[0]))
    control.sendall(b"ready\n")
    serve(control)


if __name__ == "__main__":
    main(sys.argv[1:])
