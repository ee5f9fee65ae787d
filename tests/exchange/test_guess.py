"""Guessing the mapping of the kinds of files that people have, with invented rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_app.exchange.fields import FIELDS
from portfolio_app.exchange.guess import guess_mapping
from portfolio_app.exchange.mapping import Mapping
from portfolio_app.exchange.synonyms import SYNONYMS
from portfolio_app.exchange.tabular import open_table


def guess(folder: Path, text: str, encoding: str = "utf-8") -> Mapping:
    path = folder / "file.csv"
    path.write_bytes(text.encode(encoding))
    return guess_mapping(open_table(path))


def fields(mapping: Mapping) -> dict[str, str]:
    return mapping.columns


CASES: dict[str, tuple[str, dict[str, str], tuple[str, ...]]] = {
    "hand-made French sheet": (
        "Raison sociale;Nom contact;Tél.;Mail;CP;Ville;CA 2025;Dernière cde;Observ.\n"
        "Boulangerie Émile;Mme Roux;06 12 34 56 78;roux@exemple.fr;01000;Bourg;12 450,50 €;12/03/2025;fermé lundi\n",
        {
            "Raison sociale": "client.name",
            "Nom contact": "contact.full_name",
            "Tél.": "contact.phone",
            "Mail": "contact.email",
            "CP": "client.postcode",
            "Ville": "client.city",
            "Observ.": "client.notes",
            "CA 2025": "sale.amount@2025",
        },
        ("Dernière cde",),
    ),
    "retail order lines": (
        "Row ID,Order ID,Order Date,Ship Date,Customer ID,Customer Name,Segment,City,State,Postal Code,Region,"
        "Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit\n"
        "1,O-1,11/28/2016,11/30/2016,C-1,Ann Lee,Consumer,Troy,Ohio,02920,East,"
        "P-1,Paper,Pads,Pad,957.5775,2,0.2,-3.5\n",
        {
            "Order ID": "sale.order_reference",
            "Order Date": "sale.date",
            "Customer ID": "client.reference",
            "Customer Name": "client.name",
            "City": "client.city",
            "State": "client.region",
            "Postal Code": "client.postcode",
            "Product ID": "product.reference",
            "Category": "product.category",
            "Product Name": "product.name",
            "Sales": "sale.amount",
            "Quantity": "sale.quantity",
            "Discount": "sale.discount",
            "Profit": "sale.margin",
        },
        ("Row ID", "Ship Date", "Region", "Sub-Category"),
    ),
    "shop invoices": (
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
        "536365,85123A,LANTERN,6,12/1/2010 8:26,2.55,17850,France\nC536366,85124,MUG,-1,12/13/2010 8:26,2.55,,France\n",
        {
            "InvoiceNo": "sale.order_reference",
            "StockCode": "product.reference",
            "Description": "product.name",
            "Quantity": "sale.quantity",
            "InvoiceDate": "sale.date",
            "UnitPrice": "sale.unit_price",
            "CustomerID": "client.reference",
            "Country": "client.country",
        },
        (),
    ),
    "invoices of a French program": (
        "N° Facture;Date;Code tiers;Raison sociale;Référence;Code article;Désignation;Quantité;Prix unitaire;Remise %;"
        "Code TVA;Montant HT;Montant TVA;Montant TTC;Échéance\n"
        "FA1;15/01/2025;CDUP;Dupont SARL;CMD1;ART1;Vis;10;1,50;10;20;13,50;2,70;16,20;15/02/2025\n",
        {
            "N° Facture": "sale.order_reference",
            "Date": "sale.date",
            "Code tiers": "client.reference",
            "Raison sociale": "client.name",
            "Code article": "product.reference",
            "Désignation": "product.name",
            "Quantité": "sale.quantity",
            "Prix unitaire": "sale.unit_price",
            "Remise %": "sale.discount",
            "Montant HT": "sale.amount",
            "Échéance": "sale.due_on",
        },
        ("Code TVA", "Montant TVA", "Montant TTC"),
    ),
    "deals of a CRM": (
        "Deal - ID,Deal - Title,Deal - Organization,Deal - Value,Deal - Stage,Deal - Status,"
        "Deal - Owner,Deal - Won time\n"
        "1,Projet,Acme,1000,Negotiation,won,Bob,2024-02-01\n2,Autre,Acme,900,Negotiation,lost,Bob,\n",
        {
            "Deal - ID": "sale.order_reference",
            "Deal - Organization": "client.name",
            "Deal - Value": "sale.amount",
            "Deal - Status": "sale.stage",
            "Deal - Won time": "sale.date",
        },
        ("Deal - Title", "Deal - Stage", "Deal - Owner"),
    ),
    "companies with a yearly revenue": (
        "account,sector,year_established,revenue,employees,office_location,subsidiary_of\n"
        "Acme,retail,1996,1100.04,2822,United States,\nZest,medical,1999,251.41,495,Kenya,Acme\n",
        {
            "account": "client.name",
            "sector": "client.sector",
            "employees": "client.size",
            "office_location": "client.country",
        },
        ("year_established", "revenue", "subsidiary_of"),
    ),
    "address book with persons": (
        "Prénom;Nom;Société;Fonction;Adresse de messagerie;Tél. mobile;Rue (bureau);"
        "Code postal (bureau);Ville (bureau)\n"
        "Anne;Roux;Acme;Gérante;a@exemple.fr;06 11 22 33 44;1 rue X;69001;Lyon\n",
        {
            "Prénom": "contact.first_name",
            "Nom": "contact.last_name",
            "Société": "client.name",
            "Fonction": "contact.role",
            "Adresse de messagerie": "contact.email",
            "Tél. mobile": "contact.mobile",
            "Rue (bureau)": "client.street",
            "Code postal (bureau)": "client.postcode",
            "Ville (bureau)": "client.city",
        },
        (),
    ),
    "log of touches": (
        "Client;Date;Type;Objet;Compte rendu;Durée;Relancer le;Prochaine action\n"
        "Dupont;12/03/2025;Appel;Devis;RAS;15 min;20/03/2025;Envoyer\nMartin;13/03/2025;RDV;Démo;Bien;1h30;;\n",
        {
            "Client": "client.name",
            "Date": "interaction.date",
            "Type": "interaction.kind",
            "Objet": "interaction.subject",
            "Compte rendu": "interaction.body",
            "Durée": "interaction.minutes",
            "Relancer le": "follow_up.due_on",
            "Prochaine action": "follow_up.title",
        },
        (),
    ),
    "company without person": (
        "Nom;E-mail;Portable\nAcme;contact@exemple.fr;06 11 22 33 44\n",
        {"Nom": "client.name", "E-mail": "client.email", "Portable": "client.phone"},
        (),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_known_kinds_of_files(tmp_path: Path, name: str) -> None:
    text, expected, left = CASES[name]
    found = fields(guess(tmp_path, text, "cp1252" if ";" in text else "utf-8"))
    assert {column: found.get(column) for column in expected} == expected
    assert not set(left) & set(found)


def test_a_bare_client_column_is_read_from_its_cells(tmp_path: Path) -> None:
    assert (
        fields(guess(tmp_path, "client,date,amount\n12,2024-01-02,5\n13,2024-01-03,6\n"))["client"]
        == "client.reference"
    )
    assert (
        fields(guess(tmp_path, "client,date,amount\nAcme SA,2024-01-02,5\nZest,2024-01-03,6\n"))["client"]
        == "client.name"
    )


def test_net_amounts_come_before_gross(tmp_path: Path) -> None:
    text = "Client;Date;Total TTC;Total HT\nDupont;15/01/2025;120,00;100,00\n"
    assert fields(guess(tmp_path, text))["Total HT"] == "sale.amount"
    only_gross = "Client;Date;Total TTC\nDupont;15/01/2025;120,00\n"
    assert fields(guess(tmp_path, only_gross))["Total TTC"] == "sale.amount"


def test_files_without_names_are_read_by_content(tmp_path: Path) -> None:
    mapping = guess(tmp_path, "00012;15/01/2025;2;12,50\n00013;16/01/2025;1;7,00\n00012;17/01/2025;1;3,00\n")
    assert fields(mapping) == {
        "Column 1": "client.reference",
        "Column 2": "sale.date",
        "Column 3": "sale.quantity",
        "Column 4": "sale.amount",
    }
    assert set(mapping.confidence.values()) == {"check"}


def test_confidence_and_notations(tmp_path: Path) -> None:
    mapping = guess(tmp_path, "Client;Date;Montant HT;Couleur\nDupont;15/01/2025;1 200,50;bleu\n")
    assert mapping.confidence == {"Client": "sure", "Date": "sure", "Montant HT": "sure", "Couleur": "none"}
    assert (mapping.date_order, mapping.decimal, mapping.delimiter) == ("DMY", ",", ";")
    unsure = guess(tmp_path, "Client;Date;Montant HT\nDupont;05/01/2025;1 200,50\n")
    assert unsure.ambiguous_dates
    assert unsure.confidence["Date"] == "check"


def test_the_whole_file_decides_the_date_order(tmp_path: Path) -> None:
    lines = ["5/6/2024,Acme,1.5"] * 3000
    lines[1501] = "5/16/2024,Acme,1.5"
    mapping = guess(tmp_path, "Date,Nom client,Montant\n" + "\n".join(lines) + "\n")
    assert (mapping.date_order, mapping.ambiguous_dates) == ("MDY", False)


def test_every_synonym_belongs_to_a_field() -> None:
    assert {key.rstrip("~") for key in SYNONYMS} - set(FIELDS) == {"email", "phone", "mobile"}


def test_the_revenue_of_one_year_alone_is_to_be_checked(tmp_path: Path) -> None:
    mapping = guess(tmp_path, "Raison sociale;CA 2025;Code VRP\nAlpha;92 400,00;07\nBeta;1 000,00;07\n")
    assert mapping.columns["CA 2025"] == "sale.amount@2025"
    assert mapping.confidence["CA 2025"] == "check"
    assert mapping.confidence["Code VRP"] == "none"


def test_revenue_that_has_no_place_is_to_be_checked(tmp_path: Path) -> None:
    mapping = guess(tmp_path, "Raison sociale;CA N-1;Code VRP\nAlpha;92 400,00;07\nBeta;1 000,00;07\n")
    assert "CA N-1" not in mapping.columns
    assert mapping.confidence["CA N-1"] == "check"
