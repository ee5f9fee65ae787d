"""Whom the user sells to, or would like to: clients and the people at them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, Date, Index, Integer, String, text
from sqlalchemy.orm import Mapped, mapped_column

from portfolio_app.models.base import Base, Instant, Json, Money
from portfolio_app.models.entities.columns import NEVER_REUSE_IDS, long_text, owned_by_client, short_text


class Client(Base):
    """An organisation or a person the user sells to, or would like to.

    `sort_name` is the name folded (no accents, no case), kept by storage, so that the list opens sorted
    straight from an index. `created_at` is when the record entered the book, `client_since` when the
    relationship began.

    `strategic_role`: why a weak client is kept; it shields the client from advice to let go. `insolvency_on`:
    the day insolvency proceedings were announced. `acquisition_cost`: what winning the client cost. `custom`:
    the values of the book's own fields (`CustomField`) by code: text, number, ISO date, choice or true/false.
    `cadence_ideal_days`, `cadence_max_days`: a contact rhythm of its own instead of its segment's; None: the
    segment's, 0: never by rhythm. `pinned_segment`: the segment the user put the client in by hand, as
    "segmentation:segment", from `pinned_on` on; empty: the rules decide. `verified_on`: the day somebody last
    made sure that the record is right. `visit_km`: kilometres to the client and back. `replace_months`: how many
    months it would take to find other clients that bring as much.
    """

    __tablename__ = "client"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="name"),
        CheckConstraint("kind IN ('organisation', 'person')", name="kind"),
        CheckConstraint("status IN ('prospect', 'active', 'former')", name="status"),
        Index("ix_client_sort_name", "sort_name", "id"),
        Index("ix_client_reference", "reference", sqlite_where=text("reference <> ''")),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(500))
    sort_name: Mapped[str] = mapped_column(String(500), default="", server_default="")
    reference: Mapped[str] = short_text()
    kind: Mapped[str] = mapped_column(String(20), default="organisation", server_default="organisation")
    status: Mapped[str] = mapped_column(String(20), default="prospect", server_default="prospect")
    former_reason: Mapped[str] = short_text(20)
    sector: Mapped[str] = short_text()
    size: Mapped[str] = short_text()
    siret: Mapped[str] = short_text()
    vat: Mapped[str] = short_text()
    email: Mapped[str] = short_text(500)
    phone: Mapped[str] = short_text()
    website: Mapped[str] = short_text(500)
    street: Mapped[str] = short_text(500)
    postcode: Mapped[str] = short_text()
    city: Mapped[str] = short_text()
    region: Mapped[str] = short_text()
    country: Mapped[str] = short_text()
    source: Mapped[str] = short_text()
    tags: Mapped[list[str]] = mapped_column(Json(list), default=list, server_default="[]")
    notes: Mapped[str] = long_text()
    client_since: Mapped[date | None] = mapped_column(Date)
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)
    persona: Mapped[str] = short_text()
    needs: Mapped[str] = long_text()
    preferences: Mapped[str] = long_text()
    strategic_role: Mapped[str] = short_text(30)
    loyalty_tier: Mapped[str] = short_text()
    price_sensitivity: Mapped[str] = short_text(20)
    growth_potential: Mapped[str] = short_text(20)
    gender: Mapped[str] = short_text(20)
    birth_date: Mapped[date | None] = mapped_column(Date)
    income_band: Mapped[str] = short_text()
    insolvency_on: Mapped[date | None] = mapped_column(Date)
    acquisition_cost: Mapped[Decimal | None] = mapped_column(Money)
    custom: Mapped[dict[str, Any]] = mapped_column(Json(dict), default=dict, server_default="{}")
    cadence_ideal_days: Mapped[int | None] = mapped_column(Integer)
    cadence_max_days: Mapped[int | None] = mapped_column(Integer)
    pinned_segment: Mapped[str] = short_text(90)
    pinned_on: Mapped[date | None] = mapped_column(Date)
    verified_on: Mapped[date | None] = mapped_column(Date)
    visit_km: Mapped[int | None] = mapped_column(Integer)
    replace_months: Mapped[int | None] = mapped_column(Integer)


class Contact(Base):
    """A person at a client. A client of kind person has one contact: that person."""

    __tablename__ = "contact"
    __table_args__ = (Index("ix_contact_client_id", "client_id"), NEVER_REUSE_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = owned_by_client()
    full_name: Mapped[str] = short_text(500)
    first_name: Mapped[str] = short_text()
    last_name: Mapped[str] = short_text()
    role: Mapped[str] = short_text()
    email: Mapped[str] = short_text(500)
    phone: Mapped[str] = short_text()
    mobile: Mapped[str] = short_text()
    notes: Mapped[str] = long_text()
    created_at: Mapped[datetime] = mapped_column(Instant)
