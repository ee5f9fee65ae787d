"""What clients are worth by segment, what a new one may cost to win there, and what it did cost."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import NullLocator

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitBoxes
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, name_axes, quiet, say_empty
from portfolio_app.charts.value_map import round_amounts


def draw_value_by_segment(
    ax: Axes, frame: pd.DataFrame, palette: Palette, text: ChartText, legend: tuple[str, str, str, str]
) -> HitBoxes:
    """One row per segment of `frame`, the first on top: name, colour, low, high (the middle 80 % of its clients),
    value (their average), ceiling (the most a new client may cost), cost (what one did cost); money units, NaN
    for what is not known; on a logarithmic axis, as clients differ by powers of ten.
    `legend` names box, average, ceiling and cost.
    """
    quiet(ax, palette)
    if not len(frame) or not np.isfinite(frame["value"].to_numpy(float)).any():
        say_empty(ax, palette, text.empty)
        return HitBoxes()
    numbers = {name: frame[name].to_numpy(float) for name in ("low", "high", "value", "ceiling", "cost")}
    place = np.arange(len(frame), dtype=float)[::-1]
    left, right = _reach(numbers)
    shown = {
        name: np.where(np.isfinite(each), np.clip(each, left, right), np.nan)
        for name, each in numbers.items()
    }
    ax.set_xscale("log")
    width = np.nan_to_num(shown["high"] - shown["low"])
    ax.barh(
        place, width, left=np.nan_to_num(shown["low"], nan=left), height=0.44,
        color=list(frame["colour"]), alpha=0.45, linewidth=0,
    )  # fmt: skip
    mean = shown["value"]
    known = np.isfinite(mean)
    ax.vlines(mean[known], place[known] - 0.3, place[known] + 0.3, color=palette.text, linewidth=2.4)
    for name, marker, colour in (("ceiling", "o", palette.good), ("cost", "D", palette.warn)):
        known = np.isfinite(shown[name])
        ax.plot(shown[name][known], place[known], marker, color=colour, markersize=7,
                markeredgecolor=palette.surface, zorder=4)  # fmt: skip
    ax.set_xlim(left, right)
    ax.set_ylim(-0.6, len(frame) - 0.4)
    ax.set_yticks(place, list(frame["name"]), **LITERAL)
    for label in ax.get_yticklabels():
        label.set_color(palette.text)
    ticks = round_amounts(left, right)
    ax.xaxis.set_minor_locator(NullLocator())
    ax.set_xticks(ticks, [text.money(each) for each in ticks], **LITERAL)
    ax.grid(axis="x", color=palette.grid, linewidth=0.8)
    name_axes(ax, palette, text.x_label, "")
    _legend(ax, palette, legend)
    edges = ax.get_xlim()
    boxes = np.column_stack(
        [np.full(len(frame), edges[0]), np.full(len(frame), edges[1]), place - 0.5, place + 0.5]
    )
    return HitBoxes(rows=np.arange(len(frame)), boxes=boxes)


def _reach(numbers: dict[str, np.ndarray]) -> tuple[float, float]:
    """The ends of a logarithmic axis; what is not above a thousandth of the most stands at its left end."""
    every = np.concatenate([each[np.isfinite(each)] for each in numbers.values()])
    most = max(float(every.max()), 1.0)
    least = every[every > most / 1_000]
    low = float(least.min()) if len(least) else most / 10
    return low / 1.6, most * 1.6


def _legend(ax: Axes, palette: Palette, words: tuple[str, str, str, str]) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    box, average, ceiling, cost = words
    handles = [
        Patch(facecolor=palette.muted, alpha=0.45, label=box),
        Line2D(
            [],
            [],
            color=palette.text,
            marker="|",
            markersize=11,
            markeredgewidth=2.4,
            linestyle="",
            label=average,
        ),
        Line2D([], [], color=palette.good, marker="o", linestyle="", label=ceiling),
        Line2D([], [], color=palette.warn, marker="D", linestyle="", label=cost),
    ]
    drawn = ax.legend(
        handles=handles, loc="lower left", bbox_to_anchor=(0, 1.0), ncols=2, frameon=False,
        fontsize=LABEL_SIZE, labelcolor=palette.muted, borderaxespad=0, handletextpad=0.5, columnspacing=1.2,
    )  # fmt: skip
    for label in drawn.get_texts():
        label.set_parse_math(False)
