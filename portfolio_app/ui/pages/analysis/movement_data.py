"""What the Movement tab asks for, and what it shows, without a widget in sight.

`look` runs on the book's thread and leaves nothing to compute to the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from portfolio_app.services.portfolio import SegmentInfo
    from portfolio_app.services.segmentations import SegmentationInfo

NEW, TOTAL = "new", "total"
Way = Literal["stay", "better", "worse", "new"]
WAYS: tuple[Way, ...] = ("better", "worse", "stay", "new")


@dataclass(frozen=True)
class Question:
    """Which two days are compared."""

    before: date
    after: date


@dataclass(frozen=True)
class Cell:
    """The clients that went from one segment to another, those with most revenue first.

    Revenue in money units over the 12 months up to the first and up to the second day.
    """

    ids: tuple[int, ...] = ()
    before: int = 0
    after: int = 0


NOBODY = Cell()


@dataclass(frozen=True)
class Person:
    """A client in a list: its revenue over the 12 months up to the first and up to the second day."""

    name: str
    before: int
    after: int

    @property
    def worth(self) -> int:
        """What it weighs in a list: the better of the two."""
        return max(self.before, self.after)


@dataclass(frozen=True)
class Answer:
    """What the tab shows. `rows` are segment codes and "new", `columns` segment codes, best first.

    `cells` by row and column, with "total" for the sums; `going`: everybody who went a way; `people`: every
    client in them, of whom `former` are former ones now.
    """

    question: Question
    info: SegmentationInfo
    segments: dict[str, SegmentInfo]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: dict[tuple[str, str], Cell] = field(repr=False)
    going: dict[Way, Cell] = field(repr=False)
    people: dict[int, Person] = field(repr=False)
    former: int

    def cell(self, row: str, column: str) -> Cell:
        """A cell, an empty one where nobody went that way."""
        return self.cells.get((row, column), NOBODY)

    def way(self, row: str, column: str) -> Way:
        """Whether going from one to the other is better, worse or none, by the order of the segments."""
        return _way(row, column, self.columns)


def _way(row: str, column: str, order: tuple[str, ...]) -> Way:
    if row == NEW:
        return "new"
    if row == column:
        return "stay"
    return "better" if order.index(column) < order.index(row) else "worse"


def _sum(cells: Iterable[Cell], people: dict[int, Person]) -> Cell:
    ids: list[int] = []
    before = after = 0
    for each in cells:
        ids += each.ids
        before, after = before + each.before, after + each.after
    ids.sort(key=lambda client: -people[client].worth)
    return Cell(tuple(ids), before, after)


def _totals(cells: dict[tuple[str, str], Cell], people: dict[int, Person]) -> dict[tuple[str, str], Cell]:
    rows = {row for row, _ in cells}
    columns = {column for _, column in cells}
    sums = {(row, TOTAL): _sum((each for at, each in cells.items() if at[0] == row), people) for row in rows}
    sums |= {
        (TOTAL, column): _sum((each for at, each in cells.items() if at[1] == column), people)
        for column in columns
    }
    return sums | {(TOTAL, TOTAL): _sum(cells.values(), people)}


def look(book: Any, question: Question) -> Answer:
    """Who was where on the two days, by the segmentation in force."""
    from portfolio_app.services import movement, segmentations

    view = movement.movement(book, question.before, question.after)
    info = next(each for each in segmentations.segmentations(book) if each.in_force)
    matrix = view.matrix
    cells = {
        (row, column): Cell(
            tuple(ids),
            int(matrix.revenue_before.at[row, column]),
            int(matrix.revenue_after.at[row, column]),
        )
        for (row, column), ids in matrix.members.items()
        if ids
    }
    people = {client: Person(view.names[client], *worth) for client, worth in view.revenue.items()}
    columns = view.order
    going = {
        way: _sum((each for at, each in cells.items() if _way(*at, columns) == way), people) for way in WAYS
    }
    return Answer(
        question=question,
        info=info,
        segments={each.code: each for each in view.segments},
        rows=(*view.order, NEW),
        columns=columns,
        cells=cells | _totals(cells, people) if cells else {},
        going=going,
        people=people,
        former=view.former,
    )
