"""The words of the Risks tab: axes, levels, what may be lost, what the chart of strips shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import i18n
from portfolio_app.ui.chance_words import chance
from portfolio_app.ui.pages.analysis.gallery import Figure
from portfolio_app.ui.pages.analysis.segments_words import clients, counted
from portfolio_app.ui.theme import Tone

if TYPE_CHECKING:
    from portfolio_app.services.risks import AxisView, ClientRisk, RiskView
    from portfolio_app.ui.pages.analysis.risks_data import Answer

translate = QCoreApplication.translate
TONES: tuple[Tone, ...] = ("neutral", "warn", "danger")
"""By level."""


def axis(code: str) -> str:
    """The name of an axis, or of a flag of loyalty."""
    return {
        "dependency": translate("RisksTab", "Dependency"),
        "cost": translate("RisksTab", "Cost"),
        "instability": translate("RisksTab", "Instability"),
        "insolvency": translate("RisksTab", "Insolvency"),
        "dissatisfied": translate("RisksTab", "Dissatisfied"),
        "unfaithful": translate("RisksTab", "Unfaithful"),
        "insolvent": translate("RisksTab", "Insolvent"),
    }[code]


def axis_meaning(code: str) -> str:
    """What an axis, or a flag, is about."""
    return {
        "dependency": translate("RisksTab", "Too large a part of your revenue comes from one client."),
        "cost": translate("RisksTab", "Serving the client takes more than it leaves you."),
        "instability": translate("RisksTab", "The client may stop buying, or buy less."),
        "insolvency": translate("RisksTab", "The client may not pay."),
        "dissatisfied": translate("RisksTab", "An open complaint, or a bad answer in the latest survey."),
        "unfaithful": translate("RisksTab", "Silent for unusually long, or revenue halved."),
        "insolvent": translate("RisksTab", "Unpaid for more than 60 days, or insolvency announced."),
    }[code]


def level(number: int) -> str:
    """A level in a word."""
    return (
        translate("RisksTab", "nothing"),
        translate("RisksTab", "watch"),
        translate("RisksTab", "alarm"),
    )[number]


def unknown(code: str) -> str:
    """Why an axis cannot be told."""
    return {
        "no_revenue": translate("RisksTab", "Nothing was sold in the last 12 months."),
        "no_costs": translate(
            "RisksTab", "No cost, time or return is noted: what serving a client costs cannot be told."
        ),
        "no_history": translate(
            "RisksTab", "Not enough history to tell a broken rhythm: only what you noted yourself is shown."
        ),
        "no_due_dates": translate("RisksTab", "No sale has a due date: who pays late cannot be told."),
    }.get(code, "")


def level_counts(view: AxisView) -> tuple[str, Tone]:
    """The badge of an axis: its alarms, else those to watch."""
    if view.alarm:
        count = len(view.alarm)
        return counted(translate("RisksTab", "%n alarm(s)", None, count), count), "danger"
    if view.watch:
        count = len(view.watch)
        return counted(translate("RisksTab", "%n to watch", None, count), count), "warn"
    return "", "neutral"


def summary(view: RiskView, currency: str) -> str:
    """What may be lost within 12 months, how sure that is, and what it rests on."""
    lost = view.lost
    if lost.expected is None or lost.low is None or lost.high is None or lost.share is None:
        return translate(
            "RisksTab",
            "Not enough history to say how likely each client still is one: the list goes by revenue, "
            "by what is owed and by what is lost.",
        )
    if lost.high <= 0:
        text = translate(
            "RisksTab",
            "Most likely nothing of the {revenue} of the last 12 months will be lost within a year; weighed by the "
            "chances of each client, about {expected} is at risk.",
        )
        return text.format(
            expected=i18n.short_money(lost.expected, currency),
            revenue=i18n.short_money(view.revenue, currency),
        )
    text = translate(
        "RisksTab",
        "About {expected} of the {revenue} of the last 12 months may not come again within a year; "
        "8 times out of 10 it will be between {low} and {high}, if clients leave independently of each other.",
    )
    return text.format(
        expected=i18n.short_money(lost.expected, currency),
        revenue=i18n.short_money(view.revenue, currency),
        low=i18n.short_money(lost.low, currency),
        high=i18n.short_money(lost.high, currency),
    )


def lost_meaning(view: RiskView, currency: str) -> str:
    """The definition of revenue at risk, for its tile."""
    text = translate(
        "RisksTab",
        "Revenue of the last 12 months × (1 − chance that the client is still active), added up over all clients. "
        "The chance comes from how often and how long ago each client bought; complaints and payments are not in it.",
    )
    return f"{text}\n{summary(view, currency)}"


def axis_explained(view: AxisView, found: RiskView, currency: str) -> str:
    """The meaning of an axis, what its figure is, and its counts."""
    figure = {
        "dependency": translate("RisksTab", "Part of the revenue of 12 months that these clients make."),
        "cost": translate("RisksTab", "What these clients cost beyond their margin, over 12 months."),
        "instability": translate(
            "RisksTab",
            "Their revenue of 12 months × (1 − chance that they are still active). Of clients who bought nothing "
            "since, the revenue of the 12 months before counts; so this may be more than the revenue at risk.",
        ),
        "insolvency": translate(
            "RisksTab", "What these clients owe past its date, all if insolvency is announced."
        ),
    }[view.axis]
    lines = [axis_meaning(view.axis), figure]
    if view.unknown:
        lines.append(unknown(view.unknown))
    alarm, watch = len(view.alarm), len(view.watch)
    lines.append(
        translate("RisksTab", "Alarm: {alarm} · to watch: {watch}").format(
            alarm=i18n.number(alarm), watch=i18n.number(watch)
        )
    )
    if view.shielded:
        lines.append(
            translate("RisksTab", "Kept for a strategic role: {count}").format(
                count=i18n.number(view.shielded)
            )
        )
    return "\n".join(lines)


def stake(risk: ClientRisk, currency: str) -> str:
    """What is at stake with a client and how likely it still is one."""
    if risk.stake <= 0:
        return translate("RisksTab", "No revenue at stake over the last 24 months.")
    text = translate("RisksTab", "At stake: {stake} a year.").format(stake=i18n.money(risk.stake, currency))
    if risk.p_active is None or risk.at_risk is None:
        return text + " " + translate("RisksTab", "Not enough history to say how likely it is to stay.")
    said = translate(
        "RisksTab", "{chance} that the client is still active, so {amount} at risk over 12 months."
    )
    said = said.format(chance=chance(risk.p_active), amount=i18n.short_money(risk.at_risk, currency))
    text += " " + said[:1].upper() + said[1:]
    if risk.orders == 1:
        text += " " + translate("RisksTab", "Estimated from your other clients: no second order seen yet.")
    if risk.replace_months and risk.until_replaced is not None:
        count = risk.replace_months
        months = translate("RisksTab", "It would take you %n month(s) to replace this client", None, count)
        text += f" {months}: " + i18n.short_money(risk.until_replaced, currency) + "."
    return text


def strips_sentence(answer: Answer) -> str:
    """What the chart of strips shows, or why nobody stands in it."""
    shown, late = len(answer.strips), answer.late
    if not shown and answer.view.axes["instability"].unknown:
        return unknown(answer.view.axes["instability"].unknown)
    if not shown and not answer.recent:
        return translate(
            "RisksTab", "Nobody bought anything in the last 24 months: there is no rhythm left to watch."
        )
    if not shown:
        return translate("RisksTab", "No client of this list is silent for unusually long.")
    text = translate(
        "RisksTab",
        "A dot is a day with an order; the band is when the next one was expected, 8 times out of 10; a line from "
        "the band to today is a silence that is too long.",
    )
    if late > shown:
        first = translate("RisksTab", "The first {shown} of {clients}.")
        text += " " + first.format(shown=i18n.number(shown), clients=clients(late))
    return text


def nothing(axes: list[str], view: RiskView) -> list[str]:
    """What is to be said of the axes without a sign: which can be told, and why the others cannot."""
    told = [axis(code) for code in axes if not view.axes[code].unknown]
    lines = []
    if told:
        lines.append(translate("RisksTab", "Nothing to report: {axes}.").format(axes=", ".join(told)))
    for code in axes:
        if view.axes[code].unknown:
            reason = unknown(view.axes[code].unknown)
            lines.append(translate("RisksTab", "{axis}: {reason}").format(axis=axis(code), reason=reason))
    return lines


def lost_figure(view: RiskView, currency: str) -> Figure:
    """The tile of the revenue at risk."""
    lost = view.lost
    if lost.expected is None or lost.share is None:
        return Figure(i18n.NO_VALUE, explain=lost_meaning(view, currency))
    return Figure(
        i18n.short_money(lost.expected, currency),
        i18n.percent(lost.share),
        explain=lost_meaning(view, currency),
    )


def axis_figure(view: RiskView, code: str, currency: str) -> Figure:
    """The tile of an axis: what is at stake there, and how many clients."""
    found = view.axes[code]
    badge, tone = level_counts(found)
    explain = axis_explained(found, view, currency)
    if found.unknown and not badge:
        return Figure(i18n.NO_VALUE, explain=explain)
    if code == "dependency":
        ids = [*found.alarm, *found.watch]
        share = float(view.metrics["share"].loc[ids].sum())
        return Figure(i18n.percent(share), badge, tone, explain)
    return Figure(i18n.short_money(found.amount, currency), badge, tone, explain)


def list_name(answer: Answer) -> str:
    """Which clients are listed."""
    code = answer.question.axis
    return axis(code) if code else translate("RisksTab", "All risks")


def list_title(answer: Answer) -> str:
    """What the list holds, and how many."""
    return f"{list_name(answer)} · {clients(len(answer.ids))}"


def nobody(answer: Answer) -> str:
    """Why the list is empty."""
    code = answer.question.axis
    reason = unknown(answer.view.axes[code].unknown) if code in answer.view.axes else ""
    return reason or translate("RisksTab", "No client shows such a sign.")
