"""When something that comes again comes next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_app.models.recurrence import next_occurrence


@pytest.mark.parametrize(
    ("first", "every", "unit", "after", "found"),
    [
        ("2026-11-22", 1, "day", "2026-11-22", "2026-11-23"),
        ("2026-11-22", 3, "day", "2026-11-22", "2026-11-25"),
        ("2026-11-22", 3, "day", "2026-11-24", "2026-11-25"),
        ("2026-11-22", 2, "week", "2026-11-22", "2026-12-06"),
        ("2026-11-22", 2, "week", "2027-01-02", "2027-01-03"),
        ("2026-01-31", 1, "month", "2026-01-31", "2026-02-28"),
        ("2026-01-31", 1, "month", "2026-02-28", "2026-03-31"),
        ("2026-01-31", 1, "month", "2026-04-30", "2026-05-31"),
        ("2026-01-31", 1, "month", "2028-02-28", "2028-02-29"),
        ("2026-11-30", 3, "month", "2026-11-30", "2027-02-28"),
        ("2024-02-29", 1, "year", "2024-02-29", "2025-02-28"),
        ("2024-02-29", 1, "year", "2027-03-01", "2028-02-29"),
        ("2024-02-29", 4, "year", "2024-02-29", "2028-02-29"),
        ("2026-12-15", 1, "month", "2026-11-22", "2026-12-15"),
    ],
)
def test_the_next_day_of_a_series(first: str, every: int, unit: str, after: str, found: str) -> None:
    days = date.fromisoformat(first), date.fromisoformat(after)
    assert next_occurrence(days[0], every, unit, days[1]) == date.fromisoformat(found)


@given(
    first=st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    every=st.integers(1, 40),
    unit=st.sampled_from(["day", "week", "month", "year"]),
    gone=st.integers(-400, 4_000),
)
def test_a_series_never_drifts_nor_skips(first: date, every: int, unit: str, gone: int) -> None:
    after = first + timedelta(days=gone)
    found = next_occurrence(first, every, unit, after)
    assert found > after
    whole, day = [], first
    while day <= found:
        whole.append(day)
        day = next_occurrence(first, every, unit, day)
    assert whole[-1] == found  # asked for from anywhere, it is a day of the series
    assert len(whole) == 1 or whole[-2] <= after  # and the first one after
    if unit in ("month", "year"):
        assert all(each.day == first.day or (each + timedelta(days=1)).day == 1 for each in whole)


@pytest.mark.parametrize(
    ("every", "unit"), [(0, "day"), (-1, "month"), (1, "fortnight"), (1, ""), ("2", "day"), (1.5, "day")]
)
def test_what_is_no_repetition_is_refused(every: Any, unit: str) -> None:
    with pytest.raises(ValueError, match=r"every|not a valid"):
        next_occurrence(date(2026, 1, 1), every, unit, date(2026, 1, 1))


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_the_calendar_ends(unit: str) -> None:
    with pytest.raises(ValueError, match="calendar"):
        next_occurrence(date(9999, 12, 31), 1, unit, date(9999, 12, 31))
