from __future__ import annotations

import pytest

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.palette import DARK, LIGHT, Palette
from portfolio_app.charts.segment_shares import Part, draw_shares
from portfolio_app.charts.styling import new_figure
from tests.charts.test_charts import assert_nothing_is_cut, texts

TEXT = ChartText(y_label="Clients", empty="Nothing sold")
COLOURS = ("#009E73", "#0072B2", "#56B4E9", "#D55E00")


def parts(*values: float) -> list[Part]:
    return [Part(value, colour) for value, colour in zip(values, COLOURS, strict=False)]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("values", [(1.0,), (60.0, 30.0, 9.0, 1.0), (0.0, 5.0, -3.0, 5.0), (0.0, 0.0), ()])
def test_every_book_draws_and_nothing_is_cut(values: tuple[float, ...], palette: Palette) -> None:
    figure, ax = new_figure(palette, 3, 1.2)
    draw_shares(ax, parts(*values), palette, TEXT)
    assert_nothing_is_cut(figure)
    assert ("Nothing sold" in texts(figure)) is not any(value > 0 for value in values)


def test_parts_are_hit_where_they_lie() -> None:
    _, ax = new_figure(LIGHT, 3, 1.2)
    hits = draw_shares(ax, parts(60, 0, 30, 10), LIGHT, TEXT)
    assert [hits.tooltip_at(x, 0) for x in (0.1, 0.61, 0.95, 1.0)] == [0, 2, 3, 3]
    assert hits.client_at(0.1, 0) is None
    assert hits.tooltip_at(0.1, 2) is None


def test_only_parts_with_room_say_their_share() -> None:
    figure, ax = new_figure(LIGHT, 3, 1.2)
    draw_shares(ax, parts(97, 3), LIGHT, TEXT)
    assert "97 %" in texts(figure)
    assert "3 %" not in texts(figure)
