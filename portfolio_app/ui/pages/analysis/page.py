"""The analysis page: a tab for each question asked of the whole book."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.pages.analysis.tabs import TAB_KINDS, TABS, Tab
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.widgets import text_label

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes
    from portfolio_app.ui.pages.analysis.concentration import Concentration
    from portfolio_app.ui.pages.analysis.movement import MovementTab
    from portfolio_app.ui.pages.analysis.segments import SegmentsTab

_KEYS = tuple(TAB_KINDS)


class AnalysisPage(Page):
    """The tabs; under them the question of the one in front, and its controls. A tab is made when first shown."""

    kinds = frozenset().union(*TAB_KINDS.values())

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.body.setSpacing(theme.M)
        self._stale = set(TAB_KINDS)
        self._made: dict[str, Tab] = {}
        self._holders: dict[str, QWidget] = {}
        self._places: dict[str, QVBoxLayout] = {}
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(self.tr("What is analysed"))
        self._stack = QStackedWidget()
        self._question = text_label("", "strong")
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.S)
        self._head.addWidget(self._question)
        self._head.addStretch()
        for spec in TABS:
            self.tabs.addTab(QCoreApplication.translate("AnalysisTabs", spec.title))
            place = QWidget()
            self._places[spec.key] = QVBoxLayout(place)
            self._places[spec.key].setContentsMargins(0, 0, 0, 0)
            self._stack.addWidget(place)
        self.body.addWidget(self.tabs)
        self.body.addLayout(self._head)
        self.body.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._on_tab)
        self._on_tab(0)

    @property
    def tab(self) -> str:
        """The key of the tab in front."""
        return _KEYS[self.tabs.currentIndex()]

    @property
    def concentration(self) -> Concentration:
        """The first of the tabs."""
        return cast("Concentration", self.content("concentration"))

    @property
    def segments(self) -> SegmentsTab:
        """The tab of segments."""
        return cast("SegmentsTab", self.content("segments"))

    @property
    def movement(self) -> MovementTab:
        """The tab of movements between segments."""
        return cast("MovementTab", self.content("movement"))

    def content(self, key: str) -> Any:
        """The tab of that key, made if it was not yet."""
        if key not in self._made:
            tab = TABS[_KEYS.index(key)].make(self.context)
            self._made[key] = tab
            tab.open_requested.connect(self.open_requested)
            self._places[key].addWidget(tab)
            self._holders[key] = _holder(tab.controls)
            self._head.addWidget(self._holders[key])
            self._holders[key].setVisible(key == self.tab)
        return self._made[key]

    def load(self) -> None:
        """Ask the tab in front to ask the book, when what it shows is no longer true."""
        if self.tab in self._stale:
            self._stale.discard(self.tab)
            self.content(self.tab).load()

    def refresh(self, changes: Changes | None = None) -> None:
        """The tabs that the changes touch load again, the one in front now, the others when shown."""
        self._stale |= {key for key, kinds in TAB_KINDS.items() if changes is None or changes.touches(*kinds)}
        super().refresh(changes)

    def show_tab(self, key: str) -> None:
        """Bring a tab to the front."""
        self.tabs.setCurrentIndex(_KEYS.index(key))

    def show_item(self, item: object) -> None:
        """ "all" shows the concentration of the whole history; a dict names a "tab" and what to show in it."""
        if item == "all":
            item = {"tab": "concentration", "period": "all"}
        if isinstance(item, dict):
            key = str(item.get("tab", "segments"))
            if key in TAB_KINDS:
                self.show_tab(key)
                self.content(key).show_item(item)

    def _on_tab(self, place: int) -> None:
        key = _KEYS[place]
        self.content(key)
        self._question.setText(QCoreApplication.translate("AnalysisTabs", TABS[place].question))
        for other, holder in self._holders.items():
            holder.setVisible(other == key)
        self._stack.setCurrentIndex(place)
        if self._is_active:
            self.load()


def _holder(controls: QWidget) -> QWidget:
    """Hidden and shown with its tab, while the tab itself hides and shows its controls."""
    result = QWidget()
    layout = QHBoxLayout(result)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(controls)
    return result
