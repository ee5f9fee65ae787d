"""The queue's list with all that can be done in it: what the Follow-ups and the Today page share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, opt_out_words, reasons, theme
from portfolio_app.ui.pages import queue_calls, queue_reach, queue_words
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.queue_list import QueueList
from portfolio_app.ui.pages.queue_menu import LineMenu, PlanMenu
from portfolio_app.ui.pages.queue_model import Line, QueueModel
from portfolio_app.ui.pages.queue_next import NextBar, NextStep
from portfolio_app.ui.pages.queue_snooze import NumberedMenu, SnoozeMenu
from portfolio_app.ui.widgets import button, text_label

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError
    from portfolio_app.services.agenda import QueueRow, QueueView
    from portfolio_app.services.plans import PlanView

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
PLANS = "panel:plans"
"""What the Follow-ups page is asked to show for its panel of plans."""


class QueuePanel(QWidget):
    """Give it a `QueueView` with `show_view`. What changes the queue it does itself; the rest it asks for."""

    open_requested = Signal(str, object)
    """As of a `Page`: ("client", id), ("log_touch", id), ("say", text), ("follow_ups", what to show)."""
    adjust_requested = Signal(str)
    """The segment whose contact rhythm is to be changed."""

    def __init__(self, context: UiContext, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.menu: NumberedMenu | None = None
        self.line_menu: LineMenu | None = None
        self._as_of, self._view = context.today(), "due"
        self.model = QueueModel(context.operations, self._fetch, self._line, self)
        self.list = QueueList(self.model, label)
        self.list.opened.connect(lambda client: self.open_requested.emit("client", client))
        self.list.acted.connect(lambda what, client: self._act(what, [client], client))
        self.list.keyed.connect(lambda what, client: self._act(what, self.marked() or [client], client))
        self.list.menu_requested.connect(self._open_menu)
        self.list.adjust_requested.connect(self.adjust_requested)
        self.list.checked_changed.connect(self._show_bar)
        self.list.installEventFilter(self)
        self.model.modelReset.connect(self._show_bar)
        self.next_bar = NextBar(context.today)
        self.next_bar.chosen.connect(self._plan_next)
        self.next_bar.closed.connect(self._back_to_list)
        context.operations.reverted.connect(self.next_bar.dismiss)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(self._make_bar())
        layout.addWidget(self.list, 1)
        layout.addWidget(self.next_bar)
        self.setFocusProxy(self.list)

    def _make_bar(self) -> QWidget:
        self.bar = QFrame()
        self.bar.setObjectName("card")
        self.bar.setProperty("tone", "accent")
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(theme.M, theme.XS, theme.S, theme.XS)
        self._count = text_label("", "strong")
        row.addWidget(self._count, 1)
        self.bar_done = button(self.tr("Done"), partial(self._act_marked, "done"), icon="check", small=True)
        self.bar_done.setToolTip(self.tr("Tick off all selected, as one step that can be undone (D)"))
        self.bar_later = button("", partial(self._act_marked, "later"), icon="snooze", small=True)
        self.bar_later.setToolTip(self.tr("Choose a day for all selected (S)"))
        self.bar_wait = button(self.tr("Wait"), partial(self._act_marked, "wait"), small=True)
        self.bar_wait.setToolTip(self.tr("Wait for the answer of all selected until a day (W)"))
        self.bar_enrol = button(self.tr("Into a plan"), partial(self._act_marked, "enrol"), small=True)
        self.bar_enrol.setToolTip(self.tr("Put all selected into a plan (T)"))
        clear = button(self.tr("Clear"), lambda: self.list.check(()), variant="ghost", small=True)
        clear.setToolTip(self.tr("Select none (Esc)"))
        for item in (self.bar_done, self.bar_later, self.bar_wait, self.bar_enrol, clear):
            row.addWidget(item)
        self.bar.hide()
        return self.bar

    def show_view(self, view: QueueView) -> None:
        """Show a view of the queue; the place in the list is kept."""
        self._as_of = view.as_of
        self._view = view.view
        self.bar_done.setVisible(view.view != "unplanned")
        self.bar_later.setText(self._later_text())
        self.model.show_view(view)

    def clear(self) -> None:
        """Nothing is ticked any more: another view is about to be shown."""
        self.list.check(())
        self.list.verticalScrollBar().setValue(0)

    def marked(self) -> list[int]:
        """The clients that are ticked, in the order of the list."""
        return [client for client in self.model.ids if client in self.model.checked]

    # Doing

    def finish(self, ids: Sequence[int]) -> None:
        """Tick off what is next for these clients, go on to the next one, and offer what comes after."""
        line = self.model.line(self.model.row_of(ids[0])) if len(ids) == 1 else None
        self._write(ids, queue_calls.finish, self._as_of, on_done=lambda _: self._ask_next(ids))
        self.next_bar.begin(ids, line.name if line is not None else "")

    def postpone(self, ids: Sequence[int], until: date) -> None:
        """Put off what is next for these clients, and go on to the next one."""
        self._write(ids, queue_calls.postpone, self._as_of, until)

    def wait(self, ids: Sequence[int], until: date) -> None:
        """Wait for the answer of these clients, and go on to the next one."""
        self._write(ids, queue_calls.wait, self._as_of, until)

    def enrol(self, ids: Sequence[int], plan_id: int) -> None:
        """Put these clients into a plan."""
        self.list.check(())
        self.context.operations.run(self, queue_calls.enrol, plan_id, list(ids))

    def _write(
        self,
        ids: Sequence[int],
        call: Callable[..., Any],
        *args: Any,
        on_done: Callable[[Any], None] | None = None,
    ) -> None:
        self.next_bar.disarm()
        self.list.mark_pending(ids)
        if self.list.current_id() in ids:
            self.list.go_past(ids)
        if self.model.checked:
            self.list.check(())
        failed = partial(self._failed, ids)
        self.context.operations.run(self, call, list(ids), *args, on_done=on_done, on_error=failed)

    def _failed(self, ids: Sequence[int], error: PortfolioError) -> None:
        self.list.mark_pending(ids, pending=False)
        self.next_bar.dismiss()
        self.context.operations.failed.emit(error)

    def _act_marked(self, what: str) -> None:
        if ids := self.marked():
            self._act(what, ids, ids[0])

    def _act(self, what: str, ids: Sequence[int], client: int) -> None:
        """Do one of `KEYS` with these clients; `client` is the one the user is on."""
        ids = [each for each in ids if each not in self.model.pending]
        if not ids:
            return
        if what == "log":
            self.open_requested.emit("log_touch", client)
        elif what == "done":
            if self._view != "unplanned":
                self.finish(ids)
        elif what in ("later", "wait"):
            self._choose_day(what, ids, self._menu_place(what, ids))
        elif what == "enrol":
            self._choose_plan(ids)
        else:
            self._reach(what, ids if what == "copy" else [client])

    def _menu_place(self, what: str, ids: Sequence[int]) -> QPoint:
        """Where the menu of a line opens, or that of all that is ticked."""
        anchor = {"later": self.bar_later, "wait": self.bar_wait, "enrol": self.bar_enrol}[what]
        if len(ids) > 1 and anchor.isVisible():
            return anchor.mapToGlobal(anchor.rect().bottomLeft())
        return self.list.place_of(ids[0], "later" if what == "later" else "name")

    def _choose_day(self, what: str, ids: Sequence[int], place: QPoint) -> None:
        call = self.postpone if what == "later" else self.wait
        title = "" if what == "later" else self.tr("Wait for their answer until")
        self.menu = SnoozeMenu(self.context.today(), partial(call, list(ids)), self, title)
        self.menu.popup(place)

    def _choose_plan(self, ids: Sequence[int]) -> None:
        place = self._menu_place("enrol", ids)
        self.context.operations.query(
            self, queue_calls.plans, on_result=partial(self._show_plans, list(ids), place), urgent=True
        )

    def _show_plans(self, ids: list[int], place: QPoint, plans: list[PlanView]) -> None:
        make = partial(self.open_requested.emit, "follow_ups", PLANS)
        self.menu = PlanMenu(plans, partial(self.enrol, ids), make, self)
        self.menu.popup(place)

    def _open_menu(self, client: int, place: QPoint) -> None:
        line = self.model.line(self.model.row_of(client))
        if line is None or client in self.model.pending:
            return
        marked = self.marked()
        ids = marked if client in marked else [client]
        act = partial(self._act, ids=ids, client=client)
        self.line_menu = LineMenu(line, len(ids), act, self.open_requested.emit, self)
        self.line_menu.popup(place)

    # Reaching

    def _reach(self, what: str, ids: Sequence[int]) -> None:
        """Call, write, show on the map or copy numbers: by the book as it is now."""
        self.context.operations.query(
            self, self._fetch, list(ids), on_result=partial(self._reached, what), urgent=True
        )

    def _reached(self, what: str, rows: dict[int, QueueRow]) -> None:
        found = list(rows.values())
        if not found:
            return
        if what == "map":
            self._say(queue_reach.show_map(found[0]))
        elif what == "copy":
            self._say(queue_reach.copy_numbers(found))
        else:
            self._say(queue_reach.call(found[0]) if what == "call" else queue_reach.email(found[0]))

    def _say(self, text: str) -> None:
        if text:
            self.open_requested.emit("say", text)

    # What comes next

    def _ask_next(self, ids: Sequence[int]) -> None:
        if len(ids) == 1:
            self.context.operations.query(
                self,
                queue_calls.proposal,
                ids[0],
                self._as_of,
                on_result=partial(self.next_bar.propose, ids),
                on_error=lambda _: self.next_bar.dismiss(),
                latest="proposal",
                urgent=True,
            )

    def _back_to_list(self) -> None:
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _plan_next(self, step: NextStep) -> None:
        self._back_to_list()
        self.context.operations.run(
            self, queue_calls.plan_next, list(step.client_ids), step.due_on, step.kind, step.title
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is proposed takes its keys before the list does; any other key leaves Enter to the list again."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and not self.next_bar.isHidden()
        ):
            if self.next_bar.handles(event):
                return True
            if event.key() not in _MODIFIERS:
                self.next_bar.disarm()
        return False

    def _show_bar(self) -> None:
        count = len(self.model.checked)
        self._count.setText(self.tr("%n client(s) selected", "", count))
        self.bar.setVisible(count > 0)

    # Lines

    def _fetch(self, book: Any, ids: Sequence[int]) -> dict[int, QueueRow]:
        return queue_calls.queue_rows(book, ids, self._as_of)

    def _line(self, row: QueueRow, segment: str) -> Line:
        text, tone = reasons.badge(row, self._as_of)
        full, short = queue_words.reason_line(row, segment)
        currency = self.context.currency()
        return Line(
            row=row,
            client_id=row.client_id,
            name=row.name,
            contact="" if row.contact == row.name else row.contact,
            reason=full,
            short_reason=short,
            stake=i18n.money(row.at_stake, currency) if row.at_stake else "",
            badge=text,
            tone=tone,
            done=self.tr("Done") if row.action is not None else "",
            done_hint=queue_words.done_hint(row),
            later=self._later_text(),
            explanation=f"{reasons.explanation(row, segment)}\n{queue_words.why_here(row, currency)}",
            refusal=opt_out_words.badge(row.opt_out),
            reach=queue_reach.ways(row),
        )

    def _later_text(self) -> str:
        return self.tr("Plan") if self._view == "unplanned" else self.tr("Snooze")
