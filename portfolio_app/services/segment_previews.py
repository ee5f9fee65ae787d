"""What rules would do, before anything is written: who would be where, who would move."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from portfolio_app.errors import RuleError
from portfolio_app.services import segment_store
from portfolio_app.services.portfolio import DERIVED_FROM, snapshot
from portfolio_app.services.segment_labels import raw
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.built_in_segments import SegmentationSpec

Named = tuple[int, str]
"""A client's id and name."""
EXAMPLES = 5


@dataclass(frozen=True)
class SegmentPreview:
    """One segment before and after a change, raw; revenue of the window in money units.

    `code` is "" for a segment not saved yet. `examples`: up to five of its clients after, the largest first.
    """

    code: str
    clients_before: int
    clients_after: int
    revenue_before: int
    revenue_after: int
    examples: tuple[Named, ...]


@dataclass(frozen=True)
class PreviewMove:
    """Clients that would go from one segment to another.

    `before` is the code of their segment now, `after` the place of the other one in `Preview.segments`.
    """

    before: str
    after: int
    clients: int
    revenue: int
    examples: tuple[Named, ...]


@dataclass(frozen=True)
class Preview:
    """What a change of rules would do. `segments` in the order of the specification asked about.

    `moved_clients` and `moved_revenue`: those who change segment; none for a segmentation not saved yet. The
    moves with most clients come first. With an `error` there is nothing else in it.
    """

    segments: tuple[SegmentPreview, ...] = ()
    moves: tuple[PreviewMove, ...] = ()
    moved_clients: int = 0
    moved_revenue: int = 0
    error: RuleError | None = None


@dataclass(frozen=True)
class RulePreview:
    """Whom a rule finds: how many, their revenue in the window, the five largest. Nothing with an `error`."""

    clients: int = 0
    revenue: int = 0
    examples: tuple[Named, ...] = ()
    error: RuleError | None = None


def preview(book: Book, as_of: date, spec: SegmentationSpec) -> Preview:
    """What these rules would change on a day, raw labels against raw labels; nothing is written.

    A segmentation without a code, or not in the book yet, is new: nobody moves.
    """
    from portfolio_app.analysis.segments import assign

    table = snapshot(book, as_of).metrics
    # Codes may be missing or, in a copy, those of another segmentation: here a segment goes by its place.
    places = [replace(segment, code=str(place)) for place, segment in enumerate(spec.segments)]
    try:
        after = assign(table, places, as_of, columns=segment_store.catalogue(book)).astype(int)
    except RuleError as error:
        return Preview(error=error)
    before = _before(book, as_of, spec, table)
    segments = tuple(
        _segment_preview(segment.code, table, before, after == place)
        for place, segment in enumerate(spec.segments)
    )
    place_of = {segment.code: place for place, segment in enumerate(spec.segments)}
    moved = before.notna() & (before.map(place_of) != after)
    gone = table.loc[moved, "revenue_window"]
    moves = [
        PreviewMove(str(old), int(new), len(part), int(part["revenue_window"].sum()), _examples(part))
        for (old, new), part in table[moved].groupby([before[moved], after[moved]])
    ]
    moves.sort(key=lambda move: (-move.clients, -move.revenue, move.before, move.after))
    return Preview(segments, tuple(moves), len(gone), int(gone.sum()))


def rule_preview(book: Book, as_of: date, rule: dict[str, Any]) -> RulePreview:
    """Whom that rule finds by itself on a day."""
    from portfolio_app.analysis.rules import evaluate, parse_rule

    table = snapshot(book, as_of).metrics
    try:
        found = table[evaluate(parse_rule(rule, segment_store.catalogue(book)), table, as_of)]
    except RuleError as error:
        return RulePreview(error=error)
    return RulePreview(len(found), int(found["revenue_window"].sum()), _examples(found))


def _before(book: Book, as_of: date, spec: SegmentationSpec, table: pd.DataFrame) -> pd.Series:
    """What the rules in the book say now; missing where they say nothing, as of a new segmentation."""
    import pandas as pd

    if spec.code not in segment_store.codes(book):
        return pd.Series(None, index=table.index, dtype=object)
    return book.cache.get(
        ("raw_today", spec.code, as_of),
        DERIVED_FROM,
        lambda: raw(book, segment_store.segmentation(book, spec.code), as_of, table),
    )


def _segment_preview(code: str, table: pd.DataFrame, before: pd.Series, inside: pd.Series) -> SegmentPreview:
    revenue = table["revenue_window"]
    was = (before == code) & (code != "")
    return SegmentPreview(
        code=code,
        clients_before=int(was.sum()),
        clients_after=int(inside.sum()),
        revenue_before=int(revenue[was].sum()),
        revenue_after=int(revenue[inside].sum()),
        examples=_examples(table[inside]),
    )


def _examples(part: pd.DataFrame) -> tuple[Named, ...]:
    largest = part.nlargest(EXAMPLES, "revenue_window")["client_name"]
    return tuple((int(client_id), str(name)) for client_id, name in largest.items())
