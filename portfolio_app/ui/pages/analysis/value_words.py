"""The sentences of the Value tab: what the figures say, and how sure they are."""

from __future__ import annotations

import math
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.ui import i18n, messages
from portfolio_app.ui.pages.analysis.gallery import Figure
from portfolio_app.ui.pages.analysis.value_data import TOP, Answer, ValueLine
from portfolio_app.ui.theme import Tone

translate = QCoreApplication.translate

LEVELS = (
    QT_TRANSLATE_NOOP("ValueTab", "Not enough history to forecast: only the facts are shown."),
    QT_TRANSLATE_NOOP("ValueTab", "Very rough: few clients. To be confirmed by what you know of them."),
    QT_TRANSLATE_NOOP(
        "ValueTab",
        "Cautious estimate, leaning on your other clients. 8 times in 10 the truth falls within the range.",
    ),
    QT_TRANSLATE_NOOP("ValueTab", "Solid estimate as long as your business keeps its rhythm."),
)
NAMES = (
    QT_TRANSLATE_NOOP("ValueTab", "facts only"),
    QT_TRANSLATE_NOOP("ValueTab", "very rough"),
    QT_TRANSLATE_NOOP("ValueTab", "cautious"),
    QT_TRANSLATE_NOOP("ValueTab", "solid"),
)
TONES: tuple[Tone, ...] = ("neutral", "warn", "accent", "good")
WHY = {
    "few_clients": QT_TRANSLATE_NOOP("ValueTab", "A forecast needs at least 10 clients who have ordered."),
    "few_orders": QT_TRANSLATE_NOOP(
        "ValueTab", "A forecast needs at least 20 repeat orders: those after a client’s first one."
    ),
    "short_history": QT_TRANSLATE_NOOP(
        "ValueTab", "The history must reach back at least twice the usual gap between two orders."
    ),
    "no_convergence": QT_TRANSLATE_NOOP("ValueTab", "No rhythm could be learnt reliably from these orders."),
    "bad_back_test": QT_TRANSLATE_NOOP(
        "ValueTab",
        "Tried on your own past, the forecast missed by more than 60 %: it would mislead you, so it is not shown.",
    ),
    "missing_months": QT_TRANSLATE_NOOP(
        "ValueTab",
        "There is no order in the last 3 months: either they are not in the book yet, or business stopped.",
    ),
    "long_horizon": QT_TRANSLATE_NOOP(
        "ValueTab", "Nobody can look further ahead than their history reaches back. Choose a shorter horizon."
    ),
}
TIERS = {
    "likely": QT_TRANSLATE_NOOP("ValueTab", "likely"),
    "uncertain": QT_TRANSLATE_NOOP("ValueTab", "uncertain"),
    "unlikely": QT_TRANSLATE_NOOP("ValueTab", "unlikely"),
}
TIER_TONES: dict[str, Tone] = {"likely": "good", "uncertain": "warn", "unlikely": "danger"}


def about(units: float, currency: str, *, signed: bool = False) -> str:
    """An amount in the two digits that a forecast knows: "12 k€"."""
    if not math.isfinite(units):
        return i18n.NO_VALUE
    return i18n.short_money(round(_two_digits(units)), currency, signed=signed)


def count_about(value: float) -> str:
    """A number of orders: whole, in two digits from a hundred on; with a tenth below ten."""
    if not math.isfinite(value):
        return i18n.NO_VALUE
    return i18n.number(value, 1) if 0 < abs(value) < 9.95 else i18n.number(_two_digits(value))


def _two_digits(value: float) -> float:
    if value == 0:
        return 0.0
    step = 10.0 ** (math.floor(math.log10(abs(value))) - 1)
    return round(value / step) * step


def span(low: float, high: float, currency: str) -> str:
    """ "8 k€ to 15 k€"."""
    return translate("ValueTab", "{low} to {high}").format(
        low=about(low, currency), high=about(high, currency)
    )


def short_span(low: str, high: str) -> str:
    """ "1,800–2,300", for tiles."""
    return low if low == high else f"{low}–{high}"


def chances(p: float | None) -> str:
    """ "about 6 chances in 10": a chance without false digits."""
    if p is None or p != p:
        return i18n.NO_VALUE
    tenths = round(10 * p)
    if tenths < 1:
        return translate("ValueTab", "less than 1 chance in 10")
    if tenths > 9:
        return translate("ValueTab", "more than 9 chances in 10")
    return translate("ValueTab", "about %n chance(s) in 10", None, tenths)


def tier(code: str) -> str:
    """Likely, uncertain, unlikely."""
    return translate("ValueTab", str(TIERS[code])) if code in TIERS else i18n.NO_VALUE


def months_of(days: float) -> int:
    """A horizon in whole months."""
    return max(1, round(days / (365.25 / 12)))


def horizon(days: float) -> str:
    """ "36 months"."""
    months = months_of(days)
    return translate("ValueTab", "%n month(s)", None, months)


def level_name(level: int) -> str:
    """ "cautious"."""
    return translate("ValueTab", str(NAMES[level]))


def level_sentence(answer: Answer) -> str:
    """How sure the forecast is, and why there is none."""
    values = answer.values
    parts = [translate("ValueTab", str(LEVELS[values.level]))]
    if values.why:
        parts.append(translate("ValueTab", str(WHY[values.why])))
    if values.level and values.horizon_cut:
        text = translate("ValueTab", "Looked {horizon} ahead, not further: your history allows no more.")
        parts.append(text.format(horizon=horizon(values.horizon_days)))
    if values.level and not values.margin_known:
        parts.append(translate("ValueTab", "No sale has a cost: revenue stands in the place of margin."))
    if values.level and values.preferred == "naive":
        parts.append(
            translate(
                "ValueTab",
                "Tried on your past, simply expecting as many orders as last time was nearer twice: trust it more "
                "for the total.",
            )
        )
    if values.level and values.truncated:
        parts.append(
            translate(
                "ValueTab",
                "Most histories begin with the book: the relationships may be older than it shows.",
            )
        )
    if values.level and values.correlated:
        parts.append(
            translate(
                "ValueTab",
                "Here, how often clients order and how much they order go together: read values with care.",
            )
        )
    return " ".join(parts)


def figures(answer: Answer, currency: str) -> dict[str, Figure]:
    """The tiles by key: total, top, orders, new, level."""
    return {
        "total": total_figure(answer, currency),
        "top": top_figure(answer),
        "orders": orders_figure(answer),
        "new": new_figure(answer, currency),
        "level": level_figure(answer),
    }


def _basis(answer: Answer) -> str:
    values = answer.values
    return translate("ValueTab", "Seen from {day}, {horizon} ahead, discounted at {rate} a year.").format(
        day=i18n.short_date(answer.question.as_of),
        horizon=horizon(values.horizon_days),
        rate=i18n.percent(values.discount_rate, 1 if round(values.discount_rate * 1000) % 10 else 0),
    )


def _missing(answer: Answer) -> str:
    why = answer.values.why
    return translate("ValueTab", str(LEVELS[0])) + (
        f"\n{translate('ValueTab', str(WHY[why]))}" if why else ""
    )


def total_figure(answer: Answer, currency: str) -> Figure:
    """The value of all clients, a range."""
    explain = translate(
        "ValueTab",
        "What your clients should still bring you: for each, the expected orders × the margin of an order, month by "
        "month, money to come counted less. The range holds 8 times in 10; it is widened by how far the same forecast "
        "missed on your own past.",
    )
    if not answer.level:
        return Figure(i18n.NO_VALUE, "", "neutral", f"{explain}\n{_missing(answer)}")
    total = answer.total
    value = short_span(about(total.low, currency), about(total.high, currency))
    if answer.level > 1:
        expected = translate("ValueTab", "Expected: {amount}.").format(amount=about(total.expected, currency))
        explain = f"{explain}\n{expected}"
    return Figure(value, "", "neutral", f"{explain}\n{_basis(answer)}")


def top_figure(answer: Answer) -> Figure:
    """The part of the ten most valuable clients."""
    explain = translate("ValueTab", "Part of the ten most valuable clients in the value of all.")
    share = answer.values.top_share(TOP) if answer.level >= 2 else math.nan
    if share != share:
        why = _missing(answer) if not answer.level else translate("ValueTab", str(LEVELS[1]))
        return Figure(i18n.NO_VALUE, "", "neutral", f"{explain}\n{why}")
    return Figure(i18n.percent(share), "", "neutral", f"{explain}\n{_basis(answer)}")


def orders_figure(answer: Answer) -> Figure:
    """Orders expected, with what the simplest forecast says."""
    explain = translate(
        "ValueTab",
        "Orders expected from today’s clients (days with a purchase), 8 times in 10 within the range; beside it the "
        "simplest forecast: as many as in the period of the same length before.",
    )
    if not answer.level:
        return Figure(i18n.NO_VALUE, "", "neutral", f"{explain}\n{_missing(answer)}")
    values = answer.values
    found = values.orders_total
    naive = translate("ValueTab", "before: {count}").format(count=count_about(values.naive_orders))
    value = short_span(count_about(found.low), count_about(found.high))
    tone: Tone = "warn" if values.preferred == "naive" else "neutral"
    return Figure(value, naive, tone, f"{explain}\n{_basis(answer)}")


def new_figure(answer: Answer, currency: str) -> Figure:
    """The most a new client may cost."""
    explain = translate(
        "ValueTab",
        "Worth of a new client, its first order included, divided by {ratio} (your settings). While clients are few "
        "the worth that 8 of 10 reach is taken, not the average.",
    ).format(ratio=i18n.number(answer.settings.value_ratio))
    new = answer.new
    if new is None:
        return Figure(i18n.NO_VALUE, "", "neutral", f"{explain}\n{_missing(answer)}")
    ceiling = new.ceiling(answer.settings.value_ratio)
    days = new.payback_days(ceiling)
    badge, tone = "", "neutral"
    if days is None or days > 31 * answer.settings.payback_months:
        badge, tone = translate("ValueTab", "slow to earn back"), "warn"
    elif not days:
        badge = translate("ValueTab", "first order pays it")
    else:
        badge = translate("ValueTab", "back in {time}").format(time=horizon(days))
    worth = translate("ValueTab", "A new client is worth {range}.").format(
        range=span(new.low, new.high, currency)
    )
    return Figure(about(ceiling, currency), badge, tone, f"{explain}\n{worth}\n{_basis(answer)}")  # type: ignore[arg-type]


def level_figure(answer: Answer) -> Figure:
    """How sure all this is."""
    values = answer.values
    orders = int(values.clients["own_orders"].fillna(0).sum()) if len(values.clients) else 0
    basis = translate("ValueTab", "{clients} clients who ordered, {orders} repeat orders.").format(
        clients=i18n.number(len(values.clients)), orders=i18n.number(orders)
    )
    rule = translate(
        "ValueTab",
        "From 10 clients and 20 repeat orders: very rough. From 30 and 60: cautious. From 100 and 200: solid.",
    )
    name = level_name(values.level)
    value = name[:1].upper() + name[1:]
    return Figure(value, "", TONES[values.level], f"{level_sentence(answer)}\n{basis}\n{rule}")


def test_sentence(answer: Answer) -> str:
    """What would have been forecast some time ago, and what came."""
    test = answer.back_test
    if test is None:
        return translate("ValueTab", "The history is too short to try the forecast on it.")
    ago = months_of((answer.question.as_of - test.start).days)
    text = translate(
        "ValueTab", "%n month(s) ago we would have forecast {expected} orders ({low} to {high}); there were {actual}.",
        None, ago,
    )  # fmt: skip
    sentence = text.format(
        expected=i18n.number(test.expected),
        low=i18n.number(test.low),
        high=i18n.number(test.high),
        actual=i18n.number(test.actual),
    )
    naive = translate("ValueTab", "As many as before would have been {count}.").format(
        count=i18n.number(test.naive)
    )
    return f"{sentence} {naive}"


def segment_name(answer: Answer, code: str) -> str:
    """A segment's name, or "All clients"."""
    if not code:
        return translate("ValueTab", "All clients")
    info = answer.segments.get(code)
    return messages.segment_name(code, info.name if info is not None else "")


def worth_text(line: ValueLine, currency: str) -> str:
    """A client's value: a number, or the class where it would be a guess."""
    if line.value is None:
        return i18n.NO_VALUE
    return about(line.value, currency) if line.shown == "number" else tier(line.tier)


def range_text(line: ValueLine, currency: str) -> str:
    """Between what a client's value lies."""
    if line.low is None or line.high is None or line.shown != "number":
        return i18n.NO_VALUE
    return span(line.low, line.high, currency)


def rests_on(count: int) -> str:
    """On what the estimate of a client with so many repeat orders rests."""
    if count == 0:
        return translate("ValueTab", "estimated from your other clients (no repeat order seen)")
    return translate("ValueTab", "from %n repeat order(s) of its own, and the other clients", None, count)


def day(on: date | None) -> str:
    """A day, or nothing."""
    return i18n.short_date(on)
