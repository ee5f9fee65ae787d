"""What the Today page says of the book: figures and their change, news, what matters, what else is worth doing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from portfolio_app.services import (
    agenda_settings,
    clients,
    deals,
    insights,
    interactions,
    movement,
    news,
    portfolio,
    sales,
    today,
)
from portfolio_app.storage.book import Book
from tests.conftest import TODAY


def _client(book: Book, name: str, **values: Any) -> int:
    return next(iter(clients.create_client(book, {"name": name, **values}).created["client"]))


def _sell(book: Book, client: int, ago: int, amount: int) -> None:
    sales.add_sale(book, client, {"date": TODAY - timedelta(days=ago), "amount": amount})


def _deal(book: Book, client: int, closed_ago: int | None, status: str = "won", **values: Any) -> None:
    opened = TODAY - timedelta(days=100)
    made = deals.create_deal(book, client, {"title": "Devis", "opened_on": opened, "amount": 500, **values})
    if closed_ago is not None:
        (deal,) = made.created["deal"]
        deals.close_deal(book, deal, status, TODAY - timedelta(days=closed_ago))


def _complain(book: Book, client: int, ago: int) -> None:
    interactions.log_touch(book, client, {"kind": "complaint", "on": TODAY - timedelta(days=ago)})


def _items(book: Book, since: int) -> dict[str, tuple[int, tuple[int, ...]]]:
    found = news.news(book, TODAY, TODAY - timedelta(days=since))
    return {item.code: (item.count, item.client_ids) for item in found.items}


class TestFigures:
    def test_an_empty_book_has_none(self, book: Book) -> None:
        view = today.today_view(book, TODAY)
        assert (view.clients, view.top_client_id, view.retention) == (0, None, None)
        assert (view.top_share_previous, view.effective_previous, view.retention_previous) == (
            None,
            None,
            None,
        )

    def test_the_year_before_is_the_same_view_a_year_before(self, sample_book: Book) -> None:
        view = today.today_view(sample_book, TODAY)
        then = today.today_view(sample_book, TODAY - timedelta(days=365))
        assert (view.revenue_previous, view.top_share_previous) == (then.revenue, then.top_share)
        assert view.effective_previous == then.effective_clients
        assert (view.retention_previous, view.retention_base_previous) == (
            then.retention,
            then.retention_base,
        )

    def test_worked_by_hand(self, book: Book) -> None:
        first, second = _client(book, "A"), _client(book, "B")
        for client, ago, amount in (
            (first, 10, 300),
            (second, 10, 100),
            (first, 400, 100),
            (second, 400, 100),
        ):
            _sell(book, client, ago, amount)
        view = today.today_view(book, TODAY)
        assert (view.top_share, view.top_share_previous) == (0.75, 0.5)
        assert view.effective_clients == pytest.approx(1.6)  # 1 / (0.75² + 0.25²)
        assert (view.effective_previous, view.retention) == (2.0, 1.0)


class TestNews:
    def test_only_what_came_since(self, book: Book) -> None:
        first, second = _client(book, "A"), _client(book, "B")
        _complain(book, first, 3)
        _complain(book, second, 40)
        _deal(book, first, 5)
        _deal(book, second, 20, "lost")
        assert _items(book, 10)["complaints"] == (1, (first,))
        assert _items(book, 10)["complaints_late"] == (1, (second,))
        assert _items(book, 10)["won"] == (1, (first,))
        assert "lost" not in _items(book, 10)
        assert _items(book, 30)["lost"] == (1, (second,))

    def test_a_complaint_has_its_own_deadline(self, book: Book) -> None:
        client = _client(book, "A")
        _complain(book, client, 3)
        assert "complaints_late" not in _items(book, 10)
        agenda_settings.set_agenda(book, complaint_days=2)
        found = _items(book, 10)
        assert found["complaints_late"] == (1, (client,))
        assert "complaints" not in found
        interactions.resolve_complaint(book, 1)
        assert "complaints_late" not in _items(book, 10)

    def test_a_rhythm_breaks_once(self, sample_book: Book) -> None:
        table = portfolio.snapshot(sample_book, TODAY).metrics
        then = portfolio.snapshot(sample_book, TODAY - timedelta(days=30)).metrics
        late, was = set(table.index[table["p_overdue"] < 0.1]), set(then.index[then["p_overdue"] < 0.1])
        former = set(table.index[table["status"] == "former"])
        found = _items(sample_book, 30)
        assert set(found["rhythms"][1]) == late - was - former
        assert found["rhythms"][0] > 0

    def test_a_book_just_filled_has_no_new_clients(self, book: Book, sample_book: Book) -> None:
        _client(book, "A")
        assert "clients" not in _items(book, 10)
        added = _client(sample_book, "Nouveau")
        assert _items(sample_book, 10)["clients"] == (1, (added,))

    def test_moves_are_those_between_the_days(self, sample_book: Book) -> None:
        found = news.news(sample_book, TODAY)
        assert found.since == TODAY - timedelta(days=30)
        assert found.moves == tuple(movement.changed_since(sample_book, found.since, TODAY))


class TestInsights:
    def _book(self, book: Book, *amounts: int) -> list[int]:
        ids = [_client(book, f"Client {number}", sector="Bois") for number in range(len(amounts))]
        for client, amount in zip(ids, amounts, strict=True):
            _sell(book, client, 20, amount)
        return ids

    def test_nothing_is_said_of_nothing(self, book: Book) -> None:
        assert insights.insights(book, TODAY) == []
        assert insights.ideas(book, TODAY) == []

    def test_on_a_calm_day_it_is_the_dependency(self, book: Book) -> None:
        first, *_ = self._book(book, 300, 100, 100, 100)
        (found,) = insights.insights(book, TODAY)
        assert (found.code, found.client_id, found.share, found.count) == ("dependency", first, 0.5, 3)

    def test_the_complaint_of_a_large_client_comes_first(self, book: Book) -> None:
        _, second, *_ = self._book(book, 300, 100, 100, 100)
        _complain(book, second, 9)
        found = insights.insights(book, TODAY)[0]
        assert (found.code, found.client_id, found.days, found.is_late) == ("complaint", second, 9, True)

    def test_a_small_client_s_is_no_news(self, book: Book) -> None:
        *_, last = self._book(book, 3000, 1000, 1000, 10)
        _complain(book, last, 9)
        assert [found.code for found in insights.insights(book, TODAY)] == ["dependency"]

    def test_a_deal_to_close(self, book: Book) -> None:
        first, *_ = self._book(book, 300, 300, 300)
        _deal(book, first, None, amount=450, expected_on=TODAY + timedelta(days=14))
        found = insights.insights(book, TODAY)[0]
        assert (found.code, found.client_id, found.share) == ("deal", first, 0.5)
        assert found.on == date(2026, 12, 6)

    def test_the_sample_has_several_in_order_of_weight(self, sample_book: Book) -> None:
        found = insights.insights(sample_book, TODAY)
        assert {"complaint", "slipping", "dependency"} <= {each.code for each in found}
        assert found == sorted(found, key=lambda each: -each.weight)


def test_ideas_for_an_empty_day(book: Book) -> None:
    old = _client(book, "Ancien", phone="0298")
    _sell(book, old, 500, 900)
    rising = _client(book, "Prometteur", status="prospect", growth_potential="high")
    plain = _client(book, "Prospect", status="prospect")
    fresh = _client(book, "Vu hier", status="prospect")
    interactions.log_touch(book, fresh, {"on": TODAY - timedelta(days=1)})
    silent = _client(book, "Injoignable")
    _sell(book, silent, 10, 50)
    found = {idea.code: idea.client_ids for idea in insights.ideas(book, TODAY)}
    assert found["prospects"] == (rising, plain)
    assert found["dormant"] == (old,)
    assert found["data"] == (silent,)
