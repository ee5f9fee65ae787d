from __future__ import annotations

import numpy as np
import pytest

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.opportunity_grid import DOT, LARGEST, SMALLEST, draw_opportunity_grid
from portfolio_app.charts.palette import DARK, LIGHT, Palette
from portfolio_app.charts.styling import new_figure
from tests.charts.test_charts import assert_nothing_is_cut, texts

TEXT = ChartText(empty="Nothing is missing")


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize(("rows", "columns"), [(0, 0), (3, 0), (1, 1), (30, 14)])
def test_every_grid_draws_and_nothing_is_cut(rows: int, columns: int, palette: Palette) -> None:
    figure, ax = new_figure(palette, 11, 8)
    random = np.random.default_rng(rows)
    taken = random.random((rows, columns)) < 0.4
    expected = np.where(taken, np.nan, 1e9 * random.random((rows, columns)))
    hits = draw_opportunity_grid(
        ax, taken, expected, palette, TEXT,
        rows=[f"Établissements Le Goff et fils {place}" for place in range(rows)],
        columns=[f"Bocaux 720 ml avec $capsules$ {place}" for place in range(columns)],
    )  # fmt: skip
    assert_nothing_is_cut(figure)
    assert ("Nothing is missing" in texts(figure)) is not bool(rows and columns)
    assert len(hits.rows) == rows * columns


def test_dots_and_rings_stand_in_their_cells() -> None:
    _, ax = new_figure(LIGHT, 6, 4)
    taken = np.array([[True, False, False], [False, False, True]])
    expected = np.array([[np.nan, 50.0, np.nan], [np.nan, 200.0, np.nan]])
    hits = draw_opportunity_grid(ax, taken, expected, LIGHT, TEXT, rows=["A", "B"], columns=["x", "y", "z"])
    assert [hits.tooltip_at(x, y) for x, y in ((0, 0), (1, 0), (2, 0), (1, 1), (2, 1), (1.4, 0.6))] == [
        0, 1, None, 4, 5, 4,
    ]  # fmt: skip
    _, dots, rings = ax.collections
    assert dots.get_offsets().tolist() == [[0, 0], [2, 1]]
    assert dots.get_sizes().tolist() == [DOT]
    assert rings.get_offsets().tolist() == [[1, 0], [1, 1]]
    assert rings.get_sizes().tolist() == [SMALLEST + (LARGEST - SMALLEST) / 4, LARGEST]


def test_the_largest_shop_is_drawn_at_once() -> None:
    """Whatever the book, thirty clients and fourteen items are drawn, so that no cell is too small to point at."""
    _, ax = new_figure(LIGHT, 8, 8)
    taken = np.ones((30, 14), dtype=bool)
    hits = draw_opportunity_grid(
        ax, taken, np.full((30, 14), np.nan), LIGHT, TEXT, rows=["x"] * 30, columns=["y"] * 14
    )
    assert len(hits.rows) == 420
    assert hits.client_at(1, 1) is None
