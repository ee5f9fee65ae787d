"""The way into a book: passphrase, recovery of a damaged one, and the sentence when it stays shut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from portfolio_app.errors import BookDamagedError, BookLockedError, NotABookError, PortfolioError
from portfolio_app.ui import book_calls, messages
from portfolio_app.ui.book_calls import Attempt
from portfolio_app.ui.operations import Operations

if TYPE_CHECKING:
    from portfolio_app.services.backups import BackupInfo
    from portfolio_app.services.books import Book
    from portfolio_app.ui.dialogs.box import Box
    from portfolio_app.ui.dialogs.passphrase import PassphraseDialog
    from portfolio_app.ui.dialogs.recovery import RecoveryDialog

RECOVERABLE = frozenset({"empty_file", "not_a_book", "missing"})
"""Besides damage: what a book may look like when it is gone, where backups of it are known."""


class BookDoor(QObject):
    """Opens one book at a time; the one that is open stays until another one is.

    Ends in `opened` or `refused`, however many questions lie between.
    """

    opened = Signal(object)
    """The `Book`, as an opaque token."""
    refused = Signal(object)
    """The `PortfolioError`: nothing was opened, and the user knows all that could be asked."""
    other_wanted = Signal()
    """The user wants another book instead; `refused` was told."""
    restored = Signal(object, object)
    """(`BackupInfo`, where the damaged file went or None), before the book is opened."""

    def __init__(
        self,
        window: QWidget,
        operations: Operations,
        today: Callable[[], date],
        clock: Callable[[], datetime] | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._ops = operations
        self._today = today
        self._clock = clock
        self._box: Box | None = None
        self._turn = 0

    @property
    def box(self) -> Box | None:
        """The question being asked."""
        return self._box

    def open(self, attempt: Attempt, *, close_first: bool = False) -> None:
        """Try; a question asked for another book is withdrawn. See `Operations.open_book` for `close_first`."""
        self.leave()
        self._try(attempt, close_first=close_first)

    def leave(self) -> None:
        """Withdraw the question, if one is asked; nothing is told."""
        self._turn += 1
        box, self._box = self._box, None
        if box is not None:
            box.withdraw()

    def _try(self, attempt: Attempt, *, close_first: bool = False) -> None:
        turn = self._turn
        self._ops.open_book(
            self,
            partial(book_calls.open_book, attempt, self._clock),
            book_calls.close_book,
            on_done=self._is_open,
            on_error=lambda error: self._is_shut(attempt, error) if turn == self._turn else None,
            close_first=close_first,
        )

    def _is_open(self, book: Book) -> None:
        self.leave()
        self.opened.emit(book)

    def _is_shut(self, attempt: Attempt, error: PortfolioError) -> None:
        if isinstance(error, BookLockedError) and error.code != "no_encryption":
            self._ask(attempt, error)
        elif isinstance(error, BookDamagedError | NotABookError) or error.code in RECOVERABLE:
            self._look_for_backups(attempt, error)
        else:
            self._refuse(error)

    def _refuse(self, error: PortfolioError) -> None:
        self.leave()
        self.refused.emit(error)

    def _give_up(self, box: Box, error: PortfolioError) -> None:
        if box is self._box:
            self._refuse(error)

    # A passphrase

    def _ask(self, attempt: Attempt, error: PortfolioError) -> None:
        from portfolio_app.ui.dialogs.passphrase import PassphraseDialog

        if isinstance(self._box, PassphraseDialog):
            self._box.refuse(messages.error_text(error))
            return
        box = PassphraseDialog(self._window, attempt.path)
        box.entered.connect(
            lambda text, remember: self._try(replace(attempt, passphrase=text, remember=remember))
        )
        box.rejected.connect(partial(self._give_up, box, error))
        self._show(box)
        if error.code == "wrong_passphrase":
            box.refuse(messages.error_text(error))
        box.backups_wanted.connect(lambda: self._look_for_backups(attempt, error))
        self._ops.background(self, book_calls.can_remember, on_result=partial(self._offer_remembering, box))
        self._ops.background(
            self,
            book_calls.backups_for,
            attempt.path,
            on_result=lambda infos: box.offer_backups(bool(infos)) if box is self._box else None,
            on_error=lambda _: None,
        )

    def _offer_remembering(self, box: PassphraseDialog, possible: bool) -> None:
        if box is self._box:
            box.offer_remembering(possible)

    # A backup

    def _look_for_backups(self, attempt: Attempt, error: PortfolioError) -> None:
        turn = self._turn
        self._ops.background(
            self,
            book_calls.backups_for,
            attempt.path,
            on_result=lambda infos: self._offer(turn, attempt, error, infos),
            on_error=lambda _: self._offer(turn, attempt, error, []),
        )

    def _offer(self, turn: int, attempt: Attempt, error: PortfolioError, infos: list[BackupInfo]) -> None:
        if turn != self._turn:
            return
        if not infos and not isinstance(error, BookDamagedError):
            self._refuse(error)
            return
        from portfolio_app.ui.dialogs.recovery import RecoveryDialog

        self.leave()
        box = RecoveryDialog(self._window, self._ops, error, attempt.path, infos, self._today)
        box.restore_wanted.connect(partial(self._restore, box, attempt.path))
        box.as_it_is_wanted.connect(lambda: self.open(replace(attempt, accept_altered=True)))
        box.other_wanted.connect(lambda: self._choose_other(error))
        box.rejected.connect(partial(self._give_up, box, error))
        self._show(box)

    def _choose_other(self, error: PortfolioError) -> None:
        self._refuse(error)
        self.other_wanted.emit()

    def _restore(self, box: RecoveryDialog, path: Path, info: BackupInfo, passphrase: str | None) -> None:
        self._ops.background(
            box,
            book_calls.restore_file,
            path,
            info,
            passphrase,
            on_result=lambda aside: self._was_restored(path, passphrase, info, aside),
            on_error=lambda error: box.refuse(messages.error_text(error)),
        )

    def _was_restored(self, path: Path, passphrase: str | None, info: BackupInfo, aside: Path | None) -> None:
        self.restored.emit(info, aside)
        self.open(Attempt(path, passphrase))

    def _show(self, box: Box) -> None:
        self._box = box
        box.open()
