"""What the window says about books: what can be done about an error, and what happened on opening."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from portfolio_app.config import data_dir
from portfolio_app.errors import (
    BackupError,
    BookDamagedError,
    BookError,
    BookInUseError,
    BookWriteError,
    PortfolioError,
)
from portfolio_app.ui import backup_words, book_calls, messages
from portfolio_app.ui.book_calls import Attempt
from portfolio_app.ui.folders import open_folder

if TYPE_CHECKING:
    from portfolio_app.services.backups import BackupInfo
    from portfolio_app.ui.desktop import Desktop
    from portfolio_app.ui.main_window import Remedy

MAX_EXPLAINED = 100
PASSING = frozenset({"in_use", "in_use_by", "cannot_read", "no_permission", "read_only", "folder_read_only"})
"""Reasons not to open a book that may be gone a moment later."""


class BookNews(QObject):
    """Belongs to the desktop, whose window it speaks in."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop)
        self._desktop = desktop
        self._waiting: list[tuple[str, list[Remedy]]] = []
        self.is_swapped = False
        """Whether the open book's file was replaced underneath: then the same path may be opened anew."""

    def tell(self, text: str, actions: Sequence[Remedy] = ()) -> None:
        """Keep something to say until the book is open."""
        self._waiting.append((text, list(actions)))

    def tell_once(self, text: str) -> None:
        """The same, unless something waits to be said already."""
        if not self._waiting:
            self.tell(text)

    def forget(self) -> None:
        """No book was opened: what waited is of no use."""
        self._waiting.clear()

    def show(self, *, about_folder: bool) -> None:
        """The book is open: say what waited, or else what there is to know about its folder."""
        path = self._desktop.book_path
        if self._waiting:
            text, actions = self._waiting[0]
            self._waiting.clear()
            self._desktop.window.banner.say(text, actions, tone="warn", sticky=True)
        elif about_folder and path is not None:
            self._desktop.operations.background(
                self, book_calls.sync_provider, path, on_result=partial(self._explain_sync, path)
            )

    def was_not_closed(self, error: PortfolioError) -> None:
        """The book that gave way could not be closed as it should."""
        self.tell(messages.error_text(error))

    def was_older(self) -> None:
        """An older version of the book lies in its place: more urgent than anything else."""
        text = self.tr(
            "This is an older version of your book than the one last closed here on this computer. If that is not "
            "on purpose, look at the backups."
        )
        self._waiting.insert(0, (text, [self._to_backups()]))

    def _to_backups(self) -> Remedy:
        return (self.tr("Show the backups"), partial(self._desktop.window.show_page, "backups"))

    def remedies(self, error: PortfolioError) -> list[Remedy]:
        """Buttons beside the sentence of an error."""
        if isinstance(error, BackupError) and self._desktop.book_path is not None:
            return [(self.tr("Save a copy…"), self._desktop.save_copy)]
        if not isinstance(error, BookError) or "path" not in error.params:
            return []
        path = Path(str(error.params["path"]))
        if not self._desktop.is_open(path):
            if error.code == "passphrase_needed":
                return [(self.tr("Type the passphrase…"), partial(self._desktop.open_book, path))]
            if isinstance(error, BookDamagedError):
                return [(self.tr("Show its backups…"), partial(self._desktop.open_book, path))]
            return (
                [(self.tr("Try again"), partial(self._desktop.open_book, path))]
                if error.code in PASSING
                else []
            )
        if error.code == "swapped":
            self.is_swapped = True
            return [
                (self.tr("Save a copy…"), self._desktop.save_copy),
                (self.tr("Open it again"), partial(self._desktop.open_book, path)),
            ]
        if isinstance(error, BookWriteError | BookInUseError):
            return [(self.tr("Save a copy…"), self._desktop.save_copy)]
        return [self._to_backups()]

    def was_restored(self, info: BackupInfo, aside: Path | None) -> None:
        """A backup took the place of a book, which is opened next."""
        moment = backup_words.moment(info.at)
        if aside is None:
            self.tell(self.tr("The backup of {moment} stands where the book was.").format(moment=moment))
            return
        text = self.tr(
            "The backup of {moment} has taken the book's place. The file that was there is kept as “{name}”."
        )
        self.tell(
            text.format(moment=moment, name=aside.name),
            [(self.tr("Open the folder"), partial(open_folder, aside.parent))],
        )

    def _explain_sync(self, path: Path, provider: str | None) -> None:
        """Once per book in a folder that another program copies."""
        if (
            provider is None
            or not self._desktop.is_open(path)
            or str(path) in self._desktop.settings.sync_explained
        ):
            return
        text = self.tr(
            "This book lies in a folder of {provider}, which copies it while you work and may bring back an older "
            "version from another computer: changes can be lost. Open it on one computer at a time, or move it to "
            "this computer's own folder."
        )
        understood = partial(self._understood, path)
        self._desktop.window.banner.say(
            text.format(provider=provider),
            [
                (self.tr("Move the book…"), partial(self._move_home, path, provider)),
                (self.tr("I understand"), understood),
            ],
            tone="warn",
            sticky=True,
            on_dismiss=understood,
        )

    def _understood(self, path: Path) -> None:
        self._desktop.settings.sync_explained = [*self._desktop.settings.sync_explained, str(path)][
            -MAX_EXPLAINED:
        ]
        self._desktop.save_settings()

    def _move_home(self, path: Path, provider: str) -> None:
        """Copy the book to the default folder and go on there; what lies in the shared folder stays."""

        def copied(attempt: Attempt) -> None:
            self._understood(path)
            self._desktop.settings.recent = [
                name for name in self._desktop.settings.recent if name != str(path)
            ]
            text = self.tr(
                "You now work in “{new}”. The book in {provider} is left as it was: delete it there once you are "
                "sure you need it no more."
            )
            self.tell(
                text.format(new=attempt.path, provider=provider),
                [(self.tr("Open the old folder"), partial(open_folder, path.parent))],
            )
            self._desktop.open_attempt(attempt)

        self._desktop.operations.query(self, book_calls.copy_home, data_dir(), on_result=copied)
