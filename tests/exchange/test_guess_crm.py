"""Guessing the exports of address books and CRMs, and the wide sheets that people keep: invented rows only."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_app.exchange.guess import guess_mapping
from portfolio_app.exchange.mapping import Mapping
from portfolio_app.exchange.periods import period_of
from portfolio_app.exchange.rows import ImportRow, read_rows
from portfolio_app.exchange.tabular import Table, open_table


def table_of(folder: Path, text: str) -> Table:
    path = folder / "file.csv"
    path.write_text(text, encoding="utf-8")
    return open_table(path)


def guess(folder: Path, text: str) -> Mapping:
    return guess_mapping(table_of(folder, text))


CASES: dict[str, tuple[str, dict[str, str]]] = {
    "Outlook, English": (
        "Title,First Name,Last Name,Company,Job Title,Business Street,Business Street 2,Business City,"
        "Business Postal Code,Business Phone,Mobile Phone,E-mail Address,E-mail 2 Address,E-mail Display Name,Notes\n"
        "Mr,Tom,Lee,Acme Ltd,Buyer,1 High Street,Floor 2,Leeds,LS1 4AP,+44 113 496 0000,+44 7700 900123,"
        "tom@example.org,lee@example.org,Tom Lee (tom@example.org),met in May\n",
        {
            "First Name": "contact.first_name",
            "Last Name": "contact.last_name",
            "Company": "client.name",
            "Job Title": "contact.role",
            "Business Street": "client.street",
            "Business Street 2": "client.street",
            "Business City": "client.city",
            "Business Postal Code": "client.postcode",
            "Business Phone": "contact.phone",
            "Mobile Phone": "contact.mobile",
            "E-mail Address": "contact.email",
            "E-mail 2 Address": "contact.notes",
            "Notes": "client.notes",
        },
    ),
    "LinkedIn, French": (
        "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le\n"
        "Anne,Roux,https://www.example.org/in/anne,a@exemple.fr,Acme,Gérante,12 mai 2024\n",
        {
            "Prénom": "contact.first_name",
            "Nom": "contact.last_name",
            "URL": "contact.notes",
            "Adresse e-mail": "contact.email",
            "Entreprise": "client.name",
            "Poste": "contact.role",
        },
    ),
    "Pipedrive people, French": (
        "Personne - ID,Personne - Nom,Personne - Organisation,Personne - E-mail - Travail,"
        "Personne - Téléphone - Mobile\n"
        "12,Anne Roux,Acme,a@exemple.fr,06 11 22 33 44\n13,Luc Petit,Acme,l@exemple.fr,06 11 22 33 45\n",
        {
            "Personne - Nom": "contact.full_name",
            "Personne - Organisation": "client.name",
            "Personne - E-mail - Travail": "contact.email",
            "Personne - Téléphone - Mobile": "contact.mobile",
        },
    ),
    "Pipedrive deals, open": (
        "Deal - ID,Deal - Title,Deal - Organization,Deal - Value,Deal - Stage,Deal - Status,"
        "Deal - Expected close date,Deal - Probability,Deal - Lost reason\n"
        "7,Roof,Acme,1000,Proposal made,open,2027-03-01,40,\n8,Wall,Zest,900,Contact made,lost,2026-01-05,10,price\n",
        {
            "Deal - Title": "deal.title",
            "Deal - Organization": "client.name",
            "Deal - Value": "deal.amount",
            "Deal - Stage": "deal.stage",
            "Deal - Status": "deal.status",
            "Deal - Expected close date": "deal.expected_on",
            "Deal - Probability": "deal.probability",
            "Deal - Lost reason": "deal.lost_reason",
        },
    ),
    "Salesforce opportunities, French": (
        "Nom de l'opportunité,Nom du compte,Montant,Étape,Date de clôture,Probabilité (%)\n"
        "Toit,Acme,1000,Négociation,15/03/2026,40\nMur,Zest,900,Fermée gagnée,16/01/2025,100\n",
        {
            "Nom de l'opportunité": "deal.title",
            "Nom du compte": "client.name",
            "Montant": "sale.amount",
            "Étape": "sale.stage",
            "Date de clôture": "sale.date",
            "Probabilité (%)": "deal.probability",
        },
    ),
    "Odoo pipeline, French": (
        "Opportunité,Client,Nom du contact,Email,Revenu espéré,Étape,Probabilité,Clôture attendue\n"
        "Toit,Acme,Anne Roux,a@exemple.fr,1000,Proposition,40,2027-03-01\n",
        {
            "Opportunité": "deal.title",
            "Client": "client.name",
            "Nom du contact": "contact.full_name",
            "Email": "contact.email",
            "Revenu espéré": "deal.amount",
            "Étape": "deal.stage",
            "Probabilité": "deal.probability",
            "Clôture attendue": "deal.expected_on",
        },
    ),
    "clients of a French program, with their contact": (
        "Code client;Nom;Adresse 1;Adresse 2;Code postal;Ville;Contact - Nom;Contact - Prénom;Contact - E-mail\n"
        "CL1;Acme SARL;1 rue X;Bât B;69001;Lyon;Roux;Anne;a@exemple.fr\n",
        {
            "Code client": "client.reference",
            "Nom": "client.name",
            "Adresse 1": "client.street",
            "Adresse 2": "client.street",
            "Code postal": "client.postcode",
            "Ville": "client.city",
            "Contact - Nom": "contact.last_name",
            "Contact - Prénom": "contact.first_name",
            "Contact - E-mail": "contact.email",
        },
    ),
    "one e-mail of the company, one of the contact": (
        "Société;Email;Nom du contact;Email du contact\nAcme;info@exemple.fr;Anne Roux;a@exemple.fr\n",
        {
            "Société": "client.name",
            "Email": "client.email",
            "Nom du contact": "contact.full_name",
            "Email du contact": "contact.email",
        },
    ),
    "German clients": (
        "Kundennummer;Firma;Vorname;Nachname;Straße;PLZ;Ort;Telefon;E-Mail;Umsatz 2023;Umsatz 2024\n"
        "K1;Acme GmbH;Anke;Weber;Hauptstr. 5;10115;Berlin;030 1234567;a@example.org;1.200,50;300,00\n",
        {
            "Kundennummer": "client.reference",
            "Firma": "client.name",
            "Vorname": "contact.first_name",
            "Nachname": "contact.last_name",
            "Straße": "client.street",
            "PLZ": "client.postcode",
            "Ort": "client.city",
            "Telefon": "contact.phone",
            "E-Mail": "contact.email",
            "Umsatz 2023": "sale.amount@2023",
            "Umsatz 2024": "sale.amount@2024",
        },
    ),
    "Spanish sales": (
        "Nº factura;Fecha;Cliente;Producto;Cantidad;Precio;Importe\nF1;15/01/2025;Acme;Tornillo;2;10,00;20,00\n",
        {
            "Nº factura": "sale.order_reference",
            "Fecha": "sale.date",
            "Cliente": "client.name",
            "Producto": "product.name",
            "Cantidad": "sale.quantity",
            "Precio": "sale.unit_price",
            "Importe": "sale.amount",
        },
    ),
    "everything in one sheet": (
        "Client;Ville;Contact 1;Tél contact 1;Contact 2;Email contact 2;CA 2023;CA 2024;Total;Date RDV;Compte rendu;"
        "Relancer le;À faire;Fin de contrat;Date NPS;NPS\n"
        "Acme;Lyon;Anne Roux;0611223344;Luc Petit;l@exemple.fr;1 200,50;300;1 500,50;15/01/2025;Vu;20/01/2025;"
        "Rappeler;31/12/2026;16/01/2025;9\n",
        {
            "Client": "client.name",
            "Ville": "client.city",
            "Contact 1": "contact.full_name",
            "Tél contact 1": "contact.phone",
            "Contact 2": "contact2.full_name",
            "Email contact 2": "contact2.email",
            "CA 2023": "sale.amount@2023",
            "CA 2024": "sale.amount@2024",
            "Date RDV": "interaction.date",
            "Compte rendu": "interaction.body",
            "Relancer le": "follow_up.due_on",
            "À faire": "follow_up.title",
            "Fin de contrat": "key_date.on",
            "Date NPS": "survey.date",
            "NPS": "survey.score",
        },
    ),
    "months without the word for money": (
        "Client;janv-24;févr-24;mars-24;Total 2024\nAcme;10;20;30;60\nZest;1;;3;4\n",
        {
            "Client": "client.name",
            "janv-24": "sale.amount@2024-01",
            "févr-24": "sale.amount@2024-02",
            "mars-24": "sale.amount@2024-03",
        },
    ),
    "whole addresses": (
        "Nom et prénom;Adresse;Téléphone\nROUX Anne;1 rue X, 69001 Lyon;0611223344\n"
        "PETIT Luc;2 rue Y 75011 Paris;0611223345\n",
        {"Nom et prénom": "contact.full_name", "Adresse": "client.address", "Téléphone": "contact.phone"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_exports_are_recognised_whole(tmp_path: Path, name: str) -> None:
    text, expected = CASES[name]
    assert guess(tmp_path, text).columns == expected


def test_a_guess_with_everything_reads_its_rows(tmp_path: Path) -> None:
    table = table_of(tmp_path, CASES["everything in one sheet"][0])
    mapping = guess_mapping(table)
    assert mapping.constants == {"key_date.kind": "contract_end"}
    mapping.validate(table)
    rows = list(read_rows(table, Mapping.from_json(mapping.to_dict())))
    assert [type(row) for row in rows] == [ImportRow]
    assert isinstance(rows[0], ImportRow)
    assert [sale.column for sale in rows[0].periods] == ["CA 2023", "CA 2024"]
    assert not rows[0].warnings


def test_years_beside_dated_sales_are_none(tmp_path: Path) -> None:
    text = "Client;Date;Montant;CA 2023;CA 2024\nAcme;15/01/2025;10,00;100;200\n"
    assert guess(tmp_path, text).columns == {
        "Client": "client.name",
        "Date": "sale.date",
        "Montant": "sale.amount",
    }


@pytest.mark.parametrize(
    ("header", "period"),
    [
        ("CA 2023", "2023"), ("2024", "2024"), ("Revenue 2024", "2024"), ("CA22", "2022"), ("CA HT 2022 (k€)", "2022"),
        ("janv. 2025", "2025-01"), ("2025-01", "2025-01"), ("01/2025", "2025-01"), ("mars-24", "2024-03"),
        ("2025-03-01 00:00:00", "2025-03"), ("T1 2024", "2024-Q1"), ("2024-Q3", "2024-Q3"),
        ("Budget 2025", ""), ("Marge 2023", ""), ("CA 2023/2024", ""), ("CA N-1", ""), ("CA", ""),
        ("Effectif 2023", ""),
        ("Nb commandes 2023", ""), ("01/03/2025", ""), ("mai", ""), ("12 450", ""),
    ],
)  # fmt: skip
def test_the_period_of_a_column(header: str, period: str) -> None:
    found = period_of(header)
    assert (found.period if found else "") == period


def test_amounts_are_not_counted_twice(tmp_path: Path) -> None:
    text = "Client;CA HT 2023;CA TTC 2023;CA 2024;T1 2024;T2 2024\nAcme;100;120;200;80;120\n"
    assert guess(tmp_path, text).columns == {
        "Client": "client.name",
        "CA HT 2023": "sale.amount@2023",
        "T1 2024": "sale.amount@2024-Q1",
        "T2 2024": "sale.amount@2024-Q2",
    }
