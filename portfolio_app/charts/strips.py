"""Why an alert fired: each client's past orders, when the next one was to be expected, and today, one row each."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PatchCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitBoxes
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, name_axes, quiet, say_empty

FEWEST_DAYS, MOST_DAYS = 120, 1_100
"""How far back the chart reaches at least, and at most."""
GAPS_SHOWN = 5
"""It reaches back by so many gaps of most of the clients."""
YEAR = 365
MOST_DOTS = 150
"""More dots than that in a row touch each other: the latest are drawn."""
LONGEST_NAME = 26
KEY_INCHES, CHARACTER_INCHES = 1.5, 0.075
"""About what the signs of the key take in a row, and a letter of it."""
_AHEAD = 0.10
_BAND = 0.52


def draw_strips(
    ax: Axes,
    frame: pd.DataFrame,
    palette: Palette,
    text: ChartText,
    days: Callable[[float], str],
    key: tuple[str, str, str] = ("", "", ""),
) -> HitBoxes:
    """One row per row of `frame`, the first on top: client_id, name, days (a tuple of days before today, 0 or below,
    ascending), soonest and latest (when the next order was expected, in days from today; NaN unknown), level.

    A dot is a day with an order, the band runs from soonest to latest, a line from there to today is the silence that
    is too long, heavy where `level` is 2. `days` writes a number of days from today; `text.guide` names the line of
    today, `key` the dots, the bands and the lines.
    """
    quiet(ax, palette)
    if not len(frame):
        say_empty(ax, palette, text.empty)
        return HitBoxes()
    n = len(frame)
    left = -_reach(frame)
    right = -left * _AHEAD
    ax.set_xlim(left, right)
    ax.set_ylim(n - 0.45, -0.65)
    ax.hlines(np.arange(n), left, right, colors=palette.grid, linewidth=0.8, zorder=0)
    _bands(ax, frame, palette, left, right)
    _dots(ax, frame, palette, left)
    ax.axvline(0, color=palette.text, linewidth=1.2, zorder=4)
    ax.annotate(text.guide, (0, 1), xycoords=("data", "axes fraction"), xytext=(0, 3), textcoords="offset points",
                ha="center", va="bottom", color=palette.text, fontsize=LABEL_SIZE, **LITERAL)  # fmt: skip
    names = [_short(str(name)) for name in frame["name"]]
    ax.set_yticks(range(n), names, **LITERAL)
    ax.tick_params(axis="y", colors=palette.text)
    places = _marks(left)
    ax.set_xticks(places, [days(place) for place in places], **LITERAL)
    ax.grid(axis="x", color=palette.grid, linewidth=0.8)
    name_axes(ax, palette, text.x_label, text.y_label)
    if any(key):
        _key(ax, key, palette)
    at = np.arange(n, dtype=float)
    boxes = np.column_stack([np.full(n, left), np.full(n, right), at - 0.5, at + 0.5])
    return HitBoxes(rows=np.arange(n), clients=frame["client_id"].to_numpy(np.int64), boxes=boxes)


def _reach(frame: pd.DataFrame) -> float:
    """How many days back: the last order of everybody, and some gaps of most of them."""
    lasts, wanted = [0.0], []
    for days in frame["days"]:
        lasts.append(-float(days[-1]))
        if len(days) > 1:
            wanted.append(GAPS_SHOWN * (days[-1] - days[0]) / (len(days) - 1) - days[-1])
    reach = max(float(np.median(wanted)) if wanted else 0.0, 1.08 * max(lasts), FEWEST_DAYS)
    return min(reach, MOST_DAYS)


def _marks(left: float) -> list[float]:
    """Round numbers of days; years where it goes back by more than two, as days that long ago are told in years."""
    if -left >= 2 * YEAR:
        return [-float(day) for day in range(YEAR, int(-left) + 1, YEAR)][::-1]
    return [place for place in MaxNLocator(nbins=6, integer=True).tick_values(left, 0) if left <= place <= 0]


def _bands(ax: Axes, frame: pd.DataFrame, palette: Palette, left: float, right: float) -> None:
    soonest, latest = (frame[name].to_numpy(float) for name in ("soonest", "latest"))
    known = np.flatnonzero(np.isfinite(soonest) & np.isfinite(latest))
    begin, end = np.clip(soonest[known], left, right), np.clip(latest[known], left, right)
    boxes = [
        Rectangle((x, row - _BAND / 2), max(width, 0.0), _BAND)
        for x, row, width in zip(begin.tolist(), known.tolist(), (end - begin).tolist(), strict=True)
    ]
    ax.add_collection(
        PatchCollection(boxes, facecolor=palette.accent_soft, edgecolor="none", alpha=0.75, zorder=1),
        autolim=False,
    )
    late = end < 0
    levels = frame["level"].to_numpy()[known]
    for strong, width in ((False, 2.0), (True, 4.0)):
        rows = late & ((levels >= 2) == strong)
        ax.hlines(known[rows], end[rows], 0, colors=palette.bad if strong else palette.warn, linewidth=width,
                  zorder=2)  # fmt: skip


def _dots(ax: Axes, frame: pd.DataFrame, palette: Palette, left: float) -> None:
    x: list[float] = []
    y: list[int] = []
    for row, days in enumerate(frame["days"]):
        shown = [day for day in days[-MOST_DOTS:] if day >= left]
        x += shown
        y += [row] * len(shown)
    ax.scatter(x, y, s=16, color=palette.accent, edgecolors=palette.surface, linewidths=0.5, zorder=3)


def _key(ax: Axes, key: tuple[str, str, str], palette: Palette) -> None:
    """What dots, bands and lines are, under the chart."""
    handles = [
        Line2D([], [], linestyle="", marker="o", markersize=4.5, color=palette.accent),
        Rectangle((0, 0), 1, 1, facecolor=palette.accent_soft, alpha=0.75),
        Line2D([], [], linewidth=3, color=palette.bad),
    ]
    figure = ax.get_figure(root=True)
    assert figure is not None
    needed = KEY_INCHES + sum(len(label) for label in key) * CHARACTER_INCHES
    # Of the figure, not of the axes: these would be pushed aside to make room for it.
    legend = figure.legend(
        handles, key, loc="outside lower left", ncols=3 if needed < figure.get_figwidth() else 1, frameon=False,
        fontsize=LABEL_SIZE, labelcolor=palette.muted, handlelength=1.6, columnspacing=1.4,
    )  # fmt: skip
    for label in legend.get_texts():
        label.set_parse_math(False)


def _short(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1].rstrip() + "…"
