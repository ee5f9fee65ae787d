"""Analysis > Indicators: the list, the one chosen, the bridge, the cohorts, the forecast."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import history
from portfolio_app.services.analysis_settings import analysis_settings
from portfolio_app.storage.book import Book
from portfolio_app.ui import i18n
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.analysis import indicators_gallery as gallery
from portfolio_app.ui.pages.analysis import indicators_words as words
from portfolio_app.ui.pages.analysis.indicators import IndicatorsTab
from portfolio_app.ui.pages.analysis.indicators_data import VIEWS
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets.chart_view import ChartView
from tests.conftest import TODAY
from tests.ui.analysis_tabs import buyer


@dataclass
class Opened:
    """The tab alone, on an open book, and what it asked the window for."""

    qtbot: QtBot
    tab: IndicatorsTab
    ops: Operations
    asked: list[tuple[str, object]] = field(default_factory=list)

    def wait(self) -> None:
        """Wait until nothing is under way."""
        for _ in range(2):
            self.qtbot.wait(2)
            self.qtbot.waitUntil(lambda: not self.ops.is_busy, timeout=60_000)


Open = Callable[..., Opened]


@pytest.fixture
def open_tab(qtbot: QtBot, qapp: QApplication, make_book: object) -> Iterator[Open]:
    """Opens the tab on a book; what it changes reaches it as in the window."""
    running: list[Operations] = []

    def open_it(book: Book, *, shown: bool = True) -> Opened:
        ops = Operations(book, undo=history.undo, redo=history.redo)
        running.append(ops)
        settings = Settings()
        tab = IndicatorsTab(UiContext(ops, lambda: "EUR", lambda: TODAY, lambda: settings))
        qtbot.addWidget(tab)
        tab.resize(1020, 600)
        opened = Opened(qtbot, tab, ops)
        tab.open_requested.connect(lambda kind, item: opened.asked.append((kind, item)))
        ops.changed.connect(lambda _: tab.load())
        tab.controls.setParent(tab)
        tab.setVisible(shown)  # only what is shown is drawn
        tab.load()
        opened.wait()
        return opened

    yield open_it
    for ops in running:
        ops.shutdown()


def tab_of(opened: Opened, **item: object) -> IndicatorsTab:
    if item:
        opened.tab.show_item(item)
        opened.wait()
    return opened.tab


def drawn(opened: Opened, chart: ChartView) -> None:
    opened.qtbot.waitUntil(lambda: not chart.is_waiting, timeout=60_000)


def click(opened: Opened, chart: ChartView, row: int) -> None:
    """A real click on a row of a drawn chart."""
    drawn(opened, chart)
    spot = chart._spot(chart._areas()[0], row)
    assert spot is not None
    opened.qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot.toPoint())


def test_an_empty_book_says_what_to_do(open_tab: Open, make_book: Callable[..., Book]) -> None:
    opened = open_tab(make_book())
    tab = tab_of(opened)
    assert tab.is_empty
    assert not tab.controls.isVisible()
    opened.qtbot.mouseClick(tab.empty.buttons[0], Qt.MouseButton.LeftButton)
    assert opened.asked == [("import", None)]


def test_with_sales_of_long_ago_another_period_can_be_chosen(
    open_tab: Open, make_book: Callable[..., Book]
) -> None:
    book = make_book()
    buyer(book, "Ancien", (TODAY - timedelta(days=3_000), "120"))
    tab = tab_of(open_tab(book))
    assert not tab.is_empty
    assert tab.controls.isVisible()


def test_one_client_shows_what_can_be_said(open_tab: Open, make_book: Callable[..., Book]) -> None:
    book = make_book()
    client = buyer(book, "Seul", (TODAY - timedelta(days=3), "120"))
    opened = open_tab(book)
    tab = tab_of(opened, code="new")
    assert not tab.is_empty
    assert "(=)" not in tab.panel.course.sentence.text()  # one new client after none is not as before
    assert "+1" in tab.panel.course.sentence.text()
    model = tab.panel.model
    shown = {tab.panel._codes[row]: str(model.index(row, 2).data()) for row in range(model.rowCount())}
    assert (shown["revenue"], shown["new"], shown["retention"]) == (
        i18n.money(120_000_000, "EUR"),
        "1",
        i18n.NO_VALUE,
    )
    links = tab.panel.findChildren(QPushButton)
    opened.qtbot.mouseClick(
        next(each for each in links if each.text() == "new: 1"), Qt.MouseButton.LeftButton
    )
    assert opened.asked[0][0] == "clients"
    assert opened.asked[0][1]["ids"] == (client,)  # type: ignore[index]
    for view in VIEWS[1:]:
        tab_of(opened, view=view)
    assert "nine whole months" in tab.forecast.sentence.text()


def test_a_row_shows_its_course_and_its_clients(open_tab: Open, sample_book: Book) -> None:
    opened = open_tab(sample_book)
    tab = tab_of(opened)
    answer = tab.answer
    assert answer is not None
    assert tab.panel.course.title() == words.name("retention")
    assert "120" in tab.panel.meaning.text()
    row = tab.panel._codes.index("lost")
    place = tab.panel.table.visualRect(tab.panel.model.index(row, 0)).center()
    opened.qtbot.mouseClick(tab.panel.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    opened.wait()
    assert tab.panel.course.title() == words.name("lost")
    click(opened, tab.panel.course.chart, 23)
    kind, item = opened.asked[-1]
    assert kind == "clients"
    assert len(item["ids"]) == answer.view.readings["lost"].value  # type: ignore[index]
    # The same figures as a table.
    opened.qtbot.mouseClick(tab.panel.course.switch, Qt.MouseButton.LeftButton)
    table = tab.panel.course.table
    assert table is not None
    assert str(table.lazy_model().index(23, 1).data()) == i18n.number(answer.view.readings["lost"].value or 0)


def test_an_aim_is_set_seen_and_taken_back(open_tab: Open, sample_book: Book) -> None:
    opened = open_tab(sample_book)
    tab = tab_of(opened, code="retention")
    target = tab.panel.target
    assert not target.remove.isVisible()
    target.aimed.setValue(90)
    target.acceptable.setValue(80)
    opened.qtbot.mouseClick(target.save, Qt.MouseButton.LeftButton)
    opened.wait()
    assert analysis_settings(sample_book).targets == {"retention": (0.9, 0.8)}
    row = tab.panel._codes.index("retention")
    assert str(tab.panel.model.index(row, 5).data()) == "missed"
    assert tab.panel.code == "retention"
    assert target.remove.isVisible()
    opened.qtbot.mouseClick(target.remove, Qt.MouseButton.LeftButton)
    opened.wait()
    assert not analysis_settings(sample_book).targets
    history.undo(sample_book)
    assert analysis_settings(sample_book).targets == {"retention": (0.9, 0.8)}


def test_other_periods(open_tab: Open, sample_book: Book) -> None:
    opened = open_tab(sample_book, shown=False)
    tab = tab_of(opened)
    tab.controls.choose("quarter", "before")
    opened.wait()
    answer = tab.answer
    assert answer is not None
    assert answer.view.period == (date(2026, 7, 1), date(2026, 9, 30))
    assert answer.view.against == (date(2026, 4, 1), date(2026, 6, 30))
    assert words.days(answer.view.period) in tab.sentence.text()
    tab.controls.choose("free", "free")
    assert not tab.controls.period_days.isHidden()
    tab.controls.period_days.first.set_day(date(2026, 3, 31))
    tab.controls.period_days.last.set_day(date(2026, 3, 1))
    tab.controls.period_days.changed.emit()
    opened.wait()
    assert tab.answer is not None
    assert tab.answer.view.period == (date(2026, 3, 1), date(2026, 3, 31))
    tab_of(opened, view="bridge")
    assert "not equally long" in tab.bridge.note.text()


def test_the_bridge_the_cohorts_and_the_forecast(open_tab: Open, sample_book: Book) -> None:
    opened = open_tab(sample_book)
    tab = tab_of(opened, view="bridge")
    click(opened, tab.bridge.chart, 1)
    kind, item = opened.asked[-1]
    assert kind == "clients"
    assert item["title"] == "Stopped buying"  # type: ignore[index]
    assert len(item["ids"]) == 15  # type: ignore[index]
    tab_of(opened, view="cohorts")
    click(opened, tab.cohorts.chart, 0)
    assert len(opened.asked[-1][1]["ids"]) == 79  # type: ignore[index]
    tab.measure.setCurrentIndex(1)
    tab.measure.activated.emit(1)
    opened.wait()
    assert "not over yet" in tab.cohorts.note.text()
    tab_of(opened, view="forecast")
    assert "8 times out of 10" in tab.forecast.sentence.text()
    assert "least wrong" in tab.forecast.note.text()


def test_what_stands_in_the_gallery_says_itself(
    sample_book: Book, make_book: Callable[..., Book], qapp: object
) -> None:
    for book in (sample_book, make_book("empty.portfolio")):
        for tile in gallery.TILES:
            figure = tile.present(tile.look(book, TODAY), "EUR")
            assert figure.value
            assert figure.explain
        for chart in gallery.CHARTS:
            assert chart.present(chart.look(book, TODAY), "EUR").sentence


def test_every_indicator_has_its_words() -> None:
    from portfolio_app.analysis.kpi_groups import _GROUPS
    from portfolio_app.analysis.kpis import INDICATORS

    assert set(words.NAMES) == set(INDICATORS) == set(_GROUPS) == set(words._MEANINGS)
