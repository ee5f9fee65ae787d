"""Segments: ordered rules, of which each client gets the first that holds; and the numbers in these rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import floor, log10
from typing import Any, Literal

import numpy as np
import pandas as pd

from portfolio_app.analysis.built_in_segments import (
    BUILT_IN,
    DEFAULT_SEGMENTS,
    EXPECTED_CLIENT_SHARES,
    SegmentationSpec,
    SegmentSpec,
    size_segmentation,
)
from portfolio_app.analysis.columns import Column
from portfolio_app.analysis.rules import Rule, evaluate, parse_rule
from portfolio_app.analysis.steadiness import Evaluation, Labels, labels, month_ends, steady
from portfolio_app.errors import RuleError

__all__ = [
    "BUILT_IN",
    "DEFAULT_SEGMENTS",
    "EXPECTED_CLIENT_SHARES",
    "Evaluation",
    "Labels",
    "SegmentSpec",
    "SegmentationSpec",
    "Threshold",
    "assign",
    "cadences",
    "display_order",
    "first_match",
    "labels",
    "month_ends",
    "parse_segments",
    "sized",
    "steady",
    "thresholds",
    "with_threshold",
]


def parse_segments(
    segments: Sequence[SegmentSpec], columns: Mapping[str, Column] | None = None
) -> list[tuple[str, Rule | None]]:
    """(code, rule) in the order of evaluation; `columns` as `rules.parse_rule` takes it.

    Raises RuleError when a rule cannot be read, when a code stands twice, or unless exactly the last segment
    takes everyone left, so that nobody falls through.
    """
    ordered = sorted(segments, key=lambda segment: segment.position)
    if [place for place, segment in enumerate(ordered, 1) if segment.rule is None] != [len(ordered)]:
        raise RuleError("nobody_left")
    seen: set[str] = set()
    for segment in ordered:
        if segment.code in seen:
            raise RuleError("same_code", segment=segment.code)
        seen.add(segment.code)
    return [
        (segment.code, None if segment.rule is None else parse_rule(segment.rule, columns))
        for segment in ordered
    ]


def assign(
    table: pd.DataFrame,
    segments: Sequence[SegmentSpec],
    as_of: date,
    *,
    columns: Mapping[str, Column] | None = None,
    population: pd.DataFrame | None = None,
) -> pd.Series:
    """The code of each client's segment, on the index of `table`: the first rule that holds.

    `table` is `metrics(frames, as_of)`, or at least the columns the rules use. `columns`: what rules may ask
    for when the book has fields of its own (`columns.catalogue`). `population`: whose percentiles count, by
    default those of `table`. Raises RuleError as `parse_segments` does.
    """
    return first_match(parse_segments(segments, columns), table, as_of, population)


def first_match(
    rules: Sequence[tuple[str, Rule | None]],
    table: pd.DataFrame,
    as_of: date,
    population: pd.DataFrame | None = None,
) -> pd.Series:
    """`assign` for rules that `parse_segments` has read already."""
    codes = np.array([code for code, _ in rules], dtype=object)
    chosen = np.full(len(table), len(rules) - 1)
    free = np.ones(len(table), dtype=bool)
    for place, (_, rule) in enumerate(rules):
        if rule is not None:
            taken = free & evaluate(rule, table, as_of, population).to_numpy()
            chosen[taken] = place
            free &= ~taken
    return pd.Series(codes[chosen], index=table.index, name="segment", dtype=object)


def cadences(segments: Sequence[SegmentSpec] = DEFAULT_SEGMENTS) -> dict[str, tuple[int, int]]:
    """Segment code to (ideal days, maximum days), for the segments that have a cadence."""
    return {
        segment.code: (segment.ideal_days, segment.max_days)
        for segment in segments
        if segment.ideal_days is not None and segment.max_days is not None
    }


def display_order(segments: Sequence[SegmentSpec]) -> dict[str, int]:
    """Segment code to its place on screen, the best first."""
    shown = sorted(segments, key=lambda segment: segment.display_order)
    return {segment.code: segment.display_order for segment in shown}


@dataclass(frozen=True)
class Threshold:
    """A number in a rule: of which segment, where in its rule data, and of which comparison.

    `unit`: "value" in the unit of the metric, "percentile" 0 to 100, "days" from the day asked about.
    """

    segment: str
    path: tuple[str | int, ...]
    metric: str
    op: str
    value: float

    @property
    def unit(self) -> Literal["value", "percentile", "days"]:
        """How to read the number."""
        last = self.path[-1]
        return "percentile" if last == "percentile" else "days" if last == "days" else "value"


def thresholds(segments: Sequence[SegmentSpec]) -> list[Threshold]:
    """Every number in the rules, segments in the order of evaluation, each rule in reading order."""
    found: list[Threshold] = []
    for segment in sorted(segments, key=lambda segment: segment.position):
        found += _thresholds(segment.code, segment.rule, ())
    return found


def _thresholds(segment: str, data: Any, path: tuple[str | int, ...]) -> list[Threshold]:
    if not isinstance(data, Mapping):
        return []
    if "metric" in data and "op" in data:
        numbers = _numbers(data.get("value"), (*path, "value"))
        return [Threshold(segment, where, data["metric"], data["op"], number) for where, number in numbers]
    found = _thresholds(segment, data.get("not"), (*path, "not"))
    for word in ("all", "any"):
        for place, part in enumerate(data.get(word) or ()):
            found += _thresholds(segment, part, (*path, word, place))
    return found


def _numbers(value: Any, path: tuple[str | int, ...]) -> list[tuple[tuple[str | int, ...], float]]:
    match value:
        case bool():
            return []
        case int() | float():
            return [(path, value)]
        case list() | tuple():
            return [found for place, part in enumerate(value) for found in _numbers(part, (*path, place))]
        case {"percentile": number} | {"days": number}:
            return _numbers(number, (*path, next(iter(value))))
    return []


def with_threshold(
    segments: Sequence[SegmentSpec], threshold: Threshold, value: float
) -> tuple[SegmentSpec, ...]:
    """The segments with another number in that place; a number of days is rounded to a whole one.

    The rules are not read again here: `assign` says what does not fit. Raises KeyError when no segment has
    the code of `threshold`, or its rule nothing in that place.
    """
    if all(segment.code != threshold.segment for segment in segments):
        raise KeyError(threshold.segment)
    number = round(value) if threshold.unit == "days" else value
    return tuple(
        replace(segment, rule=_replaced(segment.rule, threshold.path, number))
        if segment.code == threshold.segment
        else segment
        for segment in segments
    )


def _replaced(data: Any, path: tuple[str | int, ...], number: float) -> Any:
    if not path:
        return number
    step, rest = path[0], path[1:]
    if isinstance(data, Mapping) and step in data:
        return {key: _replaced(part, rest, number) if key == step else part for key, part in data.items()}
    if isinstance(data, (list, tuple)) and isinstance(step, int) and step < len(data):
        return [_replaced(part, rest, number) if place == step else part for place, part in enumerate(data)]
    raise KeyError(step)


def sized(table: pd.DataFrame) -> SegmentationSpec:
    """The segmentation "size" with amounts that suit this book.

    The 80th and 40th percentile of `revenue_window` among the clients who have any, rounded to two digits;
    the built-in one when nobody has.
    """
    revenue = table["revenue_window"].to_numpy(dtype=float)
    revenue = revenue[revenue > 0]
    if not len(revenue):
        return BUILT_IN["size"]
    medium, large = (_two_digits(float(np.percentile(revenue, percent))) for percent in (40, 80))
    return size_segmentation(medium, large)


def _two_digits(amount: float) -> int:
    """A positive amount rounded to two significant digits, at least 1."""
    scale = max(floor(log10(amount)) - 1, 0)
    return max(round(amount / 10**scale) * 10**scale, 1)
