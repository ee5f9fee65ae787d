"""The sentences of the what-if: what is lost, what is won, and what would balance the portfolio again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import i18n
from portfolio_app.ui.pages.analysis import concentration_words as words
from portfolio_app.ui.pages.analysis.concentration_if_data import IfAnswer
from portfolio_app.ui.pages.analysis.concentration_time_words import Compared, points, signed
from portfolio_app.ui.theme import Tone

if TYPE_CHECKING:
    from portfolio_app.analysis.dependency import Balance
    from portfolio_app.services.concentration import Offer


def offer_text(offer: Offer, currency: str) -> str:
    """One open deal, as the list names it."""
    parts = [] if offer.amount is None else [i18n.short_money(offer.amount, currency)]
    if offer.probability is not None:
        parts.append(i18n.percent(offer.probability / 100))
    return " · ".join((*parts, offer.client, offer.title))


def compared(answer: IfAnswer, currency: str) -> list[Compared]:
    """The figures as they are and as they would be."""
    translate = QCoreApplication.translate
    scenario = answer.scenario
    now, then = scenario.before.figures, scenario.after.figures
    total = i18n.percent(then.total / now.total - 1, signed=True) if now.total > 0 else i18n.NO_VALUE
    rows = [
        Compared(
            words.measure_name(answer.question.measure).capitalize(),
            i18n.short_money(now.total, currency),
            i18n.short_money(then.total, currency),
            total,
            _tone(then.total - now.total) if now.total > 0 else "neutral",
        )
    ]
    firsts = [
        str(found.table["name"].iloc[0]) if len(found.table) else ""
        for found in (scenario.before, scenario.after)
    ]
    who = translate("Concentration", "Now: {now}\nThen: {then}").format(now=firsts[0], then=firsts[1])
    for label, was, becomes, explain in (
        (translate("Concentration", "First client"), now.top1_share, then.top1_share, who),
        (translate("Concentration", "First five"), now.top5_share, then.top5_share, ""),
    ):
        if was is not None and becomes is not None:
            texts = i18n.percent(was, 1), i18n.percent(becomes, 1), points(becomes - was)
            rows.append(Compared(label, *texts, _tone(was - becomes, 0.005), explain))
    paid = translate("Concentration", "Months of fixed costs a year's margin pays")
    for label, old, new, digits, better in (
        (translate("Concentration", "Equal clients"), now.effective_clients, then.effective_clients, 1, 1),
        (translate("Concentration", "HHI"), now.hhi, then.hhi, 0, -1),
        (paid, scenario.fixed_months_before, scenario.fixed_months, 1, 1),
    ):
        if old is not None and new is not None:
            change = new - old
            figures = i18n.number(old, digits), i18n.number(new, digits), signed(change, digits)
            rows.append(Compared(label, *figures, _tone(better * change, 0.05)))
    return rows


def _tone(better: float, least: float = 1) -> Tone:
    return "neutral" if abs(better) < least else "good" if better > 0 else "danger"


def loss_sentence(answer: IfAnswer, currency: str) -> str:
    """What leaves with those chosen."""
    loss = answer.scenario.loss
    translate = QCoreApplication.translate
    if loss is None:
        return translate("Concentration", "Tick the clients who could leave and the deals you could win.")
    if loss.revenue_share is None:
        text = translate("Concentration", "You would lose {revenue} of revenue.")
    else:
        text = translate("Concentration", "You would lose {revenue} of revenue ({share}).")
    parts = [
        text.format(revenue=i18n.short_money(loss.revenue, currency), share=_percent(loss.revenue_share))
    ]
    if loss.margin is None:
        parts.append(
            translate("Concentration", "What margin that is cannot be told: no cost is known of them.")
        )
    else:
        if loss.margin_share is None:
            text = translate("Concentration", "That is {margin} of margin.")
        else:
            text = translate("Concentration", "That is {margin} of margin ({share}).")
        parts.append(
            text.format(margin=i18n.short_money(loss.margin, currency), share=_percent(loss.margin_share))
        )
    if loss.fixed_months is not None:
        text = translate("Concentration", "It pays {months} months of your fixed costs.")
        parts.append(text.format(months=i18n.number(loss.fixed_months, 1)))
    if loss.replace_months:
        count = loss.replace_months
        text = translate(
            "Concentration", "%n month(s) to replace it: {amount} missing until then.", None, count
        )
        missing = loss.revenue * count / 12
        if answer.question.window_days is not None:
            missing = loss.revenue / answer.question.window_days * 365 * count / 12
            parts.append(text.format(amount=i18n.short_money(round(missing), currency)))
    return " ".join(parts)


def won_sentence(answer: IfAnswer, currency: str) -> str:
    """What the deals chosen count for."""
    scenario = answer.scenario
    translate = QCoreApplication.translate
    parts = []
    if scenario.won:
        text = translate("Concentration", "The deals bring {amount} on top.")
        parts.append(text.format(amount=i18n.short_money(scenario.won, currency)))
    count = scenario.not_counted
    if count:
        text = translate(
            "Concentration",
            "%n deal(s) cannot be counted: no amount or no probability is noted.",
            None,
            count,
        )
        parts.append(text)
    return " ".join(parts)


def balance_sentence(answer: IfAnswer, currency: str) -> str:
    """What brings the first one below the limit, in the portfolio as it would be."""
    translate = QCoreApplication.translate
    found = answer.scenario.balance
    limit = i18n.percent(answer.scenario.limit)
    table = answer.scenario.after.table
    if answer.scenario.after.figures.top1_share is None:
        return translate("Concentration", "The total is not above zero, so shares mean nothing here.")
    if found is None:
        text = translate(
            "Concentration", "Balanced: nobody reaches {limit}; the first, {name}, makes {share}."
        )
        share = i18n.percent(answer.scenario.after.figures.top1_share)
        return text.format(limit=limit, name=str(table["name"].iloc[0]), share=share)
    head = translate("Concentration", "To bring {name} ({share}) below {limit} without losing it:")
    parts = [
        head.format(
            name=str(table["name"].iloc[0]),
            share=i18n.percent(answer.scenario.after.figures.top1_share),
            limit=limit,
        )
    ]
    parts += [f"•\u00a0{each}" for each in _ways(found, answer, currency)]
    return "\n".join(parts)


def _ways(found: Balance, answer: IfAnswer, currency: str) -> list[str]:
    translate = QCoreApplication.translate
    ways = []
    if found.average_clients is not None:
        count = found.average_clients
        text = translate(
            "Concentration", "%n more client(s) like your other ones ({average} each on average)", None, count
        )
        average = i18n.short_money(found.average, currency)
        ways.append(words.counted(text, count).format(average=average))
    more = i18n.short_money(found.more, currency)
    if found.fewest_new:
        count = found.fewest_new
        text = translate(
            "Concentration",
            "in any case at least %n new client(s): fewer cannot all stay below the limit",
            None,
            count,
        )
        ways.append(words.counted(text, count))
    elif found.more_part is not None:
        text = translate(
            "Concentration", "or {more} more from the other clients ({part}), none of them above {most}"
        )
        part = i18n.percent(found.more_part, signed=True)
        most = i18n.short_money(found.amount, currency)
        ways.append(text.format(more=more, part=part, most=most))
    open_deals = sum(
        each.expected(fully=False) or 0
        for each in answer.offers
        if each.client_id != found.client_id and each.deal_id not in answer.choice.won
    )
    if open_deals > 0 and answer.question.measure == "revenue":
        text = translate("Concentration", "your other open deals would bring about {amount} of it ({part})")
        part = i18n.percent(min(open_deals / found.more, 1.0))
        ways.append(text.format(amount=i18n.short_money(min(open_deals, found.more), currency), part=part))
    return ways


def _percent(share: float | None) -> str:
    return i18n.NO_VALUE if share is None else i18n.percent(share)
