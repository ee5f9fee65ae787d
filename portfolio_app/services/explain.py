"""Why a client is in its segment, since when, and what would change that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from portfolio_app.errors import NotFoundError
from portfolio_app.services import portfolio, segment_labels, segment_store
from portfolio_app.storage import frames as stored
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    from portfolio_app.analysis.explain import Move
    from portfolio_app.analysis.rules import Figures
    from portfolio_app.analysis.segments import SegmentationSpec, SegmentSpec
    from portfolio_app.analysis.what_if import Records

_YEARS_BACK = 2


@dataclass(frozen=True)
class ClientExplanation:
    """A client's segment in the segmentation in force, explained. Segments are codes.

    `segment`: the one it is in; `rule_segment`: what the rules say today, which is another one while a change
    has not lasted yet, since `pending_since`. `entered_on`: the day it entered `segment`, None when that is
    about two years ago or more; `entered_from`: the segment before, "" when there was none or it is not known.
    `conditions`, `rule_conditions`: the rules of `segment` and of `rule_segment` with the client's figures
    (`analysis.rules.figures`), None for the one that takes everyone else. `up`, `down`: see
    `analysis.explain`; both are counted from `rule_segment`.
    """

    client_id: int
    segmentation: str
    steady: bool
    segment: str
    rule_segment: str
    pending_since: date | None
    entered_on: date | None
    entered_from: str
    conditions: Figures | None
    rule_conditions: Figures | None
    up: Move | None
    down: Move | None


def client_explanation(book: Book, client_id: int, as_of: date) -> ClientExplanation:
    """Why the client is where it is on that day. Cached until the book changes.

    Raises `NotFoundError` for a client that is not in the book or was not known on that day.
    """
    return book.cache.get(
        ("explanation", client_id, as_of), portfolio.DERIVED_FROM, lambda: _explain(book, client_id, as_of)
    )


def _explain(book: Book, client_id: int, as_of: date) -> ClientExplanation:
    from portfolio_app.analysis.explain import changes
    from portfolio_app.analysis.what_if import WhatIf

    table = portfolio.snapshot(book, as_of).metrics
    if client_id not in table.index:
        raise NotFoundError("not_found", kind="client", id=client_id)
    spec = segment_store.segmentation(book, segment_store.in_force(book))
    usable = segment_store.usable(book, spec)
    row = table.loc[client_id]
    records = stored.client_records(book, client_id)
    entered_on, entered_from = _entry(book, records, as_of, spec)
    case = WhatIf(
        stored.book_frames(book, as_of, segment_store.WINDOW_DAYS),
        records,
        usable,
        as_of,
        stored.pace(book, as_of),
        segment_store.catalogue(book),
        segment_store.WINDOW_DAYS,
    )
    moves = changes(case, usable)
    figures = {s.code: _figures(book, s, client_id, as_of) for s in usable}
    return ClientExplanation(
        client_id=client_id,
        segmentation=spec.code,
        steady=spec.steady,
        segment=row["segment"],
        rule_segment=row["segment_rule"],
        pending_since=_day(row["segment_pending"]),
        entered_on=entered_on,
        entered_from=entered_from,
        conditions=figures.get(row["segment"]),
        rule_conditions=figures.get(row["segment_rule"]),
        up=moves.up,
        down=moves.down,
    )


def _figures(book: Book, segment: SegmentSpec, client_id: int, as_of: date) -> Figures | None:
    from portfolio_app.analysis.rules import figures, parse_rule

    if segment.rule is None:
        return None
    table = portfolio.snapshot(book, as_of).metrics
    rule = parse_rule(segment.rule, segment_store.catalogue(book))
    return figures(rule, table.loc[[client_id]], table, as_of)


def _entry(book: Book, records: Records, as_of: date, spec: SegmentationSpec) -> tuple[date | None, str]:
    """The first day of the unbroken time in the present segment, and the segment before it.

    The labels of a day say at which month-end theirs began. Where that is the first one they look at, it may
    be older: they are asked again on that day, which looks another year back.
    """
    from portfolio_app.analysis.segments import month_ends

    client, day, present = records.client_id, as_of, ""
    for _ in range(_YEARS_BACK):
        found = segment_labels.labels(book, day, spec.code)
        label = str(found.label.get(client, ""))
        if present and label != present:
            return _first_day(book, client, spec, present, label, (_month_end_before(day), day))
        present, began = label, _day(found.since.loc[client])
        assert began is not None
        if began != month_ends(day)[0]:
            before = str(found.previous.loc[client])
            outside = (
                _month_end_before(began) if before else _first_known(book, records, as_of) - timedelta(1)
            )
            return _first_day(book, client, spec, present, before, (outside, began))
        day = began
    return None, ""


def _month_end_before(day: date) -> date:
    return day.replace(day=1) - timedelta(1)


def _first_known(book: Book, records: Records, as_of: date) -> date:
    """The day the client came to be known, as `metrics` understands it."""
    row = portfolio.snapshot(book, as_of).metrics.loc[records.client_id]
    days = [_day(row[name]) for name in ("created_on", "client_since", "first_sale")]
    days += [_day(records.lines["date"].min()), _day(records.touches["day"].min())]
    return min(day for day in days if day is not None)


def _first_day(
    book: Book, client_id: int, spec: SegmentationSpec, present: str, before: str, between: tuple[date, date]
) -> tuple[date, str]:
    """The day after `between[0]`, by `between[1]`, on which the segment came to be `present`, and that before.

    `before` is the segment on the first of these days, "" when the client was not known yet.
    """
    import pandas as pd

    from portfolio_app.analysis.segments import labels

    outside, inside = between
    start = (outside, pd.Series({client_id: before} if before else {}, dtype=object))

    def label(day: date) -> str:
        found = labels(spec, [start, (day, segment_labels.on_day(book, spec, day))]).label
        return str(found.get(client_id, ""))

    # Most changes come about on the month-end itself, as the second in a row.
    middle = inside - timedelta(1)
    while (inside - outside).days > 1:
        if (found := label(middle)) == present:
            inside = middle
        else:
            outside, before = middle, found
        middle = outside + (inside - outside) // 2
    return inside, before


def _day(value: Any) -> date | None:
    import pandas as pd

    return None if pd.isna(value) else pd.Timestamp(value).date()
