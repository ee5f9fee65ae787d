from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_app.services import (
    clients,
    deals,
    follow_ups,
    interactions,
    news,
    quick_entry,
    sales,
    today,
)
from portfolio_app.services.portfolio import snapshot
from portfolio_app.storage.book import Book
from portfolio_app.storage.cache import BookCache
from portfolio_app.storage.journal import Changes
from tests.conftest import TODAY


def changed(kind: str, *ids: int, too_many: bool = False) -> Changes:
    return Changes(1, "x", frozenset({kind}), {kind: None if too_many else frozenset(ids)})


def test_values_live_until_their_kinds_change() -> None:
    cache = BookCache()
    assert cache.get("a", ("sale",), lambda: 1) == 1
    cache.forget(changed("client", 1))
    assert "a" in cache
    assert cache.get("a", ("sale",), lambda: 2) == 1
    cache.forget(changed("sale", 1))
    assert "a" not in cache
    assert cache.get("a", ("sale",), lambda: 2) == 2


def test_an_updated_value_is_told_which_rows_changed() -> None:
    cache = BookCache()
    calls: list[frozenset[int]] = []

    def ask() -> list[str]:
        return cache.get(
            "a", ("sale",), lambda: ["made"], lambda old, ids: [*old, str(calls.append(ids) or "new")]
        )

    assert ask() == ["made"]
    cache.forget(changed("sale", 1, 2))
    cache.forget(changed("sale", 3))
    assert "a" not in cache
    assert ask() == ["made", "new"]
    assert ask() == ["made", "new"]
    assert calls == [frozenset({1, 2, 3})]
    cache.forget(changed("sale", too_many=True))
    assert ask() == ["made"]


def test_a_value_about_the_past_survives_changes_of_later_days() -> None:
    cache = BookCache()
    for day, lives in ((2, True), (1, False), (None, False)):
        cache.get("a", ("sale", "client"), lambda: 1, until=date(2026, 1, 1))
        since = {} if day is None else {"sale": date(2026, 1, day)}
        cache.forget(Changes(1, "x", frozenset({"sale"}), {"sale": frozenset({1})}, since=since))
        assert ("a" in cache) is lives
    cache.get("a", ("sale", "client"), lambda: 1, until=date(2026, 1, 1))
    both = frozenset({"sale", "client"})
    cache.forget(Changes(1, "x", both, dict.fromkeys(both), since={"sale": date(2026, 2, 1)}))
    assert "a" not in cache


def test_of_what_weighs_much_the_few_asked_for_last_are_kept() -> None:
    cache = BookCache()
    cache.get(("other", 1), ("sale",), lambda: 1)
    for day in (1, 2, 3, 1, 4):
        cache.get(("day", day), ("sale",), lambda: 1, few=3)
    assert [day for day in range(1, 5) if ("day", day) in cache] == [1, 3, 4]
    assert ("other", 1) in cache


def test_changes_tell_how_far_back_they_reach(book: Book) -> None:
    (client,) = clients.create_client(book, {"name": "C"}).created["client"]
    changes = [sales.add_sale(book, client, {"amount": "10", "date": date(2026, 5, 1)})]
    (sale,) = changes[0].created["sale"]
    changes += [
        sales.update_sale(book, sale, {"date": date(2026, 3, 1)}),
        sales.update_sale(book, sale, {"amount": "12"}),
        sales.update_sale(book, sale, {"date": date(2026, 4, 1)}),
        sales.delete_sale(book, sale),
        book.undo(),
        book.undo(),
    ]
    assert [each.since["sale"].month for each in changes] == [5, 3, 3, 3, 4, 4, 3]
    assert "client" not in clients.update_client(book, client, {"city": "Brest"}).since


def test_changes_tell_whose_touches_and_people_changed(book: Book) -> None:
    ann, bob = (next(iter(clients.create_client(book, {"name": n}).created["client"])) for n in "AB")
    changes = [interactions.log_touch(book, ann, {"kind": "call"})]
    with book.step("move") as step:
        step.connection.exec_driver_sql("UPDATE interaction SET client_id = ?", (bob,))
    (touch,) = changes[0].created["interaction"]
    changes += [step.changes, interactions.delete_interaction(book, touch), book.undo()]
    assert [set(each.clients["interaction"]) for each in changes] == [{ann}, {ann, bob}, {bob}, {bob}]
    assert clients.create_contact(book, ann, {"full_name": "Zoé"}).clients == {"contact": {ann}}


def test_a_value_by_client_is_told_whose_rows_changed_of_all_its_kinds() -> None:
    cache = BookCache()
    kinds = ("client", "interaction", "follow_up")

    def ask() -> set[int]:
        return cache.get("a", kinds, set, lambda old, ids: old | ids, of_clients=True)

    assert ask() == set()
    rows: dict[str, frozenset[int] | None] = {
        "interaction": frozenset({70}),
        "follow_up": frozenset({80}),
        "client": frozenset({3}),
    }
    of = {"interaction": frozenset({1}), "follow_up": frozenset({2})}
    cache.forget(Changes(1, "x", frozenset(rows), rows, clients=of))
    assert ask() == {1, 2, 3}
    cache.forget(Changes(1, "x", frozenset({"interaction"}), {"interaction": None}))
    assert ask() == set()


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 10), min_size=1, max_size=8))
def test_after_any_actions_the_kept_figures_equal_fresh_ones(book: Book, actions: list[int]) -> None:
    ids = [clients.create_client(book, {"name": f"C{n}"}).created["client"] for n in range(3)]
    (first,), (second,), (third,) = ids
    snapshot(book, TODAY)
    days = iter(range(1, 1000))
    steps = 3
    for action in actions:
        earlier = TODAY - timedelta(days=next(days) * 7)
        if action == 0:
            interactions.log_touch(book, first, {"kind": "call", "on": earlier, "minutes": 5})
        elif action == 1:
            interactions.log_touch(book, second, {"kind": "complaint", "on": earlier})
        elif action == 2:
            sales.add_sale(book, second, {"amount": "10", "date": earlier})
        elif action == 3:
            follow_ups.complete_follow_up(book, third, None)
        elif action == 4:
            clients.update_client(book, third, {"name": f"Autre {earlier}", "city": "Brest"})
        elif action == 5:
            follow_ups.snooze(book, first, None, TODAY + timedelta(days=3))
        elif action == 6:
            with book.step("move") as step:
                step.connection.exec_driver_sql("UPDATE interaction SET client_id = ?", (third,))
        elif action == 7:
            with book.step("delete") as step:
                step.connection.exec_driver_sql("DELETE FROM interaction WHERE client_id = ?", (first,))
        elif action == 8:
            deals.create_deal(book, second, {"title": "Offer", "amount": "5"})
        elif steps > 3:
            book.undo()
        steps = len([step for step in book.history() if not step.undone])
        kept, told, cache = snapshot(book, TODAY), _told(book), book.cache
        book.cache = BookCache()
        fresh = snapshot(book, TODAY)
        pd.testing.assert_frame_equal(kept.metrics, fresh.metrics)
        pd.testing.assert_frame_equal(kept.queue, fresh.queue)
        if len(book.history()) % 3 == 0:
            assert told == _told(book)
        book.cache = cache
    for _ in range(steps):
        book.undo()


def _told(book: Book) -> list[object]:
    """What is kept beside the figures: Today's, the news, and whom names name."""
    named = quick_entry.read(book, "appel Autre C1", TODAY).meant
    return [today.today_view(book, TODAY), news.news(book, TODAY), named]
