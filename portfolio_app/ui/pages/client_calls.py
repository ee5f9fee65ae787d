"""What the page of one client has done on the book's thread; the services are imported there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from portfolio_app.ui.pages.client_history import load_page

if TYPE_CHECKING:
    from portfolio_app.services.agenda import QueueRow
    from portfolio_app.services.client_views import ClientDetail, TimelineItem


@dataclass(frozen=True)
class Opening:
    """What is there at once, before the figures of the book are computed."""

    name: str
    city: str
    timeline: list[TimelineItem]
    asked: int
    planned: list[TimelineItem]


def load_opening(book: Any, client_id: int, today: date, count: int) -> Opening | None:
    """Name, history and plans of a client; None when it is not in the book."""
    from portfolio_app.services import client_views

    rows = client_views.client_rows(book, [client_id], today, figures=False)
    if not rows:
        return None
    timeline = load_page(book, client_id, count)
    return Opening(rows[0].name, rows[0].city, timeline, count, client_views.planned(book, client_id))


def load_detail(book: Any, client_id: int, today: date) -> tuple[ClientDetail, QueueRow | None]:
    """The record, the contacts and the figures; and the next action with what is to be said about it."""
    from portfolio_app.services import agenda, client_views

    detail = client_views.client_detail(book, client_id, today)
    rows = agenda.queue_rows(book, [client_id], today)
    return detail, rows[0] if rows else None
