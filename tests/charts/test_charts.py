from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.text import Text

from portfolio_app.analysis.concentration import concentration
from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.dependency import draw_dependency
from portfolio_app.charts.first_clients import draw_first_clients
from portfolio_app.charts.hit_map import HitMap
from portfolio_app.charts.lorenz import draw_lorenz
from portfolio_app.charts.monthly_revenue import draw_monthly_revenue
from portfolio_app.charts.palette import DARK, LIGHT, Palette, contrast
from portfolio_app.charts.pareto import class_runs, draw_pareto
from portfolio_app.charts.styling import new_figure, thinned
from portfolio_app.charts.treemap import draw_treemap, squarify

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


def treemap_rows(table: pd.DataFrame) -> pd.DataFrame:
    place = np.arange(len(table))
    return pd.DataFrame(
        {
            "group": place % 3,
            "group_name": [f"Group {each}" for each in place % 3],
            "colour": [LIGHT.series_colour(int(each)) for each in place % 3],
            "name": table["name"],
            "amount": table["amount"].astype(float),
            "client_id": table["client_id"],
        }
    )


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
    draw_lorenz(ax, table, palette, TEXT, ranked(BOOKS["usual"]))
    assert_nothing_is_cut(figure)
    figure, ax = new_figure(palette, 4.4, 3)
    draw_first_clients(ax, table.head(10), palette, TEXT, limits=(0.1, 0.25), marks={2: "first 3: 39 %"})
    assert_nothing_is_cut(figure)
    figure, ax = new_figure(palette, 7, 3)
    draw_treemap(ax, treemap_rows(table), palette, TEXT)
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


def test_lorenz_keeps_room_for_a_year_before_below_zero() -> None:
    _, ax = new_figure(LIGHT)
    draw_lorenz(ax, ranked([60, 30]), LIGHT, TEXT, ranked([60, -30]))
    assert ax.get_ylim()[0] < -0.9


def test_squares_fill_the_area_without_overlap() -> None:
    """Six, six, four, three, two, two and one in six by four: the example of the paper."""
    sizes = np.array([6, 6, 4, 3, 2, 2, 1], dtype=float)
    boxes = np.array(squarify(sizes, (0, 0, 6, 4)))
    assert (boxes[:, 2] * boxes[:, 3]).tolist() == pytest.approx(sizes.tolist())
    assert boxes[0].tolist() == pytest.approx([0, 2, 3, 2])
    assert boxes[2, 2:].tolist() == pytest.approx([12 / 7, 7 / 3])
    ratios = np.maximum(boxes[:, 2] / boxes[:, 3], boxes[:, 3] / boxes[:, 2])
    assert ratios.max() < 3
    for one in range(len(boxes)):
        for other in range(one):
            (a, b, w, h), (c, d, v, g) = boxes[one], boxes[other]
            across = min(a + w, c + v) - max(a, c)
            assert across < 1e-9 or min(b + h, d + g) - max(b, d) < 1e-9


def test_a_rectangle_is_found_where_it_is_drawn() -> None:
    table = ranked(list(1e6 / np.arange(1, 2_001)))
    _, ax = new_figure(LIGHT, 7, 3)
    hits = draw_treemap(ax, treemap_rows(table), LIGHT, TEXT)
    for row in (0, 5, 40):
        spot = hits.anchor_of(row)
        assert spot is not None
        assert hits.tooltip_at(*spot) == row
        assert hits.client_at(*spot) == table["client_id"].iloc[row]


def test_first_clients_stand_out_from_the_limits_on() -> None:
    table = ranked([50, 20, 5, 5, 5, 5, 5, 5])
    _, ax = new_figure(LIGHT)
    hits = draw_first_clients(ax, table, LIGHT, TEXT, limits=(0.1, 0.25))
    assert [to_hex(bar.get_facecolor()).upper() for bar in ax.patches[:3]] == [
        LIGHT.bad, LIGHT.warn, LIGHT.accent
    ]  # fmt: skip
    assert hits.client_at(0.1, 0) == table["client_id"].iloc[0]
    assert hits.tooltip_at(0.1, 1.2) == 1


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("top", [[], [np.nan], [0.4], [np.nan, 0.2, 0.3], list(np.linspace(0.05, 1.2, 25))])
def test_every_dependency_over_time_draws(top: list[float], palette: Palette) -> None:
    n = len(top)
    frame = pd.DataFrame(
        {
            "end": pd.date_range("2024-11-22", periods=n, freq="MS"),
            "is_whole": np.arange(n) > 2,
            "top1_share": np.array(top, dtype=float),
            "top5_share": np.array(top, dtype=float) * 1.5,
            "effective_clients": 1 / np.array(top, dtype=float),
        }
    )
    figure = Figure(figsize=(6, 3.4), layout="constrained")
    upper, lower = figure.subplots(2, 1, height_ratios=[3, 2])
    above, below = draw_dependency(upper, lower, frame, palette, TEXT, ("first", "five"), limits=(0.1, 0.25))
    assert_nothing_is_cut(figure)
    if np.isfinite(top).any():
        assert above.tooltip_at(n - 1, 0.01) == below.tooltip_at(n - 1, 0.01) == n - 1
    else:
        assert TEXT.empty in texts(figure)


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
