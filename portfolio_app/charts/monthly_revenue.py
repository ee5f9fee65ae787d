"""Revenue by month, the latest one standing out."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitMap
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LITERAL, amount_ticks, name_axes, quiet, say_empty

MAX_LABELS = 12
FEWEST = 6
"""Room for as many months is kept, so that a lone one is not a wall."""


def draw_monthly_revenue(ax: Axes, frame: pd.DataFrame, palette: Palette, text: ChartText) -> HitMap:
    """Bars of `frame` (month: datetime64 of its first day, amount: money units), in the order given.

    The last month is in the full colour. Months below zero hang under the zero line in the warning colour.
    """
    quiet(ax, palette)
    amount = frame["amount"].to_numpy(float)
    n = len(amount)
    if n == 0 or not amount.any():
        say_empty(ax, palette, text.empty)
        return HitMap()
    low, high = min(0.0, float(amount.min())), max(0.0, float(amount.max()))
    pad = 0.04 * (high - low)
    colours = [palette.warn if value < 0 else palette.accent_soft for value in amount]
    if amount[-1] >= 0:
        colours[-1] = palette.accent
    x, half = np.arange(n), 0.32
    corners = np.stack(
        [
            np.column_stack([x - half, np.zeros(n)]),
            np.column_stack([x - half, amount]),
            np.column_stack([x + half, amount]),
            np.column_stack([x + half, np.zeros(n)]),
        ],
        axis=1,
    )
    ax.add_collection(PolyCollection(corners, facecolors=colours, linewidths=0), autolim=False)
    ax.set_xlim(-0.6, max(n, FEWEST) - 0.4)
    ax.set_ylim(low - (pad if low < 0 else 0), high + pad)
    ax.axhline(0, color=palette.muted, linewidth=0.8)
    amount_ticks(ax, low, high, text.money, palette)
    step = -(-n // MAX_LABELS)
    shown = range((n - 1) % step, n, step)
    months = pd.to_datetime(frame["month"]).dt.date.tolist()
    ax.set_xticks(list(shown), [text.month(months[i]) for i in shown], **LITERAL)
    name_axes(ax, palette, text.x_label, text.y_label)
    return HitMap(edges=np.arange(n + 1) - 0.5, rows=x, heights=amount, low=low - pad, high=high + pad)
