"""Making, opening, copying and describing books."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from portfolio_app.config import BOOK_SUFFIX
from portfolio_app.errors import InvalidValueError
from portfolio_app.storage.book import Book, Clock, currency_of, utc_now
from portfolio_app.storage.opening import SCHEMA_VERSION, check_header, create_book, open_book

__all__ = ["Book", "BookInfo", "check_book", "info", "new_book", "open_book", "save_copy"]

_COUNTED = ("client", "contact", "interaction", "product", "sale", "follow_up", "segment")


@dataclass(frozen=True)
class BookInfo:
    """What stands on a book's label: its path, currency, format and number of records by kind."""

    path: Path
    currency: str
    schema_version: int
    counts: dict[str, int]

    @property
    def is_empty(self) -> bool:
        """Whether no client is in it yet."""
        return self.counts["client"] == 0


@dataclass(frozen=True)
class BookCheck:
    """The result of looking a book over: problems in SQLite's own words, none when it is sound."""

    info: BookInfo
    problems: list[str]


def new_book(path: Path, currency: str = "EUR", clock: Clock = utc_now) -> Book:
    """Make an empty book and open it; the suffix is added when missing.

    Raises `BookWriteError`, and `InvalidValueError` "bad_currency".
    """
    if not re.fullmatch(r"[A-Za-z]{3}", currency):
        raise InvalidValueError("bad_currency", value=currency)
    target = path if path.suffix else path.with_suffix(BOOK_SUFFIX)
    return create_book(target, currency.upper(), clock)


def save_copy(book: Book, target: Path) -> Path:
    """Write a copy of the whole book; returns where. Never overwrites. Raises `BookWriteError`."""
    path = target if target.suffix else target.with_suffix(BOOK_SUFFIX)
    book.copy_to(path)
    return path


def info(book: Book) -> BookInfo:
    """The book's label."""
    with book.read() as connection:
        counts = {
            table: int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())
            for table in _COUNTED
        }
        return BookInfo(book.path, currency_of(connection), SCHEMA_VERSION, counts)


def check_book(path: Path) -> BookCheck:
    """Open the book and have SQLite look over every page, index and reference."""
    check_header(path)
    book = open_book(path)
    try:
        with book.read() as connection:
            found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check")]
            orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        problems = [line for line in found if line != "ok"]
        problems += [f"{row[0]} {row[1]}: {row[2]}" for row in orphans]
        return BookCheck(info(book), problems)
    finally:
        book.close()
