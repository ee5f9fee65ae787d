"""What the Profit tab offers to a dashboard of one's own."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from portfolio_app.ui.pages.analysis import profit_charts as charts
from portfolio_app.ui.pages.analysis import profit_data as data
from portfolio_app.ui.pages.analysis import profit_words as words
from portfolio_app.ui.pages.analysis.gallery import ChartSpec, Figure, TileSpec
from portfolio_app.ui.pages.analysis.tabs import SEGMENTED

KINDS = SEGMENTED | {"spending"}


def _look(book: Any, today: date) -> data.Answer:
    return data.look(book, data.Question(today))


def _tile(key: str) -> Any:
    def present(answer: data.Answer, currency: str) -> Figure:
        return words.figures(answer, currency)[key]

    return present


CHARTS = (
    ChartSpec(
        "profit.whale", "profit", QT_TRANSLATE_NOOP("AnalysisGallery", "Who earns you money"), KINDS, _look,
        charts.whale,
    ),
    ChartSpec(
        "profit.income", "profit", QT_TRANSLATE_NOOP("AnalysisGallery", "Where the revenue goes"), KINDS, _look,
        charts.income,
    ),
)  # fmt: skip
TILES = (
    TileSpec(
        "profit.margin", "profit", QT_TRANSLATE_NOOP("AnalysisGallery", "Gross margin"), KINDS, _look, _tile("margin")
    ),
    TileSpec(
        "profit.result", "profit", QT_TRANSLATE_NOOP("AnalysisGallery", "Result of the clients"), KINDS, _look,
        _tile("result"),
    ),
    TileSpec(
        "profit.losing", "profit", QT_TRANSLATE_NOOP("AnalysisGallery", "Clients below zero"), KINDS, _look,
        _tile("losing"),
    ),
)  # fmt: skip
