"""The largest of a portfolio by name, their shares against the limits from which one speaks of dependency."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitBoxes
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, quiet, say_empty, shortened, text_points

FEWEST_ROWS = 5
"""Room for as many bars is kept, so that a lone client is not a wall."""
LONGEST_NAME = 0.3
"""Names take this part of the width at most."""


def draw_first_clients(
    ax: Axes,
    frame: pd.DataFrame,
    palette: Palette,
    text: ChartText,
    *,
    limits: Sequence[float] = (),
    marks: Mapping[int, str] | None = None,
) -> HitBoxes:
    """A bar for each row of `frame` (name, share as a fraction of 1, client_id), the largest on top.

    `limits`: shares, ascending, at which a line stands; a bar that reaches one has its tone. `marks`: what stands at
    the right end of a row, such as the sum of all up to it. Row i of the map is row i of the frame.
    """
    quiet(ax, palette)
    share = frame["share"].to_numpy(float)
    n = len(share)
    if not n or not np.isfinite(share).all() or not share.any():
        say_empty(ax, palette, text.empty)
        return HitBoxes()
    tones = _tones(share, limits, palette)
    places = np.arange(n)
    low = min(0.0, float(share.min()))
    reached = max(float(share.max()), limits[0] if limits else 0.0)
    shown = [limit for limit in limits if limit <= 1.35 * reached]
    high = 1.16 * max([reached, *shown])
    width = ax.figure.get_figwidth() * 72
    # The marks stand beside the bars and the limits, never over them.
    taken = max((text_points(mark) for mark in (marks or {}).values()), default=0.0) / (0.68 * width)
    end = high + (high - low) * min(taken, 0.6) / (1 - min(taken, 0.6))
    ax.barh(places, share, height=0.68, color=tones, linewidth=0)
    for limit in shown:
        ax.axvline(limit, color=palette.text, linewidth=1, dashes=(4, 3), alpha=0.7, zorder=3)
        ax.annotate(text.percent(limit), (limit, 1), xycoords=ax.get_xaxis_transform(), xytext=(0, 4),
                    textcoords="offset points", ha="center", va="bottom", color=palette.text,
                    fontsize=LABEL_SIZE, annotation_clip=False, **LITERAL)  # fmt: skip
    for place, value in zip(places, share, strict=True):
        ax.annotate(text.percent(value), (max(value, 0), place), xytext=(5, 0), textcoords="offset points",
                    va="center", color=palette.text, fontsize=LABEL_SIZE, zorder=4,
                    bbox={"facecolor": palette.surface, "edgecolor": "none", "pad": 1.0}, **LITERAL)  # fmt: skip
    for row, mark in (marks or {}).items():
        if row < n:
            ax.annotate(mark, (1, row), xycoords=ax.get_yaxis_transform(), xytext=(0, 0), ha="right",
                        textcoords="offset points", va="center", color=palette.muted,
                        fontsize=LABEL_SIZE, **LITERAL)  # fmt: skip
    names = [shortened(str(name), LONGEST_NAME * width) for name in frame["name"]]
    ax.set_yticks(places, names, color=palette.text, **LITERAL)
    ax.set_xticks([])
    ax.set_ylim(max(n, FEWEST_ROWS) - 0.5, -0.6)
    ax.set_xlim(low, end)
    ax.axvline(0, color=palette.muted, linewidth=0.8)
    boxes = np.column_stack([np.full(n, low), np.full(n, end), places - 0.5, places + 0.5])
    clients = frame["client_id"].to_numpy(np.int64)
    return HitBoxes(rows=places, clients=clients, boxes=boxes)


def _tones(share: np.ndarray, limits: Sequence[float], palette: Palette) -> list[str]:
    """Calm below the first limit, a warning from it on, bad from the last one on."""
    tones = []
    for value in share:
        passed = sum(value >= limit for limit in limits)
        tones.append(palette.accent if not passed else palette.bad if passed == len(limits) else palette.warn)
    return tones
