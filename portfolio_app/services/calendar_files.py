"""Calendar files (.ics) that other programs read and write: follow-ups out, reminders in.

A file is written once, or kept up to date for programs that subscribe to it (see `portfolio_app.ui.live_calendar`).
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from portfolio_app.errors import BookWriteError, ExportError
from portfolio_app.exchange import ics
from portfolio_app.exchange.ics_zones import local_zone as local_zone
from portfolio_app.services.calendar_events import COMPUTED_DAYS as COMPUTED_DAYS
from portfolio_app.services.calendar_events import CalendarContent as CalendarContent
from portfolio_app.services.calendar_events import calendar_content as calendar_content
from portfolio_app.services.calendar_import import CalendarEntry as CalendarEntry
from portfolio_app.services.calendar_import import CalendarMatch as CalendarMatch
from portfolio_app.services.calendar_import import import_reminders as import_reminders
from portfolio_app.services.calendar_import import match_clients as match_clients
from portfolio_app.services.calendar_import import read_calendar as read_calendar
from portfolio_app.storage.book import Book

SUFFIX = ".ics"


def export_calendar(
    book: Book,
    path: Path,
    as_of: date,
    *,
    follow_up_ids: Collection[int] | None = None,
    client_ids: Collection[int] | None = None,
    language: str = "en",
    computed: bool = True,
    zone: str = "",
) -> int:
    """Write follow-ups to an .ics file, whole or not at all; returns how many there are in it.

    See `calendar_content` for which. Raises `BookWriteError`, and `ExportError` when the name does not end in .ics.
    """
    content = calendar_content(
        book,
        as_of,
        follow_up_ids=follow_up_ids,
        client_ids=client_ids,
        language=language,
        computed=computed,
        zone=zone,
    )
    write_content(path, content)
    return len(content.events)


def write_content(path: Path, content: CalendarContent, *, is_live: bool = False) -> None:
    """Write a calendar; a live one that is there already and says the same is left alone.

    Raises `BookWriteError`, and `ExportError` when the name does not end in .ics.
    """
    if path.suffix.lower() != SUFFIX:
        raise ExportError("unknown_type", path=str(path), suffix=path.suffix)
    try:
        ics.write_calendar(path, content.events, content.name, is_live=is_live)
    except OSError as error:
        detail = error.strerror or str(error)
        raise BookWriteError("cannot_write", path=str(path), detail=detail) from error
