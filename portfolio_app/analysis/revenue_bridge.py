"""What really moved between two periods: from the revenue of the first to that of the second, client by client."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from portfolio_app.analysis.by_client import Integers
from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.periods import Period
from portfolio_app.analysis.retention import Activity, Mask

STEPS = ("lost", "contraction", "expansion", "reactivated", "new", "other")
"""In the order in which the bridge is walked."""
TOLERANCE = 31
"""Days by which a history may begin later than the period asked about."""


@dataclass(frozen=True)
class Bridge:
    """From the revenue `before` to that `after` (money units): before + the sum of `amounts` = after.

    By step of `STEPS` the amount and `clients` (ids, those that weigh most first). lost: revenue in the first
    period only; contraction, expansion: in both, less or more; reactivated, new: in the second only, with the
    first order before the end of the first period or after it; other: returns of clients that had revenue in
    neither. `nrr`: revenue in the second of the clients of the first over theirs in the first; `grr`: the same
    without what grew; None where the first period has no revenue, the periods are not equally long
    (`is_comparable`) or the book begins more than a month after the first does (`is_covered`). Clients of a period
    are those whose net revenue in it is above zero.
    """

    first: Period
    second: Period
    before: int
    after: int
    amounts: dict[str, int]
    clients: dict[str, tuple[int, ...]] = field(repr=False)
    nrr: float | None
    grr: float | None
    logo_retention: float | None
    is_comparable: bool
    is_covered: bool


def revenue_of(facts: SaleFacts, period: Period) -> Integers:
    """Each client's net revenue in a period."""
    ends = facts.lines.until(facts.day, period.until)
    starts = facts.lines.until(facts.day, period.after)
    total: Integers = facts.sums["revenue"][ends] - facts.sums["revenue"][starts]
    return total


def kept(before: Integers, after: Integers) -> tuple[float | None, float | None]:
    """(NRR, GRR) of two periods from each client's revenue in them; None without revenue in the first."""
    mine = before > 0
    base = float(before[mine].sum())
    if base <= 0:
        return None, None
    return float(after[mine].sum()) / base, float(np.minimum(after, before)[mine].sum()) / base


def is_comparable(first: Period, second: Period) -> bool:
    """Whether two periods are equally long: as many whole months, or days (a year may have one day more)."""
    if first.months or second.months:
        return first.months == second.months
    return abs(first.days - second.days) <= (1 if min(first.days, second.days) > 300 else 0)


def bridge(activity: Activity, first: Period, second: Period) -> Bridge:
    """The bridge from one period to a later one."""
    facts = activity.facts
    before, after = revenue_of(facts, first), revenue_of(facts, second)
    change = after - before
    steps = _steps(before, after, activity.known_since() > first.until)
    is_alike = is_comparable(first, second)
    is_covered = bool(len(facts.day)) and bool(facts.day.min() <= first.after + TOLERANCE)
    nrr, grr = kept(before, after) if is_alike and is_covered else (None, None)
    mine = int((before > 0).sum())
    stayed = int(((before > 0) & (after > 0)).sum())
    return Bridge(
        first=first,
        second=second,
        before=int(before.sum()),
        after=int(after.sum()),
        amounts={name: int(change[mask].sum()) for name, mask in steps.items()},
        clients={name: _largest(facts, mask, change) for name, mask in steps.items()},
        nrr=nrr,
        grr=grr,
        logo_retention=stayed / mine if mine and is_alike and is_covered else None,
        is_comparable=is_alike,
        is_covered=is_covered,
    )


def _steps(before: Integers, after: Integers, is_new: Mask) -> dict[str, Mask]:
    had, has = before > 0, after > 0
    return {
        "lost": had & ~has,
        "contraction": had & has & (after < before),
        "expansion": had & has & (after > before),
        "reactivated": ~had & has & ~is_new,
        "new": ~had & has & is_new,
        "other": ~had & ~has & (after != before),
    }


def _largest(facts: SaleFacts, mask: Mask, change: Integers) -> tuple[int, ...]:
    chosen = np.flatnonzero(mask)
    order = chosen[np.argsort(-np.abs(change[chosen]), kind="stable")]
    return tuple(facts.clients[order].tolist())
