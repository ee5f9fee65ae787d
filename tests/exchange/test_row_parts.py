"""What becomes of a row's values: joined, split, given periods, constants and corrections."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_app.errors import MappingError
from portfolio_app.exchange.addresses import split_address
from portfolio_app.exchange.mapping import Mapping
from portfolio_app.exchange.person_names import split_person
from portfolio_app.exchange.refusals import RefusedRow
from portfolio_app.exchange.rows import ImportRow, PeriodSale, Skipped, read_rows
from portfolio_app.exchange.tabular import open_table
from portfolio_app.models.enums import DealStatus, KeyDateKind, SurveyKind

Rows = list[ImportRow | RefusedRow | Skipped]


def read(folder: Path, text: str, columns: dict[str, str], corrections: Any = None, **options: Any) -> Rows:
    path = folder / "file.csv"
    path.write_text(text, encoding="utf-8")
    mapping = Mapping.from_json({"columns": columns, "has_header": True, **options})
    return list(read_rows(mapping.open_table(path), mapping, corrections))


def only(rows: Rows) -> ImportRow:
    assert len(rows) == 1
    assert isinstance(rows[0], ImportRow)
    return rows[0]


def test_columns_are_joined_by_what_they_hold(tmp_path: Path) -> None:
    text = (
        "Nom;Rue;Rue 2;Rem;Obs;T1;T2;SIREN;NIC;Agence;N°\n"
        "A;1 rue X;Bât B;fermé lundi;sonner;VIP, salon;salon|or;732829320;00074;69;12\n"
    )
    columns = {
        "Nom": "client.name", "Rue": "client.street", "Rue 2": "client.street", "Rem": "client.notes",
        "Obs": "client.notes", "T1": "client.tags", "T2": "client.tags", "SIREN": "client.siret",
        "NIC": "client.siret", "Agence": "client.reference", "N°": "client.reference",
    }  # fmt: skip
    assert only(read(tmp_path, text, columns)).values == {
        "client.name": "A",
        "client.street": "1 rue X, Bât B",
        "client.notes": "Rem: fermé lundi\nObs: sonner",
        "client.tags": ["VIP", "salon", "or"],
        "client.siret": "73282932000074",
        "client.reference": "69-12",
    }


def test_a_joined_text_is_never_cut(tmp_path: Path) -> None:
    text = f"Nom;R1;R2\nA;{'x' * 300};{'y' * 300}\nB;{'x' * 300};\n"
    rows = read(tmp_path, text, {"Nom": "client.name", "R1": "client.street", "R2": "client.street"})
    assert isinstance(rows[0], RefusedRow)
    assert (rows[0].code, rows[0].column) == ("too_long", "R2")
    assert isinstance(rows[1], ImportRow)


def test_amounts_of_periods(tmp_path: Path) -> None:
    text = "Client;CA 2023;CA 2024 (k€);mai 2025\nA;1 200,50 €;12,5;0\nB;n/a;à voir;-3\n"
    columns = {
        "Client": "client.name", "CA 2023": "sale.amount@2023", "CA 2024 (k€)": "sale.amount@2024",
        "mai 2025": "sale.amount@2025-05",
    }  # fmt: skip
    first, second = read(tmp_path, text, columns)
    assert isinstance(first, ImportRow)
    assert isinstance(second, ImportRow)
    assert first.periods == (
        PeriodSale(date(2023, 12, 31), Decimal("1200.50"), "CA 2023"),
        PeriodSale(date(2024, 12, 31), Decimal("12500.0"), "CA 2024 (k€)"),
        PeriodSale(date(2025, 5, 31), Decimal(0), "mai 2025"),
    )
    assert [sale.amount for sale in second.periods] == [Decimal(-3)]
    assert second.warnings == [("bad_amount", "CA 2024 (k€)", "à voir")]
    assert first.values == {"client.name": "A"}


def test_constants_stand_where_a_row_says_nothing(tmp_path: Path) -> None:
    text = "Client;Pays;Montant;Tags\nA;Suisse;10;x\nB;;;\n"
    columns = {
        "Client": "client.name",
        "Pays": "client.country",
        "Montant": "sale.amount",
        "Tags": "client.tags",
    }
    constants = {"client.country": "France", "sale.date": "31/12/2024", "client.tags": "salon 2024"}
    rows = read(tmp_path, text, columns, constants=constants)
    assert [row.values for row in rows if isinstance(row, ImportRow)] == [
        {
            "client.name": "A", "client.country": "Suisse", "sale.amount": Decimal(10),
            "sale.date": date(2024, 12, 31), "client.tags": ["x", "salon 2024"],
        },
        {"client.name": "B", "client.country": "France", "client.tags": ["salon 2024"]},
    ]  # fmt: skip
    with pytest.raises(MappingError) as caught:
        read(tmp_path, text, columns, constants={"sale.date": "soon"})
    assert caught.value.code == "bad_constant"


def test_a_corrected_cell_replaces_the_files(tmp_path: Path) -> None:
    text = "Client;Date;Montant\nA;31/02/2025;1,00\nB;01/03/2025;x\n"
    columns = {"Client": "client.name", "Date": "sale.date", "Montant": "sale.amount"}
    before = read(tmp_path, text, columns)
    assert [row.code for row in before if isinstance(row, RefusedRow)] == ["no_such_date", "bad_amount"]
    rows = read(
        tmp_path, text, columns, {(2, "Date"): "28/02/2025", (3, "Montant"): "y", (9, "Montant"): "1"}
    )
    first, second = rows
    assert isinstance(first, ImportRow)
    assert first.values["sale.date"] == date(2025, 2, 28)
    assert isinstance(second, RefusedRow)
    assert (second.value, list(second.cells)) == ("y", ["B", "01/03/2025", "y"])


def test_a_bad_optional_cell_never_loses_the_row(tmp_path: Path) -> None:
    text = "Client;Date;Montant;Marge;Qté;RDV\nA;15/01/2025;10;?;beaucoup;bientôt\n"
    columns = {
        "Client": "client.name", "Date": "sale.date", "Montant": "sale.amount", "Marge": "sale.margin",
        "Qté": "sale.quantity", "RDV": "interaction.date",
    }  # fmt: skip
    row = only(read(tmp_path, text, columns))
    assert [warning[1] for warning in row.warnings] == ["Marge", "Qté", "RDV"]
    text = "Client;RDV;CR\nA;bientôt;Vu le gérant\n"
    columns = {"Client": "client.name", "RDV": "interaction.date", "CR": "interaction.body"}
    refused = read(tmp_path, text, columns)[0]
    assert isinstance(refused, RefusedRow)
    assert (refused.code, refused.column) == ("bad_date", "RDV")


def test_what_has_no_day_stays_out_aloud(tmp_path: Path) -> None:
    text = "Client;RDV;CR;Relance;Tâche;NPS;Le\nA;;Vu;;Rappeler;9;\n"
    columns = {
        "Client": "client.name", "RDV": "interaction.date", "CR": "interaction.body", "NPS": "survey.score",
        "Relance": "follow_up.due_on", "Tâche": "follow_up.title", "Le": "survey.date",
    }  # fmt: skip
    row = only(read(tmp_path, text, columns))
    assert [(code, column) for code, column, _text in row.warnings] == [
        ("score_without_date", "NPS"),
        ("touch_without_date", "CR"),
        ("task_without_date", "Tâche"),
    ]
    assert "survey.score" not in row.values


def test_deals_surveys_key_dates_and_further_persons(tmp_path: Path) -> None:
    text = (
        "Client;Affaire;Montant;Étape;Proba;Prévue;NPS;Le;Renouv.;Contact 2;Mail 2\n"
        "A;Toit;1 000;Négociation;40;15/03/2027;9/10;15/01/2025;31/12/2026;PETIT Anne;a@exemple.fr\n"
        "B;;500;Gagné;100;15/02/2025;12;15/01/2025;;;\n"
    )
    columns = {
        "Client": "client.name", "Affaire": "deal.title", "Montant": "deal.amount", "Étape": "deal.stage",
        "Proba": "deal.probability", "Prévue": "deal.expected_on", "NPS": "survey.score", "Le": "survey.date",
        "Renouv.": "key_date.on", "Contact 2": "contact2.full_name", "Mail 2": "contact2.email",
    }  # fmt: skip
    first, second = read(tmp_path, text, columns, constants={"key_date.kind": "renewal"})
    assert isinstance(first, ImportRow)
    assert isinstance(second, ImportRow)
    assert first.values == {
        "client.name": "A", "deal.title": "Toit", "deal.amount": Decimal(1000), "deal.stage": "Négociation",
        "deal.probability": 40, "deal.expected_on": date(2027, 3, 15), "deal.status": DealStatus.OPEN,
        "survey.score": 9, "survey.date": date(2025, 1, 15), "survey.kind": SurveyKind.NPS,
        "key_date.on": date(2026, 12, 31), "key_date.kind": KeyDateKind.RENEWAL, "contact2.full_name": "PETIT Anne",
        "contact2.first_name": "Anne", "contact2.last_name": "PETIT", "contact2.email": "a@exemple.fr",
    }  # fmt: skip
    assert second.values == {
        "client.name": "B", "deal.title": "B", "deal.amount": Decimal(500), "deal.stage": "Gagné",
        "deal.probability": 100, "deal.closed_on": date(2025, 2, 15), "deal.status": DealStatus.WON,
    }  # fmt: skip
    assert second.warnings == [("bad_score", "NPS", "12")]


def test_of_a_list_of_deals_the_won_ones_are_sales_too(tmp_path: Path) -> None:
    text = (
        "Client;Titre;Montant;Date;Étape\n"
        "A;Toit;10;15/01/2025;Gagné\nB;Mur;20;À voir;Devis\nC;Sol;5;16/01/2025;Perdu\n"
    )
    columns = {
        "Client": "client.name", "Titre": "deal.title", "Montant": "sale.amount", "Date": "sale.date",
        "Étape": "sale.stage",
    }  # fmt: skip
    won, still_open, lost = (row for row in read(tmp_path, text, columns) if isinstance(row, ImportRow))
    assert (won.values["sale.amount"], won.values["deal.status"]) == (10, DealStatus.WON)
    assert won.values["deal.closed_on"] == date(2025, 1, 15)
    assert "sale.amount" not in still_open.values
    assert (still_open.values["deal.amount"], still_open.values["deal.status"]) == (20, DealStatus.OPEN)
    assert still_open.warnings == [("bad_date", "Date", "À voir")]
    assert lost.values["deal.status"] == DealStatus.LOST


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("DUPONT Jean", "Jean", "DUPONT"),
        ("Jean-Pierre DE LA TOUR", "Jean-Pierre", "DE LA TOUR"),
        ("Dupont, Jean", "Jean", "Dupont"),
        ("M. Jean Dupont", "Jean", "Dupont"),
        ("Mme Roux", "", "Roux"),
        ("Marie-Claude Petit", "Marie-Claude", "Petit"),
        ("Petit Sophie", "Sophie", "Petit"),
        ("Anne de La Fontaine", "Anne", "de La Fontaine"),
        ("Dr Klaus Müller", "Klaus", "Müller"),
    ],
)
def test_names_are_split_where_it_is_clear(text: str, first: str, last: str) -> None:
    found = split_person(text)
    assert found is not None
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    "text", ["Xyz Abc", "M. et Mme Durand", "Acme, Inc.", "ACME", "Anne", "SARL DUPONT", "a@b.fr"]
)
def test_names_are_left_alone_where_it_is_not(text: str) -> None:
    assert split_person(text) is None


def test_the_columns_name_tells_the_order_of_names(tmp_path: Path) -> None:
    for title, first in (("Nom et prénom", "Abc"), ("Prénom Nom", "Xyz")):
        row = only(read(tmp_path, f"{title};Mail\nXyz Abc;x@exemple.fr\n", {title: "contact.full_name"}))
        assert row.values["contact.first_name"] == first
        assert row.values["contact.full_name"] == "Xyz Abc"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("12 rue des Lilas, 69001 Lyon, France", ("12 rue des Lilas", "69001", "Lyon", "", "France")),
        ("12 rue des Lilas 69001 LYON", ("12 rue des Lilas", "69001", "LYON", "", "")),
        (
            "ZA Les Prés\nCS 12345\n35000 Rennes Cedex",
            ("ZA Les Prés, CS 12345", "35000", "Rennes Cedex", "", ""),
        ),
        ("1 Main St, Springfield, IL 62701, USA", ("1 Main St", "62701", "Springfield", "IL", "USA")),
        ("10 High Street, London SW1A 2AA", ("10 High Street", "SW1A 2AA", "London", "", "")),
        ("Rue du Lac 12, 1000 Bruxelles, Belgique", ("Rue du Lac 12", "1000", "Bruxelles", "", "Belgique")),
        ("5 av. Foch - F-67000 Strasbourg", ("5 av. Foch", "67000", "Strasbourg", "", "")),
        ("chez le voisin", ("chez le voisin", "", "", "", "")),
    ],
)
def test_addresses_are_split(text: str, parts: tuple[str, ...]) -> None:
    found = split_address(text)
    assert tuple(found.get(name, "") for name in ("street", "postcode", "city", "region", "country")) == parts


def test_a_split_address_fills_only_what_the_row_leaves_blank(tmp_path: Path) -> None:
    text = "Nom;Adresse;Ville\nA;1 rue X, 69001 Lyon;Villeurbanne\n"
    columns = {"Nom": "client.name", "Adresse": "client.address", "Ville": "client.city"}
    assert only(read(tmp_path, text, columns)).values == {
        "client.name": "A",
        "client.street": "1 rue X",
        "client.postcode": "69001",
        "client.city": "Villeurbanne",
    }


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet="ab AÉ1209,;-\n/.()&'’", max_size=60))
def test_no_letter_of_an_address_or_name_is_lost(text: str) -> None:
    def letters(parts: Any) -> list[str]:
        return sorted(char for part in parts for char in part if char.isalnum())

    assert letters(split_address(text).values()) == letters([text])
    found = split_person(" ".join(text.split()))
    assert found is None or set(letters(found[:2])) <= set(letters([text]))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cells=st.lists(
        st.tuples(
            *[st.sampled_from(["", "Acme", "9", "15/01/2025", "12 %", "gagné", "x@exemple.fr", "Total"])] * 6
        ),
        min_size=1,
        max_size=8,
    )
)
def test_every_row_comes_back_once_whatever_it_holds(tmp_path: Path, cells: list[tuple[str, ...]]) -> None:
    path = tmp_path / "any.csv"
    path.write_text(
        "a;b;c;d;e;f\n" + "".join(";".join(row) + "\n" for row in cells) + "z;;;;;\n", encoding="utf-8"
    )
    table = open_table(path, delimiter=";", has_header=True)
    names = [
        "client.name",
        "deal.title",
        "survey.score",
        "sale.amount@2024",
        "interaction.body",
        "client.address",
    ]
    mapping = Mapping(dict(zip(table.columns, names, strict=True)), date_order="DMY", decimal=",")
    found = list(read_rows(table, mapping))
    assert [row.line for row in found] == [line for line, _cells in table.rows()]
