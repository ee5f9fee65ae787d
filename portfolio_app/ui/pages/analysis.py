"""The analysis page: a tab for each question asked of the whole book."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget

from portfolio_app.ui import theme
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.pages.concentration import Concentration
from portfolio_app.ui.pages.movement import MovementTab
from portfolio_app.ui.pages.segments import SegmentsTab

if TYPE_CHECKING:
    from portfolio_app.services.changes import Changes

Tab = Concentration | SegmentsTab | MovementTab

_SEGMENTED = frozenset(
    {
        "client",
        "sale",
        "interaction",
        "follow_up",
        "product",
        "deal",
        "survey_answer",
        "custom_field",
        "segment",
        "segmentation",
        "setting",
    }
)
"""What rules may ask about, and the rules themselves."""
TAB_KINDS = {
    "concentration": frozenset({"client", "sale", "product", "setting"}),
    "segments": _SEGMENTED,
    "movement": _SEGMENTED,
}
"""The tabs in their order, and the kinds of record whose changes make each of them stale."""


class AnalysisPage(Page):
    """Tabs on the left, the controls of the tab in front on the right."""

    kinds = frozenset().union(*TAB_KINDS.values())

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.body.setSpacing(theme.M)
        self._stale = set(TAB_KINDS)
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("What is analysed"))
        for text in (self.tr("Concentration"), self.tr("Segments"), self.tr("Movement")):
            self.tabs.addTab(text)
        self.concentration = Concentration(context)
        self.segments = SegmentsTab(context)
        self.movement = MovementTab(context)
        self._stack = QStackedWidget()
        self._holders: list[QWidget] = []
        head.addWidget(self.tabs)
        head.addStretch()
        self._contents: dict[str, Tab] = dict(
            zip(TAB_KINDS, (self.concentration, self.segments, self.movement), strict=True)
        )
        for content in self._contents.values():
            content.open_requested.connect(self.open_requested)
            self._stack.addWidget(content)
            self._holders.append(_holder(content.controls))
            head.addWidget(self._holders[-1])
        self.body.addLayout(head)
        self.body.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._on_tab)
        self._on_tab(0)

    @property
    def tab(self) -> str:
        """The tab in front: "concentration", "segments" or "movement"."""
        return tuple(TAB_KINDS)[self.tabs.currentIndex()]

    def load(self) -> None:
        """Ask the tab in front to ask the book, when what it shows is no longer true."""
        if self.tab in self._stale:
            self._stale.discard(self.tab)
            self._contents[self.tab].load()

    def refresh(self, changes: Changes | None = None) -> None:
        """The tabs that the changes touch load again, the one in front now, the others when shown."""
        self._stale |= {key for key, kinds in TAB_KINDS.items() if changes is None or changes.touches(*kinds)}
        super().refresh(changes)

    def show_tab(self, key: str) -> None:
        """Bring a tab to the front."""
        self.tabs.setCurrentIndex(tuple(TAB_KINDS).index(key))

    def show_item(self, item: object) -> None:
        """ "all" shows the whole history; a dict names a "tab" and what to show in it: a "segmentation" and
        one "segment" of it, "edit" for its rules, or the day "since" which movements are shown."""
        if item == "all":
            self.show_tab("concentration")
            self.concentration.controls.choose(period="all")
        elif isinstance(item, dict):
            key = str(item.get("tab", "segments"))
            self.show_tab(key)
            if key == "segments":
                self._show_segments(item)
            elif key == "movement" and isinstance(item.get("since"), date):
                self.movement.controls.days.choose(start=item["since"], end=self.context.today())

    def _show_segments(self, item: dict[str, object]) -> None:
        code = str(item.get("segmentation") or "")
        if isinstance(item.get("since"), date):
            days = self.segments.controls.since
            days.choose(start=cast(date, item["since"]), end=self.context.today())
        self.segments.show_segment(code, str(item.get("segment") or ""))
        if item.get("edit"):
            self.segments.edit(code)

    def _on_tab(self, place: int) -> None:
        for number, holder in enumerate(self._holders):
            holder.setVisible(number == place)
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
