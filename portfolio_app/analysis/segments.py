"""Segments: ordered rules, of which each client gets the first that holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import floor, log10

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
from portfolio_app.analysis.steadiness import Evaluation, Labels, labels, month_ends, pinned, steady
from portfolio_app.errors import RuleError

__all__ = [
    "BUILT_IN",
    "DEFAULT_SEGMENTS",
    "EXPECTED_CLIENT_SHARES",
    "Evaluation",
    "Labels",
    "SegmentSpec",
    "SegmentationSpec",
    "assign",
    "cadences",
    "display_order",
    "first_match",
    "labels",
    "month_ends",
    "parse_segments",
    "pinned",
    "sized",
    "steady",
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
