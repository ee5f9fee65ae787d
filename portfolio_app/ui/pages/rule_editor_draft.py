"""What is being edited: a segmentation, or a group, as plain data that can be changed part by part.

A rule is a tree of `Node`s while it is edited and rule data (`portfolio_app.analysis.rules`) everywhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Literal

from portfolio_app.analysis.built_in_segments import SegmentationSpec, SegmentSpec
from portfolio_app.analysis.columns import Column
from portfolio_app.analysis.rule_parsing import parse_rule
from portfolio_app.errors import RuleError

Word = Literal["all", "any", "none", "not_all"]
CADENCE = (60, 90)
"""Ideal and maximum days of a segment that has no rhythm of its own yet."""
COLOURS = ("#009E73", "#0072B2", "#E69F00", "#CC79A7", "#56B4E9", "#D55E00", "#999999")
REST_COLOUR = "#999999"
PENDING = "new."
"""What the codes of segments that are not in the book yet begin with, inside a draft."""


@dataclass(eq=False)
class Node:
    """A comparison, or several put together by `word`."""

    word: Word | None = None
    parts: list[Node] = field(default_factory=list)
    metric: str = ""
    op: str = "="
    value: Any = None

    @property
    def is_group(self) -> bool:
        """Whether it puts others together."""
        return self.word is not None

    def data(self) -> dict[str, Any]:
        """The rule as data; a group of one is that one."""
        if self.word is None:
            bare = {"metric": self.metric, "op": self.op}
            value = None if self.value in ("", []) else deepcopy(self.value)  # not given yet
            return bare if self.op in ("known", "missing") else bare | {"value": value}
        parts = [part.data() for part in self.parts]
        negated = self.word in ("none", "not_all")
        joint: dict[str, Any] = {"all" if self.word in ("all", "not_all") else "any": parts}
        made = parts[0] if len(parts) == 1 else joint
        return {"not": made} if negated else made

    def copy(self) -> Node:
        """Another tree of the same conditions."""
        return deepcopy(self)

    def remove(self, node: Node) -> bool:
        """Take a node out of the tree below; False when it is not there."""
        for place, part in enumerate(self.parts):
            if part is node:
                del self.parts[place]
                return True
        return any(part.remove(node) for part in self.parts)


def read(data: Mapping[str, Any]) -> Node:
    """The tree of a rule, always a group at its root."""
    node = _read(data)
    return node if node.is_group else Node("all", [node])


def _read(data: Mapping[str, Any]) -> Node:
    for word in ("all", "any"):
        if word in data:
            return Node("all" if word == "all" else "any", [_read(part) for part in data[word]])
    if "not" in data:
        inner = _read(data["not"])
        if inner.word == "any":
            return Node("none", inner.parts)
        if inner.word == "all":
            return Node("not_all", inner.parts)
        return Node("none", [inner])
    return Node(None, [], data.get("metric", ""), data.get("op", "="), deepcopy(data.get("value")))


def problem(node: Node, columns: Mapping[str, Column]) -> RuleError | None:
    """Why this one comparison, or this group without its parts, cannot be asked."""
    try:
        if not node.is_group:
            parse_rule(node.data(), columns)
        elif not node.parts:
            raise RuleError("no_conditions")
    except RuleError as error:
        return error
    return None


def first_problem(node: Node, columns: Mapping[str, Column]) -> RuleError | None:
    """Why the rule cannot be asked, if so."""
    found = problem(node, columns)
    for part in node.parts:
        found = found or first_problem(part, columns)
    if found is not None:
        return found
    try:
        parse_rule(node.data(), columns)  # what only shows in the whole: too deep, too many
    except RuleError as error:
        return error
    return None


@dataclass(eq=False)
class DraftSegment:
    """One segment; `root` is None for the one that takes everyone else."""

    code: str
    name: str
    colour: str
    ideal_days: int
    max_days: int
    root: Node | None


class Draft:
    """A segmentation being edited. `segments` in the order of evaluation; the last takes everyone else."""

    def __init__(self, spec: SegmentationSpec) -> None:
        self.code, self.name, self.steady = spec.code, spec.name, spec.steady
        ordered = sorted(spec.segments, key=lambda segment: segment.position)
        self.segments = [_draft_segment(segment) for segment in ordered]
        shown = sorted(zip(ordered, self.segments, strict=True), key=lambda pair: pair[0].display_order)
        self.shown = [segment for _, segment in shown]
        """The segments in the order of lists, the best first."""
        ranks = [segment.display_order for segment, _ in shown]
        # A gap sets "no sale" apart from the last class.
        self._is_last_apart = len(ranks) > 1 and ranks[-1] - ranks[-2] > 1
        self._count = 0
        self._saved = self.spec()

    @property
    def is_changed(self) -> bool:
        """Whether it says something else than the book."""
        return self.spec() != self._saved

    def spec(self) -> SegmentationSpec:
        """The segmentation as the services take it; a segment not saved yet has no code."""
        return SegmentationSpec(
            self.code,
            self.name,
            self.steady,
            tuple(self._segment_spec(place, segment) for place, segment in enumerate(self.segments, 1)),
        )

    def _segment_spec(self, place: int, segment: DraftSegment) -> SegmentSpec:
        return SegmentSpec(
            code="" if segment.code.startswith(PENDING) else segment.code,
            rule=None if segment.root is None else segment.root.data(),
            position=place,
            display_order=self._rank(segment),
            colour=segment.colour,
            ideal_days=segment.ideal_days,
            max_days=max(segment.ideal_days, segment.max_days),
            name=segment.name.strip(),
        )

    def _rank(self, segment: DraftSegment) -> int:
        place = self.shown.index(segment) + 1
        is_last = place == len(self.shown) and segment is self.segments[-1]
        return place + 1 if is_last and self._is_last_apart else place

    def add(self, name: str, root: Node) -> DraftSegment:
        """A new segment, tried last before everyone else."""
        used = {segment.colour.upper() for segment in self.segments}
        colour = next((each for each in COLOURS if each not in used), COLOURS[0])
        return self._insert(len(self.segments) - 1, DraftSegment("", name, colour, *CADENCE, root))

    def duplicate(self, segment: DraftSegment, name: str) -> DraftSegment:
        """A copy right after a segment; of everyone else, a segment before it with a rule still to be made."""
        place = self.segments.index(segment)
        root = Node("all") if segment.root is None else segment.root.copy()
        copy = DraftSegment("", name, segment.colour, segment.ideal_days, segment.max_days, root)
        return self._insert(min(place + 1, len(self.segments) - 1), copy)

    def _insert(self, place: int, segment: DraftSegment) -> DraftSegment:
        self._count += 1
        segment.code = f"{PENDING}{self._count}"
        self.segments.insert(place, segment)
        self.shown.insert(self.shown.index(self.segments[place + 1]), segment)
        return segment

    def remove(self, segment: DraftSegment) -> None:
        """Take a segment out; everyone else stays."""
        if segment.root is not None:
            self.segments.remove(segment)
            self.shown.remove(segment)

    def move(self, segment: DraftSegment, place: int) -> bool:
        """Try a segment at another place in the order; nobody goes after everyone else. False: nothing moved."""
        before = self.segments.index(segment)
        wanted = max(0, min(place, len(self.segments) - 2))
        if segment.root is None or wanted == before:
            return False
        self.segments.insert(wanted, self.segments.pop(before))
        return True

    def show_at(self, segment: DraftSegment, place: int) -> None:
        """List a segment at another place, 0 the best."""
        self.shown.remove(segment)
        self.shown.insert(max(0, min(place, len(self.shown))), segment)

    def problem(self, columns: Mapping[str, Column]) -> tuple[DraftSegment, RuleError] | None:
        """The first segment whose rule cannot be asked, and why."""
        for segment in self.segments:
            if segment.root is not None and (found := first_problem(segment.root, columns)) is not None:
                return segment, found
        return None


class GroupDraft:
    """A group being edited; `group_id` is None until the book has it."""

    def __init__(self, group_id: int | None, name: str, colour: str, root: Node) -> None:
        self.group_id, self.name, self.colour, self.root = group_id, name, colour, root
        self._saved = self._state()

    @property
    def is_changed(self) -> bool:
        """Whether it says something else than the book."""
        return self._state() != self._saved

    def _state(self) -> tuple[str, str, dict[str, Any]]:
        return self.name.strip(), self.colour, self.root.data()


def _draft_segment(spec: SegmentSpec) -> DraftSegment:
    return DraftSegment(
        spec.code,
        spec.name,
        spec.colour,
        spec.ideal_days or CADENCE[0],
        spec.max_days or CADENCE[1],
        None if spec.rule is None else read(spec.rule),
    )
