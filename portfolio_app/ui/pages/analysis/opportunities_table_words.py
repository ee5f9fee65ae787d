"""The words of the tables of opportunities: what is bought together, what segments bring and get, the columns."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.ui import i18n
from portfolio_app.ui.pages.analysis.opportunities_data import Answer, Rule, Served
from portfolio_app.ui.theme import Tone

_COLUMNS = {
    "amount": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Revenue expected in a year if it is tried: chance × what it would bring. How each is worked "
        "out stands beside the list.",
    ),
    "chance": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Chances in 10 of success, from what comparable clients do; few clients pull it towards what "
        "all clients do.",
    ),
    "confidence": QT_TRANSLATE_NOOP(
        "Opportunities", "Of the clients who buy the first, the part that buys the second too, in 12 months."
    ),
    "support": QT_TRANSLATE_NOOP(
        "Opportunities", "Of all clients who bought a product in 12 months, the part that buys both."
    ),
    "lift": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Confidence divided by the part of all clients who buy the second: × 2 means twice as often "
        "as among all.",
    ),
    "lift_low": QT_TRANSLATE_NOOP(
        "Opportunities",
        "The lower end of the 90 % interval of the lift. A rule is kept only if this is above 1, at "
        "least 5 clients (and 1 % of them) buy both, at least 10 buy the first, and Fisher’s exact "
        "test passes with 10 % false discoveries (Benjamini-Hochberg).",
    ),
    "revenue": QT_TRANSLATE_NOOP("Opportunities", "Revenue of the last 12 months, net of returns."),
    "potential": QT_TRANSLATE_NOOP(
        "Opportunities", "The sum of the amounts expected in a year from the segment’s opportunities."
    ),
    "worth": QT_TRANSLATE_NOOP(
        "Opportunities", "Revenue of 12 months and opportunities of the segment, as a part of all segments’."
    ),
    "touches": QT_TRANSLATE_NOOP(
        "Opportunities",
        "The calls, visits and other contacts noted in 12 months, as a part of all. Little effort: "
        "less than three quarters of the part of the worth.",
    ),
    "on_time": QT_TRANSLATE_NOOP(
        "Opportunities",
        "Clients with a contact or an order within the longest gap of their contact rhythm, of those "
        "who have one. Late: fewer than half.",
    ),
}


def column_explanation(key: str) -> str:
    """What a column means, its period and formula."""
    return QCoreApplication.translate("Opportunities", str(_COLUMNS[key]))


def rules_sentence(answer: Answer) -> str:
    """What the rules say, or why there is none."""
    translate = QCoreApplication.translate
    if not answer.rules:
        return translate(
            "Opportunities",
            "No pair of products goes together more often than chance explains: nothing is claimed "
            "from two or three clients.",
        )
    rule = answer.rules[0]
    text = translate(
        "Opportunities",
        "{both} of {takers} clients who buy {a} also buy {b}: {lift} times as many as among all {clients}.",
    )
    return text.format(
        both=i18n.number(rule.both), takers=i18n.number(rule.takers), a=rule.a, b=rule.b,
        lift=i18n.number(rule.lift, 1), clients=i18n.number(rule.clients),
    )  # fmt: skip


def rule_evidence(rule: Rule) -> str:
    """ "18 of 24"."""
    text = QCoreApplication.translate("Opportunities", "{found} of {of}")
    return text.format(found=i18n.number(rule.both), of=i18n.number(rule.takers))


def served_words(each: Served) -> tuple[str, Tone]:
    """(badge, tone) for a segment."""
    translate = QCoreApplication.translate
    if each.why == "effort":
        return translate("Opportunities", "little effort"), "warn"
    if each.why == "rhythm":
        return translate("Opportunities", "contacts late"), "warn"
    if each.why:
        return translate("Opportunities", "little effort, late"), "danger"
    return (
        (translate("Opportunities", "served"), "good")
        if each.effort is not None
        else (i18n.NO_VALUE, "neutral")
    )


def served_sentence(answer: Answer, names: dict[str, str]) -> str:
    """Which segments get less than they are worth."""
    translate = QCoreApplication.translate
    short = [names[each.segment] for each in answer.served if each.why]
    if short:
        text = translate(
            "Opportunities",
            "Under-served: {names}. They get less of your contacts than they bring or could bring, or "
            "are seen too late.",
        )
        return text.format(names=", ".join(short))
    if any(each.effort is not None for each in answer.served):
        return translate(
            "Opportunities", "No segment gets much less of your contacts than it brings or could bring."
        )
    return translate(
        "Opportunities",
        "Too few contacts were noted in the last 12 months to say where your effort goes. Log calls "
        "and visits to know.",
    )
