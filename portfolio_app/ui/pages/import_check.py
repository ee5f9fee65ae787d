"""Steps 3 and 4 of the import: what would happen, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, icons, theme
from portfolio_app.ui.item_models.lazy_table import BLOCK, Column, LazyTableModel
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages import import_words as words
from portfolio_app.ui.pages.import_draft import Totals, totals
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets import Badge, Card, FlowLayout, button, clear_layout, text_label
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.import_ import ImportReport, RefusedRow, UnreadCell

Trouble = tuple[str, "RefusedRow | UnreadCell"]
"""A refused row, or a cell left out of a row that comes in, and the name of its file."""
ERASED_CODE = "erased_person"
"""Why a row stays out that no correction can bring in."""


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
        """Start at nothing done of `total` rows."""
        self._label.setText(text)
        self.bar.setAccessibleName(text)
        self.bar.setRange(0, total)
        self.stop.setEnabled(True)
        self.show_done(0)

    def show_done(self, done: int) -> None:
        """So many rows are done."""
        total = self.bar.maximum()
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


class CheckStep(QWidget):
    """What the import would do: counts, what is created, and the rows and cells that stay out with the reason."""

    save_requested = Signal()

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._troubles: Sequence[Trouble] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._card = Card(self.tr("What the import will do"))
        chips = QWidget()
        self._chips = FlowLayout(chips, theme.S)
        self._card.body.addWidget(chips)
        self._creates = text_label("", wrap=True)
        self._card.body.addWidget(self._creates)
        self._notes = text_label("", "muted", wrap=True)
        self._card.body.addWidget(self._notes)
        self._card.body.addSpacing(theme.XS)
        row = QHBoxLayout()
        self._title = text_label("", "strong")
        row.addWidget(self._title, 1)
        self.save_button = button(
            self.tr("Save the refused rows…"), self.save_requested.emit, icon="save", small=True
        )
        row.addWidget(self.save_button)
        self._card.body.addLayout(row)
        self.model = LazyTableModel(operations, self._fetch, self._columns(), self)
        self.table = LazyTableView(self.model, self.tr("Rows and cells that stay out"))
        self.table.setSortingEnabled(False)
        self._all_good = _AllGood()
        self._below = QStackedWidget()
        self._below.addWidget(self.table)
        self._below.addWidget(self._all_good)
        self._card.body.addWidget(self._below, 1)
        promise = self.tr(
            "Nothing is written yet. The next step writes everything at once; Ctrl+Z takes it all back."
        )
        self._card.body.addWidget(text_label(promise, "muted", wrap=True))
        layout.addWidget(self._card)

    def show_report(self, report: ImportReport) -> None:
        """Show what a preview found."""
        found = totals(report)
        clear_layout(self._chips)
        for text, tone in chips(found):
            self._chips.addWidget(Badge(text, tone))
        self._creates.setText(self._sentence(found))
        notes = [words.warning_text(code, count) for code, count in _merged(found.warnings).items()]
        self._notes.setText(" · ".join(notes))
        self._notes.setVisible(bool(notes))
        refused: list[Trouble] = [(f.source.path.name, row) for f in report.files for row in f.refused]
        unread: list[Trouble] = [(f.source.path.name, cell) for f in report.files for cell in f.unread]
        self._troubles = [*refused, *unread]
        self.table.setColumnHidden(0, len(report.files) < 2)
        first = {number: self._troubles[number] for number in range(min(BLOCK, len(self._troubles)))}
        self.model.set_ids(range(len(self._troubles)), first)
        self._below.setCurrentIndex(0 if self._troubles else 1)
        self._title.setText(" · ".join((*self._refused_words(refused), *self._unread_words(len(unread)))))
        self._title.setVisible(bool(self._troubles))
        self.save_button.setVisible(bool(refused))

    def _unread_words(self, count: int) -> list[str]:
        if not count:
            return []
        title = self.tr("%n cell(s) stay out of rows that come in", "", count)
        return [words.grouped(title, count)]

    def _refused_words(self, refused: Sequence[Trouble]) -> list[str]:
        """How many rows stay out: until they are corrected, or for good when they are about erased persons."""
        erased = sum(row.code == ERASED_CODE for _, row in refused)
        faulty = len(refused) - erased
        told = []
        if faulty:
            title = self.tr("%n row(s) stay out until they are corrected", "", faulty)
            told.append(words.grouped(title, faulty))
        if erased:
            title = self.tr("%n row(s) stay out: about a person erased at their request", "", erased)
            told.append(words.grouped(title, erased))
        return told

    def _sentence(self, found: Totals) -> str:
        created = words.records_text(found.records)
        if created:
            return self.tr("New in the book: {records}.").format(records=created)
        if found.updated:
            return self.tr("Nothing new; clients already in the book are completed.")
        return self.tr("Nothing to import: everything readable in these files is already in the book.")

    def _columns(self) -> list[Column]:
        return [
            Column("file", self.tr("File"), lambda row: row[0], width=150, style="muted"),
            Column("line", self.tr("Line"), lambda row: i18n.number(row[1].line), "right", width=64),
            Column("column", self.tr("Column"), lambda row: row[1].column or i18n.NO_VALUE, width=150),
            Column("value", self.tr("Value"), lambda row: row[1].value or i18n.NO_VALUE, width=150),
            Column(
                "reason",
                self.tr("Problem and what to do"),
                lambda row: words.trouble_text(row[1]),
                width=320,
                stretch=True,
            ),
        ]

    def _fetch(self, book: Any, numbers: list[int]) -> dict[int, Trouble]:
        troubles = self._troubles
        return {number: troubles[number] for number in numbers if number < len(troubles)}


class _AllGood(QWidget):
    """Stands where rows and cells would that stay out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.S)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label = text_label(self.tr("Every row can be read."), "muted")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        layout.addWidget(self._icon)
        layout.addWidget(label)
        layout.addStretch(2)
        theme.notifier().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._icon.setPixmap(icons.pixmap("check", theme.current().good, 32, self.devicePixelRatioF()))


class DoneStep(QWidget):
    """What was imported, and where to go from here."""

    clients_requested = Signal()
    calls_requested = Signal()
    undo_requested = Signal()
    save_requested = Signal()

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
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.clients_button = button(
            self.tr("See my clients"), self.clients_requested.emit, variant="primary", icon="clients"
        )
        self.calls_button = button(self.tr("Who to call today"), self.calls_requested.emit, icon="call")
        self.undo_button = button(self.tr("Undo this import"), self.undo_requested.emit, icon="undo")
        self.save_button = button(self.tr("Save the refused rows…"), self.save_requested.emit, icon="save")
        row.addStretch()
        for item in (self.clients_button, self.calls_button, self.save_button, self.undo_button):
            row.addWidget(item)
        row.addStretch()
        body.addSpacing(theme.S)
        body.addLayout(row)
        body.addStretch(3)
        layout.addWidget(card)
        self._mark = ("check", "good")
        theme.notifier().changed.connect(self._dress)
        self._dress()

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
        self._text.setText(" ".join(parts))
        note = ""
        if found.refused:
            note = self.tr(
                "%n row(s) stayed out; save them, correct them and import that file.", "", found.refused
            )
        self._note.setText(words.grouped(note, found.refused))
        self._note.setVisible(bool(note))
        self.save_button.setVisible(bool(found.refused))
        self.set_undoable(True)
        self._set_mark("check", "good")

    def set_undoable(self, is_undoable: bool) -> None:
        """Whether the import is still the last thing done, so that undoing means it."""
        self.undo_button.setVisible(is_undoable)

    def show_taken_back(self) -> None:
        """The import was undone."""
        self._title.setText(self.tr("This import was taken back"))
        self._text.setText(self.tr("The book is as it was before. Ctrl+Y imports it again."))
        self._note.hide()
        self.set_undoable(False)
        self._set_mark("undo", "muted")

    def _set_mark(self, icon: str, token: str) -> None:
        self._mark = (icon, token)
        self._dress()

    def _dress(self) -> None:
        name, token = self._mark
        colour = getattr(theme.current(), token)
        self._icon.setPixmap(icons.pixmap(name, colour, 44, self.devicePixelRatioF()))


def chips(found: Totals) -> list[tuple[str, Tone]]:
    """The counts of a report as badges: every row is in exactly one of them."""
    translate = QCoreApplication.translate

    def count_text(kind: str, count: int) -> str:
        texts = {
            "created": translate("ImportWords", "%n new", None, count),
            "updated": translate("ImportWords", "%n updated", None, count),
            "unchanged": translate("ImportWords", "%n already in the book", None, count),
            "refused": translate("ImportWords", "%n refused", None, count),
        }
        return words.grouped(texts[kind], count)

    tones: dict[str, Tone] = {
        "created": "good",
        "updated": "warn",
        "unchanged": "neutral",
        "refused": "danger",
    }
    counts = ((kind, int(getattr(found, kind)), tone) for kind, tone in tones.items())
    result = [(count_text(kind, count), tone) for kind, count, tone in counts if count]
    result += [(words.skipped_text(code, count), "neutral") for code, count in found.skipped.items()]
    return result


def _merged(warnings: dict[str, int]) -> dict[str, int]:
    """Cells that stay empty counted together, whatever the reason."""
    result: dict[str, int] = {}
    for code, count in warnings.items():
        key = code if code in ("odd_email", "odd_phone", "objected") else "left_empty"
        result[key] = result.get(key, 0) + count
    return result
