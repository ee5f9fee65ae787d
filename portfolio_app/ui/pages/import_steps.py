"""Steps 1 and 2 of the import: the files, and their columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages import import_words as words
from portfolio_app.ui.pages.import_columns import ColumnsModel, ColumnsTable
from portfolio_app.ui.pages.import_draft import Draft
from portfolio_app.ui.pages.import_parts import DropZone, Notice, Option
from portfolio_app.ui.widgets import (
    Card,
    ElidedLabel,
    FlowLayout,
    button,
    clear_layout,
    line,
    plain_tooltip,
    scrolling,
    text_label,
)

FILES_WIDTH = 210


class FilesStep(QWidget):
    """Choose the files; each one says what it holds or why it cannot be read."""

    choose_requested = Signal()
    removed = Signal(object)
    """The `Draft` to leave out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.L)
        self.zone = DropZone()
        self.zone.choose_requested.connect(self.choose_requested)
        layout.addWidget(self.zone, 4)
        self._card = Card(self.tr("Files"))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.XS)
        self._card.body.addLayout(self._list)
        layout.addWidget(self._card)
        layout.addWidget(self._promises())
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content))
        self._card.hide()

    def show_files(self, drafts: Sequence[Draft]) -> None:
        """List the files."""
        clear_layout(self._list)
        for number, draft in enumerate(drafts):
            if number:
                self._list.addWidget(line())
            self._list.addWidget(self._row(draft))
        self._card.setVisible(bool(drafts))

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
        return result

    def _row(self, draft: Draft) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(ElidedLabel(draft.path.name, "strong"))
        if draft.error is not None:
            texts.addWidget(text_label(words.problem_text(draft.error), "danger", wrap=True))
        elif draft.is_reading:
            texts.addWidget(text_label(self.tr("Reading…"), "muted"))
        else:
            texts.addWidget(text_label(about(draft), "muted", wrap=True))
            if unread := unread_sheets(draft):
                texts.addWidget(text_label(unread, "muted", wrap=True))
        layout.addLayout(texts, 1)
        remove = IconButton("close", self.tr("Leave out {name}").format(name=draft.path.name))
        remove.clicked.connect(partial(self.removed.emit, draft))
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row


def about(draft: Draft) -> str:
    """ "1,284 rows · Windows-1252 · semicolon ; · decimal comma 1,5": how the file was read."""
    if draft.reading is None:
        return ""
    source = draft.reading.source
    dialect, mapping = source.table.dialect, source.mapping
    translate = QCoreApplication.translate
    count = draft.rows
    rows = words.grouped(translate("ImportWords", "%n row(s)", None, count), count)
    if dialect.kind == "xlsx":
        parts = [rows, translate("ImportWords", "sheet “{name}”").format(name=dialect.sheet)]
    else:
        separator = "fixed" if dialect.kind == "fixed" else dialect.delimiter
        parts = [rows, words.encoding_name(dialect.encoding), words.word(words.DELIMITERS, separator)]
    if mapping.decimal is not None and dialect.kind != "xlsx":
        shown = words.word(words.DECIMALS, mapping.decimal)
        parts.append(translate("ImportWords", "decimal {sign}").format(sign=shown))
    return " · ".join(parts)


def unread_sheets(draft: Draft) -> str:
    """Which sheets of a workbook are not imported, "" when there is none: one goes at a time."""
    if draft.reading is None:
        return ""
    dialect = draft.reading.source.table.dialect
    others = [sheet for sheet in dialect.sheets if sheet != dialect.sheet]
    if not others:
        return ""
    text = QCoreApplication.translate(
        "ImportWords",
        "Not read: %n other sheet(s), {names}. One sheet is imported at a time.",
        None,
        len(others),
    )
    return text.format(names=", ".join(others))


class ColumnsStep(QWidget):
    """How the file is read and where its columns go; several files stand in a list on the left."""

    chosen = Signal()
    """A column was sent to another field."""
    option_chosen = Signal(str, object)
    """(option, value) of the file shown: it must be read or understood another way."""
    file_chosen = Signal(int)
    left_out = Signal()
    """The file shown shall not be imported."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.L)
        layout.addWidget(self._files_card())
        card = Card(self.tr("Columns of the file → fields of the book"))
        self.leave_out = button(
            self.tr("Leave this file out"), self.left_out.emit, variant="ghost", icon="close", small=True
        )
        card.header.addWidget(self.leave_out)
        self._options = {
            "encoding": Option(self.tr("Encoding")),
            "delimiter": Option(self.tr("Separator")),
            "sheet": Option(self.tr("Sheet")),
            "has_header": Option(self.tr("First line")),
            "decimal": Option(self.tr("Decimal sign")),
            "date_order": Option(self.tr("Dates")),
        }
        holder = QWidget()
        flow = FlowLayout(holder, theme.S)
        for name, option in self._options.items():
            flow.addWidget(option)
            option.chosen.connect(partial(self.option_chosen.emit, name))
        card.body.addWidget(holder)
        self.notice = Notice()
        card.body.addWidget(self.notice)
        self.model = ColumnsModel(self)
        self.model.chosen.connect(self._on_chosen)
        self.table = ColumnsTable(self.model)
        card.body.addWidget(self.table, 1)
        self._brings = text_label("", "muted", wrap=True)
        card.body.addWidget(self._brings)
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

    def show_files(self, drafts: Sequence[Draft], current: int) -> None:
        """List the files when there are several, and show one of them."""
        was_blocked = self.files.blockSignals(True)
        self.files.clear()
        for draft in drafts:
            item = QListWidgetItem(draft.path.name)
            item.setToolTip(plain_tooltip(draft.path.name))
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 14))
            self.files.addItem(item)
        self.mark_problems(drafts)
        self.files.setCurrentRow(current)
        self.files.blockSignals(was_blocked)
        self._card.setVisible(len(drafts) > 1)
        self.leave_out.setVisible(len(drafts) > 1)
        self.show_draft(drafts[current])

    def show_draft(self, draft: Draft) -> None:
        """Show one file."""
        self.model.show(draft)
        self._show_options(draft)
        if self.model.rowCount():
            self.table.selectRow(0)
        self._say(draft)

    def mark_problems(self, drafts: Sequence[Draft]) -> None:
        """Put a sign beside the files that cannot be imported as they stand."""
        for row, draft in enumerate(drafts):
            if (item := self.files.item(row)) is not None:
                item.setText(f"⚠ {draft.path.name}" if draft.problem() is not None else draft.path.name)

    def _on_chosen(self) -> None:
        if self.model.draft is not None:
            self._show_options(self.model.draft)
            self._say(self.model.draft)
        self.chosen.emit()

    def _say(self, draft: Draft) -> None:
        """What is wrong or doubtful about this file, and what it brings."""
        problem = draft.problem()
        mapping = draft.reading.source.mapping if draft.reading is not None else None
        if problem is not None:
            self.notice.say(words.problem_text(problem), "danger")
        elif mapping is not None and mapping.ambiguous_dates and "date_order" not in draft.options:
            self.notice.say(
                self.tr("No date in this file tells day and month apart. Check “Dates” above."), "warn"
            )
        else:
            self.notice.say("")
        unread = unread_sheets(draft)
        taken = len(mapping.columns) if mapping is not None else 0
        total = self.model.rowCount()
        brings = self.tr(
            "{taken} of {total} columns are imported. Space or a click changes where one goes."
        ).format(taken=i18n.number(taken), total=i18n.number(total))
        self._brings.setText(f"{brings} {unread}".strip())

    def _show_options(self, draft: Draft) -> None:
        if draft.reading is None:
            return
        source = draft.reading.source
        dialect, mapping = source.table.dialect, source.mapping
        is_text = dialect.kind != "xlsx"
        encodings = _listed(words.ENCODINGS, _encoding_key(dialect.encoding))
        separator = "fixed" if dialect.kind == "fixed" else dialect.delimiter
        separators = _listed(words.DELIMITERS, separator)
        automatic = self.tr("automatic")
        decimals = _listed(words.DECIMALS, mapping.decimal)
        orders = _listed(words.DATE_ORDERS, mapping.date_order)
        if mapping.decimal is None:
            decimals.insert(0, (automatic, None))
        if mapping.date_order is None:
            orders.insert(0, (automatic, None))
        kinds = {name.partition(".")[2] for name in mapping.columns.values()}
        has_numbers = bool(
            kinds & {"amount", "unit_price", "price", "cost", "margin", "quantity", "discount"}
        )
        self._offer(draft, "encoding", encodings if is_text else [], _encoding_key(dialect.encoding))
        self._offer(draft, "delimiter", separators if is_text else [], separator)
        self._offer(draft, "sheet", [(name, name) for name in dialect.sheets], dialect.sheet)
        headers: list[tuple[str, object]] = [(words.word(words.HEADERS, k), k) for k in words.HEADERS]
        self._offer(draft, "has_header", headers, dialect.has_header)
        self._offer(draft, "decimal", decimals if is_text and has_numbers else [], mapping.decimal)
        self._offer(
            draft, "date_order", orders if kinds & {"date", "due_on", "since"} else [], mapping.date_order
        )

    def _offer(self, draft: Draft, option: str, choices: list[tuple[str, object]], current: object) -> None:
        """Show an option, saying of the value found in the file that it was found there."""
        if option not in draft.options and option not in ("sheet", "has_header"):
            found = self.tr("{choice} (detected)")
            choices = [
                (found.format(choice=text) if value == current and value is not None else text, value)
                for text, value in choices
            ]
        self._options[option].offer(choices, current)


def _encoding_key(code: str) -> str:
    plain = code.lower().replace("_", "-").replace("utf-8-sig", "utf-8").replace("windows-1252", "cp1252")
    return "utf-16" if plain.startswith("utf-16") else plain


def _listed(table: Mapping[str, object], current: str | None) -> list[tuple[str, object]]:
    """(text, value) of a table of words; a current value that is not among them comes first."""
    choices: list[tuple[str, object]] = [(words.word(table, key), key) for key in table]
    if current is not None and current not in table:
        choices.insert(0, (current, current))
    return choices
