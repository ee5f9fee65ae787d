"""What the window has done about whole books, on the book's thread. The services are imported there, not
while the window is painted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio_app.config import BOOK_SUFFIX
from portfolio_app.errors import BookLockedError
from portfolio_app.ui import i18n

if TYPE_CHECKING:
    from portfolio_app.services.backups import BackupInfo, PendingBackup
    from portfolio_app.services.books import Book, BookInfo
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.search import SearchResult

    Clock = Callable[[], datetime]

PALETTE_RESULTS = 30


@dataclass(frozen=True)
class Attempt:
    """How a book is to be opened. The passphrase is never shown, not even in a traceback."""

    path: Path
    passphrase: str | None = field(default=None, repr=False)
    accept_altered: bool = False
    remember: bool = False
    """Whether the system's keyring shall keep the passphrase once it has opened the book."""


def open_book(attempt: Attempt, clock: Clock | None) -> Book:
    """Open a book; without a passphrase the one the keyring knows is tried, and said nothing of.

    Raises what `services.books.open_book` does.
    """
    try:
        book = _open(attempt, attempt.passphrase, clock)
    except BookLockedError as error:
        if attempt.passphrase is not None or error.code != "passphrase_needed":
            raise
        from portfolio_app.services import passphrases

        known = passphrases.remembered(attempt.path)
        if known is None:
            raise
        try:
            return _open(attempt, known, clock)
        except BookLockedError:
            raise error from None  # the passphrase was changed elsewhere: it must be typed
    if attempt.remember and attempt.passphrase is not None:
        from portfolio_app.services import passphrases

        passphrases.remember(attempt.path, attempt.passphrase)
    return book


def _open(attempt: Attempt, passphrase: str | None, clock: Clock | None) -> Book:
    from portfolio_app.services import books

    return books.open_book(
        attempt.path, **_clocked(clock), passphrase=passphrase, accept_altered=attempt.accept_altered
    )


def make_book(path: Path, clock: Clock | None) -> Book:
    """A new book, in a folder that may not be there yet."""
    from portfolio_app.services import books

    return books.new_book(path, **_clocked(clock), country=i18n.territory())


def make_default(folder: Path, name: str, clock: Clock | None) -> Book:
    """The book of somebody who did not choose one, under the first free name."""
    from portfolio_app import files

    files.private_folder(folder)
    names = (name, *(f"{name} {number}" for number in range(2, 1000)))
    paths = (folder / f"{each}{BOOK_SUFFIX}" for each in names)
    return make_book(next(path for path in paths if not path.exists()), clock)


def open_sample(path: Path, clock: Clock | None) -> Book:
    """The sample book at `path`, made when it is not there yet."""
    from portfolio_app import files
    from portfolio_app.services import sample

    files.private_folder(path.parent)
    if path.exists():
        return open_book(Attempt(path), clock)
    return sample.new_sample_book(path, **_clocked(clock))


def open_demo(clock: Clock | None) -> Book:
    """The sample in a folder that goes away with the program."""
    import atexit
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="portfolio-demo-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return open_sample(folder / f"Demo{BOOK_SUFFIX}", clock)


def close_book(book: Book) -> None:
    """Back up what changed, seal, close."""
    from portfolio_app.services import books

    books.close_book(book)


def drop_book(book: Book) -> None:
    """Close a book that nobody will want again."""
    book.close()


def copy_home(book: Book, folder: Path) -> Attempt:
    """Copy the open book to `folder` under a free name; returns how to open the copy. Raises `BookWriteError`."""
    from portfolio_app import files
    from portfolio_app.services import books

    files.private_folder(folder)
    stem, suffix = book.path.stem, book.path.suffix
    names = (f"{stem}{suffix}", *(f"{stem} {number}{suffix}" for number in range(2, 1000)))
    target = next(folder / name for name in names if not (folder / name).exists())
    books.save_copy(book, target)
    return Attempt(target, book.passphrase, remember=_is_remembered(book))


def _is_remembered(book: Book) -> bool:
    if book.passphrase is None:
        return False
    from portfolio_app.services import passphrases

    return passphrases.remembered(book.path) is not None


def sync_provider(path: Path) -> str | None:
    """Whose synchronised folder the book is in, if any."""
    from portfolio_app.services import books

    return books.sync_provider(path)


def can_remember() -> bool:
    """Whether this computer has a keyring for passphrases."""
    from portfolio_app.services import passphrases

    return passphrases.can_remember()


def backups_for(path: Path) -> list[BackupInfo]:
    """What is kept of a book that cannot be opened, newest first."""
    from portfolio_app.services import backups

    return backups.backups_for(path)


def is_good(info: BackupInfo) -> bool:
    """Whether a backup is what was written."""
    from portfolio_app.services import backups

    return backups.is_good(info)


def restore_file(path: Path, info: BackupInfo, passphrase: str | None) -> Path | None:
    """Put a backup where a damaged or missing book was; returns where that one went."""
    from portfolio_app.services import backups

    return backups.restore_file(path, info, passphrase=passphrase)


def begin_backup_if_due(book: Book) -> PendingBackup | None:
    """Copy the open book when it is time for a backup; what is answered is still to be verified."""
    from portfolio_app.services import backups

    return backups.begin_if_due(book)


def undo(book: Book) -> Changes:
    """Take back the last step."""
    from portfolio_app.services import history

    return history.undo(book)


def redo(book: Book) -> Changes:
    """Do it again."""
    from portfolio_app.services import history

    return history.redo(book)


def info(book: Book) -> BookInfo:
    """The book's label."""
    from portfolio_app.services import books

    return books.info(book)


def due(book: Book, as_of: date) -> dict[str, int]:
    """How many follow-ups are overdue, due today, …"""
    from portfolio_app.services import agenda

    return agenda.queue_counts(book, as_of)


def find(book: Book, text: str) -> list[SearchResult]:
    """What the search palette shows."""
    from portfolio_app.services import search

    return search.search(book, text, PALETTE_RESULTS)


def save_copy(book: Book, path: Path) -> Path:
    """A copy of the whole book."""
    from portfolio_app.services import books

    return books.save_copy(book, path)


def export(book: Book, path: Path, as_of: date, language: str, **hooks: Any) -> Path:
    """The Excel workbook."""
    from portfolio_app.services import export as exporting

    return exporting.export_workbook(book, path, as_of, language, **hooks)


def _clocked(clock: Clock | None) -> dict[str, Any]:
    return {} if clock is None else {"clock": clock}
