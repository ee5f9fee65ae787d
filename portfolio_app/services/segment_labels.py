"""Which segment each client is in on a day: the rules asked at the month-ends before it, and the labels made steady.

What the rules say at a month-end is kept until a record changes that they are computed from: a sale or a touch of
today, or another phone number, does not ask them again.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from portfolio_app.services import segment_store
from portfolio_app.services.segment_store import WINDOW_DAYS
from portfolio_app.storage import frames as stored
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.segments import Labels, SegmentationSpec

_RECORDS = {
    "clients": ("client",),
    "sales": ("sale",),
    "touches": ("interaction", "follow_up"),
    "surveys": ("survey_answer",),
    "deals": ("deal",),
    "settings": ("setting",),
    "follow_ups": ("follow_up",),
}
"""The kinds of record behind each source that `Column.source` names."""
RECORDS = tuple(sorted({kind for kinds in _RECORDS.values() for kind in kinds}))
_ALWAYS_READ = frozenset(
    # Who is known, and ties in the ranking; and what `age_years` is counted from.
    {"client_id", "created_on", "client_since", "client_reference", "client_name", "birth_date"}
)
_TOUCHED = ("interaction", "follow_up")


def labels(book: Book, as_of: date, code: str = "", table: pd.DataFrame | None = None) -> Labels:
    """The labels of a day by the segmentation in force, or by that `code`. Raises `NotFoundError`.

    `table`: the whole per-client table of that day over `WINDOW_DAYS`, where it is there already.
    """
    spec = segment_store.segmentation(book, code or segment_store.in_force(book))
    return book.cache.get(
        ("labels", as_of, spec.code),
        (*RECORDS, *segment_store.DEFINED_BY),
        lambda: _labels(book, spec, as_of, table),
    )


def raw(book: Book, spec: SegmentationSpec, as_of: date, table: pd.DataFrame) -> pd.Series:
    """What the rules say of the clients of `table`; a segment whose rule cannot be read takes nobody."""
    from portfolio_app.analysis.segments import assign

    return assign(table, segment_store.usable(book, spec), as_of, columns=segment_store.catalogue(book))


def on_day(book: Book, spec: SegmentationSpec, day: date) -> pd.Series:
    """What the rules say on any day that is past; it is worked out for this answer only, and not kept."""
    from portfolio_app.analysis.metrics import metrics

    frames = stored.book_frames(book, day, WINDOW_DAYS, keep=False)
    return raw(book, spec, day, metrics(frames, day, WINDOW_DAYS, only=_columns_used(book, spec)))


def _labels(book: Book, spec: SegmentationSpec, as_of: date, table: pd.DataFrame | None) -> Labels:
    from portfolio_app.analysis import segments
    from portfolio_app.analysis.metrics import metrics

    used = _columns_used(book, spec)
    past = [(day, _at_month_end(book, spec, used, day)) for day in segments.month_ends(as_of)]
    if table is None:
        table = metrics(stored.book_frames(book, as_of, WINDOW_DAYS), as_of, WINDOW_DAYS, only=used)
    return segments.labels(spec, [*past, (as_of, raw(book, spec, as_of, table))])


def _columns_used(book: Book, spec: SegmentationSpec) -> frozenset[str]:
    from portfolio_app.analysis.rules import metrics_used, parse_rule

    columns = segment_store.catalogue(book)
    rules = [parse_rule(s.rule, columns) for s in segment_store.usable(book, spec) if s.rule is not None]
    return frozenset(metrics_used(rules))


def _at_month_end(book: Book, spec: SegmentationSpec, used: Collection[str], day: date) -> pd.Series:
    columns = segment_store.catalogue(book)
    sources = {source.strip() for name in used for source in columns[name].source.split(",")}
    kinds = {kind for source in sources for kind in _RECORDS[source]} | {"sale"}
    touched = not kinds.isdisjoint(_TOUCHED)
    # The amounts of "size" follow the book: there the rules change without any record of them.
    asked = (_description_number(book, used), json.dumps([segment.rule for segment in spec.segments]))
    kept: dict[tuple[int, str], pd.Series] = book.cache.get(
        ("rules_say", spec.code, day),
        (*sorted(kinds - {"client"}), *segment_store.DEFINED_BY),
        dict,
        until=day,
    )
    if asked not in kept:
        kept.clear()
        kept[asked] = _evaluate(book, spec, used, day, touched=touched)
    return kept[asked]


def _description_number(book: Book, used: Collection[str]) -> int:
    """A number that changes with what the rules read in the clients' records, but not with a phone number."""
    needed = frozenset(used) | _ALWAYS_READ

    def number() -> int:
        clients = stored.clients(book)
        seen = clients[[name for name in clients.columns if name in needed]]
        last: dict[str, Any] = book.cache.get(("description", needed), (), lambda: {"number": 0})
        if not seen.equals(last.get("seen")):
            last["number"] += 1
        last["seen"] = seen
        return int(last["number"])

    return book.cache.get(("description_number", needed), ("client", "custom_field"), number)


def _evaluate(
    book: Book, spec: SegmentationSpec, used: Collection[str], day: date, *, touched: bool
) -> pd.Series:
    from portfolio_app.analysis.metrics import metrics

    # Without touches, one must not even make a client known: what is kept would depend on when it was asked.
    frames = stored.book_frames(book, day, WINDOW_DAYS, keep=False, touches=touched)
    return raw(book, spec, day, metrics(frames, day, WINDOW_DAYS, only=used))
