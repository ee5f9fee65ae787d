"""A stranger's first quarter of an hour, by clicks and keys in the real window: file in, workbook out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings, data_dir
from portfolio_app.services import books, client_views, portfolio, sample
from portfolio_app.storage.opening import open_book
from portfolio_app.ui import book_calls
from portfolio_app.ui.desktop import Desktop
from portfolio_app.ui.pages.analysis.page import AnalysisPage
from portfolio_app.ui.pages.import_page import DONE
from portfolio_app.ui.widgets.chart_view import ChartView
from portfolio_app.ui.widgets.table_view import LazyTableView
from tests.conftest import TODAY, fixed_clock

FILE = """Raison sociale;Contact;Mail;Ville;Date;N° facture;Montant HT
Cidrerie Kérisac;Anne Riou;anne@example.fr;Pleudihen;12/03/2026;F1;4 200,50
Garage Océane;Éric Lainé;eric@example.fr;Brest;15/05/2026;F2;1 000,00
Cidrerie Kérisac;Anne Riou;anne@example.fr;Pleudihen;02/10/2026;F3;800,00
Librairie du Port;Zoé Briand;zoe@example.fr;Concarneau;31/02/2026;F4;10,00
"""


@pytest.fixture
def desktop(qtbot: QtBot, qapp: QApplication) -> Iterator[Desktop]:
    made = Desktop(qapp, Settings(language="en", theme="light"), lambda: TODAY, fixed_clock)
    made.window.resize(1280, 720)
    yield made
    made.window.close()
    made.window.deleteLater()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "mes ventes.csv"
    path.write_bytes(FILE.encode("cp1252"))
    return path


def settle(qtbot: QtBot, desktop: Desktop) -> None:
    def quiet() -> bool:
        charts = desktop.window.findChildren(ChartView)
        return not desktop.operations.is_busy and not any(c.isVisible() and c.is_waiting for c in charts)

    qtbot.waitUntil(quiet, timeout=30_000)
    qtbot.wait(30)
    qtbot.waitUntil(quiet, timeout=30_000)


def begin(qtbot: QtBot, desktop: Desktop) -> None:
    """Start, and wait until the window stands, holds the book and has the keyboard."""
    desktop.start()
    qtbot.waitUntil(lambda: desktop.window.current_key == "welcome", timeout=20_000)
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    settle(qtbot, desktop)


def focused(desktop: Desktop) -> QWidget:
    """Where what is typed goes; the screen of the tests may leave the window inactive."""
    return QApplication.focusWidget() or desktop.window.focusWidget() or desktop.window


def keys(desktop: Desktop, text: str) -> None:
    for letter in text:
        QTest.keyClicks(focused(desktop), letter)


def press(
    desktop: Desktop, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(focused(desktop), key, modifier)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_page_chosen_while_the_book_is_opened_stays_and_is_filled(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its path is remembered so that it is found from another folder too."""
    sample.new_sample_book(tmp_path / "first.portfolio", fixed_clock).close()
    monkeypatch.chdir(tmp_path)
    desktop.start(Path("first.portfolio"))
    desktop.window.show_page("clients")
    page = desktop.window.page("clients")
    qtbot.waitUntil(lambda: desktop.book_path is not None, timeout=20_000)
    settle(qtbot, desktop)
    assert desktop.window.current_key == "clients"
    assert desktop.window.page("clients") is page
    assert page.table.model().rowCount() > 20  # type: ignore[union-attr]
    assert desktop.settings.recent == [str(tmp_path / "first.portfolio")]
    desktop.open_book(data_dir() / "missing.portfolio")
    settle(qtbot, desktop)
    assert desktop.window.current_key == "clients"


def test_the_whole_road(
    qtbot: QtBot, desktop: Desktop, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desktop.window
    begin(qtbot, desktop)
    book_path = data_dir() / "My clients.portfolio"
    assert book_path.exists()

    # The first door: import my file.
    press(desktop, Qt.Key.Key_1)
    assert window.current_key == "import"
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.filesSelected.emit([str(source)]))
    page = window.page("import")
    press(desktop, Qt.Key.Key_Return)
    settle(qtbot, desktop)
    for _ in range(2):  # columns → check → import
        press(desktop, Qt.Key.Key_Return)
        settle(qtbot, desktop)
    assert page.step == DONE  # type: ignore[union-attr]

    # Today says whom to call.
    press(desktop, Qt.Key.Key_1, CTRL)
    settle(qtbot, desktop)
    assert window.current_key == "today"
    assert window.grab().width() > 0

    # F10 opens the File menu.
    press(desktop, Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QApplication.activePopupWidget().close()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    # Search finds the client whatever the accents, and opens it.
    press(desktop, Qt.Key.Key_K, CTRL)
    keys(desktop, "kerisac")
    qtbot.waitUntil(
        lambda: bool(window._palette and any(e.intent == "client" for e in window._palette.entries())),
        timeout=5_000,
    )
    settle(qtbot, desktop)
    press(desktop, Qt.Key.Key_Return)
    settle(qtbot, desktop)
    assert window.current_key == "clients"
    client_id = window.page("clients").current_client()  # type: ignore[union-attr]
    assert client_id is not None

    # A call is logged by keyboard alone, and taken back, and done again.
    press(desktop, Qt.Key.Key_L, CTRL)
    settle(qtbot, desktop)
    keys(desktop, "Rappeler mardi")
    press(desktop, Qt.Key.Key_Return, CTRL)
    settle(qtbot, desktop)
    press(desktop, Qt.Key.Key_Z, CTRL)
    settle(qtbot, desktop)
    press(desktop, Qt.Key.Key_Y, CTRL)
    settle(qtbot, desktop)

    # On whom do I depend? A click on the first bar opens that client.
    press(desktop, Qt.Key.Key_5, CTRL)
    settle(qtbot, desktop)
    assert window.current_key == "analysis"
    chart = max(
        (c for c in window.findChildren(ChartView) if c.isVisible()), key=lambda c: c.width() * c.height()
    )
    clicked: list[int] = []
    chart.client_clicked.connect(clicked.append)
    chart.setFocus()
    press(desktop, Qt.Key.Key_Right)
    press(desktop, Qt.Key.Key_Return)
    settle(qtbot, desktop)
    assert clicked == [client_id]
    assert window.current_key == "clients"

    # Two clicks write the workbook.
    out = tmp_path / "out.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(out), ""))
    item = next(i for i in window.sidebar.findChildren(QWidget) if i.accessibleName() == "Export")
    qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
    settle(qtbot, desktop)
    qtbot.mouseClick(window.page("export").cards["workbook"].button, Qt.MouseButton.LeftButton)  # type: ignore[union-attr]
    settle(qtbot, desktop)
    assert openpyxl.load_workbook(out)["Sales"].max_row == 4

    # What stands in the file is what was done in the window.
    window.close()
    book = open_book(book_path, fixed_clock)
    try:
        assert books.info(book).counts["sale"] == 3
        (first, *_) = client_views.timeline(book, client_id)
        assert (first.type, first.kind, first.body) == ("interaction", "call", "Rappeler mardi")
        total = portfolio.concentration(book, TODAY, None).result.figures.total
        assert total == 6_000_500_000
        labels = [(step.label, step.undone) for step in book.history()]
        assert labels == [("log_touch", False), ("import_files", False)]
    finally:
        book.close()


def test_the_other_doors(qtbot: QtBot, desktop: Desktop) -> None:
    window = desktop.window
    begin(qtbot, desktop)
    press(desktop, Qt.Key.Key_2)
    settle(qtbot, desktop)
    keys(desktop, "Menuiserie Le Goff")
    press(desktop, Qt.Key.Key_Return, CTRL)
    settle(qtbot, desktop)
    assert window.current_key == "clients"
    window.show_page("welcome")
    settle(qtbot, desktop)
    press(desktop, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: window.current_key == "today", timeout=20_000)
    settle(qtbot, desktop)
    window.show_page("clients")
    settle(qtbot, desktop)
    tables = window.page("clients").findChildren(LazyTableView)  # type: ignore[union-attr]
    assert max(table.lazy_model().rowCount() for table in tables) == 143


def test_a_bad_book_is_a_sentence_and_the_welcome_page(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    path = tmp_path / "notes.portfolio"
    path.write_text("not a book")
    desktop.start(path)
    qtbot.waitUntil(lambda: desktop.window.current_key == "welcome", timeout=20_000)
    assert "not a client book" in desktop.window.banner.text
    assert path.read_text() == "not a book"


def test_the_sidebar_counts_anew_when_another_segmentation_is_put_in_force(
    qtbot: QtBot, desktop: Desktop
) -> None:
    desktop.start(demo=True)
    qtbot.waitUntil(lambda: desktop.window.current_key == "today", timeout=60_000)
    settle(qtbot, desktop)
    before = desktop.window._counts["follow_ups"]
    desktop.window.open("analysis", {"tab": "segments", "segmentation": "pareto"})
    settle(qtbot, desktop)
    page = desktop.window.page("analysis")
    assert isinstance(page, AnalysisPage)
    qtbot.mouseClick(page.segments.force_button, Qt.MouseButton.LeftButton)
    settle(qtbot, desktop)
    after = desktop.window._counts["follow_ups"]
    seen: list[dict[str, int]] = []
    desktop.operations.query(desktop, book_calls.due, TODAY, on_result=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert after == seen[0]["overdue"] + seen[0]["today"] != before
    desktop.operations.undo()
    settle(qtbot, desktop)
    assert desktop.window._counts["follow_ups"] == before
