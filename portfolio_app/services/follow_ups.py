"""Follow-ups: planning, finishing, moving. What is due by rhythm is computed, see `portfolio_app.analysis`.

Acting on a computed due writes a record: a snooze becomes an open follow-up of reason "cadence" with its
new date, ticking it off a done one, which counts as a contact.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import Client, FollowUp
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import FOLLOW_UP_FIELDS, clean
from portfolio_app.services.records import assign, get
from portfolio_app.storage.book import Book


def plan_follow_up(book: Book, client_id: int, values: Mapping[str, Any]) -> Changes:
    """Plan one thing to do for a client. Raises `InvalidValueError`, `NotFoundError`."""
    with book.step("plan_follow_up") as step:
        get(step.session, Client, client_id)
        step.session.add(new_follow_up(client_id, values, step.now))
    return step.changes


def update_follow_up(book: Book, follow_up_id: int, values: Mapping[str, Any]) -> Changes:
    """Change what was planned. Raises `InvalidValueError`, `NotFoundError`."""
    cleaned = clean(values, FOLLOW_UP_FIELDS)
    with book.step("update_follow_up") as step:
        assign(get(step.session, FollowUp, follow_up_id), cleaned)
    return step.changes


def complete_follow_up(book: Book, client_id: int, follow_up_id: int | None) -> Changes:
    """Tick off what is due for a client: that follow-up, or (None) the contact its rhythm asked for."""
    today = book.today()
    with book.step("complete_follow_up") as step:
        if follow_up_id is None:
            follow_up = _cadence_record(step.session, client_id, today, step.now)
        else:
            follow_up = get(step.session, FollowUp, follow_up_id)
        follow_up.status, follow_up.done_on = "done", today
    return step.changes


def snooze(book: Book, client_id: int, follow_up_id: int | None, until: date) -> Changes:
    """Move what is due to a later day. Raises `InvalidValueError` when that day is not to come."""
    today = book.today()
    if until <= today:
        raise InvalidValueError("out_of_range", field="due_on", value=until.isoformat(), allowed=f"> {today}")
    with book.step("snooze", until=until.isoformat()) as step:
        if follow_up_id is None:
            _cadence_record(step.session, client_id, until, step.now)
        else:
            follow_up = get(step.session, FollowUp, follow_up_id)
            follow_up.due_on, follow_up.status = until, "open"
    return step.changes


def drop_follow_up(book: Book, follow_up_id: int) -> Changes:
    """Give up what was planned, without counting it as done."""
    with book.step("drop_follow_up") as step:
        follow_up = get(step.session, FollowUp, follow_up_id)
        follow_up.status, follow_up.done_on = "dropped", book.today()
    return step.changes


def new_follow_up(client_id: int, values: Mapping[str, Any], now: datetime) -> FollowUp:
    """A follow-up not yet in the book, its values cleaned. Raises `InvalidValueError`."""
    cleaned = clean({"kind": "call", **values}, FOLLOW_UP_FIELDS, whole=True)
    return FollowUp(client_id=client_id, created_at=now, **cleaned)


def _cadence_record(session: Session, client_id: int, due_on: date, now: datetime) -> FollowUp:
    """The client's open rhythm record moved to `due_on`, or a new one."""
    get(session, Client, client_id)
    record = session.scalars(
        select(FollowUp).where(
            FollowUp.client_id == client_id, FollowUp.reason == "cadence", FollowUp.status == "open"
        )
    ).first()
    if record is None:
        record = FollowUp(client_id=client_id, due_on=due_on, reason="cadence", created_at=now)
        session.add(record)
    else:
        record.due_on = due_on
    return record
