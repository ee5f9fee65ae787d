"""Strips of past orders, and the grid of recency and frequency."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.palette import DARK, LIGHT, Palette
from portfolio_app.charts.rfm_grid import draw_rfm
from portfolio_app.charts.strips import LONGEST_NAME, draw_strips
from portfolio_app.charts.styling import new_figure
from tests.charts.test_charts import assert_nothing_is_cut, texts

TEXT = ChartText(guide="today", empty="Nobody")
KEY = ("order", "expected", "too long")


def strips(count: int, days: tuple[int, ...] = (-90, -60, -30)) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "client_id": np.arange(count) + 100,
            "name": [f"Client with a name that is long, number {n}" for n in range(count)],
            "days": [days] * count,
            "soonest": np.linspace(-20, 20, count),
            "latest": np.linspace(-10, 40, count),
            "level": [n % 3 for n in range(count)],
        }
    )


def days(number: float) -> str:
    return f"{-number:.0f} d"


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("count", [0, 1, 12])
def test_strips_of_every_number_of_clients(count: int, palette: Palette) -> None:
    figure, ax = new_figure(palette, 6, 4)
    draw_strips(ax, strips(count), palette, TEXT, days, KEY)
    assert_nothing_is_cut(figure)
    assert ("Nobody" in texts(figure)) is (count == 0)
    assert ("today" in texts(figure)) is (count > 0)


def test_long_ago_every_mark_reads_differently() -> None:
    def in_years(number: float) -> str:
        return f"{-number // 365:.0f} y" if number <= -730 else f"{-number:.0f} d"

    for oldest in (-120, -700, -760, -1_050):
        _, ax = new_figure(LIGHT, 6, 4)
        draw_strips(ax, strips(2, (oldest, oldest + 5)), LIGHT, TEXT, in_years, KEY)
        labels = [label.get_text() for label in ax.get_xticklabels()]
        assert len(labels) == len(set(labels)) >= 2


def test_each_row_of_strips_is_its_client() -> None:
    figure, ax = new_figure(LIGHT, 6, 4)
    frame = strips(3)
    frame.loc[1, ["soonest", "latest"]] = np.nan
    frame.loc[2, "name"] = "two $ and $ more"
    hits = draw_strips(ax, frame, LIGHT, TEXT, days)
    assert [hits.client_at(-50, row) for row in (0, 1, 2)] == [100, 101, 102]
    assert hits.tooltip_at(-50, 2.4) == 2
    assert hits.tooltip_at(-50, 4) is None
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert max(map(len, names)) <= LONGEST_NAME
    assert names[2] == "two $ and $ more"
    figure.canvas.draw()


@pytest.mark.parametrize("past", [(0,), (-4_000,), tuple(range(-3_000, 1)), (-20_000, -19_000)])
def test_strips_of_any_past(past: tuple[int, ...]) -> None:
    figure, ax = new_figure(LIGHT, 6, 3)
    draw_strips(ax, strips(2, past), LIGHT, TEXT, days, KEY)
    left, right = ax.get_xlim()
    assert left <= -120
    assert right > 0
    assert_nothing_is_cut(figure)


def cells(*rows: tuple[int, int, int, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["recency", "frequency", "clients", "worth"])


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize(
    "frame",
    [cells(), cells((3, 3, 15, 0.0)), cells((5, 5, 9, 1e9), (1, 1, 40_000, -5e8), (3, 1, 2, 0.0))],
    ids=["empty", "tied", "negative"],
)
def test_the_grid_of_every_book(frame: pd.DataFrame, palette: Palette) -> None:
    figure, ax = new_figure(palette, 5, 3.4)
    draw_rfm(ax, frame, palette, ChartText(x_label="often", y_label="lately", empty="Nobody"), ("0", "9"))
    assert_nothing_is_cut(figure)
    assert ("Nobody" in texts(figure)) is frame.empty


def test_the_best_stand_top_right_and_cells_are_found() -> None:
    _, ax = new_figure(LIGHT, 5, 3.4)
    frame = cells((1, 5, 2, 10.0), (5, 5, 7, 30.0), (5, 1, 4, 20.0))
    hits = draw_rfm(ax, frame, LIGHT, ChartText(), ("0", "9"))
    # Two rows and two columns: thirds and fifths alike get only those there are.
    assert [hits.tooltip_at(x, y) for x, y in ((1.5, 0.5), (0.5, 0.5), (1.5, 1.5))] == [1, 2, 0]
    assert hits.tooltip_at(0.5, 1.5) is None
    written = [text.get_text() for text in ax.texts]
    assert {"7", "4", "2"} <= set(written)
