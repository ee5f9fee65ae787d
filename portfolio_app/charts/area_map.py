"""A map of areas, each in the tone of its figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_hex
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitShapes
from portfolio_app.charts.palette import Palette
from portfolio_app.charts.styling import LABEL_SIZE, LITERAL, quiet, say_empty, text_points

CLASSES = 5
"""So many tones can be told apart, in grey too."""
BOX = 0.06
"""Side of the square that stands for an area without an outline, as a part of the map's height."""
KEY_POINTS = 28.0
"""What a tone of the key takes besides its words."""
ROOM, LEAST = 0.3, 0.45
"""Room around the areas with clients, as a part of their size, and the least part of the map that is shown."""

Ring = Sequence[Sequence[float]]


@dataclass(frozen=True)
class Outline:
    """An area of the map: its code and its rings; without rings it stands as a square at the foot of the map."""

    code: str
    rings: tuple[Ring, ...]


def draw_area_map(
    ax: Axes,
    frame: pd.DataFrame,
    outlines: Sequence[Outline],
    palette: Palette,
    text: ChartText,
    write: Callable[[float], str],
    *,
    has_codes: bool = True,
) -> HitShapes:
    """Fill each outline in the tone of its figure; `frame` has code and amount, one row per area with clients.

    Areas that are not in the frame stay bare. Above zero the figures are cut in at most five classes of about as
    many areas each, named by `write` in the key; below zero an area is hatched. Row i of the map is row i of the
    frame; those that no outline shows can't be pointed at. `has_codes` writes the code on each area with clients.
    """
    quiet(ax, palette)
    if frame.empty:
        say_empty(ax, palette, text.empty)
        return HitShapes()
    places = {code: row for row, code in enumerate(frame["code"].tolist())}
    amount = frame["amount"].to_numpy(float)
    limits = class_limits(amount)
    tones = _tones(palette, len(limits))
    left, right, bottom, top = _window(outlines, places)
    side = BOX * (top - bottom)
    rows, paths, anchors = [], [], []
    column = 0
    for outline in outlines:
        row = places.get(outline.code)
        if not outline.rings and row is None:
            continue
        if outline.rings:
            path = _path(outline.rings)
        else:
            corner = (left + column * side * 1.5, bottom - 2.2 * side)
            path = Path(Rectangle(corner, side, side).get_verts(), closed=True)
            column += 1
        value = None if row is None else float(amount[row])
        colour = palette.grid if value is None or value == 0 else _tone(value, limits, tones, palette)
        ax.add_patch(
            PathPatch(
                path, facecolor=colour, edgecolor=palette.surface, linewidth=0.6,
                hatch="////" if value is not None and value < 0 else None,
            )
        )  # fmt: skip
        if row is not None:
            rows.append(row)
            paths.append(path)
            anchors.append(_anchor(outline, path))
            if has_codes or not outline.rings:
                ax.text(*anchors[-1], outline.code, ha="center", va="center", color=palette.ink_on(colour),
                        fontsize=LABEL_SIZE - 2, clip_on=bool(outline.rings), **LITERAL)  # fmt: skip
    ax.set_aspect("equal")
    ax.set_axis_off()
    ax.set_xlim(left, right)
    ax.set_ylim(bottom - (3 * side if column else 0), top)
    _key(ax, amount, limits, tones, palette, write)
    return HitShapes(rows=np.array(rows), paths=tuple(paths), anchors=tuple(anchors))


def class_limits(amount: np.ndarray) -> np.ndarray:
    """The highest figure of each class, ascending: at most five, of about as many positive figures each."""
    positive = np.unique(amount[amount > 0])
    if not len(positive):
        return positive
    number = min(CLASSES, len(positive))
    ends = -(-len(positive) * np.arange(1, number + 1) // number) - 1
    return positive[ends]


def _tones(palette: Palette, number: int) -> list[str]:
    scale = LinearSegmentedColormap.from_list("", [palette.accent_soft, palette.accent, palette.text])
    return [to_hex(scale(0.72 * place / max(1, CLASSES - 1))) for place in range(number)][-number:]


def _tone(value: float, limits: np.ndarray, tones: list[str], palette: Palette) -> str:
    return palette.warn if value < 0 else tones[int(np.searchsorted(limits, value))]


def _window(outlines: Sequence[Outline], places: Mapping[str, int]) -> tuple[float, float, float, float]:
    """What is shown of the map (left, right, bottom, top): the areas with clients, with room around them."""
    whole = _extent(outlines)
    used = [outline for outline in outlines if outline.rings and outline.code in places]
    if not used:
        return whole
    found = _extent(used)
    ends: list[float] = []
    for low, high, first, last in ((*found[:2], *whole[:2]), (*found[2:], *whole[2:])):
        size = min(last - first, max((high - low) * (1 + 2 * ROOM), LEAST * (last - first)))
        start = min(max((low + high - size) / 2, first), last - size)
        ends += [start, start + size]
    return ends[0], ends[1], ends[2], ends[3]


def _extent(outlines: Sequence[Outline]) -> tuple[float, float, float, float]:
    points = np.concatenate([np.asarray(ring) for outline in outlines for ring in outline.rings])
    (left, bottom), (right, top) = points.min(axis=0), points.max(axis=0)
    return float(left), float(right), float(bottom), float(top)


def _path(rings: Sequence[Ring]) -> Path:
    return Path.make_compound_path(*(Path(np.asarray([*ring, ring[0]]), closed=True) for ring in rings))


def _anchor(outline: Outline, path: Path) -> tuple[float, float]:
    """The middle of the largest ring."""
    ring = np.asarray(max(outline.rings, key=_surface)) if outline.rings else path.vertices[:4]
    if outline.rings:
        x, y = ring[:, 0], ring[:, 1]
        cross = x * np.roll(y, -1) - np.roll(x, -1) * y
        whole = cross.sum()
        if abs(whole) > 1e-9:
            return (
                float(((x + np.roll(x, -1)) * cross).sum() / (3 * whole)),
                float(((y + np.roll(y, -1)) * cross).sum() / (3 * whole)),
            )
    return float(ring[:, 0].mean()), float(ring[:, 1].mean())


def _surface(ring: Ring) -> float:
    points = np.asarray(ring)
    x, y = points[:, 0], points[:, 1]
    return abs(float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum()))


def _key(
    ax: Axes,
    amount: np.ndarray,
    limits: np.ndarray,
    tones: list[str],
    palette: Palette,
    write: Callable[[float], str],
) -> None:
    """What the tones mean, under the map: on it, it would cover areas."""
    least = np.concatenate([[amount[amount > 0].min()], limits[:-1]]) if len(limits) else limits
    lines = []
    for place, (low, high, tone) in enumerate(zip(least, limits, tones, strict=True)):
        begins = write(float(low)) if place == 0 else f"> {write(float(low))}"
        label = write(float(high)) if low == high else f"{begins} – {write(float(high))}"
        lines.append((tone, label, ""))
    if (amount < 0).any():
        lines.insert(0, (palette.warn, "< 0", "////"))
    figure = ax.get_figure(root=True)
    if not lines or figure is None:
        return
    widest = max(text_points(label) for _, label, _ in lines) + KEY_POINTS
    rows = -(-len(lines) // max(1, int(figure.get_figwidth() * 72 / widest)))
    legend = figure.legend(
        [
            Rectangle((0, 0), 1, 1, facecolor=tone, hatch=hatch or None, edgecolor=palette.surface)
            for tone, _, hatch in lines
        ],
        [label for _, label, _ in lines],
        loc="outside lower left", ncols=-(-len(lines) // rows), frameon=False,
        fontsize=LABEL_SIZE, labelcolor=palette.muted, handlelength=1.2, columnspacing=1.2,
    )  # fmt: skip
    for text in legend.get_texts():
        text.set_parse_math(False)
