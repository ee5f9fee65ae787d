"""All checks: the score of the book, what each of them found, and the clients of the one chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from portfolio_app.errors import PortfolioError
from portfolio_app.ui import i18n, theme
from portfolio_app.ui.item_models.cells import BadgeCell, Cell
from portfolio_app.ui.item_models.lazy_table import Column, LazyTableModel
from portfolio_app.ui.pages import quality_calls
from portfolio_app.ui.pages import quality_words as words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.privacy_parts import KnownRows
from portfolio_app.ui.pages.quality_calls import Stage, Work
from portfolio_app.ui.pages.quality_detail import CheckDetail
from portfolio_app.ui.pages.quality_score import ScoreBand
from portfolio_app.ui.theme import Tone
from portfolio_app.ui.widgets import Card, EmptyState
from portfolio_app.ui.widgets.table_view import LazyTableView

if TYPE_CHECKING:
    from portfolio_app.services.quality import CheckResult, QualityReport

CODES = tuple(words.TITLES)
"""The place of a check here is its id in the list."""
LIST_WIDTH, DETAIL_WIDTH = 420, 600
HEAVY, LIGHT = 3, 1
"""From this weight on what a check found is shown as bad; of this weight, as a matter of manners."""


@dataclass(frozen=True)
class _Line:
    """A check in the list; without `check` it is switched off."""

    code: str
    check: CheckResult | None


class ChecksPanel(QWidget):
    """The first tab. Checks that cost most points come first, then those that found nothing, then those off."""

    open_requested = Signal(str, object)
    compare_requested = Signal()
    counted = Signal(int)
    """How many pairs of clients may be one."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._report: QualityReport | None = None
        self._work: Work | None = None
        self._wanted = ""
        self._known: KnownRows[_Line] = KnownRows()
        self.score = ScoreBand()
        self.detail = CheckDetail(context)
        self.detail.open_requested.connect(self.open_requested)
        self.detail.compare_requested.connect(self.compare_requested)
        self.model = LazyTableModel(context.operations, self._known.fetch, self._columns(), self)
        self.table = LazyTableView(self.model, self.tr("Checks"))
        self.table.setSortingEnabled(False)
        self.table.setSelectionMode(LazyTableView.SelectionMode.SingleSelection)
        self.table.current_changed.connect(self._choose)
        self.table.activated_id.connect(lambda _: self.detail.table.setFocus())
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_content())
        self._empty = EmptyState(
            "quality",
            self.tr("Nothing to check yet"),
            self.tr(
                "Once there are clients, this page says what is missing, wrong or old, and mends it with you."
            ),
            [(self.tr("Import my file"), lambda: self.open_requested.emit("import", None))],
        )
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        context.operations.book_opened.connect(self._forget_book)

    def load(self) -> None:
        """Examine the book anew."""
        self._work = Work(self.context.today())
        self._ask(self._work)

    def show_check(self, code: str) -> None:
        """Go to a check, now or once the book is examined."""
        self._wanted = code if code in CODES else ""
        if self._wanted and self.table.select_id(CODES.index(code)):
            self._wanted = ""

    def focus_first(self) -> None:
        """The list of checks."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_book(self) -> None:
        """Another book: what was found is another one's."""
        self._work, self._report = None, None
        self.model.set_ids(())

    # Building

    def _make_content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(self.score)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(theme.M)
        splitter.setChildrenCollapsible(False)
        card = Card(margin=1)
        card.setMinimumWidth(300)
        card.body.addWidget(self.table)
        self.detail.setMinimumWidth(400)
        splitter.addWidget(card)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([LIST_WIDTH, DETAIL_WIDTH])
        column.addWidget(splitter, 1)
        return content

    def _columns(self) -> list[Column]:
        return [
            Column(
                "title",
                self.tr("Check"),
                lambda row: words.title(row.code),
                width=180,
                stretch=True,
                least=140,
            ),
            Column("group", self.tr("Kind"), lambda row: words.group(_group(row)), width=104, style="muted"),
            Column("count", self.tr("Clients"), _count, width=64),
        ]

    # Showing

    def _ask(self, work: Work) -> None:
        self.context.operations.query(
            self,
            quality_calls.advance,
            work,
            on_result=lambda stage: self._show_stage(work, stage),
            on_error=self._failed,
            latest="advance",
        )

    def _show_stage(self, work: Work, stage: Stage) -> None:
        """Show what is there, and go on, unless another examination began meanwhile."""
        if work is not self._work:
            return
        self.score.show_progress(stage.share)
        if stage.report is not None:
            self._show_report(stage.report)
            self.score.show_report(stage.report, stage.points, is_whole=stage.is_whole)
        if stage.is_whole:
            self.counted.emit(stage.pairs)
        else:
            self._ask(work)

    def _failed(self, error: PortfolioError) -> None:
        self._work = None
        self.score.show_progress(1)
        self.context.operations.failed.emit(error)

    def _show_report(self, report: QualityReport) -> None:
        self._report = report
        self._stack.setCurrentIndex(0 if report.clients else 1)
        checks = sorted(report.checks, key=lambda each: -each.weight * each.count)
        lines = [_Line(each.code, each) for each in checks]
        lines += [_Line(code, None) for code in words.TITLES if code in report.off]
        self._known.show(self.model, {CODES.index(line.code): line for line in lines})
        if self._wanted and self.table.select_id(CODES.index(self._wanted)):
            self._wanted = ""
        if self.table.current_id() is None and lines:
            self.table.select_id(CODES.index(lines[0].code))
        self._choose(self.table.current_id())

    def _choose(self, place: object) -> None:
        if isinstance(place, int) and self._report is not None:
            code = CODES[place]
            found = {each.code: each for each in self._report.checks}
            if code in found or code in self._report.off:
                self.detail.show_check(code, found.get(code), self._report.months)


def _group(row: _Line) -> str:
    return row.check.group if row.check is not None else ""


def _count(row: _Line) -> Cell:
    if row.check is None:
        return i18n.NO_VALUE
    if not row.check.count:
        return BadgeCell("✓", "good") if row.check.of else ""
    tone: Tone = "danger" if row.check.weight >= HEAVY else "neutral" if row.check.weight == LIGHT else "warn"
    return BadgeCell(i18n.number(row.check.count), tone)
