from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from portfolio_app.analysis.client_products import CLIENT_PRODUCT_COLUMNS, PRODUCT_COLUMNS, client_products
from portfolio_app.analysis.frames import LINE_COLUMNS, conform

AS_OF = date(2026, 3, 31)
PRODUCTS = conform(
    pd.DataFrame({"product_id": [1, 2], "product": ["Cider", "Jars"], "category": ["Drinks", ""]}),
    PRODUCT_COLUMNS,
)


def lines(*rows: tuple[object, ...]) -> pd.DataFrame:
    """(client, day, order, amount, cost, product) in money units."""
    names = ["client_id", "date", "order_reference", "amount", "cost", "product_id"]
    frame = pd.DataFrame(list(rows), columns=names).astype({"cost": "Int64", "product_id": "Int64"})
    return conform(frame.assign(due_on=pd.NaT, paid_on=pd.NaT), LINE_COLUMNS)


def test_lines_are_summed_by_client_and_product() -> None:
    found = client_products(
        lines(
            (7, date(2026, 3, 31), "", 500, None, 1),
            (3, date(2026, 1, 5), "A1", 100, 60, 1),
            (3, date(2026, 1, 6), "A1", 40, None, 1),
            (3, date(2026, 2, 1), "", 10, 4, 1),
            (3, date(2026, 2, 1), "", 10, 4, 1),
            (3, date(2026, 2, 9), "C9", -30, -20, 1),
            (3, date(2026, 2, 9), "C9", -5, None, 2),
            (3, date(2026, 2, 10), "B2", 8, None, None),
            (3, date(2025, 3, 31), "old", 999, None, 2),
            (3, date(2026, 4, 1), "new", 999, None, 2),
        ),
        PRODUCTS,
        AS_OF,
        365,
    )
    rows = found.set_index(["client_id", "product_id"])
    assert rows.index.tolist() == [(3, 0), (3, 1), (3, 2), (7, 1)]
    cider = rows.loc[(3, 1)]
    assert cider[["product", "category", "amount", "known", "orders"]].tolist() == [
        "Cider",
        "Drinks",
        130,
        90,
        2,
    ]
    assert cider["margin"] == 40 + 6 + 6 - 10
    assert (cider["first"].date(), cider["last"].date()) == (date(2026, 1, 5), date(2026, 2, 1))
    jars = rows.loc[(3, 2)]
    assert (jars["amount"], jars["orders"]) == (-5, 0)
    assert pd.isna(jars["margin"])
    assert pd.isna(jars["first"])
    assert pd.isna(jars["last"])
    assert rows.loc[(3, 0), "product"] == ""


@pytest.mark.parametrize("window", [365, None])
def test_no_line_is_an_empty_table(window: int | None) -> None:
    found = client_products(lines(), PRODUCTS, AS_OF, window)
    assert found.empty
    assert found.dtypes.astype(str).to_dict().keys() == CLIENT_PRODUCT_COLUMNS.keys()


def test_all_time_reaches_back_for_good() -> None:
    found = client_products(lines((1, date(1, 1, 1), "", 5, None, 1)), PRODUCTS, AS_OF, None)
    assert found["amount"].tolist() == [5]
