"""The strips of past orders as a card shows them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import i18n
from portfolio_app.ui.item_models.lazy_table import Column
from portfolio_app.ui.pages.analysis import risks_words as words
from portfolio_app.ui.pages.analysis.risks_data import Answer, Row
from portfolio_app.ui.widgets.chart_card import ChartTable, Presented
from portfolio_app.ui.widgets.chart_worker import ChartHits, Target


def strips(answer: Answer, currency: str) -> Presented:
    """Past orders, when the next was expected, and today."""
    rows = answer.strips
    sentence = words.strips_sentence(answer)
    if not rows:
        return Presented(sentence)

    def opens(place: int) -> Target:
        return "client", rows[place].strip.client_id

    return Presented(sentence, _draw(rows), ChartTable(_columns(), rows, opens), _note(rows))


def _draw(rows: tuple[Row, ...]) -> Any:
    translate = QCoreApplication.translate
    guide = translate("RisksTab", "today")
    key = (
        translate("RisksTab", "order"),
        translate("RisksTab", "next one expected"),
        translate("RisksTab", "silent for too long"),
    )

    def tooltip(place: int) -> str:
        row = rows[place]
        return "\n".join([row.name, _orders(row), _expected(row)])

    def draw(figure: Any, palette: Any) -> ChartHits:
        import pandas as pd

        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.strips import draw_strips

        frame = pd.DataFrame(
            {
                "client_id": [row.strip.client_id for row in rows],
                "name": [row.name for row in rows],
                "days": [row.strip.days for row in rows],
                "soonest": pd.Series([row.strip.soonest for row in rows], dtype="float64"),
                "latest": pd.Series([row.strip.latest for row in rows], dtype="float64"),
                "level": [row.level for row in rows],
            }
        )
        axes = figure.add_subplot()
        hits = draw_strips(axes, frame, palette, ChartText(guide=guide), _days, key)
        return ChartHits(axes, hits, tooltip)

    return draw


def _days(day: float) -> str:
    """A number of days from today."""
    return i18n.relative_days(round(-day)) if day < -0.5 else ""


def _orders(row: Row) -> str:
    text = QCoreApplication.translate("RisksTab", "Purchase days: {count}; the last one {days} days ago")
    return text.format(count=i18n.number(len(row.strip.days)), days=i18n.number(-row.strip.days[-1]))


def _expected(row: Row) -> str:
    """When the next order was expected, counted from the last one."""
    translate, strip = QCoreApplication.translate, row.strip
    if strip.soonest is None or strip.latest is None:
        return translate("RisksTab", "Not enough orders to tell a rhythm")
    text = translate("RisksTab", "Next expected {low} to {high} days after the last one")
    low, high = (round(end - strip.days[-1]) for end in (strip.soonest, strip.latest))
    return text.format(low=i18n.number(low), high=i18n.number(high))


def _between(row: Row) -> str:
    """The same in a table: "13 – 64"."""
    strip = row.strip
    if strip.soonest is None or strip.latest is None:
        return i18n.NO_VALUE
    low, high = (i18n.number(round(end - strip.days[-1])) for end in (strip.soonest, strip.latest))
    return f"{low} – {high}"


def _columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column(
            "name",
            translate("RisksTab", "Client"),
            lambda row: row.name,
            width=170,
            stretch=True,
            style="strong",
        ),
        Column(
            "orders",
            translate("RisksTab", "Purchase days"),
            lambda row: i18n.number(len(row.strip.days)),
            "right",
        ),
        Column(
            "last",
            translate("RisksTab", "Last one, days ago"),
            lambda row: i18n.number(-row.strip.days[-1]),
            "right",
            width=130,
        ),
        Column(
            "expected",
            translate("RisksTab", "Next expected, days after the last one"),
            _between,
            "right",
            width=270,
        ),
    )


def _note(rows: tuple[Row, ...]) -> str:
    """On what the bands rest where that is little."""
    translate = QCoreApplication.translate
    if any(row.strip.by_own for row in rows):
        return translate(
            "RisksTab",
            "The book is too young for a model: the bands rest on each client’s own gaps, from three on.",
        )
    if any(row.strip.by_others for row in rows):
        return translate(
            "RisksTab", "Of clients with a single order the band rests on your other clients alone."
        )
    return ""
