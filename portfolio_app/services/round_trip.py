"""Excel round trip: what was edited in an exported workbook, reviewed before any of it is taken over.

Rows are told by their hidden numbers, cells by the fingerprints they were exported with: so what only the book
changed since stays, what was sorted, filtered or saved by another program is no edit, and what both sides changed is
a conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from portfolio_app.errors import OperationCancelled, SourceError
from portfolio_app.exchange.workbook_manifest import MANIFEST
from portfolio_app.exchange.workbook_reading import ReturnedWorkbook
from portfolio_app.exchange.workbook_words import Words
from portfolio_app.services.changes import Changes
from portfolio_app.services.export_rows import reader, sheet_of
from portfolio_app.services.round_trip_apply import apply_items, refused_by_the_book
from portfolio_app.services.round_trip_items import DiffItem as DiffItem
from portfolio_app.services.round_trip_items import FieldChange as FieldChange
from portfolio_app.services.round_trip_items import RefusedCell as RefusedCell
from portfolio_app.services.round_trip_items import WorkbookDiff as WorkbookDiff
from portfolio_app.services.round_trip_sheets import Findings, SheetComparison
from portfolio_app.storage.book import Book

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def is_ours(sheets: Sequence[str]) -> bool:
    """Whether a workbook with these sheets is one that the program exported."""
    return MANIFEST in sheets


def compare(
    book: Book, path: Path, *, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> WorkbookDiff:
    """What was edited in the workbook since it was exported. Writes nothing.

    Raises `SourceError` ("not_ours" when it is no workbook of ours) and `OperationCancelled`.
    """
    returned = ReturnedWorkbook(path, cancelled)
    manifest = returned.manifest
    words = Words(manifest.language)
    found = WorkbookDiff(str(path), made_at=manifest.made_at, language=manifest.language, is_other_book=True)
    if manifest.book_id != book.book_id():
        return found
    reading = reader(book, words)
    findings = Findings()
    missing, unknown = [], []
    for place, known in enumerate(manifest.sheets):
        if cancelled is not None and cancelled():
            raise OperationCancelled
        if progress is not None:
            progress(place, len(manifest.sheets))
        sheet = sheet_of(known.code)
        edited = returned.sheet(known)
        if sheet is None or edited is None:
            missing.append(known.title)
            continue
        unknown += [(known.title, title) for title in edited.unknown]
        SheetComparison(book, reading, sheet, edited, returned.order, manifest.step, findings).run(cancelled)
    findings.drop(refused_by_the_book(book, findings.items(), cancelled))
    return findings.diff(found, tuple(missing), tuple(unknown), book.change_number())


def apply(book: Book, diff: WorkbookDiff, chosen: Collection[int] | None = None) -> Changes:
    """Take over what was edited, in one step: the items with these numbers.

    None: everything changed and added, but no conflict, and nothing is removed. What an added record needs (its client,
    added too) comes with it. Raises `SourceError` "other_book", and "changed_since" when the book was changed since
    the comparison.
    """
    if diff.is_other_book:
        raise SourceError("other_book", path=diff.path)
    if diff.book_step != book.change_number():
        raise SourceError("changed_since", path=diff.path)
    items: Mapping[int, DiffItem] = {item.number: item for item in diff.items}
    if chosen is None:
        wanted = {n for n, item in items.items() if item.kind != "removed" and not item.is_conflict}
    else:
        wanted = set(chosen) & items.keys()
    wanted |= {
        items[number].values["client_item"] for number in wanted if "client_item" in items[number].values
    }
    with book.step("apply_workbook", name=Path(diff.path).name, count=len(wanted)) as step:
        apply_items(step.session, step.now, book.today(), [items[number] for number in sorted(wanted)])
    return step.changes
