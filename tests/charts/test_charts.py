from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from portfolio_app.analysis.concentration import concentration
from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.hit_map import HitMap
from portfolio_app.charts.lorenz import draw_lorenz
from portfolio_app.charts.monthly_revenue import draw_monthly_revenue
from portfolio_app.charts.palette import DARK, LIGHT, Palette, contrast
from portfolio_app.charts.pareto import class_runs, draw_pareto
from portfolio_app.charts.styling import new_figure, thinned

TEXT = ChartText(
    x_label="clients, largest first",
    y_label="revenue",
    guide="80 % of revenue: 17 clients out of 143",
    note="Gini 0.71",
    empty="No sale in this period",
)


def ranked(values: list[float]) -> pd.DataFrame:
    n = len(values)
    return concentration(
        pd.DataFrame(
            {
                "client_id": np.arange(101, 101 + n),
                "reference": [""] * n,
                "name": [f"Client {i}" for i in range(n)],
                "amount": np.round(np.array(values, dtype=float) * 1_000_000).astype(np.int64),
            }
        )
    ).table


def months(values: list[float]) -> pd.DataFrame:
    start = pd.date_range("2025-01-01", periods=len(values), freq="MS")
    return pd.DataFrame({"month": start, "amount": np.array(values, dtype=np.int64) * 1_000_000})


def texts(figure: Figure) -> list[str]:
    """Everything legible that was drawn."""
    return [
        artist.get_text() for artist in figure.findobj(lambda a: hasattr(a, "get_text")) if artist.get_text()
    ]


def assert_nothing_is_cut(figure: Figure) -> None:
    """Every text lies inside the figure once it is laid out."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    width, height = canvas.get_width_height()
    for artist in figure.findobj(lambda a: hasattr(a, "get_text")):
        if not artist.get_text() or not artist.get_visible():
            continue
        box = artist.get_window_extent(canvas.get_renderer())
        assert box.x0 >= -1, artist
        assert box.y0 >= -1, artist
        assert box.x1 <= width + 1, artist
        assert box.y1 <= height + 1, artist


BOOKS = {
    "empty": [],
    "zeros": [0, 0],
    "one": [1_234_567],
    "two": [5, 3],
    "tied": [100] * 25,
    "negative": [900, 500, 400, 120, 60, 0, -50, -300],
    "all negative": [-5, -10],
    "flat": list(np.linspace(50, 36, 59)),
    "usual": list(92_000 * np.exp(-np.arange(143) / 9) + 90),
    "thousands": list(1e6 / np.arange(1, 2358)),
}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("values", BOOKS.values(), ids=BOOKS.keys())
def test_every_book_draws_and_nothing_is_cut(values: list[float], palette: Palette) -> None:
    table = ranked(values)
    figure, ax = new_figure(palette, 7, 3)
    draw_pareto(ax, table, palette, TEXT)
    assert_nothing_is_cut(figure)
    figure, ax = new_figure(palette, 3.4, 3.6)
    draw_lorenz(ax, table, palette, TEXT)
    assert_nothing_is_cut(figure)


def test_pareto_hits_bars_by_rank() -> None:
    table = ranked([5, 9, 7])
    _, ax = new_figure(LIGHT)
    hits = draw_pareto(ax, table, LIGHT, TEXT)
    assert [hits.client_at(x, 1_000_000) for x in (0.6, 1.4, 1.6, 3.4)] == [102, 102, 103, 101]
    assert hits.tooltip_at(2, 0) == 1
    assert hits.client_at(0.4, 0) is hits.client_at(3.6, 0) is hits.client_at(2, 99e6) is None
    assert hits.client_at(None, None) is None
    assert hits.anchor_of(0) == (1.0, 9_000_000)
    assert hits.anchor_of(9) is hits.client_of(9) is None
    assert hits.client_of(0) == 102


def test_pareto_of_a_hundred_thousand_finds_each_client() -> None:
    table = ranked(list(1e6 / np.arange(1, 100_001)))
    _, ax = new_figure(LIGHT)
    hits = draw_pareto(ax, table, LIGHT, TEXT)
    assert hits.tooltip_at(1, 0) == 0
    assert hits.tooltip_at(77_777, 0) == 77_776
    assert hits.client_at(100_000, 0) == table["client_id"].iloc[-1]
    assert len(ax.patches) == 3
    assert ax.patches[0].get_data().values[0] == table["amount"].iloc[0]


def test_pareto_says_guide_and_classes_but_no_word_of_its_own() -> None:
    figure, ax = new_figure(LIGHT)
    draw_pareto(ax, ranked(BOOKS["usual"]), LIGHT, TEXT)
    said = texts(figure)
    assert TEXT.guide in said
    assert {"A", "B", "C"} <= set(said)
    words = [text for text in said if text.isalpha() and len(text) > 1]
    assert words in ([], ["revenue"])


def test_pareto_without_a_positive_total_has_no_line() -> None:
    figure, ax = new_figure(LIGHT)
    hits = draw_pareto(ax, ranked([-5, -10]), LIGHT, TEXT)
    assert TEXT.guide not in texts(figure)
    assert hits.client_at(1, -1_000_000) == 101


@pytest.mark.parametrize("values", [[], [0, 0]])
def test_nothing_to_draw_says_so(values: list[float]) -> None:
    for draw in (draw_pareto, draw_lorenz):
        figure, ax = new_figure(LIGHT)
        hits = draw(ax, ranked(values), LIGHT, TEXT)
        assert texts(figure) == [TEXT.empty]
        assert hits.tooltip_at(1, 0) is None


def test_dollars_are_dollars_and_not_formulas() -> None:
    text = ChartText(*["from $1 to $2^{"] * 5, money=lambda _: "$1 $2_{", month=lambda _: "$a$")
    for draw in (draw_pareto, draw_lorenz):
        figure, ax = new_figure(LIGHT)
        draw(ax, ranked([5, 3]), LIGHT, text)
        assert_nothing_is_cut(figure)
        assert not [t for t in figure.findobj(Text) if "$" in t.get_text() and t.get_parse_math()]
    figure, ax = new_figure(LIGHT)
    draw_monthly_revenue(ax, months([1, 2]), LIGHT, text)
    assert_nothing_is_cut(figure)
    figure, ax = new_figure(LIGHT)
    draw_pareto(ax, ranked([]), LIGHT, text)
    assert_nothing_is_cut(figure)


def test_drawing_again_on_the_same_axes_replaces_the_chart() -> None:
    figure, ax = new_figure(LIGHT)
    draw_pareto(ax, ranked([]), LIGHT, TEXT)
    draw_pareto(ax, ranked([5, 3]), DARK, TEXT)
    assert TEXT.empty not in texts(figure)
    assert ax.axison


def test_lorenz_runs_from_the_smallest() -> None:
    table = ranked([60, 30, 10, 0])
    _, ax = new_figure(LIGHT)
    hits = draw_lorenz(ax, table, LIGHT, TEXT)
    assert hits.client_at(0.1, 0.5) == table["client_id"].iloc[3]
    assert hits.tooltip_at(0.99, 0.5) == 0
    assert hits.anchor_of(0) == pytest.approx((0.875, 1.0))
    assert hits.anchor_of(1) == pytest.approx((0.625, 0.4))


MONTHS = {
    "none": [],
    "zeros": [0, 0],
    "one": [1234],
    "year": [70, 85, 66, 92, 101, 90, 55, 62, 95, 108, 117, 123],
    "five years": list(range(40, 100)),
    "negative": [10, 20, -15, 4, 0, -3],
}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("values", MONTHS.values(), ids=MONTHS.keys())
def test_every_run_of_months_draws(values: list[float], palette: Palette) -> None:
    figure, ax = new_figure(palette, 3.8, 2.4)
    draw_monthly_revenue(ax, months(values), palette, TEXT)
    assert_nothing_is_cut(figure)
    assert len(ax.get_xticks()) <= 12 or not ax.axison


def test_months_are_rows_without_clients_and_named_by_the_caller() -> None:
    asked: list[date] = []

    def name(month: date) -> str:
        asked.append(month)
        return f"m{month.month}"

    figure, ax = new_figure(LIGHT)
    hits = draw_monthly_revenue(ax, months([1, 2, 3]), LIGHT, ChartText(month=name))
    assert asked[0] == date(2025, 1, 1)
    assert "m3" in texts(figure)
    assert (hits.tooltip_at(1.2, 0), hits.client_at(1.2, 0)) == (1, None)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read(palette: Palette) -> None:
    for ground in (palette.background, palette.surface):
        for ink in (palette.text, palette.muted, palette.warn):
            assert contrast(ink, ground) >= 4.5
    for name in "ABC":
        tone = palette.class_colour(name)
        assert contrast(palette.ink_on(tone), tone) >= 4.5


def test_class_runs() -> None:
    runs = class_runs(np.array(["A", "B", "B", "C"], dtype=object))
    assert runs == [("A", 0, 1), ("B", 1, 3), ("C", 3, 4)]
    assert class_runs(np.array([], dtype=object)) == []


def test_thinned_keeps_both_ends() -> None:
    assert thinned(5, 10).tolist() == [0, 1, 2, 3, 4]
    some = thinned(100_000, 100)
    assert (some[0], some[-1], len(some)) == (0, 99_999, 100)


def test_empty_hit_map_hits_nothing() -> None:
    assert HitMap().tooltip_at(0, 0) is HitMap().client_at(0, 0) is HitMap().anchor_of(0) is None
