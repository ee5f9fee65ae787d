"""Files as the program makes them: readable by their owner only, and there whole or not at all.

Also which files are the books open in this process. On POSIX, closing any descriptor of a file drops the locks
the process holds on it, SQLite's among them: a book that is open must not even be looked into by another road,
and no file may be written in its place.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_BINARY = getattr(os, "O_BINARY", 0)
_held: dict[Path, tuple[int, int]] = {}


def private_folder(path: Path) -> Path:
    """Make the folder and those above it that are missing, for their owner only; one that exists stays as it is.

    Raises `OSError`.
    """
    missing = []
    folder = path
    while not folder.exists() and folder != folder.parent:
        missing.append(folder)
        folder = folder.parent
    for folder in reversed(missing):
        with contextlib.suppress(FileExistsError):
            folder.mkdir(PRIVATE_FOLDER)
    if not path.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
    return path


def open_new(path: Path, mode: str = "wb", **options: Any) -> IO[Any]:
    """Open a file that must not exist yet, for its owner only. Raises `OSError`."""
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, PRIVATE_FILE)
    return os.fdopen(descriptor, mode, **options)


@contextlib.contextmanager
def whole(path: Path, mode: str = "wb", *, durable: bool = True, **options: Any) -> Iterator[IO[Any]]:
    """A stream whose content becomes the file `path`, replacing what is there, once the block ends well.

    Until then, and after any failure, `path` is left as it was and nothing else is left behind. `durable` waits
    for the disk. Raises `OSError`, also when `path` is a book that is open here.
    """
    check_name(path)
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    stream = open_new(part, mode, **options)
    try:
        with stream:
            yield stream
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
        if is_held(path):
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))
        os.replace(part, path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def check_name(path: Path) -> None:
    """Raises `OSError` for a name no disk can hold: none, too long, a NUL or half a character in it."""
    try:
        is_possible = bool(path.name) and b"\0" not in os.fsencode(path)
    except ValueError:
        is_possible = False
    if not is_possible:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), repr(str(path)))
    try:
        os.lstat(path)
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise


def hold(path: Path) -> None:
    """Note that `path` is a book open in this process."""
    with contextlib.suppress(OSError):
        _held[path.absolute()] = _identity(path)


def let_go(path: Path) -> None:
    """Note that it is open no longer."""
    _held.pop(path.absolute(), None)


def is_held(path: Path) -> bool:
    """Whether `path` is, by whatever name, a book open in this process."""
    if not _held:
        return False
    try:
        return _identity(path) in _held.values() or path.absolute() in _held
    except (OSError, ValueError):
        return path.absolute() in _held


def _identity(path: Path) -> tuple[int, int]:
    status = os.stat(path)
    return status.st_dev, status.st_ino


def private_file(path: Path) -> None:
    """Make an empty file for its owner only. Raises `FileExistsError`."""
    open_new(path).close()


def temporary_beside(path: Path) -> Path:
    """A name in the same folder for what will become `path` once it is whole; `leftovers_of` knows it again."""
    return path.with_name(f".{_tag(path)}{secrets.token_hex(4)}.part")


def leftovers_of(path: Path) -> list[Path]:
    """What a crash left of files that were to become `path`, and what SQLite kept beside these."""
    pattern = re.compile(rf"\.{_tag(path)}[0-9a-f]{{8}}\.part(-\w+)?")
    with contextlib.suppress(OSError):
        return [file for file in path.parent.iterdir() if pattern.fullmatch(file.name)]
    return []


def _tag(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path.name)).hexdigest()[:8]


def write_privately(path: Path, content: bytes) -> None:
    """Put a file in place in one go, replacing what was there, and make its folder if need be. Raises `OSError`."""
    private_folder(path.parent)
    with whole(path) as stream:
        stream.write(content)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Have the disk confirm a file. Never of a book this process has open."""
    # Windows only flushes what was opened for writing.
    descriptor = os.open(path, (os.O_RDWR if os.name == "nt" else os.O_RDONLY) | _BINARY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Have the disk confirm the names in a folder, where the system can (POSIX)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
