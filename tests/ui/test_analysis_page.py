"""The analysis page: concentration on empty, tiny and real books."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import clients, deals, history, sales
from portfolio_app.storage.book import Book
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.analysis import concentration_data as data
from portfolio_app.ui.pages.analysis import concentration_time_data as time_data
from portfolio_app.ui.pages.analysis import concentration_time_words as time_words
from portfolio_app.ui.pages.analysis import concentration_words as words
from portfolio_app.ui.pages.analysis.concentration import Concentration
from portfolio_app.ui.pages.analysis.concentration_by_data import ByAnswer
from portfolio_app.ui.pages.analysis.concentration_gallery import CHARTS, TILES
from portfolio_app.ui.pages.analysis.concentration_if import IfView
from portfolio_app.ui.pages.analysis.concentration_if_data import IfAnswer
from portfolio_app.ui.pages.analysis.page import AnalysisPage
from portfolio_app.ui.pages.base import UiContext

TODAY = date(2026, 11, 22)
PATIENCE_MS = 20_000
"""What the page asks for after its first figures takes the model of the book's purchases."""


@dataclass
class Opened:
    """A page on an open book."""

    page: AnalysisPage
    ops: Operations
    asked: list[tuple[str, object]]

    @property
    def view(self) -> data.Answer:
        answer = self.page.concentration.answer
        assert answer is not None
        return answer

    def wait(self, qtbot: QtBot) -> None:
        tab = self.page.concentration
        qtbot.waitUntil(lambda: tab.answer is not None and not self.ops.is_busy, timeout=PATIENCE_MS)


@pytest.fixture
def open_page(qtbot: QtBot, qapp: QApplication, make_book: object) -> Iterator[Callable[[Book], Opened]]:
    """Opens the page on a book and waits until it shows it; the books are closed after it, never under it."""
    opened: list[Operations] = []

    def open_it(book: Book) -> Opened:
        ops = Operations(book, undo=history.undo, redo=history.redo)
        opened.append(ops)
        settings = Settings()
        page = AnalysisPage(UiContext(ops, lambda: "EUR", lambda: TODAY, lambda: settings))
        page.resize(1060, 660)
        qtbot.addWidget(page)
        found = Opened(page, ops, [])
        page.open_requested.connect(lambda kind, item: found.asked.append((kind, item)))
        page.show_tab("concentration")
        page.show()
        page.activate()
        found.wait(qtbot)
        return found

    yield open_it
    for ops in opened:
        ops.shutdown()


def sell(book: Book, name: str, *amounts: str, on: date = date(2026, 6, 1), cost: str = "") -> int:
    """A client who bought for these amounts; returns its id."""
    (client,) = clients.create_client(book, {"name": name}).created["client"]
    for number, amount in enumerate(amounts):
        values: dict[str, object] = {
            "date": on,
            "amount": Decimal(amount),
            "order_reference": f"{name}{number}",
        }
        if cost:
            values["cost"] = Decimal(cost)
        sales.add_sale(book, client, values)
    return client


class TestWhatIsShown:
    def test_an_empty_book_says_what_to_do(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        opened = open_page(make_book("empty.portfolio"))
        state = opened.page.concentration.empty_state
        assert state is not None
        for item in state.buttons:
            qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
        assert opened.asked == [("import", None), ("sample", None)]

    def test_one_client_is_the_whole(
        self, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("one.portfolio")
        sell(book, "Atelier Kermor", "1200.50")
        opened = open_page(book)
        figures = words.figures(opened.view)
        assert figures["first"].value == i18n.percent(1)
        assert figures["hhi"].value == "10,000"
        assert figures["equal"].value == "1.0"
        assert opened.page.concentration.who.model.rowCount() == 1

    def test_the_sample_book_is_drawn(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], sample_book: Book
    ) -> None:
        opened = open_page(sample_book)
        concentration = opened.page.concentration
        drawn = (concentration.who.pareto.chart, concentration.who.first.chart)
        qtbot.waitUntil(lambda: not any(chart.is_waiting for chart in drawn), timeout=PATIENCE_MS)
        shown = concentration.who.tiles["first"].accessibleName()
        assert words.figures(opened.view)["first"].value in shown
        assert concentration.who.table.model().rowCount() == opened.view.view.result.figures.clients

    def test_a_window_without_sales_names_the_last_one_and_offers_all_time(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("old.portfolio")
        sell(book, "Atelier Kermor", "80", on=date(2020, 3, 14))
        opened = open_page(book)
        state = opened.page.concentration.empty_state
        assert state is not None
        texts = [label.text() for label in state.findChildren(QLabel)]
        assert any(i18n.short_date(date(2020, 3, 14)) in text for text in texts)
        qtbot.mouseClick(state.buttons[1], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: opened.page.concentration.who.model.rowCount() == 1)
        assert opened.page.concentration.controls.period.currentData() == "all"

    def test_old_sales_are_a_click_away(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("old.portfolio")
        sell(book, "Atelier Kermor", "80", on=date(2020, 3, 14))
        sell(book, "Garage Ti Bara", "80", on=date(2019, 3, 14))
        opened = open_page(book)
        state = opened.page.concentration.empty_state
        assert state is not None
        qtbot.mouseClick(state.buttons[0], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: opened.page.concentration.who.model.rowCount() == 1)
        question = opened.view.question
        assert (question.start, question.end) == (date(2019, 3, 16), date(2020, 3, 14))

    def test_without_costs_margin_says_so_and_leads_back(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("costless.portfolio")
        sell(book, "Atelier Kermor", "80")
        opened = open_page(book)
        opened.page.concentration.controls.choose(measure="margin")
        opened.wait(qtbot)
        state = opened.page.concentration.empty_state
        assert state is not None
        qtbot.mouseClick(state.buttons[0], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: opened.page.concentration.who.model.rowCount() == 1)

    def test_clients_below_zero_are_told_apart(
        self, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("returns.portfolio")
        sell(book, "Atelier Kermor", "1000")
        sell(book, "Garage Ti Bara", "100", "-350")
        opened = open_page(book)
        text = words.negative_sentence(opened.view, "EUR")
        assert "1 client" in text
        assert i18n.money(-250_000_000, "EUR") in text

    def test_only_credit_notes_give_no_shares(
        self, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("credit.portfolio")
        sell(book, "Garage Ti Bara", "-350")
        opened = open_page(book)
        assert words.figures(opened.view)["first"].value == i18n.NO_VALUE
        assert "not above zero" in words.pareto_sentence(opened.view)


class TestAsking:
    def test_both_days_of_a_free_period_count(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("days.portfolio")
        for day in (1, 2, 3, 4):
            sell(book, f"Client {day}", "10", on=date(2026, 5, day))
        opened = open_page(book)
        controls = opened.page.concentration.controls
        controls.start.set_day(date(2026, 5, 2))
        controls.end.set_day(date(2026, 5, 3))
        controls.choose(period="free")
        qtbot.waitUntil(lambda: opened.page.concentration.who.model.rowCount() == 2)
        assert {each.name for each in opened.view.top} == {"Client 2", "Client 3"}

    def test_the_reading_changes_the_classes(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], sample_book: Book
    ) -> None:
        opened = open_page(sample_book)
        concentration = opened.page.concentration
        combo = concentration.who.classes.reading
        combo.setFocus()
        before = [concentration.who.model.index(row, 5).data() for row in range(40)]
        QTest.keyClick(combo, Qt.Key.Key_Down)
        after = [concentration.who.model.index(row, 5).data() for row in range(40)]
        assert before != after

    def test_a_new_sale_is_seen(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("more.portfolio")
        client = sell(book, "Atelier Kermor", "80")
        opened = open_page(book)
        opened.ops.changed.connect(opened.page.refresh)
        opened.ops.run(opened.page, sales.add_sale, client, {"date": date(2026, 7, 1), "amount": Decimal(20)})
        qtbot.waitUntil(lambda: opened.view.view.result.figures.total == 100_000_000)

    def test_enter_opens_the_client(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("open.portfolio")
        client = sell(book, "Atelier Kermor", "80")
        opened = open_page(book)
        table = opened.page.concentration.who.table
        table.setFocus()
        table.select_id(client)
        QTest.keyClick(table, Qt.Key.Key_Return)
        assert opened.asked == [("client", client)]

    def test_a_bar_opens_the_client(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("bar.portfolio")
        client = sell(book, "Atelier Kermor", "80")
        opened = open_page(book)
        chart = opened.page.concentration.who.pareto.chart
        qtbot.waitUntil(lambda: not chart.is_waiting, timeout=PATIENCE_MS)
        chart.setFocus()
        QTest.keyClick(chart, Qt.Key.Key_Right)
        assert "Atelier Kermor" in chart.accessibleDescription()
        QTest.keyClick(chart, Qt.Key.Key_Return)
        assert opened.asked == [("client", client)]


def _by(concentration: Concentration) -> ByAnswer:
    assert concentration.by.answer is not None
    return concentration.by.answer


def _if(view: IfView) -> IfAnswer:
    assert view.answer is not None
    return view.answer


class TestSides:
    """The verdict, and the three other sides of the answer."""

    def test_the_verdict_names_the_first_and_how_it_changed(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("verdict.portfolio")
        for number in range(4):
            client = sell(book, f"Client {number}", "100", on=date(2025, 6, 1))
            sales.add_sale(book, client, {"date": date(2024, 6, 1), "amount": Decimal(100)})
            if number < 2:
                amount = Decimal(100 + 300 * number)
                sales.add_sale(book, client, {"date": date(2026, 6, 1), "amount": amount})
        opened = open_page(book)
        concentration = opened.page.concentration
        qtbot.waitUntil(lambda: concentration.over_time is not None)
        assert concentration.headline.text().startswith("You depend on Client 1: 80%")
        assert "It is getting worse" in concentration.details.text()
        assert "4.0 equal clients (1.5 now)" in concentration.details.text()
        assert concentration.who.tiles["first"].change.text == "+55.0 pts"
        assert "Not enough history" in concentration.who.tiles["risk"].accessibleDescription()

    def test_a_year_known_in_part_is_no_verdict(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("young.portfolio")
        sell(book, "Atelier Kermor", "80", on=date(2025, 6, 1))
        sell(book, "Garage Ti Bara", "80")
        opened = open_page(book)
        concentration = opened.page.concentration
        qtbot.waitUntil(lambda: concentration.over_time is not None)
        assert concentration.details.text().strip() == ""
        concentration.show_view("time")
        assert i18n.short_date(date(2025, 6, 1)) in concentration.time.no_comparison.text()

    def test_all_sides_of_the_sample(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], sample_book: Book
    ) -> None:
        opened = open_page(sample_book)
        concentration = opened.page.concentration
        qtbot.waitUntil(lambda: concentration.over_time is not None)
        qtbot.mouseClick(concentration.switch.buttons["time"], Qt.MouseButton.LeftButton)
        assert concentration.view == "time"
        months = concentration.time.months
        qtbot.waitUntil(lambda: not months.chart.is_waiting, timeout=PATIENCE_MS)
        months.chart.setFocus()
        QTest.keyClick(months.chart, Qt.Key.Key_Right)
        assert "equal clients" in months.chart.accessibleDescription()
        qtbot.mouseClick(concentration.switch.buttons["by"], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: concentration.by.answer is not None)
        concentration.by.choose("sector")
        qtbot.waitUntil(lambda: _by(concentration).by == "sector")
        bars = concentration.by.bars.chart
        qtbot.waitUntil(lambda: not bars.is_waiting, timeout=PATIENCE_MS)
        bars.setFocus()
        QTest.keyClick(bars, Qt.Key.Key_Right)
        QTest.keyClick(bars, Qt.Key.Key_Return)
        kind, asked = opened.asked[-1]
        assert kind == "clients"
        assert isinstance(asked, dict)
        assert asked["ids"] == _by(concentration).lines[0].ids

    def test_a_loss_is_ticked_and_how_long_it_takes_is_noted(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("if.portfolio")
        first = sell(book, "Atelier Kermor", "600", cost="300")
        second = sell(book, "Garage Ti Bara", "300")
        sell(book, "Hôtel", "100")
        deals.create_deal(book, second, {"title": "Devis", "amount": 200, "probability": 50})
        opened = open_page(book)
        opened.ops.changed.connect(opened.page.refresh)
        opened.page.concentration.show_view("if")
        view = opened.page.concentration.what_if
        qtbot.waitUntil(lambda: view.answer is not None)
        assert view.answer is not None
        assert view.answer.choice.lost == (first,)
        assert "€600" in view.loss.text()
        assert "Garage Ti Bara (75%)" in view.balance.text()
        view.won.setCurrentIndex(view.won.model().index(0, 0))
        QTest.keyClick(view.won, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: _if(view).scenario.won == 100_000_000)
        qtbot.mouseClick(
            view.fully,
            Qt.MouseButton.LeftButton,
            pos=view.fully.rect().center() - QPoint(view.fully.width() // 2 - 10, 0),
        )
        qtbot.waitUntil(lambda: _if(view).scenario.won == 200_000_000)
        view.months.setFocus()
        view.months.setValue(6)
        QTest.keyClick(view.months, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: _if(view).replace_months == 6)
        assert "6 month" in view.loss.text()
        opened.ops.undo()
        qtbot.waitUntil(lambda: _if(view).replace_months is None)
        assert view.months.value() == 0, "the field left would write the number that was taken back"
        view.lost.setCurrentIndex(view.lost.model().index(0, 0))
        QTest.keyClick(view.lost, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: _if(view).choice.lost == ())
        assert _if(view).scenario.loss is None

    def test_another_book_ticks_its_own_first(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("one.portfolio")
        sell(book, "Atelier Kermor", "600")
        opened = open_page(book)
        view = opened.page.concentration.what_if
        opened.page.concentration.show_view("if")
        qtbot.waitUntil(lambda: view.answer is not None)
        opened.ops.book_opened.emit()
        assert view.won.ticked() == ()

    def test_the_gallery_shows_any_book(self, make_book: Callable[..., Book], sample_book: Book) -> None:
        books = [make_book("none.portfolio"), make_book("minus.portfolio"), sample_book]
        sell(books[1], "Garage Ti Bara", "-350")
        for book in books:
            specs: tuple[Any, ...] = (*CHARTS, *TILES)
            for spec in specs:
                found = spec.present(spec.look(book, TODAY), "EUR")
                assert getattr(found, "sentence", None) or getattr(found, "value", None), spec.code


class TestTakingAway:
    def test_the_table_is_copied_without_formulas(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("copy.portfolio")
        sell(book, "=cmd()", "80.25")
        opened = open_page(book)
        QApplication.clipboard().clear()
        opened.page.concentration.who.copy_table()
        qtbot.waitUntil(lambda: bool(QApplication.clipboard().text()))
        first = QApplication.clipboard().text().splitlines()[1].split("\t")
        assert first[1:3] == ["'=cmd()", "80.25"]

    @pytest.mark.parametrize("measure", ["revenue", "margin"])
    def test_the_period_goes_to_a_workbook(
        self,
        qtbot: QtBot,
        open_page: Callable[[Book], Opened],
        make_book: Callable[..., Book],
        tmp_path: Path,
        measure: str,
    ) -> None:
        import openpyxl

        book = make_book("xlsx.portfolio")
        sell(book, "Atelier Kermor", "80", cost="30")
        opened = open_page(book)
        opened.page.concentration.controls.choose(measure=measure)
        opened.wait(qtbot)
        opened.page.concentration.who.save_table(tmp_path / "concentration.xlsx")
        opened.wait(qtbot)
        sheet = openpyxl.load_workbook(tmp_path / "concentration.xlsx").active
        cells = {cell.value for row in sheet.iter_rows() for cell in row}
        assert "Atelier Kermor" in cells
        assert (80 if measure == "revenue" else 50) in cells


class TestFigures:
    @pytest.mark.parametrize(
        ("share", "limit", "tone"),
        [(0.0999, None, "good"), (0.1, 0.1, "warn"), (0.2499, 0.1, "warn"), (0.25, 0.25, "danger")],
    )
    def test_limits(self, share: float, limit: float | None, tone: str) -> None:
        assert data.threshold(share, data.LIMITS) == limit
        assert words.tone_of(share, data.LIMITS) == tone

    @pytest.mark.parametrize(
        ("chance", "text"),
        [
            (0.02, "less than 1"),
            (0.12, "about 1 chance in 10"),
            (0.62, "about 6 chances"),
            (0.99, "more than 9"),
        ],
    )
    def test_a_chance_is_said_in_tenths(self, chance: float, text: str) -> None:
        assert text in time_words.tenths(chance)

    def test_every_figure_explains_itself(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("explain.portfolio")
        sell(book, "Atelier Kermor", "80")
        opened = open_page(book)
        qtbot.waitUntil(lambda: opened.page.concentration.over_time is not None)
        tiles = opened.page.concentration.who.tiles
        assert "Dependency at risk" in tiles.pop("risk").accessibleDescription()
        for tile in tiles.values():
            assert i18n.short_date(TODAY) in tile.accessibleDescription()


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_looks_right_in_both_themes(
    qtbot: QtBot, qapp: QApplication, open_page: Callable[[Book], Opened], sample_book: Book, choice: str
) -> None:
    theme.apply_theme(qapp, choice)  # type: ignore[arg-type]
    opened = open_page(sample_book)
    qtbot.waitUntil(lambda: not opened.page.concentration.who.pareto.chart.is_waiting, timeout=PATIENCE_MS)
    assert not opened.page.grab().isNull()


def test_of_a_book_that_stopped_the_months_end_with_its_sales() -> None:
    assert time_data._until(TODAY, None) == TODAY
    assert time_data._until(TODAY, TODAY - timedelta(days=31)) == TODAY
    assert time_data._until(TODAY, TODAY - timedelta(days=32)) == TODAY - timedelta(days=32)
