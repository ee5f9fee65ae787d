"""How the dependency on few clients moved over the months, and whose ups and downs the revenue follows."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from portfolio_app.analysis.concentration import figures_of
from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.frames import DATE

FEWEST_QUARTERS, MOST_QUARTERS = 8, 12
QUARTER_DAYS = 91
_SHARES = ("top1_share", "top3_share", "top5_share", "top10_share")
_FIGURES = (*_SHARES, "hhi", "effective_clients", "gini")


def month_ends(as_of: date, months: int) -> list[date]:
    """`as_of` and the same day of the `months` months before it, oldest first; the 31st may become the 28th."""
    found = []
    for back in range(months, -1, -1):
        year, month = divmod(as_of.year * 12 + as_of.month - 1 - back, 12)
        if year >= date.min.year:
            found.append(date(year, month + 1, min(as_of.day, monthrange(year, month + 1)[1])))
    return found


def over_time(facts: SaleFacts, ends: Sequence[date], window_days: int, measure: str) -> pd.DataFrame:
    """The concentration of (end - window_days, end] for each of `ends`, one row each.

    Columns: end (datetime64), is_whole (the book's first sale is not younger than the window), clients, total (int64
    money units), first (client_id of the largest, 0 without one), and top1_share, top3_share, top5_share,
    top10_share, hhi, effective_clients, gini as `ConcentrationFigures` has them, NaN where undefined. `measure` is
    "revenue", or "margin" over the lines whose cost is known.
    """
    first_day = int(facts.day.min()) if len(facts.day) else None
    rows = []
    for end in ends:
        last = np.int64(np.datetime64(end, "D").astype(np.int64))
        amount, present = _amounts(facts, last - window_days, last, measure)
        ids, amount = facts.clients[present], amount[present]
        found = figures_of(-np.sort(-amount))
        rows.append(
            {
                "end": np.datetime64(end),
                "is_whole": first_day is not None and first_day <= int(last) - window_days + 1,
                "clients": found.clients,
                "total": found.total,
                "first": int(ids[np.argmax(amount)]) if len(ids) else 0,
            }
            | {name: np.nan if getattr(found, name) is None else getattr(found, name) for name in _FIGURES}
        )
    columns = ["end", "is_whole", "clients", "total", "first", *_FIGURES]
    frame = pd.DataFrame(rows, columns=columns)
    whole = dict.fromkeys(("clients", "total", "first"), "int64")
    kinds = {"end": DATE, "is_whole": "bool"} | whole | dict.fromkeys(_FIGURES, "float64")
    return frame.astype(kinds)


def _amounts(
    facts: SaleFacts, after: np.int64, until: np.int64, measure: str
) -> tuple[np.ndarray, np.ndarray]:
    """What each client brought in (after, until], and whether there was anything to count."""
    begin, end = facts.lines.until(facts.day, after), facts.lines.until(facts.day, until)
    amount = facts.sums[measure][end] - facts.sums[measure][begin]
    counted = end - begin
    if measure == "margin":
        counted = counted - (facts.sums["unknown"][end] - facts.sums["unknown"][begin])
    return amount, counted > 0


def swings(facts: SaleFacts, as_of: date) -> pd.DataFrame:
    """Whose ups and downs the revenue follows: client_id and part, the largest part first.

    `part` is the client's share of the variance of the quarterly revenue, cov(v_i, V) / var(V), over the last 8 to 12
    quarters of 91 days before `as_of`; the parts of all clients sum to 1, and one may be below zero: such a client
    evens the others out. Empty below eight quarters of history, or where the total never moves.
    """
    empty = pd.DataFrame({"client_id": np.zeros(0, dtype=np.int64), "part": np.zeros(0)})
    if not len(facts.day):
        return empty
    last = int(np.datetime64(as_of, "D").astype(np.int64))
    quarters = min((last - int(facts.day.min()) + 1) // QUARTER_DAYS, MOST_QUARTERS)
    if quarters < FEWEST_QUARTERS:
        return empty
    bounds = [last - QUARTER_DAYS * back for back in range(quarters, -1, -1)]
    running = [facts.sums["revenue"][facts.lines.until(facts.day, np.int64(bound))] for bound in bounds]
    by_quarter = np.diff(np.array(running, dtype=np.float64), axis=0)
    total = by_quarter.sum(axis=1)
    apart = total - total.mean()
    variance = float(apart @ apart)
    # Rounding alone makes no swing: sums of money units are whole.
    if variance < 1:
        return empty
    part = apart @ by_quarter / variance
    moved = np.flatnonzero(by_quarter.any(axis=0))
    order = moved[np.argsort(-part[moved], kind="stable")]
    return pd.DataFrame({"client_id": facts.clients[order], "part": part[order]})
