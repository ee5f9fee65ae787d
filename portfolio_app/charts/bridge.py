"""From one amount to another, step by step: what was lost and won in between."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitBoxes
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, amount_ticks, name_axes, quiet, say_empty

HALF = 0.33
_CHARACTER = 0.58


@dataclass(frozen=True)
class Step:
    """A bar: its name under it, the amount written on it; `is_total` stands on the zero line."""

    name: str
    amount: float
    label: str
    is_total: bool = False


def draw_bridge(ax: Axes, steps: Sequence[Step], palette: Palette, text: ChartText) -> HitBoxes:
    """A waterfall: totals from zero, the other steps from where the last one ended. Row i of the hits is step i.

    Down is hatched too, so that colour is not the only sign. `text.note` is written at the top right.
    """
    quiet(ax, palette)
    if not any(step.amount for step in steps):
        say_empty(ax, palette, text.empty)
        return HitBoxes()
    starts, ends = _levels(steps)
    low, high = min(0.0, float(min(starts.min(), ends.min()))), float(max(starts.max(), ends.max()))
    room = 0.09 * (high - low)
    ax.set_xlim(-0.6, len(steps) - 0.4)
    ax.set_ylim(low - (room if low < 0 else 0), high + room)
    for place, step in enumerate(steps):
        rises = step.amount >= 0
        colour = palette.accent if step.is_total else palette.good if rises else palette.warn
        hatch = "" if rises or step.is_total else "//"
        ax.bar(place, ends[place] - starts[place], bottom=starts[place], width=2 * HALF, color=colour,
               edgecolor=palette.surface, linewidth=0, hatch=hatch, zorder=2)  # fmt: skip
        if place + 1 < len(steps):
            ax.plot([place + HALF, place + 1 - HALF], [ends[place]] * 2, color=palette.muted, linewidth=0.9,
                    dashes=(2, 2), zorder=1)  # fmt: skip
        top = max(starts[place], ends[place])
        ax.annotate(step.label, (place, top), xytext=(0, 3), textcoords="offset points", ha="center",
                    va="bottom", color=palette.text, fontsize=LABEL_SIZE, zorder=3, **LITERAL)  # fmt: skip
    ax.axhline(0, color=palette.muted, linewidth=0.8)
    amount_ticks(ax, low, high, text.money, palette)
    wide = float(ax.get_figure().get_size_inches()[0]) * 72 * 0.88 / len(steps)  # type: ignore[union-attr]
    letters = max(6, int(wide / (_CHARACTER * LABEL_SIZE)))
    names = [textwrap.fill(step.name, letters, break_long_words=False) for step in steps]
    ax.set_xticks(range(len(steps)), names, **LITERAL)
    ax.tick_params(axis="x", colors=palette.text)
    name_axes(ax, palette, "", text.y_label)
    if text.note:
        ax.set_title(text.note, loc="right", color=palette.text, fontsize=LABEL_SIZE + 1, pad=8, **LITERAL)
    places = np.arange(len(steps))
    # As wide and high as can be hit, also where a step is a hairline.
    reach = 0.02 * (high - low)
    boxes = np.column_stack(
        [places - 0.45, places + 0.45, np.minimum(starts, ends) - reach, np.maximum(starts, ends) + reach]
    )
    return HitBoxes(rows=places, boxes=boxes)


def _levels(steps: Sequence[Step]) -> tuple[np.ndarray, np.ndarray]:
    """Where each bar begins and ends."""
    starts, ends = np.zeros(len(steps)), np.zeros(len(steps))
    level = 0.0
    for place, step in enumerate(steps):
        starts[place] = 0.0 if step.is_total else level
        level = step.amount if step.is_total else level + step.amount
        ends[place] = level
    return starts, ends
