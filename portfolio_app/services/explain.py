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

_EXPLANATIONS = 100


@dataclass(frozen=True)
class ClientExplanation:
    """A client's segment in the segmentation in force, explained. Segments are codes.

    `segment`: the one it is in; `rule_segment`: what the rules say today, which is another one while a change
    has not lasted yet, since `pending_since`. `entered_on`: the day it entered `segment`, None when that is
    about two years ago or more; `entered_from`: the segment before, "" when there was none or it is not known.
    `conditions`, `rule_conditions`: the rules of `segment` and of `rule_segment` with the client's figures
    (`analysis.rules.figures`), None for the one that takes everyone else. `up`, `down`: see
    `analysis.explain`; both are counted from `rule_segment`. `pinned_on`: the day the user put it there by hand, so
    that the rules move it no more; None where they decide.
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
    pinned_on: date | None = None


def client_explanation(book: Book, client_id: int, as_of: date) -> ClientExplanation:
    """Why the client is where it is on that day. Cached until the book changes.

    Raises `NotFoundError` for a client that is not in the book or was not known on that day.
    """
    return book.cache.get(
        ("explanation", client_id, as_of),
        portfolio.DERIVED_FROM,
        lambda: _explain(book, client_id, as_of),
        few=_EXPLANATIONS,
    )


def _explain(book: Book, client_id: int, as_of: date) -> ClientExplanation:
    from portfolio_app.analysis.explain import changes
    from portfolio_app.analysis.what_if import WhatIf

    table = portfolio.snapshot(book, as_of).metrics
    if client_id not in table.index:
        raise NotFoundError("not_found", kind="client", id=client_id)
    spec = segment_store.segmentation(book, segment_store.in_force(book), as_of)
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
    shown = {row["segment"], row["segment_rule"]}
    figures = {s.code: _figures(book, s, client_id, as_of) for s in usable if s.code in shown}
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
        pinned_on=_day(segment_labels.labels(book, as_of, spec.code).pinned_on.loc[client_id]),
    )


def _figures(book: Book, segment: SegmentSpec, client_id: int, as_of: date) -> Figures | None:
    from portfolio_app.analysis.rules import figures, metrics_used, parse_rule

    if segment.rule is None:
        return None
    rule = parse_rule(segment.rule, segment_store.catalogue(book))
    table = portfolio.snapshot(book, as_of).metrics[sorted(metrics_used([rule]))]
    return figures(rule, table.loc[[client_id]], table, as_of)


def _entry(book: Book, records: Records, as_of: date, spec: SegmentationSpec) -> tuple[date | None, str]:
    """The first day of the time in the present segment, and the segment before it.

    The labels say at which month-end theirs began. Where that may be older than the months they look at, they
    are asked again with more. In the month before it, every day is looked at on which it can have begun.
    """
    client = records.client_id
    for asked in (segment_labels.labels, segment_labels.labels_over):
        found = asked(book, as_of, spec.code)
        if (by_hand := _day(found.pinned_on.loc[client])) is not None:
            return by_hand, str(found.previous.loc[client])
        began = _day(found.since.loc[client])
        if began is not None:
            label, before = str(found.label.loc[client]), str(found.previous.loc[client])
            known = None if before else _first_known(book, records, as_of)
            return _first_day(book, records, spec, (label, before), (known, began))
    return None, ""


def _first_day(
    book: Book,
    records: Records,
    spec: SegmentationSpec,
    between: tuple[str, str],
    days: tuple[date | None, date],
) -> tuple[date, str]:
    """The day from which on the client was in its segment, and the segment on its eve.

    `between`: that segment, and the one at the month-end before; "" when it was not known then. `days`: the day
    it came to be known, None where it was at the month-end before, and the evaluation that found it there.
    """
    import pandas as pd

    from portfolio_app.analysis.segments import labels

    (present, before), (known, began) = between, days
    client, lines = records.client_id, records.lines
    month_end = began.replace(day=1) - timedelta(1)
    start = [
        (month_end, pd.Series([], index=[], dtype=object)),
        (month_end, pd.Series({client: before} if before else {}, dtype=object)),
    ]
    orders = lines["date"][(lines["amount"] >= 0) & (lines["date"] > pd.Timestamp(month_end))]
    first_order = _day(orders.min())

    def label(day: date) -> str:
        ordered = first_order is not None and first_order <= day
        if before and spec.steady and not ordered:
            return before
        evaluation = day, segment_labels.on_day(book, spec, day)
        return str(labels(spec, [*start, evaluation], [client] if ordered else []).label.get(client, ""))

    eve = began - timedelta(1)
    while eve > month_end:
        found = label(eve)
        if found != present:
            return eve + timedelta(1), found
        eve -= timedelta(1)
    # What is known by a touch alone is nobody at the month-ends, but was there in all these months.
    if known is not None and known <= month_end and label(known) == present:
        return known, ""
    return month_end + timedelta(1), before


def _first_known(book: Book, records: Records, as_of: date) -> date:
    """The day the client came to be known, as `metrics` understands it."""
    row = portfolio.snapshot(book, as_of).metrics.loc[records.client_id]
    days = [_day(row[name]) for name in ("created_on", "client_since", "first_sale")]
    days += [_day(records.lines["date"].min()), _day(records.touches["day"].min())]
    return min(day for day in days if day is not None)


def _day(value: Any) -> date | None:
    import pandas as pd

    return None if pd.isna(value) else pd.Timestamp(value).date()
