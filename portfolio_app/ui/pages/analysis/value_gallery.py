"""The figures and charts of the Value tab that can stand on a dashboard of one's own."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from portfolio_app.ui.pages.analysis import value_charts as charts
from portfolio_app.ui.pages.analysis import value_words as words
from portfolio_app.ui.pages.analysis.gallery import ChartSpec, Figure, TileSpec
from portfolio_app.ui.pages.analysis.tabs import SEGMENTED
from portfolio_app.ui.pages.analysis.value_data import Answer, look_equity, look_today


def _top(answer: Answer, currency: str) -> Figure:
    return words.top_figure(answer)


def _orders(answer: Answer, currency: str) -> Figure:
    return words.orders_figure(answer)


def _equity(book: Any, today: date) -> Any:
    return look_equity(book, today)


CHARTS = (
    ChartSpec(
        "value.activity",
        "value",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Whom to keep, whom to rescue"),
        SEGMENTED,
        look_today,
        charts.activity,
    ),
    ChartSpec(
        "value.forecast",
        "value",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Forecast against reality"),
        SEGMENTED,
        look_today,
        charts.forecast,
    ),
    ChartSpec(
        "value.by_segment",
        "value",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Value by segment, and what a new client may cost"),
        SEGMENTED,
        look_today,
        charts.by_segment,
    ),
    ChartSpec(
        "value.equity",
        "value",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Value of all clients over time"),
        SEGMENTED,
        _equity,
        charts.equity,
    ),
)
TILES = (
    TileSpec(
        "value.total",
        "value",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Value of your clients"),
        SEGMENTED,
        look_today,
        words.total_figure,
    ),
    TileSpec(
        "value.top",
        "value",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Ten most valuable clients"),
        SEGMENTED,
        look_today,
        _top,
    ),
    TileSpec(
        "value.orders",
        "value",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Orders to come"),
        SEGMENTED,
        look_today,
        _orders,
    ),
    TileSpec(
        "value.new",
        "value",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Most a new client may cost"),
        SEGMENTED,
        look_today,
        words.new_figure,
    ),
)
