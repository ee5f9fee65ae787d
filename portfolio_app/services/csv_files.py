"""The book's records as CSV: one kind in a file, or every kind in an archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import IO, Any

from portfolio_app import files
from portfolio_app.errors import BookWriteError, ExportError, InvalidValueError, OperationCancelled
from portfolio_app.exchange.csv_writing import ENCODING, write_rows
from portfolio_app.exchange.workbook_words import Words
from portfolio_app.services.custom_fields import custom_fields
from portfolio_app.services.export import computed_cells
from portfolio_app.services.export_rows import Reader, consents
from portfolio_app.services.export_sheets import CLIENTS, RECORDS, Sheet
from portfolio_app.storage.book import Book

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
TABLES: tuple[str, ...] = tuple(sheet.key for sheet in RECORDS)
"""The kinds of records that can be written."""
SUFFIX, ARCHIVE = ".csv", ".zip"
_TICK = 500


def export_csv(
    book: Book,
    path: Path,
    as_of: date,
    language: str,
    *,
    tables: Collection[str] = ("clients",),
    client_ids: Sequence[int] | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Path:
    """Write records of these kinds (some of `TABLES`), whole or not at all; returns where.

    A name that ends in .csv holds one kind, one in .zip a file for each. French files have semicolons and decimal
    commas, English ones commas and points; an import reads them again without being told anything.
    Raises `BookWriteError`, `OperationCancelled`, `InvalidValueError`, and `ExportError` for another ending.
    """
    target = path if path.suffix else path.with_suffix(SUFFIX)
    suffix = target.suffix.lower()
    wanted = [sheet for sheet in RECORDS if sheet.key in tables]
    unknown = sorted(set(tables) - set(TABLES))
    if unknown or not wanted or (suffix == SUFFIX and len(wanted) > 1):
        raise InvalidValueError(
            "not_a_choice", value=", ".join(unknown or tables), field="table", allowed=", ".join(TABLES)
        )
    if suffix not in (SUFFIX, ARCHIVE):
        raise ExportError("unknown_type", path=str(target), suffix=target.suffix)
    words = Words(language)
    writing = _Writing(book, words, as_of, wanted, client_ids, progress, cancelled)
    try:
        if suffix == SUFFIX:
            with files.whole(target, "w", encoding=ENCODING, newline="") as stream:
                writing.write(stream, wanted[0])
        else:
            with files.whole(target) as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
                for sheet in wanted:
                    entry = zipfile.ZipInfo(f"{words[sheet.key]}{SUFFIX}", book.clock().timetuple()[:6])
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    with (
                        archive.open(entry, "w", force_zip64=True) as raw,
                        io.TextIOWrapper(raw, encoding=ENCODING, newline="") as text,
                    ):
                        writing.write(text, sheet)
    except OSError as error:
        raise BookWriteError("cannot_write", path=str(target), detail=error.strerror or str(error)) from error
    return target


class _Writing:
    """Writes sheets as CSV and counts what was written."""

    def __init__(
        self,
        book: Book,
        words: Words,
        as_of: date,
        wanted: Sequence[Sheet],
        client_ids: Sequence[int] | None,
        progress: Progress | None,
        cancelled: Cancelled | None,
    ) -> None:
        self._language = words.language
        self._progress = progress
        self._cancelled = cancelled
        self._done = 0
        self._total = 0
        ids = None if client_ids is None else tuple(client_ids)
        self._reader = Reader(
            book,
            words,
            ids,
            computed=computed_cells(book, as_of, words) if CLIENTS in wanted else {},
            told=consents(book),
            customs=custom_fields(book),
        )
        with book.read() as connection:
            for sheet in wanted:
                sql, parameters = sheet.sql_for(ids)
                self._total += int(
                    connection.exec_driver_sql(f"SELECT count(*) FROM ({sql})", parameters).scalar_one()
                )

    def write(self, stream: IO[str], sheet: Sheet) -> None:
        """One sheet, without the numbers that only a workbook needs."""
        columns = [column.spec for column in self._reader.columns(sheet)]
        write_rows(stream, columns, self._rows(sheet), self._language, self._cancelled)
        if self._cancelled is not None and self._cancelled():
            raise OperationCancelled

    def _rows(self, sheet: Sheet) -> Iterator[Sequence[Any]]:
        for _record_id, _client_id, cells in self._reader.rows(sheet):
            self._done += 1
            if self._progress is not None and self._done % _TICK == 0:
                self._progress(self._done, self._total)
            yield cells
