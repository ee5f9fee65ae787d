"""Files as programs and people really write them, read with nothing corrected by hand: invented rows only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from portfolio_app.exchange.guess import guess_mapping
from portfolio_app.exchange.rows import ImportRow, Skipped, read_rows
from portfolio_app.exchange.tabular import Table, open_table
from portfolio_app.exchange.text_source import detect_encoding
from portfolio_app.models.enums import DealStatus


def table_of(folder: Path, text: str, encoding: str = "utf-8") -> Table:
    path = folder / "file.csv"
    path.write_bytes(text.encode(encoding))
    return open_table(path)


def values(table: Table) -> list[dict[str, Any]]:
    """The values of the rows that come in, each of them without the group of its field."""
    return [row.values for row in read_rows(table, guess_mapping(table)) if isinstance(row, ImportRow)]


def skipped(table: Table) -> list[tuple[int, str]]:
    found = read_rows(table, guess_mapping(table))
    return [(row.line, row.code) for row in found if isinstance(row, Skipped)]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Société;Ville\nL’Atelier;Dole\nD’Ici;Nancy\nAujourd’hui;Lens\n", "cp1252"),
        ("Vorname;Name\nMäx;Müster\n", "mac_roman"),
        ("Société;Ville\nCRÉÉ PAR;ÉTÉ\nŒuvre;ÂNE\n", "cp1252"),
        ("name,city\n名無しの権兵衛,東京です\n", "cp932"),
        ("имя;город\nМария Иванова;Москва\nПётр;Тверь\n", "cp1251"),
        ("имя;город\nМария Иванова;Москва\nПётр;Тверь\n", "koi8_r"),
        ("όνομα;πόλη\nΓιώργος;Αθήνα\nΜαρία;Πάτρα\n", "cp1253"),
        ("이름;도시\n김철수;서울특별시\n이영희;부산\n", "euc_kr"),
        ("公司;城市\n张伟有限公司;北京市\n李娜;上海\n", "gbk"),
    ],
)
def test_old_encodings_are_told_by_their_letters(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(text.encode(encoding))
    assert detect_encoding(path) == encoding


def test_zeros_eaten_by_a_spreadsheet_come_back_in_a_french_file(tmp_path: Path) -> None:
    text = "Société;CP;Ville;Tél;Portable\nAcme;1000;Bourg;474000001;33612345678\nBêta;39100;Dole;03 84 00 00 01;\n"
    first, second = values(table_of(tmp_path, text))
    assert (first["client.postcode"], first["client.phone"]) == ("01000", "0474000001")
    assert first["contact.mobile"] == "+33612345678"
    assert (second["client.postcode"], second["client.phone"]) == ("39100", "03 84 00 00 01")


@pytest.mark.parametrize(
    "text",
    [
        "Société;NPA;Ville;Téléphone\nAcme;1204;Genève;223456789\nBêta;1000;Lausanne;\n",
        "Empresa;CP;Teléfono;Nombre\nAcme;28013;912345678;José\nBeta;8001;612345678;Ana\n",
    ],
)
def test_other_countries_lose_no_zeros(tmp_path: Path, text: str) -> None:
    table = table_of(tmp_path, text)
    found = values(table)
    cells = [cell for _line, row in table.rows() for cell in row]
    for row in found:
        assert {text for name, text in row.items() if name.endswith(("postcode", "phone"))} <= set(cells)


def test_words_for_nothing_are_blank(tmp_path: Path) -> None:
    text = "company,contact_name,email,phone,city\nAcme,John Doe,j@acme.com,NULL,N/A\nBeta,-,(null),555-123-4567,#N/A\n"
    first, second = values(table_of(tmp_path, text))
    assert first.keys().isdisjoint({"contact.phone", "client.phone", "client.city"})
    assert second == {"client.name": "Beta", "client.phone": "555-123-4567"}


def test_addresses_of_mail_programs_and_marks_of_spreadsheets(tmp_path: Path) -> None:
    text = (
        "Name;E-mail;Tags;Zip;Customer ID\n"
        'Acme;mailto:info@acme.fr;"""Lyon"",""VIP""";\'69003;\'6543\n'
        "Beta;Jo <info@beta.fr>;;'75001;'6544\nGamma;jo@localhost;;75002;6545\n"
    )
    first, second, third = values(table_of(tmp_path, text))
    assert [row["client.email"] for row in (first, second, third)] == [
        "info@acme.fr", "info@beta.fr", "jo@localhost",
    ]  # fmt: skip
    assert (first["client.tags"], first["client.postcode"]) == (["Lyon", "VIP"], "69003")
    assert first["client.reference"] == "6543"


def test_the_second_contact_keeps_its_own_telephone_and_address(tmp_path: Path) -> None:
    text = (
        "Entreprise;Contact 1;Tel 1;Mail 1;Contact 2;Tel 2;Mail 2\n"
        "Acme;Jean Petit;0102030405;jp@acme.fr;Anne Roy;0605040302;ar@acme.fr\n"
    )
    (row,) = values(table_of(tmp_path, text))
    assert (row["contact.email"], row["contact.phone"]) == ("jp@acme.fr", "0102030405")
    assert (row["contact2.email"], row["contact2.phone"]) == ("ar@acme.fr", "0605040302")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Code;Nom;Nom (contact);Prénom (contact)\nC1;GARAGE DU CENTRE;MOREL;Étienne\n",
            {
                "client.name": "GARAGE DU CENTRE",
                "contact.last_name": "MOREL",
                "contact.first_name": "Étienne",
            },
        ),
        (
            "Nom;Prénom;Nom de famille;SIREN\nAcme SAS;;;732829320\nMarie Curie;Marie;Curie;\n",
            {"client.name": "Acme SAS", "client.siret": "732829320"},
        ),
        (
            "Client;Contact Nom;Contact Fonction\nAcme;J-M Dupré;Gérant\nBêta;Anne Roy;\n",
            {"contact.full_name": "J-M Dupré", "contact.first_name": "J-M", "contact.last_name": "Dupré"},
        ),
        (
            "Name, Vorname;Firma\nClever, Susan;Acme\n",
            {"contact.first_name": "Susan", "contact.last_name": "Clever"},
        ),
        (
            "Company;Full name\nAcme;Inès Bénard (ines@acme.fr)\n",
            {"contact.full_name": "Inès Bénard", "contact.email": "ines@acme.fr"},
        ),
        (
            "Société;Nom complet\nAzure;Azure, Luc Roy\n",
            {"client.name": "Azure", "contact.full_name": "Luc Roy"},
        ),
        (
            "Company;Display Name;Work Phone\nAcer;Acer;0102030405\n",
            {"client.name": "Acer", "client.phone": "0102030405"},
        ),
        ("Client;Contacts\nBistrot;Luc Roy, Eva Blanc\n", {"contact.full_name": "Luc Roy, Eva Blanc"}),
        (
            "Client;Adresse;CP / Ville\nBar;1 quai Sud;13002 Marseille\n",
            {"client.street": "1 quai Sud", "client.postcode": "13002", "client.city": "Marseille"},
        ),
        ("companyname,companycity\nAcme,Boston\n", {"client.name": "Acme", "client.city": "Boston"}),
        ("Intitulé;Qualité\nAcme;SARL\nBêta;SAS\n", {"client.name": "Acme"}),
        (
            "Jean Petit <jean@acme.fr>\nAnne Roy <anne@roy.fr>\n",
            {"client.name": "Jean Petit", "client.email": "jean@acme.fr"},
        ),
    ],
)
def test_who_is_who_and_where(tmp_path: Path, text: str, expected: dict[str, str]) -> None:
    found = values(table_of(tmp_path, text))[0]
    assert found.items() >= expected.items()
    people = {name for name in found if name.startswith("contact.")}
    assert people <= {name for name in expected if name.startswith("contact.")} | {
        "contact.full_name", "contact.first_name", "contact.last_name", "contact.role",
    }  # fmt: skip


def test_open_and_lost_deals_of_an_export_come_in_with_their_own_days(tmp_path: Path) -> None:
    text = (
        "Deal - Title,Deal - Value,Deal - Organization,Deal - Status,Deal - Stage,Deal - Expected close date,"
        "Deal - Won time\nBig,15000,Acme,Won,Talks,2025-03-01,2025-02-20 11:00:00\n"
        "Small,2300.5,Acme,Open,Proposal,2025-09-01,\nOld,100,Acme,Lost,Proposal,2025-01-01,\n"
    )
    won, opened, lost = values(table_of(tmp_path, text))
    assert [row["deal.status"] for row in (won, opened, lost)] == [
        DealStatus.WON,
        DealStatus.OPEN,
        DealStatus.LOST,
    ]
    assert (str(won["deal.closed_on"]), str(won["deal.expected_on"])) == ("2025-02-20", "2025-03-01")
    assert (str(opened["deal.expected_on"]), opened["deal.stage"]) == ("2025-09-01", "Proposal")


def test_deals_called_by_their_name_alone(tmp_path: Path) -> None:
    text = (
        "ID,ACCOUNTID,NAME,STAGENAME,AMOUNT,CLOSEDATE\n1,A1,5000 widgets,Closed Won,500.0,2025-01-05\n"
        "2,A1,Spare parts,Negotiation,90.0,2025-06-05\n"
    )
    won, opened = values(table_of(tmp_path, text))
    assert (won["deal.title"], won["sale.order_reference"]) == ("5000 widgets", "1")
    assert (opened["deal.title"], opened["deal.status"]) == ("Spare parts", DealStatus.OPEN)


def test_notes_below_a_report_and_headings_in_a_list_are_no_clients(tmp_path: Path) -> None:
    report = (
        "Account Name,City,Phone\nAcme,Paris,0102030405\nBeta,Lyon,0102030406\n\n\nOpen accounts\n"
        "Copyright (c) 2025 Example inc. All rights reserved.\nGenerated By: Jo\n"
    )
    table = table_of(tmp_path, report)
    assert [row["client.name"] for row in values(table)] == ["Acme", "Beta"]
    assert skipped(table)[2:] == [(6, "note_row"), (7, "note_row"), (8, "note_row")]
    parted = "Client;Ville;CP\nJURA;;\nGarage Dupré;Dole;39100\nDOUBS;;\nBoulangerie;Besançon;25000\nBar;Ornans;25290\n"
    table = table_of(tmp_path, parted)
    assert [row["client.name"] for row in values(table)] == ["Garage Dupré", "Boulangerie", "Bar"]
    assert skipped(table) == [(2, "note_row"), (4, "note_row")]


@pytest.mark.parametrize(
    "text",
    [
        "Client;Ville;CP\nAcme;Dole;39100\n\nBêta;;\n",
        "Client;Ville;CP\nACME;;\nBETA;Dole;39100\nGAMMA;;\nDELTA;Dole;39100\n",
        "Client;Ville;CP\nAcme;Dole;39100\nIKEA;;\nBêta;Dole;39100\nGamma;;\nDelta;Dole;39100\nSNCF;;\nZoé;Dole;39100\n",
    ],
)
def test_clients_known_by_their_name_alone_stay(tmp_path: Path, text: str) -> None:
    table = table_of(tmp_path, text)
    assert len(values(table)) == sum(1 for line in text.splitlines()[1:] if line)


def test_totals_of_a_month_are_left_out(tmp_path: Path) -> None:
    text = (
        "N° cde;Date;Client;Montant HT\n1;05/01/25;Acme;108,30\nSous-total janvier;;;108,30\n"
        "2;13/02/25;Total Direct;171,00\nTotal février 2025;;;171,00\n"
    )
    table = table_of(tmp_path, text)
    assert [row["client.name"] for row in values(table)] == ["Acme", "Total Direct"]
    assert skipped(table) == [(3, "total_row"), (5, "total_row")]


def test_a_statement_below_its_preamble_is_cut_at_its_semicolons(tmp_path: Path) -> None:
    text = (
        "Téléchargement du 12/03/2025;\n;\nM. JEAN DUPONT;\nCompte de dépôt n° 123;\nSolde : 1 234,56 €;\n\n"
        "Liste des opérations;\n\nDate;Libellé;Débit;Crédit;\n"
        '11/03/2025;"VIREMENT\nALPHA SARL";;1 500,00;\n10/03/2025;"PRELEVEMENT\nEDF";120,50;;\n'
    )
    table = table_of(tmp_path, text)
    assert (table.dialect.delimiter, table.columns) == (";", ["Date", "Libellé", "Débit", "Crédit"])


def test_a_short_list_without_names_of_columns_keeps_its_lines(tmp_path: Path) -> None:
    table = table_of(tmp_path, "LISTE\nalpha-non;exemple.org\nalpha;exemple.org\nalpha-t;exemple.org\n")
    assert not table.dialect.has_header
    assert [row["client.name"] for row in values(table)] == ["alpha-non", "alpha", "alpha-t"]


def test_a_note_sheet_and_lines_above_the_names_are_passed_over(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Lisez-moi"
    book.active.append(["Fichier clients"])
    book.active.append(["Ne pas modifier"])
    sheet = book.create_sheet("Clients")
    for row in (
        ["Commercial :", "Jean", None, "Année :", 2025],
        [],
        ["N°", "Société", "Interlocuteur", "Tél.", "Adresse", "Ville"],
        [1, "Acme", "M. Jean PETIT", 102030405, "1 rue X", "Dole"],
    ):
        sheet.append(row)
    book.save(tmp_path / "file.xlsx")
    table = open_table(tmp_path / "file.xlsx")
    assert (table.dialect.sheet, table.dialect.header_line) == ("Clients", 3)
    (row,) = values(table)
    assert (row["client.name"], row["contact.phone"]) == ("Acme", "0102030405")
