"""Files the user has read again whenever they changed, such as the month's sales: with one click."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sqlalchemy import Connection, select

from portfolio_app.errors import NotFoundError
from portfolio_app.models.base import instant_text
from portfolio_app.models.entities import WatchedFile
from portfolio_app.services.changes import Changes
from portfolio_app.services.import_memory import Remembered, chosen_of, how_of
from portfolio_app.services.import_source import Source, digest_of, read_as_before
from portfolio_app.services.records import get
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    from portfolio_app.services.import_ import ImportReport

State = Literal["changed", "same", "missing", "new"]


@dataclass(frozen=True)
class WatchedView:
    """A watched file, as a list shows it.

    `state`: "changed" since it was read at `read_at`, the "same", "missing" from its place or not to be read,
    or "new": never read yet.
    """

    id: int
    path: Path
    name: str
    state: State
    read_at: datetime | None


def watched(book: Book) -> list[WatchedView]:
    """The watched files by name, each looked at on the disk."""
    with book.read_session() as session:
        rows = [
            (row.id, Path(row.path), row.digest, row.read_at) for row in session.scalars(select(WatchedFile))
        ]
    found = [WatchedView(id, path, path.name, _state(path, digest), at) for id, path, digest, at in rows]
    return sorted(found, key=lambda view: (view.name.casefold(), view.id))


def watch(book: Book, source: Source) -> Changes:
    """Watch a file, read as `source` says; one that is watched already is read so from now on.

    It counts as read once it is imported, by whichever way. Raises `BookWriteError`.
    """
    place = _place(source.path)
    with book.step("watch_file", name=source.path.name) as step:
        record = step.session.scalar(select(WatchedFile).where(WatchedFile.path == place))
        if record is None:
            record = WatchedFile(path=place, digest="", created_at=step.now)
            step.session.add(record)
        record.how = how_of(source)
        if source.is_imported:
            record.digest, record.read_at = source.digest, step.now
    return step.changes


def unwatch(book: Book, watched_id: int) -> Changes:
    """Watch a file no longer; what was imported from it stays. Raises `NotFoundError`."""
    with book.step("unwatch_file") as step:
        step.session.delete(get(step.session, WatchedFile, watched_id))
    return step.changes


def read_again(
    book: Book,
    watched_id: int,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Changes, ImportReport]:
    """Import a watched file as it is now, as `import_.import_files` does.

    Raises what that raises, and `NotFoundError`; `MappingError` where its columns have changed.
    """
    from portfolio_app.services.import_ import import_files

    source = source_of(book, watched_id)
    return import_files(book, [source], progress=progress, cancelled=cancelled)


def source_of(book: Book, watched_id: int) -> Source:
    """A watched file ready to be imported, for those who want to look first. Raises as `read_again`."""
    from portfolio_app.services.import_ import own_fields

    own = own_fields(book)
    with book.read_session() as session:
        record = get(session, WatchedFile, watched_id)
        path, chosen = Path(record.path), chosen_of(record.how)
        used_at = record.read_at or record.created_at
    if chosen is None:
        raise NotFoundError("not_found", kind="watched file", id=watched_id)
    return read_as_before(path, Remembered(*chosen, path.name, used_at), own=own)


def note_read(connection: Connection, now: datetime, source: Source) -> None:
    """Inside an import's step: a watched file is now as the book read it."""
    connection.exec_driver_sql(
        "UPDATE watched_file SET digest = ?, read_at = ? WHERE path = ? AND digest <> ?",
        (source.digest, instant_text(now), _place(source.path), source.digest),
    )


def _state(path: Path, digest: str) -> State:
    now = digest_of(path)
    if not now:
        return "missing"
    if not digest:
        return "new"
    return "same" if now == digest else "changed"


def _place(path: Path) -> str:
    return str(path.absolute())
