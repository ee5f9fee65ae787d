"""The analysis page: a tab for each question asked of the whole book."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QTabBar

from portfolio_app.ui import theme
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.pages.concentration import Concentration


class AnalysisPage(Page):
    """Tabs on the left, the controls of the tab in front on the right."""

    kinds = frozenset({"client", "sale", "product", "setting"})

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.body.setSpacing(theme.M)
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("What is analysed"))
        self.tabs.addTab(self.tr("Concentration"))
        self.concentration = Concentration(context)
        self.concentration.open_requested.connect(self.open_requested)
        head.addWidget(self.tabs)
        head.addStretch()
        head.addWidget(self.concentration.controls)
        self.body.addLayout(head)
        self.body.addWidget(self.concentration, 1)

    def load(self) -> None:
        """Ask the tab in front to ask the book."""
        self.concentration.load()

    def show_item(self, item: object) -> None:
        """ "all" shows the whole history."""
        if item == "all":
            self.concentration.controls.choose(period="all")
