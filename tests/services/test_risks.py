"""The risks of real books: figures, days and the records behind each sign."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from portfolio_app.errors import NotFoundError
from portfolio_app.services import (
    analysis_settings,
    clients,
    follow_ups,
    history,
    interactions,
    risks,
    sales,
    surveys,
)
from portfolio_app.storage.book import Book
from tests.conftest import TODAY

EURO = 1_000_000
MakeBook = Callable[..., Book]


def add(book: Book, name: str, **values: Any) -> int:
    (client,) = clients.create_client(book, {"name": name, **values}).created["client"]
    return client


def sell(book: Book, client: int, back: int, amount: str, **values: Any) -> None:
    line = {
        "date": TODAY - timedelta(days=back),
        "amount": Decimal(amount),
        "order_reference": f"O{back}",
        **values,
    }
    sales.add_sale(book, client, line)


def sign(risk: risks.ClientRisk, code: str) -> risks.Sign:
    return next(each for each in risk.signs if each.code == code)


def test_each_sign_names_its_records(make_book: MakeBook) -> None:
    book = make_book()
    client = add(book, "Doubtful", price_sensitivity="high", replace_months=6)
    sell(book, client, 100, "300", due_on=TODAY - timedelta(days=70))
    sell(book, client, 90, "200", due_on=TODAY - timedelta(days=40))
    sell(book, client, 60, "100", due_on=TODAY + timedelta(days=5))
    interactions.log_touch(
        book, client, {"kind": "complaint", "subject": "Broken", "on": TODAY - timedelta(days=10)}
    )
    surveys.add_answer(
        book, client, {"kind": "nps", "score": 2, "comment": "Never again", "on": TODAY - timedelta(days=3)}
    )
    risk = risks.client_risk(book, client, TODAY)
    assert risk.levels == {"dependency": 2, "cost": 0, "instability": 2, "insolvency": 2}
    # Gaps of 10 and 30 days, silent for 60: three times the usual gap, which is not more than three times.
    assert sign(risk, "rhythm").level == 1
    assert risk.flags == ("dissatisfied", "unfaithful", "insolvent")
    overdue = sign(risk, "overdue")
    assert (overdue.on, overdue.figures["amount"], overdue.figures["days"]) == (
        TODAY - timedelta(days=70), 500 * EURO, 70,
    )  # fmt: skip
    assert [(each.text, each.amount, each.days) for each in overdue.records] == [
        ("O100", 300 * EURO, 70),
        ("O90", 200 * EURO, 40),
    ]
    assert (overdue.count, risk.owed) == (2, 500 * EURO)
    complaint = sign(risk, "complaint")
    assert [(each.kind, each.text, each.on) for each in complaint.records] == [
        ("interaction", "Broken", TODAY - timedelta(days=10))
    ]
    assert sign(risk, "satisfaction").on == TODAY - timedelta(days=3)
    assert sign(risk, "satisfaction").records[0].text == "Never again"
    assert sign(risk, "price").on is None
    assert sign(risk, "share").count == 3
    # One client: too few to learn from, and so no chance and nothing said of a year's loss.
    assert (risk.p_active, risk.at_risk, risk.until_replaced, risk.replace_months) == (None, None, None, 6)
    view = risks.risk_view(book, TODAY)
    assert view.lost == risks.Lost()
    assert view.listed() == view.listed("insolvency") == view.listed("dissatisfied", 2) == [client]
    assert view.listed("cost") == []


def test_what_is_known_on_a_day_is_what_was_known_then(make_book: MakeBook) -> None:
    book = make_book()
    client = add(book, "Paid since")
    sell(book, client, 200, "100", due_on=TODAY - timedelta(days=170), paid_on=TODAY - timedelta(days=50))
    then = risks.client_risk(book, client, TODAY - timedelta(days=60))
    assert then.levels["insolvency"] == 2
    assert risks.client_risk(book, client, TODAY).levels["insolvency"] == 1
    assert [
        each.code for each in risks.client_risk(book, client, TODAY).signs if each.axis == "insolvency"
    ] == ["slow"]


def test_limits_follow_the_settings_and_changes_are_seen(make_book: MakeBook) -> None:
    book = make_book()
    first, second = add(book, "Large"), add(book, "Small")
    sell(book, first, 10, "800")
    sell(book, second, 10, "200")
    assert risks.risk_view(book, TODAY).listed("dependency") == [first, second]
    analysis_settings.set_analysis(book, watch_share=0.5, alarm_share=0.9)
    view = risks.risk_view(book, TODAY)
    assert (view.axes["dependency"].watch, view.axes["dependency"].alarm) == ((first,), ())
    clients.update_client(book, first, {"strategic_role": "reference"})
    assert risks.risk_view(book, TODAY).axes["dependency"].shielded == 1
    history.undo(book)
    assert risks.risk_view(book, TODAY).axes["dependency"].shielded == 0


@pytest.mark.parametrize("count", [0, 1])
def test_tiny_books(make_book: MakeBook, count: int) -> None:
    book = make_book()
    for n in range(count):
        add(book, f"Client {n}")
    view = risks.risk_view(book, TODAY)
    assert view.listed() == []
    assert {axis: each.unknown for axis, each in view.axes.items()} == {
        "dependency": "no_revenue",
        "cost": "no_costs",
        "instability": "no_history",
        "insolvency": "no_due_dates",
    }
    with pytest.raises(NotFoundError):
        risks.client_risk(book, 99, TODAY)


def test_the_sample_adds_up(sample_book: Book) -> None:
    view = risks.risk_view(sample_book, TODAY)
    rows = risks.client_rows(view, view.listed())
    for axis, found in view.axes.items():
        assert view.listed(axis, 2) == list(found.alarm)
        assert set(view.listed(axis)) == {*found.alarm, *found.watch}
        assert {client for client, risk in rows.items() if risk.levels[axis] == 2} == set(found.alarm)
    exposed = [float(view.risks["exposed"].loc[client]) for client in rows]
    assert exposed == sorted(exposed, reverse=True)
    lost = view.lost
    assert lost.low is not None
    assert lost.expected is not None
    assert lost.high is not None
    assert 0 <= lost.low < lost.expected < lost.high < view.revenue
    for client in list(rows)[:10]:
        whole = risks.client_risk(sample_book, client, TODAY)
        assert [each.code for each in whole.signs] == [each.code for each in rows[client].signs]
        for each in whole.signs:
            assert each.on is None or each.on <= TODAY
            assert each.code in ("price", "announced") or each.records
    late = view.listed("unfaithful")
    strips = risks.strips(sample_book, late, TODAY)
    silent = {strip.client_id for strip in strips if strip.latest is not None and strip.latest < 0}
    # Past the band is what the overdue rule calls late.
    assert {client for client in late if view.risks["sign_rhythm"].loc[client]} == silent


def test_a_planned_follow_up_shows_as_next(make_book: MakeBook) -> None:
    book = make_book()
    client = add(book, "Late payer")
    sell(book, client, 100, "300", due_on=TODAY - timedelta(days=70))
    assert risks.client_risk(book, client, TODAY).next_due is None
    day = date(2026, 11, 23)
    follow_ups.plan_follow_up(book, client, {"due_on": day, "kind": "call", "title": "Ask"})
    assert risks.client_risk(book, client, TODAY).next_due == day
