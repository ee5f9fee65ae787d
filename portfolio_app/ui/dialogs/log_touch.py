"""Logging a call, a visit, an e-mail… in a few keys: Ctrl+L, what was said, Ctrl+Enter."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from portfolio_app.models.enums import InteractionKind, Outcome
from portfolio_app.ui import icons, messages, theme
from portfolio_app.ui.dialogs.client_picker import ClientPicker
from portfolio_app.ui.dialogs.sheet import Sheet, sheet_of
from portfolio_app.ui.pages.base import UiContext
from portfolio_app.ui.widgets import button, text_label
from portfolio_app.ui.widgets.fields import DateEdit

if TYPE_CHECKING:
    from portfolio_app.services.client_views import TimelineItem

KINDS = tuple(kind.value for kind in InteractionKind)
WEEK, TWO_WEEKS, MONTH = 7, 14, 30


@dataclass
class Draft:
    """What was typed and not logged yet."""

    values: dict[str, Any] = field(default_factory=dict)
    next_choice: str = ""
    next_day: date | None = None
    next_what: str = ""


class KindPicker(QWidget):
    """The kinds side by side. The keys 1 to 9 choose one; any letter goes on to `typed`, the note."""

    changed = Signal(str)
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
            item.setToolTip(f"{number + 1}")
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
    """None, or a day from now and what to do then."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
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
        row.addWidget(self.when, 1)
        row.addWidget(self.day, 1)
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
        return self.day.day() if code == "day" else self._today + timedelta(days=int(code))

    def set_choice(self, choice: str, day: date | None, what: str) -> None:
        """Show a choice again."""
        self.when.setCurrentIndex(max(0, self.when.findData(choice)))
        if day is not None:
            self.day.set_day(day)
        self.what.setText(what)

    def set_today(self, today: date) -> None:
        """Another day began."""
        self._today = today

    def _show(self) -> None:
        code = self.when.currentData()
        self.day.setVisible(code == "day")
        self.what.setVisible(code != "")


class LogTouchPanel(Sheet):
    """The panel itself. It keeps a draft per client until the touch is logged."""

    logged = Signal(int)
    """The client a touch was logged for."""

    def __init__(self, host: QWidget, context: UiContext) -> None:
        super().__init__(host, context, "", "")
        self._drafts: dict[int | None, Draft] = {}
        self._shown_for: int | None = None
        self._editing: int | None = None
        self._build()
        self.set_title(self.tr("Log a touch"))

    def open_for(self, client_id: int | None, kind: str = "call") -> None:
        """Open for a client, or for one to be picked; an unfinished note for it is there again."""
        if self.isVisible() and self._editing is None and client_id == self._shown_for:
            self.kinds.set_kind(kind)
            self.open_sheet()
            return
        self._keep_draft()
        self._editing = None
        self.set_title(self.tr("Log a touch"))
        self.submit_button.setText(self.tr("Log it"))
        self._next_box.setVisible(True)
        self._resume(client_id, kind)
        self.open_sheet()

    def open_to_edit(self, client_id: int, item: TimelineItem) -> None:
        """Open something that was logged, to correct it."""
        self._keep_draft()
        self._editing = item.id
        self._shown_for = client_id
        self.set_title(self.tr("Correct what was logged"))
        self.submit_button.setText(self.tr("Change"))
        self._next_box.setVisible(False)
        self.picker.set_client(client_id)
        self.picker.setEnabled(False)
        self._fill(
            {
                "kind": item.kind,
                "on": item.on,
                "minutes": item.minutes,
                "outcome": item.outcome,
                "subject": item.title,
                "body": item.body,
            }
        )
        self.open_sheet()

    def submit(self) -> None:
        """Log it, or say what is missing."""
        client_id = self.picker.client_id
        if client_id is None:
            self.say(self.tr("Choose the client first: type a part of the name."))
            self.picker.setFocus()
            return
        if not self.submit_button.isEnabled():
            return
        from portfolio_app.services import interactions

        self.submit_button.setEnabled(False)
        values = self._values()
        ops = self.context.operations
        if self._editing is not None:
            ops.run(
                self,
                interactions.update_interaction,
                self._editing,
                values,
                on_done=lambda _: self._done(client_id),
                on_error=self.show_error,
            )
            return
        due = self.next.due()
        next_due = None
        if due is not None:
            next_kind = values["kind"] if values["kind"] in ("call", "email", "visit", "meeting") else "call"
            next_due = {"due_on": due, "title": self.next.what.text(), "kind": next_kind}
        ops.run(
            self,
            interactions.log_touch,
            client_id,
            {name: value for name, value in values.items() if value not in ("", None)},
            next_due=next_due,
            on_done=lambda _: self._done(client_id),
            on_error=self.show_error,
        )

    def first_field(self) -> QWidget:
        """The kind when the client is known, else the client."""
        return self.kinds if self.picker.client_id is not None else self.picker.field

    def close_sheet(self) -> None:
        """Escape keeps what was typed for this session."""
        self._keep_draft()
        super().close_sheet()

    def _build(self) -> None:
        today = self.context.today()
        self.picker = ClientPicker(self.context.operations)
        self.picker.chosen.connect(self._client_chosen)
        self._add_labelled(self.tr("&Client"), self.picker.field, self.picker)
        self.kinds = KindPicker()
        self.kinds.typed.connect(self._begin_note)
        self.content.addSpacing(theme.XS)
        self.content.addWidget(self.kinds)
        self.content.addLayout(self._build_facts(today))
        self.subject = QLineEdit()
        self.subject.setMaxLength(500)
        self._add_labelled(self.tr("&Subject"), self.subject, self.subject)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText(self.tr("What was said, what was agreed…"))
        self.note.setMinimumHeight(self.note.fontMetrics().lineSpacing() * 4 + 18)
        self._add_labelled(self.tr("&Note"), self.note, self.note, stretch=1)
        self._next_box = QWidget()
        box = QVBoxLayout(self._next_box)
        box.setContentsMargins(0, theme.XS, 0, 0)
        box.setSpacing(theme.XS)
        self.next = NextActionPicker(today)
        box.addWidget(_buddy(self.tr("Ne&xt action"), self.next.when))
        box.addWidget(self.next)
        self.content.addWidget(self._next_box)

    def _build_facts(self, today: date) -> QGridLayout:
        self.day = DateEdit(today)
        self.minutes = QSpinBox()
        self.minutes.setRange(0, 100_000)
        self.minutes.setSingleStep(5)
        self.minutes.setSpecialValueText("—")
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.outcome = QComboBox()
        self.outcome.addItem("—", "")
        for code in Outcome:
            self.outcome.addItem(messages.outcome(code.value), code.value)
        facts = QGridLayout()
        facts.setHorizontalSpacing(theme.S)
        facts.setVerticalSpacing(2)
        for column, (words, widget, stretch) in enumerate(
            (
                (self.tr("&Date"), self.day, 3),
                (self.tr("&Minutes"), self.minutes, 2),
                (self.tr("&Outcome"), self.outcome, 4),
            )
        ):
            facts.addWidget(_buddy(words, widget), 0, column)
            facts.addWidget(widget, 1, column)
            facts.setColumnStretch(column, stretch)
        return facts

    def _add_labelled(self, words: str, buddy: QWidget, widget: QWidget, stretch: int = 0) -> None:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(_buddy(words, buddy))
        column.addWidget(widget, stretch)
        self.content.addLayout(column, stretch)

    def _begin_note(self, text: str) -> None:
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)
        self.note.insertPlainText(text)

    def _client_chosen(self, client_id: int | None) -> None:
        if client_id is not None:
            self._shown_for = client_id
            self.say("")
            self.kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    def _values(self) -> dict[str, Any]:
        return {
            "kind": self.kinds.kind,
            "on": self.day.day(),
            "minutes": self.minutes.value() or None,
            "outcome": self.outcome.currentData(),
            "subject": self.subject.text(),
            "body": self.note.toPlainText(),
        }

    def _fill(self, values: dict[str, Any]) -> None:
        today = self.context.today()
        self.next.set_today(today)
        self.day.setMaximumDate(DateEdit(today).date())
        self.next.day.setMinimumDate(DateEdit(today).date())
        self.kinds.set_kind(str(values.get("kind", "call")))
        self.day.set_day(values.get("on") or today)
        self.minutes.setValue(values.get("minutes") or 0)
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(values.get("outcome", ""))))
        self.subject.setText(str(values.get("subject", "")))
        self.note.setPlainText(str(values.get("body", "")))

    def _resume(self, client_id: int | None, kind: str) -> None:
        """Show the draft kept for that client, or an empty form."""
        draft = self._drafts.pop(client_id, None)
        self._shown_for = client_id
        self.picker.setEnabled(True)
        self.picker.set_client(client_id)
        self._fill(draft.values if draft is not None else {"kind": kind})
        if draft is not None:
            self.next.set_choice(draft.next_choice, draft.next_day, draft.next_what)
        else:
            self.next.set_choice("", None, "")

    def _keep_draft(self) -> None:
        """Keep what was typed, if it is worth keeping."""
        if self._editing is not None or not self.isVisible():
            return
        values = self._values()
        draft = Draft(values, str(self.next.when.currentData()), self.next.day.day(), self.next.what.text())
        if values["subject"] or values["body"] or draft.next_what:
            self._drafts[self.picker.client_id] = draft
        else:
            self._drafts.pop(self.picker.client_id, None)

    def _done(self, client_id: int) -> None:
        self.submit_button.setEnabled(True)
        if self._editing is None:
            self._drafts.pop(client_id, None)
            self._drafts.pop(None, None)
        self._editing = None
        self._fill({})
        self.next.set_choice("", None, "")
        super().close_sheet()
        self.logged.emit(client_id)


def _buddy(words: str, widget: QWidget) -> QLabel:
    label = text_label(words, "caption")
    label.setBuddy(widget)
    if not widget.accessibleName():
        widget.setAccessibleName(words.replace("&", ""))
    return label


def open_log_touch(
    window: QWidget, context: UiContext, client_id: int | None, kind: str = "call"
) -> LogTouchPanel:
    """Open the window's log panel for a client (None: to be picked), with that kind chosen."""
    panel = sheet_of(LogTouchPanel, window, context)
    panel.open_for(client_id, kind)
    return panel


def edit_touch(window: QWidget, context: UiContext, client_id: int, item: TimelineItem) -> LogTouchPanel:
    """Open the window's log panel on something logged, to correct it."""
    panel = sheet_of(LogTouchPanel, window, context)
    panel.open_to_edit(client_id, item)
    return panel
