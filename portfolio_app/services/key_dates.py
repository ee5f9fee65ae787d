"""Days that matter with a client: a contract ends or renews, an anniversary, a birthday."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import EllipsisType
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portfolio_app.models.entities import Client, Contact, KeyDate
from portfolio_app.models.enums import KeyDateKind
from portfolio_app.models.recurrence import next_occurrence
from portfolio_app.services.answers import wake
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import KEY_DATE_FIELDS, clean
from portfolio_app.services.records import assign, check_contact, drop_answers, get
from portfolio_app.storage.book import Book

CONTRACT_NOTICE = 30
"""So many days before, unless said otherwise, a contract's end comes up; the other days come up on the day."""


@dataclass(frozen=True)
class KeyDateView:
    """A key date, as a list shows it; `contact` is whom it is about, empty for nobody in particular.

    `next_on`: the day itself, or for a yearly one its next return from today on (29 February: the 28th).
    """

    id: int
    client_id: int
    contact_id: int | None
    contact: str
    kind: str
    label: str
    on: date
    yearly: bool
    notice_days: int
    next_on: date


def defaults(kind: str) -> dict[str, Any]:
    """What a key date of that kind has where nothing is said: `yearly` and `notice_days`."""
    is_contract = kind in (KeyDateKind.CONTRACT_END, KeyDateKind.RENEWAL)
    return {
        "yearly": kind in (KeyDateKind.BIRTHDAY, KeyDateKind.ANNIVERSARY),
        "notice_days": CONTRACT_NOTICE if is_contract else 0,
    }


def key_dates(book: Book, client_id: int) -> list[KeyDateView]:
    """A client's key dates: those to come by their next day, then those gone by, the latest first."""
    today = book.today()
    with book.read_session() as session:
        rows = session.execute(
            select(KeyDate, Contact.full_name)
            .outerjoin(Contact, Contact.id == KeyDate.contact_id)
            .where(KeyDate.client_id == client_id)
            .order_by(KeyDate.id)
        )
        found = [_view(key_date, name or "", today) for key_date, name in rows]
    coming = sorted((each for each in found if each.next_on >= today), key=lambda each: each.next_on)
    gone = sorted((each for each in found if each.next_on < today), key=lambda each: each.next_on)
    return coming + gone[::-1]


def _view(key_date: KeyDate, contact: str, today: date) -> KeyDateView:
    values = {name: getattr(key_date, name) for name in KEY_DATE_FIELDS}
    return KeyDateView(
        key_date.id,
        key_date.client_id,
        key_date.contact_id,
        contact,
        **values,
        next_on=_next_on(key_date, today),
    )


def _next_on(key_date: KeyDate, today: date) -> date:
    if not key_date.yearly or key_date.on >= today:
        return key_date.on
    return next_occurrence(key_date.on, 1, "year", today - timedelta(days=1))


def create_key_date(
    book: Book, client_id: int, values: Mapping[str, Any], contact_id: int | None = None
) -> Changes:
    """Note a day that matters. `changes.created["key_date"]` holds its id.

    Raises `InvalidValueError`, `NotFoundError`.
    """
    cleaned = clean({"kind": KeyDateKind.OTHER.value, **values}, KEY_DATE_FIELDS, whole=True)
    with book.step("create_key_date", kind=cleaned["kind"]) as step:
        new_key_date(step.session, client_id, cleaned, book.today(), step.now, contact_id)
    return step.changes


def new_key_date(
    session: Session,
    client_id: int,
    cleaned: Mapping[str, Any],
    today: date,
    now: datetime,
    contact_id: int | None = None,
) -> None:
    """Put a key date of these cleaned values into the book, inside a step. Raises `NotFoundError`."""
    unsaid = {name: value for name, value in defaults(cleaned["kind"]).items() if cleaned.get(name) is None}
    get(session, Client, client_id)
    check_contact(session, client_id, contact_id)
    key_date = KeyDate(client_id=client_id, contact_id=contact_id, created_at=now, **{**cleaned, **unsaid})
    session.add(key_date)
    _wake(session, key_date, today)


def update_key_date(
    book: Book,
    key_date_id: int,
    values: Mapping[str, Any],
    *,
    contact_id: int | EllipsisType | None = ...,
) -> Changes:
    """Correct a key date; the person too when `contact_id` is given (None: nobody in particular).

    Raises `InvalidValueError`, `NotFoundError`.
    """
    cleaned = clean(values, KEY_DATE_FIELDS)
    with book.step("update_key_date") as step:
        key_date = get(step.session, KeyDate, key_date_id)
        change_key_date(step.session, key_date, cleaned, book.today(), contact_id=contact_id)
    return step.changes


def change_key_date(
    session: Session,
    key_date: KeyDate,
    cleaned: Mapping[str, Any],
    today: date,
    *,
    contact_id: int | EllipsisType | None = ...,
) -> None:
    """What `update_key_date` does, inside a step. Raises `NotFoundError`."""
    if contact_id is not ...:
        check_contact(session, key_date.client_id, contact_id)
        key_date.contact_id = contact_id
    unsaid = defaults(cleaned.get("kind", key_date.kind))
    assign(key_date, {name: unsaid[name] if value is None else value for name, value in cleaned.items()})
    if not cleaned.keys().isdisjoint(("on", "yearly", "notice_days")):
        _wake(session, key_date, today)


def _wake(session: Session, key_date: KeyDate, today: date) -> None:
    """A key date shows by its day, whatever was put off before that was known."""
    wake(session, key_date.client_id, _next_on(key_date, today), key_date.notice_days)


def delete_key_date(book: Book, key_date_id: int) -> Changes:
    """Remove a key date, and what it was put off to. Raises `NotFoundError`."""
    with book.step("delete_key_date") as step:
        key_date = get(step.session, KeyDate, key_date_id)
        drop_answers(step.session, key_date.client_id, f"key_date:{key_date_id}", book.today())
        step.session.delete(key_date)
    return step.changes
