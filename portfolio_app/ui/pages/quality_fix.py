"""What mending would change, value by value: looked through, unticked where it is wrong, written in one step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.errors import OperationCancelled, PortfolioError
from portfolio_app.ui import field_names, i18n, messages, theme
from portfolio_app.ui.item_models.cells import Cell
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.operations import LongOperation
from portfolio_app.ui.pages import quality_calls
from portfolio_app.ui.pages import quality_words as words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.import_words import grouped
from portfolio_app.ui.widgets import EmptyState, button, text_label
from portfolio_app.ui.widgets.fields import ChoiceBox
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.quality_fixes import Proposal

TICK = 0
"""The column of the ticks."""


class FixPanel(QWidget):
    """A table of proposals: a tick, the client, the field, before and after."""

    closed = Signal()
    """Written, or put away."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.code = ""
        self._proposals: Sequence[Proposal] = ()
        self._left_out: set[int] = set()
        self._running: LongOperation | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self._make_head())
        self._stack = QStackedWidget()
        self.model = LazyTableModel(context.operations, self._fetch, self._columns(), self)
        self.table = LazyTableView(self.model, self.tr("What would change"))
        self.table.setSortingEnabled(False)
        self.table.clicked.connect(self._clicked)
        self.table.activated_id.connect(lambda number: self._toggle([number]))
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(lambda: self._toggle(self.table.selected_ids()))
        self._none = EmptyState(
            "check",
            self.tr("Nothing can be proposed"),
            self.tr("What the book holds doesn’t allow one answer. Nothing is guessed."),
        )
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        self._stack.addWidget(QWidget())
        column.addWidget(self._stack, 1)
        self._error = text_label("", "danger", wrap=True)
        self._error.hide()
        column.addWidget(self._error)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Working…"))
        self.progress.hide()
        column.addWidget(self.progress)
        column.addLayout(self._make_foot())
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_panel)

    def propose(self, code: str) -> None:
        """Ask what mending that check would change."""
        self.code = code
        self._how.setText(words.how(code))
        self._styles.setVisible(code == "phone_form")
        self._ask()

    def close_panel(self) -> None:
        """Stop what runs and go back to the clients."""
        if self._running is not None:
            self._running.cancel()
        self._show(())
        self.closed.emit()

    @property
    def chosen(self) -> list[Proposal]:
        """The proposals that are ticked."""
        return [each for number, each in enumerate(self._proposals) if number not in self._left_out]

    # Building

    def _make_head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        self._how = text_label("", wrap=True)
        column.addWidget(self._how)
        self._styles = QWidget()
        row = QHBoxLayout(self._styles)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        label = text_label(self.tr("Write them"))
        self.style_box = ChoiceBox()
        self.style_box.setAccessibleName(self.tr("How phone numbers are written"))
        self.style_box.addItem(self.tr("as from abroad: +33 2 61 91 23 21"), "international")
        self.style_box.addItem(self.tr("as at home: 02 61 91 23 21"), "national")
        self.style_box.activated.connect(lambda _: self._ask())
        label.setBuddy(self.style_box)
        row.addWidget(label)
        row.addWidget(self.style_box)
        row.addStretch()
        column.addWidget(self._styles)
        return head

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.all_button = button("", self._toggle_all, variant="link", small=True)
        row.addWidget(self.all_button)
        row.addStretch()
        self.cancel_button = button(self.tr("Cancel"), self.close_panel, small=True)
        row.addWidget(self.cancel_button)
        self.apply_button = button("", self._apply, variant="primary", small=True)
        row.addWidget(self.apply_button)
        return row

    def _columns(self) -> list[Column]:
        return [
            Column("use", "", lambda row: "✓" if row[0] not in self._left_out else "", "center", width=38,
                   style="strong"),
            Column("client", self.tr("Client"), self._who, width=110, stretch=True),
            Column("field", self.tr("Field"), lambda row: field_names.field_label(row[1].field), width=84,
                   style="muted"),
            Column("before", self.tr("Now"), lambda row: _value(row[1].field, row[1].before), width=130,
                   style="muted"),
            Column("after", self.tr("Then"), lambda row: _value(row[1].field, row[1].after), width=150,
                   style="strong"),
        ]  # fmt: skip

    def _who(self, row: tuple[int, Proposal]) -> Cell:
        proposal = row[1]
        return f"{proposal.client} · {proposal.who}" if proposal.who else proposal.client

    def _fetch(self, book: Any, numbers: list[int]) -> dict[int, tuple[int, Proposal]]:
        known = self._proposals
        return {number: (number, known[number]) for number in numbers if number < len(known)}

    # Showing

    def _ask(self) -> None:
        self._show(())
        self._stack.setCurrentIndex(2)
        self._begin()
        self._running = self.context.operations.long(
            self,
            quality_calls.proposals,
            self.code,
            self.context.today(),
            self.style_box.currentData() if self.code == "phone_form" else "international",
            on_progress=self._show_progress,
            on_done=self._proposed,
            on_error=self._failed,
        )

    def _proposed(self, found: Sequence[Proposal]) -> None:
        self._end()
        self._show(found)
        self._stack.setCurrentIndex(0 if found else 1)
        if found:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, found: Sequence[Proposal]) -> None:
        self._proposals = found
        self._left_out = set(range(len(found))) if self.code == "stale" else set()
        self._error.hide()
        self.model.set_ids(range(len(found)))
        self._show_count()

    def _show_count(self) -> None:
        count = len(self._proposals) - len(self._left_out)
        text = self.tr("Change %n value(s)", "", count)
        self.apply_button.setText(grouped(text, count))
        self.apply_button.setEnabled(count > 0 and self._running is None)
        self.all_button.setText(self.tr("Tick all") if self._left_out else self.tr("Untick all"))
        self.all_button.setVisible(bool(self._proposals))

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _begin(self) -> None:
        self._error.hide()
        self.progress.setRange(0, 0)
        self.progress.show()
        self.apply_button.setEnabled(False)

    def _end(self) -> None:
        self._running = None
        self.progress.hide()

    def _failed(self, error: PortfolioError) -> None:
        self._end()
        self._show_count()
        if not isinstance(error, OperationCancelled):
            self._error.setText(messages.error_text(error))
            self._error.show()

    # Doing

    def _clicked(self, index: Any) -> None:
        if index.column() == TICK:
            self._toggle([index.row()])

    def _toggle(self, numbers: Sequence[int]) -> None:
        """Tick them, or when all of them are, untick them."""
        chosen = set(numbers)
        self._left_out = self._left_out - chosen if chosen & self._left_out else self._left_out | chosen
        self.model.reformat()
        self._show_count()

    def _toggle_all(self) -> None:
        self._left_out = set() if self._left_out else set(range(len(self._proposals)))
        self.model.reformat()
        self._show_count()

    def _apply(self) -> None:
        self._begin()
        self._running = self.context.operations.long(
            self,
            quality_calls.apply_fix,
            self.code,
            self.chosen,
            on_progress=self._show_progress,
            on_done=lambda _: self._written(),
            on_error=self._failed,
        )

    def _written(self) -> None:
        self._end()
        self.close_panel()


def _value(field: str, text: str) -> str:
    """A value as it is read; a day as one, nothing as a dash."""
    if not text:
        return i18n.NO_VALUE
    if field == "verified_on":
        return i18n.short_date(date.fromisoformat(text))
    return text
