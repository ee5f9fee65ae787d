"""What the user added to the book, on its way in and out: imports, the workbook, the history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from portfolio_app.errors import MappingError
from portfolio_app.exchange.mapping import Mapping
from portfolio_app.services import (
    clients,
    custom_fields,
    deals,
    follow_ups,
    history,
    incoming,
    interactions,
    key_dates,
    plans,
    sales,
    settings,
    surveys,
)
from portfolio_app.services.client_views import client_detail
from portfolio_app.services.export import export_workbook
from portfolio_app.services.import_ import ImportReport, import_files, own_fields, preview_import, read_source
from portfolio_app.storage.book import Book
from tests.conftest import TODAY
from tests.doors import hostile
from tests.dumps import dump, index_is_sound

FRENCH = """Client;Persona;Besoins;Préférences;Rôle stratégique;Sensibilité au prix;Potentiel;Sexe;Date de naissance;\
Tranche de revenus;Redressement judiciaire;Coût d’acquisition;Carte de fidélité;SURFACE (m²);Abonné ?;Saison;Rappel
Élan;L’économe;bocaux;le matin;Client de référence;élevée;moyen;F;03/02/1980;20–35 k€;01/02/2026;1 125,50;Or;\
1 250,5;Oui;ÉTÉ;31/03/2026
Zest;;;;;pas sensible au prix;faible;Monsieur;;;;;;;;;
"""
ENGLISH = """Customer,Persona,Needs,Preferences,Strategic role,Price sensitivity,Growth potential,Gender,Date of birth,\
Income band,Insolvency date,Acquisition cost,Loyalty tier,Surface (m²),Abonné ?,Saison,Rappel
Élan,L’économe,bocaux,le matin,reference,High,medium,female,1980-02-03,20–35 k€,2026-02-01,1125.50,Or,\
1250.5,true,Été,2026-03-31
Zest,,,,,low,Low,Male,,,,,,,,,
"""
OWN = (
    ("Surface (m²)", "number"),
    ("Abonné ?", "yes_no"),
    ("Saison", "choice"),
    ("Rappel", "date"),
    ("Secteur", "text"),
)
INVOICES = """Client;Date facture;No facture;Montant HT;Échéance;Date de règlement
Élan;01/03/2026;F1;100,00;31/03/2026;
Élan;01/03/2026;F1;100,00;31/03/2026;02/04/2026
Élan;05/03/2026;F2;50,00;à réception;
"""


def add_own_fields(book: Book) -> None:
    for name, type in OWN:
        custom_fields.create_custom_field(book, name, type, ["Été", "Hiver"])


def load(book: Book, path: Path, text: str | None = None, **options: Any) -> ImportReport:
    if text is not None:
        path.write_text(text, encoding="utf-8")
    _, report = import_files(book, [read_source(path, own=own_fields(book), **options)])
    return report


def known(book: Book, client_id: int = 1) -> dict[str, Any]:
    return client_detail(book, client_id, TODAY).values


@pytest.mark.parametrize("text", [FRENCH, ENGLISH], ids=["french", "english"])
def test_columns_are_known_by_their_usual_names(book: Book, tmp_path: Path, text: str) -> None:
    add_own_fields(book)
    report = load(book, tmp_path / "c.csv", text)
    assert (report.files[0].created, report.refused, dict(report.files[0].warnings)) == (2, 0, {})
    expected = {
        "persona": "L’économe",
        "needs": "bocaux",
        "preferences": "le matin",
        "strategic_role": "reference",
        "price_sensitivity": "high",
        "growth_potential": "medium",
        "gender": "female",
        "birth_date": date(1980, 2, 3),
        "income_band": "20–35 k€",
        "insolvency_on": date(2026, 2, 1),
        "acquisition_cost": Decimal("1125.5"),
        "loyalty_tier": "Or",
        "custom.surface_m2": 1250.5,
        "custom.abonne": True,
        "custom.saison": "Été",
        "custom.rappel": date(2026, 3, 31),
        "custom.secteur": "",
    }
    assert {name: known(book)[name] for name in expected} == expected
    second = known(book, 2)
    assert (second["price_sensitivity"], second["growth_potential"], second["gender"]) == (
        "low",
        "low",
        "male",
    )
    before = dump(book)
    assert load(book, tmp_path / "c.csv").files[0].unchanged == 2
    assert dump(book) == before


def test_what_does_not_fit_a_field_is_left_out_and_said(book: Book, tmp_path: Path) -> None:
    add_own_fields(book)
    report = load(
        book,
        tmp_path / "c.csv",
        "Client;Surface (m²);Abonné ?;Saison;Rappel;Sexe\nÉlan;grand;peut-être;Automne;bientôt;?\nÉlan;1e15;;;;\n",
        mapping=Mapping(
            {
                "Client": "client.name",
                "Surface (m²)": "client.custom.surface_m2",
                "Abonné ?": "client.custom.abonne",
                "Saison": "client.custom.saison",
                "Rappel": "client.custom.rappel",
                "Sexe": "client.gender",
            }
        ),
    )
    assert report.refused == 0
    assert dict(report.files[0].warnings) == {"bad_number": 2, "bad_choice": 3, "bad_date": 1}
    told = [(cell.line, cell.column, cell.value, cell.code, cell.is_new) for cell in report.files[0].unread]
    assert sorted(told[:5]) == [
        (2, "Abonné ?", "peut-être", "bad_choice", True),
        (2, "Rappel", "bientôt", "bad_date", True),
        (2, "Saison", "Automne", "bad_choice", True),
        (2, "Sexe", "?", "bad_choice", True),
        (2, "Surface (m²)", "grand", "bad_number", True),
    ]
    assert told[5:] == [(3, "Surface (m²)", "1e15", "bad_number", False)]
    assert {value for name, value in known(book).items() if name.startswith("custom.")} <= {"", None}


def test_a_file_fills_one_field_and_leaves_the_others(book: Book, tmp_path: Path) -> None:
    add_own_fields(book)
    clients.create_client(book, {"name": "Élan", "custom.saison": "Hiver", "custom.surface_m2": 3})
    assert load(book, tmp_path / "c.csv", "Client;Saison\nÉlan;été\n").files[0].updated == 1
    assert (known(book)["custom.saison"], known(book)["custom.surface_m2"]) == ("Été", 3)
    index_is_sound(book)


def test_a_field_the_book_has_not_is_refused_with_a_sentence(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("Client;Saison\nÉlan;été\n", encoding="utf-8")
    mapping = Mapping({"Client": "client.name", "Saison": "client.custom.saison"})
    with pytest.raises(MappingError) as caught:
        preview_import(book, [read_source(path, mapping)])
    assert caught.value.code == "unknown_own_field"
    assert "Saison" in str(caught.value)
    add_own_fields(book)
    assert preview_import(book, [read_source(path, mapping)]).files[0].created == 1


def test_a_usual_name_is_its_own_only_when_marked(book: Book, tmp_path: Path) -> None:
    add_own_fields(book)
    path = tmp_path / "c.csv"
    path.write_text("Client;Secteur;Secteur (champ personnalisé)\nÉlan;Bois;nord\n", encoding="utf-8")
    mapping = read_source(path, own=own_fields(book)).mapping
    assert mapping.columns["Secteur"] == "client.sector"
    assert mapping.columns["Secteur (champ personnalisé)"] == "client.custom.secteur"


def test_payments_come_with_the_invoices_and_afterwards(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    report = load(book, path, INVOICES)
    assert (report.files[0].created, report.refused, dict(report.files[0].warnings)) == (
        3,
        0,
        {"bad_date": 1},
    )

    def payments() -> list[tuple[date | None, date | None]]:
        lines = sales.sale_lines(book, range(1, 9))
        return [(line.due_on, line.paid_on) for _, line in sorted(lines.items())]

    due = date(2026, 3, 31)
    assert payments() == [(due, None), (due, date(2026, 4, 2)), (None, None)]
    assert load(book, path).files[0].unchanged == 3
    again = load(book, path, INVOICES.replace("31/03/2026;\n", "31/03/2026;15/05/2026\n"))
    assert (again.files[0].created, again.files[0].updated, again.files[0].unchanged) == (0, 1, 2)
    assert payments() == [(due, date(2026, 5, 15)), (due, date(2026, 4, 2)), (None, None)]
    book.undo()
    assert payments()[0] == (due, None)


def test_a_payment_day_alone_is_the_day_of_the_sale(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("Customer,Payment date,Amount\nÉlan,2026-03-01,12\n", encoding="utf-8")
    assert read_source(path).mapping.columns["Payment date"] == "sale.date"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_out_and_in_again_through_the_workbook(
    make_book: Callable[..., Book], tmp_path: Path, language: str
) -> None:
    first, second = make_book("first.portfolio"), make_book("second.portfolio")
    for book in (first, second):
        add_own_fields(book)
    texts = [text for text in (*hostile.FORMULAS, "l’été\nvient") if text.strip()]
    for place, text in enumerate(texts):
        clients.create_client(
            first,
            {
                "name": f"Client {place:02}",
                "kind": "person",
                "persona": text,
                "needs": text,
                "preferences": text,
                "loyalty_tier": text,
                "strategic_role": ("economies_of_scale", "market_entry", "future_potential", "reference")[
                    place % 4
                ],
                "price_sensitivity": ("low", "medium", "high", "")[place % 4],
                "growth_potential": ("high", "", "low", "medium")[place % 4],
                "gender": ("female", "male", "other")[place % 3],
                "birth_date": date(1950 + place, 2, 3),
                "income_band": "20–35 k€",
                "insolvency_on": TODAY,
                "acquisition_cost": "12.345678",
                "custom.surface_m2": (-0.125, 3, 1e14)[place % 3],
                "custom.abonne": place % 2 == 0,
                "custom.saison": "Été",
                "custom.rappel": TODAY,
                "custom.secteur": text,
            },
        )
    sales.add_sale(first, 1, {"date": TODAY, "amount": 10, "due_on": TODAY, "paid_on": TODAY})
    path = export_workbook(first, tmp_path / "out.xlsx", TODAY, language)
    for sheet in ("Clients", "Ventes" if language == "fr" else "Sales"):
        assert load(second, path, sheet=sheet).refused == 0
    for place in range(1, len(texts) + 1):
        assert known(second, place) == known(first, place)
    line = sales.sale_lines(second, [1])[1]
    assert (line.due_on, line.paid_on) == (TODAY, TODAY)


def test_deals_and_answers_have_their_sheets(book: Book, tmp_path: Path) -> None:
    clients.create_client(book, {"name": "Élan"}, {"full_name": "Anne Riou"})
    deals.create_deal(book, 1, {"title": "=1+1", "amount": "12.5", "probability": 60})
    deals.close_deal(book, 1, "won")
    surveys.add_answer(book, 1, {"score": 9, "comment": "@bien"}, contact_id=1)
    path = export_workbook(book, tmp_path / "out.xlsx", TODAY, "fr")
    sheets = openpyxl.load_workbook(path)
    titles, offer = sheets["Affaires"].iter_rows()
    told = {title.value: cell for title, cell in zip(titles, offer, strict=True)}
    assert (told["Affaire"].value, told["Affaire"].data_type) == ("=1+1", "s")
    figures = [told[title].value for title in ("Statut", "Montant", "Probabilité (%)")]
    assert figures == ["Gagnée", 12.5, 60]
    titles, answer = sheets["Réponses d’enquête"].iter_rows()
    told = {title.value: cell for title, cell in zip(titles, answer, strict=True)}
    assert (told["Commentaire"].value, told["Commentaire"].data_type) == ("@bien", "s")
    assert [told[title].value for title in ("Contact", "Enquête", "Score")] == ["Anne Riou", "NPS", 9]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_sheet_of_our_workbook_changes_the_book_it_comes_from(
    book: Book, tmp_path: Path, language: str
) -> None:
    person = {"full_name": "Anne Riou", "notes": "Le soir."}
    clients.create_client(book, {"name": "Élan", "reference": "E1", "notes": "À suivre"}, person)
    sales.add_sale(book, 1, {"date": TODAY, "amount": 100, "order_reference": "F1"})
    interactions.log_touch(book, 1, {"kind": "visit", "subject": "A", "body": "B"}, finish_due=False)
    follow_ups.plan_follow_up(book, 1, {"due_on": TODAY, "title": "Rappeler"})
    deals.create_deal(book, 1, {"title": "Offre", "amount": "12.5", "opened_on": TODAY, "notes": "Vite"})
    deals.close_deal(book, 1, "lost")
    surveys.add_answer(book, 1, {"score": 2, "comment": "Trop cher"}, contact_id=1)
    key_dates.create_key_date(book, 1, {"kind": "renewal", "label": "Bail", "on": TODAY}, contact_id=1)
    plans.create_plan(book, "Réveil", [{"title": "Appeler"}])
    plans.enrol(book, 1, [1])
    clients.update_client(book, 1, {"cadence_ideal_days": 20, "cadence_max_days": 40})
    path = export_workbook(book, tmp_path / "out.xlsx", TODAY, language)
    before = dump(book)
    listed = incoming.sheets_of(read_source(path))
    assert len(listed) == 9  # neither a report nor what is hidden
    for sheet in listed:
        report = preview_import(book, [read_source(path, sheet=sheet)]).files[0]
        told = (report.created, report.updated, len(report.refused), report.unchanged > 0)
        assert told == (0, 0, 0, True), sheet
    assert dump(book) == before


def test_a_client_not_known_on_that_day_is_exported_without_figures(book: Book, tmp_path: Path) -> None:
    clients.create_client(book, {"name": "Élan"})
    path = export_workbook(book, tmp_path / "out.xlsx", date(2020, 1, 1), "en")
    _titles, row = openpyxl.load_workbook(path)["Clients"].iter_rows(values_only=True)
    assert row[3] == "Élan"


def test_the_history_tells_which_field_of_its_own_changed(book: Book) -> None:
    add_own_fields(book)
    clients.create_client(book, {"name": "Élan", "custom.saison": "Été"})
    clients.update_client(book, 1, {"custom.saison": "", "custom.abonne": False, "custom.rappel": TODAY})
    (row,) = history.details(book, book.history()[0].id).rows
    assert [(f.name, f.label, f.type, f.before, f.after) for f in row.fields] == [
        ("custom.abonne", "Abonné ?", "yes_no", None, False),
        ("custom.saison", "Saison", "text", "Été", None),
        ("custom.rappel", "Rappel", "date", None, TODAY),
    ]
    custom_fields.delete_custom_field(book, 2)
    changed = {row.kind: row for row in history.details(book, book.history()[0].id).rows}
    assert changed["custom_field"].name.text == "Abonné ?"
    (gone,) = changed["client"].fields
    assert (gone.label, gone.type, gone.before, gone.after) == ("abonne", "yes_no", False, None)


def test_the_history_names_deals_answers_and_costs(book: Book) -> None:
    clients.create_client(book, {"name": "Élan"})
    deals.create_deal(book, 1, {"title": "Offre", "amount": 5})
    surveys.add_answer(book, 1, {"score": 4})
    settings.set_costs(book, 40, None)
    cost, answer, deal = (history.details(book, step.id).rows[0] for step in book.history()[:3])
    assert (deal.name.text, deal.name.amount, deal.name.client) == ("Offre", 5_000_000, "Élan")
    assert (answer.name.code, answer.name.day, answer.client_exists) == ("nps", TODAY, True)
    assert (cost.name.code, [field.after for field in cost.fields]) == (
        "cost_per_hour",
        ["cost_per_hour", "40"],
    )
    found = history.outline(book, "élan").steps
    assert len(found) == 3


@pytest.mark.parametrize("language", ["en", "fr"])
def test_of_our_workbook_records_are_read_and_never_a_report(
    book: Book, tmp_path: Path, language: str
) -> None:
    """Its first sheets are reports, whose lines would come in as clients."""
    clients.create_client(book, {"name": "Élan"})
    sales.add_sale(book, 1, {"date": TODAY, "amount": 100})
    path = export_workbook(book, tmp_path / "out.xlsx", TODAY, language)
    dialect = read_source(path).table.dialect
    assert dialect.sheets[1] == "Concentration"
    assert dialect.sheet == "Clients"


def test_of_other_workbooks_the_first_sheet_is_read(tmp_path: Path) -> None:
    sheets = openpyxl.Workbook()
    assert sheets.active is not None
    sheets.active.title = "Concentration"
    sheets.active.append(["Client", "Ville"])
    sheets.active.append(["Élan", "Brest"])
    sheets.create_sheet("Notes").append(["Rien"])
    path = tmp_path / "autre.xlsx"
    sheets.save(path)
    assert read_source(path).table.dialect.sheet == "Concentration"
