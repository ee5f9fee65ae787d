"""Past orders and when the next was to be expected."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pandas as pd
import pytest

from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.frames import LINE_COLUMNS, conform
from portfolio_app.analysis.purchase_model import PurchaseModel
from portfolio_app.analysis.rhythm import Pace
from portfolio_app.analysis.risk_strips import strips
from tests.analysis.books import TODAY

MODEL = PurchaseModel(k=2, r=2.0, alpha=40.0, a=1.0, b=6.0, log_likelihood=0.0)
NOW = int(np.datetime64(TODAY, "D").astype(np.int64))


def facts(*bought: tuple[int, int]) -> SaleFacts:
    """From (client, days before today) of each purchase."""
    rows = [
        {
            "client_id": client,
            "date": TODAY - timedelta(days=back),
            "order_reference": "",
            "amount": 5_000_000,
            "cost": None,
            "product_id": None,
            "due_on": None,
            "paid_on": None,
        }
        for client, back in bought
    ]
    return SaleFacts.from_lines(conform(pd.DataFrame(rows, columns=list(LINE_COLUMNS)), LINE_COLUMNS))


def test_the_band_is_that_of_the_overdue_rule() -> None:
    book = facts((3, 100), (3, 70), (3, 40), (7, 10), (7, -5))
    first, second = strips(book, Pace(NOW, None, MODEL), [3, 7])
    assert first.days == (-100, -70, -40)
    assert first.soonest is not None
    assert first.latest is not None
    silence = np.array([first.soonest + 40, first.latest + 40])
    chance = MODEL.p_overdue(np.array([2.0, 2.0]), np.array([60.0, 60.0]), silence)
    assert chance == pytest.approx([0.9, 0.1], abs=1e-6)
    # What is bought later is not known today.
    assert second.days == (-10,)
    assert second.by_others
    assert not second.by_own


def test_without_a_model_the_bands_rest_on_the_own_gaps_from_three_on() -> None:
    book = facts((1, 100), (1, 90), (1, 70), (1, 40), (2, 30), (2, 20))
    own, none = strips(book, Pace(NOW, None, None), [1, 2])
    # Gaps of 10, 20 and 30 days: between 12 and 28 days after the last order, eight times of ten.
    assert (own.soonest, own.latest) == pytest.approx((-40 + 12, -40 + 28))
    assert own.by_own
    assert (none.soonest, none.latest, none.by_own) == (None, None, False)


def test_who_never_bought_or_is_not_there_has_no_strip() -> None:
    book = facts((2, -3))
    assert strips(book, Pace(NOW, None, MODEL), [1, 2, 3]) == []
    assert strips(facts(), Pace(NOW, None, MODEL), [1]) == []
