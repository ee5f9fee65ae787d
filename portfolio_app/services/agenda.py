"""What the Follow-ups and Today pages show: who is due, in groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from portfolio_app.models.enums import InteractionKind
from portfolio_app.services.agenda_settings import book_agenda
from portfolio_app.services.next_actions import NextAction, next_actions
from portfolio_app.services.opt_outs import OptOut, first_opt_outs
from portfolio_app.services.portfolio import QUEUE_FROM, SegmentInfo, Snapshot, segments, snapshot
from portfolio_app.services.records import in_parts
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

BUCKETS = ("overdue", "today", "week", "later", "waiting")
DUE = ("overdue", "today")
UNPLANNED = "unplanned"
VIEWS = ("due", "week", "later", "waiting", UNPLANNED)
"""The views of the queue. "due": what the day holds, "week" and "later": what comes, and what is due but was given
a later day for want of places; "waiting" for their answer; "unplanned": the clients without any next action."""
GROUPINGS = ("segment", "date", "place", "kind")
"""What a view can be grouped by."""
WEEK_DAYS = 7
"""How far ahead the view "week" looks."""
_GROUPED_BY = ["client_id", "segment", "bucket", "reason", "kind", "planned_on"]
_COMPUTED_KIND = InteractionKind.CALL.value
FIRST_ROWS = 40
"""How many lines come along with the ids, to be there at the first paint."""


@dataclass(frozen=True)
class QueueRow:
    """One line of the queue, with whom to reach and how. Amounts in money units.

    `at_stake` is the revenue of the last 12 months, not below zero; `last_touch` and `complaint_on` (the
    oldest complaint still open) are None when there is none. `action` is None for the unplanned. `opt_out`:
    what the person to reach does not want, None when nothing was refused. `address`: on one line, empty when
    neither street nor town is known.
    """

    client_id: int
    name: str
    city: str
    segment: str
    contact: str
    phone: str
    email: str
    at_stake: int
    last_touch: date | None
    last_sale: date | None
    complaint_on: date | None
    action: NextAction | None
    opt_out: OptOut | None = None
    address: str = ""


@dataclass(frozen=True)
class QueueGroup:
    """The clients of one group of the queue, best first.

    `key`, by what they are grouped `by`: the code of a segment, the day they are planned on (ISO), the area of
    their postcode ("FR-29"), the kind of contact to make ("" in each for none). `total` counts them all, also
    those a limit left out of `client_ids`; `overdue` those past their limit. `ideal_days` and `max_days` are
    the segment's rhythm, 0 for other groups.
    """

    key: str
    by: str
    client_ids: tuple[int, ...]
    total: int
    overdue: int
    ideal_days: int = 0
    max_days: int = 0


@dataclass(frozen=True)
class QueueView:
    """What a list of the queue shows: one of `VIEWS`, in groups, with its first lines.

    `counts`: see `view_counts`; `clients` is the number in the book.
    """

    as_of: date
    view: str
    clients: int
    counts: dict[str, int]
    segments: tuple[SegmentInfo, ...]
    groups: tuple[QueueGroup, ...]
    rows: tuple[QueueRow, ...]
    by: str = "segment"


def queue_groups(
    book: Book, as_of: date, view: str = "due", limit: int | None = None, by: str = "segment"
) -> list[QueueGroup]:
    """One view of the queue in groups; only groups with somebody in them.

    Segments come in their display order, days and areas in theirs, kinds as `InteractionKind` has them; those
    without a key last. With `limit`, only that many clients, the best of all groups together.
    Raises ValueError for another view or grouping.
    """
    import numpy as np

    if view not in VIEWS or by not in GROUPINGS:
        raise ValueError(f"{view} by {by}")
    shot = snapshot(book, as_of)
    lines = _lines(book, shot)
    rows = (
        lines.unplanned
        if view == UNPLANNED
        else shot.queue[_GROUPED_BY].iloc[lines.view == VIEWS.index(view)]
    )
    ids, late = rows["client_id"].to_numpy(), (rows["bucket"] == "overdue").to_numpy()
    codes, names = _keys(book, shot, rows, by)
    order = np.argsort(codes, kind="stable")
    begins = np.searchsorted(codes[order], np.arange(len(names) + 1))
    rhythms = {s.code: (s.ideal_days, s.max_days) for s in segments(book)} if by == "segment" else {}
    groups = []
    for number in _ordered(names, by, list(rhythms)):
        among = order[begins[number] : begins[number + 1]]
        kept = among if limit is None else among[among < limit]
        if len(kept):
            key = names[number]
            groups.append(
                QueueGroup(
                    key,
                    by,
                    tuple(ids[kept].tolist()),
                    len(among),
                    int(late[among].sum()),
                    *rhythms.get(key, (0, 0)),
                )
            )
    return groups


def queue_view(
    book: Book, as_of: date, view: str = "due", limit: int | None = None, by: str = "segment"
) -> QueueView:
    """One view of the queue, see `VIEWS`, ready to be shown. Raises ValueError for another view or grouping."""
    groups = queue_groups(book, as_of, view, limit, by)
    first = list(islice((client for group in groups for client in group.client_ids), FIRST_ROWS))
    return QueueView(
        as_of=as_of,
        view=view,
        clients=len(snapshot(book, as_of).metrics),
        counts=view_counts(book, as_of),
        segments=tuple(segments(book)),
        groups=tuple(groups),
        rows=tuple(queue_rows(book, first, as_of)),
        by=by,
    )


def worth_doing(book: Book, as_of: date, limit: int | None = None) -> QueueView:
    """What is due; on a day without anything due, what comes next: the unplanned, this week, later."""
    best = queue_view(book, as_of, "due", limit)
    for view in (UNPLANNED, "week", "later"):
        if not best.groups and best.counts[view]:
            return queue_view(book, as_of, view, limit)
    return best


def queue_counts(book: Book, as_of: date) -> dict[str, int]:
    """Number of clients by bucket, whatever day capacity gives them: overdue, today, week, later, waiting."""
    counts = snapshot(book, as_of).queue["bucket"].value_counts()
    return {bucket: int(counts.get(bucket, 0)) for bucket in BUCKETS}


def view_counts(book: Book, as_of: date) -> dict[str, int]:
    """Number of clients by view, and of these: "overdue", past their limit; "spread", due but given a later day,
    over "spread_days" days; "done_today", touched on `as_of` already."""
    return dict(_lines(book, snapshot(book, as_of)).counts)


def due_ids(book: Book, as_of: date, limit: int | None = None) -> list[int]:
    """The clients that the day holds, best first."""
    shot = snapshot(book, as_of)
    chosen = shot.queue["client_id"].to_numpy()[_lines(book, shot).view == VIEWS.index("due")]
    found: list[int] = chosen[:limit].tolist()
    return found


@dataclass(frozen=True)
class _Lines:
    """The queue sorted into views: per line the place of its view in `VIEWS`; the unplanned, with the queue's
    columns that groups are made by; and how many there are of each, see `view_counts`."""

    view: np.ndarray
    unplanned: pd.DataFrame
    counts: dict[str, int]


def _lines(book: Book, shot: Snapshot) -> _Lines:
    """The views of a snapshot, sorted once."""
    return book.cache.get(("views", shot.as_of, shot.window_days), QUEUE_FROM, lambda: _sorted(shot), few=2)


def _sorted(shot: Snapshot) -> _Lines:
    import numpy as np
    import pandas as pd

    from portfolio_app.analysis.follow_ups import none_planned

    today = np.datetime64(shot.as_of, "D")
    week = today + WEEK_DAYS  # In numpy's days, that go on after the year 9999.
    bucket, planned = shot.queue["bucket"], shot.queue["planned_on"].to_numpy()
    is_due = bucket.isin(DUE).to_numpy()
    chosen = [(bucket == "waiting").to_numpy(), is_due & (planned <= today), planned <= week]
    view = np.select(chosen, [VIEWS.index(name) for name in ("waiting", "due", "week")], VIEWS.index("later"))
    table = none_planned(shot.metrics, shot.queue)
    unplanned = pd.DataFrame({"client_id": table.index, "segment": table["segment"].to_numpy()})
    unplanned = unplanned.assign(bucket="", reason="", kind="", planned_on=pd.NaT)
    is_spread = is_due & (view != VIEWS.index("due"))
    counts = dict(zip(VIEWS, np.bincount(view, minlength=len(VIEWS)).tolist(), strict=True))
    counts |= {
        UNPLANNED: len(unplanned),
        "overdue": int((bucket == "overdue").sum()),
        "spread": int(is_spread.sum()),
        "spread_days": len(np.unique(planned[is_spread])),
        "done_today": int((shot.metrics["last_touch"].to_numpy() == today).sum()),
    }
    return _Lines(view, unplanned, counts)


def _keys(book: Book, shot: Snapshot, rows: pd.DataFrame, by: str) -> tuple[np.ndarray, list[str]]:
    """What these lines are grouped by, see `QueueGroup`: per line the place of its key, and the keys."""
    import numpy as np
    import pandas as pd

    if by == "segment":
        values = rows["segment"].to_numpy(dtype=object)
    elif by == "date":
        values = rows["planned_on"].to_numpy()
    elif by == "place":
        values = areas(book, shot).reindex(rows["client_id"].to_numpy()).to_numpy(dtype=object)
    else:
        kind, reason = rows["kind"].to_numpy(dtype=object), rows["reason"].to_numpy(dtype=object)
        values = np.where(kind != "", kind, np.where(np.isin(reason, ("", "data")), "", _COMPUTED_KIND))
    codes, found = pd.factorize(values, use_na_sentinel=False)
    names = [str(each)[:10] if by == "date" else str(each) for each in found]
    return codes, ["" if name == "NaT" else name for name in names]


def _ordered(names: list[str], by: str, segment_codes: list[str]) -> list[int]:
    """The places of the keys in the order the groups are shown in."""
    listed = segment_codes if by == "segment" else [kind.value for kind in InteractionKind]
    place = {key: number for number, key in enumerate(listed)}

    def rank(number: int) -> tuple[bool, int, str]:
        name = names[number]
        return name == "", place.get(name, len(place)), name

    return sorted(range(len(names)), key=rank)


def proposed_kind(reason: str, kind: str) -> str:
    """The kind of contact that a line asks for: its own, or for a computed due a call; none to complete data."""
    return kind or ("" if reason in ("", "data") else _COMPUTED_KIND)


def areas(book: Book, shot: Snapshot) -> pd.Series:
    """The postcode area of each client of the snapshot, by client_id, see `analysis.route.area_of`."""
    import numpy as np
    import pandas as pd

    from portfolio_app.analysis.route import area_of

    country = book_agenda(book).country

    def read() -> pd.Series:
        table = shot.metrics
        pairs = table.groupby(["postcode", "country"], sort=False, observed=True).ngroup().to_numpy()
        _, first = np.unique(pairs, return_index=True)
        known = [
            area_of(str(code), str(of), country)
            for code, of in table[["postcode", "country"]].iloc[first].itertuples(index=False)
        ]
        return pd.Series(
            np.array(known, dtype=object)[pairs] if len(pairs) else [], index=table.index, dtype=object
        )

    return book.cache.get(("areas", shot.as_of, country), ("client",), read, few=2)


def queue_rows(book: Book, ids: Sequence[int], as_of: date) -> list[QueueRow]:
    """The lines of these clients, in that order; clients gone meanwhile are left out."""
    if not ids:
        return []
    shot = snapshot(book, as_of)
    actions = next_actions(book, shot, ids)
    people = _people(book, ids)
    opt_outs = first_opt_outs(book, ids)
    columns = ["segment", "revenue_window", "last_touch", "last_sale", "oldest_open_complaint"]
    table = shot.metrics[columns].loc[[i for i in ids if i in people and i in shot.metrics.index]]
    return [
        QueueRow(
            client_id=int(client_id),
            name=people[client_id][0],
            city=people[client_id][1],
            segment=str(segment),
            contact=people[client_id][2],
            phone=people[client_id][3],
            email=people[client_id][4],
            at_stake=max(int(revenue), 0),
            last_touch=_day(touch),
            last_sale=_day(sale),
            complaint_on=_day(complaint),
            action=actions.get(int(client_id)),
            opt_out=opt_outs.get(int(client_id)),
            address=people[client_id][5],
        )
        for client_id, segment, revenue, touch, sale, complaint in table.itertuples()
    ]


def _people(book: Book, ids: Sequence[int]) -> dict[int, tuple[str, str, str, str, str, str]]:
    """Client id to (name, city, contact, phone, email, address), of its first contact where there is one."""
    found = {}
    with book.read() as connection:
        for part in in_parts(ids):
            marks = ",".join("?" * len(part))
            for row in connection.exec_driver_sql(
                "SELECT c.id, c.name, c.city, coalesce(t.full_name, ''), coalesce(nullif(t.phone, ''), "
                "nullif(t.mobile, ''), c.phone), coalesce(nullif(t.email, ''), c.email), c.street, c.postcode, "
                "c.country FROM client c "
                "LEFT JOIN contact t ON t.id = (SELECT min(id) FROM contact WHERE client_id = c.id) "
                f"WHERE c.id IN ({marks})",
                tuple(part),
            ):
                address = one_line(row[6], row[7], row[2], row[8])
                found[int(row[0])] = (row[1], row[2], row[3], row[4] or "", row[5] or "", address)
    return found


def one_line(street: str, postcode: str, city: str, country: str) -> str:
    """An address on one line; empty without a street and a town, which a map needs."""
    town = " ".join(part for part in (postcode, city) if part)
    return ", ".join(part for part in (street, town, country) if part) if street or city else ""


def _day(value: pd.Timestamp) -> date | None:
    return None if value != value else value.date()  # NaT is not equal to itself


def client_names(book: Book, ids: Sequence[int]) -> list[tuple[int, str]]:
    """(id, name) of these clients, in that order; those gone meanwhile are left out."""
    people = _people(book, ids)
    return [(client_id, people[client_id][0]) for client_id in ids if client_id in people]
