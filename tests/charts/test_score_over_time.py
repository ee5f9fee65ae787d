"""The score over time: its line, its axis, what can be pointed at."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest

from portfolio_app.charts.chart_text import ChartText
from portfolio_app.charts.palette import LIGHT
from portfolio_app.charts.score_over_time import draw_scores
from portfolio_app.charts.styling import new_figure

DAY = date(2026, 11, 22)


def frame(*scores: int, every: int = 30) -> pd.DataFrame:
    days = [DAY - timedelta(every * back) for back in range(len(scores) - 1, -1, -1)]
    return pd.DataFrame({"on": pd.to_datetime(days), "score": scores})


@pytest.mark.parametrize("scores", [(96,), (100, 100), (81, 84, 90, 96), (0, 100), tuple(range(40, 100))])
def test_the_line_stays_inside_its_axes(scores: tuple[int, ...]) -> None:
    figure, ax = new_figure(LIGHT, 5, 1.5)
    hits = draw_scores(ax, frame(*scores), LIGHT, ChartText(month=lambda day: f"{day:%d/%m}"))
    figure.draw_without_rendering()
    low, high = ax.get_ylim()
    assert low <= min(scores)
    assert max(scores) < high
    assert high - low >= 10
    assert [int(row) for row in hits.rows] == list(range(len(scores)))
    last = DAY.toordinal()
    assert hits.tooltip_at(last, scores[-1]) == len(scores) - 1
    assert hits.client_at(last, scores[-1]) is None


def test_without_a_score_a_sentence_stands_there() -> None:
    _, ax = new_figure(LIGHT)
    hits = draw_scores(ax, frame(), LIGHT, ChartText(empty="Nothing yet"))
    assert [text.get_text() for text in ax.texts] == ["Nothing yet"]
    assert hits.tooltip_at(0, 0) is None
