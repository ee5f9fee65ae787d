"""Analysis > Profit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt

from portfolio_app.services import sales, settings
from portfolio_app.storage.book import Book
from portfolio_app.ui.pages.analysis.profit import ProfitTab
from portfolio_app.ui.pages.analysis.profit_data import Subject
from portfolio_app.ui.widgets import text_label
from portfolio_app.ui.widgets.table_view import LazyTableView
from tests.conftest import TODAY
from tests.ui.analysis_tabs import Opened, buyer, open_analysis

__all__ = ["open_analysis"]

Open = Callable[[Book], Opened]


def shown(opened: Opened) -> ProfitTab:
    """The tab, in front."""
    opened.show({"tab": "profit"})
    tab = opened.page.content("profit")
    assert isinstance(tab, ProfitTab)
    return tab


def said(tab: ProfitTab) -> list[str]:
    """The texts of the statement, line by line."""
    kind = type(text_label(""))
    return [label.text() for label in tab.statement.findChildren(kind) if label.isVisibleTo(tab.statement)]


def click(opened: Opened, table: LazyTableView, row: int) -> None:
    """Click the first cell of a row."""
    place = table.visualRect(table.model().index(row, 0)).center()
    opened.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y()))
    opened.wait()


def listed(opened: Opened) -> tuple[int, ...]:
    """The clients that the list of clients was asked to show last."""
    kind, item = opened.asked[-1]
    assert kind == "clients"
    assert isinstance(item, dict)
    return tuple(item["ids"])


def test_an_empty_book_says_what_to_do(open_analysis: Open, make_book: Callable[..., Book]) -> None:
    opened = open_analysis(make_book())
    tab = shown(opened)
    assert tab.empty_state is not None
    opened.qtbot.mouseClick(tab.empty_state.buttons[0], Qt.MouseButton.LeftButton)
    assert opened.asked == [("import", None)]


def test_no_result_is_shown_that_no_cost_supports(
    open_analysis: Open, make_book: Callable[..., Book]
) -> None:
    book = make_book()
    ann = buyer(book, "Ann", (TODAY - timedelta(days=3), "120"))
    opened = open_analysis(book)
    tab = shown(opened)
    assert "no cost known" in tab.tiles["margin"].accessibleName()
    assert said(tab).count("not known") == 2
    assert not tab.income.chart.isVisibleTo(tab.income)
    assert "0%" in tab.statement.notes.text()
    assert tab.whale.chart.isVisibleTo(tab.whale) is False
    assert not tab.controls.estimate.isVisibleTo(tab.controls)
    assert not tab.costly.table.isVisibleTo(tab.costly)
    # A second line whose cost is known: the first can be estimated, and is so when asked for.
    sales.add_sale(book, ann, {"date": TODAY, "amount": 100, "cost": 60})
    opened.page.refresh(None)
    opened.wait()
    assert "45%" in tab.statement.notes.text()
    assert tab.controls.estimate.isVisibleTo(tab.controls)
    tab.controls.estimate.click()
    opened.wait()
    assert "≈ €88" in tab.tiles["result"].accessibleName()
    assert "Estimated" in tab.statement.notes.text()


def test_rows_show_their_statements_and_lead_to_their_clients(open_analysis: Open, sample_book: Book) -> None:
    opened = open_analysis(sample_book)
    tab = shown(opened)
    assert tab.answer is not None
    worst = tab.answer.costly[0]
    assert tab.answer.ids[0] == worst.id
    assert f"{len(tab.answer.costly)}" in tab.tiles["losing"].accessibleName()
    click(opened, tab.tables.table, 0)
    assert tab.statement.title() == worst.name
    assert worst.name in tab.income.title()
    opened.qtbot.mouseClick(tab.statement.open_button, Qt.MouseButton.LeftButton)
    assert opened.asked[-1] == ("client", worst.id)
    opened.qtbot.mouseClick(tab.statement.back_button, Qt.MouseButton.LeftButton)
    opened.wait()
    assert tab.answer.told.subject == Subject()
    tab.tables.model.sort(3, Qt.SortOrder.DescendingOrder)
    opened.wait()
    first = tab.tables.model.id_at(0)
    assert first == int(tab.answer.view.table["margin"].idxmax())
    # Segments and costly clients lead to their clients.
    tab.tables.segments.activated_id.emit(0)
    info = tab.answer.segments[0].info
    assert len(listed(opened)) == tab.answer.view.statements[info.code].clients
    click(opened, tab.costly.table, 1)
    second = tab.answer.costly[1]
    assert tab.statement.title() == second.name
    opened.qtbot.mouseClick(tab.costly.list_button, Qt.MouseButton.LeftButton)
    assert listed(opened) == tuple(each.id for each in tab.answer.costly)


def test_what_is_not_set_is_said_and_periods_change(open_analysis: Open, sample_book: Book) -> None:
    settings.set_costs(sample_book, per_hour=None, per_order=None)
    opened = open_analysis(sample_book)
    tab = shown(opened)
    assert "time spent, deliveries" in tab.statement.notes.text()
    assert said(tab).count("not set") == 2
    opened.qtbot.mouseClick(tab.statement.costs_button, Qt.MouseButton.LeftButton)
    assert opened.asked[-1] == ("settings", None)
    # Another period.
    tab.controls.choose("calendar")
    opened.wait()
    assert tab.answer is not None
    assert (tab.answer.question.as_of.isoformat(), tab.answer.question.window_days) == ("2025-12-31", 365)
    assert "Before" in said(tab)
    tab.controls.choose("all")
    opened.wait()
    assert "Before" not in said(tab)
