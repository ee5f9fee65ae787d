"""The overview: what stands there is what one chose, in that order; and the map, the simplest of the tabs."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from portfolio_app.services import analysis_settings, clients, history
from portfolio_app.storage.book import Book
from portfolio_app.ui.pages.analysis import opportunities_data
from portfolio_app.ui.pages.analysis import overview_gallery as gallery
from portfolio_app.ui.pages.analysis.overview import OverviewTab
from portfolio_app.ui.pages.analysis.places import PlacesTab
from tests.conftest import TODAY
from tests.ui.analysis_tabs import Opened, buyer, open_analysis

__all__ = ["open_analysis"]
Open = Callable[[Book], Opened]


@pytest.fixture
def small_book(make_book: Callable[[str], Book]) -> Book:
    """Two clients in two departments."""
    book = make_book("small.portfolio")
    for name, postcode, amount in (("Alpha", "29000", "300"), ("Beta", "75001", "100")):
        client = buyer(book, name, (TODAY, amount))
        clients.update_client(book, client, {"postcode": postcode, "country": "France"})
    return book


def overview(opened: Opened) -> OverviewTab:
    opened.show({"tab": "overview"})
    tab = opened.page.content("overview")
    assert isinstance(tab, OverviewTab)
    return tab


def test_every_code_is_unlike_the_others_and_names_its_tab() -> None:
    for kind in ("CHARTS", "TILES"):
        specs = [
            spec
            for name in gallery._GALLERIES
            for spec in getattr(import_module(f"portfolio_app.ui.pages.analysis.{name}_gallery"), kind)
        ]
        assert len(specs) == len({spec.code for spec in specs})
    for spec in (*gallery.charts().values(), *gallery.tiles().values()):
        assert spec.code.startswith(f"{spec.tab}.")
        assert gallery.title(spec)
    assert set(gallery.PROPOSED_CHARTS) <= set(gallery.charts())
    assert set(gallery.PROPOSED_TILES) <= set(gallery.tiles())


def test_what_is_proposed_stands_there_and_every_chart_says_a_sentence(
    small_book: Book, open_analysis: Open
) -> None:
    tab = overview(open_analysis(small_book))
    assert tuple(tab.cards) == gallery.PROPOSED_CHARTS
    assert tuple(tab.tiles) == gallery.PROPOSED_TILES
    assert all(card.sentence.text() for card in tab.cards.values())


def test_every_chart_and_figure_can_stand_on_the_overview(
    make_book: Callable[[str], Book], open_analysis: Open
) -> None:
    book = make_book("one.portfolio")
    buyer(book, "Seul", (TODAY, "10"))
    analysis_settings.set_analysis(book, tiles=list(gallery.tiles()), charts=list(gallery.charts()))
    tab = overview(open_analysis(book))
    assert set(tab.cards) == set(gallery.charts())
    assert all(card.sentence.text() for card in tab.cards.values())
    assert all("…" not in tile.accessibleName()[-2:] for tile in tab.tiles.values())


def test_choosing_by_keyboard_is_one_step_that_can_be_undone(
    qtbot: QtBot, small_book: Book, open_analysis: Open
) -> None:
    opened = open_analysis(small_book)
    tab = overview(opened)
    before = list(tab.cards)
    tab.choose()
    sheet = tab._sheet
    assert sheet is not None
    charts = sheet.charts
    charts.setCurrentRow(charts.count() - 1)
    last = gallery_code(charts, charts.count() - 1)
    if last not in before:
        qtbot.keyClick(charts, Qt.Key.Key_Space)
    qtbot.keyClick(charts, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    for row in range(charts.count()):
        if gallery_code(charts, row) == before[0]:
            charts.setCurrentRow(row)
            qtbot.keyClick(charts, Qt.Key.Key_Space)
            break
    wanted = charts.ticked()
    qtbot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.wait()
    assert list(tab.cards) == wanted
    assert before[0] not in tab.cards
    assert analysis_settings.analysis_settings(small_book).charts == tuple(wanted)
    history.undo(small_book)
    opened.page.refresh(None)
    opened.wait()
    assert list(tab.cards) == before


def gallery_code(choice: object, row: int) -> str:
    return str(choice.item(row).data(int(Qt.ItemDataRole.UserRole)))  # type: ignore[attr-defined]


def test_every_line_of_the_choice_is_as_high_as_its_box_and_tab_goes_down_the_panel(
    qtbot: QtBot, small_book: Book, open_analysis: Open
) -> None:
    tab = overview(open_analysis(small_book))
    tab.choose()
    sheet = tab._sheet
    assert sheet is not None
    for choice in (sheet.tiles, sheet.charts):
        assert choice.visualItemRect(choice.item(0)).height() >= 20
        assert choice.item(0).toolTip()
    passed: list[QWidget] = [sheet.tiles]
    while passed[-1] is not sheet.submit_button and len(passed) < 20:
        following = passed[-1].nextInFocusChain()
        assert following is not None
        passed.append(following)
    assert passed.index(sheet.charts) < passed.index(sheet.propose_button)


def test_the_best_of_the_grid_fits_on_a_dashboard(sample_book: Book) -> None:
    whole = opportunities_data.look(sample_book, opportunities_data.Question(TODAY)).grid
    part = opportunities_data.look_at_grid(sample_book, TODAY).grid
    assert part.clients == whole.clients[: opportunities_data.FIRST_CLIENTS]
    assert len(part.items) == opportunities_data.FIRST_ITEMS
    assert part.gaps
    for (line, column), row in part.gaps.items():
        before = (line, whole.items.index(part.items[column]))
        assert whole.gaps[before] == row
    for (line, column), amount in part.taken.items():
        assert whole.taken[line, whole.items.index(part.items[column])] == amount


def test_an_empty_book_leads_to_the_import_and_an_empty_choice_to_the_panel(
    qtbot: QtBot, make_book: Callable[[str], Book], small_book: Book, open_analysis: Open
) -> None:
    opened = open_analysis(make_book("empty.portfolio"))
    tab = overview(opened)
    assert not tab.controls.isVisible()
    analysis_settings.set_analysis(small_book, tiles=[], charts=[])
    other = overview(open_analysis(small_book))
    assert (other.tiles, other.cards) == ({}, {})
    assert other.controls.isVisible()


def test_the_map_that_was_chosen_is_shown_at_once(
    qtbot: QtBot, small_book: Book, open_analysis: Open
) -> None:
    opened = open_analysis(small_book)
    opened.show({"tab": "map"})
    tab = opened.page.content("map")
    tab.controls.map.setFocus()
    qtbot.keyClick(tab.controls.map, Qt.Key.Key_Down)
    opened.wait()
    assert tab.answer.map_name == tab.controls.map.currentData() == "world"
    qtbot.keyClick(tab.controls.map, Qt.Key.Key_Up)
    opened.wait()
    assert tab.answer.map_name == tab.controls.map.currentData() == "france"


def test_the_map_and_its_table_lead_to_the_clients_there(
    qtbot: QtBot, small_book: Book, open_analysis: Open
) -> None:
    opened = open_analysis(small_book)
    opened.show({"tab": "map"})
    tab = opened.page.content("map")
    assert isinstance(tab, PlacesTab)
    assert tab.answer is not None
    assert [line.area.code for line in tab.answer.lines] == ["29", "75"]
    qtbot.waitUntil(lambda: not tab.card.chart.is_waiting, timeout=30_000)
    area = tab.card.chart._areas()[0]
    spot = tab.card.chart._spot(area, 0)
    assert spot is not None
    qtbot.mouseClick(tab.card.chart, Qt.MouseButton.LeftButton, pos=QPoint(int(spot.x()), int(spot.y())))
    ids = list(tab.answer.lines[0].area.ids)
    assert opened.asked[-1][0] == "clients"
    assert opened.asked[-1][1]["ids"] == ids  # type: ignore[index]
    tab.table.setCurrentIndex(tab.model.index(1, 0))
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    assert opened.asked[-1][1]["ids"] == list(tab.answer.lines[1].area.ids)  # type: ignore[index]
    tab.card.switch.click()
    assert tab.card.table is not None
    assert tab.card.table.model().rowCount() == 2
    opened.show({"tab": "map", "map": "world", "measure": "clients"})
    assert [line.area.code for line in tab.answer.lines] == ["FR"]
