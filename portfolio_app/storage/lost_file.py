"""Putting a backup in the place of a book that is damaged or gone.

What is there is moved aside, never overwritten or deleted; the copy that takes its place is complete and
verified before anything moves, so that whenever the computer stops, a good copy is left.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from portfolio_app import files
from portfolio_app.errors import BackupError, BookDamagedError, BookInUseError, BookWriteError
from portfolio_app.storage import backups, driver, holder, journal, opening, seal
from portfolio_app.storage.backup_labels import BackupInfo, in_folder
from portfolio_app.storage.backups import SIDE_FILES
from portfolio_app.storage.book import Book
from portfolio_app.storage.inspection import why

_LEFT_COPY = re.compile(r"\.[0-9a-f]{16}\.part(?:-journal)?")
"""As `files.temporary_beside` names them."""
_DAY_SECONDS = 86_400


def restore_file(
    path: Path,
    info: BackupInfo,
    now: datetime,
    afterwards: Callable[[Book], object] | None = None,
    passphrase: str | None = None,
) -> Path | None:
    """Put a copy of the backup where a damaged or missing book was; returns where that one went, if any.

    What was there is moved aside whole, with its side files, and never overwritten. The copy is made and
    verified first; `afterwards` may work on it, opened as a book, which brings it to today's format.
    Raises `BackupError`, `BookLockedError`, `BookTooNewError`, `BookInUseError`; nothing has moved then.
    """
    key = backups.key_for(info, passphrase)
    place = path.resolve()
    _refuse_open(place)
    copy: Path | None = None
    _sweep(place.parent)
    try:
        copy = backups.working_copy(info, place)
        _make_ready(copy, place, info, key, now, afterwards)
        return _swap(copy, place, now)
    except (OSError, driver.DatabaseError, BookWriteError, BookDamagedError) as error:
        raise BackupError("cannot_restore", path=str(path), detail=why(error)) from error
    finally:
        if copy is not None:
            backups.discard(copy)


def _make_ready(
    copy: Path,
    place: Path,
    info: BackupInfo,
    key: str | None,
    now: datetime,
    afterwards: Callable[[Book], object] | None,
) -> None:
    """Let `afterwards` at the copy, and look it over once more.

    It counts on from the newest state known of the book, so that no change number means two contents.
    """
    if afterwards is not None:
        opening.migrate_copy(copy, key)
    numbers = [known.change_number for known in in_folder(info.path.parent)]
    sealed = seal.seal_of(place)
    newest = max([*numbers, sealed.change_number if sealed is not None else 0])
    book = _BookToBe(copy, driver.connect(copy, key), lambda: now, passphrase=key)
    try:
        with book.maintain() as connection:
            journal.bump_change_number(connection, newest)
        if afterwards is not None:
            afterwards(book)
        problems = book.problems()
    finally:
        book.close()
    if problems:
        raise BackupError("not_good", name=info.name)
    files.sync_file(copy)


def _sweep(folder: Path) -> None:
    """Take away copies of a book that an earlier interruption left in the folder a day ago or more."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if _LEFT_COPY.fullmatch(path.name) and time.time() - path.stat().st_mtime > _DAY_SECONDS:
                path.unlink()


class _BookToBe(Book):
    """A book under a name it will not keep: it leaves no seal behind."""

    def close(self) -> None:
        super().close()
        seal.forget(self.path)


def _refuse_open(path: Path) -> None:
    """Raise `BookInUseError` when somebody has the file open; looks without changing anything."""
    if path.is_dir():
        raise BackupError("cannot_restore", path=str(path), detail=os.strerror(errno.EISDIR))
    if files.is_held(path):
        raise BookInUseError("in_use", path=str(path))
    holder.refuse_other_computer(path)
    if driver.is_locked(path):
        raise BookInUseError("in_use", path=str(path))


def _swap(copy: Path, path: Path, now: datetime) -> Path | None:
    """Move what is there aside, file then side files, and give the copy the name.

    The order matters to whoever finds the folder after a crash: a journal is never left beside a file that
    it does not belong to.
    """
    aside = _free_aside(path, now)
    moved: list[tuple[Path, Path]] = []
    try:
        for suffix in ("", *SIDE_FILES):
            old, new = path.with_name(path.name + suffix), aside.with_name(aside.name + suffix)
            if os.path.lexists(old):
                os.rename(old, new)
                moved.append((old, new))
        files.sync_folder(path.parent)
        _name_whole(copy, path)
    except BaseException:
        for old, new in reversed(moved):
            with contextlib.suppress(OSError):
                os.rename(new, old)
        raise
    files.sync_folder(path.parent)
    seal.forget(path)
    return aside if os.path.lexists(aside) else None


def _free_aside(path: Path, now: datetime) -> Path:
    """ "Name (damaged 2026-11-22 10.00).portfolio", or with a number, for which nothing is there yet."""
    stamp = f"{path.stem} (damaged {now.astimezone():%Y-%m-%d %H.%M}"
    number = 1
    while True:
        end = ")" if number == 1 else f" {number})"
        aside = path.with_name(f"{stamp}{end}{path.suffix}")
        taken = [aside.with_name(aside.name + suffix) for suffix in ("", *SIDE_FILES)]
        if not any(map(os.path.lexists, taken)):
            return aside
        number += 1


def _name_whole(copy: Path, path: Path) -> None:
    """Give the copy its name, never over a file that appeared meanwhile."""
    try:
        os.link(copy, path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise
        os.rename(copy, path)
