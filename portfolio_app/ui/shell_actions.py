"""The shell's actions: their keys, the File menu, and the same things as commands of the search palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from portfolio_app.ui.plain import plain_caption
from portfolio_app.ui.widgets.search_palette import PaletteEntry

if TYPE_CHECKING:
    from portfolio_app.ui.main_window import MainWindow, PageSpec

Key = QKeySequence.StandardKey


AZERTY_DIGITS = "&É\"'(-È_Ç"
"""What the digit keys give without Shift on a French keyboard."""


class ShellActions(QObject):
    """Made anew whenever the shell is rebuilt. Standard keys where the platform has them, ours always."""

    def __init__(self, window: MainWindow, specs: Sequence[PageSpec]) -> None:
        super().__init__(window)
        self._window = window
        self._actions: list[tuple[QAction, str]] = []
        self._add(self.tr("Search"), ["Ctrl+K"], window.open_palette, "search")
        self._add(self.tr("New client"), [Key.New, "Ctrl+N"], window.new_client_requested.emit, "plus")
        self._add(self.tr("Log a touch"), ["Ctrl+L"], window.log_touch, "call")
        self._add(self.tr("Log in one line"), ["Ctrl+Shift+L"], window.quick_log, "edit")
        operations = window.context.operations
        self._add(self.tr("Undo"), [Key.Undo, "Ctrl+Z"], operations.undo, "undo")
        self._add(self.tr("Redo"), ["Ctrl+Y", "Ctrl+Shift+Z"], operations.redo, "redo")
        self._add_pages(specs)
        self._add(self.tr("Export to Excel"), [], window.export_requested.emit, "export")
        self._new = self._add(self.tr("New book…"), [], window.new_book_requested.emit, "book")
        ask = partial(window.open_book_requested.emit, None)
        self._open = self._add(self.tr("Open a book…"), [Key.Open, "Ctrl+O"], ask, "book")
        self._copy = self._add(self.tr("Save a copy…"), [], window.save_copy_requested.emit, "copy")
        self._add(self.tr("File menu"), ["F10"], window.show_file_menu, "menu")
        self._keys = self._add(self.tr("Keyboard shortcuts"), ["F1"], window.toggle_shortcuts, "info")
        self._quit = self._add(self.tr("Quit"), [Key.Quit, "Ctrl+Q"], window.close, "close")

    def remove(self) -> None:
        """Take the keys off the window."""
        for action, _ in self._actions:
            self._window.removeAction(action)
        self.deleteLater()

    def shortcuts(self) -> list[tuple[str, str]]:
        """(keys, meaning) of every action that has keys."""
        return [(keys, action.text()) for action, _ in self._actions if (keys := _keys_of(action))]

    def palette_entries(self) -> list[PaletteEntry]:
        """Every action as a command, but searching itself."""
        group = self.tr("Go to and do")
        return [
            PaletteEntry(group, action.text(), "command", action, icon=icon, shortcut=_keys_of(action))
            for action, icon in self._actions[1:]
        ]

    def show_file_menu(self, anchor: QWidget) -> None:
        """Pop the File menu up below `anchor`."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._new)
        menu.addAction(self._open)
        recent = menu.addMenu(self.tr("Recent books"))
        names = self._window.context.settings().recent
        for name in names:
            open_it = partial(self._window.open_book_requested.emit, Path(name))
            recent.addAction(plain_caption(Path(name).stem), open_it)
        recent.setEnabled(bool(names))
        menu.addAction(self._copy)
        menu.addSeparator()
        menu.addAction(self._keys)
        menu.addAction(self._quit)
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height() + 2)))

    def _add_pages(self, specs: Sequence[PageSpec]) -> None:
        numbers = iter(range(1, 10))
        for spec in specs:
            keys: list[Key | str] = []
            if spec.section == "hidden":
                continue
            if spec.section == "main" and (number := next(numbers, 0)):
                keys = [f"Ctrl+{number}", f"Ctrl+{AZERTY_DIGITS[number - 1]}"]
            elif spec.key == "settings":
                keys = [Key.Preferences, "Ctrl+,"]
            self._add(spec.title, keys, partial(self._window.show_page, spec.key), spec.icon)

    def _add(self, text: str, keys: Sequence[Key | str], call: Callable[[], object], icon: str) -> QAction:
        action = QAction(text, self)
        sequences = [QKeySequence(key) for key in keys]
        action.setShortcuts(list({s.toString(): s for s in sequences if not s.isEmpty()}.values()))
        action.triggered.connect(lambda: call())
        self._window.addAction(action)
        self._actions.append((action, icon))
        return action


def _keys_of(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
