"""What the Indicators tab offers to a page of one's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from portfolio_app.ui import i18n
from portfolio_app.ui.pages.analysis import indicators_charts as charts
from portfolio_app.ui.pages.analysis import indicators_cohorts as triangle
from portfolio_app.ui.pages.analysis import indicators_data as data
from portfolio_app.ui.pages.analysis import indicators_forecast as outlook
from portfolio_app.ui.pages.analysis import indicators_words as words
from portfolio_app.ui.pages.analysis.gallery import ChartSpec, Figure, TileSpec
from portfolio_app.ui.widgets.chart_card import Presented

KINDS = frozenset({"client", "sale", "interaction", "follow_up", "deal", "survey_answer", "setting"})
"""Whose changes move the indicators."""


def _look_at(code: str) -> Callable[[Any, date], data.Chosen]:
    return lambda book, today: data.look_at(book, data.Question(today), code)


def _bridge(book: Any, today: date) -> data.Bridge:
    return data.look_bridge(book, data.Question(today))


def _cohorts(book: Any, today: date) -> data.CohortTable:
    return data.look_cohorts(book, today, None, "active")


def _present_cohorts(shown: data.CohortTable, _: str) -> Presented:
    return triangle.cohorts(shown)


def _look(book: Any, today: date) -> data.Answer:
    return data.look(book, data.Question(today))


def _figure(code: str) -> Callable[[data.Answer, str], Figure]:
    def present(answer: data.Answer, currency: str) -> Figure:
        view = answer.view
        light, tone = words.light(view.lights[code])
        badge, moved = words.change(code, view)
        explain = f"{words.meaning(code, view)}\n{words.sentence(code, view, currency)}\n{words.period_sentence(view)}"
        amount = view.readings[code].value
        unit = view.indicators[code].unit
        is_large = unit == "money" and amount is not None and abs(amount) >= 1e11
        value = (
            i18n.short_money(round(amount or 0), currency)
            if is_large
            else words.value(amount, unit, currency)
        )
        return Figure(value, light or badge, tone if light else moved, explain)

    return present


def _forecast_figure(shown: data.Outlook, currency: str) -> Figure:
    found = shown.found
    explain = outlook.forecast(shown, currency).sentence
    if found.why:
        return Figure(i18n.NO_VALUE, explain=explain)
    range_ = (
        f"{i18n.short_money(round(found.low), currency)} – {i18n.short_money(round(found.high), currency)}"
    )
    return Figure(i18n.short_money(round(found.total), currency), range_, "neutral", explain)


CHARTS = (
    ChartSpec(
        "indicators.retention",
        "indicators",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Retention over 24 months"),
        KINDS,
        _look_at("retention"),
        charts.course,
    ),
    ChartSpec(
        "indicators.revenue",
        "indicators",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Revenue over 24 months"),
        KINDS,
        _look_at("revenue"),
        charts.course,
    ),
    ChartSpec(
        "indicators.bridge",
        "indicators",
        QT_TRANSLATE_NOOP("AnalysisGallery", "What moved your revenue"),
        KINDS,
        _bridge,
        charts.bridge,
    ),
    ChartSpec(
        "indicators.cohorts",
        "indicators",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Clients by first order"),
        KINDS,
        _cohorts,
        _present_cohorts,
    ),
    ChartSpec(
        "indicators.forecast",
        "indicators",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Revenue of the next three months"),
        KINDS,
        data.look_forecast,
        outlook.forecast,
    ),
)
TILES = (
    *(
        TileSpec(f"indicators.{code}", "indicators", title, KINDS, _look, _figure(code))
        for code, title in (
            ("revenue", QT_TRANSLATE_NOOP("AnalysisGallery", "Revenue")),
            ("orders", QT_TRANSLATE_NOOP("AnalysisGallery", "Orders")),
            ("active", QT_TRANSLATE_NOOP("AnalysisGallery", "Active clients")),
            ("new", QT_TRANSLATE_NOOP("AnalysisGallery", "New clients")),
            ("lost", QT_TRANSLATE_NOOP("AnalysisGallery", "Clients gone silent")),
            ("retention", QT_TRANSLATE_NOOP("AnalysisGallery", "Retention")),
            ("nrr", QT_TRANSLATE_NOOP("AnalysisGallery", "Revenue kept and grown (NRR)")),
            ("grr", QT_TRANSLATE_NOOP("AnalysisGallery", "Revenue kept (GRR)")),
            ("conversion", QT_TRANSLATE_NOOP("AnalysisGallery", "Prospects converted")),
            ("nps", QT_TRANSLATE_NOOP("AnalysisGallery", "NPS")),
            ("coverage", QT_TRANSLATE_NOOP("AnalysisGallery", "Clients touched")),
        )
    ),
    TileSpec(
        "indicators.forecast",
        "indicators",
        QT_TRANSLATE_NOOP("AnalysisGallery", "Revenue of the next three months"),
        KINDS,
        data.look_forecast,
        _forecast_figure,
    ),
)
