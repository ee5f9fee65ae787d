"""The due visits of a day by area, so that clients near each other are seen on one way. No map is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from portfolio_app.analysis.route import street_key
from portfolio_app.models.enums import InteractionKind
from portfolio_app.services.agenda import areas, due_ids, one_line, proposed_kind, queue_groups
from portfolio_app.services.next_actions import NextAction, next_actions
from portfolio_app.services.portfolio import snapshot
from portfolio_app.services.records import in_parts
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import pandas as pd

AREA_STOPS = 50
"""The most stops listed of one area."""
_VISIT = InteractionKind.VISIT.value
_VISITS = (_VISIT, InteractionKind.MEETING.value)


@dataclass(frozen=True)
class RouteStop:
    """A client to call on. `is_due`: today; else it is near, and comes up within the week.

    `kind` of contact to make, "" for none in particular. `address`: on one line, "" when it is not known.
    """

    client_id: int
    name: str
    street: str
    postcode: str
    city: str
    country: str
    address: str
    phone: str
    is_due: bool
    kind: str
    action: NextAction


@dataclass(frozen=True)
class RouteArea:
    """The stops of one postcode area ("FR-29"), by postcode, town, street and number; "" where it is unknown.

    `left_out`: so many more are due there than a day can hold, those of least priority.
    """

    area: str
    stops: tuple[RouteStop, ...]
    left_out: int = 0


def route(
    book: Book, as_of: date, areas_wanted: Sequence[str] | None = None, *, visits_only: bool = False
) -> list[RouteArea]:
    """The clients that the day holds, by area, and those of the week who are in the same areas.

    `areas_wanted`: these areas alone. `visits_only`: only where a visit or a meeting is planned. Areas come in
    their order, the unknown last; an area without anybody due today is left out. Of each area the best
    `AREA_STOPS`, those due first.
    """
    shot = snapshot(book, as_of)
    area_of = areas(book, shot).to_dict()
    kinds = _kinds(shot.queue) if visits_only else {}
    soon = [i for group in queue_groups(book, as_of, "week") for i in group.client_ids]

    def by_area(ids: Iterable[int]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for client_id in ids:
            area = area_of[client_id]
            if (areas_wanted is None or area in areas_wanted) and kinds.get(client_id, _VISIT) in _VISITS:
                found.setdefault(area, []).append(client_id)
        return found

    due, near = by_area(due_ids(book, as_of)), by_area(soon)
    now = {area: ids[:AREA_STOPS] for area, ids in due.items()}
    also = [i for area, ids in now.items() if area for i in near.get(area, [])[: AREA_STOPS - len(ids)]]
    chosen = [client_id for ids in now.values() for client_id in ids]
    stops = _stops(book, chosen, also, next_actions(book, shot, chosen + also))
    found: dict[str, list[RouteStop]] = {}
    for stop in stops:
        found.setdefault(area_of[stop.client_id], []).append(stop)
    return [
        RouteArea(area, tuple(sorted(found[area], key=_way)), len(due[area]) - len(now[area]))
        for area in sorted(found, key=lambda area: (area == "", area))
    ]


def _kinds(queue: pd.DataFrame) -> dict[int, str]:
    """The kind of contact each line of the queue asks for."""
    rows = zip(queue["client_id"], queue["reason"], queue["kind"], strict=True)
    return {int(client_id): proposed_kind(reason, kind) for client_id, reason, kind in rows}


def _stops(
    book: Book, now: Sequence[int], near: Sequence[int], actions: dict[int, NextAction]
) -> list[RouteStop]:
    is_due = dict.fromkeys(near, False) | dict.fromkeys(now, True)
    found = []
    with book.read() as connection:
        for part in in_parts([client_id for client_id in is_due if client_id in actions]):
            marks = ",".join("?" * len(part))
            for row in connection.exec_driver_sql(
                "SELECT c.id, c.name, c.street, c.postcode, c.city, c.country, coalesce(nullif(t.phone, ''), "
                "nullif(t.mobile, ''), c.phone) FROM client c "
                "LEFT JOIN contact t ON t.id = (SELECT min(id) FROM contact WHERE client_id = c.id) "
                f"WHERE c.id IN ({marks})",
                tuple(part),
            ):
                client_id, name, street, postcode, city, country, phone = row
                action = actions[client_id]
                found.append(
                    RouteStop(
                        client_id,
                        name,
                        street,
                        postcode,
                        city,
                        country,
                        one_line(street, postcode, city, country),
                        phone or "",
                        is_due[client_id],
                        proposed_kind(action.reason, action.kind),
                        action,
                    )
                )
    return found


def _way(stop: RouteStop) -> tuple[str, str, tuple[str, int, str], str]:
    return stop.postcode, stop.city.casefold(), street_key(stop.street), stop.name.casefold()
