"""What stands behind the concentration of a period: hand-worked books, and the command line over them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from portfolio_app.app import main
from portfolio_app.models.money import MONEY_SCALE
from portfolio_app.services import clients, deals, portfolio, sales, settings
from portfolio_app.services import concentration as service
from portfolio_app.storage.book import Book
from tests.conftest import TODAY


def client(book: Book, name: str, amount: int = 0, cost: int | None = None, **values: Any) -> int:
    (made,) = clients.create_client(book, {"name": name, **values}).created["client"]
    if amount:
        line: dict[str, Any] = {"date": TODAY - timedelta(days=30), "amount": amount}
        sales.add_sale(book, made, line if cost is None else line | {"cost": cost})
    return made


def deal(book: Book, owner: int, amount: int | None, probability: int | None) -> int:
    values = {"title": "Devis", "opened_on": TODAY, "amount": amount, "probability": probability}
    (made,) = deals.create_deal(book, owner, values).created["deal"]
    return made


class TestWhatIf:
    def test_a_loss_and_a_deal_side_by_side(self, book: Book) -> None:
        """Of 400 + 200 + 100 the first leaves and a deal of 100 at 40 % comes to the second."""
        first = client(book, "A", 400, 300)
        second = client(book, "B", 200, 150, replace_months=4)
        client(book, "C", 100)
        won = deal(book, second, 100, 40)
        settings.set_costs(book, fixed_month=50)
        found = service.what_if(book, TODAY, 365, lost=[first], won=[won], limit=0.25)
        assert found.after.table["amount"].tolist() == [240 * MONEY_SCALE, 100 * MONEY_SCALE]
        assert found.won == 40 * MONEY_SCALE
        assert found.loss is not None
        assert (found.loss.revenue, found.loss.margin) == (400 * MONEY_SCALE, 100 * MONEY_SCALE)
        assert found.loss.revenue_share == pytest.approx(400 / 700)
        assert found.loss.margin_share == pytest.approx(100 / 150)
        assert (found.loss.fixed_months, found.loss.replace_months) == (2, None)
        assert (found.fixed_months_before, found.fixed_months) == (3, 1)
        assert found.balance is not None
        assert found.balance.more == 620 * MONEY_SCALE + 1

    def test_in_full_and_what_cannot_be_counted(self, book: Book) -> None:
        owner = client(book, "A", 400)
        with_chance, without, without_amount = (
            deal(book, owner, 100, 40), deal(book, owner, 60, None), deal(book, owner, None, 90)
        )  # fmt: skip
        chosen = [with_chance, without, without_amount]
        found = service.what_if(book, TODAY, 365, won=chosen)
        assert (found.won, found.not_counted) == (40 * MONEY_SCALE, 2)
        found = service.what_if(book, TODAY, 365, won=chosen, fully=True)
        assert (found.won, found.not_counted) == (160 * MONEY_SCALE, 1)

    def test_the_margin_of_a_deal_is_that_of_the_book(self, book: Book) -> None:
        owner = client(book, "A", 400, 300)
        won = deal(book, owner, 100, 100)
        found = service.what_if(book, TODAY, 365, "margin", won=[won])
        assert found.after.figures.total == 125 * MONEY_SCALE

    def test_replacing_takes_as_long_as_the_slowest(self, book: Book) -> None:
        lost = [client(book, "A", 10, replace_months=2), client(book, "B", 10, replace_months=9)]
        found = service.what_if(book, TODAY, None, lost=lost)
        assert found.loss is not None
        assert (found.loss.replace_months, found.loss.margin) == (9, None)
        assert found.fixed_months is None

    def test_an_empty_book(self, book: Book) -> None:
        found = service.what_if(book, TODAY, 365, lost=[7], won=[9])
        assert found.after.figures.clients == 0
        assert found.balance is None
        assert service.offers(book) == ()


class TestOverTime:
    def test_the_last_month_has_the_figures_of_the_day(self, sample_book: Book) -> None:
        found = service.trend(sample_book, TODAY)
        today = portfolio.concentration(sample_book, TODAY, 365).result.figures
        last = found.frame.iloc[-1]
        assert last["top5_share"] == pytest.approx(today.top5_share)
        assert last["effective_clients"] == pytest.approx(today.effective_clients)
        assert (last["clients"], last["total"]) == (today.clients, today.total)
        assert len(found.frame) == 25
        assert last["first"] in found.names

    def test_the_season_before(self) -> None:
        assert service.year_before(TODAY, 365) == TODAY - timedelta(days=365)
        assert service.year_before(TODAY, 30) == TODAY - timedelta(days=365)
        assert service.year_before(TODAY, 500) == TODAY - timedelta(days=730)
        assert service.year_before(TODAY, None) is service.year_before(date(1, 6, 1), 365) is None

    def test_what_may_be_lost_is_a_part_of_what_there_is(self, sample_book: Book) -> None:
        found = service.exposure(sample_book, TODAY, 365)
        assert found.share is not None
        assert 0 < found.share < 1
        assert found.table["exposed"].is_monotonic_decreasing
        total = portfolio.concentration(sample_book, TODAY, 365).result.figures.total
        assert 0 < found.amount < total


class TestSpread:
    def test_a_product_sold_to_two(self, book: Book) -> None:
        one, two = client(book, "A", sector="Métal"), client(book, "B", sector="METAL")
        for who, product, amount in ((one, "Vis", 30), (two, "Vis", 20), (two, "Clou", 10), (one, "", 5)):
            sales.add_sale(book, who, {"date": TODAY, "amount": amount}, product)
        by_product = service.spread(book, TODAY, 365, "product")
        table = by_product.result.table
        assert table["name"].tolist() == ["Vis", "Clou"]
        assert by_product.members(int(table["client_id"].iloc[0])) == [one, two]
        assert by_product.unknown == 5 * MONEY_SCALE
        by_sector = service.spread(book, TODAY, 365, "sector")
        assert by_sector.result.figures.clients == 1
        assert by_sector.result.figures.total == 65 * MONEY_SCALE

    def test_places(self, book: Book) -> None:
        client(book, "A", 10, postcode="29200", country="France", city="Brest")
        client(book, "B", 10, postcode="29000", country="FR", city="Quimper")
        client(book, "C", 10, postcode="20200", city="Bastia")
        client(book, "D", 10, postcode="10115", country="Allemagne", city="Berlin")

        def names(by: service.Dimension) -> set[str]:
            return set(service.spread(book, TODAY, 365, by).result.table["name"])

        assert names("department") == {"29", "2B"}
        assert len(names("country")) == 2
        assert names("city") == {"Brest", "Quimper", "Bastia", "Berlin"}
        assert names("region") == names("category") == set()

    def test_groups_and_the_rest_are_the_whole(self, sample_book: Book) -> None:
        for measure in ("revenue", "margin"):
            whole = portfolio.concentration(sample_book, TODAY, 365, measure).result.figures.total
            for by in service.DIMENSIONS:
                found = service.spread(sample_book, TODAY, 365, by, measure)
                assert abs(found.result.figures.total + found.unknown - whole) <= len(found.rows), by

    def test_what_there_is_not(self, book: Book) -> None:
        with pytest.raises(ValueError, match="colour"):
            service.spread(book, TODAY, 365, "colour")  # type: ignore[arg-type]


def test_the_command_line_says_the_groups(book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    client(book, "A", 60, sector="Bois")
    client(book, "B", 40, sector="Fer")
    client(book, "C", 10)
    path = book.path
    book.close()
    assert main(["concentration", str(path), "--json", "--by", "sector", "--as-of", TODAY.isoformat()]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["groups"] == [
        {"name": "Bois", "clients": 1, "amount": 60.0, "share": 0.6},
        {"name": "Fer", "clients": 1, "amount": 40.0, "share": 0.4},
    ]
    assert found["groups_hhi"] == pytest.approx(5200)
    assert (found["unknown_clients"], found["unknown_amount"]) == (1, 10.0)
    assert (found["clients"], found["total"]) == (3, 110.0)
    assert found["share_top3"] == 1
    assert main(["concentration", str(path), "--by", "sector", "--as-of", TODAY.isoformat()]) == 0
    assert "1. Bois: 60.0 (60.0%)" in capsys.readouterr().out
