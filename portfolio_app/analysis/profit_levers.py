"""What would turn a client that costs more than it brings: levers, each with the amount it is worth.

Every lever is taken as far as it is needed and no further than is realistic: prices up by a tenth, half of the
visits, of the hours, of the deliveries. Amounts in money units, of the window of the statement.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from portfolio_app.analysis.frames import Costs
from portfolio_app.analysis.profit import Statement

LeverCode = Literal["price", "discount", "visits", "orders", "time", "late"]
VerdictCode = Literal["strategic", "new", "returned", "below_cost", "reachable", "out_of_reach"]
HIGHEST_RISE = 0.10
"""No lever asks for prices higher by more than that."""
_STEP = 200
"""Prices rise by steps of half a per cent."""
_QUARTER = 15


@dataclass(frozen=True)
class Lever:
    """One thing to change. `amount`: what it brings in the window, in money units.

    `change`: price: the rise, a fraction; visits: how many fewer; orders: how many fewer deliveries; time: how many
    minutes less. `target`: orders: what an order must come to at least for as much revenue, in money units.
    `suffices`: whether it alone brings the result to zero.
    """

    code: LeverCode
    amount: int
    change: float = 0.0
    target: int = 0
    suffices: bool = False


@dataclass(frozen=True)
class Verdict:
    """What to make of a client with a result below zero, and the levers, the largest first.

    strategic: kept on purpose, for its strategic role; new: it cost more only because it was won in the window;
    returned: it gave back more than it bought; below_cost: what is sold to it costs more than it pays;
    reachable: the levers together bring it to zero; out_of_reach: they do not.
    """

    code: VerdictCode
    levers: tuple[Lever, ...]

    @property
    def amount(self) -> int:
        """What all levers bring together."""
        return sum(lever.amount for lever in self.levers)


def verdict(
    statement: Statement, costs: Costs, visit_km: float | None, strategic_role: str
) -> Verdict | None:
    """What to make of a client; None where its result is not below zero, or not known."""
    result = statement.result
    if result is None or result >= 0:
        return None
    found = levers(statement, costs, visit_km)
    if strategic_role:
        return Verdict("strategic", found)
    if result + statement.acquisition >= 0:
        return Verdict("new", found)
    if statement.revenue < 0:
        return Verdict("returned", found)
    if statement.margin < 0:
        return Verdict("below_cost", found)
    enough = sum(lever.amount for lever in found) + result >= 0
    return Verdict("reachable" if enough else "out_of_reach", found)


def levers(statement: Statement, costs: Costs, visit_km: float | None) -> tuple[Lever, ...]:
    """The levers there are for a client with a result below zero, the largest amount first."""
    need = -(statement.result or 0)
    if need <= 0:
        return ()
    found = [
        _price(statement, need),
        Lever("discount", statement.discounts),
        _visits(statement, costs, visit_km, need),
        _orders(statement, costs, need),
        _time(statement, costs, need),
        Lever("late", statement.late),
    ]
    told = [_judged(lever, need) for lever in found if lever is not None and lever.amount > 0]
    return tuple(sorted(told, key=lambda lever: -lever.amount))


def _judged(lever: Lever, need: int) -> Lever:
    return Lever(lever.code, lever.amount, lever.change, lever.target, lever.amount >= need)


def _price(statement: Statement, need: int) -> Lever | None:
    if statement.revenue <= 0:
        return None
    steps = -(-need * _STEP // statement.revenue)
    rise = min(steps / _STEP, HIGHEST_RISE)
    return Lever("price", round(rise * statement.revenue), rise)


def _visits(statement: Statement, costs: Costs, visit_km: float | None, need: int) -> Lever | None:
    """Fewer visits; a lone one may become a call."""
    each = (costs.per_visit or 0) + round((visit_km or 0) * (costs.per_km or 0))
    if not statement.journeys or each <= 0:
        return None
    most = max(1, statement.journeys // 2)
    fewer = min(-(-need // each), most)
    return Lever("visits", fewer * each, fewer)


def _orders(statement: Statement, costs: Costs, need: int) -> Lever | None:
    """As much revenue in fewer deliveries: a minimum order."""
    each = costs.per_order or 0
    if statement.orders < 2 or each <= 0 or statement.revenue <= 0:
        return None
    fewer = min(-(-need // each), statement.orders // 2)
    return Lever("orders", fewer * each, fewer, round(statement.revenue / (statement.orders - fewer)))


def _time(statement: Statement, costs: Costs, need: int) -> Lever | None:
    each = costs.per_hour or 0
    if statement.minutes < 2 * _QUARTER or each <= 0:
        return None
    wanted = -(-need * 60 // (each * _QUARTER)) * _QUARTER
    less = min(wanted, statement.minutes // 2 // _QUARTER * _QUARTER)
    return Lever("time", round(less * each / 60), less)
