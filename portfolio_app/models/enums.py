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
    """Why a follow-up exists: the user or a plan asks for it, or it answers a due that is computed."""

    REMINDER = "reminder"
    PLAN_STEP = "plan_step"
    CADENCE = "cadence"
    RHYTHM = "rhythm"
    COMPLAINT = "complaint"
    DEAL_STEP = "deal_step"
    DEAL_CLOSE = "deal_close"
    KEY_DATE = "key_date"
    BIRTHDAY = "birthday"
    SURVEY = "survey"
    DATA = "data"


class RepeatUnit(StrEnum):
    """What a reminder's repetition is counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class KeyDateKind(StrEnum):
    """What a day that matters is about."""

    CONTRACT_END = "contract_end"
    RENEWAL = "renewal"
    ANNIVERSARY = "anniversary"
    BIRTHDAY = "birthday"
    OTHER = "other"


class EnrolmentEnd(StrEnum):
    """How a client left a plan."""

    FINISHED = "finished"
    STOPPED = "stopped"


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


class StrategicRole(StrEnum):
    """Why a client who earns little is kept all the same."""

    ECONOMIES_OF_SCALE = "economies_of_scale"
    MARKET_ENTRY = "market_entry"
    FUTURE_POTENTIAL = "future_potential"
    REFERENCE = "reference"


class Level(StrEnum):
    """How strong something is, by the user's own judgement: sensitivity to prices, potential to grow."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Gender(StrEnum):
    """Of a client who is a person."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class CustomFieldType(StrEnum):
    """What a field added by the user holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes_no"


class DealStatus(StrEnum):
    """How a deal stands."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


class SurveyKind(StrEnum):
    """What was asked: NPS, 0-10, or CSAT, 1-5."""

    NPS = "nps"
    CSAT = "csat"
