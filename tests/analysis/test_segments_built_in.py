from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.columns import COLUMNS
from portfolio_app.analysis.metrics import metrics
from portfolio_app.analysis.rules import metrics_used
from portfolio_app.analysis.segments import (
    BUILT_IN,
    EXPECTED_CLIENT_SHARES,
    SegmentationSpec,
    assign,
    parse_segments,
)
from tests.analysis.books import TODAY, book, clients, lines
from tests.analysis.real_files import ENTRIES, totals
from tests.corpus import corpus_dir


def used(spec: SegmentationSpec) -> set[str]:
    return metrics_used([rule for _, rule in parse_segments(spec.segments) if rule is not None])


def segment(code: str, **known: Any) -> str:
    """The segment of a client of whom only these figures are known (counts are 0 otherwise)."""
    spec = BUILT_IN[code]
    row: dict[str, Any] = {}
    for name in used(spec):
        row[name] = pd.NaT if COLUMNS[name].kind == "date" else np.nan
    counts = {"orders", "orders_previous", "order_days", "complaints_open"} & row.keys()
    row |= dict.fromkeys(counts, 0) | known
    found = assign(pd.DataFrame([row]), spec.segments, TODAY).iloc[0]
    return str(found).removeprefix(f"{code}.")


def test_codes_are_unique_in_the_book_and_everyone_is_taken() -> None:
    assert list(BUILT_IN) == ["standard", "loyalty", "abc_rank", "abc_revenue", "pareto", "size", "rfm"]
    codes = [segment.code for spec in BUILT_IN.values() for segment in spec.segments]
    assert len(set(codes)) == len(codes)
    for code, spec in BUILT_IN.items():
        assert spec.code == code
        assert all(segment.code.startswith(f"{code}.") for segment in spec.segments) or code == "standard"
        for name in ("colour", "display_order", "position"):
            assert len({getattr(segment, name) for segment in spec.segments}) == len(spec.segments)
        assert all(0 < segment.ideal_days < segment.max_days for segment in spec.segments)
    assert [code for code, spec in BUILT_IN.items() if spec.steady] == ["standard", "size", "rfm"]
    for code, shares in EXPECTED_CLIENT_SHARES.items():
        assert (sum(shares), len(shares)) == (100, len(BUILT_IN[code].segments) - 1)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"overdue_days": 61, "orders": 9, "p_overdue": 0.9}, "insolvent"),
        ({"overdue_days": 60, "orders": 9, "p_overdue": 0.9}, "loyal"),
        ({"insolvency_on": pd.Timestamp("2026-01-01"), "complaints_open": 1}, "insolvent"),
        ({"complaints_open": 1, "orders": 9, "p_overdue": 0.9}, "dissatisfied"),
        ({"nps_last": 6, "orders": 9, "p_overdue": 0.9}, "dissatisfied"),
        ({"nps_last": 7, "orders": 9, "p_overdue": 0.9}, "loyal"),
        ({"csat_last": 2, "p_overdue": 0.01}, "dissatisfied"),
        ({"csat_last": 3, "p_overdue": 0.01}, "unfaithful"),
        ({"p_overdue": 0.09, "orders": 9, "lateness": 1, "order_days": 9}, "unfaithful"),
        ({"p_overdue": 0.10, "orders": 9, "lateness": 3, "order_days": 9}, "loyal"),
        ({"lateness": 2.1, "orders": 3, "order_days": 3}, "unfaithful"),
        ({"lateness": 2.1, "orders": 3, "order_days": 2}, "potential"),
        ({"lateness": 2, "orders": 3, "order_days": 3}, "loyal"),
        ({"growth": -0.5, "orders_previous": 3, "orders": 9, "p_overdue": 0.9}, "unfaithful"),
        ({"growth": -0.5, "orders_previous": 2, "orders": 9, "p_overdue": 0.9}, "loyal"),
        ({"growth": -0.4, "orders_previous": 3, "orders": 9, "p_overdue": 0.9}, "loyal"),
        ({"orders": 2, "p_overdue": 0.9}, "potential"),
        ({"orders": 3, "order_days": 1}, "potential"),
        ({}, "potential"),
    ],
)
def test_loyalty(figures: dict[str, Any], expected: str) -> None:
    assert segment("loyalty", **figures) == expected


@pytest.mark.parametrize(
    ("scores", "orders", "expected"),
    [
        ((5, 5, 5), 9, "champions"),
        ((4, 4, 4), 2, "champions"),
        ((5, 5, 3), 9, "loyal"),
        ((3, 5, 5), 9, "loyal"),
        ((5, 2, 2), 2, "promising"),
        ((5, 3, 5), 1, "new"),
        ((4, 1, 1), 1, "new"),
        ((3, 3, 5), 5, "needs_attention"),
        ((3, 4, 1), 1, "needs_attention"),
        ((2, 5, 5), 9, "cannot_lose"),
        ((1, 3, 1), 3, "at_risk"),
        ((1, 1, 3), 1, "at_risk"),
        ((1, 4, 2), 1, "hibernating"),
        ((1, 1, 1), 1, "hibernating"),
        ((np.nan, np.nan, np.nan), 1, "none"),
        ((np.nan, np.nan, np.nan), 0, "none"),
    ],
)
def test_rfm(scores: tuple[float, float, float], orders: int, expected: str) -> None:
    recency, frequency, monetary = scores
    found = segment(
        "rfm", recency_score=recency, frequency_score=frequency, monetary_score=monetary, orders=orders
    )
    assert found == expected


def test_classes_by_place_and_by_revenue() -> None:
    """Ten clients with 400, 200, 100, 80, 60, 50, 40, 30, 25 and 15: in front of the third stand 60 %,
    of the fifth 78, of the eighth 93."""
    amounts = [400, 200, 100, 80, 60, 50, 40, 30, 25, 15]
    sold = lines(*[(i, TODAY, "", amount, None) for i, amount in enumerate(amounts, 1)])
    table = metrics(book(clients(*"ABCDEFGHIJK"), sold), TODAY)

    def classes(code: str) -> str:
        return "".join(name.rsplit(".")[1][0] for name in assign(table, BUILT_IN[code].segments, TODAY))

    assert classes("abc_rank") == "aabbccccccn"
    assert classes("abc_revenue") == "aabbbbbcccn"
    assert classes("pareto") == "vvvvvooooon"
    assert classes("size") == "llmmmmssssn"


_SALE = st.tuples(
    st.integers(1, 8), st.dates(date(2023, 1, 1), TODAY), st.just(""), st.integers(-30, 100), st.none()
)


@given(st.lists(_SALE, max_size=40), st.integers(0, 400))
@settings(deadline=None, max_examples=25)
def test_exactly_one_segment_whatever_the_segmentation(rows: list[tuple], back: int) -> None:
    as_of = TODAY - timedelta(back)
    frame = clients(*"ABCDEFGH")
    known = lines(*[row for row in rows if row[1] <= as_of])
    needed = set().union(*(used(spec) for spec in BUILT_IN.values()))
    table = metrics(book(frame, known, as_of=as_of), as_of, only=needed)
    for spec in BUILT_IN.values():
        found = assign(table, spec.segments, as_of)
        assert found.index.equals(table.index)
        assert found.isin([segment.code for segment in spec.segments]).all()


def moved(spec: SegmentationSpec, *limits: float) -> SegmentationSpec:
    """The segmentation with other limits in its first rules, each of which is one comparison."""
    first = [
        replace(segment, rule={**(segment.rule or {}), "value": limit})
        for segment, limit in zip(spec.segments, limits, strict=False)
    ]
    return replace(spec, segments=(*first, *spec.segments[len(first) :]))


@pytest.mark.corpus
@pytest.mark.parametrize(("entry", "load", "numeric"), ENTRIES)
def test_both_abc_readings_of_real_files(entry: str, load: Any, numeric: bool) -> None:
    folder = corpus_dir()
    expected = json.loads((folder / "REFERENCE.json").read_text(encoding="utf-8"))[entry]
    rows = list(load(folder))
    amount_of = totals(iter(rows))
    number = {key: place for place, key in enumerate(amount_of, 1)}
    frame = clients(*number)
    if numeric:
        frame["client_reference"] = list(number)
    last = max(day for _, day, _ in rows)
    sold = lines(*[(number[key], day, "", amount, None) for key, day, amount in rows])
    needed = {"revenue_window", "clients_before", "share_before"}
    table = metrics(book(frame, sold, as_of=last, window_days=None), last, None, only=needed)
    assert len(table) == expected["customers"]
    everything = sum(amount_of.values())
    assert table["revenue_window"].sum() == round(everything * 1_000_000)

    def classes(spec: SegmentationSpec) -> tuple[dict[str, int], dict[str, float]]:
        found = assign(table, spec.segments, last).str.rpartition(".")[2]
        share = table["revenue_window"].groupby(found).sum() / table["revenue_window"].sum()
        return found.value_counts().to_dict(), share.to_dict()

    counts, share = classes(BUILT_IN["abc_rank"])
    a_and_b = -(-expected["customers"] * 2 // 5)
    assert counts["a"] == expected["top20pct"]["k"]
    assert share["a"] == pytest.approx(expected["top20pct"]["share"], abs=5e-7)
    assert counts == {"a": counts["a"], "b": a_and_b - counts["a"], "c": expected["customers"] - a_and_b}

    by_revenue, _ = classes(BUILT_IN["abc_revenue"])
    assert by_revenue == _exact(list(amount_of.values()), 60, 90)
    at_80_95, _ = classes(moved(BUILT_IN["abc_revenue"], 0.8, 0.95))
    assert at_80_95 == {name.lower(): count for name, count in expected["abc_80_95"].items()}
    vital, _ = classes(BUILT_IN["pareto"])
    assert vital["vital"] == expected["customers_needed_for_80pct"]


def _exact(amounts: list[Any], limit_a: int, limit_b: int) -> dict[str, int]:
    """The classes by revenue, worked out another way: in decimals, one client after the other."""
    counts = {"a": 0, "b": 0, "c": 0}
    before, everything = 0, sum(amounts)
    for amount in sorted(amounts, reverse=True):
        percent = 100 * before / everything
        counts["a" if percent < limit_a else "b" if percent < limit_b else "c"] += 1
        before += amount
    return counts
