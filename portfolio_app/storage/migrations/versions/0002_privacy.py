"""Format 2: what persons said about being reached, and the list of those who must not be.

Frozen: later formats are later files.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the two tables; no existing row is touched."""
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=20), server_default="", nullable=False),
        sa.Column("proof", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.String(length=20), nullable=False),
        sa.CheckConstraint(
            "channel IN ('email', 'phone', 'message', 'post')", name=op.f("ck_consent_channel")
        ),
        sa.CheckConstraint("state IN ('granted', 'refused')", name=op.f("ck_consent_state")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_consent_client_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_consent_contact_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_consent_client_id", "consent", ["client_id", "channel", "state"], unique=False)
    for name, columns, where in (
        ("uq_consent_contact_id_channel", ["contact_id", "channel"], "contact_id IS NOT NULL"),
        ("uq_consent_client_id_channel", ["client_id", "channel"], "contact_id IS NULL"),
    ):
        op.create_index(name, "consent", columns, unique=True, sqlite_where=sa.text(where))
    op.create_table(
        "suppression",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.CheckConstraint("kind IN ('email', 'phone')", name=op.f("ck_suppression_kind")),
        sa.CheckConstraint("reason IN ('objected', 'erased')", name=op.f("ck_suppression_reason")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suppression")),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_suppression_kind_hash", "suppression", ["kind", "hash"], unique=True)
