"""Data quality: what the checks find in the book, and the clients that stand in it twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QTabBar

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.pages.duplicates_panel import DuplicatesPanel
from portfolio_app.ui.pages.quality_checks import ChecksPanel

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes

PARTS = ("checks", "duplicates")


class QualityPage(Page):
    """Two tabs."""

    kinds = frozenset({"client", "contact", "sale", "interaction", "follow_up", "setting", "not_duplicate"})

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.title = self.tr("Data quality")
        self.body.setSpacing(theme.M)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Data quality"))
        self.tabs.addTab(self.tr("Checks"))
        self.tabs.addTab(self.tr("Duplicates"))
        self.checks = ChecksPanel(context)
        self.duplicates = DuplicatesPanel(context)
        self._stack = QStackedWidget()
        for panel in (self.checks, self.duplicates):
            panel.open_requested.connect(self.open_requested)
            self._stack.addWidget(panel)
        self.checks.compare_requested.connect(lambda: self.tabs.setCurrentIndex(1))
        for panel in (self.checks, self.duplicates):
            panel.counted.connect(self._show_count)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._stack, 1)

    def load(self) -> None:
        """Examine the book."""
        self.checks.load()

    def refresh(self, changes: Changes | None = None) -> None:
        """The duplicates keep their own count of what changed."""
        self.duplicates.refresh(changes)
        super().refresh(changes)

    def show_item(self, item: object) -> None:
        """Go to one of `PARTS`, or to a check by its code."""
        if item in PARTS:
            self.tabs.setCurrentIndex(PARTS.index(str(item)))
        elif isinstance(item, str) and item:
            self.tabs.setCurrentIndex(0)
            self.checks.show_check(item)

    def focus_first(self) -> None:
        """Where work starts in the tab in sight."""
        if self.tabs.currentIndex() == 0:
            self.checks.focus_first()
        else:
            self.duplicates.setFocus()

    def _show_count(self, count: int) -> None:
        text = self.tr("Duplicates")
        self.tabs.setTabText(1, f"{text} ({i18n.number(count)})" if count else text)
