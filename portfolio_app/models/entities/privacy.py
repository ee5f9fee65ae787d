"""What persons said about being reached, and who must not be reached any more."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from portfolio_app.models.base import Base, Instant
from portfolio_app.models.entities.columns import NEVER_REUSE_IDS, long_text, owned_by_client, short_text


class Consent(Base):
    """What a person said about being reached by one channel, when, and how that can be shown.

    Of a contact, or (`contact_id` None) of a client that is a person. `source` and `proof`: a form's name,
    "said on the phone on 3 March", a scan's place. No row: nothing is known.
    """

    __tablename__ = "consent"
    __table_args__ = (
        CheckConstraint("channel IN ('email', 'phone', 'message', 'post')", name="channel"),
        CheckConstraint("state IN ('granted', 'refused')", name="state"),
        Index("ix_consent_client_id", "client_id", "channel", "state"),
        Index(
            "uq_consent_contact_id_channel",
            "contact_id",
            "channel",
            unique=True,
            sqlite_where=text("contact_id IS NOT NULL"),
        ),
        Index(
            "uq_consent_client_id_channel",
            "client_id",
            "channel",
            unique=True,
            sqlite_where=text("contact_id IS NULL"),
        ),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = owned_by_client()
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id", ondelete="CASCADE"))
    channel: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    on: Mapped[date] = mapped_column(Date)
    source: Mapped[str] = short_text(20)
    proof: Mapped[str] = long_text()
    created_at: Mapped[datetime] = mapped_column(Instant)


class Suppression(Base):
    """An address or a number that must not be used again, kept only as a keyed hash.

    It outlives the person's record: what comes back by an import or from a backup is recognised by it.
    """

    __tablename__ = "suppression"
    __table_args__ = (
        CheckConstraint("kind IN ('email', 'phone')", name="kind"),
        CheckConstraint("reason IN ('objected', 'erased')", name="reason"),
        Index("uq_suppression_kind_hash", "kind", "hash", unique=True),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    hash: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(String(20))
    on: Mapped[date] = mapped_column(Date)
