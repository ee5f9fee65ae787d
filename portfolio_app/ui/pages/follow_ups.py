"""Who is due, by segment, and why: the whole queue."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.pages import queue_calls
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.pages.queue_panel import QueuePanel
from portfolio_app.ui.pages.queue_rhythm import RhythmPanel
from portfolio_app.ui.widgets import (
    Card,
    ElidedLabel,
    EmptyState,
    FlowLayout,
    SegmentChip,
    button,
)

if TYPE_CHECKING:
    from portfolio_app.services.agenda import QueueView

VIEWS = ("due", "week", "later", "waiting", "unplanned")


class FollowUpsPage(Page):
    """Tabs for when, chips for which segment, and the list in between."""

    kinds = frozenset(
        {
            "client",
            "contact",
            "interaction",
            "sale",
            "product",
            "follow_up",
            "deal",
            "survey_answer",
            "custom_field",
            "segment",
            "segmentation",
            "setting",
            "consent",
            "suppression",
        }
    )

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.title = self.tr("Follow-ups")
        self.view = VIEWS[0]
        self._segment = ""
        self._shown: QueueView | None = None
        self._loaded_on: date | None = None
        self._edit: str | None = None
        self._empty: EmptyState | None = None
        self.chips: dict[str, SegmentChip] = {}
        self._make_head()
        self._make_body()

    def _make_head(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.M)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setAccessibleName(self.tr("When"))
        for view in VIEWS:
            self.tabs.addTab(self._view_name(view))
        self.tabs.currentChanged.connect(self._view_chosen)
        head.addWidget(self.tabs, 1)
        self.rhythm_button = button(
            self.tr("Contact rhythms"), self._toggle_rhythms, variant="ghost", icon="calendar"
        )
        self.rhythm_button.setToolTip(self.tr("How often each segment is contacted, and how to change it"))
        head.addWidget(self.rhythm_button)
        self.body.addLayout(head)
        self._chip_row = QWidget()
        self._flow = FlowLayout(self._chip_row)
        self.body.addWidget(self._chip_row)
        self.body.setSpacing(theme.M)

    def _make_body(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.L)
        card = Card(margin=theme.M)
        self.panel = QueuePanel(self.context, self.tr("Follow-ups"))
        self.panel.open_requested.connect(self.open_requested)
        self.panel.adjust_requested.connect(self.edit_rhythm)
        self._stack = QStackedWidget()
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.panel, 1)
        keys = self.tr(
            "↑ ↓ move · Enter open · L log · D done · S snooze, then 1…5 · Space select · ← → fold"
        )
        column.addWidget(ElidedLabel(keys, "caption"))
        self._stack.addWidget(listed)
        card.body.addWidget(self._stack, 1)
        row.addWidget(card, 1)
        self.rhythms = RhythmPanel(self.ops)
        self.rhythms.closed.connect(self._close_rhythms)
        self.rhythms.hide()
        row.addWidget(self.rhythms)
        self.body.addLayout(row, 1)

    # Loading

    def activate(self) -> None:
        """Yesterday's queue is stale."""
        if self._loaded_on != self.context.today():
            self._is_stale = True
        super().activate()

    def load(self) -> None:
        """Ask for the view."""
        today = self.context.today()
        self._loaded_on = today
        self.ops.query(self, queue_calls.queue_view, today, self.view, on_result=self._show, latest="view")

    def _show(self, view: QueueView) -> None:
        if view.view != self.view:
            return
        self._shown = view
        self.badge_changed.emit(view.counts["due"])
        for place, name in enumerate(VIEWS):
            self.tabs.setTabText(place, f"{self._view_name(name)}  {i18n.number(view.counts[name])}")
        self._show_chips(view)
        self.rhythms.show_segments(view.segments)
        self.panel.show_view(view)
        self.panel.model.show_only(self._segment)
        self._show_empty(view)
        if self._edit is not None:
            self.edit_rhythm(self._edit)

    def _show_chips(self, view: QueueView) -> None:
        totals = {group.segment: group.total for group in view.groups}
        if self._segment not in totals:
            self._segment = ""
        wanted = [("", self.tr("All"), "", sum(totals.values()))]
        wanted += [
            (s.code, messages.segment_name(s.code, s.name), s.colour, totals.get(s.code, 0))
            for s in view.segments
        ]
        for code, name, colour, count in wanted:
            if code not in self.chips:
                self.chips[code] = SegmentChip(name, colour, clickable=True)
                self.chips[code].clicked.connect(lambda chosen=code: self.filter_segment(chosen))
                self._flow.addWidget(self.chips[code])
            chip = self.chips[code]
            chip.set_segment(f"{name}  {i18n.number(count)}", colour)
            chip.set_checked(code == self._segment)
            chip.setVisible(bool(count))
        self._chip_row.setVisible(len(totals) > 1)

    def _show_empty(self, view: QueueView) -> None:
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        if not view.groups:
            self._empty = self._empty_view(view) if view.clients else self._empty_book()
            self._stack.addWidget(self._empty)
        self._stack.setCurrentIndex(self._stack.count() - 1)

    def _empty_book(self) -> EmptyState:
        return EmptyState(
            "follow-ups",
            self.tr("Nobody to follow up yet"),
            self.tr("Clients come up here by themselves when it is time to contact them again."),
            [
                (self.tr("Import my file"), lambda: self.open_requested.emit("import", None)),
                (self.tr("Add a client"), lambda: self.open_requested.emit("new_client", None)),
            ],
        )

    def _empty_view(self, view: QueueView) -> EmptyState:
        texts = {
            "due": (self.tr("Nobody is due"), self.tr("Everybody was contacted in time.")),
            "week": (self.tr("Nothing in the next seven days"), ""),
            "later": (self.tr("Nothing later"), ""),
            "waiting": (
                self.tr("You are waiting for nobody"),
                self.tr("Follow-ups that wait for the client's answer stand here, each with its date."),
            ),
            "unplanned": (
                self.tr("Nobody is without a next action"),
                self.tr("Each client has a reminder or the contact rhythm of its segment."),
            ),
        }
        title, text = texts[view.view]
        others = [name for name in ("due", "week", "later") if view.counts[name] and name != view.view]
        actions = [
            (
                f"{self._view_name(name)}  {i18n.number(view.counts[name])}",
                lambda chosen=name: self.show_item(chosen),
            )
            for name in others[:1]
        ]
        return EmptyState("check", title, text, actions)

    # Choosing

    def show_item(self, item: object) -> None:
        """Show one of `VIEWS`, go to a client, or edit the rhythm of a segment."""
        if item in VIEWS:
            self.tabs.setCurrentIndex(VIEWS.index(str(item)))
        elif isinstance(item, int):
            self.panel.list.go_to(item)
        elif isinstance(item, str):
            self.edit_rhythm(item)

    def filter_segment(self, segment: str) -> None:
        """Show one segment; all for "" or when it was shown already."""
        self._segment = "" if segment == self._segment else segment
        for code, chip in self.chips.items():
            chip.set_checked(code == self._segment)
        self.panel.clear()
        self.panel.model.show_only(self._segment)

    def _view_chosen(self, place: int) -> None:
        self.view = VIEWS[place]
        self.panel.clear()
        if self._is_active:
            self.load()
        else:
            self._is_stale = True

    def _view_name(self, view: str) -> str:
        return {
            "due": self.tr("Due now"),
            "week": self.tr("This week"),
            "later": self.tr("Later"),
            "waiting": self.tr("Waiting"),
            "unplanned": self.tr("None planned"),
        }[view]

    # Rhythms

    def edit_rhythm(self, segment: str = "") -> None:
        """Open the editor of contact rhythms, on that segment."""
        self._edit = segment if self._shown is None else None
        self.rhythms.show()
        self.rhythms.edit(segment)

    def _toggle_rhythms(self) -> None:
        if self.rhythms.isVisible():
            self._close_rhythms()
        else:
            self.edit_rhythm()

    def _close_rhythms(self) -> None:
        self.rhythms.hide()
        self.panel.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_client(self) -> int | None:
        """The line the user is on."""
        return self.panel.list.current_id()

    def focus_first(self) -> None:
        """The first client of the list."""
        self.panel.list.focus_start()
