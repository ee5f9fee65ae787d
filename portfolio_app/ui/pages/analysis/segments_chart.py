"""The two bars of the Segments tab, as what a `ChartView` draws off the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.pages.analysis import segments_words as words
from portfolio_app.ui.pages.analysis.segments_data import Answer, Line
from portfolio_app.ui.widgets.chart_worker import ChartHits, Draw


def shares(answer: Answer, currency: str) -> Draw:
    """The part of the clients and the part of the revenue that each segment has."""
    translate = QCoreApplication.translate
    bars = (
        (translate("SegmentsTab", "Clients"), [_weight(each) for each in answer.lines]),
        (translate("SegmentsTab", "Revenue"), [float(each.profile.revenue) for each in answer.lines]),
    )
    empty = translate("SegmentsTab", "Nothing sold in the last 12 months.")
    tooltip = _tooltip(answer.lines, currency)

    def draw(figure: Any, palette: Any) -> list[ChartHits]:
        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.segment_shares import Part, draw_shares

        tokens = theme.DARK if palette.surface == theme.DARK.surface else theme.LIGHT
        colours = [tokens.segment(each.profile.segment.colour) for each in answer.lines]
        drawn = []
        for axes, (name, values) in zip(figure.subplots(len(bars), 1), bars, strict=True):
            text = ChartText(y_label=name, empty=empty, percent=i18n.percent)
            parts = [Part(value, colour) for value, colour in zip(values, colours, strict=True)]
            drawn.append(ChartHits(axes, draw_shares(axes, parts, palette, text), tooltip))
        return drawn

    return draw


def _weight(line: Line) -> float:
    """The clients of a segment, 0 for those that the table leaves out of its part of the clients."""
    return float(line.profile.clients) if line.client_share is not None else 0.0


def _tooltip(lines: tuple[Line, ...], currency: str) -> Callable[[int], str]:
    def tooltip(row: int) -> str:
        profile = lines[row].profile
        name = messages.segment_name(profile.segment.code, profile.segment.name)
        return (
            f"{name}\n{words.clients(profile.clients)} · {words.percent(lines[row].client_share)}\n"
            f"{words.money(profile.revenue, currency)} · {words.percent(profile.share)}"
        )

    return tooltip
