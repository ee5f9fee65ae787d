"""Who has a book open: a small file beside it, for computers that do not see each other's locks.

On one computer SQLite's lock decides and this file only says who. On a shared or synchronised folder locks
may not reach the other computer; there the file decides, as long as it is alive: its holder touches it every
half minute, and one left behind by a crash counts for nothing after two minutes. Ages are measured by the
clock of the folder (a probe file's date), so that two computers' clocks need not agree.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import platform
import threading
import time
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from portfolio_app.errors import BookInUseError
from portfolio_app.files import open_new, private_file, temporary_beside, write_privately

log = logging.getLogger(__name__)

BEAT_SECONDS = 30.0
STALE_SECONDS = 120.0
CHECK_SECONDS = 2.0
"""How long a look at the mark suffices for writing."""


@dataclass(frozen=True)
class Holder:
    """Who holds a book: the computer's name, the person's, since when (UTC), and the process."""

    host: str
    user: str
    since: datetime
    process: int


class Hold:
    """Our own mark beside an open book, kept alive until `release`.

    `is_lost`: another computer took the book over, thinking this one dead (it slept, say).
    """

    def __init__(self, path: Path, user: str, now: datetime) -> None:
        self._mark = mark_path(path)
        self._token = uuid.uuid4().hex
        self._content = {
            "host": host_name(),
            "user": user,
            "since": now.astimezone(UTC).isoformat(timespec="seconds"),
            "process": os.getpid(),
            "token": self._token,
        }
        self._path = path
        self._stop = threading.Event()
        self._last_beat = time.time()
        self.is_lost = False
        self._take()
        self._thread = threading.Thread(target=self._beat, name="book-holder", daemon=True)
        self._thread.start()

    def release(self) -> None:
        """Take the mark away, if it is still ours."""
        self._stop.set()
        self._thread.join()
        with contextlib.suppress(OSError):
            if self._is_ours():
                self._mark.unlink()

    def _take(self) -> None:
        """Put our mark there; one that came meanwhile is respected while it is alive. Raises `BookInUseError`.

        A folder that takes no second file does not keep anybody from working.
        """
        content = json.dumps(self._content).encode()
        with contextlib.suppress(OSError):
            try:
                with open_new(self._mark) as file:
                    file.write(content)
            except FileExistsError:
                refuse_other_computer(self._path)
                write_privately(self._mark, content)
            if not self._is_ours():
                refuse_other_computer(self._path)

    def _beat(self) -> None:
        while not self.is_lost and not self._stop.wait(BEAT_SECONDS):
            self.beat()

    def check(self) -> None:
        """Raise `BookInUseError` when another computer took the book over; asked before every write."""
        # By the wall clock: while the computer slept, no other one went on.
        if abs(time.time() - self._last_beat) > CHECK_SECONDS:
            self.beat()
        if self.is_lost:
            raise in_use(self._path, holder_of(self._path))

    def beat(self) -> None:
        """Show that we are alive, or notice that another took over."""
        self._last_beat = time.time()
        try:
            if self._is_ours():
                os.utime(self._mark)
            else:
                self.is_lost = True
        except FileNotFoundError:
            self._take()
        except OSError as error:
            log.warning("the mark beside the open book cannot be renewed: %s", error)

    def _is_ours(self) -> bool:
        try:
            return bool(json.loads(self._mark.read_text(encoding="utf-8")).get("token") == self._token)
        except (ValueError, AttributeError):
            return False


def host_name() -> str:
    """This computer's name."""
    return platform.node() or "localhost"


def mark_path(path: Path) -> Path:
    """Where the mark of an open book stands."""
    return path.with_name(f".{path.name}.open")


def holder_of(path: Path) -> Holder | None:
    """Who the mark beside the book names, alive or not."""
    try:
        content = json.loads(mark_path(path).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(str(content["since"]))
        return Holder(
            str(content["host"])[:100],
            str(content["user"])[:100],
            since if since.tzinfo else since.replace(tzinfo=UTC),
            int(content["process"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def refuse_other_computer(path: Path) -> None:
    """Raise `BookInUseError` when another computer has the book open, by a mark that is alive."""
    holder = holder_of(path)
    if holder is not None and holder.host != host_name() and _is_alive(mark_path(path)):
        raise in_use(path, holder)


def in_use(path: Path, holder: Holder | None) -> BookInUseError:
    """The sentence that says who has the book."""
    if holder is None or holder.host == host_name():
        return BookInUseError("in_use", path=str(path))
    return BookInUseError(
        "in_use_by",
        path=str(path),
        host=holder.host,
        holder=holder.user or "?",
        since=holder.since.astimezone().strftime("%Y-%m-%d %H:%M"),
        minutes=round(STALE_SECONDS / 60),
    )


def _is_alive(mark: Path) -> bool:
    """Whether the mark was touched lately, by the folder's own clock. One from the future is not alive."""
    try:
        touched = mark.stat().st_mtime
    except OSError:
        return False
    probe = temporary_beside(mark)
    try:
        private_file(probe)
        now = probe.stat().st_mtime
    except OSError:
        now = datetime.now(UTC).timestamp()
    finally:
        with contextlib.suppress(OSError):
            probe.unlink(missing_ok=True)
    return abs(now - touched) < STALE_SECONDS
