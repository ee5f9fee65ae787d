"""The clients behind each indicator."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from portfolio_app.analysis.by_client import Integers
from portfolio_app.analysis.kpi_board import Board, reference
from portfolio_app.analysis.kpi_readings import (
    active,
    answers_in,
    bought_again,
    closed_deals,
    lapsed,
    new,
    prospect_cohort,
    reached,
    reactivated,
)
from portfolio_app.analysis.periods import Period
from portfolio_app.analysis.retention import Mask

Group = dict[str, Mask | Integers]


def groups(board: Board, code: str, period: Period) -> dict[str, Integers]:
    """The clients behind an indicator, by group: ids, those with most revenue first. KeyError for an unknown code."""
    return {name: _ids(board, found, period) for name, found in _GROUPS[code](board, period).items()}


def _ids(board: Board, found: Mask | Integers, period: Period) -> Integers:
    if found.dtype != bool:
        return np.asarray(found, dtype=np.int64)
    chosen = np.flatnonzero(found)
    weight = np.maximum(board.revenue(period)[chosen], board.revenue(reference(period))[chosen])
    ids: Integers = board.records.facts.clients[chosen[np.argsort(-weight, kind="stable")]]
    return ids


def _buyers(board: Board, period: Period) -> Group:
    return {"buyers": board.activity.bought(period)}


def _stayers(board: Board, period: Period) -> Group:
    flows = board.activity.flows(period)
    return {"lapsed": flows.lapsed, "retained": flows.retained}


def _movers(board: Board, period: Period) -> Group:
    before, after = board.revenue(reference(period)), board.revenue(period)
    had = before > 0
    return {
        "gone": had & (after <= 0),
        "less": had & (after > 0) & (after < before),
        "more": had & (after > before),
    }


def _second_groups(board: Board, period: Period) -> Group:
    cohort, again = board.activity.second_orders(period)
    return {"not_again": cohort & ~again, "again": again}


def _repeat_groups(board: Board, period: Period) -> Group:
    bought, again = bought_again(board, period)
    return {"once": bought & ~again, "again": again}


def _prospect_groups(board: Board, period: Period) -> Group:
    ids, ordered = prospect_cohort(board, period)
    return {"not_ordered": ids[~ordered], "ordered": ids[ordered]}


def _deal_groups(board: Board, period: Period) -> Group:
    closed = closed_deals(board, period)
    return {
        status: closed["client_id"][closed["status"] == status].drop_duplicates().to_numpy(np.int64)
        for status in ("lost", "won")
    }


def _score_groups(kind: str, **bounds: tuple[int, int]) -> Callable[[Board, Period], Group]:
    def groups(board: Board, period: Period) -> Group:
        answers = answers_in(board, period, kind)
        return {
            name: answers["client_id"][answers["score"].between(*between)].to_numpy(np.int64)
            for name, between in bounds.items()
        }

    return groups


def _touch_groups(board: Board, period: Period) -> Group:
    here, touched = reached(board, period)
    return {"untouched": here & ~touched, "touched": touched}


def _one(name: str, pick: Callable[[Board, Period], Mask]) -> Callable[[Board, Period], Group]:
    return lambda board, period: {name: pick(board, period)}


_NPS = _score_groups("nps", critics=(0, 6), passives=(7, 8), fans=(9, 10))
_CSAT = _score_groups("csat", unhappy=(1, 3), happy=(4, 5))
_GROUPS: dict[str, Callable[[Board, Period], Group]] = {
    "revenue": _buyers,
    "margin": _buyers,
    "orders": _buyers,
    "order_value": _buyers,
    "active": _one("active", active),
    "new": _one("new", new),
    "reactivated": _one("reactivated", reactivated),
    "lost": _one("lapsed", lapsed),
    "retention": _stayers,
    "churn": _stayers,
    "nrr": _movers,
    "grr": _movers,
    "second_order": _second_groups,
    "repeat": _repeat_groups,
    "tenure": _one("active", active),
    "conversion": _prospect_groups,
    "win_rate": _deal_groups,
    "nps": _NPS,
    "nps_weighted": _NPS,
    "csat": _CSAT,
    "csat_weighted": _CSAT,
    "touches": _touch_groups,
    "coverage": _touch_groups,
    "response": _touch_groups,
}
