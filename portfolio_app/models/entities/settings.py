"""What belongs to the book as a whole: its settings, and the fields of clients its user added."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from portfolio_app.models.base import Base, Json
from portfolio_app.models.entities.columns import NEVER_REUSE_IDS


class Setting(Base):
    """One choice that belongs to the book (its currency, its identity), as JSON."""

    __tablename__ = "setting"
    __table_args__ = NEVER_REUSE_IDS

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(80), unique=True)
    value: Mapped[Any] = mapped_column(Json())


class CustomField(Base):
    """A field of clients that the user added. `code` never changes, `name` may; `choices` for type "choice"."""

    __tablename__ = "custom_field"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="name"),
        CheckConstraint("type IN ('text', 'number', 'date', 'choice', 'yes_no')", name="type"),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    type: Mapped[str] = mapped_column(String(20))
    choices: Mapped[list[str]] = mapped_column(Json(list), default=list, server_default="[]")
    position: Mapped[int] = mapped_column(Integer)
