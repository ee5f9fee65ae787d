"""What the rule editor has done on the book's thread; the services are imported there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from portfolio_app.analysis.built_in_segments import SegmentationSpec

if TYPE_CHECKING:
    from portfolio_app.analysis.columns import Column
    from portfolio_app.services.books import Book
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.groups import Group
    from portfolio_app.services.segmentations import Preview, RulePreview

LOW, HIGH = 2, 98
"""Percentiles between which a slider moves, so that one huge client does not squeeze all others together."""


@dataclass(frozen=True)
class Opened:
    """What the editor needs to begin: the segmentation or the group, and what rules may ask for.

    `ranges`: by indicator, the values between which nearly all clients lie.
    """

    spec: SegmentationSpec | None
    group: Group | None
    catalogue: dict[str, Column] = field(repr=False)
    ranges: Mapping[str, tuple[float, float]] = field(repr=False)


def open_segmentation(book: Book, as_of: date, code: str) -> Opened:
    """A segmentation to edit; "" for a new one, of which the editor makes the first segments."""
    from portfolio_app.services import segmentations

    spec = segmentations.segmentation(book, code) if code else None
    return _opened(book, as_of, spec, None)


def open_group(book: Book, as_of: date, group_id: int | None) -> Opened:
    """A group to edit; None for a new one. Raises `NotFoundError`."""
    from portfolio_app.errors import NotFoundError
    from portfolio_app.services import groups

    found = None
    if group_id is not None:
        found = next((group for group in groups.groups(book) if group.id == group_id), None)
        if found is None:
            raise NotFoundError("not_found", kind="client_group", id=group_id)
    return _opened(book, as_of, None, found)


def _opened(book: Book, as_of: date, spec: SegmentationSpec | None, group: Group | None) -> Opened:
    from portfolio_app.services import portfolio, segmentations

    catalogue = segmentations.catalogue(book)
    table = portfolio.snapshot(book, as_of).metrics
    ranges = {}
    for name, column in catalogue.items():
        if column.kind in ("money", "int", "ratio") and name in table.columns:
            known = table[name].dropna()
            if len(known):
                low, high = known.quantile([LOW / 100, HIGH / 100])
                ranges[name] = (float(low), float(high))
    return Opened(spec, group, catalogue, ranges)


def preview(book: Book, as_of: date, spec: SegmentationSpec) -> Preview:
    """What these rules would change."""
    from portfolio_app.services import segmentations

    return segmentations.preview(book, as_of, spec)


def rule_preview(book: Book, as_of: date, rule: dict[str, Any]) -> RulePreview:
    """Whom that rule finds."""
    from portfolio_app.services import segmentations

    return segmentations.rule_preview(book, as_of, rule)


def words_of(book: Book, metric: str) -> list[str]:
    """The words the book holds for an indicator, the most used first."""
    from portfolio_app.services import segmentations

    return segmentations.values_of(book, metric)


def save(book: Book, spec: SegmentationSpec) -> Changes:
    """Write a segmentation, in one step."""
    from portfolio_app.services import segmentations

    return segmentations.save(book, spec)


def save_group(book: Book, group_id: int | None, name: str, colour: str, rule: dict[str, Any]) -> Changes:
    """Write a group, in one step; None makes a new one."""
    from portfolio_app.services import groups

    if group_id is None:
        return groups.create_group(book, name, rule, colour)
    return groups.update_group(book, group_id, name=name, rule=rule, colour=colour)
