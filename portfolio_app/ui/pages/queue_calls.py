"""What the queue's widgets have done on the book's thread; the services are imported there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from portfolio_app.services.agenda import QueueRow, QueueView
    from portfolio_app.services.agenda_actions import Proposal
    from portfolio_app.services.books import Book
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.plans import EnrolmentView, PlanView
    from portfolio_app.services.route import RouteArea

PlansInForce = tuple[list["PlanView"], list["EnrolmentView"]]


def queue_view(book: Book, as_of: date, view: str, by: str) -> QueueView:
    """One view of the whole queue, grouped."""
    from portfolio_app.services import agenda

    return agenda.queue_view(book, as_of, view, by=by)


def worth_doing(book: Book, as_of: date, limit: int) -> QueueView:
    """The best of what is due, or of what comes next."""
    from portfolio_app.services import agenda

    return agenda.worth_doing(book, as_of, limit)


def queue_rows(book: Book, ids: Sequence[int], as_of: date) -> dict[int, QueueRow]:
    """Lines by client."""
    from portfolio_app.services import agenda

    return {row.client_id: row for row in agenda.queue_rows(book, ids, as_of)}


def client_names(book: Book, ids: Sequence[int]) -> list[tuple[int, str]]:
    """(id, name) in the order of `ids`."""
    from portfolio_app.services import agenda

    return agenda.client_names(book, ids)


def finish(book: Book, client_ids: Sequence[int], as_of: date) -> Changes:
    """Tick off what is next for these clients."""
    from portfolio_app.services import agenda_actions

    return agenda_actions.finish(book, client_ids, as_of)


def postpone(book: Book, client_ids: Sequence[int], as_of: date, until: date) -> Changes:
    """Put off what is next for these clients."""
    from portfolio_app.services import agenda_actions

    return agenda_actions.postpone(book, client_ids, as_of, until)


def wait(book: Book, client_ids: Sequence[int], as_of: date, until: date) -> Changes:
    """Wait for the answer of these clients until a day."""
    from portfolio_app.services import agenda_actions

    return agenda_actions.wait(book, client_ids, as_of, until)


def proposal(book: Book, client_id: int, as_of: date) -> Proposal:
    """What to do next for a client."""
    from portfolio_app.services import agenda_actions

    return agenda_actions.proposal(book, client_id, as_of)


def plan_next(book: Book, client_ids: Sequence[int], due_on: date, kind: str, title: str) -> Changes:
    """Plan the next thing for these clients."""
    from portfolio_app.services import agenda_actions

    return agenda_actions.plan_next(book, client_ids, due_on, kind, title)


def set_cadence(book: Book, code: str, ideal_days: int, max_days: int) -> Changes:
    """Change a segment's contact rhythm."""
    from portfolio_app.services import segments

    return segments.set_cadence(book, code, ideal_days, max_days)


def capacity(book: Book) -> int | None:
    """How many clients a day, None for no limit."""
    from portfolio_app.services import agenda_settings

    return agenda_settings.book_agenda(book).capacity


def set_capacity(book: Book, count: int | None) -> Changes:
    """Change how many clients a day."""
    from portfolio_app.services import agenda_settings

    return agenda_settings.set_agenda(book, capacity=count)


def route(book: Book, as_of: date, visits_only: bool) -> list[RouteArea]:
    """The due clients by area, with those nearby who are due this week."""
    from portfolio_app.services import route as routes

    return routes.route(book, as_of, visits_only=visits_only)


def plans(book: Book) -> list[PlanView]:
    """The plans there are."""
    from portfolio_app.services import plans as stored

    return stored.plans(book)


def plans_in_force(book: Book) -> PlansInForce:
    """The plans there are, and who is in them."""
    from portfolio_app.services import plans as stored

    return stored.plans(book), [each for each in stored.enrolments(book) if each.ended_on is None]


def enrol(book: Book, plan_id: int, client_ids: Sequence[int]) -> Changes:
    """Put these clients into a plan."""
    from portfolio_app.services import plans as stored

    return stored.enrol(book, plan_id, client_ids)


def stop(book: Book, enrolment_id: int) -> Changes:
    """Take a client out of a plan."""
    from portfolio_app.services import plans as stored

    return stored.stop(book, enrolment_id)


def save_plan(book: Book, plan_id: int | None, name: str, steps: Sequence[Mapping[str, Any]]) -> Changes:
    """Make a plan (None), or change one."""
    from portfolio_app.services import plans as stored

    if plan_id is None:
        return stored.create_plan(book, name, steps)
    return stored.update_plan(book, plan_id, name=name, steps=steps)


def delete_plan(book: Book, plan_id: int) -> Changes:
    """Remove a plan."""
    from portfolio_app.services import plans as stored

    return stored.delete_plan(book, plan_id)
