from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from portfolio_app import app
from portfolio_app.errors import InvalidValueError, NotFoundError
from portfolio_app.models.entities import Client, Deal, FollowUp, OpportunityAnswer, Product, Sale
from portfolio_app.services import follow_ups, history, opportunities, plans
from portfolio_app.services.opportunities import Offer
from portfolio_app.storage.book import Book
from portfolio_app.storage.opening import open_book
from portfolio_app.storage.product_frames import client_products
from tests.conftest import NOW, TODAY, fixed_clock

NAMES = ("Cider", "Jars")
MANY = 40


def fill(book: Book) -> None:
    """40 clients who spend 200 a month; the first five on cider alone, the others half of it on jars."""
    with book.step("load_sample") as step:
        goods = [Product(name=name) for name in NAMES]
        firms = [
            Client(name=f"Firm {place:02}", reference=f"F{place:02}", created_at=NOW, updated_at=NOW)
            for place in range(MANY)
        ]
        step.session.add_all([*goods, *firms])
        step.session.flush()
        for place, firm in enumerate(firms):
            for month in range(6):
                items = goods[:1] if place < 5 else goods[:2]
                step.session.add_all(
                    Sale(
                        client_id=firm.id,
                        date=TODAY - timedelta(days=10 + 30 * month),
                        order_reference=f"{place}-{month}",
                        product_id=each.id,
                        amount=Decimal(200 // len(items)),
                        cost=Decimal(120 // len(items)),
                    )
                    for each in items
                )


@pytest.fixture(scope="module")
def shop_file(tmp_path_factory: pytest.TempPathFactory, empty_book_file: Path) -> Path:
    """The book of `fill`, made once; copy it, never open it."""
    path = tmp_path_factory.mktemp("template") / "shop.portfolio"
    shutil.copy(empty_book_file, path)
    book = open_book(path, fixed_clock)
    fill(book)
    book.close()
    return path


@pytest.fixture
def shop(make_book: Callable[..., Book], shop_file: Path) -> Book:
    """That book, open."""
    return make_book("shop.portfolio", shop_file)


def firms_of(book: Book) -> list[int]:
    """The ids of its clients, in the order of `fill`."""
    with book.read_session() as session:
        return list(session.scalars(select(Client.id).order_by(Client.id)))


def crosses(book: Book) -> set[int]:
    """To whom jars are proposed."""
    rows = opportunities.opportunities(book, TODAY).rows
    return set(rows["client_id"][rows["kind"] == "cross_sell"])


def offer(book: Book, client: int) -> Offer:
    rows = opportunities.opportunities(book, TODAY).rows
    about = rows["about"][(rows["client_id"] == client) & (rows["kind"] == "cross_sell")].iloc[0]
    return Offer(client, "cross_sell", about)


def test_what_comparable_clients_buy_is_proposed(shop: Book) -> None:
    firms = firms_of(shop)
    found = opportunities.opportunities(shop, TODAY)
    rows = found.rows[found.rows["kind"] == "cross_sell"]
    assert set(rows["client_id"]) == set(firms[:5])
    first = rows.iloc[0]
    assert found.goods.names[first["item"]] == "Jars"
    assert first["typical"] == 600 * 1_000_000
    assert first["margin"] == pytest.approx(first["amount"] * 0.4)
    behind = found.behind(int(rows.index[0]))
    assert len(behind) == first["found"]
    assert not set(behind) & set(firms[:5])


def test_the_products_of_clients_are_read_once(shop: Book) -> None:
    firms = firms_of(shop)
    table = client_products(shop, TODAY, 365)
    assert table is client_products(shop, TODAY, 365)
    assert table["orders"].tolist() == [6] * (MANY * 2 - 5)
    assert table["client_id"].iloc[0] == firms[0]
    assert client_products(shop, TODAY, 9).empty


def test_a_follow_up_with_the_reason_is_one_step(shop: Book) -> None:
    firms = firms_of(shop)
    changes = opportunities.plan_offer(
        shop, offer(shop, firms[0]), {"title": "Offer jars: 35 of 39 buy them"}
    )
    with shop.read_session() as session:
        (planned,) = session.scalars(select(FollowUp))
        (answer,) = session.scalars(select(OpportunityAnswer))
    assert (planned.client_id, planned.title, planned.due_on) == (
        firms[0],
        "Offer jars: 35 of 39 buy them",
        date(2026, 11, 23),  # the Monday after
    )
    assert (answer.answer, answer.on, answer.kind) == ("taken", TODAY, "cross_sell")
    assert changes.label == "plan_offer"
    assert crosses(shop) == set(firms[1:5])
    assert opportunities.opportunities(shop, TODAY).dropped.taken == 1
    history.undo(shop)
    assert crosses(shop) == set(firms[:5])
    with shop.read_session() as session:
        assert session.scalars(select(FollowUp)).all() == []


def test_into_a_plan_is_one_step(shop: Book) -> None:
    firms = firms_of(shop)
    (plan,) = plans.create_plan(shop, "Jars", [{"title": "Send a sample", "kind": "email"}]).created["plan"]
    opportunities.enrol_offers(shop, plan, [offer(shop, firm) for firm in firms[:2]])
    assert [each.client_id for each in plans.enrolments(shop, plan_id=plan)] == [firms[1], firms[0]]
    assert crosses(shop) == set(firms[2:5])
    history.undo(shop)
    assert plans.enrolments(shop, plan_id=plan) == []
    assert crosses(shop) == set(firms[:5])


def test_what_was_refused_stays_away_for_six_months(shop: Book) -> None:
    firms = firms_of(shop)
    opportunities.refuse_offers(shop, [offer(shop, firms[0])])
    assert firms[0] not in crosses(shop)
    assert opportunities.opportunities(shop, TODAY).dropped.refused == 1
    with shop.step("load_sample") as step:
        step.session.scalars(select(OpportunityAnswer)).one().on = TODAY - timedelta(days=184)
    assert firms[0] in crosses(shop)


def test_what_a_deal_was_lost_or_is_open_about(shop: Book) -> None:
    firms = firms_of(shop)
    deals = (
        ("lost", 10, "100 jars for the season", False),
        ("lost", 200, "100 jars for the season", True),
        ("open", None, "JARS!", False),
        ("won", 10, "Jars", True),
        ("lost", 10, "Ajars", True),
    )
    with shop.step("load_sample") as step:
        for firm, (status, ago, title, _) in zip(firms, deals, strict=False):
            step.session.add(
                Deal(
                    client_id=firm,
                    title=title,
                    status=status,
                    opened_on=TODAY - timedelta(days=250),
                    closed_on=None if ago is None else TODAY - timedelta(days=ago),
                    created_at=NOW,
                )
            )
    stay = {firm for firm, (*_, stays) in zip(firms, deals, strict=False) if stays}
    assert crosses(shop) == stay
    assert opportunities.opportunities(shop, TODAY).dropped.offered == 2


def test_who_does_not_pay_is_sold_nothing_more(shop: Book) -> None:
    firms = firms_of(shop)
    with shop.step("load_sample") as step:
        step.session.get_one(Client, firms[0]).insolvency_on = TODAY
        sale = step.session.scalars(select(Sale).where(Sale.client_id == firms[1])).first()
        assert sale is not None
        sale.due_on = TODAY - timedelta(days=61)
    found = opportunities.opportunities(shop, TODAY)
    assert not {firms[0], firms[1]} & set(found.rows["client_id"])
    assert found.dropped.unpaid >= 2


def test_answers_that_cannot_be(book: Book) -> None:
    with pytest.raises(InvalidValueError):
        opportunities.refuse_offers(book, [Offer(1, "gamble")])
    with pytest.raises(InvalidValueError):
        opportunities.refuse_offers(book, [Offer(1, "upsell", "x" * 300)])
    with pytest.raises(NotFoundError):
        opportunities.refuse_offers(book, [Offer(99, "upsell")])
    with pytest.raises(NotFoundError):
        opportunities.plan_offer(book, Offer(99, "upsell"), {"title": "x"})


def test_books_of_which_nothing_can_be_said(book: Book) -> None:
    assert opportunities.opportunities(book, TODAY).rows.empty
    with book.step("load_sample") as step:
        step.session.add(Client(name="Only one", created_at=NOW, updated_at=NOW))
        step.session.flush()
        for day, amount in ((5, -50), (20, 10)):
            step.session.add(Sale(client_id=1, date=TODAY - timedelta(days=day), amount=Decimal(amount)))
    found = opportunities.opportunities(book, TODAY)
    assert (len(found.rows), found.why, len(found.rules)) == (0, "no_products", 0)
    assert opportunities.opportunities(book, date(1990, 1, 1)).rows.empty


def test_the_command_says_the_same(
    shop_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = shutil.copy(shop_file, tmp_path / "shop.portfolio")
    arguments = ["opportunities", str(path), "--as-of", TODAY.isoformat(), "--limit", "2"]
    assert app.main([*arguments, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["as_of"], told["by"], len(told["opportunities"])) == (TODAY.isoformat(), "product", 2)
    assert told["count"] >= 5
    first = told["opportunities"][0]
    assert (first["kind"], first["item"], first["typical"]) == ("cross_sell", "Jars", 600.0)
    assert first["client_reference"] in {f"F{place:02}" for place in range(5)}
    assert app.main(arguments) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_follow_up_of_an_opportunity_is_done_like_any_other(shop: Book) -> None:
    firms = firms_of(shop)
    opportunities.plan_offer(shop, offer(shop, firms[0]), {"title": "Jars", "due_on": TODAY})
    with shop.read_session() as session:
        (planned,) = session.scalars(select(FollowUp.id))
    follow_ups.complete_follow_up(shop, firms[0], planned)
    assert firms[0] not in crosses(shop)
