from __future__ import annotations

import json
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.columns import COLUMNS
from portfolio_app.analysis.metrics import metrics
from portfolio_app.analysis.rules import (
    MAX_DEPTH,
    OPERATORS,
    All,
    AnyOf,
    Condition,
    Not,
    Percentile,
    conditions,
    evaluate,
    metrics_used,
    parse_rule,
    threshold,
    to_data,
)
from portfolio_app.errors import RuleError
from tests.analysis.books import TODAY, book, clients, lines, touches


def is_(metric: str, op: str, *value: Any) -> dict[str, Any]:
    return {"metric": metric, "op": op} | ({"value": value[0]} if value else {})


@pytest.fixture(scope="module")
def four() -> pd.DataFrame:
    """Revenue 10, 20, 30 and none; Ann touched in March, Bob in January."""
    frame = clients("Ann", "Bob", "Cid", "Dee")
    frame["sector"] = ["retail", "food", "", "retail"]
    sold = lines(*[(i, TODAY, "", 10 * i, None) for i in (1, 2, 3)])
    seen = touches(
        {"client_id": 1, "last_touch": date(2026, 3, 1)}, {"client_id": 2, "last_touch": date(2026, 1, 5)}
    )
    return metrics(book(frame, sold, seen), TODAY)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (is_("revenue_window", ">=", 20_000_000), [2, 3]),
        (is_("revenue_window", ">", 20_000_000), [3]),
        (is_("revenue_window", "<=", 10_000_000), [1, 4]),
        (is_("orders", "=", 0), [4]),
        (is_("orders", "!=", 0), [1, 2, 3]),
        (is_("sector", "=", "retail"), [1, 4]),
        (is_("sector", "!=", "retail"), [2]),
        (is_("sector", "in", ["food", "farming"]), [2]),
        (is_("sector", "missing"), [3]),
        (is_("orders", "in", [0, 7]), [4]),
        (is_("average_basket", "missing"), [4]),
        (is_("average_basket", "known"), [1, 2, 3]),
        (is_("average_basket", "<", 99_000_000), [1, 2, 3]),
        ({"not": is_("average_basket", "<", 99_000_000)}, [4]),
        (is_("last_touch", ">=", "2026-02-01"), [1]),
        (is_("last_touch", "<", "2026-02-01"), [2]),
        (is_("last_touch", "=", "2026-03-01"), [1]),
        (is_("last_touch", "in", ["2026-03-01", "2026-01-05"]), [1, 2]),
        (is_("last_touch", "missing"), [3, 4]),
        (is_("revenue_window", ">=", {"percentile": 50}), [2, 3]),
        (is_("revenue_window", ">", {"percentile": 80}), [3]),
        ({"all": [is_("orders", ">", 0), is_("sector", "known")]}, [1, 2]),
        ({"any": [is_("orders", "=", 0), is_("sector", "=", "food")]}, [2, 4]),
        ({"all": [{"any": [is_("orders", "=", 1)]}, {"not": is_("sector", "=", "food")}]}, [1, 3]),
    ],
)
def test_evaluates(four: pd.DataFrame, rule: dict, expected: list[int]) -> None:
    found = evaluate(parse_rule(rule), four)
    assert found.dtype == bool
    assert found[found].index.tolist() == expected


def test_percentile_of_nothing_holds_for_nobody(four: pd.DataFrame) -> None:
    assert not evaluate(parse_rule(is_("minutes_window", ">=", {"percentile": 10})), four).any()


def test_threshold_says_what_a_percentile_amounts_to(four: pd.DataFrame) -> None:
    condition = Condition("revenue_window", ">=", Percentile(50))
    assert threshold(condition, four["revenue_window"]) == 20_000_000


def deep(levels: int) -> dict[str, Any]:
    rule = is_("orders", ">", 1)
    for _ in range(levels - 1):
        rule = {"not": rule}
    return rule


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (None, "not_a_rule"),
        ("orders > 1", "not_a_rule"),
        ([], "not_a_rule"),
        ({}, "not_a_rule"),
        ({"all": []}, "not_a_rule"),
        ({"all": is_("orders", ">", 1)}, "not_a_rule"),
        ({"all": [is_("orders", ">", 1)], "any": []}, "not_a_rule"),
        ({"not": [is_("orders", ">", 1)]}, "not_a_rule"),
        ({**is_("orders", ">", 1), "eval": "x"}, "not_a_rule"),
        ({"metric": "orders", "value": 1}, "not_a_rule"),
        ({"any": [is_("orders", ">", 1)] * 201}, "not_a_rule"),
        ({1: 2}, "not_a_rule"),
        (is_("__class__", "=", 1), "unknown_metric"),
        (is_(["orders"], "=", 1), "unknown_metric"),  # type: ignore[arg-type]
        (is_("orders", "~", 1), "unknown_operator"),
        (is_("orders", ["="], 1), "unknown_operator"),  # type: ignore[arg-type]
        (is_("orders", ">", "1"), "bad_value"),
        (is_("orders", ">", True), "bad_value"),
        (is_("orders", ">", None), "bad_value"),
        (is_("orders", ">"), "bad_value"),
        (is_("orders", ">", float("nan")), "bad_value"),
        (is_("orders", ">", 10**30), "bad_value"),
        (is_("orders", "in", []), "bad_value"),
        (is_("orders", "in", 3), "bad_value"),
        (is_("orders", "in", [{"percentile": 3}]), "bad_value"),
        (is_("orders", "missing", 3), "bad_value"),
        (is_("orders", ">", {"percentile": 101}), "bad_value"),
        (is_("orders", ">", {"percentile": "50"}), "bad_value"),
        (is_("orders", ">", {"percent": 50}), "bad_value"),
        (is_("sector", "=", {"percentile": 50}), "bad_value"),
        (is_("sector", ">", "a"), "bad_value"),
        (is_("sector", "=", 3), "bad_value"),
        (is_("last_touch", ">", 3), "bad_value"),
        (is_("last_touch", ">", "yesterday"), "bad_value"),
        (deep(MAX_DEPTH + 1), "too_deep"),
    ],
)
def test_refuses_with_a_reason(rule: object, code: str) -> None:
    with pytest.raises(RuleError) as refused:
        parse_rule(rule)
    assert refused.value.code == code
    assert str(refused.value)


def test_deepest_rule_is_read() -> None:
    assert len(conditions(parse_rule(deep(MAX_DEPTH)))) == 1


def test_only_the_columns_given_may_be_asked() -> None:
    with pytest.raises(RuleError):
        parse_rule(is_("orders", ">", 1), {"revenue": COLUMNS["revenue"]})


def test_tree_can_be_walked() -> None:
    rule = parse_rule(
        {"any": [{"not": is_("orders", ">", 1)}, {"all": [is_("growth", "<", 0), is_("sector", "known")]}]}
    )
    assert rule == AnyOf(
        (
            Not(Condition("orders", ">", 1)),
            All((Condition("growth", "<", 0), Condition("sector", "known", None))),
        )
    )
    assert metrics_used([rule]) == {"orders", "growth", "sector"}


_NUMBERS = [name for name, column in COLUMNS.items() if column.kind in ("money", "int", "ratio")]
_CONDITIONS = st.one_of(
    st.builds(
        is_,
        st.sampled_from(_NUMBERS),
        st.sampled_from(["<=", "<", ">=", ">", "=", "!="]),
        st.one_of(
            st.integers(-(10**6), 10**6),
            st.floats(-1e6, 1e6),
            st.builds(lambda p: {"percentile": p}, st.integers(0, 100)),
        ),
    ),
    st.builds(is_, st.sampled_from(list(COLUMNS)), st.sampled_from(["missing", "known"])),
    st.builds(is_, st.just("sector"), st.just("in"), st.lists(st.text(max_size=3), min_size=1, max_size=3)),
    st.builds(is_, st.just("last_touch"), st.just("<"), st.dates().map(date.isoformat)),
)


def _depth(rule: dict[str, Any]) -> int:
    inner = rule.get("all") or rule.get("any") or ([rule["not"]] if "not" in rule else [])
    return 1 + max((_depth(part) for part in inner), default=0)


_RULES = st.recursive(
    _CONDITIONS,
    lambda inner: st.one_of(
        st.builds(lambda parts: {"all": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: {"any": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda part: {"not": part}, inner),
    ),
    max_leaves=4,
).filter(lambda rule: _depth(rule) <= MAX_DEPTH)


@given(_RULES)
@settings(deadline=None, max_examples=40)
def test_what_parses_round_trips_and_evaluates(four: pd.DataFrame, data: dict[str, Any]) -> None:
    rule = parse_rule(json.loads(json.dumps(data)))
    assert parse_rule(to_data(rule)) == rule
    holds, fails = evaluate(rule, four), evaluate(Not(rule), four)
    assert (holds ^ fails).all()


_ANYTHING = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.sampled_from(OPERATORS)
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["all", "any", "not", "metric", "op", "value", "x"]), inner, max_size=3
        ),
    ),
    max_leaves=10,
)


@given(_ANYTHING)
@settings(deadline=None, max_examples=40)
def test_anything_else_is_refused_cleanly(data: object) -> None:
    try:
        rule = parse_rule(data)
    except RuleError:
        return
    assert conditions(rule)
