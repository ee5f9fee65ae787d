"""The fields a person may fill in, declared once: the services check values by them, the interface builds its
forms from them.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from portfolio_app.analysis.columns import CUSTOM
from portfolio_app.errors import InvalidValueError
from portfolio_app.exchange.cells import CONTROL
from portfolio_app.models.enums import (
    ClientKind,
    ClientStatus,
    CustomFieldType,
    DealStatus,
    Direction,
    FormerReason,
    Gender,
    InteractionKind,
    KeyDateKind,
    Level,
    Outcome,
    RepeatUnit,
    StrategicRole,
    SurveyKind,
)
from portfolio_app.models.money import MAX_MONEY

MAX_NOTE = 100_000
MAX_DAYS = 3650
MAX_KM = 20_000
MAX_MONTHS = 240
"""The longest contact rhythm, or wait between two steps of a plan."""
MAX_NUMBER = 1e15
"""A custom number stays below it, so that whole ones are exact."""
_TIME = re.compile(r"(\d{1,2}) ?(?:[:h.] ?(\d{2})|h)")
_YES_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


@dataclass(frozen=True)
class FieldSpec:
    """One field: its limits, its choices, and its type.

    Types: "text", "note", "date", "time" (wall-clock, "14:30"), "zone" (the IANA name of a time zone, empty for
    the local one), "money", "quantity", "integer", "number" (a plain float), "choice", "yes_no" (True, False or
    None), "tags". `limit`: the longest text, the largest integer. `label`: what the user calls
    the field; empty for those the interface names by `name`.
    """

    name: str
    type: str = "text"
    required: bool = False
    limit: int = 200
    choices: tuple[str, ...] = ()
    label: str = ""


class CustomDefinition(Protocol):
    """What a field that the user added says of itself."""

    @property
    def code(self) -> str:
        """What its values are kept under."""

    @property
    def name(self) -> str:
        """What the user calls it."""

    @property
    def type(self) -> str:
        """One of `CustomFieldType`."""

    @property
    def choices(self) -> Sequence[str]:
        """What may be chosen, for type "choice"."""


def _specs(*specs: FieldSpec) -> dict[str, FieldSpec]:
    return {spec.name: spec for spec in specs}


def _choice(name: str, enum: type[Any], *, empty: bool = False) -> FieldSpec:
    choices = tuple(member.value for member in enum)
    return FieldSpec(name, "choice", required=not empty, choices=choices)


CLIENT_FIELDS = _specs(
    FieldSpec("name", required=True, limit=500),
    FieldSpec("reference"),
    _choice("kind", ClientKind),
    _choice("status", ClientStatus),
    _choice("former_reason", FormerReason, empty=True),
    FieldSpec("sector"),
    FieldSpec("size"),
    FieldSpec("siret"),
    FieldSpec("vat"),
    FieldSpec("email", limit=500),
    FieldSpec("phone"),
    FieldSpec("website", limit=500),
    FieldSpec("street", limit=500),
    FieldSpec("postcode"),
    FieldSpec("city"),
    FieldSpec("region"),
    FieldSpec("country"),
    FieldSpec("source"),
    FieldSpec("acquisition_cost", "money"),
    FieldSpec("tags", "tags"),
    FieldSpec("client_since", "date"),
    FieldSpec("persona"),
    FieldSpec("needs", "note", limit=MAX_NOTE),
    FieldSpec("preferences", "note", limit=MAX_NOTE),
    _choice("strategic_role", StrategicRole, empty=True),
    FieldSpec("loyalty_tier"),
    _choice("price_sensitivity", Level, empty=True),
    _choice("growth_potential", Level, empty=True),
    _choice("gender", Gender, empty=True),
    FieldSpec("birth_date", "date"),
    FieldSpec("income_band"),
    FieldSpec("insolvency_on", "date"),
    FieldSpec("cadence_ideal_days", "integer", limit=MAX_DAYS),
    FieldSpec("cadence_max_days", "integer", limit=MAX_DAYS),
    FieldSpec("verified_on", "date"),
    FieldSpec("visit_km", "integer", limit=MAX_KM),
    FieldSpec("replace_months", "integer", limit=MAX_MONTHS),
    FieldSpec("notes", "note", limit=MAX_NOTE),
)

CONTACT_FIELDS = _specs(
    FieldSpec("full_name", limit=500),
    FieldSpec("first_name"),
    FieldSpec("last_name"),
    FieldSpec("role"),
    FieldSpec("email", limit=500),
    FieldSpec("phone"),
    FieldSpec("mobile"),
    FieldSpec("notes", "note", limit=MAX_NOTE),
)

INTERACTION_FIELDS = _specs(
    _choice("kind", InteractionKind),
    FieldSpec("on", "date", required=True),
    FieldSpec("minutes", "integer", limit=100_000),
    _choice("direction", Direction, empty=True),
    _choice("outcome", Outcome, empty=True),
    FieldSpec("subject", limit=500),
    FieldSpec("body", "note", limit=MAX_NOTE),
    FieldSpec("due_on", "date"),
    FieldSpec("resolved_on", "date"),
)

SALE_FIELDS = _specs(
    FieldSpec("date", "date", required=True),
    FieldSpec("order_reference"),
    FieldSpec("quantity", "quantity"),
    FieldSpec("amount", "money", required=True),
    FieldSpec("discount", "money"),
    FieldSpec("cost", "money"),
    FieldSpec("due_on", "date"),
    FieldSpec("paid_on", "date"),
)

FOLLOW_UP_FIELDS = _specs(
    FieldSpec("due_on", "date", required=True),
    FieldSpec("due_time", "time"),
    FieldSpec("time_zone", "zone"),
    _choice("kind", InteractionKind),
    FieldSpec("title", limit=500),
    FieldSpec("notes", "note", limit=MAX_NOTE),
    FieldSpec("repeat_every", "integer", limit=999),
    _choice("repeat_unit", RepeatUnit, empty=True),
    FieldSpec("repeat_until", "date"),
    FieldSpec("uid", limit=500),
)

DEAL_FIELDS = _specs(
    FieldSpec("title", required=True, limit=500),
    _choice("status", DealStatus),
    FieldSpec("stage"),
    FieldSpec("amount", "money"),
    FieldSpec("probability", "integer", limit=100),
    FieldSpec("opened_on", "date", required=True),
    FieldSpec("expected_on", "date"),
    FieldSpec("next_step", limit=500),
    FieldSpec("next_step_on", "date"),
    FieldSpec("closed_on", "date"),
    FieldSpec("lost_reason", limit=500),
    FieldSpec("notes", "note", limit=MAX_NOTE),
)

SURVEY_FIELDS = _specs(
    _choice("kind", SurveyKind),
    FieldSpec("score", "integer", required=True, limit=10),
    FieldSpec("on", "date", required=True),
    FieldSpec("comment", "note", limit=MAX_NOTE),
)

KEY_DATE_FIELDS = _specs(
    _choice("kind", KeyDateKind),
    FieldSpec("label"),
    FieldSpec("on", "date", required=True),
    FieldSpec("yearly", "yes_no"),
    FieldSpec("notice_days", "integer", limit=MAX_DAYS),
)

SPENDING_FIELDS = _specs(
    FieldSpec("on", "date", required=True),
    FieldSpec("source", required=True),
    FieldSpec("amount", "money", required=True),
    FieldSpec("notes", "note", limit=MAX_NOTE),
)

PLAN_FIELDS = _specs(FieldSpec("name", required=True))

PLAN_STEP_FIELDS = _specs(
    FieldSpec("after_days", "integer", limit=MAX_DAYS),
    _choice("kind", InteractionKind),
    FieldSpec("title", limit=500),
)


def custom_spec(custom: CustomDefinition) -> FieldSpec:
    """The field of a client that the user added, named "custom.<code>"."""
    choices = tuple(custom.choices) if custom.type == CustomFieldType.CHOICE else ()
    return FieldSpec(CUSTOM + custom.code, custom.type, limit=500, choices=choices, label=custom.name)


def client_specs(customs: Iterable[CustomDefinition]) -> dict[str, FieldSpec]:
    """All the fields of a client: `CLIENT_FIELDS`, then the book's own in their order."""
    own = (custom_spec(custom) for custom in customs)
    return CLIENT_FIELDS | {spec.name: spec for spec in own}


def clean(
    values: Mapping[str, Any], specs: Mapping[str, FieldSpec], *, whole: bool = False
) -> dict[str, Any]:
    """The values as records hold them.

    `whole`: the values are a new record's, so required fields must be there. Raises `InvalidValueError` with
    code "unknown_field", "required", "not_a_date", "not_a_time", "not_a_zone", "not_an_amount", "not_a_number",
    "not_a_choice" or "out_of_range".
    """
    cleaned: dict[str, Any] = {}
    for name, value in values.items():
        if name not in specs:
            raise InvalidValueError("unknown_field", field=name)
        cleaned[name] = _clean_one(value, specs[name])
    if whole:
        for spec in specs.values():
            if spec.required and spec.type != "choice" and spec.name not in cleaned:
                raise InvalidValueError("required", field=spec.name)
    return cleaned


def clean_text(value: str, *, multiline: bool = False) -> str:
    """Trimmed, composed, without control characters; on one line unless `multiline`."""
    text = value.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = unicodedata.normalize("NFC", CONTROL.sub("", text))
    return text.strip() if multiline else " ".join(text.split())


def _clean_one(value: Any, spec: FieldSpec) -> Any:
    if spec.type in ("text", "note", "choice"):
        text = clean_text("" if value is None else str(value), multiline=spec.type == "note")
        return _check_text(text, spec)
    if spec.type in ("time", "zone"):
        text = clean_text("" if value is None else str(value))
        return _as_time(text, spec) if spec.type == "time" else _as_zone(text, spec)
    if spec.type == "tags":
        return list(dict.fromkeys(tag for raw in value or () if (tag := clean_text(str(raw))[:100])))
    if value is None or value == "":
        if spec.required:
            raise InvalidValueError("required", field=spec.name)
        return None
    if spec.type == "date":
        return _as_date(value, spec)
    if spec.type == "integer":
        return _as_integer(value, spec)
    if spec.type == "number":
        return _as_number(value, spec)
    if spec.type == "yes_no":
        return _as_yes_no(value, spec)
    return _as_decimal(value, spec)


def _check_text(text: str, spec: FieldSpec) -> str:
    if spec.required and not text:
        raise InvalidValueError("required", field=spec.name)
    if spec.choices and text and text not in spec.choices:
        raise InvalidValueError("not_a_choice", field=spec.name, value=text, allowed=", ".join(spec.choices))
    if not spec.choices and len(text) > spec.limit:
        raise InvalidValueError(
            "out_of_range", field=spec.name, value=text[:40] + "…", allowed=f"≤ {spec.limit}"
        )
    return text


def _as_date(value: Any, spec: FieldSpec) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        raise InvalidValueError("not_a_date", field=spec.name, value=value) from None


def _as_time(text: str, spec: FieldSpec) -> str:
    """ "9:05", "9h05" and "9 h" as "09:05" and "09:00"; empty stays empty."""
    if not text:
        return ""
    found = _TIME.fullmatch(text.lower())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise InvalidValueError("not_a_time", field=spec.name, value=text[:40])
    return f"{int(found[1]):02}:{int(found[2] or 0):02}"


def _as_zone(text: str, spec: FieldSpec) -> str:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(text).key if text else ""
    except (ValueError, OSError, LookupError):  # A path, a folder, or a name there is not.
        raise InvalidValueError("not_a_zone", field=spec.name, value=text[:40]) from None


def _as_integer(value: Any, spec: FieldSpec) -> int:
    allowed = f"0–{spec.limit}"
    try:
        number = int(value)
    except (TypeError, ValueError):
        raise InvalidValueError("out_of_range", field=spec.name, value=value, allowed=allowed) from None
    if not 0 <= number <= spec.limit:
        raise InvalidValueError("out_of_range", field=spec.name, value=value, allowed=allowed)
    return number


def _as_number(value: Any, spec: FieldSpec) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        raise InvalidValueError("not_a_number", field=spec.name, value=value) from None
    if not math.isfinite(number):
        raise InvalidValueError("not_a_number", field=spec.name, value=value)
    if abs(number) >= MAX_NUMBER:
        raise InvalidValueError("out_of_range", field=spec.name, value=value, allowed=f"< {MAX_NUMBER:.0f}")
    return number


def _as_yes_no(value: Any, spec: FieldSpec) -> bool:
    if isinstance(value, bool):
        return value
    known = _YES_NO.get(str(value).strip().lower())
    if known is None:
        raise InvalidValueError("not_a_choice", field=spec.name, value=value, allowed="yes, no")
    return known


def _as_decimal(value: Any, spec: FieldSpec) -> Decimal:
    try:
        amount = value if isinstance(value, Decimal) else Decimal(str(value))
    except InvalidOperation:
        raise InvalidValueError("not_an_amount", field=spec.name, value=value) from None
    if not amount.is_finite():
        raise InvalidValueError("not_an_amount", field=spec.name, value=value)
    if abs(amount) > MAX_MONEY:
        raise InvalidValueError("out_of_range", field=spec.name, value=value, allowed=f"≤ {MAX_MONEY}")
    return amount
