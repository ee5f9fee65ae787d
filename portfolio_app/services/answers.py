"""What records and the dues computed from them change in each other: a deal, the complaints of a client."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from portfolio_app.models.entities import Deal, FollowUp, Interaction
from portfolio_app.models.enums import FollowUpReason, InteractionKind
from portfolio_app.services.agenda_settings import agenda_in
from portfolio_app.services.records import in_parts
from portfolio_app.services.subjects import record_id

_PLANNED = (FollowUpReason.REMINDER, FollowUpReason.PLAN_STEP)


def clear_deal_step(session: Session, about: str) -> None:
    """Take out what was to be done next about a deal ("deal:12"); nothing for another record."""
    deal = session.get(Deal, record_id(about)) if about.startswith("deal:") else None
    if deal is not None:
        deal.next_step, deal.next_step_on = "", None


def wake(session: Session, client_id: int, day: date, notice: int = 0, since: date | None = None) -> None:
    """Something new of a client's is due, so many days before that day: what was put off must not hide it.

    What the user put off rests on, as far as it was due before. `since`: when a complaint came in, which those put
    off as such would hide.
    """
    due_on = date.fromordinal(max(day.toordinal() - notice, 1))
    for record in session.scalars(
        select(FollowUp).where(FollowUp.client_id == client_id, FollowUp.status.in_(("open", "waiting")))
    ):
        if record.reason in _PLANNED and record.status == "open":
            continue
        first = since if since is not None and record.reason == FollowUpReason.COMPLAINT else due_on
        if first <= (record.set_on or record.due_on) and first > date.min:
            record.set_on = first - timedelta(days=1)


def drop_complaints(session: Session, client_id: int, on: date) -> None:
    """Give up, on that day, what a client's complaints were put off to, once none is open any more."""
    session.flush()
    of_client = (Interaction.client_id == client_id, Interaction.kind == InteractionKind.COMPLAINT.value)
    if session.scalar(select(Interaction.id).where(*of_client, Interaction.resolved_on.is_(None)).limit(1)):
        return
    for record in session.scalars(
        select(FollowUp).where(
            FollowUp.client_id == client_id,
            FollowUp.status.in_(("open", "waiting")),
            FollowUp.reason == FollowUpReason.COMPLAINT.value,
        )
    ):
        record.status, record.done_on = "dropped", on


def resolve_complaints(session: Session, until: Mapping[int, date], on: date) -> None:
    """Resolve, on that day, the open complaints of each client that had to be by the day given for it."""
    if not until:
        return
    days = timedelta(days=agenda_in(session).complaint_days)
    for part in in_parts(list(until)):
        for complaint in session.scalars(
            select(Interaction).where(
                Interaction.client_id.in_(part),
                Interaction.kind == InteractionKind.COMPLAINT.value,
                Interaction.resolved_on.is_(None),
            )
        ).all():
            if (complaint.due_on or complaint.on + days) <= until[complaint.client_id]:
                complaint.resolved_on = max(on, complaint.on)
