"""The morning's page on an empty book, one client, the sample, and a book that stopped selling."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import (
    agenda,
    agenda_settings,
    history,
    insights,
    interactions,
    news,
    sales,
    today,
)
from portfolio_app.services.clients import create_client
from portfolio_app.services.insights import Insight
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.today import SHOWN, TodayPage
from portfolio_app.ui.pages.today_insight import InsightCard
from portfolio_app.ui.pages.today_news import MoveRow, NewsCard, NewsRow
from portfolio_app.ui.widgets import EmptyState, StatTile
from tests.conftest import TODAY
from tests.ui.desks import Desk

Open = Callable[[Any], TodayPage]


@pytest.fixture
def open_page(qtbot: QtBot, make_book: object) -> Iterator[Open]:
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


def tiles_of(page: TodayPage) -> tuple[StatTile, ...]:
    return (page.tiles.revenue, page.tiles.share, page.tiles.equivalent, page.tiles.retention)


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
    for tile in tiles_of(page):
        assert "— not enough history" in shown(tile)
        assert tile.accessibleDescription()
    assert not page.insight.isVisible()
    assert not page.months.isVisible()
    assert not page.notice.isVisible()


def test_the_sample_book_in_four_figures(qtbot: QtBot, open_page: Open, sample_book: Any) -> None:
    page = open_page(sample_book)
    view = today.today_view(sample_book, TODAY)
    assert "€418,420 +7%" in shown(page.tiles.revenue)
    assert "23% ±0 pts dependency" in shown(page.tiles.share)
    assert "conventions" in page.tiles.share.accessibleDescription()
    assert shown(page.tiles.equivalent).endswith(f"12.5 −0.1 of {view.buyers}")
    assert shown(page.tiles.retention).endswith(f"88% −12 pts of {view.retention_base}")
    for tile in tiles_of(page):
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
    assert words in shown(open_page(book).tiles.share)


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


def rows_of(page: TodayPage, kind: type[Any]) -> list[Any]:
    return [row for row in page.news.findChildren(kind) if row.isVisible()]


def is_another(page: TodayPage, popup: object) -> bool:
    return page.popup is not popup


def test_news_and_moves_show_who(qtbot: QtBot, open_page: Open, sample_book: Any) -> None:
    page = open_page(sample_book)
    found = news.news(sample_book, TODAY)
    assert len(rows_of(page, NewsRow)) == 2
    assert len(rows_of(page, MoveRow)) == 2
    assert page.news.more.text() == f"Show all {len(found.items) + len(found.moves)}"
    for row, ids in ((rows_of(page, NewsRow)[0], found.items[0].client_ids),
                     (rows_of(page, MoveRow)[0], found.moves[0].client_ids)):  # fmt: skip
        before = page.popup
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(partial(is_another, page, before))
        popup = page.popup
        assert popup is not None
        assert popup.names.model().rowCount() == len(ids)
        with qtbot.waitSignal(page.open_requested) as seen:
            QTest.keyClick(popup.names, Qt.Key.Key_Down)
            QTest.keyClick(popup.names, Qt.Key.Key_Return)
        assert seen.args == ["client", ids[1]]
    page.news.more.click()
    qtbot.waitUntil(lambda: len(rows_of(page, MoveRow)) == len(found.moves))


def links_of(page: TodayPage) -> list[QPushButton]:
    links = page.insight.findChildren(QPushButton)
    return [each for each in links if each.isVisible() and each is not page.insight.next]


def test_the_insight_that_matters_and_those_behind_it(
    qtbot: QtBot, open_page: Open, sample_book: Any
) -> None:
    page = open_page(sample_book)
    expected = insights.insights(sample_book, TODAY)
    for place, insight in enumerate(expected):
        assert page.insight.next.text() == f"{place + 1} of {len(expected)} ›"
        qtbot.waitUntil(lambda: links_of(page) != [])
        links = links_of(page)
        if insight.others:
            assert "would fall by 23%" in texts(page)
            assert [each.text() for each in links] == [name for _, name in insight.others]
        with qtbot.waitSignal(page.open_requested) as seen:
            links[0].click()
        first = insight.others[0][0] if insight.others else insight.client_id
        assert seen.args == (["client", first] if first is not None else ["page", "analysis"])
        page.insight.next.click()
    assert page.insight.next.text() == f"1 of {len(expected)} ›"


@pytest.mark.parametrize(
    ("insight", "words"),
    [
        (Insight("deal", 1, 1, "Ty Mad", 0.5, title="Serre", amount=5_000_000_000, on=date(2026, 11, 20)),
         "Serre: €5,000, was expected on 20 Nov; as much as 50% of a year's revenue."),
        (Insight("narrower", 1, before=12.6, after=9.4), "on 12.6 equivalent clients, now on 9.4."),
        (Insight("spread", 1, before=9.4, after=12.6), "on 9.4 equivalent clients, now on 12.6."),
        (Insight("retention", 1, before=0.9, after=0.8), "80% of the buyers"),
        (Insight("slipping", 1, 1, "Ty Mad", 0.08, 77, usual=32), ": 8.0% of your revenue is at stake."),
        (Insight("complaint", 1, 1, "Ty Mad", 0.08, 9, is_late=True), "past its deadline."),
    ],
)  # fmt: skip
def test_each_insight_has_its_sentence(qtbot: QtBot, insight: Insight, words: str) -> None:
    card = InsightCard()
    qtbot.addWidget(card)
    card.show_insights([insight], TODAY, "EUR")
    assert words in "\n".join(label.text() for label in card.findChildren(QLabel))


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


def test_a_quiet_day_says_what_is_worth_doing(qtbot: QtBot, open_page: Open, make_book: Any) -> None:
    book = make_book("quiet.portfolio")
    client = add_client(book, "Atelier", phone="0298441020")
    sell(book, client, 500, 100)
    interactions.log_touch(book, client, {"on": TODAY - timedelta(days=27)})
    page = open_page(book)
    settle(qtbot, page)
    assert page.hint.text() == "Nothing is due today. Worth doing instead:"
    assert page.ahead.text() == "Nothing comes this week either. Next in line:"
    assert page.panel.model.ids == [client]
    (link,) = [each for each in page.ideas.findChildren(QPushButton) if each.isVisible()]
    with qtbot.waitSignal(page.open_requested) as seen:
        link.click()
    assert seen.args == ["client", client]


def test_what_is_done_and_what_is_put_off_is_counted(qtbot: QtBot, open_page: Open, sample_book: Any) -> None:
    agenda_settings.set_agenda(sample_book, capacity=12)
    page = open_page(sample_book)
    counts = agenda.view_counts(sample_book, TODAY)
    assert counts["due"] > 0
    assert counts["spread"] > 0
    assert str(counts["spread"]) in page.progress.text()
    assert page.queue_card._title.text() == f"To do today — {counts['due']}"
    page.ops.run(page, interactions.log_touch, page.panel.model.ids[0], {})
    settle(qtbot, page)
    assert page.progress.text().startswith("1 done today")


def test_a_line_logs_from_here(qtbot: QtBot, open_page: Open, make_book: Any) -> None:
    book = make_book("use.portfolio")
    add_client(book, "Atelier")
    page = open_page(book)
    assert page.panel.model.ids
    page.quick.field.setFocus()
    QTest.keyClicks(page.quick.field, "appel atelier 5 min")
    QTest.keyClick(page.quick.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.quick.field.text() == "")
    settle(qtbot, page)
    assert page.progress.text().startswith("1 done today")


def test_tiles_are_never_shortened(qtbot: QtBot, open_page: Open, sample_book: Any) -> None:
    page = open_page(sample_book)
    page.resize(700, 600)
    qtbot.waitUntil(lambda: page.tiles.equivalent.y() > page.tiles.revenue.y())
    page.resize(1200, 600)
    qtbot.waitUntil(lambda: page.tiles.equivalent.y() == page.tiles.revenue.y())


def test_a_book_in_use_is_followed(qtbot: QtBot, open_page: Open, make_book: Any) -> None:
    book = make_book("use.portfolio")
    client = add_client(book, "Atelier")
    page = open_page(book)
    page.ops.run(page, sales.add_sale, client, {"date": TODAY, "amount": 250})
    settle(qtbot, page)
    assert "€250" in shown(page.tiles.revenue)
    page.ops.undo()
    settle(qtbot, page)
    assert "not enough history" in shown(page.tiles.revenue)


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
        assert page.news._title.text() == "What changed in 30 days"
        assert page.news.period is None

    def test_a_later_visit_counts_from_the_one_before(
        self, qtbot: QtBot, visit: Callable[[Any], TodayPage], sample_book: Any
    ) -> None:
        visit(TODAY - timedelta(days=60))
        for _ in range(2):  # looking twice on one day still counts from the day before
            page = visit(TODAY)
            assert page.news._title.text() == "Since you last looked, 23 Sept"
        since = news.news(sample_book, TODAY, TODAY - timedelta(days=60))
        assert page.news.more.text() == f"Show all {len(since.items) + len(since.moves)}"
        assert page.news.period is not None
        QTest.mouseClick(page.news.period, Qt.MouseButton.LeftButton)
        settle(qtbot, page)
        assert page.news._title.text() == "What changed in 30 days"
        assert page.news.period.text() == "Only since you last looked, 23 Sept"

    def test_that_nothing_happened_since_is_said(self, qtbot: QtBot) -> None:
        card, day = NewsCard(), TODAY - timedelta(days=60)
        qtbot.addWidget(card)
        for month, words in (
            (False, "Nothing new since your visit of 23 Sept, and nobody changed segment."),
            (True, "Nothing new, and nobody changed segment."),
        ):
            card.show_news(news.News(day, (), ()), {}, "EUR", day, month=month)
            assert words in [label.text() for label in card.findChildren(QLabel)]


def test_the_keyboard_begins_on_the_first_client(qtbot: QtBot, qapp: Any, sample_book: Any) -> None:
    """The program has just been started: nothing was pressed yet, and D would tick off the client in sight."""
    path = sample_book.path
    sample_book.close()
    desk = Desk(qtbot, qapp)
    desk.start(path)
    page: Any = desk.desktop.window.page("today")
    queue: Any = page.panel.list
    focused: Any = desk.desktop.window.focusWidget()
    assert focused is queue
    assert queue.current_id() == page.panel.model.ids[0]
    assert queue.selectionModel().isSelected(queue.currentIndex())
    desk.close()


def test_tab_goes_through_the_page_as_it_stands(qtbot: QtBot, open_page: Open, sample_book: Any) -> None:
    page = open_page(sample_book)
    order: list[Any] = []
    at: Any = page.nextInFocusChain()
    while at is not page:
        if at.isVisible() and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(at)
        at = at.nextInFocusChain()
    news_rows, links = rows_of(page, NewsRow), links_of(page)
    wanted = [page.quick.field, page.tiles.share, page.panel.list, *news_rows, *links, page.months.chart]
    assert [each for each in order if each in wanted] == wanted


def test_too_many_for_one_day_can_be_spread(qtbot: QtBot, open_page: Open, sample_book: Any) -> None:
    page = open_page(sample_book)
    assert page.offer.isVisible()
    page.offer_button.click()
    qtbot.waitUntil(lambda: not page.offer.isVisible(), timeout=10_000)
    settle(qtbot, page)
    assert agenda_settings.book_agenda(sample_book).capacity == 12
    page.ops.undo()
    qtbot.waitUntil(page.offer.isVisible, timeout=10_000)
    qtbot.wait(1)
    settle(qtbot, page)
