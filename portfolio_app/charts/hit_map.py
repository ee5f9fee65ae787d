"""Which row of the drawn table lies under the pointer.

`HitMap`: bars side by side along x; `HitBoxes`: cells, rows and rectangles; `HitPoints`: dots; `HitShapes`: areas
of a map. All answer to the same questions, in data coordinates of the axes drawn on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np


class Hits(Protocol):
    """What can be pointed at. `rows` are positions in the drawn table, `clients` its ids or empty."""

    @property
    def rows(self) -> np.ndarray: ...

    @property
    def clients(self) -> np.ndarray: ...

    def tooltip_at(self, x: float | None, y: float | None) -> int | None:
        """Position in the drawn table of the row under (x, y), None outside."""

    def client_at(self, x: float | None, y: float | None) -> int | None:
        """client_id under (x, y), None outside or when the rows are not clients."""

    def anchor_of(self, row: int) -> tuple[float, float] | None:
        """Where to mark that row of the table."""


def _no_numbers() -> np.ndarray:
    return np.zeros(0)


def _no_boxes() -> np.ndarray:
    return np.zeros((0, 4))


@dataclass(frozen=True)
class HitMap:
    """Rows along the x axis of a chart: row i lies between `edges[i]` and `edges[i + 1]` (ascending).

    `rows` gives the position of each in the table that was drawn, `clients` its client_id (empty when the
    rows are not clients), `heights` the y at which a marker or a tooltip belongs. All positions are in
    data coordinates of the axes drawn on (`event.xdata`, `event.ydata`). `low` and `high` bound y.
    """

    edges: np.ndarray = field(default_factory=_no_numbers)
    rows: np.ndarray = field(default_factory=_no_numbers)
    clients: np.ndarray = field(default_factory=_no_numbers)
    heights: np.ndarray = field(default_factory=_no_numbers)
    low: float = 0.0
    high: float = 0.0

    def tooltip_at(self, x: float | None, y: float | None) -> int | None:
        """Position in the drawn table of the row under (x, y), None outside."""
        place = self._place(x, y)
        return None if place is None else int(self.rows[place])

    def client_at(self, x: float | None, y: float | None) -> int | None:
        """client_id under (x, y), None outside or when the rows are not clients."""
        place = self._place(x, y)
        return None if place is None or not len(self.clients) else int(self.clients[place])

    def client_of(self, row: int) -> int | None:
        """client_id of that row of the table, None when it is not there or the rows are not clients."""
        place = self._place_of(row)
        return None if place is None or not len(self.clients) else int(self.clients[place])

    def anchor_of(self, row: int) -> tuple[float, float] | None:
        """Where to mark that row of the table: the middle of its x range and its height."""
        place = self._place_of(row)
        if place is None:
            return None
        return float(self.edges[place] + self.edges[place + 1]) / 2, float(self.heights[place])

    def _place_of(self, row: int) -> int | None:
        places = np.flatnonzero(self.rows == row)
        return int(places[0]) if len(places) else None

    def _place(self, x: float | None, y: float | None) -> int | None:
        if x is None or y is None or not len(self.rows) or not self.low <= y <= self.high:
            return None
        if not self.edges[0] <= x <= self.edges[-1]:
            return None
        return min(int(np.searchsorted(self.edges, x, side="right")) - 1, len(self.rows) - 1)


@dataclass(frozen=True)
class _Placed:
    """Rows that are found one by one: `_place` says which of them lies under a point."""

    rows: np.ndarray = field(default_factory=_no_numbers)
    clients: np.ndarray = field(default_factory=_no_numbers)

    def tooltip_at(self, x: float | None, y: float | None) -> int | None:
        """See `Hits`."""
        place = None if x is None or y is None else self._place(x, y)
        return None if place is None else int(self.rows[place])

    def client_at(self, x: float | None, y: float | None) -> int | None:
        """See `Hits`."""
        place = None if x is None or y is None else self._place(x, y)
        return None if place is None or not len(self.clients) else int(self.clients[place])

    def anchor_of(self, row: int) -> tuple[float, float] | None:
        """See `Hits`."""
        places = np.flatnonzero(self.rows == row)
        return self._middle(int(places[0])) if len(places) else None

    def _place(self, x: float, y: float) -> int | None:
        raise NotImplementedError

    def _middle(self, place: int) -> tuple[float, float]:
        raise NotImplementedError


@dataclass(frozen=True)
class HitBoxes(_Placed):
    """Rectangles; `boxes` has one row (left, right, bottom, top) for each. Where some overlap the last one counts."""

    boxes: np.ndarray = field(default_factory=_no_boxes)

    def _place(self, x: float, y: float) -> int | None:
        left, right, bottom, top = self.boxes.T
        found = np.flatnonzero((left <= x) & (x <= right) & (bottom <= y) & (y <= top))
        return int(found[-1]) if len(found) else None

    def _middle(self, place: int) -> tuple[float, float]:
        left, right, bottom, top = self.boxes[place]
        return float(left + right) / 2, float(bottom + top) / 2


@dataclass(frozen=True)
class HitPoints(_Placed):
    """Dots at (`x`, `y`); the nearest one within `reach` (along x, along y) counts.

    On a logarithmic axis give `x` or `y` as drawn and set `log_x` or `log_y`: reach is then in powers of ten.
    """

    x: np.ndarray = field(default_factory=_no_numbers)
    y: np.ndarray = field(default_factory=_no_numbers)
    reach: tuple[float, float] = (0.0, 0.0)
    log_x: bool = False
    log_y: bool = False

    def _place(self, x: float, y: float) -> int | None:
        if not len(self.x) or (self.log_x and x <= 0) or (self.log_y and y <= 0):
            return None
        across = self._distance(self.x, x, self.reach[0], self.log_x)
        up = self._distance(self.y, y, self.reach[1], self.log_y)
        distance = np.nan_to_num(across**2 + up**2, nan=np.inf)
        nearest = int(np.argmin(distance))
        return nearest if distance[nearest] <= 1 else None

    @staticmethod
    def _distance(places: np.ndarray, at: float, reach: float, is_log: bool) -> np.ndarray:
        apart = np.log10(places) - np.log10(at) if is_log else places - at
        return apart / max(reach, 1e-300)

    def _middle(self, place: int) -> tuple[float, float]:
        return float(self.x[place]), float(self.y[place])


@dataclass(frozen=True)
class HitShapes(_Placed):
    """Areas: `paths` are matplotlib paths, `anchors` a point (x, y) inside each."""

    paths: tuple[Any, ...] = ()
    anchors: tuple[tuple[float, float], ...] = ()

    def _place(self, x: float, y: float) -> int | None:
        return next((place for place, path in enumerate(self.paths) if path.contains_point((x, y))), None)

    def _middle(self, place: int) -> tuple[float, float]:
        return self.anchors[place]
