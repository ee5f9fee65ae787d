"""What the commands share: exit statuses, the book, safe outputs, JSON."""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

from portfolio_app import files
from portfolio_app.config import BOOK_SUFFIX
from portfolio_app.errors import BookLockedError, BookWriteError
from portfolio_app.models.money import MONEY_SCALE
from portfolio_app.services import books
from portfolio_app.services.books import Book

DONE, IN_PART, REFUSED = 0, 1, 2
PASSPHRASE = "PORTFOLIO_PASSPHRASE"
"""The environment variable that may hold the book's passphrase."""
NEW_PASSPHRASE = "PORTFOLIO_NEW_PASSPHRASE"
"""The one that may hold the passphrase to give it."""


def book_path(path: Path) -> Path:
    """The suffix may be left out, as `new` lets it be."""
    if not path.exists() and not path.suffix and path.with_suffix(BOOK_SUFFIX).exists():
        return path.with_suffix(BOOK_SUFFIX)
    return path


@contextmanager
def opened(path: Path) -> Iterator[Book]:
    """The book, open; closed at the end as the window closes it, backup and seal included."""
    book = open_with_passphrase(book_path(path))
    try:
        yield book
    finally:
        books.close_book(book)


def open_with_passphrase(path: Path) -> Book:
    """Open the book, with its passphrase from the environment, the keyring or the keyboard if it has one."""
    try:
        return books.open_book(path, passphrase=os.environ.get(PASSPHRASE))
    except BookLockedError as error:
        passphrase = _known_passphrase(path, error)
        if passphrase is None:
            raise
        return books.open_book(path, passphrase=passphrase)


def _known_passphrase(path: Path, error: BookLockedError) -> str | None:
    from portfolio_app.services import passphrases

    if error.code != "passphrase_needed":
        return None
    known = passphrases.remembered(path)
    return known if known is not None or not sys.stdin.isatty() else getpass.getpass("Passphrase: ")


def protect(target: Path | None, *sources: Path) -> None:
    """An output may replace neither a book nor a file it is made from. Raises `BookWriteError`."""
    if target is None:
        return
    if target.is_dir():
        raise BookWriteError("is_a_folder", path=str(target))
    same = any(source.exists() and target.exists() and target.samefile(source) for source in sources)
    if same or target.suffix.lower() == BOOK_SUFFIX:
        raise BookWriteError("exists", path=str(target))


def write_whole(path: Path, write: Callable[[Any], None]) -> None:
    """Write a text file, whole or not at all. Raises `BookWriteError`."""
    try:
        with files.whole(path, "w", encoding="utf-8", newline="") as stream:
            write(stream)
    except OSError as error:
        raise BookWriteError("cannot_write", path=str(path), detail=error.strerror or str(error)) from error


def amount(units: Any) -> float:
    """Money units as a JSON number in currency units; exact to the last digit up to nine billion."""
    return int(units) / MONEY_SCALE


def plain(value: Any) -> Any:
    """A value as JSON knows it: no NaN, dates as text."""
    import math

    import pandas as pd

    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, Decimal):
        return float(value)
    if pd.isna(value):
        return None
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10] if value is not pd.NaT else None
    if hasattr(value, "item"):
        value = value.item()
    return value if not isinstance(value, float) or math.isfinite(value) else None


def print_json(answer: dict[str, Any]) -> None:
    """One JSON object on stdout."""
    print(json.dumps(answer, ensure_ascii=False, indent=1, default=str, allow_nan=False))
