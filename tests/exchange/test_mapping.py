"""Mapping files: what is accepted, what is refused and how it says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import MappingError
from portfolio_app.exchange.mapping import Mapping
from portfolio_app.exchange.tabular import Table, open_table


@pytest.fixture
def table(tmp_path: Path) -> Table:
    path = tmp_path / "sales.csv"
    path.write_text("Customer ID,Order Date,Sales,Qty,Price\nC1,2024-01-02,12.5,1,12.5\n", encoding="utf-8")
    return open_table(path)


def code_of(columns: dict[str, Any], table: Table | None = None, **options: Any) -> str:
    try:
        mapping = Mapping.from_json({"columns": columns, **options})
        if table is not None:
            mapping.validate(table)
    except MappingError as error:
        return error.code if str(error) else "no sentence"
    return "accepted"


def test_a_mapping_file_reads_and_writes(tmp_path: Path) -> None:
    content = {
        "columns": {"Customer ID": "client.reference", "Order Date": "sale.date", "Sales": "sale.amount"},
        "date_order": "MDY",
        "decimal": ".",
        "encoding": "utf-8-sig",
        "delimiter": ",",
    }
    path = tmp_path / "map.json"
    path.write_text(json.dumps(content), encoding="utf-8-sig")
    mapping = Mapping.from_json(path)
    assert mapping.to_dict() == content
    assert Mapping.from_json(mapping.to_dict()) == mapping


def test_bad_files_are_refused(tmp_path: Path) -> None:
    for content in ("", "[1]", "{", '{"columns": 3}', '{"columns": {"A": 1}}'):
        path = tmp_path / "map.json"
        path.write_text(content, encoding="utf-8")
        with pytest.raises(MappingError):
            Mapping.from_json(path)
    with pytest.raises(MappingError):
        Mapping.from_json(tmp_path / "missing.json")


def test_what_cannot_work_is_refused(table: Table) -> None:
    assert code_of({"A": "client.nickname"}) == "unknown_field"
    assert code_of({"A": "client.name", "B": "client.name"}) == "field_twice"
    assert code_of({"Nope": "client.name"}, table) == "unknown_column"
    assert code_of({"Sales": "sale.amount", "Order Date": "sale.date"}, table) == "no_client"
    assert code_of({"Customer ID": "client.reference", "Sales": "sale.amount"}, table) == "sale_without_date"
    assert (
        code_of({"Customer ID": "client.reference", "Order Date": "sale.date"}, table)
        == "sale_without_amount"
    )
    assert code_of({}, date_order="DYM") == "bad_option"
    assert code_of({}, decimal=";") == "bad_option"
    assert code_of({}, encoding="base64") == "bad_option"
    assert code_of({}, delimiter="ab") == "bad_option"
    assert code_of({}, has_header="yes") == "bad_option"


def test_what_is_enough(table: Table) -> None:
    for columns in (
        {"Customer ID": "client.reference"},
        {"customer id ": "client.reference", "Order Date": "sale.date", "Sales": "sale.amount"},
        {
            "Customer ID": "client.name",
            "Order Date": "sale.date",
            "Qty": "sale.quantity",
            "Price": "sale.unit_price",
        },
    ):
        Mapping.from_json({"columns": columns}).validate(table)


def test_numbered_columns_mean_no_header(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("Acme;Lyon\nZest;Metz\n", encoding="utf-8")
    table = Mapping.from_json({"columns": {"Column 1": "client.name"}}).open_table(path)
    assert len(list(table.rows())) == 2


def test_several_columns_go_to_one_field(table: Table) -> None:
    columns = {"Customer ID": "client.reference", "Qty": "client.notes", "Price": "client.notes"}
    mapping = Mapping.from_json({"columns": columns})
    assert mapping.bind(table) == {"client.reference": (0,), "client.notes": (3, 4)}
    assert code_of({"A": "sale.amount", "B": "sale.amount"}) == "field_twice"
    assert code_of({"A": "client.email", "B": "client.email"}) == "field_twice"
    assert (
        code_of({"A": "client.tags", "B": "client.tags", "C": "client.street", "D": "client.street"})
        == "accepted"
    )


def test_period_amounts_and_constants(table: Table) -> None:
    periods = {"Customer ID": "client.name", "Sales": "sale.amount@2023", "Price": "sale.amount@2023-05"}
    assert code_of(periods, table) == "accepted"
    assert code_of({"Customer ID": "client.name", "Sales": "sale.amount@23"}) == "unknown_field"
    assert code_of({"Customer ID": "client.name", "Sales": "sale.amount@2023-13"}) == "unknown_field"
    assert code_of({"Customer ID": "client.name", "Sales": "client.name@2023"}) == "unknown_field"
    amount = {"Customer ID": "client.reference", "Sales": "sale.amount"}
    assert code_of(amount, table) == "sale_without_date"
    assert code_of(amount, table, constants={"sale.date": "31/12/2024"}) == "accepted"
    assert (
        code_of({"Sales": "sale.amount", "Order Date": "sale.date"}, table, constants={"client.name": "A"})
        == "accepted"
    )
    assert code_of({}, constants={"client.nickname": "x"}) == "unknown_field"
    assert code_of({}, constants=["x"]) == "unreadable"
    content = {"columns": periods, "constants": {"client.country": "France"}}
    assert Mapping.from_json(content).to_dict() == content
