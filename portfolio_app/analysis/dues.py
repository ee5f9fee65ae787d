"""The dues that are computed: what each of them means, and the day it is due, lane by lane.

The rules stand in `portfolio_app.analysis.follow_ups`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from portfolio_app.analysis.lanes import (
    FIRST_DAY,
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
from portfolio_app.analysis.occurrences import unanswered
from portfolio_app.analysis.records_due import Planned

DEFAULT_IDEAL = DEFAULT_SPAN = 30
CLOSE_RESTS = 7
DATA_RESTS = 90
FIRST_SURVEY = 30
LATE_DAYS, GREETING_DAYS = 60, 7
GREETINGS = ("birthday", "anniversary")
"""The key dates that call for a word and no more: never late, gone after a week."""
RHYTHM_LASTS = 365
JUST_TOUCHED = 7


@dataclass(frozen=True)
class Cadence:
    """The contact rhythm of each client and what it is counted from. `ideal` -1: it has none."""

    ideal: Days
    maximum: Days
    touch: Days
    touch_is_order: Flags
    never_touched: Flags


def cadence_of(asked: Asked) -> Cadence:
    """Each client's rhythm, its own or that of its segment, and its last touch (`MISSING`: never)."""
    codes, names = pd.factorize(asked.metrics["segment"].to_numpy(dtype=object))
    rhythms = [asked.cadences.get(name) for name in names]
    steps = np.array([rhythm or (-1, -1) for rhythm in rhythms], dtype=np.int64).reshape(-1, 2)
    ideal, maximum = steps[codes, 0], steps[codes, 1]
    (own, has_own), (longest, has_longest) = (
        asked.whole(name) for name in ("cadence_ideal_days", "cadence_max_days")
    )
    # A stranger's book may hold numbers that no day can be counted with.
    own, longest = np.minimum(own, NEVER), np.minimum(longest, NEVER)
    ideal = np.where(has_own, np.where(own > 0, own, -1), ideal)
    maximum = np.where(has_own, own + (own + 1) // 2, maximum)
    maximum = np.where(has_longest, longest, maximum)
    touched, sold = asked.days("last_touch"), asked.days("last_sale")
    touch_is_order = (touched == MISSING) & (sold != MISSING)
    touch = np.where(touch_is_order, sold, touched)
    maximum = np.where(ideal < 0, -1, np.maximum(ideal, maximum))
    return Cadence(ideal, maximum, touch, touch_is_order, touch == MISSING)


def computed(asked: Asked, plans: Planned, cadence: Cadence) -> Iterator[Lane]:
    """The lanes of the computed dues, the stronger first where limits are equal; some may be empty."""
    yield _complaints(asked, plans)
    yield from _deals(asked, plans)
    yield _key_dates(asked, plans)
    if asked.agenda.rhythm:
        yield _yields(asked, plans, _rhythm(asked, plans, cadence))
    yield _yields(asked, plans, _cadence(asked, plans, cadence))
    if asked.agenda.birthdays:
        person = says(asked.metrics["kind"], "person")
        yield _greeting(
            asked, plans, "birthday", "", np.where(person, numbers(asked.described("birth_date")), MISSING)
        )
    if asked.agenda.anniversaries:
        yield _greeting(asked, plans, "key_date", "since", asked.days("client_since"))
    if asked.agenda.survey_days is not None:
        yield _yields(asked, plans, _survey(asked, plans, asked.agenda.survey_days))
    if asked.agenda.complete_data:
        yield _yields(asked, plans, _data(asked, plans))


def _yields(asked: Asked, plans: Planned, dues: Lane) -> Lane:
    """The lane, empty where it makes way for what the user planned."""
    both_due = (dues.due <= asked.today) & (plans.acting <= asked.today)
    soon = (plans.day < NEVER) & (plans.day <= np.maximum(dues.limit, asked.horizon))
    return dues.without(plans.waits | (soon & ~both_due))


def _resting(plans: Planned, dues: Lane, reason: str, grace: int = 0) -> Lane:
    """The lane, empty where the user put it off."""
    stands = plans.put_off.get(reason, np.zeros(len(dues.due), dtype=bool))
    return dues.without(stands | (dues.due <= plans.rests_until + grace))


def _cadence(asked: Asked, plans: Planned, cadence: Cadence) -> Lane:
    since = np.where(cadence.never_touched, asked.days("created_on"), cadence.touch)
    without = (cadence.ideal < 0) | (since == MISSING) | ~asked.living
    due = np.where(without, NEVER, since + np.where(cadence.never_touched, 0, cadence.ideal))
    limit = np.where(without, NEVER, since + cadence.maximum)
    found = lane("cadence", asked.roll(due), asked.roll(limit))
    return _resting(plans, found, "cadence")


def _rhythm(asked: Asked, plans: Planned, cadence: Cadence) -> Lane:
    table = asked.frames.rhythm()
    broken, very = (np.full(asked.n, NEVER) for _ in range(2))
    place = asked.places(table["client_id"])
    known = place >= 0
    for column, out in (("overdue_on", broken), ("very_overdue_on", very)):
        day = numbers(table[column])[known]
        out[place[known]] = np.where(day == MISSING, NEVER, day)
    repeated = asked.metrics["order_days"].to_numpy(np.int64) > 1
    past = (broken <= asked.today) & (very + RHYTHM_LASTS > asked.today) & repeated & asked.living
    ideal = np.where(cadence.ideal < 0, DEFAULT_IDEAL, cadence.ideal)
    longest = np.where(cadence.ideal < 0, DEFAULT_SPAN, cadence.maximum)
    touched = ~cadence.touch_is_order & (cadence.touch >= broken - JUST_TOUCHED)
    due = np.where(touched, cadence.touch + ideal, broken)
    limit = np.where(touched, cadence.touch + longest, np.minimum(very, broken + RHYTHM_LASTS))
    due, limit = (np.where(past, day, NEVER) for day in (due, limit))
    found = lane("rhythm", asked.roll(due), asked.roll(limit))
    # The day moves a little as the book learns: what was broken when it was put off is no new break.
    return _resting(plans, found, "rhythm", JUST_TOUCHED)


def _complaints(asked: Asked, plans: Planned) -> Lane:
    rows = asked.frames.dues().complaints
    client = asked.places(rows["client_id"])
    on, due, resolved = (numbers(rows[name]) for name in ("on", "due_on", "resolved_on"))
    due = np.where(due == MISSING, on + asked.agenda.complaint_days, due)
    unresolved = (resolved == MISSING) | (resolved > asked.today)
    kept = np.flatnonzero((client >= 0) & (on <= asked.today) & unresolved)
    at = client[kept]
    kept = kept[(due[kept] > plans.rests_until[at]) & (on[kept] > plans.complaints_until[at])]
    client, due = client[kept], due[kept]
    return asked.strongest("complaint", client, due, due, np.full(len(due), -1), "")


def _deals(asked: Asked, plans: Planned) -> Iterator[Lane]:
    rows = asked.frames.deals
    client, deal = asked.places(rows["client_id"]), rows["deal_id"].to_numpy(np.int64)
    opened, closed = numbers(rows["opened_on"]), numbers(rows["closed_on"])
    still = says(rows["status"], "open") | (closed > asked.today)
    still &= (opened <= asked.today) & (client >= 0)
    step, expected = numbers(rows["next_step_on"]), numbers(rows["expected_on"])
    # A step is taken off the deal when it is ticked off: one set for that same day is another.
    ticked = _ticked(asked, "deal_step", "deal", deal)
    to_do = still & (step != MISSING) & ~(step < ticked)
    yield _of_records(asked, plans, "deal_step", to_do, client, step, step, deal)
    answered = _ticked(asked, "deal_close", "deal", deal)
    due = np.maximum(expected - asked.agenda.deal_days, answered + CLOSE_RESTS)
    closing = still & (expected != MISSING)
    yield _of_records(asked, plans, "deal_close", closing, client, due, np.maximum(expected, due), deal)


def _of_records(
    asked: Asked, plans: Planned, reason: str, kept: Flags, client: Days, due: Days, limit: Days, record: Days
) -> Lane:
    """The lane of these dues of deals or key dates, less those that were put off."""
    rows = np.flatnonzero(kept & ~np.isin(record, plans.moved.get(reason, np.zeros(0, dtype=np.int64))))
    rows = rows[due[rows] > plans.rests_until[client[rows]]]
    due = np.maximum(due, FIRST_DAY)
    about = "key_date" if reason == "key_date" else "deal"
    return asked.strongest(reason, client[rows], due[rows], limit[rows], record[rows], about)


def _key_dates(asked: Asked, plans: Planned) -> Lane:
    rows = asked.frames.dues().key_dates
    client, record = asked.places(rows["client_id"]), rows["key_date_id"].to_numpy(np.int64)
    first, notice = numbers(rows["on"]), rows["notice_days"].to_numpy(np.int64)
    greeting = rows["kind"].isin(GREETINGS).to_numpy(dtype=bool)
    late = np.where(greeting, GREETING_DAYS, LATE_DAYS)
    ticked = _answers(asked, "key_date")
    answered = ids_about(ticked["about"], "key_date")
    place = pd.Index(record).get_indexer(pd.Index(answered))
    answers = place[place >= 0], numbers(ticked["answers_on"])[place >= 0]
    yearly = rows["yearly"].to_numpy(dtype=bool)
    day = unanswered(first, yearly, notice, late, answers, asked.today)
    due = np.where(day < NEVER, day - notice, NEVER)
    limit = np.where(greeting, day + GREETING_DAYS, day)
    kept = (client >= 0) & (numbers(rows["created_on"]) <= asked.today) & (day < NEVER)
    kept &= ~greeting | (due <= asked.horizon)
    return _of_records(asked, plans, "key_date", kept, client, due, limit, record)


def _greeting(asked: Asked, plans: Planned, reason: str, about: str, first: Days) -> Lane:
    """The yearly return of a day of the client itself, which is no return before a year has passed."""
    known = np.flatnonzero((first != MISSING) & (first < asked.horizon) & asked.living)
    ticked = _answers(asked, reason, about)
    place = np.full(asked.n + 1, -1)
    place[known] = np.arange(len(known))
    at = place[asked.places(ticked["client_id"])]
    answers = at[at >= 0], numbers(ticked["answers_on"])[at >= 0]
    every = np.ones(len(known), dtype=bool)
    none, late = np.zeros(len(known), dtype=np.int64), np.full(len(known), GREETING_DAYS)
    day = unanswered(first[known], every, none, late, answers, asked.today)
    due = np.full(asked.n, NEVER)
    # The first day itself is no anniversary.
    due[known] = np.where((day > first[known]) & (day <= asked.horizon), day, NEVER)
    found = lane(reason, due, due + GREETING_DAYS, about)
    return _resting(plans, found, about or reason)


def _survey(asked: Asked, plans: Planned, every: int) -> Lane:
    asked_on = np.full(asked.n, MISSING)
    done = _answers(asked, "survey")
    given = asked.frames.surveys
    for rows, column in ((given, "on"), (done, "done_on")):
        client, day = asked.places(rows["client_id"]), numbers(rows[column])
        kept = (client >= 0) & (day <= asked.today)
        np.maximum.at(asked_on, client[kept], day[kept])
    never = asked_on == MISSING
    due = np.where(never, asked.days("first_sale") + min(FIRST_SURVEY, every), asked_on + every)
    return _soft(
        asked, plans, "survey", _buyers(asked) & ~(never & (asked.days("first_sale") == MISSING)), due
    )


def _data(asked: Asked, plans: Planned) -> Lane:
    own, _ = asked.whole("reachable")
    reached = asked.metrics.index.isin(asked.frames.dues().reached)
    due = asked.days("created_on")
    due = np.where(due == MISSING, asked.today, due)
    done = _answers(asked, "data")
    client = asked.places(done["client_id"])
    kept = client >= 0
    np.maximum.at(due, client[kept], numbers(done["done_on"])[kept] + DATA_RESTS)
    return _soft(asked, plans, "data", _buyers(asked) & (own == 0) & ~reached, due)


def _soft(asked: Asked, plans: Planned, reason: str, who: Flags, due: Days) -> Lane:
    """A lane of what is never late and comes up only when its day is near."""
    due = asked.roll(np.where(who & (due <= asked.horizon), due, NEVER))
    found = lane(reason, due, np.full(asked.n, NEVER))
    return _resting(plans, found, reason)


def _buyers(asked: Asked) -> Flags:
    bought: Flags = (asked.metrics["orders_window"].to_numpy(np.int64) > 0) & asked.living
    return bought


def _answers(asked: Asked, reason: str, about: str | None = None) -> pd.DataFrame:
    """What was ticked off of that reason by the day."""
    rows = asked.frames.dues().answers
    kept = says(rows["reason"], reason) & (numbers(rows["done_on"]) <= asked.today)
    if about is not None:
        kept &= says(rows["about"], about)
    return rows[kept]


def _ticked(asked: Asked, reason: str, word: str, record: Days) -> Days:
    """The last day each of these records was ticked off for that reason; long ago when never."""
    rows = _answers(asked, reason)
    place = pd.Index(record).get_indexer(pd.Index(ids_about(rows["about"], word)))
    out = np.full(len(record), -NEVER)
    known = place >= 0
    np.maximum.at(out, place[known], numbers(rows["answers_on"])[known])
    return out
