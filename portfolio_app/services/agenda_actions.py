"""Acting on the queue: ticking off, putting off, waiting and planning what comes next, for one client or for many.

Each is one step. A line can stand for several dues of a client at once, of which only follow-ups are records: what
is decided about a computed due is kept as a follow-up with its reason, see `models.entities.FollowUp`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from portfolio_app.errors import NotFoundError
from portfolio_app.models.entities import Client, Deal, FollowUp
from portfolio_app.models.enums import FollowUpReason, FollowUpStatus, InteractionKind
from portfolio_app.services.answers import clear_deal_step, resolve_complaints
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import MAX_DAYS
from portfolio_app.services.follow_ups import (
    PLANNED,
    TO_DO,
    check_coming,
    new_follow_up,
    next_day,
    put_off,
    settle,
)
from portfolio_app.services.next_actions import NextAction, next_actions
from portfolio_app.services.portfolio import segments, snapshot
from portfolio_app.services.records import get, in_parts
from portfolio_app.storage.book import Book

COMPUTED = (
    "complaint",
    "deal_step",
    "deal_close",
    "key_date",
    "birthday",
    "survey",
    "data",
    "rhythm",
    "cadence",
    "never_touched",
)
"""The reasons that are worked out. A line put off for several of them is kept under the first: those that a touch
would answer come last, so that a touch does not bring the others back before their day."""
_STORED = {"never_touched": FollowUpReason.CADENCE.value}
"""Under which reason a due is kept, where that is another."""
_LATER = 30
"""Days to the next touch of a client without a rhythm."""


@dataclass(frozen=True)
class Proposal:
    """What to do next for a client. `reason`: "cadence", by its rhythm; "later", a month on, for want of one.

    With `planned` there is nothing to plan: it stands in the book already, with the reason of that follow-up.
    """

    due_on: date
    kind: str
    title: str
    reason: str
    planned: bool = False


def finish(book: Book, client_ids: Sequence[int], as_of: date) -> Changes:
    """Tick off the next action of each of these clients, in one step.

    A reminder is done and comes again if it recurs; a step of a plan brings the next; overdue complaints are
    resolved; a deal's next step is no more to be done; of anything else it is noted that it was done, which of a
    contact rhythm counts as a contact. Clients without a next action are passed over.
    Raises `NotFoundError` when none has any.
    """
    actions = next_actions(book, snapshot(book, as_of), client_ids)
    if not actions:
        raise NotFoundError("not_found", kind="follow_up", id=client_ids[0] if client_ids else 0)
    today = book.today()
    complaints = {
        action.client_id: max(as_of, action.due_on)
        for action in actions.values()
        if action.reason == "complaint" and action.follow_up_id is None
    }
    label = "complete_follow_up" if len(complaints) < len(actions) else "resolve_complaint"
    with book.step(label, clients=len(actions)) as step:
        session = step.session
        kept = [action.follow_up_id for action in actions.values() if action.follow_up_id is not None]
        for part in in_parts(kept):
            for follow_up in session.scalars(select(FollowUp).where(FollowUp.id.in_(part))).all():
                settle(session, follow_up, today, step.now)
        resolve_complaints(session, complaints, today)
        computed = [action for action in actions.values() if action.follow_up_id is None]
        for action in _still_there(session, computed):
            if action.client_id not in complaints:
                _answer(session, action, today, step.now)
    return step.changes


def postpone(book: Book, client_ids: Sequence[int], as_of: date, until: date) -> Changes:
    """Move the whole line of each of these clients to a later day, in one step.

    Everything that is due moves, not only the reason shown, so that nobody put off comes straight back:
    reminders get the new day, and what is computed rests until then. For clients without a next action a
    reminder is planned. Raises `InvalidValueError` when that day is not to come.
    """
    return _put_off(book, client_ids, as_of, until, FollowUpStatus.OPEN, "snooze")


def wait(book: Book, client_ids: Sequence[int], as_of: date, until: date) -> Changes:
    """It is for these clients to answer, until that day: like `postpone`, but they stand among the waiting.

    Raises `InvalidValueError` when that day is not to come.
    """
    return _put_off(book, client_ids, as_of, until, FollowUpStatus.WAITING, "wait_follow_up")


def plan_next(
    book: Book,
    client_ids: Sequence[int],
    due_on: date,
    kind: str = InteractionKind.CALL.value,
    title: str = "",
) -> Changes:
    """Plan the same next thing to do for each of these clients, in one step; those gone are passed over.

    Raises `InvalidValueError`.
    """
    values = {"due_on": due_on, "kind": kind, "title": title}
    with book.step("plan_follow_up") as step:
        for client_id in _there(step.session, list(dict.fromkeys(client_ids))):
            step.session.add(new_follow_up(client_id, values, step.now))
    return step.changes


def proposal(book: Book, client_id: int, as_of: date) -> Proposal:
    """What to do next for a client once what is due now is done.

    The next thing planned, if there is one; else a call on the ideal day of its contact rhythm, or a month on
    without one, moved to a working day. Raises `NotFoundError`.
    """
    from portfolio_app.services.working_days import working_days

    with book.read_session() as session:
        client = get(session, Client, client_id)
        planned = _next_planned(session, client_id, as_of)
        own, is_former = client.cadence_ideal_days, client.status == "former"
    if planned is not None:
        return planned
    ideal = own
    if ideal is None:
        table = snapshot(book, as_of).metrics
        code = str(table.at[client_id, "segment"]) if client_id in table.index else ""
        ideal = next((segment.ideal_days for segment in segments(book) if segment.code == code), 0)
    if is_former:
        ideal = 0
    days = min(ideal or _LATER, MAX_DAYS, (date.max - as_of).days)
    due_on = working_days(book, as_of).on_or_after(as_of + timedelta(days=days))
    return Proposal(due_on, InteractionKind.CALL.value, "", "cadence" if ideal else "later")


def _next_planned(session: Session, client_id: int, as_of: date) -> Proposal | None:
    """The soonest follow-up to come; of a recurring one due now, its next day."""
    found = []
    for follow_up in session.scalars(
        select(FollowUp).where(FollowUp.client_id == client_id, FollowUp.status.in_(TO_DO))
    ):
        day: date | None = follow_up.due_on
        if follow_up.due_on <= as_of:
            day = next_day(follow_up, as_of)
        if day is not None:
            found.append(Proposal(day, follow_up.kind, follow_up.title, follow_up.reason, planned=True))
    return min(found, key=lambda each: each.due_on, default=None)


def _put_off(
    book: Book, client_ids: Sequence[int], as_of: date, until: date, status: FollowUpStatus, label: str
) -> Changes:
    today = book.today()
    check_coming(until, today)
    actions = next_actions(book, snapshot(book, as_of), client_ids)
    rest = [client_id for client_id in dict.fromkeys(client_ids) if client_id not in actions]
    if not actions and status == FollowUpStatus.OPEN:
        label = "plan_follow_up"
    with book.step(label, until=until.isoformat()) as step:
        session = step.session
        to_do = _to_do(session, list(actions))
        there = set(_there(session, list(actions)))
        for action in actions.values():
            if action.client_id not in there:
                continue
            own = to_do.get(action.client_id, [])
            moved = [each for each in own if each.id == action.follow_up_id or each.due_on <= as_of]
            for follow_up in moved:
                put_off(follow_up, until, today, status)
            reason = _to_keep(action, {each.reason for each in moved})
            if reason:
                put_off(_kept_record(session, action, reason, own, until, step.now), until, today, status)
        for client_id in _there(session, rest):
            follow_up = new_follow_up(client_id, {"due_on": until}, step.now)
            put_off(follow_up, until, today, status)
            session.add(follow_up)
    return step.changes


def _to_keep(action: NextAction, kept: set[str]) -> str:
    """Under which reason the computed dues behind a line are put off; "" when there are none, or follow-ups of
    these reasons that were moved with the line see to it."""
    reasons = set(action.other_reasons).difference(PLANNED)
    if action.follow_up_id is None:
        reasons.add(action.reason)
    first = next((reason for reason in COMPUTED if reason in reasons), "")
    stand = [reason for reason in COMPUTED if reason in kept]
    return first if not stand or COMPUTED.index(stand[0]) > COMPUTED.index(first or COMPUTED[-1]) else ""


def _kept_record(
    session: Session,
    action: NextAction,
    reason: str,
    own: Sequence[FollowUp],
    until: date,
    now: datetime,
) -> FollowUp:
    """The record under which the computed dues behind a line are put off: among the client's own, or a new one."""
    shown = action.follow_up_id is None and action.reason == reason
    about = action.about if shown else _about(session, action.client_id, reason)
    reason = _STORED.get(reason, reason)
    for follow_up in own:
        if (follow_up.reason, follow_up.about) == (reason, about):
            return follow_up
    kind, title = (action.kind, action.title) if shown else ("", "")
    record = _record(action.client_id, reason, about, until, kind, title, now)
    session.add(record)
    return record


def _about(session: Session, client_id: int, reason: str) -> str:
    """The record that a due is of which is not the one shown, of a deal the one that is soonest."""
    if reason not in (FollowUpReason.DEAL_STEP, FollowUpReason.DEAL_CLOSE):
        return ""
    day = Deal.next_step_on if reason == FollowUpReason.DEAL_STEP else Deal.expected_on
    deal_id = session.scalar(
        select(Deal.id)
        .where(Deal.client_id == client_id, Deal.status == "open", day.is_not(None))
        .order_by(day, Deal.id)
        .limit(1)
    )
    return "" if deal_id is None else f"deal:{deal_id}"


def _answer(session: Session, action: NextAction, today: date, now: datetime) -> None:
    """Note that a computed due was seen to; of a contact rhythm, also what was put off of it is answered."""
    reason = _STORED.get(action.reason, action.reason)
    if reason == FollowUpReason.DEAL_STEP:
        clear_deal_step(session, action.about)
    record = _record(action.client_id, reason, action.about, action.due_on, action.kind, action.title, now)
    session.add(record)
    record.status, record.done_on = FollowUpStatus.DONE.value, today


def _record(
    client_id: int, reason: str, about: str, due_on: date, kind: str, title: str, now: datetime
) -> FollowUp:
    return FollowUp(
        client_id=client_id,
        reason=reason,
        about=about,
        due_on=due_on,
        kind=kind or InteractionKind.CALL.value,
        title=title,
        created_at=now,
    )


def _to_do(session: Session, client_ids: Sequence[int]) -> dict[int, list[FollowUp]]:
    """The follow-ups still to do of each of these clients, by client."""
    found: dict[int, list[FollowUp]] = {}
    for part in in_parts(client_ids):
        for follow_up in session.scalars(
            select(FollowUp).where(FollowUp.client_id.in_(part), FollowUp.status.in_(TO_DO))
        ):
            found.setdefault(follow_up.client_id, []).append(follow_up)
    return found


def _still_there(session: Session, actions: Sequence[NextAction]) -> Iterator[NextAction]:
    there = set(_there(session, [action.client_id for action in actions]))
    return (action for action in actions if action.client_id in there)


def _there(session: Session, client_ids: Sequence[int]) -> list[int]:
    """Those of these clients that are in the book, in that order."""
    found: set[int] = set()
    for part in in_parts(client_ids):
        found |= set(session.scalars(select(Client.id).where(Client.id.in_(part))))
    return [client_id for client_id in client_ids if client_id in found]
