"""The queue: whom to contact, when and why, one line per client.

Three things make a client due. What they are, with the day each is due and the limit past which it is late:

- **reminder**: an open or waiting follow-up of the user's; due and limit on its day.
- **cadence**: the rhythm of the client's segment; due `ideal_days` after the last touch, limit
  `max_days` after it. The last touch is the last interaction or completed follow-up; without any, the
  last sale counts (`touch_is_order`); without a sale either, the client is **never_touched**: due at once,
  since `created_on`. Former clients have no cadence. An open follow-up with the reason `cadence` is a
  snooze: it takes the place of the computed cadence, due and limit on its day, until it is closed.
- **complaint**: a complaint open for more than 7 days; due and limit on the seventh day. A snooze or a
  waiting follow-up still to come silences it until then.

What is due (today or before) comes before what is not. Several that are due fold into one line: the
earliest limit first, the others in `other_reasons`. A computed cadence yields to a follow-up due on or
before its limit or within the horizon (unless both are due now, then they fold). Otherwise the earliest
day wins. A waiting follow-up keeps its own bucket until its day comes and hides a cadence not yet due.

Priority orders the lines of a bucket:

    priority = urgency * stake
    urgency  = 1 + days_late / max_days, between 0.1 and 4   (max_days: of the segment's cadence, else 30)
    stake    = 1 + log2(1 + revenue_window / median revenue_window of the clients above zero)

so a client of median revenue weighs twice one without, and a cadence at its limit about twice one just due.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from portfolio_app.analysis.frames import DATE, days_of
from portfolio_app.analysis.ranking import break_ties

BUCKETS = ("overdue", "today", "week", "later", "waiting")
REASONS = ("reminder", "cadence", "never_touched", "complaint")
COMPLAINT_DAYS = 7
DEFAULT_SPAN = 30

QUEUE_COLUMNS: dict[str, str] = {  # column -> dtype
    "client_id": "int64",
    "client_name": "object",
    "segment": "object",
    "follow_up_id": "Int64",
    "due_on": DATE,
    "limit_on": DATE,
    "days_late": "int64",
    "bucket": "object",
    "reason": "object",
    "days_since_touch": "Int64",
    "last_touch": DATE,
    "ideal_days": "Int64",
    "max_days": "Int64",
    "title": "object",
    "due_time": "object",
    "touch_is_order": "bool",
    "other_reasons": "object",
    "kind": "object",
    "at_stake": "int64",
    "priority": "float64",
}

_NEVER = np.int64(4_000_000)
"""A day number far past any date: nothing of that sort."""
_MISSING = np.iinfo(np.int64).min


def queue(
    metrics: pd.DataFrame,
    follow_ups: pd.DataFrame,
    cadences: Mapping[str, tuple[int, int] | None],
    as_of: date,
    horizon_days: int = 7,
) -> pd.DataFrame:
    """The queue on `as_of`: at most one row per client, best first.

    `metrics` is the per-client table with a `segment` column, `follow_ups` that of `BookFrames`,
    `cadences` segment code -> (ideal days, maximum days); a segment that is not there has no cadence.

    Columns: client_id, client_name, segment; follow_up_id (NA when computed); due_on, limit_on;
    days_late = as_of - due_on (negative: still to come); bucket: overdue (past limit_on), today (due),
    week (within `horizon_days`), later, waiting; reason (`REASONS`) with what to say about it:
    last_touch and days_since_touch (the sale when `touch_is_order`), ideal_days and max_days (NA without
    a cadence), title, due_time and kind of the follow-up ("" when computed); other_reasons: tuple of the
    other reasons that are due; at_stake: revenue in the window (money units, not below zero); priority.
    Ordered by bucket, then priority, then name.
    """
    today = np.int64(np.datetime64(as_of, "D").astype(np.int64))
    plans = _plans(metrics, follow_ups, today)
    cadence = _cadence(metrics, cadences)
    complaint = _complaint_due(metrics, plans, today)
    hidden = _cadence_yields(plans, cadence, today, horizon_days)
    computed = np.where(hidden, _NEVER, cadence.due)
    due = np.stack([plans.reminder, plans.snooze, plans.waiting, computed, complaint])
    limit = np.stack([plans.reminder, plans.snooze, plans.waiting, cadence.limit, complaint])
    chosen = _choose(due, limit, today)
    rows = np.flatnonzero(due.min(axis=0) < _NEVER)
    days = _Days.of(
        due[chosen[rows], rows], limit[chosen[rows], rows], chosen[rows] == _WAITING, today, horizon_days
    )
    rows, days, priority = _in_order(metrics, cadence, rows, days)
    picked = chosen[rows]
    table = _lines(metrics, follow_ups, cadence, plans, rows, picked)
    touch = cadence.touch[rows]
    table |= {
        "due_on": days.due.astype("datetime64[D]").astype(DATE),
        "limit_on": days.limit.astype("datetime64[D]").astype(DATE),
        "days_late": days.late,
        "bucket": np.array(BUCKETS, dtype=object)[days.bucket],
        "days_since_touch": _integers(today - touch, touch != _MISSING),
        "other_reasons": _other_reasons(due, plans, cadence, rows, picked, today),
        "priority": priority,
    }
    return pd.DataFrame({name: table[name] for name in QUEUE_COLUMNS}, copy=False)


def none_planned(metrics: pd.DataFrame, queue_frame: pd.DataFrame) -> pd.DataFrame:
    """The clients without any next action: rows of `metrics` that `queue_frame` does not hold.

    Former clients are left out. Largest revenue in the window first, then by name.
    """
    waiting = ~metrics.index.isin(queue_frame["client_id"]) & (metrics["status"] != "former").to_numpy()
    return metrics[waiting].sort_values(["revenue_window", "client_name"], ascending=[False, True])


_REMINDER, _SNOOZE, _WAITING, _CADENCE, _COMPLAINT = range(5)


@dataclass(frozen=True)
class _Plans:
    """Per client: day number of the earliest follow-up of each sort, and its row among the follow-ups.

    `several_due`: more than one reminder is due; `snoozed`: a follow-up stands for the cadence.
    """

    reminder: np.ndarray
    snooze: np.ndarray
    waiting: np.ndarray
    row: np.ndarray
    several_due: np.ndarray
    snoozed: np.ndarray


@dataclass(frozen=True)
class _Days:
    """Per row of the queue: day numbers, days late and the place in `BUCKETS`."""

    due: np.ndarray
    limit: np.ndarray
    late: np.ndarray
    bucket: np.ndarray

    @classmethod
    def of(
        cls, due: np.ndarray, limit: np.ndarray, waiting: np.ndarray, today: np.int64, horizon_days: int
    ) -> _Days:
        late = today - due
        bucket = np.select([waiting, today > limit, late >= 0, late >= -horizon_days], [4, 0, 1, 2], 3)
        return cls(due, limit, late, bucket)

    def take(self, order: np.ndarray) -> _Days:
        return _Days(self.due[order], self.limit[order], self.late[order], self.bucket[order])


@dataclass(frozen=True)
class _Cadence:
    """Per client: due and limit of the computed cadence, and what it is counted from."""

    due: np.ndarray
    limit: np.ndarray
    ideal: np.ndarray
    maximum: np.ndarray
    touch: np.ndarray
    touch_is_order: np.ndarray
    never_touched: np.ndarray


def _plans(metrics: pd.DataFrame, follow_ups: pd.DataFrame, today: np.int64) -> _Plans:
    n = len(metrics)
    client = metrics.index.get_indexer(pd.Index(follow_ups["client_id"].to_numpy(np.int64)))
    day = days_of(follow_ups["due_on"]).astype(np.int64)
    day = np.where(day == _MISSING, today, day)
    order = np.lexsort((follow_ups["follow_up_id"].to_numpy(), _time_rank(follow_ups["due_time"]), day))
    order = order[client[order] >= 0]
    client, day = client[order], day[order]
    for_cadence = (follow_ups["reason"] == "cadence").to_numpy(dtype=bool)[order]
    to_come = (follow_ups["status"] == "waiting").to_numpy(dtype=bool)[order] & (day > today)
    snooze = for_cadence & ~to_come
    reminder = ~snooze & ~to_come
    row = np.full((3, n), -1)
    first = np.full((3, n), _NEVER)
    for sort, among in ((_REMINDER, reminder), (_SNOOZE, snooze), (_WAITING, to_come)):
        places = np.flatnonzero(among)[::-1]
        row[sort, client[places]] = order[places]
        first[sort, client[places]] = day[places]
    due_now = np.bincount(client[reminder & (day <= today)], minlength=n)
    snoozed = np.zeros(n, dtype=bool)
    snoozed[client[for_cadence]] = True
    return _Plans(first[_REMINDER], first[_SNOOZE], first[_WAITING], row, due_now > 1, snoozed)


def _time_rank(due_time: pd.Series) -> np.ndarray:
    """Order of times within a day; "" (the whole day) last."""
    codes, times = pd.factorize(due_time.to_numpy(dtype=object))
    ranks = np.argsort(np.argsort([time or "~" for time in times])) if len(times) else np.zeros(0, dtype=int)
    return ranks[codes] if len(codes) else codes


def _cadence(metrics: pd.DataFrame, cadences: Mapping[str, tuple[int, int] | None]) -> _Cadence:
    codes, names = pd.factorize(metrics["segment"].to_numpy(dtype=object))
    rhythms = [cadences.get(name) for name in names]
    steps = np.array([rhythm or (-1, -1) for rhythm in rhythms], dtype=np.int64).reshape(-1, 2)
    ideal, maximum = steps[codes, 0], steps[codes, 1]
    touched, sold, created = (
        days_of(metrics[name]).astype(np.int64) for name in ("last_touch", "last_sale", "created_on")
    )
    touch_is_order = (touched == _MISSING) & (sold != _MISSING)
    touch = np.where(touch_is_order, sold, touched)
    never = touch == _MISSING
    since = np.where(never, created, touch)
    without = (ideal < 0) | (since == _MISSING) | (metrics["status"] == "former").to_numpy(dtype=bool)
    return _Cadence(
        due=np.where(without, _NEVER, since + np.where(never, 0, ideal)),
        limit=np.where(without, _NEVER, since + np.maximum(ideal, maximum)),
        ideal=ideal,
        maximum=maximum,
        touch=touch,
        touch_is_order=touch_is_order,
        never_touched=never,
    )


def _complaint_due(metrics: pd.DataFrame, plans: _Plans, today: np.int64) -> np.ndarray:
    opened = days_of(metrics["oldest_open_complaint"]).astype(np.int64)
    late = (metrics["complaints_open"].to_numpy() > 0) & (opened != _MISSING)
    late &= today - opened > COMPLAINT_DAYS
    put_off = ((plans.snooze > today) & (plans.snooze < _NEVER)) | (plans.waiting < _NEVER)
    return np.where(late & ~put_off, opened + COMPLAINT_DAYS, _NEVER)


def _cadence_yields(plans: _Plans, cadence: _Cadence, today: np.int64, horizon_days: int) -> np.ndarray:
    """Where the computed cadence makes way for what the user planned."""
    due_now = cadence.due <= today
    planned = np.minimum(plans.reminder, plans.waiting)
    soon = planned <= np.maximum(cadence.limit, today + horizon_days)
    both_due = due_now & (plans.reminder <= today)
    waits = (plans.waiting < _NEVER) & ~due_now
    return plans.snoozed | waits | (soon & (planned < _NEVER) & ~both_due)


def _choose(due: np.ndarray, limit: np.ndarray, today: np.int64) -> np.ndarray:
    """Per client the strongest sort: among those due the earliest limit, else the earliest day."""
    key = np.where(due <= today, limit - 2 * _NEVER, due)
    return np.argmin(np.where(due < _NEVER, key, _NEVER), axis=0)


def _lines(
    metrics: pd.DataFrame,
    follow_ups: pd.DataFrame,
    cadence: _Cadence,
    plans: _Plans,
    rows: np.ndarray,
    picked: np.ndarray,
) -> dict[str, object]:
    """The columns of the queue that describe each client and its follow-up."""
    planned = picked <= _WAITING
    source = np.where(planned, plans.row[np.where(planned, picked, 0), rows], -1)
    reason = np.array(["reminder", "cadence", "reminder", "cadence", "complaint"], dtype=object)[picked]
    reason[(picked == _CADENCE) & cadence.never_touched[rows]] = "never_touched"
    snoozed = np.zeros(len(rows), dtype=bool)
    snoozed[planned] = follow_ups["reason"].to_numpy(dtype=object)[source[planned]] == "cadence"
    reason[snoozed] = "cadence"

    def from_follow_up(name: str) -> np.ndarray:
        out = np.full(len(rows), "", dtype=object)
        out[planned] = follow_ups[name].to_numpy(dtype=object)[source[planned]]
        return out

    ids = np.zeros(len(rows), dtype=np.int64)
    ids[planned] = follow_ups["follow_up_id"].to_numpy(np.int64)[source[planned]]
    ideal, maximum = cadence.ideal[rows], cadence.maximum[rows]
    return {
        "client_id": metrics.index.to_numpy(np.int64)[rows],
        "client_name": metrics["client_name"].to_numpy(dtype=object)[rows],
        "segment": metrics["segment"].to_numpy(dtype=object)[rows],
        "follow_up_id": _integers(ids, planned),
        "reason": reason,
        "last_touch": cadence.touch[rows].astype("datetime64[D]").astype(DATE),
        "ideal_days": _integers(ideal, ideal >= 0),
        "max_days": _integers(maximum, maximum >= 0),
        "title": from_follow_up("title"),
        "due_time": from_follow_up("due_time"),
        "kind": from_follow_up("kind"),
        "touch_is_order": cadence.touch_is_order[rows],
        "at_stake": np.maximum(metrics["revenue_window"].to_numpy(np.int64)[rows], 0),
    }


def _integers(values: np.ndarray, known: np.ndarray) -> pd.arrays.IntegerArray:
    return pd.arrays.IntegerArray(np.where(known, values, 0), ~known)


def _other_reasons(
    due: np.ndarray,
    plans: _Plans,
    cadence: _Cadence,
    rows: np.ndarray,
    picked: np.ndarray,
    today: np.int64,
) -> np.ndarray:
    """Per row the tuple of reasons that are due besides the one shown."""
    is_due = due[:, rows] <= today
    is_due[picked, np.arange(len(rows))] = False
    flags = {
        "reminder": is_due[_REMINDER] | ((picked == _REMINDER) & plans.several_due[rows]),
        "cadence": is_due[_SNOOZE] | (is_due[_CADENCE] & ~cadence.never_touched[rows]),
        "never_touched": is_due[_CADENCE] & cadence.never_touched[rows],
        "complaint": is_due[_COMPLAINT],
    }
    mask = sum(flags[reason].astype(np.int64) << bit for bit, reason in enumerate(REASONS))
    tuples = np.empty(1 << len(REASONS), dtype=object)
    for value in range(len(tuples)):
        tuples[value] = tuple(reason for bit, reason in enumerate(REASONS) if value >> bit & 1)
    return tuples[mask]


def _in_order(
    metrics: pd.DataFrame, cadence: _Cadence, rows: np.ndarray, days: _Days
) -> tuple[np.ndarray, _Days, np.ndarray]:
    """Rows, their days and their priority, by bucket, then priority, then name."""
    revenue = metrics["revenue_window"].to_numpy(np.int64)
    typical = float(np.median(revenue[revenue > 0])) if (revenue > 0).any() else 1.0
    span = np.where(cadence.maximum[rows] > 0, cadence.maximum[rows], DEFAULT_SPAN)
    urgency = np.clip(1 + days.late / span, 0.1, 4)
    priority = urgency * (1 + np.log2(1 + np.maximum(revenue[rows], 0) / typical))
    order = np.lexsort((rows, -priority, days.bucket))
    ranked, bucket = priority[order], days.bucket[order]
    same = (bucket[1:] == bucket[:-1]) & (ranked[1:] == ranked[:-1])
    break_ties(order, same, metrics["client_name"].to_numpy(dtype=object)[rows])
    return rows[order], days.take(order), priority[order]
