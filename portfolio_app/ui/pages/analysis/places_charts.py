"""The map as a card shows it: its sentence, the drawing, the same figures as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import i18n
from portfolio_app.ui.country_names import country_name
from portfolio_app.ui.item_models.lazy_table import Column
from portfolio_app.ui.pages.analysis.places_data import Answer, Line, Measure, figure
from portfolio_app.ui.widgets.chart_card import ChartTable, Presented
from portfolio_app.ui.widgets.chart_worker import ChartHits, Target


def measure_name(measure: Measure) -> str:
    """What the tones mean."""
    translate = QCoreApplication.translate
    return {
        "revenue": translate("PlacesTab", "Revenue, 12 months"),
        "clients": translate("PlacesTab", "Clients"),
        "due": translate("PlacesTab", "Clients to contact now"),
    }[measure]


def area_name(line: Line, answer: Answer) -> str:
    """ "29 Finistère", "Belgium", or that the place is unknown."""
    if not line.area.code:
        return QCoreApplication.translate("PlacesTab", "Place unknown")
    if answer.map_name == "world":
        return country_name(line.area.code)
    return line.area.code if line.name == line.area.code else f"{line.area.code} {line.name}"


def target(line: Line, answer: Answer) -> Target:
    """The list of an area's clients."""
    return "clients", {"ids": list(line.area.ids), "title": area_name(line, answer)}


def sentence(answer: Answer, currency: str) -> str:
    """Where most of it lies, and what is not on the map."""
    translate = QCoreApplication.translate
    measure = answer.question.measure
    placed = [line for line in answer.placed if figure(line.area, measure) > 0]
    if not placed:
        if not answer.placed:
            return translate(
                "PlacesTab", "No client has a postcode or a country yet, so there is nothing to put on a map."
            )
        return translate("PlacesTab", "Nothing to show for {measure}.").format(measure=measure_name(measure))
    first = placed[0]
    text = translate("PlacesTab", "{measure}: {area} comes first with {amount}").format(
        measure=measure_name(measure), area=area_name(first, answer), amount=_amount(first, measure, currency)
    )
    share = f" ({i18n.percent(first.share)})" if first.share is not None else ""
    if len(placed) < 2:
        return f"{text}{share}."
    count = len(placed)
    areas = translate("PlacesTab", "%n place(s)", None, count)
    return f"{text}{share}; {areas}."


def gaps(answer: Answer) -> str:
    """What the map leaves out, "" when it shows everything; and whom it is owed to."""
    translate = QCoreApplication.translate
    parts = []
    unplaced = answer.unplaced
    if unplaced is not None:
        count = unplaced.area.clients
        parts.append(translate("PlacesTab", "%n client(s) without a known place.", None, count))
    if answer.abroad:
        abroad = answer.abroad
        parts.append(translate("PlacesTab", "%n client(s) outside France: see the world.", None, abroad))
    if answer.hidden:
        hidden = answer.hidden
        parts.append(
            translate("PlacesTab", "%n place(s) too small for this map: see the table.", None, hidden)
        )
    parts.append(translate("PlacesTab", "Outlines: {credit}.").format(credit=answer.credit))
    return " ".join(parts)


def presented(answer: Answer, currency: str) -> Presented:
    """The map of the answer."""
    lines = answer.placed
    if not lines:
        return Presented(sentence(answer, currency))
    measure = answer.question.measure
    empty = sentence(answer, currency)
    names = [area_name(line, answer) for line in lines]

    def draw(figure_: Any, palette: Any) -> ChartHits:
        import pandas as pd

        from portfolio_app.charts.area_map import draw_area_map
        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.outlines import load

        frame = pd.DataFrame(
            {
                "code": [line.area.code for line in lines],
                "amount": [float(figure(line.area, measure)) for line in lines],
            }
        )
        axes = figure_.add_subplot()
        outlines = load(answer.map_name).areas
        text = ChartText(empty=empty)
        is_france = answer.map_name == "france"
        hits = draw_area_map(
            axes,
            frame,
            outlines,
            palette,
            text,
            lambda value: _short(value, measure, currency),
            has_codes=is_france,
        )
        return ChartHits(axes, hits, tooltip, lambda row: target(lines[row], answer))

    def tooltip(row: int) -> str:
        line = lines[row]
        return f"{names[row]}\n{_counts(line)}\n{i18n.money(line.area.revenue, currency)}"

    return Presented(
        sentence(answer, currency),
        draw,
        ChartTable(columns(answer, currency), answer.lines, lambda row: target(answer.lines[row], answer)),
        gaps(answer),
    )


def columns(answer: Answer, currency: str) -> tuple[Column, ...]:
    """The table of the areas."""
    translate = QCoreApplication.translate
    place = (
        translate("PlacesTab", "Department")
        if answer.map_name == "france"
        else translate("PlacesTab", "Country")
    )
    return (
        Column("place", place, lambda line: area_name(line, answer), stretch=True, width=190, least=110),
        Column(
            "clients", translate("PlacesTab", "Clients"), lambda line: i18n.number(line.area.clients), "right", width=60
        ),
        Column(
            "buyers", translate("PlacesTab", "Buyers"), lambda line: i18n.number(line.area.buyers), "right", width=60,
            explain=translate("PlacesTab", "Clients with an order in the last 12 months."),
        ),
        Column(
            "revenue", translate("PlacesTab", "Revenue"), lambda line: i18n.money(line.area.revenue, currency), "right",
            width=92,
        ),
        Column(
            "share", translate("PlacesTab", "Share"),
            lambda line: i18n.NO_VALUE if line.share is None else i18n.percent(line.share), "right", width=56,
            explain=translate("PlacesTab", "Part of {measure} of all places.").format(
                measure=measure_name(answer.question.measure)
            ),
        ),
        Column(
            "due", translate("PlacesTab", "To contact"), lambda line: i18n.number(line.area.due), "right", width=70,
            explain=translate("PlacesTab", "Clients due today or overdue."),
        ),
    )  # fmt: skip


def _counts(line: Line) -> str:
    clients, due = line.area.clients, line.area.due
    translate = QCoreApplication.translate
    text = translate("PlacesTab", "%n client(s)", None, clients)
    to_contact = translate("PlacesTab", "%n to contact now", None, due)
    return f"{text} · {to_contact}" if due else text


def _amount(line: Line, measure: Measure, currency: str) -> str:
    value = figure(line.area, measure)
    return i18n.money(value, currency) if measure == "revenue" else i18n.number(value)


def _short(value: float, measure: Measure, currency: str) -> str:
    return i18n.short_money(round(value), currency) if measure == "revenue" else i18n.number(value)
