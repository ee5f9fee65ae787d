"""What is to be done, and when: follow-ups, key dates, plans and who is in them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Boolean, CheckConstraint, Date, ForeignKey, Index, Integer, String, text
from sqlalchemy.orm import Mapped, mapped_column

from portfolio_app.models.base import Base, Instant
from portfolio_app.models.entities.columns import NEVER_REUSE_IDS, long_text, owned_by_client, short_text


class FollowUp(Base):
    """One thing to do for a client by a date, with the reason it exists.

    `reason` "reminder" is one the user planned, "plan_step" one that a plan asks for (`about` "enrolment:7"). With
    any other reason (`enums.FollowUpReason`) it records what the user did about a due that is computed: open
    or waiting, put off to `due_on`; done, ticked off on `done_on`. `about` names the record that due is of
    ("deal:12", "key_date:3"), empty for the client itself. `set_on`: the day it was put off; what was due by then
    rests until `due_on`. `due_time` is local wall-clock time, "14:30" or empty, in `time_zone`.

    A reminder comes again every `repeat_every` `repeat_unit`s, counted from `repeat_from`, up to `repeat_until`:
    done, it moves on to its next day and leaves a done copy behind. `uid`: of the calendar entry it was read from.
    """

    __tablename__ = "follow_up"
    __table_args__ = (
        CheckConstraint("status IN ('open', 'waiting', 'done', 'dropped')", name="status"),
        Index("ix_follow_up_client_id", "client_id", "status", "due_on"),
        Index("ix_follow_up_due_on", "status", "due_on"),
        Index("ix_follow_up_contact_id", "contact_id", sqlite_where=text("contact_id IS NOT NULL")),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = owned_by_client()
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id", ondelete="SET NULL"))
    due_on: Mapped[date] = mapped_column(Date)
    due_time: Mapped[str] = short_text(5)
    time_zone: Mapped[str] = short_text(60)
    kind: Mapped[str] = mapped_column(String(20), default="call", server_default="call")
    title: Mapped[str] = short_text(500)
    reason: Mapped[str] = mapped_column(String(20), default="reminder", server_default="reminder")
    status: Mapped[str] = mapped_column(String(20), default="open", server_default="open")
    done_on: Mapped[date | None] = mapped_column(Date)
    created_at: Mapped[datetime] = mapped_column(Instant)
    notes: Mapped[str] = long_text()
    about: Mapped[str] = short_text(40)
    set_on: Mapped[date | None] = mapped_column(Date)
    repeat_every: Mapped[int | None] = mapped_column(Integer)
    repeat_unit: Mapped[str] = short_text(10)
    repeat_from: Mapped[date | None] = mapped_column(Date)
    repeat_until: Mapped[date | None] = mapped_column(Date)
    uid: Mapped[str] = short_text(500)


class KeyDate(Base):
    """A day that matters with a client: a contract ends or renews, an anniversary, the birthday of a contact.

    `yearly`: it comes back every year on that day and month. It makes the client due `notice_days` before.
    """

    __tablename__ = "key_date"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('contract_end', 'renewal', 'anniversary', 'birthday', 'other')", name="kind"
        ),
        CheckConstraint("notice_days BETWEEN 0 AND 3650", name="notice_days"),
        Index("ix_key_date_client_id", "client_id", "on"),
        Index("ix_key_date_contact_id", "contact_id", sqlite_where=text("contact_id IS NOT NULL")),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = owned_by_client()
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id", ondelete="SET NULL"))
    kind: Mapped[str] = mapped_column(String(20))
    label: Mapped[str] = short_text()
    on: Mapped[date] = mapped_column(Date)
    yearly: Mapped[bool] = mapped_column(Boolean(create_constraint=False), default=False, server_default="0")
    notice_days: Mapped[int] = mapped_column(Integer, default=30, server_default="30")
    created_at: Mapped[datetime] = mapped_column(Instant)


class Plan(Base):
    """Scripted steps for clients: what to do one after the other."""

    __tablename__ = "plan"
    __table_args__ = (CheckConstraint("length(name) > 0", name="name"), NEVER_REUSE_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(Instant)


class PlanStep(Base):
    """One step of a plan, `after_days` after the one before was done (the first: after the client was enrolled)."""

    __tablename__ = "plan_step"
    __table_args__ = (
        CheckConstraint("after_days BETWEEN 0 AND 3650", name="after_days"),
        Index("ix_plan_step_plan_id", "plan_id", "position"),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    position: Mapped[int] = mapped_column(Integer)
    after_days: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(20), default="call", server_default="call")
    title: Mapped[str] = short_text(500)


class Enrolment(Base):
    """A client in a plan, from `started_on` until `ended_on` (`end_reason`: finished or stopped).

    `step_id`: the step it stands at, for which there is an open follow-up about "enrolment:<id>".
    """

    __tablename__ = "enrolment"
    __table_args__ = (
        CheckConstraint("end_reason IN ('', 'finished', 'stopped')", name="end_reason"),
        Index("ix_enrolment_client_id", "client_id", "ended_on"),
        Index("ix_enrolment_plan_id", "plan_id", "ended_on"),
        Index("ix_enrolment_step_id", "step_id", sqlite_where=text("step_id IS NOT NULL")),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    client_id: Mapped[int] = owned_by_client()
    step_id: Mapped[int | None] = mapped_column(ForeignKey("plan_step.id", ondelete="SET NULL"))
    started_on: Mapped[date] = mapped_column(Date)
    ended_on: Mapped[date | None] = mapped_column(Date)
    end_reason: Mapped[str] = short_text(20)
    created_at: Mapped[datetime] = mapped_column(Instant)
