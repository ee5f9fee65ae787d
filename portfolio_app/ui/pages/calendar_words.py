"""The words for what stands on the days of the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.ui import i18n, messages

if TYPE_CHECKING:
    from portfolio_app.services.calendar_view import CalendarItem

TYPES = {
    "follow_up": QT_TRANSLATE_NOOP("Calendar", "Follow-ups"),
    "due": QT_TRANSLATE_NOOP("Calendar", "Due"),
    "touch": QT_TRANSLATE_NOOP("Calendar", "Touches"),
    "deal": QT_TRANSLATE_NOOP("Calendar", "Deals"),
    "key_date": QT_TRANSLATE_NOOP("Calendar", "Key dates"),
}
"""What the filters are called."""
_ICONS = {"deal": "sale", "key_date": "calendar", "due": "snooze"}


def type_name(code: str) -> str:
    """What the filter of a type is called."""
    return QCoreApplication.translate("Calendar", str(TYPES[code]))


def icon(item: CalendarItem) -> str:
    """The picture of an item: how the client is reached, or what sort of day it is."""
    if item.type == "follow_up" and item.status == "waiting":
        return "snooze"
    if item.type == "touch" and item.key.startswith("follow_up"):
        return "check"
    if item.type in ("follow_up", "touch") or (item.type == "due" and item.kind):
        return item.kind or "follow-ups"
    return _ICONS.get(item.type, "note")


def what(item: CalendarItem) -> str:
    """What is to be done, was done, or is on that day."""
    if item.type == "key_date":
        return item.title or messages.key_date_kind(item.kind)
    if item.type == "deal":
        return _deal(item)
    if item.type == "due":
        reason = messages.follow_up_reason(item.reason)
        return f"{reason} · {item.title}" if item.title else reason
    return item.title or messages.interaction_kind(item.kind)


def _deal(item: CalendarItem) -> str:
    words = {
        "won": QCoreApplication.translate("Calendar", "Deal won: {title}"),
        "lost": QCoreApplication.translate("Calendar", "Deal lost: {title}"),
        "open": QCoreApplication.translate("Calendar", "Deal closes: {title}"),
    }
    return item.title if item.reason == "deal_step" else words[item.status].format(title=item.title)


def line(item: CalendarItem) -> str:
    """ "Atelier Morel · Send the offer": an item in one line."""
    return f"{item.client} · {what(item)}"


def when(item: CalendarItem) -> str:
    """Its day, time and length, and how late it is."""
    parts = [i18n.long_date(item.on)]
    if item.time:
        parts.append(item.time)
    if item.minutes:
        parts.append(i18n.minutes(item.minutes))
    if item.is_late and item.due_on is not None:
        parts.append(i18n.days_due((item.on - item.due_on).days))
    return " · ".join(parts)


def sort(item: CalendarItem) -> str:
    """What sort of thing it is: "Follow-up, waiting for their answer"."""
    if item.is_projected:
        return QCoreApplication.translate("Calendar", "A later turn of a repeating reminder")
    if item.type == "follow_up":
        if item.status == "waiting":
            return QCoreApplication.translate("Calendar", "Waiting for their answer")
        reason = messages.follow_up_reason(item.reason)
        return f"{reason} · {messages.interaction_kind(item.kind)}"
    if item.type == "touch":
        if item.kind == "complaint" and item.status == "open":
            return QCoreApplication.translate("Calendar", "Complaint, still open")
        if item.key.startswith("follow_up"):
            return QCoreApplication.translate("Calendar", "Follow-up done")
        return messages.interaction_kind(item.kind)
    if item.type == "deal" and item.reason == "deal_step":
        return QCoreApplication.translate("Calendar", "Next step of a deal")
    if item.type == "key_date":
        return messages.key_date_kind(item.kind)
    return {
        "due": QCoreApplication.translate("Calendar", "Due by itself, not planned by you"),
        "deal": QCoreApplication.translate("Calendar", "Deal"),
    }[item.type]


def story(item: CalendarItem) -> str:
    """The whole of it, for a tooltip and for who cannot see the grid."""
    return "\n".join((item.client, what(item), when(item), sort(item)))
