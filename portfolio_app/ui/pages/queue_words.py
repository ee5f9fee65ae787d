"""Words of the queue besides the reasons: groups, what ticking off means, why somebody stands where they stand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.ui import i18n, messages, reasons
from portfolio_app.ui.pages.queue_places import DEPARTMENTS

if TYPE_CHECKING:
    from portfolio_app.services.agenda import QueueGroup, QueueRow
    from portfolio_app.services.next_actions import NextAction

GROUPINGS = {
    "segment": QT_TRANSLATE_NOOP("Queue", "By segment"),
    "date": QT_TRANSLATE_NOOP("Queue", "By date"),
    "place": QT_TRANSLATE_NOOP("Queue", "By place"),
    "kind": QT_TRANSLATE_NOOP("Queue", "By kind"),
}
"""The ways to group the queue, in words."""

_DONE = {
    "reminder": QT_TRANSLATE_NOOP("Queue", "Done"),
    "plan_step": QT_TRANSLATE_NOOP("Queue", "Done: the plan goes on to its next step"),
    "cadence": QT_TRANSLATE_NOOP("Queue", "Done: counts as a contact today"),
    "never_touched": QT_TRANSLATE_NOOP("Queue", "Done: counts as a contact today"),
    "rhythm": QT_TRANSLATE_NOOP("Queue", "Done: counts as a contact today"),
    "complaint": QT_TRANSLATE_NOOP("Queue", "Done: the complaint is resolved"),
    "deal_step": QT_TRANSLATE_NOOP("Queue", "Done: this step of the deal is done"),
    "deal_close": QT_TRANSLATE_NOOP("Queue", "Done: the deal rests for a week"),
    "key_date": QT_TRANSLATE_NOOP("Queue", "Done: dealt with this time"),
    "birthday": QT_TRANSLATE_NOOP("Queue", "Done: wished well this year"),
    "survey": QT_TRANSLATE_NOOP("Queue", "Done: the survey is sent"),
    "data": QT_TRANSLATE_NOOP("Queue", "Done: left as it is for three months"),
}


def grouping(by: str) -> str:
    """ "By segment"."""
    return QCoreApplication.translate("Queue", str(GROUPINGS[by]))


def group_name(group: QueueGroup, as_of: date) -> str:
    """What stands at the head of a group that is no segment."""
    words = {"date": _date_name, "place": _place_name, "kind": _kind_name}
    return words[group.by](group.key, as_of)


def _date_name(key: str, as_of: date) -> str:
    if not key:
        return QCoreApplication.translate("Queue", "Without a day")
    day = date.fromisoformat(key)
    if day == as_of:
        return QCoreApplication.translate("Queue", "Today")
    if day == as_of + timedelta(days=1):
        return QCoreApplication.translate("Queue", "Tomorrow")
    return i18n.weekday(day) if day.year == as_of.year else i18n.long_date(day)


def _place_name(key: str, as_of: date) -> str:
    return place(key) or QCoreApplication.translate("Queue", "Place unknown")


def place(key: str) -> str:
    """ "29 Finistère" for "FR-29"; the key itself where it has no name; "" for ""."""
    country, _, area = key.rpartition("-")
    if country in ("", "FR") and area in DEPARTMENTS:
        return f"{area} {DEPARTMENTS[area]}"
    return key


def _kind_name(key: str, as_of: date) -> str:
    return (
        messages.interaction_kind(key) if key else QCoreApplication.translate("Queue", "Other things to do")
    )


def done_hint(row: QueueRow) -> str:
    """What ticking off means for this line."""
    action = row.action
    if action is None:
        return ""
    if action.repeats:
        return QCoreApplication.translate("Queue", "Done: comes again on its next day")
    return QCoreApplication.translate("Queue", str(_DONE.get(action.reason, _DONE["reminder"])))


def why_here(row: QueueRow, currency: str) -> str:
    """What the place in the list is made of: how urgent, what is at stake, what is at risk."""
    action = row.action
    stake = _stake_words(row, currency)
    if action is None:
        return stake
    formula = QCoreApplication.translate("Queue", "Place in the list: {priority} = {factors}")
    factors = [
        QCoreApplication.translate("Queue", "urgency {factor} ({why})").format(
            factor=i18n.number(action.urgency, 1), why=_when(action)
        ),
        QCoreApplication.translate("Queue", "stake {factor} ({why})").format(
            factor=i18n.number(action.stake, 1), why=stake
        ),
    ]
    if action.risk != 1:
        told = _risk_words(row)
        text = QCoreApplication.translate("Queue", "risk {factor}")
        factors.append(text.format(factor=i18n.number(action.risk, 2)) + (f" ({told})" if told else ""))
    return formula.format(priority=i18n.number(action.priority, 1), factors=" × ".join(factors))


def _when(action: NextAction) -> str:
    """How far its day is off; with a notice before it, the day itself, not the first of the notice."""
    late = action.days_late
    if action.reason in reasons.NOTICED and action.limit_on is not None:
        late -= (action.limit_on - action.due_on).days
    if late > 0:
        return QCoreApplication.translate("Queue", "%n day(s) after its day", "", late)
    if late == 0:
        return QCoreApplication.translate("Queue", "its day is today")
    return QCoreApplication.translate("Queue", "%n day(s) to go", "", -late)


def _stake_words(row: QueueRow, currency: str) -> str:
    """What is sold to them; where that is nothing, what their weight is made of all the same."""
    if row.at_stake == 0 and row.action is not None and row.action.stake > 1:
        return QCoreApplication.translate(
            "Queue", "no sales in the last 12 months: half of what came in a year before, and open deals"
        )
    amount = i18n.money(row.at_stake, currency)
    return QCoreApplication.translate("Queue", "{amount} of sales in the last 12 months").format(
        amount=amount
    )


def _risk_words(row: QueueRow) -> str:
    """What is known of the risk: an open complaint, an order that does not come."""
    action = row.action
    told = []
    if row.complaint_on is not None:
        told.append(QCoreApplication.translate("Queue", "complaint open"))
    if action is not None and action.is_order_late:
        told.append(QCoreApplication.translate("Queue", "orders later than usual"))
    return ", ".join(told)


def reason_line(row: QueueRow, segment: str) -> tuple[str, str]:
    """The reason as it stands in the list: in full, and without the rule where room is short."""
    rest = " · ".join(part for part in (reasons.other_reasons(row), reasons.spread(row)) if part)
    full, short = (reasons.reason(row, segment, rule=rule) for rule in (True, False))
    return (f"{full} · {rest}", f"{short} · {rest}") if rest else (full, short)
