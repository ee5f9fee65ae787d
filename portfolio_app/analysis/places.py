"""Where the clients are: the French department of a postcode, and what each area counts."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

_OVERSEAS = {"97133": "977", "97150": "978"}
"""Islands that left Guadeloupe and kept its postcodes."""
_ELSEWHERE = {"94390": "91"}
"""A postcode whose clients all live in another department than it says (Orly airport)."""
_COUNTRY = re.compile(r"^(?:FR?|FRANCE)(?=\d)")


def department(postcode: str) -> str:
    """The code of the French department a postcode lies in ("29", "2A", "974"); "" where it tells none.

    Four digits are taken for five whose leading zero a spreadsheet dropped. Of the few postcodes that lie in two
    departments it names the one where most people live.
    """
    text = "".join(letter for letter in postcode.upper() if letter.isascii() and letter.isalnum())
    digits = re.match(r"\d{4,5}", _COUNTRY.sub("", text))
    if digits is None:
        return ""
    code = digits.group().zfill(5)
    if code in _ELSEWHERE:
        return _ELSEWHERE[code]
    if code.startswith(("97", "98")):
        return _OVERSEAS.get(code, code[:3])
    if code.startswith("20"):
        return "2A" if code[2] in "01" else "2B"
    return "" if code.startswith(("00", "99", "96")) else code[:2]


def by_area(areas: pd.Series, table: pd.DataFrame, due: np.ndarray) -> pd.DataFrame:
    """One row per area, the largest revenue first: clients, buyers, revenue (money units), due.

    `areas`: the area of each client by client_id, "" for unknown, which has a row too. `table`: the per-client
    table. `due`: ids of the clients to be contacted now. Prospects count as clients; `buyers` are those with an
    order in the window, `revenue` is that of the window.
    """
    known = areas.reindex(table.index).fillna("")
    frame = pd.DataFrame(
        {
            "area": known.to_numpy(dtype=object),
            "clients": np.ones(len(table), dtype=np.int64),
            "buyers": (table["orders_window"].to_numpy() > 0).astype(np.int64),
            "revenue": table["revenue_window"].to_numpy(np.int64),
            "due": np.isin(table.index.to_numpy(), due).astype(np.int64),
        }
    )
    found = frame.groupby("area", sort=True).sum()
    return found.sort_values("revenue", ascending=False, kind="stable")
