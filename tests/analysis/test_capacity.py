from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.agenda import Agenda
from portfolio_app.analysis.capacity import spread
from portfolio_app.analysis.follow_ups import queue
from portfolio_app.analysis.lanes import number
from portfolio_app.analysis.metrics import metrics
from portfolio_app.analysis.working_days import WorkingDays
from tests.analysis.books import book, clients, follow_ups, touches

MONDAY = date(2026, 3, 30)
WEEK, EVERY_DAY = WorkingDays(), WorkingDays(range(7))


Row = tuple[int, bool]


def planned(
    *rows: Row, capacity: int | None = 2, done: int = 0, as_of: date = MONDAY, working: WorkingDays = WEEK
) -> list[int]:
    """Lines of a queue, best first, as (day, whether it is elastic); days are counted from Monday."""
    due = number(MONDAY) + np.array([day for day, _ in rows], dtype=np.int64)
    elastic = np.array([can for _, can in rows], dtype=bool)
    found = spread(due, elastic, capacity, done, as_of, working)
    assert found.dtype == np.dtype("datetime64[s]")
    return (found.astype("datetime64[D]").astype(np.int64) - number(MONDAY)).tolist()


def cadence(*days: int) -> list[Row]:
    return [(day, True) for day in days]


def test_without_a_capacity_what_is_due_is_for_today() -> None:
    assert planned(*cadence(-40, 0, 3), capacity=None) == [0, 0, 3]
    assert planned(capacity=None) == planned() == []


def test_what_is_too_much_goes_to_the_next_working_days() -> None:
    """Two a day from Monday to Friday; the eleventh is next Monday's."""
    assert planned(*cadence(*[-1] * 11)) == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 7]


def test_what_was_done_today_has_used_its_places() -> None:
    assert planned(*cadence(-1, -1, -1), done=1) == [0, 1, 1]
    assert planned(*cadence(-1), done=9) == [1]
    assert planned(*cadence(-1, -1), capacity=0) == [0, 1]  # one at least, lest nobody ever comes


def test_what_has_a_day_keeps_it_and_goes_first() -> None:
    """Three things for today, one more than a day holds, and another tomorrow."""
    dated = [(-3, False), (0, False), (0, False), (1, False)]
    assert planned(*dated, *cadence(-9, -9, -9, -9)) == [0, 0, 0, 1, 1, 2, 2, 3]


def test_what_is_coming_keeps_its_day_while_there_is_room() -> None:
    assert planned(*cadence(-1, 2, 1, 2, 2)) == [0, 2, 1, 2, 3]
    assert planned(*cadence(-1, -1, -1, 1, 1)) == [0, 0, 1, 1, 2]


def test_a_day_off_has_places_only_for_who_is_at_work() -> None:
    saturday = MONDAY + timedelta(5)
    assert planned(*cadence(-1, -1, -1), as_of=saturday) == [5, 5, 7]
    assert planned(*cadence(6), as_of=MONDAY) == [7]


def test_far_away_is_not_spread_yet() -> None:
    assert planned(*cadence(-1, 5000)) == [0, 5000]


ROWS = st.lists(st.tuples(st.integers(-20, 20), st.booleans()), max_size=30).map(
    lambda rows: sorted(rows, key=lambda row: max(row[0], -1))
)


@given(ROWS, st.integers(1, 5), st.integers(0, 6), st.sets(st.integers(0, 6), max_size=5))
@settings(deadline=None, max_examples=150)
def test_nobody_is_dropped_and_no_day_holds_more_than_it_can(
    rows: list[Row], capacity: int, done: int, off: set[int]
) -> None:
    working = WorkingDays([day for day in range(7) if day not in off])
    days = planned(*rows, capacity=capacity, done=done, working=working)
    assert len(days) == len(rows)
    spare = {0: max(capacity - done, 0)}
    for (due, elastic), day in zip(rows, days, strict=True):
        assert day >= max(due, 0)
        if not elastic:
            assert day == max(due, 0)
            spare[day] = max(spare.get(day, capacity) - 1, 0)
    for (_, elastic), day in zip(rows, days, strict=True):
        if elastic:
            assert day == 0 or working.is_working(MONDAY + timedelta(day))
            spare[day] = spare.get(day, capacity) - 1
    assert min(spare.values()) >= 0
    got = [(max(due, 0), day) for (due, elastic), day in zip(rows, days, strict=True) if elastic]
    assert got == sorted(got)


def test_the_queue_plans_by_the_capacity_and_counts_who_was_seen_today() -> None:
    """Three places, and Ann was called today. Cid has a reminder behind an older cadence: that is for today.

    Of the others, all overdue, Eve has been waiting the longest.
    """
    long_ago = [{"client_id": i, "last_touch": MONDAY - timedelta(40 + i)} for i in range(2, 6)]
    frames = book(
        clients("Ann", "Bob", "Cid", "Dan", "Eve"),
        None,
        touches({"client_id": 1, "last_touch": MONDAY}, *long_ago),
        follow_ups({"client_id": 3, "due_on": MONDAY}),
        MONDAY,
    )
    table = metrics(frames, MONDAY).assign(segment="x")
    found = queue(table, frames, {"x": (30, 41)}, MONDAY, agenda=Agenda(capacity=3), working=EVERY_DAY)
    days = {row.client_name: (row.planned_on.date() - MONDAY).days for row in found.itertuples()}
    assert days == {"Cid": 0, "Eve": 0, "Dan": 1, "Bob": 1, "Ann": 30}
    assert found.set_index("client_name").loc["Cid", ["reason", "other_reasons"]].tolist() == [
        "cadence",
        ("reminder",),
    ]


@pytest.mark.parametrize("capacity", [1, 12])
def test_a_hundred_thousand_are_spread_in_order(capacity: int) -> None:
    days = spread(np.full(100_000, number(MONDAY)), np.ones(100_000, dtype=bool), capacity, 0, MONDAY, WEEK)
    assert (np.diff(days.astype(np.int64)) >= 0).all()
    assert np.unique(days, return_counts=True)[1].max() == capacity
