"""The grid, the lines and the bridge: what they draw, where they are hit, and what they say when empty."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from portfolio_app.charts.bridge import Step, draw_bridge
from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.grid import READABLE, draw_grid, mixed, readable_ink
from portfolio_app.charts.lines import LineWords, draw_lines
from portfolio_app.charts.palette import DARK, LIGHT, Palette, contrast
from portfolio_app.charts.styling import new_figure
from tests.charts.test_charts import assert_nothing_is_cut, texts

NAN = np.nan
TEXT = ChartText(y_label="cohort", x_label="months", empty="Nothing yet")
VALUES = np.array([[1.0, 0.5, 0.2], [0.8, NAN, NAN]])
LABELS = [["100 %", "50 %", "20 %"], ["80 %", "", ""]]


@pytest.mark.parametrize(("palette", "scale"), [(LIGHT, "sequential"), (DARK, "diverging")])
def test_a_grid_is_whole_and_can_be_read(palette: Palette, scale: str) -> None:
    figure, ax = new_figure(palette, 5, 2.5)
    hits = draw_grid(
        ax,
        VALUES - 0.6 if scale == "diverging" else VALUES,
        palette,
        TEXT,
        rows=["Q1 2026 (12)", "Q2 2026 (5)"],
        columns=["0", "1", "2"],
        labels=LABELS,
        hatched=np.array([[False, False, True], [False, False, False]]),
        neutral=np.array([[False, True, False], [False, False, False]]),
        scale=scale,  # type: ignore[arg-type]
        key=("0 %", "100 %"),
    )
    assert_nothing_is_cut(figure)
    assert {"100 %", "50 %", "20 %", "80 %", "Q1 2026 (12)", "cohort", "months", "0 %"} <= set(texts(figure))
    faces = [to_hex(face) for face in ax.collections[0].get_facecolors()]  # type: ignore[attr-defined]
    written = [each for each in ax.texts if each.get_text() in ("100 %", "50 %", "20 %", "80 %")][:4]
    assert all(
        contrast(to_hex(each.get_color()), face) >= READABLE
        for each, face in zip(written, faces, strict=True)
    )
    # Row r * columns + c of the drawn table; what has no value is nowhere.
    assert [hits.tooltip_at(x, y) for x, y in ((0.5, 0.5), (2.5, 0.5), (0.5, 1.5), (1.5, 1.5))] == [
        0,
        2,
        3,
        None,
    ]


@pytest.mark.parametrize("colour", [mixed(LIGHT.surface, LIGHT.accent, part / 20) for part in range(21)])
def test_ink_is_readable_on_every_shade(colour: str) -> None:
    assert contrast(readable_ink(LIGHT, colour), colour) >= READABLE


def test_a_grid_of_nothing_says_so_and_one_value_stands() -> None:
    figure, ax = new_figure(LIGHT)
    hits = draw_grid(ax, np.full((2, 2), NAN), LIGHT, TEXT, rows=["a", "b"], columns=["c", "d"])
    assert "Nothing yet" in texts(figure)
    assert hits.tooltip_at(0.5, 0.5) is None
    draw_grid(ax, np.array([[0.0]]), LIGHT, TEXT, rows=["a"], columns=["c"], labels=[["0"]])
    assert "0" in texts(figure)


def test_long_names_of_columns_are_broken_or_turned_and_many_cells_stay_quick() -> None:
    figure, ax = new_figure(LIGHT, 5, 3)
    names = ["Champions of the year", "Asleep since long", "Nevereverwillingtobuyagain"] * 2
    draw_grid(ax, np.ones((2, 6)), LIGHT, TEXT, rows=["a", "b"], columns=names)
    assert_nothing_is_cut(figure)
    _, wide = new_figure(LIGHT, 5, 3)
    many = np.ones((60, 60))
    labels = [["12 345"] * 60] * 60
    numbers = [str(n) for n in range(60)]
    draw_grid(wide, many, LIGHT, TEXT, rows=numbers, columns=numbers, labels=labels)
    assert not wide.texts


def course(*values: float, low: float = NAN, high: float = NAN, previous: float = NAN) -> pd.DataFrame:
    ends = pd.date_range("2024-01-31", periods=len(values), freq="ME").astype("datetime64[s]")
    return pd.DataFrame({"end": ends, "value": values, "low": low, "high": high, "previous": previous})


@pytest.mark.parametrize("values", [(0.9, 0.8, 0.85), (NAN, 0.5, NAN), (0.0, 0.0), (-5.0, 5.0, -2.0), (7.0,)])
def test_every_course_draws(values: tuple[float, ...]) -> None:
    palette = DARK if len(values) == 3 else LIGHT
    figure, ax = new_figure(palette, 5, 3)
    words = LineWords("Retention", "8 times out of 10", "a year before", "may still change", "aim")
    hits = draw_lines(
        ax,
        course(*values, low=min(-1.0, *values), high=2.0, previous=0.7),
        palette,
        TEXT,
        words,
        write=lambda amount: f"{amount:g}",
        provisional_from=date(2024, 2, 10),
        target=0.9,
    )
    assert_nothing_is_cut(figure)
    assert len(hits.rows) == len(values)


def test_a_course_says_what_it_shows_and_is_hit_by_month() -> None:
    figure, ax = new_figure(LIGHT, 6, 3)
    words = LineWords("Retention", "8 times out of 10", "a year before")
    frame = course(*[0.5] * 24, low=0.4, high=0.6)
    hits = draw_lines(ax, frame, LIGHT, TEXT, words, write=lambda part: f"{part:.0%}", bounds=(0.0, 1.0))
    found = texts(figure)
    assert {"Retention", "8 times out of 10"} <= set(found)
    assert "a year before" not in found  # there is none
    day = frame["end"].iloc[3].date().toordinal()
    assert hits.tooltip_at(day, 0.5) == 3
    low, high = ax.get_ylim()
    assert 0 <= low < 0.4 < 0.6 < high <= 1.02
    empty_figure, empty = new_figure(LIGHT)
    draw_lines(empty, course(NAN, NAN), LIGHT, TEXT, words, write=str)
    assert "Nothing yet" in texts(empty_figure)


def bridge(*amounts: float) -> list[Step]:
    total = sum(amounts)
    steps = [Step(f"step {n}", amount, f"{amount:+g}") for n, amount in enumerate(amounts[1:], 1)]
    return [
        Step("before", amounts[0], f"{amounts[0]:g}", is_total=True),
        *steps,
        Step("after", total, f"{total:g}", is_total=True),
    ]


@pytest.mark.parametrize(
    "amounts", [(100.0, -20.0, 30.0), (0.0, 50.0), (100.0, -100.0), (10.0, -40.0), (-5.0, 0.0)]
)
def test_every_bridge_draws_from_zero(amounts: tuple[float, ...]) -> None:
    palette = DARK if len(amounts) == 3 else LIGHT
    figure, ax = new_figure(palette, 6, 3)
    hits = draw_bridge(ax, bridge(*amounts), palette, TEXT)
    assert_nothing_is_cut(figure)
    low, high = ax.get_ylim()
    assert low <= 0 <= high
    assert len(hits.rows) == len(amounts) + 1


def test_bars_of_a_bridge_stand_where_the_last_one_ended() -> None:
    _, ax = new_figure(LIGHT, 6, 3)
    hits = draw_bridge(ax, bridge(100.0, -20.0, 30.0), LIGHT, TEXT)
    bars = [(bar.get_y(), bar.get_y() + bar.get_height()) for bar in ax.patches]  # type: ignore[attr-defined]
    assert bars == [(0, 100), (100, 80), (80, 110), (0, 110)]
    assert [hits.tooltip_at(x, y) for x, y in ((0, 50), (1, 90), (1, 20), (2, 95), (3, 10))] == [
        0,
        1,
        None,
        2,
        3,
    ]
    figure, empty = new_figure(LIGHT)
    draw_bridge(empty, bridge(0.0, 0.0), LIGHT, TEXT)
    assert "Nothing yet" in texts(figure)
