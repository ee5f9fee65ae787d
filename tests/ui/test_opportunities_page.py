from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from portfolio_app.config import Settings
from portfolio_app.models.entities import FollowUp, OpportunityAnswer
from portfolio_app.services import history, plans
from portfolio_app.storage.book import Book
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.analysis import opportunities_gallery as gallery
from portfolio_app.ui.pages.analysis import opportunities_words as words
from portfolio_app.ui.pages.analysis.opportunities import OpportunitiesTab
from portfolio_app.ui.pages.analysis.opportunities_data import KINDS, Answer, Rule
from portfolio_app.ui.pages.base import UiContext
from tests.conftest import TODAY
from tests.ui.analysis_tabs import buyer


@dataclass
class Desk:
    """The tab alone on an open book, loading again after every change, and what it asked the window for."""

    qtbot: QtBot
    tab: OpportunitiesTab
    ops: Operations
    asked: list[tuple[str, object]] = field(default_factory=list)

    @property
    def answer(self) -> Answer:
        assert self.tab.answer is not None
        return self.tab.answer

    def wait(self) -> None:
        for _ in range(2):
            self.qtbot.wait(5)
            self.qtbot.waitUntil(lambda: not self.ops.is_busy, timeout=90_000)


Open = Callable[[Book], Desk]


@pytest.fixture
def open_tab(qtbot: QtBot, make_book: object) -> Iterator[Open]:
    opened: list[Operations] = []

    def open_it(book: Book) -> Desk:
        ops = Operations(book, undo=history.undo, redo=history.redo)
        opened.append(ops)
        tab = OpportunitiesTab(UiContext(ops, lambda: "EUR", lambda: TODAY, lambda: Settings()))
        tab.resize(1020, 560)
        qtbot.addWidget(tab)
        desk = Desk(qtbot, tab, ops)
        tab.open_requested.connect(lambda kind, item: desk.asked.append((kind, item)))
        ops.changed.connect(lambda _: tab.load())
        tab.show()
        tab.load()
        desk.wait()
        return desk

    yield open_it
    for ops in opened:
        ops.shutdown()


def click(desk: Desk, widget: Any) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    desk.wait()


def set_aside_and_put_into_a_plan(book: Book, desk: Desk, plan: int) -> None:
    tab = desk.tab
    tab.table.selectAll()
    count = len(tab.table.selected_ids())
    assert str(count) in tab.detail.title()
    assert not tab.detail.plan.isVisible()
    tab.table.clearSelection()
    tab.table.selectRow(0)
    click(desk, tab.detail.refuse)
    assert desk.answer.dropped["refused"] == 1
    client = desk.answer.first[0].client_id
    click(desk, tab.detail.enrol)
    next(each for each in tab.detail.menu.actions() if "Ring twice" in each.text()).trigger()
    tab.detail.menu.close()
    desk.wait()
    assert [each.client_id for each in plans.enrolments(book, plan_id=plan)] == [client]
    with book.read_session() as session:
        answers = session.scalars(select(OpportunityAnswer.answer).order_by(OpportunityAnswer.id)).all()
    assert answers == ["refused", "taken"]


def test_from_the_list_to_a_follow_up_and_back(sample_book: Book, open_tab: Open) -> None:
    (plan,) = plans.create_plan(sample_book, "Ring twice", [{"title": "Call"}]).created["plan"]
    desk = open_tab(sample_book)
    tab = desk.tab
    answer = desk.answer
    assert tab.model.rowCount() == len(answer.all_places) > 20
    first = answer.first[0]
    assert tab.detail.title() == first.client
    assert tab.detail.reason.text() == words.reason(first, "EUR") + "."
    click(desk, tab.detail.plan)
    with sample_book.read_session() as session:
        planned = session.scalars(select(FollowUp).where(FollowUp.client_id == first.client_id)).all()
        assert any(each.title == words.title(first, "EUR") for each in planned)
    assert desk.answer.dropped["taken"] == 1
    assert tab.detail.title() == desk.answer.first[0].client  # what was second is chosen now
    desk.ops.undo()
    desk.wait()
    assert desk.answer.dropped["taken"] == 0
    assert tab.detail.title() == first.client
    set_aside_and_put_into_a_plan(sample_book, desk, plan)


def test_kinds_evidence_units_and_cards(sample_book: Book, open_tab: Open) -> None:
    desk = open_tab(sample_book)
    tab = desk.tab
    for kind in KINDS:
        click(desk, tab.tiles[kind])
        assert tab.controls.kind.currentData() == kind
        assert list(tab.model.ids) == desk.answer.places[kind]
    click(desk, tab.tiles[""])
    assert tab.model.rowCount() == len(desk.answer.all_places)
    tab.model.sort(2, Qt.SortOrder.AscendingOrder)
    amounts = desk.answer.found.rows["amount"].iloc[list(tab.model.ids)].dropna().tolist()
    assert amounts == sorted(amounts)
    tab.controls.choose_kind("cross_sell")
    desk.wait()
    row = desk.answer.first[tab.model.ids[0]]
    click(desk, tab.detail.behind)
    kind, item = desk.asked[-1]
    assert kind == "clients"
    assert isinstance(item, dict)
    assert len(item["ids"]) == row.found
    click(desk, tab.detail.client)
    assert desk.asked[-1] == ("client", row.client_id)
    assert tab.grid_card.sentence.text()
    assert tab.served.table.isVisibleTo(tab)
    tab.controls.unit.setCurrentIndex(tab.controls.unit.findData("category"))
    tab.controls.unit_changed.emit()
    desk.wait()
    assert desk.answer.unit == "category"
    chart = gallery.CHARTS[0].present(desk.answer, "EUR")
    assert chart.sentence
    assert gallery.TILES[0].present(desk.answer, "EUR").explain


@pytest.mark.parametrize("orders", [(), ((TODAY, "-10"),)])
def test_books_of_which_nothing_can_be_said(
    make_book: Callable[[str], Book], open_tab: Open, orders: tuple[Any, ...]
) -> None:
    book = make_book("small.portfolio")
    if orders:
        buyer(book, "Only one", *orders)
    desk = open_tab(book)
    tab = desk.tab
    if not orders:
        assert tab.empty_state is not None
        click(desk, tab.empty_state.buttons[0])
        assert desk.asked[-1] == ("import", None)
    else:
        assert tab.model.rowCount() == 0
        assert not tab.detail.plan.isVisibleTo(tab)


def test_a_rule_says_its_evidence(book: Book, open_tab: Open) -> None:
    tab = open_tab(book).tab
    rule = Rule(
        "Cider", "Jars", clients=100, takers=40, both=24, support=0.24, confidence=0.6, lift=2, lift_low=1.57
    )
    tab.rules.show_rows([rule], "")
    cells = [tab.rules.model.index(0, column).data() for column in range(tab.rules.model.columnCount())]
    assert cells[:3] == ["Cider", "Jars", "24 of 40"]
    assert [cell.replace("\u202f", " ") for cell in cells[5:]] == ["× 2.0", "× 1.6"]
