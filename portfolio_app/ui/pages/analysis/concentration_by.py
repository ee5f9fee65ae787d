"""By what: the same concentration by segment, sector, product or place, instead of by client."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.pages.analysis import concentration_by_charts as charts
from portfolio_app.ui.pages.analysis import concentration_by_data as data
from portfolio_app.ui.pages.analysis.concentration_by_data import ByAnswer
from portfolio_app.ui.pages.analysis.concentration_data import Question
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import text_label
from portfolio_app.ui.widgets.chart_card import ChartCard
from portfolio_app.ui.widgets.fields import ChoiceBox


class ByView(QWidget):
    """The third side of the page; it asks the book itself."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._question: Question | None = None
        self.answer: ByAnswer | None = None
        translate = QCoreApplication.translate
        self.by = ChoiceBox()
        self.by.setAccessibleName(translate("Concentration", "By what"))
        for code in charts.NAMES:
            self.by.addItem(charts.by_name(code), code)
        self.by.activated.connect(lambda _: self._ask())
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(text_label(translate("Concentration", "By"), "muted"))
        head.addWidget(self.by)
        hint = translate("Concentration", "A click on a rectangle or a bar opens its clients.")
        head.addWidget(text_label(hint, "caption"))
        head.addStretch()
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, theme.XS, 0)
        grid.setSpacing(theme.M)
        self.treemap = ChartCard(
            context, translate("Concentration", "Who makes each of them"), minimum=(360, 300)
        )
        self.bars = ChartCard(context, translate("Concentration", "By rank"), minimum=(260, 300))
        for card in (self.treemap, self.bars):
            card.open_requested.connect(self.open_requested)
        grid.addLayout(head, 0, 0, 1, 2)
        grid.addWidget(self.treemap, 1, 0)
        grid.addWidget(self.bars, 1, 1)
        grid.setColumnStretch(0, 8)
        grid.setColumnStretch(1, 5)
        grid.setRowStretch(1, 1)

    def load(self, question: Question) -> None:
        """Ask for the groups of a period."""
        self._question = question
        self._ask()

    def choose(self, by: str) -> None:
        """Group by something else, as if the person had."""
        self.by.setCurrentIndex(self.by.findData(by))
        self._ask()

    def _ask(self) -> None:
        if self._question is not None:
            self._context.operations.query(
                self,
                data.look,
                self._question,
                str(self.by.currentData()),
                on_result=self._show,
                latest="concentration_by",
            )

    def _show(self, answer: ByAnswer) -> None:
        self.answer = answer
        currency = self._context.currency()
        self.treemap.present(charts.treemap(answer, currency))
        self.bars.present(charts.bars(answer, currency))
        self.bars.setVisible(bool(answer.lines))
        self._grid.setColumnStretch(1, 5 if answer.lines else 0)
