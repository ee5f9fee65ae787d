"""Names as they would be written with care."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.tidy_names import tidy_name


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("MARIE LE GOFF", "Marie Le Goff"),
        ("marie  curie", "Marie Curie"),
        ("JEAN-PIERRE D'ORMESSON", "Jean-Pierre d'Ormesson"),
        ("JEAN DE LA FONTAINE", "Jean de La Fontaine"),
        ("ZOÉ L’HÉRITIER", "Zoé l’Héritier"),
        ("O'BRIEN", "O'Brien"),
        ("McDonald", "McDonald"),
        ("Jean DUPONT", "Jean DUPONT"),
        ("", ""),
        ("日本", "日本"),
    ],
)
def test_a_person(text: str, tidy: str) -> None:
    assert tidy_name(text, is_person=True) == tidy


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("SARL DUPONT ET FILS", "SARL Dupont et Fils"),
        ("GARAGE DE L'ÉTOILE", "Garage de l'Étoile"),
        ("BTP OUEST SAS", "BTP Ouest SAS"),
        ("boulangerie martin", "Boulangerie Martin"),
        ("IKEA", "IKEA"),
        ("ikea", "ikea"),
        ("3M FRANCE", "3M France"),
        (" Deux  blancs ", "Deux blancs"),
    ],
)
def test_an_organisation(text: str, tidy: str) -> None:
    assert tidy_name(text, is_person=False) == tidy


@given(st.text(max_size=30), st.booleans())
@settings(max_examples=40)
def test_only_case_and_blanks_change_and_only_once(text: str, is_person: bool) -> None:
    tidy = tidy_name(text, is_person=is_person)
    if text.isascii():
        assert tidy.lower() == " ".join(text.split()).lower()
        assert tidy_name(tidy, is_person=is_person) == tidy or tidy.isupper()
