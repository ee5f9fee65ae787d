"""What can be said of a value by itself, on values worked out by hand or published by who issues them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.exchange import identifiers
from portfolio_app.exchange.countries import NAMES, country_code
from portfolio_app.exchange.identifiers import (
    email_state,
    postcode_state,
    read_phone,
    siren_of,
    siret_state,
    vat_country,
    vat_state,
    with_lost_zero,
)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", ""),
        ("anne@exemple.fr", "ok"),
        ("a.b+c_d-e@sous.domaine.exemple.fr", "ok"),
        ("é@exemple.fr", "ok"),
        ("contact@münchen.de", "ok"),
        ("Anne@Exemple.FR", "form"),
        ("anne@exemple", "bad"),
        ("anne@@exemple.fr", "bad"),
        ("anne@exemple..fr", "bad"),
        (".anne@exemple.fr", "bad"),
        ("anne@-exemple.fr", "bad"),
        ("Anne <anne@exemple.fr>", "bad"),
        ("anne@exemple.fr; paul@exemple.fr", "bad"),
        ("anne@exemple.local", "bad"),
        ("a" * 260 + "@exemple.fr", "bad"),
        ("à demander", "bad"),
    ],
)
def test_an_email_address(text: str, state: str) -> None:
    assert email_state(text) == state


@pytest.mark.parametrize(
    ("text", "country", "state", "international"),
    [
        ("02 98 11 22 33", "FR", "ok", "+33 2 98 11 22 33"),
        ("0298112233", "FR", "form", "+33 2 98 11 22 33"),
        ("02.98.11.22.33", "FR", "form", "+33 2 98 11 22 33"),
        ("02\u00a098\u202f11-22/33", "FR", "form", "+33 2 98 11 22 33"),
        ("+33 (0)2 98 11 22 33", "", "form", "+33 2 98 11 22 33"),
        ("+330298112233", "BE", "form", "+33 2 98 11 22 33"),
        ("00 33 2 98 11 22 33", "BE", "form", "+33 2 98 11 22 33"),
        ("+33 2 98 11 22 33", "DE", "ok", "+33 2 98 11 22 33"),
        ("02 98 11 22 33 poste 12", "FR", "form", "+33 2 98 11 22 33 ext. 12"),
        ("0262 12 34 56", "FR", "form", "+262 262 12 34 56"),
        ("06 39 98 12 34", "FR", "ok", "+33 6 39 98 12 34"),
        ("044 668 18 00", "CH", "ok", "+41 44 668 18 00"),
        ("+41446681800", "FR", "form", "+41 44 668 18 00"),
        ("0470 12 34 56", "BE", "ok", "+32 470 12 34 56"),
        ("02 98 11 22", "FR", "bad", ""),
        ("02 98 11 22 33 44", "FR", "bad", ""),
        ("02 98 11 22 33 / 06 12 34 56 78", "FR", "bad", ""),
        ("à demander", "FR", "bad", ""),
        ("0298112233", "", "", ""),
        ("", "FR", "", ""),
    ],
)
def test_a_telephone_number(text: str, country: str, state: str, international: str) -> None:
    read = read_phone(text, country)
    assert (read.state, read.international) == (state, international)


def test_a_number_has_a_form_at_home_and_one_for_machines() -> None:
    read = read_phone("+33298112233 ext 7", "FR")
    assert (read.national, read.e164, read.country) == ("02 98 11 22 33 ext. 7", "+33298112233", "FR")


@given(
    st.text(st.sampled_from("0123456789+()/ .-x\u00a0poste"), max_size=24), st.sampled_from(("", "FR", "BE"))
)
@settings(max_examples=50)
def test_writing_a_number_well_does_not_change_it(text: str, country: str) -> None:
    read = read_phone(text, country)
    if read.international:
        again = read_phone(read.international, country)
        assert (again.state, again.e164) == ("ok", read.e164)
        digits = "".join(filter(str.isdigit, read.e164))
        assert digits[-6:] in "".join(filter(str.isdigit, text))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("732 829 320 00074", "form"),
        ("73282932000074", "ok"),
        ("732829320", "ok"),
        ("73282932000075", "bad"),
        ("732829321", "bad"),
        ("35600000049837", "ok"),  # La Poste's own rule: its digits add up to a multiple of five
        ("7328", "bad"),
        ("sur demande", "bad"),
        ("", ""),
    ],
)
def test_a_siret(text: str, state: str) -> None:
    assert siret_state(text) == state


@pytest.mark.parametrize(
    ("text", "country", "state"),
    [
        ("FR40303265045", "", "ok"),
        ("fr 40 303 265 045", "", "form"),
        ("40303265045", "FR", "ok"),
        ("40303265045", "", ""),
        ("FR41303265045", "", "bad"),
        ("BE0428759497", "", "ok"),
        ("EL094259216", "", "ok"),
        ("094259216", "GR", "ok"),
        ("CHE-107.787.577 TVA", "", "form"),
        ("GB980780684", "", "ok"),
        ("US123456", "", ""),
        ("", "FR", ""),
    ],
)
def test_a_vat_number(text: str, country: str, state: str) -> None:
    assert vat_state(text, country) == state


def test_what_a_vat_number_says() -> None:
    assert vat_country("FR40303265045") == "FR"
    assert vat_country("FR41303265045") == ""
    assert siren_of("", "FR40303265045") == siren_of("303265045") == "303265045"


@pytest.mark.parametrize(
    ("text", "country", "state"),
    [
        ("29200", "FR", "ok"),
        ("F-29200", "FR", "ok"),
        ("20000", "FR", "ok"),
        ("97400", "RE", "ok"),
        ("1000", "FR", "bad"),
        ("99123", "FR", "bad"),
        ("1000", "BE", "ok"),
        ("SW1A 1AA", "GB", "ok"),
        ("sw1a1aa", "GB", "ok"),
        ("1012 AB", "NL", "ok"),
        ("123", "ZW", ""),
        ("29200", "", ""),
        ("", "FR", ""),
    ],
)
def test_a_postcode(text: str, country: str, state: str) -> None:
    assert postcode_state(text, country) == state


def test_a_lost_zero_is_put_back_only_where_it_was() -> None:
    assert with_lost_zero("1000", "FR") == "01000"
    assert with_lost_zero("1000", "BE") == with_lost_zero("100", "FR") == with_lost_zero("12345", "FR") == ""
    assert with_lost_zero("9999", "ES") == "09999"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("France", "FR"), ("FRANCE", "FR"), ("fr", "FR"), ("Côte d’Ivoire", "CI"), ("États-Unis", "US"),
        ("U.S.A.", "US"),
        ("Deutschland", "DE"), ("España", "ES"), ("The Netherlands", "NL"), ("La Réunion", "RE"),
        ("Bretagne", ""), ("", ""), ("zz", ""),
    ],
)  # fmt: skip
def test_a_country(text: str, code: str) -> None:
    assert country_code(text) == code


def test_no_name_means_two_countries() -> None:
    names = [name for each in NAMES.values() for name in each.split("|")]
    assert len(names) == len(set(names))


@given(st.text(max_size=60), st.sampled_from(("", "FR", "GR", "CH", "ZW")))
@settings(max_examples=30)
def test_no_text_is_too_odd(text: str, country: str) -> None:
    states = {"", "ok", "form", "bad"}
    assert email_state(text) in states
    assert read_phone(text, country).state in states
    assert siret_state(text) in states
    assert vat_state(text, country) in states
    assert postcode_state(text, country) in states
    assert identifiers.with_lost_zero(text, country) == "" or len(text) == 4
