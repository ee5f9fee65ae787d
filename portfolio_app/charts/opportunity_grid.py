"""Clients by items: a dot for what a client takes, a ring for what its peers take and it does not."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitBoxes
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, quiet, say_empty

DOT, SMALLEST, LARGEST = 26.0, 30.0, 260.0
"""Areas in square points: a dot, and the rings of the least and of the largest expected amount."""
_NAME, _TITLE = 30, 14
"""How many characters a client's name, and a line of an item's, may take."""


def draw_opportunity_grid(
    ax: Axes,
    taken: np.ndarray,
    expected: np.ndarray,
    palette: Palette,
    text: ChartText,
    *,
    rows: Sequence[str],
    columns: Sequence[str],
) -> HitBoxes:
    """`taken` (rows by columns, bool) and `expected` (amounts, NaN for no ring); the first row stands on top.

    The area of a ring is in proportion to the amount. Row `r * len(columns) + c` of the hits is cell (r, c); only
    cells with a dot or a ring can be pointed at. `text.empty` stands in for a grid without rows or columns.
    """
    quiet(ax, palette)
    if not len(rows) or not len(columns):
        say_empty(ax, palette, text.empty)
        return HitBoxes()
    _frame(ax, palette, rows, columns)
    row, column = np.nonzero(taken)
    ax.scatter(column, row, s=DOT, color=palette.accent, linewidths=0, zorder=3, clip_on=False)
    ring_row, ring_column = np.nonzero(np.isfinite(expected))
    if len(ring_row):
        amounts = np.maximum(expected[ring_row, ring_column], 0.0)
        part = amounts / max(float(amounts.max()), 1e-9)
        ax.scatter(ring_column, ring_row, s=SMALLEST + (LARGEST - SMALLEST) * part, facecolors="none",
                   edgecolors=palette.warn, linewidths=1.8, zorder=4, clip_on=False)  # fmt: skip
    shown_row, shown_column = np.nonzero(taken | np.isfinite(expected))
    boxes = np.column_stack([shown_column - 0.5, shown_column + 0.5, shown_row - 0.5, shown_row + 0.5])
    return HitBoxes(rows=shown_row * len(columns) + shown_column, boxes=boxes.astype(float))


def _frame(ax: Axes, palette: Palette, rows: Sequence[str], columns: Sequence[str]) -> None:
    ax.set_xlim(-0.5, len(columns) - 0.5)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    names = [textwrap.shorten(name, _NAME, placeholder="…") or name[:_NAME] for name in rows]
    ax.set_yticks(range(len(rows)), names, color=palette.text, **LITERAL)
    points = ax.figure.get_figwidth() * 72 * 0.78 / len(columns)
    ax.xaxis.tick_top()
    if points >= _TITLE * LABEL_SIZE * 0.55:
        titles = ["\n".join(textwrap.wrap(name, _TITLE, max_lines=2, placeholder="…")) for name in columns]
        ax.set_xticks(range(len(columns)), titles, color=palette.text, **LITERAL)
    else:
        titles = [name if len(name) <= 22 else name[:21] + "…" for name in columns]
        ax.set_xticks(range(len(columns)), titles, rotation=35, ha="left", rotation_mode="anchor",
                      color=palette.text, **LITERAL)  # fmt: skip
    ax.tick_params(length=0, pad=4, labelsize=LABEL_SIZE)
    ax.hlines(np.arange(len(rows)), -0.5, len(columns) - 0.5, color=palette.grid, linewidth=0.8, zorder=1)
