"""A figure over the months: its line with the range it lies in, the year before dotted, a target."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitMap
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, name_axes, quiet, say_empty

MAX_LABELS = 7
_MONTH = 30


@dataclass(frozen=True)
class LineWords:
    """The legend: each "" to leave it out."""

    value: str = ""
    band: str = ""
    previous: str = ""
    provisional: str = ""
    target: str = ""


def draw_lines(
    ax: Axes,
    frame: pd.DataFrame,
    palette: Palette,
    text: ChartText,
    words: LineWords,
    *,
    write: Callable[[float], str],
    bounds: tuple[float | None, float | None] = (None, None),
    provisional_from: date | None = None,
    target: float | None = None,
) -> HitMap:
    """The line through `frame` (end: datetime64; value; low, high; previous), oldest first, NaN where nothing is known.

    The axis spans what is drawn, within `bounds` (the least and the most the figure can be). From
    `provisional_from` on the ground is hatched; `target` is a dashed line. `write` writes a value. Rows of the
    hits are those of the frame.
    """
    quiet(ax, palette)
    value = frame["value"].to_numpy(float)
    known = np.isfinite(value)
    if not known.any():
        say_empty(ax, palette, text.empty)
        return HitMap()
    days = pd.to_datetime(frame["end"]).dt.date.tolist()
    x = np.array([day.toordinal() for day in days], dtype=float)
    low, high, previous = (frame[name].to_numpy(float) for name in ("low", "high", "previous"))
    bottom, top = _span([value, low, high, previous], target, bounds)
    ax.set_xlim(x[0] - _MONTH / 2, x[-1] + _MONTH / 2)
    ax.set_ylim(bottom, top)
    if provisional_from is not None and provisional_from.toordinal() < x[-1]:
        ax.axvspan(max(provisional_from.toordinal(), x[0] - _MONTH / 2), x[-1] + _MONTH / 2, facecolor="none",
                   edgecolor=palette.grid, hatch="///", linewidth=0, zorder=0)  # fmt: skip
    if bottom < 0 < top:
        ax.axhline(0, color=palette.muted, linewidth=0.8, zorder=1)
    has_band = bool((np.isfinite(low) & np.isfinite(high)).any())
    if has_band:
        ax.fill_between(x, low, high, color=palette.accent_soft, alpha=0.45, linewidth=0, zorder=1)
    if np.isfinite(previous).any():
        ax.plot(x, previous, color=palette.muted, linewidth=1.5, linestyle=(0, (1.2, 1.8)), zorder=2)
    if target is not None:
        ax.axhline(target, color=palette.warn, linewidth=1.2, dashes=(5, 3), zorder=2)
    ax.plot(x, value, color=palette.accent, linewidth=2.2, solid_joinstyle="round", zorder=3)
    alone = known & ~np.r_[False, known[:-1]] & ~np.r_[known[1:], False]
    ax.plot(x[alone], value[alone], "o", color=palette.accent, markersize=5, zorder=3)
    last = int(np.flatnonzero(known)[-1])
    ax.plot([x[last]], [value[last]], "o", color=palette.accent, markersize=7,
            markeredgecolor=palette.surface, markeredgewidth=1.5, zorder=4)  # fmt: skip
    _ticks(ax, days, (bottom, top), text, write, palette)
    name_axes(ax, palette, text.x_label, "" if words.value else text.y_label)
    _legend(ax, palette, words, has_band, bool(np.isfinite(previous).any()), target is not None)
    between = (x[1:] + x[:-1]) / 2
    edges = np.concatenate([[x[0] - _MONTH / 2], between, [x[-1] + _MONTH / 2]])
    heights = np.where(known, value, bottom)
    return HitMap(edges=edges, rows=np.arange(len(x)), heights=heights, low=bottom, high=top)


def _span(
    series: list[np.ndarray], target: float | None, bounds: tuple[float | None, float | None]
) -> tuple[float, float]:
    """From below the least drawn to above the most, but no further than the figure can go."""
    drawn = np.concatenate([*series, [np.nan if target is None else target]])
    low, high = float(np.nanmin(drawn)), float(np.nanmax(drawn))
    pad = 0.08 * (high - low) or 0.08 * abs(high) or 1.0
    bottom, top = low - pad, high + pad
    if bounds[0] is not None:
        bottom = max(bottom, bounds[0])
    if bounds[1] is not None:
        top = min(top, bounds[1] + 0.02 * (bounds[1] - bottom or 1.0))
    return bottom, top


def _ticks(
    ax: Axes,
    days: list[date],
    span: tuple[float, float],
    text: ChartText,
    write: Callable[[float], str],
    palette: Palette,
) -> None:
    places = [
        place
        for place in MaxNLocator(nbins=5, steps=[1, 2, 2.5, 5, 10]).tick_values(*span)
        if span[0] <= place <= span[1]
    ]
    labels = [write(float(place)) for place in places]
    kept = [i for i, label in enumerate(labels) if label not in labels[:i]]
    ax.set_yticks([places[i] for i in kept], [labels[i] for i in kept], **LITERAL)
    ax.grid(axis="y", color=palette.grid, linewidth=0.8)
    step = max(1, -(-len(days) // MAX_LABELS))
    shown = days[::-1][::step][::-1]
    ax.set_xticks([day.toordinal() for day in shown], [text.month(day) for day in shown], **LITERAL)


def _legend(
    ax: Axes, palette: Palette, words: LineWords, has_band: bool, has_previous: bool, has_target: bool
) -> None:
    from matplotlib.patches import Patch

    handles: list[Line2D | Patch] = []
    if words.value:
        handles.append(Line2D([], [], color=palette.accent, linewidth=2.2, label=words.value))
    if words.band and has_band:
        handles.append(Patch(facecolor=palette.accent_soft, alpha=0.45, label=words.band))
    if words.previous and has_previous:
        dotted = (0, (1.2, 1.8))
        handles.append(
            Line2D([], [], color=palette.muted, linewidth=1.5, linestyle=dotted, label=words.previous)
        )
    if words.target and has_target:
        handles.append(Line2D([], [], color=palette.warn, linewidth=1.2, dashes=(5, 3), label=words.target))
    if words.provisional:
        handles.append(
            Patch(
                facecolor="none", edgecolor=palette.muted, hatch="////", linewidth=0, label=words.provisional
            )
        )
    if len(handles) < 2:
        return
    points = float(ax.get_figure().get_size_inches()[0]) * 72  # type: ignore[union-attr]
    longest = max(len(str(each.get_label())) for each in handles)
    columns = max(1, min(len(handles), int(points * 0.92 / (longest * 0.55 * LABEL_SIZE + 32))))
    drawn = ax.legend(
        handles=handles, loc="lower left", bbox_to_anchor=(0, 1.0), ncols=columns, frameon=False,
        fontsize=LABEL_SIZE, labelcolor=palette.muted, borderaxespad=0.2, handletextpad=0.5, columnspacing=1.2,
    )  # fmt: skip
    for label in drawn.get_texts():
        label.set_parse_math(False)
