"""Concentration by something clients or sales have in common: sector, segment, product, place."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from portfolio_app.analysis.concentration import Concentration, concentration


@dataclass(frozen=True)
class Spread:
    """`result` is the concentration of the groups that have a name, in whose table `client_id` numbers the group.

    `clients`: how many clients each group has, by its number; `unknown` (money units) and `unknown_clients`: what
    belongs to no named group, which is in none of the figures. `rows`: client_id, group (-1 for none), amount.
    """

    result: Concentration
    clients: np.ndarray
    unknown: int
    unknown_clients: int
    rows: pd.DataFrame = field(repr=False)

    def members(self, group: int) -> list[int]:
        """The clients of a group (-1: of none), those with the largest amount first."""
        found = self.rows[self.rows["group"] == group]
        return list(dict.fromkeys(found.sort_values("amount", ascending=False, kind="stable")["client_id"]))


def spread(rows: pd.DataFrame) -> Spread:
    """Of rows with client_id, label (text, "" for none) and amount (int64 money units).

    Labels that differ by case, accents or blanks only are one group; it bears the spelling met most often.
    """
    labels = rows["label"].to_numpy(dtype=object)
    codes, spellings = pd.factorize(labels)
    counts = np.bincount(codes[codes >= 0], minlength=len(spellings))
    groups: dict[str, int] = {}
    names: list[str] = []
    most: list[int] = []
    group_of = np.full(len(spellings), -1, dtype=np.int64)
    for place, spelling in enumerate(spellings):
        key = _key(str(spelling))
        if not key:
            continue
        group = groups.setdefault(key, len(groups))
        if group == len(names):
            names.append("")
            most.append(0)
        if counts[place] > most[group]:
            names[group], most[group] = " ".join(str(spelling).split()), int(counts[place])
        group_of[place] = group
    # A label that is missing has the code -1, which must not find the last group.
    of_row = np.where(codes >= 0, np.append(group_of, -1)[codes], -1)
    found = pd.DataFrame(
        {
            "client_id": rows["client_id"].to_numpy(np.int64),
            "group": of_row,
            "amount": rows["amount"].to_numpy(np.int64),
        }
    )
    named = found[found["group"] >= 0]
    amounts = np.zeros(len(names), dtype=np.int64)
    np.add.at(amounts, named["group"].to_numpy(), named["amount"].to_numpy())
    pairs = named.drop_duplicates(["client_id", "group"])
    without = found[found["group"] < 0]
    table = pd.DataFrame(
        {
            "client_id": np.arange(len(names), dtype=np.int64),
            "reference": np.full(len(names), "", dtype=object),
            "name": np.array(names, dtype=object),
            "amount": amounts,
        }
    )
    return Spread(
        result=concentration(table),
        clients=np.bincount(pairs["group"], minlength=len(names)),
        unknown=int(without["amount"].sum()),
        unknown_clients=int(without["client_id"].nunique()),
        rows=found,
    )


def _key(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
