"""Which clients may be one: names compared word by word, pairs judged by hand-made cases, search complete and alike."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.alike_names import core_words, likeness, numbers_of
from portfolio_app.analysis.duplicates import LEAST, Found, Party, Register
from portfolio_app.storage.text import fold


def party(client_id: int, name: str, **values: object) -> Party:
    people = values.pop("people", ())
    assert isinstance(people, tuple)
    made = Party(client_id, core_words(fold(name)), people=tuple(core_words(fold(each)) for each in people))
    return made._replace(**values)  # type: ignore[arg-type]


def found(*parties: Party) -> list[Found]:
    register = Register(parties)
    assert list(register.search())[-1] == 1.0
    return register.pairs()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SARL Kerisac & Fils", "kerisac fils"),
        ("S.A.R.L. KERISAC ET FILS", "kerisac fils"),
        ("Ets. Éric Lainé", "eric laine"),
        ("Müller GmbH", "muller"),
        ("The Nord Company Ltd", "nord"),
        ("Sté Générale", "generale"),
        ("Hôtel St-Michel", "hotel saint michel"),
        ("Dr Anne Le Goff", "anne goff"),
        ("L'Atelier du Pain", "atelier pain"),
        ("SARL", "sarl"),
        ("日本商事", "日本商事"),
        ("", ""),
    ],
)
def test_what_tells_a_name_from_others(name: str, words: str) -> None:
    assert " ".join(core_words(fold(name))) == words


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("Kerisac", "Kérissac", True),
        ("Le Goff Anne", "Anne Le Goff", True),
        ("Auto-école Rive", "Autoécole Rive", True),
        ("Boulangerie Le Fournil de Zoé", "Le Fournil de Zoé", True),
        ("A. Le Goff", "Anne Le Goff", True),
        ("Jean Dupont", "Jeanne Dupont", False),
        ("Hôtel du Nord", "Hôtel du Sud", False),
        ("Transports Breton Est", "Transports Breton Ouest", False),
        ("Magasin 12", "Magasin 13", False),
        ("Boulangerie Martin", "Garage Martin", False),
        ("Kerisac", "Morvan", False),
    ],
)
def test_names_are_alike_word_by_word(one: str, other: str, is_alike: bool) -> None:
    common = {"boulangerie", "garage", "hotel"}
    alike = likeness(
        core_words(fold(one)), core_words(fold(other)), lambda word: 1.0 if word in common else 3.0
    )
    assert (alike.share >= 0.7 and not alike.opposed) is is_alike


BREST = {"city": "brest", "postcode": "29200"}
PAIRS: dict[str, tuple[dict[str, object], str, dict[str, object], str, tuple[str, ...]]] = {
    "same name, same town": ({**BREST}, "Kerisac SARL", {**BREST}, "KERISAC", ("name", "place")),
    "same name, no town": ({}, "Kerisac", {}, "Kerisac", ("name",)),
    "same name elsewhere": ({**BREST}, "Kerisac", {"city": "lyon", "postcode": "69003"}, "Kerisac", ()),
    "other arrondissement": (
        {"city": "paris", "postcode": "75001"}, "Kerisac", {"city": "paris", "postcode": "75016"}, "Kerisac",
        ("name", "near"),
    ),
    "similar, same town": ({**BREST}, "Kerisac", {**BREST}, "Kerissac", ("similar_name", "place")),
    "similar, no town": ({}, "Kerisac", {}, "Kerissac", ("similar_name",)),
    "one company number": ({"siret": "73282932000074"}, "A B", {"siret": "73282932000074"}, "Zebra", ("siret",)),
    "two establishments": (
        {"siret": "73282932000074", "vat": "FR1", **BREST}, "Kerisac",
        {"siret": "73282932000082", "vat": "FR1", "city": "lyon", "postcode": "69003"}, "Kerisac", (),
    ),
    "e-mail elsewhere": (
        {"emails": ("a@x.fr",), **BREST}, "Kerisac", {"emails": ("a@x.fr",), "city": "lyon"}, "Kerisac",
        ("email", "elsewhere"),
    ),
    "one family": (
        {"phones": ("+33298",), "emails": ("f@x.fr",), "is_person": True, **BREST}, "Jean Dupont",
        {"phones": ("+33298",), "emails": ("f@x.fr",), "is_person": True, **BREST}, "Jeanne Dupont", (),
    ),
    "one owner of two": (
        {"phones": ("+33298",), "people": ("Jean Dupont",), **BREST}, "Garage Dupont",
        {"phones": ("+33298",), "people": ("Jean Dupont",), **BREST}, "Camping Les Pins", (),
    ),
    "the person and the business": (
        {"emails": ("j@x.fr",), "is_person": True}, "Jean Dupont",
        {"emails": ("j@x.fr",), "people": ("Jean Dupont",)}, "Menuiserie Morvan", ("email", "people"),
    ),
    "phone alone": ({"phones": ("+33298",)}, "Kerisac", {"phones": ("+33298",)}, "Morvan", ()),
    "reference of another numbering": ({"reference": "c1"}, "Kerisac", {"reference": "c1"}, "Morvan", ()),
    "same reference": (
        {"reference": "c1"}, "Kerisac", {"reference": "c1"}, "Kerissac", ("reference", "similar_name"),
    ),
    "namesakes born apart": (
        {"born": "1980-01-01", "is_person": True, **BREST}, "Anne Le Goff",
        {"born": "1951-03-02", "is_person": True, **BREST}, "Anne Le Goff", (),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PAIRS)
def test_a_pair_is_judged_by_all_that_is_known(case: str) -> None:
    one, name, other, another, reasons = PAIRS[case]
    pairs = found(party(1, name, **one), party(2, another, **other), party(3, "Quite Different Business"))
    assert [(pair[:2], pair.reasons) for pair in pairs] == ([((1, 2), reasons)] if reasons else [])


def test_more_reasons_make_it_surer_and_the_surest_comes_first() -> None:
    mail = {"emails": ("a@kerisac.fr",)}
    pairs = found(
        party(1, "Kerisac", **BREST, **mail, phones=("+33298",)),
        party(2, "Kerisac", **BREST, **mail, phones=("+33298",)),
        party(3, "Morvan", **BREST),
        party(4, "Morvann", **BREST),
    )
    assert [pair[:2] for pair in pairs] == [(1, 2), (3, 4)]
    assert pairs[0].score > 94
    assert LEAST <= pairs[1].score < 90


def test_what_everybody_has_identifies_nobody() -> None:
    shared = {"emails": ("info@mairie.fr",), "phones": ("+33100",)}
    names = "Abri Bois Cave Dune Eau Fleur Grue Houle Ile Jonc Kiosque Lande Mer Nuage".split()
    assert found(*(party(n, name, **shared) for n, name in enumerate(names))) == []


def test_numbered_names_of_a_large_book_are_no_duplicates() -> None:
    assert found(*(party(n, f"Garage Morvan {n}", **BREST) for n in range(400))) == []


def test_a_misspelled_name_is_found_among_many() -> None:
    syllables = ("ker", "mor", "lan", "plou", "tre", "gwen", "ros", "bel")
    names = [f"{a}{b}{c}" for a in syllables for b in syllables for c in syllables]
    parties = [party(n, f"Garage {name}", city=f"v{n % 7}") for n, name in enumerate(names)]
    twin = party(9_000, "SARL Garage Gwenplouroos", city="v" + str(names.index("gwenplouros") % 7))
    assert (names.index("gwenplouros"), 9_000) in {pair[:2] for pair in found(*parties, twin)}


NAMES = st.sampled_from(
    ("Kerisac", "Kerissac", "SARL Kerisac", "Morvan", "Morvan Fils", "Anne Le Goff", "日本", "")
)
PARTIES = st.lists(
    st.builds(
        lambda name, city, mail, born: party(0, name, city=city, emails=mail, born=born),
        NAMES,
        st.sampled_from(("", "brest", "lyon")),
        st.sampled_from(((), ("a@x.fr",), ("b@x.fr", "a@x.fr"))),
        st.sampled_from(("", "1980-01-01")),
    ),
    max_size=9,
)


@settings(max_examples=40, deadline=None)
@given(PARTIES, st.data())
def test_catching_up_finds_what_searching_anew_finds(made: list[Party], data: st.DataObject) -> None:
    parties = [each._replace(id=n) for n, each in enumerate(made, 1)]
    register = Register(parties)
    list(register.search())
    changed = (
        data.draw(st.sets(st.sampled_from([each.id for each in parties]), max_size=3)) if parties else set()
    )
    now = [
        each._replace(words=core_words(fold(data.draw(NAMES)))) if each.id in changed else each
        for each in parties
    ]
    register.replace(changed, [each for each in now if each.id in changed])
    list(register.catch_up())
    assert register.pairs() == found(*now)
    for each in now:
        assert {pair[:2] for pair in register.pairs() if each.id in pair[:2]} == {
            pair[:2] for pair in register.like(each)
        }


def test_figures_in_names_are_never_misspelled() -> None:
    assert numbers_of(("cafe", "12bis")) == ("12bis",)
    assert numbers_of(("cafe",)) == ()
