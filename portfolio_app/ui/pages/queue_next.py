"""What comes next for who was just ticked off: a bar that proposes, and goes away when not wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from portfolio_app.ui import i18n, messages, theme
from portfolio_app.ui.icons import IconButton
from portfolio_app.ui.pages.queue_snooze import DayPopup, digit_of, usual_days
from portfolio_app.ui.widgets import ElidedLabel, FlowLayout, button, plain_tooltip

if TYPE_CHECKING:
    from portfolio_app.services.agenda_actions import Proposal

OTHERS = 3
"""How many days are offered besides the proposal."""


@dataclass(frozen=True)
class NextStep:
    """What was chosen to do next, and for whom."""

    client_ids: tuple[int, ...]
    due_on: date
    kind: str
    title: str


class NextBar(QFrame):
    """ "Next for Atelier Morel": Enter or 1 takes the proposal, 2…4 other days, 5 any day, Esc none.

    Enter belongs to it only until the user goes on to another line; the digits as long as it stands there.
    """

    chosen = Signal(object)
    """A `NextStep`."""
    closed = Signal()
    """It went away while the keyboard was on it."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setProperty("tone", "good")
        self._today = today
        self._ids: tuple[int, ...] = ()
        self._proposal: Proposal | None = None
        self._is_armed = self._is_ready = False
        self.popup: DayPopup | None = None
        self.buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.XS, theme.S, theme.XS)
        column.setSpacing(theme.XS)
        # The name has a line of its own, and the days wrap: a narrow list has no room for all side by side.
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        self.text = ElidedLabel("", "strong")
        head.addWidget(self.text, 1)
        self.close_button = IconButton("close", self.tr("Nothing more for now (Esc)"))
        self.close_button.clicked.connect(self.dismiss)
        head.addWidget(self.close_button)
        column.addLayout(head)
        days = QWidget()
        flow = FlowLayout(days, theme.XS)
        for number in range(1, OTHERS + 3):
            each = button("", partial(self.take, number), small=True)
            self.buttons.append(each)
            flow.addWidget(each)
        column.addWidget(days)
        self.hide()

    @property
    def is_armed(self) -> bool:
        """Whether Enter takes the proposal."""
        return self.isVisible() and self._is_armed

    def begin(self, ids: Sequence[int], name: str) -> None:
        """Somebody was ticked off; the proposal is on its way. `name` of the one client, "" for several."""
        self._ids, self._proposal = tuple(ids), None
        self._is_armed, self._is_ready = True, len(ids) > 1
        words = self.tr("Next for {client}:").format(client=name)
        self.text.setText(words if name else self.tr("Next for %n client(s):", "", len(ids)))
        self._show_days()
        self.show()

    def propose(self, ids: Sequence[int], proposal: Proposal) -> None:
        """Show what is proposed for them, if they are still the ones asked about."""
        if tuple(ids) != self._ids:
            return
        if proposal.planned:
            self._say_planned(proposal)
            return
        self._proposal, self._is_ready = proposal, True
        self._show_days()

    def _say_planned(self, proposal: Proposal) -> None:
        """There is nothing to choose: what comes next stands in the book."""
        self._is_armed = False
        what = proposal.title or messages.interaction_kind(proposal.kind)
        self.text.setText(
            self.tr("{next} {what}, {day} (planned)").format(
                next=self.text.text(), what=what, day=i18n.weekday(proposal.due_on)
            )
        )

    def disarm(self) -> None:
        """The user went on: Enter is for the list again."""
        self._is_armed = False

    def dismiss(self) -> None:
        """Nothing is planned."""
        if self.isHidden():
            return
        focused = QApplication.focusWidget()
        was_here = focused is not None and self.isAncestorOf(focused)
        self._ids = ()
        self.hide()
        if was_here:
            self.closed.emit()

    def take(self, number: int) -> None:
        """Choose the proposal (1), one of the other days, or (5) any day."""
        if not self._ids or not self._is_ready:
            return
        days = self._days()
        if number <= len(days):
            self._plan(days[number - 1][1])
        elif number == len(days) + 1:
            self.popup = DayPopup(self._today(), self._plan, self, self.tr("Next contact on"))
            self.popup.open_at(self.mapToGlobal(self.rect().topLeft()))

    def handles(self, event: QKeyEvent) -> bool:
        """Take a key that is meant for the bar; False for any other."""
        if not self.isVisible() or not self._ids:
            return False
        key = event.key()
        if number := digit_of(event):
            self.take(number)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_armed:
            self.take(1)  # nothing yet while the proposal is on its way
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return False
        return True

    def _days(self) -> list[tuple[str, date]]:
        """(words, day) in the order of their digits: the proposal first."""
        if not self._is_ready:
            return []
        usual = usual_days(self._today())
        if self._proposal is None:
            return usual
        what = self._proposal.title or messages.interaction_kind(self._proposal.kind)
        return [(what, self._proposal.due_on), *usual[-OTHERS:]]

    def _show_days(self) -> None:
        days = self._days()
        words = [f"{number}  {text}" for number, (text, _) in enumerate(days, 1)]
        if self._proposal is not None:
            words[0] += f" · {i18n.weekday(days[0][1])}"
        if days:
            words.append(self.tr("{number}  Date…").format(number=len(days) + 1))
        for each, text in zip(self.buttons, [*words, *[""] * len(self.buttons)], strict=False):
            each.setText(text.replace("&", "&&"))
            each.setVisible(bool(text))
        for each, (text, day) in zip(self.buttons, days, strict=False):
            each.setToolTip(plain_tooltip(f"{text}, {i18n.long_date(day)}"))
        first = self.buttons[0]
        theme.set_property(first, "variant", "primary" if self._proposal is not None else "")
        if self._proposal is not None:
            first.setToolTip(
                plain_tooltip(
                    self.tr(
                        "{what} on {day}: Enter or 1 plans it, Esc leaves it to the contact rhythm"
                    ).format(what=days[0][0], day=i18n.long_date(days[0][1]))
                )
            )

    def _plan(self, day: date) -> None:
        proposal, ids = self._proposal, self._ids
        kind = proposal.kind if proposal is not None else "call"
        title = proposal.title if proposal is not None else ""
        self._ids = ()
        self.hide()
        self.chosen.emit(NextStep(ids, day, kind, title))
