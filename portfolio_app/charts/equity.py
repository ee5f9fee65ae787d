"""What the clients are worth in all, by segment, at the ends of quarters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitBoxes
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, amount_ticks, name_axes, quiet, say_empty


def draw_equity(
    ax: Axes,
    frame: pd.DataFrame,
    colours: Sequence[str],
    labels: Sequence[str],
    names: Sequence[str],
    palette: Palette,
    text: ChartText,
) -> HitBoxes:
    """A stacked area: one row of `frame` per day, oldest first; its columns low and high (of the total, NaN where
    not known) and then one for each segment, the first at the bottom; money units. `labels` names the
    days, `names` the segments.

    Rows of the hits are days. Segments below zero count as nothing.
    """
    quiet(ax, palette)
    parts = (
        frame.drop(columns=["low", "high"]).to_numpy(float).clip(min=0) if len(frame) else np.zeros((0, 0))
    )
    if not len(frame) or not np.nansum(parts) > 0:
        say_empty(ax, palette, text.empty)
        return HitBoxes()
    parts = np.nan_to_num(parts)
    x = np.arange(len(frame), dtype=float)
    total = parts.sum(axis=1)
    drawn_x, drawn = (x, parts) if len(x) > 1 else (np.array([-0.3, 0.3]), np.repeat(parts, 2, axis=0))
    ax.stackplot(drawn_x, drawn.T, colors=list(colours), alpha=0.85, edgecolor=palette.surface, linewidth=0.8)
    low, high = frame["low"].to_numpy(float), frame["high"].to_numpy(float)
    known = np.isfinite(low) & np.isfinite(high)
    ax.errorbar(x[known], total[known],
                yerr=[np.clip((total - low)[known], 0, None), np.clip((high - total)[known], 0, None)],
                fmt="o", markersize=4, color=palette.text, elinewidth=1.2, capsize=3, zorder=4)  # fmt: skip
    top = max(float(total.max()), float(np.nanmax(high)) if known.any() else 0.0) * 1.08
    ax.set_ylim(0, top)
    ax.set_xlim(-0.35, len(x) - 0.65)
    amount_ticks(ax, 0, top, text.money, palette)
    step = max(1, -(-len(x) // 8))
    kept = [place for place in range(len(x)) if (len(x) - 1 - place) % step == 0]
    ax.set_xticks(kept, [labels[place] for place in kept], **LITERAL)
    beside = (-8, 7) if len(x) > 1 else (8, 7)
    ax.annotate(text.money(total[-1]), (x[-1], total[-1]), xytext=beside, textcoords="offset points",
                ha="right" if len(x) > 1 else "left", color=palette.text,
                fontsize=LABEL_SIZE + 1, **LITERAL)  # fmt: skip
    name_axes(ax, palette, text.x_label, "")
    _legend(ax, palette, colours, names)
    boxes = np.column_stack([x - 0.5, x + 0.5, np.zeros(len(x)), np.full(len(x), top)])
    return HitBoxes(rows=np.arange(len(x)), boxes=boxes)


def _legend(ax: Axes, palette: Palette, colours: Sequence[str], names: Sequence[str]) -> None:
    """The segments as they are stacked: read from the last to the first, they stand from top to bottom."""
    from matplotlib.patches import Patch

    if len(names) < 2:
        return
    handles = [Patch(facecolor=colour, label=name) for colour, name in zip(colours, names, strict=True)]
    drawn = ax.legend(
        handles=handles, loc="lower left", bbox_to_anchor=(0, 1.0), ncols=4, frameon=False, fontsize=LABEL_SIZE,
        labelcolor=palette.muted, borderaxespad=0, handletextpad=0.5, columnspacing=1.0, handlelength=1.2,
    )  # fmt: skip
    for label in drawn.get_texts():
        label.set_parse_math(False)
