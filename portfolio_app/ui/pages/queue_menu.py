"""The menus of the queue: all that can be done with a line, and the plans a client can be put into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from portfolio_app.ui import icons
from portfolio_app.ui.pages.queue_list import KEYS
from portfolio_app.ui.pages.queue_model import Line
from portfolio_app.ui.pages.queue_snooze import NumberedMenu
from portfolio_app.ui.plain import plain_caption

if TYPE_CHECKING:
    from portfolio_app.services.plans import PlanView

Act = Callable[[str], object]


class LineMenu(QMenu):
    """All that can be done with a client, or with `count` of them; each line names its key.

    `act(what)` hears what was chosen, one of `KEYS`; `open(kind, item)` where the user wants to go.
    """

    def __init__(
        self, line: Line, count: int, act: Act, open_: Callable[[str, object], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._act = act
        self.actions_by_name: dict[str, QAction] = {}
        if count > 1:
            self.addAction(self.tr("%n client(s) selected", "", count)).setEnabled(False)
            self.addSeparator()
        else:
            opened = self.addAction(
                self.tr("Open {client}").format(client=plain_caption(line.name)) + "\tEnter"
            )
            opened.triggered.connect(lambda: open_("client", line.client_id))
            self._add("log", self.tr("Log a touch…"), "edit")
        if line.done:
            self._add("done", line.done if count > 1 else line.done_hint, "check")
        self._add("later", self.tr("{what} until…").format(what=line.later), "snooze")
        self._add("wait", self.tr("Wait for their answer until…"), "history")
        self._add("enrol", self.tr("Put into a plan…"), "follow-ups")
        self.addSeparator()
        if count == 1:
            self._add_reach(line)
        else:
            self._add("copy", self.tr("Copy the phone numbers"), "copy")

    def _add_reach(self, line: Line) -> None:
        row = line.row
        call = (
            self.tr("Call {number}").format(number=plain_caption(row.phone)) if row.phone else self.tr("Call")
        )
        write = self.tr("Write to {address}").format(address=plain_caption(row.email))
        self._add("call", call, "call", possible="call" in line.reach)
        self._add(
            "email",
            write if row.email else self.tr("Write an e-mail"),
            "email",
            possible="email" in line.reach,
        )
        self._add("map", self.tr("Show on the map"), "visit")
        self._add("copy", self.tr("Copy the phone number"), "copy", possible=bool(row.phone))

    def _add(self, what: str, text: str, icon: str, *, possible: bool = True) -> None:
        action = QAction(icons.icon(icon), f"{text}\t{KEYS[what]}", self)
        action.setEnabled(possible)
        action.triggered.connect(lambda: self._act(what))
        self.addAction(action)
        self.actions_by_name[what] = action


class PlanMenu(NumberedMenu):
    """The plans, by number; the last line makes one."""

    def __init__(
        self,
        plans: Sequence[PlanView],
        choose: Callable[[int], object],
        make: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        title = self.tr("Put into the plan") if plans else self.tr("There is no plan yet")
        self.addAction(title).setEnabled(False)
        for plan in plans:
            steps = self.tr("%n step(s)", "", len(plan.steps))
            self.add_numbered(plan.name, partial(choose, plan.id), steps)
        self.addSeparator()
        self.addAction(self.tr("Make a plan…"), make)
