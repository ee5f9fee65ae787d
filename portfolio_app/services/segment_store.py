"""The segmentations as the book holds them: the built-in ones, with what the user changed, and the user's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from portfolio_app.errors import NotFoundError, RuleError
from portfolio_app.models.entities import Segment, Segmentation
from portfolio_app.services.settings import get_setting
from portfolio_app.storage import frames as stored
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    from portfolio_app.analysis.built_in_segments import SegmentationSpec, SegmentSpec
    from portfolio_app.analysis.columns import Column

WINDOW_DAYS = 365
"""Segments are judged by 12 months, whatever window a page looks through."""
DEFINED_BY = ("segment", "segmentation", "setting", "custom_field")
"""The kinds of record that say how the book is cut."""
SETTING = "segmentation"
STANDARD, SIZE = "standard", "size"
GREY = "#999999"
CADENCE = (60, 120)
"""The rhythm of a segment that has none of its own yet: ideal and maximum days between two touches."""
_SIZES = 8
"""Of how many days the amounts of "size" are kept."""


def in_force(book: Book) -> str:
    """The code of the segmentation in force."""
    code = book.cache.get(("in_force",), ("setting",), lambda: get_setting(book, SETTING, STANDARD))
    return code if isinstance(code, str) and code in codes(book) else STANDARD


def codes(book: Book) -> list[str]:
    """The segmentations there are: the built-in ones, then the user's own in the order they were made."""
    from portfolio_app.analysis.built_in_segments import BUILT_IN

    return [*BUILT_IN, *(code for code in _stored(book) if code not in BUILT_IN)]


def is_changed(book: Book, code: str) -> bool:
    """Whether the book holds rules of its own for that segmentation."""
    return code in _stored(book)


def is_built_in(code: str) -> bool:
    """Whether the program brings that segmentation."""
    from portfolio_app.analysis.built_in_segments import BUILT_IN

    return code in BUILT_IN


def segmentation(book: Book, code: str, as_of: date | None = None) -> SegmentationSpec:
    """A segmentation as it stands. Raises `NotFoundError`.

    The amounts of "size" follow the book until they are set by `segmentations.put_in_force` or `save`: they are
    those of the day asked about, by default today, so that no later sale changes what was on a day.
    """
    if code != SIZE or is_changed(book, code):
        return book.cache.get(("segmentation", code), DEFINED_BY, lambda: _segmentation(book, code))
    day = as_of or book.today()
    return book.cache.get(
        ("sized", day),
        (*DEFINED_BY, "client", "sale", "interaction", "follow_up"),
        lambda: _segmentation(book, code, day),
        until=day,
        few=_SIZES,
    )


def catalogue(book: Book) -> dict[str, Column]:
    """Everything a rule may ask for in this book, by name."""
    from portfolio_app.analysis.columns import catalogue

    return book.cache.get(("catalogue",), ("custom_field",), lambda: catalogue(stored.customs(book)))


def _stored(book: Book) -> dict[str, tuple[str, bool]]:
    """Code to (name, steady) of the segmentations that have a record."""

    def make() -> dict[str, tuple[str, bool]]:
        with book.read_session() as session:
            rows = session.scalars(select(Segmentation).order_by(Segmentation.id))
            return {row.code: (row.name, row.steady) for row in rows}

    return book.cache.get(("stored_segmentations",), ("segmentation",), make)


def check_rule(book: Book, rule: object) -> None:
    """Raises `RuleError` for a rule that cannot be asked in this book."""
    from portfolio_app.analysis.rules import parse_rule

    parse_rule(rule, catalogue(book))


def problem(book: Book, rule: object) -> RuleError | None:
    """Why a rule cannot be read, if so: a field it asks for may be gone."""
    try:
        check_rule(book, rule)
    except RuleError as error:
        return error
    return None


def usable(book: Book, spec: SegmentationSpec) -> tuple[SegmentSpec, ...]:
    """The segments whose rules can be read; the others take nobody, so that the book can still be shown."""
    return tuple(s for s in spec.segments if s.rule is None or problem(book, s.rule) is None)


def built_in_segment(code: str) -> tuple[SegmentSpec, str] | None:
    """A built-in segment and the code of its segmentation."""
    from portfolio_app.analysis.built_in_segments import BUILT_IN

    for spec in BUILT_IN.values():
        for segment in spec.segments:
            if segment.code == code:
                return segment, spec.code
    return None


def kept_anyway(code: str) -> tuple[SegmentSpec, ...]:
    """The segments that stand in every book, changed or not: those of the standard segmentation."""
    from portfolio_app.analysis.built_in_segments import BUILT_IN

    return BUILT_IN[code].segments if code == STANDARD else ()


def record(spec: SegmentSpec, segmentation_code: str) -> Segment:
    """A segment as the book keeps it."""
    return Segment(segmentation=segmentation_code, code=spec.code, **values(spec))


def values(spec: SegmentSpec) -> dict[str, Any]:
    """What the book keeps of a segment besides its code."""
    return {
        "name": spec.name,
        "colour": spec.colour,
        "position": spec.position,
        "display_order": spec.display_order,
        "rule": spec.rule,
        "ideal_days": spec.ideal_days or CADENCE[0],
        "max_days": spec.max_days or CADENCE[1],
    }


def display_ranks(segments: Sequence[SegmentSpec]) -> list[int]:
    """The places in lists, one for each segment, counted anew from 1.

    The gap that sets the last segment apart (`steadiness`) stays; one that a deleted segment left does not.
    """
    wanted = [segment.display_order for segment in segments]
    shown = sorted(range(len(wanted)), key=lambda place: wanted[place])
    ranks = [shown.index(place) + 1 for place in range(len(wanted))]
    if len(shown) > 1 and wanted[shown[-1]] - wanted[shown[-2]] > 1:
        ranks[shown[-1]] += 1
    return ranks


def _segmentation(book: Book, code: str, as_of: date | None = None) -> SegmentationSpec:
    from portfolio_app.analysis.built_in_segments import BUILT_IN, SegmentationSpec

    rows = _rows(book, code)
    stored = _stored(book).get(code)
    if stored is not None:
        name, steady = stored
        return SegmentationSpec(code, name, steady, _whole(code, list(rows.values())))
    if code not in BUILT_IN:
        raise NotFoundError("not_found", kind="segmentation", id=code)
    ours = _sized(book, as_of) if as_of else BUILT_IN[code]
    return replace(ours, segments=tuple(_dressed(spec, rows.get(spec.code)) for spec in ours.segments))


def _sized(book: Book, as_of: date) -> SegmentationSpec:
    from portfolio_app.analysis.metrics import metrics
    from portfolio_app.analysis.segments import sized

    frames = stored.book_frames(book, as_of, WINDOW_DAYS)
    return sized(metrics(frames, as_of, WINDOW_DAYS, only=["revenue_window"]))


def _dressed(spec: SegmentSpec, row: SegmentSpec | None) -> SegmentSpec:
    """A built-in segment as the book shows it: its rule is ours, its look and rhythm the user's."""
    if row is None:
        return spec
    return replace(spec, name=row.name, colour=row.colour, ideal_days=row.ideal_days, max_days=row.max_days)


def _rows(book: Book, code: str) -> dict[str, SegmentSpec]:
    from portfolio_app.analysis.built_in_segments import SegmentSpec

    with book.read_session() as session:
        rows = session.scalars(select(Segment).where(Segment.segmentation == code).order_by(Segment.position))
        return {
            row.code: SegmentSpec(
                code=row.code,
                rule=row.rule,
                position=row.position,
                display_order=row.display_order,
                colour=row.colour,
                ideal_days=row.ideal_days,
                max_days=row.max_days,
                name=row.name,
            )
            for row in rows
        }


def _whole(code: str, segments: Sequence[SegmentSpec]) -> tuple[SegmentSpec, ...]:
    """The segments so that exactly the last takes everyone left, whatever taking back old steps made of them."""
    from portfolio_app.analysis.built_in_segments import SegmentSpec

    ruled = [segment for segment in segments if segment.rule is not None]
    open_ended = [segment for segment in segments if segment.rule is None]
    last = len(segments) + 1
    rest = open_ended[-1] if open_ended else SegmentSpec(f"{code}.rest", None, last, last, GREY, *CADENCE)
    return (*ruled, replace(rest, position=max([rest.position, *(s.position + 1 for s in ruled)])))
