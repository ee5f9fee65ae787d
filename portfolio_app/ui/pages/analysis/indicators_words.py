"""The words of the Indicators tab: what each figure is called, means, and how it is written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.ui import i18n
from portfolio_app.ui.theme import Tone

if TYPE_CHECKING:
    from portfolio_app.analysis.kpi_board import Reading
    from portfolio_app.analysis.kpis import Indicator
    from portfolio_app.services.kpis import KpiView

NAMES = {
    "revenue": QT_TRANSLATE_NOOP("Indicators", "Revenue"),
    "margin": QT_TRANSLATE_NOOP("Indicators", "Margin"),
    "orders": QT_TRANSLATE_NOOP("Indicators", "Orders"),
    "order_value": QT_TRANSLATE_NOOP("Indicators", "Average order"),
    "active": QT_TRANSLATE_NOOP("Indicators", "Active clients"),
    "new": QT_TRANSLATE_NOOP("Indicators", "New clients"),
    "reactivated": QT_TRANSLATE_NOOP("Indicators", "Clients won back"),
    "lost": QT_TRANSLATE_NOOP("Indicators", "Clients gone silent"),
    "retention": QT_TRANSLATE_NOOP("Indicators", "Retention"),
    "churn": QT_TRANSLATE_NOOP("Indicators", "Churn"),
    "nrr": QT_TRANSLATE_NOOP("Indicators", "NRR: revenue kept and grown"),
    "grr": QT_TRANSLATE_NOOP("Indicators", "GRR: revenue kept"),
    "second_order": QT_TRANSLATE_NOOP("Indicators", "Second order"),
    "repeat": QT_TRANSLATE_NOOP("Indicators", "Repeat buyers"),
    "tenure": QT_TRANSLATE_NOOP("Indicators", "Length of relationship"),
    "conversion": QT_TRANSLATE_NOOP("Indicators", "Prospects converted"),
    "win_rate": QT_TRANSLATE_NOOP("Indicators", "Deals won"),
    "nps": QT_TRANSLATE_NOOP("Indicators", "NPS"),
    "nps_weighted": QT_TRANSLATE_NOOP("Indicators", "NPS by revenue"),
    "csat": QT_TRANSLATE_NOOP("Indicators", "Satisfied (CSAT)"),
    "csat_weighted": QT_TRANSLATE_NOOP("Indicators", "Satisfied, by revenue"),
    "touches": QT_TRANSLATE_NOOP("Indicators", "Touches"),
    "coverage": QT_TRANSLATE_NOOP("Indicators", "Clients touched"),
    "response": QT_TRANSLATE_NOOP("Indicators", "Answers to your touches"),
}
_MEANINGS = {
    "revenue": QT_TRANSLATE_NOOP("Indicators", "Sum of the sales of the period, returns taken off."),
    "margin": QT_TRANSLATE_NOOP(
        "Indicators", "Sales less their cost, over the lines whose cost is known: {part} of the revenue."
    ),
    "orders": QT_TRANSLATE_NOOP(
        "Indicators",
        "Orders of the period: lines of a client with one reference, or of one day. Returns are none.",
    ),
    "order_value": QT_TRANSLATE_NOOP("Indicators", "Revenue of the period / its orders."),
    "active": QT_TRANSLATE_NOOP(
        "Indicators", "Clients who ordered within the {window} days up to the end of the period."
    ),
    "new": QT_TRANSLATE_NOOP("Indicators", "Clients whose first order lies in the period."),
    "reactivated": QT_TRANSLATE_NOOP(
        "Indicators", "Clients active at the end who were not at the beginning, and are not new."
    ),
    "lost": QT_TRANSLATE_NOOP(
        "Indicators",
        "Clients active at the beginning who no longer are at the end: no order for {window} days. "
        "Nobody signs off: some will come back.",
    ),
    "retention": QT_TRANSLATE_NOOP(
        "Indicators",
        "Clients active at the beginning and at the end / clients active at the beginning. "
        "Active: an order within {window} days.",
    ),
    "churn": QT_TRANSLATE_NOOP(
        "Indicators",
        "Clients active at the beginning and silent at the end / clients active at the beginning. "
        "Silent: no order for {window} days.",
    ),
    "nrr": QT_TRANSLATE_NOOP(
        "Indicators",
        "Revenue of the period from the clients of {reference} / their revenue then. "
        "Above 100 %: those who stay buy more than the others took away.",
    ),
    "grr": QT_TRANSLATE_NOOP(
        "Indicators",
        "As NRR, but what a client buys more is not counted: how much of the revenue of {reference} was kept.",
    ),
    "second_order": QT_TRANSLATE_NOOP(
        "Indicators",
        "Of the clients whose first order is {window} days old or older, counted over the period moved back by "
        "as much: those who ordered again within {window} days.",
    ),
    "repeat": QT_TRANSLATE_NOOP(
        "Indicators",
        "Of the clients who bought in the period, those who had bought at least twice by its end.",
    ),
    "tenure": QT_TRANSLATE_NOOP(
        "Indicators", "Mean time since the first order, or since when they are clients, of the active ones."
    ),
    "conversion": QT_TRANSLATE_NOOP(
        "Indicators",
        "Of the prospects who became known in the period moved back by 90 days: those who ordered within 90 days.",
    ),
    "win_rate": QT_TRANSLATE_NOOP("Indicators", "Of the deals closed in the period, those that were won."),
    "nps": QT_TRANSLATE_NOOP(
        "Indicators",
        "Share of 9 and 10 less share of 0 to 6, in points from −100 to 100; the latest answer of each client.",
    ),
    "nps_weighted": QT_TRANSLATE_NOOP(
        "Indicators", "NPS with each answer weighing as much as its client bought in 12 months."
    ),
    "csat": QT_TRANSLATE_NOOP("Indicators", "Share of 4 and 5 out of 5; the latest answer of each client."),
    "csat_weighted": QT_TRANSLATE_NOOP(
        "Indicators", "Share of 4 and 5, each answer weighing as much as its client bought in 12 months."
    ),
    "touches": QT_TRANSLATE_NOOP("Indicators", "Calls, e-mails, visits and others noted in the period."),
    "coverage": QT_TRANSLATE_NOOP(
        "Indicators",
        "Of the clients active at the beginning or at the end, those you were in touch with in the period.",
    ),
    "response": QT_TRANSLATE_NOOP(
        "Indicators",
        "Of your own touches whose outcome was noted, those that reached somebody: no answer and a message left "
        "count as none.",
    ),
}
_GROUPS = {
    "buyers": QT_TRANSLATE_NOOP("Indicators", "who bought"),
    "active": QT_TRANSLATE_NOOP("Indicators", "active"),
    "new": QT_TRANSLATE_NOOP("Indicators", "new"),
    "reactivated": QT_TRANSLATE_NOOP("Indicators", "won back"),
    "lapsed": QT_TRANSLATE_NOOP("Indicators", "gone silent"),
    "retained": QT_TRANSLATE_NOOP("Indicators", "stayed"),
    "gone": QT_TRANSLATE_NOOP("Indicators", "bought nothing any more"),
    "less": QT_TRANSLATE_NOOP("Indicators", "bought less"),
    "more": QT_TRANSLATE_NOOP("Indicators", "bought more"),
    "not_again": QT_TRANSLATE_NOOP("Indicators", "no second order"),
    "again": QT_TRANSLATE_NOOP("Indicators", "ordered again"),
    "once": QT_TRANSLATE_NOOP("Indicators", "bought once"),
    "not_ordered": QT_TRANSLATE_NOOP("Indicators", "no order"),
    "ordered": QT_TRANSLATE_NOOP("Indicators", "ordered"),
    "lost": QT_TRANSLATE_NOOP("Indicators", "deal lost"),
    "won": QT_TRANSLATE_NOOP("Indicators", "deal won"),
    "critics": QT_TRANSLATE_NOOP("Indicators", "detractors (0–6)"),
    "passives": QT_TRANSLATE_NOOP("Indicators", "passives (7–8)"),
    "fans": QT_TRANSLATE_NOOP("Indicators", "promoters (9–10)"),
    "unhappy": QT_TRANSLATE_NOOP("Indicators", "not satisfied (1–3)"),
    "happy": QT_TRANSLATE_NOOP("Indicators", "satisfied (4–5)"),
    "untouched": QT_TRANSLATE_NOOP("Indicators", "without a touch"),
    "touched": QT_TRANSLATE_NOOP("Indicators", "touched"),
}
_LIGHTS: dict[str, tuple[Any, Tone]] = {
    "good": (QT_TRANSLATE_NOOP("Indicators", "reached"), "good"),
    "warn": (QT_TRANSLATE_NOOP("Indicators", "acceptable"), "warn"),
    "bad": (QT_TRANSLATE_NOOP("Indicators", "missed"), "danger"),
}


def tr(text: Any, **values: object) -> str:
    """A text of this tab in the language in use."""
    return QCoreApplication.translate("Indicators", text).format(**values)


def name(code: str) -> str:
    """What an indicator is called."""
    return tr(NAMES[code])


def group(code: str) -> str:
    """Who the clients behind a figure are."""
    return tr(_GROUPS[code])


def group_count(code: str, count: int) -> str:
    """ "gone silent: 24"."""
    return tr(
        QT_TRANSLATE_NOOP("Indicators", "{group}: {count}"), group=group(code), count=i18n.number(count)
    )


def light(code: str) -> tuple[str, Tone]:
    """A traffic light as a word and its tone; none without a target."""
    text, tone = _LIGHTS.get(code, ("", "neutral"))
    return (tr(text) if text else ""), tone


def days(period: tuple[date, date]) -> str:
    """A period by its first and last day."""
    return f"{i18n.short_date(period[0])} – {i18n.short_date(period[1])}"


def short_month(day: date) -> str:
    """ "Nov 26"."""
    return i18n.locale().toString(i18n.qdate(day), "MMM yy").replace(".", "")


def period_sentence(view: KpiView) -> str:
    """What is compared with what, and when a client counts as active."""
    return tr(
        QT_TRANSLATE_NOOP("Indicators", "{period}, against {against} · active: {window} days"),
        period=days(view.period),
        against=days(view.against),
        window=view.window,
    )


def pace_meaning(window: int) -> str:
    """Why that many days."""
    return tr(
        QT_TRANSLATE_NOOP(
            "Indicators",
            "A client is active when it ordered within {window} days: nine gaps out of ten between two orders of "
            "your clients are not longer (rounded up to a month, from 30 to 365 days).",
        ),
        window=window,
    )


def meaning(code: str, view: KpiView) -> str:
    """What an indicator is, its formula and period."""
    reading = view.readings[code]
    part = ""
    if code == "margin":
        known = (reading.part or 0) / reading.of if reading.of else 0.0
        part = i18n.percent(known)
    first, last = view.period
    year_before = f"{i18n.short_date(_year_before(first))} – {i18n.short_date(_year_before(last))}"
    return tr(_MEANINGS[code], window=view.window, part=part, reference=year_before)


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year - 1, day=28)


def value(amount: float | None, unit: str, currency: str) -> str:
    """A figure as it is written in a table."""
    if amount is None or amount != amount:
        return i18n.NO_VALUE
    if unit == "money":
        return i18n.money(round(amount), currency)
    if unit in ("rate", "ratio"):
        return i18n.percent(amount, 0 if abs(amount) >= 0.995 or amount == 0 else 1)
    if unit == "years":
        return tr(QT_TRANSLATE_NOOP("Indicators", "{count} y"), count=i18n.number(amount, 1))
    return i18n.number(amount)


def short(amount: float, unit: str, currency: str) -> str:
    """A figure as it stands on an axis."""
    if unit == "money":
        return i18n.short_money(round(amount), currency)
    if unit in ("rate", "ratio"):
        return i18n.percent(amount)
    return i18n.number(amount, 1 if unit == "years" else 0)


def change(code: str, view: KpiView) -> tuple[str, Tone]:
    """How far the figure moved, and whether that is good; a difference that may be chance is neither."""
    indicator, now, then = view.indicators[code], view.readings[code].value, view.before[code].value
    if now is None or then is None:
        return "", "neutral"
    moved = now - then
    text = _moved(indicator, moved, then)
    if not moved or not text:
        return "=" if not moved else "", "neutral"
    if code in view.chance or not indicator.better:
        return ("≈ " if code in view.chance else "") + text, "neutral"
    return text, "good" if (moved > 0) == (indicator.better == "high") else "warn"


def _moved(indicator: Indicator, moved: float, then: float) -> str:
    if indicator.unit in ("rate", "ratio"):
        points = i18n.number(100 * moved, 1)
        return tr(QT_TRANSLATE_NOOP("Indicators", "{points} pts"), points=_plus(points, moved))
    if indicator.unit == "score":
        return _plus(i18n.number(moved), moved)
    if indicator.unit == "years":
        return _plus(i18n.number(moved, 1), moved)
    if then > 0:
        return i18n.percent(moved / then, signed=True)
    # There is no part of nothing: what is counted is told as it is.
    return _plus(i18n.number(moved), moved) if indicator.unit == "count" else ""


def _plus(text: str, moved: float) -> str:
    return f"+{text}" if moved > 0 else text


def basis(reading: Reading, unit: str) -> str:
    """On how many a rate or score rests, and how sure it is where they are few."""
    if reading.of is None:
        return ""
    if unit == "rate":
        text = tr(
            QT_TRANSLATE_NOOP("Indicators", "{part} out of {of}"),
            part=i18n.number(reading.part or 0),
            of=i18n.number(reading.of),
        )
        if reading.shows_interval and reading.low is not None and reading.high is not None:
            text += ", " + tr(
                QT_TRANSLATE_NOOP("Indicators", "8 times out of 10 between {low} and {high}"),
                low=i18n.percent(reading.low),
                high=i18n.percent(reading.high),
            )
        return text
    if unit == "score":
        text = tr(QT_TRANSLATE_NOOP("Indicators", "answers: {of}"), of=i18n.number(reading.of))
        if reading.shows_interval and reading.low is not None and reading.high is not None:
            text += ", " + tr(
                QT_TRANSLATE_NOOP("Indicators", "8 times out of 10 between {low} and {high}"),
                low=i18n.number(reading.low),
                high=i18n.number(reading.high),
            )
        return text
    return ""


def sentence(code: str, view: KpiView, currency: str) -> str:
    """What the figure says: now, before, the difference, and how sure that is."""
    unit = view.indicators[code].unit
    now, then = view.readings[code], view.before[code]
    if now.value is None:
        return tr(QT_TRANSLATE_NOOP("Indicators", "Nothing to go by in this period."))
    text = value(now.value, unit, currency)
    base = basis(now, unit)
    text = f"{text} ({base})." if base else f"{text}."
    if then.value is None:
        return f"{text} " + tr(QT_TRANSLATE_NOOP("Indicators", "Nothing to compare it with before."))
    moved, _ = change(code, view)
    if code in view.chance and now.value != then.value:
        return f"{text} " + tr(
            QT_TRANSLATE_NOOP("Indicators", "Before: {value}; the difference may be chance."),
            value=value(then.value, unit, currency),
        )
    if not moved:
        return f"{text} " + tr(
            QT_TRANSLATE_NOOP("Indicators", "Before: {value}."), value=value(then.value, unit, currency)
        )
    return f"{text} " + tr(
        QT_TRANSLATE_NOOP("Indicators", "Before: {value} ({change})."),
        value=value(then.value, unit, currency),
        change=moved,
    )


def target_meaning(yearly: bool) -> str:
    """How an aim is judged."""
    text = tr(
        QT_TRANSLATE_NOOP(
            "Indicators",
            "Green from the aim on, orange from what is acceptable on, red beyond. "
            "Where the aim is below what is acceptable, less is better.",
        )
    )
    if yearly:
        text += " " + tr(
            QT_TRANSLATE_NOOP(
                "Indicators", "It is for a year; for other periods it is scaled to their length."
            )
        )
    return text
