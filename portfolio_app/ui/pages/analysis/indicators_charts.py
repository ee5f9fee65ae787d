"""The charts of the Indicators tab as what a card shows: one indicator's course, and the bridge of revenue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from portfolio_app.ui import i18n
from portfolio_app.ui.item_models.lazy_table import Column
from portfolio_app.ui.pages.analysis import indicators_data as data
from portfolio_app.ui.pages.analysis import indicators_words as words
from portfolio_app.ui.pages.analysis.indicators_words import tr
from portfolio_app.ui.widgets.chart_card import ChartTable, Presented
from portfolio_app.ui.widgets.chart_worker import ChartHits, Target

if TYPE_CHECKING:
    import pandas as pd

SHOWN = 24
_BOUNDS: dict[str, tuple[float | None, float | None]] = {
    "rate": (0.0, 1.0),
    "ratio": (0.0, None),
    "count": (0.0, None),
    "score": (-100.0, 100.0),
    "years": (0.0, None),
}
STEP_NAMES = {
    "lost": QT_TRANSLATE_NOOP("Indicators", "Stopped buying"),
    "contraction": QT_TRANSLATE_NOOP("Indicators", "Bought less"),
    "expansion": QT_TRANSLATE_NOOP("Indicators", "Bought more"),
    "reactivated": QT_TRANSLATE_NOOP("Indicators", "Came back"),
    "new": QT_TRANSLATE_NOOP("Indicators", "New"),
    "other": QT_TRANSLATE_NOOP("Indicators", "Returns only"),
}


def clients_target(ids: Any, title: str) -> Target | None:
    """What opens the list of these clients; None without any."""
    if not len(ids):
        return None
    return "clients", {"ids": tuple(int(each) for each in ids), "title": title}


def course(shown: data.Chosen, currency: str) -> Presented:
    """One indicator over two years, the year before dotted."""
    code, view = shown.code, shown.view
    indicator = view.indicators[code]
    frame = _with_previous(shown.detail.course, code)
    unit = indicator.unit
    months = shown.detail.months

    def opens(row: int) -> Target | None:
        groups = months[row] if row < len(months) else {}
        for group, ids in groups.items():
            if len(ids):
                day = i18n.short_date(frame["end"].iloc[row].date())
                return clients_target(ids, f"{words.name(code)} · {words.group(group)} · {day}")
        return None

    def tooltip(row: int) -> str:
        return _point(frame, row, code, unit, currency)

    return Presented(
        sentence=words.sentence(code, view, currency),
        draw=_lines(shown, frame, currency, tooltip, opens),
        table=ChartTable(_course_columns(unit, currency), frame.to_dict("records"), opens),
        note=_course_note(shown, frame),
    )


def _course_note(shown: data.Chosen, frame: pd.DataFrame) -> str:
    if frame["value"].isna().all():
        return ""
    months = tr(
        QT_TRANSLATE_NOOP("Indicators", "Each point is a period as long as the one chosen, up to that day."),
    )
    if frame["value"].isna().any():
        months += " " + tr(
            QT_TRANSLATE_NOOP("Indicators", "Points whose period begins before your records do are left out.")
        )
    return months


def _with_previous(course: pd.DataFrame, code: str) -> pd.DataFrame:
    """The last two years: end, value, low, high, of, and previous, the value a year before."""
    found = course.rename(
        columns={code: "value"} | {f"{code}_{name}": name for name in ("low", "high", "of")}
    )
    found = found[["end", "value", "low", "high", "of"]]
    return found.assign(previous=found["value"].shift(12)).tail(SHOWN).reset_index(drop=True)


def _lines(
    shown: data.Chosen,
    frame: pd.DataFrame,
    currency: str,
    tooltip: Callable[[int], str],
    opens: Callable[[int], Target | None],
) -> Any:
    code, view = shown.code, shown.view
    indicator = view.indicators[code]
    aim = view.aims.get(code)
    late = view.as_of - timedelta(days=view.window) if indicator.pace else None
    name, empty = words.name(code), tr(QT_TRANSLATE_NOOP("Indicators", "Not enough records for a course."))
    legend = {
        "band": tr(QT_TRANSLATE_NOOP("Indicators", "8 times out of 10")),
        "previous": tr(QT_TRANSLATE_NOOP("Indicators", "a year before")),
        "target": tr(QT_TRANSLATE_NOOP("Indicators", "aim")),
        "provisional": tr(QT_TRANSLATE_NOOP("Indicators", "may still change")) if late else "",
    }

    def draw(figure: Any, palette: Any) -> ChartHits:
        from portfolio_app.charts.chart_text import ChartText
        from portfolio_app.charts.lines import LineWords, draw_lines

        axes = figure.add_subplot()
        hits = draw_lines(
            axes,
            frame,
            palette,
            ChartText(y_label=name, empty=empty, month=words.short_month),
            LineWords(value=name, **legend),
            write=lambda amount: words.short(amount, indicator.unit, currency),
            bounds=_BOUNDS.get(indicator.unit, (None, None)),
            provisional_from=late,
            target=None if aim is None else aim[0],
        )
        return ChartHits(axes, hits, tooltip, opens)

    return draw


def _point(frame: pd.DataFrame, row: int, code: str, unit: str, currency: str) -> str:
    each = frame.iloc[row]
    text = f"{words.name(code)} · {i18n.short_date(each['end'].date())}\n"
    text += words.value(each["value"], unit, currency)
    if each["low"] == each["low"]:
        low, high = (words.value(each[side], unit, currency) for side in ("low", "high"))
        text += "\n" + tr(
            QT_TRANSLATE_NOOP("Indicators", "8 times out of 10 between {low} and {high}"), low=low, high=high
        )
    if each["previous"] == each["previous"]:
        before = words.value(each["previous"], unit, currency)
        text += "\n" + tr(QT_TRANSLATE_NOOP("Indicators", "a year before: {value}"), value=before)
    return text


def _course_columns(unit: str, currency: str) -> tuple[Column, ...]:
    def column(key: str, title: str) -> Column:
        return Column(key, title, lambda row: words.value(row[key], unit, currency), "right", width=100)

    return (
        Column(
            "end",
            tr(QT_TRANSLATE_NOOP("Indicators", "Up to")),
            lambda row: i18n.short_date(row["end"].date()),
            width=100,
            stretch=True,
        ),
        column("value", tr(QT_TRANSLATE_NOOP("Indicators", "Value"))),
        column("low", tr(QT_TRANSLATE_NOOP("Indicators", "At least"))),
        column("high", tr(QT_TRANSLATE_NOOP("Indicators", "At most"))),
        column("previous", tr(QT_TRANSLATE_NOOP("Indicators", "A year before"))),
    )


# The bridge


def bridge(shown: data.Bridge, currency: str) -> Presented:
    """From the revenue of one period to that of another."""
    found = shown.found
    steps = [
        code for code in STEP_NAMES if code in found.amounts and (code != "other" or found.amounts[code])
    ]
    first, second = words.days(shown.asked.against), words.days(shown.asked.period)
    rows: list[tuple[str, int, int | None, Any]] = [(first, found.before, None, ())]
    rows += [
        (tr(STEP_NAMES[code]), found.amounts[code], len(found.clients[code]), found.clients[code])
        for code in steps
    ]
    rows.append((second, found.after, None, ()))

    def opens(row: int) -> Target | None:
        return clients_target(rows[row][3], rows[row][0])

    return Presented(
        sentence=_bridge_sentence(shown, currency),
        draw=_waterfall(rows, _rates(found), currency, opens),
        table=ChartTable(_bridge_columns(currency), rows, opens),
        note=_bridge_note(found),
    )


def _bridge_sentence(shown: data.Bridge, currency: str) -> str:
    found = shown.found
    kept = found.amounts["lost"] + found.amounts["contraction"]
    won = found.amounts["expansion"] + found.amounts["new"] + found.amounts["reactivated"]
    if not found.before and not found.after:
        return tr(QT_TRANSLATE_NOOP("Indicators", "Nothing was sold in either period."))
    return tr(
        QT_TRANSLATE_NOOP(
            "Indicators",
            "Revenue went from {before} to {after}: {lost} less from clients who bought less or nothing any more, "
            "{won} more from others.",
        ),
        before=i18n.short_money(found.before, currency),
        after=i18n.short_money(found.after, currency),
        lost=i18n.short_money(-kept, currency),
        won=i18n.short_money(won, currency),
    )


def _rates(found: Any) -> str:
    if found.nrr is None or found.grr is None:
        return ""
    parts = [
        tr(QT_TRANSLATE_NOOP("Indicators", "NRR {rate}"), rate=i18n.percent(found.nrr)),
        tr(QT_TRANSLATE_NOOP("Indicators", "GRR {rate}"), rate=i18n.percent(found.grr)),
    ]
    if found.logo_retention is not None:
        rate = i18n.percent(found.logo_retention)
        parts.append(tr(QT_TRANSLATE_NOOP("Indicators", "clients kept {rate}"), rate=rate))
    return " · ".join(parts)


def _bridge_note(found: Any) -> str:
    if not found.is_comparable:
        return tr(
            QT_TRANSLATE_NOOP(
                "Indicators",
                "The two periods are not equally long: what was kept of the revenue (NRR, GRR) can't be said.",
            )
        )
    if not found.is_covered:
        return tr(
            QT_TRANSLATE_NOOP(
                "Indicators",
                "Your records begin after the first period does: "
                "what was kept of its revenue (NRR, GRR) can't be said.",
            )
        )
    return tr(
        QT_TRANSLATE_NOOP(
            "Indicators",
            "NRR: revenue of the second period from the clients of the first, over theirs in the first. "
            "GRR: the same, without what they bought more. Click a bar for its clients.",
        )
    )


def _waterfall(
    rows: list[tuple[str, int, int | None, Any]],
    note: str,
    currency: str,
    opens: Callable[[int], Target | None],
) -> Any:
    empty = tr(QT_TRANSLATE_NOOP("Indicators", "Nothing was sold in either period."))
    y_label = tr(QT_TRANSLATE_NOOP("Indicators", "Revenue"))

    def label(place: int, amount: int) -> str:
        is_total = place in (0, len(rows) - 1)
        return i18n.short_money(amount, currency, signed=not is_total)

    def tooltip(row: int) -> str:
        name, amount, clients, _ = rows[row]
        text = f"{name}\n{i18n.money(amount, currency, signed=clients is not None)}"
        return text if clients is None else f"{text}\n{_client_count(clients)}"

    def draw(figure: Any, palette: Any) -> ChartHits:
        from portfolio_app.charts.bridge import Step, draw_bridge
        from portfolio_app.charts.chart_text import ChartText

        axes = figure.add_subplot()
        steps = [
            Step(name, amount / 1_000_000, label(place, amount), is_total=clients is None)
            for place, (name, amount, clients, _) in enumerate(rows)
        ]
        text = ChartText(
            y_label=y_label,
            note=note,
            empty=empty,
            money=lambda amount: i18n.short_money(round(amount * 1_000_000), currency),
        )
        return ChartHits(axes, draw_bridge(axes, steps, palette, text), tooltip, opens)

    return draw


def _client_count(count: int) -> str:
    from portfolio_app.ui.pages.analysis.segments_words import clients

    return clients(count)


def _bridge_columns(currency: str) -> tuple[Column, ...]:
    return (
        Column(
            "step", tr(QT_TRANSLATE_NOOP("Indicators", "Step")), lambda row: row[0], width=180, stretch=True
        ),
        Column(
            "amount",
            tr(QT_TRANSLATE_NOOP("Indicators", "Amount")),
            lambda row: i18n.money(row[1], currency, signed=row[2] is not None),
            "right",
            width=130,
        ),
        Column(
            "clients",
            tr(QT_TRANSLATE_NOOP("Indicators", "Clients")),
            lambda row: i18n.NO_VALUE if row[2] is None else i18n.number(row[2]),
            "right",
            width=90,
        ),
    )
