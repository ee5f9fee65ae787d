"""`main.py screenshots DIR [BOOK]`: every page and main panel as a PNG, named by page. For the docs too."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QTimer
from PySide6.QtWidgets import QApplication

from portfolio_app import files
from portfolio_app.config import Settings, resources_dir
from portfolio_app.ui.pages.analysis.tabs import TAB_KINDS

if TYPE_CHECKING:
    from portfolio_app.services.books import Book

PATIENCE_S = 60
_QUIET_ROUNDS = 3


def run(arguments: Sequence[str]) -> int:
    """Take the pictures; returns the exit status (2 when the book cannot be opened or nothing written)."""
    options = _grammar().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    files.private_folder(options.folder)
    from portfolio_app.ui.desktop import Desktop
    from portfolio_app.ui.garbage import GarbageCollector

    app = QApplication.instance() or QApplication(["portfolio"])
    GarbageCollector(app)
    assert isinstance(app, QApplication)
    settings = Settings(language=options.lang, theme=options.theme)
    desktop = Desktop(app, settings, date.today, remember=False)
    desktop.window.resize(*options.size)
    camera = _Camera(desktop, options.folder)
    desktop.start(options.book, demo=options.book is None)
    camera.settle()
    if desktop.window.current_key in ("", "welcome"):
        print(desktop.window.banner.text or "the book could not be opened")
        desktop.window.close()
        return 2
    if options.only:
        camera.take_some(options.only.split(","))
    else:
        camera.take_all()
    desktop.window.close()
    for path in camera.written:
        print(path)
    return 0 if camera.written else 2


def _grammar() -> argparse.ArgumentParser:
    grammar = argparse.ArgumentParser(prog="main.py screenshots", description=__doc__)
    grammar.add_argument("folder", type=Path, metavar="DIR")
    grammar.add_argument("book", nargs="?", type=Path, metavar="BOOK", help="the sample unless said")
    grammar.add_argument("--lang", choices=("fr", "en"), default="fr")
    grammar.add_argument("--theme", choices=("light", "dark"), default="light")
    grammar.add_argument("--size", type=_size, default=(1280, 720), metavar="1280x720")
    grammar.add_argument("--scale", type=float, default=1.0)
    grammar.add_argument("--only", metavar="NAMES", default="", help="pages and tabs, such as today,segments")
    return grammar


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) >= 400 and int(height) >= 300):
        raise argparse.ArgumentTypeError(f"“{text}” is not a size; write it like 1280x720")
    return int(width), int(height)


def _best(book: Book) -> list[int]:
    from portfolio_app.services import client_views

    return client_views.client_ids(book, book.today(), sort="revenue", descending=True)[:1]


class _Camera:
    """Shows one thing after the other, waits until it is drawn, and takes its picture."""

    def __init__(self, desktop: object, folder: Path) -> None:
        from portfolio_app.ui.desktop import Desktop

        assert isinstance(desktop, Desktop)
        self._desktop = desktop
        self._window = desktop.window
        self._folder = folder
        self.written: list[Path] = []

    def take_some(self, names: Sequence[str]) -> None:
        """The pages and the tabs of the analysis of these names."""
        for name in names:
            if name in TAB_KINDS:
                self._take_tab(name)
            else:
                self._window.show_page(name)
                self._take(name)

    def _take_tab(self, tab: str) -> None:
        self._window.show_page("analysis", {"tab": tab})
        self._take(tab)

    def take_all(self) -> None:
        """Every page, then the panels that open over them."""
        tools = ("import", "export", "quality", "history", "privacy", "backups", "settings", "welcome")
        for key in ("today", "clients", "follow_ups", "calendar", "analysis", *tools):
            self._window.show_page(key)
            self._take(key)
        for tab in TAB_KINDS:
            self._take_tab(tab)
        self._window.show_page("calendar", "week")
        self._take("calendar_week")
        self._take_editor()
        self._window.show_page("clients")
        client = self._best_client()
        if client is not None:
            self._window.show_page("clients", client)
            self._take("client")
        self._window.show_page("import", [resources_dir() / "sample" / "clients.csv"])
        self._take("import_columns")
        self._take_check()
        self._window.show_page("clients")
        for name, show in self._panels(client).items():
            show()
            self._take(name)
            self._dismiss()

    def _take_check(self) -> None:
        """What the import would do."""
        from portfolio_app.ui.pages.import_page import ImportPage

        page = self._desktop.current_page()
        if isinstance(page, ImportPage):
            page.go_next()
            self._take("import_check")

    def _take_editor(self) -> None:
        """The editor of rules: a segment's rule, all thresholds, a group."""
        from portfolio_app.ui.pages.analysis.page import AnalysisPage

        self._window.show_page("analysis", {"tab": "segments"})
        self.settle()
        page = self._desktop.current_page()
        if not isinstance(page, AnalysisPage) or page.segments.answer is None:
            return
        page.segments.edit(page.segments.answer.info.code)
        self.settle()
        editor = page.segments.editor
        if editor is None or editor.draft is None:
            return
        editor.segments.list.setCurrentRow(editor.segments.list.count() // 2 - 1)
        self._take("rule_editor")
        editor.panel.tabs.setCurrentIndex(1)
        self._take("thresholds")
        page.segments.edit_group(None)
        self._take("group_editor")
        editor.cancel()
        self.settle()

    def _panels(self, client: int | None) -> dict[str, Callable[[], object]]:
        return {
            "log_touch": lambda: self._window.log_touch_requested.emit(client),
            "new_client": self._window.new_client_requested.emit,
            "search": self._window.open_palette,
            "shortcuts": self._window.toggle_shortcuts,
        }

    def _best_client(self) -> int | None:
        """The client with most revenue, if there is any."""
        found: list[int] = []
        self._desktop.operations.query(self._desktop, _best, on_result=found.extend)
        self.settle()
        return found[0] if found else None

    def _dismiss(self) -> None:
        from portfolio_app.ui.dialogs.sheet import Sheet
        from portfolio_app.ui.widgets.overlay import Overlay

        for sheet in self._window.findChildren(Sheet):
            sheet.close_sheet()
        for overlay in self._window.findChildren(Overlay):
            overlay.close_overlay()
        self.settle()

    def _take(self, name: str) -> None:
        self.settle()
        path = self._folder / f"{name}.png"
        picture = QBuffer()
        picture.open(QIODevice.OpenModeFlag.WriteOnly)
        if self._window.grab().save(picture, "PNG"):
            with files.whole(path) as out:
                out.write(bytes(picture.data().data()))
            self.written.append(path)

    def settle(self) -> None:
        """Let the event loop run until nothing is being read, computed or drawn any more."""
        end = time.monotonic() + PATIENCE_S
        quiet = 0
        while quiet < _QUIET_ROUNDS and time.monotonic() < end:
            loop = QEventLoop()
            QTimer.singleShot(60, loop.quit)
            loop.exec()
            quiet = 0 if self._is_working() else quiet + 1

    def _is_working(self) -> bool:
        from portfolio_app.ui.widgets.chart_view import ChartView

        if self._desktop.operations.is_busy:
            return True
        return any(chart.isVisible() and chart.is_waiting for chart in self._window.findChildren(ChartView))
