"""What happened with a client: logging, correcting, resolving."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from types import EllipsisType
from typing import Any

from sqlalchemy.orm import Session

from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import Client, Interaction
from portfolio_app.services.agenda_settings import agenda_in
from portfolio_app.services.answers import drop_complaints, wake
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import INTERACTION_FIELDS, clean
from portfolio_app.services.records import assign, check_contact, get
from portfolio_app.storage.book import Book

_DEADLINE = ("kind", "on", "due_on", "resolved_on")
"""What decides when a complaint is due."""


def log_touch(
    book: Book,
    client_id: int,
    values: Mapping[str, Any],
    *,
    contact_id: int | None = None,
    finish_due: bool = True,
    next_due: Mapping[str, Any] | None = None,
    answer: Mapping[str, Any] | None = None,
) -> Changes:
    """Log a call, visit, e-mail… on `values["on"]` (today unless said).

    It resets the client's contact rhythm: a rhythm due the user had put off by then is done, and with
    `finish_due` so are the reminders and steps of plans that were due by that day. A complaint does neither,
    being the client's touch.
    `next_due` (fields of a follow-up) plans the next action, and `answer` (kind and score of a survey) notes what
    the client answered, in the same step.
    Raises `InvalidValueError`, `NotFoundError`.
    """
    from portfolio_app.services.follow_ups import new_follow_up
    from portfolio_app.services.surveys import new_answer

    today = book.today()
    cleaned = clean({"on": today, "kind": "call", **values}, INTERACTION_FIELDS, whole=True)
    with book.step("log_touch", kind=cleaned["kind"]) as step:
        new_interaction(step.session, client_id, cleaned, today, step.now, contact_id, finish_due=finish_due)
        if next_due is not None:
            step.session.add(new_follow_up(client_id, next_due, step.now))
        if answer is not None:
            given = {"on": cleaned["on"], **answer}
            step.session.add(new_answer(client_id, given, today, step.now, contact_id))
    return step.changes


def update_interaction(
    book: Book, interaction_id: int, values: Mapping[str, Any], *, contact_id: int | EllipsisType | None = ...
) -> Changes:
    """Correct something that was logged; the person too when `contact_id` is given (None: nobody in particular).

    Raises `InvalidValueError`, `NotFoundError`.
    """
    cleaned = clean(values, INTERACTION_FIELDS)
    with book.step("update_interaction") as step:
        interaction = get(step.session, Interaction, interaction_id)
        change_interaction(step.session, interaction, cleaned, book.today(), contact_id=contact_id)
    return step.changes


def change_interaction(
    session: Session,
    interaction: Interaction,
    cleaned: Mapping[str, Any],
    today: date,
    *,
    contact_id: int | EllipsisType | None = ...,
) -> None:
    """What `update_interaction` does, inside a step. Raises `InvalidValueError`, `NotFoundError`."""
    if "on" in cleaned:
        _check_day(cleaned["on"], today)
    if cleaned.get("on", interaction.on) != interaction.on:
        interaction.at = None
    if contact_id is not ...:
        check_contact(session, interaction.client_id, contact_id)
        interaction.contact_id = contact_id
    assign(interaction, cleaned)
    _check_deadline(interaction.on, interaction.due_on)
    if interaction.kind == "complaint" and not cleaned.keys().isdisjoint(_DEADLINE):
        _wake(session, interaction.client_id, interaction.on, interaction.due_on)
    drop_complaints(session, interaction.client_id, today)


def new_interaction(
    session: Session,
    client_id: int,
    cleaned: Mapping[str, Any],
    today: date,
    now: datetime,
    contact_id: int | None = None,
    *,
    finish_due: bool = False,
) -> None:
    """Put a touch of these cleaned values into the book with what it answers, inside a step, as `log_touch` does.

    Raises `InvalidValueError`, `NotFoundError`.
    """
    from portfolio_app.services.follow_ups import settle_touched

    _check_day(cleaned["on"], today)
    _check_deadline(cleaned["on"], cleaned.get("due_on"))
    get(session, Client, client_id)
    check_contact(session, client_id, contact_id)
    at = now if cleaned["on"] == today else None
    session.add(Interaction(client_id=client_id, contact_id=contact_id, at=at, created_at=now, **cleaned))
    if cleaned["kind"] == "complaint":
        _wake(session, client_id, cleaned["on"], cleaned.get("due_on"))
    else:
        settle_touched(session, client_id, cleaned["on"], now, finish_due=finish_due)


def delete_interaction(book: Book, interaction_id: int) -> Changes:
    """Remove something that was logged."""
    with book.step("delete_interaction") as step:
        remove_interaction(step.session, get(step.session, Interaction, interaction_id), book.today())
    return step.changes


def remove_interaction(session: Session, interaction: Interaction, today: date) -> None:
    """Remove something that was logged, inside a step."""
    session.delete(interaction)
    drop_complaints(session, interaction.client_id, today)


def resolve_complaint(book: Book, interaction_id: int, on: date | None = None) -> Changes:
    """Close a complaint, today unless said otherwise."""
    with book.step("resolve_complaint") as step:
        complaint = get(step.session, Interaction, interaction_id)
        complaint.resolved_on = on or book.today()
        drop_complaints(step.session, complaint.client_id, book.today())
    return step.changes


def _wake(session: Session, client_id: int, on: date, due_on: date | None) -> None:
    """A complaint shows by its deadline, whatever was put off before it was known."""
    deadline = due_on or on + timedelta(days=agenda_in(session).complaint_days)
    wake(session, client_id, deadline, since=on)


def _check_day(on: date, today: date) -> None:
    if on > today:
        raise InvalidValueError("out_of_range", field="on", value=on.isoformat(), allowed=f"≤ {today}")


def _check_deadline(on: date, due_on: date | None) -> None:
    """Raises `InvalidValueError` for a complaint to be resolved before it came in."""
    if due_on is not None and due_on < on:
        raise InvalidValueError("out_of_range", field="due_on", value=due_on.isoformat(), allowed=f"≥ {on}")
