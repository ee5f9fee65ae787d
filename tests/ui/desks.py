"""A desktop on real books, as the tests of opening, recovering and backing up need it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from portfolio_app.config import Settings
from portfolio_app.services import backups, books, clients
from portfolio_app.services.backups import BackupInfo
from portfolio_app.ui.desktop import Desktop
from portfolio_app.ui.dialogs.passphrase import PassphraseDialog
from portfolio_app.ui.dialogs.recovery import RecoveryDialog
from tests.conftest import NOW, TODAY

T = TypeVar("T")
PASSPHRASE = "agrafe cheval pile correct"


@dataclass
class Hours:
    """A clock that the tests set forward."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, hours: float) -> None:
        self.now += timedelta(hours=hours)


@dataclass
class Desk:
    """A desktop and what a test does with it."""

    qtbot: QtBot
    app: QApplication
    clock: Hours = field(default_factory=Hours)
    settings: Settings = field(default_factory=lambda: Settings(language="en", theme="light"))
    made: list[Desktop] = field(default_factory=list)

    @property
    def desktop(self) -> Desktop:
        """The one that runs."""
        return self.made[-1]

    @property
    def banner(self) -> str:
        """What the banner says, "" when it is away."""
        banner = self.desktop.window.banner
        return banner.text if not banner.isHidden() else ""

    def start(self, book: Path | None = None, **options: Any) -> Desktop:
        """Start the program."""
        made = Desktop(self.app, self.settings, lambda: TODAY, self.clock)
        made.window.resize(1280, 720)
        self.made.append(made)
        made.start(book, **options)
        self.settle()
        return made

    def settle(self) -> None:
        """Wait until nothing is under way."""
        for _ in range(2):
            self.qtbot.wait(5)
            self.qtbot.waitUntil(lambda: not self.desktop.operations.is_busy, timeout=30_000)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def close(self) -> None:
        """Close every window."""
        for each in self.made:
            each.window.close()
            each.window.deleteLater()
        self.made.clear()

    def ask(self, function: Callable[..., T], *args: Any) -> T:
        """What a service answers, on the book's own thread."""
        answers: list[T] = []
        self.desktop.operations.query(self.desktop, function, *args, on_result=answers.append)
        self.settle()
        return answers[0]

    def client_names(self) -> list[str]:
        """The clients of the open book."""
        return self.ask(names_of)

    def recovery(self) -> RecoveryDialog:
        """The recovery dialog, which must be there."""
        box = self.desktop.door.box
        assert isinstance(box, RecoveryDialog)
        assert box.isVisible()
        self.qtbot.waitUntil(lambda: not box.table.is_checking, timeout=10_000)
        return box

    def passphrase_box(self) -> PassphraseDialog:
        """The passphrase dialog, which must be there."""
        box = self.desktop.door.box
        assert isinstance(box, PassphraseDialog)
        assert box.isVisible()
        return box

    def enter(self, text: str) -> None:
        """Type a passphrase and press Enter."""
        box = self.passphrase_box()
        box.field.editor.selectAll()
        self.qtbot.keyClicks(box.field.editor, text)
        self.qtbot.keyClick(box.field.editor, Qt.Key.Key_Return)
        self.settle()

    def click(self, widget: QWidget) -> None:
        """Click it, and wait."""
        assert widget.isVisible(), widget
        assert widget.isEnabled(), widget
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def click_banner(self, words: str) -> None:
        """Click what the banner offers."""
        self.click(next(item for item in self.desktop.window.banner.buttons if item.text() == words))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        window = self.desktop.window
        QTest.keyClick(QApplication.focusWidget() or window.focusWidget() or window, key, modifier)
        self.settle()


def names_of(book: Any) -> list[str]:
    """All clients' names, sorted."""
    with book.read() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT name FROM client ORDER BY name")]


def book_with_backups(
    path: Path, clock: Hours, names: tuple[str, ...] = ("Anne", "Bruno"), passphrase: str | None = None
) -> list[BackupInfo]:
    """A closed book of these clients, a backup after each an hour apart; the last one made on closing."""
    book = books.new_book(path, "EUR", clock, passphrase)
    for name in names:
        clients.create_client(book, {"name": name})
        clock.forward(1)
        if name != names[-1]:
            backups.make_backup(book, "manual")
    books.close_book(book)
    return backups.backups_for(path)


def spoil(path: Path, how: str) -> bytes:
    """Damage a closed file; returns what it holds then."""
    content = bytearray(path.read_bytes())
    half = len(content) // 2
    if how == "zeroed":
        content = bytearray(len(content))
    elif how == "random":
        content = bytearray(random.Random(7).randbytes(len(content)))
    elif how == "truncated":
        content = content[:half]
    elif how == "header":
        content[:100] = bytes(100)
    elif how == "empty":
        content = bytearray()
    elif how == "bit":
        place = content.index(b"Bruno")
        content[place] ^= 1
    path.chmod(0o600)
    path.write_bytes(content)
    return bytes(content)


def button_of(parent: QWidget, words: str) -> QPushButton:
    """The visible button of that text."""
    return next(b for b in parent.findChildren(QPushButton) if b.text() == words and b.isVisible())
