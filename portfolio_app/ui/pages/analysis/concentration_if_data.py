"""What the concentration page asks about losing clients and winning deals; runs on the book's thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from portfolio_app.ui.pages.analysis.concentration_data import Question

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.concentration import Offer, Scenario

MOST_OFFERS = 200


@dataclass(frozen=True)
class Choice:
    """Who leaves (client ids), what is won (deal ids), whether deals count in full, and the limit to come below."""

    lost: tuple[int, ...] = ()
    won: tuple[int, ...] = ()
    fully: bool = False
    limit: float = 0.10


@dataclass(frozen=True)
class IfAnswer:
    """The scenario of a choice, and the open deals to choose from (the most expected `MOST_OFFERS`)."""

    question: Question
    choice: Choice
    scenario: Scenario
    offers: tuple[Offer, ...] = field(repr=False)
    replace_months: int | None


def look(book: Any, question: Question, choice: Choice) -> IfAnswer:
    """The portfolio as it would be."""
    from portfolio_app.services import concentration as service

    scenario = service.what_if(
        book,
        question.as_of,
        question.window_days,
        question.measure,
        lost=choice.lost,
        won=choice.won,
        fully=choice.fully,
        limit=choice.limit,
    )
    months = scenario.loss.replace_months if scenario.loss is not None else None
    return IfAnswer(question, choice, scenario, service.offers(book)[:MOST_OFFERS], months)


def set_replace_months(book: Any, client_id: int, months: int | None) -> Changes:
    """Note how long replacing a client would take."""
    from portfolio_app.services import clients

    return clients.update_client(book, client_id, {"replace_months": months})
