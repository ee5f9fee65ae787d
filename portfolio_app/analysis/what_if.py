"""One client as it would be on other days, or after one more order: what the rules would say of it then.

No rule and no formula is known here. The client's own records are laid out once for each case, moved in time so that
its day falls on today, and all cases go through `analysis.metrics` together, as if each were a client. Where a
figure compares it with the other clients (rank, share, scores, percentiles), these stay as they stand today.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Literal

import numpy as np
import pandas as pd

from portfolio_app.analysis.columns import Column
from portfolio_app.analysis.facts import SaleFacts, TouchFacts
from portfolio_app.analysis.frames import LINE_COLUMNS, BookFrames, conform
from portfolio_app.analysis.indicators import Aligned, Sheet
from portfolio_app.analysis.metrics import metrics
from portfolio_app.analysis.rhythm import Pace, apply
from portfolio_app.analysis.rules import (
    All,
    AnyOf,
    Condition,
    Not,
    Percentile,
    Rule,
    metrics_used,
    threshold,
)
from portfolio_app.analysis.segments import SegmentSpec, first_match, parse_segments
from portfolio_app.analysis.standing import COMPARED, Standing

_SINCE = {"client_id", "created_on", "client_since", "birth_date"}
"""What is asked of a client's description whatever the rules are."""
UNIT = 1_000_000
"""Money units of one currency unit."""
_MANY, _AT_LEAST = 10, 100_000 * UNIT


@dataclass(frozen=True)
class Records:
    """One client's own records: `lines` as `SaleFacts.from_lines` takes them, `touches` as `TouchFacts` does."""

    client_id: int
    lines: pd.DataFrame
    touches: pd.DataFrame


@dataclass(frozen=True)
class Case:
    """A day to come on which nothing new has happened, or only one thing: on the day `since`

    "order": one more order of `amount` money units, at the client's usual margin; "resolve_complaint": the
    open ones are resolved; "pay": what is due by then is paid.
    """

    day: date
    event: Literal["", "order", "resolve_complaint", "pay"] = ""
    since: date | None = None
    amount: int = 0


class WhatIf:
    """One client of a book known on `as_of`, whose segment can be asked for other cases.

    `frames`: the whole book on `as_of` over `window_days`; `pace`: what it says of rhythms that day; `columns`:
    what rules may ask for where the book has fields of its own. Raises RuleError for bad rules and KeyError
    when the client is not known on `as_of`.
    """

    def __init__(
        self,
        frames: BookFrames,
        records: Records,
        segments: Sequence[SegmentSpec],
        as_of: date,
        pace: Pace,
        columns: Mapping[str, Column] | None = None,
        window_days: int = 365,
    ) -> None:
        self.as_of, self._today, self._window = as_of, np.datetime64(as_of, "s"), window_days
        self._client, self._pace, self._frames = records.client_id, pace, frames
        parsed = parse_segments(segments, columns)
        used = metrics_used([rule for _, rule in parsed if rule is not None])
        self._own, self._compared = used - COMPARED, frozenset(used & COMPARED)
        self._sheet = Sheet(frames, as_of, used)
        if self._client not in self._sheet.ids:
            raise KeyError(self._client)
        self._standing = Standing(self._sheet, self._client)
        self._derived: dict[str, Condition] = {}
        self._rules = [(code, None if rule is None else self._plain(rule)) for code, rule in parsed]
        self._positive: dict[str, np.ndarray] = {}
        self._distances: dict[tuple[str, float], float] = {}
        self._alone = _only(frames, self._client, as_of, _SINCE | self._own)
        self._lines, self._touches = _until(records, as_of)

    @cached_property
    def has_open_complaint(self) -> bool:
        """Whether a complaint is open today."""
        return bool((self._touches["complaint"].astype(bool) & self._touches["resolved_on"].isna()).any())

    def owes(self, day: date) -> bool:
        """Whether something unpaid today is due by that day."""
        return bool((self._lines["paid_on"].isna() & (self._lines["due_on"] <= pd.Timestamp(day))).any())

    @cached_property
    def most(self) -> int:
        """An amount, in money units, beyond which no order is worth thinking of: ten of the largest revenues."""
        revenue = self._frames.sales[["revenue_window", "revenue_previous"]].to_numpy(np.int64)
        return max(_MANY * int(revenue.max(initial=0)), _AT_LEAST)

    @cached_property
    def usual_order(self) -> int:
        """An amount like those of the client's sales, in money units."""
        bought = self._lines["amount"][self._lines["amount"] > 0]
        return int(bought.median()) if len(bought) else UNIT

    def segments(self, cases: Sequence[Case]) -> list[str]:
        """The code of the segment the rules say in each of these cases."""
        ahead = np.array([case.day for case in cases], dtype="datetime64[s]") - self._today
        lines, touches = self._after(cases)
        frames = self._moved(lines, touches, ahead)
        table = metrics(frames, self.as_of, self._window, only=self._own)
        if self._compared:
            table = table.join(self._compare(frames.sales, ahead))
        for name, condition in self._derived.items():
            table[name] = self._derive(name, condition, table[condition.metric], ahead)
        return first_match(self._rules, table, self.as_of).tolist()

    def _moved(self, lines: pd.DataFrame, touches: pd.DataFrame, ahead: np.ndarray) -> BookFrames:
        """The frames of the cases as of today, every date so much earlier as the day of the case is later."""
        sales = SaleFacts.from_lines(_shifted(lines, -ahead))
        period = (self.as_of, self._window)
        rows = {
            name: _shifted(_repeated(getattr(self._alone, name), len(ahead)), -ahead)
            for name in ("clients", "follow_ups", "deals", "surveys")
        }

        def rhythm() -> pd.DataFrame:
            # The season goes by the true dates.
            true = SaleFacts.from_lines(lines)
            days = (self._today + ahead).astype("datetime64[D]").astype(np.int64)[true.clients]
            return _shifted(apply(self._pace, true, days), -ahead)

        return replace(
            self._alone,
            **rows,
            sales=sales.aggregate(*period),
            touches=TouchFacts.from_rows(_shifted(touches, -ahead)).aggregate(*period),
            breadth=lambda: sales.breadth(*period),
            trend=lambda: sales.trend(*period),
            payments=lambda: sales.payments(*period),
            rhythm=rhythm,
            gaps=None,
        )

    def _after(self, cases: Sequence[Case]) -> tuple[pd.DataFrame, pd.DataFrame]:
        """The client's lines and touches in each case, the case standing for the client."""
        lines, touches = (_repeated(table, len(cases)) for table in (self._lines, self._touches))
        since = np.array([case.since for case in cases], dtype="datetime64[s]")
        event = np.array([case.event for case in cases])
        if "pay" in event:
            case = lines["client_id"].to_numpy(np.int64)
            paid = (event[case] == "pay") & lines["paid_on"].isna() & (lines["due_on"] <= since[case])
            lines["paid_on"] = lines["paid_on"].mask(paid, pd.Series(since[case]))
        if "resolve_complaint" in event:
            case = touches["client_id"].to_numpy(np.int64)
            open_still = touches["complaint"].astype(bool) & touches["resolved_on"].isna()
            resolved = (event[case] == "resolve_complaint") & open_still
            touches["resolved_on"] = touches["resolved_on"].mask(resolved, pd.Series(since[case]))
        if "order" in event:
            orders = self._orders(np.flatnonzero(event == "order"), cases)
            lines = pd.concat([lines, orders], ignore_index=True)
        return lines, touches

    def _orders(self, chosen: np.ndarray, cases: Sequence[Case]) -> pd.DataFrame:
        """The orders of these cases, their cost in proportion to what the client's other lines cost."""
        costed = self._lines[self._lines["cost"].notna()]
        sold, spent = int(costed["amount"].sum()), int(costed["cost"].sum())
        # An order of its own, whatever references the client's orders have.
        reference = "+" + max(self._lines["order_reference"], key=len, default="")
        rows = [
            {
                "client_id": place,
                "date": cases[place].since,
                "order_reference": reference,
                "amount": cases[place].amount,
                "cost": round(cases[place].amount * (spent / sold)) if sold > 0 else None,
            }
            for place in chosen.tolist()
        ]
        return conform(pd.DataFrame(rows, columns=list(LINE_COLUMNS)), LINE_COLUMNS)

    def _compare(self, sales: pd.DataFrame, ahead: np.ndarray) -> pd.DataFrame:
        """The compared figures of each case: its sales, as they are dated, among the others as they stand."""
        own = Aligned(np.arange(len(ahead)), _shifted(sales, ahead))
        return pd.DataFrame(self._standing.figures(own, self._compared))

    def _plain(self, rule: Rule) -> Rule:
        """The rule without what is not the same for every case: percentiles, and dates that do not move.

        Such a comparison is made with a column of its own: the distance to the percentile, or the true date.
        """
        match rule:
            case All(parts):
                return All(tuple(self._plain(part) for part in parts))
            case AnyOf(parts):
                return AnyOf(tuple(self._plain(part) for part in parts))
            case Not(part):
                return Not(self._plain(part))
            case Condition(metric, "between", (low, high)) if _is_special(low) or _is_special(high):
                limits = Condition(metric, ">=", low), Condition(metric, "<=", high)
                return All(tuple(self._plain(limit) for limit in limits))
            case Condition(metric, op, value) if _is_special(value):
                name = f"{metric} against {value}" if isinstance(value, Percentile) else f"{metric} as dated"
                self._derived[name] = rule
                return Condition(name, op, 0 if isinstance(value, Percentile) else value)
        return rule

    def _derive(self, name: str, condition: Condition, column: pd.Series, ahead: np.ndarray) -> pd.Series:
        if not isinstance(condition.value, Percentile):
            return column + ahead[column.index]
        return column.astype(np.float64).map(lambda value: self._distance(name, condition, value))

    def _distance(self, name: str, condition: Condition, value: float) -> float:
        """How far a figure of the client is above the percentile that the others then have with it."""
        if np.isnan(value):
            return value
        if (name, value) not in self._distances:
            others = self._positive_others(condition.metric)
            limit = threshold(condition, pd.Series(np.append(others, value)), self.as_of)
            # Without a percentile to compare with, nothing holds: as of a missing figure.
            self._distances[name, value] = value - limit if isinstance(limit, float) else np.nan
        return self._distances[name, value]

    def _positive_others(self, metric: str) -> np.ndarray:
        """The figures above zero of the others, sorted: percentiles are soon found in these."""
        if metric not in self._positive:
            figures = np.asarray(self._sheet[metric], dtype=np.float64)[self._sheet.ids != self._client]
            self._positive[metric] = np.sort(figures[figures > 0])
        return self._positive[metric]


def _is_special(value: Any) -> bool:
    parts: Iterable[Any] = value if isinstance(value, tuple) else (value,)
    return any(isinstance(part, (Percentile, date)) for part in parts)


def _repeated(table: pd.DataFrame, times: int) -> pd.DataFrame:
    """The table so many times over, each time for another client: 0, 1, 2..."""
    if table.empty:
        return table.reset_index(drop=True)
    rows = np.tile(np.arange(len(table)), times)
    return table.iloc[rows].assign(client_id=np.repeat(np.arange(times), len(table))).reset_index(drop=True)


def _shifted(table: pd.DataFrame, by: np.ndarray) -> pd.DataFrame:
    """The table with every date later by what is said for its client."""
    if table.empty or not by.any():
        return table
    moved = by[table["client_id"].to_numpy(np.int64)]
    dates = [name for name in table.columns if table[name].dtype.kind == "M"]
    return table.assign(**{name: table[name] + moved for name in dates})


def _until(records: Records, as_of: date) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The records as known on that day: nothing later, and nothing paid or resolved later."""
    day = pd.Timestamp(as_of)
    lines = records.lines[records.lines["date"] <= day]
    touches = records.touches[records.touches["day"] <= day]
    return (
        lines.assign(paid_on=lines["paid_on"].where(lines["paid_on"] <= day)),
        touches.assign(resolved_on=touches["resolved_on"].where(touches["resolved_on"] <= day)),
    )


def _only(frames: BookFrames, client: int, as_of: date, described: Collection[str]) -> BookFrames:
    """The frames of that client alone, but for its sales and touches; what is dated later is not there.

    Of its description only some columns.
    """
    day = pd.Timestamp(as_of)

    def of_client(table: pd.DataFrame) -> pd.DataFrame:
        return table[table["client_id"] == client]

    deals, surveys = of_client(frames.deals), of_client(frames.surveys)
    deals = deals[deals["opened_on"] <= day]
    open_still = ~(deals["closed_on"] <= day)
    return replace(
        frames,
        clients=of_client(frames.clients)[[name for name in frames.clients.columns if name in described]],
        follow_ups=of_client(frames.follow_ups),
        deals=deals.assign(status=deals["status"].mask(open_still, "open")),
        surveys=surveys[surveys["on"] <= day],
    )
