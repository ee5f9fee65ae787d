"""The choices about the analysis: kept, checked, and harmless when a stranger wrote them."""

from __future__ import annotations

from typing import Any

import pytest

from portfolio_app.errors import InvalidValueError
from portfolio_app.models.entities import Setting
from portfolio_app.services import history
from portfolio_app.services.analysis_settings import (
    KEY,
    RANGES,
    AnalysisSettings,
    analysis_settings,
    set_analysis,
)
from portfolio_app.services.settings import get_setting
from portfolio_app.storage.book import Book


def test_only_what_differs_from_the_defaults_is_kept(book: Book) -> None:
    assert analysis_settings(book) == AnalysisSettings()
    set_analysis(
        book, discount_rate=0.08, targets={"retention": (0.9, 0.8)}, tiles=["value.equity", "value.equity"]
    )
    found = analysis_settings(book)
    assert (found.discount_rate, found.tiles) == (0.08, ("value.equity",))
    assert found.targets == {"retention": (0.9, 0.8)}
    assert get_setting(book, KEY) == {
        "discount_rate": 0.08,
        "targets": {"retention": [0.9, 0.8]},
        "tiles": ["value.equity"],
    }
    set_analysis(book, discount_rate=0.10, targets={}, tiles=None)
    assert get_setting(book, KEY) is None
    history.undo(book)
    assert analysis_settings(book).discount_rate == 0.08


@pytest.mark.parametrize(
    "wrong",
    [
        {"discount_rate": -0.1}, {"discount_rate": "10"}, {"discount_rate": True}, {"discount_rate": float("nan")},
        {"horizon_months": 12.5}, {"horizon_months": 1000}, {"alarm_share": 0.05}, {"watch_share": 0.5},
        {"targets": {"<b>": (1, 2)}}, {"targets": {"nrr": (1,)}}, {"targets": {"nrr": (1, "x")}},
        {"tiles": "value.equity"}, {"tiles": ["../../x"]}, {"charts": [1]}, {"charts": ["a"] * 41}, {"sector": 1},
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(book: Book, wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError):
        set_analysis(book, **wrong)
    assert get_setting(book, KEY) is None


@pytest.mark.parametrize(
    "stored", ["x", [1], {"discount_rate": "a", "tiles": 3, "watch_share": 0.9, "huh": {}}]
)
def test_what_a_stranger_wrote_counts_as_never_chosen(book: Book, stored: Any) -> None:
    with book.step("update_setting", key=KEY) as step:
        step.session.add(Setting(key=KEY, value=stored))
    assert analysis_settings(book) == AnalysisSettings()
    set_analysis(book, horizon_months=24)
    assert get_setting(book, KEY) == {"horizon_months": 24}


def test_every_number_has_a_default_within_its_range() -> None:
    for name, (low, high) in RANGES.items():
        assert low <= getattr(AnalysisSettings(), name) <= high
