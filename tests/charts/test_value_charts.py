"""The charts of value: every kind of book, and what lies where."""

from __future__ import annotations

import time
from datetime import date

import numpy as np
import pandas as pd
import pytest

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.equity import draw_equity
from portfolio_app.charts.forecast import ForecastWords, Span, draw_forecast
from portfolio_app.charts.palette import DARK, LIGHT, Palette
from portfolio_app.charts.styling import new_figure
from portfolio_app.charts.value_by_segment import draw_value_by_segment
from portfolio_app.charts.value_map import MapWords, draw_value_map, round_amounts
from tests.charts.test_charts import assert_nothing_is_cut, texts

TEXT = ChartText(x_label="chance", y_label="margin", empty="Nothing")
MAP = MapWords("Rescue $now$", "Keep")
LEGEND = ("8 of 10", "average", "may cost", "did cost")
FORECAST = ForecastWords("orders", "forecast", "as before", "came", "today")
NONE = float("nan")


def clients(*rows: tuple[float, float, float]) -> pd.DataFrame:
    """Rows of p, yearly and value."""
    frame = pd.DataFrame(rows, columns=["p", "yearly", "value"], dtype=float)
    return frame.assign(
        client_id=np.arange(len(frame)) + 10,
        low=frame["yearly"] / 2,
        high=frame["yearly"] * 2,
        colour="#0072B2",
    )


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("rows", "drawn"),
    [
        ([], 0),
        ([(0.4, 5e8, 1e9)], 1),
        ([(0.4, 5e8, 1e9)] * 3, 3),
        ([(0.4, -5e8, 1e9), (0.9, 0.0, 0.0), (0.2, 1e7, -1e6)], 1),
        ([(NONE, 5e8, NONE)], 0),
    ],
)
def test_the_map_draws_who_brings_something(
    rows: list[tuple[float, float, float]], drawn: int, palette: Palette
) -> None:
    figure, ax = new_figure(palette, 4, 3)
    hits = draw_value_map(ax, clients(*rows), palette, TEXT, MAP)
    assert len(hits.rows) == drawn
    assert ("Nothing" in texts(figure)) is (drawn == 0)
    assert ("Rescue $now$" in texts(figure)) is (drawn > 0)
    assert_nothing_is_cut(figure)


def test_a_dot_is_its_client_and_classes_have_no_numbers() -> None:
    figure, ax = new_figure(LIGHT, 4, 3)
    words = MapWords("Rescue", "Keep", ("unlikely", "uncertain", "likely"))
    hits = draw_value_map(ax, clients((0.1, 1e9, 5.0), (0.9, 1e7, 9.0)), LIGHT, TEXT, words)
    assert hits.client_at(0.1, 1e9) == 10
    assert hits.tooltip_at(0.9, 1.02e7) == 1
    assert hits.client_at(0.5, 1e8) is None
    assert {"unlikely", "likely"} <= set(texts(figure))
    assert "50 %" not in texts(figure)


def test_a_hundred_thousand_clients_are_drawn_at_once() -> None:
    generator = np.random.default_rng(1)
    rows = np.column_stack(
        [generator.random(100_000), generator.lognormal(18, 2, 100_000), np.arange(100_000)]
    )
    frame = clients(*[]).reindex(range(100_000)).assign(colour="#0072B2", client_id=np.arange(100_000))
    frame[["p", "yearly", "value"]] = rows
    figure, ax = new_figure(LIGHT, 6, 4)
    start = time.process_time()
    hits = draw_value_map(ax, frame, LIGHT, TEXT, MAP)
    figure.canvas.draw()
    assert len(hits.rows) == 2_000
    assert 99_999 in hits.rows
    assert time.process_time() - start < 3


def test_round_amounts_lie_between() -> None:
    assert round_amounts(90, 1_200) == [100, 200, 500, 1_000]
    assert round_amounts(1, 100_000) == [1, 10, 100, 1_000, 10_000, 100_000]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("All", 1e8, 9e8, 5e8, 1.5e8, NONE)],
        [("Top", 1e9, 9e9, 5e9, 2e9, 1e7), ("Dormant", -5e6, 0.0, 0.0, NONE, 2e8)],
        [("Nobody", NONE, NONE, NONE, NONE, NONE)],
    ],
)
def test_segments_on_any_book(rows: list[tuple[object, ...]]) -> None:
    frame = pd.DataFrame(rows, columns=["name", "low", "high", "value", "ceiling", "cost"]).assign(
        colour="#0072B2"
    )
    figure, ax = new_figure(LIGHT, 5, 3)
    hits = draw_value_by_segment(ax, frame, LIGHT, TEXT, LEGEND)
    is_empty = not rows or rows[0][0] == "Nobody"
    assert ("Nothing" in texts(figure)) is is_empty
    assert len(hits.rows) == (0 if is_empty else len(rows))
    assert_nothing_is_cut(figure)


def test_the_first_segment_is_on_top() -> None:
    frame = pd.DataFrame(
        {
            "name": ["Top", "Last"],
            "colour": "#0072B2",
            "low": 1e8,
            "high": 9e8,
            "value": 5e8,
            "ceiling": 1e8,
            "cost": NONE,
        }
    )
    _, ax = new_figure(LIGHT, 5, 3)
    hits = draw_value_by_segment(ax, frame, LIGHT, TEXT, LEGEND)
    assert [hits.tooltip_at(5e8, y) for y in (1.0, 0.0)] == [0, 1]


MONTHS = [(date(2026, month, 1), month % 4) for month in range(1, 12)]
SPAN = Span(date(2026, 5, 22), date(2026, 11, 22), 12.0, 6.0, 18.0, 10.0, 9.0)
AHEAD = Span(date(2026, 11, 22), date(2029, 11, 22), 60.0, 30.0, 90.0, 50.0)


@pytest.mark.parametrize("spans", [(), (SPAN,), (SPAN, AHEAD)])
def test_the_forecast_is_drawn_in_average_months(spans: tuple[Span, ...]) -> None:
    figure, ax = new_figure(LIGHT, 6, 3)
    hits = draw_forecast(ax, MONTHS, spans, date(2026, 11, 22), LIGHT, TEXT, FORECAST)
    assert_nothing_is_cut(figure)
    assert len(hits.rows) == len(MONTHS) + len(spans)
    assert "today" in texts(figure)
    assert hits.tooltip_at(date(2026, 3, 10).toordinal(), 1.0) == 2
    if spans:
        # 12 orders in six months: two a month, between one and three.
        assert hits.tooltip_at(date(2026, 8, 10).toordinal(), 2.0) == len(MONTHS)
        assert ax.get_xlim()[1] < date(2027, 12, 31).toordinal()


def test_no_order_is_said() -> None:
    figure, ax = new_figure(LIGHT, 6, 3)
    draw_forecast(ax, [(date(2026, 1, 1), 0)], (), date(2026, 1, 31), LIGHT, TEXT, FORECAST)
    assert "Nothing" in texts(figure)


@pytest.mark.parametrize("days", [0, 1, 2, 9])
def test_equity_stacks_the_segments(days: int) -> None:
    frame = pd.DataFrame(
        {"low": [NONE] * days, "high": [NONE] * days, "top": [5e9] * days, "lost": [-1e6] * days}
    )
    figure, ax = new_figure(LIGHT, 5, 3)
    labels = [f"Q{day}" for day in range(days)]
    hits = draw_equity(ax, frame, ("#009E73", "#999999"), labels, ("Top", "Lost"), LIGHT, TEXT)
    assert_nothing_is_cut(figure)
    assert len(hits.rows) == days
    assert ("Nothing" in texts(figure)) is (days == 0)
    if days:
        assert hits.tooltip_at(days - 1, 1e9) == days - 1
