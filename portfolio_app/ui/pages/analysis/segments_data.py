"""What the Segments tab asks for, and what it shows, without a widget in sight.

`look` runs on the book's thread and leaves nothing to compute to the page.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from portfolio_app.ui.pages.analysis.movement_data import Person

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.columns import Column
    from portfolio_app.services.groups import Group
    from portfolio_app.services.movement import Passage, SegmentProfile
    from portfolio_app.services.segmentations import SegmentationInfo

RFM = "rfm"
SCORES = (5, 4, 3, 2, 1)
"""Recency and frequency scores, best first."""


@dataclass(frozen=True)
class Question:
    """What is asked: a segmentation ("" is the one in force) on a day, and its comings and goings since another."""

    today: date
    as_of: date
    since: date
    segmentation: str = ""


@dataclass(frozen=True)
class Line:
    """One segment: its figures, its rule (None takes everyone left), and why that cannot be read, if so.

    `client_share`: its part of the clients; where the rule of thumb behind the segmentation `expected` a part,
    of those it speaks of: the clients with revenue.
    """

    place: int
    client_share: float | None
    profile: SegmentProfile
    rule: dict[str, Any] | None
    expected: float | None
    problem: Exception | None


@dataclass(frozen=True)
class RfmCell:
    """The clients of one pair of scores, the largest first, and their revenue in money units.

    `median`: the margin of the one in the middle; of all cells the revenue where the book knows no margin.
    """

    people: dict[int, Person] = field(default_factory=dict)
    revenue: int = 0
    median: int = 0


@dataclass(frozen=True)
class Answer:
    """What the tab shows. `rfm`: cells by (recency score, frequency score); None for other segmentations.

    `rfm_margin`: whether their medians are of margins. `last_sale`: the last day with a sale, if that was over before
    the 12 months looked at began.
    """

    question: Question
    info: SegmentationInfo
    segmentations: tuple[SegmentationInfo, ...]
    lines: tuple[Line, ...]
    clients: int
    catalogue: dict[str, Column] = field(repr=False)
    rfm: dict[tuple[int, int], RfmCell] | None = field(default=None, repr=False)
    rfm_margin: bool = False
    last_sale: date | None = None

    def line_of(self, code: str) -> Line | None:
        """The line of a segment."""
        return next((each for each in self.lines if each.profile.segment.code == code), None)


def look(book: Any, question: Question) -> Answer:
    """A segmentation with the figures of its segments, ready to be shown."""
    from portfolio_app.analysis.segments import EXPECTED_CLIENT_SHARES
    from portfolio_app.services import movement, segmentations

    infos = segmentations.segmentations(book)
    info = next((each for each in infos if each.code == question.segmentation), None)
    if info is None:
        info = next(each for each in infos if each.in_force)
    profiles = movement.segment_profiles(book, question.as_of, question.since, info.code)
    expected = EXPECTED_CLIENT_SHARES.get(info.code, ())
    spoken_of = sum(each.clients for each in profiles[: len(expected)])
    lines = tuple(
        Line(
            place=place,
            client_share=_share(profile, place, len(expected), spoken_of),
            profile=profile,
            rule=profile.segment.rule,
            expected=expected[place] / 100 if place < len(expected) else None,
            problem=info.problems.get(profile.segment.code),
        )
        for place, profile in enumerate(profiles)
    )
    cells, by_margin = _rfm(book, question.as_of) if info.code == RFM else (None, False)
    return Answer(
        question=question,
        info=info,
        segmentations=tuple(infos),
        lines=lines,
        clients=sum(each.clients for each in profiles),
        catalogue=segmentations.catalogue(book),
        rfm=cells,
        rfm_margin=by_margin,
        last_sale=movement.stopped_on(book, question.as_of),
    )


def _share(profile: SegmentProfile, place: int, expected: int, spoken_of: int) -> float | None:
    if not expected:
        return profile.client_share
    return profile.clients / spoken_of if place < expected and spoken_of else None


def _rfm(book: Any, as_of: date) -> tuple[dict[tuple[int, int], RfmCell], bool]:
    """The cells, and whether their medians are of margins."""
    from portfolio_app.services import portfolio

    table = portfolio.snapshot(book, as_of).metrics
    by_margin = bool((table["margin_known_window"] != 0).any())
    table = table[table["recency_score"].notna() & table["frequency_score"].notna()]
    table = table.sort_values("revenue_window", ascending=False, kind="stable")
    worth = "margin_window" if by_margin else "revenue_window"
    cells = {
        (int(recency), int(frequency)): RfmCell(
            _people(part), int(part["revenue_window"].sum()), round(float(part[worth].median()))
        )
        for (recency, frequency), part in table.groupby(["recency_score", "frequency_score"])
    }
    return cells, by_margin


def _people(table: pd.DataFrame) -> dict[int, Person]:
    worth = zip(table.index, table["client_name"], table["revenue_window"], strict=True)
    return {int(client): Person(str(name), 0, int(revenue)) for client, name, revenue in worth}


def rows_of(passages: tuple[Passage, ...]) -> dict[int, Passage]:
    """Comings or goings by client."""
    return {each.client_id: each for each in passages}


def groups(book: Any, today: date) -> list[tuple[Group, int]]:
    """The groups and how many clients each has."""
    from portfolio_app.services import groups as service

    counts = service.group_counts(book, today)
    return [(each, counts.get(each.id, 0)) for each in service.groups(book)]


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last of that month when it is shorter."""
    index = day.year * 12 + day.month - 1 - months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
