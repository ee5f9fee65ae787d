"""Step 1 of the import: the files, those that are followed, and what can be done with other kinds of file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages import import_words as words
from portfolio_app.ui.pages.import_draft import Draft, OtherFile
from portfolio_app.ui.pages.import_parts import DropZone
from portfolio_app.ui.pages.import_reading import about, left_out, unread_sheets
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets import (
    Badge,
    Card,
    ElidedLabel,
    button,
    clear_layout,
    line,
    plain_tooltip,
    scrolling,
    text_label,
)

if TYPE_CHECKING:
    from portfolio_app.services.watched_files import WatchedView


class FilesStep(QWidget):
    """Choose the files; each one says what it holds, what can be done with it, or why it cannot be read."""

    choose_requested = Signal()
    paste_requested = Signal()
    removed = Signal(object)
    """The `Draft` to leave out."""
    other_requested = Signal(object, str)
    """(`Draft`, what): "compare", "as_table", "calendar", "new_book", "into_book", or "sheets" for the others."""
    read_again_requested = Signal(object)
    """A followed file (`WatchedView`) is to be imported as it is now."""
    unwatch_requested = Signal(object)
    """A followed file (`WatchedView`) is to be followed no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.L)
        self.zone = DropZone()
        self.zone.choose_requested.connect(self.choose_requested)
        self.zone.paste_requested.connect(self.paste_requested)
        layout.addWidget(self.zone, 4)
        self._card = Card(self.tr("Files"))
        self._list = self._lines(self._card)
        layout.addWidget(self._card)
        self._watched_card = Card(self.tr("Followed files"))
        self._watched = self._lines(self._watched_card)
        layout.addWidget(self._watched_card)
        layout.addWidget(self._promises())
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content))
        self._card.hide()
        self._watched_card.hide()

    def focus_first(self) -> None:
        """The button to choose files, or what can be done with those that are there."""
        # What is in the layout, not what is in the card: rows that were taken out are deleted later.
        items = [self._list.itemAt(place) for place in range(self._list.count())]
        rows = [item.widget() for item in items if item is not None]
        offered = [each for row in rows if row is not None for each in row.findChildren(QPushButton)]
        (offered[0] if offered else self.zone.button).setFocus()

    @staticmethod
    def _lines(card: Card) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(theme.XS)
        card.body.addLayout(lines)
        return lines

    def show_files(self, drafts: Sequence[Draft], *, is_empty_book: bool = False) -> None:
        """List the files; into an empty book a full copy can be read."""
        clear_layout(self._list)
        for number, draft in enumerate(drafts):
            if number:
                self._list.addWidget(line())
            self._list.addWidget(self._row(draft, is_empty_book))
        self._card.setVisible(bool(drafts))

    def show_watched(self, views: Sequence[WatchedView]) -> None:
        """List the files that are followed, each with what became of it since it was read."""
        clear_layout(self._watched)
        for number, view in enumerate(views):
            if number:
                self._watched.addWidget(line())
            self._watched.addWidget(self._watched_row(view))
        self._watched_card.setVisible(bool(views))

    def _promises(self) -> QWidget:
        result = QWidget()
        layout = QVBoxLayout(result)
        layout.setContentsMargins(theme.XS, 0, 0, 0)
        layout.setSpacing(theme.XS)
        for text in (
            self.tr("The columns are recognised for you; you look them over and change what is wrong."),
            self.tr(
                "Clients already in the book are completed, not doubled. The same file twice changes nothing."
            ),
            self.tr("Nothing is written before step 4, and the whole import is taken back with Ctrl+Z."),
        ):
            layout.addWidget(text_label(f"✓  {text}", "muted", wrap=True))
        self._known = text_label("", "muted", wrap=True)
        self._known.hide()
        layout.addWidget(self._known)
        return result

    def show_known(self, names: Sequence[str]) -> None:
        """Name the last files whose kind is known: others with the same columns are read as was chosen."""
        told = self.tr("Known already: {names}. Files with the same columns are read as you chose then.")
        self._known.setText(f"✓  {told.format(names=', '.join(names))}")
        self._known.setVisible(bool(names))

    def _row(self, draft: Draft, is_empty_book: bool) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(ElidedLabel(draft.name, "strong"))
        if draft.error is not None:
            texts.addWidget(text_label(words.problem_text(draft.error), "danger", wrap=True))
        elif draft.is_reading:
            texts.addWidget(text_label(self.tr("Reading…"), "muted"))
        else:
            texts.addWidget(text_label(self._about(draft, is_empty_book), "muted", wrap=True))
            for told in (unread_sheets(draft), left_out(draft)) if draft.kind == "table" else ():
                if told:
                    texts.addWidget(text_label(told, "muted", wrap=True))
        layout.addLayout(texts, 1)
        if not draft.is_reading and draft.error is None:
            for text, what, variant in self._offers(draft, is_empty_book):
                ask = partial(self.other_requested.emit, draft, what)
                layout.addWidget(button(text, ask, variant=variant, small=True))
        remove = IconButton("close", self.tr("Leave out {name}").format(name=draft.name))
        remove.clicked.connect(partial(self.removed.emit, draft))
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _about(self, draft: Draft, is_empty_book: bool) -> str:
        if draft.kind == "calendar":
            return self.tr("A calendar: its entries become reminders.")
        if draft.other is not None:
            told = self._about_copy(draft.other)
            if is_empty_book:
                return told
            its_own = self.tr("This book holds clients already: the copy becomes a book of its own.")
            return f"{told} {its_own}"
        if draft.kind == "ours":
            return self.tr(
                "A workbook exported from a book. What was changed in it since can be compared line by line."
            )
        return about(draft)

    def _about_copy(self, copy: OtherFile) -> str:
        clients = copy.clients
        count = words.grouped(self.tr("%n client(s)", "", clients), clients)
        try:
            day = i18n.day_month_year(datetime.fromisoformat(copy.made_at).astimezone().date())
        except ValueError:
            return self.tr("A full copy of a book, with everything in it: {clients}.").format(clients=count)
        told = self.tr("A full copy of a book, with everything in it: {clients}, as of {day}.")
        return told.format(clients=count, day=day)

    def _offers(self, draft: Draft, is_empty_book: bool) -> list[tuple[str, str, str]]:
        """(words, what, variant) of the buttons beside a file."""
        if draft.kind == "calendar":
            return [(self.tr("See its entries…"), "calendar", "primary")]
        if draft.kind == "copy":
            new = (self.tr("Open as a new book…"), "new_book", "" if is_empty_book else "primary")
            here = (self.tr("Read into this book"), "into_book", "primary")
            return [here, new] if is_empty_book else [new]
        if draft.kind == "ours":
            return [
                (self.tr("Compare with the book"), "compare", "primary"),
                (self.tr("Import as a table"), "as_table", ""),
            ]
        return []

    def _watched_row(self, view: WatchedView) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        name = ElidedLabel(view.name, "strong")
        name.setToolTip(plain_tooltip(str(view.path)))
        layout.addWidget(name, 3)
        states: dict[str, tuple[str, Tone]] = {
            "changed": (self.tr("changed since"), "warn"),
            "same": (self.tr("unchanged"), "good"),
            "missing": (self.tr("not found"), "danger"),
            "new": (self.tr("not read yet"), "accent"),
        }
        layout.addWidget(Badge(*states[view.state]))
        when = ""
        if view.read_at is not None:
            day = i18n.day_month_year(view.read_at.astimezone().date())
            when = self.tr("read on {day}").format(day=day)
        layout.addWidget(ElidedLabel(when, "muted"), 2)
        again = button(
            self.tr("Read again"),
            partial(self.read_again_requested.emit, view),
            variant="primary" if view.state in ("changed", "new") else "",
            small=True,
        )
        again.setAccessibleName(self.tr("Read again") + f": {view.name}")
        again.setEnabled(view.state != "missing")
        layout.addWidget(again)
        stop = IconButton("close", self.tr("Follow {name} no longer").format(name=view.name))
        stop.clicked.connect(partial(self.unwatch_requested.emit, view))
        layout.addWidget(stop)
        return row
