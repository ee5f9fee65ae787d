from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.explain import Explanation, Move, changes
from portfolio_app.analysis.facts import SaleFacts, TouchFacts
from portfolio_app.analysis.frames import BookFrames
from portfolio_app.analysis.indicators import Aligned, Sheet
from portfolio_app.analysis.metrics import metrics
from portfolio_app.analysis.rhythm import pace
from portfolio_app.analysis.rules import metrics_used, parse_rule
from portfolio_app.analysis.segments import BUILT_IN, DEFAULT_SEGMENTS, SegmentSpec, assign, display_order
from portfolio_app.analysis.standing import COMPARED, Standing
from portfolio_app.analysis.what_if import UNIT, Case, Records, WhatIf
from tests.analysis.books import TODAY, book, clients, lines

Row = tuple[Any, ...]


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def touch_rows(*rows: dict[str, Any]) -> pd.DataFrame:
    """Touches as `TouchFacts.from_rows` takes them; client_id and day are required."""
    names = ("minutes", "counted", "visit", "complaint", "resolved_on")
    plain = dict(zip(names, (0, 1, 0, 0, None), strict=True))
    frame = pd.DataFrame([plain | row for row in rows], columns=["client_id", "day", *names])
    return frame.assign(day=pd.to_datetime(frame["day"]), resolved_on=pd.to_datetime(frame["resolved_on"]))


class World:
    """A book as lists of lines and touches, which can be asked on any day for real."""

    def __init__(
        self, names: int, rows: Sequence[Row], *touches: dict[str, Any], as_of: date = TODAY
    ) -> None:
        self.names, self.rows, self.touches, self.as_of = names, list(rows), touches, as_of

    def frames(self, day: date) -> BookFrames:
        touched = TouchFacts.from_rows(touch_rows(*self.touches)).aggregate(day, 365)
        people = clients(*[f"Client {n}" for n in range(1, self.names + 1)])
        return book(people, lines(*self.rows), touched, as_of=day)

    def segment(self, client: int, segments: Sequence[SegmentSpec], day: date, *more: Row) -> str:
        """What the rules really say on that day, with these lines more."""
        world = World(self.names, [*self.rows, *more], *self.touches)
        rules = [parse_rule(segment.rule) for segment in segments if segment.rule is not None]
        return str(
            assign(metrics(world.frames(day), day, only=metrics_used(rules)), segments, day).loc[client]
        )

    def what_if(self, client: int, segments: Sequence[SegmentSpec] = DEFAULT_SEGMENTS) -> WhatIf:
        every, touched = lines(*self.rows), touch_rows(*self.touches)
        records = Records(
            client, every[every["client_id"] == client], touched[touched["client_id"] == client]
        )
        rhythms = pace(SaleFacts.from_lines(every), self.as_of)
        return WhatIf(self.frames(self.as_of), records, segments, self.as_of, rhythms)

    def explain(self, client: int, segments: Sequence[SegmentSpec] = DEFAULT_SEGMENTS) -> Explanation:
        return changes(self.what_if(client, segments), segments)


def two(rule: dict[str, Any]) -> tuple[SegmentSpec, ...]:
    """Good by that rule, or poor."""
    return (
        SegmentSpec("good", rule, 1, 1, "#000000", 1, 2),
        SegmentSpec("poor", None, 2, 2, "#000000", 1, 2),
    )


def at_least(metric: str, value: Any) -> tuple[SegmentSpec, ...]:
    return two({"metric": metric, "op": ">=", "value": value})


def test_the_missing_revenue_by_hand() -> None:
    """240 in the window, 1,000 wanted: 760 more, until the 40 of 20 June 2025 leave on 20 June 2026."""
    world = World(1, [(1, date(2025, 6, 20), "", 40, None), (1, date(2026, 3, 1), "", 200, None)])
    found = world.explain(1, at_least("revenue_window", 1000 * UNIT))
    assert found == Explanation(Move("order", "good", 760 * UNIT, before=date(2026, 6, 20)), None)


@pytest.mark.parametrize(
    ("wanted", "amount"), [(1, None), (2, 2), (10, 10), (11, 11), (99.5, 100), (101, 110), (12_345, 13_000)]
)
def test_amounts_are_rounded_up_to_two_digits(wanted: float, amount: int | None) -> None:
    move = World(1, []).explain(1, at_least("revenue_window", wanted * UNIT)).up
    assert move == Move("order", "good", None if amount is None else amount * UNIT, before=None)


def test_an_amount_beyond_reason_is_not_proposed() -> None:
    assert World(1, []).explain(1, at_least("revenue_window", 10**8 * UNIT)).up is None


def test_dormant_by_hand() -> None:
    """A single order on 1 May 2025: dormant a year later; any order before that prevents it."""
    world = World(2, [(1, date(2025, 5, 1), "", 40, None), (2, ago(10), "", 9000, None)])
    assert world.explain(1).down == Move("silence", "dormant", on=date(2026, 5, 1))
    assert World(2, world.rows, as_of=date(2026, 5, 1)).explain(1).down is None


def test_a_rhythm_broken_by_hand() -> None:
    """Every 20 days, last 10 days ago: more than 2 x 20 days late on the 41st."""
    rows = [(1, ago(days), "", 100, None) for days in (70, 50, 30, 10)] + [(2, ago(3), "", 50, None)]
    assert World(2, rows).explain(1).down == Move("silence", "at_risk", on=TODAY + timedelta(31))


def test_a_complaint_stands_in_the_way() -> None:
    rows = [(1, ago(10 + 20 * n), "", 9, None) for n in range(4)]
    world = World(1, rows, {"client_id": 1, "day": ago(5), "complaint": 1})
    loyalty = BUILT_IN["loyalty"].segments
    found = world.explain(1, loyalty)
    assert found.up is not None
    assert (found.up.kind, found.up.to) == ("resolve_complaint", "loyalty.loyal")
    # The rhythm is broken after two gaps of silence: then it is too late for that alone.
    assert found.up.before == TODAY + timedelta(31)


def test_what_is_overdue_stands_in_the_way() -> None:
    rows = [
        *[(1, ago(10 + 20 * n), "", 9, None) for n in range(4)],
        (2, ago(80), "", 9, None, None, ago(70), None),
        (3, ago(80), "", 9, None, None, ago(40), None),
    ]
    loyalty = BUILT_IN["loyalty"].segments
    up = World(3, rows).explain(2, loyalty).up
    assert up is not None
    assert (up.kind, up.to) == ("pay", "loyalty.potential")
    assert World(3, rows).explain(3, loyalty).down == Move(
        "pay", "loyalty.insolvent", on=ago(40) + timedelta(61)
    )


def test_what_nobody_can_prevent() -> None:
    segments = two({"metric": "tenure_days", "op": "<", "value": 100})
    assert World(1, [(1, ago(30), "", 5, None)]).explain(1, segments).down == Move(
        "time", "poor", on=TODAY + timedelta(70)
    )


def test_a_place_among_the_others_by_hand() -> None:
    """Ten clients with 10 to 100 and one with 30, of whom the first ceil(0.2 x 11) = 3 are good."""
    rows = [(n, ago(20 + n), "", 10 * n, None) for n in range(1, 11)] + [(11, ago(5), "", 30, None)]
    segments = two({"metric": "clients_before", "op": "<", "value": 0.2})
    up = World(11, rows).explain(11, segments).up
    assert up is not None
    # The 80 of client 8 need only be met: of equals, "Client 11" stands before "Client 8".
    assert up.amount == 50 * UNIT


def test_fixed_and_moving_dates() -> None:
    rows = [(1, date(2026, 3, 1), "", 5, None)]
    fixed = two({"metric": "last_sale", "op": ">=", "value": "2026-04-10"})
    moving = two({"metric": "last_sale", "op": ">=", "value": {"days": -40}})
    mixed = two({"metric": "last_sale", "op": "between", "value": [{"days": -40}, "2026-04-10"]})
    assert World(1, rows).explain(1, fixed) == Explanation(None, None)
    assert World(1, rows).explain(1, moving).down == Move("silence", "poor", on=date(2026, 4, 11))
    assert World(1, rows).explain(1, mixed).down == Move("silence", "poor", on=date(2026, 4, 11))
    (label,) = (
        World(1, rows).what_if(1, fixed).segments([Case(date(2026, 4, 12), "order", date(2026, 4, 10), 5)])
    )
    assert label == "good"


def test_percentiles_move_with_the_client() -> None:
    """The median basket of 10, 20, 30: a client of 10 that orders 40 has 25, and the median is 25."""
    rows = [(n, ago(n), "", 10 * n, None) for n in (1, 2, 3)]
    segments = at_least("average_basket", {"percentile": 50})
    world = World(3, rows)
    up = world.explain(1, segments).up
    assert up is not None
    assert up.amount == 30 * UNIT
    assert world.segment(1, segments, TODAY, (1, TODAY, "N", 30, None)) == "good"
    assert world.segment(1, segments, TODAY, (1, TODAY, "N", 29, None)) == "poor"


def test_a_percentile_of_nothing_is_reached_by_the_first_order() -> None:
    segments = at_least("revenue_window", {"percentile": 50})
    assert World(1, []).segment(1, segments, TODAY) == "poor"
    up = World(1, []).explain(1, segments).up
    assert up is not None
    assert (up.kind, up.amount) == ("order", None)


def test_a_client_nobody_knew_yet() -> None:
    with pytest.raises(KeyError):
        World(1, [], as_of=date(2020, 1, 1)).explain(1)


def test_later_records_are_not_known() -> None:
    """Asked about the past: an order and a resolution that came later change nothing."""
    rows = [(1, ago(40 - 10 * n), "", 9, None) for n in range(4)]
    complaint = {"client_id": 1, "day": ago(3), "complaint": 1}
    early = World(1, rows, complaint)
    late = World(
        1, [*rows, (1, TODAY + timedelta(9), "", 99, None)], complaint | {"resolved_on": TODAY + timedelta(2)}
    )
    for segments in (DEFAULT_SEGMENTS, BUILT_IN["loyalty"].segments):
        assert early.explain(1, segments) == late.explain(1, segments)


_LINE = st.tuples(
    st.integers(1, 6),
    st.integers(0, 800).map(ago),
    st.just(""),
    st.integers(-20, 400),
    st.none() | st.integers(1, 90),
)
_BOOK = st.lists(_LINE, min_size=1, max_size=40)


def steps(amount: int) -> int:
    """The next lower amount of two digits, in units."""
    units = amount // UNIT
    step = 10 ** max(len(str(units)) - 2, 0)
    lower = units - step
    return lower if lower >= 10 * step or step == 1 else units - step // 10


@settings(max_examples=5, deadline=None)
@given(_BOOK, st.sampled_from(["standard", "abc_revenue", "pareto", "loyalty", "rfm"]))
def test_the_order_proposed_really_moves_the_client(rows: list[Row], code: str) -> None:
    segments = BUILT_IN[code].segments
    order = display_order(segments)
    world = World(6, rows)
    for client in (1, 2):
        now = world.segment(client, segments, TODAY)
        up = world.explain(client, segments).up
        if up is None:
            continue
        known = [(line[3], line[4]) for line in rows if line[0] == client and line[4] is not None]
        sold, cost = sum(a for a, _ in known), sum(c for _, c in known)
        amount = (up.amount or UNIT) / UNIT

        rate = cost / sold if sold > 0 else None
        line = (client, TODAY, "NEW", amount, None if rate is None else amount * rate)
        assert world.segment(client, segments, TODAY, line) == up.to
        assert order[up.to] < order[now]
        if up.amount is not None and code in ("abc_revenue", "pareto"):
            less = steps(up.amount)
            line = (client, TODAY, "NEW", less, None if rate is None else less * rate)
            assert order[world.segment(client, segments, TODAY, line)] >= order[now]


_OWN = (
    two(
        {
            "all": [
                {"metric": "lateness", "op": "<", "value": 2},
                {"metric": "order_days", "op": ">=", "value": 3},
            ]
        }
    ),
    two({"metric": "recency_days", "op": "<", "value": 60}),
    two({"metric": "growth", "op": ">", "value": 0.1}),
    two(
        {
            "any": [
                {"metric": "trend", "op": ">", "value": 0},
                {"metric": "tenure_days", "op": "<", "value": 300},
            ]
        }
    ),
    at_least("revenue_window", 100 * UNIT),
    at_least("orders_window", 3),
    two({"metric": "last_sale", "op": ">=", "value": {"days": -90}}),
    two({"metric": "margin_rate", "op": ">=", "value": 0.3}),
)


@settings(max_examples=6, deadline=None)
@given(_BOOK, st.sampled_from(_OWN))
def test_the_day_foretold_is_the_day(rows: list[Row], segments: tuple[SegmentSpec, ...]) -> None:
    """For rules of a client's own figures: the segment of every day to come is what it will really be."""
    world = World(6, rows)
    down = world.explain(1, segments).down
    if down is not None:
        assert down.on is not None
        assert world.segment(1, segments, down.on) == down.to
        assert world.segment(1, segments, down.on - timedelta(1)) == world.segment(1, segments, TODAY)
    days = [TODAY + timedelta(n) for n in (1, 77, 340)]
    assert world.what_if(1, segments).segments([Case(day) for day in days]) == [
        world.segment(1, segments, day) for day in days
    ]


@settings(max_examples=4, deadline=None)
@given(_BOOK, st.sampled_from(sorted(BUILT_IN)))
def test_nothing_happening_today_is_the_book_as_it_stands(rows: list[Row], code: str) -> None:
    segments = BUILT_IN[code].segments
    world = World(6, rows, {"client_id": 3, "day": ago(9), "complaint": 1})
    for client in (1, 3):
        assert world.what_if(client, segments).segments([Case(TODAY)]) == [
            world.segment(client, segments, TODAY)
        ]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(_LINE, max_size=90).map(
        lambda rows: [(17 * place % 60 + 1, *row[1:]) for place, row in enumerate(rows)]
    ),
    _BOOK.map(lambda rows: [(7, *row[1:]) for row in rows]),
    st.booleans(),
    st.booleans(),
)
def test_a_standing_is_what_the_table_would_say(
    others: list[Row], own: list[Row], numbered: bool, costed: bool
) -> None:
    """Placed among what stands sorted, or everybody ranked anew with those sales: the same figures."""
    rows = [
        (*row[:3], row[3] if place % 3 else 40, 1 if costed else row[4])
        for place, row in enumerate(row for row in others if row[0] != 7)
    ]
    people = clients(*[f"Client {n % 9}" for n in range(60)])
    if numbered:
        people = people.assign(client_reference=[str(n * 37 % 61) for n in range(60)])
    before, after = (book(people, lines(*rows, *more)) for more in ([(7, TODAY, "", 40, None)], own))
    real = metrics(after, TODAY, only=COMPARED).loc[[7]]
    sales = after.sales[after.sales["client_id"] == 7]
    found = pd.DataFrame(
        Standing(Sheet(before, TODAY, COMPARED), 7).figures(Aligned(np.array([7]), sales), COMPARED),
        index=real.index,
    )
    pd.testing.assert_frame_equal(found[list(real)], real, check_exact=True, check_dtype=False)


def test_the_season_counts_in_what_is_foretold() -> None:
    """A book that sleeps in August: a silence over the summer breaks the rhythm later than in spring."""
    rng = np.random.default_rng(2)
    rows = []
    for client in range(1, 31):
        day = date(2023, 1, 1) + timedelta(int(rng.integers(0, 20)))
        while day <= date(2026, 7, 28):
            if day.month != 8:
                rows.append((client, day, "", 50, None))
            day += timedelta(20)
    late = two({"metric": "lateness", "op": "<", "value": 2})
    summer = World(30, rows, as_of=date(2026, 7, 28)).explain(1, late).down
    spring = (
        World(30, [r for r in rows if r[1] <= date(2026, 3, 25)], as_of=date(2026, 3, 25))
        .explain(1, late)
        .down
    )
    assert summer is not None
    assert summer.on is not None
    assert spring is not None
    assert spring.on is not None
    last = {
        day: max(r[1] for r in rows if r[0] == 1 and r[1] <= day)
        for day in (date(2026, 3, 25), date(2026, 7, 28))
    }
    assert summer.on - last[date(2026, 7, 28)] > spring.on - last[date(2026, 3, 25)] + timedelta(5)
