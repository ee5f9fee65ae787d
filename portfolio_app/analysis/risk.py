"""What may go wrong with each client, on four axes that are never added up: each sign by a rule that can be told.

Dependency: too large a part of the revenue comes from one. Cost: serving it takes more than it leaves. Instability: it
may stop buying, or buy less. Insolvency: it may not pay.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from portfolio_app.analysis.columns import LATE, VERY_LATE
from portfolio_app.analysis.dependency import AtRisk
from portfolio_app.analysis.frames import DATE, days_of
from portfolio_app.analysis.indicators import Aligned

Axis = Literal["dependency", "cost", "instability", "insolvency"]
AXES: tuple[Axis, ...] = get_args(Axis)
NONE, WATCH, ALARM = 0, 1, 2
"""How strong a sign is, and an axis: as its strongest sign."""
SIGNS: dict[str, Axis] = {
    "share": "dependency",
    "loss": "cost",
    "below_cost": "cost",
    "thin": "cost",
    "effort": "cost",
    "returns": "cost",
    "rhythm": "instability",
    "falling": "instability",
    "complaint": "instability",
    "satisfaction": "instability",
    "price": "instability",
    "announced": "insolvency",
    "overdue": "insolvency",
    "slow": "insolvency",
}
"""The signs and the axis each belongs to, in the order they are told."""
FLAGS = ("dissatisfied", "unfaithful", "insolvent")
"""What makes a client's loyalty doubtful: three facts, each by itself."""
_FORMER, _HIGH = "former", "high"
_EVEN = 0.5
_DRAWS, _SEED, _DRAWN = 4_000, 20_260_101, 300
_TAIL = (10.0, 90.0)


@dataclass(frozen=True)
class Limits:
    """From where on a sign is watched, and from where on it is an alarm, where there are two.

    share: of the revenue of 12 months. chance: of a silence that long in a client still active, and `silences` (own
    gaps) where no chance is known. fall: of the revenue against the 12 months before, with at least `orders` orders
    then; `luck`: the chance below which fewer orders are no chance any more. complaint_days: until a complaint is to be
    resolved. nps, csat: the best of the bad answers. overdue_days: of the oldest unpaid line;
    delay_days: how late on average. served: part of the margin that serving takes. effort: how many times the part of
    the revenue the part of the time is, from so many minutes on. returns: of what was sold.
    """

    share: tuple[float, float] = (0.10, 0.25)
    chance: tuple[float, float] = (LATE, VERY_LATE)
    silences: tuple[float, float] = (2.0, 3.0)
    fall: tuple[float, float] = (0.25, 0.50)
    orders: int = 3
    luck: float = 0.10
    complaint_days: int = 7
    nps: int = 6
    csat: int = 2
    overdue_days: tuple[int, int] = (30, 60)
    delay_days: int = 30
    served: float = 0.50
    effort: float = 3.0
    effort_minutes: int = 300
    returns: tuple[float, float] = (0.10, 0.30)


def risk_table(
    table: pd.DataFrame, rhythm: pd.DataFrame, surveys: pd.DataFrame, as_of: date, limits: Limits
) -> pd.DataFrame:
    """One row per client of the per-client table (`metrics` of 12 months), indexed as it is:

    - <axis> (int8): 0 none, 1 watch, 2 alarm, the strongest of its signs; sign_<code> (int8): each sign
    - stake: revenue of the window or, without an order in it, of the window before; 0 if not above zero
    - at_risk: stake x (1 - p_active); NaN where p_active is
    - loss: what the client cost in the window beyond its margin; owed: what is overdue, or all that is unpaid once
      insolvency is announced. Money units, 0 where there is none
    - exposed: the largest of at_risk (of those with a sign of dependency or instability; the stake where no chance is
      known), loss and owed. To order a list by, never a score: the four are not added up
    - dissatisfied, unfaithful, insolvent (bool): the three flags of loyalty
    - shielded (bool): has a strategic role, so no advice to let go
    - late_on: since when the silence is unusual; answered_on: day of the bad answer. NaT where there is none

    `rhythm` and `surveys` as `BookFrames` has them. A former client can only fail to pay; one who bought nothing for
    24 months is past being unstable.
    """
    here = table["status"].to_numpy(dtype=object) != _FORMER
    bought = np.where(
        _numbers(table, "orders_window") > 0,
        _numbers(table, "revenue_window"),
        _numbers(table, "revenue_previous"),
    )
    stake = np.where(here, np.maximum(bought, 0.0), 0.0)
    signs = (
        _dependency(table, here, limits)
        | _cost(table, here, limits)
        | _instability(table, here & (stake > 0), as_of, limits)
        | _insolvency(table, limits)
    )
    levels: dict[str, NDArray[np.int8]] = {
        axis: np.maximum.reduce([signs[code] for code, of in SIGNS.items() if of == axis]) for axis in AXES
    }
    amounts = _amounts(table, stake, here)
    revenue_in_doubt = (levels["dependency"] > 0) | (levels["instability"] > 0)
    doubted = np.where(np.isnan(amounts["at_risk"]), stake, amounts["at_risk"])
    exposed = np.maximum(
        np.where(revenue_in_doubt, doubted, 0.0), np.maximum(amounts["loss"], amounts["owed"])
    )
    exposed = np.where(np.maximum.reduce(list(levels.values())) > 0, exposed, 0.0)
    made: dict[str, Any] = {**levels, **{f"sign_{code}": signs[code] for code in SIGNS}}
    made |= amounts | {"exposed": exposed, "p_active": _chance_active(table)}
    made |= _flags(signs, _halved(table, limits) & here & (stake > 0)) | {
        "shielded": table["strategic_role"].to_numpy(dtype=object) != ""
    }
    ids = table.index.to_numpy(np.int64)
    made["late_on"] = np.where(
        signs["rhythm"] > 0, Aligned(ids, rhythm).dates("overdue_on"), np.datetime64("NaT")
    )
    made["answered_on"] = _answered(ids, surveys, as_of, limits)
    return pd.DataFrame(made, index=table.index, copy=False)


def at_risk_range(found: AtRisk) -> tuple[float, float] | None:
    """The 80 % range of what is lost within 12 months (money units), each client going or staying by itself.

    Of 4,000 drawn futures, always the same ones, for the 300 clients that move it most, and of the normal law for the
    others. It knows of no season and of no clients who go together. None where no chance is known.
    """
    if not len(found.table):
        return None
    worth = found.table["amount"].to_numpy(np.float64)
    lost = 1.0 - found.table["p_active"].to_numpy(np.float64)
    variance = worth**2 * lost * (1.0 - lost)
    by_weight = np.argsort(-variance, kind="stable")
    first, rest = by_weight[:_DRAWN], by_weight[_DRAWN:]
    random = np.random.default_rng(_SEED)
    drawn = (random.random((_DRAWS, len(first))) < lost[first]) @ worth[first]
    drawn = drawn + (worth[rest] * lost[rest]).sum()
    drawn = drawn + random.standard_normal(_DRAWS) * float(np.sqrt(variance[rest].sum()))
    low, high = np.percentile(drawn, _TAIL)
    return max(0.0, float(low)), min(float(worth.sum()), float(high))


def unknown(table: pd.DataFrame) -> dict[Axis, str]:
    """What cannot be told of the whole book, and why: "no_revenue", "no_costs", "no_history", "no_due_dates".

    An axis that is not in it can be told, at least in part.
    """
    found: dict[Axis, str] = {}
    if not float(_numbers(table, "revenue_window").sum()) > 0:
        found["dependency"] = "no_revenue"
    noted = (_numbers(table, "margin_known_window") != 0) | (_numbers(table, "minutes_window") > 0)
    if not (noted | (_numbers(table, "returns_rate") > 0)).any():
        found["cost"] = "no_costs"
    if not (table["p_overdue"].notna() | (_numbers(table, "complaints") > 0)).any():
        found["instability"] = "no_history"
    due = table["unpaid"].notna() | table["payment_delay_days"].notna() | table["insolvency_on"].notna()
    if not due.any():
        found["insolvency"] = "no_due_dates"
    return found


Levels = dict[str, NDArray[np.int8]]


def _level(watch: NDArray[np.bool_], alarm: NDArray[np.bool_] | None = None) -> NDArray[np.int8]:
    level = watch.astype(np.int8)
    return level if alarm is None else np.where(alarm, np.int8(ALARM), level)


def _numbers(table: pd.DataFrame, name: str) -> NDArray[np.float64]:
    return table[name].to_numpy(dtype=np.float64, na_value=np.nan)


def _chance_active(table: pd.DataFrame) -> NDArray[np.float64]:
    former = table["status"].to_numpy(dtype=object) == _FORMER
    return np.where(former, np.nan, _numbers(table, "p_active"))


def _dependency(table: pd.DataFrame, here: NDArray[np.bool_], limits: Limits) -> Levels:
    share = _numbers(table, "share")
    watch, alarm = limits.share
    return {"share": _level(here & (share >= watch), here & (share >= alarm))}


def _cost(table: pd.DataFrame, here: NDArray[np.bool_], limits: Limits) -> Levels:
    result, margin, served = (
        _numbers(table, name) for name in ("net_result_window", "margin_window", "cost_to_serve_window")
    )
    returns = _numbers(table, "returns_rate")
    minutes, share = _numbers(table, "minutes_window"), _numbers(table, "share")
    below_cost = here & (margin < 0)
    # What prospects cost is the price of winning them, not of serving them.
    bought = _numbers(table, "orders") > 0
    loss = here & bought & (result < 0) & ~below_cost
    thin = here & (result >= 0) & (margin > 0) & (served >= limits.served * margin)
    # Where an hour has a cost, time is in the result already.
    part = minutes / max(float(minutes.sum()), 1.0)
    takes_time = (minutes >= limits.effort_minutes) & (part >= limits.effort * np.fmax(share, 0))
    effort = here & np.isnan(served) & takes_time & bought
    return {
        "loss": _level(loss, loss),
        "below_cost": _level(below_cost, below_cost),
        "thin": _level(thin),
        "effort": _level(effort),
        "returns": _level(here & (returns >= limits.returns[0]), here & (returns >= limits.returns[1])),
    }


def _instability(table: pd.DataFrame, here: NDArray[np.bool_], as_of: date, limits: Limits) -> Levels:
    chance, late = _numbers(table, "p_overdue"), _numbers(table, "lateness")
    own = np.isnan(chance) & (_numbers(table, "order_days") >= limits.orders)
    rhythm = [here & ((chance < limits.chance[n]) | (own & (late > limits.silences[n]))) for n in range(2)]
    complaints = here & (_numbers(table, "complaints_open") > 0)
    day = np.datetime64(as_of, "D")
    waiting = (day - days_of(table["oldest_open_complaint"])) > np.timedelta64(limits.complaint_days, "D")
    nps, csat = _numbers(table, "nps_last"), _numbers(table, "csat_last")
    return {
        "rhythm": _level(*rhythm),
        "falling": _falling(table, here, limits),
        "complaint": _level(complaints, complaints & waiting),
        "satisfaction": _level(here & ((nps <= limits.nps) | (csat <= limits.csat))),
        "price": _level(here & (table["price_sensitivity"].to_numpy(dtype=object) == _HIGH)),
    }


def _falling(table: pd.DataFrame, here: NDArray[np.bool_], limits: Limits) -> NDArray[np.int8]:
    """Watch: revenue halved, or down by a quarter with fewer orders than chance explains; alarm: halved with those.

    Chance: of as many orders as both windows hold, so few in the second one, were each as likely in either.
    """
    from scipy.stats import binom

    growth = _numbers(table, "growth")
    now, before = _numbers(table, "orders_window"), _numbers(table, "orders_previous")
    down = here & (growth <= -limits.fall[0]) & (before >= limits.orders)
    fewer = np.zeros(len(growth), dtype=bool)
    rows = np.flatnonzero(down)
    fewer[rows] = binom.cdf(now[rows], now[rows] + before[rows], _EVEN) < limits.luck
    halved = _halved(table, limits) & here
    return _level(fewer | halved, fewer & halved)


def _halved(table: pd.DataFrame, limits: Limits) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (_numbers(table, "growth") <= -limits.fall[1]) & (
        _numbers(table, "orders_previous") >= limits.orders
    )
    return found


def _insolvency(table: pd.DataFrame, limits: Limits) -> Levels:
    announced = table["insolvency_on"].notna().to_numpy()
    overdue, delay = _numbers(table, "overdue_days"), _numbers(table, "payment_delay_days")
    watch, alarm = limits.overdue_days
    return {
        "announced": _level(announced, announced),
        "overdue": _level(overdue > watch, overdue > alarm),
        "slow": _level(delay >= limits.delay_days),
    }


def _amounts(
    table: pd.DataFrame, stake: NDArray[np.float64], here: NDArray[np.bool_]
) -> dict[str, NDArray[np.float64]]:
    margin, result = _numbers(table, "margin_window"), _numbers(table, "net_result_window")
    is_served = (_numbers(table, "orders") > 0) & ~np.isnan(result)
    left = np.where(is_served, np.fmin(result, margin), margin)
    announced = table["insolvency_on"].notna().to_numpy()
    owed = np.where(announced, _numbers(table, "unpaid"), _numbers(table, "overdue_amount"))
    return {
        "stake": stake,
        "at_risk": stake * (1.0 - _chance_active(table)),
        "loss": np.where(here, np.maximum(np.nan_to_num(-left), 0.0), 0.0),
        "owed": np.maximum(np.nan_to_num(owed), 0.0),
    }


def _flags(signs: Levels, halved: NDArray[np.bool_]) -> dict[str, NDArray[np.bool_]]:
    return {
        "dissatisfied": (signs["complaint"] > 0) | (signs["satisfaction"] > 0),
        "unfaithful": (signs["rhythm"] > 0) | halved,
        "insolvent": (signs["overdue"] == ALARM) | (signs["announced"] > 0),
    }


def _answered(ids: NDArray[np.int64], surveys: pd.DataFrame, as_of: date, limits: Limits) -> Any:
    """The day of each client's latest bad answer that is the latest of its kind; NaT without one."""
    given = surveys[days_of(surveys["on"]) <= np.datetime64(as_of, "D")]
    last = given.sort_values("on", kind="stable").drop_duplicates(["client_id", "kind"], keep="last")
    score = last["score"].to_numpy(np.float64)
    worst = np.where((last["kind"] == "nps").to_numpy(bool), limits.nps, limits.csat)
    bad = last[score <= worst].drop_duplicates("client_id", keep="last")
    bad = bad.sort_values("client_id")
    return Aligned(ids, bad).dates("on").astype(DATE)
