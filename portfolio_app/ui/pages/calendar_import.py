"""What a calendar file holds, before it is imported: which entries, and for which clients."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QWidget

from portfolio_app.ui import agenda_words, i18n, messages, theme
from portfolio_app.ui.dialogs.box import Box
from portfolio_app.ui.dialogs.client_picker import ClientPicker, Found, find_client
from portfolio_app.ui.pages import calendar_calls
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.plain import plain_caption, plain_tooltip
from portfolio_app.ui.widgets import button, clear_layout, text_label

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError
    from portfolio_app.services.calendar_files import CalendarEntry, CalendarMatch

WIDTH, HEIGHT = 820, 300
MOST_LIKELY = 4
DAY, TITLE, CLIENT, STATE = range(4)
DAY_MOST = 240
"""So wide at most: a day with its time and another time zone."""
Index = QModelIndex | QPersistentModelIndex


class ImportModel(QAbstractTableModel):
    """One row an entry. `chosen`: the rows to import; only those with a client that would change anything can be.

    What there is nothing to decide about comes last, so that what is to be imported is in sight.
    """

    chosen_changed = Signal()

    def __init__(self, matches: Sequence[CalendarMatch], today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.matches = sorted(matches, key=lambda match: match.state not in ("new", "changed"))
        self._today = today
        self.clients: list[tuple[int, str] | None] = [
            (match.client_ids[0], match.names[0]) if len(match.client_ids) == 1 else None
            for match in self.matches
        ]
        self.chosen = {
            row
            for row, match in enumerate(self.matches)
            if self._is_able(row) and (match.state == "changed" or not self._is_past(match))
        }

    def _is_past(self, match: CalendarMatch) -> bool:
        return match.due_on is not None and match.due_on < self._today

    def _is_able(self, row: int) -> bool:
        match, client = self.matches[row], self.clients[row]
        if client is None or match.state == "refused":
            return False
        return match.state in ("new", "changed") or client[0] not in match.client_ids

    def pairs(self) -> list[tuple[int, CalendarEntry]]:
        """What to import."""
        return [
            (client[0], self.matches[row].entry)
            for row in sorted(self.chosen)
            if (client := self.clients[row]) is not None
        ]

    def set_client(self, rows: Sequence[int], client_id: int, name: str) -> None:
        """Give rows a client, and choose them."""
        for row in rows:
            self.clients[row] = (client_id, name)
        self.choose(rows, True)

    def choose(self, rows: Sequence[int], on: bool) -> None:
        """Choose rows that have a client, or leave them out."""
        able = {row for row in rows if self._is_able(row)}
        self.chosen = self.chosen | able if on else self.chosen - set(rows)
        self._tell()

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.matches) - 1, STATE))
        self.chosen_changed.emit()

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many entries."""
        return 0 if parent.isValid() else len(self.matches)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Day, title, client, state."""
        return 0 if parent.isValid() else 4

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column has a tick."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == DAY else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("When"), self.tr("What"), self.tr("Client"), "")[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, ticks, tips."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == DAY:
            return Qt.CheckState.Checked if row in self.chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ForegroundRole and column == CLIENT and self.clients[row] is None:
            return QColor(theme.current().danger)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._tip(row))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.choose([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _text(self, row: int, column: int) -> str:
        match = self.matches[row]
        entry = match.entry
        if column == DAY:
            if match.due_on is None:
                return i18n.NO_VALUE
            at = agenda_words.at_time(entry.due_time, entry.time_zone)
            return f"{i18n.day_month(match.due_on, self._today)} {at}".strip()
        if column == TITLE:
            every = agenda_words.repetition(entry.repeat_every, entry.repeat_unit, entry.repeat_until)
            return " · ".join(part for part in (entry.title, every) if part)
        if column == CLIENT:
            client = self.clients[row]
            if client is not None:
                return client[1]
            if match.state == "refused":
                return ""
            return self.tr("one of several") if match.client_ids else self.tr("not recognised")
        return self.state(row)

    def state(self, row: int) -> str:
        """What is to be known of an entry before it is imported."""
        match = self.matches[row]
        problems = {
            "no_date": self.tr("no date"),
            "bad_date": self.tr("date not understood"),
            "cancelled": self.tr("cancelled"),
            "done": self.tr("done already"),
            "computed": self.tr("due by itself"),
            "over": self.tr("is over"),
        }
        hints = {
            "rule": self.tr("first date only"),
            "exceptions": self.tr("without exceptions"),
            "month_end": self.tr("at month ends"),
            "time_zone": self.tr("unknown time zone"),
            "text": self.tr("text cut"),
        }
        states = {
            "changed": self.tr("brought up to date"),
            "same": self.tr("known, unchanged"),
            "kept": self.tr("changed here since"),
        }
        if match.problem:
            return problems.get(match.problem, match.problem)
        parts = [states[match.state]] if match.state in states else []
        if match.state == "new" and self._is_past(match):
            parts.append(self.tr("past"))
        parts += [hints.get(hint, hint) for hint in match.entry.hints]
        return ", ".join(parts)

    def _tip(self, row: int) -> str:
        entry = self.matches[row].entry
        parts = (
            self._text(row, TITLE),
            self._text(row, DAY),
            entry.location,
            entry.notes[:400],
            self.state(row),
        )
        return "\n".join(part for part in parts if part)


class ImportBox(Box):
    """Space ticks, the field below gives the selected entries a client; one step imports them all."""

    def __init__(
        self, context: UiContext, name: str, matches: Sequence[CalendarMatch], parent: QWidget
    ) -> None:
        super().__init__(parent, self.tr("Import reminders"), WIDTH)
        self.context = context
        self.model = ImportModel(matches, context.today(), self)
        self.model.chosen_changed.connect(self._show_count)
        known = sum(len(match.client_ids) == 1 for match in matches)
        told = self.tr("%n entry(s) in {name}", "", len(matches)).format(name=name)
        matched = self.tr("client recognised in %n of them", "", known)
        self.body.addWidget(text_label(f"{told} · {matched}", "muted", wrap=True))
        self.table = self._make_table()
        self.body.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.picker = ClientPicker(context.operations)
        label = text_label(self.tr("Client of the selected entries:"))
        label.setMinimumHeight(self.picker.field.sizeHint().height())
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        self.picker.chosen.connect(self._client_chosen)
        row.addWidget(self.picker, 1)
        self.body.addLayout(row)
        self._likely = QHBoxLayout()
        self._likely.setSpacing(theme.S)
        self.body.addLayout(self._likely)
        self.table.selectionModel().selectionChanged.connect(self._offer)
        self.footer.addStretch()
        self.footer.addWidget(button(self.tr("Cancel"), self.withdraw))
        self.import_button = button("", self.submit, variant="primary")
        self.import_button.setDefault(True)
        self.footer.addWidget(self.import_button)
        self._show_count()
        self.fit()
        self.table.setFocus()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Entries of the file"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in (
            (DAY, max(150, min(DAY_MOST, table.sizeHintForColumn(DAY)))),
            (CLIENT, 180),
            (STATE, 150),
        ):
            header.resizeSection(column, width)
        rows = len(self.model.matches) * table.verticalHeader().defaultSectionSize()
        table.setFixedHeight(min(HEIGHT, header.sizeHint().height() + rows + 4))
        table.selectRow(0)
        table.installEventFilter(self)
        return table

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space ticks all the selected entries at once."""
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and event.key() == Qt.Key.Key_Space and (rows := self._selected()):  # type: ignore[attr-defined]
            self.model.choose(rows, not set(rows) <= self.model.chosen)
            return True
        return super().eventFilter(watched, event)

    def _selected(self) -> list[int]:
        return [index.row() for index in self.table.selectionModel().selectedRows()]

    def _offer(self) -> None:
        """Of an entry that may be about several clients: each as a button."""
        clear_layout(self._likely)
        rows = self._selected()
        match = self.model.matches[rows[0]] if len(rows) == 1 else None
        if match is not None and len(match.client_ids) > 1:
            for client_id, name in list(zip(match.client_ids, match.names, strict=True))[:MOST_LIKELY]:
                choose = partial(self.model.set_client, rows, client_id, name)
                self._likely.addWidget(button(plain_caption(name[:40]), choose, small=True))
            self._likely.addStretch()
        self.fit()

    def _client_chosen(self, client_id: int | None) -> None:
        rows = self._selected()
        if client_id is not None and rows:
            self.context.operations.query(
                self,
                find_client,
                client_id,
                on_result=partial(self._give_client, rows),
            )

    def _give_client(self, rows: Sequence[int], found: Found | None) -> None:
        if found is not None:
            self.model.set_client(rows, found.client_id, found.name)

    def _show_count(self) -> None:
        count = len(self.model.chosen)
        self.import_button.setText(self.tr("Import %n reminder(s)", "", count))
        self.import_button.setEnabled(count > 0 and not self.is_busy)

    def submit(self) -> None:
        """Plan what is ticked."""
        self.set_busy(True)
        self.import_button.setEnabled(False)
        self.context.operations.run(
            self,
            calendar_calls.import_reminders,
            self.model.pairs(),
            on_done=lambda _: self.withdraw(),
            on_error=self._refused,
        )

    def _refused(self, error: PortfolioError) -> None:
        self.set_busy(False)
        self._show_count()
        self.say(messages.error_text(error))
