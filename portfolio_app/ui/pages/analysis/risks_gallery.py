"""What the Risks tab offers to a dashboard of one's own."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from portfolio_app.ui.pages.analysis import risks_data as data
from portfolio_app.ui.pages.analysis import risks_words as words
from portfolio_app.ui.pages.analysis.gallery import ChartSpec, Figure, TileSpec
from portfolio_app.ui.pages.analysis.risks_charts import strips
from portfolio_app.ui.pages.analysis.tabs import SEGMENTED

if TYPE_CHECKING:
    from portfolio_app.services.risks import RiskView


def _look(book: Any, today: date) -> RiskView:
    from portfolio_app.services import risks

    return risks.risk_view(book, today)


def _axis(code: str, view: RiskView, currency: str) -> Figure:
    return words.axis_figure(view, code, currency)


CHARTS = (
    ChartSpec(
        "risks.strips",
        "risks",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Who is silent for too long"),
        SEGMENTED,
        data.look_at_strips,
        strips,
    ),
)
TILES = (
    TileSpec(
        "risks.lost",
        "risks",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Revenue at risk"),
        SEGMENTED,
        _look,
        words.lost_figure,
    ),
    *(
        TileSpec(f"risks.{code}", "risks", title, SEGMENTED, _look, partial(_axis, code))
        for code, title in (
            ("dependency", QT_TRANSLATE_NOOP("AnalysisGallery", "Risk: dependency")),
            ("cost", QT_TRANSLATE_NOOP("AnalysisGallery", "Risk: cost")),
            ("instability", QT_TRANSLATE_NOOP("AnalysisGallery", "Risk: instability")),
            ("insolvency", QT_TRANSLATE_NOOP("AnalysisGallery", "Risk: insolvency")),
        )
    ),
)
