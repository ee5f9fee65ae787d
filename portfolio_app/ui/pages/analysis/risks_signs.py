"""What each sign of risk says, by which rule it stands, what it asks for, and the records it was read from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import i18n, messages
from portfolio_app.ui.pages.analysis.segments_words import counted

if TYPE_CHECKING:
    from portfolio_app.analysis.risk import Limits
    from portfolio_app.services.risk_records import Record
    from portfolio_app.services.risks import Sign

translate = QCoreApplication.translate


def title(found: Sign, currency: str) -> str:
    """A sign in a few words, with its main figure."""
    return _TITLES[found.code](found, currency)


def sentence(found: Sign, currency: str) -> str:
    """The figures behind a sign."""
    return _SENTENCES[found.code](found, currency)


def _figure(found: Sign, name: str) -> float:
    return found.figures.get(name) or 0.0


def _percent(found: Sign, name: str, decimals: int = 0) -> str:
    return i18n.percent(_figure(found, name), decimals)


def _count(found: Sign, name: str) -> str:
    return i18n.number(round(_figure(found, name)))


def _money(found: Sign, name: str, currency: str) -> str:
    return i18n.money(round(_figure(found, name)), currency)


def _title_of_answer(found: Sign) -> str:
    nps, csat = found.figures.get("nps"), found.figures.get("csat")
    if csat is not None and csat <= 2:
        return translate("RisksTab", "Satisfaction {score} out of 5").format(score=i18n.number(csat))
    return translate("RisksTab", "Would recommend you: {score} out of 10").format(score=i18n.number(nps or 0))


_Teller = Callable[["Sign", str], str]
_TITLES: dict[str, _Teller] = {
    "share": lambda s, c: translate("RisksTab", "{share} of your revenue").format(share=_percent(s, "share")),
    "loss": lambda s, c: translate("RisksTab", "Costs more than it leaves"),
    "below_cost": lambda s, c: translate("RisksTab", "Sold below cost"),
    "thin": lambda s, c: translate("RisksTab", "Serving takes most of the margin"),
    "effort": lambda s, c: translate("RisksTab", "Takes {part} of your time").format(
        part=_percent(s, "part")
    ),
    "returns": lambda s, c: translate("RisksTab", "{rate} comes back").format(rate=_percent(s, "rate")),
    "rhythm": lambda s, c: translate("RisksTab", "Silent for {days} days").format(days=_count(s, "silence")),
    "falling": lambda s, c: translate("RisksTab", "Revenue {change}").format(
        change=i18n.percent(_figure(s, "growth"), signed=True)
    ),
    "complaint": lambda s, c: translate("RisksTab", "Open complaint"),
    "satisfaction": lambda s, c: _title_of_answer(s),
    "price": lambda s, c: translate("RisksTab", "Sensitive to prices"),
    "announced": lambda s, c: translate("RisksTab", "Insolvency announced"),
    "overdue": lambda s, c: translate("RisksTab", "Unpaid for {days} days").format(days=_count(s, "days")),
    "slow": lambda s, c: translate("RisksTab", "Pays {days} days late").format(days=_count(s, "days")),
}


def _rhythm(found: Sign, currency: str) -> str:
    usual = found.figures.get("usual")
    if usual:
        text = translate("RisksTab", "Usually buys every {usual} days.").format(
            usual=i18n.number(round(usual))
        )
    else:
        text = translate("RisksTab", "One order only: compared with your other clients.")
    odds = found.figures.get("chance")
    if odds is None:
        return text
    said = translate("RisksTab", "Of clients who are still active, {part} stay silent that long.")
    shown = i18n.percent(odds) if odds >= 0.005 else translate("RisksTab", "fewer than 1 in 200")
    return f"{text} {said.format(part=shown)}"


def _falling(found: Sign, currency: str) -> str:
    text = translate(
        "RisksTab",
        "{revenue} in 12 months after {previous} in the 12 months before; {orders} orders after {before}.",
    )
    return text.format(
        revenue=_money(found, "revenue", currency),
        previous=_money(found, "previous", currency),
        orders=_count(found, "orders"),
        before=_count(found, "orders_before"),
    )


def _complaint(found: Sign, currency: str) -> str:
    days = round(_figure(found, "days"))
    text = translate("RisksTab", "Waiting for %n day(s).", None, days)
    return counted(text, days)


def _told(found: Sign, currency: str, text: str) -> str:
    """`text` with the figures it names, each as people write it."""
    return text.format(
        **{name: _money(found, name, currency) for name in _AMOUNTS if name in found.figures},
        **{name: _count(found, name) for name in ("orders", "rank", "days") if name in found.figures},
        **({"share": _percent(found, "share", 1)} if "share" in found.figures else {}),
        **({"time": i18n.minutes(round(_figure(found, "minutes")))} if "minutes" in found.figures else {}),
    )


_AMOUNTS = ("revenue", "margin", "served", "result", "unpaid", "amount")
_SENTENCES: dict[str, _Teller] = {
    "share": lambda s, c: _told(
        s, c, translate("RisksTab", "{revenue} in 12 months, {orders} orders; number {rank} of your clients.")
    ),
    "loss": lambda s, c: _told(
        s, c, translate("RisksTab", "Margin {margin} − cost to serve {served} = {result} over 12 months.")
    ),
    "below_cost": lambda s, c: _told(
        s, c, translate("RisksTab", "Margin of {margin} on {revenue} over 12 months.")
    ),
    "thin": lambda s, c: _told(
        s, c, translate("RisksTab", "Serving cost {served} of a margin of {margin} over 12 months.")
    ),
    "effort": lambda s, c: _told(
        s, c, translate("RisksTab", "{time} in 12 months, for {share} of the revenue ({revenue}).")
    ),
    "returns": lambda s, c: translate(
        "RisksTab", "Returns and credit notes over 12 months, as a part of what was sold."
    ),
    "rhythm": _rhythm,
    "falling": _falling,
    "complaint": _complaint,
    "satisfaction": lambda s, c: translate("RisksTab", "The latest answer to your survey."),
    "price": lambda s, c: translate("RisksTab", "As you noted in the client’s record."),
    "announced": lambda s, c: _told(s, c, translate("RisksTab", "Still to pay: {unpaid}.")),
    "overdue": lambda s, c: _told(
        s, c, translate("RisksTab", "{amount} past its date; the oldest for {days} days.")
    ),
    "slow": lambda s, c: translate("RisksTab", "On average over what was paid in 12 months, by amount."),
}


def rule(code: str, limits: Limits) -> str:
    """From where on a sign is watched, and from where on it is an alarm."""
    percent, number = i18n.percent, i18n.number
    both = translate("RisksTab", "Watch {watch}, alarm {alarm}.")
    if code == "share":
        return translate(
            "RisksTab", "Watch from {watch}, alarm from {alarm} of the revenue (your settings)."
        ).format(watch=percent(limits.share[0]), alarm=percent(limits.share[1]))
    if code == "rhythm":
        return translate(
            "RisksTab",
            "Watch below {watch}, alarm below {alarm} of active clients silent that long; "
            "without a model, 2 and 3 usual gaps.",
        ).format(watch=percent(limits.chance[0]), alarm=percent(limits.chance[1], 1))
    if code == "falling":
        return translate(
            "RisksTab",
            "Watch: {alarm} less, or {watch} less with fewer orders than chance explains; alarm: {alarm} less with "
            "such orders. At least {orders} orders before.",
        ).format(watch=percent(limits.fall[0]), alarm=percent(limits.fall[1]), orders=number(limits.orders))
    if code == "complaint":
        return translate("RisksTab", "Watch while open, alarm after {days} days (your settings).").format(
            days=number(limits.complaint_days)
        )
    if code == "overdue":
        days = [
            translate("RisksTab", "after {days} days").format(days=number(each))
            for each in limits.overdue_days
        ]
        return both.format(watch=days[0], alarm=days[1])
    if code == "returns":
        parts = [translate("RisksTab", "from {part}").format(part=percent(each)) for each in limits.returns]
        return both.format(watch=parts[0], alarm=parts[1])
    return _single_rule(code, limits)


def _single_rule(code: str, limits: Limits) -> str:
    """The signs that are of one level only."""
    return {
        "loss": translate("RisksTab", "Alarm: margin less cost to serve is below zero."),
        "below_cost": translate("RisksTab", "Alarm: what was sold brought less than it cost."),
        "thin": translate("RisksTab", "Watch: serving takes {part} of the margin or more.").format(
            part=i18n.percent(limits.served)
        ),
        "effort": translate(
            "RisksTab",
            "Watch: the part of your time is {times} times the part of the revenue, from {time} a year on.",
        ).format(times=i18n.number(limits.effort), time=i18n.minutes(limits.effort_minutes)),
        "satisfaction": translate(
            "RisksTab",
            "Watch: up to {nps} out of 10 for recommending you, up to {csat} out of 5 for satisfaction.",
        ).format(nps=i18n.number(limits.nps), csat=i18n.number(limits.csat)),
        "price": translate("RisksTab", "Watch: sensitivity to prices is “high” in the record."),
        "announced": translate("RisksTab", "Alarm: the record has a day of insolvency."),
        "slow": translate("RisksTab", "Watch: {days} days late on average, or more.").format(
            days=i18n.number(limits.delay_days)
        ),
    }[code]


def advice(code: str, role: str) -> str:
    """What to do about a sign; a strategic role shields the client from advice to let go."""
    if code in ("loss", "below_cost") and role:
        text = translate("RisksTab", "Kept as “{role}”: bring the cost down rather than let go.")
        return text.format(role=messages.strategic_role(role))
    return {
        "share": translate("RisksTab", "Win or grow others, and secure this one by a longer agreement."),
        "loss": translate(
            "RisksTab", "Raise the price, visit less or set a minimum order; else think of letting go."
        ),
        "below_cost": translate(
            "RisksTab", "Correct the prices; if the client refuses, think of letting go."
        ),
        "thin": translate("RisksTab", "Fewer visits or larger orders: group deliveries and answer by phone."),
        "effort": translate("RisksTab", "Spend less time there, or sell more in the same time."),
        "returns": translate("RisksTab", "Look at what comes back, and why, before the next delivery."),
        "rhythm": translate("RisksTab", "Call now, and ask what has changed."),
        "falling": translate("RisksTab", "Visit: find out what is bought elsewhere, and why."),
        "complaint": translate("RisksTab", "Settle the complaint before anything else."),
        "satisfaction": translate("RisksTab", "Ask what was wrong, and say what you will change."),
        "price": translate("RisksTab", "Prepare what you are worth, not a discount."),
        "announced": translate("RisksTab", "No more credit; declare in time what you are owed."),
        "overdue": translate("RisksTab", "Ask for the payment today; deliver against payment until then."),
        "slow": translate("RisksTab", "Agree on days of payment, or ask for a deposit."),
    }[code]


def task(code: str) -> str:
    """The title of the follow-up that a sign asks for."""
    return {
        "share": translate("RisksTab", "Secure the contract: large part of the revenue"),
        "loss": translate("RisksTab", "Talk about prices and service: costs more than it leaves"),
        "below_cost": translate("RisksTab", "Correct the prices: sold below cost"),
        "thin": translate("RisksTab", "Lighten the service: it takes most of the margin"),
        "effort": translate("RisksTab", "Lighten the service: it takes too much time"),
        "returns": translate("RisksTab", "Understand the returns"),
        "rhythm": translate("RisksTab", "Take up contact again: silent for unusually long"),
        "falling": translate("RisksTab", "Understand why less is bought"),
        "complaint": translate("RisksTab", "Settle the open complaint"),
        "satisfaction": translate("RisksTab", "Call back after the bad survey answer"),
        "price": translate("RisksTab", "Prepare the talk about prices"),
        "announced": translate("RisksTab", "Declare what is owed (insolvency)"),
        "overdue": translate("RisksTab", "Ask for the overdue payment"),
        "slow": translate("RisksTab", "Agree on days of payment"),
    }[code]


def source(found: Sign, currency: str) -> str:
    """Since when, and the records it was read from; those not named are counted."""
    parts = []
    if found.on is not None:
        parts.append(translate("RisksTab", "since {day}").format(day=i18n.short_date(found.on)))
    named = ", ".join(record(each, currency) for each in found.records)
    if named:
        more = found.count - len(found.records)
        if more > 0:
            named += " " + counted(translate("RisksTab", "and %n more", None, more), more)
        parts.append(named)
    text = " · ".join(parts)
    return text[:1].upper() + text[1:]


def record(found: Record, currency: str) -> str:
    """One record, as short as can be: "CMD-12 (06/09/2026, €1,754)", or its day where it has no name."""
    name = found.text.strip().split("\n")[0][:60]
    facts = [i18n.short_date(found.on)]
    if found.amount is not None:
        facts.append(i18n.money(found.amount, currency))
    first = name or facts.pop(0)
    return f"{first} ({', '.join(facts)})" if facts else first
