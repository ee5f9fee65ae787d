"""Why a client is in its segment: since when, by which figures, and what would move it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from portfolio_app.analysis.explain import Move
from portfolio_app.analysis.rules import ConditionFigure, GroupFigure
from portfolio_app.errors import NotFoundError
from portfolio_app.services import clients, interactions, sales, segmentations
from portfolio_app.services.explain import ClientExplanation, client_explanation
from portfolio_app.services.history import undo
from portfolio_app.services.portfolio import snapshot
from portfolio_app.storage.book import Book
from tests.conftest import TODAY


def new_client(book: Book, name: str, *days: date, amount: str = "50") -> int:
    """A client that bought on those days."""
    (found,) = clients.create_client(book, {"name": name}).created["client"]
    for day in days:
        sales.add_sale(book, found, {"date": day, "amount": amount})
    return found


def every(days: int, first: date, last: date) -> list[date]:
    return [first + timedelta(n) for n in range(0, (last - first).days + 1, days)]


def test_a_move_of_several_places_is_dated_to_the_day(book: Book) -> None:
    """The only buyer is top until its order of 10 September 2025 is a year old, dormant at that month's end."""
    only = new_client(book, "Ann", date(2025, 9, 10))
    found = client_explanation(book, only, TODAY)
    assert (found.segment, found.rule_segment, found.pending_since) == ("dormant", "dormant", None)
    assert (found.entered_on, found.entered_from) == (date(2026, 9, 30), "top")
    assert found.down is None
    waiting = client_explanation(book, only, date(2026, 9, 29))
    assert (waiting.segment, waiting.rule_segment, waiting.pending_since) == (
        "top", "dormant", date(2026, 9, 29),
    )  # fmt: skip
    sales.add_sale(book, only, {"date": date(2026, 11, 17), "amount": "50"})
    back = client_explanation(book, only, TODAY)
    assert (back.segment, back.entered_on, back.entered_from) == ("top", date(2026, 11, 17), "dormant")
    earlier = client_explanation(book, only, date(2026, 9, 9))
    assert (earlier.segment, earlier.entered_on, earlier.entered_from) == ("top", date(2025, 9, 10), "")
    assert earlier.down == Move("silence", "dormant", on=date(2026, 9, 10))


def test_a_move_of_one_place_is_pending_then_dated_to_the_month_end(book: Book) -> None:
    """Every 20 days until 23 August 2026: the rhythm is broken from 3 October on, confirmed on 30 November."""
    new_client(book, "Large", *every(90, date(2025, 1, 1), TODAY), amount="900")
    small = new_client(book, "Small", *every(20, date(2025, 1, 20), date(2026, 8, 31)))
    found = client_explanation(book, small, TODAY)
    assert (found.segment, found.rule_segment) == ("regular", "at_risk")
    assert found.pending_since == date(2026, 10, 31)
    assert found.steady
    assert found.conditions is None
    assert isinstance(found.rule_conditions, GroupFigure)
    assert found.rule_conditions.holds
    assert found.up is not None
    assert (found.up.kind, found.up.to, found.up.amount) == ("order", "regular", None)
    later = client_explanation(book, small, date(2026, 12, 5))
    assert (later.segment, later.entered_on, later.entered_from) == ("at_risk", date(2026, 11, 30), "regular")


def test_a_long_time_in_one_segment_has_no_first_day(book: Book) -> None:
    only = new_client(book, "Ann", *every(90, date(2023, 1, 1), TODAY))
    found = client_explanation(book, only, TODAY)
    assert (found.segment, found.entered_on, found.entered_from) == ("top", None, "")
    assert found.up is None
    nineteen_months = new_client(book, "Bob", *every(90, date(2025, 4, 7), TODAY), amount="9000")
    found = client_explanation(book, nineteen_months, TODAY)
    assert (found.segment, found.entered_on, found.entered_from) == ("top", date(2025, 4, 7), "")


def test_a_prospect(book: Book) -> None:
    prospect = new_client(book, "Ann")
    found = client_explanation(book, prospect, TODAY)
    assert (found.segment, found.entered_on) == ("prospect", TODAY)
    assert found.up is not None
    assert (found.up.kind, found.up.amount) == ("order", None)
    figure = found.conditions
    assert isinstance(figure, ConditionFigure)
    assert (figure.condition.metric, figure.value, figure.holds) == ("orders", 0, True)


def test_a_segmentation_that_does_not_wait(book: Book) -> None:
    """A complaint makes a client dissatisfied on its day; resolving it is what moves it up."""
    loyal = new_client(book, "Ann", *every(20, date(2026, 1, 5), date(2026, 11, 20)))
    interactions.log_touch(
        book,
        loyal,
        {"kind": "complaint", "direction": "incoming", "subject": "Broken", "on": date(2026, 11, 12)},
    )
    segmentations.put_in_force(book, "loyalty")
    found = client_explanation(book, loyal, TODAY)
    assert (found.segmentation, found.steady, found.segment) == ("loyalty", False, "loyalty.dissatisfied")
    assert (found.entered_on, found.entered_from) == (date(2026, 11, 12), "loyalty.loyal")
    assert found.up is not None
    assert (found.up.kind, found.up.to) == ("resolve_complaint", "loyalty.loyal")
    (complaint,) = interactions_of(book, loyal)
    interactions.resolve_complaint(book, complaint)
    assert client_explanation(book, loyal, TODAY).segment == "loyalty.loyal"


def interactions_of(book: Book, client_id: int) -> list[int]:
    with book.read() as connection:
        rows = connection.exec_driver_sql("SELECT id FROM interaction WHERE client_id = ?", (client_id,))
        return [row[0] for row in rows]


def test_a_client_that_is_not_there(book: Book) -> None:
    ann = new_client(book, "Ann")
    with pytest.raises(NotFoundError):
        client_explanation(book, ann + 1, TODAY)
    with pytest.raises(NotFoundError):
        client_explanation(book, ann, TODAY - timedelta(30))


def test_what_is_proposed_comes_true_in_the_sample(sample_book: Book) -> None:
    """The order proposed is entered for real; and the day before a client entered, it was elsewhere."""
    table = snapshot(sample_book, TODAY).metrics
    some = [
        int(table.index[table["segment_rule"] == code][0])
        for code in ("regular", "at_risk", "dormant", "prospect")
    ]
    explained = [client_explanation(sample_book, client, TODAY) for client in some]
    for found in explained:
        assert (found.segment, found.rule_segment) == tuple(
            table.loc[found.client_id, ["segment", "segment_rule"]]
        )
        check_entry(sample_book, found)
    for found in explained:
        assert found.up is not None
        assert found.up.kind == "order"
        amount = (found.up.amount or 1_000_000) // 1_000_000
        sales.add_sale(
            sample_book, found.client_id, {"date": TODAY, "amount": str(amount), "order_reference": "NEW"}
        )
        moved = snapshot(sample_book, TODAY).metrics.loc[found.client_id, "segment_rule"]
        assert moved == found.up.to
        undo(sample_book)


def check_entry(book: Book, found: ClientExplanation) -> None:
    if found.entered_on is None:
        return
    on, eve = (
        snapshot(book, day).metrics["segment"].get(found.client_id, "")
        for day in (found.entered_on, found.entered_on - timedelta(1))
    )
    assert (on, eve) == (found.segment, found.entered_from)
