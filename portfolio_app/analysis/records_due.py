"""The follow-ups that are open: what the user planned, put off, or waits for, as lanes of the queue."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from portfolio_app.analysis.lanes import (
    MISSING,
    NEVER,
    Asked,
    Days,
    Flags,
    Lane,
    ids_about,
    lane,
    numbers,
    says,
)
from portfolio_app.models.enums import FollowUpReason

COMPUTED = frozenset(FollowUpReason) - {FollowUpReason.REMINDER, FollowUpReason.PLAN_STEP}
"""The reasons of follow-ups that answer a due that is computed."""
REMINDER, PLAN_STEP, PUT_OFF, WAITING = range(4)


@dataclass(frozen=True)
class Planned:
    """The open follow-ups by sort (reminders, steps of plans, dues put off, those waited for), by client.

    The record of a lane is a row of the follow-ups. `rests_until`: what is computed and was due by that day
    rests. `put_off` says, by reason, which clients have a record in the place of that due, and `moved`, of which
    deals or key dates there is one; `complaints_until`: complaints received by then are put off.
    """

    lanes: tuple[Lane, ...]
    rests_until: Days
    put_off: dict[str, Flags]
    moved: dict[str, Days]
    complaints_until: Days

    @property
    def day(self) -> Days:
        """The first day for which anything is planned."""
        return np.minimum.reduce([each.due for each in self.lanes])

    @property
    def acting(self) -> Days:
        """The first day on which the user has to do something planned: waiting is none until its day."""
        return np.minimum.reduce([each.due for each in self.lanes[:WAITING]])

    @property
    def waits(self) -> Flags:
        """Who is waited for."""
        return self.lanes[WAITING].due < NEVER


def planned(asked: Asked) -> Planned:
    """What the open follow-ups make due."""
    rows = asked.frames.follow_ups
    client = asked.places(rows["client_id"])
    day = numbers(rows["due_on"])
    day = np.where(day == MISSING, asked.today, day)
    order = np.lexsort((rows["follow_up_id"].to_numpy(), _time_rank(rows["due_time"]), day))
    order = order[client[order] >= 0]
    found = rows.iloc[order]
    client, day = client[order], day[order]
    reason, about = (found[name].to_numpy(dtype=object) for name in ("reason", "about"))
    waiting = says(found["status"], "waiting")
    waits = waiting & (day > asked.today)
    computed = np.array([word in COMPUTED for word in reason], dtype=bool)
    step = reason == "plan_step"
    chosen = (~waits & ~computed & ~step, ~waits & step, ~waits & computed, waits)
    lanes = tuple(
        _first(asked, name, among, client, day, order)
        for name, among in zip(("reminder", "plan_step", "", ""), chosen, strict=True)
    )
    resting = computed | waiting
    set_on = numbers(found["set_on"])
    # Put off before such days were noted: all that was due by its own day.
    set_on = np.where(set_on == MISSING, day, set_on)
    rests = np.full(asked.n, -NEVER)
    np.maximum.at(rests, client[resting], set_on[resting])
    complaints = np.full(asked.n, -NEVER)
    of_complaint = reason == "complaint"
    np.maximum.at(complaints, client[of_complaint], set_on[of_complaint])
    return Planned(lanes, rests, *_stands_for(asked.n, client, reason, about, computed), complaints)


def _first(asked: Asked, reason: str, among: Flags, client: Days, day: Days, row: Days) -> Lane:
    """Each client's first one among those; rows come by day, time and id."""
    out = lane(reason, np.full(asked.n, NEVER), np.full(asked.n, NEVER))
    places = np.flatnonzero(among)[::-1]
    out.due[client[places]] = out.limit[client[places]] = day[places]
    out.record[client[places]] = row[places]
    out.several[:] = np.bincount(client[among & (day <= asked.today)], minlength=asked.n) > 1
    return out


def _stands_for(
    n: int, client: Days, reason: np.ndarray, about: np.ndarray, computed: Flags
) -> tuple[dict[str, Flags], dict[str, Days]]:
    whole: dict[str, Flags] = {}
    moved: dict[str, Days] = {}

    def clients(among: Flags) -> Flags:
        of_client = np.zeros(n, dtype=bool)
        of_client[client[among]] = True
        return of_client

    for name in set(reason[computed]):
        among = reason == name
        whole[name] = clients(among & (about == ""))
        if name == FollowUpReason.KEY_DATE:
            whole["since"] = clients(among & (about == "since"))
        word = "key_date" if name == FollowUpReason.KEY_DATE else "deal"
        moved[name] = ids_about(about[among & (about != "")], word)
    return whole, moved


def _time_rank(due_time: pd.Series) -> np.ndarray:
    """Order of times within a day; "" (the whole day) last."""
    codes, times = pd.factorize(due_time.to_numpy(dtype=object))
    ranks = np.argsort(np.argsort([time or "~" for time in times])) if len(times) else np.zeros(0, dtype=int)
    return ranks[codes] if len(codes) else codes
