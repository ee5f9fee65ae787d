"""Why somebody is due, in words: the sentences, the badge and the rule behind a line of the queue."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from portfolio_app.ui import i18n, messages, opt_out_words
from portfolio_app.ui.theme import Tone

if TYPE_CHECKING:
    from portfolio_app.services.agenda import QueueRow
    from portfolio_app.services.client_views import NextAction


def rhythm(ideal_days: int, max_days: int) -> str:
    """ "contact every 30 days, 45 at most"."""
    every = QCoreApplication.translate("Reasons", "contact every %n day(s)", "", ideal_days)
    if max_days <= ideal_days:
        return every
    return QCoreApplication.translate("Reasons", "{every}, {maximum} at most").format(
        every=every, maximum=i18n.number(max_days)
    )


def reason(row: QueueRow, segment: str, *, rule: bool = True) -> str:
    """Why the client stands in the queue, as one sentence; `segment` is the segment's name.

    Without `rule`, only what is the case, not how often the segment is contacted.
    """
    if row.action is None:
        return _unplanned(row)
    words = _WORDS.get(row.action.reason)
    return words(row, row.action, segment if rule else "") if words is not None else row.action.reason


def _reminder(row: QueueRow, action: NextAction, segment: str) -> str:
    what = action.title or messages.interaction_kind(action.kind)
    if action.due_time:
        return QCoreApplication.translate("Reasons", "Reminder at {time}: {what}").format(
            time=action.due_time, what=what
        )
    return QCoreApplication.translate("Reasons", "Reminder: {what}").format(what=what)


def _cadence(row: QueueRow, action: NextAction, segment: str) -> str:
    since = action.days_since_touch
    if action.follow_up_id is not None:
        return _put_off(since, action.touch_is_order)
    if since is None:
        return _never_touched(row, action, segment)
    if action.touch_is_order:
        return QCoreApplication.translate("Reasons", "Last order %n day(s) ago, no contact noted", "", since)
    silence = _silence(since)
    days = action.ideal_days
    if days is None or not segment:
        return silence
    every = QCoreApplication.translate("Reasons", "every %n day(s)", "", days)
    return QCoreApplication.translate("Reasons", "{silence}; {segment} clients are contacted {every}").format(
        silence=silence, segment=segment, every=every
    )


def _put_off(since: int | None, touch_is_order: bool) -> str:
    if since is None:
        return QCoreApplication.translate("Reasons", "Postponed by you; never contacted yet")
    if touch_is_order:
        return QCoreApplication.translate(
            "Reasons", "Postponed by you; last order %n day(s) ago, no contact noted", "", since
        )
    return QCoreApplication.translate("Reasons", "Postponed by you; last contact %n day(s) ago", "", since)


def _silence(days: int) -> str:
    if days == 0:
        return QCoreApplication.translate("Reasons", "Contacted today")
    return QCoreApplication.translate("Reasons", "No contact for %n day(s)", "", days)


def _never_touched(row: QueueRow, action: NextAction, segment: str) -> str:
    return QCoreApplication.translate("Reasons", "Never contacted yet")


def _complaint(row: QueueRow, action: NextAction, segment: str) -> str:
    as_of = date.fromordinal(action.due_on.toordinal() + action.days_late)
    days = (as_of - row.complaint_on).days if row.complaint_on is not None else action.days_late
    return QCoreApplication.translate("Reasons", "Complaint open for %n day(s)", "", days)


_WORDS = {
    "reminder": _reminder,
    "cadence": _cadence,
    "never_touched": _never_touched,
    "complaint": _complaint,
}


def _unplanned(row: QueueRow) -> str:
    if row.last_touch is not None:
        return QCoreApplication.translate("Reasons", "Nothing planned; last contact on {day}").format(
            day=i18n.short_date(row.last_touch)
        )
    if row.last_sale is not None:
        return QCoreApplication.translate("Reasons", "Nothing planned; last order on {day}").format(
            day=i18n.short_date(row.last_sale)
        )
    return QCoreApplication.translate("Reasons", "Nothing planned, never contacted yet")


def other_reasons(row: QueueRow) -> str:
    """ "also a reminder, an open complaint", or "" when there is only one reason."""
    if row.action is None or not row.action.other_reasons:
        return ""
    words = {
        "reminder": QCoreApplication.translate("Reasons", "a reminder"),
        "cadence": QCoreApplication.translate("Reasons", "contact rhythm"),
        "never_touched": QCoreApplication.translate("Reasons", "never contacted"),
        "complaint": QCoreApplication.translate("Reasons", "an open complaint"),
    }
    listed = ", ".join(words.get(code, code) for code in row.action.other_reasons)
    return QCoreApplication.translate("Reasons", "also {reasons}").format(reasons=listed)


def badge(row: QueueRow, today: date) -> tuple[str, Tone]:
    """When it is due: red past its limit, amber past its day only, green today, plain when to come."""
    return action_badge(row.action, today)


def action_badge(action: NextAction | None, today: date) -> tuple[str, Tone]:
    """The same for a next action by itself."""
    if action is None:
        return "", "neutral"
    if action.days_late > 0:
        if action.bucket == "overdue":
            return i18n.days_late(action.days_late), "danger"
        return i18n.days_due(action.days_late), "warn"
    if action.days_late == 0:
        return QCoreApplication.translate("Days", "today"), "good"
    if action.days_late == -1:
        return QCoreApplication.translate("Days", "tomorrow"), "neutral"
    return i18n.day_month(action.due_on, today), "neutral"


def explanation(row: QueueRow, segment: str) -> str:
    """The whole story of a line, for its tooltip: reason, rule, dates, whom to reach."""
    parts = [reason(row, segment)]
    parts.append(other_reasons(row))
    action = row.action
    if action is not None:
        parts.append(
            QCoreApplication.translate("Reasons", "Due on {day}").format(day=i18n.short_date(action.due_on))
        )
        if action.ideal_days is not None and action.max_days is not None:
            parts.append(f"{segment} · {rhythm(action.ideal_days, action.max_days)}")
    parts.append(", ".join(part for part in (row.contact, row.phone, row.email) if part))
    if row.opt_out is not None:
        parts.append(opt_out_words.story(row.opt_out))
    return "\n".join(part for part in parts if part)
