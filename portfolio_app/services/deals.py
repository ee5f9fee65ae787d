"""Deals: offers to a client, open until they are won or lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import Client, Deal
from portfolio_app.services.agenda_settings import agenda_in
from portfolio_app.services.answers import wake
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import DEAL_FIELDS, clean
from portfolio_app.services.records import assign, drop_answers, get
from portfolio_app.storage.book import Book

_OPEN_FIELDS = {
    name: spec for name, spec in DEAL_FIELDS.items() if name not in ("status", "closed_on", "lost_reason")
}


@dataclass(frozen=True)
class DealLine:
    """A deal, as a list shows it. `amount` in the book's currency, `probability` in per cent."""

    id: int
    client_id: int
    title: str
    status: str
    stage: str
    amount: Decimal | None
    probability: int | None
    opened_on: date
    expected_on: date | None
    next_step: str
    next_step_on: date | None
    closed_on: date | None
    lost_reason: str
    notes: str


def deals(book: Book, client_id: int) -> list[DealLine]:
    """A client's deals: the open ones first, by the day they are expected; then the others, newest first."""
    is_closed = case((Deal.status == "open", 0), else_=1)
    order = (is_closed, Deal.closed_on.desc(), Deal.expected_on.is_(None), Deal.expected_on, Deal.id.desc())
    with book.read_session() as session:
        found = session.scalars(select(Deal).where(Deal.client_id == client_id).order_by(*order))
        return [
            DealLine(deal.id, client_id, **{name: getattr(deal, name) for name in DEAL_FIELDS})
            for deal in found
        ]


def create_deal(book: Book, client_id: int, values: Mapping[str, Any]) -> Changes:
    """Note an offer to a client, open since `values["opened_on"]` (today unless said).

    `changes.created["deal"]` holds its id. Raises `InvalidValueError`, `NotFoundError`.
    """
    cleaned = clean({"opened_on": book.today(), **values}, _OPEN_FIELDS, whole=True)
    with book.step("create_deal", name=cleaned["title"]) as step:
        new_deal(step.session, client_id, cleaned, book.today(), step.now)
    return step.changes


def new_deal(
    session: Session, client_id: int, cleaned: Mapping[str, Any], today: date, now: datetime
) -> Deal:
    """Put an open offer of these cleaned values into the book, inside a step.

    Raises `InvalidValueError`, `NotFoundError`.
    """
    _check_days(cleaned["opened_on"], None, today)
    get(session, Client, client_id)
    deal = Deal(client_id=client_id, created_at=now, **cleaned)
    session.add(deal)
    session.flush()
    _wake(session, deal, cleaned)
    return deal


def update_deal(book: Book, deal_id: int, values: Mapping[str, Any]) -> Changes:
    """Correct an offer; whether it is won or lost is said by `close_deal` and `reopen_deal`.

    Raises `InvalidValueError`, `NotFoundError`.
    """
    cleaned = clean(values, _OPEN_FIELDS)
    with book.step("update_deal") as step:
        change_deal(step.session, get(step.session, Deal, deal_id), cleaned, book.today())
    return step.changes


def change_deal(session: Session, deal: Deal, cleaned: Mapping[str, Any], today: date) -> None:
    """What `update_deal` does, inside a step. Raises `InvalidValueError`."""
    changed = {name: value for name, value in cleaned.items() if value != getattr(deal, name)}
    assign(deal, cleaned)
    _wake(session, deal, changed)
    _check_days(deal.opened_on, deal.closed_on, today)


def close_deal(
    book: Book, deal_id: int, status: str, on: date | None = None, lost_reason: str = ""
) -> Changes:
    """Say that an offer was "won" or "lost", today unless said otherwise, and why it was lost.

    Raises `InvalidValueError`, `NotFoundError`.
    """
    if status not in ("won", "lost"):
        raise InvalidValueError("not_a_choice", field="status", value=status, allowed="won, lost")
    cleaned = clean({"lost_reason": lost_reason}, DEAL_FIELDS)
    with book.step("close_deal", status=status) as step:
        deal = get(step.session, Deal, deal_id)
        decide(step.session, deal, status, on or book.today(), cleaned["lost_reason"], book.today())
    return step.changes


def decide(session: Session, deal: Deal, status: str, on: date, lost_reason: str, today: date) -> None:
    """Count an offer as won or lost on that day, inside a step. Raises `InvalidValueError`."""
    _check_days(deal.opened_on, on, today)
    deal.status, deal.closed_on, deal.lost_reason = status, on, lost_reason if status == "lost" else ""
    drop_answers(session, deal.client_id, f"deal:{deal.id}", today)


def reopen_deal(book: Book, deal_id: int) -> Changes:
    """Take an offer as open again. Raises `NotFoundError`."""
    with book.step("reopen_deal") as step:
        reopen(step.session, get(step.session, Deal, deal_id))
    return step.changes


def reopen(session: Session, deal: Deal) -> None:
    """Count an offer as open again, inside a step."""
    deal.status, deal.closed_on, deal.lost_reason = "open", None, ""
    _wake(session, deal, {"next_step_on": deal.next_step_on, "expected_on": deal.expected_on})


def delete_deal(book: Book, deal_id: int) -> Changes:
    """Remove an offer. Raises `NotFoundError`."""
    with book.step("delete_deal") as step:
        deal = get(step.session, Deal, deal_id)
        drop_answers(step.session, deal.client_id, f"deal:{deal_id}", book.today())
        step.session.delete(deal)
    return step.changes


def _wake(session: Session, deal: Deal, changed: Mapping[str, Any]) -> None:
    """A deal shows by its new days, whatever was put off before they were known."""
    for name, notice in (("next_step_on", 0), ("expected_on", agenda_in(session).deal_days)):
        if changed.get(name) is not None:
            wake(session, deal.client_id, changed[name], notice)


def _check_days(opened_on: date, closed_on: date | None, today: date) -> None:
    """Raises `InvalidValueError` for an offer made in the future, or closed before it was made."""
    if opened_on > today:
        raise InvalidValueError(
            "out_of_range", field="opened_on", value=opened_on.isoformat(), allowed=f"≤ {today}"
        )
    if closed_on is not None and not opened_on <= closed_on <= today:
        allowed = f"{opened_on} – {today}"
        raise InvalidValueError(
            "out_of_range", field="closed_on", value=closed_on.isoformat(), allowed=allowed
        )
