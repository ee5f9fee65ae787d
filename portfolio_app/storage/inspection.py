"""What a file is, judged from its bytes before SQLite touches it, so that what is refused stays untouched.

Never call this for a book this process has open: on POSIX, closing any handle on a file drops SQLite's locks.
"""

from __future__ import annotations

import contextlib
import zlib
from dataclasses import dataclass
from pathlib import Path

from portfolio_app.config import BOOK_SUFFIX
from portfolio_app.errors import (
    BookDamagedError,
    BookError,
    BookTooNewError,
    BookUnreadableError,
    NotABookError,
)
from portfolio_app.storage import driver, seal

APPLICATION_ID = 0x50464C31
"""SQLite's application_id of a book: "PFL1"."""
SCHEMA_VERSION = 6
"""The newest book format this program reads and writes: the number of the last migration."""

_MAGIC = b"SQLite format 3\x00"
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
_PAGE = 4096
_SAMPLED_PAGES = 8
_BTREE_PAGES = frozenset((2, 5, 10, 13))
_RANDOM = 0.97
"""A page that does not get smaller than this share of itself when compressed is as good as random."""


@dataclass(frozen=True)
class Header:
    """The file's book format, None when a passphrase hides it."""

    version: int | None

    @property
    def is_encrypted(self) -> bool:
        """Whether only a passphrase can tell more."""
        return self.version is None


def inspect(path: Path) -> Header:
    """Judge the file. Raises `BookUnreadableError`, `NotABookError`, `BookDamagedError`, `BookTooNewError`."""
    if not path.exists():
        raise BookUnreadableError("missing", path=str(path))
    if path.is_dir():
        raise BookUnreadableError("is_a_folder", path=str(path))
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(100)
    except PermissionError as error:
        raise BookUnreadableError("no_permission", path=str(path)) from error
    except OSError as error:
        raise BookUnreadableError("cannot_read", path=str(path), detail=why(error)) from error
    is_known = path.suffix == BOOK_SUFFIX and seal.is_known(path)
    if not header:
        if is_known or path.suffix == BOOK_SUFFIX:
            raise BookDamagedError("emptied", path=str(path))
        raise NotABookError("empty_file", path=str(path))
    if header[:16] != _MAGIC and _looks_encrypted(path, size):
        return Header(None)
    if header[:16] != _MAGIC or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise _stranger(path, header, size, is_known)
    _check_length(path, header, size)
    version = int.from_bytes(header[60:64], "big")
    if version > SCHEMA_VERSION:
        raise _too_new(path, version)
    return Header(version)


def needs_recovery(path: Path) -> bool:
    """Whether a transaction was cut off: SQLite rolls it back when it opens the book."""
    journal = path.with_name(f"{path.name}-journal")
    try:
        return journal.stat().st_size > 0
    except OSError:
        return False


def has_hot_journal(path: Path) -> bool:
    """Whether SQLite has something to give back: the journal beside the book is not void."""
    try:
        with path.with_name(f"{path.name}-journal").open("rb") as file:
            return file.read(8) == _JOURNAL_MAGIC
    except OSError:
        return False


def why(error: BaseException) -> str:
    """The operating system's or SQLite's own words for an error."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error)


def _stranger(path: Path, header: bytes, size: int, is_known: bool) -> BookError:
    """Not a book's head: a book that lost it, or something else."""
    was_book = is_known or (
        path.suffix == BOOK_SUFFIX and (not any(header[:16]) or _has_book_pages(path, size))
    )
    if was_book and header[:16] != _MAGIC:
        return BookDamagedError("header_wiped", path=str(path))
    if is_known:
        return BookDamagedError("damaged", path=str(path), detail="application_id")
    return NotABookError("not_a_book", path=str(path))


def _check_length(path: Path, header: bytes, size: int) -> None:
    """A book's head says how many pages there are, if the last writer was recent enough to say so."""
    page = int.from_bytes(header[16:18], "big")
    page = 65_536 if page == 1 else page
    pages = int.from_bytes(header[28:32], "big")
    if header[24:28] == header[92:96] and size < page * pages and not needs_recovery(path):
        raise BookDamagedError("truncated", path=str(path), found=size, expected=page * pages)


def _too_new(path: Path, version: int) -> BookError:
    """A newer format, unless the book's own record of it disagrees: then its head is damaged.

    Reads without touching: an immutable connection takes no lock and writes nothing.
    """
    program = ""
    with contextlib.suppress(driver.DatabaseError, ValueError, TypeError):
        link = driver.connect_untouched(path)
        try:
            recorded = link.execute("SELECT version_num FROM alembic_version").fetchone()
            if recorded is not None and int(recorded[0]) <= SCHEMA_VERSION and seal.is_known(path):
                return BookDamagedError("damaged", path=str(path), detail="user_version")
            row = link.execute(
                "SELECT json_extract(value, '$') FROM setting WHERE key = 'needs_program'"
            ).fetchone()
            program = str(row[0]) if row else ""
        finally:
            link.close()
    params = {"path": str(path), "found": version, "supported": SCHEMA_VERSION}
    if program:
        return BookTooNewError("needs_program", program=program, **params)
    return BookTooNewError("too_new", **params)


def _looks_encrypted(path: Path, size: int) -> bool:
    """Whole pages, all as good as random. A damaged plain book keeps pages that are not."""
    return size >= _PAGE and size % _PAGE == 0 and all(_is_random(page) for page in _sample(path, size))


def _has_book_pages(path: Path, size: int) -> bool:
    pages = _sample(path, size)[1:]
    return bool(pages) and size % _PAGE == 0 and any(page[0] in _BTREE_PAGES for page in pages)


def _is_random(page: bytes) -> bool:
    return len(zlib.compress(page, 1)) >= len(page) * _RANDOM


def _sample(path: Path, size: int) -> list[bytes]:
    """The first page and some others, evenly spread."""
    count = max(1, size // _PAGE)
    step = max(1, count // _SAMPLED_PAGES)
    pages = []
    with path.open("rb") as file:
        for number in range(0, count, step):
            file.seek(number * _PAGE)
            pages.append(file.read(_PAGE))
    return [page for page in pages if page]
