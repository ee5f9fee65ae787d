"""The shell: sidebar, top bar, pages made on their first visit, notices, keys.

The window paints its skeleton before anything else is imported, not even Qt's enums (`from QtCore import
Qt` alone costs a sixth of a bare start): hence the imports inside functions. `painted` tells the composition
root to go on and call `start`. The shell knows no service; what it cannot do itself it says with a signal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.config import APP_NAME
from portfolio_app.ui.plain import plain_title
from portfolio_app.ui.skeleton import Skeleton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from portfolio_app.errors import PortfolioError
    from portfolio_app.services.changes import Changes
    from portfolio_app.ui.pages.base import Page, UiContext
    from portfolio_app.ui.pages.quick_log import QuickLogOverlay
    from portfolio_app.ui.shell_actions import ShellActions
    from portfolio_app.ui.widgets.notices import Banner, Toast
    from portfolio_app.ui.widgets.reminder_bar import ReminderBar
    from portfolio_app.ui.widgets.search_palette import PaletteEntry, Provider, SearchPalette
    from portfolio_app.ui.widgets.shortcut_overlay import ShortcutOverlay
    from portfolio_app.ui.widgets.sidebar import Sidebar
    from portfolio_app.ui.widgets.top_bar import TopBar

    Remedy = tuple[str, Callable[[], object]]


UNSAVED = frozenset({"disk_full", "io_error", "cannot_write", "read_only", "folder_read_only"})
"""Errors after which nothing was written, and the same may be tried again."""


class PageSpec(NamedTuple):
    """A page as the shell knows it. `factory` imports and makes it, on the first visit.

    Sections: "main" (numbered Ctrl+1…9), "tools" below the line, "bottom", or "hidden" (welcome).
    """

    key: str
    title: str
    icon: str
    factory: Callable[[UiContext], Page]
    section: Literal["main", "tools", "bottom", "hidden"] = "main"


class MainWindow(QMainWindow):
    """The window. `set_pages` fills it, and fills it again after a change of language."""

    page_shown = Signal(str)
    new_client_requested = Signal()
    log_touch_requested = Signal(object)
    """For this client id; None lets the user choose."""
    open_requested = Signal(str, object)
    """Something a page or the search asked for that the shell does not know how to show."""
    export_requested = Signal()
    new_book_requested = Signal()
    open_book_requested = Signal(object)
    """This path, or None to choose one."""
    save_copy_requested = Signal()
    closing = Signal()
    painted = Signal()
    """The skeleton is on screen: time to load the rest. Once."""

    context: UiContext
    sidebar: Sidebar
    top_bar: TopBar
    reminder_bar: ReminderBar
    banner: Banner
    toast: Toast

    def __init__(self, context: UiContext | None = None, *, dark: bool = False) -> None:
        """Without a context only the skeleton stands, until `start` brings it."""
        super().__init__()
        self.setWindowTitle(APP_NAME)
        self.resize(1280, 720)
        self.setMinimumSize(960, 600)
        self._is_painted = False
        self._is_built = False
        self.setCentralWidget(Skeleton(dark=dark))
        self._specs: dict[str, PageSpec] = {}
        self._pages: dict[str, Page] = {}
        self._counts: dict[str, int] = {}
        self._current = ""
        self._book_name = ""
        self._book_path: Path | None = None
        self._saved_at: datetime | None = None
        self._provider: Provider | None = None
        self._remedies: Callable[[PortfolioError], Sequence[Remedy]] | None = None
        self._palette: SearchPalette | None = None
        self._shortcut_overlay: ShortcutOverlay | None = None
        self._quick_log: QuickLogOverlay | None = None
        self._actions: ShellActions | None = None
        if context is not None:
            self._attach(context)

    def start(self, context: UiContext, specs: Sequence[PageSpec]) -> None:
        """Turn the skeleton into the real thing; the first page is shown by `show_page`."""
        self._attach(context)
        self.set_pages(specs)

    def set_pages(self, specs: Sequence[PageSpec]) -> None:
        """(Re)build the shell for these pages; existing ones are dropped, the current place is kept."""
        from portfolio_app.ui.shell_actions import ShellActions

        current = self._current
        self._specs = {spec.key: spec for spec in specs}
        self._pages = {}
        self._palette = None
        self._shortcut_overlay = None
        self._quick_log = None
        self._current = ""
        self._build()
        self._is_built = True
        if self._actions is not None:
            self._actions.remove()
        self._actions = ShellActions(self, specs)
        for key, count in self._counts.items():
            self.sidebar.set_count(key, count)
        self._show_status()
        if current in self._specs:
            self.show_page(current)

    def set_search_provider(self, provider: Provider) -> None:
        """Who answers the search palette: `provider(text, deliver)`."""
        self._provider = provider
        self._palette = None

    def set_remedies(self, remedies: Callable[[PortfolioError], Sequence[Remedy]]) -> None:
        """Who knows what can be done about an error: buttons (words, call) beside its sentence."""
        self._remedies = remedies

    @property
    def current_key(self) -> str:
        """The key of the page shown, "" before the first."""
        return self._current

    def page(self, key: str) -> Page | None:
        """A page that was visited already."""
        return self._pages.get(key)

    def show_page(self, key: str, item: object = None) -> None:
        """Bring a page to the front, making it when this is the first visit, and show `item` on it."""
        if key not in self._specs:
            return
        page = self._pages.get(key) or self._make_page(key)
        if key != self._current:
            if self._current:
                self._pages[self._current].deactivate()
            # What a book said on opening must stay readable on the welcome page.
            if self._current != "welcome" and not self.banner.is_sticky:
                self.banner.hide()
            self._current = key
            self._stack.setCurrentWidget(page)
            self.sidebar.set_current(key)
            self.top_bar.set_title(page.title)
            self.toast.keep_off(page.foot)
            page.activate()
            page.focus_first()
            focused = self.focusWidget()
            if focused is None or not (page.isAncestorOf(focused) and focused.isVisibleTo(page)):
                page.setFocus()  # its first field cannot be used yet; the next Tab goes into the page all the same
            self.page_shown.emit(key)
        if item is not None:
            page.show_item(item)

    def open(self, kind: str, item: object = None) -> None:
        """Follow an intent: "page" key, "client" id, "log_touch" client id, "new_client", or a page key."""
        if kind == "page":
            self.show_page(str(item))
        elif kind == "log_touch":
            self.log_touch_requested.emit(item)
        elif kind == "client":
            self.show_page("clients", item)
        elif kind == "command":
            item.trigger()  # type: ignore[attr-defined]
        elif kind in self._specs:
            self.show_page(kind, item)
        elif kind == "new_client":
            self.new_client_requested.emit()
        elif kind == "say_undo":
            self.show_toast(str(item), self.tr("Undo"), self.context.operations.undo)
        else:
            self.open_requested.emit(kind, item)

    def refresh(self, changes: Changes | None = None) -> None:
        """Let every page know that something (None: anything) changed."""
        for page in self._pages.values():
            page.refresh(changes)

    def set_book(self, path: Path | None) -> None:
        """Name the open book, in the title and in the status line."""
        self._book_name = path.name if path is not None else ""
        self._book_path = path
        self._saved_at = None
        self.setWindowTitle(plain_title(f"{path.stem} — {APP_NAME}") if path is not None else APP_NAME)
        self._show_status()

    def set_count(self, key: str, count: int) -> None:
        """How much waits on a page, shown in the sidebar; 0 hides it."""
        self._counts[key] = count
        if self._is_built:
            self.sidebar.set_count(key, count)

    def show_saved(self, at: datetime) -> None:
        """Say quietly when the book was last written."""
        self._saved_at = at
        self._show_status()

    def show_toast(self, text: str, action: str = "", on_action: Callable[[], object] | None = None) -> None:
        """Say something for a few seconds."""
        self.toast.say(text, action, on_action)

    def show_error(self, error: PortfolioError) -> None:
        """Say what went wrong, until dismissed; that nothing is left to undo is no fault."""
        from portfolio_app.errors import NothingToUndoError
        from portfolio_app.ui import messages

        if isinstance(error, NothingToUndoError):
            self.show_toast(messages.error_text(error))
        else:
            remedies = self._remedies(error) if self._remedies is not None else ()
            self.banner.say(
                messages.error_text(error), remedies, until_written=self._says_nothing_saved(error)
            )

    def _says_nothing_saved(self, error: PortfolioError) -> bool:
        """Whether an error says of the open book what its next successful write makes untrue."""
        return (
            error.code in UNSAVED
            and self._book_path is not None
            and str(error.params.get("path")) == str(self._book_path)
        )

    def open_palette(self) -> None:
        """Ctrl+K."""
        if self._palette is None:
            from portfolio_app.ui.widgets.search_palette import SearchPalette

            provider = self._provider or (lambda text, deliver: deliver(()))
            self._palette = SearchPalette(self._body, provider, self._commands)
            self._palette.chosen.connect(self.open)
        self._palette.open_palette()

    def toggle_shortcuts(self) -> None:
        """F1."""
        if self._shortcut_overlay is None:
            from portfolio_app.ui.widgets.shortcut_overlay import ShortcutOverlay

            listed = self._actions.shortcuts() if self._actions is not None else []
            self._shortcut_overlay = ShortcutOverlay(self._body, listed)
        if self._shortcut_overlay.isVisible():
            self._shortcut_overlay.close_overlay()
        else:
            self._shortcut_overlay.open_overlay()

    def show_file_menu(self) -> None:
        """The File menu, from its button or F10."""
        if self._actions is not None:
            self._actions.show_file_menu(self.sidebar.menu_button)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first one is what the composition root waits for."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def log_touch(self) -> None:
        """Ask for a touch with the client in sight, if there is one."""
        page = self._pages.get(self._current)
        self.log_touch_requested.emit(page.current_client() if page is not None else None)

    def quick_log(self) -> None:
        """Ctrl+Shift+L: a line that is understood, over whatever page is in front."""
        if not self.context.has_book():
            return
        if self._quick_log is None:
            from portfolio_app.ui.pages.quick_log import QuickLogOverlay

            self._quick_log = QuickLogOverlay(self._body, self.context)
        page = self._pages.get(self._current)
        self._quick_log.open_for(page.current_client() if page is not None else None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may come, wherever in the window."""
        from portfolio_app.ui.pages.import_parts import dropped_files

        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A book is opened, everything else goes to the import."""
        from portfolio_app.config import BOOK_SUFFIX
        from portfolio_app.ui.pages.import_parts import dropped_files

        event.acceptProposedAction()
        paths = dropped_files(event)
        if len(paths) == 1 and paths[0].suffix == BOOK_SUFFIX:
            self.open("open_book", paths[0])
        elif paths:
            self.open("import", paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell the composition root, which closes the book."""
        self.closing.emit()
        super().closeEvent(event)

    def _attach(self, context: UiContext) -> None:
        from portfolio_app.ui import theme
        from portfolio_app.ui.focus import FocusKeeper

        self.context = context
        theme.dress(self)
        FocusKeeper(self)
        operations = context.operations
        operations.changed.connect(self._on_changed)
        operations.recorded.connect(self._on_recorded)
        operations.reverted.connect(self._on_reverted)
        operations.failed.connect(self.show_error)
        operations.book_opened.connect(self.refresh)

    def _build(self) -> None:
        from PySide6.QtWidgets import QHBoxLayout

        from portfolio_app.ui.widgets.notices import Banner, Toast
        from portfolio_app.ui.widgets.reminder_bar import ReminderBar
        from portfolio_app.ui.widgets.sidebar import Sidebar
        from portfolio_app.ui.widgets.top_bar import TopBar

        self._body = QWidget()
        self.setAcceptDrops(True)
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.sidebar = Sidebar()
        self.sidebar.chosen.connect(self.open)
        self.sidebar.menu_button.clicked.connect(self.show_file_menu)
        row.addWidget(self.sidebar)
        right = QVBoxLayout()
        right.setSpacing(0)
        self.top_bar = TopBar()
        self.top_bar.search_requested.connect(self.open_palette)
        self.top_bar.log_touch_requested.connect(self.log_touch)
        self.reminder_bar = ReminderBar()
        self.banner = Banner()
        self._stack = QStackedWidget()
        right.addWidget(self.top_bar)
        right.addWidget(self.reminder_bar)
        right.addWidget(self.banner)
        right.addWidget(self._stack, 1)
        row.addLayout(right, 1)
        self.toast = Toast(self._body)
        self._fill_sidebar()
        self.setCentralWidget(self._body)

    def _fill_sidebar(self) -> None:
        numbered = [spec.key for spec in self._specs.values() if spec.section == "main"]
        for spec in self._specs.values():
            if spec.section == "hidden":
                continue
            number = numbered.index(spec.key) + 1 if spec.key in numbered else 0
            hint = f"Ctrl+{number}" if 0 < number < 10 else ""
            self.sidebar.add(spec.key, spec.title, spec.icon, spec.section, hint)
        if not self.context.has_book():
            self._fill_without_book()

    def _fill_without_book(self) -> None:
        """What can be done before a book is open: the doors of the welcome page."""
        self.top_bar.log_touch.hide()
        self.sidebar.add("welcome", self._specs["welcome"].title, "book", "main")
        doors = (
            ("open_book", self.tr("Open a book…"), "folder"),
            ("new_book", self.tr("New book…"), "plus"),
            ("import", self.tr("Import my file"), "import"),
        )
        for key, words, icon in doors:
            self.sidebar.add(key, words, icon, "tools", is_page=False)

    def _make_page(self, key: str) -> Page:
        spec = self._specs[key]
        page = spec.factory(self.context)
        page.title = page.title or spec.title
        page.open_requested.connect(self.open)
        page.badge_changed.connect(lambda count: self.set_count(key, count))
        self._pages[key] = page
        self._stack.addWidget(page)
        return page

    def _commands(self) -> list[PaletteEntry]:
        return self._actions.palette_entries() if self._actions is not None else []

    def _on_changed(self, changes: Changes) -> None:
        from datetime import datetime

        self.show_saved(datetime.now())
        self.banner.written()
        self.refresh(changes)

    def _on_recorded(self, changes: Changes) -> None:
        from portfolio_app.ui import messages

        self.show_toast(messages.step_label(changes.label), self.tr("Undo"), self.context.operations.undo)

    def _on_reverted(self, changes: Changes, way: str) -> None:
        from portfolio_app.ui import messages

        label, operations = messages.step_label(changes.label), self.context.operations
        if way == "undo":
            self.show_toast(self.tr("Undone: {what}").format(what=label), self.tr("Redo"), operations.redo)
        else:
            self.show_toast(
                self.tr("Done again: {what}").format(what=label), self.tr("Undo"), operations.undo
            )

    def _show_status(self) -> None:
        """In the language of the moment, which may have changed since the book was written."""
        if not self._is_built:
            return
        saved = ""
        if self._saved_at is not None:
            from portfolio_app.ui import i18n

            saved = self.tr("saved {time}").format(time=i18n.clock(self._saved_at))
        self.sidebar.set_status(self._book_name, saved)
