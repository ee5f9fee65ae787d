"""The indicators of a book: what they are, their course over the months, and their traffic lights."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from portfolio_app.analysis.kpi_board import NOTHING, Board, Reading, reference
from portfolio_app.analysis.kpi_readings import READ
from portfolio_app.analysis.periods import Period
from portfolio_app.analysis.revenue_bridge import TOLERANCE

Unit = Literal["money", "count", "rate", "ratio", "score", "years"]
TREND_MONTHS = 24
YEAR = 365.25
SUMS = frozenset({"revenue", "margin", "orders", "new", "reactivated", "lost", "touches"})
"""Indicators that add up over time: their targets are for a year."""


@dataclass(frozen=True)
class Indicator:
    """What an indicator is: `better` high or low, "" where neither is; `pace`: it rests on H, so that its last H
    days are provisional."""

    code: str
    group: str
    unit: Unit
    better: Literal["high", "low", ""]
    pace: bool = False


INDICATORS: dict[str, Indicator] = {
    each.code: each
    for each in (
        Indicator("revenue", "sales", "money", "high"),
        Indicator("margin", "sales", "money", "high"),
        Indicator("orders", "sales", "count", "high"),
        Indicator("order_value", "sales", "money", "high"),
        Indicator("active", "clients", "count", "high", True),
        Indicator("new", "clients", "count", "high"),
        Indicator("reactivated", "clients", "count", "high", True),
        Indicator("lost", "clients", "count", "low", True),
        Indicator("retention", "loyalty", "rate", "high", True),
        Indicator("churn", "loyalty", "rate", "low", True),
        Indicator("nrr", "loyalty", "ratio", "high"),
        Indicator("grr", "loyalty", "ratio", "high"),
        Indicator("second_order", "loyalty", "rate", "high"),
        Indicator("repeat", "loyalty", "rate", "high"),
        Indicator("tenure", "loyalty", "years", "high", True),
        Indicator("conversion", "winning", "rate", "high"),
        Indicator("win_rate", "winning", "rate", "high"),
        Indicator("nps", "satisfaction", "score", "high"),
        Indicator("nps_weighted", "satisfaction", "score", "high"),
        Indicator("csat", "satisfaction", "rate", "high"),
        Indicator("csat_weighted", "satisfaction", "ratio", "high"),
        Indicator("touches", "activity", "count", ""),
        Indicator("coverage", "activity", "rate", "high"),
        Indicator("response", "activity", "rate", "high"),
    )
}
"""In the order shown. `rate`: a part of a whole, with an interval; `ratio`: of amounts, which has none."""


def read(board: Board, code: str, period: Period) -> Reading:
    """One indicator over a period; revenue kept only where the history covers what it is measured against.

    Raises KeyError for an unknown code.
    """
    if code in ("nrr", "grr") and not covers(board, code, period):
        return NOTHING
    return READ[code](board, period)


def trend_ends(period: Period, months: int = TREND_MONTHS) -> list[Period]:
    """The period, and as many less one before it, a month apart, the oldest first."""
    return [period.moved(-back) for back in range(months - 1, -1, -1)]


def course(board: Board, period: Period, codes: Collection[str], months: int = TREND_MONTHS) -> pd.DataFrame:
    """One row per month of the course: end, and of each code value, low, high, of (NaN: nothing to go by).

    Periods that begin before the book knows anything say nothing (NaN): a part of a year is no bad year.
    """
    rows = []
    for each in trend_ends(period, months):
        row: dict[str, object] = {"end": each.end}
        for code in codes:
            found = READ[code](board, each) if covers(board, code, each) else NOTHING
            row |= {
                code: found.value,
                f"{code}_low": found.low,
                f"{code}_high": found.high,
                f"{code}_of": found.of,
            }
        rows.append(row)
    table = pd.DataFrame(rows)
    table["end"] = pd.to_datetime(table["end"])
    figures = [name for name in table if name != "end"]
    return table.astype(dict.fromkeys(figures, "float64"))


def covers(board: Board, code: str, period: Period) -> bool:
    """Whether what the book knows goes back far enough for an indicator over a period, give or take a month."""
    of = {"activity": "touch", "winning": "", "satisfaction": ""}.get(INDICATORS[code].group, "sale")
    if not of:
        return True
    begun = board.begins(of)
    if begun is None:
        return False
    needed = reference(period).after if code in ("nrr", "grr") else period.after
    if code == "new":
        needed = period.after - board.window
    if code in ("active", "tenure"):
        needed = period.until - board.window
    return bool(begun <= needed + TOLERANCE)


def is_chance(one: Reading, other: Reading) -> bool:
    """Whether two rates differ by no more than chance does four times out of five."""
    if one.low is None or other.low is None or one.high is None or other.high is None:
        return False
    if one.value is None or other.value is None:
        return False
    apart = math.hypot(one.high - one.low, other.high - other.low) / 2
    return abs(one.value - other.value) <= apart


def scaled_target(code: str, target: tuple[float, float], days: int) -> tuple[float, float]:
    """A target as it is for a period of so many days; what is counted, and who stays, is aimed at for a year."""
    years = days / YEAR
    if code in SUMS:
        return target[0] * years, target[1] * years
    if code == "retention":
        return _kept_over(target[0], years), _kept_over(target[1], years)
    if code == "churn":
        return 1 - _kept_over(1 - target[0], years), 1 - _kept_over(1 - target[1], years)
    return target


def _kept_over(rate: float, years: float) -> float:
    return float(min(max(rate, 0.0), 1.0) ** years)


def light(value: float | None, target: tuple[float, float] | None) -> Literal["good", "warn", "bad", ""]:
    """The traffic light of a value: `target` is (aimed at, still acceptable); aimed at less means less is better."""
    if value is None or target is None:
        return ""
    aimed, acceptable = target
    sign = 1 if aimed >= acceptable else -1
    if sign * value >= sign * aimed:
        return "good"
    return "warn" if sign * value >= sign * acceptable else "bad"
