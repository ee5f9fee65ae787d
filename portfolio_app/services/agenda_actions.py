"""Acting on the queue: ticking off and putting off what is next for one client or for many, as one step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from portfolio_app.errors import InvalidValueError, NotFoundError
from portfolio_app.models.entities import Client, FollowUp, Interaction
from portfolio_app.services.agenda import in_parts
from portfolio_app.services.changes import Changes
from portfolio_app.services.client_views import NextAction, next_actions
from portfolio_app.services.follow_ups import complete_follow_up, new_follow_up
from portfolio_app.services.portfolio import snapshot
from portfolio_app.storage.book import Book


def finish(book: Book, client_ids: Sequence[int], as_of: date) -> Changes:
    """Tick off the next action of each of these clients, in one step.

    A reminder is done; a contact rhythm is done too, which counts as a contact; an overdue complaint is
    resolved. Clients without a next action are passed over. Raises `NotFoundError` when none has any.
    """
    from portfolio_app.analysis.follow_ups import COMPLAINT_DAYS

    actions = next_actions(book, snapshot(book, as_of), client_ids)
    if not actions:
        raise NotFoundError("not_found", kind="follow_up", id=client_ids[0] if client_ids else 0)
    complaints = [action for action in actions.values() if action.reason == "complaint"]
    if len(actions) == 1 and not complaints:
        only = next(iter(actions.values()))
        return complete_follow_up(book, only.client_id, only.follow_up_id)
    today = book.today()
    oldest = as_of - timedelta(days=COMPLAINT_DAYS)
    label = "complete_follow_up" if len(complaints) < len(actions) else "resolve_complaint"
    with book.step(label, clients=len(actions)) as step:
        others = [action for action in actions.values() if action.reason != "complaint"]
        planned = [action.follow_up_id for action in others if action.follow_up_id is not None]
        for part in in_parts(planned):
            for follow_up in step.session.scalars(select(FollowUp).where(FollowUp.id.in_(part))):
                follow_up.status, follow_up.done_on = "done", today
        computed = [action.client_id for action in others if action.follow_up_id is None]
        for record in _rhythm_records(step.session, computed, today, step.now):
            record.due_on, record.status, record.done_on = today, "done", today
        for part in in_parts([action.client_id for action in complaints]):
            for complaint in step.session.scalars(
                select(Interaction).where(
                    Interaction.client_id.in_(part),
                    Interaction.kind == "complaint",
                    Interaction.resolved_on.is_(None),
                    Interaction.on < oldest,
                )
            ):
                complaint.resolved_on = today
    return step.changes


def postpone(book: Book, client_ids: Sequence[int], as_of: date, until: date) -> Changes:
    """Move the whole line of each of these clients to a later day, in one step.

    Everything that is due moves, not only the reason shown, so that nobody put off comes straight back:
    reminders get the new day, and a rhythm or a complaint that was due rests until then. For clients without
    a next action a reminder is planned. Raises `InvalidValueError` when that day is not to come.
    """
    if until <= book.today():
        allowed = f"> {book.today()}"
        raise InvalidValueError("out_of_range", field="due_on", value=until.isoformat(), allowed=allowed)
    actions = next_actions(book, snapshot(book, as_of), client_ids)
    rest = [client_id for client_id in client_ids if client_id not in actions]
    computed = [client_id for client_id, action in actions.items() if _is_computed(action)]
    with book.step("snooze" if actions else "plan_follow_up", until=until.isoformat()) as step:
        for follow_up in _planned(step.session, list(actions.values()), as_of):
            follow_up.due_on, follow_up.status = until, "open"
        for record in _rhythm_records(step.session, computed, until, step.now):
            record.due_on = until
        for part in in_parts(rest):
            for client_id in step.session.scalars(select(Client.id).where(Client.id.in_(part))):
                step.session.add(new_follow_up(client_id, {"due_on": until}, step.now))
    return step.changes


def _is_computed(action: NextAction) -> bool:
    """Whether a rhythm or a complaint stands behind the line, alone or with a follow-up."""
    shown = {action.reason} if action.follow_up_id is None else set()
    return not shown.union(action.other_reasons).isdisjoint(("cadence", "never_touched", "complaint"))


def _planned(session: Session, actions: Sequence[NextAction], as_of: date) -> Iterator[FollowUp]:
    """The follow-ups behind these lines: the one shown, and any other that is due."""
    shown = {action.follow_up_id for action in actions}
    for part in in_parts([action.client_id for action in actions]):
        for follow_up in session.scalars(
            select(FollowUp).where(FollowUp.client_id.in_(part), FollowUp.status.in_(("open", "waiting")))
        ):
            if follow_up.id in shown or follow_up.due_on <= as_of:
                yield follow_up


def _rhythm_records(
    session: Session, client_ids: Sequence[int], due_on: date, now: datetime
) -> Iterator[FollowUp]:
    """Each client's open rhythm record, or a new one on `due_on`; clients gone meanwhile are left out."""
    for part in in_parts(client_ids):
        open_ones = select(FollowUp).where(
            FollowUp.client_id.in_(part), FollowUp.reason == "cadence", FollowUp.status == "open"
        )
        known = {record.client_id: record for record in session.scalars(open_ones)}
        for client_id in session.scalars(select(Client.id).where(Client.id.in_(part))).all():
            record = known.get(client_id)
            if record is None:
                record = FollowUp(client_id=client_id, due_on=due_on, reason="cadence", created_at=now)
                session.add(record)
            yield record
