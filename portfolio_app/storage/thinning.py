"""Which backups to keep: many of late, fewer of long ago. Pure: dates in, names out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Protocol, TypeVar

RECENT_DAYS = 2
"""All backups of the last two calendar days are kept."""
DAILY, WEEKLY, MONTHLY = 12, 10, 9
"""How many older ones are kept: the newest of a day, then of a week, then of a month."""
MAX_DAYS = 400
"""No backup is kept longer, so that one can say until when erased persons are in some. Whoever works daily has
none as old; whoever works rarely keeps the newest `DAILY` all the same, however old."""
TRIAL_DAYS = 31
"""After a leap of more than `MAX_DAYS` the clock is believed once the backups made since span as many days."""


class Dated(Protocol):
    """What is asked of a backup here."""

    @property
    def name(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def change_number(self) -> int: ...


B = TypeVar("B", bound=Dated)


def newest_first(backups: Iterable[B]) -> list[B]:
    """By date, and those of one second by what they hold."""
    return sorted(backups, key=lambda info: (info.at, info.change_number, info.name), reverse=True)


def obsolete(backups: Sequence[B], now: datetime, good: Callable[[B], bool]) -> list[B]:
    """Which backups to let go: all of the last days stay, then one a day, a week, a month. Never the newest.

    One goes only for the sake of another that is `good`; a damaged one counts for nothing, and goes when a
    good one of its day stays.
    """
    ordered = newest_first(backups)
    bad: dict[str, B] = {}
    sound: set[str] = set()
    while True:
        kept, gone = _thinned([info for info in ordered if info.name not in bad], now)
        asked = {keeper.name: keeper for keeper in gone.values() if keeper.name not in sound}
        failed = {name: keeper for name, keeper in asked.items() if not good(keeper)}
        if not failed:
            break
        bad |= failed
        sound |= asked.keys() - failed.keys()
    by_name = {info.name: info for info in ordered}

    def is_replaced(info: B) -> bool:
        same_day = [other for other in kept if _day(other.at) == _day(info.at)]
        return any(other.name in sound or good(other) for other in same_day)

    useless = [info for info in bad.values() if info is not ordered[0] and is_replaced(info)]
    return [*(by_name[name] for name in gone if name != ordered[0].name), *useless]


def _thinned(ordered: Sequence[B], now: datetime) -> tuple[list[B], dict[str, B]]:
    """What stays, and by name what goes with the one it goes for, all taken as good; newest first."""
    stages: list[tuple[int, Callable[[date], tuple[int, ...]]]] = [
        (DAILY, lambda day: (day.toordinal(),)),
        (WEEKLY, lambda day: tuple(day.isocalendar()[:2])),
        (MONTHLY, lambda day: (day.year, day.month)),
    ]
    today, believed = _day(now), _believed(ordered, _day(now))
    recent = timedelta(days=RECENT_DAYS - 1)
    kept: list[B] = []
    gone: dict[str, B] = {}
    stage, left = 0, stages[0][0]
    for info in ordered:
        day = _day(info.at)
        if day >= today - recent or believed - recent <= day <= believed:
            kept.append(info)
            continue
        while left == 0 and stage < len(stages) - 1:
            stage += 1
            left = stages[stage][0]
        period = stages[stage][1]
        if left and (not kept or period(day) < period(_day(kept[-1].at))):
            kept.append(info)
            left -= 1
        else:
            gone[info.name] = kept[-1]
    for info in [old for old in kept[DAILY:] if (believed - _day(old.at)).days > MAX_DAYS]:
        kept.remove(info)
        gone[info.name] = kept[0]
    return kept, gone


def _believed(ordered: Sequence[Dated], today: date) -> date:
    """The day to count from: today, unless the clock leapt far ahead just now, and may be wrong.

    Then it is the last day before the leap: one session with a wrong clock costs no backup its age.
    """
    days = sorted({_day(info.at) for info in ordered if _day(info.at) <= today} | {today})
    eras = [[days[0]]]
    for before, day in pairwise(days):
        if (day - before).days > MAX_DAYS:
            eras.append([])
        eras[-1].append(day)
    long = [era for era in eras if (era[-1] - era[0]).days >= TRIAL_DAYS]
    return long[-1][-1] if long else eras[0][-1]


def _day(instant: datetime) -> date:
    """The local calendar day."""
    return instant.astimezone().date()
