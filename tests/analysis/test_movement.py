from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.movement import NEW, matrix, profile, rate

ORDER = ["top", "regular", "dormant"]
BEFORE = pd.Series({1: "top", 2: "top", 3: "regular", 4: "regular", 5: "dormant"})
AFTER = pd.Series({6: "regular", 1: "top", 2: "regular", 3: "regular", 4: "dormant", 5: "top"})
WORTH_BEFORE = pd.Series({1: 50, 2: 40, 3: 10, 4: 7, 5: 0})
WORTH_AFTER = pd.Series({1: 60, 2: 20, 3: 15, 4: 0, 5: 30, 6: 5})


def test_matrix_by_hand() -> None:
    """2 and 4 fall, 3 stays, 5 is won back and 6 is new."""
    found = matrix(BEFORE, AFTER, WORTH_BEFORE, WORTH_AFTER, ORDER)
    assert found.counts.index.tolist() == [*ORDER, NEW]
    assert found.counts.columns.tolist() == ORDER
    assert found.counts.to_numpy().tolist() == [[1, 1, 0], [0, 1, 1], [1, 0, 0], [0, 1, 0]]
    assert found.revenue_before.to_numpy().tolist() == [
        [50, 40, 0],
        [0, 10, 7],
        [0, 0, 0],
        [0, 0, 0],
    ]
    assert found.revenue_after.to_numpy().tolist() == [
        [60, 20, 0],
        [0, 15, 0],
        [30, 0, 0],
        [0, 5, 0],
    ]
    assert found.ids("top", "regular") == (2,)
    assert found.ids("regular", "dormant") == (4,)
    assert found.ids(NEW, "regular") == (6,)
    assert found.ids("dormant", "dormant") == ()


def test_the_largest_come_first_behind_a_cell() -> None:
    labels = pd.Series("top", index=[1, 2, 3])
    revenue = pd.Series({1: 5, 2: 9, 3: 7})
    assert matrix(labels, labels, revenue, revenue * 0, ORDER).ids("top", "top") == (2, 3, 1)


def test_revenue_stays_exact_and_what_is_not_known_is_nothing() -> None:
    huge = 2**60 + 1
    labels = pd.Series("top", index=[1, 2, 3])
    found = matrix(labels, labels, pd.Series({1: huge, 2: 2}), pd.Series({1: 1.0, 2: float("nan")}), ORDER)
    assert found.revenue_before.loc["top", "top"] == huge + 2
    assert found.revenue_after.loc["top", "top"] == 1


def test_nobody_and_unknown_segments() -> None:
    nobody = pd.Series([], dtype=object)
    found = matrix(nobody, nobody, nobody, nobody, ORDER)
    assert found.counts.to_numpy().sum() == 0
    lost = pd.Series({1: "lost"})
    with pytest.raises(KeyError, match="lost"):
        matrix(lost, lost, nobody, nobody, ORDER)
    # Who is known stays known.
    with pytest.raises(KeyError, match="1"):
        matrix(pd.Series({1: "top"}), nobody, nobody, nobody, ORDER)


_LABELS = st.dictionaries(st.integers(1, 12), st.sampled_from(ORDER), max_size=12)


@given(_LABELS, _LABELS, st.lists(st.integers(-(2**50), 2**55), min_size=12, max_size=12))
@settings(deadline=None, max_examples=60)
def test_margins_add_up_to_each_day(before: dict[int, str], after: dict[int, str], worth: list[int]) -> None:
    first, second = (pd.Series(found, dtype=object) for found in (before, before | after))
    revenue = pd.Series(worth, index=range(1, 13))
    found = matrix(first, second, revenue, revenue * 2, ORDER)
    for code in ORDER:
        here, there = first.index[first == code], second.index[second == code]
        assert found.counts.loc[code].sum() == len(here)
        assert found.counts[code].sum() == len(there)
        assert found.revenue_before.loc[code].sum() == revenue[here].sum()
        assert found.revenue_after[code].sum() == 2 * revenue[there].sum()
    assert found.counts.to_numpy().sum() == len(set(before) | set(after))
    assert found.counts.loc[NEW].sum() == len(set(after) - set(before))
    assert found.revenue_before.loc[NEW].sum() == 0
    behind = [client for ids in found.members.values() for client in ids]
    assert sorted(behind) == sorted(set(before) | set(after))
    for cell, ids in found.members.items():
        assert found.counts.loc[cell] == len(ids)
    # Who came and who left, by the other way of asking: the same clients.
    for row in profile(first, second, table(revenue), table(revenue * 2), ORDER):
        came = [c for (a, b), ids in found.members.items() for c in ids if b == row.code != a]
        left = [c for (a, b), ids in found.members.items() for c in ids if a == row.code != b]
        assert (sorted(row.came), sorted(row.left)) == (sorted(came), sorted(left))
        assert sorted(row.members) == sorted(second.index[second == row.code])


def test_wilson_interval_below_a_hundred() -> None:
    """8 of 10, z = 1.28155: centre (0.8 + 0.08212) / 1.16424 = 0.7577, half width 0.1817 / 1.16424 = 0.1561."""
    found = rate(8, 10)
    assert found is not None
    assert (found.part, found.of, found.value) == (8, 10, 0.8)
    assert found.low == pytest.approx(0.6016, abs=1e-4)
    assert found.high == pytest.approx(0.9138, abs=1e-4)
    sure = rate(99, 100)
    assert sure is not None
    assert (sure.value, sure.low, sure.high) == (0.99, None, None)
    assert rate(0, 0) is None
    for part, of in ((0, 3), (3, 3)):
        edge = rate(part, of)
        assert edge is not None
        assert edge.low is not None
        assert edge.high is not None
        assert 0 <= edge.low <= part / of <= edge.high <= 1


def table(worth: pd.Series, **columns: Any) -> pd.DataFrame:
    zeros = dict.fromkeys(("orders_window", "margin_window", "margin_known_window"), 0)
    return pd.DataFrame({"revenue_window": worth, **zeros, **columns})


def test_profile_by_hand() -> None:
    """Of the two who were top and had bought, one bought again; the regular one who left had bought."""
    before = table(WORTH_BEFORE, orders_window=[2, 1, 1, 1, 0])
    after = table(
        WORTH_AFTER,
        orders_window=[2, 0, 3, 0, 1, 1],
        margin_window=[20, 4, 0, 0, 6, 0],
        margin_known_window=[60, 20, 0, 0, 30, 0],
    )
    top, regular, dormant = profile(BEFORE, AFTER, before, after, ORDER)
    assert (top.code, top.clients, top.revenue, top.average) == ("top", 2, 90, 45)
    assert (top.client_share, top.share) == pytest.approx((2 / 6, 90 / 130))
    assert top.members == (1, 5)
    assert (top.margin, top.margin_known) == (26, 90)
    assert top.retention == rate(1, 2)
    assert (top.came, top.left) == ((5,), (2,))
    assert (regular.clients, regular.revenue, regular.margin) == (3, 40, 4)
    assert regular.retention == rate(1, 2)
    assert (regular.came, regular.left) == ((2, 6), (4,))
    assert (dormant.clients, dormant.revenue, dormant.margin) == (1, 0, None)
    assert (dormant.average, dormant.retention) == (0, None)
    assert (dormant.came, dormant.left) == ((4,), (5,))


def test_profile_of_an_empty_book() -> None:
    nobody = pd.Series([], dtype=object)
    found = profile(nobody, nobody, table(nobody), table(nobody), ORDER)
    assert [one.clients for one in found] == [0, 0, 0]
    assert found[0].client_share is found[0].share is None
