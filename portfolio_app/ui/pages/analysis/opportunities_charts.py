"""The cards of the tab of opportunities: the grid of clients and items, the rules, the segments."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import i18n, messages
from portfolio_app.ui.item_models.lazy_table import Column
from portfolio_app.ui.pages.analysis import opportunities_words as words
from portfolio_app.ui.pages.analysis.opportunities_data import Answer, Row
from portfolio_app.ui.widgets.chart_card import ChartTable, Presented
from portfolio_app.ui.widgets.chart_worker import ChartHits, Draw, Target


def grid(answer: Answer, currency: str) -> Presented:
    """The clients with most to gain by the items sold."""
    sentence = words.grid_sentence(answer)
    if not answer.grid.gaps:
        return Presented(sentence)
    return Presented(sentence, _draw(answer, currency), _table(answer, currency))


def _draw(answer: Answer, currency: str) -> Draw:
    shown = answer.grid
    wide = len(shown.items)
    empty = words.no_cross_sell(answer)

    def tooltip(cell: int) -> str:
        return cell_text(answer, *divmod(cell, wide), currency)

    def opens(cell: int) -> Target | None:
        return "client", shown.clients[cell // wide][0]

    def draw(figure: Any, palette: Any) -> ChartHits:
        import numpy as np

        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.opportunity_grid import draw_opportunity_grid

        shape = (len(shown.clients), wide)
        taken, expected = np.zeros(shape, dtype=bool), np.full(shape, np.nan)
        for place in shown.taken:
            taken[place] = True
        for place, row in shown.gaps.items():
            value = row.margin if row.margin is not None else row.amount
            expected[place] = np.nan if value is None else value
        axes = figure.add_subplot()
        text = ChartText(empty=empty, money=lambda units: i18n.short_money(round(units), currency))
        names = [name for _, name in shown.clients]
        hits = draw_opportunity_grid(
            axes, taken, expected, palette, text, rows=names, columns=list(shown.items)
        )
        return ChartHits(axes, hits, tooltip, opens)

    return draw


def cell_text(answer: Answer, line: int, column: int, currency: str) -> str:
    """What a cell of the grid says when pointed at."""
    shown = answer.grid
    head = f"{shown.clients[line][1]} · {shown.items[column]}"
    row = shown.gaps.get((line, column))
    if row is not None:
        return f"{head}\n{words.reason(row, currency)}\n{words.worth(row, currency)}"
    text = QCoreApplication.translate("Opportunities", "bought for {amount} in 12 months")
    return f"{head}\n{text.format(amount=i18n.money(shown.taken.get((line, column), 0), currency))}"


def _table(answer: Answer, currency: str) -> ChartTable:
    translate = QCoreApplication.translate
    rows = sorted(answer.grid.gaps.values(), key=lambda row: row.place)

    def money(row: Row) -> str:
        return i18n.NO_VALUE if row.amount is None else i18n.short_money(row.amount, currency)

    columns = (
        Column("client", translate(
            "Opportunities"
        , "Client"), lambda row: row.client, width=200, style="strong"),
        Column("item", translate("Opportunities", "Not bought"), lambda row: row.item, width=230),
        Column("why", translate(
            "Opportunities"
        , "Why"), lambda row: words.reason(row, currency), width=260, stretch=True),
        Column("amount", translate("Opportunities", "Expected a year"), money, "right", width=120),
    )  # fmt: skip
    return ChartTable(columns, rows, lambda place: ("client", rows[place].client_id))


def segment_names(answer: Answer) -> dict[str, str]:
    """The segments' names by code."""
    return {code: messages.segment_name(code, name) for code, (name, _) in answer.segments.items()}
