from __future__ import annotations

import json
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_app.analysis.concentration import abc_summary, concentration
from portfolio_app.analysis.ranking import abc_by_rank, share_count
from tests.analysis.real_files import ENTRIES, totals
from tests.corpus import corpus_dir

MILLION = 1_000_000


def amounts(
    values: list[float], references: list[str] | None = None, names: list[str] | None = None
) -> pd.DataFrame:
    n = len(values)
    return pd.DataFrame(
        {
            "client_id": np.arange(1, n + 1),
            "reference": references or [""] * n,
            "name": names or [f"Client {i:03d}" for i in range(n)],
            "amount": np.array([round(value * MILLION) for value in values], dtype=np.int64),
        }
    )


def test_hand_worked_example() -> None:
    """Ten clients, 1,000 in all: squared shares sum to .22585; Gini is 2 * 8085 / 10000 - 1.1 = .517."""
    found = concentration(amounts([400, 200, 100, 80, 60, 50, 40, 30, 25, 15]))
    figures = found.figures
    assert (figures.clients, figures.total) == (10, 1000 * MILLION)
    assert figures.hhi == pytest.approx(2258.5)
    assert figures.effective_clients == pytest.approx(4.428, abs=5e-4)
    assert figures.gini == pytest.approx(0.517)
    assert figures.gini * 10 / 9 == pytest.approx(0.5744, abs=5e-5)
    assert (figures.top1_share, figures.top5_share) == (0.4, 0.84)
    assert (figures.top20pct.k, figures.top20pct.share) == (2, 0.6)
    assert figures.clients_for_80pct == 5
    by_rank = abc_summary(found.table, "abc_rank")
    assert by_rank["clients"].tolist() == [2, 2, 6]
    assert by_rank["share"].tolist() == pytest.approx([0.60, 0.18, 0.22])
    by_revenue = abc_summary(found.table, "abc_revenue")
    assert by_revenue["clients"].tolist() == [2, 5, 3]
    assert by_revenue["client_share"].tolist() == pytest.approx([0.2, 0.5, 0.3])
    assert by_revenue["share"].tolist() == pytest.approx([0.60, 0.33, 0.07])
    assert by_revenue["average"].tolist() == pytest.approx([300 * MILLION, 66 * MILLION, 70 * MILLION / 3])


def test_empty() -> None:
    found = concentration(amounts([]))
    assert found.table.empty
    assert found.figures.clients == 0
    assert found.figures.hhi is found.figures.gini is found.figures.clients_for_80pct is None
    assert abc_summary(found.table)["clients"].tolist() == [0, 0, 0]
    assert abc_summary(found.table)["share"].isna().all()


def test_one_client() -> None:
    figures = concentration(amounts([5])).figures
    assert (figures.hhi, figures.effective_clients, figures.gini) == (10_000, 1, 0)
    assert figures.top5_share == 1
    assert (figures.top10pct.k, figures.top50pct.k) == (1, 1)
    assert figures.clients_for_80pct == 1


@pytest.mark.parametrize("values", [[0, 0], [5, -5], [-3, -1]])
def test_total_not_above_zero_leaves_shares_undefined(values: list[float]) -> None:
    found = concentration(amounts(values))
    figures = found.figures
    assert figures.clients == 2
    assert figures.top1_share is figures.hhi is figures.effective_clients is figures.gini is None
    assert figures.top10pct.share is None
    assert found.table["share"].isna().all()
    assert found.table["abc_revenue"].tolist() == ["", ""]
    assert found.table["abc_rank"].tolist() == ["A", "C"]


def test_zero_counts_and_negative_is_taken_as_it_is() -> None:
    figures = concentration(amounts([100, 0, -20])).figures
    assert (figures.clients, figures.total) == (3, 80 * MILLION)
    assert figures.top1_share == pytest.approx(1.25)
    assert figures.hhi == pytest.approx(10_000 * (1.25**2 + 0.25**2))
    assert (figures.negative_clients, figures.negative_amount) == (1, -20 * MILLION)


def test_ties_by_number_when_all_references_are_numbers() -> None:
    found = concentration(amounts([5, 5, 5], references=["10", "9", "100"], names=["A", "B", "C"]))
    assert found.table["reference"].tolist() == ["9", "10", "100"]


def test_ties_by_name_otherwise_then_by_client() -> None:
    found = concentration(
        amounts([5, 5, 9, 5], references=["10", "9", "", "8"], names=["Zoe", "Ann", "Max", "Ann"])
    )
    assert found.table["client_id"].tolist() == [3, 2, 4, 1]


def test_limits_hit_exactly() -> None:
    """Ten equal clients: eight make exactly 80 %, six exactly 60 %, nine exactly 90 %."""
    found = concentration(amounts([10] * 10))
    assert found.figures.clients_for_80pct == 8
    assert abc_summary(found.table, "abc_revenue")["clients"].tolist() == [6, 3, 1]


@pytest.mark.parametrize(
    ("n", "a", "a_and_b"),
    [(0, 0, 0), (1, 1, 1), (2, 1, 1), (5, 1, 2), (15, 3, 6), (35, 7, 14), (2357, 472, 943)],
)
def test_classes_by_rank_round_up(n: int, a: int, a_and_b: int) -> None:
    classes = abc_by_rank(n).tolist()
    assert (classes.count("A"), n - classes.count("C")) == (a, a_and_b)
    assert share_count(n, 20) == a


_AMOUNTS = st.lists(st.integers(-(10**12), 10**13), min_size=1, max_size=60)


@given(_AMOUNTS)
def test_figures_hold_together(values: list[int]) -> None:
    frame = amounts([0] * len(values))
    frame["amount"] = np.array(values, dtype=np.int64)
    found = concentration(frame)
    table, figures = found.table, found.figures
    assert sorted(table["amount"], reverse=True) == table["amount"].tolist()
    assert sorted(table["client_id"]) == list(range(1, len(values) + 1))
    assert figures.total == sum(values)
    if figures.total <= 0:
        assert figures.hhi is None
        return
    assert table["share"].sum() == pytest.approx(1, abs=1e-6)
    assert abc_summary(table)["amount"].sum() == figures.total
    assert figures.clients_for_80pct == (table["abc_80_95"] == "A").sum()
    if min(values) >= 0:
        assert 1 <= figures.effective_clients <= len(values) + 1e-9
        assert -1e-9 <= figures.gini < 1
        assert figures.top1_share <= figures.top3_share <= figures.top5_share <= 1


@pytest.mark.corpus
@pytest.mark.parametrize(("entry", "load", "numeric"), ENTRIES)
def test_real_files_give_the_reference_figures(entry: str, load: Any, numeric: bool) -> None:
    folder = corpus_dir()
    expected = json.loads((folder / "REFERENCE.json").read_text(encoding="utf-8"))[entry]
    amount_of = totals(load(folder))
    keys = list(amount_of)
    found = concentration(
        amounts([float(amount_of[key]) for key in keys], references=keys if numeric else None, names=keys)
    )
    figures, table = found.figures, found.table
    assert figures.clients == expected["customers"]
    assert figures.total / MILLION == pytest.approx(expected["total_revenue"], abs=0.005)
    assert figures.top1_share == pytest.approx(expected["top1_share"], abs=5e-7)
    for name in ("top10pct", "top20pct", "top50pct"):
        assert getattr(figures, name).k == expected[name]["k"]
        assert getattr(figures, name).share == pytest.approx(expected[name]["share"], abs=5e-7)
    assert figures.hhi == pytest.approx(expected["hhi"], rel=1e-5)
    assert figures.effective_clients == pytest.approx(expected["effective_customers"], abs=0.005)
    assert figures.gini == pytest.approx(expected["gini"], abs=5e-7)
    assert figures.clients_for_80pct == expected["customers_needed_for_80pct"]
    assert abc_summary(table, "abc_80_95")["clients"].to_dict() == expected["abc_80_95"]
    assert table["name"].tolist()[:5] == [row["customer"] for row in expected["top5"]]
    assert int((table["amount"] == 0).sum()) == expected["zero_revenue_customers"]
