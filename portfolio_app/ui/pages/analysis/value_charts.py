"""The charts of the Value tab, with their sentences and tables, as cards show them."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.item_models.lazy_table import Column
from portfolio_app.ui.pages.analysis import value_words as words
from portfolio_app.ui.pages.analysis.value_data import Answer, SegmentLine, ValueLine, fetch
from portfolio_app.ui.widgets.chart_card import ChartTable, Presented
from portfolio_app.ui.widgets.chart_worker import ChartHits, Draw, Target

if TYPE_CHECKING:
    from portfolio_app.services.portfolio import SegmentInfo
    from portfolio_app.services.value import Equity

translate = QCoreApplication.translate
_JOINED = "\u2060"
"""Keeps a line from ending between a sign and its number."""


def activity(answer: Answer, currency: str) -> Presented:
    """Every client by its chance to order in 90 days and its margin of a year: chart of value and activity."""
    if not answer.level:
        return Presented(words.level_sentence(answer))
    notes, hidden = [], answer.map.left_out
    if answer.level > 1:
        notes.append(
            translate(
                "ValueTab", "Dots grow with the value; lines: what a year to come may bring, 8 times in 10."
            )
        )
    if hidden:
        notes.append(
            translate(
                "ValueTab",
                "%n client(s) brought nothing in the last 12 months and are not drawn.",
                None,
                hidden,
            )
        )
    rows = list(answer.first.values())
    return Presented(
        _activity_sentence(answer, answer.map.quiet, answer.map.quiet_amount, currency),
        _activity_draw(answer, answer.map.frame, currency),
        ChartTable(_activity_columns(answer, currency), rows, lambda place: ("client", rows[place].id)),
        " ".join(notes),
    )


def _activity_sentence(answer: Answer, count: int, amount: float, currency: str) -> str:
    if not count:
        return translate(
            "ValueTab",
            "Nobody who bought in the last 12 months has less than 5 chances in 10 to order within {time}.",
        ).format(time=_ahead(answer))
    kind = _kind(answer)
    text = translate(
        "ValueTab", "%n client(s) with {amount} of {kind} in 12 months have less than 5 chances in 10 to order "
        "within {time}: on the left, from the top, whom to call first.", None, count,
    )  # fmt: skip
    return text.format(amount=words.about(amount, currency), kind=kind, time=_ahead(answer))


def _ahead(answer: Answer) -> str:
    """How far ahead the map looks: with so few clients, as far as the classes do."""
    if answer.level == 1:
        return words.horizon(answer.values.horizon_days)
    return translate("ValueTab", "90 days")


def _kind(answer: Answer) -> str:
    return translate("ValueTab", "margin") if answer.values.margin_known else translate("ValueTab", "revenue")


def _activity_draw(answer: Answer, frame: Any, currency: str) -> Draw:
    x_label = translate("ValueTab", "chance of an order within {time}").format(time=_ahead(answer))
    y_label = translate("ValueTab", "{kind} of the last 12 months").format(kind=_kind(answer))
    empty = translate("ValueTab", "Nobody bought in the last 12 months.")
    corners = translate("ValueTab", "Rescue now"), translate("ValueTab", "Keep")
    classes = None
    if answer.level == 1:
        classes = words.tier("unlikely"), words.tier("uncertain"), words.tier("likely")
    stored = {code: info.colour for code, info in answer.segments.items()}

    def tooltip(row: int) -> str:
        client = int(frame["client_id"].iat[row])
        line = fetch(answer, [client])[client]
        return _client_tooltip(answer, line, currency)

    def draw(figure: Any, palette: Any) -> ChartHits:
        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.value_map import MapWords, draw_value_map

        colours = _segment_colours(palette, stored)
        coloured = frame.assign(colour=frame["segment"].map(colours).fillna(palette.muted))
        text = ChartText(
            x_label=x_label, y_label=y_label, empty=empty, money=_short(currency), percent=i18n.percent
        )
        axes = figure.add_subplot()
        hits = draw_value_map(axes, coloured, palette, text, MapWords(*corners, classes))
        return ChartHits(axes, hits, tooltip)

    return draw


def _segment_colours(palette: Any, stored: dict[str, str]) -> dict[str, str]:
    tokens = theme.DARK if palette.surface == theme.DARK.surface else theme.LIGHT
    return {code: tokens.segment(colour) for code, colour in stored.items()}


def _client_tooltip(answer: Answer, line: ValueLine, currency: str) -> str:
    parts = [line.name, words.segment_name(answer, line.segment)] if line.segment else [line.name]
    if answer.level == 1:
        parts.append(translate("ValueTab", "Order: {tier}").format(tier=words.tier(line.tier)))
    else:
        parts.append(translate("ValueTab", "Within 90 days: {chances}").format(chances=words.chances(line.p)))
        worth = translate("ValueTab", "Worth over {horizon}: {value}").format(
            horizon=words.horizon(answer.values.horizon_days), value=words.worth_text(line, currency)
        )
        if line.shown == "number":
            worth += f" ({words.range_text(line, currency)})"
        parts.append(worth)
    parts.append(words.rests_on(line.own_orders))
    return "\n".join(parts)


def _activity_columns(answer: Answer, currency: str) -> tuple[Column, ...]:
    chances = Column(
        "p", translate("ValueTab", "Order in 90 days"), lambda row: words.chances(row.p), width=180
    )
    if answer.level == 1:
        chances = Column("p", translate("ValueTab", "Order"), lambda row: words.tier(row.tier), width=120)
    return (
        Column("name", translate("ValueTab", "Client"), lambda row: row.name, width=180, stretch=True, style="strong"),
        chances,
        Column("revenue", translate("ValueTab", "Revenue 12 m"), lambda row: i18n.money(row.revenue, currency),
               "right"),
    )  # fmt: skip


def by_segment(answer: Answer, currency: str) -> Presented:
    """What clients are worth by segment, against what a new one may cost and did cost."""
    if not answer.level:
        return Presented(words.level_sentence(answer))
    lines = answer.by_segment
    ratio = i18n.number(answer.settings.value_ratio)
    best = max(lines, key=lambda each: each.ceiling or 0.0, default=None)
    sentence = translate("ValueTab", "Too few clients for segments: all of them together.")
    if answer.level >= 3 and best is not None and best.ceiling:
        text = translate(
            "ValueTab",
            "A new client like those of “{segment}” may cost up to {amount}: its worth divided by {ratio}.",
        )
        sentence = text.format(
            segment=words.segment_name(answer, best.code),
            amount=words.about(best.ceiling, currency),
            ratio=ratio,
        )
    dear = [each for each in lines if each.cost and each.ceiling is not None and each.cost > each.ceiling]
    if dear:
        names = ", ".join(words.segment_name(answer, each.code) for each in dear)
        sentence += " " + translate("ValueTab", "Won at more than that: {segments}.").format(segments=names)
    note = ""
    if not any(each.cost for each in lines):
        note = translate("ValueTab", "No client has an acquisition cost noted.")
    return Presented(
        sentence,
        _segments_draw(answer, currency),
        ChartTable(_segment_columns(answer, currency), lines, lambda place: _members(answer, lines[place])),
        note,
    )


def _members(answer: Answer, line: SegmentLine) -> Target:
    frame = answer.frame
    rows = frame if not line.code else frame[frame["segment"] == line.code]
    ids = tuple(int(each) for each in rows.sort_values("value", ascending=False).index)
    return "clients", {"ids": ids, "title": words.segment_name(answer, line.code)}


def _segments_draw(answer: Answer, currency: str) -> Draw:
    lines = answer.by_segment
    horizon = words.horizon(answer.values.horizon_days)
    x_label = translate("ValueTab", "{kind} of one client in {horizon}").format(
        kind=_kind(answer), horizon=horizon
    )
    legend = (
        translate("ValueTab", "8 of 10 clients"),
        translate("ValueTab", "average"),
        translate("ValueTab", "most a new one may cost"),
        translate("ValueTab", "what one did cost"),
    )
    names = [f"{words.segment_name(answer, each.code)} ({i18n.number(each.clients)})" for each in lines]
    stored = {each.code: answer.segments[each.code].colour for each in lines if each.code in answer.segments}

    def tooltip(row: int) -> str:
        return _segment_tooltip(answer, lines[row], currency)

    def draw(figure: Any, palette: Any) -> ChartHits:
        import pandas as pd

        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.value_by_segment import draw_value_by_segment

        colours = _segment_colours(palette, stored)
        frame = pd.DataFrame(
            {
                "name": names,
                "colour": [colours.get(each.code, palette.accent) for each in lines],
                "low": [each.low for each in lines],
                "high": [each.high for each in lines],
                "value": [each.mean for each in lines],
                "ceiling": [math.nan if each.ceiling is None else each.ceiling for each in lines],
                "cost": [math.nan if each.cost is None else each.cost for each in lines],
            }
        )
        text = ChartText(x_label=x_label, money=_short(currency))
        axes = figure.add_subplot()
        hits = draw_value_by_segment(axes, frame, palette, text, legend)
        return ChartHits(axes, hits, tooltip, lambda row: _members(answer, lines[row]))

    return draw


def _segment_tooltip(answer: Answer, line: SegmentLine, currency: str) -> str:
    parts = [
        f"{words.segment_name(answer, line.code)} · {i18n.number(line.clients)}",
        translate("ValueTab", "One client on average: {value}; 8 of 10: {range}").format(
            value=words.about(line.mean, currency), range=words.span(line.low, line.high, currency)
        ),
        translate("ValueTab", "All together: {value}").format(value=words.about(line.total, currency)),
    ]
    if line.ceiling is not None:
        text = translate("ValueTab", "A new one may cost up to {value}")
        parts.append(text.format(value=words.about(line.ceiling, currency)))
    if line.cost is not None:
        text = translate("ValueTab", "Winning one did cost {value} (noted at {count})")
        parts.append(text.format(value=words.about(line.cost, currency), count=i18n.number(line.costed)))
    return "\n".join(parts)


def _segment_columns(answer: Answer, currency: str) -> tuple[Column, ...]:
    def amount(units: float | None) -> str:
        return i18n.NO_VALUE if units is None else words.about(units, currency)

    return (
        Column("name", translate("ValueTab", "Segment"), lambda row: words.segment_name(answer, row.code),
               width=130, stretch=True, style="strong"),
        Column("clients", translate("ValueTab", "Clients"), lambda row: i18n.number(row.clients), "right", width=70),
        Column("mean", translate("ValueTab", "Average"), lambda row: amount(row.mean), "right", width=80),
        Column("total", translate("ValueTab", "Together"), lambda row: amount(row.total), "right", width=80),
        Column("ceiling", translate("ValueTab", "May cost"), lambda row: amount(row.ceiling), "right", width=80),
        Column("cost", translate("ValueTab", "Did cost"), lambda row: amount(row.cost), "right", width=80),
    )  # fmt: skip


def forecast(answer: Answer, currency: str) -> Presented:
    """Orders by month, and what the forecast would have said and says."""
    if not answer.months:
        return Presented(translate("ValueTab", "There is no order in the book yet."))
    rows = [(i18n.month(day), count) for day, count in answer.months]
    columns = (
        Column("month", translate("ValueTab", "Month"), lambda row: row[0], width=150, stretch=True),
        Column("orders", translate("ValueTab", "Orders"), lambda row: i18n.number(row[1]), "right"),
    )
    sentence = words.test_sentence(answer) if answer.level else words.level_sentence(answer)
    note = ""
    if answer.level or answer.values.back_tests:
        note = translate(
            "ValueTab",
            "Forecasts are of the clients known on the day they begin, as an average month; bars are all orders.",
        )
    return Presented(sentence, _forecast_draw(answer), ChartTable(columns, rows), note)


def _forecast_draw(answer: Answer) -> Draw:
    values = answer.values
    as_of = answer.question.as_of
    spans = [(test.start, test.end, test.expected, test.low, test.high, test.naive, test.actual)
             for test in sorted(values.back_tests, key=lambda each: each.start)]  # fmt: skip
    if answer.level:
        end = as_of + timedelta(days=values.horizon_days)
        total = values.orders_total
        spans.append((as_of, end, total.expected, total.low, total.high, values.naive_orders, None))  # type: ignore[arg-type]
    texts = (
        translate("ValueTab", "orders"),
        translate("ValueTab", "forecast, 8 times in 10"),
        translate("ValueTab", "as many as before"),
        translate("ValueTab", "what came"),
        i18n.short_date(as_of) if as_of != answer.question.today else translate("ValueTab", "today"),
    )
    empty = translate("ValueTab", "No order in these months.")
    months = answer.months

    def tooltip(row: int) -> str:
        if row < len(months):
            day, count = months[row]
            return f"{i18n.month(day)}\n" + translate("ValueTab", "%n order(s)", None, count)
        return _span_tooltip(spans[row - len(months)])

    def draw(figure: Any, palette: Any) -> ChartHits:
        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.forecast import ForecastWords, Span, draw_forecast

        text = ChartText(empty=empty, count=i18n.number, month=_short_month)
        axes = figure.add_subplot()
        drawn = [Span(*each) for each in spans]
        hits = draw_forecast(axes, months, drawn, as_of, palette, text, ForecastWords(*texts))
        return ChartHits(axes, hits, tooltip)

    return draw


def _span_tooltip(span: tuple[Any, ...]) -> str:
    start, end, expected, low, high, naive, actual = span
    period = translate("ValueTab", "{start} to {end}").format(
        start=i18n.short_date(start), end=i18n.short_date(end)
    )
    text = translate("ValueTab", "Forecast: {expected} orders ({low} to {high})").format(
        expected=words.count_about(expected), low=words.count_about(low), high=words.count_about(high)
    )
    before = translate("ValueTab", "As many as before: {count}").format(count=words.count_about(naive))
    parts = [period, text, before]
    if actual is not None:
        parts.append(translate("ValueTab", "There were: {count}").format(count=i18n.number(actual)))
    return "\n".join(parts)


def _short_month(day: date) -> str:
    return i18n.locale().toString(i18n.qdate(day), "MMM yy").replace(".", "")


def equity(found: tuple[Equity, dict[str, SegmentInfo]], currency: str) -> Presented:
    """The value of all clients at quarter-ends, by segment, and what changed it in a year."""
    held, infos = found
    if not held.days:
        return Presented(
            translate("ValueTab", "Nothing could be forecast at any of the last quarters’ ends.")
        )
    order = [code for code in infos if code in held.parts] + [
        code for code in held.parts if code not in infos
    ]
    parts = {code: held.parts[code] for code in order}
    rows = list(zip(held.days, *parts.values(), strict=True))
    columns = (
        Column("day", translate("ValueTab", "Day"), lambda row: i18n.short_date(row[0]), width=100),
        Column("total", translate("ValueTab", "Total"), lambda row: words.about(sum(row[1:]), currency), "right",
               width=90, style="strong"),
        *(_part_column(place, code, infos, currency) for place, code in enumerate(parts, 1)),
    )  # fmt: skip
    return Presented(
        equity_sentence(held, currency),
        _equity_draw(held, parts, infos, currency),
        ChartTable(columns, rows),
        translate(
            "ValueTab", "Each day looks {horizon} ahead, so that they compare; the bar: 8 times in 10."
        ).format(horizon=words.horizon(held.horizon_days)),
    )


def _part_column(place: int, code: str, infos: dict[str, SegmentInfo], currency: str) -> Column:
    return Column(code, _name(code, infos), lambda row: words.about(row[place], currency), "right", width=100)


def _name(code: str, infos: dict[str, SegmentInfo]) -> str:
    if not code:
        return translate("ValueTab", "All clients")
    return messages.segment_name(code, infos[code].name if code in infos else "")


def equity_sentence(held: Equity, currency: str) -> str:
    """What became of the value in a year, and by what."""
    if held.since is None:
        return translate("ValueTab", "A year ago nothing could be forecast yet: there is no change to tell.")
    text = translate(
        "ValueTab",
        "Since {day}: {before} became {after}. New clients {new}, grown {grown}, shrunk {shrunk}, lost {lost}.",
    )
    return text.format(
        day=i18n.short_date(held.since),
        before=words.about(held.before, currency),
        after=words.about(held.after, currency),
        **{
            name: words.about(getattr(held, name), currency, signed=True).replace(
                i18n.MINUS, i18n.MINUS + _JOINED
            )
            for name in ("new", "grown", "shrunk", "lost")
        },
    )


def _equity_draw(
    held: Equity, parts: dict[str, tuple[float, ...]], infos: dict[str, SegmentInfo], currency: str
) -> Draw:
    days = held.days
    labels = [_quarter(day) for day in days]
    names = [_name(code, infos) for code in parts]
    stored = {code: infos[code].colour for code in parts if code in infos}
    empty = translate("ValueTab", "Nothing to come is expected.")

    def tooltip(row: int) -> str:
        total = sum(values[row] for values in parts.values())
        lines = [f"{i18n.short_date(days[row])} · {words.about(total, currency)}"]
        if row == len(days) - 1 and math.isfinite(held.low):
            lines[0] += f" ({words.span(held.low, held.high, currency)})"
        lines += [
            f"{name}: {words.about(values[row], currency)}"
            for name, values in zip(names, parts.values(), strict=True)
        ]
        return "\n".join(lines)

    def draw(figure: Any, palette: Any) -> ChartHits:
        import pandas as pd

        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.equity import draw_equity

        before = [math.nan] * (len(days) - 1)
        frame = pd.DataFrame({"low": [*before, held.low], "high": [*before, held.high], **parts})
        colours = _segment_colours(palette, stored)
        text = ChartText(empty=empty, money=_short(currency))
        axes = figure.add_subplot()
        shown = [colours.get(code, palette.accent) for code in parts]
        hits = draw_equity(axes, frame, shown, labels, names, palette, text)
        return ChartHits(axes, hits, tooltip)

    return draw


def _quarter(day: date) -> str:
    """The end of a quarter as "Q3 26"; another day as itself."""
    following = date.fromordinal(day.toordinal() + 1)
    if following.day == 1 and following.month in (1, 4, 7, 10):
        quarter = (day.month - 1) // 3 + 1
        return translate("ValueTab", "Q{quarter} {year}").format(
            quarter=quarter, year=f"{day.year % 100:02d}"
        )
    return i18n.day_month(day)


def _short(currency: str) -> Callable[[float], str]:
    return lambda units: i18n.short_money(round(units), currency)
