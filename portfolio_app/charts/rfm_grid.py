"""Who to keep, wake and grow: recency scores down, frequency scores across, worth as colour, clients as number."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.grid import draw_grid
from portfolio_app.charts.hit_map import HitBoxes
from portfolio_app.charts.palette import Palette


def draw_rfm(
    ax: Axes, frame: pd.DataFrame, palette: Palette, text: ChartText, key: tuple[str, str]
) -> HitBoxes:
    """`frame`: one row per cell with clients: recency, frequency (scores, 5 the best), clients, worth (money units).

    Only the scores there are get a row or column, so that thirds (1, 3, 5) stand side by side; the best ones in the
    top right corner. `key`: what the palest and the fullest colour mean. Rows of the hits are those of `frame`.
    """
    if not len(frame):
        return draw_grid(ax, np.zeros((0, 0)), palette, text, rows=(), columns=())
    recencies = sorted(set(frame["recency"].tolist()), reverse=True)
    frequencies = sorted(set(frame["frequency"].tolist()))
    values = np.full((len(recencies), len(frequencies)), np.nan)
    labels = [["" for _ in frequencies] for _ in recencies]
    places: dict[int, int] = {}
    for row, (recency, frequency, clients, worth) in enumerate(
        frame[["recency", "frequency", "clients", "worth"]].itertuples(index=False, name=None)
    ):
        down, across = recencies.index(recency), frequencies.index(frequency)
        values[down, across] = worth
        labels[down][across] = text.count(clients)
        places[down * len(frequencies) + across] = row
    low = min(0.0, float(np.nanmin(values)))
    hits = draw_grid(
        ax, values, palette, text, rows=[text.count(each) for each in recencies],
        columns=[text.count(each) for each in frequencies], labels=labels,
        limits=(low, max(float(np.nanmax(values)), low + 1)), key=key,
    )  # fmt: skip
    return HitBoxes(rows=np.array([places[int(each)] for each in hits.rows]), boxes=hits.boxes)
