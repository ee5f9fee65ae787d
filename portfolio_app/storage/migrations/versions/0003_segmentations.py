"""Format 3: ways of segmenting, groups, fields of one's own, deals, survey answers, payments.

Frozen: later formats are later files.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns and tables; no existing value is touched."""
    _add_columns()
    _widen_sale_index()
    _create_definitions()
    _create_deal()
    _create_survey_answer()


def _add_columns() -> None:
    for name, length in (
        ("persona", 200), ("strategic_role", 30), ("loyalty_tier", 200), ("price_sensitivity", 20),
        ("growth_potential", 20), ("gender", 20), ("income_band", 200),
    ):  # fmt: skip
        op.add_column("client", sa.Column(name, sa.String(length), server_default="", nullable=False))
    for name in ("needs", "preferences"):
        op.add_column("client", sa.Column(name, sa.Text(), server_default="", nullable=False))
    for name in ("birth_date", "insolvency_on"):
        op.add_column("client", sa.Column(name, sa.Date(), nullable=True))
    op.add_column("client", sa.Column("acquisition_cost", sa.BigInteger(), nullable=True))
    op.add_column("client", sa.Column("custom", sa.JSON(), server_default="{}", nullable=False))
    for name in ("due_on", "paid_on"):
        op.add_column("sale", sa.Column(name, sa.Date(), nullable=True))
    op.add_column(
        "segment", sa.Column("segmentation", sa.String(40), server_default="standard", nullable=False)
    )


def _widen_sale_index() -> None:
    """Everything analysis asks of a sale stands in its index, so that the table itself is not read."""
    op.drop_index("ix_sale_client_id_date", "sale")
    columns = ["client_id", "date", "order_reference", "amount", "cost", "product_id", "due_on", "paid_on"]
    op.create_index("ix_sale_client_id_date", "sale", columns, unique=False)


def _create_definitions() -> None:
    op.create_table(
        "segmentation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("steady", sa.Boolean(create_constraint=False), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_segmentation")),
        sa.UniqueConstraint("code", name=op.f("uq_segmentation_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "client_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("colour", sa.String(length=7), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("rule", sa.JSON(), nullable=False),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_client_group_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_group")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "custom_field",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("type", sa.String(length=20), nullable=False),
        sa.Column("choices", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_custom_field_name")),
        sa.CheckConstraint(
            "type IN ('text', 'number', 'date', 'choice', 'yes_no')", name=op.f("ck_custom_field_type")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_field")),
        sa.UniqueConstraint("code", name=op.f("uq_custom_field_code")),
        sqlite_autoincrement=True,
    )


def _of_client(table: str) -> tuple[Any, ...]:
    return (
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f(f"fk_{table}_client_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _create_deal() -> None:
    op.create_table(
        "deal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=500), nullable=False),
        sa.Column("status", sa.String(length=20), server_default="open", nullable=False),
        sa.Column("stage", sa.String(length=200), server_default="", nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("probability", sa.Integer(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("lost_reason", sa.String(length=500), server_default="", nullable=False),
        sa.Column("notes", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.String(length=20), nullable=False),
        sa.CheckConstraint("length(title) > 0", name=op.f("ck_deal_title")),
        sa.CheckConstraint("status IN ('open', 'won', 'lost')", name=op.f("ck_deal_status")),
        sa.CheckConstraint(
            "probability IS NULL OR probability BETWEEN 0 AND 100", name=op.f("ck_deal_probability")
        ),
        *_of_client("deal"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_deal_client_id", "deal", ["client_id", "status"], unique=False)


def _create_survey_answer() -> None:
    op.create_table(
        "survey_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("comment", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.String(length=20), nullable=False),
        sa.CheckConstraint(
            "(kind = 'nps' AND score BETWEEN 0 AND 10) OR (kind = 'csat' AND score BETWEEN 1 AND 5)",
            name=op.f("ck_survey_answer_score"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_survey_answer_contact_id"),
            ondelete="SET NULL",
        ),
        *_of_client("survey_answer"),
        sqlite_autoincrement=True,
    )
    columns = ["client_id", "kind", "on", "score"]
    op.create_index("ix_survey_answer_client_id", "survey_answer", columns, unique=False)
    op.create_index(
        "ix_survey_answer_contact_id",
        "survey_answer",
        ["contact_id"],
        unique=False,
        sqlite_where=sa.text("contact_id IS NOT NULL"),
    )
