"""What the calendar has done on the book's thread; the services are imported there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portfolio_app.services.agenda import QueueRow
    from portfolio_app.services.books import Book
    from portfolio_app.services.calendar_files import CalendarEntry, CalendarMatch
    from portfolio_app.services.calendar_view import CalendarItem, CalendarView
    from portfolio_app.services.changes import Changes


def view(
    book: Book,
    first: date,
    last: date,
    as_of: date,
    types: Collection[str],
    without_kinds: Collection[str],
    language: str,
) -> CalendarView:
    """What stands on the days of a span."""
    from portfolio_app.services import calendar_view

    return calendar_view.calendar_view(
        book, first, last, as_of, types=types, without_kinds=without_kinds, language=language
    )


def move(book: Book, item: CalendarItem, on: date, at: str | None, as_of: date) -> Changes:
    """Put an item on another day: what was planned moves, a due that is computed is put off."""
    from portfolio_app.services import agenda_actions, deals, follow_ups
    from portfolio_app.services.calendar_view import moved

    if item.type == "deal" and item.record_id is not None:
        name = "next_step_on" if item.reason == "deal_step" else "expected_on"
        return deals.update_deal(book, item.record_id, {name: on})
    is_answer = item.reason not in ("reminder", "plan_step") and item.status == "open"
    if item.record_id is not None and is_answer and on > as_of:
        return follow_ups.snooze(book, item.client_id, item.record_id, on)
    if item.record_id is not None:
        return follow_ups.update_follow_up(book, item.record_id, moved(item, on, at))
    if on > as_of:
        return agenda_actions.postpone(book, [item.client_id], as_of, on)
    return follow_ups.plan_follow_up(book, item.client_id, {"due_on": on, "kind": item.kind or "call"})


def finish(book: Book, item: CalendarItem, as_of: date) -> Changes:
    """Tick an item off."""
    from portfolio_app.services import agenda_actions, follow_ups

    if item.record_id is not None:
        return follow_ups.complete_follow_up(book, item.client_id, item.record_id)
    return agenda_actions.finish(book, [item.client_id], as_of)


def queue_row(book: Book, client_id: int, as_of: date) -> tuple[QueueRow | None, str, str]:
    """Why a client is due: its line of the queue, and its segment (code, name)."""
    from portfolio_app.services import agenda, portfolio

    rows = agenda.queue_rows(book, [client_id], as_of)
    if not rows:
        return None, "", ""
    names = {segment.code: segment.name for segment in portfolio.segments(book)}
    return rows[0], rows[0].segment, names.get(rows[0].segment, "")


def export(
    book: Book, path: Path, as_of: date, language: str, follow_up_ids: Sequence[int] | None, computed: bool
) -> tuple[Path, int]:
    """Write an .ics file of these follow-ups, or of all; returns it and how many events it holds."""
    from portfolio_app.services import calendar_files

    count = calendar_files.export_calendar(
        book, path, as_of, follow_up_ids=follow_up_ids, language=language, computed=computed
    )
    return path, count


def read_and_match(book: Book, path: Path) -> list[CalendarMatch]:
    """What an .ics file holds, and whom of the book each entry is about."""
    from portfolio_app.services import calendar_files

    return calendar_files.match_clients(book, calendar_files.read_calendar(path))


def import_reminders(book: Book, pairs: Sequence[tuple[int, CalendarEntry]]) -> Changes:
    """Plan what was chosen."""
    from portfolio_app.services import calendar_files

    return calendar_files.import_reminders(book, pairs)


def live_book(book: Book) -> tuple[str, bool]:
    """By what the preferences know a book, and whether it has a passphrase."""
    from portfolio_app.services import passphrases

    return book.book_id(), passphrases.is_protected(book)
