"""The tabs of the analysis page, in their order: the question each answers, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from portfolio_app.ui.pages.base import UiContext

SEGMENTED = frozenset(
    {
        "client",
        "sale",
        "interaction",
        "follow_up",
        "product",
        "deal",
        "survey_answer",
        "custom_field",
        "segment",
        "segmentation",
        "setting",
    }
)
"""What rules may ask about, and the rules themselves."""


class Tab(Protocol):
    """A widget with the controls that stand above it, the signal `open_requested(str, object)`, and a way to load."""

    controls: QWidget
    open_requested: Any

    def load(self) -> None:
        """Ask the book for what the tab shows."""

    def show_item(self, item: dict[str, object]) -> None:
        """Show what another page asks for."""


@dataclass(frozen=True)
class TabSpec:
    """`kinds` of record whose changes make the tab stale; `title` and `question` are translated as "AnalysisTabs"."""

    key: str
    title: Any
    question: Any
    kinds: frozenset[str]
    make: Callable[[UiContext], Any]


def _overview(context: UiContext) -> QWidget:
    from portfolio_app.ui.pages.analysis.overview import OverviewTab

    return OverviewTab(context)


def _concentration(context: UiContext) -> QWidget:
    from portfolio_app.ui.pages.analysis.concentration import Concentration

    return Concentration(context)


def _segments(context: UiContext) -> QWidget:
    from portfolio_app.ui.pages.analysis.segments import SegmentsTab

    return SegmentsTab(context)


def _movement(context: UiContext) -> QWidget:
    from portfolio_app.ui.pages.analysis.movement import MovementTab

    return MovementTab(context)


def _value(context: UiContext) -> QWidget:
    from portfolio_app.ui.pages.analysis.value import ValueTab

    return ValueTab(context)


def _profit(context: UiContext) -> QWidget:
    from portfolio_app.ui.pages.analysis.profit import ProfitTab

    return ProfitTab(context)


def _risks(context: UiContext) -> QWidget:
    from portfolio_app.ui.pages.analysis.risks import RisksTab

    return RisksTab(context)


def _indicators(context: UiContext) -> QWidget:
    from portfolio_app.ui.pages.analysis.indicators import IndicatorsTab

    return IndicatorsTab(context)


def _opportunities(context: UiContext) -> QWidget:
    from portfolio_app.ui.pages.analysis.opportunities import OpportunitiesTab

    return OpportunitiesTab(context)


def _places(context: UiContext) -> QWidget:
    from portfolio_app.ui.pages.analysis.places import PlacesTab

    return PlacesTab(context)


TABS = (
    TabSpec(
        "overview",
        QT_TRANSLATE_NOOP("AnalysisTabs", "Overview"),
        QT_TRANSLATE_NOOP("AnalysisTabs", "What matters most to you"),
        SEGMENTED | {"spending", "opportunity_answer", "plan", "enrolment", "contact", "key_date"},
        _overview,
    ),
    TabSpec(
        "concentration",
        QT_TRANSLATE_NOOP("AnalysisTabs", "Concentration"),
        QT_TRANSLATE_NOOP("AnalysisTabs", "On whom do you depend?"),
        SEGMENTED,
        _concentration,
    ),
    TabSpec(
        "segments",
        QT_TRANSLATE_NOOP("AnalysisTabs", "Segments"),
        QT_TRANSLATE_NOOP("AnalysisTabs", "Who belongs together?"),
        SEGMENTED,
        _segments,
    ),
    TabSpec(
        "movement",
        QT_TRANSLATE_NOOP("AnalysisTabs", "Movement"),
        QT_TRANSLATE_NOOP("AnalysisTabs", "Who moves where?"),
        SEGMENTED,
        _movement,
    ),
    TabSpec(
        "value",
        QT_TRANSLATE_NOOP("AnalysisTabs", "Value"),
        QT_TRANSLATE_NOOP("AnalysisTabs", "What is each client worth?"),
        SEGMENTED | {"spending"},
        _value,
    ),
    TabSpec(
        "profit",
        QT_TRANSLATE_NOOP("AnalysisTabs", "Profit"),
        QT_TRANSLATE_NOOP("AnalysisTabs", "Who earns you money?"),
        SEGMENTED | {"spending"},
        _profit,
    ),
    TabSpec(
        "risks",
        QT_TRANSLATE_NOOP("AnalysisTabs", "Risks"),
        QT_TRANSLATE_NOOP("AnalysisTabs", "What may go wrong, and with whom?"),
        SEGMENTED,
        _risks,
    ),
    TabSpec(
        "opportunities",
        QT_TRANSLATE_NOOP("AnalysisTabs", "Opportunities"),
        QT_TRANSLATE_NOOP("AnalysisTabs", "What could you sell to whom?"),
        SEGMENTED | {"opportunity_answer"},
        _opportunities,
    ),
    TabSpec(
        "indicators",
        QT_TRANSLATE_NOOP("AnalysisTabs", "Indicators"),
        QT_TRANSLATE_NOOP("AnalysisTabs", "How is your portfolio doing?"),
        SEGMENTED,
        _indicators,
    ),
    TabSpec(
        "map",
        QT_TRANSLATE_NOOP("AnalysisTabs", "Map"),
        QT_TRANSLATE_NOOP("AnalysisTabs", "Where are they?"),
        SEGMENTED,
        _places,
    ),
)
TAB_KINDS = {spec.key: spec.kinds for spec in TABS}
"""The tabs in their order, and the kinds of record whose changes make each of them stale."""
