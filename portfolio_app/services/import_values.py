"""A row's values as records hold them, and changes of records as a person reads them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from portfolio_app.analysis.columns import CUSTOM
from portfolio_app.models.money import from_units, to_units
from portfolio_app.services.custom_fields import stored_value
from portfolio_app.services.fields import CLIENT_FIELDS
from portfolio_app.services.import_match import FieldChange


def client_values(given: dict[str, Any]) -> dict[str, Any]:
    """A row's values of a client as the database stores them; the book's own fields together in `custom`."""
    values: dict[str, Any] = {}
    custom: dict[str, Any] = {}
    for name, value in given.items():
        if type(value) is str:
            if name.startswith(CUSTOM):
                custom[name.removeprefix(CUSTOM)] = value
            elif name in CLIENT_FIELDS:
                values[name] = value
        elif name == "since":
            values["client_since"] = value.isoformat()
        elif name.startswith(CUSTOM):
            custom[name.removeprefix(CUSTOM)] = stored_value(value)
        elif name in CLIENT_FIELDS:
            kind = CLIENT_FIELDS[name].type
            values[name] = (
                value.isoformat() if kind == "date" else to_units(value) if kind == "money" else value
            )
    if custom:
        values["custom"] = custom
    most = values.get("cadence_max_days")
    if most is not None:
        ideal = values.get("cadence_ideal_days")
        if not ideal or most < ideal:
            del values["cadence_max_days"]  # no rhythm could be kept by it
    return values


def told(group: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[FieldChange]:
    """The values of a record that differ; `before` and `after` have the same names."""
    found: list[FieldChange] = []
    for name, value in after.items():
        was = before[name]
        if name == "custom":
            found += [
                FieldChange(f"{group}.{CUSTOM}{code}", _text(name, was.get(code)), _text(name, new))
                for code, new in value.items()
                if was.get(code) != new
            ]
        else:
            shown = "since" if name == "client_since" else name
            found.append(FieldChange(f"{group}.{shown}", _text(name, was), _text(name, value)))
    return found


def _text(name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(value)
    if name in CLIENT_FIELDS and CLIENT_FIELDS[name].type == "money":
        amount: Decimal = from_units(value)
        return f"{amount:f}"
    return str(value)


def reachable(client: dict[str, Any], contact: dict[str, Any]) -> str:
    """What a client without any name is called: the way to reach it."""
    ways = (
        *(contact.get(k) for k in ("email", "phone", "mobile")),
        *(client.get(k) for k in ("email", "phone", "siret")),
    )
    return next((str(way) for way in ways if way), "?")
