"""The program as a desktop application: the window, the open book, and what they ask of each other.

The window is painted empty first; the services, and with them the database, are only imported on the book's
thread. Whatever fails becomes a sentence in the window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog

from portfolio_app.config import APP_NAME, BOOK_SUFFIX, Settings, data_dir, resources_dir
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.main_window import MainWindow
from portfolio_app.ui.operations import LongOperation, Operations
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.pages.registry import page_specs, welcome_spec

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError
    from portfolio_app.services.books import Book, BookInfo
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.search import SearchResult
    from portfolio_app.ui.widgets.search_palette import Deliver

PALETTE_RESULTS = 30
_BADGE_KINDS = ("client", "interaction", "sale", "follow_up", "segment")


class Desktop(QObject):
    """Owns the window and the road to the book; call `start` once the application runs."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        today: Callable[[], date],
        clock: Callable[[], datetime] | None = None,
        *,
        window: MainWindow | None = None,
        remember: bool = True,
    ) -> None:
        """`window` may stand as a skeleton already.

        `remember` False leaves the person's preferences on disk as they are (a demo, screenshots).
        """
        super().__init__()
        self.app = app
        self.settings = settings
        self._clock = clock
        self._currency = "EUR"
        self._book_path: Path | None = None
        self._remembers = remember
        self._export: LongOperation | None = None
        self._after_opening: Callable[[], None] | None = None
        app.setApplicationName(APP_NAME)
        app.setWindowIcon(QIcon(str(resources_dir() / "icons" / "app.svg")))
        self._language = i18n.set_language(app, settings.language)  # type: ignore[arg-type]
        theme.apply_theme(app, settings.theme)  # type: ignore[arg-type]
        self.operations = Operations(undo=_undo, redo=_redo)
        self.context = UiContext(
            operations=self.operations,
            currency=lambda: self._currency,
            today=today,
            settings=lambda: self.settings,
        )
        self.window = window or MainWindow()
        self._connect()
        self._restore_geometry()

    def start(self, book: Path | None = None, *, demo: bool = False) -> None:
        """Show the window, then open `book`, the sample, the last book or, the first time, a new one."""
        self.window.start(self.context, page_specs())
        self.window.show()
        QTimer.singleShot(0, partial(self._open_first, book, demo))

    def open_book(self, path: Path, then: Callable[[], None] | None = None) -> None:
        """Open another book; the one that is open stays when that fails."""
        self._after_opening = then
        self._swap(partial(_open, path, self._clock))

    def set_language(self, choice: str) -> None:
        """Change the language of everything on screen at once."""
        self.settings.language = choice
        self._save_settings()
        self._language = i18n.set_language(self.app, choice)  # type: ignore[arg-type]
        self._show_pages()

    def set_theme(self, choice: str) -> None:
        """Change between light, dark and the system's choice."""
        self.settings.theme = choice
        self._save_settings()
        theme.apply_theme(self.app, choice)  # type: ignore[arg-type]

    # Wiring

    def _connect(self) -> None:
        window = self.window
        window.set_search_provider(self._search)
        window.new_client_requested.connect(self._new_client)
        window.log_touch_requested.connect(self._log_touch)
        window.open_requested.connect(self._open_intent)
        window.export_requested.connect(self.export)
        window.new_book_requested.connect(self._choose_new_book)
        window.open_book_requested.connect(self._choose_or_open)
        window.save_copy_requested.connect(self._save_copy)
        window.page_shown.connect(self._page_shown)
        window.closing.connect(self.shut_down)
        self.operations.changed.connect(self._changed)

    def _open_intent(self, kind: str, item: object) -> None:
        """What pages ask for that the shell leaves to us."""
        intents: dict[str, Callable[[], None]] = {
            "sample": self._open_sample,
            "new_book": self._choose_new_book,
            "open_book": lambda: self._choose_or_open(item),
            "save_copy": self._save_copy,
        }
        if kind in intents:
            intents[kind]()
        elif self._book_path is None and kind in ("import", "new_client"):
            self._make_default(lambda: self.window.open(kind))

    def _page_shown(self, key: str) -> None:
        page: Any = self.window.page(key)
        if key == "settings" and not page.property("wired"):
            page.language_chosen.connect(self.set_language)
            page.theme_chosen.connect(self.set_theme)
            page.setProperty("wired", True)

    # Books

    def _open_first(self, book: Path | None, demo: bool) -> None:
        last = next((Path(name) for name in self.settings.recent if Path(name).exists()), None)
        if demo:
            self._remembers = False
            self._swap(partial(_open_demo, self._clock))
        elif book is not None or last is not None:
            self.open_book(book or last)  # type: ignore[arg-type]
        else:
            self._make_default(lambda: self.window.show_page("welcome"))

    def _make_default(self, then: Callable[[], None]) -> None:
        """The book somebody gets who did not choose one; a free name where that one cannot be opened."""
        name = "Mes clients" if self._language == "fr" else "My clients"
        self._after_opening = then
        self._swap(partial(_open_or_make, data_dir(), name, self._clock))

    def _swap(self, opener: Callable[[], Book]) -> None:
        self.operations.open_book(self, opener, _close, on_done=self._opened, on_error=self._not_opened)

    def _opened(self, book: Book) -> None:
        self._book_path = book.path
        if self._remembers:
            self.settings.remember(book.path)
        self._save_settings()
        self.window.set_book(book.path)
        self.window.banner.hide()
        self.operations.query(self, _info, on_result=self._show_book)

    def _show_book(self, info: BookInfo) -> None:
        self._currency = info.currency
        self._show_pages("today")
        then, self._after_opening = self._after_opening, None
        if then is not None:
            then()
        self._count_due()

    def _not_opened(self, error: PortfolioError) -> None:
        self._after_opening = None
        if self._book_path is None:
            self.window.set_pages([welcome_spec()])
            self.window.show_page("welcome")
        self.window.show_error(error)

    def _show_pages(self, first: str = "") -> None:
        """Build the pages anew, for another book or another language."""
        self.window.set_pages(page_specs() if self._book_path is not None else [welcome_spec()])
        if self._book_path is not None and (first or not self.window.current_key):
            self.window.show_page(first or "today")
        self._count_due()

    def _choose_new_book(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self.window, self.tr("New book"), str(_writable(data_dir())), self._filter()
        )
        if name:
            path = Path(name) if Path(name).suffix else Path(name).with_suffix(BOOK_SUFFIX)
            self._after_opening = lambda: self.window.show_page("welcome")
            self._swap(partial(_make, path, self._clock))

    def _choose_or_open(self, path: object) -> None:
        if path is None:
            name, _ = QFileDialog.getOpenFileName(
                self.window, self.tr("Open a book"), str(_writable(data_dir())), self._filter()
            )
            path = Path(name) if name else None
        if path is not None:
            self.open_book(Path(str(path)))

    def _open_sample(self) -> None:
        """Today's sample book, made when it is not there yet."""
        name = self.tr("Sample {day}").format(day=self.context.today().isoformat())
        self._swap(partial(_open_sample, data_dir() / f"{name}{BOOK_SUFFIX}", self._clock))

    def _save_copy(self) -> None:
        if self._book_path is None:
            return
        proposed = self._book_path.with_name(f"{self._book_path.stem} {self.context.today().isoformat()}")
        name, _ = QFileDialog.getSaveFileName(
            self.window, self.tr("Save a copy"), str(proposed.with_suffix(BOOK_SUFFIX)), self._filter()
        )
        if name:
            self.operations.query(self, _save_copy, Path(name), on_result=self._copied)

    def _copied(self, path: Path) -> None:
        self.window.show_toast(self.tr("Copy saved: {name}").format(name=path.name))

    def _filter(self) -> str:
        return self.tr("Client books (*{suffix})").format(suffix=BOOK_SUFFIX)

    # What the whole window offers

    def _new_client(self) -> None:
        from portfolio_app.ui.dialogs.new_client import open_new_client

        if self._book_path is None:
            self._make_default(self._new_client)
        else:
            open_new_client(self.window, self.context, partial(self.window.show_page, "clients"))

    def _log_touch(self, client: object) -> None:
        from portfolio_app.ui.dialogs.log_touch import open_log_touch

        if self._book_path is not None:
            open_log_touch(self.window, self.context, client if isinstance(client, int) else None)

    def export(self) -> None:
        """Write the Excel workbook where the user says; the window stays usable, and it can be stopped."""
        if self._book_path is None or (self._export is not None and self._export.is_running):
            return
        day = self.context.today().isoformat()
        stem = self._book_path.stem
        proposed = data_dir() / (f"{stem}.xlsx" if stem.endswith(day) else f"{stem} {day}.xlsx")
        name, _ = QFileDialog.getSaveFileName(
            self.window,
            self.tr("Export to Excel"),
            str(_writable(proposed.parent) / proposed.name),
            self.tr("Excel workbook (*.xlsx)"),
        )
        if name:
            self._export = self.operations.long(
                self,
                _export,
                Path(name),
                self.context.today(),
                self._language,
                on_progress=self._exporting,
                on_done=self._exported,
                on_error=self._not_exported,
            )
            self._exporting(0, 0)

    def _exporting(self, done: int, total: int) -> None:
        text = self.tr("Writing the workbook…")
        if total:
            text = self.tr("Writing the workbook… {share}").format(share=i18n.percent(done / total))
        if self._export is not None:
            self.window.show_toast(text, self.tr("Stop"), self._export.cancel)

    def _exported(self, path: Path) -> None:
        self.window.show_toast(
            self.tr("Exported: {name}").format(name=path.name),
            self.tr("Open"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
        )

    def _not_exported(self, error: PortfolioError) -> None:
        if error.code == "cancelled":
            self.window.show_toast(self.tr("Stopped. No file was written."))
        else:
            self.window.show_error(error)

    def _search(self, text: str, deliver: Deliver) -> None:
        if self._book_path is None:
            deliver(())
            return
        self.operations.query(
            self,
            _find,
            text,
            on_result=lambda results: deliver(self._entries(results)),
            latest="palette",
            urgent=True,
        )

    def _entries(self, results: Sequence[SearchResult]) -> list[Any]:
        from portfolio_app.ui.widgets.search_palette import PaletteEntry

        groups = {
            "client": (self.tr("Clients"), "organisation"),
            "contact": (self.tr("Contacts"), "person"),
            "interaction": (self.tr("Notes"), "message"),
        }
        return [
            PaletteEntry(groups[r.kind][0], r.title, "client", r.client_id, r.detail, groups[r.kind][1])
            for kind in groups
            for r in results
            if r.kind == kind
        ]

    def _changed(self, changes: Changes) -> None:
        if changes.touches("setting"):
            self.operations.query(self, _info, on_result=self._settings_changed)
        if changes.touches(*_BADGE_KINDS):
            self._count_due()

    def _settings_changed(self, info: BookInfo) -> None:
        if info.currency != self._currency:
            self._currency = info.currency
            self.window.refresh()

    def _count_due(self) -> None:
        if self._book_path is not None:
            self.operations.query(self, _due, self.context.today(), on_result=self._show_due, latest="due")

    def _show_due(self, counts: dict[str, int]) -> None:
        due = counts["overdue"] + counts["today"]
        self.window.set_count("follow_ups", due)

    # Leaving

    def shut_down(self) -> None:
        """Remember the window and close the book."""
        self.settings.geometry = bytes(self.window.saveGeometry().toBase64().data()).decode("ascii")
        self._save_settings()
        self.operations.shutdown()

    def _save_settings(self) -> None:
        if self._remembers:
            self.settings.save()

    def _restore_geometry(self) -> None:
        if self.settings.geometry:
            self.window.restoreGeometry(QByteArray.fromBase64(self.settings.geometry.encode("ascii")))

    def current_page(self) -> Page | None:
        """The page in front."""
        return self.window.page(self.window.current_key)


# What runs on the book's thread. The services are imported there, not while the window is painted.


def _clocked(clock: Callable[[], datetime] | None) -> dict[str, Any]:
    return {} if clock is None else {"clock": clock}


def _open(path: Path, clock: Callable[[], datetime] | None) -> Book:
    from portfolio_app.services import books

    return books.open_book(path, **_clocked(clock))


def _make(path: Path, clock: Callable[[], datetime] | None) -> Book:
    from portfolio_app.services import books

    return books.new_book(path, **_clocked(clock))


def _open_or_make(folder: Path, name: str, clock: Callable[[], datetime] | None) -> Book:
    from portfolio_app.errors import BookError

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}{BOOK_SUFFIX}"
    if not path.exists():
        return _make(path, clock)
    try:
        return _open(path, clock)
    except BookError:
        number = next(n for n in range(2, 1000) if not (folder / f"{name} {n}{BOOK_SUFFIX}").exists())
        return _make(folder / f"{name} {number}{BOOK_SUFFIX}", clock)


def _open_sample(path: Path, clock: Callable[[], datetime] | None) -> Book:
    from portfolio_app.services import sample

    path.parent.mkdir(parents=True, exist_ok=True)
    return _open(path, clock) if path.exists() else sample.new_sample_book(path, **_clocked(clock))


def _open_demo(clock: Callable[[], datetime] | None) -> Book:
    import atexit
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="portfolio-demo-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return _open_sample(folder / f"Demo{BOOK_SUFFIX}", clock)


def _close(book: Book) -> None:
    book.close()


def _undo(book: Book) -> Changes:
    from portfolio_app.services import history

    return history.undo(book)


def _redo(book: Book) -> Changes:
    from portfolio_app.services import history

    return history.redo(book)


def _info(book: Book) -> BookInfo:
    from portfolio_app.services import books

    return books.info(book)


def _due(book: Book, as_of: date) -> dict[str, int]:
    from portfolio_app.services import agenda

    return agenda.queue_counts(book, as_of)


def _find(book: Book, text: str) -> list[SearchResult]:
    from portfolio_app.services import search

    return search.search(book, text, PALETTE_RESULTS)


def _save_copy(book: Book, path: Path) -> Path:
    from portfolio_app.services import books

    return books.save_copy(book, path)


def _export(book: Book, path: Path, as_of: date, language: str, **hooks: Any) -> Path:
    from portfolio_app.services import export

    return export.export_workbook(book, path, as_of, language, **hooks)


def _writable(folder: Path) -> Path:
    """`folder` if it is there, else the person's own: where a file dialog may begin."""
    return folder if folder.is_dir() else Path.home()
