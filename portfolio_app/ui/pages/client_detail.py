"""One client: the facts, the next action, and everything that belongs to it behind tabs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from portfolio_app.errors import NotFoundError, PortfolioError
from portfolio_app.ui import messages, theme
from portfolio_app.ui.dialogs.answer_sheet import open_answer
from portfolio_app.ui.dialogs.deal_sheet import open_deal
from portfolio_app.ui.dialogs.log_touch import edit_touch, open_log_touch
from portfolio_app.ui.dialogs.record_sheets import open_follow_up, open_key_date, open_new_contact, open_sale
from portfolio_app.ui.pages import queue_calls
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.client_calls import Opening, load_detail, load_opening
from portfolio_app.ui.pages.client_contacts import ContactsTab
from portfolio_app.ui.pages.client_deals import DealsTab
from portfolio_app.ui.pages.client_head import FigureRow, NameField, NextActionCard, RoleBadge, subtitle
from portfolio_app.ui.pages.client_history import HistoryTab
from portfolio_app.ui.pages.client_list import segment_title
from portfolio_app.ui.pages.client_plans import PlansTab
from portfolio_app.ui.pages.client_record import RecordTab
from portfolio_app.ui.pages.client_sales import SalesTab
from portfolio_app.ui.pages.client_why import WhyPanel
from portfolio_app.ui.pages.next_offer import NextOffer, Place, below
from portfolio_app.ui.widgets import EmptyState, FlowLayout, SegmentChip, button, plain_tooltip, text_label

if TYPE_CHECKING:
    from portfolio_app.services.agenda import QueueRow
    from portfolio_app.services.changes import Changes
    from portfolio_app.services.client_views import ClientDetail, TimelineItem
    from portfolio_app.services.portfolio import SegmentInfo
    from portfolio_app.services.value import Worth
    from portfolio_app.ui.pages.client_worth import WorthLoader

QUICK_KINDS = ("call", "email", "visit")


class ClientDetailPanel(QFrame):
    """The right half of the clients page."""

    open_requested = Signal(str, object)
    gone = Signal(int)
    """This client is not in the book any more."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.context = context
        self.client_id: int | None = None
        self._detail: ClientDetail | None = None
        self._worth_loader: WorthLoader | None = None
        self.offer = NextOffer(context.operations, context.today, self)
        self._segments: Mapping[str, SegmentInfo] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        self._stack = QStackedWidget()
        layout.addWidget(self._stack)
        self._hint = EmptyState(
            "clients",
            self.tr("Choose a client"),
            self.tr("Its history, contacts, sales and next action are shown here."),
        )
        self._stack.addWidget(self._hint)
        self._content = QWidget()
        self._build(self._content)
        self._stack.addWidget(self._content)

    def show_client(self, client_id: int | None) -> None:
        """Show a client; None shows the hint."""
        if client_id == self.client_id:
            return
        if self.client_id is not None:
            self.record.flush()
            self.plans.rhythm.flush()
        self.client_id = client_id
        self._detail = None
        self._stack.setCurrentWidget(self._content if client_id is not None else self._hint)
        if client_id is not None:
            self._error.hide()
            self._load()

    def refresh(self, changes: Changes | None = None) -> None:
        """Load again, unless only other clients' records changed."""
        if self.client_id is None:
            return
        if changes is not None and changes.kinds == {"client"}:
            ids = changes.ids.get("client")
            if ids is not None and self.client_id not in ids:
                return
        self._load()

    def set_segments(self, segments: Mapping[str, SegmentInfo]) -> None:
        """The names and colours of the segments."""
        self._segments = segments
        if self._detail is not None:
            self._show_segment(self._detail.segment)

    def focus_first(self) -> None:
        """The history: arrows read it, Tab goes on."""
        if self.client_id is not None:
            self.tabs.setCurrentWidget(self.history)
            self.history.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def log(self, kind: str) -> None:
        """Open the log panel for this client."""
        if self.client_id is not None:
            open_log_touch(self.window(), self.context, self.client_id, kind)

    # Loading ---------------------------------------------------------------------------------

    def _load(self) -> None:
        client_id, today = self.client_id, self.context.today()
        assert client_id is not None
        ops = self.context.operations
        count = self.history.wanted(client_id)
        ops.query(
            self,
            load_opening,
            client_id,
            today,
            count,
            on_result=partial(self._open, client_id),
            latest="open",
            urgent=True,
        )
        ops.query(
            self,
            load_detail,
            client_id,
            today,
            on_result=self._show_detail,
            on_error=partial(self._failed, client_id),
            latest="detail",
        )
        self._worth().load(client_id)
        for tab in (self.sales, self.deals, self.plans):
            if self.tabs.currentWidget() is tab:
                tab.show_client(client_id)
        if self.why.isVisible():
            self.why.show_client(client_id)

    def _open(self, client_id: int, opening: Opening | None) -> None:
        if client_id != self.client_id:
            return
        if opening is None:
            self.gone.emit(client_id)
            return
        if self._detail is None:
            self._show_name(opening.name)
            self._subtitle.setText(opening.city)
            self.chip.hide()
            self.role.show_role("")
            self.figures.clear()
            self.next_action.hide()
        self.history.show_items(client_id, opening.timeline, opening.asked)
        self.plans.show_items(client_id, opening.planned)

    def _show_detail(self, answer: tuple[ClientDetail, QueueRow | None]) -> None:
        detail, row = answer
        if detail.id != self.client_id:
            return
        self._detail = detail
        self._show_name(detail.values["name"])
        self._subtitle.setText(subtitle(detail))
        self._show_segment(detail.segment)
        self.role.show_role(detail.values["strategic_role"])
        self.figures.show_metrics(detail.metrics)
        segment = segment_title(detail.segment, self._segments.get(detail.segment))
        self.next_action.show_action(row, segment)
        self.next_action.show()
        self._fill_tab()

    def _worth(self) -> WorthLoader:
        """Made with the first client: the list alone needs none of it."""
        if self._worth_loader is None:
            from portfolio_app.ui.pages.client_worth import WorthLoader

            self._worth_loader = WorthLoader(self.context, self)
            self._worth_loader.found.connect(self._show_worth)
        return self._worth_loader

    def _show_worth(self, client_id: int, worth: Worth | None) -> None:
        if client_id == self.client_id:
            self.figures.show_worth(worth)

    def _failed(self, client_id: int, error: PortfolioError) -> None:
        if isinstance(error, NotFoundError):
            self.gone.emit(client_id)
        else:
            self.context.operations.failed.emit(error)

    def _fill_tab(self, _: int = 0) -> None:
        """Fill the tab in sight; the others when they are shown."""
        detail, shown = self._detail, self.tabs.currentWidget()
        if detail is None:
            return
        if shown is self.contacts:
            values = detail.values
            own = {name: values[name] for name in ("email", "phone", "website")}
            is_person = values["kind"] == "person"
            self.contacts.show_contacts(detail.id, own, detail.contacts, is_person=is_person)
        elif shown is self.record:
            self.record.show_values(detail.id, detail.values)
        elif isinstance(shown, SalesTab | DealsTab | PlansTab) and shown.client_id != detail.id:
            shown.show_client(detail.id)
        if shown is self.plans:
            info = self._segments.get(detail.segment)
            days = (info.ideal_days, info.max_days) if info is not None else None
            self.plans.rhythm.show_values(detail.id, detail.values, days)

    def _show_name(self, name: str) -> None:
        if not (self.name.hasFocus() and self.name.is_dirty) and self._error.isHidden():
            self.name.show_name(name)

    def _show_segment(self, code: str) -> None:
        info = self._segments.get(code)
        self.chip.set_segment(segment_title(code, info), info.colour if info else "")
        self.chip.setVisible(bool(code))

    # Acting ----------------------------------------------------------------------------------

    def _rename(self, name: str) -> None:
        from portfolio_app.services import clients

        if self.client_id is None:
            return
        self.context.operations.run(
            self,
            clients.update_client,
            self.client_id,
            {"name": name},
            on_done=lambda _: self._renamed(),
            on_error=self._not_renamed,
        )

    def _renamed(self) -> None:
        self._error.hide()
        theme.set_property(self.name, "invalid", "false")
        self.refresh()

    def _not_renamed(self, error: PortfolioError) -> None:
        self._error.setText(messages.error_text(error))
        self._error.show()
        theme.set_property(self.name, "invalid", "true")

    def _complete(self) -> None:
        if self.client_id is not None:
            self.context.operations.run(
                self, queue_calls.finish, [self.client_id], self.context.today(), on_done=self._propose_next
            )

    def _propose_next(self, _: object = None) -> None:
        """Finishing one thing offers the next."""
        client_id = self.client_id
        if client_id is not None:

            def place() -> Place | None:
                return below(self.next_action.anchor()) if client_id == self.client_id else None

            self.offer.ask(client_id, place)

    def _wait(self, until: date) -> None:
        if self.client_id is not None:
            today = self.context.today()
            self.context.operations.run(self, queue_calls.wait, [self.client_id], today, until)

    def _snooze(self, until: date) -> None:
        if self.client_id is not None:
            today = self.context.today()
            self.context.operations.run(self, queue_calls.postpone, [self.client_id], today, until)

    def _log_next(self) -> None:
        action = self._detail.next_action if self._detail is not None else None
        self.log(action.kind or "call" if action is not None else "call")

    def _plan(self, item: TimelineItem | None = None) -> None:
        if self.client_id is not None:
            open_follow_up(self.window(), self.context, self.client_id, item)

    def _edit_touch(self, item: TimelineItem) -> None:
        if self.client_id is not None:
            edit_touch(self.window(), self.context, self.client_id, item)

    def _show_order(self, item: TimelineItem) -> None:
        self.tabs.setCurrentWidget(self.sales)
        self.sales.show_line(item.id)

    def _show_deals(self, _: object) -> None:
        self.tabs.setCurrentWidget(self.deals)

    def _add_contact(self) -> None:
        if self.client_id is not None:
            open_new_contact(self.window(), self.context, self.client_id)

    def _add_sale(self) -> None:
        if self.client_id is not None:
            open_sale(self.window(), self.context, self.client_id)

    def toggle_why(self) -> None:
        """Show why the client is in its segment in place of the daily things, or these again."""
        is_asked = self.why.isHidden() and self.client_id is not None
        self._daily.setVisible(not is_asked)
        self.why.setVisible(is_asked)
        self.chip.set_checked(is_asked)
        if is_asked and self.client_id is not None:
            self.why.show_client(self.client_id)
            self.why.focus_first()
        else:
            self.chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, item: TimelineItem | None = None) -> None:
        if self.client_id is not None:
            open_answer(self.window(), self.context, self.client_id, item)

    def _show_more(self) -> None:
        self.more_menu().popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def more_menu(self) -> QMenu:
        """What is added to a client less often."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Survey answer…"), self._answer)
        menu.addAction(self.tr("Deal…"), self._add_deal)
        menu.addAction(self.tr("Follow-up…"), self._plan)
        menu.addAction(self.tr("Key date…"), self._add_key_date)
        menu.addAction(self.tr("Contact…"), self._add_contact)
        menu.addSeparator()
        menu.addAction(self.tr("Export this client…"), self._export)
        return menu

    def _export(self) -> None:
        if self.client_id is not None:
            chosen = {"ids": (self.client_id,), "title": self.name.text()}
            self.open_requested.emit("export", chosen)

    def _add_key_date(self) -> None:
        if self.client_id is not None:
            open_key_date(self.window(), self.context, self.client_id)

    def _add_deal(self) -> None:
        if self.client_id is not None:
            open_deal(self.window(), self.context, self.client_id)

    # Building --------------------------------------------------------------------------------

    def _build(self, content: QWidget) -> None:
        layout = QVBoxLayout(content)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        self.name = NameField()
        self.name.renamed.connect(self._rename)
        self.chip = SegmentChip("", clickable=True)
        self.chip.setToolTip(plain_tooltip(self.tr("Why this segment?")))
        self.chip.clicked.connect(self.toggle_why)
        head.addWidget(self.name, 1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(head)
        self._error = text_label("", "danger", wrap=True)
        self._error.hide()
        layout.addWidget(self._error)
        below = QHBoxLayout()
        below.setSpacing(theme.S)
        self._subtitle = text_label("", "muted", wrap=True)
        self.role = RoleBadge()
        below.addWidget(self._subtitle, 1)
        below.addWidget(self.role, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(below)
        self.figures = FigureRow(self.context)
        layout.addWidget(self.figures)
        self.next_action = NextActionCard(self.context)
        self.next_action.log_requested.connect(self._log_next)
        self.next_action.done.connect(self._complete)
        self.next_action.snoozed.connect(self._snooze)
        self.next_action.waiting.connect(self._wait)
        self.next_action.plan_requested.connect(self._plan)
        self._daily = QWidget()
        daily = QVBoxLayout(self._daily)
        daily.setContentsMargins(0, 0, 0, 0)
        daily.setSpacing(theme.S)
        daily.addWidget(self.next_action)
        daily.addWidget(self._build_tabs(), 1)
        daily.addWidget(self._build_quick_row())
        layout.addWidget(self._daily, 1)
        self.why = WhyPanel(self.context)
        self.why.closed.connect(self.toggle_why)
        self.why.open_requested.connect(self.open_requested)
        self.why.hide()
        layout.addWidget(self.why, 1)

    def _build_tabs(self) -> QTabWidget:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setProperty("density", "compact")
        self.history = HistoryTab(self.context)
        self.history.edit_requested.connect(self._edit_touch)
        self.history.order_requested.connect(self._show_order)
        self.history.answer_requested.connect(self._answer)
        self.history.deal_requested.connect(self._show_deals)
        self.contacts = ContactsTab(self.context)
        self.contacts.add_requested.connect(self._add_contact)
        self.sales = SalesTab(self.context)
        self.sales.said.connect(partial(self.open_requested.emit, "say_undo"))
        self.deals = DealsTab(self.context)
        self.record = RecordTab(self.context)
        self.record.manage_requested.connect(lambda: self.open_requested.emit("settings", "custom_fields"))
        self.plans = PlansTab(self.context)
        self.plans.edit_requested.connect(self._plan)
        self.plans.plans_requested.connect(lambda: self.open_requested.emit("follow_ups", "plans"))
        for widget, title in (
            (self.history, self.tr("History")),
            (self.contacts, self.tr("Contacts")),
            (self.sales, self.tr("Sales")),
            (self.deals, self.tr("Deals")),
            (self.record, self.tr("Record")),
            (self.plans, self.tr("Planned")),
        ):
            self.tabs.addTab(widget, title)
        self.tabs.currentChanged.connect(self._fill_tab)
        return self.tabs

    def _build_quick_row(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, theme.XS)
        self.quick_buttons = {
            kind: button(messages.interaction_kind(kind), partial(self.log, kind), small=True)
            for kind in QUICK_KINDS
        }
        self.quick_buttons["sale"] = button(self.tr("Sale"), self._add_sale, small=True)
        complaint = messages.interaction_kind("complaint")
        self.quick_buttons["complaint"] = button(complaint, partial(self.log, "complaint"), small=True)
        for item in self.quick_buttons.values():
            flow.addWidget(item)
        self.more_button = button("", self._show_more, icon="plus", small=True)
        self.more_button.setProperty("density", "score")  # as narrow as it can be, to stay on the row
        self.more_button.setAccessibleName(self.tr("Add something else"))
        self.more_button.setToolTip(plain_tooltip(self.more_button.accessibleName()))
        flow.addWidget(self.more_button)
        return holder
