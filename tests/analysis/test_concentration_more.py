"""Over the months, by group, at risk, and after a loss: hand-worked cases."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portfolio_app.analysis.concentration import Concentration, concentration
from portfolio_app.analysis.concentration_over_time import month_ends, over_time, swings
from portfolio_app.analysis.dependency import Won, at_risk, balance, what_if
from portfolio_app.analysis.facts import SaleFacts
from portfolio_app.analysis.frames import LINE_COLUMNS, conform
from portfolio_app.analysis.spread import spread

M = 1_000_000


def ranked(values: list[float]) -> Concentration:
    n = len(values)
    frame = {
        "client_id": np.arange(1, n + 1),
        "reference": [""] * n,
        "name": [f"Client {i:02d}" for i in range(n)],
        "amount": np.array([round(value * M) for value in values], dtype=np.int64),
    }
    return concentration(pd.DataFrame(frame))


def sold(*lines: tuple[int, str, float] | tuple[int, str, float, float]) -> SaleFacts:
    """(client, day, amount, and the cost where it is known)."""
    rows = [
        {
            "client_id": line[0],
            "date": pd.Timestamp(line[1]),
            "order_reference": "",
            "amount": round(line[2] * M),
            "cost": round(line[3] * M) if len(line) > 3 else None,
            "product_id": None,
            "due_on": pd.NaT,
            "paid_on": pd.NaT,
        }
        for line in lines
    ]
    return SaleFacts.from_lines(conform(pd.DataFrame(rows, columns=list(LINE_COLUMNS)), LINE_COLUMNS))


class TestFigures:
    def test_normalised_hhi_compares_books_of_other_sizes(self) -> None:
        assert ranked([5, 5, 5, 5]).figures.normalised_hhi == pytest.approx(0)
        assert ranked([10, 0]).figures.normalised_hhi == pytest.approx(1)
        assert ranked([3, 1]).figures.normalised_hhi == pytest.approx((0.625 - 0.5) / 0.5)
        assert ranked([3]).figures.normalised_hhi is ranked([]).figures.normalised_hhi is None


class TestOverTime:
    def test_month_ends_are_the_same_day_of_each_month(self) -> None:
        ends = month_ends(date(2026, 3, 31), 3)
        assert ends == [date(2025, 12, 31), date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)]
        assert month_ends(date(1, 2, 1), 3) == [date(1, 1, 1), date(1, 2, 1)]
        assert month_ends(date(9999, 12, 31), 0) == [date(9999, 12, 31)]

    def test_each_month_looks_back_by_its_window(self) -> None:
        facts = sold(
            (1, "2024-06-01", 60), (2, "2025-02-01", 40), (1, "2026-01-01", 30), (3, "2026-01-02", 90)
        )
        found = over_time(facts, [date(2025, 3, 1), date(2026, 1, 2), date(2030, 1, 1)], 365, "revenue")
        assert found["top1_share"].tolist()[:2] == pytest.approx([0.6, 90 / 160])
        assert found["first"].tolist() == [1, 3, 0]
        assert found["clients"].tolist() == [2, 3, 0]
        assert found["is_whole"].tolist() == [False, True, True]
        assert np.isnan(found["hhi"].iloc[2])

    def test_the_margin_counts_lines_of_known_cost(self) -> None:
        facts = sold((1, "2026-01-01", 60, 50), (2, "2026-01-01", 100), (3, "2026-01-01", 40, 10))
        found = over_time(facts, [date(2026, 2, 1)], 365, "margin").iloc[0]
        assert (found["clients"], found["total"], found["first"]) == (2, 40 * M, 3)

    def test_without_a_sale(self) -> None:
        found = over_time(sold(), [date(2026, 2, 1)], 365, "revenue")
        assert found["clients"].tolist() == [0]
        assert not found["is_whole"].iloc[0]

    def test_swings_share_out_the_variance(self) -> None:
        """Quarters 0, 30, 0, 30...: client 1 is all of it; the steady one is none, the contrary one less."""
        begins = [date(2024, 11, 22) + timedelta(days=91 * i) for i in range(8)]
        lines = [(1, str(day), 30.0 * (i % 2)) for i, day in enumerate(begins)]
        lines += [(2, str(day), 50.0) for day in begins]
        lines += [(3, str(day), 10.0 * ((i + 1) % 2)) for i, day in enumerate(begins)]
        found = swings(sold(*lines), begins[-1] + timedelta(days=90)).set_index("client_id")["part"]
        assert found.sum() == pytest.approx(1)
        assert found[1] == pytest.approx(1.5, abs=1e-3)
        assert found[2] == pytest.approx(0, abs=1e-9)
        assert found[3] == pytest.approx(-0.5, abs=1e-3)

    def test_swings_need_two_years(self) -> None:
        assert swings(sold((1, "2026-01-01", 5), (1, "2026-06-01", 9)), date(2026, 11, 1)).empty
        assert swings(sold(), date(2026, 11, 1)).empty


class TestSpread:
    def rows(self, *rows: tuple[int, str | None, float]) -> pd.DataFrame:
        frame = pd.DataFrame(rows, columns=["client_id", "label", "amount"])
        return frame.assign(amount=(frame["amount"] * M).round().astype("int64"))

    def test_spellings_of_one_name_are_one_group(self) -> None:
        found = spread(
            self.rows((1, "Saint  Malo", 10), (2, "SAINT MALO", 20), (3, "saint malo", 5), (4, "Saint Malo", 1),
                      (5, "Rennes", 30), (6, "", 7), (7, None, 3))
        )  # fmt: skip
        assert found.result.table["name"].tolist() == ["Saint Malo", "Rennes"]
        assert found.result.table["amount"].tolist() == [36 * M, 30 * M]
        assert found.clients.tolist() == [4, 1]
        assert (found.unknown, found.unknown_clients) == (10 * M, 2)
        first = int(found.result.table["client_id"].iloc[0])
        assert found.members(first) == [2, 1, 3, 4]
        assert found.members(-1) == [6, 7]

    def test_accents_do_not_part(self) -> None:
        found = spread(self.rows((1, "Métal", 10), (2, "METAL", 20), (3, "Métal", 1)))
        assert found.result.table["name"].tolist() == ["Métal"]

    @pytest.mark.parametrize("rows", [(), ((1, "", 5.0),), ((1, "a", -5.0),)])
    def test_nothing_named_and_nothing_earned(self, rows: tuple[tuple[int, str, float], ...]) -> None:
        found = spread(self.rows(*rows))
        assert found.result.figures.hhi is None


class TestAtRisk:
    def test_each_share_counts_by_the_chance_to_lose_it(self) -> None:
        table = ranked([60, 40, -10]).table
        found = at_risk(table, pd.Series({1: 0.9, 2: 0.5}))
        assert found.share == pytest.approx(0.6 * 0.1 + 0.4 * 0.5)
        assert found.amount == 26 * M
        assert found.known == 1
        assert found.table["client_id"].tolist() == [2, 1]

    def test_an_unknown_chance_is_not_guessed(self) -> None:
        found = at_risk(ranked([60, 40]).table, pd.Series({2: 0.5}))
        assert found.share == 0.5
        assert found.known == pytest.approx(0.4)
        assert at_risk(ranked([60]).table, pd.Series(dtype=float)).share is None
        assert at_risk(ranked([]).table, pd.Series({2: 0.5})).share is None


class TestWhatIf:
    def test_losing_the_first_and_winning_two(self) -> None:
        """400 200 100 without the 400, with 100 more for the second and 50 from somebody new."""
        found = what_if(
            ranked([400, 200, 100]).table, [1], [Won(2, "Client 01", 100 * M), Won(0, "Neuf", 50 * M)]
        )
        assert found.table["amount"].tolist() == [300 * M, 100 * M, 50 * M]
        assert found.table["name"].tolist()[2] == "Neuf"
        assert found.figures.top1_share == pytest.approx(300 / 450)

    def test_what_a_lost_client_would_have_brought_is_lost(self) -> None:
        found = what_if(ranked([400, 200]).table, [1], [Won(1, "Client 00", 100 * M)])
        assert found.figures.total == 200 * M

    def test_a_client_without_a_sale_so_far_comes_in(self) -> None:
        won = [Won(9, "Neuf", 100 * M), Won(9, "Neuf", 20 * M)]
        found = what_if(ranked([]).table, [], won)
        assert found.table[["client_id", "amount"]].values.tolist() == [[9, 120 * M]]


class TestBalance:
    def test_hand_worked(self) -> None:
        """40 of 100: below 25 % once the total is above 160; the six others bring 10 each."""
        found = balance(ranked([40, 10, 10, 10, 10, 10, 10]).table, 0.25)
        assert found is not None
        assert found.more == 60 * M + 1
        assert found.more_part == pytest.approx(1)
        assert (found.average, found.average_clients, found.fewest_new) == (10 * M, 7, 0)

    def test_few_clients_cannot_all_be_below(self) -> None:
        found = balance(ranked([60, 40]).table, 0.10)
        assert found is not None
        assert found.fewest_new == 9
        assert balance(ranked([60]).table, 0.5).average_clients is None  # type: ignore[union-attr]

    def test_nothing_to_balance(self) -> None:
        assert balance(ranked([1] * 11).table, 0.10) is None
        assert balance(ranked([]).table, 0.10) is balance(ranked([-5]).table, 0.10) is None

    def test_exactly_at_the_limit_is_not_below(self) -> None:
        found = balance(ranked([1] * 10).table, 0.10)
        assert found is not None
        assert found.more == 1

    @settings(max_examples=40)
    @given(st.lists(st.integers(1, 10**12), min_size=2, max_size=40), st.sampled_from([0.05, 0.1, 0.25, 0.3]))
    def test_so_many_average_clients_do_it_and_one_unit_less_does_not(
        self, values: list[int], limit: float
    ) -> None:
        table = ranked([0.0] * len(values)).table.assign(amount=sorted(values, reverse=True))
        found = balance(table, limit)
        if found is None:
            assert max(values) / sum(values) < limit
            return
        assert found.amount / (sum(values) + found.more) < limit + 1e-15
        assert found.amount >= limit * (sum(values) + found.more - 1) - 1e-3
        if found.average_clients is not None and found.average_clients < 1_000:
            new = [Won(0, "n", found.average)] * found.average_clients
            share = what_if(table, [], new).figures.top1_share
            assert share is not None
            assert share < limit + 1e-12
