"""Analysis > Movement, and the table of shaded figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from portfolio_app.services import clients, portfolio
from portfolio_app.storage.book import Book
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages.analysis import movement_words as words
from portfolio_app.ui.pages.analysis.movement_data import TOTAL
from portfolio_app.ui.widgets.heat_table import Heading, HeatCell, HeatTable, Hue, shade
from tests.conftest import TODAY
from tests.ui.analysis_tabs import Opened, buyer, open_analysis

__all__ = ["open_analysis"]

Open = Callable[[Book], Opened]
A_YEAR_AGO = TODAY - timedelta(days=365)


def heads(opened: Opened) -> tuple[list[str], list[str]]:
    """The codes of the rows and columns shown."""
    rows, columns = opened.page.movement._heads
    return list(rows), list(columns)


def test_an_empty_book_says_what_to_do(open_analysis: Open, make_book: Callable[..., Book]) -> None:
    book = make_book()
    opened = open_analysis(book)
    opened.show({"tab": "movement"})
    assert opened.page.movement.is_empty
    assert not opened.page.movement.controls.isVisible()


def test_one_new_client_is_new(open_analysis: Open, make_book: Callable[..., Book]) -> None:
    book = make_book()
    client = buyer(book, "Seul", (TODAY - timedelta(days=3), "120"))
    opened = open_analysis(book)
    opened.show({"tab": "movement"})
    answer = opened.page.movement.answer
    assert answer is not None
    assert answer.going["new"].ids == (client,)
    assert answer.going["new"].after == 120_000_000
    assert answer.cell(TOTAL, TOTAL).ids == (client,)
    assert i18n.short_date(answer.question.before) in opened.page.movement.sentence.text()


def test_former_clients_are_counted_and_that_is_said(
    open_analysis: Open, make_book: Callable[..., Book]
) -> None:
    book = make_book()
    buyer(book, "Reste", (TODAY - timedelta(days=3), "120"))
    gone = buyer(book, "Fini", (TODAY - timedelta(days=3_000), "120"))
    clients.update_client(book, gone, {"status": "former", "former_reason": "stopped"})
    opened = open_analysis(book)
    opened.show({"tab": "movement"})
    answer = opened.page.movement.answer
    assert answer is not None
    assert answer.former == 1
    assert gone in answer.cell(TOTAL, TOTAL).ids
    assert "1 former client" in opened.page.movement.legend.text()


def test_the_sample_adds_up_and_says_each_cell(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    opened.show({"tab": "movement", "since": A_YEAR_AGO})
    tab = opened.page.movement
    answer = tab.answer
    assert answer is not None
    everybody = answer.cell(TOTAL, TOTAL)
    assert (
        sum(len(answer.going[way].ids) for way in tab.tiles) == len(everybody.ids) == len(set(everybody.ids))
    )
    for code in answer.rows:
        cells = [answer.cell(code, column) for column in answer.columns]
        assert sum(len(each.ids) for each in cells) == len(answer.cell(code, TOTAL).ids)
        assert sum(each.before for each in cells) == answer.cell(code, TOTAL).before
    model = tab.grid.grid()
    assert len(everybody.ids) == len(answer.people)
    assert answer.former == 8
    assert "8 former client" in tab.legend.text()
    rows, columns = heads(opened)
    for row, before in enumerate(rows):
        for column, after in enumerate(columns):
            index = model.index(row, column)
            assert words.passage(before, after, answer) in index.data(Qt.ItemDataRole.AccessibleTextRole)
            assert index.data(Qt.ItemDataRole.ToolTipRole)


def test_arrows_and_enter_open_the_list_of_a_cell(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    opened.show({"tab": "movement", "since": A_YEAR_AGO})
    tab = opened.page.movement
    answer = tab.answer
    assert answer is not None
    tab.grid.setFocus()
    rows, columns = heads(opened)
    row, column = rows.index("regular"), columns.index("at_risk")
    for _ in range(row):
        opened.qtbot.keyClick(tab.grid, Qt.Key.Key_Down)
    for _ in range(column):
        opened.qtbot.keyClick(tab.grid, Qt.Key.Key_Right)
    opened.qtbot.keyClick(tab.grid, Qt.Key.Key_Return)
    opened.wait()
    ids = list(answer.cell("regular", "at_risk").ids)
    assert ids
    assert list(tab.clients.model.ids) == ids
    assert tab.grid.chosen == (row, column)
    # The keyboard went into the list: Enter opens its first client.
    assert tab.clients.table.hasFocus()
    opened.qtbot.keyClick(tab.clients.table, Qt.Key.Key_Return)
    assert opened.asked == [("client", ids[0])]
    opened.qtbot.mouseClick(tab.clients.all_button, Qt.MouseButton.LeftButton)
    kind, item = opened.asked[1]
    assert kind == "clients"
    assert isinstance(item, dict)
    assert item["ids"] == ids
    assert item["title"]


def test_a_click_opens_a_cell_and_a_tile_its_clients(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    opened.show({"tab": "movement", "since": A_YEAR_AGO})
    tab = opened.page.movement
    rows, columns = heads(opened)
    spot = tab.grid.visualRect(tab.grid.grid().index(rows.index("top"), columns.index("top"))).center()
    opened.qtbot.mouseClick(tab.grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert tab.answer is not None
    assert list(tab.clients.model.ids) == list(tab.answer.cell("top", "top").ids)
    assert tab.grid.hasFocus()
    opened.qtbot.mouseClick(tab.tiles["worse"], Qt.MouseButton.LeftButton)
    assert list(tab.clients.model.ids) == list(tab.answer.going["worse"].ids)
    assert tab.grid.chosen is None


def test_the_keyboard_stays_in_the_grid_until_enter_and_comes_back(
    open_analysis: Open, sample_book: Book
) -> None:
    opened = open_analysis(sample_book)
    opened.show({"tab": "movement", "since": A_YEAR_AGO})
    tab = opened.page.movement
    scroll = tab._area.verticalScrollBar()
    opened.page.activateWindow()
    tab.grid.setFocus()
    opened.qtbot.keyClick(tab.grid, Qt.Key.Key_Space)
    opened.wait()
    ids = list(tab.clients.model.ids)
    assert ids
    assert (tab.grid.hasFocus(), scroll.value()) == (True, 0)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Backtab):
        opened.qtbot.keyClick(tab.grid, Qt.Key.Key_Return)
        opened.wait()
        assert tab.clients.table.hasFocus()
        assert tab.clients.table.current_id() == ids[0]
        opened.qtbot.keyClick(tab.clients.table, key)
        assert tab.grid.hasFocus()
        assert tab.grid.currentIndex().row() == tab.grid.currentIndex().column() == 0
        top = tab.grid.mapTo(tab._area.viewport(), QPoint(0, 0)).y()
        assert 0 <= top < tab._area.viewport().height()


def test_the_list_shows_and_orders_the_figures_of_both_days(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    first, last = TODAY - timedelta(days=700), TODAY - timedelta(days=400)
    opened.show({"tab": "movement"})
    tab = opened.page.movement
    tab.controls.days.choose(start=first, end=last)
    opened.wait()
    opened.qtbot.mouseClick(tab.tiles["worse"], Qt.MouseButton.LeftButton)
    assert tab.answer is not None
    people, model = tab.answer.people, tab.clients.model
    then, now = (portfolio.snapshot(sample_book, day).metrics["revenue_window"] for day in (first, last))
    for row, client in enumerate(model.ids):
        texts = [model.index(row, column).data() for column in (1, 2)]
        assert texts == [i18n.money(int(figures[client]), "EUR") for figures in (then, now)]
    worth = [people[client].worth for client in model.ids]
    assert worth == sorted(worth, reverse=True)
    assert len(worth) > 2
    header = tab.clients.table.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(1) + 10, header.height() // 2)
    opened.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    before = [people[client].before for client in model.ids]
    assert before == sorted(before) or before == sorted(before, reverse=True)
    assert before != [people[client].before for client in tab.answer.going["worse"].ids]


def test_revenue_before_and_after(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    opened.show({"tab": "movement", "since": A_YEAR_AGO})
    tab = opened.page.movement
    answer = tab.answer
    assert answer is not None
    rows, columns = heads(opened)
    corner = tab.grid.grid()
    for place, amount in ((1, answer.cell(TOTAL, TOTAL).before), (2, answer.cell(TOTAL, TOTAL).after)):
        tab.controls.measure.setCurrentIndex(place)
        tab.controls.measure.activated.emit(place)
        shown = corner.index(rows.index(TOTAL), columns.index(TOTAL)).data()
        assert shown == i18n.short_money(amount, "EUR")
    opened.page.movement.copy_table()
    opened.wait()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == len(rows) + 1
    assert lines[-1].split("\t")[-1] == f"{answer.cell(TOTAL, TOTAL).after / 1_000_000:.2f}"


def test_presets_and_free_days(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    opened.show({"tab": "movement"})
    tab = opened.page.movement
    days = tab.controls.days
    assert not days.start.isVisible()
    for preset, months in (("month", 1), ("quarter", 3), ("year", 12)):
        days.choose(preset)
        opened.wait()
        assert tab.answer is not None
        span = (tab.answer.question.after - tab.answer.question.before).days
        assert abs(span - months * 30.4) < 5
    days.choose("free")
    assert days.start.isVisible()
    assert days.end.isVisible()
    days.start.set_day(TODAY - timedelta(days=10))
    days.end.set_day(TODAY - timedelta(days=100))
    opened.wait()
    # Whichever way round they are given, the earlier day comes first.
    assert tab.answer is not None
    assert tab.answer.question.before == TODAY - timedelta(days=100)
    assert tab.answer.question.after == TODAY - timedelta(days=10)


@pytest.mark.parametrize("hue", ["accent", "better", "worse", "stay"])
def test_figures_can_be_read_on_every_shade(hue: Hue, tokens: theme.Tokens) -> None:
    strengths = []
    for step in range(11):
        background, ink = shade(HeatCell("1", step / 10, hue), tokens)
        assert theme.contrast(background, ink) >= 4.5
        strengths.append(theme.contrast(background, tokens.surface))
    assert strengths == sorted(strengths)
    assert strengths[-1] > 1.3


def test_arrows_stay_in_the_grid_and_closed_cells_do_nothing(qtbot: QtBot) -> None:
    table = HeatTable("Figures")
    qtbot.addWidget(table)
    opened: list[tuple[int, int]] = []
    table.cell_opened.connect(lambda row, column: opened.append((row, column)))
    heading = [Heading("A rather long name", "#0072B2"), Heading("B")]
    table.set_grid(
        heading, heading, [[HeatCell("1"), HeatCell("0", is_open=False)], [HeatCell("2"), HeatCell("3")]]
    )
    table.resize(400, 200)
    table.show()
    table.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(table, key)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert opened == [(0, 0), (1, 1)]
    assert not table.grab().isNull()
