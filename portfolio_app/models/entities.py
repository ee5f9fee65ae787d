"""The records of a book. Words: Client, Contact, Interaction, Product, Sale, FollowUp, Segment, Segmentation,
ClientGroup, CustomField, Deal, SurveyAnswer, KeyDate, Plan, PlanStep, Enrolment, Setting, Consent, Suppression.

No session and no query here; what a record may hold is said by its columns and checks.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Boolean, CheckConstraint, Date, ForeignKey, Index, Integer, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from portfolio_app.models.base import Base, Instant, Json, Money, Quantity

NEVER_REUSE_IDS = {"sqlite_autoincrement": True}
"""Table option: the id of a deleted row never comes back for another, so the journal stays unambiguous."""

Day = date
"""A calendar day, under a name that a column called `date` does not hide."""


def _owned_by_client() -> Mapped[int]:
    return mapped_column(ForeignKey("client.id", ondelete="CASCADE"))


def _short(length: int = 200) -> Mapped[str]:
    return mapped_column(String(length), default="", server_default="")


def _long() -> Mapped[str]:
    return mapped_column(Text, default="", server_default="")


class Client(Base):
    """An organisation or a person the user sells to, or would like to.

    `sort_name` is the name folded (no accents, no case), kept by storage, so that the list opens sorted
    straight from an index. `created_at` is when the record entered the book, `client_since` when the
    relationship began.

    `strategic_role`: why a weak client is kept; it shields the client from advice to let go. `insolvency_on`:
    the day insolvency proceedings were announced. `acquisition_cost`: what winning the client cost. `custom`:
    the values of the book's own fields (`CustomField`) by code: text, number, ISO date, choice or true/false.
    `cadence_ideal_days`, `cadence_max_days`: a contact rhythm of its own instead of its segment's; None: the
    segment's, 0: never by rhythm.
    """

    __tablename__ = "client"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="name"),
        CheckConstraint("kind IN ('organisation', 'person')", name="kind"),
        CheckConstraint("status IN ('prospect', 'active', 'former')", name="status"),
        Index("ix_client_sort_name", "sort_name", "id"),
        Index("ix_client_reference", "reference", sqlite_where=text("reference <> ''")),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(500))
    sort_name: Mapped[str] = mapped_column(String(500), default="", server_default="")
    reference: Mapped[str] = _short()
    kind: Mapped[str] = mapped_column(String(20), default="organisation", server_default="organisation")
    status: Mapped[str] = mapped_column(String(20), default="prospect", server_default="prospect")
    former_reason: Mapped[str] = _short(20)
    sector: Mapped[str] = _short()
    size: Mapped[str] = _short()
    siret: Mapped[str] = _short()
    vat: Mapped[str] = _short()
    email: Mapped[str] = _short(500)
    phone: Mapped[str] = _short()
    website: Mapped[str] = _short(500)
    street: Mapped[str] = _short(500)
    postcode: Mapped[str] = _short()
    city: Mapped[str] = _short()
    region: Mapped[str] = _short()
    country: Mapped[str] = _short()
    source: Mapped[str] = _short()
    tags: Mapped[list[str]] = mapped_column(Json(list), default=list, server_default="[]")
    notes: Mapped[str] = _long()
    client_since: Mapped[date | None] = mapped_column(Date)
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)
    persona: Mapped[str] = _short()
    needs: Mapped[str] = _long()
    preferences: Mapped[str] = _long()
    strategic_role: Mapped[str] = _short(30)
    loyalty_tier: Mapped[str] = _short()
    price_sensitivity: Mapped[str] = _short(20)
    growth_potential: Mapped[str] = _short(20)
    gender: Mapped[str] = _short(20)
    birth_date: Mapped[date | None] = mapped_column(Date)
    income_band: Mapped[str] = _short()
    insolvency_on: Mapped[date | None] = mapped_column(Date)
    acquisition_cost: Mapped[Decimal | None] = mapped_column(Money)
    custom: Mapped[dict[str, Any]] = mapped_column(Json(dict), default=dict, server_default="{}")
    cadence_ideal_days: Mapped[int | None] = mapped_column(Integer)
    cadence_max_days: Mapped[int | None] = mapped_column(Integer)


class Contact(Base):
    """A person at a client. A client of kind person has one contact: that person."""

    __tablename__ = "contact"
    __table_args__ = (Index("ix_contact_client_id", "client_id"), NEVER_REUSE_IDS)

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = _owned_by_client()
    full_name: Mapped[str] = _short(500)
    first_name: Mapped[str] = _short()
    last_name: Mapped[str] = _short()
    role: Mapped[str] = _short()
    email: Mapped[str] = _short(500)
    phone: Mapped[str] = _short()
    mobile: Mapped[str] = _short()
    notes: Mapped[str] = _long()
    created_at: Mapped[datetime] = mapped_column(Instant)


class Interaction(Base):
    """Something that happened between the user and a client.

    `on` is the local calendar day; `at` the instant, when it is known. A complaint is open until
    `resolved_on`; `due_on` is the day by which it must be, None: the book's usual delay after `on`.
    """

    __tablename__ = "interaction"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('call', 'email', 'meeting', 'visit', 'message', 'letter', 'complaint', "
            "'feedback', 'service')",
            name="kind",
        ),
        CheckConstraint("minutes IS NULL OR minutes BETWEEN 0 AND 100000", name="minutes"),
        Index("ix_interaction_client_id_on", "client_id", "on", "kind", "minutes", "resolved_on"),
        Index("ix_interaction_on", "on"),
        Index("ix_interaction_contact_id", "contact_id", sqlite_where=text("contact_id IS NOT NULL")),
        Index("ix_interaction_complaint", "client_id", "on", sqlite_where=text("kind = 'complaint'")),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = _owned_by_client()
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id", ondelete="SET NULL"))
    kind: Mapped[str] = mapped_column(String(20))
    direction: Mapped[str] = _short(20)
    on: Mapped[date] = mapped_column(Date)
    at: Mapped[datetime | None] = mapped_column(Instant)
    minutes: Mapped[int | None] = mapped_column(Integer)
    outcome: Mapped[str] = _short(20)
    subject: Mapped[str] = _short(500)
    body: Mapped[str] = _long()
    resolved_on: Mapped[date | None] = mapped_column(Date)
    created_at: Mapped[datetime] = mapped_column(Instant)
    due_on: Mapped[date | None] = mapped_column(Date)


class Product(Base):
    """Something the user sells."""

    __tablename__ = "product"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="name"),
        Index("ix_product_name", "name"),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(500))
    reference: Mapped[str] = _short()
    category: Mapped[str] = _short()
    price: Mapped[Decimal | None] = mapped_column(Money)
    cost: Mapped[Decimal | None] = mapped_column(Money)


class Sale(Base):
    """One line of an order. Negative amounts are returns or credit notes; `cost` is the line's total cost.

    An order is the lines of one client with one reference, or without a reference, of one day. `due_on` is
    when the line was to be paid, `paid_on` when it was; without `due_on` nothing is known about its payment.
    """

    __tablename__ = "sale"
    __table_args__ = (
        Index(
            "ix_sale_client_id_date",
            "client_id",
            "date",
            "order_reference",
            "amount",
            "cost",
            "product_id",
            "due_on",
            "paid_on",
        ),
        Index("ix_sale_date", "date", "client_id", "amount"),
        Index("ix_sale_product_id", "product_id", sqlite_where=text("product_id IS NOT NULL")),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = _owned_by_client()
    date: Mapped[Day] = mapped_column(Date)
    order_reference: Mapped[str] = _short()
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id", ondelete="SET NULL"))
    quantity: Mapped[Decimal | None] = mapped_column(Quantity)
    amount: Mapped[Decimal] = mapped_column(Money)
    cost: Mapped[Decimal | None] = mapped_column(Money)
    due_on: Mapped[Day | None] = mapped_column(Date)
    paid_on: Mapped[Day | None] = mapped_column(Date)


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
    client_id: Mapped[int] = _owned_by_client()
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id", ondelete="SET NULL"))
    due_on: Mapped[date] = mapped_column(Date)
    due_time: Mapped[str] = _short(5)
    time_zone: Mapped[str] = _short(60)
    kind: Mapped[str] = mapped_column(String(20), default="call", server_default="call")
    title: Mapped[str] = _short(500)
    reason: Mapped[str] = mapped_column(String(20), default="reminder", server_default="reminder")
    status: Mapped[str] = mapped_column(String(20), default="open", server_default="open")
    done_on: Mapped[date | None] = mapped_column(Date)
    created_at: Mapped[datetime] = mapped_column(Instant)
    notes: Mapped[str] = _long()
    about: Mapped[str] = _short(40)
    set_on: Mapped[date | None] = mapped_column(Date)
    repeat_every: Mapped[int | None] = mapped_column(Integer)
    repeat_unit: Mapped[str] = _short(10)
    repeat_from: Mapped[date | None] = mapped_column(Date)
    repeat_until: Mapped[date | None] = mapped_column(Date)
    uid: Mapped[str] = _short(500)


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
    name: Mapped[str] = _short()
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
    name: Mapped[str] = _short()
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


class Deal(Base):
    """An offer to a client: open until won or lost (`lost_reason`: why). `probability` in per cent.

    `next_step` is what to do next about it, by `next_step_on`.
    """

    __tablename__ = "deal"
    __table_args__ = (
        CheckConstraint("length(title) > 0", name="title"),
        CheckConstraint("status IN ('open', 'won', 'lost')", name="status"),
        CheckConstraint("probability IS NULL OR probability BETWEEN 0 AND 100", name="probability"),
        Index("ix_deal_client_id", "client_id", "status"),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = _owned_by_client()
    title: Mapped[str] = mapped_column(String(500))
    status: Mapped[str] = mapped_column(String(20), default="open", server_default="open")
    stage: Mapped[str] = _short()
    amount: Mapped[Decimal | None] = mapped_column(Money)
    probability: Mapped[int | None] = mapped_column(Integer)
    opened_on: Mapped[date] = mapped_column(Date)
    expected_on: Mapped[date | None] = mapped_column(Date)
    closed_on: Mapped[date | None] = mapped_column(Date)
    lost_reason: Mapped[str] = _short(500)
    notes: Mapped[str] = _long()
    created_at: Mapped[datetime] = mapped_column(Instant)
    next_step: Mapped[str] = _short(500)
    next_step_on: Mapped[date | None] = mapped_column(Date)


class SurveyAnswer(Base):
    """What a client answered: NPS (0-10, would recommend us) or CSAT (1-5, how satisfied), with a comment."""

    __tablename__ = "survey_answer"
    __table_args__ = (
        CheckConstraint(
            "(kind = 'nps' AND score BETWEEN 0 AND 10) OR (kind = 'csat' AND score BETWEEN 1 AND 5)",
            name="score",
        ),
        Index("ix_survey_answer_client_id", "client_id", "kind", "on", "score"),
        Index("ix_survey_answer_contact_id", "contact_id", sqlite_where=text("contact_id IS NOT NULL")),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = _owned_by_client()
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id", ondelete="SET NULL"))
    kind: Mapped[str] = mapped_column(String(10))
    score: Mapped[int] = mapped_column(Integer)
    on: Mapped[date] = mapped_column(Date)
    comment: Mapped[str] = _long()
    created_at: Mapped[datetime] = mapped_column(Instant)


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
    client_id: Mapped[int] = _owned_by_client()
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id", ondelete="SET NULL"))
    kind: Mapped[str] = mapped_column(String(20))
    label: Mapped[str] = _short()
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
    title: Mapped[str] = _short(500)


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
    client_id: Mapped[int] = _owned_by_client()
    step_id: Mapped[int | None] = mapped_column(ForeignKey("plan_step.id", ondelete="SET NULL"))
    started_on: Mapped[date] = mapped_column(Date)
    ended_on: Mapped[date | None] = mapped_column(Date)
    end_reason: Mapped[str] = _short(20)
    created_at: Mapped[datetime] = mapped_column(Instant)


class Setting(Base):
    """One choice that belongs to the book (its currency, its identity), as JSON."""

    __tablename__ = "setting"
    __table_args__ = NEVER_REUSE_IDS

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(80), unique=True)
    value: Mapped[Any] = mapped_column(Json())


class Consent(Base):
    """What a person said about being reached by one channel, when, and how that can be shown.

    Of a contact, or (`contact_id` None) of a client that is a person. `source` and `proof`: a form's name,
    "said on the phone on 3 March", a scan's place. No row: nothing is known.
    """

    __tablename__ = "consent"
    __table_args__ = (
        CheckConstraint("channel IN ('email', 'phone', 'message', 'post')", name="channel"),
        CheckConstraint("state IN ('granted', 'refused')", name="state"),
        Index("ix_consent_client_id", "client_id", "channel", "state"),
        Index(
            "uq_consent_contact_id_channel",
            "contact_id",
            "channel",
            unique=True,
            sqlite_where=text("contact_id IS NOT NULL"),
        ),
        Index(
            "uq_consent_client_id_channel",
            "client_id",
            "channel",
            unique=True,
            sqlite_where=text("contact_id IS NULL"),
        ),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = _owned_by_client()
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id", ondelete="CASCADE"))
    channel: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    on: Mapped[date] = mapped_column(Date)
    source: Mapped[str] = _short(20)
    proof: Mapped[str] = _long()
    created_at: Mapped[datetime] = mapped_column(Instant)


class Suppression(Base):
    """An address or a number that must not be used again, kept only as a keyed hash.

    It outlives the person's record: what comes back by an import or from a backup is recognised by it.
    """

    __tablename__ = "suppression"
    __table_args__ = (
        CheckConstraint("kind IN ('email', 'phone')", name="kind"),
        CheckConstraint("reason IN ('objected', 'erased')", name="reason"),
        Index("uq_suppression_kind_hash", "kind", "hash", unique=True),
        NEVER_REUSE_IDS,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    hash: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(String(20))
    on: Mapped[date] = mapped_column(Date)
