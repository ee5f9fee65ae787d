"""Making, opening, closing, copying and describing books.

Opening and closing go through here, not through storage: this is where backups are made on the way.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import text

from portfolio_app.config import BOOK_SUFFIX
from portfolio_app.errors import BookDamagedError, InvalidValueError, PortfolioError
from portfolio_app.services.agenda_settings import check_country
from portfolio_app.services.passphrases import cleaned, typed
from portfolio_app.storage import opening, suppression
from portfolio_app.storage.book import Book, Clock, currency_of, utc_now
from portfolio_app.storage.opening import SCHEMA_VERSION, create_book
from portfolio_app.storage.seal import same_pages
from portfolio_app.storage.sync_folders import sync_provider

__all__ = [
    "Book",
    "BookInfo",
    "close_book",
    "info",
    "new_book",
    "open_book",
    "save_copy",
    "sync_provider",
]

log = logging.getLogger(__name__)

_COUNTED = (
    "client", "contact", "interaction", "product", "sale", "follow_up", "segment", "deal", "survey_answer",
    "key_date", "plan", "enrolment",
)  # fmt: skip


@dataclass(frozen=True)
class BookInfo:
    """What stands on a book's label: its path, currency, format and number of records by kind.

    `is_older`: this computer last closed a later state of it.
    """

    path: Path
    currency: str
    schema_version: int
    counts: dict[str, int]
    is_older: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no client is in it yet."""
        return self.counts["client"] == 0


def new_book(
    path: Path,
    currency: str = "EUR",
    clock: Clock = utc_now,
    passphrase: str | None = None,
    country: str = "",
) -> Book:
    """Make an empty book and open it; the suffix is added when missing.

    `country`: whose public holidays are days off, by its ISO code, empty for none.
    Raises `BookWriteError`, and `InvalidValueError` "bad_currency", about the country or about the passphrase.
    """
    if not re.fullmatch(r"[A-Za-z]{3}", currency):
        raise InvalidValueError("bad_currency", value=currency)
    target = path if path.suffix else path.with_suffix(BOOK_SUFFIX)
    return create_book(target, currency.upper(), clock, cleaned(passphrase), check_country(country))


def open_book(
    path: Path, clock: Clock = utc_now, *, passphrase: str | None = None, accept_altered: bool = False
) -> Book:
    """Open the book for this program alone; one of an older format is backed up, then brought up to date.

    A file that differs from how it was left, but is one of its good backups, was put back by somebody and is
    welcome; `accept_altered` takes it in any case, if it is sound.
    Raises `BookUnreadableError`, `NotABookError`, `BookTooNewError`, `BookLockedError`, `BookDamagedError`,
    `BookInUseError`, `BookWriteError`, `BackupError`.
    """

    def back_up(connection: Any, found: Path, key: str | None) -> None:
        from portfolio_app.services import backups

        backups.before_migration(connection, found, clock(), key)

    def attempt(accept: bool) -> Book:
        return opening.open_book(
            path, clock, passphrase=typed(passphrase), accept_altered=accept, before_migration=back_up
        )

    try:
        book = attempt(accept_altered)
    except BookDamagedError as error:
        if error.code != "altered" or not _is_a_backup(path):
            raise
        book = attempt(True)
    try:
        _keep_erased(book)
    except BaseException:
        book.close()
        raise
    return book


def _keep_erased(book: Book) -> None:
    """An older file put back by hand knows neither who was erased since nor who objected: tell it."""
    if suppression.mirror_path(book.book_id()).exists():
        from portfolio_app.services.privacy_erase import merge_mirror

        try:
            merge_mirror(book)
        except PortfolioError:
            log.warning("the suppression list could not be brought into the book", exc_info=True)


def _is_a_backup(path: Path) -> bool:
    from portfolio_app.services import backups

    return any(
        same_pages(path, info.path) and backups.is_good(info)
        for info in backups.backups_for(path)
        if info.path.exists()
    )


def close_book(book: Book) -> None:
    """Close the book for good: its history kept within bounds, backed up if anything changed, sealed.

    A backup that cannot be made is no reason to keep the user from leaving; it is logged.
    """
    from portfolio_app.services import backups, history

    try:
        history.prune(book)
        backups.make_backup(book, "close")
    except (PortfolioError, OSError):
        log.warning("no backup could be made on closing", exc_info=True)
    finally:
        book.close()


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
        return BookInfo(book.path, currency_of(connection), SCHEMA_VERSION, counts, book.is_older)
