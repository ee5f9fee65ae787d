"""Silent former buyers: what they brought in their last year, and what became of clients who were as silent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from portfolio_app.analysis.columns import LATE
from portfolio_app.analysis.facts import SaleFacts

Integers = NDArray[np.int64]

YEAR = 365
SILENT_DAYS = 180
"""A shorter silence is a matter for the next contact; nobody has to be won back yet."""
BY_DAYS = (0, 180, 365, 730)
"""Days of silence from which silences are alike, of clients without a rhythm of their own; the last has no end."""
BY_RHYTHM = (0, 2, 4, 8, 16)
"""The same in usual gaps, of those with `MIN_DAYS` purchase days."""
MIN_DAYS = 3
MIN_SILENCES = 10
WIN_BACK_COLUMNS = {
    "client_id": "int64", "own": "float64", "typical": "float64", "chance": "float64", "found": "int64",
    "of": "int64", "amount": "float64", "basis": "str",
}  # fmt: skip


def silent(table: pd.DataFrame) -> pd.Series:
    """Who bought and is silent: said to have stopped, or without an order for 180 days, and late by its rhythm.

    Where no rhythm is known, without an order in the window. Whoever closed down is gone for good.
    """
    bought = table["last_sale"].notna() & (table["former_reason"] != "closed_down")
    chance = table["p_overdue"]
    late = (chance < LATE) | (chance.isna() & (table["orders_window"] == 0))
    return bought & ((table["status"] == "former") | (late & (table["recency_days"] > SILENT_DAYS)))


def win_backs(table: pd.DataFrame, facts: SaleFacts, as_of: date) -> pd.DataFrame:
    """Rows of `WIN_BACK_COLUMNS` for the `silent`; NaN amount and chance where no silence like it is known.

    own: days of silence; typical: what they brought in the 365 days up to their last order (money units); chance:
    found of the clients `of` who, a year ago, had been silent about as long, ordered in the year since (basis
    "silences"); where fewer than `MIN_SILENCES` had, the same of all who had been silent for 180 days ("long"); where
    these are too few, the chance to be still a client, if known ("active"). amount = chance x typical x what those
    who came back brought then, as a part of what they used to, at most 1.
    """
    chosen = table[silent(table)]
    last_year = _last_year(facts, as_of)
    typical = last_year.reindex(chosen.index).fillna(0.0).to_numpy(np.float64)
    past = returned(facts, as_of)
    _, bands = _silences(facts, np.datetime64(as_of, "D").astype(np.int64))
    band = pd.Series(bands, index=facts.clients).reindex(chosen.index).fillna(0).to_numpy(np.int64)
    alike = past.of[band] >= MIN_SILENCES
    found = np.where(alike, past.found[band], past.long_found)
    of = np.where(alike, past.of[band], past.long_of)
    known = of >= MIN_SILENCES
    active = chosen["p_active"].to_numpy(np.float64) if "p_active" in chosen else np.full(len(chosen), np.nan)
    chance = np.where(known, found / np.maximum(of, 1), active)
    basis = np.where(alike, "silences", np.where(known, "long", np.where(np.isnan(active), "", "active")))
    rows = pd.DataFrame(
        {
            "client_id": chosen.index.to_numpy(),
            "own": chosen["recency_days"].to_numpy(np.float64),
            "typical": typical,
            "chance": chance,
            "found": np.where(known, found, 0),
            "of": np.where(known, of, 0),
            "amount": chance * typical * past.kept,
            "basis": basis,
        }
    )
    return rows[rows["typical"] > 0].astype(WIN_BACK_COLUMNS).reset_index(drop=True)


@dataclass(frozen=True)
class Returned:
    """Of the clients silent a year before: how many ordered since (`found`) of how many (`of`), by kind of silence.

    `long_found`, `long_of`: of all who had been silent for 180 days. `kept`: what these brought since, as a part of
    what they had brought in their last year, at most 1; 1 where fewer than `MIN_SILENCES` came back.
    """

    found: Integers
    of: Integers
    long_found: int
    long_of: int
    kept: float


def returned(facts: SaleFacts, as_of: date) -> Returned:
    """What became, by `as_of`, of the silences of the year before."""
    today = np.datetime64(as_of, "D").astype(np.int64)
    before, bands = _silences(facts, today - YEAR)
    since = facts.paid.until(facts.paid_day, today)
    known = before > facts.paid.starts
    back = known & (since > before)
    long = known.copy()
    long[known] = facts.paid_day[before[known] - 1] < today - YEAR - SILENT_DAYS
    kept, late = 1.0, back & long
    if late.sum() >= MIN_SILENCES:
        used_to = _last_year(facts, as_of - timedelta(days=YEAR)).reindex(facts.clients[late]).sum()
        begin, end = (facts.lines.until(facts.day, day)[late] for day in (today - YEAR, today))
        brought = facts.sums["revenue"][end] - facts.sums["revenue"][begin]
        kept = float(np.clip(brought.sum() / used_to, 0.0, 1.0)) if used_to > 0 else 1.0
    kinds = len(BY_DAYS) + len(BY_RHYTHM)
    found, of = (np.bincount(bands[those], minlength=kinds) for those in (back, known))
    return Returned(found, of, int(late.sum()), int(long.sum()), kept)


def _silences(facts: SaleFacts, day: np.int64) -> tuple[Integers, Integers]:
    """By client, where the purchase days up to a day end, and which kind of silence it is in on that day.

    First the kinds of `BY_DAYS`, then those of `BY_RHYTHM`; 0 for those who had not bought.
    """
    ends = facts.paid.until(facts.paid_day, day)
    count = ends - facts.paid.starts
    bands = np.zeros(len(count), dtype=np.int64)
    some = np.flatnonzero(count > 0)
    last, first = facts.paid_day[ends[some] - 1], facts.paid_day[facts.paid.starts[some]]
    silence = day - last
    bands[some] = np.searchsorted(BY_DAYS, silence, side="right") - 1
    steady = count[some] >= MIN_DAYS
    gap = (last - first)[steady] / (count[some][steady] - 1)
    bands[some[steady]] = len(BY_DAYS) + np.searchsorted(BY_RHYTHM, silence[steady] / gap, side="right") - 1
    return ends, bands


def _last_year(facts: SaleFacts, as_of: date) -> pd.Series:
    """By client, the revenue of the 365 days up to the last purchase day by `as_of`, in money units."""
    today = np.datetime64(as_of, "D").astype(np.int64)
    count = facts.paid.until(facts.paid_day, today)
    some = count > facts.paid.starts
    last = facts.paid_day[count[some] - 1]
    lengths = facts.lines.ends - facts.lines.starts
    limit = np.full(len(lengths), -(2**40), dtype=np.int64)
    limit[some] = last
    of_line = np.repeat(limit, lengths)
    counted = (facts.day > of_line - YEAR) & (facts.day <= of_line)
    owner = np.repeat(np.arange(len(lengths)), lengths)
    revenue = np.bincount(owner[counted], facts.amount[counted].astype(np.float64), len(lengths))
    return pd.Series(revenue[some], index=facts.clients[some])
