"""What the Segments tab offers to a dashboard of one's own."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from portfolio_app.ui.pages.analysis import segments_data as data
from portfolio_app.ui.pages.analysis.gallery import ChartSpec, TileSpec
from portfolio_app.ui.pages.analysis.segments_rfm_chart import rfm_grid
from portfolio_app.ui.pages.analysis.tabs import SEGMENTED


def _look(book: Any, today: date) -> data.Answer:
    """The scores of the day, whatever segmentation is in force."""
    return data.look(book, data.Question(today, today, data.months_before(today, 3), data.RFM))


CHARTS = (
    ChartSpec(
        "segments.rfm",
        "segments",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Recency and frequency"),
        SEGMENTED,
        _look,
        partial(rfm_grid, to_list=True),
    ),
)
TILES: tuple[TileSpec, ...] = ()
