from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from portfolio_app.analysis.association import RULE_COLUMNS, pair_counts, rules
from portfolio_app.analysis.assortment import Assortment, assortment, proposed_unit
from portfolio_app.analysis.cross_sell import BOOK, PER_CLIENT, gaps
from portfolio_app.analysis.peers import Group, codes_of, peer_groups

NO_RULES = pd.DataFrame({name: [] for name in RULE_COLUMNS}).astype({"a": int, "b": int})


def goods(taken: dict[int, dict[int, int]], items: int) -> Assortment:
    """Client -> item -> amount."""
    rows = [(client, item, amount) for client, each in taken.items() for item, amount in sorted(each.items())]
    client, item, amount = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    clients, owner = np.unique(client, return_inverse=True)
    return Assortment(
        unit="product",
        clients=clients,
        owner=owner,
        item=item,
        amount=amount,
        margin=np.full(len(item), np.nan),
        known=np.zeros(len(item), dtype=np.int64),
        keys=tuple(f"product:{place}" for place in range(items)),
        names=tuple(f"P{place}" for place in range(items)),
    )


def everyone(size: int, basis: str = "segment_size") -> list[Group]:
    return [Group(basis, np.arange(size), np.arange(size))]


def test_eighteen_of_twenty_four_comparable_clients_buy_it() -> None:
    """25 clients alike take item 0; 18 also take item 1, for 100 to 270; one asks what the others buy."""
    taken = {client: {0: 50} for client in range(25)}
    for place, client in enumerate(range(1, 19)):
        taken[client][1] = 100 + 10 * place
    found = gaps(goods(taken, 2), everyone(25), NO_RULES, np.array([0.4, 0.4]))
    row = found[found["client"] == 0].iloc[0]
    share = 18 / 25
    chance = (18 + 2) / (24 * share + 2) * share
    assert (row["item"], row["given"], row["found"], row["of"]) == (1, -1, 18, 24)
    assert row["chance"] == pytest.approx(chance)
    assert row["typical"] == 185
    assert row["amount"] == pytest.approx(chance * 185)
    assert row["margin"] == pytest.approx(chance * 185 * 0.4)
    assert set(found["client"]) == {0, *range(19, 25)}


def test_what_brings_no_margin_is_not_proposed() -> None:
    taken = {client: {0: 50} | ({1: 100} if client else {}) for client in range(25)}
    assert gaps(goods(taken, 2), everyone(25), NO_RULES, np.array([0.4, -0.1])).empty
    assert len(gaps(goods(taken, 2), everyone(25), NO_RULES, np.array([np.nan, np.nan]))) == 1


def test_two_clients_are_no_evidence() -> None:
    taken = {client: {0: 50} | ({1: 100} if client < 4 else {}) for client in range(12)}
    assert gaps(goods(taken, 2), everyone(12), NO_RULES, np.full(2, 0.4)).empty


def test_what_else_the_client_takes_speaks_for_it() -> None:
    """Of 60 clients, 30 take A, 24 of them and 2 others take B: with A it is 24 of 29 others, without 26 of 59."""
    taken = {client: {2: 10} for client in range(60)}
    for client in range(30):
        taken[client][0] = 10
    for client in [*range(24), 40, 41]:
        taken[client][1] = 100
    shop = goods(taken, 3)
    proven = rules(pair_counts(shop.owner, shop.item, 60, 3), 60)
    found = gaps(shop, everyone(60), proven, np.full(3, 0.5)).set_index("client")
    with_a, without = found[found["item"] == 1].loc[29], found[found["item"] == 1].loc[59]
    share = 26 / 60
    assert (with_a["given"], with_a["found"], with_a["of"]) == (0, 24, 29)
    assert with_a["chance"] == pytest.approx((24 + 2) / (29 * share + 2) * share)
    assert (without["given"], without["found"], without["of"]) == (-1, 26, 59)
    in_book = gaps(shop, everyone(60, BOOK), proven, np.full(3, 0.5)).set_index("client")
    assert set(in_book[in_book["item"] == 1].index) == set(range(24, 30))


def test_the_best_few_of_a_client() -> None:
    taken = {client: dict.fromkeys(range(6), 100) for client in range(1, 20)} | {0: {0: 100}}
    found = gaps(goods(taken, 6), everyone(20), NO_RULES, np.array([0.5, 0.1, 0.5, 0.2, 0.4, 0.3]))
    assert found["item"].tolist() == [2, 4, 5]
    assert len(found) == PER_CLIENT


def test_groups_widen_until_there_are_ten_others() -> None:
    segment = pd.Series(["top"] * 11 + ["new"] * 4 + [""] * 12)
    size = pd.Series(["A"] * 11 + ["A"] * 4 + ["B"] * 12)
    groups = peer_groups(
        [("both", codes_of(segment, size)), ("segment", codes_of(segment)), ("size", codes_of(size))],
        np.ones(27, dtype=bool),
    )
    told = [(group.basis, len(group.members), group.compared.tolist()) for group in groups]
    assert told == [
        ("both", 11, list(range(11))),
        ("size", 15, [11, 12, 13, 14]),
        ("size", 12, list(range(15, 27))),
    ]


def bought(products: int, category: str = "") -> pd.DataFrame:
    return pd.DataFrame(
        {
            "client_id": 1,
            "product_id": range(1, products + 1),
            "product": [f"P{place}" for place in range(products)],
            "category": [category and f"{category}{place % 4}" for place in range(products)],
            "amount": 10,
            "margin": 4.0,
            "known": 10,
            "orders": 1,
        }
    )


def test_many_products_are_compared_by_category() -> None:
    assert proposed_unit(bought(40, "C")) == "product"
    assert proposed_unit(bought(41, "C")) == "category"
    assert proposed_unit(bought(41)) == "product"
    found = assortment(bought(41, "C"), "category")
    assert (found.keys[0], found.names, len(found.item)) == ("category:C0", ("C0", "C1", "C2", "C3"), 4)
    assert found.amount.sum() == 410
    assert found.margin_rates(0.1).tolist() == [0.4] * 4


def test_what_was_wholly_returned_is_not_taken() -> None:
    rows = bought(3)
    rows.loc[1, "amount"], rows.loc[2, "orders"] = 0, 0
    assert assortment(rows, "product").keys == ("product:1",)
