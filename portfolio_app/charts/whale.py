"""Whale curve: the results of the clients, most profitable first, added up; who costs more than it brings."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitMap
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.pareto import FEWEST
from portfolio_app.charts.pareto import SCREEN_STEPS as SCREEN_POINTS
from portfolio_app.charts.styling import (
    LABEL_SIZE,
    LITERAL,
    amount_ticks,
    count_ticks,
    name_axes,
    quiet,
    say_empty,
    thinned,
)

BELOW = 0.18
"""Room under the lowest point, as a part of the height: for the words of an end below zero."""


def draw_whale(ax: Axes, table: pd.DataFrame, palette: Palette, text: ChartText) -> HitMap:
    """The curve, in one colour up to its peak and in another where it falls; peak and end are dots with words.

    `table`: client_id, result and cumulated (money units), the most profitable first. `text.guide` stands at the
    peak, `text.note` at the end. Where the end is above zero, a scale on the right says the parts of it.
    """
    quiet(ax, palette)
    if table.empty:
        say_empty(ax, palette, text.empty)
        return HitMap()
    result, curve = table["result"].to_numpy(float), table["cumulated"].to_numpy(float)
    n = len(curve)
    peak = int((result > 0).sum())
    x, y = np.arange(n + 1), np.concatenate([[0.0], curve])
    low, high = min(0.0, float(y.min())), max(0.0, float(y.max()))
    room = (high - low) or 1.0
    ax.set_xlim(-0.01 * n, max(n, FEWEST) * 1.01)
    ax.set_ylim(low - (BELOW * room if low < 0 else 0), high + 0.16 * room)
    for first, last, colour in ((0, peak, palette.accent), (peak, n, palette.bad)):
        at = first + thinned(last - first + 1, SCREEN_POINTS)
        ax.fill_between(x[at], y[at], color=colour, alpha=0.14, linewidth=0)
        ax.plot(x[at], y[at], color=colour, linewidth=2, solid_capstyle="round", zorder=4)
    ax.axhline(0, color=palette.muted, linewidth=0.8)
    amount_ticks(ax, low, high, text.money, palette)
    count_ticks(ax, n, text.count)
    name_axes(ax, palette, text.x_label, text.y_label)
    _percents(ax, float(y[-1]), high, palette, text)
    _mark(ax, peak, float(y[peak]), text.guide, palette.accent, palette, is_end=False)
    if peak < n:
        _mark(ax, n, float(y[-1]), text.note, palette.bad, palette, is_end=True)
    return HitMap(
        edges=np.arange(n + 1, dtype=float),
        rows=np.arange(n),
        clients=table["client_id"].to_numpy(np.int64),
        heights=curve,
        low=low - BELOW * room,
        high=high + 0.16 * room,
    )


def _mark(ax: Axes, x: float, y: float, words: str, colour: str, palette: Palette, *, is_end: bool) -> None:
    """A dot with its words: those of the peak above it, those of the end below the curve."""
    ax.plot(
        [x],
        [y],
        "o",
        color=colour,
        markersize=7,
        markeredgecolor=palette.surface,
        markeredgewidth=1.5,
        zorder=5,
    )
    if not words:
        return
    left, right = ax.get_xlim()
    align = (
        "left"
        if x < left + 0.3 * (right - left)
        else "right"
        if x > left + 0.6 * (right - left)
        else "center"
    )
    ax.annotate(
        words, (x, y), xytext=(0, -10 if is_end else 9), textcoords="offset points", ha=align,
        va="top" if is_end else "bottom", color=palette.text, fontsize=LABEL_SIZE, zorder=6, **LITERAL,
    )  # fmt: skip


def _percents(ax: Axes, whole: float, high: float, palette: Palette, text: ChartText) -> None:
    """The parts of the whole result on the right; plain texts, as a second axis would double the time to draw."""
    if whole <= 0 or high > 4 * whole:
        return
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        ax.annotate(
            text.percent(share), (1, share * whole), xycoords=ax.get_yaxis_transform(), xytext=(6, 0),
            textcoords="offset points", va="center", color=palette.muted, fontsize=LABEL_SIZE,
            annotation_clip=False, **LITERAL,
        )  # fmt: skip
