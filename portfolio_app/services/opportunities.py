"""What could be sold to whom, and what the user makes of it: a follow-up, a plan, or nothing for six months."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import Client, OpportunityAnswer
from portfolio_app.services import plans, portfolio
from portfolio_app.services.changes import Changes
from portfolio_app.services.follow_ups import new_follow_up
from portfolio_app.services.records import get
from portfolio_app.services.working_days import working_days
from portfolio_app.storage.book import Book, Step

if TYPE_CHECKING:
    from datetime import date

    from portfolio_app.analysis.assortment import Unit
    from portfolio_app.analysis.opportunities import Opportunities

KINDS = ("cross_sell", "upsell", "frequency", "win_back", "look_alike")
RECORDS = (*portfolio.DERIVED_FROM, "product", "deal", "opportunity_answer")
"""The kinds of record that opportunities are computed from."""
_KEPT = 3
_ABOUT = re.compile(r"|product:[0-9]{1,15}|category:.{1,200}", re.DOTALL)


@dataclass(frozen=True)
class Offer:
    """What is proposed to a client: `kind` of `KINDS`, `about` "product:12", "category:Wine" or ""."""

    client_id: int
    kind: str
    about: str = ""


def opportunities(book: Book, as_of: date, unit: Unit | None = None) -> Opportunities:
    """Everything found on a day, by product or by category (None: what suits the book), from 12 months of sales.

    Cached until the book changes. See `portfolio_app.analysis.opportunities`.
    """

    def make() -> Opportunities:
        from portfolio_app.analysis.opportunities import opportunities as found
        from portfolio_app.storage import frames
        from portfolio_app.storage.opportunity_frames import opportunity_records
        from portfolio_app.storage.product_frames import client_products

        table = portfolio.snapshot(book, as_of).metrics
        bought = client_products(book, as_of, portfolio.WINDOW_DAYS)
        segments = portfolio.segments(book, as_of=as_of)
        cadences = {each.code: (each.ideal_days, each.max_days) for each in segments}
        records = opportunity_records(book)
        lines, facts = frames.sale_lines(book), frames.sale_facts(book)
        return found(table, bought, lines, facts, records, cadences, as_of, unit)

    return book.cache.get(("opportunities", as_of, unit), RECORDS, make, few=_KEPT)


def plan_offer(book: Book, offer: Offer, values: Mapping[str, Any]) -> Changes:
    """Plan a follow-up about a proposal (`values` as for `follow_ups.plan_follow_up`), which is thereby taken up.

    Without "due_on" it is for the next working day. Raises `InvalidValueError`, `NotFoundError`.
    """
    _check([offer])
    due_on = working_days(book, book.today()).after(book.today())
    with book.step("plan_offer") as step:
        get(step.session, Client, offer.client_id)
        step.session.add(new_follow_up(offer.client_id, {"due_on": due_on, **values}, step.now))
        _answer(book, step, [offer], "taken")
    return step.changes


def enrol_offers(book: Book, plan_id: int, offers: Sequence[Offer]) -> Changes:
    """Put the clients of proposals into a plan; those already in it stay as they are.

    Raises `InvalidValueError`, `NotFoundError`.
    """
    _check(offers)
    with book.step("enrol_offers", count=len(offers)) as step:
        plans.begin(step.session, plan_id, [offer.client_id for offer in offers], book.today(), step.now)
        _answer(book, step, _of_clients(step.session, offers), "taken")
    return step.changes


def refuse_offers(book: Book, offers: Sequence[Offer]) -> Changes:
    """Not interested: these are not proposed again for six months. Raises `InvalidValueError`, `NotFoundError`."""
    _check(offers)
    with book.step("refuse_offers", count=len(offers)) as step:
        for offer in offers:
            get(step.session, Client, offer.client_id)
        _answer(book, step, offers, "refused")
    return step.changes


def _of_clients(session: Session, offers: Sequence[Offer]) -> list[Offer]:
    return [offer for offer in offers if session.get(Client, offer.client_id) is not None]


def _answer(book: Book, step: Step, offers: Sequence[Offer], answer: str) -> None:
    today = book.today()
    for offer in dict.fromkeys(offers):
        step.session.add(
            OpportunityAnswer(
                client_id=offer.client_id,
                kind=offer.kind,
                about=offer.about,
                answer=answer,
                on=today,
                created_at=step.now,
            )
        )


def _check(offers: Sequence[Offer]) -> None:
    for offer in offers:
        if offer.kind not in KINDS:
            raise InvalidValueError("not_a_choice", field="kind", value=offer.kind, allowed=", ".join(KINDS))
        if not _ABOUT.fullmatch(offer.about):
            allowed = "product:12, category:…"
            raise InvalidValueError("not_a_choice", field="about", value=offer.about[:80], allowed=allowed)
