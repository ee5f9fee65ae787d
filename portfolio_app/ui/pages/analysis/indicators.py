"""Indicators over time: the figures of a period against another, the revenue bridge, the cohorts, the forecast."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.pages.analysis import indicators_charts as charts
from portfolio_app.ui.pages.analysis import indicators_cohorts as triangle
from portfolio_app.ui.pages.analysis import indicators_data as data
from portfolio_app.ui.pages.analysis import indicators_forecast as outlook
from portfolio_app.ui.pages.analysis import indicators_words as words
from portfolio_app.ui.pages.analysis.indicators_controls import IndicatorControls
from portfolio_app.ui.pages.analysis.indicators_data import VIEWS, Answer, Chosen, Measure
from portfolio_app.ui.pages.analysis.indicators_panel import IndicatorsPanel
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import ElidedLabel, EmptyState, plain_tooltip
from portfolio_app.ui.widgets.chart_card import ChartCard
from portfolio_app.ui.widgets.fields import ChoiceBox


class IndicatorsTab(QWidget):
    """The tab's content; `load` asks the book for the view in front."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answer: Answer | None = None
        self.controls = IndicatorControls(context)
        self.controls.changed.connect(self.load)
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._stack.addWidget(self._content())
        self.empty = EmptyState(
            "analysis",
            self.tr("How is your portfolio doing?"),
            self.tr(
                "Once there are sales in the book, this page shows how many clients stay, come and go, "
                "what they buy, and how that changes."
            ),
            [
                (self.tr("Import my sales"), partial(self.open_requested.emit, "import", None)),
                (self.tr("Look at a sample book"), partial(self.open_requested.emit, "sample", None)),
            ],
        )
        self._stack.addWidget(self.empty)

    @property
    def answer(self) -> Answer | None:
        """The figures shown."""
        return self._answer

    @property
    def is_empty(self) -> bool:
        """Whether the book has nothing to say."""
        return self._stack.currentWidget() is self.empty

    def load(self) -> None:
        """Ask for the figures, and for what the view in front shows."""
        self._query(data.look, self.controls.question(), show=self._show, key="kpis")

    def show_item(self, item: dict[str, object]) -> None:
        """`view`: one of `VIEWS`; `code`: the indicator to show."""
        view, code = item.get("view"), item.get("code")
        if view in VIEWS:
            self.views.setCurrentIndex(VIEWS.index(str(view)))
        if isinstance(code, str) and code in words.NAMES:
            self.panel.code = code
            self.load()

    # Building

    def _content(self) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.M)
        row = QHBoxLayout()
        row.setSpacing(theme.L)
        self.views = QTabBar()
        self.views.setExpanding(False)
        self.views.setDrawBase(False)
        self.views.setUsesScrollButtons(False)
        self.views.setAccessibleName(self.tr("What is shown"))
        for title in (
            self.tr("Indicators"),
            self.tr("Revenue bridge"),
            self.tr("Cohorts"),
            self.tr("Forecast"),
        ):
            self.views.addTab(title)
        self.views.currentChanged.connect(self._on_view)
        row.addWidget(self.views)
        self.sentence = ElidedLabel("", "muted")
        row.addWidget(self.sentence, 1)
        row.addStretch()
        row.addWidget(self.controls.days)
        layout.addLayout(row)
        self._shown = QStackedWidget()
        self.panel = IndicatorsPanel(self._context)
        self.panel.open_requested.connect(self.open_requested)
        self.panel.chosen.connect(lambda _: self._ask_chosen())
        self.panel.target_set.connect(self._set_target)
        self._shown.addWidget(self.panel)
        self.bridge = self._card(self.tr("What moved your revenue"))
        self.cohorts = self._card(self.tr("Are newer clients better?"))
        self._cohort_choices(self.cohorts)
        self.forecast = self._card(self.tr("Revenue of the next three months"))
        layout.addWidget(self._shown, 1)
        return content

    def _card(self, title: str) -> ChartCard:
        card = ChartCard(self._context, title, minimum=(400, 220))
        card.open_requested.connect(self.open_requested)
        self._shown.addWidget(card)
        return card

    def _cohort_choices(self, card: ChartCard) -> None:
        self.grain = self._choice(
            self.tr("Cohorts by"),
            (
                (None, self.tr("What suits your pace")),
                (1, self.tr("Months")),
                (3, self.tr("Quarters")),
                (12, self.tr("Years")),
            ),
        )
        self.measure = self._choice(
            self.tr("What is counted"),
            (("active", self.tr("Still active")), ("ordered", self.tr("Ordered in the step"))),
        )
        for box in (self.grain, self.measure):
            card.header.insertWidget(card.header.indexOf(card.switch), box)

    def _choice(self, name: str, items: tuple[tuple[Any, str], ...]) -> ChoiceBox:
        box = ChoiceBox()
        box.setAccessibleName(name)
        box.setToolTip(plain_tooltip(name))
        for code, text in items:
            box.addItem(text, code)
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        box.activated.connect(lambda _: self._ask_view())
        return box

    # Asking and showing

    def _query(self, look: Any, *what: Any, show: Any, key: str) -> None:
        self._context.operations.query(self, look, *what, on_result=show, latest=key)

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        self.controls.setVisible(not answer.is_empty)
        self._stack.setCurrentIndex(1 if answer.is_empty else 0)
        if answer.is_empty:
            return
        self.sentence.setText(words.period_sentence(answer.view))
        self.sentence.setVisible(self.controls.days.isHidden())
        self.sentence.setAccessibleDescription(words.pace_meaning(answer.view.window))
        self.panel.show_answer(answer)
        self._ask_view()

    def _on_view(self, place: int) -> None:
        self._shown.setCurrentIndex(place)
        if self._answer is not None and not self._answer.is_empty:
            self._ask_view()

    def _ask_view(self) -> None:
        """Ask for what the view in front shows, and no other."""
        view = VIEWS[self.views.currentIndex()]
        today, question = self._context.today(), self.controls.question()
        if view == "indicators":
            self._ask_chosen()
        elif view == "bridge":
            self._query(data.look_bridge, question, show=self._show_bridge, key=view)
        elif view == "cohorts":
            measure: Measure = self.measure.currentData()
            grain = self.grain.currentData()
            self._query(data.look_cohorts, today, grain, measure, show=self._show_cohorts, key=view)
        else:
            self._query(data.look_forecast, today, show=self._show_forecast, key=view)

    def _ask_chosen(self) -> None:
        self._query(
            data.look_at, self.controls.question(), self.panel.code, show=self._show_chosen, key="chosen"
        )

    def _show_chosen(self, shown: Chosen) -> None:
        self.panel.show_chosen(shown)

    def _show_bridge(self, shown: data.Bridge) -> None:
        self.bridge.present(charts.bridge(shown, self._context.currency()))

    def _show_cohorts(self, shown: data.CohortTable) -> None:
        self.cohorts.present(triangle.cohorts(shown))

    def _show_forecast(self, shown: data.Outlook) -> None:
        self.forecast.present(outlook.forecast(shown, self._context.currency()))

    def _set_target(self, code: str, target: tuple[float, float] | None) -> None:
        self._context.operations.run(self, data.set_target, code, target)
