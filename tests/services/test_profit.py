"""What clients leave: from the records of a book to statements, and the costs one sets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from portfolio_app.errors import InvalidValueError
from portfolio_app.services import clients, interactions, profit, sales, settings, spending
from portfolio_app.services.import_ import import_files, read_source
from portfolio_app.storage.book import Book
from tests.conftest import TODAY

MILLION = 1_000_000


def client(book: Book, **values: object) -> int:
    (found,) = clients.create_client(book, values).created["client"]
    return found


@pytest.fixture
def sold(make_book: Callable[..., Book]) -> Book:
    """Ann bought for 90, 10 taken off, at a cost of 40; Bob for 50 of unknown cost; Cid was only visited."""
    book = make_book()
    ann, bob, cid = (client(book, name=name, visit_km=10) for name in ("Ann", "Bob", "Cid"))
    day = TODAY - timedelta(days=10)
    sales.add_sale(book, ann, {"date": day, "amount": 90, "discount": 10, "cost": 40})
    sales.add_sale(book, bob, {"date": day, "amount": 50})
    sales.add_sale(book, bob, {"date": day - timedelta(days=400), "amount": 20, "cost": 5})
    for each in (ann, cid):
        interactions.log_touch(book, each, {"kind": "visit", "on": day, "minutes": 30})
    return book


def test_costs_change_one_by_one(book: Book) -> None:
    settings.set_costs(book, per_hour=40, per_km="0.5")
    settings.set_costs(book, per_order=9)
    assert settings.costs(book) == settings.ContactCosts(Decimal(40), None, Decimal("0.5"), Decimal(9), None)
    settings.set_costs(book, per_hour=None, fixed_month=1_000)
    assert settings.costs(book).per_hour is None
    assert settings.costs(book).fixed_month == 1_000
    with pytest.raises(InvalidValueError):
        settings.set_costs(book, per_km=-1)


def test_a_book_as_statements(sold: Book) -> None:
    settings.set_costs(sold, per_hour=20, per_visit=1, per_km="0.5", per_order=3, fixed_month=100)
    spending.add_spending(sold, {"on": TODAY, "source": "Salon", "amount": 25})
    view = profit.profit(sold, TODAY)
    assert (view.total.gross, view.total.discounts, view.total.revenue) == (
        150 * MILLION, 10 * MILLION, 140 * MILLION,
    )  # fmt: skip
    assert view.total.result is None
    assert view.total.known_share == pytest.approx(90 / 140)
    (ann, before), (bob, _) = (
        profit.statement_of(view, 1) or (None, None),
        profit.statement_of(view, 2) or (None, None),
    )
    assert ann is not None
    assert bob is not None
    assert ann.result == (90 - 40 - 3 - 10 - 1 - 5) * MILLION
    assert before is None
    assert bob.result is None
    assert profit.statement_of(view, 3) is None
    assert view.below == profit.BelowTheLine(16 * MILLION, 25 * MILLION, 1_200 * MILLION)
    assert view.total_before is not None
    assert view.total_before.revenue == 20 * MILLION
    assert view.not_counted == ()


def test_unknown_costs_are_estimated_only_when_asked(sold: Book) -> None:
    view = profit.profit(sold, TODAY, estimate=True)
    assert view.rate == pytest.approx(50 / 90)
    assert view.total.result == view.total.margin == 50 * MILLION + round(50 * MILLION * 50 / 90)
    assert view.not_counted == ("time", "visits", "delivery")
    assert profit.profit(sold, TODAY).rate is None


def test_costly_clients_come_worst_first_with_their_levers(sold: Book) -> None:
    settings.set_costs(sold, per_visit=60)
    clients.update_client(sold, 1, {"strategic_role": "reference"})
    view = profit.profit(sold, TODAY, estimate=True)
    assert profit.costly(view) == [1]
    found = profit.verdict_of(view, 1)
    assert found is not None
    assert (found.code, found.levers[0].code) == ("strategic", "visits")


def test_what_a_book_says_of_nothing(make_book: Callable[..., Book]) -> None:
    book = make_book()
    for window in (365, None):
        view = profit.profit(book, TODAY, window)
        assert view.table.empty
        assert (view.whale.final, view.can_estimate) == (0, False)


def test_nothing_is_set_against_a_period_without_a_buyer(make_book: Callable[..., Book]) -> None:
    book = make_book()
    sales.add_sale(
        book, client(book, name="Ann"), {"date": TODAY - timedelta(days=10), "amount": 90, "cost": 40}
    )
    view = profit.profit(book, TODAY, 365)
    assert (view.before, view.total_before, view.statements_before) == (None, None, {})


def test_all_segments_of_the_sample_add_up(sample_book: Book) -> None:
    view = profit.profit(sample_book, TODAY)
    assert view.total.result == sum(each.result or 0 for each in view.statements.values())
    assert view.whale.final == view.total.result
    assert view.total.discounts > 0
    assert view.whale.losing == len(profit.costly(view)) > 0
    whole = profit.profit(sample_book, TODAY, None)
    assert whole.before is None
    assert whole.total.revenue > view.total.revenue


def test_what_a_file_took_off_comes_into_the_book(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "ventes.csv"
    path.write_text(
        "Client;Date;N° commande;Quantité;Prix unitaire;Remise %;Montant HT\n"
        "Élan;01/03/2026;F1;4;25;10;90\nÉlan;02/03/2026;F2;1;80;;80\n",
        encoding="utf-8",
    )
    import_files(book, [read_source(path)])
    with book.read() as connection:
        rows = connection.exec_driver_sql("SELECT amount, discount FROM sale ORDER BY date").all()
    assert [tuple(row) for row in rows] == [(90 * MILLION, 10 * MILLION), (80 * MILLION, None)]
    import_files(book, [read_source(path)])
    view = profit.profit(book, date(2026, 11, 22))
    assert (view.total.gross, view.total.revenue) == (180 * MILLION, 170 * MILLION)
