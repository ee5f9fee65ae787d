"""What lies under the pointer, for every kind of chart."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.path import Path

from portfolio_app.charts.hit_map import HitBoxes, HitPoints, Hits, HitShapes


def test_of_boxes_that_overlap_the_last_one_counts() -> None:
    boxes = np.array([[0.0, 10, 0, 10], [5, 6, 5, 6]])
    hits = HitBoxes(rows=np.array([7, 8]), clients=np.array([70, 80]), boxes=boxes)
    assert (hits.tooltip_at(1, 1), hits.client_at(5.5, 5.5), hits.tooltip_at(11, 1)) == (7, 80, None)
    assert hits.anchor_of(8) == (5.5, 5.5)
    assert hits.anchor_of(9) is None


def test_the_nearest_dot_within_reach_counts() -> None:
    hits = HitPoints(
        rows=np.arange(3), x=np.array([0.0, 1.0, np.nan]), y=np.array([0.0, 0.0, 0.0]), reach=(0.4, 0.4)
    )
    assert [hits.tooltip_at(x, 0.0) for x in (0.1, 0.5, 0.9)] == [0, None, 1]
    assert hits.client_at(0.1, 0.0) is None
    assert hits.tooltip_at(0.0, 0.5) is None


def test_on_a_logarithmic_axis_reach_is_in_powers_of_ten() -> None:
    hits = HitPoints(
        rows=np.arange(2), x=np.array([1.0, 1.0]), y=np.array([10.0, 1000.0]), reach=(1.0, 0.2), log_y=True
    )
    assert [hits.tooltip_at(1.0, y) for y in (12.0, 100.0, 800.0, -1.0)] == [0, None, 1, None]


def test_an_area_is_found_inside_its_outline() -> None:
    triangle = Path([(0, 0), (4, 0), (0, 4), (0, 0)], closed=True)
    hits = HitShapes(rows=np.array([3]), paths=(triangle,), anchors=((1.0, 1.0),))
    assert (hits.tooltip_at(1, 1), hits.tooltip_at(3, 3), hits.anchor_of(3)) == (3, None, (1.0, 1.0))


@pytest.mark.parametrize("hits", [HitBoxes(), HitPoints(), HitShapes()])
def test_nothing_is_found_where_nothing_was_drawn(hits: Hits) -> None:
    assert (hits.tooltip_at(0, 0), hits.client_at(None, 0), hits.anchor_of(0)) == (None, None, None)
