"""Format 4: recurring reminders, what a follow-up is about, key dates, plans, contact rhythms of one client.

Frozen: later formats are later files.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns and tables; no existing value is touched."""
    _create_key_date()
    _create_plan()
    _create_enrolment()
    _add_columns()


def _add_columns() -> None:
    for name in ("cadence_ideal_days", "cadence_max_days"):
        op.add_column("client", sa.Column(name, sa.Integer(), nullable=True))
    op.add_column("interaction", sa.Column("due_on", sa.Date(), nullable=True))
    op.add_column("deal", sa.Column("next_step", sa.String(500), server_default="", nullable=False))
    op.add_column("deal", sa.Column("next_step_on", sa.Date(), nullable=True))
    op.create_index(
        "ix_interaction_complaint",
        "interaction",
        ["client_id", "on"],
        unique=False,
        sqlite_where=sa.text("kind = 'complaint'"),
    )
    op.add_column("follow_up", sa.Column("notes", sa.Text(), server_default="", nullable=False))
    for name, length in (("about", 40), ("repeat_unit", 10), ("uid", 500)):
        op.add_column("follow_up", sa.Column(name, sa.String(length), server_default="", nullable=False))
    for name in ("set_on", "repeat_from", "repeat_until"):
        op.add_column("follow_up", sa.Column(name, sa.Date(), nullable=True))
    op.add_column("follow_up", sa.Column("repeat_every", sa.Integer(), nullable=True))


def _foreign(table: str, column: str, target: str, ondelete: str) -> Any:
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete
    )


def _create_key_date() -> None:
    op.create_table(
        "key_date",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("label", sa.String(length=200), server_default="", nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("yearly", sa.Boolean(create_constraint=False), server_default="0", nullable=False),
        sa.Column("notice_days", sa.Integer(), server_default="30", nullable=False),
        sa.Column("created_at", sa.String(length=20), nullable=False),
        sa.CheckConstraint(
            "kind IN ('contract_end', 'renewal', 'anniversary', 'birthday', 'other')",
            name=op.f("ck_key_date_kind"),
        ),
        sa.CheckConstraint("notice_days BETWEEN 0 AND 3650", name=op.f("ck_key_date_notice_days")),
        _foreign("key_date", "client_id", "client", "CASCADE"),
        _foreign("key_date", "contact_id", "contact", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_date")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_key_date_client_id", "key_date", ["client_id", "on"], unique=False)
    op.create_index(
        "ix_key_date_contact_id",
        "key_date",
        ["contact_id"],
        unique=False,
        sqlite_where=sa.text("contact_id IS NOT NULL"),
    )


def _create_plan() -> None:
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.String(length=20), nullable=False),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_plan_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "plan_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("after_days", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), server_default="call", nullable=False),
        sa.Column("title", sa.String(length=500), server_default="", nullable=False),
        sa.CheckConstraint("after_days BETWEEN 0 AND 3650", name=op.f("ck_plan_step_after_days")),
        _foreign("plan_step", "plan_id", "plan", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_step")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_plan_step_plan_id", "plan_step", ["plan_id", "position"], unique=False)


def _create_enrolment() -> None:
    op.create_table(
        "enrolment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(length=20), server_default="", nullable=False),
        sa.Column("created_at", sa.String(length=20), nullable=False),
        sa.CheckConstraint("end_reason IN ('', 'finished', 'stopped')", name=op.f("ck_enrolment_end_reason")),
        _foreign("enrolment", "plan_id", "plan", "CASCADE"),
        _foreign("enrolment", "client_id", "client", "CASCADE"),
        _foreign("enrolment", "step_id", "plan_step", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment")),
        sqlite_autoincrement=True,
    )
    for column in ("client_id", "plan_id"):
        op.create_index(f"ix_enrolment_{column}", "enrolment", [column, "ended_on"], unique=False)
    op.create_index(
        "ix_enrolment_step_id",
        "enrolment",
        ["step_id"],
        unique=False,
        sqlite_where=sa.text("step_id IS NOT NULL"),
    )
