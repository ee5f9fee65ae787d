from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.columns import Column
from portfolio_app.analysis.frames import BookFrames
from portfolio_app.analysis.metrics import metrics
from portfolio_app.analysis.segments import (
    DEFAULT_SEGMENTS,
    SegmentationSpec,
    assign,
    cadences,
    display_order,
    sized,
)
from portfolio_app.errors import RuleError
from tests.analysis.books import TODAY, book, clients, lines


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def segments_of(*rows: tuple, names: int = 6) -> list[str]:
    frame = clients(*[f"Client {i}" for i in range(1, names + 1)])
    return assign(metrics(book(frame, lines(*rows)), TODAY), DEFAULT_SEGMENTS, TODAY).tolist()


def test_one_of_each() -> None:
    """1 prospect; 2 dormant; 3 fell silent against a monthly rhythm; 4 the largest; 5 new with a good
    basket; 6 steady and small."""
    found = segments_of(
        (2, ago(365), "", 500, None),
        *[(3, ago(days), "", 50, None) for days in (170, 140, 110, 80)],
        *[(4, ago(days), "", 9000, None) for days in (500, 250, 5)],
        (5, ago(20), "", 800, None),
        *[(6, ago(days), "", 10, None) for days in (700, 500, 300, 100)],
    )
    assert found == ["prospect", "dormant", "at_risk", "top", "high_potential", "regular"]


def test_dormant_begins_after_365_days_without_an_order() -> None:
    found = segments_of((1, ago(364), "", 5, None), (2, ago(365), "", 5, None), names=2)
    assert found == ["top", "dormant"]


def test_returns_only_is_a_prospect_and_a_free_order_is_dormant_until_paid() -> None:
    assert segments_of((1, ago(3), "", -5, None), (2, ago(3), "", 0, None), names=2) == [
        "prospect",
        "dormant",
    ]


def test_revenue_halved_needs_three_orders_before() -> None:
    before = [(1, ago(400 + 7 * i), "", 100, None) for i in range(3)]
    assert segments_of(*before, (1, ago(10), "", 150, None), names=1) == ["at_risk"]
    assert segments_of(*before[:2], (1, ago(10), "", 100, None), names=1) == ["top"]


def test_late_by_the_calendar_needs_more_than_thirty_days() -> None:
    """Bought daily, silent for 30 days: late 30 times over, but too early to say."""
    assert segments_of(*[(1, ago(30 + i), "", 9, None) for i in range(3)], names=1) == ["top"]
    assert segments_of(*[(1, ago(31 + i), "", 9, None) for i in range(3)], names=1) == ["at_risk"]


def test_empty_book() -> None:
    assert assign(metrics(BookFrames.empty(), TODAY), DEFAULT_SEGMENTS, TODAY).empty


def test_default_segments_are_complete() -> None:
    assert sorted(segment.display_order for segment in DEFAULT_SEGMENTS) == [1, 2, 3, 4, 5, 6]
    assert list(display_order(DEFAULT_SEGMENTS))[:2] == ["top", "high_potential"]
    assert cadences()["top"] == (30, 45)
    assert len({segment.colour for segment in DEFAULT_SEGMENTS}) == 6
    assert cadences([replace(DEFAULT_SEGMENTS[0], ideal_days=None)]) == {}


@pytest.mark.parametrize(
    ("segments", "code"),
    [
        ((), "nobody_left"),
        (DEFAULT_SEGMENTS[:-1], "nobody_left"),
        ((DEFAULT_SEGMENTS[-1], replace(DEFAULT_SEGMENTS[-1], position=9)), "nobody_left"),
        ((replace(DEFAULT_SEGMENTS[-1], position=0), *DEFAULT_SEGMENTS), "nobody_left"),
        ((replace(DEFAULT_SEGMENTS[0], rule=None), DEFAULT_SEGMENTS[-1]), "nobody_left"),
        ((replace(DEFAULT_SEGMENTS[0], code="regular"), DEFAULT_SEGMENTS[-1]), "same_code"),
        (
            (
                replace(DEFAULT_SEGMENTS[0], rule={"metric": "luck", "op": ">", "value": 1}),
                DEFAULT_SEGMENTS[-1],
            ),
            "unknown_metric",
        ),
    ],
)
def test_bad_segmentations_are_refused(segments: tuple, code: str) -> None:
    with pytest.raises(RuleError) as refused:
        assign(metrics(BookFrames.empty(), TODAY), segments, TODAY)
    assert refused.value.code == code


def test_rules_may_ask_for_the_fields_of_the_book() -> None:
    field = "custom.vat"
    mine = (
        replace(DEFAULT_SEGMENTS[0], rule={"metric": field, "op": "=", "value": True}),
        DEFAULT_SEGMENTS[-1],
    )
    known = {field: Column(field, "flag", "VAT paid", "", "as entered", "clients")}
    found = assign(pd.DataFrame({field: [1.0, 0.0, float("nan")]}), mine, TODAY, columns=known)
    assert found.tolist() == ["prospect", "regular", "regular"]


def test_one_client_is_asked_about_against_all_others() -> None:
    everyone = pd.DataFrame({"revenue_window": [10, 20, 30, 40]})
    large = {"metric": "revenue_window", "op": ">=", "value": {"percentile": 75}}
    two = (replace(DEFAULT_SEGMENTS[0], code="large", rule=large), DEFAULT_SEGMENTS[-1])
    one = everyone.iloc[[1]]
    assert assign(one, two, TODAY).tolist() == ["large"]
    assert assign(one, two, TODAY, population=everyone).tolist() == ["regular"]


def limits(spec: SegmentationSpec) -> list[Any]:
    return [segment.rule["value"] for segment in spec.segments if segment.rule is not None]


def test_sizes_are_amounts_of_two_digits() -> None:
    """Revenues 1 to 100 thousand: 40 % of the buyers stay below 40,600, 80 % below 80,200."""
    table = pd.DataFrame({"revenue_window": [0, *(1000 * n for n in range(1, 101))]})
    found = sized(table)
    assert limits(found) == [80_000, 41_000, 0]
    counts = assign(table, found.segments, TODAY).value_counts().to_dict()
    assert counts == {"size.large": 21, "size.medium": 39, "size.small": 40, "size.none": 1}
    assert "percentile" in limits(sized(table * 0))[0]
    assert limits(sized(table.clip(upper=1))) == [1, 1, 0]


_SALE = st.tuples(
    st.integers(1, 8),
    st.dates(date(2023, 1, 1), TODAY),
    st.just(""),
    st.integers(-30, 100),
    st.none(),
)


@given(st.lists(_SALE, max_size=60))
@settings(deadline=None, max_examples=40)
def test_everyone_is_in_exactly_one_segment(rows: list[tuple]) -> None:
    frame = clients(*"ABCDEFGH")
    found = assign(metrics(book(frame, lines(*rows)), TODAY), DEFAULT_SEGMENTS, TODAY)
    assert isinstance(found, pd.Series)
    assert found.index.tolist() == frame["client_id"].tolist()
    assert found.isin([segment.code for segment in DEFAULT_SEGMENTS]).all()
