"""A grid of cells: a colour for each value, a text on it, hatching for what may still change."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Literal

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.transforms import offset_copy

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitBoxes
from portfolio_app.charts.palette import Palette, contrast
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, name_axes, quiet, say_empty

Scale = Literal["sequential", "diverging"]
READABLE = 4.5
"""The least contrast of a text on its cell."""
CHARACTER = 0.58
"""How wide a character is, about, in parts of its size."""
SMALLEST = 7.0
MOST_TEXTS = 2_000
"""More texts than that can't be read, and take seconds to draw."""
_FAINTEST = 0.08
"""Of the full colour, so that the smallest value is not taken for none."""
_KEY_STEPS = 24


def draw_grid(
    ax: Axes,
    values: np.ndarray,
    palette: Palette,
    text: ChartText,
    *,
    rows: Sequence[str],
    columns: Sequence[str],
    labels: Sequence[Sequence[str]] | None = None,
    hatched: np.ndarray | None = None,
    neutral: np.ndarray | None = None,
    scale: Scale = "sequential",
    limits: tuple[float, float] | None = None,
    key: tuple[str, str] | None = None,
) -> HitBoxes:
    """Cells of `values` (rows by columns, the first row on top; NaN is left empty), named `rows` and `columns`.

    `labels`: the text of each cell; left out where it does not fit. `hatched`, `neutral`: masks of cells that are
    hatched, or grey whatever their value. Colours run from `limits[0]` (or the least value) to `limits[1]` (or the
    largest) or, diverging, from below zero over zero to above, as far both ways. `key`: what the palest and the
    fullest colour mean, drawn as a strip under the grid. `text.x_label` names the columns, `text.y_label` the
    rows, `text.empty` stands in for a grid without values. Row `r * len(columns) + c` of the hits is cell (r, c).
    """
    quiet(ax, palette)
    cells = np.asarray(values, dtype=float)
    known = np.isfinite(cells)
    if not known.any():
        say_empty(ax, palette, text.empty)
        return HitBoxes()
    colours = _colours(cells, known, palette, scale, limits, neutral)
    down, across = np.nonzero(known)
    corners = _corners(down, across)
    faces = [colours[place] for place in zip(down.tolist(), across.tolist(), strict=True)]
    ax.add_collection(
        PolyCollection(corners, facecolors=faces, edgecolors=palette.surface, linewidths=1.5), autolim=False
    )
    if hatched is not None:
        _hatch(ax, corners, faces, np.asarray(hatched, dtype=bool)[down, across], palette)
    ax.set_xlim(0, len(columns))
    ax.set_ylim(len(rows), 0)
    room = ax.get_figure().get_size_inches() * 72 * (0.86, 0.78)  # type: ignore[union-attr]
    _name_cells(ax, rows, columns, room, palette)
    if labels is not None:
        _write(ax, labels, colours, room, palette, (len(rows), len(columns)))
    if key is not None:
        _key(ax, key, palette, scale)
    name_axes(ax, palette, "", text.y_label)
    if text.x_label:
        ax.set_title(text.x_label, loc="right", color=palette.muted, fontsize=LABEL_SIZE, pad=8, **LITERAL)
    boxes = np.column_stack([across, across + 1, down, down + 1]).astype(float)
    return HitBoxes(rows=down * len(columns) + across, boxes=boxes)


def mixed(start: str, end: str, part: float) -> str:
    """The hex colour that far on the way from one to another."""
    pairs = ((int(start[i : i + 2], 16), int(end[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * part):02X}" for a, b in pairs)


def readable_ink(palette: Palette, colour: str) -> str:
    """The ink of the palette that can be read on `colour`; black or white where neither can."""
    ink = palette.ink_on(colour)
    if contrast(ink, colour) >= READABLE:
        return ink
    return max(("#000000", "#FFFFFF"), key=lambda each: contrast(each, colour))


def _hatch(
    ax: Axes, corners: np.ndarray, faces: Sequence[str], hatched: np.ndarray, palette: Palette
) -> None:
    """Fine lines over some cells, in an ink that is seen on each."""
    inks = np.array([palette.ink_on(face) for face in faces])
    for ink in (palette.text, palette.surface):
        some = hatched & (inks == ink)
        if some.any():
            lines = PolyCollection(
                corners[some], facecolors="none", edgecolors=ink, linewidths=0, hatch="////", alpha=0.22
            )
            ax.add_collection(lines, autolim=False)


def _corners(down: np.ndarray, across: np.ndarray) -> np.ndarray:
    """The four corners of each cell, in the order PolyCollection takes them."""
    left, top = across.astype(float), down.astype(float)
    return np.stack(
        [
            np.column_stack([left, top]),
            np.column_stack([left + 1, top]),
            np.column_stack([left + 1, top + 1]),
            np.column_stack([left, top + 1]),
        ],
        axis=1,
    )


def _colours(
    cells: np.ndarray,
    known: np.ndarray,
    palette: Palette,
    scale: Scale,
    limits: tuple[float, float] | None,
    neutral: np.ndarray | None,
) -> dict[tuple[int, int], str]:
    """The colour of each cell that has a value."""
    low, high = limits if limits is not None else (float(cells[known].min()), float(cells[known].max()))
    widest = max(abs(low), abs(high)) or 1.0
    found = {}
    for place in zip(*np.nonzero(known), strict=True):
        at = (int(place[0]), int(place[1]))
        value = float(cells[at])
        if neutral is not None and neutral[at]:
            found[at] = palette.grid
        elif scale == "diverging":
            end = palette.good if value > 0 else palette.warn
            found[at] = palette.grid if value == 0 else _shade(palette, end, abs(value) / widest)
        else:
            # A single value, or equal ones, stand at full colour only where they are above the start of the scale.
            found[at] = _shade(palette, palette.accent, (value - low) / (high - low) if high > low else 0.5)
    return found


def _shade(palette: Palette, end: str, part: float) -> str:
    part = min(max(part, 0.0), 1.0)
    return mixed(palette.surface, end, _FAINTEST + (1 - _FAINTEST) * part)


def _name_cells(
    ax: Axes, rows: Sequence[str], columns: Sequence[str], room: np.ndarray, palette: Palette
) -> None:
    """Names of the columns above the grid, in lines or turned where they are too long, and of the rows beside it."""
    ax.xaxis.tick_top()
    width = room[0] / max(len(columns), 1)
    most = int(width / (CHARACTER * LABEL_SIZE))
    if any(len(name) > most for name in columns):
        columns = [textwrap.fill(name, max(most, 8), break_long_words=False) for name in columns]
    longest = max((len(part) for name in columns for part in name.split("\n")), default=0)
    widest = longest * CHARACTER * LABEL_SIZE
    turned: dict[str, object] = {}
    step = 1
    if widest > width and all(len(name) <= 4 for name in columns):
        step = int(np.ceil(widest * 1.3 / width))
    elif widest > width:
        columns = [name.replace("\n", " ") for name in columns]
        turned = {"rotation": 30, "ha": "left", "rotation_mode": "anchor"}
    places = range(0, len(columns), step)
    ax.set_xticks(
        [place + 0.5 for place in places], [columns[place] for place in places], **turned, **LITERAL
    )
    height = room[1] / max(len(rows), 1)
    step = max(1, int(np.ceil(1.15 * LABEL_SIZE / height)))
    places = range(0, len(rows), step)
    ax.set_yticks([place + 0.5 for place in places], [rows[place] for place in places], **LITERAL)
    ax.tick_params(axis="both", colors=palette.text)


def _write(
    ax: Axes,
    labels: Sequence[Sequence[str]],
    colours: dict[tuple[int, int], str],
    room: np.ndarray,
    palette: Palette,
    shape: tuple[int, int],
) -> None:
    """The texts of the cells, all of one size; those too long even at the smallest one are left out."""
    if len(colours) > MOST_TEXTS:
        return
    width, height = 0.9 * room[0] / shape[1], room[1] / shape[0]
    longest = max((len(labels[r][c]) for r, c in colours), default=1)
    size = min(LABEL_SIZE, max(SMALLEST, width / (CHARACTER * max(longest, 1))), height / 1.2)
    if size < SMALLEST - 1.5:
        return
    for (r, c), colour in colours.items():
        label = labels[r][c]
        if label and len(label) * CHARACTER * size <= width:
            ax.text(c + 0.5, r + 0.5, label, ha="center", va="center_baseline",
                    color=readable_ink(palette, colour), fontsize=size, **LITERAL)  # fmt: skip


def _key(ax: Axes, key: tuple[str, str], palette: Palette, scale: Scale) -> None:
    """A strip of the colours under the grid with what its two ends mean."""
    steps = np.linspace(0, 1, _KEY_STEPS)
    if scale == "diverging":
        ends = [
            (palette.warn, 1 - 2 * part) if part < 0.5 else (palette.good, 2 * part - 1) for part in steps
        ]
    else:
        ends = [(palette.accent, float(part)) for part in steps]
    below = offset_copy(ax.transAxes, ax.get_figure(), y=-12, units="points")
    left, right = 0.38, 0.62
    edges = np.linspace(left, right, _KEY_STEPS + 1)
    for place, (end, part) in enumerate(ends):
        ax.plot(edges[place : place + 2], [0, 0], transform=below, clip_on=False, linewidth=7,
                color=_shade(palette, end, float(part)), solid_capstyle="butt",
                scalex=False, scaley=False)  # fmt: skip
    for at, words, side, shift in ((left, key[0], "right", -6), (right, key[1], "left", 6)):
        ax.annotate(words, (at, 0), xycoords=below, xytext=(shift, 0), textcoords="offset points", ha=side,
                    va="center", color=palette.muted, fontsize=LABEL_SIZE, annotation_clip=False,
                    **LITERAL)  # fmt: skip
