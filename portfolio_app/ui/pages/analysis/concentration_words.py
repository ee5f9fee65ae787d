"""The sentences of the concentration page: what the figures say, and what they mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from portfolio_app.models.money import MONEY_SCALE
from portfolio_app.ui import i18n
from portfolio_app.ui.pages.analysis.concentration_data import Answer, ClientLine, Question, threshold
from portfolio_app.ui.pages.analysis.gallery import Figure
from portfolio_app.ui.theme import Tone

if TYPE_CHECKING:
    from portfolio_app.services.portfolio import ConcentrationView

MODERATE_HHI, HIGH_HHI = 1_000, 1_800
"""Bands of the US agencies' merger guidelines, made for markets."""


MOST_OF_A = 0.25
"""A class A of more of the clients than that, as with a handful of them, says nothing of the 20/80 rule."""


def counted(text: str, count: int) -> str:
    """`text`, in which Qt wrote `count` plainly, with the count grouped as people write it: 1,284."""
    return text.replace(str(count), i18n.number(count), 1)


def measure_name(measure: str) -> str:
    """Revenue or margin, inside a sentence."""
    translate = QCoreApplication.translate
    return (
        translate("Concentration", "margin") if measure == "margin" else translate("Concentration", "revenue")
    )


def period_text(question: Question) -> str:
    """ "from 22/11/2025 to 21/11/2026", "all sales up to 22/11/2026"."""
    translate = QCoreApplication.translate
    end = i18n.short_date(question.as_of)
    days = question.window_days
    if days is None:
        return translate("Concentration", "all sales up to {end}").format(end=end)
    start = i18n.short_date(question.as_of - timedelta(days=days - 1))
    return translate("Concentration", "from {start} to {end}").format(start=start, end=end)


def short_month(day: date) -> str:
    """A month on an axis: "11/26"."""
    return f"{day.month:02d}/{day.year % 100:02d}"


def figures(answer: Answer) -> dict[str, Figure]:
    """The tiles by key: first, top5, for80, hhi, equal, gini."""
    translate = QCoreApplication.translate
    found = answer.view.result.figures
    period = period_text(answer.question)
    count = found.clients
    rows = counted(translate("Concentration", "%n client(s) with sales", None, count), count)
    basis = f"{measure_name(answer.question.measure).capitalize()}, {period}.\n{rows}."
    explain = {
        "first": translate("Concentration", "Part of the largest client in the total."),
        "top5": translate("Concentration", "Part of the five largest clients in the total."),
        "for80": translate(
            "Concentration", "How many of the largest clients it takes to make 80 % of the total."
        ),
        "hhi": translate(
            "Concentration",
            "Herfindahl–Hirschman index: 10,000 × the sum of the squared shares. 10,000 is a single client. "
            "Above 1,000 one speaks of moderate, above 1,800 of high concentration; those bands were made for "
            "markets, for a client base they are a convention.",
        ),
        "equal": translate(
            "Concentration",
            "1 / the sum of the squared shares: your base depends on its clients as one of so many clients of "
            "equal size would.",
        ),
        "gini": translate(
            "Concentration",
            "Gini coefficient: 0 when all clients bring the same, close to 1 when one brings everything. "
            "Unequal sizes are not yet dependency when there are many clients.",
        ),
    }
    values = {
        "first": _share_figure(found.top1_share, answer.limits),
        "top5": Figure(_percent(found.top5_share)),
        "for80": _for_80(answer),
        "hhi": _hhi(found.hhi),
        "equal": Figure(_decimal(found.effective_clients, 1)),
        "gini": Figure(_decimal(found.gini, 2)),
    }
    return {
        key: Figure(each.value, each.badge, each.tone, f"{explain[key]}\n{basis}")
        for key, each in values.items()
    }


def _percent(share: float | None) -> str:
    return i18n.NO_VALUE if share is None else i18n.percent(share)


def _decimal(value: float | None, digits: int) -> str:
    return i18n.NO_VALUE if value is None else i18n.number(value, digits)


def _share_figure(share: float | None, limits: tuple[float, float]) -> Figure:
    if share is None:
        return Figure(i18n.NO_VALUE)
    limit = threshold(share, limits)
    badge = "" if limit is None else f"≥ {i18n.percent(limit)}"
    return Figure(i18n.percent(share), badge, tone_of(share, limits))


def _for_80(answer: Answer) -> Figure:
    found = answer.view.result.figures
    if found.clients_for_80pct is None:
        return Figure(i18n.NO_VALUE)
    part = i18n.percent(found.clients_for_80pct / found.clients)
    return Figure(i18n.number(found.clients_for_80pct), part, "neutral")


def _hhi(hhi: float | None) -> Figure:
    translate = QCoreApplication.translate
    if hhi is None:
        return Figure(i18n.NO_VALUE)
    if hhi > HIGH_HHI:
        return Figure(i18n.number(hhi), translate("Concentration", "high"), "danger")
    if hhi > MODERATE_HHI:
        return Figure(i18n.number(hhi), translate("Concentration", "moderate"), "warn")
    return Figure(i18n.number(hhi), translate("Concentration", "low"), "good")


def tone_of(share: float, limits: tuple[float, float]) -> Tone:
    """How a share of one client is to be taken."""
    return "good" if share < limits[0] else "warn" if share < limits[1] else "danger"


def limits_source() -> str:
    """Where the limits of one client's share come from."""
    return QCoreApplication.translate(
        "Concentration",
        "Conventions, not laws; yours are in Settings, Analysis. 10 %: from there accounts must name a major "
        "customer (IFRS 8.34). 10–15 %: the French business mediation advises to spread out from there. 22–30 %: "
        "limits French buyers set themselves for a supplier. 30–50 %: order of magnitude quoted for French rulings; "
        "the law sets no percentage, what counts is whether you have another outlet.",
    )


def pareto_sentence(answer: Answer) -> str:
    """ "The first client alone makes 23 % of the revenue; 18 of 114 clients make 80 %."."""
    found = answer.view.result.figures
    translate = QCoreApplication.translate
    if found.clients_for_80pct is None or found.top1_share is None:
        return translate("Concentration", "The total is not above zero, so shares mean nothing here.")
    count = found.clients_for_80pct
    text = translate(
        "Concentration",
        "The first client alone makes {first} of the {measure}; %n of {clients} clients make {share}.",
        None,
        count,
    )
    return counted(text, count).format(
        first=i18n.percent(found.top1_share),
        measure=measure_name(answer.question.measure),
        clients=i18n.number(found.clients),
        share=i18n.percent(0.8),
    )


def guide_label(answer: Answer) -> str:
    """What stands at the guide line of the chart."""
    found = answer.view.result.figures
    if found.clients_for_80pct is None:
        return ""
    count = found.clients
    text = QCoreApplication.translate("Concentration", "{share}: {n} of %n client(s) ({part})", None, count)
    return counted(text, count).format(
        share=i18n.percent(0.8),
        n=i18n.number(found.clients_for_80pct),
        part=i18n.percent(found.clients_for_80pct / found.clients),
    )


def lorenz_sentence(view: ConcentrationView) -> str:
    """What the largest fifth makes, against what it would make were all equal."""
    found = view.result.figures
    if found.top20pct.share is None:
        return ""
    text = QCoreApplication.translate(
        "Concentration",
        "The largest fifth of the clients makes {share}; with clients of equal size: {equal}.",
    )
    equal = found.top20pct.k / found.clients
    return text.format(share=i18n.percent(found.top20pct.share), equal=i18n.percent(equal))


def negative_sentence(answer: Answer, currency: str) -> str:
    """Clients whose credit notes outweigh their purchases, "" when there are none."""
    found = answer.view.result.figures
    if not found.negative_clients:
        return ""
    count = found.negative_clients
    text = QCoreApplication.translate(
        "Concentration",
        "%n client(s) end below zero ({amount}): their returns or costs outweigh the rest. "
        "They are counted with their negative amount.",
        None,
        count,
    )
    return counted(text, count).format(amount=i18n.money(found.negative_amount, currency))


def class_sentence(answer: Answer, reading: str) -> str:
    """Class A against what the rule of thumb expects."""
    first = answer.classes[reading][0]
    if first.share is None or first.client_share is None:
        return ""
    if reading == "abc_rank" and first.client_share > MOST_OF_A:
        return ""
    translate = QCoreApplication.translate
    part = i18n.percent(first.share)
    if reading == "abc_rank":
        text = translate(
            "Concentration", "The first {clients} of the clients make {share}; the rule of thumb says {rule}."
        )
        return text.format(clients=i18n.percent(first.client_share), share=part, rule=i18n.percent(0.8))
    if first.client_share < first.expected / 2:
        text = translate(
            "Concentration",
            "Class A holds only {clients} of the clients where {expected} are usual: few carry much.",
        )
    elif first.client_share > first.expected * 1.5:
        text = translate(
            "Concentration",
            "Class A holds {clients} of the clients where {expected} are usual: the weight is well spread.",
        )
    else:
        text = translate("Concentration", "Class A holds {clients} of the clients; {expected} are usual.")
    return text.format(clients=i18n.percent(first.client_share), expected=i18n.percent(first.expected))


def short(currency: str) -> Callable[[float], str]:
    """Amounts for the axis of a chart."""
    return lambda units: i18n.short_money(round(units), currency)


def table_titles(measure: str) -> tuple[str, ...]:
    """The first line of the table on the clipboard."""
    translate = QCoreApplication.translate
    return (
        translate("Concentration", "Rank"),
        translate("Concentration", "Client"),
        measure_name(measure).capitalize(),
        translate("Concentration", "Share"),
        translate("Concentration", "Cumulated"),
        translate("Concentration", "Class"),
    )


def plain_cells(line: ClientLine, reading: str) -> tuple[str, ...]:
    """A line of the table for a spreadsheet: figures without blanks or signs, with the decimal sign in use."""
    point = i18n.locale().decimalPoint()

    def plain(value: float | None, digits: int) -> str:
        return "" if value is None else f"{value:.{digits}f}".replace(".", point)

    amount = plain(line.amount / MONEY_SCALE, 2)
    shares = (plain(line.share, 6), plain(line.cumulated, 6))
    return (str(line.rank), line.name, amount, *shares, line.classes[reading])
