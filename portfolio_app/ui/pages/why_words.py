"""Why a client is in its segment, in sentences: since when, what is about to change, what would move it."""

from __future__ import annotations

from collections.abc import Callable
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


def pending(rule_segment: str, pending_since: date | None, name: Name) -> str:
    """What a client will become if what the rules say today lasts; "" where they say what it is already."""
    if pending_since is None:
        return ""
    words = translate(
        "WhySegment",
        "By its figures of today it would be “{segment}”. It becomes that if this lasts until {day}.",
    )
    return words.format(segment=name(rule_segment), day=i18n.short_date(lasts_until(pending_since)))


def move_up(move: Move | None, currency: str, name: Name, *, is_best: bool) -> str:
    """The smallest thing that would move a client up."""
    if move is None:
        if is_best:
            return translate("WhySegment", "There is no better segment.")
        return translate("WhySegment", "No single order, payment or settled complaint would move it up.")
    values = {"segment": name(move.to)}
    if move.kind != "order":
        return _UP[move.kind]().format(**values)
    if move.amount is not None:
        values["amount"] = i18n.money(move.amount, currency)
    if move.before is not None:
        values["day"] = i18n.short_date(move.before)
    return _order(move.amount is not None, move.before is not None).format(**values)


def move_down(move: Move | None, name: Name, *, is_worst: bool) -> str:
    """What would move a client down, and when."""
    if move is None or move.on is None:
        if is_worst:
            return translate("WhySegment", "There is no segment below.")
        return translate("WhySegment", "Nothing would move it down within a year.")
    return _DOWN[move.kind]().format(segment=name(move.to), day=i18n.short_date(move.on))


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
_DOWN: dict[str, Callable[[], str]] = {
    "order": lambda: translate("WhySegment", "Without an order it becomes “{segment}” on {day}."),
    "silence": lambda: translate("WhySegment", "Without an order it becomes “{segment}” on {day}."),
    "resolve_complaint": lambda: translate(
        "WhySegment", "Unless its complaint is settled, it becomes “{segment}” on {day}."
    ),
    "pay": lambda: translate(
        "WhySegment", "Unless it pays what is overdue, it becomes “{segment}” on {day}."
    ),
    "time": lambda: translate("WhySegment", "It becomes “{segment}” on {day}, whatever is done."),
}
