"""Step 4 of the import: something long is running, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, icons, theme
from portfolio_app.ui.pages import import_words as words
from portfolio_app.ui.pages.import_draft import totals
from portfolio_app.ui.widgets import Card, button, text_label

if TYPE_CHECKING:
    from portfolio_app.services.import_ import ImportReport


class Working(QWidget):
    """Something long is running: what, how far, and a button to stop it."""

    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.M)
        self._label = text_label("", "section")
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(360)
        self._count = text_label("", "muted")
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stop = button(self.tr("Stop"), self.stop_requested.emit)
        layout.addStretch(2)
        layout.addWidget(self._label)
        layout.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._count)
        layout.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def begin(self, text: str, total: int) -> None:
        """Start at nothing done of `total` rows; 0 when nobody knows how many there are."""
        self._label.setText(text)
        self.bar.setAccessibleName(text)
        self.bar.setRange(0, total)
        self.stop.setEnabled(True)
        self.show_done(0)

    def show_done(self, done: int) -> None:
        """So many rows are done."""
        total = self.bar.maximum()
        if not total:
            self._count.setText("")
            return
        self.bar.setValue(min(done, total))
        self._count.setText(
            self.tr("{done} of {total} rows").format(
                done=i18n.number(min(done, total)), total=i18n.number(total)
            )
        )

    def show_stopping(self) -> None:
        """It was asked to stop."""
        self.stop.setEnabled(False)
        self._count.setText(self.tr("Stopping…"))


class DoneStep(QWidget):
    """What was imported, and where to go from here."""

    clients_requested = Signal()
    calls_requested = Signal()
    undo_requested = Signal()
    save_requested = Signal()
    watch_requested = Signal()
    """The files shall be at hand to be read again with one click."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        card = Card(margin=theme.XL)
        body = card.body
        body.setSpacing(theme.M)
        body.addStretch(2)
        self._icon = QLabel()
        self._title = text_label("", "page", wrap=True)
        self._text = text_label("", wrap=True)
        self._note = text_label("", "muted", wrap=True)
        for label in (self._icon, self._title, self._text, self._note):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            body.addWidget(label)
        body.addSpacing(theme.S)
        body.addWidget(self._buttons())
        body.addStretch(3)
        layout.addWidget(card)
        self._mark = ("check", "good")
        theme.notifier().changed.connect(self._dress)
        self._dress()

    def _buttons(self) -> QWidget:
        self.clients_button = button(
            self.tr("See my clients"), self.clients_requested.emit, variant="primary", icon="clients"
        )
        self.calls_button = button(self.tr("Who to call today"), self.calls_requested.emit, icon="call")
        self.save_button = button(self.tr("Save the refused rows…"), self.save_requested.emit, icon="save")
        self.watch_button = button(self.tr("Follow this file"), self.watch_requested.emit, icon="eye")
        self.undo_button = button(self.tr("Undo this import"), self.undo_requested.emit, icon="undo")
        lines = QWidget()
        layout = QVBoxLayout(lines)
        layout.setContentsMargins(0, 0, 0, 0)
        for row in (
            (self.clients_button, self.calls_button),
            (self.save_button, self.watch_button, self.undo_button),
        ):
            line = QHBoxLayout()
            line.setSpacing(theme.S)
            line.addStretch()
            for item in row:
                line.addWidget(item)
            line.addStretch()
            layout.addLayout(line)
        return lines

    def show_report(self, report: ImportReport) -> None:
        """Say what was written."""
        found = totals(report)
        title = self.tr("%n row(s) imported", "", found.to_write)
        self._title.setText(words.grouped(title, found.to_write))
        created = words.records_text(found.records)
        parts = [self.tr("New in the book: {records}.").format(records=created)] if created else []
        if found.updated:
            parts.append(
                words.grouped(self.tr("%n row(s) completed a client.", "", found.updated), found.updated)
            )
        if not found.to_write:
            parts.append(self.tr("Everything readable in it was in the book already."))
        self._text.setText(" ".join(parts))
        notes = []
        if found.refused:
            note = self.tr(
                "%n row(s) stayed out; save them, correct them and import that file.", "", found.refused
            )
            notes.append(words.grouped(note, found.refused))
        if found.undecided:
            note = self.tr("%n row(s) stayed out because nothing was decided.", "", found.undecided)
            notes.append(words.grouped(note, found.undecided))
        self.say(" ".join(notes))
        self.save_button.setVisible(bool(found.refused))
        self.set_undoable(bool(found.to_write))
        self._set_mark("check", "good")

    def say(self, note: str) -> None:
        """A sentence below; "" for none."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    @property
    def text(self) -> str:
        """All that it says."""
        return " ".join((self._title.text(), self._text.text(), self._note.text())).strip()

    def offer_watching(self, possible: bool) -> None:
        """Whether the files can be followed: not those that are already, nor what was pasted."""
        self.watch_button.setVisible(possible)

    def set_undoable(self, is_undoable: bool) -> None:
        """Whether there is an import to take back."""
        self.undo_button.setVisible(is_undoable)

    def show_taken_back(self, kept: int = 0, *, is_undo: bool = True) -> None:
        """The import was undone; `kept` records were changed since and stay."""
        self._title.setText(self.tr("This import was taken back"))
        again = self.tr("The book is as it was before. Ctrl+Y imports it again.")
        since = self.tr("What was done since stays.")
        self._text.setText(again if is_undo else since)
        note = ""
        if kept:
            note = self.tr("%n record(s) changed since were kept; History lists them.", "", kept)
        self.say(words.grouped(note, kept))
        self.set_undoable(False)
        self.offer_watching(False)
        self._set_mark("undo", "muted")

    def _set_mark(self, icon: str, token: str) -> None:
        self._mark = (icon, token)
        self._dress()

    def _dress(self) -> None:
        name, token = self._mark
        colour = getattr(theme.current(), token)
        self._icon.setPixmap(icons.pixmap(name, colour, 44, self.devicePixelRatioF()))
