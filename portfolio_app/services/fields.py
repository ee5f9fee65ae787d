"""The fields a person may fill in, declared once: the services check values by them, the interface builds its
forms from them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from portfolio_app.errors import InvalidValueError
from portfolio_app.exchange.cells import CONTROL
from portfolio_app.models.enums import (
    ClientKind,
    ClientStatus,
    Direction,
    FormerReason,
    InteractionKind,
    Outcome,
)
from portfolio_app.models.money import MAX_MONEY

MAX_NOTE = 100_000


@dataclass(frozen=True)
class FieldSpec:
    """One field: its limits, its choices, and its type.

    Types: "text", "note", "date", "money", "quantity", "integer", "choice", "tags".
    """

    name: str
    type: str = "text"
    required: bool = False
    limit: int = 200
    choices: tuple[str, ...] = ()


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
    FieldSpec("tags", "tags"),
    FieldSpec("client_since", "date"),
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
    FieldSpec("minutes", "integer"),
    _choice("direction", Direction, empty=True),
    _choice("outcome", Outcome, empty=True),
    FieldSpec("subject", limit=500),
    FieldSpec("body", "note", limit=MAX_NOTE),
    FieldSpec("resolved_on", "date"),
)

SALE_FIELDS = _specs(
    FieldSpec("date", "date", required=True),
    FieldSpec("order_reference"),
    FieldSpec("quantity", "quantity"),
    FieldSpec("amount", "money", required=True),
    FieldSpec("cost", "money"),
)

FOLLOW_UP_FIELDS = _specs(
    FieldSpec("due_on", "date", required=True),
    FieldSpec("due_time"),
    FieldSpec("time_zone"),
    _choice("kind", InteractionKind),
    FieldSpec("title", limit=500),
)


def clean(
    values: Mapping[str, Any], specs: Mapping[str, FieldSpec], *, whole: bool = False
) -> dict[str, Any]:
    """The values as records hold them.

    `whole`: the values are a new record's, so required fields must be there. Raises `InvalidValueError` with
    code "unknown_field", "required", "not_a_date", "not_an_amount", "not_a_choice" or "out_of_range".
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
    if spec.type == "tags":
        return list(dict.fromkeys(tag for raw in value or () if (tag := clean_text(str(raw))[:100])))
    if value is None or value == "":
        if spec.required:
            raise InvalidValueError("required", field=spec.name)
        return None
    if spec.type == "date":
        return _as_date(value, spec)
    if spec.type == "integer":
        return _as_minutes(value, spec)
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


def _as_minutes(value: Any, spec: FieldSpec) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError):
        raise InvalidValueError("out_of_range", field=spec.name, value=value, allowed="0–100000") from None
    if not 0 <= number <= 100_000:
        raise InvalidValueError("out_of_range", field=spec.name, value=value, allowed="0–100000")
    return number


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
