"""What the program would have forecast on past days, beside what came: how far its forecasts can be trusted."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from portfolio_app.analysis import rhythm
from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.purchase_forecast import expected_orders
from portfolio_app.analysis.purchase_model import Values
from portfolio_app.analysis.purchase_past import Past
from portfolio_app.analysis.value_types import BackTest

TESTS = 2
LEAST_SPREAD = 0.15
"""However well the tests went: nothing is forecast closer than that."""
MISSED = 0.60
_SHARE = 3
_USUAL_SPREAD = 0.25
"""What is assumed of a test that could not be made."""
_Z80 = 1.2815515655446004


@dataclass(frozen=True)
class Tested:
    """The tests, the latest first, and what they say: the standard deviation of the logarithm of what came over
    what was forecast, for orders and for revenue; whether the naive forecast was nearer in all of two; and whether
    what came was so far off that forecasting is refused.
    """

    tests: tuple[BackTest, ...]
    spread: float
    revenue_spread: float
    naive_won: bool
    missed: bool


def back_tests(facts: SaleFacts, amounts: Values, past: Past, horizon_days: int) -> Tested:
    """Two tests on the past: the last third of the history by what came before it, and the third before that.

    A horizon shorter than a third of the history is tested at its own length. What the future differs by grows with
    the root of how far one looks: the spread of a longer horizon is that much wider than the tests'.
    """
    length = min(horizon_days, past.history_days // _SHARE)
    found: list[BackTest] = []
    for number in range(1, TESTS + 1):
        start = past.today - number * length
        test = _test(facts, amounts, start, start + length) if length > 0 else None
        if test is not None:
            found.append(test)
    spread = _spread([(t.actual, t.expected) for t in found])
    revenue = _spread([(t.actual_revenue, t.expected_revenue) for t in found])
    won = len(found) >= TESTS and all(abs(t.naive - t.actual) < abs(t.expected - t.actual) for t in found)
    longer = math.sqrt(max(horizon_days / max(length, 1), 1.0))
    return Tested(_with_ranges(found), longer * spread, longer * max(revenue, spread), won, _missed(found))


def _test(facts: SaleFacts, amounts: Values, start: int, end: int) -> BackTest | None:
    """The forecast on the day `start` of the orders up to `end`; None where none could have been made."""
    pace = rhythm.pace(facts, _day(start))
    past = Past.of(facts, pace, amounts) if pace.model is not None else None
    value = past.order_value() if past is not None else None
    if past is None or pace.model is None or value is None:
        return None
    length = np.array([float(end - start)])
    orders = expected_orders(pace.model, past.histories, past.ahead(length))[:, 0]
    revenue = orders @ value.expected(past.count, past.mean)
    return BackTest(
        start=_day(start),
        end=_day(end),
        expected=float(orders.sum()),
        low=np.nan,
        high=np.nan,
        naive=float(past.repeats_within(start - (end - start), start).sum()),
        actual=float(past.repeats_within(start, end).sum()),
        expected_revenue=float(revenue),
        actual_revenue=past.sum_within(amounts, start, end),
    )


def _spread(pairs: list[tuple[float, float]]) -> float:
    """Root of the mean square of log(came / forecast), counts drawn together by half an order.

    A test that could not be made stands in with the usual error.
    """
    logs = [math.log((came + 0.5) / (forecast + 0.5)) for came, forecast in pairs]
    squares = [log**2 for log in logs] + [_USUAL_SPREAD**2] * (TESTS - len(logs))
    return max(LEAST_SPREAD, math.sqrt(sum(squares) / len(squares)))


def _with_ranges(tests: list[BackTest]) -> tuple[BackTest, ...]:
    """Each with its 80 % interval, widened by how the other tests went, which its forecast knew nothing of."""
    out = []
    for place, test in enumerate(tests):
        others = [(t.actual, t.expected) for other, t in enumerate(tests) if other != place]
        wide = math.sqrt(_spread(others) ** 2 + 1.5 / max(test.expected, 1.0))
        factor = math.exp(_Z80 * wide)
        out.append(replace(test, low=test.expected / factor, high=test.expected * factor))
    return tuple(out)


def _missed(tests: list[BackTest]) -> bool:
    """Whether the tests together are off by more than 60 % of what came, and by more than chance explains."""
    if not tests:
        return False
    came, forecast = sum(t.actual for t in tests), sum(t.expected for t in tests)
    off = abs(forecast - came)
    return off > MISSED * came and off > 2 * math.sqrt(max(forecast, 1.0))


def _day(number: int) -> date:
    return np.datetime64(number, "D").astype(date)
