"""What the concentration page asks for, and what it shows, without a widget in sight.

`look` runs on the book's thread and leaves nothing to compute to the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from portfolio_app.services.portfolio import ConcentrationView

YEAR = 365
Period = Literal["year", "all", "free"]
LIMITS = (0.10, 0.25)
"""Shares of one client from which it is watched, and alarming, unless the settings say otherwise."""
EXPECTED = {"abc_rank": (0.2, 0.2, 0.6), "abc_revenue": (0.1, 0.4, 0.5), "abc_80_95": (0.2, 0.3, 0.5)}
"""The part of the clients that classes A, B and C hold where the reading's rule of thumb is true."""
TOP = 10
FIRST = 200


@dataclass(frozen=True)
class Question:
    """What is asked. `start` and `end` count for a free period only; both days are part of it."""

    today: date
    period: Period = "year"
    measure: str = "revenue"
    start: date | None = None
    end: date | None = None

    @property
    def as_of(self) -> date:
        """The last day of the period."""
        return self.end if self.period == "free" and self.end is not None else self.today

    @property
    def window_days(self) -> int | None:
        """How many days the period has, the last one included; None for all time."""
        if self.period == "all":
            return None
        if self.period == "free" and self.start is not None:
            return max(1, (self.as_of - self.start).days + 1)
        return YEAR


@dataclass(frozen=True)
class ClassLine:
    """One class of a reading. Amounts in money units; what cannot be said is None."""

    name: str
    clients: int
    client_share: float | None
    expected: float
    amount: int
    share: float | None
    average: int | None


@dataclass(frozen=True)
class ClientLine:
    """One client of the ranking, with its class in each reading."""

    id: int
    rank: int
    name: str
    amount: int
    share: float | None
    cumulated: float | None
    classes: dict[str, str]


@dataclass(frozen=True)
class Answer:
    """Everything the page shows. `ids` in order of rank; `places` finds a client's row in the table.

    `first` holds the lines that a table shows at once. `lacks_costs`: there are sales in the period, but
    none with a cost, so no margin can be told. `limits`: shares from which one client is watched, and alarming.
    """

    question: Question
    view: ConcentrationView
    ids: list[int]
    classes: dict[str, tuple[ClassLine, ...]]
    top: tuple[ClientLine, ...]
    lacks_costs: bool
    first: dict[int, ClientLine] = field(repr=False)
    places: dict[int, int] = field(repr=False)
    limits: tuple[float, float] = LIMITS


def look(book: Any, question: Question) -> Answer:
    """The concentration of a period, ready to be shown."""
    from portfolio_app.services import portfolio
    from portfolio_app.services.analysis_settings import analysis_settings

    chosen = analysis_settings(book)
    view = portfolio.concentration(book, question.as_of, question.window_days, question.measure)
    ids = view.result.table["client_id"].tolist()
    lacks_costs = False
    if not ids and question.measure == "margin":
        revenue = portfolio.concentration(book, question.as_of, question.window_days)
        lacks_costs = not revenue.result.table.empty
    lines = _lines(view, list(range(min(FIRST, len(ids)))))
    return Answer(
        question=question,
        view=view,
        ids=ids,
        classes=_classes(view),
        top=tuple(lines[:TOP]),
        lacks_costs=lacks_costs,
        first={each.id: each for each in lines},
        places={client: row for row, client in enumerate(ids)},
        limits=(chosen.watch_share, chosen.alarm_share),
    )


def fetch(answer: Answer | None, ids: list[int]) -> dict[int, ClientLine]:
    """The lines of these clients; those that are not in the ranking are left out."""
    if answer is None:
        return {}
    places = [answer.places[item] for item in ids if item in answer.places]
    return {each.id: each for each in _lines(answer.view, places)}


def _lines(view: ConcentrationView, places: list[int]) -> list[ClientLine]:
    part = view.result.table.iloc[places]
    known = view.result.figures.total > 0
    columns = ("client_id", "rank", "name", "amount", "share", "cumulative_share", *EXPECTED)
    return [
        ClientLine(
            id=client,
            rank=rank,
            name=name,
            amount=amount,
            share=share if known else None,
            cumulated=cumulated if known else None,
            classes=dict(zip(EXPECTED, classes, strict=True)),
        )
        for client, rank, name, amount, share, cumulated, *classes in zip(
            *(part[column].tolist() for column in columns), strict=True
        )
    ]


def _classes(view: ConcentrationView) -> dict[str, tuple[ClassLine, ...]]:
    from portfolio_app.analysis.concentration import abc_summary

    return {
        reading: tuple(
            ClassLine(
                name=str(row.Index),
                clients=int(row.clients),
                client_share=_number(row.client_share),
                expected=expected,
                amount=int(row.amount),
                share=_number(row.share),
                average=None if _number(row.average) is None else round(row.average),
            )
            for row, expected in zip(
                abc_summary(view.result.table, reading).itertuples(), shares, strict=True
            )
        )
        for reading, shares in EXPECTED.items()
    }


def _number(value: float) -> float | None:
    return None if value != value else float(value)


def threshold(share: float, limits: tuple[float, float]) -> float | None:
    """The highest limit that a share reaches."""
    return next((limit for limit in reversed(limits) if share >= limit), None)
