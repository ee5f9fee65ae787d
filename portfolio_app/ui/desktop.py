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

from PySide6.QtCore import QByteArray, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QFileDialog

from portfolio_app.config import APP_NAME, BOOK_SUFFIX, Settings, browse_dir, data_dir, resources_dir
from portfolio_app.ui import book_calls, i18n, messages, theme
from portfolio_app.ui.backup_keeper import BackupKeeper
from portfolio_app.ui.book_calls import Attempt
from portfolio_app.ui.book_door import BookDoor
from portfolio_app.ui.book_news import BookNews
from portfolio_app.ui.live_calendar import LiveCalendar
from portfolio_app.ui.main_window import MainWindow
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages.base import DUE_FROM, Page, UiContext
from portfolio_app.ui.pages.registry import bookless_specs, page_specs
from portfolio_app.ui.reminder_desk import ReminderDesk
from portfolio_app.ui.workbook_export import WorkbookExport

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError
    from portfolio_app.services.books import Book, BookInfo
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.search import SearchResult
    from portfolio_app.ui.widgets.search_palette import Deliver

NOTICE_MS = 300
"""A closing that takes longer says what it is doing."""


class Desktop(QObject):
    """Owns the window and the road to the book; call `start` once the application runs."""

    leaving = Signal()
    """The window is being closed: it takes no more callers."""

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
        self._after_opening: Callable[[], None] | None = None
        self._older: list[Path] = []
        """Books to try when the last one is gone."""
        self._is_leaving = False
        self._is_first = True
        """Whether no book was shown yet: the pages that stand are those of the one that is on its way."""
        self._is_refused = False
        """Whether no book could be opened; before that one is on its way."""
        app.setApplicationName(APP_NAME)
        app.setWindowIcon(QIcon(str(resources_dir() / "icons" / "app.svg")))
        i18n.set_language(app, settings.language)  # type: ignore[arg-type]
        theme.apply_theme(app, settings.theme)  # type: ignore[arg-type]
        self.operations = Operations(undo=book_calls.undo, redo=book_calls.redo)
        self.context = UiContext(
            operations=self.operations,
            currency=lambda: self._currency,
            today=today,
            settings=lambda: self.settings,
            has_book=lambda: self._book_path is not None or not self._is_refused,
            remembers=lambda: self._remembers,
        )
        self.window = window or MainWindow()
        self.door = BookDoor(self.window, self.operations, today, clock)
        self.keeper = BackupKeeper(self.operations, self)
        self.news = BookNews(self)
        self.reminders = ReminderDesk(self, clock)
        self.exporting = WorkbookExport(self)
        self.live = LiveCalendar(self.operations, lambda: self.settings, today, self.save_settings, self)
        self._connect()
        self._restore_geometry()

    def start(self, book: Path | None = None, *, demo: bool = False) -> None:
        """Show the window, then open `book`, the sample, the last book or, the first time, a new one."""
        self.window.start(self.context, page_specs())
        self.window.show()
        QTimer.singleShot(0, partial(self._open_first, book, demo))

    def open_book(self, path: Path, then: Callable[[], None] | None = None) -> None:
        """Open another book, asking what must be asked; the one that is open stays when that fails."""
        if self.is_open(path) and not self.news.is_swapped:
            self.door.leave()
            if then is not None:
                then()
            return
        self._after_opening = then
        path = path.absolute()  # remembered, it must be found from another folder too
        # Replaced underneath: what is open is not what lies there, and must make room for it.
        gives_way = self.is_open(path)
        if gives_way:
            self._book_path = None
            self.keeper.stop()
        self.live.flush()
        self.door.open(Attempt(path), close_first=gives_way)

    def open_attempt(self, attempt: Attempt) -> None:
        """Open a book whose passphrase is known."""
        self._after_opening = None
        self.live.flush()
        self.door.open(attempt)

    def come_forward(self, book: Path | None) -> None:
        """The program was started once more, perhaps with a book: this window is the one to show."""
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if book is None:
            return
        if self.is_open(book):
            self.open_book(book)
        else:
            self.open_book(book, lambda: self._say_opened(book))

    def _say_opened(self, book: Path) -> None:
        self.window.show_toast(self.tr("Opened: {name}").format(name=book.stem))

    def set_language(self, choice: str) -> None:
        """Change the language of everything on screen at once."""
        self.settings.language = choice
        self.save_settings()
        i18n.set_language(self.app, choice)  # type: ignore[arg-type]
        self._show_pages()

    def set_theme(self, choice: str) -> None:
        """Change between light, dark and the system's choice."""
        self.settings.theme = choice
        self.save_settings()
        theme.apply_theme(self.app, choice)  # type: ignore[arg-type]

    # Wiring

    def _connect(self) -> None:
        window = self.window
        window.set_search_provider(self._search)
        window.new_client_requested.connect(self._new_client)
        window.log_touch_requested.connect(self._log_touch)
        window.open_requested.connect(self._open_intent)
        window.export_requested.connect(self.exporting.ask)
        window.new_book_requested.connect(self._choose_new_book)
        window.open_book_requested.connect(self._choose_or_open)
        window.save_copy_requested.connect(self.save_copy)
        window.page_shown.connect(self._page_shown)
        window.closing.connect(self.shut_down)
        window.set_remedies(self.news.remedies)
        self.door.opened.connect(self._opened)
        self.door.refused.connect(self._not_opened)
        self.door.other_wanted.connect(lambda: self._choose_or_open(None))
        self.door.restored.connect(self.news.was_restored)
        self.keeper.failed.connect(window.show_error)
        self.live.failed.connect(window.show_error)
        self.live.said.connect(window.show_toast)
        self.keeper.made.connect(self._backed_up)
        self.reminders.notifier.new_day.connect(self._begin_day)
        self.operations.changed.connect(self._changed)
        self.operations.not_closed.connect(self.news.was_not_closed)

    def _open_intent(self, kind: str, item: object) -> None:
        """What pages ask for that the shell leaves to us."""
        intents: dict[str, Callable[[], None]] = {
            "sample": self._open_sample,
            "new_book": self._choose_new_book,
            "open_book": lambda: self._choose_or_open(item),
            "save_copy": self.save_copy,
            "say": lambda: self.window.show_toast(str(item)),
            "try_reminder": self.reminders.try_out,
            "merge": lambda: self._merge(item),
            "live_calendar": lambda: self.live.choose(item if isinstance(item, Path) else None),
        }
        if kind in intents:
            intents[kind]()
        elif self._book_path is None and kind in ("import", "new_client"):
            self._open_default(lambda: self.window.open(kind, item))

    def _page_shown(self, key: str) -> None:
        page: Any = self.window.page(key)
        if key == "settings" and not page.property("wired"):
            page.language_chosen.connect(self.set_language)
            page.theme_chosen.connect(self.set_theme)
            page.setProperty("wired", True)

    # Books

    def _open_first(self, book: Path | None, demo: bool) -> None:
        if demo:
            self._remembers = False
            self._swap(partial(book_calls.open_demo, self._clock), book_calls.drop_book)
        elif book is not None:
            self.open_book(book)
        elif self.settings.recent:
            first, *self._older = [Path(name) for name in self.settings.recent]
            self.open_book(first)
        else:
            self._open_default(lambda: self.window.show_page("welcome"))

    def _open_default(self, then: Callable[[], None]) -> None:
        """The book somebody gets who did not choose one."""
        name = "Mes clients" if i18n.language() == "fr" else "My clients"
        path = data_dir() / f"{name}{BOOK_SUFFIX}"
        if path.exists():
            self.open_book(path, then)
        else:
            self._after_opening = then
            self._swap(partial(book_calls.make_default, path.parent, name, self._clock))

    def _swap(
        self, opener: Callable[[], Book], closer: Callable[[Book], None] = book_calls.close_book
    ) -> None:
        self.door.leave()
        self.live.flush()
        self.operations.open_book(self, opener, closer, on_done=self._opened, on_error=self._not_opened)

    def _opened(self, book: Book) -> None:
        self._book_path, self._older = book.path, []
        self.news.is_swapped = False
        self.reminders.stop()
        if self._remembers:
            self.settings.remember(book.path)
            self.keeper.start()
        self.save_settings()
        self.window.set_book(book.path)
        self.window.banner.hide()
        self.operations.query(self, book_calls.info, on_result=self._show_book)

    def _show_book(self, info: BookInfo) -> None:
        self._currency = info.currency
        if self._is_first and self.window.current_key and not self._is_refused:
            self.window.refresh()  # somebody went to a page while the book was opened: it stays
            self.reminders.attach()
            self._count_due()
        else:
            self._show_pages("today")
        self._is_first = False
        self.reminders.start(is_kept=self._remembers)
        self.live.start()
        then, self._after_opening = self._after_opening, None
        if then is not None:
            then()
        if info.is_older:
            self.news.was_older()
        self.news.show(about_folder=self._remembers)

    def _not_opened(self, error: PortfolioError) -> None:
        if error.code == "missing" and self._older:
            # The last book is gone: the one before it opens, and the sentence stays.
            self.news.tell_once(messages.error_text(error))
            self.open_book(self._older.pop(0), self._after_opening)
            return
        self._after_opening = None
        self.news.forget()
        if self._book_path is None:
            self._is_refused = True
            self.window.set_pages(bookless_specs())
            self.window.show_page("welcome")
        self.window.show_error(error)

    def _show_pages(self, first: str = "") -> None:
        """Build the pages anew, for another book or another language."""
        self.window.set_pages(page_specs() if self._book_path is not None else bookless_specs())
        if self._book_path is not None and (first or not self.window.current_key):
            self.window.show_page(first or "today")
        self.reminders.attach()
        self._count_due()

    def _choose_new_book(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self.window, self.tr("New book"), str(browse_dir()), self._filter()
        )
        if name:
            path = Path(name) if Path(name).suffix else Path(name).with_suffix(BOOK_SUFFIX)
            self._after_opening = lambda: self.window.show_page("welcome")
            self._swap(partial(book_calls.make_book, path, self._clock))

    def _choose_or_open(self, path: object) -> None:
        if path is None:
            name, _ = QFileDialog.getOpenFileName(
                self.window, self.tr("Open a book"), str(browse_dir()), self._filter()
            )
            path = Path(name) if name else None
        if path is not None:
            self.open_book(Path(str(path)))

    def _open_sample(self) -> None:
        """Today's sample book, made when it is not there yet."""
        name = self.tr("Sample {day}").format(day=self.context.today().isoformat())
        self._swap(partial(book_calls.open_sample, data_dir() / f"{name}{BOOK_SUFFIX}", self._clock))

    def save_copy(self) -> None:
        """Write a copy of the whole book where the user says."""
        if self._book_path is None:
            return
        day = self.context.today().isoformat()
        proposed = self._book_path.with_name(f"{self._book_path.stem} {day}{BOOK_SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(
            self.window, self.tr("Save a copy"), str(proposed), self._filter()
        )
        if name:
            self.operations.query(self, book_calls.save_copy, Path(name), on_result=self._copied)

    def _copied(self, path: Path) -> None:
        self.window.show_toast(self.tr("Copy saved: {name}").format(name=path.name))

    def _filter(self) -> str:
        return self.tr("Client books (*{suffix})").format(suffix=BOOK_SUFFIX)

    # What the whole window offers

    def _new_client(self) -> None:
        from portfolio_app.ui.dialogs.new_client import open_new_client

        if self._book_path is None:
            self._open_default(self._new_client)
        else:
            open_new_client(self.window, self.context, partial(self.window.show_page, "clients"))

    def _log_touch(self, client: object) -> None:
        from portfolio_app.ui.dialogs.log_touch import open_log_touch

        if self._book_path is not None:
            open_log_touch(self.window, self.context, client if isinstance(client, int) else None)

    def _merge(self, pair: object) -> None:
        from portfolio_app.ui.pages.duplicates_sheet import open_merge

        if self._book_path is not None and isinstance(pair, Sequence) and len(pair) == 2:
            open_merge(self.window, self.context, *pair)

    def _search(self, text: str, deliver: Deliver) -> None:
        if self._book_path is None:
            deliver(())
            return
        self.operations.query(
            self,
            book_calls.find,
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
            "deal": (self.tr("Deals"), "sale"),
            "survey_answer": (self.tr("Survey answers"), "feedback"),
            "key_date": (self.tr("Key dates"), "calendar"),
        }
        return [
            PaletteEntry(groups[r.kind][0], r.title, "client", r.client_id, r.detail, groups[r.kind][1])
            for kind in groups
            for r in results
            if r.kind == kind
        ]

    def _changed(self, changes: Changes) -> None:
        if changes.touches("setting"):
            self.operations.query(self, book_calls.info, on_result=self._settings_changed)
        if changes.touches(*DUE_FROM):
            self._count_due()

    def _settings_changed(self, info: BookInfo) -> None:
        if info.currency != self._currency:
            self._currency = info.currency
            self.window.refresh()

    def _begin_day(self) -> None:
        """It is another day than the pages show."""
        self.window.refresh()
        self.live.renew()
        self._count_due()

    def _backed_up(self) -> None:
        page = self.window.page("backups")
        if page is not None:
            page.refresh()

    def _count_due(self) -> None:
        if self._book_path is not None:
            self.operations.query(
                self, book_calls.due, self.context.today(), on_result=self._show_due, latest="due"
            )

    def _show_due(self, counts: dict[str, int]) -> None:
        due = counts["overdue"] + counts["today"]
        self.window.set_count("follow_ups", due)

    # Leaving

    def shut_down(self) -> None:
        """Remember the window and close the book; the window stands until its backup is made."""
        if self._is_leaving:
            return
        self._is_leaving = True
        self.leaving.emit()
        self.live.flush()
        self.door.leave()
        self.keeper.stop()
        self.reminders.stop()
        self.settings.geometry = bytes(self.window.saveGeometry().toBase64().data()).decode("ascii")
        self.save_settings()
        loop, notice = QEventLoop(), QTimer()
        notice.setSingleShot(True)
        notice.timeout.connect(lambda: self.window.toast.say(self.tr("Saving a backup…"), stays=True))
        notice.start(NOTICE_MS)
        self.operations.shut.connect(loop.quit)
        if self.operations.begin_shutdown():
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.operations.shutdown()
        self.keeper.shut_down()

    def save_settings(self) -> None:
        """Write the person's preferences, unless this is a visit that leaves no trace."""
        if self._remembers:
            self.settings.save()

    def _restore_geometry(self) -> None:
        if self.settings.geometry:
            self.window.restoreGeometry(QByteArray.fromBase64(self.settings.geometry.encode("ascii")))

    def is_open(self, path: Path) -> bool:
        """Whether that is the book in the window."""
        return self._book_path is not None and path.resolve() == self._book_path.resolve()

    @property
    def book_path(self) -> Path | None:
        """The book in the window."""
        return self._book_path

    def current_page(self) -> Page | None:
        """The page in front."""
        return self.window.page(self.window.current_key)
