"""Whether the dependency grows: shares of the first clients by month, and below how many equal ones they make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitMap
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, name_axes, quiet, say_empty

MAX_LABELS = 7
_BAND = 0.10


def draw_dependency(
    upper: Axes,
    lower: Axes,
    frame: pd.DataFrame,
    palette: Palette,
    text: ChartText,
    names: tuple[str, str],
    *,
    limits: Sequence[float] = (),
) -> tuple[HitMap, HitMap]:
    """The shares `top1_share` and `top5_share` above, `effective_clients` below, by `end` (datetime64, ascending).

    `is_whole` says which months have all of their window; the others are dotted. `names`: of the two lines.
    `limits`: shares at which bands begin. `text.y_label` heads the upper panel, `text.note` the lower one. Row i of
    both maps is row i of the frame.
    """
    for axes in (upper, lower):
        quiet(axes, palette)
    top = frame["top1_share"].to_numpy(float)
    known = np.flatnonzero(np.isfinite(top))
    if not len(known):
        say_empty(upper, palette, text.empty)
        lower.set_axis_off()
        return HitMap(), HitMap()
    x = np.arange(len(frame), dtype=float)
    whole = frame["is_whole"].to_numpy(bool)
    five = frame["top5_share"].to_numpy(float)
    equal = frame["effective_clients"].to_numpy(float)
    high = 1.1 * max(float(np.nanmax(five)), float(np.nanmax(top)), limits[0] * 1.2 if limits else 0.0)
    _bands(upper, limits, high, palette, text)
    _line(upper, x, five, whole, palette.muted, names[1], text.percent, palette)
    _line(upper, x, top, whole, palette.accent, names[0], text.percent, palette)
    upper.set_ylim(0, high)
    ticks = [share for share in _steps(high) if share <= high]
    upper.set_yticks(ticks, [text.percent(share) for share in ticks], **LITERAL)
    most = 1.25 * float(np.nanmax(equal))
    lower.fill_between(x, 0, equal, color=palette.accent_soft, alpha=0.35, linewidth=0)
    _line(lower, x, equal, whole, palette.accent, "", text.money, palette)
    lower.set_ylim(0, most)
    lower.set_yticks([0], [text.count(0)], **LITERAL)
    lower.axhline(0, color=palette.grid, linewidth=0.8)
    _months(upper, lower, frame, text)
    name_axes(upper, palette, "", text.y_label)
    name_axes(lower, palette, text.x_label, text.note)
    edges = np.arange(len(frame) + 1) - 0.5
    rows = np.arange(len(frame))
    return (
        HitMap(edges=edges, rows=rows, heights=np.nan_to_num(top), low=0, high=high),
        HitMap(edges=edges, rows=rows, heights=np.nan_to_num(equal), low=0, high=most),
    )


def _steps(high: float) -> list[float]:
    step = next(step for step in (0.05, 0.1, 0.2, 0.25, 0.5, 1e9) if high / step <= 4.5)
    return [step * place for place in range(6)]


def _bands(ax: Axes, limits: Sequence[float], high: float, palette: Palette, text: ChartText) -> None:
    """A tint from each limit on, darker at the next, and a line that says its share."""
    tones = (palette.warn, palette.bad)
    for place, limit in enumerate(limits):
        if limit > high:
            continue
        tone = tones[min(place, 1)] if place + 1 < len(limits) else tones[1]
        end = limits[place + 1] if place + 1 < len(limits) else high
        ax.axhspan(limit, min(end, high), color=tone, alpha=_BAND, linewidth=0, zorder=0)
        ax.axhline(limit, color=tone, linewidth=1, dashes=(4, 3), zorder=1)
        ax.annotate(text.percent(limit), (0, limit), xycoords=ax.get_yaxis_transform(), xytext=(4, 2),
                    textcoords="offset points", va="bottom", color=tone, fontsize=LABEL_SIZE - 1,
                    **LITERAL)  # fmt: skip


def _line(
    ax: Axes,
    x: np.ndarray,
    values: np.ndarray,
    whole: np.ndarray,
    colour: str,
    name: str,
    write: Callable[[float], str],
    palette: Palette,
) -> None:
    """Dotted where the window is not whole, and the last value written out after it."""
    begins = int(np.argmax(whole)) if whole.any() else len(x)
    ax.plot(x[: begins + 1], values[: begins + 1], color=colour, linewidth=1.6, linestyle=":", zorder=3)
    ax.plot(x[begins:], values[begins:], color=colour, linewidth=2.2, solid_joinstyle="round", zorder=3)
    last = np.flatnonzero(np.isfinite(values))[-1]
    ax.plot(x[last], values[last], "o", color=colour, markersize=6, markeredgecolor=palette.surface, zorder=4)
    label = f"{name} {write(values[last])}".strip()
    ax.annotate(label, (x[last], values[last]), xytext=(9, 0), textcoords="offset points", va="center",
                color=palette.text, fontsize=LABEL_SIZE, annotation_clip=False, zorder=5,
                bbox={"facecolor": palette.surface, "edgecolor": "none", "pad": 1.5, "alpha": 0.85},
                **LITERAL)  # fmt: skip


def _months(upper: Axes, lower: Axes, frame: pd.DataFrame, text: ChartText) -> None:
    """The same months under both panels, named under the lower one only; room at the right for the labels."""
    days: list[date] = pd.to_datetime(frame["end"]).dt.date.tolist()
    step = max(1, -(-len(days) // MAX_LABELS))
    shown = list(range(len(days) - 1, -1, -step))[::-1]
    for axes in (upper, lower):
        axes.set_xlim(-0.5, len(days) - 0.5 + 0.2 * len(days))
        axes.grid(axis="x", color="none")
    upper.set_xticks([])
    lower.set_xticks(shown, [text.month(days[place]) for place in shown], **LITERAL)
