"""The queue's list with all that can be done in it: what the Follow-ups and the Today page share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, opt_out_words, reasons, theme
from portfolio_app.ui.pages import queue_calls
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.queue_list import QueueList
from portfolio_app.ui.pages.queue_model import Line, QueueModel
from portfolio_app.ui.pages.queue_snooze import SnoozeMenu
from portfolio_app.ui.widgets import button, text_label

if TYPE_CHECKING:
    from portfolio_app.errors import PortfolioError
    from portfolio_app.services.agenda import QueueRow, QueueView


class QueuePanel(QWidget):
    """Give it a `QueueView` with `show_view`. Done and snooze it does itself; the rest it asks for."""

    open_requested = Signal(str, object)
    """As of a `Page`: ("client", id), ("log_touch", id)."""
    adjust_requested = Signal(str)
    """The segment whose contact rhythm is to be changed."""

    def __init__(self, context: UiContext, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.menu: SnoozeMenu | None = None
        self._as_of, self._view = context.today(), "due"
        self.model = QueueModel(context.operations, self._fetch, self._line, self)
        self.list = QueueList(self.model, label)
        self.list.opened.connect(lambda client: self.open_requested.emit("client", client))
        self.list.acted.connect(self._act)
        self.list.adjust_requested.connect(self.adjust_requested)
        self.list.checked_changed.connect(self._show_bar)
        self.model.modelReset.connect(self._show_bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(self._make_bar())
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def _make_bar(self) -> QWidget:
        self.bar = QFrame()
        self.bar.setObjectName("card")
        self.bar.setProperty("tone", "accent")
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(theme.M, theme.XS, theme.S, theme.XS)
        self._count = text_label("", "strong")
        row.addWidget(self._count, 1)
        self.bar_done = button(
            self.tr("Done"), lambda: self.finish(self._checked()), icon="check", small=True
        )
        self.bar_done.setToolTip(self.tr("Tick off all selected, as one step that can be undone"))
        self.bar_later = button("", self._snooze_checked, icon="snooze", small=True)
        clear = button(self.tr("Clear"), lambda: self.list.check(()), variant="ghost", small=True)
        clear.setToolTip(self.tr("Select none (Esc)"))
        for item in (self.bar_done, self.bar_later, clear):
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

    # Doing

    def finish(self, ids: Sequence[int]) -> None:
        """Tick off what is next for these clients, and go on to the next one."""
        self._go_on(ids)
        self.context.operations.run(
            self, queue_calls.finish, list(ids), self._as_of, on_error=partial(self._failed, ids)
        )

    def postpone(self, ids: Sequence[int], until: date) -> None:
        """Put off what is next for these clients, and go on to the next one."""
        self._go_on(ids)
        self.context.operations.run(
            self, queue_calls.postpone, list(ids), self._as_of, until, on_error=partial(self._failed, ids)
        )

    def _go_on(self, ids: Sequence[int]) -> None:
        self.list.mark_pending(ids)
        if self.list.current_id() in ids:
            self.list.go_past(ids)
        if self.model.checked:
            self.list.check(())

    def _failed(self, ids: Sequence[int], error: PortfolioError) -> None:
        self.list.mark_pending(ids, pending=False)
        self.context.operations.failed.emit(error)

    def _act(self, what: str, client: int) -> None:
        if client in self.model.pending:
            return
        line = self.model.line(self.model.row_of(client))
        if what == "log":
            self.open_requested.emit("log_touch", client)
        elif what == "later":
            self._snooze([client], self.list.place_of(client, "later"))
        elif line is not None and line.done:
            self.finish([client])

    def _snooze(self, ids: Sequence[int], place: QPoint) -> None:
        self.menu = SnoozeMenu(self.context.today(), partial(self.postpone, list(ids)), self)
        self.menu.popup(place)

    def _snooze_checked(self) -> None:
        if ids := self._checked():
            self._snooze(ids, self.bar_later.mapToGlobal(self.bar_later.rect().bottomLeft()))

    def _checked(self) -> list[int]:
        return [client for client in self.model.ids if client in self.model.checked]

    def _show_bar(self) -> None:
        count = len(self.model.checked)
        self._count.setText(self.tr("%n client(s) selected", "", count))
        self.bar.setVisible(count > 0)

    # Lines

    def _fetch(self, book: Any, ids: Sequence[int]) -> dict[int, QueueRow]:
        return queue_calls.queue_rows(book, ids, self._as_of)

    def _line(self, row: QueueRow, segment: str) -> Line:
        text, tone = reasons.badge(row, self._as_of)
        other = reasons.other_reasons(row)
        reason, short = (
            f"{words} · {other}" if other else words
            for words in (reasons.reason(row, segment), reasons.reason(row, segment, rule=False))
        )
        is_complaint = row.action is not None and row.action.reason == "complaint"
        hint = self.tr("Done: the complaint is resolved") if is_complaint else self.tr("Done")
        if row.action is not None and row.action.reason in ("cadence", "never_touched"):
            hint = self.tr("Done: counts as a contact today")
        return Line(
            client_id=row.client_id,
            name=row.name,
            contact="" if row.contact == row.name else row.contact,
            reason=reason,
            short_reason=short,
            stake=i18n.money(row.at_stake, self.context.currency()) if row.at_stake else "",
            badge=text,
            tone=tone,
            done=self.tr("Done") if row.action is not None else "",
            done_hint=hint,
            later=self._later_text(),
            explanation=self._explanation(row, segment),
            refusal=opt_out_words.badge(row.opt_out),
        )

    def _later_text(self) -> str:
        return self.tr("Plan") if self._view == "unplanned" else self.tr("Snooze")

    def _explanation(self, row: QueueRow, segment: str) -> str:
        told = reasons.explanation(row, segment)
        stake = self.tr("{amount} of sales in the last 12 months").format(
            amount=i18n.money(row.at_stake, self.context.currency())
        )
        return f"{told}\n{stake}"
