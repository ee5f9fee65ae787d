"""Files that are no tables: calendars go to the calendar's import, full copies become books."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from portfolio_app.config import BOOK_SUFFIX, browse_dir
from portfolio_app.ui.pages import import_calls as calls
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.calendar_exchange import CalendarExchange

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes
    from portfolio_app.ui.pages.import_page import ImportPage


REMINDERS = "import_reminders"
"""The label of the step that imports the entries of a calendar."""


class OtherFiles(QObject):
    """What can be done with a file that is no table. `is_empty_book`: whether a copy can be read into this book."""

    def __init__(self, page: ImportPage, context: UiContext) -> None:
        super().__init__(page)
        self._page = page
        self.is_empty_book = False
        self._calendar: Path | None = None
        page.ops.recorded.connect(self._on_recorded)
        self.calendar = CalendarExchange(context, page)
        self.calendar.said.connect(lambda text: page.notice.say(text, "accent"))

    def load(self, then: Callable[[], None]) -> None:
        """See whether the book is empty."""

        def take(is_empty: bool) -> None:
            if self.is_empty_book != is_empty:
                self.is_empty_book = is_empty
                then()

        self._page.ops.query(self, calls.is_empty, on_result=take, latest="empty")

    def take(self, path: Path, what: str) -> None:
        """ "calendar": look at its entries. "into_book", "new_book": what becomes of a full copy."""
        if what == "calendar":
            self._calendar = path
            self.calendar.preview(path)
        elif what == "into_book":
            self._page.run_long(self.tr("Reading the copy…"), 0, calls.read_copy, path, self._was_read)
        elif what == "new_book":
            self._choose_book(path)

    def _on_recorded(self, changes: Changes) -> None:
        """The entries of the calendar are in the book: there is nothing left to do with the file."""
        if changes.label == REMINDERS and self._calendar is not None:
            path, self._calendar = self._calendar, None
            self._page.done_with(path)

    def _was_read(self, changes: Changes) -> None:
        self._page.copy_was_read(changes)

    def _choose_book(self, path: Path) -> None:
        proposed = browse_dir() / f"{path.stem}{BOOK_SUFFIX}"
        kinds = self.tr("Client books (*{suffix})").format(suffix=BOOK_SUFFIX)
        name, _ = QFileDialog.getSaveFileName(
            self._page.window(), self.tr("New book from the copy"), str(proposed), kinds
        )
        if name:
            target = Path(name) if Path(name).suffix else Path(name).with_suffix(BOOK_SUFFIX)
            self.make_book(path, target)

    def make_book(self, path: Path, target: Path) -> None:
        """Make a book of the copy and open it."""
        self._page.run_long(
            self.tr("Reading the copy…"), 0, calls.new_book_from_copy, (path, target), self._was_made
        )

    def _was_made(self, target: Path) -> None:
        self._page.leave_working()
        self._page.open_requested.emit("open_book", target)
