"""What the concentration page shows of other times: the months before, the season before, what could be lost.

`look` runs on the book's thread; it asks more of the book than the figures of the day, so it is asked after them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from portfolio_app.ui.pages.analysis.concentration_data import LIMITS, Question

if TYPE_CHECKING:
    from portfolio_app.services.concentration import Trend
    from portfolio_app.services.portfolio import ConcentrationView

EXPOSED = 5
SILENT_DAYS = 31
"""A book without a sale for longer has stopped."""


@dataclass(frozen=True)
class Exposed:
    """A client by what is likely to be lost with it; amounts in money units, `p_active` a chance."""

    id: int
    name: str
    amount: int
    share: float
    p_active: float
    exposed: float


@dataclass(frozen=True)
class OverTime:
    """The view of today, that of the same season before (None for all time or before the book), and the months.

    `at_risk`: dependency at risk, None where no chance is known; `known`: the part of the amounts it is taken over;
    `exposed`: the clients it is most of. `measured`: "revenue" or "margin" as in the question.
    """

    question: Question
    view: ConcentrationView
    before: ConcentrationView | None
    trend: Trend
    at_risk: float | None
    at_risk_amount: int
    known: float
    exposed: tuple[Exposed, ...]
    limits: tuple[float, float] = LIMITS

    @property
    def is_before_whole(self) -> bool:
        """Whether sales are known from the beginning of the season before."""
        window, first = self.question.window_days, self.trend.first_sale
        if self.before is None or window is None or first is None:
            return False
        return first <= self.before.as_of - timedelta(days=window - 1)


def look(book: Any, question: Question) -> OverTime:
    """The months before, the season before and what could be lost, for a question."""
    from portfolio_app.services import concentration as service
    from portfolio_app.services import portfolio
    from portfolio_app.services.analysis_settings import analysis_settings

    window, measure = question.window_days, question.measure
    view = portfolio.concentration(book, question.as_of, window, measure)
    earlier = service.year_before(question.as_of, window)
    before = None if earlier is None else portfolio.concentration(book, earlier, window, measure)
    risk = service.exposure(book, question.as_of, window, measure)
    table = view.result.table.set_index("client_id")["name"]
    chosen = analysis_settings(book)
    return OverTime(
        question=question,
        view=view,
        before=before if before is not None and before.result.figures.total > 0 else None,
        trend=service.trend(book, _until(question.as_of, view.last_sale), measure),
        at_risk=risk.share,
        at_risk_amount=risk.amount,
        known=risk.known,
        exposed=tuple(
            Exposed(
                int(row.client_id),
                str(table[row.client_id]),
                int(row.amount),
                float(row.share),
                float(row.p_active),
                float(row.exposed),
            )
            for row in risk.table.head(EXPOSED).itertuples(index=False)
        ),
        limits=(chosen.watch_share, chosen.alarm_share),
    )


def _until(as_of: date, last_sale: date | None) -> date:
    """Where the months end: with the sales, in a book whose last one is long past.

    After it the year would only empty, and whoever bought last would seem to grow.
    """
    if last_sale is None or (as_of - last_sale).days <= SILENT_DAYS:
        return as_of
    return last_sale
