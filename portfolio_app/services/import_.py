"""Bringing files in: guess the columns, preview by running the same code and rolling it back, then one step.

Several files given together are one step: all of them or none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from portfolio_app.errors import BookWriteError, OperationCancelled
from portfolio_app.exchange.fields import FIELDS, Field, own_field
from portfolio_app.exchange.mapping import Mapping
from portfolio_app.exchange.refusals import SENTENCES as REFUSALS
from portfolio_app.exchange.refusals import RefusedRow, write_refused
from portfolio_app.exchange.rows import ImportRow, read_rows
from portfolio_app.services import import_memory, watched_files
from portfolio_app.services.changes import Changes
from portfolio_app.services.custom_fields import definitions
from portfolio_app.services.import_match import Decision, FieldChange, Match, MatchRules
from portfolio_app.services.import_records import KNOWN_CLIENT, UNDECIDED, RecordImporter
from portfolio_app.services.import_source import Source, column_samples, count_rows, read_source
from portfolio_app.services.import_suppression import ErasedPersonError
from portfolio_app.storage.book import Book, Step
from portfolio_app.storage.stopping import stopping

__all__ = [
    "FIELDS",
    "REFUSALS",
    "Decision",
    "Field",
    "FieldChange",
    "FileReport",
    "ImportReport",
    "Mapping",
    "Match",
    "MatchRules",
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
    "note_row", "not_won", "not_a_sale", "known_client" (as the rules or the user say) and "undecided", which
    `undecided` counts
    too. `warnings` counts by code; "objected": persons on the suppression list, let in with
    their refusal. `unread`: the cells left out of rows that come in, and `matches`: the rows about clients the book
    knew before, those of sales only where they change the client; some thousands of each at most.
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
    matches: list[Match] = field(default_factory=list)
    undecided: int = 0


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


def preview_import(
    book: Book,
    sources: Sequence[Source],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ImportReport:
    """What an import would do, found by doing it and rolling back. Raises as `import_files` does."""
    report = ImportReport()
    with suppress(_RolledBack), stopping(cancelled) as watch, book.step("import_files") as step:
        watch(step.connection)
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
    with stopping(cancelled) as watch, book.step("import_files", files=names) as step:
        watch(step.connection)
        report = _run(step, sources, progress, cancelled)
        useful = [file.source for file in report.files if file.created or file.updated or file.unchanged]
        for source in useful:
            import_memory.note(step.connection, source, step.now)
    for source in useful:
        source.is_imported = True
        if (
            not step.changes.kinds
        ):  # An import that changes nothing leaves no step, but what was learned stays.
            with suppress(BookWriteError):
                import_memory.remember(book, source)
    return step.changes, report


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
    importer = RecordImporter(step)
    done = 0
    for source in sources:
        importer.next_file(source.rules, source.decisions)
        file_report = FileReport(source)
        report.files.append(file_report)
        rows = read_rows(source.table, source.mapping, source.corrections)
        _take_file(importer, file_report, _watched(rows, progress, cancelled, done))
        done += file_report.rows
    importer.finish()
    for source in sources:
        if source.digest:
            watched_files.note_read(step.connection, step.now, source)
    return report


def _take_file(importer: RecordImporter, report: FileReport, items: Iterator[Any]) -> None:
    before, noted = importer.created, importer.door.refusals
    waiting: dict[int, ImportRow] = {}
    for item in items:
        _take(importer, report, item, waiting)
    for line, outcome in importer.settle():
        _count(report, waiting[line], outcome, False)
    report.matches = importer.matches
    if refusals := importer.door.refusals - noted:
        report.warnings["objected"] = refusals
    after = importer.created
    report.records = {kind: after[kind] - before[kind] for kind in after if after[kind] > before[kind]}


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


def _take(importer: RecordImporter, report: FileReport, item: Any, waiting: dict[int, ImportRow]) -> None:
    report.rows += 1
    if isinstance(item, ImportRow):
        clients = importer.clients_created if item.warnings else 0
        try:
            outcome = importer.add(item)
        except ErasedPersonError as error:
            report.refused.append(_erased_person(report.source, item, error.field))
            return
        if outcome is None:
            waiting[item.line] = item
        else:
            _count(report, item, outcome, bool(item.warnings) and importer.clients_created > clients)
    elif isinstance(item, RefusedRow):
        report.refused.append(item)
    else:
        report.skipped[item.code] += 1


def _count(report: FileReport, row: ImportRow, outcome: str, is_new_client: bool) -> None:
    if outcome in (KNOWN_CLIENT, UNDECIDED):
        report.skipped[outcome] += 1
        report.undecided += outcome == UNDECIDED
        return
    setattr(report, outcome, getattr(report, outcome) + 1)
    if row.warnings:
        report.warnings.update(warning[0] for warning in row.warnings)
        _list_unread(report, row, outcome == "created", is_new_client)


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
    places = source.mapping.bind(source.table).get(field)
    column = "" if places is None else source.table.columns[places[0]]
    return RefusedRow(row.line, column, "", "erased_person", {}, row.cells)
