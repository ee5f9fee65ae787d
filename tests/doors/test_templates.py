"""The door of templates: a text fills a place in a sentence and is never itself a sentence with places."""

from __future__ import annotations

import json
import pickle
import string
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from portfolio_app import errors
from portfolio_app.analysis import rules
from portfolio_app.errors import InvalidValueError, PortfolioError, RuleError
from portfolio_app.exchange.refusals import SENTENCES, RefusedRow
from portfolio_app.services import clients, follow_ups, history
from portfolio_app.storage.book import Book
from portfolio_app.ui import i18n, messages
from tests.conftest import TODAY
from tests.doors import hostile


def every_error() -> list[tuple[type[PortfolioError], str]]:
    """Every sentence of the tree."""
    kinds = [
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, PortfolioError)
    ]
    return [
        (kind, code) for kind in kinds for code in kind.sentences if kind is not errors.OperationCancelled
    ]


def places(sentence: str) -> list[str]:
    """The names of the places of a sentence."""
    return [name for _, name, _, _ in string.Formatter().parse(sentence) if name]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_error_says_what_it_was_told(qapp: QApplication, language: str) -> None:
    """In both languages, and again after a journey to another thread or process."""
    i18n.set_language(qapp, language)  # type: ignore[arg-type]
    try:
        for kind, code in every_error():
            names = places(kind.sentences[code])
            for value in (*hostile.TEMPLATES, hostile.HTML):
                error = kind(code, **dict.fromkeys(names, value))
                assert str(error).count(value) >= len(names)
                assert messages.error_text(error).count(value) >= len(names), code
                assert str(pickle.loads(pickle.dumps(error))) == str(error)
    finally:
        i18n.set_language(qapp, "en")


@hostile.each("value", hostile.TEMPLATES)
def test_a_refused_row_says_what_stood_there(value: str) -> None:
    params = {"length": value, "limit": value, "found": value, "expected": value}
    for code, sentence in SENTENCES.items():
        reason = RefusedRow(1, value, value, code, params).reason
        assert (value in reason) == ("{" in sentence)


@hostile.QUICK
@given(st.text(max_size=200))
def test_any_text_passes_through_a_sentence(text: str) -> None:
    assert text in str(InvalidValueError("not_a_choice", field="x", value=text, allowed="y"))
    assert "is not a date" in RefusedRow(1, "c", text, "bad_date").reason


def test_the_journal_keeps_names_as_values(book: Book) -> None:
    for value in hostile.TEMPLATES:
        clients.create_client(book, {"name": value})
    kept = [step.params["name"] for step in history.steps(book, 100)]
    assert kept == list(reversed(hostile.TEMPLATES))
    assert all(messages.step_label(step.label) for step in history.steps(book, 100))


def test_what_a_follow_up_says_is_not_filled_in(book: Book) -> None:
    (client_id,) = clients.create_client(book, {"name": "{0}"}).created["client"]
    for value in hostile.TEMPLATES:
        follow_ups.plan_follow_up(book, client_id, {"due_on": TODAY, "title": value})
    with book.read() as connection:
        titles = [row[0] for row in connection.exec_driver_sql("SELECT title FROM follow_up ORDER BY id")]
    assert titles == list(hostile.TEMPLATES)


def deep(levels: int) -> dict[str, Any]:
    """A rule within a rule within a rule."""
    rule: dict[str, Any] = {"metric": "orders", "op": ">", "value": 1}
    for _ in range(levels):
        rule = {"all": [rule]}
    return rule


HOSTILE_RULES: tuple[Any, ...] = (
    None,
    1,
    "x",
    [],
    {},
    deep(50),
    deep(5_000),
    {"all": []},
    {"all": {}},
    {"all": [None]},
    {"any": "x"},
    {"not": []},
    {"not": {"not": {"not": 1}}},
    {"all": [], "any": []},
    {"metric": "orders", "op": "__import__('os')", "value": 1},
    {"metric": "__class__", "op": "=", "value": 1},
    {"metric": ["orders"], "op": "=", "value": 1},
    {"metric": "orders", "op": ["="], "value": 1},
    {"metric": "orders", "op": "=", "value": float("nan")},
    {"metric": "orders", "op": ">", "value": float("inf")},
    {"metric": "orders", "op": "=", "value": 10**5_000},
    {"metric": "orders", "op": "=", "value": -(2**63) - 1},
    {"metric": "orders", "op": "=", "value": True},
    {"metric": "orders", "op": "=", "value": "1; DROP TABLE client"},
    {"metric": "orders", "op": "=", "value": deep(2_000)},
    {"metric": "orders", "op": "in", "value": []},
    {"metric": "orders", "op": "in", "value": [[1]]},
    {"metric": "orders", "op": "missing", "value": 0},
    {"metric": "orders", "op": ">", "value": {"percentile": float("nan")}},
    {"metric": "orders", "op": ">", "value": {"percentile": 10**5_000}},
    {"metric": "orders", "op": ">", "value": {"percentile": -1}},
    {"metric": "orders", "op": ">", "value": {"percentile": "50"}},
    {"metric": "orders", "op": ">", "value": {"percentile": 50, "of": "x"}},
    {"metric": "last_sale", "op": "<", "value": "9999-99-99"},
    {"metric": "last_sale", "op": "<", "value": "x" * 100_000},
    {"metric": "city", "op": "<", "value": "a"},
    {"metric": "city", "op": "=", "value": 1},
    {"metric": "{0}", "op": "=", "value": 1},
    {1: 2, None: 3, ("a",): 4},
    {"all": [{"metric": "orders", "op": "known"}] * 100_000},
)


@hostile.each("data", HOSTILE_RULES)
def test_a_hostile_rule_ends_in_a_sentence(data: Any) -> None:
    with pytest.raises(RuleError) as caught:
        rules.parse_rule(data)
    assert 0 < len(str(caught.value)) < 500


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["all", "any", "not", "metric", "op", "value", "percentile"]), inner, max_size=3
        )
    ),
    max_leaves=12,
)
conditions = st.fixed_dictionaries(
    {
        "metric": st.sampled_from(["orders", "city", "last_sale", "revenue_window", "growth"]),
        "op": st.sampled_from(rules.OPERATORS),
    },
    optional={"value": json_values | st.dates().map(lambda day: day.isoformat())},
)


@settings(hostile.QUICK, max_examples=80)
@given(data=json_values | conditions | conditions.map(lambda one: {"all": [one, {"not": one}]}))
def test_any_rule_is_refused_or_can_be_asked(data: Any) -> None:
    table = pd.DataFrame(
        {
            "orders": [0, 3],
            "city": ["", "Brest"],
            "last_sale": pd.to_datetime([None, "2026-01-01"]),
            "revenue_window": [0, 5],
            "growth": [float("nan"), 0.5],
        }
    )
    try:
        rule = rules.parse_rule(data)
    except RuleError:
        return
    assert len(rules.evaluate(rule, table, TODAY)) == 2
    assert rules.parse_rule(json.loads(json.dumps(rules.to_data(rule)))) == rule
