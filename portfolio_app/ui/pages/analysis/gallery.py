"""The charts and figures of all analysis tabs, from which a dashboard of one's own is put together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from portfolio_app.ui.theme import Tone
    from portfolio_app.ui.widgets.chart_card import Presented


@dataclass(frozen=True)
class Figure:
    """One figure as a tile shows it: its value, a badge, and what it means, for which period, by which formula."""

    value: str
    badge: str = ""
    tone: Tone = "neutral"
    explain: str = ""


@dataclass(frozen=True)
class ChartSpec:
    """A chart that can stand on the dashboard. `code` is "tab.name"; `title` is translated as "AnalysisGallery".

    `look(book, today)` runs on the book's thread and answers with plain data; `present(data, currency)` says what a
    card shows of it. `kinds` of record whose changes make it stale.
    """

    code: str
    tab: str
    title: Any
    kinds: frozenset[str]
    look: Callable[[Any, date], Any]
    present: Callable[[Any, str], Presented]


@dataclass(frozen=True)
class TileSpec:
    """A figure that can stand on the dashboard; the fields as those of `ChartSpec`."""

    code: str
    tab: str
    title: Any
    kinds: frozenset[str]
    look: Callable[[Any, date], Any]
    present: Callable[[Any, str], Figure]
