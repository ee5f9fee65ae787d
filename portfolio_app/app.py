"""The composition root: the only place that knows everything.

`main.py COMMAND …` goes to the command line, anything else opens the window. The window's modules are only
imported for the window, so that scripts need no screen.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from portfolio_app.config import Settings
    from portfolio_app.ui.main_window import MainWindow

LISTEN_AFTER_MS = 300
"""Later starts may find this window once it has begun to open its book."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and (arguments[0] in _commands() or arguments[0] in ("-h", "--help")):
        from portfolio_app import cli

        return cli.run(arguments)
    if arguments and arguments[0] == "--read-workbook":
        from portfolio_app.exchange import workbook_child

        return workbook_child.main(arguments[1:])
    if arguments and arguments[0] == "screenshots":
        return _screenshots(arguments[1:])
    return _window(arguments)


def _commands() -> tuple[str, ...]:
    return (
        "new", "import", "metrics", "concentration", "segments", "follow-ups", "quality",
        "kpis", "risks", "value", "profit", "opportunities", "export", "report", "check",
        "undo", "history", "backup", "backups", "restore", "passphrase",
    )  # fmt: skip


def _window(arguments: list[str]) -> int:
    grammar = argparse.ArgumentParser(prog="main.py", description="Open the window.")
    grammar.add_argument("book", nargs="?", type=Path, metavar="BOOK", help="the last one unless said")
    grammar.add_argument("--demo", action="store_true", help="look around in a copy of the sample book")
    grammar.add_argument("--lang", choices=("fr", "en"), help="language of this session")
    grammar.add_argument("--theme", choices=("light", "dark"), help="look of this session")
    options = grammar.parse_args(arguments)
    from PySide6.QtWidgets import QApplication

    from portfolio_app.config import Settings
    from portfolio_app.ui import instance
    from portfolio_app.ui.main_window import MainWindow

    app = QApplication(sys.argv[:1])
    if not options.demo and instance.hand_over(options.book):
        return 0
    settings = Settings.load()
    settings.language = options.lang or settings.language
    settings.theme = options.theme or settings.theme
    window = MainWindow(dark=settings.theme == "dark")
    window.painted.connect(lambda: _furnish(app, window, settings, options))
    window.show()
    return app.exec()


def _furnish(app: QApplication, window: MainWindow, settings: Settings, options: argparse.Namespace) -> None:
    """Bring the program into the window that stands already as an outline."""
    from PySide6.QtCore import QTimer

    from portfolio_app.ui.desktop import Desktop
    from portfolio_app.ui.garbage import GarbageCollector
    from portfolio_app.ui.instance import FirstWindow

    GarbageCollector(app)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    desktop = Desktop(app, settings, date.today, window=window)
    app.setProperty("desktop", desktop)
    desktop.start(options.book, demo=options.demo)
    if not options.demo:
        first = FirstWindow(desktop)
        first.called.connect(desktop.come_forward)
        desktop.leaving.connect(first.close)
        QTimer.singleShot(LISTEN_AFTER_MS, first.listen)


def _screenshots(arguments: list[str]) -> int:
    from portfolio_app.ui import screenshots

    return screenshots.run(arguments)
