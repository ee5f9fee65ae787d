"""Two bars of the same length, cut by segment: the part of the clients above the part of the revenue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitMap
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, quiet, say_empty

CHARACTER = 0.58 * LABEL_SIZE
"""How wide a character of a label is, about, in points."""


@dataclass(frozen=True)
class Part:
    """One segment in a bar: its amount (below zero counts as nothing) and its colour, #rrggbb."""

    value: float
    colour: str


def draw_shares(ax: Axes, parts: Sequence[Part], palette: Palette, text: ChartText) -> HitMap:
    """One bar named `text.y_label`; row i of the map is part i. Says `text.empty` when all parts are zero."""
    quiet(ax, palette)
    ax.set_xticks([])
    ax.set_yticks([])
    values = np.array([max(part.value, 0.0) for part in parts])
    total = values.sum()
    ax.set_title(text.y_label, loc="left", color=palette.muted, fontsize=LABEL_SIZE, pad=4, **LITERAL)
    if not total > 0:
        say_empty(ax, palette, text.empty)
        return HitMap()
    shares = values / total
    points = ax.figure.get_figwidth() * 72 * 0.9
    edges = np.concatenate([[0.0], np.cumsum(shares)])
    for part, share, left in zip(parts, shares, edges, strict=False):
        if share <= 0:
            continue
        ax.barh(0, share, left=left, height=0.9, color=part.colour, edgecolor=palette.surface, linewidth=1.5)
        label = text.percent(share)
        if share * points >= (len(label) + 0.5) * CHARACTER:
            ax.text(left + share / 2, 0, label, ha="center", va="center",
                    color=palette.ink_on(part.colour), fontsize=LABEL_SIZE, **LITERAL)  # fmt: skip
    ax.set_xlim(0, 1)
    ax.set_ylim(-0.5, 0.5)
    shown = np.flatnonzero(shares > 0)
    return HitMap(
        edges=np.concatenate([edges[shown], [1.0]]),
        rows=shown,
        heights=np.zeros(len(shown)),
        low=-0.5,
        high=0.5,
    )
