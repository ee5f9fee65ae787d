"""Analysis > Value: what it says with much and little history, and what is noted and changed there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import history, spending
from portfolio_app.services.analysis_settings import analysis_settings
from portfolio_app.storage.book import Book
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.analysis import value_words as words
from portfolio_app.ui.pages.analysis.value import ValueTab
from portfolio_app.ui.pages.analysis.value_cards import RetentionCard
from portfolio_app.ui.pages.analysis.value_spending import SpendingSheet, verdict
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.settings_analysis import AnalysisCard
from tests.conftest import TODAY
from tests.services.test_value import fill
from tests.ui.analysis_tabs import buyer


@dataclass
class Opened:
    """The tab on an open book, and what it asked the window for."""

    tab: ValueTab
    ops: Operations
    qtbot: QtBot
    asked: list[tuple[str, object]] = field(default_factory=list)

    def wait(self) -> None:
        for _ in range(2):
            self.qtbot.wait(5)
            self.qtbot.waitUntil(lambda: not self.ops.is_busy, timeout=90_000)


Open = Callable[[Book], Opened]


@pytest.fixture
def open_tab(qtbot: QtBot, qapp: QApplication, make_book: object) -> Iterator[Open]:
    """Opens the tab alone on a book; changes made through it reach it as in the window."""
    made: list[Operations] = []

    def open_it(book: Book) -> Opened:
        ops = Operations(book, undo=history.undo, redo=history.redo)
        made.append(ops)
        tab = ValueTab(UiContext(ops, lambda: "EUR", lambda: TODAY, Settings))
        tab.resize(1040, 600)
        qtbot.addWidget(tab)
        qtbot.addWidget(tab.controls)
        opened = Opened(tab, ops, qtbot)
        tab.open_requested.connect(lambda kind, item: opened.asked.append((kind, item)))
        ops.changed.connect(lambda _: tab.load())
        tab.show()
        tab.load()
        opened.wait()
        return opened

    yield open_it
    for ops in made:
        ops.shutdown()


def test_an_empty_book_says_what_to_do(open_tab: Open, make_book: Callable[..., Book]) -> None:
    tab = open_tab(make_book()).tab
    assert tab.is_empty
    assert tab.controls.isHidden()


def test_with_one_client_there_are_facts_only(open_tab: Open, make_book: Callable[..., Book]) -> None:
    book = make_book()
    client = buyer(book, "Seul", (TODAY - timedelta(days=40), "100"), (TODAY - timedelta(days=3), "140"))
    opened = open_tab(book)
    tab = opened.tab
    assert "at least 10 clients" in tab.sentence.text()
    assert not tab.activity.isVisible()
    assert tab.forecast.isVisible()
    assert list(tab.model.ids) == [client]
    keys = {each.key for place, each in enumerate(tab.model.columns) if not tab.table.isColumnHidden(place)}
    assert {"simple", "gap"} <= keys
    assert keys.isdisjoint({"p", "value", "tier"})
    tab.table.activated_id.emit(client)
    assert opened.asked == [("client", client)]


def note_spending(opened: Opened, book: Book) -> None:
    """Note, judge and delete an amount by hand, and take the deletion back."""
    tab = opened.tab
    tab.spending.add_button.click()
    (sheet,) = tab.window().findChildren(SpendingSheet)
    sheet.form.fields["source"].set_value("Salon")
    sheet.form.fields["amount"].set_value(Decimal(-5))
    sheet.submit()
    opened.wait()
    assert sheet.form.fields["amount"].error
    sheet.form.fields["amount"].set_value(Decimal(5500))
    sheet.submit()
    opened.wait()
    assert not sheet.isVisible()
    (line,) = spending.spending_lines(book)
    assert list(tab.spending.model.ids) == [line.id]
    spent = tab.spending._spent
    assert spent is not None
    assert verdict(spent.sources[0], spent, "EUR")[0] in ("dear", "loses money", "slow", "pays")
    tab.spending.table.select_id(line.id)
    tab.spending.delete_button.click()
    opened.wait()
    assert spending.spending_lines(book) == []
    opened.ops.undo()
    opened.wait()
    assert list(tab.spending.model.ids) == [line.id]


def test_few_clients_get_classes_and_ranges(open_tab: Open, make_book: Callable[..., Book]) -> None:
    book = make_book()
    ids = fill(book, 11, 8)
    opened = open_tab(book)
    tab = opened.tab
    assert tab.answer is not None
    assert tab.answer.level == 1
    assert "Very rough" in tab.sentence.text()
    assert tab.tiles["total"].accessibleName().count("€") == 2
    visible = {
        each.key for place, each in enumerate(tab.model.columns) if not tab.table.isColumnHidden(place)
    }
    assert "tier" in visible
    assert "value" not in visible
    tab.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    opened.wait()
    assert list(tab.model.ids) == list(reversed(ids))
    note_spending(opened, book)
    longest = tab.controls.horizon.count() - 1
    tab.controls.horizon.setCurrentIndex(longest)
    tab.controls.horizon.activated.emit(longest)
    opened.wait()
    assert "shorter horizon" in tab.sentence.text()
    tab.controls.look_from(TODAY + timedelta(days=400))
    opened.wait()
    assert tab.last_sale_button.isVisible()
    tab.last_sale_button.click()
    opened.wait()
    assert tab.controls.day.day() == TODAY


def test_one_point_more_is_worth_what_the_formula_says(qtbot: QtBot) -> None:
    card = RetentionCard()
    qtbot.addWidget(card)

    def show(retention: float) -> None:
        found = SimpleNamespace(margin=140e9, retention=retention)
        values = SimpleNamespace(retention=found, discount_rate=0.1, margin_known=True)
        card.show_answer(SimpleNamespace(values=values), "EUR")  # type: ignore[arg-type]

    show(0.8)
    # 140 k x 0.8 / 0.3 = 373.3 k; x 0.81 / 0.29 = 391.0 k
    assert card.value.text() == "+€18k"
    card.points.setValue(-1)
    # x 0.79 / 0.31 = 356.8 k
    assert card.value.text() == "−€17k"
    show(float("nan"))
    assert not card.points.isEnabled()
    assert "cannot be told" in card.sentence.text()


@pytest.mark.parametrize(
    ("p", "text"),
    [
        (0.0, "less than 1 chance in 10"), (0.62, "about 6 chances in 10"), (0.97, "more than 9 chances in 10"),
        (0.1, "about 1 chance in 10"), (None, "—"), (float("nan"), "—"),
    ],
)  # fmt: skip
def test_chances_have_no_false_digits(p: float | None, text: str) -> None:
    assert words.chances(p).replace("chance(s)", "chances" if p == 0.62 else "chance") == text


@pytest.mark.parametrize(
    ("units", "text"),
    [
        (12_347_180_000, "€12k"),
        (1_860_000_000, "€1.9k"),
        (-940_000_000, "−€940"),
        (0, "€0"),
        (float("nan"), "—"),
    ],
)
def test_amounts_have_two_digits(units: float, text: str) -> None:
    assert words.about(units, "EUR") == text


def test_settings_are_kept_as_they_are_typed(qtbot: QtBot, make_book: Callable[..., Book]) -> None:
    book = make_book()
    ops = Operations(book)
    card = AnalysisCard(ops)
    qtbot.addWidget(card)
    card.show_settings(analysis_settings(book))
    card.numbers["horizon_months"].setValue(24)
    card.numbers["horizon_months"].editingFinished.emit()
    card.numbers["discount_rate"].setValue(8)
    card.numbers["discount_rate"].editingFinished.emit()
    card.numbers["alarm_share"].setValue(5)
    card.numbers["alarm_share"].editingFinished.emit()
    qtbot.waitUntil(lambda: not ops.is_busy)
    found = analysis_settings(book)
    assert (found.horizon_months, found.discount_rate, found.alarm_share) == (24, 0.08, 0.25)
    assert card.numbers["alarm_share"].value() == 25
    assert not card.problem.isHidden()
    ops.shutdown()
