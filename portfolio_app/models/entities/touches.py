"""What went to and fro between the user and a client: touches, complaints, answers to surveys."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, Integer, String, text
from sqlalchemy.orm import Mapped, mapped_column

from portfolio_app.models.base import Base, Instant
from portfolio_app.models.entities.columns import NEVER_REUSE_IDS, long_text, owned_by_client, short_text


class Interaction(Base):
    """Something that happened between the user and a client.

    `on` is the local calendar day; `at` the instant, when it is known. A complaint is open until
    `resolved_on`; `due_on` is the day by which it must be, None: the book's usual delay after `on`.
    """

    __tablename__ = "interaction"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('call', 'email', 'meeting', 'visit', 'message', 'letter', 'complaint', "
            "'feedback', 'service')",
            name="kind",
        ),
        CheckConstraint("minutes IS NULL OR minutes BETWEEN 0 AND 100000", name="minutes"),
        Index("ix_interaction_client_id_on", "client_id", "on", "kind", "minutes", "resolved_on"),
        Index("ix_interaction_on", "on"),
        Index("ix_interaction_contact_id", "contact_id", sqlite_where=text("contact_id IS NOT NULL")),
        Index("ix_interaction_complaint", "client_id", "on", sqlite_where=text("kind = 'complaint'")),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = owned_by_client()
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id", ondelete="SET NULL"))
    kind: Mapped[str] = mapped_column(String(20))
    direction: Mapped[str] = short_text(20)
    on: Mapped[date] = mapped_column(Date)
    at: Mapped[datetime | None] = mapped_column(Instant)
    minutes: Mapped[int | None] = mapped_column(Integer)
    outcome: Mapped[str] = short_text(20)
    subject: Mapped[str] = short_text(500)
    body: Mapped[str] = long_text()
    resolved_on: Mapped[date | None] = mapped_column(Date)
    created_at: Mapped[datetime] = mapped_column(Instant)
    due_on: Mapped[date | None] = mapped_column(Date)


class SurveyAnswer(Base):
    """What a client answered: NPS (0-10, would recommend us) or CSAT (1-5, how satisfied), with a comment."""

    __tablename__ = "survey_answer"
    __table_args__ = (
        CheckConstraint(
            "(kind = 'nps' AND score BETWEEN 0 AND 10) OR (kind = 'csat' AND score BETWEEN 1 AND 5)",
            name="score",
        ),
        Index("ix_survey_answer_client_id", "client_id", "kind", "on", "score"),
        Index("ix_survey_answer_contact_id", "contact_id", sqlite_where=text("contact_id IS NOT NULL")),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = owned_by_client()
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id", ondelete="SET NULL"))
    kind: Mapped[str] = mapped_column(String(10))
    score: Mapped[int] = mapped_column(Integer)
    on: Mapped[date] = mapped_column(Date)
    comment: Mapped[str] = long_text()
    created_at: Mapped[datetime] = mapped_column(Instant)
