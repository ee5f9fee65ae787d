"""A score from 0 to 100 on the days it was worked out."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitMap
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, name_axes, quiet, say_empty, thinned

FEWEST_DAYS = 30
"""Room for so many days is kept, so that two points a day apart are no cliff."""
FEWEST_POINTS = 10
"""The axis never shows less than this many points of the score, so that one point more is no leap."""
MAX_LABELS = 5


def draw_scores(ax: Axes, frame: pd.DataFrame, palette: Palette, text: ChartText) -> HitMap:
    """A line through `frame` (on: datetime64, score: 0 to 100), oldest first, with the last score written out.

    `text.month` names a day on the axis, `text.count` writes a score.
    """
    quiet(ax, palette)
    if not len(frame):
        say_empty(ax, palette, text.empty)
        return HitMap()
    days = pd.to_datetime(frame["on"]).dt.date.tolist()
    x = np.array([day.toordinal() for day in days], dtype=float)
    score = frame["score"].to_numpy(float)
    low = max(0.0, min(float(score.min()) - 2, 100.0 - FEWEST_POINTS))
    high = 100.0 + 0.06 * (100.0 - low)
    left = min(x[0], x[-1] - FEWEST_DAYS)
    room = 0.06 * (x[-1] - left)
    shown = thinned(len(x))
    ax.fill_between(x[shown], low, score[shown], color=palette.accent_soft, alpha=0.35, linewidth=0)
    ax.plot(x[shown], score[shown], color=palette.accent, linewidth=2, solid_joinstyle="round")
    ax.plot(x[-1:], score[-1:], "o", color=palette.accent, markersize=6)
    ax.set_xlim(left - room / 2, x[-1] + 2 * room)
    ax.set_ylim(low, high)
    ax.annotate(text.count(score[-1]), (x[-1], score[-1]), xytext=(8, 0), textcoords="offset points",
                va="center", color=palette.text, fontsize=LABEL_SIZE + 1, **LITERAL)  # fmt: skip
    places = [low, (low + 100) / 2, 100] if low < 95 else [low, 100]
    ax.set_yticks(places, [text.count(round(place)) for place in places], **LITERAL)
    ax.grid(axis="y", color=palette.grid, linewidth=0.8)
    ticks = np.unique(np.linspace(left, x[-1], MAX_LABELS).round())
    ax.set_xticks(ticks.tolist(), [text.month(date.fromordinal(int(each))) for each in ticks], **LITERAL)
    name_axes(ax, palette, text.x_label, text.y_label)
    between = (x[1:] + x[:-1]) / 2
    edges = np.concatenate([[left - room], between, [x[-1] + 2 * room]])
    return HitMap(edges=edges, rows=np.arange(len(x)), heights=score, low=low, high=high)
