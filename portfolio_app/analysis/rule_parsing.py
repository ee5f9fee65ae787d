"""Reading a rule: from JSON-able data to a tree of comparisons, with the reason when it cannot be read.

What the data looks like and what the comparisons mean stands in `analysis.rules`, which everything else
imports from.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from portfolio_app.analysis.columns import COLUMNS, Column
from portfolio_app.errors import RuleError

ORDERINGS = ("<=", "<", ">=", ">")
_ALWAYS = ("missing", "known")
_NUMBER = (*ORDERINGS, "between", "=", "!=", "in", *_ALWAYS)
OPERATORS_OF: dict[str, tuple[str, ...]] = {
    "money": _NUMBER,
    "int": _NUMBER,
    "ratio": _NUMBER,
    "date": _NUMBER,
    "text": ("=", "!=", "in", "contains", "starts", *_ALWAYS),
    "list": ("has", "has_not", "in", *_ALWAYS),
    "flag": ("=", *_ALWAYS),
}
"""The comparisons that can be asked of each kind of column."""
OPERATORS = (*_NUMBER, "contains", "starts", "has", "has_not")
MAX_DEPTH = 8
MAX_CONDITIONS = 200
MAX_DAYS = 36_525
"""How far from the day asked about a date may be counted: a century."""
_SHOWN, _NAMED = 60, 5


@dataclass(frozen=True)
class Percentile:
    """The value below which `percentile` % of the clients with a metric above zero lie (interpolated)."""

    percentile: float


@dataclass(frozen=True)
class Days:
    """The day that many days after the day asked about; negative: before it."""

    days: int


Value = bool | float | int | str | date | Percentile | Days | tuple[Any, ...] | None


@dataclass(frozen=True)
class Condition:
    """One comparison. `value` is None for `missing` and `known`, a tuple for `in` and (low, high) of `between`."""

    metric: str
    op: str
    value: Value


@dataclass(frozen=True)
class All:
    """Every part holds."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True)
class Not:
    """The part does not hold."""

    part: Rule


Rule = Condition | All | AnyOf | Not


def parse_rule(data: object, columns: Mapping[str, Column] | None = None) -> Rule:
    """Read a rule from its data. `columns` says what may be asked: `columns.catalogue(...)`, or `COLUMNS`.

    Raises RuleError with the reason; a rule that parses can always be evaluated.
    """
    rule = _parse(data, COLUMNS if columns is None else columns, 1)
    if len(conditions(rule)) > MAX_CONDITIONS:
        raise RuleError("too_many", limit=MAX_CONDITIONS)
    return rule


def _parse(data: object, columns: Mapping[str, Column], depth: int) -> Rule:
    if depth > MAX_DEPTH:
        raise RuleError("too_deep", limit=MAX_DEPTH)
    if not isinstance(data, Mapping):
        raise RuleError("not_a_rule", detail=_short(data))
    keys = set(data)
    if keys in ({"all"}, {"any"}):
        word = next(iter(keys))
        parts = data[word]
        if not isinstance(parts, (list, tuple)):
            raise RuleError("not_a_rule", detail=_short(parts))
        if not parts:
            raise RuleError("no_conditions")
        if len(parts) > MAX_CONDITIONS:
            raise RuleError("too_many", limit=MAX_CONDITIONS)
        made = tuple(_parse(part, columns, depth + 1) for part in parts)
        return All(made) if word == "all" else AnyOf(made)
    if keys == {"not"}:
        return Not(_parse(data["not"], columns, depth + 1))
    if not {"metric", "op"} <= keys or not keys <= {"metric", "op", "value"}:
        raise RuleError("not_a_rule", detail=", ".join(sorted(_short(key) for key in keys)[:_NAMED]))
    return _parse_condition(data, columns)


def _parse_condition(data: Mapping[Any, Any], columns: Mapping[str, Column]) -> Condition:
    metric, op, value = data["metric"], data["op"], data.get("value")
    if not isinstance(metric, str) or metric not in columns:
        raise RuleError("unknown_metric", metric=_short(metric))
    if not isinstance(op, str) or op not in OPERATORS:
        raise RuleError("unknown_operator", operator=_short(op))
    kind: str = columns[metric].kind
    allowed = OPERATORS_OF[kind]
    if op not in allowed:
        raise RuleError("wrong_operator", metric=metric, operator=op, allowed=", ".join(allowed))
    bad = RuleError("bad_value", metric=metric, value=_short(value))
    if op in _ALWAYS:
        if value is not None:
            raise bad
        return Condition(metric, op, None)
    if value is None:
        raise RuleError("no_value", metric=metric)
    if op in ("in", "between"):
        return Condition(metric, op, _parse_several(value, kind, op, bad))
    return Condition(metric, op, _parse_value(value, kind, bad, moving=True))


def _parse_several(value: object, kind: str, op: str, bad: RuleError) -> tuple[Any, ...]:
    """The values of `in`, each given outright, or the two limits of `between`."""
    if not isinstance(value, (list, tuple)) or not 0 < len(value) <= MAX_CONDITIONS:
        raise bad
    made = tuple(_parse_value(part, kind, bad, moving=op == "between") for part in value)
    if op == "between":
        if len(made) != 2:
            raise bad
        low, high = made
        comparable = not isinstance(low, Percentile | Days) and not isinstance(high, Percentile | Days)
        if comparable and low > high:
            raise bad
    return made


def _parse_value(value: object, kind: str, bad: RuleError, *, moving: bool) -> Any:
    """One value; `moving` allows those that change with the book (percentile) or the day (days)."""
    if isinstance(value, Mapping):
        if not moving:
            raise bad
        return _parse_days(value, bad) if kind == "date" else _parse_percentile(value, kind, bad)
    match kind:
        case "text" | "list":
            if isinstance(value, str) and value.strip():
                return value
        case "date":
            if isinstance(value, str):
                try:
                    return date.fromisoformat(value)
                except ValueError:
                    raise bad from None
        case "flag":
            if isinstance(value, bool):
                return value
        case _:
            if _is_number(value):
                return value
    raise bad


def _parse_days(value: Mapping[Any, Any], bad: RuleError) -> Days:
    days: Any = value.get("days")
    if set(value) != {"days"} or isinstance(days, bool) or not isinstance(days, int) or abs(days) > MAX_DAYS:
        raise bad
    return Days(days)


def _parse_percentile(value: Mapping[Any, Any], kind: str, bad: RuleError) -> Percentile:
    percent: Any = value.get("percentile")
    if set(value) != {"percentile"} or kind not in ("money", "int", "ratio") or not _is_number(percent):
        raise bad
    if not 0 <= percent <= 100:
        raise bad
    return Percentile(percent)


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return abs(value) < 2**63 if isinstance(value, int) else math.isfinite(value)


def _short(value: object) -> str:
    """A value in a sentence; what a rule holds may be deep, or too long a number to be written out."""
    if isinstance(value, (list, tuple)):
        return "[…]"
    if isinstance(value, Mapping):
        return "{…}"
    if isinstance(value, int) and abs(value) >= 2**63:
        return "…"
    text = str(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def to_data(rule: Rule) -> dict[str, Any]:
    """The rule as the JSON-able data it is parsed from."""
    match rule:
        case All(parts):
            return {"all": [to_data(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [to_data(part) for part in parts]}
        case Not(part):
            return {"not": to_data(part)}
        case Condition(metric, op, None):
            return {"metric": metric, "op": op}
        case Condition(metric, op, value):
            return {"metric": metric, "op": op, "value": _value_data(value)}


def _value_data(value: Value) -> object:
    match value:
        case tuple():
            return [_value_data(part) for part in value]
        case Percentile(percent):
            return {"percentile": percent}
        case Days(days):
            return {"days": days}
        case date():
            return value.isoformat()
    return value


def conditions(rule: Rule) -> list[Condition]:
    """All comparisons in the rule, in reading order."""
    match rule:
        case All(parts) | AnyOf(parts):
            return [found for part in parts for found in conditions(part)]
        case Not(part):
            return conditions(part)
        case Condition():
            return [rule]


def metrics_used(rules: Collection[Rule]) -> set[str]:
    """The names of all metrics that these rules ask for."""
    return {condition.metric for rule in rules for condition in conditions(rule)}
