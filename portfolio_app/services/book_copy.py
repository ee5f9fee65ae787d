"""The whole book as one JSON file, and a book from such a file: the same records, under the same numbers.

What a copy does not carry is the history of changes and the book's own identity: a book made from a copy is
another one, with backups of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Date, Integer, Table
from sqlalchemy.exc import IntegrityError

from portfolio_app import __version__, files
from portfolio_app.errors import BookWriteError, ExportError, OperationCancelled, SourceError
from portfolio_app.exchange import copy_file
from portfolio_app.exchange.copy_file import SUFFIX as SUFFIX
from portfolio_app.exchange.copy_file import CopyHead, CopyReader
from portfolio_app.models.base import Base, Instant, Json, Money, Quantity, instant_text
from portfolio_app.services.books import Book, new_book
from portfolio_app.services.changes import Changes
from portfolio_app.storage.book import Clock, Step, currency_of, utc_now
from portfolio_app.storage.journal import JOURNALLED, REMEMBERED
from portfolio_app.storage.opening import SCHEMA_VERSION
from portfolio_app.storage.stopping import stopping

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
TABLES = (*JOURNALLED, *REMEMBERED)
"""What a copy holds."""
_OWNS = ("client", "product", "plan", "client_group", "custom_field", "suppression")
"""What a book must hold none of to become a copy."""
_BLOCK = 2_000
_IDENTITY = "book_id"
_LARGEST = 2**63
_LARGEST_ID = 2**40
"""What the search index can number."""


def copy_head(path: Path) -> CopyHead:
    """What a copy says about itself: when it was made, how many records it holds. Raises `SourceError`."""
    with copy_file.open_copy(path) as reader:
        return reader.head


def write_copy(
    book: Book,
    path: Path,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Path:
    """Write all records of the book to a JSON file, whole or not at all; returns where. Nothing in it is encrypted.

    Raises `BookWriteError`, `OperationCancelled`, and `ExportError` when the name does not end in .json.
    """
    target = path if path.suffix else path.with_suffix(SUFFIX)
    if target.suffix.lower() != SUFFIX:
        raise ExportError("unknown_type", path=str(target), suffix=target.suffix)
    with book.read() as connection:
        head = _head(connection, book)
        told = _teller(sum(head.rows.values()), progress, cancelled)
        tables = ((name, _columns(connection, name), _rows(connection, name, told)) for name in TABLES)
        try:
            with files.whole(target, "w", encoding="utf-8", newline="\n") as stream:
                copy_file.write_copy(stream, head, tables)
        except OSError as error:
            raise BookWriteError("cannot_write", path=str(target), detail=error.strerror or "") from error
    return target


def read_copy(
    book: Book,
    path: Path,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Changes:
    """Fill an empty book with what a copy holds: one step, which can be undone. Nothing is written if it fails.

    The book keeps its own identity; its currency, settings and segments become the copy's. Persons erased on this
    computer since the copy was made are left out.
    Raises `SourceError`, "copy_not_empty" when the book holds anything already, `BookWriteError`,
    `OperationCancelled`.
    """
    return _fill(book, path, progress, cancelled, origin=False)


def new_book_from_copy(
    path: Path,
    target: Path,
    clock: Clock = utc_now,
    *,
    passphrase: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Book:
    """Make a new book of a copy, and open it; the suffix is added when missing. A failure leaves no file behind.

    Raises `SourceError`, `BookWriteError`, `OperationCancelled`, and `InvalidValueError` about the passphrase.
    """
    copy_head(path)
    book = new_book(target, clock=clock, passphrase=passphrase)
    try:
        _fill(book, path, progress, cancelled, origin=True)
    except BaseException:
        book.close()
        book.path.unlink(missing_ok=True)
        raise
    return book


def _head(connection: Connection, book: Book) -> CopyHead:
    counts = {
        name: int(connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one()) for name in TABLES
    }
    numbers = {row[0]: int(row[1]) for row in connection.exec_driver_sql("SELECT * FROM sqlite_sequence")}
    row = connection.exec_driver_sql(
        "SELECT json_extract(value, '$') FROM setting WHERE key = ?", (_IDENTITY,)
    ).first()
    return CopyHead(
        format=SCHEMA_VERSION,
        program=__version__,
        made_at=instant_text(book.clock()),
        book_id=str(row[0]) if row else "",
        currency=currency_of(connection),
        rows=counts,
        next_ids={name: numbers[name] for name in TABLES if name in numbers},
    )


def _columns(connection: Connection, table: str) -> list[str]:
    return [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]


def _rows(connection: Connection, table: str, told: Callable[[int], None]) -> Iterator[Sequence[Any]]:
    result = connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY id")
    while rows := result.fetchmany(_BLOCK):
        told(len(rows))
        yield from rows


def _teller(total: int, progress: Progress | None, cancelled: Cancelled | None) -> Callable[[int], None]:
    """Counts rows, says how far it is, and stops when asked to."""
    done = 0

    def told(count: int) -> None:
        nonlocal done
        if cancelled is not None and cancelled():
            raise OperationCancelled
        done += count
        if progress is not None:
            progress(min(done, total), total)

    return told


def _fill(
    book: Book, path: Path, progress: Progress | None, cancelled: Cancelled | None, *, origin: bool
) -> Changes:
    with copy_file.open_copy(path) as reader:
        head = reader.head
        if head.format > SCHEMA_VERSION:
            raise SourceError("copy_too_new", path=str(path), found=head.format)
        _check_empty(book, path)
        own_id = book.book_id()
        told = _teller(sum(head.rows.values()), progress, cancelled)
        try:
            with (
                stopping(cancelled) as watch,
                book.step("import_copy", origin=origin, file=path.name) as step,
            ):
                watch(step.connection)
                _Filling(step, path, own_id).fill(reader, told)
        except IntegrityError as error:  # a reference to nothing, a number given twice
            raise SourceError("copy_altered", path=str(path), where=str(error.orig)) from error
    _leave_out_erased(book, head.book_id)
    return step.changes


def _check_empty(book: Book, path: Path) -> None:
    with book.read() as connection:
        count = sum(
            int(connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one()) for name in _OWNS
        )
    if count:
        raise SourceError("copy_not_empty", path=str(path), count=count)


def _leave_out_erased(book: Book, book_id: str) -> None:
    """Whoever was erased from the book the copy is of since it was made does not come back with it."""
    from portfolio_app.services.privacy_erase import merge_mirror
    from portfolio_app.storage.suppression import mirror_path

    if book_id and mirror_path(book_id).exists():
        merge_mirror(book, book_id)


class _Filling:
    """Puts the rows of a copy into an open step in place of what a new book begins with."""

    def __init__(self, step: Step, path: Path, own_id: str) -> None:
        self._connection = step.connection
        self._path = path
        self._own_id = own_id

    def fill(self, reader: CopyReader, told: Callable[[int], None]) -> None:
        """Take all rows, then see to it that they refer to one another and that numbers go on."""
        self._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for name in TABLES:
            self._connection.exec_driver_sql(f"DELETE FROM {name}")
        for name, columns, rows in reader.tables():
            if name not in TABLES:
                raise self._altered(name)
            self._insert(name, columns, rows, told)
        self._keep_identity()
        broken = self._connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise self._altered(f"{broken[0]}, {broken[1]}")
        self._continue_numbers(reader.head.next_ids)

    def _altered(self, where: str) -> SourceError:
        return SourceError("copy_altered", path=str(self._path), where=where[:80])

    def _insert(
        self, name: str, columns: Sequence[str], rows: Iterator[list[Any]], told: Callable[[int], None]
    ) -> None:
        table = Base.metadata.tables[name]
        if "id" not in columns or not set(columns) <= set(table.columns.keys()):
            raise self._altered(name)
        checks = [_check_of(table.columns[column]) for column in columns]
        place = columns.index("id")
        names = ", ".join(f'"{column}"' for column in columns)
        insert = f"INSERT INTO {name}({names}) VALUES ({', '.join('?' * len(columns))})"
        while block := list(islice(rows, _BLOCK)):
            for row in block:
                for value, check, column in zip(row, checks, columns, strict=True):
                    if not check(value):
                        raise self._impossible(table, row[place], column, value)
            self._connection.exec_driver_sql(insert, [tuple(row) for row in block])
            told(len(block))

    def _impossible(self, table: Table, row_id: Any, column: str, value: Any) -> SourceError:
        return SourceError(
            "copy_not_possible",
            path=str(self._path),
            table=table.name,
            id=str(row_id)[:20],
            column=column,
            value=str(value)[:40],
        )

    def _keep_identity(self) -> None:
        """The copy's other settings hold; who this book is does not change."""
        changed = self._connection.exec_driver_sql(
            "UPDATE setting SET value = ? WHERE key = ?", (json.dumps(self._own_id), _IDENTITY)
        ).rowcount
        if not changed:
            self._connection.exec_driver_sql(
                "INSERT INTO setting(key, value) VALUES (?, ?)", (_IDENTITY, json.dumps(self._own_id))
            )

    def _continue_numbers(self, numbers: dict[str, int]) -> None:
        """A number that a deleted record had is not given to another one here either."""
        for name, number in numbers.items():
            if name in TABLES and number < _LARGEST_ID:
                # The table of an empty kind has no entry yet.
                self._connection.exec_driver_sql(
                    "INSERT INTO sqlite_sequence(name, seq) SELECT ?, 0 "
                    "WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?)",
                    (name, name),
                )
                self._connection.exec_driver_sql(
                    "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (number, name)
                )


def _check_of(column: Column[Any]) -> Callable[[Any], bool]:
    """What tells whether a stored value can stand in that column."""
    kind = column.type
    if column.primary_key:
        return _is_number
    if isinstance(kind, Boolean):
        is_possible: Callable[[Any], bool] = _among((0, 1))
    elif isinstance(kind, (Integer, Money, Quantity)):
        is_possible = _is_whole
    elif isinstance(kind, Date):
        is_possible = _is_day
    elif isinstance(kind, Instant):
        is_possible = _is_instant
    elif isinstance(kind, Json):
        is_possible = _is_json
    else:
        is_possible = _is_text
    if column.nullable:
        return lambda value: value is None or is_possible(value)
    return is_possible


def _among(values: Collection[Any]) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and value in values


def _is_number(value: Any) -> bool:
    return type(value) is int and 0 < value < _LARGEST_ID


def _is_whole(value: Any) -> bool:
    return type(value) is int and -_LARGEST <= value < _LARGEST


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_json(value: Any) -> bool:
    return isinstance(value, (str, int, float)) and not isinstance(value, bool)


def _is_day(value: Any) -> bool:
    try:
        # A week's day (“2026-W01-1”) is one, too, but no other day is later or earlier than that text.
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_instant(value: Any) -> bool:
    try:
        return isinstance(value, str) and instant_text(datetime.fromisoformat(value)) == value
    except (ValueError, OverflowError):
        return False
