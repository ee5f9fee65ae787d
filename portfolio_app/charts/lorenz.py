"""Lorenz curve: how unequal the clients are."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitMap
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, name_axes, quiet, say_empty, thinned


def draw_lorenz(
    ax: Axes, table: pd.DataFrame, palette: Palette, text: ChartText, before: pd.DataFrame | None = None
) -> HitMap:
    """Cumulative part of the amount over the part of the clients, the smallest first, and the line of equals.

    `table` is `Concentration.table`, `before` that of a period to compare with, drawn dashed; `text.note` names the
    curve, `text.guide` the other one. Without a positive total there is nothing to draw. Amounts below zero make the
    curve start under zero.
    """
    quiet(ax, palette)
    curve = _curve(table)
    if curve is None:
        say_empty(ax, palette, text.empty)
        return HitMap()
    people, share = curve
    n = len(table)
    at = thinned(n + 1)
    other = None if before is None else _curve(before)
    low = float(min(0.0, share.min(), 0.0 if other is None else other[1].min()))

    ax.fill_between(people[at], share[at], people[at], color=palette.accent_soft, alpha=0.3, linewidth=0)
    ax.plot([0, 1], [0, 1], color=palette.muted, linewidth=1, dashes=(4, 3))
    ax.plot(people[at], share[at], color=palette.accent, linewidth=2.2, clip_on=False, zorder=3)
    if other is not None:
        shown = thinned(len(other[0]))
        ax.plot(other[0][shown], other[1][shown], color=palette.warn, linewidth=1.6, dashes=(5, 2), zorder=2)
    ax.set_xlim(0, 1)
    ax.set_ylim(low * 1.05, 1)
    ax.set_aspect("equal" if low == 0 else "auto", anchor="W")
    for side in ("bottom", "left", "top", "right"):
        ax.spines[side].set(visible=True, color=palette.grid, linewidth=1)
    if low < 0:
        ax.axhline(0, color=palette.muted, linewidth=0.8)
    ticks = [0.0, 0.5, 1.0]
    ax.set_xticks(ticks, [text.percent(tick) for tick in ticks], **LITERAL)
    ax.set_yticks(ticks, [text.percent(tick) for tick in ticks], **LITERAL)
    for line, (words, colour) in enumerate(((text.note, palette.accent), (text.guide, palette.warn))):
        if words and (line == 0 or other is not None):
            ax.text(0.05, 0.95 - 0.09 * line, words, transform=ax.transAxes, va="top",
                    color=palette.text if other is None else colour, fontsize=LABEL_SIZE + 1,
                    **LITERAL)  # fmt: skip
    name_axes(ax, palette, text.x_label, text.y_label)
    return HitMap(
        edges=people,
        rows=np.arange(n)[::-1],
        clients=table["client_id"].to_numpy(np.int64)[::-1],
        heights=share[1:],
        low=low * 1.05,
        high=1.0,
    )


def _curve(table: pd.DataFrame) -> tuple[np.ndarray, np.ndarray] | None:
    """(part of the clients, part of the amount), the smallest client first; None without a total above zero."""
    amount = table["amount"].to_numpy(np.int64)[::-1]
    total = int(amount.sum())
    if total <= 0:
        return None
    return np.arange(len(amount) + 1) / len(amount), np.append(0, np.cumsum(amount)) / total
