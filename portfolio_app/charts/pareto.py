"""Pareto chart: who makes the revenue, client by client, and how fast it adds up."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.patches import StepPatch
from matplotlib.transforms import offset_copy

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitMap
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import (
    LABEL_SIZE,
    LITERAL,
    amount_ticks,
    count_ticks,
    name_axes,
    quiet,
    say_empty,
    text_points,
    thinned,
)

FEWEST = 6
"""Room for as many bars is kept, so that a lone client is not a wall."""
SEPARATE_BARS = 400
SCREEN_STEPS = 600
BAND_POINTS = 11
GUIDE = 0.8
CLASS_NAMES = ("A", "B", "C")


def draw_pareto(
    ax: Axes, table: pd.DataFrame, palette: Palette, text: ChartText, reading: str = "abc_rank"
) -> HitMap:
    """Bars by rank in the tones of their class, the cumulative line and a guide at 80 %.

    `table` is `Concentration.table`; `reading` names its column of classes. Bars use the amounts on the
    left, the line the percentages on the right; 100 % stands as high as the largest client. Without a
    positive total there is no line. Ranks run from 1 along x.
    """
    quiet(ax, palette)
    amount = table["amount"].to_numpy(float)
    if not amount.any():
        say_empty(ax, palette, text.empty)
        return HitMap()
    n = len(amount)
    whole = max(float(amount.max()), 0.0)
    share = table["cumulative_share"].to_numpy(float)
    has_line = whole > 0 and bool(np.isfinite(share).all())
    low = min(0.0, float(amount.min()))
    high = max(whole, float(share.max()) * whole if has_line else 0.0)
    pad = 0.02 * (high - low)

    ax.set_xlim(0.5 - 0.005 * n, max(n, FEWEST) + 0.5 + 0.005 * n)
    ax.set_ylim(low - (pad if low < 0 else 0), high + pad)
    classes = table[reading].to_numpy(dtype=object)
    _bars(ax, amount, classes, palette)
    ax.axhline(0, color=palette.muted, linewidth=0.8)
    amount_ticks(ax, low, whole, text.money, palette)
    count_ticks(ax, n, text.count)
    name_axes(ax, palette, text.x_label, text.y_label)
    if has_line:
        _line(ax, share, whole, palette)
        _guide(ax, share, amount, palette, text)
        _percents(ax, whole, palette, text)
    _name_classes(ax, classes, palette)
    return HitMap(
        edges=np.arange(n + 1) + 0.5,
        rows=np.arange(n),
        clients=table["client_id"].to_numpy(np.int64),
        heights=amount,
        low=low - pad,
        high=high + pad,
    )


def _bars(ax: Axes, amount: np.ndarray, classes: np.ndarray, palette: Palette) -> None:
    n = len(amount)
    if n <= SEPARATE_BARS:
        half = 0.5 if n > 150 else 0.41
        x = np.arange(1, n + 1)
        corners = np.stack(
            [
                np.column_stack([x - half, np.zeros(n)]),
                np.column_stack([x - half, amount]),
                np.column_stack([x + half, amount]),
                np.column_stack([x + half, np.zeros(n)]),
            ],
            axis=1,
        )
        colours = [palette.class_colour(name) for name in classes]
        ax.add_collection(PolyCollection(corners, facecolors=colours, linewidths=0), autolim=False)
        return
    for name, start, stop in class_runs(classes):
        # One step a pixel, as high as the largest client in it: finer ones would fade into the background.
        starts = start + thinned(stop - start, max(2, SCREEN_STEPS * (stop - start) // n))
        edges = np.append(starts, stop) + 0.5
        colour = palette.class_colour(name)
        steps = StepPatch(amount[starts], edges, baseline=0, fill=True, linewidth=0, facecolor=colour)
        steps.set_snap(False)
        ax.add_artist(steps)  # add_patch would measure every step one by one


def class_runs(classes: np.ndarray) -> list[tuple[str, int, int]]:
    """Stretches of one class along the ranking: (class, first position, position after the last)."""
    if not len(classes):
        return []
    cuts = np.flatnonzero(classes[1:] != classes[:-1]) + 1
    edges = [0, *cuts.tolist(), len(classes)]
    return [(str(classes[start]), start, stop) for start, stop in pairwise(edges)]


def _line(ax: Axes, share: np.ndarray, whole: float, palette: Palette) -> None:
    """The cumulative line, and a dot on the client with whom it reaches the guide."""
    at = thinned(len(share))
    ax.plot(at + 1, share[at] * whole, color=palette.warn, linewidth=2, solid_capstyle="round", zorder=4)
    reached = int(np.argmax(share >= GUIDE))
    ax.plot([reached + 1], [share[reached] * whole], "o", color=palette.warn, markersize=7,
            markeredgecolor=palette.surface, markeredgewidth=1.5, zorder=5)  # fmt: skip


def _guide(ax: Axes, share: np.ndarray, amount: np.ndarray, palette: Palette, text: ChartText) -> None:
    """The dashed line at 80 % and its sentence: under the line where that is free, else above the chart."""
    level = GUIDE * float(amount.max())
    ax.axhline(level, color=palette.warn, linewidth=1, dashes=(4, 3), alpha=0.8)
    right = ax.get_xlim()[1]
    left = 1 - text_points(text.guide) / (0.76 * ax.figure.get_figwidth() * 72)
    begins = min(max(int(left * right), 0), len(share) - 1)
    free = left > 0 and (
        len(share) < left * right or (share[begins] > GUIDE and amount[begins] < 0.7 * level)
    )
    if free:
        ax.annotate(
            text.guide, (1, level), xycoords=ax.get_yaxis_transform(), xytext=(-4, -5),
            textcoords="offset points", ha="right", va="top", color=palette.text, fontsize=LABEL_SIZE,
            zorder=6, **LITERAL,
        )  # fmt: skip
    else:
        ax.set_title(text.guide, loc="right", color=palette.text, fontsize=LABEL_SIZE, pad=8, **LITERAL)


def _percents(ax: Axes, whole: float, palette: Palette, text: ChartText) -> None:
    """The scale of the line on the right; plain texts, as a second axis would double the time to draw."""
    for share in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        ax.annotate(
            text.percent(share), (1, share * whole), xycoords=ax.get_yaxis_transform(), xytext=(6, 0),
            textcoords="offset points", va="center", color=palette.warn, fontsize=LABEL_SIZE,
            annotation_clip=False, **LITERAL,
        )  # fmt: skip


def _name_classes(ax: Axes, classes: np.ndarray, palette: Palette) -> None:
    """A band under the bars with the letter of each class, so that tone is never the only sign."""
    ax.tick_params(axis="x", pad=BAND_POINTS + 7)
    below = offset_copy(ax.get_xaxis_transform(), ax.get_figure(), y=-BAND_POINTS / 2 - 2, units="points")
    for name, start, stop in class_runs(classes):
        if name not in CLASS_NAMES:
            continue
        ax.plot(
            [start + 0.5, stop + 0.5], [0, 0], transform=below, clip_on=False, linewidth=BAND_POINTS,
            color=palette.class_colour(name), solid_capstyle="butt", scalex=False, scaley=False,
        )  # fmt: skip
        if stop - start >= 0.03 * ax.get_xlim()[1]:
            ink = palette.ink_on(palette.class_colour(name))
            ax.text((start + stop + 1) / 2, 0, name, transform=below, ha="center", va="center_baseline",
                    color=ink, fontsize=LABEL_SIZE - 1, fontweight="bold")  # fmt: skip
