"""Where the revenue goes: an income statement as steps from the top down."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitBoxes
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, quiet, say_empty

BAR = 0.62
WORDS = 0.16
"""The width of an amount, as a part of the chart's: a tick of the period before within it pushes it aside."""


def draw_income(ax: Axes, frame: pd.DataFrame, palette: Palette, text: ChartText) -> HitBoxes:
    """One row per line of the statement, from the top down.

    `frame`: name; amount (money units; costs below zero; NaN: not known, then `text.note` says so); is_total, whose
    bars begin at zero; is_estimated, whose bars are hatched; before, the amount of the period before or NaN, a tick
    on the bars of totals. Row i of the hits is row i of the frame.
    """
    quiet(ax, palette)
    amount = frame["amount"].to_numpy(float)
    if not np.nan_to_num(amount).any():
        say_empty(ax, palette, text.empty)
        return HitBoxes()
    is_total = frame["is_total"].to_numpy(bool)
    start, end = _spans(amount, is_total)
    before = np.where(is_total, frame["before"].to_numpy(float), np.nan)
    reach = np.concatenate([start, end, before[np.isfinite(before)], [0.0]])
    low, high = float(reach.min()), float(reach.max())
    room = (high - low) or 1.0
    left, right = low - (0.16 * room if low < 0 else 0), high + 0.16 * room
    ax.set_xlim(left, right)
    ax.set_ylim(len(frame) - 0.4, -0.6)
    ax.set_xticks([])
    ax.set_yticks(range(len(frame)), frame["name"].tolist(), **LITERAL)
    ax.axvline(0, color=palette.muted, linewidth=0.8)
    hatched = frame["is_estimated"].to_numpy(bool)
    for row, (begin, stop) in enumerate(zip(start, end, strict=True)):
        _bar(ax, row, begin, stop, is_total[row], hatched[row], palette)
        known = np.isfinite(amount[row])
        words = text.money(float(amount[row])) if known else text.note
        edge = max(begin, stop) if known else 0.0
        if edge <= before[row] <= edge + WORDS * (right - left):
            edge = before[row]
        ax.annotate(words, (edge, row), xytext=(5, 0), textcoords="offset points", va="center",
                    color=palette.text if is_total[row] else palette.muted, fontsize=LABEL_SIZE, **LITERAL)  # fmt: skip
        if np.isfinite(before[row]):
            ax.plot([before[row]] * 2, [row - 0.42, row + 0.42], color=palette.text, linewidth=1.6, zorder=5)
    for label, strong in zip(ax.get_yticklabels(), is_total, strict=True):
        label.set_color(palette.text if strong else palette.muted)
        label.set_fontweight("bold" if strong else "normal")
    rows = np.arange(len(frame))
    boxes = np.column_stack([np.full(len(frame), left), np.full(len(frame), right), rows - 0.5, rows + 0.5])
    return HitBoxes(rows=rows, boxes=boxes)


def _spans(amount: np.ndarray, is_total: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """From where to where each bar goes: a total from zero, any other from where the one above ended."""
    start, end = np.zeros(len(amount)), np.zeros(len(amount))
    at = 0.0
    for row, value in enumerate(np.nan_to_num(amount)):
        start[row] = 0.0 if is_total[row] else at
        end[row] = value if is_total[row] else at + value
        at = end[row]
    return start, end


def _bar(
    ax: Axes, row: int, begin: float, stop: float, is_total: bool, is_estimated: bool, palette: Palette
) -> None:
    colour = palette.accent if is_total and stop >= 0 else palette.bad if is_total else palette.warn
    gains = not is_total and stop > begin
    ax.barh(
        row, stop - begin, left=begin, height=BAR, color=palette.good if gains else colour,
        alpha=1.0 if is_total else 0.75, edgecolor=palette.surface, linewidth=0.5,
        hatch="///" if is_estimated else None,
    )  # fmt: skip
