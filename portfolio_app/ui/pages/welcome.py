"""The first page somebody sees: three doors, and the books opened before."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from portfolio_app.config import APP_NAME
from portfolio_app.ui import icons, theme
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.plain import plain_caption
from portfolio_app.ui.widgets import button, clear_layout, plain_tooltip, scrolling, text_label
from portfolio_app.ui.widgets.clickable import ClickableFrame

MAX_WIDTH = 980
SHOWN_BOOKS = 5


KEYS = {"1": 0, "2": 1, "3": 2, "&": 0, "é": 1, '"': 2}
"""Digits, and what the same keys give without Shift on a French keyboard."""


class Door(ClickableFrame):
    """A way in: a big card that is a button."""

    def __init__(self, number: int, icon: str, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(210)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._icon_name = icon
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.L)
        layout.setSpacing(theme.S)
        self._icon = QLabel()
        layout.addWidget(self._icon)
        layout.addSpacing(theme.S)
        layout.addWidget(text_label(title, "section", wrap=True))
        layout.addWidget(text_label(text, "muted", wrap=True))
        layout.addStretch(1)
        key = text_label(str(number), "caption")
        key.setObjectName("keyHint")
        layout.addWidget(key, 0, Qt.AlignmentFlag.AlignLeft)
        theme.notifier().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._icon.setPixmap(
            icons.pixmap(self._icon_name, theme.current().accent, 34, self.devicePixelRatioF())
        )


class WelcomePage(Page):
    """Three doors: a file, by hand, a sample. Keys 1, 2 and 3 open them."""

    kinds = frozenset({"nothing"})

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        content = QWidget()
        outer = QHBoxLayout(content)
        outer.setContentsMargins(0, 0, 0, 0)
        middle = QWidget()
        middle.setMaximumWidth(MAX_WIDTH)
        outer.addStretch(1)
        outer.addWidget(middle, 100)
        outer.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addStretch(2)
        column.addWidget(text_label(self.tr("Welcome to {app}").format(app=APP_NAME), "page"))
        column.addWidget(
            text_label(
                self.tr(
                    "Your clients in one file on this computer: whom to call now, and on whom you depend."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addSpacing(theme.L)
        column.addLayout(self._door_row())
        column.addSpacing(theme.L)
        column.addWidget(self._recent_part())
        column.addStretch(3)
        self.body.addWidget(scrolling(content))

    def _door_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.L)
        texts = (
            (
                "import",
                "import",
                self.tr("Import my file"),
                self.tr(
                    "Excel, CSV, phone contacts, the export of another program: columns are recognised, "
                    "nothing is written before you agree."
                ),
            ),
            (
                "new_client",
                "edit",
                self.tr("Start by hand"),
                self.tr("Write down a first client; the rest comes as you work."),
            ),
            (
                "sample",
                "book",
                self.tr("Look around in a sample book"),
                self.tr("An invented salesperson's clients, to try everything without risk."),
            ),
        )
        self.doors: list[Door] = []
        for number, (intent, icon, title, text) in enumerate(texts, 1):
            door = Door(number, icon, title, text)
            door.clicked.connect(partial(self.open_requested.emit, intent, None))
            row.addWidget(door, 1)
            self.doors.append(door)
        return row

    def _recent_part(self) -> QWidget:
        self._recent = QWidget()
        layout = QVBoxLayout(self._recent)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addWidget(text_label(self.tr("Your books"), "strong"))
        self._books = QVBoxLayout()
        self._books.setSpacing(0)
        layout.addLayout(self._books)
        row = QHBoxLayout()
        row.addWidget(
            button(self.tr("Open another book…"), partial(self.open_requested.emit, "open_book", None))
        )
        row.addWidget(button(self.tr("New book…"), partial(self.open_requested.emit, "new_book", None)))
        row.addStretch()
        layout.addSpacing(theme.S)
        layout.addLayout(row)
        return self._recent

    def load(self) -> None:
        """List the books opened before that are still there."""
        paths = [Path(name) for name in self.context.settings().recent]
        self.ops.background(self, _still_there, paths[:SHOWN_BOOKS], on_result=self._show_books)

    def focus_first(self) -> None:
        """The first door."""
        self.doors[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2 and 3 open the doors."""
        door = KEYS.get(event.text())
        if door is not None:
            self.doors[door].clicked.emit()
        else:
            super().keyPressEvent(event)

    def _show_books(self, paths: list[Path]) -> None:
        clear_layout(self._books)
        for path in paths:
            item = button(
                plain_caption(path.stem),
                partial(self.open_requested.emit, "open_book", path),
                variant="link",
                icon="book",
            )
            item.setAccessibleName(path.stem)
            item.setToolTip(plain_tooltip(str(path)))
            self._books.addWidget(item, 0, Qt.AlignmentFlag.AlignLeft)


def _still_there(paths: list[Path]) -> list[Path]:
    """Those of the files that exist; a drive that does not answer must not hold up the window."""
    return [path for path in paths if path.is_file()]
