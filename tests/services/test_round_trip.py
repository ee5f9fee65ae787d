"""The workbook goes out, is edited, and comes back as a reviewed difference."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from portfolio_app.errors import SourceError
from portfolio_app.exchange.workbook_manifest import MANIFEST
from portfolio_app.services import (
    clients,
    custom_fields,
    deals,
    follow_ups,
    incoming,
    interactions,
    key_dates,
    plans,
    sales,
    surveys,
)
from portfolio_app.services.export import export_workbook
from portfolio_app.services.privacy_erase import erase_person
from portfolio_app.services.privacy_people import Person
from portfolio_app.services.round_trip import WorkbookDiff, apply, compare, is_ours
from portfolio_app.services.round_trip_sheets import mark_of
from portfolio_app.services.workbook_options import WorkbookOptions
from portfolio_app.storage.book import Book
from tests.conftest import TODAY
from tests.doors import hostile
from tests.dumps import dump

D = date.fromisoformat


@pytest.fixture
def filled(book: Book) -> Book:
    """A few records of every kind, with texts and figures that a spreadsheet may take for something else."""
    custom_fields.create_custom_field(book, "Surface", "number")
    custom_fields.create_custom_field(book, "Abonné", "yes_no")
    custom_fields.create_custom_field(book, "Saison", "choice", ["Été", "Hiver"])
    names = ["Élan", "=1+1", "'=quoted", "0123", "  Ann  &  <b>", "_x0041_", "1e5", "TRUE", "Brest\u202fSud"]
    for place, name in enumerate(names):
        values = {
            "name": name,
            "reference": f"00{place}",
            "city": ("Brest", "Quimper", "")[place % 3],
            "postcode": "01000",
            "tags": ["a", "b c"],
            "notes": "two\nlines\n\n=3",
            "client_since": date(1899 - place, 1, 31) if place == 2 else D("2020-02-29"),
            "acquisition_cost": Decimal("957.577512"),
            "cadence_ideal_days": 20,
            "price_sensitivity": "high",
            "custom.surface": 0.1 + 0.2,
            "custom.abonne": place % 2 == 0,
            "custom.saison": "Été",
            "verified_on": TODAY,
        }
        clients.create_client(book, values, {"full_name": f"Anne {name}", "phone": "+33 2 98 44 10 20"})
    for place in range(4):
        line = {"date": D("2026-01-31"), "amount": Decimal("-12.345678") * place, "quantity": "1.5"}
        sales.add_sale(book, place + 1, {**line, "order_reference": f"F{place}"}, product="Pain, 1 kg")
    interactions.log_touch(
        book, 1, {"kind": "visit", "subject": "@A", "body": "B"}, contact_id=1, finish_due=False
    )
    follow_ups.plan_follow_up(book, 1, {"due_on": TODAY, "due_time": "09:30", "title": "Rappeler"})
    deals.create_deal(book, 1, {"title": "Offre", "amount": "12.5", "opened_on": D("2026-02-01")})
    surveys.add_answer(book, 1, {"score": 9, "comment": "@bien"}, contact_id=1)
    key_dates.create_key_date(book, 1, {"kind": "renewal", "label": "Bail", "on": TODAY}, contact_id=1)
    plans.create_plan(book, "Réveil", [{"title": "Appeler"}])
    plans.enrol(book, 1, [1])
    return book


def export(book: Book, tmp_path: Path, language: str = "fr", **options: Any) -> Path:
    return export_workbook(
        book, tmp_path / "out.xlsx", TODAY, language, options=WorkbookOptions(**options) if options else None
    )


class Edit:
    """Edits a workbook as a person does: by the sheets' and the columns' titles."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)

    def places(self, sheet: str) -> dict[str, int]:
        return {str(cell.value): cell.column for cell in self.book[sheet][1]}

    def set(self, sheet: str, line: int, title: str, value: Any) -> None:
        self.book[sheet].cell(line, self.places(sheet)[title]).value = value

    def line(self, sheet: str, title: str, text: str) -> int:
        place = self.places(sheet)[title]
        return next(row[0].row for row in self.book[sheet].iter_rows() if row[place - 1].value == text)

    def add(self, sheet: str, **values: Any) -> int:
        line = int(self.book[sheet].max_row) + 1
        for title, value in values.items():
            self.set(sheet, line, title.replace("_", " "), value)
        return line

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path


def put(cell: Any, value: Any) -> None:
    """As a spreadsheet moves a cell: a text stays one, even where openpyxl would make it a formula."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def told(diff: WorkbookDiff) -> list[tuple[Any, ...]]:
    return [
        (i.sheet, i.kind, i.record_id, [(f.field, f.before, f.after) for f in i.fields]) for i in diff.items
    ]


def reasons(diff: WorkbookDiff) -> list[tuple[str, str, str]]:
    return [(cell.title, cell.column, cell.code) for cell in diff.refused]


def test_nothing_edited_is_no_difference(filled: Book, tmp_path: Path) -> None:
    for language in ("fr", "en"):
        path = export(filled, tmp_path, language)
        before = dump(filled)
        for _ in range(2):
            diff = compare(filled, path)
            assert (diff.is_empty, diff.untouched, diff.language) == (True, 29, language)
            Edit(path).save()
        assert apply(filled, diff).kinds == frozenset()
        assert dump(filled) == before


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not there")
def test_libreoffice_opens_it_and_saving_it_there_changes_nothing(filled: Book, tmp_path: Path) -> None:
    path = export(filled, tmp_path)
    (tmp_path / "saved").mkdir()
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "saved"), str(path)], check=True, capture_output=True
    )
    edit = Edit(tmp_path / "saved" / "out.xlsx")
    assert compare(filled, edit.path).is_empty
    assert len(edit.book["Synthèse"]._charts) == 3  # the native charts survived: months, segments, Pareto
    edit.set("Clients", edit.line("Clients", "Client", "Élan"), "Ville", "Rennes")
    assert told(compare(filled, edit.save())) == [
        ("clients", "changed", 1, [("client.city", "Brest", "Rennes")])
    ]


def test_edited_cells_are_exactly_what_is_found(filled: Book, tmp_path: Path) -> None:
    edit = Edit(export(filled, tmp_path))
    line = edit.line("Clients", "Client", "Élan")
    for title, value in (
        ("Ville", "Rennes"),
        ("Code postal", 29000),
        ("Type", "personne"),
        ("Étiquettes", "a; neuf"),
        ("Client depuis", "12/03/2021"),
        ("Coût d’acquisition", "1 234,50 €"),
        ("Abonné", "non"),
        ("Surface", 4),
        ("Notes", None),
    ):
        edit.set("Clients", line, title, value)
    edit.set("Contacts", 2, "Fonction", "Gérante")
    edit.set("Ventes", 3, "Montant", 50)
    edit.set("Ventes", 3, "Produit", "Brioche")
    edit.set("Relances", 2, "Heure", "14h15")
    edit.set("Affaires", 2, "Statut", "Gagnée")
    edit.set("Dates clés", 2, "Chaque année", "Oui")
    diff = compare(filled, edit.save())
    assert reasons(diff) == []
    assert not any(item.is_conflict for item in diff.items)
    found = {item.sheet: {f.field: (f.before, f.after) for f in item.fields} for item in diff.changed}
    assert found == {
        "clients": {
            "client.kind": ("Organisation", "Personne"),
            "client.city": ("Brest", "Rennes"),
            "client.postcode": ("01000", "29000"),
            "client.tags": ("a, b c", "a, neuf"),
            "client.client_since": (D("2020-02-29"), D("2021-03-12")),
            "client.acquisition_cost": (Decimal("957.577512"), Decimal("1234.50")),
            "client.custom.abonne": ("Oui", "Non"),
            "client.custom.surface": (0.1 + 0.2, 4.0),
            "client.notes": ("two\nlines\n\n=3", None),
        },
        "contacts": {"contact.role": (None, "Gérante")},
        "sales": {
            "sale.amount": (Decimal("-12.345678"), Decimal(50)),
            "sale.product": ("Pain, 1 kg", "Brioche"),
        },
        "follow_ups": {"follow_up.due_time": ("09:30", "14:15")},
        "deals": {"deal.status": ("En cours", "Gagnée")},
        "key_dates": {"key_date.yearly": ("Non", "Oui")},
    }
    before = dump(filled)
    changes = apply(filled, diff)
    assert changes.ids["client"] == frozenset({1})
    with filled.read() as connection:
        row = connection.exec_driver_sql("SELECT status, closed_on FROM deal").one()
    assert tuple(row) == ("won", TODAY.isoformat())
    assert compare(filled, edit.path).is_empty
    filled.undo()
    assert dump(filled) == before


def test_rows_added_by_hand_come_in_once(filled: Book, tmp_path: Path) -> None:
    edit = Edit(export(filled, tmp_path))
    edit.add("Clients", Client="Nouveau SA", Ville="Brest")
    edit.add("Contacts", Client="Nouveau SA", Contact="Marc")
    edit.add("Ventes", Client="élan", Date=D("2026-03-01"), Montant=12.5, Produit="Pain, 1 kg")
    edit.add(
        "Échanges", Référence="000", Date="01/03/2026", Type="Visite", Contact="Anne Élan", Objet="Passage"
    )
    edit.add(
        "Affaires",
        Client="Nouveau SA",
        Affaire="Devis",
        Statut="Perdue",
        Montant=3,
        Ouverte_le=D("2026-03-01"),
    )
    edit.add("Relances", Client="Nouveau SA", Échéance=D("2027-01-01"), Quoi="Appeler")
    edit.add("Dates clés", Client="Nouveau SA", Date=D("2027-01-01"), Libellé="Salon")
    edit.add("Réponses d’enquête", Client="Nouveau SA", Date=D("2026-03-01"), Enquête="NPS", Score=7)
    diff = compare(filled, edit.save())
    assert reasons(diff) == []
    assert [(item.sheet, item.client, item.name) for item in diff.added] == [
        ("clients", "Nouveau SA", "Nouveau SA"),
        ("contacts", "Nouveau SA", "Marc"),
        ("sales", "élan", "01/03/2026 · Pain, 1 kg · 12,50"),
        ("interactions", "", "01/03/2026 · Visite · Passage"),
        ("follow_ups", "Nouveau SA", "01/01/2027 · Appeler"),
        ("deals", "Nouveau SA", "Devis"),
        ("survey_answers", "Nouveau SA", "01/03/2026 · NPS"),
        ("key_dates", "Nouveau SA", "Salon · 01/01/2027"),
    ]
    # A record of the added client brings the client along.
    changes = apply(filled, diff, {item.number for item in diff.added if item.sheet != "clients"})
    assert {kind: len(ids or ()) for kind, ids in changes.created.items()} == {
        "client": 1, "contact": 1, "sale": 1, "interaction": 1, "follow_up": 1, "deal": 1, "survey_answer": 1,
        "key_date": 1,
    }  # fmt: skip
    again = compare(filled, edit.path)
    assert told(again) == []
    assert again.is_empty


def test_removed_rows_are_listed_and_only_taken_out_when_chosen(filled: Book, tmp_path: Path) -> None:
    edit = Edit(export(filled, tmp_path))
    edit.book["Ventes"].delete_rows(2)
    line = edit.line("Clients", "Client", "0123")
    for cell in edit.book["Clients"][line][2:]:
        cell.value = None  # emptied rather than deleted
    sales.update_sale(filled, 1, {"order_reference": "F9"})
    diff = compare(filled, edit.save())
    assert [(item.sheet, item.record_id, item.is_conflict) for item in diff.removed] == [
        ("clients", 4, False),
        ("sales", 1, True),
    ]
    assert diff.removed[1].name == "31/01/2026 · Pain, 1 kg · 0,00"
    before = dump(filled)
    assert apply(filled, diff).kinds == frozenset()
    assert dump(filled) == before
    apply(filled, compare(filled, edit.path), {1})
    assert [item.record_id for item in compare(filled, edit.path).removed] == [1]
    assert sales.sale_ids(filled, 4) == []


def test_what_the_book_changed_since_stays_and_both_is_a_conflict(filled: Book, tmp_path: Path) -> None:
    edit = Edit(export(filled, tmp_path))
    clients.update_client(filled, 1, {"city": "Nantes", "sector": "Bois", "email": "a@b.fr"})
    line = edit.line("Clients", "Client", "Élan")
    edit.set("Clients", line, "Ville", "Rennes")
    edit.set("Clients", line, "E-mail", "a@b.fr")
    edit.set("Clients", line, "Région", "Bretagne")
    (item,) = compare(filled, edit.save()).items
    assert [(f.field, f.before, f.after, f.is_conflict) for f in item.fields] == [
        ("client.city", "Nantes", "Rennes", True),
        ("client.region", None, "Bretagne", False),
    ]
    assert item.is_conflict
    diff = compare(filled, edit.path)
    assert apply(filled, diff).kinds == frozenset()  # a conflict only when chosen
    apply(filled, diff, {item.number})
    with filled.read() as connection:
        row = connection.exec_driver_sql("SELECT city, sector, email, region FROM client WHERE id = 1").one()
    assert tuple(row) == ("Rennes", "Bois", "a@b.fr", "Bretagne")


def test_sorting_filtering_moving_and_dropping_columns_are_no_edits(filled: Book, tmp_path: Path) -> None:
    edit = Edit(export(filled, tmp_path))
    sheet = edit.book["Clients"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for line, row in enumerate(reversed(rows), 2):
        for place, value in enumerate(row, 1):
            put(sheet.cell(line, place), value)
        sheet.row_dimensions[line].hidden = line % 2 == 0
    sheet.delete_cols(edit.places("Clients")["Secteur"])
    sheet.insert_cols(4)
    sheet.cell(1, 4).value = "Mes remarques"
    sheet.insert_rows(1)
    sheet.cell(1, 3).value = "Liste de Durand"
    diff = compare(filled, edit.save())
    assert told(diff) == []
    assert (reasons(diff), diff.unknown_columns) == ([], (("Clients", "Mes remarques"),))


def test_sorting_only_the_columns_in_view_is_seen_through(filled: Book, tmp_path: Path) -> None:
    edit = Edit(export(filled, tmp_path))
    sheet = edit.book["Clients"]
    rows = [[cell.value for cell in row[2:]] for row in sheet.iter_rows(min_row=2)]
    rows.sort(key=lambda row: str(row[1]), reverse=True)
    city = edit.places("Clients")["Ville"] - 3
    edited = next(row for row in rows if row[1] == "Élan")
    edited[city] = "Rennes"
    for line, row in enumerate(rows, 2):
        for place, value in enumerate(row, 3):
            put(sheet.cell(line, place), value)
    diff = compare(filled, edit.save())
    assert told(diff) == [("clients", "changed", 1, [("client.city", "Brest", "Rennes")])]
    assert reasons(diff) == []


def test_a_copied_row_is_an_added_one(filled: Book, tmp_path: Path) -> None:
    edit = Edit(export(filled, tmp_path))
    sheet = edit.book["Ventes"]
    line = sheet.max_row + 1
    for cell in sheet[2]:
        sheet.cell(line, cell.column).value = cell.value
    edit.set("Ventes", line, "Montant", 77)
    (item,) = compare(filled, edit.save()).items
    assert (item.kind, item.line, item.values["amount"]) == ("added", line, Decimal(77))


def test_the_copy_of_a_sheet_is_not_read(filled: Book, tmp_path: Path) -> None:
    """Excel calls it “Ventes (2)”, like a sheet that goes on where one is full."""
    path = export(filled, tmp_path)
    workbook = openpyxl.load_workbook(path)
    for title in ("Clients", "Ventes"):
        workbook.copy_worksheet(workbook[title]).title = f"{title} (2)"
    workbook.save(path)
    diff = compare(filled, path)
    assert told(diff) == []
    assert [(each.title, each.code, each.params) for each in diff.refused] == [
        ("Clients", "copied_sheet", {"sheet": "Clients (2)"}),
        ("Ventes", "copied_sheet", {"sheet": "Ventes (2)"}),
    ]


def test_an_edit_with_the_fingerprint_of_what_stood_there_is_seen(filled: Book, tmp_path: Path) -> None:
    path = export(filled, tmp_path)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Clients"]
    column = next(cell.column for cell in sheet[1] if cell.value == "Ville")
    row = next(row for row in range(2, 12) if sheet.cell(row, column).value == "Quimper")
    assert mark_of("Ville9151") == mark_of("Quimper")
    sheet.cell(row, column).value = "Ville9151"
    workbook.save(path)
    diff = compare(filled, path)
    (item,) = diff.changed
    assert [(each.before, each.after) for each in item.fields] == [("Quimper", "Ville9151")]
    assert list(diff.refused) == []  # what the program works out was not edited


def test_a_file_edited_in_one_cell_says_nothing_of_worked_out_ones(filled: Book, tmp_path: Path) -> None:
    path = export(filled, tmp_path)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Clients"]
    column = next(cell.column for cell in sheet[1] if cell.value == "Ville")
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, column).value = "Brest-sur-Mer"
    workbook.save(path)
    diff = compare(filled, path)
    assert list(diff.refused) == []
    assert {each.field for item in diff.changed for each in item.fields} == {"client.city"}


def test_what_cannot_be_taken_over_says_why(filled: Book, tmp_path: Path) -> None:
    edit = Edit(export(filled, tmp_path))
    line = edit.line("Clients", "Client", "Élan")
    edit.set("Clients", line, "Segment", "Le mien")
    edit.set("Clients", line, "Type", "Martien")
    edit.set("Clients", line, "Contact tous les (jours)", 5000)
    edit.set("Contacts", 3, "Client", "Autre")
    edit.set("Ventes", 2, "Montant", "douze")
    edit.set("Ventes", 3, "Date", "31/02/2026")
    edit.set("Échanges", 2, "Date", D("2030-01-01"))
    edit.set("Échanges", 2, "Contact", "Personne")
    edit.set("Plans d’action", 2, "Commencé le", TODAY)
    edit.set("Plans d’action", 2, "Plan d’action", "Autre plan")
    edit.add("Ventes", Client="Inconnu", Date=TODAY, Montant=1)
    edit.add("Ventes", Client="Élan", Montant=1)
    sales.delete_sale(filled, 4)
    edit.set("Ventes", 5, "Montant", 3)
    diff = compare(filled, edit.save())
    assert sorted(reasons(diff)) == sorted(
        [
            ("Clients", "Segment", "computed_column"),
            ("Clients", "Type", "bad_choice"),
            ("Clients", "Contact tous les (jours)", "out_of_range"),
            ("Contacts", "Client", "computed_column"),
            ("Ventes", "Montant", "bad_amount"),
            ("Ventes", "Date", "no_such_date"),
            ("Ventes", "", "whose_row"),
            ("Ventes", "Date", "required"),
            ("Ventes", "", "record_gone"),
            ("Échanges", "Contact", "no_such_contact"),
            ("Échanges", "", "out_of_range"),  # found by trying it: it lies in the future
            ("Plans d’action", "Plan d’action", "computed_column"),
        ]
    )
    assert diff.items == []
    assert all(cell.reason and cell.line > 1 for cell in diff.refused)


def test_a_client_renamed_everywhere_is_renamed_once(filled: Book, tmp_path: Path) -> None:
    edit = Edit(export(filled, tmp_path))
    for sheet in edit.book.worksheets[2:]:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == "Élan":
                    cell.value = "Élan & Cie"
    diff = compare(filled, edit.save())
    assert told(diff) == [("clients", "changed", 1, [("client.name", "Élan", "Élan & Cie")])]
    assert reasons(diff) == []


def test_of_another_book_nothing_is_compared(
    filled: Book, tmp_path: Path, make_book: Callable[[str], Book]
) -> None:
    path = export(filled, tmp_path)
    other = make_book("other.portfolio")
    with other.step("x") as step:
        step.connection.exec_driver_sql("UPDATE setting SET value = '\"other\"' WHERE key = 'book_id'")
    diff = compare(other, path)
    assert (diff.is_other_book, diff.items) == (True, [])
    with pytest.raises(SourceError) as refused:
        apply(other, diff)
    assert refused.value.code == "other_book"


def test_a_book_changed_after_the_comparison_is_compared_again(filled: Book, tmp_path: Path) -> None:
    edit = Edit(export(filled, tmp_path))
    edit.set("Clients", 2, "Ville", "Rennes")
    diff = compare(filled, edit.save())
    clients.update_client(filled, 1, {"city": "Nantes"})
    with pytest.raises(SourceError) as refused:
        apply(filled, diff)
    assert refused.value.code == "changed_since"


def test_who_was_erased_does_not_come_back_by_a_workbook(filled: Book, tmp_path: Path) -> None:
    person = {
        "name": "Paul Secret",
        "kind": "person",
        "reference": "P1",
        "city": "Brest",
        "postcode": "29200",
    }
    (paul,) = clients.create_client(filled, person, {"full_name": "Paul Secret"}).created["client"]
    sales.add_sale(filled, paul, {"date": TODAY, "amount": 5})
    acme = clients.create_client(
        filled, {"name": "Acme"}, {"full_name": "Zed Hidden", "email": "zed@acme.fr"}
    )
    clients.create_contact(filled, *acme.created["client"], {"full_name": "Other"})
    path = export(filled, tmp_path)
    erase_person(filled, Person("client", paul))
    erase_person(filled, Person("contact", *acme.created["contact"]))
    edit = Edit(path)
    edit.set("Clients", edit.line("Clients", "Client", "Paul Secret"), "Téléphone", "0699887766")
    edit.add("Clients", Client="Paul Secret", Code_postal="29200", Ville="Brest")
    edit.add("Clients", Client="Somebody", Référence="P1")
    edit.add("Contacts", Client="Acme", Contact="Zed Hidden")
    other = edit.line("Contacts", "Contact", "Other")
    edit.set("Contacts", other, "E-mail", "ZED@acme.fr")
    diff = compare(filled, edit.save())
    assert told(diff) == []
    assert sorted(each.code for each in diff.refused) == ["erased_person"] * 4 + ["record_gone"]


def test_only_what_was_exported_can_be_missing(filled: Book, tmp_path: Path) -> None:
    edit = Edit(export(filled, tmp_path, sheets=frozenset({"clients", "sales"}), client_ids=(1, 2)))
    assert edit.book.sheetnames == ["Clients", "Ventes", MANIFEST]
    assert [edit.book["Clients"].max_row, edit.book["Ventes"].max_row] == [3, 3]
    assert compare(filled, edit.path).is_empty
    del edit.book["Ventes"]
    edit.book["Clients"].delete_rows(2)
    clients.create_client(filled, {"name": "Depuis"})
    diff = compare(filled, edit.save())
    assert diff.missing_sheets == ("Ventes",)
    assert [item.kind for item in diff.items] == ["removed"]


def test_without_the_hidden_columns_nothing_of_a_sheet_is_taken(filled: Book, tmp_path: Path) -> None:
    edit = Edit(export(filled, tmp_path))
    edit.book["Clients"].delete_cols(1, 2)
    edit.set("Clients", 2, "Ville", "Rennes")
    diff = compare(filled, edit.save())
    assert (diff.items, reasons(diff)) == ([], [("Clients", "", "no_numbers")])


def test_other_workbooks_are_refused(filled: Book, tmp_path: Path) -> None:
    path = tmp_path / "autre.xlsx"
    openpyxl.Workbook().save(path)
    assert not is_ours(["Sheet"])
    with pytest.raises(SourceError) as refused:
        compare(filled, path)
    assert refused.value.code == "not_ours"
    edit = Edit(export(filled, tmp_path))
    for row in edit.book[MANIFEST].iter_rows():
        for cell in row:
            cell.value = "x"
    with pytest.raises(SourceError) as refused:
        compare(filled, edit.save())
    assert refused.value.code == "not_ours"


def test_hostile_texts_come_back_as_they_are(book: Book, tmp_path: Path) -> None:
    for text in hostile.EVERYTHING:
        if text.strip():
            clients.create_client(book, {"name": f"x{text}", "city": text[:100], "notes": text})
    edit = Edit(export(book, tmp_path))
    assert compare(book, edit.path).is_empty
    assert compare(book, edit.save()).is_empty
    edit.set("Clients", 2, "Ville", "=1+1")
    edit.set("Clients", 3, "Notes", "'=quoted")
    diff = compare(book, edit.save())
    assert len(diff.changed) <= 2
    apply(book, diff)


def test_the_ordinary_import_is_not_disturbed_by_what_is_hidden(filled: Book, tmp_path: Path) -> None:
    from portfolio_app.services.import_ import preview_import, read_source

    source = read_source(export(filled, tmp_path))
    assert source.table.dialect.sheet == "Clients"
    assert incoming.is_export(source)
    assert MANIFEST not in incoming.sheets_of(source)
    assert not {"#id", "#check"} & source.mapping.columns.keys()
    report = preview_import(filled, [source]).files[0]
    assert (report.created, report.updated, report.refused) == (0, 0, [])
