"""What rules would do, before anything is written: who would be where, who would move."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from portfolio_app.errors import RuleError
from portfolio_app.services import segment_store
from portfolio_app.services.portfolio import snapshot
from portfolio_app.services.segment_labels import labels, tried
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from portfolio_app.analysis.built_in_segments import SegmentationSpec

Named = tuple[int, str]
"""A client's id and name."""
EXAMPLES = 5


@dataclass(frozen=True)
class SegmentPreview:
    """One segment before and after a change; revenue of the window in money units.

    `code` is "" for a segment not saved yet. `examples`: up to five of its clients after, the largest first.
    `taken_before`: how many clients its rule finds when segments before it take all of these, else 0.
    """

    code: str
    clients_before: int
    clients_after: int
    revenue_before: int
    revenue_after: int
    examples: tuple[Named, ...]
    taken_before: int = 0


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
    """What applying these rules would change of what is shown on a day: labels now, labels then; nothing is written.

    A segmentation without a code, or not in the book yet, is new: nobody moves.
    """
    import numpy as np

    table = snapshot(book, as_of).metrics
    try:
        after, said = (found.astype(int) for found in tried(book, _by_place(spec), as_of, table))
    except RuleError as error:
        return Preview(error=error)
    people = _People.of(table)
    before, after, said = (
        found.to_numpy()[people.order] for found in (_before(book, as_of, spec, table), after, said)
    )
    segments = []
    for place, segment in enumerate(spec.segments):
        inside = after == place
        is_empty = not (inside.any() or (said == place).any())
        taken = _alone(book, segment.rule, table, as_of) if is_empty else 0
        was = (before == segment.code) & (segment.code != "")
        segments.append(_segment_preview(segment.code, people, was, inside, taken))
    place_of = {segment.code: place for place, segment in enumerate(spec.segments)}
    stood = np.array([place_of.get(code, -1) for code in before])
    moved = (before != "") & (stood != after)
    moves = []
    for old, new in sorted(set(zip(before[moved].tolist(), after[moved].tolist(), strict=True))):
        inside = moved & (before == old) & (after == new)
        moves.append(PreviewMove(old, new, *people.count(inside), people.largest(inside)))
    moves.sort(key=lambda move: (-move.clients, -move.revenue, move.before, move.after))
    return Preview(tuple(segments), tuple(moves), *people.count(moved))


@dataclass(frozen=True)
class _People:
    """The clients of a day, the largest first; `order`: their places in the table of that day."""

    order: np.ndarray
    ids: np.ndarray
    names: np.ndarray
    revenue: np.ndarray

    @classmethod
    def of(cls, table: pd.DataFrame) -> _People:
        """Those of a per-client table."""
        order = (-table["revenue_window"].to_numpy()).argsort(kind="stable")
        columns = (table.index, table["client_name"], table["revenue_window"])
        return cls(order, *(column.to_numpy()[order] for column in columns))

    def count(self, inside: np.ndarray) -> tuple[int, int]:
        """How many, and their revenue."""
        return int(inside.sum()), int(self.revenue[inside].sum())

    def largest(self, inside: np.ndarray) -> tuple[Named, ...]:
        """The few of them with most revenue."""
        few = inside.nonzero()[0][:EXAMPLES]
        return tuple((int(self.ids[place]), str(self.names[place])) for place in few)


def _by_place(spec: SegmentationSpec) -> SegmentationSpec:
    """The same with its places for codes: codes may be missing or, in a copy, those of another segment."""
    order = sorted(range(len(spec.segments)), key=lambda place: spec.segments[place].position)
    ranks = segment_store.display_ranks([spec.segments[place] for place in order])
    rank = dict(zip(order, ranks, strict=True))
    return replace(
        spec,
        segments=tuple(
            replace(segment, code=str(place), display_order=rank[place])
            for place, segment in enumerate(spec.segments)
        ),
    )


def _alone(book: Book, rule: dict[str, Any] | None, table: pd.DataFrame, as_of: date) -> int:
    """How many clients a rule finds when no segment is before it; everyone else is no rule."""
    from portfolio_app.analysis.rules import evaluate, parse_rule

    if rule is None:
        return 0
    return int(evaluate(parse_rule(rule, segment_store.catalogue(book)), table, as_of).sum())


def rule_preview(book: Book, as_of: date, rule: dict[str, Any]) -> RulePreview:
    """Whom that rule finds by itself on a day."""
    from portfolio_app.analysis.rules import evaluate, parse_rule

    table = snapshot(book, as_of).metrics
    try:
        found = evaluate(parse_rule(rule, segment_store.catalogue(book)), table, as_of).to_numpy()
    except RuleError as error:
        return RulePreview(error=error)
    people = _People.of(table)
    inside = found[people.order]
    return RulePreview(*people.count(inside), people.largest(inside))


def _before(book: Book, as_of: date, spec: SegmentationSpec, table: pd.DataFrame) -> pd.Series:
    """The labels of the segmentation as it stands in the book; "" where there are none, as of a new one."""
    import pandas as pd

    if spec.code not in segment_store.codes(book):
        return pd.Series("", index=table.index, dtype=object)
    return labels(book, as_of, spec.code, table).label.reindex(table.index, fill_value="")


def _segment_preview(
    code: str, people: _People, was: np.ndarray, inside: np.ndarray, taken_before: int
) -> SegmentPreview:
    clients_before, revenue_before = people.count(was)
    clients_after, revenue_after = people.count(inside)
    return SegmentPreview(
        code=code,
        clients_before=clients_before,
        clients_after=clients_after,
        revenue_before=revenue_before,
        revenue_after=revenue_after,
        examples=people.largest(inside),
        taken_before=taken_before,
    )
