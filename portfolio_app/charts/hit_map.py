"""Which row of the drawn table lies under the pointer."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np


def _no_numbers() -> np.ndarray:
    return np.zeros(0)


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
