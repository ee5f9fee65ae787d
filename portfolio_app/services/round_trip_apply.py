"""Taking edits of a workbook over: each as if it were made in the program, with what that brings about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from portfolio_app.errors import InvalidValueError, NotFoundError, PortfolioError
from portfolio_app.models.base import Base, instant_text
from portfolio_app.models.entities import (
    Client,
    Contact,
    Deal,
    FollowUp,
    Interaction,
    KeyDate,
    Sale,
    SurveyAnswer,
)
from portfolio_app.services import clients, deals, follow_ups, interactions, key_dates, sales, surveys
from portfolio_app.services.export_sheets import (
    CLIENTS,
    CONTACTS,
    DEALS,
    FOLLOW_UPS,
    INTERACTIONS,
    KEY_DATES,
    SALES,
    SURVEYS,
)
from portfolio_app.services.import_people import person_name
from portfolio_app.services.import_suppression import PERSONS, ErasedPersonError, ImportDoor
from portfolio_app.services.records import drop_answers, get
from portfolio_app.services.round_trip_items import DiffItem
from portfolio_app.storage import suppression
from portfolio_app.storage.book import Book
from portfolio_app.storage.stopping import check

_ENTITIES: Mapping[str, type[Base]] = {
    CLIENTS.key: Client,
    CONTACTS.key: Contact,
    SALES.key: Sale,
    INTERACTIONS.key: Interaction,
    FOLLOW_UPS.key: FollowUp,
    DEALS.key: Deal,
    SURVEYS.key: SurveyAnswer,
    KEY_DATES.key: KeyDate,
}


_DECISION: tuple[str, ...] = ("status", "closed_on", "lost_reason")
"""What says whether a deal is open, won or lost."""
_PERSONS = (CLIENTS.key, CONTACTS.key)
_RECOGNISED = (
    "name", "reference", "postcode", "city", "full_name", "first_name", "last_name", "email", "phone", "mobile",
)  # fmt: skip
"""What an erased person is recognised by."""


class _RolledBack(Exception):
    """Ends a trial's transaction without keeping it."""


def apply_items(session: Session, now: datetime, today: date, items: Iterable[DiffItem]) -> None:
    """Take items over, in their order, inside a step. Raises `InvalidValueError`, `NotFoundError`."""
    writer = _Writer(session, now, today)
    for item in items:
        writer.apply(item)


def refused_by_the_book(
    book: Book, items: Sequence[DiffItem], cancelled: Callable[[], bool] | None = None
) -> list[tuple[DiffItem, PortfolioError]]:
    """Items that the book would refuse, and why: found by taking them over and rolling back.

    Raises `OperationCancelled`.
    """
    refused: list[tuple[DiffItem, PortfolioError]] = []
    if not items:
        return refused
    with suppress(_RolledBack), book.step("apply_workbook") as step:
        writer = _Writer(step.session, step.now, book.today())
        for item in items:
            check(cancelled)
            try:
                with step.session.begin_nested():
                    writer.apply(item)
                    step.session.flush()
            except PortfolioError as error:
                refused.append((item, error))
        raise _RolledBack
    return refused


@dataclass
class _Writer:
    """Writes items into the book. `made`: the clients added, by the number of their item."""

    session: Session
    now: datetime
    today: date
    made: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        connection = self.session.connection()
        self._door = ImportDoor(connection, instant_text(self.now), self.today.isoformat())
        self._erased = {(table, row_id) for table, row_id, _ in suppression.load(connection).rows}

    def apply(self, item: DiffItem) -> None:
        """Change, add or remove one record."""
        if item.kind == "added":
            self._add(item)
            return
        record_id = item.record_id or 0
        if item.kind == "removed":
            record = self.session.get(_ENTITIES[item.sheet], record_id)
            if record is not None:  # It went with its client.
                self._remove(record)
            return
        change: dict[str, Callable[[Any, dict[str, Any]], None]] = {
            CLIENTS.key: self._change_client,
            CONTACTS.key: self._change_contact,
            SALES.key: self._change_sale,
            INTERACTIONS.key: self._change_interaction,
            FOLLOW_UPS.key: self._change_follow_up,
            DEALS.key: self._change_deal,
            SURVEYS.key: self._change_answer,
            KEY_DATES.key: self._change_key_date,
        }
        record = get(self.session, _ENTITIES[item.sheet], record_id)
        if (record.__tablename__, record_id) in self._erased:
            raise InvalidValueError("record_gone")
        self._check_erased(item.sheet, item.values, record)
        change[item.sheet](record, dict(item.values))

    def _change_client(self, client: Client, values: dict[str, Any]) -> None:
        clients.change_client(client, values, self.now)

    def _change_contact(self, contact: Contact, values: dict[str, Any]) -> None:
        clients.change_contact(contact, values)

    def _change_sale(self, sale: Sale, values: dict[str, Any]) -> None:
        product = values.pop("product", None)
        sales.change_line(self.session, sale, values, product)

    def _change_interaction(self, interaction: Interaction, values: dict[str, Any]) -> None:
        contact_id = values.pop("contact_id", ...)
        interactions.change_interaction(self.session, interaction, values, self.today, contact_id=contact_id)

    def _change_follow_up(self, follow_up: FollowUp, values: dict[str, Any]) -> None:
        status = values.pop("status", follow_up.status)
        follow_ups.change_follow_up(self.session, follow_up, values)
        if status != follow_up.status:
            self._set_status(follow_up, status)

    def _set_status(self, follow_up: FollowUp, status: str) -> None:
        if status == "done":
            follow_ups.settle(self.session, follow_up, self.today, self.now)
        elif status == "dropped":
            follow_ups.give_up(self.session, follow_up, self.today, self.now)
        else:
            follow_up.status, follow_up.done_on = status, None

    def _change_deal(self, deal: Deal, values: dict[str, Any]) -> None:
        decided = {name: values.pop(name) for name in _DECISION if name in values}
        if values:
            deals.change_deal(self.session, deal, values, self.today)
        if decided:
            self._decide(deal, decided)

    def _decide(self, deal: Deal, decided: Mapping[str, Any]) -> None:
        """Won, lost or open again; of an open deal there is no day and no reason to keep."""
        status = decided.get("status") or deal.status
        if status == "open":
            if decided.get("closed_on") or decided.get("lost_reason"):
                raise InvalidValueError("required", field="status")
            deals.reopen(self.session, deal)
            return
        on = decided.get("closed_on") or deal.closed_on or self.today
        reason = decided.get("lost_reason", deal.lost_reason)
        deals.decide(self.session, deal, status, on, reason, self.today)

    def _change_answer(self, answer: SurveyAnswer, values: dict[str, Any]) -> None:
        contact_id = values.pop("contact_id", ...)
        surveys.change_answer(self.session, answer, values, self.today, contact_id=contact_id)

    def _change_key_date(self, key_date: KeyDate, values: dict[str, Any]) -> None:
        contact_id = values.pop("contact_id", ...)
        key_dates.change_key_date(self.session, key_date, values, self.today, contact_id=contact_id)

    def _add(self, item: DiffItem) -> None:
        values = dict(item.values)
        if item.sheet == CLIENTS.key:
            self._check_erased(item.sheet, values)
            self.made[item.number] = clients.new_client(self.session, values, self.now).id
            return
        client_id = values.pop("client_id", None) or self.made.get(values.pop("client_item", 0))
        if client_id is None:
            raise NotFoundError("not_found", kind="client", id=0)
        contact_id = values.pop("contact_id", None)
        if item.sheet == CONTACTS.key:
            self._check_erased(item.sheet, values, Contact(client_id=client_id))
            cleaned = clients.contact_values(values)
            self.session.add(Contact(client_id=client_id, created_at=self.now, **cleaned))
        elif item.sheet == SALES.key:
            sales.new_line(self.session, client_id, values, values.pop("product", ""))
        elif item.sheet == INTERACTIONS.key:
            cleaned = {"kind": "call", **values}
            interactions.new_interaction(self.session, client_id, cleaned, self.today, self.now, contact_id)
        elif item.sheet == FOLLOW_UPS.key:
            self._add_follow_up(client_id, values)
        elif item.sheet == DEALS.key:
            self._add_deal(client_id, values)
        elif item.sheet == SURVEYS.key:
            self.session.add(surveys.new_answer(client_id, values, self.today, self.now, contact_id))
        else:
            cleaned = {"kind": "other", **values}
            key_dates.new_key_date(self.session, client_id, cleaned, self.today, self.now, contact_id)

    def _check_erased(self, sheet: str, values: Mapping[str, Any], record: Any = None) -> None:
        """Raises `InvalidValueError` where a client or contact would be somebody erased at their request.

        As an import tells them; `record` is what has these values from now on.
        """
        if not self._door.is_watched or values.keys().isdisjoint(_RECOGNISED) or sheet not in _PERSONS:
            return
        told = {name: values.get(name, getattr(record, name, None)) or "" for name in _RECOGNISED}
        client, contact = told, {}
        if sheet == CONTACTS.key:
            client, contact = {"name": get(self.session, Client, record.client_id).name}, told
        names = {person: person_name(contact) if person == "contact" else "" for person in PERSONS}
        try:
            self._door.check({"client": client, "contact": contact}, names)
        except ErasedPersonError as error:
            field = error.field.partition(".")[2]
            raise InvalidValueError("erased_person", value=told[field] or told["name"]) from error

    def _add_follow_up(self, client_id: int, values: dict[str, Any]) -> None:
        status = values.pop("status", "open")
        get(self.session, Client, client_id)
        follow_up = follow_ups.new_follow_up(client_id, values, self.now)
        follow_up.status, follow_up.reason = "open", "reminder"
        self.session.add(follow_up)
        if status not in (None, "open"):
            self._set_status(follow_up, status)

    def _add_deal(self, client_id: int, values: dict[str, Any]) -> None:
        decided = {name: values.pop(name) for name in _DECISION if name in values}
        given = {"opened_on": decided.get("closed_on") or self.today, **values}
        deal = deals.new_deal(self.session, client_id, given, self.today, self.now)
        if decided.get("status", "open") != "open":
            self._decide(deal, decided)

    def _remove(self, record: Base) -> None:
        if isinstance(record, Interaction):
            interactions.remove_interaction(self.session, record, self.today)
            return
        if isinstance(record, Deal):
            drop_answers(self.session, record.client_id, f"deal:{record.id}", self.today)
        if isinstance(record, KeyDate):
            drop_answers(self.session, record.client_id, f"key_date:{record.id}", self.today)
        self.session.delete(record)
        self.session.flush()
