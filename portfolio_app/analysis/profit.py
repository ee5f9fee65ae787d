"""What each client leaves once everything it costs is taken off: small income statements, and the whale curve.

Amounts in money units (int64). Whatever the costs of goods are known of is told apart from the rest: a result is
given only where they are all known, or where the rest was estimated because somebody asked for that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from portfolio_app.analysis.by_client import BEGINNING, Integers
from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.frames import BookFrames, days_of

YEAR = 365
SERVICE = ("delivery", "time", "visits", "acquisition", "late")
"""What serving a client costs, in the order of a statement."""
COLUMNS = (
    "gross", "discounts", "returns", "revenue", "known", "cost", "estimated", "margin", *SERVICE,
    "orders", "minutes", "journeys", "unmeasured", "unknown_lines",
)  # fmt: skip
"""The columns of whole numbers of a table of statements; see `statements`."""


@dataclass(frozen=True)
class Statement:
    """An income statement. Amounts in money units, costs above zero.

    gross - discounts - returns = revenue. `known`: the part of the revenue whose cost of goods is known, `cost` that
    cost; `estimated`: the estimated cost of the rest, 0 where none was asked for. `margin`: what is left of the known
    part, of all of it with the estimate. `result`: margin less delivery, time, visits, acquisition and late payment;
    None where a cost of goods is not known. `own_result`: the sum over the clients whose result is known.
    `clients` is how many there are, `unknown_clients` of them without a result. `unmeasured`: visits to clients whose
    distance is not known, where kilometres cost something.
    """

    gross: int = 0
    discounts: int = 0
    returns: int = 0
    revenue: int = 0
    known: int = 0
    cost: int = 0
    estimated: int = 0
    margin: int = 0
    delivery: int = 0
    time: int = 0
    visits: int = 0
    acquisition: int = 0
    late: int = 0
    orders: int = 0
    minutes: int = 0
    journeys: int = 0
    unmeasured: int = 0
    unknown_lines: int = 0
    clients: int = 0
    unknown_clients: int = 0
    own_result: int = 0

    @property
    def service(self) -> int:
        """What serving costs, in all."""
        return self.delivery + self.time + self.visits + self.acquisition + self.late

    @property
    def result(self) -> int | None:
        """What is left, None where that is not known."""
        return None if self.unknown_clients else self.margin - self.service

    @property
    def has_margin(self) -> bool:
        """Whether a margin can be told at all: of some line the cost is known or estimated, or nothing was sold."""
        return bool(self.known or self.cost or self.estimated or not self.unknown_lines)

    @property
    def known_share(self) -> float | None:
        """The part of the revenue whose cost is known; None without revenue."""
        return self.known / self.revenue if self.revenue > 0 else None

    @property
    def margin_rate(self) -> float | None:
        """The margin as a part of the revenue it was made on."""
        base = self.revenue if self.estimated else self.known
        return self.margin / base if base > 0 else None


@dataclass(frozen=True)
class Whale:
    """The clients whose result is known, most profitable first, and what adds up.

    `table`: client_id, result, cumulated. `peak`: the most that adds up, after `peak_clients` of them; `final`: all of
    them together. `losing` clients have a result below zero, `lost` in all (below zero). `left_out` clients and
    `left_out_revenue`: those whose result is not known.
    """

    table: pd.DataFrame
    peak: int
    peak_clients: int
    final: int
    losing: int
    lost: int
    left_out: int
    left_out_revenue: int


def statements(
    facts: SaleFacts,
    frames: BookFrames,
    discounts: pd.DataFrame,
    as_of: date,
    window_days: int | None,
    *,
    late_rate: float,
    rate: float | None = None,
) -> pd.DataFrame:
    """One row per client with a sale or a cost in (as_of - window_days, as_of], indexed by client_id; None: all time.

    Columns `COLUMNS` (int64) as the fields of `Statement`, `result` (float64, NaN where a cost of goods is not known)
    and `is_buyer`: whether there was a sale by `as_of`. `frames` are of the same day and window; `discounts` has
    client_id, date and what was taken off lines that are not negative. What late payment costs is `late_rate` a year
    on what was overdue, day by day. `rate`: the margin rate to estimate unknown costs of goods by; None: do not.

    What winning the client cost counts in the window in which the relationship began: on the earlier of client_since
    and the first sale, else the day it came into the book.
    """
    today = np.datetime64(as_of, "D").astype(np.int64)
    start = BEGINNING if window_days is None else today - window_days
    index = pd.Index(frames.clients["client_id"].to_numpy(np.int64), name="client_id")
    sold, has_lines, is_buyer = _sold(facts, index, start, today)
    out = pd.DataFrame(0, index=index, columns=list(COLUMNS), dtype=np.int64)
    for name, values in sold.items():
        out[name] = values
    out["discounts"] = _summed(index, discounts, start, today)
    out["gross"] = out["revenue"] + out["returns"] + out["discounts"]
    if rate is not None:
        rest = out["revenue"] - out["known"]
        out["estimated"] = np.round(rest.to_numpy(np.float64) * (1 - rate)).astype(np.int64)
        out["margin"] += rest - out["estimated"]
    _serve(out, frames)
    out["acquisition"] = _acquired(frames, index, facts, start, today)
    out["late"] = _late(facts, index, start, today, late_rate)
    result = (out["margin"] - out[list(SERVICE)].sum(axis=1)).astype(np.float64)
    if rate is None:
        result[out["unknown_lines"] > 0] = np.nan
    out["result"] = result
    out["is_buyer"] = is_buyer
    happened = has_lines | (out[list(SERVICE)].to_numpy() != 0).any(axis=1)
    happened |= (out[["minutes", "journeys"]].to_numpy() != 0).any(axis=1)
    return out[happened]


def total(table: pd.DataFrame) -> Statement:
    """The statement of all the clients of a table."""
    sums = table[list(COLUMNS)].sum()
    result = table["result"]
    return Statement(
        **{name: int(sums[name]) for name in COLUMNS},
        clients=len(table),
        unknown_clients=int(result.isna().sum()),
        own_result=int(result.sum()),
    )


def by_label(table: pd.DataFrame, labels: pd.Series) -> dict[str, Statement]:
    """The statement of the clients of each label; those without one are left out."""
    of = labels.reindex(table.index)
    return {str(label): total(part) for label, part in table.groupby(of, sort=False, observed=True)}


def book_rate(facts: SaleFacts, as_of: date, window_days: int | None) -> float | None:
    """The book's margin as a part of the revenue whose cost is known, in the window, else ever; None without any."""
    today = np.datetime64(as_of, "D").astype(np.int64)
    for start in (BEGINNING if window_days is None else today - window_days, BEGINNING):
        begin, end = facts.lines.until(facts.day, start), facts.lines.until(facts.day, today)
        known, margin = (
            int((facts.sums[name][end] - facts.sums[name][begin]).sum()) for name in ("known", "margin")
        )
        if known > 0:
            return margin / known
    return None


def whale(table: pd.DataFrame) -> Whale:
    """The whale curve of the clients of a table of statements; ties stand in the order of the table."""
    known = table[table["result"].notna()]
    result = known["result"].to_numpy(np.float64).astype(np.int64)
    by = np.argsort(-result, kind="stable")
    result = result[by]
    cumulated = np.cumsum(result)
    # Clients with a result of zero change nothing: the peak is reached without them.
    peak_clients = int((result > 0).sum())
    return Whale(
        table=pd.DataFrame(
            {"client_id": known.index.to_numpy()[by], "result": result, "cumulated": cumulated}
        ),
        peak=int(cumulated[peak_clients - 1]) if peak_clients else 0,
        peak_clients=peak_clients,
        final=int(cumulated[-1]) if len(cumulated) else 0,
        losing=int((result < 0).sum()),
        lost=int(result[result < 0].sum()),
        left_out=len(table) - len(known),
        left_out_revenue=int(table.loc[table["result"].isna(), "revenue"].sum()),
    )


def _sold(
    facts: SaleFacts, index: pd.Index, start: np.int64, today: np.int64
) -> tuple[dict[str, Integers], NDArray[np.bool_], NDArray[np.bool_]]:
    """What the lines of the window say, by client; who has one; and who has one by the end of it."""
    place = pd.Index(facts.clients).get_indexer(index)
    found = place >= 0
    begin = facts.lines.starts if start == BEGINNING else facts.lines.until(facts.day, start)
    end = facts.lines.until(facts.day, today)

    def of(values: Integers) -> Integers:
        return np.where(found, np.append(values, 0)[place], 0)

    sums = {name: values[end] - values[begin] for name, values in facts.sums.items()}
    lines = {
        "returns": of(-sums["returned"]),
        "revenue": of(sums["revenue"]),
        "known": of(sums["known"]),
        "cost": of(sums["known"] - sums["margin"]),
        "margin": of(sums["margin"]),
        "orders": of(facts.ordered.count(start, today)),
        "unknown_lines": of(sums["unknown"]),
    }
    return lines, of(end - begin) > 0, of(end - facts.lines.starts) > 0


def _summed(index: pd.Index, rows: pd.DataFrame, start: np.int64, today: np.int64) -> Integers:
    day = days_of(rows["date"]).astype(np.int64)
    place = index.get_indexer(rows["client_id"].to_numpy(np.int64))
    inside = (day > start) & (day <= today) & (place >= 0)
    out = np.zeros(len(index), dtype=np.int64)
    np.add.at(out, place[inside], rows["discount"].to_numpy(np.int64)[inside])
    return out


def _serve(out: pd.DataFrame, frames: BookFrames) -> None:
    """Puts in the time, the visits and the deliveries, at the costs the user set."""
    costs = frames.costs
    touches = frames.touches.set_index("client_id").reindex(out.index)
    minutes, journeys = (
        touches[name].fillna(0).to_numpy(np.int64) for name in ("minutes_window", "visits_window")
    )
    distance = frames.clients["visit_km"].to_numpy(np.float64)
    out["minutes"], out["journeys"] = minutes, journeys
    if costs.per_km is not None:
        out["unmeasured"] = np.where(np.isnan(distance), journeys, 0)
    travel = (costs.per_visit or 0) + np.nan_to_num(distance) * (costs.per_km or 0)
    out["time"] = np.round(minutes * ((costs.per_hour or 0) / 60)).astype(np.int64)
    out["visits"] = np.round(journeys * travel).astype(np.int64)
    out["delivery"] = out["orders"] * (costs.per_order or 0)


def _acquired(
    frames: BookFrames, index: pd.Index, facts: SaleFacts, start: np.int64, today: np.int64
) -> Integers:
    """What winning the clients cost whose relationship began in the window."""
    cost = frames.clients["acquisition_cost"].to_numpy(np.float64)
    since = days_of(frames.clients["client_since"])
    first = np.full(len(index), np.datetime64("NaT", "D"))
    bought = facts.paid.total(facts.paid_day <= today) > 0
    place = index.get_indexer(facts.clients[bought])
    days = facts.paid_day[facts.paid.starts[bought]].astype("datetime64[D]")
    first[place[place >= 0]] = days[place >= 0]
    began = np.fmin(since, first)
    began = np.where(np.isnat(began), days_of(frames.clients["created_on"]), began)
    inside = ~np.isnat(began) & ~np.isnan(cost)
    inside[inside] &= (began[inside].astype(np.int64) > start) & (began[inside].astype(np.int64) <= today)
    return np.where(inside, np.nan_to_num(cost), 0).astype(np.int64)


def _late(facts: SaleFacts, index: pd.Index, start: np.int64, today: np.int64, late_rate: float) -> Integers:
    """What waiting for overdue money cost in the window; money paid back early sets nothing off."""
    lines = facts.payable
    until = np.minimum(lines.paid, today)
    since = np.maximum(lines.due, start)
    rows = np.flatnonzero((lines.day <= today) & (until > since))
    waited = lines.amount[rows].astype(np.float64) * (until[rows] - since[rows])
    owed = np.bincount(lines.client[rows], waited, minlength=len(facts.clients))
    cost = np.round(np.maximum(owed, 0) * (late_rate / YEAR)).astype(np.int64)
    place = pd.Index(facts.clients).get_indexer(index)
    return np.where(place >= 0, np.append(cost, 0)[place], 0)
