"""The charts and figures of concentration that can stand on a page of one's own."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from portfolio_app.ui.pages.analysis import concentration_by_charts as by_charts
from portfolio_app.ui.pages.analysis import concentration_by_data as by_data
from portfolio_app.ui.pages.analysis import concentration_charts as charts
from portfolio_app.ui.pages.analysis import concentration_data as data
from portfolio_app.ui.pages.analysis import concentration_time_data as time_data
from portfolio_app.ui.pages.analysis import concentration_time_words as time_words
from portfolio_app.ui.pages.analysis import concentration_words as words
from portfolio_app.ui.pages.analysis.concentration_data import Answer, Question
from portfolio_app.ui.pages.analysis.concentration_time_data import OverTime
from portfolio_app.ui.pages.analysis.gallery import ChartSpec, Figure, TileSpec
from portfolio_app.ui.pages.analysis.tabs import SEGMENTED
from portfolio_app.ui.widgets.chart_card import Presented

SOLD = frozenset({"client", "sale", "setting"})
_TAB = "concentration"


def _look(book: Any, today: date) -> Answer:
    return data.look(book, Question(today))


def _look_back(book: Any, today: date) -> OverTime:
    return time_data.look(book, Question(today))


def _by_segment(book: Any, today: date) -> Any:
    return by_data.look(book, Question(today), "segment")


def _pareto(answer: Answer, currency: str) -> Presented:
    return charts.pareto(answer, "abc_rank", currency)


def _first(answer: Answer, currency: str) -> Presented:
    return charts.first_clients(answer, currency)


def _months(over: OverTime, currency: str) -> Presented:
    return charts.over_time(over)


def _lorenz(over: OverTime, currency: str) -> Presented:
    return charts.lorenz(over, currency)


def _treemap(answer: Any, currency: str) -> Presented:
    return by_charts.treemap(answer, currency)


def _figure(key: str) -> Any:
    def present(answer: Answer, currency: str) -> Figure:
        return words.figures(answer)[key]

    return present


def _risk(over: OverTime, currency: str) -> Figure:
    return time_words.risk_figure(over, currency)


CHARTS = (
    ChartSpec(
        "concentration.first",
        _TAB,
        QT_TRANSLATE_NOOP("AnalysisGallery", "First clients against the limits"),
        SOLD,
        _look,
        _first,
    ),
    ChartSpec(
        "concentration.pareto",
        _TAB,
        QT_TRANSLATE_NOOP("AnalysisGallery", "Who makes your revenue"),
        SOLD,
        _look,
        _pareto,
    ),
    ChartSpec(
        "concentration.months",
        _TAB,
        QT_TRANSLATE_NOOP("AnalysisGallery", "Dependency over 24 months"),
        SEGMENTED,
        _look_back,
        _months,
    ),
    ChartSpec(
        "concentration.lorenz",
        _TAB,
        QT_TRANSLATE_NOOP("AnalysisGallery", "Inequality of the portfolio"),
        SEGMENTED,
        _look_back,
        _lorenz,
    ),
    ChartSpec(
        "concentration.segments",
        _TAB,
        QT_TRANSLATE_NOOP("AnalysisGallery", "Clients by segment, area by revenue"),
        SEGMENTED,
        _by_segment,
        _treemap,
    ),
)
TILES = (
    *(
        TileSpec(f"concentration.{key}", _TAB, title, SOLD, _look, _figure(key))
        for key, title in (
            ("first", QT_TRANSLATE_NOOP("AnalysisGallery", "First client")),
            ("top5", QT_TRANSLATE_NOOP("AnalysisGallery", "First five")),
            ("for80", QT_TRANSLATE_NOOP("AnalysisGallery", "Make 80 %")),
            ("equal", QT_TRANSLATE_NOOP("AnalysisGallery", "Equal clients")),
            ("hhi", QT_TRANSLATE_NOOP("AnalysisGallery", "HHI")),
            ("gini", QT_TRANSLATE_NOOP("AnalysisGallery", "Gini")),
        )
    ),
    TileSpec(
        "concentration.risk",
        _TAB,
        QT_TRANSLATE_NOOP("AnalysisGallery", "Dependency at risk"),
        SEGMENTED,
        _look_back,
        _risk,
    ),
)
