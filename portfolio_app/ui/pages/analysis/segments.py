"""Segments: what each is made of, brings and becomes; which way of cutting the book is in force."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages.analysis import segments_data as data
from portfolio_app.ui.pages.analysis import segments_words as words
from portfolio_app.ui.pages.analysis.movement_controls import MONTHS, SinceChoice
from portfolio_app.ui.pages.analysis.segments_chart import shares
from portfolio_app.ui.pages.analysis.segments_data import Answer, Question
from portfolio_app.ui.pages.analysis.segments_groups import GroupsMenu
from portfolio_app.ui.pages.analysis.segments_panel import SegmentPanel
from portfolio_app.ui.pages.analysis.segments_rfm import RfmCard
from portfolio_app.ui.pages.analysis.segments_table import SegmentModel, SegmentTable
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Badge, Card, EmptyState, button, plain_tooltip, scrolling, text_label
from portfolio_app.ui.widgets.chart_view import ChartView

if TYPE_CHECKING:
    from portfolio_app.ui.pages.rule_editor import RuleEditor


class SegmentsControls(QWidget):
    """Which segmentation, and since when comings and goings count."""

    changed = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        self.since = SinceChoice(context, self.tr("Since when comings and goings count"))
        self.since.changed.connect(self.changed)
        self.segmentation = QComboBox()
        self.segmentation.setAccessibleName(self.tr("Segmentation"))
        self.segmentation.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        # Whole where there is room; two days beside it may leave less.
        self.segmentation.setMinimumContentsLength(12)
        self.segmentation.setMaximumWidth(420)
        self.segmentation.activated.connect(lambda _: self.changed.emit())
        layout.addWidget(self.since)
        layout.addWidget(self.segmentation)

    def show_choices(self, answer: Answer) -> None:
        """The segmentations there are, the one shown chosen."""
        was_blocked = self.segmentation.blockSignals(True)
        self.segmentation.clear()
        for each in answer.segmentations:
            name = words.title(each)
            text = self.tr("{name} (in force)").format(name=name) if each.in_force else name
            self.segmentation.addItem(text, each.code)
        self.segmentation.setCurrentIndex(self.segmentation.findData(answer.info.code))
        self.segmentation.setToolTip(plain_tooltip(self.segmentation.currentText()))
        self.segmentation.blockSignals(was_blocked)


class SegmentsTab(QWidget):
    """The tab's content; `load` asks the book."""

    open_requested = Signal(str, object)
    editing = Signal(bool)
    """The editor took the place of the figures, or left it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answer: Answer | None = None
        self._code = ""
        self._segment = ""
        self._known: frozenset[str] = frozenset()
        self._editor: RuleEditor | None = None
        context.operations.book_opened.connect(self._forget)
        self.controls = SegmentsControls(context)
        self.controls.changed.connect(self._on_controls)
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._content_area = scrolling(self._content())
        self._stack.addWidget(self._content_area)
        self._empty = self._empty_state()
        self._stack.addWidget(self._empty)

    @property
    def answer(self) -> Answer | None:
        """What is shown."""
        return self._answer

    @property
    def editor(self) -> RuleEditor | None:
        """The editor of rules while it is open."""
        return self._editor if self.is_editing else None

    @property
    def is_editing(self) -> bool:
        """Whether the editor stands in the place of the figures."""
        return self._editor is not None and self._stack.currentWidget() is self._editor

    @property
    def is_empty(self) -> bool:
        """Whether there is no client to cut into segments."""
        return self._stack.currentWidget() is self._empty

    def load(self) -> None:
        """Ask for the figures of the segmentation chosen."""
        days = self.controls.since
        question = Question(self._context.today(), days.until(), days.since(), self._code)
        self._context.operations.query(self, data.look, question, on_result=self._show, latest="segments")

    def show_item(self, item: dict[str, object]) -> None:
        """A `segmentation` and one `segment` of it, `edit` for its rules, the day `since` which it is compared."""
        code = str(item.get("segmentation") or "")
        since = item.get("since")
        if isinstance(since, date):
            self.controls.since.choose(start=since, end=self._context.today())
        self.show_segment(code, str(item.get("segment") or ""))
        if item.get("edit"):
            self.edit(code)

    def show_segment(self, segmentation: str = "", segment: str = "") -> None:
        """Show a segmentation ("": the one in force) with one of its segments chosen."""
        self._leave_editor()
        self._code, self._segment = segmentation, segment
        self.load()

    def edit(self, code: str) -> None:
        """Open the editor on a segmentation; "" begins a new one, which is shown once it is saved."""
        if not code and self._answer is not None:
            self._known = frozenset(each.code for each in self._answer.segmentations)
        self._open_editor().open_segmentation(code)

    def edit_group(self, group_id: int | None) -> None:
        """Open the editor on a group; None begins a new one."""
        self._open_editor().open_group(group_id)

    # Building

    def _content(self) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, theme.XS, 0)
        grid.setSpacing(theme.L)
        grid.addWidget(self._notice_card(), 0, 0, 1, 2)
        grid.addWidget(self._table_card(), 1, 0, 1, 2)
        self.rfm = RfmCard(self._context)
        self.rfm.open_requested.connect(self.open_requested)
        grid.addWidget(self.rfm, 2, 0, 1, 2)
        self.panel = SegmentPanel(self._context)
        self.panel.client_opened.connect(partial(self.open_requested.emit, "client"))
        self.panel.clients_wanted.connect(self._list_clients)
        grid.addWidget(self.panel, 3, 0)
        grid.addWidget(self._chart_card(), 3, 1)
        grid.setRowStretch(4, 1)
        grid.setColumnStretch(0, 29)
        grid.setColumnStretch(1, 11)
        return content

    def _notice_card(self) -> Card:
        """Says that the sales ended before the 12 months looked at, and leads to where they did."""
        self.notice = Card(tone="warn", margin=theme.M)
        row = QHBoxLayout()
        self.notice_text = text_label("", wrap=True)
        row.addWidget(self.notice_text, 1)
        self.last_sale_button = button("", self._look_at_last_sale)
        row.addWidget(self.last_sale_button)
        self.notice.body.addLayout(row)
        self.notice.hide()
        return self.notice

    def _table_card(self) -> Card:
        card = Card(self.tr("Segments"))
        self.card = card
        self.badge = Badge()
        self.force_button = button(self.tr("Put in force"), self._put_in_force, variant="primary", small=True)
        self.edit_button = button(
            self.tr("Edit rules and thresholds…"), self._edit_shown, icon="edit", small=True
        )
        self.new_button = button(self.tr("New segmentation"), partial(self.edit, ""), icon="plus", small=True)
        self.groups_button = button(self.tr("Groups"), icon="filter", small=True)
        self.groups_button.setProperty("hasMenu", "true")
        self.groups = GroupsMenu(self._context, self.groups_button)
        self.groups.open_requested.connect(self.open_requested)
        self.groups.edit_requested.connect(self.edit_group)
        self.groups_button.setMenu(self.groups)
        self.more = IconButton("more", self.tr("More about this segmentation"))
        menu = QMenu(self.more)
        self.copy_action = menu.addAction(self.tr("Copy the table"), self.copy_table)
        menu.addSeparator()
        self.reset_action = menu.addAction(self.tr("Give it its own rules back"), self._reset)
        self.delete_action = menu.addAction(self.tr("Delete this segmentation"), self._delete)
        self.more.setMenu(menu)
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        card.header.addWidget(self.badge)
        for each in (self.force_button, self.edit_button, self.new_button, self.groups_button, self.more):
            card.header.addWidget(each)
        self.model = SegmentModel(self._context, self)
        self.table = SegmentTable(self.model, self.tr("Segments"))
        self.table.current_changed.connect(self._on_row)
        self.table.activated_id.connect(lambda _: self._list_clients(self._segment))
        card.body.addWidget(self.table)
        self.note = text_label("", "caption", wrap=True)
        card.body.addWidget(self.note)
        return card

    def _chart_card(self) -> Card:
        card = Card(self.tr("Clients and revenue"))
        self.chart = ChartView(self.tr("Clients and revenue by segment"), minimum=(220, 150))
        self.chart.setMaximumHeight(230)
        self.chart.failed.connect(self._context.operations.failed)
        card.header.addWidget(self.chart.menu_button())
        card.body.addWidget(self.chart)
        card.body.addStretch(1)
        return card

    def _empty_state(self) -> EmptyState:
        return EmptyState(
            "segment",
            self.tr("Who is who in your book?"),
            self.tr(
                "Once there are clients in the book, they stand here by segment: your best ones, those who "
                "could grow, those who slip away."
            ),
            [
                (self.tr("Import my clients"), partial(self.open_requested.emit, "import", None)),
                (self.tr("Look at a sample book"), partial(self.open_requested.emit, "sample", None)),
            ],
        )

    # Showing

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        if self._known and not self.is_editing:
            added = [each.code for each in answer.segmentations if each.code not in self._known]
            self._known = frozenset()
            if added:
                self.show_segment(added[-1])
                return
        self.controls.show_choices(answer)
        self.controls.setVisible(bool(answer.clients) and not self.is_editing)
        if not self.is_editing:
            self._stack.setCurrentWidget(self._content_area if answer.clients else self._empty)
        info = answer.info
        question = answer.question
        day = f" · {i18n.short_date(question.as_of)}" if question.as_of != question.today else ""
        self.card.set_title(f"{words.title(info)}{day}")
        self._show_notice(answer)
        self.badge.set_text(self.tr("In force") if info.in_force else "", "good")
        self.force_button.setVisible(not info.in_force)
        self.reset_action.setVisible(info.built_in and info.changed)
        self.delete_action.setVisible(not info.built_in and not info.in_force)
        self.note.setText(words.note(answer))
        self.table.show_answer(answer)
        self.rfm.show_answer(answer)
        self._show_panel(answer)
        self.chart.draw(shares(answer, self._context.currency()))

    def _show_notice(self, answer: Answer) -> None:
        last = answer.last_sale
        self.notice.setVisible(last is not None)
        if last is not None:
            text = self.tr("No sale in the 12 months up to {end}: the last one was on {day}.")
            end = i18n.short_date(answer.question.as_of)
            self.notice_text.setText(text.format(end=end, day=i18n.short_date(last)))
            self.last_sale_button.setText(self.tr("Look at it on {day}").format(day=i18n.short_date(last)))

    def _look_at_last_sale(self) -> None:
        if self._answer is not None and self._answer.last_sale is not None:
            last = self._answer.last_sale
            self.controls.since.choose(start=data.months_before(last, MONTHS["quarter"]), end=last)

    def _forget(self) -> None:
        """Another book: its segmentations are others."""
        self._code, self._segment, self._known = "", "", frozenset()

    def _show_panel(self, answer: Answer) -> None:
        line = answer.line_of(self._segment) or (answer.lines[0] if answer.lines else None)
        self.panel.setVisible(line is not None)
        if line is not None:
            self._segment = line.profile.segment.code
            self.table.select_id(line.place)
            self.panel.show_line(line, answer)

    def _on_row(self, place: object) -> None:
        if self._answer is None or not isinstance(place, int) or place >= len(self._answer.lines):
            return
        line = self._answer.lines[place]
        if line.profile.segment.code != self.panel.code:
            self._segment = line.profile.segment.code
            self.panel.show_line(line, self._answer)

    def _on_controls(self) -> None:
        chosen = self.controls.segmentation.currentData()
        if chosen:
            self._code = chosen
        self.load()

    def _list_clients(self, segment: str) -> None:
        answer = self._answer
        line = answer.line_of(segment) if answer is not None else None
        if answer is None or line is None:
            return
        if answer.question.as_of == answer.question.today:
            wanted: dict[str, object] = {"segment": segment, "segmentation": answer.info.code}
        else:
            # The list is of today: these are the clients of another day.
            info, day = line.profile.segment, i18n.short_date(answer.question.as_of)
            wanted = {
                "ids": list(line.profile.members),
                "title": f"{messages.segment_name(info.code, info.name)} · {day}",
            }
        self.open_requested.emit("clients", wanted)

    def copy_table(self) -> None:
        """Put the table on the clipboard, tab-separated, as a spreadsheet takes it."""
        if self._answer is not None:
            rows = words.plain_rows(self._answer, self._context.currency())
            self._context.operations.query(self, _table_text, rows, on_result=self._copied)

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.note.setText(self.tr("The table is on the clipboard."))

    # Changing

    def _put_in_force(self) -> None:
        from portfolio_app.services import segmentations

        if self._answer is not None:
            self._context.operations.run(self, segmentations.put_in_force, self._answer.info.code)

    def _reset(self) -> None:
        from portfolio_app.services import segmentations

        if self._answer is not None:
            self._context.operations.run(self, segmentations.reset, self._answer.info.code)

    def _delete(self) -> None:
        from portfolio_app.services import segmentations

        if self._answer is not None:
            self._code = ""
            self._context.operations.run(self, segmentations.delete, self._answer.info.code)

    def _edit_shown(self) -> None:
        if self._answer is not None:
            self.edit(self._answer.info.code)

    def _open_editor(self) -> Any:
        from portfolio_app.ui.pages.rule_editor import RuleEditor

        if self._editor is None:
            self._editor = RuleEditor(self._context)
            self._editor.closed.connect(self._leave_editor)
            self._stack.addWidget(self._editor)
        self._stack.setCurrentWidget(self._editor)
        self.controls.hide()
        self.editing.emit(True)
        return self._editor

    def _leave_editor(self) -> None:
        if not self.is_editing:
            return
        has_clients = self._answer is None or bool(self._answer.clients)
        self._stack.setCurrentWidget(self._content_area if has_clients else self._empty)
        self.controls.setVisible(has_clients)
        self.editing.emit(False)
        self.load()
        self.table.setFocus()


def _table_text(book: object, rows: list[tuple[str, ...]]) -> str:
    from portfolio_app.services import export

    return export.clipboard_text(rows)
