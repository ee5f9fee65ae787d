"""The queue: whom to contact, when and why, one line per client.

What makes a client due, with the day each is due and the limit past which it is late:

- **reminder**, **plan_step**: an open follow-up of the user's, or of a plan; due and limit on its day.
- **complaint**: an open complaint; due and limit on its deadline, its own or `complaint_days` after it came.
- **cadence**: the contact rhythm of the client, its own or that of its segment; due `ideal_days` after the last
  touch, limit `max_days` after it. The last touch is the last interaction or completed follow-up (`data` is no
  touch); without any, the last sale counts (`touch_is_order`); without a sale either, the client is
  **never_touched**: due at once, since `created_on`. An own rhythm of 0 days is none.
- **rhythm**: the buying rhythm broken: due since the day the chance that the silence is mere chance fell below
  0.10, limit the day below 0.025 (`analysis.rhythm`), for a year after it, with two purchase days at least. A
  touch after that day, or in the week before, puts it off to the touch + ideal days, limit + maximum days of the
  cadence (30 days without).
- **deal_step**, **deal_close**: an open deal; its next step, due and limit on its day; its close, due
  `deal_days` before the day expected, limit on it. Ticked off, the close rests for 7 days.
- **key_date**: due `notice_days` before the day, limit on it, for 60 days; yearly ones the next one that was not
  ticked off. Birthdays and anniversaries (of contacts, and, reason **birthday** or about "since", of the client)
  are for 7 days and never late.
- **survey**: `survey_days` after the last answer or survey done (30 after the first sale), **data**: no phone nor
  e-mail, 90 days after it was last ticked off; of clients with an order in the window, never late.

Cadence, rhythm, survey and data ("elastic") move to the next working day, and make way for what is planned on or
before their limit or within the horizon (unless both are due now, then they fold), and for what is waited for.
Former clients have none of these, nor birthdays.

An open follow-up with the reason of a computed due puts it off: it stands in its place, due and limit on its own
day, and whatever else is computed and was due on the day it was `set_on` rests as long as it is open. A waiting
follow-up does the same, and keeps a bucket of its own until its day. What becomes due later shows, and so does what
is entered later though it was due before: the services then set `set_on` back to the day before (`answers.wake`).

What is due (today or before) comes before what is not. Several that are due fold into one line: the earliest
limit first, what is never late last, the others in `other_reasons`. Otherwise the earliest day wins.

    priority = urgency * stake * risk
    urgency  = 1 + 1.5 (1 - exp(-late / 1.5)) with late = days late / span (span: max_days, else 30; 14 for what has
               a day of its own, where a deal's close and a key date are late after that day, not since the
               notice); to come 1 + late, 0.1 at least; birthdays 1, survey 0.5, data 0.25
    stake    = 1 + sqrt(worth / median worth of the clients above zero)  (worth: revenue_window + open deals;
               nothing sold in the window: half of revenue / years from first to last sale, one at least, + deals)
    risk     = 1 + 0.5 with an open complaint + 0.25 where p_overdue < 0.10 + 0.25 where it is < 0.025

so a client of median worth weighs twice one without, and a cadence at its limit about 1.7 times one just due.
The first weeks of lateness count nearly by the day, and none makes up for size: it brings 2.5 at most, and whoever
is worth 25 times as much as the usual client weighs three times as much. (A logarithm told 1 % of the revenue and
23 % hardly apart, so that the longest neglected, the least important as a rule, came first.) What
somebody who stopped used to bring in a year can be won back, though it is not as sure as what comes in now: hence
the half. Without it a book whose sales stopped would be in the order of lateness alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from portfolio_app.analysis.agenda import Agenda
from portfolio_app.analysis.capacity import spread
from portfolio_app.analysis.columns import LATE, VERY_LATE
from portfolio_app.analysis.dues import DEFAULT_SPAN, Cadence, cadence_of, computed
from portfolio_app.analysis.frames import DATE, BookFrames
from portfolio_app.analysis.lanes import MISSING, NEVER, Asked, Days, Flags, Lane, number
from portfolio_app.analysis.ranking import break_ties
from portfolio_app.analysis.records_due import WAITING, planned
from portfolio_app.analysis.working_days import WorkingDays

BUCKETS = ("overdue", "today", "week", "later", "waiting")
REASONS = (
    "reminder", "plan_step", "complaint", "deal_step", "deal_close", "key_date", "rhythm", "cadence",
    "never_touched", "birthday", "survey", "data",
)  # fmt: skip
ELASTIC = ("rhythm", "cadence", "never_touched", "survey", "data")
"""The computed reasons that can wait a few days."""
DATED_SPAN, YEAR = 14, 365
FIXED_URGENCY = {"birthday": 1.0, "survey": 0.5, "data": 0.25}
MOST_URGENT, LEAST_URGENT = 2.5, 0.1

QUEUE_COLUMNS: dict[str, str] = {  # column -> dtype
    "client_id": "int64",
    "client_name": "object",
    "segment": "object",
    "follow_up_id": "Int64",
    "status": "object",
    "due_on": DATE,
    "limit_on": DATE,
    "planned_on": DATE,
    "days_late": "int64",
    "bucket": "object",
    "reason": "object",
    "about": "object",
    "other_reasons": "object",
    "title": "object",
    "due_time": "object",
    "kind": "object",
    "repeats": "bool",
    "last_touch": DATE,
    "days_since_touch": "Int64",
    "touch_is_order": "bool",
    "ideal_days": "Int64",
    "max_days": "Int64",
    "gap_days": "Int64",
    "silence_days": "Int64",
    "p_overdue": "float64",
    "at_stake": "int64",
    "urgency": "float64",
    "stake": "float64",
    "risk": "float64",
    "priority": "float64",
}


def queue(
    metrics: pd.DataFrame,
    frames: BookFrames,
    cadences: Mapping[str, tuple[int, int] | None],
    as_of: date,
    *,
    agenda: Agenda | None = None,
    working: WorkingDays | None = None,
    horizon_days: int = 7,
) -> pd.DataFrame:
    """The queue on `as_of`: at most one row per client, best first.

    `metrics` is the per-client table of `frames` with a `segment` column, `cadences` segment code -> (ideal days,
    maximum days); a segment that is not there has no cadence. `agenda`: the book's choices, `working`: the days on
    which people work; the usual ones unless said.

    Columns: client_id, client_name, segment; follow_up_id (NA when computed) and its status ("open", "waiting",
    ""); due_on, limit_on (NaT: never late), planned_on: the day to do it by the capacity (`analysis.capacity`);
    days_late = as_of - due_on (negative: still to come); bucket: overdue (past limit_on), today (due), week
    (within `horizon_days`), later, waiting; reason (`REASONS`), about: the record it is of ("deal:12",
    "key_date:3", "enrolment:7", "since"), "" for the client itself; other_reasons: tuple of the other reasons
    that are due. What to say about it: title, due_time, kind and repeats of the follow-up ("" when computed),
    last_touch and days_since_touch (the sale when `touch_is_order`), ideal_days and max_days (NA without a
    cadence), gap_days (the usual gap between purchases), silence_days (since the last one) and p_overdue;
    at_stake: revenue in the window (money units, not below zero); urgency, stake, risk, whose product is the
    priority. Ordered by bucket, then priority, then name.
    """
    asked = Asked(
        metrics, frames, cadences, number(as_of), agenda or Agenda(), working or WorkingDays(), horizon_days
    )
    plans = planned(asked)
    cadence = cadence_of(asked)
    lanes = [*plans.lanes, *(found for found in computed(asked, plans, cadence) if not found.is_empty())]
    lines = _Lines.of(asked, lanes, cadence)
    weights = _weighed(asked, cadence, lines)
    order = _order(asked, lines, weights["priority"])
    lines, weights = lines.take(order), {name: values[order] for name, values in weights.items()}
    table = _described(asked, cadence, lanes, lines) | weights
    found = pd.DataFrame({name: table[name] for name in QUEUE_COLUMNS if name != "planned_on"}, copy=False)
    done_today = int((asked.days("last_touch") == asked.today).sum())
    elastic = _is_elastic(asked, lanes, lines)
    days = spread(lines.day, elastic, asked.agenda.capacity, done_today, as_of, asked.working)
    found.insert(list(QUEUE_COLUMNS).index("planned_on"), "planned_on", days)
    return found


def none_planned(metrics: pd.DataFrame, queue_frame: pd.DataFrame) -> pd.DataFrame:
    """The clients without any next action: rows of `metrics` that `queue_frame` does not hold.

    Former clients are left out. Largest revenue in the window first, then by name.
    """
    waiting = ~metrics.index.isin(queue_frame["client_id"]) & (metrics["status"] != "former").to_numpy()
    return metrics[waiting].sort_values(["revenue_window", "client_name"], ascending=[False, True])


_CODE = {reason: code for code, reason in enumerate(REASONS)}
_NAMES = np.array(REASONS, dtype=object)
_IS_ELASTIC = np.isin(REASONS, ELASTIC)
_URGENCY = np.array([FIXED_URGENCY.get(reason, np.nan) for reason in REASONS])
_HAS_NOTICE = np.isin(REASONS, ("deal_close", "key_date"))


@dataclass(frozen=True)
class _Lines:
    """The lines of the queue: the client's place, the lane that is shown, its days and its record.

    `reason` is a place in `REASONS`, `bucket` one in `BUCKETS`.
    """

    rows: Days
    lane: Days
    day: Days
    limit: Days
    record: Days
    reason: Days
    bucket: Days

    @classmethod
    def of(cls, asked: Asked, lanes: Sequence[Lane], cadence: Cadence) -> _Lines:
        """Per client the strongest lane: among those due the earliest limit, else the earliest day."""
        best, pick = np.full(asked.n, NEVER), np.full(asked.n, -1)
        for place, lane in enumerate(lanes):
            key = np.where(lane.due <= asked.today, lane.limit - 2 * NEVER, lane.due)
            stronger = key < best
            best[stronger], pick[stronger] = key[stronger], place
        rows = np.flatnonzero(pick >= 0)
        pick = pick[rows]
        day, limit, record, reason = (np.zeros(len(rows), dtype=np.int64) for _ in range(4))
        for place, lane in enumerate(lanes):
            at = np.flatnonzero(pick == place)
            client = rows[at]
            day[at], limit[at], record[at] = lane.due[client], lane.limit[client], lane.record[client]
            reason[at] = _reasons(asked, lane, client, cadence)
        late = asked.today - day
        shelves = [pick == WAITING, asked.today > limit, late >= 0, late >= -asked.horizon_days]
        return cls(rows, pick, day, limit, record, reason, np.select(shelves, [4, 0, 1, 2], 3))

    def take(self, order: Days) -> _Lines:
        """The same lines in that order."""
        return _Lines(**{name: values[order] for name, values in vars(self).items()})


def _reasons(asked: Asked, lane: Lane, client: Days, cadence: Cadence) -> Days:
    """The reason of a lane's dues of these clients, as places in `REASONS`."""
    if not lane.reason:  # Put off or waited for: what the follow-up itself says.
        reasons = asked.frames.follow_ups["reason"].to_numpy(dtype=object)[lane.record[client]]
        return np.array([_CODE.get(reason, 0) for reason in reasons], dtype=np.int64)
    if lane.reason == "cadence":
        return np.where(cadence.never_touched[client], _CODE["never_touched"], _CODE["cadence"])
    return np.full(len(client), _CODE[lane.reason])


def _is_elastic(asked: Asked, lanes: Sequence[Lane], lines: _Lines) -> Flags:
    """Which lines can wait: those shown for an elastic reason behind which nothing is due that has a day."""
    elastic: Flags = (lines.lane > WAITING) & _IS_ELASTIC[lines.reason]
    for place, lane in enumerate(lanes):
        if place <= WAITING or lane.reason not in ELASTIC:
            elastic &= lane.due[lines.rows] > asked.today
    return elastic


def _described(asked: Asked, cadence: Cadence, lanes: Sequence[Lane], lines: _Lines) -> dict[str, np.ndarray]:
    """The columns of the queue that say whom, why and when."""
    rows, metrics = lines.rows, asked.metrics
    sold = asked.days("last_sale")[rows]
    gap = metrics["typical_gap_days"].to_numpy(np.float64)[rows]
    touch, ideal = cadence.touch[rows], cadence.ideal[rows]
    return _of_follow_ups(asked, lanes, lines) | {
        "client_id": metrics.index.to_numpy(np.int64)[rows],
        "client_name": asked.names[rows],
        "segment": metrics["segment"].to_numpy(dtype=object)[rows],
        "due_on": _dates(lines.day),
        "limit_on": _dates(np.where(lines.limit < NEVER, lines.limit, MISSING)),
        "days_late": asked.today - lines.day,
        "bucket": np.array(BUCKETS, dtype=object)[lines.bucket],
        "reason": _NAMES[lines.reason],
        "other_reasons": _other_reasons(asked, cadence, lanes, lines),
        "last_touch": _dates(touch),
        "days_since_touch": _integers(asked.today - touch, touch != MISSING),
        "touch_is_order": cadence.touch_is_order[rows],
        "ideal_days": _integers(ideal, ideal >= 0),
        "max_days": _integers(cadence.maximum[rows], ideal >= 0),
        "gap_days": _integers(np.rint(np.nan_to_num(gap)).astype(np.int64), ~np.isnan(gap)),
        "silence_days": _integers(asked.today - sold, sold != MISSING),
        "p_overdue": metrics["p_overdue"].to_numpy(np.float64)[rows],
    }


def _of_follow_ups(asked: Asked, lanes: Sequence[Lane], lines: _Lines) -> dict[str, np.ndarray]:
    """What the follow-ups say that stand behind lines; of those that are computed only what they are about."""
    follow_ups = asked.frames.follow_ups
    planned = lines.lane <= WAITING
    at = np.flatnonzero(planned)
    source = lines.record[at]
    table = {}
    for name in ("status", "title", "due_time", "kind", "about"):
        table[name] = np.full(len(lines.rows), "", dtype=object)
        table[name][at] = follow_ups[name].to_numpy(dtype=object)[source]
    for place, lane in enumerate(lanes[WAITING + 1 :], WAITING + 1):
        if lane.about:
            of_lane = np.flatnonzero(lines.lane == place)
            records = lines.record[of_lane].tolist()
            words = [lane.about if record < 0 else f"{lane.about}:{record}" for record in records]
            table["about"][of_lane] = words
    ids = np.zeros(len(lines.rows), dtype=np.int64)
    ids[at] = follow_ups["follow_up_id"].to_numpy(np.int64)[source]
    repeats = np.zeros(len(lines.rows), dtype=bool)
    repeats[at] = follow_ups["repeats"].to_numpy(dtype=bool)[source]
    return table | {"follow_up_id": _integers(ids, planned), "repeats": repeats}


def _other_reasons(asked: Asked, cadence: Cadence, lanes: Sequence[Lane], lines: _Lines) -> np.ndarray:
    """Per line the tuple of reasons that are due besides the one shown."""
    mask = np.zeros(len(lines.rows), dtype=np.int64)
    for place, lane in enumerate(lanes):
        also = (lane.due[lines.rows] <= asked.today) & (lines.lane != place) | lane.several[lines.rows]
        at = np.flatnonzero(also)
        mask[at] |= 1 << _reasons(asked, lane, lines.rows[at], cadence)
    distinct, place_of = np.unique(mask, return_inverse=True)
    words = np.empty(len(distinct), dtype=object)
    for at_word, value in enumerate(distinct.tolist()):
        words[at_word] = tuple(reason for reason, code in _CODE.items() if value >> code & 1)
    found: np.ndarray = words[place_of.ravel()]
    return found


def _weighed(asked: Asked, cadence: Cadence, lines: _Lines) -> dict[str, np.ndarray]:
    """The priority of each line and what it is made of."""
    rows, metrics = lines.rows, asked.metrics
    revenue = np.maximum(metrics["revenue_window"].to_numpy(np.int64), 0)
    worth = np.where(revenue > 0, revenue, _brought(asked) / 2)
    worth += np.maximum(metrics["deals_open_amount"].to_numpy(np.int64), 0)
    typical = float(np.median(worth[worth > 0])) if (worth > 0).any() else 1.0
    stake = 1 + np.sqrt(worth[rows] / typical)
    chance = metrics["p_overdue"].to_numpy(np.float64)[rows]
    risk = 1 + 0.5 * (metrics["complaints_open"].to_numpy()[rows] > 0)
    risk += 0.25 * (chance < LATE) + 0.25 * (chance < VERY_LATE)
    urgency = _urgency(asked, cadence, lines)
    return {
        "at_stake": revenue[rows],
        "urgency": urgency,
        "stake": stake,
        "risk": risk,
        "priority": urgency * stake * risk,
    }


def _brought(asked: Asked) -> np.ndarray:
    """What each client brought in a year, on average from its first sale to its last; at least over one year."""
    days = asked.days("last_sale") - asked.days("first_sale")  # Without a sale both are `MISSING`.
    revenue = np.maximum(asked.metrics["revenue"].to_numpy(np.float64), 0)
    return revenue * YEAR / np.maximum(days, YEAR)


def _urgency(asked: Asked, cadence: Cadence, lines: _Lines) -> np.ndarray:
    longest = cadence.maximum[lines.rows]
    own_span = np.where(longest > 0, longest, DEFAULT_SPAN)
    days = asked.today - lines.day
    noticed = np.where(lines.limit < NEVER, np.maximum(asked.today - lines.limit, 0), 0)
    days = np.where(_HAS_NOTICE[lines.reason] & (days > 0), noticed, days)
    late = days / np.where(_IS_ELASTIC[lines.reason], own_span, DATED_SPAN)
    room = MOST_URGENT - 1
    # Both halves rise by the same at 0: a day before and a day after weigh alike.
    urgency = np.maximum(1 - room * np.expm1(-np.maximum(late, 0) / room) + np.minimum(late, 0), LEAST_URGENT)
    fixed = _URGENCY[lines.reason]
    return np.where(np.isnan(fixed), urgency, fixed)


def _order(asked: Asked, lines: _Lines, priority: np.ndarray) -> Days:
    """The lines by bucket, then priority, then name."""
    order = np.lexsort((lines.rows, -priority, lines.bucket))
    ranked, shelf = priority[order], lines.bucket[order]
    same = (shelf[1:] == shelf[:-1]) & (ranked[1:] == ranked[:-1])
    break_ties(order, same, asked.names[lines.rows])
    return order


def _dates(day: Days) -> np.ndarray:
    """Day numbers as days; `MISSING` is what numpy reads as NaT."""
    return day.astype("datetime64[D]").astype(DATE)


def _integers(values: np.ndarray, known: np.ndarray) -> pd.arrays.IntegerArray:
    return pd.arrays.IntegerArray(np.where(known, values, 0), ~known)
