"""What winning clients cost in a period, source by source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

SPENDING_COLUMNS = {"on": "datetime64[s]", "source": "str", "amount": "int64"}


@dataclass(frozen=True)
class Source:
    """One source of clients ("" where none is noted) in a period; amounts in money units.

    `spent`: what was spent through it plus what winning its clients cost as noted at these (`noted`). `won`: the
    clients whose first purchase day lies in the period, and who say of none before it that they were clients since.
    `cost`: spent by client won; None without a client, or
    where nothing was spent.
    """

    source: str
    spent: int
    noted: int
    won: tuple[int, ...]

    @property
    def cost(self) -> float | None:
        """By client won."""
        return self.spent / len(self.won) if self.won and self.spent > 0 else None


def acquisition(table: pd.DataFrame, spending: pd.DataFrame, after: date, until: date) -> tuple[Source, ...]:
    """The sources with a client won or an amount spent in (after, until], those spent most on first.

    `table`: the per-client table of `until`, of which acquisition_source, acquisition_cost, first_sale and
    tenure_days are read; `spending`: on, source, amount. A source is the same however its letters are capitalised.
    """
    bounds = np.datetime64(after, "s"), np.datetime64(until, "s")
    first = table["first_sale"].to_numpy("datetime64[s]")
    began_since = table["tenure_days"].to_numpy(np.float64) < (until - after).days
    won = table[(first > bounds[0]) & (first <= bounds[1]) & began_since]
    day = spending["on"].to_numpy("datetime64[s]")
    spent = spending[(day > bounds[0]) & (day <= bounds[1])]
    names: dict[str, str] = {}
    clients: dict[str, list[int]] = {}
    noted: dict[str, int] = {}
    paid: dict[str, int] = {}
    costs = won["acquisition_cost"].fillna(0).tolist()
    for client, source, cost in zip(
        won.index.tolist(), won["acquisition_source"].tolist(), costs, strict=True
    ):
        key = source.casefold()
        names.setdefault(key, source)
        clients.setdefault(key, []).append(int(client))
        noted[key] = noted.get(key, 0) + round(cost)
    for source, amount in zip(spent["source"].tolist(), spent["amount"].tolist(), strict=True):
        names.setdefault(source.casefold(), source)
        paid[source.casefold()] = paid.get(source.casefold(), 0) + int(amount)
    found = [
        Source(name, paid.get(key, 0) + noted.get(key, 0), noted.get(key, 0), tuple(clients.get(key, ())))
        for key, name in names.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.spent, -len(each.won), each.source.casefold())))
