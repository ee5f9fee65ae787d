from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.lanes import NEVER, ids_about, number
from portfolio_app.analysis.occurrences import first_from, unanswered


def numbers(*days: date) -> np.ndarray:
    return np.array([number(day) for day in days], dtype=np.int64)


def dates(days: np.ndarray) -> list[date | None]:
    return [None if day >= NEVER else np.datetime64(int(day), "D").item() for day in days]


def test_the_first_occurrence_from_a_day() -> None:
    first = numbers(
        date(2024, 2, 29), date(2024, 2, 29), date(2030, 1, 5), date(2024, 1, 31), date(2024, 5, 5)
    )
    yearly = np.array([True, True, True, True, False])
    day = numbers(date(2026, 2, 1), date(2027, 12, 1), date(2026, 1, 1), date(2026, 2, 1), date(2026, 1, 1))
    assert dates(first_from(first, yearly, day)) == [
        date(2026, 2, 28),
        date(2028, 2, 29),
        date(2030, 1, 5),
        date(2027, 1, 31),
        None,
    ]


DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


def in_year(first: date, year: int) -> date:
    try:
        return first.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


@given(DAYS, DAYS, st.sampled_from([0, 30, 400]), st.lists(DAYS, max_size=4))
@settings(deadline=None, max_examples=300)
def test_a_yearly_day_by_a_plain_loop(first: date, today: date, notice: int, answers: list[date]) -> None:
    late, early = 60, 7
    days = [in_year(first, year) for year in range(first.year, 2045)]
    passed = date.min
    for answer in sorted(answers):
        still = next(day for day in days if day > passed and (answer - day).days <= late)
        if (still - answer).days <= notice + early:
            passed = still
    expected = next(day for day in days if day > passed and (today - day).days <= late)
    n = len(answers)
    found = unanswered(
        numbers(first),
        np.array([True]),
        np.array([notice]),
        np.array([late]),
        (np.zeros(n, dtype=np.int64), numbers(*answers)),
        number(today),
    )
    assert dates(found) == [expected]


def test_ids_in_texts() -> None:
    texts = np.array(
        ["deal:12", "deal:", "deal:x", "key_date:3", "", "deal:１", "deal:" + "9" * 30], dtype=object
    )
    assert ids_about(texts, "deal").tolist() == [12, -1, -1, -1, -1, -1, -1]
    assert ids_about(texts, "key_date").tolist() == [-1, -1, -1, 3, -1, -1, -1]
