"""Blank files that the import takes as they are once they are filled in."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from portfolio_app.errors import BookWriteError, ExportError
from portfolio_app.services import custom_fields, incoming
from portfolio_app.services.import_ import import_files, own_fields, read_source
from portfolio_app.services.templates import import_template, prospect_form
from portfolio_app.storage.book import Book
from tests.exchange.pdf_text import pdf_text

FILLED: dict[str, dict[str, Any]] = {
    "Clients": {
        "Client *": "Élan", "Référence": "E1", "Type": "Organisation", "Statut": "Actif", "Secteur": "Bois",
        "Taille": "PME", "SIRET": "73282932000074", "N° TVA": "FR44732829320", "E-mail": "a@elan.fr",
        "Téléphone": "02 98 44 10 20", "Site web": "https://elan.fr", "Rue": "1 rue du Port", "Code postal": "29200",
        "Ville": "Brest", "Région": "Bretagne", "Pays": "France", "Origine": "Salon", "Étiquettes": "a, b",
        "Client depuis": date(2020, 2, 29), "Besoins": "Du papier", "Notes": "Sympa", "Saison": "Été",
    },
    "Contacts": {
        "Client *": "Élan", "Référence": "E1", "Prénom": "Anne", "Nom": "Riou", "Fonction": "Gérante",
        "E-mail": "anne@elan.fr", "Téléphone": "02 98 44 10 21", "Mobile": "06 12 34 56 78",
    },
    "Ventes": {
        "Client *": "Élan", "Référence": "E1", "Date *": date(2026, 3, 1), "N° de commande": "F1", "Produit": "Pain",
        "Quantité": 2, "Montant *": 12.5, "Montant de la remise": 1.5, "Coût": 3,
        "Échéance de paiement": date(2026, 4, 1), "Payée le": date(2026, 4, 2),
    },
    "Échanges": {
        "Client *": "Élan", "Référence": "E1", "Date *": date(2026, 3, 2), "Type": "Visite", "Sens": "Sortant",
        "Minutes": 30, "Résultat": "Joint", "Objet": "Salut", "Texte": "Tout va bien",
    },
}  # fmt: skip


def fill(path: Path, sheet: str, values: dict[str, Any]) -> None:
    book = openpyxl.load_workbook(path)
    titles = [cell.value for cell in book[sheet][1]]
    assert [title for title in titles if title not in values] == []
    for title, value in values.items():
        book[sheet].cell(2, titles.index(title) + 1).value = value
    book.save(path)


def test_a_filled_template_comes_in_column_by_column(book: Book, tmp_path: Path) -> None:
    custom_fields.create_custom_field(book, "Saison", "choice", ["Été", "Hiver"])
    path = import_template(tmp_path / "modele", "fr", book)
    assert path.name == "modele.xlsx"
    for sheet, values in FILLED.items():
        fill(path, sheet, values)
    first = read_source(path, own=own_fields(book))
    assert incoming.sheets_of(first)[: len(FILLED)] == tuple(FILLED)
    for sheet, values in FILLED.items():
        source = read_source(path, sheet=sheet, own=own_fields(book))
        assert source.mapping.columns.keys() == values.keys(), sheet
        _, report = import_files(book, [source])
        assert report.refused == 0
    with book.read() as connection:
        row = connection.exec_driver_sql("SELECT name, status, siret, client_since, custom FROM client").one()
        assert tuple(row)[:4] == ("Élan", "active", "73282932000074", "2020-02-29")
        assert "Été" in row[4]
        assert connection.exec_driver_sql("SELECT full_name FROM contact").scalar_one() == "Anne Riou"
        assert connection.exec_driver_sql("SELECT amount, discount FROM sale").one() == (
            12_500_000,
            1_500_000,
        )
        assert connection.exec_driver_sql("SELECT kind, minutes FROM interaction").one()[0] == "visit"


def test_its_cells_say_what_they_take(book: Book, tmp_path: Path) -> None:
    custom_fields.create_custom_field(book, "=Saison", "choice", ["=1+1", "Hiver, long", "x" * 200])
    path = import_template(tmp_path / "t.xlsx", "en", book)
    sheets = openpyxl.load_workbook(path)
    assert sheets.sheetnames == ["Clients", "Contacts", "Sales", "Interactions", "How to fill in", "_lists"]
    assert sheets["_lists"].sheet_state == "veryHidden"
    checks = {
        str(check.sqref).split(":")[0]: (check.type, check.formula1)
        for check in sheets["Clients"].data_validations.dataValidation
    }
    assert checks["C2"] == ("list", "_lists!$A$1:$A$2")
    assert [sheets["_lists"].cell(row, 1).value for row in (1, 2)] == ["Organisation", "Person"]
    assert checks["S2"][0] == "date"
    assert checks["V2"][0] == "list"
    assert [sheets["_lists"].cell(row, 3).value for row in (1, 2)] == ["=1+1", "Hiver, long"]
    assert {sheets["_lists"].cell(row, 3).data_type for row in (1, 2, 3)} == {"s"}
    with zipfile.ZipFile(path) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_form_on_paper_and_as_a_table(book: Book, tmp_path: Path, language: str) -> None:
    text = pdf_text(prospect_form(tmp_path / "fiche.pdf", language))
    assert ("Prochaine étape" if language == "fr" else "Next step") in text
    text = pdf_text(import_template(tmp_path / "modele.pdf", language, book))
    assert ("Montant *" if language == "fr" else "Amount *") in text
    path = prospect_form(tmp_path / "fiche.xlsx", language)
    titles = [cell.value for cell in openpyxl.load_workbook(path)["Prospects"][1]]
    values = [
        "Élan",
        "Anne Riou",
        "Gérante",
        "a@elan.fr",
        "02 98 44 10 20",
        "1 rue du Port",
        "29200",
        "Brest",
        "Bois",
    ]
    fill(path, "Prospects", dict(zip(titles, [*values, "Salon", "Papier", "Prospect", "Bien"], strict=True)))
    source = read_source(path)
    assert list(source.mapping.columns) == titles
    _, report = import_files(book, [source])
    assert report.refused == 0
    with book.read() as connection:
        row = connection.exec_driver_sql("SELECT name, status, postcode, needs FROM client").one()
    assert tuple(row) == ("Élan", "prospect", "29200", "Papier")


def test_names_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        import_template(tmp_path / "t.csv", "fr")
    for name in ("t.xlsx", "t.pdf"):
        with pytest.raises(BookWriteError) as refused:
            prospect_form(tmp_path / "nowhere" / name, "fr")
        assert refused.value.code == "no_folder"
