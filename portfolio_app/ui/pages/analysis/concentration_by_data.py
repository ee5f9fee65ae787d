"""What the concentration page shows by sector, segment, product or place; `look` runs on the book's thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from portfolio_app.ui.pages.analysis.concentration_data import LIMITS, Question

if TYPE_CHECKING:
    from portfolio_app.analysis.concentration import ConcentrationFigures

GROUPS, CLIENTS = 12, 14
"""So many groups, and clients in each, have a rectangle of their own; the rest of them share one."""


@dataclass(frozen=True)
class GroupLine:
    """One group. `key` is what it is called in the book, `name` the user's own name of a segment ("" else)."""

    place: int
    key: str
    name: str
    colour: str
    amount: int
    share: float | None
    cumulated: float | None
    clients: int
    ids: tuple[int, ...] = field(repr=False)


@dataclass(frozen=True)
class Cell:
    """One rectangle: a client of a group, or (`client_id` 0) so many clients of it, or of the groups left out.

    `group`: the place of the group, -1 for the groups left out together.
    """

    group: int
    client_id: int
    name: str
    amount: int
    ids: tuple[int, ...] = field(repr=False)


@dataclass(frozen=True)
class ByAnswer:
    """The groups, the largest first, their figures, and the rectangles.

    `unknown` (money units) and `unknown_ids`: what has no group, which is in no figure; `total`: of all.
    """

    question: Question
    by: str
    figures: ConcentrationFigures
    lines: tuple[GroupLine, ...] = field(repr=False)
    cells: tuple[Cell, ...] = field(repr=False)
    unknown: int
    unknown_ids: tuple[int, ...] = field(repr=False)
    limits: tuple[float, float] = LIMITS

    @property
    def total(self) -> int:
        """Of all groups and of what has none, in money units."""
        return self.figures.total + self.unknown


def look(book: Any, question: Question, by: str) -> ByAnswer:
    """The groups of a period, ready to be shown."""
    from portfolio_app.services import concentration as service
    from portfolio_app.services import portfolio
    from portfolio_app.services.analysis_settings import analysis_settings

    found = service.spread(book, question.as_of, question.window_days, by, question.measure)  # type: ignore[arg-type]
    infos = {each.code: each for each in portfolio.segments(book)} if by == "segment" else {}
    named = portfolio.concentration(book, question.as_of, question.window_days).result.table
    names = dict(zip(named["client_id"].tolist(), named["name"].tolist(), strict=True))
    members = _members(found)
    has_shares = found.result.figures.total > 0
    lines = []
    for row in found.result.table.itertuples(index=False):
        info = infos.get(row.name)
        ids, _ = members[row.client_id]
        lines.append(
            GroupLine(
                place=row.rank - 1,
                key=row.name,
                name=info.name if info is not None else "",
                colour=info.colour if info is not None else "",
                amount=row.amount,
                share=row.share if has_shares else None,
                cumulated=row.cumulative_share if has_shares else None,
                clients=int(found.clients[row.client_id]),
                ids=tuple(ids),
            )
        )
    chosen = analysis_settings(book)
    order = found.result.table["client_id"].tolist()
    return ByAnswer(
        question=question,
        by=by,
        figures=found.result.figures,
        lines=tuple(lines),
        cells=_cells([members[group] for group in order], names),
        unknown=found.unknown,
        unknown_ids=tuple(found.members(-1)),
        limits=(chosen.watch_share, chosen.alarm_share),
    )


def _members(found: Any) -> dict[int, tuple[list[int], list[int]]]:
    """By group its clients, the largest first, and what each brings to it."""
    rows = found.rows[found.rows["group"] >= 0]
    summed = rows.groupby(["group", "client_id"], sort=False)["amount"].sum().reset_index()
    ordered = summed.sort_values(["group", "amount"], ascending=[True, False], kind="stable")
    groups, ids, amounts = (ordered[name].tolist() for name in ("group", "client_id", "amount"))
    begins = [place for place, group in enumerate(groups) if not place or groups[place - 1] != group]
    return {
        groups[begin]: (ids[begin:end], amounts[begin:end]) for begin, end in pairwise([*begins, len(groups)])
    }


def _cells(groups: list[tuple[list[int], list[int]]], names: dict[int, str]) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for place, (ids, amounts) in enumerate(groups[:GROUPS]):
        for client, amount in zip(ids[:CLIENTS], amounts, strict=False):
            cells.append(Cell(place, client, names.get(client, ""), amount, (client,)))
        if len(ids) > CLIENTS:
            rest = sum(each for each in amounts[CLIENTS:] if each > 0)
            cells.append(Cell(place, 0, "", rest, tuple(ids[CLIENTS:])))
    others = groups[GROUPS:]
    if others:
        ids = list(dict.fromkeys(client for group in others for client in group[0]))
        amount = sum(max(sum(group[1]), 0) for group in others)
        cells.append(Cell(-1, 0, "", amount, tuple(ids)))
    return tuple(cells)
