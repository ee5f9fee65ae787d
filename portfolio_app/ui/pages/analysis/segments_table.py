"""The table of a segmentation: one line per segment, its rule in words and its figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from portfolio_app.ui import i18n, messages
from portfolio_app.ui.item_models.cells import Chip, chip_width
from portfolio_app.ui.item_models.lazy_table import Column, Index, LazyTableModel
from portfolio_app.ui.pages.analysis import segments_words as words
from portfolio_app.ui.pages.analysis.segments_data import Answer, Line
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets.table_view import LazyTableView

MOST_ROWS = 12
"""More segments than that scroll inside the table."""

WIDEST = 240
"""The most room a name gets; the rule beside it needs some too."""

translate = QCoreApplication.translate
Style = Literal["body", "muted", "strong"]
_STYLES: dict[str, Style] = {"clients": "strong", "revenue": "strong", "expected": "muted"}


class SegmentModel(LazyTableModel):
    """The lines of an answer, all in memory. A cell's tooltip is its whole text and what its column means."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        self.answer: Answer | None = None
        self._context = context
        super().__init__(context.operations, self._rows, self._columns(), parent)

    def show(self, answer: Answer) -> None:
        """Show another segmentation, or the same one anew."""
        self.answer = answer
        self.set_ids([each.place for each in answer.lines], {each.place: each for each in answer.lines})

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the table shows, and its tooltips."""
        if role != Qt.ItemDataRole.ToolTipRole or self.answer is None or not index.isValid():
            return super().data(index, role)
        column = self.columns[index.column()]
        explain = words.explanations(self.answer).get(column.key, "")
        return plain_tooltip(f"{super().data(index)}\n{explain}" if explain else str(super().data(index)))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles, and what each column means."""
        if role == Qt.ItemDataRole.ToolTipRole and self.answer is not None and section < len(self.columns):
            explain = words.explanations(self.answer)
            return plain_tooltip(explain.get(self.columns[section].key, ""))
        return super().headerData(section, orientation, role)

    def _rows(self, book: Any, ids: list[int]) -> dict[int, Line]:
        lines = self.answer.lines if self.answer is not None else ()
        return {place: lines[place] for place in ids if place < len(lines)}

    def _columns(self) -> list[Column]:
        def money(units: float | None) -> str:
            return words.money(units, self._context.currency())

        def percent(key: str, title: str, width: int, share: Callable[[Line], float | None]) -> Column:
            return _right(key, title, width, lambda each: words.percent(share(each)))

        return [
            Column("segment", translate("SegmentsTab", "Segment"), _chip, width=132),
            Column(
                "rule", translate("SegmentsTab", "Rule"), self._rule, width=110, stretch=True, style="muted"
            ),
            _count("clients", translate("SegmentsTab", "Clients"), 58, lambda each: each.profile.clients),
            percent("client_share", "%", 54, lambda each: each.client_share),
            percent("expected", translate("SegmentsTab", "expected"), 66, lambda each: each.expected),
            _right(
                "revenue", translate("SegmentsTab", "Revenue"), 84, lambda each: money(each.profile.revenue)
            ),
            percent("share", "%", 54, lambda each: each.profile.share),
            _right("margin", translate("SegmentsTab", "Margin"), 78, lambda each: money(each.profile.margin)),
            _right(
                "average", translate("SegmentsTab", "Average"), 74, lambda each: money(each.profile.average)
            ),
            _right(
                "retention",
                translate("SegmentsTab", "Retention"),
                70,
                lambda each: words.retention(each.profile),
            ),
            _count("came", translate("SegmentsTab", "Came"), 44, lambda each: len(each.profile.came)),
            _count("left", translate("SegmentsTab", "Left"), 44, lambda each: len(each.profile.left)),
        ]

    def _rule(self, line: Line) -> str:
        if self.answer is None:
            return ""
        return words.rule(line, self.answer, self._context.currency())


class SegmentTable(LazyTableView):
    """As high as its lines, in the order of the segments."""

    def __init__(self, model: SegmentModel, label: str, parent: QWidget | None = None) -> None:
        super().__init__(model, label, parent)
        self.setSortingEnabled(False)
        self.setSelectionMode(self.SelectionMode.SingleSelection)

    def show_answer(self, answer: Answer) -> None:
        """Show its lines; the expected part of the clients only where there is one."""
        model = self.model()
        assert isinstance(model, SegmentModel)
        model.show(answer)
        has_expected = any(each.expected is not None for each in answer.lines)
        for number, column in enumerate(model.columns):
            if column.key == "expected":
                self.setColumnHidden(number, not has_expected)
            elif column.key == "segment":
                cells = [_chip(each) for each in answer.lines]
                widest = max((chip_width(each.text) for each in cells), default=0)
                self.setColumnWidth(number, min(max(column.width, widest), WIDEST))
        rows = min(len(answer.lines), MOST_ROWS)
        height = (
            self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize()
        )
        self.setFixedHeight(height + 2 * self.frameWidth() + 2)
        self.stretch()


def _right(key: str, title: str, width: int, text: Callable[[Line], str]) -> Column:
    return Column(key, title, text, "right", width=width, style=_STYLES.get(key, "body"))


def _count(key: str, title: str, width: int, count: Callable[[Line], int]) -> Column:
    return _right(key, title, width, lambda each: i18n.number(count(each)))


def _chip(line: Line) -> Chip:
    info = line.profile.segment
    return Chip(messages.segment_name(info.code, info.name), info.colour)
