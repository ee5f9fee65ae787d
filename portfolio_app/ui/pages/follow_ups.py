"""Who is due, by segment, and why: the whole queue."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.pages import queue_calls
from portfolio_app.ui.pages.base import DUE_FROM, Page, UiContext
from portfolio_app.ui.pages.plans_panel import PlansPanel
from portfolio_app.ui.pages.queue_head import QueueHead
from portfolio_app.ui.pages.queue_panel import PLANS, QueuePanel
from portfolio_app.ui.pages.queue_rhythm import RhythmPanel
from portfolio_app.ui.pages.route_panel import RoutePanel
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets import (
    Card,
    ElidedLabel,
    EmptyState,
    FlowLayout,
    SegmentChip,
    button,
    clear_layout,
)
from portfolio_app.ui.widgets.tab_order import tab_after

if TYPE_CHECKING:
    from portfolio_app.services.agenda import QueueView

VIEWS = ("due", "week", "later", "waiting", "unplanned")
RHYTHMS, ROUTE = "panel:rhythms", "panel:route"
MANY = 12
"""With more groups than that there are no chips to choose one by."""


class FollowUpsPage(Page):
    """Tabs for when, chips for which group, the list, and beside it the rhythms, the route or the plans."""

    kinds = DUE_FROM | {"consent", "suppression"}

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.title = self.tr("Follow-ups")
        self.view = VIEWS[0]
        self._only: str | None = None
        self._shown: QueueView | None = None
        self._edit: str | None = None
        self._empty: EmptyState | None = None
        self.chips: dict[str | None, SegmentChip] = {}
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
        self.side_buttons: dict[str, QPushButton] = {}
        for panel, words, icon, explain in (
            (
                ROUTE,
                self.tr("Route"),
                "visit",
                self.tr("The due clients by area, to visit them in one go (R)"),
            ),
            (PLANS, self.tr("Plans"), "follow-ups", self.tr("Steps to go through with a client, one by one")),
            (
                RHYTHMS,
                self.tr("Contact rhythms"),
                "calendar",
                self.tr("How often each segment is contacted, and how to change it"),
            ),
        ):
            opener = button(words, partial(self._toggle_side, panel), variant="ghost", icon=icon)
            opener.setCheckable(True)
            opener.setToolTip(plain_tooltip(explain))
            self.side_buttons[panel] = opener
            head.addWidget(opener)
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
        self.panel.open_requested.connect(self._open)
        self.panel.adjust_requested.connect(self.edit_rhythm)
        self.foot = self.panel.next_bar
        self.head = QueueHead(self.context)
        self.head.grouping_chosen.connect(lambda _: self._regroup())
        card.body.addWidget(self.head)
        self._stack = QStackedWidget()
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.panel, 1)
        keys = self.tr(
            "Enter open · L log · D done · S snooze · W wait · C call · E e-mail · M map · N number · T plan · "
            "R route · Space select · ← → fold · G group · P per day"
        )
        column.addWidget(ElidedLabel(keys, "caption"))
        self._stack.addWidget(listed)
        card.body.addWidget(self._stack, 1)
        # Not with the list: what comes next is also asked once the last client of the list is done.
        card.body.addWidget(self.panel.next_bar)
        row.addWidget(card, 1)
        self.rhythms = RhythmPanel(self.ops)
        self.route = RoutePanel(self.context)
        self.plans = PlansPanel(self.context)
        self.sides: dict[str, RhythmPanel | RoutePanel | PlansPanel] = {
            RHYTHMS: self.rhythms,
            ROUTE: self.route,
            PLANS: self.plans,
        }
        for side in self.sides.values():
            side.closed.connect(self._close_side)
            side.hide()
            row.addWidget(side)
        for panel in (self.route, self.plans):
            panel.open_requested.connect(self._open)
        self.body.addLayout(row, 1)

    # Loading

    def load(self) -> None:
        """Ask for the view."""
        today = self.context.today()
        self.head.load()
        self.ops.query(
            self, queue_calls.queue_view, today, self.view, self.head.by, on_result=self._show, latest="view"
        )
        for panel in (self.route, self.plans):
            if not panel.isHidden():
                panel.load()

    def _show(self, view: QueueView) -> None:
        if view.view != self.view or view.by != self.head.by:
            return
        self._shown = view
        self.badge_changed.emit(view.counts["due"])
        for place, name in enumerate(VIEWS):
            self.tabs.setTabText(place, f"{self._view_name(name)}  {i18n.number(view.counts[name])}")
        self.head.show_counts(view.counts)
        self.rhythms.show_segments(view.segments)
        self.panel.show_view(view)
        self._show_chips(view)
        self.panel.model.show_only(self._only)
        self._show_empty(view)
        if self._edit is not None:
            self.edit_rhythm(self._edit)

    def _show_chips(self, view: QueueView) -> None:
        keys = [group.key for group in view.groups]
        if self._only not in keys:
            self._only = None
        if list(self.chips) != [None, *keys]:
            clear_layout(self._flow)
            self.chips = {}
            for key in (None, *keys):
                self.chips[key] = SegmentChip("", "", clickable=True)
                self.chips[key].clicked.connect(partial(self.filter_group, key))
                self._flow.addWidget(self.chips[key])
            tab_after(self.side_buttons[RHYTHMS], self.chips.values())
        whole = sum(group.total for group in view.groups)
        everybody = self.tr("All")
        self.chips[None].set_segment(f"{everybody}  {i18n.number(whole)}")
        for group in view.groups:
            name, colour = self.panel.model.head(group.key)
            self.chips[group.key].set_segment(f"{name}  {i18n.number(group.total)}", colour)
        for each, chip in self.chips.items():
            chip.set_checked(each == self._only)
        self._chip_row.setVisible(1 < len(keys) <= MANY)

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
            "due": self._nobody_due(view),
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

    def _nobody_due(self, view: QueueView) -> tuple[str, str]:
        if spread := view.counts["spread"]:
            text = self.tr("%n more client(s) are due; their turn comes in the next days.", "", spread)
            return self.tr("Enough for today"), text
        if done := view.counts["done_today"]:
            return self.tr("All done for today"), self.tr("%n client(s) contacted today", "", done)
        return self.tr("Nobody is due"), self.tr("Everybody was contacted in time.")

    # Choosing

    def show_item(self, item: object) -> None:
        """Show one of `VIEWS`, a panel, go to a client, or edit the rhythm of a segment."""
        if item in VIEWS:
            self.tabs.setCurrentIndex(VIEWS.index(str(item)))
        elif item in self.sides:
            self.show_side(str(item))
        elif isinstance(item, int):
            self.panel.list.go_to(item)
        elif isinstance(item, str):
            self.edit_rhythm(item)

    def filter_group(self, key: str | None) -> None:
        """Show one group; all for None or when it was shown already."""
        self._only = None if key == self._only else key
        for each, chip in self.chips.items():
            chip.set_checked(each == self._only)
        self.panel.clear()
        self.panel.model.show_only(self._only)

    def _regroup(self) -> None:
        self._only = None
        self.panel.clear()
        self.load()

    def _open(self, kind: str, item: object) -> None:
        """What concerns this page is done here, the rest is asked of the shell."""
        if kind == "follow_ups":
            self.show_item(item)
        else:
            self.open_requested.emit(kind, item)

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

    # What stands beside the list

    def edit_rhythm(self, segment: str = "") -> None:
        """Open the editor of contact rhythms, on that segment."""
        self._edit = segment if self._shown is None else None
        self.show_side(RHYTHMS)
        self.rhythms.edit(segment)

    def show_side(self, panel: str) -> None:
        """Show the rhythms, the route or the plans beside the list."""
        for name, side in self.sides.items():
            side.setVisible(name == panel)
            self.side_buttons[name].setChecked(name == panel)
        if panel == ROUTE:
            self.route.load()
        elif panel == PLANS:
            self.plans.load()

    def _toggle_side(self, panel: str) -> None:
        if not self.sides[panel].isHidden():
            self._close_side()
        elif panel == RHYTHMS:
            self.edit_rhythm()
        else:
            self.show_side(panel)
            self.sides[panel].setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_side(self) -> None:
        for name, side in self.sides.items():
            side.hide()
            self.side_buttons[name].setChecked(False)
        self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """G, P, R and Esc, wherever on the page they were not typed into something."""
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if not self.panel.next_bar.isHidden() and self.panel.next_bar.handles(event):
            return
        if event.key() == Qt.Key.Key_R and not held:
            self._toggle_side(ROUTE)
        elif event.key() == Qt.Key.Key_Escape and not all(side.isHidden() for side in self.sides.values()):
            self._close_side()
        elif not self.head.handles(event):
            super().keyPressEvent(event)

    def current_client(self) -> int | None:
        """The line the user is on."""
        return self.panel.list.current_id()

    def focus_first(self) -> None:
        """The first client of the list; the page itself where nobody is in it."""
        if self._stack.currentIndex() == 0:
            self.panel.list.focus_start()
        else:
            super().focus_first()
