"""The analysis page: concentration on empty, tiny and real books."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import clients, history, sales
from portfolio_app.storage.book import Book
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages import concentration_data as data
from portfolio_app.ui.pages import concentration_words as words
from portfolio_app.ui.pages.analysis import AnalysisPage
from portfolio_app.ui.pages.base import UiContext

TODAY = date(2026, 11, 22)


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
        qtbot.waitUntil(lambda: self.page.concentration.answer is not None and not self.ops.is_busy)


@pytest.fixture
def open_page(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Book], Opened]]:
    """Opens the page on a book and waits until it shows it."""
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
        assert opened.page.concentration.model.rowCount() == 1

    def test_the_sample_book_is_drawn(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], sample_book: Book
    ) -> None:
        opened = open_page(sample_book)
        concentration = opened.page.concentration
        qtbot.waitUntil(lambda: not concentration.pareto.is_waiting and not concentration.lorenz.is_waiting)
        shown = concentration.tiles["first"].accessibleName()
        assert words.figures(opened.view)["first"].value in shown
        assert concentration.table.model().rowCount() == opened.view.view.result.figures.clients

    def test_a_window_without_sales_names_the_last_one_and_offers_all_time(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("old.portfolio")
        sell(book, "Atelier Kermor", "80", on=date(2020, 3, 14))
        opened = open_page(book)
        state = opened.page.concentration.empty_state
        assert state is not None
        texts = [label.text() for label in state.findChildren(type(opened.page.concentration._negative))]
        assert any(i18n.short_date(date(2020, 3, 14)) in text for text in texts)
        qtbot.mouseClick(state.buttons[0], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: opened.page.concentration.model.rowCount() == 1)
        assert opened.page.concentration.controls.period.currentData() == "all"

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
        qtbot.waitUntil(lambda: opened.page.concentration.model.rowCount() == 1)

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
        qtbot.waitUntil(lambda: opened.page.concentration.model.rowCount() == 2)
        assert {each.name for each in opened.view.top} == {"Client 2", "Client 3"}

    def test_the_reading_changes_the_classes(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], sample_book: Book
    ) -> None:
        opened = open_page(sample_book)
        concentration = opened.page.concentration
        combo = concentration.classes.reading
        combo.setFocus()
        before = [concentration.model.index(row, 5).data() for row in range(40)]
        QTest.keyClick(combo, Qt.Key.Key_Down)
        after = [concentration.model.index(row, 5).data() for row in range(40)]
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
        table = opened.page.concentration.table
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
        chart = opened.page.concentration.pareto
        qtbot.waitUntil(lambda: not chart.is_waiting)
        chart.setFocus()
        QTest.keyClick(chart, Qt.Key.Key_Right)
        assert "Atelier Kermor" in chart.accessibleDescription()
        QTest.keyClick(chart, Qt.Key.Key_Return)
        assert opened.asked == [("client", client)]


class TestTakingAway:
    def test_the_table_is_copied_without_formulas(
        self, qtbot: QtBot, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("copy.portfolio")
        sell(book, "=cmd()", "80.25")
        opened = open_page(book)
        QApplication.clipboard().clear()
        opened.page.concentration.copy_table()
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
        opened.page.concentration.save_table(tmp_path / "concentration.xlsx")
        opened.wait(qtbot)
        sheet = openpyxl.load_workbook(tmp_path / "concentration.xlsx").active
        cells = {cell.value for row in sheet.iter_rows() for cell in row}
        assert "Atelier Kermor" in cells
        assert (80 if measure == "revenue" else 50) in cells


class TestFigures:
    @given(amount=st.integers(1, 10**12), others=st.lists(st.integers(1, 10**12), min_size=1, max_size=30))
    def test_replacements_make_up_for_the_loss_and_one_fewer_does_not(
        self, amount: int, others: list[int]
    ) -> None:
        total, clients_ = amount + sum(others), len(others) + 1
        count = data.replacements(amount, total, clients_)
        assert count is not None
        assert count * sum(others) >= amount * len(others)
        assert (count - 1) * sum(others) < amount * len(others)

    @pytest.mark.parametrize(("amount", "total", "count"), [(10, 10, 1), (-5, 100, 4), (0, 100, 4)])
    def test_nobody_can_replace_the_only_one(self, amount: int, total: int, count: int) -> None:
        assert data.replacements(amount, total, count) is None

    @pytest.mark.parametrize(
        ("share", "limit"), [(0.0999, None), (0.1, 0.1), (0.2, 0.2), (0.2999, 0.2), (0.9, 0.3)]
    )
    def test_thresholds(self, share: float, limit: float | None) -> None:
        assert data.threshold(share) == limit

    def test_every_figure_explains_itself(
        self, open_page: Callable[[Book], Opened], make_book: Callable[..., Book]
    ) -> None:
        book = make_book("explain.portfolio")
        sell(book, "Atelier Kermor", "80")
        opened = open_page(book)
        for tile in opened.page.concentration.tiles.values():
            assert i18n.short_date(TODAY) in tile.accessibleDescription()


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_looks_right_in_both_themes(
    qtbot: QtBot, qapp: QApplication, open_page: Callable[[Book], Opened], sample_book: Book, choice: str
) -> None:
    theme.apply_theme(qapp, choice)  # type: ignore[arg-type]
    opened = open_page(sample_book)
    qtbot.waitUntil(lambda: not opened.page.concentration.pareto.is_waiting)
    assert not opened.page.grab().isNull()
