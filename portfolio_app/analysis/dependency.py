"""What it would mean to lose clients, what could be lost anyway, and what would balance the portfolio again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pandas as pd

from portfolio_app.analysis.concentration import Concentration, concentration


@dataclass(frozen=True)
class Won:
    """What a client would bring on top (money units); client_id 0 for somebody who is not in the book yet."""

    client_id: int
    name: str
    amount: int


@dataclass(frozen=True)
class AtRisk:
    """Dependency at risk: the sum of s_i x (1 - p_i), s_i the share and p_i the chance that client i stays.

    share: that sum, None where no chance is known; amount: the same in money units; known: the part of the amounts
    whose chance is known, over which share is taken. `table`, the largest `exposed` first: client_id, amount,
    share, p_active, exposed (amount x (1 - p_active), float money units).
    """

    share: float | None
    amount: int
    known: float
    table: pd.DataFrame


@dataclass(frozen=True)
class Balance:
    """What brings the largest share below a limit.

    client_id and amount (money units) of the largest; more: what the others would have to bring on top, none of
    them above the largest; more_part: the same as a part of what they bring, None when that is nothing; average:
    what one of the others brings on average; average_clients: how many new clients of that size bring `more`, None
    when there are no others; fewest_new: how many new clients it takes at least, as 1 / limit clients are needed
    for nobody to reach it.
    """

    limit: float
    client_id: int
    amount: int
    more: int
    more_part: float | None
    average: int
    average_clients: int | None
    fewest_new: int


def at_risk(amounts: pd.DataFrame, p_active: pd.Series) -> AtRisk:
    """Of clients (client_id, amount) and their chance to stay by client_id; amounts not above zero are left out."""
    bringing = amounts[amounts["amount"] > 0]
    chance = p_active.reindex(bringing["client_id"]).to_numpy(np.float64)
    amount = bringing["amount"].to_numpy(np.float64)
    total = float(amount.sum())
    known = ~np.isnan(chance)
    of_known = float(amount[known].sum())
    exposed = amount[known] * (1 - chance[known])
    table = pd.DataFrame(
        {
            "client_id": bringing["client_id"].to_numpy(np.int64)[known],
            "amount": bringing["amount"].to_numpy(np.int64)[known],
            "share": amount[known] / total if total else amount[known],
            "p_active": chance[known],
            "exposed": exposed,
        }
    ).sort_values("exposed", ascending=False, kind="stable", ignore_index=True)
    share = float(exposed.sum()) / of_known if of_known > 0 else None
    return AtRisk(share, round(float(exposed.sum())), of_known / total if total else 0.0, table)


def what_if(table: pd.DataFrame, lost: Collection[int], won: Sequence[Won]) -> Concentration:
    """The concentration without the clients `lost` and with what is `won`; `table` is `Concentration.table`.

    What a client who is lost would have brought on top is lost as well.
    """
    gone = set(lost)
    kept = table.loc[~table["client_id"].isin(list(gone)), ["client_id", "reference", "name", "amount"]]
    added: dict[int, int] = {}
    names: dict[int, str] = {}
    for number, each in enumerate(won, 1):
        # Somebody not in the book yet is nobody else: a number of his own, below all ids.
        client = each.client_id or -number
        if client not in gone:
            added[client] = added.get(client, 0) + each.amount
            names[client] = each.name
    amount = kept["amount"].to_numpy(np.int64) + np.array(
        [added.get(client, 0) for client in kept["client_id"].tolist()], dtype=np.int64
    )
    kept = kept.assign(amount=amount)
    new = [client for client in added if client not in set(kept["client_id"].tolist())]
    if new:
        extra = {
            "client_id": new,
            "reference": [""] * len(new),
            "name": [names[client] for client in new],
            "amount": [added[client] for client in new],
        }
        kept = pd.concat([kept, pd.DataFrame(extra)], ignore_index=True)
    return concentration(kept)


def balance(table: pd.DataFrame, limit: float) -> Balance | None:
    """What brings the first of `table` (`Concentration.table`) below a share of `limit`; None when it is."""
    amount = table["amount"].to_numpy(np.int64)
    total = int(amount.sum())
    if not len(amount) or total <= 0 or not 0 < limit < 1:
        return None
    first = int(amount[0])
    part = Fraction(str(limit))
    if Fraction(first, total) < part:
        return None
    # The least whole total of which the first is less than the limit.
    more = int(Fraction(first) / part) + 1 - total
    others, count = total - first, len(amount) - 1
    average = others // count if count and others > 0 else 0
    needed = int(1 / part) + 1
    return Balance(
        limit=limit,
        client_id=int(table["client_id"].iloc[0]),
        amount=first,
        more=more,
        more_part=more / others if others > 0 else None,
        average=average,
        average_clients=-(-more // average) if average > 0 else None,
        fewest_new=max(0, needed - len(amount)),
    )
