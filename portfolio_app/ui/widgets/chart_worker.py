"""Charts are drawn away from the UI thread: matplotlib takes a second to load and many ms to draw.

One thread serves all charts, so a figure is never touched by two threads at once. It answers with pixels
and with what is needed to find the data under the pointer without touching the figure again.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from portfolio_app import files
from portfolio_app.charts import palette as chart_palette
from portfolio_app.ui import theme

if TYPE_CHECKING:
    from portfolio_app.charts.hit_map import Hits

log = logging.getLogger(__name__)

DPI = 96
"""Logical dots per inch: one matplotlib point is 4/3 of a logical pixel, as on screen."""


Target = tuple[str, object]
"""What a click opens: the arguments of a page's `open_requested`, such as ("client", 12)."""


@dataclass(frozen=True)
class ChartHits:
    """One pair of axes that can be pointed at: `tooltip(row)` says in plain text what `row` is.

    `opens(row)`: what a click there opens where that is not the row's client; None for nothing.
    """

    axes: Any
    hits: Hits
    tooltip: Callable[[int], str] | None = None
    opens: Callable[[int], Target | None] | None = None


DrawResult = ChartHits | Sequence[ChartHits] | None
Draw = Callable[[Any, chart_palette.Palette], DrawResult]


@dataclass(frozen=True)
class HitArea:
    """`ChartHits` with the place of its axes: `box` and transforms in device pixels from the bottom left."""

    box: tuple[float, float, float, float]
    to_pixels: Any
    to_data: Any
    hits: Hits
    tooltip: Callable[[int], str] | None
    opens: Callable[[int], Target | None] | None = None

    def target(self, row: int, client: int | None) -> Target | None:
        """What a click on that row, which is that client, opens."""
        if self.opens is not None:
            return self.opens(row)
        return None if client is None else ("client", client)

    def at(self, x: float, y: float) -> tuple[int, int | None] | None:
        """(row, client id) under a pixel."""
        if not (self.box[0] <= x <= self.box[2] and self.box[1] <= y <= self.box[3]):
            return None
        data_x, data_y = self.to_data.transform((x, y))
        row = self.hits.tooltip_at(data_x, data_y)
        return None if row is None else (row, self.hits.client_at(data_x, data_y))

    def client_of(self, row: int) -> int | None:
        """The client behind a row of the drawn table."""
        places = [place for place, each in enumerate(self.hits.rows) if int(each) == row]
        return int(self.hits.clients[places[0]]) if places and len(self.hits.clients) else None

    def anchor(self, row: int) -> tuple[float, float] | None:
        """The pixel that belongs to a row."""
        point = self.hits.anchor_of(row)
        if point is None:
            return None
        x, y = self.to_pixels.transform(point)
        return float(x), float(y)


@dataclass(frozen=True)
class Picture:
    """A drawn chart."""

    image: QImage
    areas: tuple[HitArea, ...]


class ChartWorker(QObject):
    """The thread, and the way back from it. `shared()` is the one everybody uses."""

    _done = Signal(int, object, object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="charts")
        self._waiting: dict[int, Callable[[Any, Exception | None], None]] = {}
        self._last = 0
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self, function: Callable[..., Any], *args: Any, on_done: Callable[[Any, Exception | None], None]
    ) -> None:
        """Run `function(*args)` on the chart thread; `on_done(result, error)` on this one."""
        self._last += 1
        self._waiting[self._last] = on_done
        self._pool.submit(self._work, self._last, function, args)

    def _work(self, number: int, function: Callable[..., Any], args: tuple[Any, ...]) -> None:
        try:
            result, error = function(*args), None
        except Exception as fault:
            log.exception("a chart could not be made")
            result, error = None, fault
        self._done.emit(number, result, error)

    def _deliver(self, number: int, result: Any, error: Exception | None) -> None:
        self._waiting.pop(number)(result, error)


_shared: list[ChartWorker] = []


def shared() -> ChartWorker:
    """The worker of this process, made on first use."""
    if not _shared:
        _shared.append(ChartWorker())
    return _shared[0]


def palette_for(tokens: theme.Tokens) -> chart_palette.Palette:
    """The charts' palette on exactly the surface of this theme."""
    base = chart_palette.DARK if tokens.is_dark else chart_palette.LIGHT
    return replace(
        base,
        background=tokens.background,
        surface=tokens.surface,
        text=tokens.text,
        muted=tokens.muted,
        grid=tokens.border,
    )


def make_figure(draw: Draw, palette: chart_palette.Palette, width: float, height: float, ratio: float) -> Any:
    """(figure, hits): a new figure of that size in logical pixels, drawn by `draw`."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(
        figsize=(width / DPI, height / DPI), dpi=DPI * ratio, layout="constrained", facecolor=palette.surface
    )
    FigureCanvasAgg(figure)
    drawn = draw(figure, palette)
    if drawn is None:
        drawn = ()
    elif isinstance(drawn, ChartHits):
        drawn = (drawn,)
    return figure, tuple(drawn)


def render(draw: Draw, palette: chart_palette.Palette, width: float, height: float, ratio: float) -> Picture:
    """Draw to pixels."""
    figure, drawn = make_figure(draw, palette, width, height, ratio)
    figure.canvas.draw()
    buffer = figure.canvas.buffer_rgba()
    columns, rows = figure.canvas.get_width_height(physical=True)
    image = QImage(bytes(buffer), columns, rows, 4 * columns, QImage.Format.Format_RGBA8888).copy()
    image.setDevicePixelRatio(ratio)
    areas = tuple(
        HitArea(
            tuple(each.axes.bbox.extents),
            each.axes.transData.frozen(),
            each.axes.transData.inverted().frozen(),
            each.hits,
            each.tooltip,
            each.opens,
        )
        for each in drawn
    )
    return Picture(image, areas)


def write(draw: Draw, path: Path, width: float, height: float) -> Path:
    """Save as the suffix of `path` says (.png, .svg, .pdf), in light colours, which suit paper."""
    figure, _ = make_figure(draw, palette_for(theme.LIGHT), width, height, 1.0)
    buffer = io.BytesIO()
    figure.savefig(buffer, format=path.suffix.lstrip(".").lower(), dpi=DPI * 2)
    with files.whole(path) as out:
        out.write(buffer.getvalue())
    return path
