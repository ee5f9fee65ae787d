"""Discounts in files: rates, amounts, and what was taken off."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.exchange.discounts import taken_off
from portfolio_app.exchange.guess import guess_mapping
from portfolio_app.exchange.rows import ImportRow, read_rows
from portfolio_app.exchange.tabular import open_table


def off(**given: str) -> tuple[Decimal | None, Decimal | None]:
    """The amount and what was taken off, from the values of a row."""
    values: dict[str, Any] = {f"sale.{name}": Decimal(text) for name, text in given.items()}
    taken_off(values)
    return values.get("sale.amount"), values.get("sale.discount_amount")


@pytest.mark.parametrize(
    ("given", "amount", "taken"),
    [
        ({"quantity": "4", "unit_price": "25", "discount": "0.1"}, "90", "10"),
        ({"quantity": "4", "unit_price": "25", "discount_amount": "10"}, "90", "10"),
        ({"quantity": "4", "unit_price": "25"}, "100", None),
        ({"amount": "90", "discount": "0.1"}, "90", "10"),
        ({"amount": "89.99", "quantity": "4", "unit_price": "25", "discount": "0.1"}, "89.99", "10.01"),
        # The amount is the price times the quantity: it is not told of which of them the rate was taken.
        ({"amount": "100", "quantity": "4", "unit_price": "25", "discount": "0.1"}, "100", None),
        ({"amount": "90", "discount_amount": "-10"}, "90", "10"),
        ({"amount": "-90", "discount": "0.1"}, "-90", "-10"),
        ({"amount": "0", "discount": "1"}, "0", None),
        ({"quantity": "4", "unit_price": "25", "discount": "1"}, "0", "100"),
        ({"amount": "90", "discount": "0"}, "90", None),
        ({"discount": "0.1"}, None, None),
    ],
)
def test_what_was_taken_off(given: dict[str, str], amount: str | None, taken: str | None) -> None:
    expected = tuple(None if text is None else Decimal(text) for text in (amount, taken))
    found = off(**given)
    assert tuple(None if value is None else round(value, 6) for value in found) == expected


@pytest.mark.parametrize(
    ("title", "cells", "field", "taken"),
    [
        ("Remise", ["10 %", "5 %"], "sale.discount", ["10", "4.74"]),
        ("Discount", ["0.1", "0.05"], "sale.discount", ["10", "4.74"]),
        ("Remise", ["10", "5"], "sale.discount", ["10", "4.74"]),
        ("Remise", ["10,37", "4,85"], "sale.discount_amount", ["10.37", "4.85"]),
        ("Remise", ["120", "4"], "sale.discount_amount", ["120", "4"]),
        ("Discount", ["10 €", "5 €"], "sale.discount_amount", ["10", "5"]),
        ("Montant de la remise", ["10", "5"], "sale.discount_amount", ["10", "5"]),
        ("Taux de remise", ["10,37", "4,85"], "sale.discount", ["10.41", "4.59"]),
    ],
)
def test_a_column_of_discounts_is_told_by_what_it_holds(
    tmp_path: Path, title: str, cells: list[str], field: str, taken: list[str]
) -> None:
    path = tmp_path / "ventes.csv"
    text = "".join(f"Élan;0{n}/03/2026;90;{cell}\n" for n, cell in enumerate(cells, 1))
    path.write_text(f"Client;Date;Montant HT;{title}\n{text}", encoding="utf-8")
    table = open_table(path)
    mapping = guess_mapping(table)
    assert mapping.columns[title] == field
    rows = [row for row in read_rows(table, mapping) if isinstance(row, ImportRow)]
    assert [f"{round(row.values['sale.discount_amount'], 2).normalize():f}" for row in rows] == taken


def test_figures_beside_it_tell_amounts_from_rates(tmp_path: Path) -> None:
    def guessed(*lines: str) -> str:
        path = tmp_path / "lignes.csv"
        head = "Client;Date;Produit;Quantité;Prix unitaire;Remise;Montant HT\n"
        path.write_text(head + "".join(f"Élan;01/03/2026;Pain;{line}\n" for line in lines), encoding="utf-8")
        return guess_mapping(open_table(path)).columns["Remise"]

    assert guessed("4;50;20;180", "2;30;5;55") == "sale.discount_amount"
    assert guessed("4;50;20;160", "2;30;5;57") == "sale.discount"
