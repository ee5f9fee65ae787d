"""A rectangle cut by group, and each group by what it is made of: area is the amount."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.patches import Rectangle

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitBoxes
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, quiet, say_empty, shortened, text_points

_LINE = 1.5 * LABEL_SIZE
"""The height of a line of text, in points."""
Box = tuple[float, float, float, float]
"""left, bottom, width, height."""


def draw_treemap(ax: Axes, frame: pd.DataFrame, palette: Palette, text: ChartText) -> HitBoxes:
    """One rectangle for each row of `frame`; amounts not above zero have none.

    Columns: group (int; rows of a group stand together inside it), group_name, colour (#rrggbb, of the group), name,
    amount, client_id (0 where the row is no client). Largest groups first, as they are met. Row i of the map is row
    i of the frame.
    """
    quiet(ax, palette)
    amount = frame["amount"].to_numpy(float)
    shown = np.flatnonzero(amount > 0)
    if not len(shown):
        say_empty(ax, palette, text.empty)
        return HitBoxes()
    width, height = (72 * inches for inches in ax.figure.get_size_inches())
    ax.set_xlim(0, width)
    ax.set_ylim(0, height)
    ax.set_xticks([])
    ax.set_yticks([])
    group = frame["group"].to_numpy(np.int64)[shown]
    order, codes = np.unique(group, return_index=True)
    order = order[np.argsort(codes)]
    totals = np.array([amount[shown[group == each]].sum() for each in order])
    by_size = np.argsort(-totals, kind="stable")
    boxes = np.zeros((len(shown), 4))
    areas = squarify(totals[by_size], (0, 0, width, height))
    for place, area in zip(by_size, areas, strict=True):
        rows = np.flatnonzero(group == order[place])
        head = _head(ax, area, frame.iloc[shown[rows[0]]], totals[place] / totals.sum(), palette, text)
        inner = (area[0], area[1], area[2], max(area[3] - head, 0.0))
        sizes = amount[shown[rows]]
        by = np.argsort(-sizes, kind="stable")
        boxes[rows[by]] = squarify(sizes[by], inner)
    colours = frame["colour"].to_numpy(dtype=object)[shown]
    _draw(ax, boxes, colours.tolist(), palette)
    for left, bottom, across, up in areas:
        edge = Rectangle((left, bottom), across, up, fill=False, edgecolor=palette.surface, linewidth=3)
        ax.add_artist(edge)
    _label(ax, boxes, frame.iloc[shown], palette, text)
    sides = np.column_stack([boxes[:, 0], boxes[:, 0] + boxes[:, 2], boxes[:, 1], boxes[:, 1] + boxes[:, 3]])
    return HitBoxes(rows=shown, clients=frame["client_id"].to_numpy(np.int64)[shown], boxes=sides)


def squarify(sizes: np.ndarray, area: Box) -> list[Box]:
    """Rectangles of these sizes, the largest first, that fill `area` and are as square as may be.

    Rows are laid along the shorter side while that makes their worst rectangle squarer (Bruls, Huizing and van Wijk,
    2000).
    """
    left, bottom, width, height = area
    total = float(sizes.sum())
    if total <= 0 or width <= 0 or height <= 0:
        return [(left, bottom, 0.0, 0.0)] * len(sizes)
    areas = sizes * (width * height / total)
    found: list[Box] = []
    start = 0
    while start < len(areas):
        side = min(width, height)
        if side <= 0:
            found += [(left, bottom, 0.0, 0.0)] * (len(areas) - start)
            break
        stop, row = start + 1, float(areas[start])
        worst = _worst(row, areas[start], areas[start], side)
        while stop < len(areas):
            wider = row + float(areas[stop])
            ratio = _worst(wider, areas[start], areas[stop], side)
            if ratio > worst:
                break
            row, worst, stop = wider, ratio, stop + 1
        depth = row / side
        at = 0.0
        for size in areas[start:stop]:
            length = float(size) / depth if depth else 0.0
            if width >= height:
                found.append((left, bottom + height - at - length, depth, length))
            else:
                found.append((left + at, bottom + height - depth, length, depth))
            at += length
        if width >= height:
            left, width = left + depth, max(width - depth, 0.0)
        else:
            height = max(height - depth, 0.0)
        start = stop
    return found


def _worst(row: float, largest: float, smallest: float, side: float) -> float:
    """How far from a square the worst rectangle of a row is, 1 for a square."""
    square = row * row
    if smallest <= 0 or square <= 0:
        return float("inf")
    return float(max(side * side * largest / square, square / (side * side * smallest)))


def _head(ax: Axes, area: Box, first: pd.Series, share: float, palette: Palette, text: ChartText) -> float:
    """The name of a group over what it is made of; the height it takes, 0 where there is no room."""
    left, bottom, width, height = area
    name = str(first["group_name"])
    if height < 3 * _LINE or width < 60 or not name:
        return 0.0
    label = f"{name} · {text.percent(share)}"
    if text_points(label) > width - 8:
        label = name
    ax.text(left + 3, bottom + height - _LINE / 2 - 1, shortened(label, width - 8), ha="left", va="center",
            color=palette.text, fontsize=LABEL_SIZE, fontweight="bold", **LITERAL)  # fmt: skip
    return _LINE + 2


def _draw(ax: Axes, boxes: np.ndarray, colours: list[str], palette: Palette) -> None:
    left, bottom, width, height = boxes.T
    corners = np.stack(
        [
            np.column_stack([left, bottom]),
            np.column_stack([left + width, bottom]),
            np.column_stack([left + width, bottom + height]),
            np.column_stack([left, bottom + height]),
        ],
        axis=1,
    )
    cells = PolyCollection(corners, facecolors=colours, edgecolors=palette.surface, linewidths=1.2)
    ax.add_collection(cells, autolim=False)


def _label(ax: Axes, boxes: np.ndarray, rows: pd.DataFrame, palette: Palette, text: ChartText) -> None:
    """The names that fit, and the amounts where there is room for a second line."""
    for (left, bottom, width, height), name, amount, colour in zip(
        boxes, rows["name"], rows["amount"], rows["colour"], strict=True
    ):
        if height < _LINE or width < 34:
            continue
        label = shortened(str(name), width - 8)
        if len(label) < min(4, len(str(name))):
            continue
        ink = palette.ink_on(colour)
        ax.text(left + 4, bottom + height - _LINE / 2 - 1, label, ha="left", va="center", color=ink,
                fontsize=LABEL_SIZE, clip_on=True, **LITERAL)  # fmt: skip
        value = text.money(float(amount))
        if height >= 2.2 * _LINE and text_points(value) <= width - 8:
            ax.text(left + 4, bottom + height - 1.5 * _LINE - 1, value, ha="left", va="center", color=ink,
                    fontsize=LABEL_SIZE - 1, clip_on=True, **LITERAL)  # fmt: skip
