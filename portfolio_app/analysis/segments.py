"""Segments: ordered rules, of which each client gets the first that holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from portfolio_app.analysis.rules import evaluate, parse_rule
from portfolio_app.errors import RuleError


@dataclass(frozen=True)
class SegmentSpec:
    """One segment of a segmentation.

    `rule` is rule data (`rules.parse_rule`); None takes everyone still left and stands last.
    `position` is the order of evaluation, `display_order` the order on screen, `colour` an Okabe-Ito hex
    colour. `ideal_days` and `max_days` are the cadence: how long a client may ideally, and at most, go
    without a touch; None for a segment without a cadence.
    """

    code: str
    rule: dict[str, Any] | None
    position: int
    display_order: int
    colour: str
    ideal_days: int | None
    max_days: int | None


def _is(metric: str, op: str, value: Any) -> dict[str, Any]:
    return {"metric": metric, "op": op, "value": value}


_RHYTHM_BROKEN = {"all": [_is("order_days", ">=", 3), _is("lateness", ">", 2), _is("recency_days", ">", 30)]}
_HALVED = {"all": [_is("growth", "<=", -0.5), _is("orders_previous", ">=", 3)]}
_GROWING = {"any": [_is("growth", ">=", 0.25), _is("tenure_days", "<", 365)]}

DEFAULT_SEGMENTS: tuple[SegmentSpec, ...] = (
    SegmentSpec("prospect", _is("orders", "=", 0), 1, 6, "#CC79A7", 30, 60),
    # "not bought within" rather than "bought long ago", so that a client without any paid day is in too.
    SegmentSpec("dormant", {"not": _is("recency_days", "<", 365)}, 2, 5, "#999999", 120, 180),
    SegmentSpec("at_risk", {"any": [_RHYTHM_BROKEN, _HALVED]}, 3, 4, "#D55E00", 15, 30),
    SegmentSpec("top", _is("abc_rank", "=", "A"), 4, 1, "#009E73", 30, 45),
    SegmentSpec(
        "high_potential",
        {"all": [_GROWING, _is("average_basket", ">=", {"percentile": 50})]},
        5,
        2,
        "#0072B2",
        45,
        60,
    ),
    SegmentSpec("regular", None, 6, 3, "#56B4E9", 60, 90),
)


def assign(metrics: pd.DataFrame, segments: Sequence[SegmentSpec] = DEFAULT_SEGMENTS) -> pd.Series:
    """The code of each client's segment, on the index of `metrics`: the first rule that holds.

    Raises RuleError when a rule cannot be read, when a code stands twice, or unless exactly the last
    segment takes everyone left, so that nobody falls through.
    """
    ordered = sorted(segments, key=lambda segment: segment.position)
    _check(ordered)
    codes = np.array([segment.code for segment in ordered], dtype=object)
    chosen = np.full(len(metrics), len(ordered) - 1)
    free = np.ones(len(metrics), dtype=bool)
    for place, segment in enumerate(ordered[:-1]):
        taken = free & evaluate(parse_rule(segment.rule), metrics).to_numpy()
        chosen[taken] = place
        free &= ~taken
    return pd.Series(codes[chosen], index=metrics.index, name="segment", dtype=object)


def _check(ordered: Sequence[SegmentSpec]) -> None:
    if not ordered or ordered[-1].rule is not None:
        raise RuleError("not_a_rule", detail="the last segment must take everyone who is left")
    codes = [segment.code for segment in ordered]
    if len(set(codes)) < len(codes):
        raise RuleError("not_a_rule", detail="two segments have the same code")


def cadences(segments: Sequence[SegmentSpec] = DEFAULT_SEGMENTS) -> dict[str, tuple[int, int]]:
    """Segment code to (ideal days, maximum days), for the segments that have a cadence."""
    return {
        segment.code: (segment.ideal_days, segment.max_days)
        for segment in segments
        if segment.ideal_days is not None and segment.max_days is not None
    }
