"""The whale curve and the income statement as steps."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.income import draw_income
from portfolio_app.charts.palette import DARK, LIGHT, Palette
from portfolio_app.charts.styling import new_figure
from portfolio_app.charts.whale import draw_whale
from tests.charts.test_charts import assert_nothing_is_cut, texts

TEXT = ChartText("clients", "result", guide="most", note="the end", empty="Nothing")


def curve(*results: float) -> pd.DataFrame:
    found = np.sort(np.array(results, dtype=float))[::-1] * 1_000_000
    return pd.DataFrame(
        {"client_id": np.arange(1, len(found) + 1), "result": found, "cumulated": found.cumsum()}
    )


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize(
    "results", [(), (5,), (-5,), (3, 3, 3), (0, 0), (9, 4, -2, -30), (100, 50, 20, 1, -1, -40)]
)
def test_every_curve_draws_and_nothing_is_cut(results: tuple[float, ...], palette: Palette) -> None:
    figure, ax = new_figure(palette, 4.6, 2.8)
    hits = draw_whale(ax, curve(*results), palette, TEXT)
    assert_nothing_is_cut(figure)
    assert ("Nothing" in texts(figure)) is (not results)
    assert [hits.client_at(place + 0.5, 0) for place in range(len(results))] == list(
        range(1, len(results) + 1)
    )


def test_a_hundred_thousand_clients_are_few_points() -> None:
    figure, ax = new_figure(LIGHT, 4.6, 2.8)
    draw_whale(ax, curve(*np.linspace(-5, 100, 100_000)), LIGHT, TEXT)
    assert max(len(line.get_xdata()) for line in ax.lines) <= 2_100
    assert "the end" in texts(figure)


def steps(*rows: tuple[str, float, bool]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["name", "amount", "is_total"])
    return frame.assign(amount=frame["amount"] * 1e6, is_estimated=False, before=np.nan)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize(
    "rows",
    [
        (),
        (("Revenue", 0.0, True),),
        (("Revenue", 100.0, True), ("Cost of goods", -60.0, False), ("Margin", 40.0, True)),
        (("Revenue", -20.0, True), ("Cost of goods", -60.0, False), ("Result", -80.0, True)),
        (("Revenue", 10.0, True), ("Goods", -4.0, False), ("Result", float("nan"), True)),
    ],
)
def test_every_statement_draws_and_nothing_is_cut(
    rows: tuple[tuple[str, float, bool], ...], palette: Palette
) -> None:
    figure, ax = new_figure(palette, 4.6, 2.8)
    hits = draw_income(ax, steps(*rows), palette, TEXT)
    assert_nothing_is_cut(figure)
    is_empty = not any(row[1] for row in rows)
    assert ("Nothing" in texts(figure)) is is_empty
    if not is_empty:
        assert [hits.tooltip_at(0, place) for place in range(len(rows))] == list(range(len(rows)))
        assert ("the end" in texts(figure)) is any(np.isnan(row[1]) for row in rows)


def test_costs_begin_where_the_line_above_ends() -> None:
    _, ax = new_figure(LIGHT, 4.6, 2.8)
    rows = (("Revenue", 100, True), ("Goods", -60, False), ("Time", -10, False), ("Left", 30, True))
    draw_income(ax, steps(*rows), LIGHT, TEXT)
    spans = [(bar.get_x() / 1e6, bar.get_width() / 1e6) for bar in ax.patches]
    assert spans == [(0, 100), (100, -60), (40, -10), (0, 30)]
