"""Format 6: discounts, distances, how replaceable a client is, spending per source, answers to opportunities.

Frozen: later formats are later files.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns, an index and tables; no existing value is touched."""
    for name in ("visit_km", "replace_months"):
        op.add_column("client", sa.Column(name, sa.Integer(), nullable=True))
    op.add_column("sale", sa.Column("discount", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_sale_discount",
        "sale",
        ["client_id", "date", "discount"],
        unique=False,
        sqlite_where=sa.text("discount IS NOT NULL"),
    )
    _create_spending()
    _create_opportunity_answer()


def _create_spending() -> None:
    op.create_table(
        "spending",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=200), server_default="", nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("notes", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spending")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_spending_on", "spending", ["on", "source"], unique=False)


def _create_opportunity_answer() -> None:
    op.create_table(
        "opportunity_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("about", sa.String(length=220), server_default="", nullable=False),
        sa.Column("answer", sa.String(length=10), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.String(length=20), nullable=False),
        sa.CheckConstraint("answer IN ('refused', 'taken')", name=op.f("ck_opportunity_answer_answer")),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_opportunity_answer_client_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opportunity_answer")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_opportunity_answer_client_id", "opportunity_answer", ["client_id", "kind", "on"], unique=False
    )
