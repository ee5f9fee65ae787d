"""The two charts of the concentration by group: rectangles by who makes them, and bars by rank."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.item_models.lazy_table import Column
from portfolio_app.ui.pages.analysis import concentration_words as words
from portfolio_app.ui.pages.analysis.concentration_by_data import ByAnswer, Cell, GroupLine
from portfolio_app.ui.widgets.chart_card import ChartTable, Presented
from portfolio_app.ui.widgets.chart_worker import ChartHits, Draw, Target

BARS = 10
NAMES = {
    "segment": QT_TRANSLATE_NOOP("Concentration", "Segment"),
    "sector": QT_TRANSLATE_NOOP("Concentration", "Sector"),
    "category": QT_TRANSLATE_NOOP("Concentration", "Product category"),
    "product": QT_TRANSLATE_NOOP("Concentration", "Product"),
    "city": QT_TRANSLATE_NOOP("Concentration", "City"),
    "department": QT_TRANSLATE_NOOP("Concentration", "Department"),
    "region": QT_TRANSLATE_NOOP("Concentration", "Region"),
    "country": QT_TRANSLATE_NOOP("Concentration", "Country"),
}
"""What the groups can be made by, in the order offered."""


def by_name(by: str) -> str:
    """What groups are made by, in the user's language."""
    return QCoreApplication.translate("Concentration", str(NAMES[by]))


def group_name(line: GroupLine, by: str) -> str:
    """What a group is called."""
    return messages.segment_name(line.key, line.name) if by == "segment" else line.key


def treemap(answer: ByAnswer, currency: str) -> Presented:
    """Who makes each group: area is the amount."""
    if answer.figures.top1_share is None or not any(cell.amount > 0 for cell in answer.cells):
        return Presented(sentence(answer))
    return Presented(
        sentence(answer), _treemap(answer, currency), _table(answer, currency), note(answer, currency)
    )


def bars(answer: ByAnswer, currency: str) -> Presented:
    """The largest groups by rank."""
    found = answer.figures
    if found.top1_share is None:
        return Presented(sentence(answer))
    if len(answer.lines) == 1:
        text = QCoreApplication.translate("Concentration", "HHI {hhi} · a single group.")
    else:
        text = QCoreApplication.translate("Concentration", "HHI {hhi} · like {n} groups of equal size.")
    equal = text.format(hhi=i18n.number(found.hhi or 0), n=i18n.number(found.effective_clients or 0, 1))
    return Presented(equal, _bars(answer, currency), _table(answer, currency))


def sentence(answer: ByAnswer) -> str:
    """What the first groups make."""
    translate = QCoreApplication.translate
    found = answer.figures
    if not answer.lines:
        text = translate(
            "Concentration",
            "{by}: noted for nothing sold in this period. Add it to your clients or sales, by hand or by an import.",
        )
        return text.format(by=by_name(answer.by))
    if found.top1_share is None:
        return translate("Concentration", "The total is not above zero, so shares mean nothing here.")
    first = group_name(answer.lines[0], answer.by)
    measure = words.measure_name(answer.question.measure)
    if len(answer.lines) == 1:
        return translate("Concentration", "All of the {measure} comes from {first}.").format(
            first=first, measure=measure
        )
    text = translate("Concentration", "{first} makes {share} of the {measure}, the first three {three}.")
    return text.format(
        first=first,
        share=i18n.percent(found.top1_share),
        measure=measure,
        three=i18n.percent(found.top3_share or 0),
    )


def note(answer: ByAnswer, currency: str) -> str:
    """What belongs to no group."""
    count = len(answer.unknown_ids)
    if not count:
        return ""
    text = QCoreApplication.translate(
        "Concentration", "Left out: {amount} of %n client(s) for whom this is not known.", None, count
    )
    return words.counted(text, count).format(amount=i18n.short_money(answer.unknown, currency))


def listed(ids: tuple[int, ...], title: str) -> Target | None:
    """What a click on these clients opens."""
    if len(ids) == 1:
        return "client", ids[0]
    return ("clients", {"ids": ids, "title": title}) if ids else None


def _cell_name(cell: Cell, answer: ByAnswer) -> str:
    if cell.client_id:
        return cell.name
    count = len(cell.ids)
    translate = QCoreApplication.translate
    if cell.group < 0:
        groups = len(answer.lines) - len({each.group for each in answer.cells if each.group >= 0})
        return words.counted(translate("Concentration", "%n other group(s)", None, groups), groups)
    return words.counted(translate("Concentration", "%n other(s)", None, count), count)


def _treemap(answer: ByAnswer, currency: str) -> Draw:
    labels = [_cell_name(cell, answer) for cell in answer.cells]
    groups = [
        group_name(answer.lines[cell.group], answer.by) if cell.group >= 0 else "" for cell in answer.cells
    ]

    def tooltip(row: int) -> str:
        cell = answer.cells[row]
        text = i18n.money(cell.amount, currency)
        if answer.figures.total > 0:
            text += f" · {i18n.percent(cell.amount / answer.figures.total, 1)}"
        return "\n".join(part for part in (groups[row], labels[row], text) if part)

    def opens(row: int) -> Target | None:
        return listed(answer.cells[row].ids, groups[row] or labels[row])

    def draw(figure: Any, palette: Any) -> ChartHits:
        import pandas as pd

        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.treemap import draw_treemap

        tokens = theme.DARK if palette.surface == theme.DARK.surface else theme.LIGHT
        frame = pd.DataFrame(
            {
                "group": [cell.group for cell in answer.cells],
                "group_name": groups,
                "colour": [_colour(cell, answer, palette, tokens) for cell in answer.cells],
                "name": labels,
                "amount": [float(max(cell.amount, 0)) for cell in answer.cells],
                "client_id": [cell.client_id for cell in answer.cells],
            }
        )
        text = ChartText(money=words.short(currency), percent=i18n.percent)
        axes = figure.add_subplot()
        return ChartHits(axes, draw_treemap(axes, frame, palette, text), tooltip, opens)

    return draw


def _colour(cell: Cell, answer: ByAnswer, palette: Any, tokens: theme.Tokens) -> str:
    """That of the segment; else one of the series in turn, and grey for what is left out."""
    if cell.group < 0:
        return str(palette.muted)
    own = answer.lines[cell.group].colour
    if own:
        return tokens.segment(own)
    # A colour that came round again would tie together what has nothing in common.
    is_apart = cell.group < len(palette.series) - 1
    return str(palette.series_colour(cell.group) if is_apart else palette.muted)


def _bars(answer: ByAnswer, currency: str) -> Draw:
    lines = answer.lines[:BARS]
    names = [group_name(each, answer.by) for each in lines]

    def tooltip(row: int) -> str:
        each = lines[row]
        count = each.clients
        clients = words.counted(
            QCoreApplication.translate("Concentration", "%n client(s)", None, count), count
        )
        share = "" if each.share is None else f" · {i18n.percent(each.share, 1)}"
        return f"{names[row]}\n{i18n.money(each.amount, currency)}{share}\n{clients}"

    def opens(row: int) -> Target | None:
        return listed(lines[row].ids, names[row])

    def draw(figure: Any, palette: Any) -> ChartHits:
        import pandas as pd

        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.first_clients import draw_first_clients

        shares = [each.share or 0.0 for each in lines]
        frame = pd.DataFrame({"name": names, "share": shares, "client_id": [0] * len(lines)})
        axes = figure.add_subplot()
        hits = draw_first_clients(axes, frame, palette, ChartText(percent=i18n.percent))
        return ChartHits(axes, hits, tooltip, opens)

    return draw


def _table(answer: ByAnswer, currency: str) -> ChartTable:
    translate = QCoreApplication.translate
    none = i18n.NO_VALUE

    def percent(share: float | None) -> str:
        return none if share is None else i18n.percent(share, 1)

    columns = (
        Column("name", by_name(answer.by), lambda each: group_name(each, answer.by), width=130, stretch=True,
               style="strong"),
        Column("amount", translate("Concentration", "Amount"), lambda each: i18n.money(each.amount, currency),
               "right", width=100),
        Column("share", translate("Concentration", "Share"), lambda each: percent(each.share), "right", width=70),
        Column("cumulated", translate("Concentration", "Cumulated"), lambda each: percent(each.cumulated), "right",
               width=90),
        Column("clients", translate("Concentration", "Clients"), lambda each: i18n.number(each.clients), "right",
               width=70),
    )  # fmt: skip
    lines = answer.lines
    return ChartTable(
        columns, lines, lambda place: listed(lines[place].ids, group_name(lines[place], answer.by))
    )
