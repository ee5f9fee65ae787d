"""Rows that meet clients the book knows: by which key, and what is done with what they say."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from portfolio_app.errors import NothingToUndoError
from portfolio_app.models.entities import Client, Contact, Sale
from portfolio_app.services import backups
from portfolio_app.services.agenda_settings import set_agenda
from portfolio_app.services.import_ import (
    Decision,
    FieldChange,
    FileReport,
    MatchRules,
    import_files,
    preview_import,
    read_source,
)
from portfolio_app.services.import_match import KEYS, POLICIES
from portfolio_app.storage.book import Book
from tests.dumps import dump

Load = Callable[..., FileReport]


@pytest.fixture
def load(book: Book, tmp_path: Path) -> Load:
    """Imports a text as a file; `rules` and `decisions` of its source."""

    def run(text: str, *, preview: bool = False, **wanted: Any) -> FileReport:
        path = tmp_path / "list.csv"
        path.write_text(text, encoding="utf-8")
        source = replace(read_source(path), **wanted)
        report = preview_import(book, [source]) if preview else import_files(book, [source])[1]
        return report.files[0]

    return run


def clients(book: Book, *names: str) -> list[tuple[Any, ...]]:
    with book.read_session() as session:
        found = session.scalars(select(Client).order_by(Client.id))
        return [tuple(getattr(client, name) for name in names) for client in found]


def rules(*keys: str, policy: Any = "overwrite") -> MatchRules:
    return MatchRules(keys or MatchRules().keys, policy)


BEFORE = "Référence;Société;Ville;Téléphone\nC1;Cidrerie Kérisac;Pleudihen;\nC2;Garage Océane;Brest;02 98 44 10 20\n"
AFTER = "Référence;Société;Ville;Téléphone\nC1;Cidrerie Kerisac;Dinan;02 96 83 20 21\nC3;Alpha;Brest;\n"


def test_a_match_tells_who_by_what_and_what_changes(book: Book, load: Load) -> None:
    load(BEFORE)
    report = load(AFTER, preview=True)
    (match,) = report.matches
    assert (match.line, match.name, match.client, match.by, match.score, match.action) == (
        2, "Cidrerie Kerisac", "Cidrerie Kérisac", "reference", 100, "overwrite",
    )  # fmt: skip
    assert match.changes == (
        FieldChange("client.name", "Cidrerie Kérisac", "Cidrerie Kerisac"),
        FieldChange("client.city", "Pleudihen", "Dinan"),
        FieldChange("client.phone", "", "02 96 83 20 21"),
    )


@pytest.mark.parametrize(
    ("policy", "expected", "counts"),
    [
        ("overwrite", [("C1", "Dinan", "02 96 83 20 21"), ("C2", "Brest", "02 98 44 10 20"), ("C3", "Brest", "")],
         (1, 1, 0, 0)),
        ("fill", [("C1", "Pleudihen", "02 96 83 20 21"), ("C2", "Brest", "02 98 44 10 20"), ("C3", "Brest", "")],
         (1, 1, 0, 0)),
        ("skip", [("C1", "Pleudihen", ""), ("C2", "Brest", "02 98 44 10 20"), ("C3", "Brest", "")], (1, 0, 1, 0)),
        ("ask", [("C1", "Pleudihen", ""), ("C2", "Brest", "02 98 44 10 20"), ("C3", "Brest", "")], (1, 0, 1, 1)),
        ("create",
         [("C1", "Pleudihen", ""), ("C2", "Brest", "02 98 44 10 20"), ("C1", "Dinan", "02 96 83 20 21"),
          ("C3", "Brest", "")], (2, 0, 0, 0)),
    ],
)  # fmt: skip
def test_each_policy(
    policy: Any, expected: list[tuple[str, ...]], counts: tuple[int, ...], book: Book, load: Load
) -> None:
    load(BEFORE)
    report = load(AFTER, rules=rules(policy=policy))
    assert clients(book, "reference", "city", "phone") == expected
    found = (report.created, report.updated, sum(report.skipped.values()), report.undecided)
    assert found == counts
    assert report.rows == report.created + report.updated + report.unchanged + sum(report.skipped.values())
    known = dump(book)
    load(AFTER, rules=rules(policy=policy))
    assert dump(book) == known


def test_decisions_win_over_the_policy_row_by_row(book: Book, load: Load) -> None:
    load(BEFORE)
    other = clients(book, "id")[1][0]
    decisions = {2: Decision("fill"), 3: Decision("overwrite", other)}
    report = load(AFTER, rules=rules(policy="ask"), decisions=decisions)
    assert [(match.line, match.by, match.action) for match in report.matches] == [
        (2, "reference", "fill"),
        (3, "decision", "overwrite"),
    ]
    assert clients(book, "reference", "name", "city", "phone") == [
        ("C1", "Cidrerie Kérisac", "Pleudihen", "02 96 83 20 21"),
        ("C3", "Alpha", "Brest", "02 98 44 10 20"),
    ]
    assert report.undecided == 0


def test_a_row_can_be_left_out_or_made_new_by_decision(book: Book, load: Load) -> None:
    load(BEFORE)
    report = load(AFTER, decisions={2: Decision("create"), 3: Decision("skip")})
    assert clients(book, "reference", "city") == [("C1", "Pleudihen"), ("C2", "Brest"), ("C1", "Dinan")]
    assert report.skipped == {"known_client": 1}


KEYED = [
    ("siret", "Société;SIRET\nAlpha;732 829 320 00074\n", "Société;SIRET\nAlpha Services;73282932000074\n"),
    ("vat", "Société;N° TVA\nAlpha;FR 44 732829320\n", "Société;N° TVA\nAlpha Services;FR44732829320\n"),
    ("email", "Société;E-mail\nAlpha;Info@Alpha.example\n", "Société;E-mail\nAlpha Services;info@alpha.example\n"),
    ("phone", "Société;Téléphone\nAlpha;02 98 44 10 20\n", "Société;Téléphone\nAlpha Services;+33 2 98 44 10 20\n"),
    ("fuzzy", "Société;Ville\nCidrerie de Kérisac SARL;Brest\n", "Société;Ville\nCidrerie Kerisac;BREST\n"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "first", "second"), KEYED)
def test_each_key_finds_the_same_client(key: str, first: str, second: str, book: Book, load: Load) -> None:
    set_agenda(book, country="FR")
    load(first)
    without = load(second, preview=True, rules=rules("reference", "name_place"))
    assert (without.created, without.matches) == (1, [])
    report = load(second, rules=rules("reference", "name_place", key))
    assert (report.created, report.updated, report.matches[0].by) == (0, 1, key)
    assert (report.matches[0].score < 100) == (key == "fuzzy" and report.matches[0].score != 100)
    assert len(clients(book, "id")) == 1


def test_an_address_of_a_contact_finds_the_client_too(book: Book, load: Load) -> None:
    load("Société;Prénom;Nom;E-mail;Mobile\nAlpha;Anne;Riou;anne@alpha.example;06 12 34 56 78\n")
    for keys, row in ((("email",), "anne@alpha.example;"), (("phone",), ";0612345678")):
        report = load(f"Société;E-mail;Mobile\nAlpha Bretagne;{row}\n", preview=True, rules=rules(*keys))
        assert [match.by for match in report.matches] == list(keys)


def test_what_looks_alike_elsewhere_or_bears_another_number_is_another(book: Book, load: Load) -> None:
    set_agenda(book, country="FR")
    load("Référence;Société;Ville;E-mail\nC1;Cidrerie de Kérisac;Brest;x@kerisac.example\n")
    fuzzy = rules("reference", "fuzzy")
    assert load("Société;Ville\nCidrerie Kerisac;Rennes\n", preview=True, rules=fuzzy).matches == []
    assert load("Société;Ville\nCidrerie Kerisac 2;Brest\n", preview=True, rules=fuzzy).matches == []
    text = "Référence;Société;E-mail\nC2;Autre;x@kerisac.example\n"
    assert load(text, preview=True, rules=rules("reference", "email")).matches == []


def test_rows_of_sales_are_never_left_out_by_a_policy_and_only_fill(book: Book, load: Load) -> None:
    load("Référence;Société;Ville;Pays\nC1;Alpha;Brest;\n")
    text = "Date;Référence client;Ville;Pays;Montant\n01/02/2026;C1;Paris;France;10\n"
    for policy, country in (("skip", ""), ("ask", "France")):
        load(text.replace("01/", f"{len(policy):02}/"), rules=rules(policy=policy))
        assert clients(book, "city", "country") == [("Brest", country)]
    with book.read_session() as session:
        assert len(session.scalars(select(Sale)).all()) == 2


def test_a_row_asked_about_says_nothing_new_and_goes_in(book: Book, load: Load) -> None:
    load(BEFORE)
    report = load(BEFORE, rules=rules(policy="ask"))
    assert (report.unchanged, report.undecided) == (2, 0)


@pytest.mark.parametrize("keys", [("phone",), ("email",), ("email", "phone", "name_place")])
def test_two_companies_with_one_switchboard_stay_two(keys: tuple[str, ...], book: Book, load: Load) -> None:
    text = (
        "Société;Téléphone;E-mail;Ville\nAlpha SARL;02 98 11 22 33;info@groupe.fr;Brest\n"
        "Beta Conseil;02 98 11 22 33;info@groupe.fr;Quimper\n"
    )
    for _ in range(2):
        load(text, rules=rules(*keys))
        assert clients(book, "name") == [("Alpha SARL",), ("Beta Conseil",)]


def test_an_address_of_several_clients_tells_none_of_them_but_by_name(book: Book, load: Load) -> None:
    load("Société;E-mail;Ville\nAlpha;info@x.fr;Brest\nBeta;info@x.fr;Brest\n")
    load("Société;E-mail;Ville\nBeta;info@x.fr;Quimper\nGamma;info@x.fr;Brest\n", rules=rules("email"))
    assert clients(book, "name", "city") == [("Alpha", "Brest"), ("Beta", "Quimper"), ("Gamma", "Brest")]


SHARED = [
    ("vat", "Société;N° TVA\nAlpha;FR44732829320\nBeta;FR44732829320\n", "Société;N° TVA\nGamma;FR44732829320\n"),
    ("email", "Société;Contact;E-mail contact\nAlpha;Anne Riou;info@x.fr\nBeta;Luc Roy;info@x.fr\n",
     "Société;E-mail\nGamma;INFO@x.fr\n"),
    ("phone", "Société;Contact;Mobile\nAlpha;Anne Riou;0612345678\nBeta;Luc Roy;+33 6 12 34 56 78\n",
     "Société;Téléphone\nGamma;06 12 34 56 78\n"),
    ("email", "Société;Contact;E-mail contact\nAlpha;Anne Riou;info@x.fr\nBeta;Luc Roy;info@x.fr\n",
     "Date;Client;E-mail;Montant\n03/02/2026;Gamma;info@x.fr;10,00\n"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "first", "second"), SHARED)
@pytest.mark.parametrize("policy", ["overwrite", "fill", "skip", "ask"])
def test_what_two_clients_share_is_never_a_third_one_s(
    key: str, first: str, second: str, policy: str, book: Book, load: Load
) -> None:
    set_agenda(book, country="FR")
    load(first)
    report = load(second, rules=rules(key, policy=policy))
    assert (report.created, report.matches) == (1, [])
    assert clients(book, "name") == [("Alpha",), ("Beta",), ("Gamma",)]


def test_another_reference_is_another_client_whatever_else_is_the_same(book: Book, load: Load) -> None:
    set_agenda(book, country="FR")
    head = "Référence;Société;Ville;SIRET;N° TVA;E-mail;Téléphone\n"
    rest = "Brest;73282932000074;FR44732829320;a@x.fr;0298441020\n"
    load(f"{head}C1;Alpha;{rest}", rules=rules())
    for key in KEYS:
        report = load(f"{head}C2;Alpha;{rest}", preview=True, rules=rules(key))
        assert (report.created, report.matches) == (1, []), key


def test_a_row_whose_reference_and_address_are_two_clients_goes_by_the_reference(
    book: Book, load: Load
) -> None:
    load("Référence;Société;E-mail\nC1;Alpha;a@x.fr\nC2;Beta;b@x.fr\n")
    row = "Référence;Société;E-mail\nC1;Alpha;b@x.fr\n"
    for keys in (("reference", "email"), ("email", "reference")):
        (match,) = load(row, preview=True, rules=rules(*keys)).matches
        assert (match.client, match.by) == ("Alpha", "reference")


def test_a_person_s_card_with_the_number_of_the_family_stays_a_person(book: Book, load: Load) -> None:
    for _ in range(2):
        load(
            "Nom complet;Type;Téléphone\nAnne Riou;particulier;0298441020\nYann Riou;particulier;0298441020\n",
            rules=rules("phone", "name_place"),
        )
        assert clients(book, "name") == [("Anne Riou",), ("Yann Riou",)]


def test_two_rows_much_like_one_client_do_not_overwrite_each_other(book: Book, load: Load) -> None:
    load("Société;Ville\nBoulangerie Marti;Brest\n")
    load("Société;Ville\nBoulangerie Martin;Brest\nBoulangerie Martine;Brest\n", rules=rules("fuzzy"))
    assert clients(book, "name") == [("Boulangerie Martin",), ("Boulangerie Martine",)]


def test_two_people_of_one_address_stay_two(book: Book, load: Load) -> None:
    for _ in range(2):
        load(
            "Société;Contact;E-mail contact\nAcme;Jean Roy;info@acme.fr\nAcme;Marie Petit;info@acme.fr\n"
            "Acme;J. Roy;info@acme.fr\nAcme;Roy Jaen;info@acme.fr\nAcme;Jean Roy;info@acme.fr\n"
        )
        with book.read_session() as session:
            names = [each.full_name for each in session.scalars(select(Contact).order_by(Contact.id))]
        assert names == ["Jean Roy", "Marie Petit"]


def test_unknown_rules_are_refused() -> None:
    with pytest.raises(ValueError, match="colour"):
        MatchRules(("colour",))


def test_a_client_changed_back_and_forth_is_as_it_was(book: Book, load: Load) -> None:
    load("Référence;Société;Ville\nC1;Alpha;Brest\nC1;Alpha;Dinan\n")
    before = dump(book)
    steps = len(book.history())
    load("Référence;Société;Ville\nC1;Alpha;Brest\nC1;Alpha;Dinan\n")
    assert (dump(book), len(book.history())) == (before, steps)


NAMES = st.sampled_from(["Alpha", "Alpha SARL", "Béta", "Gamma 2", "Gamma 3"])
CELLS = {
    "Référence": st.sampled_from(["", "", "C1", "C2"]),
    "Ville": st.sampled_from(["", "Brest", "Dinan"]),
    "SIRET": st.sampled_from(["", "", "73282932000074", "44306184100047"]),
    "Prénom": st.sampled_from(["", "Anne", "Yann"]),
    "Nom": st.sampled_from(["Riou", "Le Goff"]),
    "E-mail": st.sampled_from(["", "a@example.fr", "b@example.fr"]),
    "Téléphone": st.sampled_from(["", "02 98 44 10 20", "+33298441020"]),
    "Étiquettes": st.sampled_from(["", "vip", "salon, vip"]),
    "CA 2024": st.sampled_from(["", "0", "1200,50"]),
    "CA 2025": st.sampled_from(["", "300"]),
}


@st.composite
def made_files(draw: st.DrawFn) -> str:
    columns = ["Société", *sorted(draw(st.sets(st.sampled_from(sorted(CELLS)), min_size=1)))]
    rows = [columns]
    for _ in range(draw(st.integers(1, 5))):
        rows.append([draw(NAMES), *(draw(CELLS[column]) for column in columns[1:])])
    return "".join(";".join(row) + "\n" for row in rows)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=made_files(),
    keys=st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True),
    policy=st.sampled_from(POLICIES),
)
def test_any_file_again_changes_nothing(
    text: str, keys: list[str], policy: Any, book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "try_backup", lambda *_, **__: None)
    path = tmp_path / "made.csv"
    path.write_text(text, encoding="utf-8")
    source = replace(read_source(path), rules=MatchRules(tuple(keys), policy))
    _, report = import_files(book, [source])
    before = dump(book)
    try:
        counted = report.files[0]
        left = sum(counted.skipped.values()) + len(counted.refused)
        assert counted.rows == counted.created + counted.updated + counted.unchanged + left
        import_files(book, [source])
        assert dump(book) == before
    finally:
        with suppress(NothingToUndoError):
            while True:
                book.undo()


def test_further_people_of_a_row_come_with_it(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Société;A;B;C\nAlpha;Anne Riou;Yann Le Goff;yann@example.fr\n", encoding="utf-8")
    source = read_source(path)
    source.mapping.columns = {
        "Société": "client.name", "A": "contact.full_name", "B": "contact2.full_name", "C": "contact2.email",
    }  # fmt: skip
    import_files(book, [source])
    with book.read_session() as session:
        found = session.scalars(select(Contact).order_by(Contact.id)).all()
        assert [(one.full_name, one.email) for one in found] == [
            ("Anne Riou", ""),
            ("Yann Le Goff", "yann@example.fr"),
        ]
