"""Rules as data: a JSON-able tree of comparisons over the per-client table, never code.

    {"all": [rule, ...]}   every one holds
    {"any": [rule, ...]}   at least one holds
    {"not": rule}          it does not hold
    {"metric": "revenue_window", "op": ">=", "value": 1000000000}

What may be asked depends on the kind of the column (`OPERATORS_OF`), and a value has its column's unit:

    numbers    <= < >= > = != between in   money units, days, a fraction, or {"percentile": p}: the p-th
                                           percentile of that metric among the clients where it is above zero
    dates      <= < >= > = != between in   "YYYY-MM-DD", or {"days": n}: n days after the day asked about,
                                           negative before it
    texts      = != in contains starts     `contains` and `starts` look past capitals and accents
    lists      has has_not in              `in`: at least one of these
    yes or no  =                           true or false
    all kinds  missing known               without a value

`between` takes [low, high], both included; `in` a list. A missing figure makes every comparison false, so
only `missing` (or `not`) finds it. A list is never missing but may be empty: `missing` finds the empty one,
and `has_not` is exactly the opposite of `has`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

import numpy as np
import pandas as pd

from portfolio_app.analysis.rule_parsing import (
    MAX_CONDITIONS,
    MAX_DAYS,
    MAX_DEPTH,
    OPERATORS,
    OPERATORS_OF,
    ORDERINGS,
    All,
    AnyOf,
    Condition,
    Days,
    Not,
    Percentile,
    Rule,
    Value,
    conditions,
    metrics_used,
    parse_rule,
    to_data,
)

__all__ = [
    "MAX_CONDITIONS",
    "MAX_DAYS",
    "MAX_DEPTH",
    "OPERATORS",
    "OPERATORS_OF",
    "ORDERINGS",
    "All",
    "AnyOf",
    "Condition",
    "ConditionFigure",
    "Days",
    "Figures",
    "GroupFigure",
    "Not",
    "Percentile",
    "Rule",
    "Value",
    "conditions",
    "evaluate",
    "figures",
    "metrics_used",
    "parse_rule",
    "threshold",
    "to_data",
]


def evaluate(
    rule: Rule, table: pd.DataFrame, as_of: date, population: pd.DataFrame | None = None
) -> pd.Series:
    """Which clients of `table` the rule holds for: a bool Series on its index.

    Days are counted from `as_of`. Percentiles are those of `population`, by default of `table` itself: give
    it to ask about a few clients, or about a client as it might be, against everybody.
    """
    others = table if population is None else population
    return pd.Series(_evaluate(rule, table, others, as_of), index=table.index, dtype=bool)


def _evaluate(rule: Rule, table: pd.DataFrame, population: pd.DataFrame, as_of: date) -> np.ndarray:
    match rule:
        case All(parts):
            return np.logical_and.reduce([_evaluate(part, table, population, as_of) for part in parts])
        case AnyOf(parts):
            return np.logical_or.reduce([_evaluate(part, table, population, as_of) for part in parts])
        case Not(part):
            return ~_evaluate(part, table, population, as_of)
        case Condition(metric, _, _):
            limit = threshold(rule, population[metric], as_of)
            return _compare(rule.op, table[metric], limit)


def threshold(condition: Condition, column: pd.Series, as_of: date) -> Value:
    """What is compared with: the value itself, or what a percentile of `column` or a number of days comes to.

    None when a percentile is asked of a column without any value above zero; (low, high) for `between`, None
    then when either is.
    """
    if condition.op != "between":
        return _worked_out(condition.value, column, as_of)
    assert isinstance(condition.value, tuple)
    limits = tuple(_worked_out(part, column, as_of) for part in condition.value)
    return None if None in limits else limits


def _worked_out(value: Value, column: pd.Series, as_of: date) -> Value:
    match value:
        case Percentile(percent):
            values = column.to_numpy(dtype=float)
            values = values[values > 0]
            return float(np.percentile(values, percent)) if len(values) else None
        case Days(days):
            return as_of + timedelta(max(min(days, (date.max - as_of).days), (date.min - as_of).days))
    return value


def _compare(op: str, column: pd.Series, limit: Value) -> np.ndarray:
    if column.dtype.kind in "iufMb":
        return _compare_numbers(op, column.to_numpy(), limit)
    values = column.to_numpy(dtype=object)
    if op in ("has", "has_not") or _is_list(values):
        return _compare_lists(op, values, limit)
    return _compare_texts(op, values, limit)


def _compare_numbers(op: str, values: np.ndarray, limit: Value) -> np.ndarray:
    """Of numbers, yes or no as 1 and 0, and days."""
    known = ~np.isnat(values) if values.dtype.kind == "M" else ~np.isnan(values)
    if op in ("known", "missing"):
        return known if op == "known" else ~known
    if limit is None:
        return np.zeros(len(values), dtype=bool)
    if isinstance(limit, tuple):
        made = [_comparable(part) for part in limit]
        if op == "in":
            return known & np.logical_or.reduce([values == part for part in made])
        return known & (values >= made[0]) & (values <= made[1])
    found: np.ndarray = known & _OPERATIONS[op](values, _comparable(limit))
    return found


_OPERATIONS: dict[str, Callable[[Any, Any], np.ndarray]] = {
    "<=": np.less_equal,
    "<": np.less,
    ">=": np.greater_equal,
    ">": np.greater,
    "=": np.equal,
    "!=": np.not_equal,
}


def _comparable(value: Any) -> Any:
    return np.datetime64(value, "D") if isinstance(value, date) else value


def _is_list(values: np.ndarray) -> bool:
    first = next((value for value in values if value is not None), None)
    return isinstance(first, (tuple, list))


def _compare_lists(op: str, values: np.ndarray, limit: Value) -> np.ndarray:
    held = [frozenset(value) if isinstance(value, (tuple, list)) else frozenset() for value in values]
    wanted = frozenset(limit) if isinstance(limit, tuple) else frozenset({limit})
    if op in ("known", "missing"):
        return np.array([bool(words) == (op == "known") for words in held], dtype=bool)
    return np.array([words.isdisjoint(wanted) == (op == "has_not") for words in held], dtype=bool)


def _compare_texts(op: str, values: np.ndarray, limit: Value) -> np.ndarray:
    # A book has few different words in a column: each is looked at once.
    codes, words = pd.factorize(values, use_na_sentinel=True)
    holds = np.array([isinstance(word, str) and word != "" for word in words], dtype=bool)
    if op == "missing":
        return ~np.append(holds, False)[codes]
    if op in ("=", "!="):
        holds &= (words == limit) == (op == "=")
    elif op == "in":
        assert isinstance(limit, tuple)
        holds &= np.array([word in limit for word in words], dtype=bool)
    elif op in ("contains", "starts"):
        sought = _plain(str(limit))
        find = str.__contains__ if op == "contains" else str.startswith
        holds &= np.array([find(_plain(str(word)), sought) for word in words], dtype=bool)
    return np.append(holds, False)[codes]


def _plain(text: str) -> str:
    """Without capitals and accents: what a person means who looks for "ecole" or "ÉCOLE"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)) or text


@dataclass(frozen=True)
class ConditionFigure:
    """One comparison for one client: its figure (None when missing), what it is compared with, the outcome.

    `value` is an int, float, bool, str, date or tuple of str. `threshold` is as `rules.threshold` gives it.
    """

    condition: Condition
    value: Any
    threshold: Value
    holds: bool


@dataclass(frozen=True)
class GroupFigure:
    """Comparisons put together, for one client; `not` has one part."""

    word: Literal["all", "any", "not"]
    parts: tuple[Figures, ...]
    holds: bool


Figures = ConditionFigure | GroupFigure


def figures(rule: Rule, row_table: pd.DataFrame, table: pd.DataFrame, as_of: date) -> Figures:
    """The rule with the figures of one client: the only row of `row_table`; percentiles are those of `table`.

    Raises ValueError unless `row_table` has exactly one row.
    """
    if len(row_table) != 1:
        raise ValueError("figures are those of exactly one client")
    match rule:
        case All(parts):
            made = tuple(figures(part, row_table, table, as_of) for part in parts)
            return GroupFigure("all", made, all(part.holds for part in made))
        case AnyOf(parts):
            made = tuple(figures(part, row_table, table, as_of) for part in parts)
            return GroupFigure("any", made, any(part.holds for part in made))
        case Not(part):
            inner = figures(part, row_table, table, as_of)
            return GroupFigure("not", (inner,), not inner.holds)
        case Condition(metric, op, value):
            limit = threshold(rule, table[metric], as_of)
            holds = bool(_compare(op, row_table[metric], limit)[0])
            return ConditionFigure(rule, _native(row_table[metric].iloc[0], value), limit, holds)


def _native(value: Any, compared_with: Value) -> Any:
    """One value of the table as plain Python, None when it is missing."""
    if isinstance(value, (tuple, list)):
        return tuple(value) or None
    if pd.isna(value) or value == "":
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    if isinstance(compared_with, bool):
        return bool(value)
    return value.item() if isinstance(value, np.generic) else value
