"""How each indicator is read from the records over a period."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from portfolio_app.analysis.by_client import Integers
from portfolio_app.analysis.frames import days_of
from portfolio_app.analysis.kpi_board import NOTHING, Board, Reading, rate_of, reference
from portfolio_app.analysis.movement import Z_80
from portfolio_app.analysis.periods import Period, named_period
from portfolio_app.analysis.retention import Mask
from portfolio_app.analysis.revenue_bridge import kept

CONVERSION_DAYS = 90
"""Within how many days of becoming known a prospect must order to count as converted."""


def _orders(board: Board, period: Period) -> int:
    ordered = board.records.facts.ordered
    inside = (ordered.day > period.after) & (ordered.day <= period.until) & (ordered.before <= period.after)
    return int(np.count_nonzero(inside))


def _revenue(board: Board, period: Period) -> Reading:
    return Reading(float(board.revenue(period).sum()))


def _margin(board: Board, period: Period) -> Reading:
    known = float(board.sums("known", period).sum())
    if known == 0:
        return NOTHING
    return Reading(
        float(board.sums("margin", period).sum()), part=known, of=float(board.revenue(period).sum())
    )


def _order_count(board: Board, period: Period) -> Reading:
    return Reading(float(_orders(board, period)))


def _order_value(board: Board, period: Period) -> Reading:
    orders = _orders(board, period)
    return Reading(float(board.revenue(period).sum()) / orders, of=float(orders)) if orders else NOTHING


def _count(pick: Callable[[Board, Period], Mask]) -> Callable[[Board, Period], Reading]:
    return lambda board, period: Reading(float(np.count_nonzero(pick(board, period))))


def active(board: Board, period: Period) -> Mask:
    """Who is active at the end."""
    return board.activity.active(period.until)


def new(board: Board, period: Period) -> Mask:
    """Whose first order lies in the period."""
    return board.activity.flows(period).new


def reactivated(board: Board, period: Period) -> Mask:
    """Who is active again."""
    return board.activity.flows(period).reactivated


def lapsed(board: Board, period: Period) -> Mask:
    """Who was active and is no longer."""
    return board.activity.flows(period).lapsed


def _retention(board: Board, period: Period) -> Reading:
    flows = board.activity.flows(period)
    return rate_of(int(flows.retained.sum()), int(flows.before.sum()))


def _churn(board: Board, period: Period) -> Reading:
    flows = board.activity.flows(period)
    return rate_of(int(flows.lapsed.sum()), int(flows.before.sum()))


def _kept(place: int) -> Callable[[Board, Period], Reading]:
    def read(board: Board, period: Period) -> Reading:
        before = board.revenue(reference(period))
        value = kept(before, board.revenue(period))[place]
        return Reading(value, of=float((before > 0).sum()))

    return read


def _second_order(board: Board, period: Period) -> Reading:
    cohort, again = board.activity.second_orders(period)
    return rate_of(int(again.sum()), int(cohort.sum()))


def bought_again(board: Board, period: Period) -> tuple[Mask, Mask]:
    """Who bought in the period, and who of them had bought twice by its end."""
    bought = board.activity.bought(period)
    return bought, bought & (board.activity.nth(1) <= period.until)


def _repeat(board: Board, period: Period) -> Reading:
    bought, again = bought_again(board, period)
    return rate_of(int(again.sum()), int(bought.sum()))


def _tenure(board: Board, period: Period) -> Reading:
    here = active(board, period)
    if not here.any():
        return NOTHING
    years = (period.until - board.activity.known_since()[here]) / 365.25
    return Reading(float(years.mean()), of=float(here.sum()))


def prospect_cohort(board: Board, period: Period) -> tuple[Integers, Mask]:
    """The prospects known since a day in the period moved back by 90 days; and who of them ordered within these."""
    known = board.records.prospects
    since = days_of(known["since"]).astype(np.int64)
    began = days_of(known["began"])
    ids = known["client_id"].to_numpy(np.int64)
    first = board.first_orders()
    was_client = (first <= since) | (~np.isnat(began) & (began.astype(np.int64) <= since))
    inside = (
        (since > period.after - CONVERSION_DAYS) & (since <= period.until - CONVERSION_DAYS) & ~was_client
    )
    return ids[inside], (first - since <= CONVERSION_DAYS)[inside]


def _conversion(board: Board, period: Period) -> Reading:
    ids, ordered = prospect_cohort(board, period)
    return rate_of(int(ordered.sum()), len(ids))


def closed_deals(board: Board, period: Period) -> pd.DataFrame:
    """The deals won or lost in the period."""
    deals = board.records.deals
    day = days_of(deals["closed_on"]).astype(np.int64)
    inside = (day > period.after) & (day <= period.until) & deals["status"].isin(["won", "lost"]).to_numpy()
    return deals[inside]


def _win_rate(board: Board, period: Period) -> Reading:
    closed = closed_deals(board, period)
    return rate_of(int((closed["status"] == "won").sum()), len(closed))


def answers_in(board: Board, period: Period, kind: str) -> pd.DataFrame:
    """The latest answer of each client in the period: client_id, score."""
    day, client, score = board.answers(kind)
    begin, end = np.searchsorted(day, [period.after, period.until], "right")
    # Read backwards, the first of a client is its latest.
    ids, place = np.unique(client[begin:end][::-1], return_index=True)
    return pd.DataFrame({"client_id": ids, "score": score[begin:end][::-1][place]})


def _nps(board: Board, period: Period) -> Reading:
    score = answers_in(board, period, "nps")["score"].to_numpy()
    n = len(score)
    if not n:
        return NOTHING
    fans, critics = int((score >= 9).sum()), int((score <= 6).sum())
    value = (fans - critics) / n
    # Three answers more, spread 1:2:1, keep the interval honest where all answers are alike.
    some, up, down = n + 3, fans + 0.75, critics + 0.75
    middle = (up - down) / some
    half = Z_80 * float(np.sqrt(((up + down) / some - middle**2) / some))
    low, high = max(min(middle - half, value), -1.0), min(max(middle + half, value), 1.0)
    return Reading(100 * value, 100 * low, 100 * high, of=float(n))


def _weights(board: Board, answers: pd.DataFrame, period: Period) -> np.ndarray:
    """The revenue of those who answered, over the twelve months up to the end of the period; none below zero."""
    year = named_period("year", period.end) if period.days < 365 else period
    facts = board.records.facts
    revenue = pd.Series(board.revenue(year), index=facts.clients)
    found: np.ndarray = revenue.reindex(answers["client_id"], fill_value=0).clip(lower=0).to_numpy(float)
    return found


def _nps_weighted(board: Board, period: Period) -> Reading:
    answers = answers_in(board, period, "nps")
    weight = _weights(board, answers, period)
    if not weight.sum() > 0:
        return Reading(None, of=float(len(answers)))
    score = answers["score"].to_numpy()
    mark = (score >= 9).astype(float) - (score <= 6)
    return Reading(100 * float(np.average(mark, weights=weight)), of=float(len(answers)))


def _csat(board: Board, period: Period) -> Reading:
    score = answers_in(board, period, "csat")["score"]
    return rate_of(int((score >= 4).sum()), len(score))


def _csat_weighted(board: Board, period: Period) -> Reading:
    answers = answers_in(board, period, "csat")
    weight = _weights(board, answers, period)
    if not weight.sum() > 0:
        return Reading(None, of=float(len(answers)))
    good = (answers["score"].to_numpy() >= 4).astype(float)
    return Reading(float(np.average(good, weights=weight)), of=float(len(answers)))


def _touched(board: Board, period: Period) -> tuple[Integers, Integers]:
    """How many touches each client of `TouchFacts.clients` had in the period; and how many that are interactions."""
    touches = board.records.touches
    end, begin = board.touch_ends(period.until), board.touch_ends(period.after)
    return end - begin, touches.sums["counted"][end] - touches.sums["counted"][begin]


def _notes_touches(board: Board) -> bool:
    """Whether there is any touch in the book: without one, nothing is known of what was done."""
    return bool(len(board.records.touches.day))


def _touches(board: Board, period: Period) -> Reading:
    return Reading(float(_touched(board, period)[1].sum())) if _notes_touches(board) else NOTHING


def reached(board: Board, period: Period) -> tuple[Mask, Mask]:
    """Of the clients of the facts: who was active at the beginning or the end, and who of them was touched."""
    activity = board.activity
    here = activity.active(period.until) | activity.active(period.after)
    touches = board.records.touches
    ids = touches.clients[_touched(board, period)[0] > 0]
    return here, here & np.isin(board.records.facts.clients, ids)


def _coverage(board: Board, period: Period) -> Reading:
    if not _notes_touches(board):
        return NOTHING
    here, touched = reached(board, period)
    return rate_of(int(touched.sum()), int(here.sum()))


def _response(board: Board, period: Period) -> Reading:
    calls = board.records.calls
    day = days_of(calls["day"]).astype(np.int64)
    inside = (day > period.after) & (day <= period.until)
    known, answered = (int(calls[name].to_numpy()[inside].sum()) for name in ("known", "answered"))
    return rate_of(answered, known)


READ: dict[str, Callable[[Board, Period], Reading]] = {
    "revenue": _revenue,
    "margin": _margin,
    "orders": _order_count,
    "order_value": _order_value,
    "active": _count(active),
    "new": _count(new),
    "reactivated": _count(reactivated),
    "lost": _count(lapsed),
    "retention": _retention,
    "churn": _churn,
    "nrr": _kept(0),
    "grr": _kept(1),
    "second_order": _second_order,
    "repeat": _repeat,
    "tenure": _tenure,
    "conversion": _conversion,
    "win_rate": _win_rate,
    "nps": _nps,
    "nps_weighted": _nps_weighted,
    "csat": _csat,
    "csat_weighted": _csat_weighted,
    "touches": _touches,
    "coverage": _coverage,
    "response": _response,
}
"""By code of an indicator."""
