"""The pieces pages are made of. Heavier ones (charts, the search palette) are imported from their modules."""

from __future__ import annotations

from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets.basic import (
    Card,
    ElidedLabel,
    add_field,
    button,
    clear_layout,
    form_layout,
    line,
    scrolling,
    text_label,
)
from portfolio_app.ui.widgets.chips import Badge, SegmentChip
from portfolio_app.ui.widgets.flow_layout import FlowLayout
from portfolio_app.ui.widgets.tiles import EmptyState, StatTile

__all__ = [
    "Badge",
    "Card",
    "ElidedLabel",
    "EmptyState",
    "FlowLayout",
    "SegmentChip",
    "StatTile",
    "add_field",
    "button",
    "clear_layout",
    "form_layout",
    "line",
    "plain_tooltip",
    "scrolling",
    "text_label",
]
