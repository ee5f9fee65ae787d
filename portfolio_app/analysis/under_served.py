"""Segments that get less of the effort than they bring, or could bring, and whose contact rhythm is not kept."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

MIN_TOUCHES = 20
"""With fewer touches noted in the window, nothing is said of effort."""
LITTLE_EFFORT, LITTLE_KEPT, LEAST_PART = 0.75, 0.5, 0.02
"""Effort against worth, and contacts on time, below which a segment is under-served; and its least part of worth."""
SERVED_COLUMNS = {
    "segment": "str", "clients": "int64", "revenue": "float64", "potential": "float64", "worth_share": "float64",
    "touches": "int64", "minutes": "int64", "touch_share": "float64", "effort": "float64", "on_time": "int64",
    "of": "int64", "why": "str",
}  # fmt: skip


def served(
    table: pd.DataFrame, potential: pd.Series, cadences: Mapping[str, tuple[int, int]], own_longest: pd.Series
) -> pd.DataFrame:
    """One row per segment that has clients, in the order of `cadences`: columns `SERVED_COLUMNS`.

    potential: the expected amounts of its opportunities (`potential` has them by client_id, money units).
    worth_share: its part of revenue + potential; effort = touch_share / worth_share, NaN where fewer than
    `MIN_TOUCHES` are noted. on_time of the clients `of` with a contact rhythm had a touch or an order within its
    longest gap (`cadences`: segment -> (ideal, longest days); that of `own_longest`, by client_id, goes before).
    why: "effort", "rhythm", "effort+rhythm", or "" for served.
    """
    known = table[table["status"] != "former"]
    label = known["segment"]
    longest = own_longest.reindex(known.index).to_numpy(np.float64, na_value=np.nan)
    usual = label.map({code: days[1] for code, days in cadences.items()}).fillna(0).to_numpy(np.float64)
    longest = np.where(np.isnan(longest), usual, longest)
    silence = np.fmin(
        known["days_since_touch"].to_numpy(np.float64), known["recency_days"].to_numpy(np.float64)
    )
    has_rhythm = longest > 0
    rows = pd.DataFrame(
        {
            "segment": label.to_numpy(),
            "clients": 1,
            "revenue": known["revenue_window"].to_numpy(np.float64),
            "potential": potential.reindex(known.index).fillna(0.0).to_numpy(np.float64),
            "touches": known["touches_window"].to_numpy(np.int64),
            "minutes": known["minutes_window"].to_numpy(np.int64),
            "on_time": (has_rhythm & (silence <= longest)).astype(np.int64),
            "of": has_rhythm.astype(np.int64),
        }
    )
    found = rows[rows["segment"] != ""].groupby("segment").sum()
    found = found.reindex([code for code in cadences if code in found.index])
    worth = found["revenue"].clip(lower=0) + found["potential"]
    found["worth_share"] = worth / worth.sum() if worth.sum() > 0 else np.nan
    touches = int(found["touches"].sum())
    found["touch_share"] = found["touches"] / touches if touches >= MIN_TOUCHES else np.nan
    found["effort"] = found["touch_share"] / found["worth_share"].where(found["worth_share"] > 0)
    little = (found["effort"] < LITTLE_EFFORT) & (found["worth_share"] >= LEAST_PART)
    late = (found["of"] > 0) & (found["on_time"] < LITTLE_KEPT * found["of"]) & (touches >= MIN_TOUCHES)
    why = np.where(little & late, "effort+rhythm", np.where(little, "effort", np.where(late, "rhythm", "")))
    return found.assign(why=why).reset_index()[list(SERVED_COLUMNS)].astype(SERVED_COLUMNS)
