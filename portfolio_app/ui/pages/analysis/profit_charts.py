"""The two charts of the Profit tab, as what a `ChartCard` shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from portfolio_app.models.money import MONEY_SCALE
from portfolio_app.ui import i18n
from portfolio_app.ui.item_models.lazy_table import Column
from portfolio_app.ui.pages.analysis import profit_words as words
from portfolio_app.ui.pages.analysis.concentration_words import counted
from portfolio_app.ui.pages.analysis.profit_data import Answer
from portfolio_app.ui.widgets.chart_card import ChartTable, Presented
from portfolio_app.ui.widgets.chart_worker import ChartHits, Draw

MOST_ROWS = 10_000
"""More rows than that are no table anyone reads."""
_NO_AMOUNT = float("nan")


def _short(currency: str) -> Callable[[float], str]:
    return lambda units: i18n.short_money(round(units), currency)


def whale(answer: Answer, currency: str) -> Presented:
    """The whale curve: who brings the result, and who takes some of it away."""
    view = answer.view
    sentence, note = words.whale_sentence(view, currency), words.left_out(view, currency)
    found = view.whale.table
    if found.empty:
        return Presented(sentence)
    rows = list(
        zip(
            *(found[name].head(MOST_ROWS).tolist() for name in ("client_id", "result", "cumulated")),
            strict=True,
        )
    )
    translate = QCoreApplication.translate
    columns = (
        Column(
            "name", translate("Profit", "Client"), lambda row: answer.names[row[0]], width=160, stretch=True
        ),
        Column("result", translate("Profit", "Result"), lambda row: i18n.money(row[1], currency), "right"),
        Column("sum", translate("Profit", "Added up"), lambda row: i18n.money(row[2], currency), "right"),
    )
    table = ChartTable(columns, rows, lambda place: ("client", rows[place][0]))
    return Presented(sentence, _draw_whale(answer, currency), table, note)


def _draw_whale(answer: Answer, currency: str) -> Draw:
    translate = QCoreApplication.translate
    found = answer.view.whale
    count = found.peak_clients
    peak = counted(translate("Profit", "{amount} after %n client(s)", None, count), count).format(
        amount=i18n.short_money(found.peak, currency)
    )
    end = translate("Profit", "{amount} in the end").format(amount=i18n.short_money(found.final, currency))
    x_label = translate("Profit", "clients, from the most to the least profitable")
    y_label = translate("Profit", "result, added up")
    in_all = translate("Profit", "{amount} in all up to here")

    def tooltip(row: int) -> str:
        each = found.table.iloc[row]
        own = i18n.money(int(each["result"]), currency)
        total = in_all.format(amount=i18n.money(int(each["cumulated"]), currency))
        return f"{i18n.number(row + 1)}. {answer.names[int(each['client_id'])]}\n{own}\n{total}"

    def draw(figure: Any, palette: Any) -> ChartHits:
        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.whale import draw_whale

        text = ChartText(
            x_label=x_label, y_label=y_label, guide=peak, note=end, money=_short(currency), percent=i18n.percent,
            count=i18n.number,
        )  # fmt: skip
        axes = figure.add_subplot()
        return ChartHits(axes, draw_whale(axes, found.table, palette, text), tooltip)

    return draw


def income(answer: Answer, currency: str) -> Presented:
    """Where the revenue of the statement shown goes."""
    translate = QCoreApplication.translate
    told, view = answer.told, answer.view
    shown = [row for row in words.rows(told, view) if row.is_total or row.amount or row.before]
    sentence = income_sentence(answer, currency)
    if not told.statement.has_margin:
        return Presented(sentence)
    if told.statement.result is None:
        # What comes below a result that is not known begins nowhere.
        shown = shown[: [row.code for row in shown].index("result") + 1]
    if not any(row.amount for row in shown):
        return Presented(translate("Profit", "Nothing was sold and nothing spent in this period."))
    none = i18n.NO_VALUE

    def amount(units: int | None) -> str:
        return none if units is None else i18n.money(units, currency)

    columns = (
        Column(
            "line",
            translate("Profit", "Line"),
            lambda row: words.name(row.code, told),
            width=150,
            stretch=True,
        ),
        Column("amount", translate("Profit", "Amount"), lambda row: amount(row.amount), "right"),
        Column(
            "before", translate("Profit", "Period before"), lambda row: amount(row.before), "right", width=110
        ),
    )
    has_before = any(row.before is not None for row in shown)
    note = translate("Profit", "Upright marks: the period before.") if has_before else ""
    return Presented(sentence, _draw_income(answer, shown, currency), ChartTable(columns, shown), note)


def income_sentence(answer: Answer, currency: str) -> str:
    """What is left of 100 of revenue."""
    translate = QCoreApplication.translate
    statement = answer.told.statement
    if statement.result is None or statement.revenue <= 0:
        if statement.result is None:
            return translate("Profit", "What is left cannot be told: costs of goods are missing.")
        return translate("Profit", "There is no revenue to set the costs against.")
    hundred = 100 * MONEY_SCALE
    left = round(hundred * statement.result / statement.revenue)
    if left < 0:
        text = translate("Profit", "For {hundred} of revenue, {spent} are spent.")
    else:
        text = translate("Profit", "Of {hundred} of revenue, {left} are left.")
    return text.format(
        hundred=i18n.money(hundred, currency),
        left=i18n.money(left, currency),
        spent=i18n.money(hundred - left, currency),
    )


def _draw_income(answer: Answer, shown: list[words.Row], currency: str) -> Draw:
    translate = QCoreApplication.translate
    view = answer.view
    names = [words.name(row.code, answer.told) for row in shown]
    before_text = translate("Profit", "period before: {amount}")
    unknown = translate("Profit", "not known")
    empty = translate("Profit", "Nothing to show.")

    def tooltip(place: int) -> str:
        row = shown[place]
        parts = [names[place], unknown if row.amount is None else i18n.money(row.amount, currency)]
        if row.before is not None:
            parts.append(before_text.format(amount=i18n.money(row.before, currency)))
        return "\n".join([*parts, words.explanation(row.code, view)])

    def draw(figure: Any, palette: Any) -> ChartHits:
        import pandas as pd

        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.income import draw_income

        frame = pd.DataFrame(
            {
                "name": names,
                "amount": [_NO_AMOUNT if row.amount is None else float(row.amount) for row in shown],
                "is_total": [row.is_total for row in shown],
                "is_estimated": [row.code in ("estimated", "uncosted") for row in shown],
                "before": [_NO_AMOUNT if row.before is None else float(row.before) for row in shown],
            }
        )
        text = ChartText(note=unknown, empty=empty, money=_short(currency))
        axes = figure.add_subplot()
        return ChartHits(axes, draw_income(axes, frame, palette, text), tooltip)

    return draw
