"""The two charts of the concentration page, as what a `ChartView` draws off the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import i18n
from portfolio_app.ui.pages import concentration_data as data
from portfolio_app.ui.pages import concentration_words as words
from portfolio_app.ui.pages.concentration_data import Answer
from portfolio_app.ui.widgets.chart_worker import ChartHits, Draw


def pareto(answer: Answer, reading: str, currency: str) -> Draw:
    """Bars by rank and the cumulated line."""
    translate = QCoreApplication.translate
    measure = words.measure_name(answer.question.measure)
    x_label = translate("Concentration", "clients, from the largest to the smallest")
    tooltip = _tooltip(answer, currency)

    def draw(figure: Any, palette: Any) -> ChartHits:
        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.pareto import draw_pareto

        text = ChartText(
            x_label=x_label,
            y_label=measure,
            guide=words.guide_label(answer),
            money=words.short(currency),
            percent=i18n.percent,
            count=i18n.number,
        )
        axes = figure.add_subplot()
        hits = draw_pareto(axes, answer.view.result.table, palette, text, reading)
        return ChartHits(axes, hits, tooltip)

    return draw


def lorenz(answer: Answer, currency: str) -> Draw:
    """The curve of inequality."""
    translate = QCoreApplication.translate
    x_label = translate("Concentration", "part of the clients")
    gini = answer.view.result.figures.gini
    note = "" if gini is None else translate("Concentration", "Gini") + f" {i18n.number(gini, 2)}"
    empty = translate("Concentration", "The total is not above zero.")
    tooltip = _tooltip(answer, currency)

    def draw(figure: Any, palette: Any) -> ChartHits:
        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.lorenz import draw_lorenz

        text = ChartText(x_label=x_label, note=note, empty=empty, percent=i18n.percent)
        axes = figure.add_subplot()
        hits = draw_lorenz(axes, answer.view.result.table, palette, text)
        return ChartHits(axes, hits, tooltip)

    return draw


def _tooltip(answer: Answer, currency: str) -> Callable[[int], str]:
    def tooltip(row: int) -> str:
        client = answer.ids[row]
        each = data.fetch(answer, [client])[client]
        text = f"{i18n.number(each.rank)}. {each.name}\n{i18n.money(each.amount, currency)}"
        return text if each.share is None else f"{text} · {i18n.percent(each.share, 1)}"

    return tooltip
