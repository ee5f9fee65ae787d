"""What new segmentations, segments and groups begin with: something that works, to be changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from portfolio_app.analysis.built_in_segments import SegmentationSpec, SegmentSpec
from portfolio_app.ui.pages.rule_editor_draft import CADENCE, COLOURS, REST_COLOUR, Draft, DraftSegment, Node


def first_rule() -> Node:
    """The fifth of the buyers with most revenue."""
    return Node("all", [Node(None, [], "revenue_window", ">=", {"percentile": 80})])


def new_segmentation() -> Draft:
    """A segmentation of two: the largest clients, and everyone else."""
    translate = QCoreApplication.translate
    rest = SegmentSpec("", None, 1, 1, REST_COLOUR, *CADENCE, translate("RuleEditor", "Everyone else"))
    draft = Draft(SegmentationSpec("", translate("RuleEditor", "My segmentation"), True, (rest,)))
    draft.add(translate("RuleEditor", "Largest clients"), first_rule())
    return draft


def new_segment(draft: Draft) -> DraftSegment:
    """One more segment, named by its number; whom it takes is still to be said."""
    name = QCoreApplication.translate("RuleEditor", "Segment {number}")
    taken = {segment.name for segment in draft.segments}
    number = next(n for n in range(len(draft.segments), 999) if name.format(number=n) not in taken)
    return draft.add(name.format(number=number), Node("all"))


def group_colour() -> str:
    """The colour offered for a new group."""
    return COLOURS[1]
