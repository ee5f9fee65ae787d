"""What the map shows: asked on the book's thread, plain data out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from portfolio_app.services.places import Area

MapName = Literal["france", "world"]
Measure = Literal["revenue", "clients", "due"]
MEASURES: tuple[Measure, ...] = ("revenue", "clients", "due")


@dataclass(frozen=True)
class Question:
    """Which map, and what its tones mean; "" lets the data decide which map."""

    today: date
    map_name: MapName | Literal[""] = ""
    measure: Measure = "revenue"


@dataclass(frozen=True)
class Line:
    """One area as the table shows it; `name` as people say it, "" for clients whose place is unknown."""

    area: Area
    name: str
    share: float | None


@dataclass(frozen=True)
class Answer:
    """The areas of the map, the largest figure first, those without a place last.

    `names`: of all areas of the map; `credit`: whom the outlines are owed to; `hidden`: areas that the map is too
    small to show; `abroad`: clients elsewhere, of the map of France.
    """

    question: Question
    map_name: MapName
    lines: tuple[Line, ...]
    credit: str
    hidden: int
    abroad: int

    @property
    def placed(self) -> tuple[Line, ...]:
        """The lines that have a place."""
        return tuple(line for line in self.lines if line.area.code)

    @property
    def unplaced(self) -> Line | None:
        """The clients without a place, if there are any."""
        return next((line for line in self.lines if not line.area.code), None)

    @property
    def clients(self) -> int:
        """All the clients in question."""
        return sum(line.area.clients for line in self.lines)


def figure(area: Area, measure: Measure) -> int:
    """What is asked of an area: money units or a count."""
    return {"revenue": area.revenue, "clients": area.clients, "due": area.due}[measure]


def look(book: Any, question: Question) -> Answer:
    """Who is where."""
    from portfolio_app.charts.outlines import load
    from portfolio_app.services.places import HOME, places

    found = places(book, question.today)
    french = sum(area.clients for area in found.departments)
    everyone = sum(area.clients for area in found.countries)
    chosen = question.map_name or ("france" if 2 * french >= everyone else "world")
    areas = found.departments if chosen == "france" else found.countries
    outlines = load(chosen)
    drawn = {outline.code for outline in outlines.areas}
    total = sum(figure(area, question.measure) for area in areas)
    ranked = sorted(areas, key=lambda area: (not area.code, -figure(area, question.measure), -area.clients))
    lines = tuple(
        Line(
            area=area,
            name=outlines.names.get(area.code, area.code),
            share=figure(area, question.measure) / total if total > 0 else None,
        )
        for area in ranked
    )
    return Answer(
        question=question,
        map_name=chosen,
        lines=lines,
        credit=outlines.credit,
        hidden=sum(1 for area in areas if area.code and area.code not in drawn),
        abroad=sum(area.clients for area in found.countries if area.code not in ("", HOME))
        if chosen == "france"
        else 0,
    )
