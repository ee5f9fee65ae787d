"""What the import asks of the services: run on the book's thread, and imported there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio_app import files
from portfolio_app.ui.pages.import_draft import NOTATIONS, OtherFile, Reading

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes, TakenBack
    from portfolio_app.services.import_ import FileReport, ImportReport, RefusedRow
    from portfolio_app.services.incoming import Double
    from portfolio_app.services.watched_files import WatchedView

PASTED = ".txt"


def read(book: Any, path: Path, options: dict[str, Any], is_afresh: bool) -> Reading | OtherFile:
    """Open the file and look at it; the book tells its own fields and what it remembers of such files.

    Raises `SourceError`.
    """
    from portfolio_app.services import import_, import_memory, incoming

    kind = incoming.kind_of(path)
    if kind == "calendar":
        return OtherFile("calendar")
    if kind == "copy":
        from portfolio_app.services import book_copy

        head = book_copy.copy_head(path)
        return OtherFile("copy", head.made_at, head.rows.get("client", 0))
    told = {name: value for name, value in options.items() if name not in NOTATIONS}
    own = import_.own_fields(book)
    source = import_.read_source(path, own=own, **told)
    remembered = None if is_afresh else import_memory.recall(book, source.table)
    if remembered is not None:
        source = import_.read_source(path, own=own, remembered=remembered, **told)
    is_ours = not told and incoming.is_export(source)
    return Reading(
        source,
        import_.count_rows(source),
        import_.column_samples(source),
        remembered,
        is_ours,
        incoming.sheets_of(source),
    )


def date_order(book: Any, source: Any, columns: frozenset[str]) -> tuple[Any, bool]:
    """Day or month first in these columns, and whether no date tells."""
    from portfolio_app.services import import_source

    return import_source.date_order_of(source, columns)


def preview(book: Any, sources: Sequence[Any], **hooks: Any) -> ImportReport:
    """What the import would do."""
    from portfolio_app.services import import_

    return import_.preview_import(book, sources, **hooks)


def run_import(book: Any, sources: Sequence[Any], **hooks: Any) -> tuple[Changes, ImportReport]:
    """Do it."""
    from portfolio_app.services import import_

    return import_.import_files(book, sources, **hooks)


def doubles(book: Any, report: ImportReport, **hooks: Any) -> list[Double]:
    """New clients of the files that look like one of the book, or like another of the files."""
    from portfolio_app.services import incoming

    return incoming.doubles(book, report, **hooks)


def take_back(book: Any, step_id: int) -> TakenBack:
    """Take an import back after other things were done."""
    from portfolio_app.services import history

    return history.take_back(book, step_id)


def watched(book: Any) -> list[WatchedView]:
    """The files that are followed."""
    from portfolio_app.services import watched_files

    return watched_files.watched(book)


def known_files(book: Any, most: int) -> list[str]:
    """The names of the last files imported, one of each kind."""
    from portfolio_app.services import import_memory

    return list(dict.fromkeys(known.file_name for known in import_memory.shapes(book, most)))


def watch(book: Any, source: Any) -> Changes:
    """Follow a file."""
    from portfolio_app.services import watched_files

    return watched_files.watch(book, source)


def unwatch(book: Any, watched_id: int) -> Changes:
    """Follow a file no longer."""
    from portfolio_app.services import watched_files

    return watched_files.unwatch(book, watched_id)


def read_again(book: Any, watched_id: int, **hooks: Any) -> tuple[Changes, ImportReport]:
    """Import what a followed file holds now."""
    from portfolio_app.services import watched_files

    return watched_files.read_again(book, watched_id, **hooks)


def is_empty(book: Any) -> bool:
    """Whether the book holds no client yet."""
    from portfolio_app.services import books

    return not books.info(book).counts["client"]


def read_copy(book: Any, path: Path, **hooks: Any) -> Changes:
    """Bring a full copy into the empty book."""
    from portfolio_app.services import book_copy

    return book_copy.read_copy(book, path, **hooks)


def new_book_from_copy(book: Any, paths: tuple[Path, Path], **hooks: Any) -> Path:
    """Make a new book of a full copy, (copy, new book); returns where the book is, closed."""
    from portfolio_app.services import book_copy

    made = book_copy.new_book_from_copy(*paths, **hooks)
    made.close()
    return made.path


def write_pasted(folder: Path, name: str, text: str) -> Path:
    """Keep what was pasted as a file, so that it is read like any other."""
    path = folder / f"{name}{PASTED}"
    files.write_privately(path, text.encode("utf-8-sig", "replace"))
    return path


def save_refused(
    reports: list[FileReport], path: Path, reason: Callable[[RefusedRow], str], headers: tuple[str, str]
) -> list[Path]:
    """Write the refused rows, a file for each imported one; returns the files. Raises `BookWriteError`."""
    from portfolio_app.services import import_

    with_rows = [report for report in reports if report.refused]
    line, why = headers
    written = []
    for report in with_rows:
        name = path.stem if len(with_rows) == 1 else f"{path.stem} - {report.source.path.stem}"
        target = path.with_name(f"{name}{path.suffix or '.csv'}")
        written.append(
            import_.save_refused(report, target, reason=reason, line_header=line, reason_header=why)
        )
    return written
