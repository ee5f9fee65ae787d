"""Columns and table options that records share."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

NEVER_REUSE_IDS = {"sqlite_autoincrement": True}
"""Table option: the id of a deleted row never comes back for another, so the journal stays unambiguous."""

Day = date
"""A calendar day, under a name that a column called `date` does not hide."""


def owned_by_client() -> Mapped[int]:
    """The client a record belongs to, and goes with."""
    return mapped_column(ForeignKey("client.id", ondelete="CASCADE"))


def short_text(length: int = 200) -> Mapped[str]:
    """A line of text, empty unless given."""
    return mapped_column(String(length), default="", server_default="")


def long_text() -> Mapped[str]:
    """Text of any length, empty unless given."""
    return mapped_column(Text, default="", server_default="")
