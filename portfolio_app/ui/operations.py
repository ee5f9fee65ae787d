"""The one road from the interface to the services.

`Operations` owns one worker thread, on which the open book lives and everything that touches it runs, in
order. Answers come back on the UI thread, and only to owners that still exist:

    ops.query(self, clients.page, 50, on_result=self.show_rows, latest="page")   # reads
    ops.run(self, interactions.log_touch, client_id, kind="call")                # one user action
    handle = ops.long(self, importing.run, path, on_progress=bar.show_progress)   # can be cancelled

What a service changed is told by `changed`; nothing here knows how the book is stored.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt, Signal, Slot

from portfolio_app.errors import OperationCancelled, PortfolioError

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes

log = logging.getLogger(__name__)

PROGRESS_EVERY = 0.05
"""Seconds between two progress reports that reach the interface."""

OnError = Callable[[PortfolioError], None]


class UnexpectedError(PortfolioError):
    """A fault of the program; the details are in the log, not on the screen."""

    sentences = {
        "unexpected": str(
            QT_TRANSLATE_NOOP(
                "errors",
                "Something unexpected happened and this could not be done. "
                "Your book is safe; the details are in the log.",
            )
        )
    }


@dataclass
class _Job:
    """What the worker needs. Callbacks stay on the UI thread, in `_Answer`."""

    number: int
    call: Callable[[Any], Any]
    needs_book: bool = True
    is_void: bool = False
    cancelled: threading.Event = field(default_factory=threading.Event)


@dataclass
class _Answer:
    """Where an answer goes. Lives and dies on the UI thread, as widgets must.

    `always` hears of a success even when the owner is gone: what was written concerns everybody.
    """

    job: _Job
    owner: QObject
    deliver: Callable[[Any], None] | None = None
    on_error: OnError | None = None
    always: Callable[[Any], None] | None = None
    on_progress: Callable[[int, int], None] | None = None
    scope: tuple[int, str] | None = None


class LongOperation:
    """A running long operation; `cancel()` asks it to stop, which it answers with `OperationCancelled`."""

    def __init__(self, stop: threading.Event, is_running: Callable[[], bool]) -> None:
        self._stop = stop
        self._is_running = is_running

    def cancel(self) -> None:
        """Ask the operation to stop; it writes nothing."""
        self._stop.set()

    @property
    def is_running(self) -> bool:
        """Whether its answer is still to come."""
        return self._is_running()


class Operations(QObject):
    """Runs queries and services on the book's thread. See the module for how it is used.

    `undo` and `redo` are the services' functions, `function(book) -> Changes`. A `book` may be given when
    it is not bound to a thread; otherwise `open_book` makes it on the worker.
    """

    changed = Signal(object)
    """`Changes` of anything that was written: what pages refresh by."""
    recorded = Signal(object)
    """`Changes` of a new step that the user may want to take back (what the toast shows)."""
    reverted = Signal(object, str)
    """`Changes` of a step taken back ("undo") or done again ("redo")."""
    failed = Signal(object)
    """A `PortfolioError` that nobody else handles."""
    busy_changed = Signal(bool)
    """Whether anything is running or waiting."""
    book_opened = Signal()
    not_closed = Signal(object)
    """The `PortfolioError` met while closing a book that gave way to another one."""
    shut = Signal()
    """The book is closed and nothing runs any more; told once, after `begin_shutdown`."""

    _finished = Signal(int, object, object)
    _progressed = Signal(int, int, int)

    def __init__(
        self,
        book: Any = None,
        *,
        undo: Callable[[Any], Changes] | None = None,
        redo: Callable[[Any], Changes] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._undo, self._redo = undo, redo
        self._close: Callable[[Any], None] | None = None
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="book")
        self._queue: deque[_Job] = deque()
        self._urgent: deque[_Job] = deque()
        self._answers: dict[int, _Answer] = {}
        self._latest: dict[tuple[int, str], _Job] = {}
        self._watched: set[int] = set()
        self._last_number = 0
        self._is_shut = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._report, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether anything is running or waiting."""
        return bool(self._answers)

    def query(
        self,
        owner: QObject,
        function: Callable[..., Any],
        *args: Any,
        on_result: Callable[[Any], None],
        on_error: OnError | None = None,
        latest: str | None = None,
        urgent: bool = False,
    ) -> None:
        """Run `function(book, *args)`, which only reads, and hand its result to `on_result`.

        With `latest`, a newer query of the same owner and key makes this one void: not run if it has not
        begun, not delivered if it has. `urgent` overtakes what waits (what the user types, visible rows).
        """
        job = self._job(lambda book: function(book, *args))
        answer = _Answer(job, owner, on_result, on_error)
        if latest is not None:
            answer.scope = (id(owner), latest)
            if older := self._latest.get(answer.scope):
                older.is_void = True
            self._latest[answer.scope] = job
        self._submit(answer, urgent=urgent)

    def run(
        self,
        owner: QObject,
        service: Callable[..., Any],
        *args: Any,
        on_done: Callable[[Any], None] | None = None,
        on_error: OnError | None = None,
        announce: bool = True,
        **kw: Any,
    ) -> None:
        """Run `service(book, *args, **kw) -> Changes`; `announce` False keeps the undo toast away."""
        job = self._job(lambda book: service(book, *args, **kw))
        always = partial(self._tell_written, self.recorded.emit if announce else None)
        self._submit(_Answer(job, owner, on_done, on_error, always))

    def long(
        self,
        owner: QObject,
        service: Callable[..., Any],
        *args: Any,
        on_progress: Callable[[int, int], None] | None = None,
        on_done: Callable[[Any], None] | None = None,
        on_error: OnError | None = None,
        **kw: Any,
    ) -> LongOperation:
        """Run a service that also takes `progress(done, total)` and `cancelled() -> bool` by keyword.

        A cancelled one answers `on_error` with `OperationCancelled`, or nothing when there is none.
        """
        job = self._job(lambda book: None)
        progress = _Throttle(partial(self._progressed.emit, job.number))
        job.call = lambda book: service(book, *args, progress=progress, cancelled=job.cancelled.is_set, **kw)
        always = partial(self._tell_written, self.recorded.emit)
        self._submit(_Answer(job, owner, on_done, on_error, always, on_progress))
        return LongOperation(job.cancelled, lambda: job.number in self._answers)

    def undo(self) -> None:
        """Take back the last step."""
        if self._undo is not None:
            self._revert(self._undo, "undo")

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._redo is not None:
            self._revert(self._redo, "redo")

    def open_book(
        self,
        owner: QObject,
        opener: Callable[[], Any],
        closer: Callable[[Any], None],
        on_done: Callable[[Any], None] | None = None,
        on_error: OnError | None = None,
        *,
        close_first: bool = False,
    ) -> None:
        """Open another book on the worker thread; the one that was open is closed only when that works.

        With `close_first` it is closed in any case, before: what is opened stands in its very place.
        `on_done` gets whatever `opener` returned, to keep as an opaque token only.
        """

        def swap(book: Any) -> Any:
            if close_first:
                self._give_up(book, None, None)
            fresh = opener()
            self._give_up(None if close_first else book, fresh, closer)
            return fresh

        job = self._job(swap, needs_book=False)
        self._submit(_Answer(job, owner, on_done, on_error, lambda book: self.book_opened.emit()))

    def _give_up(self, book: Any, fresh: Any, closer: Callable[[Any], None] | None) -> None:
        """On the worker: `fresh` takes the place of `book`, which is closed."""
        close, self._book, self._close = self._close, fresh, closer
        if book is not None and close is not None:
            _, error = _call(close, book)
            if error is not None:
                self.not_closed.emit(error)

    def background(
        self,
        owner: QObject,
        function: Callable[..., Any],
        *args: Any,
        on_result: Callable[[Any], None] | None = None,
        on_error: OnError | None = None,
    ) -> None:
        """Run `function(*args)`, which needs no book, on the same thread (files to look at, imports)."""
        job = self._job(lambda book: function(*args), needs_book=False)
        self._submit(_Answer(job, owner, on_result, on_error))

    def shutdown(self) -> None:
        """Finish what writes, drop reads that have not begun, close the book and wait for all that."""
        self.begin_shutdown()
        self._pool.shutdown(wait=True)
        self._answers.clear()

    def begin_shutdown(self) -> bool:
        """Do the same without waiting: `shut` tells when it is done. False when that was begun before."""
        if self._is_shut:
            return False
        self._is_shut = True
        for answer in self._answers.values():
            answer.job.cancelled.set()
            answer.job.is_void = answer.always is None
        self._pool.submit(self._close_book)
        self._pool.shutdown(wait=False)
        return True

    def _close_book(self) -> None:
        book, self._book = self._book, None
        if book is not None and self._close is not None:
            _, error = _call(self._close, book)
            if error is not None:
                log.warning("closing the book: %s", error.code)
        self.shut.emit()

    def _job(self, call: Callable[[Any], Any], *, needs_book: bool = True) -> _Job:
        self._last_number += 1
        return _Job(self._last_number, call, needs_book)

    def _submit(self, answer: _Answer, *, urgent: bool = False) -> None:
        if self._is_shut:
            return
        self._watch(answer.owner)
        was_busy = self.is_busy
        self._answers[answer.job.number] = answer
        (self._urgent if urgent else self._queue).append(answer.job)
        self._pool.submit(self._work)
        if not was_busy:
            self.busy_changed.emit(True)

    def _watch(self, owner: QObject) -> None:
        if owner is not self and id(owner) not in self._watched:
            self._watched.add(id(owner))
            owner.destroyed.connect(partial(self._forget, id(owner)))

    def _forget(self, owner_id: int, *_: object) -> None:
        """The owner is gone: its reads need not run; what it wanted written still is."""
        self._watched.discard(owner_id)
        for answer in self._answers.values():
            if id(answer.owner) == owner_id and answer.always is None:
                answer.job.is_void = True
        for scope in [scope for scope in self._latest if scope[0] == owner_id]:
            del self._latest[scope]

    def _work(self) -> None:
        """On the worker: run the next job. One call was queued per job, so none is left behind."""
        overtakes = self._urgent and (self._book is not None or not self._queue)
        job = (self._urgent if overtakes else self._queue).popleft()
        result: Any = None
        error: PortfolioError | None = None
        if job.needs_book and self._book is None:
            job.is_void = True
        if not job.is_void:
            result, error = _call(job.call, self._book)
        job.call = _nothing
        if not self._is_shut:
            self._finished.emit(job.number, result, error)

    @Slot(int, object, object)
    def _deliver(self, number: int, result: Any, error: PortfolioError | None) -> None:
        answer = self._answers.pop(number, None)
        if answer is None:
            return
        if answer.scope is not None and self._latest.get(answer.scope) is answer.job:
            del self._latest[answer.scope]
        try:
            if not answer.job.is_void:
                self._hand_over(answer, result, error)
        finally:
            if not self.is_busy:
                self.busy_changed.emit(False)

    def _hand_over(self, answer: _Answer, result: Any, error: PortfolioError | None) -> None:
        is_alive = shiboken6.isValid(answer.owner)
        if error is None:
            if answer.always is not None:
                answer.always(result)
            if answer.deliver is not None and shiboken6.isValid(answer.owner):
                answer.deliver(result)
        elif answer.on_error is not None and is_alive:
            answer.on_error(error)
        elif not isinstance(error, OperationCancelled) and (is_alive or answer.always is not None):
            self.failed.emit(error)

    def _tell_written(self, announce: Callable[[Any], None] | None, result: Any) -> None:
        changes = changes_of(result)
        if changes is None:
            return
        self.changed.emit(changes)
        # What changed nothing leaves no step: "undo" would take back an older one.
        if announce is not None and changes.kinds:
            announce(changes)

    def _revert(self, service: Callable[[Any], Changes], way: str) -> None:
        always = partial(self._tell_written, lambda changes: self.reverted.emit(changes, way))
        self._submit(_Answer(self._job(service), self, always=always))

    @Slot(int, int, int)
    def _report(self, number: int, done: int, total: int) -> None:
        answer = self._answers.get(number)
        if answer is not None and answer.on_progress is not None and shiboken6.isValid(answer.owner):
            answer.on_progress(done, total)


class _Throttle:
    """`progress(done, total)` for a service, passed on at most every `PROGRESS_EVERY` and at the end."""

    def __init__(self, emit: Callable[[int, int], None]) -> None:
        self._emit = emit
        self._next = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now >= self._next or done >= total:
            self._next = now + PROGRESS_EVERY
            self._emit(done, total)


def changes_of(result: Any) -> Changes | None:
    """The `Changes` in what a service returned: itself, its `changes` attribute, or first in a tuple."""
    if isinstance(result, tuple) and result:
        result = result[0]
    result = getattr(result, "changes", result)
    return result if hasattr(result, "touches") else None


def _call(function: Callable[[Any], Any], book: Any) -> tuple[Any, PortfolioError | None]:
    try:
        return function(book), None
    except PortfolioError as error:
        return None, error
    except Exception:
        log.exception("an operation failed unexpectedly")
        return None, UnexpectedError("unexpected")


def _nothing(*_: object) -> None:
    """Stands in for a finished job's function, so that the worker keeps no reference to it."""
