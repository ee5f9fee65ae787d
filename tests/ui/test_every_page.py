"""Every page, in the real window, on an empty, a one-client, the sample and a very long book."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import clients, interactions, sales
from portfolio_app.storage.opening import open_book
from portfolio_app.ui.desktop import Desktop
from portfolio_app.ui.pages.analysis.tabs import TAB_KINDS
from portfolio_app.ui.pages.registry import page_specs
from portfolio_app.ui.widgets.chart_view import ChartView
from tests.conftest import TODAY, fixed_clock

MANY = 20_000


@pytest.fixture(scope="session")
def one_client_file(empty_book_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("books") / "one.portfolio"
    shutil.copy(empty_book_file, path)
    book = open_book(path, fixed_clock)
    (client_id,) = clients.create_client(book, {"name": "Seul"}, {"full_name": "Anne"}).created["client"]
    sales.add_sale(book, client_id, {"amount": "12.50"})
    interactions.log_touch(book, client_id, {"kind": "call", "on": TODAY - timedelta(days=50)})
    book.close()
    return path


@pytest.fixture(scope="session")
def long_book_file(empty_book_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("books") / "long.portfolio"
    shutil.copy(empty_book_file, path)
    book = open_book(path, fixed_clock)
    with book.step("fill", origin=True) as step:
        columns = "id, name, sort_name, city, status, created_at, updated_at"
        stamp = "2024-01-01T00:00:00Z"
        step.connection.exec_driver_sql(
            f"INSERT INTO client({columns}) VALUES (?,?,?,?,?,?,?)",
            [
                (n, f"Client {n:06}", f"client {n:06}", f"Ville {n % 97}", "active", stamp, stamp)
                for n in range(1, MANY + 1)
            ],
        )
        step.connection.exec_driver_sql(
            "INSERT INTO sale(client_id, date, amount) VALUES (?,?,?)",
            [
                (n, (TODAY - timedelta(days=n % 700)).isoformat(), (n * 7919) % 90_000_000_000)
                for n in range(1, MANY + 1, 3)
            ],
        )
    book.close()
    return path


@pytest.fixture
def open_desktop(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[Path], Desktop]]:
    opened: list[Desktop] = []

    def start(source: Path) -> Desktop:
        path = tmp_path / source.name
        shutil.copy(source, path)
        desktop = Desktop(qapp, Settings(language="en", theme="light"), lambda: TODAY, fixed_clock)
        opened.append(desktop)
        desktop.start(path)
        qtbot.waitUntil(lambda: desktop.window.current_key == "today", timeout=20_000)
        return desktop

    yield start
    for desktop in opened:
        desktop.window.close()
        desktop.window.deleteLater()


def settle(qtbot: QtBot, desktop: Desktop) -> None:
    def quiet() -> bool:
        charts = desktop.window.findChildren(ChartView)
        return not desktop.operations.is_busy and not any(c.isVisible() and c.is_waiting for c in charts)

    qtbot.waitUntil(quiet, timeout=60_000)
    qtbot.wait(20)
    qtbot.waitUntil(quiet, timeout=60_000)


class _WindowWatch(QObject):
    """Notes widgets that come up as windows of their own: a child shown before it has its parent."""

    def __init__(self) -> None:
        super().__init__()
        self.flashed: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.flashed.append(type(watched).__name__)
        return False


def visit_all(qtbot: QtBot, desktop: Desktop) -> None:
    places: list[tuple[str, object]] = [(spec.key, None) for spec in page_specs()]
    places.append(("quality", "duplicates"))
    for key, item in [*places, *(("analysis", {"tab": tab}) for tab in TAB_KINDS)]:
        desktop.window.show_page(key, item)
        settle(qtbot, desktop)
        page = desktop.current_page()
        assert page is not None
        assert page.isVisible()
        assert desktop.window.banner.isHidden(), desktop.window.banner.text
        assert not desktop.window.grab().isNull()


@pytest.mark.parametrize("kind", ["empty_book_file", "one_client_file", "sample_book_file", "long_book_file"])
def test_every_page_opens(
    kind: str,
    qtbot: QtBot,
    qapp: QApplication,
    open_desktop: Callable[[Path], Desktop],
    request: pytest.FixtureRequest,
) -> None:
    desktop = open_desktop(request.getfixturevalue(kind))
    watch = _WindowWatch()
    qapp.installEventFilter(watch)
    visit_all(qtbot, desktop)
    qapp.removeEventFilter(watch)
    assert watch.flashed == []
    if kind != "sample_book_file":
        return  # what other words and colours may break, the fullest book shows
    desktop.set_language("fr")
    desktop.set_theme("dark")
    settle(qtbot, desktop)
    visit_all(qtbot, desktop)


def test_the_long_list_is_lazy(
    qtbot: QtBot, open_desktop: Callable[[Path], Desktop], long_book_file: Path
) -> None:
    from portfolio_app.ui.widgets.table_view import LazyTableView

    desktop = open_desktop(long_book_file)
    desktop.window.show_page("clients")
    settle(qtbot, desktop)
    page = desktop.window.page("clients")
    assert page is not None
    view = max(page.findChildren(LazyTableView), key=lambda table: table.lazy_model().rowCount())
    model = view.lazy_model()
    assert model.rowCount() == MANY
    view.scrollToBottom()
    settle(qtbot, desktop)
    assert model.index(MANY - 1, 0).data()
