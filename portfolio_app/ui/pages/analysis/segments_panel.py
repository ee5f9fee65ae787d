"""The chosen segment: its whole rule, its figures, who came into it and who left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.item_models.cells import Cell, Chip, chip_width
from portfolio_app.ui.item_models.lazy_table import BLOCK, Column, LazyTableModel
from portfolio_app.ui.pages.analysis import segments_data as data
from portfolio_app.ui.pages.analysis import segments_words as words
from portfolio_app.ui.pages.analysis.segments_data import Answer, Line
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Card, SegmentChip, button, clear_layout, plain_tooltip, text_label
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.movement import Passage

LIST_HEIGHT, WIDEST = 176, 200


class PassageList(QWidget):
    """Clients that came or left, and from or to where."""

    client_opened = Signal(int)

    def __init__(self, context: UiContext, label: str, other: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[int, Passage] = {}
        self._chips: dict[str, tuple[str, str]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        self.title = text_label("", "strong")
        self.nobody = text_label(self.tr("Nobody"), "muted")
        columns = [
            Column(
                "name", self.tr("Client"), lambda each: each.name, width=110, stretch=True, style="strong"
            ),
            Column("segment", other, self._chip, width=150),
        ]
        self.model = LazyTableModel(context.operations, self._fetch, columns, self)
        self.table = LazyTableView(self.model, label)
        self.table.setSortingEnabled(False)
        self.table.setFixedHeight(LIST_HEIGHT)
        self.table.activated_id.connect(self.client_opened)
        layout.addWidget(self.title)
        layout.addWidget(self.nobody)
        layout.addWidget(self.table)
        layout.addStretch(1)

    def show_passages(
        self, title: str, passages: tuple[Passage, ...], chips: dict[str, tuple[str, str]]
    ) -> None:
        """Show these; `chips`: name and colour by segment code."""
        self._chips = chips
        place = [each.key for each in self.model.columns].index("segment")
        widest = max((chip_width(name) for name, _ in chips.values()), default=0)
        self.table.setColumnWidth(place, min(max(self.model.columns[place].width, widest), WIDEST))
        self._rows = data.rows_of(passages)
        self.title.setText(title)
        self.nobody.setVisible(not passages)
        self.table.setVisible(bool(passages))
        first = dict(list(self._rows.items())[:BLOCK])
        self.model.set_ids(list(self._rows), first)
        self.table.clearSelection()

    def _fetch(self, book: Any, ids: list[int]) -> dict[int, Passage]:
        rows = self._rows
        return {client: rows[client] for client in ids if client in rows}

    def _chip(self, passage: Passage) -> Cell:
        known = self._chips.get(passage.segment)
        return Chip(*known) if known is not None else self.tr("new in the book")


class SegmentPanel(Card):
    """What is to be said of one segment."""

    client_opened = Signal(int)
    clients_wanted = Signal(str)
    """The code of the segment whose clients are to be listed."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._code = ""
        self.chip = SegmentChip("")
        self.header.insertWidget(0, self.chip)
        self.header.addStretch(1)
        self.all_button = button(self.tr("All its clients"), self._want_clients, icon="clients", small=True)
        self.header.addWidget(self.all_button)
        self.rule = text_label("", wrap=True)
        self.body.addWidget(self.rule)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(theme.L)
        self._facts.setVerticalSpacing(0)
        self.body.addLayout(self._facts)
        self.came = PassageList(context, self.tr("Who came"), self.tr("Came from"))
        self.left_ = PassageList(context, self.tr("Who left"), self.tr("Went to"))
        lists = QHBoxLayout()
        lists.setSpacing(theme.L)
        for each in (self.came, self.left_):
            each.client_opened.connect(self.client_opened)
            lists.addWidget(each, 1)
        self.body.addSpacing(theme.XS)
        self.body.addLayout(lists)
        self.body.addStretch(1)

    @property
    def code(self) -> str:
        """The code of the segment shown."""
        return self._code

    def show_line(self, line: Line, answer: Answer) -> None:
        """Show a segment."""
        info, currency = line.profile.segment, self._context.currency()
        self._code = info.code
        self.chip.set_segment(messages.segment_name(info.code, info.name), info.colour)
        count = line.profile.clients
        self.all_button.setText(words.counted(self.tr("All its clients (%n)", "", count), count))
        self.all_button.setEnabled(count > 0)
        self.rule.setText(self.tr("Rule: {rule}").format(rule=words.rule(line, answer, currency)))
        self._show_facts(words.facts(line, answer, currency))
        day = i18n.short_date(answer.question.since)
        chips = {
            each.profile.segment.code: (
                messages.segment_name(each.profile.segment.code, each.profile.segment.name),
                each.profile.segment.colour,
            )
            for each in answer.lines
        }
        came, left = line.profile.came, line.profile.left
        came_title = self.tr("%n client(s) came since {day}", "", len(came))
        left_title = self.tr("%n client(s) left since {day}", "", len(left))
        self.came.show_passages(words.counted(came_title, len(came)).format(day=day), came, chips)
        self.left_.show_passages(words.counted(left_title, len(left)).format(day=day), left, chips)

    def _show_facts(self, facts: list[words.Fact]) -> None:
        clear_layout(self._facts)
        for column, fact in enumerate(facts):
            label, value = text_label(fact.label, "caption"), text_label(fact.value, "strong")
            for each in (label, value):
                each.setToolTip(plain_tooltip(fact.explain))
            value.setAccessibleName(f"{fact.label}: {fact.value}")
            value.setAccessibleDescription(fact.explain)
            self._facts.addWidget(label, 0, column)
            self._facts.addWidget(value, 1, column)
            self._facts.setColumnStretch(column, 1)

    def _want_clients(self) -> None:
        self.clients_wanted.emit(self._code)
