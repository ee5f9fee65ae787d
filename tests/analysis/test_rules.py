from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.columns import COLUMNS, Column, catalogue
from portfolio_app.analysis.frames import CustomColumn
from portfolio_app.analysis.metrics import metrics
from portfolio_app.analysis.rules import (
    MAX_DAYS,
    MAX_DEPTH,
    OPERATORS,
    OPERATORS_OF,
    All,
    AnyOf,
    Condition,
    ConditionFigure,
    Days,
    GroupFigure,
    Not,
    Percentile,
    conditions,
    evaluate,
    figures,
    metrics_used,
    parse_rule,
    threshold,
    to_data,
)
from portfolio_app.analysis.segments import SegmentSpec, assign
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
    found = evaluate(parse_rule(rule), four, TODAY)
    assert found.dtype == bool
    assert found[found].index.tolist() == expected


FIELDS = catalogue(
    [CustomColumn("vat", "VAT paid", "yes_no"), CustomColumn("season", "Season", "choice", ("summer",))]
)


@pytest.fixture(scope="module")
def words() -> pd.DataFrame:
    """Three clients with texts, tags, a yes-or-no and a day; the fourth has nothing anywhere."""
    return pd.DataFrame(
        {
            "sector": ["École", "écoles de danse", "Vieille école", ""],
            "tags": [("vip", "north"), ("north",), ("south",), ()],
            "custom.vat": [1.0, 0.0, 1.0, np.nan],
            "custom.season": ["summer", "", "summer", ""],
            "last_sale": pd.to_datetime(["2026-03-31", "2026-03-01", "2025-03-31", None]),
            "growth": [0.1, -0.5, 2.0, np.nan],
            "revenue_window": [10, 20, 30, 0],
        },
        index=[1, 2, 3, 4],
    )


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (is_("sector", "contains", "ecole"), [1, 2, 3]),
        (is_("sector", "contains", "DANSE"), [2]),
        (is_("sector", "starts", "ecole"), [1, 2]),
        (is_("sector", "=", "école"), []),
        (is_("sector", "contains", "x"), []),
        (is_("tags", "has", "north"), [1, 2]),
        (is_("tags", "has_not", "north"), [3, 4]),
        (is_("tags", "in", ["vip", "south"]), [1, 3]),
        (is_("tags", "missing"), [4]),
        (is_("tags", "known"), [1, 2, 3]),
        (is_("custom.vat", "=", True), [1, 3]),
        (is_("custom.vat", "=", False), [2]),
        (is_("custom.vat", "missing"), [4]),
        (is_("custom.season", "in", ["summer", "winter"]), [1, 3]),
        (is_("last_sale", ">=", {"days": -30}), [1, 2]),
        (is_("last_sale", "<", {"days": -30}), [3]),
        (is_("last_sale", "=", {"days": 0}), [1]),
        (is_("last_sale", "between", ["2025-03-31", "2026-03-01"]), [2, 3]),
        (is_("last_sale", "between", ["2026-01-01", {"days": 0}]), [1, 2]),
        (is_("growth", "between", [-0.5, 0.1]), [1, 2]),
        ({"not": is_("growth", "between", [-0.5, 0.1])}, [3, 4]),
        (is_("growth", "!=", 2), [1, 2]),
        (is_("revenue_window", "between", [{"percentile": 50}, {"percentile": 100}]), [2, 3]),
        (is_("revenue_window", "between", [{"percentile": 50}, 25]), [2]),
    ],
)
def test_evaluates_every_kind(words: pd.DataFrame, rule: dict, expected: list[int]) -> None:
    found = evaluate(parse_rule(rule, FIELDS), words, TODAY)
    assert found[found].index.tolist() == expected


def test_percentile_of_nothing_holds_for_nobody(words: pd.DataFrame) -> None:
    poor = words.assign(revenue_window=0)
    for rule in (
        is_("revenue_window", ">=", {"percentile": 10}),
        is_("revenue_window", "between", [0, {"percentile": 10}]),
    ):
        assert not evaluate(parse_rule(rule), poor, TODAY).any()


def test_threshold_says_what_a_percentile_amounts_to(four: pd.DataFrame) -> None:
    revenue = four["revenue_window"]
    assert threshold(Condition("revenue_window", ">=", Percentile(50)), revenue, TODAY) == 20_000_000
    limits = (1, Percentile(100))
    assert threshold(Condition("revenue_window", "between", limits), revenue, TODAY) == (1, 30_000_000)


def test_days_are_counted_from_the_day_asked_about_and_stop_at_the_ends_of_time(words: pd.DataFrame) -> None:
    column = words["last_sale"]
    assert threshold(Condition("last_sale", ">", Days(-31)), column, TODAY) == date(2026, 2, 28)
    assert threshold(Condition("last_sale", ">", Days(MAX_DAYS)), column, date(9990, 1, 1)) == date.max
    assert threshold(Condition("last_sale", ">", Days(-MAX_DAYS)), column, date(5, 1, 1)) == date.min


def test_percentiles_are_those_of_the_population_given(words: pd.DataFrame) -> None:
    rule = parse_rule(is_("revenue_window", ">=", {"percentile": 50}))
    one = words.loc[[1]]
    assert evaluate(rule, one, TODAY).tolist() == [True]
    assert evaluate(rule, one, TODAY, words).tolist() == [False]


def test_figures_tell_value_threshold_and_outcome(words: pd.DataFrame) -> None:
    data = {
        "all": [
            is_("revenue_window", ">=", {"percentile": 50}),
            {"any": [is_("last_sale", ">", {"days": -90}), is_("tags", "has", "vip")]},
            {"not": is_("custom.vat", "=", False)},
        ]
    }
    rule = parse_rule(data, FIELDS)
    found = figures(rule, words.loc[[1]], words, TODAY)
    revenue, recent, vip, untaxed = conditions(rule)
    assert found == GroupFigure(
        "all",
        (
            ConditionFigure(revenue, 10, 20.0, False),
            GroupFigure(
                "any",
                (
                    ConditionFigure(recent, TODAY, TODAY - timedelta(90), True),
                    ConditionFigure(vip, ("vip", "north"), "vip", True),
                ),
                True,
            ),
            GroupFigure("not", (ConditionFigure(untaxed, True, False, False),), True),
        ),
        False,
    )


def test_figures_of_what_is_missing_are_none(words: pd.DataFrame) -> None:
    for metric in ("sector", "tags", "custom.vat", "last_sale", "growth"):
        rule = parse_rule(is_(metric, "missing"), FIELDS)
        assert figures(rule, words.loc[[4]], words, TODAY) == ConditionFigure(rule, None, None, True)
    with pytest.raises(ValueError, match="one client"):
        figures(rule, words, words, TODAY)


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
        ({"all": []}, "no_conditions"),
        ({"all": is_("orders", ">", 1)}, "not_a_rule"),
        ({"all": [is_("orders", ">", 1)], "any": []}, "not_a_rule"),
        ({"not": [is_("orders", ">", 1)]}, "not_a_rule"),
        ({**is_("orders", ">", 1), "eval": "x"}, "not_a_rule"),
        ({"metric": "orders", "value": 1}, "not_a_rule"),
        ({"any": [is_("orders", ">", 1)] * 201}, "too_many"),
        ({"all": [{"any": [is_("orders", ">", 1)] * 150}] * 2}, "too_many"),
        ({1: 2}, "not_a_rule"),
        (is_("__class__", "=", 1), "unknown_metric"),
        (is_(["orders"], "=", 1), "unknown_metric"),  # type: ignore[arg-type]
        (is_("orders", "~", 1), "unknown_operator"),
        (is_("orders", ["="], 1), "unknown_operator"),  # type: ignore[arg-type]
        (is_("orders", ">", "1"), "bad_value"),
        (is_("orders", ">", True), "bad_value"),
        (is_("orders", ">", None), "no_value"),
        (is_("orders", ">"), "no_value"),
        (is_("orders", "has", "x"), "wrong_operator"),
        (is_("orders", "contains", "1"), "wrong_operator"),
        (is_("sector", "between", ["a", "b"]), "wrong_operator"),
        (is_("sector", "has", "a"), "wrong_operator"),
        (is_("tags", "=", "a"), "wrong_operator"),
        (is_("tags", "contains", "a"), "wrong_operator"),
        (is_("tags", "has", ["a"]), "bad_value"),
        (is_("tags", "in", "a"), "bad_value"),
        (is_("sector", "contains", " "), "bad_value"),
        (is_("sector", "in", ["a", ""]), "bad_value"),
        (is_("orders", "between", 3), "bad_value"),
        (is_("orders", "between", [3]), "bad_value"),
        (is_("orders", "between", [1, 2, 3]), "bad_value"),
        (is_("orders", "between", [2, 1]), "bad_value"),
        (is_("last_touch", "between", ["2026-02-01", "2026-01-01"]), "bad_value"),
        (is_("last_touch", ">", {"percentile": 50}), "bad_value"),
        (is_("last_touch", ">", {"days": 1.5}), "bad_value"),
        (is_("last_touch", ">", {"days": True}), "bad_value"),
        (is_("last_touch", ">", {"days": MAX_DAYS + 1}), "bad_value"),
        (is_("last_touch", "in", [{"days": -1}]), "bad_value"),
        (is_("orders", ">", {"days": -1}), "bad_value"),
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
        (is_("sector", ">", "a"), "wrong_operator"),
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


def test_a_yes_or_no_takes_only_yes_or_no() -> None:
    for op, value, code in (
        ("=", 1, "bad_value"),
        ("=", "true", "bad_value"),
        ("!=", True, "wrong_operator"),
    ):
        with pytest.raises(RuleError) as refused:
            parse_rule(is_("custom.vat", op, value), FIELDS)
        assert refused.value.code == code


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


_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": st.text(min_size=1, max_size=4).filter(str.strip),
    "list": st.sampled_from(["vip", "north", "x"]),
    "flag": st.booleans(),
    "date": st.one_of(
        st.dates().map(date.isoformat), st.builds(lambda n: {"days": n}, st.integers(-MAX_DAYS, MAX_DAYS))
    ),
}
_NUMBER = st.one_of(
    st.integers(-(2**63) + 1, 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.builds(lambda p: {"percentile": p}, st.floats(0, 100)),
)


@st.composite
def _condition(draw: st.DrawFn) -> dict[str, Any]:
    """A condition on any column with any comparison it allows; those with several values are put in order."""
    column = FIELDS[draw(st.sampled_from(list(FIELDS)))]
    op = draw(st.sampled_from(OPERATORS_OF[column.kind]))
    value = _VALUES.get(column.kind, _NUMBER)
    if op in ("missing", "known"):
        return is_(column.name, op)
    if op == "in":
        fixed = value.filter(lambda one: not isinstance(one, dict))
        return is_(column.name, op, draw(st.lists(fixed, min_size=1, max_size=3)))
    if op == "between":
        low, high = draw(value), draw(value)
        ordered = [low, high] if isinstance(low, dict) or isinstance(high, dict) else sorted([low, high])
        return is_(column.name, op, ordered)
    return is_(column.name, op, draw(value))


_CONDITIONS = _condition()


def _cells(column: Column) -> list[Any]:
    """Three values of a kind of column, the last one missing."""
    match column.kind:
        case "text":
            return ["École", "retail", ""]
        case "list":
            return [("vip", "north"), ("x",), ()]
        case "date":
            return [pd.Timestamp("2026-03-31"), pd.Timestamp("2019-02-28"), pd.NaT]
        case "flag":
            return [1.0, 0.0, np.nan]
    return [3.0, -1.5, np.nan]


EVERY_COLUMN = pd.DataFrame({name: _cells(column) for name, column in FIELDS.items()})


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
@settings(deadline=None, max_examples=120)
def test_what_parses_round_trips_and_evaluates(data: dict[str, Any]) -> None:
    rule = parse_rule(json.loads(json.dumps(data)), FIELDS)
    assert parse_rule(json.loads(json.dumps(to_data(rule))), FIELDS) == rule
    holds, fails = evaluate(rule, EVERY_COLUMN, TODAY), evaluate(Not(rule), EVERY_COLUMN, TODAY)
    assert (holds ^ fails).all()
    row = EVERY_COLUMN.iloc[[1]]
    assert figures(rule, row, EVERY_COLUMN, TODAY).holds == holds.iloc[1]


@given(_CONDITIONS)
@settings(deadline=None, max_examples=80)
def test_what_is_missing_matches_only_missing_and_not(data: dict[str, Any]) -> None:
    nothing = evaluate(parse_rule(data, FIELDS), EVERY_COLUMN, TODAY).iloc[-1]
    assert nothing == (data["op"] in ("missing", "has_not"))
    assert evaluate(parse_rule({"not": data}, FIELDS), EVERY_COLUMN, TODAY).iloc[-1] != nothing


@given(st.lists(_RULES, max_size=4))
@settings(deadline=None, max_examples=50)
def test_any_rules_put_each_client_in_exactly_one_segment(rules: list[dict[str, Any]]) -> None:
    rules_and_rest = [*rules, None]
    segments = [
        SegmentSpec(f"own.{place}", rule, place, -place, "#000000", None, None)
        for place, rule in enumerate(rules_and_rest)
    ]
    found = assign(EVERY_COLUMN, segments, TODAY, columns=FIELDS)
    holds = [evaluate(parse_rule(rule, FIELDS), EVERY_COLUMN, TODAY) for rule in rules]
    for client, code in found.items():
        first = next((place for place, one in enumerate(holds) if one[client]), len(rules))
        assert code == f"own.{first}"


def test_an_empty_table_has_nobody() -> None:
    for column in FIELDS.values():
        for op in ("missing", "known"):
            assert evaluate(Condition(column.name, op, None), EVERY_COLUMN.iloc[:0], TODAY).empty


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
