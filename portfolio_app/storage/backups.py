"""Backups of a book: made whole or not at all, checked, labelled, thinned out.

One folder per book, named by the book's identity, so that two books of one name do not mix. A backup is two
files: the copy of the book, read-only, and its label, a small JSON with the copy's hash, which is written
first: a copy that has its name is complete and can be verified. SQLite's own check misses most single flipped
bits of a plain book, so only the hash says that a backup is good, and it is asked before a backup is used and
before others are thrown away for its sake.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from portfolio_app.config import BOOK_SUFFIX, backups_dir
from portfolio_app.errors import BackupError, BookLockedError, BookTooNewError
from portfolio_app.files import (
    private_file,
    private_folder,
    sync_file,
    sync_folder,
    temporary_beside,
)
from portfolio_app.storage import driver, opening
from portfolio_app.storage.backup_labels import (
    BackupInfo,
    delete,
    folder_of,
    in_folder,
    is_good,
    is_label,
    label_path,
    read_label,
    remove,
    require_good,
    write_label,
)
from portfolio_app.storage.inspection import SCHEMA_VERSION, why
from portfolio_app.storage.seal import file_hash
from portfolio_app.storage.stopping import Cancelled, check, stoppable
from portfolio_app.storage.thinning import obsolete

__all__ = [
    "REASONS",
    "SIDE_FILES",
    "BackupInfo",
    "PendingBackup",
    "begin",
    "book_id_of",
    "convert",
    "discard",
    "drop_begun",
    "fingerprint",
    "folder_of",
    "key_for",
    "make",
    "opens_with",
    "same_as_now",
    "thin",
    "working_copy",
]

REASONS = (
    "migration", "import", "merge", "erase", "restore", "periodic", "close", "manual", "passphrase",
)  # fmt: skip

SIDE_FILES = ("-journal", "-wal", "-shm")
"""What SQLite may keep beside a database, by what is added to its name."""

_pending: set[str] = set()
"""Temporary files that this process is still working on."""
_placing = threading.Lock()
"""Held while a copy gets its name, so that it stands before something else is done, or never."""
_generation = [0]
"""Counts what makes copies begun before it unwanted."""
_READ_ONLY = 0o400
_PAGES_AT_ONCE = 4_096
_STRAY_SECONDS = 86_400
_UNLABELLED_SECONDS = 400 * 86_400


@dataclass(frozen=True)
class _Facts:
    clients: int
    change_number: int
    schema_version: int
    fingerprint: str


def book_id_of(connection: Any) -> str:
    """The identity of the book behind a raw connection; "" when it has none."""
    row = connection.execute("SELECT json_extract(value, '$') FROM setting WHERE key = 'book_id'").fetchone()
    return str(row[0]) if row else ""


def key_for(info: BackupInfo, passphrase: str | None) -> str | None:
    """What opens the backup: the passphrase if it is encrypted, None if not; the backup proved good and readable.

    Raises `BackupError` "missing" or "not_good", `BookTooNewError`, `BookLockedError`.
    """
    require_good(info)
    if info.schema_version > SCHEMA_VERSION:
        raise BookTooNewError("too_new", path=info.name, found=info.schema_version, supported=SCHEMA_VERSION)
    if not info.is_encrypted:
        return None
    if not driver.CAN_ENCRYPT:
        raise BookLockedError("no_encryption", path=info.name)
    if passphrase is None:
        raise BookLockedError("passphrase_needed", path=info.name)
    if not opens_with(info, passphrase):
        raise BookLockedError("wrong_passphrase", path=info.name)
    return passphrase


def working_copy(info: BackupInfo, beside: Path) -> Path:
    """A private copy of the backup in the folder of `beside`, the same to the last bit. Raises `OSError`."""
    copy = temporary_beside(beside)
    try:
        private_file(copy)
        shutil.copyfile(info.path, copy)
        if file_hash(copy) != info.sha256:
            raise BackupError("not_good", name=info.name)
    except BaseException:
        discard(copy)
        raise
    return copy


def discard(copy: Path) -> None:
    """Take away a working copy and what SQLite put beside it."""
    for suffix in ("", *SIDE_FILES):
        with contextlib.suppress(OSError):
            copy.with_name(copy.name + suffix).unlink(missing_ok=True)


def fingerprint(connection: Any) -> str:
    """What changes with every step: a hash over the row counters and the newest steps, not over records."""
    counters = connection.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name").fetchall()
    steps = connection.execute(
        "SELECT id, at, label, author, kind, state FROM journal_step ORDER BY id DESC LIMIT 20"
    ).fetchall()
    return hashlib.sha256(repr((counters, steps)).encode()).hexdigest()


def same_as_now(connection: Any, source: Path, is_encrypted: bool) -> list[BackupInfo]:
    """The backups of this book that hold what it holds now, newest first; whether they are good is not asked."""
    mark, place = fingerprint(connection), source.resolve()
    return [
        info
        for info in in_folder(folder_of(book_id_of(connection)))
        if info.fingerprint == mark and info.source == place and info.is_encrypted == is_encrypted
    ]


@dataclass(frozen=True)
class PendingBackup:
    """A copy of a book that is complete but not verified yet; it has no name, and counts for nothing."""

    folder: Path
    temporary: Path
    source: Path
    reason: str
    at: datetime
    passphrase: str | None = field(repr=False)
    spare: Collection[str] = ()
    generation: int = field(default_factory=lambda: _generation[0])

    def finish(self, cancelled: Cancelled | None = None) -> BackupInfo | None:
        """Verify the copy and give it its name, then thin out. The book is not touched: any thread may do it.

        None when the copy is not wanted any more (see `drop_begun`); it is taken away then.
        Raises `BackupError` "cannot_make", `OperationCancelled`; nothing is left behind then.
        """
        try:
            info = _placed(self, cancelled)
        except (OSError, driver.DatabaseError) as error:
            raise BackupError("cannot_make", folder=str(self.folder), detail=why(error)) from error
        finally:
            self.drop()
        if info is not None:
            thin(self.folder, self.at, {info.name, *self.spare})
        return info

    def drop(self) -> None:
        """Take the copy away."""
        for leftover in self.folder.glob(f"{self.temporary.name}*"):
            with contextlib.suppress(OSError):
                delete(leftover)
        _pending.discard(self.temporary.name)


def drop_begun() -> None:
    """Have no copy that was begun before now become a backup: it holds what no backup shall hold any more.

    Those that got their name already stand, and can be listed.
    """
    with _placing:
        _generation[0] += 1


def begin(
    connection: Any,
    source: Path,
    reason: str,
    now: datetime,
    passphrase: str | None = None,
    spare: Collection[str] = (),
    cancelled: Cancelled | None = None,
) -> PendingBackup | None:
    """Copy the open book behind a raw connection; None when a good backup holds the same already.

    `spare` names backups not to be thinned out. Not inside a transaction.
    Raises `BackupError` "cannot_make", `OperationCancelled`; nothing is left behind then.
    """
    folder = backups_dir()
    try:
        if connection.in_transaction:
            raise BackupError("cannot_make", folder=str(folder), detail="a step is being written")
        folder = private_folder(folder_of(book_id_of(connection)))
        _sweep(folder, source)
        if any(is_good(info) for info in same_as_now(connection, source, passphrase is not None)):
            return None
        return _filled(
            PendingBackup(folder, _temporary(folder, source), source, reason, now, passphrase, spare),
            lambda copy: _copy(connection, copy, passphrase, cancelled),
        )
    except (OSError, driver.DatabaseError) as error:
        raise BackupError("cannot_make", folder=str(folder), detail=why(error)) from error


def make(
    connection: Any,
    source: Path,
    reason: str,
    now: datetime,
    passphrase: str | None = None,
    spare: Collection[str] = (),
    cancelled: Cancelled | None = None,
) -> BackupInfo | None:
    """Begin a backup and finish it."""
    pending = begin(connection, source, reason, now, passphrase, spare, cancelled)
    return None if pending is None else pending.finish(cancelled)


def convert(info: BackupInfo, old: str | None, new: str | None) -> BackupInfo:
    """Put the backup anew under another passphrase (None: none) in the place of the old one.

    The new one stands, verified, before the old one goes. Raises `BackupError`; the old one stays then.
    """
    require_good(info)
    if (twin := _twin(info, new)) is not None:
        remove([info])
        return twin
    key = old if info.is_encrypted else None
    folder = info.path.parent
    try:
        connection = driver.connect(info.path, key)
        try:
            before = _facts(connection)
            pending = _filled(
                PendingBackup(
                    folder, _temporary(folder, info.source), info.source, info.reason, info.at, new
                ),
                lambda copy: opening.export(connection, copy, new),
            )
        finally:
            connection.close()
        try:
            made = _placed(pending, None)
        finally:
            pending.drop()
    except (OSError, driver.DatabaseError) as error:
        raise BackupError("cannot_make", folder=str(folder), detail=why(error)) from error
    if made is None or _described(made) != before:
        remove([] if made is None else [made])
        raise BackupError("cannot_make", folder=str(folder), detail="the copy differs")
    remove([info])
    return made


def _twin(info: BackupInfo, passphrase: str | None) -> BackupInfo | None:
    """The same backup, converted already when the conversion was interrupted."""
    wanted = (info.source, info.at, info.reason, info.fingerprint)
    for other in in_folder(info.path.parent):
        if (other.source, other.at, other.reason, other.fingerprint) != wanted:
            continue
        if other.name != info.name and opens_with(other, passphrase) and is_good(other):
            return other
    return None


def opens_with(info: BackupInfo, passphrase: str | None) -> bool:
    """Whether that passphrase (None: none) opens the backup."""
    if info.is_encrypted != (passphrase is not None):
        return False
    try:
        connection = driver.connect(info.path, passphrase)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except driver.DatabaseError:
        return False
    return True


def thin(folder: Path, now: datetime, spare: Collection[str] = ()) -> list[BackupInfo]:
    """Delete what `obsolete` names, book file by book file; returns what is gone."""
    by_source = sorted(in_folder(folder), key=lambda info: str(info.source))
    gone = []
    for _, group in groupby(by_source, key=lambda info: info.source):
        gone += [info for info in obsolete(list(group), now, is_good) if info.name not in spare]
    remove(gone)
    return gone


def _copy(connection: Any, target: Path, passphrase: str | None, cancelled: Cancelled | None) -> None:
    copy = driver.connect(target, passphrase)
    try:
        # The file has no name yet and is thrown away after a failure: it needs no journal of its own.
        copy.execute("PRAGMA journal_mode = OFF").fetchone()
        copy.execute("PRAGMA synchronous = OFF")
        connection.backup(
            copy, pages=_PAGES_AT_ONCE, progress=lambda status, left, total: check(cancelled), sleep=0
        )
    finally:
        copy.close()


def _temporary(folder: Path, source: Path) -> Path:
    return folder / f"{_tag(source)}{secrets.token_hex(6)}.part"


def _filled(pending: PendingBackup, fill: Callable[[Path], None]) -> PendingBackup:
    """Have `fill` write the copy, and the disk confirm it."""
    _pending.add(pending.temporary.name)
    try:
        private_file(pending.temporary)
        fill(pending.temporary)
        sync_file(pending.temporary)
    except BaseException:
        pending.drop()
        raise
    return pending


def _placed(pending: PendingBackup, cancelled: Cancelled | None) -> BackupInfo | None:
    """Verify the copy, label it, then give it its name; None when it is not wanted any more."""
    temporary = pending.temporary
    facts = _verified(temporary, pending.passphrase, cancelled)
    info = BackupInfo(
        name="",
        path=temporary,
        at=pending.at.astimezone(UTC).replace(microsecond=0),
        size=temporary.stat().st_size,
        clients=facts.clients,
        reason=pending.reason,
        change_number=facts.change_number,
        schema_version=facts.schema_version,
        is_encrypted=pending.passphrase is not None,
        sha256=file_hash(temporary),
        source=pending.source.resolve(),
        fingerprint=facts.fingerprint,
    )
    temporary.chmod(_READ_ONLY)
    with _placing:
        return _put_in_place(temporary, info) if pending.generation == _generation[0] else None


def _put_in_place(temporary: Path, info: BackupInfo) -> BackupInfo:
    """Label first, which takes the name, then the copy; never a name that is taken."""
    folder = temporary.parent
    for name in _names(info.at, info.reason):
        placed = replace(info, name=name, path=folder / name)
        if placed.path.exists():
            continue
        try:
            write_label(placed)
        except FileExistsError:
            continue
        except BaseException:
            _drop_label(placed)
            raise
        try:
            _name(temporary, placed.path)
        except BaseException as error:
            _drop_label(placed)
            if isinstance(error, FileExistsError):
                continue
            raise
        sync_folder(folder)
        return placed
    raise AssertionError("names do not end")


def _drop_label(info: BackupInfo) -> None:
    with contextlib.suppress(OSError):
        delete(label_path(info.path))


def _name(temporary: Path, target: Path) -> None:
    """Give the file its name. Raises `FileExistsError` when it is taken."""
    if os.name == "nt":
        temporary.rename(target)
    else:
        _link(temporary, target)


def _link(temporary: Path, target: Path) -> None:
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # no hard links here (FAT, some network folders)
        temporary.rename(target)


def _names(at: datetime, reason: str) -> Iterator[str]:
    stem = f"{at.astimezone(UTC):%Y-%m-%dT%H-%M-%SZ}-{reason}"
    yield stem + BOOK_SUFFIX
    number = 2
    while True:
        yield f"{stem}-{number}{BOOK_SUFFIX}"
        number += 1


def _verified(path: Path, passphrase: str | None, cancelled: Cancelled | None) -> _Facts:
    """Open the copy anew and look at every page of it. Raises `BackupError` when something is wrong."""
    connection = driver.connect(path, passphrase)
    try:
        with stoppable(connection, cancelled):
            problems = opening.problems_of(connection, passphrase)
        check(cancelled)
        if problems:
            raise BackupError("cannot_make", folder=str(path.parent), detail=problems[0])
        return _facts(connection)
    finally:
        connection.close()


def _facts(connection: Any) -> _Facts:
    def number(query: str) -> int:
        row = connection.execute(query).fetchone()
        return int(row[0]) if row else 0

    return _Facts(
        clients=number("SELECT count(*) FROM client"),
        change_number=number("SELECT seq FROM sqlite_sequence WHERE name = 'journal_step'"),
        schema_version=number("PRAGMA user_version"),
        fingerprint=fingerprint(connection),
    )


def _described(info: BackupInfo) -> _Facts:
    return _Facts(info.clients, info.change_number, info.schema_version, info.fingerprint)


def _tag(source: Path) -> str:
    """How temporary files of this book's backups begin; nobody else writes them while the book is open here."""
    return f".{hashlib.sha256(os.fsencode(source.resolve())).hexdigest()[:12]}-"


def _sweep(folder: Path, source: Path) -> None:
    """Take away what an interruption left: temporary files, labels without a copy.

    A copy without a label came about outside the program: it is never offered, and goes once it is older
    than any backup kept here and a labelled one exists.
    """
    with contextlib.suppress(OSError):
        folder.chmod(0o700)
    now = time.time()
    labelled = {info.name for info in in_folder(folder)}
    for path in folder.iterdir():
        with contextlib.suppress(OSError):
            age = now - path.stat().st_mtime
            if ".part" in path.suffixes or re.search(r"\.part-\w+$", path.name):
                is_own = (
                    path.name.startswith(_tag(source))
                    and path.name.split(".part")[0] + ".part" not in _pending
                )
                stray = is_own or age > _STRAY_SECONDS
            elif is_label(path):
                stray = not path.with_suffix(BOOK_SUFFIX).exists() and _is_ours(path, source, age)
            elif path.suffix == BOOK_SUFFIX:
                stray = path.name not in labelled and bool(labelled) and age > _UNLABELLED_SECONDS
            else:
                stray = False
            if stray:
                delete(path)


def _is_ours(label: Path, source: Path, age: float) -> bool:
    info = read_label(label)
    return (info is not None and info.source == source.resolve()) or age > _STRAY_SECONDS
