"""The morning's page on an empty book, one client, the sample, and a book that stopped selling."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import agenda, history, interactions, movement, sales
from portfolio_app.services.clients import create_client
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.today import SHOWN, TodayPage
from portfolio_app.ui.pages.today_cards import MoveRow, MovesCard
from portfolio_app.ui.widgets import EmptyState, StatTile
from tests.conftest import TODAY

Open = Callable[[Any], TodayPage]


@pytest.fixture
def open_page(qtbot: QtBot) -> Iterator[Open]:
    """Shows the page on a book, and waits until it is filled."""
    made: list[Operations] = []

    def show(book: Any) -> TodayPage:
        operations = Operations(book, undo=history.undo, redo=history.redo)
        made.append(operations)
        page = TodayPage(UiContext(operations, lambda: "EUR", lambda: TODAY, Settings))
        operations.changed.connect(page.refresh)
        qtbot.addWidget(page)
        page.resize(1024, 640)
        page.show()
        page.activate()
        settle(qtbot, page)
        return page

    yield show
    for operations in made:
        operations.shutdown()


def settle(qtbot: QtBot, page: TodayPage) -> None:
    qtbot.waitUntil(lambda: not page.ops.is_busy, timeout=10_000)


def add_client(book: Any, name: str, **values: Any) -> int:
    client: int = next(iter(create_client(book, {"name": name, **values}).created["client"]))
    return client


def sell(book: Any, client: int, days: int, amount: int) -> None:
    sales.add_sale(book, client, {"date": TODAY - timedelta(days=days), "amount": amount})


def shown(tile: StatTile) -> str:
    return tile.accessibleName()


def texts(page: TodayPage) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page))


def test_an_empty_book_opens_three_doors(open_page: Open, make_book: Any) -> None:
    page = open_page(make_book("empty.portfolio"))
    wanted: list[str] = []
    page.open_requested.connect(lambda kind, item: wanted.append(kind))
    doors = page.findChild(EmptyState)
    assert doors is not None
    assert doors.isVisible()
    for each in doors.buttons:
        each.click()
    assert wanted == ["import", "new_client", "sample"]


def test_the_first_client_closes_the_doors(qtbot: QtBot, open_page: Open, make_book: Any) -> None:
    page = open_page(make_book("empty.portfolio"))
    page.ops.run(page, create_client, {"name": "Atelier"})
    settle(qtbot, page)
    assert page.tiles.isVisible()
    assert [page.panel.model.line(1).name] == ["Atelier"]  # type: ignore[union-attr]


def test_one_client_without_sales_has_no_figures_and_says_so(open_page: Open, make_book: Any) -> None:
    book = make_book("one.portfolio")
    add_client(book, "Atelier")
    page = open_page(book)
    for tile in (page.revenue, page.share, page.equivalent, page.retention):
        assert "— not enough history" in shown(tile)
        assert tile.accessibleDescription()
    assert not page.lost.isVisible()
    assert not page.months.isVisible()
    assert not page.notice.isVisible()


def test_the_sample_book_in_four_figures(qtbot: QtBot, open_page: Open, sample_book: Any) -> None:
    page = open_page(sample_book)
    view = agenda.today_view(sample_book, TODAY, moves=False)
    assert "€418,420 +7%" in shown(page.revenue)
    assert "23% dependency" in shown(page.share)
    assert "conventions" in page.share.accessibleDescription()
    assert shown(page.equivalent).endswith(f"12.5 of {view.buyers}")
    assert shown(page.retention).endswith(f"88% of {view.retention_base}")
    for tile in (page.revenue, page.share, page.equivalent, page.retention):
        with qtbot.waitSignal(page.open_requested) as seen:
            QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
        assert seen.args == ["page", "analysis"]


@pytest.mark.parametrize(("others", "words"), [(2, "dependency"), (7, "watch"), (14, "good")])
def test_the_share_of_the_first_client_is_judged(
    open_page: Open, make_book: Any, others: int, words: str
) -> None:
    book = make_book("share.portfolio")
    for number in range(others + 1):
        sell(book, add_client(book, f"Client {number}"), 10, 101 if number == 0 else 100)
    assert words in shown(open_page(book).share)


def test_the_best_of_the_queue_and_a_way_to_all_of_it(
    qtbot: QtBot, open_page: Open, sample_book: Any
) -> None:
    due = len(agenda.due_ids(sample_book, TODAY))
    assert due > SHOWN
    page = open_page(sample_book)
    assert set(page.panel.model.ids) == set(agenda.due_ids(sample_book, TODAY, SHOWN))
    assert page.show_all.text() == f"Show all {due}"
    with qtbot.waitSignal(page.open_requested) as seen:
        page.show_all.click()
    assert seen.args == ["follow_ups", "due"]
    page.focus_first()
    first = page.panel.list.current_id()
    assert page.current_client() == first
    with qtbot.waitSignal(page.ops.recorded):
        QTest.keyClick(page.panel.list, Qt.Key.Key_D)
    settle(qtbot, page)
    assert first not in page.panel.model.ids
    assert page.show_all.text() == f"Show all {due - 1}"


def test_a_rhythm_is_adjusted_on_the_follow_ups_page(qtbot: QtBot, open_page: Open, sample_book: Any) -> None:
    page = open_page(sample_book)
    heading = page.panel.list
    place = heading.painter.plan(
        heading.visualRect(page.panel.model.index(0, 0)), page.panel.model.heading(0)
    )["adjust"]
    with qtbot.waitSignal(page.open_requested) as seen:
        QTest.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert seen.args == ["follow_ups", "top"]


def test_moves_show_who(qtbot: QtBot, open_page: Open, sample_book: Any) -> None:
    page = open_page(sample_book)
    moves = agenda.segment_moves(sample_book, TODAY)
    rows = page.moves.findChildren(MoveRow)
    assert len(rows) == 3
    QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.popup is not None)
    popup = page.popup
    assert popup is not None
    assert popup.names.model().rowCount() == len(moves[0].client_ids)
    with qtbot.waitSignal(page.open_requested) as seen:
        QTest.keyClick(popup.names, Qt.Key.Key_Down)
        QTest.keyClick(popup.names, Qt.Key.Key_Return)
    assert seen.args == ["client", moves[0].client_ids[1]]
    page.moves.more.click()
    qtbot.waitUntil(lambda: len([r for r in page.moves.findChildren(MoveRow) if r.isVisible()]) == len(moves))


def test_losing_the_first_client(qtbot: QtBot, open_page: Open, sample_book: Any) -> None:
    page = open_page(sample_book)
    view = agenda.today_view(sample_book, TODAY, moves=False)
    assert "would fall by 23%" in texts(page)
    links = [each for each in page.lost.findChildren(QPushButton) if each.isVisible()]
    assert [each.text() for each in links] == [name for _, name in view.look_alikes]
    with qtbot.waitSignal(page.open_requested) as seen:
        links[0].click()
    assert seen.args == ["client", view.look_alikes[0][0]]


def test_the_chart_is_drawn_and_says_the_month_is_unfinished(
    qtbot: QtBot, open_page: Open, sample_book: Any
) -> None:
    page = open_page(sample_book)
    qtbot.waitUntil(lambda: not page.months.chart.is_waiting, timeout=20_000)
    assert "up to 22 Nov" in page.months.findChildren(QLabel)[-1].text()


def test_a_book_that_stopped_selling_says_since_when(open_page: Open, make_book: Any) -> None:
    book = make_book("old.portfolio")
    sell(book, add_client(book, "Atelier"), 500, 1_000)
    page = open_page(book)
    assert page.notice.isVisible()
    assert not page.tiles.isVisible()
    assert "10 July 2025" in page.notice_text.text()
    assert not page.months.isVisible()


def test_a_quiet_day_says_what_is_worth_doing(open_page: Open, make_book: Any) -> None:
    book = make_book("quiet.portfolio")
    client = add_client(book, "Atelier")
    interactions.log_touch(book, client, {"on": TODAY - timedelta(days=27)})
    page = open_page(book)
    assert "Nothing is due today" in page.hint.text()
    assert page.panel.model.ids == [client]


def test_tiles_are_never_shortened(qtbot: QtBot, open_page: Open, sample_book: Any) -> None:
    page = open_page(sample_book)
    page.resize(700, 600)
    qtbot.waitUntil(lambda: page.equivalent.y() > page.revenue.y())
    page.resize(1200, 600)
    qtbot.waitUntil(lambda: page.equivalent.y() == page.revenue.y())


def test_a_book_in_use_is_followed(qtbot: QtBot, open_page: Open, make_book: Any) -> None:
    book = make_book("use.portfolio")
    client = add_client(book, "Atelier")
    page = open_page(book)
    page.ops.run(page, sales.add_sale, client, {"date": TODAY, "amount": 250})
    settle(qtbot, page)
    assert "€250" in shown(page.revenue)
    page.ops.undo()
    settle(qtbot, page)
    assert "not enough history" in shown(page.revenue)


class TestSinceLastLook:
    """The card of moves counts from the last visit, on a day before today."""

    @pytest.fixture
    def visit(self, qtbot: QtBot, sample_book: Any) -> Iterator[Callable[[Any], TodayPage]]:
        """Opens the page on a day, with preferences that last from visit to visit."""
        operations = Operations(sample_book, undo=history.undo, redo=history.redo)
        settings = Settings()

        def show(day: Any) -> TodayPage:
            page = TodayPage(UiContext(operations, lambda: "EUR", lambda: day, lambda: settings))
            qtbot.addWidget(page)
            page.resize(1024, 640)
            page.show()
            page.activate()
            settle(qtbot, page)
            return page

        yield show
        operations.shutdown()

    def test_the_first_visit_shows_a_month(self, visit: Callable[[Any], TodayPage]) -> None:
        page = visit(TODAY)
        assert page.moves._title.text() == "What changed in 30 days"
        assert page.moves.period is None

    def test_a_later_visit_counts_from_the_one_before(
        self, qtbot: QtBot, visit: Callable[[Any], TodayPage], sample_book: Any
    ) -> None:
        visit(TODAY - timedelta(days=60))
        for _ in range(2):  # looking twice on one day still counts from the day before
            page = visit(TODAY)
            assert page.moves._title.text() == "Since you last looked, 23 Sept"
        since = movement.changed_since(sample_book, TODAY - timedelta(days=60), TODAY)
        assert page.moves.more.text() == f"Show all {len(since)}"
        assert page.moves.period is not None
        QTest.mouseClick(page.moves.period, Qt.MouseButton.LeftButton)
        settle(qtbot, page)
        assert page.moves._title.text() == "What changed in 30 days"
        assert page.moves.period.text() == "Only since you last looked, 23 Sept"

    def test_that_nothing_moved_since_is_said(self, qtbot: QtBot) -> None:
        card = MovesCard()
        qtbot.addWidget(card)
        card.show_moves([], {}, "EUR", TODAY - timedelta(days=60), month=False)
        said = [label.text() for label in card.findChildren(QLabel)]
        assert "Nobody changed segment since your visit of 23 Sept." in said
        card.show_moves([], {}, "EUR", TODAY - timedelta(days=60), month=True)
        assert "Nobody changed segment." in [label.text() for label in card.findChildren(QLabel)]
