"""The words of the history: what a step touched, what a field was and is, why a row was kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.analysis.columns import COLUMNS
from portfolio_app.ui import i18n, messages
from portfolio_app.ui.field_names import field_label, field_title
from portfolio_app.ui.pages.import_words import records_text

if TYPE_CHECKING:
    from portfolio_app.analysis.columns import Column
    from portfolio_app.services.history import FieldChange, KeptRow, RecordName, StepInfo

STATES = {
    "undone": QT_TRANSLATE_NOOP("HistoryStates", "Undone"),
    "taken_back": QT_TRANSLATE_NOOP("HistoryStates", "Taken back"),
    "final": QT_TRANSLATE_NOOP("HistoryStates", "Final"),
}
OPS = {
    "created": QT_TRANSLATE_NOOP("HistoryOps", "Added"),
    "changed": QT_TRANSLATE_NOOP("HistoryOps", "Changed"),
    "deleted": QT_TRANSLATE_NOOP("HistoryOps", "Deleted"),
}
REASONS = {
    "edited": QT_TRANSLATE_NOOP("HistoryReasons", "Changed since"),
    "in_use": QT_TRANSLATE_NOOP("HistoryReasons", "Other records added since belong to it"),
    "deleted_since": QT_TRANSLATE_NOOP("HistoryReasons", "Deleted since"),
    "parent_gone": QT_TRANSLATE_NOOP("HistoryReasons", "What it belongs to is no longer there"),
    "link_gone": QT_TRANSLATE_NOOP("HistoryReasons", "Back, but without its link to something that is gone"),
    "taken": QT_TRANSLATE_NOOP("HistoryReasons", "Another record has taken its place"),
    "there_again": QT_TRANSLATE_NOOP("HistoryReasons", "Brought back already"),
    "erased": QT_TRANSLATE_NOOP("HistoryReasons", "What was in it was erased for good"),
}
KINDS = {
    "client": QT_TRANSLATE_NOOP("Fields", "Client"),
    "contact": QT_TRANSLATE_NOOP("Fields", "Contact"),
    "sale": QT_TRANSLATE_NOOP("Fields", "Sale"),
    "product": QT_TRANSLATE_NOOP("Fields", "Product"),
    "interaction": QT_TRANSLATE_NOOP("Fields", "Touch"),
    "follow_up": QT_TRANSLATE_NOOP("Fields", "Follow-up"),
    "segment": QT_TRANSLATE_NOOP("HistoryKinds", "Segment"),
    "setting": QT_TRANSLATE_NOOP("HistoryKinds", "Setting"),
    "consent": QT_TRANSLATE_NOOP("HistoryKinds", "Consent"),
    "suppression": QT_TRANSLATE_NOOP("HistoryKinds", "Address not to be used"),
    "segmentation": QT_TRANSLATE_NOOP("HistoryKinds", "Segmentation"),
    "client_group": QT_TRANSLATE_NOOP("HistoryKinds", "Group"),
    "custom_field": QT_TRANSLATE_NOOP("HistoryKinds", "Custom field"),
    "deal": QT_TRANSLATE_NOOP("HistoryKinds", "Deal"),
    "survey_answer": QT_TRANSLATE_NOOP("HistoryKinds", "Survey answer"),
    "key_date": QT_TRANSLATE_NOOP("HistoryKinds", "Key date"),
    "plan": QT_TRANSLATE_NOOP("HistoryKinds", "Plan"),
    "plan_step": QT_TRANSLATE_NOOP("HistoryKinds", "Step of a plan"),
    "enrolment": QT_TRANSLATE_NOOP("HistoryKinds", "Enrolment in a plan"),
    "not_duplicate": QT_TRANSLATE_NOOP("HistoryKinds", "Pair that is no duplicate"),
    "watched_file": QT_TRANSLATE_NOOP("HistoryKinds", "Watched file"),
    "spending": QT_TRANSLATE_NOOP("HistoryKinds", "Acquisition spending"),
    "opportunity_answer": QT_TRANSLATE_NOOP("HistoryKinds", "Answer to an opportunity"),
}
_OWN_KINDS = (
    "segment", "setting", "consent", "suppression", "segmentation", "client_group", "custom_field", "deal",
    "survey_answer", "key_date", "plan", "plan_step", "enrolment", "not_duplicate", "watched_file",
    "spending", "opportunity_answer",
)  # fmt: skip
SETTINGS = {
    "currency": QT_TRANSLATE_NOOP("HistorySettings", "Currency"),
    "history_limit": QT_TRANSLATE_NOOP("HistorySettings", "How long the history is kept"),
    "controller": QT_TRANSLATE_NOOP("HistorySettings", "Who answers for the data"),
    "prospect_retention_months": QT_TRANSLATE_NOOP("HistorySettings", "How long prospects are kept"),
    "segmentation": QT_TRANSLATE_NOOP("HistorySettings", "Segmentation in force"),
    "costs": QT_TRANSLATE_NOOP("HistorySettings", "What time and visits cost"),
    "cost_per_hour": QT_TRANSLATE_NOOP("HistorySettings", "Cost of an hour"),
    "cost_per_visit": QT_TRANSLATE_NOOP("HistorySettings", "Cost of a visit"),
    "cost_per_km": QT_TRANSLATE_NOOP("HistorySettings", "Cost of a kilometre"),
    "cost_per_order": QT_TRANSLATE_NOOP("HistorySettings", "Cost of an order’s delivery"),
    "cost_fixed_month": QT_TRANSLATE_NOOP("HistorySettings", "Fixed costs of a month"),
    "agenda": QT_TRANSLATE_NOOP("HistorySettings", "Choices about follow-ups"),
    "analysis": QT_TRANSLATE_NOOP("HistorySettings", "Choices about the analysis"),
}
_CHOICES: dict[tuple[str, str], Callable[[str], str]] = {
    ("client", "kind"): messages.client_kind,
    ("client", "status"): messages.status,
    ("client", "former_reason"): messages.former_reason,
    ("client", "strategic_role"): messages.strategic_role,
    ("client", "price_sensitivity"): messages.level,
    ("client", "growth_potential"): messages.level,
    ("client", "gender"): messages.gender,
    ("deal", "status"): messages.deal_status,
    ("survey_answer", "kind"): messages.survey_kind,
    ("key_date", "kind"): messages.key_date_kind,
    ("plan_step", "kind"): messages.interaction_kind,
    ("enrolment", "end_reason"): messages.enrolment_end,
    ("custom_field", "type"): messages.custom_type,
    ("segment", "segmentation"): messages.segmentation_name,
    ("interaction", "kind"): messages.interaction_kind,
    ("interaction", "direction"): messages.direction,
    ("interaction", "outcome"): messages.outcome,
    ("follow_up", "kind"): messages.interaction_kind,
    ("follow_up", "status"): messages.follow_up_status,
    ("follow_up", "reason"): messages.follow_up_reason,
    ("follow_up", "repeat_unit"): messages.repeat_unit,
    ("consent", "channel"): messages.channel,
    ("consent", "state"): messages.consent_state,
    ("consent", "source"): messages.consent_source,
    ("suppression", "kind"): messages.channel,
    ("setting", "key"): lambda code: setting_name(code),
}
"""The fields that hold codes, and who knows their words."""


def setting_name(key: str) -> str:
    """The words for a setting of the book; what the user never chose is the program's own."""
    if key in SETTINGS:
        return QCoreApplication.translate("HistorySettings", str(SETTINGS[key]))
    return QCoreApplication.translate("HistorySettings", "Kept by the program itself")


def labels_with(text: str) -> list[str]:
    """The labels of steps whose words hold `text`."""
    wanted = text.strip().casefold()
    return [label for label in messages.STEPS if wanted in messages.step_label(label).casefold()]


def step_words(step: StepInfo) -> str:
    """What a step did: "Client changed", "Taken back: Import done"."""
    taken = step.params.get("label")
    if step.label == "take_back" and isinstance(taken, str):
        words = QCoreApplication.translate("History", "Taken back: {what}")
        return words.format(what=messages.step_label(taken))
    return messages.step_label(step.label)


def step_title(step: StepInfo) -> str:
    """What a step did, and to whom when it was one client, or to what."""
    words, about = step_words(step), _about(step)
    return f"{words} · {about}" if about else words


def _about(step: StepInfo) -> str:
    files = step.params.get("files")
    if isinstance(files, list) and files:
        return ", ".join(str(name) for name in files)
    if isinstance(key := step.params.get("key"), str):
        return setting_name(key)
    if isinstance(code := step.params.get("segment"), str):
        return messages.segment_name(code)
    return step.subject.client if step.subject is not None else ""


def state_words(state: str) -> str:
    """Undone, taken back, final; "" for what stands."""
    return QCoreApplication.translate("HistoryStates", str(STATES[state])) if state in STATES else ""


def counts_text(counts: Mapping[str, int]) -> str:
    """ "1 client, 2 contacts, 1 segment"."""
    translate = QCoreApplication.translate
    others = {
        "consent": lambda n: translate("History", "%n consent(s)", None, n),
        "segment": lambda n: translate("History", "%n segment(s)", None, n),
        "setting": lambda n: translate("History", "%n setting(s)", None, n),
        "suppression": lambda n: translate("History", "%n address(es) not to be used", None, n),
        "deal": lambda n: translate("History", "%n deal(s)", None, n),
        "survey_answer": lambda n: translate("History", "%n survey answer(s)", None, n),
        "key_date": lambda n: translate("History", "%n key date(s)", None, n),
        "plan": lambda n: translate("History", "%n plan(s)", None, n),
        "plan_step": lambda n: translate("History", "%n step(s) of plans", None, n),
        "enrolment": lambda n: translate("History", "%n enrolment(s) in plans", None, n),
        "custom_field": lambda n: translate("History", "%n custom field(s)", None, n),
        "client_group": lambda n: translate("History", "%n group(s)", None, n),
        "segmentation": lambda n: translate("History", "%n segmentation(s)", None, n),
    }
    parts = [
        records_text(counts),
        *(words(counts[kind]) for kind, words in others.items() if counts.get(kind)),
    ]
    return ", ".join(part for part in parts if part)


def author_words(author: str) -> str:
    """Who did it."""
    return author or QCoreApplication.translate("History", "unknown user")


def kind_words(kind: str) -> str:
    """Client, contact, sale, ... with a capital letter."""
    if kind not in KINDS:
        return kind
    return QCoreApplication.translate("HistoryKinds" if kind in _OWN_KINDS else "Fields", str(KINDS[kind]))


def op_words(op: str) -> str:
    """Added, changed, deleted."""
    return QCoreApplication.translate("HistoryOps", str(OPS[op])) if op in OPS else op


def reason_words(kept: KeptRow) -> str:
    """Why a row was kept, and which fields when not all of it."""
    words = (
        QCoreApplication.translate("HistoryReasons", str(REASONS[kept.reason]))
        if kept.reason in REASONS
        else ""
    )
    if kept.fields:
        words += f" ({', '.join(field_label(name) for name in kept.fields)})"
    return words


def record_title(kind: str, name: RecordName, currency: str) -> str:
    """What a record is called: a client's name, or a touch's subject with its client and day."""
    if kind == "client":
        return name.client or name.text
    parts = [name.text or _code_words(kind, name.code)]
    if name.day is not None:
        parts.append(i18n.short_date(name.day))
    if name.amount is not None:
        parts.append(i18n.money(name.amount, currency, None))
    parts.append(name.client)
    return " · ".join(part for part in parts if part)


def _code_words(kind: str, code: str) -> str:
    if kind == "segment":
        return messages.segment_name(code)
    if kind == "segmentation":
        return messages.segmentation_name(code)
    field = {"setting": "key", "consent": "channel"}.get(kind, "kind")
    words = _CHOICES.get((kind, field))
    return words(code) if words is not None and code else code


def value_text(
    kind: str, change: FieldChange, value: Any, currency: str, catalogue: Mapping[str, Column] = COLUMNS
) -> str:
    """A field's value as the user reads it; "" for none. `catalogue`: what a rule may ask for."""
    if value is None or value == "" or value == []:
        return ""
    if change.type == "date" and isinstance(value, date):
        return i18n.short_date(value)
    if change.type == "instant" and isinstance(value, datetime):
        local = value.astimezone()
        return f"{i18n.short_date(local.date())} {i18n.clock(local)}"
    if change.type == "money":
        return i18n.money(value, currency, None)
    if change.type == "yes_no":
        return _yes_no(bool(value))
    if change.type == "rule" and change.name == "rule" and isinstance(value, dict):
        return _rule_words(value, currency, catalogue)
    if change.type == "segmentation":
        return messages.segmentation_name(str(value))
    if change.type in ("quantity", "number"):
        number = float(value)
        return i18n.number(number, 0 if number.is_integer() else 2)
    words = _CHOICES.get((kind, change.name))
    if words is not None:
        return words(str(value))
    return _plain(value)


def _rule_words(rule: dict[str, Any], currency: str, catalogue: Mapping[str, Column]) -> str:
    """A rule as a sentence; what is no rule, in somebody else's book, as it stands."""
    from portfolio_app.ui import rule_words

    try:
        return rule_words.sentence(rule, catalogue, currency)
    except (AttributeError, KeyError, TypeError, ValueError):
        return _plain(rule)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _yes_no(value)
    if isinstance(value, list):
        return ", ".join(_plain(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(
            f"{field_label(_SHORT.get(str(name), str(name)))} {_named(str(name), item)}"
            for name, item in value.items()
        )
    return str(value)


def _named(name: str, item: Any) -> str:
    """One value of several under names; weekdays by theirs, which are kept from Monday 0."""
    if name == "working_days" and isinstance(item, list):
        days = [day for day in item if isinstance(day, int) and 0 <= day <= 6]
        return ", ".join(i18n.locale().dayName(day + 1) for day in days)
    return _plain(item)


def _yes_no(value: bool) -> str:
    translate = QCoreApplication.translate
    return translate("History", "yes") if value else translate("History", "no")


_SHORT = {"days": "history_days", "megabytes": "history_megabytes"}


def field_words(kind: str, name: str) -> str:
    """The name of a field of that kind of record, as the label of a line."""
    return kind_words("deal") if (kind, name) == ("deal", "title") else field_title(name)
