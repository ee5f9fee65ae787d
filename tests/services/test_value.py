"""What the clients of a book are worth, and what is spent on winning them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from portfolio_app.errors import InvalidValueError, NotFoundError
from portfolio_app.models.entities import Client, Sale
from portfolio_app.services import history, interactions, spending, value
from portfolio_app.services.analysis_settings import analysis_settings, set_analysis
from portfolio_app.storage.book import Book
from tests.conftest import NOW, TODAY


def fill(book: Book, clients: int, orders: int, gap: int = 30) -> list[int]:
    """Clients who order every `gap` days up to this week, one starting a day after the other."""
    with book.step("create_client") as step:
        made = [
            Client(name=f"Client {number:02}", created_at=NOW, updated_at=NOW, source="Salon")
            for number in range(clients)
        ]
        step.session.add_all(made)
        step.session.flush()
        for number, client in enumerate(made):
            for place in range(orders):
                on = TODAY - timedelta(days=(number % 7) + gap * place + (number * place) % 5)
                step.session.add(
                    Sale(client_id=client.id, date=on, amount=Decimal(100 + number), cost=Decimal(40))
                )
    return [client.id for client in made]


def test_an_empty_and_a_small_book_have_facts_only(book: Book) -> None:
    assert (value.value_view(book, TODAY).values.level, value.value_view(book, TODAY).months) == (0, ())
    assert value.equity(book, TODAY).days == ()
    (client,) = fill(book, 1, 4)
    view = value.value_view(book, TODAY)
    assert (view.values.level, view.values.why, view.last_sale) == (0, "few_clients", TODAY)
    assert sum(count for _, count in view.months) == 4
    worth = value.worth(book, client, TODAY)
    assert worth is not None
    assert float(worth.figures["simple_value"]) > 0
    assert value.worth(book, 999, TODAY) is None


def test_a_touch_does_not_work_the_values_out_again(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    from portfolio_app.analysis import customer_value

    ids = fill(book, 11, 8)
    assert not value.worth_is_known(book, TODAY)
    first = value.customer_values(book, TODAY)
    assert first.level == 1
    assert value.worth_is_known(book, TODAY)
    spending.add_spending(book, {"source": "salon", "amount": "550"})
    found = value.acquisition(book, TODAY)
    (source,) = found.sources
    assert (source.spent, len(source.won), source.cost) == (550_000_000, 11, 50_000_000)
    assert found.new is not None
    assert spending.sources(book) == ["Salon", "salon"]
    monkeypatch.setattr(customer_value, "customer_values", lambda *_, **__: pytest.fail("worked out again"))
    interactions.log_touch(book, ids[0], {"kind": "call"})
    assert value.customer_values(book, TODAY) is first
    with pytest.raises(pytest.fail.Exception):
        value.customer_values(book, TODAY, 90)


def test_what_is_asked_for_counts_before_the_settings(book: Book) -> None:
    fill(book, 11, 8)
    set_analysis(book, horizon_months=3, discount_rate=0.05)
    of_book = value.customer_values(book, TODAY)
    assert (of_book.horizon_days, of_book.discount_rate) == (91, 0.05)
    asked = value.customer_values(book, TODAY, 60, 0.2)
    assert (asked.horizon_days, asked.discount_rate, asked.why) == (60, 0.2, "")
    assert value.customer_values(book, TODAY, 3_000).why == "long_horizon"
    choices = value.value_choices(analysis_settings(book))
    assert not choices.is_asked


def test_the_change_of_a_year_adds_up(book: Book) -> None:
    fill(book, 12, 26)
    equity = value.equity(book, TODAY)
    assert equity.since == TODAY - timedelta(days=365)
    assert equity.before + equity.new + equity.grown + equity.shrunk + equity.lost == pytest.approx(
        equity.after
    )
    assert equity.days[-1] == TODAY
    assert all(day.month % 3 == 0 for day in equity.days[:-1])
    totals = [sum(values[place] for values in equity.parts.values()) for place in range(len(equity.days))]
    assert totals[-1] == pytest.approx(equity.after)


def test_spending_is_noted_corrected_and_taken_back(book: Book) -> None:
    added = spending.add_spending(book, {"source": " Salon ", "amount": "1500", "on": date(2026, 5, 1)})
    (line_id,) = added.created["spending"]
    spending.update_spending(book, line_id, {"amount": "1200"})
    (line,) = spending.spending_lines(book)
    assert (line.source, line.amount, line.on) == ("Salon", Decimal(1200), date(2026, 5, 1))
    history.undo(book)
    assert spending.spending_lines(book)[0].amount == 1500
    spending.delete_spending(book, line_id)
    assert spending.spending_lines(book) == []
    with pytest.raises(NotFoundError):
        spending.delete_spending(book, line_id)
    for wrong in ({"source": "", "amount": 1}, {"source": "Salon"}, {"source": "Salon", "amount": -1}):
        with pytest.raises(InvalidValueError):
            spending.add_spending(book, wrong)
