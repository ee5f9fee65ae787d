"""The sentences of the concentration page about other times: what grew, what could be lost, the verdict."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import i18n
from portfolio_app.ui.pages.analysis import concentration_words as words
from portfolio_app.ui.pages.analysis.concentration_data import Answer, threshold
from portfolio_app.ui.pages.analysis.concentration_time_data import OverTime
from portfolio_app.ui.pages.analysis.gallery import Figure
from portfolio_app.ui.theme import Tone

SIGNIFICANT_HHI = 100
"""A change of the index that the US agencies' merger guidelines call significant."""
NOTICEABLE = 0.10
"""Whose part of the ups and downs is smaller is not named."""
_MOST_SWINGS = 3


@dataclass(frozen=True)
class Compared:
    """One line of the comparison: a figure before and now, its change, and whether that is good."""

    label: str
    before: str
    now: str
    change: str
    tone: Tone
    explain: str = ""


def verdict(answer: Answer, over: OverTime | None) -> tuple[Tone, str, str]:
    """(tone, headline, what else is to be known): on whom one depends, whether it grows, what is at risk."""
    found = answer.view.result.figures
    translate = QCoreApplication.translate
    if found.top1_share is None or not answer.top:
        text = translate("Concentration", "The total is not above zero, so shares mean nothing here.")
        return "neutral", text, ""
    limit = threshold(found.top1_share, answer.limits)
    measure = words.measure_name(answer.question.measure)
    if limit is None:
        text = translate(
            "Concentration",
            "You depend on nobody alone: the first client, {name}, makes {share} of the {measure}.",
        )
    elif limit == answer.limits[0]:
        text = translate(
            "Concentration", "{name} makes {share} of the {measure}: to be watched, as from {limit} on."
        )
    else:
        text = translate(
            "Concentration",
            "You depend on {name}: {share} of the {measure}, above your alarm limit of {limit}.",
        )
    headline = text.format(
        name=answer.top[0].name,
        share=i18n.percent(found.top1_share),
        measure=measure,
        limit=i18n.percent(limit or 0),
    )
    rest = [] if over is None else [part for part in (trend_sentence(over), risk_sentence(over)) if part]
    return words.tone_of(found.top1_share, answer.limits), headline, " ".join(rest)


def trend_sentence(over: OverTime) -> str:
    """Whether the portfolio rests on fewer clients than in the same season before."""
    translate = QCoreApplication.translate
    if over.before is None or not over.is_before_whole:
        return ""
    now, then = over.view.result.figures, over.before.result.figures
    if now.effective_clients is None or then.effective_clients is None or then.top1_share is None:
        return ""
    change = (now.hhi or 0) - (then.hhi or 0)
    if change >= SIGNIFICANT_HHI:
        text = translate(
            "Concentration",
            "It is getting worse: {when}, the first client made {share}, and your base weighed like {then} equal "
            "clients ({now} now).",
        )
    elif change <= -SIGNIFICANT_HHI:
        text = translate(
            "Concentration",
            "It is getting better: {when}, the first client made {share}, and your base weighed like {then} equal "
            "clients ({now} now).",
        )
    else:
        text = translate(
            "Concentration",
            "Hardly any change: {when}, the first client made {share}, and your base weighed like {then} equal "
            "clients ({now} now).",
        )
    is_year = (over.question.window_days or 0) <= 366
    day = translate("Concentration", "on {day}").format(day=i18n.short_date(over.before.as_of))
    return text.format(
        when=translate("Concentration", "a year before") if is_year else day,
        share=i18n.percent(then.top1_share),
        then=i18n.number(then.effective_clients, 1),
        now=i18n.number(now.effective_clients, 1),
    )


def risk_sentence(over: OverTime) -> str:
    """What may be lost, and with whom; "" where no chance is known."""
    if over.at_risk is None or not over.exposed:
        return ""
    text = QCoreApplication.translate(
        "Concentration",
        "Weighed by the chance that each client has left, {share} of the {measure} is at risk, most of it with {name}.",
    )
    return text.format(
        share=i18n.percent(over.at_risk),
        measure=words.measure_name(over.question.measure),
        name=over.exposed[0].name,
    )


def leaving_sentence(over: OverTime, currency: str) -> str:
    """What is at risk, and how that is known."""
    translate = QCoreApplication.translate
    if over.at_risk is None:
        return translate(
            "Concentration",
            "Not enough history to estimate who is still active: 10 clients and 20 repeat orders.",
        )
    text = translate(
        "Concentration",
        "{amount} ({share} of the {measure}) is at risk: each client's amount weighed by the chance, estimated from "
        "everybody's rhythm of orders, that it has already left. Most of it:",
    )
    found = text.format(
        amount=i18n.short_money(over.at_risk_amount, currency),
        share=i18n.percent(over.at_risk),
        measure=words.measure_name(over.question.measure),
    )
    if over.known < 0.995:
        partly = translate("Concentration", "(Known for {share} of it.)").format(
            share=i18n.percent(over.known)
        )
        found = f"{partly} {found}"
    return found


def risk_figure(over: OverTime, currency: str) -> Figure:
    """The tile of the dependency at risk."""
    translate = QCoreApplication.translate
    explain = translate(
        "Concentration",
        "Dependency at risk: the sum of each client's share × (1 − the chance that the client is still active), "
        "estimated from the rhythm of the orders of the whole book.",
    )
    if over.at_risk is None:
        missing = translate(
            "Concentration",
            "Not enough history to estimate who is still active: 10 clients and 20 repeat orders.",
        )
        return Figure(i18n.NO_VALUE, "", "neutral", f"{explain}\n{missing}")
    who = "\n".join(
        translate("Concentration", "{name}: {share} of the total, {chance} that it has left").format(
            name=each.name, share=i18n.percent(each.share), chance=tenths(1 - each.p_active)
        )
        for each in over.exposed[:_MOST_SWINGS]
    )
    basis = f"{words.measure_name(over.question.measure).capitalize()}, {words.period_text(over.question)}."
    amount = i18n.short_money(over.at_risk_amount, currency)
    return Figure(i18n.percent(over.at_risk), amount, "neutral", f"{explain}\n{basis}\n{who}")


def tenths(chance: float) -> str:
    """ "about 6 chances in 10": no more digits than are known."""
    translate = QCoreApplication.translate
    count = round(10 * chance)
    if count <= 0:
        return translate("Concentration", "less than 1 chance in 10")
    if count >= 10:
        return translate("Concentration", "more than 9 chances in 10")
    if count == 1:
        return translate("Concentration", "about 1 chance in 10")
    return translate("Concentration", "about {count} chances in 10").format(count=count)


def changes(over: OverTime) -> dict[str, tuple[str, Tone]]:
    """By tile, how its figure changed since the season before, and whether that is good."""
    if over.before is None or not over.is_before_whole:
        return {}
    now, then = over.view.result.figures, over.before.result.figures
    found: dict[str, tuple[str, Tone]] = {}
    for key, new, old in (
        ("first", now.top1_share, then.top1_share),
        ("top5", now.top5_share, then.top5_share),
    ):
        if new is not None and old is not None:
            found[key] = (points(new - old), _tone(old - new, 0.01))
    if now.effective_clients is not None and then.effective_clients is not None:
        change = now.effective_clients - then.effective_clients
        spread = (then.hhi or 0) - (now.hhi or 0)
        found["equal"] = (signed(change, 1), _tone(spread, SIGNIFICANT_HHI))
    if now.hhi is not None and then.hhi is not None:
        found["hhi"] = (signed(now.hhi - then.hhi, 0), _tone(then.hhi - now.hhi, SIGNIFICANT_HHI))
    return found


def points(change: float) -> str:
    """A change of a share: "+3.2 pts"."""
    return QCoreApplication.translate("Concentration", "{number} pts").format(number=signed(100 * change, 1))


def signed(change: float, digits: int) -> str:
    """A change with its sign."""
    text = i18n.number(abs(change), digits)
    if text == i18n.number(0, digits):
        return text
    return f"+{text}" if change > 0 else f"−{text}"


def _tone(better: float, least: float) -> Tone:
    return "neutral" if abs(better) < least else "good" if better > 0 else "danger"


def compared(over: OverTime, currency: str) -> list[Compared]:
    """The figures of the season before and of now side by side; empty without a season before."""
    if over.before is None:
        return []
    translate = QCoreApplication.translate
    now, then = over.view.result.figures, over.before.result.figures
    rows = [
        Compared(
            words.measure_name(over.question.measure).capitalize(),
            i18n.short_money(then.total, currency),
            i18n.short_money(now.total, currency),
            i18n.percent(now.total / then.total - 1, signed=True) if then.total > 0 else i18n.NO_VALUE,
            _tone(now.total - then.total, 0.01 * abs(then.total)),
        )
    ]
    for label, old, new in (
        (translate("Concentration", "First client"), then.top1_share, now.top1_share),
        (translate("Concentration", "First three"), then.top3_share, now.top3_share),
        (translate("Concentration", "First five"), then.top5_share, now.top5_share),
        (translate("Concentration", "First ten"), then.top10_share, now.top10_share),
    ):
        if old is not None and new is not None:
            texts = i18n.percent(old, 1), i18n.percent(new, 1), points(new - old)
            rows.append(Compared(label, *texts, _tone(old - new, 0.01)))
    for label, was, becomes, digits, least, better in (
        (translate("Concentration", "Clients with sales"), then.clients, now.clients, 0, 0.5, 1),
        (
            translate("Concentration", "Equal clients"),
            then.effective_clients,
            now.effective_clients,
            1,
            0.05,
            1,
        ),
        (translate("Concentration", "HHI"), then.hhi, now.hhi, 0, SIGNIFICANT_HHI, -1),
        (translate("Concentration", "Normalised HHI"), then.normalised_hhi, now.normalised_hhi, 3, 0.01, -1),
        (translate("Concentration", "Gini"), then.gini, now.gini, 2, 0.03, -1),
    ):
        if was is not None and becomes is not None:
            change = becomes - was
            figures = i18n.number(was, digits), i18n.number(becomes, digits), signed(change, digits)
            rows.append(Compared(label, *figures, _tone(better * change, least)))
    return rows


def months_sentence(over: OverTime) -> str:
    """What the curve over the months says."""
    frame = over.trend.frame
    known = frame[frame["is_whole"] & frame["top1_share"].notna()]
    translate = QCoreApplication.translate
    if len(known) < 2:
        return translate(
            "Concentration", "Too little history to say how it moved: a line needs a year and a month."
        )
    first, last = known.iloc[0], known.iloc[-1]
    text = translate(
        "Concentration",
        "From {start} to {end} the first client went from {then} to {now} of the {measure}, and the number of "
        "equal clients from {many} to {few}.",
    )
    return text.format(
        start=i18n.month(first["end"].date()),
        end=i18n.month(last["end"].date()),
        then=i18n.percent(first["top1_share"]),
        now=i18n.percent(last["top1_share"]),
        measure=words.measure_name(over.question.measure),
        many=i18n.number(first["effective_clients"], 1),
        few=i18n.number(last["effective_clients"], 1),
    )


def months_note(over: OverTime) -> str:
    """What each point is, and why the line begins dotted."""
    translate = QCoreApplication.translate
    text = translate("Concentration", "Each point looks back 12 months.")
    if not bool(over.trend.frame["is_whole"].all()):
        text += " " + translate("Concentration", "Dotted: less than 12 months of sales were known.")
    return text


def lorenz_note(over: OverTime) -> tuple[str, str]:
    """What names the curve of now, and that of the season before ("" without one)."""
    translate = QCoreApplication.translate
    now = over.view.result.figures.gini
    then = over.before.result.figures.gini if over.before is not None else None
    if now is None:
        return "", ""
    if then is None or over.before is None:
        return translate("Concentration", "Gini") + f" {i18n.number(now, 2)}", ""
    text = translate("Concentration", "Gini {gini} · {day}")
    return (
        text.format(gini=i18n.number(now, 2), day=i18n.short_date(over.view.as_of)),
        text.format(gini=i18n.number(then, 2), day=i18n.short_date(over.before.as_of)),
    )


def swing_sentence(over: OverTime) -> str:
    """Whose ups and downs the quarters follow; "" below two years of history."""
    rows = over.trend.swings.head(_MOST_SWINGS)
    rows = rows[rows["part"] >= NOTICEABLE]
    if rows.empty:
        return ""
    translate = QCoreApplication.translate
    listed = ", ".join(
        f"{over.trend.names.get(int(client), '')} ({i18n.percent(part)})"
        for client, part in zip(rows["client_id"], rows["part"], strict=True)
    )
    return translate(
        "Concentration", "Ups and downs of your quarterly revenue come from few: {listed} of its variance."
    ).format(listed=listed)
