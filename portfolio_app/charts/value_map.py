"""Every client by how likely its next order is and what it brings in a year: whom to keep, whom to rescue."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import NullFormatter, NullLocator

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitPoints
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, name_axes, quiet, say_empty

MAX_DOTS = 2_000
"""So many clients, those worth most, have a dot to point at; the others are specks behind them."""
MAX_WHISKERS = 30
FEW = 25
"""More dots than that are drawn smaller."""
_SMALLEST, _LARGEST = 24.0, 420.0
"""Areas of the dots, in square points."""


@dataclass(frozen=True)
class MapWords:
    """What stands in the corners: `rescue` top left, `keep` top right; `classes` names three bands from the left.

    With `classes` the x axis has no numbers, and dots are all of one size: more than the classes is not known.
    """

    rescue: str
    keep: str
    classes: tuple[str, str, str] | None = None
    limits: tuple[float, float] = (1 / 3, 2 / 3)


def draw_value_map(
    ax: Axes, frame: pd.DataFrame, palette: Palette, text: ChartText, words: MapWords
) -> HitPoints:
    """Dots at (`p`, `yearly`) of `frame`: client_id, p (0 to 1), yearly (money units), value, low, high (money
    units a year, NaN for no whisker), colour (#rrggbb).

    `yearly` is on a logarithmic axis: rows that are not above zero are left out. Row i of the hits is row i of
    the frame. A dot's area grows with `value`.
    """
    quiet(ax, palette)
    shown = np.flatnonzero(np.isfinite(frame["p"]) & (frame["yearly"].to_numpy(float) > 0))
    if not len(shown):
        say_empty(ax, palette, text.empty)
        return HitPoints()
    p, yearly = (frame[name].to_numpy(float)[shown] for name in ("p", "yearly"))
    value = np.nan_to_num(frame["value"].to_numpy(float)[shown]).clip(min=0)
    colour = frame["colour"].to_numpy(object)[shown]
    order = np.argsort(-value, kind="stable")
    dots, specks = order[:MAX_DOTS], order[MAX_DOTS:]
    bottom, top = _room(float(yearly.min()), float(yearly.max()))
    ax.set_yscale("log")
    ax.set_xlim(-0.03, 1.03)
    ax.set_ylim(bottom, top)
    if len(specks):
        ax.plot(p[specks], yearly[specks], ",", color=palette.muted, alpha=0.6, zorder=1)
    if words.classes is None:
        _whiskers(ax, frame.iloc[shown[dots[:MAX_WHISKERS]]], palette, bottom, top)
        area = _areas(value[dots])
    else:
        area = np.full(len(dots), 60.0)
    ax.scatter(p[dots], yearly[dots], s=area, c=list(colour[dots]), alpha=0.85,
               edgecolors=palette.surface, linewidths=0.8, zorder=3)  # fmt: skip
    _dress(ax, palette, text, words, float(np.median(yearly)))
    reach = (0.02, 0.06 * np.log10(top / bottom))
    clients = frame["client_id"].to_numpy(np.int64)[shown[dots]]
    return HitPoints(rows=shown[dots], clients=clients, x=p[dots], y=yearly[dots], reach=reach, log_y=True)


def _room(least: float, most: float) -> tuple[float, float]:
    """The ends of the axis: above the dots there is room for the words in the corners."""
    decades = max(np.log10(most / least), 1.0)
    return least / 10 ** (0.08 * decades), most * 10 ** (0.24 * decades)


def _areas(value: np.ndarray) -> np.ndarray:
    most = float(value.max()) if len(value) else 0.0
    share = value / most if most > 0 else np.zeros(len(value))
    largest = float(np.clip(_LARGEST * np.sqrt(FEW / max(len(value), 1)), 2 * _SMALLEST, _LARGEST))
    return _SMALLEST + (largest - _SMALLEST) * share


def _whiskers(ax: Axes, rows: pd.DataFrame, palette: Palette, bottom: float, top: float) -> None:
    """What a year to come may bring, of those worth most."""
    low, high = rows["low"].to_numpy(float), rows["high"].to_numpy(float)
    known = np.isfinite(low) & np.isfinite(high) & (high > bottom)
    ax.vlines(rows["p"].to_numpy(float)[known], np.clip(low[known], bottom, top), np.clip(high[known], bottom, top),
              color=palette.muted, alpha=0.55, linewidth=1.2, zorder=2)  # fmt: skip


def _dress(ax: Axes, palette: Palette, text: ChartText, words: MapWords, middle: float) -> None:
    bottom, top = ax.get_ylim()
    ticks = round_amounts(bottom, top)
    ax.yaxis.set_minor_locator(NullLocator())
    ax.yaxis.set_minor_formatter(NullFormatter())
    ax.set_yticks(ticks, [text.money(each) for each in ticks], **LITERAL)
    ax.grid(axis="y", color=palette.grid, linewidth=0.8)
    if words.classes is None:
        places = [0.0, 0.25, 0.5, 0.75, 1.0]
        ax.set_xticks(places, [text.percent(place) for place in places], **LITERAL)
        ax.axvline(0.5, color=palette.grid, linewidth=1.2, zorder=0)
        ax.axhline(middle, color=palette.muted, linewidth=0.8, linestyle=(0, (4, 4)), alpha=0.6, zorder=0)
    else:
        low, high = words.limits
        ax.set_xticks([low / 2, (low + high) / 2, (1 + high) / 2], list(words.classes), **LITERAL)
        for edge in words.limits:
            ax.axvline(edge, color=palette.muted, linewidth=0.8, alpha=0.5, zorder=0)
    for x, align, word, colour in (
        (0.01, "left", words.rescue, palette.bad),
        (0.99, "right", words.keep, palette.good),
    ):
        ax.text(x, 0.98, word, transform=ax.transAxes, ha=align, va="top", color=colour,
                fontsize=LABEL_SIZE + 1, fontweight="bold", zorder=4, **LITERAL)  # fmt: skip
    name_axes(ax, palette, text.x_label, text.y_label)


def round_amounts(bottom: float, top: float) -> list[float]:
    """1, 10, 100… between two amounts on a logarithmic axis; with others between them where there are few."""
    decades = range(int(np.floor(np.log10(bottom))), int(np.ceil(np.log10(top))) + 1)
    width = np.log10(top / bottom)
    steps = (1, 2, 5) if width < 1.6 else (1, 3) if width < 3 else (1,)
    found = [step * 10.0**decade for decade in decades for step in steps]
    return [each for each in found if bottom <= each <= top]
