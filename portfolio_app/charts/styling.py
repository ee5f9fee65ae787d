"""What all charts share: a figure that fits its labels, quiet axes, round ticks, an empty state."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from portfolio_app.charts.palette import Palette

LABEL_SIZE = 9.0
LITERAL = {"parse_math": False}
"""For every text drawn: two dollar signs are two dollar signs, not the ends of a formula."""
CHARACTER = 0.58
"""How wide a character is, about, as a part of the size of its font."""
MAX_STEPS = 2_000
"""More steps than a screen has columns show nothing more."""


def new_figure(
    palette: Palette, width: float = 8.0, height: float = 4.0, dpi: float = 100.0
) -> tuple[Figure, Axes]:
    """A figure (inches) whose layout makes room for the labels of its one pair of axes."""
    figure = Figure(figsize=(width, height), dpi=dpi, layout="constrained", facecolor=palette.surface)
    engine = figure.get_layout_engine()
    assert engine is not None
    engine.set(w_pad=0.1, h_pad=0.1)
    return figure, figure.add_subplot()


def quiet(ax: Axes, palette: Palette) -> None:
    """Clear the axes and take away everything that carries no information."""
    ax.clear()
    ax.set_facecolor(palette.surface)
    for side in ax.spines.values():
        side.set_visible(False)
    ax.tick_params(length=0, pad=6, colors=palette.muted, labelsize=LABEL_SIZE)
    ax.set_axisbelow(True)


def say_empty(ax: Axes, palette: Palette, sentence: str) -> None:
    """Draw the sentence that stands in for a chart without data."""
    ax.set_axis_off()
    ax.text(0.5, 0.5, sentence, transform=ax.transAxes, ha="center", va="center", wrap=True,
            color=palette.muted, fontsize=LABEL_SIZE + 2, **LITERAL)  # fmt: skip


def name_axes(ax: Axes, palette: Palette, x_label: str, y_label: str) -> None:
    """Axis names, small and quiet, at the start of each axis."""
    ax.set_xlabel(x_label, loc="left", color=palette.muted, fontsize=LABEL_SIZE, labelpad=6, **LITERAL)
    ax.set_title(y_label, loc="left", color=palette.muted, fontsize=LABEL_SIZE, pad=8, **LITERAL)


def amount_ticks(ax: Axes, low: float, high: float, money: Callable[[float], str], palette: Palette) -> None:
    """Round amounts on the y axis, with a faint line each; ticks whose label repeats are dropped."""
    places = MaxNLocator(nbins=4, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)
    places = [place for place in places if low <= place <= high * (1 + 1e-9)]
    labels = [money(float(place)) for place in places]
    kept = [i for i, label in enumerate(labels) if label not in labels[:i]]
    ax.set_yticks([places[i] for i in kept], [labels[i] for i in kept], **LITERAL)
    ax.grid(axis="y", color=palette.grid, linewidth=0.8)


def count_ticks(ax: Axes, n: int, count: Callable[[float], str]) -> None:
    """Whole ranks on the x axis: 1, round numbers, and n itself."""
    places = [int(place) for place in MaxNLocator(nbins=6, integer=True).tick_values(1, n) if 1 < place < n]
    step = places[1] - places[0] if len(places) > 1 else 1
    places = [place for place in places if place - 1 >= step / 2 and n - place >= 0.6 * step]
    places = sorted({1, *places, n})
    ax.set_xticks(places, [count(place) for place in places], **LITERAL)


def thinned(length: int, limit: int = MAX_STEPS) -> np.ndarray:
    """At most about `limit` positions out of `length`, the first and the last always among them."""
    if length <= limit:
        return np.arange(length)
    return np.unique(np.linspace(0, length - 1, limit).round().astype(np.int64))


def text_points(text: str, size: float = LABEL_SIZE) -> float:
    """How wide a text is, about, in points."""
    return len(text) * CHARACTER * size


def shortened(text: str, points: float, size: float = LABEL_SIZE) -> str:
    """The text, or as much of it as fits into so many points, ending in "…"."""
    most = int(points / (CHARACTER * size))
    return text if len(text) <= most else text[: max(most - 1, 0)].rstrip() + "…"
