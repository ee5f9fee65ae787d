"""What a new book holds from the start: its identity, its currency and the default segments."""

from __future__ import annotations

import uuid

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from portfolio_app.models.entities import Segment, Setting


def seed_book(connection: Connection, currency: str, country: str = "") -> None:
    """Fill a new, still unjournalled book; `country` says the public holidays, empty for none."""
    from portfolio_app.analysis.segments import DEFAULT_SEGMENTS

    with Session(connection) as session:
        session.add_all(
            [Setting(key="currency", value=currency), Setting(key="book_id", value=str(uuid.uuid4()))]
        )
        if country:
            session.add(Setting(key="agenda", value={"country": country}))
        session.add_all(
            Segment(
                code=spec.code,
                colour=spec.colour,
                position=spec.position,
                display_order=spec.display_order,
                rule=spec.rule,
                ideal_days=spec.ideal_days,
                max_days=spec.max_days,
            )
            for spec in DEFAULT_SEGMENTS
        )
        session.flush()
