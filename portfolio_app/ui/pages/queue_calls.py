"""What the queue's widgets have done on the book's thread; the services are imported there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portfolio_app.services.agenda import QueueRow, QueueView, TodayView
    from portfolio_app.services.books import Book
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.movement import SegmentMove


def queue_view(book: Book, as_of: date, view: str) -> QueueView:
    """One view of the whole queue."""
    from portfolio_app.services import agenda

    return agenda.queue_view(book, as_of, view)


def worth_doing(book: Book, as_of: date, limit: int) -> QueueView:
    """The best of what is due, or of what comes next."""
    from portfolio_app.services import agenda

    return agenda.worth_doing(book, as_of, limit)


def queue_rows(book: Book, ids: Sequence[int], as_of: date) -> dict[int, QueueRow]:
    """Lines by client."""
    from portfolio_app.services import agenda

    return {row.client_id: row for row in agenda.queue_rows(book, ids, as_of)}


def figures(book: Book, as_of: date) -> TodayView:
    """The Today page's figures, without the moves."""
    from portfolio_app.services import agenda

    return agenda.today_view(book, as_of, moves=False)


def identity(book: Book) -> str:
    """By what the preferences know a book."""
    return book.book_id()


def segment_moves(book: Book, as_of: date, since: date | None) -> list[SegmentMove]:
    """Who changed segment since a day, or lately."""
    from portfolio_app.services import agenda, movement

    return agenda.segment_moves(book, as_of) if since is None else movement.changed_since(book, since, as_of)


def client_names(book: Book, ids: Sequence[int]) -> list[tuple[int, str]]:
    """(id, name) in the order of `ids`."""
    from portfolio_app.services import agenda

    return agenda.client_names(book, ids)


def finish(book: Book, client_ids: Sequence[int], as_of: date) -> Changes:
    """Tick off what is next for these clients."""
    from portfolio_app.services import agenda_actions

    return agenda_actions.finish(book, client_ids, as_of)


def postpone(book: Book, client_ids: Sequence[int], as_of: date, until: date) -> Changes:
    """Put off what is next for these clients."""
    from portfolio_app.services import agenda_actions

    return agenda_actions.postpone(book, client_ids, as_of, until)


def set_cadence(book: Book, code: str, ideal_days: int, max_days: int) -> Changes:
    """Change a segment's contact rhythm."""
    from portfolio_app.services import segments

    return segments.set_cadence(book, code, ideal_days, max_days)
