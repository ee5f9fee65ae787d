"""Why somebody is due, in words: the sentences, the badge and the rule behind a line of the queue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.ui import i18n, messages, opt_out_words
from portfolio_app.ui.theme import Tone

if TYPE_CHECKING:
    from portfolio_app.services.agenda import QueueRow
    from portfolio_app.services.next_actions import NextAction

PLANNED = ("reminder", "plan_step")
"""Reasons of follow-ups that stand for themselves; with any other, one records what the user did about a due."""
LONG_AGO = 730
"""From so many days on a date says more than their number."""
SINCE = "since"
"""What a key date is about when it is the day the relationship began."""


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
    action = row.action
    if action is None:
        return _unplanned(row)
    if action.status == "waiting":
        return _waiting(row, action)
    words = _WORDS.get(action.reason)
    if words is None:
        return action.title or messages.follow_up_reason(action.reason)
    told = words(row, action, segment if rule else "")
    if action.follow_up_id is not None and action.reason not in (*PLANNED, "cadence"):
        told = QCoreApplication.translate("Reasons", "Postponed by you") + " · " + told
    return told


def _as_of(action: NextAction) -> date:
    return action.due_on + timedelta(days=action.days_late)


def _what(action: NextAction) -> str:
    """What there is to do, as the user or the plan put it."""
    return action.title or messages.interaction_kind(action.kind)


def _waiting(row: QueueRow, action: NextAction) -> str:
    what = _what(action) if action.reason in PLANNED else ""
    if action.days_late >= 0:
        told = QCoreApplication.translate("Reasons", "No answer noted by the day you set")
    elif row.last_touch is not None:
        told = QCoreApplication.translate(
            "Reasons", "Waiting for their answer; last contact on {day}"
        ).format(day=i18n.day_month(row.last_touch, _as_of(action)))
    else:
        told = QCoreApplication.translate("Reasons", "Waiting for their answer")
    return f"{what} · {told}" if what else told


def _reminder(row: QueueRow, action: NextAction, segment: str) -> str:
    what = _what(action)
    if action.due_time:
        return QCoreApplication.translate("Reasons", "Reminder at {time}: {what}").format(
            time=action.due_time, what=what
        )
    return QCoreApplication.translate("Reasons", "Reminder: {what}").format(what=what)


def _plan_step(row: QueueRow, action: NextAction, segment: str) -> str:
    what = _what(action)
    if not action.subject:
        return what
    return QCoreApplication.translate("Reasons", "Plan {plan}: {what}").format(plan=action.subject, what=what)


def _cadence(row: QueueRow, action: NextAction, segment: str) -> str:
    since = action.days_since_touch
    if action.follow_up_id is not None:
        return _put_off(since, action.touch_is_order)
    if since is None:
        return _never_touched(row, action, segment)
    if action.touch_is_order and since > LONG_AGO:
        day = i18n.short_date(_as_of(action) - timedelta(days=since))
        return QCoreApplication.translate("Reasons", "Last order on {day}, no contact noted").format(day=day)
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


def _rhythm(row: QueueRow, action: NextAction, segment: str) -> str:
    gap, silence = action.gap_days, action.silence_days
    if gap is None or silence is None:
        return QCoreApplication.translate("Reasons", "Orders later than usual")
    usual = QCoreApplication.translate("Reasons", "Usually orders every %n day(s)", "", gap)
    without = QCoreApplication.translate("Reasons", "%n day(s) without an order", "", silence)
    return f"{usual} — {without}"


def _complaint(row: QueueRow, action: NextAction, segment: str) -> str:
    received = action.subject_on or row.complaint_on
    days = (_as_of(action) - received).days if received is not None else action.days_late
    days = max(days, 0)
    told = QCoreApplication.translate("Reasons", "Complaint open for %n day(s)", "", days)
    if action.subject:
        text = QCoreApplication.translate("Reasons", "{complaint}: {subject}")
        told = text.format(complaint=told, subject=action.subject)
    if action.days_late < 0:
        told = QCoreApplication.translate("Reasons", "{complaint}; to be resolved by {day}").format(
            complaint=told, day=i18n.day_month(action.due_on, _as_of(action))
        )
    return told


def _deal_step(row: QueueRow, action: NextAction, segment: str) -> str:
    what = action.title or QCoreApplication.translate("Reasons", "next step")
    return QCoreApplication.translate("Reasons", "Deal “{deal}”: {what}").format(
        deal=action.subject, what=what
    )


def _deal_close(row: QueueRow, action: NextAction, segment: str) -> str:
    day = action.subject_on or action.due_on
    if day < _as_of(action):
        text = QCoreApplication.translate("Reasons", "Deal “{deal}” was to close on {day}: won or lost?")
    else:
        text = QCoreApplication.translate("Reasons", "Deal “{deal}” is to close on {day}")
    return text.format(deal=action.subject, day=i18n.day_month(day, _as_of(action)))


def _key_date(row: QueueRow, action: NextAction, segment: str) -> str:
    day = action.subject_on or action.due_on
    if action.about == SINCE:
        text = QCoreApplication.translate("Reasons", "Anniversary of the beginning with you on {day}")
        return text.format(day=i18n.day_month(day, _as_of(action)))
    kind = messages.key_date_kind(action.subject_kind)
    if not action.subject:
        what = kind
    elif action.subject_kind in ("", "other"):
        what = action.subject
    else:
        text = QCoreApplication.translate("Reasons", "{kind}: {what}", "a key date's kind and name")
        what = text.format(kind=kind, what=action.subject)
    return QCoreApplication.translate("Reasons", "{what} on {day}").format(
        what=what, day=i18n.day_month(day, _as_of(action))
    )


def _birthday(row: QueueRow, action: NextAction, segment: str) -> str:
    if action.days_late == 0:
        return QCoreApplication.translate("Reasons", "Birthday today")
    return QCoreApplication.translate("Reasons", "Birthday on {day}").format(
        day=i18n.day_month(action.subject_on or action.due_on)
    )


def _survey(row: QueueRow, action: NextAction, segment: str) -> str:
    if action.subject_on is None:
        return QCoreApplication.translate("Reasons", "Ask how satisfied they are: never asked yet")
    return QCoreApplication.translate("Reasons", "Ask how satisfied they are: last asked on {day}").format(
        day=i18n.day_month(action.subject_on, _as_of(action))
    )


def _data(row: QueueRow, action: NextAction, segment: str) -> str:
    return QCoreApplication.translate("Reasons", "Buys, but no phone number nor e-mail address is known")


_WORDS: dict[str, Callable[[QueueRow, NextAction, str], str]] = {
    "reminder": _reminder,
    "plan_step": _plan_step,
    "cadence": _cadence,
    "never_touched": _never_touched,
    "rhythm": _rhythm,
    "complaint": _complaint,
    "deal_step": _deal_step,
    "deal_close": _deal_close,
    "key_date": _key_date,
    "birthday": _birthday,
    "survey": _survey,
    "data": _data,
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


NOTICED = ("key_date", "deal_close")
"""Reasons that come up some days before the day they are about."""
_TONES: dict[str, Tone] = {"danger": "danger", "good": "good"}
_OTHERS = {
    "reminder": QT_TRANSLATE_NOOP("Reasons", "a reminder"),
    "plan_step": QT_TRANSLATE_NOOP("Reasons", "a step of a plan"),
    "cadence": QT_TRANSLATE_NOOP("Reasons", "contact rhythm"),
    "never_touched": QT_TRANSLATE_NOOP("Reasons", "never contacted"),
    "rhythm": QT_TRANSLATE_NOOP("Reasons", "orders later than usual"),
    "complaint": QT_TRANSLATE_NOOP("Reasons", "an open complaint"),
    "deal_step": QT_TRANSLATE_NOOP("Reasons", "the next step of a deal"),
    "deal_close": QT_TRANSLATE_NOOP("Reasons", "a deal about to close"),
    "key_date": QT_TRANSLATE_NOOP("Reasons", "a key date"),
    "birthday": QT_TRANSLATE_NOOP("Reasons", "a birthday"),
    "survey": QT_TRANSLATE_NOOP("Reasons", "a survey to send"),
    "data": QT_TRANSLATE_NOOP("Reasons", "no way to reach them"),
}


def other_reasons(row: QueueRow) -> str:
    """ "also a reminder, an open complaint", or "" when there is only one reason."""
    if row.action is None or not row.action.other_reasons:
        return ""
    words = ", ".join(map(reason_name, row.action.other_reasons))
    return QCoreApplication.translate("Reasons", "also {reasons}").format(reasons=words)


def reason_name(code: str) -> str:
    """ "a reminder", "an open complaint": a reason as it is listed."""
    return QCoreApplication.translate("Reasons", str(_OTHERS[code])) if code in _OTHERS else code


def spread(row: QueueRow) -> str:
    """ "its turn: Tue 24 Nov", for who is due and comes later because the day is full; else ""."""
    action = row.action
    if action is None or action.days_late < 0 or action.planned_on is None:
        return ""
    today = _as_of(action)
    if action.planned_on <= today:
        return ""
    return QCoreApplication.translate("Reasons", "its turn: {day}").format(
        day=i18n.weekday(action.planned_on)
    )


def badge(row: QueueRow, today: date) -> tuple[str, Tone]:
    """When it is due: red past its limit, amber past its day only, green today, plain when to come.

    A broken buying rhythm says how many times its usual gap has passed: "×1.8 its rhythm".
    """
    action = row.action
    if (
        action is not None
        and action.reason == "rhythm"
        and action.days_late >= 0
        and action.follow_up_id is None
    ):
        times = (action.silence_days or 0) / max(action.gap_days or 0, 1)
        if times > 1:
            text = QCoreApplication.translate("Reasons", "×{times} its rhythm", "a badge, very short")
            return text.format(
                times=i18n.number(times, 1)
            ), "danger" if action.bucket == "overdue" else "warn"
    return action_badge(action, today)


def action_badge(action: NextAction | None, today: date) -> tuple[str, Tone]:
    """When a next action is due, by itself; for a day with a notice before it, when that day is."""
    if action is None:
        return "", "neutral"
    if action.reason in NOTICED and action.subject_on is not None and action.follow_up_id is None:
        text, tone = i18n.due_text(action.subject_on, today)
        if tone == "neutral" and action.days_late >= 0:
            return text, "warn"
        return text, _TONES.get(tone, "neutral")
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
        due = QCoreApplication.translate("Reasons", "Due on {day}").format(day=i18n.short_date(action.due_on))
        parts.append(" · ".join(part for part in (due, spread(row), _repetition(action)) if part))
        if action.ideal_days is not None and action.max_days is not None:
            parts.append(f"{segment} · {rhythm(action.ideal_days, action.max_days)}")
    parts.append(", ".join(part for part in (row.contact, row.phone, row.email) if part))
    if row.opt_out is not None:
        parts.append(opt_out_words.story(row.opt_out))
    return "\n".join(part for part in parts if part)


def _repetition(action: NextAction) -> str:
    return QCoreApplication.translate("Reasons", "comes again") if action.repeats else ""
