"""What the queue is woven from: lanes, each with at most one due per client.

Days are numbers since 1970-01-01. `NEVER` as a due day: nothing of that sort; as a limit: it is never late.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from portfolio_app.analysis.agenda import Agenda
from portfolio_app.analysis.frames import BookFrames, days_of
from portfolio_app.analysis.working_days import WorkingDays

Days = NDArray[np.int64]
Flags = NDArray[np.bool_]

FIRST_DAY = np.int64(-719_162)
NEVER = np.int64(2_932_897)
"""The first day of the calendar (year 1), and the day after its last (year 9999)."""
MISSING = np.iinfo(np.int64).min


@dataclass(frozen=True)
class Lane:
    """One sort of due, by client: its day, the limit past which it is late, and the record it is of.

    `record` is the id of that record, which `about` names before a colon ("deal"), -1 for the client itself; of a
    follow-up its row. `several`: who has more than one that is due.
    """

    reason: str
    due: Days
    limit: Days
    record: Days
    several: Flags
    about: str = ""

    def without(self, hidden: Flags) -> Lane:
        """The same lane, empty where `hidden`."""
        return replace(self, due=np.where(hidden, NEVER, self.due))

    def is_empty(self) -> bool:
        """Whether nobody has such a due."""
        return not (self.due < NEVER).any()


def lane(reason: str, due: Days, limit: Days, about: str = "") -> Lane:
    """A lane of dues that are of the clients themselves."""
    n = len(due)
    record, several = np.full(n, -1), np.zeros(n, dtype=bool)
    return Lane(reason, due, np.where(due < NEVER, limit, NEVER), record, several, about)


@dataclass(frozen=True)
class Asked:
    """What is asked for: the book on a day, and by which choices. `metrics` has a column `segment`."""

    metrics: pd.DataFrame
    frames: BookFrames
    cadences: Mapping[str, tuple[int, int] | None]
    today: np.int64
    agenda: Agenda
    working: WorkingDays
    horizon_days: int

    @property
    def n(self) -> int:
        """The number of clients."""
        return len(self.metrics)

    @property
    def horizon(self) -> np.int64:
        """The last day of those that come up soon."""
        return np.int64(self.today + self.horizon_days)

    @cached_property
    def living(self) -> Flags:
        """Who is not a former client."""
        return ~says(self.metrics["status"], "former")

    @cached_property
    def names(self) -> np.ndarray:
        """The clients' names."""
        found: np.ndarray = self.metrics["client_name"].to_numpy(dtype=object)
        return found

    def places(self, client_id: pd.Series | Days) -> Days:
        """The place of each of these clients among the metrics, -1 where it has none."""
        ids = pd.Index(np.asarray(client_id, dtype=np.int64))
        found: Days = self.metrics.index.get_indexer(ids).astype(np.int64)
        return found

    def days(self, name: str) -> Days:
        """A date column of the metrics; `MISSING` where it is not known."""
        return numbers(self.metrics[name])

    def described(self, name: str) -> pd.Series:
        """A column of the clients' own table, in the order of the metrics."""
        return self.frames.clients[name].iloc[self._rows]

    @cached_property
    def _rows(self) -> Days:
        ids = self.frames.clients["client_id"].to_numpy()
        found: Days = pd.Index(ids).get_indexer(self.metrics.index).astype(np.int64)
        return found

    def whole(self, name: str) -> tuple[Days, Flags]:
        """A column of whole numbers of the clients' own table, and where it is known; 0 elsewhere."""
        column = self.described(name)
        return column.fillna(0).to_numpy(np.int64), column.notna().to_numpy(dtype=bool)

    def roll(self, day: Days) -> Days:
        """Each day, or the first working day after it; `NEVER` stays."""
        known = day < NEVER
        out = day.copy()
        out[known] = self.working.roll(day[known].astype("datetime64[D]")).astype(np.int64)
        return out

    def strongest(self, reason: str, client: Days, due: Days, limit: Days, record: Days, about: str) -> Lane:
        """Of several dues of a client the one to show: among those due the earliest limit, else the earliest day.

        `client`: the place of each due's client.
        """
        key = np.where(due <= self.today, limit - 2 * NEVER, due)
        order = np.lexsort((record, key))[::-1]
        first = lane(reason, np.full(self.n, NEVER), np.full(self.n, NEVER), about)
        first.due[client[order]] = due[order]
        first.limit[client[order]] = limit[order]
        first.record[client[order]] = record[order]
        now = np.bincount(client[due <= self.today], minlength=self.n)
        return replace(first, several=now > 1)


def says(column: pd.Series, word: str) -> Flags:
    """Where a column of texts is that word; pandas itself looks for missing ones first."""
    found: Flags = column.to_numpy(dtype=object) == word
    return found


def numbers(column: pd.Series) -> Days:
    """A date column as day numbers; `MISSING` where there is none."""
    return days_of(column).astype(np.int64)


def number(day: date) -> np.int64:
    """A day as a number."""
    return np.int64(np.datetime64(day, "D").astype(np.int64))


def ids_about(about: pd.Series | np.ndarray, word: str) -> Days:
    """The id each text names ("deal:12" for the word "deal"), -1 where it names none of that sort."""
    texts = np.asarray(about, dtype=object)
    found = (text.removeprefix(f"{word}:") if text.startswith(f"{word}:") else "" for text in texts)
    numbers = [int(text) if text.isascii() and text.isdigit() and len(text) < 18 else -1 for text in found]
    return np.array(numbers, dtype=np.int64)
