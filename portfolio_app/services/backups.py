"""Backups of a book: made, listed, compared, restored. Nothing here is done inside a step.

Making one never stands between the user and their work: `try_backup` says what went wrong instead of raising.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from portfolio_app.errors import BackupError
from portfolio_app.services.changes import Changes
from portfolio_app.storage import backups, lost_file, suppression
from portfolio_app.storage import restore as restoring
from portfolio_app.storage.backup_labels import (
    BackupInfo,
    find_for,
    folder_of,
    in_folder,
    is_good,
    remove,
    require_good,
)
from portfolio_app.storage.backups import REASONS, PendingBackup, begin, same_as_now
from portfolio_app.storage.book import Book
from portfolio_app.storage.restore import Difference
from portfolio_app.storage.stopping import Cancelled
from portfolio_app.storage.thinning import newest_first

__all__ = [
    "REASONS",
    "BackupInfo",
    "Difference",
    "PendingBackup",
    "backups_for",
    "before_migration",
    "begin_if_due",
    "convert_all",
    "delete_backups",
    "differences",
    "drop_begun",
    "is_good",
    "list_backups",
    "make_backup",
    "newest_good",
    "restore",
    "restore_file",
    "try_backup",
]

log = logging.getLogger(__name__)

PERIOD = timedelta(minutes=30)
"""How long the newest backup suffices while the user works."""

Progress = Callable[[int, int], None]


def make_backup(book: Book, reason: str, *, cancelled: Cancelled | None = None) -> BackupInfo | None:
    """Back the book up, verified; None when a good backup holds what the book holds now. Old ones are thinned out.

    `reason` is one of `REASONS`. Raises `BackupError` "cannot_make", and `BookUnreadableError` or
    `BookDamagedError` when the book itself cannot be read; `OperationCancelled` leaves nothing behind.
    """
    return _make(book, reason, cancelled)


def try_backup(book: Book, reason: str, *, cancelled: Cancelled | None = None) -> BackupError | None:
    """As `make_backup`, before work that shall go on even so: a `BackupError` is answered and logged, not raised."""
    try:
        _make(book, reason, cancelled)
    except BackupError as error:
        log.warning("no backup before %s: %s", reason, error)
        return error
    return None


def before_migration(connection: Any, path: Path, now: datetime, passphrase: str | None) -> BackupInfo | None:
    """Back up a book of an older format, through its raw connection, before it is brought up to date.

    An upgrade that failed and is tried again finds the same content backed up already, and makes no other.
    Raises `BackupError`.
    """
    return backups.make(connection, path, "migration", now, passphrase)


def begin_if_due(book: Book) -> PendingBackup | None:
    """Copy the book when half an hour has passed since the newest backup and something changed; cheap when not.

    What is answered is to be finished, which may be done on another thread: verifying takes several times as
    long as copying, and on a large book somebody would wait for it.
    Raises `BackupError`.
    """
    _encrypt_left(book)
    if any(abs(book.clock() - info.at) < PERIOD for info in _own(book)):
        return None
    with book.read() as connection:
        raw = connection.connection.driver_connection
        if same_as_now(raw, book.path, book.passphrase is not None):
            return None
        return begin(raw, book.path, "periodic", book.clock(), book.passphrase)


def list_backups(book: Book) -> list[BackupInfo]:
    """The book's backups, those of its copies elsewhere too (see `source`), newest first. `is_good` is not asked."""
    return in_folder(folder_of(book.book_id()))


def backups_for(path: Path) -> list[BackupInfo]:
    """The backups of the book at `path`, newest first; the file may be damaged or gone. `is_good` is not asked."""
    return find_for(path)


def drop_begun() -> None:
    """Have no copy begun before now become a backup, whichever thread still verifies it."""
    backups.drop_begun()


def newest_good(candidates: Iterable[BackupInfo]) -> BackupInfo | None:
    """The newest of them that is what was written; reads one after the other until it is found."""
    return next((info for info in newest_first(candidates) if is_good(info)), None)


def delete_backups(candidates: Iterable[BackupInfo]) -> int:
    """Delete backups for good; returns how many."""
    return remove(candidates)


def differences(
    book: Book,
    info: BackupInfo,
    *,
    passphrase: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> dict[str, Difference]:
    """What restoring that backup would do, by kind of record; kinds without a difference are left out.

    `passphrase` is the backup's own, when it is not the book's. Raises `BackupError` "missing", "not_good" or
    "of_another_book", `BookLockedError`, `BookTooNewError`, `OperationCancelled`.
    """
    return restoring.differences(book, info, passphrase, progress, cancelled)


def restore(
    book: Book,
    info: BackupInfo,
    *,
    passphrase: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Changes:
    """Make the open book what the backup holds, in one step that can be undone; backed up before, if possible.

    The suppression list is only added to, and persons erased since stay erased. Raises as `differences`,
    `BackupError` "cannot_restore" and `BookWriteError`; nothing is changed then.
    """
    from portfolio_app.services import privacy_erase

    restoring.require_of(book, info)
    require_good(info)
    try:
        _make(book, "restore", cancelled, spare=(info.name,))
    except BackupError:
        log.warning("no backup before restoring", exc_info=True)
    return restoring.restore(book, info, privacy_erase.forget_erased, passphrase, progress, cancelled)


def restore_file(
    path: Path, info: BackupInfo, *, passphrase: str | None = None, now: datetime | None = None
) -> Path | None:
    """Put a copy of the backup in the place of a damaged or missing book; returns where the old file went, if any.

    The old file is moved aside and kept whole. Whoever is on the suppression list kept beside the backups is
    put on the copy's, and persons erased since are erased from it. Raises `BackupError`, `BookLockedError`,
    `BookTooNewError`, `BookInUseError`; nothing is changed then.
    """
    from portfolio_app.services import privacy_erase

    mirror = info.path.with_name(suppression.MIRROR_NAME)
    afterwards = privacy_erase.merge_mirror if mirror.exists() else None
    return lost_file.restore_file(path, info, now or datetime.now(UTC), afterwards, passphrase)


def convert_all(
    book: Book,
    old: str | None,
    new: str | None,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[int, list[str]]:
    """Put the book's backups under another passphrase (None: none): how many, and the names of those left.

    Backups of copies of the book are theirs, and stay as they are; those of a copy that is not in its place any
    more, perhaps this book before it was moved, are encrypted with the book's, never decrypted. Each is replaced
    only once its successor is verified. Being cancelled leaves the rest; calling it again goes on where it stopped.
    """
    found = _own(book)
    if new is not None:
        found += [info for info in list_backups(book) if _is_orphan(info) and backups.opens_with(info, old)]
    converted, left = 0, []
    for number, info in enumerate(found):
        if cancelled is not None and cancelled():
            left += [rest.name for rest in found[number:] if not backups.opens_with(rest, new)]
            break
        if not backups.opens_with(info, new):
            try:
                backups.convert(info, old, new)
                converted += 1
            except BackupError as error:
                log.warning("backup %s keeps its passphrase: %s", info.name, error)
                left.append(info.name)
        if progress is not None:
            progress(number + 1, len(found))
    return converted, left


def _make(
    book: Book, reason: str, cancelled: Cancelled | None, spare: tuple[str, ...] = ()
) -> BackupInfo | None:
    if reason == "erase":
        backups.drop_begun()  # one that still holds the person must not come after the others are deleted
    _encrypt_left(book, spare, cancelled)
    with book.read() as connection:
        raw = connection.connection.driver_connection
        return backups.make(raw, book.path, reason, book.clock(), book.passphrase, spare, cancelled)


def _own(book: Book) -> list[BackupInfo]:
    """The backups made of the book where it is now, newest first."""
    place = book.path.resolve()
    return [info for info in list_backups(book) if info.source == place]


def _is_orphan(info: BackupInfo) -> bool:
    return not info.source.exists()


def _encrypt_left(book: Book, spare: tuple[str, ...] = (), cancelled: Cancelled | None = None) -> None:
    """Encrypt the backups of a protected book that an interruption left readable by anybody; costs nothing else.

    What cannot be encrypted is logged, and tried again before the next backup.
    """
    if book.passphrase is None:
        return
    for info in _own(book):
        if info.is_encrypted or info.name in spare:
            continue
        if cancelled is not None and cancelled():
            return
        try:
            backups.convert(info, None, book.passphrase)
        except BackupError as error:
            log.warning("backup %s stays readable without the passphrase: %s", info.name, error)
