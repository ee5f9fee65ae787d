"""The Calendar: what is planned, due and done, on its days, by month or by week; what is planned can be moved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages import calendar_calls
from portfolio_app.ui.pages.base import Page, UiContext
from portfolio_app.ui.pages.calendar_card import ItemCard, actions_of
from portfolio_app.ui.pages.calendar_day import DayList
from portfolio_app.ui.pages.calendar_exchange import CalendarExchange
from portfolio_app.ui.pages.calendar_filters import CalendarFilters
from portfolio_app.ui.pages.calendar_grid import CalendarGrid
from portfolio_app.ui.pages.calendar_month import MonthGrid, month_span
from portfolio_app.ui.pages.calendar_plan import PlanPopup, open_plan
from portfolio_app.ui.pages.calendar_week import WeekGrid, week_span
from portfolio_app.ui.pages.next_offer import NextOffer
from portfolio_app.ui.pages.queue_snooze import SnoozeMenu
from portfolio_app.ui.widgets import ElidedLabel, EmptyState, button, text_label

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError
    from portfolio_app.services.calendar_view import CalendarItem, CalendarView

MONTH, WEEK = "month", "week"
_PLACE = "calendar.view"
"""Under what the preferences keep which of them is shown."""


class CalendarPage(Page):
    """PgUp and PgDn turn the page, T shows today, V changes between month and week, N plans something.

    The grid has the other keys.
    """

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.title = self.tr("Calendar")
        self.day = context.today()
        self.shown = WEEK if context.settings().columns.get(_PLACE) == [WEEK] else MONTH
        self.card: ItemCard | None = None
        self.day_list: DayList | None = None
        self.plan_popup: PlanPopup | None = None
        self.menu: QMenu | None = None
        self.month, self.week = MonthGrid(), WeekGrid()
        self._empty: EmptyState | None = None
        self.offer = NextOffer(context.operations, context.today, self)
        self.exchange = CalendarExchange(context, self)
        self.exchange.said.connect(lambda text: self.open_requested.emit("say", text))
        self.exchange.live_wanted.connect(lambda path: self.open_requested.emit("live_calendar", path))
        self._make_head()
        self._make_body()
        self._show_title()

    def _make_head(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.XS)
        self.back = IconButton("chevron-left", self.tr("Earlier"), shortcut=self.tr("PgUp"))
        self.back.clicked.connect(lambda: self.turn(-1))
        self.forth = IconButton("chevron-right", self.tr("Later"), shortcut=self.tr("PgDn"))
        self.forth.clicked.connect(lambda: self.turn(1))
        self.today_button = button(self.tr("Today"), self.go_today, small=True)
        self.today_button.setToolTip(self.tr("Show today (T)"))
        self.heading = text_label("", "section")
        for widget in (self.back, self.forth, self.today_button):
            head.addWidget(widget)
        head.addSpacing(theme.S)
        head.addWidget(self.heading, 1)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setAccessibleName(self.tr("Month or week"))
        self.tabs.addTab(self.tr("Month"))
        self.tabs.addTab(self.tr("Week"))
        self.tabs.setCurrentIndex(int(self.shown == WEEK))
        self.tabs.currentChanged.connect(lambda place: self.show_span((MONTH, WEEK)[place]))
        self.tabs.setMinimumWidth(self.tabs.sizeHint().width() + theme.L)  # the chosen one is in bold
        head.addWidget(self.tabs)
        self.files_button = button(self.tr("Calendar files"), self._open_files, icon="calendar", small=True)
        self.files_button.setToolTip(self.tr("Export to another calendar program, or import from one (.ics)"))
        head.addWidget(self.files_button)
        self.body.addLayout(head)
        self.body.setSpacing(theme.S)

    def _make_body(self) -> None:
        self.filters = CalendarFilters(self.context)
        self.filters.changed.connect(self.load)
        self.body.addWidget(self.filters)
        self._stack = QStackedWidget()
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        self._grids = QStackedWidget()
        for grid in (self.month, self.week):
            self._grids.addWidget(grid)
            grid.day = self.day
            grid.opened.connect(self.open_item)
            grid.day_opened.connect(self.open_day)
            grid.moved.connect(self.move_item)
            grid.acted.connect(self.act)
            grid.menu_wanted.connect(self._open_menu)
            grid.turned.connect(self.go)
        self._grids.setCurrentWidget(self.grid)
        column.addWidget(self._grids, 1)
        keys = self.tr(
            "Arrows move · Alt+arrows take the entry along · Enter open · M other day · N new · L log · "
            "D done · PgUp PgDn turn · T today · V month or week"
        )
        column.addWidget(ElidedLabel(keys, "caption"))
        self._stack.addWidget(listed)
        self.body.addWidget(self._stack, 1)

    @property
    def grid(self) -> CalendarGrid:
        """The month or the week, whichever is shown."""
        return self.week if self.shown == WEEK else self.month

    # Loading

    def load(self) -> None:
        """Ask for the days."""
        today = self.context.today()
        first, last = self._span()
        self.ops.query(
            self,
            calendar_calls.view,
            first,
            last,
            today,
            tuple(self.filters.types),
            frozenset(self.filters.without_kinds),
            i18n.language(),
            on_result=self._show,
            latest="view",
        )

    def _span(self) -> tuple[date, date]:
        monday_first = i18n.locale().firstDayOfWeek().value - 1
        return (week_span if self.shown == WEEK else month_span)(self.day, monday_first)

    def _show(self, view: CalendarView) -> None:
        if (view.first, view.last) != self._span():
            return
        self.month.month = self.day
        self.grid.show_view(view)
        self.filters.show_counts(view.counts)
        self._show_empty(view)

    def _show_empty(self, view: CalendarView) -> None:
        if view.has_clients:
            self._stack.setCurrentIndex(0)
            return
        if self._empty is None:
            self._empty = EmptyState(
                "calendar",
                self.tr("Nothing on any day yet"),
                self.tr("What you plan with your clients, what is due and what was done stands here."),
                [
                    (self.tr("Import my file"), lambda: self.open_requested.emit("import", None)),
                    (self.tr("Add a client"), lambda: self.open_requested.emit("new_client", None)),
                ],
            )
            self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    # Going

    def show_item(self, item: object) -> None:
        """Show a day, or "month" or "week"."""
        if isinstance(item, date):
            self.go(item)
        elif item in (MONTH, WEEK):
            self.show_span(str(item))

    def go(self, day: date) -> None:
        """Show the month or week of a day, and be on it."""
        if not timedelta(366) < day - date.min < date.max - date.min - timedelta(366):
            return
        self.day = day
        if self.grid.day != day:
            self.grid.go_to(day)
        self._show_title()
        if self._is_active:
            self.load()
        else:
            self._is_stale = True

    def go_today(self) -> None:
        """Show today."""
        self.go(self.context.today())
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self, step: int) -> None:
        """A month or a week on."""
        if self.shown == WEEK:
            self.go(self.grid.day + timedelta(days=7 * step))
            return
        first = self.day.replace(day=1)
        other = (first + timedelta(days=32)) if step > 0 else (first - timedelta(days=1))
        today = self.context.today()
        is_now = (other.year, other.month) == (today.year, today.month)
        self.go(today if is_now else other.replace(day=1))

    def show_span(self, shown: str) -> None:
        """Change between month and week; the day stays."""
        if shown == self.shown:
            return
        day, item = self.grid.day, self.grid.item()
        self.shown = shown
        self.context.settings().columns[_PLACE] = [shown]
        self.context.save_settings()
        self.tabs.setCurrentIndex(int(shown == WEEK))
        self.day = day
        self._grids.setCurrentWidget(self.grid)
        self.grid.go_to(day, item)
        self._show_title()
        if self._is_active:
            self.load()

    def _show_title(self) -> None:
        if self.shown == MONTH:
            text = i18n.month(self.day)
        else:
            first, last = self._span()
            words = self.tr("{first} – {last} · week {number}")
            text = words.format(
                first=i18n.day_month(first),
                last=i18n.day_month_year(last),
                number=(first + timedelta(days=3)).isocalendar().week,
            )
        self.heading.setText(text[:1].upper() + text[1:])

    # Doing

    def open_item(self, item: CalendarItem, place: QPoint) -> None:
        """Show the whole of an item and what can be done."""
        self.card = ItemCard(self.context, item, self)
        self.card.acted.connect(self.act)
        self.card.open_at(place)

    def open_day(self, day: date) -> None:
        """List everything on a day."""
        view = self.grid.view
        if view is None:
            return
        items = self.grid.by_day.get(day, [])
        self.day_list = DayList(day, view.holidays.get(day, ""), items, view.beyond.get(day, 0), self)
        self.day_list.opened.connect(self.open_item)
        self.day_list.acted.connect(self.act)
        self.day_list.open_at(self.grid.mapToGlobal(self.grid.day_rect(day).topLeft() + QPoint(8, 26)))

    def plan(self, day: date) -> None:
        """Plan something for that day, today for one that is past."""
        day = max(day, self.context.today())
        choose = partial(open_plan, self.window(), self.context, day=day)
        self.plan_popup = PlanPopup(self.context, day, choose, self)
        self.plan_popup.open_at(self.grid.mapToGlobal(self.grid.day_rect(day).topLeft() + QPoint(8, 26)))

    def act(self, what: str, item: CalendarItem) -> None:
        """Do one of `calendar_card.actions_of`."""
        if what not in actions_of(item):
            if what in ("later", "done"):
                self._say_fixed(item)
        elif what == "open":
            self.open_requested.emit("client", item.client_id)
        elif what == "log":
            self.open_requested.emit("log_touch", item.client_id)
        elif what == "done":
            self.ops.run(
                self,
                calendar_calls.finish,
                item,
                self.context.today(),
                on_done=lambda _: self._propose_next(item),
                on_error=self._failed,
            )
        elif what == "export" and item.record_id is not None:
            self.exchange.export([item.record_id])
        elif what == "later":
            choose = partial(self.move_item, item, at=None)
            self.menu = SnoozeMenu(self.context.today(), choose, self)
            self.menu.popup(self.grid.place())

    def _propose_next(self, item: CalendarItem) -> None:
        """Finishing one thing offers the next, where it stood."""
        point = self.grid.place()
        self.offer.ask(item.client_id, lambda: (self, point) if self._is_active else None, item.client)

    def move_item(self, item: CalendarItem, day: date, at: str | None = None) -> None:
        """Put an item on another day (and time), shown at once; undo takes it back."""
        today = self.context.today()
        if not item.can_move:
            self._say_fixed(item)
            return
        if day < today:
            self.open_requested.emit("say", self.tr("That day is past. Choose today or a later one."))
            return
        self.ops.run(self, calendar_calls.move, item, day, at, today, on_error=self._failed)
        self.grid.show_moved(item, day, at)

    def _say_fixed(self, item: CalendarItem) -> None:
        if item.is_projected:
            text = self.tr("Each later turn follows from the reminder itself: change that one.")
        elif item.type == "key_date":
            text = self.tr("A key date is changed on the client’s page.")
        else:
            text = self.tr("What is done keeps its day.")
        self.open_requested.emit("say", text)

    def _failed(self, error: PortfolioError) -> None:
        self.ops.failed.emit(error)
        self.load()

    def _open_menu(self, item: CalendarItem | None, day: date, place: QPoint) -> None:
        self.menu = QMenu(self)
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if item is None:
            self.menu.addAction(self.tr("Everything on this day"), partial(self.open_day, day))
            if day >= self.context.today():
                self.menu.addAction(self.tr("Plan a follow-up…"), partial(self.plan, day))
        else:
            words = {
                "open": self.tr("Open the client"),
                "log": self.tr("Log a touch…"),
                "done": self.tr("Done"),
                "later": self.tr("Move to another day…"),
                "export": self.tr("Export as a calendar file…"),
            }
            for name in actions_of(item):
                self.menu.addAction(words[name], partial(self.act, name, item))
        self.menu.popup(place)

    def _open_files(self) -> None:
        item = self.grid.item()
        chosen = item if item is not None and "export" in actions_of(item) else None
        self.menu = self.exchange.menu(chosen)
        self.menu.popup(self.files_button.mapToGlobal(QPoint(0, self.files_button.height() + 2)))

    # Being there

    def current_client(self) -> int | None:
        """The client of the item the user is on."""
        item = self.grid.item()
        return item.client_id if item is not None else None

    def focus_first(self) -> None:
        """The grid."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page, show today, change between month and week."""
        calls: dict[int, Callable[[], object]] = {
            Qt.Key.Key_PageUp: partial(self.turn, -1),
            Qt.Key.Key_PageDown: partial(self.turn, 1),
            Qt.Key.Key_Home: self.go_today,
            Qt.Key.Key_T: self.go_today,
            Qt.Key.Key_N: lambda: self.plan(self.grid.day),
            Qt.Key.Key_V: partial(self.show_span, MONTH if self.shown == WEEK else WEEK),
        }
        if event.modifiers() or event.key() not in calls:
            super().keyPressEvent(event)
            return
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        calls[event.key()]()
