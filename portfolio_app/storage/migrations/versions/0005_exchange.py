"""Format 5: segments set by hand, records verified, pairs that are no duplicates, files read again, data quality.

Frozen: later formats are later files.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns and tables; no existing value is touched."""
    op.add_column("client", sa.Column("pinned_segment", sa.String(90), server_default="", nullable=False))
    for name in ("pinned_on", "verified_on"):
        op.add_column("client", sa.Column(name, sa.Date(), nullable=True))
    _create_not_duplicate()
    _create_watched_file()
    _create_import_shape()
    _create_quality_score()


def _to_client(column: str) -> Any:
    return sa.ForeignKeyConstraint(
        [column], ["client.id"], name=op.f(f"fk_not_duplicate_{column}"), ondelete="CASCADE"
    )


def _create_not_duplicate() -> None:
    op.create_table(
        "not_duplicate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(length=20), nullable=False),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_not_duplicate_order")),
        _to_client("first_id"),
        _to_client("second_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_duplicate")),
        sa.UniqueConstraint("first_id", "second_id", name="uq_not_duplicate_pair"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_not_duplicate_second_id", "not_duplicate", ["second_id"], unique=False)


def _create_watched_file() -> None:
    op.create_table(
        "watched_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(length=4000), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), server_default="", nullable=False),
        sa.Column("read_at", sa.String(length=20), nullable=True),
        sa.Column("created_at", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watched_file")),
        sa.UniqueConstraint("path", name="uq_watched_file_path"),
        sqlite_autoincrement=True,
    )


def _create_import_shape() -> None:
    op.create_table(
        "import_shape",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shape", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.String(length=500), server_default="", nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("used_at", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_shape")),
        sa.UniqueConstraint("shape", name="uq_import_shape_shape"),
        sqlite_autoincrement=True,
    )


def _create_quality_score() -> None:
    op.create_table(
        "quality_score",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("clients", sa.Integer(), nullable=False),
        sa.Column("counts", sa.Text(), server_default="{}", nullable=False),
        sa.CheckConstraint("score BETWEEN 0 AND 100", name=op.f("ck_quality_score_score")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quality_score")),
        sa.UniqueConstraint("on", name="uq_quality_score_on"),
        sqlite_autoincrement=True,
    )
