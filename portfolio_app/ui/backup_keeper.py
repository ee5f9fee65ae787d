"""Backs the open book up while somebody works in it: quietly, and says once when it cannot.

The book's thread only copies; verifying the copy, which takes several times as long, is done on a thread of
its own, so that nobody waits for it.
"""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from portfolio_app.errors import PortfolioError
from portfolio_app.ui import book_calls
from portfolio_app.ui.operations import Operations

log = logging.getLogger(__name__)

EVERY_MS = 5 * 60_000
"""How often is asked whether a backup is due; the service knows when."""
BUSY_MS = 10_000
"""Later, when the book is busy just then."""


class BackupKeeper(QObject):
    """Asks every few minutes; `failed` tells of a failure, and not again until it worked once more."""

    failed = Signal(object)
    made = Signal()
    """There is one backup more."""
    _finished = Signal(object, object)

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ops = operations
        self._has_told = False
        self._is_verifying = False
        self._begun_copies: list[Any] = []
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="backup")
        self._finished.connect(self._verified, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.ask)

    def start(self) -> None:
        """A book was opened: begin to count."""
        self._has_told = False
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """No more: the book is being closed, or is one nobody will want again."""
        self._timer.stop()

    def ask(self) -> None:
        """Back up if it is time; when the book is busy, a little later."""
        if self._ops.is_busy or self._is_verifying:
            self._timer.start(BUSY_MS)
            return
        self._timer.start(EVERY_MS)
        self._ops.query(
            self,
            self._begin,
            on_result=self._begun,
            on_error=self._not_done,
        )

    def shut_down(self) -> None:
        """Wait for a copy that is being verified; one whose answer came too late is taken away.

        To be called when the book is closed, so that none is begun any more.
        """
        self._timer.stop()
        self._pool.shutdown(wait=True)
        while self._begun_copies:
            self._begun_copies.pop().drop()

    def _begin(self, book: Any) -> Any:
        """On the book's thread: what is begun is known here even if nobody hears the answer."""
        pending = book_calls.begin_backup_if_due(book)
        if pending is not None:
            self._begun_copies.append(pending)
        return pending

    def _begun(self, pending: Any) -> None:
        if pending is None:
            self._has_told = False
            return
        if pending not in self._begun_copies:
            return  # taken away on shutting down
        self._begun_copies.remove(pending)
        self._is_verifying = True
        self._pool.submit(self._verify, pending)

    def _verify(self, pending: Any) -> None:
        try:
            info = pending.finish()
        except PortfolioError as error:
            self._finished.emit(None, error)
        except Exception:
            log.exception("a backup could not be verified")
            self._finished.emit(None, None)
        else:
            self._finished.emit(info, None)

    def _verified(self, info: Any, error: PortfolioError | None) -> None:
        self._is_verifying = False
        if info is not None:
            self._has_told = False
            self.made.emit()
        elif error is not None:
            self._not_done(error)

    def _not_done(self, error: PortfolioError) -> None:
        if not self._has_told:
            self._has_told = True
            self.failed.emit(error)
