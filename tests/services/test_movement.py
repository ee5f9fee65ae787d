"""Who moved between segments from one day to another, and what each segment is."""

from __future__ import annotations

from datetime import date

import pytest

from portfolio_app.services import clients, movement, news, portfolio, sales, segmentations
from portfolio_app.storage.book import Book
from tests.conftest import TODAY

BEFORE, AFTER = date(2025, 11, 22), TODAY


def bought(book: Book, name: str, *sold: tuple[date, int], **values: str) -> int:
    client_id = next(iter(clients.create_client(book, {"name": name, **values}).created["client"]))
    for day, amount in sold:
        sales.add_sale(book, client_id, {"date": day, "amount": amount, "cost": amount // 2})
    return client_id


def three(book: Book) -> tuple[int, int, int, int]:
    """One that grows, one that fades, a new one, and one that stopped and says so."""
    segmentations.put_in_force(book, "abc_revenue")
    return (
        bought(book, "Monte", (date(2025, 6, 1), 50), (date(2026, 6, 1), 600)),
        bought(book, "Baisse", (date(2025, 6, 1), 500)),
        bought(book, "Nouveau", (date(2026, 6, 1), 200)),
        bought(book, "Fini", (date(2025, 6, 1), 10), status="former", former_reason="stopped"),
    )


def test_the_matrix_tells_new_ones_and_counts_former_ones(book: Book) -> None:
    grows, fades, new, stopped = three(book)
    long_ago = {"status": "former", "former_reason": "stopped"}
    forgotten = bought(book, "Fini depuis longtemps", (date(2020, 1, 1), 10), **long_ago)
    view = movement.movement(book, BEFORE, AFTER)
    assert view.order == ("abc_revenue.a", "abc_revenue.b", "abc_revenue.c", "abc_revenue.none")
    assert [segment.code for segment in view.segments] == list(view.order)
    cells = {cell: ids for cell, ids in view.matrix.members.items() if ids}
    assert cells == {
        ("abc_revenue.b", "abc_revenue.a"): (grows,),
        ("abc_revenue.a", "abc_revenue.none"): (fades,),
        ("new", "abc_revenue.b"): (new,),
        ("abc_revenue.c", "abc_revenue.none"): (stopped,),
        ("abc_revenue.none", "abc_revenue.none"): (forgotten,),
    }
    assert view.matrix.revenue_before.loc["abc_revenue.a", "abc_revenue.none"] == 500_000_000
    assert view.names[new] == "Nouveau"
    assert view.revenue[grows] == (50_000_000, 600_000_000)
    assert view.revenue[new] == (0, 200_000_000)
    assert view.former == 2
    assert movement.movement(book, BEFORE, AFTER) is view


def test_a_segment_tells_its_figures_and_who_came_and_left(book: Book) -> None:
    grows, fades, new, _ = three(book)
    rows = {row.segment.code: row for row in movement.segment_profiles(book, AFTER, BEFORE)}
    first, second, last = (rows[f"abc_revenue.{name}"] for name in ("a", "b", "none"))
    assert (first.clients, first.revenue, first.share, first.margin) == (1, 600_000_000, 0.75, 300_000_000)
    assert (first.average, first.client_share) == (600_000_000, 0.25)
    assert [(each.client_id, each.name, each.segment) for each in first.came] == [
        (grows, "Monte", "abc_revenue.b")
    ]
    assert [(each.client_id, each.segment) for each in first.left] == [(fades, "abc_revenue.none")]
    assert [(each.client_id, each.segment) for each in second.came] == [(new, "new")]
    assert (first.retention, first.retention_base) == (0.0, 1)
    assert (second.retention, second.retention_base) == (1.0, 1)
    assert second.retention_low is not None
    assert 0 < second.retention_low < 1
    assert (last.margin, last.share) == (None, 0.0)
    other = movement.segment_profiles(book, AFTER, BEFORE, "pareto")
    assert [row.segment.code for row in other] == ["pareto.vital", "pareto.other", "pareto.none"]
    assert sum(row.clients for row in other) == 4


def test_changes_since_a_day_leave_newcomers_out(book: Book) -> None:
    grows, fades, _, stopped = three(book)
    moves = {
        (m.before, m.after): (m.client_ids, m.revenue) for m in movement.changed_since(book, BEFORE, AFTER)
    }
    assert moves == {
        ("abc_revenue.b", "abc_revenue.a"): ((grows,), 600_000_000),
        ("abc_revenue.a", "abc_revenue.none"): ((fades,), 500_000_000),
        ("abc_revenue.c", "abc_revenue.none"): ((stopped,), 10_000_000),
    }
    assert movement.changed_since(book, AFTER, AFTER) == []


@pytest.mark.parametrize("since", [BEFORE, date(2026, 8, 22), date(2024, 2, 29)])
def test_came_and_left_are_the_same_by_the_matrix(sample_book: Book, since: date) -> None:
    members = movement.movement(sample_book, since, AFTER).matrix.members
    for row in movement.segment_profiles(sample_book, AFTER, since):
        code = row.segment.code
        came = {c for (a, b), ids in members.items() for c in ids if b == code != a}
        left = {c for (a, b), ids in members.items() for c in ids if a == code != b}
        assert ({p.client_id for p in row.came}, {p.client_id for p in row.left}) == (came, left)
        assert len(row.members) == row.clients


def test_the_last_sale_is_told_once_it_is_a_year_old(book: Book) -> None:
    assert movement.stopped_on(book, TODAY) is None
    bought(book, "Ancien", (date(2017, 6, 30), 100), (date(2016, 1, 1), 100))
    assert movement.stopped_on(book, TODAY) == date(2017, 6, 30)
    assert movement.stopped_on(book, date(2018, 6, 29)) is None
    assert movement.stopped_on(book, date(2018, 6, 30)) == date(2017, 6, 30)
    assert movement.stopped_on(book, date(2015, 1, 1)) is None


def test_the_sample_adds_up(sample_book: Book) -> None:
    view = movement.movement(sample_book, BEFORE, AFTER)
    assert view.former == 8
    assert int(view.matrix.counts.to_numpy().sum()) == len(portfolio.snapshot(sample_book, AFTER).metrics)
    ids = [client_id for found in view.matrix.members.values() for client_id in found]
    assert len(ids) == len(set(ids)) == int(view.matrix.counts.to_numpy().sum())
    labels = portfolio.snapshot(sample_book, AFTER).metrics["segment"]
    for row in movement.segment_profiles(sample_book, AFTER, BEFORE):
        assert row.clients == int((labels == row.segment.code).sum())
        assert len(row.came) == len({each.client_id for each in row.came})
    since = date(2026, 10, 23)
    assert news.news(sample_book, AFTER).moves == tuple(movement.changed_since(sample_book, since, AFTER))
