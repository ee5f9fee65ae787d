"""What comes next for a client just ticked off: a menu that proposes, where there is no line to stand below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from portfolio_app.ui import i18n, messages
from portfolio_app.ui.operations import Operations
from portfolio_app.ui.pages import queue_calls
from portfolio_app.ui.pages.queue_snooze import DayPopup, NumberedMenu, usual_days
from portfolio_app.ui.plain import plain_caption

if TYPE_CHECKING:
    from portfolio_app.services.agenda_actions import Proposal

Place = tuple[QWidget, QPoint]
"""To whom a menu belongs, and where on the screen it opens."""


def below(anchor: QWidget) -> Place:
    """Just below a button."""
    return anchor, anchor.mapToGlobal(QPoint(0, anchor.height() + 2))


class NextMenu(NumberedMenu):
    """What comes next for a client just ticked off: 1 what is proposed, 2… other days, any day, Esc nothing."""

    def __init__(
        self,
        today: date,
        proposal: Proposal,
        choose: Callable[[date], object],
        parent: QWidget,
        client: str = "",
    ) -> None:
        """`client`: whose it is, where that is not in sight."""
        super().__init__(parent)
        self._today, self._choose = today, choose
        what = proposal.title or messages.interaction_kind(proposal.kind)
        words = self.tr("Next for {client}").format(client=client[:60])
        self.addAction(plain_caption(words) if client else self.tr("Next action")).setEnabled(False)
        self.add_numbered(what, partial(choose, proposal.due_on), i18n.weekday(proposal.due_on))
        for day_words, day in usual_days(today):
            if day != proposal.due_on:
                self.add_numbered(day_words, partial(choose, day), i18n.weekday(day))
        self.addSeparator()
        self.add_numbered(self.tr("Pick a date…"), self._pick)

    def _pick(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            DayPopup(self._today, self._choose, parent, self.tr("Next contact on")).open_at(self.pos())


class NextOffer(QObject):
    """Asks the book what is proposed, and offers it; nothing where something is planned already."""

    def __init__(self, operations: Operations, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._ops, self._today = operations, today
        self.menu: NextMenu | None = None

    def ask(self, client_id: int, place: Callable[[], Place | None], client: str = "") -> None:
        """Offer what comes next for a client where `place` says once the book has answered; None: not any more."""
        self._ops.query(
            self,
            queue_calls.proposal,
            client_id,
            self._today(),
            on_result=partial(self._offer, client_id, place, client),
            latest="proposal",
        )

    def _offer(
        self, client_id: int, place: Callable[[], Place | None], client: str, proposal: Proposal
    ) -> None:
        where = place()
        if where is None or proposal.planned:
            return
        parent, point = where
        plan = partial(self._plan, client_id, proposal)
        self.menu = NextMenu(self._today(), proposal, plan, parent, client)
        self.menu.popup(point)

    def _plan(self, client_id: int, proposal: Proposal, day: date) -> None:
        self._ops.run(self, queue_calls.plan_next, [client_id], day, proposal.kind, proposal.title)
