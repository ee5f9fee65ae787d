"""What clients answered when asked how satisfied they are: NPS (0-10) and CSAT (1-5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import EllipsisType
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import Client, Contact, SurveyAnswer
from portfolio_app.services.changes import Changes
from portfolio_app.services.fields import SURVEY_FIELDS, clean
from portfolio_app.services.records import assign, check_contact, get
from portfolio_app.storage.book import Book

SCORES = {"nps": (0, 10), "csat": (1, 5)}
"""Lowest and highest score by kind."""


@dataclass(frozen=True)
class AnswerLine:
    """An answer, as a list shows it; `contact` is who gave it, empty when nobody in particular."""

    id: int
    client_id: int
    contact_id: int | None
    contact: str
    kind: str
    score: int
    on: date
    comment: str


def answers(book: Book, client_id: int) -> list[AnswerLine]:
    """A client's answers, newest first."""
    with book.read_session() as session:
        rows = session.execute(
            select(SurveyAnswer, Contact.full_name)
            .outerjoin(Contact, Contact.id == SurveyAnswer.contact_id)
            .where(SurveyAnswer.client_id == client_id)
            .order_by(SurveyAnswer.on.desc(), SurveyAnswer.id.desc())
        )
        return [
            AnswerLine(
                answer.id,
                client_id,
                answer.contact_id,
                name or "",
                answer.kind,
                answer.score,
                answer.on,
                answer.comment,
            )
            for answer, name in rows
        ]


def add_answer(
    book: Book, client_id: int, values: Mapping[str, Any], *, contact_id: int | None = None
) -> Changes:
    """Note an answer given on `values["on"]` (today unless said).

    `changes.created["survey_answer"]` holds its id. Raises `InvalidValueError`, `NotFoundError`.
    """
    cleaned = _cleaned(values, book.today())
    with book.step("add_answer", kind=cleaned["kind"]) as step:
        get(step.session, Client, client_id)
        check_contact(step.session, client_id, contact_id)
        step.session.add(
            SurveyAnswer(client_id=client_id, contact_id=contact_id, created_at=step.now, **cleaned)
        )
    return step.changes


def new_answer(
    client_id: int, values: Mapping[str, Any], today: date, now: datetime, contact_id: int | None
) -> SurveyAnswer:
    """An answer not in the book yet, for whoever notes it with something else. Raises `InvalidValueError`."""
    return SurveyAnswer(client_id=client_id, contact_id=contact_id, created_at=now, **_cleaned(values, today))


def update_answer(
    book: Book, answer_id: int, values: Mapping[str, Any], *, contact_id: int | EllipsisType | None = ...
) -> Changes:
    """Correct an answer; the person too when `contact_id` is given (None: nobody in particular).

    Raises `InvalidValueError`, `NotFoundError`.
    """
    cleaned = clean(values, SURVEY_FIELDS)
    with book.step("update_answer") as step:
        answer = get(step.session, SurveyAnswer, answer_id)
        change_answer(step.session, answer, cleaned, book.today(), contact_id=contact_id)
    return step.changes


def change_answer(
    session: Session,
    answer: SurveyAnswer,
    cleaned: Mapping[str, Any],
    today: date,
    *,
    contact_id: int | EllipsisType | None = ...,
) -> None:
    """What `update_answer` does, inside a step. Raises `InvalidValueError`, `NotFoundError`."""
    if contact_id is not ...:
        check_contact(session, answer.client_id, contact_id)
        answer.contact_id = contact_id
    with session.no_autoflush:
        assign(answer, cleaned)
        _check(answer.kind, answer.score, answer.on, today)


def delete_answer(book: Book, answer_id: int) -> Changes:
    """Remove an answer. Raises `NotFoundError`."""
    with book.step("delete_answer") as step:
        step.session.delete(get(step.session, SurveyAnswer, answer_id))
    return step.changes


def _cleaned(values: Mapping[str, Any], today: date) -> dict[str, Any]:
    cleaned = clean({"on": today, "kind": "nps", **values}, SURVEY_FIELDS, whole=True)
    _check(cleaned["kind"], cleaned["score"], cleaned["on"], today)
    return cleaned


def _check(kind: str, score: int, on: date, today: date) -> None:
    low, high = SCORES[kind]
    if not low <= score <= high:
        raise InvalidValueError("out_of_range", field="score", value=score, allowed=f"{low}–{high}")
    if on > today:
        raise InvalidValueError("out_of_range", field="on", value=on.isoformat(), allowed=f"≤ {today}")
