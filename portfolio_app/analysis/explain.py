"""The smallest change that moves a client to a better segment, and what moves it to a worse one next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from portfolio_app.analysis.segments import SegmentSpec, display_order
from portfolio_app.analysis.what_if import UNIT, Case, WhatIf

_WEEKS = range(7, 365, 7)
"""Days ahead: when to look first."""


@dataclass(frozen=True)
class Move:
    """One change and the segment (code) it leads to, by the rules.

    Upwards, `kind` is what to do today: "order": one more order of at least `amount` (money units, two
    significant digits; None: of any amount); "resolve_complaint": the open ones; "pay": all that is due. Done
    later it leads there too, until the day before `before`; None: for a year at least.

    Downwards, it comes about on the day `on`: "silence": unless there is an order; "pay", "resolve_complaint":
    unless that is done; "time": whichever of these is done.
    """

    kind: Literal["order", "resolve_complaint", "pay", "silence", "time"]
    to: str
    amount: int | None = None
    before: date | None = None
    on: date | None = None


@dataclass(frozen=True)
class Explanation:
    """What moves a client up and down from the segment the rules say today, better being earlier in the display.

    None: nothing single does, or nothing within a year.
    """

    up: Move | None
    down: Move | None


def changes(what_if: WhatIf, segments: Sequence[SegmentSpec]) -> Explanation:
    """What moves the client of `what_if` up and down among its `segments`.

    An amount is looked for among the powers of ten, then digit by digit; a day week by week, then day by day.
    So an amount that does where a larger one of the same digits does not, or a segment that is left again
    within the week, may be missed.
    """
    search = _Search(what_if, display_order(segments))
    return Explanation(search.up(), search.down())


class _Search:
    """Asks for cases many at a time, and for none twice."""

    def __init__(self, what_if: WhatIf, order: dict[str, int]) -> None:
        self._what_if, self._order, self._today = what_if, order, what_if.as_of
        self._known: dict[Case, str] = {}
        powers = [UNIT]
        while powers[-1] < what_if.most:
            powers.append(powers[-1] * 10)
        self._orders = [self._order_of(amount) for amount in powers]
        done: list[Case] = []
        if what_if.has_open_complaint:
            done.append(Case(self._today, "resolve_complaint", self._today))
        if what_if.owes(self._today):
            done.append(Case(self._today, "pay", self._today))
        self._done = done
        now = Case(self._today)
        self._ask([now, *done, *self._orders, *map(Case, self._days(_WEEKS))])
        self._place = self._at(now)
        self._look_closer()

    def _look_closer(self) -> None:
        """Ask in one go for what `up` and `down` will want to know first: a few large rounds are quickest."""
        day = self._first([Case(day) for day in self._days(_WEEKS)], self._worse)
        order = None if self._first(self._done, self._better) else self._first(self._orders, self._better)
        self._ask(
            [
                *([] if day is None else map(Case, self._week_before(day))),
                *([] if order is None else self._digits(order.amount, order.amount // 10)),
            ]
        )

    def _days(self, ahead: Iterable[int]) -> list[date]:
        return [self._today + timedelta(days) for days in ahead]

    def _order_of(self, amount: int) -> Case:
        return Case(self._today, "order", self._today, amount)

    def _ask(self, cases: Sequence[Case]) -> None:
        new = [case for case in dict.fromkeys(cases) if case not in self._known]
        if new:
            self._known |= zip(new, self._what_if.segments(new), strict=True)

    def _at(self, case: Case) -> int:
        """The place in the display of the segment in that case."""
        return self._order[self._known[case]]

    def _first(self, cases: Sequence[Case], is_so: Callable[[int], bool]) -> Case | None:
        """The first of the cases whose segment has such a place."""
        self._ask(cases)
        return next((case for case in cases if is_so(self._at(case))), None)

    def _better(self, place: int) -> bool:
        return place < self._place

    def _worse(self, place: int) -> bool:
        return place > self._place

    def up(self) -> Move | None:
        case = self._first(self._done, self._better) or self._smallest_order()
        if case is None:
            return None
        assert case.event
        reached = self._at(case)
        too_late = self._first_day(
            lambda day: replace(case, day=day, since=day), lambda place: place > reached
        )
        amount = case.amount if case.amount > UNIT else None
        return Move(case.event, self._known[case], amount, before=None if too_late is None else too_late.day)

    def _smallest_order(self) -> Case | None:
        """The smallest order that is enough, of UNIT where any is; None if none worth thinking of is."""

        found = self._first(self._orders, self._better)
        if found is None or found.amount == UNIT:
            return found
        tenth = found.amount // 10
        found = self._first(self._digits(found.amount, tenth), self._better) or found
        step = tenth // 10
        if step >= UNIT:
            cases = [
                self._order_of(amount) for amount in range(found.amount - tenth + step, found.amount, step)
            ]
            found = self._first(cases, self._better) or found
        return found

    def _digits(self, amount: int, tenth: int) -> list[Case]:
        """The orders between a tenth of a power of ten and itself, none below UNIT."""
        return [self._order_of(each) for each in range(2 * tenth, amount, tenth)] if tenth >= UNIT else []

    def down(self) -> Move | None:
        case = self._first_day(Case, self._worse)
        if case is None:
            return None
        on, eve = case.day, case.day - timedelta(1)
        kinds: dict[Case, Literal["silence", "pay", "resolve_complaint"]] = {
            Case(on, "order", eve, self._what_if.usual_order): "silence"
        }
        if self._what_if.owes(eve):
            kinds[Case(on, "pay", eve)] = "pay"
        if self._what_if.has_open_complaint:
            kinds[Case(on, "resolve_complaint", eve)] = "resolve_complaint"
        prevented = self._first(list(kinds), lambda place: not self._worse(place))
        return Move(kinds[prevented] if prevented else "time", self._known[case], on=on)

    def _first_day(self, case_of: Callable[[date], Case], is_so: Callable[[int], bool]) -> Case | None:
        """The case of the first day of the coming year with such a place."""
        found = self._first([case_of(day) for day in self._days(_WEEKS)], is_so)
        if found is None:
            return None
        return self._first([case_of(day) for day in self._week_before(found)], is_so) or found

    def _week_before(self, case: Case) -> list[date]:
        week = (case.day - self._today).days
        return self._days(range(week - _WEEKS.step + 1, week))
