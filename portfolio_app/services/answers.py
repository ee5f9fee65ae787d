"""What ticking off a due changes in the record it is of: a deal's next step, the complaints of a client."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from portfolio_app.models.entities import Deal, Interaction
from portfolio_app.models.enums import InteractionKind
from portfolio_app.services.agenda_settings import agenda_in
from portfolio_app.services.records import in_parts
from portfolio_app.services.subjects import record_id


def clear_deal_step(session: Session, about: str) -> None:
    """Take out what was to be done next about a deal ("deal:12"); nothing for another record."""
    deal = session.get(Deal, record_id(about)) if about.startswith("deal:") else None
    if deal is not None:
        deal.next_step, deal.next_step_on = "", None


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
