"""The parts of the log panel: which kind of touch, between whom, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.models.enums import Direction, InteractionKind
from portfolio_app.ui import i18n, icons, messages, theme
from portfolio_app.ui.dialogs import typed
from portfolio_app.ui.plain import plain_tooltip
from portfolio_app.ui.widgets import button, text_label
from portfolio_app.ui.widgets.fields import DateEdit

if TYPE_CHECKING:
    from portfolio_app.services.client_views import ContactView

KINDS = tuple(kind.value for kind in InteractionKind)
FROM_THE_CLIENT = frozenset({"complaint", "feedback"})
"""Kinds that come from the client unless said otherwise; the others come from us."""
WEEK, TWO_WEEKS, MONTH = 7, 14, 30
PROPOSED = "proposed"


class KindPicker(QWidget):
    """The kinds side by side. The keys 1 to 9 choose one, 0 turns the direction; any letter goes on to `typed`,
    the note.
    """

    changed = Signal(str)
    turned = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.XS)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for number, kind in enumerate(KINDS):
            item = button(messages.interaction_kind(kind), icon=kind)
            item.setCheckable(True)
            item.setIconSize(QSize(16, 16))
            item.setToolTip(plain_tooltip(f"{number + 1}"))
            item.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._group.addButton(item, number)
            self.buttons[kind] = item
            grid.addWidget(item, number // 3, number % 3)
        self._group.idToggled.connect(self._toggled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Kind of touch"))
        self.set_kind(KINDS[0])

    @property
    def kind(self) -> str:
        """The code of the kind chosen."""
        return KINDS[max(0, self._group.checkedId())]

    def set_kind(self, kind: str) -> None:
        """Choose a kind."""
        self.buttons[kind if kind in self.buttons else KINDS[0]].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and arrows choose, letters begin the note."""
        text, plain = event.text(), not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        moves = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 3, Qt.Key.Key_Up: -3}
        place = KINDS.index(self.kind)
        if plain and text in "123456789" and text:
            self.set_kind(KINDS[int(text) - 1])
        elif plain and text == "0":
            self.turned.emit()
        elif event.key() in moves:
            self.set_kind(KINDS[max(0, min(place + moves[Qt.Key(event.key())], len(KINDS) - 1))])
        elif plain and text.isprintable() and text.strip():
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def _toggled(self, number: int, checked: bool) -> None:
        item = self._group.button(number)
        icons.set_icon(item, KINDS[number], "accent_text" if checked else "muted")
        if checked:
            self.changed.emit(KINDS[number])


class NextActionPicker(QWidget):
    """None, or a day from now, the time and what to do then; the day the book proposes stands among them."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._proposed: date | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        row = QHBoxLayout()
        row.setSpacing(theme.XS)
        self.when = QComboBox()
        self.when.setAccessibleName(self.tr("Next action"))
        for words, code in (
            (self.tr("None planned"), ""),
            (self.tr("In 1 week"), str(WEEK)),
            (self.tr("In 2 weeks"), str(TWO_WEEKS)),
            (self.tr("In 1 month"), str(MONTH)),
            (self.tr("On a day…"), "day"),
        ):
            self.when.addItem(words, code)
        self.day = DateEdit(today + timedelta(days=WEEK))
        self.day.setAccessibleName(self.tr("Day of the next action"))
        self.time = QLineEdit()
        self.time.setPlaceholderText(self.tr("Time"))
        self.time.setAccessibleName(self.tr("Time of the next action (optional)"))
        self.time.setToolTip(self.tr("14:30, 14h30, 2 pm; nothing for the whole day"))
        self.time.setMaxLength(20)
        row.addWidget(self.when, 3)
        row.addWidget(self.day, 3)
        row.addWidget(self.time, 2)
        layout.addLayout(row)
        self.what = QLineEdit()
        self.what.setPlaceholderText(self.tr("What to do then (optional)"))
        self.what.setAccessibleName(self.tr("What to do then"))
        self.what.setMaxLength(500)
        layout.addWidget(self.what)
        self.when.currentIndexChanged.connect(lambda _: self._show())
        self._show()

    def due(self) -> date | None:
        """The day chosen, None when nothing is planned."""
        code = self.when.currentData()
        if code == "":
            return None
        if code == PROPOSED:
            return self._proposed
        return self.day.day() if code == "day" else self._today + timedelta(days=int(code))

    def due_time(self) -> str:
        """The time typed, as "14:30"; what cannot be read as it is, "" for the whole day."""
        return typed.read_time(self.time.text())

    def propose(self, day: date | None) -> None:
        """Offer that day too; None takes the offer away."""
        place = self.when.findData(PROPOSED)
        if day is None:
            if place >= 0:
                self.when.removeItem(place)
        else:
            words = self.tr("Proposed: {day}").format(day=i18n.day_month(day, self._today))
            if place < 0:
                self.when.insertItem(1, words, PROPOSED)
            else:
                self.when.setItemText(place, words)
        self._proposed = day

    def set_choice(self, choice: str, day: date | None, what: str, time: str = "") -> None:
        """Show a choice again."""
        self.when.setCurrentIndex(max(0, self.when.findData(choice)))
        if day is not None:
            self.day.set_day(day)
        self.what.setText(what)
        self.time.setText(time)

    def set_today(self, today: date) -> None:
        """Another day began."""
        self._today = today

    def _show(self) -> None:
        code = self.when.currentData()
        self.day.setVisible(code == "day")
        self.what.setVisible(code != "")
        self.time.setVisible(code != "")


class DeadlineRow(QWidget):
    """By when a complaint is to be resolved; it follows the day it came in until another day is chosen."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        self.day = DateEdit(today)
        self.day.day_changed.connect(self._choose)
        row.addWidget(buddy(self.tr("To be resolved b&y"), self.day))
        row.addWidget(self.day, 1)
        self._usual: int | None = None
        self._is_own = self._is_showing = False

    @property
    def own(self) -> date | None:
        """The day chosen for this complaint, None for the usual delay."""
        return self.day.day() if self._is_own else None

    def set_usual(self, days: int, came_in: date) -> None:
        """Within how many days complaints are to be resolved."""
        self._usual = days
        self.follow(came_in)

    def follow(self, came_in: date) -> None:
        """The complaint came in on another day."""
        if not self._is_own and self._usual is not None:
            self._show(came_in + timedelta(days=self._usual))

    def show_day(self, own: date | None, came_in: date) -> None:
        """Show a deadline that was chosen, or (None) the usual one."""
        self._is_own = own is not None
        if own is not None:
            self._show(own)
        else:
            self.follow(came_in)

    def _show(self, day: date) -> None:
        self._is_showing = True
        self.day.set_day(day)
        self._is_showing = False

    def _choose(self, _: object) -> None:
        self._is_own = self._is_own or not self._is_showing


class WhoPicker(QWidget):
    """Between whom: who came to whom, and which person at the client.

    The direction follows the kind until the user chooses one. "" only stands where it was never noted.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_chosen = False
        self._wanted: int | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.S)
        grid.setVerticalSpacing(2)
        self.direction = QComboBox()
        self.direction.setToolTip(self.tr("0 changes it while the kind is being chosen"))
        for code in Direction:
            self.direction.addItem(messages.direction(code.value), code.value)
        self.person = QComboBox()
        # Names are as long as they like; the panel is not.
        self.person.setMinimumContentsLength(10)
        self.person.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for column, (words, widget) in enumerate(
            ((self.tr("D&irection"), self.direction), (self.tr("&With"), self.person))
        ):
            grid.addWidget(buddy(words, widget), 0, column)
            grid.addWidget(widget, 1, column)
            grid.setColumnStretch(column, 1)
        self.show_contacts(())
        self.direction.activated.connect(lambda _: self._choose())
        self.direction.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.person.currentIndexChanged.connect(lambda _: self._person_changed())

    @property
    def code(self) -> str:
        """The direction: "outgoing", "incoming", or "" where none was noted."""
        return str(self.direction.currentData())

    @property
    def contact_id(self) -> int | None:
        """The person, None for nobody in particular; true before the names are there."""
        return self._wanted

    @property
    def chosen(self) -> str | None:
        """The direction the user chose, None while it follows the kind."""
        return self.code if self._is_chosen else None

    def follow(self, kind: str) -> None:
        """Another kind was chosen."""
        if not self._is_chosen:
            self._show(Direction.INCOMING if kind in FROM_THE_CLIENT else Direction.OUTGOING)

    def toggle(self) -> None:
        """The other direction."""
        self._choose()
        self._show(Direction.OUTGOING if self.code == Direction.INCOMING else Direction.INCOMING)

    def set_direction(self, code: str | None, kind: str) -> None:
        """Show a direction that was noted ("" is one), or (None) the kind's own."""
        self._is_chosen = code is not None
        blank = self.direction.findData("")
        if code == "" and blank < 0:
            self.direction.insertItem(0, "—", "")
        elif code != "" and blank >= 0:
            self.direction.removeItem(blank)
        if code is None:
            self.follow(kind)
        else:
            self._show(code)

    def want_contact(self, contact_id: int | None) -> None:
        """Choose that person as soon as the names are there."""
        self._wanted = contact_id
        self._choose_wanted()

    def show_contacts(self, contacts: Sequence[ContactView], *, choose_only: bool = False) -> None:
        """Show a client's people. With `choose_only`, the only one there is gets chosen."""
        self.person.blockSignals(True)
        self.person.clear()
        self.person.addItem(self.tr("Nobody in particular"), None)
        for contact in contacts:
            names = (contact.values[name] for name in ("full_name", "email", "phone", "mobile"))
            self.person.addItem(next((name for name in names if name), "—"), contact.id)
        self.person.blockSignals(False)
        self.person.setEnabled(bool(contacts))
        if self._wanted is None and choose_only and len(contacts) == 1:
            self._wanted = contacts[0].id
        self._choose_wanted()
        if contacts:
            self._wanted = self.person.currentData()
        self.changed.emit()

    def _choose_wanted(self) -> None:
        wanted = self._wanted
        self.person.setCurrentIndex(max(0, self.person.findData(wanted)))
        self._wanted = wanted

    def _person_changed(self) -> None:
        self._wanted = self.person.currentData()
        self.changed.emit()

    def _choose(self) -> None:
        self._is_chosen = True

    def _show(self, code: str) -> None:
        self.direction.setCurrentIndex(max(0, self.direction.findData(str(code))))


def buddy(words: str, widget: QWidget) -> QLabel:
    """A caption whose mnemonic goes to `widget`, which also gets its name from it."""
    label = text_label(words, "caption")
    label.setBuddy(widget)
    if not widget.accessibleName():
        widget.setAccessibleName(words.replace("&", ""))
    return label
