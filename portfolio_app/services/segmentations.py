"""Ways of cutting the book into segments: which there are, which is in force, changing them, trying changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from portfolio_app.errors import NotFoundError, RuleError, SegmentationError
from portfolio_app.models.entities import Segment, Segmentation, Setting
from portfolio_app.services import segment_store
from portfolio_app.services.changes import Changes
from portfolio_app.services.portfolio import SegmentInfo, segments
from portfolio_app.services.segment_previews import Preview, RulePreview, preview, rule_preview
from portfolio_app.services.segment_store import SIZE, WINDOW_DAYS, catalogue, segmentation
from portfolio_app.services.segments import check_cadence, check_colour, check_name
from portfolio_app.storage import frames as stored
from portfolio_app.storage.book import Book

if TYPE_CHECKING:
    from portfolio_app.analysis.built_in_segments import SegmentationSpec, SegmentSpec

__all__ = [
    "Preview",
    "RulePreview",
    "SegmentationInfo",
    "catalogue",
    "delete",
    "preview",
    "put_in_force",
    "reset",
    "rule_preview",
    "save",
    "saved_code",
    "segmentation",
    "segmentations",
    "values_of",
]
OWN = "own-"
"""What the codes of the user's own segmentations begin with; the number of the record follows."""


@dataclass(frozen=True)
class SegmentationInfo:
    """A segmentation as the interface lists it. `name` is empty for the built-in ones.

    `changed`: a built-in one whose rules are the user's, which `reset` takes back. `segments` in display order.
    `problems`: why a segment's rule cannot be read, by code; such a segment takes nobody.
    """

    code: str
    name: str
    steady: bool
    in_force: bool
    built_in: bool
    changed: bool
    segments: tuple[SegmentInfo, ...]
    problems: dict[str, RuleError]


def segmentations(book: Book) -> list[SegmentationInfo]:
    """All segmentations, the built-in ones first."""
    current = segment_store.in_force(book)
    return [_info(book, code, current) for code in segment_store.codes(book)]


def _info(book: Book, code: str, current: str) -> SegmentationInfo:
    spec = segmentation(book, code)
    problems = {
        segment.code: problem
        for segment in spec.segments
        if segment.rule is not None and (problem := segment_store.problem(book, segment.rule))
    }
    built_in = segment_store.is_built_in(code)
    return SegmentationInfo(
        code=code,
        name=spec.name,
        steady=spec.steady,
        in_force=code == current,
        built_in=built_in,
        changed=built_in and segment_store.is_changed(book, code),
        segments=tuple(segments(book, code)),
        problems=problems,
    )


def put_in_force(book: Book, code: str) -> Changes:
    """Cut the book by that segmentation from now on. Raises `NotFoundError`.

    The amounts of "size", which followed the book so far, stay as they are now.
    """
    spec = segmentation(book, code)
    with book.step("put_in_force", key=code) as step:
        if code == SIZE and not segment_store.is_changed(book, code):
            _write(step.session, spec)
        setting = step.session.scalars(select(Setting).where(Setting.key == segment_store.SETTING)).first()
        if setting is None:
            step.session.add(Setting(key=segment_store.SETTING, value=code))
        else:
            setting.value = code
    return step.changes


def save(book: Book, spec: SegmentationSpec) -> Changes:
    """Write a segmentation: one of the book's by its code, or without a code a new one (`saved_code`).

    A segment whose code is not one of this segmentation is new too, and gets a code of its own; of the others
    those left out are deleted. Raises `RuleError`, `InvalidValueError`, `NotFoundError`.
    """
    if spec.code and spec.code not in segment_store.codes(book):
        raise NotFoundError("not_found", kind="segmentation", id=spec.code)
    checked = _checked(book, spec)
    with book.step("update_segmentation" if spec.code else "create_segmentation", key=spec.code) as step:
        _write(step.session, checked)
    return step.changes


def saved_code(book: Book, changes: Changes) -> str:
    """The code of the segmentation that `save` made; "" when it made none."""
    for row_id in changes.created.get("segmentation", ()):
        with book.read_session() as session:
            row = session.get(Segmentation, row_id)
            return row.code if row is not None else ""
    return ""


def reset(book: Book, code: str) -> Changes:
    """Give a built-in segmentation its own rules, colours and rhythms back.

    Raises `NotFoundError`, `SegmentationError`.
    """
    spec = segmentation(book, code)
    if not segment_store.is_built_in(code):
        raise SegmentationError("not_built_in", name=spec.name)
    with book.step("reset_segmentation", key=code) as step:
        _remove(step.session, code)
    return step.changes


def delete(book: Book, code: str) -> Changes:
    """Delete a segmentation of the user's that is not in force. Raises `NotFoundError`, `SegmentationError`."""
    spec = segmentation(book, code)
    if segment_store.is_built_in(code):
        raise SegmentationError("built_in")
    if code == segment_store.in_force(book):
        raise SegmentationError("in_force", name=spec.name)
    with book.step("delete_segmentation", name=spec.name) as step:
        _remove(step.session, code)
    return step.changes


def values_of(book: Book, metric: str) -> list[str]:
    """The words that a text or list column holds today, the most used first. Raises KeyError for another name."""
    return list(
        book.cache.get(
            ("values_of", metric),
            ("client", "sale", "interaction", "custom_field"),
            lambda: _values(book, metric),
        )
    )


def _values(book: Book, metric: str) -> list[str]:
    from collections import Counter

    from portfolio_app.analysis.metrics import metrics

    today = book.today()
    table = metrics(stored.book_frames(book, today, WINDOW_DAYS), today, WINDOW_DAYS, only=[metric])
    values = table[metric].tolist()
    words = Counter(word for value in values for word in (value if isinstance(value, tuple) else (value,)))
    return [word for word, _ in sorted(words.items(), key=lambda pair: (-pair[1], pair[0])) if word]


def _checked(book: Book, spec: SegmentationSpec) -> SegmentationSpec:
    """The specification as it is kept: its texts clean, no place taken twice, its rules readable."""
    from portfolio_app.analysis.segments import parse_segments

    built_in = segment_store.is_built_in(spec.code)
    own = [segment.code for segment in segmentation(book, spec.code).segments] if spec.code else []
    ordered = sorted(spec.segments, key=lambda segment: segment.position)
    ranks = segment_store.display_ranks(ordered)
    made: list[SegmentSpec] = []
    for place, segment in enumerate(ordered):
        is_known = segment.code in own
        if is_known:
            own.remove(segment.code)  # A second one of that code is a copy, and so a new one.
        made.append(
            replace(
                segment,
                code=segment.code if is_known else "",
                name=_name(segment, is_known),
                colour=check_colour(segment.colour),
                position=place + 1,
                display_order=ranks[place],
            )
        )
    for segment in made:
        if segment.ideal_days is not None and segment.max_days is not None:
            check_cadence(segment.ideal_days, segment.max_days)
    numbered = [replace(segment, code=segment.code or str(place)) for place, segment in enumerate(made)]
    parse_segments(numbered, catalogue(book))
    return replace(spec, name="" if built_in else check_name(spec.name), segments=tuple(made))


def _name(segment: SegmentSpec, is_known: bool) -> str:
    """A segment's name; those of the built-in segments may stay empty, the interface knows them by code."""
    if not segment.name.strip() and is_known and segment_store.built_in_segment(segment.code):
        return ""
    return check_name(segment.name)


def _write(session: Session, spec: SegmentationSpec) -> None:
    row = session.scalars(select(Segmentation).where(Segmentation.code == spec.code)).first()
    if row is None:
        row = Segmentation(code=spec.code or "?", name=spec.name, steady=spec.steady)
        session.add(row)
        session.flush()
        # A record's number is never given twice, so that taking back old steps brings no code into conflict.
        row.code = spec.code or f"{OWN}{row.id}"
    row.name, row.steady = spec.name, spec.steady
    _write_segments(session, row.code, spec.segments)


def _write_segments(session: Session, code: str, wanted: Sequence[SegmentSpec]) -> None:
    found = {s.code: s for s in session.scalars(select(Segment).where(Segment.segmentation == code))}
    kept = {segment.code for segment in wanted}
    for segment_code, segment in found.items():
        if segment_code not in kept:
            session.delete(segment)
    for spec in wanted:
        known = found.get(spec.code)
        if known is not None:
            for name, value in segment_store.values(spec).items():
                setattr(known, name, value)
        else:
            new = segment_store.record(replace(spec, code=spec.code or f"{code}.?{spec.position}"), code)
            session.add(new)
            session.flush()
            new.code = spec.code or f"{code}.{new.id}"
    session.flush()


def _remove(session: Session, code: str) -> None:
    """Take out what the book holds of a segmentation, but the segments that every book holds."""
    for row in session.scalars(select(Segmentation).where(Segmentation.code == code)):
        session.delete(row)
    _write_segments(session, code, segment_store.kept_anyway(code))
