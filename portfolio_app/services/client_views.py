"""What the client list and the page of one client show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, text

from portfolio_app.models.entities import Client, Contact
from portfolio_app.models.money import from_units
from portfolio_app.services.client_filters import figures as extra_figures
from portfolio_app.services.client_filters import filtered, segment_of_all
from portfolio_app.services.client_order import client_order
from portfolio_app.services.custom_fields import definitions, read_values
from portfolio_app.services.fields import CLIENT_FIELDS, CONTACT_FIELDS
from portfolio_app.services.next_actions import NextAction, next_actions
from portfolio_app.services.portfolio import month_start, snapshot
from portfolio_app.services.records import get
from portfolio_app.services.search import matching_clients
from portfolio_app.storage import frames as stored
from portfolio_app.storage.book import Book
from portfolio_app.storage.text import fold

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class ClientRow:
    """One line of the client list. Amounts in money units; `trend` is revenue of the last 12 months by month.

    Without figures (they are still being computed) everything after `status` is empty. `extra`: the columns of
    the per-client table that were asked for, as `client_filters.figures` gives them.
    """

    id: int
    name: str
    city: str
    status: str
    segment: str = ""
    abc: str = ""
    revenue: int | None = None
    trend: tuple[int, ...] = ()
    days_since_touch: int | None = None
    next_action: NextAction | None = None
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ContactView:
    """A contact of the client."""

    id: int
    values: dict[str, Any]


@dataclass(frozen=True)
class ClientDetail:
    """Everything the head of a client's page shows. `metrics` is the client's row of the per-client table."""

    id: int
    values: dict[str, Any]
    contacts: tuple[ContactView, ...]
    segment: str
    metrics: dict[str, Any]
    next_action: NextAction | None
    updated_at: datetime


@dataclass(frozen=True)
class TimelineItem:
    """One thing that happened or is planned: `type` is interaction, order, follow_up, survey or deal.

    Interaction: kind, minutes, outcome, direction, subject, body, contact (name and id), resolved_on and, of a
    complaint, due_on (its own deadline). Order: title is its reference, amount (Decimal) its total, lines the
    products sold. Follow-up: title, body (its notes), status, due date as `on`, due_time with time_zone, reason,
    and how it repeats. Survey answer: kind (nps, csat), score, body (the comment), contact. Deal that was closed:
    title, status (won, lost), amount, body (why it was lost).
    """

    type: str
    id: int
    on: date
    kind: str = ""
    title: str = ""
    body: str = ""
    contact: str = ""
    contact_id: int | None = None
    minutes: int | None = None
    outcome: str = ""
    direction: str = ""
    resolved_on: date | None = None
    amount: Decimal | None = None
    lines: int = 0
    status: str = ""
    score: int | None = None
    due_on: date | None = None
    due_time: str = ""
    time_zone: str = ""
    reason: str = ""
    repeat_every: int | None = None
    repeat_unit: str = ""
    repeat_until: date | None = None


def client_ids(
    book: Book,
    as_of: date,
    *,
    sort: str = "name",
    descending: bool = False,
    segment: str = "",
    query: str = "",
    segmentation: str = "",
    group: int | None = None,
    tag: str = "",
    ids: Sequence[int] | None = None,
) -> list[int]:
    """The ids of the list, in order. Sorting or filtering by computed columns computes the snapshot.

    `sort`: name, city, status, segment, abc, revenue, last_touch, next_action, or a column of the per-client
    table. `query` keeps the clients found by it, best first when sorted by "relevance". `segment` is one of the
    segmentation in force, or of `segmentation`; `group` the id of a group; `ids` keeps these only.
    Raises `NotFoundError` for a group or a segmentation there is not.
    """
    found = matching_clients(book, query) if fold(query) else None
    if found is not None and sort == "relevance":
        ordered = found
    else:
        ordered = client_order(book, as_of, sort, descending)
        if found is not None:
            kept = set(found)
            ordered = [client_id for client_id in ordered if client_id in kept]
    return filtered(
        book, as_of, ordered, segment=segment, segmentation=segmentation, group=group, tag=tag, among=ids
    )


def segment_counts(book: Book, as_of: date, segmentation: str = "") -> dict[str, int]:
    """Number of clients by segment code, of the segmentation in force unless said."""
    counts = segment_of_all(book, as_of, segmentation).value_counts()
    return {str(code): int(count) for code, count in counts.items()}


def client_rows(
    book: Book, ids: Sequence[int], as_of: date, *, figures: bool = True, columns: Sequence[str] = ()
) -> list[ClientRow]:
    """The lines of these clients, in that order; clients gone meanwhile are left out.

    Without `figures` only what the record itself says, which is there at once. `columns`: of the per-client
    table, to come along in `extra`.
    """
    if not ids:
        return []
    marks = ",".join("?" * len(ids))
    with book.read() as connection:
        plain = {
            row[0]: (row[1], row[2], row[3])
            for row in connection.exec_driver_sql(
                f"SELECT id, name, city, status FROM client WHERE id IN ({marks})", tuple(ids)
            )
        }
        trends = _trends(connection, list(ids), as_of) if figures else {}
    if not figures:
        return [ClientRow(i, *plain[i]) for i in ids if i in plain]
    shot = snapshot(book, as_of)
    rows = _rows_of(shot.metrics, ids)
    actions = next_actions(book, shot, ids)
    return [
        ClientRow(
            i,
            *plain[i],
            segment=rows[i]["segment"],
            abc=rows[i]["abc_rank"] or "",
            revenue=int(rows[i]["revenue_window"]),
            trend=trends.get(i, ()),
            days_since_touch=_integer(rows[i]["days_since_touch"]),
            next_action=actions.get(i),
            extra=extra_figures(book, rows[i], columns),
        )
        if i in rows
        else ClientRow(i, *plain[i])
        for i in ids
        if i in plain
    ]


def client_detail(book: Book, client_id: int, as_of: date) -> ClientDetail:
    """One client. Raises `NotFoundError`."""
    contacts = client_contacts(book, client_id)
    with book.read_session() as session:
        client = get(session, Client, client_id)
        values = {name: getattr(client, name) for name in CLIENT_FIELDS}
        values |= read_values(definitions(session), client.custom)
        updated_at = client.updated_at
        created_at = client.created_at
    shot = snapshot(book, as_of)
    if client_id not in shot.metrics.index:  # The clock was set back since it came into the book.
        shot = snapshot(book, _day_here(created_at))
    row = _rows_of(shot.metrics, [client_id])[client_id]
    action = next_actions(book, shot, [client_id]).get(client_id)
    return ClientDetail(client_id, values, contacts, row["segment"], row, action, updated_at)


def _day_here(moment: datetime) -> date:
    """The day of that moment where the computer is."""
    try:
        return moment.astimezone().date()
    except (OverflowError, ValueError):  # the first or the last day of the calendar
        return moment.date()


def client_contacts(book: Book, client_id: int) -> tuple[ContactView, ...]:
    """The people at a client, in the order they were added."""
    with book.read_session() as session:
        people = session.scalars(select(Contact).where(Contact.client_id == client_id).order_by(Contact.id))
        return tuple(
            ContactView(person.id, {name: getattr(person, name) for name in CONTACT_FIELDS})
            for person in people
        )


def timeline(book: Book, client_id: int, limit: int = 50, offset: int = 0) -> list[TimelineItem]:
    """What happened with a client, newest first: interactions, orders, follow-ups done, answers, deals closed."""
    with book.read() as connection:
        rows = connection.execute(
            text(_TIMELINE), {"client": client_id, "limit": limit, "offset": offset}
        ).mappings()
        return [_timeline_item(dict(row)) for row in rows]


def planned(book: Book, client_id: int) -> list[TimelineItem]:
    """The client's open and waiting follow-ups, soonest first."""
    with book.read() as connection:
        rows = connection.execute(
            text(
                "SELECT 'follow_up' AS type, id, due_on AS \"on\", kind, title, notes AS body, status, due_time, "
                "time_zone, reason, repeat_every, repeat_unit, repeat_until FROM follow_up "
                "WHERE client_id = :client AND status IN ('open', 'waiting') ORDER BY due_on, id"
            ),
            {"client": client_id},
        ).mappings()
        return [_timeline_item(dict(row)) for row in rows]


_TIMELINE = """
SELECT * FROM (
    SELECT 'interaction' AS type, i.id, i."on", i.kind, i.subject AS title, i.body, i.minutes, i.outcome,
           i.direction, i.resolved_on, NULL AS amount, 0 AS lines, '' AS status,
           coalesce(c.full_name, '') AS contact, i.contact_id, NULL AS score, 2 AS rank, i.due_on
    FROM interaction i LEFT JOIN contact c ON c.id = i.contact_id WHERE i.client_id = :client
    UNION ALL
    SELECT 'order', min(s.id), s.date, '', s.order_reference,
           coalesce(group_concat(DISTINCT p.name), ''), NULL, '', '', NULL, sum(s.amount), count(*), '', '',
           NULL, NULL, 1, NULL
    FROM sale s LEFT JOIN product p ON p.id = s.product_id
    WHERE s.client_id = :client GROUP BY s.date, s.order_reference
    UNION ALL
    SELECT 'follow_up', id, done_on, kind, title, '', NULL, '', '', NULL, NULL, 0, status, '', NULL, NULL, 0, NULL
    FROM follow_up WHERE client_id = :client AND status = 'done' AND done_on IS NOT NULL
    UNION ALL
    SELECT 'survey', a.id, a."on", a.kind, '', a.comment, NULL, '', '', NULL, NULL, 0, '',
           coalesce(c.full_name, ''), a.contact_id, a.score, 4, NULL
    FROM survey_answer a LEFT JOIN contact c ON c.id = a.contact_id WHERE a.client_id = :client
    UNION ALL
    SELECT 'deal', id, closed_on, '', title, lost_reason, NULL, '', '', NULL, amount, 0, status, '', NULL, NULL, 3,
           NULL
    FROM deal WHERE client_id = :client AND status <> 'open' AND closed_on IS NOT NULL
) ORDER BY "on" DESC, rank DESC, id DESC LIMIT :limit OFFSET :offset
"""


def _timeline_item(row: dict[str, Any]) -> TimelineItem:
    row.pop("rank", None)
    row["on"] = date.fromisoformat(row["on"])
    for name in ("resolved_on", "due_on", "repeat_until"):
        if row.get(name):
            row[name] = date.fromisoformat(row[name])
    if row.get("amount") is not None:
        row["amount"] = from_units(row["amount"])
    return TimelineItem(**row)


def _rows_of(table: pd.DataFrame, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    chosen = table.loc[table.index.intersection(list(ids))]
    records: list[dict[str, Any]] = chosen.to_dict("records")
    return dict(zip((int(i) for i in chosen.index), records, strict=True))


def _trends(connection: Any, ids: list[int], as_of: date) -> dict[int, tuple[int, ...]]:
    months = [month_start(as_of, back).isoformat()[:7] for back in range(11, -1, -1)]
    place = {month: n for n, month in enumerate(months)}
    trends = {client_id: [0] * 12 for client_id in ids}
    for client_id, month, amount in stored.monthly_revenue(connection, month_start(as_of, 11), as_of, ids):
        trends[client_id][place[month]] = amount
    return {client_id: tuple(values) for client_id, values in trends.items()}


def _integer(value: Any) -> int | None:
    import pandas as pd

    return None if value is None or pd.isna(value) else int(value)
