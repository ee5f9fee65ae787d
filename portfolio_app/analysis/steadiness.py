"""Segments that do not flicker: a client changes once the change has lasted.

Each client is evaluated by the rules at the ends of the months. It changes segment when two monthly
evaluations in a row find it outside its own, into the one that the second finds; at once when it moves by two
places or more in the order of display, which is no matter of a figure around its threshold; and at once when
there was no segment before. A day inside a month is looked at too, but makes no month: only a move of two
places counts there, anything less is pending. So the answer depends on the book and the day, never on when
or how often it was asked.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from portfolio_app.analysis.built_in_segments import SegmentationSpec

Evaluation = tuple[date, pd.Series]
"""A day and what the rules say on it: segment codes, indexed by the clients known on that day."""

MONTHS_BACK = 12


@dataclass(frozen=True)
class Labels:
    """The clients of the last evaluation, all Series on its index.

    `label`: the segment each is in; `rule_label`: what the rules say. Where these differ, `pending_since` is
    the evaluation since which they do without a break (NaT where they agree). `since` is the evaluation where
    the present label began, `previous` the label before it: "" when there was none, or when the present one
    stands since the first evaluation already, so that it may be older.
    """

    label: pd.Series
    rule_label: pd.Series
    pending_since: pd.Series
    since: pd.Series
    previous: pd.Series


def month_ends(as_of: date, months: int = MONTHS_BACK) -> list[date]:
    """The last days of that many months before `as_of`, the earliest first; `as_of` itself never is one."""
    found: list[date] = []
    first = as_of.replace(day=1)
    while len(found) < months and first > date.min:
        found.append(first - timedelta(1))
        first = found[-1].replace(day=1)
    return found[::-1]


def labels(segmentation: SegmentationSpec, evaluations: Sequence[Evaluation]) -> Labels:
    """The labels by that segmentation, held back or not as it says; see `steady`."""
    order = {segment.code: segment.display_order for segment in segmentation.segments}
    return _walk(evaluations, order, hold=segmentation.steady)


def steady(evaluations: Sequence[Evaluation], order: Mapping[str, int]) -> Labels:
    """The labels that do not flicker.

    `evaluations`: at the month-ends (`month_ends`) and, last, on the day asked about, in order of time; at
    least one. `order`: the place of each segment on screen, which says how far a move goes.
    """
    return _walk(evaluations, order, hold=True)


def _walk(evaluations: Sequence[Evaluation], order: Mapping[str, int], *, hold: bool) -> Labels:
    codes = np.array([*order, ""], dtype=object)
    # One place more than the codes, at the end: unknown.
    place = np.array([*order.values(), 0])
    clients = evaluations[-1][1].index
    unknown = len(order)
    label = np.full(len(clients), unknown)
    previous = label.copy()
    pending = np.full(len(clients), -1)
    since = np.zeros(len(clients), dtype=np.int64)
    rule = label
    for step, (day, found) in enumerate(evaluations):
        rule = _places(found, codes[:-1], clients)
        away = rule != label
        at_once = away & ((label == unknown) | (rule == unknown) | (np.abs(place[rule] - place[label]) >= 2))
        if not hold:
            at_once = away
        elif day.day == monthrange(day.year, day.month)[1]:
            at_once |= away & (pending >= 0)
        previous = np.where(at_once, label, previous)
        label = np.where(at_once, rule, label)
        since[at_once] = step
        pending = np.where(away & ~at_once, np.where(pending >= 0, pending, step), -1)
    days = np.array([day for day, _ in evaluations], dtype="datetime64[s]")
    waiting = np.where(pending >= 0, days[pending], np.datetime64("NaT"))
    made = {"label": codes[label], "rule_label": codes[rule], "pending_since": waiting}
    made |= {"since": days[since], "previous": codes[previous]}
    return Labels(
        **{name: pd.Series(found, clients, dtype=found.dtype, name=name) for name, found in made.items()}
    )


def _places(found: pd.Series, codes: np.ndarray, clients: pd.Index) -> np.ndarray:
    """The place of each client's segment among the codes, and after these for the clients without one."""
    place = pd.Index(codes).get_indexer(found.to_numpy(dtype=object))
    place = np.where(place < 0, len(codes), place)
    if found.index.equals(clients):
        return place
    at = clients.get_indexer(found.index)
    out = np.full(len(clients), len(codes))
    out[at[at >= 0]] = place[at >= 0]
    return out
