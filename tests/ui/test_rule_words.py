"""Rules and indicators in words, in both languages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from portfolio_app.analysis.columns import COLUMNS, catalogue
from portfolio_app.analysis.frames import CustomColumn
from portfolio_app.analysis.rule_parsing import OPERATORS_OF, parse_rule
from portfolio_app.analysis.rules import Condition, ConditionFigure, GroupFigure
from portfolio_app.errors import RuleError
from portfolio_app.ui import i18n, messages, metric_words, rule_words
from portfolio_app.ui.metric_explanations import EXPLANATIONS
from portfolio_app.ui.metric_texts import MEMBERS
from portfolio_app.ui.rule_operators import operator_word

UNIT = 1_000_000
CUSTOMS = (
    CustomColumn("news", "Newsletter", "yes_no"),
    CustomColumn("seats", "Seats", "number"),
    CustomColumn("plan", "Plan {0} <b>", "choice", ("Gold", "Silver")),
)
ALL = catalogue(CUSTOMS)


def ask(metric: str, op: str, value: Any = None) -> dict[str, Any]:
    """One comparison as data."""
    return {"metric": metric, "op": op} | ({} if value is None else {"value": value})


def said(rule: dict[str, Any] | None) -> str:
    return rule_words.sentence(rule, ALL, "EUR").replace("\xa0", " ").replace("\u202f", " ")


RHYTHM = {"all": [ask("order_days", ">=", 3), ask("lateness", ">", 2), ask("recency_days", ">", 30)]}
HALVED = {"all": [ask("growth", "<=", -0.5), ask("orders_previous", ">=", 3)]}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_indicator_has_a_name_and_an_explanation(language: str, qapp: QApplication) -> None:
    i18n.set_language(qapp, language)  # type: ignore[arg-type]
    titles = [metric_words.title(name) for name in COLUMNS]
    assert len(set(titles)) == len(titles)
    assert not set(titles) & set(COLUMNS)
    for name in COLUMNS:
        assert metric_words.title(name)[:1].isupper(), name
        assert metric_words.explanation(name).endswith((".", "?", "» ?")), name
    if language == "fr":
        english = {str(text) for text in EXPLANATIONS.values()}
        assert not english & {metric_words.explanation(name) for name in COLUMNS}


def test_every_indicator_is_offered_once_under_a_heading() -> None:
    offered = [name for _, members in metric_words.groups(ALL) for name in members]
    assert sorted(offered) == sorted(ALL)
    assert {name for members in MEMBERS.values() for name in members} == set(COLUMNS)


@pytest.mark.parametrize(
    ("rule", "english", "french"),
    [
        (None, "everyone else", "tous les autres"),
        (
            {"all": [ask("revenue_window", ">=", 20_000 * UNIT), ask("recency_days", "<", 90)]},
            "revenue over 12 months at least €20,000 and last order less than 90 days ago",
            "CA sur 12 mois d’au moins 20 000 € et dernière commande il y a moins de 90 jours",
        ),
        (
            {"not": ask("recency_days", "<", 365)},
            "last order at least 365 days ago (or never)",
            "dernière commande il y a au moins 365 jours (ou jamais)",
        ),
        (
            {"any": [RHYTHM, HALVED]},
            "(at least 3 purchase days, silent for more than 2 times the usual gap and last order more than "
            "30 days ago) or (change of revenue at most −50% and at least 3 orders in the 12 months before)",
            "(au moins 3 jours d’achat, silence depuis plus de 2 fois le délai habituel et dernière commande "
            "il y a plus de 30 jours) ou (évolution du CA d’au plus −50 % et au moins 3 commandes dans les "
            "12 mois d’avant)",
        ),
        (ask("orders", "=", 0), "no order yet", "aucune commande à ce jour"),
        (
            {"not": ask("orders", ">=", 3)},
            "fewer than 3 orders since the beginning",
            "moins de 3 commandes depuis toujours",
        ),
        (
            ask("clients_before", "<", 0.2),
            "among the first 20% of the clients by revenue",
            "parmi les premiers 20 % des clients par CA",
        ),
        (
            ask("average_basket", ">=", {"percentile": 80}),
            "average order among the highest 20%",
            "panier moyen parmi les 20 % les plus élevés",
        ),
        (
            ask("revenue_window", "between", [{"percentile": 20}, {"percentile": 80}]),
            "revenue over 12 months neither among the lowest 20% nor among the highest 20%",
            "CA sur 12 mois ni parmi les 20 % les plus bas ni parmi les 20 % les plus élevés",
        ),
        (
            {"not": {"any": [ask("status", "=", "former"), ask("tags", "has", "VIP")]}},
            "none of these: status is “former”; tags including “VIP”",
            "aucune de ces conditions : statut « ancien » ; étiquettes comprenant « VIP »",
        ),
        (
            {"not": {"all": [ask("orders", ">=", 1), ask("sector", "starts", "b")]}},
            "not all of these: at least 1 order since the beginning; sector starts with “b”",
            "pas toutes ces conditions à la fois : au moins 1 commande depuis toujours ; "
            "secteur commençant par « b »",
        ),
        (ask("sector", "in", ["A", "B", "C"]), "sector is “A”, “B” or “C”", "secteur « A », « B » ou « C »"),
        (
            {"not": ask("sector", "=", "A")},
            "sector is not “A” (or not known)",
            "secteur autre que « A » (ou valeur inconnue)",
        ),
        (ask("sector", "missing"), "sector not known", "sans secteur"),
        (ask("recency_days", "missing"), "never bought", "n’a jamais acheté"),
        (ask("clients_before", "known"), "bought in the 12 months", "a acheté sur 12 mois"),
        (ask("share_before", "known"), "bought in the 12 months", "a acheté sur 12 mois"),
        (ask("share_before", "missing"), "bought nothing in the 12 months", "n’a rien acheté sur 12 mois"),
        (ask("recency_score", "known"), "has a recency score", "a un score de récence"),
        (ask("lateness", "missing"), "has no buying rhythm yet", "n’a pas encore de rythme d’achat"),
        (
            ask("recency_days", "between", [30, 90]),
            "last order between 30 and 90 days ago",
            "dernière commande il y a 30 à 90 jours",
        ),
        (
            ask("last_sale", "<", {"days": -90}),
            "last order more than 90 days ago",
            "dernière commande il y a plus de 90 jours",
        ),
        (
            ask("next_due", "<=", {"days": 30}),
            "next follow-up in at most 30 days",
            "prochaine relance dans au plus 30 jours",
        ),
        (
            ask("first_sale", "between", ["2024-01-01", {"days": -30}]),
            "first order between 01/01/2024 and 30 days ago",
            "première commande entre le 01/01/2024 et il y a 30 jours",
        ),
        (
            ask("overdue_days", ">", 60),
            "a payment overdue for more than 60 days",
            "paiement en retard depuis plus de 60 jours",
        ),
        (ask("custom.news", "=", True), "Newsletter: yes", "Newsletter : oui"),
        (
            {"not": ask("custom.news", "=", True)},
            "Newsletter: no (or not known)",
            "Newsletter : non (ou valeur inconnue)",
        ),
        (ask("custom.plan", "=", "Gold"), "Plan {0} <b> is “Gold”", "Plan {0} <b> « Gold »"),
        (ask("custom.gone", ">=", 3), "gone at least 3", "gone d’au moins 3"),
        (
            ask("revenue_window", ">=", "x"),
            "revenue over 12 months at least …",
            "CA sur 12 mois d’au moins …",
        ),
        ({"all": []}, "…", "…"),
    ],
)
def test_rules_read_naturally(
    rule: dict[str, Any] | None, english: str, french: str, qapp: QApplication
) -> None:
    assert said(rule) == english
    i18n.set_language(qapp, "fr")
    assert said(rule) == french


def test_brackets_stand_only_where_they_are_needed() -> None:
    a, b, c = ask("sector", "=", "A"), ask("sector", "=", "B"), ask("sector", "=", "C")
    words = {key: f"sector is “{key}”" for key in "ABC"}
    assert said({"all": [a, {"all": [b]}, c]}) == f"{words['A']}, {words['B']} and {words['C']}"
    assert said({"all": [a, {"any": [b, c]}]}) == f"{words['A']} and ({words['B']} or {words['C']})"
    assert said({"any": [{"all": [a, b]}, c]}) == f"({words['A']} and {words['B']}) or {words['C']}"
    assert said({"not": {"not": a}}) == words["A"]


VALUES: dict[str, Any] = {
    "money": 1234 * UNIT, "int": 4, "ratio": 0.25, "date": "2026-03-01", "text": "x", "list": "x", "flag": True,
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_comparison_of_every_indicator_can_be_said(language: str, qapp: QApplication) -> None:
    i18n.set_language(qapp, language)  # type: ignore[arg-type]
    for name, column in ALL.items():
        for op in OPERATORS_OF[column.kind]:
            value = VALUES[column.kind]
            if op in ("known", "missing"):
                value = None
            elif op in ("in", "between"):
                value = [value, value]
            rule = ask(name, op, value)
            parse_rule(rule, ALL)
            for shown in (said(rule), said({"not": rule})):
                assert shown.strip(), (name, op)
                assert "…" not in shown, (name, op)
                assert "_" not in shown, (name, op)
            assert operator_word(column.kind, op)


rules = st.recursive(
    st.sampled_from(
        [ask("orders", ">=", 3), ask("sector", "=", "A"), ask("revenue", "<", {"percentile": 5})]
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"all": parts}),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"any": parts}),
        inner.map(lambda part: {"not": part}),
    ),
    max_leaves=6,
)


@given(rules)
def test_any_rule_can_be_said(rule: dict[str, Any]) -> None:
    shown = said(rule)
    assert shown
    assert shown.count("(") == shown.count(")")


def test_values_are_written_as_people_write_them() -> None:
    def text(name: str, value: Any) -> str:
        return metric_words.value_text(ALL[name], value, "EUR")

    assert text("revenue_window", 1_234 * UNIT) == "€1,234"
    assert text("growth", 0.25) == "+25%"
    assert text("share", 0.0312) == "3.1%"
    assert text("recency_days", 1.0) == "1 day"
    assert text("recency_days", 1_200.0) == "1,200 days"
    assert text("minutes_window", 70) == "1\xa0h\xa010"
    assert text("status", "active") == "Active"
    assert text("tags", ("VIP", "Bio")) == "VIP, Bio"
    assert text("last_sale", date(2026, 3, 1)) == "01/03/2026"
    assert text("custom.news", 0.0) == "no"
    assert text("custom.seats", 12.5) == "12.5"
    for missing in (None, float("nan"), "", ()):
        assert text("revenue_window", missing) == i18n.NO_VALUE


def test_a_rule_with_figures_tells_line_by_line() -> None:
    late = ConditionFigure(Condition("recency_days", "<", 365), 400, 365, holds=False)
    big = ConditionFigure(Condition("revenue_window", ">=", UNIT), 2 * UNIT, UNIT, holds=True)
    tree = GroupFigure("any", (GroupFigure("not", (late,), holds=True), big), holds=True)
    lines = rule_words.with_figures(tree, ALL, "EUR")
    assert [(line.text, line.figure, line.holds, line.depth) for line in lines] == [
        ("At least one of these:", "", True, 0),
        ("Last order at least 365 days ago (or never)", "400 days", True, 1),
        ("Revenue over 12 months at least €1", "€2", True, 1),
    ]


def test_how_many_are_larger_is_told_as_a_place(qapp: QApplication) -> None:
    first = ConditionFigure(Condition("clients_before", "<", 0.2), 0.0, 0.2, holds=True)
    share = ConditionFigure(Condition("share_before", "<", 0.6), 0.05, 0.6, holds=True)
    tree = GroupFigure("all", (first, share), holds=True)
    told = [line.figure for line in rule_words.with_figures(tree, ALL, "EUR", (1, 143))][1:]
    assert told == ["1st of 143", "5%"]
    assert [i18n.place(rank, 1_200) for rank in (2, 3, 11, 23)] == [
        f"{rank} of 1,200" for rank in ("2nd", "3rd", "11th", "23rd")
    ]
    i18n.set_language(qapp, "fr")
    assert (i18n.place(1, 143), i18n.place(2, 143)) == ("1er sur 143", "2e sur 143")


def test_none_of_several_is_one_heading() -> None:
    parts = tuple(ConditionFigure(Condition("sector", "=", word), "A", word, word == "A") for word in "AB")
    tree = GroupFigure("not", (GroupFigure("any", parts, holds=True),), holds=False)
    assert [line.text for line in rule_words.with_figures(tree, ALL, "EUR")] == [
        "None of these:",
        "Sector is “A”",
        "Sector is “B”",
    ]


def test_what_is_wrong_with_a_rule_is_said_in_words() -> None:
    with pytest.raises(RuleError) as caught:
        parse_rule(ask("sector", "<", "x"), ALL)
    shown = messages.error_text(caught.value)
    assert "“Sector”" in shown
    assert "contains" in shown
    assert "sector" not in shown
