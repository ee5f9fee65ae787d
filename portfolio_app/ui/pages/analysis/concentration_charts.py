"""The charts of the concentration page, each with its sentence and its table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import i18n
from portfolio_app.ui.item_models.lazy_table import Column
from portfolio_app.ui.pages.analysis import concentration_data as data
from portfolio_app.ui.pages.analysis import concentration_time_words as time_words
from portfolio_app.ui.pages.analysis import concentration_words as words
from portfolio_app.ui.pages.analysis.concentration_data import Answer, ClientLine
from portfolio_app.ui.pages.analysis.concentration_time_data import OverTime
from portfolio_app.ui.widgets.chart_card import ChartTable, Presented
from portfolio_app.ui.widgets.chart_worker import ChartHits, Draw, Target

_SUMS = (3, 5, 10)
"""After so many clients the chart of the first ones says what they make together."""


def pareto(answer: Answer, reading: str, currency: str) -> Presented:
    """Who makes the total: bars by rank and the cumulated line."""
    note = words.negative_sentence(answer, currency)
    return Presented(
        words.pareto_sentence(answer), _pareto(answer, reading, currency), _table(answer, currency), note
    )


def first_clients(answer: Answer, currency: str) -> Presented:
    """The ten largest by name, against the limits."""
    found = answer.view.result.figures
    translate = QCoreApplication.translate
    if found.top1_share is None:
        return Presented(
            translate("Concentration", "The total is not above zero, so shares mean nothing here.")
        )
    above = [each for each in answer.top if (each.share or 0) >= answer.limits[0]]
    count = len(above)
    if not above:
        sentence = translate("Concentration", "Nobody reaches {limit} of the {measure}.")
    elif count == len(answer.top) > 1:
        sentence = translate("Concentration", "All of the first ones reach {limit} of the {measure}.")
    else:
        sentence = words.counted(
            translate("Concentration", "%n client(s) reach {limit} of the {measure}.", None, count), count
        )
    return Presented(
        sentence.format(
            limit=i18n.percent(answer.limits[0]), measure=words.measure_name(answer.question.measure)
        ),
        _first(answer, currency),
        _table(answer, currency),
    )


def over_time(over: OverTime) -> Presented:
    """The shares of the first clients and the number of equal ones over 24 months."""
    if not (over.trend.frame["top1_share"].notna()).any():
        return Presented(time_words.months_sentence(over))
    note = " ".join(part for part in (time_words.months_note(over), time_words.swing_sentence(over)) if part)
    return Presented(time_words.months_sentence(over), _months(over), _months_table(over), note)


def lorenz(over: OverTime, currency: str) -> Presented:
    """The curve of inequality, now and a season before."""
    sentence = words.lorenz_sentence(over.view)
    if not sentence:
        empty = QCoreApplication.translate("Concentration", "The total is not above zero.")
        return Presented(empty)
    return Presented(sentence, _lorenz(over, currency), _lorenz_table(over))


def _pareto(answer: Answer, reading: str, currency: str) -> Draw:
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


def _first(answer: Answer, currency: str) -> Draw:
    text = QCoreApplication.translate("Concentration", "first {count}: {share}")
    lines = answer.top
    marks = {
        count - 1: text.format(count=count, share=i18n.percent(lines[count - 1].cumulated or 0))
        for count in _SUMS
        if len(lines) >= count
    }
    tooltip = _tooltip(answer, currency)

    def draw(figure: Any, palette: Any) -> ChartHits:
        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.first_clients import draw_first_clients

        axes = figure.add_subplot()
        frame = answer.view.result.table.head(len(lines))
        hits = draw_first_clients(
            axes, frame, palette, ChartText(percent=i18n.percent), limits=answer.limits, marks=marks
        )
        return ChartHits(axes, hits, tooltip)

    return draw


def _lorenz(over: OverTime, currency: str) -> Draw:
    x_label = QCoreApplication.translate("Concentration", "part of the clients")
    note, guide = time_words.lorenz_note(over)
    view = over.view.result.table

    def tooltip(row: int) -> str:
        each = view.iloc[row]
        text = f"{i18n.number(each['rank'])}. {each['name']}\n{i18n.money(int(each['amount']), currency)}"
        return f"{text} · {i18n.percent(each['share'], 1)}"

    def draw(figure: Any, palette: Any) -> ChartHits:
        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.lorenz import draw_lorenz

        text = ChartText(x_label=x_label, note=note, guide=guide, percent=i18n.percent)
        axes = figure.add_subplot()
        before = over.before.result.table if over.before is not None and guide else None
        return ChartHits(axes, draw_lorenz(axes, view, palette, text, before), tooltip)

    return draw


def _lorenz_table(over: OverTime) -> ChartTable:
    """What the smallest tenth, two tenths... of the clients make, now and in the season before."""
    translate = QCoreApplication.translate
    tenths = range(1, 11)
    now = _parts(over.view.result.table)
    then = None if over.before is None else _parts(over.before.result.table)
    rows = [(tenth / 10, now[tenth - 1], None if then is None else then[tenth - 1]) for tenth in tenths]
    columns = [
        Column(
            "clients",
            translate("Concentration", "Smallest clients"),
            lambda row: i18n.percent(row[0]),
            width=110,
        ),
        Column(
            "now", i18n.short_date(over.view.as_of), lambda row: i18n.percent(row[1], 1), "right", width=90
        ),
    ]
    if over.before is not None:
        day = i18n.short_date(over.before.as_of)
        columns.append(Column("then", day, lambda row: i18n.percent(row[2], 1), "right", width=90))
    return ChartTable(tuple(columns), rows)


def _parts(table: Any) -> list[float]:
    """The part of the total that the smallest ceil(10 %), ceil(20 %)... of the clients make."""
    ascending = table["amount"].to_numpy()[::-1]
    running, count = ascending.cumsum(), len(ascending)
    return [float(running[-(-count * tenth // 10) - 1] / running[-1]) for tenth in range(1, 11)]


def _months(over: OverTime) -> Draw:
    translate = QCoreApplication.translate
    names = (translate("Concentration", "First client"), translate("Concentration", "First five"))
    share = translate("Concentration", "part of the {measure}").format(
        measure=words.measure_name(over.question.measure)
    )
    equal = translate("Concentration", "equal clients")
    frame = over.trend.frame

    def tooltip(row: int) -> str:
        each = frame.iloc[row]
        if each["top1_share"] != each["top1_share"]:
            return i18n.short_date(each["end"].date())
        first = over.trend.names.get(int(each["first"]), "")
        return "\n".join(
            (
                i18n.short_date(each["end"].date()),
                f"{names[0]}: {first}, {i18n.percent(each['top1_share'], 1)}",
                f"{names[1]}: {i18n.percent(each['top5_share'], 1)}",
                f"{equal}: {i18n.number(each['effective_clients'], 1)}",
            )
        )

    def opens(row: int) -> Target | None:
        client = int(frame["first"].iloc[row])
        return ("client", client) if client in over.trend.names else None

    def draw(figure: Any, palette: Any) -> list[ChartHits]:
        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.dependency import draw_dependency

        text = ChartText(
            y_label=share,
            note=equal,
            percent=i18n.percent,
            month=words.short_month,
            count=i18n.number,
            money=lambda value: i18n.number(value, 1),
        )
        upper, lower = figure.subplots(2, 1, height_ratios=[3, 2])
        drawn = draw_dependency(upper, lower, frame, palette, text, names, limits=over.limits)
        return [
            ChartHits(axes, hits, tooltip, opens) for axes, hits in zip((upper, lower), drawn, strict=True)
        ]

    return draw


def _months_table(over: OverTime) -> ChartTable:
    translate = QCoreApplication.translate
    rows = over.trend.frame.iloc[::-1].to_dict("records")

    def percent(key: str) -> Callable[[Any], str]:
        return lambda row: i18n.NO_VALUE if row[key] != row[key] else i18n.percent(row[key], 1)

    def number(key: str, digits: int) -> Callable[[Any], str]:
        return lambda row: i18n.NO_VALUE if row[key] != row[key] else i18n.number(row[key], digits)

    columns = (
        Column(
            "end", translate("Concentration", "12 months to"), lambda row: i18n.short_date(row["end"].date())
        ),
        Column(
            "name",
            translate("Concentration", "First client"),
            lambda row: over.trend.names.get(int(row["first"]), i18n.NO_VALUE),
            width=160,
            stretch=True,
        ),
        Column("top1", translate("Concentration", "Share"), percent("top1_share"), "right", width=80),
        Column("top5", translate("Concentration", "First five"), percent("top5_share"), "right", width=80),
        Column("top10", translate("Concentration", "First ten"), percent("top10_share"), "right", width=80),
        Column(
            "equal",
            translate("Concentration", "Equal clients"),
            number("effective_clients", 1),
            "right",
            width=90,
        ),
        Column("hhi", translate("Concentration", "HHI"), number("hhi", 0), "right", width=70),
    )
    return ChartTable(
        columns,
        rows,
        lambda place: (
            ("client", int(rows[place]["first"])) if rows[place]["first"] in over.trend.names else None
        ),
    )


def _table(answer: Answer, currency: str) -> ChartTable:
    rows = list(answer.first.values())
    return ChartTable(
        tuple(client_columns(lambda: currency, "")), rows, lambda place: ("client", rows[place].id)
    )


def client_columns(currency: Callable[[], str], reading: str | Callable[[], str]) -> list[Column]:
    """The columns of a table of clients by rank; without a reading there are no classes."""
    translate = QCoreApplication.translate
    none = i18n.NO_VALUE

    def percent(share: float | None) -> str:
        return none if share is None else i18n.percent(share, 1)

    def amount(each: ClientLine) -> str:
        return i18n.money(each.amount, currency())

    columns = [
        Column("rank", translate("Concentration", "Rank"), lambda each: i18n.number(each.rank), "right", width=64,
               style="muted"),
        Column("name", translate("Concentration", "Client"), lambda each: each.name, width=150, stretch=True,
               style="strong"),
        Column("amount", translate("Concentration", "Amount"), amount, "right", width=120),
        Column("share", translate("Concentration", "Share"), lambda each: percent(each.share), "right", width=80),
        Column("cumulated", translate("Concentration", "Cumulated"), lambda each: percent(each.cumulated), "right",
               width=100),
    ]  # fmt: skip
    if reading:
        columns.append(
            Column(
                "class",
                translate("Concentration", "Class"),
                lambda each: each.classes[reading() if callable(reading) else reading] or none,
                "center",
                width=70,
            )
        )
    return columns


def _tooltip(answer: Answer, currency: str) -> Callable[[int], str]:
    def tooltip(row: int) -> str:
        client = answer.ids[row]
        each = data.fetch(answer, [client])[client]
        text = f"{i18n.number(each.rank)}. {each.name}\n{i18n.money(each.amount, currency)}"
        return text if each.share is None else f"{text} · {i18n.percent(each.share, 1)}"

    return tooltip
