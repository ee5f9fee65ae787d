"""The map: every area where it belongs, in the tone of its figure, and findable under the pointer."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from portfolio_app.charts.area_map import class_limits, draw_area_map
from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.outlines import load
from portfolio_app.charts.palette import DARK, LIGHT
from portfolio_app.charts.styling import new_figure
from portfolio_app.exchange.countries import NAMES


def test_the_map_of_france_has_every_department_and_the_world_only_real_countries() -> None:
    france, world = load("france"), load("world")
    metropolitan = [area.code for area in france.areas if area.rings]
    assert len(metropolitan) == len(set(metropolitan)) == 96
    assert {"971", "972", "973", "974", "976"} <= {area.code for area in france.areas}
    assert france.names["29"] == "Finistère"
    assert "CC BY 4.0" in france.credit
    codes = {area.code for area in world.areas}
    assert {"FR", "BE", "CH", "US", "JP"} <= codes
    assert codes <= set(NAMES) | {"XK"}


@pytest.mark.parametrize(
    ("amounts", "limits"),
    [
        ([], []),
        ([0, -5], []),
        ([7], [7]),
        ([1, 1, 1], [1]),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [2, 4, 6, 8, 10]),
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6]),
    ],
)
def test_positive_figures_are_cut_in_at_most_five_classes(amounts: list[float], limits: list[float]) -> None:
    assert class_limits(np.array(amounts, dtype=float)).tolist() == limits


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("amounts", [[5.0, -2.0, 0.0, 9.0], [0.0, 0.0, 0.0, 0.0], [3.0, 3.0, 3.0, 3.0]])
def test_each_area_is_found_where_it_is_drawn(amounts: list[float], palette: object) -> None:
    frame = pd.DataFrame({"code": ["29", "75", "974", "XX"], "amount": amounts})
    figure, ax = new_figure(LIGHT)
    hits = draw_area_map(ax, frame, load("france").areas, palette, ChartText(), lambda v: f"{v:g}")  # type: ignore[arg-type]
    figure.canvas.draw()
    assert sorted(hits.rows.tolist()) == [0, 1, 2]
    for row in (0, 1, 2):
        x, y = hits.anchor_of(row) or (0, 0)
        assert hits.tooltip_at(x, y) == row
        assert hits.client_at(x, y) is None
    assert hits.tooltip_at(-1000, 0) is None
    assert hits.tooltip_at(None, 1) is None
    assert hits.anchor_of(3) is None


def test_without_clients_the_map_says_so() -> None:
    _figure, ax = new_figure(LIGHT)
    frame = pd.DataFrame({"code": [], "amount": []})
    hits = draw_area_map(ax, frame, load("world").areas, LIGHT, ChartText(empty="Nobody"), str)
    assert [text.get_text() for text in ax.texts] == ["Nobody"]
    assert hits.tooltip_at(0, 0) is None


def test_no_country_runs_across_the_map_from_one_edge_to_the_other() -> None:
    for area in load("world").areas:
        for ring in area.rings:
            across = [x for x, _ in ring]
            assert max(across) - min(across) < 170, area.code


def test_the_key_stands_beside_the_map_not_on_it() -> None:
    outlines = load("world").areas
    frame = pd.DataFrame(
        {"code": ["US", "BR", "FR", "CN", "KE"], "amount": [8_400e3, 60e3, 120e3, 163e3, 83e3]}
    )
    for width in (4.6, 8.0):
        figure, axes = new_figure(LIGHT, width, 3.2)
        draw_area_map(
            axes, frame, outlines, LIGHT, ChartText(), lambda value: f"{value:,.0f} $", has_codes=False
        )
        FigureCanvasAgg(figure).draw()
        key = figure.legends[0].get_window_extent()
        assert key.y1 <= axes.get_window_extent().y0 + 1
        assert key.x0 >= 0
        assert key.x1 <= figure.bbox.x1
