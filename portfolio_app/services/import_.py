"""Bringing files in: guess the columns, preview by running the same code and rolling it back, then one step.

Several files given together are one step: all of them or none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from portfolio_app.errors import BookWriteError, OperationCancelled
from portfolio_app.exchange.cells import clean_text
from portfolio_app.exchange.fields import FIELDS, Field, own_field
from portfolio_app.exchange.guess import guess_mapping
from portfolio_app.exchange.mapping import Mapping
from portfolio_app.exchange.refusals import SENTENCES as REFUSALS
from portfolio_app.exchange.refusals import RefusedRow, write_refused
from portfolio_app.exchange.rows import ImportRow, read_rows
from portfolio_app.exchange.tabular import Table, open_table
from portfolio_app.services.changes import Changes
from portfolio_app.services.custom_fields import definitions
from portfolio_app.services.import_records import RecordImporter
from portfolio_app.services.import_suppression import ErasedPersonError
from portfolio_app.storage.book import Book, Step

__all__ = [
    "FIELDS",
    "REFUSALS",
    "Field",
    "FileReport",
    "ImportReport",
    "Mapping",
    "RefusedRow",
    "Source",
    "UnreadCell",
    "column_samples",
    "count_rows",
    "import_files",
    "own_fields",
    "preview_import",
    "read_source",
    "save_refused",
]

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_TICK = 500
_SHOWN = 120
_LISTED = 20_000
"""Most cells of a file that are told one by one."""
_LOOKED_AT = 400
"""Rows among which the samples of a column are looked for."""


@dataclass
class Source:
    """A file ready to be imported: its table and where its columns go."""

    table: Table
    mapping: Mapping

    @property
    def path(self) -> Path:
        """The file."""
        return self.table.path


@dataclass(frozen=True, slots=True)
class UnreadCell:
    """A cell that cannot be read, in a row that is imported without it.

    `code` as in `RefusedRow`. `is_new`: its record comes in with the row, so that the field is empty;
    otherwise it keeps what the book held.
    """

    line: int
    column: str
    value: str
    code: str
    is_new: bool


@dataclass
class FileReport:
    """What became (or, in a preview, would become) of one file's rows.

    Every row of the file is counted once: created, updated, unchanged, refused or skipped. `records` counts
    the new records by kind. `skipped` counts by reason code: "empty_row", "repeated_header", "total_row",
    "not_won", "not_a_sale". `warnings` counts by code; "objected": persons on the suppression list, let in with
    their refusal. `unread`: the cells left out of rows that come in, some thousands at most.
    """

    source: Source
    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: list[RefusedRow] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)
    records: dict[str, int] = field(default_factory=dict)
    unread: list[UnreadCell] = field(default_factory=list)


@dataclass
class ImportReport:
    """The reports of all files of one import."""

    files: list[FileReport] = field(default_factory=list)

    @property
    def refused(self) -> int:
        """Refused rows of all files."""
        return sum(len(report.refused) for report in self.files)


class _RolledBack(Exception):
    """Ends a preview's transaction without keeping it."""


def own_fields(book: Book) -> tuple[Field, ...]:
    """The fields that the user added to the book, as columns can be imported into them."""
    with book.read_session() as session:
        return _own_fields(session)


def read_source(
    path: Path, mapping: Mapping | None = None, *, own: Sequence[Field] = (), **options: Any
) -> Source:
    """Open a file and guess its columns, unless a mapping is given; its reading options win over guesses.

    `own`: the book's own fields (`own_fields`), to which a column may go by its name.
    `options`: encoding, delimiter, sheet, has_header of `open_table`. Raises `SourceError`, `MappingError`.
    """
    if mapping is not None:
        told = {
            "encoding": mapping.encoding,
            "delimiter": mapping.delimiter,
            "sheet": mapping.sheet,
            "has_header": mapping.has_header,
        }
        options = {name: value for name, value in told.items() if value is not None} | options
    table = open_table(path, **options)
    if mapping is None:
        return Source(table, guess_mapping(table, own))
    return Source(table, replace(mapping, own=tuple(own)))


def preview_import(
    book: Book,
    sources: Sequence[Source],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ImportReport:
    """What an import would do, found by doing it and rolling back. Raises as `import_files` does."""
    report = ImportReport()
    with suppress(_RolledBack), book.step("import_files") as step:
        report = _run(step, sources, progress, cancelled)
        raise _RolledBack
    return report


def import_files(
    book: Book,
    sources: Sequence[Source],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[Changes, ImportReport]:
    """Import the files in one step, the book backed up before.

    `progress(rows done, 0)` is called every few hundred rows, `cancelled()` asked as often; saying yes
    raises `OperationCancelled` and writes nothing. Rows that cannot be read are refused and listed, the
    others go in. Raises `SourceError`, `MappingError`, `BookWriteError`.
    """
    from portfolio_app.services import backups

    backups.try_backup(book, "import", cancelled=cancelled)
    names = [source.path.name for source in sources]
    with book.step("import_files", files=names) as step:
        report = _run(step, sources, progress, cancelled)
    return step.changes, report


def column_samples(source: Source, count: int = 3) -> list[list[str]]:
    """Up to `count` different values of each column: those with accents first, for they show a wrong encoding.

    Raises `SourceError`.
    """
    found: list[dict[str, None]] = [{} for _ in source.table.columns]
    for _line, cells in source.table.sample(_LOOKED_AT):
        for seen, cell in zip(found, cells, strict=False):
            if text := clean_text(cell):
                seen.setdefault(text[:_SHOWN])
    return [sorted(seen, key=str.isascii)[:count] for seen in found]


def count_rows(source: Source) -> int:
    """How many rows the file has below its column names, blank ones included. Raises `SourceError`."""
    return sum(1 for _ in source.table.rows())


def save_refused(
    report: FileReport,
    path: Path,
    *,
    reason: Callable[[RefusedRow], str] | None = None,
    line_header: str = "Line",
    reason_header: str = "Reason",
) -> Path:
    """Write the refused rows as a CSV file with the reason beside each, in English unless `reason` tells it.

    Raises `BookWriteError`.
    """
    try:
        write_refused(
            path,
            report.source.table,
            report.refused,
            reason=reason,
            line_header=line_header,
            reason_header=reason_header,
        )
    except OSError as error:
        raise BookWriteError("cannot_write", path=str(path), detail=error.strerror or "") from error
    return path


def _run(
    step: Step, sources: Sequence[Source], progress: Progress | None, cancelled: Cancelled | None
) -> ImportReport:
    own = _own_fields(step.session)
    for source in sources:
        source.mapping.own = own
        source.mapping.validate(source.table)
    step.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    report = ImportReport()
    importer = RecordImporter(step.connection, step.now)
    done = 0
    for source in sources:
        importer.next_file()
        before, noted = dict(importer.created), importer.door.refusals
        file_report = FileReport(source)
        report.files.append(file_report)
        for item in _watched(read_rows(source.table, source.mapping), progress, cancelled, done):
            _take(importer, file_report, item)
        done += file_report.rows
        if refusals := importer.door.refusals - noted:
            file_report.warnings["objected"] = refusals
        after = importer.created
        file_report.records = {
            kind: after[kind] - before[kind] for kind in after if after[kind] > before[kind]
        }
    importer.finish()
    return report


def _own_fields(session: Session) -> tuple[Field, ...]:
    return tuple(
        own_field(custom.code, custom.type, custom.name, custom.choices) for custom in definitions(session)
    )


def _watched(
    items: Iterator[Any], progress: Progress | None, cancelled: Cancelled | None, done: int
) -> Iterator[Any]:
    for number, item in enumerate(items, start=1):
        if number % _TICK == 0:
            if cancelled is not None and cancelled():
                raise OperationCancelled
            if progress is not None:
                progress(done + number, 0)
        yield item
    if cancelled is not None and cancelled():
        raise OperationCancelled


def _take(importer: RecordImporter, report: FileReport, item: Any) -> None:
    report.rows += 1
    if isinstance(item, ImportRow):
        clients = importer.created["client"] if item.warnings else 0
        try:
            outcome = importer.add(item.values)
        except ErasedPersonError as error:
            report.refused.append(_erased_person(report.source, item, error.field))
            return
        setattr(report, outcome, getattr(report, outcome) + 1)
        report.warnings.update(warning[0] for warning in item.warnings)
        if item.warnings:
            _list_unread(report, item, outcome == "created", importer.created["client"] > clients)
    elif isinstance(item, RefusedRow):
        report.refused.append(item)
    else:
        report.skipped[item.code] += 1


def _list_unread(report: FileReport, row: ImportRow, is_new: bool, is_new_client: bool) -> None:
    """Note the cells that were left out; addresses that only look wrong are kept as written."""
    fields = report.source.mapping.columns
    for code, column, text in row.warnings:
        if code.startswith("odd_") or len(report.unread) >= _LISTED:
            continue
        is_of_client = fields.get(column, "").startswith("client.")
        made = is_new_client if is_of_client else is_new
        report.unread.append(UnreadCell(row.line, column, text[:_SHOWN], code, made))


def _erased_person(source: Source, row: ImportRow, field: str) -> RefusedRow:
    """The refusal of a row about somebody who was erased; what they were recognised by is not repeated."""
    place = source.mapping.bind(source.table).get(field)
    column = "" if place is None else source.table.columns[place]
    return RefusedRow(row.line, column, "", "erased_person", {}, row.cells)
