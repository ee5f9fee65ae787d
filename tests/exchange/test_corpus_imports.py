"""The real files beside the checkout: they guess right, give the right totals, and none breaks the reader."""

from __future__ import annotations

import time
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from portfolio_app.errors import PortfolioError
from portfolio_app.exchange.guess import guess_mapping
from portfolio_app.exchange.mapping import Mapping
from portfolio_app.exchange.rows import ImportRow, read_rows
from portfolio_app.exchange.tabular import open_table
from tests.corpus import corpus_dir
from tests.exchange.corpus_counts import FOLDERS, corpus_files, outcome_of, stated

pytestmark = pytest.mark.corpus


def imported(path: Path) -> tuple[Mapping, list[ImportRow], Counter[str]]:
    table = open_table(path)
    mapping = guess_mapping(table)
    rows, others = [], Counter[str]()
    for row in read_rows(table, mapping):
        if isinstance(row, ImportRow):
            rows.append(row)
        else:
            others[row.code] += 1
    return mapping, rows, others


def total(rows: list[ImportRow]) -> Decimal:
    return sum((row.values["sale.amount"] for row in rows), Decimal(0))


def test_crm_companies() -> None:
    mapping, rows, others = imported(corpus_dir() / "maven_crm" / "accounts.csv")
    assert len(rows) == 85
    assert not others
    assert mapping.columns["account"] == "client.name"
    assert not any(name.startswith("sale.") for name in mapping.fields())


def test_crm_deals() -> None:
    mapping, rows, others = imported(corpus_dir() / "maven_crm" / "sales_pipeline.csv")
    assert mapping.columns == {
        "opportunity_id": "sale.order_reference",
        "product": "product.name",
        "account": "client.name",
        "deal_stage": "sale.stage",
        "close_date": "sale.date",
        "close_value": "sale.amount",
    }
    assert (len(rows), total(rows)) == (4238, Decimal(10005534))
    assert others == {"not_won": 4562}


def test_shop_customers_and_invoices() -> None:
    mapping, rows, _others = imported(corpus_dir() / "chinook" / "csv" / "Customer.csv")
    assert len(rows) == 59
    expected = {
        "CustomerId": "client.reference",
        "Company": "client.name",
        "FirstName": "contact.first_name",
        "LastName": "contact.last_name",
        "Email": "contact.email",
        "Phone": "contact.phone",
    }
    assert expected.items() <= mapping.columns.items()
    mapping, rows, others = imported(corpus_dir() / "chinook" / "csv" / "Invoice.csv")
    assert (len(rows), total(rows), len(others)) == (412, Decimal("2328.60"), 0)
    assert mapping.columns["CustomerId"] == "client.reference"
    assert mapping.columns["InvoiceId"] == "sale.order_reference"


def test_fixed_columns_without_header() -> None:
    mapping, rows, others = imported(corpus_dir() / "cdnow" / "CDNOW_sample.txt")
    assert (len(rows), total(rows), len(others)) == (6919, Decimal("244091.94"), 0)
    assert rows[0].values["client.reference"] == "00004"
    assert len({row.values["client.reference"] for row in rows}) == 2357
    assert mapping.delimiter == "fixed"


def test_subscribers_have_no_sales() -> None:
    mapping, rows, _others = imported(corpus_dir() / "telco" / "Telco-Customer-Churn.csv")
    assert len(rows) == 7043
    assert mapping.columns == {"customerID": "client.reference", "gender": "client.gender"}


def test_contact_lists_name_their_clients() -> None:
    unusable = {
        "salesforce_csvSeparator",
        "salesforce_csvtext_BOM_UTF8",
        "salesforce_csvtext_BOM_UTF16LE",
        "salesforce_csvtext_BOM_UTF32LE",
    }
    for path in sorted((corpus_dir() / "contacts_csv").glob("*.csv")):
        if path.stem in unusable:
            continue
        _mapping, rows, others = imported(path)
        assert rows, path.name
        assert not set(others) - {"no_client", "not_won"}, path.name


def test_dialects_as_people_annotated_them() -> None:
    """The delimiter of 44 of 46 files, the quote and the escape of all; every one decodes."""
    import csv

    marks = {"comma": ",", "semicolon": ";", "tab": "\t"}
    wrong = set()
    with (corpus_dir() / "ugly" / "EXPECTED_DIALECTS.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            path = corpus_dir() / row["path"]
            dialect = open_table(path).dialect
            assert dialect.quote == '"', row["path"]
            assert dialect.escape == ("\\" if row["escapechar"] == "backslash" else ""), row["path"]
            assert path.read_bytes().decode(dialect.encoding), row["path"]
            if dialect.delimiter != marks[row["field_delimiter"]]:
                wrong.add(path.stem)
    assert wrong == {"Pipe character is more frequent than the comma", "Undefined field delimiter"}


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_imports_as_stated_or_is_refused_with_a_sentence(folder: str) -> None:
    """Row by row against `corpus_counts.csv`; none takes ten seconds."""
    expected = {path: outcome for path, outcome in stated().items() if path.startswith(folder + "/")}
    found = {}
    for path in corpus_files(folder):
        begun = time.process_time()
        outcome = outcome_of(path)
        assert time.process_time() - begun < 10, path.name
        found[outcome.path] = outcome
    assert found == expected


def test_a_guess_kept_as_a_mapping_reads_the_same_table() -> None:
    for path in sorted((corpus_dir() / "contacts_csv").glob("*.csv")):
        try:
            table = open_table(path)
        except PortfolioError:
            continue
        again = Mapping.from_json(guess_mapping(table).to_dict()).open_table(path)
        assert again.columns == table.columns, path.name
        assert list(again.rows()) == list(table.rows()), path.name
