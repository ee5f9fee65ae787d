"""What the Risks tab asks of the book, and what it shows; asked on the book's thread, plain data out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from portfolio_app.analysis.risk_strips import Strip
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.risks import ClientRisk, RiskView

AXES = ("dependency", "cost", "instability", "insolvency")
FLAGS = ("dissatisfied", "unfaithful", "insolvent")
ORDERS = ("exposed", "stake", "name")
WATCH, ALARM = 1, 2
STRIPS = 12
"""So many clients stand in the chart."""
FIRST = 200
"""So many rows come along with the answer."""


@dataclass(frozen=True)
class Question:
    """The clients at `level` at least on an axis or with a flag of loyalty ("": any), in an order of `ORDERS`."""

    today: date
    axis: str = ""
    level: int = WATCH
    order: str = ORDERS[0]
    descending: bool = True


@dataclass(frozen=True)
class Row:
    """One row of the chart of strips; `level`: of the sign of a broken rhythm."""

    strip: Strip
    name: str
    level: int


@dataclass(frozen=True)
class Answer:
    """What the tab shows. `clients`: in the book; `strips` of `late` clients in all, the first `STRIPS`.

    `recent`: whether anything is at stake, that is, was bought in the last 24 months.
    """

    question: Question
    view: RiskView
    clients: int
    ids: list[int]
    first: dict[int, ClientRisk] = field(repr=False)
    strips: tuple[Row, ...] = field(repr=False)
    late: int = 0
    recent: bool = True


def look(book: Any, question: Question) -> Answer:
    """The risks of the day, ready to be shown."""
    from portfolio_app.services import risks

    view = risks.risk_view(book, question.today)
    ids = view.listed(question.axis, question.level)
    in_chart = _in_chart(view, ids, question.axis)
    ordered = _ordered(view, ids, question)
    return Answer(
        question=question,
        view=view,
        clients=len(view.metrics),
        ids=ordered,
        first=risks.client_rows(view, ordered[:FIRST]),
        strips=_rows(book, view, in_chart[:STRIPS]),
        late=len(in_chart),
        recent=bool((view.risks["stake"] > 0).any()),
    )


def look_at_strips(book: Any, today: date) -> Answer:
    """The clients whose rhythm is broken, for the dashboard."""
    return look(book, Question(today, "instability"))


def detail(book: Any, client_id: int, today: date) -> ClientRisk:
    """One client with the records behind each sign."""
    from portfolio_app.services import risks

    return risks.client_risk(book, client_id, today)


def fetch(answer: Answer | None, ids: Sequence[int]) -> dict[int, ClientRisk]:
    """Rows of the list."""
    from portfolio_app.services import risks

    return {} if answer is None else risks.client_rows(answer.view, ids)


def plan(book: Any, client_ids: Sequence[int], today: date, title: str) -> Changes:
    """A call to these clients on the next working day."""
    from portfolio_app.services import agenda_actions
    from portfolio_app.services.working_days import working_days

    return agenda_actions.plan_next(book, client_ids, working_days(book, today).after(today), "call", title)


def _ordered(view: RiskView, ids: list[int], question: Question) -> list[int]:
    if question.order == "exposed":
        return ids if question.descending else ids[::-1]
    if question.order == "stake":
        column = view.risks["stake"].loc[ids]
    else:
        column = view.metrics["client_name"].loc[ids].str.casefold()
    found: list[int] = column.sort_values(kind="stable", ascending=not question.descending).index.tolist()
    return found


def _in_chart(view: RiskView, ids: list[int], axis: str) -> list[int]:
    """On the axes where silence counts, those whose rhythm is broken; else whoever is listed and bought."""
    if axis in ("", "instability", "unfaithful"):
        found = view.risks["sign_rhythm"].loc[ids] > 0
    else:
        found = view.metrics["order_days"].loc[ids] > 0
    kept: list[int] = found.index[found].tolist()
    return kept


def _rows(book: Any, view: RiskView, ids: list[int]) -> tuple[Row, ...]:
    from portfolio_app.services import risks

    names, levels = view.metrics["client_name"], view.risks["sign_rhythm"]
    return tuple(
        Row(strip, str(names.loc[strip.client_id]), int(levels.loc[strip.client_id]))
        for strip in risks.strips(book, ids, view.as_of)
    )
