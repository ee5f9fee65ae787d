"""The lazy table, the search palette, charts, and the shell around them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from portfolio_app.charts.hit_map import HitMap
from portfolio_app.errors import BookDamagedError, BookWriteError
from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.item_models.cells import CELL_ROLE, BadgeCell, Chip, Spark
from portfolio_app.ui.item_models.lazy_table import BLOCK, MAX_BLOCKS, Column, LazyTableModel
from portfolio_app.ui.main_window import MainWindow, PageSpec
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.widgets import Badge, Card, ElidedLabel, EmptyState, FlowLayout, SegmentChip, StatTile
from portfolio_app.ui.widgets.chart_view import ChartView
from portfolio_app.ui.widgets.chart_worker import ChartHits
from portfolio_app.ui.widgets.search_palette import Deliver, PaletteEntry, SearchPalette
from portfolio_app.ui.widgets.table_view import LazyTableView
from tests.ui.conftest import FakeBook, FakeChanges

COLUMNS = [
    Column("name", "Client", lambda row: f"Client {row}", sort_key="name", stretch=True, width=120),
    Column("segment", "Segment", lambda row: Chip("Top", "#009E73")),
    Column("due", "Next", lambda row: BadgeCell("late", "danger")),
    Column("trend", "Trend", lambda row: Spark([1, 2, row % 7], "#0072B2", "rising")),
    Column("amount", "Revenue", lambda row: str(row * 10), align="right", sort_key="amount"),
]


def fetch(book: FakeBook, ids: list[int]) -> dict[int, int]:
    book.calls.append((ids[0], len(ids)))
    return {item: item for item in ids}


def idle(qtbot: QtBot, operations: Operations) -> None:
    qtbot.waitUntil(lambda: not operations.is_busy)


@pytest.fixture
def model(operations: Operations) -> LazyTableModel:
    return LazyTableModel(operations, fetch, COLUMNS)


def text(model: LazyTableModel, row: int, column: int = 0) -> str:
    return model.data(model.index(row, column))


def test_the_model_is_a_proper_model(qtbot: QtBot, model: LazyTableModel, operations: Operations) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_ids(range(BLOCK + 50))
    idle(qtbot, operations)
    assert text(model, 3) == "Client 3"
    model.invalidate([3])
    model.mark_sorted(0, descending=False)
    model.reformat()
    model.set_ids([3, 1, 2])
    model.set_ids([])
    idle(qtbot, operations)
    assert tester is not None


def test_the_model_is_a_proper_model_of_many_rows(model: LazyTableModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_ids(range(4_000), rows={item: item for item in range(4_000)})
    assert model.rowCount() == 4_000
    assert tester is not None


def test_100_000_rows(qtbot: QtBot, model: LazyTableModel, operations: Operations, book: FakeBook) -> None:
    model.set_ids(range(100_000))
    assert model.rowCount() == 100_000
    assert text(model, 50_000) == ""
    idle(qtbot, operations)
    assert text(model, 50_000) == "Client 50000"
    assert text(model, 50_001, 4) == "500010"
    assert book.calls == [(50_000, BLOCK)]


def test_rows_are_fetched_once_and_not_all_kept(
    qtbot: QtBot, model: LazyTableModel, operations: Operations, book: FakeBook
) -> None:
    model.set_ids(range(BLOCK * (MAX_BLOCKS + 3)))
    for _ in range(2):
        for block in range(MAX_BLOCKS + 3):
            text(model, block * BLOCK)
            text(model, block * BLOCK + 1)
    idle(qtbot, operations)
    assert len(book.calls) == MAX_BLOCKS + 3
    assert model.row_data((MAX_BLOCKS + 2) * BLOCK) is not None
    assert model.row_data(0) is None
    idle(qtbot, operations)


def test_a_changed_row_is_fetched_again_and_shows_its_old_text_meanwhile(
    qtbot: QtBot, model: LazyTableModel, operations: Operations, book: FakeBook
) -> None:
    model.set_ids(range(1000), rows={item: item for item in range(1000)})
    assert text(model, 7) == "Client 7"
    assert book.calls == []
    model.invalidate([7])
    assert text(model, 7) == "Client 7"
    idle(qtbot, operations)
    assert book.calls == [(0, BLOCK)]
    model.invalidate()
    text(model, 999)
    idle(qtbot, operations)
    assert book.calls[-1] == (800, BLOCK)


def test_a_row_that_vanished_stays_blank(qtbot: QtBot, operations: Operations) -> None:
    model = LazyTableModel(operations, lambda book, ids: {}, COLUMNS)
    model.set_ids([1, 2])
    text(model, 0)
    idle(qtbot, operations)
    assert text(model, 0) == ""
    assert not operations.is_busy


def test_cells_and_sorting(qtbot: QtBot, model: LazyTableModel, operations: Operations) -> None:
    model.set_ids([5], rows={5: 5})
    assert model.data(model.index(0, 1), CELL_ROLE) == Chip("Top", "#009E73")
    assert text(model, 0, 3) == "rising"
    asked: list[tuple[str, bool]] = []
    model.sort_requested.connect(lambda key, descending: asked.append((key, descending)))
    model.sort(4, Qt.SortOrder.DescendingOrder)
    model.sort(1)
    assert asked == [("amount", True)]
    model.mark_sorted(4, descending=True)
    assert model.headerData(4, Qt.Orientation.Horizontal) == "Revenue ↓"
    assert model.row_of(5) == 0
    assert model.row_of(6) == -1


def test_the_view_keeps_the_selected_client_when_the_order_changes(
    qtbot: QtBot, model: LazyTableModel, operations: Operations
) -> None:
    view = LazyTableView(model, "Clients")
    qtbot.addWidget(view)
    view.resize(600, 300)
    model.set_ids(range(100))
    view.show()
    idle(qtbot, operations)
    current: list[object] = []
    activated: list[int] = []
    view.current_changed.connect(current.append)
    view.activated_id.connect(activated.append)
    assert view.select_id(40)
    assert not view.select_id(400)
    model.set_ids(reversed(range(100)))
    assert view.current_id() == 40
    assert view.selected_ids() == [40]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert current[0] == 40
    assert activated == [39]
    asked: list[str] = []
    model.sort_requested.connect(lambda key, descending: asked.append(key))
    view.show_sort("amount", descending=True)
    assert asked == []
    name = model.index(0, 0)
    assert view._delegate.cut_text(name, 600) == ""
    assert view._delegate.cut_text(name, 30) == name.data()
    header = view.horizontalHeader()
    qtbot.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(header.sectionPosition(0) + 20, 8)
    )
    assert asked == ["name"]
    idle(qtbot, operations)
    view.grab()


class Provider:
    """Answers the palette when told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Deliver]] = []

    def __call__(self, text: str, deliver: Deliver) -> None:
        self.asked.append((text, deliver))


def commands() -> list[PaletteEntry]:
    return [
        PaletteEntry("Do", "Réglages", "page", "settings"),
        PaletteEntry("Do", "Import", "page", "import"),
    ]


def found(*names: str) -> list[PaletteEntry]:
    return [PaletteEntry("Clients", name, "client", number) for number, name in enumerate(names)]


@pytest.fixture
def palette(qtbot: QtBot) -> tuple[SearchPalette, Provider]:
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    provider = Provider()
    palette = SearchPalette(window, provider, commands)
    window.show()
    window.activateWindow()
    palette.open_palette()
    return palette, provider


def type_in(qtbot: QtBot, palette: SearchPalette, provider: Provider, words: str) -> None:
    count = len(provider.asked)
    qtbot.keyClicks(palette.field, words)
    qtbot.waitUntil(lambda: len(provider.asked) > count and provider.asked[-1][0].endswith(words))


def test_the_palette_works_by_keyboard_alone(qtbot: QtBot, palette: tuple[SearchPalette, Provider]) -> None:
    box, provider = palette
    chosen: list[tuple[str, object]] = []
    box.chosen.connect(lambda intent, payload: chosen.append((intent, payload)))
    assert [entry.title for entry in box.entries()] == ["Réglages", "Import"]
    type_in(qtbot, box, provider, "mor")
    provider.asked[-1][1](found("Atelier Morel", "Morin"))
    assert box.current_entry() == found("Atelier Morel")[0]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown):
        qtbot.keyClick(box.field, key)
    assert box.current_entry().title == "Morin"  # type: ignore[union-attr]
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert chosen == [("client", 1)]
    assert not box.isVisible()


def test_the_newest_text_wins(qtbot: QtBot, palette: tuple[SearchPalette, Provider]) -> None:
    box, provider = palette
    type_in(qtbot, box, provider, "a")
    type_in(qtbot, box, provider, "b")
    (_, first), (_, second) = provider.asked[0], provider.asked[-1]
    second(found("ab"))
    first(found("only a"))
    assert [entry.title for entry in box.entries()] == ["ab"]


def test_commands_match_without_accents_and_escape_closes(
    qtbot: QtBot, palette: tuple[SearchPalette, Provider]
) -> None:
    box, provider = palette
    type_in(qtbot, box, provider, "regl")
    assert [entry.title for entry in box.entries()] == ["Réglages"]
    qtbot.keyClick(box.field, Qt.Key.Key_Escape)
    assert not box.isVisible()
    provider.asked[-1][1](found("too late"))
    assert all(entry.group == "Do" for entry in box.entries())


def draw_bars(figure: Any, palette: Any) -> ChartHits:
    axes = figure.add_subplot()
    axes.bar([0.5, 1.5], [3, 1], width=1, color=palette.accent)
    axes.set_xlim(0, 2)
    axes.set_ylim(0, 3)
    hits = HitMap(np.array([0.0, 1.0, 2.0]), np.array([0, 1]), np.array([11, 22]), np.array([3.0, 1.0]), 0, 3)
    return ChartHits(axes, hits, lambda row: f"bar {row}")


def test_a_chart_is_drawn_pointed_at_saved_and_follows_the_theme(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    view = ChartView("Revenue")
    qtbot.addWidget(view)
    view.resize(400, 200)
    view.draw(draw_bars)
    view.show()
    qtbot.waitUntil(lambda: not view.is_waiting, timeout=30_000)
    light = view.grab().toImage()
    clicked: list[int] = []
    view.client_clicked.connect(clicked.append)
    for x in (120, 320):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(x, 120))
    assert clicked == [11, 22]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    assert clicked[2:] == [22]
    assert view.accessibleDescription() == "bar 1"
    for kind in ("png", "svg", "pdf"):
        with qtbot.waitSignal(view.saved, timeout=30_000):
            view.save(tmp_path / f"chart.{kind}")
        assert (tmp_path / f"chart.{kind}").stat().st_size > 500
    with qtbot.waitSignal(view.failed, timeout=30_000) as failed:
        view.save(tmp_path / "missing" / "chart.png")
    assert isinstance(failed.args[0], BookWriteError)
    theme.apply_theme(qapp, "dark")
    qtbot.waitUntil(lambda: not view.is_waiting, timeout=30_000)
    assert view.grab().toImage() != light
    view.copy_image()
    view.clear()
    assert not view.is_waiting


def test_a_chart_that_fails_does_not_wait_for_ever(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    def broken(figure: Any, palette: Any) -> None:
        raise ValueError("no")

    view = ChartView("Revenue")
    qtbot.addWidget(view)
    view.draw(broken)
    view.show()
    qtbot.waitUntil(lambda: not view.is_waiting, timeout=30_000)
    assert "a chart could not be made" in caplog.text


class FirstPage(Page):
    kinds = frozenset({"client"})

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.loads = 0
        self.items: list[object] = []

    def load(self) -> None:
        self.loads += 1

    def show_item(self, item: object) -> None:
        self.items.append(item)

    def current_client(self) -> int | None:
        return 5


@pytest.fixture
def window(qtbot: QtBot, context: UiContext) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    specs = [
        PageSpec("today", "Today", "today", FirstPage),
        PageSpec("clients", "Clients", "clients", FirstPage),
        PageSpec("settings", "Settings", "settings", FirstPage, "bottom"),
    ]
    with qtbot.waitSignal(made.painted):
        made.show()
    made.start(context, specs)
    made.show_page("today")
    return made


def page(window: MainWindow, key: str) -> FirstPage:
    found = window.page(key)
    assert isinstance(found, FirstPage)
    return found


def test_pages_are_made_on_their_first_visit(window: MainWindow) -> None:
    assert window.page("clients") is None
    window.open("client", 12)
    assert window.current_key == "clients"
    assert page(window, "clients").items == [12]
    window.show_page("nowhere")
    assert window.current_key == "clients"


def test_a_hidden_page_is_reloaded_when_shown_again(window: MainWindow) -> None:
    window.show_page("clients")
    first = page(window, "today")
    window.refresh(FakeChanges(kinds=frozenset({"client"})))  # type: ignore[arg-type]
    assert (first.loads, page(window, "clients").loads) == (1, 2)
    window.refresh(FakeChanges(kinds=frozenset({"segment"})))  # type: ignore[arg-type]
    assert page(window, "clients").loads == 2
    window.show_page("today")
    assert first.loads == 2


def test_a_logged_touch_offers_undo(qtbot: QtBot, window: MainWindow, book: FakeBook) -> None:
    window.context.operations.run(window, lambda book: FakeChanges())
    qtbot.waitUntil(window.toast.isVisible)
    assert window.toast.text == "Touch logged"
    undo = window.toast.findChild(QPushButton)
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.toast.text == "Undone: Touch logged")
    assert book.calls == ["undo"]


def test_errors_stand_in_plain_text_until_dismissed(window: MainWindow) -> None:
    window.context.operations.failed.emit(BookWriteError("read_only", path="<b>x</b>.portfolio"))
    assert window.banner.isVisible()
    assert "<b>x</b>" in window.banner.text
    labels = window.banner.findChildren(QLabel)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels if label.text())


def test_that_nothing_was_saved_goes_away_with_the_next_write(qtbot: QtBot, window: MainWindow) -> None:
    window.set_book(Path("/books/mine.portfolio"))
    operations = window.context.operations
    operations.failed.emit(BookWriteError("disk_full", path="/books/mine.portfolio"))
    assert window.banner.isVisible()
    operations.run(window, lambda book: FakeChanges())
    qtbot.waitUntil(lambda: not window.banner.isVisible())
    for error in (
        BookWriteError("unconfirmed", path="/books/mine.portfolio", detail=""),
        BookWriteError("disk_full", path="/books/copy.portfolio"),
    ):
        operations.failed.emit(error)
        operations.run(window, lambda book: FakeChanges())
        idle(qtbot, operations)
        assert window.banner.isVisible(), "that stays true"


def with_buttons(qtbot: QtBot, window: MainWindow) -> tuple[Page, list[QPushButton]]:
    """The page in front with three buttons, the second of which has the focus."""
    front = page(window, "today")
    buttons = [QPushButton(name) for name in "abc"]
    for each in buttons:
        front.body.addWidget(each)
        each.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    buttons[1].setFocus()
    return front, buttons


def test_a_button_disabled_under_the_finger_leaves_the_focus_on_its_page(
    qtbot: QtBot, window: MainWindow
) -> None:
    front, (first, middle, last) = with_buttons(qtbot, window)
    middle.setEnabled(False)
    assert front.hasFocus(), "Enter must not press what happens to be next"
    middle.setEnabled(True)
    assert middle.hasFocus()
    middle.setEnabled(False)
    last.setFocus()
    middle.setEnabled(True)
    assert last.hasFocus(), "the user went elsewhere"
    last.hide()
    assert front.hasFocus()
    qtbot.keyClick(front, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first


def test_after_a_file_dialog_the_focus_is_back_where_it_was(qtbot: QtBot, window: MainWindow) -> None:
    front, (_, middle, _) = with_buttons(qtbot, window)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    middle.setEnabled(False)
    window.sidebar.menu_button.setFocus()
    window.activateWindow()
    qtbot.waitUntil(front.hasFocus)
    middle.setEnabled(True)
    assert middle.hasFocus()


def test_the_first_tab_goes_into_the_page(qtbot: QtBot, window: MainWindow) -> None:
    front, buttons = with_buttons(qtbot, window)
    window.show_page("clients")
    assert page(window, "clients").hasFocus()
    front.focus_first = buttons[2].setFocus  # type: ignore[method-assign]
    buttons[2].hide()
    window.show_page("today")
    focused = QApplication.focusWidget()
    assert focused in (front, buttons[0], buttons[1]), "its first field is not there"


def test_a_toast_does_not_cover_the_foot_of_a_page(window: MainWindow) -> None:
    first = page(window, "today")
    first.body.addStretch(1)
    first.foot = QLabel("which keys do what")
    first.body.addWidget(first.foot)
    window.show_page("clients")
    window.show_toast("Saved")
    low = window.toast.geometry().bottom()
    window.show_page("today")
    QApplication.processEvents()
    window.show_toast("Saved")
    assert window.toast.geometry().bottom() < first.foot.mapTo(window.toast.parentWidget(), QPoint(0, 0)).y()
    window.show_page("clients")
    assert window.toast.geometry().bottom() == low


def test_sizes_in_a_sentence_are_said_as_people_do(qapp: QApplication) -> None:
    error = BookDamagedError("truncated", path="x.portfolio", found=300_000, expected=573_440)
    assert "300\u00a0kB of 573\u00a0kB are there" in messages.error_text(error)
    error = BookDamagedError("truncated", path="x.portfolio", found=573_439, expected=573_440)
    assert "573.439\u00a0kB of 573.440\u00a0kB" in messages.error_text(error)


def test_keys(qtbot: QtBot, window: MainWindow) -> None:
    heard: list[object] = []
    window.log_touch_requested.connect(heard.append)
    window.new_client_requested.connect(lambda: heard.append("new"))
    window.activateWindow()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_L, control)
    qtbot.keyClick(window, Qt.Key.Key_N, control)
    qtbot.keyClick(window, Qt.Key.Key_2, control)
    assert heard == [5, "new"]
    assert window.current_key == "clients"
    qtbot.keyClick(window, Qt.Key.Key_Comma, control)
    assert window.current_key == "settings"
    qtbot.keyClick(window, Qt.Key.Key_F1)
    overlay = window._shortcut_overlay
    assert overlay is not None
    assert overlay.isVisible()
    qtbot.keyClick(overlay, Qt.Key.Key_Escape)
    assert not overlay.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_K, control)
    assert window._palette is not None
    assert [entry.title for entry in window._palette.entries()][:2] == ["New client", "Log a touch"]
    qtbot.keyClicks(window._palette.field, "today")
    qtbot.waitUntil(lambda: len(window._palette.entries()) == 1)  # type: ignore[union-attr]
    qtbot.keyClick(window._palette.field, Qt.Key.Key_Return)
    assert window.current_key == "today"


def test_the_shell_is_rebuilt_for_another_language(
    qtbot: QtBot, qapp: QApplication, window: MainWindow
) -> None:
    window.set_book(Path("somewhere/My clients.portfolio"))
    window.show_saved(datetime(2026, 11, 22, 14, 32))
    window.set_count("today", 12)
    window.open_palette()
    assert window.sidebar._saved.text() == "saved 14:32"
    i18n.set_language(qapp, "fr")
    window.set_pages([PageSpec("today", "Aujourd’hui", "today", FirstPage)])
    assert window.current_key == "today"
    assert window.sidebar._saved.text() == "enregistré 14:32"
    assert page(window, "today").loads == 1
    window.open_palette()
    assert window.windowTitle().startswith("My clients")
    window.grab()


def test_a_narrow_tile_keeps_its_figure_whole(qtbot: QtBot) -> None:
    tile = StatTile("First client")
    qtbot.addWidget(tile)
    tile.set_value("100 %", "≥ 25 %", "danger")
    tile.resize(tile.needed_width() + 40, 70)
    tile.show()
    assert tile.badge.isVisible()
    tile.resize(tile.needed_width() - 40, 70)
    assert not tile.badge.isVisible()


def test_small_pieces_draw_and_name_themselves(
    qtbot: QtBot, tokens: theme.Tokens, qapp: QApplication
) -> None:
    theme.apply_theme(qapp, tokens.name)  # type: ignore[arg-type]
    host = Card("Title", tone="warn")
    qtbot.addWidget(host)
    tile = StatTile("Revenue", explain="Sum of <sales>")
    tile.set_value("€12", "+8%", "good")
    chip = SegmentChip("Top", "#009E73", clickable=True)
    empty = EmptyState("import", "Nothing yet", "Bring in a file.", [("Import…", lambda: None)])
    row = QWidget()
    flow = FlowLayout(row)
    for widget in (Badge("late", "danger"), chip, Badge("")):
        flow.addWidget(widget)
    for widget in (tile, row, empty, ElidedLabel("<b>plain</b>" * 40)):
        host.body.addWidget(widget)
    host.resize(300, 500)
    host.show()
    image: QImage = host.grab().toImage()
    assert image.width() == 300
    assert tile.accessibleName() == "Revenue: €12 +8%"
    assert "&lt;sales&gt;" in tile.toolTip()
    clicks: list[str] = []
    chip.clicked.connect(lambda: clicks.append("chip"))
    tile.clicked.connect(lambda: clicks.append("tile"))
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert clicks == ["chip", "tile", "chip"]
