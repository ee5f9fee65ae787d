"""What a preview of rules promises is what applying them gives."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Collection
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from portfolio_app.analysis.built_in_segments import SegmentationSpec, SegmentSpec
from portfolio_app.services import portfolio, segment_labels, segmentations
from portfolio_app.storage.book import Book
from tests.conftest import TODAY

Change = Callable[[SegmentationSpec, random.Random], SegmentationSpec]
_RULES: tuple[dict[str, Any], ...] = (
    {"metric": "revenue_window", "op": ">=", "value": {"percentile": 70}},
    {"metric": "days_since_touch", "op": ">", "value": 40},
    {"all": [{"metric": "tags", "op": "known"}, {"metric": "recency_days", "op": "<", "value": 120}]},
    {"metric": "complaints_open", "op": ">", "value": 0},
)


def _toggled(spec: SegmentationSpec, rng: random.Random) -> SegmentationSpec:
    return replace(spec, steady=not spec.steady)


def _numbers_moved(spec: SegmentationSpec, rng: random.Random) -> SegmentationSpec:
    """Every number of the rules, a little up or down."""

    def moved(rule: Any) -> Any:
        if isinstance(rule, list):
            return [moved(part) for part in rule]
        if not isinstance(rule, dict):
            return rule
        made = {key: moved(part) for key, part in rule.items()}
        for key in ("value", "percentile"):
            number = made.get(key)
            if isinstance(number, int | float) and not isinstance(number, bool):
                made[key] = type(number)(number * rng.uniform(0.6, 1.1))
        return made

    segments = tuple(replace(each, rule=moved(deepcopy(each.rule))) for each in spec.segments)
    return replace(spec, segments=segments)


def _numbered(spec: SegmentationSpec, segments: list[SegmentSpec]) -> SegmentationSpec:
    placed = (replace(each, position=place) for place, each in enumerate(segments, 1))
    return replace(spec, segments=tuple(placed))


def _one_more(spec: SegmentationSpec, rng: random.Random) -> SegmentationSpec:
    place = rng.randrange(len(spec.segments))
    new = SegmentSpec("", rng.choice(_RULES), 0, place + 1, "#0072B2", 30, 60, "New")
    return _numbered(spec, [*spec.segments[:place], new, *spec.segments[place:]])


def _one_less(spec: SegmentationSpec, rng: random.Random) -> SegmentationSpec:
    place = rng.randrange(len(spec.segments) - 1)
    return _numbered(spec, [each for at, each in enumerate(spec.segments) if at != place])


def _another_order(spec: SegmentationSpec, rng: random.Random) -> SegmentationSpec:
    first = rng.sample(spec.segments[:-1], len(spec.segments) - 1)
    return _numbered(spec, [*first, spec.segments[-1]])


_CHANGES: tuple[Change, ...] = (
    _toggled, _numbers_moved, _one_more, _numbers_moved, _toggled, _another_order, _one_less,
)  # fmt: skip


def _counts(book: Book, code: str) -> list[tuple[int, int]]:
    """Clients and revenue of each segment as it is shown, in the order tried."""
    label = segment_labels.labels(book, TODAY, code).label
    revenue = portfolio.snapshot(book, TODAY).metrics["revenue_window"]
    spec = segmentations.segmentation(book, code)
    return [(int((label == s.code).sum()), int(revenue[label == s.code].sum())) for s in spec.segments]


@pytest.mark.parametrize("code", ["standard", "abc_revenue"])
def test_applying_gives_what_the_preview_said(sample_book: Book, code: str) -> None:
    """On the way through changes of every sort, each of which is applied before the next."""
    rng = random.Random(code)
    for change in _CHANGES:
        now = segmentations.segmentation(sample_book, code)
        draft = change(now, rng)
        before = segment_labels.labels(sample_book, TODAY, code).label
        shown = _counts(sample_book, code)
        found = segmentations.preview(sample_book, TODAY, draft)
        assert found.error is None
        kept = {segment.code: place for place, segment in enumerate(now.segments)}
        assert [(s.clients_before, s.revenue_before) for s in found.segments] == [
            shown[kept[s.code]] if s.code in kept else (0, 0) for s in found.segments
        ]
        segmentations.save(sample_book, draft)
        promised = [(s.clients_after, s.revenue_after) for s in found.segments]
        assert promised == _counts(sample_book, code), change.__name__
        after = segment_labels.labels(sample_book, TODAY, code).label
        assert found.moved_clients == int((before != after).sum())
        places = [s.code for s in segmentations.segmentation(sample_book, code).segments]
        moves = Counter(zip(before[before != after], after[before != after], strict=True))
        assert {(m.before, places[m.after]): m.clients for m in found.moves} == dict(moves)


def test_the_counts_of_an_untouched_draft_are_those_of_the_page(sample_book: Book) -> None:
    for info in segmentations.segmentations(sample_book):
        spec = segmentations.segmentation(sample_book, info.code)
        found = segmentations.preview(sample_book, TODAY, spec)
        assert (found.moved_clients, found.moves) == (0, ())
        told = [(s.clients_before, s.revenue_before) for s in found.segments]
        assert told == [(s.clients_after, s.revenue_after) for s in found.segments]
        assert told == _counts(sample_book, info.code)


def test_a_new_segmentation_will_have_the_counts_it_was_promised(sample_book: Book) -> None:
    rest = SegmentSpec("", None, 2, 2, "#999999", 60, 90, "Rest")
    first = SegmentSpec("", _RULES[0], 1, 1, "#0072B2", 30, 60, "First")
    spec = SegmentationSpec("", "Mine", True, (first, rest))
    found = segmentations.preview(sample_book, TODAY, spec)
    code = segmentations.saved_code(sample_book, segmentations.save(sample_book, spec))
    assert [(s.clients_after, s.revenue_after) for s in found.segments] == _counts(sample_book, code)
    assert found.moved_clients == 0


def test_another_threshold_works_out_no_month_again(
    sample_book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = replace(segmentations.segmentation(sample_book, "standard"), steady=True)
    segmentations.preview(sample_book, TODAY, spec)
    worked: list[set[str]] = []
    table_on = segment_labels._table_on

    def noted(book: Book, used: Collection[str], day: date, *, touched: bool) -> Any:
        worked.append(set(used))
        return table_on(book, used, day, touched=touched)

    monkeypatch.setattr(segment_labels, "_table_on", noted)
    for seed in range(3):
        segmentations.preview(sample_book, TODAY, _numbers_moved(spec, random.Random(seed)))
    assert worked == []
    # One more indicator is all that is worked out of the months then.
    more = replace(spec.segments[0], rule={"metric": "share_before", "op": "<", "value": 0.5})
    segmentations.preview(sample_book, TODAY, replace(spec, segments=(more, *spec.segments[1:])))
    assert worked == [{"share_before"}] * 12


def test_a_segment_whose_clients_are_all_taken_by_those_before_it_says_so(sample_book: Book) -> None:
    spec = segmentations.segmentation(sample_book, "standard")
    largest = {"metric": "clients_before", "op": "<", "value": 0.1}
    new = SegmentSpec("", largest, 0, 9, "#0072B2", 30, 60, "Largest")
    late = _numbered(spec, [*spec.segments[:-1], new, spec.segments[-1]])
    found = segmentations.preview(sample_book, TODAY, late).segments[-2]
    assert found.clients_after == 0
    assert found.taken_before == segmentations.rule_preview(sample_book, TODAY, largest).clients > 0
    early = segmentations.preview(sample_book, TODAY, _numbered(spec, [new, *spec.segments])).segments[0]
    assert early.clients_after > 0
    assert early.taken_before == 0
