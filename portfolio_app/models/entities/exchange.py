"""What the book remembers about its data's way in, and about how clean it is."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portfolio_app.models.base import Base, Instant, Json
from portfolio_app.models.entities.columns import NEVER_REUSE_IDS, short_text


class NotDuplicate(Base):
    """Two clients that look alike and are not the same, as the user said; `first_id` < `second_id`."""

    __tablename__ = "not_duplicate"
    __table_args__ = (
        UniqueConstraint("first_id", "second_id", name="uq_not_duplicate_pair"),
        CheckConstraint("first_id < second_id", name="order"),
        Index("ix_not_duplicate_second_id", "second_id"),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    first_id: Mapped[int] = mapped_column(ForeignKey("client.id", ondelete="CASCADE"))
    second_id: Mapped[int] = mapped_column(ForeignKey("client.id", ondelete="CASCADE"))
    created_at: Mapped[datetime] = mapped_column(Instant)


class WatchedFile(Base):
    """A file that is read again with one click. `how`: its mapping and options, as an import remembers them.

    `digest` is the SHA-256 of what was read last, `read_at` when.
    """

    __tablename__ = "watched_file"
    __table_args__ = (UniqueConstraint("path", name="uq_watched_file_path"), NEVER_REUSE_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    path: Mapped[str] = mapped_column(String(4_000))
    how: Mapped[dict[str, Any]] = mapped_column(Json())
    digest: Mapped[str] = short_text(64)
    read_at: Mapped[datetime | None] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)


class ImportShape(Base):
    """What was chosen for files with the same columns: `how` they were read and where their columns went.

    `shape` tells such files apart. Not journalled: undoing an import does not forget how to do it better.
    """

    __tablename__ = "import_shape"
    __table_args__ = (UniqueConstraint("shape", name="uq_import_shape_shape"), NEVER_REUSE_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    shape: Mapped[str] = mapped_column(String(64))
    file_name: Mapped[str] = short_text(500)
    how: Mapped[dict[str, Any]] = mapped_column(Json())
    used_at: Mapped[datetime] = mapped_column(Instant)


class QualityScore(Base):
    """How clean the book was on a day: `score` from 0 to 100 over `clients` of them, `counts` by check.

    Not journalled: it is a measurement, not something the user did.
    """

    __tablename__ = "quality_score"
    __table_args__ = (
        UniqueConstraint("on", name="uq_quality_score_on"),
        CheckConstraint("score BETWEEN 0 AND 100", name="score"),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    on: Mapped[date] = mapped_column(Date)
    score: Mapped[int] = mapped_column(Integer)
    clients: Mapped[int] = mapped_column(Integer)
    counts: Mapped[dict[str, int]] = mapped_column(Json(dict), default=dict, server_default="{}")
