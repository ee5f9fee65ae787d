"""How clients are told apart: segments, the segmentations they belong to, groups."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, CheckConstraint, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from portfolio_app.models.base import Base, Json
from portfolio_app.models.entities.columns import NEVER_REUSE_IDS, short_text


class Segment(Base):
    """A named, coloured rule with its contact rhythm.

    Segments of one segmentation are tried in the order of `position`; the first whose `rule` holds wins, and
    the one without a rule takes everyone else. `display_order` ranks them, best first. `name` is empty for the
    built-in ones, which the interface names by `code`. `segmentation` is the code of theirs.
    """

    __tablename__ = "segment"
    __table_args__ = NEVER_REUSE_IDS

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = short_text()
    colour: Mapped[str] = mapped_column(String(7))
    position: Mapped[int] = mapped_column(Integer)
    display_order: Mapped[int] = mapped_column(Integer)
    rule: Mapped[dict[str, Any] | None] = mapped_column(Json(none_as_null=True))
    ideal_days: Mapped[int] = mapped_column(Integer)
    max_days: Mapped[int] = mapped_column(Integer)
    segmentation: Mapped[str] = mapped_column(String(40), default="standard", server_default="standard")


class Segmentation(Base):
    """A way of cutting the book into segments that the user made, or a built-in one the user changed.

    The built-in ones stand in `analysis.segments`; a row here, and its segments, take the place of the one of
    that `code`. `name` is empty for the built-in ones. `steady`: a client changes segment only once the
    change has lasted, see `analysis.segments`. The setting "segmentation" holds the code of the one in force.
    """

    __tablename__ = "segmentation"
    __table_args__ = NEVER_REUSE_IDS

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = short_text()
    steady: Mapped[bool] = mapped_column(Boolean(create_constraint=False), default=True, server_default="1")


class ClientGroup(Base):
    """A saved filter: a named rule. Groups may overlap, and a client may be in none."""

    __tablename__ = "client_group"
    __table_args__ = (CheckConstraint("length(name) > 0", name="name"), NEVER_REUSE_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    colour: Mapped[str] = mapped_column(String(7))
    position: Mapped[int] = mapped_column(Integer)
    rule: Mapped[dict[str, Any]] = mapped_column(Json())
