"""The large invented book that measurements use: repeatable, whole, in the units of the database."""

from __future__ import annotations

import numpy as np
import pytest

from portfolio_app.models.money import MONEY_SCALE
from tests.benchmarks.make_book import END, YEARS, BookRows, generate_rows


@pytest.fixture(scope="module")
def rows() -> BookRows:
    return generate_rows(300, 10, 5, seed=7)


def tables(rows: BookRows) -> list[dict[str, np.ndarray]]:
    return [rows.clients, rows.sales, rows.interactions]


def test_sizes_are_those_asked_for(rows: BookRows) -> None:
    assert [{len(column) for column in table.values()} for table in tables(rows)] == [{300}, {3_000}, {1_500}]


def test_the_same_seed_gives_the_same_rows(rows: BookRows) -> None:
    again = generate_rows(300, 10, 5, seed=7)
    for one, other in zip(tables(rows), tables(again), strict=True):
        assert all(np.array_equal(one[name], other[name]) for name in one)
    assert not np.array_equal(generate_rows(300, 10, 5, seed=8).sales["amount"], rows.sales["amount"])


def test_rows_point_at_clients_within_the_years(rows: BookRows) -> None:
    for table in (rows.sales, rows.interactions):
        assert table["client"].min() >= 0
        assert table["client"].max() < 300
        assert table["date"].min() >= END.toordinal() - 1 - 365 * YEARS
        assert table["date"].max() < END.toordinal()
        assert (np.diff(table["date"]) >= 0).all()


def test_an_order_is_of_one_client_and_day(rows: BookRows) -> None:
    sales = rows.sales
    orders = set(zip(sales["order_reference"], sales["client"], sales["date"], strict=True))
    assert len(orders) == len(set(sales["order_reference"])) < len(sales["client"])


def test_money_is_whole_cents_in_money_units(rows: BookRows) -> None:
    sales = rows.sales
    assert (sales["amount"] % (MONEY_SCALE // 100) == 0).all()
    assert (sales["cost"] % (MONEY_SCALE // 100) == 0).all()
    assert (np.abs(sales["cost"]) < np.abs(sales["amount"])).all()
    assert (np.sign(sales["quantity"]) == np.sign(sales["amount"])).all()
    assert (sales["amount"] < 0).any()


def test_references_and_names_are_distinct(rows: BookRows) -> None:
    assert len(set(rows.clients["reference"])) == len(set(rows.clients["name"])) == 300


@pytest.mark.parametrize("sizes", [(1, 0, 0), (1, 1, 1), (2, 0.5, 3)])
def test_tiny_books(sizes: tuple[int, float, float]) -> None:
    rows = generate_rows(*sizes)
    assert len(rows.sales["order_reference"]) == round(sizes[0] * sizes[1])
