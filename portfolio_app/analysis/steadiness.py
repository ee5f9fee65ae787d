"""Segments that do not flicker: a client changes once the change has lasted.

Each client is evaluated by the rules at the ends of the months. It changes segment when two monthly
evaluations in a row find it outside its own, into the one that the second finds; at once when it moves by two
places or more in the order of display, which is no matter of a figure around its threshold; and at once when
there was no segment before. A day inside a month is looked at too, but makes no month: there only a client
with an order of its own since the last month-end moves, and by two places or more (a first order, a dormant
client who buys). Whoever else the rules see elsewhere, because time passed or others bought, is pending until
the month-end. So the answer depends on the book and the day, never on when or how often it was asked.

Nor does it depend on how far back the evaluations go. The walk starts from every segment at once: where all
these starts end in one segment, the years before cannot matter. Clients where they do not are undetermined
and need evaluations further back. Where there are none, the rules have been going to and fro between
neighbours all the time, and the best of the segments the walk ends in is taken.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from portfolio_app.analysis.built_in_segments import SegmentationSpec

Evaluation = tuple[date, pd.Series]
"""A day and what the rules say on it: segment codes, indexed by the clients known on that day."""

MONTHS_BACK = 12
_NEVER = np.datetime64("NaT", "s")


@dataclass(frozen=True)
class Labels:
    """The clients of the last evaluation, all Series on its index.

    `label`: the segment each is in; `rule_label`: what the rules say. Where these differ, `pending_since` is
    the evaluation since which they do without a break (NaT where they agree). `since` is the evaluation where
    the present label began, `previous` the label before it, "" when there was none; NaT and "" when it may have
    begun before the first evaluation. `undetermined`: the label depends on what was before the first evaluation.
    `pinned_on`: the day since which the user keeps the client in `label` by hand, NaT where the rules decide.
    """

    label: pd.Series
    rule_label: pd.Series
    pending_since: pd.Series
    since: pd.Series
    previous: pd.Series
    undetermined: pd.Series
    pinned_on: pd.Series


def pinned(found: Labels, by_hand: Mapping[int, tuple[str, date]]) -> Labels:
    """The labels with some clients in the segment their user put them in, whatever the rules say of them.

    `by_hand`: segment code and day by client, each day on or before that of the labels; clients that the labels do
    not know are passed over. Nothing is pending for these clients, and their segment began on that day.
    """
    known = {client: said for client, said in by_hand.items() if client in found.label.index}
    if not known:
        return found
    clients = list(known)
    series = {each.name: getattr(found, each.name).copy() for each in fields(found)}
    days = np.array([day for _, day in known.values()], dtype="datetime64[s]")
    series["previous"].loc[clients] = ""
    series["label"].loc[clients] = np.array([code for code, _ in known.values()], dtype=object)
    series["pending_since"].loc[clients] = _NEVER
    series["undetermined"].loc[clients] = False
    series["since"].loc[clients] = days
    series["pinned_on"].loc[clients] = days
    return Labels(**series)


def month_ends(as_of: date, months: int = MONTHS_BACK) -> list[date]:
    """The last days of that many months before `as_of`, the earliest first; `as_of` itself never is one."""
    found: list[date] = []
    first = as_of.replace(day=1)
    while len(found) < months and first > date.min:
        found.append(first - timedelta(1))
        first = found[-1].replace(day=1)
    return found[::-1]


def labels(
    segmentation: SegmentationSpec, evaluations: Sequence[Evaluation], bought: Collection[int] = ()
) -> Labels:
    """The labels by that segmentation, held back or not as it says; see `steady`."""
    order = {segment.code: segment.display_order for segment in segmentation.segments}
    return _walk(evaluations, order, bought, hold=segmentation.steady)


def steady(
    evaluations: Sequence[Evaluation], order: Mapping[str, int], bought: Collection[int] = ()
) -> Labels:
    """The labels that do not flicker.

    `evaluations`: at the month-ends (`month_ends`) and, last, on the day asked about, in order of time; at
    least one. `order`: the place of each segment on screen, which says how far a move goes. `bought`: the
    clients with an order of their own after the last month-end; asked only when the last day is not one itself.
    """
    return _walk(evaluations, order, bought, hold=True)


def _walk(
    evaluations: Sequence[Evaluation], order: Mapping[str, int], bought: Collection[int], *, hold: bool
) -> Labels:
    codes = np.array([*order, ""], dtype=object)
    # One place more than the codes, at the end: unknown.
    place = np.array([*order.values(), 0])
    clients = evaluations[-1][1].index
    unknown = len(order)
    may_move = clients.isin(list(bought))
    # One row for each segment that the clients may have been in before.
    label = np.repeat(np.arange(unknown)[:, None] if hold else [[unknown]], len(clients), axis=1)
    previous = np.full(label.shape, unknown)
    pending = np.full(label.shape, -1)
    since = np.full(label.shape, -1)
    for step, (day, found) in enumerate(evaluations):
        rule = np.broadcast_to(_places(found, codes[:-1], clients), label.shape)
        away = rule != label
        newly = (label == unknown) | (rule == unknown)
        far = np.abs(place[rule] - place[label]) >= 2
        if not hold:
            moves = away
        elif day.day == monthrange(day.year, day.month)[1]:
            moves = away & (newly | far | (pending >= 0))
        else:
            moves = away & (newly | far & may_move)
        previous = np.where(moves, label, previous)
        label = np.where(moves, rule, label)
        since = np.where(moves, step, since)
        if step == 0:
            # Where a client already was began nowhere that is seen here.
            previous, since = np.full(label.shape, unknown), np.full(label.shape, -1)
        pending = np.where(away & ~moves, np.where(pending >= 0, pending, step), -1)
    days = np.array([day for day, _ in evaluations], dtype="datetime64[s]")
    best = place[label].argmin(axis=0)
    settled, began = _same(label), _same(since) & _same(previous) & (since[0] >= 0)
    label, pending = (found[best, np.arange(len(clients))] for found in (label, pending))
    made = {
        "label": codes[label],
        "rule_label": codes[_places(evaluations[-1][1], codes[:-1], clients)],
        "pending_since": np.where(pending >= 0, days[pending], _NEVER),
        "since": np.where(began, days[since[0]], _NEVER),
        "previous": np.where(began, codes[previous[0]], ""),
        "undetermined": ~settled,
        "pinned_on": np.full(len(clients), _NEVER),
    }
    return Labels(
        **{name: pd.Series(found, clients, dtype=found.dtype, name=name) for name, found in made.items()}
    )


def _same(found: np.ndarray) -> np.ndarray:
    """Of each column whether all its rows are the same."""
    same: np.ndarray = (found == found[:1]).all(axis=0)
    return same


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
