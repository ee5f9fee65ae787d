"""Step 2 of the import: how each file is read, and where its columns go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.field_names import field_label
from portfolio_app.ui.pages import import_words as words
from portfolio_app.ui.pages.import_columns import ColumnsModel, ColumnsTable
from portfolio_app.ui.pages.import_dates import Ambiguous, ambiguous
from portfolio_app.ui.pages.import_draft import Draft
from portfolio_app.ui.pages.import_parts import Notice
from portfolio_app.ui.pages.import_period import ConstantBox, PeriodBox
from portfolio_app.ui.pages.import_reading import ReadingBar, left_out, unread_sheets
from portfolio_app.ui.plain import plain_caption
from portfolio_app.ui.widgets import (
    Card,
    FlowLayout,
    button,
    clear_layout,
    plain_tooltip,
    text_label,
)

FILES_WIDTH = 210
AMOUNT = "sale.amount"


class ColumnsStep(QWidget):
    """How the file is read and where its columns go; several files stand in a list on the left."""

    chosen = Signal()
    """A column was sent to another field."""
    option_chosen = Signal(str, object)
    """(option, value) of the file shown: it must be read or understood another way."""
    file_chosen = Signal(int)
    left_out = Signal()
    """The file shown shall not be imported."""
    sheets_wanted = Signal()
    """The other sheets of the workbook shown shall be imported too."""
    afresh_wanted = Signal()
    """What was chosen for such files before shall not count."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.box: PeriodBox | ConstantBox | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.L)
        layout.addWidget(self._files_card())
        card = Card(self.tr("Columns of the file → fields of the book"))
        self.leave_out = button(
            self.tr("Leave this file out"), self.left_out.emit, variant="ghost", icon="close", small=True
        )
        card.header.addWidget(self.leave_out)
        self.reading = ReadingBar()
        self.reading.chosen.connect(self.option_chosen)
        self.memory = Notice()
        self.notice = Notice()
        self.model = ColumnsModel(self)
        self.model.chosen.connect(self._on_chosen)
        self.model.period_wanted.connect(self.ask_period)
        self.table = ColumnsTable(self.model)
        for widget in (self.reading, self.memory, self.notice):
            card.body.addWidget(widget)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._foot())
        layout.addWidget(card, 1)

    def _files_card(self) -> Card:
        self._card = Card(self.tr("Files"), margin=theme.M)
        self._card.setFixedWidth(FILES_WIDTH)
        self.files = QListWidget()
        self.files.setAccessibleName(self.tr("Files"))
        self.files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.files.currentRowChanged.connect(self.file_chosen)
        self._card.body.addWidget(self.files)
        return self._card

    def _foot(self) -> QWidget:
        foot = QWidget()
        lines = QVBoxLayout(foot)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.S)
        self._constants_row = QWidget()
        self._constants = FlowLayout(self._constants_row, theme.XS)
        lines.addWidget(self._constants_row)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        lines.addLayout(row)
        self._brings = text_label("", "muted", wrap=True)
        row.addWidget(self._brings, 1)
        self.sheets_button = button(
            self.tr("Import its other sheets too"), self.sheets_wanted.emit, icon="plus", small=True
        )
        row.addWidget(self.sheets_button)
        self.constant_button = button(
            self.tr("The same for every row…"), self.ask_constant, icon="plus", small=True
        )
        row.addWidget(self.constant_button)
        return foot

    @property
    def draft(self) -> Draft | None:
        """The file shown."""
        return self.model.draft

    def show_files(self, drafts: Sequence[Draft], current: int) -> None:
        """List the files when there are several, and show one of them."""
        was_blocked = self.files.blockSignals(True)
        self.files.clear()
        for draft in drafts:
            item = QListWidgetItem(draft.name)
            item.setToolTip(plain_tooltip(draft.name))
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 14))
            self.files.addItem(item)
        self.mark_problems(drafts)
        self.files.setCurrentRow(current)
        self.files.blockSignals(was_blocked)
        self._card.setVisible(len(drafts) > 1)
        self.leave_out.setVisible(len(drafts) > 1)
        used = {draft.options.get("sheet") for draft in drafts if draft.path == drafts[current].path}
        self.sheets_button.setVisible(len(used) < 2 and bool(unread_sheets(drafts[current])))
        self.show_draft(drafts[current])

    def show_draft(self, draft: Draft) -> None:
        """Show one file."""
        self.model.show(draft)
        self.reading.show_draft(draft)
        if self.model.rowCount():
            self.table.selectRow(0)
        self._say(draft)

    def mark_problems(self, drafts: Sequence[Draft]) -> None:
        """Put a sign beside the files that cannot be imported as they stand."""
        for row, draft in enumerate(drafts):
            if (item := self.files.item(row)) is not None:
                item.setText(f"⚠ {draft.name}" if draft.problem() is not None else draft.name)

    def ask_period(self, column: str) -> None:
        """Ask which period a column of amounts is about."""
        self.box = PeriodBox(column, self._today, self.window())
        self.box.chosen.connect(lambda period: self._choose(column, f"{AMOUNT}@{period}"))
        self.box.open()

    def ask_constant(self) -> None:
        """Ask for a value that every row gets."""
        if self.draft is not None and self.draft.reading is not None:
            self.box = ConstantBox(self.draft, self.window())
            self.box.chosen.connect(self._set_constant)
            self.box.open()

    def _choose(self, column: str, field: str) -> None:
        model = self.model
        rows = [row for row in range(model.rowCount()) if model.column_name(row) == column]
        if rows:
            model.choose(rows[0], field)

    def _set_constant(self, field: str, text: str) -> None:
        if self.draft is not None:
            self.draft.set_constant(field, text)
            self._on_chosen()

    def _on_chosen(self) -> None:
        self.refresh_notes()
        self.chosen.emit()

    def refresh_notes(self) -> None:
        """Say anew how the file shown is read and what is doubtful about it."""
        if self.draft is not None:
            self.reading.show_draft(self.draft)
            self._say(self.draft)

    def _say(self, draft: Draft) -> None:
        """What is wrong or doubtful about this file, and what it brings."""
        problem = draft.problem()
        mapping = draft.reading.source.mapping if draft.reading is not None else None
        if problem is not None:
            self.notice.say(words.problem_text(problem), "danger")
        elif mapping is not None and mapping.ambiguous_dates and "date_order" not in draft.options:
            self._ask_dates(draft)
        else:
            self.notice.say("")
        self._recall(draft)
        unread = unread_sheets(draft)
        taken = len(mapping.columns) if mapping is not None else 0
        total = self.model.rowCount()
        brings = self.tr(
            "{taken} of {total} columns are imported. Space or a click changes where one goes."
        ).format(taken=i18n.number(taken), total=i18n.number(total))
        self._brings.setText(" ".join(part for part in (brings, unread, left_out(draft)) if part))
        self._show_constants(draft)

    def _ask_dates(self, draft: Draft) -> None:
        """Day or month first: both readings of a date of the file, to choose from."""
        found = date_of(draft)
        if found is None:
            told = self.tr("No date in this file tells day and month apart. Check “Dates” above.")
            self.notice.say(told, "warn")
            return
        told = self.tr("No date in this file tells day and month apart. “{date}” is:").format(date=found.text)
        day_first, month_first = (i18n.day_month_year(day) for day in (found.day_first, found.month_first))
        self.notice.say(
            told,
            "warn",
            [
                (day_first, partial(self.option_chosen.emit, "date_order", "DMY")),
                (month_first, partial(self.option_chosen.emit, "date_order", "MDY")),
            ],
        )

    def _recall(self, draft: Draft) -> None:
        """That the columns go where they went the last time such a file came."""
        before = draft.reading.remembered if draft.reading is not None else None
        if before is None:
            self.memory.say("")
            return
        day = i18n.day_month(before.used_at.astimezone().date(), self._today)
        told = self.tr("As you chose on {day} for files like this ({name}).")
        self.memory.say(
            told.format(day=day, name=before.file_name),
            "accent",
            [(self.tr("Start afresh"), self.afresh_wanted.emit)],
        )

    def _show_constants(self, draft: Draft) -> None:
        clear_layout(self._constants)
        constants = draft.reading.source.mapping.constants if draft.reading is not None else {}
        self._constants_row.setVisible(bool(constants))
        for name, text in constants.items():
            label = draft.own_title(name) or field_label(name)
            told = self.tr("{field}: {value}").format(field=label, value=text)
            chip = button(
                plain_caption(told[:60]), partial(self._set_constant, name, ""), icon="close", small=True
            )
            chip.setAccessibleName(self.tr("No longer for every row: {what}").format(what=told))
            chip.setToolTip(plain_tooltip(told))
            self._constants.addWidget(chip)


def date_of(draft: Draft) -> Ambiguous | None:
    """A date of the file that can be read both ways."""
    if draft.reading is None:
        return None
    mapping = draft.reading.source.mapping
    for column, samples in zip(draft.reading.source.table.columns, draft.reading.samples, strict=False):
        found = mapping.field(mapping.columns.get(column, ""))
        if found is not None and found.type == "date" and (both := ambiguous(samples)) is not None:
            return both
    return None
