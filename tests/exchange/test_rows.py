"""Rows of a table as typed values: imported, refused or skipped, never lost."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_app.exchange.guess import guess_mapping
from portfolio_app.exchange.mapping import Mapping
from portfolio_app.exchange.refusals import SENTENCES, RefusedRow, write_refused
from portfolio_app.exchange.rows import ImportRow, Skipped, read_rows
from portfolio_app.exchange.tabular import Table, open_table

SALES = {"Client": "client.name", "Date": "sale.date", "Montant": "sale.amount"}


def table_of(folder: Path, text: str) -> Table:
    path = folder / "file.csv"
    path.write_text(text, encoding="utf-8")
    return open_table(path)


def read(
    folder: Path, text: str, columns: dict[str, str], **options: Any
) -> list[ImportRow | RefusedRow | Skipped]:
    mapping = Mapping.from_json({"columns": columns, **options})
    return list(read_rows(table_of(folder, text), mapping))


def values(rows: list[ImportRow | RefusedRow | Skipped]) -> list[dict[str, Any]]:
    return [row.values for row in rows if isinstance(row, ImportRow)]


def codes(rows: list[ImportRow | RefusedRow | Skipped]) -> list[tuple[int, str]]:
    return [(row.line, row.code) for row in rows if not isinstance(row, ImportRow)]


def test_values_are_typed(tmp_path: Path) -> None:
    text = "Client;Date;Montant;Qté;Tags;Statut\nÉts Roux;31/03/2025;1 234,50 €;-2;VIP, salon;Ancien client\n"
    columns = SALES | {"Qté": "sale.quantity", "Tags": "client.tags", "Statut": "client.status"}
    assert values(read(tmp_path, text, columns)) == [
        {
            "client.name": "Éts Roux",
            "sale.date": date(2025, 3, 31),
            "sale.amount": Decimal("1234.50"),
            "sale.quantity": Decimal(-2),
            "client.tags": ["VIP", "salon"],
            "client.status": "former",
        }
    ]


def test_refusals_name_the_line_the_column_and_the_value(tmp_path: Path) -> None:
    text = (
        "Client;Date;Montant\nA;31/02/2025;1,00\nB;bientôt;1,00\nC;01/03/2025;4 5OO,00\n;01/03/2025;1,00\n"
        "D;;1,00\nE;01/03/2025;\nF;01/03/2025;99999999999\nG;01/03/2025;1,00;x\nH;15/03/2025;1,00\n"
    )
    rows = read(tmp_path, text, SALES)
    assert codes(rows) == [
        (2, "no_such_date"),
        (3, "bad_date"),
        (4, "bad_amount"),
        (5, "no_client"),
        (6, "no_date"),
        (7, "no_amount"),
        (8, "amount_out_of_range"),
        (9, "too_many_cells"),
    ]
    first = rows[0]
    assert isinstance(first, RefusedRow)
    assert (first.column, first.value) == ("Date", "31/02/2025")
    assert first.reason == "the date “31/02/2025” does not exist; write it like 31/12/2025."
    assert len(values(rows)) == 1


def test_every_refusal_has_a_sentence(tmp_path: Path) -> None:
    params = {"length": 600, "limit": 500, "found": 4, "expected": 3}
    for code in SENTENCES:
        assert RefusedRow(1, "Date", "x" * 300, code, params).reason.endswith(".")


def test_blank_repeated_and_total_lines_are_skipped_aloud(tmp_path: Path) -> None:
    text = (
        "Client;Date;Montant\nA;15/01/2025;1,00\n;;\nClient;Date;Montant\n"
        "Total;16/01/2025;5,00\nTOTAL;;1,00\n;Total HT;1,00\n"
    )
    rows = read(tmp_path, text, SALES)
    assert codes(rows) == [(3, "empty_row"), (4, "repeated_header"), (6, "total_row"), (7, "total_row")]
    assert [row["client.name"] for row in values(rows)] == ["A", "Total"]


def test_amount_is_computed_from_quantity_price_and_discount(tmp_path: Path) -> None:
    columns = {
        "C": "client.name",
        "D": "sale.date",
        "Q": "sale.quantity",
        "P": "sale.unit_price",
        "R": "sale.discount",
    }
    fractions = "C,D,Q,P,R\nA,2025-01-15,3,10.00,0.2\nA,2025-01-15,-1,10.00,\n"
    assert [row["sale.amount"] for row in values(read(tmp_path, fractions, columns))] == [
        Decimal("24.000"),
        Decimal("-10.00"),
    ]
    points = "C,D,Q,P,R\nA,2025-01-15,1,100.00,1\nA,2025-01-15,1,100.00,20\nA,2025-01-15,1,100.00,20 %\n"
    assert [row["sale.amount"] for row in values(read(tmp_path, points, columns))] == [99, 80, 80]


def test_only_won_deals_are_sales(tmp_path: Path) -> None:
    text = "Client,Date,Montant,Stage\nA,2025-01-15,10,Won\n,,,Lost\nB,,,Prospecting\n"
    rows = read(tmp_path, text, SALES | {"Stage": "sale.stage"})
    assert codes(rows) == [(3, "not_won"), (4, "not_won")]
    assert len(values(rows)) == 1


def test_a_client_without_sale_in_a_mixed_file(tmp_path: Path) -> None:
    rows = read(tmp_path, "Client,Date,Montant\nA,2025-01-15,10\nB,,\nC,0000-00-00,0\n", SALES)
    assert values(rows)[1:] == [{"client.name": "B"}, {"client.name": "C"}]


def test_odd_addresses_warn_and_never_refuse(tmp_path: Path) -> None:
    text = (
        "Nom;Contact;Mail;Tél\nA;Anne;pas d'adresse;le soir\nB;Bob;b@exemple.fr ::: c@exemple.fr;0102030405\n"
    )
    columns = {
        "Nom": "client.name",
        "Contact": "contact.full_name",
        "Mail": "contact.email",
        "Tél": "contact.phone",
    }
    rows = read(tmp_path, text, columns)
    assert [warning[0] for row in rows if isinstance(row, ImportRow) for warning in row.warnings] == [
        "odd_email",
        "odd_phone",
        "odd_email",
    ]
    assert values(rows)[0]["contact.email"] == "pas d'adresse"
    assert values(rows)[1]["contact.email"] == "b@exemple.fr"


def test_addresses_without_a_person_go_to_the_client(tmp_path: Path) -> None:
    columns = {"Nom": "client.name", "Contact": "contact.full_name", "Mail": "contact.email"}
    rows = read(tmp_path, "Nom;Contact;Mail\nA;;a@exemple.fr\nB;Bob;b@exemple.fr\n", columns)
    assert values(rows)[0] == {"client.name": "A", "client.email": "a@exemple.fr"}
    assert "contact.email" in values(rows)[1]


def test_over_long_cells_are_refused(tmp_path: Path) -> None:
    text = f"Nom;Notes\n{'x' * 501};a\nB;{'y' * 32768}\nC;{'z' * 32767}\n"
    rows = read(tmp_path, text, {"Nom": "client.name", "Notes": "client.notes"})
    assert codes(rows) == [(2, "too_long"), (3, "too_long")]


def test_sheets_give_the_same_values(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Client", "Date", "Montant"],
        [17850, date(2025, 3, 31), 12.5],
        ["007", "31/03/2025", "1 234,50"],
        [None, None, None],
    ):
        sheet.append(row)
    path = tmp_path / "a.xlsx"
    book.save(path)
    rows = list(read_rows(open_table(path), Mapping(SALES | {})))
    assert values(rows) == [
        {"client.name": "17850", "sale.date": date(2025, 3, 31), "sale.amount": Decimal("12.5")},
        {"client.name": "007", "sale.date": date(2025, 3, 31), "sale.amount": Decimal("1234.50")},
    ]


def test_refused_rows_come_back_as_a_file(tmp_path: Path) -> None:
    text = "Client;Date;Montant\n=1+1;31/02/2025;-5,00\nA;15/01/2025;1,00\n"
    table = table_of(tmp_path, text)
    mapping = Mapping(dict(SALES))
    refused = [row for row in read_rows(table, mapping) if isinstance(row, RefusedRow)]
    out = tmp_path / "refused.csv"
    assert write_refused(out, table, refused) == 1
    with out.open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.reader(stream, delimiter=";"))
    assert lines[0] == ["Client", "Date", "Montant", "Line", "Reason"]
    assert lines[1][:4] == ["'=1+1", "31/02/2025", "-5,00", "2"]
    again = [row for row in read_rows(open_table(out), mapping) if isinstance(row, RefusedRow)]
    assert [row.code for row in again] == ["no_such_date"]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.tuples(st.sampled_from(["", "Acme", "Total", "É"]), st.sampled_from(["", "15/01/2025", "31/02/2025", "x"]),
                  st.sampled_from(["", "1,50", "-3", "abc", "0"])), min_size=1, max_size=20
    )
)  # fmt: skip
def test_no_row_is_lost(tmp_path: Path, rows: list[tuple[str, str, str]]) -> None:
    text = "Client;Date;Montant\n" + "".join(";".join(row) + "\n" for row in rows) + "Fin;15/01/2025;1,00\n"
    found = read(tmp_path, text, SALES, has_header=True)
    assert [row.line for row in found] == list(range(2, len(rows) + 3))


@pytest.mark.parametrize("text", ["Client;Date;Montant\nA;05/01/2025;1,00\n"])
def test_notations_are_found_when_the_mapping_is_silent(tmp_path: Path, text: str) -> None:
    assert values(read(tmp_path, text, SALES))[0]["sale.date"] == date(2025, 1, 5)
    assert values(read(tmp_path, text, SALES, date_order="MDY"))[0]["sale.date"] == date(2025, 5, 1)


def test_a_credit_note_written_positive_takes_money_away(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text(
        "Date;N°;Type;Client;Montant HT\n05/01/2024;1;Facture;Alpha;1500,00\n15/01/2024;2;Avoir;Alpha;250,00\n"
        "16/01/2024;3;Avoir;Alpha;-10,00\n17/01/2024;4;Devis;Alpha;99,00\n"
    )
    table = open_table(path)
    mapping = guess_mapping(table)
    assert mapping.columns["Type"] == "sale.status"
    rows = list(read_rows(table, mapping))
    amounts = [row.values["sale.amount"] for row in rows if isinstance(row, ImportRow)]
    assert amounts == [Decimal(1500), Decimal(-250), Decimal(-10)]
    assert [row.code for row in rows if isinstance(row, Skipped)] == ["not_a_sale"]


def test_payment_states_keep_every_invoice(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text(
        "Date;N° facture;Client;Montant HT;Statut\n05/01/2024;F1;Alpha;1,00;Payée\n"
        "06/01/2024;F2;Alpha;2,00;Non payée\n07/01/2024;F3;Alpha;3,00;En attente\n"
    )
    table = open_table(path)
    rows = list(read_rows(table, guess_mapping(table)))
    assert all(isinstance(row, ImportRow) for row in rows)
