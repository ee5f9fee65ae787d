"""The grid of recency and frequency scores as a card shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import i18n
from portfolio_app.ui.item_models.lazy_table import Column
from portfolio_app.ui.pages.analysis import segments_words as words
from portfolio_app.ui.pages.analysis.segments_data import Answer, RfmCell
from portfolio_app.ui.widgets.chart_card import ChartTable, Presented
from portfolio_app.ui.widgets.chart_worker import ChartHits, Draw, Target

CELL = "cell"
"""What a click on a cell asks for: the pair of its scores."""
_Line = tuple[tuple[int, int], RfmCell]


def best_first(cells: Mapping[tuple[int, int], RfmCell]) -> list[tuple[int, int]]:
    """The pairs of scores there are, those of the best clients first."""
    return sorted(cells, reverse=True)


def rfm_grid(answer: Answer, currency: str, *, to_list: bool = False) -> Presented:
    """The grid; a click opens the clients of a cell: beside it, or (`to_list`) in the list of clients."""
    translate = QCoreApplication.translate
    cells = answer.rfm or {}
    if not cells:
        return Presented(translate("RfmCard", "Scores need at least 15 clients who bought."))
    lines: list[_Line] = [(place, cells[place]) for place in best_first(cells)]
    sentence = translate("RfmCard", "5 is best: bought most recently (up), bought most often (to the right).")
    sentence += " " + _standing(lines)

    def opens(row: int) -> Target:
        place, cell = lines[row]
        if to_list:
            return "clients", {"ids": list(cell.people), "title": words.score_text(*place).capitalize()}
        return CELL, place

    table = ChartTable(_columns(answer.rfm_margin, currency), lines, opens)
    return Presented(sentence, _draw(lines, answer.rfm_margin, currency, opens), table)


def worth_name(by_margin: bool) -> str:
    """What the colour means."""
    translate = QCoreApplication.translate
    if by_margin:
        return translate("RfmCard", "Median margin, 12 months")
    return translate("RfmCard", "Median revenue, 12 months")


def _standing(lines: list[_Line]) -> str:
    """Whom it tells to keep, and whom to wake."""
    top = max(place[0] for place, _ in lines)
    often = max(place[1] for place, _ in lines)
    best = sum(len(cell.people) for place, cell in lines if place == (top, often))
    asleep = sum(len(cell.people) for place, cell in lines if place[0] <= 2 and place[1] >= 4)
    text = QCoreApplication.translate(
        "RfmCard", "Clients best on both: {best}; clients who bought often and no more lately: {asleep}."
    )
    return text.format(best=i18n.number(best), asleep=i18n.number(asleep))


def _draw(lines: list[_Line], by_margin: bool, currency: str, opens: Any) -> Draw:
    translate = QCoreApplication.translate
    x_label, y_label = translate("RfmCard", "Frequency →"), translate("RfmCard", "↑ Recency")
    medians = [cell.median for _, cell in lines]
    low, high = min(0, *medians), max(medians)
    key = (f"{worth_name(by_margin)}  {i18n.short_money(low, currency)}", i18n.short_money(high, currency))

    def tooltip(row: int) -> str:
        place, cell = lines[row]
        worth = f"{worth_name(by_margin)} · {i18n.short_money(cell.median, currency)}"
        people = f"{words.clients(len(cell.people))} · {i18n.money(cell.revenue, currency)}"
        return f"{words.score_text(*place).capitalize()}\n{people}\n{worth}"

    def draw(figure: Any, palette: Any) -> ChartHits:
        import pandas as pd

        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.rfm_grid import draw_rfm

        rows = [(*place, len(cell.people), float(cell.median)) for place, cell in lines]
        frame = pd.DataFrame(rows, columns=["recency", "frequency", "clients", "worth"])
        text = ChartText(x_label=x_label, y_label=y_label, count=i18n.number)
        axes = figure.add_subplot()
        return ChartHits(axes, draw_rfm(axes, frame, palette, text, key), tooltip, opens)

    return draw


def _columns(by_margin: bool, currency: str) -> tuple[Column, ...]:
    translate = QCoreApplication.translate

    def money(key: str, title: str, of: Any) -> Column:
        return Column(key, title, lambda line: i18n.money(of(line[1]), currency), "right", width=150)

    return (
        Column(
            "recency",
            translate("RfmCard", "Recency"),
            lambda line: i18n.number(line[0][0]),
            "right",
            width=80,
        ),
        Column(
            "frequency",
            translate("RfmCard", "Frequency"),
            lambda line: i18n.number(line[0][1]),
            "right",
            width=90,
        ),
        Column(
            "clients",
            translate("RfmCard", "Clients"),
            lambda line: i18n.number(len(line[1].people)),
            "right",
            width=80,
        ),
        money("revenue", translate("RfmCard", "Revenue, 12 months"), lambda cell: cell.revenue),
        money("median", worth_name(by_margin), lambda cell: cell.median),
    )
