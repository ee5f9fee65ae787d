"""Prospects of whom nothing was heard for years: to be kept for a reason, or not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.errors import PortfolioError
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.item_models.cells import BadgeCell, Cell
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.pages import privacy_calls
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.privacy_parts import KnownRows, PrivacyPart
from portfolio_app.ui.widgets import Card, EmptyState, button, text_label
from portfolio_app.ui.widgets.fields import NumberEdit
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.privacy import ReviewRow

MONTHS_LOW, MONTHS_HIGH = 1, 120
WAIT_MS = 600


class ReviewPart(PrivacyPart):
    """The list, the delay behind it, and what can be done about those on it."""

    open_requested = Signal(str, object)
    """As of a `Page`: ("client", id), ("log_touch", id)."""
    erase_requested = Signal(int)
    """A client of kind person is to be erased for good."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._saved_months = 0
        self._kinds: dict[int, str] = {}
        self._known: KnownRows[ReviewRow] = KnownRows()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        card = Card(margin=theme.M)
        layout.addWidget(card)
        card.body.addLayout(self._make_delay())
        card.body.addWidget(
            text_label(
                self.tr(
                    "Counted from the last time they came to you (a touch noted “From the client”), else from "
                    "when they were added. The CNIL recommends three years for prospects: then ask them, or "
                    "delete them. This is help, not legal advice."
                ),
                "muted",
                wrap=True,
            )
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_list())
        self._stack.addWidget(QWidget())  # until it is known for how many months
        card.body.addWidget(self._stack, 1)

    def load(self) -> None:
        """Ask who is to be reviewed."""
        self.context.operations.query(self, privacy_calls.review, on_result=self._show, latest="review")

    def focus_first(self) -> None:
        """The list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _make_delay(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        words = text_label(self.tr("Prospects who gave no sign for"), "strong")
        row.addWidget(words)
        self.months = NumberEdit(MONTHS_LOW, MONTHS_HIGH, 36, self.tr(" months"))
        self.months.setAccessibleName(self.tr("Months without a sign"))
        self.months.setMinimumWidth(110)
        words.setBuddy(self.months)
        row.addWidget(self.months)
        row.addStretch()
        self.count = text_label("", "muted")
        row.addWidget(self.count)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._save_months)
        self.months.valueChanged.connect(lambda _: self._timer.start())
        self.months.editingFinished.connect(self._save_months)
        return row

    def _make_list(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        bar = QHBoxLayout()
        bar.setSpacing(theme.S)
        self.open_button = button(self.tr("Open"), self._open, small=True)
        self.open_button.setToolTip(self.tr("Open the client (Enter)"))
        self.log_button = button(self.tr("Log a touch"), self._log, icon="edit", small=True)
        self.log_button.setToolTip(self.tr("They came back to you: note it, “From the client” (L)"))
        self.delete_button = button(self.tr("Delete"), self._delete, icon="trash", small=True)
        self.delete_button.setToolTip(self.tr("Delete the selected clients; it can be undone (Del)"))
        self.erase_button = button(self.tr("Erase for good…"), self._erase, variant="danger", small=True)
        self.erase_button.setToolTip(
            self.tr("From the history and the search too; see first what goes and what stays")
        )
        for item in (self.open_button, self.log_button, self.delete_button, self.erase_button):
            bar.addWidget(item)
        bar.addStretch()
        self.selected = text_label("", "muted")
        bar.addWidget(self.selected)
        column.addLayout(bar)
        self.model = LazyTableModel(self.context.operations, self._known.fetch, self._columns(), self)
        self.table = LazyTableView(self.model, self.tr("Prospects to review"))
        self.table.activated_id.connect(lambda client: self.open_requested.emit("client", client))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_selection())
        for keys, call in (("L", self._log), ("Del", self._delete)):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(call)
        column.addWidget(self.table, 1)
        return body

    def _columns(self) -> list[Column]:
        return [
            Column("name", self.tr("Client"), lambda row: row.name, style="strong", width=200, stretch=True),
            Column("city", self.tr("City"), lambda row: row.city, style="muted", width=140),
            Column("contacts", self.tr("Contacts"), lambda row: i18n.number(row.contacts), "right", width=84),
            Column("last", self.tr("Last sign from them"), self._last, width=215),
            Column("since", self.tr("Without a sign for"), self._silence, width=150),
        ]

    def _last(self, row: ReviewRow) -> Cell:
        if row.last_incoming is not None:
            return i18n.short_date(row.last_incoming)
        return self.tr("never; added {day}").format(day=i18n.short_date(row.since))

    def _silence(self, row: ReviewRow) -> Cell:
        years, months = divmod(row.months, 12)
        text = self.tr("%n month(s)", "", row.months) if months else self.tr("%n year(s)", "", years)
        return BadgeCell(text, "warn")

    # Showing

    def _show(self, found: privacy_calls.Review) -> None:
        self._saved_months = found.months
        if not self.months.hasFocus():
            self.months.blockSignals(True)
            self.months.setValue(found.months)
            self.months.blockSignals(False)
        rows = {row.client_id: row for row in found.rows}
        self._kinds = {row.client_id: row.kind for row in found.rows}
        self._known.show(self.model, rows)
        self.count.setText(self.tr("%n client(s)", "", len(rows)))
        if not rows:
            self._say_nobody(found.months)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._show_selection()

    def _say_nobody(self, months: int) -> None:
        """Nobody to review says no more than that: a prospect added today gave no sign either."""
        old = self._stack.widget(1)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        words = self.tr("No prospect has been without a sign for more than %n month(s).", "", months)
        self._stack.addWidget(EmptyState("check", self.tr("Nobody to review"), words))

    def _show_selection(self) -> None:
        ids = self._ids()
        for item in (self.open_button, self.log_button):
            item.setEnabled(len(ids) == 1)
        self.delete_button.setEnabled(bool(ids))
        self.erase_button.setEnabled(len(ids) == 1 and self._kinds.get(ids[0]) == "person")
        self.selected.setText(self.tr("%n selected", "", len(ids)) if len(ids) > 1 else "")

    def _ids(self) -> list[int]:
        return self.table.selected_ids()

    # Doing

    def _save_months(self) -> None:
        self._timer.stop()
        months = self.months.value()
        if months != self._saved_months and self._saved_months:
            self._saved_months = months
            self.context.operations.run(
                self, privacy_calls.set_months, months, on_error=self._not_saved, announce=False
            )

    def _not_saved(self, error: PortfolioError) -> None:
        self.context.operations.failed.emit(error)
        self.load()

    def _open(self) -> None:
        for client in self._ids()[:1]:
            self.open_requested.emit("client", client)

    def _log(self) -> None:
        ids = self._ids()
        if len(ids) == 1:
            self.open_requested.emit("log_touch", ids[0])

    def _delete(self) -> None:
        ids = self._ids()
        if ids:
            self.context.operations.run(self, privacy_calls.delete_clients, ids)

    def _erase(self) -> None:
        for client in self._ids()[:1]:
            self.erase_requested.emit(client)
