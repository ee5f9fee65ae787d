"""The words for codes that come from below: errors, steps, kinds, statuses, segments.

Each table holds English literals that lupdate finds; the functions translate them when asked, so a change
of language needs nothing here. An unknown code is shown as it is, which is better than an empty place.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.errors import BookDamagedError, InvalidValueError, PortfolioError, RuleError
from portfolio_app.ui import i18n
from portfolio_app.ui.field_names import field_label

STEPS = {
    "create_client": QT_TRANSLATE_NOOP("Steps", "Client added"),
    "update_client": QT_TRANSLATE_NOOP("Steps", "Client changed"),
    "delete_client": QT_TRANSLATE_NOOP("Steps", "Client deleted"),
    "delete_clients": QT_TRANSLATE_NOOP("Steps", "Clients deleted"),
    "bulk_field": QT_TRANSLATE_NOOP("Steps", "One field of several clients changed"),
    "bulk_add_tags": QT_TRANSLATE_NOOP("Steps", "Tags given to several clients"),
    "bulk_remove_tags": QT_TRANSLATE_NOOP("Steps", "Tags taken from several clients"),
    "bulk_pin_segment": QT_TRANSLATE_NOOP("Steps", "Segment set by hand"),
    "bulk_cadence": QT_TRANSLATE_NOOP("Steps", "Contact rhythm of several clients changed"),
    "bulk_note": QT_TRANSLATE_NOOP("Steps", "Note added to several clients"),
    "bulk_verified": QT_TRANSLATE_NOOP("Steps", "Several clients verified"),
    "merge_clients": QT_TRANSLATE_NOOP("Steps", "Clients merged"),
    "not_same": QT_TRANSLATE_NOOP("Steps", "Noted: not the same client"),
    "same_after_all": QT_TRANSLATE_NOOP("Steps", "No longer noted as two clients"),
    "create_contact": QT_TRANSLATE_NOOP("Steps", "Contact added"),
    "update_contact": QT_TRANSLATE_NOOP("Steps", "Contact changed"),
    "delete_contact": QT_TRANSLATE_NOOP("Steps", "Contact deleted"),
    "create_custom_field": QT_TRANSLATE_NOOP("Steps", "Custom field added"),
    "update_custom_field": QT_TRANSLATE_NOOP("Steps", "Custom field changed"),
    "delete_custom_field": QT_TRANSLATE_NOOP("Steps", "Custom field deleted"),
    "create_deal": QT_TRANSLATE_NOOP("Steps", "Deal added"),
    "update_deal": QT_TRANSLATE_NOOP("Steps", "Deal changed"),
    "close_deal": QT_TRANSLATE_NOOP("Steps", "Deal closed"),
    "reopen_deal": QT_TRANSLATE_NOOP("Steps", "Deal reopened"),
    "delete_deal": QT_TRANSLATE_NOOP("Steps", "Deal deleted"),
    "add_answer": QT_TRANSLATE_NOOP("Steps", "Survey answer added"),
    "update_answer": QT_TRANSLATE_NOOP("Steps", "Survey answer changed"),
    "delete_answer": QT_TRANSLATE_NOOP("Steps", "Survey answer deleted"),
    "create_key_date": QT_TRANSLATE_NOOP("Steps", "Key date added"),
    "update_key_date": QT_TRANSLATE_NOOP("Steps", "Key date changed"),
    "delete_key_date": QT_TRANSLATE_NOOP("Steps", "Key date deleted"),
    "create_plan": QT_TRANSLATE_NOOP("Steps", "Plan added"),
    "update_plan": QT_TRANSLATE_NOOP("Steps", "Plan changed"),
    "delete_plan": QT_TRANSLATE_NOOP("Steps", "Plan deleted"),
    "enrol": QT_TRANSLATE_NOOP("Steps", "Put into a plan"),
    "stop_plan": QT_TRANSLATE_NOOP("Steps", "Taken out of a plan"),
    "log_touch": QT_TRANSLATE_NOOP("Steps", "Touch logged"),
    "update_interaction": QT_TRANSLATE_NOOP("Steps", "Touch changed"),
    "delete_interaction": QT_TRANSLATE_NOOP("Steps", "Touch deleted"),
    "resolve_complaint": QT_TRANSLATE_NOOP("Steps", "Complaint resolved"),
    "reopen_complaint": QT_TRANSLATE_NOOP("Steps", "Complaint reopened"),
    "add_sale": QT_TRANSLATE_NOOP("Steps", "Sale added"),
    "update_sale": QT_TRANSLATE_NOOP("Steps", "Sale changed"),
    "delete_sale": QT_TRANSLATE_NOOP("Steps", "Sale deleted"),
    "mark_paid": QT_TRANSLATE_NOOP("Steps", "Sales marked as paid"),
    "plan_follow_up": QT_TRANSLATE_NOOP("Steps", "Follow-up planned"),
    "plan_offer": QT_TRANSLATE_NOOP("Steps", "Follow-up planned about an opportunity"),
    "enrol_offers": QT_TRANSLATE_NOOP("Steps", "Put into a plan for an opportunity"),
    "refuse_offers": QT_TRANSLATE_NOOP("Steps", "Opportunity set aside"),
    "update_follow_up": QT_TRANSLATE_NOOP("Steps", "Follow-up changed"),
    "complete_follow_up": QT_TRANSLATE_NOOP("Steps", "Follow-up done"),
    "wait_follow_up": QT_TRANSLATE_NOOP("Steps", "Follow-up waiting for an answer"),
    "drop_follow_up": QT_TRANSLATE_NOOP("Steps", "Follow-up dropped"),
    "reopen_follow_up": QT_TRANSLATE_NOOP("Steps", "Follow-up reopened"),
    "snooze": QT_TRANSLATE_NOOP("Steps", "Follow-up postponed"),
    "set_cadence": QT_TRANSLATE_NOOP("Steps", "Contact rhythm changed"),
    "add_spending": QT_TRANSLATE_NOOP("Steps", "Acquisition spending added"),
    "update_spending": QT_TRANSLATE_NOOP("Steps", "Acquisition spending changed"),
    "delete_spending": QT_TRANSLATE_NOOP("Steps", "Acquisition spending deleted"),
    "update_setting": QT_TRANSLATE_NOOP("Steps", "Setting changed"),
    "fix_quality": QT_TRANSLATE_NOOP("Steps", "Data mended"),
    "update_segment": QT_TRANSLATE_NOOP("Steps", "Segment changed"),
    "put_in_force": QT_TRANSLATE_NOOP("Steps", "Segmentation put in force"),
    "create_segmentation": QT_TRANSLATE_NOOP("Steps", "Segmentation added"),
    "update_segmentation": QT_TRANSLATE_NOOP("Steps", "Segmentation changed"),
    "reset_segmentation": QT_TRANSLATE_NOOP("Steps", "Segmentation put back to what it was"),
    "delete_segmentation": QT_TRANSLATE_NOOP("Steps", "Segmentation deleted"),
    "create_group": QT_TRANSLATE_NOOP("Steps", "Group added"),
    "update_group": QT_TRANSLATE_NOOP("Steps", "Group changed"),
    "delete_group": QT_TRANSLATE_NOOP("Steps", "Group deleted"),
    "set_consent": QT_TRANSLATE_NOOP("Steps", "Answer on being reached noted"),
    "suppress": QT_TRANSLATE_NOOP("Steps", "Added to the do-not-contact list"),
    "lift_suppression": QT_TRANSLATE_NOOP("Steps", "Taken off the do-not-contact list"),
    "erase_person": QT_TRANSLATE_NOOP("Steps", "Person erased for good"),
    "merge_suppressed": QT_TRANSLATE_NOOP("Steps", "Persons erased earlier were erased again"),
    "import_files": QT_TRANSLATE_NOOP("Steps", "Import done"),
    "import_copy": QT_TRANSLATE_NOOP("Steps", "Full copy taken in"),
    "apply_workbook": QT_TRANSLATE_NOOP("Steps", "Changes of a workbook taken over"),
    "watch_file": QT_TRANSLATE_NOOP("Steps", "File watched"),
    "unwatch_file": QT_TRANSLATE_NOOP("Steps", "File no longer watched"),
    "import_reminders": QT_TRANSLATE_NOOP("Steps", "Reminders imported"),
    "restore_backup": QT_TRANSLATE_NOOP("Steps", "Backup restored"),
    "take_back": QT_TRANSLATE_NOOP("Steps", "Older change taken back"),
    "load_sample": QT_TRANSLATE_NOOP("Steps", "Sample data loaded"),
}
SEGMENTS = {
    "top": QT_TRANSLATE_NOOP("Segments", "Top"),
    "high_potential": QT_TRANSLATE_NOOP("Segments", "High potential"),
    "potential": QT_TRANSLATE_NOOP("Segments", "High potential"),
    "at_risk": QT_TRANSLATE_NOOP("Segments", "At risk"),
    "regular": QT_TRANSLATE_NOOP("Segments", "Regular"),
    "occasional": QT_TRANSLATE_NOOP("Segments", "Occasional"),
    "new": QT_TRANSLATE_NOOP("Segments", "New"),
    "dormant": QT_TRANSLATE_NOOP("Segments", "Dormant"),
    "prospect": QT_TRANSLATE_NOOP("Segments", "Prospect"),
    "former": QT_TRANSLATE_NOOP("Segments", "Former"),
    "other": QT_TRANSLATE_NOOP("Segments", "Other"),
    "loyalty.loyal": QT_TRANSLATE_NOOP("Segments", "Loyal"),
    "loyalty.potential": QT_TRANSLATE_NOOP("Segments", "Potential"),
    "loyalty.unfaithful": QT_TRANSLATE_NOOP("Segments", "Doubtful: unfaithful"),
    "loyalty.dissatisfied": QT_TRANSLATE_NOOP("Segments", "Doubtful: dissatisfied"),
    "loyalty.insolvent": QT_TRANSLATE_NOOP("Segments", "Doubtful: insolvent"),
    "abc_rank.a": QT_TRANSLATE_NOOP("Segments", "A"),
    "abc_rank.b": QT_TRANSLATE_NOOP("Segments", "B"),
    "abc_rank.c": QT_TRANSLATE_NOOP("Segments", "C"),
    "abc_rank.none": QT_TRANSLATE_NOOP("Segments", "No revenue"),
    "abc_revenue.a": QT_TRANSLATE_NOOP("Segments", "A"),
    "abc_revenue.b": QT_TRANSLATE_NOOP("Segments", "B"),
    "abc_revenue.c": QT_TRANSLATE_NOOP("Segments", "C"),
    "abc_revenue.none": QT_TRANSLATE_NOOP("Segments", "No revenue"),
    "pareto.vital": QT_TRANSLATE_NOOP("Segments", "Vital few"),
    "pareto.other": QT_TRANSLATE_NOOP("Segments", "The others"),
    "pareto.none": QT_TRANSLATE_NOOP("Segments", "No revenue"),
    "size.large": QT_TRANSLATE_NOOP("Segments", "Large"),
    "size.medium": QT_TRANSLATE_NOOP("Segments", "Medium"),
    "size.small": QT_TRANSLATE_NOOP("Segments", "Small"),
    "size.none": QT_TRANSLATE_NOOP("Segments", "No revenue"),
    "rfm.champions": QT_TRANSLATE_NOOP("Segments", "Champions"),
    "rfm.loyal": QT_TRANSLATE_NOOP("Segments", "Loyal"),
    "rfm.promising": QT_TRANSLATE_NOOP("Segments", "Promising"),
    "rfm.new": QT_TRANSLATE_NOOP("Segments", "New"),
    "rfm.needs_attention": QT_TRANSLATE_NOOP("Segments", "Needs attention"),
    "rfm.cannot_lose": QT_TRANSLATE_NOOP("Segments", "Not to be lost"),
    "rfm.at_risk": QT_TRANSLATE_NOOP("Segments", "At risk"),
    "rfm.hibernating": QT_TRANSLATE_NOOP("Segments", "Asleep"),
    "rfm.none": QT_TRANSLATE_NOOP("Segments", "No score"),
}
SEGMENTATIONS = {
    "standard": QT_TRANSLATE_NOOP("Segmentations", "Commercial priority"),
    "loyalty": QT_TRANSLATE_NOOP("Segmentations", "Loyalty and doubt"),
    "abc_rank": QT_TRANSLATE_NOOP("Segmentations", "ABC by number of clients"),
    "abc_revenue": QT_TRANSLATE_NOOP("Segmentations", "ABC by revenue"),
    "pareto": QT_TRANSLATE_NOOP("Segmentations", "Pareto: the vital few"),
    "size": QT_TRANSLATE_NOOP("Segmentations", "Large, medium, small"),
    "rfm": QT_TRANSLATE_NOOP("Segmentations", "Recency, frequency, money"),
}
INTERACTION_KINDS = {
    "call": QT_TRANSLATE_NOOP("InteractionKinds", "Call"),
    "email": QT_TRANSLATE_NOOP("InteractionKinds", "E-mail"),
    "meeting": QT_TRANSLATE_NOOP("InteractionKinds", "Meeting"),
    "visit": QT_TRANSLATE_NOOP("InteractionKinds", "Visit"),
    "message": QT_TRANSLATE_NOOP("InteractionKinds", "Message"),
    "letter": QT_TRANSLATE_NOOP("InteractionKinds", "Letter"),
    "complaint": QT_TRANSLATE_NOOP("InteractionKinds", "Complaint"),
    "feedback": QT_TRANSLATE_NOOP("InteractionKinds", "Feedback"),
    "service": QT_TRANSLATE_NOOP("InteractionKinds", "Service"),
}
OUTCOMES = {
    "": QT_TRANSLATE_NOOP("Outcomes", "No outcome noted"),
    "reached": QT_TRANSLATE_NOOP("Outcomes", "Reached"),
    "no_answer": QT_TRANSLATE_NOOP("Outcomes", "No answer"),
    "left_message": QT_TRANSLATE_NOOP("Outcomes", "Left a message"),
    "positive": QT_TRANSLATE_NOOP("Outcomes", "Went well"),
    "negative": QT_TRANSLATE_NOOP("Outcomes", "Went badly"),
}
DIRECTIONS = {
    "outgoing": QT_TRANSLATE_NOOP("Directions", "From us"),
    "incoming": QT_TRANSLATE_NOOP("Directions", "From the client"),
}
CHANNELS = {
    "email": QT_TRANSLATE_NOOP("Channels", "E-mail"),
    "phone": QT_TRANSLATE_NOOP("Channels", "Phone"),
    "message": QT_TRANSLATE_NOOP("Channels", "Message"),
    "post": QT_TRANSLATE_NOOP("Channels", "Post"),
}
CONSENT_STATES = {
    "": QT_TRANSLATE_NOOP("ConsentStates", "Not known"),
    "granted": QT_TRANSLATE_NOOP("ConsentStates", "Agrees"),
    "refused": QT_TRANSLATE_NOOP("ConsentStates", "Refuses"),
}
CONSENT_SOURCES = {
    "": QT_TRANSLATE_NOOP("ConsentSources", "Not noted"),
    "form": QT_TRANSLATE_NOOP("ConsentSources", "Form"),
    "email": QT_TRANSLATE_NOOP("ConsentSources", "E-mail"),
    "call": QT_TRANSLATE_NOOP("ConsentSources", "Phone call"),
    "meeting": QT_TRANSLATE_NOOP("ConsentSources", "Meeting"),
    "contract": QT_TRANSLATE_NOOP("ConsentSources", "Contract"),
    "import": QT_TRANSLATE_NOOP("ConsentSources", "Import"),
    "suppression": QT_TRANSLATE_NOOP("ConsentSources", "Do-not-contact list"),
    "other": QT_TRANSLATE_NOOP("ConsentSources", "Other"),
}
STATUSES = {
    "prospect": QT_TRANSLATE_NOOP("ClientStatuses", "Prospect"),
    "active": QT_TRANSLATE_NOOP("ClientStatuses", "Active"),
    "former": QT_TRANSLATE_NOOP("ClientStatuses", "Former"),
}
FORMER_REASONS = {
    "stopped": QT_TRANSLATE_NOOP("FormerReasons", "Stopped buying"),
    "closed_down": QT_TRANSLATE_NOOP("FormerReasons", "Closed down"),
}
CLIENT_KINDS = {
    "organisation": QT_TRANSLATE_NOOP("ClientKinds", "Organisation"),
    "person": QT_TRANSLATE_NOOP("ClientKinds", "Person"),
}
FOLLOW_UP_STATUSES = {
    "open": QT_TRANSLATE_NOOP("FollowUpStatuses", "To do"),
    "waiting": QT_TRANSLATE_NOOP("FollowUpStatuses", "Waiting"),
    "done": QT_TRANSLATE_NOOP("FollowUpStatuses", "Done"),
    "dropped": QT_TRANSLATE_NOOP("FollowUpStatuses", "Dropped"),
}
FOLLOW_UP_REASONS = {
    "reminder": QT_TRANSLATE_NOOP("FollowUpReasons", "Reminder"),
    "plan_step": QT_TRANSLATE_NOOP("FollowUpReasons", "Plan step"),
    "complaint": QT_TRANSLATE_NOOP("FollowUpReasons", "Open complaint"),
    "cadence": QT_TRANSLATE_NOOP("FollowUpReasons", "Contact rhythm"),
    "never_touched": QT_TRANSLATE_NOOP("FollowUpReasons", "Never contacted"),
    "rhythm": QT_TRANSLATE_NOOP("FollowUpReasons", "Buying rhythm broken"),
    "deal_step": QT_TRANSLATE_NOOP("FollowUpReasons", "Next step of a deal"),
    "deal_close": QT_TRANSLATE_NOOP("FollowUpReasons", "Deal to be decided"),
    "key_date": QT_TRANSLATE_NOOP("FollowUpReasons", "Key date"),
    "birthday": QT_TRANSLATE_NOOP("FollowUpReasons", "Birthday"),
    "survey": QT_TRANSLATE_NOOP("FollowUpReasons", "Survey to send"),
    "data": QT_TRANSLATE_NOOP("FollowUpReasons", "Data to complete"),
}
REPEAT_UNITS = {
    "day": QT_TRANSLATE_NOOP("RepeatUnits", "Days"),
    "week": QT_TRANSLATE_NOOP("RepeatUnits", "Weeks"),
    "month": QT_TRANSLATE_NOOP("RepeatUnits", "Months"),
    "year": QT_TRANSLATE_NOOP("RepeatUnits", "Years"),
}
KEY_DATE_KINDS = {
    "contract_end": QT_TRANSLATE_NOOP("KeyDateKinds", "End of contract"),
    "renewal": QT_TRANSLATE_NOOP("KeyDateKinds", "Renewal"),
    "anniversary": QT_TRANSLATE_NOOP("KeyDateKinds", "Anniversary"),
    "birthday": QT_TRANSLATE_NOOP("KeyDateKinds", "Birthday"),
    "other": QT_TRANSLATE_NOOP("KeyDateKinds", "Other"),
}
ENROLMENT_ENDS = {
    "": QT_TRANSLATE_NOOP("EnrolmentEnds", "Under way"),
    "finished": QT_TRANSLATE_NOOP("EnrolmentEnds", "Finished"),
    "stopped": QT_TRANSLATE_NOOP("EnrolmentEnds", "Stopped"),
}
STRATEGIC_ROLES = {
    "economies_of_scale": QT_TRANSLATE_NOOP("StrategicRoles", "Economies of scale"),
    "market_entry": QT_TRANSLATE_NOOP("StrategicRoles", "Entry to a market"),
    "future_potential": QT_TRANSLATE_NOOP("StrategicRoles", "Future potential"),
    "reference": QT_TRANSLATE_NOOP("StrategicRoles", "Reference"),
}
LEVELS = {
    "low": QT_TRANSLATE_NOOP("Levels", "Low"),
    "medium": QT_TRANSLATE_NOOP("Levels", "Medium"),
    "high": QT_TRANSLATE_NOOP("Levels", "High"),
}
GENDERS = {
    "female": QT_TRANSLATE_NOOP("Genders", "Woman"),
    "male": QT_TRANSLATE_NOOP("Genders", "Man"),
    "other": QT_TRANSLATE_NOOP("Genders", "Other"),
}
CUSTOM_TYPES = {
    "text": QT_TRANSLATE_NOOP("CustomTypes", "Text"),
    "number": QT_TRANSLATE_NOOP("CustomTypes", "Number"),
    "date": QT_TRANSLATE_NOOP("CustomTypes", "Date"),
    "choice": QT_TRANSLATE_NOOP("CustomTypes", "Choice"),
    "yes_no": QT_TRANSLATE_NOOP("CustomTypes", "Yes or no"),
}
DEAL_STATUSES = {
    "open": QT_TRANSLATE_NOOP("DealStatuses", "Open"),
    "won": QT_TRANSLATE_NOOP("DealStatuses", "Won"),
    "lost": QT_TRANSLATE_NOOP("DealStatuses", "Lost"),
}
SURVEY_KINDS = {
    "nps": QT_TRANSLATE_NOOP("SurveyKinds", "NPS, 0 to 10"),
    "csat": QT_TRANSLATE_NOOP("SurveyKinds", "CSAT, 1 to 5"),
}
RECORDS = {
    "client": QT_TRANSLATE_NOOP("Records", "client"),
    "contact": QT_TRANSLATE_NOOP("Records", "contact"),
    "interaction": QT_TRANSLATE_NOOP("Records", "touch"),
    "sale": QT_TRANSLATE_NOOP("Records", "sale"),
    "product": QT_TRANSLATE_NOOP("Records", "product"),
    "follow_up": QT_TRANSLATE_NOOP("Records", "follow-up"),
    "segment": QT_TRANSLATE_NOOP("Records", "segment"),
    "setting": QT_TRANSLATE_NOOP("Records", "setting"),
    "consent": QT_TRANSLATE_NOOP("Records", "consent"),
    "suppression": QT_TRANSLATE_NOOP("Records", "address not to be used"),
    "deal": QT_TRANSLATE_NOOP("Records", "deal"),
    "survey_answer": QT_TRANSLATE_NOOP("Records", "survey answer"),
    "key_date": QT_TRANSLATE_NOOP("Records", "key date"),
    "plan": QT_TRANSLATE_NOOP("Records", "plan"),
    "plan_step": QT_TRANSLATE_NOOP("Records", "step of a plan"),
    "enrolment": QT_TRANSLATE_NOOP("Records", "enrolment in a plan"),
    "not_duplicate": QT_TRANSLATE_NOOP("Records", "pair that is no duplicate"),
    "watched_file": QT_TRANSLATE_NOOP("Records", "watched file"),
    "spending": QT_TRANSLATE_NOOP("Records", "acquisition spending"),
    "opportunity_answer": QT_TRANSLATE_NOOP("Records", "answer to an opportunity"),
    "custom_field": QT_TRANSLATE_NOOP("Records", "custom field"),
    "client_group": QT_TRANSLATE_NOOP("Records", "group"),
    "segmentation": QT_TRANSLATE_NOOP("Records", "segmentation"),
}


_TRUNCATED = str(
    QT_TRANSLATE_NOOP(
        "ErrorsInWindow",
        "The end of “{path}” is missing: {found} of {expected} are there. It was left untouched.",
    )
)
"""In words of kB; the sentence of portfolio_app.errors counts bytes."""


def error_text(error: PortfolioError, *, field: str = "") -> str:
    """The whole sentence for an error, in the user's language, as plain text.

    `field`: what the field it is about is called where it is shown, if not by its usual name.

    The sources are the sentences of portfolio_app.errors, which the translation tool collects as "errors".
    """
    if error.code == "truncated":
        template = QCoreApplication.translate("ErrorsInWindow", _TRUNCATED)
    else:
        template = QCoreApplication.translate("errors", error.sentences[error.code])
    shown = _shown(error)
    if field and "field" in shown:
        shown["field"] = field
    return template.format(**shown)


def _shown(error: PortfolioError) -> dict[str, object]:
    """The parameters of an error, with the codes among them put into words."""
    params = dict(error.params)
    if error.code == "not_found" and "kind" in params:
        params["kind"] = record_name(str(params["kind"]))
    if isinstance(error, InvalidValueError) and "field" in params:
        params["field"] = field_name(str(params["field"]))
    if isinstance(error, RuleError):
        params |= _rule_words(params)
    if isinstance(error, BookDamagedError) and isinstance(params.get("expected"), int):
        params["found"], params["expected"] = _two_sizes(int(params["found"]), int(params["expected"]))
    return params


def _rule_words(params: Mapping[str, object]) -> dict[str, object]:
    """Indicators and comparisons of a rule in words; those that the program does not know stay as they are."""
    from portfolio_app.analysis.columns import COLUMNS
    from portfolio_app.ui import metric_words  # not above: it takes its words from here
    from portfolio_app.ui.rule_operators import operator_word

    metric = str(params.get("metric", ""))
    kind = COLUMNS[metric].kind if metric in COLUMNS else ""
    shown: dict[str, object] = {}
    if metric:
        shown["metric"] = metric_words.title(metric)
    if "operator" in params:
        shown["operator"] = operator_word(kind, str(params["operator"]))
    if "allowed" in params:
        shown["allowed"] = ", ".join(operator_word(kind, op) for op in str(params["allowed"]).split(", "))
    return shown


def _two_sizes(found: int, expected: int) -> tuple[str, str]:
    """Two sizes, as exactly as it takes to tell them apart."""
    pair = ("", "")
    for decimals in range(7):
        pair = (i18n.byte_size(found, decimals), i18n.byte_size(expected, decimals))
        if pair[0] != pair[1]:
            break
    return pair


def step_label(label: str) -> str:
    """What a journal step did, for the toast and the history: "Client added"."""
    return _word("Steps", STEPS, label) or QCoreApplication.translate("Steps", "Change saved")


def segment_name(code: str, name: str = "") -> str:
    """A segment's own `name` when it has one, else the word for its built-in code."""
    return name or _word("Segments", SEGMENTS, code) or code


def segmentation_name(code: str, name: str = "") -> str:
    """A segmentation's own `name` when it has one, else the words for its built-in code."""
    return name or _word("Segmentations", SEGMENTATIONS, code) or code


def interaction_kind(code: str) -> str:
    """Call, e-mail, visit, ..."""
    return _word("InteractionKinds", INTERACTION_KINDS, code) or code


def outcome(code: str) -> str:
    """How a touch ended."""
    return _word("Outcomes", OUTCOMES, code) or code


def direction(code: str) -> str:
    """Who came to whom."""
    return _word("Directions", DIRECTIONS, code) or code


def channel(code: str) -> str:
    """A way to reach a person: e-mail, phone, message, post."""
    return _word("Channels", CHANNELS, code) or code


def consent_state(code: str) -> str:
    """What a person said about a channel; "" when nothing is known."""
    return _word("ConsentStates", CONSENT_STATES, code) or code


def consent_source(code: str) -> str:
    """Where a consent or a refusal comes from."""
    return _word("ConsentSources", CONSENT_SOURCES, code) or code


def status(code: str) -> str:
    """Prospect, active, former."""
    return _word("ClientStatuses", STATUSES, code) or code


def former_reason(code: str) -> str:
    """Why a client is former."""
    return _word("FormerReasons", FORMER_REASONS, code) or code


def client_kind(code: str) -> str:
    """Organisation or person."""
    return _word("ClientKinds", CLIENT_KINDS, code) or code


def follow_up_status(code: str) -> str:
    """Where a follow-up stands."""
    return _word("FollowUpStatuses", FOLLOW_UP_STATUSES, code) or code


def follow_up_reason(code: str) -> str:
    """Why a follow-up exists."""
    return _word("FollowUpReasons", FOLLOW_UP_REASONS, code) or code


def repeat_unit(code: str) -> str:
    """What a repetition is counted in: days, weeks, months, years."""
    return _word("RepeatUnits", REPEAT_UNITS, code) or code


def key_date_kind(code: str) -> str:
    """What a key date is about."""
    return _word("KeyDateKinds", KEY_DATE_KINDS, code) or code


def enrolment_end(code: str) -> str:
    """How a client left a plan; "" while it runs."""
    return _word("EnrolmentEnds", ENROLMENT_ENDS, code) or code


def strategic_role(code: str) -> str:
    """Why a client who earns little is kept."""
    return _word("StrategicRoles", STRATEGIC_ROLES, code) or code


def level(code: str) -> str:
    """Low, medium, high."""
    return _word("Levels", LEVELS, code) or code


def gender(code: str) -> str:
    """Of a client who is a person."""
    return _word("Genders", GENDERS, code) or code


def custom_type(code: str) -> str:
    """What a custom field holds."""
    return _word("CustomTypes", CUSTOM_TYPES, code) or code


def deal_status(code: str) -> str:
    """Open, won, lost."""
    return _word("DealStatuses", DEAL_STATUSES, code) or code


def survey_kind(code: str) -> str:
    """What was asked: NPS or CSAT."""
    return _word("SurveyKinds", SURVEY_KINDS, code) or code


def record_name(kind: str) -> str:
    """The word for a kind of record, inside a sentence; errors write "follow up" for "follow_up"."""
    return _word("Records", RECORDS, kind.replace(" ", "_")) or kind


def field_name(field: str) -> str:
    """The name of a field, by its code: "client.postcode" or "postcode"."""
    return field_label(field)


def _word(context: str, table: Mapping[str, object], code: str) -> str:
    text = table.get(code)
    return QCoreApplication.translate(context, str(text)) if text is not None else ""
