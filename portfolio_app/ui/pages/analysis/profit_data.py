"""What the Profit tab asks for, and what it shows, without a widget in sight.

`look` runs on the book's thread and leaves nothing to compute to the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from portfolio_app.analysis.profit import Statement
    from portfolio_app.analysis.profit_levers import Verdict
    from portfolio_app.services.portfolio import SegmentInfo
    from portfolio_app.services.profit import BelowTheLine, ProfitView

YEAR = 365
Period = Literal["year", "calendar", "all", "free"]
FIRST = 200
MOST_COSTLY = 500
"""More clients with a result below zero than that are counted, not listed."""
SORTS = ("name", "revenue", "margin", "margin_rate", "service", "result", "before")


@dataclass(frozen=True)
class Question:
    """What is asked. `calendar`: the last full year; `start` and `end` count for a free period only.

    `estimate`: unknown costs of goods at the margin rate of the book.
    """

    today: date
    period: Period = "year"
    start: date | None = None
    end: date | None = None
    estimate: bool = False

    @property
    def as_of(self) -> date:
        """The last day of the period."""
        if self.period == "calendar":
            return date(self.today.year - 1, 12, 31)
        return self.end if self.period == "free" and self.end is not None else self.today

    @property
    def window_days(self) -> int | None:
        """How many days the period has, the last one included; None for all time."""
        if self.period == "all":
            return None
        if self.period == "calendar":
            return (self.as_of - date(self.as_of.year - 1, 12, 31)).days
        if self.period == "free" and self.start is not None:
            return max(1, (self.as_of - self.start).days + 1)
        return YEAR


@dataclass(frozen=True)
class Line:
    """A client in the table. Amounts in money units; what is not known is None."""

    id: int
    name: str
    segment: str
    revenue: int
    margin: int | None
    margin_rate: float | None
    is_estimated: bool
    is_margin_part: bool
    service: int
    result: int | None
    before: int | None


@dataclass(frozen=True)
class SegmentLine:
    """A segment in its table, with its statement and that of the period before."""

    info: SegmentInfo
    statement: Statement
    before: Statement | None


@dataclass(frozen=True)
class CostlyLine:
    """A client with a result below zero, what to make of it and what would help."""

    id: int
    name: str
    role: str
    result: int
    revenue: int
    verdict: Verdict


@dataclass(frozen=True)
class Subject:
    """Whose statement is shown: the "book", a "segment" by its code, or a "client" by its id."""

    kind: Literal["book", "segment", "client"] = "book"
    key: str = ""


@dataclass(frozen=True)
class Told:
    """A statement to show; `below` for the whole book only. `name` of the client or the segment."""

    subject: Subject
    name: str
    statement: Statement
    before: Statement | None
    below: BelowTheLine | None = None
    below_before: BelowTheLine | None = None


@dataclass(frozen=True)
class Answer:
    """Everything the tab shows. `ids`: the clients by `sort` (one of `SORTS`, whether descending).

    `first`: the lines a table shows at once. `last_sale`: the last day with a sale up to the end of the period, where
    nothing happened in it.
    """

    question: Question
    view: ProfitView = field(repr=False)
    told: Told
    ids: list[int] = field(repr=False)
    sort: tuple[str, bool]
    first: dict[int, Line] = field(repr=False)
    segments: tuple[SegmentLine, ...]
    costly: tuple[CostlyLine, ...]
    names: dict[int, str] = field(repr=False)
    last_sale: date | None = None


def look(book: Any, question: Question, subject: Subject = Subject()) -> Answer:
    """The statements of a period, ready to be shown."""
    from portfolio_app.services import profit

    view = profit.profit(book, question.as_of, question.window_days, estimate=question.estimate)
    if question.estimate and not view.can_estimate:
        question = replace(question, estimate=False)
    # Worst first, or the largest first where nobody's result is known.
    sort = ("revenue", True) if view.whale.table.empty else ("result", False)
    ids = ordered(view, sort[0], descending=sort[1])
    told = tell(view, subject) or tell(view, Subject())
    assert told is not None
    return Answer(
        question=question,
        view=view,
        told=told,
        ids=ids,
        sort=sort,
        first=lines(view, ids[:FIRST]),
        segments=tuple(
            SegmentLine(info, view.statements[info.code], view.statements_before.get(info.code))
            for info in view.segments
            if info.code in view.statements
        ),
        costly=_costly(view),
        names=dict(zip(view.table.index.tolist(), view.table["name"].tolist(), strict=True)),
        last_sale=_last_sale(book, question.as_of) if view.table.empty else None,
    )


def tell(view: ProfitView, subject: Subject) -> Told | None:
    """The statement of a subject; None where nothing happened with it in the period."""
    from portfolio_app.services import profit

    if subject.kind == "client":
        client = int(subject.key)
        found = profit.statement_of(view, client)
        return None if found is None else Told(subject, str(view.table.loc[client, "name"]), *found)
    if subject.kind == "segment":
        info = next((each for each in view.segments if each.code == subject.key), None)
        if info is None or info.code not in view.statements:
            return None
        before = view.statements_before.get(info.code)
        return Told(subject, info.name, view.statements[info.code], before)
    return Told(subject, "", view.total, view.total_before, view.below, view.below_before)


def ordered(view: ProfitView, by: str, *, descending: bool) -> list[int]:
    """The clients by one of `SORTS`; those for which it is not known stand last."""
    table = view.table
    if by == "name":
        keys = table["name"].str.casefold()
    elif by == "before":
        keys = (
            table["result"] * float("nan")
            if view.before is None
            else view.before["result"].reindex(table.index)
        )
    elif by == "service":
        keys = table[["delivery", "time", "visits", "acquisition", "late"]].sum(axis=1)
    elif by == "margin_rate":
        base = table["revenue"] if view.rate is not None else table["known"]
        keys = (table["margin"] / base.where(base > 0)).astype(float)
    else:
        keys = table[by]
    return [
        int(each)
        for each in keys.sort_values(ascending=not descending, kind="stable", na_position="last").index
    ]


def lines(view: ProfitView, ids: list[int]) -> dict[int, Line]:
    """The rows of these clients; those not in the table are left out."""
    part = view.table.loc[view.table.index.intersection(ids)]
    before = None if view.before is None else view.before["result"].reindex(part.index)
    found = {}
    for place, row in enumerate(part.itertuples()):
        base = int(row.revenue) if view.rate is not None else int(row.known)
        past = float("nan") if before is None else float(before.iloc[place])
        found[int(row.Index)] = Line(
            id=int(row.Index),
            name=str(row.name),
            segment="" if row.segment != row.segment else str(row.segment),
            revenue=int(row.revenue),
            margin=int(row.margin)
            if row.known or row.cost or row.estimated or not row.unknown_lines
            else None,
            margin_rate=row.margin / base if base > 0 else None,
            is_estimated=view.rate is not None and row.unknown_lines > 0,
            is_margin_part=view.rate is None and row.unknown_lines > 0,
            service=int(row.delivery + row.time + row.visits + row.acquisition + row.late),
            result=None if row.result != row.result else int(row.result),
            before=None if past != past else int(past),
        )
    return found


def _costly(view: ProfitView) -> tuple[CostlyLine, ...]:
    from portfolio_app.services import profit

    found = []
    for client in profit.costly(view)[:MOST_COSTLY]:
        verdict, row = profit.verdict_of(view, client), view.table.loc[client]
        if verdict is not None:
            told = (str(row["name"]), str(row["strategic_role"]), int(row["result"]), int(row["revenue"]))
            found.append(CostlyLine(client, *told, verdict))
    return tuple(found)


def _last_sale(book: Any, as_of: date) -> date | None:
    from portfolio_app.services import portfolio

    return portfolio.concentration(book, as_of, None).last_sale
