"""Keeps a calendar file up to date for programs that subscribe to it: written again shortly after every change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, QTimeZone, Signal

from portfolio_app.config import Settings
from portfolio_app.errors import PortfolioError
from portfolio_app.ui import i18n
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import DUE_FROM

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes

WAIT_MS = 2_000
"""After a change; what changes meanwhile goes along."""


class LiveCalendar(QObject):
    """Belongs to the desktop. `failed` tells of a failure, and not again until it worked once more."""

    failed = Signal(object)
    said = Signal(str)
    """What the user asked for is done."""

    def __init__(
        self,
        operations: Operations,
        settings: Callable[[], Settings],
        today: Callable[[], date],
        save: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        """`save` keeps the preferences."""
        super().__init__(parent)
        self._ops = operations
        self._settings, self._today, self._save = settings, today, save
        self._book_id = ""
        self._has_told = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WAIT_MS)
        self._soon.timeout.connect(self._write)
        operations.changed.connect(self._changed)

    @property
    def path(self) -> Path | None:
        """The file of the open book."""
        name = self._settings().live_calendars.get(self._book_id, "") if self._book_id else ""
        return Path(name) if name else None

    def start(self) -> None:
        """A book was opened."""
        self.stop()
        self._ops.query(self, _book_id, on_result=self._begin)

    def renew(self) -> None:
        """Write the file, if there is one, shortly: something changed, or another day begins."""
        if self.path is not None:
            self._soon.start()

    def flush(self) -> None:
        """The book is about to be left: what waits to be written is written before."""
        if self._soon.isActive():
            self._write()

    def stop(self) -> None:
        """It was left."""
        self._soon.stop()
        self._book_id, self._has_told = "", False

    def choose(self, path: Path | None) -> None:
        """Keep that file up to date from now on, if it can be written; None: keep none, the one there stays."""
        if not self._book_id:
            return
        self._soon.stop()
        before = self._settings().live_calendars.get(self._book_id, "")
        self._keep("" if path is None else str(path))
        if path is None:
            self.said.emit(self.tr("The calendar file is not kept up to date any more."))
            return
        self._write(on_done=partial(self._begun, path.name), on_error=partial(self._not_begun, before))

    def _keep(self, name: str) -> None:
        """Note the file of the open book."""
        kept = self._settings().live_calendars
        kept.pop(self._book_id, None)
        if name:
            kept[self._book_id] = name
        self._save()

    def _begun(self, name: str, is_protected: bool) -> None:
        said = self.tr("Kept up to date from now on: {name}").format(name=name)
        if is_protected:
            warning = self.tr(
                "The passphrase does not protect this file: whoever opens it reads names and reminders."
            )
            said = f"{said}\n{warning}"
        self.said.emit(said)

    def _not_begun(self, before: str, error: PortfolioError) -> None:
        self._keep(before)
        self.failed.emit(error)

    def _begin(self, book_id: str) -> None:
        self._book_id = book_id
        self.renew()

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*DUE_FROM):
            self.renew()

    def _write(
        self,
        on_done: Callable[[Any], None] | None = None,
        on_error: Callable[[PortfolioError], None] | None = None,
    ) -> None:
        self._soon.stop()
        path = self.path
        if path is None:
            return
        # Run as an action, not as a reading: those are not done any more once the book is being closed.
        self._ops.run(
            self,
            _write_live,
            self._book_id,
            path,
            self._today(),
            i18n.language(),
            bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "ignore"),
            on_done=on_done or self._written,
            on_error=on_error or self._not_written,
            announce=False,
        )

    def _written(self, _: object) -> None:
        self._has_told = False

    def _not_written(self, error: PortfolioError) -> None:
        if not self._has_told:
            self._has_told = True
            self.failed.emit(error)


def _book_id(book: Any) -> str:
    found: str = book.book_id()
    return found


def _write_live(book: Any, book_id: str, path: Path, as_of: date, language: str, zone: str) -> bool:
    """On the book's thread; answers whether the book has a passphrase, which the file has not.

    Another book may have been opened meanwhile: the file is not its.
    """
    from portfolio_app.services import calendar_files, passphrases

    if book.book_id() != book_id:
        return False
    content = calendar_files.calendar_content(book, as_of, language=language, zone=zone)
    calendar_files.write_content(path, content, is_live=True)
    return passphrases.is_protected(book)
