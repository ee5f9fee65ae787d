"""Watches the clock over the open book, and says once of each reminder that its time has come.

A reminder is known by its key (`services.reminders.Reminder`). The keys of those that were told are kept by book
in the folder of this machine's state, written before anything is shown: after a restart, a sleep, a clock set
back or an undo nothing is told again. The clock is looked at every half minute at least, because timers stand still
while the computer sleeps and know nothing of a clock that is set; whatever is found past then is told together.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Collection, Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from portfolio_app import files
from portfolio_app.config import Settings, state_dir
from portfolio_app.ui.operations import Operations

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.reminders import Reminder

log = logging.getLogger(__name__)

LOOK_MS = 30_000
"""The longest time between two looks at the clock."""
SHORTEST_MS = 20
AHEAD = timedelta(hours=24)
"""What comes within it is read from the book; when only `MARGIN` of it is left, it is read again."""
MARGIN = timedelta(hours=1)
KEEP_DAYS = 60
"""How long is remembered of a reminder that is not open any more that it was told: it may be opened again."""
MAX_BYTES = 32_000_000


class Told:
    """The keys of a book's reminders that were told, on disk and in memory."""

    def __init__(self, book_id: str, *, is_kept: bool = True) -> None:
        """Without `is_kept` nothing is on disk."""
        # A book may come from anywhere: its identity must not name a file elsewhere.
        name = hashlib.sha256(book_id.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        self.path = state_dir() / "reminders" / f"{name}.json"
        self._is_kept = is_kept
        self._keys = _read_keys(self.path) if is_kept else set()

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def add(self, keys: Iterable[str], standing: Collection[str], today: date) -> None:
        """Note these as told, before they are; what is neither open (`standing`) nor recent is forgotten.

        When that cannot be written, they are at least not told again while this window is open.
        """
        self._keys.update(keys)
        oldest = (today - timedelta(days=KEEP_DAYS)).isoformat()
        self._keys = {key for key in self._keys if key in standing or _day_of(key) >= oldest}
        if not self._is_kept:
            return
        try:
            files.private_folder(self.path.parent)
            with files.whole(self.path, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(json.dumps({"told": sorted(self._keys)}))
        except OSError as error:
            log.warning("the reminders told cannot be noted: %s", error)


class Notifier(QObject):
    """Call `start` when a book is open, `stop` when it is left, `note` after each change."""

    due = Signal(object)
    """A tuple of `Reminder` whose time has come, to be told now and together; told once."""
    standing = Signal(object)
    """The keys of the reminders that are open: what is on screen of others can go."""
    new_day = Signal()
    """It is another day than when this was last looked at."""

    def __init__(
        self,
        operations: Operations,
        settings: Callable[[], Settings],
        clock: Callable[[], datetime] | None = None,
        zone: Callable[[], tzinfo | None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        """`clock` answers in UTC. `zone`: where the user is, None for the computer's zone."""
        super().__init__(parent)
        self._ops, self._settings, self._zone = operations, settings, zone
        self._clock = clock or _utc_now
        self._runs = False
        self._is_kept = True
        self._is_on = False
        self._forget_book()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.check)

    @property
    def is_on(self) -> bool:
        """Whether reminders of the open book are told."""
        return self._runs and self._is_on

    def start(self, *, is_kept: bool = True) -> None:
        """A book was opened: tell what was missed, and go on.

        One that is not kept, a sample, tells only what is still to come, and leaves no note on this computer.
        """
        self._forget_book()
        self._runs, self._is_kept, self._is_silent = True, is_kept, not is_kept
        self._is_on = self._settings().notifications
        self._today = self._local_now().date()
        self.check()

    def stop(self) -> None:
        """The book is being left."""
        self._runs = False
        self._timer.stop()

    def note(self, changes: Changes) -> None:
        """Something was written. What the user plans for a time already past is before their eyes: not told."""
        if self.is_on and changes.touches("follow_up", "client"):
            self._was_changed = True
            self._read()

    def check(self) -> None:
        """Look at the clock: tell what is due, and wait for the next."""
        if not self._runs:
            return
        self._look_at_day()
        self._look_at_switch()
        if self._is_on:
            now = self._clock()
            if self._until is None or now > self._until - MARGIN or self._read_for != self._circumstances():
                self._read()
            else:
                self._tell(now)
        self._wait()

    def _forget_book(self) -> None:
        self._told: Told | None = None
        self._coming: list[Reminder] = []
        self._standing: frozenset[str] = frozenset()
        self._until: datetime | None = None
        self._read_for: object = None
        self._was_changed = False
        self._is_silent = False
        self._book = object()

    def _look_at_day(self) -> None:
        today = self._local_now().date()
        if today != self._today:
            self._today = today
            self.new_day.emit()

    def _look_at_switch(self) -> None:
        """Turned on again, reminders are told from now on; those that passed meanwhile are not."""
        is_on = self._settings().notifications
        if is_on and not self._is_on:
            self._is_silent, self._until = True, None
        self._is_on = is_on

    def _circumstances(self) -> object:
        """What moves reminders though nothing was written: where the user is, when days without a time begin."""
        return self._local_now().utcoffset(), self._settings().remind_at

    def _read(self) -> None:
        now = self._clock()
        morning = time.fromisoformat(self._settings().remind_at)
        self._ops.query(
            self,
            _ask,
            self._told,
            self._is_kept,
            now + AHEAD,
            self._zone(),
            morning,
            on_result=partial(self._show, self._book, now + AHEAD, self._circumstances()),
            on_error=self._not_read,
            latest="reminders",
        )

    def _not_read(self, error: PortfolioError) -> None:
        log.warning(
            "reminders: %s", error.code
        )  # tried again at the next look; whoever acts hears of the fault

    def _show(self, book: object, until: datetime, circumstances: object, found: Any) -> None:
        if not self._runs or book is not self._book:
            return
        told, standing, listed = found
        self._told = told
        open_ones = [one for one in listed if one.key not in told]
        silent = [one.key for one in open_ones if self._passes_over(one)]
        self._standing, self._until, self._read_for = standing, until, circumstances
        self._was_changed = self._is_silent = False
        if silent:
            told.add(silent, standing, self._today)
        self._coming = [one for one in open_ones if one.key not in told]
        self.standing.emit(standing)
        self._tell(self._clock())
        self._wait()

    def _passes_over(self, one: Reminder) -> bool:
        """Whether it is not to be told: it passed while this was off, or was planned for a time already past."""
        if one.at > self._clock():
            return False
        if self._is_silent:
            return True
        was_seen = self._until is None or one.at > self._until or one.key in self._standing
        return self._was_changed and not was_seen

    def _tell(self, now: datetime) -> None:
        if self._told is None or not self._is_on or self._is_quiet():
            return
        due = tuple(one for one in self._coming if one.at <= now)
        if due:
            self._coming = [one for one in self._coming if one.at > now]
            self._told.add((one.key for one in due), self._standing, self._today)
            self.due.emit(due)

    def _is_quiet(self) -> bool:
        settings = self._settings()
        return bool(settings.quiet_from) and is_between(
            self._local_now().time(),
            time.fromisoformat(settings.quiet_from),
            time.fromisoformat(settings.quiet_to),
        )

    def _wait(self) -> None:
        now = self._clock()
        to_come = [one.at for one in self._coming if one.at > now]
        wait = LOOK_MS
        if to_come and self._is_on:
            wait = min(wait, int((min(to_come) - now) / timedelta(milliseconds=1)) + 1)
        self._timer.start(max(wait, SHORTEST_MS))

    def _local_now(self) -> datetime:
        return self._clock().astimezone(self._zone())


def is_between(now: time, begin: time, end: time) -> bool:
    """Whether a time of day is from `begin` on and before `end`, which may be past midnight; never when equal."""
    return begin <= now < end if begin <= end else now >= begin or now < end


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _ask(
    book: Any, told: Told | None, is_kept: bool, until: datetime, zone: tzinfo | None, morning: time
) -> tuple[Told, frozenset[str], list[Reminder]]:
    """On the book's thread: the note of what was told, and what the book has planned."""
    from portfolio_app.services import reminders

    told = told or Told(book.book_id(), is_kept=is_kept)
    return told, *reminders.look(book, until, zone, morning, told)


def _day_of(key: str) -> str:
    """The day a key is of, ISO."""
    return key.partition("@")[2][:10]


def _read_keys(path: Path) -> set[str]:
    """The keys in a file; none when it is missing, too large or damaged."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return set()
        listed = json.loads(path.read_text(encoding="utf-8"))["told"]
        return {key for key in listed if isinstance(key, str)} if isinstance(listed, list) else set()
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return set()
