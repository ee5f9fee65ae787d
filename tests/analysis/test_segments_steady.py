from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.segments import BUILT_IN, Labels, labels, month_ends, steady

ORDER = {"a": 1, "b": 2, "c": 3, "d": 4}
AUTUMN = [date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 31), date(2026, 11, 30)]
INSIDE = date(2026, 11, 22)


def of_one(letters: str, days: list[date], *, bought: bool = False) -> Labels:
    """The labels of one client whose rules say these letters on these days; "-": not known yet."""
    assert len(letters) == len(days)
    return steady(
        [
            (
                day,
                pd.Series(
                    [letter] if letter != "-" else [], index=[7] if letter != "-" else [], dtype=object
                ),
            )
            for letter, day in zip(letters, days, strict=True)
        ],
        ORDER,
        [7] if bought else [],
    )


def told(found: Labels) -> tuple[object, ...]:
    """(label, rule label, pending since, since, previous) of the one client."""
    made = (found.label, found.rule_label, found.pending_since, found.since, found.previous)
    first = [series.loc[7] for series in made]
    return tuple(
        value.date() if isinstance(value, pd.Timestamp) else None if value is pd.NaT else value
        for value in first
    )


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        # One month away from its class: pending, not moved.
        ("-bba", ("b", "a", AUTUMN[3], AUTUMN[1], "")),
        # Two months in a row: moved, on the second.
        ("bbaa", ("a", "a", None, AUTUMN[3], "b")),
        ("-baa", ("a", "a", None, AUTUMN[3], "b")),
        # Away, back, away: never two in a row.
        ("-aba", ("a", "a", None, AUTUMN[1], "")),
        ("-bab", ("b", "b", None, AUTUMN[1], "")),
        # Both agree on leaving, not on where to: the later one says where.
        ("bbac", ("c", "c", None, AUTUMN[3], "b")),
        # Two places at once, down and up.
        ("bbbd", ("d", "d", None, AUTUMN[3], "b")),
        ("ddbb", ("b", "b", None, AUTUMN[2], "d")),
        # After a move the next one is counted anew.
        ("-bcc", ("c", "c", None, AUTUMN[3], "b")),
        ("bdcc", ("c", "c", None, AUTUMN[3], "d")),
        # Unknown before: whatever the rules say first.
        ("--ab", ("a", "b", AUTUMN[3], AUTUMN[2], "")),
        ("---c", ("c", "c", None, AUTUMN[3], "")),
        # What was before may have begun before the first evaluation.
        ("bbbb", ("b", "b", None, None, "")),
        ("adda", ("a", "a", None, AUTUMN[3], "d")),
    ],
)
def test_hysteresis_at_month_ends(letters: str, expected: tuple[object, ...]) -> None:
    assert told(of_one(letters, AUTUMN)) == expected


@pytest.mark.parametrize(
    ("letters", "bought", "expected"),
    [
        # The day makes no month: pending since the month-end, or since the day itself.
        ("bba", True, ("b", "a", INSIDE, None, "")),
        ("ddb", True, ("b", "b", None, INSIDE, "d")),
        ("bbb", False, ("b", "b", None, None, "")),
        # Two places: at once for a client who bought, else it waits for the month-end.
        ("bbd", True, ("d", "d", None, INSIDE, "b")),
        ("bbd", False, ("b", "d", INSIDE, None, "")),
        ("--a", False, ("a", "a", None, INSIDE, "")),
    ],
)
def test_a_day_inside_a_month(letters: str, bought: bool, expected: tuple[object, ...]) -> None:
    assert told(of_one(letters, [AUTUMN[1], AUTUMN[2], INSIDE], bought=bought)) == expected


def test_a_client_that_goes_to_and_fro_is_undetermined_until_its_beginning_is_seen() -> None:
    """However far back one begins, it is the same segment: the better of the two, until the first verdict."""
    days = month_ends(INSIDE, 30)
    for months in range(2, 25):
        found = of_one(("ab" * 15)[-months:], days[-months:])
        assert found.undetermined.tolist() == [True]
        assert found.label.tolist() == ["a"]
    for first in "ab":
        found = of_one(("-" + first + ("ab" if first == "b" else "ba") * 15)[:30], days)
        assert (found.undetermined.tolist(), found.label.tolist()) == ([False], [first])
    assert of_one("aab", AUTUMN[:3]).undetermined.tolist() == [False]


def test_each_client_by_itself() -> None:
    found = steady(
        [
            (AUTUMN[0], pd.Series(["a", "b", "d"], index=[1, 2, 9])),
            (AUTUMN[1], pd.Series(["b", "b"], index=[2, 1])),
            (AUTUMN[2], pd.Series(["b", "c", "d"], index=[1, 3, 2])),
        ],
        ORDER,
    )
    assert found.label.to_dict() == {1: "b", 3: "c", 2: "d"}
    assert not found.undetermined.any()
    assert found.previous.to_dict() == {1: "", 3: "", 2: "b"}


def test_nobody() -> None:
    found = steady([(day, pd.Series([], index=[], dtype=object)) for day in AUTUMN], ORDER)
    assert found.label.empty
    assert found.since.empty


def test_a_segmentation_that_is_not_steady_follows_its_rules() -> None:
    codes = [segment.code for segment in BUILT_IN["loyalty"].segments]
    days = [(day, pd.Series([code])) for day, code in zip(AUTUMN, codes[:2] + codes[:2], strict=True)]
    found = labels(BUILT_IN["loyalty"], days)
    assert (found.label.tolist(), found.rule_label.tolist()) == ([codes[1]], [codes[1]])
    assert found.pending_since.isna().all()
    assert found.since.tolist() == [pd.Timestamp(AUTUMN[3])]
    assert found.previous.tolist() == [codes[0]]
    with_hold = labels(BUILT_IN["size"], [(day, pd.Series(["size.large"])) for day in AUTUMN])
    assert with_hold.since.isna().all()


def test_a_first_order_leaves_the_unclassed_at_once() -> None:
    days = [(AUTUMN[0], pd.Series(["size.none"])), (INSIDE, pd.Series(["size.small"]))]
    assert labels(BUILT_IN["size"], days, [0]).label.tolist() == ["size.small"]
    assert labels(BUILT_IN["size"], days).label.tolist() == ["size.none"]


def test_month_ends_before_a_day() -> None:
    assert month_ends(INSIDE)[:2] == [date(2025, 11, 30), date(2025, 12, 31)]
    assert month_ends(date(2026, 3, 31), 3) == [date(2025, 12, 31), date(2026, 1, 31), date(2026, 2, 28)]


@given(st.lists(st.text("abcd", min_size=5, max_size=5), min_size=1, max_size=8))
@settings(deadline=None, max_examples=60)
def test_labels_against_the_rule_told_month_by_month(histories: list[str]) -> None:
    days = month_ends(INSIDE, 5)
    evaluations = [(day, pd.Series([history[at] for history in histories])) for at, day in enumerate(days)]
    before = (month_ends(days[0], 1)[0], pd.Series([], index=[], dtype=object))
    found = steady([before, *evaluations], ORDER)
    later = steady(evaluations, ORDER)
    settled = ~later.undetermined
    assert found.label[settled].equals(later.label[settled])
    assert found.since[later.since.notna()].equals(later.since.dropna())
    for client, history in enumerate(histories):
        label, away = history[0], 0
        for letter in history[1:]:
            away = away + 1 if letter != label else 0
            if away == 2 or abs(ORDER[letter] - ORDER[label]) >= 2:
                label, away = letter, 0
        assert found.label[client] == label
        assert found.pending_since.notna()[client] == (label != history[-1]) == (away == 1)
        assert found.rule_label[client] == history[-1]
