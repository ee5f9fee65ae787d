"""Two clients become one: what each field would be, and everything that is of the one going over to the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, func, select, update
from sqlalchemy.orm import Session

from portfolio_app.analysis.columns import CUSTOM
from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import (
    Client,
    Contact,
    Deal,
    Enrolment,
    FollowUp,
    Interaction,
    KeyDate,
    OpportunityAnswer,
    PlanStep,
    Sale,
    SurveyAnswer,
)
from portfolio_app.models.enums import EnrolmentEnd, FollowUpReason
from portfolio_app.services import backups, plans
from portfolio_app.services.changes import Changes
from portfolio_app.services.clients import own_cadence
from portfolio_app.services.custom_fields import definitions, merged, read_values
from portfolio_app.services.fields import FieldSpec, clean, client_specs
from portfolio_app.services.merge_people import (
    count_same,
    fold_contacts,
    join_consents,
    joined,
    keep_objections,
)
from portfolio_app.services.records import assign, drop_answers, get
from portfolio_app.storage import suppression
from portfolio_app.storage.book import Book
from portfolio_app.storage.text import fold

MOVED = (Interaction, Sale, FollowUp, Deal, SurveyAnswer, KeyDate, Enrolment, OpportunityAnswer)
"""Records that go over as they are."""
_STATUS_RANK = {"active": 2, "former": 1, "prospect": 0}
_EARLIEST, _LATEST = frozenset({"client_since", "insolvency_on"}), frozenset({"verified_on"})
_CADENCE = ("cadence_ideal_days", "cadence_max_days")
_TO_DO = ("open", "waiting")
_PLANNED = (FollowUpReason.REMINDER.value, FollowUpReason.PLAN_STEP.value)


@dataclass(frozen=True)
class FieldPair:
    """One field of two clients, and what it would be of the one they become; own fields are "custom.<code>"."""

    field: str
    first: Any
    second: Any
    proposed: Any

    @property
    def differs(self) -> bool:
        """Whether both say something, and not the same."""
        return bool(self.first) and bool(self.second) and self.first != self.second


@dataclass(frozen=True)
class Comparison:
    """Two clients side by side, of which the first would stay.

    `fields`: those that one of them fills. `counts`: by kind of record, how many each has; `revenue`: all their
    sales. `same_contacts`: people who are at both; `doubled_sales`: lines with the same day, amount and order
    at both, which would count twice.
    """

    first_id: int
    second_id: int
    first: str
    second: str
    fields: tuple[FieldPair, ...]
    counts: Mapping[str, tuple[int, int]]
    revenue: tuple[Decimal, Decimal]
    same_contacts: int
    doubled_sales: int


def compare(book: Book, first_id: int, second_id: int) -> Comparison:
    """Two clients side by side. Raises `NotFoundError`, `InvalidValueError` "same_client", "erased_client"."""
    with book.read_session() as session:
        first, second = _both(session, first_id, second_id)
        specs = client_specs(definitions(session))
        pairs = _pairs(session, first, second, specs)
        return Comparison(
            first_id,
            second_id,
            first.name,
            second.name,
            tuple(pair for pair in pairs.values() if pair.first or pair.second),
            {
                entity.__tablename__: (_count(session, entity, first_id), _count(session, entity, second_id))
                for entity in (Contact, *MOVED)
            },
            (_revenue(session, first_id), _revenue(session, second_id)),
            count_same(session, first_id, second_id),
            _doubled_sales(session.connection(), first_id, second_id),
        )


def merge(book: Book, keep_id: int, other_id: int, values: Mapping[str, Any] | None = None) -> Changes:
    """Make one client of two, in one step: `other_id` goes, all that was its own is `keep_id`'s.

    `values` are fields as the user chose them; the others become what `compare` proposes. Of contacts who are the
    same person one stays, with what both were known by. A refusal to be reached of either stays. Where both are
    in one plan, the one further on goes on. A backup is made before.
    Raises `NotFoundError`, `InvalidValueError`.
    """
    with book.read_session() as session:
        _both(session, keep_id, other_id)
        chosen = clean(values or {}, client_specs(definitions(session)))
    backups.try_backup(book, "merge")
    today = book.today()
    with book.step("merge_clients") as step:
        session = step.session
        keep, other = _both(session, keep_id, other_id)
        known = suppression.load(step.connection)
        keep_objections(session, known, keep, other, chosen, step.now)
        _fill(session, keep, other, chosen)
        keep.updated_at = step.now
        fold_contacts(session, known, keep, other, step.now)
        join_consents(session, keep, other)
        _drop_doubled(session, keep_id, other_id, today)
        for entity in MOVED:
            session.execute(update(entity).where(entity.client_id == other_id).values(client_id=keep_id))
        _keep_apart(step.connection, keep_id, other_id)
        session.flush()
        session.delete(other)
    return step.changes


def _both(session: Session, first_id: int, second_id: int) -> tuple[Client, Client]:
    if first_id == second_id:
        raise InvalidValueError("same_client")
    first, second = get(session, Client, first_id), get(session, Client, second_id)
    erased = {
        row_id for table, row_id, _ in suppression.load(session.connection()).rows if table != "contact"
    }
    for client in (first, second):
        if client.id in erased:
            raise InvalidValueError("erased_client", value=client.name)
    return first, second


def _pairs(
    session: Session, first: Client, second: Client, specs: Mapping[str, FieldSpec]
) -> dict[str, FieldPair]:
    """Every field of both, with what is proposed."""
    own = definitions(session)
    custom = read_values(own, first.custom), read_values(own, second.custom)
    found = {}
    for name, spec in specs.items():
        if name.startswith(CUSTOM):
            one, other = custom[0][name], custom[1][name]
        else:
            one, other = getattr(first, name), getattr(second, name)
        found[name] = FieldPair(name, one, other, _proposed(spec, one, other))
    if first.cadence_ideal_days is None and second.cadence_ideal_days is not None:
        for name in _CADENCE:
            found[name] = FieldPair(name, found[name].first, found[name].second, found[name].second)
    elif first.cadence_ideal_days is not None:
        found["cadence_max_days"] = FieldPair(
            "cadence_max_days", first.cadence_max_days, second.cadence_max_days, first.cadence_max_days
        )
    # Why it is a former client belongs to whoever is one.
    status = found["status"].proposed
    reasons = [each.former_reason for each in (first, second) if each.status == status == "former"]
    reason = next(filter(None, reasons), "")
    found["former_reason"] = FieldPair("former_reason", first.former_reason, second.former_reason, reason)
    return found


def _proposed(spec: FieldSpec, one: Any, other: Any) -> Any:
    """What the field of the one client is, where the user does not say."""
    if spec.name == "status":
        return max(one, other, key=lambda status: _STATUS_RANK.get(status, 0))
    if spec.type == "tags":
        return list(dict.fromkeys([*one, *other]))
    if spec.type == "note":
        return joined(one, other)[: spec.limit]
    given = [value for value in (one, other) if value is not None and value != ""]
    if spec.name in _EARLIEST:
        return min(given, default=None)
    if spec.name in _LATEST:
        return max(given, default=None)
    return given[0] if given else one


def _fill(session: Session, keep: Client, other: Client, chosen: Mapping[str, Any]) -> None:
    pairs = _pairs(session, keep, other, client_specs(definitions(session)))
    values = {name: pair.proposed for name, pair in pairs.items()} | dict(chosen)
    own = {name: value for name, value in values.items() if name.startswith(CUSTOM)}
    values = {name: value for name, value in values.items() if name not in own}
    values |= own_cadence(values, None, None)
    # Of a field deleted since, what both hold stays, as it does in one client.
    held = {**_held(other.custom), **_held(keep.custom)}
    values["custom"] = merged(held, own)
    if values["status"] != "former":
        values["former_reason"] = ""
    if not keep.pinned_segment:
        values |= {"pinned_segment": other.pinned_segment, "pinned_on": other.pinned_on}
    values["created_at"] = min(keep.created_at, other.created_at)
    assign(keep, values)
    keep.sort_name = fold(keep.name)


def _held(stored: Any) -> dict[str, Any]:
    return stored if isinstance(stored, dict) else {}


def _drop_doubled(session: Session, keep_id: int, other_id: int, today: date) -> None:
    """What only one of can be: a plan both are in, a computed due that was put off for both."""
    running = _running(session, other_id)
    for plan_id, mine in _running(session, keep_id).items():
        theirs = running.get(plan_id)
        if theirs is None:
            continue
        goes = theirs if _place(session, mine) >= _place(session, theirs) else mine
        drop_answers(session, goes.client_id, plans.about(goes.id), today)
        goes.ended_on, goes.end_reason = today, EnrolmentEnd.STOPPED.value
    put_off = {(each.reason, each.about) for each in _put_off(session, keep_id)}
    for follow_up in _put_off(session, other_id):
        if (follow_up.reason, follow_up.about) in put_off:
            follow_up.status, follow_up.done_on = "dropped", today
    session.flush()


def _running(session: Session, client_id: int) -> dict[int, Enrolment]:
    rows = session.scalars(
        select(Enrolment)
        .where(Enrolment.client_id == client_id, Enrolment.ended_on.is_(None))
        .order_by(Enrolment.id)
    )
    return {each.plan_id: each for each in rows}


def _place(session: Session, enrolment: Enrolment) -> int:
    step = session.get(PlanStep, enrolment.step_id) if enrolment.step_id is not None else None
    return step.position if step is not None else 0


def _put_off(session: Session, client_id: int) -> list[FollowUp]:
    """What was decided about dues that are computed of the client itself, or of one of its deals and key dates."""
    of_client = (FollowUp.client_id == client_id, FollowUp.status.in_(_TO_DO))
    return list(session.scalars(select(FollowUp).where(*of_client, FollowUp.reason.not_in(_PLANNED))))


def _keep_apart(connection: Connection, keep_id: int, other_id: int) -> None:
    """Whoever was said not to be the one that goes is not the one that stays either."""
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO not_duplicate(first_id, second_id, created_at) "
        "SELECT min(?1, third), max(?1, third), created_at FROM (SELECT CASE first_id WHEN ?2 THEN second_id "
        "ELSE first_id END AS third, created_at FROM not_duplicate WHERE ?2 IN (first_id, second_id)) "
        "WHERE third <> ?1",
        (keep_id, other_id),
    )


def _count(session: Session, entity: Any, client_id: int) -> int:
    of_client = entity.client_id == client_id
    return session.scalar(select(func.count()).select_from(entity).where(of_client)) or 0


def _revenue(session: Session, client_id: int) -> Decimal:
    return session.scalar(select(func.sum(Sale.amount)).where(Sale.client_id == client_id)) or Decimal(0)


def _doubled_sales(connection: Connection, first_id: int, second_id: int) -> int:
    """Lines that stand at both: of each such line as many as both have."""
    lines = 'SELECT "date" AS day, order_reference AS ref, amount, product_id AS product, count(*) AS n FROM sale '
    rows = connection.exec_driver_sql(
        f"SELECT coalesce(sum(min(a.n, b.n)), 0) FROM ({lines} WHERE client_id = ? GROUP BY 1, 2, 3, 4) a "
        f"JOIN ({lines} WHERE client_id = ? GROUP BY 1, 2, 3, 4) b "
        "ON a.day = b.day AND a.ref = b.ref AND a.amount = b.amount AND a.product IS b.product",
        (first_id, second_id),
    )
    return int(rows.scalar_one())
