"""What the Calendar page shows: everything that stands on the days of a span, and which of them are off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from portfolio_app.services import calendar_records
from portfolio_app.services.agenda_settings import Agenda, book_agenda
from portfolio_app.services.calendar_items import PER_DAY, Found, Span
from portfolio_app.services.calendar_items import TYPES as TYPES
from portfolio_app.services.calendar_items import CalendarItem as CalendarItem
from portfolio_app.services.next_actions import next_actions
from portfolio_app.services.portfolio import snapshot
from portfolio_app.services.working_days import holidays_of
from portfolio_app.storage.book import Book

_ORDER = {"key_date": 0, "deal": 1, "follow_up": 2, "due": 3, "touch": 4}


@dataclass(frozen=True)
class CalendarView:
    """The days from `first` to `last` as of a day.

    `items` in the order of the days and within them; `beyond`: how many more there are of a day than are told.
    `counts`: by type, of the whole span, also of the types left out. `holidays`: public ones with their names;
    `days_off`: those and the days of the week on which nobody works.
    `has_clients`: whether there is anybody in the book.
    """

    first: date
    last: date
    as_of: date
    items: tuple[CalendarItem, ...]
    beyond: dict[date, int]
    counts: dict[str, int]
    holidays: dict[date, str]
    days_off: frozenset[date]
    has_clients: bool


def calendar_view(
    book: Book,
    first: date,
    last: date,
    as_of: date,
    *,
    types: Collection[str] = TYPES,
    without_kinds: Collection[str] = (),
    language: str = "en",
    zone: tzinfo | None = None,
) -> CalendarView:
    """What stands on the days of a span.

    What is open and overdue stands on `as_of`. `types`: those to be told (the others are counted);
    `without_kinds`: interaction kinds left out of follow-ups, dues and touches. `language`: of the holidays' names.
    `zone`: in which times of day are told, the computer's unless said.
    """
    span = Span(first, last, as_of, frozenset(without_kinds), zone)
    agenda = book_agenda(book)
    with book.read() as connection:
        found = {
            "follow_up": calendar_records.follow_ups(connection, span),
            "touch": calendar_records.touches(connection, span),
            "deal": calendar_records.deals(connection, span),
            "key_date": calendar_records.key_dates(connection, span, agenda),
        }
        has_clients = bool(connection.exec_driver_sql("SELECT EXISTS (SELECT 1 FROM client)").scalar())
    told = {(i.client_id, i.about, i.on) for t in ("deal", "key_date") if t in types for i in found[t].items}
    found["due"] = _dues(book, span, told)
    items = [item for type_ in types for item in found[type_].items]
    beyond: Counter[date] = Counter()
    for type_ in types:
        beyond.update(found[type_].totals)
    beyond.subtract(Counter(item.on for item in items))
    holidays = _holidays(agenda, span, language)
    return CalendarView(
        first=first,
        last=last,
        as_of=as_of,
        items=tuple(sorted(items, key=_order)),
        beyond={day: count for day, count in beyond.items() if count > 0},
        counts={type_: found[type_].totals.total() for type_ in TYPES},
        holidays=holidays,
        days_off=frozenset(
            day for day in span.days() if day in holidays or day.weekday() not in agenda.working_days
        ),
        has_clients=has_clients,
    )


def moved(item: CalendarItem, on: date, at: str | None = None, zone: tzinfo | None = None) -> dict[str, Any]:
    """The fields of a follow-up that stand it on another day, and at another local time ("" none, None the same).

    A time of another zone stays the same there when only the day changes.
    """
    zone_there = _zone(item.time_zone)
    if not item.due_time or zone_there is None:
        return {"due_on": on} | ({} if at is None else {"due_time": at})
    if at is None:
        return {"due_on": on + timedelta(days=item.zone_shift)}
    if not at:
        return {"due_on": on, "due_time": "", "time_zone": ""}
    local = datetime.combine(on, time.fromisoformat(at), zone).astimezone(zone_there)
    return {"due_on": local.date(), "due_time": f"{local:%H:%M}"}


def _zone(name: str) -> ZoneInfo | None:
    """The time zone of that name, None when there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (OSError, ValueError, KeyError):
        return None


def _order(item: CalendarItem) -> tuple[Any, ...]:
    """Days first; on a day what is late, then by type and time. Dues and their likes stay as they came: best first."""
    return item.on, _ORDER[item.type], not item.is_late, item.time or "~"


def _holidays(agenda: Agenda, span: Span, language: str) -> dict[date, str]:
    if not agenda.country:
        return {}
    years = range(span.first.year, span.last.year + 1)
    named = holidays_of(agenda.country, agenda.region, years, language)
    return {day: name for day, name in named.items() if span.holds(day)}


def _dues(book: Book, span: Span, told: Collection[tuple[int, str, date]]) -> Found:
    """The queue's lines that no follow-up stands for, on the day they are planned for, best first."""
    found = Found()
    if span.last < span.as_of:
        return found
    import numpy as np
    import pandas as pd

    shot = snapshot(book, span.as_of)
    queue = shot.queue
    day = np.maximum(queue["planned_on"].to_numpy("datetime64[D]"), np.datetime64(span.as_of))
    computed = queue["follow_up_id"].isna() & ~queue["kind"].isin(list(span.without_kinds))
    within = (day >= np.datetime64(span.first)) & (day <= np.datetime64(span.last))
    chosen = computed.to_numpy(dtype=bool) & within
    ids, days = queue["client_id"].to_numpy()[chosen], day[chosen]
    each, counts = np.unique(days, return_counts=True)
    found.totals.update(dict(zip(each.tolist(), counts.tolist(), strict=True)))
    first_ones = pd.Series(days).groupby(days).cumcount().to_numpy() < PER_DAY
    actions = next_actions(book, shot, ids[first_ones].tolist())
    names = dict(zip(ids.tolist(), queue.loc[chosen, "client_name"].to_list(), strict=True))
    for action in actions.values():
        on = max(action.planned_on or action.due_on, span.as_of)
        if (action.client_id, action.about or action.reason, on) in told:
            found.totals[on] -= 1
            continue
        found.items.append(
            CalendarItem(
                key=f"due:{action.client_id}",
                type="due",
                on=on,
                client_id=action.client_id,
                client=names[action.client_id],
                title=action.title or action.subject,
                kind=action.kind,
                reason=action.reason,
                due_on=action.due_on,
                about=action.about,
            )
        )
    return found
