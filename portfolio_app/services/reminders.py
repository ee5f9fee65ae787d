"""When the user is to be reminded of what was planned: the instant of each follow-up, and putting one off.

A follow-up's time is what the clock on the wall says, in its own zone or, without one, wherever the user is. The
instant is worked out anew whenever it is asked for, so that neither a change of the clocks nor a journey moves it.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from portfolio_app.config import TIME_OF_DAY
from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import FollowUp
from portfolio_app.models.enums import FollowUpStatus
from portfolio_app.services.changes import Changes
from portfolio_app.services.follow_ups import put_off
from portfolio_app.services.records import get
from portfolio_app.storage.book import Book

MORNING = time(8, 30)
"""When what is planned for a day, but for no time, is told."""
_OPEN = """
SELECT f.id, f.created_at, f.due_on, f.due_time, f.time_zone, f.client_id, c.name, f.title, f.kind, f.status
FROM follow_up f JOIN client c ON c.id = f.client_id
WHERE f.status IN ('open', 'waiting') AND f.due_on <= ?
"""


@dataclass(frozen=True)
class Reminder:
    """An open follow-up and the instant, in UTC, its user is to be reminded at.

    `key` is the same for as long as the follow-up stands for that day and time, in whatever zone the user is, and
    never belongs to another. `all_day`: planned for the day, `due_on`; otherwise for `due_time` of it, "14:30".
    """

    key: str
    follow_up_id: int
    client_id: int
    client: str
    title: str
    kind: str
    due_on: date
    due_time: str
    at: datetime
    all_day: bool
    is_waiting: bool


def due_at(due_on: date, due_time: str, time_zone: str, local_zone: tzinfo | None = None) -> datetime:
    """The instant, in UTC, of a time of day ("14:30") in a zone ("Europe/Paris"; "" or unknown: the local one).

    `local_zone` None is the computer's. A time that the clocks skip is so much later (02:30 is 03:30), one that
    they show twice is the first. Raises `ValueError` when `due_time` is no time of day.
    """
    if TIME_OF_DAY.fullmatch(due_time) is None:
        raise ValueError(f"no time of day: {due_time!r}")
    return _instant(due_on, time.fromisoformat(due_time), _zone(time_zone) or local_zone)


def reminders(
    book: Book, until: datetime, zone: tzinfo | None = None, morning: time = MORNING
) -> list[Reminder]:
    """What is planned, open or waiting, and was or will be told by `until`; the earliest first.

    `zone` is where the user is, None where the computer is; what has no time of its own is told at `morning` there.
    """
    return look(book, until, zone, morning)[1]


def look(
    book: Book,
    until: datetime,
    zone: tzinfo | None = None,
    morning: time = MORNING,
    told: Container[str] = frozenset(),
) -> tuple[frozenset[str], list[Reminder]]:
    """The keys of all that is planned by that day, and the `reminders` among them that were not `told` yet."""
    last = min(until.date(), date.max - timedelta(days=1)) + timedelta(days=1)
    with book.read() as connection:
        rows = connection.exec_driver_sql(_OPEN, (last.isoformat(),)).fetchall()
    # Of a book restored from a backup another follow-up may come to have the same number, not the same instant.
    keyed = {f"{row[0]}.{row[1]}@{row[2]}T{row[3]}": row for row in rows}
    fresh = (_reminder(key, tuple(row), zone, morning) for key, row in keyed.items() if key not in told)
    coming = [one for one in fresh if one is not None and one.at <= until]
    return frozenset(keyed), sorted(coming, key=lambda one: (one.at, one.follow_up_id))


def remind_later(book: Book, follow_up_id: int, at: datetime, zone: tzinfo | None = None) -> Changes:
    """Put a follow-up off to that instant, to the minute, in its own zone or in `zone`.

    Raises `NotFoundError`, and `InvalidValueError` when that is not to come.
    """
    if at <= book.clock():
        raise InvalidValueError("out_of_range", field="due_time", value=f"{at:%H:%M}", allowed="> now")
    with book.step("snooze", until=at.astimezone(zone).date().isoformat()) as step:
        follow_up = get(step.session, FollowUp, follow_up_id)
        wall = at.astimezone(_zone(follow_up.time_zone) or zone).replace(tzinfo=None, second=0, microsecond=0)
        # In the hour that comes twice, a time means the first: go on to one that is not past.
        while due_at(wall.date(), f"{wall:%H:%M}", follow_up.time_zone, zone) < at - timedelta(minutes=1):
            wall += timedelta(minutes=1)
        put_off(follow_up, wall.date(), book.today())
        follow_up.due_time = f"{wall:%H:%M}"
    return step.changes


def _reminder(key: str, row: tuple[object, ...], zone: tzinfo | None, morning: time) -> Reminder | None:
    """A row of `_OPEN`; None when its day is none."""
    number, _, day, clock, zone_name, client_id, client, title, kind, status = row
    try:
        due_on = date.fromisoformat(str(day))
    except ValueError:
        return None
    due_time = str(clock or "")
    try:
        at, all_day = due_at(due_on, due_time, str(zone_name or ""), zone), False
    except ValueError:
        at, all_day = _instant(due_on, morning, zone), True
    return Reminder(
        key=key,
        follow_up_id=int(str(number)),
        client_id=int(str(client_id)),
        client=str(client),
        title=str(title or ""),
        kind=str(kind or ""),
        due_on=due_on,
        due_time="" if all_day else due_time,
        at=at,
        all_day=all_day,
        is_waiting=status == FollowUpStatus.WAITING,
    )


def _instant(day: date, clock: time, zone: tzinfo | None) -> datetime:
    try:
        return datetime.combine(day, clock, zone).astimezone(UTC)
    except (OverflowError, ValueError):  # the first or the last day of the calendar
        return datetime.combine(day, clock, UTC)


@lru_cache(maxsize=64)
def _zone(name: str) -> tzinfo | None:
    """The zone of that name, None when there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (OSError, ValueError, KeyError):  # no such zone, a folder of zones, no name of a file
        return None
