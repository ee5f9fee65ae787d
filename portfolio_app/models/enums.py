"""The closed lists of words that records use. Values are what the database stores."""

from __future__ import annotations

from enum import StrEnum


class ClientKind(StrEnum):
    """What a client is."""

    ORGANISATION = "organisation"
    PERSON = "person"


class ClientStatus(StrEnum):
    """Where the relationship stands. Never bought is a prospect; a former client once bought."""

    PROSPECT = "prospect"
    ACTIVE = "active"
    FORMER = "former"


class FormerReason(StrEnum):
    """Why a client is former: two different facts."""

    STOPPED = "stopped"
    CLOSED_DOWN = "closed_down"


class InteractionKind(StrEnum):
    """What happened between us."""

    CALL = "call"
    EMAIL = "email"
    MEETING = "meeting"
    VISIT = "visit"
    MESSAGE = "message"
    LETTER = "letter"
    COMPLAINT = "complaint"
    FEEDBACK = "feedback"
    SERVICE = "service"


class Direction(StrEnum):
    """Who came to whom."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"


class Outcome(StrEnum):
    """How a touch ended."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    LEFT_MESSAGE = "left_message"
    POSITIVE = "positive"
    NEGATIVE = "negative"


class FollowUpStatus(StrEnum):
    """Where a follow-up stands."""

    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    DROPPED = "dropped"


class FollowUpReason(StrEnum):
    """Why a follow-up exists."""

    REMINDER = "reminder"
    CADENCE = "cadence"


class Channel(StrEnum):
    """A way to reach a person, for which they consent or object."""

    EMAIL = "email"
    PHONE = "phone"
    MESSAGE = "message"
    POST = "post"


class ConsentState(StrEnum):
    """What a person said about a channel. No record: nothing is known."""

    GRANTED = "granted"
    REFUSED = "refused"


class ConsentSource(StrEnum):
    """Where a consent or an objection comes from."""

    FORM = "form"
    EMAIL = "email"
    CALL = "call"
    MEETING = "meeting"
    CONTRACT = "contract"
    IMPORT = "import"
    SUPPRESSION = "suppression"
    OTHER = "other"


class SuppressionReason(StrEnum):
    """Why an address is on the suppression list."""

    OBJECTED = "objected"
    ERASED = "erased"
