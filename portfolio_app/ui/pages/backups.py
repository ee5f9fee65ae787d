"""Backups: which there are, whether they are good, what was done since, and one click back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.config import backups_dir
from portfolio_app.errors import PortfolioError
from portfolio_app.ui import backup_words, book_calls, theme
from portfolio_app.ui.folders import open_folder
from portfolio_app.ui.operations import LongOperation
from portfolio_app.ui.pages.backup_detail import BackupDetail
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.widgets import Card, EmptyState, button, scrolling, text_label
from portfolio_app.ui.widgets.backup_table import BackupTable

if TYPE_CHECKING:
    from portfolio_app.services.backups import BackupInfo, Difference
    from portfolio_app.services.changes import Changes

COMPARE_MS = 150
"""After the user stopped at a backup, before it is compared with the book."""
DETAIL_WIDTH = 290


@dataclass(frozen=True)
class Kept:
    """What the page shows of the book: its backups, its path, and whether it has a passphrase."""

    infos: list[BackupInfo]
    path: Path
    is_protected: bool


class BackupsPage(Page):
    """The list on the left, the one chosen on the right."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._kept: Kept | None = None
        self._restoring: LongOperation | None = None
        self.table = BackupTable(self.ops, book_calls.is_good, context.today, self.tr("Backups"))
        self.detail = BackupDetail(context.today)
        self.note = text_label("", "muted", wrap=True)
        self.foot = self.note
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self._make_list())
        self._stack.addWidget(self._make_empty())
        self.body.addLayout(self._make_buttons())
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(self._make_foot())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COMPARE_MS)
        self._timer.timeout.connect(self._compare)
        self.table.selected.connect(lambda _: self._show_chosen())
        self.table.checked.connect(self._show_state)
        self.detail.restore_wanted.connect(self.restore)
        self.detail.stop_wanted.connect(self._stop)
        self.detail.passphrase_given.connect(self._compare)
        self._shown: tuple[str, bool | None] | None = None

    # Building

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.now_button = button(self.tr("Back up now"), self.back_up, icon="backup")
        self.copy_button = button(
            self.tr("Save a copy…"), partial(self.open_requested.emit, "save_copy", None), icon="save"
        )
        self.folder_button = button(self.tr("Open the folder"), self._open_folder, icon="folder")
        for item in (self.now_button, self.copy_button, self.folder_button):
            row.addWidget(item)
        row.addStretch()
        return row

    def _make_list(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.L)
        card = Card(margin=theme.S)
        card.body.addWidget(self.table)
        row.addWidget(card, 5)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.detail)
        column.addStretch(1)
        area = scrolling(inside)
        area.setMinimumWidth(DETAIL_WIDTH)
        row.addWidget(area, 3)
        return both

    def _make_empty(self) -> EmptyState:
        return EmptyState(
            "backup",
            self.tr("No backup yet"),
            self.tr(
                "One is made by itself every half hour while something changes, when the book is closed, and before "
                "imports and erasures."
            ),
            [(self.tr("Back up now"), self.back_up)],
        )

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        self.settings_button = button(
            self.tr("Passphrase…"), partial(self.open_requested.emit, "page", "settings"), variant="link"
        )
        row.addWidget(self.settings_button, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    # Loading

    def load(self) -> None:
        """Ask for the backups."""
        self.ops.query(self, _ask, on_result=self._show, latest="backups")

    def focus_first(self) -> None:
        """The list, once there is one."""
        (self.table if self.table.infos else self).setFocus()

    def _show(self, kept: Kept) -> None:
        self._kept = kept
        had_focus = self.hasFocus()
        self._shown = None
        self.table.show_backups(kept.infos)
        self._stack.setCurrentIndex(1 if kept.infos else 2)
        self._show_chosen()
        self._show_note(kept)
        if had_focus and kept.infos:
            self.table.setFocus()

    def _show_note(self, kept: Kept) -> None:
        duration = self.tr(
            "Kept beside the program, not beside the book: all of the last two days, then one a day for 12 days, "
            "one a week for 10 weeks, one a month for 9 months."
        )
        if kept.is_protected:
            secrecy = self.tr(
                "They are encrypted with the book's passphrase: without it nobody can read them, you neither."
            )
        else:
            secrecy = self.tr(
                "They are not encrypted: whoever may read your files on this computer can read them."
            )
        self.note.setText(f"{duration} {secrecy}")

    def _show_chosen(self) -> None:
        info = self.table.current()
        state = (info.name, self.table.is_good(info)) if info is not None else None
        if state == self._shown:
            return
        self._shown = state
        good = self.table.is_good(info) if info is not None else None
        self.detail.show_backup(info, good, self._kept.path if self._kept is not None else None)
        if info is not None and good:
            self._timer.start()
        else:
            self._timer.stop()

    def _show_state(self) -> None:
        """Another one was looked over: is it the one shown?"""
        self._show_chosen()

    def _compare(self) -> None:
        info = self.table.current()
        if info is None:
            return
        self.ops.query(
            self,
            _differences,
            info,
            self._passphrase(),
            on_result=partial(self._compared, info),
            on_error=partial(self._not_compared, info),
            latest="differences",
        )

    def _compared(self, info: BackupInfo, found: dict[str, Difference]) -> None:
        if info == self.table.current():
            self.detail.show_differences(found)

    def _not_compared(self, info: BackupInfo, error: PortfolioError) -> None:
        if info == self.table.current():
            self.detail.show_error(error)

    def _passphrase(self) -> str | None:
        """The backup's own, when it is not the book's."""
        return self.detail.passphrase.text() or None

    # Doing

    def back_up(self) -> None:
        """Make one now."""
        self.now_button.setEnabled(False)
        self.ops.query(self, _back_up, on_result=self._backed_up, on_error=self._not_backed_up)

    def _backed_up(self, info: BackupInfo | None) -> None:
        self.now_button.setEnabled(True)
        if info is None:
            newest = self._kept.infos[0] if self._kept is not None and self._kept.infos else None
            text = self.tr("Nothing changed since the last backup.")
            if newest is not None:
                moment = backup_words.moment(newest.at, self.context.today())
                text = self.tr("Nothing changed since the backup of {moment}.").format(moment=moment)
        else:
            text = self.tr("Backup made and checked.")
        self.open_requested.emit("say", text)
        self.refresh()

    def _not_backed_up(self, error: PortfolioError) -> None:
        self.now_button.setEnabled(True)
        self.ops.failed.emit(error)

    def restore(self) -> None:
        """Make the book what the chosen backup holds."""
        info = self.table.current()
        if info is None or (self._restoring is not None and self._restoring.is_running):
            return
        self.detail.show_progress(0, 0)
        self._restoring = self.ops.long(
            self,
            _restore,
            info,
            self._passphrase(),
            on_progress=self.detail.show_progress,
            on_done=lambda _: self.detail.end_progress(),
            on_error=self._not_restored,
        )

    def _not_restored(self, error: PortfolioError) -> None:
        self.detail.end_progress()
        if error.code != "cancelled":
            self.ops.failed.emit(error)
        self.refresh()

    def _stop(self) -> None:
        if self._restoring is not None:
            self._restoring.cancel()

    def _open_folder(self) -> None:
        infos = self._kept.infos if self._kept is not None else []
        open_folder(infos[0].path.parent if infos else backups_dir())


def _ask(book: Any) -> Kept:
    from portfolio_app.services import backups, passphrases

    return Kept(backups.list_backups(book), book.path, passphrases.is_protected(book))


def _differences(book: Any, info: BackupInfo, passphrase: str | None) -> dict[str, Difference]:
    from portfolio_app.services import backups

    return backups.differences(book, info, passphrase=passphrase)


def _back_up(book: Any) -> BackupInfo | None:
    from portfolio_app.services import backups

    return backups.make_backup(book, "manual")


def _restore(book: Any, info: BackupInfo, passphrase: str | None, **hooks: Callable[..., Any]) -> Changes:
    from portfolio_app.services import backups

    return backups.restore(book, info, passphrase=passphrase, **hooks)
