"""Departments told from postcodes, and what each place counts."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from portfolio_app.analysis.places import by_area, department


@pytest.mark.parametrize(
    ("postcode", "code"),
    [
        ("29000", "29"), ("01000", "01"), ("1000", "01"), ("F-29 200", "29"), ("FR75011", "75"),
        ("75008 PARIS CEDEX 08", "75"), ("20000", "2A"), ("20137", "2A"), ("20200", "2B"), ("20600", "2B"),
        ("97110", "971"), ("97400", "974"), ("97133", "977"), ("97150", "978"), ("98800", "988"), ("94390", "91"),
        ("", ""), ("SW1A 1AA", ""), ("00100", ""), ("99123", ""), ("12", ""), ("１２３４５", ""),
    ],
)  # fmt: skip
def test_a_postcode_tells_its_department(postcode: str, code: str) -> None:
    assert department(postcode) == code


def test_an_area_counts_its_clients_and_those_without_a_place_are_not_lost() -> None:
    table = pd.DataFrame(
        {"orders_window": [2, 0, 1, 1], "revenue_window": [100, 0, 300, -50]},
        index=pd.Index([1, 2, 3, 4], name="client_id"),
    )
    areas = pd.Series(["29", "29", "", "56"], index=table.index)
    found = by_area(areas, table, np.array([2, 3]))
    assert found.index.tolist() == ["", "29", "56"]
    assert found.to_numpy().tolist() == [[1, 1, 300, 1], [2, 1, 100, 1], [1, 1, -50, 0]]
    assert by_area(areas, table.iloc[:0], np.array([])).empty
