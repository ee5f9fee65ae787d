"""What the Indicators tab asks for, without a widget in sight. The looks run on the book's thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from portfolio_app.analysis.cohorts import Cohorts
    from portfolio_app.analysis.revenue_bridge import Bridge as RevenueBridge
    from portfolio_app.analysis.revenue_forecast import Forecast
    from portfolio_app.services.kpis import KpiDetail, KpiView

Days = tuple[date, date]
FREE = "free"
PERIODS = ("year", "full_year", "so_far", "quarter", "month", FREE)
AGAINST = ("year", "before", FREE)
VIEWS = ("indicators", "bridge", "cohorts", "forecast")
Measure = Literal["active", "ordered"]


@dataclass(frozen=True)
class Question:
    """Which period against which. `days` and `against_days` count where the choice is "free"."""

    today: date
    period: str = "year"
    against: str = "year"
    days: Days | None = None
    against_days: Days | None = None


@dataclass(frozen=True)
class Asked:
    """The periods of a question as days."""

    today: date
    period: Days
    against: Days


@dataclass(frozen=True)
class Answer:
    """All indicators, of which there is something to say, or not, of the whole book (`is_empty`)."""

    asked: Asked
    view: KpiView
    is_empty: bool


@dataclass(frozen=True)
class Chosen:
    """One indicator: its figures, and its course with the clients behind it."""

    code: str
    view: KpiView
    detail: KpiDetail


@dataclass(frozen=True)
class Bridge:
    """What moved from one period to the other."""

    asked: Asked
    found: RevenueBridge


@dataclass(frozen=True)
class CohortTable:
    """The cohorts as of a day."""

    today: date
    found: Cohorts


@dataclass(frozen=True)
class Outlook:
    """The forecast as of a day."""

    today: date
    found: Forecast


def asked(question: Question) -> Asked:
    """The days of the two periods, in the order of the calendar."""
    from portfolio_app.services import kpis

    today = question.today
    if question.period == FREE and question.days is not None:
        period = _ordered(question.days)
    else:
        period = kpis.named_period(question.period, today)
    if question.against == FREE and question.against_days is not None:
        against = _ordered(question.against_days)
    else:
        against = kpis.compared_with(question.against, period)
    return Asked(today, period, against)


def _ordered(days: Days) -> Days:
    first, last = sorted(days)
    return first, last


def look(book: Any, question: Question) -> Answer:
    """Every indicator over the two periods."""
    from portfolio_app.services import kpis
    from portfolio_app.services.sales import any_sales

    found = asked(question)
    view = kpis.indicators(book, found.today, found.period, found.against)
    says_nothing = not any(each.value for each in view.readings.values()) and not view.course.drop(
        columns="end"
    ).any(axis=None)
    # Sales of long ago: another period, which one can choose, has something to say.
    return Answer(found, view, says_nothing and not any_sales(book))


def look_at(book: Any, question: Question, code: str) -> Chosen:
    """One indicator."""
    from portfolio_app.services import kpis

    found = asked(question)
    view = kpis.indicators(book, found.today, found.period, found.against)
    return Chosen(code, view, kpis.detail(book, found.today, found.period, code))


def look_bridge(book: Any, question: Question) -> Bridge:
    """The revenue bridge from the one period to the other, the earlier one first."""
    from portfolio_app.services import kpis

    found = asked(question)
    if found.against[1] > found.period[1]:
        found = replace(found, period=found.against, against=found.period)
    return Bridge(found, kpis.bridge(book, found.today, found.against, found.period))


def look_cohorts(book: Any, today: date, grain: int | None, measure: Measure) -> CohortTable:
    """The cohorts, by so many months each."""
    from portfolio_app.services import kpis

    return CohortTable(today, kpis.cohorts(book, today, grain, measure))


def look_forecast(book: Any, today: date) -> Outlook:
    """The forecast of the next three months."""
    from portfolio_app.services import kpis

    return Outlook(today, kpis.forecast(book, today))


def set_target(book: Any, code: str, target: tuple[float, float] | None) -> Any:
    """Aim at something else with an indicator, or at nothing."""
    from portfolio_app.services.analysis_settings import analysis_settings, set_analysis

    targets = {name: pair for name, pair in analysis_settings(book).targets.items() if name != code}
    return set_analysis(book, targets=targets if target is None else {**targets, code: target})
