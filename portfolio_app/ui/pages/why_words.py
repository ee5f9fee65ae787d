"""Why a client is in its segment, in sentences: since when, what is about to change, what would move it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import i18n

if TYPE_CHECKING:
    from portfolio_app.analysis.explain import Move

translate = QCoreApplication.translate
Name = Callable[[str], str]
"""The name of a segment, by its code."""


def month_end(day: date) -> date:
    """The last day of a day's month."""
    first_of_next = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first_of_next - timedelta(days=1)


def lasts_until(pending_since: date) -> date:
    """The month-end at which a change takes place that was first seen on `pending_since` and lasts."""
    return month_end(month_end(pending_since) + timedelta(days=1))


def since(segment: str, entered_on: date | None, entered_from: str, name: Name) -> str:
    """Since when a client has been in a segment, and where it came from."""
    if entered_on is None:
        return translate("WhySegment", "In “{segment}” for two years or more.").format(segment=name(segment))
    day = i18n.short_date(entered_on)
    if not entered_from:
        return translate("WhySegment", "In “{segment}” since {day}.").format(segment=name(segment), day=day)
    words = translate("WhySegment", "In “{segment}” since {day}; before that, “{before}”.")
    return words.format(segment=name(segment), day=day, before=name(entered_from))


@dataclass(frozen=True)
class Standing:
    """Where a client is (codes of segments, the best first in `order`) and what the rules say today.

    The two differ while a change is pending, since `pending_since`: it takes place if it lasts.
    """

    segment: str
    rule_segment: str
    pending_since: date | None
    order: Sequence[str]

    @property
    def is_slipping(self) -> bool:
        """Whether the rules say a worse segment than the one it is in."""
        codes = (self.segment, self.rule_segment)
        if self.changes_on is None or not set(codes) <= set(self.order):
            return False
        return self.order.index(self.segment) < self.order.index(self.rule_segment)

    @property
    def changes_on(self) -> date | None:
        """The month-end at which the pending change takes place, None where there is none."""
        is_pending = self.pending_since is not None and self.segment != self.rule_segment
        return lasts_until(self.pending_since) if is_pending and self.pending_since else None

    def kept_by(self, move: Move) -> date | None:
        """The last day on which a move keeps a client where it is; None where it does something else."""
        if not self.is_slipping or move.to != self.segment or self.changes_on is None:
            return None
        if move.before is None:
            return self.changes_on
        return min(self.changes_on, move.before - timedelta(days=1))


def pending(at: Standing, name: Name) -> str:
    """Where a client is and what it will become if nothing changes; "" where the rules say what it is already."""
    if at.changes_on is None:
        return ""
    words = translate(
        "WhySegment",
        "“{segment}”; by its figures “{other}” since {since}. It becomes “{other}” on {day} if nothing changes.",
    )
    return words.format(
        segment=name(at.segment),
        other=name(at.rule_segment),
        since=i18n.short_date(at.pending_since),
        day=i18n.short_date(at.changes_on),
    )


def move_up(move: Move | None, at: Standing, currency: str, name: Name) -> str:
    """The smallest thing that would move a client up or, while it is slipping, keep it where it is."""
    if move is None:
        return _no_way_up(at, name)
    last = at.kept_by(move)
    values = {"segment": name(move.to), "day": i18n.short_date(last or move.before)}
    if move.kind != "order":
        return (_UP if last is None else _KEEP)[move.kind]().format(**values)
    if move.amount is not None:
        values["amount"] = i18n.money(move.amount, currency)
    if last is not None:
        return _keeping_order(move.amount is not None).format(**values)
    return _order(move.amount is not None, move.before is not None).format(**values)


def why_until(move: Move | None, at: Standing, name: Name) -> str:
    """Why an order has to come by the day that `move_up` says; "" where it says none."""
    if move is None or move.kind != "order":
        return ""
    last = at.kept_by(move)
    if last is not None and last == at.changes_on:
        words = translate(
            "WhySegment",
            "On that day it becomes “{segment}”; an order that comes later can only bring it back.",
        )
        return words.format(segment=name(at.rule_segment))
    if move.before is None:
        return ""
    return translate(
        "WhySegment",
        "Until then its other figures are good enough; from then on such an order alone would not do.",
    )


def move_down(move: Move | None, at: Standing, name: Name) -> str:
    """What would move a client down, and when: first the change that is pending, then what follows."""
    parts = []
    if at.is_slipping and at.changes_on is not None:
        words = translate("WhySegment", "It becomes “{segment}” on {day} if nothing changes.")
        parts.append(words.format(segment=name(at.rule_segment), day=i18n.short_date(at.changes_on)))
    if move is not None and move.on is not None:
        stays = move.to == at.segment != at.rule_segment
        words = (_AGAIN if stays else _DOWN)[move.kind]()
        parts.append(words.format(segment=name(move.to), day=i18n.short_date(move.on)))
    if not parts:
        is_worst = bool(at.order) and at.rule_segment == at.order[-1]
        parts.append(
            translate("WhySegment", "There is no segment below.")
            if is_worst
            else translate("WhySegment", "Nothing would move it down within a year.")
        )
    return " ".join(parts)


def _no_way_up(at: Standing, name: Name) -> str:
    if at.is_slipping:
        words = translate(
            "WhySegment", "No single order, payment or settled complaint would keep it “{segment}”."
        )
        return words.format(segment=name(at.segment))
    if at.order and at.rule_segment == at.order[0]:
        if at.segment != at.rule_segment:
            return translate(
                "WhySegment", "Nothing more is needed: by its figures it is in the best segment."
            )
        return translate("WhySegment", "There is no better segment.")
    return translate("WhySegment", "No single order, payment or settled complaint would move it up.")


def _keeping_order(has_amount: bool) -> str:
    if has_amount:
        return translate("WhySegment", "One more order of at least {amount} by {day} keeps it “{segment}”.")
    return translate("WhySegment", "One more order by {day} keeps it “{segment}”.")


def _order(has_amount: bool, has_day: bool) -> str:
    if has_amount and has_day:
        return translate(
            "WhySegment", "One more order of at least {amount} before {day} would make it “{segment}”."
        )
    if has_amount:
        return translate("WhySegment", "One more order of at least {amount} would make it “{segment}”.")
    if has_day:
        return translate("WhySegment", "One more order before {day} would make it “{segment}”.")
    return translate("WhySegment", "One more order would make it “{segment}”.")


_UP: dict[str, Callable[[], str]] = {
    "resolve_complaint": lambda: translate(
        "WhySegment", "Settling its open complaint would make it “{segment}”."
    ),
    "pay": lambda: translate("WhySegment", "Once it has paid what is overdue, it would be “{segment}”."),
}
_KEEP: dict[str, Callable[[], str]] = {
    "resolve_complaint": lambda: translate(
        "WhySegment", "Settling its open complaint by {day} keeps it “{segment}”."
    ),
    "pay": lambda: translate("WhySegment", "If it pays what is overdue by {day}, it stays “{segment}”."),
}
_AGAIN: dict[str, Callable[[], str]] = {
    "silence": lambda: translate(
        "WhySegment", "Without an order its figures are those of “{segment}” again from {day}."
    ),
    "resolve_complaint": lambda: translate(
        "WhySegment",
        "Unless its complaint is settled, its figures are those of “{segment}” again from {day}.",
    ),
    "pay": lambda: translate(
        "WhySegment", "Unless it pays what is overdue, its figures are those of “{segment}” again from {day}."
    ),
    "time": lambda: translate(
        "WhySegment", "Its figures are those of “{segment}” again from {day}, whatever is done."
    ),
}
_DOWN: dict[str, Callable[[], str]] = {
    "silence": lambda: translate("WhySegment", "Without an order it becomes “{segment}” on {day}."),
    "resolve_complaint": lambda: translate(
        "WhySegment", "Unless its complaint is settled, it becomes “{segment}” on {day}."
    ),
    "pay": lambda: translate(
        "WhySegment", "Unless it pays what is overdue, it becomes “{segment}” on {day}."
    ),
    "time": lambda: translate("WhySegment", "It becomes “{segment}” on {day}, whatever is done."),
}
