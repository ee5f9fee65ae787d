"""What is spent on winning clients, and what became of the opportunities seen with them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, Date, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from portfolio_app.models.base import Base, Instant, Money
from portfolio_app.models.entities.columns import NEVER_REUSE_IDS, long_text, owned_by_client, short_text


class Spending(Base):
    """Money spent on winning clients through one source (`Client.source`) in the month of `on`, or that day.

    What winning one client cost is `Client.acquisition_cost`; both count.
    """

    __tablename__ = "spending"
    __table_args__ = (Index("ix_spending_on", "on", "source"), NEVER_REUSE_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    on: Mapped[date] = mapped_column(Date)
    source: Mapped[str] = short_text()
    amount: Mapped[Decimal] = mapped_column(Money)
    notes: Mapped[str] = long_text()
    created_at: Mapped[datetime] = mapped_column(Instant)


class OpportunityAnswer(Base):
    """What the user said on a day about an opportunity that the program had computed for a client.

    `kind` and `about` name it: "cross_sell" about "product:12" or "category:Wine"; "upsell", "frequency",
    "win_back" and "look_alike" about nothing more. `answer`: refused (by the client, or as no use) or taken
    (a follow-up was made of it, or the client was put into a plan).
    """

    __tablename__ = "opportunity_answer"
    __table_args__ = (
        CheckConstraint("answer IN ('refused', 'taken')", name="answer"),
        Index("ix_opportunity_answer_client_id", "client_id", "kind", "on"),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = owned_by_client()
    kind: Mapped[str] = mapped_column(String(20))
    about: Mapped[str] = short_text(220)
    answer: Mapped[str] = mapped_column(String(10))
    on: Mapped[date] = mapped_column(Date)
    created_at: Mapped[datetime] = mapped_column(Instant)
