"""The words of the Segments tab: rules, figures and what each of them means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from portfolio_app.errors import PortfolioError
from portfolio_app.models.money import MONEY_SCALE
from portfolio_app.ui import i18n, messages, rule_words
from portfolio_app.ui.pages.analysis.segments_data import Answer, Line

if TYPE_CHECKING:
    from portfolio_app.services.movement import SegmentProfile
    from portfolio_app.services.segmentations import SegmentationInfo

translate = QCoreApplication.translate

FEW = 100
"""Below so many clients a rate is shown with its interval."""


@dataclass(frozen=True)
class Fact:
    """One figure of a segment: what it is called, its value, and what it means."""

    label: str
    value: str
    explain: str


def counted(text: str, count: int) -> str:
    """`text`, in which Qt wrote `count` plainly, with the count grouped as people write it: 1,284."""
    return text.replace(str(count), i18n.number(count), 1)


def clients(count: int) -> str:
    """ "1,284 clients"."""
    return counted(translate("SegmentsTab", "%n client(s)", None, count), count)


def title(info: SegmentationInfo) -> str:
    """The name of a segmentation."""
    return messages.segmentation_name(info.code, info.name)


def rule(line: Line, answer: Answer, currency: str) -> str:
    """The rule of a segment as a sentence, or why it cannot be read."""
    if line.problem is not None:
        reason = messages.error_text(line.problem) if isinstance(line.problem, PortfolioError) else ""
        return translate("SegmentsTab", "This rule cannot be read, so nobody is in. {reason}").format(
            reason=reason
        )
    return rule_words.sentence(line.rule, answer.catalogue, currency)


def percent(share: float | None) -> str:
    """A share without decimals, or "—"."""
    return i18n.NO_VALUE if share is None else i18n.percent(share)


def money(units: float | None, currency: str) -> str:
    """An amount without cents, or "—"."""
    return i18n.NO_VALUE if units is None else i18n.money(round(units), currency)


def retention(profile: SegmentProfile) -> str:
    """ "80 %", or "—" when nobody had bought before."""
    return percent(profile.retention)


def retention_range(profile: SegmentProfile) -> str:
    """ "72–87 %" where the base is small, "" elsewhere."""
    low, high = profile.retention_low, profile.retention_high
    if profile.retention is None or low is None or high is None:
        return ""
    return f"{i18n.number(low * 100)}–{i18n.percent(high)}"


def explanations(answer: Answer) -> dict[str, str]:
    """What each column of the table means, by key."""
    day, end = i18n.short_date(answer.question.since), i18n.short_date(answer.question.as_of)
    if any(each.expected is not None for each in answer.lines):
        of_clients = translate("SegmentsTab", "Part of the clients with a sale in the 12 months up to {end}.")
        of_clients = of_clients.format(end=end)
    else:
        of_clients = translate("SegmentsTab", "Part of all clients of the book.")
    year = translate("SegmentsTab", "over the 12 months up to {end}").format(end=end)
    return {
        "segment": translate("SegmentsTab", "The segments, the best first."),
        "rule": translate(
            "SegmentsTab",
            "Who belongs to it. The rules are tried in their own order, and a client goes where the first one holds.",
        ),
        "clients": translate("SegmentsTab", "How many clients are in the segment on {end}.").format(end=end),
        "client_share": of_clients,
        "expected": translate("SegmentsTab", "Part of the clients that the rule of thumb expects here."),
        "revenue": translate("SegmentsTab", "What these clients bought {period}.").format(period=year),
        "share": translate("SegmentsTab", "Part of the revenue of all clients {period}.").format(period=year),
        "margin": translate(
            "SegmentsTab", "Revenue less cost {period}, where the costs of the sales are known."
        ).format(period=year),
        "average": translate("SegmentsTab", "Revenue {period}, divided by the clients.").format(period=year),
        "retention": translate(
            "SegmentsTab",
            "Of those who were in the segment on {day} and had bought in the 12 months before that day: the "
            "part that bought in the 12 months up to {end}. It is not the retention of the Today page, which "
            "sets one whole year against the year before for all clients: the closer the two days, the more "
            "these two years overlap, and the higher it is. Below {few} clients the likely range is given "
            "(80 %, Wilson).",
        ).format(day=day, end=end, few=FEW),
        "came": translate(
            "SegmentsTab", "Clients in the segment on {end} who were not in it on {day}."
        ).format(day=day, end=end),
        "left": translate(
            "SegmentsTab", "Clients who were in the segment on {day} and are not on {end}."
        ).format(day=day, end=end),
    }


def facts(line: Line, answer: Answer, currency: str) -> list[Fact]:
    """The figures of the chosen segment."""
    profile, explain = line.profile, explanations(answer)
    between = retention_range(profile)
    kept = retention(profile) if not between else f"{retention(profile)} ({between})"
    of_clients = translate("SegmentsTab", "{share} of the clients").format(share=percent(line.client_share))
    of_revenue = translate("SegmentsTab", "{share} of the revenue").format(share=percent(profile.share))
    since = i18n.short_date(answer.question.since)
    measured = profile.retention_base
    base = counted(translate("SegmentsTab", "Measured on %n client(s).", None, measured), measured)
    margin = explain["margin"]
    if profile.margin is not None and 0 < profile.margin_known < profile.revenue:
        known = translate("SegmentsTab", "Costs are known for {share} of this revenue.")
        margin += "\n" + known.format(share=percent(profile.margin_known / profile.revenue))
    return [
        Fact(
            translate("SegmentsTab", "Clients"),
            i18n.number(profile.clients),
            f"{explain['clients']}\n{of_clients}",
        ),
        Fact(
            translate("SegmentsTab", "Revenue"),
            money(profile.revenue, currency),
            f"{explain['revenue']}\n{of_revenue}",
        ),
        Fact(translate("SegmentsTab", "Margin"), money(profile.margin, currency), margin),
        Fact(translate("SegmentsTab", "Average"), money(profile.average, currency), explain["average"]),
        Fact(
            translate("SegmentsTab", "Retention since {day}").format(day=since),
            kept,
            f"{explain['retention']}\n{base}",
        ),
    ]


def note(answer: Answer) -> str:
    """What to know about the segmentation shown, below its table."""
    info = answer.info
    parts = []
    if info.in_force:
        parts.append(
            translate("SegmentsTab", "In force: lists, follow-ups and contact rhythms go by these segments.")
        )
    else:
        parts.append(
            translate("SegmentsTab", "Only looked at: lists and follow-ups go by another segmentation.")
        )
    if info.steady:
        parts.append(
            translate(
                "SegmentsTab",
                "A client changes segment when two month-ends in a row agree, or by two segments or more at "
                "one month-end or after an order.",
            )
        )
    if info.changed:
        parts.append(translate("SegmentsTab", "You changed its rules."))
    return " ".join(parts)


def score_text(recency: int, frequency: int) -> str:
    """One pair of scores: "recency 5, frequency 4"."""
    return translate("SegmentsTab", "recency {recency}, frequency {frequency}").format(
        recency=recency, frequency=frequency
    )


def plain_rows(answer: Answer, currency: str) -> list[tuple[str, ...]]:
    """The table for a spreadsheet: figures without blanks or signs, with the decimal sign in use."""
    point = i18n.locale().decimalPoint()

    def plain(value: float | None, digits: int) -> str:
        return "" if value is None else f"{value:.{digits}f}".replace(".", point)

    def amount(units: float | None) -> str:
        return plain(None if units is None else units / MONEY_SCALE, 2)

    rows: list[tuple[str, ...]] = [
        (
            translate("SegmentsTab", "Segment"),
            translate("SegmentsTab", "Rule"),
            translate("SegmentsTab", "Clients"),
            translate("SegmentsTab", "Part of the clients"),
            translate("SegmentsTab", "Revenue"),
            translate("SegmentsTab", "Part of the revenue"),
            translate("SegmentsTab", "Margin"),
            translate("SegmentsTab", "Average"),
            translate("SegmentsTab", "Retention"),
            translate("SegmentsTab", "Came"),
            translate("SegmentsTab", "Left"),
        )
    ]
    for line in answer.lines:
        profile = line.profile
        rows.append(
            (
                messages.segment_name(profile.segment.code, profile.segment.name),
                rule(line, answer, currency),
                str(profile.clients),
                plain(line.client_share, 4),
                amount(profile.revenue),
                plain(profile.share, 4),
                amount(profile.margin),
                amount(profile.average),
                plain(profile.retention, 4),
                str(len(profile.came)),
                str(len(profile.left)),
            )
        )
    return rows
