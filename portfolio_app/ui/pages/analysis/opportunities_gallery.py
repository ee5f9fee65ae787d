"""What the tab of opportunities offers to a dashboard of one's own."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from portfolio_app.ui import i18n
from portfolio_app.ui.pages.analysis import opportunities_data as data
from portfolio_app.ui.pages.analysis import opportunities_words as words
from portfolio_app.ui.pages.analysis.gallery import ChartSpec, Figure, TileSpec
from portfolio_app.ui.pages.analysis.opportunities_charts import grid
from portfolio_app.ui.pages.analysis.tabs import SEGMENTED

_KINDS = SEGMENTED | {"opportunity_answer"}


def _look(book: Any, today: date) -> data.Answer:
    return data.look(book, data.Question(today))


def _present(answer: data.Answer, currency: str) -> Figure:
    count = len(answer.all_places)
    total = sum(answer.totals.values())
    value = i18n.short_money(total, currency) if count else i18n.NO_VALUE
    return Figure(value, i18n.number(count), "neutral", words.tile_explanation("", answer))


CHARTS = (
    ChartSpec(
        "opportunities.grid",
        "opportunities",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Who does not buy what"),
        _KINDS,
        data.look_at_grid,
        grid,
    ),
)
TILES = (
    TileSpec(
        "opportunities.expected",
        "opportunities",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Opportunities, a year"),
        _KINDS,
        _look,
        _present,
    ),
)
