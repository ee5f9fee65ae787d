"""Which segment each client is in on a day: the rules asked at the month-ends before it, and the labels made steady.

What the rules say at a month-end is kept until a record changes that they are computed from: a sale or a touch of
today, or another phone number, does not ask them again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from portfolio_app.services import segment_store
from portfolio_app.services.segment_store import WINDOW_DAYS
from portfolio_app.storage import frames as stored
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    import pandas as pd

    from portfolio_app.analysis.segments import Evaluation, Labels, SegmentationSpec

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
_TOUCHED = frozenset({"interaction", "follow_up"})
MONTHS, MOST_MONTHS = 12, 48
"""At how many month-ends before a day the rules are asked: at first, and at most."""
_LABELS, _DAYS_OF_RULES = 16, 150
"""How many answers are kept: of labels, and of what the rules say on a day."""
_WALKED = 4
"""How many answers are kept beside what they were made from, in case it is asked again."""
_DAYS_TRIED, _COLUMNS_TRIED = MOST_MONTHS, 40
"""Of how many days the columns are kept that rules being tried ask for, and how many of each."""


def labels(book: Book, as_of: date, code: str = "", table: pd.DataFrame | None = None) -> Labels:
    """The labels of a day by the segmentation in force, or by that `code`. Raises `NotFoundError`.

    `table`: the whole per-client table of that day over `WINDOW_DAYS`, where it is there already.
    """
    spec = segment_store.segmentation(book, code or segment_store.in_force(book), as_of)
    return book.cache.get(
        ("labels", as_of, spec.code),
        (*RECORDS, *segment_store.DEFINED_BY),
        lambda: _labels(book, spec, as_of, table),
        until=as_of,
        few=_LABELS,
    )


def labels_over(book: Book, as_of: date, code: str) -> Labels:
    """The same labels from two years of evaluations at least, which tell more of when they began."""
    spec = segment_store.segmentation(book, code, as_of)
    return book.cache.get(
        ("labels_over", as_of, spec.code),
        (*RECORDS, *segment_store.DEFINED_BY),
        lambda: _labels(book, spec, as_of, None, 2 * MONTHS),
        until=as_of,
        few=2,
    )


def raw(book: Book, spec: SegmentationSpec, as_of: date, table: pd.DataFrame) -> pd.Series:
    """What the rules say of the clients of `table`; a segment whose rule cannot be read takes nobody."""
    from portfolio_app.analysis.segments import assign

    return assign(table, segment_store.usable(book, spec), as_of, columns=segment_store.catalogue(book))


def on_day(book: Book, spec: SegmentationSpec, day: date) -> pd.Series:
    """What the rules say on any day that is past, of all who were known then, be it by a touch."""
    return _on_day(book, spec, _columns_used(book, spec), day, touched=True)


def tried(
    book: Book, spec: SegmentationSpec, as_of: date, table: pd.DataFrame
) -> tuple[pd.Series, pd.Series]:
    """What `labels` would be if the book had these rules, and what they say on the day itself; nothing is written.

    `table` as for `labels`. Each segment needs a code. Raises `RuleError`.
    """
    import pandas as pd

    from portfolio_app.analysis import segments
    from portfolio_app.analysis.rules import metrics_used

    rules = segments.parse_segments(spec.segments, segment_store.catalogue(book))
    today = segments.first_match(rules, table, as_of)
    if not spec.steady:
        by_hand = {client: code for client, (code, _) in _by_hand(book, spec, as_of).items()}
        label = today.copy()
        label.update(pd.Series(by_hand, dtype=object))
        return label, today
    used = frozenset(metrics_used([rule for _, rule in rules if rule is not None]))

    def said(day: date) -> pd.Series:
        return segments.first_match(rules, _columns_on(book, used, day), day)

    return _walked(book, spec, (as_of, today), said).label, today


def _columns_on(book: Book, used: frozenset[str], day: date) -> pd.DataFrame:
    """At least these columns of a past day, kept: another threshold then asks nothing but the rules."""
    import pandas as pd

    touched = not _kinds_read(book, used).isdisjoint(_TOUCHED)
    kept: dict[str, pd.DataFrame] = book.cache.get(
        ("columns_tried", day, touched), (*RECORDS, "custom_field"), dict, until=day, few=_DAYS_TRIED
    )
    table = kept.get("table")
    missing = used if table is None else used.difference(table.columns)
    if table is None or (missing and len(table.columns) + len(missing) > _COLUMNS_TRIED):
        table = _table_on(book, used, day, touched=touched)
    elif missing:
        table = pd.concat([table, _table_on(book, missing, day, touched=touched)], axis=1)
    kept["table"] = table
    return table


def _labels(
    book: Book, spec: SegmentationSpec, as_of: date, table: pd.DataFrame | None, months: int = MONTHS
) -> Labels:
    from portfolio_app.analysis.metrics import metrics

    used = _columns_used(book, spec)
    if table is None:
        table = metrics(stored.book_frames(book, as_of, WINDOW_DAYS), as_of, WINDOW_DAYS, only=used)
    today = as_of, raw(book, spec, as_of, table)
    return _walked(book, spec, today, lambda day: _on_day(book, spec, used, day), months)


def _walked(
    book: Book,
    spec: SegmentationSpec,
    today: Evaluation,
    said: Callable[[date], pd.Series],
    months: int = MONTHS,
) -> Labels:
    """The labels of a day, from what the rules said at that many month-ends before, or more where that matters.

    Further back than `MOST_MONTHS`, or than anybody was known, nothing more is asked.
    """
    from portfolio_app.analysis import segments

    as_of = today[0]
    bought = stored.ordered_between(book, as_of.replace(day=1), as_of)
    past: list[Evaluation] = []
    while True:
        days = segments.month_ends(as_of, months)
        past = [(day, said(day)) for day in days[: len(days) - len(past)]] + past
        found = _walk(book, spec, [*past, today], bought)
        if months >= MOST_MONTHS or not past or past[0][1].empty or not found.undetermined.any():
            return segments.pinned(found, _by_hand(book, spec, as_of))
        months += MONTHS


def _by_hand(book: Book, spec: SegmentationSpec, as_of: date) -> dict[int, tuple[str, date]]:
    """The clients whom the user put into a segment of this segmentation by that day, with the day."""
    codes = {f"{spec.code}:{segment.code}": segment.code for segment in spec.segments}
    with book.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id, pinned_segment, pinned_on FROM client WHERE pinned_segment <> '' AND pinned_on <= ?",
            (as_of.isoformat(),),
        ).all()
    return {int(row[0]): (codes[row[1]], date.fromisoformat(row[2])) for row in rows if row[1] in codes}


def _walk(
    book: Book, spec: SegmentationSpec, evaluations: list[Evaluation], bought: Collection[int]
) -> Labels:
    """`analysis.segments.labels`, walked only when the rules say something else than when it was asked last.

    A touch seldom changes what they say of anybody.
    """
    from portfolio_app.analysis import segments

    key = ("walked", spec.code, evaluations[-1][0], len(evaluations))
    last: dict[str, Any] = book.cache.get(key, (), dict, few=_WALKED)
    asked = last.get("asked")
    if asked is None or asked[:2] != (spec, bought) or not _same(asked[2], evaluations):
        last["found"] = segments.labels(spec, evaluations, bought)
        last["asked"] = spec, bought, evaluations
    found: Labels = last["found"]
    return found


def _same(some: list[Evaluation], others: list[Evaluation]) -> bool:
    """Whether these say the same of the same clients on the same days."""
    return len(some) == len(others) and all(
        one[0] == other[0] and (one[1] is other[1] or one[1].equals(other[1]))
        for one, other in zip(some, others, strict=True)
    )


def _columns_used(book: Book, spec: SegmentationSpec) -> frozenset[str]:
    from portfolio_app.analysis.rules import metrics_used, parse_rule

    columns = segment_store.catalogue(book)
    rules = [parse_rule(s.rule, columns) for s in segment_store.usable(book, spec) if s.rule is not None]
    return frozenset(metrics_used(rules))


def _on_day(
    book: Book, spec: SegmentationSpec, used: Collection[str], day: date, *, touched: bool = False
) -> pd.Series:
    """What the rules say on a day. Touches are read if `touched`, or if the rules ask for them."""
    kinds = _kinds_read(book, used)
    with_touches = touched or not kinds.isdisjoint(_TOUCHED)
    if with_touches:
        kinds |= _TOUCHED
    # The amounts of "size" follow the book: there the rules change without any record of them.
    asked = (_description_number(book, used), json.dumps([segment.rule for segment in spec.segments]))
    kept: dict[tuple[int, str], pd.Series] = book.cache.get(
        ("rules_say", spec.code, day, with_touches),
        (*sorted(kinds - {"client"}), *segment_store.DEFINED_BY),
        dict,
        until=day,
        few=_DAYS_OF_RULES,
    )
    if asked not in kept:
        kept.clear()
        kept[asked] = _evaluate(book, spec, used, day, touched=with_touches)
    return kept[asked]


def _kinds_read(book: Book, used: Collection[str]) -> set[str]:
    """The kinds of record that columns come from."""
    columns = segment_store.catalogue(book)
    sources = {source.strip() for name in used for source in columns[name].source.split(",")}
    return {kind for source in sources for kind in _RECORDS[source]} | {"sale"}


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
    return raw(book, spec, day, _table_on(book, used, day, touched=touched))


def _table_on(book: Book, used: Collection[str], day: date, *, touched: bool) -> pd.DataFrame:
    """Columns of a day that is past, of the clients known then."""
    from portfolio_app.analysis.metrics import metrics

    # Without touches, one must not even make a client known: what is kept would depend on when it was asked.
    frames = stored.book_frames(book, day, WINDOW_DAYS, keep=False, touches=touched)
    return metrics(frames, day, WINDOW_DAYS, only=used)
