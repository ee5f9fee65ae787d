"""Calendar files: one to hand over, one that is kept up to date, and reminders read from one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from portfolio_app.config import browse_dir
from portfolio_app.ui import i18n
from portfolio_app.ui.pages import calendar_calls, calendar_words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.plain import plain_caption

if TYPE_CHECKING:
    from portfolio_app.services.calendar_files import CalendarMatch
    from portfolio_app.services.calendar_view import CalendarItem
    from portfolio_app.ui.pages.calendar_import import ImportBox

SUFFIX = ".ics"


class CalendarExchange(QObject):
    """The menu of the Calendar page, and what its entries do."""

    said = Signal(str)
    live_wanted = Signal(object)
    """The path of a file to keep up to date, None to keep none."""

    def __init__(self, context: UiContext, page: QWidget) -> None:
        super().__init__(page)
        self.context = context
        self._page = page
        self.box: ImportBox | None = None
        self.live_path = ""

    def menu(self, chosen: CalendarItem | None) -> QMenu:
        """What can be done with calendar files; `chosen` is the follow-up the user is on."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Export all follow-ups…"), partial(self.export, None))
        one = menu.addAction(self.tr("Export only the one chosen…"))
        if chosen is not None and chosen.record_id is not None:
            words = self.tr("Export only “{what}”…").format(what=calendar_words.line(chosen)[:60])
            one.setText(plain_caption(words))
            one.triggered.connect(partial(self.export, [chosen.record_id]))
        one.setEnabled(chosen is not None)
        menu.addSeparator()
        live = menu.addAction(self.tr("Keep a file up to date for my calendar program…"))
        live.setCheckable(True)
        live.setEnabled(False)
        warning = menu.addAction(self.tr("The passphrase does not protect that file: anyone can read it."))
        warning.setEnabled(False)
        warning.setVisible(False)
        self.context.operations.query(
            menu, calendar_calls.live_book, on_result=partial(self._show_live, live, warning)
        )
        menu.addSeparator()
        menu.addAction(self.tr("Import reminders from a calendar file…"), self.choose_import)
        return menu

    def _show_live(self, live: QAction, warning: QAction, answer: tuple[str, bool]) -> None:
        book_id, is_protected = answer
        warning.setVisible(is_protected)
        self.live_path = self.context.settings().live_calendars.get(book_id, "")
        live.setEnabled(True)
        live.setChecked(bool(self.live_path))
        if self.live_path:
            words = self.tr("Kept up to date: {name}").format(name=Path(self.live_path).name)
            live.setText(plain_caption(words))
        live.triggered.connect(self.set_live)

    def set_live(self, on: bool) -> None:
        """Keep a file up to date from now on, or no longer."""
        if not on:
            self.live_wanted.emit(None)
            return
        path = self._ask_where(self.tr("File to keep up to date"), self.tr("Follow-ups"))
        if path is not None:
            self.live_wanted.emit(path)

    def export(self, follow_up_ids: Sequence[int] | None) -> None:
        """Write these follow-ups, or all that is planned and due, where the user says."""
        day = self.context.today().isoformat()
        path = self._ask_where(self.tr("Export to a calendar file"), self.tr("Follow-ups") + f" {day}")
        if path is not None:
            self.context.operations.query(
                self,
                calendar_calls.export,
                path,
                self.context.today(),
                i18n.language(),
                follow_up_ids,
                follow_up_ids is None,
                on_result=self._exported,
            )

    def _exported(self, answer: tuple[Path, int]) -> None:
        path, count = answer
        self.said.emit(self.tr("%n event(s) exported: {name}", "", count).format(name=path.name))

    def _ask_where(self, title: str, stem: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(
            self._page.window(), title, str(browse_dir() / f"{stem}{SUFFIX}"), self._filter()
        )
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(SUFFIX)

    def choose_import(self) -> None:
        """Ask for a file, and show what it holds before anything is written."""
        name, _ = QFileDialog.getOpenFileName(
            self._page.window(), self.tr("Import reminders"), str(browse_dir()), self._filter()
        )
        if name:
            self.preview(Path(name))

    def preview(self, path: Path) -> None:
        """Show what a file holds."""
        self.context.operations.query(
            self, calendar_calls.read_and_match, path, on_result=partial(self._open_box, path)
        )

    def _open_box(self, path: Path, matches: list[CalendarMatch]) -> None:
        from portfolio_app.ui.pages.calendar_import import ImportBox

        if not matches:
            self.said.emit(self.tr("{name} holds nothing that has a date.").format(name=path.name))
            return
        self.box = ImportBox(self.context, path.name, matches, self._page.window())
        self.box.open()

    def _filter(self) -> str:
        return self.tr("Calendar files (*{suffix})").format(suffix=SUFFIX)
