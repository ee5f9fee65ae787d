"""What is sold: products, the lines of orders, offers."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, Integer, String, text
from sqlalchemy.orm import Mapped, mapped_column

from portfolio_app.models.base import Base, Instant, Money, Quantity
from portfolio_app.models.entities.columns import NEVER_REUSE_IDS, Day, long_text, owned_by_client, short_text


class Product(Base):
    """Something the user sells."""

    __tablename__ = "product"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="name"),
        Index("ix_product_name", "name"),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(500))
    reference: Mapped[str] = short_text()
    category: Mapped[str] = short_text()
    price: Mapped[Decimal | None] = mapped_column(Money)
    cost: Mapped[Decimal | None] = mapped_column(Money)


class Sale(Base):
    """One line of an order. Negative amounts are returns or credit notes; `cost` is the line's total cost.

    An order is the lines of one client with one reference, or without a reference, of one day. `due_on` is
    when the line was to be paid, `paid_on` when it was; without `due_on` nothing is known about its payment.
    `discount`: what was taken off the price for this line; `amount` is what was left after it.
    """

    __tablename__ = "sale"
    __table_args__ = (
        Index(
            "ix_sale_client_id_date",
            "client_id",
            "date",
            "order_reference",
            "amount",
            "cost",
            "product_id",
            "due_on",
            "paid_on",
        ),
        Index("ix_sale_date", "date", "client_id", "amount"),
        Index("ix_sale_product_id", "product_id", sqlite_where=text("product_id IS NOT NULL")),
        Index("ix_sale_discount", "client_id", "date", "discount", sqlite_where=text("discount IS NOT NULL")),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = owned_by_client()
    date: Mapped[Day] = mapped_column(Date)
    order_reference: Mapped[str] = short_text()
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id", ondelete="SET NULL"))
    quantity: Mapped[Decimal | None] = mapped_column(Quantity)
    amount: Mapped[Decimal] = mapped_column(Money)
    cost: Mapped[Decimal | None] = mapped_column(Money)
    due_on: Mapped[Day | None] = mapped_column(Date)
    paid_on: Mapped[Day | None] = mapped_column(Date)
    discount: Mapped[Decimal | None] = mapped_column(Money)


class Deal(Base):
    """An offer to a client: open until won or lost (`lost_reason`: why). `probability` in per cent.

    `next_step` is what to do next about it, by `next_step_on`.
    """

    __tablename__ = "deal"
    __table_args__ = (
        CheckConstraint("length(title) > 0", name="title"),
        CheckConstraint("status IN ('open', 'won', 'lost')", name="status"),
        CheckConstraint("probability IS NULL OR probability BETWEEN 0 AND 100", name="probability"),
        Index("ix_deal_client_id", "client_id", "status"),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = owned_by_client()
    title: Mapped[str] = mapped_column(String(500))
    status: Mapped[str] = mapped_column(String(20), default="open", server_default="open")
    stage: Mapped[str] = short_text()
    amount: Mapped[Decimal | None] = mapped_column(Money)
    probability: Mapped[int | None] = mapped_column(Integer)
    opened_on: Mapped[date] = mapped_column(Date)
    expected_on: Mapped[date | None] = mapped_column(Date)
    closed_on: Mapped[date | None] = mapped_column(Date)
    lost_reason: Mapped[str] = short_text(500)
    notes: Mapped[str] = long_text()
    created_at: Mapped[datetime] = mapped_column(Instant)
    next_step: Mapped[str] = short_text(500)
    next_step_on: Mapped[date | None] = mapped_column(Date)
