"""Follow-ups: planning, finishing, moving. What is due by rhythm is computed, see `portfolio_app.analysis`.

Acting on a computed due writes a record with its reason: putting it off an open one with the new date, ticking
it off a done one. `settle` is the one place where a follow-up becomes done.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import Client, FollowUp
from portfolio_app.models.enums import FollowUpReason, FollowUpStatus
from portfolio_app.models.recurrence import next_occurrence, occurrence_of
from portfolio_app.services import plans
from portfolio_app.services.answers import clear_deal_step, resolve_complaints
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import FOLLOW_UP_FIELDS, clean
from portfolio_app.services.records import assign, get
from portfolio_app.storage.book import Book

TO_DO = (FollowUpStatus.OPEN, FollowUpStatus.WAITING)
"""The statuses of a follow-up still to do."""
PLANNED = (FollowUpReason.REMINDER, FollowUpReason.PLAN_STEP)
"""The reasons of follow-ups that the user or a plan asked for; the others record an answer to a computed due."""
_BY_RHYTHM = (FollowUpReason.CADENCE, FollowUpReason.RHYTHM)
"""The reasons that any touch answers."""
_SERIES = ("repeat_every", "repeat_unit", "repeat_until")
_COPIED = (
    "client_id", "due_on", "due_time", "time_zone", "kind", "title", "notes", "reason", "about", "created_at",
)  # fmt: skip
_MAX_EVERY = FOLLOW_UP_FIELDS["repeat_every"].limit


def plan_follow_up(book: Book, client_id: int, values: Mapping[str, Any]) -> Changes:
    """Plan one thing to do for a client. Raises `InvalidValueError`, `NotFoundError`."""
    with book.step("plan_follow_up") as step:
        get(step.session, Client, client_id)
        step.session.add(new_follow_up(client_id, values, step.now))
    return step.changes


def update_follow_up(book: Book, follow_up_id: int, values: Mapping[str, Any]) -> Changes:
    """Change what was planned.

    Another day alone moves only this occurrence of a recurring one; another day given together with the
    repetition, or another repetition, begins the series anew on that day.
    Raises `InvalidValueError`, `NotFoundError`.
    """
    cleaned = clean(values, FOLLOW_UP_FIELDS)
    with book.step("update_follow_up") as step:
        change_follow_up(step.session, get(step.session, FollowUp, follow_up_id), cleaned)
    return step.changes


def change_follow_up(session: Session, follow_up: FollowUp, cleaned: Mapping[str, Any]) -> None:
    """What `update_follow_up` does, inside a step. Raises `InvalidValueError`."""
    before = (follow_up.repeat_every, follow_up.repeat_unit)
    moved = cleaned.get("due_on", follow_up.due_on) != follow_up.due_on
    with session.no_autoflush:
        assign(follow_up, cleaned)
        if not cleaned.keys().isdisjoint(_SERIES):
            _check_series(follow_up, restart=moved)
            if before != (follow_up.repeat_every, follow_up.repeat_unit):
                follow_up.repeat_from = follow_up.due_on if follow_up.repeat_every else None


def complete_follow_up(book: Book, client_id: int, follow_up_id: int | None) -> Changes:
    """Tick off what is due for a client: that follow-up, or (None) the contact its rhythm asked for."""
    today = book.today()
    with book.step("complete_follow_up") as step:
        if follow_up_id is None:
            follow_up = _cadence_record(step.session, client_id, today, step.now)
        else:
            follow_up = get(step.session, FollowUp, follow_up_id)
        settle(step.session, follow_up, today, step.now)
    return step.changes


def snooze(book: Book, client_id: int, follow_up_id: int | None, until: date) -> Changes:
    """Move what is due to a later day. Raises `InvalidValueError` when that day is not to come."""
    today = book.today()
    check_coming(until, today)
    with book.step("snooze", until=until.isoformat()) as step:
        if follow_up_id is None:
            follow_up = _cadence_record(step.session, client_id, until, step.now)
        else:
            follow_up = get(step.session, FollowUp, follow_up_id)
        put_off(follow_up, until, today)
    return step.changes


def drop_follow_up(book: Book, follow_up_id: int) -> Changes:
    """Give up what was planned, without counting it as done; of a plan's step, the next one comes."""
    today = book.today()
    with book.step("drop_follow_up") as step:
        give_up(step.session, get(step.session, FollowUp, follow_up_id), today, step.now)
    return step.changes


def give_up(session: Session, follow_up: FollowUp, today: date, now: datetime) -> None:
    """What `drop_follow_up` does, inside a step."""
    if follow_up.status in TO_DO:
        follow_up.status, follow_up.done_on = "dropped", today
        if follow_up.reason == FollowUpReason.PLAN_STEP:
            plans.step_done(session, follow_up, today, now)


def new_follow_up(client_id: int, values: Mapping[str, Any], now: datetime) -> FollowUp:
    """A follow-up not yet in the book, its values cleaned. Raises `InvalidValueError`."""
    cleaned = clean({"kind": "call", **values}, FOLLOW_UP_FIELDS, whole=True)
    follow_up = FollowUp(client_id=client_id, created_at=now, **cleaned)
    _check_series(follow_up, restart=True)
    return follow_up


def settle(session: Session, follow_up: FollowUp, on: date, now: datetime) -> None:
    """Count a follow-up as done on that day, with what this brings about; one that is done already stays.

    A recurring reminder moves on to its next day and leaves a done copy behind; a plan's step brings the next
    one; what was to be done next about a deal is no more to be done; a complaint put off is resolved.
    """
    if follow_up.status in (FollowUpStatus.DONE, FollowUpStatus.DROPPED):
        return
    following = next_day(follow_up, on)
    if following is not None:
        session.add(_done_copy(follow_up, on))
        follow_up.due_on, follow_up.status, follow_up.set_on = following, FollowUpStatus.OPEN.value, None
        return
    follow_up.status, follow_up.done_on = FollowUpStatus.DONE.value, on
    if follow_up.reason == FollowUpReason.PLAN_STEP:
        plans.step_done(session, follow_up, on, now)
    elif follow_up.reason == FollowUpReason.DEAL_STEP:
        clear_deal_step(session, follow_up.about)
    elif follow_up.reason == FollowUpReason.COMPLAINT:
        resolve_complaints(session, {follow_up.client_id: max(on, follow_up.due_on)}, on)


def settle_touched(session: Session, client_id: int, on: date, now: datetime, *, finish_due: bool) -> None:
    """What a touch on that day answers: a contact rhythm put off before, and with `finish_due` what was due."""
    for follow_up in session.scalars(
        select(FollowUp).where(FollowUp.client_id == client_id, FollowUp.status.in_(TO_DO))
    ).all():
        if follow_up.reason in _BY_RHYTHM:
            # A touch entered late, of before it was put off, leaves what the user decided knowing of it.
            answered = follow_up.set_on is None or on >= follow_up.set_on or follow_up.due_on <= on
        else:
            answered = finish_due and follow_up.reason in PLANNED and follow_up.due_on <= on
        if answered:
            settle(session, follow_up, on, now)


def put_off(follow_up: FollowUp, until: date, today: date, status: str = FollowUpStatus.OPEN.value) -> None:
    """Move a follow-up to a later day; a series goes on as it was from there."""
    follow_up.due_on, follow_up.status, follow_up.set_on = until, status, today
    follow_up.done_on = None


def check_coming(until: date, today: date) -> None:
    """Raises `InvalidValueError` when that day is not to come."""
    if until <= today:
        raise InvalidValueError("out_of_range", field="due_on", value=until.isoformat(), allowed=f"> {today}")


def next_day(follow_up: FollowUp, on: date) -> date | None:
    """When a recurring reminder comes next once it is done on that day; None when it does not."""
    if follow_up.reason != FollowUpReason.REMINDER or not follow_up.repeat_every:
        return None
    first = follow_up.repeat_from or follow_up.due_on
    try:
        series = first, follow_up.repeat_every, follow_up.repeat_unit
        # Moved to an earlier day by hand, it must not come once more on its own; what was put off went later.
        stands_for = follow_up.due_on if follow_up.set_on else occurrence_of(*series, follow_up.due_on)
        day = next_occurrence(*series, max(on, stands_for))
    except ValueError:  # A unit of another program, or the end of the calendar.
        return None
    return day if follow_up.repeat_until is None or day <= follow_up.repeat_until else None


def _done_copy(follow_up: FollowUp, on: date) -> FollowUp:
    values = {name: getattr(follow_up, name) for name in _COPIED}
    return FollowUp(**values, status=FollowUpStatus.DONE.value, done_on=on)


def _check_series(follow_up: FollowUp, *, restart: bool) -> None:
    """Bring a follow-up's repetition into order; with `restart` it is counted from its day.

    Raises `InvalidValueError` when it is half there or ends before it begins.
    """
    every, unit = follow_up.repeat_every, follow_up.repeat_unit
    if every is None and not unit:
        follow_up.repeat_unit, follow_up.repeat_from, follow_up.repeat_until = "", None, None
        return
    if not unit:
        raise InvalidValueError("required", field="repeat_unit")
    if every == 0:
        raise InvalidValueError("out_of_range", field="repeat_every", value=0, allowed=f"1–{_MAX_EVERY}")
    follow_up.repeat_every = every or 1
    if restart or follow_up.repeat_from is None:
        follow_up.repeat_from = follow_up.due_on
    until = follow_up.repeat_until
    if until is not None and until < follow_up.repeat_from:
        allowed = f"≥ {follow_up.repeat_from}"
        raise InvalidValueError(
            "out_of_range", field="repeat_until", value=until.isoformat(), allowed=allowed
        )


def _cadence_record(session: Session, client_id: int, due_on: date, now: datetime) -> FollowUp:
    """The client's open rhythm record, or a new one due on `due_on`."""
    get(session, Client, client_id)
    record = session.scalars(
        select(FollowUp).where(
            FollowUp.client_id == client_id,
            FollowUp.reason == FollowUpReason.CADENCE,
            FollowUp.status.in_(TO_DO),
        )
    ).first()
    if record is None:
        record = FollowUp(
            client_id=client_id,
            due_on=due_on,
            reason=FollowUpReason.CADENCE.value,
            status=FollowUpStatus.OPEN.value,
            created_at=now,
        )
        session.add(record)
    return record
