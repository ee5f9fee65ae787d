"""The revenue of the next three months, by whichever simple method was least wrong so far, and how wrong it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.movement import Z_80
from portfolio_app.analysis.periods import day_number, first_of, last_of, month_number

Amounts = NDArray[np.float64]
AHEAD = 3
"""Months looked ahead."""
FEWEST_TESTS = 4
MOST_TESTS = 12
LARGEST_ERROR = 0.60
LEAST_SPREAD = 0.10
_SMOOTHING = 0.3
_TREND = (0.5, 2.0)


def _last_three(past: Amounts) -> Amounts:
    return np.full(AHEAD, past[-3:].mean())


def _smoothed(past: Amounts) -> Amounts:
    level = past[:3].mean()
    for amount in past[3:]:
        level += _SMOOTHING * (amount - level)
    return np.full(AHEAD, level)


def _last_year(past: Amounts) -> Amounts:
    return past[-12 : -12 + AHEAD].copy()


def _last_twelve(past: Amounts) -> Amounts:
    return np.full(AHEAD, past[-12:].mean())


def _seasonal_trend(past: Amounts) -> Amounts:
    year, before = past[-12:].sum(), past[-24:-12].sum()
    growth = year / before if before > 0 else 1.0
    return _last_year(past) * min(max(growth, _TREND[0]), _TREND[1])


METHODS: dict[str, tuple[int, Callable[[Amounts], Amounts]]] = {
    "last_year": (12, _last_year),
    "last_three": (3, _last_three),
    "last_twelve": (12, _last_twelve),
    "smoothed": (4, _smoothed),
    "seasonal_trend": (24, _seasonal_trend),
}
"""By code: the months of history it needs, and how it is worked out. The simplest comes first: it wins ties.

last_year: the same months a year before, the seasonal naive forecast; last_three: the mean of the last three months;
last_twelve: that of the last twelve; smoothed: exponential smoothing (0.3); seasonal_trend: the same months a year
before, times the last twelve months over the twelve before (0.5 to 2).
"""


@dataclass(frozen=True)
class BackTest:
    """What would have been forecast of the three months from `start` on, and what came. Amounts over the three.

    `low`, `high`: the 80 % interval that goes with errors like those of all the tests.
    """

    start: date
    forecast: float
    low: float
    high: float
    naive: float
    actual: float
    months: tuple[float, ...]


@dataclass(frozen=True)
class Forecast:
    """The next three months after the last whole one. Amounts in money units.

    `history`: (first day, amount) of the whole months; `months`: (first day, forecast, low, high) of the next
    three; `total`, `low`, `high`: their sum and its 80 % interval; `naive`: the seasonal naive forecast, or the mean
    of the last three months where history is too short to test it (`naive_method`). `method`: the one chosen;
    `errors`: by method the mean absolute error over the tests, as a fraction of what came; `tests`: of the method
    chosen, the oldest first. `running`: what the current month has so far. `why` there is none: "short" (fewer than
    nine whole months, which make four tests), "silent" (nothing in the last three months), "bad_back_test" (wrong
    by more than 60 %), else "".
    """

    why: str
    history: tuple[tuple[date, float], ...] = field(repr=False, default=())
    months: tuple[tuple[date, float, float, float], ...] = ()
    total: float = 0.0
    low: float = 0.0
    high: float = 0.0
    naive: float = 0.0
    naive_method: str = ""
    method: str = ""
    errors: dict[str, float] = field(default_factory=dict)
    tests: tuple[BackTest, ...] = field(repr=False, default=())
    running: float | None = None

    @property
    def error(self) -> float | None:
        """How wrong the method chosen was."""
        return self.errors.get(self.method)


def monthly(facts: SaleFacts, as_of: date) -> tuple[int, Amounts, float | None]:
    """(number of the first month, amounts of the whole months up to a day, what the current month has so far)."""
    today = day_number(as_of)
    past = facts.day <= today
    is_whole = last_of(month_number(as_of)) == as_of
    if not past.any():
        return month_number(as_of), np.zeros(0), None
    months = facts.day[past].astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1970 * 12
    first = int(months.min())
    # Whole money units, added up as such: floats would lose the last digits of a large book.
    sums = np.zeros(month_number(as_of) - first + 1, dtype=np.int64)
    np.add.at(sums, months - first, facts.amount[past])
    amounts = sums.astype(np.float64)
    return (first, amounts, None) if is_whole else (first, amounts[:-1], float(amounts[-1]))


def revenue_forecast(facts: SaleFacts, as_of: date) -> Forecast:
    """The forecast as of a day. Methods are compared on the same tests, the last twelve that all of them have."""
    first, past, running = monthly(facts, as_of)
    history = tuple((first_of(first + place), float(amount)) for place, amount in enumerate(past))
    usable, origins = _comparable(len(past))
    if not origins:
        return Forecast("short", history, running=running)
    errors = {code: _error(past, origins, METHODS[code][1]) for code in usable}
    method = min(errors, key=lambda code: errors[code])
    plain = "last_year" if "last_year" in usable else "last_three"
    naive = METHODS[plain][1]
    tests = _tests(past, origins, first, METHODS[method][1], naive)
    found = {
        "naive_method": plain,
        "history": history,
        "errors": errors,
        "method": method,
        "tests": tests,
        "running": running,
    }
    if not past[-AHEAD:].any():
        return Forecast("silent", **found)  # type: ignore[arg-type]
    if not errors[method] <= LARGEST_ERROR:
        return Forecast("bad_back_test", **found)  # type: ignore[arg-type]
    ahead = METHODS[method][1](past)
    total = float(ahead.sum())
    low, high = _range(total, [test.forecast for test in tests], [test.actual for test in tests])
    made = [amount for test in tests for amount in test.months]
    came = [float(each) for origin in origins for each in past[origin : origin + AHEAD]]
    ranges = [_range(float(amount), made, came) for amount in ahead]
    return Forecast(
        why="",
        months=tuple(
            (first_of(first + len(past) + place), float(amount), *ranges[place])
            for place, amount in enumerate(ahead)
        ),
        total=total,
        low=low,
        high=high,
        naive=float(naive(past).sum()),
        **found,  # type: ignore[arg-type]
    )


def _comparable(length: int) -> tuple[list[str], list[int]]:
    """The methods that can be tested often enough, and the tests that all of these have."""
    usable = [code for code, (need, _) in METHODS.items() if length - AHEAD - need + 1 >= FEWEST_TESTS]
    if not usable:
        return [], []
    need = max(METHODS[code][0] for code in usable)
    return usable, list(range(max(need, length - AHEAD - MOST_TESTS + 1), length - AHEAD + 1))


def _error(past: Amounts, origins: list[int], method: Callable[[Amounts], Amounts]) -> float:
    """Mean absolute error of the three months' sum over the mean of what came; infinite when nothing came."""
    wrong = sum(abs(method(past[:at]).sum() - past[at : at + AHEAD].sum()) for at in origins)
    came = sum(abs(past[at : at + AHEAD].sum()) for at in origins)
    return float(wrong / came) if came > 0 else float("inf")


def _tests(
    past: Amounts,
    origins: list[int],
    first: int,
    method: Callable[[Amounts], Amounts],
    naive: Callable[[Amounts], Amounts],
) -> tuple[BackTest, ...]:
    made = [method(past[:origin]) for origin in origins]
    sums = [float(each.sum()) for each in made]
    came = [float(past[origin : origin + AHEAD].sum()) for origin in origins]
    found = []
    for place, origin in enumerate(origins):
        low, high = _range(sums[place], sums, came)
        usual = float(naive(past[:origin]).sum())
        months = tuple(made[place].tolist())
        found.append(BackTest(first_of(first + origin), sums[place], low, high, usual, came[place], months))
    return tuple(found)


def _range(amount: float, made: list[float], came: list[float]) -> tuple[float, float]:
    """The 80 % interval about a forecast, as wide as the tests were wrong, and never less than 10 % either way.

    On a logarithmic scale where all amounts are above zero.
    """
    forecast, actual = np.array(made), np.array(came)
    if amount > 0 and (forecast > 0).all() and (actual > 0).all():
        spread = max(LEAST_SPREAD, float(np.sqrt(np.mean(np.log(actual / forecast) ** 2))))
        return amount * float(np.exp(-Z_80 * spread)), amount * float(np.exp(Z_80 * spread))
    half = Z_80 * max(LEAST_SPREAD * abs(amount), float(np.sqrt(np.mean((actual - forecast) ** 2))))
    return amount - half, amount + half
