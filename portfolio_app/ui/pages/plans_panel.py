"""Plans: steps to go through with a client one after the other, who is in them, and making one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages import queue_calls
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.pages.plan_editor import PlanEditor
from portfolio_app.ui.widgets import Card, ElidedLabel, button, clear_layout, scrolling, text_label

if TYPE_CHECKING:
    from portfolio_app.services.plans import EnrolmentView, PlanView

WIDTH = 400
SHOWN = 30
"""How many clients of a plan are named at most."""


class PlanCard(QFrame):
    """One plan: its steps in words, and who is in it."""

    edit_wanted = Signal()
    deleted = Signal()
    stopped = Signal(int)
    """The enrolment to end."""
    client_opened = Signal(int)

    def __init__(self, plan: PlanView, inside: Sequence[EnrolmentView], *, is_open: bool) -> None:
        super().__init__()
        self.setObjectName("card")
        self.plan = plan
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
        layout.setSpacing(theme.XS)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(ElidedLabel(plan.name, "strong"), 1)
        for icon, words, signal in (
            ("edit", self.tr("Change the plan {name}"), self.edit_wanted),
            ("trash", self.tr("Delete the plan {name}"), self.deleted),
        ):
            each = IconButton(icon, words.format(name=plan.name))
            each.clicked.connect(signal)
            head.addWidget(each)
        layout.addLayout(head)
        for number, step in enumerate(plan.steps, 1):
            what = step.title or messages.interaction_kind(step.kind)
            words = f"{number}. {_after(step.after_days, first=number == 1)} · {what}"
            layout.addWidget(text_label(words, "muted", wrap=True))
        counts = (
            self.tr("%n client(s) in it", "", plan.enrolled) if plan.enrolled else self.tr("Nobody in it now")
        )
        if plan.finished:
            counts += " · " + self.tr("%n went through", "", plan.finished)
        self.who_button = button(counts, self._toggle, variant="link")
        self.who_button.setEnabled(bool(inside))
        layout.addWidget(self.who_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.who = QWidget()
        rows = QVBoxLayout(self.who)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for enrolment in inside[:SHOWN]:
            rows.addLayout(self._row(enrolment))
        if len(inside) > SHOWN:
            rows.addWidget(text_label(self.tr("… and %n more", "", len(inside) - SHOWN), "caption"))
        layout.addWidget(self.who)
        self.who.setVisible(is_open and bool(inside))

    @property
    def is_open(self) -> bool:
        """Whether the clients in it are in sight."""
        return not self.who.isHidden()

    def _row(self, enrolment: EnrolmentView) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.XS)
        name = button(
            self.fontMetrics()
            .elidedText(enrolment.client, Qt.TextElideMode.ElideRight, 170)
            .replace("&", "&&"),
            partial(self.client_opened.emit, enrolment.client_id),
            variant="link",
        )
        name.setAccessibleName(self.tr("Open {client}").format(client=enrolment.client))
        row.addWidget(name)
        place = f"{enrolment.step}/{enrolment.steps}"
        if enrolment.due_on is not None:
            place = f"{place} · {i18n.day_month(enrolment.due_on)}"
        row.addWidget(text_label(place, "caption"))
        row.addStretch()
        stop = IconButton("close", self.tr("Take {client} out of the plan").format(client=enrolment.client))
        stop.clicked.connect(partial(self.stopped.emit, enrolment.id))
        row.addWidget(stop)
        return row

    def _toggle(self) -> None:
        self.who.setVisible(self.who.isHidden())


class PlansPanel(Card):
    """Beside the queue: the plans. Ask it to `load` when it is brought into sight."""

    closed = Signal()
    open_requested = Signal(str, object)
    """As of a `Page`."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._context = context
        self.cards: list[PlanCard] = []
        self.editor: PlanEditor | None = None
        self.set_title(self.tr("Plans"))
        self.add_button = button(self.tr("New plan"), lambda: self.edit(None), icon="plus", small=True)
        self.header.addWidget(self.add_button)
        close = IconButton("close", self.tr("Close"))
        close.clicked.connect(self.closed)
        self.header.addWidget(close)
        explain = self.tr(
            "A plan is a row of steps: a client put into it is due for the first one, and each step done brings "
            "the next. Put clients in from the list with T."
        )
        self._explain = text_label(explain, "muted", wrap=True)
        self.body.addWidget(self._explain)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.S, 0)
        column.setSpacing(theme.S)
        self._editor_place = QVBoxLayout()
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.S)
        column.addLayout(self._editor_place)
        column.addLayout(self._list)
        column.addStretch()
        self.body.addWidget(scrolling(content), 1)
        self.setFocusProxy(self.add_button)
        self.setFixedWidth(WIDTH)

    def load(self) -> None:
        """Ask for the plans and who is in them."""
        self._context.operations.query(self, queue_calls.plans_in_force, on_result=self._show, latest="plans")

    def _show(self, found: queue_calls.PlansInForce) -> None:
        plans, enrolments = found
        opened = {card.plan.id for card in self.cards if card.is_open}
        clear_layout(self._list)
        self.cards = []
        for plan in plans:
            inside = [each for each in enrolments if each.plan_id == plan.id]
            card = PlanCard(plan, inside, is_open=plan.id in opened)
            card.edit_wanted.connect(partial(self.edit, plan))
            card.deleted.connect(partial(self._run, queue_calls.delete_plan, plan.id))
            card.stopped.connect(partial(self._run, queue_calls.stop))
            card.client_opened.connect(partial(self.open_requested.emit, "client"))
            self._list.addWidget(card)
            self.cards.append(card)
        if not plans and self.editor is None:
            self.edit(None)

    def edit(self, plan: PlanView | None) -> None:
        """Change a plan, or make one (None)."""
        self._close_editor()
        self.editor = PlanEditor(plan)
        self.editor.saved.connect(self._save)
        self.editor.cancelled.connect(self._close_editor)
        self._editor_place.addWidget(self.editor)
        self.add_button.setEnabled(False)
        if self.isVisible():
            self.editor.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        editor = self.editor
        if editor is None:
            return
        plan_id = editor.plan.id if editor.plan is not None else None
        self._context.operations.run(
            self,
            queue_calls.save_plan,
            plan_id,
            editor.name.text(),
            editor.values(),
            on_done=lambda _: self._close_editor() if self.editor is editor else None,
            on_error=lambda error: editor.say(messages.error_text(error)),
        )

    def _close_editor(self) -> None:
        clear_layout(self._editor_place)
        self.editor = None
        self.add_button.setEnabled(True)

    def _run(self, call: Callable[..., Any], *args: object) -> None:
        self._context.operations.run(self, call, *args)


def _after(days: int, *, first: bool) -> str:
    """ "the same day", "after 7 days"; of the first step counted from when the client is put in."""
    if not days:
        return (
            QCoreApplication.translate("PlansPanel", "at once")
            if first
            else QCoreApplication.translate("PlansPanel", "the same day")
        )
    return QCoreApplication.translate("PlansPanel", "after %n day(s)", "", days)
