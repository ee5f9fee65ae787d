"""Rules as data: a JSON-able tree of comparisons over the per-client table, never code.

    {"all": [rule, ...]}   every one holds
    {"any": [rule, ...]}   at least one holds
    {"not": rule}          it does not hold
    {"metric": "revenue_window", "op": ">=", "value": 1000000000}

Operators: <= < >= > = != in missing known. A value has the unit of its column (`columns.COLUMNS`): money
units, days, a fraction; a date is "YYYY-MM-DD"; `in` takes a list; `missing` and `known` take none.
A number may also be {"percentile": p}: the p-th percentile of that metric among the clients where it is
above zero. A missing figure makes every comparison false, so only `missing` (or `not`) finds it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from portfolio_app.analysis.columns import COLUMNS, Column
from portfolio_app.errors import RuleError

ORDERINGS = ("<=", "<", ">=", ">")
OPERATORS = (*ORDERINGS, "=", "!=", "in", "missing", "known")
MAX_DEPTH = 8
MAX_CONDITIONS = 200
_SHOWN, _NAMED = 60, 5


@dataclass(frozen=True)
class Percentile:
    """The value below which `percentile` % of the clients with a metric above zero lie (interpolated)."""

    percentile: float


Value = float | int | str | date | Percentile | tuple[Any, ...] | None


@dataclass(frozen=True)
class Condition:
    """One comparison. `value` is None for `missing` and `known`, a tuple for `in`."""

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


def parse_rule(data: object, metrics_columns: Mapping[str, Column] | None = None) -> Rule:
    """Read a rule from its data. `metrics_columns` lists what may be asked, `COLUMNS` by default.

    Raises RuleError with the reason; a rule that parses can always be evaluated.
    """
    columns = COLUMNS if metrics_columns is None else metrics_columns
    rule = _parse(data, columns, 1)
    if len(conditions(rule)) > MAX_CONDITIONS:
        raise RuleError("not_a_rule", detail=f"it has more than {MAX_CONDITIONS} conditions")
    return rule


def _parse(data: object, columns: Mapping[str, Column], depth: int) -> Rule:
    if depth > MAX_DEPTH:
        raise RuleError("too_deep", limit=MAX_DEPTH)
    if not isinstance(data, Mapping):
        raise RuleError("not_a_rule", detail=f"“{_short(data)}” is not a condition")
    keys = set(data)
    if keys in ({"all"}, {"any"}):
        word = next(iter(keys))
        parts = data[word]
        if not isinstance(parts, (list, tuple)) or not parts:
            raise RuleError("not_a_rule", detail=f"“{word}” needs a list of conditions")
        if len(parts) > MAX_CONDITIONS:
            raise RuleError("not_a_rule", detail=f"it has more than {MAX_CONDITIONS} conditions")
        made = tuple(_parse(part, columns, depth + 1) for part in parts)
        return All(made) if word == "all" else AnyOf(made)
    if keys == {"not"}:
        return Not(_parse(data["not"], columns, depth + 1))
    if not {"metric", "op"} <= keys or not keys <= {"metric", "op", "value"}:
        named = ", ".join(sorted(_short(key) for key in keys)[:_NAMED]) or "nothing"
        raise RuleError("not_a_rule", detail=f"a condition has a metric, an op and a value, not {named}")
    return _parse_condition(data, columns)


def _parse_condition(data: Mapping[Any, Any], columns: Mapping[str, Column]) -> Condition:
    metric, op, value = data["metric"], data["op"], data.get("value")
    if not isinstance(metric, str) or metric not in columns:
        raise RuleError("unknown_metric", metric=_short(metric))
    if not isinstance(op, str) or op not in OPERATORS:
        raise RuleError("unknown_operator", operator=_short(op))
    column = columns[metric]
    bad = RuleError("bad_value", metric=metric, value=_short(value))
    if op in ("missing", "known"):
        if value is not None:
            raise bad
        return Condition(metric, op, None)
    if op == "in":
        if not isinstance(value, (list, tuple)) or not value:
            raise bad
        return Condition(metric, op, tuple(_parse_value(part, column, bad) for part in value))
    if column.kind == "text" and op in ORDERINGS:
        raise bad
    if isinstance(value, Mapping):
        return Condition(metric, op, _parse_percentile(value, column, bad))
    return Condition(metric, op, _parse_value(value, column, bad))


def _parse_percentile(value: Mapping[Any, Any], column: Column, bad: RuleError) -> Percentile:
    percent: Any = value.get("percentile")
    if set(value) != {"percentile"} or column.kind in ("text", "date") or not _is_number(percent):
        raise bad
    if not 0 <= percent <= 100:
        raise bad
    return Percentile(percent)


def _parse_value(value: object, column: Column, bad: RuleError) -> float | int | str | date:
    if column.kind == "text":
        if isinstance(value, str):
            return value
    elif column.kind == "date":
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError:
                raise bad from None
    elif isinstance(value, (int, float)) and _is_number(value):
        return value
    raise bad


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
    if isinstance(value, tuple):
        return [_value_data(part) for part in value]
    if isinstance(value, Percentile):
        return {"percentile": value.percentile}
    return value.isoformat() if isinstance(value, date) else value


def conditions(rule: Rule) -> list[Condition]:
    """All comparisons in the rule, in reading order."""
    match rule:
        case All(parts) | AnyOf(parts):
            return [found for part in parts for found in conditions(part)]
        case Not(part):
            return conditions(part)
        case Condition():
            return [rule]


def evaluate(rule: Rule, metrics: pd.DataFrame) -> pd.Series:
    """Which clients the rule holds for: a bool Series on the index of `metrics`."""
    return pd.Series(_evaluate(rule, metrics), index=metrics.index, dtype=bool)


def _evaluate(rule: Rule, metrics: pd.DataFrame) -> np.ndarray:
    match rule:
        case All(parts):
            return np.logical_and.reduce([_evaluate(part, metrics) for part in parts])
        case AnyOf(parts):
            return np.logical_or.reduce([_evaluate(part, metrics) for part in parts])
        case Not(part):
            return ~_evaluate(part, metrics)
        case Condition():
            return _compare(rule, metrics[rule.metric])


def _compare(condition: Condition, column: pd.Series) -> np.ndarray:
    known = column.notna().to_numpy()
    is_text = column.dtype.kind not in "iufMb"
    if is_text:
        known = known & (column != "").to_numpy(dtype=bool)
    if condition.op == "known":
        return known
    if condition.op == "missing":
        return ~known
    if condition.op == "in":
        assert isinstance(condition.value, tuple)
        return known & column.isin([_comparable(value) for value in condition.value]).to_numpy()
    value = threshold(condition, column)
    if value is None:
        return np.zeros(len(column), dtype=bool)
    operand = _comparable(value)
    values = column.to_numpy(dtype=object) if is_text else column.to_numpy()
    return known & _OPERATIONS[condition.op](values, operand)


_OPERATIONS: dict[str, Any] = {
    "<=": np.less_equal,
    "<": np.less,
    ">=": np.greater_equal,
    ">": np.greater,
    "=": np.equal,
    "!=": np.not_equal,
}


def threshold(condition: Condition, column: pd.Series) -> Value:
    """What the column is compared with: the value itself, or the percentile worked out on the column.

    None when a percentile is asked of a column without any value above zero.
    """
    if not isinstance(condition.value, Percentile):
        return condition.value
    values = column.to_numpy(dtype=float)
    values = values[values > 0]
    return float(np.percentile(values, condition.value.percentile)) if len(values) else None


def _comparable(value: Value) -> Any:
    return pd.Timestamp(value).to_datetime64() if isinstance(value, date) else value


def metrics_used(rules: Collection[Rule]) -> set[str]:
    """The names of all metrics that these rules ask for."""
    return {condition.metric for rule in rules for condition in conditions(rule)}
