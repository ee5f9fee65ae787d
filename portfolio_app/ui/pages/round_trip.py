"""Reviewing a workbook that the book exported and somebody edited: what differs, and what of it is taken over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from portfolio_app.errors import OperationCancelled, PortfolioError
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.item_models.lazy_table import BLOCK, Column, LazyTableModel
from portfolio_app.ui.operations import LongOperation
from portfolio_app.ui.pages import import_words as words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.import_done import Working
from portfolio_app.ui.pages.import_parts import Notice
from portfolio_app.ui.pages.round_trip_model import ARROW, DiffModel, DiffTable, record_name, shown
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets import Badge, Card, FlowLayout, button, clear_layout, scrolling, text_label
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.round_trip import DiffItem, WorkbookDiff

EDITS, REFUSED = range(2)
DETAILS_WIDTH = 320
CHANGED_SINCE = "changed_since"


class RoundTripReview(QWidget):
    """Shows the edits of one workbook, each to be ticked; the ticked ones are applied in one step."""

    closed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ops = context.operations
        self._path = Path()
        self.diff: WorkbookDiff | None = None
        self._running: LongOperation | None = None
        self._refused_rows: list[Any] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.M)
        self.notice = Notice()
        layout.addWidget(self.notice)
        self.working = Working()
        self.working.stop_requested.connect(self._stop)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._review())
        self._stack.addWidget(self.working)
        layout.addWidget(self._stack, 1)
        layout.addLayout(self._footer())

    def _review(self) -> QWidget:
        self._card = Card()
        chips = QWidget()
        self._chips = FlowLayout(chips, theme.S)
        self._card.body.addWidget(chips)
        self._told = text_label("", "muted", wrap=True)
        self._card.body.addWidget(self._told)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("What to look at"))
        self.tabs.addTab("")
        self.tabs.addTab("")
        self._card.body.addWidget(self.tabs)
        self._panels = QStackedWidget()
        self._panels.addWidget(self._edits_panel())
        self._panels.addWidget(self._refused_panel())
        self.tabs.currentChanged.connect(self._panels.setCurrentIndex)
        self._card.body.addWidget(self._panels, 1)
        return self._card

    def _edits_panel(self) -> QWidget:
        panel = QWidget()
        layout = QHBoxLayout(panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.M)
        self.model = DiffModel(self)
        self.model.chosen_changed.connect(self._show_count)
        self.table = DiffTable(self.model)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_details())
        layout.addWidget(self.table, 1)
        side = QWidget()
        side.setFixedWidth(DETAILS_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        self._who = text_label("", "strong", wrap=True)
        column.addWidget(self._who)
        lines = QWidget()
        self._fields = QVBoxLayout(lines)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(theme.XS)
        column.addWidget(scrolling(lines), 1)
        layout.addWidget(side)
        return panel

    def _refused_panel(self) -> QWidget:
        columns = [
            Column("sheet", self.tr("Sheet"), lambda cell: cell.title, width=110, style="muted"),
            Column("line", self.tr("Line"), lambda cell: i18n.number(cell.line), "right", width=64),
            Column("column", self.tr("Column"), lambda cell: cell.column or i18n.NO_VALUE, width=150),
            Column("value", self.tr("Value"), lambda cell: cell.value or i18n.NO_VALUE, width=170),
            Column(
                "why", self.tr("Problem and what to do"), words.cell_text, width=320, stretch=True, least=200
            ),
        ]
        self.refused_model = LazyTableModel(self._ops, self._fetch, columns, self)
        self.refused_table = LazyTableView(self.refused_model, self.tr("Edits that cannot be read"))
        self.refused_table.setSortingEnabled(False)
        return self.refused_table

    def _footer(self) -> QHBoxLayout:
        footer = QHBoxLayout()
        footer.setSpacing(theme.S)
        self.back_button = button(self.tr("Back"), self.closed.emit)
        self.all_button = button(self.tr("Tick all"), lambda: self._tick(True), variant="ghost")
        self.none_button = button(self.tr("Tick none"), lambda: self._tick(False), variant="ghost")
        self.apply_button = button("", self.apply, variant="primary")
        for item in (self.back_button, self.all_button, self.none_button):
            footer.addWidget(item)
        footer.addStretch()
        footer.addWidget(self.apply_button)
        return footer

    def compare(self, path: Path) -> None:
        """Find out what was edited in this workbook."""
        self._path, self.diff = path, None
        self.notice.say("")
        self.model.show([])
        self._run(
            self.tr("Comparing {name} with the book…").format(name=path.name), _compare, path, self.show_diff
        )

    def focus_first(self) -> None:
        """The table, or the button that stops."""
        (self.table if self._stack.currentIndex() == 0 else self.working.stop).setFocus()

    def show_diff(self, diff: WorkbookDiff) -> None:
        """Show what differs."""
        self._end()
        self.diff = diff
        self._card.set_title(self._title(diff))
        self._show_chips(diff)
        self._told.setText(self._explanation(diff))
        self._refused_rows = list(diff.refused)
        self.refused_model.set_ids(
            range(len(self._refused_rows)), dict(enumerate(self._refused_rows[:BLOCK]))
        )
        self.model.show([] if diff.is_other_book else diff.items)
        edits, refused = len(self.model.items), len(diff.refused)
        self.tabs.setTabText(EDITS, self.tr("Edits ({count})").format(count=i18n.number(edits)))
        self.tabs.setTabText(REFUSED, self.tr("Not understood ({count})").format(count=i18n.number(refused)))
        self.tabs.setTabVisible(REFUSED, bool(refused))
        self.tabs.setCurrentIndex(EDITS if edits or not refused else REFUSED)
        if edits:
            self.table.selectRow(0)
        self._show_details()
        self._show_count()
        self.focus_first()

    def apply(self) -> None:
        """Take the ticked edits over, in one step."""
        if self.diff is None or not self.model.chosen or self._running is not None:
            return
        self.apply_button.setEnabled(False)
        chosen = frozenset(self.model.chosen)
        self._ops.run(
            self,
            _apply,
            self.diff,
            chosen,
            on_done=lambda changes: self._applied(changes, len(chosen)),
            on_error=self._failed,
        )

    def _applied(self, changes: Changes, count: int) -> None:
        told = words.grouped(self.tr("%n edit(s) taken over. Ctrl+Z takes them back.", "", count), count)
        self.compare(self._path)
        self.notice.say(told, "good")

    # What is shown

    def _title(self, diff: WorkbookDiff) -> str:
        if diff.made_at is None:
            return self._path.name
        day = i18n.day_month_year(diff.made_at.astimezone().date())
        return self.tr("{name}, exported on {day}").format(name=self._path.name, day=day)

    def _show_chips(self, diff: WorkbookDiff) -> None:
        clear_layout(self._chips)
        conflicts = sum(item.is_conflict for item in diff.items)
        for text, count, tone in self._counts(diff, conflicts):
            if count:
                self._chips.addWidget(Badge(words.grouped(text, count), tone))

    def _counts(self, diff: WorkbookDiff, conflicts: int) -> list[tuple[str, int, Tone]]:
        changed, added, removed = len(diff.changed), len(diff.added), len(diff.removed)
        refused, untouched = len(diff.refused), diff.untouched
        return [
            (self.tr("%n changed", "", changed), changed, "accent"),
            (self.tr("%n added", "", added), added, "good"),
            (self.tr("%n removed", "", removed), removed, "warn"),
            (self.tr("%n changed on both sides", "", conflicts), conflicts, "danger"),
            (self.tr("%n not understood", "", refused), refused, "danger"),
            (self.tr("%n row(s) as exported", "", untouched), untouched, "neutral"),
        ]

    def _explanation(self, diff: WorkbookDiff) -> str:
        if diff.is_other_book:
            return self.tr(
                "This workbook was exported from another book, so nothing was compared. "
                "Go back and import it as a table."
            )
        if diff.is_empty:
            return self.tr("Nothing was edited in this workbook: there is nothing to take over.")
        told = [
            self.tr(
                "Only what is ticked is taken over. Rows taken out of the workbook stay unless you tick them."
            )
        ]
        if diff.missing_sheets:
            names = ", ".join(diff.missing_sheets)
            told.append(self.tr("Sheets no longer in it are left alone: {names}.").format(names=names))
        if diff.unknown_columns:
            names = ", ".join(f"{sheet} › {column}" for sheet, column in diff.unknown_columns)
            told.append(self.tr("Columns added by hand are not read: {names}.").format(names=names))
        return " ".join(told)

    def _show_details(self) -> None:
        """The fields of the record the user is on, before and after."""
        clear_layout(self._fields)
        row = self.table.currentIndex().row()
        item: DiffItem | None = self.model.items[row] if 0 <= row < len(self.model.items) else None
        self._who.setText(record_name(item) if item is not None else "")
        if item is None:
            return
        if item.is_conflict:
            told = self.tr(
                "The book was changed here too since the export. Ticked, the workbook’s values win."
            )
            self._fields.addWidget(text_label(told, "danger", wrap=True))
        if item.kind == "removed":
            told = self.tr("Its row was taken out of the workbook. Ticked, it is deleted from the book too.")
            self._fields.addWidget(text_label(told, "muted", wrap=True))
        for change in item.fields:
            self._fields.addWidget(text_label(change.title, "caption"))
            text = shown(change.after)
            if item.kind == "changed":
                text = f"{shown(change.before)}  {ARROW}  {text}"
            self._fields.addWidget(text_label(text, "danger" if change.is_conflict else "body", wrap=True))
        self._fields.addStretch(1)

    def _show_count(self) -> None:
        count = len(self.model.chosen)
        text = words.grouped(self.tr("Take over %n edit(s)", "", count), count)
        self.apply_button.setText(text)
        has_items = bool(self.model.items)
        self.apply_button.setVisible(has_items and self._running is None)
        self.apply_button.setEnabled(bool(count))
        self.all_button.setVisible(has_items and self._running is None)
        self.none_button.setVisible(has_items and self._running is None)

    def _tick(self, on: bool) -> None:
        self.model.choose(range(len(self.model.items)), on)

    def _fetch(self, book: Any, numbers: list[int]) -> dict[int, Any]:
        rows = self._refused_rows
        return {number: rows[number] for number in numbers if number < len(rows)}

    # What runs

    def _run(self, text: str, service: Any, argument: Any, on_done: Any) -> None:
        self.working.begin(text, 0)
        self._stack.setCurrentIndex(1)
        self._running = self._ops.long(self, service, argument, on_done=on_done, on_error=self._failed)
        self._show_count()
        self.working.stop.setFocus()

    def _stop(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self.working.show_stopping()

    def _end(self) -> None:
        self._running = None
        self._stack.setCurrentIndex(0)

    def _failed(self, error: PortfolioError) -> None:
        self._end()
        self._show_count()
        if error.code == CHANGED_SINCE:  # what is shown is no longer what the book holds
            self.compare(self._path)
        self.notice.say(
            words.problem_text(error), "accent" if isinstance(error, OperationCancelled) else "danger"
        )


# What runs on the book's thread; the services are imported there.


def _compare(book: Any, path: Path, **hooks: Any) -> WorkbookDiff:
    from portfolio_app.services import round_trip

    return round_trip.compare(book, path, **hooks)


def _apply(book: Any, diff: WorkbookDiff, chosen: frozenset[int]) -> Changes:
    from portfolio_app.services import round_trip

    return round_trip.apply(book, diff, chosen)
