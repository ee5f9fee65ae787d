"""The words for codes that come from below: errors, steps, kinds, statuses, segments.

Each table holds English literals that lupdate finds; the functions translate them when asked, so a change
of language needs nothing here. An unknown code is shown as it is, which is better than an empty place.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from portfolio_app.errors import BookDamagedError, InvalidValueError, PortfolioError
from portfolio_app.ui import i18n
from portfolio_app.ui.field_names import field_label

STEPS = {
    "create_client": QT_TRANSLATE_NOOP("Steps", "Client added"),
    "update_client": QT_TRANSLATE_NOOP("Steps", "Client changed"),
    "delete_client": QT_TRANSLATE_NOOP("Steps", "Client deleted"),
    "delete_clients": QT_TRANSLATE_NOOP("Steps", "Clients deleted"),
    "merge_clients": QT_TRANSLATE_NOOP("Steps", "Clients merged"),
    "create_contact": QT_TRANSLATE_NOOP("Steps", "Contact added"),
    "update_contact": QT_TRANSLATE_NOOP("Steps", "Contact changed"),
    "delete_contact": QT_TRANSLATE_NOOP("Steps", "Contact deleted"),
    "log_touch": QT_TRANSLATE_NOOP("Steps", "Touch logged"),
    "update_interaction": QT_TRANSLATE_NOOP("Steps", "Touch changed"),
    "delete_interaction": QT_TRANSLATE_NOOP("Steps", "Touch deleted"),
    "resolve_complaint": QT_TRANSLATE_NOOP("Steps", "Complaint resolved"),
    "reopen_complaint": QT_TRANSLATE_NOOP("Steps", "Complaint reopened"),
    "add_sale": QT_TRANSLATE_NOOP("Steps", "Sale added"),
    "update_sale": QT_TRANSLATE_NOOP("Steps", "Sale changed"),
    "delete_sale": QT_TRANSLATE_NOOP("Steps", "Sale deleted"),
    "plan_follow_up": QT_TRANSLATE_NOOP("Steps", "Follow-up planned"),
    "update_follow_up": QT_TRANSLATE_NOOP("Steps", "Follow-up changed"),
    "complete_follow_up": QT_TRANSLATE_NOOP("Steps", "Follow-up done"),
    "wait_follow_up": QT_TRANSLATE_NOOP("Steps", "Follow-up waiting for an answer"),
    "drop_follow_up": QT_TRANSLATE_NOOP("Steps", "Follow-up dropped"),
    "reopen_follow_up": QT_TRANSLATE_NOOP("Steps", "Follow-up reopened"),
    "snooze": QT_TRANSLATE_NOOP("Steps", "Follow-up postponed"),
    "set_cadence": QT_TRANSLATE_NOOP("Steps", "Contact rhythm changed"),
    "update_setting": QT_TRANSLATE_NOOP("Steps", "Setting changed"),
    "update_segment": QT_TRANSLATE_NOOP("Steps", "Segment changed"),
    "set_consent": QT_TRANSLATE_NOOP("Steps", "Answer on being reached noted"),
    "suppress": QT_TRANSLATE_NOOP("Steps", "Added to the do-not-contact list"),
    "lift_suppression": QT_TRANSLATE_NOOP("Steps", "Taken off the do-not-contact list"),
    "erase_person": QT_TRANSLATE_NOOP("Steps", "Person erased for good"),
    "merge_suppressed": QT_TRANSLATE_NOOP("Steps", "Persons erased earlier were erased again"),
    "import_files": QT_TRANSLATE_NOOP("Steps", "Import done"),
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
KINDS_LOGGED = {
    "call": QT_TRANSLATE_NOOP("KindsLogged", "Call logged"),
    "email": QT_TRANSLATE_NOOP("KindsLogged", "E-mail logged"),
    "meeting": QT_TRANSLATE_NOOP("KindsLogged", "Meeting logged"),
    "visit": QT_TRANSLATE_NOOP("KindsLogged", "Visit logged"),
    "message": QT_TRANSLATE_NOOP("KindsLogged", "Message logged"),
    "letter": QT_TRANSLATE_NOOP("KindsLogged", "Letter logged"),
    "complaint": QT_TRANSLATE_NOOP("KindsLogged", "Complaint logged"),
    "feedback": QT_TRANSLATE_NOOP("KindsLogged", "Feedback logged"),
    "service": QT_TRANSLATE_NOOP("KindsLogged", "Service logged"),
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
    "cadence": QT_TRANSLATE_NOOP("FollowUpReasons", "Contact rhythm"),
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
}


_TRUNCATED = str(
    QT_TRANSLATE_NOOP(
        "ErrorsInWindow",
        "The end of “{path}” is missing: {found} of {expected} are there. It was left untouched.",
    )
)
"""In words of kB; the sentence of portfolio_app.errors counts bytes."""


def error_text(error: PortfolioError) -> str:
    """The whole sentence for an error, in the user's language, as plain text.

    The sources are the sentences of portfolio_app.errors, which the translation tool collects as "errors".
    """
    if error.code == "truncated":
        template = QCoreApplication.translate("ErrorsInWindow", _TRUNCATED)
    else:
        template = QCoreApplication.translate("errors", error.sentences[error.code])
    return template.format(**_shown(error))


def _shown(error: PortfolioError) -> dict[str, object]:
    """The parameters of an error, with the codes among them put into words."""
    params = dict(error.params)
    if error.code == "not_found" and "kind" in params:
        params["kind"] = record_name(str(params["kind"]))
    if isinstance(error, InvalidValueError) and "field" in params:
        params["field"] = field_name(str(params["field"]))
    if isinstance(error, BookDamagedError) and isinstance(params.get("expected"), int):
        params["found"], params["expected"] = _two_sizes(int(params["found"]), int(params["expected"]))
    return params


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


def interaction_kind(code: str) -> str:
    """Call, e-mail, visit, ..."""
    return _word("InteractionKinds", INTERACTION_KINDS, code) or code


def kind_logged(code: str) -> str:
    """ "Call logged", for the toast."""
    return _word("KindsLogged", KINDS_LOGGED, code) or step_label("log_touch")


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


def record_name(kind: str) -> str:
    """The word for a kind of record, inside a sentence."""
    return _word("Records", RECORDS, kind) or kind


def field_name(field: str) -> str:
    """The name of a field, by its code: "client.postcode" or "postcode"."""
    return field_label(field)


def _word(context: str, table: Mapping[str, object], code: str) -> str:
    text = table.get(code)
    return QCoreApplication.translate(context, str(text)) if text is not None else ""
