"""What the map offers to a dashboard of one's own."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from portfolio_app.ui.pages.analysis import places_data as data
from portfolio_app.ui.pages.analysis.gallery import ChartSpec, TileSpec
from portfolio_app.ui.pages.analysis.places_charts import presented
from portfolio_app.ui.pages.analysis.tabs import SEGMENTED


def _look(book: Any, today: date) -> data.Answer:
    return data.look(book, data.Question(today))


CHARTS = (
    ChartSpec(
        "map.places",
        "map",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Where your clients are"),
        SEGMENTED,
        _look,
        presented,
    ),
)
TILES: tuple[TileSpec, ...] = ()
