"""Is it getting worse: 24 months, this season against the one before, and the curve of inequality of both."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages.analysis import concentration_charts as charts
from portfolio_app.ui.pages.analysis import concentration_time_words as words
from portfolio_app.ui.pages.analysis.concentration_compare import CompareGrid
from portfolio_app.ui.pages.analysis.concentration_time_data import OverTime
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import Card, button, clear_layout, line, text_label
from portfolio_app.ui.widgets.chart_card import ChartCard


class LeavingCard(Card):
    """The dependency at risk, and the clients it is most of."""

    client_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Concentration", "What may be lost"), parent)
        self._sentence = text_label("", "muted", wrap=True)
        self.body.addWidget(self._sentence)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(theme.XS)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)

    def show_over_time(self, over: OverTime, currency: str) -> None:
        """Show who may have left, the most at stake first."""
        clear_layout(self._grid)
        self._sentence.setText(words.leaving_sentence(over, currency))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for row, each in enumerate(over.exposed):
            name = button(each.name, variant="link", small=True)
            name.clicked.connect(lambda _, client=each.id: self.client_requested.emit(client))
            self._grid.addWidget(line(), 2 * row, 0, 1, 4)
            self._grid.addWidget(name, 2 * row + 1, 0, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(text_label(words.tenths(1 - each.p_active), "muted"), 2 * row + 1, 1)
            self._grid.addWidget(text_label(i18n.percent(each.share, 1)), 2 * row + 1, 2, right)
            exposed = text_label(i18n.short_money(round(each.exposed), currency), "strong")
            self._grid.addWidget(exposed, 2 * row + 1, 3, right)


class TimeView(QWidget):
    """The second side of the page."""

    open_requested = Signal(str, object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        translate = QCoreApplication.translate
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, theme.XS, 0)
        grid.setSpacing(theme.M)
        self.months = ChartCard(
            context, translate("Concentration", "Dependency over 24 months"), minimum=(360, 250)
        )
        self.lorenz = ChartCard(
            context, translate("Concentration", "Inequality of the portfolio"), minimum=(220, 220)
        )
        for card in (self.months, self.lorenz):
            card.open_requested.connect(self.open_requested)
        self.comparison = Card(translate("Concentration", "Against the year before"))
        self.compare = CompareGrid()
        self.no_comparison = text_label("", "muted", wrap=True)
        self._caption = text_label(
            translate(
                "Concentration",
                "A change of the HHI by more than 100 is called significant by the US merger guidelines, made for "
                "markets.",
            ),
            "caption",
            wrap=True,
        )
        self.comparison.body.addWidget(self.compare)
        self.comparison.body.addWidget(self.no_comparison)
        self.comparison.body.addWidget(self._caption)
        self.comparison.body.addStretch(1)
        self.leaving = LeavingCard()
        self.leaving.client_requested.connect(lambda client: self.open_requested.emit("client", client))
        grid.addWidget(self.months, 0, 0)
        grid.addWidget(self.comparison, 0, 1)
        grid.addWidget(self.leaving, 1, 0)
        grid.addWidget(self.lorenz, 1, 1)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 3)
        grid.setRowStretch(0, 3)
        grid.setRowStretch(1, 2)

    def show_over_time(self, over: OverTime) -> None:
        """Show the months and the season before."""
        self.months.present(charts.over_time(over))
        self.lorenz.present(charts.lorenz(over, self._context.currency()))
        self.leaving.show_over_time(over, self._context.currency())
        rows = words.compared(over, self._context.currency())
        translate = QCoreApplication.translate
        self.compare.setVisible(bool(rows))
        self._caption.setVisible(bool(rows))
        self.no_comparison.setVisible(not rows or not over.is_before_whole)
        if over.before is not None:
            self.compare.show_rows(i18n.short_date(over.before.as_of), i18n.short_date(over.view.as_of), rows)
            known = translate(
                "Concentration", "Sales are known since {day} only: the comparison is not fair."
            )
            self.no_comparison.setText(known.format(day=i18n.short_date(over.trend.first_sale)))
        elif over.question.window_days is None:
            self.no_comparison.setText(
                translate("Concentration", "All time has nothing before it: choose 12 rolling months.")
            )
        else:
            self.no_comparison.setText(
                translate("Concentration", "Nothing was sold in the same period a year before.")
            )
