"""Groups: saved filters over the clients, each a named rule. They may overlap, and a client may be in none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from portfolio_app.errors import NotFoundError, RuleError
from portfolio_app.models.entities import ClientGroup
from portfolio_app.services import segment_store
from portfolio_app.services.changes import Changes
from portfolio_app.services.portfolio import DERIVED_FROM, snapshot
from portfolio_app.services.records import get
from portfolio_app.services.segments import check_colour, check_name
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import pandas as pd

COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#999999")
"""Given to new groups in turn (Okabe-Ito)."""


@dataclass(frozen=True)
class Group:
    """A group. `problem`: why its rule cannot be read any more; then nobody is in it."""

    id: int
    name: str
    colour: str
    rule: dict[str, Any]
    problem: RuleError | None = None


def groups(book: Book) -> list[Group]:
    """The groups, in their order."""
    return list(book.cache.get(("groups",), ("client_group", "custom_field"), lambda: _groups(book)))


def _groups(book: Book) -> tuple[Group, ...]:
    with book.read_session() as session:
        rows = session.scalars(select(ClientGroup).order_by(ClientGroup.position, ClientGroup.id))
        found = [Group(row.id, row.name, row.colour, row.rule) for row in rows]
    # What rules may ask for is read from the book too, so not while this is.
    return tuple(replace(group, problem=segment_store.problem(book, group.rule)) for group in found)


def create_group(book: Book, name: str, rule: dict[str, Any], colour: str = "") -> Changes:
    """Add a group at the end; `changes.created["client_group"]` holds its id.

    Raises `RuleError`, `InvalidValueError`.
    """
    segment_store.check_rule(book, rule)
    name = check_name(name)
    with book.step("create_group", name=name) as step:
        last, number = step.session.execute(
            select(func.coalesce(func.max(ClientGroup.position), 0), func.count(ClientGroup.id))
        ).one()
        chosen = check_colour(colour or COLOURS[number % len(COLOURS)])
        step.session.add(ClientGroup(name=name, colour=chosen, position=last + 1, rule=rule))
    return step.changes


def update_group(
    book: Book,
    group_id: int,
    *,
    name: str | None = None,
    rule: dict[str, Any] | None = None,
    colour: str | None = None,
    position: int | None = None,
) -> Changes:
    """Change what is given of a group; `position` is its new place among the groups, 0 the first.

    Raises `RuleError`, `InvalidValueError`, `NotFoundError`.
    """
    if rule is not None:
        segment_store.check_rule(book, rule)
    with book.step("update_group", group=group_id) as step:
        group = get(step.session, ClientGroup, group_id)
        if name is not None:
            group.name = check_name(name)
        if rule is not None:
            group.rule = rule
        if colour is not None:
            group.colour = check_colour(colour)
        if position is not None:
            others = list(
                step.session.scalars(
                    select(ClientGroup)
                    .where(ClientGroup.id != group_id)
                    .order_by(ClientGroup.position, ClientGroup.id)
                )
            )
            others.insert(max(position, 0), group)
            for place, each in enumerate(others, start=1):
                each.position = place
    return step.changes


def delete_group(book: Book, group_id: int) -> Changes:
    """Delete a group; its clients stay. Raises `NotFoundError`."""
    with book.step("delete_group", group=group_id) as step:
        step.session.delete(get(step.session, ClientGroup, group_id))
    return step.changes


def members(book: Book, group_id: int, as_of: date) -> list[int]:
    """The ids of the clients in a group, those with most revenue first. Raises `NotFoundError`."""
    inside = _inside(book, as_of).get(group_id)
    if inside is None:
        raise NotFoundError("not_found", kind="group", id=group_id)
    table = snapshot(book, as_of).metrics
    revenue = table["revenue_window"][inside].sort_values(ascending=False, kind="stable")
    return [int(client_id) for client_id in revenue.index]


def group_counts(book: Book, as_of: date) -> dict[int, int]:
    """Number of clients by group id."""
    return {group_id: int(inside.sum()) for group_id, inside in _inside(book, as_of).items()}


def groups_of(book: Book, client_id: int, as_of: date) -> list[Group]:
    """The groups a client is in."""
    inside = _inside(book, as_of)
    return [group for group in groups(book) if bool(inside[group.id].get(client_id, False))]


def _inside(book: Book, as_of: date) -> dict[int, pd.Series]:
    """By group id, whether each client of that day's table is in it."""
    return book.cache.get(
        ("groups_inside", as_of), (*DERIVED_FROM, "client_group"), lambda: _evaluated(book, as_of)
    )


def _evaluated(book: Book, as_of: date) -> dict[int, pd.Series]:
    import pandas as pd

    from portfolio_app.analysis.rules import evaluate, parse_rule

    table = snapshot(book, as_of).metrics
    columns = segment_store.catalogue(book)
    return {
        group.id: evaluate(parse_rule(group.rule, columns), table, as_of)
        if group.problem is None
        else pd.Series(False, index=table.index)
        for group in groups(book)
    }
